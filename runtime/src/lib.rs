//! The state transition function of the BTT chain.
//!
//! 210,000,000 BTT are minted in genesis and nothing can mint again: no origin of this runtime is, or yields, Root.

#![cfg_attr(not(feature = "std"), no_std)]
#![recursion_limit = "512"]
// The macros of FRAME expand to public items without documentation.
#![allow(missing_docs)]
#![deny(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::unwrap_used)]

extern crate alloc;

#[cfg(feature = "std")]
include!(concat!(env!("OUT_DIR"), "/wasm_binary.rs"));

pub mod apis;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarks;
pub mod configs;
pub mod genesis_config_presets;
pub mod impls;
pub mod migrations;
pub mod weights;

use alloc::{borrow::Cow, vec::Vec};
use sp_runtime::{
	generic, impl_opaque_keys,
	traits::{BlakeTwo256, IdentifyAccount, Verify},
	MultiAddress, MultiSignature,
};
use sp_version::RuntimeVersion;

pub use apis::RuntimeApi;
pub use btt_primitives::{Balance, Moment};

/// A signature over a transaction, of any of the usual schemes.
pub type Signature = MultiSignature;
/// An account: the public key behind a signature, or its hash.
pub type AccountId = <<Signature as Verify>::Signer as IdentifyAccount>::AccountId;
/// The number of transactions that an account has sent.
pub type Nonce = u32;
/// A hash.
pub type Hash = sp_core::H256;
/// A height of the chain.
pub type BlockNumber = u32;
/// How transactions name an account.
pub type Address = MultiAddress<AccountId, ()>;
/// A block header.
pub type Header = generic::Header<BlockNumber, BlakeTwo256>;
/// A block.
pub type Block = generic::Block<Header, UncheckedExtrinsic>;
/// A block with a signed justification.
pub type SignedBlock = generic::SignedBlock<Block>;

/// What every transaction carries beside its call, in this order.
pub type TxExtension = (
	frame_system::AuthorizeCall<Runtime>,
	frame_system::CheckNonZeroSender<Runtime>,
	frame_system::CheckSpecVersion<Runtime>,
	frame_system::CheckTxVersion<Runtime>,
	frame_system::CheckGenesis<Runtime>,
	frame_system::CheckMortality<Runtime>,
	frame_system::CheckNonce<Runtime>,
	frame_system::CheckWeight<Runtime>,
	pallet_transaction_payment::ChargeTransactionPayment<Runtime>,
	frame_metadata_hash_extension::CheckMetadataHash<Runtime>,
	frame_system::WeightReclaim<Runtime>,
);

/// A transaction as it travels.
pub type UncheckedExtrinsic = generic::UncheckedExtrinsic<Address, RuntimeCall, Signature, TxExtension>;

/// What is signed of a transaction.
pub type SignedPayload = generic::SignedPayload<RuntimeCall, TxExtension>;

/// Runs blocks.
pub type Executive =
	frame_executive::Executive<Runtime, Block, frame_system::ChainContext<Runtime>, Runtime, AllPalletsWithSystem>;

impl_opaque_keys! {
	/// The keys with which a validator works, as `session.setKeys` takes them.
	pub struct SessionKeys {
		/// Authors blocks.
		pub babe: Babe,
		/// Finalises blocks.
		pub grandpa: Grandpa,
		/// Signs the validator's network address.
		pub authority_discovery: AuthorityDiscovery,
	}
}

/// Defines the version; its numbers have to be literals, from which a section of the Wasm is written.
macro_rules! version {
	($spec_version:tt) => {
		/// The version of this runtime.
		#[sp_version::runtime_version]
		pub const VERSION: RuntimeVersion = RuntimeVersion {
			spec_name: Cow::Borrowed("btt"),
			impl_name: Cow::Borrowed("btt-node"),
			authoring_version: 1,
			spec_version: $spec_version,
			impl_version: 0,
			apis: apis::RUNTIME_API_VERSIONS,
			transaction_version: 1,
			system_version: 1,
		};
	};
}

#[cfg(not(feature = "rehearsal"))]
version!(1);
// One more than what ships, so that networks take it for the next.
#[cfg(feature = "rehearsal")]
version!(2);

/// Types that the node handles without looking inside.
pub mod opaque {
	use super::{generic, BlakeTwo256, BlockNumber};
	pub use crate::SessionKeys;
	pub use sp_runtime::OpaqueExtrinsic as UncheckedExtrinsic;

	/// A block header.
	pub type Header = generic::Header<BlockNumber, BlakeTwo256>;
	/// A block whose transactions are bytes.
	pub type Block = generic::Block<Header, UncheckedExtrinsic>;
	/// The identifier of a block.
	pub type BlockId = generic::BlockId<Block>;
}

// Genesis and hooks run in the order of the indices: balances before the pallets that mint and freeze in genesis,
// these before staking, whose stakes they are, and that before the session, which it elects. Authorship comes after
// the session: the author of the first block of one is among those who serve from then on.
#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeSlashReason,
		RuntimeLockId,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Runtime;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type ChainTiming = pallet_chain_timing;
	#[runtime::pallet_index(2)]
	pub type Timestamp = pallet_timestamp;
	#[runtime::pallet_index(3)]
	pub type Babe = pallet_babe;
	#[runtime::pallet_index(5)]
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(6)]
	pub type TransactionPayment = pallet_transaction_payment;
	#[runtime::pallet_index(7)]
	pub type BttToken = pallet_btt_token;
	#[runtime::pallet_index(8)]
	pub type VestingSchedules = pallet_vesting_schedules;
	#[runtime::pallet_index(9)]
	pub type BttStaking = pallet_btt_staking;
	#[runtime::pallet_index(10)]
	pub type Session = pallet_session;
	#[runtime::pallet_index(11)]
	pub type Historical = pallet_session::historical;
	#[runtime::pallet_index(12)]
	pub type Offences = pallet_offences;
	#[runtime::pallet_index(13)]
	pub type Grandpa = pallet_grandpa;
	#[runtime::pallet_index(14)]
	pub type AuthorityDiscovery = pallet_authority_discovery;
	#[runtime::pallet_index(15)]
	pub type Authorship = pallet_authorship;
	#[runtime::pallet_index(16)]
	pub type Burn = pallet_btt_burn;
	#[runtime::pallet_index(17)]
	pub type Fees = pallet_btt_fees;
	#[runtime::pallet_index(18)]
	pub type MiningRewards = pallet_mining_rewards;
	#[runtime::pallet_index(20)]
	pub type Vesting = pallet_vesting;
	#[runtime::pallet_index(21)]
	pub type Utility = pallet_utility;
	#[runtime::pallet_index(22)]
	pub type Multisig = pallet_multisig;
	#[runtime::pallet_index(23)]
	pub type Proxy = pallet_proxy;
	#[runtime::pallet_index(24)]
	pub type Preimage = pallet_preimage;
	#[runtime::pallet_index(25)]
	pub type Scheduler = pallet_scheduler;
	#[runtime::pallet_index(26)]
	pub type Parameters = pallet_parameters;
	#[runtime::pallet_index(27)]
	pub type SafeMode = pallet_safe_mode;
	#[runtime::pallet_index(28)]
	pub type TxPause = pallet_tx_pause;
	#[runtime::pallet_index(29)]
	pub type MultiBlockMigrations = pallet_migrations;
	#[runtime::pallet_index(30)]
	pub type Institutions = pallet_collective<Instance1>;
	#[runtime::pallet_index(31)]
	pub type Governance = pallet_btt_governance;
	#[runtime::pallet_index(32)]
	pub type Referenda = pallet_referenda;
}
