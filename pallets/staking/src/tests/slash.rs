use super::*;
use crate::{slashing::Standing, types::Offence, Candidates, Offences, Offenders, SlashCount, Slashes};

const V: AccountId = VALIDATORS[0];

fn slashed(amount: Balance) {
	assert_eq!(Burned::get(), amount);
}

/// Alice has 10,000 BTT behind the first validator, which is elected with them for session 2.
fn backed(test: impl FnOnce()) {
	ExtBuilder::default().endow(ALICE, 20_000 * BTT).endow(BOB, 20_000 * BTT).build_and_execute(|| {
		bond_behind(ALICE, V, 10_000 * BTT);
		elect();
		test();
	});
}

#[test]
fn an_equivocation_slashes_validator_and_delegators_pro_rata_after_a_week() {
	backed(|| {
		offend(V, 10, 2);
		let due = now() + DEFERRAL;
		let fraction = Perbill::from_percent(10);
		assert_eq!(last_event(), Event::SlashReported { validator: V, index: 0, session: 2, fraction, due });
		assert!(!Candidates::<Test>::contains_key(V));
		assert_eq!(Disabled::get(), [(V, fraction)]);
		assert_noop!(apply_slash(by(BOB), ALICE), Error::<Test>::NoSlashDue);

		pass(DEFERRAL);
		assert_ok!(apply_slash(by(BOB), ALICE));
		assert_eq!(last_event(), Event::Slashed { who: ALICE, validator: V, index: 0, amount: 1_000 * BTT });
		assert_stake(ALICE, 9_000 * BTT, 0, 0);
		assert_eq!((ledger(ALICE).delegated(), total(ALICE)), (9_000 * BTT, 19_000 * BTT));
		assert_eq!(Told::get()[&ALICE], 9_000 * BTT);
		slashed(1_000 * BTT);
		assert_noop!(apply_slash(by(BOB), ALICE), Error::<Test>::NoSlashDue);

		assert_ok!(apply_slash(by(BOB), V));
		assert_stake(V, STAKE / 10 * 9, 0, 0);
		slashed(11_000 * BTT);
		assert_noop!(apply_slash(by(BOB), VALIDATORS[1]), Error::<Test>::NoSlashDue);
	});
}

#[test]
fn accused_stake_cannot_leave() {
	backed(|| {
		assert_ok!(Staking::undelegate(by(ALICE), 10_000 * BTT));
		assert_ok!(unbond(by(ALICE), 9_000 * BTT));
		assert_ok!(Staking::add_role(by(ALICE), Role::Provider));
		pass(UNBONDING - DAY);
		offend(V, 50, 2);
		pass(DAY);
		assert_noop!(Staking::withdraw_unbonded(by(ALICE), ALICE), Error::<Test>::Accused);
		assert_noop!(drop_role(by(ALICE), Role::Provider), Error::<Test>::Accused);
		assert_noop!(drop_role(by(V), Role::Validator), Error::<Test>::Accused);
		assert_noop!(Staking::validate(by(V), Perbill::zero()), Error::<Test>::Accused);
		// What it does not touch goes on.
		assert_ok!(Staking::bond(by(ALICE), BTT));
	});
}

#[test]
fn nothing_changes_before_a_due_slash_is_applied() {
	backed(|| {
		assert_ok!(Staking::undelegate(by(ALICE), 5_000 * BTT));
		assert_ok!(unbond(by(ALICE), 1_000 * BTT));
		offend(V, 10, 2);
		pass(DEFERRAL);
		let who = || by(ALICE);
		assert_noop!(Staking::bond(who(), BTT), Error::<Test>::SlashDue);
		assert_noop!(unbond(who(), BTT), Error::<Test>::SlashDue);
		assert_noop!(Staking::rebond(who(), BTT), Error::<Test>::SlashDue);
		assert_noop!(Staking::withdraw_unbonded(who(), ALICE), Error::<Test>::SlashDue);
		assert_noop!(Staking::add_role(who(), Role::Provider), Error::<Test>::SlashDue);
		assert_noop!(Staking::delegate(who(), V, BTT), Error::<Test>::SlashDue);
		assert_noop!(Staking::undelegate(who(), BTT), Error::<Test>::SlashDue);
		assert_noop!(Staking::payout(who(), ALICE), Error::<Test>::SlashDue);
		assert_ok!(apply_slash(by(BOB), ALICE));
		slashed(1_000 * BTT);
		// 500 from what still backs, 500 from what is unbonding.
		assert_stake(ALICE, 8_500 * BTT, 500 * BTT, 4_000 * BTT);
		assert_ok!(Staking::undelegate(who(), 4_500 * BTT));
	});
}

#[test]
fn unbonding_stake_that_backed_the_offence_is_slashed_and_later_stake_is_not() {
	backed(|| {
		assert_ok!(Staking::undelegate(by(ALICE), 10_000 * BTT));
		assert_ok!(unbond(by(ALICE), 10_000 * BTT));
		bond_behind(BOB, V, 10_000 * BTT);
		elect();
		offend(V, 20, 2);
		pass(DEFERRAL);
		assert_ok!(apply_slash(by(BOB), ALICE));
		assert_stake(ALICE, 0, 8_000 * BTT, 0);
		// Looked at, but not concerned.
		assert_ok!(apply_slash(by(BOB), BOB));
		assert_stake(BOB, 10_000 * BTT, 0, 0);
		pass(UNBONDING - DEFERRAL);
		assert_ok!(Staking::withdraw_unbonded(by(ALICE), ALICE));
		assert_eq!(total(ALICE), 18_000 * BTT);
	});
}

#[test]
fn stake_that_moved_on_answers_with_what_it_stands_for_now() {
	backed(|| {
		assert_ok!(Staking::undelegate(by(ALICE), 10_000 * BTT));
		assert_ok!(Staking::add_role(by(ALICE), Role::Provider));
		assert_ok!(Staking::add_role(by(ALICE), Role::Verifier));
		assert_ok!(Staking::delegate(by(ALICE), VALIDATORS[1], 4_000 * BTT));
		offend(V, 100, 2);
		pass(DEFERRAL);
		assert_ok!(apply_slash(by(BOB), ALICE));
		assert_eq!(Ledgers::<Test>::get(ALICE), None);
		slashed(10_000 * BTT);
		assert_eq!(Candidates::<Test>::get(VALIDATORS[1]), Some(STAKE));
		for role in [Role::Provider, Role::Verifier] {
			assert!(events().contains(&Event::RoleDropped { who: ALICE, role }));
		}
	});
}

#[test]
fn a_validator_under_its_minimum_loses_the_role() {
	ExtBuilder::default().build_and_execute(|| {
		offend(V, 60, 1);
		pass(DEFERRAL);
		assert_ok!(apply_slash(by(BOB), V));
		assert!(!Staking::has_role(&V, Role::Validator));
		assert!(events().contains(&Event::RoleDropped { who: V, role: Role::Validator }));
		assert_stake(V, 40_000 * BTT, 0, 0);
		assert_ok!(Staking::undelegate(by(V), 40_000 * BTT));
		assert!(!crate::Validators::<Test>::contains_key(V));
	});
}

#[test]
fn governance_cancels_a_slash_before_it_is_due_and_not_after() {
	backed(|| {
		offend(V, 10, 2);
		assert_noop!(Staking::cancel_slash(by(ALICE), V, 0), sp_runtime::DispatchError::BadOrigin);
		assert_noop!(Staking::cancel_slash(by(GOVERNANCE), V, 1), Error::<Test>::SlashNotFound);
		assert_ok!(Staking::cancel_slash(by(GOVERNANCE), V, 0));
		assert_eq!(last_event(), Event::SlashCancelled { validator: V, index: 0 });
		assert_noop!(Staking::cancel_slash(by(GOVERNANCE), V, 0), Error::<Test>::TooLate);
		assert_eq!(Staking::standing(&ledger(ALICE)), Standing::Clear);
		assert_ok!(Staking::validate(by(V), Perbill::zero()));

		offend(V, 10, 1);
		pass(DEFERRAL);
		assert_noop!(Staking::cancel_slash(by(GOVERNANCE), V, 1), Error::<Test>::TooLate);
		// Session 1 was elected before Alice came.
		assert_ok!(apply_slash(by(BOB), ALICE));
		slashed(0);
	});
}

#[test]
fn more_offenders_of_one_offence_raise_the_slash_that_is_pending() {
	backed(|| {
		offend(V, 10, 2);
		offend(V, 40, 2);
		offend(V, 30, 2);
		assert_eq!(SlashCount::<Test>::get(V), 1);
		assert_eq!(slash_of(V, 0).fraction, Perbill::from_percent(40));
		pass(DEFERRAL);
		assert_ok!(apply_slash(by(BOB), ALICE));
		slashed(4_000 * BTT);
		// A report that comes after takes the difference.
		offend(V, 70, 2);
		assert_eq!(Offences::<Test>::get(2, V), Some(Offence { fraction: Perbill::from_percent(70), slash: 1 }));
		pass(DEFERRAL);
		assert_ok!(apply_slash(by(BOB), ALICE));
		slashed(7_000 * BTT);
	});
}

#[test]
fn an_offence_of_nobody_or_of_long_ago_is_ignored() {
	backed(|| {
		offend(99, 100, 2);
		offend(V, 100, 17);
		offend(V, 0, 2);
		assert_eq!(Slashes::<Test>::iter().count(), 0);
		assert!(Candidates::<Test>::contains_key(V));
	});
}

#[test]
fn offenders_are_disabled_again_in_every_session_in_which_they_have_a_seat() {
	backed(|| {
		offend(V, 10, 2);
		Disabled::take();
		// The session that was elected with it begins.
		Staking::start_session();
		assert_eq!(elect(), [12, 13, 14]);
		Staking::start_session();
		assert_eq!(elect(), [12, 13, 14]);
		Staking::start_session();
		assert_eq!(Disabled::get(), [(V, Perbill::from_percent(10)), (V, Perbill::from_percent(10))]);
		assert!(Offenders::<Test>::get().is_empty());
	});
}

#[test]
fn a_slash_takes_unvested_tokens_first_and_frees_none() {
	use btt_primitives::vesting::Unvested;
	ExtBuilder::default().endow(ALICE, 5_000 * BTT).unvested(ALICE, 10_000 * BTT, 1_000).build_and_execute(|| {
		bond_behind(ALICE, V, 12_000 * BTT);
		elect();
		offend(V, 50, 2);
		pass(DEFERRAL);
		let before = VestingSchedules::unvested(&ALICE);
		assert_ok!(apply_slash(by(BOB), ALICE));
		assert_eq!(VestingSchedules::unvested(&ALICE), before - 6_000 * BTT);
		assert_eq!(total(ALICE), 9_000 * BTT);
	});
}

#[test]
fn slashes_of_many_sessions_are_applied_by_as_many_calls_as_it_takes() {
	backed(|| {
		for _ in 0..20 {
			elect();
		}
		for session in 2..22 {
			offend(V, 1, session);
		}
		assert_eq!(SlashCount::<Test>::get(V), 20);
		pass(DEFERRAL);
		assert_ok!(apply_slash(by(BOB), ALICE));
		assert_noop!(Staking::bond(by(ALICE), BTT), Error::<Test>::SlashDue);
		assert_ok!(apply_slash(by(BOB), ALICE));
		assert_ok!(Staking::bond(by(ALICE), BTT));
		assert_noop!(apply_slash(by(BOB), ALICE), Error::<Test>::NoSlashDue);
	});
}
