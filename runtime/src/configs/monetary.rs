//! Tokens, vesting and fees.

use crate::{
	configs::governance::EnsureReleaseOf,
	impls::{ForeignLocks, LengthFee, Pots, VotingTokens, WeightFee},
	AccountId, Balance, Balances, BttStaking, BttToken, Burn, ChainTiming, Fees, Governance, Runtime, RuntimeEvent,
	RuntimeFreezeReason, RuntimeHoldReason, System, Timestamp, VestingSchedules,
};
use btt_primitives::{Moment, BTT, DAY, EXISTENTIAL_DEPOSIT, HOUR, TOTAL_SUPPLY};
use frame_support::{
	parameter_types,
	traits::{ConstU32, ConstU8, VariantCountOf, WithdrawReasons},
	PalletId,
};
use pallet_btt_burn::DustBurn;
use pallet_btt_fees::{ChargeWeight, DevelopmentFund, DiscountedCharge, TransactionFees};
use pallet_btt_governance::{EnsureNetworkUpgrade, EnsureResourceAllocation};
use pallet_transaction_payment::{FungibleAdapter, Multiplier, TargetedFeeAdjustment};
use sp_runtime::{traits::ConvertInto, FixedPointNumber, Perbill, Perquintill};

parameter_types! {
	/// The balance under which an account is reaped.
	pub const ExistentialDeposit: Balance = EXISTENTIAL_DEPOSIT;
}

impl pallet_balances::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeHoldReason = RuntimeHoldReason;
	type RuntimeFreezeReason = RuntimeFreezeReason;
	type WeightInfo = pallet_balances::weights::SubstrateWeight<Runtime>;
	type Balance = Balance;
	type DustRemoval = DustBurn<Runtime>;
	type ExistentialDeposit = ExistentialDeposit;
	type AccountStore = System;
	type ReserveIdentifier = [u8; 8];
	type FreezeIdentifier = RuntimeFreezeReason;
	type MaxLocks = ConstU32<50>;
	type MaxReserves = ConstU32<50>;
	type MaxFreezes = VariantCountOf<RuntimeFreezeReason>;
	type DoneSlashHandler = ();
}

parameter_types! {
	/// Where the fee multiplier comes to rest: a quarter of the normal transactions that fit.
	pub const TargetBlockFullness: Perquintill = Perquintill::from_percent(25);
	/// How fast the multiplier moves; see the adapter's documentation.
	pub AdjustmentVariable: Multiplier = Multiplier::saturating_from_rational(75, 1_000_000);
	/// The multiplier never falls under a tenth, so that the base fee keeps out spam.
	pub MinimumMultiplier: Multiplier = Multiplier::saturating_from_rational(1, 10);
	/// The multiplier never rises over a hundred, so that a full chain can still be used.
	pub MaximumMultiplier: Multiplier = Multiplier::saturating_from_integer(100);
}

impl pallet_transaction_payment::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type OnChargeTransaction = DiscountedCharge<FungibleAdapter<Balances, TransactionFees<Runtime>>>;
	type WeightToFee = WeightFee;
	type LengthToFee = LengthFee;
	type FeeMultiplierUpdate =
		TargetedFeeAdjustment<Self, TargetBlockFullness, AdjustmentVariable, MinimumMultiplier, MaximumMultiplier>;
	type OperationalFeeMultiplier = ConstU8<5>;
	type WeightInfo = ChargeWeight<Runtime>;
}

parameter_types! {
	/// The smallest vested transfer between users: 1 BTT.
	pub const MinVestedTransfer: Balance = BTT;
	/// Nothing may be paid from the unvested part of a vested transfer, fees included.
	pub UnvestedFundsAllowedWithdrawReasons: WithdrawReasons = WithdrawReasons::empty();
}

impl pallet_vesting::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type Currency = Balances;
	type BlockNumberToBalance = ConvertInto;
	type MinVestedTransfer = MinVestedTransfer;
	type WeightInfo = pallet_vesting::weights::SubstrateWeight<Runtime>;
	type UnvestedFundsAllowedWithdrawReasons = UnvestedFundsAllowedWithdrawReasons;
	type BlockNumberProvider = System;
	const MAX_VESTING_SCHEDULES: u32 = 28;
}

parameter_types! {
	/// From which the accounts of the allocations' pots derive.
	pub const AllocationPalletId: PalletId = PalletId(*b"btt/allo");
	/// How long a milestone's evidence can be objected to (SPEC §4).
	pub const ObjectionPeriod: Moment = 14 * DAY;
	/// The share of eligible power that suspends a milestone (SPEC §4).
	pub const ObjectionThreshold: Perbill = Perbill::from_percent(1);
	/// The pause between two sweeps that unlock vested tokens.
	pub const SweepInterval: Moment = HOUR;
}

impl pallet_btt_token::Config for Runtime {
	type Currency = Balances;
	type RuntimeFreezeReason = RuntimeFreezeReason;
	type Time = Timestamp;
	type Clock = ChainTiming;
	type Vesting = VestingSchedules;
	type Power = VotingTokens;
	type Mining = crate::MiningRewards;
	type ReleaseOrigin = EnsureReleaseOf;
	type MilestoneOrigin = EnsureResourceAllocation;
	type PalletId = AllocationPalletId;
	type ObjectionPeriod = ObjectionPeriod;
	type ObjectionThreshold = ObjectionThreshold;
	type MaxMilestones = ConstU32<64>;
	type WeightInfo = pallet_btt_token::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Helper;
}

impl pallet_vesting_schedules::Config for Runtime {
	type Currency = Balances;
	type RuntimeFreezeReason = RuntimeFreezeReason;
	type Time = Timestamp;
	type RotateOrigin = EnsureNetworkUpgrade;
	// Votes end before the stake behind them moves, and providers move after theirs.
	type OnRotate = (BttToken, Governance, BttStaking, Fees, crate::MiningRewards);
	type ForeignLocks = ForeignLocks;
	type Protected = Pots;
	type MaxLines = ConstU32<8>;
	type SweepInterval = SweepInterval;
	type WeightInfo = pallet_vesting_schedules::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Helper;
}

parameter_types! {
	/// What policies burn in a UTC year at most: 2 % of the supply (SPEC §6).
	pub const YearlyBurnCeiling: Balance = TOTAL_SUPPLY / 50;
	/// Everything that was ever minted.
	pub const Supply: Balance = TOTAL_SUPPLY;
	/// From which the account of the development fund derives.
	pub const DevelopmentFundId: PalletId = PalletId(*b"btt/fees");
}

impl pallet_btt_burn::Config for Runtime {
	type Currency = Balances;
	type Time = Timestamp;
	type Supply = Supply;
	type YearlyCeiling = YearlyBurnCeiling;
	type Excess = DevelopmentFund<Runtime>;
	type AdminOrigin = EnsureResourceAllocation;
	type Identity = AccountId;
	type WeightInfo = pallet_btt_burn::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Helper;
}

impl pallet_btt_fees::Config for Runtime {
	type Currency = Balances;
	type Time = Timestamp;
	type Stake = BttStaking;
	type Burn = Burn;
	type Policies = Burn;
	type Rewards = BttStaking;
	type Day = pallet_chain_timing::StakingDay<Runtime>;
	type AdminOrigin = EnsureResourceAllocation;
	type SpendOrigin = EnsureResourceAllocation;
	type PotId = DevelopmentFundId;
	type WeightInfo = pallet_btt_fees::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Helper;
}
