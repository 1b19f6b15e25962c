//! How tokens leave the supply (SPEC §6).

use crate::Balance;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// Why tokens were burned.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum BurnReason {
	/// The share of a fee.
	#[codec(index = 0)]
	Fees,
	/// An asset was tokenised.
	#[codec(index = 1)]
	Tokenisation,
	/// Tokenised assets of high value changed hands.
	#[codec(index = 2)]
	HighValueTransfer,
	/// Premium access was paid for.
	#[codec(index = 3)]
	Premium,
	/// Somebody wanted to.
	#[codec(index = 4)]
	Voluntary,
	/// Stake was slashed.
	#[codec(index = 5)]
	Slash,
	/// An account fell under the existential deposit.
	#[codec(index = 6)]
	Dust,
}

impl BurnReason {
	/// All reasons.
	pub const ALL: [Self; 7] = [
		Self::Fees,
		Self::Tokenisation,
		Self::HighValueTransfer,
		Self::Premium,
		Self::Voluntary,
		Self::Slash,
		Self::Dust,
	];

	/// Whether burning for this reason counts towards the yearly ceiling: what the chain's policies burn does, what
	/// people do does not.
	pub const fn is_policy(self) -> bool {
		matches!(self, Self::Fees | Self::Tokenisation | Self::HighValueTransfer | Self::Premium)
	}
}

/// Takes what is to be burned.
pub trait BurnSink<Credit> {
	/// Burn `tokens` for `reason`. What a policy burns beyond the year's ceiling goes to the development fund instead.
	/// Returns the units burned.
	fn burn(reason: BurnReason, tokens: Credit) -> Balance;
}

/// Tells how much an operation burns. What is to be burned is taken from the payer by the caller, who hands it to the
/// [`BurnSink`] under the same reason.
pub trait BurnPolicies<Identity> {
	/// Units to burn when an asset worth `value` units is tokenised.
	fn on_tokenisation(value: Balance) -> Balance;

	/// Units to burn when `who` transfers tokenised assets worth `value` units, which from now on count in the window of
	/// its last 24 hours. Rounded up, and never less in sum when the transfer is split over that time.
	fn on_transfer(who: &Identity, value: Balance) -> Balance;

	/// Units to burn of a `price` that is paid for premium access.
	fn on_premium(price: Balance) -> Balance;
}
