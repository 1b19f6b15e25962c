//! What is burned, why, and how much of it in a year.
//!
//! # Calls
//!
//! - [`burn`](Pallet::burn): somebody burns tokens of its own.
//! - [`set_policy`](Pallet::set_policy): governance changes what an operation burns, within bounds.
//! - [`forget_window`](Pallet::forget_window): anybody clears away a window that counts nothing any more.
//!
//! # Overview
//!
//! Everything that the chain burns comes here as a credit, with the reason, through
//! [`BurnSink`](btt_primitives::burn::BurnSink). Burning is dropping the credit: total issuance falls, and what was
//! burned is the supply less total issuance. There is no second counter of issuance; only the totals per reason are
//! kept, and what they do not explain is *other*.
//!
//! What the chain's policies burn (a part of the fees, tokenisation, transfers of high value, premium access) is
//! limited to [`Config::YearlyCeiling`] in every UTC year. What exceeds it is not burned but goes to
//! [`Config::Excess`]. What people burn by themselves, slashes and dust have no ceiling.
//!
//! How much an operation burns is told by [`BurnPolicies`](btt_primitives::burn::BurnPolicies). Transfers of tokenised
//! assets burn a part of what exceeds a threshold in 24 hours, counted per identity, so that neither splitting a
//! transfer nor splitting an account avoids anything. `README.md` tells all of this in plain words.
//!
//! # Example
//!
#![doc = docify::embed!("src/tests/ceiling.rs", what_exceeds_the_ceiling_of_a_year_goes_to_the_development_fund)]
//!
//! # Terms
//!
//! - *policy burn*: one of which [`BurnReason::is_policy`](btt_primitives::burn::BurnReason::is_policy) is true.
//! - *window*: what an identity transferred in the running hour and the 24 hours before it.
//! - *other*: what left the supply without passing here, such as a burn by another pallet.
//!
//! # Invariants
//!
//! - Total issuance, the totals per reason and *other* add up to the supply.
//! - Policy burns of a year never exceed the ceiling.
//! - However a transfer is split over 24 hours, it burns no less than in one piece.
//!
//! The rules come from SPEC §6, their figures from SPEC §18.

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
pub use impls::{BurnFor, CreditOf, DustBurn, SlashBurn};
pub use pallet::*;
pub use types::{BurnedByReason, Policies, Policy, SweepProgress, Window, YearlyBurns};
pub use weights::WeightInfo;

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use btt_primitives::{burn::BurnReason, Balance, Moment};
	use frame_support::{
		pallet_prelude::*,
		traits::{fungible::Balanced, OnUnbalanced, Time},
	};
	use frame_system::pallet_prelude::*;
	use sp_runtime::Perbill;

	/// The share of a block's weight that an idle sweep takes at most.
	pub const MAX_SWEEP_SHARE: Perbill = Perbill::from_percent(5);

	#[pallet::pallet]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
		/// BTT.
		type Currency: Balanced<Self::AccountId, Balance = Balance>;

		/// The chain's clock, in ms since the Unix epoch.
		type Time: Time<Moment = Moment>;

		/// Everything that was ever minted, in units. What of it is not in total issuance is burned.
		#[pallet::constant]
		type Supply: Get<Balance>;

		/// What policies burn in a UTC year at most, in units. Lowering it takes a migration of [`ThisYear`] if more than
		/// that was burned in the running year.
		#[pallet::constant]
		type YearlyCeiling: Get<Balance>;

		/// Takes what policies would burn beyond the ceiling: the development fund. Must be able to take any amount, down
		/// to one unit: what it drops is burned, as *other*.
		type Excess: OnUnbalanced<CreditOf<Self>>;

		/// Who sets policies: governance.
		type AdminOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Whose transfers are counted together: the identity that eligibility is about, else the account.
		type Identity: Parameter + MaxEncodedLen;

		/// What the calls and hooks weigh.
		type WeightInfo: WeightInfo;

		/// Builds what the benchmarks need of other pallets.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::Identity>;
	}

	/// Units burned for each reason, since genesis.
	#[pallet::storage]
	pub type Totals<T> = StorageMap<_, Twox64Concat, BurnReason, Balance, ValueQuery>;

	/// The UTC year of the last policy burn, and the units that policies burned in it.
	#[pallet::storage]
	pub type ThisYear<T> = StorageValue<_, YearlyBurns, ValueQuery>;

	/// What operations burn.
	#[pallet::storage]
	pub type CurrentPolicies<T> = StorageValue<_, Policies, ValueQuery>;

	/// What identities transferred lately. A window that counts nothing any more may linger until it is swept away.
	#[pallet::storage]
	pub type Windows<T: Config> = StorageMap<_, Blake2_128Concat, T::Identity, Window, OptionQuery>;

	/// How far the idle sweep got.
	#[pallet::storage]
	pub type Sweep<T: Config> = StorageValue<_, SweepProgress<T::Identity>, OptionQuery>;

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// Tokens were burned: total issuance fell.
		Burned {
			/// Why.
			reason: BurnReason,
			/// Units.
			amount: Balance,
		},
		/// A policy would have burned more than the year's ceiling allows. What exceeds it was not burned, but went to
		/// the development fund.
		CeilingReached {
			/// Why it was to be burned.
			reason: BurnReason,
			/// Units that went to the fund.
			excess: Balance,
		},
		/// A policy was set.
		PolicySet {
			/// What it says from now on.
			policy: Policy,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// Nothing is to be burned. Name an amount of one unit at least.
		ZeroAmount,
		/// The account has fewer free tokens than are to be burned; what is on hold, bonded tokens for instance, does not
		/// count. Name a smaller amount.
		InsufficientBalance,
		/// The account has so many free tokens, but not all of them can be spent: some are unvested or frozen otherwise,
		/// or the existential deposit has to stay since something refers to the account (a bond, session keys). Name a
		/// smaller amount.
		Frozen,
		/// A rate or a threshold is out of its bounds. See [`Policy`] for the bounds.
		OutOfBounds,
		/// The identity has no window: it transferred nothing lately, or its window is forgotten already.
		NotFound,
		/// The window still counts transfers. Try again 25 hours after the last one.
		StillCounting,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_idle(_now: BlockNumberFor<T>, remaining: Weight) -> Weight {
			Self::sweep(remaining.min(Self::sweep_limit()))
		}

		fn integrity_test() {
			assert!(T::YearlyCeiling::get() <= T::Supply::get(), "the ceiling must not exceed the supply");
			assert!(Policies::default().are_in_bounds(), "the policies of genesis must be within their bounds");
			assert!(
				T::WeightInfo::sweep_base().saturating_add(T::WeightInfo::sweep_window()).all_lte(Self::sweep_limit()),
				"an idle sweep must be able to look at one window at least"
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_now: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Burn `amount` units of the signer's own tokens, for good.
		///
		/// Signed by anybody. Only tokens that the signer could also send away are burned: free, vested and not frozen.
		/// All of them may be; an account of which less than the existential deposit is left, and nothing on hold or
		/// frozen, is removed, and that rest is burned too, as dust. It does not count towards the year's ceiling.
		///
		/// # Errors
		/// - [`Error::ZeroAmount`]: `amount` is 0.
		/// - [`Error::InsufficientBalance`]: the signer has less.
		/// - [`Error::Frozen`]: the signer has so much, but cannot spend all of it.
		///
		/// # Events
		/// - [`Event::Burned`] with reason `Voluntary`; the event of the withdrawal before it names the signer.
		/// - [`Event::Burned`] with reason `Dust` if a rest went with it.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::burn())]
		pub fn burn(origin: OriginFor<T>, #[pallet::compact] amount: Balance) -> DispatchResult {
			Self::do_burn(&ensure_signed(origin)?, amount)
		}

		/// Set what an operation burns from now on.
		///
		/// By [`Config::AdminOrigin`]. Transfers that count already in a window are not burned for again.
		///
		/// # Errors
		/// - [`Error::OutOfBounds`]: a rate or a threshold is out of its bounds, see [`Policy`].
		///
		/// # Events
		/// - [`Event::PolicySet`].
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::set_policy())]
		pub fn set_policy(origin: OriginFor<T>, policy: Policy) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_set_policy(policy)
		}

		/// Clear away the window of `who` once it counts nothing any more: when the hour of its last transfer and 24 more
		/// hours are over.
		///
		/// Signed by anybody, who pays the fee. Idle blocks do so as well. It only frees storage: a window that counts
		/// nothing is as good as none. No event.
		///
		/// # Errors
		/// - [`Error::NotFound`]: `who` has no window.
		/// - [`Error::StillCounting`]: the window counts.
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::forget_window())]
		pub fn forget_window(origin: OriginFor<T>, who: T::Identity) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_forget_window(&who)
		}
	}
}
