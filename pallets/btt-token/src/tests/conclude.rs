use super::*;

#[test]
fn a_milestone_without_evidence_expires() {
	ExtBuilder::default().build_and_execute(|| {
		let id = milestone(Initiative::CoreProtocol.total());
		set_time(stored(id).deadline);
		assert_noop!(BttToken::conclude(by(NOBODY), id), Error::<Test>::TooEarly);
		pass(1);
		assert_ok!(BttToken::conclude(by(NOBODY), id));
		System::assert_last_event(Event::MilestoneExpired { id }.into());
		assert!(!exists(id));
		assert_eq!(ledger(), InitiativeLedger::default());
		milestone(Initiative::CoreProtocol.total());
	});
}

#[test]
fn a_milestone_that_nobody_suspends_is_accepted() {
	ExtBuilder::default().build_and_execute(|| {
		let id = filed(BTT);
		pass(PERIOD);
		assert_noop!(BttToken::conclude(by(NOBODY), id), Error::<Test>::TooEarly);
		pass(1);
		assert_ok!(BttToken::conclude(by(NOBODY), id));
		System::assert_last_event(Event::MilestoneAccepted { id, offset: 0 }.into());
		assert_eq!(stored(id).state, MilestoneState::Accepted { evidence: EVIDENCE, offset: 0, paid: 0 });
		assert_noop!(BttToken::conclude(by(NOBODY), id), Error::<Test>::AlreadyAccepted);
	});
}

#[test]
fn evidence_in_time_keeps_a_milestone_past_its_deadline() {
	ExtBuilder::default().build_and_execute(|| {
		let id = milestone(BTT);
		set_time(stored(id).deadline);
		assert_ok!(BttToken::file_evidence(by(GRANTEE), id, EVIDENCE));
		pass(1);
		assert_noop!(BttToken::conclude(by(NOBODY), id), Error::<Test>::TooEarly);
		pass(PERIOD);
		assert_ok!(BttToken::conclude(by(NOBODY), id));
		assert!(exists(id));
	});
}

#[test]
fn a_suspended_milestone_waits_for_a_referendum() {
	ExtBuilder::default().build_and_execute(|| {
		let id = suspended(BTT);
		pass(1_000 * DAY);
		assert_noop!(BttToken::conclude(by(NOBODY), id), Error::<Test>::Suspended);
	});
}

#[test]
fn only_milestones_are_concluded() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(BttToken::conclude(by(NOBODY), 0), Error::<Test>::NotFound);
		assert_noop!(BttToken::conclude(RuntimeOrigin::root(), 0), DispatchError::BadOrigin);
	});
}
