//! The clinics' client: the tests of `tests/polkadot-js` against a dev node.

use crate::harness::{alone, run, until, when, Node, BLOCKS};
use std::{path::Path, process::Command, time::Duration};

#[test]
fn clients_built_on_polkadot_js_work() {
	alone(async {
		let client = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/polkadot-js");
		assert!(client.join("node_modules/@polkadot/api").is_dir(), "run scripts/setup: the Node packages are missing");

		let folder = tempfile::tempdir().expect("a temporary folder can be made");
		let node = Node::dev(folder.path());
		node.start(&[]);
		node.ready().await;
		until("a block is final", BLOCKS, async || {
			let finalised = node.finalised().await;
			when(finalised > 0, || format!("finalised {finalised}"))
		})
		.await;

		let mut command = Command::new("npm");
		command.args(["test", "--silent"]).current_dir(client).env("BTT_WS", node.websocket());
		let finished = run(&mut command, "", Duration::from_secs(240));
		node.assert_running();
		assert!(finished.status.success(), "{}\n{}\n{}", finished.status, finished.stdout, finished.stderr);
	});
}
