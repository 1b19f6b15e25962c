//! The allocation ledger of the 210,000,000 BTT: genesis minting, release caps and milestone-bound releases.
//!
//! ## Calls
//!
//! - [`release`](Pallet::release), [`give_back`](Pallet::give_back): releases by decision, and their return.
//! - [`create_milestone`](Pallet::create_milestone), [`file_evidence`](Pallet::file_evidence),
//!   [`object`](Pallet::object), [`withdraw_objection`](Pallet::withdraw_objection), [`decide`](Pallet::decide),
//!   [`conclude`](Pallet::conclude), [`claim_milestone`](Pallet::claim_milestone): the life of a milestone.
//!
//! ## Overview
//!
//! Genesis mints the whole supply and nothing mints afterwards. What belongs to institutions goes to their own
//! accounts at once, unvested; everything else waits in keyless accounts, one *pot* per allocation, and leaves it by
//! the rule of that allocation: by decision within the release caps of SPEC §2, against accepted milestones along a
//! line (SPEC §4), or as mining rewards (not through this pallet). The `README.md` of the pallet tells the whole
//! protocol in plain words.
//!
//! ## Example
//!
//! A release that does not fit is refused and says what would fit:
#![doc = docify::embed!("src/tests/release.rs", a_release_beyond_the_headroom_says_how_much_would_fit)]
//!
//! ## Terms
//!
//! - *Released*: what has left a pot by its rule, less what came back. *Remaining*: the total less that.
//! - *Headroom*: what may still be released by decision without any later instant exceeding its cap.
//! - *Line*: the amount of an initiative, linear over 48 months; nothing is paid ahead of it.
//!
//! ## Invariants
//!
//! - Pots hold at least what remains of their allocations; total issuance never exceeds the supply.
//! - Releases by decision and everything that counts by schedule stay within the cap, now and at any later time.
//! - Per initiative: released <= min(line, accepted), accepted <= committed <= total.
//! - What objects to a milestone cannot object to it again from another account.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::unwrap_used)]
#![cfg_attr(
	any(test, feature = "runtime-benchmarks"),
	allow(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::unwrap_used)
)]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
pub mod genesis;
mod impls;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod try_state;
pub mod types;
pub mod weights;

pub use genesis::{Dates, GenesisError};
pub use pallet::*;
pub use types::{Fits, InitiativeLedger, Milestone, MilestoneId, MilestoneState, Objection, Objections, Releases};
pub use weights::WeightInfo;

use btt_primitives::{Initiative, Moment};
use core::marker::PhantomData;
use frame_support::traits::Get;

/// The most objections that one account may have: one to each milestone that can be undecided at a time.
pub struct MaxObjections<T>(PhantomData<T>);

impl<T: Config> Get<u32> for MaxObjections<T> {
	fn get() -> u32 {
		let initiatives = Initiative::ALL.len() as u32;
		T::MaxMilestones::get().saturating_mul(initiatives)
	}
}

/// What benchmarks need of the runtime.
#[cfg(feature = "runtime-benchmarks")]
pub trait BenchmarkHelper {
	/// Let [`Config::Time`] be `now`, in ms.
	fn set_time(now: Moment);
}

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use crate::genesis::Grant;
	use alloc::vec::Vec;
	use btt_primitives::{
		mining::RewardsPaid,
		time::TokenClock,
		token::HoldingPower,
		vesting::{GrantVesting, Unvested},
		Allocation, Balance,
	};
	use frame_support::{
		pallet_prelude::*,
		traits::{
			fungible::{Balanced, Inspect, InspectFreeze, Mutate, MutateFreeze},
			EnsureOriginWithArg, Time,
		},
		PalletId,
	};
	use frame_system::pallet_prelude::*;
	use sp_core::H256;
	use sp_runtime::Perbill;

	#[pallet::pallet]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
		/// The token.
		type Currency: Inspect<Self::AccountId, Balance = Balance>
			+ Mutate<Self::AccountId>
			+ Balanced<Self::AccountId>
			+ InspectFreeze<Self::AccountId, Id = Self::RuntimeFreezeReason>
			+ MutateFreeze<Self::AccountId>;

		/// The overarching freeze reason.
		type RuntimeFreezeReason: From<FreezeReason>;

		/// The time of the block, in ms since the Unix epoch.
		type Time: Time<Moment = Moment>;

		/// The instants that schedules count from.
		type Clock: TokenClock;

		/// Who lays the tokens of institutions under their lines, and knows what of them is unvested.
		type Vesting: GrantVesting<Self::AccountId> + Unvested<Self::AccountId>;

		/// What an objection weighs. Must count every unit of an account's total balance as one, held and frozen ones too:
		/// if it left some out or counted some more, what an objection freezes would not keep the same tokens from
		/// objecting from another account.
		type Power: HoldingPower<Self::AccountId>;

		/// Tells how much of the mining rewards was paid.
		type Mining: RewardsPaid;

		/// Who releases tokens by decision, by allocation.
		type ReleaseOrigin: EnsureOriginWithArg<Self::RuntimeOrigin, Allocation>;

		/// Who creates milestones and decides about suspended ones.
		type MilestoneOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// What the accounts of the pots derive from.
		#[pallet::constant]
		type PalletId: Get<PalletId>;

		/// How long holders may object to evidence, in ms.
		#[pallet::constant]
		type ObjectionPeriod: Get<Moment>;

		/// The share of eligible power that suspends a milestone.
		#[pallet::constant]
		type ObjectionThreshold: Get<Perbill>;

		/// The most undecided milestones of an initiative. Four times as many objections of one account are kept in
		/// one storage entry.
		#[pallet::constant]
		type MaxMilestones: Get<u32>;

		/// The weights of the calls.
		type WeightInfo: WeightInfo;

		/// Sets the time in benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper;
	}

	/// Why this pallet freezes tokens.
	#[pallet::composite_enum]
	pub enum FreezeReason {
		/// One unit of a pot, so that the pot is never reaped as dust.
		#[codec(index = 0)]
		Pot,
		/// What objects to a milestone, so that it does not object twice.
		#[codec(index = 1)]
		Objection,
	}

	/// What was released by decision, less what came back, in units.
	#[pallet::storage]
	pub type Discretionary<T> = StorageValue<_, Releases, ValueQuery>;

	/// What the foundation's initiatives have promised and paid, in units.
	#[pallet::storage]
	pub type Initiatives<T> = StorageMap<_, Twox64Concat, Initiative, InitiativeLedger, ValueQuery>;

	/// The milestones that are undecided or not fully paid.
	#[pallet::storage]
	pub type Milestones<T: Config> = StorageMap<_, Twox64Concat, MilestoneId, Milestone<T::AccountId>>;

	/// The id of the next milestone.
	#[pallet::storage]
	pub type NextMilestone<T> = StorageValue<_, MilestoneId, ValueQuery>;

	/// The objections of an account that were not withdrawn yet.
	#[pallet::storage]
	pub type ObjectionsOf<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, Objections<MaxObjections<T>>, ValueQuery>;

	/// Who gets what in genesis. Amounts are in units.
	///
	/// The default, both lists empty, mints nothing: FRAME builds it in a test of every runtime. It makes no chain
	/// that anybody could use, and [`GenesisConfig::validate`] refuses it.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// The institutional allocations: per allocation, the amounts must add up to its total. No account twice.
		pub beneficiaries: Vec<Grant<T::AccountId>>,
		/// Releases by decision in genesis, for fees and tests. Must fit the release caps of the launch. No account
		/// twice.
		pub endowments: Vec<Grant<T::AccountId>>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			if self.beneficiaries.is_empty() && self.endowments.is_empty() {
				return;
			}
			if let Err(error) = self.validate(&Pallet::<T>::dates()) {
				panic!("BttToken genesis: {error}");
			}
			if let Err(error) = Pallet::<T>::mint_supply(&self.beneficiaries, &self.endowments) {
				panic!("BttToken genesis: {error:?}");
			}
		}
	}

	impl<T: Config> GenesisConfig<T> {
		/// Whether the chain may begin like this. Reads no state, so it can be called natively.
		pub fn validate(&self, dates: &Dates) -> Result<(), GenesisError<T::AccountId>> {
			genesis::validate(
				&self.beneficiaries,
				&self.endowments,
				dates,
				T::Currency::minimum_balance(),
				Pallet::<T>::is_pot,
			)
		}
	}

	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// Tokens were released by decision.
		Released {
			/// Out of which allocation.
			allocation: Allocation,
			/// Who got them.
			beneficiary: T::AccountId,
			/// Units.
			amount: Balance,
		},
		/// Tokens released by decision came back.
		GivenBack {
			/// To which allocation.
			allocation: Allocation,
			/// Who gave them.
			who: T::AccountId,
			/// Units.
			amount: Balance,
		},
		/// A milestone was created.
		MilestoneCreated {
			/// The milestone.
			id: MilestoneId,
			/// Which initiative pays.
			initiative: Initiative,
			/// Units.
			amount: Balance,
			/// The last ms for evidence.
			deadline: Moment,
			/// Who files the evidence and is paid.
			grantee: T::AccountId,
		},
		/// Evidence was filed.
		EvidenceFiled {
			/// The milestone.
			id: MilestoneId,
			/// The hash of the evidence.
			evidence: H256,
			/// The last ms for objections.
			objections_until: Moment,
		},
		/// An account objected.
		Objected {
			/// The milestone.
			id: MilestoneId,
			/// The account.
			who: T::AccountId,
			/// Its power, in units.
			power: Balance,
			/// The power of all objections to the milestone, in units.
			objected: Balance,
		},
		/// So much power objected that a referendum has to decide.
		MilestoneSuspended {
			/// The milestone.
			id: MilestoneId,
		},
		/// An objection was withdrawn, and what it alone froze is free.
		ObjectionWithdrawn {
			/// The milestone.
			id: MilestoneId,
			/// Whose objection it was.
			who: T::AccountId,
		},
		/// A milestone was accepted.
		MilestoneAccepted {
			/// The milestone.
			id: MilestoneId,
			/// The units of the initiative that are paid before it.
			offset: Balance,
		},
		/// A milestone was rejected; its amount went back to the initiative.
		MilestoneRejected {
			/// The milestone.
			id: MilestoneId,
		},
		/// A milestone's deadline passed without evidence; its amount went back to the initiative.
		MilestoneExpired {
			/// The milestone.
			id: MilestoneId,
		},
		/// A milestone was paid as far as the line allows.
		MilestonePaid {
			/// The milestone.
			id: MilestoneId,
			/// Who was paid.
			grantee: T::AccountId,
			/// Units.
			amount: Balance,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// The allocation is not released by decision: its tokens leave it by vesting, for milestones or as mining
		/// rewards. Name another allocation.
		NotDiscretionary,
		/// The allocation may not be released yet. Wait for the end of its seal (SPEC §1).
		Sealed,
		/// The amount is 0. Name a positive one.
		ZeroAmount,
		/// The account is the pot of an allocation. Name another account; to return tokens, use `give_back`.
		IsPot,
		/// Less remains of the allocation. Release no more than `remaining` of the runtime API `allocations`.
		InsufficientAllocation,
		/// More than the release caps allow, now or later (SPEC §2). Carries the whole BTT that would fit; the exact
		/// figure is `headroom` of the runtime API `release_headroom`.
		ExceedsHeadroom(Fits),
		/// The receiving account would hold less than the existential deposit. Pay more, or let it receive something
		/// else first.
		BelowMinimum,
		/// The receiving account cannot take the amount.
		CannotReceive,
		/// More would come back than was released out of the allocation. Give back no more than `released` of the
		/// runtime API `allocations`.
		ExceedsReleased,
		/// There is no such milestone: it never existed, was rejected, has expired or is fully paid.
		NotFound,
		/// Less of the initiative is uncommitted. Ask for less, or wait until milestones expire.
		InsufficientInitiative,
		/// The initiative has as many undecided milestones as it may have. Conclude or decide some.
		TooManyMilestones,
		/// The deadline is not in the future.
		DeadlineInPast,
		/// The deadline is more than ten years away.
		DeadlineTooFar,
		/// Only the grantee of the milestone files evidence.
		NotGrantee,
		/// The deadline of the milestone has passed.
		PastDeadline,
		/// Evidence was filed already, and cannot be replaced.
		AlreadyFiled,
		/// The milestone cannot be objected to: no evidence was filed, its window is over, or it is suspended or
		/// decided.
		NoObjectionWindow,
		/// The account has less power than it objects with. Object with no more than it holds.
		ExceedsPower,
		/// The power of the objection is below the least objection, a hundredth of what suspends a milestone. Join
		/// others on one account.
		PowerTooLow,
		/// The account has objected to this milestone.
		AlreadyObjected,
		/// The account has too many objections. Withdraw those to decided milestones.
		TooManyObjections,
		/// The account has not objected to this milestone.
		NoObjection,
		/// The objection still counts. Only the objector may withdraw it while the window is open, and nobody while
		/// the milestone is suspended.
		ObjectionStands,
		/// The milestone is not suspended, so there is nothing to decide.
		NotSuspended,
		/// The milestone is suspended, so a referendum has to decide.
		Suspended,
		/// The deadline, or the objection window, of the milestone has not passed.
		TooEarly,
		/// The milestone was accepted already. Claim it.
		AlreadyAccepted,
		/// The milestone was not accepted. If its objection window is over, conclude it first.
		NotAccepted,
		/// The line has not reached what was not paid yet. Wait.
		NothingToClaim,
		/// The account has objections, which would not follow it to another account. Withdraw them first.
		HasObjections,
		/// A schedule leads beyond the calendar of the chain.
		CalendarRange,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			Self::check_configuration();
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Release `amount` units of `allocation` to `beneficiary`, within the release caps (SPEC §2).
		///
		/// Origin: [`Config::ReleaseOrigin`] for the allocation. Emits [`Event::Released`].
		///
		/// Errors: [`Error::NotDiscretionary`], [`Error::Sealed`], [`Error::ZeroAmount`], [`Error::IsPot`],
		/// [`Error::InsufficientAllocation`], [`Error::ExceedsHeadroom`], [`Error::BelowMinimum`] if the beneficiary
		/// would hold less than the existential deposit, [`Error::CannotReceive`].
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::release())]
		pub fn release(
			origin: OriginFor<T>,
			allocation: Allocation,
			beneficiary: T::AccountId,
			#[pallet::compact] amount: Balance,
		) -> DispatchResult {
			T::ReleaseOrigin::ensure_origin(origin, &allocation)?;
			Self::do_release(allocation, beneficiary, amount)
		}

		/// Return `amount` units to `allocation`, which lowers what counts as released out of it. The caller's account
		/// must stay alive.
		///
		/// Origin: signed by anybody. Emits [`Event::GivenBack`].
		///
		/// Errors: [`Error::NotDiscretionary`], [`Error::ZeroAmount`], [`Error::ExceedsReleased`],
		/// [`Error::BelowMinimum`] if the pot would hold less than the existential deposit; those of a transfer.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::give_back())]
		pub fn give_back(
			origin: OriginFor<T>,
			allocation: Allocation,
			#[pallet::compact] amount: Balance,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_give_back(who, allocation, amount)
		}

		/// Promise `amount` units of `initiative` to `grantee` for what it shows evidence of until `deadline`, in ms
		/// (SPEC §4).
		///
		/// Origin: [`Config::MilestoneOrigin`]. Emits [`Event::MilestoneCreated`]. At most [`Config::MaxMilestones`] of
		/// an initiative are undecided.
		///
		/// Errors: [`Error::ZeroAmount`], [`Error::IsPot`], [`Error::DeadlineInPast`], [`Error::DeadlineTooFar`],
		/// [`Error::InsufficientInitiative`], [`Error::TooManyMilestones`].
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::create_milestone())]
		pub fn create_milestone(
			origin: OriginFor<T>,
			initiative: Initiative,
			#[pallet::compact] amount: Balance,
			#[pallet::compact] deadline: Moment,
			grantee: T::AccountId,
		) -> DispatchResult {
			T::MilestoneOrigin::ensure_origin(origin)?;
			Self::do_create_milestone(initiative, amount, deadline, grantee)
		}

		/// File the hash of the evidence for milestone `id`, once and not after its deadline. From now on, holders may
		/// object for [`Config::ObjectionPeriod`] ms (SPEC §4).
		///
		/// Origin: signed by the grantee. Emits [`Event::EvidenceFiled`].
		///
		/// Errors: [`Error::NotFound`], [`Error::NotGrantee`], [`Error::AlreadyFiled`], [`Error::PastDeadline`].
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::file_evidence())]
		pub fn file_evidence(origin: OriginFor<T>, id: MilestoneId, evidence: H256) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_file_evidence(who, id, evidence)
		}

		/// Object to milestone `id` with `power` units of the power that the caller has now. As much of what the caller
		/// owns is frozen until the objection is withdrawn, so that the same tokens do not object twice; keep some for
		/// fees. Objections that together reach [`Config::ObjectionThreshold`] of eligible power suspend the milestone
		/// (SPEC §4).
		///
		/// Origin: signed, with at least a hundredth of the power that suspends. Emits [`Event::Objected`] and perhaps
		/// [`Event::MilestoneSuspended`].
		///
		/// Errors: [`Error::NotFound`], [`Error::ExceedsPower`], [`Error::NoObjectionWindow`], [`Error::PowerTooLow`],
		/// [`Error::AlreadyObjected`], [`Error::TooManyObjections`].
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::object())]
		pub fn object(origin: OriginFor<T>, id: MilestoneId, #[pallet::compact] power: Balance) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_object(who, id, power)
		}

		/// Withdraw the objection of `who` to milestone `id`, and thaw what no other objection of `who` freezes.
		///
		/// Origin: signed; by `who` alone while the objection window is open, by anybody once it is over or the
		/// milestone is decided, by nobody while it is suspended. Emits [`Event::ObjectionWithdrawn`].
		///
		/// Errors: [`Error::NoObjection`], [`Error::ObjectionStands`].
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::withdraw_objection())]
		pub fn withdraw_objection(origin: OriginFor<T>, id: MilestoneId, who: T::AccountId) -> DispatchResult {
			let caller = ensure_signed(origin)?;
			Self::do_withdraw_objection(caller, id, who)
		}

		/// Accept the suspended milestone `id`, or reject it: then its amount returns to its initiative.
		///
		/// Origin: [`Config::MilestoneOrigin`]. Emits [`Event::MilestoneAccepted`] or [`Event::MilestoneRejected`].
		///
		/// Errors: [`Error::NotFound`], [`Error::NotSuspended`].
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::decide())]
		pub fn decide(origin: OriginFor<T>, id: MilestoneId, accept: bool) -> DispatchResult {
			T::MilestoneOrigin::ensure_origin(origin)?;
			Self::do_decide(id, accept)
		}

		/// Accept milestone `id` if its objection window is over, or let it expire if its deadline has passed without
		/// evidence: then its amount returns to its initiative.
		///
		/// Origin: signed by anybody. Emits [`Event::MilestoneAccepted`] or [`Event::MilestoneExpired`].
		///
		/// Errors: [`Error::NotFound`], [`Error::TooEarly`], [`Error::Suspended`], [`Error::AlreadyAccepted`].
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::conclude())]
		pub fn conclude(origin: OriginFor<T>, id: MilestoneId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_conclude(id)
		}

		/// Pay the grantee of the accepted milestone `id` what the line of the initiative allows by now; amounts that
		/// were accepted before it come first (SPEC §4).
		///
		/// Origin: signed by anybody. Emits [`Event::MilestonePaid`].
		///
		/// Errors: [`Error::NotFound`], [`Error::NotAccepted`], [`Error::NothingToClaim`], [`Error::BelowMinimum`] if
		/// the grantee would hold less than the existential deposit, [`Error::CannotReceive`].
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::claim_milestone())]
		pub fn claim_milestone(origin: OriginFor<T>, id: MilestoneId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_claim_milestone(id)
		}
	}
}
