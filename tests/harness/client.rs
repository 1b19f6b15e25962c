//! The programs of `tests/polkadot-js`.

use super::{run, Node};
use std::{
	path::{Path, PathBuf},
	process::Command,
	time::Duration,
};

/// The folder of the client programs, with their packages installed.
fn client_folder() -> PathBuf {
	let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/polkadot-js");
	assert!(folder.join("node_modules/@polkadot/api").is_dir(), "run scripts/setup: the Node packages are missing");
	folder
}

/// Runs `node ARGUMENTS` as a client of `node` while other things go on. It must succeed within `limit`; returns what it
/// printed.
pub async fn client<I: IntoIterator<Item: Into<String>>>(node: &Node, arguments: I, limit: Duration) -> String {
	let arguments = arguments.into_iter().map(Into::into).collect::<Vec<String>>();
	let mut command = Command::new("node");
	command.args(&arguments).current_dir(client_folder()).env("BTT_WS", node.websocket());
	// The thread lives until the process has ended, which dies with the thread that started it.
	let finished = tokio::task::spawn_blocking(move || run(&mut command, "", limit)).await;
	let finished = finished.unwrap_or_else(|error| panic!("{arguments:?}: {error}"));
	node.assert_running();
	assert!(finished.status.success(), "{arguments:?}: {}\n{}\n{}", finished.status, finished.stdout, finished.stderr);
	finished.stdout
}

/// The files of tests among them, by name.
pub fn client_tests() -> Vec<String> {
	let entries = client_folder().read_dir().expect("the folder of the client programs can be listed");
	let mut files = entries
		.filter_map(|entry| entry.ok()?.file_name().into_string().ok())
		.filter(|name| name.ends_with(".test.mjs"))
		.collect::<Vec<_>>();
	files.sort();
	files
}
