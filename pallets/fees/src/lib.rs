//! Where fees go, who pays less of them, premium access, and the development fund.
//!
//! # Calls
//!
//! - [`buy_premium`](Pallet::buy_premium): pay for premium access; [`forget_premium`](Pallet::forget_premium): anybody
//!   cleans up what has expired.
//! - [`spend`](Pallet::spend): pay out of the development fund, with a reason on record.
//! - [`set_fee_split`](Pallet::set_fee_split), [`set_premium_price`](Pallet::set_premium_price),
//!   [`set_efficiency`](Pallet::set_efficiency): governance.
//!
//! # Overview
//!
//! Fees of whatever kind come in through [`FeeSink`](btt_primitives::fees::FeeSink): a part is burned, a part is the
//! author's, a part that of all stakers, and the rest goes to the development fund, an account without a key.
//!
//! [`DiscountedCharge`] wraps what charges for transactions. Who has stake that matured, or paid for premium access,
//! pays less; what is estimated, withdrawn and corrected agrees to the unit, and [`Event::FeePaid`] tells what was
//! really paid.
//!
//! The base fee falls as usage grows ([`base_fee_factor`](Pallet::base_fee_factor)): by the moving average of the
//! transactions of a day, once a day, within bounds.
//!
//! # Example
//!
#![doc = docify::embed!("src/tests/charge.rs", matured_stake_pays_less_and_the_event_tells_how_much)]
//!
//! # Terms
//!
//! - *fee*: what a transaction pays without its tip. *Tip*: what it pays on top, never discounted.
//! - *discount*: the part of a fee that is waived, fixed when the fee is withdrawn.
//! - *period*: 30 days of premium access.
//! - *factor*: the part of the base fee that is left by what usage saves.
//!
//! # Invariants
//!
//! - The parts of a fee add up to it, and the split is whole.
//! - What a payer loses is what was split and the tip.
//! - The fund's account holds what it received less what was spent, and never less than the existential deposit once
//!   it was founded, so that it can take any amount.
//!
//! The rules come from SPEC §6, §7, §9 and §18.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::unwrap_used)]
#![cfg_attr(
	any(test, feature = "runtime-benchmarks"),
	allow(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::unwrap_used)
)]

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod charge;
mod impls;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod try_state;
pub mod types;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use charge::{Charge, ChargeWeight, DiscountedCharge};
pub use impls::{DevelopmentFund, TransactionFees};
pub use pallet::*;
pub use types::{Efficiency, Fund, Reason, Usage};
pub use weights::WeightInfo;

pub(crate) const LOG_TARGET: &str = "runtime::fees";

/// How many keys a payment reads that every other payment of a block reads, too: clock and timing; split, factor, fund
/// and usage; what was burned this year and for fees; what the stakers get; the accounts of both funds.
pub const SHARED_READS: u64 = 11;

/// How many of them it writes: all but clock, timing, split and factor.
pub const SHARED_WRITES: u64 = 7;

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use btt_primitives::{
		burn::{BurnPolicies, BurnSink},
		fees::FeeSplit,
		staking::{RewardSink, StakeInfo, Tier},
		Balance, Moment,
	};
	use frame_support::{
		pallet_prelude::*,
		traits::{
			fungible::{Balanced, Credit, Inspect, Mutate},
			Time,
		},
		PalletId,
	};
	use frame_system::pallet_prelude::*;
	use sp_runtime::{FixedU128, Perbill};

	/// The tokens of the pallet, in flight.
	pub type CreditOf<T> = Credit<<T as frame_system::Config>::AccountId, <T as Config>::Currency>;

	#[pallet::pallet]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
		/// BTT.
		type Currency: Inspect<Self::AccountId, Balance = Balance> + Mutate<Self::AccountId> + Balanced<Self::AccountId>;

		/// The chain's clock, in ms.
		type Time: Time<Moment = Moment>;

		/// What accounts have at stake. Its tier must count stake only as it matures, or discounts could be rented.
		type Stake: StakeInfo<Self::AccountId>;

		/// Takes what is burned.
		type Burn: BurnSink<CreditOf<Self>>;

		/// Tells how much of the price of premium access is burned.
		type Policies: BurnPolicies<Self::AccountId>;

		/// Takes the parts of the author and of the stakers, and pays nobody before the end of the block. Gets what is
		/// the development fund's, too, as long as the fund was not founded.
		type Rewards: RewardSink<CreditOf<Self>>;

		/// How long a day is, in ms; at least 1.
		type Day: Get<Moment>;

		/// Who sets split, price and efficiency: governance.
		type AdminOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Who spends the development fund: governance, where it allocates resources.
		type SpendOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Gives the account of the development fund.
		#[pallet::constant]
		type PotId: Get<PalletId>;

		/// What the calls weigh.
		type WeightInfo: WeightInfo;

		/// Builds what the benchmarks need of other pallets.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId>;
	}

	/// The parts of a fee.
	#[pallet::storage]
	pub type Split<T: Config> = StorageValue<_, FeeSplit, ValueQuery>;

	/// What the development fund received and spent.
	#[pallet::storage]
	pub type FundLedger<T: Config> = StorageValue<_, Fund, ValueQuery>;

	/// Up to when accounts have paid for premium access, in ms.
	#[pallet::storage]
	pub type PremiumUntil<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, Moment, OptionQuery>;

	/// What a period of premium access costs, in units.
	#[pallet::storage]
	pub type PremiumPrice<T: Config> = StorageValue<_, Balance, ValueQuery, DefaultPremiumPrice>;

	/// 100 BTT.
	#[pallet::type_value]
	pub fn DefaultPremiumPrice() -> Balance {
		types::DEFAULT_PREMIUM_PRICE
	}

	/// How the base fee follows usage.
	#[pallet::storage]
	pub type EfficiencyRule<T: Config> = StorageValue<_, Efficiency, ValueQuery>;

	/// The transactions that paid a fee.
	#[pallet::storage]
	pub type CurrentUsage<T: Config> = StorageValue<_, Usage, ValueQuery>;

	/// The part of the base fee that is due today.
	#[pallet::storage]
	pub type BaseFeeFactor<T: Config> = StorageValue<_, Perbill, ValueQuery, WholeBaseFee>;

	/// 100 %.
	#[pallet::type_value]
	pub fn WholeBaseFee() -> Perbill {
		Perbill::one()
	}

	/// Who founds the development fund.
	///
	/// Without a founder nothing is built: FRAME builds the default in a test of every runtime. Then the fund is
	/// founded by the first transfer of an existential deposit to its account; until then its part of small fees goes
	/// to the stakers.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Gives the fund the existential deposit, which stays there for ever.
		pub founder: Option<T::AccountId>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			let Some(founder) = &self.founder else { return };
			if let Err(error) = Pallet::<T>::found(founder) {
				panic!("Fees genesis: {founder:?} cannot give the development fund its existential deposit: {error:?}");
			}
		}
	}

	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A transaction was paid for.
		FeePaid {
			/// By whom.
			who: T::AccountId,
			/// Units really paid without the tip, all of which was split.
			fee: Balance,
			/// Units paid to the author on top.
			tip: Balance,
			/// Units waived of what the transaction would have cost somebody else.
			discount: Balance,
			/// The tier of the payer's stake.
			tier: Tier,
			/// Whether the payer has premium access.
			premium: bool,
		},
		/// The parts of fees changed.
		FeeSplitSet {
			/// What they are now.
			split: FeeSplit,
		},
		/// The development fund paid.
		FundSpent {
			/// To whom.
			beneficiary: T::AccountId,
			/// Units.
			amount: Balance,
			/// For what.
			reason: Reason,
		},
		/// Premium access was paid for.
		PremiumBought {
			/// By whom.
			who: T::AccountId,
			/// How many periods of 30 days.
			periods: u32,
			/// Units paid.
			price: Balance,
			/// Units of them that were burned.
			burned: Balance,
			/// When it ends, in ms.
			until: Moment,
		},
		/// Premium access that was paid for has ended and is forgotten.
		PremiumForgotten {
			/// Whose.
			who: T::AccountId,
		},
		/// Premium access that was paid for moved along with its account.
		PremiumMoved {
			/// Whose it was.
			from: T::AccountId,
			/// Whose it is.
			to: T::AccountId,
			/// When it ends, in ms.
			until: Moment,
		},
		/// The price of premium access changed.
		PremiumPriceSet {
			/// Units for a period.
			price: Balance,
		},
		/// How the base fee follows usage changed.
		EfficiencySet {
			/// The rule.
			rule: Efficiency,
		},
		/// The base fee follows usage.
		BaseFeeFactorSet {
			/// The part of the base fee that is due from now on.
			factor: Perbill,
			/// Transactions a day, on average.
			average: FixedU128,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// The parts of the split do not add up to 100 %. Change another part too.
		NotWhole,
		/// The amount, or the number of periods, is 0. Name a positive one.
		ZeroAmount,
		/// No reason was given. Say what is paid for.
		EmptyReason,
		/// The development fund has less, or would keep less than the existential deposit. Spend less.
		InsufficientFunds,
		/// The beneficiary would hold less than the existential deposit. Pay more, or let it receive something else
		/// first.
		BelowMinimum,
		/// The beneficiary cannot take the amount.
		CannotReceive,
		/// The beneficiary is the development fund. Name another account.
		IsFund,
		/// The account cannot pay the price and stay alive out of what it may spend. Frozen and held tokens do not
		/// count.
		InsufficientBalance,
		/// More than 12 periods would be paid ahead. Buy fewer.
		TooFarAhead,
		/// The account has not paid for premium access.
		NotFound,
		/// Premium access costs more than the signer is ready to pay. Look the price up and sign again.
		PriceAboveLimit,
		/// The premium access has not ended yet. Wait until it has.
		NotExpired,
		/// The figure is out of its bounds: 1 to 10,000 BTT for a period of premium access, 100 to 100,000,000
		/// transactions a day.
		OutOfBounds,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		/// Accounts as well for what every payment of the block touches, whoever pays.
		fn on_initialize(_: BlockNumberFor<T>) -> Weight {
			Self::advance_usage();
			T::WeightInfo::on_initialize().saturating_add(T::DbWeight::get().reads_writes(SHARED_READS, SHARED_WRITES))
		}

		fn integrity_test() {
			assert!(FeeSplit::default().is_whole(), "the parts of a fee must make a whole");
			assert!(Efficiency::default().is_within_bounds(), "the base fee must follow usage within bounds");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Split fees by `split` from now on: four parts of 0 to 100 % that add up to 100 % (SPEC §18).
		///
		/// Origin: [`Config::AdminOrigin`]. Emits [`Event::FeeSplitSet`].
		///
		/// Errors: [`Error::NotWhole`].
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::set_fee_split())]
		pub fn set_fee_split(origin: OriginFor<T>, split: FeeSplit) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_set_fee_split(split)
		}

		/// Pay `amount` units out of the development fund to `beneficiary`, for `reason`, which is at most 256 bytes.
		/// The fund keeps the existential deposit.
		///
		/// Origin: [`Config::SpendOrigin`]. Emits [`Event::FundSpent`].
		///
		/// Errors: [`Error::ZeroAmount`], [`Error::EmptyReason`], [`Error::IsFund`], [`Error::InsufficientFunds`],
		/// [`Error::BelowMinimum`], [`Error::CannotReceive`].
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::spend())]
		pub fn spend(
			origin: OriginFor<T>,
			beneficiary: T::AccountId,
			#[pallet::compact] amount: Balance,
			reason: Reason,
		) -> DispatchResult {
			T::SpendOrigin::ensure_origin(origin)?;
			Self::do_spend(beneficiary, amount, reason)
		}

		/// Pay for `periods` of 30 days of premium access, which begin when those end that were paid for already. At
		/// most 12 can be ahead. A part of the price is burned (SPEC §6), the rest goes to the development fund.
		///
		/// The signer pays no more than `limit` units, in case that the price rises until then.
		///
		/// Signed. Emits [`Event::PremiumBought`].
		///
		/// Errors: [`Error::ZeroAmount`], [`Error::TooFarAhead`], [`Error::PriceAboveLimit`],
		/// [`Error::InsufficientBalance`].
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::buy_premium())]
		pub fn buy_premium(
			origin: OriginFor<T>,
			#[pallet::compact] periods: u32,
			#[pallet::compact] limit: Balance,
		) -> DispatchResult {
			Self::do_buy_premium(ensure_signed(origin)?, periods, limit)
		}

		/// Forget the premium access of `who` that has ended.
		///
		/// Signed by anybody. Emits [`Event::PremiumForgotten`].
		///
		/// Errors: [`Error::NotFound`], [`Error::NotExpired`].
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::forget_premium())]
		pub fn forget_premium(origin: OriginFor<T>, who: T::AccountId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_forget_premium(who)
		}

		/// Let a period of premium access cost `price` units from now on: 1 to 10,000 BTT.
		///
		/// Origin: [`Config::AdminOrigin`]. Emits [`Event::PremiumPriceSet`].
		///
		/// Errors: [`Error::OutOfBounds`].
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::set_premium_price())]
		pub fn set_premium_price(origin: OriginFor<T>, #[pallet::compact] price: Balance) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_set_premium_price(price)
		}

		/// From the next day on, let the base fee fall as soon as more than `reference` transactions a day pay fees: 100
		/// to 100,000,000; and waive `share` of what usage beyond that saves: 0 to 100 %. The base fee never falls under
		/// a quarter.
		///
		/// Origin: [`Config::AdminOrigin`]. Emits [`Event::EfficiencySet`].
		///
		/// Errors: [`Error::OutOfBounds`].
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::set_efficiency())]
		pub fn set_efficiency(origin: OriginFor<T>, reference: u32, share: Perbill) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_set_efficiency(Efficiency { reference, share })
		}
	}
}
