//! The JSON-RPC methods that the node adds to those every SDK node has.

use btt_runtime::{opaque::Block, AccountId, Balance, BlockNumber, Hash, Nonce};
use jsonrpsee::RpcModule;
use sc_client_api::AuxStore;
use sc_consensus_babe::{BabeApi, BabeWorkerHandle};
use sc_consensus_grandpa::{FinalityProofProvider, GrandpaJustificationStream, SharedAuthoritySet, SharedVoterState};
use sc_rpc::SubscriptionTaskExecutor;
use sc_transaction_pool_api::TransactionPool;
use sp_api::ProvideRuntimeApi;
use sp_block_builder::BlockBuilder;
use sp_blockchain::{Error as BlockChainError, HeaderBackend, HeaderMetadata};
use sp_consensus::SelectChain;
use sp_keystore::KeystorePtr;
use std::{error::Error, sync::Arc};

/// What the methods about finality need.
pub struct GrandpaDeps<B> {
	/// The votes of the current round.
	pub shared_voter_state: SharedVoterState,
	/// Who votes.
	pub shared_authority_set: SharedAuthoritySet<Hash, BlockNumber>,
	/// Justifications as they come.
	pub justification_stream: GrandpaJustificationStream<Block>,
	/// Proves that a block is final.
	pub finality_provider: Arc<FinalityProofProvider<B, Block>>,
}

/// What the methods need.
pub struct FullDeps<C, P, SC, B> {
	/// The client.
	pub client: Arc<C>,
	/// The transaction pool.
	pub pool: Arc<P>,
	/// How the best chain is chosen.
	pub select_chain: SC,
	/// The chain spec, for `sync_state_genSyncSpec`.
	pub chain_spec: Box<dyn sc_chain_spec::ChainSpec>,
	/// Answers questions about BABE's epochs.
	pub babe_worker_handle: BabeWorkerHandle<Block>,
	/// The keys of this node.
	pub keystore: KeystorePtr,
	/// Finality.
	pub grandpa: GrandpaDeps<B>,
}

/// The module of all these methods. `executor` runs their subscriptions.
pub fn create_full<C, P, SC, B>(
	deps: &FullDeps<C, P, SC, B>,
	executor: SubscriptionTaskExecutor,
) -> Result<RpcModule<()>, Box<dyn Error + Send + Sync>>
where
	C: ProvideRuntimeApi<Block>
		+ HeaderBackend<Block>
		+ HeaderMetadata<Block, Error = BlockChainError>
		+ AuxStore
		+ Send
		+ Sync
		+ 'static,
	C::Api: substrate_frame_rpc_system::AccountNonceApi<Block, AccountId, Nonce>
		+ pallet_transaction_payment_rpc::TransactionPaymentRuntimeApi<Block, Balance>
		+ BabeApi<Block>
		+ BlockBuilder<Block>,
	P: TransactionPool<Block = Block> + 'static,
	SC: SelectChain<Block> + Clone + 'static,
	B: sc_client_api::Backend<Block> + Send + Sync + 'static,
{
	use pallet_transaction_payment_rpc::{TransactionPayment, TransactionPaymentApiServer};
	use sc_consensus_babe_rpc::{Babe, BabeApiServer};
	use sc_consensus_grandpa_rpc::{Grandpa, GrandpaApiServer};
	use sc_sync_state_rpc::{SyncState, SyncStateApiServer};
	use substrate_frame_rpc_system::{System, SystemApiServer};

	let FullDeps { client, pool, select_chain, chain_spec, babe_worker_handle, keystore, grandpa } = deps;
	let mut module = RpcModule::new(());

	module.merge(System::new(client.clone(), pool.clone()).into_rpc())?;
	module.merge(TransactionPayment::<_, Block>::new(client.clone()).into_rpc())?;
	module.merge(
		Babe::new(client.clone(), babe_worker_handle.clone(), keystore.clone(), select_chain.clone()).into_rpc(),
	)?;
	module.merge(
		Grandpa::new(
			executor,
			grandpa.shared_authority_set.clone(),
			grandpa.shared_voter_state.clone(),
			grandpa.justification_stream.clone(),
			grandpa.finality_provider.clone(),
		)
		.into_rpc(),
	)?;
	module.merge(
		SyncState::new(
			chain_spec.cloned_box(),
			client.clone(),
			grandpa.shared_authority_set.clone(),
			babe_worker_handle.clone(),
		)?
		.into_rpc(),
	)?;

	Ok(module)
}
