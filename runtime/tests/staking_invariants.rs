//! Whatever is done with stake, in whatever order: every invariant holds, an error changes nothing, and what is
//! unvested stays unvested.

mod common;

use btt_primitives::{
	staking::{RewardSink, Role},
	vesting::Unvested,
	Allocation, Balance, Initiative, Moment, BTT, DAY, HOUR,
};
use btt_runtime::{
	configs::system::ProxyType, AccountId, Balances, BttStaking, Runtime, RuntimeCall, RuntimeOrigin, System,
	Timestamp, Vesting, VestingSchedules,
};
use common::{
	journeys::{run, Step},
	*,
};
use frame_support::{
	assert_ok,
	traits::{
		fungible::{Balanced, Inspect},
		tokens::{
			Fortitude::Polite,
			Precision::Exact,
			Preservation::{Expendable, Preserve},
		},
		Hooks, Imbalance, VestingSchedule,
	},
	weights::Weight,
};
use pallet_btt_staking::{
	Call, Candidates, Elections, FirstSession, LedgerOf, Ledgers, NextSession, SlashCount, Validators,
};
use proptest::{prelude::*, test_runner::TestCaseError};
use sp_core::H256;
use sp_runtime::{
	traits::{Dispatchable, Hash},
	DispatchError, Perbill,
};
use sp_staking::offence::{OffenceDetails, OnOffenceHandler};
use std::collections::BTreeMap;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Deed {
	Bond,
	Unbond,
	Rebond,
	Withdraw,
	AddRole,
	DropRole,
	Delegate,
	Undelegate,
	Payout,
	Validate,
	SetCommission,
	Chill,
	ApplySlash,
	CancelSlash,
	Offence,
	SlashDue,
	Income,
	Elect,
	Wait,
	Transfer,
	TransferAll,
	Vest,
	VestedTransfer,
	VestTransferred,
	AddProxy,
	RemoveProxies,
	OpenMultisig,
	CloseMultisig,
	NotePreimage,
	UnnotePreimage,
	SetKeys,
	PurgeKeys,
	Object,
	WithdrawObjection,
	Rotate,
}

use Deed::*;

/// Those that move stake come up most.
fn deeds() -> impl Strategy<Value = Deed> {
	let often = vec![Bond, Unbond, Delegate, Undelegate, ApplySlash, SlashDue, Elect, Transfer];
	let rather = vec![
		Rebond,
		Withdraw,
		Payout,
		Offence,
		Income,
		Wait,
		TransferAll,
		Vest,
		VestedTransfer,
		Rotate,
		AddRole,
		DropRole,
	];
	let seldom = vec![
		Validate,
		SetCommission,
		Chill,
		CancelSlash,
		VestTransferred,
		AddProxy,
		RemoveProxies,
		OpenMultisig,
		CloseMultisig,
		NotePreimage,
		UnnotePreimage,
		SetKeys,
		PurgeKeys,
		Object,
		WithdrawObjection,
	];
	prop_oneof![
		6 => proptest::sample::select(often),
		3 => proptest::sample::select(rather),
		2 => proptest::sample::select(seldom),
	]
}

/// What has happened so far, beside the state of the chain.
#[derive(Clone)]
struct World {
	people: Vec<AccountId>,
	/// Alice, who authors and does for others what anybody may.
	alice: AccountId,
	/// The lines of beneficiaries: which one, and what slashes took from its end.
	lines: BTreeMap<AccountId, (Allocation, Balance)>,
	/// Who asked whom for the second signature under what.
	multisigs: Vec<(AccountId, AccountId, [u8; 32])>,
	/// Who noted what.
	preimages: Vec<(AccountId, H256)>,
	/// What the last slash took that was not burned, or burned that it did not take.
	unexplained: Balance,
}

const NAMES: [&str; 9] = ["Alice", "Bob", "Charlie", "Dave", "Eve", "Ferdie", "Grace", "Heidi", "Ivan"];

impl World {
	fn new() -> Self {
		let institutions = [Allocation::StrategicInvestors, Allocation::BellaSmileGroup];
		let beneficiaries = institutions.map(|allocation| (beneficiary(allocation).id, (allocation, 0)));
		let people = NAMES.map(|name| actor(name).id).into_iter();
		Self {
			alice: actor("Alice").id,
			people: people.chain(beneficiaries.iter().map(|(who, _)| who.clone())).collect(),
			lines: beneficiaries.into_iter().collect(),
			multisigs: Vec::new(),
			preimages: Vec::new(),
			unexplained: 0,
		}
	}

	/// Anybody; beneficiaries come up twice as often as the others.
	fn who(&self, index: u8) -> AccountId {
		let index = usize::from(index) % (self.people.len() + self.lines.len());
		self.people.iter().chain(self.lines.keys()).nth(index).expect("there are so many").clone()
	}

	/// Mostly one of those who are such, if there are any.
	fn one(&self, index: u8, is: impl Fn(&AccountId) -> bool) -> AccountId {
		let some: Vec<_> = self.people.iter().filter(|who| is(who)).collect();
		let place = usize::from(index) % (some.len() + 1);
		some.get(place).map_or_else(|| self.who(index), |who| AccountId::clone(who))
	}

	fn beneficiary(&self, index: u8) -> AccountId {
		self.one(index, |who| self.lines.contains_key(who))
	}

	fn candidate(&self, index: u8) -> AccountId {
		self.one(index, |who| Candidates::<Runtime>::contains_key(who))
	}

	fn staker(&self, index: u8, is: impl Fn(&LedgerOf<Runtime>) -> bool) -> AccountId {
		self.one(index, |who| Ledgers::<Runtime>::get(who).is_some_and(|ledger| is(&ledger)))
	}

	/// What of `who` is unvested, by the whitepaper's table and by what slashes took, whatever the chain says.
	fn unvested(&self, who: &AccountId) -> Balance {
		self.lines.get(who).map_or(0, |(allocation, forfeited)| {
			let (.., total) = terms(*allocation);
			(total - forfeited).saturating_sub(vested(*allocation, clock()))
		})
	}
}

impl journeys::World for World {
	type Deed = Deed;

	/// Nothing unvested has left, or could.
	fn check(&self) -> Result<(), TestCaseError> {
		for who in &self.people {
			let (total, unvested) = (total(who), self.unvested(who));
			prop_assert!(total >= unvested, "{who:?} has {total}, of which {unvested} should be unvested");
			prop_assert_eq!(<VestingSchedules as Unvested<_>>::unvested(who), unvested);
			let locked = Vesting::vesting_balance(who).unwrap_or_default();
			for preservation in [Expendable, Preserve] {
				let spendable = Balances::reducible_balance(who, preservation, Polite);
				prop_assert!(
					spendable <= total.saturating_sub(unvested.max(locked)),
					"{who:?} could spend {spendable} of {total}, of which {unvested} are unvested, {locked} locked"
				);
			}
		}
		prop_assert_eq!(self.unexplained, 0, "what a slash takes is burned, and nothing else");
		invariants().map_err(|error| TestCaseError::fail(format!("{error:?}")))
	}

	fn take(&mut self, (deed, a, b, k): Step<Deed>) -> Result<(), DispatchError> {
		let who = match deed {
			Unbond | Delegate => self.staker(a, |ledger| ledger.free() > 0),
			Rebond => self.staker(a, |ledger| ledger.unbonding() > 0),
			Undelegate => self.staker(a, |ledger| ledger.delegated() > 0),
			AddRole => self.staker(a, |_| true),
			DropRole => self.staker(a, |ledger| !ledger.roles.is_empty()),
			SetCommission | Chill => self.candidate(a),
			Validate => {
				self.one(a, |who| Validators::<Runtime>::contains_key(who) && !Candidates::<Runtime>::contains_key(who))
			}
			Vest | Rotate => self.beneficiary(a),
			WithdrawObjection => self.one(a, |who| pallet_btt_token::ObjectionsOf::<Runtime>::contains_key(who)),
			_ => self.who(a),
		};
		let other = match deed {
			Delegate => self.candidate(b),
			Withdraw => self.staker(b, |ledger| ledger.chunks.iter().any(|chunk| chunk.release <= clock())),
			VestTransferred => self.one(b, |who| pallet_vesting::Vesting::<Runtime>::contains_key(who)),
			Payout => self.staker(b, |_| true),
			_ => self.who(b),
		};
		let ledger = Ledgers::<Runtime>::get(&who).unwrap_or_default();
		let spendable = Balances::reducible_balance(&who, Expendable, Polite);
		let role = Role::ALL[usize::from(b) % 6];
		let commission = Perbill::from_percent(9 + u32::from(k) % 3);
		let call: RuntimeCall = match deed {
			Bond => Call::bond { amount: part(Balances::balance(&who), k) }.into(),
			Unbond => Call::unbond { amount: part(ledger.free(), k) }.into(),
			Rebond => Call::rebond { amount: part(ledger.unbonding(), k) }.into(),
			Withdraw => Call::withdraw_unbonded { who: other }.into(),
			AddRole => Call::add_role { role }.into(),
			DropRole => {
				let held = ledger.roles.get(usize::from(b) % (ledger.roles.len() + 1));
				Call::drop_role { role: held.map_or(role, |pledge| pledge.role) }.into()
			}
			Delegate => Call::delegate { validator: other, amount: part(ledger.free(), k) }.into(),
			Undelegate => Call::undelegate { amount: part(ledger.delegated(), k) }.into(),
			Payout => Call::payout { who: other }.into(),
			Validate => Call::validate { commission }.into(),
			SetCommission => Call::set_commission { commission }.into(),
			Chill => Call::chill {}.into(),
			ApplySlash => return self.apply_some_slash(a),
			CancelSlash => {
				let origin = pallet_btt_governance::Track::TechnicalStandards;
				let accused = self.people.iter().find(|who| SlashCount::<Runtime>::get(who) > 0);
				let validator = accused.cloned().unwrap_or(who);
				let index = SlashCount::<Runtime>::get(&validator).saturating_sub((b % 2).into());
				return dispatch(Call::cancel_slash { validator, index }.into(), RuntimeOrigin::from(origin));
			}
			Offence => return offence(a, Perbill::from_percent(u32::from(k) * 5), b),
			SlashDue => return wait(if a % 2 == 0 { 7 * DAY } else { 14 * DAY }, b % 2 == 0),
			Income => return income(&self.alice, &who, part(spendable, k).min(100 * BTT)),
			Elect => {
				BttStaking::elect(NextSession::<Runtime>::get());
				BttStaking::start_session();
				return Ok(());
			}
			Wait => {
				let passed: [Moment; 6] = [SLOT, HOUR, ERA, DAY, 14 * DAY, 60 * DAY];
				return wait(passed[usize::from(a) % 6], b % 2 == 0);
			}
			Transfer if a % 2 == 0 => {
				pallet_balances::Call::transfer_keep_alive { dest: other.into(), value: part(spendable, k) }.into()
			}
			Transfer => {
				pallet_balances::Call::transfer_allow_death { dest: other.into(), value: part(spendable, k) }.into()
			}
			TransferAll => pallet_balances::Call::transfer_all { dest: other.into(), keep_alive: k % 2 == 0 }.into(),
			Vest => pallet_vesting_schedules::Call::vest { target: who.clone().into() }.into(),
			VestedTransfer => {
				let locked = part(spendable, k);
				let per_block = (locked / 100_000).max(1);
				let schedule = pallet_vesting::VestingInfo::new(locked, per_block, System::block_number());
				pallet_vesting::Call::vested_transfer { target: other.into(), schedule }.into()
			}
			VestTransferred => pallet_vesting::Call::vest_other { target: other.into() }.into(),
			AddProxy => {
				pallet_proxy::Call::add_proxy { delegate: other.into(), proxy_type: ProxyType::Any, delay: 0 }.into()
			}
			RemoveProxies => pallet_proxy::Call::remove_proxies {}.into(),
			OpenMultisig => {
				let call_hash = [b % 4; 32];
				let call = pallet_multisig::Call::approve_as_multi {
					threshold: 2,
					other_signatories: vec![other.clone()],
					maybe_timepoint: None,
					call_hash,
					max_weight: Weight::zero(),
				};
				dispatch(call.into(), RuntimeOrigin::signed(who.clone()))?;
				self.multisigs.push((who, other, call_hash));
				return Ok(());
			}
			CloseMultisig => {
				let Some((who, other, call_hash)) = self.multisigs.pop() else { return Ok(()) };
				let mut signatories = [who.clone(), other.clone()];
				signatories.sort();
				let id = btt_runtime::Multisig::multi_account_id(&signatories, 2);
				let timepoint = pallet_multisig::Multisigs::<Runtime>::get(id, call_hash).expect("it is open").when;
				let other_signatories = vec![other];
				let call =
					pallet_multisig::Call::cancel_as_multi { threshold: 2, other_signatories, timepoint, call_hash };
				return dispatch(call.into(), RuntimeOrigin::signed(who));
			}
			NotePreimage => {
				let bytes = vec![b; usize::from(k) * 100];
				let hash = sp_runtime::traits::BlakeTwo256::hash(&bytes);
				dispatch(pallet_preimage::Call::note_preimage { bytes }.into(), RuntimeOrigin::signed(who.clone()))?;
				self.preimages.push((who, hash));
				return Ok(());
			}
			UnnotePreimage => {
				let Some((who, hash)) = self.preimages.pop() else { return Ok(()) };
				return dispatch(pallet_preimage::Call::unnote_preimage { hash }.into(), RuntimeOrigin::signed(who));
			}
			SetKeys => {
				let (keys, proof) = session_keys(&format!("keys{}", b % 4), &who);
				pallet_session::Call::set_keys { keys, proof }.into()
			}
			PurgeKeys => pallet_session::Call::purge_keys {}.into(),
			Object => pallet_btt_token::Call::object { id: 0, power: part(total(&who), k) }.into(),
			WithdrawObjection => pallet_btt_token::Call::withdraw_objection { id: 0, who: who.clone() }.into(),
			Rotate => {
				let call = pallet_vesting_schedules::Call::rotate { new: other.clone().into() };
				dispatch(call.into(), RuntimeOrigin::signed(who.clone()))?;
				if let Some(line) = self.lines.remove(&who) {
					self.lines.insert(other, line);
				}
				return Ok(());
			}
		};
		dispatch(call, RuntimeOrigin::signed(who))
	}
}

impl World {
	/// Apply the slashes of somebody to whom some are due, if there is anybody.
	fn apply_some_slash(&mut self, index: u8) -> Result<(), DispatchError> {
		let people = self.people.clone();
		let mut outcome = Ok(());
		for who in people.iter().cycle().skip(index.into()).take(people.len()) {
			outcome = self.apply_slash(who);
			if outcome.is_ok() {
				break;
			}
		}
		outcome
	}

	/// Slashes take what is unvested first.
	fn apply_slash(&mut self, who: &AccountId) -> Result<(), DispatchError> {
		let (before, unvested, issuance) = (total(who), self.unvested(who), Balances::total_issuance());
		dispatch(Call::apply_slash { who: who.clone() }.into(), RuntimeOrigin::signed(self.alice.clone()))?;
		let taken = before - total(who);
		self.unexplained = taken.abs_diff(issuance - Balances::total_issuance());
		if let Some((_, forfeited)) = self.lines.get_mut(who) {
			*forfeited += taken.min(unvested);
		}
		Ok(())
	}
}

/// Up to all of `whole`, and sometimes a little or a lot more.
fn part(whole: Balance, k: u8) -> Balance {
	match k {
		0 => 0,
		1 => 1,
		2..=16 => whole / 16 * Balance::from(k) + if k == 16 { whole % 16 } else { 0 },
		17 => whole.saturating_add(1),
		_ => whole.saturating_mul(2),
	}
}

fn dispatch(call: RuntimeCall, origin: RuntimeOrigin) -> Result<(), DispatchError> {
	call.dispatch(origin).map(drop).map_err(|error| error.error)
}

/// Somebody who was elected for one of the last sessions is accused of an offence in it.
fn offence(seat: u8, fraction: Perbill, back: u8) -> Result<(), DispatchError> {
	let (first, next) = (FirstSession::<Runtime>::get(), NextSession::<Runtime>::get());
	let session = next - 1 - u32::from(back) % 3.min(next - first);
	let elected = Elections::<Runtime>::get(session).expect("it is kept").validators;
	let (who, _) = elected[usize::from(seat) % elected.len()].clone();
	let details = OffenceDetails { offender: (who, ()), reporters: vec![] };
	let _ = <BttStaking as OnOffenceHandler<AccountId, _, _>>::on_offence(&[details], &[fraction], session);
	Ok(())
}

/// `who` pays so much in fees in a block of `author`'s, to that and to the stakers.
fn income(author: &AccountId, who: &AccountId, amount: Balance) -> Result<(), DispatchError> {
	let Ok(fees) = <Balances as Balanced<AccountId>>::withdraw(who, amount, Exact, Preserve, Polite) else {
		return Ok(());
	};
	let (own, all) = fees.split(amount / 3);
	BttStaking::note_author(author);
	<BttStaking as RewardSink<_>>::author(own);
	<BttStaking as RewardSink<_>>::stakers(all);
	BttStaking::on_finalize(System::block_number());
	Ok(())
}

/// Time goes by, and the next block may have time left.
fn wait(passed: Moment, idle: bool) -> Result<(), DispatchError> {
	pallet_timestamp::Now::<Runtime>::put(Timestamp::get() + passed);
	System::set_block_number(System::block_number() + (passed / SLOT) as u32);
	BttStaking::on_initialize(System::block_number());
	if idle {
		VestingSchedules::on_idle(System::block_number(), Weight::MAX);
	}
	Ok(())
}

/// At `launch` after the token generation event, the Strategic Investors have bonded some of their unvested tokens and back Alice, Eve and Ferdie
/// have something, and there is a milestone to object to.
fn beginning(launch: Moment) -> Chain {
	let mut config = genesis(launch);
	for (name, btt) in [("Eve", 60_000), ("Ferdie", 30_000), ("Grace", 1_000)] {
		endow(&mut config, &actor(name).id, btt * BTT);
	}
	for allocation in [Allocation::StrategicInvestors, Allocation::BellaSmileGroup] {
		endow(&mut config, &beneficiary(allocation).id, 5_000 * BTT);
	}
	let mut chain = Chain::new(config);
	let milestone = pallet_btt_token::Call::create_milestone {
		initiative: Initiative::ResearchPartnerships,
		amount: BTT,
		deadline: chain.now() + 30 * DAY,
		grantee: actor("Eve").id,
	};
	assert_ok!(chain.decide(milestone));
	let evidence = pallet_btt_token::Call::file_evidence { id: 0, evidence: Default::default() };
	assert_ok!(chain.send(&actor("Eve"), evidence));
	let investors = beneficiary(Allocation::StrategicInvestors);
	assert_ok!(chain.send(&investors, Call::bond { amount: 1_000_000 * BTT }));
	assert_ok!(chain.send(&investors, Call::delegate { validator: actor("Alice").id, amount: 500_000 * BTT }));
	let eve = actor("Eve");
	assert_ok!(chain.send(&eve, Call::bond { amount: 30_000 * BTT }));
	assert_ok!(chain.send(&eve, Call::delegate { validator: actor("Bob").id, amount: 20_000 * BTT }));
	chain.sessions(2);
	chain
}

/// What needs so much to have happened before that it may be refused in all cases.
const SELDOM_POSSIBLE: [&str; 5] = ["CancelSlash", "Validate", "Vest", "VestTransferred", "WithdrawObjection"];

#[test]
fn no_order_of_steps_breaks_an_invariant_or_frees_an_unvested_token_before_the_cliff() {
	run(beginning(60 * DAY), World::new(), deeds(), 60, &SELDOM_POSSIBLE);
}

#[test]
fn no_order_of_steps_breaks_an_invariant_or_frees_an_unvested_token_while_the_lines_vest() {
	run(beginning(500 * DAY), World::new(), deeds(), 60, &SELDOM_POSSIBLE);
}
