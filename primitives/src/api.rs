//! The runtime API by which clients see the token economy (SPEC §17).

use crate::{
	governance::GovernanceWeights,
	mining::{EmissionInfo, ProviderInfo},
	staking::StakerInfo,
	token::{AllocationInfo, ReleaseHeadroom, Supply},
	vesting::VestingInfo,
};
use alloc::vec::Vec;
use codec::Codec;

extern crate alloc;

sp_api::decl_runtime_apis! {
	/// The token economy at a block. Amounts are in units, instants in ms.
	pub trait TokenomicsApi<AccountId>
	where
		AccountId: Codec,
	{
		/// The supply and where it is.
		fn supply() -> Supply;

		/// The ten allocations, in the order of SPEC §1.
		fn allocations() -> Vec<AllocationInfo>;

		/// How much may be released by decision.
		fn release_headroom() -> ReleaseHeadroom;

		/// The vesting lines of an account; empty if it has none.
		fn vesting(account: AccountId) -> Vec<VestingInfo>;

		/// The emission of mining rewards.
		fn emission() -> EmissionInfo;

		/// A provider of computation.
		fn provider(account: AccountId) -> Option<ProviderInfo>;

		/// What an account has at stake.
		fn staker(account: AccountId) -> Option<StakerInfo>;

		/// What the houses weigh in a referendum that is submitted at this block.
		fn governance_weights() -> GovernanceWeights;
	}
}
