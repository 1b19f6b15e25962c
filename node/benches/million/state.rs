//! The state of a chain whose first era is under way.

use btt_primitives::{staking::Role, Allocation, Balance, Moment, BTT, DAY, EXISTENTIAL_DEPOSIT, HOUR};
use btt_runtime::{
	genesis_config_presets::{get_preset, TEST_LAUNCH},
	AccountId, BttStaking, BttToken, Burn, ChainTiming, Fees, Hash, MiningRewards, Runtime, RuntimeCall,
	RuntimeHoldReason, SignedPayload, TxExtension, UncheckedExtrinsic, VestingSchedules, VERSION,
};
use codec::{Decode, Encode};
use frame_support::traits::{tokens::IdAmount, OnTimestampSet};
use frame_system::AccountInfo;
use pallet_balances::AccountData;
use pallet_btt_staking::{ledger::Pledge, HoldReason, LedgerOf, Ledgers};
use pallet_mining_rewards::{CurrentEra, Era, Provider, Providers, Work};
use sc_service::GenericChainSpec;
use serde_json::{json, Value};
use sp_core::{crypto::UncheckedFrom, ecdsa, storage::Storage, Blake2Hasher, Hasher, Pair};
use sp_runtime::{generic, traits::IdentifyAccount, BoundedVec, BuildStorage, MultiSigner, OpaqueExtrinsic};
use sp_state_machine::BasicExternalities;

/// A slot of the mainnet, in ms.
pub const SLOT: Moment = 6_000;

/// When the chain begins, in ms: late enough in the year for the release caps to leave room for the stakes of a million.
pub const LAUNCH: Moment = TEST_LAUNCH + 300 * DAY;

/// What a provider has at stake, in units: the least that can be bonded. All tokens there are would not be enough for a
/// million times what the role takes by default.
const STAKE: Balance = 10 * BTT;

/// What the bank has left for transfers, in units.
const PURSE: Balance = 1_000 * BTT;

/// With how many providers a state is small enough to check every invariant.
const CHECKED: u32 = 1_000;

/// The development chain with mainnet's timing, in whose first era so many `providers` have worked.
pub fn genesis(providers: u32) -> Storage {
	let mut storage = development(PURSE + Balance::from(providers) * (STAKE + EXISTENTIAL_DEPOSIT));
	BasicExternalities::execute_with_storage(&mut storage, || {
		ChainTiming::on_timestamp_set(LAUNCH);
		MiningRewards::on_timestamp_set(LAUNCH);
	});
	let bank = frame_system::Account::<Runtime>::hashed_key_for(account_of(&bank()));
	storage.top.insert(bank, account(PURSE, 0).encode()).expect("the bank is endowed");

	let key = CurrentEra::<Runtime>::hashed_key().to_vec();
	let mut era = Era::decode(&mut &storage.top[&key][..]).expect("mining has started");
	for number in 0..providers {
		let provider = provider(number, &era);
		era.points += u128::from(provider.work.points);
		add(&mut storage, number, provider);
	}
	storage.top.insert(key, era.encode());
	if providers <= CHECKED {
		BasicExternalities::execute_with_storage(&mut storage, check_invariants);
	}
	storage
}

/// Who hands the providers their tokens, and transfers more. Its signatures are those for which the host has C code.
fn bank() -> ecdsa::Pair {
	ecdsa::Pair::from_seed(b"It hands out tokens to providers")
}

fn account_of(pair: &ecdsa::Pair) -> AccountId {
	MultiSigner::from(pair.public()).into_account()
}

/// The development chain with mainnet's timing, and `amount` for the bank.
fn development(amount: Balance) -> Storage {
	let preset = get_preset(&sp_genesis_builder::DEV_RUNTIME_PRESET.into()).expect("the preset exists");
	let mut preset: Value = serde_json::from_slice(&preset).expect("the preset is JSON");
	preset["chainTiming"]["slotDuration"] = json!(SLOT);
	preset["chainTiming"]["epochLength"] = json!(super::SESSION);
	preset["chainTiming"]["eraDuration"] = json!(super::ERA * SLOT);
	preset["chainTiming"]["stakingDay"] = json!(24 * HOUR);
	preset["chainTiming"]["launch"] = json!(LAUNCH);
	let endowments = preset["bttToken"]["endowments"].as_array_mut().expect("there are endowments");
	endowments.push(json!((Allocation::EcosystemGrowthFund, account_of(&bank()), amount)));
	let wasm = btt_runtime::WASM_BINARY.expect("the runtime was built");
	let spec =
		GenericChainSpec::<sc_service::NoExtension>::builder(wasm, None).with_genesis_config_patch(preset).build();
	spec.build_storage().expect("the genesis builds")
}

/// A provider that has done a little work in `era` for each of ten buyers.
fn provider(number: u32, era: &Era) -> Provider {
	let points = 400_000 + u64::from(number % 200_000);
	let buyers: Vec<_> = (0..10).map(|buyer| (u64::from(number) << 8 | buyer, points)).collect();
	let work = Work {
		units: 10,
		points: 10 * points,
		fees: BTT + Balance::from(number),
		buyers: BoundedVec::try_from(buyers).expect("there is room for ten"),
	};
	Provider {
		era: era.index,
		quality: 583_333,
		located: false,
		capacity: 10,
		work,
		stake: STAKE,
		quarters: era.quarters,
		judged: 10_000_000,
		passed: 10_000_000,
		location: None,
		energy: None,
		era_energy: None,
		controller: None,
		slots: Default::default(),
		owed: 0,
		paid: 0,
	}
}

/// The account of the provider with this number.
fn id(number: u32) -> AccountId {
	AccountId::unchecked_from(Blake2Hasher::hash(&number.to_le_bytes()))
}

/// An account with so many units.
fn account(free: Balance, reserved: Balance) -> AccountInfo<u32, AccountData<Balance>> {
	let data = AccountData { free, reserved, ..Default::default() };
	AccountInfo { nonce: 0, consumers: u32::from(reserved > 0), providers: 1, sufficients: 0, data }
}

/// Everything that the state has of a provider, straight under its keys.
fn add(storage: &mut Storage, number: u32, provider: Provider) {
	let who = id(number);
	let hold = IdAmount { id: RuntimeHoldReason::BttStaking(HoldReason::Bond), amount: STAKE };
	let mut ledger = LedgerOf::<Runtime> { active: STAKE, ..Default::default() };
	ledger.roles.try_push(Pledge { role: Role::Provider, amount: STAKE }).expect("it is the only role");
	storage.top.extend([
		(frame_system::Account::<Runtime>::hashed_key_for(&who), account(EXISTENTIAL_DEPOSIT, STAKE).encode()),
		(pallet_balances::Holds::<Runtime>::hashed_key_for(&who), vec![hold].encode()),
		(Ledgers::<Runtime>::hashed_key_for(&who), ledger.encode()),
		(Providers::<Runtime>::hashed_key_for(&who), provider.encode()),
	]);
}

/// The first transfers of the bank, each of a BTT to one of the providers.
pub fn transfers(count: usize, providers: u32, genesis: Hash) -> Vec<OpaqueExtrinsic> {
	let bank = bank();
	let transfer = |nonce: u32| {
		let dest = id(nonce % providers).into();
		let call = RuntimeCall::Balances(pallet_balances::Call::transfer_keep_alive { dest, value: BTT });
		let extension: TxExtension = (
			frame_system::AuthorizeCall::new(),
			frame_system::CheckNonZeroSender::new(),
			frame_system::CheckSpecVersion::new(),
			frame_system::CheckTxVersion::new(),
			frame_system::CheckGenesis::new(),
			frame_system::CheckMortality::from(generic::Era::immortal()),
			frame_system::CheckNonce::from(nonce),
			frame_system::CheckWeight::new(),
			pallet_transaction_payment::ChargeTransactionPayment::from(0),
			frame_metadata_hash_extension::CheckMetadataHash::new(false),
			frame_system::WeightReclaim::new(),
		);
		let (spec, version) = (VERSION.spec_version, VERSION.transaction_version);
		let implicit = ((), (), spec, version, genesis, genesis, (), (), (), None, ());
		let payload = SignedPayload::from_raw(call, extension, implicit);
		let signature = payload.using_encoded(|bytes| bank.sign(bytes));
		let (call, extension, _) = payload.deconstruct();
		opaque(&UncheckedExtrinsic::new_signed(call, account_of(&bank).into(), signature.into(), extension))
	};
	(0..count as u32).map(transfer).collect()
}

/// A transaction as the node handles it.
pub fn opaque(transaction: &UncheckedExtrinsic) -> OpaqueExtrinsic {
	OpaqueExtrinsic::try_from_encoded_extrinsic(&transaction.encode()).expect("it is a transaction")
}

fn check_invariants() {
	let checks = [
		ChainTiming::do_try_state,
		BttToken::do_try_state,
		VestingSchedules::do_try_state,
		BttStaking::do_try_state,
		Burn::do_try_state,
		Fees::do_try_state,
		MiningRewards::do_try_state,
		btt_runtime::impls::try_conservation,
	];
	checks.into_iter().try_for_each(|check| check()).expect("every invariant holds");
}
