//! What the genesis fixes, and the bounds of it.

use btt_primitives::{Moment, DAY, HOUR, MINUTE, SECOND, TOKEN_GENERATION_EVENT};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::ops::RangeInclusive;
use scale_info::TypeInfo;

const SLOT_DURATIONS: RangeInclusive<Moment> = SECOND..=MINUTE;
const ERA_DURATIONS: RangeInclusive<Moment> = MINUTE..=DAY;
const STAKING_DAYS: RangeInclusive<Moment> = SECOND..=DAY;
/// 2200-01-01T00:00:00Z. Rules out figures in micro- or nanoseconds, and leaves the calendar, which ends with the year
/// 9999, more than enough room for every schedule.
const LAUNCH_END: Moment = 7_258_118_400_000;

/// Lengths and instants that never change. Defaults to mainnet's (SPEC §0).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Timing {
	/// The length of a slot, in ms.
	pub slot_duration: Moment,
	/// The length of a BABE epoch, in slots.
	pub epoch_length: u64,
	/// The length of an era of rewards and stakes, in ms.
	pub era_duration: Moment,
	/// What the rules of staking take for a day, in ms: less than 24 h on test networks, where nobody waits for weeks
	/// until stake has left.
	pub staking_day: Moment,
	/// What vesting, release caps and the governance hand-over count from, in ms since the Unix epoch.
	pub token_generation_event: Moment,
	/// The earliest timestamp that the first block may have, in ms since the Unix epoch.
	pub launch: Moment,
}

impl Default for Timing {
	fn default() -> Self {
		Self {
			slot_duration: 6 * SECOND,
			epoch_length: 2_400,
			era_duration: 6 * HOUR,
			staking_day: DAY,
			token_generation_event: TOKEN_GENERATION_EVENT,
			launch: TOKEN_GENERATION_EVENT,
		}
	}
}

impl Timing {
	/// Says which bound is broken, if any is.
	pub fn check(&self) -> Result<(), &'static str> {
		let ensure = |holds: bool, rule: &'static str| if holds { Ok(()) } else { Err(rule) };
		ensure(SLOT_DURATIONS.contains(&self.slot_duration), "the slot duration must be from 1 s to 60 s, in ms")?;
		// BABE takes twice the minimum period for its slot, so half a slot must be whole.
		ensure(self.slot_duration.is_multiple_of(2), "the slot duration must be an even number of ms")?;
		ensure(self.epoch_length > 0, "an epoch must have a slot at least")?;
		ensure(ERA_DURATIONS.contains(&self.era_duration), "the era duration must be from 60 s to 24 h, in ms")?;
		ensure(
			self.era_duration.is_multiple_of(self.slot_duration),
			"the era duration must be a multiple of the slot duration",
		)?;
		ensure(STAKING_DAYS.contains(&self.staking_day), "the staking day must be from 1 s to 24 h, in ms")?;
		ensure(self.launch >= self.token_generation_event, "the launch must not be before the token generation event")?;
		ensure(self.launch < LAUNCH_END, "the launch must be before the year 2200, in ms")
	}
}
