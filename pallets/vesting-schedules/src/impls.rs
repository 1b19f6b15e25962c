//! What the calls and hooks do, and how other pallets see beneficiaries.

use crate::{
	types::{GrantError, Settlement, SweepProgress},
	Config, Error, Event, FreezeReason, Pallet, Schedule, Schedules, Sweep, TotalFrozen, WeightInfo, LOG_TARGET,
	MAX_SWEEP_SHARE,
};
use alloc::vec::Vec;
use btt_math::line::Line;
use btt_primitives::{
	vesting::{GrantVesting, OnRotate, Unvested, VestingInfo},
	Balance,
};
use frame_support::{
	defensive, ensure,
	storage::with_storage_layer,
	traits::{
		fungible::{Inspect, InspectHold, Mutate, MutateFreeze},
		tokens::{Fortitude::Polite, Preservation::Expendable},
		Contains, Get, Time,
	},
	weights::{Weight, WeightMeter},
};
use sp_runtime::{traits::Zero, ArithmeticError, DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Whether `who` has vesting lines; also true while the last one is over but not yet settled.
	///
	/// The runtime's base call filter refuses vested transfers of `pallet-vesting` to such an account.
	pub fn is_beneficiary(who: &T::AccountId) -> bool {
		Schedules::<T>::contains_key(who)
	}

	/// The unfinished lines of `who` at this block's time, by their end, as if it were settled now; empty if it has
	/// none.
	///
	/// The freeze in the account may still be higher: calling `vest` brings it to the sum of `frozen`.
	pub fn vesting(who: &T::AccountId) -> Vec<VestingInfo> {
		let now = T::Time::now();
		let mut schedule = Schedules::<T>::get(who).unwrap_or_default();
		schedule.settle(T::Currency::total_balance(who), now);
		schedule
			.lines()
			.iter()
			.map(|line| VestingInfo {
				start: line.line().start(),
				cliff: line.line().cliff(),
				end: line.line().end(),
				total: line.total(),
				vested: line.vested(now),
				frozen: line.unvested(now),
			})
			.collect()
	}

	pub(crate) fn do_vest(who: &T::AccountId) -> DispatchResult {
		let schedule = Schedules::<T>::get(who).ok_or(Error::<T>::NotFound)?;
		ensure!(!Self::settle(who, schedule)?.is_empty(), Error::<T>::NothingVested);
		Ok(())
	}

	/// Bring the freeze and the record of `who` to this instant. Writes only if something changed.
	fn settle(who: &T::AccountId, mut schedule: Schedule<T::MaxLines>) -> Result<Settlement, DispatchError> {
		let settlement = schedule.settle(T::Currency::total_balance(who), T::Time::now());
		if !settlement.is_empty() {
			Self::store(who, &schedule)?;
			Self::announce(who, settlement, schedule.frozen());
		}
		Ok(settlement)
	}

	/// Make `schedule` that of `who`, and freeze what it says. Fails before anything is written.
	fn store(who: &T::AccountId, schedule: &Schedule<T::MaxLines>) -> DispatchResult {
		T::Currency::set_freeze(&FreezeReason::Unvested.into(), who, schedule.frozen())?;
		Self::record(who, schedule);
		Ok(())
	}

	/// Note that the lines of `who` are those of `schedule`, and what all lines freeze.
	fn record(who: &T::AccountId, schedule: &Schedule<T::MaxLines>) {
		let before = Schedules::<T>::get(who).map_or(0, |schedule| schedule.frozen());
		TotalFrozen::<T>::mutate(|total| *total = total.saturating_sub(before).saturating_add(schedule.frozen()));
		if schedule.is_empty() {
			Schedules::<T>::remove(who);
		} else {
			Schedules::<T>::insert(who, schedule);
		}
	}

	/// The units that all lines freeze: what is unvested, and what has vested since the freeze of its account was lowered
	/// last. The idle sweep does that once an hour.
	pub fn total_frozen() -> Balance {
		TotalFrozen::<T>::get()
	}

	fn announce(who: &T::AccountId, Settlement { released, forfeited }: Settlement, unvested: Balance) {
		if forfeited > 0 {
			Self::deposit_event(Event::Forfeited { who: who.clone(), amount: forfeited, unvested });
		}
		if released > 0 {
			Self::deposit_event(Event::Vested { who: who.clone(), released, unvested });
		}
	}

	pub(crate) fn do_rotate(from: &T::AccountId, to: &T::AccountId) -> DispatchResult {
		ensure!(from != to, Error::<T>::SameAccount);
		let mut schedule = Schedules::<T>::get(from).ok_or(Error::<T>::NotFound)?;
		ensure!(!Self::is_beneficiary(to), Error::<T>::AlreadyBeneficiary);
		ensure!(!T::Protected::contains(to), Error::<T>::ProtectedAccount);
		ensure!(!T::ForeignLocks::contains(from) && !T::ForeignLocks::contains(to), Error::<T>::ForeignLock);

		let amount = T::Currency::total_balance(from);
		let expected = T::Currency::total_balance(to).checked_add(amount).ok_or(ArithmeticError::Overflow)?;
		// What a slash took must be forfeited here: otherwise tokens of `to` would be frozen in its place.
		let settlement = schedule.settle(amount, T::Time::now());
		ensure!(!schedule.is_empty(), Error::<T>::NotFound);

		with_storage_layer::<(), DispatchError, _>(|| {
			// Nothing can be put on hold in an account that nobody provides for, and `to` may be new.
			frame_system::Pallet::<T>::inc_providers(to);
			T::OnRotate::on_rotate(from, to)?;
			ensure!(T::Currency::total_balance_on_hold(from).is_zero(), Error::<T>::HoldsRemain);

			T::Currency::set_freeze(&FreezeReason::Unvested.into(), from, 0)?;
			let rest = T::Currency::balance(from);
			ensure!(T::Currency::reducible_balance(from, Expendable, Polite) == rest, Error::<T>::StillInUse);
			T::Currency::transfer(from, to, rest, Expendable)?;
			frame_system::Pallet::<T>::dec_providers(to)?;
			ensure!(
				T::Currency::total_balance(from).is_zero() && T::Currency::total_balance(to) == expected,
				Error::<T>::AmountChanged
			);

			Self::record(from, &Default::default());
			Self::store(to, &schedule)?;
			T::OnRotate::on_rotated(from, to);
			Ok(())
		})?;

		Self::announce(from, settlement, schedule.frozen());
		Self::deposit_event(Event::Rotated { from: from.clone(), to: to.clone(), amount });
		Ok(())
	}

	/// What an idle sweep weighs at most.
	pub(crate) fn sweep_limit() -> Weight {
		let block = T::BlockWeights::get().max_block;
		Weight::from_parts(MAX_SWEEP_SHARE.mul_floor(block.ref_time()), MAX_SWEEP_SHARE.mul_floor(block.proof_size()))
	}

	/// Settle as many beneficiaries as `limit` allows, from where the last sweep stopped, and return what that weighed.
	///
	/// A pass over all of them begins no earlier than [`Config::SweepInterval`] after the last one began.
	pub(crate) fn sweep(limit: Weight) -> Weight {
		let mut meter = WeightMeter::with_limit(limit);
		let account = T::WeightInfo::sweep_account();
		if !meter.can_consume(T::WeightInfo::sweep_base().saturating_add(account)) {
			return Weight::zero();
		}
		meter.consume(T::WeightInfo::sweep_base());

		let now = T::Time::now();
		let (began, accounts) = match Sweep::<T>::get() {
			// The key is only where to go on from. Whether there still is a record under it does not matter.
			Some(SweepProgress { began, after: Some(after) }) => {
				(began, Schedules::<T>::iter_keys_from(Schedules::<T>::hashed_key_for(after)))
			}
			Some(SweepProgress { began, .. }) if now.saturating_sub(began) < T::SweepInterval::get() => {
				return meter.consumed()
			}
			_ => (now, Schedules::<T>::iter_keys()),
		};
		let room = meter.remaining().checked_div_per_component(&account).unwrap_or(1);
		// Taken out before anything is written, since settling removes records from the map.
		let batch: Vec<_> = accounts.take(usize::try_from(room).unwrap_or(usize::MAX)).collect();

		for who in &batch {
			meter.consume(account);
			let Some(schedule) = Schedules::<T>::get(who) else { continue };
			if let Err(error) = Self::settle(who, schedule) {
				log::error!(target: LOG_TARGET, "cannot settle {who:?}: {error:?}");
			}
		}
		let complete = u64::try_from(batch.len()).is_ok_and(|settled| settled < room);
		let after = if complete { None } else { batch.into_iter().next_back() };
		Sweep::<T>::put(SweepProgress { began, after });
		meter.consumed()
	}
}

impl<T: Config> GrantVesting<T::AccountId> for Pallet<T> {
	fn grant(who: &T::AccountId, line: Line) -> DispatchResult {
		ensure!(!T::Protected::contains(who), Error::<T>::ProtectedAccount);
		ensure!(!T::ForeignLocks::contains(who), Error::<T>::ForeignLock);
		let mut schedule = Schedules::<T>::get(who).unwrap_or_default();
		schedule.grant(line, T::Time::now()).map_err(|error| match error {
			GrantError::Empty => Error::<T>::EmptyLine,
			GrantError::Full => Error::<T>::TooManyLines,
		})?;
		ensure!(T::Currency::total_balance(who) >= schedule.frozen(), Error::<T>::Underfunded);
		Self::store(who, &schedule)
	}
}

impl<T: Config> Unvested<T::AccountId> for Pallet<T> {
	fn unvested(who: &T::AccountId) -> Balance {
		Schedules::<T>::get(who)
			.map_or(0, |schedule| schedule.unvested(T::Time::now()).min(T::Currency::total_balance(who)))
	}

	fn total_unvested() -> Balance {
		let now = T::Time::now();
		Schedules::<T>::iter().fold(0, |sum: Balance, (who, schedule)| {
			sum.saturating_add(schedule.unvested(now).min(T::Currency::total_balance(&who)))
		})
	}

	fn forfeit(who: &T::AccountId, amount: Balance) -> Balance {
		let Some(mut schedule) = Schedules::<T>::get(who) else { return 0 };
		let now = T::Time::now();
		// What an earlier slash took without a word goes first: only what is still there can be taken now.
		let mut settlement = schedule.settle(T::Currency::total_balance(who), now);
		let taken = schedule.forfeit(amount, now);
		settlement.forfeited = settlement.forfeited.saturating_add(taken);
		if settlement.is_empty() {
			return 0;
		}
		if let Err(error) = Self::store(who, &schedule) {
			// Lowering a freeze needs nothing that could be missing.
			defensive!("a freeze could not be lowered", error);
			return 0;
		}
		Self::announce(who, settlement, schedule.frozen());
		taken
	}
}

#[cfg(any(feature = "std", feature = "try-runtime"))]
impl<T: Config> Pallet<T> {
	/// Check the invariants, by their numbers:
	///
	/// 1. Every beneficiary has at least one line, in the order of their ends, each of them with something left that
	///    was unvested when the freeze was computed last.
	/// 2. The freeze was computed in the past, and is exactly what was unvested then; so it is no less than what is
	///    unvested now.
	/// 3. No beneficiary is a pot or carries a lock of `pallet-vesting`.
	/// 4. Every account with the freeze is a beneficiary.
	/// 5. The idle sweep began in the past.
	/// 6. What all lines freeze is the sum of what each account's do.
	///
	/// That the freeze fits into the account's balance is no invariant: between a slash that was not noted and the next
	/// settlement, less may be there. What this pallet reports as unvested takes that into account.
	pub fn do_try_state() -> Result<(), sp_runtime::TryRuntimeError> {
		use frame_support::traits::fungible::InspectFreeze;

		let now = T::Time::now();
		let frozen = |who: &T::AccountId| T::Currency::balance_frozen(&FreezeReason::Unvested.into(), who);

		let all = Schedules::<T>::iter_values().fold(0, |sum: Balance, schedule| sum.saturating_add(schedule.frozen()));
		ensure!(all == TotalFrozen::<T>::get(), "6: what is frozen does not add up");
		for (who, schedule) in Schedules::<T>::iter() {
			let lines = schedule.lines();
			ensure!(!lines.is_empty(), "1: a beneficiary has no lines");
			ensure!(lines.is_sorted_by_key(|line| line.line().end()), "1: lines are out of order");
			ensure!(
				lines
					.iter()
					.all(|line| { line.forfeited() <= line.line().total() && line.unvested(schedule.as_of()) > 0 }),
				"1: a finished line is kept"
			);
			ensure!(schedule.as_of() <= now, "2: a freeze was computed in the future");
			ensure!(frozen(&who) == schedule.unvested(schedule.as_of()), "2: a freeze is not what was unvested");
			ensure!(frozen(&who) >= schedule.unvested(now), "2: unvested tokens are not frozen");
			ensure!(!T::Protected::contains(&who), "3: a pot is a beneficiary");
			ensure!(!T::ForeignLocks::contains(&who), "3: a beneficiary has a foreign lock");
		}
		for who in frame_system::Account::<T>::iter_keys() {
			ensure!(frozen(&who) == 0 || Self::is_beneficiary(&who), "4: a freeze outlived its lines");
		}
		ensure!(Sweep::<T>::get().is_none_or(|sweep| sweep.began <= now), "5: a sweep began in the future");
		Ok(())
	}
}
