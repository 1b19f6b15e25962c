//! The BTT node: validators, full nodes and RPC.

// The errors of the SDK's commands and services are as large as they are.
#![allow(clippy::result_large_err)]

mod chain_spec;
mod cli;
mod command;
mod mainnet;
mod metrics;
mod rpc;
mod service;

use std::process::ExitCode;

fn main() -> ExitCode {
	match command::run() {
		Ok(()) => ExitCode::SUCCESS,
		Err(error) => {
			eprintln!("Error: {error}");
			ExitCode::FAILURE
		}
	}
}
