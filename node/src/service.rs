//! Puts a node together: client, consensus, network and tasks.

use crate::{chain_spec, cli::Cli, metrics::EconomyMetrics, rpc};
use btt_runtime::{opaque::Block, AccountId, Hash, RuntimeApi};
use futures::prelude::*;
use sc_chain_spec::ChainType;
use sc_client_api::{Backend, BlockBackend};
use sc_consensus_babe::{BabeBlockImport, BabeLink, BabeWorkerHandle, SlotProportion};
use sc_consensus_grandpa::{GrandpaBlockImport, GrandpaPruningFilter, LinkHalf, SharedVoterState};
use sc_network::{event::Event, service::traits::NetworkService, NetworkBackend, NetworkEventStream};
use sc_service::{
	error::Error as ServiceError, BuildGenesisBlock, Configuration, GenesisBlockBuilder, PartialComponents,
	TFullBackend, TFullClient, TaskManager, WarpSyncConfig,
};
use sc_sysinfo::{HwBench, Metric, Requirement, Requirements, Throughput};
use sc_telemetry::{Telemetry, TelemetryHandle, TelemetryWorker};
use sc_transaction_pool::TransactionPoolHandle;
use sc_transaction_pool_api::OffchainTransactionPoolFactory;
use sp_consensus_babe::inherents::BabeCreateInherentDataProviders;
use sp_core::storage::Storage;
use std::{sync::Arc, time::Duration};

/// How many blocks may pass before GRANDPA keeps a justification, which syncing nodes then find.
const JUSTIFICATION_PERIOD: u32 = 512;

/// How long GRANDPA lets a message travel.
const GOSSIP_DURATION: Duration = Duration::from_millis(333);

/// The part of a slot in which a block is filled.
const PROPOSAL_SLOT_PORTION: f32 = 0.5;

/// What the runtime may call of the node.
type HostFunctions = sp_io::SubstrateHostFunctions;
type Executor = sc_executor::WasmExecutor<HostFunctions>;

/// The client of a BTT chain.
pub type FullClient = TFullClient<Block, RuntimeApi, Executor>;
/// The database of a BTT chain.
pub type FullBackend = TFullBackend<Block>;
type SelectChain = sc_consensus::LongestChain<FullBackend, Block>;
type TransactionPool = TransactionPoolHandle<Block, FullClient>;
type GrandpaImport = GrandpaBlockImport<FullBackend, Block, FullClient, SelectChain>;
type InherentDataProviders = BabeCreateInherentDataProviders<Block>;
type BabeImport = BabeBlockImport<Block, FullClient, GrandpaImport, InherentDataProviders, SelectChain>;

/// What consensus needs beside the usual components.
pub struct Consensus {
	block_import: BabeImport,
	babe_link: BabeLink<Block>,
	babe_worker_handle: BabeWorkerHandle<Block>,
	grandpa_link: LinkHalf<Block, FullClient, SelectChain>,
	create_inherent_data_providers: InherentDataProviders,
	telemetry: Option<Telemetry>,
}

/// A node that is not on the network yet.
pub type Partial = PartialComponents<
	FullClient,
	FullBackend,
	SelectChain,
	sc_consensus::DefaultImportQueue<Block>,
	TransactionPool,
	Consensus,
>;

/// Builds the genesis block if the database lacks it. To run the runtime for that takes longer than anything else that a
/// node does at startup.
struct GenesisBlock {
	storage: Option<Storage>,
	spec: Box<dyn sc_chain_spec::ChainSpec>,
	commit_state: bool,
	backend: Arc<FullBackend>,
	executor: Executor,
}

impl BuildGenesisBlock<Block> for GenesisBlock {
	type BlockImportOperation = <FullBackend as Backend<Block>>::BlockImportOperation;

	fn build_genesis_block(self) -> sp_blockchain::Result<(Block, Self::BlockImportOperation)> {
		let storage = match self.storage {
			Some(storage) => storage,
			None => chain_spec::genesis(&*self.spec).map_err(sp_blockchain::Error::Storage)?,
		};
		GenesisBlockBuilder::new_with_storage(storage, self.commit_state, self.backend, self.executor)?
			.build_genesis_block()
	}
}

/// The components that also the subcommands use.
pub fn new_partial(config: &Configuration) -> Result<Partial, ServiceError> {
	let telemetry = config
		.telemetry_endpoints
		.clone()
		.filter(|endpoints| !endpoints.is_empty())
		.map(|endpoints| -> Result<_, sc_telemetry::Error> {
			let worker = TelemetryWorker::new(16)?;
			let telemetry = worker.handle().new_telemetry(endpoints);
			Ok((worker, telemetry))
		})
		.transpose()?;

	let executor: Executor = sc_service::new_wasm_executor(&config.executor);
	// A chain spec that has no genesis must leave no database behind; a database that is there has its genesis.
	let is_new = config.database.path().is_none_or(|path| !path.exists());
	let storage = is_new.then(|| chain_spec::genesis(&*config.chain_spec)).transpose().map_err(ServiceError::Other)?;
	let mut database = config.db_config();
	// A node that prunes blocks must keep those that prove finality to nodes in warp sync.
	database.pruning_filters = vec![Arc::new(GrandpaPruningFilter)];
	let backend = sc_service::new_db_backend(database)?;
	let genesis = GenesisBlock {
		storage,
		spec: config.chain_spec.cloned_box(),
		commit_state: !config.no_genesis(),
		backend: backend.clone(),
		executor: executor.clone(),
	};
	let (client, backend, keystore_container, task_manager) =
		sc_service::new_full_parts_with_genesis_builder::<Block, RuntimeApi, _, _>(
			config,
			telemetry.as_ref().map(|(_, telemetry)| telemetry.handle()),
			executor,
			backend,
			genesis,
			false,
		)?;
	let client = Arc::new(client);

	let telemetry = telemetry.map(|(worker, telemetry)| {
		task_manager.spawn_handle().spawn("telemetry", None, worker.run());
		telemetry
	});
	let telemetry_handle = telemetry.as_ref().map(Telemetry::handle);

	let select_chain = sc_consensus::LongestChain::new(backend.clone());
	let transaction_pool = Arc::new(
		sc_transaction_pool::Builder::new(
			task_manager.spawn_essential_handle(),
			client.clone(),
			config.role.is_authority().into(),
		)
		.with_options(config.transaction_pool.clone())
		.with_prometheus(config.prometheus_registry())
		.build(),
	);

	let (grandpa_import, grandpa_link) = sc_consensus_grandpa::block_import(
		client.clone(),
		JUSTIFICATION_PERIOD,
		&client,
		select_chain.clone(),
		telemetry_handle.clone(),
	)?;

	let babe_config = sc_consensus_babe::configuration(&*client)?;
	let slot_duration = babe_config.slot_duration();
	let create_inherent_data_providers: InherentDataProviders = Arc::new(move |_, ()| async move {
		let timestamp = sp_timestamp::InherentDataProvider::from_system_time();
		let slot = sp_consensus_babe::inherents::InherentDataProvider::from_timestamp_and_slot_duration(
			*timestamp,
			slot_duration,
		);
		Ok((slot, timestamp))
	});
	let (block_import, babe_link) = sc_consensus_babe::block_import(
		babe_config,
		grandpa_import.clone(),
		client.clone(),
		create_inherent_data_providers.clone(),
		select_chain.clone(),
		OffchainTransactionPoolFactory::new(transaction_pool.clone()),
	)?;
	let (import_queue, babe_worker_handle) = sc_consensus_babe::import_queue(sc_consensus_babe::ImportQueueParams {
		link: babe_link.clone(),
		block_import: block_import.clone(),
		justification_import: Some(Box::new(grandpa_import)),
		client: client.clone(),
		slot_duration,
		spawner: &task_manager.spawn_essential_handle(),
		registry: config.prometheus_registry(),
		telemetry: telemetry_handle,
	})?;

	Ok(PartialComponents {
		client,
		backend,
		task_manager,
		keystore_container,
		select_chain,
		import_queue,
		transaction_pool,
		other: Consensus {
			block_import,
			babe_link,
			babe_worker_handle,
			grandpa_link,
			create_inherent_data_providers,
			telemetry,
		},
	})
}

/// Start a node whose network is `N`.
pub fn new_full<N: NetworkBackend<Block, Hash>>(config: Configuration, cli: Cli) -> Result<TaskManager, ServiceError> {
	let database_path = config.database.path().map(|path| path.to_path_buf());

	let PartialComponents {
		client,
		backend,
		mut task_manager,
		import_queue,
		keystore_container,
		select_chain,
		transaction_pool,
		other:
			Consensus {
				block_import,
				babe_link,
				babe_worker_handle,
				grandpa_link,
				create_inherent_data_providers,
				mut telemetry,
			},
	} = new_partial(&config)?;
	let hardware = measure_hardware(&config, cli.no_hardware_benchmarks);

	if let Some(path) = database_path {
		sc_storage_monitor::StorageMonitorService::try_spawn(
			cli.storage_monitor,
			path,
			&task_manager.spawn_essential_handle(),
		)
		.map_err(|error| ServiceError::Application(error.into()))?;
	}

	let role = config.role;
	let node_name = config.network.node_name.clone();
	let force_authoring = config.force_authoring;
	let enable_grandpa = !config.disable_grandpa;
	let offchain_worker_enabled = config.offchain_worker.enabled;
	let prometheus_registry = config.prometheus_registry().cloned();
	let discovery_config = sc_authority_discovery::WorkerConfig {
		publish_non_global_ips: config.network.allow_non_globals_in_dht,
		public_addresses: config.network.public_addresses.clone(),
		strict_record_validation: true,
		persisted_cache_directory: config.network.net_config_path.clone(),
		..Default::default()
	};

	let network_metrics = N::register_notification_metrics(prometheus_registry.as_ref());
	let mut net_config =
		sc_network::config::FullNetworkConfiguration::<_, _, N>::new(&config.network, prometheus_registry.clone());
	let genesis_hash = client.block_hash(0)?.ok_or_else(|| {
		ServiceError::Other("the database holds no genesis block; purge the chain and sync anew".into())
	})?;
	let grandpa_protocol_name = sc_consensus_grandpa::protocol_standard_name(&genesis_hash, &config.chain_spec);
	let (grandpa_protocol_config, grandpa_notification_service) = sc_consensus_grandpa::grandpa_peers_set_config::<_, N>(
		grandpa_protocol_name.clone(),
		network_metrics.clone(),
		net_config.peer_store_handle(),
	);
	net_config.add_notification_protocol(grandpa_protocol_config);
	let warp_sync = Arc::new(sc_consensus_grandpa::warp_proof::NetworkProvider::new(
		backend.clone(),
		grandpa_link.shared_authority_set().clone(),
		Vec::new(),
	));

	let (network, system_rpc_tx, tx_handler_controller, sync_service, _bitswap) =
		sc_service::build_network(sc_service::BuildNetworkParams {
			config: &config,
			net_config,
			client: client.clone(),
			transaction_pool: transaction_pool.clone(),
			spawn_handle: task_manager.spawn_handle(),
			spawn_essential_handle: task_manager.spawn_essential_handle(),
			import_queue,
			block_announce_validator_builder: None,
			warp_sync_config: Some(WarpSyncConfig::WithProvider(warp_sync)),
			block_relay: None,
			metrics: network_metrics,
			gap_sync_body_policy: None,
		})?;

	if offchain_worker_enabled {
		let workers = sc_offchain::OffchainWorkers::new(sc_offchain::OffchainWorkerOptions {
			runtime_api_provider: client.clone(),
			keystore: Some(keystore_container.keystore()),
			offchain_db: backend.offchain_storage(),
			transaction_pool: Some(OffchainTransactionPoolFactory::new(transaction_pool.clone())),
			network_provider: Arc::new(network.clone()),
			is_validator: role.is_authority(),
			enable_http_requests: true,
			custom_extensions: |_| Vec::new(),
		})?;
		task_manager.spawn_handle().spawn(
			"offchain-workers-runner",
			Some("offchain-worker"),
			workers.run(client.clone(), task_manager.spawn_handle()),
		);
	}

	if let Some(registry) = &prometheus_registry {
		let metrics = EconomyMetrics::register(registry)?;
		task_manager.spawn_handle().spawn_blocking(
			"economy-metrics",
			None,
			metrics.run::<_, _, AccountId>(client.clone()),
		);
	}

	let shared_voter_state = SharedVoterState::empty();
	let rpc_deps = rpc::FullDeps {
		client: client.clone(),
		pool: transaction_pool.clone(),
		select_chain: select_chain.clone(),
		chain_spec: config.chain_spec.cloned_box(),
		babe_worker_handle,
		keystore: keystore_container.keystore(),
		grandpa: rpc::GrandpaDeps {
			shared_voter_state: shared_voter_state.clone(),
			shared_authority_set: grandpa_link.shared_authority_set().clone(),
			justification_stream: grandpa_link.justification_stream(),
			finality_provider: sc_consensus_grandpa::FinalityProofProvider::new_for_service(
				backend.clone(),
				Some(grandpa_link.shared_authority_set().clone()),
			),
		},
	};
	sc_service::spawn_tasks(sc_service::SpawnTasksParams {
		config,
		client: client.clone(),
		backend,
		task_manager: &mut task_manager,
		keystore: keystore_container.keystore(),
		transaction_pool: transaction_pool.clone(),
		rpc_builder: Box::new(move |executor| rpc::create_full(&rpc_deps, executor).map_err(Into::into)),
		network: network.clone(),
		system_rpc_tx,
		tx_handler_controller,
		sync_service: sync_service.clone(),
		telemetry: telemetry.as_mut(),
		tracing_execute_block: None,
	})?;
	let telemetry_handle = telemetry.as_ref().map(Telemetry::handle);

	if let Some(hardware) = hardware {
		report_hardware(hardware, telemetry_handle.clone(), &task_manager);
	}

	if role.is_authority() {
		let proposer = sc_basic_authorship::ProposerFactory::new(
			task_manager.spawn_handle(),
			client.clone(),
			transaction_pool.clone(),
			prometheus_registry.as_ref(),
			telemetry_handle.clone(),
		);
		let babe = sc_consensus_babe::start_babe(sc_consensus_babe::BabeParams {
			keystore: keystore_container.keystore(),
			client: client.clone(),
			select_chain,
			env: proposer,
			block_import,
			sync_oracle: sync_service.clone(),
			justification_sync_link: sync_service.clone(),
			create_inherent_data_providers,
			force_authoring,
			backoff_authoring_blocks: Some(sc_consensus_slots::BackoffAuthoringOnFinalizedHeadLagging::default()),
			babe_link,
			block_proposal_slot_portion: SlotProportion::new(PROPOSAL_SLOT_PORTION),
			max_block_proposal_slot_portion: None,
			telemetry: telemetry_handle.clone(),
		})?;
		task_manager.spawn_essential_handle().spawn_blocking("babe-proposer", Some("block-authoring"), babe);

		spawn_authority_discovery(
			discovery_config,
			client,
			network.clone(),
			sc_authority_discovery::Role::PublishAndDiscover(keystore_container.keystore()),
			prometheus_registry.clone(),
			&task_manager,
		);
	}

	// A full node votes for nothing, but learns by the voter what is final.
	if enable_grandpa {
		let voter = sc_consensus_grandpa::run_grandpa_voter(sc_consensus_grandpa::GrandpaParams {
			config: sc_consensus_grandpa::Config {
				gossip_duration: GOSSIP_DURATION,
				justification_generation_period: JUSTIFICATION_PERIOD,
				observer_enabled: false,
				local_role: role,
				name: Some(node_name),
				keystore: role.is_authority().then(|| keystore_container.keystore()),
				telemetry: telemetry_handle.clone(),
				protocol_name: grandpa_protocol_name,
			},
			link: grandpa_link,
			network,
			sync: sync_service,
			notification_service: grandpa_notification_service,
			voting_rule: sc_consensus_grandpa::VotingRulesBuilder::default().build(),
			prometheus_registry,
			shared_voter_state,
			telemetry: telemetry_handle,
			offchain_tx_pool_factory: OffchainTransactionPoolFactory::new(transaction_pool),
		})?;
		task_manager.spawn_essential_handle().spawn_blocking("grandpa-voter", None, voter);
	}

	Ok(task_manager)
}

fn spawn_authority_discovery(
	config: sc_authority_discovery::WorkerConfig,
	client: Arc<FullClient>,
	network: Arc<dyn NetworkService>,
	role: sc_authority_discovery::Role,
	prometheus_registry: Option<substrate_prometheus_endpoint::Registry>,
	task_manager: &TaskManager,
) {
	let dht_events = network.event_stream("authority-discovery").filter_map(|event| async move {
		match event {
			Event::Dht(event) => Some(event),
			_ => None,
		}
	});
	let (worker, _service) = sc_authority_discovery::new_worker_and_service_with_config(
		config,
		client,
		Arc::new(network),
		Box::pin(dht_events),
		role,
		prometheus_registry,
		task_manager.spawn_handle(),
	);
	task_manager.spawn_handle().spawn("authority-discovery-worker", Some("networking"), worker.run());
}

/// What a machine should do to keep up as a validator: an ordinary server of four cores with an SSD.
fn requirements() -> Requirements {
	let at_least = |metric, minimum| Requirement { metric, minimum, validator_only: true };
	Requirements(vec![
		at_least(Metric::Blake2256, Throughput::from_mibs(500.0)),
		at_least(Metric::Blake2256Parallel { num_cores: 4 }, Throughput::from_mibs(450.0)),
		at_least(Metric::MemCopy, Throughput::from_gibs(5.0)),
		at_least(Metric::DiskSeqWrite, Throughput::from_mibs(400.0)),
		at_least(Metric::DiskRndWrite, Throughput::from_mibs(150.0)),
	])
}

fn measure_hardware(config: &Configuration, skip: bool) -> Option<HwBench> {
	let development = config.chain_spec.chain_type() == ChainType::Development;
	(!skip && !development && config.role.is_authority())
		.then(|| sc_sysinfo::gather_hwbench(config.database.path(), &requirements()))
}

fn report_hardware(hardware: HwBench, telemetry: Option<TelemetryHandle>, task_manager: &TaskManager) {
	sc_sysinfo::print_hwbench(&hardware);
	if let Err(failures) = requirements().check_hardware(&hardware, true) {
		log::warn!("⚠️  This machine may be too slow for a validator: {failures}");
	}
	if let Some(telemetry) = telemetry {
		task_manager.spawn_handle().spawn(
			"telemetry-hardware",
			None,
			sc_sysinfo::initialize_hwbench_telemetry(telemetry, hardware),
		);
	}
}
