use super::*;
use crate::{Candidates, Elections, NextSession};

fn candidate(who: AccountId, stake: Balance) {
	assert_ok!(<Balances as frame_support::traits::fungible::Mutate<_>>::mint_into(&who, stake + BTT));
	assert_ok!(Staking::bond(by(who), stake));
	assert_ok!(Staking::add_role(by(who), Role::Validator));
	if stake > 50_000 * BTT {
		assert_ok!(Staking::delegate(by(who), who, stake - 50_000 * BTT));
	}
	assert_ok!(Staking::validate(by(who), Perbill::zero()));
}

#[test]
fn those_with_the_most_stake_behind_them_are_elected() {
	ExtBuilder::default().endow(ALICE, 50_000 * BTT).build_and_execute(|| {
		assert_eq!(elect(), VALIDATORS);
		candidate(99, STAKE + 1);
		// Of equals, the lower account.
		assert_eq!(elect(), [99, 11, 12, 13]);
		assert_ok!(Staking::bond(by(ALICE), 40_000 * BTT));
		assert_ok!(Staking::delegate(by(ALICE), 14, 40_000 * BTT));
		assert_eq!(elect(), [14, 99, 11, 12]);
		let session = NextSession::<Test>::get() - 1;
		assert_eq!(Elections::<Test>::get(session).unwrap().validators[0], (14, STAKE + 40_000 * BTT));
	});
}

#[test]
fn a_candidate_without_session_keys_is_passed_over() {
	ExtBuilder::default().build_and_execute(|| {
		candidate(99, STAKE);
		Keyless::set(vec![12]);
		assert_eq!(elect(), [11, 13, 14, 99]);
		Keyless::set(vec![]);
	});
}

#[test]
fn those_before_keep_their_seats_if_too_few_are_elected() {
	ExtBuilder::default().build_and_execute(|| {
		for who in [11, 12, 13] {
			assert_ok!(Staking::chill(by(who)));
		}
		assert_eq!(elect(), [14, 11]);
		assert_ok!(Staking::chill(by(14)));
		assert_eq!(elect(), [14, 11]);
		// Nobody has keys any more: all keep their seats.
		Keyless::set(VALIDATORS.to_vec());
		assert_eq!(elect(), [14, 11]);
		Keyless::set(vec![]);
	});
}

#[test]
fn everybody_leaving_does_not_empty_the_set() {
	ExtBuilder::default().build_and_execute(|| {
		for who in VALIDATORS {
			assert_ok!(drop_role(by(who), Role::Validator));
		}
		assert_eq!(Candidates::<Test>::count(), 0);
		assert_eq!(elect(), [11, 12]);
		assert_eq!(elect(), [11, 12]);
	});
}

#[test]
fn an_election_is_forgotten_when_no_stake_can_answer_for_it() {
	ExtBuilder::default().build_and_execute(|| {
		// Session 1 ends with the second of these.
		elect();
		elect();
		pass(UNBONDING);
		elect();
		assert!(Elections::<Test>::contains_key(0));
		pass(1);
		elect();
		assert!(!Elections::<Test>::contains_key(0));
		assert!(!Elections::<Test>::contains_key(1));
		assert!(Elections::<Test>::contains_key(2));
	});
}

#[test]
fn fewer_seats_are_filled_with_the_first() {
	ExtBuilder::default().build_and_execute(|| {
		candidate(99, STAKE + BTT);
		candidate(98, STAKE + BTT);
		assert_ok!(Staking::set_validator_count(by(GOVERNANCE), 5));
		assert_eq!(elect(), [98, 99, 11, 12, 13]);
	});
}
