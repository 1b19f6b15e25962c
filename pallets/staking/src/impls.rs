//! What the calls do with bonds, roles and delegations, and how other pallets see them.

use crate::{
	ledger::LedgerError, rewards::Change, slashing::Standing, Candidates, Config, Error, Event, HoldReason, Ledger,
	LedgerOf, Ledgers, MinimumValidators, NextSession, Pallet, SlashCount, Validator, ValidatorCount, Validators,
};
use btt_primitives::{
	staking::{HasKeys, OnStakeChanged, Role, RoleMinimums, StakeInfo, StakerInfo, Tier, MATURATION_DAYS},
	vesting::OnRotate,
	Balance, Moment, BTT,
};
use frame_support::{
	dispatch::{DispatchResultWithPostInfo, WithPostDispatchInfo},
	ensure,
	traits::{
		fungible::{InspectHold, MutateHold},
		tokens::{Fortitude, Precision, Restriction},
		Get, Time,
	},
	weights::Weight,
};
use sp_runtime::{DispatchError, DispatchResult, Perbill};

impl<T: Config> From<LedgerError> for Error<T> {
	fn from(error: LedgerError) -> Self {
		match error {
			LedgerError::Insufficient => Self::InsufficientBond,
			LedgerError::BelowMinimum => Self::BelowMinimum,
			LedgerError::TooManyChunks => Self::TooManyChunks,
			LedgerError::TooManyBackings => Self::TooManyBackings,
			LedgerError::RoleHeld => Self::RoleHeld,
			LedgerError::NoRole => Self::NoRole,
			LedgerError::TooManyAccusations => Self::TooManyAccusations,
		}
	}
}

impl<T: Config> Pallet<T> {
	/// What a role takes today, in units.
	pub fn minimum(role: Role) -> Balance {
		T::RoleMinimums::minimum(role).clamp(BTT, BTT.saturating_mul(1_000_000))
	}

	/// How long new stake takes to count fully for the tier, in ms.
	pub fn maturation() -> Moment {
		T::Day::get().saturating_mul(MATURATION_DAYS)
	}

	/// How long governance has to cancel a slash, in ms.
	pub fn slash_deferral() -> Moment {
		T::SlashDeferral::get().min(T::Day::get().saturating_mul(27))
	}

	/// How long stake takes to leave, and answers for what it backed, in ms.
	pub fn unbonding_period() -> Moment {
		T::UnbondingPeriod::get().max(Self::slash_deferral().saturating_add(T::Day::get()))
	}

	/// What `who` has at stake, as clients see it.
	pub fn staker(who: &T::AccountId) -> Option<StakerInfo> {
		let ledger = Ledgers::<T>::get(who)?;
		Some(StakerInfo {
			bonded: ledger.active,
			unbonding: ledger.unbonding(),
			rewards: Self::rewards_of(&ledger),
			tier: Tier::of(ledger.matured(T::Time::now(), Self::maturation())),
			roles: Role::ALL.into_iter().filter(|role| Self::holds(&ledger, *role)).collect(),
		})
	}

	pub(crate) fn holds(ledger: &LedgerOf<T>, role: Role) -> bool {
		ledger.pledge_for(role).is_some_and(|pledge| pledge >= Self::minimum(role))
	}

	/// The ledger of `who`, if every slash that is due was applied to it. Old backings are put together.
	fn settled_ledger(who: &T::AccountId) -> Result<LedgerOf<T>, DispatchError> {
		let mut ledger = Ledgers::<T>::get(who).ok_or(Error::<T>::NotFound)?;
		ensure!(Self::standing(&ledger) != Standing::Due, Error::<T>::SlashDue);
		Self::compact(&mut ledger);
		Ok(ledger)
	}

	/// Likewise, if no slash is pending either.
	fn clear_ledger(who: &T::AccountId) -> Result<LedgerOf<T>, DispatchError> {
		let ledger = Self::settled_ledger(who)?;
		ensure!(Self::standing(&ledger) == Standing::Clear, Error::<T>::Accused);
		Ok(ledger)
	}

	/// Likewise, if no verdict is to come either, so that stake may leave.
	fn undisputed_ledger(who: &T::AccountId) -> Result<LedgerOf<T>, DispatchError> {
		let ledger = Self::clear_ledger(who)?;
		ensure!(ledger.accusations == 0, Error::<T>::Disputed);
		Ok(ledger)
	}

	/// Keep `ledger` as that of `who`, or forget it if it is empty.
	pub(crate) fn store(who: &T::AccountId, ledger: &LedgerOf<T>) {
		if ledger.is_empty() {
			Ledgers::<T>::remove(who);
		} else {
			Ledgers::<T>::insert(who, ledger);
		}
	}

	/// Keep `ledger` as that of `who`, and tell whom it may concern.
	pub(crate) fn store_and_tell(who: &T::AccountId, ledger: &LedgerOf<T>) {
		Self::store(who, ledger);
		T::OnStakeChanged::on_stake_changed(who, ledger.active);
	}

	/// Likewise, when there is less at stake, or for fewer roles.
	pub(crate) fn store_less_and_tell(who: &T::AccountId, ledger: &LedgerOf<T>) {
		Self::store_and_tell(who, ledger);
		T::OnStakeChanged::on_stake_reduced(who);
	}

	/// What a call weighs at most that reduces somebody's stake, and weighs `base` itself.
	pub(crate) fn reducing(base: Weight) -> Weight {
		base.saturating_add(T::OnStakeChanged::on_stake_changed_weight())
			.saturating_add(T::OnStakeChanged::on_stake_reduced_weight())
	}

	/// Make a call that reduces the stake of `who`, and tell what it weighed: others make no more of it than they can as
	/// things stand before.
	pub(crate) fn reduce(
		base: Weight,
		who: &T::AccountId,
		call: impl FnOnce() -> DispatchResult,
	) -> DispatchResultWithPostInfo {
		let weight = base
			.saturating_add(T::OnStakeChanged::on_stake_changed_weight())
			.saturating_add(T::OnStakeChanged::on_stake_reduced_weight_of(who));
		match call() {
			Ok(()) => Ok(Some(weight).into()),
			Err(error) => Err(error.with_weight(weight)),
		}
	}

	pub(crate) fn do_bond(who: T::AccountId, amount: Balance) -> DispatchResult {
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		let mut ledger = match Self::settled_ledger(&who) {
			Err(error) if error == Error::<T>::NotFound.into() => Ledger::default(),
			other => other?,
		};
		ledger.bond(amount, T::Time::now(), Self::maturation());
		ensure!(ledger.active >= T::MinBond::get(), Error::<T>::BelowMinimum);
		let reason = HoldReason::Bond.into();
		ensure!(T::Currency::can_hold(&reason, &who, amount), Error::<T>::InsufficientBalance);
		T::Currency::hold(&reason, &who, amount)?;
		Self::store_and_tell(&who, &ledger);
		Self::deposit_event(Event::Bonded { who, amount });
		Ok(())
	}

	pub(crate) fn do_unbond(who: T::AccountId, amount: Balance) -> DispatchResult {
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		let mut ledger = Self::settled_ledger(&who)?;
		ensure!(ledger.accusations == 0, Error::<T>::Disputed);
		let release = T::Time::now().saturating_add(Self::unbonding_period());
		ledger.unbond(amount, release, T::MinBond::get()).map_err(Error::<T>::from)?;
		Self::store_less_and_tell(&who, &ledger);
		Self::deposit_event(Event::Unbonded { who, amount, release });
		Ok(())
	}

	pub(crate) fn do_rebond(who: T::AccountId, amount: Balance) -> DispatchResult {
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		let mut ledger = Self::settled_ledger(&who)?;
		ledger.rebond(amount, T::Time::now(), Self::maturation(), T::MinBond::get()).map_err(Error::<T>::from)?;
		Self::store_and_tell(&who, &ledger);
		Self::deposit_event(Event::Rebonded { who, amount });
		Ok(())
	}

	pub(crate) fn do_withdraw_unbonded(who: T::AccountId) -> DispatchResult {
		let mut ledger = Self::undisputed_ledger(&who)?;
		let amount = ledger.withdraw(T::Time::now());
		ensure!(amount > 0, Error::<T>::NothingReleased);
		T::Currency::release(&HoldReason::Bond.into(), &who, amount, Precision::Exact)?;
		Self::store(&who, &ledger);
		Self::deposit_event(Event::Withdrawn { who, amount });
		Ok(())
	}

	pub(crate) fn do_add_role(who: T::AccountId, role: Role) -> DispatchResult {
		let mut ledger = Self::settled_ledger(&who)?;
		let minimum = Self::minimum(role);
		if role == Role::Validator {
			ensure!(ledger.delegation.as_ref().is_none_or(|d| d.validator == who), Error::<T>::BacksAnother);
		}
		let missing = ledger.take_role(role, minimum).map_err(Error::<T>::from)?;
		if missing > 0 {
			Self::back(&mut ledger, &who, missing)?;
		}
		if role == Role::Validator && !Validators::<T>::contains_key(&who) {
			Validators::<T>::insert(&who, Validator::new(Self::era()));
		}
		Self::deposit_event(Event::RoleAdded { who: who.clone(), role, pledge: minimum });
		if missing > 0 {
			Self::change_delegation(&mut ledger, Change::Add(who.clone(), missing));
			Self::deposit_event(Event::Delegated { who: who.clone(), validator: who.clone(), amount: missing });
		}
		Self::store_and_tell(&who, &ledger);
		Ok(())
	}

	pub(crate) fn do_drop_role(who: T::AccountId, role: Role) -> DispatchResult {
		let mut ledger = Self::undisputed_ledger(&who)?;
		ledger.leave_role(role).map_err(Error::<T>::from)?;
		let delegated = if role == Role::Validator { ledger.delegated() } else { 0 };
		if delegated > 0 {
			Self::unback(&mut ledger, delegated)?;
			Self::change_delegation(&mut ledger, Change::Remove(delegated));
		}
		Self::store_less_and_tell(&who, &ledger);
		Self::deposit_event(Event::RoleDropped { who: who.clone(), role });
		if role == Role::Validator {
			Self::do_chill(&who);
			Self::deposit_event(Event::Undelegated { who: who.clone(), validator: who.clone(), amount: delegated });
			Self::forget_validator(&who);
		}
		Ok(())
	}

	pub(crate) fn do_validate(who: T::AccountId, commission: Perbill) -> DispatchResult {
		let ledger = Self::clear_ledger(&who)?;
		ensure!(Self::holds(&ledger, Role::Validator), Error::<T>::NoRole);
		ensure!(T::Keys::has_keys(&who), Error::<T>::NoKeys);
		ensure!(!Candidates::<T>::contains_key(&who), Error::<T>::AlreadyCandidate);
		ensure!(Candidates::<T>::count() < T::MaxCandidates::get(), Error::<T>::TooManyCandidates);
		let mut validator = Validators::<T>::get(&who).ok_or(Error::<T>::NoRole)?;
		let now = T::Time::now();
		ensure!(validator.may_charge(commission, now, T::Day::get()), Error::<T>::CommissionTooFast);
		validator.charge(commission, now);
		Candidates::<T>::insert(&who, validator.pool.total());
		Validators::<T>::insert(&who, validator);
		Self::deposit_event(Event::Validating { who, commission });
		Ok(())
	}

	/// Let `who` stand for election no more. Returns whether it did.
	pub(crate) fn do_chill(who: &T::AccountId) -> bool {
		let stood = Candidates::<T>::take(who).is_some();
		if stood {
			Self::deposit_event(Event::Chilled { who: who.clone() });
		}
		stood
	}

	pub(crate) fn do_set_commission(who: T::AccountId, commission: Perbill) -> DispatchResult {
		ensure!(Candidates::<T>::contains_key(&who), Error::<T>::NotCandidate);
		let mut validator = Validators::<T>::get(&who).ok_or(Error::<T>::NotCandidate)?;
		let now = T::Time::now();
		ensure!(validator.may_charge(commission, now, T::Day::get()), Error::<T>::CommissionTooFast);
		validator.charge(commission, now);
		Validators::<T>::insert(&who, validator);
		Self::deposit_event(Event::CommissionSet { who, commission });
		Ok(())
	}

	/// Let `amount` units of `ledger` answer for `validator` from the next election on.
	pub(crate) fn back(ledger: &mut LedgerOf<T>, validator: &T::AccountId, amount: Balance) -> DispatchResult {
		let (from, seen) = (NextSession::<T>::get(), SlashCount::<T>::get(validator));
		ledger.back(validator.clone(), amount, from, T::Time::now(), seen).map_err(Error::<T>::from)?;
		Ok(())
	}

	/// Let `amount` units of `ledger` count no more from the next election on.
	fn unback(ledger: &mut LedgerOf<T>, amount: Balance) -> DispatchResult {
		let answers = T::Time::now().saturating_add(Self::unbonding_period());
		ledger.unback(amount, NextSession::<T>::get(), answers).map_err(Error::<T>::from)?;
		Ok(())
	}

	pub(crate) fn do_delegate(who: T::AccountId, validator: T::AccountId, amount: Balance) -> DispatchResult {
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		let mut ledger = Self::settled_ledger(&who)?;
		let itself = validator == who && ledger.pledge_for(Role::Validator).is_some();
		ensure!(itself || Candidates::<T>::contains_key(&validator), Error::<T>::NotCandidate);
		ensure!(ledger.delegation.as_ref().is_none_or(|d| d.validator == validator), Error::<T>::BacksAnother);
		ensure!(amount <= ledger.free(), Error::<T>::InsufficientBond);
		ensure!(ledger.delegated().saturating_add(amount) >= T::MinBond::get(), Error::<T>::BelowMinimum);
		Self::back(&mut ledger, &validator, amount)?;
		Self::change_delegation(&mut ledger, Change::Add(validator.clone(), amount));
		Self::store(&who, &ledger);
		Self::deposit_event(Event::Delegated { who, validator, amount });
		Ok(())
	}

	pub(crate) fn do_undelegate(who: T::AccountId, amount: Balance) -> DispatchResult {
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		let mut ledger = Self::settled_ledger(&who)?;
		let validator = ledger.delegation.as_ref().ok_or(Error::<T>::NotDelegating)?.validator.clone();
		let rest = ledger.delegated().checked_sub(amount).ok_or(Error::<T>::InsufficientBond)?;
		ensure!(rest == 0 || rest >= T::MinBond::get(), Error::<T>::BelowMinimum);
		ensure!(rest >= ledger.pledge_for(Role::Validator).unwrap_or(0), Error::<T>::BelowRoleMinimum);
		Self::unback(&mut ledger, amount)?;
		Self::change_delegation(&mut ledger, Change::Remove(amount));
		Self::store(&who, &ledger);
		Self::forget_validator(&validator);
		Self::deposit_event(Event::Undelegated { who, validator, amount });
		Ok(())
	}

	/// Forget `who` as a validator if it has not the role and nobody backs it.
	pub(crate) fn forget_validator(who: &T::AccountId) {
		let Some(validator) = Validators::<T>::get(who) else { return };
		let has_role = || Ledgers::<T>::get(who).is_some_and(|ledger| ledger.pledge_for(Role::Validator).is_some());
		if validator.pool.total() == 0 && !has_role() {
			Validators::<T>::remove(who);
			Self::inherit(&validator.pool);
		}
	}

	pub(crate) fn do_set_numbers(count: u32, minimum: u32) -> DispatchResult {
		ensure!((4..=T::MaxValidators::get().min(300)).contains(&count), Error::<T>::OutOfBounds);
		ensure!((1..=count).contains(&minimum), Error::<T>::OutOfBounds);
		ValidatorCount::<T>::put(count);
		MinimumValidators::<T>::put(minimum);
		Self::deposit_event(Event::ValidatorCountSet { count, minimum });
		Ok(())
	}
}

impl<T: Config> StakeInfo<T::AccountId> for Pallet<T> {
	fn stake_of(who: &T::AccountId) -> Balance {
		Ledgers::<T>::get(who).map_or(0, |ledger| ledger.active)
	}

	fn tier_of(who: &T::AccountId) -> Tier {
		Ledgers::<T>::get(who).map_or(Tier::None, |ledger| Tier::of(ledger.matured(T::Time::now(), Self::maturation())))
	}

	fn has_role(who: &T::AccountId, role: Role) -> bool {
		Ledgers::<T>::get(who).is_some_and(|ledger| Self::holds(&ledger, role))
	}
}

impl<T: Config> OnRotate<T::AccountId> for Pallet<T> {
	fn on_rotate(from: &T::AccountId, to: &T::AccountId) -> DispatchResult {
		if !Ledgers::<T>::contains_key(from) {
			return Ok(());
		}
		let ledger = Self::undisputed_ledger(from)?;
		ensure!(!Validators::<T>::contains_key(from), Error::<T>::IsValidator);
		ensure!(!Ledgers::<T>::contains_key(to), Error::<T>::AlreadyBonded);
		if ledger.held() > 0 {
			T::Currency::transfer_on_hold(
				&HoldReason::Bond.into(),
				from,
				to,
				ledger.held(),
				Precision::Exact,
				Restriction::OnHold,
				Fortitude::Force,
			)?;
		}
		Ledgers::<T>::remove(from);
		Ledgers::<T>::insert(to, &ledger);
		T::OnStakeChanged::on_stake_changed(from, 0);
		T::OnStakeChanged::on_stake_reduced(from);
		T::OnStakeChanged::on_stake_changed(to, ledger.active);
		Ok(())
	}
}
