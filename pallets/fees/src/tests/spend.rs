use super::*;
use crate::{types::Reason, DevelopmentFund, Fund};
use frame_support::traits::OnUnbalanced;
use sp_runtime::{DispatchError::BadOrigin, DispatchResult};

fn reason(words: &str) -> Reason {
	words.as_bytes().to_vec().try_into().unwrap()
}

fn spend(beneficiary: AccountId, amount: Balance) -> DispatchResult {
	Fees::spend(by(ALLOCATION), beneficiary, amount, reason("audit of the bridge"))
}

/// A fund of 100 BTT beside its existential deposit.
fn filled(test: impl FnOnce()) {
	ExtBuilder::default().build_and_execute(|| {
		DevelopmentFund::<Test>::on_unbalanced(fees(100 * BTT));
		test();
	});
}

#[test]
fn the_fund_pays_and_the_reason_is_on_record() {
	filled(|| {
		assert_ok!(spend(BOB, 30 * BTT));
		assert_eq!(
			last_event(),
			Event::FundSpent { beneficiary: BOB, amount: 30 * BTT, reason: reason("audit of the bridge") }
		);
		assert_eq!(free(BOB), ENDOWMENT + 30 * BTT);
		assert_ok!(spend(NOBODY, ED));
		assert_eq!(FundLedger::<Test>::get(), Fund { received: 100 * BTT, spent: 30 * BTT + ED });
		assert_eq!(Fees::fund_balance(), 70 * BTT - ED);
	});
}

#[test]
fn the_fund_is_spent_down_to_its_existential_deposit_and_still_takes_a_unit() {
	filled(|| {
		assert_noop!(spend(BOB, 100 * BTT + 1), Error::<Test>::InsufficientFunds);
		assert_ok!(spend(BOB, 100 * BTT));
		assert_eq!(free(Fees::fund()), ED);
		assert_noop!(spend(BOB, 1), Error::<Test>::InsufficientFunds);
		DevelopmentFund::<Test>::on_unbalanced(fees(1));
		assert_eq!(free(Fees::fund()), ED + 1);
		assert_ok!(spend(BOB, 1));
	});
}

#[test]
fn a_gift_to_the_fund_can_be_spent() {
	filled(|| {
		assert_ok!(Balances::transfer_allow_death(by(ALICE), Fees::fund(), BTT));
		assert_ok!(spend(BOB, 101 * BTT));
		assert_eq!(FundLedger::<Test>::get(), Fund { received: 100 * BTT, spent: 101 * BTT });
	});
}

#[test]
fn a_fund_that_was_not_founded_pays_nothing() {
	ExtBuilder::default().founder(None).build_and_execute(|| {
		assert_noop!(spend(BOB, 1), Error::<Test>::InsufficientFunds);
	});
}

#[test]
fn nothing_is_spent_without_amount_or_reason() {
	filled(|| {
		assert_noop!(spend(BOB, 0), Error::<Test>::ZeroAmount);
		assert_noop!(Fees::spend(by(ALLOCATION), BOB, BTT, reason("")), Error::<Test>::EmptyReason);
	});
}

#[test]
fn the_fund_does_not_pay_itself() {
	filled(|| {
		assert_noop!(spend(Fees::fund(), BTT), Error::<Test>::IsFund);
	});
}

#[test]
fn a_new_beneficiary_gets_no_less_than_the_existential_deposit() {
	filled(|| {
		assert_noop!(spend(NOBODY, ED - 1), Error::<Test>::BelowMinimum);
		assert_ok!(spend(BOB, ED - 1));
	});
}

#[test]
fn only_whoever_allocates_resources_spends() {
	filled(|| {
		for origin in [by(ALICE), by(GOVERNANCE), RuntimeOrigin::none(), RuntimeOrigin::root()] {
			assert_noop!(Fees::spend(origin, BOB, BTT, reason("mine")), BadOrigin);
		}
	});
}
