//! What governance can change about mining, and what it cannot.

use super::*;
use crate::{Error, Event, GenesisConfig, Hardware, NextRules, Region, Registrars, Rules, ScoreWeights};
use btt_primitives::{
	mining::{JobRewards, VerifiedJob},
	Balance, BTT,
};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{DispatchError::BadOrigin, Perbill};

/// Everybody who is not governance.
fn others() -> [RuntimeOrigin; 6] {
	[by(ALICE), by(REGISTRAR), by(JUDGE), by(NOBODY), RuntimeOrigin::none(), RuntimeOrigin::root()]
}

/// Rules that differ from the default as `change` says.
fn rules(change: impl FnOnce(&mut Rules)) -> Rules {
	let mut rules = Rules::default();
	change(&mut rules);
	rules
}

fn assert_allowed(change: impl FnOnce(&mut Rules)) {
	let rules = rules(change);
	assert_ok!(MiningRewards::set_rules(by(GOVERNANCE), rules));
	assert_eq!(NextRules::<Test>::get(), rules);
}

fn assert_refused(change: impl FnOnce(&mut Rules)) {
	assert_noop!(MiningRewards::set_rules(by(GOVERNANCE), rules(change)), Error::<Test>::OutOfBounds);
}

/// Every one of `values` is allowed.
fn allow<Value>(values: impl IntoIterator<Item = Value>, set: fn(&mut Rules, Value)) {
	values.into_iter().for_each(|value| assert_allowed(|rules| set(rules, value)));
}

/// None of `values` is allowed.
fn refuse<Value>(values: impl IntoIterator<Item = Value>, set: fn(&mut Rules, Value)) {
	values.into_iter().for_each(|value| assert_refused(|rules| set(rules, value)));
}

#[test]
fn nobody_but_governance_changes_anything() {
	ExtBuilder::default().build_and_execute(|| {
		for origin in others() {
			assert_noop!(MiningRewards::set_rules(origin.clone(), Rules::default()), BadOrigin);
			assert_noop!(MiningRewards::set_region(origin.clone(), 3, 1), BadOrigin);
			assert_noop!(MiningRewards::remove_region(origin.clone(), HOME), BadOrigin);
			assert_noop!(MiningRewards::set_hardware(origin.clone(), 3, 1), BadOrigin);
			assert_noop!(MiningRewards::remove_hardware(origin.clone(), 1), BadOrigin);
			assert_noop!(MiningRewards::add_registrar(origin.clone(), BOB), BadOrigin);
			assert_noop!(MiningRewards::remove_registrar(origin, REGISTRAR), BadOrigin);
		}
	});
}

// Rules.

#[test]
fn mining_begins_with_the_default_rules() {
	ExtBuilder::default().build_and_execute(|| {
		let rules = era().rules;
		assert_eq!(rules, Rules::default());
		let ScoreWeights { work, quality, geography, energy } = rules.weights;
		assert_eq!([work, quality, geography, energy], [40, 30, 15, 15]);
		assert_eq!((rules.stake_per_unit, rules.payout_caps, rules.dispute_window), (BTT, [20, 10, 5, 2], 2));
		assert_eq!((rules.concentration, rules.slash), (10, Perbill::from_percent(10)));
		assert_eq!((rules.reputation_kept, rules.prior_jobs, rules.quality_floor), (98, 50, 30));
		assert_eq!(rules.settling_days, 30);
	});
}

#[test]
fn governance_sets_the_rules_of_the_next_era() {
	ExtBuilder::default().build_and_execute(|| {
		events();
		let rules = rules(|rules| rules.concentration = 20);
		assert_ok!(MiningRewards::set_rules(by(GOVERNANCE), rules));
		assert_eq!(events(), [Event::RulesSet { rules }]);
		assert_eq!((NextRules::<Test>::get(), era().rules), (rules, Rules::default()));
		next_era();
		assert_eq!(era().rules, rules);
		eras(10);
		assert_eq!(era().rules, rules);
	});
}

#[test]
fn the_weights_of_the_score_make_100_percent() {
	ExtBuilder::default().build_and_execute(|| {
		let weights = |[work, quality, geography, energy]: [u8; 4]| {
			move |rules: &mut Rules| rules.weights = ScoreWeights { work, quality, geography, energy }
		};
		for parts in [[100, 0, 0, 0], [0, 100, 0, 0], [0, 0, 100, 0], [0, 0, 0, 100], [25; 4]] {
			assert_allowed(weights(parts));
		}
		// The last three make 100 only if they wrap.
		for parts in [[0; 4], [40, 30, 15, 14], [40, 30, 15, 16], [255, 101, 0, 0], [89; 4], [255; 4]] {
			assert_refused(weights(parts));
		}
	});
}

#[test]
fn the_stake_of_a_unit_has_bounds() {
	ExtBuilder::default().build_and_execute(|| {
		allow([BTT / 100, BTT, 1_000 * BTT], |rules, stake| rules.stake_per_unit = stake);
		refuse([0, BTT / 100 - 1, 1_000 * BTT + 1, Balance::MAX], |rules, stake| rules.stake_per_unit = stake);
	});
}

#[test]
fn payout_caps_have_bounds() {
	ExtBuilder::default().build_and_execute(|| {
		allow([[0; 4], [100; 4], [0, 100, 1, 99]], |rules, caps| rules.payout_caps = caps);
		for period in 0..4 {
			for cap in [101, u32::MAX] {
				assert_refused(|rules| rules.payout_caps[period] = cap);
			}
		}
	});
}

#[test]
fn the_part_of_one_buyer_has_bounds() {
	ExtBuilder::default().build_and_execute(|| {
		allow([4, 100], |rules, percent| rules.concentration = percent);
		refuse([0, 3, 101, 255], |rules, percent| rules.concentration = percent);
	});
}

#[test]
fn the_fading_of_reputations_has_bounds() {
	ExtBuilder::default().build_and_execute(|| {
		allow([50, 99], |rules, percent| rules.reputation_kept = percent);
		refuse([0, 49, 100, 255], |rules, percent| rules.reputation_kept = percent);
	});
}

#[test]
fn the_weight_of_nobodys_reputation_has_bounds() {
	ExtBuilder::default().build_and_execute(|| {
		allow([1, 10_000], |rules, jobs| rules.prior_jobs = jobs);
		refuse([0, 10_001, u32::MAX], |rules, jobs| rules.prior_jobs = jobs);
	});
}

#[test]
fn the_least_quality_has_bounds() {
	ExtBuilder::default().build_and_execute(|| {
		allow([0, 49], |rules, percent| rules.quality_floor = percent);
		refuse([50, 255], |rules, percent| rules.quality_floor = percent);
	});
}

#[test]
fn the_reference_of_energy_has_bounds() {
	ExtBuilder::default().build_and_execute(|| {
		allow([1, 1_000_000_000], |rules, energy| rules.reference_energy = energy);
		refuse([0, 1_000_000_001, u64::MAX], |rules, energy| rules.reference_energy = energy);
	});
}

#[test]
fn the_least_volume_of_a_region_has_a_bound() {
	ExtBuilder::default().build_and_execute(|| {
		allow([0, 1_000_000_000_000], |rules, volume| rules.minimum_volume = volume);
		refuse([1_000_000_000_001, u64::MAX], |rules, volume| rules.minimum_volume = volume);
	});
}

#[test]
fn the_wait_after_a_move_has_a_bound() {
	ExtBuilder::default().build_and_execute(|| {
		allow([0, 365], |rules, days| rules.settling_days = days);
		refuse([366, u16::MAX], |rules, days| rules.settling_days = days);
	});
}

#[test]
fn the_dispute_window_has_bounds() {
	ExtBuilder::default().build_and_execute(|| {
		allow([1, 3], |rules, eras| rules.dispute_window = eras);
		refuse([0, 4, 255], |rules, eras| rules.dispute_window = eras);
	});
}

#[test]
fn the_bond_of_a_challenger_has_bounds() {
	ExtBuilder::default().build_and_execute(|| {
		allow([BTT, 100_000 * BTT], |rules, bond| rules.dispute_bond = bond);
		refuse([0, BTT - 1, 100_000 * BTT + 1], |rules, bond| rules.dispute_bond = bond);
	});
}

#[test]
fn the_slash_has_bounds() {
	ExtBuilder::default().build_and_execute(|| {
		allow([Perbill::from_percent(1), Perbill::one()], |rules, slash| rules.slash = slash);
		refuse([Perbill::zero(), Perbill::from_parts(9_999_999)], |rules, slash| rules.slash = slash);
	});
}

// Regions.

#[test]
fn governance_adds_regions_and_changes_their_shares() {
	ExtBuilder::default().build_and_execute(|| {
		events();
		assert_ok!(MiningRewards::set_region(by(GOVERNANCE), 3, 100_000));
		assert_eq!(events(), [Event::RegionSet { region: 3, target: 100_000 }]);
		let new = Region { id: 3, target: 0, next_target: 100_000, volume: 0, units: 0 };
		assert_eq!(region(3), new);

		attest(ALICE, Some(HOME), None);
		work(ALICE, 100);
		next_era();
		assert_ok!(MiningRewards::report(&job(ALICE, 1)));
		let before = region(HOME);
		assert!(before.volume > 0 && before.units > 0);
		assert_ok!(MiningRewards::set_region(by(GOVERNANCE), HOME, 1));
		assert_eq!(region(HOME), Region { next_target: 1, ..before });
		next_era();
		assert_eq!((region(HOME).target, region(3).target), (1, 100_000));
	});
}

#[test]
fn regions_have_no_more_than_all_service_units_together() {
	ExtBuilder::default().build_and_execute(|| {
		// 500,000 and 250,000 are there.
		for target in [250_001, 1_000_000, u32::MAX] {
			assert_noop!(MiningRewards::set_region(by(GOVERNANCE), 3, target), Error::<Test>::SharesExceedWhole);
		}
		assert_ok!(MiningRewards::set_region(by(GOVERNANCE), 3, 250_000));
		assert_noop!(MiningRewards::set_region(by(GOVERNANCE), HOME, 500_001), Error::<Test>::SharesExceedWhole);
		assert_ok!(MiningRewards::set_region(by(GOVERNANCE), HOME, 500_000));
		assert_ok!(MiningRewards::set_region(by(GOVERNANCE), HOME, 0));
		assert_ok!(MiningRewards::set_region(by(GOVERNANCE), 3, 750_000));
	});
}

#[test]
fn there_are_at_most_32_regions() {
	ExtBuilder::default().build_and_execute(|| {
		// In any order.
		for id in (3..=32).rev() {
			assert_ok!(MiningRewards::set_region(by(GOVERNANCE), id, 0));
		}
		assert!(era().regions.iter().map(|region| region.id).eq(1..=32));
		assert_noop!(MiningRewards::set_region(by(GOVERNANCE), 33, 0), Error::<Test>::TooMany);
		assert_ok!(MiningRewards::set_region(by(GOVERNANCE), 32, 1));
		assert_ok!(MiningRewards::remove_region(by(GOVERNANCE), 7));
		assert_ok!(MiningRewards::set_region(by(GOVERNANCE), 0, 0));
		assert!(era().regions.iter().map(|region| region.id).eq((0..=6).chain(8..=32)));
	});
}

#[test]
fn governance_removes_regions() {
	ExtBuilder::default().build_and_execute(|| {
		events();
		assert_ok!(MiningRewards::remove_region(by(GOVERNANCE), HOME));
		assert_eq!(events(), [Event::RegionRemoved { region: HOME }]);
		assert_noop!(MiningRewards::remove_region(by(GOVERNANCE), HOME), Error::<Test>::UnknownRegion);
		// Its share can be another's.
		assert_ok!(MiningRewards::set_region(by(GOVERNANCE), AWAY, 1_000_000));
	});
}

#[test]
fn a_region_that_is_removed_takes_its_volume_along_in_the_next_era() {
	ExtBuilder::default().build_and_execute(|| {
		attest(ALICE, Some(HOME), None);
		attest(BOB, Some(AWAY), None);
		work(ALICE, 100);
		work(BOB, 100);
		let away = |units| VerifiedJob { region: AWAY, ..job(BOB, units) };
		assert_ok!(MiningRewards::report(&away(28)));
		next_era();
		let volume = era().volume;
		assert!(volume > region(AWAY).volume.into());

		assert_ok!(MiningRewards::remove_region(by(GOVERNANCE), HOME));
		assert_noop!(MiningRewards::report(&job(ALICE, 1)), Error::<Test>::UnknownRegion);
		// The other one is in its place, and counts as it did.
		assert_ok!(MiningRewards::report(&away(28)));
		assert_eq!((region(AWAY).units, era().volume), (28, volume));
		assert_ok!(MiningRewards::set_region(by(GOVERNANCE), HOME, 500_000));
		assert_eq!(region(HOME), Region { id: HOME, next_target: 500_000, ..Region::default() });
		next_era();
		assert_eq!((region(HOME).target, era().volume), (500_000, region(AWAY).volume.into()));
	});
}

// Hardware.

#[test]
fn governance_adds_and_removes_hardware() {
	ExtBuilder::default().build_and_execute(|| {
		events();
		assert_ok!(MiningRewards::set_hardware(by(GOVERNANCE), 3, 1));
		assert_ok!(MiningRewards::set_hardware(by(GOVERNANCE), 4, 1_000_000_000));
		assert_ok!(MiningRewards::remove_hardware(by(GOVERNANCE), 3));
		assert_eq!(
			events(),
			[
				Event::HardwareSet { class: 3, energy: 1 },
				Event::HardwareSet { class: 4, energy: 1_000_000_000 },
				Event::HardwareRemoved { class: 3 },
			]
		);
		assert_eq!((Hardware::<Test>::get(3), Hardware::<Test>::get(4)), (None, Some(1_000_000_000)));
		assert_noop!(MiningRewards::remove_hardware(by(GOVERNANCE), 3), Error::<Test>::UnknownHardware);
	});
}

#[test]
fn the_energy_of_hardware_has_bounds_and_does_not_change() {
	ExtBuilder::default().build_and_execute(|| {
		for energy in [0, 1_000_000_001, u64::MAX] {
			assert_noop!(MiningRewards::set_hardware(by(GOVERNANCE), 3, energy), Error::<Test>::OutOfBounds);
		}
		for energy in [1_000, 5] {
			assert_noop!(MiningRewards::set_hardware(by(GOVERNANCE), 1, energy), Error::<Test>::HardwareExists);
		}
	});
}

#[test]
fn there_are_at_most_256_classes_of_hardware() {
	ExtBuilder::default().build_and_execute(|| {
		for class in 3..=256 {
			assert_ok!(MiningRewards::set_hardware(by(GOVERNANCE), class, 1));
		}
		assert_noop!(MiningRewards::set_hardware(by(GOVERNANCE), 257, 1), Error::<Test>::TooMany);
		assert_ok!(MiningRewards::remove_hardware(by(GOVERNANCE), 1));
		assert_ok!(MiningRewards::set_hardware(by(GOVERNANCE), 257, 1));
	});
}

// Registrars.

#[test]
fn governance_adds_and_removes_registrars() {
	ExtBuilder::default().build_and_execute(|| {
		events();
		assert_ok!(MiningRewards::add_registrar(by(GOVERNANCE), BOB));
		assert_noop!(MiningRewards::add_registrar(by(GOVERNANCE), BOB), Error::<Test>::IsRegistrar);
		assert_ok!(MiningRewards::remove_registrar(by(GOVERNANCE), REGISTRAR));
		assert_noop!(MiningRewards::remove_registrar(by(GOVERNANCE), REGISTRAR), Error::<Test>::NotRegistrar);
		assert_eq!(
			events(),
			[Event::RegistrarAdded { registrar: BOB }, Event::RegistrarRemoved { registrar: REGISTRAR }]
		);
		assert_eq!(Registrars::<Test>::get().into_inner(), [BOB]);
	});
}

#[test]
fn there_are_at_most_32_registrars() {
	ExtBuilder::default().build_and_execute(|| {
		for who in 0..31 {
			assert_ok!(MiningRewards::add_registrar(by(GOVERNANCE), who));
		}
		assert_noop!(MiningRewards::add_registrar(by(GOVERNANCE), NOBODY), Error::<Test>::TooMany);
		assert_noop!(MiningRewards::add_registrar(by(GOVERNANCE), REGISTRAR), Error::<Test>::IsRegistrar);
		assert_ok!(MiningRewards::remove_registrar(by(GOVERNANCE), 0));
		assert_ok!(MiningRewards::add_registrar(by(GOVERNANCE), NOBODY));
	});
}

// Genesis.

/// Whether a network can begin with these regions, classes and registrars.
fn validate(
	regions: impl IntoIterator<Item = (u16, u32)>,
	hardware: impl IntoIterator<Item = (u16, u64)>,
	registrars: impl IntoIterator<Item = AccountId>,
) -> Result<(), &'static str> {
	let genesis = GenesisConfig::<Test> {
		regions: regions.into_iter().collect(),
		hardware: hardware.into_iter().collect(),
		registrars: registrars.into_iter().collect(),
	};
	genesis.validate()
}

#[test]
fn a_network_begins_with_regions_hardware_and_registrars_within_their_bounds() {
	assert_eq!(validate([], [], []), Ok(()));
	let regions = (0..32).map(|id| (id, 31_250));
	let hardware = (0..256).map(|class| (class, if class == 0 { 1 } else { 1_000_000_000 }));
	assert_eq!(validate(regions, hardware, 0..32), Ok(()));

	let (regions, hardware) = ((0..33).map(|id| (id, 0)), (0..257).map(|class| (class, 1)));
	assert_eq!(validate(regions, [], []), Err("there are more than 32 regions"));
	assert_eq!(validate([], hardware, []), Err("there are more than 256 hardware classes"));
	assert_eq!(validate([], [], 0..33), Err("there are more than 32 registrars"));
	for targets in [[500_000, 500_001], [u32::MAX, 1]] {
		let refused = validate([(1, targets[0]), (2, targets[1])], [], []);
		assert_eq!(refused, Err("the shares of the regions exceed 1,000,000 millionths"));
	}
	for energy in [0, 1_000_000_001, u64::MAX] {
		let refused = validate([], [(1, energy)], []);
		assert_eq!(refused, Err("the energy of a hardware class is not 1 to 1,000,000,000 joules"));
	}
	assert_eq!(validate([(1, 0), (1, 1)], [], []), Err("a region is named twice"));
	assert_eq!(validate([], [(1, 1), (1, 1)], []), Err("a hardware class is named twice"));
	assert_eq!(validate([], [], [BOB, BOB]), Err("a registrar is named twice"));
}

#[test]
#[should_panic = "MiningRewards genesis: a registrar is named twice"]
fn a_network_does_not_begin_otherwise() {
	ExtBuilder::default().build_and_execute(|| {
		use frame_support::traits::BuildGenesisConfig;
		GenesisConfig::<Test> { registrars: vec![BOB, BOB], ..Default::default() }.build();
	});
}
