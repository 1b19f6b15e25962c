//! Weights of `pallet_parameters`.

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// The weights of pallet-parameters' calls.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_parameters::WeightInfo for SubstrateWeight<T> {
	fn set_parameter() -> Weight {
		Weight::from_parts(20_000_000, 3501).saturating_add(T::DbWeight::get().reads_writes(1, 1))
	}
}
