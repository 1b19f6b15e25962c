use super::*;
use crate::{SweepProgress, WeightInfo, MAX_SWEEP_SHARE};
use frame_support::{traits::Hooks, weights::Weight};

/// The weight of a sweep that looks at so many windows.
fn weight_of(windows: u64) -> Weight {
	<()>::sweep_base().saturating_add(<()>::sweep_window().saturating_mul(windows))
}

/// An idle block with room for so many windows.
fn idle(windows: u64) -> Weight {
	Burn::on_idle(1, weight_of(windows))
}

fn windows() -> usize {
	Windows::<Test>::iter().count()
}

/// Let so many identities transfer something.
fn transfers(identities: AccountId) {
	for who in 1..=identities {
		transfer_assets(who, BTT);
	}
}

#[test]
fn an_idle_block_clears_away_windows_that_count_nothing_any_more() {
	ExtBuilder::default().build_and_execute(|| {
		transfers(5);
		wait(HOUR);
		transfer_assets(3, BTT);
		wait(24 * HOUR);
		assert_eq!(Burn::on_idle(1, Weight::MAX), weight_of(5));
		assert_eq!(Windows::<Test>::iter_keys().collect::<Vec<_>>(), [3]);
		assert_eq!(Sweep::<Test>::get(), Some(SweepProgress { began: now() / HOUR, after: None }));
		assert_eq!(events(), []);
	});
}

#[test]
fn a_sweep_goes_on_where_the_last_one_stopped() {
	ExtBuilder::default().build_and_execute(|| {
		transfers(5);
		wait(2 * DAY);
		for left in [3, 1, 0] {
			assert!(idle(2).all_lte(weight_of(2)));
			assert_eq!(windows(), left);
		}
		assert_eq!(Sweep::<Test>::get().unwrap().after, None);
	});
}

#[test]
fn a_sweep_passes_windows_that_still_count() {
	ExtBuilder::default().build_and_execute(|| {
		transfers(5);
		for _ in 0..3 {
			assert!(Sweep::<Test>::get().is_none_or(|sweep| sweep.after.is_some()));
			idle(2);
		}
		assert_eq!(windows(), 5);
		assert_eq!(Sweep::<Test>::get().unwrap().after, None);
	});
}

#[test]
fn one_pass_begins_in_an_hour() {
	ExtBuilder::default().build_and_execute(|| {
		set_time(TGE + DAY + HOUR);
		assert_eq!(idle(9), weight_of(0));
		// A window that was over all the time, but came too late for this pass.
		let mut window = Window::new(TGE);
		window.add(1, TGE);
		Windows::<Test>::insert(ALICE, window);
		wait(HOUR - 1);
		assert_eq!(idle(9), weight_of(0));
		assert_eq!(windows(), 1);
		wait(1);
		assert_eq!(idle(9), weight_of(1));
		assert_eq!(windows(), 0);
	});
}

#[test]
fn a_pass_that_takes_longer_than_an_hour_is_finished_first() {
	ExtBuilder::default().build_and_execute(|| {
		transfers(4);
		idle(2);
		let progress = Sweep::<Test>::get().unwrap();
		wait(5 * HOUR);
		idle(3);
		assert_eq!(Sweep::<Test>::get(), Some(SweepProgress { after: None, ..progress }));
		idle(3);
		assert_eq!(Sweep::<Test>::get().unwrap().began, progress.began + 5);
	});
}

#[test]
fn a_sweep_goes_on_after_a_window_that_somebody_removed() {
	ExtBuilder::default().build_and_execute(|| {
		transfers(5);
		idle(2);
		let after = Sweep::<Test>::get().unwrap().after.unwrap();
		wait(2 * DAY);
		assert_ok!(Burn::forget_window(by(ALICE), after));
		idle(4);
		// The one before it is for the next pass.
		assert_eq!(windows(), 1);
		idle(4);
		assert_eq!(windows(), 0);
	});
}

#[test]
fn a_sweep_without_room_does_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		transfers(1);
		wait(2 * DAY);
		for room in [Weight::zero(), <()>::sweep_base(), weight_of(1).saturating_sub(Weight::from_parts(1, 0))] {
			assert_storage_noop!(assert_eq!(Burn::on_idle(1, room), Weight::zero()));
		}
	});
}

#[test]
fn a_sweep_takes_at_most_five_percent_of_a_block() {
	ExtBuilder::default().build_and_execute(|| {
		let limit = MAX_SWEEP_SHARE.mul_floor(Weights::get().max_block.ref_time());
		let many = limit / <()>::sweep_window().ref_time() + 10;
		transfers(many);
		wait(2 * DAY);
		let taken = Burn::on_idle(1, Weight::MAX);
		assert!(taken.ref_time() <= limit);
		assert!(taken.ref_time() > limit - <()>::sweep_window().ref_time());
		assert!(Sweep::<Test>::get().unwrap().after.is_some());
	});
}
