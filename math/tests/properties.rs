//! Properties that hold for every curve, line, share, date and emission.

use btt_math::{
	calendar::add_months,
	curve::Curve,
	emission::{budget, segment, CATCH_UP},
	line::Line,
	release::{counted, headroom, Accrual},
	shares::pro_rata,
	Balance, Moment,
};
use codec::{Decode, Encode};
use proptest::{array::uniform, prelude::*};
use sp_arithmetic::biguint::BigUint;

const SUPPLY: Balance = 210_000_000_000_000_000_000_000_000;
const DAY: Moment = 86_400_000;
const YEAR_2200: Moment = 7_258_118_400_000;
const YEAR_10000: Moment = 253_402_300_800_000;

fn instant() -> impl Strategy<Value = Moment> {
	prop_oneof![0..100u64, 0..YEAR_2200, any::<u64>(), Just(u64::MAX)]
}

fn amount() -> impl Strategy<Value = Balance> {
	prop_oneof![0..100u128, 0..=SUPPLY, any::<u128>(), Just(u128::MAX)]
}

fn curve<const N: usize>(
	instant: impl Strategy<Value = Moment>,
	amount: impl Strategy<Value = Balance>,
) -> impl Strategy<Value = (Curve<N>, [(Moment, Balance); N])> {
	(uniform::<_, N>(instant), uniform::<_, N>(amount)).prop_filter_map(
		"two knots at one instant",
		|(mut instants, mut amounts)| {
			instants.sort_unstable();
			amounts.sort_unstable();
			let mut amounts = amounts.into_iter();
			let knots = instants.map(|instant| (instant, amounts.next().unwrap()));
			Some((Curve::new(knots)?, knots))
		},
	)
}

fn line(instant: impl Strategy<Value = Moment>, amount: impl Strategy<Value = Balance>) -> impl Strategy<Value = Line> {
	(uniform::<_, 3>(instant), amount).prop_filter_map("a line of no length", |(mut instants, total)| {
		instants.sort_unstable();
		Line::new(instants[0], instants[1], instants[2], total)
	})
}

/// Year, month from 1 and day from 1, by counting.
fn civil(at: Moment) -> (u64, u64, u64) {
	let mut days = at / DAY;
	let (mut year, mut month) = (1970, 1);
	while days >= days_in_year(year) {
		days -= days_in_year(year);
		year += 1;
	}
	while days >= days_in_month(year, month) {
		days -= days_in_month(year, month);
		month += 1;
	}
	(year, month, days + 1)
}

fn days_in_year(year: u64) -> u64 {
	(1..=12).map(|month| days_in_month(year, month)).sum()
}

fn days_in_month(year: u64, month: u64) -> u64 {
	match month {
		2 if year.is_multiple_of(400) || (year.is_multiple_of(4) && !year.is_multiple_of(100)) => 29,
		2 => 28,
		4 | 6 | 9 | 11 => 30,
		_ => 31,
	}
}

/// An instant, near the end of a month as often as not.
fn dated() -> impl Strategy<Value = Moment> {
	let end_of_month = (0..3_000u32, -3 * DAY as i64..3 * DAY as i64)
		.prop_map(|(months, shift)| add_months(DAY * 31, months).unwrap().saturating_add_signed(shift));
	prop_oneof![end_of_month, 0..YEAR_2200, 0..YEAR_10000]
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(2_000))]

	#[test]
	fn pro_rata_is_the_floor_of_the_exact_share(total in amount(), part in amount(), whole in amount()) {
		let big = |number: u128| BigUint::from(number);
		let product = big(total).mul(&big(part));
		match pro_rata(total, part, whole) {
			Some(share) => {
				prop_assert!(big(share).mul(&big(whole)) <= product);
				prop_assert!(big(share).add(&big(1)).mul(&big(whole)) > product);
			},
			None => prop_assert!(big(u128::MAX).add(&big(1)).mul(&big(whole)) <= product),
		}
	}

	#[test]
	fn shares_of_a_whole_never_exceed_it(total in amount(), parts in prop::collection::vec(0..=SUPPLY, 1..10)) {
		let whole = parts.iter().sum::<u128>().max(1);
		let mut shared = 0u128;
		for part in &parts {
			shared += pro_rata(total, *part, whole).unwrap();
		}
		prop_assert!(shared <= total);
		prop_assert!(parts.iter().all(|part| *part == 0) || total - shared < parts.len() as u128);
	}

	#[test]
	fn months_lead_to_the_month_of_the_calendar(
		at in dated(),
		months in prop_oneof![0..200u32, 0..100_000u32, any::<u32>()],
	) {
		let (year, month, day) = civil(at);
		let later = year * 12 + month - 1 + u64::from(months);
		let (later_year, later_month) = (later / 12, later % 12 + 1);
		match add_months(at, months) {
			Some(then) => {
				let last = days_in_month(later_year, later_month);
				prop_assert_eq!(civil(then), (later_year, later_month, day.min(last)));
				prop_assert_eq!(then % DAY, at % DAY);
			},
			None => prop_assert!(later_year > 9_999),
		}
	}

	#[test]
	fn later_instants_and_more_months_lead_no_less_far(
		at in dated(),
		wait in prop_oneof![0..5 * DAY, 0..YEAR_2200],
		months in 0..2_000u32,
		more in prop_oneof![0..3u32, 0..2_000u32],
	) {
		// `None` lies beyond everything.
		let add = |at, months| add_months(at, months).unwrap_or(u64::MAX);
		let (then, later) = (add(at, months), add(at + wait, months));
		prop_assert!(then / DAY <= later / DAY);
		// The time of day is kept, also where two days become one: only there may a later instant lead less far.
		let (day, clamped) = (civil(at + wait).2, civil(later.min(YEAR_10000 - 1)).2);
		prop_assert!(then <= later || (day > clamped && then / DAY == later / DAY));
		prop_assert!(wait % DAY > 0 || then <= later);
		prop_assert!(then <= add(at, months + more));
		prop_assert!(more == 0 || then == u64::MAX || then < add(at, months + more));
		prop_assert!(then >= at);
	}

	#[test]
	fn no_instant_is_too_late_for_the_calendar(at in any::<u64>(), months in any::<u32>()) {
		prop_assert_eq!(add_months(at, 0), (at < YEAR_10000).then_some(at));
		prop_assert!(add_months(at, months).is_none_or(|then| at <= then && then < YEAR_10000));
	}

	#[test]
	fn a_curve_is_exact_at_its_knots_and_outside_them((curve, knots) in curve::<7>(instant(), amount()), at in instant()) {
		for (knot, amount) in knots {
			prop_assert_eq!(curve.at(knot), amount);
			prop_assert_eq!(curve.at_rounded_up(knot), amount);
		}
		let ((first, low), (last, high)) = (knots[0], knots[6]);
		if at <= first {
			prop_assert_eq!((curve.at(at), curve.at_rounded_up(at)), (low, low));
		}
		if at >= last {
			prop_assert_eq!((curve.at(at), curve.at_rounded_up(at)), (high, high));
		}
	}

	#[test]
	fn a_curve_is_linear_between_its_knots((curve, knots) in curve::<5>(instant(), amount()), at in any::<u64>()) {
		for segment in knots.windows(2) {
			let ((from, low), (to, high)) = (segment[0], segment[1]);
			let at = from + at % (to - from);
			let (done, left) = (u128::from(at - from), u128::from(to - at));
			let whole = u128::from(to - from);
			prop_assert_eq!(curve.at(at), low + pro_rata(high - low, done, whole).unwrap());
			// Rounding up is rounding down what is left.
			prop_assert_eq!(curve.at_rounded_up(at), high - pro_rata(high - low, left, whole).unwrap());
		}
	}

	#[test]
	fn a_curve_never_falls((curve, _) in curve::<5>(instant(), amount()), at in instant(), wait in instant()) {
		let later = at.saturating_add(wait);
		prop_assert!(curve.at(at) <= curve.at(later));
		prop_assert!(curve.at_rounded_up(at) <= curve.at_rounded_up(later));
		prop_assert!(curve.at_rounded_up(at) - curve.at(at) <= 1);
		prop_assert_eq!((curve.accrued(at), curve.accrued_rounded_up(at)), (curve.at(at), curve.at_rounded_up(at)));
	}

	#[test]
	fn a_curve_is_refused_exactly_when_its_knots_are_out_of_order(knots in uniform::<_, 3>((0..6u64, 0..6u128))) {
		let in_order = knots[0].0 < knots[1].0
			&& knots[1].0 < knots[2].0
			&& knots[0].1 <= knots[1].1
			&& knots[1].1 <= knots[2].1;
		prop_assert_eq!(Curve::new(knots).is_some(), in_order);
	}

	#[test]
	fn no_era_gets_ahead_of_its_curve(
		(curve, knots) in curve::<5>(instant(), amount()),
		from in instant(),
		to in instant(),
		assigned in prop_oneof![amount(), Just(u128::MAX)],
	) {
		let (emitted, total) = (curve.at(from), knots[4].1);
		let growth = curve.at(to).saturating_sub(emitted);
		let assigned = assigned.min(emitted);
		let budget = budget(&curve, total - assigned, from, to);
		prop_assert!(budget <= total - assigned);
		if emitted < total {
			prop_assert!(assigned + budget <= curve.at(to).max(emitted));
			prop_assert!(budget <= growth.saturating_mul(CATCH_UP));
			// What is behind the curve is only caught up with, never lost: an era gets at least what the curve gives it.
			prop_assert!(budget >= growth);
			prop_assert!(assigned < emitted || budget == growth);
		}
	}

	#[test]
	fn no_era_gets_more_than_there_is(
		(curve, _) in curve::<4>(instant(), amount()),
		unassigned in amount(),
		from in instant(),
		to in instant(),
		more in instant(),
	) {
		let budget = |unassigned, to| budget(&curve, unassigned, from, to);
		prop_assert!(budget(unassigned, to) <= unassigned);
		prop_assert!(from < to || budget(unassigned, to) == 0);
		prop_assert!(budget(unassigned, to) <= budget(unassigned, to.saturating_add(more)));
		prop_assert!(budget(unassigned, to) <= budget(unassigned.saturating_add(more.into()), to));
	}

	#[test]
	fn whoever_works_in_every_era_gets_to_every_knot(
		(curve, knots) in curve::<5>(instant(), amount()),
		ends in prop::collection::vec(any::<u64>(), 0..20),
	) {
		let (first, low) = knots[0];
		let mut ends: Vec<Moment> = ends.into_iter().chain(knots.map(|(knot, _)| knot)).collect();
		ends.retain(|end| *end > first);
		ends.sort_unstable();
		let (mut assigned, mut from) = (low, first);
		for to in ends.into_iter().filter(|end| *end <= knots[4].0) {
			assigned += budget(&curve, knots[4].1 - assigned, from, to);
			prop_assert_eq!(assigned, curve.at(to));
			from = to;
		}
		prop_assert_eq!(assigned, knots[4].1);
	}

	#[test]
	fn no_history_of_work_gets_ahead_of_its_curve_or_of_its_total(
		(curve, knots) in curve::<5>(0..10_000u64, amount()),
		length in 1..2_000u64,
		first in 0..10_000u64,
		works in prop::collection::vec(prop_oneof![Just(0u8), Just(100), 0..=100u8], 1..60),
	) {
		let total = knots[4].1;
		// Nothing is assigned before the first era, which may start anywhere; shares of an era may come back.
		let mut assigned = 0;
		for (start, percent) in (first..).step_by(length as usize).zip(works) {
			let budget = budget(&curve, total - assigned, start, start + length);
			assigned += pro_rata(budget, percent.into(), 100).unwrap();
			prop_assert!(assigned <= curve.at(start + length));
		}
	}

	#[test]
	fn eras_after_the_end_get_together_what_one_of_their_length_gets(
		(curve, knots) in curve::<3>(instant(), amount()),
		waits in prop::collection::vec(instant(), 2..12),
	) {
		let end = knots[2].0;
		let mut instants: Vec<Moment> = waits.into_iter().map(|wait| end.saturating_add(wait)).collect();
		instants.sort_unstable();
		let (first, last) = (instants[0], instants[instants.len() - 1]);
		let apart = instants
			.windows(2)
			.fold(0u128, |sum, era| sum.saturating_add(budget(&curve, u128::MAX, era[0], era[1])));
		prop_assert_eq!(apart, budget(&curve, u128::MAX, first, last));
	}

	#[test]
	fn eras_after_the_end_go_on_with_the_last_slope(
		(curve, knots) in curve::<3>(instant(), amount()),
		unassigned in amount(),
		from in instant(),
		length in instant(),
	) {
		let big = |number: u128| BigUint::from(number);
		let ((start, low), (end, high)) = (knots[1], knots[2]);
		let from = end.saturating_add(from);
		let to = from.saturating_add(length);
		// The exact slope, of which the differences of rounded amounts are less than a unit away.
		let exact = big(high - low).mul(&big((to - from).into()));
		let per = big((end - start).into());
		let budget = budget(&curve, unassigned, from, to);
		prop_assert!(budget == 0 || big(budget - 1).mul(&per) < exact);
		prop_assert!(budget == unassigned || big(budget).add(&big(1)).mul(&per) > exact);
	}

	#[test]
	fn an_instant_lies_in_the_segment_between_its_knots(
		(curve, knots) in curve::<5>(instant(), amount()),
		at in prop_oneof![instant(), any::<u64>()],
		knot in 0..5usize,
	) {
		for at in [at, knots[knot].0, knots[knot].0.saturating_sub(1)] {
			let segment = segment(&curve, at);
			prop_assert!(segment <= 3);
			prop_assert!(segment == 0 || knots[segment].0 <= at);
			prop_assert!(segment == 3 || at < knots[segment + 1].0);
		}
	}

	#[test]
	fn a_line_starts_at_nothing_and_ends_at_its_total(line in line(instant(), amount()), at in instant()) {
		prop_assert!(line.vested(line.start()) == 0 && line.vested_rounded_up(line.start()) == 0);
		prop_assert!(line.cliff() == 0 || line.vested_rounded_up(line.cliff() - 1) == 0);
		for end in [line.end(), line.end().max(at), u64::MAX] {
			prop_assert_eq!(line.vested(end), line.total());
			prop_assert_eq!(line.vested_rounded_up(end), line.total());
			prop_assert_eq!(line.unvested(end), 0);
		}
	}

	#[test]
	fn a_line_vests_its_share_of_the_time(line in line(instant(), amount()), at in any::<u64>()) {
		let whole = line.end() - line.start();
		let at = line.start() + at % whole;
		let (done, left) = (u128::from(at - line.start()), u128::from(line.end() - at));
		let share = |part| pro_rata(line.total(), part, whole.into()).unwrap();
		if at < line.cliff() {
			prop_assert_eq!((line.vested(at), line.vested_rounded_up(at)), (0, 0));
		} else {
			prop_assert_eq!(line.vested(at), share(done));
			prop_assert_eq!(line.vested_rounded_up(at), line.total() - share(left));
		}
	}

	#[test]
	fn a_line_never_falls(line in line(instant(), amount()), at in instant(), wait in instant()) {
		let later = at.saturating_add(wait);
		prop_assert!(line.vested(at) <= line.vested(later));
		prop_assert!(line.vested_rounded_up(at) <= line.vested_rounded_up(later));
		prop_assert!(line.vested_rounded_up(at) - line.vested(at) <= 1);
		prop_assert!(line.vested_rounded_up(at) <= line.total());
		prop_assert_eq!(line.vested(at) + line.unvested(at), line.total());
		prop_assert_eq!((line.accrued(at), line.accrued_rounded_up(at)), (line.vested(at), line.vested_rounded_up(at)));
	}

	#[test]
	fn only_valid_lines_are_decoded(
		start in instant(),
		cliff in instant(),
		end in instant(),
		total in amount(),
		at in instant(),
	) {
		let encoded = (start, cliff, end, total).encode();
		let line = Line::decode(&mut &encoded[..]).ok();
		prop_assert_eq!(line, Line::new(start, cliff, end, total));
		prop_assert_eq!(line.is_some(), start <= cliff && cliff <= end && start < end);
		if let Some(line) = line {
			prop_assert_eq!(line.encode(), encoded);
			prop_assert!(line.vested(at) <= total);
		}
	}

	#[test]
	fn the_parts_of_a_line_never_vest_ahead_of_it(
		whole in line(instant(), 0..=SUPPLY),
		part in 0..=SUPPLY,
		at in instant(),
	) {
		let line = |total| Line::new(whole.start(), whole.cliff(), whole.end(), total).unwrap();
		let part = part % (whole.total() + 1);
		prop_assert!(line(part).vested(at) + line(whole.total() - part).vested(at) <= whole.vested(at));
	}

	#[test]
	fn what_counts_is_the_sum_of_what_accrued(
		lines in prop::collection::vec(line(instant(), amount()), 0..5),
		(curve, _) in curve::<3>(instant(), amount()),
		at in instant(),
	) {
		let mut schedules: Vec<&dyn Accrual> = lines.iter().map(|line| line as &dyn Accrual).collect();
		schedules.push(&curve);
		let sum = lines.iter().fold(curve.at(at), |sum, line| sum.saturating_add(line.vested(at)));
		prop_assert_eq!(counted(at, &schedules), sum);
	}

	/// Over all milliseconds there are: few enough to look at each of them.
	#[test]
	fn headroom_is_what_every_later_millisecond_leaves(
		(cap, _) in curve::<4>(0..40u64, 0..1_000u128),
		base in prop_oneof![Just(0u128), 0..500u128],
		(emission, _) in curve::<3>(0..40u64, 0..250u128),
		lines in prop::collection::vec(line(0..40u64, 0..200u128), 0..4),
		discretionary in 0..100u128,
		now in 0..50u64,
	) {
		let cap = raised(&cap, base);
		let mut schedules: Vec<&dyn Accrual> = lines.iter().map(|line| line as &dyn Accrual).collect();
		schedules.push(&emission);
		let headroom = headroom(now, &cap, &schedules, discretionary);
		let least = (now..60)
			.map(|at| cap.at(at) as i128 - counted(at, &schedules) as i128 - discretionary as i128)
			.min()
			.unwrap();
		prop_assert!(headroom == 0 || headroom as i128 <= least);
		// No more is given away than a unit for every schedule.
		prop_assert!(least <= headroom as i128 + schedules.len() as i128);
	}

	#[test]
	fn releases_within_the_headroom_never_break_a_cap(
		(cap, _) in curve::<4>(0..40u64, 0..1_000u128),
		base in prop_oneof![Just(0u128), 0..500u128],
		(emission, _) in curve::<3>(0..40u64, 0..250u128),
		lines in prop::collection::vec(line(0..40u64, 0..200u128), 0..4),
		shares in prop::collection::vec(0..=4u128, 45),
	) {
		let cap = raised(&cap, base);
		let mut schedules: Vec<&dyn Accrual> = lines.iter().map(|line| line as &dyn Accrual).collect();
		schedules.push(&emission);
		let mut discretionary = 0;
		for (now, share) in (0..).zip(shares) {
			let release = headroom(now, &cap, &schedules, discretionary) * share / 4;
			discretionary += release;
			if release > 0 {
				prop_assert!((now..60).all(|at| counted(at, &schedules) + discretionary <= cap.at(at)));
			}
		}
	}

	#[test]
	fn headroom_holds_for_amounts_and_times_of_any_size(
		(cap, knots) in curve::<5>(instant(), amount()),
		lines in prop::collection::vec(line(instant(), amount().prop_map(|amount| amount / 8)), 0..4),
		(emission, _) in curve::<3>(instant(), amount().prop_map(|amount| amount / 8)),
		discretionary in amount().prop_map(|amount| amount / 8),
		now in instant(),
		waits in uniform::<_, 8>(instant()),
	) {
		let mut schedules: Vec<&dyn Accrual> = lines.iter().map(|line| line as &dyn Accrual).collect();
		schedules.push(&emission);
		let headroom = headroom(now, &cap, &schedules, discretionary);
		let mut instants = waits.map(|wait| now.saturating_add(wait)).to_vec();
		instants.extend(knots.map(|(knot, _)| knot));
		schedules.iter().for_each(|schedule| schedule.for_each_knot(&mut |knot| instants.push(knot)));
		if headroom > 0 {
			for at in instants {
				for at in [at.saturating_sub(1), at, at.saturating_add(1)].into_iter().filter(|at| *at >= now) {
					prop_assert!(counted(at, &schedules) + discretionary + headroom <= cap.at(at));
				}
			}
		}
	}
}

/// The curve with every amount raised by `base`.
fn raised(curve: &Curve<4>, base: Balance) -> Curve<4> {
	let mut instants = Vec::new();
	curve.for_each_knot(&mut |knot| instants.push(knot));
	let instants: [Moment; 4] = instants.try_into().unwrap();
	Curve::new(instants.map(|knot| (knot, curve.at(knot) + base))).unwrap()
}
