//! Shares of income in O(1), however many share it.

use crate::types::Era;
use btt_primitives::Balance;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_core::U256;

/// Cumulative rewards are counted in 2^-96 units per unit of stake: finer than the whole supply, so that an income leaves
/// less than a unit undivided; and coarse enough for the product of any stake and what it earned.
const PRECISION: U256 = U256([0, 1 << 32, 0, 0]);

/// An income that a changing stake shares.
///
/// Income goes to the stake that earns when it arrives. Stake that joins in an era earns from the next era on; stake
/// that leaves stops at once. What an income leaves undivided is carried to the next one. All that was received and not
/// settled with somebody yet is `held`, to the unit.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Pool {
	earning: Balance,
	joining: Balance,
	era: Era,
	per_share: U256,
	held: Balance,
	carried: Balance,
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

	/// Units of stake that earn.
	pub const fn earning(&self) -> Balance {
		self.earning
	}

	/// Units of stake that will earn from the next era on.
	pub const fn joining(&self) -> Balance {
		self.joining
	}

	/// The era that the pool was brought to.
	pub const fn era(&self) -> Era {
		self.era
	}

	/// What a unit of stake would have got, had it been here from the beginning, in 2^-96 units.
	pub const fn per_share(&self) -> U256 {
		self.per_share
	}

	/// Units received and not settled with anybody yet.
	pub const fn held(&self) -> Balance {
		self.held
	}

	/// Units of what is held that are still to be divided.
	pub const fn carried(&self) -> Balance {
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
		let total = self.carried.saturating_add(amount);
		self.carried = total;
		let stake = U256::from(self.earning);
		// 128 + 96 bits; and no more than `total` in units once it is multiplied by the stake again.
		let Some(each) = U256::from(total).saturating_mul(PRECISION).checked_div(stake) else { return };
		let Some(per_share) = self.per_share.checked_add(each) else { return };
		self.per_share = per_share;
		self.carried = total.saturating_sub(units(each.saturating_mul(stake), true));
	}

	/// What `stake` units earned since one unit had got `from`, rounded down.
	pub fn due(&self, stake: Balance, from: U256) -> Balance {
		units(self.per_share.saturating_sub(from).saturating_mul(stake.into()), false)
	}

	/// Settle `amount` units with somebody. Returns what of them there is.
	pub fn settle(&mut self, amount: Balance) -> Balance {
		let settled = amount.min(self.held.saturating_sub(self.carried));
		self.held = self.held.saturating_sub(settled);
		settled
	}

	/// Let `stake` units join.
	pub fn join(&mut self, stake: Balance) {
		self.joining = self.joining.saturating_add(stake);
	}

	/// Let stake go: so much of what earns, and so much of what joins.
	pub fn leave(&mut self, earning: Balance, joining: Balance) {
		self.earning = self.earning.saturating_sub(earning);
		self.joining = self.joining.saturating_sub(joining);
		if self.total() == 0 {
			// Nobody has a claim on what the roundings left.
			self.carried = self.held;
		}
	}

	/// Take over what another pool, which has no stake any more, holds.
	pub fn inherit(&mut self, other: &Self) {
		self.held = self.held.saturating_add(other.held);
		self.carried = self.carried.saturating_add(other.held);
	}
}

/// Units out of 2^-96 units.
fn units(fine: U256, up: bool) -> Balance {
	let (whole, rest) = fine.div_mod(PRECISION);
	let whole = whole.saturating_add(U256::from(u8::from(up && !rest.is_zero())));
	whole.try_into().unwrap_or(Balance::MAX)
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
		assert_eq!((pool.carried(), pool.held(), pool.earning()), (10, 10, 0));
		assert_eq!(pool.roll(1), Some(0));
		pool.receive(1);
		assert_eq!((pool.due(1, U256::zero()), pool.due(3, U256::zero())), (3, 10));
		assert_eq!(pool.held(), 11);
		assert_eq!(pool.settle(10), 10);
		assert_eq!(pool.held(), 1);
	}

	#[test]
	fn an_income_too_small_to_be_divided_waits_for_the_next() {
		let mut pool = Pool::new(0);
		pool.join(1 << 127);
		pool.roll(1);
		pool.receive(1);
		assert_eq!((pool.carried(), pool.per_share()), (1, U256::zero()));
		pool.receive(1 << 31);
		assert_eq!(pool.carried(), 0);
	}

	#[test]
	fn the_last_one_to_leave_leaves_the_roundings_to_the_next() {
		let mut pool = Pool::new(0);
		pool.join(7);
		pool.roll(1);
		pool.receive(10);
		assert_eq!(pool.settle(pool.due(7, U256::zero())), 9);
		pool.leave(7, 0);
		assert_eq!((pool.carried(), pool.held()), (1, 1));
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(2_000))]

		#[test]
		fn what_is_due_is_never_more_than_what_is_held(
			stakes in proptest::collection::vec(1..=210_000_000_000_000_000_000_000_000u128, 1..8),
			incomes in proptest::collection::vec(0..=1_000_000_000_000_000_000_000_000u128, 1..8),
		) {
			let mut pool = Pool::new(0);
			for stake in &stakes {
				pool.join(*stake);
			}
			pool.roll(1);
			for income in &incomes {
				pool.receive(*income);
			}
			let received: Balance = incomes.iter().sum();
			let due: Balance = stakes.iter().map(|stake| pool.due(*stake, U256::zero())).sum();
			prop_assert_eq!(pool.held(), received);
			prop_assert!(due + pool.carried() <= received);
			// Each position, and each income, loses less than a unit to rounding.
			prop_assert!(received - due - pool.carried() < (stakes.len() + incomes.len()) as u128);
		}
	}
}
