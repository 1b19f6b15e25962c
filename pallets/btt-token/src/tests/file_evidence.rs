use super::*;

#[test]
fn evidence_opens_the_objection_window() {
	ExtBuilder::default().build_and_execute(|| {
		let id = milestone(BTT);
		assert_ok!(BttToken::file_evidence(by(GRANTEE), id, EVIDENCE));
		let objections_until = now() + PERIOD;
		System::assert_last_event(Event::EvidenceFiled { id, evidence: EVIDENCE, objections_until }.into());
		assert_eq!(stored(id).state, MilestoneState::Filed { evidence: EVIDENCE, objections_until, objected: 0 });
	});
}

#[test]
fn only_the_grantee_files() {
	ExtBuilder::default().build_and_execute(|| {
		let id = milestone(BTT);
		assert_noop!(BttToken::file_evidence(by(GOVERNANCE), id, EVIDENCE), Error::<Test>::NotGrantee);
		assert_noop!(BttToken::file_evidence(RuntimeOrigin::root(), id, EVIDENCE), DispatchError::BadOrigin);
	});
}

#[test]
fn evidence_is_filed_until_the_deadline() {
	ExtBuilder::default().build_and_execute(|| {
		let (early, late) = (milestone(BTT), milestone(BTT));
		set_time(stored(early).deadline);
		assert_ok!(BttToken::file_evidence(by(GRANTEE), early, EVIDENCE));
		pass(1);
		assert_noop!(BttToken::file_evidence(by(GRANTEE), late, EVIDENCE), Error::<Test>::PastDeadline);
	});
}

#[test]
fn evidence_is_filed_once() {
	ExtBuilder::default().build_and_execute(|| {
		let id = filed(BTT);
		assert_noop!(BttToken::file_evidence(by(GRANTEE), id, EVIDENCE), Error::<Test>::AlreadyFiled);
		let id = suspended(BTT);
		assert_noop!(BttToken::file_evidence(by(GRANTEE), id, EVIDENCE), Error::<Test>::AlreadyFiled);
		let id = accepted(BTT);
		assert_noop!(BttToken::file_evidence(by(GRANTEE), id, EVIDENCE), Error::<Test>::AlreadyFiled);
	});
}

#[test]
fn evidence_needs_a_milestone() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(BttToken::file_evidence(by(GRANTEE), 0, EVIDENCE), Error::<Test>::NotFound);
	});
}
