//! Weights of `pallet_btt_fees`: cautious estimates, to be replaced by measured ones.

#![allow(clippy::unnecessary_cast, unused_parens, missing_docs)]

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::RocksDbWeight, Weight},
};

/// What the calls, hooks and sinks of this pallet weigh.
pub trait WeightInfo {
	/// `set_fee_split`.
	fn set_fee_split() -> Weight;
	/// `spend` on a new account.
	fn spend() -> Weight;
	/// `buy_premium`, of further periods.
	fn buy_premium() -> Weight;
	/// `forget_premium`.
	fn forget_premium() -> Weight;
	/// `set_premium_price`.
	fn set_premium_price() -> Weight;
	/// `set_efficiency`.
	fn set_efficiency() -> Weight;
	/// The first block of a day in which the base fee changes.
	fn on_initialize() -> Weight;
	/// Splitting a fee. For pallets that pay into the fee sink.
	fn pay_fees() -> Weight;
	/// Charging for a transaction: looking the discount up, withdrawing, correcting and splitting the fee, and the tip.
	fn charge() -> Weight;
}

/// Weights on the runtime's database.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn set_fee_split() -> Weight {
		Weight::from_parts(20_000_000, 4_000).saturating_add(T::DbWeight::get().reads_writes(0, 1))
	}
	fn spend() -> Weight {
		Weight::from_parts(110_000_000, 12_000).saturating_add(T::DbWeight::get().reads_writes(3, 3))
	}
	fn buy_premium() -> Weight {
		Weight::from_parts(220_000_000, 36_000).saturating_add(T::DbWeight::get().reads_writes(10, 7))
	}
	fn forget_premium() -> Weight {
		Weight::from_parts(40_000_000, 8_000).saturating_add(T::DbWeight::get().reads_writes(2, 1))
	}
	fn set_premium_price() -> Weight {
		Weight::from_parts(20_000_000, 4_000).saturating_add(T::DbWeight::get().reads_writes(0, 1))
	}
	fn set_efficiency() -> Weight {
		Weight::from_parts(20_000_000, 4_000).saturating_add(T::DbWeight::get().reads_writes(0, 1))
	}
	fn on_initialize() -> Weight {
		Weight::from_parts(60_000_000, 12_000).saturating_add(T::DbWeight::get().reads_writes(5, 2))
	}
	fn pay_fees() -> Weight {
		Weight::from_parts(220_000_000, 36_000).saturating_add(T::DbWeight::get().reads_writes(10, 8))
	}
	fn charge() -> Weight {
		Weight::from_parts(420_000_000, 72_000).saturating_add(T::DbWeight::get().reads_writes(17, 11))
	}
}

impl WeightInfo for () {
	fn set_fee_split() -> Weight {
		Weight::from_parts(20_000_000, 4_000).saturating_add(RocksDbWeight::get().reads_writes(0, 1))
	}
	fn spend() -> Weight {
		Weight::from_parts(110_000_000, 12_000).saturating_add(RocksDbWeight::get().reads_writes(3, 3))
	}
	fn buy_premium() -> Weight {
		Weight::from_parts(220_000_000, 36_000).saturating_add(RocksDbWeight::get().reads_writes(10, 7))
	}
	fn forget_premium() -> Weight {
		Weight::from_parts(40_000_000, 8_000).saturating_add(RocksDbWeight::get().reads_writes(2, 1))
	}
	fn set_premium_price() -> Weight {
		Weight::from_parts(20_000_000, 4_000).saturating_add(RocksDbWeight::get().reads_writes(0, 1))
	}
	fn set_efficiency() -> Weight {
		Weight::from_parts(20_000_000, 4_000).saturating_add(RocksDbWeight::get().reads_writes(0, 1))
	}
	fn on_initialize() -> Weight {
		Weight::from_parts(60_000_000, 12_000).saturating_add(RocksDbWeight::get().reads_writes(5, 2))
	}
	fn pay_fees() -> Weight {
		Weight::from_parts(220_000_000, 36_000).saturating_add(RocksDbWeight::get().reads_writes(10, 8))
	}
	fn charge() -> Weight {
		Weight::from_parts(420_000_000, 72_000).saturating_add(RocksDbWeight::get().reads_writes(17, 11))
	}
}
