//! Who decides until token holders do: the founding institutions, by vote (whitepaper, "foundational institutional
//! governance"), and the parameters that can be changed at run time.

use crate::{
	configs::system::{blocks, part_of_block},
	AccountId, Balance, BlockNumber, Runtime, RuntimeCall, RuntimeEvent, RuntimeOrigin,
};
use btt_primitives::{staking::Role, Allocation, DAY};
use frame_support::{
	dynamic_params::{dynamic_pallet_params, dynamic_params},
	instances::Instance1,
	parameter_types,
	traits::{ConstU32, EnsureOrigin, EnsureOriginWithArg},
	weights::Weight,
};
use pallet_collective::{EnsureProportionAtLeast, PrimeDefaultVote};
use sp_runtime::Perbill;

/// Two thirds of the institutions.
pub type EnsureTwoThirds = EnsureProportionAtLeast<AccountId, Instance1, 2, 3>;
/// Three quarters of the institutions.
pub type EnsureThreeQuarters = EnsureProportionAtLeast<AccountId, Instance1, 3, 4>;
/// Every institution.
pub type EnsureUnanimous = EnsureProportionAtLeast<AccountId, Instance1, 1, 1>;

parameter_types! {
	/// How long the institutions can vote on a motion.
	pub const MotionDuration: BlockNumber = blocks(7 * DAY);
	/// How much of a block a motion may use.
	pub MaxProposalWeight: Weight = part_of_block(Perbill::from_percent(50));
}

impl pallet_collective::Config<Instance1> for Runtime {
	type RuntimeOrigin = RuntimeOrigin;
	type Proposal = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type MotionDuration = MotionDuration;
	type MaxProposals = ConstU32<64>;
	type MaxMembers = ConstU32<32>;
	type DefaultVote = PrimeDefaultVote;
	type WeightInfo = pallet_collective::weights::SubstrateWeight<Runtime>;
	type SetMembersOrigin = EnsureThreeQuarters;
	type MaxProposalWeight = MaxProposalWeight;
	type DisapproveOrigin = EnsureTwoThirds;
	type KillOrigin = EnsureThreeQuarters;
	type Consideration = ();
}

/// Who may release from an allocation: all institutions from the reserve, two thirds of them from the others
/// (SPEC §1).
pub struct EnsureReleaseOf;

impl EnsureOriginWithArg<RuntimeOrigin, Allocation> for EnsureReleaseOf {
	type Success = ();

	fn try_origin(origin: RuntimeOrigin, allocation: &Allocation) -> Result<(), RuntimeOrigin> {
		match allocation {
			Allocation::UnallocatedReserve => <EnsureUnanimous as EnsureOrigin<_>>::try_origin(origin).map(drop),
			_ => <EnsureTwoThirds as EnsureOrigin<_>>::try_origin(origin).map(drop),
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin(_: &Allocation) -> Result<RuntimeOrigin, ()> {
		<EnsureUnanimous as EnsureOrigin<_>>::try_successful_origin()
	}
}

/// What can be changed at run time. Readers clamp: the origin that changes a parameter sees its key, not its value.
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
	type AdminOrigin = EnsureTwoThirds;
	type WeightInfo = crate::weights::ParametersWeight;
}
