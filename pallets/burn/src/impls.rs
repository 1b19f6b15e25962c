//! What the calls and hooks do, and how other pallets burn.

use crate::{
	types::{hour_of, Policy},
	BurnedByReason, Config, CurrentPolicies, Error, Event, Pallet, Sweep, SweepProgress, ThisYear, Totals, WeightInfo,
	Window, Windows, MAX_SWEEP_SHARE,
};
use alloc::vec::Vec;
use btt_primitives::{
	burn::{BurnPolicies, BurnReason, BurnSink},
	Balance,
};
use core::marker::PhantomData;
use frame_support::{
	ensure, parameter_types,
	traits::{
		fungible::{Balanced, Credit, Inspect},
		tokens::{Fortitude::Polite, Imbalance, Precision::Exact, Preservation::Expendable},
		Get, OnUnbalanced, Time,
	},
	weights::{Weight, WeightMeter},
};
use sp_runtime::DispatchResult;

/// Tokens that were taken from somewhere and have to go somewhere.
pub type CreditOf<T> = Credit<<T as frame_system::Config>::AccountId, <T as Config>::Currency>;

impl<T: Config> Pallet<T> {
	/// What was burned since genesis, in units: by all reasons, and the rest.
	pub fn burned_by_reason() -> BurnedByReason {
		let reasons = BurnReason::ALL.map(|reason| (reason, Totals::<T>::get(reason)));
		let known = reasons.iter().fold(0, |sum: Balance, (_, total)| sum.saturating_add(*total));
		BurnedByReason { reasons, other: Self::burned().saturating_sub(known) }
	}

	/// Units that left the supply.
	fn burned() -> Balance {
		T::Supply::get().saturating_sub(T::Currency::total_issuance())
	}

	pub(crate) fn do_burn(who: &T::AccountId, amount: Balance) -> DispatchResult {
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		ensure!(amount <= T::Currency::balance(who), Error::<T>::InsufficientBalance);
		ensure!(amount <= T::Currency::reducible_balance(who, Expendable, Polite), Error::<T>::Frozen);
		let tokens = T::Currency::withdraw(who, amount, Exact, Expendable, Polite)?;
		Self::drop_tokens(BurnReason::Voluntary, tokens);
		Ok(())
	}

	pub(crate) fn do_set_policy(policy: Policy) -> DispatchResult {
		ensure!(policy.is_in_bounds(), Error::<T>::OutOfBounds);
		CurrentPolicies::<T>::mutate(|policies| policies.set(policy));
		Self::deposit_event(Event::PolicySet { policy });
		Ok(())
	}

	pub(crate) fn do_forget_window(who: &T::Identity) -> DispatchResult {
		let window = Windows::<T>::get(who).ok_or(Error::<T>::NotFound)?;
		ensure!(window.is_over(T::Time::now()), Error::<T>::StillCounting);
		Windows::<T>::remove(who);
		Ok(())
	}

	/// Burn all of `tokens`. Touches no account, since it is called in the middle of changing one.
	fn drop_tokens(reason: BurnReason, tokens: CreditOf<T>) -> Balance {
		let amount = tokens.peek();
		if amount > 0 {
			drop(tokens);
			Totals::<T>::mutate(reason, |total| *total = total.saturating_add(amount));
			Self::deposit_event(Event::Burned { reason, amount });
		}
		amount
	}

	/// Burn what the year's ceiling has room for, and let the rest go to the development fund.
	fn drop_by_policy(reason: BurnReason, tokens: CreditOf<T>) -> Balance {
		let mut year = ThisYear::<T>::get().at(T::Time::now());
		let admitted = year.admit(tokens.peek(), T::YearlyCeiling::get());
		let (tokens, excess) = tokens.split(admitted);
		if admitted > 0 {
			ThisYear::<T>::put(year);
		}
		let burned = Self::drop_tokens(reason, tokens);
		if excess.peek() > 0 {
			Self::deposit_event(Event::CeilingReached { reason, excess: excess.peek() });
			T::Excess::on_unbalanced(excess);
		}
		burned
	}

	/// What an idle sweep weighs at most.
	pub(crate) fn sweep_limit() -> Weight {
		let block = T::BlockWeights::get().max_block;
		Weight::from_parts(MAX_SWEEP_SHARE.mul_floor(block.ref_time()), MAX_SWEEP_SHARE.mul_floor(block.proof_size()))
	}

	/// Look at as many windows as `limit` allows, from where the last sweep stopped, clear away those that count nothing
	/// any more, and return what that weighed.
	///
	/// Windows end with an hour, so at most one pass over all of them begins in each hour.
	pub(crate) fn sweep(limit: Weight) -> Weight {
		let mut meter = WeightMeter::with_limit(limit);
		let each = T::WeightInfo::sweep_window();
		if !meter.can_consume(T::WeightInfo::sweep_base().saturating_add(each)) {
			return Weight::zero();
		}
		meter.consume(T::WeightInfo::sweep_base());

		let now = T::Time::now();
		let (began, windows) = match Sweep::<T>::get() {
			// The key is only where to go on from. Whether there still is a window under it does not matter.
			Some(SweepProgress { began, after: Some(after) }) => {
				(began, Windows::<T>::iter_from(Windows::<T>::hashed_key_for(after)))
			}
			Some(SweepProgress { began, .. }) if began >= hour_of(now) => return meter.consumed(),
			_ => (hour_of(now), Windows::<T>::iter()),
		};
		let room = meter.remaining().checked_div_per_component(&each).unwrap_or(1);
		// Taken out before any is removed from the map.
		let batch: Vec<_> = windows
			.take(usize::try_from(room).unwrap_or(usize::MAX))
			.map(|(who, window)| (who, window.is_over(now)))
			.collect();

		for (who, is_over) in &batch {
			meter.consume(each);
			if *is_over {
				Windows::<T>::remove(who);
			}
		}
		let complete = u64::try_from(batch.len()).is_ok_and(|seen| seen < room);
		let after = if complete { None } else { batch.into_iter().next_back().map(|(who, _)| who) };
		Sweep::<T>::put(SweepProgress { began, after });
		meter.consumed()
	}
}

impl<T: Config> BurnSink<CreditOf<T>> for Pallet<T> {
	fn burn(reason: BurnReason, tokens: CreditOf<T>) -> Balance {
		if reason.is_policy() {
			Self::drop_by_policy(reason, tokens)
		} else {
			Self::drop_tokens(reason, tokens)
		}
	}
}

impl<T: Config> BurnPolicies<T::Identity> for Pallet<T> {
	fn on_tokenisation(value: Balance) -> Balance {
		CurrentPolicies::<T>::get().on_tokenisation(value)
	}

	fn on_transfer(who: &T::Identity, value: Balance) -> Balance {
		if value == 0 {
			return 0;
		}
		let now = T::Time::now();
		let mut window = Windows::<T>::get(who).unwrap_or_else(|| Window::new(now));
		let due = CurrentPolicies::<T>::get().on_transfer(window.sum(now), value);
		window.add(value, now);
		Windows::<T>::insert(who, window);
		due
	}

	fn on_premium(price: Balance) -> Balance {
		CurrentPolicies::<T>::get().on_premium(price)
	}
}

/// Burns whatever it is given, for one reason.
pub struct BurnFor<T, Reason>(PhantomData<(T, Reason)>);

impl<T: Config, Reason: Get<BurnReason>> OnUnbalanced<CreditOf<T>> for BurnFor<T, Reason> {
	fn on_nonzero_unbalanced(tokens: CreditOf<T>) {
		<Pallet<T> as BurnSink<CreditOf<T>>>::burn(Reason::get(), tokens);
	}
}

parameter_types! {
	/// The reason of [`DustBurn`].
	pub const DustReason: BurnReason = BurnReason::Dust;
	/// The reason of [`SlashBurn`].
	pub const SlashReason: BurnReason = BurnReason::Slash;
}

/// Burns the dust of accounts that are reaped: `DustRemoval` of Balances.
pub type DustBurn<T> = BurnFor<T, DustReason>;

/// Burns what slashes take.
pub type SlashBurn<T> = BurnFor<T, SlashReason>;

#[cfg(any(feature = "std", feature = "try-runtime"))]
impl<T: Config> Pallet<T> {
	/// Check the invariants, by their numbers:
	///
	/// 1. Total issuance does not exceed the supply, and the totals by reason do not exceed what left the supply.
	/// 2. Policies burned no more in the last year than the ceiling, nor than they burned in all years; and that year has
	///    begun.
	/// 3. Policies are within their bounds.
	/// 4. Every window has a last transfer, of one unit at least, in the past.
	/// 5. The idle sweep began in the past.
	pub fn do_try_state() -> Result<(), sp_runtime::TryRuntimeError> {
		let now = T::Time::now();
		let sum = |reasons: &[BurnReason]| {
			reasons.iter().fold(0, |sum: Balance, reason| sum.saturating_add(Totals::<T>::get(reason)))
		};

		ensure!(T::Currency::total_issuance() <= T::Supply::get(), "1: there are more tokens than were ever issued");
		ensure!(sum(&BurnReason::ALL) <= Self::burned(), "1: more was burned by reasons than left the supply");

		let policies: Vec<_> = BurnReason::ALL.into_iter().filter(|reason| reason.is_policy()).collect();
		let year = ThisYear::<T>::get();
		ensure!(year.year <= crate::types::year_of(now), "2: policies burned in a year that has not begun");
		ensure!(year.burned <= T::YearlyCeiling::get(), "2: policies burned more than the ceiling");
		ensure!(year.burned <= sum(&policies), "2: policies burned more in a year than in all years");

		ensure!(CurrentPolicies::<T>::get().are_in_bounds(), "3: a policy is out of its bounds");

		for window in Windows::<T>::iter_values() {
			ensure!(window.hour() <= hour_of(now), "4: a window counts transfers of the future");
			ensure!(window.latest() > 0, "4: a window has no last transfer");
		}
		ensure!(Sweep::<T>::get().is_none_or(|sweep| sweep.began <= hour_of(now)), "5: a sweep began in the future");
		Ok(())
	}
}
