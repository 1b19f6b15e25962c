//! Who decides what: token holders by referendum, each track on calls of its own (SPEC §8). The founding institutions
//! may only pause the chain in an emergency.

use crate::{
	configs::system::{blocks, part_of_block},
	impls::{CheckedRuntimeParameters, Eras, GovernanceRules, VotingTokens},
	AccountId, Balance, Balances, BlockNumber, BttStaking, OriginCaller, Preimage, Referenda, Runtime, RuntimeCall,
	RuntimeEvent, RuntimeFreezeReason, RuntimeOrigin, SafeMode, Scheduler, System, Timestamp,
};
use btt_primitives::{staking::Role, Allocation, DAY};
use frame_support::{
	dynamic_params::{dynamic_pallet_params, dynamic_params},
	instances::Instance1,
	parameter_types,
	traits::{AsEnsureOriginWithArg, ConstU32, EnsureOrigin, EnsureOriginWithArg},
	weights::Weight,
};
use frame_system::{EnsureRoot, EnsureSigned};
use pallet_btt_governance::{
	EnactedByScheduler, EnsureNetworkUpgrade, EnsurePartnerships, EnsureResourceAllocation, EnsureTechnicalStandards,
	TallyOf,
};
use pallet_collective::{EnsureProportionAtLeast, PrimeDefaultVote};
use sp_runtime::{Perbill, Permill};

/// Two thirds of the emergency council.
pub type EnsureEmergency = EnsureProportionAtLeast<AccountId, Instance1, 2, 3>;

parameter_types! {
	/// How long the emergency council can vote on a motion.
	pub const MotionDuration: BlockNumber = blocks(DAY);
	/// How much of a block a motion may use.
	pub MaxProposalWeight: Weight = part_of_block(Perbill::from_percent(5));
}

// The emergency council: the founding institutions, until a referendum on an upgrade names others. All it may do is to
// pause the chain.
impl pallet_collective::Config<Instance1> for Runtime {
	type RuntimeOrigin = RuntimeOrigin;
	type Proposal = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type MotionDuration = MotionDuration;
	type MaxProposals = ConstU32<8>;
	type MaxMembers = ConstU32<32>;
	type DefaultVote = PrimeDefaultVote;
	type WeightInfo = pallet_collective::weights::SubstrateWeight<Runtime>;
	type SetMembersOrigin = EnsureNetworkUpgrade;
	type MaxProposalWeight = MaxProposalWeight;
	type DisapproveOrigin = EnsureNetworkUpgrade;
	type KillOrigin = EnsureNetworkUpgrade;
	type Consideration = ();
}

parameter_types! {
	/// How many blocks a referendum waits at most for its decision deposit and a place: 14 days.
	pub const UndecidingTimeout: BlockNumber = blocks(14 * DAY);
	/// How many blocks a period of conviction has: 7 days.
	pub const LockingPeriod: BlockNumber = blocks(7 * DAY);
}

impl pallet_referenda::Config for Runtime {
	type RuntimeCall = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = crate::weights::ReferendaWeight;
	type Scheduler = Scheduler;
	type Currency = Balances;
	type SubmitOrigin = AsEnsureOriginWithArg<EnsureSigned<AccountId>>;
	// Of the other tracks only: see the filter of calls.
	type CancelOrigin = EnsureNetworkUpgrade;
	type KillOrigin = EnsureNetworkUpgrade;
	type Slash = crate::impls::BurnSlashedDeposit;
	type Votes = Balance;
	type Tally = TallyOf<Runtime>;
	type SubmissionDeposit = crate::impls::SubmissionDeposit;
	type MaxQueued = ConstU32<100>;
	type UndecidingTimeout = UndecidingTimeout;
	type AlarmInterval = ConstU32<1>;
	#[cfg(not(feature = "runtime-benchmarks"))]
	type Tracks = crate::Governance;
	// The benchmarks of the SDK submit proposals of Root.
	#[cfg(feature = "runtime-benchmarks")]
	type Tracks = crate::benchmarks::TracksWithRoot;
	type Preimages = Preimage;
	type BlockNumberProvider = System;
}

impl pallet_btt_governance::Config for Runtime {
	type Currency = Balances;
	type RuntimeFreezeReason = RuntimeFreezeReason;
	type Time = Timestamp;
	type TokenGenerationEvent = crate::impls::TokenGenerationEvent;
	type Polls = Referenda;
	type Enactments = EnactedByScheduler<Scheduler, BlockNumber, RuntimeCall, OriginCaller>;
	type Power = VotingTokens;
	type Stake = BttStaking;
	type Quorum = GovernanceRules;
	type StakeBonus = GovernanceRules;
	type LockingPeriod = LockingPeriod;
	type MaxVotes = ConstU32<16>;
	type Parameters = CheckedRuntimeParameters;
	type ParameterOrigin = EnsureParameter;
	type UpgradeOrigin = EnsureNetworkUpgrade;
	type PauseOrigin = EnsureEmergency;
	type SafeMode = SafeMode;
	type PauseDuration = Eras<4>;
	type PauseInterval = Eras<28>;
	type WeightInfo = pallet_btt_governance::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Helper;
}

/// Calls that only a referendum makes, by pallet, beside those of `Governance`, `Referenda`, `SafeMode` and `TxPause`. No
/// pause may stop them: it would undo what was decided.
pub const DECIDED_CALLS: [(&str, &[&str]); 6] = [
	("BttToken", &["release", "create_milestone", "decide"]),
	("VestingSchedules", &["force_rotate"]),
	("BttStaking", &["cancel_slash", "set_validator_count", "set_minimum"]),
	("Burn", &["set_policy"]),
	("Fees", &["set_fee_split", "spend", "set_premium_price", "set_efficiency"]),
	(
		"MiningRewards",
		&[
			"rule",
			"set_rules",
			"set_region",
			"remove_region",
			"set_hardware",
			"remove_hardware",
			"add_registrar",
			"remove_registrar",
		],
	),
];

/// Who may release from an allocation: upgrades of the network from the reserve, partnerships from the fund for the growth
/// of the ecosystem, the allocation of resources from the others (SPEC §1, §8).
pub struct EnsureReleaseOf;

impl EnsureOriginWithArg<RuntimeOrigin, Allocation> for EnsureReleaseOf {
	type Success = ();

	fn try_origin(origin: RuntimeOrigin, allocation: &Allocation) -> Result<(), RuntimeOrigin> {
		match allocation {
			Allocation::UnallocatedReserve => <EnsureNetworkUpgrade as EnsureOrigin<_>>::try_origin(origin),
			Allocation::EcosystemGrowthFund => <EnsurePartnerships as EnsureOrigin<_>>::try_origin(origin),
			_ => <EnsureResourceAllocation as EnsureOrigin<_>>::try_origin(origin),
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin(allocation: &Allocation) -> Result<RuntimeOrigin, ()> {
		match allocation {
			Allocation::UnallocatedReserve => <EnsureNetworkUpgrade as EnsureOrigin<_>>::try_successful_origin(),
			Allocation::EcosystemGrowthFund => <EnsurePartnerships as EnsureOrigin<_>>::try_successful_origin(),
			_ => <EnsureResourceAllocation as EnsureOrigin<_>>::try_successful_origin(),
		}
	}
}

/// Who may change a parameter: technical standards those of staking, the allocation of resources the deposits, and
/// upgrades of the network how votes count.
pub struct EnsureParameter;

impl EnsureOriginWithArg<RuntimeOrigin, RuntimeParameters> for EnsureParameter {
	type Success = ();

	fn try_origin(origin: RuntimeOrigin, parameter: &RuntimeParameters) -> Result<(), RuntimeOrigin> {
		match parameter {
			RuntimeParameters::Deposits(_) => <EnsureResourceAllocation as EnsureOrigin<_>>::try_origin(origin),
			RuntimeParameters::Staking(_) => <EnsureTechnicalStandards as EnsureOrigin<_>>::try_origin(origin),
			RuntimeParameters::Governance(_) => <EnsureNetworkUpgrade as EnsureOrigin<_>>::try_origin(origin),
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin(parameter: &RuntimeParameters) -> Result<RuntimeOrigin, ()> {
		match parameter {
			RuntimeParameters::Deposits(_) => <EnsureResourceAllocation as EnsureOrigin<_>>::try_successful_origin(),
			RuntimeParameters::Staking(_) => <EnsureTechnicalStandards as EnsureOrigin<_>>::try_successful_origin(),
			RuntimeParameters::Governance(_) => <EnsureNetworkUpgrade as EnsureOrigin<_>>::try_successful_origin(),
		}
	}
}

/// What can be changed at run time, by `Governance.set_parameter`, which refuses values out of bounds. Readers clamp all
/// the same.
#[dynamic_params(RuntimeParameters, pallet_parameters::Parameters::<Runtime>)]
pub mod dynamic_params {
	use super::*;

	/// Deposits for what an account stores.
	#[dynamic_pallet_params]
	#[codec(index = 0)]
	pub mod deposits {
		/// For each item in storage, in units; 0.001 to 10 BTT.
		#[codec(index = 0)]
		pub static PerItem: Balance = btt_primitives::BTT / 10;

		/// For each byte in storage, in units; 0.000001 to 0.1 BTT.
		#[codec(index = 1)]
		pub static PerByte: Balance = btt_primitives::BTT / 10_000;
	}

	/// What staking takes, and for how long (SPEC §18). A day is that of `ChainTiming`.
	#[dynamic_pallet_params]
	#[codec(index = 1)]
	pub mod staking {
		/// The minimum stake of a compute provider, in units; 1 to 1,000,000 BTT, as those of the other roles.
		#[codec(index = 0)]
		pub static ProviderMinimum: Balance = Role::Provider.default_minimum();

		/// The minimum stake of a verifier, in units.
		#[codec(index = 1)]
		pub static VerifierMinimum: Balance = Role::Verifier.default_minimum();

		/// The minimum stake of a governance voter, in units.
		#[codec(index = 2)]
		pub static GovernanceMinimum: Balance = Role::Governance.default_minimum();

		/// The minimum stake for premium access, in units.
		#[codec(index = 3)]
		pub static PremiumMinimum: Balance = Role::Premium.default_minimum();

		/// The minimum stake of an accredited clinic, in units.
		#[codec(index = 4)]
		pub static ClinicMinimum: Balance = Role::Clinic.default_minimum();

		/// The minimum stake of a validator, in units.
		#[codec(index = 5)]
		pub static ValidatorMinimum: Balance = Role::Validator.default_minimum();

		/// How long stake takes to leave, in days; at most 365, and at least a day more than a slash takes to fall due
		/// after the longest dispute.
		#[codec(index = 6)]
		pub static UnbondingDays: u32 = 14;

		/// How long a slash can be cancelled, in days; at most 27.
		#[codec(index = 7)]
		pub static SlashDeferralDays: u32 = 7;
	}

	/// How votes count (SPEC §8), and what a proposal takes.
	#[dynamic_pallet_params]
	#[codec(index = 2)]
	pub mod governance {
		/// The part of a house's tokens from which on its vote counts in full; 1 to 20 %.
		#[codec(index = 0)]
		pub static Quorum: Perbill = Perbill::from_percent(5);

		/// What bonded tokens count more; 0 to 50 %.
		#[codec(index = 1)]
		pub static StakeBonus: Permill = Permill::from_percent(20);

		/// The deposit for a referendum, in units; 1 to 10,000 BTT.
		#[codec(index = 2)]
		pub static SubmissionDeposit: Balance = 10 * btt_primitives::BTT;
	}
}

#[cfg(feature = "runtime-benchmarks")]
impl Default for RuntimeParameters {
	fn default() -> Self {
		RuntimeParameters::Deposits(dynamic_params::deposits::Parameters::PerItem(
			dynamic_params::deposits::PerItem,
			Some(btt_primitives::BTT),
		))
	}
}

impl pallet_parameters::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeParameters = RuntimeParameters;
	// Nobody is Root: `Governance` alone changes parameters.
	type AdminOrigin = AsEnsureOriginWithArg<EnsureRoot<AccountId>>;
	type WeightInfo = crate::weights::ParametersWeight;
}
