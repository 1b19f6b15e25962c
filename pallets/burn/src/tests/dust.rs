use super::*;
use sp_runtime::traits::Dispatchable;

#[test]
fn dust_of_a_reaped_account_is_burned_for_that_reason() {
	ExtBuilder::default().endow(ALICE, 10 * BTT).endow(BOB, BTT).build_and_execute(|| {
		let call = pallet_balances::Call::<Test>::transfer_allow_death { dest: BOB, value: 10 * BTT - (ED - 1) };
		assert_ok!(RuntimeCall::from(call).dispatch(by(ALICE)));
		assert_eq!(total(ALICE), 0);
		assert!(!System::account_exists(&ALICE));
		assert_eq!(events(), [burned(BurnReason::Dust, ED - 1)]);
		assert_totals(&[(BurnReason::Dust, ED - 1)]);
	});
}

#[test]
fn dust_has_no_ceiling() {
	ExtBuilder::default().endow(ALICE, 5_000_000 * BTT).endow(BOB, BTT).build_and_execute(|| {
		take(ALICE, CEILING, BurnReason::Fees);
		assert_ok!(Balances::transfer_allow_death(by(BOB), ALICE, BTT - 7));
		assert_totals(&[(BurnReason::Fees, CEILING), (BurnReason::Dust, 7)]);
		assert_eq!(total(FUND), ED);
	});
}

#[test]
fn what_is_burned_for_a_policy_may_leave_dust() {
	ExtBuilder::default().endow(ALICE, BTT).build_and_execute(|| {
		assert_eq!(take(ALICE, BTT - 1, BurnReason::Premium), BTT - 1);
		assert_eq!(total(ALICE), 0);
		assert_totals(&[(BurnReason::Premium, BTT - 1), (BurnReason::Dust, 1)]);
	});
}
