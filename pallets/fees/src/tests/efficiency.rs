use super::*;
use crate::{BaseFeeFactor, CurrentUsage, Efficiency, EfficiencyRule, Usage};
use sp_runtime::{DispatchError::BadOrigin, FixedU128};

fn average(transactions: u32) -> FixedU128 {
	FixedU128::from_u32(transactions)
}

/// Let a day with so many transactions pass.
fn day(transactions: u32) {
	CurrentUsage::<Test>::mutate(|usage| usage.count = transactions);
	pass(DAY);
}

#[test]
fn the_base_fee_falls_as_usage_grows_and_never_under_a_quarter() {
	for (share, transactions, percent) in [
		(100, 0, 100),
		(100, 10_000, 100),
		(100, 12_500, 80),
		(100, 20_000, 50),
		(100, 40_000, 25),
		(100, 100_000_000, 25),
		(50, 20_000, 75),
		(50, u32::MAX, 50),
		(0, u32::MAX, 100),
	] {
		let rule = Efficiency { reference: 10_000, share: Perbill::from_percent(share) };
		let factor = rule.factor(average(transactions));
		let expected = Perbill::from_percent(percent);
		assert!(
			factor.deconstruct().abs_diff(expected.deconstruct()) <= 3_000,
			"{share} % of {transactions}: {factor:?}"
		);
	}
	assert_eq!(Efficiency::default().factor(FixedU128::from_inner(u128::MAX)), Perbill::from_percent(25));
	assert_eq!(Efficiency::default().factor(average(20_000)), Perbill::from_percent(50));
}

#[test]
fn transactions_that_pay_a_fee_are_counted() {
	ExtBuilder::default().build_and_execute(|| {
		for _ in 0..3 {
			assert_ok!(Tx::default().run(ALICE, || ()));
		}
		assert_eq!(CurrentUsage::<Test>::get().count, 3);
		pass(DAY);
		assert_eq!(CurrentUsage::<Test>::get().count, 0);
		assert_eq!(
			CurrentUsage::<Test>::get().average,
			FixedU128::from_inner(3 * FixedU128::from_u32(1).into_inner() / 7)
		);
	});
}

#[test]
fn the_average_follows_usage_by_a_seventh_a_day() {
	ExtBuilder::default().build_and_execute(|| {
		day(70_000);
		assert_eq!(CurrentUsage::<Test>::get().average, average(10_000));
		day(0);
		let left = CurrentUsage::<Test>::get().average;
		assert!(left < average(8_572) && left > average(8_571));
		for _ in 0..200 {
			day(30_000);
		}
		let settled = CurrentUsage::<Test>::get().average;
		assert!(settled <= average(30_000) && settled > average(29_999));
	});
}

#[test]
fn the_base_fee_changes_once_a_day_and_for_everybody() {
	ExtBuilder::default().build_and_execute(|| {
		let full = Tx::default().fee();
		CurrentUsage::<Test>::mutate(|usage| usage.count = 140_000);
		pass(DAY - 1);
		assert_eq!((Tx::default().fee(), events()), (full, vec![]));
		pass(1);
		let factor = Perbill::from_percent(50);
		assert_eq!(last_event(), Event::BaseFeeFactorSet { factor, average: average(20_000) });
		assert_eq!(Fees::base_fee_factor(), factor);
		let length = 140 * (BTT / 100_000);
		assert!((Tx::default().fee() - length).abs_diff((full - length) / 2) <= 2);
		pass(6);
		assert_eq!(events().len(), 1);
	});
}

#[test]
fn a_day_that_changes_nothing_tells_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		day(100);
		day(1_000);
		assert_eq!((events(), Fees::base_fee_factor()), (vec![], Perbill::one()));
	});
}

#[test]
fn days_in_which_the_chain_stood_still_count_as_idle_without_a_loop() {
	let mut step_by_step = Usage { day: 20_000, count: 70_000, average: average(30_000) };
	let mut at_once = step_by_step;
	for today in 20_001..=20_010 {
		assert!(step_by_step.advance(today));
	}
	assert!(at_once.advance(20_010));
	assert_eq!((at_once.day, at_once.count), (20_010, 0));
	let difference = at_once.average.into_inner().abs_diff(step_by_step.average.into_inner());
	assert!(difference < FixedU128::from_u32(1).into_inner() / 1_000_000);

	assert!(at_once.advance(u64::MAX));
	assert_eq!(at_once, Usage { day: u64::MAX, count: 0, average: FixedU128::from_inner(0) });
}

#[test]
fn the_first_day_is_not_taken_for_a_long_halt() {
	let mut usage = Usage::default();
	assert!(!usage.advance(0));
	usage.note();
	assert!(!usage.advance(20_000));
	assert_eq!(usage, Usage { day: 20_000, count: 1, ..Default::default() });
}

#[test]
fn a_clock_that_goes_back_changes_nothing() {
	let mut usage = Usage { day: 20_000, count: 5, average: average(7) };
	let before = usage;
	assert!(!usage.advance(19_999) && !usage.advance(20_000));
	assert_eq!(usage, before);
}

#[test]
fn governance_sets_the_rule_from_the_next_day_on() {
	ExtBuilder::default().build_and_execute(|| {
		day(140_000);
		let rule = Efficiency { reference: 100_000_000, share: Perbill::from_percent(30) };
		assert_ok!(Fees::set_efficiency(by(GOVERNANCE), rule.reference, rule.share));
		assert_eq!(last_event(), Event::EfficiencySet { rule });
		assert_eq!(EfficiencyRule::<Test>::get(), rule);
		assert_eq!(BaseFeeFactor::<Test>::get(), Perbill::from_percent(50));
		day(140_000);
		assert_eq!(BaseFeeFactor::<Test>::get(), Perbill::one());
	});
}

#[test]
fn a_rule_out_of_bounds_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		for reference in [0, 99, 100_000_001, u32::MAX] {
			assert_noop!(Fees::set_efficiency(by(GOVERNANCE), reference, Perbill::zero()), Error::<Test>::OutOfBounds);
		}
		for reference in [100, 100_000_000] {
			assert_ok!(Fees::set_efficiency(by(GOVERNANCE), reference, Perbill::zero()));
		}
		for origin in [by(ALICE), by(ALLOCATION), RuntimeOrigin::root()] {
			assert_noop!(Fees::set_efficiency(origin, 1_000, Perbill::zero()), BadOrigin);
		}
	});
}
