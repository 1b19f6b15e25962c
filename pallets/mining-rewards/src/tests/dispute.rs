use super::*;
use crate::{Backlog, Closed, Disputes, Error, Event, NextRules, Rules};
use btt_primitives::{
	mining::{EraIndex, JobRewards},
	Allocation, Balance, BTT, DAY,
};
use frame_support::{
	assert_noop, assert_ok,
	traits::{LockableCurrency, WithdrawReasons},
};
use sp_runtime::{
	DispatchError::{BadOrigin, Other},
	Perbill,
};

const BOND: Balance = 100 * BTT;
/// The points of a service unit of somebody who begins.
const UNIT: u64 = 550_000;

/// Alice and Bob work, three to one, and the era has ended. Tells its number and budget.
fn three_to_one() -> (EraIndex, Balance) {
	let (index, budget) = (era().index, era().budget);
	assert_eq!(work(ALICE, 300).points, 300 * UNIT);
	assert_eq!(work(BOB, 100).points, 100 * UNIT);
	next_era();
	events();
	(index, budget)
}

fn contested(who: AccountId, era: EraIndex) -> u64 {
	let provider = provider(who);
	provider.slots.iter().find(|slot| slot.era == era).unwrap().contested
}

/// What is left of the slash of Alice's stake.
const SLASHED: Balance = STAKE / 10;

#[test]
fn points_are_contested_with_a_bond() {
	ExtBuilder::default().build_and_execute(|| {
		let (index, _) = three_to_one();
		let before = balance(CHALLENGER);
		assert_ok!(contest(ALICE, index, 120 * UNIT));
		assert_eq!(
			events(),
			[Event::Contested { provider: ALICE, era: index, points: 120 * UNIT, challenger: CHALLENGER, bond: BOND }]
		);
		assert_eq!(bonds(CHALLENGER), BOND);
		assert_eq!(balance(CHALLENGER), before);
		assert_eq!(contested(ALICE, index), 120 * UNIT);
		assert_eq!(accused(ALICE), 1);
		let dispute = Disputes::<Test>::get(ALICE, index).unwrap();
		assert_eq!((dispute.until, dispute.share), (now() + 14 * DAY, None));
	});
}

#[test]
fn contest_fails_for_whom_it_cannot_be() {
	ExtBuilder::default().build_and_execute(|| {
		let (index, _) = three_to_one();
		give(ALICE, 1_000 * BTT);
		assert_noop!(MiningRewards::contest(RuntimeOrigin::none(), ALICE, index, 1), BadOrigin);
		assert_noop!(MiningRewards::contest(RuntimeOrigin::root(), ALICE, index, 1), BadOrigin);
		assert_noop!(MiningRewards::contest(by(ALICE), ALICE, index, 1), Error::<Test>::OwnPoints);
		assert_noop!(contest(NOBODY, index, 1), Error::<Test>::NotProvider);
		assert_eq!(accused(ALICE), 0);
	});
}

#[test]
fn contest_fails_before_and_after_its_window() {
	ExtBuilder::default().build_and_execute(|| {
		let running = era().index;
		work(ALICE, 100);
		assert_noop!(contest(ALICE, running, 1), Error::<Test>::EraRunning);
		assert_noop!(contest(ALICE, running + 1, 1), Error::<Test>::EraRunning);
		assert_noop!(contest(ALICE, u32::MAX, 1), Error::<Test>::EraRunning);
		// Nobody worked in the era before.
		assert_noop!(contest(ALICE, running - 1, 1), Error::<Test>::AlreadySettled);
		next_era();
		assert_ok!(contest(ALICE, running, 1));
		next_era();
		assert_ok!(contest(ALICE, running, 2));
		next_era();
		assert_noop!(contest(ALICE, running, 3), Error::<Test>::WindowOver);
		assert_ok!(settle([ALICE]));
		assert_noop!(contest(ALICE, running, 3), Error::<Test>::AlreadySettled);
	});
}

#[test]
fn points_in_an_era_that_lies_apart_cannot_be_contested() {
	ExtBuilder::default().providers((1..=9).map(|who| (who, STAKE))).build_and_execute(|| {
		for who in 1..=9 {
			work(who, 10);
			next_era();
		}
		assert!(Backlog::<Test>::contains_key(1));
		assert_noop!(contest(1, 1, 1), Error::<Test>::WindowOver);
	});
}

#[test]
fn no_more_points_can_be_contested_than_there_are() {
	ExtBuilder::default().build_and_execute(|| {
		let (index, _) = three_to_one();
		assert_noop!(contest(ALICE, index, 0), Error::<Test>::PointsOutOfBounds);
		assert_noop!(contest(ALICE, index, 300 * UNIT + 1), Error::<Test>::PointsOutOfBounds);
		assert_noop!(contest(ALICE, index, u64::MAX), Error::<Test>::PointsOutOfBounds);
		// Carol has none.
		assert_noop!(contest(CAROL, index, 1), Error::<Test>::PointsOutOfBounds);
		assert_ok!(contest(ALICE, index, 300 * UNIT));
		assert_noop!(contest(ALICE, index, 300 * UNIT), Error::<Test>::AlreadyContested);
		assert_noop!(contest(ALICE, index, 1), Error::<Test>::AlreadyContested);
	});
}

#[test]
fn contest_fails_without_tokens_for_the_bond() {
	ExtBuilder::default().build_and_execute(|| {
		let (index, _) = three_to_one();
		let contest = |who| MiningRewards::contest(by(who), ALICE, index, 1);
		assert_noop!(contest(NOBODY), Error::<Test>::InsufficientBalance);
		give(51, BOND + ED - 1);
		assert_noop!(contest(51), Error::<Test>::InsufficientBalance);
		give(51, 1);
		// Unvested tokens are frozen.
		give(52, 2 * BOND);
		Balances::set_lock(*b"unvested", &52, BOND + 1, WithdrawReasons::all());
		assert_noop!(contest(52), Error::<Test>::InsufficientBalance);
		assert_eq!(accused(ALICE), 0);
		assert_ok!(contest(51));
		assert_eq!((bonds(51), Balances::free_balance(51)), (BOND, ED));
	});
}

#[test]
fn whoever_has_nothing_at_stake_cannot_be_accused() {
	ExtBuilder::default().build_and_execute(|| {
		let (index, _) = three_to_one();
		set_stake(ALICE, 0);
		assert_noop!(contest(ALICE, index, 1), Other("nothing at stake"));
		assert_eq!(bonds(CHALLENGER), 0);
	});
}

#[test]
fn a_verdict_takes_a_judge_and_a_dispute() {
	ExtBuilder::default().build_and_execute(|| {
		let (index, _) = three_to_one();
		for upheld in [false, true] {
			assert_noop!(rule(ALICE, index, upheld), Error::<Test>::NotContested);
		}
		assert_noop!(MiningRewards::lapse(by(NOBODY), ALICE, index), Error::<Test>::NotContested);
		assert_ok!(contest(ALICE, index, 1));
		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root(), by(CHALLENGER), by(ALICE), by(GOVERNANCE)] {
			assert_noop!(MiningRewards::rule(origin, ALICE, index, u64::MAX), BadOrigin);
		}
		assert_noop!(MiningRewards::lapse(RuntimeOrigin::root(), ALICE, index), BadOrigin);
		assert_noop!(rule(ALICE, index + 1, true), Error::<Test>::NotContested);
		assert_noop!(rule(BOB, index, true), Error::<Test>::NotContested);
		assert_ok!(rule(ALICE, index, true));
		assert_noop!(rule(ALICE, index, true), Error::<Test>::NotContested);
		assert_noop!(MiningRewards::lapse(by(NOBODY), ALICE, index), Error::<Test>::NotContested);
	});
}

#[test]
fn points_that_were_false_are_shared_by_nobody() {
	ExtBuilder::default().build_and_execute(|| {
		let (index, budget) = three_to_one();
		let before = balance(CHALLENGER);
		assert_ok!(contest(ALICE, index, 200 * UNIT));
		next_era();
		events();
		assert_ok!(rule(ALICE, index, true));
		assert_eq!(
			events(),
			[Event::Upheld { provider: ALICE, era: index, points: 200 * UNIT, returned: 0, slashed: SLASHED }]
		);
		assert_eq!(Convicted::get(), [(ALICE, Perbill::from_percent(10), CHALLENGER)]);
		assert_eq!((accused(ALICE), bonds(CHALLENGER), balance(CHALLENGER)), (0, 0, before));
		assert_eq!(Closed::<Test>::get().get(index).unwrap().points, 200 * u128::from(UNIT));
		check();

		// Both have 100 units.
		next_era();
		assert_ok!(settle([ALICE, BOB]));
		assert_eq!((balance(ALICE), balance(BOB)), (budget / 2, budget - budget / 2));
	});
}

#[test]
fn an_era_in_which_all_points_were_false_gives_its_budget_back() {
	ExtBuilder::default().build_and_execute(|| {
		let index = era().index;
		let points = work(ALICE, 300).points;
		next_era();
		assert!(books().unassigned < Allocation::MiningRewards.total());
		assert_ok!(contest(ALICE, index, points));
		assert_ok!(rule(ALICE, index, true));
		assert!(provider(ALICE).slots.is_empty());
		assert_eq!(books(), crate::Books::default());
		assert!(all_settled());
		assert_noop!(contest(ALICE, index, 1), Error::<Test>::AlreadySettled);
		eras(3);
		assert_noop!(settle([ALICE]), Error::<Test>::NothingToSettle);
	});
}

#[test]
fn all_false_points_of_one_leave_the_whole_budget_to_others() {
	ExtBuilder::default().build_and_execute(|| {
		let (index, budget) = three_to_one();
		assert_ok!(contest(ALICE, index, 300 * UNIT));
		assert_ok!(rule(ALICE, index, true));
		eras(2);
		assert_ok!(settle([ALICE, BOB]));
		assert_eq!((balance(ALICE), balance(BOB)), (0, budget));
	});
}

#[test]
fn a_contested_share_waits_and_no_other_does() {
	ExtBuilder::default().build_and_execute(|| {
		let (index, budget) = three_to_one();
		assert_ok!(contest(ALICE, index, 120 * UNIT));
		eras(2);
		events();
		assert_ok!(settle([ALICE, BOB]));
		let share = budget * 3 / 4;
		// 180 of 300
		let reward = share * 3 / 5;
		let waits = share - reward;
		assert_eq!(events()[0], Event::Settled { provider: ALICE, era: index, reward, contested: waits, returned: 0 });
		assert_eq!((balance(ALICE), balance(BOB)), (reward, budget - share));
		assert_eq!(books().contested, waits);
		assert_eq!(Disputes::<Test>::get(ALICE, index).unwrap().share, Some(waits));
		assert!(all_settled());
	});
}

#[test]
fn after_the_window_a_false_share_goes_back_to_the_pool() {
	ExtBuilder::default().build_and_execute(|| {
		let (index, budget) = three_to_one();
		assert_ok!(contest(ALICE, index, 300 * UNIT));
		eras(2);
		assert_ok!(settle([ALICE, BOB]));
		let bob = balance(BOB);
		assert_eq!((balance(ALICE), bob), (0, budget - budget * 3 / 4));
		let unassigned = books().unassigned;
		next_era();
		events();
		assert_ok!(rule(ALICE, index, true));
		let returned = budget * 3 / 4;
		assert_eq!(
			events(),
			[Event::Upheld { provider: ALICE, era: index, points: 300 * UNIT, returned, slashed: SLASHED }]
		);
		assert_eq!(books().unassigned, unassigned + returned);
		assert_eq!((books().contested, balance(ALICE), balance(BOB)), (0, 0, bob));
		assert_eq!((accused(ALICE), bonds(CHALLENGER)), (0, 0));
	});
}

#[test]
fn a_verdict_settles_what_became_final_before_it() {
	ExtBuilder::default().build_and_execute(|| {
		let (index, budget) = three_to_one();
		assert_ok!(contest(ALICE, index, 100 * UNIT));
		eras(2);
		// Nobody has settled yet, but the others count on the points being there.
		assert_ok!(rule(ALICE, index, true));
		let share = budget * 3 / 4;
		assert_eq!(balance(ALICE), share * 2 / 3);
		check();
		assert_ok!(settle([BOB]));
		assert_eq!(balance(BOB), budget - share);
		assert_eq!(books().unassigned, Allocation::MiningRewards.total() - balance(ALICE) - balance(BOB));
	});
}

#[test]
fn a_verdict_on_an_era_that_lies_apart_counts() {
	for upheld in [false, true] {
		ExtBuilder::default().providers((1..=9).map(|who| (who, STAKE))).build_and_execute(|| {
			let (index, budget) = three_to_one();
			assert_ok!(contest(ALICE, index, 300 * UNIT));
			for who in 3..=9 {
				work(who, 10);
				next_era();
			}
			assert!(Backlog::<Test>::contains_key(index));
			assert_ok!(rule(ALICE, index, upheld));
			assert_eq!(balance(ALICE), if upheld { 0 } else { budget * 3 / 4 });
			check();
			assert_ok!(settle([BOB]));
			assert_eq!(balance(BOB), budget - budget * 3 / 4);
			assert!(!Backlog::<Test>::contains_key(index));
		});
	}
}

#[test]
fn points_that_were_right_are_paid_and_the_bond_is_burned() {
	ExtBuilder::default().build_and_execute(|| {
		let (index, budget) = three_to_one();
		let before = balance(CHALLENGER);
		assert_ok!(contest(ALICE, index, 300 * UNIT));
		eras(2);
		assert_ok!(settle([ALICE, BOB]));
		assert_eq!(balance(ALICE), 0);
		events();
		assert_ok!(rule(ALICE, index, false));
		assert_eq!(
			events(),
			[
				Event::Paid { provider: ALICE, amount: budget * 3 / 4 },
				Event::Rejected { provider: ALICE, era: index, burned: BOND },
			]
		);
		assert_eq!(balance(ALICE), budget * 3 / 4);
		assert_eq!((bonds(CHALLENGER), balance(CHALLENGER), Burned::get()), (0, before - BOND, BOND));
		assert_eq!((accused(ALICE), Convicted::get()), (0, vec![]));
		assert_eq!(books().contested, 0);
	});
}

#[test]
fn points_found_right_inside_the_window_count_as_before() {
	ExtBuilder::default().build_and_execute(|| {
		let (index, budget) = three_to_one();
		assert_ok!(contest(ALICE, index, 100 * UNIT));
		assert_ok!(rule(ALICE, index, false));
		assert_eq!(contested(ALICE, index), 0);
		check();
		// They can be contested again.
		assert_ok!(contest(ALICE, index, 50 * UNIT));
		assert_ok!(rule(ALICE, index, false));
		eras(2);
		assert_ok!(settle([ALICE, BOB]));
		assert_eq!((balance(ALICE), balance(BOB)), (budget * 3 / 4, budget - budget * 3 / 4));
		assert_eq!(Burned::get(), 2 * BOND);
	});
}

#[test]
fn unvested_tokens_of_a_wrong_challenger_go_first() {
	ExtBuilder::default().build_and_execute(|| {
		let (index, _) = three_to_one();
		for (unvested, left) in [(30 * BTT, 0), (BOND, 0), (250 * BTT, 150 * BTT)] {
			UnvestedOf::set([(CHALLENGER, unvested)].into());
			let before = balance(CHALLENGER);
			assert_ok!(contest(ALICE, index, 1));
			assert_ok!(rule(ALICE, index, false));
			assert_eq!(UnvestedOf::get()[&CHALLENGER], left);
			assert_eq!(balance(CHALLENGER), before - BOND);
		}
		// A right one loses nothing.
		assert_ok!(contest(ALICE, index, 1));
		assert_ok!(rule(ALICE, index, true));
		assert_eq!(UnvestedOf::get()[&CHALLENGER], 150 * BTT);
	});
}

#[test]
fn a_dispute_on_which_nobody_rules_lapses() {
	ExtBuilder::default().build_and_execute(|| {
		let (index, budget) = three_to_one();
		let (before, until) = (balance(CHALLENGER), now() + 14 * DAY);
		assert_ok!(contest(ALICE, index, 300 * UNIT));
		eras(2);
		assert_ok!(settle([ALICE, BOB]));
		set_time(until - 1);
		assert_noop!(MiningRewards::lapse(by(NOBODY), ALICE, index), Error::<Test>::TooEarly);
		set_time(until);
		events();
		assert_ok!(MiningRewards::lapse(by(NOBODY), ALICE, index));
		assert_eq!(
			events(),
			[
				Event::Paid { provider: ALICE, amount: budget * 3 / 4 },
				Event::Rejected { provider: ALICE, era: index, burned: BOND / 10 },
			]
		);
		// To have somebody's stake stay is not free.
		assert_eq!((balance(ALICE), balance(CHALLENGER)), (budget * 3 / 4, before - BOND / 10));
		assert_eq!((bonds(CHALLENGER), Burned::get(), accused(ALICE)), (0, BOND / 10, 0));
	});
}

#[test]
fn a_verdict_counts_for_as_long_as_nobody_lets_the_dispute_lapse() {
	ExtBuilder::default().build_and_execute(|| {
		let (index, _) = three_to_one();
		assert_ok!(contest(ALICE, index, 1));
		pass(30 * DAY);
		assert_ok!(rule(ALICE, index, true));
	});
}

#[test]
fn a_dispute_that_lapses_settles_what_nobody_had_settled() {
	ExtBuilder::default().build_and_execute(|| {
		let (index, budget) = three_to_one();
		assert_ok!(contest(ALICE, index, 300 * UNIT));
		next_era();
		pass(14 * DAY);
		assert_ok!(MiningRewards::lapse(by(NOBODY), ALICE, index));
		assert_eq!(balance(ALICE), budget * 3 / 4);
	});
}

#[test]
fn who_contests_more_takes_the_dispute_over() {
	ExtBuilder::default().build_and_execute(|| {
		let (index, _) = three_to_one();
		give(51, 1_000 * BTT);
		assert_ok!(contest(ALICE, index, 100 * UNIT));
		next_era();
		events();
		let other = |points| MiningRewards::contest(by(51), ALICE, index, points);
		assert_noop!(other(100 * UNIT), Error::<Test>::AlreadyContested);
		assert_ok!(other(100 * UNIT + 1));
		assert_eq!(
			events(),
			[
				Event::ChallengerReplaced { provider: ALICE, era: index, challenger: CHALLENGER },
				Event::Contested { provider: ALICE, era: index, points: 100 * UNIT + 1, challenger: 51, bond: BOND },
			]
		);
		assert_eq!((bonds(CHALLENGER), bonds(51)), (0, BOND));
		assert_eq!(accused(ALICE), 1);
		let dispute = Disputes::<Test>::get(ALICE, index).unwrap();
		assert_eq!((dispute.challenger, dispute.until), (51, now() + 14 * DAY));
		check();

		assert_ok!(rule(ALICE, index, true));
		assert_eq!(Convicted::get()[0].2, 51);
		assert_eq!((bonds(51), accused(ALICE)), (0, 0));
	});
}

#[test]
fn a_challenger_can_contest_more_itself() {
	ExtBuilder::default().build_and_execute(|| {
		let (index, _) = three_to_one();
		assert_ok!(contest(ALICE, index, 1));
		assert_ok!(contest(ALICE, index, 2));
		assert_eq!((bonds(CHALLENGER), accused(ALICE)), (BOND, 1));
		// Both bonds must be there for a moment.
		give(51, BOND + ED);
		assert_ok!(MiningRewards::contest(by(51), BOB, index, 1));
		assert_noop!(MiningRewards::contest(by(51), BOB, index, 2), Error::<Test>::InsufficientBalance);
	});
}

#[test]
fn a_dispute_that_is_taken_over_keeps_to_the_bond_of_each_time() {
	ExtBuilder::default().build_and_execute(|| {
		let (index, _) = three_to_one();
		give(51, 1_000 * BTT);
		assert_ok!(contest(ALICE, index, 1));
		assert_ok!(MiningRewards::set_rules(by(GOVERNANCE), Rules { dispute_bond: 7 * BTT, ..Default::default() }));
		assert_eq!(bonds(CHALLENGER), BOND);
		next_era();
		assert_ok!(MiningRewards::contest(by(51), ALICE, index, 2));
		assert_eq!((bonds(CHALLENGER), bonds(51)), (0, 7 * BTT));
		assert_ok!(rule(ALICE, index, false));
		assert_eq!(Burned::get(), 7 * BTT);
	});
}

#[test]
fn every_accusation_has_its_verdict() {
	ExtBuilder::default().build_and_execute(|| {
		let (first, _) = three_to_one();
		let second = era().index;
		work(ALICE, 100);
		work(BOB, 100);
		next_era();
		let disputes = [(ALICE, first), (BOB, first), (ALICE, second), (BOB, second)];
		for (who, index) in disputes {
			assert_ok!(contest(who, index, 10 * UNIT));
			check();
		}
		assert_eq!((accused(ALICE), accused(BOB), bonds(CHALLENGER)), (2, 2, 4 * BOND));
		eras(2);
		assert_ok!(settle([ALICE]));
		check();
		assert_ok!(rule(ALICE, second, true));
		check();
		assert_eq!((accused(ALICE), bonds(CHALLENGER)), (1, 3 * BOND));
		assert_ok!(rule(BOB, first, false));
		check();
		assert_eq!((accused(BOB), bonds(CHALLENGER)), (1, 2 * BOND));
		pass(14 * DAY);
		assert_ok!(MiningRewards::lapse(by(NOBODY), ALICE, first));
		assert_ok!(MiningRewards::lapse(by(NOBODY), BOB, second));
		assert_eq!((accused(ALICE), accused(BOB), bonds(CHALLENGER)), (0, 0, 0));
		assert_eq!(Convicted::get().len(), 1);
		assert_eq!(Disputes::<Test>::iter().count(), 0);
		assert_eq!((books().contested, books().assigned), (0, 0));
	});
}

#[test]
fn three_eras_of_a_provider_can_be_contested_at_once() {
	ExtBuilder::default().build_and_execute(|| {
		NextRules::<Test>::put(Rules { dispute_window: 3, ..Default::default() });
		next_era();
		let eras = [era().index, era().index + 1, era().index + 2];
		let mut budgets = vec![];
		for _ in eras {
			budgets.push(era().budget);
			work(ALICE, 100);
			next_era();
		}
		assert_ok!(MiningRewards::refresh(by(NOBODY), ALICE));
		for slot in provider(ALICE).slots {
			assert_ok!(contest(ALICE, slot.era, slot.points));
		}
		assert_eq!(accused(ALICE), 3);
		super::eras(3);
		assert_ok!(rule(ALICE, eras[1], false));
		check();
		assert_eq!(balance(ALICE), budgets[1]);
		// The verdict on one settled them all.
		assert_eq!((books().contested, books().assigned), (budgets[0] + budgets[2], 0));
		assert_ok!(rule(ALICE, eras[0], true));
		assert_ok!(rule(ALICE, eras[2], false));
		assert_eq!(balance(ALICE), budgets[1] + budgets[2]);
		assert_eq!((accused(ALICE), books().contested), (0, 0));
	});
}

#[test]
fn a_dispute_stops_neither_work_nor_pay_in_other_eras() {
	ExtBuilder::default().build_and_execute(|| {
		let (index, budget) = three_to_one();
		assert_ok!(contest(ALICE, index, 300 * UNIT));
		let mut budgets = 0;
		for _ in 0..5 {
			budgets += era().budget;
			assert!(work(ALICE, 100).points > 0);
			next_era();
		}
		eras(3);
		assert_ok!(settle([ALICE, BOB]));
		assert_eq!((balance(ALICE), balance(BOB)), (budgets, budget - budget * 3 / 4));
		assert_eq!(books().contested, budget * 3 / 4);
	});
}

#[test]
fn who_lost_the_role_meanwhile_is_judged_all_the_same() {
	for upheld in [false, true] {
		ExtBuilder::default().build_and_execute(|| {
			let (index, budget) = three_to_one();
			assert_ok!(contest(ALICE, index, 300 * UNIT));
			set_stake(ALICE, STAKE / 2);
			eras(2);
			assert_noop!(MiningRewards::forget(by(NOBODY), ALICE), Error::<Test>::HasDispute);
			assert_ok!(rule(ALICE, index, upheld));
			assert_eq!(balance(ALICE), if upheld { 0 } else { budget * 3 / 4 });
			assert_eq!(accused(ALICE), 0);
			assert_eq!(Stakes::get()[&ALICE], if upheld { STAKE / 2 - STAKE / 20 } else { STAKE / 2 });
		});
	}
}

#[test]
fn a_slash_costs_the_role_and_the_capacity_of_the_next_era() {
	ExtBuilder::default().build_and_execute(|| {
		let (index, _) = three_to_one();
		work(ALICE, 100);
		assert_eq!(provider(ALICE).capacity, 1_000);
		assert_ok!(contest(ALICE, index, 1));
		assert_ok!(rule(ALICE, index, true));
		// Of 1,000 BTT, 900 are left, and the role takes 1,000.
		assert_eq!((provider(ALICE).stake, provider(ALICE).capacity), (0, 1_000));
		assert_eq!(provider(ALICE).work.units, 100);
		next_era();
		assert_eq!(work(ALICE, 100).units, 0);
	});
}

#[test]
fn the_slash_of_who_has_more_at_stake_leaves_the_role() {
	ExtBuilder::default().providers([(ALICE, 5 * STAKE), (BOB, STAKE)]).build_and_execute(|| {
		let (index, _) = three_to_one();
		assert_ok!(contest(ALICE, index, 1));
		assert_ok!(rule(ALICE, index, true));
		assert_eq!(provider(ALICE).stake, 4_500 * BTT);
		next_era();
		work(ALICE, 10);
		assert_eq!(provider(ALICE).capacity, 4_500);
	});
}

#[test]
fn the_slash_is_that_of_the_rules_of_the_day() {
	ExtBuilder::default().build_and_execute(|| {
		let (index, _) = three_to_one();
		assert_ok!(contest(ALICE, index, 1));
		let slash = Perbill::from_percent(37);
		assert_ok!(MiningRewards::set_rules(by(GOVERNANCE), Rules { slash, ..Default::default() }));
		next_era();
		assert_ok!(rule(ALICE, index, true));
		assert_eq!(Convicted::get(), [(ALICE, slash, CHALLENGER)]);
	});
}

#[test]
fn a_share_found_right_that_cannot_be_received_is_owed() {
	ExtBuilder::default().build_and_execute(|| {
		let index = era().index;
		let mut small = job(ALICE, 10);
		small.public_fees = ED / 40;
		let points = MiningRewards::report(&small).unwrap().points;
		next_era();
		assert_ok!(contest(ALICE, index, points));
		eras(2);
		assert_ok!(settle([ALICE]));
		assert_eq!((books().contested, books().owed), (ED / 2, 0));
		assert_ok!(rule(ALICE, index, false));
		assert_eq!((books().contested, books().owed, provider(ALICE).owed), (0, ED / 2, ED / 2));
		check();
		give(ALICE, ED);
		assert_ok!(settle([ALICE]));
		assert_eq!(balance(ALICE), ED + ED / 2);
	});
}

#[test]
fn what_exceeds_the_payout_cap_does_not_wait_for_a_verdict() {
	ExtBuilder::default().build_and_execute(|| {
		let (index, budget) = (era().index, era().budget);
		let mut capped = job(ALICE, 100);
		capped.public_fees = 100 * BTT;
		let points = MiningRewards::report(&capped).unwrap().points;
		next_era();
		assert_ok!(contest(ALICE, index, points / 4));
		eras(2);
		events();
		assert_ok!(settle([ALICE]));
		let cap = 2_000 * BTT;
		let due = btt_math::shares::pro_rata(cap, (points - points / 4).into(), points.into()).unwrap();
		assert_eq!(
			events()[0],
			Event::Settled { provider: ALICE, era: index, reward: due, contested: cap - due, returned: budget - cap }
		);
		assert_ok!(rule(ALICE, index, true));
		assert_eq!(books().unassigned, Allocation::MiningRewards.total() - due);
	});
}

#[test]
fn whoever_works_without_end_and_is_contested_without_end_loses_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		let mut earned = 0;
		let start = era().index;
		for _ in 0..20 {
			earned += era().budget;
			let points = work(ALICE, 100).points;
			next_era();
			assert_ok!(contest(ALICE, era().index - 1, points));
			check();
		}
		eras(2);
		assert_ok!(settle([ALICE]));
		assert_eq!((balance(ALICE), books().contested), (0, earned));
		for index in (start..start + 20).rev() {
			assert_ok!(rule(ALICE, index, false));
			check();
		}
		assert_eq!(balance(ALICE), earned);
		assert_eq!(Burned::get(), 20 * BOND);
	});
}

/// Whoever contests more than is false, to take a dispute over, saves nothing of what is false.
#[test]
fn a_verdict_says_how_many_points_were_false() {
	ExtBuilder::default().build_and_execute(|| {
		let (index, budget) = three_to_one();
		assert_ok!(contest(ALICE, index, 300 * UNIT));
		let before = balance(CHALLENGER);
		assert_ok!(MiningRewards::rule(by(JUDGE), ALICE, index, 200 * UNIT));
		assert_eq!(balance(CHALLENGER), before);
		assert_eq!((accused(ALICE), Convicted::get().len()), (0, 1));
		eras(2);
		assert_ok!(settle([ALICE, BOB]));
		assert_eq!((balance(ALICE), balance(BOB)), (budget / 2, budget - budget / 2));
	});
}

#[test]
fn a_verdict_on_a_settled_era_divides_the_share_by_the_points_that_were_false() {
	ExtBuilder::default().build_and_execute(|| {
		let (index, budget) = three_to_one();
		assert_ok!(contest(ALICE, index, 300 * UNIT));
		eras(2);
		assert_ok!(settle([ALICE, BOB]));
		let (share, unassigned) = (budget * 3 / 4, books().unassigned);
		assert_eq!((balance(ALICE), books().contested), (0, share));
		events();
		assert_ok!(MiningRewards::rule(by(JUDGE), ALICE, index, 100 * UNIT));
		let earned = share * 2 / 3;
		let upheld = events().into_iter().find(|event| matches!(event, Event::Upheld { .. })).unwrap();
		let Event::Upheld { points, returned, .. } = upheld else { unreachable!() };
		assert_eq!((points, returned), (100 * UNIT, share - earned));
		assert_eq!((balance(ALICE), books().unassigned, books().contested), (earned, unassigned + share - earned, 0));
	});
}
