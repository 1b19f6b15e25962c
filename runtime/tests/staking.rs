//! The journeys of those who stake: bonds, roles, elections, rewards.

mod common;

use btt_primitives::{
	api::runtime_decl_for_tokenomics_api::TokenomicsApi,
	staking::{Role, StakerInfo, Tier},
	Allocation, Balance, Initiative, BTT, DAY, EXISTENTIAL_DEPOSIT, HOUR, MINUTE,
};
use btt_runtime::{AccountId, Balances, BttStaking, Runtime, RuntimeCall, RuntimeEvent, Session};
use common::*;
use frame_support::{
	assert_ok,
	traits::fungible::{Inspect, InspectHold},
};
use pallet_btt_staking::{Call, Candidates, CurrentEra, Error, Event, HoldReason, LastSeen, Ledgers};
use sp_runtime::{DispatchError, Perbill};

const TENTH: Perbill = Perbill::from_percent(10);

/// A chain with Eve, who has enough to validate, and Ferdie, who has something to delegate.
fn chain() -> Chain {
	Chain::new(world())
}

fn world() -> serde_json::Value {
	let mut config = genesis(30 * DAY);
	endow(&mut config, &actor("Eve").id, 60_000 * BTT);
	endow(&mut config, &actor("Ferdie").id, 30_000 * BTT);
	config
}

fn staking_events(chain: &mut Chain) -> Vec<Event<Runtime>> {
	let ours = |event| match event {
		RuntimeEvent::BttStaking(event) => Some(event),
		_ => None,
	};
	chain.events().into_iter().filter_map(ours).collect()
}

fn staker(chain: &mut Chain, who: &AccountId) -> Option<StakerInfo> {
	chain.state(|| Runtime::staker(who.clone()))
}

fn bonded(chain: &mut Chain, who: &AccountId) -> Balance {
	chain.state(|| Balances::balance_on_hold(&HoldReason::Bond.into(), who))
}

fn validators(chain: &mut Chain) -> Vec<AccountId> {
	let mut validators = chain.state(Session::validators);
	validators.sort();
	validators
}

fn accounts(names: &[&str]) -> Vec<AccountId> {
	let mut accounts: Vec<_> = names.iter().map(|name| actor(name).id).collect();
	accounts.sort();
	accounts
}

fn error(error: Error<Runtime>) -> Result<(), DispatchError> {
	Err(error.into())
}

fn give(to: &str, value: Balance) -> RuntimeCall {
	pallet_balances::Call::transfer_keep_alive { dest: actor(to).id.into(), value }.into()
}

fn set_keys(name: &str, owner: &AccountId) -> RuntimeCall {
	let (keys, proof) = session_keys(name, owner);
	pallet_session::Call::set_keys { keys, proof }.into()
}

/// Let Eve stand for election with so much stake behind her, which is no less than the minimum.
fn stand(chain: &mut Chain, stake: Balance) {
	let eve = actor("Eve");
	assert_ok!(chain.send(&eve, Call::bond { amount: stake }));
	assert_ok!(chain.send(&eve, Call::add_role { role: Role::Validator }));
	if stake > STAKE {
		assert_ok!(chain.send(&eve, Call::delegate { validator: eve.id.clone(), amount: stake - STAKE }));
	}
	assert_ok!(chain.send(&eve, set_keys("Eve", &eve.id)));
	assert_ok!(chain.send(&eve, Call::validate { commission: TENTH }));
}

/// Let Eve be elected.
fn seat_eve(chain: &mut Chain) {
	stand(chain, STAKE);
	chain.sessions(2);
	assert!(chain.seat(&actor("Eve").id).is_some());
}

#[test]
fn genesis_bonds_the_validators_and_they_earn_from_the_first_block_on() {
	let mut chain = chain();
	let alice = actor("Alice").id;
	let info = StakerInfo { bonded: STAKE, unbonding: 0, rewards: 0, tier: Tier::Third, roles: vec![Role::Validator] };
	assert_eq!(staker(&mut chain, &alice), Some(info));
	assert_eq!(staker(&mut chain, &actor("Eve").id), None);
	assert_eq!(bonded(&mut chain, &alice), STAKE);
	assert_eq!(validators(&mut chain), accounts(&["Alice", "Bob", "Charlie", "Dave"]));
	// The first validator gave the pot and the development fund their existential deposits.
	assert_eq!(chain.state(|| Balances::balance(&BttStaking::pot())), EXISTENTIAL_DEPOSIT);
	assert_eq!(chain.state(|| total(&alice)), STAKE + POCKET_MONEY.0 - 2 * EXISTENTIAL_DEPOSIT);

	assert_ok!(chain.send(&actor("Eve"), give("Ferdie", BTT)));
	let mut rewards = 0;
	for name in ["Alice", "Bob", "Charlie", "Dave"] {
		let earned = staker(&mut chain, &actor(name).id).expect("it stakes").rewards;
		assert!(earned > 0);
		rewards += earned;
	}
	let pot = chain.state(|| Balances::balance(&BttStaking::pot()));
	assert!((pot - EXISTENTIAL_DEPOSIT) - rewards <= 5, "parts of units wait");
}

#[test]
fn a_candidate_is_elected_authors_and_earns() {
	let mut chain = chain();
	let (eve, ferdie) = (actor("Eve"), actor("Ferdie"));
	let validate = || Call::validate { commission: TENTH };
	assert_eq!(chain.send(&eve, validate()), error(Error::NotFound));
	assert_ok!(chain.send(&eve, Call::bond { amount: STAKE }));
	assert_eq!(chain.send(&eve, validate()), error(Error::NoRole));
	assert_ok!(chain.send(&eve, Call::add_role { role: Role::Validator }));
	assert_eq!(chain.send(&eve, validate()), error(Error::NoKeys));
	// Keys need a proof that they are one's own.
	let foreign = chain.send(&eve, set_keys("Eve", &ferdie.id));
	assert_eq!(foreign, Err(pallet_session::Error::<Runtime>::InvalidProof.into()));
	assert_ok!(chain.send(&eve, set_keys("Eve", &eve.id)));
	let deposit = chain.state(|| Balances::balance_on_hold(&pallet_session::HoldReason::Keys.into(), &eve.id));
	assert_eq!(deposit, BTT);
	assert_ok!(chain.send(&eve, validate()));
	assert_eq!(chain.send(&eve, validate()), error(Error::AlreadyCandidate));

	// The next session is elected already; that after it is not.
	chain.sessions(1);
	assert_eq!(chain.seat(&eve.id), None);
	chain.sessions(1);
	assert_eq!(validators(&mut chain), accounts(&["Alice", "Bob", "Charlie", "Dave", "Eve"]));

	// A block with a transaction: the author's part is Eve's alone, of the stakers' part she has a fifth.
	let seat = chain.seat(&eve.id).expect("elected");
	let before = staker(&mut chain, &eve.id).expect("she stakes").rewards;
	let transaction = chain.sign(&ferdie, give("Alice", BTT));
	let now = chain.now();
	chain.block_by(seat, now + SLOT, vec![transaction]);
	let income = staking_events(&mut chain);
	let [Event::AuthorRewarded { author, amount, commission }, Event::StakersRewarded { amount: all }] = &income[..]
	else {
		panic!("not what a block with fees brings: {income:?}")
	};
	assert_eq!(*author, eve.id);
	assert_eq!(*commission, amount / 10);
	let rewards = staker(&mut chain, &eve.id).expect("she stakes").rewards;
	assert!((amount + all / 5).abs_diff(rewards - before) <= 2);

	// Anybody has it paid, to the unit.
	let free = chain.state(|| Balances::balance(&eve.id));
	assert_ok!(chain.send(&ferdie, Call::payout { who: eve.id.clone() }));
	assert!(staking_events(&mut chain).contains(&Event::PaidOut { who: eve.id.clone(), amount: rewards }));
	assert_eq!(chain.state(|| Balances::balance(&eve.id)), free + rewards);
}

#[test]
fn the_first_block_of_a_session_is_that_of_its_author_who_may_be_new() {
	let mut chain = chain();
	let eve = actor("Eve");
	stand(&mut chain, STAKE + 5_000 * BTT);
	chain.sessions(1);
	// Eve has the most stake behind her, and therefore the first seat of the session that this block begins.
	let before = chain.state(Session::validators);
	chain.state(|| {
		CurrentEra::<Runtime>::mutate(|era| era.full = 1);
		assert_eq!(LastSeen::<Runtime>::get(&eve.id), Some(0));
	});
	let next = chain.now() + SESSION;
	chain.block_by(0, next, vec![]);
	assert_eq!(chain.seat(&eve.id), Some(0));
	let seen = |who: &AccountId| LastSeen::<Runtime>::get(who);
	chain.state(|| {
		assert_eq!(seen(&eve.id), Some(1));
		assert_eq!(seen(&before[0]), Some(0), "who had the seat in the session before made no block");
	});
}

#[test]
fn a_validator_leaves_with_everything_it_had() {
	let mut chain = chain();
	let eve = actor("Eve");
	seat_eve(&mut chain);
	assert_ok!(chain.send(&eve, Call::chill {}));
	assert_eq!(chain.send(&eve, Call::chill {}), error(Error::NotCandidate));
	chain.sessions(1);
	assert!(chain.seat(&eve.id).is_some(), "she was elected for this session before she left");
	chain.sessions(1);
	assert_eq!(chain.seat(&eve.id), None);

	assert_eq!(chain.send(&eve, Call::unbond { amount: STAKE }), error(Error::InsufficientBond));
	assert_ok!(chain.send(&eve, Call::drop_role { role: Role::Validator }));
	assert_ok!(chain.send(&eve, Call::unbond { amount: STAKE }));
	let release = chain.now() + 14 * DAY;
	let left = Event::Unbonded { who: eve.id.clone(), amount: STAKE, release };
	assert!(staking_events(&mut chain).contains(&left));
	assert_ok!(chain.send(&eve, pallet_session::Call::purge_keys {}));
	let _ = chain.send(&eve, Call::payout { who: eve.id.clone() });
	assert_eq!(chain.state(|| Balances::total_balance_on_hold(&eve.id)), STAKE, "the deposit for the keys is back");

	let withdraw = || Call::withdraw_unbonded { who: eve.id.clone() };
	chain.jump(release - 2 * SLOT);
	let early = chain.sign(&actor("Ferdie"), withdraw());
	assert_eq!(chain.block_at(release - SLOT, vec![early]), [error(Error::NothingReleased)]);
	assert_ok!(chain.send(&actor("Ferdie"), withdraw()));
	assert_eq!(staker(&mut chain, &eve.id), None);
	chain.state(|| {
		assert_eq!(Balances::total_balance_on_hold(&eve.id), 0);
		assert!(total(&eve.id) > 60_000 * BTT, "nothing but fees was paid");
		assert!(!pallet_btt_staking::Validators::<Runtime>::contains_key(&eve.id));
	});
}

#[test]
fn days_of_test_networks_take_five_seconds() {
	let mut chain = Chain::new(preset("local_testnet"));
	let eve = actor("Eve");
	assert_ok!(chain.send(&eve, Call::bond { amount: 20 * BTT }));
	assert_ok!(chain.send(&eve, Call::unbond { amount: 20 * BTT }));
	let release = chain.now() + 14 * 5_000;
	assert!(staking_events(&mut chain).contains(&Event::Unbonded { who: eve.id.clone(), amount: 20 * BTT, release }));
	while chain.now() < release - 1_000 {
		chain.block(vec![]);
	}
	assert_ok!(chain.send(&actor("Bob"), Call::withdraw_unbonded { who: eve.id }));
}

#[test]
fn stake_that_joins_earns_from_the_next_era_on() {
	let mut chain = chain();
	let (eve, ferdie) = (actor("Eve"), actor("Ferdie"));
	let alice = actor("Alice").id;
	assert_ok!(chain.send(&ferdie, Call::bond { amount: 20_000 * BTT }));
	let era = chain.state(|| CurrentEra::<Runtime>::get().index);
	assert_ok!(chain.send(&ferdie, Call::delegate { validator: alice, amount: 20_000 * BTT }));
	assert_ok!(chain.send(&eve, give("Bob", BTT)));
	assert_eq!(chain.state(|| CurrentEra::<Runtime>::get().index), era);
	assert_eq!(staker(&mut chain, &ferdie.id).expect("he stakes").rewards, 0);
	let next = chain.now() + ERA;
	chain.jump(next);
	assert_ok!(chain.send(&eve, give("Bob", BTT)));
	assert!(staker(&mut chain, &ferdie.id).expect("he stakes").rewards > 0);
}

#[test]
fn the_author_and_the_stakers_have_a_fifth_of_every_fee_each_to_the_unit() {
	let mut chain = chain();
	let pot = chain.state(BttStaking::pot);
	let tip = 7 * BTT + 3;
	let transactions = vec![
		chain.sign_with_tip(&actor("Eve"), give("Bob", BTT), tip),
		chain.sign(&actor("Ferdie"), give("Bob", 1_000_000 * BTT)),
		chain.sign(&actor("Alice"), Call::payout { who: actor("Eve").id }),
		chain.sign(&actor("Bob"), Call::bond { amount: 11 * BTT }),
	];
	let (before, issuance) = chain.state(|| (Balances::balance(&pot), Balances::total_issuance()));
	let now = chain.now();
	let author = chain.seat(&actor("Charlie").id).expect("he validates");
	let results = chain.block_by(author, now + SLOT, transactions);
	assert_eq!(results.iter().map(Result::is_ok).collect::<Vec<_>>(), [true, false, false, true]);

	let paid: Vec<(Balance, Balance)> = chain
		.events()
		.into_iter()
		.filter_map(|event| match event {
			RuntimeEvent::Fees(pallet_btt_fees::Event::FeePaid { fee, tip, .. }) => Some((fee, tip)),
			_ => None,
		})
		.collect();
	assert_eq!(paid.len(), 4);
	assert_eq!(paid.iter().map(|(_, tip)| tip).sum::<Balance>(), tip);
	let fifths: Balance = paid.iter().map(|(fee, _)| fee / 5).sum();
	let charlie = actor("Charlie").id;
	let income = staking_events(&mut chain);
	assert!(income.contains(&Event::StakersRewarded { amount: fifths }));
	let amount = fifths + tip;
	assert!(income.contains(&Event::AuthorRewarded { author: charlie, amount, commission: amount / 10 }));
	chain.state(|| {
		assert_eq!(Balances::balance(&pot) - before, 2 * fifths + tip);
		assert_eq!(issuance - Balances::total_issuance(), fifths, "another fifth is burned");
	});

	// What the four are paid is all there was, but for the fees of the block that pays them and parts of units.
	let payouts: Vec<_> = ["Alice", "Bob", "Charlie", "Dave"]
		.map(|name| {
			let who = actor(name);
			chain.sign(&who, Call::payout { who: who.id.clone() })
		})
		.to_vec();
	for result in chain.block(payouts) {
		assert_ok!(result);
	}
	let fees: Balance = staking_events(&mut chain)
		.iter()
		.map(|event| match event {
			Event::AuthorRewarded { amount, .. } | Event::StakersRewarded { amount } => *amount,
			_ => 0,
		})
		.sum();
	let rest = chain.state(|| Balances::balance(&pot)) - EXISTENTIAL_DEPOSIT - fees;
	assert!(rest <= 10, "{rest} units stay in the pot");
}

#[test]
fn unvested_tokens_are_bonded_and_backed_with_and_stay_unvested() {
	let mut chain = chain();
	let who = beneficiary(Allocation::StrategicInvestors);
	let line = Allocation::StrategicInvestors.total();
	assert_ok!(chain.send(&who, Call::bond { amount: line }));
	assert_ok!(chain.send(&who, Call::delegate { validator: actor("Bob").id, amount: line }));
	assert_ok!(chain.send(&who, Call::undelegate { amount: line }));
	assert_ok!(chain.send(&who, Call::unbond { amount: line }));
	let released = chain.now() + 14 * DAY;
	chain.jump(released);
	assert_ok!(chain.send(&who, Call::withdraw_unbonded { who: who.id.clone() }));
	// Still before the cliff: what came back is as unvested as it was.
	assert_eq!(chain.send(&who, give("Eve", POCKET_MONEY.1)), Err(sp_runtime::TokenError::Frozen.into()));
	assert_ok!(chain.send(&who, give("Eve", BTT)));
}

#[test]
fn a_beneficiary_that_rotates_takes_bond_roles_and_rewards_along() {
	let mut chain = chain();
	let old = beneficiary(Allocation::BellaSmileGroup);
	let new = actor("BellaSmileGroup//second");
	assert_ok!(chain.send(&old, Call::bond { amount: 1_000_000 * BTT }));
	assert_ok!(chain.send(&old, Call::add_role { role: Role::Governance }));
	assert_ok!(chain.send(&old, Call::add_role { role: Role::Verifier }));
	assert_ok!(chain.send(&old, Call::delegate { validator: actor("Alice").id, amount: 500_000 * BTT }));
	assert_ok!(chain.send(&old, Call::unbond { amount: 1_000 * BTT }));
	let next = chain.now() + ERA;
	chain.jump(next);
	assert_ok!(chain.send(&actor("Eve"), give("Bob", BTT)));
	let before = staker(&mut chain, &old.id).expect("it stakes");
	assert!(before.rewards > 0);
	assert_eq!((before.bonded, before.unbonding), (999_000 * BTT, 1_000 * BTT));
	assert_eq!(before.roles, [Role::Verifier, Role::Governance]);

	let rotate = pallet_vesting_schedules::Call::rotate { new: new.id.clone().into() };
	assert_ok!(chain.send(&old, rotate));
	assert_eq!(staker(&mut chain, &old.id), None);
	let after = staker(&mut chain, &new.id).expect("it stakes");
	assert!(after.rewards >= before.rewards);
	assert_eq!(StakerInfo { rewards: before.rewards, ..after }, before);
	assert_eq!(bonded(&mut chain, &new.id), 1_000_000 * BTT);
	assert_eq!(chain.state(|| total(&old.id)), 0);
	assert_ok!(chain.send(&new, Call::undelegate { amount: 500_000 * BTT }));
	assert_ok!(chain.send(&new, Call::payout { who: new.id.clone() }));
}

#[test]
fn a_validator_does_not_rotate_while_it_is_one() {
	let mut chain = chain();
	let old = beneficiary(Allocation::BellaSmileGroup);
	assert_ok!(chain.send(&old, Call::bond { amount: STAKE }));
	assert_ok!(chain.send(&old, Call::add_role { role: Role::Validator }));
	let rotate = || {
		RuntimeCall::from(pallet_vesting_schedules::Call::rotate { new: actor("BellaSmileGroup//second").id.into() })
	};
	assert_eq!(chain.send(&old, rotate()), error(Error::IsValidator));
	assert_ok!(chain.send(&old, Call::drop_role { role: Role::Validator }));
	assert_ok!(chain.send(&old, rotate()));
}

#[test]
fn power_is_what_an_account_has_however_often_it_stands_for_something() {
	let mut chain = chain();
	let ferdie = actor("Ferdie");
	let milestone = pallet_btt_token::Call::create_milestone {
		initiative: Initiative::ResearchPartnerships,
		amount: BTT,
		deadline: chain.now() + 30 * DAY,
		grantee: actor("Eve").id,
	};
	assert_ok!(chain.decide(milestone));
	let evidence = pallet_btt_token::Call::file_evidence { id: 0, evidence: Default::default() };
	assert_ok!(chain.send(&actor("Eve"), evidence));
	assert_ok!(chain.send(&ferdie, Call::bond { amount: 20_000 * BTT }));
	assert_ok!(chain.send(&ferdie, Call::add_role { role: Role::Governance }));
	assert_ok!(chain.send(&ferdie, Call::delegate { validator: actor("Alice").id, amount: 19_000 * BTT }));
	let object = |power| pallet_btt_token::Call::object { id: 0, power };
	let all = chain.state(|| total(&ferdie.id));
	let exceeds = Err(pallet_btt_token::Error::<Runtime>::ExceedsPower.into());
	assert_eq!(chain.send(&ferdie, object(all)), exceeds, "the fee is gone by then");
	// Bonded and delegated tokens count, once.
	assert_ok!(chain.send(&ferdie, object(all - 10 * BTT)));
	// They stay bonded, and what is not leaves no earlier than the objection ends.
	assert_eq!(chain.send(&ferdie, give("Eve", 9_000 * BTT)), Err(sp_runtime::TokenError::Frozen.into()));
	assert_eq!(bonded(&mut chain, &ferdie.id), 20_000 * BTT);

	// The pot that holds everybody's rewards has no power at all.
	let pot = chain.state(BttStaking::pot);
	let none = chain.state(|| {
		use btt_primitives::token::HoldingPower;
		btt_runtime::impls::VotingTokens::power_of(&pot)
	});
	assert_eq!(none, 0);
}

/// Blocks of everybody but the absent, closely enough that eras are full, until an era ends. Returns who was found to
/// be offline meanwhile.
fn full_era(chain: &mut Chain, absent: &[AccountId]) -> Vec<AccountId> {
	let full = chain.state(|| CurrentEra::<Runtime>::get().full);
	let mut offline = Vec::new();
	while chain.state(|| CurrentEra::<Runtime>::get().full) == full {
		chain.block_without(absent, 7 * MINUTE, vec![]);
		for event in staking_events(chain) {
			if let Event::Offline { who } = event {
				offline.push(who);
			}
		}
	}
	offline
}

#[test]
fn absent_validators_are_chilled_after_two_full_eras_and_never_more_than_a_third_at_once() {
	let mut config = world();
	config["bttStaking"]["minimumValidators"] = 1.into();
	let mut chain = Chain::new(config);
	let absent = accounts(&["Charlie", "Dave"]);
	// In the first era they could have made a block before it began to count.
	let mut found = Vec::new();
	for _ in 0..6 {
		found.push(full_era(&mut chain, &absent));
	}
	let first = found.iter().position(|offline| !offline.is_empty()).expect("somebody is offline");
	let chilled: Vec<_> = found.iter().map(Vec::len).collect();
	assert!(first >= 2, "two full eras must pass: {chilled:?}");
	assert_eq!(chilled.iter().sum::<usize>(), 2, "{chilled:?}");
	assert_eq!(chilled.iter().max(), Some(&1), "a third of four is one: {chilled:?}");
	chain.sessions(2);
	assert_eq!(validators(&mut chain), accounts(&["Alice", "Bob"]));

	// They lost nothing, and come back when they like.
	for who in ["Charlie", "Dave"].map(actor) {
		assert_eq!(bonded(&mut chain, &who.id), STAKE);
		assert_ok!(chain.send(&who, Call::validate { commission: TENTH }));
	}
	chain.sessions(2);
	assert_eq!(validators(&mut chain), accounts(&["Alice", "Bob", "Charlie", "Dave"]));
}

#[test]
fn absent_validators_keep_their_seats_if_too_few_would_be_left() {
	let mut chain = chain();
	let absent = accounts(&["Charlie", "Dave"]);
	for _ in 0..6 {
		full_era(&mut chain, &absent);
	}
	chain.sessions(2);
	assert_eq!(chain.state(Candidates::<Runtime>::count), 2);
	assert_eq!(validators(&mut chain), accounts(&["Alice", "Bob", "Charlie", "Dave"]));
}

#[test]
fn a_stall_of_days_ejects_nobody() {
	let mut chain = chain();
	for stall in [3 * DAY, 11 * DAY, HOUR] {
		let resumed = chain.now() + stall;
		chain.jump(resumed);
		let idle = full_era(&mut chain, &[]);
		assert_eq!(idle, []);
	}
	// So few blocks that no era is full tell nothing about who is away.
	let absent = accounts(&["Charlie", "Dave"]);
	for _ in 0..40 {
		chain.block_without(&absent, 90 * MINUTE, vec![]);
		assert_eq!(staking_events(&mut chain), []);
	}
	assert_eq!(validators(&mut chain), accounts(&["Alice", "Bob", "Charlie", "Dave"]));
}

#[test]
fn somebody_always_validates_even_if_everybody_chills() {
	for minimum in [1, 4] {
		let mut config = world();
		config["bttStaking"]["minimumValidators"] = minimum.into();
		let mut chain = Chain::new(config);
		for name in ["Alice", "Bob", "Charlie", "Dave"] {
			assert_ok!(chain.send(&actor(name), Call::chill {}));
		}
		for _ in 0..5 {
			chain.sessions(1);
			assert!(validators(&mut chain).len() >= minimum);
		}
	}
}

#[test]
fn somebody_always_validates_even_if_everybody_purges_its_keys() {
	let mut chain = chain();
	for name in ["Alice", "Bob", "Charlie", "Dave"] {
		let _ = chain.send(&actor(name), pallet_session::Call::purge_keys {});
	}
	for _ in 0..4 {
		chain.sessions(1);
		assert!(!validators(&mut chain).is_empty());
	}
}

#[test]
fn a_referendum_sets_how_many_validate() {
	let mut chain = chain();
	let count = |count| RuntimeCall::from(Call::set_validator_count { count });
	let minimum = |minimum| RuntimeCall::from(Call::set_minimum { minimum });
	for call in [count(30), minimum(2)] {
		assert_eq!(chain.send(&actor("Alice"), call), Err(DispatchError::BadOrigin));
	}
	for call in [count(3), count(301), minimum(0), minimum(22)] {
		assert_eq!(chain.decide(call), error(Error::OutOfBounds));
	}
	assert_ok!(chain.decide(minimum(3)));
	assert_ok!(chain.decide(count(4)));
	// Eve has the most stake behind her, so that one of the others loses its seat.
	stand(&mut chain, STAKE + 100 * BTT);
	chain.sessions(2);
	assert_eq!(validators(&mut chain).len(), 4);
	assert_eq!(chain.state(Candidates::<Runtime>::count), 5);
	assert!(chain.seat(&actor("Eve").id).is_some());
}

#[test]
fn a_minimum_that_is_raised_does_not_unseat_who_stands_already() {
	use btt_runtime::configs::governance::{dynamic_params::staking, RuntimeParameters};
	let mut chain = chain();
	seat_eve(&mut chain);
	let parameter = Box::new(RuntimeParameters::Staking(staking::Parameters::ValidatorMinimum(
		staking::ValidatorMinimum,
		Some(55_000 * BTT),
	)));
	assert_ok!(chain.decide(pallet_btt_governance::Call::set_parameter { parameter }));
	let eve = actor("Eve");
	assert_eq!(staker(&mut chain, &eve.id).expect("she stakes").roles, []);
	chain.sessions(2);
	assert!(chain.seat(&eve.id).is_some());
	assert_ok!(chain.send(&eve, Call::bond { amount: 5_000 * BTT }));
	assert_ok!(chain.send(&eve, Call::add_role { role: Role::Validator }));
	assert_eq!(staker(&mut chain, &eve.id).expect("she stakes").roles, [Role::Validator]);
	assert!(chain.state(|| Ledgers::<Runtime>::contains_key(&eve.id)));
}
