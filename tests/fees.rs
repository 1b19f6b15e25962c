//! Where fees go, through polkadot.js and to the unit (SPEC §6, §7, §9).

use crate::harness::{beside, client, Node};
use std::time::Duration;

/// Longer than a thousand transactions take, and stake to mature, to earn and to leave.
const JOURNEY: Duration = Duration::from_secs(480);

#[test]
fn a_thousand_transactions_add_up_to_the_balances_of_the_pots() {
	beside(async {
		let folder = tempfile::tempdir().expect("a temporary folder can be made");
		let node = Node::dev(folder.path());
		node.start(&[]);
		node.ready().await;
		let said = client(&node, ["--test-reporter=spec", "fees.test.mjs"], JOURNEY).await;
		// A chain on which it cannot be run skips it.
		assert!(said.contains("1000 transactions are final"), "{said}");
	});
}
