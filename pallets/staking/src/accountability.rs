//! Accusations of what accounts did in their roles, and the verdicts.

use crate::{Config, Error, Event, LedgerOf, Ledgers, Pallet, LOG_TARGET};
use btt_primitives::{
	staking::{Accountability, OnStakeChanged, Role},
	Balance,
};
use frame_support::{
	traits::{fungible::Balanced, Imbalance, OnUnbalanced},
	weights::Weight,
};
use sp_runtime::{DispatchResult, Perbill};

/// What a successful challenger gets of the vested tokens that a conviction takes: one in so many.
const ONE_IN: Balance = 5;

impl<T: Config> Pallet<T> {
	/// The ledger of `who` with one accusation less, if there was one.
	fn judged_ledger(who: &T::AccountId) -> Option<LedgerOf<T>> {
		let ledger = Ledgers::<T>::get(who).and_then(|mut ledger| ledger.judge().then_some(ledger));
		if ledger.is_none() {
			log::error!(target: LOG_TARGET, "a verdict on {who:?}, which is not accused");
		}
		ledger
	}
}

impl<T: Config> Accountability<T::AccountId> for Pallet<T> {
	fn accuse(who: &T::AccountId) -> DispatchResult {
		let mut ledger = Ledgers::<T>::get(who).filter(|ledger| ledger.held() > 0).ok_or(Error::<T>::NotFound)?;
		ledger.accuse().map_err(Error::<T>::from)?;
		Ledgers::<T>::insert(who, ledger);
		Ok(())
	}

	fn acquit(who: &T::AccountId) {
		if let Some(ledger) = Self::judged_ledger(who) {
			Self::store(who, &ledger);
		}
	}

	fn convict_weight() -> Weight {
		T::OnStakeChanged::on_stake_reduced_weight()
	}

	fn convict(who: &T::AccountId, role: Role, part: Perbill, challenger: &T::AccountId) -> Balance {
		let Some(mut ledger) = Self::judged_ledger(who) else { return 0 };
		let loss = ledger.convict(role, part, Self::minimum(role));
		let taken = Self::bear(who, &mut ledger, loss);
		let (mut burned, vested) = Self::seize(who, taken);
		let amount = burned.peek();

		// Who challenges itself must not get back what it loses.
		let mut reward = if challenger == who { 0 } else { vested.checked_div(ONE_IN).unwrap_or_default() };
		if reward > 0 {
			if let Err(refused) = T::Currency::resolve(challenger, burned.extract(reward)) {
				burned.subsume(refused);
				reward = 0;
			}
		}
		T::SlashSink::on_unbalanced(burned);

		Self::store_less_and_tell(who, &ledger);
		Self::forget_validator(who);
		let (who, challenger) = (who.clone(), challenger.clone());
		Self::deposit_event(Event::Convicted { who, role, amount, challenger, reward });
		amount
	}
}
