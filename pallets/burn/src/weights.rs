//! Weights of `pallet_btt_burn`, measured; regenerate with `scripts/bench`.
//!
//! DATE: 2026-11-24, STEPS: `50`, REPEAT: `20`, LOW RANGE: `[]`, HIGH RANGE: `[]`
//! CPU: `AMD EPYC`, WASM-EXECUTION: `Compiled`

#![allow(missing_docs, clippy::arithmetic_side_effects)]

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::RocksDbWeight, Weight},
};

/// What each call costs.
pub trait WeightInfo {
	fn burn() -> Weight;
	fn set_policy() -> Weight;
	fn forget_window() -> Weight;
	fn burn_by_policy() -> Weight;
	fn burn_otherwise() -> Weight;
	fn on_tokenisation() -> Weight;
	fn on_transfer() -> Weight;
	fn on_premium() -> Weight;
	fn sweep_base() -> Weight;
	fn sweep_window() -> Weight;
}

/// Measured, with the database weights of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Burn::Totals` (r:2 w:2)
	/// Proof: `Burn::Totals` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	fn burn() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `42`
		//  Estimated: `5990`
		// Minimum execution time: 47_150_000 picoseconds.
		Weight::from_parts(79_718_000, 5990)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Burn::CurrentPolicies` (r:1 w:1)
	/// Proof: `Burn::CurrentPolicies` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	fn set_policy() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `42`
		//  Estimated: `1513`
		// Minimum execution time: 6_730_000 picoseconds.
		Weight::from_parts(9_575_000, 1513)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Burn::Windows` (r:1 w:1)
	/// Proof: `Burn::Windows` (`max_values`: None, `max_size`: Some(456), added: 2931, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn forget_window() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `635`
		//  Estimated: `3921`
		// Minimum execution time: 12_559_000 picoseconds.
		Weight::from_parts(23_154_000, 3921)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Burn::ThisYear` (r:1 w:1)
	/// Proof: `Burn::ThisYear` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Burn::Totals` (r:1 w:1)
	/// Proof: `Burn::Totals` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Fees::FundLedger` (r:1 w:1)
	/// Proof: `Fees::FundLedger` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	fn burn_by_policy() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `376`
		//  Estimated: `3593`
		// Minimum execution time: 37_055_000 picoseconds.
		Weight::from_parts(39_268_000, 3593)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Burn::Totals` (r:1 w:1)
	/// Proof: `Burn::Totals` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	fn burn_otherwise() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `42`
		//  Estimated: `3490`
		// Minimum execution time: 8_282_000 picoseconds.
		Weight::from_parts(8_983_000, 3490)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Burn::CurrentPolicies` (r:1 w:0)
	/// Proof: `Burn::CurrentPolicies` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	fn on_tokenisation() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `42`
		//  Estimated: `1513`
		// Minimum execution time: 2_133_000 picoseconds.
		Weight::from_parts(2_424_000, 1513).saturating_add(T::DbWeight::get().reads(1_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Burn::Windows` (r:1 w:1)
	/// Proof: `Burn::Windows` (`max_values`: None, `max_size`: Some(456), added: 2931, mode: `MaxEncodedLen`)
	/// Storage: `Burn::CurrentPolicies` (r:1 w:0)
	/// Proof: `Burn::CurrentPolicies` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	fn on_transfer() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `635`
		//  Estimated: `3921`
		// Minimum execution time: 11_346_000 picoseconds.
		Weight::from_parts(12_258_000, 3921)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Burn::CurrentPolicies` (r:1 w:0)
	/// Proof: `Burn::CurrentPolicies` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	fn on_premium() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `42`
		//  Estimated: `1513`
		// Minimum execution time: 2_124_000 picoseconds.
		Weight::from_parts(2_463_000, 1513).saturating_add(T::DbWeight::get().reads(1_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Burn::Sweep` (r:1 w:1)
	/// Proof: `Burn::Sweep` (`max_values`: Some(1), `max_size`: Some(41), added: 536, mode: `MaxEncodedLen`)
	/// Storage: `Burn::Windows` (r:1 w:0)
	/// Proof: `Burn::Windows` (`max_values`: None, `max_size`: Some(456), added: 2931, mode: `MaxEncodedLen`)
	fn sweep_base() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `217`
		//  Estimated: `3921`
		// Minimum execution time: 11_226_000 picoseconds.
		Weight::from_parts(13_590_000, 3921)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Burn::Sweep` (r:1 w:1)
	/// Proof: `Burn::Sweep` (`max_values`: Some(1), `max_size`: Some(41), added: 536, mode: `MaxEncodedLen`)
	/// Storage: `Burn::Windows` (r:2 w:1)
	/// Proof: `Burn::Windows` (`max_values`: None, `max_size`: Some(456), added: 2931, mode: `MaxEncodedLen`)
	fn sweep_window() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `635`
		//  Estimated: `6852`
		// Minimum execution time: 14_462_000 picoseconds.
		Weight::from_parts(15_953_000, 6852)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
}

impl WeightInfo for () {
	fn burn() -> Weight {
		Weight::from_parts(79_718_000, 5990)
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	fn set_policy() -> Weight {
		Weight::from_parts(9_575_000, 1513)
			.saturating_add(RocksDbWeight::get().reads(1_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	fn forget_window() -> Weight {
		Weight::from_parts(23_154_000, 3921)
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	fn burn_by_policy() -> Weight {
		Weight::from_parts(39_268_000, 3593)
			.saturating_add(RocksDbWeight::get().reads(5_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
	}
	fn burn_otherwise() -> Weight {
		Weight::from_parts(8_983_000, 3490)
			.saturating_add(RocksDbWeight::get().reads(1_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	fn on_tokenisation() -> Weight {
		Weight::from_parts(2_424_000, 1513).saturating_add(RocksDbWeight::get().reads(1_u64))
	}
	fn on_transfer() -> Weight {
		Weight::from_parts(12_258_000, 3921)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	fn on_premium() -> Weight {
		Weight::from_parts(2_463_000, 1513).saturating_add(RocksDbWeight::get().reads(1_u64))
	}
	fn sweep_base() -> Weight {
		Weight::from_parts(13_590_000, 3921)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	fn sweep_window() -> Weight {
		Weight::from_parts(15_953_000, 6852)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
}
