//! The client tests of `tests/polkadot-js`, on a network whose validators change meanwhile (SPEC §7, §15, §17).

use crate::harness::{alone, client, client_tests, Network, Node, RECOVERY};
use std::time::Duration;

/// Longer than any of the lists takes, or than an election takes to be effective.
const JOURNEY: Duration = Duration::from_secs(480);

/// What goes on at once, each list in its order. Stake takes minutes to earn and to leave, the others less. No account
/// signs in two of the lists, since both would use the same nonce.
const STAKING: [&str; 1] = ["staking.test.mjs"];
const EVERYDAY: [&str; 3] = ["docs.test.mjs", "economy.test.mjs", "mining.test.mjs"];
const VOTING: [&str; 2] = ["governance.test.mjs", "transfers.test.mjs"];

/// What needs a chain for itself: a pause stops everybody (see `staking`), and in the books of all accounts every
/// transaction must be known (see `fees`).
const ELSEWHERE: [&str; 2] = ["council.test.mjs", "fees.test.mjs"];

async fn in_order(node: &Node, files: &[&str]) {
	let test = ["--test", "--test-concurrency=1", "--test-reporter=spec"];
	client(node, test.iter().chain(files).copied(), JOURNEY).await;
}

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
fn clients_stake_vote_and_pay_while_validators_come_and_go() {
	alone(async {
		let folder = tempfile::tempdir().expect("a temporary folder can be made");
		let network = Network::new(folder.path());
		let grace = Network::validator(folder.path(), &network.spec, "grace", "--validator");
		network.start_all().await;
		grace.start(&network.nodes.each_ref());
		grace.ready().await;
		network.finalises().await;

		let [alice, bob, charlie, _] = &network.nodes;
		tokio::join!(
			in_order(alice, &STAKING),
			in_order(bob, &EVERYDAY),
			in_order(charlie, &VOTING),
			validators_change(&network, &grace),
		);
	});
}

#[test]
fn every_client_test_is_run_by_one_of_these_tests() {
	let mut all = [&STAKING[..], &EVERYDAY, &VOTING, &ELSEWHERE].concat();
	all.sort_unstable();
	assert_eq!(all, client_tests());
}
