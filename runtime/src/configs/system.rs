//! The block, its clock, and the pallets that help accounts and operators.

use crate::{
	configs::governance::DECIDED_CALLS,
	impls::{CallFilter, DepositPerByte, DepositPerItem, Eras, LinearDeposit},
	migrations, AccountId, Balance, Balances, Block, BlockNumber, ChainTiming, Hash, MultiBlockMigrations, Nonce,
	OriginCaller, PalletInfo, Preimage, Runtime, RuntimeCall, RuntimeEvent, RuntimeHoldReason, RuntimeOrigin,
	RuntimeTask, SafeMode, System, TxPause, VERSION,
};
use btt_primitives::SS58_PREFIX;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{
	derive_impl,
	dispatch::DispatchClass,
	parameter_types,
	traits::{
		fungible::HoldConsideration, CallMetadata, ConstU32, Contains, EqualPrivilegeOnly, Get, GetCallMetadata,
		InsideBoth, InstanceFilter, LinearStoragePrice, NeverEnsureOrigin,
	},
	weights::{
		constants::{BlockExecutionWeight, ExtrinsicBaseWeight, RocksDbWeight, WEIGHT_REF_TIME_PER_SECOND},
		Weight,
	},
};
use frame_system::{
	limits::{BlockLength, BlockWeights},
	EnsureWithSuccess,
};
use pallet_btt_governance::EnsureNetworkUpgrade;
use pallet_tx_pause::RuntimeCallNameOf;
use scale_info::TypeInfo;
use sp_runtime::{
	traits::{AccountIdLookup, BlakeTwo256},
	Perbill,
};
use sp_version::RuntimeVersion;

/// The part of a block that user transactions may fill; the rest is for operational ones.
const NORMAL_DISPATCH_RATIO: Perbill = Perbill::from_percent(75);

/// What the hooks of an average block take of it.
const AVERAGE_ON_INITIALIZE_RATIO: Perbill = Perbill::from_percent(10);

/// Two seconds of computation in a block; a solo chain needs no bound on proofs.
const MAXIMUM_BLOCK_WEIGHT: Weight = Weight::from_parts(2 * WEIGHT_REF_TIME_PER_SECOND, u64::MAX);

/// So much of a block.
pub fn part_of_block(part: Perbill) -> Weight {
	Weight::from_parts(
		part.mul_floor(MAXIMUM_BLOCK_WEIGHT.ref_time()),
		part.mul_floor(MAXIMUM_BLOCK_WEIGHT.proof_size()),
	)
}

/// Blocks of the mainnet's 6 s in a duration in ms. Only for periods that need not be exact in time.
pub const fn blocks(duration: u64) -> BlockNumber {
	(duration / 6_000) as BlockNumber
}

parameter_types! {
	/// Hashes of so many ancestors are kept, which bounds the life of a mortal transaction.
	pub const BlockHashCount: BlockNumber = 4096;
	/// The version of the runtime.
	pub const Version: RuntimeVersion = VERSION;
	/// The address format.
	pub const Ss58Prefix: u16 = SS58_PREFIX;
	/// How much computation a block takes.
	pub RuntimeBlockWeights: BlockWeights = BlockWeights::builder()
		.base_block(BlockExecutionWeight::get())
		.for_class(DispatchClass::all(), |weights| weights.base_extrinsic = ExtrinsicBaseWeight::get())
		.for_class(DispatchClass::Normal, |weights| {
			weights.max_total = Some(part_of_block(NORMAL_DISPATCH_RATIO));
		})
		.for_class(DispatchClass::Operational, |weights| {
			weights.max_total = Some(MAXIMUM_BLOCK_WEIGHT);
			weights.reserved = Some(MAXIMUM_BLOCK_WEIGHT.saturating_sub(part_of_block(NORMAL_DISPATCH_RATIO)));
		})
		.avg_block_initialization(AVERAGE_ON_INITIALIZE_RATIO)
		.build_or_panic();
	/// How many bytes of transactions a block takes: 5 MiB.
	pub RuntimeBlockLength: BlockLength = BlockLength::builder()
		.max_length(5 * 1024 * 1024)
		.modify_max_length_for_class(DispatchClass::Normal, |length| {
			*length = NORMAL_DISPATCH_RATIO.mul_floor(*length)
		})
		.build();
}

#[derive_impl(frame_system::config_preludes::SolochainDefaultConfig)]
impl frame_system::Config for Runtime {
	type BaseCallFilter = InsideBoth<CallFilter, InsideBoth<SafeMode, TxPause>>;
	type BlockWeights = RuntimeBlockWeights;
	type BlockLength = RuntimeBlockLength;
	type AccountId = AccountId;
	type Lookup = AccountIdLookup<AccountId, ()>;
	type Nonce = Nonce;
	type Hash = Hash;
	type Hashing = BlakeTwo256;
	type Block = Block;
	type BlockHashCount = BlockHashCount;
	type DbWeight = RocksDbWeight;
	type Version = Version;
	type AccountData = pallet_balances::AccountData<Balance>;
	type SystemWeightInfo = frame_system::weights::SubstrateWeight<Runtime>;
	type ExtensionsWeightInfo = frame_system::SubstrateExtensionsWeight<Runtime>;
	type SS58Prefix = Ss58Prefix;
	type MaxConsumers = ConstU32<64>;
	type SingleBlockMigrations = migrations::SingleBlock;
	type MultiBlockMigrator = MultiBlockMigrations;
}

impl pallet_chain_timing::Config for Runtime {}

impl pallet_timestamp::Config for Runtime {
	type Moment = u64;
	type OnTimestampSet = (crate::Babe, ChainTiming, crate::MiningRewards);
	type MinimumPeriod = pallet_chain_timing::MinimumPeriod<Runtime>;
	type WeightInfo = pallet_timestamp::weights::SubstrateWeight<Runtime>;
}

impl pallet_utility::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type PalletsOrigin = OriginCaller;
	type WeightInfo = pallet_utility::weights::SubstrateWeight<Runtime>;
}

impl pallet_multisig::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type Currency = Balances;
	type DepositBase = LinearDeposit<1, 88>;
	type DepositFactor = LinearDeposit<0, 32>;
	type MaxSignatories = ConstU32<100>;
	type WeightInfo = pallet_multisig::weights::SubstrateWeight<Runtime>;
	type BlockNumberProvider = System;
}

/// What a proxy may do in the name of an account.
#[derive(
	Copy,
	Clone,
	Debug,
	Default,
	Eq,
	PartialEq,
	Ord,
	PartialOrd,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum ProxyType {
	/// Everything.
	#[default]
	Any,
	/// Everything that cannot move tokens of the account.
	NonTransfer,
	/// Take part in decisions.
	Governance,
	/// Set the keys of a validator.
	SessionKeys,
	/// Reject announced proxy calls.
	CancelProxy,
	/// Stake, validate and back validators.
	Staking,
}

impl InstanceFilter<RuntimeCall> for ProxyType {
	fn filter(&self, call: &RuntimeCall) -> bool {
		match self {
			Self::Any => true,
			Self::NonTransfer => matches!(
				call,
				RuntimeCall::System(..)
					| RuntimeCall::Timestamp(..)
					| RuntimeCall::Babe(..)
					| RuntimeCall::Grandpa(..)
					| RuntimeCall::Session(..)
					| RuntimeCall::BttStaking(..)
					| RuntimeCall::MiningRewards(
						pallet_mining_rewards::Call::settle { .. }
							| pallet_mining_rewards::Call::refresh { .. }
							| pallet_mining_rewards::Call::attest { .. }
					) | RuntimeCall::Institutions(..)
					| RuntimeCall::Governance(..)
					| RuntimeCall::Referenda(..)
					| RuntimeCall::Preimage(..)
					| RuntimeCall::Utility(..)
					| RuntimeCall::Multisig(..)
					| RuntimeCall::Proxy(..)
					| RuntimeCall::Vesting(pallet_vesting::Call::vest { .. } | pallet_vesting::Call::vest_other { .. })
					| RuntimeCall::VestingSchedules(pallet_vesting_schedules::Call::vest { .. })
			),
			Self::Governance => {
				matches!(
					call,
					RuntimeCall::Institutions(..)
						| RuntimeCall::Governance(..)
						| RuntimeCall::Referenda(..)
						| RuntimeCall::Preimage(..)
						| RuntimeCall::Utility(..)
				)
			}
			Self::SessionKeys => matches!(call, RuntimeCall::Session(..)),
			Self::CancelProxy => {
				matches!(call, RuntimeCall::Proxy(pallet_proxy::Call::reject_announcement { .. }))
			}
			Self::Staking => {
				matches!(call, RuntimeCall::BttStaking(..) | RuntimeCall::Session(..) | RuntimeCall::Utility(..))
			}
		}
	}

	fn is_superset(&self, other: &Self) -> bool {
		match (self, other) {
			(a, b) if a == b => true,
			(Self::Any, _) => true,
			(_, Self::Any) => false,
			(Self::NonTransfer, _) => true,
			(Self::Staking, Self::SessionKeys) => true,
			_ => false,
		}
	}
}

impl pallet_proxy::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type Currency = Balances;
	type ProxyType = ProxyType;
	type ProxyDepositBase = LinearDeposit<1, 8>;
	type ProxyDepositFactor = LinearDeposit<0, 33>;
	type MaxProxies = ConstU32<32>;
	type WeightInfo = pallet_proxy::weights::SubstrateWeight<Runtime>;
	type MaxPending = ConstU32<32>;
	type CallHasher = BlakeTwo256;
	type AnnouncementDepositBase = LinearDeposit<1, 8>;
	type AnnouncementDepositFactor = LinearDeposit<0, 66>;
	type BlockNumberProvider = System;
}

parameter_types! {
	/// The hold under which the deposit for a noted preimage stands.
	pub const PreimageHoldReason: RuntimeHoldReason = RuntimeHoldReason::Preimage(pallet_preimage::HoldReason::Preimage);
	/// A scheduled call may fill most of a block.
	pub MaximumSchedulerWeight: Weight = part_of_block(Perbill::from_percent(60));
}

impl pallet_preimage::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = pallet_preimage::weights::SubstrateWeight<Runtime>;
	type Currency = Balances;
	type ManagerOrigin = EnsureNetworkUpgrade;
	type Consideration = HoldConsideration<
		AccountId,
		Balances,
		PreimageHoldReason,
		LinearStoragePrice<DepositPerItem, DepositPerByte, Balance>,
	>;
}

impl pallet_scheduler::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeOrigin = RuntimeOrigin;
	type PalletsOrigin = OriginCaller;
	type RuntimeCall = RuntimeCall;
	type MaximumWeight = MaximumSchedulerWeight;
	type ScheduleOrigin = NeverEnsureOrigin<()>;
	type OriginPrivilegeCmp = EqualPrivilegeOnly;
	// All referenda that are voted on in a block have their alarms in the next, and one that finds no room loses it.
	type MaxScheduledPerBlock = ConstU32<512>;
	type WeightInfo = pallet_scheduler::weights::SubstrateWeight<Runtime>;
	type Preimages = Preimage;
	type BlockNumberProvider = System;
}

/// Calls that no pause may stop: those that keep the chain alive, those that end the pause, and what a referendum decided.
pub struct AlwaysOn;

impl AlwaysOn {
	/// Pallets of which every call goes on.
	const PALLETS: [&'static str; 10] = [
		"System",
		"Timestamp",
		"Babe",
		"Grandpa",
		"Session",
		"Institutions",
		"Governance",
		"Referenda",
		"Preimage",
		"SafeMode",
	];

	/// Others that go on: slashes fall due and dispute windows pass whether or not there is a pause, and a batch is stopped
	/// call by call.
	const CALLS: [(&'static str, &'static [&'static str]); 4] = [
		("TxPause", &["pause", "unpause"]),
		("BttStaking", &["chill", "apply_slash"]),
		("MiningRewards", &["contest", "lapse"]),
		("Utility", &["batch", "batch_all", "force_batch", "if_else"]),
	];

	fn goes_on(pallet: &str, call: &str) -> bool {
		let listed =
			|list: &[(&str, &[&str])]| list.iter().any(|(name, calls)| *name == pallet && calls.contains(&call));
		Self::PALLETS.contains(&pallet) || listed(&Self::CALLS) || listed(&DECIDED_CALLS)
	}
}

impl Contains<RuntimeCall> for AlwaysOn {
	fn contains(call: &RuntimeCall) -> bool {
		let CallMetadata { pallet_name, function_name } = call.get_call_metadata();
		Self::goes_on(pallet_name, function_name)
	}
}

impl Contains<RuntimeCallNameOf<Runtime>> for AlwaysOn {
	fn contains((pallet, call): &RuntimeCallNameOf<Runtime>) -> bool {
		match (core::str::from_utf8(pallet), core::str::from_utf8(call)) {
			(Ok(pallet), Ok(call)) => Self::goes_on(pallet, call),
			_ => false,
		}
	}
}

parameter_types! {
	/// Blocks for which a referendum enters safe mode, and by which it extends it: four eras, a day on the mainnet.
	pub SafeModeDuration: BlockNumber = Eras::<4>::get();
	/// Nobody enters safe mode with a deposit, so no such deposit is ever released.
	pub const NoDeposit: Option<Balance> = None;
	/// See [`NoDeposit`].
	pub const NoReleaseDelay: Option<BlockNumber> = None;
}

impl pallet_safe_mode::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type WhitelistedCalls = AlwaysOn;
	type EnterDuration = SafeModeDuration;
	type ExtendDuration = SafeModeDuration;
	type EnterDepositAmount = NoDeposit;
	type ExtendDepositAmount = NoDeposit;
	type ForceEnterOrigin = EnsureWithSuccess<EnsureNetworkUpgrade, AccountId, SafeModeDuration>;
	type ForceExtendOrigin = EnsureWithSuccess<EnsureNetworkUpgrade, AccountId, SafeModeDuration>;
	type ForceExitOrigin = EnsureNetworkUpgrade;
	type ForceDepositOrigin = NeverEnsureOrigin<()>;
	type Notify = ();
	type ReleaseDelay = NoReleaseDelay;
	type WeightInfo = pallet_safe_mode::weights::SubstrateWeight<Runtime>;
}

impl pallet_tx_pause::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type PauseOrigin = EnsureNetworkUpgrade;
	type UnpauseOrigin = EnsureNetworkUpgrade;
	type WhitelistedCalls = AlwaysOn;
	type MaxNameLen = ConstU32<256>;
	type WeightInfo = pallet_tx_pause::weights::SubstrateWeight<Runtime>;
}

parameter_types! {
	/// A step of a migration may fill most of a block, which serves no user while migrations run.
	pub MaxMigrationWeight: Weight = part_of_block(Perbill::from_percent(80));
}

impl pallet_migrations::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	#[cfg(not(feature = "runtime-benchmarks"))]
	type Migrations = migrations::MultiBlock;
	// Benchmarks need migrations that succeed, fail and run on.
	#[cfg(feature = "runtime-benchmarks")]
	type Migrations = pallet_migrations::mock_helpers::MockedMigrations;
	type CursorMaxLen = ConstU32<65_536>;
	type IdentifierMaxLen = ConstU32<256>;
	type MigrationStatusHandler = ();
	type FailedMigrationHandler = frame_support::migrations::FreezeChainOnFailedMigration;
	type MaxServiceWeight = MaxMigrationWeight;
	type WeightInfo = pallet_migrations::weights::SubstrateWeight<Runtime>;
}
