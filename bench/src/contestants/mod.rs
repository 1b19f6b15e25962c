//! The ways to pay that are compared, each with a runtime that has nothing but what it takes.

mod asset_rewards;
mod mining;
mod packed;
mod pools;
mod staking;

pub use asset_rewards::AssetRewards;
pub use mining::Mining;
pub use packed::Packed;
pub use pools::NominationPools;
pub use staking::Staking;

use frame_support::{
	parameter_types,
	weights::{constants::WEIGHT_REF_TIME_PER_SECOND, Weight},
};
use frame_system::limits::BlockWeights;
use sp_runtime::Perbill;

parameter_types! {
	/// Blocks as on the chain: two seconds, three quarters of them for users.
	pub Weights: BlockWeights = BlockWeights::with_sensible_defaults(
		Weight::from_parts(2 * WEIGHT_REF_TIME_PER_SECOND, u64::MAX),
		Perbill::from_percent(75),
	);
}

/// What all runtimes have in common: the system and balances, as on the chain.
macro_rules! common {
	() => {
		#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
		impl frame_system::Config for Runtime {
			type AccountId = $crate::race::AccountId;
			type Lookup = sp_runtime::traits::IdentityLookup<Self::AccountId>;
			type Block = frame_system::mocking::MockBlock<Runtime>;
			type BlockWeights = $crate::contestants::Weights;
			type DbWeight = frame_support::weights::constants::RocksDbWeight;
			type AccountData = pallet_balances::AccountData<btt_primitives::Balance>;
		}

		#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
		impl pallet_balances::Config for Runtime {
			type Balance = btt_primitives::Balance;
			type ExistentialDeposit = frame_support::traits::ConstU128<{ btt_primitives::EXISTENTIAL_DEPOSIT }>;
			type AccountStore = System;
			type FreezeIdentifier = RuntimeFreezeReason;
			type MaxFreezes = frame_support::traits::VariantCountOf<RuntimeFreezeReason>;
		}
	};
}

/// The staking pallet, which elects nobody here.
macro_rules! with_staking {
	() => {
		#[derive_impl(pallet_timestamp::config_preludes::TestDefaultConfig)]
		impl pallet_timestamp::Config for Runtime {}

		#[derive_impl(pallet_staking::config_preludes::TestDefaultConfig)]
		impl pallet_staking::Config for Runtime {
			type OldCurrency = Balances;
			type Currency = Balances;
			type UnixTime = Timestamp;
			type AdminOrigin = frame_system::EnsureRoot<$crate::race::AccountId>;
			type EraPayout = ();
			type MaxExposurePageSize = frame_support::traits::ConstU32<{ $crate::contestants::PAGE }>;
			type ElectionProvider = frame_election_provider_support::NoElection<(
				$crate::race::AccountId,
				frame_system::pallet_prelude::BlockNumberFor<Runtime>,
				Staking,
				frame_support::traits::ConstU32<1_000>,
				frame_support::traits::ConstU32<1_000>,
			)>;
			type GenesisElectionProvider = Self::ElectionProvider;
			type VoterList = pallet_staking::UseNominatorsAndValidatorsMap<Self>;
			type TargetList = pallet_staking::UseValidatorsMap<Self>;
			type WeightInfo = pallet_staking::weights::SubstrateWeight<Runtime>;
		}
	};
}

pub(crate) use {common, with_staking};

/// How many nominators one page of a validator's exposure holds: as on Polkadot's relay chain.
pub const PAGE: u32 = 512;
