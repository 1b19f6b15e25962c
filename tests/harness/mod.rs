//! What the tests share: running nodes, speaking to them, waiting for them.

mod client;
mod network;
mod node;
mod rpc;
mod transfer;
mod wire;

pub use client::{client, client_tests};
pub use network::{Network, RECOVERY};
pub use node::{btt_node, raw_spec, run, Finished, Node};
pub use rpc::Refusal;
pub use transfer::{draft, transfer, transfer_call};
pub use wire::{account_key, value_key, Account, Draft};

use std::{
	future::Future,
	sync::{Mutex, PoisonError},
	time::{Duration, Instant},
};

/// Longer than a loaded machine needs from the start of a process to its first answer.
pub const START: Duration = Duration::from_secs(180);

/// Longer than a loaded machine needs for a few blocks and their finality.
pub const BLOCKS: Duration = Duration::from_secs(90);

/// Runs `test`, which starts a network, while no other network runs. One node may run beside it.
pub fn alone(test: impl Future<Output = ()>) {
	static NETWORK: Mutex<()> = Mutex::new(());
	in_turn(&NETWORK, test);
}

/// Runs `test`, which starts one node at most, beside whatever network runs, but no other such test.
pub fn beside(test: impl Future<Output = ()>) {
	static NODE: Mutex<()> = Mutex::new(());
	in_turn(&NODE, test);
}

fn in_turn(turns: &Mutex<()>, test: impl Future<Output = ()>) {
	let _turn = turns.lock().unwrap_or_else(PoisonError::into_inner);
	tokio::runtime::Builder::new_current_thread()
		.enable_all()
		.build()
		.expect("a runtime for one thread can be built")
		.block_on(test)
}

/// Asks `probe` until it has an answer; panics with what it said last when `limit` has passed.
pub async fn until<T>(what: &str, limit: Duration, mut probe: impl AsyncFnMut() -> Result<T, String>) -> T {
	let started = Instant::now();
	loop {
		let seen = match probe().await {
			Ok(answer) => return answer,
			Err(seen) => seen,
		};
		assert!(started.elapsed() < limit, "{what}: not within {limit:?}; last seen: {seen}");
		tokio::time::sleep(Duration::from_millis(200)).await;
	}
}

/// The end of a probe that waits for `done`.
pub fn when(done: bool, seen: impl FnOnce() -> String) -> Result<(), String> {
	if done {
		Ok(())
	} else {
		Err(seen())
	}
}
