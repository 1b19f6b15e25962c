//! What an era boundary costs a node when a million providers have worked: blocks of the real runtime, as Wasm, imported
//! through the real client into RocksDB.
//!
//! `cargo bench --workspace --bench million --profile dev [-- PROVIDERS…]`, by default for 10, 1,000, 100,000 and
//! 1,000,000 providers. A million takes 15 GB of memory while the genesis is committed, and 5 GB in the directory for
//! temporary files.
//!
//! The dev profile is that of clippy and of the tests. Most of what takes time is built for speed in it, too: the runtime
//! is a release build, which wasmtime compiles, and RocksDB and the recovery of signers are C and C++. What the host does
//! in Rust is slower than in a release build, for every block alike.
//!
//! # What is measured
//!
//! An import: the runtime executes the block, the state root is computed and compared, and block and state are committed.
//! Blocks have the digest of BABE, but nobody verifies seals, which would only add the same to every block. An ordinary
//! block has ten transfers to providers.
//!
//! A block at a boundary is measured beside one that is not, but has as many transfers: on the same parent, in turns, and
//! both are reverted. Then the chain goes on by a block, and the next pair follows. With mainnet's timing, an era ends
//! where no session does (slot 3,600), and a session where no era does (slot 2,400). Where both end, the block is measured
//! beside one at the end of a session, whose cost is the SDK's, and which leaves no room for transactions. The era of
//! stakes ends with the block after that of mining.
//!
//! - *warm*: a node's default caches, and a state that the block before has just used. What counts is the time of the
//!   processor, so that whatever else the machine does disturbs as little as possible; the clock's is shown.
//! - *cold*: before each block the database is opened anew, without a trie cache, and the kernel drops its files from the
//!   page cache. What counts is the clock. What was read from the disk is shown, too.
//!
//! Providers are paid by idle sweeps once the dispute window of the era is over. Blocks with sweeps are measured apart,
//! and imported as a node does that sees them first: with nothing in its caches of what the author looked up.
//!
//! # What must hold
//!
//! - What a block at a boundary takes more than its neighbour is at most 5 % of an ordinary block. Of the differences
//!   between neighbours, the median counts, and of the 95 % confidence interval of that (by order statistics, which
//!   assume no distribution) the lower end: the process fails if even that is more than 5 % of the median ordinary block.
//! - The block that closes the era, and the next one, read and write the very same keys, however many providers there
//!   are.

mod chain;
mod report;
mod state;

use chain::{Chain, Executor, Touched};
use report::{Comparison, Pair, Report, Sweeps};
use sp_core::storage::Storage;
use sp_runtime::{traits::BlakeTwo256, OpaqueExtrinsic};
use std::{process::ExitCode, time::Instant};

/// For how many providers, if the command line does not say.
const PROVIDERS: [u32; 4] = [10, 1_000, 100_000, 1_000_000];

/// How many pairs of blocks are measured with warm caches, and with cold ones.
const WARM: u64 = 64;
const COLD: u64 = 16;

/// How many blocks with sweeps are measured, if so many are needed.
const SWEEPS: usize = 64;

/// How many transfers an ordinary block has.
const TRANSFERS: usize = 10;

/// The trie cache that a node has by default, in bytes.
const TRIE_CACHE: Option<usize> = Some(1024 * 1024 * 1024);

/// A session and an era of the mainnet, in slots.
const SESSION: u64 = 2_400;
const ERA: u64 = 3_600;

/// The slots of a block that leads up to two others, and of these.
type Slots = [u64; 3];

/// As long after their parents: blocks in the middle of an era, and at the end of one.
const ERAS: [Slots; 2] = [[ERA - 3, ERA - 2, ERA - 1], [ERA - 1, ERA, ERA + 1]];

/// Likewise, with the end of a session.
const SESSIONS: [Slots; 2] = [[SESSION - 1, ERA - 2, ERA - 1], [SESSION - 1, ERA, ERA + 1]];

/// Do one thing beside the other, the first first in every other round.
fn beside<A: Copy, R>(round: u64, pair: [A; 2], mut measure: impl FnMut(A) -> R) -> [R; 2] {
	if round.is_multiple_of(2) {
		pair.map(measure)
	} else {
		let second = measure(pair[1]);
		[measure(pair[0]), second]
	}
}

/// Compare the two blocks of each of the `slots`, with so many of the `transfers` each, while the chain goes on from
/// `start` slot by slot.
fn compare(chain: &Chain, start: u64, slots: [Slots; 2], transfers: &[OpaqueExtrinsic]) -> [Comparison; 2] {
	let (first, second) = transfers.split_at(transfers.len() / 2);
	let mut comparisons = [Comparison::default(), Comparison::default()];
	for round in 0..WARM {
		let [ordinary, boundary] = beside(round, slots, |slots| {
			chain.import(&chain.block(slots[0], &[]));
			let times = [(slots[1], first), (slots[2], second)]
				.map(|(slot, transfers)| chain.import(&chain.block(slot, transfers)));
			chain.revert(3);
			times
		});
		for (place, comparison) in comparisons.iter_mut().enumerate() {
			comparison.add(ordinary[place], boundary[place]);
		}
		chain.keep(start + round);
	}
	comparisons
}

/// What an empty block touches, one at the end of the era, and the next one.
fn touched(chain: &Chain) -> [Touched; 3] {
	chain.import(&chain.block(ERA - 2, &[]));
	let touched = [ERA - 1, ERA, ERA + 1].map(|slot| {
		let block = chain.block(slot, &[]);
		let touched = chain.touched(&block);
		chain.import(&block);
		touched
	});
	chain.revert(4);
	touched
}

/// Compare a block at the end of an era with an ordinary one, with nothing in memory. Returns the times, and the bytes
/// read.
fn measure_cold(open: impl Fn(Option<usize>) -> Chain, transfers: &[OpaqueExtrinsic]) -> (Comparison, Pair) {
	let chain = open(TRIE_CACHE);
	let blocks = [ERA - 1, ERA].map(|slot| chain.block(slot, &transfers[..TRANSFERS]));
	chain.close();
	let (mut comparison, mut read) = (Comparison::default(), Pair::default());
	for round in 0..COLD {
		let [ordinary, boundary] = beside(round, [&blocks[0], &blocks[1]], |block| {
			let chain = open(None);
			chain.drop_page_cache();
			let before = report::read_from_disk();
			let time = chain.import(block);
			let read = report::read_from_disk() - before;
			chain.revert(1);
			chain.close();
			(time, read)
		});
		comparison.add(ordinary.0, boundary.0);
		read.add(ordinary.1, boundary.1);
	}
	(comparison, read)
}

/// Go to the era in which the first one is settled, let the chain pay, and then see how long the blocks take another.
fn measure_sweeps(open: impl Fn(Option<usize>) -> Chain) -> Sweeps {
	let chain = open(TRIE_CACHE);
	for slot in [ERA, 2 * ERA, 4 * SESSION] {
		chain.keep(slot);
	}
	let mut sweeps = Sweeps::default();
	let mut blocks = Vec::new();
	for slot in (3 * ERA..).take(SWEEPS) {
		let (block, settled) = chain.sweep(slot);
		if settled == 0 {
			break;
		}
		chain.import(&block);
		blocks.push(block);
		sweeps.settled.push(settled);
	}
	chain.revert(blocks.len() as u32);
	chain.close();
	let chain = open(TRIE_CACHE);
	chain.drop_page_cache();
	sweeps.times = blocks.iter().map(|block| chain.import(block).wall).collect();
	chain.close();
	sweeps
}

fn measure(providers: u32, executor: &Executor) -> Report {
	let directory = tempfile::tempdir().expect("there is a directory for temporary files");
	let open = |trie_cache| Chain::open(directory.path(), executor, trie_cache, Storage::default());
	eprintln!("{providers} providers");
	report::forget_peak_memory();
	let genesis = state::genesis(providers);
	let keys = genesis.top.len();
	// That compiles the runtime, if it was not compiled yet.
	sc_chain_spec::resolve_state_version_from_wasm::<_, BlakeTwo256>(&genesis, executor).expect("it has a runtime");
	let start = Instant::now();
	let chain = Chain::open(directory.path(), executor, TRIE_CACHE, genesis);
	let commit = start.elapsed();
	let memory = report::peak_memory();

	let transfers = state::transfers(2 * TRANSFERS, providers, chain.genesis());
	chain.keep(0);
	let [sessions, _] = compare(&chain, 1, SESSIONS, &[]);
	chain.keep(SESSION);
	let [empty, _] = compare(&chain, SESSION + 1, ERAS, &[]);
	let [eras, stakes] = compare(&chain, SESSION + 1 + WARM, ERAS, &transfers);
	let touched = touched(&chain);
	chain.close();
	let disk = report::size_of(directory.path());
	let (cold, read) = measure_cold(open, &transfers);
	let sweeps = measure_sweeps(open);
	Report { providers, keys, commit, memory, disk, touched, empty, eras, stakes, sessions, cold, read, sweeps }
}

fn main() -> ExitCode {
	let asked: Vec<u32> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
	let providers = if asked.is_empty() { PROVIDERS.to_vec() } else { asked };
	let executor = sc_service::new_wasm_executor(&Default::default());
	let reports: Vec<_> = providers.into_iter().map(|providers| measure(providers, &executor)).collect();
	report::print(&reports);
	let failures = report::failures(&reports);
	failures.iter().for_each(|failure| eprintln!("{failure}"));
	if failures.is_empty() {
		println!("An era boundary costs the same, however many providers there are.");
		ExitCode::SUCCESS
	} else {
		ExitCode::FAILURE
	}
}
