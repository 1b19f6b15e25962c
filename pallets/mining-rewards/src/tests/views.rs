use super::*;
use btt_primitives::{
	mining::{EmissionInfo, JobRewards, ProviderInfo},
	Allocation, Balance, BTT, TOKEN_GENERATION_EVENT as TGE,
};
use frame_support::assert_ok;
use sp_runtime::{Permill, StateVersion};

const POOL: Balance = 63_000_000 * BTT;

fn view(who: AccountId) -> ProviderInfo {
	let before = sp_io::storage::root(StateVersion::V1);
	let view = MiningRewards::provider(&who).unwrap();
	assert_eq!(sp_io::storage::root(StateVersion::V1), before);
	view
}

#[test]
fn the_emission_is_told() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(Allocation::MiningRewards.total(), POOL);
		let budget = era().budget;
		// Nobody worked in the era before.
		let info = EmissionInfo { era: 1, era_started: TGE + ERA, era_budget: budget, assigned: 0, remaining: POOL };
		assert_eq!(MiningRewards::emission(), info);

		work(ALICE, 100);
		assert_eq!(MiningRewards::emission(), info);
		next_era();
		let info = EmissionInfo {
			era: 2,
			era_started: TGE + 2 * ERA,
			era_budget: era().budget,
			assigned: budget,
			remaining: POOL - budget,
		};
		assert_eq!(MiningRewards::emission(), info);

		eras(2);
		assert_ok!(settle([ALICE]));
		let info = EmissionInfo { era: 4, era_started: TGE + 4 * ERA, era_budget: era().budget, ..info };
		assert_eq!(MiningRewards::emission(), info);
	});
}

#[test]
fn the_emission_counts_what_came_back_as_remaining() {
	ExtBuilder::default().build_and_execute(|| {
		let mut capped = job(ALICE, 100);
		capped.public_fees = 100 * BTT;
		assert_ok!(MiningRewards::report(&capped));
		eras(3);
		assert_ok!(settle([ALICE]));
		let info = MiningRewards::emission();
		assert_eq!((info.assigned, info.remaining), (2_000 * BTT, POOL - 2_000 * BTT));
	});
}

#[test]
fn a_stranger_is_no_provider() {
	ExtBuilder::default().build_and_execute(|| assert_eq!(MiningRewards::provider(&NOBODY), None));
}

#[test]
fn a_provider_is_told_what_it_is_and_has() {
	ExtBuilder::default().build_and_execute(|| {
		let mut expected = ProviderInfo {
			pending: 0,
			owed: 0,
			paid: 0,
			units: 0,
			quality: Permill::from_percent(50),
			region: None,
			capacity: 1_000,
		};
		// Even if it was not met in this era.
		assert_eq!(view(ALICE), expected);

		attest(ALICE, Some(AWAY), None);
		work(ALICE, 300);
		work(BOB, 100);
		expected.region = Some(AWAY);
		expected.units = 300;
		assert_eq!(view(ALICE), expected);

		let budget = era().budget;
		next_era();
		// What was done is in no slot yet. Ten jobs passed, of which 9.8 are left: 34.8 / 59.8.
		expected.units = 0;
		expected.pending = budget * 3 / 4;
		expected.quality = Permill::from_parts(581_939);
		assert_eq!(view(ALICE), expected);

		eras(2);
		assert_ok!(settle([BOB]));
		// Bob was first, which can make a unit.
		expected.pending = budget - budget / 4;
		expected.quality = view(ALICE).quality;
		assert_eq!(view(ALICE), expected);
		assert_ok!(settle([ALICE]));
		(expected.pending, expected.paid) = (0, budget - budget / 4);
		assert_eq!(view(ALICE), expected);
	});
}

#[test]
fn what_is_contested_is_not_pending() {
	ExtBuilder::default().build_and_execute(|| {
		let (index, budget) = (era().index, era().budget);
		let points = work(ALICE, 100).points;
		next_era();
		assert_ok!(contest(ALICE, index, points / 4));
		assert_eq!(view(ALICE).pending, budget * 3 / 4);
		eras(2);
		assert_ok!(settle([ALICE]));
		assert_eq!((view(ALICE).pending, view(ALICE).paid), (0, budget * 3 / 4));
		assert_ok!(rule(ALICE, index, false));
		assert_eq!(view(ALICE).paid, budget);
	});
}

#[test]
fn what_is_pending_respects_the_payout_cap() {
	ExtBuilder::default().build_and_execute(|| {
		let mut capped = job(ALICE, 100);
		capped.public_fees = 100 * BTT;
		assert_ok!(MiningRewards::report(&capped));
		next_era();
		assert_eq!(view(ALICE).pending, 2_000 * BTT);
	});
}

#[test]
fn what_is_owed_is_told() {
	ExtBuilder::default().build_and_execute(|| {
		let mut small = job(ALICE, 10);
		small.public_fees = ED / 40;
		assert_ok!(MiningRewards::report(&small));
		eras(3);
		assert_eq!((view(ALICE).pending, view(ALICE).owed), (ED / 2, 0));
		assert_ok!(settle([ALICE]));
		assert_eq!((view(ALICE).pending, view(ALICE).owed), (0, ED / 2));
	});
}

#[test]
fn what_eras_that_lie_apart_brought_is_pending() {
	ExtBuilder::default().providers((1..=9).map(|who| (who, STAKE))).build_and_execute(|| {
		let budgets: Vec<_> = (1..=9)
			.map(|who| {
				let budget = era().budget;
				work(who, 10);
				next_era();
				budget
			})
			.collect();
		for (who, budget) in (1..=9).zip(budgets) {
			assert_eq!(view(who).pending, budget);
		}
	});
}

#[test]
fn who_left_is_told_that_it_has_no_capacity() {
	ExtBuilder::default().build_and_execute(|| {
		set_stake(ALICE, 0);
		assert_eq!(view(ALICE).capacity, 1_000);
		next_era();
		assert_eq!(view(ALICE).capacity, 0);
	});
}
