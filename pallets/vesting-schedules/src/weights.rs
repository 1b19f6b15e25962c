//! Weights of `pallet_vesting_schedules`: cautious estimates, to be replaced by measured ones.

#![allow(clippy::unnecessary_cast, unused_parens, missing_docs)]

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::RocksDbWeight, Weight},
};

/// What the calls and hooks of this pallet weigh.
pub trait WeightInfo {
	/// `vest` of an account with as many lines as it may have.
	fn vest() -> Weight;
	/// `rotate` of such an account, with everything that other pallets move.
	fn rotate() -> Weight;
	/// `force_rotate`, likewise.
	fn force_rotate() -> Weight;
	/// Finding out where an idle sweep stands, and noting where it stopped.
	fn sweep_base() -> Weight;
	/// Settling one account in an idle sweep.
	fn sweep_account() -> Weight;
}

/// Weights on the runtime's database.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn vest() -> Weight {
		Weight::from_parts(120_000_000, 12_000).saturating_add(T::DbWeight::get().reads_writes(6, 4))
	}
	fn rotate() -> Weight {
		Weight::from_parts(500_000_000, 60_000).saturating_add(T::DbWeight::get().reads_writes(24, 16))
	}
	fn force_rotate() -> Weight {
		Weight::from_parts(500_000_000, 60_000).saturating_add(T::DbWeight::get().reads_writes(24, 16))
	}
	fn sweep_base() -> Weight {
		Weight::from_parts(20_000_000, 8_000).saturating_add(T::DbWeight::get().reads_writes(3, 1))
	}
	fn sweep_account() -> Weight {
		Weight::from_parts(120_000_000, 12_000).saturating_add(T::DbWeight::get().reads_writes(7, 4))
	}
}

impl WeightInfo for () {
	fn vest() -> Weight {
		Weight::from_parts(120_000_000, 12_000).saturating_add(RocksDbWeight::get().reads_writes(6, 4))
	}
	fn rotate() -> Weight {
		Weight::from_parts(500_000_000, 60_000).saturating_add(RocksDbWeight::get().reads_writes(24, 16))
	}
	fn force_rotate() -> Weight {
		Weight::from_parts(500_000_000, 60_000).saturating_add(RocksDbWeight::get().reads_writes(24, 16))
	}
	fn sweep_base() -> Weight {
		Weight::from_parts(20_000_000, 8_000).saturating_add(RocksDbWeight::get().reads_writes(3, 1))
	}
	fn sweep_account() -> Weight {
		Weight::from_parts(120_000_000, 12_000).saturating_add(RocksDbWeight::get().reads_writes(7, 4))
	}
}
