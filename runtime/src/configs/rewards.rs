//! Mining rewards (SPEC §5).

use crate::{
	impls::DisputePeriod, Balances, BttStaking, BttToken, ChainTiming, Runtime, RuntimeHoldReason, Timestamp,
	VestingSchedules,
};
use pallet_btt_burn::SlashBurn;
use pallet_btt_governance::EnsureTechnicalStandards;

impl pallet_mining_rewards::Config for Runtime {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Time = Timestamp;
	type Clock = ChainTiming;
	type Source = BttToken;
	type Stake = BttStaking;
	type Accountability = BttStaking;
	type Unvested = VestingSchedules;
	type SlashSink = SlashBurn<Runtime>;
	type EraDuration = pallet_chain_timing::EraDuration<Runtime>;
	type Day = pallet_chain_timing::StakingDay<Runtime>;
	type DisputePeriod = DisputePeriod;
	type AdminOrigin = EnsureTechnicalStandards;
	type RulingOrigin = EnsureTechnicalStandards;
	type WeightInfo = pallet_mining_rewards::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Helper;
}
