//! Runs blocks of the real runtime: genesis, pre-digests, inherents, signed transactions, and every invariant after
//! every block.

#![allow(dead_code)]

pub mod journeys;

use btt_primitives::{
	mining::{Buyer, JobCredit, JobRewards, Outcome, VerifiedJob},
	Allocation, Balance, Moment, BTT, DAY, HOUR, TOKEN_GENERATION_EVENT,
};
use btt_runtime::{
	configs::consensus::EPOCH_CONFIG, genesis_config_presets::test_session_keys, AccountId, Babe, Block, BttStaking,
	BttToken, Burn, ChainTiming, Executive, Fees, Governance, Header, Historical, MiningRewards, Runtime, RuntimeCall,
	RuntimeEvent, RuntimeGenesisConfig, RuntimeOrigin, Session, SessionKeys, SignedPayload, System, Timestamp,
	TxExtension, UncheckedExtrinsic, VestingSchedules,
};
use codec::Encode;
use frame_support::{
	assert_ok,
	traits::{Get, KeyOwnerProofSystem},
};
use pallet_btt_governance::Track;
use serde_json::{json, Value};
use sp_consensus_babe::{
	digests::{PreDigest, SecondaryPlainPreDigest},
	AuthorityId, EquivocationProof, Slot, BABE_ENGINE_ID,
};
use sp_core::{ed25519, proof_of_possession::statement_of_ownership, sr25519, Pair, H256};
use sp_genesis_builder::runtime_decl_for_genesis_builder::GenesisBuilder;
use sp_io::TestExternalities;
use sp_keyring::{Ed25519Keyring, Sr25519Keyring};
use sp_runtime::{
	generic::{Digest, DigestItem, Era},
	traits::{Dispatchable, Hash as _, Header as _, IdentifyAccount, Verify},
	DispatchError, DispatchResult, MultiSignature, Perbill, TryRuntimeError,
};

/// The slot of the test chains, in ms.
pub const SLOT: Moment = 6_000;

/// A session of the test chains, in ms.
pub const SESSION: Moment = 4 * HOUR;

/// An era of the test chains, in ms.
pub const ERA: Moment = 6 * HOUR;

/// So long after the token generation event the test chains are born: earlier, the release caps leave no room for the
/// validators' stakes.
pub const LAUNCH: Moment = 3 * DAY;

/// What each validator of genesis has at stake, in units.
pub const STAKE: Balance = 50_000 * BTT;

/// What the validators of genesis, and everybody else, have for deposits and fees, in units.
pub const POCKET_MONEY: (Balance, Balance) = (200 * BTT, 100 * BTT);

/// Everything that genesis endows, in units.
pub const ENDOWED: Balance = 4 * (STAKE + POCKET_MONEY.0) + 6 * POCKET_MONEY.1;

/// The validators of genesis.
pub const VALIDATORS: [(Sr25519Keyring, Ed25519Keyring); 4] = [
	(Sr25519Keyring::Alice, Ed25519Keyring::Alice),
	(Sr25519Keyring::Bob, Ed25519Keyring::Bob),
	(Sr25519Keyring::Charlie, Ed25519Keyring::Charlie),
	(Sr25519Keyring::Dave, Ed25519Keyring::Dave),
];

/// Somebody who can sign.
#[derive(Clone)]
pub struct Actor {
	pub pair: sr25519::Pair,
	pub id: AccountId,
}

/// The actor behind a path of the development phrase, such as `Alice`.
pub fn actor(name: &str) -> Actor {
	let pair = sr25519::Pair::from_string(&format!("//{name}"), None).expect("a valid path");
	let id = <MultiSignature as Verify>::Signer::from(pair.public()).into_account();
	Actor { pair, id }
}

/// Session keys for an account, derived from a path of the development phrase, with the proof that they are its own.
pub fn session_keys(name: &str, owner: &AccountId) -> (SessionKeys, Vec<u8>) {
	let author = actor(name).pair;
	let finality = ed25519::Pair::from_string(&format!("//{name}"), None).expect("a valid path");
	let keys = SessionKeys {
		babe: author.public().into(),
		grandpa: finality.public().into(),
		authority_discovery: author.public().into(),
	};
	let statement = statement_of_ownership(&owner.encode());
	let proof = (author.sign(&statement), finality.sign(&statement), author.sign(&statement));
	(keys, proof.encode())
}

/// The beneficiary of an institutional allocation.
pub fn beneficiary(allocation: Allocation) -> Actor {
	actor(&format!("{allocation:?}"))
}

/// The five institutional allocations.
pub const INSTITUTIONS: [Allocation; 5] = [
	Allocation::ChinaOralIndustryGroup,
	Allocation::VisionFutureCapital,
	Allocation::YueyaEraMedical,
	Allocation::BellaSmileGroup,
	Allocation::StrategicInvestors,
];

/// Instants by hand, in ms: 2025-04-01, -07-01, 2026-01-01, 2027-01-01, -07-01, 2028-01-01, all 00:00Z.
pub const APRIL_2025: Moment = 1_743_465_600_000;
pub const JULY_2025: Moment = 1_751_328_000_000;
pub const JANUARY_2026: Moment = 1_767_225_600_000;
pub const JANUARY_2027: Moment = 1_798_761_600_000;
pub const JULY_2027: Moment = 1_814_400_000_000;
pub const JANUARY_2028: Moment = 1_830_297_600_000;
pub const JANUARY_2025: Moment = 1_735_689_600_000;

/// SPEC §3 once more, from the whitepaper's table: cliff, end and total of an institution.
pub fn terms(allocation: Allocation) -> (Moment, Moment, Balance) {
	match allocation {
		Allocation::ChinaOralIndustryGroup => (JULY_2025, JANUARY_2028, 21_000_000 * BTT),
		Allocation::VisionFutureCapital => (APRIL_2025, JULY_2027, 6_300_000 * BTT),
		Allocation::YueyaEraMedical => (APRIL_2025, JULY_2027, 6_300_000 * BTT),
		Allocation::BellaSmileGroup => (APRIL_2025, JULY_2027, 4_200_000 * BTT),
		Allocation::StrategicInvestors => (APRIL_2025, JULY_2027, 2_100_000 * BTT),
		other => panic!("{other:?} is no institution"),
	}
}

/// What has vested at an instant: total × elapsed ÷ whole, rounded down, by 256-bit arithmetic.
pub fn vested(allocation: Allocation, at: Moment) -> Balance {
	let (cliff, end, total) = terms(allocation);
	if at < cliff {
		0
	} else if at >= end {
		total
	} else {
		let product = sp_core::U256::from(total) * sp_core::U256::from(at - JANUARY_2025);
		(product / sp_core::U256::from(end - JANUARY_2025)).as_u128()
	}
}

/// Merge a JSON patch into a document (RFC 7386 without deletion).
pub fn merge(document: &mut Value, patch: Value) {
	match (document, patch) {
		(Value::Object(document), Value::Object(patch)) => {
			for (key, value) in patch {
				merge(document.entry(key).or_insert(Value::Null), value);
			}
		}
		(document, patch) => *document = patch,
	}
}

/// The complete genesis of a preset, as JSON.
pub fn preset(name: &str) -> Value {
	let mut config = serde_json::to_value(RuntimeGenesisConfig::default()).expect("serialises");
	let patch = btt_runtime::genesis_config_presets::get_preset(&name.into()).expect("the preset exists");
	merge(&mut config, serde_json::from_slice(&patch).expect("the preset is JSON"));
	config
}

/// A genesis with mainnet's timing that is born `after` ms after the token generation event: Alice, Bob, Charlie and
/// Dave validate for a commission of a tenth, the institutions are the beneficiaries and decide, and everybody has a
/// little for fees.
pub fn genesis(after: Moment) -> Value {
	let endowed: Vec<_> = VALIDATORS
		.iter()
		.map(|(account, _)| (account.to_account_id(), STAKE + POCKET_MONEY.0))
		.chain(INSTITUTIONS.iter().map(|allocation| (beneficiary(*allocation).id, POCKET_MONEY.1)))
		.chain([(actor("Eve").id, POCKET_MONEY.1)])
		.map(|(who, amount)| (Allocation::EcosystemGrowthFund, who, amount))
		.collect();
	let mut config = preset("mainnet");
	merge(
		&mut config,
		json!({
			"chainTiming": { "launch": TOKEN_GENERATION_EVENT + after },
			"babe": { "epochConfig": EPOCH_CONFIG },
			"bttToken": {
				"beneficiaries": INSTITUTIONS.map(|allocation| (allocation, beneficiary(allocation).id, allocation.total())),
				"endowments": endowed,
			},
			"bttStaking": {
				"validators": VALIDATORS.map(|(account, _)| (account.to_account_id(), STAKE, Perbill::from_percent(10))),
				"validatorCount": 21,
				"minimumValidators": 4,
			},
			"fees": { "founder": VALIDATORS[0].0.to_account_id() },
			"session": {
				"keys": VALIDATORS.map(|(account, finality)| {
					(account.to_account_id(), account.to_account_id(), test_session_keys(account, finality))
				}),
			},
			"institutions": { "members": INSTITUTIONS.map(|allocation| beneficiary(allocation).id) },
		}),
	);
	config
}

/// Endow somebody with so much more in a genesis, out of the fund for the growth of the ecosystem.
pub fn endow(config: &mut Value, who: &AccountId, more: Balance) {
	let endowments = &mut config["bttToken"]["endowments"];
	let mut grants: Vec<(Allocation, AccountId, Balance)> =
		serde_json::from_value(endowments.take()).expect("endowments are grants");
	match grants.iter_mut().find(|(_, account, _)| account == who) {
		Some((_, _, amount)) => *amount += more,
		None => grants.push((Allocation::EcosystemGrowthFund, who.clone(), more)),
	}
	*endowments = json!(grants);
}

/// Build the state of a genesis; the error is what a node would print.
pub fn build(config: &Value) -> Result<TestExternalities, String> {
	let mut ext = TestExternalities::new(Default::default());
	let config = serde_json::to_vec(config).expect("serialises");
	ext.execute_with(|| <Runtime as GenesisBuilder<Block>>::build_state(config))?;
	Ok(ext)
}

/// A header of `slot`, sealed by the seat `author` with the key of `key`.
fn sealed(author: u32, key: Sr25519Keyring, slot: Slot, state_root: u8) -> Header {
	let pre = PreDigest::SecondaryPlain(SecondaryPlainPreDigest { authority_index: author, slot });
	let mut header = Header::new(
		100,
		Default::default(),
		H256::repeat_byte(state_root),
		Default::default(),
		Digest { logs: vec![DigestItem::PreRuntime(BABE_ENGINE_ID, pre.encode())] },
	);
	let seal = key.pair().sign(header.hash().as_ref());
	header.digest_mut().push(DigestItem::Seal(BABE_ENGINE_ID, seal.encode()));
	header
}

/// A call signed by somebody, with a tip, to come after `behind` others of theirs that the state at hand has not seen.
pub fn signed(who: &Actor, behind: u32, call: RuntimeCall, tip: Balance) -> UncheckedExtrinsic {
	let nonce = System::account_nonce(&who.id) + behind;
	let extension: TxExtension = (
		frame_system::AuthorizeCall::new(),
		frame_system::CheckNonZeroSender::new(),
		frame_system::CheckSpecVersion::new(),
		frame_system::CheckTxVersion::new(),
		frame_system::CheckGenesis::new(),
		frame_system::CheckMortality::from(Era::immortal()),
		frame_system::CheckNonce::from(nonce),
		frame_system::CheckWeight::new(),
		pallet_transaction_payment::ChargeTransactionPayment::from(tip),
		frame_metadata_hash_extension::CheckMetadataHash::new(false),
		frame_system::WeightReclaim::new(),
	);
	let payload = SignedPayload::new(call, extension).expect("the extensions have what they sign");
	let signature: MultiSignature = payload.using_encoded(|bytes| who.pair.sign(bytes)).into();
	let (call, extension, _) = payload.deconstruct();
	UncheckedExtrinsic::new_signed(call, who.id.clone().into(), signature, extension)
}

/// Where a chain has got to. Its methods look at the state at hand.
#[derive(Clone)]
pub struct Head {
	parent: H256,
	number: u32,
	now: Moment,
	slot: Moment,
}

impl Head {
	/// The time of the newest block.
	pub fn now(&self) -> Moment {
		self.now
	}

	/// The first time at which a block can be, `wait` ms after the newest.
	pub fn after(&self, wait: Moment) -> Moment {
		(self.now + wait.max(1)).div_ceil(self.slot) * self.slot
	}

	/// Who may author a block at `time`, with the seats in the session that this block is of.
	pub fn authors(&self, time: Moment) -> Vec<(u32, AccountId)> {
		let slot = Slot::from(time / self.slot);
		let epoch = <Runtime as pallet_babe::Config>::EpochDuration::get();
		let (seated, disabled) = if self.number > 0 && slot >= Babe::current_epoch_start() + epoch {
			let offenders = pallet_btt_staking::Offenders::<Runtime>::get();
			let queued: Vec<_> = Session::queued_keys().into_iter().map(|(who, _)| who).collect();
			let disabled = queued.iter().map(|who| offenders.iter().any(|(other, _)| other == who)).collect();
			(queued, disabled)
		} else {
			let seated = Session::validators();
			let disabled = Session::disabled_validators();
			let disabled: Vec<_> = (0..seated.len() as u32).map(|seat| disabled.contains(&seat)).collect();
			(seated, disabled)
		};
		(0..).zip(seated).zip(disabled).filter(|(_, disabled)| !disabled).map(|(author, _)| author).collect()
	}

	/// One of those who may author a block at `time`, all of them in turn.
	pub fn author(&self, time: Moment) -> (u32, AccountId) {
		let authors = self.authors(time);
		assert!(!authors.is_empty(), "somebody may author");
		authors[self.number as usize % authors.len()].clone()
	}

	/// Begin a block at exactly `time`, authored by the validator in the seat `author`.
	pub fn begin(&mut self, author: u32, time: Moment) {
		assert!(time > self.now, "time only goes on");
		let slot = (time / self.slot).into();
		let pre = PreDigest::SecondaryPlain(SecondaryPlainPreDigest { authority_index: author, slot });
		self.number += 1;
		self.now = time;
		let header = Header::new(
			self.number,
			Default::default(),
			Default::default(),
			self.parent,
			Digest { logs: vec![DigestItem::PreRuntime(BABE_ENGINE_ID, pre.encode())] },
		);
		Executive::initialize_block(&header);
		let inherent = UncheckedExtrinsic::new_bare(RuntimeCall::Timestamp(pallet_timestamp::Call::set { now: time }));
		assert_ok!(Executive::apply_extrinsic(inherent).expect("the inherent is valid"));
	}

	/// End the block that was begun.
	pub fn end(&mut self) {
		self.parent = Executive::finalize_block().hash();
	}
}

/// A chain under test.
pub struct Chain {
	ext: TestExternalities,
	head: Head,
}

impl Chain {
	/// The chain of a genesis, with its first block at the genesis' launch.
	pub fn new(config: Value) -> Self {
		let launch = config["chainTiming"]["launch"].as_u64().expect("launch is a number");
		let slot = config["chainTiming"]["slotDuration"].as_u64().expect("slotDuration is a number");
		let mut ext = build(&config).expect("the genesis builds");
		ext.execute_with(check_invariants);
		let parent = H256::repeat_byte(0x11);
		ext.execute_with(|| frame_system::BlockHash::<Runtime>::insert(0, parent));
		let mut chain = Self { ext, head: Head { parent, number: 0, now: 0, slot } };
		chain.block_at(launch.div_ceil(slot) * slot, vec![]);
		chain
	}

	/// Where the chain has got to.
	pub fn head(&self) -> Head {
		self.head.clone()
	}

	/// The time of the newest block.
	pub fn now(&self) -> Moment {
		self.head.now
	}

	/// The state after the newest block.
	pub fn into_state(self) -> TestExternalities {
		self.ext
	}

	/// Look at the state after the newest block, or prepare something in it.
	pub fn state<R>(&mut self, f: impl FnOnce() -> R) -> R {
		self.ext.execute_with(f)
	}

	/// One block at exactly `time`, with these transactions, all of which must be applied. Returns how each was
	/// dispatched. Invariants are checked at the end of the block.
	pub fn block_at(&mut self, time: Moment, transactions: Vec<UncheckedExtrinsic>) -> Vec<DispatchResult> {
		let (author, _) = self.ext.execute_with(|| self.head.author(time));
		self.block_by(author, time, transactions)
	}

	/// As [`Self::block_at`], authored by the validator in the seat `author`.
	pub fn block_by(
		&mut self,
		author: u32,
		time: Moment,
		transactions: Vec<UncheckedExtrinsic>,
	) -> Vec<DispatchResult> {
		self.make(author, time, transactions, || ())
	}

	/// The next block, in which something happens after the transactions that no transaction brings.
	pub fn block_in_which(
		&mut self,
		transactions: Vec<UncheckedExtrinsic>,
		happens: impl FnOnce(),
	) -> Vec<DispatchResult> {
		self.block_at_in_which(self.head.after(1), transactions, happens)
	}

	/// As [`Self::block_in_which`], at exactly `time`.
	pub fn block_at_in_which(
		&mut self,
		time: Moment,
		transactions: Vec<UncheckedExtrinsic>,
		happens: impl FnOnce(),
	) -> Vec<DispatchResult> {
		let (author, _) = self.ext.execute_with(|| self.head.author(time));
		self.make(author, time, transactions, happens)
	}

	fn make(
		&mut self,
		author: u32,
		time: Moment,
		transactions: Vec<UncheckedExtrinsic>,
		happens: impl FnOnce(),
	) -> Vec<DispatchResult> {
		let Self { ext, head } = self;
		ext.execute_with(|| {
			head.begin(author, time);
			let results = transactions
				.into_iter()
				.map(|transaction| Executive::apply_extrinsic(transaction).expect("the transaction is valid"))
				.collect();
			happens();
			head.end();
			check_invariants();
			results
		})
	}

	/// The next block, a slot later.
	pub fn block(&mut self, transactions: Vec<UncheckedExtrinsic>) -> Vec<DispatchResult> {
		self.block_at(self.head.after(1), transactions)
	}

	/// The seat of `who`, if it has one.
	pub fn seat(&mut self, who: &AccountId) -> Option<u32> {
		self.state(|| Session::validators().iter().position(|other| other == who).map(|seat| seat as u32))
	}

	/// The next block after `wait` ms, by somebody who may author it but none of `absent`.
	pub fn block_without(
		&mut self,
		absent: &[AccountId],
		wait: Moment,
		transactions: Vec<UncheckedExtrinsic>,
	) -> Vec<DispatchResult> {
		let time = self.head.after(wait);
		let mut authors = self.ext.execute_with(|| self.head.authors(time));
		authors.retain(|(_, who)| !absent.contains(who));
		let (author, _) = authors[self.head.number as usize % authors.len()];
		self.block_by(author, time, transactions)
	}

	/// Go on by so many sessions, with a block in each.
	pub fn sessions(&mut self, count: u32) {
		for _ in 0..count {
			let next = self.head.now + SESSION;
			self.jump(next);
		}
	}

	/// An empty block at exactly `time`.
	pub fn jump(&mut self, time: Moment) {
		self.block_at(time, vec![]);
	}

	/// Sign a call with the next nonce of the actor.
	pub fn sign(&mut self, who: &Actor, call: impl Into<RuntimeCall>) -> UncheckedExtrinsic {
		self.sign_with_tip(who, call, 0)
	}

	/// As [`Self::sign`], with a tip.
	pub fn sign_with_tip(&mut self, who: &Actor, call: impl Into<RuntimeCall>, tip: Balance) -> UncheckedExtrinsic {
		let call = call.into();
		self.state(|| signed(who, 0, call, tip))
	}

	/// As [`Self::sign`], to come after `behind` others of theirs in the same block.
	pub fn sign_behind(&mut self, behind: u32, who: &Actor, call: impl Into<RuntimeCall>) -> UncheckedExtrinsic {
		let call = call.into();
		self.state(|| signed(who, behind, call, 0))
	}

	/// A report that the validator with the session key of `culprit` made two blocks in the slot of the newest block.
	pub fn equivocation(&mut self, culprit: Sr25519Keyring) -> UncheckedExtrinsic {
		let id: AuthorityId = culprit.public().into();
		let report = self.state(|| {
			let seat = Babe::authorities().iter().position(|(key, _)| *key == id).expect("it has a seat") as u32;
			let slot = pallet_babe::CurrentSlot::<Runtime>::get();
			let key_owner_proof = Historical::prove((sp_consensus_babe::KEY_TYPE, id.clone())).expect("it has keys");
			let equivocation_proof = Box::new(EquivocationProof {
				offender: id,
				slot,
				first_header: sealed(seat, culprit, slot, 1),
				second_header: sealed(seat, culprit, slot, 2),
			});
			pallet_babe::Call::report_equivocation_unsigned { equivocation_proof, key_owner_proof }
		});
		UncheckedExtrinsic::new_bare(RuntimeCall::Babe(report))
	}

	/// Report that `culprit` equivocated just now, in a block of somebody else: an author that loses its seat in its
	/// own block makes that block invalid.
	pub fn report(&mut self, culprit: Sr25519Keyring) {
		let report = self.equivocation(culprit);
		for result in self.block_without(&[culprit.to_account_id()], SLOT, vec![report]) {
			assert_ok!(result);
		}
	}

	/// Sign a call and put it into the next block; returns how it was dispatched.
	pub fn send(&mut self, who: &Actor, call: impl Into<RuntimeCall>) -> DispatchResult {
		let transaction = self.sign(who, call);
		self.block(vec![transaction]).pop().expect("one transaction, one result")
	}

	/// The events of the newest block.
	pub fn events(&mut self) -> Vec<RuntimeEvent> {
		self.state(|| System::events().into_iter().map(|record| record.event).collect())
	}

	/// Enact a call as a referendum would that was approved on the one track that may make it, in the next block, and
	/// return how it was dispatched: with `BadOrigin` if no track may.
	pub fn decide(&mut self, call: impl Into<RuntimeCall>) -> DispatchResult {
		let call = call.into();
		let mut outcome = Err(DispatchError::BadOrigin);
		self.block_in_which(vec![], || {
			let outcomes = Track::ALL.map(|track| enact(track, call.clone()));
			let allowed: Vec<_> = outcomes.iter().filter(|outcome| **outcome != outcome_of_nobody()).collect();
			assert!(allowed.len() <= 1, "several tracks may make {call:?}");
			outcome = allowed.first().map_or(outcome_of_nobody(), |outcome| **outcome);
		});
		outcome
	}

	/// Let the emergency council decide a call by vote, all in favour, and return how it was dispatched.
	pub fn council(&mut self, call: impl Into<RuntimeCall>) -> DispatchResult {
		let call: RuntimeCall = call.into();
		let length = call.encoded_size() as u32;
		let hash = sp_runtime::traits::BlakeTwo256::hash_of(&call);
		let weight = frame_support::dispatch::GetDispatchInfo::get_dispatch_info(&call).call_weight;
		let index = self.state(pallet_collective::ProposalCount::<Runtime, frame_support::instances::Instance1>::get);
		let members = INSTITUTIONS.map(beneficiary);
		let (threshold, proposal) = (members.len() as u32, Box::new(call));
		let propose = pallet_collective::Call::propose { threshold, proposal, length_bound: length };
		assert_ok!(self.send(&members[0], RuntimeCall::Institutions(propose)));
		for member in &members {
			let vote = pallet_collective::Call::vote { proposal: hash, index, approve: true };
			assert_ok!(self.send(member, RuntimeCall::Institutions(vote)));
		}
		let close = pallet_collective::Call::close {
			proposal_hash: hash,
			index,
			proposal_weight_bound: weight,
			length_bound: length,
		};
		assert_ok!(self.send(&members[0], RuntimeCall::Institutions(close)));
		self.events()
			.into_iter()
			.find_map(|event| match event {
				RuntimeEvent::Institutions(pallet_collective::Event::Executed { result, .. }) => Some(result),
				_ => None,
			})
			.expect("the motion was executed")
	}
}

fn outcome_of_nobody() -> DispatchResult {
	Err(DispatchError::BadOrigin)
}

/// Make a call with the origin of a track, as the scheduler does, and return how it was dispatched.
pub fn enact(track: Track, call: RuntimeCall) -> DispatchResult {
	call.dispatch(RuntimeOrigin::from(track)).map(drop).map_err(|error| error.error)
}

/// Let a genesis have two regions, 1 for nine tenths of all service units and 2 for the rest, and hardware of class 1,
/// which takes what a unit takes where it is used well.
pub fn open_mining(config: &mut Value) {
	merge(
		config,
		json!({ "miningRewards": { "regions": [(1, 900_000), (2, 100_000)], "hardware": [(1, 1_000)], "registrars": [] } }),
	);
}

/// A clinic that buys computations; they are told apart by their numbers.
pub fn clinic(number: u8) -> AccountId {
	[number; 32].into()
}

/// A job of so many service units, done in region 1 with hardware of class 1 and paid its reference price, of which 10
/// BTT were burned or went to the development fund.
pub fn job(provider: &AccountId, clinic: AccountId, units: u32) -> VerifiedJob<AccountId> {
	VerifiedJob {
		provider: provider.clone(),
		buyer: Buyer { account: clinic, controller: None, accredited: true },
		region: 1,
		units,
		energy: u64::from(units) * 1_000,
		price: 1_000 * BTT,
		floor_price: BTT,
		reference_price: 1_000 * BTT,
		public_fees: 10 * BTT,
		outcome: Outcome::Accepted,
	}
}

/// Report a job, as the market for computations does.
pub fn report(job: &VerifiedJob<AccountId>) -> JobCredit {
	<MiningRewards as JobRewards<_>>::report(job).expect("the job is in order")
}

/// Report ten jobs of `provider` for as many clinics, each of a tenth of so many units, `fees` of which were burned or
/// went to the development fund. Ten, since of one clinic no more than a tenth counts. Returns the points.
pub fn work(provider: &AccountId, units: u32, fees: Balance) -> u64 {
	let jobs = (1..=10).map(|number| job(provider, clinic(number), units / 10));
	jobs.map(|job| report(&VerifiedJob { public_fees: fees / 10, ..job }).points).sum()
}

/// Every invariant of ours, of each pallet and over all of them.
pub fn invariants() -> Result<(), TryRuntimeError> {
	ChainTiming::do_try_state()?;
	BttToken::do_try_state()?;
	VestingSchedules::do_try_state()?;
	BttStaking::do_try_state()?;
	Burn::do_try_state()?;
	Fees::do_try_state()?;
	Governance::do_try_state()?;
	MiningRewards::do_try_state()?;
	btt_runtime::impls::try_conservation()
}

/// Panics if an invariant does not hold.
pub fn check_invariants() {
	assert_ok!(invariants());
}

/// What an account holds in all, in units.
pub fn total(who: &AccountId) -> Balance {
	use frame_support::traits::fungible::Inspect;
	btt_runtime::Balances::total_balance(who)
}

/// The chain's own clock.
pub fn clock() -> Moment {
	Timestamp::get()
}
