//! An upgrade to the next version: what decides it, what it migrates, and what it leaves alone.
//!
//! The state is one with data of every kind, made by the native runtime. From the upgrade on the next version's Wasm makes
//! and imports the blocks, as in a node.

mod common;

use btt_primitives::{
	staking::{Role, StakeInfo},
	vesting::Unvested,
	Balance, Moment, BTT, DAY,
};
use btt_runtime::{
	configs::system::MaxMigrationWeight, migrations::UnlockVotes, AccountId, Balances, Block, BttStaking, Executive,
	Governance, Hash, Header, MultiBlockMigrations, Nonce, OriginCaller, Preimage, Runtime, RuntimeCall, RuntimeEvent,
	RuntimeOrigin, SignedPayload, System, UncheckedExtrinsic, VestingSchedules, VERSION,
};
use codec::{Decode, Encode};
use common::*;
use frame_support::{
	assert_noop, assert_ok,
	migrations::{MultiStepMigrator, SteppedMigration, SteppedMigrationError},
	storage::storage_prefix,
	traits::{fungible::InspectFreeze, schedule::DispatchTime, StorePreimage},
	weights::WeightMeter,
};
use pallet_btt_governance::{Conviction, FreezeReason, Stake, Track, TrackSettings, Voters};
use sc_executor::WasmExecutor;
use serde_json::json;
use sp_consensus_babe::{
	digests::{PreDigest, SecondaryPlainPreDigest},
	BABE_ENGINE_ID,
};
use sp_core::{
	hexdisplay::HexDisplay,
	traits::{CallContext, CodeExecutor, ReadRuntimeVersionExt, RuntimeCode, WrappedRuntimeCode},
	Pair, H256,
};
use sp_externalities::ExternalitiesExt;
use sp_io::TestExternalities;
use sp_runtime::{
	generic::{Digest, DigestItem},
	traits::{BlakeTwo256, Hash as _, Header as _},
	transaction_validity::{InvalidTransaction, TransactionValidityError},
	ApplyExtrinsicResult, ExtrinsicInclusionMode, MultiSignature,
};
use sp_version::RuntimeVersion;
use std::{borrow::Cow, collections::BTreeMap};

type Referenda = pallet_referenda::Call<Runtime>;
type Votes = pallet_btt_governance::Call<Runtime>;
type AccountInfo = frame_system::AccountInfo<Nonce, pallet_balances::AccountData<Balance>>;
type State = BTreeMap<Vec<u8>, Vec<u8>>;

/// How many blocks a period of conviction has here: longer than everything that follows.
const LOCKING_PERIOD: u32 = 1_000;

/// So many blocks after its approval a decision is enacted that is still to come when the runtime changes.
const MUCH_LATER: u32 = 500;

/// What each of the many voters holds and votes with, in units; of that it has bonded what the role takes.
const SMALL: Balance = 20 * BTT;

/// A chain on which referenda take a few blocks, with Eve, who has a vote and is the registrar of mining, Ferdie, who
/// computes and backs Alice, and institutions that have a vote.
fn world() -> Chain {
	let mut config = genesis(30 * DAY);
	let settings = TrackSettings {
		max_deciding: 10,
		decision_deposit: 10 * BTT,
		prepare_period: 1,
		decision_period: 8,
		confirm_period: 1,
		enactment_period: 1,
	};
	open_mining(&mut config);
	merge(
		&mut config,
		json!({
			"governance": { "tracks": Track::ALL.map(|track| (track, settings)), "lockingPeriod": LOCKING_PERIOD },
			"miningRewards": { "registrars": [actor("Eve").id] },
		}),
	);
	endow(&mut config, &actor("Eve").id, 60_000 * BTT);
	endow(&mut config, &actor("Ferdie").id, 3_000 * BTT);
	let mut chain = Chain::new(config);

	let (eve, ferdie) = (actor("Eve"), actor("Ferdie"));
	let bond = |amount| RuntimeCall::from(pallet_btt_staking::Call::bond { amount });
	let role = |role| RuntimeCall::from(pallet_btt_staking::Call::add_role { role });
	let back = pallet_btt_staking::Call::delegate { validator: actor("Alice").id, amount: 1_000 * BTT };
	all(&mut chain, vec![(&ferdie, bond(2_500 * BTT)), (&ferdie, role(Role::Provider)), (&ferdie, back.into())]);
	let attestation = pallet_mining_rewards::Attestation { region: Some(1), hardware: Some(1), controller: Some(7) };
	let attest = pallet_mining_rewards::Call::attest { provider: ferdie.id.clone(), attestation };
	let voters: Vec<_> = INSTITUTIONS.map(beneficiary).into_iter().chain([eve.clone()]).collect();
	all(&mut chain, vec![(&eve, attest.into())]);
	all(&mut chain, voters.iter().map(|who| (who, bond(10 * BTT))).collect());
	all(&mut chain, voters.iter().map(|who| (who, role(Role::Governance))).collect());
	let next_era = chain.now() + ERA;
	chain.jump(next_era);
	assert!(chain.state(|| work(&ferdie.id, 1_000, 100 * BTT)) > 0);
	chain
}

/// A block with these calls, each of which must succeed.
fn all(chain: &mut Chain, calls: Vec<(&Actor, RuntimeCall)>) {
	let mut behind: BTreeMap<&AccountId, u32> = BTreeMap::new();
	let transactions = calls
		.into_iter()
		.map(|(who, call)| {
			let count = behind.entry(&who.id).or_default();
			*count += 1;
			chain.sign_behind(*count - 1, who, call)
		})
		.collect();
	for result in chain.block(transactions) {
		assert_ok!(result);
	}
}

/// Let Eve ask what shall happen on a track; returns the number of the referendum.
fn ask(chain: &mut Chain, track: Track, call: impl Into<RuntimeCall>, enactment: u32) -> u32 {
	let call: RuntimeCall = call.into();
	let (index, proposal) = chain.state(|| {
		let proposal = <Preimage as StorePreimage>::bound(call).expect("it fits");
		(pallet_referenda::ReferendumCount::<Runtime>::get(), proposal)
	});
	let submit = Referenda::submit {
		proposal_origin: Box::new(OriginCaller::Governance(track)),
		proposal,
		enactment_moment: DispatchTime::After(enactment),
	};
	assert_ok!(chain.send(&actor("Eve"), submit));
	index
}

/// Let Eve pay for its decision.
fn decide(chain: &mut Chain, referendum: u32) {
	assert_ok!(chain.send(&actor("Eve"), Referenda::place_decision_deposit { index: referendum }));
}

fn vote(referendum: u32, aye: bool, institutional: Balance, community: Balance, conviction: Conviction) -> RuntimeCall {
	Votes::vote { referendum, aye, stake: Stake { institutional, community, conviction } }.into()
}

/// Let every institution vote in favour with all that is unvested, and Eve with 20,000 BTT and some conviction.
fn approve(chain: &mut Chain, referendum: u32, conviction: Conviction) {
	let institutions = INSTITUTIONS.map(beneficiary);
	let eve = actor("Eve");
	let mut votes: Vec<_> = institutions
		.iter()
		.map(|who| {
			(who, vote(referendum, true, chain.state(|| VestingSchedules::unvested(&who.id)), 0, Conviction::None))
		})
		.collect();
	votes.push((&eve, vote(referendum, true, 0, 20_000 * BTT, conviction)));
	all(chain, votes);
}

/// Wait until a referendum is not undecided any more.
fn ends(chain: &mut Chain, referendum: u32) {
	for _ in 0..20 {
		if chain.state(|| pallet_referenda::Pallet::<Runtime>::ensure_ongoing(referendum).is_err()) {
			return;
		}
		chain.block(vec![]);
	}
	panic!("the referendum {referendum} does not end");
}

fn remark() -> RuntimeCall {
	frame_system::Call::remark { remark: b"so it was decided".to_vec() }.into()
}

/// The account of one of the many voters.
fn small(number: u32) -> AccountId {
	let mut id = [0x5a; 32];
	id[..4].copy_from_slice(&number.to_be_bytes());
	id.into()
}

/// Let so many accounts vote on these referenda, the half of them against; without transactions, which would fill many
/// blocks.
fn many_vote(chain: &mut Chain, count: u32, referenda: &[u32]) {
	let eve = actor("Eve").id;
	chain.state(|| {
		for number in 0..count {
			let who = small(number);
			let origin = RuntimeOrigin::signed(who.clone());
			assert_ok!(Balances::transfer_keep_alive(
				RuntimeOrigin::signed(eve.clone()),
				who.into(),
				SMALL + BTT / 100
			));
			assert_ok!(BttStaking::bond(origin.clone(), 10 * BTT));
			assert_ok!(BttStaking::add_role(origin.clone(), Role::Governance));
			for referendum in referenda {
				let stake = Stake { institutional: 0, community: SMALL, conviction: Conviction::None };
				assert_ok!(Governance::vote(origin.clone(), *referendum, number % 2 == 0, stake));
			}
		}
		check_invariants();
	});
}

fn frozen_by_votes(who: &AccountId) -> Balance {
	Balances::balance_frozen(&FreezeReason::Voting.into(), who)
}

/// Everything that the chain stores.
fn storage() -> State {
	let mut state = State::new();
	let mut key = Vec::new();
	while let Some(next) = sp_io::storage::next_key(&key) {
		state.insert(next.clone(), sp_io::storage::get(&next).expect("it is a key").to_vec());
		key = next;
	}
	state
}

fn of_pallet(pallet: &str) -> Vec<u8> {
	sp_io::hashing::twox_128(pallet.as_bytes()).to_vec()
}

fn of_item(pallet: &str, item: &str) -> Vec<u8> {
	storage_prefix(pallet.as_bytes(), item.as_bytes()).to_vec()
}

/// A runtime as Wasm, and what runs it.
struct Wasm {
	executor: WasmExecutor,
	code: &'static [u8],
}

impl Wasm {
	/// The next version.
	fn next() -> Self {
		let code = btt_next_runtime::WASM_BINARY.expect("this test needs the Wasm: build it without SKIP_WASM_BUILD");
		Self { executor: WasmExecutor::default(), code }
	}

	fn call<R: Decode>(&self, ext: &mut TestExternalities, method: &str, arguments: &[u8]) -> Result<R, String> {
		let code_fetcher = &WrappedRuntimeCode(Cow::Borrowed(self.code));
		let runtime = RuntimeCode { code_fetcher, heap_pages: None, hash: BlakeTwo256::hash(self.code).encode() };
		let context = CallContext::Onchain { import: false };
		let (answer, _) = self.executor.call(&mut ext.ext(), &runtime, method, arguments, context);
		answer.map(|bytes| R::decode(&mut &bytes[..]).expect("it answers what it should")).map_err(|e| e.to_string())
	}
}

/// Let what follows in this look at the state read the version of a Wasm, as blocks do in a node.
fn read_versions() {
	let reader = ReadRuntimeVersionExt::new(WasmExecutor::<sp_io::SubstrateHostFunctions>::default());
	sp_externalities::with_externalities(|mut ext| ext.register_extension(reader))
		.expect("there is a state")
		.expect("nothing reads versions yet");
}

/// A chain of which a runtime in Wasm makes the blocks.
struct Upgraded {
	wasm: Wasm,
	ext: TestExternalities,
	/// Where the native runtime left it.
	head: Head,
	parent: Hash,
	now: Moment,
}

impl Upgraded {
	fn new(chain: Chain, wasm: Wasm) -> Self {
		let (head, now) = (chain.head(), chain.now());
		// Of the last block only the state is needed; its hash may be any.
		Self { wasm, ext: chain.into_state(), head, parent: H256::repeat_byte(0x22), now }
	}

	fn state<R>(&mut self, f: impl FnOnce() -> R) -> R {
		self.ext.execute_with(f)
	}

	/// The state once more, to try something in it.
	fn copy(&mut self) -> TestExternalities {
		let mut copy = TestExternalities::default();
		copy.backend = self.ext.as_backend();
		copy
	}

	/// Make the next block, with those of these transactions that are valid. An author that `heeds` what the runtime says
	/// leaves them out of a block that takes none.
	fn make(&mut self, heeds: bool, transactions: Vec<UncheckedExtrinsic>) -> (Block, Vec<ApplyExtrinsicResult>) {
		let time = self.now + SLOT;
		let number = self.state(System::block_number) + 1;
		let head = self.head.clone();
		let (authority_index, _) = self.state(|| head.authors(time)).swap_remove(0);
		let slot = (time / SLOT).into();
		let pre = PreDigest::SecondaryPlain(SecondaryPlainPreDigest { authority_index, slot });
		let digest = Digest { logs: vec![DigestItem::PreRuntime(BABE_ENGINE_ID, pre.encode())] };
		let header = Header::new(number, Default::default(), Default::default(), self.parent, digest);

		let mut copy = self.copy();
		let mode: ExtrinsicInclusionMode =
			self.wasm.call(&mut copy, "Core_initialize_block", &header.encode()).expect("a block begins");
		let mut extrinsics = vec![];
		let mut results = vec![];
		let inherent = UncheckedExtrinsic::new_bare(pallet_timestamp::Call::set { now: time }.into());
		let offered = if heeds && mode == ExtrinsicInclusionMode::OnlyInherents { vec![] } else { transactions };
		for extrinsic in [inherent].into_iter().chain(offered) {
			let result: ApplyExtrinsicResult = self
				.wasm
				.call(&mut copy, "BlockBuilder_apply_extrinsic", &extrinsic.encode())
				.expect("it is looked at");
			if result.is_ok() {
				extrinsics.push(extrinsic);
			}
			results.push(result);
		}
		assert_eq!(results.remove(0), Ok(Ok(())), "the inherent was not applied");
		let header = self.wasm.call(&mut copy, "BlockBuilder_finalize_block", &[]).expect("a block ends");
		(Block { header, extrinsics }, results)
	}

	/// Import a block and check every invariant.
	fn import(&mut self, block: &Block) {
		self.wasm.call::<()>(&mut self.ext, "Core_execute_block", &block.encode()).expect("the block is valid");
		self.parent = block.header.hash();
		self.now += SLOT;
		self.state(check_invariants);
	}

	/// Make and import the next block. Returns what became of these transactions.
	fn block(&mut self, transactions: Vec<UncheckedExtrinsic>) -> Vec<ApplyExtrinsicResult> {
		let (block, results) = self.make(true, transactions);
		self.import(&block);
		results
	}

	/// What the newest block tells of migrations.
	fn migrations(&mut self) -> Vec<pallet_migrations::Event<Runtime>> {
		let ours = |record: frame_system::EventRecord<RuntimeEvent, Hash>| match record.event {
			RuntimeEvent::MultiBlockMigrations(event) => Some(event),
			_ => None,
		};
		self.state(|| System::read_events_no_consensus().filter_map(|record| ours(*record)).collect())
	}
}

/// A call that is signed for the next version.
fn signed_for_next(who: &Actor, call: RuntimeCall) -> UncheckedExtrinsic {
	let (call, extension, implicit) = match signed(who, 0, call, 0) {
		UncheckedExtrinsic { preamble: sp_runtime::generic::Preamble::Signed(_, _, extension), function, .. } => {
			let implicit = sp_runtime::traits::TransactionExtension::<RuntimeCall>::implicit(&extension);
			(function, extension, implicit.expect("the extensions have what they sign"))
		}
		_ => unreachable!("it was signed"),
	};
	let mut implicit = implicit;
	implicit.2 += 1;
	let payload = SignedPayload::from_raw(call, extension, implicit);
	let signature: MultiSignature = payload.using_encoded(|bytes| who.pair.sign(bytes)).into();
	let (call, extension, _) = payload.deconstruct();
	UncheckedExtrinsic::new_signed(call, who.id.clone().into(), signature, extension)
}

fn gift() -> RuntimeCall {
	pallet_balances::Call::transfer_keep_alive { dest: actor("Bob").id.into(), value: BTT }.into()
}

/// A Wasm that is nothing but the version that it says it has.
fn only_version(version: &RuntimeVersion) -> Vec<u8> {
	let section = |name: &str, content: &[u8]| {
		let named = [&[name.len() as u8], name.as_bytes(), content].concat();
		let size = named.len() as u32;
		// A length in LEB128 of two bytes.
		[&[0u8, (size & 0x7f) as u8 | 0x80, (size >> 7) as u8], &named[..]].concat()
	};
	let apis: Vec<u8> =
		version.apis.iter().flat_map(|(id, version)| [&id[..], &version.to_le_bytes()].concat()).collect();
	let version = RuntimeVersion { apis: Cow::Borrowed(&[]), ..version.clone() };
	[b"\0asm\x01\0\0\0".to_vec(), section("runtime_version", &version.encode()), section("runtime_apis", &apis)]
		.concat()
}

#[test]
fn a_referendum_upgrades_the_runtime_and_its_migration_unlocks_what_has_ended() {
	let mut chain = world();
	let wasm = Wasm::next();
	let version: RuntimeVersion =
		wasm.call(&mut TestExternalities::default(), "Core_version", &[]).expect("it has a version");
	assert_eq!((version.spec_name, version.spec_version), (VERSION.spec_name, VERSION.spec_version + 1));
	let code_hash = BlakeTwo256::hash(wasm.code);

	// Votes of every kind, more than a block can migrate.
	let approved = ask(&mut chain, Track::TechnicalStandards, remark(), 1);
	let rejected = ask(&mut chain, Track::ResourceAllocation, remark(), 1);
	let open = ask(&mut chain, Track::Partnerships, remark(), 1);
	let pending = ask(&mut chain, Track::TechnicalStandards, remark(), MUCH_LATER);
	let upgrade = ask(&mut chain, Track::NetworkUpgrade, Votes::authorize_upgrade { code_hash }, 1);
	let in_a_block = MaxMigrationWeight::get().ref_time() / UnlockVotes::record_weight().ref_time();
	let count = u32::try_from(in_a_block).expect("it fits") + 20;
	many_vote(&mut chain, count, &[rejected]);
	chain.state(|| {
		for number in 0..10 {
			let stake = Stake { institutional: 0, community: SMALL / 2, conviction: Conviction::None };
			assert_ok!(Governance::vote(RuntimeOrigin::signed(small(number)), open, true, stake));
		}
	});
	approve(&mut chain, approved, Conviction::Twofold);
	approve(&mut chain, pending, Conviction::None);
	approve(&mut chain, upgrade, Conviction::None);
	for referendum in [approved, rejected, pending, upgrade] {
		decide(&mut chain, referendum);
	}
	for referendum in [approved, rejected, pending, upgrade] {
		ends(&mut chain, referendum);
	}
	while chain.state(System::authorized_upgrade).is_none() {
		assert!(chain.state(|| UnlockVotes::ended().len()) < 3, "nothing was authorised");
		chain.block(vec![]);
	}
	assert_eq!(chain.state(UnlockVotes::ended), [approved, rejected, upgrade].into());
	let voters = chain.state(|| Voters::<Runtime>::iter_keys().count());
	assert_eq!(voters, count as usize + INSTITUTIONS.len() + 1);

	// Anybody applies it, without an account.
	let apply = frame_system::Call::apply_authorized_upgrade { code: wasm.code.to_vec() };
	let apply = UncheckedExtrinsic::new_bare(apply.into());
	chain.block_in_which(vec![], || {
		read_versions();
		assert_eq!(Executive::apply_extrinsic(apply), Ok(Ok(())));
	});
	let before = chain.state(storage);
	assert_eq!(before.get(sp_storage::well_known_keys::CODE).map(Vec::as_slice), Some(wasm.code));
	let old = chain.sign(&actor("Eve"), gift());

	// The first block of the new version takes no transactions, even if its author does.
	let mut next = Upgraded::new(chain, wasm);
	let new = next.state(|| signed_for_next(&actor("Eve"), gift()));
	let (smuggled, results) = next.make(false, vec![new.clone()]);
	assert_eq!((smuggled.extrinsics.len(), results), (2, vec![Ok(Ok(()))]));
	let mut copy = next.copy();
	assert!(next.wasm.call::<()>(&mut copy, "Core_execute_block", &smuggled.encode()).is_err());
	let (block, _) = next.make(true, vec![new.clone()]);
	assert_eq!(block.extrinsics.len(), 1);
	next.import(&block);
	assert!(next.state(MultiBlockMigrations::ongoing));
	use pallet_migrations::Event::{MigrationAdvanced, MigrationCompleted, UpgradeCompleted, UpgradeStarted};
	assert_eq!(next.migrations(), [UpgradeStarted { migrations: 1 }, MigrationAdvanced { index: 0, took: 1 }]);
	let left = next.state(UnlockVotes::ended);
	assert!(!left.is_empty(), "all was migrated in one block, so nothing shows that it goes on in the next");

	next.block(vec![]);
	assert!(!next.state(MultiBlockMigrations::ongoing));
	assert_eq!(next.migrations(), [MigrationCompleted { index: 0, took: 2 }, UpgradeCompleted]);

	// What has ended is gone, and what has not is as it was.
	next.state(|| {
		assert_eq!(UnlockVotes::ended(), Default::default());
		let kept = |who: &AccountId| -> Vec<u32> {
			Voters::<Runtime>::get(who).map_or(vec![], |voter| voter.votes.iter().map(|vote| vote.referendum).collect())
		};
		for number in 0..count {
			let who = small(number);
			let (votes, frozen) = if number < 10 { (vec![open], SMALL / 2) } else { (vec![], 0) };
			assert_eq!((kept(&who), frozen_by_votes(&who)), (votes, frozen));
			assert_eq!(Voters::<Runtime>::contains_key(&who), number < 10);
			assert!(BttStaking::has_role(&who, Role::Governance));
		}
		for who in INSTITUTIONS.map(beneficiary) {
			assert_eq!((kept(&who.id), frozen_by_votes(&who.id)), (vec![pending], VestingSchedules::unvested(&who.id)));
		}
		let eve = Voters::<Runtime>::get(actor("Eve").id).expect("she has a record");
		assert_eq!((kept(&actor("Eve").id), eve.prior.community), (vec![pending], 20_000 * BTT));
	});
	let after = next.state(storage);
	only_votes_and_bookkeeping_differ(&before, &after);

	// The chain takes transactions again: those of the new version, not of the old one.
	let gave = next.state(|| total(&actor("Bob").id));
	let results = next.block(vec![old, new]);
	let bad_proof = TransactionValidityError::Invalid(InvalidTransaction::BadProof);
	assert_eq!(results, [Err(bad_proof), Ok(Ok(()))]);
	assert!(next.state(|| total(&actor("Bob").id)) >= gave + BTT);
}

/// From the upgrade to the end of its migration nothing happens but that votes are unlocked: tokens, stakes, lines of
/// vesting, points of providers and everything else are what they were.
fn only_votes_and_bookkeeping_differ(before: &State, after: &State) {
	let mut may = ["Timestamp", "Babe", "Authorship", "MultiBlockMigrations"].map(of_pallet).to_vec();
	may.extend(
		[
			("Balances", "Freezes"),
			("Governance", "Voters"),
			("BttStaking", "CurrentEra"),
			("BttStaking", "LastSeen"),
			("Scheduler", "IncompleteSince"),
			("TransactionPayment", "NextFeeMultiplier"),
		]
		.map(|(pallet, item)| of_item(pallet, item)),
	);
	let (system, accounts) = (of_pallet("System"), of_item("System", "Account"));
	let frozen = of_item("Balances", "Freezes");
	let (mut unlocked, mut differ) = (0, vec![]);
	for key in before.keys().chain(after.keys().filter(|key| !before.contains_key(*key))) {
		let (was, is) = (before.get(key), after.get(key));
		if was == is || (key.starts_with(&system) && !key.starts_with(&accounts)) {
			continue;
		}
		if key.starts_with(&accounts) {
			let account = |bytes: Option<&Vec<u8>>| {
				let bytes = bytes.expect("no account comes or goes");
				let account: AccountInfo = Decode::decode(&mut &bytes[..]).expect("it is an account");
				(account.nonce, account.data.free, account.data.reserved)
			};
			assert_eq!(account(was), account(is));
			continue;
		}
		unlocked += usize::from(key.starts_with(&frozen));
		if !may.iter().any(|prefix| key.starts_with(prefix)) {
			differ.push(HexDisplay::from(key).to_string());
		}
	}
	assert_eq!(differ, Vec::<String>::new());
	assert!(unlocked > INSTITUTIONS.len(), "no tokens were freed");
}

#[test]
fn code_that_is_not_the_authorised_next_version_changes_nothing() {
	use frame_system::{Error, Event};

	let mut chain = Chain::new(genesis(LAUNCH));
	let apply = |code: &[u8]| System::apply_authorized_upgrade(RuntimeOrigin::signed(actor("Eve").id), code.to_vec());
	let authorise = |track: Track, code: &[u8]| Governance::authorize_upgrade(track.into(), BlakeTwo256::hash(code));
	let next = only_version(&RuntimeVersion { spec_version: VERSION.spec_version + 1, ..VERSION });
	chain.state(|| {
		read_versions();
		assert_noop!(apply(&next), Error::<Runtime>::NothingAuthorized);
		for track in [Track::TechnicalStandards, Track::ResourceAllocation, Track::Partnerships] {
			assert_noop!(authorise(track, &next), sp_runtime::DispatchError::BadOrigin);
		}
		assert_ok!(authorise(Track::NetworkUpgrade, &next));
		let other = only_version(&RuntimeVersion { spec_version: VERSION.spec_version + 2, ..VERSION });
		assert_noop!(apply(&other), Error::<Runtime>::Unauthorized);
	});

	// What is found out only then is taken back.
	let refused = [
		(only_version(&VERSION), Error::<Runtime>::SpecVersionNeedsToIncrease),
		(
			only_version(&RuntimeVersion { spec_name: Cow::Borrowed("btc"), spec_version: 9, ..VERSION }),
			Error::InvalidSpecName,
		),
		(b"no Wasm at all".to_vec(), Error::FailedToExtractRuntimeVersion),
	];
	for (code, error) in refused {
		chain.state(|| {
			read_versions();
			let runs = sp_io::storage::get(sp_storage::well_known_keys::CODE);
			assert_ok!(authorise(Track::NetworkUpgrade, &code));
			assert_ok!(apply(&code));
			let rejected =
				Event::RejectedInvalidAuthorizedUpgrade { code_hash: BlakeTwo256::hash(&code), error: error.into() };
			System::assert_last_event(rejected.into());
			assert_eq!(sp_io::storage::get(sp_storage::well_known_keys::CODE), runs);
			assert_noop!(apply(&code), Error::<Runtime>::NothingAuthorized);
		});
	}

	chain.state(|| {
		read_versions();
		assert_ok!(authorise(Track::NetworkUpgrade, &next));
		assert_ok!(apply(&next));
		assert_eq!(sp_io::storage::get(sp_storage::well_known_keys::CODE).map(|code| code.to_vec()), Some(next));
	});
}

#[test]
fn a_step_migrates_what_fits_and_the_next_goes_on_from_there() {
	let mut chain = world();
	let gone = ask(&mut chain, Track::ResourceAllocation, remark(), 1);
	many_vote(&mut chain, 5, &[gone]);
	decide(&mut chain, gone);
	ends(&mut chain, gone);
	chain.state(|| {
		let record = UnlockVotes::record_weight();
		let mut nothing = WeightMeter::with_limit(record / 2);
		let refused = UnlockVotes::step(None, &mut nothing);
		assert_eq!(refused, Err(SteppedMigrationError::InsufficientWeight { required: record }));
		assert_eq!(Voters::<Runtime>::iter().count(), 5);

		let mut cursor = None;
		for left in [3, 1] {
			cursor = UnlockVotes::step(cursor, &mut WeightMeter::with_limit(record * 2 + record / 2)).expect("two fit");
			assert_eq!((Voters::<Runtime>::iter().count(), cursor.is_some()), (left, true));
			check_invariants();
		}
		let mut meter = WeightMeter::with_limit(record * 9);
		assert_eq!(UnlockVotes::step(cursor, &mut meter), Ok(None));
		assert_eq!(meter.consumed(), record * 2, "one for the last record, one to find that there is no other");
		assert_eq!(Voters::<Runtime>::iter().count(), 0);
		assert!((0..5).all(|number| frozen_by_votes(&small(number)) == 0));
		check_invariants();
	});
}
