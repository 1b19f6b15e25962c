//! Amounts that vest along a straight line, with a cliff.

use crate::{
	release::Accrual,
	shares::{portion, portion_rounded_up},
	Balance, Moment,
};
use codec::{Decode, DecodeWithMemTracking, Encode, Input, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// An amount that vests linearly from a start to an end, with nothing vested before a cliff (SPEC §3).
///
/// Always `start <= cliff <= end` and `start < end`: anything else is neither constructed nor decoded nor deserialised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, MaxEncodedLen, TypeInfo, Serialize, Deserialize)]
#[serde(try_from = "Fields")]
pub struct Line {
	/// When the line starts, in ms.
	start: Moment,
	/// Before this instant, in ms, nothing is vested.
	cliff: Moment,
	/// From this instant on, in ms, everything is vested.
	end: Moment,
	/// Units that vest along the line.
	total: Balance,
}

impl Line {
	/// The line along which `total` units vest from `start` to `end`, none of them before `cliff`.
	///
	/// `None` unless `start <= cliff <= end` and `start < end`.
	pub fn new(start: Moment, cliff: Moment, end: Moment, total: Balance) -> Option<Self> {
		(start <= cliff && cliff <= end && start < end).then_some(Self { start, cliff, end, total })
	}

	/// When the line starts, in ms.
	pub const fn start(&self) -> Moment {
		self.start
	}

	/// Before this instant, in ms, nothing is vested.
	pub const fn cliff(&self) -> Moment {
		self.cliff
	}

	/// From this instant on, in ms, everything is vested.
	pub const fn end(&self) -> Moment {
		self.end
	}

	/// Units that vest along the line.
	pub const fn total(&self) -> Balance {
		self.total
	}

	/// The units vested at `at`, rounded down: 0 before the cliff, ⌊total · (at − start) / (end − start)⌋ from the
	/// cliff on, everything from the end on.
	pub fn vested(&self, at: Moment) -> Balance {
		self.interpolate(at, portion)
	}

	/// The units vested at `at`, rounded up.
	pub fn vested_rounded_up(&self, at: Moment) -> Balance {
		self.interpolate(at, portion_rounded_up)
	}

	/// The units not vested at `at`: what [`Self::vested`] leaves of the total, hence rounded up.
	pub fn unvested(&self, at: Moment) -> Balance {
		self.total.saturating_sub(self.vested(at))
	}

	fn interpolate(&self, at: Moment, portion: fn(Balance, u64, u64) -> Balance) -> Balance {
		if at < self.cliff {
			return 0;
		}
		portion(self.total, at.saturating_sub(self.start), self.end.saturating_sub(self.start))
	}
}

impl Accrual for Line {
	fn accrued(&self, at: Moment) -> Balance {
		self.vested(at)
	}

	fn accrued_rounded_up(&self, at: Moment) -> Balance {
		self.vested_rounded_up(at)
	}

	fn for_each_knot(&self, visit: &mut dyn FnMut(Moment)) {
		[self.start, self.cliff, self.end].into_iter().for_each(visit);
	}
}

/// What claims to be a [`Line`].
#[derive(Decode, Deserialize)]
struct Fields {
	start: Moment,
	cliff: Moment,
	end: Moment,
	total: Balance,
}

impl TryFrom<Fields> for Line {
	type Error = &'static str;

	fn try_from(Fields { start, cliff, end, total }: Fields) -> Result<Self, Self::Error> {
		Self::new(start, cliff, end, total).ok_or("a line needs start <= cliff <= end and start < end")
	}
}

impl Decode for Line {
	fn decode<I: Input>(input: &mut I) -> Result<Self, codec::Error> {
		Ok(Fields::decode(input)?.try_into()?)
	}
}

// Nothing of a line lies on the heap.
impl DecodeWithMemTracking for Line {}

#[cfg(test)]
mod tests {
	use super::*;
	use serde::de::value::{Error, MapDeserializer};

	#[test]
	fn a_line_must_be_in_order() {
		assert!(Line::new(10, 10, 20, 5).is_some());
		assert!(Line::new(10, 20, 20, 5).is_some());
		assert!(Line::new(10, 15, 20, 0).is_some());
		assert_eq!(Line::new(10, 9, 20, 5), None);
		assert_eq!(Line::new(10, 21, 20, 5), None);
		assert_eq!(Line::new(10, 10, 10, 5), None);
		assert_eq!(Line::new(20, 15, 10, 5), None);
	}

	#[test]
	fn a_line_vests_from_its_cliff_to_its_end() {
		// 100 units over 7 ms, with a cliff after 3.
		let line = Line::new(10, 13, 17, 100).unwrap();
		for (at, down, up) in [
			(0, 0, 0),
			(10, 0, 0),
			(12, 0, 0),
			(13, 42, 43),
			(14, 57, 58),
			(16, 85, 86),
			(17, 100, 100),
			(18, 100, 100),
			(u64::MAX, 100, 100),
		] {
			assert_eq!((line.vested(at), line.vested_rounded_up(at)), (down, up), "at {at}");
			assert_eq!(line.unvested(at), 100 - down);
		}
	}

	#[test]
	fn a_line_without_a_cliff_vests_from_its_start() {
		let line = Line::new(10, 10, 14, 8).unwrap();
		assert_eq!([9, 10, 11, 12, 13, 14].map(|at| line.vested(at)), [0, 0, 2, 4, 6, 8]);
	}

	#[test]
	fn a_cliff_at_the_end_vests_everything_at_once() {
		let line = Line::new(10, 14, 14, 8).unwrap();
		assert_eq!([10, 13, 14].map(|at| line.vested(at)), [0, 0, 8]);
		assert_eq!([10, 13, 14].map(|at| line.vested_rounded_up(at)), [0, 0, 8]);
	}

	#[test]
	fn a_line_survives_encoding() {
		let line = Line::new(1, 2, 3, u128::MAX).unwrap();
		let encoded = line.encode();
		assert_eq!(encoded.len(), Line::max_encoded_len());
		assert_eq!(encoded, (1u64, 2u64, 3u64, u128::MAX).encode());
		assert_eq!(Line::decode(&mut &encoded[..]), Ok(line));
		assert!(Line::decode(&mut &encoded[..39]).is_err());
	}

	#[test]
	fn an_invalid_line_is_not_decoded() {
		for (start, cliff, end) in [(2u64, 1u64, 3u64), (1, 4, 3), (3, 3, 3), (3, 2, 1), (u64::MAX, 0, 0)] {
			assert!(Line::decode(&mut &(start, cliff, end, 1u128).encode()[..]).is_err());
		}
	}

	#[test]
	fn an_invalid_line_is_not_deserialised() {
		let line = |start: u64, cliff: u64, end: u64| {
			let fields = [("start", start), ("cliff", cliff), ("end", end), ("total", 5)];
			Line::deserialize(MapDeserializer::<_, Error>::new(fields.into_iter()))
		};
		assert_eq!(line(1, 2, 3), Ok(Line::new(1, 2, 3, 5).unwrap()));
		for invalid in [line(2, 1, 3), line(1, 4, 3), line(3, 3, 3)] {
			assert_eq!(invalid.unwrap_err().to_string(), "a line needs start <= cliff <= end and start < end");
		}
	}

	#[test]
	fn the_largest_line_does_not_overflow() {
		let line = Line::new(0, 1, u64::MAX, u128::MAX).unwrap();
		// 2^128 - 1 = (2^64 - 1) · (2^64 + 1): every ms vests 2^64 + 1 units.
		for at in [1, u64::MAX / 2, u64::MAX - 1, u64::MAX] {
			let exact = u128::from(at) * ((1 << 64) + 1);
			assert_eq!((line.vested(at), line.vested_rounded_up(at)), (exact, exact));
			assert_eq!(line.unvested(at), u128::MAX - exact);
		}
	}
}
