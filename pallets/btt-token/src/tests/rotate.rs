use super::*;
use btt_primitives::vesting::OnRotate;

fn rotate(from: AccountId, to: AccountId) -> DispatchResult {
	<BttToken as OnRotate<AccountId>>::on_rotate(&from, &to)
}

#[test]
fn an_account_without_objections_may_rotate() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(rotate(account(1), NOBODY));
	});
}

#[test]
fn an_account_with_objections_may_not_rotate() {
	ExtBuilder::default().build_and_execute(|| {
		let id = suspended(BTT);
		assert_noop!(rotate(account(1), NOBODY), Error::<Test>::HasObjections);
		assert_ok!(rotate(NOBODY, account(1)));
		assert_ok!(BttToken::decide(by(GOVERNANCE), id, true));
		assert_noop!(rotate(account(1), NOBODY), Error::<Test>::HasObjections);
		assert_ok!(BttToken::withdraw_objection(by(NOBODY), id, account(1)));
		assert_ok!(rotate(account(1), NOBODY));
	});
}

#[test]
fn nobody_rotates_into_a_pot() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(rotate(account(1), BttToken::pot_of(Allocation::Foundation)), Error::<Test>::IsPot);
	});
}
