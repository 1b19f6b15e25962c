//! The journey of the beneficiaries: before the cliff, at it, in the middle, at the end.

mod common;

use btt_primitives::{Allocation, AllocationKind, Balance, Moment, BTT, EXISTENTIAL_DEPOSIT};
use btt_runtime::{Balances, RuntimeCall, RuntimeEvent, VestingSchedules};
use common::*;
use frame_support::{
	assert_ok,
	traits::{
		fungible::{Inspect, InspectFreeze},
		tokens::{Fortitude::Polite, Preservation::Expendable},
	},
};
use sp_runtime::TokenError;

fn transfer(amount: Balance) -> RuntimeCall {
	pallet_balances::Call::transfer_allow_death { dest: actor("Eve").id.into(), value: amount }.into()
}

#[test]
fn the_five_institutions_vest_to_the_unit_at_ten_instants() {
	// The last millisecond before a date and the date itself are too close for two blocks of one chain.
	agrees_at(&[APRIL_2025 - 1, JULY_2025 - 1, JANUARY_2026 + 1, JULY_2027 - 1, JANUARY_2028 - 1]);
	agrees_at(&[APRIL_2025, JULY_2025, JANUARY_2026, JANUARY_2027 + 12_345_678, JULY_2027, JANUARY_2028]);
}

fn agrees_at(instants: &[Moment]) {
	let mut chain = Chain::new(genesis(LAUNCH));
	for &instant in instants {
		chain.jump(instant);
		for allocation in INSTITUTIONS {
			let who = beneficiary(allocation).id;
			let expected = vested(allocation, instant);
			let (_, _, total) = terms(allocation);
			chain.state(|| {
				let lines = VestingSchedules::vesting(&who);
				match lines.as_slice() {
					// A line that has ended may have been removed already.
					[] => assert_eq!(expected, total),
					[line] => {
						assert_eq!(line.vested, expected, "{allocation:?} at {instant}");
						assert_eq!(line.total, total);
						assert_eq!(line.start, JANUARY_2025);
						assert_eq!((line.cliff, line.end), (terms(allocation).0, terms(allocation).1));
					}
					more => panic!("{allocation:?} has {} lines", more.len()),
				}
				let row = btt_runtime::BttToken::allocations().into_iter().find(|row| row.name == allocation);
				assert_eq!(row.map(|row| (row.released, row.remaining)), Some((expected, total - expected)));
			});
		}
	}
}

#[test]
fn months_agree_with_the_table_of_the_whitepaper() {
	for allocation in INSTITUTIONS {
		let (cliff, end, total) = terms(allocation);
		let AllocationKind::Institutional { cliff_months, months } = allocation.kind() else {
			panic!("{allocation:?} is an institution")
		};
		assert_eq!(btt_math::calendar::add_months(JANUARY_2025, cliff_months), Some(cliff));
		assert_eq!(btt_math::calendar::add_months(JANUARY_2025, months), Some(end));
		assert_eq!(allocation.total(), total);
	}
}

#[test]
fn a_beneficiary_spends_what_has_vested_and_nothing_else() {
	let mut chain = Chain::new(genesis(LAUNCH));
	let who = beneficiary(Allocation::ChinaOralIndustryGroup);
	let frozen = |chain: &mut Chain, amount| {
		assert_eq!(chain.send(&who, transfer(amount)), Err(TokenError::Frozen.into()));
	};
	let unlock = |chain: &mut Chain| {
		chain.send(&actor("Alice"), pallet_vesting_schedules::Call::vest { target: who.id.clone().into() })
	};

	// Before the cliff: only the endowment for fees can move.
	chain.jump(JULY_2025 - 100 * SLOT);
	frozen(&mut chain, 21_000_000 * BTT);
	frozen(&mut chain, 100 * BTT);

	// At the cliff a sixth is vested at once, and anybody can unlock it.
	chain.jump(JULY_2025);
	assert_ok!(unlock(&mut chain));
	let at = chain.now();
	let spendable = chain.state(|| Balances::reducible_balance(&who.id, Expendable, Polite));
	let fees_paid = 21_000_000 * BTT + 100 * BTT - chain.state(|| total(&who.id));
	assert_eq!(spendable, vested(Allocation::ChinaOralIndustryGroup, at) + 100 * BTT - fees_paid);
	frozen(&mut chain, spendable + 1);
	assert_ok!(chain.send(&who, transfer(3_000_000 * BTT)));

	// In the middle, `transfer_all` leaves exactly what is unvested.
	chain.jump(JANUARY_2027);
	assert_ok!(unlock(&mut chain));
	let unvested = 21_000_000 * BTT - vested(Allocation::ChinaOralIndustryGroup, chain.now());
	let all = pallet_balances::Call::transfer_all { dest: actor("Eve").id.into(), keep_alive: false };
	assert_ok!(chain.send(&who, all));
	assert_eq!(chain.state(|| total(&who.id)), unvested);

	// At the end everything is free, without anybody having to ask: the sweep on idle does it.
	chain.jump(JANUARY_2028);
	chain.block(vec![]);
	chain.state(|| {
		assert_eq!(Balances::balance_frozen(&pallet_vesting_schedules::FreezeReason::Unvested.into(), &who.id), 0);
		assert!(VestingSchedules::vesting(&who.id).is_empty());
	});
	assert_ok!(chain.send(&who, transfer(unvested - BTT)));
	assert!(chain.state(|| total(&who.id)) < BTT);
	assert!(chain.state(|| total(&who.id)) > EXISTENTIAL_DEPOSIT);
}

#[test]
fn vesting_is_lifted_on_idle_without_anybody_asking() {
	let mut chain = Chain::new(genesis(LAUNCH));
	chain.jump(JANUARY_2026);
	// The first block after a stall rotates the session and leaves no time to spare.
	chain.block(vec![]);
	let at = chain.now();
	chain.state(|| {
		for allocation in INSTITUTIONS {
			let frozen = Balances::balance_frozen(
				&pallet_vesting_schedules::FreezeReason::Unvested.into(),
				&beneficiary(allocation).id,
			);
			assert_eq!(frozen, allocation.total() - vested(allocation, at));
		}
	});
}

#[test]
fn a_beneficiary_moves_to_another_key_with_everything() {
	let mut chain = Chain::new(genesis(LAUNCH));
	let old = beneficiary(Allocation::BellaSmileGroup);
	let new = actor("BellaSmileGroup//second");
	chain.jump(JANUARY_2026);
	assert_ok!(chain.send(&old, pallet_vesting_schedules::Call::rotate { new: new.id.clone().into() }));
	assert!(chain.events().iter().any(|event| matches!(event, RuntimeEvent::VestingSchedules(pallet_vesting_schedules::Event::Rotated { from, to, .. }) if *from == old.id && *to == new.id)));
	let unvested = 4_200_000 * BTT - vested(Allocation::BellaSmileGroup, chain.now());
	chain.state(|| {
		assert_eq!(total(&old.id), 0);
		assert!(VestingSchedules::vesting(&old.id).is_empty());
		let frozen = Balances::balance_frozen(&pallet_vesting_schedules::FreezeReason::Unvested.into(), &new.id);
		assert_eq!(frozen, unvested);
	});
	assert_eq!(chain.send(&new, transfer(4_200_000 * BTT)), Err(TokenError::Frozen.into()));
	assert_ok!(chain.send(&new, transfer(1_000_000 * BTT)));
}
