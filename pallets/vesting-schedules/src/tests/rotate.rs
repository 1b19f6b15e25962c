use super::*;
use crate::{Error, SweepProgress};
use btt_primitives::{BTT, TOKEN_GENERATION_EVENT as TGE};
use frame_support::{
	assert_noop, assert_ok,
	traits::{fungible::InspectHold, Hooks, LockableCurrency, ReservableCurrency, WithdrawReasons},
	weights::Weight,
};
use sp_runtime::{DispatchError, TokenError};

/// Rotate `from` to `to` and assert that `to` has everything that `from` had, beside what it had itself.
fn assert_rotates(from: AccountId, to: AccountId) {
	let bond = HoldReason::Bond.into();
	let (had, brought) = (total(to), total(from));
	let bonded = Balances::balance_on_hold(&bond, &from) + Balances::balance_on_hold(&bond, &to);
	let due = unvested(from);
	let lines = VestingSchedules::vesting(&from);
	let issued = Balances::total_issuance();

	assert_ok!(VestingSchedules::rotate(by(from), to));

	assert_free(from);
	assert_eq!(total(from), 0);
	assert!(!System::account_exists(&from));
	assert_frozen(to, due);
	assert_eq!(total(to), had + brought);
	assert_eq!(VestingSchedules::vesting(&to), lines);
	assert_eq!(Balances::balance_on_hold(&bond, &to), bonded);
	assert_eq!(System::providers(&to), 1);
	assert_eq!(Balances::total_issuance(), issued);
	assert_eq!(events().last(), Some(&Event::Rotated { from, to, amount: brought }));
	check_state();
}

#[test]
fn everything_moves_to_a_new_account() {
	let builder = ExtBuilder::default().line(ALICE, line()).line(ALICE, line_of(0, 500, 100 * BTT));
	builder.endow(ALICE, 10 * BTT).build_and_execute(|| {
		hold(HoldReason::Bond, ALICE, 700 * BTT);
		set_time(TGE + 300);
		assert_rotates(ALICE, BOB);
		assert_eq!(total(BOB), 1_110 * BTT);
		// 700 of the one line and 40 of the other.
		assert_frozen(BOB, 740 * BTT);
		assert_eq!(spendable(BOB), 370 * BTT);
		// The lines go on as if nothing had happened.
		set_time(TGE + 500);
		assert_ok!(VestingSchedules::vest(by(CAROL), BOB));
		assert_frozen(BOB, 500 * BTT);
	});
}

#[test]
fn the_other_account_keeps_what_it_had() {
	ExtBuilder::default().endow(BOB, 500 * BTT).line(ALICE, line()).build_and_execute(|| {
		hold(HoldReason::Bond, BOB, 100 * BTT);
		hold(HoldReason::Deposit, BOB, 10 * BTT);
		hold(HoldReason::Bond, ALICE, 300 * BTT);
		assert_rotates(ALICE, BOB);
		assert_frozen(BOB, 1_000 * BTT);
		assert_eq!(Balances::reserved_balance(BOB), 410 * BTT);
		assert_eq!(spendable(BOB), 500 * BTT);
	});
}

#[test]
fn an_account_with_everything_bonded_moves_to_one_that_never_existed() {
	ExtBuilder::default().endow(ALICE, ED).line(ALICE, line()).build_and_execute(|| {
		hold(HoldReason::Bond, ALICE, 1_000 * BTT);
		assert_eq!(Balances::free_balance(ALICE), ED);
		assert_rotates(ALICE, BOB);
		assert_eq!(Balances::free_balance(BOB), ED);
	});
}

#[test]
fn rotation_tells_what_has_vested_of_the_old_account() {
	ExtBuilder::default().line(ALICE, line()).build_and_execute(|| {
		set_time(CLIFF);
		assert_ok!(VestingSchedules::rotate(by(ALICE), BOB));
		assert_eq!(
			events(),
			[
				Event::Vested { who: ALICE, released: 250 * BTT, unvested: 750 * BTT },
				Event::Rotated { from: ALICE, to: BOB, amount: 1_000 * BTT },
			]
		);
		assert_frozen(BOB, 750 * BTT);
	});
}

#[test]
fn tokens_of_the_other_account_do_not_fill_what_a_slash_took() {
	ExtBuilder::default().endow(ALICE, ED).endow(BOB, 500 * BTT).line(ALICE, line()).build_and_execute(|| {
		hold(HoldReason::Bond, ALICE, 500 * BTT);
		slash(ALICE, 400 * BTT + ED);
		assert_rotates(ALICE, BOB);
		assert_frozen(BOB, 600 * BTT);
		assert_eq!(spendable(BOB), 500 * BTT);
	});
}

#[test]
fn a_beneficiary_rotates_there_and_back_again() {
	ExtBuilder::default().endow(ALICE, BTT).line(ALICE, line()).build_and_execute(|| {
		assert_rotates(ALICE, BOB);
		assert_rotates(BOB, ALICE);
		assert_frozen(ALICE, 1_000 * BTT);
	});
}

#[test]
fn rotation_does_not_disturb_a_sweep() {
	ExtBuilder::default().line(ALICE, line()).build_and_execute(|| {
		crate::Sweep::<Test>::put(SweepProgress { began: TGE, after: Some(ALICE) });
		assert_rotates(ALICE, BOB);
		set_time(CLIFF);
		VestingSchedules::on_idle(1, Weight::MAX);
		VestingSchedules::on_idle(1, Weight::MAX);
		assert_frozen(BOB, 750 * BTT);
	});
}

#[test]
fn only_a_signed_beneficiary_rotates() {
	ExtBuilder::default().endow(BOB, BTT).line(ALICE, line()).build_and_execute(|| {
		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root()] {
			assert_noop!(VestingSchedules::rotate(origin, BOB), DispatchError::BadOrigin);
		}
		assert_noop!(VestingSchedules::rotate(by(BOB), CAROL), Error::<Test>::NotFound);
		// Lines that are over give no right either, whether they were settled or not.
		set_time(END);
		assert_noop!(VestingSchedules::rotate(by(ALICE), CAROL), Error::<Test>::NotFound);
	});
}

#[test]
fn rotation_fails_to_an_account_that_cannot_take_over() {
	let builder = ExtBuilder::default().line(ALICE, line()).line(BOB, line());
	builder.endow(CAROL, 10 * BTT).build_and_execute(|| {
		assert_noop!(VestingSchedules::rotate(by(ALICE), ALICE), Error::<Test>::SameAccount);
		assert_noop!(VestingSchedules::rotate(by(ALICE), BOB), Error::<Test>::AlreadyBeneficiary);
		assert_noop!(VestingSchedules::rotate(by(ALICE), POT), Error::<Test>::ProtectedAccount);
		let schedule = pallet_vesting::VestingInfo::new(5 * BTT, BTT, 1);
		assert_ok!(Vesting::vested_transfer(by(CAROL), DAVE, schedule));
		assert_noop!(VestingSchedules::rotate(by(ALICE), DAVE), Error::<Test>::ForeignLock);
		System::set_block_number(10);
		assert_ok!(Vesting::vest(by(DAVE)));
		assert_ok!(VestingSchedules::rotate(by(ALICE), DAVE));
	});
}

#[test]
fn rotation_fails_while_deposits_remain() {
	ExtBuilder::default().line(ALICE, line()).endow(ALICE, 10 * BTT).build_and_execute(|| {
		hold(HoldReason::Deposit, ALICE, 1);
		assert_noop!(VestingSchedules::rotate(by(ALICE), BOB), Error::<Test>::HoldsRemain);
	});
	ExtBuilder::default().line(ALICE, line()).endow(ALICE, 10 * BTT).build_and_execute(|| {
		assert_ok!(Balances::reserve(&ALICE, BTT));
		assert_noop!(VestingSchedules::rotate(by(ALICE), BOB), Error::<Test>::HoldsRemain);
		Balances::unreserve(&ALICE, BTT);
		assert_rotates(ALICE, BOB);
	});
}

#[test]
fn rotation_fails_while_the_account_is_still_in_use() {
	ExtBuilder::default().line(ALICE, line()).build_and_execute(|| {
		assert_ok!(System::inc_consumers(&ALICE));
		assert_noop!(VestingSchedules::rotate(by(ALICE), BOB), Error::<Test>::StillInUse);
		System::dec_consumers(&ALICE);

		Balances::set_lock(*b"a vote  ", &ALICE, BTT, WithdrawReasons::all());
		assert_noop!(VestingSchedules::rotate(by(ALICE), BOB), Error::<Test>::StillInUse);
		Balances::remove_lock(*b"a vote  ", &ALICE);
		assert_rotates(ALICE, BOB);
	});
}

#[test]
fn rotation_fails_if_another_pallet_refuses() {
	ExtBuilder::default().line(ALICE, line()).endow(ALICE, 10 * BTT).build_and_execute(|| {
		hold(HoldReason::Bond, ALICE, 5 * BTT);
		Trick::set(Some(Mischief::Refuse));
		assert_noop!(VestingSchedules::rotate(by(ALICE), BOB), DispatchError::Other("refused"));
	});
}

#[test]
fn rotation_fails_if_another_pallet_pays_or_takes_tokens() {
	for trick in [Mischief::PayToNew, Mischief::BurnFromOld] {
		ExtBuilder::default().line(ALICE, line()).endow(ALICE, 10 * BTT).build_and_execute(|| {
			Trick::set(Some(trick));
			assert_noop!(VestingSchedules::rotate(by(ALICE), BOB), Error::<Test>::AmountChanged);
		});
	}
}

#[test]
fn rotation_fails_if_the_other_account_can_take_no_reference() {
	ExtBuilder::default().line(ALICE, line()).endow(BOB, BTT).build_and_execute(|| {
		while System::inc_consumers(&BOB).is_ok() {}
		assert_noop!(VestingSchedules::rotate(by(ALICE), BOB), DispatchError::TooManyConsumers);
	});
}

#[test]
fn the_old_account_starts_again_from_nothing() {
	ExtBuilder::default().line(ALICE, line()).endow(CAROL, 10 * BTT).build_and_execute(|| {
		assert_rotates(ALICE, BOB);
		assert_noop!(Balances::transfer_allow_death(by(ALICE), CAROL, ED), TokenError::FundsUnavailable);
		assert_ok!(Balances::transfer_allow_death(by(CAROL), ALICE, BTT));
		assert_eq!(spendable(ALICE), BTT);
	});
}
