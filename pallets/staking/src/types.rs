//! Eras, validators, elections and slashes.

use crate::pool::{Fine, Pool};
use btt_primitives::{Balance, Moment};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::Get, BoundedVec, CloneNoBound, DebugNoBound, EqNoBound, PartialEqNoBound};
use scale_info::TypeInfo;
use sp_runtime::{Perbill, Saturating};
use sp_staking::SessionIndex;

/// The number of an era.
pub type Era = u32;

/// The number of a slash of a validator.
pub type SlashIndex = u32;

/// How much a commission may change in a day.
pub const COMMISSION_STEP: Perbill = Perbill::from_percent(1);

/// Of how many blocks per validator an era must have at least to tell who is offline.
pub const BLOCKS_PER_VALIDATOR: u32 = 10;

/// The running era.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct EraInfo {
	/// Its number.
	pub index: Era,
	/// When it began, in ms. 0 before the first block.
	pub started: Moment,
	/// Blocks made in it.
	pub blocks: u32,
	/// Eras that had enough blocks to tell who is offline.
	pub full: u32,
}

impl EraInfo {
	/// Count a block at `now`, and go on to the era of `now`, of `duration` ms each, however many lie in between.
	///
	/// An era with at least `enough` blocks was full. Returns whether a new era began.
	pub fn advance(&mut self, now: Moment, duration: Moment, enough: impl FnOnce() -> u32) -> bool {
		self.blocks = self.blocks.saturating_add(1);
		if self.started == 0 {
			self.started = now;
			return false;
		}
		let eras = now.saturating_sub(self.started).checked_div(duration).unwrap_or_default();
		if eras == 0 {
			return false;
		}
		self.index = self.index.saturating_add(eras.try_into().unwrap_or(Era::MAX));
		self.started = self.started.saturating_add(eras.saturating_mul(duration));
		if self.blocks >= enough() {
			self.full = self.full.saturating_add(1);
		}
		self.blocks = 0;
		true
	}
}

/// Whose income a pool is.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum PoolId<AccountId> {
	/// That of everybody who backs a validator.
	Stakers,
	/// That of those who back this validator.
	Validator(AccountId),
}

/// The parts of the fees of a block that wait to be handed out at its end, in units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Income {
	/// The author's part.
	pub author: Balance,
	/// The part of all stakers.
	pub stakers: Balance,
}

/// Those who joined a pool in an era and were not settled since.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Join {
	/// How many there are.
	pub positions: u32,
	/// The pool's reward per share when they began to earn; `None` if it was not touched since.
	pub per_share: Option<Fine>,
}

/// An account that can be backed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Validator {
	/// The part of its blocks' income that it gets beforehand.
	pub commission: Perbill,
	/// When the commission was set last, in ms; `None` if never.
	pub commission_set: Option<Moment>,
	/// The stake behind it, its own included, and the rest of its blocks' income.
	pub pool: Pool,
}

impl Validator {
	/// A validator without stake.
	pub fn new(era: Era) -> Self {
		Self { commission: Perbill::zero(), commission_set: None, pool: Pool::new(era) }
	}

	/// Whether the commission may become `commission` at `now`; a day is `day` ms long.
	pub fn may_charge(&self, commission: Perbill, now: Moment, day: Moment) -> bool {
		let Some(set) = self.commission_set else { return true };
		let step = commission.max(self.commission).saturating_sub(commission.min(self.commission));
		step.is_zero() || step <= COMMISSION_STEP && now >= set.saturating_add(day)
	}

	/// Make `commission` the commission, from `now` on.
	pub fn charge(&mut self, commission: Perbill, now: Moment) {
		if self.commission != commission || self.commission_set.is_none() {
			self.commission = commission;
			self.commission_set = Some(now);
		}
	}
}

/// Who was elected for a session, and with how much stake.
#[derive(CloneNoBound, DebugNoBound, PartialEqNoBound, EqNoBound, Encode, Decode, MaxEncodedLen, TypeInfo)]
#[scale_info(skip_type_params(MaxValidators))]
#[codec(mel_bound(AccountId: MaxEncodedLen, MaxValidators: Get<u32>))]
pub struct Election<AccountId: Clone + core::fmt::Debug + PartialEq + Eq, MaxValidators: Get<u32>> {
	/// When, in ms.
	pub at: Moment,
	/// The validators, with the units behind each.
	pub validators: BoundedVec<(AccountId, Balance), MaxValidators>,
}

/// A slash of a validator and of those who backed it in a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Slash {
	/// The session of the offence.
	pub session: SessionIndex,
	/// The part of the stake that backed the validator in that session, and that earlier slashes for it left.
	pub fraction: Perbill,
	/// The part that earlier slashes for the session took.
	pub base: Perbill,
	/// The ms from which on it is applied.
	pub due: Moment,
	/// Whether governance cancelled it.
	pub cancelled: bool,
}

/// What a validator was accused of for a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Offence {
	/// The greatest fraction so far.
	pub fraction: Perbill,
	/// The slash that the accusation led to last.
	pub slash: SlashIndex,
}

/// The fraction that makes `old` out of a stake and then leaves `new` altogether: (new − old)/(1 − old).
pub fn further(old: Perbill, new: Perbill) -> Perbill {
	Perbill::from_rational(
		new.saturating_sub(old).deconstruct(),
		Perbill::one().saturating_sub(old).deconstruct().max(1),
	)
}

#[cfg(test)]
mod tests {
	use super::*;
	use btt_primitives::DAY;

	#[test]
	fn eras_are_counted_over_a_halt_without_a_loop() {
		let mut era = EraInfo::default();
		assert!(!era.advance(1_000, 100, || 1));
		assert!(!era.advance(1_099, 100, || 1));
		assert!(era.advance(1_100, 100, || 3));
		assert_eq!(era, EraInfo { index: 1, started: 1_100, blocks: 0, full: 1 });
		assert!(era.advance(11_150, 100, || 2));
		assert_eq!(era, EraInfo { index: 101, started: 11_100, blocks: 0, full: 1 });
		assert!(!era.advance(11_000, 100, || 1));
		assert!(!era.advance(12_000, 0, || 1));
	}

	#[test]
	fn a_commission_moves_a_point_a_day() {
		let percent = Perbill::from_percent;
		let mut validator = Validator::new(0);
		assert!(validator.may_charge(percent(50), 0, DAY));
		validator.charge(percent(50), 10);
		for (commission, at, allowed) in [
			(50, 10, true),
			(51, 10 + DAY - 1, false),
			(51, 10 + DAY, true),
			(49, 10 + DAY, true),
			(52, 10 + 9 * DAY, false),
			(48, 10 + 9 * DAY, false),
		] {
			assert_eq!(validator.may_charge(percent(commission), at, DAY), allowed, "{commission} % at {at}");
		}
	}

	#[test]
	fn a_greater_fraction_takes_only_the_difference() {
		let percent = Perbill::from_percent;
		assert_eq!(further(percent(50), percent(75)), percent(50));
		assert_eq!(further(percent(0), percent(30)), percent(30));
		assert_eq!(further(percent(30), percent(30)), percent(0));
		assert_eq!(further(percent(30), percent(100)), percent(100));
		assert_eq!(further(percent(100), percent(100)), percent(0));
	}
}
