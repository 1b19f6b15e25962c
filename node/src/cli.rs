//! What the command line offers.

use clap::{Args, Parser};
use std::path::PathBuf;

/// The command line of `btt-node`.
#[derive(Debug, Parser)]
pub struct Cli {
	/// A subcommand; without one, a node runs.
	#[command(subcommand)]
	pub subcommand: Option<Subcommand>,

	/// The options of a running node.
	#[clap(flatten)]
	pub run: sc_cli::RunCmd,

	/// Do not measure the hardware of a validator at startup.
	///
	/// The measurement takes a few seconds and warns when the machine may be too slow to validate. Development chains
	/// never measure.
	#[arg(long)]
	pub no_hardware_benchmarks: bool,

	/// When a node stops for lack of disk space.
	#[clap(flatten)]
	pub storage_monitor: sc_storage_monitor::StorageMonitorParams,
}

/// The subcommands of `btt-node`.
#[derive(Debug, clap::Subcommand)]
pub enum Subcommand {
	/// Generate, inspect and insert keys
	#[command(subcommand)]
	Key(sc_cli::KeySubcommand),

	/// Write a chain spec, plain or raw
	ExportChainSpec(sc_cli::ExportChainSpecCmd),

	/// Write a chain spec to stdout; `export-chain-spec` is its successor
	BuildSpec(sc_cli::BuildSpecCmd),

	/// Make the chain spec of a mainnet from a file of beneficiaries, validators and institutions
	MainnetSpec(MainnetSpecCmd),

	/// Check a block again
	CheckBlock(sc_cli::CheckBlockCmd),

	/// Export blocks to a file
	ExportBlocks(sc_cli::ExportBlocksCmd),

	/// Import blocks from a file
	ImportBlocks(sc_cli::ImportBlocksCmd),

	/// Write the state of a block into a raw chain spec
	ExportState(sc_cli::ExportStateCmd),

	/// Delete a chain's database
	PurgeChain(sc_cli::PurgeChainCmd),

	/// Take back the newest blocks that are not finalised
	Revert(sc_cli::RevertCmd),

	/// Show what a database holds
	ChainInfo(sc_cli::ChainInfoCmd),
}

/// Makes the chain spec of a mainnet.
///
/// The file is JSON; docs/mainnet-genesis.example.json shows its form. Amounts are decimal strings of units, 10^18
/// units to a BTT. Well-known development keys and whatever else would make a broken or unfair genesis are refused, and
/// the genesis is built once before anything is written.
#[derive(Clone, Debug, Args)]
pub struct MainnetSpecCmd {
	/// The JSON file of beneficiaries, endowments, validators and institutions.
	#[arg(value_name = "FILE")]
	pub input: PathBuf,

	/// Where the chain spec goes; stdout by default.
	#[arg(long, value_name = "PATH")]
	pub output: Option<PathBuf>,

	/// Write raw genesis storage: the form to hand out, which depends on no version of the binary.
	#[arg(long)]
	pub raw: bool,
}
