//! From a proposal to its enactment.

use super::*;
use sp_runtime::traits::Hash;

#[docify::export]
#[test]
fn what_both_houses_approve_is_enacted() {
	ExtBuilder::default().build_and_execute(|| {
		// Setting a parameter is a technical standard.
		let call = RuntimeCall::Governance(crate::Call::set_parameter { parameter: Box::new(77) });
		let referendum = propose(Track::TechnicalStandards, call);
		assert_ok!(vote(ALICE, referendum, true, community(900 * BTT)));
		assert_ok!(vote(INSTITUTE, referendum, true, institutional(3_000 * BTT)));
		// The institutions have 60 % at the token generation event, and 4,000 BTT vote in their house.
		assert_eq!(approval(referendum), 1_000_000_000);

		run(PREPARE + CONFIRM + ENACTMENT - 1);
		assert_eq!(Setting::get(), 50);
		run(1);
		assert_eq!(Setting::get(), 77);
		assert_eq!(events().last(), Some(&Event::ParameterSet { parameter: 77 }));

		assert_ok!(Governance::unlock(by(BOB), ALICE));
		assert_eq!(frozen(ALICE), 0);
	});
}

#[test]
fn without_its_preimage_a_decision_does_nothing() {
	use frame_support::traits::{schedule::DispatchTime, Bounded};
	ExtBuilder::default().build_and_execute(|| {
		let call = Bounded::Lookup { hash: sp_runtime::traits::BlakeTwo256::hash(b"unknown"), len: 7 };
		let origin = Box::new(OriginCaller::Governance(Track::TechnicalStandards));
		assert_ok!(Referenda::submit(by(PROPOSER), origin, call, DispatchTime::After(0)));
		assert_ok!(Referenda::place_decision_deposit(by(PROPOSER), 0));
		assert_ok!(vote(ALICE, 0, true, community(900 * BTT)));
		assert_ok!(vote(INSTITUTE, 0, true, institutional(3_000 * BTT)));
		run(PREPARE + CONFIRM + ENACTMENT);
		assert!(System::events().iter().any(|record| matches!(
			record.event,
			RuntimeEvent::Scheduler(pallet_scheduler::Event::CallUnavailable { .. })
		)));
		// And it locks nothing any longer.
		assert_ok!(Governance::unlock(by(ALICE), ALICE));
		assert_eq!(frozen(ALICE), 0);
	});
}

#[test]
fn a_decision_may_not_do_what_its_track_is_not_for() {
	ExtBuilder::default().build_and_execute(|| {
		// Partnerships set no parameters.
		let call = RuntimeCall::Governance(crate::Call::set_parameter { parameter: Box::new(77) });
		let referendum = propose(Track::Partnerships, call);
		assert_ok!(vote(ALICE, referendum, true, community(900 * BTT)));
		assert_ok!(vote(INSTITUTE, referendum, true, institutional(3_000 * BTT)));
		run(PREPARE + CONFIRM + ENACTMENT);
		assert!(System::events().iter().any(|record| matches!(
			record.event,
			RuntimeEvent::Scheduler(pallet_scheduler::Event::Dispatched {
				result: Err(sp_runtime::DispatchError::BadOrigin),
				..
			})
		)));
		assert_eq!(Setting::get(), 50);
	});
}

#[test]
fn a_result_must_hold_to_be_final() {
	ExtBuilder::default().build_and_execute(|| {
		let referendum = propose(Track::TechnicalStandards, remark());
		assert_ok!(vote(ALICE, referendum, true, community(900 * BTT)));
		assert_ok!(vote(INSTITUTE, referendum, true, institutional(3_000 * BTT)));
		run(PREPARE + CONFIRM - 1);
		// In the last block of the confirmation somebody leaves it.
		assert_ok!(Governance::remove_vote(by(INSTITUTE), referendum));
		run(CONFIRM + 1);
		assert!(Referenda::as_ongoing(referendum).is_some());
		System::assert_has_event(pallet_referenda::Event::ConfirmAborted { index: referendum }.into());
	});
}
