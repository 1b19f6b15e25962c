//! Properties that hold for every share, score and tally of mining rewards.

use btt_math::{
	rewards::{counted, efficiency, geography, place, quality, score, telescoping_share, Fading, Place, WHOLE},
	shares::pro_rata,
	Balance,
};
use proptest::{array::uniform, prelude::*};
use sp_arithmetic::{biguint::BigUint, helpers_128bit::multiply_by_rational_with_rounding, Rounding};

const SUPPLY: Balance = 210_000_000_000_000_000_000_000_000;

fn amount() -> impl Strategy<Value = Balance> {
	prop_oneof![0..100u128, 0..=SUPPLY, any::<u128>(), Just(u128::MAX)]
}

fn number() -> impl Strategy<Value = u64> {
	prop_oneof![0..100u64, 0..1_000_000_000u64, any::<u64>(), Just(u64::MAX)]
}

fn small() -> impl Strategy<Value = u32> {
	prop_oneof![0..100u32, 0..=WHOLE, any::<u32>(), Just(u32::MAX)]
}

/// Parts of a whole, in an order of their own, and the same in another one.
fn parts() -> impl Strategy<Value = (Vec<u128>, Vec<u128>)> {
	let part = prop_oneof![Just(0u128), 0..100u128, 0..=SUPPLY, 0..=u128::MAX / 12];
	prop::collection::vec(part, 1..12).prop_flat_map(|parts| (Just(parts.clone()), Just(parts).prop_shuffle()))
}

/// The shares of `parts`, settled in their order.
fn settle(budget: Balance, parts: &[u128]) -> Vec<Balance> {
	let total = parts.iter().sum();
	let mut settled = 0;
	parts
		.iter()
		.map(|points| {
			let share = telescoping_share(budget, settled, *points, total);
			settled += points;
			share
		})
		.collect()
}

/// A provider's points of an era, by buyer.
struct Tally {
	counters: Vec<(u64, u64)>,
	room: usize,
}

impl Tally {
	fn of(reports: &[(u64, u64)], room: usize) -> Self {
		let mut tally = Self { counters: Vec::new(), room };
		reports.iter().for_each(|(buyer, points)| tally.add(*buyer, *points));
		tally
	}

	fn add(&mut self, buyer: u64, points: u64) {
		match place(&self.counters, buyer, self.room) {
			Place::Known(index) => self.counters[index].1 += points,
			Place::New => self.counters.push((buyer, points)),
			Place::Replace(index) => self.counters[index] = (buyer, self.counters[index].1 + points),
		}
	}

	fn counted(&self, percent: u8) -> u64 {
		counted(self.counters.iter().map(|(_, points)| *points), percent)
	}
}

/// What each of `buyers` bought according to `reports`.
fn bought(reports: &[(u64, u64)], buyers: u64) -> Vec<u64> {
	let of = |buyer| reports.iter().filter(|(reported, _)| *reported == buyer).map(|(_, points)| points).sum();
	(0..buyers).map(of).collect()
}

fn sum(points: &[u64]) -> u64 {
	points.iter().sum()
}

/// Reports of points by one of so many buyers; the points of a report vary by orders of magnitude.
fn reports(buyers: u64, most: usize) -> impl Strategy<Value = Vec<(u64, u64)>> {
	let points = prop_oneof![0..3u64, 0..100u64, 0..1_000_000u64, 0..1u64 << 50];
	prop::collection::vec((0..buyers, points), 0..most)
}

fn decayed(value: u128, kept: u32, out_of: u32, steps: u32) -> u128 {
	Fading::after(steps, kept, out_of).left_of(value)
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(2_000))]

	#[test]
	fn shares_add_up_to_the_budget_in_any_order(budget in amount(), (parts, other) in parts()) {
		let whole = if parts.iter().all(|points| *points == 0) { 0 } else { budget };
		prop_assert_eq!(settle(budget, &parts).into_iter().sum::<Balance>(), whole);
		prop_assert_eq!(settle(budget, &other).into_iter().sum::<Balance>(), whole);
	}

	#[test]
	fn every_share_is_the_exact_one_rounded_down_or_up(budget in amount(), (parts, _) in parts()) {
		let total = parts.iter().sum::<u128>().max(1);
		for (points, share) in parts.iter().zip(settle(budget, &parts)) {
			prop_assert!(pro_rata(budget, *points, total).unwrap() <= share);
			prop_assert!(share <= multiply_by_rational_with_rounding(budget, *points, total, Rounding::Up).unwrap());
		}
	}

	#[test]
	fn two_shares_in_a_row_are_the_share_of_their_sum(
		budget in amount(),
		settled in amount(),
		points in amount(),
		more in amount(),
		total in amount(),
	) {
		let first = telescoping_share(budget, settled, points, total);
		let second = telescoping_share(budget, settled.saturating_add(points), more, total);
		prop_assert_eq!(first + second, telescoping_share(budget, settled, points.saturating_add(more), total));
	}

	#[test]
	fn a_share_grows_with_its_points_and_its_budget_and_never_exceeds_it(
		budget in amount(),
		extra in amount(),
		settled in amount(),
		points in amount(),
		more in amount(),
		total in amount(),
	) {
		let share = telescoping_share(budget, settled, points, total);
		prop_assert!(share <= budget);
		prop_assert!(share <= telescoping_share(budget, settled, points.saturating_add(more), total));
		prop_assert!(share <= telescoping_share(budget.saturating_add(extra), settled, points, total).saturating_add(1));
		prop_assert!(settled < total || share == 0);
	}

	#[test]
	fn what_decays_never_grows_with_steps_and_never_falls_with_the_value(
		value in amount(),
		more in amount(),
		kept in small(),
		out_of in small(),
		steps in prop_oneof![0..100u32, 0..100_000u32, any::<u32>()],
		wait in prop_oneof![Just(1u32), 0..100u32, any::<u32>()],
	) {
		let left = decayed(value, kept, out_of, steps);
		prop_assert!(left <= value);
		prop_assert!(decayed(value, kept, out_of, steps.saturating_add(wait)) <= left);
		prop_assert!(decayed(value.saturating_add(more), kept, out_of, steps) >= left);
		prop_assert!(kept < out_of || left == value);
	}

	/// Where powers carry: that is where rounding could make them grow.
	#[test]
	fn no_single_step_ever_raises_what_decays(
		missing in prop_oneof![1..100u32, 1..1_000_000u32],
		out_of in prop_oneof![100..1_000u32, 1_000_000..=u32::MAX],
		bit in 0..32u32,
		near in 0..8u32,
	) {
		let kept = out_of.saturating_sub(missing);
		let steps = (1u32 << bit).saturating_sub(near);
		let left = decayed(u128::MAX, kept, out_of, steps);
		prop_assert!(decayed(u128::MAX, kept, out_of, steps + 1) <= left);
	}

	#[test]
	fn what_decays_is_as_precise_as_it_says(
		value in amount(),
		kept in 0..1_000u32,
		out_of in 1..1_000u32,
		steps in 0..40u32,
	) {
		let kept = kept.min(out_of);
		let big = |number: u128| BigUint::from(number);
		let power = |base: u32| (0..steps).fold(big(1), |power, _| power.mul(&big(base.into())));
		let (exact, whole) = (big(value).mul(&power(kept)), power(out_of));
		let left = decayed(value, kept, out_of, steps);
		// ⌈2 · steps · 2^-64 of the value⌉, and one unit more for what is rounded off in the end.
		let apart = pro_rata(value, 2 * u128::from(steps), 1 << 64).unwrap() + 1;
		prop_assert!(big(left).add(&big(apart)).add(&big(1)).mul(&whole) > exact);
		prop_assert!(big(left).mul(&whole) <= exact.add(&big(apart).mul(&whole)));
	}

	#[test]
	fn quality_is_the_part_that_passed_with_a_prior_of_one_half(
		passed in number(),
		judged in number(),
		prior in number(),
	) {
		let parts = quality(passed, judged, prior);
		prop_assert!(parts <= WHOLE);
		let good = 2 * u128::from(passed.min(judged)) + u128::from(prior);
		let all = 2 * (u128::from(judged) + u128::from(prior));
		match (good * 1_000_000).checked_div(all) {
			Some(exact) => prop_assert_eq!(u128::from(parts), exact),
			None => prop_assert_eq!(parts, 500_000),
		}
	}

	#[test]
	fn a_job_that_passes_never_lowers_quality_and_one_that_fails_never_raises_it(
		passed in number(),
		judged in number(),
		prior in number(),
	) {
		let judged = judged.min(u64::MAX - 1);
		let parts = quality(passed, judged, prior);
		prop_assert!(quality(passed.min(judged) + 1, judged + 1, prior) >= parts);
		prop_assert!(prior == 0 && judged == 0 || quality(passed.min(judged), judged + 1, prior) <= parts);
	}

	#[test]
	fn geography_never_grows_with_volume_and_never_falls_with_the_target(
		target in small(),
		higher in small(),
		volume in amount(),
		more in amount(),
		total in amount(),
		half_under in amount(),
	) {
		let factor = geography(target, volume, total, half_under);
		prop_assert!(factor <= WHOLE);
		prop_assert!(geography(target.saturating_add(higher), volume, total, half_under) >= factor);
		if volume < half_under {
			prop_assert_eq!(factor, WHOLE / 2);
		} else {
			prop_assert!(geography(target, volume.saturating_add(more), total, half_under) <= factor);
			prop_assert!(geography(target, volume, total.saturating_add(more), half_under) >= factor);
		}
	}

	#[test]
	fn geography_is_whole_up_to_the_target_and_less_beyond(
		target in 0..=WHOLE,
		total in 0..=SUPPLY,
		volume in 1..=SUPPLY,
	) {
		let factor = geography(target, volume, total, 0);
		let (volume, target) = (volume * u128::from(WHOLE), u128::from(target) * total);
		prop_assert_eq!(factor == WHOLE, volume <= target);
		if volume > target {
			prop_assert_eq!(u128::from(factor), pro_rata(target, WHOLE.into(), volume).unwrap());
		}
	}

	#[test]
	fn efficiency_is_the_reference_over_what_was_used(reference in number(), units in small(), energy in number()) {
		let factor = efficiency(reference, units, energy);
		let allowed = u128::from(reference) * u128::from(units);
		if energy == 0 {
			prop_assert_eq!(factor, 0);
		} else {
			let exact = (allowed * 1_000_000 / u128::from(energy)).min(1_000_000);
			prop_assert_eq!(u128::from(factor), exact);
		}
	}

	#[test]
	fn a_score_is_the_weighted_sum_of_its_factors(
		cuts in uniform::<_, 3>(0..=100u8),
		factors in uniform::<_, 3>(0..=WHOLE),
		factor in 0..3usize,
		more in small(),
	) {
		let mut cuts = cuts;
		cuts.sort_unstable();
		let weights = [cuts[0], cuts[1] - cuts[0], cuts[2] - cuts[1], 100 - cuts[2]];
		let scored = |factors: [u32; 3]| score(weights, factors[0], factors[1], factors[2]);
		let mut exact = u64::from(weights[0]) * 1_000_000;
		for (weight, factor) in weights[1..].iter().zip(factors) {
			exact += u64::from(*weight) * u64::from(factor);
		}
		prop_assert_eq!(u64::from(scored(factors)), exact / 100);
		let mut better = factors;
		better[factor] = better[factor].saturating_add(more);
		prop_assert!(scored(better) >= scored(factors));
		prop_assert!(scored(better) <= WHOLE);
	}

	#[test]
	fn a_score_of_any_weights_is_a_part_of_the_whole(
		weights in uniform::<_, 4>(any::<u8>()),
		factors in uniform::<_, 3>(small()),
	) {
		prop_assert!(score(weights, factors[0], factors[1], factors[2]) <= WHOLE);
	}

	#[test]
	fn more_points_of_a_buyer_never_count_less(
		points in prop::collection::vec(number(), 1..40),
		buyer in any::<prop::sample::Index>(),
		more in number(),
		percent in any::<u8>(),
	) {
		let before = counted(points.iter().copied(), percent);
		let mut points = points;
		let buyer = buyer.index(points.len());
		points[buyer] = points[buyer].saturating_add(more);
		prop_assert!(counted(points.iter().copied(), percent) >= before);
	}

	#[test]
	fn a_higher_limit_never_counts_less(
		points in prop::collection::vec(number(), 0..40),
		percent in any::<u8>(),
	) {
		let sum = points.iter().fold(0u64, |sum, points| sum.saturating_add(*points));
		let counted = |percent| counted(points.iter().copied(), percent);
		prop_assert!(counted(percent) <= counted(percent.saturating_add(1)));
		prop_assert!(counted(percent) <= sum);
		prop_assert!(percent < 100 || counted(percent) == sum);
	}

	#[test]
	fn with_a_counter_for_every_buyer_the_points_that_count_are_exact_in_any_order(
		(reports, other) in reports(8, 40)
			.prop_flat_map(|reports| (Just(reports.clone()), Just(reports).prop_shuffle())),
		percent in 0..=100u8,
		spare in 0..3usize,
	) {
		let bought = bought(&reports, 8);
		let limit = pro_rata(sum(&bought).into(), percent.into(), 100).unwrap() as u64;
		let exact: u64 = bought.iter().map(|points| limit.min(*points)).sum();
		for reports in [reports, other] {
			let tally = Tally::of(&reports, 8 + spare);
			prop_assert_eq!(tally.counted(percent), exact);
			prop_assert!(tally.counters.iter().all(|(buyer, points)| *points == bought[*buyer as usize]));
		}
	}

	#[test]
	fn a_counter_is_never_below_its_buyer_nor_far_above(
		reports in reports(24, 120),
		room in 1..=16usize,
	) {
		let tally = Tally::of(&reports, room);
		let bought = bought(&reports, 24);
		let others = sum(&bought) / room as u64;
		prop_assert!(tally.counters.len() <= room);
		prop_assert_eq!(tally.counters.iter().map(|(_, points)| points).sum::<u64>(), sum(&bought));
		for (buyer, bought) in (0..).zip(bought) {
			let mut counters = tally.counters.iter().filter(|(known, _)| *known == buyer);
			match counters.next() {
				Some((_, points)) => prop_assert!((bought..=bought + others).contains(points)),
				None => prop_assert!(bought <= others),
			}
			prop_assert_eq!(counters.next(), None);
		}
	}

	#[test]
	fn no_points_beyond_the_limit_count_however_many_the_buyers(
		reports in reports(24, 120),
		room in 1..=32usize,
		percent in 0..=100u8,
	) {
		let percent = percent.max(100usize.div_ceil(room) as u8);
		let counted = Tally::of(&reports, room).counted(percent);
		let bought = bought(&reports, 24);
		let limit = pro_rata(sum(&bought).into(), percent.into(), 100).unwrap() as u64;
		let under = |limit: u64| bought.iter().map(|points| limit.min(*points)).sum::<u64>();
		prop_assert!(counted <= under(limit));
		// By mistake is refused only what exceeds the limit less 1/room of everything.
		prop_assert!(counted >= under(limit - sum(&bought) / room as u64));
	}

	#[test]
	fn dividing_points_among_two_providers_gains_nothing(
		one in uniform::<_, 16>(prop_oneof![Just(0u64), 0..100u64, 0..u64::MAX / 32]),
		other in uniform::<_, 16>(prop_oneof![Just(0u64), 0..100u64, 0..u64::MAX / 32]),
		percent in any::<u8>(),
	) {
		let both = one.into_iter().zip(other).map(|(one, other)| one + other);
		let apart = counted(one.into_iter(), percent) + counted(other.into_iter(), percent);
		prop_assert!(counted(both, percent) >= apart);
	}

	/// SPEC §5, "Capacity": units of an era count up to bond / stake per unit.
	#[test]
	fn dividing_units_and_bond_among_two_providers_gains_nothing(
		units in uniform::<_, 2>(prop_oneof![0..100u128, 0..=SUPPLY]),
		bonds in uniform::<_, 2>(prop_oneof![0..10_000u128, 0..=SUPPLY]),
		stake_per_unit in prop_oneof![1..100u128, 1..=SUPPLY],
	) {
		let count = |units: u128, bond: u128| units.min(bond / stake_per_unit);
		let apart = count(units[0], bonds[0]) + count(units[1], bonds[1]);
		prop_assert!(count(units[0] + units[1], bonds[0] + bonds[1]) >= apart);
	}
}
