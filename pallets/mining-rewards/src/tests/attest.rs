//! What registrars find out about providers.

use super::*;
use crate::{Attestation, Error, Event, Location};
use btt_primitives::{mining::JobRewards, DAY};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError::BadOrigin;

const EVERYTHING: Attestation = Attestation { region: Some(AWAY), hardware: Some(2), controller: Some(7) };

fn attest_all(who: AccountId, attestation: Attestation) -> sp_runtime::DispatchResult {
	MiningRewards::attest(by(REGISTRAR), who, attestation)
}

#[test]
fn a_registrar_attests_where_a_provider_is_what_it_computes_with_and_who_controls_it() {
	ExtBuilder::default().build_and_execute(|| {
		events();
		assert_ok!(attest_all(ALICE, EVERYTHING));
		let attested = Event::Attested { provider: ALICE, attestation: EVERYTHING, registrar: REGISTRAR };
		assert_eq!(events(), [attested]);
		let provider = provider(ALICE);
		assert_eq!(provider.location, Some(Location { region: AWAY, since: now() }));
		assert_eq!((provider.energy, provider.controller), (Some(2_000), Some(7)));
		assert!(!provider.located);
	});
}

#[test]
fn only_registrars_attest() {
	ExtBuilder::default().build_and_execute(|| {
		for who in [ALICE, GOVERNANCE, JUDGE, NOBODY] {
			assert_noop!(MiningRewards::attest(by(who), ALICE, EVERYTHING), Error::<Test>::NotRegistrar);
		}
		assert_noop!(MiningRewards::attest(RuntimeOrigin::none(), ALICE, EVERYTHING), BadOrigin);
		assert_noop!(MiningRewards::attest(RuntimeOrigin::root(), ALICE, EVERYTHING), BadOrigin);
		assert_ok!(MiningRewards::add_registrar(by(GOVERNANCE), BOB));
		assert_ok!(MiningRewards::attest(by(BOB), ALICE, EVERYTHING));
	});
}

#[test]
fn nothing_is_attested_of_somebody_who_is_no_provider() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(attest_all(NOBODY, EVERYTHING), Error::<Test>::NotProvider);
		assert_noop!(attest_all(NOBODY, Attestation::default()), Error::<Test>::NotProvider);
	});
}

#[test]
fn unknown_regions_and_hardware_are_refused() {
	ExtBuilder::default().build_and_execute(|| {
		let region = Attestation { region: Some(3), ..EVERYTHING };
		assert_noop!(attest_all(ALICE, region), Error::<Test>::UnknownRegion);
		let hardware = Attestation { hardware: Some(3), ..EVERYTHING };
		assert_noop!(attest_all(ALICE, hardware), Error::<Test>::UnknownHardware);
		assert_ok!(MiningRewards::set_region(by(GOVERNANCE), 3, 0));
		assert_ok!(attest_all(ALICE, region));
		assert_ok!(MiningRewards::set_hardware(by(GOVERNANCE), 3, 5));
		assert_ok!(attest_all(ALICE, hardware));
	});
}

#[test]
fn an_attestation_replaces_the_one_before_it() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(attest_all(ALICE, EVERYTHING));
		assert_ok!(attest_all(ALICE, Attestation { hardware: Some(1), ..Default::default() }));
		let after = provider(ALICE);
		assert_eq!((after.location, after.energy, after.controller), (None, Some(1_000), None));
		assert_ok!(attest_all(ALICE, Attestation::default()));
		assert_eq!(provider(ALICE).energy, None);
	});
}

#[test]
fn the_same_region_is_there_since_it_was_first_attested() {
	ExtBuilder::default().build_and_execute(|| {
		let since = now();
		attest(ALICE, Some(HOME), None);
		pass(20 * DAY);
		attest(ALICE, Some(HOME), Some(1));
		assert_eq!(provider(ALICE).location, Some(Location { region: HOME, since }));
		pass(20 * DAY);
		assert_ok!(MiningRewards::report(&job(ALICE, 1)));
		assert!(provider(ALICE).located);
		attest(ALICE, Some(AWAY), Some(1));
		assert_eq!(provider(ALICE).location, Some(Location { region: AWAY, since: now() }));
		assert!(!provider(ALICE).located);
	});
}

#[test]
fn what_was_attested_holds_when_its_class_its_region_or_its_registrar_is_removed() {
	ExtBuilder::default().build_and_execute(|| {
		attest(ALICE, Some(HOME), Some(1));
		let before = provider(ALICE);
		assert_ok!(MiningRewards::remove_hardware(by(GOVERNANCE), 1));
		assert_ok!(MiningRewards::remove_region(by(GOVERNANCE), HOME));
		assert_ok!(MiningRewards::remove_registrar(by(GOVERNANCE), REGISTRAR));
		assert_eq!(provider(ALICE), before);

		// A class of the same number does not change what was attested before it.
		assert_ok!(MiningRewards::set_hardware(by(GOVERNANCE), 1, 5));
		assert_ok!(MiningRewards::set_region(by(GOVERNANCE), HOME, 1));
		assert_eq!(provider(ALICE), before);
		assert_ok!(MiningRewards::add_registrar(by(GOVERNANCE), BOB));
		let attestation = Attestation { region: Some(HOME), hardware: Some(1), controller: None };
		assert_ok!(MiningRewards::attest(by(BOB), ALICE, attestation));
		assert_eq!((provider(ALICE).location, provider(ALICE).energy), (before.location, Some(5)));
	});
}

#[test]
fn an_attestation_loses_nothing_that_was_earned() {
	ExtBuilder::default().build_and_execute(|| {
		let budget = era().budget;
		work(ALICE, 100);
		attest(ALICE, Some(HOME), Some(1));
		next_era();
		// Alice enters the era with her attestation, not with a job.
		attest(ALICE, Some(AWAY), None);
		assert_eq!(provider(ALICE).slots.len(), 1);
		check();
		eras(2);
		attest(ALICE, None, None);
		assert_ok!(settle([ALICE]));
		assert_eq!(balance(ALICE), budget);
	});
}

#[test]
fn attesting_in_every_era_leaves_room_for_every_slot() {
	ExtBuilder::default().build_and_execute(|| {
		let rules = crate::Rules { dispute_window: 3, ..Default::default() };
		assert_ok!(MiningRewards::set_rules(by(GOVERNANCE), rules));
		next_era();
		let mut budgets = 0;
		for region in [HOME, AWAY, HOME, AWAY, HOME, AWAY, HOME] {
			attest(ALICE, Some(region), None);
			assert!(work(ALICE, 10).points > 0);
			budgets += era().budget;
			assert!(provider(ALICE).slots.len() <= 3);
			check();
			next_era();
		}
		attest(ALICE, None, None);
		assert_eq!(provider(ALICE).slots.len(), 4);
		eras(4);
		assert_ok!(settle([ALICE]));
		assert_eq!(balance(ALICE), budgets);
	});
}
