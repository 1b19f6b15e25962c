//! Offences, and the slashes that follow.

use crate::{
	ledger::{Backing, Loss},
	rewards::Change,
	types::{further, Offence, Slash},
	Config, CreditOf, Elections, Error, Event, HoldReason, LedgerOf, Ledgers, Offences, Offenders, Pallet, SlashCount,
	SlashIndex, Slashes, WeightInfo, LOG_TARGET,
};
use alloc::vec::Vec;
use btt_primitives::{
	staking::{Disable, Role},
	vesting::Unvested,
	Balance,
};
use frame_support::{
	ensure,
	traits::{fungible::BalancedHold, Imbalance, OnUnbalanced, Time},
	weights::Weight,
};
use sp_runtime::{DispatchResult, Perbill};
use sp_staking::{
	offence::{OffenceDetails, OnOffenceHandler},
	SessionIndex,
};

/// How many slashes one call looks at.
pub(crate) const MAX_SLASHES: u32 = 16;

/// Whether an account is free to do what it wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
	/// No slash concerns it.
	Clear,
	/// A slash concerns it that is not due yet.
	Accused,
	/// A slash is due that was not applied to it, or there are more slashes than one call looks at.
	Due,
}

impl<T: Config> Pallet<T> {
	/// The first slash that `backing` has not seen, and whether it concerns it.
	fn unseen(backing: &Backing<T::AccountId>, index: SlashIndex) -> Option<(Slash, bool)> {
		let slash = Slashes::<T>::get(&backing.validator, index)?;
		Some((slash, !slash.cancelled && backing.answers_for(slash.session)))
	}

	/// Whether slashes concern `ledger`.
	pub(crate) fn standing(ledger: &LedgerOf<T>) -> Standing {
		let now = T::Time::now();
		let mut standing = Standing::Clear;
		let mut left = MAX_SLASHES;
		for backing in ledger.backings.iter().filter(|backing| backing.amount > 0) {
			for index in backing.seen..SlashCount::<T>::get(&backing.validator) {
				let Some(rest) = left.checked_sub(1) else { return Standing::Due };
				left = rest;
				match Self::unseen(backing, index) {
					Some((slash, true)) if slash.due <= now => return Standing::Due,
					Some((_, true)) => standing = Standing::Accused,
					_ => (),
				}
			}
		}
		standing
	}

	/// Note which slashes do not concern the backings of `ledger`, and put together, or forget, what can be.
	pub(crate) fn compact(ledger: &mut LedgerOf<T>) {
		let mut left = MAX_SLASHES;
		let mut open = Vec::with_capacity(ledger.backings.len());
		for backing in ledger.backings.iter_mut() {
			while let Some((_, false)) = Self::unseen(backing, backing.seen).filter(|_| left > 0) {
				left = left.saturating_sub(1);
				backing.seen = backing.seen.saturating_add(1);
			}
			open.push(backing.seen < SlashCount::<T>::get(&backing.validator));
		}
		let now = T::Time::now();
		ledger.compact(now, now.saturating_sub(Self::unbonding_period()), &open);
	}

	pub(crate) fn do_apply_slash(who: T::AccountId) -> DispatchResult {
		let mut ledger = Ledgers::<T>::get(&who).ok_or(Error::<T>::NotFound)?;
		let now = T::Time::now();
		let mut left = MAX_SLASHES;
		let mut taken: Balance = 0;
		let mut place = 0;
		while let Some(backing) = ledger.backings.get_mut(place) {
			let validator = backing.validator.clone();
			let index = backing.seen;
			match Self::unseen(backing, index) {
				_ if left == 0 => break,
				Some((slash, true)) if slash.due > now => place = place.saturating_add(1),
				None => place = place.saturating_add(1),
				Some((slash, concerns)) => {
					left = left.saturating_sub(1);
					backing.seen = index.saturating_add(1);
					if concerns && backing.amount > 0 {
						let amount = Self::slash(&who, &mut ledger, place, slash.fraction);
						taken = taken.saturating_add(amount);
						Self::deposit_event(Event::Slashed { who: who.clone(), validator, index, amount });
					}
				}
			}
		}
		ensure!(left < MAX_SLASHES, Error::<T>::NoSlashDue);

		let (credit, _) = Self::seize(&who, taken);
		T::SlashSink::on_unbalanced(credit);
		Self::compact(&mut ledger);
		Self::store_less_and_tell(&who, &ledger);
		Self::forget_validator(&who);
		Ok(())
	}

	/// Take `amount` units out of the bond of `who`, unvested ones first. Returns them, and how many were vested.
	pub(crate) fn seize(who: &T::AccountId, amount: Balance) -> (CreditOf<T>, Balance) {
		if amount == 0 {
			return (CreditOf::<T>::zero(), 0);
		}
		let unvested = T::Unvested::forfeit(who, amount);
		let (credit, missing) = T::Currency::slash(&HoldReason::Bond.into(), who, amount);
		if missing > 0 {
			log::error!(target: LOG_TARGET, "{missing} units of the bond of {who:?} are missing");
		}
		(credit, amount.saturating_sub(unvested))
	}

	/// Slash `fraction` of a backing of `who`, in the books. Returns the units.
	fn slash(who: &T::AccountId, ledger: &mut LedgerOf<T>, place: usize, fraction: Perbill) -> Balance {
		let loss = ledger.slash(place, fraction);
		Self::bear(who, ledger, loss)
	}

	/// Let delegation and roles of `who` follow what was taken from its `ledger`. Returns the units.
	pub(crate) fn bear(who: &T::AccountId, ledger: &mut LedgerOf<T>, loss: Loss) -> Balance {
		let backed = ledger.delegation.as_ref().map(|delegation| delegation.validator.clone());
		for role in loss.roles {
			Self::deposit_event(Event::RoleDropped { who: who.clone(), role });
		}
		if loss.delegated > 0 {
			Self::change_delegation(ledger, Change::Remove(loss.delegated));
			if let Some(validator) = backed.filter(|validator| validator != who) {
				Self::forget_validator(&validator);
			}
		}
		if ledger.pledge_for(Role::Validator).is_some_and(|pledge| ledger.delegated() < pledge) {
			// Infallible, since the role is held.
			if ledger.leave_role(Role::Validator).is_ok() {
				Self::deposit_event(Event::RoleDropped { who: who.clone(), role: Role::Validator });
			}
			Self::do_chill(who);
		}
		loss.amount
	}

	pub(crate) fn do_cancel_slash(validator: T::AccountId, index: SlashIndex) -> DispatchResult {
		let mut slash = Slashes::<T>::get(&validator, index).ok_or(Error::<T>::SlashNotFound)?;
		ensure!(!slash.cancelled && T::Time::now() < slash.due, Error::<T>::TooLate);
		slash.cancelled = true;
		Slashes::<T>::insert(&validator, index, slash);
		Self::deposit_event(Event::SlashCancelled { validator, index });
		Ok(())
	}

	/// Note that `validator` committed an offence in `session` for which `fraction` of the stake behind it is slashed.
	///
	/// Ignored if it did not serve then, or if that is so long ago that its stake has left.
	pub(crate) fn note_offence(validator: &T::AccountId, fraction: Perbill, session: SessionIndex) {
		let served = Elections::<T>::get(session)
			.is_some_and(|election| election.validators.iter().any(|(elected, _)| elected == validator));
		if !served || fraction.is_zero() {
			return;
		}
		Self::do_chill(validator);
		Self::unseat(validator, fraction);

		let now = T::Time::now();
		let count = SlashCount::<T>::get(validator);
		let due = now.saturating_add(Self::slash_deferral());
		let earlier = Offences::<T>::get(session, validator);
		let known = earlier.map_or(Perbill::zero(), |offence| offence.fraction);
		if fraction <= known {
			return;
		}
		let pending = earlier.and_then(|offence| {
			let slash = Slashes::<T>::get(validator, offence.slash)?;
			(!slash.cancelled && slash.due > now).then_some((offence.slash, slash))
		});
		let (index, slash) = match pending {
			// The same offence, with more offenders: the slash that is pending grows.
			Some((index, slash)) => (index, Slash { fraction: further(slash.base, fraction), ..slash }),
			None => {
				// Slashes of one validator fall due in their order.
				let last = count.checked_sub(1).and_then(|last| Slashes::<T>::get(validator, last));
				let due = due.max(last.map_or(0, |slash| slash.due));
				SlashCount::<T>::insert(validator, count.saturating_add(1));
				(count, Slash { session, fraction: further(known, fraction), base: known, due, cancelled: false })
			}
		};
		Slashes::<T>::insert(validator, index, slash);
		Offences::<T>::insert(session, validator, Offence { fraction, slash: index });
		Self::deposit_event(Event::SlashReported {
			validator: validator.clone(),
			index,
			session,
			fraction: slash.fraction,
			due: slash.due,
		});
	}

	/// Take the seat of `validator`, in this session and in those for which it is elected.
	fn unseat(validator: &T::AccountId, fraction: Perbill) {
		Offenders::<T>::mutate(|offenders| match offenders.iter_mut().find(|(who, _)| who == validator) {
			Some((_, known)) => *known = fraction.max(*known),
			None => {
				if offenders.try_push((validator.clone(), fraction)).is_err() {
					log::error!(target: LOG_TARGET, "more offenders than validators");
				}
			}
		});
		T::Disable::disable(validator, fraction);
	}

	/// Take the seats of offenders in a session that begins: the session forgets who was disabled in the last one.
	pub fn start_session() {
		for (validator, fraction) in Offenders::<T>::get() {
			T::Disable::disable(&validator, fraction);
		}
	}
}

impl<T: Config, Reporter> OnOffenceHandler<Reporter, (T::AccountId, ()), Weight> for Pallet<T> {
	fn on_offence(
		offenders: &[OffenceDetails<Reporter, (T::AccountId, ())>],
		fractions: &[Perbill],
		session: SessionIndex,
	) -> Weight {
		for (details, fraction) in offenders.iter().zip(fractions) {
			Self::note_offence(&details.offender.0, *fraction, session);
		}
		T::WeightInfo::on_offence().saturating_mul(u64::try_from(offenders.len()).unwrap_or(u64::MAX))
	}
}
