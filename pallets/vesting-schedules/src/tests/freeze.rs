//! What real balances let a beneficiary do with unvested tokens, and what not.

use super::*;
use btt_primitives::{BTT, TOKEN_GENERATION_EVENT as TGE};
use frame_support::{
	assert_noop, assert_ok,
	traits::{
		fungible::{Balanced, InspectHold, Mutate, MutateHold},
		tokens::{Precision::Exact, Preservation::Preserve},
	},
};
use sp_runtime::TokenError;

#[test]
fn unvested_tokens_cannot_be_transferred() {
	ExtBuilder::default().endow(ALICE, 10 * BTT).line(ALICE, line()).build_and_execute(|| {
		assert_noop!(Balances::transfer_allow_death(by(ALICE), BOB, 10 * BTT + 1), TokenError::Frozen);
		assert_noop!(Balances::transfer_keep_alive(by(ALICE), BOB, 10 * BTT + 1), TokenError::Frozen);
		assert_ok!(Balances::transfer_keep_alive(by(ALICE), BOB, 10 * BTT));
		assert_eq!(total(ALICE), 1_000 * BTT);
	});
}

#[test]
fn vested_tokens_can_be_transferred_once_they_are_lifted() {
	ExtBuilder::default().line(ALICE, line()).build_and_execute(|| {
		set_time(CLIFF);
		assert_noop!(Balances::transfer_allow_death(by(ALICE), BOB, ED), TokenError::Frozen);
		assert_ok!(VestingSchedules::vest(by(BOB), ALICE));
		assert_noop!(Balances::transfer_allow_death(by(ALICE), BOB, 250 * BTT + 1), TokenError::Frozen);
		assert_ok!(Balances::transfer_allow_death(by(ALICE), BOB, 250 * BTT));
	});
}

#[test]
fn unvested_tokens_cannot_be_burned_by_choice() {
	ExtBuilder::default().endow(ALICE, 10 * BTT).line(ALICE, line()).build_and_execute(|| {
		for keep_alive in [true, false] {
			assert_noop!(Balances::burn(by(ALICE), 10 * BTT + 1, keep_alive), TokenError::FundsUnavailable);
		}
		assert_ok!(Balances::burn(by(ALICE), 10 * BTT, false));
		assert_eq!(total(ALICE), 1_000 * BTT);
	});
}

#[test]
fn unvested_tokens_pay_no_fees() {
	ExtBuilder::default().endow(ALICE, 10 * BTT).line(ALICE, line()).build_and_execute(|| {
		// As `FungibleAdapter` withdraws a fee.
		let pay = |fee| Balances::withdraw(&ALICE, fee, Exact, Preserve, Polite).map(drop);
		assert_noop!(pay(10 * BTT + 1), TokenError::FundsUnavailable);
		assert_ok!(pay(10 * BTT));
		assert_noop!(pay(1), TokenError::FundsUnavailable);
		assert_eq!(total(ALICE), 1_000 * BTT);
	});
}

#[test]
fn unvested_tokens_cannot_be_escrowed() {
	ExtBuilder::default().endow(ALICE, 10 * BTT).line(ALICE, line()).build_and_execute(|| {
		let into_pot = |amount| <Balances as Mutate<AccountId>>::transfer(&ALICE, &POT, amount, Preserve);
		assert_noop!(into_pot(10 * BTT + 1), TokenError::Frozen);
		assert_ok!(into_pot(10 * BTT));
	});
}

#[test]
fn transfer_all_leaves_exactly_what_is_unvested() {
	for keep_alive in [true, false] {
		ExtBuilder::default().endow(ALICE, 10 * BTT).line(ALICE, line()).build_and_execute(|| {
			set_time(TGE + 600);
			assert_ok!(VestingSchedules::vest(by(BOB), ALICE));
			assert_ok!(Balances::transfer_all(by(ALICE), BOB, keep_alive));
			assert_eq!(total(ALICE), 400 * BTT);
			assert_eq!(total(BOB), 610 * BTT);
			assert_frozen(ALICE, 400 * BTT);
		});
	}
}

#[test]
fn transfer_all_leaves_the_existential_deposit_if_less_is_unvested() {
	// One unit vests every ms, so that half an existential deposit is unvested in the end.
	let line = line_of(0, ED as Moment, ED);
	for keep_alive in [true, false] {
		ExtBuilder::default().endow(ALICE, 10 * BTT).line(ALICE, line).build_and_execute(|| {
			set_time(TGE + (ED / 2) as Moment);
			assert_ok!(VestingSchedules::vest(by(BOB), ALICE));
			assert_frozen(ALICE, ED / 2);
			// The freeze needs the account, hence it does not die.
			assert_ok!(Balances::transfer_all(by(ALICE), BOB, keep_alive));
			assert_eq!(total(ALICE), ED);
			set_time(TGE + ED as Moment);
			assert_ok!(VestingSchedules::vest(by(BOB), ALICE));
			assert_ok!(Balances::transfer_all(by(ALICE), BOB, false));
			assert_eq!(total(ALICE), 0);
			assert!(!System::account_exists(&ALICE));
		});
	}
}

#[test]
fn unvested_tokens_can_be_bonded_and_come_back_frozen() {
	ExtBuilder::default().endow(ALICE, ED).line(ALICE, line()).build_and_execute(|| {
		let bond = HoldReason::Bond.into();
		hold(HoldReason::Bond, ALICE, 1_000 * BTT);
		assert_eq!((Balances::balance_on_hold(&bond, &ALICE), Balances::free_balance(ALICE)), (1_000 * BTT, ED));
		assert_eq!(spendable(ALICE), 0);
		set_time(CLIFF);
		assert_ok!(VestingSchedules::vest(by(BOB), ALICE));
		assert_ok!(Balances::release(&bond, &ALICE, 1_000 * BTT, Exact));
		assert_eq!(spendable(ALICE), 250 * BTT + ED);
		assert_noop!(Balances::transfer_allow_death(by(ALICE), BOB, 250 * BTT + ED + 1), TokenError::Frozen);
	});
}

#[test]
fn a_bond_of_vested_tokens_may_stand_in_for_unvested_ones() {
	ExtBuilder::default().endow(ALICE, 1_000 * BTT).line(ALICE, line()).build_and_execute(|| {
		hold(HoldReason::Bond, ALICE, 1_000 * BTT);
		// 1,000 on hold are as many as are unvested, so the other 1,000 can go, less the existential deposit.
		assert_eq!(spendable(ALICE), 1_000 * BTT - ED);
		assert_ok!(Balances::transfer_all(by(ALICE), BOB, false));
		assert_eq!(total(ALICE), 1_000 * BTT + ED);
		// Nothing was gained: the bond is all there is, and it comes back frozen.
		assert_ok!(Balances::release(&HoldReason::Bond.into(), &ALICE, 1_000 * BTT, Exact));
		assert_eq!(spendable(ALICE), ED);
		assert_frozen(ALICE, 1_000 * BTT);
	});
}

#[test]
fn slashing_such_a_bond_takes_from_the_line() {
	ExtBuilder::default().endow(ALICE, 1_000 * BTT).line(ALICE, line()).build_and_execute(|| {
		hold(HoldReason::Bond, ALICE, 1_000 * BTT);
		assert_ok!(Balances::transfer_all(by(ALICE), BOB, false));
		assert_eq!(forfeit(ALICE, 400 * BTT), 400 * BTT);
		slash(ALICE, 400 * BTT);
		assert_frozen(ALICE, 600 * BTT);
		assert_eq!(total(ALICE), 600 * BTT + ED);
		assert_eq!(spendable(ALICE), 0);
		assert_ok!(Balances::release(&HoldReason::Bond.into(), &ALICE, 600 * BTT, Exact));
		assert_eq!(spendable(ALICE), ED);
	});
}

#[test]
fn a_beneficiary_survives_a_slash_of_everything() {
	ExtBuilder::default().endow(ALICE, ED).line(ALICE, line()).build_and_execute(|| {
		hold(HoldReason::Bond, ALICE, 1_000 * BTT);
		slash(ALICE, 1_000 * BTT);
		assert_eq!((total(ALICE), unvested(ALICE)), (ED, ED));
		assert_ok!(VestingSchedules::vest(by(BOB), ALICE));
		assert_frozen(ALICE, ED);
		set_time(END);
		assert_ok!(VestingSchedules::vest(by(BOB), ALICE));
		assert_free(ALICE);
		assert_eq!(total(ALICE), ED);
	});
}
