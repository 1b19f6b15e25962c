//! Genesis configurations that the runtime knows by name.
//!
//! `development` and `local_testnet` differ in their validators only: both have short times, well-known keys and
//! endowed test accounts. `mainnet` is a template: whoever starts the chain fills in beneficiaries, endowments,
//! validators and institutions, and without them it does not build.

use crate::{configs::consensus::SessionKeyDeposit, AccountId, BlockNumber, RuntimeGenesisConfig, SessionKeys};
use alloc::{collections::BTreeSet, format, string::String, vec, vec::Vec};
use btt_primitives::{
	mining::RegionId, staking::Role, Allocation, Balance, Moment, BTT, DAY, EXISTENTIAL_DEPOSIT, HOUR, MINUTE,
	TOKEN_GENERATION_EVENT,
};
use hex_literal::hex;
use pallet_btt_governance::{Track, TrackSettings};
use pallet_btt_token::Dates;
use pallet_mining_rewards::HardwareClass;
use serde_json::{json, Value};
use sp_genesis_builder::{PresetId, DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET};
use sp_keyring::{Ed25519Keyring, Sr25519Keyring};
use sp_runtime::Perbill;

/// The preset that `btt-node mainnet-spec` fills.
pub const MAINNET_RUNTIME_PRESET: &str = "mainnet";

/// 2026-01-01T00:00:00Z: test networks are born after a year of the token economy, when there is room for endowments.
pub const TEST_LAUNCH: Moment = 1_767_225_600_000;

/// What each test account is endowed with, in units.
pub const TEST_ENDOWMENT: Balance = 100_000 * BTT;

/// What each validator of a test network has at stake, in units: the minimum.
pub const TEST_STAKE: Balance = Role::Validator.default_minimum();

/// What each validator of a test network takes of its blocks' income beforehand.
pub const TEST_COMMISSION: Perbill = Perbill::from_percent(10);

/// What staking takes for a day on test networks, in ms: stake leaves in 70 s.
pub const TEST_STAKING_DAY: Moment = 5_000;

/// How many validators are elected (SPEC §18).
pub const VALIDATOR_COUNT: u32 = 21;

/// Under how many validators those before keep their seats: with three, none may fail.
pub const MINIMUM_VALIDATORS: u32 = 4;

/// What each beneficiary of a test network is endowed with, in units: unvested tokens pay no fees.
pub const BENEFICIARY_ENDOWMENT: Balance = 1_000 * BTT;

/// The sr25519 accounts of the five institutions on test networks, derived from the development phrase by the paths
/// `//ChinaOralIndustryGroup`, `//VisionFutureCapital`, `//YueyaEraMedical`, `//BellaSmileGroup` and
/// `//StrategicInvestors`.
pub const TEST_INSTITUTIONS: [(Allocation, [u8; 32]); 5] = [
	(Allocation::ChinaOralIndustryGroup, hex!("82af36e8826d93ca83386df08ffbdc8e1c0848f6e376723e42b93c74c32fd318")),
	(Allocation::VisionFutureCapital, hex!("56cc310c1941ee1d403b22b1b32ca57b7ab5e0d3d70f3f055d65683fb75c084f")),
	(Allocation::YueyaEraMedical, hex!("06024cf9574d798b99dfc2dd65a3deca50b2cae7fca57b8cb98e7e740a7c0624")),
	(Allocation::BellaSmileGroup, hex!("d0387b27582dc3dbea668a7b151928b8ef531802f8abdfb13d5c0d34db27bc30")),
	(Allocation::StrategicInvestors, hex!("d294cf337d22491478a5853d8f4a80eb9e43fc24e791c409fd3f3534a639c643")),
];

/// The well-known accounts that test networks endow.
pub const TEST_ACCOUNTS: [Sr25519Keyring; 6] = [
	Sr25519Keyring::Alice,
	Sr25519Keyring::Bob,
	Sr25519Keyring::Charlie,
	Sr25519Keyring::Dave,
	Sr25519Keyring::Eve,
	Sr25519Keyring::Ferdie,
];

/// Regions, with the millionths of all service units that each should have.
const TEST_REGIONS: [(RegionId, u32); 4] = [(1, 400_000), (2, 300_000), (3, 200_000), (4, 100_000)];

/// Hardware classes, with the joules that each takes for a service unit.
const TEST_HARDWARE: [(HardwareClass, u64); 3] = [(1, 500), (2, 1_000), (3, 2_000)];

/// The session keys that a node started with `--alice` and the like has.
pub fn test_session_keys(account: Sr25519Keyring, finality: Ed25519Keyring) -> SessionKeys {
	SessionKeys {
		babe: account.public().into(),
		grandpa: finality.public().into(),
		authority_discovery: account.public().into(),
	}
}

/// How referenda go on test networks, on every track: a decision in a minute, and much sooner if enough agree.
const TEST_TRACK: TrackSettings<BlockNumber> = TrackSettings {
	max_deciding: 10,
	decision_deposit: 10 * BTT,
	prepare_period: 2,
	decision_period: 60,
	confirm_period: 3,
	enactment_period: 3,
};

/// How many blocks a period of conviction has on test networks.
const TEST_LOCKING_PERIOD: BlockNumber = 30;

fn timing(slot: Moment, epoch: u64, era: Moment, staking_day: Moment, launch: Moment) -> Value {
	json!({
		"slotDuration": slot,
		"epochLength": epoch,
		"eraDuration": era,
		"stakingDay": staking_day,
		"tokenGenerationEvent": TOKEN_GENERATION_EVENT,
		"launch": launch,
	})
}

/// A network of the named validators with short times and test accounts, endowed out of the allocations. Half of what
/// the validators are endowed with is at stake.
fn test_network(validators: &[(Sr25519Keyring, Ed25519Keyring)], members: Vec<AccountId>) -> Value {
	let institutions = TEST_INSTITUTIONS.map(|(allocation, key)| (allocation, AccountId::from(key)));
	let beneficiaries: Vec<_> =
		institutions.iter().map(|(allocation, who)| (*allocation, who.clone(), allocation.total())).collect();
	let endowments: Vec<_> = TEST_ACCOUNTS
		.iter()
		.map(|account| (Allocation::CommunityIncentives, account.to_account_id(), TEST_ENDOWMENT))
		.chain(
			institutions.iter().map(|(_, who)| (Allocation::EcosystemGrowthFund, who.clone(), BENEFICIARY_ENDOWMENT)),
		)
		.collect();
	let keys: Vec<_> = validators
		.iter()
		.map(|(account, finality)| {
			(account.to_account_id(), account.to_account_id(), test_session_keys(*account, *finality))
		})
		.collect();
	let stakes: Vec<_> =
		validators.iter().map(|(account, _)| (account.to_account_id(), TEST_STAKE, TEST_COMMISSION)).collect();
	json!({
		"chainTiming": timing(1_000, 20, MINUTE, TEST_STAKING_DAY, TEST_LAUNCH),
		"babe": { "epochConfig": crate::configs::consensus::EPOCH_CONFIG },
		"bttToken": { "beneficiaries": beneficiaries, "endowments": endowments },
		"bttStaking": {
			"validators": stakes,
			"validatorCount": VALIDATOR_COUNT,
			"minimumValidators": MINIMUM_VALIDATORS.min(validators.len() as u32),
		},
		"fees": { "founder": validators.first().map(|(account, _)| account.to_account_id()) },
		"miningRewards": {
			"regions": TEST_REGIONS,
			"hardware": TEST_HARDWARE,
			"registrars": [Sr25519Keyring::Alice.to_account_id()],
		},
		"session": { "keys": keys },
		"institutions": { "members": members },
		"governance": {
			"tracks": Track::ALL.map(|track| (track, TEST_TRACK)),
			"lockingPeriod": TEST_LOCKING_PERIOD,
		},
	})
}

fn development() -> Value {
	test_network(&[(Sr25519Keyring::Alice, Ed25519Keyring::Alice)], vec![Sr25519Keyring::Alice.to_account_id()])
}

fn local_testnet() -> Value {
	test_network(
		&[
			(Sr25519Keyring::Alice, Ed25519Keyring::Alice),
			(Sr25519Keyring::Bob, Ed25519Keyring::Bob),
			(Sr25519Keyring::Charlie, Ed25519Keyring::Charlie),
			(Sr25519Keyring::Dave, Ed25519Keyring::Dave),
		],
		vec![
			Sr25519Keyring::Alice.to_account_id(),
			Sr25519Keyring::Bob.to_account_id(),
			Sr25519Keyring::Charlie.to_account_id(),
		],
	)
}

fn mainnet() -> Value {
	json!({
		"chainTiming": timing(6_000, 2_400, 6 * HOUR, DAY, TOKEN_GENERATION_EVENT),
		"babe": { "epochConfig": crate::configs::consensus::EPOCH_CONFIG },
		"bttToken": { "beneficiaries": [], "endowments": [] },
		"bttStaking": {
			"validators": [],
			"validatorCount": VALIDATOR_COUNT,
			"minimumValidators": MINIMUM_VALIDATORS,
		},
		"session": { "keys": [] },
		"institutions": { "members": [] },
	})
}

/// The JSON patch of a preset.
pub fn get_preset(id: &PresetId) -> Option<Vec<u8>> {
	let patch = match id.as_ref() {
		DEV_RUNTIME_PRESET => development(),
		LOCAL_TESTNET_RUNTIME_PRESET => local_testnet(),
		MAINNET_RUNTIME_PRESET => mainnet(),
		_ => return None,
	};
	serde_json::to_vec(&patch).ok()
}

/// Why a complete genesis configuration cannot be built, in words.
///
/// Building it panics for the same reasons, but of a panic in the Wasm only a trap reaches the caller. An empty
/// configuration builds, as the SDK's own tests want, but it is no chain and refused here.
pub fn check(config: &[u8]) -> Result<(), String> {
	let genesis: RuntimeGenesisConfig =
		serde_json::from_slice(config).map_err(|error| format!("the genesis is not of this runtime: {error}"))?;
	let timing = genesis.chain_timing.timing();
	timing.check().map_err(|reason| format!("chainTiming: {reason}: {timing:?}"))?;
	let dates = Dates {
		token_generation_event: timing.token_generation_event,
		launch: timing.launch,
		mining_start: timing.launch,
	};
	genesis.btt_token.validate(&dates).map_err(|error| format!("bttToken: {error}"))?;
	genesis.btt_staking.validate().map_err(|error| format!("bttStaking: {error}"))?;
	genesis.mining_rewards.validate().map_err(|error| format!("miningRewards: {error}"))?;
	genesis.governance.validate().map_err(|error| format!("governance: {error}"))?;
	check_validators(&genesis)
}

/// Whoever stakes has session keys, whoever has session keys stakes, and both can pay for it.
fn check_validators(genesis: &RuntimeGenesisConfig) -> Result<(), String> {
	let staking: BTreeSet<_> = genesis.btt_staking.validators.iter().map(|(who, ..)| who).collect();
	let keyed: BTreeSet<_> = genesis.session.keys.iter().map(|(who, ..)| who).collect();
	if let Some(who) = keyed.difference(&staking).next() {
		return Err(format!("session: {who:?} has keys but no stake among the validators of bttStaking"));
	}
	if let Some(who) = staking.difference(&keyed).next() {
		return Err(format!("bttStaking: validator {who:?} has no keys in session"));
	}
	if genesis.fees.founder.as_ref() != genesis.btt_staking.validators.first().map(|(who, ..)| who) {
		return Err("fees: the founder of the development fund must be the first validator of bttStaking".into());
	}
	for (index, (who, stake, _)) in genesis.btt_staking.validators.iter().enumerate() {
		let granted = genesis
			.btt_token
			.beneficiaries
			.iter()
			.chain(&genesis.btt_token.endowments)
			.filter(|(_, account, _)| account == who)
			.fold(0, |sum: Balance, (_, _, amount)| sum.saturating_add(*amount));
		// The first one founds the pots of rewards and of the development fund.
		let pots = if index == 0 { 2 * EXISTENTIAL_DEPOSIT } else { 0 };
		let needed = [SessionKeyDeposit::get(), EXISTENTIAL_DEPOSIT, pots]
			.iter()
			.fold(*stake, |sum, amount| sum.saturating_add(*amount));
		if granted < needed {
			return Err(format!(
				"bttStaking: validator {who:?} is granted {granted} units, and needs {needed} for its stake, the deposit \
				 of its keys and the existential deposit"
			));
		}
	}
	Ok(())
}

/// The names of all presets.
pub fn preset_names() -> Vec<PresetId> {
	[DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET, MAINNET_RUNTIME_PRESET].map(PresetId::from).to_vec()
}
