//! A validator that loses power while it makes blocks.

use crate::harness::{beside, transfer, until, when, Node, BLOCKS};
use sp_keyring::Sr25519Keyring::{Alice, Ferdie};

const VALUE: u128 = 7_000_000_000_000_000_001;

#[test]
fn a_dev_node_that_is_killed_goes_on_and_has_lost_nothing_that_was_final() {
	beside(async {
		let folder = tempfile::tempdir().expect("a temporary folder can be made");
		let node = Node::dev(folder.path());
		node.start(&[]);
		node.ready().await;
		let mut expected = None;
		for round in 1..=2 {
			let (hash, _) = until("the first block becomes final", BLOCKS, async || {
				let block = node.finalised_block().await;
				when(block.1 > 0, || "genesis".into()).map(|()| block)
			})
			.await;
			let before = node.account(&Ferdie.to_account_id(), hash).await;
			let expected_free = expected.unwrap_or(before.free) + VALUE;
			transfer(&node, &Alice.pair(), &Ferdie.to_account_id(), VALUE).await.expect("Alice has tokens");
			let (hash, height) = until("the transfer becomes final", BLOCKS, async || {
				let (hash, height) = node.finalised_block().await;
				let free = node.account(&Ferdie.to_account_id(), hash).await.free;
				when(free == expected_free, || format!("{free} at {height}")).map(|()| (hash, height))
			})
			.await;
			expected = Some(expected_free);

			// Not at a quiet moment: the next blocks are on their way while the process dies.
			let best = node.best().await;
			until("another block", BLOCKS, async || {
				let now = node.best().await;
				when(now > best, || format!("best {now}"))
			})
			.await;
			node.kill();
			node.start(&[]);
			node.ready().await;

			assert_eq!(node.hash_at(height).await, Some(hash), "round {round}: a final block has changed");
			let (hash, kept) = node.finalised_block().await;
			assert!(kept >= height, "round {round}: finality fell from {height} to {kept}");
			assert_eq!(node.account(&Ferdie.to_account_id(), hash).await.free, expected_free, "round {round}");
			until("finality goes on", BLOCKS, async || {
				let now = node.finalised().await;
				when(now > kept + 2, || format!("finalised {now}, after the restart {kept}"))
			})
			.await;
		}
	});
}
