//! The rules by which fees fall, and what the development fund has on record.

use btt_math::shares::pro_rata;
use btt_primitives::{fees::Discount, Balance, BTT};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use pallet_transaction_payment::{FeeDetails, InclusionFee};
use scale_info::TypeInfo;
use sp_runtime::{FixedU128, Perbill, Saturating};

/// What the development fund pays for, in words.
pub type Reason = BoundedVec<u8, ConstU32<256>>;

/// How many days a period of premium access has.
pub const PERIOD_DAYS: u64 = 30;

/// How many periods can be paid ahead.
pub const MAX_PERIODS: u32 = 12;

/// What a period costs by default, in units.
pub const DEFAULT_PREMIUM_PRICE: Balance = 100 * BTT;

/// What a period costs at least, in units.
pub const MIN_PREMIUM_PRICE: Balance = BTT;

/// What a period costs at most, in units.
pub const MAX_PREMIUM_PRICE: Balance = 10_000 * BTT;

/// Under which part the base fee never falls, so that it keeps out spam.
pub const LEAST_FACTOR: Perbill = Perbill::from_percent(25);

/// One part in so many of the average is that of the last day: a week, so that no weekday counts more than others.
pub const SMOOTHING_DAYS: u128 = 7;

/// What the development fund received and spent, in units. What else was transferred to its account is not counted.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Fund {
	/// Out of fees, premium access and the excess of burns.
	pub received: Balance,
	/// By decision.
	pub spent: Balance,
}

/// Units of a `fee` that are waived. Rounded down, so that the parts of the fee that are paid get the remainder.
pub fn waived(discount: &Discount, fee: Balance) -> Balance {
	discount.part.mul_floor(fee)
}

/// Units that are left of a `fee`. Grows with it, and never faster.
pub fn discounted(discount: &Discount, fee: Balance) -> Balance {
	fee.saturating_sub(waived(discount, fee))
}

/// The parts of a fee that are left of `details`. They add up to what is left of the whole fee; the tip stays.
pub fn discounted_details(discount: &Discount, details: FeeDetails<Balance>) -> FeeDetails<Balance> {
	let FeeDetails { inclusion_fee, tip } = details;
	let inclusion_fee = inclusion_fee.map(|InclusionFee { base_fee, len_fee, adjusted_weight_fee }| {
		let (mut before, mut after) = (0, 0);
		let mut next = |part: Balance| {
			before = part.saturating_add(before);
			let rest = discounted(discount, before).saturating_sub(after);
			after = rest.saturating_add(after);
			rest
		};
		InclusionFee {
			base_fee: next(base_fee),
			len_fee: next(len_fee),
			adjusted_weight_fee: next(adjusted_weight_fee),
		}
	});
	FeeDetails { inclusion_fee, tip }
}

/// How the base fee follows usage: what a node costs is shared by more transactions, so that each can pay less.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Efficiency {
	/// Up to so many transactions a day the base fee is whole.
	pub reference: u32,
	/// The part of what more of them save that is waived.
	pub share: Perbill,
}

impl Default for Efficiency {
	fn default() -> Self {
		Self { reference: 10_000, share: Perbill::one() }
	}
}

impl Efficiency {
	/// Whether the reference is one that can be set. Every share can.
	pub fn is_within_bounds(&self) -> bool {
		(100..=100_000_000).contains(&self.reference)
	}

	/// The part of the base fee that is due at an `average` of so many transactions a day:
	/// 1 − share·(1 − reference/average), from a quarter to all of it.
	///
	/// Falls with the average, and never so fast that more transactions pay less altogether.
	pub fn factor(&self, average: FixedU128) -> Perbill {
		let reference = FixedU128::from_u32(self.reference).into_inner();
		let whole = Perbill::one().deconstruct();
		let needed = pro_rata(whole.into(), reference, average.into_inner().max(reference))
			.and_then(|parts| u32::try_from(parts).ok())
			.unwrap_or(whole);
		let saved = whole.saturating_sub(needed);
		let factor = whole.saturating_sub(self.share.mul_floor(saved));
		Perbill::from_parts(factor).max(LEAST_FACTOR)
	}
}

/// How many transactions paid a fee.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Usage {
	/// The number of the running day. 0 before the first block.
	pub day: u64,
	/// Transactions of the running day.
	pub count: u32,
	/// Transactions a day up to then, as an exponential moving average.
	pub average: FixedU128,
}

impl Usage {
	/// Count a transaction.
	pub fn note(&mut self) {
		self.count = self.count.saturating_add(1);
	}

	/// Go on to day `today`, over however many days without a block. Returns whether a day has ended.
	pub fn advance(&mut self, today: u64) -> bool {
		let days = today.saturating_sub(self.day);
		if days == 0 {
			return false;
		}
		if self.day == 0 {
			self.day = today;
			return false;
		}
		self.day = today;
		let count = core::mem::take(&mut self.count);
		self.average = Self::kept(self.average)
			.saturating_add(FixedU128::from_inner(Self::part(FixedU128::from_u32(count).into_inner())));
		// The days in which the chain stood still were without transactions. After a thousand of them nothing is left.
		let idle = usize::try_from(days.saturating_sub(1).min(1_000)).unwrap_or_default();
		if idle > 0 {
			self.average = self.average.saturating_mul(Self::kept(FixedU128::from_u32(1)).saturating_pow(idle));
		}
		true
	}

	fn part(inner: u128) -> u128 {
		inner.checked_div(SMOOTHING_DAYS).unwrap_or_default()
	}

	/// What is left of an average after a day without transactions.
	fn kept(average: FixedU128) -> FixedU128 {
		let inner = average.into_inner();
		FixedU128::from_inner(inner.saturating_sub(Self::part(inner)))
	}
}
