//! Whatever is done with tokens and votes, in whatever order: every tally is the sum of what votes, a token votes once on
//! a question, and it stays where it is until the question is decided.

mod common;

use btt_primitives::{
	governance::VotingPower, staking::Role, vesting::Unvested, Allocation, Balance, Moment, BTT, DAY,
};
use btt_runtime::{
	impls::VotingTokens, AccountId, Balances, BttStaking, OriginCaller, Preimage, Referenda, Runtime, RuntimeCall,
	RuntimeOrigin, System, Timestamp, VestingSchedules,
};
use common::{
	journeys::{run, Step},
	*,
};
use frame_support::{
	assert_ok,
	traits::{
		fungible::Inspect,
		schedule::DispatchTime,
		tokens::{Fortitude::Polite, Preservation::Expendable},
		Hooks, Polling, StorePreimage,
	},
	weights::Weight,
};
use pallet_btt_governance::{Call, Conviction, Delegation, ReferendumIndex, Stake, Track, Vote, Voters};
use pallet_btt_staking::{Call as StakingCall, LedgerOf, Ledgers, NextSession};
use pallet_referenda::{Call as ReferendaCall, ReferendumCount};
use proptest::{prelude::*, test_runner::TestCaseError};
use serde_json::json;
use sp_runtime::{traits::Dispatchable, DispatchError, Perbill};
use sp_staking::offence::{OffenceDetails, OnOffenceHandler};
use std::collections::BTreeMap;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Deed {
	Propose,
	Vote,
	RemoveVote,
	Delegate,
	Undelegate,
	Unlock,
	Refresh,
	Bond,
	Unbond,
	Withdraw,
	AddRole,
	DropRole,
	Slash,
	Transfer,
	TransferAll,
	NotePreimage,
	UnnotePreimage,
	Rotate,
	Vest,
	Cancel,
	Blocks,
	Months,
}

use Deed::*;

/// Those that vote and move tokens come up most.
fn deeds() -> impl Strategy<Value = Deed> {
	prop_oneof![
		6 => proptest::sample::select(vec![Vote, Delegate, RemoveVote, Transfer, Unbond, Bond, Slash, Months, Refresh]),
		3 => proptest::sample::select(vec![
			Propose, Undelegate, Unlock, TransferAll, AddRole, DropRole, Rotate, Withdraw, Vest, Blocks
		]),
		1 => proptest::sample::select(vec![NotePreimage, UnnotePreimage, Cancel]),
	]
}

/// What needs so much to have happened before that it may be refused in all cases.
const SELDOM_POSSIBLE: [&str; 2] = ["Vest", "UnnotePreimage"];

const NAMES: [&str; 7] = ["Alice", "Bob", "Eve", "Ferdie", "Grace", "Heidi", "Ivan"];

/// Blocks of the periods that every track has here.
const PERIODS: (u32, u32, u32, u32) = (20, 12, 3, 4);
const LOCKING: u32 = 8;

#[derive(Clone)]
struct World {
	people: Vec<AccountId>,
	/// Whom nobody delegates to, and who signs what anybody may.
	alice: AccountId,
	/// Who noted which preimage.
	preimages: Vec<(AccountId, sp_core::H256)>,
	/// What deposits of killed referenda were burned, in units. Their tokens count until somebody refreshes a vote.
	killed: Balance,
}

impl World {
	fn new() -> Self {
		let institutions =
			[Allocation::StrategicInvestors, Allocation::BellaSmileGroup].map(|name| beneficiary(name).id);
		let people = NAMES.map(|name| actor(name).id).into_iter().chain(institutions).collect();
		Self { people, alice: actor("Alice").id, preimages: Vec::new(), killed: 0 }
	}

	fn who(&self, index: u8) -> AccountId {
		self.people[usize::from(index) % self.people.len()].clone()
	}

	/// Mostly one of those who are such, if there are any.
	fn one(&self, index: u8, is: impl Fn(&AccountId) -> bool) -> AccountId {
		let some: Vec<_> = self.people.iter().filter(|who| is(who)).collect();
		let place = usize::from(index) % (some.len() + 1);
		some.get(place).map_or_else(|| self.who(index), |who| AccountId::clone(who))
	}

	fn voter(&self, index: u8) -> AccountId {
		use btt_primitives::staking::StakeInfo;
		self.one(index, |who| BttStaking::has_role(who, Role::Governance))
	}

	fn staker(&self, index: u8, is: impl Fn(&LedgerOf<Runtime>) -> bool) -> AccountId {
		self.one(index, |who| Ledgers::<Runtime>::get(who).is_some_and(|ledger| is(&ledger)))
	}

	/// One of the last referenda, or one that there is not.
	fn referendum(&self, index: u8) -> ReferendumIndex {
		let count = ReferendumCount::<Runtime>::get();
		(count + 1).saturating_sub(1 + u32::from(index) % 5)
	}
}

fn part(whole: Balance, k: u8) -> Balance {
	match k {
		17 => whole.saturating_add(1),
		18 => 0,
		k => whole / 16 * Balance::from(k),
	}
}

fn stake(who: &AccountId, b: u8, k: u8) -> Stake {
	let holdings = VotingTokens::holdings(who);
	let conviction = [Conviction::None, Conviction::None, Conviction::Twofold, Conviction::Sixfold][usize::from(b) % 4];
	let (institutional, community) = (part(holdings.institutional, k), part(holdings.community, k));
	match b % 3 {
		0 => Stake { institutional, community: 0, conviction: Conviction::None },
		1 => Stake { institutional: 0, community, conviction },
		_ => Stake { institutional, community, conviction },
	}
}

/// The tokens that `who` votes with on what is not decided, and those that follow others.
fn voting(who: &AccountId) -> Balance {
	let Some(voter) = Voters::<Runtime>::get(who) else { return 0 };
	let open = |vote: &&Vote| Referenda::as_ongoing(vote.referendum).is_some();
	let votes = voter.votes.iter().filter(open).map(|vote| vote.power.tokens());
	votes.chain(voter.delegations.iter().flatten().map(|delegation| delegation.power.tokens())).max().unwrap_or(0)
}

impl journeys::World for World {
	type Deed = Deed;

	fn check(&self) -> Result<(), TestCaseError> {
		let mut on: BTreeMap<ReferendumIndex, [Balance; 2]> = BTreeMap::new();
		for who in &self.people {
			// What votes is there, and could not leave.
			let (voting, total) = (voting(who), total(who));
			prop_assert!(voting <= total + self.killed, "{who:?} has {total}, and votes with {voting}");
			let spendable = Balances::reducible_balance(who, Expendable, Polite);
			prop_assert!(
				spendable <= total.saturating_sub(voting),
				"{who:?} votes with {voting} of {total}, and could spend {spendable}"
			);
			let Some(voter) = Voters::<Runtime>::get(who) else { continue };
			for vote in &voter.votes {
				let stake = vote.power.stake;
				let sum = on.entry(vote.referendum).or_default();
				*sum = [sum[0] + stake.institutional, sum[1] + stake.community];
				// Those who follow it.
				for Delegation { power, .. } in self.people.iter().filter_map(|other| {
					let other = Voters::<Runtime>::get(other)?;
					other.delegation(vote.track).filter(|delegation| delegation.to == *who).cloned()
				}) {
					*sum = [sum[0] + power.stake.institutional, sum[1] + power.stake.community];
				}
			}
		}
		let electorate = VotingTokens::electorate();
		for (referendum, [institutional, community]) in on {
			let Some((tally, _)) = Referenda::as_ongoing(referendum) else { continue };
			let raw = [tally.institutional, tally.community].map(|cast| cast.raw_ayes + cast.raw_nays);
			prop_assert_eq!(raw, [institutional, community], "the tally of {} is not the sum of its votes", referendum);
			// No token votes twice: there are not more votes than tokens.
			let all = electorate.institutional + electorate.community;
			prop_assert!(institutional + community <= all, "{referendum} has more votes than there are tokens");
		}
		invariants().map_err(|error| TestCaseError::fail(format!("{error:?}")))
	}

	fn take(&mut self, (deed, a, b, k): Step<Deed>) -> Result<(), DispatchError> {
		let track = Track::ALL[usize::from(b) % 4];
		let who = match deed {
			Vote | Delegate => self.voter(a),
			Unlock | Refresh | Undelegate | RemoveVote => self.one(a, |who| Voters::<Runtime>::contains_key(who)),
			Unbond => self.staker(a, |ledger| ledger.free() > 0),
			DropRole => self.staker(a, |ledger| ledger.roles.iter().any(|pledge| pledge.role == Role::Governance)),
			Withdraw => self.staker(a, |ledger| ledger.unbonding() > 0),
			Rotate | Vest => self.one(a, |who| VestingSchedules::unvested(who) > 0),
			_ => self.who(a),
		};
		let other = match deed {
			Delegate => self.voter(b),
			_ => self.who(b),
		};
		let target = other.clone().into();
		let call: RuntimeCall = match deed {
			Propose => propose(track, k),
			Vote => Call::vote { referendum: self.referendum(b), aye: k % 2 == 0, stake: stake(&who, b, k) }.into(),
			RemoveVote => Call::remove_vote { referendum: self.referendum(b) }.into(),
			Delegate => Call::delegate { track, to: target, stake: stake(&who, b, k) }.into(),
			Undelegate => Call::undelegate { track }.into(),
			Unlock => Call::unlock { target: who.clone().into() }.into(),
			Refresh => Call::refresh { target: who.clone().into() }.into(),
			Bond => StakingCall::bond { amount: part(Balances::balance(&who), k) }.into(),
			Unbond => {
				let free = Ledgers::<Runtime>::get(&who).map_or(0, |ledger| ledger.free());
				StakingCall::unbond { amount: part(free, k) }.into()
			}
			Withdraw => StakingCall::withdraw_unbonded { who: who.clone() }.into(),
			AddRole => StakingCall::add_role { role: Role::Governance }.into(),
			DropRole => StakingCall::drop_role { role: Role::Governance }.into(),
			Slash => return slash(b, Perbill::from_percent(u32::from(k) * 5), &self.people),
			Transfer => {
				let value = part(Balances::reducible_balance(&who, Expendable, Polite), k);
				pallet_balances::Call::transfer_allow_death { dest: target, value }.into()
			}
			TransferAll => pallet_balances::Call::transfer_all { dest: target, keep_alive: k % 2 == 0 }.into(),
			NotePreimage => pallet_preimage::Call::note_preimage { bytes: vec![k; 200 + usize::from(b)] }.into(),
			UnnotePreimage => {
				let Some((owner, hash)) = self.preimages.pop() else { return Err(DispatchError::Unavailable) };
				let call = RuntimeCall::from(pallet_preimage::Call::unnote_preimage { hash });
				return dispatch(call, RuntimeOrigin::signed(owner));
			}
			Rotate => {
				let new = other.clone().into();
				let call = pallet_vesting_schedules::Call::force_rotate { old: who.clone().into(), new };
				return dispatch(call.into(), Track::NetworkUpgrade.into());
			}
			Vest => pallet_vesting_schedules::Call::vest { target: who.clone().into() }.into(),
			Cancel => {
				let index = self.referendum(b);
				let call = if k % 2 == 0 { ReferendaCall::cancel { index } } else { ReferendaCall::kill { index } };
				let issuance = Balances::total_issuance();
				let outcome = dispatch(call.into(), Track::NetworkUpgrade.into());
				self.killed += issuance - Balances::total_issuance();
				return outcome;
			}
			Blocks => return blocks(u32::from(k) % 6 + 1),
			Months => return wait(DAY * Moment::from(k) * 2),
		};
		let signer = match deed {
			Unlock | Refresh | Vest | Withdraw => self.alice.clone(),
			_ => who.clone(),
		};
		let outcome = dispatch(call, RuntimeOrigin::signed(signer));
		if deed == NotePreimage && outcome.is_ok() {
			let hash = sp_io::hashing::blake2_256(&vec![k; 200 + usize::from(b)]).into();
			self.preimages.push((who, hash));
		}
		outcome
	}
}

fn dispatch(call: RuntimeCall, origin: RuntimeOrigin) -> Result<(), DispatchError> {
	frame_support::storage::with_storage_layer(|| call.dispatch(origin).map(drop).map_err(|error| error.error))
}

/// A validator offends, and what that costs is taken at once from all who have something behind it.
fn slash(seat: u8, fraction: Perbill, people: &[AccountId]) -> Result<(), DispatchError> {
	let validators = pallet_session::Validators::<Runtime>::get();
	let offender = validators[usize::from(seat) % validators.len()].clone();
	let session = NextSession::<Runtime>::get().saturating_sub(2);
	<BttStaking as OnOffenceHandler<_, _, _>>::on_offence(
		&[OffenceDetails { offender: (offender, ()), reporters: Vec::<AccountId>::new() }],
		&[fraction],
		session,
	);
	wait(8 * DAY)?;
	for who in people {
		let _ =
			dispatch(StakingCall::apply_slash { who: who.clone() }.into(), RuntimeOrigin::signed(people[0].clone()));
	}
	Ok(())
}

/// Blocks in which the scheduler decides and enacts.
fn blocks(count: u32) -> Result<(), DispatchError> {
	for _ in 0..count {
		let next = System::block_number() + 1;
		System::set_block_number(next);
		btt_runtime::Scheduler::on_initialize(next);
	}
	Ok(())
}

/// Time goes by without blocks.
fn wait(passed: Moment) -> Result<(), DispatchError> {
	pallet_timestamp::Now::<Runtime>::put(Timestamp::get() + passed);
	BttStaking::on_initialize(System::block_number());
	VestingSchedules::on_idle(System::block_number(), Weight::MAX);
	Ok(())
}

/// At `launch` after the token generation event, two institutions, Eve, Ferdie and the validators have the governance
/// role; the first back Alice.
fn beginning(launch: Moment) -> Chain {
	let mut config = genesis(launch);
	let (prepare, decision, confirm, enactment) = PERIODS;
	let settings = json!({
		"maxDeciding": 10,
		"decisionDeposit": 10 * BTT,
		"preparePeriod": prepare,
		"decisionPeriod": decision,
		"confirmPeriod": confirm,
		"enactmentPeriod": enactment,
	});
	let tracks = Track::ALL.map(|track| (track, settings.clone()));
	merge(&mut config, json!({ "governance": { "tracks": tracks, "lockingPeriod": LOCKING } }));
	for (name, btt) in [("Eve", 60_000), ("Ferdie", 30_000), ("Grace", 1_000), ("Alice", 500), ("Bob", 500)] {
		endow(&mut config, &actor(name).id, btt * BTT);
	}
	let investors = [Allocation::StrategicInvestors, Allocation::BellaSmileGroup].map(beneficiary);
	for who in &investors {
		endow(&mut config, &who.id, 5_000 * BTT);
	}
	let mut chain = Chain::new(config);
	for who in investors.iter().chain(&[actor("Eve"), actor("Ferdie"), actor("Alice"), actor("Bob")]) {
		assert_ok!(chain.send(who, StakingCall::bond { amount: 100 * BTT }));
		assert_ok!(chain.send(who, StakingCall::add_role { role: Role::Governance }));
	}
	for who in investors.iter().chain(&[actor("Eve")]) {
		assert_ok!(chain.send(who, StakingCall::bond { amount: 20_000 * BTT }));
		let validator = actor("Alice").id;
		assert_ok!(chain.send(who, StakingCall::delegate { validator, amount: 10_000 * BTT }));
	}
	chain.sessions(2);
	// A question on every track, on which the institutions have voted with everything unvested.
	let eve = actor("Eve");
	for track in Track::ALL {
		let ask = chain.state(|| propose(track, track.id() as u8));
		assert_ok!(chain.send(&eve, ask));
		for who in &investors {
			let stake =
				Stake { institutional: chain.state(|| VestingSchedules::unvested(&who.id)), ..Stake::default() };
			let cast = Call::vote { referendum: track.id().into(), aye: true, stake };
			let outcome = chain.state(|| dispatch(cast.into(), RuntimeOrigin::signed(who.id.clone())));
			assert_ok!(outcome);
		}
	}
	chain
}

/// Ask whether to remark on something, and pay the deposits.
fn propose(track: Track, about: u8) -> RuntimeCall {
	let remark = RuntimeCall::from(frame_system::Call::remark { remark: vec![about] });
	let proposal = Preimage::bound(remark).expect("it is short");
	let index = ReferendumCount::<Runtime>::get();
	let submit = ReferendaCall::submit {
		proposal_origin: Box::new(OriginCaller::Governance(track)),
		proposal,
		enactment_moment: DispatchTime::After(0),
	};
	let place = ReferendaCall::place_decision_deposit { index };
	pallet_utility::Call::batch_all { calls: vec![submit.into(), place.into()] }.into()
}

#[test]
fn no_order_of_steps_lets_a_token_vote_twice_before_the_cliff() {
	run(beginning(60 * DAY), World::new(), deeds(), 60, &SELDOM_POSSIBLE);
}

#[test]
fn no_order_of_steps_lets_a_token_vote_twice_while_the_lines_vest() {
	run(beginning(500 * DAY), World::new(), deeds(), 60, &SELDOM_POSSIBLE);
}
