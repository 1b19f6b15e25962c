use super::*;
use crate::{Candidates, Validators};

fn validator(who: AccountId, stake: Balance) {
	assert_ok!(Staking::bond(by(who), stake));
	assert_ok!(Staking::add_role(by(who), Role::Validator));
}

#[test]
fn a_validator_backs_itself_and_stands_for_election() {
	ExtBuilder::default().endow(ALICE, STAKE).build_and_execute(|| {
		validator(ALICE, 60_000 * BTT);
		assert_eq!(ledger(ALICE).delegated(), 50_000 * BTT);
		assert!(Staking::has_role(&ALICE, Role::Validator));
		assert_ok!(Staking::validate(by(ALICE), Perbill::from_percent(5)));
		assert_eq!(last_event(), Event::Validating { who: ALICE, commission: Perbill::from_percent(5) });
		assert_eq!(Candidates::<Test>::get(ALICE), Some(50_000 * BTT));
		assert_noop!(Staking::validate(by(ALICE), Perbill::zero()), Error::<Test>::AlreadyCandidate);
		assert_ok!(Staking::delegate(by(ALICE), ALICE, 10_000 * BTT));
		assert_eq!(Candidates::<Test>::get(ALICE), Some(60_000 * BTT));
	});
}

#[test]
fn validating_needs_the_role_and_session_keys() {
	ExtBuilder::default().endow(ALICE, STAKE).endow(BOB, STAKE).build_and_execute(|| {
		assert_noop!(Staking::validate(by(ALICE), Perbill::zero()), Error::<Test>::NotFound);
		assert_ok!(Staking::bond(by(ALICE), 50_000 * BTT - 1));
		assert_noop!(Staking::add_role(by(ALICE), Role::Validator), Error::<Test>::InsufficientBond);
		assert_noop!(Staking::validate(by(ALICE), Perbill::zero()), Error::<Test>::NoRole);
		assert_ok!(Staking::bond(by(ALICE), 1));
		assert_ok!(Staking::add_role(by(ALICE), Role::Validator));
		Keyless::set(vec![ALICE]);
		assert_noop!(Staking::validate(by(ALICE), Perbill::zero()), Error::<Test>::NoKeys);
		Keyless::set(vec![]);
		Factor::set(2);
		assert_noop!(Staking::validate(by(ALICE), Perbill::zero()), Error::<Test>::NoRole);
		Factor::set(1);
		assert_ok!(Staking::validate(by(ALICE), Perbill::zero()));

		bond_behind(BOB, ALICE, 90_000 * BTT);
		assert_noop!(Staking::add_role(by(BOB), Role::Validator), Error::<Test>::BacksAnother);
	});
}

#[test]
fn no_more_stand_for_election_than_may() {
	ExtBuilder::default().build_and_execute(|| {
		for who in 100..117 {
			let dest = who;
			assert_ok!(<Balances as frame_support::traits::fungible::Mutate<_>>::mint_into(&dest, STAKE));
			validator(who, 50_000 * BTT);
			if who < 116 {
				assert_ok!(Staking::validate(by(who), Perbill::zero()));
			} else {
				assert_noop!(Staking::validate(by(who), Perbill::zero()), Error::<Test>::TooManyCandidates);
			}
		}
	});
}

#[test]
fn who_chills_stands_no_more_but_keeps_role_and_stake() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Staking::chill(by(ALICE)), Error::<Test>::NotCandidate);
		assert_ok!(Staking::chill(by(VALIDATORS[0])));
		assert_eq!(last_event(), Event::Chilled { who: VALIDATORS[0] });
		assert!(Staking::has_role(&VALIDATORS[0], Role::Validator));
		assert_eq!(ledger(VALIDATORS[0]).delegated(), STAKE);
		assert_ok!(Staking::validate(by(VALIDATORS[0]), Perbill::zero()));
	});
}

#[test]
fn a_commission_changes_by_a_point_a_day_even_through_a_chill() {
	ExtBuilder::default().commission(10).build_and_execute(|| {
		let who = VALIDATORS[0];
		let percent = Perbill::from_percent;
		pass(DAY);
		assert_noop!(Staking::set_commission(by(ALICE), percent(1)), Error::<Test>::NotCandidate);
		assert_noop!(Staking::set_commission(by(who), percent(12)), Error::<Test>::CommissionTooFast);
		assert_ok!(Staking::set_commission(by(who), percent(11)));
		assert_eq!(last_event(), Event::CommissionSet { who, commission: percent(11) });
		assert_noop!(Staking::set_commission(by(who), percent(12)), Error::<Test>::CommissionTooFast);
		assert_ok!(Staking::chill(by(who)));
		assert_noop!(Staking::validate(by(who), percent(100)), Error::<Test>::CommissionTooFast);
		assert_ok!(Staking::validate(by(who), percent(11)));
		pass(DAY);
		assert_ok!(Staking::set_commission(by(who), percent(10)));
	});
}

#[test]
fn who_drops_the_role_takes_everything_back_and_is_forgotten() {
	ExtBuilder::default().build_and_execute(|| {
		let who = VALIDATORS[0];
		assert_noop!(Staking::undelegate(by(who), 50_000 * BTT + 1), Error::<Test>::BelowRoleMinimum);
		assert_ok!(Staking::undelegate(by(who), 50_000 * BTT));
		assert_ok!(drop_role(by(who), Role::Validator));
		assert_stake(who, STAKE, 0, STAKE);
		assert!(!Candidates::<Test>::contains_key(who));
		assert_eq!(Validators::<Test>::get(who), None);
		assert_ok!(unbond(by(who), STAKE));
	});
}

#[test]
fn the_numbers_of_validators_have_bounds() {
	ExtBuilder::default().build_and_execute(|| {
		let governance = || by(GOVERNANCE);
		assert_noop!(Staking::set_validator_count(by(ALICE), 5), sp_runtime::DispatchError::BadOrigin);
		assert_noop!(Staking::set_minimum(by(ALICE), 5), sp_runtime::DispatchError::BadOrigin);
		for count in [0, 3, 11, 301] {
			assert_noop!(Staking::set_validator_count(governance(), count), Error::<Test>::OutOfBounds);
		}
		assert_noop!(Staking::set_minimum(governance(), 5), Error::<Test>::OutOfBounds);
		assert_noop!(Staking::set_minimum(governance(), 0), Error::<Test>::OutOfBounds);
		assert_ok!(Staking::set_validator_count(governance(), 10));
		assert_ok!(Staking::set_minimum(governance(), 7));
		assert_eq!(last_event(), Event::ValidatorCountSet { count: 10, minimum: 7 });
		assert_noop!(Staking::set_validator_count(governance(), 6), Error::<Test>::OutOfBounds);
	});
}
