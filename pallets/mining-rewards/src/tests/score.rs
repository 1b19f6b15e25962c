//! How a job is scored: by the work, the reputation, the region and the energy, as they were when the era began.

use super::*;
use crate::{Attestation, Error, Rules, ScoreWeights};
use btt_primitives::{
	mining::{JobRewards, Outcome, VerifiedJob},
	BTT, DAY,
};
use frame_support::{assert_noop, assert_ok};

/// Let the rules of the next era count all buyers, and differ as `change` says, and begin it.
fn with_rules(change: impl FnOnce(&mut Rules)) {
	let mut rules = Rules { concentration: 100, ..Default::default() };
	change(&mut rules);
	assert_ok!(MiningRewards::set_rules(by(GOVERNANCE), rules));
	next_era();
}

fn weights(work: u8, quality: u8, geography: u8, energy: u8) -> ScoreWeights {
	ScoreWeights { work, quality, geography, energy }
}

/// Only one part of the score counts.
fn only(weights: ScoreWeights) {
	with_rules(|rules| {
		rules.weights = weights;
		rules.minimum_volume = 0;
	});
}

const QUALITY: ScoreWeights = ScoreWeights { work: 0, quality: 100, geography: 0, energy: 0 };
const GEOGRAPHY: ScoreWeights = ScoreWeights { work: 0, quality: 0, geography: 100, energy: 0 };
const ENERGY: ScoreWeights = ScoreWeights { work: 0, quality: 0, geography: 0, energy: 100 };

/// A job of one unit at no price leaves no trace in the reputation.
fn free_job(provider: AccountId) -> VerifiedJob<AccountId> {
	VerifiedJob { price: 0, floor_price: 0, ..job(provider, 1) }
}

/// What `job`, of one unit, scores, in millionths.
fn score_of(job: &VerifiedJob<AccountId>) -> u64 {
	let credit = MiningRewards::report(job).unwrap();
	assert_eq!(credit.units, 1, "the provider has no capacity left");
	credit.points
}

/// What a job of one unit of `provider` scores.
fn score(provider: AccountId) -> u64 {
	score_of(&free_job(provider))
}

/// Let `count` jobs of `provider`, of one unit and at their reference price, end as `outcome`.
fn judge(provider: AccountId, count: u32, outcome: Outcome) {
	for _ in 0..count {
		assert_ok!(MiningRewards::report(&VerifiedJob { outcome, ..job(provider, 1) }));
	}
}

/// Let `provider` work so many units where it is.
fn fill(provider: AccountId, region: u16, units: u32) {
	let job = VerifiedJob { region, units, energy: u64::from(units) * 1_000, ..free_job(provider) };
	assert_eq!(MiningRewards::report(&job).unwrap().units, units);
}

#[test]
fn a_newcomer_whom_nobody_attested_anything_scores_for_its_work_and_half_of_its_quality() {
	ExtBuilder::default().build_and_execute(|| {
		with_rules(|_| ());
		assert_eq!(score(ALICE), 400_000 + 150_000);
	});
}

#[test]
fn all_four_parts_add_up_by_their_weights() {
	ExtBuilder::default().build_and_execute(|| {
		attest(ALICE, Some(HOME), Some(2));
		with_rules(|rules| rules.settling_days = 0);
		// Quality one half, a region with little volume one half, and twice the energy of the reference.
		assert_eq!(score(ALICE), 400_000 + 150_000 + 75_000 + 75_000);
		attest(ALICE, Some(HOME), Some(1));
		with_rules(|rules| {
			rules.settling_days = 0;
			rules.minimum_volume = 0;
		});
		// A volume of nothing but its own, of which it should be one half.
		assert_eq!(score(ALICE), 400_000 + 150_000 + 75_000 + 150_000);
	});
}

#[test]
fn each_part_can_be_all_of_the_score_or_nothing_of_it() {
	ExtBuilder::default().build_and_execute(|| {
		attest(ALICE, Some(HOME), Some(2));
		for (weights, expected) in [
			(weights(100, 0, 0, 0), 1_000_000),
			(QUALITY, 500_000),
			(GEOGRAPHY, 500_000),
			(ENERGY, 500_000),
			(weights(1, 99, 0, 0), 505_000),
			(weights(25, 25, 25, 25), 625_000),
			(weights(97, 1, 1, 1), 985_000),
		] {
			with_rules(|rules| {
				rules.weights = weights;
				rules.settling_days = 0;
			});
			assert_eq!(score(ALICE), expected, "{weights:?}");
		}
	});
}

// Quality.

#[test]
fn accepted_jobs_raise_the_quality_from_the_next_era_on() {
	ExtBuilder::default().build_and_execute(|| {
		only(QUALITY);
		judge(ALICE, 10, Outcome::Accepted);
		assert_eq!(score(ALICE), 500_000);
		// 10 jobs fade to 9.8: (9.8 + 25) / 59.8.
		next_era();
		assert_eq!(score(ALICE), 581_939);
		// After another day they are 9.8 · 0.98^4 = 9.039…: 34.039 / 59.039.
		pass(DAY);
		assert_eq!(score(ALICE), 576_552);
		assert_eq!(provider(ALICE).judged, 9_039_207);
		// After a year nothing is left of them.
		pass(365 * DAY);
		assert_eq!(score(ALICE), 500_000);
		assert_eq!((provider(ALICE).judged, provider(ALICE).passed), (0, 0));
	});
}

#[test]
fn a_reputation_fades_by_the_clock_however_many_eras_pass() {
	ExtBuilder::default().build_and_execute(|| {
		only(QUALITY);
		judge(ALICE, 100, Outcome::Accepted);
		judge(BOB, 100, Outcome::Accepted);
		for _ in 0..40 {
			next_era();
			score(ALICE);
		}
		let (alice, bob) = (score(ALICE), score(BOB));
		// One rounding down for every step that was taken apart.
		assert!(provider(BOB).judged.abs_diff(provider(ALICE).judged) <= 40);
		assert!(alice.abs_diff(bob) <= 1, "{alice} and {bob}");
	});
}

#[test]
fn with_a_quality_under_three_tenths_nothing_is_earned() {
	ExtBuilder::default().build_and_execute(|| {
		with_rules(|_| ());
		// 34 fade to 33.32: 25 / 83.32. 35 fade to 34.3: 25 / 84.3.
		judge(ALICE, 34, Outcome::False);
		judge(BOB, 35, Outcome::False);
		assert_eq!((score(ALICE), score(BOB)), (550_000, 550_000));
		next_era();
		assert_eq!((score(ALICE), score(BOB)), (400_000 + 90_014, 0));
		assert_eq!((provider(ALICE).quality, provider(BOB).quality), (300_048, 296_559));
		// What earns nothing takes capacity.
		assert_eq!(provider(BOB).work.units, 1);
		assert_eq!(provider(BOB).work.points, 0);
		// 33.614 are still too many, 32.941 are not.
		next_era();
		assert_eq!((score(BOB), provider(BOB).quality), (0, 298_992));
		next_era();
		assert_eq!((score(BOB), provider(BOB).quality), (400_000 + 90_424, 301_416));
	});
}

#[test]
fn a_quality_of_exactly_the_floor_earns() {
	for (floor, expected) in [(25, 400_000 + 75_000), (26, 0)] {
		ExtBuilder::default().build_and_execute(|| {
			judge(ALICE, 2, Outcome::False);
			// Of two jobs one is left: (0 + 1/2) / 2.
			with_rules(|rules| {
				rules.quality_floor = floor;
				rules.reputation_kept = 50;
				rules.prior_jobs = 1;
			});
			assert_eq!(score(ALICE), expected);
			assert_eq!(provider(ALICE).quality, 250_000);
		});
	}
}

#[test]
fn a_newcomer_earns_under_the_highest_floor() {
	ExtBuilder::default().build_and_execute(|| {
		with_rules(|rules| rules.quality_floor = 49);
		assert_eq!(score(ALICE), 550_000);
	});
}

#[test]
fn the_prior_and_the_fading_are_set_by_the_rules() {
	ExtBuilder::default().build_and_execute(|| {
		only(QUALITY);
		judge(ALICE, 10, Outcome::Accepted);
		// Half of the jobs are left, and the prior weighs one: (5 + 1/2) / 6.
		with_rules(|rules| {
			rules.weights = QUALITY;
			rules.reputation_kept = 50;
			rules.prior_jobs = 1;
		});
		assert_eq!(score(ALICE), 916_666);
		// 2.5 jobs against 10,000: 5,002.5 / 10,002.5.
		with_rules(|rules| {
			rules.weights = QUALITY;
			rules.reputation_kept = 50;
			rules.prior_jobs = 10_000;
		});
		assert_eq!(score(ALICE), 500_124);
	});
}

// Geography.

/// Alice is at home and Bob away, since so long that it counts, and of so many units each.
fn settled_regions(home: u32, away: u32) {
	attest(ALICE, Some(HOME), None);
	attest(BOB, Some(AWAY), None);
	pass(31 * DAY);
	with_rules(|rules| {
		rules.weights = GEOGRAPHY;
		rules.minimum_volume = 0;
	});
	fill(ALICE, HOME, home);
	fill(BOB, AWAY, away);
	next_era();
}

fn score_in(provider: AccountId, region: u16) -> u64 {
	score_of(&VerifiedJob { region, ..free_job(provider) })
}

#[test]
fn a_region_with_more_than_its_share_counts_less_and_one_with_less_counts_in_full() {
	ExtBuilder::default().build_and_execute(|| {
		// 75 % for a target of 50 %, and 25 % for one of 25 %.
		settled_regions(300, 100);
		assert_eq!((score_in(ALICE, HOME), score_in(BOB, AWAY)), (666_666, 1_000_000));
	});
	ExtBuilder::default().build_and_execute(|| {
		// 20 % and 80 %: 0.25 / 0.8.
		settled_regions(112, 448);
		assert_eq!((score_in(ALICE, HOME), score_in(BOB, AWAY)), (1_000_000, 312_500));
	});
}

#[test]
fn a_region_with_a_target_of_nothing_counts_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(MiningRewards::set_region(by(GOVERNANCE), HOME, 0));
		assert_ok!(MiningRewards::set_region(by(GOVERNANCE), AWAY, 1_000_000));
		settled_regions(100, 400);
		assert_eq!((score_in(ALICE, HOME), score_in(BOB, AWAY)), (0, 1_000_000));
	});
}

#[test]
fn a_region_under_the_least_volume_counts_one_half() {
	// 280 units fade to 270. Where they are enough, the region is all there is, and should be 30 % of it.
	for (least, expected) in [(271, 500_000), (270, 300_000)] {
		ExtBuilder::default().build_and_execute(|| {
			assert_ok!(MiningRewards::set_region(by(GOVERNANCE), HOME, 300_000));
			attest(ALICE, Some(HOME), None);
			pass(31 * DAY);
			fill(ALICE, HOME, 280);
			with_rules(|rules| {
				rules.weights = GEOGRAPHY;
				rules.minimum_volume = least;
			});
			assert_eq!(score_in(ALICE, HOME), expected);
		});
	}
}

#[test]
fn a_region_counts_30_days_after_it_was_attested() {
	ExtBuilder::default().build_and_execute(|| {
		only(GEOGRAPHY);
		attest(ALICE, Some(HOME), None);
		// 120 eras begin within 30 days of the beginning of this one.
		for _ in 0..120 {
			assert_eq!(score(ALICE), 0);
			next_era();
		}
		assert!(score(ALICE) > 0);
	});
}

#[test]
fn an_attestation_in_the_middle_of_an_era_counts_from_the_first_era_on_that_begins_30_days_later() {
	ExtBuilder::default().build_and_execute(|| {
		only(GEOGRAPHY);
		pass(1);
		attest(ALICE, Some(HOME), None);
		for _ in 0..121 {
			assert_eq!(score(ALICE), 0);
			next_era();
		}
		assert!(score(ALICE) > 0);
	});
}

#[test]
fn whoever_moves_waits_again_and_at_once() {
	ExtBuilder::default().build_and_execute(|| {
		attest(ALICE, Some(HOME), None);
		pass(31 * DAY);
		only(GEOGRAPHY);
		assert!(score_in(ALICE, HOME) > 0);
		// Where it is not it scores nothing.
		assert_eq!(score_in(ALICE, AWAY), 0);

		// To attest the same again, with other hardware, does not count as a move.
		attest(ALICE, Some(HOME), Some(1));
		assert!(score_in(ALICE, HOME) > 0);
		next_era();
		assert!(score_in(ALICE, HOME) > 0);

		attest(ALICE, Some(AWAY), Some(1));
		assert_eq!((score_in(ALICE, HOME), score_in(ALICE, AWAY)), (0, 0));
		// There and back is two moves.
		attest(ALICE, Some(HOME), Some(1));
		assert_eq!((score_in(ALICE, HOME), score_in(ALICE, AWAY)), (0, 0));
		for _ in 0..119 {
			next_era();
			assert_eq!((score_in(ALICE, HOME), score_in(ALICE, AWAY)), (0, 0));
		}
		next_era();
		assert!(score_in(ALICE, HOME) > 0);
		assert_eq!(score_in(ALICE, AWAY), 0);
	});
}

#[test]
fn a_region_that_was_taken_back_counts_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		attest(ALICE, Some(HOME), None);
		pass(31 * DAY);
		only(GEOGRAPHY);
		assert!(score_in(ALICE, HOME) > 0);
		attest(ALICE, None, None);
		assert_eq!(score_in(ALICE, HOME), 0);
		next_era();
		assert_eq!(score_in(ALICE, HOME), 0);
	});
}

// Energy.

/// What a job of ten units that took so much energy scores.
fn efficiency(provider: AccountId, energy: u64) -> u64 {
	let job = VerifiedJob { units: 10, energy, ..free_job(provider) };
	let credit = MiningRewards::report(&job).unwrap();
	assert_eq!(credit.units, 10);
	credit.points / 10
}

#[test]
fn energy_counts_against_the_reference() {
	ExtBuilder::default().build_and_execute(|| {
		attest(ALICE, None, Some(1));
		only(ENERGY);
		for (energy, expected) in [(10_000, 1_000_000), (10_001, 999_900), (20_000, 500_000), (1_000_000_000_000, 0)] {
			assert_eq!(efficiency(ALICE, energy), expected, "{energy}");
		}
	});
}

#[test]
fn nobody_takes_less_energy_than_its_hardware_is_known_for() {
	ExtBuilder::default().build_and_execute(|| {
		attest(ALICE, None, Some(2));
		only(ENERGY);
		// 2,000 joules for a unit, where 1,000 are the reference.
		for (energy, expected) in [(1, 500_000), (19_999, 500_000), (20_000, 500_000), (40_000, 250_000)] {
			assert_eq!(efficiency(ALICE, energy), expected, "{energy}");
		}
	});
}

#[test]
fn hardware_better_than_the_reference_counts_in_full() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(MiningRewards::set_hardware(by(GOVERNANCE), 3, 1));
		attest(ALICE, None, Some(3));
		only(ENERGY);
		assert_eq!(efficiency(ALICE, 1), 1_000_000);
		assert_eq!(efficiency(ALICE, 10_000), 1_000_000);
		assert_eq!(efficiency(ALICE, 100_000), 100_000);
	});
}

#[test]
fn hardware_that_nobody_attested_counts_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		attest(ALICE, None, Some(1));
		only(ENERGY);
		assert_eq!(efficiency(BOB, 1), 0);
		assert_eq!(efficiency(ALICE, 1), 1_000_000);
		attest(ALICE, None, None);
		next_era();
		assert_eq!(efficiency(ALICE, 1), 0);
	});
}

#[test]
fn the_energy_of_a_job_is_that_of_all_its_units_even_where_only_some_count() {
	ExtBuilder::default().build_and_execute(|| {
		attest(ALICE, None, Some(1));
		only(ENERGY);
		let job = VerifiedJob { units: 2_000, energy: 4_000_000, ..free_job(ALICE) };
		let credit = MiningRewards::report(&job).unwrap();
		assert_eq!((credit.units, credit.points), (1_000, 500_000_000));
	});
}

#[test]
fn the_most_energy_of_the_least_efficient_hardware_does_not_overflow() {
	ExtBuilder::default().providers([(ALICE, 2_000_000 * BTT)]).build_and_execute(|| {
		assert_ok!(MiningRewards::set_hardware(by(GOVERNANCE), 3, 1_000_000_000));
		attest(ALICE, None, Some(3));
		with_rules(|rules| {
			rules.weights = ENERGY;
			rules.reference_energy = 1_000_000_000;
		});
		for energy in [1, 1_000_000_000_000] {
			let job = VerifiedJob { units: 1_000_000, energy, ..free_job(ALICE) };
			assert_eq!(MiningRewards::report(&job).unwrap().points, 1_000_000_000_000);
		}
	});
}

// What an era began with holds until it ends.

#[test]
fn rules_hold_from_the_next_era_on() {
	ExtBuilder::default().build_and_execute(|| {
		with_rules(|_| ());
		assert_eq!(score(ALICE), 550_000);
		let rules = Rules {
			weights: weights(100, 0, 0, 0),
			concentration: 4,
			quality_floor: 49,
			stake_per_unit: 1_000 * BTT,
			payout_caps: [0; 4],
			..Default::default()
		};
		let before = era();
		assert_ok!(MiningRewards::set_rules(by(GOVERNANCE), rules));
		assert_eq!(era(), before);
		assert_eq!((score(ALICE), score(BOB)), (550_000, 550_000));
		next_era();
		assert_eq!(era().rules, rules);
		assert_eq!(score(ALICE), 1_000_000 * 4 / 100);
	});
}

#[test]
fn the_last_rules_set_in_an_era_hold_in_the_next() {
	ExtBuilder::default().build_and_execute(|| {
		for work in [10, 20, 100] {
			let rules = Rules { weights: weights(work, 100 - work, 0, 0), concentration: 100, ..Default::default() };
			assert_ok!(MiningRewards::set_rules(by(GOVERNANCE), rules));
		}
		next_era();
		assert_eq!(score(ALICE), 1_000_000);
	});
}

#[test]
fn the_share_of_a_region_is_frozen_in_an_era() {
	ExtBuilder::default().build_and_execute(|| {
		settled_regions(300, 100);
		assert_eq!(score_in(ALICE, HOME), 666_666);
		// Whatever is done in it, and whatever it should have.
		fill(BOB, AWAY, 800);
		assert_ok!(MiningRewards::set_region(by(GOVERNANCE), HOME, 100_000));
		assert_eq!(score_in(ALICE, HOME), 666_666);
		next_era();
		assert!(score_in(ALICE, HOME) < 500_000);
	});
}

#[test]
fn the_share_of_a_region_is_frozen_even_before_the_first_job_of_an_era() {
	ExtBuilder::default().build_and_execute(|| {
		settled_regions(300, 100);
		assert_ok!(MiningRewards::set_region(by(GOVERNANCE), HOME, 100_000));
		assert_eq!(score_in(ALICE, HOME), 666_666);
		next_era();
		// 0.1 / 0.75
		assert!(score_in(ALICE, HOME).abs_diff(133_333) < 500);
	});
}

#[test]
fn the_quality_is_frozen_in_an_era() {
	ExtBuilder::default().build_and_execute(|| {
		with_rules(|_| ());
		judge(ALICE, 100, Outcome::False);
		// Bob has not entered the era before.
		judge(BOB, 100, Outcome::Accepted);
		assert_eq!((score(ALICE), score(BOB)), (550_000, 550_000));
		// What changes with its stake or its attestation does not change its quality.
		set_stake(ALICE, 2 * STAKE);
		attest(ALICE, None, None);
		assert_eq!(score(ALICE), 550_000);
		next_era();
		assert_eq!(score(ALICE), 0);
		assert!(score(BOB) > 600_000);
	});
}

/// SPEC §5: the parts of the score are frozen per era.
#[test]
fn attested_hardware_counts_from_the_next_era_on() {
	ExtBuilder::default().build_and_execute(|| {
		attest(ALICE, None, Some(2));
		only(ENERGY);
		assert_eq!(score(ALICE), 500_000);
		attest(ALICE, None, Some(1));
		assert_eq!(score(ALICE), 500_000);
		next_era();
		assert_eq!(score(ALICE), 1_000_000);
	});
}

#[test]
fn a_controller_that_is_found_out_counts_at_once() {
	ExtBuilder::default().build_and_execute(|| {
		with_rules(|_| ());
		let mut job = free_job(ALICE);
		job.buyer.controller = Some(7);
		assert_eq!(score_of(&job), 550_000);
		let attestation = Attestation { controller: Some(7), ..Default::default() };
		assert_noop!(MiningRewards::attest(by(ALICE), ALICE, attestation), Error::<Test>::NotRegistrar);
		assert_ok!(MiningRewards::attest(by(REGISTRAR), ALICE, attestation));
		assert_eq!(MiningRewards::report(&job).unwrap().points, 0);
	});
}
