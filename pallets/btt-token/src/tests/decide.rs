use super::*;

#[test]
fn a_suspended_milestone_is_accepted() {
	ExtBuilder::default().build_and_execute(|| {
		let id = suspended(5 * BTT);
		assert_ok!(BttToken::decide(by(GOVERNANCE), id, true));
		System::assert_last_event(Event::MilestoneAccepted { id, offset: 0 }.into());
		assert_eq!(stored(id).state, MilestoneState::Accepted { evidence: EVIDENCE, offset: 0, paid: 0 });
		assert_eq!(ledger(), InitiativeLedger { committed: 5 * BTT, accepted: 5 * BTT, released: 0, open: 0 });
	});
}

#[test]
fn a_rejected_milestone_returns_its_amount() {
	ExtBuilder::default().build_and_execute(|| {
		let id = suspended(Initiative::CoreProtocol.total());
		assert_ok!(BttToken::decide(by(GOVERNANCE), id, false));
		System::assert_last_event(Event::MilestoneRejected { id }.into());
		assert!(!exists(id));
		assert_eq!(ledger(), InitiativeLedger::default());
		milestone(Initiative::CoreProtocol.total());
	});
}

#[test]
fn only_the_milestone_origin_decides() {
	ExtBuilder::default().build_and_execute(|| {
		let id = suspended(BTT);
		for origin in [by(account(1)), RuntimeOrigin::root()] {
			assert_noop!(BttToken::decide(origin, id, true), DispatchError::BadOrigin);
		}
	});
}

#[test]
fn only_suspended_milestones_are_decided() {
	ExtBuilder::default().build_and_execute(|| {
		let origin = || by(GOVERNANCE);
		assert_noop!(BttToken::decide(origin(), 0, true), Error::<Test>::NotFound);
		for id in [milestone(BTT), filed(BTT), accepted(BTT)] {
			assert_noop!(BttToken::decide(origin(), id, true), Error::<Test>::NotSuspended);
			assert_noop!(BttToken::decide(origin(), id, false), Error::<Test>::NotSuspended);
		}
	});
}
