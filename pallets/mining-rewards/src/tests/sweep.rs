use super::*;
use crate::{Closed, Error, Event, Swept, WeightInfo};
use btt_primitives::{mining::JobRewards, Balance, DAY};
use frame_support::{assert_noop, assert_ok, traits::Get, weights::Weight};
use sp_runtime::StateVersion;

type W = <Test as crate::Config>::WeightInfo;

/// All that a block has.
fn block() -> Weight {
	<<Test as frame_system::Config>::BlockWeights as Get<frame_system::limits::BlockWeights>>::get().max_block
}

/// By how much `weight` grows with its component.
fn step(weight: fn(u32) -> Weight) -> Weight {
	weight(2) - weight(1)
}

/// What it weighs at most to look at one provider.
fn most() -> Weight {
	W::settle(1) + (step(W::settle_backlog) + step(W::settle_contested)) * 4u64
}

/// Enough for one provider.
fn enough_for_one() -> Weight {
	W::sweep(0) + most()
}

fn swept() -> Option<AccountId> {
	Swept::<Test>::get()
}

/// The providers, in the order in which a sweep looks at them.
fn order() -> Vec<AccountId> {
	crate::Providers::<Test>::iter_keys().collect()
}

fn root() -> Vec<u8> {
	sp_io::storage::root(StateVersion::V1)
}

#[test]
fn everybody_is_paid_without_a_call() {
	ExtBuilder::default().build_and_execute(|| {
		let budget = era().budget;
		work(ALICE, 300);
		work(BOB, 100);
		for _ in 0..3 {
			idle(block());
			assert_eq!(balance(ALICE) + balance(BOB), 0);
			next_era();
		}
		let weight = idle(block());
		assert_eq!(balance(ALICE) + balance(BOB), budget);
		assert!(all_settled());
		assert_eq!(swept(), None);
		// Carol has done nothing.
		assert_eq!(weight, W::sweep(0) + W::settle(1) * 2u64 + step(W::sweep));
	});
}

#[test]
fn nothing_is_done_while_nothing_is_due() {
	ExtBuilder::default().build_and_execute(|| {
		let idles = || {
			let before = root();
			assert_eq!(idle(block()), W::sweep(0));
			assert_eq!(root(), before);
		};
		idles();
		work(ALICE, 100);
		for _ in 0..3 {
			idles();
			next_era();
		}
		assert!(idle(block()).any_gt(W::sweep(0)));
		idles();
	});
}

#[test]
fn a_full_block_is_left_alone() {
	ExtBuilder::default().build_and_execute(|| {
		work(ALICE, 100);
		eras(3);
		let before = root();
		for too_little in [Weight::zero(), W::sweep(0), enough_for_one() - Weight::from_parts(1, 0)] {
			assert_eq!(idle(too_little), Weight::zero());
		}
		assert_eq!(root(), before);
		assert!(idle(enough_for_one()).any_gt(Weight::zero()));
		check();
	});
}

#[test]
fn a_sweep_takes_no_more_than_is_left() {
	ExtBuilder::default().providers((1..=20).map(|who| (who, STAKE))).build_and_execute(|| {
		(1..=20).for_each(|who| assert!(work(who, 10).points > 0));
		eras(3);
		for more in 0..4u64 {
			let left = enough_for_one() + W::settle(1) * more;
			let weight = idle(left);
			assert!(weight.all_lte(left), "{weight:?} of {left:?}");
			assert_eq!(weight, W::sweep(0) + W::settle(1) * (more + 1));
			check();
		}
		let settled = (1..=20).filter(|who| balance(*who) > 0).count();
		assert_eq!(settled, 1 + 2 + 3 + 4);
	});
}

#[test]
fn a_sweep_takes_no_more_than_a_twentieth_of_a_block() {
	let limit = block().ref_time() / 20;
	let providers = 20_000..20_020 + limit / W::settle(1).ref_time();
	ExtBuilder::default().providers(providers.clone().map(|who| (who, STAKE))).build_and_execute(|| {
		let budget = era().budget;
		for who in providers.clone() {
			assert_ok!(MiningRewards::report(&job(who, 10)));
		}
		eras(3);
		let weight = idle(block());
		assert!(weight.ref_time() <= limit);
		assert!(weight.ref_time() + most().ref_time() > limit, "it stopped early");
		assert!(!all_settled());
		check();
		idle(block());
		assert!(all_settled());
		assert_eq!(providers.map(balance).sum::<Balance>(), budget);
	});
}

#[test]
fn a_sweep_goes_on_where_the_last_one_stopped() {
	ExtBuilder::default().providers((1..=6).map(|who| (who, STAKE))).build_and_execute(|| {
		(1..=6).for_each(|who| assert!(work(who, 10).points > 0));
		eras(3);
		let order = order();
		for (number, who) in order.iter().enumerate() {
			idle(enough_for_one());
			assert!(balance(*who) > 0);
			assert_eq!(order.iter().filter(|who| balance(**who) > 0).count(), number + 1);
			assert_eq!(swept(), Some(*who));
			check();
		}
		assert!(all_settled());
		// The cursor stays where it is while nothing is due, and wraps at the end of the next pass.
		idle(block());
		assert_eq!(swept(), order.last().copied());
		work(order[0], 10);
		eras(3);
		idle(block());
		assert_eq!(swept(), None);
		assert!(!all_settled());
		idle(block());
		assert!(all_settled());
	});
}

#[test]
fn a_sweep_goes_on_after_a_provider_that_is_gone() {
	ExtBuilder::default().providers((1..=6).map(|who| (who, STAKE))).build_and_execute(|| {
		let budget = era().budget;
		(1..=6).for_each(|who| assert!(work(who, 10).points > 0));
		eras(3);
		let order = order();
		idle(enough_for_one());
		idle(enough_for_one());
		assert_eq!(swept(), Some(order[1]));
		// One that was settled moves away, and one that was not.
		assert_ok!(rotate(order[1], 70));
		assert_ok!(rotate(order[2], 71));
		check();
		for _ in 0..9 {
			idle(enough_for_one());
			check();
		}
		assert!(all_settled());
		assert!(balance(71) > 0);
		assert_eq!(order.into_iter().chain([70, 71]).map(balance).sum::<Balance>(), budget);
	});
}

#[test]
fn a_sweep_goes_on_after_a_provider_that_was_forgotten() {
	ExtBuilder::default().providers((1..=6).map(|who| (who, STAKE))).build_and_execute(|| {
		let order = order();
		// The second one never did anything.
		for who in order.iter().filter(|who| **who != order[1]) {
			assert!(work(*who, 10).points > 0);
		}
		eras(3);
		idle(enough_for_one());
		idle(enough_for_one());
		assert_eq!(swept(), Some(order[1]));
		set_stake(order[1], 0);
		assert_ok!(MiningRewards::forget(by(NOBODY), order[1]));
		for settled in 2..=5 {
			idle(enough_for_one());
			assert_eq!(order.iter().filter(|who| balance(**who) > 0).count(), settled);
			check();
		}
		assert!(all_settled());
	});
}

#[test]
fn a_provider_whose_work_is_in_no_slot_yet_is_swept() {
	ExtBuilder::default().build_and_execute(|| {
		work(ALICE, 100);
		pass(10 * DAY);
		eras(2);
		assert!(provider(ALICE).slots.is_empty());
		idle(block());
		assert!(balance(ALICE) > 0 && all_settled());
	});
}

#[test]
fn a_sweep_settles_what_lies_apart() {
	ExtBuilder::default().providers((1..=9).map(|who| (who, STAKE))).build_and_execute(|| {
		for who in 1..=9 {
			work(who, 10);
			next_era();
		}
		eras(2);
		assert_eq!(Closed::<Test>::get().backlog, 3);
		let weight = idle(block());
		assert!(all_settled());
		assert_eq!(weight, W::sweep(0) + W::settle(1) * 9u64 + step(W::settle_backlog) * 3u64);
	});
}

#[test]
fn whoever_cannot_receive_does_not_stop_a_sweep() {
	ExtBuilder::default().providers((1..=6).map(|who| (who, STAKE))).build_and_execute(|| {
		for who in 1..=6 {
			let mut small = job(who, 10);
			if who % 2 == 0 {
				small.public_fees = ED / 40;
			}
			assert_ok!(MiningRewards::report(&small));
		}
		eras(3);
		events();
		idle(block());
		assert!(all_settled());
		assert_eq!(books().owed, 3 * (ED / 2));
		assert_eq!(events().iter().filter(|event| matches!(event, Event::Owed { .. })).count(), 3);
		// There is no era left to be settled, so it does not try again.
		assert_eq!(idle(block()), W::sweep(0));
		assert_noop!(settle([2, 4, 6]), Error::<Test>::NothingToSettle);
	});
}

#[test]
fn sweeps_come_to_an_end_in_whatever_steps() {
	for more in 0..3u64 {
		ExtBuilder::default().providers((1..=10).map(|who| (who, STAKE))).build_and_execute(|| {
			for round in 0..4 {
				(1..=10).filter(|who| who % 4 != round).for_each(|who| assert!(work(who, 10).points > 0));
				next_era();
			}
			eras(2);
			let mut sweeps = 0;
			while !all_settled() {
				idle(enough_for_one() + W::settle(1) * more);
				check();
				sweeps += 1;
				assert!(sweeps <= 30, "it does not end");
			}
			assert_eq!(books().assigned, 0);
		});
	}
}
