//! Weights of `pallet_parameters`, measured; regenerate with `scripts/bench`.
//!
//! DATE: 2026-11-27, STEPS: `50`, REPEAT: `20`, LOW RANGE: `[]`, HIGH RANGE: `[]`
//! CPU: `AMD EPYC`, WASM-EXECUTION: `Compiled`

#![allow(missing_docs, clippy::arithmetic_side_effects)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Measured, with the database weights of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_parameters::WeightInfo for SubstrateWeight<T> {
	/// Storage: `Parameters::Parameters` (r:1 w:1)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	fn set_parameter() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `3`
		//  Estimated: `3501`
		// Minimum execution time: 7_932_000 picoseconds.
		Weight::from_parts(9_054_000, 3501)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}
