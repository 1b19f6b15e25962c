//! Weights of `pallet_btt_burn`: cautious estimates, to be replaced by measured ones.

#![allow(missing_docs)]

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::RocksDbWeight, Weight},
};

/// What the calls, hooks and internal functions of this pallet weigh.
pub trait WeightInfo {
	/// `burn` of all but dust, which is burned as well.
	fn burn() -> Weight;
	/// `set_policy`.
	fn set_policy() -> Weight;
	/// `forget_window`.
	fn forget_window() -> Weight;
	/// Burning for a policy, part of which exceeds the ceiling.
	fn burn_by_policy() -> Weight;
	/// Burning for any other reason.
	fn burn_otherwise() -> Weight;
	/// What a tokenisation burns.
	fn on_tokenisation() -> Weight;
	/// What a transfer beyond the threshold burns.
	fn on_transfer() -> Weight;
	/// What premium access burns.
	fn on_premium() -> Weight;
	/// An idle sweep that finds nothing.
	fn sweep_base() -> Weight;
	/// One window that is cleared away.
	fn sweep_window() -> Weight;
}

/// Weights on the runtime's database.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn burn() -> Weight {
		Weight::from_parts(60_000_000, 8_000)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	fn set_policy() -> Weight {
		Weight::from_parts(15_000_000, 8_000)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn forget_window() -> Weight {
		Weight::from_parts(20_000_000, 8_000)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn burn_by_policy() -> Weight {
		Weight::from_parts(45_000_000, 8_000)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	fn burn_otherwise() -> Weight {
		Weight::from_parts(15_000_000, 8_000)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	fn on_tokenisation() -> Weight {
		Weight::from_parts(8_000_000, 8_000).saturating_add(T::DbWeight::get().reads(1))
	}
	fn on_transfer() -> Weight {
		Weight::from_parts(25_000_000, 8_000)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn on_premium() -> Weight {
		Weight::from_parts(8_000_000, 8_000).saturating_add(T::DbWeight::get().reads(1))
	}
	fn sweep_base() -> Weight {
		Weight::from_parts(15_000_000, 8_000)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn sweep_window() -> Weight {
		Weight::from_parts(20_000_000, 8_000)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}

impl WeightInfo for () {
	fn burn() -> Weight {
		Weight::from_parts(60_000_000, 8_000)
			.saturating_add(RocksDbWeight::get().reads(6))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn set_policy() -> Weight {
		Weight::from_parts(15_000_000, 8_000)
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn forget_window() -> Weight {
		Weight::from_parts(20_000_000, 8_000)
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn burn_by_policy() -> Weight {
		Weight::from_parts(45_000_000, 8_000)
			.saturating_add(RocksDbWeight::get().reads(5))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn burn_otherwise() -> Weight {
		Weight::from_parts(15_000_000, 8_000)
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(2))
	}
	fn on_tokenisation() -> Weight {
		Weight::from_parts(8_000_000, 8_000).saturating_add(RocksDbWeight::get().reads(1))
	}
	fn on_transfer() -> Weight {
		Weight::from_parts(25_000_000, 8_000)
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn on_premium() -> Weight {
		Weight::from_parts(8_000_000, 8_000).saturating_add(RocksDbWeight::get().reads(1))
	}
	fn sweep_base() -> Weight {
		Weight::from_parts(15_000_000, 8_000)
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn sweep_window() -> Weight {
		Weight::from_parts(20_000_000, 8_000)
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
}
