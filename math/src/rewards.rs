//! Scores, points and shares of mining rewards (SPEC §5).
//!
//! Money is shared out to the unit by [`telescoping_share`]. Everything else is a factor, in parts per million of
//! [`WHOLE`], or a number of points.

use crate::{shares::pro_rata, Balance};

/// The parts of a whole: factors of a score, and the score itself, are parts per million in 0..=`WHOLE`.
pub const WHOLE: u32 = 1_000_000;

/// The units of `budget` for `points` of `total` points, when `settled` points were paid before:
/// ⌊budget · (settled + points) / total⌋ − ⌊budget · settled / total⌋.
///
/// Whatever the order in which the points are settled, and however they are divided, the shares of all of them add up
/// to `budget` exactly. Each share is the exact one rounded down or up, and never more than `budget`. Points beyond
/// `total` get nothing; 0 if `total` is 0.
///
/// SPEC §5, "Exactness".
pub fn telescoping_share(budget: Balance, settled: u128, points: u128, total: u128) -> Balance {
	// `None` only if `total` is 0, for the part is no larger.
	let paid_at = |points: u128| pro_rata(budget, points.min(total), total).unwrap_or_default();
	paid_at(settled.saturating_add(points)).saturating_sub(paid_at(settled))
}

/// How much is left of values of which every step keeps the same part.
///
/// SPEC §5, "Score": S and N keep 98 of 100 in 6 h.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fading {
	/// What is left, in parts of 2^64; `None` for all of it.
	left: Option<u64>,
}

impl Fading {
	/// After so many `steps`, each of which keeps `kept` / `out_of`. A ratio of 1 or more, or out of 0, keeps everything.
	///
	/// The power is taken in parts of 2^64, the ratio rounded up, so that a single step is exact for values under 2^64 /
	/// `out_of`, and every product down: it differs from the exact power by less than 2 · `steps` parts. It never grows
	/// with `steps`; in the end nothing is left (for 98/100 after 2,194 steps). The cost grows with the logarithm of
	/// `steps`.
	pub fn after(steps: u32, kept: u32, out_of: u32) -> Self {
		let Some(mut steps) = steps.checked_sub(1) else { return Self { left: None } };
		if kept >= out_of {
			return Self { left: None };
		}
		// In two digits of 32 bits: ⌈`kept` · 2^64 / `out_of`⌉, which fits, because `kept` is less than `out_of`. So
		// `out_of` is not 0.
		let (kept, out_of) = (u64::from(kept) << 32, u64::from(out_of).max(1));
		let high = kept.checked_div(out_of).unwrap_or_default();
		let rest = kept.checked_rem(out_of).unwrap_or_default();
		let ratio = (high << 32).saturating_add((rest << 32).div_ceil(out_of));
		// Why it never grows with `steps`, rounded as it is: the power of n + 1 is r · r · r^2 · r^4 · …, multiplied from
		// the left, with one square for every bit set in n. The ones at the end of n, with the r before them, make exactly
		// the square that n + 1 has in their place, and there r is multiplied by that.
		let (mut left, mut square) = (ratio, ratio);
		while steps > 0 && left > 0 {
			if steps & 1 == 1 {
				left = part_of(left.into(), square) as u64;
			}
			square = part_of(square.into(), square) as u64;
			steps >>= 1;
		}
		Self { left: Some(left) }
	}

	/// What is left of `value`, rounded down. Never falls with `value`.
	pub fn left_of(self, value: u128) -> u128 {
		self.left.map_or(value, |left| part_of(value, left))
	}
}

/// `part` / 2^64 of `value`, rounded down: less than `value`.
fn part_of(value: u128, part: u64) -> u128 {
	let (high, low) = (value >> 64, u128::from(value as u64));
	let part = u128::from(part);
	// Each of the products is one of two 64-bit numbers, and what they add up to is not more than `value`.
	high.wrapping_mul(part).wrapping_add(low.wrapping_mul(part) >> 64)
}

/// The quality of a provider of whose jobs `judged` were judged and `passed` of these passed, in parts per million,
/// rounded down: (passed + prior / 2) / (judged + prior), with the exact half of `prior`.
///
/// `prior` is the weight, in jobs, of the assumption that half of them pass, with which everybody starts. `passed` beyond
/// `judged` does not count. One half if both `judged` and `prior` are 0. Never falls with `passed`.
///
/// SPEC §5, "Score": (S + 50·q0)/(N + 50) with q0 = 0.5.
pub fn quality(passed: u64, judged: u64, prior: u64) -> u32 {
	let double = |number: u64| u128::from(number).saturating_mul(2);
	let good = double(passed.min(judged)).saturating_add(prior.into());
	ratio(good, double(judged).saturating_add(double(prior))).unwrap_or(WHOLE / 2)
}

/// How much a job in a region counts, in parts per million, rounded down: min(1, target / share), where the share of the
/// region is `volume` / `total`.
///
/// `target` is the share the region should have, in parts per million; `volume` and `total` are what the region and all
/// regions did, in one and the same measure. While `volume` < `half_under` the factor is one half, for so little says
/// nothing about a region. A region with nothing is under every target. Never grows with `volume` from there on, never
/// falls with `target`.
///
/// SPEC §5, "Score".
pub fn geography(target: u32, volume: u128, total: u128, half_under: u128) -> u32 {
	if volume < half_under {
		return WHOLE / 2;
	}
	// `None` if there is no volume, or if the target is a multiple of the share that does not even fit.
	let factor = pro_rata(total, target.into(), volume).and_then(|factor| factor.try_into().ok());
	factor.unwrap_or(WHOLE).min(WHOLE)
}

/// The energy efficiency of `units` of work done with `energy`, in parts per million, rounded down:
/// min(1, reference · units / energy).
///
/// `reference` is the energy that a unit of work may take, in the measure of `energy`. 0 if `energy` or `units` is 0:
/// what was not measured is not efficient. Above 0 it never grows with `energy`.
///
/// SPEC §5, "Score".
pub fn efficiency(reference: u64, units: u32, energy: u64) -> u32 {
	ratio(u128::from(reference).saturating_mul(units.into()), energy.into()).unwrap_or(0)
}

/// The score of a job in parts per million, rounded down:
/// (base + q · quality + g · geography + e · efficiency) / 100, with `weights` = [base, q, g, e].
///
/// The weights are percents that should add up to 100; the factors are in parts per million. Factors beyond [`WHOLE`]
/// count as `WHOLE`, and so does the result.
///
/// SPEC §5, "Score": 40 % + 30 % Q + 15 % G + 15 % E.
pub fn score(weights: [u8; 4], quality: u32, geography: u32, efficiency: u32) -> u32 {
	let percents = weights
		.into_iter()
		.zip([WHOLE, quality, geography, efficiency])
		.fold(0u32, |sum, (weight, factor)| sum.saturating_add(u32::from(weight).saturating_mul(factor.min(WHOLE))));
	(percents / 100).min(WHOLE)
}

/// Where the points of a buyer are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
	/// In the counter at this index, which is the buyer's.
	Known(usize),
	/// In a new counter, which starts at 0.
	New,
	/// In the counter at this index, the smallest: it becomes the buyer's, and its points stay in it.
	Replace(usize),
}

/// Where to count the points of `buyer`, given the `counters` of a provider's era as (buyer, points), of which there is
/// `room` for so many (at least one). Of several smallest counters the first one is replaced.
///
/// Together the counters always hold all points, and a counter never holds less than what its buyer bought: a buyer who
/// loses the smallest counter has bought no more than it held, hence no more than the smallest one holds at any later
/// time, and takes that one over upon return. A buyer without a counter bought at most 1/`room` of all points, and a
/// counter holds at most that much of others'. While there are no more buyers than room, every counter is exact.
///
/// SPEC §5, "Capacity": what exceeds 10 % of a provider's points from one clinic does not count. See [`counted`].
pub fn place(counters: &[(u64, u64)], buyer: u64, room: usize) -> Place {
	if let Some(index) = counters.iter().position(|(known, _)| *known == buyer) {
		return Place::Known(index);
	}
	match counters.iter().enumerate().min_by_key(|(_, (_, points))| *points) {
		Some((index, _)) if counters.len() >= room => Place::Replace(index),
		_ => Place::New,
	}
}

/// The points that count: the sum of the `counters` less, for each of them, what exceeds ⌊`limit_percent` of the sum⌋.
///
/// It never falls when points are added to a counter. Two providers together never get more counted than one with the
/// sum of their counters, so dividing a provider's points among several gains nothing. With counters kept by [`place`]
/// and a limit of at least 1/room, no more of a buyer's points counts than the limit, and all of them up to the limit
/// less 1/room of the sum.
///
/// A limit of 100 or more counts everything. Stops at `u64::MAX`.
///
/// SPEC §5, "Capacity".
pub fn counted(counters: impl Iterator<Item = u64> + Clone, limit_percent: u8) -> u64 {
	let sum = counters.clone().fold(0, |sum: u128, points| sum.saturating_add(points.into()));
	// `None` only for a limit of more than 100 %.
	let limit = pro_rata(sum, limit_percent.into(), 100).unwrap_or(sum);
	let counted = counters.fold(0, |sum: u128, points| sum.saturating_add(limit.min(points.into())));
	counted.try_into().unwrap_or(u64::MAX)
}

/// `part` / `whole` in parts per million, rounded down, at most [`WHOLE`]; `None` if `whole` is 0.
fn ratio(part: u128, whole: u128) -> Option<u32> {
	pro_rata(WHOLE.into(), part.min(whole), whole)?.try_into().ok()
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn shares_telescope_to_the_budget() {
		// 100 units for 7 points: 14.29, 28.57, 42.86, 57.14, 71.43, 85.71, 100.
		let shares: Vec<_> = (0..7).map(|settled| telescoping_share(100, settled, 1, 7)).collect();
		assert_eq!(shares, [14, 14, 14, 15, 14, 14, 15]);
		assert_eq!(telescoping_share(100, 0, 3, 7), 42);
		assert_eq!(telescoping_share(100, 3, 4, 7), 58);
		assert_eq!(telescoping_share(100, 2, 0, 7), 0);
	}

	#[test]
	fn points_beyond_the_total_get_nothing() {
		assert_eq!(telescoping_share(100, 5, 2, 7), 29);
		assert_eq!(telescoping_share(100, 5, 3, 7), 29);
		assert_eq!(telescoping_share(100, 5, u128::MAX, 7), 29);
		assert_eq!(telescoping_share(100, 7, 1, 7), 0);
		assert_eq!(telescoping_share(100, u128::MAX, u128::MAX, 7), 0);
	}

	#[test]
	fn an_era_without_points_pays_nothing() {
		assert_eq!(telescoping_share(100, 0, 0, 0), 0);
		assert_eq!(telescoping_share(100, 0, 5, 0), 0);
	}

	#[test]
	fn the_largest_share_does_not_overflow() {
		assert_eq!(telescoping_share(u128::MAX, 0, u128::MAX, u128::MAX), u128::MAX);
		assert_eq!(telescoping_share(u128::MAX, 1, u128::MAX, u128::MAX), u128::MAX - 1);
		assert_eq!(telescoping_share(u128::MAX, u128::MAX - 1, 1, u128::MAX), 1);
	}

	fn decayed(value: u128, kept: u32, out_of: u32, steps: u32) -> u128 {
		Fading::after(steps, kept, out_of).left_of(value)
	}

	#[test]
	fn a_value_decays_by_the_power_of_the_ratio() {
		for (value, steps, left) in [
			(100, 0, 100),
			(100, 1, 98),
			// The power is a little less than 0.9604.
			(10_000, 2, 9_603),
			(10_001, 2, 9_604),
			(99, 1, 97),
			// Seven days, four times each: 0.98^28 = 0.567976…
			(1_000_000, 28, 567_976),
			// The half-life lies between 0.98^34 = 0.5031… and 0.98^35 = 0.4930…
			(1_000_000, 34, 503_137),
			(1_000_000, 35, 493_074),
			(1_000_000, 683, 1),
			(1_000_000, 684, 0),
			(u128::MAX, 2_048, 350_488_137_400_481_480_703),
			(u128::MAX, 2_193, u64::MAX.into()),
			(u128::MAX, 2_194, 0),
			(u128::MAX, u32::MAX, 0),
		] {
			assert_eq!(decayed(value, 98, 100, steps), left, "{value} after {steps}");
		}
	}

	#[test]
	fn halves_are_exact_as_far_as_the_parts_go() {
		for steps in 0..=64 {
			assert_eq!(decayed(u128::MAX, 1, 2, steps), u128::MAX >> steps);
		}
		assert_eq!(decayed(u128::MAX, 1, 2, 65), 0);
	}

	#[test]
	fn a_single_step_is_exact() {
		for (kept, out_of) in [(98, 100), (27, 28), (1, 3), (50, 100), (u32::MAX - 1, u32::MAX)] {
			for value in [1, 99, 100, 1_000_000, 27 * 28, u128::from(u32::MAX)] {
				assert_eq!(decayed(value, kept, out_of, 1), value * u128::from(kept) / u128::from(out_of));
			}
		}
	}

	#[test]
	fn a_ratio_of_one_or_more_keeps_everything() {
		for (kept, out_of) in [(1, 1), (100, 98), (u32::MAX, u32::MAX), (u32::MAX, 1), (0, 0), (5, 0)] {
			for value in [0, 1, 99, u128::MAX] {
				assert_eq!(decayed(value, kept, out_of, u32::MAX), value);
			}
		}
	}

	#[test]
	fn a_ratio_of_zero_keeps_nothing_but_what_has_not_decayed() {
		assert_eq!(decayed(u128::MAX, 0, 1, 0), u128::MAX);
		assert_eq!(decayed(u128::MAX, 0, 1, 1), 0);
		assert_eq!(decayed(u128::MAX, 0, u32::MAX, u32::MAX), 0);
	}

	#[test]
	fn the_slowest_decay_is_precise_enough() {
		// (1 - 1 / (2^32 - 1))^(2^32 - 1) is 1/e = 0.367879441171442321… less 4.3 · 10^-11. Twice 2^32 parts of 2^64 are
		// 2^-31.
		let exact: u128 = 367_879_441_128_615_518;
		let left = decayed(1_000_000_000_000_000_000, u32::MAX - 1, u32::MAX, u32::MAX);
		assert!(left.abs_diff(exact) <= 1_000_000_000_000_000_000 >> 31, "{left}");
	}

	#[test]
	fn quality_starts_at_one_half_and_follows_the_verdicts() {
		for (passed, judged, parts) in [
			(0, 0, 500_000),
			(1, 1, 509_803),
			(0, 1, 490_196),
			(50, 50, 750_000),
			(0, 50, 250_000),
			(25, 50, 500_000),
			(950, 1_000, 928_571),
			(950, 950, 975_000),
		] {
			assert_eq!(quality(passed, judged, 50), parts, "{passed} of {judged}");
		}
	}

	#[test]
	fn quality_falls_under_three_tenths_with_34_failures_in_a_row() {
		// 25/83 and 25/84
		assert_eq!(quality(0, 33, 50), 301_204);
		assert_eq!(quality(0, 34, 50), 297_619);
	}

	#[test]
	fn quality_takes_the_exact_half_of_the_prior() {
		assert_eq!(quality(0, 0, 1), 500_000);
		assert_eq!(quality(0, 1, 1), 250_000);
		assert_eq!(quality(1, 1, 1), 750_000);
		assert_eq!(quality(1, 2, 3), 500_000);
	}

	#[test]
	fn quality_is_defined_without_prior_and_at_every_bound() {
		assert_eq!(quality(0, 0, 0), 500_000);
		assert_eq!(quality(1, 0, 0), 500_000);
		assert_eq!(quality(0, 3, 0), 0);
		assert_eq!(quality(2, 3, 0), 666_666);
		assert_eq!(quality(4, 3, 0), WHOLE);
		assert_eq!(quality(u64::MAX, u64::MAX, u64::MAX), 750_000);
		assert_eq!(quality(u64::MAX, 0, u64::MAX), 500_000);
		assert_eq!(quality(0, u64::MAX, 1), 0);
		assert_eq!(quality(u64::MAX, u64::MAX, 1), 999_999);
	}

	#[test]
	fn a_region_over_its_target_counts_less() {
		for (target, volume, parts) in [
			// A target of 20 %, against shares of 10, 20, 25, 40 and 100 %.
			(200_000, 10, WHOLE),
			(200_000, 20, WHOLE),
			(200_000, 25, 800_000),
			(200_000, 40, 500_000),
			(200_000, 100, 200_000),
			(333_333, 70, 476_190),
			(0, 1, 0),
			(1, 100, 1),
			(u32::MAX, 100, WHOLE),
		] {
			assert_eq!(geography(target, volume, 100, 0), parts, "{target}, {volume} %");
		}
	}

	#[test]
	fn a_region_under_the_least_volume_counts_half() {
		assert_eq!(geography(200_000, 9, 100, 10), 500_000);
		assert_eq!(geography(200_000, 10, 100, 10), WHOLE);
		assert_eq!(geography(200_000, 0, 0, 1), 500_000);
		assert_eq!(geography(0, 99, 100, 100), 500_000);
		assert_eq!(geography(0, 100, 100, 100), 0);
		assert_eq!(geography(WHOLE, u128::MAX - 1, u128::MAX, u128::MAX), 500_000);
	}

	#[test]
	fn geography_is_defined_at_every_bound() {
		assert_eq!(geography(0, 0, 0, 0), WHOLE);
		assert_eq!(geography(0, 0, 5, 0), WHOLE);
		assert_eq!(geography(1, 1, 0, 0), 0);
		assert_eq!(geography(u32::MAX, 1, u128::MAX, 0), WHOLE);
		assert_eq!(geography(1, 1, u128::MAX, 0), WHOLE);
		assert_eq!(geography(250_000, u128::MAX, u128::MAX, 0), 250_000);
		assert_eq!(geography(250_000, u128::MAX, u128::MAX / 2, 0), 124_999);
		assert_eq!(geography(1, u128::MAX, 1, 0), 0);
	}

	#[test]
	fn energy_counts_against_the_reference() {
		for (units, energy, parts) in [
			// 7 for each unit.
			(10, 60, WHOLE),
			(10, 70, WHOLE),
			(10, 71, 985_915),
			(10, 140, 500_000),
			(1, 7_000_001, 0),
			(1, 7_000_000, 1),
		] {
			assert_eq!(efficiency(7, units, energy), parts, "{energy} for {units}");
		}
	}

	#[test]
	fn what_was_not_measured_is_not_efficient() {
		assert_eq!(efficiency(7, 10, 0), 0);
		assert_eq!(efficiency(7, 0, 10), 0);
		assert_eq!(efficiency(0, 10, 10), 0);
		assert_eq!(efficiency(0, 0, 0), 0);
	}

	#[test]
	fn efficiency_is_defined_at_every_bound() {
		assert_eq!(efficiency(u64::MAX, u32::MAX, u64::MAX), WHOLE);
		assert_eq!(efficiency(u64::MAX, u32::MAX, 1), WHOLE);
		assert_eq!(efficiency(u64::MAX / 2, 1, u64::MAX), 499_999);
		assert_eq!(efficiency(1, 1, u64::MAX), 0);
	}

	#[test]
	fn the_score_weighs_its_factors() {
		let weights = [40, 30, 15, 15];
		assert_eq!(score(weights, WHOLE, WHOLE, WHOLE), WHOLE);
		assert_eq!(score(weights, 0, 0, 0), 400_000);
		assert_eq!(score(weights, WHOLE, 0, 0), 700_000);
		assert_eq!(score(weights, 0, WHOLE, 0), 550_000);
		assert_eq!(score(weights, 0, 0, WHOLE), 550_000);
		assert_eq!(score(weights, 500_000, 800_000, 0), 670_000);
		assert_eq!(score([0, 60, 30, 10], 500_000, 800_000, 1), 540_000);
		assert_eq!(score([0, 99, 0, 1], 1, 0, 0), 0);
		assert_eq!(score([0, 99, 0, 1], 1, 0, 1), 1);
	}

	#[test]
	fn the_score_is_never_more_than_a_whole() {
		assert_eq!(score([40, 30, 15, 15], u32::MAX, u32::MAX, u32::MAX), WHOLE);
		assert_eq!(score([0, 30, 0, 0], u32::MAX, 0, 0), 300_000);
		assert_eq!(score([u8::MAX; 4], WHOLE, WHOLE, WHOLE), WHOLE);
		assert_eq!(score([101, 0, 0, 0], 0, 0, 0), WHOLE);
		assert_eq!(score([0; 4], WHOLE, WHOLE, WHOLE), 0);
	}

	#[test]
	fn a_known_buyer_keeps_the_counter() {
		let counters = [(7, 1), (8, 0), (9, 3)];
		for room in [0, 2, 3, 4] {
			assert_eq!(place(&counters, 7, room), Place::Known(0));
			assert_eq!(place(&counters, 9, room), Place::Known(2));
		}
	}

	#[test]
	fn a_new_buyer_gets_a_counter_while_there_is_room() {
		assert_eq!(place(&[(7, 1), (8, 0)], 9, 3), Place::New);
		assert_eq!(place(&[], 9, 32), Place::New);
		assert_eq!(place(&[], 9, 1), Place::New);
		assert_eq!(place(&[], 9, 0), Place::New);
	}

	#[test]
	fn a_new_buyer_takes_over_the_first_of_the_smallest_counters() {
		let counters = [(7, 5), (8, 2), (9, 3), (1, 2)];
		assert_eq!(place(&counters, 2, 4), Place::Replace(1));
		assert_eq!(place(&counters, 2, 3), Place::Replace(1));
		assert_eq!(place(&counters, 2, 5), Place::New);
		assert_eq!(place(&[(7, 0)], 2, 1), Place::Replace(0));
	}

	#[test]
	fn what_exceeds_the_limit_does_not_count() {
		let counted = |counters: &[u64], percent| counted(counters.iter().copied(), percent);
		// 10 % of 100 are 10: 10 + 10 + 9 + 1 of 80 + 10 + 9 + 1.
		assert_eq!(counted(&[80, 10, 9, 1], 10), 30);
		assert_eq!(counted(&[10; 10], 10), 100);
		assert_eq!(counted(&[10; 9], 10), 81);
		// 10 % of 19 are 1.
		assert_eq!(counted(&[19], 10), 1);
		assert_eq!(counted(&[9], 10), 0);
		assert_eq!(counted(&[80, 20], 50), 70);
		assert_eq!(counted(&[], 10), 0);
		assert_eq!(counted(&[0, 0], 10), 0);
	}

	#[test]
	fn no_limit_counts_everything_and_a_limit_of_zero_nothing() {
		for percent in [100, 101, u8::MAX] {
			assert_eq!(counted([80, 10, 9, 1].into_iter(), percent), 100);
			assert_eq!(counted([80].into_iter(), percent), 80);
		}
		assert_eq!(counted([80, 10, 9, 1].into_iter(), 0), 0);
	}

	#[test]
	fn the_largest_counters_do_not_overflow() {
		assert_eq!(counted([u64::MAX; 32].into_iter(), 10), u64::MAX);
		assert_eq!(counted([u64::MAX; 2].into_iter(), 10), u64::MAX / 5 * 2);
		assert_eq!(counted([u64::MAX, 0].into_iter(), u8::MAX), u64::MAX);
	}
}
