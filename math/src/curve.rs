//! Cumulative amounts that grow linearly between dated knots.

use crate::{
	release::Accrual,
	shares::{portion, portion_rounded_up},
	Balance, Moment,
};

/// A cumulative amount over time: linear between its knots, constant before the first and after the last.
///
/// It is exact at every knot, never falls, and is defined for every instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Curve<const N: usize> {
	knots: [(Moment, Balance); N],
}

impl<const N: usize> Curve<N> {
	/// The curve through `knots`: instants in ms, and units accrued by then.
	///
	/// `None` unless there is a knot, each one is later than the one before, and no amount is below the one before.
	pub fn new(knots: [(Moment, Balance); N]) -> Option<Self> {
		let in_order = knots.iter().zip(knots.iter().skip(1)).all(|((from, low), (to, high))| from < to && low <= high);
		(N > 0 && in_order).then_some(Self { knots })
	}

	/// The knots in their order: instants in ms, and units accrued by then.
	pub const fn knots(&self) -> &[(Moment, Balance)] {
		&self.knots
	}

	/// The units accrued at `at`, rounded down.
	pub fn at(&self, at: Moment) -> Balance {
		self.interpolate(at, portion)
	}

	/// The units accrued at `at`, rounded up.
	pub fn at_rounded_up(&self, at: Moment) -> Balance {
		self.interpolate(at, portion_rounded_up)
	}

	fn interpolate(&self, at: Moment, portion: fn(Balance, u64, u64) -> Balance) -> Balance {
		let passed = self.knots.partition_point(|(knot, _)| *knot <= at);
		let last = passed.checked_sub(1).and_then(|index| self.knots.get(index));
		match (last, self.knots.get(passed)) {
			(Some((from, low)), Some((to, high))) => {
				let growth = portion(high.saturating_sub(*low), at.saturating_sub(*from), to.saturating_sub(*from));
				low.saturating_add(growth)
			}
			(Some((_, amount)), None) | (None, Some((_, amount))) => *amount,
			// Only without any knot, which `new` refuses.
			(None, None) => 0,
		}
	}
}

impl<const N: usize> Accrual for Curve<N> {
	fn accrued(&self, at: Moment) -> Balance {
		self.at(at)
	}

	fn accrued_rounded_up(&self, at: Moment) -> Balance {
		self.at_rounded_up(at)
	}

	fn for_each_knot(&self, visit: &mut dyn FnMut(Moment)) {
		self.knots.iter().for_each(|(knot, _)| visit(*knot));
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_curve_needs_a_knot() {
		assert_eq!(Curve::new([]), None);
	}

	#[test]
	fn a_curve_of_one_knot_is_constant() {
		let curve = Curve::new([(10, 7)]).unwrap();
		for at in [0, 9, 10, 11, u64::MAX] {
			assert_eq!((curve.at(at), curve.at_rounded_up(at)), (7, 7));
		}
	}

	#[test]
	fn knots_must_be_in_order() {
		assert!(Curve::new([(10, 0), (20, 5), (30, 5)]).is_some());
		assert_eq!(Curve::new([(10, 0), (10, 5)]), None);
		assert_eq!(Curve::new([(10, 0), (9, 5)]), None);
		assert_eq!(Curve::new([(10, 5), (20, 4)]), None);
		assert_eq!(Curve::new([(10, 0), (20, 5), (15, 6)]), None);
	}

	#[test]
	fn a_curve_is_linear_between_its_knots() {
		// 100 units over 7 ms, then 1 unit over 3 ms.
		let curve = Curve::new([(10, 50), (17, 150), (20, 151)]).unwrap();
		for (at, down, up) in [
			(0, 50, 50),
			(9, 50, 50),
			(10, 50, 50),
			(11, 64, 65),
			(12, 78, 79),
			(13, 92, 93),
			(16, 135, 136),
			(17, 150, 150),
			(18, 150, 151),
			(19, 150, 151),
			(20, 151, 151),
			(21, 151, 151),
			(u64::MAX, 151, 151),
		] {
			assert_eq!((curve.at(at), curve.at_rounded_up(at)), (down, up), "at {at}");
		}
	}

	#[test]
	fn the_largest_curve_does_not_overflow() {
		let curve = Curve::new([(0, 0), (u64::MAX, u128::MAX)]).unwrap();
		// 2^128 - 1 = (2^64 - 1) · (2^64 + 1): every ms accrues 2^64 + 1 units.
		for at in [0, 1, u64::MAX / 2, u64::MAX - 1, u64::MAX] {
			let exact = u128::from(at) * ((1 << 64) + 1);
			assert_eq!((curve.at(at), curve.at_rounded_up(at)), (exact, exact));
		}
	}
}
