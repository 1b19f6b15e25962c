use super::*;

/// `NOBODY` has 10,000 BTT, too few to suspend anything.
fn with_small_holder(test: impl FnOnce()) {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(transfer(account(1), NOBODY, 10_000 * BTT));
		test();
	});
}

fn objected_to(amount: Balance) -> MilestoneId {
	let id = filed(amount);
	assert_ok!(object(NOBODY, id));
	id
}

#[test]
fn the_objector_may_withdraw_while_the_window_is_open() {
	with_small_holder(|| {
		let id = objected_to(BTT);
		assert_ok!(BttToken::withdraw_objection(by(NOBODY), id, NOBODY));
		System::assert_last_event(Event::ObjectionWithdrawn { id, who: NOBODY }.into());
		assert!(matches!(stored(id).state, MilestoneState::Filed { objected: 0, .. }));
		assert_eq!(objection_freeze(&NOBODY), 0);
		assert!(!crate::ObjectionsOf::<Test>::contains_key(NOBODY));
		// And object again.
		assert_ok!(object(NOBODY, id));
	});
}

#[test]
fn nobody_else_withdraws_while_the_window_is_open() {
	with_small_holder(|| {
		let id = objected_to(BTT);
		pass(PERIOD);
		assert_noop!(BttToken::withdraw_objection(by(GRANTEE), id, NOBODY), Error::<Test>::ObjectionStands);
		pass(1);
		assert_ok!(BttToken::withdraw_objection(by(GRANTEE), id, NOBODY));
		assert_eq!(objection_freeze(&NOBODY), 0);
		assert_ok!(BttToken::conclude(by(GRANTEE), id));
	});
}

#[test]
fn nobody_withdraws_while_the_milestone_is_suspended() {
	ExtBuilder::default().build_and_execute(|| {
		let id = suspended(BTT);
		pass(PERIOD + 1);
		for who in [account(1), GRANTEE] {
			assert_noop!(BttToken::withdraw_objection(by(who), id, account(1)), Error::<Test>::ObjectionStands);
		}
	});
}

#[test]
fn anybody_withdraws_once_the_milestone_is_decided() {
	for accept in [true, false] {
		ExtBuilder::default().build_and_execute(|| {
			let id = suspended(BTT);
			assert_ok!(BttToken::decide(by(GOVERNANCE), id, accept));
			assert_eq!(objection_freeze(&account(1)), 15_000_000 * BTT);
			assert_ok!(BttToken::withdraw_objection(by(GRANTEE), id, account(1)));
			assert_eq!(objection_freeze(&account(1)), 0);
			assert_ok!(transfer(account(1), NOBODY, BTT));
		});
	}
}

#[test]
fn withdrawing_thaws_down_to_what_other_objections_need() {
	with_small_holder(|| {
		let small = objected_to(BTT);
		assert_ok!(transfer(account(1), NOBODY, 2_000 * BTT));
		let large = objected_to(BTT);
		assert_eq!(objection_freeze(&NOBODY), 12_000 * BTT);
		assert_ok!(BttToken::withdraw_objection(by(NOBODY), large, NOBODY));
		assert_eq!(objection_freeze(&NOBODY), 10_000 * BTT);
		assert_ok!(BttToken::withdraw_objection(by(NOBODY), small, NOBODY));
		assert_eq!(objection_freeze(&NOBODY), 0);
	});
}

#[test]
fn what_was_not_objected_cannot_be_withdrawn() {
	with_small_holder(|| {
		let id = objected_to(BTT);
		assert_noop!(BttToken::withdraw_objection(by(GRANTEE), id, GRANTEE), Error::<Test>::NoObjection);
		assert_noop!(BttToken::withdraw_objection(by(NOBODY), id + 1, NOBODY), Error::<Test>::NoObjection);
		assert_noop!(BttToken::withdraw_objection(RuntimeOrigin::root(), id, NOBODY), DispatchError::BadOrigin);
	});
}
