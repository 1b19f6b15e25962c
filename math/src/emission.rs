//! What an era may hand out of an emission that follows a curve (SPEC §5).
//!
//! The curve says how much may have been assigned by an instant; what is assigned lags behind it when eras pass without
//! work or shares come back. [`budget`] spreads what was left over all that is still to come, instead of heaping it on
//! the next era: the part of R that an era gets is the part of the rest of the curve that it spans.

use crate::{curve::Curve, shares::pro_rata, Balance, Moment};

/// An era hands out at most so many times what the curve alone gives it, however much was left by eras before it.
pub const CATCH_UP: Balance = 4;

/// The units that the era from `from` until just before `to` (ms) may hand out, rounded down.
///
/// E is `curve`, the cumulative emission in units, total its last amount, and R = `unassigned` the units of the total
/// that no era was assigned so far, or that came back.
///
/// - Before the curve has reached its total: min(⌊R · (E(to) − E(from)) / (total − E(from))⌋,
///   [`CATCH_UP`] · (E(to) − E(from))). An era that leads beyond the end of the curve counts as ending there.
/// - Afterwards: min(R, ⌊s · (to − end)⌋ − ⌊s · (from − end)⌋), with s the slope of the last segment. Eras that follow
///   each other thus get together what one of their joint length gets. Nothing if the last segment is flat.
///
/// 0 unless `from` < `to`. Never more than R, since E(to) ≤ total. Defined for all arguments.
///
/// **Nothing is assigned ahead of the curve.** Let A = total − R be what is assigned, A ≤ E(from) < total, and
/// q = (E(to) − E(from)) / (total − E(from)), which lies in [0, 1]. Then A + R · q = total · q + A · (1 − q) grows with
/// A, and for A = E(from) it is E(to). Hence A + budget ≤ E(to). In the case A = E(from) the quotient has no remainder:
/// as long as every era is assigned in full, A = E(to) to the unit, and the last one makes it the total.
///
/// SPEC §5, "Emission".
pub fn budget<const N: usize>(curve: &Curve<N>, unassigned: Balance, from: Moment, to: Moment) -> Balance {
	let emitted = curve.at(from);
	let left = curve.at(Moment::MAX).saturating_sub(emitted);
	if left == 0 {
		return prolonged(curve, from, to).min(unassigned);
	}
	let growth = curve.at(to).saturating_sub(emitted);
	// `growth` <= `left`: there always is a share, and it does not exceed `unassigned`.
	let share = pro_rata(unassigned, growth, left).unwrap_or_default();
	share.min(growth.saturating_mul(CATCH_UP))
}

/// In which segment of `curve`, counted from 0, the instant `at` (ms) lies: each starts with its knot, the first one is
/// prolonged into the past, and the last one, `N` − 2, into the future. 0 for a curve of one knot.
///
/// SPEC §5: what changes "per two-year period" changes with the segments of the emission.
pub fn segment<const N: usize>(curve: &Curve<N>, at: Moment) -> usize {
	let reached = curve.knots().iter().filter(|(knot, _)| *knot <= at).count();
	reached.saturating_sub(1).min(N.saturating_sub(2))
}

/// The units by which the last segment, prolonged beyond its end, grows from `from` to `to`: the difference of its
/// amounts rounded down. Stops at `u128::MAX`.
fn prolonged<const N: usize>(curve: &Curve<N>, from: Moment, to: Moment) -> Balance {
	let [.., (start, low), (end, high)] = curve.knots() else {
		return 0;
	};
	let rise = high.saturating_sub(*low);
	let length = end.saturating_sub(*start).into();
	// Whole units of every ms on the one hand, and on the other the rest of each, which is less than a unit: neither
	// gets too large, though the amounts themselves might.
	let per_ms = rise.checked_div(length).unwrap_or_default();
	let rest = rise.checked_rem(length).unwrap_or_default();
	let rests_until = |at: Moment| pro_rata(rest, at.saturating_sub(*end).into(), length).unwrap_or_default();
	per_ms
		.saturating_mul(to.saturating_sub(from).into())
		.saturating_add(rests_until(to).saturating_sub(rests_until(from)))
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::calendar::add_months;

	const BTT: Balance = 1_000_000_000_000_000_000;
	const POOL: Balance = 63_000_000 * BTT;
	const HOUR: Moment = 3_600_000;
	const ERA: Moment = 6 * HOUR;
	/// 2025-01-01T00:00:00Z.
	const START: Moment = 1_735_689_600_000;

	fn after(months: u32) -> Moment {
		add_months(START, months).unwrap()
	}

	fn emission() -> Curve<5> {
		let tenths = [(0, 0), (24, 252), (48, 441), (72, 567), (96, 630)];
		Curve::new(tenths.map(|(months, tenths)| (after(months), POOL / 630 * tenths))).unwrap()
	}

	/// What is left of `unassigned` after every era from `from` on that `works` has handed out its budget, until one
	/// ends at or after `until`.
	fn left_after(unassigned: Balance, from: Moment, until: Moment, works: impl Fn(u64) -> bool) -> Balance {
		let (curve, mut left) = (emission(), unassigned);
		for era in 0..(until - from).div_ceil(ERA) {
			let start = from + era * ERA;
			if works(era) {
				left -= budget(&curve, left, start, start + ERA);
			}
			// However late the work comes, nothing is paid ahead of the curve.
			assert!(POOL - left <= curve.at(start + ERA));
		}
		left
	}

	#[test]
	fn the_first_era_gets_its_part_of_two_years() {
		// 25,200,000 BTT over 730 days of four eras: 8,630.136986… BTT
		let by_hand = 8_630_136_986_301_369_863_013;
		assert_eq!(by_hand, 25_200_000 * BTT / 2_920);
		assert_eq!(budget(&emission(), POOL, START, START + ERA), by_hand);
	}

	#[test]
	fn eight_years_of_work_pay_the_pool_to_the_unit() {
		assert_eq!(left_after(POOL, START, after(96), |_| true), 0);
	}

	#[test]
	fn work_in_every_era_pays_what_the_curve_gives_by_then() {
		for (months, tenths_left) in [(24, 378), (48, 189), (72, 63), (96, 0)] {
			assert_eq!(left_after(POOL, START, after(months), |_| true), POOL / 630 * tenths_left);
		}
	}

	#[test]
	fn an_era_that_leads_beyond_the_end_pays_the_rest_of_the_curve() {
		// Eras that start at 23:00, 05:00, 11:00 and 17:00, the first one an hour before mining does: 5/6 of an era.
		let first = START - HOUR;
		assert_eq!(budget(&emission(), POOL, first, first + ERA), 7_191_780_821_917_808_219_178);
		assert_eq!(left_after(POOL, first, after(96), |_| true), 0);
		// Half of 6,300,000 BTT / 731 / 4
		let (curve, end) = (emission(), after(96));
		let half = curve.at(end) - curve.at(end - 3 * HOUR);
		assert_eq!(half, 1_077_291_381_668_946_648_427);
		assert_eq!(budget(&curve, half, end - 3 * HOUR, end + 3 * HOUR), half);
		assert_eq!(budget(&curve, 3 * half, end - 3 * HOUR, end + 3 * HOUR), 3 * half);
		assert_eq!(budget(&curve, POOL, end - 3 * HOUR, end + 3 * HOUR), 4 * half);
	}

	#[test]
	fn an_idle_half_of_the_eras_raises_the_other_half() {
		// With q = R / (63 M − E), an era that works leaves q as it is, and an idle one raises it: q^2 = 63 M / (63 M − E).
		// It gets to 4 when 1/16 of the curve is to come, and R is 1/4 of the pool. Half of the eras then pay 4/16 · 1/2,
		// and 1/8 is left for the time after: 7,875,000 BTT.
		for rest in [0, 1] {
			let left = left_after(POOL, START, after(96), |era| era % 2 == rest);
			assert!(left.abs_diff(POOL / 8) < 4_000 * BTT, "{left}");
			// At 3,150,000 BTT a year, or 2,154.58 in each era, it lasts for 2.5 years, or 3,655 eras and at most 2 more.
			let spent = after(96) + 3_657 * ERA;
			assert!(left_after(left, after(96), spent - 10 * ERA, |_| true) > 0);
			assert_eq!(left_after(left, after(96), spent, |_| true), 0);
		}
	}

	#[test]
	fn four_idle_years_are_caught_up_with_by_the_end() {
		let curve = emission();
		// 63 / 18.9 of 12,600,000 BTT / 730 / 4 = 14,383.5616438… BTT
		assert_eq!(budget(&curve, POOL, after(48), after(48) + ERA), 14_383_561_643_835_616_438_353);
		// Two thirds of the rest of the curve in the fifth and sixth year: 42,000,000 BTT, less a fraction of a unit for
		// each of 2,920 eras.
		let left = left_after(POOL, after(48), after(72), |_| true);
		assert!((21_000_000 * BTT..21_000_000 * BTT + 2_920).contains(&left), "{left}");
		assert_eq!(left_after(POOL, after(48), after(96), |_| true), 0);
	}

	#[test]
	fn six_idle_years_are_caught_up_with_at_four_times_the_curve() {
		// 63 / 6.3 would be ten times.
		assert_eq!(left_after(POOL, after(72), after(96), |_| true), 37_800_000 * BTT);
		// Twelve years at 3,150,000 BTT a year, each two of them 731 days long.
		assert_eq!(left_after(37_800_000 * BTT, after(96), after(96) + 731 * 4 * ERA, |_| true), 31_500_000 * BTT);
		assert_eq!(left_after(37_800_000 * BTT, after(96), after(96) + 6 * 731 * 4 * ERA, |_| true), 0);
	}

	#[test]
	fn after_the_end_the_rest_is_paid_at_the_last_rate() {
		let (curve, end) = (emission(), after(96));
		// 6,300,000 BTT over 731 days: 2,154.582763337893296853… BTT in 6 h, and in two of them one unit more than twice.
		assert_eq!(budget(&curve, POOL, end, end + ERA), 2_154_582_763_337_893_296_853);
		assert_eq!(budget(&curve, POOL, end + ERA, end + 2 * ERA), 2_154_582_763_337_893_296_854);
		assert_eq!(budget(&curve, POOL, end, end + 731 * 4 * ERA), 6_300_000 * BTT);
		assert_eq!(budget(&curve, POOL, end + ERA, end + 731 * 4 * ERA + ERA), 6_300_000 * BTT);
		assert_eq!(budget(&curve, 5, end, end + ERA), 5);
		assert_eq!(budget(&curve, 0, end, end + ERA), 0);
	}

	#[test]
	fn a_single_era_pays_everything_there_is_by_then() {
		let curve = emission();
		assert_eq!(budget(&curve, POOL, START, after(96)), POOL);
		assert_eq!(budget(&curve, POOL, 0, u64::MAX), POOL);
		assert_eq!(budget(&curve, POOL, START, after(48)), 44_100_000 * BTT);
		assert_eq!(budget(&curve, POOL, after(96), u64::MAX), POOL);
	}

	#[test]
	fn an_era_of_no_length_pays_nothing() {
		let curve = emission();
		for at in [0, START, START + 1, after(24), after(96), after(96) + 1, u64::MAX] {
			assert_eq!(budget(&curve, POOL, at, at), 0);
			assert_eq!(budget(&curve, POOL, at, at.saturating_sub(ERA)), 0);
		}
		assert_eq!(budget(&curve, POOL, START - ERA, START), 0);
		assert_eq!(budget(&curve, POOL, u64::MAX, 0), 0);
	}

	#[test]
	fn a_curve_without_a_slope_at_its_end_pays_nothing_after_it() {
		let flat = Curve::new([(10, 0), (20, 100), (30, 100)]).unwrap();
		assert_eq!(budget(&flat, 100, 0, 15), 50);
		assert_eq!(budget(&flat, 100, 15, 25), 100);
		assert_eq!(budget(&flat, 100, 20, 25), 0);
		assert_eq!(budget(&flat, 100, 30, u64::MAX), 0);
		let point = Curve::new([(10, 100)]).unwrap();
		assert_eq!(budget(&point, 100, 0, u64::MAX), 0);
	}

	#[test]
	fn the_largest_amounts_do_not_overflow() {
		let steep = Curve::new([(0, 0), (1, u128::MAX)]).unwrap();
		assert_eq!(budget(&steep, u128::MAX, 0, 1), u128::MAX);
		assert_eq!(budget(&steep, u128::MAX, 0, u64::MAX), u128::MAX);
		assert_eq!(budget(&steep, u128::MAX, 1, 2), u128::MAX);
		assert_eq!(budget(&steep, u128::MAX, u64::MAX - 1, u64::MAX), u128::MAX);
		// Every ms accrues 2^64 + 1 units.
		let long = Curve::new([(0, 0), (u64::MAX, u128::MAX)]).unwrap();
		assert_eq!(budget(&long, u128::MAX, 0, 1), (1 << 64) + 1);
		assert_eq!(budget(&long, u128::MAX, u64::MAX - 1, u64::MAX), 4 * ((1 << 64) + 1));
		assert_eq!(budget(&long, u128::MAX, u64::MAX, u64::MAX), 0);
		// After the end a third of a unit in every ms, then one of 2^128 - 1.
		let end = u64::MAX / 2;
		let slow = Curve::new([(end - 3, 0), (end, 1)]).unwrap();
		let thirds = [0, 1, 2, 3, 4, 5].map(|ms| budget(&slow, 9, end + ms, end + ms + 1));
		assert_eq!(thirds, [0, 0, 1, 0, 0, 1]);
		let fast = Curve::new([(end - 3, 0), (end, u128::MAX)]).unwrap();
		for ms in [0, 1, 2, end] {
			assert_eq!(budget(&fast, u128::MAX, end + ms, end + ms + 1), u128::MAX / 3);
		}
	}

	#[test]
	fn segments_start_with_their_knots() {
		let curve = emission();
		for (at, expected) in [
			(0, 0),
			(START, 0),
			(after(24) - 1, 0),
			(after(24), 1),
			(after(48) - 1, 1),
			(after(48), 2),
			(after(72) - 1, 2),
			(after(72), 3),
			(after(96) - 1, 3),
			(after(96), 3),
			(u64::MAX, 3),
		] {
			assert_eq!(segment(&curve, at), expected, "at {at}");
		}
		assert_eq!(segment(&Curve::new([(10, 5)]).unwrap(), 10), 0);
		assert_eq!(segment(&Curve::new([(10, 5), (20, 6)]).unwrap(), u64::MAX), 0);
	}
}
