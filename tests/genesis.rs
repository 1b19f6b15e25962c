//! Chain specs that a node must refuse, and one that it must not (SPEC §15).

use crate::harness::{beside, btt_node, run, value_key, Finished, Node, START};
use serde_json::Value;
use std::{fs, path::Path};

/// What only a process prints that did not expect what it met.
const TRACES: [&str; 4] = ["stack backtrace", "wasm backtrace", "RUST_BACKTRACE", "This is a bug"];

fn export(chain: &str) -> Value {
	let finished = run(btt_node().args(["export-chain-spec", "--chain", chain]), "", START);
	assert!(finished.status.success(), "{}", finished.stderr);
	serde_json::from_str(&finished.stdout).expect("a chain spec is JSON")
}

/// Starts a node on `chain`; it must stop by itself and say `reasons`, in plain words, before it makes a database.
fn refused(folder: &Path, chain: &str, reasons: &[&str]) {
	let base = folder.join("base");
	let base_text = base.to_str().expect("temporary paths are text");
	let arguments = [
		"--chain",
		chain,
		"--base-path",
		base_text,
		"--no-telemetry",
		"--no-prometheus",
		"--no-mdns",
		"--rpc-port",
		"0",
	];
	let Finished { status, stdout, stderr } = run(btt_node().args(arguments), "", START);
	let said = format!("{stdout}\n{stderr}");
	assert!(!status.success(), "a node started on {chain}:\n{said}");
	assert!(status.code().is_some(), "the node was ended by a signal on {chain}: {status}\n{said}");
	for reason in reasons {
		assert!(said.contains(reason), "\"{reason}\" is missing on {chain}:\n{said}");
	}
	for trace in TRACES {
		assert!(!said.contains(trace), "the node panicked on {chain}:\n{said}");
	}
	assert_eq!(databases(&base), Vec::<String>::new(), "left behind by {chain}");
}

/// All files under `folder` but the key of the node's network identity, which belongs to the machine.
fn databases(folder: &Path) -> Vec<String> {
	let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
	entries
		.map(|entry| entry.expect("a folder can be listed").path())
		.filter(|path| !path.ends_with("network"))
		.flat_map(|path| if path.is_dir() { databases(&path) } else { vec![path.display().to_string()] })
		.collect()
}

#[test]
fn chains_that_do_not_exist_are_refused() {
	let folder = tempfile::tempdir().expect("a temporary folder can be made");
	refused(folder.path(), "no-such-chain", &["no-such-chain", "local"]);
	refused(folder.path(), "mainnet", &["mainnet-spec"]);
}

#[test]
fn broken_chain_specs_are_refused() {
	let folder = tempfile::tempdir().expect("a temporary folder can be made");
	let good = export("dev");
	let changed = |change: &dyn Fn(&mut Value)| {
		let mut spec = good.clone();
		change(&mut spec);
		spec.to_string()
	};
	let genesis = "/genesis/runtimeGenesis";
	let patch = format!("{genesis}/patch");
	let cases = [
		("empty", String::new(), "spec"),
		("no JSON", "{ \"name\": \"x\", ".into(), "spec"),
		("another JSON", "[]".into(), "spec"),
		("no genesis", changed(&|spec| drop(spec.as_object_mut().map(|spec| spec.remove("genesis")))), "genesis"),
		(
			"no runtime",
			changed(&|spec| {
				let genesis = spec.pointer_mut(genesis).and_then(Value::as_object_mut);
				genesis.expect("the genesis is plain").remove("code");
			}),
			"code",
		),
		(
			"a runtime that is none",
			changed(&|spec| *spec.pointer_mut(&format!("{genesis}/code")).expect("has code") = "0x0011".into()),
			"untime",
		),
		("a beneficiary left out", changed(&|spec| drop(beneficiaries(spec).pop())), "StrategicInvestors"),
		(
			"a beneficiary twice",
			changed(&|spec| {
				let twice = beneficiaries(spec)[1].clone();
				beneficiaries(spec).push(twice);
			}),
			"listed twice",
		),
		(
			"a validator without keys",
			changed(&|spec| {
				*spec.pointer_mut(&format!("{patch}/session/keys")).expect("has keys") = Value::Array(vec![])
			}),
			"has no keys",
		),
		(
			"a validator that stakes all it has",
			changed(&|spec| {
				let granted = spec.pointer(&format!("{patch}/bttToken/endowments/0/2")).expect("Alice is endowed");
				let all = granted.clone();
				*spec.pointer_mut(&format!("{patch}/bttStaking/validators/0/1")).expect("Alice validates") = all;
			}),
			"needs",
		),
	];
	for (name, content, reason) in cases {
		let path = folder.path().join(format!("{name}.json"));
		fs::write(&path, content).expect("a temporary file can be written");
		refused(folder.path(), path.to_str().expect("temporary paths are text"), &[reason]);
	}
}

fn beneficiaries(spec: &mut Value) -> &mut Vec<Value> {
	spec.pointer_mut("/genesis/runtimeGenesis/patch/bttToken/beneficiaries")
		.and_then(Value::as_array_mut)
		.expect("the genesis lists beneficiaries")
}

fn example() -> String {
	let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/mainnet-genesis.example.json");
	fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn a_mainnet_starts_from_the_documented_example() {
	beside(async {
		let folder = tempfile::tempdir().expect("a temporary folder can be made");
		let [input, output] = ["in.json", "out.json"].map(|name| folder.path().join(name));
		fs::write(&input, example()).expect("a temporary file can be written");
		let finished =
			run(btt_node().arg("mainnet-spec").arg(&input).arg("--raw").arg("--output").arg(&output), "", START);
		assert!(finished.status.success(), "{}", finished.stderr);

		let chain = output.to_str().expect("temporary paths are text");
		let node = Node::new(folder.path(), "full", &["--chain", chain]);
		node.start(&[]);
		node.ready().await;
		let genesis = node.hash_at(0).await.expect("every node has the genesis block");
		let issuance: Option<u128> = node.storage(&value_key("Balances", "TotalIssuance"), genesis).await;
		assert_eq!(issuance, Some(210_000_000 * 10u128.pow(18)));
	});
}

#[test]
fn a_mainnet_of_wrong_sums_is_refused_and_written_nowhere() {
	let folder = tempfile::tempdir().expect("a temporary folder can be made");
	let [input, output] = ["in.json", "out.json"].map(|name| folder.path().join(name));
	let mut wrong: Value = serde_json::from_str(&example()).expect("the example is JSON");
	wrong["beneficiaries"].as_array_mut().expect("the example lists beneficiaries").pop();
	for (content, reason) in [(wrong.to_string(), "StrategicInvestors"), ("{}".into(), "in.json")] {
		fs::write(&input, content).expect("a temporary file can be written");
		let finished = run(btt_node().arg("mainnet-spec").arg(&input).arg("--output").arg(&output), "", START);
		assert!(!finished.status.success());
		assert!(finished.stderr.contains(reason), "{}", finished.stderr);
		assert!(TRACES.iter().all(|trace| !finished.stderr.contains(trace)), "{}", finished.stderr);
		assert!(!output.exists());
	}
}
