//! The journey of a release: refused by the caps, granted when a breakpoint has passed; and of a milestone.

mod common;

use btt_primitives::{Allocation, Balance, Initiative, Moment, BTT, DAY, TOTAL_SUPPLY};
use btt_runtime::{BttToken, Runtime, RuntimeCall};
use common::*;
use frame_support::assert_ok;
use sp_core::H256;
use sp_runtime::{DispatchError, ModuleError};

/// 00:00Z of the first of January, in ms, 2025 to 2033.
const YEARS: [Moment; 9] = [
	1_735_689_600_000,
	1_767_225_600_000,
	1_798_761_600_000,
	1_830_297_600_000,
	1_861_920_000_000,
	1_893_456_000_000,
	1_924_992_000_000,
	1_956_528_000_000,
	1_988_150_400_000,
];

fn release(allocation: Allocation, amount: Balance) -> RuntimeCall {
	pallet_btt_token::Call::release { allocation, beneficiary: actor("Eve").id, amount }.into()
}

/// The whole BTT that a refusal says would fit; panics on any other outcome.
fn fits(outcome: Result<(), DispatchError>) -> Balance {
	match outcome {
		Err(DispatchError::Module(ModuleError { index: 7, error, .. })) => {
			let named: [u8; 4] = error;
			u32::from_le_bytes([named[1], named[2], named[3], 0]).into()
		}
		other => panic!("not refused by the headroom rule: {other:?}"),
	}
}

#[test]
fn headroom_is_what_the_table_says_at_every_breakpoint() {
	// Nothing but the endowments is ever released here, so headroom is what later caps leave. In million BTT at year
	// ends, cap less counted, mining having started three days late: SPEC §2's table with the emission of that start.
	let mut chain = Chain::new(genesis(LAUNCH));
	let mut before = 0;
	for (year, percent) in [(1, 22), (2, 40), (3, 55), (4, 67), (5, 77)] {
		chain.jump(YEARS[year]);
		let headroom = chain.state(BttToken::release_headroom);
		assert_eq!(headroom.cap_now, TOTAL_SUPPLY / 100 * percent);
		assert_eq!(headroom.discretionary, ENDOWED);
		let millions = headroom.counted / (1_000_000 * BTT);
		assert_eq!(millions, [35, 72, 101, 119, 125][year - 1], "counted at the end of year {year}");
		assert!(headroom.headroom <= headroom.cap_now - headroom.counted - headroom.discretionary);
		assert!(headroom.headroom >= before, "room that was there is never taken away by time alone");
		before = headroom.headroom;
	}
	chain.jump(YEARS[8]);
	let end = chain.state(BttToken::release_headroom);
	assert_eq!(end.cap_now, TOTAL_SUPPLY);
}

#[test]
fn a_release_is_refused_by_the_caps_and_granted_after_a_breakpoint() {
	let mut chain = Chain::new(genesis(LAUNCH));
	chain.jump(YEARS[1]);
	let wanted = 10_500_000;
	let outcome = chain.decide(release(Allocation::EcosystemGrowthFund, wanted * BTT));
	let fitting = fits(outcome);
	let exact = chain.state(BttToken::release_headroom).headroom;
	assert!(fitting > 0 && fitting < wanted);
	// The blocks of the vote have gone by since; room only grows.
	assert!(fitting * BTT <= exact);
	assert_eq!(chain.state(|| total(&actor("Eve").id)) / BTT, 100, "a refused release changes nothing");

	// What fits is granted, and then nothing is left.
	assert_ok!(chain.decide(release(Allocation::EcosystemGrowthFund, fitting * BTT)));
	let left = chain.state(BttToken::release_headroom);
	assert!(left.headroom < 1_000 * BTT);

	// A year later the rest fits too.
	chain.jump(YEARS[2]);
	assert_ok!(chain.decide(release(Allocation::EcosystemGrowthFund, (wanted - fitting) * BTT)));
}

#[test]
fn sealed_allocations_stay_closed_until_their_year() {
	let mut chain = Chain::new(genesis(LAUNCH));
	chain.jump(YEARS[1] - DAY);
	let sealed = DispatchError::from(pallet_btt_token::Error::<Runtime>::Sealed);
	assert_eq!(chain.decide(release(Allocation::CommunityIncentives, BTT)), Err(sealed));
	chain.jump(YEARS[1]);
	assert_ok!(chain.decide(release(Allocation::CommunityIncentives, BTT)));
	assert_eq!(chain.decide(release(Allocation::UnallocatedReserve, BTT)), Err(sealed));
	chain.jump(YEARS[5] - DAY);
	assert_eq!(chain.decide(release(Allocation::UnallocatedReserve, BTT)), Err(sealed));
	chain.jump(YEARS[5]);
	assert_ok!(chain.decide(release(Allocation::UnallocatedReserve, BTT)));
	let wrong = DispatchError::from(pallet_btt_token::Error::<Runtime>::NotDiscretionary);
	assert_eq!(chain.decide(release(Allocation::MiningRewards, BTT)), Err(wrong));
}

fn milestone(amount: Balance, deadline: Moment) -> RuntimeCall {
	pallet_btt_token::Call::create_milestone {
		initiative: Initiative::ResearchPartnerships,
		amount,
		deadline,
		grantee: actor("Eve").id,
	}
	.into()
}

#[test]
fn a_milestone_is_filed_accepted_and_paid_along_the_line() {
	let mut chain = Chain::new(genesis(LAUNCH));
	let eve = actor("Eve");
	assert_ok!(chain.decide(milestone(2_100_000 * BTT, YEARS[0] + 90 * DAY)));
	assert_ok!(chain.send(&eve, pallet_btt_token::Call::file_evidence { id: 0, evidence: H256::repeat_byte(7) }));
	let early = chain.send(&eve, pallet_btt_token::Call::conclude { id: 0 });
	assert!(early.is_err(), "the window for objections is still open");
	let closed = chain.now() + 14 * DAY + SLOT;
	chain.jump(closed);
	assert_ok!(chain.send(&eve, pallet_btt_token::Call::conclude { id: 0 }));

	// A year of 48 months: a quarter of the initiative's 4.2 million.
	chain.jump(YEARS[1]);
	let before = chain.state(|| total(&eve.id));
	let transaction = chain.sign(&actor("Alice"), pallet_btt_token::Call::claim_milestone { id: 0 });
	let now = chain.now();
	assert_ok!(chain.block_at(now + SLOT, vec![transaction]).remove(0));
	let line = YEARS[4] - YEARS[0];
	let due =
		sp_core::U256::from(4_200_000 * BTT) * sp_core::U256::from(chain.now() - YEARS[0]) / sp_core::U256::from(line);
	assert_eq!(chain.state(|| total(&eve.id)) - before, due.as_u128());

	// Two years: half of the line, which is the whole milestone; then it is gone.
	chain.jump(YEARS[3]);
	assert_ok!(chain.send(&actor("Alice"), pallet_btt_token::Call::claim_milestone { id: 0 }));
	assert_eq!(chain.state(|| total(&eve.id)) - before, 2_100_000 * BTT);
	assert!(chain.send(&actor("Alice"), pallet_btt_token::Call::claim_milestone { id: 0 }).is_err());
}

#[test]
fn holders_of_one_percent_suspend_a_milestone_and_a_referendum_rejects_it() {
	let mut chain = Chain::new(genesis(LAUNCH));
	let eve = actor("Eve");
	assert_ok!(chain.decide(milestone(4_200_000 * BTT, YEARS[0] + 90 * DAY)));
	assert_ok!(chain.send(&eve, pallet_btt_token::Call::file_evidence { id: 0, evidence: H256::repeat_byte(7) }));
	// Eve has no such power; an institution has it in unvested tokens, and keeps its liquid ones for fees.
	assert!(chain.send(&eve, pallet_btt_token::Call::object { id: 0, power: 4_000_000 * BTT }).is_err());
	assert_ok!(chain.send(
		&beneficiary(Allocation::BellaSmileGroup),
		pallet_btt_token::Call::object { id: 0, power: 4_000_000 * BTT }
	));
	let closed = chain.now() + 15 * DAY;
	chain.jump(closed);
	assert!(chain.send(&eve, pallet_btt_token::Call::conclude { id: 0 }).is_err(), "suspended");
	assert_ok!(chain.decide(pallet_btt_token::Call::decide { id: 0, accept: false }));
	// The amount is free for another milestone.
	let deadline = chain.now() + 30 * DAY;
	assert_ok!(chain.decide(milestone(4_200_000 * BTT, deadline)));
}

#[test]
fn a_milestone_without_evidence_expires_and_gives_its_amount_back() {
	let mut chain = Chain::new(genesis(LAUNCH));
	let deadline = YEARS[0] + 30 * DAY;
	assert_ok!(chain.decide(milestone(4_200_000 * BTT, deadline)));
	chain.jump(deadline + SLOT);
	let late = chain.send(&actor("Eve"), pallet_btt_token::Call::file_evidence { id: 0, evidence: H256::zero() });
	assert!(late.is_err(), "the deadline has passed");
	assert_ok!(chain.send(&actor("Alice"), pallet_btt_token::Call::conclude { id: 0 }));
	let again = chain.now() + 30 * DAY;
	assert_ok!(chain.decide(milestone(4_200_000 * BTT, again)));
}
