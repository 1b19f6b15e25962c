use super::*;
use crate::{types::MAX_SLOTS, Backlog, Call, Closed, ClosedEra, Disputes, Error, Event, NextRules, Rules, WeightInfo};
use btt_primitives::{
	mining::{EraIndex, JobRewards, Outcome},
	staking::OnStakeChanged,
	Allocation, Balance, BTT, DAY,
};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo, weights::Weight};
use sp_runtime::DispatchError::BadOrigin;

type W = <Test as crate::Config>::WeightInfo;

#[test]
#[docify::export]
fn two_providers_share_an_era_by_their_points() {
	ExtBuilder::default().build_and_execute(|| {
		let budget = era().budget;
		let (alice, bob) = (work(ALICE, 300), work(BOB, 100));
		assert_eq!(alice.points, 3 * bob.points);

		// The era ends, and two more in which its points can be contested.
		eras(3);
		assert_ok!(settle([BOB, ALICE]));
		assert_eq!(balance(ALICE) + balance(BOB), budget);
		assert_eq!(balance(BOB), budget / 4);
		assert!(all_settled());
		assert_eq!(books().paid, budget);
	});
}

#[test]
fn nothing_is_settled_before_the_dispute_window_is_over() {
	ExtBuilder::default().build_and_execute(|| {
		work(ALICE, 100);
		for _ in 0..3 {
			assert_noop!(settle([ALICE]), Error::<Test>::NothingToSettle);
			next_era();
		}
		assert_ok!(settle([ALICE]));
		assert_noop!(settle([ALICE]), Error::<Test>::NothingToSettle);
	});
}

#[test]
fn the_next_job_pays_what_earlier_eras_brought() {
	ExtBuilder::default().build_and_execute(|| {
		let (first, budget) = (era().index, era().budget);
		work(ALICE, 100);
		next_era();
		let second = era().budget;
		work(ALICE, 100);
		assert_eq!(balance(ALICE), 0);
		eras(2);
		events();

		assert_ok!(MiningRewards::report(&job(ALICE, 1)));
		assert_eq!(
			events()[0],
			Event::Settled { provider: ALICE, era: first, reward: budget, contested: 0, returned: 0 }
		);
		assert_eq!(balance(ALICE), budget);
		check();

		// A false job, too.
		next_era();
		let mut false_job = job(ALICE, 1);
		false_job.outcome = Outcome::False;
		assert_ok!(MiningRewards::report(&false_job));
		assert_eq!(balance(ALICE), budget + second);
		assert_eq!(provider(ALICE).paid, budget + second);
	});
}

#[test]
fn a_job_settles_nothing_of_other_providers() {
	ExtBuilder::default().build_and_execute(|| {
		work(ALICE, 100);
		work(BOB, 100);
		eras(3);
		let bob = provider(BOB);
		assert_ok!(MiningRewards::report(&job(ALICE, 1)));
		assert_eq!(provider(BOB), bob);
		assert_eq!(balance(BOB), 0);
	});
}

#[test]
fn strangers_and_those_without_anything_are_passed_over() {
	ExtBuilder::default().build_and_execute(|| {
		let (index, budget) = (era().index, era().budget);
		work(ALICE, 100);
		work(BOB, 100);
		eras(3);
		events();
		let (alice, bob) = (budget / 2, budget - budget / 2);
		assert_ok!(settle([NOBODY, ALICE, ALICE, CAROL, NOBODY, BOB, ALICE, BOB]));
		assert_eq!(
			events(),
			[
				Event::Settled { provider: ALICE, era: index, reward: alice, contested: 0, returned: 0 },
				Event::Settled { provider: BOB, era: index, reward: bob, contested: 0, returned: 0 },
			]
		);
		assert_eq!((balance(ALICE), balance(BOB), balance(CAROL), balance(NOBODY)), (alice, bob, 0, 0));
		assert!(crate::Providers::<Test>::get(NOBODY).is_none());
	});
}

#[test]
fn a_batch_of_sixty_four_is_settled_at_once() {
	let providers = 201..=264;
	ExtBuilder::default().providers(providers.clone().map(|who| (who, STAKE))).build_and_execute(|| {
		let budget = era().budget;
		for who in providers.clone() {
			assert_ok!(MiningRewards::report(&job(who, who as u32 - 200)));
		}
		eras(3);
		assert_ok!(settle(providers.clone()));
		assert_eq!(providers.map(balance).sum::<Balance>(), budget);
		assert!(all_settled());
	});
}

#[test]
fn settle_fails_where_there_is_nothing_to_do() {
	ExtBuilder::default().build_and_execute(|| {
		work(ALICE, 100);
		eras(3);
		assert_noop!(MiningRewards::settle(RuntimeOrigin::none(), vec![ALICE].try_into().unwrap()), BadOrigin);
		assert_noop!(MiningRewards::settle(RuntimeOrigin::root(), vec![ALICE].try_into().unwrap()), BadOrigin);
		assert_noop!(settle([]), Error::<Test>::NoProvider);
		assert_noop!(settle([NOBODY, CLINIC]), Error::<Test>::NothingToSettle);
		assert_noop!(settle([BOB, CAROL, NOBODY]), Error::<Test>::NothingToSettle);
		assert_ok!(settle([ALICE]));
		assert_noop!(settle([ALICE, BOB]), Error::<Test>::NothingToSettle);
	});
}

#[test]
fn work_of_the_running_era_is_not_settled_with_that_of_earlier_ones() {
	ExtBuilder::default().build_and_execute(|| {
		let budget = era().budget;
		work(ALICE, 100);
		eras(3);
		assert_eq!(provider(ALICE).era + 3, era().index);
		work(ALICE, 50);
		assert_eq!(balance(ALICE), budget);
		assert_noop!(settle([ALICE]), Error::<Test>::NothingToSettle);
		assert_eq!(provider(ALICE).work.units, 50);
	});
}

/// Numbers that look random, the same in every run.
fn numbers(mut seed: u64) -> impl FnMut(u64) -> u64 {
	move |below| {
		seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
		(seed >> 33) % below
	}
}

#[test]
fn nobody_has_more_than_four_slots_whatever_happens_when() {
	for seed in 0..8 {
		ExtBuilder::default().build_and_execute(|| {
			let mut number = numbers(seed);
			let mut most = 0;
			for _ in 0..200 {
				NextRules::<Test>::put(Rules { dispute_window: 1 + number(3) as u8, ..Default::default() });
				for who in [ALICE, BOB, CAROL] {
					for _ in 0..number(3) {
						match number(7) {
							0..3 => assert!(MiningRewards::report(&job(who, 1)).is_ok()),
							3 => MiningRewards::on_stake_changed(&who, STAKE + number(9) as Balance * BTT),
							4 => attest(who, Some(HOME + number(2) as u16), None),
							5 => MiningRewards::refresh(by(NOBODY), who).unwrap(),
							_ => {
								let _ = settle([who]);
							}
						}
					}
					most = most.max(provider(who).slots.len());
					assert!(provider(who).slots.len() <= MAX_SLOTS as usize);
				}
				check();
				if number(5) > 0 {
					next_era();
				} else {
					pass(ERA * (1 + number(6)));
				}
			}
			assert!(most >= 3, "{most} slots at most: the test tries too little");
		});
	}
}

#[test]
fn four_slots_are_enough_for_somebody_who_works_in_every_era_of_the_longest_window() {
	ExtBuilder::default().build_and_execute(|| {
		NextRules::<Test>::put(Rules { dispute_window: 3, ..Default::default() });
		next_era();
		let mut budgets = vec![];
		for _ in 0..4 {
			budgets.push(era().budget);
			work(ALICE, 100);
			next_era();
			// Only takes the last era's work into a slot.
			assert_ok!(MiningRewards::refresh(by(NOBODY), ALICE));
			check();
		}
		assert_eq!(provider(ALICE).slots.len(), 4);
		// The first era is final, and the next job makes room.
		work(ALICE, 100);
		assert_eq!(provider(ALICE).slots.len(), 3);
		assert_eq!(balance(ALICE), budgets[0]);
		next_era();
		assert_ok!(MiningRewards::refresh(by(NOBODY), ALICE));
		assert_eq!(provider(ALICE).slots.len(), 4);
		assert_ok!(settle([ALICE]));
		assert_eq!(balance(ALICE), budgets[0] + budgets[1]);
	});
}

/// Two providers work in each of `count` eras, and never again; the first one does twice as much.
fn work_and_leave(count: u64) -> Vec<(AccountId, AccountId, EraIndex, Balance)> {
	let pairs = (1..=count).map(|number| {
		let (first, second) = (2 * number - 1, 2 * number);
		work(first, 20);
		work(second, 10);
		let pair = (first, second, era().index, era().budget);
		next_era();
		pair
	});
	pairs.collect()
}

#[test]
fn eras_that_nobody_settles_lie_apart_until_somebody_does() {
	ExtBuilder::default().providers((1..=24).map(|who| (who, STAKE))).build_and_execute(|| {
		let pairs = work_and_leave(12);
		let latest = Closed::<Test>::get();
		assert_eq!(latest.backlog, 6);
		assert_eq!(latest.recent.iter().map(|closed| closed.index).collect::<Vec<_>>(), [7, 8, 9, 10, 11, 12]);
		assert_eq!(Backlog::<Test>::iter().count(), 6);
		check();

		// One of each pair, then the other, oldest last.
		for (first, _, _, budget) in pairs.iter().rev().filter(|(.., index, _)| *index <= 10) {
			assert_ok!(settle([*first]));
			check();
			// Two thirds, rounded down.
			let points = 2 * 10 * 550_000u128;
			assert_eq!(balance(*first), btt_math::shares::pro_rata(*budget, points, points / 2 * 3).unwrap());
		}
		assert_eq!(Backlog::<Test>::iter().count(), 6);
		eras(2);
		let left: Vec<_> = pairs.iter().flat_map(|(first, second, ..)| [*second, *first]).collect();
		assert_ok!(settle(left));
		for (first, second, _, budget) in pairs {
			assert_eq!(balance(first) + balance(second), budget);
		}
		assert!(all_settled());
		assert_eq!(Backlog::<Test>::iter().count(), 0);
	});
}

#[test]
fn an_era_can_be_settled_years_later() {
	ExtBuilder::default().build_and_execute(|| {
		let budget = era().budget;
		work(ALICE, 100);
		work(BOB, 100);
		for _ in 0..20 {
			pass(365 * DAY);
			work(CAROL, 10);
		}
		assert_ok!(settle([ALICE]));
		check();
		assert_ok!(settle([BOB]));
		assert_eq!(balance(ALICE) + balance(BOB), budget);
	});
}

#[test]
fn idle_eras_leave_nothing_behind() {
	ExtBuilder::default().build_and_execute(|| {
		eras(10);
		pass(365 * DAY);
		assert_eq!(Closed::<Test>::get(), Default::default());
		assert_eq!(books().unassigned, Allocation::MiningRewards.total());
	});
}

/// A job that pays its provider `reward` at most.
fn job_for(who: AccountId, reward: Balance) -> btt_primitives::mining::VerifiedJob<AccountId> {
	let mut job = job(who, 10);
	job.public_fees = reward / Balance::from(era().payout_cap);
	job
}

#[test]
fn what_an_account_cannot_receive_is_owed_and_blocks_nobody() {
	ExtBuilder::default().build_and_execute(|| {
		let small = ED / 2;
		assert_ok!(MiningRewards::report(&job_for(ALICE, small)));
		work(BOB, 100);
		eras(3);
		events();
		assert_ok!(settle([ALICE, BOB]));
		assert!(events().contains(&Event::Owed { provider: ALICE, amount: small }));
		assert_eq!((balance(ALICE), provider(ALICE).owed, provider(ALICE).paid), (0, small, 0));
		assert!(balance(BOB) > 0);
		assert_eq!(books().owed, small);
		assert!(all_settled());
		check();

		// There is nothing to settle, and it still cannot be paid.
		assert_noop!(settle([ALICE]), Error::<Test>::NothingToSettle);
		give(ALICE, ED);
		assert_ok!(settle([ALICE]));
		assert_eq!(events(), [Event::Paid { provider: ALICE, amount: small }]);
		assert_eq!((balance(ALICE), provider(ALICE).owed, provider(ALICE).paid), (ED + small, 0, small));
		assert_eq!(books().owed, 0);
	});
}

#[test]
fn what_is_owed_adds_up_until_it_can_be_received() {
	ExtBuilder::default().build_and_execute(|| {
		let small = ED / 5 * 2;
		for sum in [0, 0, 0, small, 2 * small] {
			assert_ok!(MiningRewards::report(&job_for(ALICE, small)));
			assert_eq!(provider(ALICE).owed, sum);
			check();
			next_era();
		}
		assert_eq!(balance(ALICE), 0);
		// The third share makes it an amount that an account can begin with.
		assert_ok!(MiningRewards::report(&job_for(ALICE, small)));
		assert_eq!((balance(ALICE), provider(ALICE).owed), (3 * small, 0));
	});
}

#[test]
fn a_provider_whose_account_was_reaped_begins_anew_with_its_share() {
	ExtBuilder::default().build_and_execute(|| {
		let budget = era().budget;
		give(ALICE, 5 * BTT);
		work(ALICE, 100);
		eras(3);
		reap(ALICE);
		assert_eq!(balance(ALICE), 0);
		assert_ok!(settle([ALICE]));
		assert_eq!(balance(ALICE), budget);
	});
}

#[test]
fn what_is_owed_is_told_when_it_is_paid_and_what_is_settled_along_with_it_is_told_once() {
	ExtBuilder::default().build_and_execute(|| {
		let small = ED / 5 * 4;
		assert_ok!(MiningRewards::report(&job_for(ALICE, small)));
		next_era();
		let second = era().index;
		assert_ok!(MiningRewards::report(&job_for(ALICE, small)));
		eras(2);
		assert_ok!(settle([ALICE]));
		assert_eq!(provider(ALICE).owed, small);
		next_era();
		events();
		assert_ok!(settle([ALICE]));
		let told = events();
		assert!(matches!(told[0], Event::Settled { era, reward, .. } if (era, reward) == (second, small)));
		assert_eq!(told[1..], [Event::Paid { provider: ALICE, amount: small }]);
		assert_eq!((balance(ALICE), books().paid), (2 * small, 2 * small));
	});
}

#[test]
fn a_batch_leaves_those_without_anything_as_they_were() {
	ExtBuilder::default().build_and_execute(|| {
		work(ALICE, 100);
		eras(3);
		let bob = provider(BOB);
		assert!(bob.era < era().index);
		assert_ok!(settle([BOB, ALICE]));
		assert_eq!(provider(BOB), bob);
	});
}

#[test]
fn what_is_owed_is_paid_by_the_next_job() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(MiningRewards::report(&job_for(ALICE, ED / 2)));
		eras(3);
		assert_ok!(settle([ALICE]));
		give(ALICE, ED);
		assert_ok!(MiningRewards::report(&job(ALICE, 1)));
		assert_eq!((balance(ALICE), books().owed), (ED + ED / 2, 0));
	});
}

#[test]
fn what_exceeds_the_payout_cap_goes_back_to_the_pool() {
	ExtBuilder::default().build_and_execute(|| {
		let (index, budget) = (era().index, era().budget);
		let mut capped = job(ALICE, 100);
		capped.public_fees = 100 * BTT;
		assert_ok!(MiningRewards::report(&capped));
		eras(3);
		let unassigned = books().unassigned;
		events();
		assert_ok!(settle([ALICE]));
		let (reward, returned) = (2_000 * BTT, budget - 2_000 * BTT);
		assert_eq!(events()[0], Event::Settled { provider: ALICE, era: index, reward, contested: 0, returned });
		assert_eq!(balance(ALICE), reward);
		assert_eq!(books().unassigned, unassigned + returned);
		assert_eq!(books().assigned, 0);
	});
}

#[test]
fn the_payout_cap_of_one_gives_nothing_to_others() {
	ExtBuilder::default().build_and_execute(|| {
		let budget = era().budget;
		let mut free = job(ALICE, 100);
		free.public_fees = 0;
		assert_ok!(MiningRewards::report(&free));
		assert_ok!(MiningRewards::report(&job(BOB, 100)));
		eras(3);
		events();
		assert_ok!(settle([ALICE, BOB]));
		assert_eq!((balance(ALICE), balance(BOB)), (0, budget - budget / 2));
		// Nothing is due to Alice, so nothing is paid or owed.
		let about_alice = |event: &Event<Test>| {
			matches!(event, Event::Paid { provider: ALICE, .. } | Event::Owed { provider: ALICE, .. })
		};
		assert!(!events().iter().any(about_alice));
		assert_eq!(books().unassigned, Allocation::MiningRewards.total() - balance(BOB));
	});
}

#[test]
fn a_share_within_its_payout_cap_is_paid_to_the_unit() {
	ExtBuilder::default().build_and_execute(|| {
		let budget = era().budget;
		let mut exact = job(ALICE, 100);
		exact.public_fees = budget.div_ceil(20);
		assert_ok!(MiningRewards::report(&exact));
		eras(3);
		assert_ok!(settle([ALICE]));
		assert_eq!(balance(ALICE), budget);
	});
}

#[test]
fn the_payout_cap_is_that_of_the_era() {
	ExtBuilder::default().build_and_execute(|| {
		let mut capped = job(ALICE, 100);
		capped.public_fees = BTT;
		assert_ok!(MiningRewards::report(&capped));
		let none = Rules { payout_caps: [0; 4], ..Default::default() };
		assert_ok!(MiningRewards::set_rules(by(GOVERNANCE), none));
		next_era();
		capped.buyer.account += 1;
		assert_ok!(MiningRewards::report(&capped));
		eras(3);
		assert_ok!(settle([ALICE]));
		assert_eq!(balance(ALICE), 20 * BTT);
	});
}

#[test]
fn the_order_of_settlement_changes_a_share_by_a_unit_at_most() {
	const ORDERS: [[AccountId; 3]; 6] = [
		[ALICE, BOB, CAROL],
		[ALICE, CAROL, BOB],
		[BOB, ALICE, CAROL],
		[BOB, CAROL, ALICE],
		[CAROL, ALICE, BOB],
		[CAROL, BOB, ALICE],
	];
	let mut shares: Vec<[Balance; 3]> = vec![];
	for order in ORDERS {
		ExtBuilder::default().build_and_execute(|| {
			let budget = era().budget;
			for (who, units) in [(ALICE, 70), (BOB, 110), (CAROL, 130)] {
				work(who, units);
			}
			eras(3);
			for who in order {
				assert_ok!(settle([who]));
				check();
			}
			let got = [ALICE, BOB, CAROL].map(balance);
			assert_eq!(got.iter().sum::<Balance>(), budget);
			shares.push(got);
		});
	}
	for who in 0..3 {
		let (least, most) = (shares.iter().map(|got| got[who]).min(), shares.iter().map(|got| got[who]).max());
		assert!(most.unwrap() - least.unwrap() <= 1);
	}
}

/// What a batch weighs at most, and what settling it has weighed.
fn weights(providers: Vec<AccountId>) -> (Weight, Weight) {
	let call = Call::<Test>::settle { providers: providers.clone().try_into().unwrap() };
	let declared = call.get_dispatch_info().call_weight;
	(declared, settle(providers).unwrap().actual_weight.unwrap())
}

/// By how much `weight` grows with its component.
fn step(weight: fn(u32) -> Weight) -> Weight {
	weight(2) - weight(1)
}

#[test]
fn a_batch_weighs_what_it_settles() {
	ExtBuilder::default().providers((1..=9).map(|who| (who, STAKE))).build_and_execute(|| {
		// Two eras each for three of them, one for two.
		for who in 1..=3 {
			work(who, 10);
		}
		next_era();
		for who in 1..=5 {
			work(who, 10);
		}
		eras(3);
		let (declared, actual) = weights(vec![4]);
		assert_eq!(declared, W::settle(1) + (step(W::settle_backlog) + step(W::settle_contested)) * 4u64);
		assert_eq!(actual, W::settle(1));
		// Those without anything weigh as if they had one slot.
		let (declared, actual) = weights(vec![5, 6, NOBODY]);
		assert!(actual.all_lte(declared));
		assert_eq!(actual, W::settle(3));
		let (declared, actual) = weights(vec![1, 2, 3]);
		assert!(actual.all_lte(declared));
		assert_eq!(actual, W::settle(3) + step(W::settle_slots) * 3u64);
		assert!(all_settled());
	});
}

#[test]
fn the_heaviest_batch_weighs_what_it_declares() {
	ExtBuilder::default().providers((1..=9).map(|who| (who, STAKE))).build_and_execute(|| {
		NextRules::<Test>::put(Rules { dispute_window: 3, ..Default::default() });
		next_era();
		let first = era().index;
		for index in first..first + 4 {
			work(ALICE, 100);
			next_era();
			assert_ok!(contest(ALICE, index, 1));
		}
		assert_eq!(provider(ALICE).slots.len(), 4);
		// So many other eras that all four lie apart.
		for who in 2..8 {
			work(who, 100);
			next_era();
		}
		assert!((first..first + 4).all(Backlog::<Test>::contains_key));
		check();
		let (declared, actual) = weights(vec![ALICE]);
		assert_eq!(actual, declared);
		assert_eq!(provider(ALICE).slots.len(), 0);
		assert_eq!(Disputes::<Test>::iter().filter(|(_, _, dispute)| dispute.share.is_some()).count(), 4);
		assert!((first..first + 4).all(|index| !Backlog::<Test>::contains_key(index)));
	});
}

#[test]
fn slots_that_lie_apart_and_contested_ones_weigh_what_they_cost() {
	ExtBuilder::default().providers((1..=24).map(|who| (who, STAKE))).build_and_execute(|| {
		let pairs = work_and_leave(2);
		assert_ok!(contest(pairs[1].0, pairs[1].2, 1));
		for who in 5..=18 {
			work(who, 10);
			if who % 2 == 0 {
				next_era();
			}
		}
		assert_eq!(Closed::<Test>::get().backlog, 3);
		// One of the two is contested, and both lie apart.
		let (declared, actual) = weights(vec![pairs[0].0, pairs[1].0]);
		assert!(actual.all_lte(declared));
		assert_eq!(actual, W::settle(2) + step(W::settle_backlog) * 2u64 + step(W::settle_contested));
	});
}

#[test]
fn what_a_job_may_weigh_includes_four_slots_that_lie_apart_and_are_contested() {
	ExtBuilder::default().build_and_execute(|| {
		let most = W::report_and_settle() + (step(W::settle_backlog) + step(W::settle_contested)) * 4u64;
		assert_eq!(MiningRewards::report_weight(), most);
	});
}

#[test]
fn a_slot_is_quoted_as_it_is_settled() {
	let closed = ClosedEra { index: 5, budget: 1_000, points: 7, settled: 3, payout_cap: 20 };
	for points in 1..=4 {
		for contested in 0..=points {
			for fees in [0, 1, 10, 1_000] {
				let slot = crate::Slot { era: 5, points, fees, contested };
				let mut settled = closed.clone();
				let quote = closed.quote(&slot);
				assert_eq!(settled.settle(&slot), quote);
				assert_eq!(settled.settled, 3 + u128::from(points));
				assert_eq!(quote.due + quote.contested + quote.returned, quote.share);
				assert!(quote.due + quote.contested <= 20 * fees);
				assert_eq!(quote.contested == 0, contested == 0 || quote.share == quote.returned);
			}
		}
	}
}
