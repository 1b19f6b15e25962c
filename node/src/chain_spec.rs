//! The chains that the node knows by name, and chain specs from files.

use btt_primitives::{DECIMALS, SS58_PREFIX, SYMBOL};
use btt_runtime::opaque::Block;
use sc_chain_spec::{ChainSpecBuilder, ChainSpecExtension, ChainType, GenericChainSpec, Properties};
use serde::{Deserialize, Serialize};
use sp_core::storage::Storage;
use std::path::Path;

/// What the legacy network protocols of every BTT chain are called.
const PROTOCOL_ID: &str = "btt";

/// What clients other than the runtime read from a chain spec.
#[derive(Clone, Default, Serialize, Deserialize, ChainSpecExtension)]
#[serde(rename_all = "camelCase")]
pub struct Extensions {
	/// Blocks that the chain must contain.
	pub fork_blocks: sc_client_api::ForkBlocks<Block>,
	/// Blocks that the chain must not contain.
	pub bad_blocks: sc_client_api::BadBlocks<Block>,
	/// From where light clients start; `sync_state_genSyncSpec` fills it.
	pub light_sync_state: sc_sync_state_rpc::LightSyncStateExtension,
}

/// A chain spec of a BTT chain.
pub type ChainSpec = GenericChainSpec<Extensions>;

/// What wallets show of the token.
pub fn properties() -> Properties {
	let mut properties = Properties::new();
	properties.insert("tokenSymbol".into(), SYMBOL.into());
	properties.insert("tokenDecimals".into(), DECIMALS.into());
	properties.insert("ss58Format".into(), SS58_PREFIX.into());
	properties
}

/// A spec that has everything but its genesis.
pub fn builder(name: &str, id: &str, chain_type: ChainType) -> Result<ChainSpecBuilder<Extensions>, String> {
	let wasm = btt_runtime::WASM_BINARY
		.ok_or("this binary was built without the runtime (SKIP_WASM_BUILD was set); build it again without")?;
	Ok(ChainSpec::builder(wasm, Default::default())
		.with_name(name)
		.with_id(id)
		.with_chain_type(chain_type)
		.with_protocol_id(PROTOCOL_ID)
		.with_properties(properties()))
}

/// One validator, blocks every second.
pub fn development() -> Result<ChainSpec, String> {
	Ok(builder("BTT Development", "btt_dev", ChainType::Development)?
		.with_genesis_config_preset_name(sp_genesis_builder::DEV_RUNTIME_PRESET)
		.build())
}

/// Four validators, run by well-known keys, blocks every second.
pub fn local() -> Result<ChainSpec, String> {
	Ok(builder("BTT Local Testnet", "btt_local", ChainType::Local)?
		.with_genesis_config_preset_name(sp_genesis_builder::LOCAL_TESTNET_RUNTIME_PRESET)
		.build())
}

/// The chain spec that `--chain id` names.
pub fn load(id: &str) -> Result<ChainSpec, String> {
	match id {
		"" => Err("no chain was named; pass `--dev`, `--chain local` or `--chain <path of a chain spec>`".into()),
		"dev" => development(),
		"local" => local(),
		"mainnet" => Err("no mainnet is built in; make its chain spec with `btt-node mainnet-spec <FILE> --raw \
		                  --output <PATH>` and pass `--chain <PATH>`"
			.into()),
		path if !Path::new(path).is_file() => Err(format!(
			"`{path}` is neither a chain that this node knows (`dev`, `local`) nor the path of a chain spec file"
		)),
		path => ChainSpec::from_json_file(path.into()).map_err(|error| format!("chain spec `{path}`: {error}")),
	}
}

/// The genesis of `spec`, or why its runtime builds none.
pub fn genesis(spec: &dyn sc_chain_spec::ChainSpec) -> Result<Storage, String> {
	spec.as_storage_builder().build_storage().map_err(|error| {
		format!("the runtime code of chain spec `{}` builds no genesis: {}", spec.id(), in_short(&error))
	})
}

/// The executor's error without the place in the source, the backtrace and the configuration, which it repeats whole.
fn in_short(error: &str) -> &str {
	let error = error.split(" for blob:").next().unwrap_or(error);
	let error = error.split("WASM backtrace").next().unwrap_or(error);
	let message = error.split_once("panicked at ").and_then(|(_, panic)| panic.split_once('\n'));
	message.map_or(error, |(_place, message)| message).trim()
}

#[cfg(test)]
mod tests {
	use super::*;
	use serde_json::{json, Value};
	use sp_runtime::BuildStorage;
	use std::sync::LazyLock;

	/// The development chain as it is exported; running the runtime for it takes its time.
	static PLAIN: LazyLock<String> = LazyLock::new(|| development().unwrap().as_json(false).unwrap());

	fn plain() -> Value {
		serde_json::from_str(&PLAIN).unwrap()
	}

	fn error(id: &str) -> String {
		load(id).err().expect("must be refused")
	}

	#[test]
	fn the_local_chain_has_a_genesis() {
		assert!(local().unwrap().build_storage().unwrap().top.len() > 10);
	}

	#[test]
	fn wallets_are_told_symbol_decimals_and_address_format() {
		assert_eq!(plain()["properties"], json!({ "tokenSymbol": "BTT", "tokenDecimals": 18, "ss58Format": 2100 }));
	}

	#[test]
	fn an_exported_spec_loads_again_with_the_same_genesis() {
		let load_file = |content: &str| {
			let file = tempfile::NamedTempFile::new().unwrap();
			std::fs::write(file.path(), content).unwrap();
			let spec = load(file.path().to_str().unwrap()).unwrap();
			assert_eq!(spec.id(), "btt_dev");
			(spec.build_storage().unwrap().top, spec.as_json(true).unwrap())
		};
		let (genesis, raw) = load_file(&PLAIN);
		assert!(genesis.len() > 10);
		assert_eq!(load_file(&raw), (genesis, raw.clone()));
	}

	#[test]
	fn a_chain_must_be_named() {
		assert!(error("").contains("--chain local"));
	}

	#[test]
	fn a_mainnet_is_made_and_not_built_in() {
		assert!(error("mainnet").contains("btt-node mainnet-spec"));
	}

	#[test]
	fn an_unknown_name_is_refused() {
		assert!(error("no-such-chain").contains("`no-such-chain` is neither a chain"));
	}

	#[test]
	fn the_reason_of_a_refused_genesis_is_short() {
		assert_eq!(
			in_short(
				"wasm call error Execution aborted due to panic: panicked at src/lib.rs:1:2:\nit is wrong\nWASM backtrace:\n\n  0: x"
			),
			"it is wrong"
		);
		assert_eq!(in_short("Invalid JSON blob: no field for blob:\n{}"), "Invalid JSON blob: no field");
		assert_eq!(in_short("wasm call error"), "wasm call error");
	}

	#[test]
	fn a_spec_whose_runtime_is_none_has_no_genesis() {
		for code in ["0x", "0x0011"] {
			let mut json = plain();
			json["genesis"]["runtimeGenesis"]["code"] = code.into();
			let spec = ChainSpec::from_json_bytes(json.to_string().into_bytes()).unwrap();
			assert!(genesis(&spec).unwrap_err().starts_with("the runtime code of chain spec `btt_dev`"));
		}
	}

	#[test]
	fn a_malformed_file_is_refused() {
		let file = tempfile::NamedTempFile::new().unwrap();
		for content in ["", "not json", "{}", r#"{"name": "x", "id": "x", "bootNodes": []}"#] {
			std::fs::write(file.path(), content).unwrap();
			let path = file.path().to_str().unwrap();
			assert!(error(path).contains(path), "{content}");
		}
	}
}
