//! Four validators: what they survive, who may join them, and how their runtime is upgraded (SPEC §15).

use crate::harness::{alone, client, until, when, Network, Node, BLOCKS, RECOVERY};
use jsonrpsee::rpc_params;
use serde_json::Value;
use std::{path::Path, time::Duration};

/// Longer than a loaded machine takes from the proposal of an upgrade to the first transaction after it.
const UPGRADE: Duration = Duration::from_secs(480);

async fn one_may_die_and_catches_up(network: &Network) {
	let [alice, bob, charlie, dave] = &network.nodes;
	let died_at = dave.finalised().await;
	dave.kill();
	let height = alice.finalised().await + 8;
	Network::agree(&[alice, bob, charlie], height, RECOVERY).await;

	network.start(3);
	dave.ready().await;
	let kept = dave.finalised().await;
	assert!(kept >= died_at, "dave has lost final blocks: {kept} of {died_at}");
	let height = alice.finalised().await + 2;
	Network::agree(&network.nodes.each_ref(), height, RECOVERY).await;
}

async fn two_may_not_die_but_may_come_back(network: &Network) {
	let [alice, bob, charlie, dave] = &network.nodes;
	charlie.kill();
	dave.kill();

	// Votes that were under way may still finalise something.
	let started = alice.best().await;
	grow(network, started + 4).await;
	let (block, height) = alice.finalised_block().await;
	let seen_by_bob = bob.finalised().await;
	grow(network, started + 12).await;
	assert_eq!(alice.finalised_block().await, (block, height), "two of four have finalised a block");
	assert_eq!(bob.finalised().await, seen_by_bob, "two of four have finalised a block");

	network.start(2);
	network.start(3);
	charlie.ready().await;
	dave.ready().await;
	assert_eq!(alice.hash_at(height).await, Some(block), "a final block was reverted");
	let tip = alice.best().await;
	Network::agree(&network.nodes.each_ref(), tip, RECOVERY).await;
}

async fn grow(network: &Network, height: u64) {
	for node in &network.nodes[..2] {
		until(&format!("{} builds on up to {height}", node.name()), BLOCKS, async || {
			let best = node.best().await;
			when(best >= height, || format!("best {best}"))
		})
		.await;
	}
}

async fn a_newcomer_warps(network: &Network, folder: &Path) -> Node {
	let newcomer = Node::new(folder, "eve", &["--chain", &network.spec, "--sync", "warp"]);
	newcomer.start(&network.nodes.each_ref());
	newcomer.ready().await;
	until("eve finishes its warp and state sync", RECOVERY, async || {
		let log = newcomer.log();
		assert!(!log.contains("full sync"), "eve gave up warp sync");
		let done = ["Warp sync is complete", "State sync is complete"].iter().all(|step| log.contains(step));
		let peers = newcomer.peers().await;
		when(done, || format!("{peers} peers"))
	})
	.await;
	let next = network.nodes[0].finalised().await + 2;
	let block = Network::agree(&[&network.nodes[0], &newcomer], next, RECOVERY).await;
	let (issued, ..): (u128, u128, u128, u128, u128) = newcomer.runtime_api("TokenomicsApi_supply", &[], block).await;
	assert_eq!(issued, 210_000_000 * 10u128.pow(18));

	let first = network.nodes[0].hash_at(1).await;
	until("eve fetches the blocks that it skipped", RECOVERY, async || {
		let fetched = newcomer.hash_at(1).await;
		when(fetched == first, || format!("block 1 is {fetched:?}"))
	})
	.await;
	newcomer
}

/// An epoch is 20 s here, so that the newcomer, which looks on, also has to follow into an epoch of which its warp
/// sync has told it nothing.
async fn an_epoch_has_passed_since(network: &Network, newcomer: &Node, joined: u64) {
	let height = joined + 20;
	until("an epoch passes", BLOCKS, async || {
		let finalised = newcomer.finalised().await;
		when(finalised >= height, || format!("finalised {finalised} of {height}"))
	})
	.await;
	Network::agree(&[&network.nodes[0], newcomer], height, RECOVERY).await;
}

async fn version(node: &Node) -> u64 {
	let version: Value = node.call("state_getRuntimeVersion", rpc_params![]).await;
	version["specVersion"].as_u64().expect("a version is a number")
}

/// The institutions decide it; what they and everybody else see of it is in `upgrade.mjs`. Returns the version after it.
async fn a_referendum_upgrades_the_runtime(network: &Network) -> u64 {
	let wasm = btt_next_runtime::WASM_BINARY_PATH.expect("this test needs the Wasm: build it without SKIP_WASM_BUILD");
	let alice = &network.nodes[0];
	let next = version(alice).await + 1;
	client(alice, ["upgrade.mjs", wasm], UPGRADE).await;
	next
}

/// All validators, and the newcomer that only looks on, have changed to the next version and see the same final blocks.
async fn all_go_on_with(next: u64, network: &Network, newcomer: &Node) {
	let nodes = network.nodes.iter().chain([newcomer]).collect::<Vec<_>>();
	let height = network.nodes[0].best().await + 4;
	Network::agree(&nodes, height, RECOVERY).await;
	for node in nodes {
		assert_eq!(version(node).await, next, "{} runs another version", node.name());
	}
}

#[test]
fn validators_outlive_power_cuts_a_newcomer_joins_by_warp_sync_and_a_referendum_upgrades_the_runtime() {
	alone(async {
		let folder = tempfile::tempdir().expect("a temporary folder can be made");
		let network = Network::new(folder.path());
		network.start_all().await;
		network.finalises().await;
		one_may_die_and_catches_up(&network).await;
		let newcomer = a_newcomer_warps(&network, folder.path()).await;
		let joined = newcomer.finalised().await;
		two_may_not_die_but_may_come_back(&network).await;
		// Only blocks are waited for here, so both can be at once.
		let ((), next) = tokio::join!(
			an_epoch_has_passed_since(&network, &newcomer, joined),
			a_referendum_upgrades_the_runtime(&network),
		);
		all_go_on_with(next, &network, &newcomer).await;
	});
}
