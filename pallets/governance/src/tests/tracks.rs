//! The tracks, and what each of them may do.

use super::*;
use crate::{EnsureNetworkUpgrade, EnsurePartnerships, EnsureResourceAllocation, EnsureTechnicalStandards};
use frame_support::traits::EnsureOrigin;
use pallet_referenda::TracksInfo;
use sp_runtime::{DispatchError, Perbill};

fn origin(track: Track) -> RuntimeOrigin {
	track.into()
}

#[test]
fn an_origin_is_that_of_its_track_alone() {
	let ensured = |origin: RuntimeOrigin| {
		[
			EnsureNetworkUpgrade::ensure_origin(origin.clone()).is_ok(),
			EnsureTechnicalStandards::ensure_origin(origin.clone()).is_ok(),
			EnsureResourceAllocation::ensure_origin(origin.clone()).is_ok(),
			EnsurePartnerships::ensure_origin(origin).is_ok(),
		]
	};
	for (place, track) in Track::ALL.into_iter().enumerate() {
		let mut expected = [false; 4];
		expected[place] = true;
		assert_eq!(ensured(origin(track)), expected);
	}
	for other in [RuntimeOrigin::root(), RuntimeOrigin::none(), RuntimeOrigin::signed(ALICE)] {
		assert_eq!(ensured(other), [false; 4]);
	}
}

#[test]
fn no_track_yields_root_or_an_account() {
	for track in Track::ALL {
		assert!(frame_system::ensure_root(origin(track)).is_err());
		assert!(frame_system::ensure_signed(origin(track)).is_err());
		assert!(frame_system::ensure_none(origin(track)).is_err());
	}
}

#[test]
fn an_origin_has_the_track_of_its_number() {
	ExtBuilder::default().build_and_execute(|| {
		for (id, track) in Track::ALL.into_iter().enumerate() {
			assert_eq!(usize::from(track.id()), id);
			assert_eq!(Track::from_id(track.id()), Some(track));
			assert_eq!(Governance::track_for(&OriginCaller::Governance(track)), Ok(track.id()));
		}
		assert_eq!(Track::from_id(4), None);
		for other in [frame_system::RawOrigin::Root, frame_system::RawOrigin::Signed(ALICE)] {
			assert_eq!(Governance::track_for(&OriginCaller::system(other)), Err(()));
		}
		assert_eq!(Governance::track_ids().collect::<Vec<_>>(), [0, 1, 2, 3]);
		assert_ok!(<Governance as TracksInfo<_, _>>::check_integrity());
	});
}

#[test]
fn nothing_can_be_proposed_with_another_origin() {
	use frame_support::traits::{schedule::DispatchTime, StorePreimage};
	ExtBuilder::default().build_and_execute(|| {
		let call = <Preimage as StorePreimage>::bound(remark()).unwrap();
		for other in [frame_system::RawOrigin::Root, frame_system::RawOrigin::Signed(ALICE)] {
			assert_noop!(
				Referenda::submit(
					by(PROPOSER),
					Box::new(OriginCaller::system(other)),
					call.clone(),
					DispatchTime::After(0)
				),
				pallet_referenda::Error::<Test>::NoTrack
			);
		}
	});
}

#[test]
fn no_track_takes_less_than_a_majority() {
	ExtBuilder::default().build_and_execute(|| {
		for track in Track::ALL {
			let info = <Governance as TracksInfo<_, _>>::info(track.id()).unwrap().into_owned();
			let least = if track == Track::NetworkUpgrade { 666_666_667 } else { 500_000_001 };
			for percent in 0..=100 {
				let at = Perbill::from_percent(percent);
				assert!(!info.min_approval.passing(at, Perbill::from_parts(least - 1)));
				assert!(!info.min_support.passing(at, Perbill::from_parts(9_999_999)));
			}
			assert!(info.min_approval.passing(Perbill::one(), Perbill::from_parts(least)));
		}
	});
}

#[test]
fn a_parameter_is_set_by_its_track_alone() {
	ExtBuilder::default().build_and_execute(|| {
		let set = |origin: RuntimeOrigin| Governance::set_parameter(origin, Box::new(60));
		for other in [
			origin(Track::NetworkUpgrade),
			origin(Track::ResourceAllocation),
			origin(Track::Partnerships),
			RuntimeOrigin::root(),
			by(ALICE),
		] {
			assert_noop!(set(other), DispatchError::BadOrigin);
		}
		assert_ok!(set(origin(Track::TechnicalStandards)));
		assert_eq!(Setting::get(), 60);
		assert_eq!(events(), [Event::ParameterSet { parameter: 60 }]);
	});
}

#[test]
fn a_parameter_stays_within_its_bounds() {
	ExtBuilder::default().build_and_execute(|| {
		for value in [0, 101, u32::MAX] {
			assert_noop!(
				Governance::set_parameter(origin(Track::TechnicalStandards), Box::new(value)),
				Error::<Test>::OutOfBounds
			);
		}
		for value in [1, 100] {
			assert_ok!(Governance::set_parameter(origin(Track::TechnicalStandards), Box::new(value)));
		}
	});
}

#[test]
fn a_runtime_is_allowed_by_its_track_alone() {
	ExtBuilder::default().build_and_execute(|| {
		let hash = Default::default();
		for other in [
			origin(Track::TechnicalStandards),
			origin(Track::ResourceAllocation),
			origin(Track::Partnerships),
			RuntimeOrigin::root(),
			by(ALICE),
		] {
			assert_noop!(Governance::authorize_upgrade(other, hash), DispatchError::BadOrigin);
		}
		assert_ok!(Governance::authorize_upgrade(origin(Track::NetworkUpgrade), hash));
		assert_eq!(System::authorized_upgrade().unwrap().code_hash(), &hash);
		// A lower version of the same runtime would be refused.
		System::assert_last_event(
			frame_system::Event::UpgradeAuthorized { code_hash: hash, check_version: true }.into(),
		);
	});
}

#[test]
fn a_referendum_is_cancelled_by_the_highest_track_alone() {
	ExtBuilder::default().build_and_execute(|| {
		let referendum = propose(Track::Partnerships, remark());
		for other in [Track::TechnicalStandards, Track::ResourceAllocation, Track::Partnerships] {
			assert_noop!(Referenda::cancel(origin(other), referendum), DispatchError::BadOrigin);
			assert_noop!(Referenda::kill(origin(other), referendum), DispatchError::BadOrigin);
		}
		assert_ok!(Referenda::cancel(origin(Track::NetworkUpgrade), referendum));
		// Both deposits are given back.
		assert_ok!(Referenda::refund_submission_deposit(by(ALICE), referendum));
		assert_ok!(Referenda::refund_decision_deposit(by(ALICE), referendum));
		assert_eq!(Staking::holdings(&PROPOSER).community, 900 * BTT);
	});
}
