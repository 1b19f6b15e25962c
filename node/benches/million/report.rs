//! What was measured, what it says, and whether it is good enough.

use crate::{
	chain::{Time, Touched},
	state::SLOT,
};
use std::{
	fs,
	path::{Path, PathBuf},
	time::Duration,
};

/// By how many percent of an ordinary block one at a boundary may exceed it.
const ALLOWED: i64 = 5;

/// Figures of ordinary blocks, and of others beside them.
#[derive(Default)]
pub struct Pair(Vec<(u64, u64)>);

impl Pair {
	/// Add what an `ordinary` block and another took.
	pub fn add(&mut self, ordinary: u64, other: u64) {
		self.0.push((ordinary, other));
	}

	fn ordinary(&self) -> u64 {
		median(self.0.iter().map(|(ordinary, _)| *ordinary))
	}

	fn other(&self) -> u64 {
		median(self.0.iter().map(|(_, other)| *other))
	}

	/// By how much the others exceed their ordinary neighbours: the median, and the ends of its confidence interval.
	///
	/// Of n differences, half are below the true median, give or take √n/2. So with 95 % confidence it is between those
	/// that are √n from the middle.
	fn excess(&self) -> [i64; 3] {
		let mut differences: Vec<_> = self.0.iter().map(|(ordinary, other)| *other as i64 - *ordinary as i64).collect();
		differences.sort_unstable();
		let count = differences.len();
		let lower = (count / 2).saturating_sub(count.isqrt()).max(1) - 1;
		[differences[count / 2], differences[lower], differences[count - 1 - lower]]
	}

	/// Likewise, in permille of what an ordinary block takes.
	fn excess_of(&self, ordinary: &Pair) -> [i64; 3] {
		self.excess().map(|excess| excess * 1_000 / ordinary.ordinary().max(1) as i64)
	}
}

fn median<T: Ord + Copy>(values: impl Iterator<Item = T>) -> T {
	let mut values: Vec<_> = values.collect();
	values.sort_unstable();
	values[values.len() / 2]
}

/// What blocks at a boundary take, beside ordinary ones, in ns.
#[derive(Default)]
pub struct Comparison {
	busy: Pair,
	wall: Pair,
}

impl Comparison {
	/// Add what an `ordinary` block and another took.
	pub fn add(&mut self, ordinary: Time, other: Time) {
		self.busy.add(ordinary.busy, other.busy);
		self.wall.add(ordinary.wall, other.wall);
	}
}

/// Blocks in which providers are paid.
#[derive(Default)]
pub struct Sweeps {
	/// How many providers each settles.
	pub settled: Vec<usize>,
	/// What each takes.
	pub times: Vec<u64>,
}

/// Everything about so many providers.
pub struct Report {
	pub providers: u32,
	pub keys: usize,
	pub commit: Duration,
	pub memory: u64,
	pub disk: u64,
	/// What an empty block touches, one at the end of an era, and the next one.
	pub touched: [Touched; 3],
	/// Empty blocks at the end of an era, and full ones.
	pub empty: Comparison,
	pub eras: Comparison,
	/// Those after these, in which the era of the stakes ends.
	pub stakes: Comparison,
	/// Those at the end of an era and of a session, beside those at the end of a session.
	pub sessions: Comparison,
	/// Those at the end of an era with cold caches, and the bytes that they read from the disk.
	pub cold: Comparison,
	pub read: Pair,
	pub sweeps: Sweeps,
}

/// 1234567 as 1,234,567.
fn grouped(number: u64) -> String {
	let digits = number.to_string();
	let groups: Vec<_> = digits.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy).collect();
	groups.join(",")
}

fn micros(nanos: u64) -> String {
	grouped(nanos / 1_000)
}

fn percent(permille: i64) -> String {
	let sign = if permille < 0 { "−" } else { "+" };
	format!("{sign}{}.{} %", permille.abs() / 10, permille.abs() % 10)
}

/// A row about blocks, of which `counted` counts.
fn row(providers: u32, block: &str, comparison: &Comparison, counted: &Pair, ordinary: &Pair) {
	let [excess, least, most] = counted.excess_of(ordinary).map(percent);
	let Comparison { busy, wall } = comparison;
	let [a, b, c, d] = [wall.ordinary(), wall.other(), busy.ordinary(), busy.other()].map(micros);
	let more = counted.excess()[0] / 1_000;
	println!(
		"| {} | {block} | {a} · {b} | {c} · {d} | {more} | {excess} | {least} to {most} |",
		grouped(providers.into())
	);
}

/// Print tables for docs/performance.md.
pub fn print(reports: &[Report]) {
	println!("| providers | keys of the state | genesis committed in | on disk | peak of memory |");
	println!("|---:|---:|---:|---:|---:|");
	for Report { providers, keys, commit, memory, disk, .. } in reports {
		let (providers, keys) = (grouped((*providers).into()), grouped(*keys as u64));
		println!("| {providers} | {keys} | {commit:.1?} | {} MiB | {} MiB |", disk >> 20, memory >> 20);
	}

	println!("\nWarm: µs of a block that is not at the boundary · of one that is");
	println!(
		"| providers | what ends | by the clock | of the processor | more | of an ordinary block | 95 % confidence |"
	);
	println!("|---:|---|---:|---:|---:|---:|---:|");
	for Report { providers, empty, eras, stakes, sessions, .. } in reports {
		row(*providers, "the era of mining, blocks empty", empty, &empty.busy, &eras.busy);
		row(*providers, "the era of mining", eras, &eras.busy, &eras.busy);
		row(*providers, "the era of stakes", stakes, &stakes.busy, &eras.busy);
		row(*providers, "era and session · session", sessions, &sessions.busy, &eras.busy);
	}

	println!("\nCold: µs of a block that is not at the boundary · of one that is");
	println!(
		"| providers | what ends | by the clock | of the processor | more | of an ordinary block | 95 % confidence |"
	);
	println!("|---:|---|---:|---:|---:|---:|---:|");
	for Report { providers, cold, .. } in reports {
		row(*providers, "the era of mining", cold, &cold.wall, &cold.wall);
	}

	println!(
		"\nKeys read · written, of empty blocks; read from the disk, cold, by an ordinary block · one at the boundary"
	);
	println!("| providers | ordinary | the era of mining ends | the era of stakes ends | from the disk |");
	println!("|---:|---:|---:|---:|---:|");
	for Report { providers, touched, read, .. } in reports {
		let [a, b, c] = touched.each_ref().map(|keys| format!("{} · {}", keys.read.len(), keys.written.len()));
		let (ordinary, other) = (read.ordinary() >> 10, read.other() >> 10);
		println!("| {} | {a} | {b} | {c} | {ordinary} · {other} KiB |", grouped((*providers).into()));
	}

	println!("\n| providers | paid in a block | import of that, µs | blocks measured | blocks until all are paid |");
	println!("|---:|---:|---:|---:|---:|");
	for Report { providers, sweeps: Sweeps { settled, times }, .. } in reports {
		let paid: usize = settled.iter().sum();
		let a_block = median(settled.iter().copied());
		let blocks = match (*providers as usize).saturating_sub(paid) {
			0 => settled.len().to_string(),
			left => {
				let blocks = (settled.len() + left.div_ceil(a_block)) as u64;
				let minutes = Duration::from_millis(blocks * SLOT).as_secs() / 60;
				format!("{}, extrapolated: {} h {} min", grouped(blocks), minutes / 60, minutes % 60)
			}
		};
		let (providers, time) = (grouped((*providers).into()), micros(median(times.iter().copied())));
		println!("| {providers} | {a_block} | {time} | {} | {blocks} |", times.len());
	}
	println!();
}

/// What does not hold, in words.
pub fn failures(reports: &[Report]) -> Vec<String> {
	let mut failures = Vec::new();
	for Report { providers, touched, eras, stakes, sessions, cold, .. } in reports {
		for (block, pair, ordinary) in [
			("the era of mining ends", &eras.busy, &eras.busy),
			("the era of stakes ends", &stakes.busy, &eras.busy),
			("era and session end", &sessions.busy, &eras.busy),
			("the era of mining ends, cold", &cold.wall, &cold.wall),
		] {
			let [_, least, _] = pair.excess_of(ordinary);
			if least > ALLOWED * 10 {
				failures.push(format!("{providers} providers: a block takes over {ALLOWED} % more when {block}"));
			}
		}
		if *touched != reports[0].touched {
			failures.push(format!("{providers} providers: other keys are touched than with {}", reports[0].providers));
		}
	}
	failures
}

/// The files in `directory` and below.
pub fn files_in(directory: &Path) -> Vec<PathBuf> {
	let entries = fs::read_dir(directory).expect("the directory is there").filter_map(Result::ok);
	entries.flat_map(|entry| if entry.path().is_dir() { files_in(&entry.path()) } else { vec![entry.path()] }).collect()
}

/// What is in `directory`, in bytes.
pub fn size_of(directory: &Path) -> u64 {
	files_in(directory).iter().filter_map(|path| path.metadata().ok()).map(|metadata| metadata.len()).sum()
}

/// A figure that Linux keeps of this process; 0 elsewhere.
fn figure(file: &str, name: &str) -> u64 {
	let figures = fs::read_to_string(file).unwrap_or_default();
	let line = figures.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default();
	line.split_whitespace().next().and_then(|figure| figure.parse().ok()).unwrap_or(0)
}

/// How much this process has read from disks, in bytes.
pub fn read_from_disk() -> u64 {
	figure("/proc/self/io", "read_bytes:")
}

/// The most memory that this process had since [`forget_peak_memory`], in bytes.
pub fn peak_memory() -> u64 {
	figure("/proc/self/status", "VmHWM:") << 10
}

/// Begin anew to look for the peak of memory.
pub fn forget_peak_memory() {
	let _ = fs::write("/proc/self/clear_refs", "5");
}
