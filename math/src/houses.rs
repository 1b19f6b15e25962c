//! How the votes of two houses make one result, and how weight passes from one house to the other (SPEC §8).
//!
//! The institutional house has the tokens of the institutions that have not vested yet, the community house has all
//! others. Each house has a weight and counts by itself, so that neither of them can be outvoted by the mere number of
//! the other's tokens.
//!
//! Weights and results are in parts per billion, rounded down once, at the end.

use crate::{calendar::add_months, shares::portion, Balance, Moment};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_arithmetic::biguint::BigUint;

/// One, in parts per billion.
pub const WHOLE: u32 = 1_000_000_000;

/// The weight of the institutional house at the token generation event: 60 %.
pub const FIRST_INSTITUTIONAL_WEIGHT: u32 = 600_000_000;

/// After so many months the institutional house has no weight.
pub const HAND_OVER_MONTHS: u32 = 36;

/// The weight of the institutional house at `now`, in parts per billion: 60 % until `tge`, then falling linearly to
/// nothing 36 calendar months later. The community house has the rest.
///
/// Depends on its arguments only, so that nothing can slow it down.
pub fn institutional_weight(tge: Moment, now: Moment) -> u32 {
	// Past the calendar's last year there is nothing left to hand over.
	let end = add_months(tge, HAND_OVER_MONTHS).unwrap_or(tge);
	let left = portion(FIRST_INSTITUTIONAL_WEIGHT.into(), end.saturating_sub(now), end.saturating_sub(tge));
	match now >= end {
		true => 0,
		false => u32::try_from(left).unwrap_or(FIRST_INSTITUTIONAL_WEIGHT),
	}
}

/// What was cast in a house.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Cast {
	/// Votes in favour, with what conviction and stake add to them.
	pub ayes: Balance,
	/// Votes against, likewise.
	pub nays: Balance,
	/// The tokens that voted in favour, in units.
	pub raw_ayes: Balance,
	/// The tokens that voted against, in units.
	pub raw_nays: Balance,
}

/// A house, and what was cast in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct House {
	/// Its weight beside the other one, in parts per billion.
	pub weight: u32,
	/// The tokens that could vote in it, in units.
	pub eligible: Balance,
	/// What was cast.
	pub cast: Cast,
}

/// Both houses on one question.
///
/// With w the weight of a house, e the tokens eligible in it, t the part of them that voted, and q the quorum:
///
/// - approval = Σ w · min(1, t / q) · ayes / (ayes + nays),
/// - support = Σ w · tokens in favour / e.
///
/// A silent house contributes nothing. A house in which nobody could vote passes its weight to the other one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Houses {
	/// The house of unvested institutional tokens.
	pub institutional: House,
	/// The house of all other tokens.
	pub community: House,
	/// The part of a house's tokens, in parts per billion, from which on its vote counts in full.
	pub quorum: u32,
}

impl Houses {
	/// The approval, in parts per billion.
	pub fn approval(&self) -> u32 {
		let [institutional, community] = self.weighted();
		institutional.approval(self.quorum).plus(community.approval(self.quorum)).floor()
	}

	/// Whether the approval, before it is rounded, is at least `part` of `whole`.
	pub fn approval_is_at_least(&self, part: u32, whole: u32) -> bool {
		let [institutional, community] = self.weighted();
		let approval = institutional.approval(self.quorum).plus(community.approval(self.quorum));
		approval.numerator.mul(&big(whole)) >= approval.denominator.mul(&big(part)).mul(&big(WHOLE))
	}

	/// The support, in parts per billion.
	pub fn support(&self) -> u32 {
		let [institutional, community] = self.weighted();
		institutional.support().plus(community.support()).floor()
	}

	/// Whether each house in which somebody could vote has more votes in favour than against.
	pub fn each_has_a_majority(&self) -> bool {
		[self.institutional, self.community]
			.iter()
			.filter(|house| house.eligible > 0)
			.all(|house| house.cast.ayes > house.cast.nays)
	}

	/// The houses with the weights that count: those of a house without tokens have passed to the other.
	fn weighted(&self) -> [House; 2] {
		let (mut institutional, mut community) = (self.institutional, self.community);
		if institutional.eligible == 0 {
			(institutional.weight, community.weight) = (0, WHOLE);
		} else if community.eligible == 0 {
			(institutional.weight, community.weight) = (WHOLE, 0);
		}
		[institutional, community]
	}
}

impl House {
	/// w · min(1, t / q) · ayes / (ayes + nays), as a fraction of billionths.
	fn approval(&self, quorum: u32) -> Fraction {
		let Cast { ayes, nays, raw_ayes, raw_nays } = self.cast;
		if self.eligible == 0 || (ayes == 0 && nays == 0) {
			return Fraction::zero();
		}
		let voted = big(raw_ayes).add(&big(raw_nays)).mul(&big(WHOLE));
		let needed = big(self.eligible).mul(&big(quorum));
		let cast = big(ayes).add(&big(nays));
		let (turnout, full) = if voted < needed { (voted, needed) } else { (big(1u32), big(1u32)) };
		Fraction { numerator: turnout.mul(&big(ayes)).mul(&big(self.weight)), denominator: full.mul(&cast) }
	}

	/// w · tokens in favour / e, as a fraction of billionths.
	fn support(&self) -> Fraction {
		if self.eligible == 0 {
			return Fraction::zero();
		}
		let in_favour = self.cast.raw_ayes.min(self.eligible);
		Fraction { numerator: big(in_favour).mul(&big(self.weight)), denominator: big(self.eligible) }
	}
}

fn big(number: impl Into<BigUint>) -> BigUint {
	number.into()
}

/// A number of billionths.
struct Fraction {
	numerator: BigUint,
	/// Never 0.
	denominator: BigUint,
}

impl Fraction {
	fn zero() -> Self {
		Self { numerator: big(0u32), denominator: big(1u32) }
	}

	fn plus(self, other: Self) -> Self {
		let numerator = self.numerator.mul(&other.denominator).add(&other.numerator.mul(&self.denominator));
		Self { numerator, denominator: self.denominator.mul(&other.denominator) }
	}

	/// Rounded down, and [`WHOLE`] at most.
	fn floor(self) -> u32 {
		// The largest number of whole billionths that is not more, a bit at a time.
		(0..u32::BITS).rev().fold(0, |found: u32, bit| {
			let next = found | 1u32.wrapping_shl(bit);
			let fits = next <= WHOLE && self.denominator.clone().mul(&big(next)) <= self.numerator;
			if fits {
				next
			} else {
				found
			}
		})
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn fraction(numerator: u128, denominator: u128) -> Fraction {
		Fraction { numerator: big(numerator), denominator: big(denominator) }
	}

	#[test]
	fn a_sum_is_rounded_down_once() {
		assert_eq!(fraction(1, 3).plus(fraction(2, 3)).floor(), 1);
		assert_eq!(fraction(1, 3).plus(fraction(1, 3)).floor(), 0);
		assert_eq!(fraction(5, 2).plus(fraction(7, 2)).floor(), 6);
		assert_eq!(fraction(u128::MAX - 1, u128::MAX).plus(fraction(1, u128::MAX)).floor(), 1);
		assert_eq!(fraction(u128::MAX - 2, u128::MAX).plus(fraction(1, u128::MAX)).floor(), 0);
	}

	#[test]
	fn a_sum_is_one_at_most() {
		assert_eq!(fraction(999_999_999, 1).plus(fraction(1, 2)).floor(), 999_999_999);
		assert_eq!(fraction(999_999_999, 1).plus(fraction(1, 1)).floor(), WHOLE);
		assert_eq!(fraction(u128::MAX, 1).plus(fraction(u128::MAX, 1)).floor(), WHOLE);
	}
}
