use super::*;
use crate::types::HOURS;

#[test]
fn what_exceeds_the_threshold_of_a_day_burns_its_rate() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(transfer_assets(ALICE, 60_000 * BTT), 0);
		// 20,000 BTT are beyond the threshold.
		assert_eq!(transfer_assets(ALICE, 60_000 * BTT), 20 * BTT);
		// Now all of it is.
		assert_eq!(transfer_assets(ALICE, 60_000 * BTT), 60 * BTT);
		assert_eq!(Windows::<Test>::get(ALICE).unwrap().sum(now()), 180_000 * BTT);
	});
}

#[test]
fn the_threshold_itself_burns_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(transfer_assets(ALICE, 100_000 * BTT), 0);
		assert_eq!(transfer_assets(ALICE, 1), 1);
		assert_eq!(transfer_assets(BOB, 100_000 * BTT + 1), 1);
	});
}

#[test]
fn every_identity_has_a_window_of_its_own() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(transfer_assets(ALICE, 100_000 * BTT), 0);
		assert_eq!(transfer_assets(BOB, 100_000 * BTT), 0);
		assert_eq!(transfer_assets(ALICE, 1_000 * BTT), BTT);
	});
}

#[test]
fn a_transfer_of_nothing_leaves_no_trace() {
	ExtBuilder::default().build_and_execute(|| {
		assert_storage_noop!(assert_eq!(transfer_assets(ALICE, 0), 0));
	});
}

#[test]
fn a_transfer_counts_for_24_hours_at_least_and_25_at_most() {
	// At the beginning, in the middle and at the end of an hour.
	for minute in [0, 30 * 60_000, HOUR - 1] {
		let after = |pause| {
			let mut due = 0;
			ExtBuilder::default().build_and_execute(|| {
				wait(minute);
				assert_eq!(transfer_assets(ALICE, 100_000 * BTT), 0);
				wait(pause);
				due = transfer_assets(ALICE, 1_000 * BTT);
			});
			due
		};
		assert_eq!(after(DAY), BTT);
		assert_eq!(after(25 * HOUR - minute - 1), BTT);
		assert_eq!(after(25 * HOUR - minute), 0);
		assert_eq!(after(25 * HOUR), 0);
		assert_eq!(after(1_000 * DAY), 0);
	}
}

#[test]
fn hours_are_forgotten_one_by_one() {
	ExtBuilder::default().build_and_execute(|| {
		for hour in 0..HOURS as u64 {
			set_time(TGE + hour * HOUR + 1);
			transfer_assets(ALICE, (hour as Balance + 1) * BTT);
		}
		let window = Windows::<Test>::get(ALICE).unwrap();
		let all: Balance = (1..=HOURS as Balance).sum();
		for past in 0..=HOURS as u64 + 3 {
			let forgotten: Balance = (1..=past.min(HOURS as u64) as Balance).sum();
			let at = TGE + (HOURS as u64 - 1 + past) * HOUR;
			assert_eq!(window.sum(at), (all - forgotten) * BTT);
			assert_eq!(window.is_over(at), past >= HOURS as u64);
		}
	});
}

#[test]
fn a_window_that_is_over_is_as_good_as_none() {
	ExtBuilder::default().build_and_execute(|| {
		transfer_assets(ALICE, 500_000 * BTT);
		wait(30 * HOUR);
		assert_eq!(transfer_assets(ALICE, 100_000 * BTT), 0);
		assert_eq!(transfer_assets(BOB, 100_000 * BTT), 0);
		assert_eq!(Windows::<Test>::get(ALICE), Windows::<Test>::get(BOB));
	});
}

#[test]
fn a_changed_policy_is_for_what_is_transferred_from_then_on() {
	ExtBuilder::default().build_and_execute(|| {
		transfer_assets(ALICE, 60_000 * BTT);
		let policy = Policy::HighValueTransfer { rate: Permill::from_percent(1), threshold: 50_000 * BTT };
		assert_ok!(Burn::set_policy(by(GOVERNANCE), policy));
		// The 10,000 BTT that are beyond the new threshold already were free when they were transferred.
		assert_eq!(transfer_assets(ALICE, 1_000 * BTT), 10 * BTT);
		let policy = Policy::HighValueTransfer { rate: Permill::from_percent(1), threshold: 62_000 * BTT };
		assert_ok!(Burn::set_policy(by(GOVERNANCE), policy));
		assert_eq!(transfer_assets(ALICE, 1_000 * BTT), 0);
		assert_eq!(transfer_assets(ALICE, 1_000 * BTT), 10 * BTT);
	});
}

#[test]
fn what_counts_does_not_depend_on_the_rate_when_it_was_transferred() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = |rate| Policy::HighValueTransfer { rate, threshold: 100_000 * BTT };
		assert_ok!(Burn::set_policy(by(GOVERNANCE), policy(Permill::zero())));
		assert_eq!(transfer_assets(ALICE, 200_000 * BTT), 0);
		assert_ok!(Burn::set_policy(by(GOVERNANCE), policy(Permill::from_percent(1))));
		assert_eq!(transfer_assets(ALICE, 100 * BTT), BTT);
	});
}

#[test]
fn absurd_values_do_not_overflow() {
	ExtBuilder::default().build_and_execute(|| {
		let exact = Permill::from_parts(1_000).mul_ceil(Balance::MAX - 100_000 * BTT);
		assert_eq!(transfer_assets(ALICE, Balance::MAX), exact);
		assert_eq!(transfer_assets(ALICE, Balance::MAX), Permill::from_parts(1_000).mul_ceil(Balance::MAX));
		wait(HOUR);
		assert_eq!(transfer_assets(ALICE, 1_000 * BTT), BTT);
		assert_eq!(Windows::<Test>::get(ALICE).unwrap().sum(now()), Balance::MAX);
	});
}

#[test]
fn a_clock_that_runs_backwards_forgets_nothing() {
	let mut window = Window::new(TGE);
	window.add(5, TGE);
	window.add(7, TGE - DAY);
	assert_eq!((window.hour(), window.latest(), window.sum(TGE - DAY)), (TGE / HOUR, 12, 12));
}
