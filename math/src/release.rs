//! How much may be released by decision (SPEC §2).

use crate::{curve::Curve, Balance, Moment};

/// What accrues by a fixed schedule.
///
/// Between two neighbouring knots the exact amount is linear; at a knot it may jump upwards, and the amount of that
/// instant is the one after the jump. Before the first and after the last knot it is constant. [`headroom`] relies on
/// all of this.
pub trait Accrual {
	/// The units accrued at `at`, rounded down.
	fn accrued(&self, at: Moment) -> Balance;

	/// The units accrued at `at`, rounded up.
	fn accrued_rounded_up(&self, at: Moment) -> Balance;

	/// Call `visit` with every knot, in any order and possibly more than once.
	fn for_each_knot(&self, visit: &mut dyn FnMut(Moment));
}

/// The units that the schedules count as released at `now`, each rounded down. Stops at `u128::MAX`.
pub fn counted(now: Moment, schedules: &[&dyn Accrual]) -> Balance {
	schedules.iter().fold(0, |sum: Balance, schedule| sum.saturating_add(schedule.accrued(now)))
}

/// The units that may still be released by decision at `now`, when `discretionary` units were released so far (net of
/// what came back): the least of cap − counted − discretionary over `now` and all later instants, or 0 if it is
/// negative somewhere.
///
/// Whoever releases no more than this at `now` keeps to the cap in every later millisecond, however `cap` and the
/// schedules are rounded on the way: the exact cap less the exact count is linear between neighbouring knots and jumps
/// only downwards, at cliffs, to a value that belongs to the knot itself. So it is least at a knot or at `now`, and
/// there the cap is rounded down here and what counts against it up. An amount that fits below the exact difference is
/// an integer, so it fits as well once the cap and each schedule are rounded down. What this gives away is less than
/// one unit for the cap and one for each schedule.
pub fn headroom<const N: usize>(
	now: Moment,
	cap: &Curve<N>,
	schedules: &[&dyn Accrual],
	discretionary: Balance,
) -> Balance {
	let headroom_at = |at: Moment| {
		let taken =
			schedules.iter().fold(discretionary, |sum, schedule| sum.saturating_add(schedule.accrued_rounded_up(at)));
		cap.at(at).saturating_sub(taken)
	};
	let mut least = headroom_at(now);
	let mut visit = |knot: Moment| {
		if knot > now {
			least = least.min(headroom_at(knot));
		}
	};
	cap.for_each_knot(&mut visit);
	schedules.iter().for_each(|schedule| schedule.for_each_knot(&mut visit));
	least
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::line::Line;

	fn knots(schedule: &dyn Accrual) -> Vec<Moment> {
		let mut knots = Vec::new();
		schedule.for_each_knot(&mut |knot| knots.push(knot));
		knots
	}

	#[test]
	fn every_knot_is_visited() {
		assert_eq!(knots(&Curve::new([(1, 0), (5, 2), (6, 3)]).unwrap()), [1, 5, 6]);
		assert_eq!(knots(&Line::new(1, 3, 8, 5).unwrap()), [1, 3, 8]);
	}

	#[test]
	fn counted_rounds_every_schedule_down() {
		let curve = Curve::new([(0, 0), (3, 10)]).unwrap();
		let line = Line::new(0, 1, 3, 20).unwrap();
		assert_eq!(counted(0, &[&curve, &line]), 0);
		// ⌊3.33⌋ + ⌊6.67⌋ and ⌊6.67⌋ + ⌊13.33⌋
		assert_eq!(counted(1, &[&curve, &line]), 9);
		assert_eq!(counted(2, &[&curve, &line]), 19);
		assert_eq!(counted(3, &[&curve, &line]), 30);
		assert_eq!(counted(3, &[]), 0);
	}

	#[test]
	fn headroom_is_what_the_cap_leaves_now() {
		let cap = Curve::new([(0, 0), (10, 100)]).unwrap();
		assert_eq!(headroom(0, &cap, &[], 0), 0);
		assert_eq!(headroom(4, &cap, &[], 0), 40);
		assert_eq!(headroom(4, &cap, &[], 15), 25);
		assert_eq!(headroom(4, &cap, &[], 40), 0);
		assert_eq!(headroom(4, &cap, &[], 41), 0);
		assert_eq!(headroom(99, &cap, &[], 41), 59);
	}

	#[test]
	fn headroom_looks_ahead_to_a_cliff() {
		let cap = Curve::new([(0, 0), (10, 100)]).unwrap();
		// Counts nothing before 6, and 48 of the 60 units of the cap then.
		let line = Line::new(0, 6, 10, 80).unwrap();
		assert_eq!(headroom(1, &cap, &[&line], 0), 10);
		assert_eq!(headroom(5, &cap, &[&line], 0), 12);
		assert_eq!(headroom(6, &cap, &[&line], 0), 12);
		assert_eq!(headroom(8, &cap, &[&line], 0), 16);
		assert_eq!(headroom(10, &cap, &[&line], 0), 20);
	}

	#[test]
	fn headroom_looks_ahead_to_where_the_cap_flattens() {
		let cap = Curve::new([(0, 0), (10, 100), (20, 110), (30, 200)]).unwrap();
		// At 20 it counts 80 of 110, at 10 only 40 of 100.
		let emission = Curve::new([(0, 0), (25, 100)]).unwrap();
		assert_eq!(headroom(10, &cap, &[&emission], 0), 30);
		assert_eq!(headroom(20, &cap, &[&emission], 0), 30);
		assert_eq!(headroom(21, &cap, &[&emission], 0), 35);
		assert_eq!(headroom(10, &cap, &[&emission], 31), 0);
	}

	#[test]
	fn headroom_looks_at_the_knots_of_schedules() {
		let cap = Curve::new([(0, 50), (20, 70)]).unwrap();
		// By 5 it has taken 40 of 55, more than ever relative to the cap.
		let emission = Curve::new([(0, 0), (5, 40), (20, 41)]).unwrap();
		assert_eq!(headroom(0, &cap, &[&emission], 0), 15);
		assert_eq!(headroom(20, &cap, &[&emission], 0), 29);
	}

	#[test]
	fn headroom_rounds_against_the_release() {
		// At 1 the cap is 3.33 and each schedule 0.33.
		let cap = Curve::new([(0, 0), (3, 10)]).unwrap();
		let schedule = Curve::new([(0, 0), (3, 1)]).unwrap();
		assert_eq!(headroom(1, &cap, &[&schedule, &schedule], 0), 1);
	}

	#[test]
	fn headroom_is_zero_where_schedules_alone_exceed_the_cap() {
		let cap = Curve::new([(0, 10), (9, 10)]).unwrap();
		let line = Line::new(0, 0, 10, 11).unwrap();
		assert_eq!(headroom(0, &cap, &[&line], 0), 0);
		assert_eq!(headroom(10, &cap, &[&line], 0), 0);
	}

	#[test]
	fn sums_stop_at_the_largest_amount() {
		let cap = Curve::new([(0, u128::MAX)]).unwrap();
		let line = Line::new(0, 0, 1, u128::MAX).unwrap();
		assert_eq!(counted(1, &[&line, &line]), u128::MAX);
		assert_eq!(headroom(1, &cap, &[&line, &line], u128::MAX), 0);
	}
}
