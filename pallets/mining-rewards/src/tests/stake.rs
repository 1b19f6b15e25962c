use super::*;
use crate::{CurrentEra, Era, Error, Event, Providers, Rules};
use btt_primitives::{
	mining::{JobRewards, Outcome},
	BTT, DAY,
};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError::BadOrigin;

#[test]
fn stake_for_the_role_makes_a_provider_of_the_next_era() {
	ExtBuilder::default().providers([]).build_and_execute(|| {
		events();
		set_stake(ALICE, STAKE);
		assert_eq!(events(), [Event::ProviderAdded { provider: ALICE }]);
		assert_eq!((provider(ALICE).stake, provider(ALICE).capacity), (STAKE, 0));
		// Its jobs are judged from now on, and count from the next era on.
		assert_eq!(work(ALICE, 100).units, 0);
		assert_eq!(provider(ALICE).judged, 10_000_000);
		next_era();
		assert_eq!(work(ALICE, 2_000).units, 1_000);
		assert_eq!(provider(ALICE).capacity, 1_000);
	});
}

#[test]
fn stake_without_the_role_makes_no_provider() {
	ExtBuilder::default().providers([]).build_and_execute(|| {
		events();
		set_stake(ALICE, STAKE - 1);
		set_stake(BOB, 0);
		assert_eq!(Providers::<Test>::iter().count(), 0);
		assert_eq!(events(), []);
		assert_noop!(MiningRewards::report(&job(ALICE, 1)), Error::<Test>::NotProvider);
	});
}

#[test]
fn stake_from_before_mining_counts_in_the_first_era() {
	ExtBuilder::default().providers([]).build_and_execute(|| {
		// Mining has not started.
		CurrentEra::<Test>::mutate(|era| *era = Era { regions: era.regions.clone(), ..Default::default() });
		MiningStart::set(now() + 30 * DAY);
		set_stake(ALICE, STAKE);
		pass(29 * DAY);
		assert_eq!(era().end, 0);
		pass(DAY);
		assert_eq!((era().index, era().start), (0, MiningStart::get()));
		assert_eq!(work(ALICE, 100).units, 100);
	});
}

#[test]
fn more_stake_and_less_count_from_the_next_era_on() {
	ExtBuilder::default().build_and_execute(|| {
		set_stake(ALICE, 5 * STAKE);
		assert_eq!(work(ALICE, 2_000).units, 1_000);
		next_era();
		set_stake(ALICE, 2 * STAKE);
		assert_eq!(work(ALICE, 10_000).units, 5_000);
		next_era();
		assert_eq!(work(ALICE, 10_000).units, 2_000);
	});
}

#[test]
fn what_was_at_stake_when_an_era_began_counts_whenever_the_provider_is_met() {
	ExtBuilder::default().build_and_execute(|| {
		pass(10 * DAY);
		// Nobody has met Alice in this era before.
		set_stake(ALICE, 5 * STAKE);
		assert_eq!(provider(ALICE).capacity, 1_000);
		pass(10 * DAY);
		set_stake(ALICE, STAKE);
		assert_eq!(provider(ALICE).capacity, 5_000);
	});
}

#[test]
fn a_part_of_the_stake_of_a_unit_counts_for_nothing() {
	ExtBuilder::default().providers([(ALICE, 2 * STAKE - 1)]).build_and_execute(|| {
		assert_eq!(work(ALICE, 10_000).units, 1_999);
		let rules = Rules { stake_per_unit: BTT / 100, ..Default::default() };
		assert_ok!(MiningRewards::set_rules(by(GOVERNANCE), rules));
		next_era();
		assert_ok!(MiningRewards::report(&job(ALICE, 1)));
		assert_eq!(provider(ALICE).capacity, 199_999);
	});
}

#[test]
fn who_loses_the_role_keeps_what_it_earned() {
	ExtBuilder::default().build_and_execute(|| {
		let (index, budget) = (era().index, era().budget);
		work(ALICE, 100);
		set_stake(ALICE, STAKE - 1);
		assert_eq!((provider(ALICE).stake, provider(ALICE).work.units), (0, 100));
		// The role was there when the era began.
		work(ALICE, 100);
		assert_eq!(provider(ALICE).work.units, 200);
		next_era();
		assert_eq!(work(ALICE, 100).units, 0);
		assert_eq!(provider(ALICE).slots[0].era, index);
		eras(2);
		assert_ok!(settle([ALICE]));
		assert_eq!(balance(ALICE), budget);
	});
}

#[test]
fn unvested_tokens_give_no_capacity_until_they_have_vested() {
	ExtBuilder::default().providers([]).build_and_execute(|| {
		UnvestedOf::set([(ALICE, 600 * BTT), (BOB, 5 * STAKE)].into());
		set_stake(ALICE, STAKE);
		set_stake(BOB, STAKE);
		next_era();
		assert_eq!(work(ALICE, 1_000).units, 400);
		assert_eq!(work(BOB, 1_000).units, 0);

		UnvestedOf::set([(ALICE, 100 * BTT)].into());
		next_era();
		// Nobody has looked yet.
		assert_eq!(work(ALICE, 1_000).units, 400);
		assert_ok!(MiningRewards::refresh(by(NOBODY), ALICE));
		assert_eq!(provider(ALICE).capacity, 400);
		next_era();
		assert_eq!(work(ALICE, 1_000).units, 900);
	});
}

#[test]
fn refresh_finds_out_that_the_role_is_gone() {
	ExtBuilder::default().build_and_execute(|| {
		Stakes::set(Default::default());
		assert_ok!(MiningRewards::refresh(by(NOBODY), ALICE));
		assert_eq!(provider(ALICE).stake, 0);
	});
}

#[test]
fn refresh_fails_for_strangers() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(MiningRewards::refresh(RuntimeOrigin::root(), ALICE), BadOrigin);
		// Even with stake: it is a provider as soon as it has the role.
		Stakes::mutate(|stakes| stakes.insert(NOBODY, STAKE));
		assert_noop!(MiningRewards::refresh(by(ALICE), NOBODY), Error::<Test>::NotProvider);
	});
}

#[test]
fn work_of_an_earlier_era_survives_a_change_of_stake() {
	ExtBuilder::default().build_and_execute(|| {
		let (index, points) = (era().index, work(ALICE, 100).points);
		set_stake(ALICE, 2 * STAKE);
		assert_eq!(provider(ALICE).work.points, points);
		next_era();
		for stake in [3 * STAKE, 0, STAKE] {
			set_stake(ALICE, stake);
			check();
			let slots = provider(ALICE).slots;
			assert_eq!(slots.iter().map(|slot| (slot.era, slot.points)).collect::<Vec<_>>(), [(index, points)]);
		}
	});
}

#[test]
fn who_is_no_provider_any_more_is_forgotten_when_nothing_is_left_of_it() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(MiningRewards::forget(RuntimeOrigin::root(), ALICE), BadOrigin);
		assert_noop!(MiningRewards::forget(by(NOBODY), NOBODY), Error::<Test>::NotProvider);
		assert_noop!(MiningRewards::forget(by(NOBODY), ALICE), Error::<Test>::IsProvider);
		work(ALICE, 100);
		set_stake(ALICE, 0);
		let not_yet = || {
			assert_noop!(MiningRewards::forget(by(NOBODY), ALICE), Error::<Test>::NotIdle);
		};
		not_yet();
		next_era();
		not_yet();
		eras(2);
		assert_ok!(settle([ALICE]));
		// Ten jobs: 0.98^114 is one tenth less a little.
		pass(DAY / 4 * 110);
		not_yet();
		next_era();
		events();
		assert_ok!(MiningRewards::forget(by(NOBODY), ALICE));
		assert_eq!(events(), [Event::ProviderForgotten { provider: ALICE }]);
		assert!(Providers::<Test>::get(ALICE).is_none());
		assert_noop!(MiningRewards::forget(by(NOBODY), ALICE), Error::<Test>::NotProvider);
	});
}

#[test]
fn who_is_owed_something_is_not_forgotten() {
	ExtBuilder::default().build_and_execute(|| {
		let mut small = job(ALICE, 10);
		small.public_fees = ED / 40;
		assert_ok!(MiningRewards::report(&small));
		set_stake(ALICE, 0);
		eras(3);
		assert_ok!(settle([ALICE]));
		pass(365 * DAY);
		assert_noop!(MiningRewards::forget(by(NOBODY), ALICE), Error::<Test>::NotIdle);
		give(ALICE, ED);
		assert_ok!(settle([ALICE]));
		assert_ok!(MiningRewards::forget(by(NOBODY), ALICE));
	});
}

#[test]
fn a_bad_reputation_is_not_forgotten_by_leaving() {
	ExtBuilder::default().build_and_execute(|| {
		for _ in 0..34 {
			let mut false_job = job(ALICE, 1);
			false_job.outcome = Outcome::False;
			assert_ok!(MiningRewards::report(&false_job));
		}
		set_stake(ALICE, 0);
		next_era();
		assert_noop!(MiningRewards::forget(by(NOBODY), ALICE), Error::<Test>::NotIdle);
		set_stake(ALICE, STAKE);
		next_era();
		let credit = work(ALICE, 100);
		assert_eq!((credit.units, credit.points > 0), (100, provider(ALICE).quality >= 300_000));
		assert!(provider(ALICE).quality < 310_000);
	});
}

#[test]
fn who_comes_back_after_it_was_forgotten_begins_anew() {
	ExtBuilder::default().build_and_execute(|| {
		attest(ALICE, Some(HOME), Some(1));
		set_stake(ALICE, 0);
		assert_ok!(MiningRewards::forget(by(NOBODY), ALICE));
		set_stake(ALICE, STAKE);
		let provider = provider(ALICE);
		assert_eq!((provider.location, provider.energy, provider.judged), (None, None, 0));
		assert_eq!((provider.quality, provider.capacity, provider.stake), (500_000, 0, STAKE));
	});
}

#[test]
fn a_reputation_of_less_than_a_job_keeps_nobody() {
	ExtBuilder::default().build_and_execute(|| {
		// A job at a billionth of its reference price.
		let mut cheap = job(ALICE, 10);
		cheap.price = 1;
		cheap.floor_price = 0;
		cheap.reference_price = 1_000_000_000;
		assert_ok!(MiningRewards::report(&cheap));
		set_stake(ALICE, 0);
		assert_noop!(MiningRewards::forget(by(NOBODY), ALICE), Error::<Test>::NotIdle);
		eras(3);
		assert_ok!(settle([ALICE]));
		assert_eq!(provider(ALICE).judged, 0);
		assert_ok!(MiningRewards::forget(by(NOBODY), ALICE));
	});
}
