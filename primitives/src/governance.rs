//! How other pallets meet `governance` (SPEC §8, §17).

use crate::Balance;
use codec::{Decode, Encode};
use scale_info::TypeInfo;
use sp_runtime::DispatchResult;

/// What an account can vote with, in units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Holdings {
	/// In the institutional house: unvested tokens.
	pub institutional: Balance,
	/// In the community house: all others.
	pub community: Balance,
	/// What of the latter is bonded, and not unbonding.
	pub bonded: Balance,
	/// What has no vote, since it is on hold for other reasons than a bond.
	pub held: Balance,
}

impl Holdings {
	/// The holdings of an account with `total` units, of which `held` are on hold for other reasons than a bond,
	/// `unvested` are not vested and `bond` are bonded.
	///
	/// What is unvested of the bond cannot be told from what is unvested beside it. As much of the bond as can be counts
	/// as unvested, since that is what a slash would take first.
	pub fn new(total: Balance, held: Balance, unvested: Balance, bond: Balance) -> Self {
		let voting = total.saturating_sub(held);
		let institutional = unvested.min(voting);
		let community = voting.saturating_sub(institutional);
		Self { institutional, community, bonded: bond.saturating_sub(institutional).min(community), held }
	}

	/// All that votes, in units.
	pub fn total(&self) -> Balance {
		self.institutional.saturating_add(self.community)
	}
}

/// The tokens that could vote in each house, in units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Electorate {
	/// All unvested tokens.
	pub institutional: Balance,
	/// All others, but for those of pots.
	pub community: Balance,
}

/// Tells with what accounts can vote.
pub trait VotingPower<AccountId> {
	/// What `who` can vote with; pots have nothing.
	fn holdings(who: &AccountId) -> Holdings;

	/// What all accounts together could vote with. Asked for up to four times whenever a referendum is looked at, so it must
	/// not depend on how many accounts there are.
	fn electorate() -> Electorate;
}

/// Tells whether what a referendum decided has happened yet.
pub trait Enactment {
	/// Whether the enactment of an approved referendum is still to come.
	fn is_pending(referendum: u32) -> bool;
}

/// What can be changed at run time, within bounds.
pub trait CheckedParameters {
	/// A parameter and its new value.
	type Parameter;

	/// Whether the value is within the bounds of the parameter.
	fn is_in_bounds(parameter: &Self::Parameter) -> bool;

	/// Change it.
	fn set(parameter: Self::Parameter) -> DispatchResult;
}

/// What the houses weigh, in parts per billion, as clients see it (SPEC §17).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct GovernanceWeights {
	/// The house of unvested institutional tokens.
	pub institutional: u32,
	/// The house of all other tokens.
	pub community: u32,
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn holdings_are_all_but_what_is_held_for_other_reasons() {
		let holdings = Holdings::new(100, 10, 30, 50);
		assert_eq!(holdings, Holdings { institutional: 30, community: 60, bonded: 20, held: 10 });
		assert_eq!(holdings.total(), 90);
	}

	#[test]
	fn bonded_tokens_are_unvested_first() {
		assert_eq!(Holdings::new(100, 0, 30, 30).bonded, 0);
		assert_eq!(Holdings::new(100, 0, 30, 31).bonded, 1);
		assert_eq!(Holdings::new(100, 0, 0, 100).bonded, 100);
	}

	#[test]
	fn holdings_never_exceed_what_there_is() {
		assert_eq!(Holdings::new(100, 0, 300, 300), Holdings { institutional: 100, ..Holdings::default() });
		assert_eq!(Holdings::new(100, 80, 30, 30), Holdings { institutional: 20, held: 80, ..Holdings::default() });
		assert_eq!(Holdings::new(10, 80, 30, 30), Holdings { held: 80, ..Holdings::default() });
	}
}
