//! Weights of `equivocation`, measured; regenerate with `scripts/bench`.
//!
//! DATE: 2026-11-24, STEPS: `20`, REPEAT: `5`, LOW RANGE: `[]`, HIGH RANGE: `[]`
//! CPU: `AMD EPYC`, WASM-EXECUTION: `Compiled`

#![allow(missing_docs, clippy::arithmetic_side_effects)]

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::RocksDbWeight, Weight},
};

/// What each call costs.
pub trait WeightInfo {
	fn report_babe(v: u32) -> Weight;
	fn report_grandpa(v: u32) -> Weight;
	fn plan_config_change() -> Weight;
	fn note_stalled() -> Weight;
}

/// Measured, with the database weights of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Babe::GenesisSlot` (r:1 w:0)
	/// Proof: `Babe::GenesisSlot` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `ChainTiming::Parameters` (r:1 w:0)
	/// Proof: `ChainTiming::Parameters` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Babe::SkippedEpochs` (r:1 w:0)
	/// Proof: `Babe::SkippedEpochs` (`max_values`: Some(1), `max_size`: Some(1202), added: 1697, mode: `MaxEncodedLen`)
	/// Storage: `Session::CurrentIndex` (r:1 w:0)
	/// Proof: `Session::CurrentIndex` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Session::Validators` (r:1 w:0)
	/// Proof: `Session::Validators` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Session::NextKeys` (r:300 w:0)
	/// Proof: `Session::NextKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Offences::ConcurrentReportsIndex` (r:1 w:1)
	/// Proof: `Offences::ConcurrentReportsIndex` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Offences::Reports` (r:1 w:1)
	/// Proof: `Offences::Reports` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `BttStaking::Elections` (r:1 w:0)
	/// Proof: `BttStaking::Elections` (`max_values`: None, `max_size`: Some(14422), added: 16897, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Candidates` (r:1 w:1)
	/// Proof: `BttStaking::Candidates` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::CounterForCandidates` (r:1 w:1)
	/// Proof: `BttStaking::CounterForCandidates` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Offenders` (r:1 w:1)
	/// Proof: `BttStaking::Offenders` (`max_values`: Some(1), `max_size`: Some(10802), added: 11297, mode: `MaxEncodedLen`)
	/// Storage: `Session::DisabledValidators` (r:1 w:1)
	/// Proof: `Session::DisabledValidators` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::SlashCount` (r:1 w:1)
	/// Proof: `BttStaking::SlashCount` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Offences` (r:1 w:1)
	/// Proof: `BttStaking::Offences` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Slashes` (r:0 w:1)
	/// Proof: `BttStaking::Slashes` (`max_values`: None, `max_size`: Some(81), added: 2556, mode: `MaxEncodedLen`)
	/// The range of component `v` is `[4, 300]`.
	fn report_babe(v: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `1920 + v * (225 ±0)`
		//  Estimated: `17887 + v * (2701 ±0)`
		// Minimum execution time: 327_105_000 picoseconds.
		Weight::from_parts(688_585_355, 17887)
			.saturating_add(Weight::from_parts(19_852_545, 0).saturating_mul(v.into()))
			.saturating_add(T::DbWeight::get().reads(16_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(v.into())))
			.saturating_add(T::DbWeight::get().writes(9_u64))
			.saturating_add(Weight::from_parts(0, 2701).saturating_mul(v.into()))
	}
	/// Storage: `Session::CurrentIndex` (r:1 w:0)
	/// Proof: `Session::CurrentIndex` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Session::Validators` (r:1 w:0)
	/// Proof: `Session::Validators` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Session::NextKeys` (r:300 w:0)
	/// Proof: `Session::NextKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Grandpa::SetIdSession` (r:1 w:0)
	/// Proof: `Grandpa::SetIdSession` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Offences::ConcurrentReportsIndex` (r:1 w:1)
	/// Proof: `Offences::ConcurrentReportsIndex` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Offences::Reports` (r:1 w:1)
	/// Proof: `Offences::Reports` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `BttStaking::Elections` (r:1 w:0)
	/// Proof: `BttStaking::Elections` (`max_values`: None, `max_size`: Some(14422), added: 16897, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Candidates` (r:1 w:1)
	/// Proof: `BttStaking::Candidates` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::CounterForCandidates` (r:1 w:1)
	/// Proof: `BttStaking::CounterForCandidates` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Offenders` (r:1 w:1)
	/// Proof: `BttStaking::Offenders` (`max_values`: Some(1), `max_size`: Some(10802), added: 11297, mode: `MaxEncodedLen`)
	/// Storage: `Session::DisabledValidators` (r:1 w:1)
	/// Proof: `Session::DisabledValidators` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::SlashCount` (r:1 w:1)
	/// Proof: `BttStaking::SlashCount` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `ChainTiming::Parameters` (r:1 w:0)
	/// Proof: `ChainTiming::Parameters` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Offences` (r:1 w:1)
	/// Proof: `BttStaking::Offences` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Slashes` (r:0 w:1)
	/// Proof: `BttStaking::Slashes` (`max_values`: None, `max_size`: Some(81), added: 2556, mode: `MaxEncodedLen`)
	/// The range of component `v` is `[4, 300]`.
	fn report_grandpa(v: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `1900 + v * (225 ±0)`
		//  Estimated: `17887 + v * (2701 ±0)`
		// Minimum execution time: 320_414_000 picoseconds.
		Weight::from_parts(324_711_000, 17887)
			.saturating_add(Weight::from_parts(19_908_667, 0).saturating_mul(v.into()))
			.saturating_add(T::DbWeight::get().reads(15_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(v.into())))
			.saturating_add(T::DbWeight::get().writes(9_u64))
			.saturating_add(Weight::from_parts(0, 2701).saturating_mul(v.into()))
	}
	/// Storage: `Babe::PendingEpochConfigChange` (r:0 w:1)
	/// Proof: `Babe::PendingEpochConfigChange` (`max_values`: Some(1), `max_size`: Some(18), added: 513, mode: `MaxEncodedLen`)
	fn plan_config_change() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 2_373_000 picoseconds.
		Weight::from_parts(2_805_000, 0).saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Grandpa::Stalled` (r:0 w:1)
	/// Proof: `Grandpa::Stalled` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn note_stalled() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 2_364_000 picoseconds.
		Weight::from_parts(2_754_000, 0).saturating_add(T::DbWeight::get().writes(1_u64))
	}
}

impl WeightInfo for () {
	fn report_babe(v: u32) -> Weight {
		Weight::from_parts(688_585_355, 17887)
			.saturating_add(Weight::from_parts(19_852_545, 0).saturating_mul(v.into()))
			.saturating_add(RocksDbWeight::get().reads(16_u64))
			.saturating_add(RocksDbWeight::get().reads((1_u64).saturating_mul(v.into())))
			.saturating_add(RocksDbWeight::get().writes(9_u64))
			.saturating_add(Weight::from_parts(0, 2701).saturating_mul(v.into()))
	}
	fn report_grandpa(v: u32) -> Weight {
		Weight::from_parts(324_711_000, 17887)
			.saturating_add(Weight::from_parts(19_908_667, 0).saturating_mul(v.into()))
			.saturating_add(RocksDbWeight::get().reads(15_u64))
			.saturating_add(RocksDbWeight::get().reads((1_u64).saturating_mul(v.into())))
			.saturating_add(RocksDbWeight::get().writes(9_u64))
			.saturating_add(Weight::from_parts(0, 2701).saturating_mul(v.into()))
	}
	fn plan_config_change() -> Weight {
		Weight::from_parts(2_805_000, 0).saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	fn note_stalled() -> Weight {
		Weight::from_parts(2_754_000, 0).saturating_add(RocksDbWeight::get().writes(1_u64))
	}
}
