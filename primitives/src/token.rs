//! How other pallets meet `btt-token` (SPEC §1, §2, §4).

use crate::{Allocation, Balance};
use codec::{Decode, Encode};
use scale_info::TypeInfo;

/// Power by holdings, for those rights that a share of it gives.
pub trait HoldingPower<AccountId> {
	/// The power of `who`, in units.
	fn power_of(who: &AccountId) -> Balance;

	/// All power that there is, in units: what pots hold has none.
	fn eligible() -> Balance;
}

/// The supply, in units (SPEC §1).
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Supply {
	/// Everything ever minted: 210,000,000 BTT.
	pub issued: Balance,
	/// `issued` less total issuance.
	pub burned: Balance,
	/// `issued` less burned, unreleased and unvested tokens.
	pub circulating: Balance,
	/// Tokens of beneficiaries that are not vested yet.
	pub unvested: Balance,
	/// What the allocations' pots still hold.
	pub unreleased: Balance,
}

/// One row of the allocation ledger, in units.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct AllocationInfo {
	/// The allocation.
	pub name: Allocation,
	/// Its size.
	pub total: Balance,
	/// What has left it, less what came back. For institutional allocations, what has vested.
	pub released: Balance,
	/// `total` less `released`.
	pub remaining: Balance,
}

/// How much may be released by decision now, in units (SPEC §2).
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ReleaseHeadroom {
	/// The cumulative cap at this instant.
	pub cap_now: Balance,
	/// What the fixed schedules count as released at this instant, whether it was paid or not.
	pub counted: Balance,
	/// What was released by decision so far, less what came back.
	pub discretionary: Balance,
	/// What still fits under the caps of this and every later instant.
	pub headroom: Balance,
}
