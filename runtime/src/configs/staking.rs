//! Staking (SPEC §7).

use crate::{
	impls::{SessionSeats, SlashDeferral, StakeMinimums, UnbondingPeriod},
	Balance, Balances, Governance, Runtime, RuntimeHoldReason, Timestamp, VestingSchedules,
};
use btt_primitives::BTT;
use frame_support::{parameter_types, traits::ConstU32, PalletId};
use pallet_btt_burn::SlashBurn;
use pallet_btt_governance::EnsureTechnicalStandards;

parameter_types! {
	/// The least bond and the least delegation: 10 BTT, which is the least minimum of a role.
	pub const MinBond: Balance = 10 * BTT;
	/// From which the account of the reward pot derives.
	pub const StakingPotId: PalletId = PalletId(*b"btt/stak");
}

impl pallet_btt_staking::Config for Runtime {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Time = Timestamp;
	type Unvested = VestingSchedules;
	type SlashSink = SlashBurn<Runtime>;
	type Keys = SessionSeats;
	type Disable = SessionSeats;
	type OnStakeChanged = (crate::MiningRewards, Governance);
	type RoleMinimums = StakeMinimums;
	type EraDuration = pallet_chain_timing::EraDuration<Runtime>;
	type Day = pallet_chain_timing::StakingDay<Runtime>;
	type UnbondingPeriod = UnbondingPeriod;
	type SlashDeferral = SlashDeferral;
	type OfflineEras = ConstU32<2>;
	type AdminOrigin = EnsureTechnicalStandards;
	type SlashCancelOrigin = EnsureTechnicalStandards;
	type MinBond = MinBond;
	type MaxCandidates = ConstU32<1_000>;
	type MaxValidators = ConstU32<300>;
	type MaxChunks = ConstU32<16>;
	type MaxBackings = ConstU32<16>;
	type PotId = StakingPotId;
	type WeightInfo = pallet_btt_staking::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Helper;
}
