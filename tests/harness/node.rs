//! A node as a child process that never outlives its test.

use super::{until, START};
use jsonrpsee::{
	http_client::{HttpClient, HttpClientBuilder},
	rpc_params,
};
use sp_crypto_hashing::blake2_256;
use std::{
	cell::RefCell,
	collections::BTreeMap,
	fs::{self, File},
	io::{Read, Seek, Write},
	net::{Ipv4Addr, TcpListener},
	os::unix::process::CommandExt,
	path::{Path, PathBuf},
	process::{Child, Command, ExitStatus, Stdio},
	sync::{
		atomic::{AtomicU16, Ordering},
		Mutex, PoisonError,
	},
	time::{Duration, Instant},
};

/// The lines of a log that a failure shows.
const TAIL: usize = 60;

/// The binary that was built with these tests.
pub fn btt_node() -> Command {
	Command::new(env!("CARGO_BIN_EXE_btt-node"))
}

/// Writes a built-in chain as a raw chain spec, the form in which networks hand theirs out, and returns its path.
///
/// A node that starts from it does not have to compile the runtime only to build a genesis, which is slow in a build for
/// tests; so each chain is built once.
pub fn raw_spec(folder: &Path, chain: &str) -> String {
	static BUILT: Mutex<BTreeMap<String, String>> = Mutex::new(BTreeMap::new());
	let mut built = BUILT.lock().unwrap_or_else(PoisonError::into_inner);
	let spec = built.entry(chain.to_owned()).or_insert_with(|| {
		let finished = run(btt_node().args(["export-chain-spec", "--chain", chain, "--raw"]), "", START);
		assert!(finished.status.success(), "{}", finished.stderr);
		finished.stdout
	});
	let path = folder.join(format!("{chain}-raw.json"));
	fs::write(&path, spec).expect("a temporary file can be written");
	path.to_str().expect("temporary paths are text").to_owned()
}

/// How a process ended that was expected to end by itself.
pub struct Finished {
	/// Its exit status.
	pub status: ExitStatus,
	/// What it printed to its standard output.
	pub stdout: String,
	/// What it printed to its standard error.
	pub stderr: String,
}

/// Runs `command` to its end with `input`; panics if that takes longer than `limit`.
pub fn run(command: &mut Command, input: &str, limit: Duration) -> Finished {
	// Files rather than pipes, so that a talkative process never waits for its reader.
	let [mut stdin, mut stdout, mut stderr] =
		std::array::from_fn(|_| tempfile::tempfile().expect("a temporary file can be made"));
	stdin.write_all(input.as_bytes()).and_then(|_| stdin.rewind()).expect("a temporary file can be written");
	let twin = |file: &File| Stdio::from(file.try_clone().expect("a file handle can be duplicated"));
	command.stdin(stdin).stdout(twin(&stdout)).stderr(twin(&stderr));
	let mut child = spawn(command);
	let started = Instant::now();
	let ended = loop {
		if let Some(status) = child.try_wait().expect("a child can be waited for") {
			break Ok(status);
		}
		if started.elapsed() > limit {
			child.kill().and_then(|_| child.wait()).expect("a child can be killed");
			break Err(());
		}
		std::thread::sleep(Duration::from_millis(50));
	};
	let read = |file: &mut File| {
		let mut text = Vec::new();
		file.rewind().and_then(|_| file.read_to_end(&mut text)).expect("a temporary file can be read");
		String::from_utf8_lossy(&text).into_owned()
	};
	let (stdout, stderr) = (read(&mut stdout), read(&mut stderr));
	match ended {
		Ok(status) => Finished { status, stdout, stderr },
		Err(()) => panic!("{command:?} did not end within {limit:?}\n{}\n{}", tail(&stdout), tail(&stderr)),
	}
}

/// A node with its own folder, ports and identity. Stopped, hard, when dropped.
pub struct Node {
	name: String,
	arguments: Vec<String>,
	log: PathBuf,
	rpc_port: u16,
	peer_id: String,
	address: String,
	client: HttpClient,
	process: RefCell<Option<Child>>,
}

impl Node {
	/// Makes a node in `folder`, without starting it.
	pub fn new(folder: &Path, name: &str, arguments: &[&str]) -> Self {
		let [rpc_port, port] = [free_port(), free_port()];
		let key = hex::encode(blake2_256(format!("{name} {port}").as_bytes()));
		let mut inspect = btt_node();
		let peer_id = run(inspect.args(["key", "inspect-node-key"]), &key, START).stdout.trim().to_owned();
		let listen = format!("/ip4/127.0.0.1/tcp/{port}");
		let base = folder.join(name);
		let own = [
			"--name".into(),
			name.into(),
			"--base-path".into(),
			base.to_str().expect("temporary paths are text").into(),
			"--rpc-port".into(),
			rpc_port.to_string(),
			"--listen-addr".into(),
			listen.clone(),
			"--node-key".into(),
			key,
			"--no-telemetry".into(),
			"--no-prometheus".into(),
			"--no-mdns".into(),
		];
		Self {
			name: name.into(),
			arguments: own.into_iter().chain(arguments.iter().map(|&argument| argument.into())).collect(),
			log: folder.join(format!("{name}.log")),
			rpc_port,
			address: format!("{listen}/p2p/{peer_id}"),
			peer_id,
			client: HttpClientBuilder::default()
				.request_timeout(Duration::from_secs(20))
				.build(format!("http://127.0.0.1:{rpc_port}"))
				.expect("the address of a node is an address"),
			process: RefCell::new(None),
		}
	}

	/// A dev chain of one validator.
	pub fn dev(folder: &Path) -> Self {
		Self::new(folder, "dev", &["--dev", "--chain", &raw_spec(folder, "dev")])
	}

	/// Starts the process, which keeps a connection to each of `peers`.
	pub fn start(&self, peers: &[&Self]) {
		let log = File::options().append(true).create(true).open(&self.log).expect("a log can be opened");
		let mut command = btt_node();
		command.args(&self.arguments).stdin(Stdio::null());
		if !peers.is_empty() {
			command.arg("--reserved-nodes").args(peers.iter().map(|peer| &peer.address));
		}
		command.stdout(log.try_clone().expect("a file handle can be duplicated")).stderr(log);
		let before = self.process.replace(Some(spawn(&mut command)));
		assert!(before.is_none(), "{} runs already", self.name);
	}

	/// Waits until the node answers, and makes sure that it is this node.
	pub async fn ready(&self) {
		let what = format!("{} answers on port {}", self.name, self.rpc_port);
		let peer_id: String =
			until(&what, START, async || self.try_call("system_localPeerId", rpc_params![]).await).await;
		assert_eq!(peer_id, self.peer_id, "another node has taken port {}", self.rpc_port);
	}

	/// Ends the process as a power cut would, without a chance to clean up.
	pub fn kill(&self) {
		let mut child = self.process.take().unwrap_or_else(|| panic!("{} does not run", self.name));
		child.kill().and_then(|_| child.wait()).expect("a child can be killed");
	}

	/// Panics if the process is not there.
	pub fn assert_running(&self) {
		let mut process = self.process.borrow_mut();
		let child = process.as_mut().unwrap_or_else(|| panic!("{} does not run", self.name));
		if let Some(status) = child.try_wait().expect("a child can be waited for") {
			panic!("{} ended by itself: {status}", self.name);
		}
	}

	/// What the node has logged so far.
	pub fn log(&self) -> String {
		fs::read(&self.log).map(|text| String::from_utf8_lossy(&text).into_owned()).unwrap_or_default()
	}

	/// The name that the test gave.
	pub fn name(&self) -> &str {
		&self.name
	}
	/// The endpoint for clients that speak WebSocket.
	pub fn websocket(&self) -> String {
		format!("ws://127.0.0.1:{}", self.rpc_port)
	}

	pub(super) fn client(&self) -> &HttpClient {
		&self.client
	}
}

impl Drop for Node {
	fn drop(&mut self) {
		if let Some(mut child) = self.process.take() {
			let _ = child.kill().and_then(|_| child.wait());
		}
		if std::thread::panicking() {
			eprintln!("--- the end of the log of {}:\n{}", self.name, tail(&self.log()));
		}
	}
}

fn spawn(command: &mut Command) -> Child {
	// SAFETY: between fork and exec only prctl is called, which is async-signal-safe and allocates nothing.
	unsafe {
		command.pre_exec(|| {
			// When the thread of the test ends without unwinding, as by a killed test run, the child goes too.
			match libc::prctl(libc::PR_SET_PDEATHSIG, libc::SIGKILL) {
				0 => Ok(()),
				_ => Err(std::io::Error::last_os_error()),
			}
		});
	}
	command.spawn().unwrap_or_else(|error| panic!("{command:?}: {error}"))
}

/// A port on the loopback address that nobody listens on, below those that the kernel gives to connections.
fn free_port() -> u16 {
	static NEXT: AtomicU16 = AtomicU16::new(0);
	let first = 20_000 + (std::process::id() % 100) as u16 * 100;
	(0..1_000)
		.map(|_| first + NEXT.fetch_add(1, Ordering::Relaxed))
		.find(|&port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok())
		.expect("some port is free")
}

fn tail(text: &str) -> String {
	let lines = text.lines().collect::<Vec<_>>();
	lines[lines.len().saturating_sub(TAIL)..].join("\n")
}
