//! From an equivocation to the tokens that are burned for it.

mod common;

use btt_primitives::{
	api::runtime_decl_for_tokenomics_api::TokenomicsApi, burn::BurnReason, staking::Role, Allocation, Balance, Moment,
	BTT, DAY, EXISTENTIAL_DEPOSIT,
};
use btt_runtime::{
	AccountId, Balances, BttStaking, BttToken, Burn, Historical, Runtime, RuntimeCall, RuntimeEvent, Session,
	UncheckedExtrinsic, VestingSchedules,
};
use common::*;
use finality_grandpa::{Message, Precommit};
use frame_support::{
	assert_ok,
	traits::{
		fungible::{Inspect, InspectHold},
		tokens::{Fortitude::Polite, Preservation::Expendable},
		KeyOwnerProofSystem,
	},
};
use pallet_btt_staking::{Call, Candidates, Error, Event, HoldReason, Ledgers, Offenders, Slashes};
use sp_consensus_grandpa::{localized_payload, AuthorityId, AuthoritySignature, Equivocation, EquivocationProof};
use sp_core::H256;
use sp_keyring::{
	Ed25519Keyring,
	Sr25519Keyring::{Bob, Charlie},
};
use sp_runtime::{DispatchError, Perbill};
use std::panic::{catch_unwind, AssertUnwindSafe};

/// What one of four validators loses that equivocates: the square of three quarters.
const FRACTION: Perbill = Perbill::from_parts(562_500_000);

/// Eve backs Bob with 20,000 of the 30,000 BTT that she bonded, the Strategic Investors with 800,000 of a million, all
/// of them unvested.
fn backed() -> Chain {
	let mut config = genesis(30 * DAY);
	endow(&mut config, &actor("Eve").id, 60_000 * BTT);
	endow(&mut config, &actor("Ferdie").id, 30_000 * BTT);
	let mut chain = Chain::new(config);
	let bob = Bob.to_account_id();
	for (who, bond, delegation) in [(actor("Eve"), 30_000, 20_000), (investors(), 1_000_000, 800_000)] {
		assert_ok!(chain.send(&who, Call::bond { amount: bond * BTT }));
		assert_ok!(chain.send(&who, Call::delegate { validator: bob.clone(), amount: delegation * BTT }));
	}
	chain.sessions(2);
	chain
}

fn investors() -> Actor {
	beneficiary(Allocation::StrategicInvestors)
}

fn staking_events(chain: &mut Chain) -> Vec<Event<Runtime>> {
	let ours = |event| match event {
		RuntimeEvent::BttStaking(event) => Some(event),
		_ => None,
	};
	chain.events().into_iter().filter_map(ours).collect()
}

fn error(error: Error<Runtime>) -> Result<(), DispatchError> {
	Err(error.into())
}

fn apply(who: &AccountId) -> Call<Runtime> {
	Call::apply_slash { who: who.clone() }
}

/// What was burned of stake; the whole supply knows of it.
fn burned(chain: &mut Chain) -> Balance {
	chain.state(|| {
		let burned = Burn::burned_by_reason();
		let all = burned.reasons.iter().map(|(_, amount)| amount).sum::<Balance>() + burned.other;
		assert_eq!((Runtime::supply().burned, burned.other), (all, 0));
		burned.reasons.iter().find(|(reason, _)| *reason == BurnReason::Slash).expect("it is a reason").1
	})
}

/// Report Bob, and return when the slash is due.
fn report_bob(chain: &mut Chain) -> Moment {
	let session = chain.state(Session::current_index);
	chain.report(Bob);
	let due = chain.now() + 7 * DAY;
	let reported = Event::SlashReported { validator: Bob.to_account_id(), index: 0, session, fraction: FRACTION, due };
	let events = staking_events(chain);
	assert!(events.contains(&reported), "{events:?}");
	assert!(events.contains(&Event::Chilled { who: Bob.to_account_id() }));
	due
}

/// Apply what is due to `who`, and return what that took, all of which was burned.
fn slashed(chain: &mut Chain, who: &AccountId) -> Balance {
	let (before, had) = (burned(chain), chain.state(|| total(who)));
	assert_ok!(chain.send(&actor("Ferdie"), apply(who)));
	let taken = staking_events(chain)
		.into_iter()
		.map(|event| match event {
			Event::Slashed { who: of, validator, index, amount } => {
				assert_eq!((&of, validator, index), (who, Bob.to_account_id(), 0));
				amount
			}
			_ => 0,
		})
		.sum();
	assert_eq!(burned(chain) - before, taken);
	assert_eq!(had - chain.state(|| total(who)), taken);
	taken
}

#[test]
fn an_equivocation_is_slashed_after_a_week_and_burned_of_everybody_pro_rata() {
	let mut chain = backed();
	let (bob, eve) = (Bob.to_account_id(), actor("Eve"));
	let due = report_bob(&mut chain);
	assert_eq!(burned(&mut chain), 0);
	for who in [&bob, &eve.id, &investors().id] {
		assert_eq!(chain.send(&actor("Ferdie"), apply(who)), error(Error::NoSlashDue));
	}
	// Leaving is no way out.
	assert_ok!(chain.send(&eve, Call::undelegate { amount: 20_000 * BTT }));
	assert_ok!(chain.send(&eve, Call::unbond { amount: 30_000 * BTT }));
	let released = chain.now() + 14 * DAY;
	assert_eq!(chain.send(&actor("Bob"), Call::drop_role { role: Role::Validator }), error(Error::Accused));
	assert_eq!(
		chain.send(&actor("Bob"), Call::validate { commission: Perbill::from_percent(10) }),
		error(Error::Accused)
	);

	chain.jump(due);
	for who in [&actor("Bob"), &eve, &investors()] {
		assert_eq!(chain.send(who, Call::bond { amount: 10 * BTT }), error(Error::SlashDue));
	}
	assert_eq!(slashed(&mut chain, &bob), FRACTION * STAKE);
	assert_eq!(slashed(&mut chain, &eve.id), FRACTION * (20_000 * BTT));
	assert_eq!(slashed(&mut chain, &investors().id), FRACTION * (800_000 * BTT));
	assert_eq!(burned(&mut chain), FRACTION * (STAKE + 820_000 * BTT));
	for who in [&bob, &eve.id, &investors().id] {
		assert_eq!(chain.send(&actor("Ferdie"), apply(who)), error(Error::NoSlashDue));
	}
	// What is left of Bob's stake is not enough for the role.
	chain.state(|| {
		assert_eq!(Runtime::staker(bob.clone()).expect("he stakes").roles, []);
		assert!(!Candidates::<Runtime>::contains_key(&bob));
	});

	// Eve gets what is left of hers when it is released.
	chain.jump(released);
	assert_ok!(chain.send(&eve, Call::withdraw_unbonded { who: eve.id.clone() }));
	let rest = 30_000 * BTT - FRACTION * (20_000 * BTT);
	assert!(staking_events(&mut chain).contains(&Event::Withdrawn { who: eve.id.clone(), amount: rest }));
	chain.state(|| assert_eq!(Balances::total_balance_on_hold(&eve.id), 0));
}

/// A report that Bob voted for two blocks in a round of finality.
fn double_vote(chain: &mut Chain) -> UncheckedExtrinsic {
	let key = Ed25519Keyring::Bob;
	let id: AuthorityId = key.public().into();
	let report = chain.state(|| {
		let set = pallet_grandpa::CurrentSetId::<Runtime>::get();
		let vote = |byte: u8| {
			let precommit = Precommit { target_hash: H256::repeat_byte(byte), target_number: byte.into() };
			let payload = localized_payload(1, set, &Message::Precommit(precommit.clone()));
			(precommit, AuthoritySignature::from(key.sign(&payload)))
		};
		let (round_number, identity) = (1, id.clone());
		let votes = finality_grandpa::Equivocation { round_number, identity, first: vote(1), second: vote(2) };
		let equivocation_proof = Box::new(EquivocationProof::new(set, Equivocation::Precommit(votes)));
		let key_owner_proof = Historical::prove((sp_consensus_grandpa::KEY_TYPE, id)).expect("he validates");
		pallet_grandpa::Call::report_equivocation_unsigned { equivocation_proof, key_owner_proof }
	});
	UncheckedExtrinsic::new_bare(RuntimeCall::Grandpa(report))
}

#[test]
fn a_double_vote_for_finality_is_slashed_like_a_double_block() {
	let mut chain = backed();
	let session = chain.state(Session::current_index);
	let report = double_vote(&mut chain);
	for result in chain.block_without(&[Bob.to_account_id()], SLOT, vec![report]) {
		assert_ok!(result);
	}
	let due = chain.now() + 7 * DAY;
	let reported = Event::SlashReported { validator: Bob.to_account_id(), index: 0, session, fraction: FRACTION, due };
	assert!(staking_events(&mut chain).contains(&reported));
	let seat = chain.seat(&Bob.to_account_id()).expect("until the session after the next");
	assert_eq!(chain.state(Session::disabled_validators), [seat]);

	// Who also made two blocks loses no more for that.
	chain.report(Bob);
	chain.jump(due);
	assert_eq!(slashed(&mut chain, &actor("Eve").id), FRACTION * (20_000 * BTT));
	assert_eq!(slashed(&mut chain, &Bob.to_account_id()), FRACTION * STAKE);
}

#[test]
fn a_slash_takes_unvested_tokens_first_and_shortens_the_line_from_its_end() {
	let mut chain = backed();
	let who = investors().id;
	let line = Allocation::StrategicInvestors.total();
	let due = report_bob(&mut chain);
	chain.jump(due);
	let spendable = |chain: &mut Chain| chain.state(|| Balances::reducible_balance(&who, Expendable, Polite));
	let before = spendable(&mut chain);
	let taken = slashed(&mut chain, &who);
	assert_eq!(taken, 450_000 * BTT);
	let forfeited =
		pallet_vesting_schedules::Event::Forfeited { who: who.clone(), amount: taken, unvested: line - taken };
	assert!(chain.events().contains(&RuntimeEvent::VestingSchedules(forfeited)));
	assert_eq!(spendable(&mut chain), before);
	let terms = chain.state(|| VestingSchedules::vesting(&who).remove(0));
	assert_eq!((terms.total, terms.vested, terms.frozen), (line - taken, 0, line - taken));

	// The slope is what it was: half way through the 30 months half of the whole line has vested.
	let middle = terms.start + (terms.end - terms.start) / 2;
	chain.jump(middle - SLOT);
	let at = chain.now();
	let vested = line / 1_000 * u128::from(at - terms.start) / u128::from(terms.end - terms.start) * 1_000;
	let now = chain.state(|| VestingSchedules::vesting(&who).remove(0));
	assert!(now.vested.abs_diff(vested) < 1_000);
	assert_eq!(now.frozen, line - taken - now.vested);

	// And it ends early, when so much has vested as is left.
	let left = u128::from(terms.end - terms.start) * (line - taken) / BTT / (line / BTT);
	chain.jump(terms.start + left as Moment - SLOT);
	assert!(!chain.state(|| VestingSchedules::vesting(&who)).is_empty());
	chain.block(vec![]);
	chain.block(vec![]);
	assert_eq!(chain.state(|| VestingSchedules::vesting(&who)), []);
	let vest = pallet_vesting_schedules::Call::vest { target: who.clone().into() };
	let _ = chain.send(&actor("Ferdie"), vest);
	chain.state(|| {
		let bonded = Balances::balance_on_hold(&HoldReason::Bond.into(), &who);
		assert_eq!(bonded, 1_000_000 * BTT - taken);
		assert_eq!(Balances::reducible_balance(&who, Expendable, Polite), total(&who) - bonded - EXISTENTIAL_DEPOSIT);
	});
}

#[test]
fn a_referendum_cancels_a_slash_before_it_is_due_and_not_after() {
	let mut chain = backed();
	let (bob, eve) = (Bob.to_account_id(), actor("Eve"));
	let cancel = |index| RuntimeCall::from(Call::cancel_slash { validator: Bob.to_account_id(), index });
	let due = report_bob(&mut chain);
	assert_eq!(chain.send(&actor("Alice"), cancel(0)), Err(DispatchError::BadOrigin));
	assert_eq!(chain.decide(cancel(1)), error(Error::SlashNotFound));
	assert_ok!(chain.decide(cancel(0)));
	assert!(staking_events(&mut chain).contains(&Event::SlashCancelled { validator: bob.clone(), index: 0 }));
	assert_eq!(chain.decide(cancel(0)), error(Error::TooLate));
	assert_ok!(chain.send(&eve, Call::undelegate { amount: 20_000 * BTT }));
	assert_ok!(chain.send(&actor("Bob"), Call::validate { commission: Perbill::from_percent(10) }));

	chain.jump(due);
	// Whom nothing concerns any more has nothing to apply; whoever did not look since notes that, once.
	let _ = chain.send(&actor("Ferdie"), apply(&investors().id));
	assert_eq!(burned(&mut chain), 0);
	chain.sessions(2);
	assert!(chain.seat(&bob).is_some());

	// A slash that is due is beyond cancelling.
	chain.report(Charlie);
	let due = chain.now() + 7 * DAY;
	chain.jump(due);
	let late = chain.decide(Call::cancel_slash { validator: Charlie.to_account_id(), index: 0 });
	assert_eq!(late, error(Error::TooLate));
}

#[test]
fn whoever_backed_at_the_time_answers_and_whoever_came_later_does_not() {
	let mut chain = backed();
	let (eve, ferdie) = (actor("Eve"), actor("Ferdie"));
	let session = chain.state(Session::current_index);
	let proof = chain.equivocation(Bob);
	// Before anybody reports it, Eve leaves altogether, and Ferdie comes.
	assert_ok!(chain.send(&eve, Call::undelegate { amount: 20_000 * BTT }));
	assert_ok!(chain.send(&eve, Call::unbond { amount: 30_000 * BTT }));
	let released = chain.now() + 14 * DAY;
	assert_ok!(chain.send(&ferdie, Call::bond { amount: 20_000 * BTT }));
	assert_ok!(chain.send(&ferdie, Call::delegate { validator: Bob.to_account_id(), amount: 20_000 * BTT }));
	chain.sessions(3);
	for result in chain.block_without(&[Bob.to_account_id()], SLOT, vec![proof]) {
		assert_ok!(result);
	}
	let due = chain.now() + 7 * DAY;
	let reported = Event::SlashReported { validator: Bob.to_account_id(), index: 0, session, fraction: FRACTION, due };
	assert!(staking_events(&mut chain).contains(&reported));

	chain.jump(due);
	assert_eq!(slashed(&mut chain, &eve.id), FRACTION * (20_000 * BTT));
	// Ferdie's ledger has the slash noted as none of its business, and everything of his is there.
	let _ = chain.send(&actor("Alice"), apply(&ferdie.id));
	assert_eq!(chain.state(|| Ledgers::<Runtime>::get(&ferdie.id)).expect("he stakes").active, 20_000 * BTT);
	chain.jump(released);
	assert_ok!(chain.send(&eve, Call::withdraw_unbonded { who: eve.id.clone() }));
}

#[test]
fn an_offender_stays_disabled_while_it_has_its_seat_and_is_not_elected_again() {
	let mut chain = backed();
	let bob = Bob.to_account_id();
	report_bob(&mut chain);
	let disabled = |chain: &mut Chain| {
		let seat = chain.seat(&bob);
		(seat, chain.state(Session::disabled_validators))
	};
	let (seat, seats) = disabled(&mut chain);
	assert_eq!(seats, [seat.expect("he has a seat until the session after the next")]);

	// He was elected for the next session before he equivocated.
	chain.sessions(1);
	let (seat, seats) = disabled(&mut chain);
	assert_eq!(seats, [seat.expect("he was elected")]);
	for _ in 0..3 {
		chain.block(vec![]);
	}
	assert_eq!(chain.state(|| Offenders::<Runtime>::get().len()), 1);

	// There would be a seat for him, since the others are fewer than the minimum.
	for _ in 0..3 {
		chain.sessions(1);
		assert_eq!(disabled(&mut chain), (None, vec![]));
		assert_eq!(chain.state(Session::validators).len(), 3);
	}
	assert_eq!(chain.state(|| Offenders::<Runtime>::get().len()), 0);
}

#[test]
fn a_disabled_author_makes_no_block_in_the_next_session_either() {
	let mut chain = backed();
	report_bob(&mut chain);
	chain.sessions(1);
	let seat = chain.seat(&Bob.to_account_id()).expect("he was elected");
	let now = chain.now();
	let refused = catch_unwind(AssertUnwindSafe(|| chain.block_by(seat, now + SLOT, vec![])));
	assert!(refused.is_err(), "a disabled validator authored a block");
}

#[test]
fn a_block_of_the_offender_itself_is_refused_with_the_report() {
	let mut chain = backed();
	let report = chain.equivocation(Bob);
	let seat = chain.seat(&Bob.to_account_id()).expect("he validates");
	let now = chain.now();
	let refused = catch_unwind(AssertUnwindSafe(|| chain.block_by(seat, now + SLOT, vec![report])));
	assert!(refused.is_err(), "an author reported itself");
}

#[test]
fn an_accused_beneficiary_does_not_rotate() {
	let mut chain = backed();
	let new = actor("StrategicInvestors//second");
	let due = report_bob(&mut chain);
	let rotate = || RuntimeCall::from(pallet_vesting_schedules::Call::rotate { new: new.id.clone().into() });
	assert_eq!(chain.send(&investors(), rotate()), error(Error::Accused));
	chain.jump(due);
	assert_eq!(chain.send(&investors(), rotate()), error(Error::SlashDue));
	slashed(&mut chain, &investors().id);
	assert_ok!(chain.send(&investors(), rotate()));
	let moved = chain.state(|| Runtime::staker(new.id.clone())).expect("it stakes");
	assert_eq!(moved.bonded, 550_000 * BTT);
}

#[test]
fn a_second_equivocation_in_the_session_takes_no_more() {
	let mut chain = backed();
	let due = report_bob(&mut chain);
	chain.report(Bob);
	assert!(!staking_events(&mut chain).iter().any(|event| matches!(event, Event::SlashReported { .. })));
	assert_eq!(chain.state(|| Slashes::<Runtime>::iter().count()), 1);
	chain.jump(due);
	assert_eq!(slashed(&mut chain, &actor("Eve").id), FRACTION * (20_000 * BTT));
}

#[test]
fn income_of_a_slashed_pool_is_shared_by_what_is_left() {
	let mut chain = backed();
	let due = report_bob(&mut chain);
	chain.jump(due);
	let eve = actor("Eve");
	slashed(&mut chain, &eve.id);
	slashed(&mut chain, &investors().id);
	slashed(&mut chain, &Bob.to_account_id());
	let earned =
		|chain: &mut Chain, who: &AccountId| chain.state(|| Runtime::staker(who.clone())).expect("it stakes").rewards;
	let rewards = (earned(&mut chain, &eve.id), earned(&mut chain, &investors().id));
	let give = pallet_balances::Call::transfer_keep_alive { dest: eve.id.clone().into(), value: BTT };
	assert_ok!(chain.send(&actor("Ferdie"), give));
	let more = (earned(&mut chain, &eve.id) - rewards.0, earned(&mut chain, &investors().id) - rewards.1);
	// 8,750 and 350,000 BTT are left behind Bob, who is no validator any more: the stakers' part remains.
	assert!(more.0 > 0 && more.1.abs_diff(more.0 * 40) <= 40);
	chain.state(|| {
		let supply = Runtime::supply();
		assert_eq!(supply.burned + Balances::total_issuance(), supply.issued);
		assert!(BttToken::allocations().iter().all(|row| row.released + row.remaining == row.total));
		assert!(BttStaking::do_try_state().is_ok());
	});
}
