//! The four well-known validators of the `local` network.

use super::{raw_spec, until, when, Node};
use sp_core::H256;
use std::{path::Path, time::Duration};

const NAMES: [&str; 4] = ["alice", "bob", "charlie", "dave"];

/// Long enough for nodes to find each other again and for the voters to catch up.
pub const RECOVERY: Duration = Duration::from_secs(150);

/// The validators of genesis, each connected to the three others.
pub struct Network {
	/// Alice, Bob, Charlie and Dave.
	pub nodes: [Node; 4],
	/// The chain spec that they start from.
	pub spec: String,
}

impl Network {
	/// Makes the network in `folder`, without starting it.
	pub fn new(folder: &Path) -> Self {
		let spec = raw_spec(folder, "local");
		let nodes = NAMES.map(|name| Self::validator(folder, &spec, name, &format!("--{name}")));
		Self { nodes, spec }
	}

	/// Makes a node in `folder` that validates on the chain of `spec`, if `role` gives it the keys for that.
	pub fn validator(folder: &Path, spec: &str, name: &str, role: &str) -> Node {
		Node::new(folder, name, &["--chain", spec, role, "--no-hardware-benchmarks"])
	}

	/// Starts one of the nodes.
	pub fn start(&self, index: usize) {
		let others = self
			.nodes
			.iter()
			.enumerate()
			.filter(|&(other, _)| other != index)
			.map(|(_, node)| node)
			.collect::<Vec<_>>();
		self.nodes[index].start(&others);
	}

	/// Starts all nodes, and waits until each answers.
	pub async fn start_all(&self) {
		for index in 0..NAMES.len() {
			self.start(index);
		}
		for node in &self.nodes {
			node.ready().await;
		}
	}

	/// Waits until all nodes have finalised the first blocks, the same ones.
	pub async fn finalises(&self) {
		Self::agree(&self.nodes.each_ref(), 3, RECOVERY).await;
	}

	/// Waits until each of `nodes` sees a final block of at least `height`, and all see the same one at that height.
	pub async fn agree(nodes: &[&Node], height: u64, limit: Duration) -> H256 {
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
}
