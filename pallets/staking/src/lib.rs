//! Bonds, roles, validators elected by stake, rewards out of fees, and slashing.
//!
//! # Calls
//!
//! - [`bond`](Pallet::bond), [`unbond`](Pallet::unbond), [`rebond`](Pallet::rebond): put tokens at stake, or let them
//!   leave; [`withdraw_unbonded`](Pallet::withdraw_unbonded): anybody frees what has left.
//! - [`add_role`](Pallet::add_role), [`drop_role`](Pallet::drop_role): pledge stake for a role.
//! - [`validate`](Pallet::validate), [`chill`](Pallet::chill), [`set_commission`](Pallet::set_commission): stand for
//!   election, or do not.
//! - [`delegate`](Pallet::delegate), [`undelegate`](Pallet::undelegate): back a validator.
//! - [`payout`](Pallet::payout): anybody has somebody's rewards paid.
//! - [`apply_slash`](Pallet::apply_slash): anybody applies slashes that are due to somebody;
//!   [`cancel_slash`](Pallet::cancel_slash): governance stops one before.
//! - [`set_validator_count`](Pallet::set_validator_count), [`set_minimum`](Pallet::set_minimum): governance.
//!
//! # Overview
//!
//! Every account has one [`Ledger`]. Its bond is a hold and may cover unvested tokens. Parts of the active bond stand
//! for roles or behind one validator, and never for two things at a time; a validator backs itself. What is unbonded
//! waits for the unbonding period and can be slashed meanwhile.
//!
//! Rewards are fees, nothing else. They come in through [`RewardSink`](btt_primitives::staking::RewardSink), lie in a
//! pot without a key, and are divided at the end of the block by cumulative reward per share ([`Pool`]): O(1) per action for any number of
//! stakers, exact to the unit.
//!
//! Validators are elected in every session by the stake behind them. Equivocations slash everything that counted in the
//! election for the session of the offence, after a delay in which governance can cancel. A slash is applied to each
//! account apart, by anybody; until then the account can do nothing else.
//!
//! What an account did in a role is judged elsewhere, by
//! [`Accountability`](btt_primitives::staking::Accountability). From the accusation to the verdict nothing of its stake
//! leaves; a conviction slashes it, and rewards the challenger out of what was vested.
//!
//! # Example
//!
#![doc = docify::embed!("src/tests/rewards.rs", a_validator_and_its_delegators_share_what_it_earns)]
//!
//! # Terms
//!
//! - *active bond*: what is bonded and not unbonding.
//! - *backing*: stake that answers for a validator, from one election up to another.
//! - *era*: a span of calendar time; new stake earns from the next one on.
//! - *accused*: with stake that a slash concerns which is not due yet.
//! - *disputed*: with an accusation of what was done in a role that has had no verdict yet.
//! - *full era*: one with enough blocks to tell who is offline.
//!
//! # Invariants
//!
//! - The hold of an account is its active bond and what is unbonding.
//! - Pledges and delegation never exceed the active bond.
//! - The pot holds what is owed, and what the pools hold, to the unit.
//!
//! The rules come from SPEC §7, §9 and §18.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::unwrap_used)]
#![cfg_attr(
	any(test, feature = "runtime-benchmarks"),
	allow(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::unwrap_used)
)]

extern crate alloc;

mod accountability;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod election;
pub mod genesis;
mod impls;
pub mod ledger;
#[cfg(test)]
mod mock;
pub mod pool;
mod rewards;
mod slashing;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod try_state;
pub mod types;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::{answerable, burden, unbonding, BenchmarkHelper};
pub use ledger::Ledger;
pub use pallet::*;
pub use pool::Pool;
pub use types::{Election, Era, EraInfo, Income, Join, Offence, PoolId, Slash, SlashIndex, Validator};
pub use weights::WeightInfo;

pub(crate) const LOG_TARGET: &str = "runtime::staking";

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use btt_primitives::{
		staking::{Disable, HasKeys, OnStakeChanged, Role, RoleMinimums},
		vesting::Unvested,
		Balance, Moment,
	};
	use frame_support::{
		pallet_prelude::*,
		traits::{
			fungible::{Balanced, BalancedHold, Credit, Inspect, Mutate, MutateHold},
			OnUnbalanced, Time,
		},
		PalletId,
	};
	use frame_system::pallet_prelude::*;
	use sp_runtime::Perbill;
	use sp_staking::SessionIndex;

	/// The tokens of the pallet, in flight.
	pub type CreditOf<T> = Credit<<T as frame_system::Config>::AccountId, <T as Config>::Currency>;
	/// What an account has at stake.
	pub type LedgerOf<T> =
		Ledger<<T as frame_system::Config>::AccountId, <T as Config>::MaxChunks, <T as Config>::MaxBackings>;
	/// Who was elected for a session.
	pub type ElectionOf<T> = Election<<T as frame_system::Config>::AccountId, <T as Config>::MaxValidators>;
	/// Whose income a pool is.
	pub type PoolIdOf<T> = PoolId<<T as frame_system::Config>::AccountId>;

	#[pallet::pallet]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
		/// BTT.
		type Currency: Inspect<Self::AccountId, Balance = Balance>
			+ Mutate<Self::AccountId>
			+ Balanced<Self::AccountId>
			+ MutateHold<Self::AccountId, Reason = Self::RuntimeHoldReason>
			+ BalancedHold<Self::AccountId>;

		/// The reason of the hold, as the runtime knows it.
		type RuntimeHoldReason: From<HoldReason>;

		/// The chain's clock, in ms.
		type Time: Time<Moment = Moment>;

		/// Told before a slash takes tokens, so that unvested ones go first.
		type Unvested: Unvested<Self::AccountId>;

		/// Takes what is slashed: the burn sink.
		type SlashSink: OnUnbalanced<CreditOf<Self>>;

		/// Tells who has session keys.
		type Keys: HasKeys<Self::AccountId>;

		/// Takes the seats of offenders: the session.
		type Disable: Disable<Self::AccountId>;

		/// Whoever must know when stake or roles change. Must not fail and must cost O(1).
		type OnStakeChanged: OnStakeChanged<Self::AccountId>;

		/// The minimum stakes of the roles, in units. Clamped to 1 to 1,000,000 BTT (SPEC §18).
		type RoleMinimums: RoleMinimums;

		/// How long an era is, in ms; at least 1.
		type EraDuration: Get<Moment>;

		/// What the rules of staking take for a day, in ms; at least 1.
		type Day: Get<Moment>;

		/// How long stake takes to leave, in ms. Raised to a day more than [`Config::SlashDeferral`] if it is less.
		type UnbondingPeriod: Get<Moment>;

		/// How long governance has to cancel a slash, in ms. At most 27 of those days.
		type SlashDeferral: Get<Moment>;

		/// After how many full eras without a block a validator is chilled. At least 1.
		type OfflineEras: Get<u32>;

		/// Who sets the number of validators: governance.
		type AdminOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Who cancels slashes: governance.
		type SlashCancelOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The least active bond, and the least delegation, in units; no less than the existential deposit.
		#[pallet::constant]
		type MinBond: Get<Balance>;

		/// How many validators can stand for election.
		#[pallet::constant]
		type MaxCandidates: Get<u32>;

		/// How many validators can serve. Must not be lowered.
		#[pallet::constant]
		type MaxValidators: Get<u32>;

		/// How many chunks of an account can be unbonding. Must not be lowered.
		#[pallet::constant]
		type MaxChunks: Get<u32>;

		/// How many changes of what backs validators are kept apart per account. Must not be lowered.
		#[pallet::constant]
		type MaxBackings: Get<u32>;

		/// Gives the account of the reward pot.
		#[pallet::constant]
		type PotId: Get<PalletId>;

		/// What the calls weigh.
		type WeightInfo: WeightInfo;

		/// Builds what the benchmarks need of other pallets.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId>;
	}

	/// Why tokens are on hold.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// They are bonded, or unbonding.
		#[codec(index = 0)]
		Bond,
	}

	/// What accounts have at stake.
	#[pallet::storage]
	pub type Ledgers<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, LedgerOf<T>, OptionQuery>;

	/// The accounts that can be backed.
	#[pallet::storage]
	pub type Validators<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, Validator, OptionQuery>;

	/// The validators that stand for election, with the units behind each.
	#[pallet::storage]
	pub type Candidates<T: Config> = CountedStorageMap<_, Blake2_128Concat, T::AccountId, Balance, OptionQuery>;

	/// The pool of all who back a validator.
	#[pallet::storage]
	pub type Stakers<T: Config> = StorageValue<_, Pool, ValueQuery>;

	/// Where the pools stood when stake began to earn, by the era in which it joined; kept until all of it is settled.
	#[pallet::storage]
	pub type Joins<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, PoolIdOf<T>, Twox64Concat, Era, Join, OptionQuery>;

	/// The running era.
	#[pallet::storage]
	pub type CurrentEra<T: Config> = StorageValue<_, EraInfo, ValueQuery>;

	/// Who made this block; not kept.
	#[pallet::storage]
	pub type Author<T: Config> = StorageValue<_, T::AccountId, OptionQuery>;

	/// The fees of this block that lie in the pot already; not kept.
	#[pallet::storage]
	pub type Incoming<T: Config> = StorageValue<_, Income, ValueQuery>;

	/// The session that is elected next.
	#[pallet::storage]
	pub type NextSession<T: Config> = StorageValue<_, SessionIndex, ValueQuery>;

	/// Who was elected, by session, as long as an offence can be slashed.
	#[pallet::storage]
	pub type Elections<T: Config> = StorageMap<_, Twox64Concat, SessionIndex, ElectionOf<T>, OptionQuery>;

	/// The earliest session of which the election is kept.
	#[pallet::storage]
	pub type FirstSession<T: Config> = StorageValue<_, SessionIndex, ValueQuery>;

	/// How many eras had been full when an elected validator made its last block, or was elected anew.
	#[pallet::storage]
	pub type LastSeen<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, u32, OptionQuery>;

	/// How many eras had been full when validators were last chilled for being offline.
	#[pallet::storage]
	pub type LastKick<T: Config> = StorageValue<_, u32, ValueQuery>;

	/// What validators are accused of, by session, as long as its election is kept.
	#[pallet::storage]
	pub type Offences<T: Config> =
		StorageDoubleMap<_, Twox64Concat, SessionIndex, Blake2_128Concat, T::AccountId, Offence, OptionQuery>;

	/// The slashes of validators. They stay, since stake that was not touched since may still have to answer.
	#[pallet::storage]
	pub type Slashes<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, T::AccountId, Twox64Concat, SlashIndex, Slash, OptionQuery>;

	/// How many slashes of a validator there are.
	#[pallet::storage]
	pub type SlashCount<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, SlashIndex, ValueQuery>;

	/// Offenders that still have a seat, with the fractions they are slashed by.
	#[pallet::storage]
	pub type Offenders<T: Config> = StorageValue<_, BoundedVec<(T::AccountId, Perbill), T::MaxValidators>, ValueQuery>;

	/// The number of validators that is elected, if so many stand.
	#[pallet::storage]
	pub type ValidatorCount<T: Config> = StorageValue<_, u32, ValueQuery, ConstU32<21>>;

	/// The number of validators under which those before them keep their seats.
	#[pallet::storage]
	pub type MinimumValidators<T: Config> = StorageValue<_, u32, ValueQuery, ConstU32<1>>;

	/// The validators of genesis, whose stake comes from their own free balances.
	///
	/// Without validators nothing is built: FRAME builds the default in a test of every runtime.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Who validates, with how many units of its own, and for what commission.
		pub validators: Vec<(T::AccountId, Balance, Perbill)>,
		/// How many validators are elected.
		pub validator_count: u32,
		/// Under how many the old ones keep their seats.
		pub minimum_validators: u32,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			if self.validators.is_empty() {
				return;
			}
			if let Err(error) = self.validate() {
				panic!("BttStaking genesis: {error}");
			}
			if let Err((who, error)) = Pallet::<T>::build_genesis(self) {
				panic!("BttStaking genesis: validator {who:?} cannot bond its stake and pay for the pot: {error:?}");
			}
		}
	}

	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// Tokens were bonded.
		Bonded {
			/// By whom.
			who: T::AccountId,
			/// Units.
			amount: Balance,
		},
		/// Tokens began to leave the bond.
		Unbonded {
			/// Whose.
			who: T::AccountId,
			/// Units.
			amount: Balance,
			/// The ms from which on they can be withdrawn.
			release: Moment,
		},
		/// Tokens that were leaving are bonded again.
		Rebonded {
			/// Whose.
			who: T::AccountId,
			/// Units.
			amount: Balance,
		},
		/// Tokens that had left the bond are free.
		Withdrawn {
			/// Whose.
			who: T::AccountId,
			/// Units.
			amount: Balance,
		},
		/// Stake was pledged for a role.
		RoleAdded {
			/// Whose.
			who: T::AccountId,
			/// The role.
			role: Role,
			/// Units that stand for it.
			pledge: Balance,
		},
		/// A role ended.
		RoleDropped {
			/// Whose.
			who: T::AccountId,
			/// The role.
			role: Role,
		},
		/// A validator stands for election.
		Validating {
			/// The validator.
			who: T::AccountId,
			/// The part of its blocks' income that it gets beforehand.
			commission: Perbill,
		},
		/// A validator stands for election no more.
		Chilled {
			/// The validator.
			who: T::AccountId,
		},
		/// A validator made no block for too long.
		Offline {
			/// The validator, which is chilled too.
			who: T::AccountId,
		},
		/// A validator changed its commission.
		CommissionSet {
			/// The validator.
			who: T::AccountId,
			/// The part of its blocks' income that it gets beforehand.
			commission: Perbill,
		},
		/// Stake went behind a validator.
		Delegated {
			/// Whose.
			who: T::AccountId,
			/// The validator.
			validator: T::AccountId,
			/// Units.
			amount: Balance,
		},
		/// Stake stands behind a validator no more.
		Undelegated {
			/// Whose.
			who: T::AccountId,
			/// The validator.
			validator: T::AccountId,
			/// Units.
			amount: Balance,
		},
		/// Rewards were paid.
		PaidOut {
			/// To whom.
			who: T::AccountId,
			/// Units.
			amount: Balance,
		},
		/// The part of the fees of the author of a block came in.
		AuthorRewarded {
			/// The author.
			author: T::AccountId,
			/// Units.
			amount: Balance,
			/// Units of them that are the author's commission.
			commission: Balance,
		},
		/// The part of the fees of all stakers came in.
		StakersRewarded {
			/// Units.
			amount: Balance,
		},
		/// A validator will be slashed.
		SlashReported {
			/// The validator.
			validator: T::AccountId,
			/// The number of the slash.
			index: SlashIndex,
			/// The session of the offence.
			session: SessionIndex,
			/// The part of the stake that is slashed.
			fraction: Perbill,
			/// The ms from which on it is applied.
			due: Moment,
		},
		/// A slash was cancelled.
		SlashCancelled {
			/// The validator.
			validator: T::AccountId,
			/// The number of the slash.
			index: SlashIndex,
		},
		/// A slash was applied to an account.
		Slashed {
			/// Whose tokens were taken.
			who: T::AccountId,
			/// The validator that the account answers for.
			validator: T::AccountId,
			/// The number of the slash.
			index: SlashIndex,
			/// Units.
			amount: Balance,
		},
		/// Governance set the numbers of validators.
		ValidatorCountSet {
			/// How many are elected.
			count: u32,
			/// Under how many the old ones keep their seats.
			minimum: u32,
		},
		/// An account was slashed for what it did in a role.
		Convicted {
			/// Whose tokens were taken.
			who: T::AccountId,
			/// The role, which it may have lost before.
			role: Role,
			/// Units.
			amount: Balance,
			/// Who showed what was wrong.
			challenger: T::AccountId,
			/// Units of them that the challenger got.
			reward: Balance,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// The account has nothing at stake. Bond first.
		NotFound,
		/// The amount is 0. Name a positive one.
		ZeroAmount,
		/// The account has less that is not on hold already. Bond no more than that.
		InsufficientBalance,
		/// Less than `MinBond` would be bonded, or stand behind the validator. Take all or leave more.
		BelowMinimum,
		/// Less of the bond is unbonding, or stands for nothing. Drop roles or undelegate first, or take less.
		InsufficientBond,
		/// So many chunks are unbonding already. Withdraw those that are released, or wait.
		TooManyChunks,
		/// Nothing is released yet.
		NothingReleased,
		/// What backed validators changed too often lately. Wait until what left answers no more.
		TooManyBackings,
		/// A slash that is due was not applied to the account yet. Call `apply_slash` first.
		SlashDue,
		/// A slash that concerns the account is pending. Wait until it is applied or cancelled.
		Accused,
		/// No slash is due.
		NoSlashDue,
		/// The account has the role already, with today's minimum.
		RoleHeld,
		/// The account does not have the role. Add it first.
		NoRole,
		/// The account backs another validator. Undelegate first.
		BacksAnother,
		/// The account does not stand for election. Name a candidate.
		NotCandidate,
		/// The account stands for election already.
		AlreadyCandidate,
		/// So many validators stand for election already.
		TooManyCandidates,
		/// The account has no session keys. Set them with `session.setKeys` first.
		NoKeys,
		/// A commission may change by one point a day. Ask for less, or wait.
		CommissionTooFast,
		/// The account backs no validator.
		NotDelegating,
		/// A validator must have its minimum behind itself. Drop the role to take all.
		BelowRoleMinimum,
		/// There are no rewards to pay.
		NothingOwed,
		/// There is no such slash.
		SlashNotFound,
		/// The slash is due, or was cancelled already.
		TooLate,
		/// The number is out of bounds: 4 to 300 validators, and a minimum of 1 up to that.
		OutOfBounds,
		/// A validator cannot move to another account, because others back it. Drop the role and let them leave first.
		IsValidator,
		/// The account to move to has something at stake already. Name another one.
		AlreadyBonded,
		/// What the account did in a role is disputed. Wait for the verdict.
		Disputed,
		/// So many accusations of the account wait for their verdicts already. Wait for one.
		TooManyAccusations,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_initialize(_: BlockNumberFor<T>) -> Weight {
			Self::advance_era();
			// Who authored is noted from outside, where it is not weighed.
			T::WeightInfo::on_initialize()
				.saturating_add(T::WeightInfo::note_author())
				.saturating_add(T::WeightInfo::hand_over())
		}

		fn on_finalize(_: BlockNumberFor<T>) {
			Self::hand_over();
		}

		fn integrity_test() {
			assert!(T::MinBond::get() >= T::Currency::minimum_balance(), "a bond must keep an account alive");
			assert!(
				T::MaxChunks::get() > 0 && T::MaxBackings::get() > 1,
				"there must be room to leave, and to answer for what was"
			);
			assert!(T::MaxCandidates::get() >= T::MaxValidators::get(), "every seat must be open to a candidate");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Bond `amount` units more of what the signer has, vested or not. They count for the tier as they mature.
		///
		/// Signed. Emits [`Event::Bonded`].
		///
		/// Errors: [`Error::ZeroAmount`], [`Error::InsufficientBalance`], [`Error::BelowMinimum`], [`Error::SlashDue`].
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::bond().saturating_add(T::OnStakeChanged::on_stake_changed_weight()))]
		pub fn bond(origin: OriginFor<T>, #[pallet::compact] amount: Balance) -> DispatchResult {
			Self::do_bond(ensure_signed(origin)?, amount)
		}

		/// Let `amount` units leave the bond that stand for no role and behind no validator. They can be withdrawn
		/// after the unbonding period, and slashed until then.
		///
		/// Signed. Emits [`Event::Unbonded`].
		///
		/// Errors: [`Error::NotFound`], [`Error::ZeroAmount`], [`Error::InsufficientBond`], [`Error::BelowMinimum`],
		/// [`Error::TooManyChunks`], [`Error::SlashDue`], [`Error::Disputed`].
		#[pallet::call_index(1)]
		#[pallet::weight(Pallet::<T>::reducing(T::WeightInfo::unbond()))]
		pub fn unbond(origin: OriginFor<T>, #[pallet::compact] amount: Balance) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::reduce(T::WeightInfo::unbond(), &who, || Self::do_unbond(who.clone(), amount))
		}

		/// Bond `amount` units again that are unbonding, those released last first.
		///
		/// Signed. Emits [`Event::Rebonded`].
		///
		/// Errors: [`Error::NotFound`], [`Error::ZeroAmount`], [`Error::InsufficientBond`], [`Error::BelowMinimum`],
		/// [`Error::SlashDue`].
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::rebond().saturating_add(T::OnStakeChanged::on_stake_changed_weight()))]
		pub fn rebond(origin: OriginFor<T>, #[pallet::compact] amount: Balance) -> DispatchResult {
			Self::do_rebond(ensure_signed(origin)?, amount)
		}

		/// Free what `who` unbonded and what is released by now.
		///
		/// Signed by anybody. Emits [`Event::Withdrawn`].
		///
		/// Errors: [`Error::NotFound`], [`Error::NothingReleased`], [`Error::SlashDue`], [`Error::Accused`],
		/// [`Error::Disputed`].
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::withdraw_unbonded())]
		pub fn withdraw_unbonded(origin: OriginFor<T>, who: T::AccountId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_withdraw_unbonded(who)
		}

		/// Pledge the minimum of `role` (SPEC §18) out of the active bond, or raise the pledge to it. The minimums of
		/// all roles add up. A validator's goes behind itself.
		///
		/// Signed. Emits [`Event::RoleAdded`], and [`Event::Delegated`] for a validator.
		///
		/// Errors: [`Error::NotFound`], [`Error::RoleHeld`], [`Error::InsufficientBond`], [`Error::BacksAnother`],
		/// [`Error::TooManyBackings`], [`Error::SlashDue`].
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::add_role().saturating_add(T::OnStakeChanged::on_stake_changed_weight()))]
		pub fn add_role(origin: OriginFor<T>, role: Role) -> DispatchResult {
			Self::do_add_role(ensure_signed(origin)?, role)
		}

		/// Give `role` up, so that its pledge stands for nothing. A validator stands for election no more, and nothing
		/// stands behind it any more of its own; but what it had there answers for as long as unbonding takes.
		///
		/// Signed. Emits [`Event::RoleDropped`], and [`Event::Chilled`] and [`Event::Undelegated`] for a validator.
		///
		/// Errors: [`Error::NotFound`], [`Error::NoRole`], [`Error::TooManyBackings`], [`Error::SlashDue`],
		/// [`Error::Accused`], [`Error::Disputed`].
		#[pallet::call_index(5)]
		#[pallet::weight(Pallet::<T>::reducing(T::WeightInfo::drop_role()))]
		pub fn drop_role(origin: OriginFor<T>, role: Role) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::reduce(T::WeightInfo::drop_role(), &who, || Self::do_drop_role(who.clone(), role))
		}

		/// Stand for election, and take `commission` of the income of one's blocks beforehand.
		///
		/// Signed, by an account with the role and with session keys. A commission that was set before changes no faster
		/// than with [`set_commission`](Pallet::set_commission). Emits [`Event::Validating`].
		///
		/// Errors: [`Error::NotFound`], [`Error::NoRole`] also if the minimum was raised since, [`Error::NoKeys`],
		/// [`Error::AlreadyCandidate`], [`Error::TooManyCandidates`], [`Error::CommissionTooFast`],
		/// [`Error::SlashDue`], [`Error::Accused`].
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::validate())]
		pub fn validate(origin: OriginFor<T>, commission: Perbill) -> DispatchResult {
			Self::do_validate(ensure_signed(origin)?, commission)
		}

		/// Stand for election no more. A seat is left with the next session that is not elected yet.
		///
		/// Signed. Emits [`Event::Chilled`].
		///
		/// Errors: [`Error::NotCandidate`].
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::chill())]
		pub fn chill(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			ensure!(Self::do_chill(&who), Error::<T>::NotCandidate);
			Ok(())
		}

		/// Change the commission by at most one point, at most once a day.
		///
		/// Signed, by a candidate. Emits [`Event::CommissionSet`].
		///
		/// Errors: [`Error::NotCandidate`], [`Error::CommissionTooFast`].
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::set_commission())]
		pub fn set_commission(origin: OriginFor<T>, commission: Perbill) -> DispatchResult {
			Self::do_set_commission(ensure_signed(origin)?, commission)
		}

		/// Put `amount` units of the active bond, that stand for nothing else, behind `validator`. They count in the
		/// next election and earn from the next era on; and they answer for what the validator does. The validator stands
		/// for election, or is the signer.
		///
		/// Signed. Emits [`Event::Delegated`].
		///
		/// Errors: [`Error::NotFound`], [`Error::ZeroAmount`], [`Error::NotCandidate`], [`Error::BacksAnother`],
		/// [`Error::InsufficientBond`], [`Error::BelowMinimum`], [`Error::TooManyBackings`], [`Error::SlashDue`].
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::delegate())]
		pub fn delegate(
			origin: OriginFor<T>,
			validator: T::AccountId,
			#[pallet::compact] amount: Balance,
		) -> DispatchResult {
			Self::do_delegate(ensure_signed(origin)?, validator, amount)
		}

		/// Take `amount` units back from behind the validator, those that came last first. They earn no more, stay
		/// bonded, and answer for what the validator did as long as unbonding takes.
		///
		/// Signed. Emits [`Event::Undelegated`].
		///
		/// Errors: [`Error::NotFound`], [`Error::ZeroAmount`], [`Error::NotDelegating`], [`Error::InsufficientBond`],
		/// [`Error::BelowMinimum`], [`Error::BelowRoleMinimum`], [`Error::TooManyBackings`], [`Error::SlashDue`].
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::undelegate())]
		pub fn undelegate(origin: OriginFor<T>, #[pallet::compact] amount: Balance) -> DispatchResult {
			Self::do_undelegate(ensure_signed(origin)?, amount)
		}

		/// Pay the rewards of `who`. If it cannot receive them, they stay owed.
		///
		/// Signed by anybody. Emits [`Event::PaidOut`].
		///
		/// Errors: [`Error::NotFound`], [`Error::NothingOwed`], [`Error::SlashDue`]; those of a transfer.
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::payout())]
		pub fn payout(origin: OriginFor<T>, who: T::AccountId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_payout(who)
		}

		/// Apply slashes that are due to the stake of `who`. There may be more than one call does; then call again.
		///
		/// Signed by anybody. Emits [`Event::Slashed`] for each, and [`Event::RoleDropped`] for roles that cannot be
		/// kept.
		///
		/// Errors: [`Error::NotFound`], [`Error::NoSlashDue`].
		#[pallet::call_index(12)]
		#[pallet::weight(Pallet::<T>::reducing(T::WeightInfo::apply_slash()))]
		pub fn apply_slash(origin: OriginFor<T>, who: T::AccountId) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			Self::reduce(T::WeightInfo::apply_slash(), &who, || Self::do_apply_slash(who.clone()))
		}

		/// Cancel slash `index` of `validator` before it is due.
		///
		/// Origin: [`Config::SlashCancelOrigin`]. Emits [`Event::SlashCancelled`].
		///
		/// Errors: [`Error::SlashNotFound`], [`Error::TooLate`].
		#[pallet::call_index(13)]
		#[pallet::weight(T::WeightInfo::cancel_slash())]
		pub fn cancel_slash(origin: OriginFor<T>, validator: T::AccountId, index: SlashIndex) -> DispatchResult {
			T::SlashCancelOrigin::ensure_origin(origin)?;
			Self::do_cancel_slash(validator, index)
		}

		/// Elect `count` validators from now on: 4 to 300, and no less than the minimum.
		///
		/// Origin: [`Config::AdminOrigin`]. Emits [`Event::ValidatorCountSet`].
		///
		/// Errors: [`Error::OutOfBounds`].
		#[pallet::call_index(14)]
		#[pallet::weight(T::WeightInfo::set_validator_count())]
		pub fn set_validator_count(origin: OriginFor<T>, count: u32) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_set_numbers(count, MinimumValidators::<T>::get())
		}

		/// Let validators keep their seats if fewer than `minimum` are elected: 1 up to the number of validators.
		///
		/// Origin: [`Config::AdminOrigin`]. Emits [`Event::ValidatorCountSet`].
		///
		/// Errors: [`Error::OutOfBounds`].
		#[pallet::call_index(15)]
		#[pallet::weight(T::WeightInfo::set_minimum())]
		pub fn set_minimum(origin: OriginFor<T>, minimum: u32) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_set_numbers(ValidatorCount::<T>::get(), minimum)
		}
	}
}
