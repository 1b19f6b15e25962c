//! What the calls do, how fees are split, and how other pallets see premium access and discounts.

use crate::{
	types::{
		discounted, discounted_details, Efficiency, Reason, MAX_PERIODS, MAX_PREMIUM_PRICE, MIN_PREMIUM_PRICE,
		PERIOD_DAYS,
	},
	BaseFeeFactor, Config, CreditOf, CurrentUsage, EfficiencyRule, Error, Event, FundLedger, Pallet, PremiumPrice,
	PremiumUntil, Split, LOG_TARGET,
};
use btt_primitives::{
	burn::{BurnPolicies, BurnReason, BurnSink},
	fees::{Discount, FeeSink, FeeSplit, PremiumAccess},
	staking::{RewardSink, Role, StakeInfo},
	vesting::OnRotate,
	Balance, Moment,
};
use core::marker::PhantomData;
use frame_support::{
	ensure,
	traits::{
		fungible::{Balanced, Inspect, Mutate},
		tokens::{DepositConsequence, Fortitude::Polite, Precision::Exact, Preservation::Preserve, Provenance::Extant},
		Get, Imbalance, OnUnbalanced, Time,
	},
};
use pallet_transaction_payment::FeeDetails;
use sp_runtime::{traits::AccountIdConversion, DispatchResult, Perbill};

// What the runtime and other pallets may ask.
impl<T: Config> Pallet<T> {
	/// The account of the development fund, which no key controls.
	pub fn fund() -> T::AccountId {
		T::PotId::get().into_account_truncating()
	}

	/// What the development fund can spend, in units.
	pub fn fund_balance() -> Balance {
		T::Currency::reducible_balance(&Self::fund(), Preserve, Polite)
	}

	/// Let `founder` give the development fund its existential deposit, which it keeps for ever.
	pub fn found(founder: &T::AccountId) -> DispatchResult {
		T::Currency::transfer(founder, &Self::fund(), T::Currency::minimum_balance(), Preserve).map(|_| ())
	}

	/// What `who` pays less at this block's time.
	///
	/// Premium access that was paid for gives at least what the first tier does. Premium access by stake gives what the
	/// tier of that stake does, as it matures: otherwise a discount could be had at once.
	pub fn discount_of(who: &T::AccountId) -> Discount {
		let paid = Self::has_paid(who);
		let premium = paid || T::Stake::has_role(who, Role::Premium);
		Discount { premium, ..Discount::new(T::Stake::tier_of(who), paid) }
	}

	/// Units that `who` pays of a `fee` without tip: what a transaction of its own would withdraw.
	pub fn discounted(who: &T::AccountId, fee: Balance) -> Balance {
		discounted(&Self::discount_of(who), fee)
	}

	/// What `who` pays of the parts of a fee, which add up to [`Self::discounted`].
	pub fn discounted_details(who: &T::AccountId, details: FeeDetails<Balance>) -> FeeDetails<Balance> {
		discounted_details(&Self::discount_of(who), details)
	}

	/// The part of the base fee that is due: a quarter to all of it, by usage. Changes at the beginning of a block only,
	/// so that a transaction is estimated, charged and corrected by the same.
	pub fn base_fee_factor() -> Perbill {
		BaseFeeFactor::<T>::get()
	}

	/// How long a period of premium access is, in ms.
	pub fn period() -> Moment {
		T::Day::get().saturating_mul(PERIOD_DAYS)
	}

	fn has_paid(who: &T::AccountId) -> bool {
		PremiumUntil::<T>::get(who).is_some_and(|until| until > T::Time::now())
	}
}

// Usage.
impl<T: Config> Pallet<T> {
	/// Count a transaction that paid a fee.
	pub(crate) fn note_usage() {
		CurrentUsage::<T>::mutate(|usage| usage.note());
	}

	/// If a day has ended, let the base fee follow usage.
	pub(crate) fn advance_usage() {
		let today = T::Time::now().checked_div(T::Day::get()).unwrap_or_default();
		let mut usage = CurrentUsage::<T>::get();
		let before = usage;
		let ended = usage.advance(today);
		if usage != before {
			CurrentUsage::<T>::put(usage);
		}
		if !ended {
			return;
		}
		let factor = EfficiencyRule::<T>::get().factor(usage.average);
		if factor != BaseFeeFactor::<T>::get() {
			BaseFeeFactor::<T>::put(factor);
			Self::deposit_event(Event::BaseFeeFactorSet { factor, average: usage.average });
		}
	}
}

// Calls.
impl<T: Config> Pallet<T> {
	pub(crate) fn do_set_fee_split(split: FeeSplit) -> DispatchResult {
		ensure!(split.is_whole(), Error::<T>::NotWhole);
		Split::<T>::put(split);
		Self::deposit_event(Event::FeeSplitSet { split });
		Ok(())
	}

	pub(crate) fn do_spend(beneficiary: T::AccountId, amount: Balance, reason: Reason) -> DispatchResult {
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		ensure!(!reason.is_empty(), Error::<T>::EmptyReason);
		let fund = Self::fund();
		ensure!(beneficiary != fund, Error::<T>::IsFund);
		ensure!(amount <= Self::fund_balance(), Error::<T>::InsufficientFunds);
		match T::Currency::can_deposit(&beneficiary, amount, Extant) {
			DepositConsequence::Success => (),
			DepositConsequence::BelowMinimum => return Err(Error::<T>::BelowMinimum.into()),
			_ => return Err(Error::<T>::CannotReceive.into()),
		}

		T::Currency::transfer(&fund, &beneficiary, amount, Preserve)?;
		FundLedger::<T>::mutate(|ledger| ledger.spent = ledger.spent.saturating_add(amount));
		Self::deposit_event(Event::FundSpent { beneficiary, amount, reason });
		Ok(())
	}

	pub(crate) fn do_buy_premium(who: T::AccountId, periods: u32, limit: Balance) -> DispatchResult {
		ensure!(periods > 0, Error::<T>::ZeroAmount);
		let (now, period) = (T::Time::now(), Self::period());
		let start = PremiumUntil::<T>::get(&who).unwrap_or_default().max(now);
		let until = start.saturating_add(period.saturating_mul(periods.into()));
		ensure!(until <= now.saturating_add(period.saturating_mul(MAX_PERIODS.into())), Error::<T>::TooFarAhead);
		let price = PremiumPrice::<T>::get().saturating_mul(periods.into());
		ensure!(price <= limit, Error::<T>::PriceAboveLimit);
		ensure!(price <= T::Currency::reducible_balance(&who, Preserve, Polite), Error::<T>::InsufficientBalance);

		let mut payment = T::Currency::withdraw(&who, price, Exact, Preserve, Polite)?;
		let burned = Self::burn(BurnReason::Premium, payment.extract(T::Policies::on_premium(price)));
		Self::endow(payment);
		PremiumUntil::<T>::insert(&who, until);
		Self::deposit_event(Event::PremiumBought { who, periods, price, burned, until });
		Ok(())
	}

	pub(crate) fn do_forget_premium(who: T::AccountId) -> DispatchResult {
		ensure!(PremiumUntil::<T>::contains_key(&who), Error::<T>::NotFound);
		ensure!(!Self::has_paid(&who), Error::<T>::NotExpired);
		PremiumUntil::<T>::remove(&who);
		Self::deposit_event(Event::PremiumForgotten { who });
		Ok(())
	}

	pub(crate) fn do_set_premium_price(price: Balance) -> DispatchResult {
		ensure!((MIN_PREMIUM_PRICE..=MAX_PREMIUM_PRICE).contains(&price), Error::<T>::OutOfBounds);
		PremiumPrice::<T>::put(price);
		Self::deposit_event(Event::PremiumPriceSet { price });
		Ok(())
	}

	pub(crate) fn do_set_efficiency(rule: Efficiency) -> DispatchResult {
		ensure!(rule.is_within_bounds(), Error::<T>::OutOfBounds);
		EfficiencyRule::<T>::put(rule);
		Self::deposit_event(Event::EfficiencySet { rule });
		Ok(())
	}
}

// Where money goes.
impl<T: Config> Pallet<T> {
	/// Burn `tokens`. Returns the units burned.
	fn burn(reason: BurnReason, tokens: CreditOf<T>) -> Balance {
		if tokens.peek() == 0 {
			return 0;
		}
		T::Burn::burn(reason, tokens)
	}

	/// Put `tokens` into the development fund.
	pub(crate) fn endow(tokens: CreditOf<T>) {
		let amount = tokens.peek();
		if amount == 0 {
			return;
		}
		match T::Currency::resolve(&Self::fund(), tokens) {
			Ok(()) => FundLedger::<T>::mutate(|ledger| ledger.received = ledger.received.saturating_add(amount)),
			Err(tokens) => {
				// Only a fund that nobody founded has not got the existential deposit.
				log::warn!(target: LOG_TARGET, "the development fund cannot take {amount} units; stakers get them");
				T::Rewards::stakers(tokens);
			}
		}
	}
}

impl<T: Config> FeeSink<CreditOf<T>> for Pallet<T> {
	fn pay_fees(mut fees: CreditOf<T>) {
		let (total, split) = (fees.peek(), Split::<T>::get());
		let mut take = |part: Perbill| fees.extract(part.mul_floor(total));
		let (burn, author, stakers) = (take(split.burn), take(split.author), take(split.stakers));
		Self::burn(BurnReason::Fees, burn);
		if author.peek() > 0 {
			T::Rewards::author(author);
		}
		if stakers.peek() > 0 {
			T::Rewards::stakers(stakers);
		}
		Self::endow(fees);
	}

	fn pay_tip(tip: CreditOf<T>) {
		if tip.peek() > 0 {
			T::Rewards::author(tip);
		}
	}
}

/// Takes the fee and then the tip of a transaction, as the adapters of `pallet-transaction-payment` hand them over.
pub struct TransactionFees<T>(PhantomData<T>);

impl<T: Config> OnUnbalanced<CreditOf<T>> for TransactionFees<T> {
	fn on_unbalanceds(mut fees_then_tips: impl Iterator<Item = CreditOf<T>>) {
		if let Some(fees) = fees_then_tips.next() {
			Pallet::<T>::pay_fees(fees);
		}
		fees_then_tips.for_each(Pallet::<T>::pay_tip);
	}

	fn on_nonzero_unbalanced(fees: CreditOf<T>) {
		Pallet::<T>::pay_fees(fees);
	}
}

/// Puts tokens into the development fund.
pub struct DevelopmentFund<T>(PhantomData<T>);

impl<T: Config> OnUnbalanced<CreditOf<T>> for DevelopmentFund<T> {
	fn on_nonzero_unbalanced(tokens: CreditOf<T>) {
		Pallet::<T>::endow(tokens);
	}
}

impl<T: Config> PremiumAccess<T::AccountId> for Pallet<T> {
	fn is_premium(who: &T::AccountId) -> bool {
		Self::has_paid(who) || T::Stake::has_role(who, Role::Premium)
	}
}

impl<T: Config> OnRotate<T::AccountId> for Pallet<T> {
	/// What `from` has paid for follows, on top of what `to` has paid for itself.
	fn on_rotate(from: &T::AccountId, to: &T::AccountId) -> DispatchResult {
		if from == to {
			return Ok(());
		}
		let Some(paid) = PremiumUntil::<T>::take(from) else { return Ok(()) };
		let now = T::Time::now();
		let left = paid.saturating_sub(now);
		if left > 0 {
			let until = PremiumUntil::<T>::get(to).unwrap_or_default().max(now).saturating_add(left);
			PremiumUntil::<T>::insert(to, until);
			Self::deposit_event(Event::PremiumMoved { from: from.clone(), to: to.clone(), until });
		}
		Ok(())
	}
}
