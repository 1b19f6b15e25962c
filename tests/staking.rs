//! What a network of validators survives: equivocation, a stop of all its nodes, a pause (SPEC §7, §8, §15).

use crate::harness::{alone, client, until, value_key, when, Network, Node, RECOVERY};
use std::time::{Duration, Instant};

/// Longer than a slash takes to fall due, or a referendum to end a pause.
const JOURNEY: Duration = Duration::from_secs(480);

/// An epoch is 20 slots of 1 s.
const EPOCH: Duration = Duration::from_secs(20);

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

/// Nobody can do anything else in the pause, so it needs a network for itself; here it passes while a slash has to wait.
async fn a_pause_ends(node: &Node) {
	let said = client(node, ["--test-reporter=spec", "council.test.mjs"], JOURNEY).await;
	// Where the council has to rest it cannot be run, and skips itself.
	assert!(said.contains("the pause ended with block"), "{said}");
}

#[test]
fn a_validator_that_equivocates_is_slashed_and_a_stop_longer_than_an_epoch_and_a_pause_are_survived() {
	alone(async {
		let folder = tempfile::tempdir().expect("a temporary folder can be made");
		let network = Network::new(folder.path());
		let twin = Network::validator(folder.path(), &network.spec, "twin", "--dave");
		network.start_all().await;
		network.finalises().await;
		dave_equivocates(&network, &twin).await;
		let ended = all_stop_and_go_on(&network).await;
		let [alice, bob, ..] = &network.nodes;
		a_pause_ends(bob).await;
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
