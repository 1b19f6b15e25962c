use super::*;
use crate::Error;
use btt_primitives::{vesting::GrantVesting, BTT, TOKEN_GENERATION_EVENT as TGE};
use frame_support::{assert_noop, assert_ok, traits::fungible::Mutate};

fn grant(who: AccountId, line: Line) -> sp_runtime::DispatchResult {
	<VestingSchedules as GrantVesting<AccountId>>::grant(&who, line)
}

#[test]
fn granted_tokens_are_frozen() {
	ExtBuilder::default().line(ALICE, line()).build_and_execute(|| {
		assert_frozen(ALICE, 1_000 * BTT);
		assert_eq!(Balances::free_balance(ALICE), 1_000 * BTT);
		assert_eq!(spendable(ALICE), 0);
	});
}

#[test]
fn lines_of_one_account_sum_into_one_freeze() {
	ExtBuilder::default().line(ALICE, line()).line(ALICE, line_of(0, 100, 50 * BTT)).build_and_execute(|| {
		assert_frozen(ALICE, 1_050 * BTT);
		assert_eq!(pallet_balances::Freezes::<Test>::get(ALICE).len(), 1);
	});
}

#[test]
fn tokens_beyond_the_line_stay_liquid() {
	ExtBuilder::default().endow(ALICE, 10 * BTT).line(ALICE, line()).build_and_execute(|| {
		assert_frozen(ALICE, 1_000 * BTT);
		assert_eq!(spendable(ALICE), 10 * BTT);
	});
}

#[test]
fn the_tokens_must_be_there_before_the_line() {
	ExtBuilder::default().endow(BOB, 1_000 * BTT - 1).line(ALICE, line()).build_and_execute(|| {
		assert_noop!(grant(BOB, line()), Error::<Test>::Underfunded);
		assert_noop!(grant(CAROL, line()), Error::<Test>::Underfunded);
		// What a line covers already does not do for a second one.
		assert_noop!(grant(ALICE, line_of(0, 100, 1)), Error::<Test>::Underfunded);
		assert_ok!(Balances::mint_into(&BOB, 1));
		assert_ok!(grant(BOB, line()));
		assert_frozen(BOB, 1_000 * BTT);
	});
}

#[test]
fn an_account_has_no_more_lines_than_it_may() {
	let builder = (0..MAX_LINES).fold(ExtBuilder::default(), |builder, _| builder.line(ALICE, line()));
	builder.endow(ALICE, 1_000 * BTT).build_and_execute(|| {
		assert_noop!(grant(ALICE, line_of(0, 100, 1)), Error::<Test>::TooManyLines);
	});
}

#[test]
fn a_line_must_have_something_unvested() {
	ExtBuilder::default().endow(ALICE, BTT).build_and_execute(|| {
		assert_noop!(grant(ALICE, line_of(0, 100, 0)), Error::<Test>::EmptyLine);
		set_time(TGE + 100);
		assert_noop!(grant(ALICE, line_of(0, 100, BTT)), Error::<Test>::EmptyLine);
	});
}

#[test]
fn pots_and_accounts_with_a_foreign_lock_get_no_line() {
	ExtBuilder::default().endow(POT, 1_000 * BTT).endow(ALICE, 10 * BTT).build_and_execute(|| {
		assert_noop!(grant(POT, line()), Error::<Test>::ProtectedAccount);
		let schedule = pallet_vesting::VestingInfo::new(5 * BTT, BTT, 1);
		assert_ok!(Vesting::vested_transfer(by(ALICE), BOB, schedule));
		assert_noop!(grant(BOB, line_of(0, 100, 1)), Error::<Test>::ForeignLock);
	});
}
