//! What always holds.

use crate::{
	types::{LEAST_FACTOR, MAX_PREMIUM_PRICE, MIN_PREMIUM_PRICE},
	BaseFeeFactor, Config, EfficiencyRule, FundLedger, Pallet, PremiumPrice, PremiumUntil, Split,
};
use frame_support::{ensure, traits::fungible::Inspect};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Check the invariants, by their numbers:
	///
	/// 1. The split is whole.
	/// 2. The fund's account holds at least what it received less what was spent, and nothing at all or at least the
	///    existential deposit.
	/// 3. Price, efficiency and factor are within their bounds.
	/// 4. Nobody paid for premium access up to the beginning of time.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		ensure!(Split::<T>::get().is_whole(), "1: the parts of a fee do not make a whole");

		let (ledger, holds) = (FundLedger::<T>::get(), T::Currency::total_balance(&Self::fund()));
		ensure!(holds >= ledger.received.saturating_sub(ledger.spent), "2: the fund holds less than it received");
		ensure!(holds == 0 || holds >= T::Currency::minimum_balance(), "2: the fund lost its existential deposit");

		let price = PremiumPrice::<T>::get();
		ensure!((MIN_PREMIUM_PRICE..=MAX_PREMIUM_PRICE).contains(&price), "3: the price is out of bounds");
		ensure!(EfficiencyRule::<T>::get().is_within_bounds(), "3: the reference is out of bounds");
		ensure!(BaseFeeFactor::<T>::get() >= LEAST_FACTOR, "3: the base fee fell too far");

		ensure!(PremiumUntil::<T>::iter().all(|(_, until)| until > 0), "4: premium access that never was");
		Ok(())
	}
}
