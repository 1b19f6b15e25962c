//! The rules of policies, of windows and of the yearly ceiling.

use btt_math::calendar::add_months;
use btt_primitives::{burn::BurnReason, Balance, Moment, BTT, DAY, HOUR};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::ops::RangeInclusive;
use scale_info::TypeInfo;
use sp_runtime::Permill;

/// The highest rate of tokenisations (SPEC §18).
pub const MAX_TOKENISATION_RATE: Permill = Permill::from_percent(5);
/// The highest rate of transfers of high value (SPEC §18).
pub const MAX_TRANSFER_RATE: Permill = Permill::from_percent(1);
/// The highest rate of premium access (SPEC §18).
pub const MAX_PREMIUM_RATE: Permill = Permill::from_percent(100);
/// What a transfer of high value may be, in units in 24 hours.
pub const THRESHOLDS: RangeInclusive<Balance> = 1_000 * BTT..=10_000_000 * BTT;

/// What one operation burns. Rates are parts of a million.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Policy {
	/// Of the value of an asset that is tokenised.
	#[codec(index = 0)]
	Tokenisation {
		/// At most 5 %.
		rate: Permill,
	},
	/// Of the value of tokenised assets that an identity transfers, as far as it exceeds a threshold in 24 hours.
	#[codec(index = 1)]
	HighValueTransfer {
		/// At most 1 %.
		rate: Permill,
		/// Units, from 1,000 BTT to 10,000,000 BTT.
		threshold: Balance,
	},
	/// Of the price of premium access.
	#[codec(index = 2)]
	Premium {
		/// At most 100 %.
		rate: Permill,
	},
}

impl Policy {
	/// Whether rate and threshold are within their bounds.
	pub fn is_in_bounds(&self) -> bool {
		match self {
			Self::Tokenisation { rate } => *rate <= MAX_TOKENISATION_RATE,
			Self::HighValueTransfer { rate, threshold } => *rate <= MAX_TRANSFER_RATE && THRESHOLDS.contains(threshold),
			Self::Premium { rate } => *rate <= MAX_PREMIUM_RATE,
		}
	}
}

/// What all operations burn. The default is that of SPEC §18.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Policies {
	/// The part of the value of an asset that is tokenised.
	pub tokenisation: Permill,
	/// The part of what is transferred beyond `threshold`.
	pub transfer: Permill,
	/// Units that an identity transfers in 24 hours without burning anything.
	pub threshold: Balance,
	/// The part of the price of premium access.
	pub premium: Permill,
}

impl Default for Policies {
	fn default() -> Self {
		Self {
			tokenisation: Permill::from_percent(1),
			transfer: Permill::from_parts(1_000),
			threshold: 100_000 * BTT,
			premium: Permill::from_percent(50),
		}
	}
}

impl Policies {
	/// Put `policy` in the place of the one for the same operation.
	pub fn set(&mut self, policy: Policy) {
		match policy {
			Policy::Tokenisation { rate } => self.tokenisation = rate,
			Policy::HighValueTransfer { rate, threshold } => {
				self.transfer = rate;
				self.threshold = threshold;
			}
			Policy::Premium { rate } => self.premium = rate,
		}
	}

	/// Whether each policy is within its bounds.
	pub fn are_in_bounds(&self) -> bool {
		[
			Policy::Tokenisation { rate: self.tokenisation },
			Policy::HighValueTransfer { rate: self.transfer, threshold: self.threshold },
			Policy::Premium { rate: self.premium },
		]
		.iter()
		.all(Policy::is_in_bounds)
	}

	/// Units to burn when an asset worth `value` units is tokenised, rounded up.
	pub fn on_tokenisation(&self, value: Balance) -> Balance {
		self.tokenisation.mul_ceil(value)
	}

	/// Units to burn when assets worth `value` units are transferred by an identity whose window counts `before` already:
	/// the rate of what then lies beyond the threshold and did not before, rounded up.
	///
	/// What lies beyond it grows with `before`, and each part of a split transfer is rounded up by itself. So the parts
	/// together burn no less than the whole, as long as what the window counts for each of them contains the parts before
	/// it and whatever it counts for the whole. Each part burns less than one unit more than exactly its own share.
	pub fn on_transfer(&self, before: Balance, value: Balance) -> Balance {
		let free = self.threshold.saturating_sub(before);
		self.transfer.mul_ceil(value.saturating_sub(free))
	}

	/// Units to burn of a `price` in units that is paid for premium access, rounded up; never more than the price.
	pub fn on_premium(&self, price: Balance) -> Balance {
		self.premium.mul_ceil(price)
	}
}

/// How many hours a window has: the running one and the 24 before it, so that nothing is forgotten within 24 hours.
pub const HOURS: usize = 25;

/// Whole hours since the Unix epoch at `at`.
pub const fn hour_of(at: Moment) -> u64 {
	at / HOUR
}

/// What an identity transferred, hour by hour: no less than in the last 24 hours, no more than in the last 25.
///
/// All instants are those of the chain's clock, which does not run backwards. If it did, what is transferred would count
/// in the latest hour known.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Window {
	/// The hour of the last transfer, since the Unix epoch.
	hour: u64,
	/// Units by hour, backwards from that of the last transfer.
	values: [Balance; HOURS],
}

impl Window {
	/// A window that counts nothing, from `now` on.
	pub const fn new(now: Moment) -> Self {
		Self { hour: hour_of(now), values: [0; HOURS] }
	}

	/// The hour of the last transfer, since the Unix epoch.
	pub const fn hour(&self) -> u64 {
		self.hour
	}

	/// Hours from the last transfer to `now`; as many as the window has if it is more.
	fn age(&self, now: Moment) -> usize {
		usize::try_from(hour_of(now).saturating_sub(self.hour)).map_or(HOURS, |hours| hours.min(HOURS))
	}

	/// Units that count at `now`.
	pub fn sum(&self, now: Moment) -> Balance {
		let kept = HOURS.saturating_sub(self.age(now));
		self.values.iter().take(kept).fold(0, |sum, value| sum.saturating_add(*value))
	}

	/// Units transferred in that hour.
	pub const fn latest(&self) -> Balance {
		let [latest, ..] = self.values;
		latest
	}

	/// Whether nothing of it counts at `now`, nor later.
	pub fn is_over(&self, now: Moment) -> bool {
		self.age(now) >= HOURS
	}

	/// Count `value` units that are transferred at `now`.
	pub fn add(&mut self, value: Balance, now: Moment) {
		let age = self.age(now);
		self.values.rotate_right(age);
		self.values.iter_mut().take(age).for_each(|value| *value = 0);
		self.hour = self.hour.max(hour_of(now));
		let [latest, ..] = &mut self.values;
		*latest = latest.saturating_add(value);
	}
}

/// What policies burned in a UTC year.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct YearlyBurns {
	/// The year, for instance 2025. No year is earlier than 1970: 0 is before the first policy burn.
	pub year: u32,
	/// Units that policies burned in it.
	pub burned: Balance,
}

impl YearlyBurns {
	/// The same at `now`: a new year begins with nothing burned.
	pub fn at(self, now: Moment) -> Self {
		let year = year_of(now);
		if year > self.year {
			Self { year, burned: 0 }
		} else {
			self
		}
	}

	/// Count as much of `amount` units as `ceiling` has room for, and return how much that is.
	pub fn admit(&mut self, amount: Balance, ceiling: Balance) -> Balance {
		let admitted = amount.min(ceiling.saturating_sub(self.burned));
		self.burned = self.burned.saturating_add(admitted);
		admitted
	}
}

/// The UTC year of `at`; inexact beyond the year 9999, but never less for a later instant.
pub fn year_of(at: Moment) -> u32 {
	let year = |years: u32| years.saturating_add(1970);
	// 400 years have 146,097 days. Leap days are spread so evenly that a guess by this average is at most one year off.
	let guess = (at / DAY).saturating_mul(400) / 146_097;
	let guess = u32::try_from(guess).unwrap_or(u32::MAX);
	let begins = |years: u32| add_months(0, years.saturating_mul(12));
	(guess.saturating_sub(1)..=guess.saturating_add(1))
		.rev()
		.find(|years| begins(*years).is_some_and(|begins| begins <= at))
		.map_or(year(guess), year)
}

/// What was burned since genesis, in units.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct BurnedByReason {
	/// By reason, all of them.
	pub reasons: [(BurnReason, Balance); BurnReason::ALL.len()],
	/// The rest of what left the supply.
	pub other: Balance,
}

/// How far the idle sweep got that clears windows away.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct SweepProgress<Identity> {
	/// The hour in which the last pass began, since the Unix epoch.
	pub began: u64,
	/// The identity after which the pass continues; `None` if it is complete.
	pub after: Option<Identity>,
}
