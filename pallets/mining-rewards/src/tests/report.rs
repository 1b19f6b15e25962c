//! What a job counts for: for whom, for how many units, and of which buyers.

use super::*;
use crate::{Error, Rules};
use btt_primitives::{
	mining::{JobCredit, JobRewards, Outcome, VerifiedJob, MAX_JOB_ENERGY, MAX_JOB_UNITS},
	staking::OnStakeChanged,
	Balance, BTT,
};
use frame_support::{assert_noop, assert_ok};

/// Whoever controls a provider and its clinics.
const CONTROLLER: u32 = 7;

/// The score of a newcomer: 40 % for the work, and 30 % for a quality of one half.
const FRESH: u64 = 550_000;

fn report(job: &VerifiedJob<AccountId>) -> JobCredit {
	MiningRewards::report(job).unwrap()
}

/// Let the rules of the next era differ as `change` says, and begin it.
fn with_rules(change: impl FnOnce(&mut Rules)) {
	let mut rules = Rules::default();
	change(&mut rules);
	assert_ok!(MiningRewards::set_rules(by(GOVERNANCE), rules));
	next_era();
}

/// Every point counts, whoever buys.
fn count_all() {
	with_rules(|rules| rules.concentration = 100);
}

/// A job of `units` that `clinic` bought of `provider`.
fn job_of(provider: AccountId, clinic: AccountId, units: u32) -> VerifiedJob<AccountId> {
	let mut job = job(provider, units);
	job.buyer.account = clinic;
	job
}

/// Report a job that was done but earns nothing.
fn assert_earns_nothing(job: &VerifiedJob<AccountId>) {
	let (before, era_before) = (provider(job.provider), era());
	let credit = report(job);
	assert_eq!(credit, JobCredit { era: era_before.index, units: 0, points: 0 });
	let after = provider(job.provider);
	assert_eq!(after.work, before.work);
	assert_eq!(era(), era_before);
}

#[test]
fn a_job_counts_its_units_by_their_score() {
	ExtBuilder::default().build_and_execute(|| {
		count_all();
		events();
		let credit = report(&job_of(ALICE, CLINIC, 7));
		assert_eq!(credit, JobCredit { era: 2, units: 7, points: 7 * FRESH });
		// Whoever reports it tells of it.
		assert_eq!(events(), []);
		let work = provider(ALICE).work;
		assert_eq!((work.units, work.points, work.fees), (7, 7 * FRESH, 70_000 * BTT));
		assert_eq!(work.buyers.len(), 1);
		assert_eq!(era().points, u128::from(7 * FRESH));
	});
}

#[test]
fn a_job_of_somebody_who_is_no_provider_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(MiningRewards::report(&job(NOBODY, 1)), Error::<Test>::NotProvider);
		// Too little for the role.
		set_stake(NOBODY, STAKE - 1);
		assert_noop!(MiningRewards::report(&job(NOBODY, 1)), Error::<Test>::NotProvider);
		set_stake(NOBODY, STAKE);
		assert_ok!(MiningRewards::report(&job(NOBODY, 1)));
	});
}

#[test]
fn a_job_in_an_unknown_region_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		let mut job = job(ALICE, 1);
		job.region = 3;
		assert_noop!(MiningRewards::report(&job), Error::<Test>::UnknownRegion);
		assert_ok!(MiningRewards::set_region(by(GOVERNANCE), 3, 0));
		assert_ok!(MiningRewards::report(&job));
		assert_ok!(MiningRewards::remove_region(by(GOVERNANCE), 3));
		assert_noop!(MiningRewards::report(&job), Error::<Test>::UnknownRegion);
	});
}

#[test]
fn the_units_of_a_job_have_bounds() {
	ExtBuilder::default().build_and_execute(|| {
		let with = |units| VerifiedJob { units, ..job(ALICE, 1) };
		for units in [0, MAX_JOB_UNITS + 1, u32::MAX] {
			assert_noop!(MiningRewards::report(&with(units)), Error::<Test>::UnitsOutOfBounds);
		}
		assert_eq!(report(&with(1)).units, 1);
		assert_eq!(report(&with(MAX_JOB_UNITS)).units, 999);
	});
}

#[test]
fn the_energy_of_a_job_has_bounds() {
	ExtBuilder::default().build_and_execute(|| {
		let with = |energy| VerifiedJob { energy, ..job(ALICE, 1) };
		for energy in [0, MAX_JOB_ENERGY + 1, u64::MAX] {
			assert_noop!(MiningRewards::report(&with(energy)), Error::<Test>::EnergyOutOfBounds);
		}
		assert_eq!(report(&with(1)).units, 1);
		assert_eq!(report(&with(MAX_JOB_ENERGY)).units, 1);
	});
}

#[test]
fn a_job_without_a_reference_price_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		let mut job = job(ALICE, 1);
		job.reference_price = 0;
		assert_noop!(MiningRewards::report(&job), Error::<Test>::NoReferencePrice);
		job.reference_price = 1;
		assert_ok!(MiningRewards::report(&job));
	});
}

#[test]
fn a_false_result_is_refused_for_the_same_reasons() {
	ExtBuilder::default().build_and_execute(|| {
		let wrong = |provider| VerifiedJob { outcome: Outcome::False, ..job(provider, 1) };
		assert_noop!(MiningRewards::report(&wrong(NOBODY)), Error::<Test>::NotProvider);
		let job = VerifiedJob { region: 3, ..wrong(ALICE) };
		assert_noop!(MiningRewards::report(&job), Error::<Test>::UnknownRegion);
		let job = VerifiedJob { units: 0, ..wrong(ALICE) };
		assert_noop!(MiningRewards::report(&job), Error::<Test>::UnitsOutOfBounds);
		let job = VerifiedJob { energy: 0, ..wrong(ALICE) };
		assert_noop!(MiningRewards::report(&job), Error::<Test>::EnergyOutOfBounds);
		let job = VerifiedJob { reference_price: 0, ..wrong(ALICE) };
		assert_noop!(MiningRewards::report(&job), Error::<Test>::NoReferencePrice);
	});
}

#[test]
fn a_false_result_earns_nothing_and_lowers_the_quality_from_the_next_era_on() {
	ExtBuilder::default().build_and_execute(|| {
		count_all();
		let wrong = VerifiedJob { outcome: Outcome::False, ..job(ALICE, 10) };
		assert_earns_nothing(&wrong);
		assert_eq!((provider(ALICE).judged, provider(ALICE).passed), (1_000_000, 0));
		assert_eq!(report(&job(ALICE, 1)).points, FRESH);
		assert_eq!((provider(ALICE).judged, provider(ALICE).passed), (2_000_000, 1_000_000));

		next_era();
		assert_eq!(report(&wrong).points, 0);
		// Of the two jobs before it one has passed: still one half.
		assert_eq!(report(&job(ALICE, 1)).points, FRESH);
		report(&wrong);
		next_era();
		assert!(report(&job(ALICE, 1)).points < FRESH);
	});
}

#[test]
fn a_job_under_the_floor_price_earns_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		let with = |price| VerifiedJob { price, ..job(ALICE, 1) };
		assert_earns_nothing(&with(5 * BTT - 1));
		assert_eq!(report(&with(5 * BTT)).units, 1);
		// A service without a floor may be given away.
		assert_eq!(report(&VerifiedJob { floor_price: 0, ..with(0) }).units, 1);
	});
}

#[test]
fn a_job_for_somebody_who_is_not_accredited_earns_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		let mut job = job(ALICE, 1);
		job.buyer.accredited = false;
		assert_earns_nothing(&job);
		job.buyer.accredited = true;
		assert_eq!(report(&job).units, 1);
	});
}

#[test]
fn a_job_for_the_own_account_earns_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		assert_earns_nothing(&job_of(ALICE, ALICE, 1));
		assert_eq!(report(&job_of(ALICE, BOB, 1)).units, 1);
	});
}

#[test]
fn a_job_for_the_same_controller_earns_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		let bought_by = |controller| {
			let mut job = job(ALICE, 1);
			job.buyer.controller = controller;
			job
		};
		// Nobody has attested who controls Alice.
		assert_eq!(report(&bought_by(Some(CONTROLLER))).units, 1);
		let attestation = crate::Attestation { controller: Some(CONTROLLER), ..Default::default() };
		assert_ok!(MiningRewards::attest(by(REGISTRAR), ALICE, attestation));
		assert_earns_nothing(&bought_by(Some(CONTROLLER)));
		assert_eq!(report(&bought_by(Some(CONTROLLER + 1))).units, 1);
		assert_eq!(report(&bought_by(None)).units, 1);
	});
}

#[test]
fn what_earns_nothing_takes_no_capacity_and_raises_no_payout_cap() {
	ExtBuilder::default().build_and_execute(|| {
		let mut cheap = job(ALICE, 1_000);
		cheap.price = 1;
		report(&cheap);
		report(&VerifiedJob { outcome: Outcome::False, ..job(ALICE, 1_000) });
		report(&job_of(ALICE, ALICE, 1_000));
		assert_eq!(provider(ALICE).work, Default::default());
		assert_eq!(report(&job(ALICE, 1_000)).units, 1_000);
	});
}

#[test]
fn a_job_counts_in_the_reputation_by_its_price_up_to_the_reference() {
	ExtBuilder::default().build_and_execute(|| {
		let mut expected = 0;
		for (price, weight) in [
			(0, 0),
			(1, 0),
			(BTT, 100_000),
			(10 * BTT - 1, 999_999),
			(10 * BTT, 1_000_000),
			(10 * BTT + 1, 1_000_000),
			(Balance::MAX, 1_000_000),
		] {
			report(&VerifiedJob { price, floor_price: 0, ..job(ALICE, 1) });
			expected += weight;
			assert_eq!(provider(ALICE).judged, expected, "{price}");
			assert_eq!(provider(ALICE).passed, expected, "{price}");
		}
		report(&VerifiedJob { price: BTT, outcome: Outcome::False, ..job(ALICE, 1) });
		assert_eq!(provider(ALICE).judged, expected + 100_000);
		assert_eq!(provider(ALICE).passed, expected);
	});
}

/// Otherwise a provider would repair what false results have cost it by buying of itself, for the fee alone.
#[test]
fn jobs_that_a_provider_buys_of_itself_do_not_repair_its_reputation() {
	ExtBuilder::default().build_and_execute(|| {
		let attestation = crate::Attestation { controller: Some(CONTROLLER), ..Default::default() };
		assert_ok!(MiningRewards::attest(by(REGISTRAR), ALICE, attestation));
		(0..100).for_each(|_| {
			report(&VerifiedJob { outcome: Outcome::False, ..job(ALICE, 1) });
		});
		let ruined = provider(ALICE);

		let own = job_of(ALICE, ALICE, 1);
		let (mut disguised, mut controlled) = (job_of(ALICE, NOBODY, 1), job_of(ALICE, CLINIC, 1));
		disguised.buyer.accredited = false;
		controlled.buyer.controller = Some(CONTROLLER);
		for job in [own, disguised, controlled] {
			report(&job);
			assert_eq!((provider(ALICE).judged, provider(ALICE).passed), (ruined.judged, ruined.passed));
		}
	});
}

#[test]
fn a_false_result_lowers_the_quality_whoever_bought_it() {
	ExtBuilder::default().build_and_execute(|| {
		let mut job = VerifiedJob { outcome: Outcome::False, ..job_of(ALICE, NOBODY, 1) };
		job.buyer.accredited = false;
		report(&job);
		assert_eq!((provider(ALICE).judged, provider(ALICE).passed), (1_000_000, 0));
	});
}

// Capacity.

#[test]
fn no_more_units_count_than_there_is_stake_for() {
	ExtBuilder::default().build_and_execute(|| {
		count_all();
		assert_eq!(provider(ALICE).capacity, 0, "Alice has not entered the era");
		assert_eq!(report(&job(ALICE, 999)), JobCredit { era: 2, units: 999, points: 999 * FRESH });
		assert_eq!(provider(ALICE).capacity, 1_000);
		// Of two units one still has room, and gets its own part of the points.
		assert_eq!(report(&job(ALICE, 2)), JobCredit { era: 2, units: 1, points: FRESH });
		assert_eq!(report(&job(ALICE, 1)), JobCredit { era: 2, units: 0, points: 0 });
		assert_eq!(provider(ALICE).work.units, 1_000);
		assert_eq!(era().points, u128::from(1_000 * FRESH));
		next_era();
		assert_eq!(report(&job(ALICE, 1)).units, 1);
	});
}

#[test]
fn a_fraction_of_what_a_unit_takes_gives_no_unit() {
	let providers = [(ALICE, STAKE + BTT - 1), (BOB, STAKE + BTT), (CAROL, STAKE)];
	ExtBuilder::default().providers(providers).build_and_execute(|| {
		for (who, units) in [(ALICE, 1_000), (BOB, 1_001), (CAROL, 1_000)] {
			assert_eq!(report(&job(who, 5_000)).units, units);
		}
		// 1,000 BTT for units of 3 BTT each: 333 and a third.
		with_rules(|rules| rules.stake_per_unit = 3 * BTT);
		assert_eq!(report(&job(CAROL, 5_000)).units, 333);
		// 1,001 BTT for units of 0.01 BTT each.
		with_rules(|rules| rules.stake_per_unit = BTT / 100);
		assert_eq!(report(&job(BOB, 200_000)).units, 100_100);
		with_rules(|rules| rules.stake_per_unit = 1_000 * BTT);
		assert_eq!(report(&job(BOB, 5_000)).units, 1);
	});
}

#[test]
fn more_stake_counts_from_the_next_era_on() {
	ExtBuilder::default().build_and_execute(|| {
		report(&job(ALICE, 1_000));
		// Bob has not entered the era, and nevertheless counts as he began it.
		for who in [ALICE, BOB] {
			set_stake(who, 3 * STAKE);
		}
		assert_eq!(report(&job(ALICE, 1)).units, 0);
		assert_eq!(report(&job(BOB, 5_000)).units, 1_000);
		next_era();
		assert_eq!(report(&job(ALICE, 5_000)).units, 3_000);
		assert_eq!(report(&job(BOB, 5_000)).units, 3_000);
	});
}

#[test]
fn a_new_provider_counts_from_the_next_era_on() {
	ExtBuilder::default().build_and_execute(|| {
		set_stake(NOBODY, STAKE);
		assert_eq!(report(&job(NOBODY, 1)).units, 0);
		next_era();
		assert_eq!(report(&job(NOBODY, 1)).units, 1);
	});
}

#[test]
fn less_stake_counts_from_the_next_era_on() {
	ExtBuilder::default().providers([(ALICE, 2 * STAKE)]).build_and_execute(|| {
		report(&job(ALICE, 500));
		set_stake(ALICE, STAKE);
		assert_eq!(report(&job(ALICE, 5_000)).units, 1_500);
		next_era();
		assert_eq!(report(&job(ALICE, 5_000)).units, 1_000);
		// Without the role none of it counts.
		set_stake(ALICE, STAKE - 1);
		next_era();
		assert_eq!(report(&job(ALICE, 5_000)).units, 0);
		set_stake(ALICE, 0);
		next_era();
		assert_eq!(report(&job(ALICE, 5_000)).units, 0);
	});
}

#[test]
fn stake_that_comes_and_goes_within_an_era_gives_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		set_stake(ALICE, 100 * STAKE);
		set_stake(ALICE, STAKE);
		assert_eq!(report(&job(ALICE, 5_000)).units, 1_000);
		next_era();
		set_stake(ALICE, 100 * STAKE);
		assert_eq!(report(&job(ALICE, 5_000)).units, 1_000);
		set_stake(ALICE, STAKE);
		next_era();
		assert_eq!(report(&job(ALICE, 5_000)).units, 1_000);
	});
}

#[test]
fn unvested_stake_gives_no_capacity() {
	ExtBuilder::default().build_and_execute(|| {
		UnvestedOf::mutate(|unvested| unvested.insert(ALICE, 400 * BTT));
		MiningRewards::on_stake_changed(&ALICE, STAKE);
		next_era();
		assert_eq!(report(&job(ALICE, 5_000)).units, 600);

		// What vests counts once somebody says so, from the next era on.
		UnvestedOf::mutate(|unvested| unvested.insert(ALICE, 100 * BTT));
		next_era();
		assert_eq!(report(&job(ALICE, 5_000)).units, 600);
		assert_ok!(MiningRewards::refresh(by(NOBODY), ALICE));
		assert_eq!(report(&job(ALICE, 5_000)).units, 0);
		next_era();
		assert_eq!(report(&job(ALICE, 5_000)).units, 900);

		UnvestedOf::mutate(|unvested| unvested.insert(ALICE, 5 * STAKE));
		assert_ok!(MiningRewards::refresh(by(NOBODY), ALICE));
		next_era();
		assert_eq!(report(&job(ALICE, 5_000)).units, 0);
	});
}

#[test]
fn nobody_refreshes_who_is_no_provider() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(MiningRewards::refresh(by(ALICE), NOBODY), Error::<Test>::NotProvider);
		assert_noop!(MiningRewards::refresh(RuntimeOrigin::none(), ALICE), sp_runtime::DispatchError::BadOrigin);
	});
}

#[test]
fn two_accounts_have_no_more_capacity_than_one_with_the_stake_of_both() {
	ExtBuilder::default().providers([(ALICE, 2 * STAKE), (BOB, STAKE), (CAROL, STAKE)]).build_and_execute(|| {
		let (one, two) = (work(ALICE, 5_000), [work(BOB, 5_000), work(CAROL, 5_000)]);
		assert_eq!(one.units, two[0].units + two[1].units);
		assert!(one.points >= two[0].points + two[1].points);
	});
}

// Concentration.

#[test]
fn of_one_buyer_a_tenth_of_the_points_counts() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(report(&job_of(ALICE, CLINIC, 100)).points, 10 * FRESH);
		assert_eq!(report(&job_of(ALICE, CLINIC, 100)).points, 10 * FRESH);
		// 300 units, of two buyers 30 each.
		assert_eq!(report(&job_of(ALICE, CLINIC + 1, 100)).points, 40 * FRESH);
		assert_eq!(provider(ALICE).work.points, 60 * FRESH);
		assert_eq!(provider(ALICE).work.units, 300);
		assert_eq!(era().points, u128::from(60 * FRESH));
	});
}

#[test]
fn the_part_of_one_buyer_is_rounded_down() {
	ExtBuilder::default().build_and_execute(|| {
		// An era later the quality is 25.098 / 50.098.
		report(&VerifiedJob { price: BTT, floor_price: 0, ..job_of(ALICE, CLINIC, 1) });
		next_era();
		let points = report(&job_of(ALICE, CLINIC, 1)).points;
		assert_eq!(provider(ALICE).quality, 500_978);
		assert_eq!(points, (400_000 + 3 * 500_978 / 10) / 10);
	});
}

#[test]
fn ten_buyers_of_a_tenth_each_count_in_full() {
	ExtBuilder::default().build_and_execute(|| {
		let credit = work(ALICE, 1_000);
		assert_eq!((credit.units, credit.points), (1_000, 1_000 * FRESH));
		// One of nine has a ninth.
		for clinic in 0..9 {
			report(&job_of(BOB, 1_000 + clinic, 100));
		}
		assert_eq!(provider(BOB).work.points, 9 * 90 * FRESH);
	});
}

#[test]
fn in_which_order_buyers_come_does_not_matter() {
	ExtBuilder::default().build_and_execute(|| {
		let jobs: Vec<_> = (0..20).map(|n: u64| (1_000 + n % 7, 1 + (n * n) as u32 % 13)).collect();
		for (clinic, units) in &jobs {
			report(&job_of(ALICE, *clinic, *units));
		}
		for (clinic, units) in jobs.iter().rev() {
			report(&job_of(BOB, *clinic, *units));
		}
		assert_eq!(provider(ALICE).work.points, provider(BOB).work.points);
	});
}

#[test]
fn buyers_of_one_controller_are_one() {
	ExtBuilder::default().build_and_execute(|| {
		for clinic in 0..10 {
			let mut job = job_of(ALICE, 1_000 + clinic, 50);
			job.buyer.controller = Some(CONTROLLER);
			report(&job);
		}
		assert_eq!(provider(ALICE).work.points, 50 * FRESH);
		assert_eq!(provider(ALICE).work.buyers.len(), 1);
		// An account that has the number of a controller is another buyer.
		report(&job_of(ALICE, CONTROLLER.into(), 100));
		assert_eq!(provider(ALICE).work.buyers.len(), 2);
	});
}

#[test]
fn buyers_are_counted_anew_in_every_era_and_for_every_provider() {
	ExtBuilder::default().build_and_execute(|| {
		report(&job_of(ALICE, CLINIC, 100));
		assert_eq!(report(&job_of(BOB, CLINIC, 100)).points, 10 * FRESH);
		next_era();
		report(&job_of(ALICE, CLINIC, 100));
		assert_eq!(provider(ALICE).work.buyers.len(), 1);
		assert!(provider(ALICE).work.points < 11 * FRESH);
	});
}

#[test]
fn the_part_that_may_come_of_one_buyer_is_set_by_the_rules() {
	ExtBuilder::default().build_and_execute(|| {
		for percent in [4, 25, 99, 100] {
			with_rules(|rules| rules.concentration = percent);
			let points = report(&VerifiedJob { price: 0, floor_price: 0, ..job_of(ALICE, CLINIC, 100) }).points;
			assert_eq!(points, u64::from(percent) * FRESH);
		}
	});
}

/// Numbers without a pattern.
fn numbers(seed: u64) -> impl FnMut(u64) -> u64 {
	let mut state = seed;
	move |below| {
		state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
		(state >> 33) % below
	}
}

/// Report 300 jobs of Alice for so many clinics, of which one buys half. Returns the points by clinic.
fn crowd(clinics: u64, seed: u64) -> Vec<u64> {
	let mut next = numbers(seed);
	let mut bought = vec![0; clinics as usize];
	for _ in 0..300 {
		let clinic = if next(2) == 0 { clinics / 2 } else { next(clinics) };
		let units = 1 + next(40) as u32;
		let credit = report(&job_of(ALICE, 1_000 + clinic, units));
		assert_eq!(credit.units, units);
		bought[clinic as usize] += u64::from(units) * FRESH;
	}
	bought
}

/// What counts, and all there is, when every buyer counts at most a tenth of all.
fn exact(bought: &[u64]) -> (u64, u64) {
	let sum: u64 = bought.iter().sum();
	(bought.iter().map(|points| (*points).min(sum / 10)).sum(), sum)
}

#[test]
fn up_to_32_buyers_are_counted_exactly() {
	for (clinics, seed) in [(1, 1), (2, 2), (9, 3), (11, 4), (31, 5), (32, 6), (32, 7)] {
		ExtBuilder::default().providers([(ALICE, 20 * STAKE)]).build_and_execute(|| {
			let bought = crowd(clinics, seed);
			assert_eq!(provider(ALICE).work.points, exact(&bought).0, "{clinics} clinics");
		});
	}
}

#[test]
fn of_more_than_32_buyers_none_counts_more_than_a_tenth() {
	for (clinics, seed) in [(33, 1), (40, 2), (64, 3), (100, 4), (200, 5), (200, 6)] {
		ExtBuilder::default().providers([(ALICE, 20 * STAKE)]).build_and_execute(|| {
			let bought = crowd(clinics, seed);
			let (exact, sum) = exact(&bought);
			let points = provider(ALICE).work.points;
			assert!(points <= exact, "{clinics} clinics: {points} of {exact}");
			// The one that bought half may lose what others left in its counter.
			assert!(points >= exact - sum / 32, "{clinics} clinics: {points} of {exact}");
			assert_eq!(provider(ALICE).work.buyers.len(), 32);
		});
	}
}

#[test]
fn hiding_behind_many_small_buyers_does_not_raise_the_part_of_a_large_one() {
	ExtBuilder::default().providers([(ALICE, 20 * STAKE)]).build_and_execute(|| {
		// The large one buys whenever it has just lost its counter, so that what it bought lies scattered.
		let (mut large, mut small) = (0, 0);
		for round in 0..100 {
			large += report(&job_of(ALICE, CLINIC, 50)).units;
			for clinic in 0..40 {
				small += report(&job_of(ALICE, 10_000 + 40 * round + clinic, 1)).units;
			}
		}
		let sum = u64::from(large + small);
		let points = provider(ALICE).work.points;
		assert!(points <= (u64::from(small) + sum / 10) * FRESH, "{points}");
	});
}

// Volume.

#[test]
fn only_work_where_the_provider_is_counts_in_the_volume_of_the_region() {
	ExtBuilder::default().build_and_execute(|| {
		let units = || (region(HOME).units, region(AWAY).units);
		report(&job(ALICE, 10));
		assert_eq!(units(), (0, 0));
		attest(ALICE, Some(HOME), None);
		report(&job(ALICE, 10));
		assert_eq!(units(), (10, 0));
		report(&VerifiedJob { region: AWAY, ..job(ALICE, 10) });
		assert_eq!(units(), (10, 0));
		// Of 2,000 units 970 have room.
		report(&job(ALICE, 2_000));
		assert_eq!(units(), (980, 0));
		next_era();
		assert_eq!((units(), region(AWAY).volume, era().volume), ((0, 0), 0, region(HOME).volume.into()));
	});
}

#[test]
fn what_earns_nothing_has_no_volume() {
	ExtBuilder::default().build_and_execute(|| {
		attest(ALICE, Some(HOME), None);
		report(&VerifiedJob { outcome: Outcome::False, ..job(ALICE, 10) });
		report(&VerifiedJob { price: 1, ..job(ALICE, 10) });
		report(&job_of(ALICE, ALICE, 10));
		assert_eq!(region(HOME).units, 0);
	});
}

#[test]
fn the_volume_keeps_27_of_28_parts_in_a_quarter_of_a_day() {
	ExtBuilder::default().build_and_execute(|| {
		attest(ALICE, Some(HOME), None);
		report(&job(ALICE, 280));
		next_era();
		assert_eq!((region(HOME).volume, era().volume), (270_000_000, 270_000_000));
		report(&job(ALICE, 1));
		assert_eq!((region(HOME).volume, era().volume), (270_000_000, 270_000_000));
		// 271 · (27/28)^28 = 97.888…
		eras(28);
		assert!(era().volume.abs_diff(97_888_000) < 1_000, "{}", era().volume);
		assert_eq!(u128::from(region(HOME).volume), era().volume);
	});
}
