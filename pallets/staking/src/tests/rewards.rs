use super::*;
use crate::{Joins, Stakers};
use proptest::prelude::*;
use std::collections::BTreeMap;

const V: AccountId = VALIDATORS[0];

/// The validators of genesis joined their own pools, and that of all stakers, and were not settled since.
const GENESIS_JOINS: usize = 5;

#[docify::export_content]
#[test]
fn a_validator_and_its_delegators_share_what_it_earns() {
	ExtBuilder::default().commission(10).endow(ALICE, STAKE + BTT).build_and_execute(|| {
		bond_behind(ALICE, VALIDATORS[0], STAKE);
		// New stake earns from the next era on.
		reward_author(VALIDATORS[0], 100 * BTT);
		assert_earned(&[(VALIDATORS[0], 100 * BTT), (ALICE, 0)]);

		pass(ERA);
		reward_author(VALIDATORS[0], 100 * BTT);
		assert_earned(&[(VALIDATORS[0], 155 * BTT), (ALICE, 45 * BTT)]);

		// Anybody has them paid.
		let owed = rewards(ALICE);
		assert_ok!(Staking::payout(by(BOB), ALICE));
		assert_eq!(total(ALICE), STAKE + BTT + owed);
	});
}

/// Assert what accounts have earned; parts of units go to the next income.
fn assert_earned(expected: &[(AccountId, Balance)]) {
	for (who, amount) in expected {
		assert!(rewards(*who).abs_diff(*amount) <= 2, "{who} earned {} instead of {amount}", rewards(*who));
	}
}

#[test]
fn the_stakers_part_goes_to_all_stake_behind_validators() {
	ExtBuilder::default().commission(50).endow(ALICE, 2 * STAKE).build_and_execute(|| {
		bond_behind(ALICE, V, STAKE);
		pass(ERA);
		reward_stakers(100 * BTT);
		assert_eq!(last_event(), Event::StakersRewarded { amount: 100 * BTT });
		for who in [ALICE, 11, 12, 13, 14] {
			assert_earned(&[(who, 20 * BTT)]);
		}
	});
}

#[test]
fn joining_and_leaving_around_an_income_earns_nothing() {
	ExtBuilder::default().endow(ALICE, 2 * STAKE).build_and_execute(|| {
		bond_behind(ALICE, V, STAKE);
		reward_author(V, 100 * BTT);
		reward_stakers(100 * BTT);
		assert_ok!(Staking::undelegate(by(ALICE), STAKE));
		assert_eq!(rewards(ALICE), 0);
		assert_noop!(Staking::payout(by(ALICE), ALICE), Error::<Test>::NothingOwed);
		assert_ok!(unbond(by(ALICE), STAKE));
		pass(UNBONDING);
		assert_ok!(Staking::withdraw_unbonded(by(ALICE), ALICE));
		assert_eq!(total(ALICE), 2 * STAKE);
		assert_eq!(Joins::<Test>::iter().count(), GENESIS_JOINS);
	});
}

#[test]
fn stake_that_leaves_stops_earning_at_once_and_keeps_what_it_earned() {
	ExtBuilder::default().endow(ALICE, 2 * STAKE).build_and_execute(|| {
		bond_behind(ALICE, V, STAKE);
		pass(ERA);
		reward_author(V, 100 * BTT);
		assert_ok!(Staking::undelegate(by(ALICE), STAKE));
		reward_author(V, 100 * BTT);
		reward_stakers(100 * BTT);
		assert_earned(&[(ALICE, 50 * BTT)]);
		let amount = rewards(ALICE);
		assert_ok!(Staking::payout(by(CAROL), ALICE));
		assert_eq!(last_event(), Event::PaidOut { who: ALICE, amount });
	});
}

#[test]
fn stake_that_joined_eras_ago_earns_from_the_era_after_though_nobody_touched_it() {
	ExtBuilder::default().endow(ALICE, 2 * STAKE).build_and_execute(|| {
		bond_behind(ALICE, V, STAKE);
		reward_author(V, 100 * BTT);
		pass(ERA * 5);
		reward_author(V, 100 * BTT);
		pass(ERA);
		reward_author(V, 100 * BTT);
		assert_earned(&[(ALICE, 100 * BTT), (V, 200 * BTT)]);
		assert_eq!(Joins::<Test>::iter().count(), GENESIS_JOINS + 2);
		assert_ok!(Staking::payout(by(ALICE), ALICE));
		assert_eq!(Joins::<Test>::iter().count(), GENESIS_JOINS);
	});
}

#[test]
fn what_cannot_be_divided_waits_for_those_who_come() {
	ExtBuilder::default().endow(ALICE, 2 * STAKE).build_and_execute(|| {
		for who in VALIDATORS {
			assert_ok!(drop_role(by(who), Role::Validator));
		}
		reward_stakers(100 * BTT);
		// Whoever left while it still had a seat shares with all stakers.
		reward_author(V, 50 * BTT);
		assert_eq!(Stakers::<Test>::get().carried(), crate::pool::fine(150 * BTT));
		assert_ok!(Staking::bond(by(ALICE), STAKE));
		assert_ok!(Staking::add_role(by(ALICE), Role::Validator));
		pass(ERA);
		reward_stakers(1);
		assert_earned(&[(ALICE, 150 * BTT)]);
	});
}

#[test]
fn an_account_that_cannot_receive_is_still_owed() {
	ExtBuilder::default().endow(ALICE, 2 * STAKE).build_and_execute(|| {
		bond_behind(ALICE, V, STAKE);
		pass(ERA);
		reward_author(V, 11);
		assert_eq!(rewards(ALICE), 5);
		assert_ok!(Staking::undelegate(by(ALICE), STAKE));
		assert_ok!(unbond(by(ALICE), STAKE));
		pass(UNBONDING);
		assert_ok!(Staking::withdraw_unbonded(by(ALICE), ALICE));
		assert_ok!(Balances::transfer_all(by(ALICE), BOB, false));
		assert_eq!(total(ALICE), 0);
		check_state();
		assert_noop!(Staking::payout(by(BOB), ALICE), sp_runtime::TokenError::BelowMinimum);
		assert_eq!(rewards(ALICE), 5);
		assert_ok!(Balances::transfer_allow_death(by(BOB), ALICE, BTT));
		assert_ok!(Staking::payout(by(BOB), ALICE));
		assert_eq!((total(ALICE), Ledgers::<Test>::get(ALICE)), (BTT + 5, None));
		assert_noop!(Staking::payout(by(BOB), ALICE), Error::<Test>::NotFound);
	});
}

#[test]
fn the_pot_can_pay_out_to_the_last_unit_and_lives() {
	ExtBuilder::default().build_and_execute(|| {
		reward_author(V, 2);
		assert_ok!(Staking::payout(by(BOB), V));
		assert_eq!(total(Staking::pot()), ED + 1);
		// The unit that could not be divided comes with the next income.
		reward_author(V, 1);
		assert_ok!(Staking::payout(by(BOB), V));
		assert_eq!(total(Staking::pot()), ED + 1);
	});
}

/// One account after the other, with fractions: what everybody would get if there were no limits to cost.
#[derive(Default)]
struct Naive {
	stake: BTreeMap<(AccountId, AccountId), (Balance, Balance)>,
	earned: BTreeMap<AccountId, f64>,
}

impl Naive {
	fn era(&mut self) {
		for (earning, joining) in self.stake.values_mut() {
			*earning += core::mem::take(joining);
		}
	}

	fn income(&mut self, of: Option<AccountId>, amount: f64) {
		let takes_part = |validator: AccountId| of.is_none_or(|of| of == validator);
		let all: Balance =
			self.stake.iter().filter(|((_, v), _)| takes_part(*v)).map(|(_, (earning, _))| earning).sum();
		for ((who, validator), (earning, _)) in &self.stake {
			if takes_part(*validator) && all > 0 {
				*self.earned.entry(*who).or_default() += amount * (*earning as f64) / (all as f64);
			}
		}
	}

	fn leave(&mut self, who: AccountId, validator: AccountId, amount: Balance) {
		let (earning, joining) = self.stake.get_mut(&(who, validator)).unwrap();
		let from_joining = amount.min(*joining);
		*joining -= from_joining;
		*earning -= amount - from_joining;
	}
}

#[derive(Clone, Debug)]
enum Op {
	Delegate(u64, usize, u128),
	Undelegate(u64, u128),
	Era(u64),
	Author(usize, u128),
	Stakers(u128),
	Payout(u64),
}

fn op() -> impl Strategy<Value = Op> {
	prop_oneof![
		(1..6u64, 0..4usize, 10..20_000u128).prop_map(|(who, v, x)| Op::Delegate(who, v, x)),
		(1..6u64, 1..20_000u128).prop_map(|(who, x)| Op::Undelegate(who, x)),
		(1..4u64).prop_map(Op::Era),
		(0..4usize, 1..1_000_000u128).prop_map(|(v, x)| Op::Author(v, x)),
		(1..1_000_000u128).prop_map(Op::Stakers),
		(1..6u64).prop_map(Op::Payout),
	]
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(1_000))]

	#[test]
	fn everybody_gets_what_a_ledger_of_single_shares_would_give(ops in proptest::collection::vec(op(), 1..40)) {
		let mut builder = ExtBuilder::default();
		for who in 1..6 {
			builder = builder.endow(who, 1_000_000 * BTT);
		}
		builder.build().execute_with(|| {
			let mut naive = Naive::default();
			for who in VALIDATORS {
				naive.stake.insert((who, who), (STAKE, 0));
			}
			for who in 1..6 {
				assert_ok!(Staking::bond(by(who), 900_000 * BTT));
			}
			let (mut received, mut paid) = (0, 0);
			for op in ops {
				match op {
					Op::Delegate(who, v, x) => {
						if Staking::delegate(by(who), VALIDATORS[v], x * BTT).is_ok() {
							naive.stake.entry((who, VALIDATORS[v])).or_default().1 += x * BTT;
						}
					}
					Op::Undelegate(who, x) => {
						let Some(delegation) = ledger(who).delegation else { continue };
						let amount = (x * BTT).min(ledger(who).delegated());
						if Staking::undelegate(by(who), amount).is_ok() {
							naive.leave(who, delegation.validator, amount);
						}
					}
					Op::Era(eras) => {
						pass(ERA * eras);
						naive.era();
					}
					Op::Author(v, x) => {
						let x = x * BTT / 1_000 + 7;
						reward_author(VALIDATORS[v], x);
						naive.income(Some(VALIDATORS[v]), x as f64);
						received += x;
					}
					Op::Stakers(x) => {
						let x = x * BTT / 1_000 + 13;
						reward_stakers(x);
						naive.income(None, x as f64);
						received += x;
					}
					Op::Payout(who) => {
						let due = rewards(who);
						if Staking::payout(by(who), who).is_ok() {
							paid += due;
						}
					}
				}
				check_state();
			}
			let mut owed = 0;
			for who in (1..6).chain(VALIDATORS) {
				let got = if who < 6 { total(who) - 1_000_000 * BTT } else { 0 };
				let (exact, all) = (naive.earned.get(&who).copied().unwrap_or_default(), (got + rewards(who)) as f64);
				owed += rewards(who);
				assert!((exact - all).abs() <= 1e-9 * exact + 1e6, "{who}: {exact} {all}");
			}
			// To the unit: what came in was paid, is owed, or is a rounding that the pools still hold.
			assert_eq!(total(Staking::pot()), ED + received - paid);
			assert!(received - paid - owed <= 100);
		});
	}
}
