//! What a network may begin with.

use super::*;
use crate::{GenesisConfig, GenesisError, TrackSettings};
use frame_support::traits::{BuildGenesisConfig, Hooks};

const TRACK: Track = Track::Partnerships;

/// The shortest settings.
fn settings() -> TrackSettings<u64> {
	TrackSettings {
		max_deciding: 1,
		decision_deposit: 0,
		prepare_period: 0,
		decision_period: 1,
		confirm_period: 1,
		enactment_period: 0,
	}
}

fn genesis(tracks: impl IntoIterator<Item = (Track, TrackSettings<u64>)>, period: Option<u64>) -> GenesisConfig<Test> {
	GenesisConfig { tracks: tracks.into_iter().collect(), locking_period: period }
}

/// Why a network cannot begin with a track like this.
fn refused(settings: TrackSettings<u64>) -> GenesisError<u64> {
	genesis([(TRACK, settings)], None).validate().unwrap_err()
}

#[test]
fn a_network_begins_with_nothing_or_with_the_shortest_settings() {
	assert_eq!(genesis([], None).validate(), Ok(()));
	assert_eq!(genesis([(TRACK, settings())], None).validate(), Ok(()));
	let all = Track::ALL.map(|track| (track, settings()));
	assert_eq!(genesis(all, Some(0)).validate(), Ok(()));
}

#[test]
fn a_track_is_set_once() {
	let error = genesis([(TRACK, settings()), (TRACK, settings())], None).validate().unwrap_err();
	assert_eq!(error, GenesisError::Duplicate { track: TRACK });
	assert_eq!(error.to_string(), "the track Partnerships is set twice");
}

#[test]
fn a_track_decides_something() {
	let error = refused(TrackSettings { max_deciding: 0, ..settings() });
	assert_eq!(error, GenesisError::NoneAtOnce { track: TRACK });
	assert_eq!(error.to_string(), "max_deciding of the track Partnerships is 0, must be 1 or more");

	let error = refused(TrackSettings { decision_period: 0, confirm_period: 0, ..settings() });
	assert_eq!(error, GenesisError::NoDecision { track: TRACK });
	assert_eq!(error.to_string(), "decision_period of the track Partnerships is 0, must be 1 or more");

	let error = refused(TrackSettings { confirm_period: 2, ..settings() });
	assert_eq!(error, GenesisError::Confirmation { track: TRACK, confirm: 2, decision: 1 });
	let text = "confirm_period of the track Partnerships is 2, longer than its decision_period of 1";
	assert_eq!(error.to_string(), text);
}

#[test]
fn no_enactment_is_longer_than_a_period_of_conviction() {
	let with = |enactment_period, period| {
		let all = Track::ALL.map(|track| (track, TrackSettings { enactment_period, ..settings() }));
		genesis(all, period).validate()
	};
	assert_eq!(with(30, Some(30)), Ok(()));
	let error = with(31, Some(30)).unwrap_err();
	assert_eq!(error, GenesisError::Enactment { track: Track::NetworkUpgrade, enactment: 31, period: 30 });
	let text = "enactment_period of the track NetworkUpgrade is 31, longer than the locking_period of 30";
	assert_eq!(error.to_string(), text);
	// The period of a mainnet, if nothing is said.
	assert_eq!(with(7 * 14_400, None), Ok(()));
	assert!(with(7 * 14_400 + 1, None).is_err());
}

#[test]
fn tracks_that_are_not_named_must_fit_too() {
	let refused = genesis([(Track::NetworkUpgrade, settings())], Some(30)).validate();
	let (track, enactment) = (Track::TechnicalStandards, 14_400);
	assert_eq!(refused, Err(GenesisError::Enactment { track, enactment, period: 30 }));
}

#[test]
#[should_panic = "Governance genesis: the track Partnerships is set twice"]
fn a_network_does_not_begin_otherwise() {
	ExtBuilder::default().build_and_execute(|| genesis([(TRACK, settings()), (TRACK, settings())], None).build());
}

#[test]
fn a_network_sets_its_periods_and_deposits() {
	use pallet_referenda::TracksInfo;
	ExtBuilder::default().build_and_execute(|| {
		for track in Track::ALL {
			let info = <Governance as TracksInfo<_, _>>::info(track.id()).unwrap().into_owned();
			assert_eq!(info.max_deciding, 3);
			assert_eq!(info.decision_deposit, 10 * BTT);
			assert_eq!(
				(info.prepare_period, info.decision_period, info.confirm_period, info.min_enactment_period),
				(PREPARE, DECISION, CONFIRM, ENACTMENT)
			);
		}
		assert_eq!(Governance::locking_period(), PERIOD);
	});
}

#[test]
fn a_network_that_sets_nothing_has_days() {
	ExtBuilder::mainnet().build_and_execute(|| {
		let upgrade = Governance::settings(Track::NetworkUpgrade);
		let day = 14_400;
		assert_eq!(
			upgrade,
			TrackSettings {
				max_deciding: 10,
				decision_deposit: 10_000 * BTT,
				prepare_period: 2 * day,
				decision_period: 28 * day,
				confirm_period: 4 * day,
				enactment_period: 7 * day,
			}
		);
		for track in Track::ALL {
			let settings = Governance::settings(track);
			assert!(settings.prepare_period >= day && settings.confirm_period >= day);
			assert!(settings.decision_period >= 14 * day && settings.enactment_period >= day);
		}
		assert_eq!(Governance::locking_period(), 7 * day);
	});
}

#[test]
fn a_runtime_pauses_for_less_than_it_runs() {
	for rest in [PAUSE + 1, u64::MAX] {
		Interval::set(rest);
		Governance::integrity_test();
	}
}

#[test]
#[should_panic = "the chain must run for longer than it is paused"]
fn a_runtime_does_not_pause_for_as_long_as_it_runs() {
	Interval::set(PAUSE);
	Governance::integrity_test();
}

#[test]
#[should_panic = "a network that sets nothing could not begin: enactment_period of the track NetworkUpgrade is 100800"]
fn a_runtime_has_a_period_of_conviction_for_its_own_tracks() {
	MainnetPeriod::set(7 * 14_400 - 1);
	Governance::integrity_test();
}
