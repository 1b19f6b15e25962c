use super::*;
use crate::Error;
use btt_primitives::{BTT, TOKEN_GENERATION_EVENT as TGE};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError;

#[test]
fn governance_rotates_an_account_whose_key_is_lost() {
	ExtBuilder::default().endow(ALICE, 10 * BTT).line(ALICE, line()).build_and_execute(|| {
		hold(HoldReason::Bond, ALICE, 300 * BTT);
		set_time(TGE + 400);
		assert_ok!(VestingSchedules::force_rotate(by(GOVERNANCE), ALICE, BOB));
		assert_free(ALICE);
		assert_eq!((total(ALICE), total(BOB)), (0, 1_010 * BTT));
		assert_frozen(BOB, 600 * BTT);
		assert_eq!(Balances::reserved_balance(BOB), 300 * BTT);
		assert_eq!(events().last(), Some(&Event::Rotated { from: ALICE, to: BOB, amount: 1_010 * BTT }));
	});
}

#[test]
fn nobody_else_does() {
	ExtBuilder::default().line(ALICE, line()).build_and_execute(|| {
		for origin in [by(ALICE), by(BOB), RuntimeOrigin::none()] {
			assert_noop!(VestingSchedules::force_rotate(origin, ALICE, BOB), DispatchError::BadOrigin);
		}
	});
}

#[test]
fn governance_has_no_say_over_accounts_that_have_nothing_unvested() {
	ExtBuilder::default().line(ALICE, line()).endow(CAROL, BTT).build_and_execute(|| {
		assert_noop!(VestingSchedules::force_rotate(by(GOVERNANCE), CAROL, BOB), Error::<Test>::NotFound);
		set_time(END);
		assert_noop!(VestingSchedules::force_rotate(by(GOVERNANCE), ALICE, BOB), Error::<Test>::NotFound);
	});
}

#[test]
fn the_same_rules_hold_as_for_the_beneficiary() {
	let builder = ExtBuilder::default().line(ALICE, line()).line(BOB, line()).endow(ALICE, BTT);
	builder.build_and_execute(|| {
		let rotate = |to| VestingSchedules::force_rotate(by(GOVERNANCE), ALICE, to);
		assert_noop!(rotate(ALICE), Error::<Test>::SameAccount);
		assert_noop!(rotate(BOB), Error::<Test>::AlreadyBeneficiary);
		assert_noop!(rotate(POT), Error::<Test>::ProtectedAccount);
		hold(HoldReason::Deposit, ALICE, 1);
		assert_noop!(rotate(CAROL), Error::<Test>::HoldsRemain);
	});
}
