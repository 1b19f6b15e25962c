//! The release caps of the real economy (SPEC §1 to §5): sums by hand, and the rule over random histories.

use btt_math::{
	calendar::add_months,
	curve::Curve,
	line::Line,
	release::{counted, headroom, Accrual},
	Balance, Moment,
};
use proptest::prelude::*;

const BTT: Balance = 1_000_000_000_000_000_000;
const MILLION: Balance = 1_000_000 * BTT;
const SUPPLY: Balance = 210 * MILLION;
const DAY: Moment = 86_400_000;
/// 2025-01-01T00:00:00Z.
const TGE: Moment = 1_735_689_600_000;

struct Economy {
	cap: Curve<7>,
	lines: [Line; 6],
	emission: Curve<5>,
}

impl Economy {
	fn new(tge: Moment, mining_start: Moment) -> Self {
		let after = |months| add_months(tge, months).unwrap();
		let line = |total, cliff, months| Line::new(tge, after(cliff), after(months), total).unwrap();
		let cap = [(0, 0), (12, 22), (24, 40), (36, 55), (48, 67), (60, 77), (96, 100)];
		let emission = [(0, 0), (24, 252), (48, 441), (72, 567), (96, 630)];
		Self {
			cap: Curve::new(cap.map(|(months, percent)| (after(months), SUPPLY / 100 * percent))).unwrap(),
			lines: [
				line(21 * MILLION, 6, 36),
				line(63 * MILLION / 10, 3, 30),
				line(63 * MILLION / 10, 3, 30),
				line(42 * MILLION / 10, 3, 30),
				line(21 * MILLION / 10, 3, 30),
				line(357 * MILLION / 10, 0, 48),
			],
			emission: Curve::new(
				emission.map(|(months, tenths)| (add_months(mining_start, months).unwrap(), tenths * MILLION / 10)),
			)
			.unwrap(),
		}
	}

	fn mainnet() -> Self {
		Self::new(TGE, TGE)
	}

	fn schedules(&self) -> Vec<&dyn Accrual> {
		let mut schedules: Vec<&dyn Accrual> = vec![&self.emission];
		schedules.extend(self.lines.iter().map(|line| line as &dyn Accrual));
		schedules
	}

	fn knots(&self) -> Vec<Moment> {
		let mut knots = Vec::new();
		self.cap.for_each_knot(&mut |knot| knots.push(knot));
		self.schedules().iter().for_each(|schedule| schedule.for_each_knot(&mut |knot| knots.push(knot)));
		knots
	}

	fn counted(&self, at: Moment) -> Balance {
		counted(at, &self.schedules())
	}

	fn headroom(&self, now: Moment, discretionary: Balance) -> Balance {
		headroom(now, &self.cap, &self.schedules(), discretionary)
	}
}

#[test]
fn year_ends_count_what_they_count_by_hand() {
	let economy = Economy::mainnet();
	// The lines run by the millisecond over 1,095 days (36 months), 911 (30) and 1,461 (48), the emission over 730,
	// 731, 730 and 731. In million BTT, from left to right: China Oral Industry Group, the four of 18.9 together,
	// foundation, emission.
	for (months, days, by_hand, cap) in [
		// 21·365/1095 + 18.9·365/911 + 35.7·365/1461 + 25.2·365/730 = 7 + 7.57245 + 8.91889 + 12.6
		(12, 365, 36_091_339_029_926_271_872_189_548, 46_200_000),
		// 21·730/1095 + 18.9·730/911 + 35.7·730/1461 + 25.2 = 14 + 15.14490 + 17.83778 + 25.2
		(24, 730, 72_182_678_059_852_543_744_379_101, 84_000_000),
		// 21 + 18.9 + 35.7·1095/1461 + 25.2 + 18.9·365/731 = 21 + 18.9 + 26.75667 + 34.63707
		(36, 1_095, 101_293_746_014_713_607_137_138_795, 115_500_000),
		// 21 + 18.9 + 35.7 + 44.1
		(48, 1_461, 119_700_000 * BTT, 140_700_000),
		// 21 + 18.9 + 35.7 + 44.1 + 12.6·365/730
		(60, 1_826, 126_000_000 * BTT, 161_700_000),
		// 21 + 18.9 + 35.7 + 63
		(96, 2_922, 138_600_000 * BTT, 210_000_000),
	] {
		let at = add_months(TGE, months).unwrap();
		assert_eq!(at, TGE + days * DAY);
		assert_eq!(economy.counted(at), by_hand);
		assert_eq!(economy.cap.at(at), cap * BTT);
	}
}

#[test]
fn year_ends_count_nearly_what_whole_months_would() {
	let economy = Economy::mainnet();
	// The same sums with every month as long as every other, in BTT: days move them by less than 32,000 BTT.
	for (months, by_months) in
		[(12, 36_085_000), (24, 72_170_000), (36, 101_325_000), (48, 119_700_000), (60, 126_000_000)]
	{
		let counted = economy.counted(add_months(TGE, months).unwrap());
		assert!(counted.abs_diff(by_months * BTT) < 32_000 * BTT, "{months} months: {counted}");
	}
}

#[test]
fn headroom_is_what_it_is_by_hand() {
	let economy = Economy::mainnet();
	for (days, by_hand) in [
		// Nothing is released before the token generation event, nor at it.
		(0, 0),
		// 1 February 2025: 46.2·31/365 − 35.7·31/1461 − 25.2·31/730, in million BTT; no cliff is over.
		(31, 2_096_203_763_607_212_174_059_800),
		// The last day of March 2025 is bound by the cliff of 1 April:
		// 46.2·90/365 − 18.9·90/911 − 35.7·90/1461 − 25.2·90/730
		(89, 4_218_573_937_826_398_716_446_408),
		(90, 4_218_573_937_826_398_716_446_408),
		// And the last of June by that of 1 July:
		// 46.2·181/365 − 21·181/1095 − 18.9·181/911 − 35.7·181/1461 − 25.2·181/730
		(180, 5_012_788_042_694_095_318_174_493),
		(181, 5_012_788_042_694_095_318_174_493),
		// From now on the caps leave more with every knot. 46.2 − 36.09134
		(365, 10_108_660_970_073_728_127_810_447),
		// 140.7 − 119.7, 161.7 − 126 and 210 − 138.6
		(1_461, 21_000_000 * BTT),
		(1_826, 35_700_000 * BTT),
		(2_922, 71_400_000 * BTT),
		(5_478, 71_400_000 * BTT),
	] {
		assert_eq!(economy.headroom(TGE + days * DAY, 0), by_hand, "after {days} days");
	}
	assert_eq!(economy.headroom(0, 0), 0);
	assert_eq!(economy.headroom(u64::MAX, 0), 71_400_000 * BTT);
	// What was not allotted to schedules: 25.2 + 14.7 + 31.5.
	assert_eq!(economy.headroom(u64::MAX, 71_400_000 * BTT), 0);
}

#[test]
fn the_schedules_fit_under_the_caps_in_every_hour_of_ten_years() {
	let economy = Economy::mainnet();
	for hour in 1..10 * 365 * 24 {
		let at = TGE + hour * DAY / 24;
		assert!(economy.cap.at(at) > economy.counted(at));
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(1_000))]

	#[test]
	fn releases_within_the_headroom_never_break_a_cap(
		tge in (TGE - 5_000 * DAY)..(TGE + 60_000 * DAY),
		delay in 0..400 * DAY,
		releases in prop::collection::vec((0..20 * 365 * DAY, 0u128..=100), 1..12),
		samples in prop::collection::vec(0..20 * 365 * DAY, 40),
	) {
		let economy = Economy::new(tge, tge + delay);
		let mut releases = releases;
		releases.sort_unstable();
		let instants: Vec<Moment> = samples
			.into_iter()
			.map(|sample| tge + sample)
			.chain(economy.knots().into_iter().flat_map(|knot| [knot - 1, knot, knot + 1]))
			.chain(releases.iter().flat_map(|(since, _)| [tge + since, tge + since + 1]))
			.collect();
		let mut discretionary = 0;
		for (since, percent) in releases {
			let now = tge + since;
			discretionary += economy.headroom(now, discretionary) * percent / 100;
			prop_assert!(economy.headroom(now, discretionary + 1) < economy.headroom(now, discretionary).max(1));
			for at in instants.iter().filter(|at| **at >= now) {
				prop_assert!(economy.counted(*at) + discretionary <= economy.cap.at(*at));
			}
		}
	}

	#[test]
	fn one_unit_more_than_the_headroom_and_its_rounding_breaks_a_cap(
		since in 0..12 * 365 * DAY,
		discretionary in 0..5 * MILLION,
	) {
		let economy = Economy::mainnet();
		let now = TGE + since;
		let too_much = discretionary
			+ economy.headroom(now, discretionary)
			+ economy.schedules().len() as Balance
			+ 1;
		let broken = economy
			.knots()
			.into_iter()
			.filter(|knot| *knot > now)
			.chain([now])
			.any(|at| economy.counted(at) + too_much > economy.cap.at(at));
		prop_assert!(broken);
	}
}
