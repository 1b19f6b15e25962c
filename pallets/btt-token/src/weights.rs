//! The weights of the calls.

use core::marker::PhantomData;
use frame_support::{pallet_prelude::Weight, traits::Get};

/// The weights of the calls.
pub trait WeightInfo {
	/// Weight of `release`.
	fn release() -> Weight;
	/// Weight of `give_back`.
	fn give_back() -> Weight;
	/// Weight of `create_milestone`.
	fn create_milestone() -> Weight;
	/// Weight of `file_evidence`.
	fn file_evidence() -> Weight;
	/// Weight of `object`.
	fn object() -> Weight;
	/// Weight of `withdraw_objection`.
	fn withdraw_objection() -> Weight;
	/// Weight of `decide`.
	fn decide() -> Weight;
	/// Weight of `conclude`.
	fn conclude() -> Weight;
	/// Weight of `claim_milestone`.
	fn claim_milestone() -> Weight;
}

/// Conservative weights, to be replaced by measured ones.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn release() -> Weight {
		Weight::from_parts(300_000_000, 20_000).saturating_add(T::DbWeight::get().reads_writes(10, 5))
	}

	fn give_back() -> Weight {
		Weight::from_parts(200_000_000, 20_000).saturating_add(T::DbWeight::get().reads_writes(5, 4))
	}

	fn create_milestone() -> Weight {
		Weight::from_parts(100_000_000, 15_000).saturating_add(T::DbWeight::get().reads_writes(4, 3))
	}

	fn file_evidence() -> Weight {
		Weight::from_parts(100_000_000, 10_000).saturating_add(T::DbWeight::get().reads_writes(3, 1))
	}

	fn object() -> Weight {
		Weight::from_parts(400_000_000, 60_000).saturating_add(T::DbWeight::get().reads_writes(25, 6))
	}

	fn withdraw_objection() -> Weight {
		Weight::from_parts(300_000_000, 40_000).saturating_add(T::DbWeight::get().reads_writes(8, 6))
	}

	fn decide() -> Weight {
		Weight::from_parts(100_000_000, 15_000).saturating_add(T::DbWeight::get().reads_writes(3, 2))
	}

	fn conclude() -> Weight {
		Weight::from_parts(100_000_000, 15_000).saturating_add(T::DbWeight::get().reads_writes(4, 2))
	}

	fn claim_milestone() -> Weight {
		Weight::from_parts(200_000_000, 20_000).saturating_add(T::DbWeight::get().reads_writes(8, 6))
	}
}
