use super::*;
use btt_math::line::Line;

#[test]
fn anybody_burns_tokens_of_its_own() {
	ExtBuilder::default().endow(ALICE, 100 * BTT).build_and_execute(|| {
		assert_ok!(Burn::burn(by(ALICE), 30 * BTT));
		assert_eq!(total(ALICE), 70 * BTT);
		assert_eq!(events(), [burned(BurnReason::Voluntary, 30 * BTT)]);
		System::assert_has_event(pallet_balances::Event::Withdraw { who: ALICE, amount: 30 * BTT }.into());
		assert_totals(&[(BurnReason::Voluntary, 30 * BTT)]);
	});
}

#[test]
fn a_voluntary_burn_has_no_ceiling() {
	ExtBuilder::default().endow(ALICE, 10_000_000 * BTT).build_and_execute(|| {
		assert_ok!(Burn::burn(by(ALICE), 9_000_000 * BTT));
		assert_totals(&[(BurnReason::Voluntary, 9_000_000 * BTT)]);
		assert_eq!(ThisYear::<Test>::get(), YearlyBurns::default());
	});
}

#[test]
fn burning_nothing_is_refused() {
	ExtBuilder::default().endow(ALICE, 100 * BTT).build_and_execute(|| {
		assert_noop!(Burn::burn(by(ALICE), 0), Error::<Test>::ZeroAmount);
	});
}

#[test]
fn burning_more_than_one_has_is_refused() {
	ExtBuilder::default().endow(ALICE, 100 * BTT).build_and_execute(|| {
		assert_noop!(Burn::burn(by(ALICE), 100 * BTT + 1), Error::<Test>::InsufficientBalance);
		assert_noop!(Burn::burn(by(ALICE), Balance::MAX), Error::<Test>::InsufficientBalance);
		assert_noop!(Burn::burn(by(BOB), 1), Error::<Test>::InsufficientBalance);
	});
}

#[test]
fn bonded_tokens_are_not_burned_by_choice() {
	ExtBuilder::default().endow(ALICE, 100 * BTT).build_and_execute(|| {
		bond(ALICE, 60 * BTT);
		assert_noop!(Burn::burn(by(ALICE), 40 * BTT + 1), Error::<Test>::InsufficientBalance);
		// The bond refers to the account, which has to stay alive.
		assert_noop!(Burn::burn(by(ALICE), 40 * BTT - ED + 1), Error::<Test>::Frozen);
		assert_ok!(Burn::burn(by(ALICE), 40 * BTT - ED));
		assert_eq!(total(ALICE), 60 * BTT + ED);
	});
}

#[test]
fn unvested_tokens_are_not_burned_by_choice() {
	let line = Line::new(TGE, TGE, TGE + 100, 100 * BTT).unwrap();
	ExtBuilder::default().endow(ALICE, 120 * BTT).line(ALICE, line).build_and_execute(|| {
		assert_noop!(Burn::burn(by(ALICE), 20 * BTT + 1), Error::<Test>::Frozen);
		assert_ok!(Burn::burn(by(ALICE), 20 * BTT));
		wait(25);
		// The freeze follows the line when somebody asks for it.
		assert_noop!(Burn::burn(by(ALICE), 1), Error::<Test>::Frozen);
		assert_ok!(VestingSchedules::vest(by(BOB), ALICE));
		assert_noop!(Burn::burn(by(ALICE), 25 * BTT + 1), Error::<Test>::Frozen);
		assert_ok!(Burn::burn(by(ALICE), 25 * BTT));
		assert_eq!(total(ALICE), 75 * BTT);
		assert_totals(&[(BurnReason::Voluntary, 45 * BTT)]);
	});
}

#[test]
fn burning_everything_removes_the_account() {
	ExtBuilder::default().endow(ALICE, 100 * BTT).build_and_execute(|| {
		assert_ok!(Burn::burn(by(ALICE), 100 * BTT));
		assert!(!System::account_exists(&ALICE));
		assert_totals(&[(BurnReason::Voluntary, 100 * BTT)]);
	});
}

#[test]
fn a_rest_that_keeps_no_account_is_burned_as_dust() {
	ExtBuilder::default().endow(ALICE, 100 * BTT).build_and_execute(|| {
		assert_ok!(Burn::burn(by(ALICE), 100 * BTT - ED + 1));
		assert!(!System::account_exists(&ALICE));
		assert_totals(&[(BurnReason::Voluntary, 100 * BTT - ED + 1), (BurnReason::Dust, ED - 1)]);
	});
}

#[test]
fn only_a_signer_burns() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Burn::burn(RuntimeOrigin::none(), BTT), sp_runtime::DispatchError::BadOrigin);
		assert_noop!(Burn::burn(RuntimeOrigin::root(), BTT), sp_runtime::DispatchError::BadOrigin);
	});
}
