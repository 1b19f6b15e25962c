//! How other pallets meet `mining-rewards` (SPEC §5, §17).

use crate::{Balance, Moment};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::weights::Weight;
use scale_info::TypeInfo;
use sp_runtime::{DispatchError, DispatchResult, Permill};

/// The number of an era of mining; that which begins with mining is 0.
pub type EraIndex = u32;

/// A region in which providers can be.
pub type RegionId = u16;

/// Whoever controls accounts, as a registrar has attested it.
pub type ControllerId = u32;

/// How many service units a job has at most.
pub const MAX_JOB_UNITS: u32 = 1_000_000;

/// How much energy a job takes at most, in joules.
pub const MAX_JOB_ENERGY: u64 = 1_000_000_000_000;

/// What came of a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Outcome {
	/// It was accepted: nobody has proven its result false.
	#[codec(index = 0)]
	Accepted,
	/// Verification has proven its result false.
	#[codec(index = 1)]
	False,
}

/// Who bought a job.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Buyer<AccountId> {
	/// The account.
	pub account: AccountId,
	/// Who controls it, if a registrar has attested that.
	pub controller: Option<ControllerId>,
	/// Whether it is an accredited clinic.
	pub accredited: bool,
}

/// A job whose verification is over.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct VerifiedJob<AccountId> {
	/// Who did it.
	pub provider: AccountId,
	/// Who bought it.
	pub buyer: Buyer<AccountId>,
	/// Where it was done.
	pub region: RegionId,
	/// Its size in service units; 1 to [`MAX_JOB_UNITS`].
	pub units: u32,
	/// The energy that it took, in joules; 1 to [`MAX_JOB_ENERGY`].
	pub energy: u64,
	/// What was paid for it, in units of BTT.
	pub price: Balance,
	/// Under which price the service earns no rewards, in units of BTT.
	pub floor_price: Balance,
	/// What the service usually costs, in units of BTT; at least 1.
	pub reference_price: Balance,
	/// What of its fees was burned or went to the development fund, in units of BTT.
	pub public_fees: Balance,
	/// What came of it.
	pub outcome: Outcome,
}

/// What a job counts for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct JobCredit {
	/// In which era.
	pub era: EraIndex,
	/// How many of its service units were within the capacity of the provider.
	pub units: u32,
	/// By how many millionths of a service unit the points of the provider grew.
	pub points: u64,
}

/// Takes verified jobs, from which providers earn.
pub trait JobRewards<AccountId> {
	/// Count `job`, and pay what its provider has earned in earlier eras. Whoever reports it tells of the credit in an
	/// event of its own.
	///
	/// Fails, changing nothing, when the provider or the region is unknown or a figure is out of its bounds.
	fn report(job: &VerifiedJob<AccountId>) -> Result<JobCredit, DispatchError>;

	/// What [`report`](Self::report) weighs at most.
	fn report_weight() -> Weight;
}

impl<AccountId> JobRewards<AccountId> for () {
	fn report(_: &VerifiedJob<AccountId>) -> Result<JobCredit, DispatchError> {
		Err(DispatchError::Unavailable)
	}

	fn report_weight() -> Weight {
		Weight::zero()
	}
}

/// Keeps the tokens of the mining rewards pool.
pub trait RewardSource<AccountId> {
	/// The account that keeps them.
	fn pot() -> AccountId;

	/// Pay `amount` units of them to `who`.
	///
	/// Fails, changing nothing, when `who` cannot receive them.
	fn pay(who: &AccountId, amount: Balance) -> DispatchResult;
}

/// Tells how much has left the mining rewards pool.
pub trait RewardsPaid {
	/// The units paid since mining started.
	fn paid() -> Balance;
}

/// The emission of mining rewards, as clients see it (SPEC §17).
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct EmissionInfo {
	/// The running era.
	pub era: EraIndex,
	/// When it began, in ms.
	pub era_started: Moment,
	/// What its providers share if there are any, in units.
	pub era_budget: Balance,
	/// What was assigned to the providers of earlier eras, in units, less what came back.
	pub assigned: Balance,
	/// What is not assigned yet, in units.
	pub remaining: Balance,
}

/// A provider, as clients see it (SPEC §17).
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ProviderInfo {
	/// Its share of the eras that have ended and were not settled yet, in units. Can still change until the dispute
	/// windows end; without what is contested.
	pub pending: Balance,
	/// What was settled but could not be paid, in units.
	pub owed: Balance,
	/// What was paid so far, in units.
	pub paid: Balance,
	/// The service units of this era within its capacity.
	pub units: u64,
	/// The quality that counts in this era.
	pub quality: Permill,
	/// The region that was attested.
	pub region: Option<RegionId>,
	/// How many service units count in this era at most.
	pub capacity: u64,
}
