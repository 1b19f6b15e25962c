use super::*;

#[test]
fn a_bond_is_a_hold_that_comes_back_after_the_unbonding_period() {
	ExtBuilder::default().endow(ALICE, 100 * BTT).build_and_execute(|| {
		assert_ok!(Staking::bond(by(ALICE), 60 * BTT));
		assert_eq!(last_event(), Event::Bonded { who: ALICE, amount: 60 * BTT });
		assert_eq!(Told::get()[&ALICE], 60 * BTT);
		assert_ok!(unbond(by(ALICE), 50 * BTT));
		let release = now() + UNBONDING;
		assert_eq!(last_event(), Event::Unbonded { who: ALICE, amount: 50 * BTT, release });
		assert_stake(ALICE, 10 * BTT, 50 * BTT, 10 * BTT);
		assert_eq!(Told::get()[&ALICE], 10 * BTT);

		pass(UNBONDING - 1);
		assert_noop!(Staking::withdraw_unbonded(by(BOB), ALICE), Error::<Test>::NothingReleased);
		pass(1);
		assert_ok!(Staking::withdraw_unbonded(by(BOB), ALICE));
		assert_eq!(last_event(), Event::Withdrawn { who: ALICE, amount: 50 * BTT });
		assert_eq!(Balances::free_balance(ALICE), 90 * BTT);
		assert_stake(ALICE, 10 * BTT, 0, 10 * BTT);
	});
}

#[test]
fn nothing_is_left_of_a_bond_that_is_withdrawn() {
	ExtBuilder::default().endow(ALICE, 100 * BTT).build_and_execute(|| {
		assert_ok!(Staking::bond(by(ALICE), 99 * BTT));
		assert_ok!(unbond(by(ALICE), 99 * BTT));
		pass(UNBONDING);
		assert_ok!(Staking::withdraw_unbonded(by(ALICE), ALICE));
		assert_eq!(Ledgers::<Test>::get(ALICE), None);
		assert_eq!(Staking::staker(&ALICE), None);
		assert_noop!(Staking::withdraw_unbonded(by(ALICE), ALICE), Error::<Test>::NotFound);
	});
}

#[test]
fn unvested_tokens_can_be_bonded_and_stay_unvested() {
	ExtBuilder::default().endow(ALICE, BTT).unvested(ALICE, 100 * BTT, 100).build_and_execute(|| {
		assert_ok!(Staking::bond(by(ALICE), 100 * BTT));
		assert_ok!(unbond(by(ALICE), 100 * BTT));
		pass(UNBONDING);
		assert_ok!(Staking::withdraw_unbonded(by(ALICE), ALICE));
		assert_ok!(VestingSchedules::vest(by(ALICE), ALICE));
		use frame_support::traits::{
			fungible::Inspect,
			tokens::{Fortitude::Polite, Preservation::Expendable},
		};
		assert_eq!(Balances::reducible_balance(&ALICE, Expendable, Polite), 15 * BTT);
	});
}

#[test]
fn a_bond_of_nothing_dust_or_more_than_there_is_fails() {
	ExtBuilder::default().endow(ALICE, 100 * BTT).build_and_execute(|| {
		assert_noop!(Staking::bond(by(ALICE), 0), Error::<Test>::ZeroAmount);
		assert_noop!(Staking::bond(by(ALICE), 10 * BTT - 1), Error::<Test>::BelowMinimum);
		assert_noop!(Staking::bond(by(ALICE), 100 * BTT + 1), Error::<Test>::InsufficientBalance);
		assert_noop!(Staking::bond(by(BOB), 10 * BTT), Error::<Test>::InsufficientBalance);
		assert_ok!(Staking::bond(by(ALICE), 50 * BTT));
		assert_noop!(Staking::bond(by(ALICE), 51 * BTT), Error::<Test>::InsufficientBalance);
	});
}

#[test]
fn unbonding_nothing_dust_pledged_or_more_than_there_is_fails() {
	ExtBuilder::default().endow(ALICE, 2_000 * BTT).build_and_execute(|| {
		assert_noop!(unbond(by(ALICE), 1), Error::<Test>::NotFound);
		assert_ok!(Staking::bond(by(ALICE), 1_500 * BTT));
		assert_noop!(unbond(by(ALICE), 0), Error::<Test>::ZeroAmount);
		assert_noop!(unbond(by(ALICE), 1_500 * BTT + 1), Error::<Test>::InsufficientBond);
		assert_noop!(unbond(by(ALICE), 1_495 * BTT), Error::<Test>::BelowMinimum);
		assert_ok!(Staking::add_role(by(ALICE), Role::Provider));
		assert_noop!(unbond(by(ALICE), 500 * BTT + 1), Error::<Test>::InsufficientBond);
		assert_ok!(unbond(by(ALICE), 500 * BTT));
	});
}

#[test]
fn a_seventeenth_chunk_must_wait() {
	ExtBuilder::default().endow(ALICE, 1_000 * BTT).build_and_execute(|| {
		assert_ok!(Staking::bond(by(ALICE), 500 * BTT));
		for _ in 0..16 {
			assert_ok!(unbond(by(ALICE), BTT));
			pass(1);
		}
		assert_noop!(unbond(by(ALICE), BTT), Error::<Test>::TooManyChunks);
		pass(UNBONDING - 16);
		assert_ok!(Staking::withdraw_unbonded(by(ALICE), ALICE));
		assert_ok!(unbond(by(ALICE), BTT));
	});
}

#[test]
fn chunks_of_one_instant_are_one() {
	ExtBuilder::default().endow(ALICE, 1_000 * BTT).build_and_execute(|| {
		assert_ok!(Staking::bond(by(ALICE), 500 * BTT));
		assert_ok!(unbond(by(ALICE), BTT));
		assert_ok!(unbond(by(ALICE), BTT));
		assert_eq!(ledger(ALICE).chunks.len(), 1);
	});
}

#[test]
fn rebonding_takes_back_what_is_released_last() {
	ExtBuilder::default().endow(ALICE, 1_000 * BTT).build_and_execute(|| {
		assert_ok!(Staking::bond(by(ALICE), 500 * BTT));
		assert_ok!(unbond(by(ALICE), 100 * BTT));
		pass(10);
		assert_ok!(unbond(by(ALICE), 100 * BTT));
		assert_noop!(Staking::rebond(by(ALICE), 200 * BTT + 1), Error::<Test>::InsufficientBond);
		assert_noop!(Staking::rebond(by(ALICE), 0), Error::<Test>::ZeroAmount);
		assert_ok!(Staking::rebond(by(ALICE), 150 * BTT));
		assert_eq!(last_event(), Event::Rebonded { who: ALICE, amount: 150 * BTT });
		assert_stake(ALICE, 450 * BTT, 50 * BTT, 450 * BTT);
		pass(UNBONDING - 10);
		assert_ok!(Staking::withdraw_unbonded(by(ALICE), ALICE));
	});
}
