//! Runs what the command line asks for.

use crate::{
	chain_spec,
	cli::{Cli, MainnetSpecCmd, Subcommand},
	mainnet::Mainnet,
	service::{self, FullBackend, FullClient, Partial},
};
use btt_primitives::SS58_PREFIX;
use btt_runtime::opaque::Block;
use sc_cli::{KeySubcommand, Result, SubstrateCli};
use sc_network::{config::NetworkBackendType, Litep2pNetworkBackend, NetworkWorker};
use sc_service::PartialComponents;
use sp_core::crypto::{set_default_ss58_version, Ss58AddressFormat};
use std::{fs, io::Write, sync::Arc};

impl SubstrateCli for Cli {
	fn impl_name() -> String {
		"BTT Node".into()
	}

	fn impl_version() -> String {
		env!("SUBSTRATE_CLI_IMPL_VERSION").into()
	}

	fn description() -> String {
		env!("CARGO_PKG_DESCRIPTION").into()
	}

	fn author() -> String {
		env!("CARGO_PKG_AUTHORS").into()
	}

	fn support_url() -> String {
		"the documentation that came with this binary (docs/operators.md)".into()
	}

	fn copyright_start_year() -> i32 {
		2025
	}

	fn load_spec(&self, id: &str) -> std::result::Result<Box<dyn sc_service::ChainSpec>, String> {
		chain_spec::load(id).map(|spec| Box::new(spec) as Box<_>)
	}
}

/// Parse the command line and do what it says.
pub fn run() -> Result<()> {
	set_default_ss58_version(Ss58AddressFormat::custom(SS58_PREFIX));
	let cli = Cli::from_args();

	match &cli.subcommand {
		None => run_node(cli),
		Some(Subcommand::Key(KeySubcommand::GenerateNodeKey(cmd)))
			if cmd.chain.is_none() && !writes_into_base_path(std::env::args()) =>
		{
			cmd.run("", &Cli::executable_name())
		}
		Some(Subcommand::Key(cmd)) => cmd.run(&cli),
		Some(Subcommand::ExportChainSpec(cmd)) => cmd.run(cli.load_spec(&cmd.chain)?),
		Some(Subcommand::MainnetSpec(cmd)) => write_mainnet_spec(cmd),
		Some(Subcommand::BuildSpec(cmd)) => {
			let runner = cli.create_runner(cmd)?;
			runner.sync_run(|config| cmd.run(config.chain_spec, config.network))
		}
		Some(Subcommand::CheckBlock(cmd)) => {
			let runner = cli.create_runner(cmd)?;
			runner.async_run(|config| {
				let PartialComponents { client, task_manager, import_queue, .. } = service::new_partial(&config)?;
				Ok((cmd.run(client, import_queue), task_manager))
			})
		}
		Some(Subcommand::ExportBlocks(cmd)) => {
			let runner = cli.create_runner(cmd)?;
			runner.async_run(|config| {
				let PartialComponents { client, task_manager, .. } = service::new_partial(&config)?;
				Ok((cmd.run(client, config.database), task_manager))
			})
		}
		Some(Subcommand::ImportBlocks(cmd)) => {
			let runner = cli.create_runner(cmd)?;
			runner.async_run(|config| {
				let PartialComponents { client, task_manager, import_queue, .. } = service::new_partial(&config)?;
				Ok((cmd.run(client, import_queue), task_manager))
			})
		}
		Some(Subcommand::ExportState(cmd)) => {
			let runner = cli.create_runner(cmd)?;
			runner.async_run(|config| {
				let PartialComponents { client, task_manager, .. } = service::new_partial(&config)?;
				Ok((cmd.run(client, config.chain_spec), task_manager))
			})
		}
		Some(Subcommand::PurgeChain(cmd)) => {
			let runner = cli.create_runner(cmd)?;
			runner.sync_run(|config| cmd.run(config.database))
		}
		Some(Subcommand::Revert(cmd)) => {
			let runner = cli.create_runner(cmd)?;
			runner.async_run(|config| {
				let Partial { client, task_manager, backend, .. } = service::new_partial(&config)?;
				Ok((cmd.run(client, backend, Some(Box::new(revert_consensus))), task_manager))
			})
		}
		Some(Subcommand::ChainInfo(cmd)) => {
			let runner = cli.create_runner(cmd)?;
			runner.sync_run(|config| cmd.run::<Block>(&config))
		}
	}
}

fn run_node(cli: Cli) -> Result<()> {
	let runner = cli.create_runner(&cli.run)?;
	runner.run_node_until_exit(|config| async move {
		let task_manager = match config.network.network_backend {
			NetworkBackendType::Litep2p => service::new_full::<Litep2pNetworkBackend>(config, cli),
			NetworkBackendType::Libp2p => service::new_full::<NetworkWorker<_, _>>(config, cli),
		}?;
		Ok(task_manager)
	})
}

/// What BABE and GRANDPA keep beside the blocks has to go back together with them.
fn revert_consensus(
	client: Arc<FullClient>,
	backend: Arc<FullBackend>,
	blocks: btt_runtime::BlockNumber,
) -> Result<()> {
	sc_consensus_babe::revert(client.clone(), backend, blocks)?;
	sc_consensus_grandpa::revert(client, blocks)?;
	Ok(())
}

/// Whether `key generate-node-key` has to know the chain: the directory of a node is named after it.
fn writes_into_base_path(mut args: impl Iterator<Item = String>) -> bool {
	args.any(|arg| arg == "--default-base-path" || arg == "--base-path" || arg.starts_with("--base-path="))
}

fn write_mainnet_spec(cmd: &MainnetSpecCmd) -> Result<()> {
	let path = cmd.input.display();
	let input = fs::read_to_string(&cmd.input).map_err(|error| format!("`{path}` cannot be read: {error}"))?;
	let spec = Mainnet::parse(&input)
		.and_then(|mainnet| mainnet.chain_spec(cmd.raw))
		.map_err(|error| format!("`{path}` makes no mainnet: {error}"))?;
	match &cmd.output {
		Some(output) => {
			fs::write(output, spec).map_err(|error| format!("`{}` cannot be written: {error}", output.display()))?
		}
		None => std::io::stdout().write_all(spec.as_bytes())?,
	}
	Ok(())
}

#[cfg(test)]
mod tests {
	use super::*;
	use clap::CommandFactory;

	fn args<const N: usize>(args: [&str; N]) -> impl Iterator<Item = String> {
		args.map(String::from).into_iter()
	}

	#[test]
	fn the_command_line_is_well_formed() {
		Cli::command().debug_assert();
	}

	#[test]
	fn a_node_key_needs_a_chain_only_in_a_base_path() {
		assert!(!writes_into_base_path(args(["key", "generate-node-key", "--file", "x"])));
		assert!(writes_into_base_path(args(["key", "generate-node-key", "--base-path", "x"])));
		assert!(writes_into_base_path(args(["key", "generate-node-key", "--base-path=x"])));
		assert!(writes_into_base_path(args(["key", "generate-node-key", "--default-base-path"])));
	}

	#[test]
	fn every_subcommand_is_there() {
		for name in [
			"key",
			"export-chain-spec",
			"build-spec",
			"mainnet-spec",
			"check-block",
			"export-blocks",
			"import-blocks",
			"export-state",
			"purge-chain",
			"revert",
			"chain-info",
		] {
			assert!(Cli::command().find_subcommand(name).is_some(), "{name}");
		}
	}
}
