//! Weights of `pallet_btt_token`, measured; regenerate with `scripts/bench`.
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
	fn release() -> Weight;
	fn give_back() -> Weight;
	fn create_milestone() -> Weight;
	fn file_evidence() -> Weight;
	fn object() -> Weight;
	fn withdraw_objection() -> Weight;
	fn decide() -> Weight;
	fn conclude() -> Weight;
	fn claim_milestone() -> Weight;
}

/// Measured, with the database weights of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `ChainTiming::Parameters` (r:1 w:0)
	/// Proof: `ChainTiming::Parameters` (`max_values`: Some(1), `max_size`: Some(40), added: 535, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `BttToken::Discretionary` (r:1 w:1)
	/// Proof: `BttToken::Discretionary` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `ChainTiming::MiningStart` (r:1 w:0)
	/// Proof: `ChainTiming::MiningStart` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn release() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `364`
		//  Estimated: `6196`
		// Minimum execution time: 74_520_000 picoseconds.
		Weight::from_parts(77_655_000, 6196)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `BttToken::Discretionary` (r:1 w:1)
	/// Proof: `BttToken::Discretionary` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn give_back() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `354`
		//  Estimated: `6196`
		// Minimum execution time: 54_270_000 picoseconds.
		Weight::from_parts(57_045_000, 6196)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `BttToken::Initiatives` (r:1 w:1)
	/// Proof: `BttToken::Initiatives` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	/// Storage: `BttToken::NextMilestone` (r:1 w:1)
	/// Proof: `BttToken::NextMilestone` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `BttToken::Milestones` (r:0 w:1)
	/// Proof: `BttToken::Milestones` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	fn create_milestone() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `117`
		//  Estimated: `3526`
		// Minimum execution time: 17_065_000 picoseconds.
		Weight::from_parts(18_117_000, 3526)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `BttToken::Milestones` (r:1 w:1)
	/// Proof: `BttToken::Milestones` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn file_evidence() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `265`
		//  Estimated: `3599`
		// Minimum execution time: 15_313_000 picoseconds.
		Weight::from_parts(16_334_000, 3599)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `BttToken::Milestones` (r:1 w:1)
	/// Proof: `BttToken::Milestones` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `BttToken::Initiatives` (r:4 w:0)
	/// Proof: `BttToken::Initiatives` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	/// Storage: `BttToken::Discretionary` (r:1 w:0)
	/// Proof: `BttToken::Discretionary` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `BttToken::ObjectionsOf` (r:1 w:1)
	/// Proof: `BttToken::ObjectionsOf` (`max_values`: None, `max_size`: Some(5170), added: 7645, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:1 w:1)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Locks` (r:1 w:0)
	/// Proof: `Balances::Locks` (`max_values`: None, `max_size`: Some(1299), added: 3774, mode: `MaxEncodedLen`)
	fn object() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `6119`
		//  Estimated: `11134`
		// Minimum execution time: 69_343_000 picoseconds.
		Weight::from_parts(72_767_000, 11134)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `BttToken::ObjectionsOf` (r:1 w:1)
	/// Proof: `BttToken::ObjectionsOf` (`max_values`: None, `max_size`: Some(5170), added: 7645, mode: `MaxEncodedLen`)
	/// Storage: `BttToken::Milestones` (r:1 w:1)
	/// Proof: `BttToken::Milestones` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:1 w:1)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Locks` (r:1 w:0)
	/// Proof: `Balances::Locks` (`max_values`: None, `max_size`: Some(1299), added: 3774, mode: `MaxEncodedLen`)
	fn withdraw_objection() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `6060`
		//  Estimated: `8635`
		// Minimum execution time: 48_912_000 picoseconds.
		Weight::from_parts(52_597_000, 8635)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `BttToken::Milestones` (r:1 w:1)
	/// Proof: `BttToken::Milestones` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `BttToken::Initiatives` (r:1 w:1)
	/// Proof: `BttToken::Initiatives` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	fn decide() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `323`
		//  Estimated: `3599`
		// Minimum execution time: 15_843_000 picoseconds.
		Weight::from_parts(17_255_000, 3599)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `BttToken::Milestones` (r:1 w:1)
	/// Proof: `BttToken::Milestones` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `BttToken::Initiatives` (r:1 w:1)
	/// Proof: `BttToken::Initiatives` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	fn conclude() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `372`
		//  Estimated: `3599`
		// Minimum execution time: 18_217_000 picoseconds.
		Weight::from_parts(19_489_000, 3599)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `BttToken::Milestones` (r:1 w:1)
	/// Proof: `BttToken::Milestones` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `ChainTiming::Parameters` (r:1 w:0)
	/// Proof: `ChainTiming::Parameters` (`max_values`: Some(1), `max_size`: Some(40), added: 535, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `BttToken::Initiatives` (r:1 w:1)
	/// Proof: `BttToken::Initiatives` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	fn claim_milestone() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `606`
		//  Estimated: `6196`
		// Minimum execution time: 67_039_000 picoseconds.
		Weight::from_parts(70_184_000, 6196)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
}

impl WeightInfo for () {
	fn release() -> Weight {
		Weight::from_parts(77_655_000, 6196)
			.saturating_add(RocksDbWeight::get().reads(6_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	fn give_back() -> Weight {
		Weight::from_parts(57_045_000, 6196)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	fn create_milestone() -> Weight {
		Weight::from_parts(18_117_000, 3526)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	fn file_evidence() -> Weight {
		Weight::from_parts(16_334_000, 3599)
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	fn object() -> Weight {
		Weight::from_parts(72_767_000, 11134)
			.saturating_add(RocksDbWeight::get().reads(11_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
	}
	fn withdraw_objection() -> Weight {
		Weight::from_parts(52_597_000, 8635)
			.saturating_add(RocksDbWeight::get().reads(6_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
	}
	fn decide() -> Weight {
		Weight::from_parts(17_255_000, 3599)
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	fn conclude() -> Weight {
		Weight::from_parts(19_489_000, 3599)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	fn claim_milestone() -> Weight {
		Weight::from_parts(70_184_000, 6196)
			.saturating_add(RocksDbWeight::get().reads(6_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
	}
}
