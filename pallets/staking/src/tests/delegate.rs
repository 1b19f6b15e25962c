use super::*;
use crate::Candidates;

const V: AccountId = VALIDATORS[0];

#[test]
fn a_delegation_is_a_part_of_the_bond_that_stands_for_nothing_else() {
	ExtBuilder::default().endow(ALICE, 2_000 * BTT).build_and_execute(|| {
		assert_ok!(Staking::bond(by(ALICE), 1_500 * BTT));
		assert_ok!(Staking::add_role(by(ALICE), Role::Provider));
		assert_noop!(Staking::delegate(by(ALICE), V, 500 * BTT + 1), Error::<Test>::InsufficientBond);
		assert_ok!(Staking::delegate(by(ALICE), V, 500 * BTT));
		assert_eq!(last_event(), Event::Delegated { who: ALICE, validator: V, amount: 500 * BTT });
		assert_stake(ALICE, 1_500 * BTT, 0, 0);
		assert_noop!(unbond(by(ALICE), 1), Error::<Test>::InsufficientBond);
		assert_noop!(Staking::add_role(by(ALICE), Role::Governance), Error::<Test>::InsufficientBond);
		assert_eq!(Candidates::<Test>::get(V), Some(STAKE + 500 * BTT));

		assert_ok!(Staking::undelegate(by(ALICE), 500 * BTT));
		assert_eq!(last_event(), Event::Undelegated { who: ALICE, validator: V, amount: 500 * BTT });
		assert_stake(ALICE, 1_500 * BTT, 0, 500 * BTT);
		assert_eq!(Candidates::<Test>::get(V), Some(STAKE));
	});
}

#[test]
fn bad_delegations_fail() {
	ExtBuilder::default().endow(ALICE, 2_000 * BTT).build_and_execute(|| {
		assert_noop!(Staking::delegate(by(ALICE), V, BTT), Error::<Test>::NotFound);
		assert_ok!(Staking::bond(by(ALICE), 1_500 * BTT));
		assert_noop!(Staking::delegate(by(ALICE), V, 0), Error::<Test>::ZeroAmount);
		assert_noop!(Staking::delegate(by(ALICE), V, 10 * BTT - 1), Error::<Test>::BelowMinimum);
		assert_noop!(Staking::delegate(by(ALICE), BOB, 100 * BTT), Error::<Test>::NotCandidate);
		assert_noop!(Staking::delegate(by(ALICE), ALICE, 100 * BTT), Error::<Test>::NotCandidate);
		assert_noop!(Staking::undelegate(by(ALICE), 100 * BTT), Error::<Test>::NotDelegating);
		assert_ok!(Staking::delegate(by(ALICE), V, 100 * BTT));
		assert_noop!(Staking::delegate(by(ALICE), VALIDATORS[1], 100 * BTT), Error::<Test>::BacksAnother);
		assert_noop!(Staking::undelegate(by(ALICE), 0), Error::<Test>::ZeroAmount);
		assert_noop!(Staking::undelegate(by(ALICE), 100 * BTT + 1), Error::<Test>::InsufficientBond);
		assert_noop!(Staking::undelegate(by(ALICE), 91 * BTT), Error::<Test>::BelowMinimum);
	});
}

#[test]
fn backings_of_many_sessions_are_kept_apart_until_they_answer_no_more() {
	ExtBuilder::default().endow(ALICE, 2_000 * BTT).build_and_execute(|| {
		assert_ok!(Staking::bond(by(ALICE), 1_500 * BTT));
		for _ in 0..16 {
			assert_ok!(Staking::delegate(by(ALICE), V, 10 * BTT));
			// Within a session they are one.
			assert_ok!(Staking::delegate(by(ALICE), V, 10 * BTT));
			elect();
		}
		assert_eq!(ledger(ALICE).backings.len(), 16);
		assert_noop!(Staking::delegate(by(ALICE), V, 10 * BTT), Error::<Test>::TooManyBackings);
		assert_noop!(Staking::undelegate(by(ALICE), 10 * BTT), Error::<Test>::TooManyBackings);
		// All of the latest can leave, since then it is only closed.
		assert_ok!(Staking::undelegate(by(ALICE), 20 * BTT));
		pass(UNBONDING);
		assert_ok!(Staking::delegate(by(ALICE), V, 10 * BTT));
		assert_eq!(ledger(ALICE).backings.len(), 2);
		assert_eq!(ledger(ALICE).delegated(), 310 * BTT);
	});
}

#[test]
fn what_never_counted_in_an_election_answers_for_nothing() {
	ExtBuilder::default().endow(ALICE, 2_000 * BTT).build_and_execute(|| {
		bond_behind(ALICE, V, 1_000 * BTT);
		assert_ok!(Staking::undelegate(by(ALICE), 1_000 * BTT));
		assert!(ledger(ALICE).backings.is_empty());
	});
}

#[test]
fn a_validator_without_role_is_kept_as_long_as_somebody_backs_it() {
	ExtBuilder::default().endow(ALICE, 2_000 * BTT).build_and_execute(|| {
		bond_behind(ALICE, V, 1_000 * BTT);
		assert_ok!(drop_role(by(V), Role::Validator));
		check_state();
		assert_noop!(Staking::delegate(by(ALICE), V, 100 * BTT), Error::<Test>::NotCandidate);
		assert!(crate::Validators::<Test>::contains_key(V));
		assert_ok!(Staking::undelegate(by(ALICE), 1_000 * BTT));
		assert!(!crate::Validators::<Test>::contains_key(V));
	});
}
