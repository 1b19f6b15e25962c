//! A chain on RocksDB, as a node has it.

use crate::{
	report,
	state::{opaque, LAUNCH, SLOT},
};
use btt_runtime::{opaque::Block, Hash, Runtime, RuntimeApi, RuntimeCall, UncheckedExtrinsic};
use codec::Encode;
use frame_support::storage::StoragePrefixedMap;
use futures::executor::block_on;
use pallet_mining_rewards::Providers;
use sc_block_builder::{BlockBuilderBuilder, BuiltBlock};
use sc_client_api::{Backend, Finalizer, HeaderBackend, TrieCacheContext};
use sc_consensus::{BlockImport, BlockImportParams, ForkChoiceStrategy, ImportResult};
use sc_service::{
	config::{BlocksPruning, DatabaseSource, PruningMode},
	ClientConfig, GenesisBlockBuilder, TFullBackend, TFullClient,
};
use sp_api::{ApiExt, Core, ProvideRuntimeApi};
use sp_consensus::BlockOrigin;
use sp_consensus_babe::{
	digests::{PreDigest, SecondaryPlainPreDigest},
	BABE_ENGINE_ID,
};
use sp_core::{storage::Storage, testing::TaskExecutor, traits::CallContext};
use sp_runtime::{
	traits::{Block as _, Header as _},
	Digest, DigestItem, OpaqueExtrinsic,
};
use std::{
	collections::BTreeSet,
	fs::File,
	os::fd::AsRawFd,
	path::{Path, PathBuf},
	sync::Arc,
	thread,
	time::{Duration, Instant},
};

/// Runs the Wasm.
pub type Executor = sc_executor::WasmExecutor<sp_io::SubstrateHostFunctions>;

/// The budget that RocksDB has in a node by default, in MiB.
const DATABASE_CACHE: usize = 1024;

/// The keys that a block touches.
#[derive(PartialEq, Eq)]
pub struct Touched {
	pub read: BTreeSet<Vec<u8>>,
	pub written: BTreeSet<Vec<u8>>,
}

/// What an import takes, in ns.
#[derive(Clone, Copy)]
pub struct Time {
	/// By the clock.
	pub wall: u64,
	/// Of the processor.
	pub busy: u64,
}

/// How long this thread has had a processor, in ns.
fn busy() -> u64 {
	let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
	// SAFETY: the call writes nothing but `time`.
	let result = unsafe { libc::clock_gettime(libc::CLOCK_THREAD_CPUTIME_ID, &mut time) };
	assert_eq!(result, 0, "there is such a clock");
	time.tv_sec as u64 * 1_000_000_000 + time.tv_nsec as u64
}

/// An open chain.
pub struct Chain {
	path: PathBuf,
	client: TFullClient<Block, RuntimeApi, Executor>,
	backend: Arc<TFullBackend<Block>>,
}

impl Chain {
	/// Open the chain in the directory `path`, which begins with `genesis` if it is new.
	pub fn open(path: &Path, executor: &Executor, trie_cache: Option<usize>, genesis: Storage) -> Self {
		let backend = sc_service::new_db_backend::<Block>(sc_client_db::DatabaseSettings {
			trie_cache_maximum_size: trie_cache,
			state_pruning: Some(PruningMode::blocks_pruning(256)),
			source: DatabaseSource::RocksDb { path: path.into(), cache_size: DATABASE_CACHE },
			blocks_pruning: BlocksPruning::KeepFinalized,
			pruning_filters: vec![],
			metrics_registry: None,
		})
		.expect("the database opens");
		let genesis = GenesisBlockBuilder::new_with_storage(genesis, true, backend.clone(), executor.clone());
		let client = sc_service::client::new_with_backend(
			backend.clone(),
			executor.clone(),
			genesis.expect("there is a storage"),
			Box::new(TaskExecutor::new()),
			None,
			None,
			ClientConfig::default(),
		);
		Self { path: path.into(), client: client.expect("the client starts"), backend }
	}

	/// Close the database. It is open until the client's last task has noticed.
	pub fn close(self) {
		let backend = Arc::downgrade(&self.backend);
		drop(self);
		while backend.strong_count() > 0 {
			thread::sleep(Duration::from_millis(1));
		}
	}

	/// Let the kernel forget what it has of the database's files.
	pub fn drop_page_cache(&self) {
		for path in report::files_in(&self.path) {
			// The database deletes files when it likes.
			let Ok(file) = File::open(path) else { continue };
			file.sync_all().expect("the file is written");
			// SAFETY: the descriptor is open, and the call touches no memory of this process.
			let result = unsafe { libc::posix_fadvise(file.as_raw_fd(), 0, 0, libc::POSIX_FADV_DONTNEED) };
			assert_eq!(result, 0, "the kernel takes advice");
		}
	}

	/// The hash of the genesis block.
	pub fn genesis(&self) -> Hash {
		self.client.info().genesis_hash
	}

	/// Build a block on the best one, `slot` slots after the launch.
	pub fn block(&self, slot: u64, transactions: &[OpaqueExtrinsic]) -> Block {
		self.build(slot, transactions).block
	}

	/// Build a block without transactions, and tell how many providers it settles.
	pub fn sweep(&self, slot: u64) -> (Block, usize) {
		let built = self.build(slot, &[]);
		let prefix = Providers::<Runtime>::final_prefix();
		let changes = &built.storage_changes.main_storage_changes;
		let settled = changes.iter().filter(|(key, _)| key.starts_with(&prefix)).count();
		(built.block, settled)
	}

	fn build(&self, slot: u64, transactions: &[OpaqueExtrinsic]) -> BuiltBlock<Block> {
		let now = LAUNCH + slot * SLOT;
		let pre = PreDigest::SecondaryPlain(SecondaryPlainPreDigest { authority_index: 0, slot: (now / SLOT).into() });
		let digest = Digest { logs: vec![DigestItem::PreRuntime(BABE_ENGINE_ID, pre.encode())] };
		let mut builder = BlockBuilderBuilder::new(&self.client)
			.on_parent_block(self.client.info().best_hash)
			.with_parent_block_number(self.client.info().best_number)
			.with_inherent_digests(digest)
			.build()
			.expect("the block begins");
		let inherent = UncheckedExtrinsic::new_bare(RuntimeCall::Timestamp(pallet_timestamp::Call::set { now }));
		builder.push(opaque(&inherent)).expect("the inherent is valid");
		for transaction in transactions {
			builder.push(transaction.clone()).expect("the transaction is valid");
		}
		builder.build().expect("the block ends")
	}

	/// Import a block on the best one.
	pub fn import(&self, block: &Block) -> Time {
		let (header, body) = block.clone().deconstruct();
		let mut params = BlockImportParams::new(BlockOrigin::File, header);
		params.body = Some(body);
		params.fork_choice = Some(ForkChoiceStrategy::LongestChain);
		let (start, busy) = (Instant::now(), busy());
		let result = block_on(self.client.import_block(params)).expect("the block is valid");
		let time = Time { wall: start.elapsed().as_nanos() as u64, busy: self::busy() - busy };
		assert!(matches!(result, ImportResult::Imported(imported) if imported.is_new_best), "it is the new best block");
		time
	}

	/// Take the best blocks back.
	pub fn revert(&self, count: u32) {
		let (reverted, _) = self.backend.revert(count, false).expect("nothing of them is final");
		assert_eq!(reverted, count, "all of them go");
	}

	/// Build, import and finalise a block without transactions.
	pub fn keep(&self, slot: u64) {
		self.import(&self.block(slot, &[]));
		let best = self.client.info().best_hash;
		self.client.finalize_block(best, None, false).expect("its parent is final");
	}

	/// What executing a block on the best one touches.
	pub fn touched(&self, block: &Block) -> Touched {
		let parent: Hash = *block.header().parent_hash();
		let mut api = self.client.runtime_api();
		api.set_call_context(CallContext::Onchain { import: true });
		api.record_proof();
		api.execute_block(parent, block.clone().into()).expect("the block is valid");
		let recorder = api.proof_recorder().expect("it records");
		let state = self.backend.state_at(parent, TrieCacheContext::Trusted).expect("the parent is there");
		let changes = api.into_storage_changes(&state, parent).expect("the block was executed");
		Touched {
			read: recorder.recorded_keys().values().flat_map(|keys| keys.keys().map(|key| key.to_vec())).collect(),
			written: changes.main_storage_changes.into_iter().map(|(key, _)| key).collect(),
		}
	}
}
