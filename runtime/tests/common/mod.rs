//! Runs blocks of the real runtime: genesis, pre-digests, inherents, signed transactions, and every invariant after
//! every block.

#![allow(dead_code)]

use btt_primitives::{Allocation, Balance, Moment, BTT, TOKEN_GENERATION_EVENT};
use btt_runtime::{
	configs::consensus::EPOCH_CONFIG, genesis_config_presets::test_session_keys, AccountId, Block, BttToken,
	ChainTiming, Executive, Header, Runtime, RuntimeCall, RuntimeEvent, RuntimeGenesisConfig, SignedPayload, System,
	Timestamp, TxExtension, UncheckedExtrinsic, VestingSchedules,
};
use codec::Encode;
use frame_support::assert_ok;
use serde_json::{json, Value};
use sp_consensus_babe::{
	digests::{PreDigest, SecondaryPlainPreDigest},
	BABE_ENGINE_ID,
};
use sp_core::{sr25519, Pair, H256};
use sp_genesis_builder::runtime_decl_for_genesis_builder::GenesisBuilder;
use sp_io::TestExternalities;
use sp_keyring::{Ed25519Keyring, Sr25519Keyring};
use sp_runtime::{
	generic::{Digest, DigestItem, Era},
	traits::{Header as _, IdentifyAccount, Verify},
	DispatchResult, MultiSignature,
};

/// The slot of the test chains, in ms.
pub const SLOT: Moment = 6_000;

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
/// Dave validate, the institutions are the beneficiaries and decide, and everybody has a little for fees.
pub fn genesis(after: Moment) -> Value {
	let validators = [
		(Sr25519Keyring::Alice, Ed25519Keyring::Alice),
		(Sr25519Keyring::Bob, Ed25519Keyring::Bob),
		(Sr25519Keyring::Charlie, Ed25519Keyring::Charlie),
		(Sr25519Keyring::Dave, Ed25519Keyring::Dave),
	];
	let endowed: Vec<_> = INSTITUTIONS
		.iter()
		.map(|allocation| beneficiary(*allocation).id)
		.chain(validators.iter().map(|(account, _)| account.to_account_id()))
		.chain([actor("Eve").id])
		.map(|who| (Allocation::EcosystemGrowthFund, who, 100 * BTT))
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
			"session": {
				"keys": validators.map(|(account, finality)| {
					(account.to_account_id(), account.to_account_id(), test_session_keys(account, finality))
				}),
			},
			"institutions": { "members": INSTITUTIONS.map(|allocation| beneficiary(allocation).id) },
		}),
	);
	config
}

/// Build the state of a genesis; the error is what a node would print.
pub fn build(config: &Value) -> Result<TestExternalities, String> {
	let mut ext = TestExternalities::new(Default::default());
	let config = serde_json::to_vec(config).expect("serialises");
	ext.execute_with(|| <Runtime as GenesisBuilder<Block>>::build_state(config))?;
	Ok(ext)
}

/// A chain under test.
pub struct Chain {
	ext: TestExternalities,
	parent: H256,
	number: u32,
	now: Moment,
	slot: Moment,
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
		let mut chain = Self { ext, parent, number: 0, now: 0, slot };
		chain.block_at(launch.div_ceil(slot) * slot, vec![]);
		chain
	}

	/// The time of the newest block.
	pub fn now(&self) -> Moment {
		self.now
	}

	/// Look at the state after the newest block, or prepare something in it.
	pub fn state<R>(&mut self, f: impl FnOnce() -> R) -> R {
		self.ext.execute_with(f)
	}

	/// One block at exactly `time`, with these transactions, all of which must be applied. Returns how each was
	/// dispatched. Invariants are checked at the end of the block.
	pub fn block_at(&mut self, time: Moment, transactions: Vec<UncheckedExtrinsic>) -> Vec<DispatchResult> {
		assert!(time > self.now, "time only goes on");
		let seats = self.state(|| btt_runtime::Session::validators().len() as u32);
		let disabled = self.state(btt_runtime::Session::disabled_validators);
		let author = (0..seats)
			.map(|offset| (self.number + offset) % seats)
			.find(|seat| !disabled.contains(seat))
			.expect("somebody may author");
		self.block_by(author, time, transactions)
	}

	/// As [`Self::block_at`], authored by the validator in the seat `author`.
	pub fn block_by(
		&mut self,
		author: u32,
		time: Moment,
		transactions: Vec<UncheckedExtrinsic>,
	) -> Vec<DispatchResult> {
		let slot = time / self.slot;
		let pre = PreDigest::SecondaryPlain(SecondaryPlainPreDigest { authority_index: author, slot: slot.into() });
		self.number += 1;
		self.now = time;
		let header = Header::new(
			self.number,
			Default::default(),
			Default::default(),
			self.parent,
			Digest { logs: vec![DigestItem::PreRuntime(BABE_ENGINE_ID, pre.encode())] },
		);
		let (hash, results) = self.ext.execute_with(|| {
			Executive::initialize_block(&header);
			let inherent =
				UncheckedExtrinsic::new_bare(RuntimeCall::Timestamp(pallet_timestamp::Call::set { now: time }));
			assert_ok!(Executive::apply_extrinsic(inherent).expect("the inherent is valid"));
			let results = transactions
				.into_iter()
				.map(|transaction| Executive::apply_extrinsic(transaction).expect("the transaction is valid"))
				.collect();
			let header = Executive::finalize_block();
			check_invariants();
			(header.hash(), results)
		});
		self.parent = hash;
		results
	}

	/// The next block, a slot later.
	pub fn block(&mut self, transactions: Vec<UncheckedExtrinsic>) -> Vec<DispatchResult> {
		self.block_at((self.now / self.slot + 1) * self.slot, transactions)
	}

	/// An empty block at exactly `time`.
	pub fn jump(&mut self, time: Moment) {
		self.block_at(time, vec![]);
	}

	/// Sign a call with the next nonce of the actor.
	pub fn sign(&mut self, who: &Actor, call: impl Into<RuntimeCall>) -> UncheckedExtrinsic {
		let call = call.into();
		self.state(|| {
			let nonce = System::account_nonce(&who.id);
			let extension: TxExtension = (
				frame_system::AuthorizeCall::new(),
				frame_system::CheckNonZeroSender::new(),
				frame_system::CheckSpecVersion::new(),
				frame_system::CheckTxVersion::new(),
				frame_system::CheckGenesis::new(),
				frame_system::CheckMortality::from(Era::immortal()),
				frame_system::CheckNonce::from(nonce),
				frame_system::CheckWeight::new(),
				pallet_transaction_payment::ChargeTransactionPayment::from(0),
				frame_metadata_hash_extension::CheckMetadataHash::new(false),
				frame_system::WeightReclaim::new(),
			);
			let payload = SignedPayload::new(call, extension).expect("the extensions have what they sign");
			let signature: MultiSignature = payload.using_encoded(|bytes| who.pair.sign(bytes)).into();
			let (call, extension, _) = payload.deconstruct();
			UncheckedExtrinsic::new_signed(call, who.id.clone().into(), signature, extension)
		})
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

	/// Let the institutions decide a call by vote, all in favour, and return how it was dispatched.
	pub fn decide(&mut self, call: impl Into<RuntimeCall>) -> DispatchResult {
		let call: RuntimeCall = call.into();
		let length = call.encoded_size() as u32;
		let hash = sp_runtime::traits::BlakeTwo256::hash_of(&call);
		let weight = frame_support::dispatch::GetDispatchInfo::get_dispatch_info(&call).call_weight;
		let index = self.state(pallet_collective::ProposalCount::<Runtime, frame_support::instances::Instance1>::get);
		let members = INSTITUTIONS.map(beneficiary);
		let propose = pallet_collective::Call::propose { threshold: 5, proposal: Box::new(call), length_bound: length };
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

use sp_runtime::traits::Hash as _;

/// Every invariant of ours, of each pallet and over all of them.
pub fn check_invariants() {
	assert_ok!(ChainTiming::do_try_state());
	assert_ok!(BttToken::do_try_state());
	assert_ok!(VestingSchedules::do_try_state());
	assert_ok!(btt_runtime::impls::try_conservation());
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
