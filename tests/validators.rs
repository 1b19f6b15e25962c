//! Four validators: what they survive, and who may join them (SPEC §15).

use crate::harness::{alone, raw_spec, until, when, Node, BLOCKS};
use sp_core::H256;
use std::{path::Path, time::Duration};

const NAMES: [&str; 4] = ["alice", "bob", "charlie", "dave"];

/// Long enough for nodes to find each other again and for the voters to catch up.
const RECOVERY: Duration = Duration::from_secs(150);

struct Validators {
	nodes: [Node; 4],
	spec: String,
}

impl Validators {
	fn new(folder: &Path) -> Self {
		let spec = raw_spec(folder, "local");
		let nodes = NAMES
			.map(|name| Node::new(folder, name, &["--chain", &spec, &format!("--{name}"), "--no-hardware-benchmarks"]));
		Self { nodes, spec }
	}

	fn start(&self, index: usize) {
		let others = self
			.nodes
			.iter()
			.enumerate()
			.filter(|&(other, _)| other != index)
			.map(|(_, node)| node)
			.collect::<Vec<_>>();
		self.nodes[index].start(&others);
	}

	/// Waits until each of `nodes` sees a final block of at least `height`, and all see the same one at that height.
	async fn agree(nodes: &[&Node], height: u64, limit: Duration) -> H256 {
		let mut hashes = Vec::new();
		for node in nodes {
			until(&format!("{} sees block {height} as final", node.name()), limit, async || {
				let finalised = node.finalised().await;
				when(finalised >= height, || format!("finalised {finalised}"))
			})
			.await;
			hashes.push(node.hash_at(height).await.expect("a final block is there"));
		}
		assert!(hashes.windows(2).all(|pair| pair[0] == pair[1]), "different blocks at {height}: {hashes:?}");
		hashes[0]
	}

	async fn all_finalise(&self) {
		for index in 0..NAMES.len() {
			self.start(index);
		}
		for node in &self.nodes {
			node.ready().await;
		}
		Self::agree(&self.nodes.each_ref(), 3, RECOVERY).await;
	}

	async fn one_may_die_and_catches_up(&self) {
		let [alice, bob, charlie, dave] = &self.nodes;
		let died_at = dave.finalised().await;
		dave.kill();
		let height = alice.finalised().await + 8;
		Self::agree(&[alice, bob, charlie], height, RECOVERY).await;

		self.start(3);
		dave.ready().await;
		let kept = dave.finalised().await;
		assert!(kept >= died_at, "dave has lost final blocks: {kept} of {died_at}");
		let height = alice.finalised().await + 2;
		Self::agree(&self.nodes.each_ref(), height, RECOVERY).await;
	}

	async fn two_may_not_die_but_may_come_back(&self) {
		let [alice, bob, charlie, dave] = &self.nodes;
		charlie.kill();
		dave.kill();

		// Votes that were under way may still finalise something.
		let started = alice.best().await;
		self.grow(started + 4).await;
		let (block, height) = alice.finalised_block().await;
		let seen_by_bob = bob.finalised().await;
		self.grow(started + 12).await;
		assert_eq!(alice.finalised_block().await, (block, height), "two of four have finalised a block");
		assert_eq!(bob.finalised().await, seen_by_bob, "two of four have finalised a block");

		self.start(2);
		self.start(3);
		charlie.ready().await;
		dave.ready().await;
		assert_eq!(alice.hash_at(height).await, Some(block), "a final block was reverted");
		let tip = alice.best().await;
		Self::agree(&self.nodes.each_ref(), tip, RECOVERY).await;
	}

	async fn grow(&self, height: u64) {
		for node in &self.nodes[..2] {
			until(&format!("{} builds on up to {height}", node.name()), BLOCKS, async || {
				let best = node.best().await;
				when(best >= height, || format!("best {best}"))
			})
			.await;
		}
	}

	async fn a_newcomer_warps(&self, folder: &Path) -> Node {
		let newcomer = Node::new(folder, "eve", &["--chain", &self.spec, "--sync", "warp"]);
		newcomer.start(&self.nodes.each_ref());
		newcomer.ready().await;
		until("eve finishes its warp and state sync", RECOVERY, async || {
			let log = newcomer.log();
			assert!(!log.contains("full sync"), "eve gave up warp sync");
			let done = ["Warp sync is complete", "State sync is complete"].iter().all(|step| log.contains(step));
			let peers = newcomer.peers().await;
			when(done, || format!("{peers} peers"))
		})
		.await;
		let next = self.nodes[0].finalised().await + 2;
		let block = Self::agree(&[&self.nodes[0], &newcomer], next, RECOVERY).await;
		let (issued, ..): (u128, u128, u128, u128, u128) =
			newcomer.runtime_api("TokenomicsApi_supply", &[], block).await;
		assert_eq!(issued, 210_000_000 * 10u128.pow(18));

		let first = self.nodes[0].hash_at(1).await;
		until("eve fetches the blocks that it skipped", RECOVERY, async || {
			let fetched = newcomer.hash_at(1).await;
			when(fetched == first, || format!("block 1 is {fetched:?}"))
		})
		.await;
		newcomer
	}

	/// An epoch is 20 s here, so that the newcomer, which looks on, also has to follow into an epoch of which its warp
	/// sync has told it nothing.
	async fn an_epoch_has_passed_since(&self, newcomer: &Node, joined: u64) {
		let height = joined + 20;
		until("an epoch passes", BLOCKS, async || {
			let finalised = newcomer.finalised().await;
			when(finalised >= height, || format!("finalised {finalised} of {height}"))
		})
		.await;
		Self::agree(&[&self.nodes[0], newcomer], height, RECOVERY).await;
	}
}

#[test]
fn validators_outlive_power_cuts_and_a_newcomer_joins_by_warp_sync() {
	alone(async {
		let folder = tempfile::tempdir().expect("a temporary folder can be made");
		let validators = Validators::new(folder.path());
		validators.all_finalise().await;
		validators.one_may_die_and_catches_up().await;
		let newcomer = validators.a_newcomer_warps(folder.path()).await;
		let joined = newcomer.finalised().await;
		validators.two_may_not_die_but_may_come_back().await;
		validators.an_epoch_has_passed_since(&newcomer, joined).await;
	});
}
