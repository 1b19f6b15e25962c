//! Shares of income in O(1), however many share it.

use crate::types::Era;
use btt_primitives::Balance;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_core::U256;

/// An amount in 2^-96 units.
pub type Fine = U256;

/// One unit. Fine enough that an income leaves less than a unit undivided among the whole supply, and coarse enough for
/// the product of any stake with what a unit of it earned.
const PRECISION: Fine = U256([0, 1 << 32, 0, 0]);

/// An income that a changing stake shares.
///
/// Income goes to the stake that earns when it arrives. Stake that joins in an era earns from the next era on; stake
/// that leaves stops at once. What an income leaves undivided, and what is cut off when somebody is settled in whole
/// units, is carried to the next income. So at any time what is `held` is, exactly, what is carried and what is due.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Pool {
	earning: Balance,
	joining: Balance,
	era: Era,
	per_share: Fine,
	held: Balance,
	carried: Fine,
}

impl Pool {
	/// A pool without stake.
	pub fn new(era: Era) -> Self {
		Self { era, ..Default::default() }
	}

	/// Units of stake, earning or not.
	pub const fn total(&self) -> Balance {
		self.earning.saturating_add(self.joining)
	}

	/// The era that the pool was brought to.
	pub const fn era(&self) -> Era {
		self.era
	}

	/// What a unit of stake would have got, had it been here from the beginning.
	pub const fn per_share(&self) -> Fine {
		self.per_share
	}

	/// Units received and not settled with anybody yet.
	pub const fn held(&self) -> Balance {
		self.held
	}

	/// What is held and still to be divided.
	pub const fn carried(&self) -> Fine {
		self.carried
	}

	/// Bring the pool to `era`. Returns the era in which the stake joined that earns from now on, if there is any.
	pub fn roll(&mut self, era: Era) -> Option<Era> {
		if self.era >= era {
			return None;
		}
		let joined = (self.joining > 0).then_some(self.era);
		self.earning = self.total();
		self.joining = 0;
		self.era = era;
		joined
	}

	/// Divide `amount` units among the stake that earns.
	pub fn receive(&mut self, amount: Balance) {
		self.held = self.held.saturating_add(amount);
		// 128 + 96 bits.
		self.carried = self.carried.saturating_add(fine(amount));
		let stake = Fine::from(self.earning);
		let each = self.carried.checked_div(stake).unwrap_or_default();
		if let Some(per_share) = self.per_share.checked_add(each) {
			self.per_share = per_share;
			self.carried = self.carried.saturating_sub(each.saturating_mul(stake));
		}
	}

	/// What `stake` units earned since one unit had got `from`.
	pub fn due(&self, stake: Balance, from: Fine) -> Fine {
		// No more than what was received meanwhile.
		self.per_share.saturating_sub(from).saturating_mul(stake.into())
	}

	/// Settle with somebody who has earned `due`. Returns the units.
	pub fn settle(&mut self, due: Fine) -> Balance {
		let (amount, rest) = units(due);
		self.held = self.held.saturating_sub(amount);
		self.carried = self.carried.saturating_add(rest);
		amount
	}

	/// Let `stake` units join.
	pub fn join(&mut self, stake: Balance) {
		self.joining = self.joining.saturating_add(stake);
	}

	/// Let stake go that is settled: so much of what earns, and so much of what joins.
	pub fn leave(&mut self, earning: Balance, joining: Balance) {
		self.earning = self.earning.saturating_sub(earning);
		self.joining = self.joining.saturating_sub(joining);
	}

	/// Take over what another pool, which has no stake any more, holds.
	pub fn inherit(&mut self, other: &Self) {
		self.held = self.held.saturating_add(other.held);
		self.carried = self.carried.saturating_add(fine(other.held));
	}
}

/// `amount` units.
pub fn fine(amount: Balance) -> Fine {
	Fine::from(amount).saturating_mul(PRECISION)
}

/// Whole units, and the rest.
pub fn units(amount: Fine) -> (Balance, Fine) {
	let (whole, rest) = amount.div_mod(PRECISION);
	(whole.try_into().unwrap_or(Balance::MAX), rest)
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	#[test]
	fn income_goes_to_those_who_earn_and_the_rest_is_carried() {
		let mut pool = Pool::new(0);
		pool.join(3);
		pool.receive(10);
		assert_eq!((pool.carried(), pool.held(), pool.per_share()), (fine(10), 10, Fine::zero()));
		assert_eq!(pool.roll(1), Some(0));
		assert_eq!(pool.roll(1), None);
		pool.receive(2);
		assert_eq!((pool.due(1, Fine::zero()), pool.due(3, Fine::zero())), (fine(4), fine(12)));
		assert_eq!(pool.settle(fine(12)), 12);
		assert_eq!((pool.held(), pool.carried()), (0, Fine::zero()));
	}

	#[test]
	fn an_income_too_small_to_be_divided_waits_for_the_next() {
		let mut pool = Pool::new(0);
		pool.join(1 << 127);
		pool.roll(1);
		pool.receive(1);
		assert_eq!((pool.carried(), pool.per_share()), (fine(1), Fine::zero()));
		pool.receive((1 << 31) - 1);
		assert_eq!((pool.carried(), pool.per_share()), (Fine::zero(), Fine::one()));
	}

	#[test]
	fn parts_of_units_go_to_the_next_income() {
		let mut pool = Pool::new(0);
		pool.join(7);
		pool.roll(1);
		pool.receive(10);
		assert_eq!(pool.settle(pool.due(7, Fine::zero())), 9);
		pool.leave(7, 0);
		assert_eq!((pool.carried(), pool.held()), (fine(1), 1));
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(2_000))]

		#[test]
		fn what_is_held_is_what_is_due_and_what_is_carried(
			stakes in proptest::collection::vec(1..=210_000_000_000_000_000_000_000_000u128, 1..8),
			incomes in proptest::collection::vec((0..=1_000_000_000_000_000_000_000_000u128, 0..8usize), 1..8),
		) {
			let mut pool = Pool::new(0);
			let mut settled = vec![Fine::zero(); stakes.len()];
			for stake in &stakes {
				pool.join(*stake);
			}
			pool.roll(1);
			let (mut received, mut paid) = (0, 0);
			for (income, who) in &incomes {
				pool.receive(*income);
				received += income;
				if let Some(from) = settled.get_mut(*who) {
					paid += pool.settle(pool.due(stakes[*who], *from));
					*from = pool.per_share();
				}
				let due = stakes.iter().zip(&settled).fold(Fine::zero(), |sum, (s, from)| sum + pool.due(*s, *from));
				prop_assert_eq!(pool.held(), received - paid);
				prop_assert_eq!(fine(pool.held()), pool.carried() + due);
			}
			// Nearly all of it was divided: less than a unit from the income, and from each who was settled.
			prop_assert!(units(pool.carried()).0 <= 1 + stakes.len() as u128);
		}
	}
}
