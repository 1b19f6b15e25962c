//! What always holds.

use crate::{
	pool::{fine, Fine},
	Candidates, Config, CurrentEra, HoldReason, Income, Incoming, Joins, Ledgers, MinimumValidators, Pallet, PoolId,
	SlashCount, Stakers, ValidatorCount, Validators,
};
use alloc::collections::BTreeMap;
use btt_primitives::{staking::Role, Balance};
use codec::Encode;
use frame_support::{
	ensure,
	traits::{
		fungible::{Inspect, InspectHold},
		Get,
	},
};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Check the invariants, by their numbers:
	///
	/// 1. The hold of every account is its active bond and what is unbonding; no hold is without a ledger, and no
	///    ledger empty, unless a verdict is to come.
	/// 2. Pledges and delegation do not exceed the active bond, and neither does what matures. Every role is there once,
	///    for something; what a validator has behind itself is no less than its pledge.
	/// 3. Open backings are for the validator that is backed, and add up to the delegation.
	/// 4. A validator's pool has as much stake as there are delegations to it, that of all stakers as much as there are
	///    at all. Every validator has the role or is backed.
	/// 5. The candidates have the role, and are listed with the stake of their pools. They are no more than there may be.
	/// 6. Every pool holds what it carries and what is due to everybody, to the smallest fraction.
	/// 7. The pot holds what the pools hold, what is owed, and what came in during this block.
	/// 8. The joins that are kept are those of delegations that were not settled since.
	/// 9. The numbers of validators are within their bounds.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let reason = HoldReason::Bond.into();
		let era = CurrentEra::<T>::get().index;
		let mut backed = BTreeMap::<T::AccountId, Balance>::new();
		let mut due = BTreeMap::<T::AccountId, Fine>::new();
		let mut joins = BTreeMap::<_, u32>::new();
		let (mut all_due, mut owed): (Fine, Balance) = (Fine::zero(), 0);
		let mut all = Stakers::<T>::get();
		all.roll(era);

		for (who, ledger) in Ledgers::<T>::iter() {
			ensure!(T::Currency::balance_on_hold(&reason, &who) == ledger.held(), "1: a hold is not the bond");
			ensure!(!ledger.is_empty(), "1: a ledger is empty");

			let standing = ledger.pledged().saturating_add(ledger.delegated());
			ensure!(standing <= ledger.active, "2: more is pledged and delegated than bonded");
			ensure!(ledger.maturing <= ledger.active, "2: more matures than is bonded");
			ensure!(ledger.chunks.iter().all(|chunk| chunk.amount > 0), "2: a chunk of nothing is unbonding");
			ensure!(ledger.chunks.is_sorted_by_key(|chunk| chunk.release), "2: chunks are out of order");
			for pledge in &ledger.roles {
				let same = ledger.roles.iter().filter(|other| other.role == pledge.role).count();
				ensure!(pledge.amount > 0 && same == 1, "2: a role is pledged for with nothing, or twice");
			}
			if let Some(pledge) = ledger.pledge_for(Role::Validator) {
				ensure!(ledger.delegated() >= pledge, "2: a validator has less than its minimum behind itself");
				ensure!(
					ledger.delegation.as_ref().is_some_and(|d| d.validator == who)
						&& Validators::<T>::contains_key(&who),
					"2: a validator does not back itself"
				);
			}

			let open = ledger.backings.iter().filter(|backing| backing.left.is_none());
			let answering = open.clone().fold(0, |sum: Balance, backing| sum.saturating_add(backing.amount));
			ensure!(answering == ledger.delegated(), "3: backings do not add up to the delegation");
			ensure!(
				open.filter(|backing| backing.amount > 0)
					.all(|backing| ledger.delegation.as_ref().is_some_and(|d| d.validator == backing.validator)),
				"3: a backing is open for somebody else"
			);
			ensure!(
				ledger.backings.iter().all(|backing| backing.seen <= SlashCount::<T>::get(&backing.validator)),
				"3: a backing has seen slashes that do not exist"
			);

			owed = owed.saturating_add(ledger.owed);
			let Some(delegation) = &ledger.delegation else { continue };
			ensure!(delegation.total() > 0, "3: a delegation of nothing");
			let mut own = Validators::<T>::get(&delegation.validator).ok_or("4: a delegation to nobody")?.pool;
			own.roll(era);
			let id = PoolId::Validator(delegation.validator.clone());
			let sum = backed.entry(delegation.validator.clone()).or_default();
			*sum = sum.saturating_add(delegation.total());
			let sum = due.entry(delegation.validator.clone()).or_default();
			*sum = sum.saturating_add(Self::earned(&id, &own, delegation, delegation.of_validator));
			all_due = all_due.saturating_add(Self::earned(&PoolId::Stakers, &all, delegation, delegation.of_stakers));
			if delegation.joining > 0 {
				for id in [id, PoolId::Stakers] {
					let count = joins.entry((id.encode(), delegation.joined_in)).or_default();
					*count = count.saturating_add(1);
				}
			}
		}
		for who in frame_system::Account::<T>::iter_keys() {
			ensure!(
				T::Currency::balance_on_hold(&reason, &who) == 0 || Ledgers::<T>::contains_key(&who),
				"1: a hold is without a ledger"
			);
		}

		let Income { author, stakers } = Incoming::<T>::get();
		let waiting = author.saturating_add(stakers);
		let mut held = all.held();
		for (who, validator) in Validators::<T>::iter() {
			let pool = validator.pool;
			let has_role = Ledgers::<T>::get(&who).is_some_and(|ledger| ledger.pledge_for(Role::Validator).is_some());
			let stake = backed.remove(&who).unwrap_or_default();
			ensure!(pool.total() == stake, "4: a pool has not the stake of its delegations");
			ensure!(has_role || stake > 0, "4: a validator has neither role nor stake");
			let owing = pool.carried().saturating_add(due.remove(&who).unwrap_or_default());
			ensure!(fine(pool.held()) == owing, "6: a pool does not hold what it owes");
			held = held.saturating_add(pool.held());
			ensure!(!Candidates::<T>::contains_key(&who) || has_role, "5: a candidate has not the role");
		}
		ensure!(backed.is_empty(), "4: somebody is backed who is no validator");
		let stake = Validators::<T>::iter_values().fold(0, |sum: Balance, v| sum.saturating_add(v.pool.total()));
		ensure!(all.total() == stake, "4: all stakers have not the stake of all validators");
		for (who, listed) in Candidates::<T>::iter() {
			let stake = Validators::<T>::get(&who).ok_or("5: a candidate is no validator")?.pool.total();
			ensure!(listed == stake, "5: a candidate is listed with the wrong stake");
		}
		ensure!(Candidates::<T>::count() <= T::MaxCandidates::get(), "5: too many candidates");
		ensure!(fine(all.held()) == all.carried().saturating_add(all_due), "6: all stakers are not owed what is held");
		ensure!(
			T::Currency::balance(&Self::pot()) >= held.saturating_add(owed).saturating_add(waiting),
			"7: the pot has less than is owed"
		);

		for (id, era, join) in Joins::<T>::iter() {
			ensure!(joins.remove(&(id.encode(), era)) == Some(join.positions), "8: a join is miscounted");
		}
		ensure!(joins.is_empty(), "8: a join is missing");

		let count = ValidatorCount::<T>::get();
		ensure!(
			(4..=T::MaxValidators::get().min(300)).contains(&count),
			"9: the number of validators is out of bounds"
		);
		ensure!((1..=count).contains(&MinimumValidators::<T>::get()), "9: the minimum is out of bounds");
		Ok(())
	}
}
