//! Genesis configurations that the runtime knows by name.
//!
//! `development` and `local_testnet` differ in their validators only: both have short times, well-known keys and
//! endowed test accounts. `mainnet` is a template: whoever starts the chain fills in beneficiaries, endowments,
//! validators and institutions, and without them it does not build.

use crate::{AccountId, RuntimeGenesisConfig, SessionKeys};
use alloc::{format, string::String, vec, vec::Vec};
use btt_primitives::{Allocation, Balance, Moment, BTT, HOUR, MINUTE, TOKEN_GENERATION_EVENT};
use hex_literal::hex;
use pallet_btt_token::Dates;
use serde_json::{json, Value};
use sp_genesis_builder::{PresetId, DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET};
use sp_keyring::{Ed25519Keyring, Sr25519Keyring};

/// The preset that `btt-node mainnet-spec` fills.
pub const MAINNET_RUNTIME_PRESET: &str = "mainnet";

/// 2026-01-01T00:00:00Z: test networks are born after a year of the token economy, when there is room for endowments.
pub const TEST_LAUNCH: Moment = 1_767_225_600_000;

/// What each test account is endowed with, in units.
pub const TEST_ENDOWMENT: Balance = 100_000 * BTT;

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

/// The session keys that a node started with `--alice` and the like has.
pub fn test_session_keys(account: Sr25519Keyring, finality: Ed25519Keyring) -> SessionKeys {
	SessionKeys {
		babe: account.public().into(),
		grandpa: finality.public().into(),
		authority_discovery: account.public().into(),
	}
}

fn timing(slot: Moment, epoch: u64, era: Moment, launch: Moment) -> Value {
	json!({
		"slotDuration": slot,
		"epochLength": epoch,
		"eraDuration": era,
		"tokenGenerationEvent": TOKEN_GENERATION_EVENT,
		"launch": launch,
	})
}

/// A network of the named validators with short times and test accounts, endowed out of the allocations.
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
	json!({
		"chainTiming": timing(1_000, 20, MINUTE, TEST_LAUNCH),
		"babe": { "epochConfig": crate::configs::consensus::EPOCH_CONFIG },
		"bttToken": { "beneficiaries": beneficiaries, "endowments": endowments },
		"session": { "keys": keys },
		"institutions": { "members": members },
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
		"chainTiming": timing(6_000, 2_400, 6 * HOUR, TOKEN_GENERATION_EVENT),
		"babe": { "epochConfig": crate::configs::consensus::EPOCH_CONFIG },
		"bttToken": { "beneficiaries": [], "endowments": [] },
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
	genesis.btt_token.validate(&dates).map_err(|error| format!("bttToken: {error}"))
}

/// The names of all presets.
pub fn preset_names() -> Vec<PresetId> {
	[DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET, MAINNET_RUNTIME_PRESET].map(PresetId::from).to_vec()
}
