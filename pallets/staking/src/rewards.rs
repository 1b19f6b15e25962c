//! Income, and who gets it.

use crate::{
	ledger::Delegation,
	pool::{units, Fine},
	Author, Candidates, Config, CreditOf, CurrentEra, Error, Event, Income, Incoming, Join, Joins, LedgerOf, Ledgers,
	Pallet, Pool, PoolId, PoolIdOf, Stakers, Validators, LOG_TARGET,
};
use btt_primitives::{staking::RewardSink, Balance};
use frame_support::{
	defensive, ensure,
	traits::{
		fungible::{Balanced, Inspect, Mutate},
		tokens::{Preservation::Preserve, Provenance},
		Get, Imbalance, OnUnbalanced,
	},
};
use sp_runtime::{traits::AccountIdConversion, DispatchResult};

/// What happens to a delegation.
pub(crate) enum Change<AccountId> {
	/// Its rewards are settled.
	Settle,
	/// So many units join it behind the validator.
	Add(AccountId, Balance),
	/// So many units leave it, those that joined last first.
	Remove(Balance),
}

impl<T: Config> Pallet<T> {
	/// The account of the reward pot, which no key controls.
	pub fn pot() -> T::AccountId {
		T::PotId::get().into_account_truncating()
	}

	pub(crate) fn era() -> crate::Era {
		CurrentEra::<T>::get().index
	}

	/// Bring `pool` to this era, and note where it stands for those who begin to earn.
	fn roll(id: &PoolIdOf<T>, pool: &mut Pool) {
		if let Some(joined) = pool.roll(Self::era()) {
			Joins::<T>::mutate(id, joined, |join| {
				if let Some(join) = join {
					join.per_share = Some(pool.per_share());
				}
			});
		}
	}

	fn enter(id: &PoolIdOf<T>) {
		Joins::<T>::mutate(id, Self::era(), |join| {
			let join = join.get_or_insert_default();
			join.positions = join.positions.saturating_add(1);
		});
	}

	fn leave(id: &PoolIdOf<T>, era: crate::Era) {
		Joins::<T>::mutate_exists(id, era, |join| {
			if let Some(Join { positions, .. }) = join {
				*positions = positions.saturating_sub(1);
				if *positions == 0 {
					*join = None;
				}
			}
		});
	}

	/// What `delegation` earned in `pool`, rolled to this era, since one unit had got `from`.
	pub(crate) fn earned(id: &PoolIdOf<T>, pool: &Pool, delegation: &Delegation<T::AccountId>, from: Fine) -> Fine {
		let mut earned = pool.due(delegation.earning, from);
		if delegation.joining > 0 && delegation.joined_in < pool.era() {
			let start = Joins::<T>::get(id, delegation.joined_in).and_then(|join| join.per_share);
			earned = earned.saturating_add(pool.due(delegation.joining, start.unwrap_or(pool.per_share())));
		}
		earned
	}

	/// What a payout of `ledger` would pay, in units.
	pub(crate) fn rewards_of(ledger: &LedgerOf<T>) -> Balance {
		let Some(delegation) = &ledger.delegation else { return ledger.owed };
		let Some(validator) = Validators::<T>::get(&delegation.validator) else { return ledger.owed };
		let id = PoolId::Validator(delegation.validator.clone());
		let (mut own, mut all) = (validator.pool, Stakers::<T>::get());
		own.roll(Self::era());
		all.roll(Self::era());
		ledger
			.owed
			.saturating_add(units(Self::earned(&id, &own, delegation, delegation.of_validator)).0)
			.saturating_add(units(Self::earned(&PoolId::Stakers, &all, delegation, delegation.of_stakers)).0)
	}

	/// Settle the rewards of the delegation of `ledger`, then change it, in the pools and among the candidates too.
	///
	/// The backings are the caller's business.
	pub(crate) fn change_delegation(ledger: &mut LedgerOf<T>, change: Change<T::AccountId>) {
		let mut delegation = match (ledger.delegation.take(), &change) {
			(Some(delegation), _) => delegation,
			(None, Change::Add(validator, _)) => Delegation::new(validator.clone()),
			(None, _) => return,
		};
		let who = delegation.validator.clone();
		let Some(mut validator) = Validators::<T>::get(&who) else {
			defensive!("a delegation without its validator");
			return;
		};
		let mut all = Stakers::<T>::get();
		let id = PoolId::Validator(who.clone());
		Self::roll(&id, &mut validator.pool);
		Self::roll(&PoolId::Stakers, &mut all);

		let own_due = Self::earned(&id, &validator.pool, &delegation, delegation.of_validator);
		let all_due = Self::earned(&PoolId::Stakers, &all, &delegation, delegation.of_stakers);
		let paid = validator.pool.settle(own_due).saturating_add(all.settle(all_due));
		ledger.owed = ledger.owed.saturating_add(paid);
		(delegation.of_validator, delegation.of_stakers) = (validator.pool.per_share(), all.per_share());
		let era = Self::era();
		if delegation.joining > 0 && delegation.joined_in < era {
			Self::leave(&id, delegation.joined_in);
			Self::leave(&PoolId::Stakers, delegation.joined_in);
			delegation.earning = delegation.total();
			delegation.joining = 0;
		}

		match change {
			Change::Settle => (),
			Change::Add(_, amount) => {
				if delegation.joining == 0 {
					Self::enter(&id);
					Self::enter(&PoolId::Stakers);
				}
				delegation.joining = delegation.joining.saturating_add(amount);
				delegation.joined_in = era;
				validator.pool.join(amount);
				all.join(amount);
			}
			Change::Remove(amount) => {
				let joining = amount.min(delegation.joining);
				let earning = amount.saturating_sub(joining).min(delegation.earning);
				delegation.joining = delegation.joining.saturating_sub(joining);
				delegation.earning = delegation.earning.saturating_sub(earning);
				if joining > 0 && delegation.joining == 0 {
					Self::leave(&id, era);
					Self::leave(&PoolId::Stakers, era);
				}
				validator.pool.leave(earning, joining);
				all.leave(earning, joining);
			}
		}

		if Candidates::<T>::contains_key(&who) {
			Candidates::<T>::insert(&who, validator.pool.total());
		}
		Validators::<T>::insert(&who, validator);
		Stakers::<T>::put(all);
		ledger.delegation = (delegation.total() > 0).then_some(delegation);
	}

	/// Let all stakers have what the pool of a validator that is forgotten still holds.
	pub(crate) fn inherit(pool: &Pool) {
		Stakers::<T>::mutate(|all| all.inherit(pool));
	}

	pub(crate) fn do_payout(who: T::AccountId) -> DispatchResult {
		let mut ledger = Ledgers::<T>::get(&who).ok_or(Error::<T>::NotFound)?;
		ensure!(Self::standing(&ledger) != crate::slashing::Standing::Due, Error::<T>::SlashDue);
		let amount = Self::rewards_of(&ledger);
		ensure!(amount > 0, Error::<T>::NothingOwed);
		T::Currency::can_deposit(&who, amount, Provenance::Extant).into_result()?;

		Self::change_delegation(&mut ledger, Change::Settle);
		let amount = core::mem::take(&mut ledger.owed);
		T::Currency::transfer(&Self::pot(), &who, amount, Preserve)?;
		Self::store(&who, &ledger);
		Self::deposit_event(Event::PaidOut { who, amount });
		Ok(())
	}

	/// Take `fees` into the pot. Returns the units.
	fn take_in(fees: CreditOf<T>) -> Balance {
		let amount = fees.peek();
		match T::Currency::resolve(&Self::pot(), fees) {
			Ok(()) => amount,
			Err(fees) => {
				// Only a chain that began without validators has a pot without the existential deposit.
				log::warn!(target: LOG_TARGET, "the reward pot cannot take {amount} units");
				T::SlashSink::on_unbalanced(fees);
				0
			}
		}
	}

	/// Hand what came in during this block to those whose it is.
	pub(crate) fn hand_over() {
		let author = Author::<T>::take();
		let Income { author: own, stakers: all } = Incoming::<T>::take();
		// A block of nobody's, or of one that left while it still had a seat, has no pool to share with.
		let left = match author {
			Some(author) if own > 0 => Self::reward_author(author, own),
			_ => own,
		};
		Self::reward_stakers(all.saturating_add(left));
	}

	/// Give `author`, and those who back it, `amount` units. Returns what they could not get.
	fn reward_author(author: T::AccountId, amount: Balance) -> Balance {
		let Some(mut validator) = Validators::<T>::get(&author) else { return amount };
		let commission = match Ledgers::<T>::get(&author) {
			Some(mut ledger) => {
				let commission = validator.commission.mul_floor(amount);
				ledger.owed = ledger.owed.saturating_add(commission);
				Ledgers::<T>::insert(&author, ledger);
				commission
			}
			None => 0,
		};
		Self::roll(&PoolId::Validator(author.clone()), &mut validator.pool);
		validator.pool.receive(amount.saturating_sub(commission));
		Validators::<T>::insert(&author, validator);
		Self::deposit_event(Event::AuthorRewarded { author, amount, commission });
		0
	}

	fn reward_stakers(amount: Balance) {
		if amount == 0 {
			return;
		}
		Stakers::<T>::mutate(|all| {
			Self::roll(&PoolId::Stakers, all);
			all.receive(amount);
		});
		Self::deposit_event(Event::StakersRewarded { amount });
	}
}

impl<T: Config> RewardSink<CreditOf<T>> for Pallet<T> {
	fn author(fees: CreditOf<T>) {
		let amount = Self::take_in(fees);
		Incoming::<T>::mutate(|income| income.author = income.author.saturating_add(amount));
	}

	fn stakers(fees: CreditOf<T>) {
		let amount = Self::take_in(fees);
		Incoming::<T>::mutate(|income| income.stakers = income.stakers.saturating_add(amount));
	}
}
