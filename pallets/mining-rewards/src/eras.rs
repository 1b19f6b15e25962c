//! How eras begin and end.

use crate::{Backlog, Closed, Config, CurrentEra, Era, Event, Ledger, NextRules, Pallet, LOG_TARGET};
use btt_math::emission;
use btt_primitives::{mining::EraIndex, schedule, time::TokenClock, Moment};
use frame_support::traits::{Get, OnTimestampSet};

impl<T: Config> Pallet<T> {
	/// In which era of `duration` ms `now` is, counted from `start`.
	fn era_at(now: Moment, start: Moment, duration: Moment) -> EraIndex {
		let eras = now.saturating_sub(start).checked_div(duration).unwrap_or_default();
		EraIndex::try_from(eras).unwrap_or(EraIndex::MAX)
	}

	/// End the running era, and begin that of `now`. Whatever lies between has nothing to hand out: nobody worked.
	fn begin_era(now: Moment) {
		let (start, duration) = (T::Clock::mining_start(), T::EraDuration::get().max(1));
		let last = CurrentEra::<T>::get();
		let index = Self::era_at(now, start, duration);
		if now < start || (last.end > 0 && index <= last.index) {
			return;
		}
		let mut books = Ledger::<T>::get();
		if last.points > 0 {
			books.assign(last.budget);
			Self::close(&last);
		}

		let from = start.saturating_add(Moment::from(index).saturating_mul(duration));
		let to = from.saturating_add(duration);
		let day = T::Day::get();
		let quarter = (day / 4).max(1);
		let quarters = from.saturating_sub(start).checked_div(quarter).unwrap_or_default();
		let quarters = u32::try_from(quarters).unwrap_or(u32::MAX);
		let rules = NextRules::<T>::get();
		let (budget, segment) = match schedule::emission(start) {
			Some(curve) => (emission::budget(&curve, books.unassigned, from, to), emission::segment(&curve, from)),
			None => {
				log::error!(target: LOG_TARGET, "the calendar has no emission from {start} ms on");
				(0, 0)
			}
		};
		let payout_cap = rules.payout_caps.get(segment).or(rules.payout_caps.last()).copied().unwrap_or_default();
		let regions = last.next_regions(quarters);
		let era = Era {
			index,
			start: from,
			end: to,
			quarters,
			budget,
			points: 0,
			payout_cap,
			located_since: from.saturating_sub(Moment::from(rules.settling_days).saturating_mul(day)),
			volume: regions.iter().fold(0, |sum, region| sum.saturating_add(region.volume.into())),
			ended: last.next_ended(),
			rules,
			regions,
		};

		Ledger::<T>::put(books);
		CurrentEra::<T>::put(era);
		Self::deposit_event(Event::EraStarted { era: index, budget });
	}

	/// Keep what is left of `era`, which has ended, until all of it is settled.
	fn close(era: &Era) {
		let (index, budget, points) = (era.index, era.budget, era.points);
		let mut closed = Closed::<T>::get();
		if let Some(oldest) = closed.push(era.close()) {
			Backlog::<T>::insert(oldest.index, oldest);
			closed.backlog = closed.backlog.saturating_add(1);
		}
		Closed::<T>::put(closed);
		Self::deposit_event(Event::EraClosed { era: index, budget, points });
	}
}

impl<T: Config> OnTimestampSet<Moment> for Pallet<T> {
	/// Belongs after the pallet that tells when mining started, and before anybody works in the block.
	fn on_timestamp_set(now: Moment) {
		if now >= CurrentEra::<T>::get().end {
			Self::begin_era(now);
		}
	}
}
