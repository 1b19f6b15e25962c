//! Eras, elections, and who is offline.

use crate::{
	types::BLOCKS_PER_VALIDATOR, Author, Candidates, Config, CurrentEra, Election, Elections, Event, FirstSession,
	LastKick, LastSeen, MinimumValidators, NextSession, Offences, Offenders, Pallet, ValidatorCount,
};
use alloc::vec::Vec;
use btt_primitives::{staking::HasKeys, Balance};
use core::cmp::Reverse;
use frame_support::{
	traits::{Get, Time},
	BoundedVec,
};
use sp_staking::SessionIndex;

/// How many elections are forgotten in one, so that one that is longer ago than it should be is caught up with.
const FORGOTTEN_AT_ONCE: u32 = 2;

impl<T: Config> Pallet<T> {
	/// Count a block, and begin a new era when it is time.
	pub(crate) fn advance_era() {
		let mut era = CurrentEra::<T>::get();
		era.advance(T::Time::now(), T::EraDuration::get().max(1), || {
			let serving = Self::elected_last().len();
			u32::try_from(serving).unwrap_or(u32::MAX).saturating_mul(BLOCKS_PER_VALIDATOR)
		});
		CurrentEra::<T>::put(era);
	}

	/// Note that `author` made this block.
	pub fn note_author(author: &T::AccountId) {
		Author::<T>::put(author);
		let full = CurrentEra::<T>::get().full;
		if LastSeen::<T>::get(author).is_some_and(|seen| seen != full) {
			LastSeen::<T>::insert(author, full);
		}
	}

	/// Those who were elected last, with the units behind each.
	fn elected_last() -> Vec<(T::AccountId, Balance)> {
		NextSession::<T>::get()
			.checked_sub(1)
			.and_then(Elections::<T>::get)
			.map(|election| election.validators.into_inner())
			.unwrap_or_default()
	}

	/// Elect the validators for `session`: of those who stand and have session keys, those with the most stake behind
	/// them; of equals, the lower account.
	///
	/// If they are fewer than the minimum, those elected before keep their seats, unless they are offenders; if there is
	/// nobody at all, all of them do. Empty only if nobody was ever elected.
	pub fn elect(session: SessionIndex) -> Vec<T::AccountId> {
		let before = Self::elected_last();
		Self::chill_offline(&before);

		let mut candidates: Vec<(T::AccountId, Balance)> = Candidates::<T>::iter().collect();
		candidates.sort_unstable_by(|(a, x), (b, y)| (Reverse(x), a).cmp(&(Reverse(y), b)));
		let seats = ValidatorCount::<T>::get().min(T::MaxValidators::get());
		let mut elected: Vec<_> = candidates
			.into_iter()
			.filter(|(who, _)| T::Keys::has_keys(who))
			.take(usize::try_from(seats).unwrap_or(usize::MAX))
			.collect();
		let minimum = usize::try_from(MinimumValidators::<T>::get().min(seats)).unwrap_or(usize::MAX);
		let offenders = Offenders::<T>::get();
		for (who, stake) in &before {
			if elected.len() >= minimum {
				break;
			}
			let offender = offenders.iter().any(|(offender, _)| offender == who);
			if !offender && T::Keys::has_keys(who) && !elected.iter().any(|(other, _)| other == who) {
				elected.push((who.clone(), *stake));
			}
		}
		if elected.is_empty() {
			elected = before.clone();
		}

		let full = CurrentEra::<T>::get().full;
		let names = |who: &T::AccountId, list: &[(T::AccountId, Balance)]| list.iter().any(|(other, _)| other == who);
		for (who, _) in elected.iter().filter(|(who, _)| !names(who, &before)) {
			LastSeen::<T>::insert(who, full);
		}
		for (who, _) in before.iter().filter(|(who, _)| !names(who, &elected)) {
			LastSeen::<T>::remove(who);
		}
		// An offender keeps its seat in the session that begins now, for which it was elected before.
		Offenders::<T>::mutate(|offenders| {
			offenders.retain(|(who, _)| names(who, &before) || names(who, &elected));
		});

		let validators: Vec<_> = elected.iter().map(|(who, _)| who.clone()).collect();
		let election = Election { at: T::Time::now(), validators: BoundedVec::truncate_from(elected) };
		Elections::<T>::insert(session, election);
		NextSession::<T>::put(session.saturating_add(1));
		Self::forget_elections();
		validators
	}

	/// Forget elections of which no stake answers any more.
	fn forget_elections() {
		let now = T::Time::now();
		let next = NextSession::<T>::get();
		for _ in 0..FORGOTTEN_AT_ONCE {
			let first = FirstSession::<T>::get();
			let after_next = first.saturating_add(2);
			if after_next >= next {
				return;
			}
			// A session ends when the one after the next is elected. Stake that left by then has left the chain's reach
			// when the unbonding period is over.
			let ended = Elections::<T>::get(after_next).map_or(0, |election| election.at);
			if ended.saturating_add(Self::unbonding_period()) >= now {
				return;
			}
			Elections::<T>::remove(first);
			let _ = Offences::<T>::clear_prefix(first, T::MaxValidators::get(), None);
			FirstSession::<T>::put(first.saturating_add(1));
		}
	}

	/// Chill those of `serving` that made no block for too long: in one full era never more than a third of them, those
	/// first that are missing longest.
	fn chill_offline(serving: &[(T::AccountId, Balance)]) {
		let full = CurrentEra::<T>::get().full;
		if LastKick::<T>::get() >= full {
			return;
		}
		let allowed = T::OfflineEras::get().max(1);
		let mut offline: Vec<(u32, &T::AccountId)> = serving
			.iter()
			.filter_map(|(who, _)| LastSeen::<T>::get(who).map(|seen| (seen, who)))
			// The era of the last block was full too, but not empty.
			.filter(|(seen, who)| full.saturating_sub(*seen) > allowed && Candidates::<T>::contains_key(who))
			.collect();
		offline.sort_unstable();
		let third = serving.len().checked_div(3).unwrap_or_default();
		for (_, who) in offline.into_iter().take(third) {
			LastKick::<T>::put(full);
			Self::deposit_event(Event::Offline { who: who.clone() });
			Self::do_chill(who);
		}
	}
}
