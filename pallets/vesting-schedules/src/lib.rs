//! Calendar vesting of institutional allocations, frozen in the beneficiary's own account.
//!
//! # Calls
//!
//! - [`vest`](Pallet::vest): anybody lifts what has vested of somebody's tokens.
//! - [`rotate`](Pallet::rotate): a beneficiary moves everything to another account.
//! - [`force_rotate`](Pallet::force_rotate): governance does so for a beneficiary whose key is lost.
//!
//! # Overview
//!
//! The tokens of the five institutions lie in their own accounts from genesis on. What of them is unvested is covered
//! by one freeze, [`FreezeReason::Unvested`]: it votes and can be bonded, but is never transferred, burned by choice,
//! spent on fees or escrowed. An account may have several lines; the freeze is the sum of what they leave unvested.
//!
//! Lines run on the chain's clock in ms, not on block numbers. The freeze follows them when somebody calls `vest`, when
//! an idle block sweeps over the account, and when a slash is noted, so it may lag behind the lines, but only to the
//! safe side. Lines are granted in genesis, through [`GrantVesting`](btt_primitives::vesting::GrantVesting); no call
//! creates one.
//!
//! A slash takes unvested tokens first and shortens the lines from their ends; their slope stays as it was. It never
//! makes unvested tokens liquid. See [`Schedule`] for the order.
//!
//! # Example
//!
#![doc = docify::embed!("src/tests/vest.rs", anybody_lifts_what_has_vested)]
//!
//! # Terms
//!
//! - *line*: an amount that vests from a start to an end, with nothing vested before a cliff.
//! - *beneficiary*: an account with lines.
//! - *settle*: bring the freeze of a beneficiary to this instant.
//!
//! # Invariants
//!
//! - The tokens of an account never fall, by anything but a slash, below what is unvested.
//! - The freeze is what was unvested when it was computed last, so never less than what is unvested now.
//! - An account has the freeze if, and only if, it has lines, and then it carries no lock of `pallet-vesting` (balances
//!   take the maximum of both) and is no pot.
//!
//! The rules come from SPEC §3 and, for slashes, SPEC §7.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::unwrap_used)]
#![cfg_attr(
	any(test, feature = "runtime-benchmarks"),
	allow(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::unwrap_used)
)]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod impls;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;
pub mod types;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use pallet::*;
pub use types::{Schedule, SweepProgress, VestingLine};
pub use weights::WeightInfo;

pub(crate) const LOG_TARGET: &str = "runtime::vesting-schedules";

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use btt_primitives::{vesting::OnRotate, Balance, Moment};
	use frame_support::{
		pallet_prelude::*,
		traits::{
			fungible::{InspectHold, Mutate, MutateFreeze},
			Contains, Time,
		},
	};
	use frame_system::pallet_prelude::*;
	use sp_runtime::{traits::StaticLookup, Perbill};

	type AccountIdLookupOf<T> = <<T as frame_system::Config>::Lookup as StaticLookup>::Source;

	/// The share of a block's weight that an idle sweep takes at most.
	pub const MAX_SWEEP_SHARE: Perbill = Perbill::from_percent(5);

	#[pallet::pallet]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
		/// BTT.
		type Currency: Mutate<Self::AccountId, Balance = Balance>
			+ InspectHold<Self::AccountId>
			+ MutateFreeze<Self::AccountId, Id = Self::RuntimeFreezeReason>;

		/// The reason of the freeze, as the runtime knows it.
		type RuntimeFreezeReason: From<FreezeReason>;

		/// The chain's clock, in ms.
		type Time: Time<Moment = Moment>;

		/// Who may rotate the account of a beneficiary whose key is lost: governance.
		type RotateOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Whoever keeps something of a beneficiary that must move with it (bond, roles) or must not (votes).
		///
		/// Told before anything else moves: lines and freeze are still those of the old account, hence tokens on hold
		/// are to be moved with `Fortitude::Force`. The new account exists by then, even if it holds nothing. The
		/// tokens of both accounts must add up to as much afterwards as before.
		type OnRotate: OnRotate<Self::AccountId>;

		/// Accounts with a lock of `pallet-vesting`. They get no lines, since balances take the maximum of locks and
		/// freezes where both together would be meant.
		///
		/// The other way round is the runtime's duty: its base call filter refuses a vested transfer to an account of
		/// which [`Pallet::is_beneficiary`] is true.
		type ForeignLocks: Contains<Self::AccountId>;

		/// Pots, whose tokens belong to no one key. They get no lines.
		type Protected: Contains<Self::AccountId>;

		/// How many lines an account has at most. Must not be lowered.
		#[pallet::constant]
		type MaxLines: Get<u32>;

		/// How many ms lie at least between the beginnings of two idle sweeps.
		#[pallet::constant]
		type SweepInterval: Get<Moment>;

		/// What the calls weigh.
		type WeightInfo: WeightInfo;

		/// Builds what the benchmarks need of other pallets.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId>;
	}

	/// Why tokens are frozen.
	#[pallet::composite_enum]
	pub enum FreezeReason {
		/// They have not vested yet.
		#[codec(index = 0)]
		Unvested,
	}

	/// The lines of every beneficiary.
	///
	/// Nothing adds an account after genesis; a rotation replaces one.
	#[pallet::storage]
	pub type Schedules<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, Schedule<T::MaxLines>, OptionQuery>;

	/// The units that the lines of all accounts freeze together.
	#[pallet::storage]
	pub type TotalFrozen<T: Config> = StorageValue<_, Balance, ValueQuery>;

	/// How far the idle sweep got.
	#[pallet::storage]
	pub type Sweep<T: Config> = StorageValue<_, SweepProgress<T::AccountId>, OptionQuery>;

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// Tokens have vested, and the freeze was lowered by as much.
		Vested {
			/// The beneficiary.
			who: T::AccountId,
			/// Units that vested since the freeze was computed last.
			released: Balance,
			/// Units that remain unvested, and frozen.
			unvested: Balance,
		},
		/// A slash took unvested tokens, and the freeze was lowered by as much.
		Forfeited {
			/// The beneficiary.
			who: T::AccountId,
			/// Units by which the lines were shortened from their ends.
			amount: Balance,
			/// Units that remain unvested, and frozen.
			unvested: Balance,
		},
		/// A beneficiary moved to another account.
		Rotated {
			/// The account that it left, which is empty now.
			from: T::AccountId,
			/// The account that has everything now.
			to: T::AccountId,
			/// Units that moved, on hold or not.
			amount: Balance,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// The account has no vesting lines, or all of them are finished. Look at the runtime API
		/// `TokenomicsApi_vesting` first.
		NotFound,
		/// Nothing has vested since the account was settled last, so there is nothing to pay a fee for. Try again
		/// later, not before the cliff.
		NothingVested,
		/// The account is to be rotated to itself. Name another one.
		SameAccount,
		/// The account to rotate to has vesting lines already, and two beneficiaries are not merged. Name an account
		/// without lines.
		AlreadyBeneficiary,
		/// One of the accounts carries a lock of `pallet-vesting`, which would overlap with the freeze. Name another
		/// account, or wait until that lock is over.
		ForeignLock,
		/// The account is a pot that no key controls. Name another one.
		ProtectedAccount,
		/// Tokens on hold or reserved would be left behind. Close what they are deposits for, then rotate.
		HoldsRemain,
		/// The account cannot be emptied: some of its tokens are locked by another pallet, or another pallet still
		/// refers to it. End the lock and remove what refers to the account (session keys, say), then rotate.
		StillInUse,
		/// Moving what other pallets keep of the beneficiary paid or took tokens. Claim or settle what is due there,
		/// then rotate.
		AmountChanged,
		/// The account has as many lines as it may have (`MaxLines`). Grant fewer lines, or to another account.
		TooManyLines,
		/// Nothing of the line is unvested. Grant a line that has a total and ends in the future.
		EmptyLine,
		/// The account holds less than its lines leave unvested. Endow it before the line is granted.
		Underfunded,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_idle(_now: BlockNumberFor<T>, remaining: Weight) -> Weight {
			Self::sweep(remaining.min(Self::sweep_limit()))
		}

		fn integrity_test() {
			assert!(T::MaxLines::get() > 0, "a beneficiary must be allowed one line at least");
			assert!(
				T::WeightInfo::sweep_base().saturating_add(T::WeightInfo::sweep_account()).all_lte(Self::sweep_limit()),
				"an idle sweep must be able to settle one account at least"
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_now: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Lift what has vested of the tokens of `target`.
		///
		/// Signed by anybody, who pays the fee. The freeze becomes what is unvested at this block's time; if a slash
		/// left less than that in the account, the difference is forfeited from the ends of its lines. With the last
		/// line the record goes too.
		///
		/// # Errors
		/// - [`Error::NotFound`]: `target` has no lines.
		/// - [`Error::NothingVested`]: nothing would change.
		///
		/// # Events
		/// - [`Event::Vested`] if something has vested.
		/// - [`Event::Forfeited`] if something was forfeited.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::vest())]
		pub fn vest(origin: OriginFor<T>, target: AccountIdLookupOf<T>) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_vest(&T::Lookup::lookup(target)?)
		}

		/// Move everything that the signer has to `new`: tokens, freeze, lines, bond and roles. Votes are cleared.
		///
		/// Signed by the beneficiary, who ends up with nothing, so this also is the last fee that it pays. `new` keeps
		/// what it had and can spend it as before. Nobody checks that somebody has the key of `new`.
		///
		/// # Errors
		/// - [`Error::SameAccount`], [`Error::AlreadyBeneficiary`], [`Error::ProtectedAccount`],
		///   [`Error::ForeignLock`]: `new` cannot take over.
		/// - [`Error::NotFound`]: the signer has nothing unvested.
		/// - [`Error::HoldsRemain`], [`Error::StillInUse`], [`Error::AmountChanged`]: something would be left behind.
		/// - Whatever stops another pallet from moving its part.
		///
		/// # Events
		/// - [`Event::Vested`] and [`Event::Forfeited`] of the signer, as with [`vest`](Pallet::vest).
		/// - [`Event::Rotated`].
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::rotate().saturating_add(T::OnRotate::on_rotate_weight()))]
		pub fn rotate(origin: OriginFor<T>, new: AccountIdLookupOf<T>) -> DispatchResult {
			let old = ensure_signed(origin)?;
			Self::do_rotate(&old, &T::Lookup::lookup(new)?)
		}

		/// Move everything that `old` has to `new`, for a beneficiary that lost its key.
		///
		/// By [`Config::RotateOrigin`]. `old` must have something unvested: an account whose lines are over belongs to
		/// its key alone. Otherwise as [`rotate`](Pallet::rotate), with the same errors and events.
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::force_rotate().saturating_add(T::OnRotate::on_rotate_weight()))]
		pub fn force_rotate(
			origin: OriginFor<T>,
			old: AccountIdLookupOf<T>,
			new: AccountIdLookupOf<T>,
		) -> DispatchResult {
			T::RotateOrigin::ensure_origin(origin)?;
			Self::do_rotate(&T::Lookup::lookup(old)?, &T::Lookup::lookup(new)?)
		}
	}
}
