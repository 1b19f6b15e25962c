//! Stake on networks of real nodes: who validates, who earns, who is slashed (SPEC §7, §15).

use crate::harness::{alone, client, client_tests, until, value_key, when, Network, Node, RECOVERY};
use std::time::{Duration, Instant};

/// Longer than stake takes to earn and to leave, or than an election takes to be effective.
const JOURNEY: Duration = Duration::from_secs(480);

/// An epoch is 20 slots of 1 s.
const EPOCH: Duration = Duration::from_secs(20);

/// The fifth validator, with a node and keys of its own, comes; one of the first four goes.
///
/// Nobody else uses the accounts of the two, and neither is the candidate that a client finds first.
async fn validators_change(network: &Network, grace: &Node) {
	let said = client(grace, ["validator.mjs", "join", "Grace"], JOURNEY).await;
	assert!(said.contains("authored block"), "{said}");
	let [.., dave] = &network.nodes;
	client(dave, ["validator.mjs", "leave", "Dave"], JOURNEY).await;

	// Without Dave, whose node may stop now, the four others finalise.
	dave.kill();
	let [alice, bob, charlie, _] = &network.nodes;
	let height = alice.best().await + 5;
	Network::agree(&[alice, bob, charlie, grace], height, RECOVERY).await;
}

#[test]
fn stake_earns_and_leaves_and_elects_validators_while_clients_go_on() {
	alone(async {
		let folder = tempfile::tempdir().expect("a temporary folder can be made");
		let network = Network::new(folder.path());
		let grace = Network::validator(folder.path(), &network.spec, "grace", "--validator");
		network.start_all().await;
		grace.start(&network.nodes.each_ref());
		grace.ready().await;
		network.finalises().await;

		// Stake needs minutes to earn and to leave; what else clients do is done meanwhile.
		let [alice, bob, ..] = &network.nodes;
		let others = client_tests().into_iter().filter(|file| file != "staking.test.mjs");
		let test = ["--test", "--test-concurrency=1", "--test-reporter=spec"].map(String::from);
		tokio::join!(
			client(alice, ["--test-reporter=spec", "staking.test.mjs"], JOURNEY),
			client(bob, test.into_iter().chain(others), JOURNEY),
			validators_change(&network, &grace),
		);
	});
}

/// A second node with Dave's keys makes it sign two blocks in a slot and vote twice in a round.
async fn dave_equivocates(network: &Network, twin: &Node) {
	let [alice, bob, charlie, dave] = &network.nodes;
	twin.start(&[alice, bob, charlie, dave]);
	client(alice, ["slash.mjs", "report", "Dave"], JOURNEY).await;
	twin.kill();
	let height = alice.best().await + 2;
	Network::agree(&network.nodes.each_ref(), height, RECOVERY).await;
}

async fn session(node: &Node) -> u32 {
	let (block, _) = node.finalised_block().await;
	node.storage(&value_key("Session", "CurrentIndex"), block).await.unwrap_or_default()
}

/// No node runs for longer than an epoch, so that a whole one has no block. Returns the session that was under way.
async fn all_stop_and_go_on(network: &Network) -> u32 {
	let [alice, ..] = &network.nodes;
	let ended = session(alice).await;
	let (block, height) = alice.finalised_block().await;
	for node in &network.nodes {
		node.kill();
	}
	// Only time itself can pass an epoch: slots are counted by the clock.
	let stopped = Instant::now();
	let wanted = EPOCH + Duration::from_secs(5);
	tokio::time::sleep(wanted).await;
	assert!(stopped.elapsed() >= wanted);

	network.start_all().await;
	assert_eq!(alice.hash_at(height).await, Some(block), "a final block was reverted");
	let tip = alice.best().await;
	Network::agree(&network.nodes.each_ref(), tip + 3, RECOVERY).await;
	ended
}

#[test]
fn a_validator_that_equivocates_is_slashed_and_a_stop_longer_than_an_epoch_is_survived() {
	alone(async {
		let folder = tempfile::tempdir().expect("a temporary folder can be made");
		let network = Network::new(folder.path());
		let twin = Network::validator(folder.path(), &network.spec, "twin", "--dave");
		network.start_all().await;
		network.finalises().await;
		dave_equivocates(&network, &twin).await;
		let ended = all_stop_and_go_on(&network).await;
		let [alice, ..] = &network.nodes;
		client(alice, ["slash.mjs", "apply", "Dave"], JOURNEY).await;
		until("sessions go on", RECOVERY, async || {
			let now = session(alice).await;
			when(now >= ended + 2, || format!("session {now}, {ended} before the stop"))
		})
		.await;
		let height = alice.best().await + 2;
		Network::agree(&network.nodes.each_ref(), height, RECOVERY).await;
	});
}
