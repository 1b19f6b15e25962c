//! Pro-rata shares of an amount, with the product in 256 bit where it needs them.

use crate::Balance;
use sp_arithmetic::{helpers_128bit::multiply_by_rational_with_rounding, Rounding};

/// ⌊`total` · `part` / `whole`⌋.
///
/// `None` if `whole` is 0, or if the result exceeds `u128::MAX`, which needs `part` > `whole`.
pub const fn pro_rata(total: u128, part: u128, whole: u128) -> Option<u128> {
	match total.checked_mul(part) {
		// Nearly always, and in a fraction of the time.
		Some(product) => product.checked_div(whole),
		None => multiply_by_rational_with_rounding(total, part, whole, Rounding::Down),
	}
}

/// `total` · `part` / `whole` rounded down, or all of `total` once `part` reaches `whole`.
pub(crate) fn portion(total: Balance, part: u64, whole: u64) -> Balance {
	if part >= whole {
		return total;
	}
	// `part` < `whole`, hence `whole` is not 0 and the result is below `total`: there always is one.
	pro_rata(total, part.into(), whole.into()).unwrap_or_default()
}

/// `total` · `part` / `whole` rounded up, or all of `total` once `part` reaches `whole`.
pub(crate) fn portion_rounded_up(total: Balance, part: u64, whole: u64) -> Balance {
	if part >= whole {
		return total;
	}
	// As above; rounding up does not lead beyond `total`, which is an integer.
	multiply_by_rational_with_rounding(total, part.into(), whole.into(), Rounding::Up).unwrap_or(total)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn pro_rata_rounds_down() {
		assert_eq!(pro_rata(10, 1, 3), Some(3));
		assert_eq!(pro_rata(11, 1, 3), Some(3));
		assert_eq!(pro_rata(12, 1, 3), Some(4));
		assert_eq!(pro_rata(7, 5, 2), Some(17));
		assert_eq!(pro_rata(0, 5, 2), Some(0));
		assert_eq!(pro_rata(5, 0, 2), Some(0));
	}

	#[test]
	fn pro_rata_of_nothing_is_none() {
		assert_eq!(pro_rata(1, 1, 0), None);
		assert_eq!(pro_rata(0, 0, 0), None);
	}

	#[test]
	fn pro_rata_is_exact_beyond_128_bit() {
		assert_eq!(pro_rata(u128::MAX, u128::MAX, u128::MAX), Some(u128::MAX));
		assert_eq!(pro_rata(u128::MAX, u128::MAX - 1, u128::MAX), Some(u128::MAX - 1));
		// (2^128 - 1) · 2 / 3 = 2 · 113427455640312821154458202477256070485
		assert_eq!(pro_rata(u128::MAX, 2, 3), Some(226_854_911_280_625_642_308_916_404_954_512_140_970));
	}

	#[test]
	fn pro_rata_that_does_not_fit_is_none() {
		assert_eq!(pro_rata(u128::MAX, 2, 1), None);
		assert_eq!(pro_rata(u128::MAX, u128::MAX, 1), None);
		assert_eq!(pro_rata(1 << 127, 2, 1), None);
	}

	#[test]
	fn portions_end_at_the_total() {
		for portion in [portion, portion_rounded_up] {
			assert_eq!(portion(10, 0, 3), 0);
			assert_eq!(portion(10, 3, 3), 10);
			assert_eq!(portion(10, 4, 3), 10);
			assert_eq!(portion(10, 0, 0), 10);
			assert_eq!(portion(u128::MAX, u64::MAX, u64::MAX), u128::MAX);
		}
		assert_eq!(portion(10, 1, 3), 3);
		assert_eq!(portion_rounded_up(10, 1, 3), 4);
		assert_eq!(portion_rounded_up(1, 1, u64::MAX), 1);
	}
}
