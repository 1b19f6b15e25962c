//! Where fees go, and who pays less (SPEC §7, §9).

use crate::staking::Tier;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_runtime::{Perbill, Permill};

/// The parts of a fee. They make a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct FeeSplit {
	/// The development fund's, with what is left over by rounding.
	pub development: Perbill,
	/// What is burned.
	pub burn: Perbill,
	/// That of the author of the block, and of those who back it.
	pub author: Perbill,
	/// That of everybody who has stake behind a validator.
	pub stakers: Perbill,
}

impl FeeSplit {
	/// Whether the parts make a whole.
	pub fn is_whole(&self) -> bool {
		let parts = [self.development, self.burn, self.author, self.stakers];
		parts.iter().map(|part| u64::from(part.deconstruct())).fold(0, u64::saturating_add)
			== u64::from(Perbill::one().deconstruct())
	}
}

impl Default for FeeSplit {
	fn default() -> Self {
		Self {
			development: Perbill::from_percent(40),
			burn: Perbill::from_percent(20),
			author: Perbill::from_percent(20),
			stakers: Perbill::from_percent(20),
		}
	}
}

/// Takes fees of whatever kind: those of transactions, of the marketplace, of assets and payments.
pub trait FeeSink<Credit> {
	/// Split `fees` and hand every part on.
	fn pay_fees(fees: Credit);

	/// A tip, all of which is the author's part.
	fn pay_tip(tip: Credit);
}

/// Tells who has premium access.
pub trait PremiumAccess<AccountId> {
	/// Whether `who` has it now, by stake or because it paid.
	fn is_premium(who: &AccountId) -> bool;
}

/// What an account pays less.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Discount {
	/// The part of the fee that is waived.
	pub part: Permill,
	/// The tier of the account.
	pub tier: Tier,
	/// Whether it has premium access.
	pub premium: bool,
}

impl Discount {
	/// That of `tier`; with premium access no less than that of the first tier.
	pub fn new(tier: Tier, premium: bool) -> Self {
		let least = if premium { Tier::First.fee_discount() } else { Permill::from_percent(0) };
		Self { part: tier.fee_discount().max(least), tier, premium }
	}

	/// Whether nothing is waived.
	pub fn is_none(&self) -> bool {
		self.part.deconstruct() == 0
	}
}
