use super::*;
use crate::Candidates;
use btt_primitives::vesting::Unvested;

const V: AccountId = VALIDATORS[0];

fn percent(percent: u32) -> Perbill {
	Perbill::from_percent(percent)
}

/// Alice has bonded 5,000 BTT, and is a provider. Bob has an account.
fn provider(test: impl FnOnce()) {
	ExtBuilder::default().endow(ALICE, 6_000 * BTT).endow(BOB, BTT).build_and_execute(|| {
		assert_ok!(Staking::bond(by(ALICE), 5_000 * BTT));
		assert_ok!(Staking::add_role(by(ALICE), Role::Provider));
		test();
	});
}

fn convicted(amount: Balance, reward: Balance) -> Event<Test> {
	Event::Convicted { who: ALICE, role: Role::Provider, amount, challenger: BOB, reward }
}

/// Accuse Alice as a provider and convict her at Bob's request. Returns what that took.
fn convict(part: Perbill) -> Balance {
	assert_ok!(Staking::accuse(&ALICE));
	Staking::convict(&ALICE, Role::Provider, part, &BOB)
}

#[test]
fn disputed_stake_cannot_leave() {
	ExtBuilder::default().endow(BOB, BTT).unvested(ALICE, 10_000 * BTT, 1_000).build_and_execute(|| {
		assert_ok!(Staking::bond(by(ALICE), 5_000 * BTT));
		assert_ok!(Staking::add_role(by(ALICE), Role::Provider));
		assert_ok!(unbond(by(ALICE), 1_000 * BTT));
		pass(UNBONDING);
		assert_ok!(Staking::accuse(&ALICE));
		assert_noop!(unbond(by(ALICE), BTT), Error::<Test>::Disputed);
		assert_noop!(Staking::withdraw_unbonded(by(BOB), ALICE), Error::<Test>::Disputed);
		assert_noop!(drop_role(by(ALICE), Role::Provider), Error::<Test>::Disputed);
		assert_noop!(drop_role(by(ALICE), Role::Clinic), Error::<Test>::Disputed);
		assert_noop!(VestingSchedules::rotate(by(ALICE), CAROL), Error::<Test>::Disputed);
		assert_stake(ALICE, 4_000 * BTT, 1_000 * BTT, 3_000 * BTT);

		Staking::acquit(&ALICE);
		assert_ok!(unbond(by(ALICE), BTT));
		assert_ok!(Staking::withdraw_unbonded(by(BOB), ALICE));
		assert_ok!(drop_role(by(ALICE), Role::Provider));
		assert_ok!(VestingSchedules::rotate(by(ALICE), CAROL));
		assert_stake(CAROL, 3_999 * BTT, BTT, 3_999 * BTT);
	});
}

#[test]
fn a_dispute_does_not_stop_what_lets_no_stake_leave() {
	provider(|| {
		assert_ok!(unbond(by(ALICE), 100 * BTT));
		assert_ok!(Staking::accuse(&ALICE));
		assert_ok!(Staking::bond(by(ALICE), BTT));
		assert_ok!(Staking::rebond(by(ALICE), 100 * BTT));
		assert_ok!(Staking::add_role(by(ALICE), Role::Premium));
		assert_ok!(Staking::delegate(by(ALICE), V, 100 * BTT));
		pass(ERA);
		reward_stakers(BTT);
		assert_ok!(Staking::payout(by(BOB), ALICE));
		assert_ok!(Staking::undelegate(by(ALICE), 100 * BTT));

		assert_ok!(Staking::accuse(&V));
		assert_ok!(Staking::chill(by(V)));
		assert_ok!(Staking::validate(by(V), Perbill::zero()));
	});
}

#[test]
fn every_accusation_waits_for_its_own_verdict() {
	provider(|| {
		for _ in 0..3 {
			assert_ok!(Staking::accuse(&ALICE));
		}
		Staking::acquit(&ALICE);
		assert_eq!(Staking::convict(&ALICE, Role::Provider, percent(10), &BOB), 100 * BTT);
		assert_noop!(unbond(by(ALICE), BTT), Error::<Test>::Disputed);
		Staking::acquit(&ALICE);
		assert_eq!(ledger(ALICE).accusations, 0);
		assert_ok!(unbond(by(ALICE), BTT));
	});
}

#[test]
fn there_are_no_more_than_255_accusations_at_a_time() {
	provider(|| {
		for _ in 0..255 {
			assert_ok!(Staking::accuse(&ALICE));
		}
		assert_noop!(Staking::accuse(&ALICE), Error::<Test>::TooManyAccusations);
		Staking::acquit(&ALICE);
		assert_ok!(Staking::accuse(&ALICE));
	});
}

#[test]
fn who_has_nothing_at_stake_cannot_be_accused() {
	ExtBuilder::default().endow(ALICE, 100 * BTT).build_and_execute(|| {
		assert_noop!(Staking::accuse(&ALICE), Error::<Test>::NotFound);
		bond_behind(ALICE, V, 50 * BTT);
		pass(ERA);
		reward_stakers(BTT);
		assert_ok!(Staking::undelegate(by(ALICE), 50 * BTT));
		assert_ok!(unbond(by(ALICE), 50 * BTT));
		assert_ok!(Staking::accuse(&ALICE));
		Staking::acquit(&ALICE);
		pass(UNBONDING);
		assert_ok!(Staking::withdraw_unbonded(by(ALICE), ALICE));
		assert!(ledger(ALICE).owed > 0);
		assert_noop!(Staking::accuse(&ALICE), Error::<Test>::NotFound);
	});
}

#[test]
fn a_verdict_without_an_accusation_changes_nothing() {
	provider(|| {
		let root = || sp_io::storage::root(sp_runtime::StateVersion::V1);
		let before = root();
		for who in [ALICE, CAROL] {
			Staking::acquit(&who);
			assert_eq!(Staking::convict(&who, Role::Provider, percent(100), &BOB), 0);
		}
		assert_eq!(root(), before);
	});
}

#[test]
fn a_conviction_takes_a_part_of_the_pledge_of_which_the_challenger_gets_a_fifth() {
	provider(|| {
		assert_eq!(convict(percent(10)), 100 * BTT);
		assert_eq!(last_event(), convicted(100 * BTT, 20 * BTT));
		assert_eq!((total(ALICE), total(BOB), Burned::get()), (5_900 * BTT, 21 * BTT, 80 * BTT));
		// What is left of the pledge does not make a provider.
		assert!(events().contains(&Event::RoleDropped { who: ALICE, role: Role::Provider }));
		assert!(!Staking::has_role(&ALICE, Role::Provider));
		assert_stake(ALICE, 4_900 * BTT, 0, 4_900 * BTT);
		assert_eq!(Told::get()[&ALICE], 4_900 * BTT);
		assert_ok!(Staking::add_role(by(ALICE), Role::Provider));
	});
}

#[test]
fn a_conviction_of_nothing_takes_nothing() {
	provider(|| {
		Factor::set(2);
		assert_eq!(convict(percent(0)), 0);
		assert_eq!(last_event(), convicted(0, 0));
		Factor::set(1);
		assert!(Staking::has_role(&ALICE, Role::Provider));
		assert_eq!((total(ALICE), Burned::get(), ledger(ALICE).accusations), (6_000 * BTT, 0, 0));
	});
}

#[test]
fn a_conviction_of_an_account_without_vested_tokens_is_burned_altogether() {
	ExtBuilder::default().endow(BOB, BTT).unvested(ALICE, 2_000 * BTT, 1_000).build_and_execute(|| {
		assert_ok!(Staking::bond(by(ALICE), 1_500 * BTT));
		assert_ok!(Staking::add_role(by(ALICE), Role::Provider));
		pass(DAY);
		let unvested = VestingSchedules::unvested(&ALICE);
		assert_eq!(convict(percent(100)), 1_000 * BTT);
		assert_eq!(last_event(), convicted(1_000 * BTT, 0));
		assert_eq!(VestingSchedules::unvested(&ALICE), unvested - 1_000 * BTT);
		assert_eq!((total(ALICE), total(BOB), Burned::get()), (1_000 * BTT, BTT, 1_000 * BTT));
		// Only what vested is liquid, as before.
		use frame_support::traits::{
			fungible::Inspect,
			tokens::{Fortitude::Polite, Preservation::Expendable},
		};
		assert_eq!(Balances::reducible_balance(&ALICE, Expendable, Polite), 2_000 * BTT - unvested);
	});
}

#[test]
fn the_challenger_gets_a_fifth_of_what_was_vested_to_the_unit() {
	ExtBuilder::default().endow(ALICE, 700 * BTT).endow(BOB, BTT).unvested(ALICE, 700 * BTT, 10).build_and_execute(
		|| {
			assert_ok!(Staking::bond(by(ALICE), 1_300 * BTT));
			assert_ok!(Staking::add_role(by(ALICE), Role::Provider));
			pass(5 * DAY + 7);
			let unvested = VestingSchedules::unvested(&ALICE);
			let vested = 1_000 * BTT - unvested;
			assert!(unvested < 350 * BTT && !vested.is_multiple_of(5));
			assert_eq!(convict(percent(100)), 1_000 * BTT);
			assert_eq!(last_event(), convicted(1_000 * BTT, vested / 5));
			assert_eq!(VestingSchedules::unvested(&ALICE), 0);
			assert_eq!(total(BOB), BTT + vested / 5);
			assert_eq!(Burned::get(), 1_000 * BTT - vested / 5);
			assert_eq!(total(ALICE), 400 * BTT);
			assert_stake(ALICE, 300 * BTT, 0, 300 * BTT);
		},
	);
}

#[test]
fn a_role_lost_meanwhile_still_costs_its_minimum_out_of_what_is_bonded_and_unbonding() {
	provider(|| {
		assert_ok!(unbond(by(ALICE), 500 * BTT));
		pass(1);
		assert_ok!(unbond(by(ALICE), 600 * BTT));
		assert_ok!(drop_role(by(ALICE), Role::Provider));
		assert_ok!(unbond(by(ALICE), 3_700 * BTT));
		assert_stake(ALICE, 200 * BTT, 4_800 * BTT, 200 * BTT);

		// What stands for nothing, then what is released last.
		assert_eq!(convict(percent(100)), 1_000 * BTT);
		assert_eq!(last_event(), convicted(1_000 * BTT, 200 * BTT));
		assert_stake(ALICE, 0, 4_000 * BTT, 0);
		let chunks = || ledger(ALICE).chunks.iter().map(|chunk| chunk.amount / BTT).collect::<Vec<_>>();
		assert_eq!(chunks(), [500, 3_500]);
		assert_eq!(Told::get()[&ALICE], 0);
		for _ in 0..3 {
			assert_eq!(convict(percent(100)), 1_000 * BTT);
		}
		assert_eq!(chunks(), [500, 500]);

		// There may be less than that.
		assert_eq!(convict(percent(50)), 500 * BTT);
		assert_ok!(Staking::accuse(&ALICE));
		assert_eq!(convict(percent(100)), 500 * BTT);
		assert_stake(ALICE, 0, 0, 0);
		assert_noop!(Staking::accuse(&ALICE), Error::<Test>::NotFound);
		assert_eq!(Staking::convict(&ALICE, Role::Provider, percent(100), &BOB), 0);
		assert_eq!(Ledgers::<Test>::get(ALICE), None);
		assert_eq!(total(ALICE), 1_000 * BTT);
	});
}

#[test]
fn an_accusation_outlives_the_stake_until_its_verdict() {
	provider(|| {
		assert_ok!(Staking::accuse(&ALICE));
		for _ in 0..5 {
			assert_eq!(convict(percent(100)), 1_000 * BTT);
		}
		assert_stake(ALICE, 0, 0, 0);
		assert_ok!(Staking::bond(by(ALICE), 100 * BTT));
		assert_noop!(unbond(by(ALICE), 100 * BTT), Error::<Test>::Disputed);
		assert_eq!(Staking::convict(&ALICE, Role::Provider, percent(5), &BOB), 50 * BTT);
		assert_eq!(convict(percent(100)), 50 * BTT);
		assert_eq!(Ledgers::<Test>::get(ALICE), None);
	});
}

#[test]
fn an_acquitted_account_without_stake_is_forgotten() {
	provider(|| {
		assert_ok!(Staking::accuse(&ALICE));
		for _ in 0..5 {
			convict(percent(100));
		}
		assert_noop!(Staking::payout(by(BOB), ALICE), Error::<Test>::NothingOwed);
		Staking::acquit(&ALICE);
		assert_eq!(Ledgers::<Test>::get(ALICE), None);
	});
}

#[test]
fn other_pledges_and_then_the_delegation_answer_when_nothing_else_is_left() {
	ExtBuilder::default().endow(ALICE, 2_000 * BTT).endow(BOB, BTT).build_and_execute(|| {
		assert_ok!(Staking::bond(by(ALICE), 1_600 * BTT));
		assert_ok!(Staking::delegate(by(ALICE), V, 300 * BTT));
		elect();
		assert_ok!(Staking::delegate(by(ALICE), V, 280 * BTT));
		assert_ok!(Staking::add_role(by(ALICE), Role::Provider));
		assert_ok!(Staking::add_role(by(ALICE), Role::Governance));
		pass(ERA);
		reward_author(V, 100 * BTT);
		let owed = rewards(ALICE);
		assert_stake(ALICE, 1_600 * BTT, 0, 10 * BTT);

		assert_eq!(convict(percent(60)), 600 * BTT);
		assert_stake(ALICE, 1_000 * BTT, 0, 410 * BTT);
		assert_eq!((ledger(ALICE).pledged(), ledger(ALICE).delegated()), (10 * BTT, 580 * BTT));
		// 410 stood for nothing, 10 for governance, 280 and 20 behind the validator.
		assert_eq!(convict(percent(72)), 720 * BTT);
		assert!(events().contains(&Event::RoleDropped { who: ALICE, role: Role::Governance }));
		assert_stake(ALICE, 280 * BTT, 0, 0);
		assert_eq!(ledger(ALICE).delegated(), 280 * BTT);
		let backings: Vec<_> = ledger(ALICE).backings.iter().map(|b| b.amount / BTT).collect();
		assert_eq!(backings, [280, 0]);
		assert_eq!(Candidates::<Test>::get(V), Some(STAKE + 280 * BTT));
		assert_eq!(rewards(ALICE), owed);

		assert_eq!(convict(percent(100)), 280 * BTT);
		assert_eq!(ledger(ALICE).delegation, None);
		assert_eq!(Candidates::<Test>::get(V), Some(STAKE));
		assert_ok!(Staking::payout(by(BOB), ALICE));
		assert_eq!(Ledgers::<Test>::get(ALICE), None);
		assert_eq!(total(ALICE), 400 * BTT + owed);
	});
}

#[test]
fn a_validator_that_only_a_convict_backed_is_forgotten_with_what_backed_it() {
	ExtBuilder::default().endow(ALICE, 1_000 * BTT).endow(BOB, BTT).build_and_execute(|| {
		bond_behind(ALICE, V, 500 * BTT);
		assert_ok!(drop_role(by(V), Role::Validator));
		assert_eq!(convict(percent(100)), 500 * BTT);
		assert!(!crate::Validators::<Test>::contains_key(V));
	});
}

#[test]
fn what_a_validator_has_behind_itself_answers_for_its_role() {
	ExtBuilder::default().endow(BOB, BTT).build_and_execute(|| {
		assert_ok!(Staking::accuse(&V));
		assert_ok!(Staking::accuse(&V));
		// A part of the pledge, which the rest still covers.
		assert_eq!(Staking::convict(&V, Role::Validator, percent(100), &BOB), 50_000 * BTT);
		assert_stake(V, 50_000 * BTT, 0, 0);
		assert!(Staking::has_role(&V, Role::Validator));
		assert_eq!(Candidates::<Test>::get(V), Some(50_000 * BTT));

		assert_eq!(Staking::convict(&V, Role::Validator, percent(1), &BOB), 500 * BTT);
		let dropped = Event::RoleDropped { who: V, role: Role::Validator };
		assert!(events().contains(&dropped) && events().contains(&Event::Chilled { who: V }));
		assert!(!Candidates::<Test>::contains_key(V));
		assert_eq!(Told::get()[&V], 49_500 * BTT);
		assert_ok!(Staking::undelegate(by(V), 49_500 * BTT));
		assert!(!crate::Validators::<Test>::contains_key(V));
	});
}

#[test]
fn a_validator_without_other_stake_answers_for_its_work_with_its_seat() {
	ExtBuilder::default().endow(BOB, BTT).build_and_execute(|| {
		assert_ok!(Staking::undelegate(by(V), 49_500 * BTT));
		assert_ok!(unbond(by(V), 49_500 * BTT));
		pass(UNBONDING);
		assert_ok!(Staking::withdraw_unbonded(by(V), V));
		assert_ok!(Staking::accuse(&V));
		assert_eq!(Staking::convict(&V, Role::Provider, percent(51), &BOB), 510 * BTT);
		assert_stake(V, 49_990 * BTT, 0, 0);
		assert!(!Staking::has_role(&V, Role::Validator) && !Candidates::<Test>::contains_key(V));
		assert_eq!(ledger(V).delegated(), 49_990 * BTT);
	});
}

#[test]
fn a_raised_minimum_raises_what_a_conviction_takes() {
	provider(|| {
		Factor::set(3);
		assert_eq!(convict(percent(50)), 1_500 * BTT);
		// The whole pledge and 500 more.
		assert_stake(ALICE, 3_500 * BTT, 0, 3_500 * BTT);
		Factor::set(1);
	});
}

#[test]
fn a_pledge_above_todays_minimum_keeps_the_role_as_long_as_it_covers_it() {
	ExtBuilder::default().endow(ALICE, 5_000 * BTT).endow(BOB, BTT).build_and_execute(|| {
		assert_ok!(Staking::bond(by(ALICE), 4_000 * BTT));
		Factor::set(3);
		assert_ok!(Staking::add_role(by(ALICE), Role::Provider));
		Factor::set(1);
		assert_eq!(convict(percent(50)), 1_500 * BTT);
		assert!(Staking::has_role(&ALICE, Role::Provider));
		assert_stake(ALICE, 2_500 * BTT, 0, 1_000 * BTT);
		assert_eq!(convict(percent(30)), 450 * BTT);
		assert_eq!(ledger(ALICE).pledge_for(Role::Provider), Some(1_050 * BTT));
		assert_eq!(convict(percent(10)), 105 * BTT);
		assert!(!Staking::has_role(&ALICE, Role::Provider));
		assert_stake(ALICE, 1_945 * BTT, 0, 1_945 * BTT);
	});
}

#[test]
fn what_a_challenger_cannot_receive_is_burned() {
	provider(|| {
		// A fifth of 0.001 BTT is too little for a new account.
		assert_ok!(Staking::accuse(&ALICE));
		assert_eq!(Staking::convict(&ALICE, Role::Provider, Perbill::from_parts(1_000), &CAROL), BTT / 1_000);
		let (who, role, amount) = (ALICE, Role::Provider, BTT / 1_000);
		assert_eq!(last_event(), Event::Convicted { who, role, amount, challenger: CAROL, reward: 0 });
		assert_eq!((total(CAROL), Burned::get()), (0, BTT / 1_000));
		assert!(!System::account_exists(&CAROL));

		// Enough for one.
		assert_ok!(Staking::accuse(&ALICE));
		assert_eq!(Staking::convict(&ALICE, Role::Provider, percent(1), &CAROL), 10 * BTT);
		assert_eq!(total(CAROL), 2 * BTT);
	});
}

#[test]
fn who_challenges_itself_gets_nothing_back() {
	provider(|| {
		assert_ok!(Staking::accuse(&ALICE));
		assert_eq!(Staking::convict(&ALICE, Role::Provider, percent(10), &ALICE), 100 * BTT);
		assert_eq!((total(ALICE), Burned::get()), (5_900 * BTT, 100 * BTT));
	});
}

#[test]
fn a_slash_for_a_validator_and_a_dispute_go_their_own_ways() {
	ExtBuilder::default().endow(ALICE, 6_000 * BTT).endow(BOB, BTT).build_and_execute(|| {
		bond_behind(ALICE, V, 3_000 * BTT);
		assert_ok!(Staking::bond(by(ALICE), 1_000 * BTT));
		assert_ok!(Staking::add_role(by(ALICE), Role::Provider));
		elect();
		offend(V, 10, 2);
		assert_ok!(Staking::accuse(&ALICE));
		assert_noop!(Staking::withdraw_unbonded(by(BOB), ALICE), Error::<Test>::Accused);
		pass(DEFERRAL);
		// A slash that is due does not hold up a verdict, nor a dispute the slash.
		assert_eq!(convict(percent(10)), 100 * BTT);
		assert_ok!(apply_slash(by(BOB), ALICE));
		assert_eq!(last_event(), Event::Slashed { who: ALICE, validator: V, index: 0, amount: 300 * BTT });
		assert_stake(ALICE, 3_600 * BTT, 0, 900 * BTT);
		assert_noop!(unbond(by(ALICE), BTT), Error::<Test>::Disputed);
		Staking::acquit(&ALICE);
		assert_ok!(unbond(by(ALICE), BTT));
	});
}
