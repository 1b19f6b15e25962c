//! `pause`.

use super::*;
use crate::LastPause;
use frame_support::{dispatch::DispatchResult, traits::SafeMode as _};
use sp_runtime::DispatchError;

fn pause() -> DispatchResult {
	Governance::pause(by(COUNCIL))
}

fn is_paused() -> bool {
	SafeMode::is_entered()
}

#[test]
fn the_council_pauses_the_chain_for_a_while() {
	ExtBuilder::default().build_and_execute(|| {
		let until = System::block_number() + PAUSE;
		assert_ok!(pause());
		assert!(is_paused());
		assert_eq!(SafeMode::remaining(), Some(PAUSE));
		assert_eq!((LastPause::<Test>::get(), events()), (Some(until), vec![Event::Paused { until }]));
		run(PAUSE);
		assert!(is_paused());
		run(1);
		assert!(!is_paused());
	});
}

#[test]
fn nobody_else_pauses_the_chain() {
	ExtBuilder::default().build_and_execute(|| {
		let tracks = Track::ALL.map(RuntimeOrigin::from);
		for other in [by(ALICE), RuntimeOrigin::root(), RuntimeOrigin::none()].into_iter().chain(tracks) {
			assert_noop!(Governance::pause(other), DispatchError::BadOrigin);
		}
	});
}

#[test]
fn the_council_does_not_make_a_pause_longer() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(pause());
		assert_noop!(pause(), Error::<Test>::PausedAlready);
		assert_noop!(SafeMode::force_extend(by(COUNCIL)), DispatchError::BadOrigin);
		run(PAUSE);
		assert_noop!(pause(), Error::<Test>::PausedAlready);
	});
}

#[test]
fn the_council_does_not_pause_twice_within_the_interval() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(pause());
		run(PAUSE + 1);
		for _ in 0..REST {
			assert_noop!(pause(), Error::<Test>::PausedRecently);
			run(1);
		}
		// So many blocks had no pause.
		assert_ok!(pause());
		assert_eq!(SafeMode::remaining(), Some(PAUSE));
	});
}

#[test]
fn however_often_it_tries_the_council_pauses_a_small_part_of_all_blocks() {
	ExtBuilder::default().build_and_execute(|| {
		let mut paused = 0;
		for _ in 0..10 * (PAUSE + REST) {
			let _ = pause();
			paused += u64::from(is_paused());
			run(1);
		}
		// The block in which it pauses belongs to the pause.
		assert_eq!(paused, 10 * (PAUSE + 1));
	});
}

#[test]
fn a_pause_that_a_referendum_has_ended_counts_in_full() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(pause());
		run(1);
		assert_ok!(SafeMode::force_exit(Track::NetworkUpgrade.into()));
		assert!(!is_paused());
		for _ in 1..=PAUSE + REST {
			assert_noop!(pause(), Error::<Test>::PausedRecently);
			run(1);
		}
		assert_ok!(pause());
	});
}

#[test]
fn a_referendum_pauses_for_longer() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(pause());
		assert_ok!(SafeMode::force_extend(Track::NetworkUpgrade.into()));
		run(PAUSE + 1);
		assert!(is_paused());
		assert_noop!(pause(), Error::<Test>::PausedAlready);
		run(PAUSE);
		assert!(!is_paused());
	});
}

#[test]
fn a_pause_by_a_referendum_is_none_of_the_council() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(SafeMode::force_enter(Track::NetworkUpgrade.into()));
		assert_noop!(pause(), Error::<Test>::PausedAlready);
		run(PAUSE + 1);
		assert_eq!(LastPause::<Test>::get(), None);
		assert_ok!(pause());
	});
}

#[test]
fn a_referendum_can_pause_while_the_council_cannot() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(pause());
		run(PAUSE + 1);
		assert_noop!(pause(), Error::<Test>::PausedRecently);
		assert_ok!(SafeMode::force_enter(Track::NetworkUpgrade.into()));
		assert!(is_paused());
	});
}
