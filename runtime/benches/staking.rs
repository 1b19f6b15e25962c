//! What staking costs as candidates and delegators grow in number: time, and how much of the state it touches.
//!
//! `cargo bench --workspace --bench staking --profile dev`
//!
//! Elections cost in proportion to the candidates, of which there are a bounded number. Nothing else may grow, least of
//! all with the delegators. What proves that is no clock, but the storage proof of the work, with the new state root
//! computed: everything that a node must look up. Two things are compared between the fewest and the most delegators:
//!
//! - How many keys are looked up. It must be the same number.
//! - How long the proof is. A path to a key gets longer by one node of at most 16 hashes whenever there are 16 times as
//!   many keys, and by nothing else.
//!
//! The process fails if either does not hold.

#[path = "../tests/common/mod.rs"]
mod common;

use btt_primitives::{
	staking::{RewardSink, Role},
	Moment, BTT, DAY,
};
use btt_runtime::{AccountId, Balances, BttStaking, Runtime, RuntimeCall, RuntimeOrigin, System, Timestamp};
use codec::Encode;
use common::{actor, endow, genesis, session_keys, Chain, ERA, SLOT, STAKE};
use frame_support::{
	assert_ok,
	traits::{
		fungible::Balanced,
		tokens::{Fortitude::Polite, Precision::Exact, Preservation::Preserve},
		Get, Hooks, Imbalance,
	},
};
use pallet_btt_staking::{Call, Candidates, Joins, LedgerOf, Ledgers, NextSession, PoolId, Stakers, Validators};
use sp_io::TestExternalities;
use sp_runtime::{traits::Dispatchable, Perbill, StateVersion};
use sp_staking::offence::{OffenceDetails, OnOffenceHandler};
use std::{
	process::ExitCode,
	time::{Duration, Instant},
};

const CANDIDATES: [u32; 3] = [100, 1_000, 10_000];
const DELEGATORS: [u32; 3] = [10, 1_000, 100_000];
const RUNS: usize = 11;

/// A node of the trie is no longer than this: 16 hashes, which of them there are, and a part of the key.
const NODE: usize = 16 * 32 + 2 + 34;

/// So many nodes a path can get longer from the fewest to the most delegators: 16 to this power is more than 10,000.
const DEEPER: usize = 4;

/// The account of the candidate or delegator with so high a number.
fn account(kind: u8, number: u32) -> AccountId {
	sp_io::hashing::blake2_256(&[&[kind][..], &number.to_le_bytes()].concat()).into()
}

fn call(who: &AccountId, call: impl Into<RuntimeCall>) {
	assert_ok!(call.into().dispatch(RuntimeOrigin::signed(who.clone())));
}

/// A chain of four validators, of whom Alice is backed by `delegators`, and of so many `candidates` more.
fn populated(candidates: u32, delegators: u32) -> TestExternalities {
	let mut config = genesis(30 * DAY);
	endow(&mut config, &actor("Eve").id, STAKE + BTT);
	endow(&mut config, &actor("Ferdie").id, 1_000 * BTT);
	let mut ext = Chain::new(config).into_state();
	ext.execute_with(|| {
		// The first era begins with the second block.
		wait(SLOT);
		let (alice, eve, ferdie) = (actor("Alice").id, actor("Eve").id, actor("Ferdie").id);
		call(&eve, Call::bond { amount: STAKE });
		call(&eve, Call::add_role { role: Role::Validator });
		let (keys, proof) = session_keys("Eve", &eve);
		call(&eve, pallet_session::Call::set_keys { keys, proof });
		call(&eve, Call::validate { commission: Perbill::from_percent(10) });
		call(&ferdie, Call::bond { amount: 20 * BTT });
		call(&ferdie, Call::delegate { validator: alice, amount: 20 * BTT });

		// Calls of a hundred thousand would take minutes: they are copies of one who made them.
		(0..candidates).for_each(|number| copy_candidate(&eve, account(b'c', number)));
		(0..delegators).for_each(|number| copy_delegator(&ferdie, account(b'd', number)));
		if candidates <= 100 && delegators <= 1_000 {
			assert_ok!(BttStaking::do_try_state());
		}
		elect();
	});
	ext.commit_all().expect("nothing is open");
	ext
}

/// What `of` has in its account, `who` has too.
fn copy_account(of: &AccountId, who: &AccountId) {
	let account = frame_system::Account::<Runtime>::get(of);
	let holds = pallet_balances::Holds::<Runtime>::get(of);
	pallet_balances::TotalIssuance::<Runtime>::mutate(|issuance| {
		*issuance += account.data.free + account.data.reserved
	});
	frame_system::Account::<Runtime>::insert(who, account);
	pallet_balances::Holds::<Runtime>::insert(who, holds);
}

/// Another position like that of `ledger` joins the pool of `validator`, and that of all.
fn join_pools(ledger: &LedgerOf<Runtime>, validator: &AccountId) {
	let delegation = ledger.delegation.as_ref().expect("it backs somebody");
	Validators::<Runtime>::mutate(validator, |validator| {
		validator.as_mut().expect("it validates").pool.join(delegation.joining)
	});
	Stakers::<Runtime>::mutate(|all| all.join(delegation.joining));
	for id in [PoolId::Validator(validator.clone()), PoolId::Stakers] {
		Joins::<Runtime>::mutate(id, delegation.joined_in, |join| join.get_or_insert_default().positions += 1);
	}
	let stake = Validators::<Runtime>::get(validator).expect("it validates").pool.total();
	Candidates::<Runtime>::insert(validator, stake);
}

fn copy_delegator(of: &AccountId, who: AccountId) {
	copy_account(of, &who);
	let ledger = Ledgers::<Runtime>::get(of).expect("it delegates");
	let validator = ledger.delegation.as_ref().expect("it delegates").validator.clone();
	join_pools(&ledger, &validator);
	Ledgers::<Runtime>::insert(who, ledger);
}

fn copy_candidate(of: &AccountId, who: AccountId) {
	copy_account(of, &who);
	let mut ledger = Ledgers::<Runtime>::get(of).expect("it validates");
	let mut validator = Validators::<Runtime>::get(of).expect("it validates");
	let delegation = ledger.delegation.as_mut().expect("it backs itself");
	delegation.validator = who.clone();
	for backing in ledger.backings.iter_mut() {
		backing.validator = who.clone();
	}
	validator.pool.leave(0, delegation.joining);
	Validators::<Runtime>::insert(&who, validator);
	join_pools(&ledger, &who);
	Ledgers::<Runtime>::insert(&who, ledger);
	let keys = pallet_session::NextKeys::<Runtime>::get(of).expect("it has keys");
	pallet_session::NextKeys::<Runtime>::insert(who, keys);
}

fn elect() {
	drop(BttStaking::elect(NextSession::<Runtime>::get()));
}

/// A block `passed` ms later begins.
fn wait(passed: Moment) {
	pallet_timestamp::Now::<Runtime>::put(Timestamp::get() + passed);
	BttStaking::on_initialize(System::block_number());
}

/// A block of Alice's ends in which somebody paid fees.
fn hand_over(alice: &AccountId, payer: &AccountId) {
	let fees = <Balances as Balanced<_>>::withdraw(payer, BTT, Exact, Preserve, Polite).expect("he has so much");
	let (author, stakers) = fees.split(BTT / 3);
	BttStaking::note_author(alice);
	<BttStaking as RewardSink<_>>::author(author);
	<BttStaking as RewardSink<_>>::stakers(stakers);
	BttStaking::on_finalize(System::block_number());
}

fn report(alice: &AccountId) {
	let details = OffenceDetails { offender: (alice.clone(), ()), reporters: vec![] };
	let session = NextSession::<Runtime>::get() - 1;
	let fraction = [Perbill::from_percent(10)];
	let _ = <BttStaking as OnOffenceHandler<AccountId, _, _>>::on_offence(&[details], &fraction, session);
}

/// What a piece of work takes.
#[derive(Clone, Copy)]
struct Cost {
	time: Duration,
	keys: usize,
	proof: usize,
}

/// What `work` takes on the state of `ext`, which stays as it is: the median time, and what is looked up until the new
/// state root is known.
fn measure(ext: &mut TestExternalities, work: impl Fn()) -> Cost {
	let mut times: Vec<_> = (0..RUNS)
		.map(|_| {
			let start = Instant::now();
			ext.execute_with(&work);
			let time = start.elapsed();
			ext.reset_overlay();
			time
		})
		.collect();
	times.sort();
	let recorder = Default::default();
	ext.execute_with_recorder(Clone::clone(&recorder), || {
		work();
		sp_io::storage::root(StateVersion::V1)
	});
	ext.reset_overlay();
	let keys = recorder.recorded_keys().values().map(|keys| keys.len()).sum();
	Cost { time: times[RUNS / 2], keys, proof: recorder.drain_storage_proof().encoded_size() }
}

/// Go on from the state of `ext` with `work`.
fn proceed(ext: &mut TestExternalities, work: impl FnOnce()) {
	ext.execute_with(work);
	ext.commit_all().expect("nothing is open");
}

/// What Alice's delegators make do when they are so many.
fn with_delegators(count: u32) -> [(&'static str, Cost); 6] {
	let delegator = account(b'd', count / 2);
	let (alice, anybody) = (actor("Alice").id, actor("Bob").id);
	let mut ext = populated(0, count);
	let era = measure(&mut ext, || wait(ERA));
	proceed(&mut ext, || wait(ERA));
	// In a new era, so that what joined in the last one begins to earn.
	let income = measure(&mut ext, || hand_over(&alice, &anybody));
	proceed(&mut ext, || hand_over(&alice, &anybody));
	let payout = measure(&mut ext, || call(&anybody, Call::payout { who: delegator.clone() }));
	let election = measure(&mut ext, elect);
	let offence = measure(&mut ext, || report(&alice));
	proceed(&mut ext, || report(&alice));
	proceed(&mut ext, || wait(7 * DAY));
	let slash = measure(&mut ext, || call(&anybody, Call::apply_slash { who: delegator.clone() }));
	[
		("a new era", era),
		("block with fees", income),
		("payout of one", payout),
		("election", election),
		("offence report", offence),
		("slash of one", slash),
	]
}

fn row(work: &str, count: u32, Cost { time, keys, proof }: Cost) {
	println!("{work:<16} {count:>10} {:>10} {keys:>6} {proof:>12}", format!("{:.1?}", time));
}

fn main() -> ExitCode {
	println!("{:<16} {:>10} {:>10} {:>6} {:>12}", "work", "candidates", "time", "keys", "proof, bytes");
	for count in CANDIDATES {
		let mut ext = populated(count, 0);
		row("election", count, measure(&mut ext, elect));
	}
	let most: u32 = <Runtime as pallet_btt_staking::Config>::MaxCandidates::get();
	println!("No more than {most} can stand.\n");

	println!("{:<16} {:>10} {:>10} {:>6} {:>12}", "work", "delegators", "time", "keys", "proof, bytes");
	let costs = DELEGATORS.map(with_delegators);
	let mut growing = Vec::new();
	for place in 0..costs[0].len() {
		for (count, costs) in DELEGATORS.into_iter().zip(&costs) {
			row(costs[place].0, count, costs[place].1);
		}
		let (work, few) = costs[0][place];
		let (_, many) = costs[costs.len() - 1][place];
		let allowed = few.proof + few.keys * DEEPER * NODE;
		println!("{:>38} {:>6} {allowed:>12}", "at most", few.keys);
		if many.keys > few.keys || many.proof > allowed {
			growing.push(work);
		}
	}
	if growing.is_empty() {
		println!("Nothing grows with the delegators.");
		ExitCode::SUCCESS
	} else {
		eprintln!("What grows with the delegators: {}", growing.join(", "));
		ExitCode::FAILURE
	}
}
