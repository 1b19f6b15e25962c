//! Weights of `pallet_btt_staking`, measured; regenerate with `scripts/bench`.
//!
//! DATE: 2026-11-27, STEPS: `50`, REPEAT: `20`, LOW RANGE: `[]`, HIGH RANGE: `[]`
//! CPU: `AMD EPYC`, WASM-EXECUTION: `Compiled`

#![allow(missing_docs, clippy::arithmetic_side_effects)]

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::RocksDbWeight, Weight},
};

/// What each call costs.
pub trait WeightInfo {
	fn bond() -> Weight;
	fn unbond() -> Weight;
	fn rebond() -> Weight;
	fn withdraw_unbonded() -> Weight;
	fn add_role() -> Weight;
	fn drop_role() -> Weight;
	fn validate() -> Weight;
	fn chill() -> Weight;
	fn set_commission() -> Weight;
	fn delegate() -> Weight;
	fn undelegate() -> Weight;
	fn payout() -> Weight;
	fn apply_slash() -> Weight;
	fn cancel_slash() -> Weight;
	fn set_validator_count() -> Weight;
	fn set_minimum() -> Weight;
	fn on_initialize() -> Weight;
	fn on_offence() -> Weight;
	fn note_author() -> Weight;
	fn start_session() -> Weight;
	fn hand_over() -> Weight;
	fn elect(c: u32) -> Weight;
}

/// Measured, with the database weights of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `BttStaking::Ledgers` (r:1 w:1)
	/// Proof: `BttStaking::Ledgers` (`max_values`: None, `max_size`: Some(1959), added: 4434, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::SlashCount` (r:1 w:0)
	/// Proof: `BttStaking::SlashCount` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Slashes` (r:1 w:0)
	/// Proof: `BttStaking::Slashes` (`max_values`: None, `max_size`: Some(81), added: 2556, mode: `MaxEncodedLen`)
	/// Storage: `ChainTiming::Parameters` (r:1 w:0)
	/// Proof: `ChainTiming::Parameters` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:2 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	/// Storage: `MiningRewards::Providers` (r:1 w:0)
	/// Proof: `MiningRewards::Providers` (`max_values`: None, `max_size`: Some(857), added: 3332, mode: `MaxEncodedLen`)
	fn bond() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `2385`
		//  Estimated: `6012`
		// Minimum execution time: 191_094_000 picoseconds.
		Weight::from_parts(197_233_000, 6012)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `BttStaking::Ledgers` (r:1 w:1)
	/// Proof: `BttStaking::Ledgers` (`max_values`: None, `max_size`: Some(1959), added: 4434, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::SlashCount` (r:1 w:0)
	/// Proof: `BttStaking::SlashCount` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Slashes` (r:1 w:0)
	/// Proof: `BttStaking::Slashes` (`max_values`: None, `max_size`: Some(81), added: 2556, mode: `MaxEncodedLen`)
	/// Storage: `ChainTiming::Parameters` (r:1 w:0)
	/// Proof: `ChainTiming::Parameters` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:2 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `MiningRewards::Providers` (r:1 w:0)
	/// Proof: `MiningRewards::Providers` (`max_values`: None, `max_size`: Some(857), added: 3332, mode: `MaxEncodedLen`)
	fn unbond() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `2155`
		//  Estimated: `6012`
		// Minimum execution time: 139_317_000 picoseconds.
		Weight::from_parts(146_097_000, 6012)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `BttStaking::Ledgers` (r:1 w:1)
	/// Proof: `BttStaking::Ledgers` (`max_values`: None, `max_size`: Some(1959), added: 4434, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::SlashCount` (r:1 w:0)
	/// Proof: `BttStaking::SlashCount` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Slashes` (r:1 w:0)
	/// Proof: `BttStaking::Slashes` (`max_values`: None, `max_size`: Some(81), added: 2556, mode: `MaxEncodedLen`)
	/// Storage: `ChainTiming::Parameters` (r:1 w:0)
	/// Proof: `ChainTiming::Parameters` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:2 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `MiningRewards::Providers` (r:1 w:0)
	/// Proof: `MiningRewards::Providers` (`max_values`: None, `max_size`: Some(857), added: 3332, mode: `MaxEncodedLen`)
	fn rebond() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `2155`
		//  Estimated: `6012`
		// Minimum execution time: 133_939_000 picoseconds.
		Weight::from_parts(141_410_000, 6012)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `BttStaking::Ledgers` (r:1 w:1)
	/// Proof: `BttStaking::Ledgers` (`max_values`: None, `max_size`: Some(1959), added: 4434, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::SlashCount` (r:1 w:0)
	/// Proof: `BttStaking::SlashCount` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Slashes` (r:1 w:0)
	/// Proof: `BttStaking::Slashes` (`max_values`: None, `max_size`: Some(81), added: 2556, mode: `MaxEncodedLen`)
	/// Storage: `ChainTiming::Parameters` (r:1 w:0)
	/// Proof: `ChainTiming::Parameters` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:2 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	fn withdraw_unbonded() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `2385`
		//  Estimated: `6012`
		// Minimum execution time: 170_373_000 picoseconds.
		Weight::from_parts(174_800_000, 6012)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `BttStaking::Ledgers` (r:1 w:1)
	/// Proof: `BttStaking::Ledgers` (`max_values`: None, `max_size`: Some(1959), added: 4434, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `ChainTiming::Parameters` (r:1 w:0)
	/// Proof: `ChainTiming::Parameters` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:3 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::NextSession` (r:1 w:0)
	/// Proof: `BttStaking::NextSession` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::SlashCount` (r:1 w:0)
	/// Proof: `BttStaking::SlashCount` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Validators` (r:1 w:1)
	/// Proof: `BttStaking::Validators` (`max_values`: None, `max_size`: Some(177), added: 2652, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::CurrentEra` (r:1 w:0)
	/// Proof: `BttStaking::CurrentEra` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Stakers` (r:1 w:1)
	/// Proof: `BttStaking::Stakers` (`max_values`: Some(1), `max_size`: Some(116), added: 611, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Joins` (r:3 w:3)
	/// Proof: `BttStaking::Joins` (`max_values`: None, `max_size`: Some(98), added: 2573, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Candidates` (r:1 w:0)
	/// Proof: `BttStaking::Candidates` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `MiningRewards::Providers` (r:1 w:0)
	/// Proof: `MiningRewards::Providers` (`max_values`: None, `max_size`: Some(857), added: 3332, mode: `MaxEncodedLen`)
	fn add_role() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `1379`
		//  Estimated: `8709`
		// Minimum execution time: 83_644_000 picoseconds.
		Weight::from_parts(87_370_000, 8709)
			.saturating_add(T::DbWeight::get().reads(16_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `BttStaking::Ledgers` (r:1 w:1)
	/// Proof: `BttStaking::Ledgers` (`max_values`: None, `max_size`: Some(1959), added: 4434, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::SlashCount` (r:1 w:0)
	/// Proof: `BttStaking::SlashCount` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Slashes` (r:1 w:0)
	/// Proof: `BttStaking::Slashes` (`max_values`: None, `max_size`: Some(81), added: 2556, mode: `MaxEncodedLen`)
	/// Storage: `ChainTiming::Parameters` (r:1 w:0)
	/// Proof: `ChainTiming::Parameters` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:2 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::NextSession` (r:1 w:0)
	/// Proof: `BttStaking::NextSession` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Validators` (r:1 w:1)
	/// Proof: `BttStaking::Validators` (`max_values`: None, `max_size`: Some(177), added: 2652, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Stakers` (r:1 w:1)
	/// Proof: `BttStaking::Stakers` (`max_values`: Some(1), `max_size`: Some(116), added: 611, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::CurrentEra` (r:1 w:0)
	/// Proof: `BttStaking::CurrentEra` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Joins` (r:2 w:2)
	/// Proof: `BttStaking::Joins` (`max_values`: None, `max_size`: Some(98), added: 2573, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Candidates` (r:1 w:1)
	/// Proof: `BttStaking::Candidates` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `MiningRewards::Providers` (r:1 w:0)
	/// Proof: `MiningRewards::Providers` (`max_values`: None, `max_size`: Some(857), added: 3332, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::CounterForCandidates` (r:1 w:1)
	/// Proof: `BttStaking::CounterForCandidates` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn drop_role() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `1939`
		//  Estimated: `6136`
		// Minimum execution time: 114_951_000 picoseconds.
		Weight::from_parts(119_437_000, 6136)
			.saturating_add(T::DbWeight::get().reads(16_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// Storage: `BttStaking::Ledgers` (r:1 w:0)
	/// Proof: `BttStaking::Ledgers` (`max_values`: None, `max_size`: Some(1959), added: 4434, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::SlashCount` (r:1 w:0)
	/// Proof: `BttStaking::SlashCount` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Slashes` (r:1 w:0)
	/// Proof: `BttStaking::Slashes` (`max_values`: None, `max_size`: Some(81), added: 2556, mode: `MaxEncodedLen`)
	/// Storage: `ChainTiming::Parameters` (r:1 w:0)
	/// Proof: `ChainTiming::Parameters` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:3 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Session::NextKeys` (r:1 w:0)
	/// Proof: `Session::NextKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `BttStaking::Candidates` (r:1 w:1)
	/// Proof: `BttStaking::Candidates` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::CounterForCandidates` (r:1 w:1)
	/// Proof: `BttStaking::CounterForCandidates` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Validators` (r:1 w:1)
	/// Proof: `BttStaking::Validators` (`max_values`: None, `max_size`: Some(177), added: 2652, mode: `MaxEncodedLen`)
	fn validate() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `1795`
		//  Estimated: `8523`
		// Minimum execution time: 70_805_000 picoseconds.
		Weight::from_parts(74_020_000, 8523)
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `BttStaking::Candidates` (r:1 w:1)
	/// Proof: `BttStaking::Candidates` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::CounterForCandidates` (r:1 w:1)
	/// Proof: `BttStaking::CounterForCandidates` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn chill() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `490`
		//  Estimated: `3529`
		// Minimum execution time: 17_696_000 picoseconds.
		Weight::from_parts(19_078_000, 3529)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `BttStaking::Candidates` (r:1 w:0)
	/// Proof: `BttStaking::Candidates` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Validators` (r:1 w:1)
	/// Proof: `BttStaking::Validators` (`max_values`: None, `max_size`: Some(177), added: 2652, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `ChainTiming::Parameters` (r:1 w:0)
	/// Proof: `ChainTiming::Parameters` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	fn set_commission() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `797`
		//  Estimated: `3642`
		// Minimum execution time: 28_692_000 picoseconds.
		Weight::from_parts(30_375_000, 3642)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `BttStaking::Ledgers` (r:1 w:1)
	/// Proof: `BttStaking::Ledgers` (`max_values`: None, `max_size`: Some(1959), added: 4434, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::SlashCount` (r:1 w:0)
	/// Proof: `BttStaking::SlashCount` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Slashes` (r:1 w:0)
	/// Proof: `BttStaking::Slashes` (`max_values`: None, `max_size`: Some(81), added: 2556, mode: `MaxEncodedLen`)
	/// Storage: `ChainTiming::Parameters` (r:1 w:0)
	/// Proof: `ChainTiming::Parameters` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:2 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Candidates` (r:1 w:1)
	/// Proof: `BttStaking::Candidates` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::NextSession` (r:1 w:0)
	/// Proof: `BttStaking::NextSession` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Validators` (r:1 w:1)
	/// Proof: `BttStaking::Validators` (`max_values`: None, `max_size`: Some(177), added: 2652, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Stakers` (r:1 w:1)
	/// Proof: `BttStaking::Stakers` (`max_values`: Some(1), `max_size`: Some(116), added: 611, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::CurrentEra` (r:1 w:0)
	/// Proof: `BttStaking::CurrentEra` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Joins` (r:4 w:4)
	/// Proof: `BttStaking::Joins` (`max_values`: None, `max_size`: Some(98), added: 2573, mode: `MaxEncodedLen`)
	fn delegate() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `2880`
		//  Estimated: `11282`
		// Minimum execution time: 179_446_000 picoseconds.
		Weight::from_parts(184_724_000, 11282)
			.saturating_add(T::DbWeight::get().reads(16_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	/// Storage: `BttStaking::Ledgers` (r:1 w:1)
	/// Proof: `BttStaking::Ledgers` (`max_values`: None, `max_size`: Some(1959), added: 4434, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::SlashCount` (r:1 w:0)
	/// Proof: `BttStaking::SlashCount` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Slashes` (r:1 w:0)
	/// Proof: `BttStaking::Slashes` (`max_values`: None, `max_size`: Some(81), added: 2556, mode: `MaxEncodedLen`)
	/// Storage: `ChainTiming::Parameters` (r:1 w:0)
	/// Proof: `ChainTiming::Parameters` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:2 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::NextSession` (r:1 w:0)
	/// Proof: `BttStaking::NextSession` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Validators` (r:1 w:1)
	/// Proof: `BttStaking::Validators` (`max_values`: None, `max_size`: Some(177), added: 2652, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Stakers` (r:1 w:1)
	/// Proof: `BttStaking::Stakers` (`max_values`: Some(1), `max_size`: Some(116), added: 611, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::CurrentEra` (r:1 w:0)
	/// Proof: `BttStaking::CurrentEra` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Joins` (r:2 w:2)
	/// Proof: `BttStaking::Joins` (`max_values`: None, `max_size`: Some(98), added: 2573, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Candidates` (r:1 w:1)
	/// Proof: `BttStaking::Candidates` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	fn undelegate() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `2866`
		//  Estimated: `6136`
		// Minimum execution time: 179_487_000 picoseconds.
		Weight::from_parts(186_407_000, 6136)
			.saturating_add(T::DbWeight::get().reads(14_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `BttStaking::Ledgers` (r:1 w:1)
	/// Proof: `BttStaking::Ledgers` (`max_values`: None, `max_size`: Some(1959), added: 4434, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::SlashCount` (r:1 w:0)
	/// Proof: `BttStaking::SlashCount` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Validators` (r:1 w:1)
	/// Proof: `BttStaking::Validators` (`max_values`: None, `max_size`: Some(177), added: 2652, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Stakers` (r:1 w:1)
	/// Proof: `BttStaking::Stakers` (`max_values`: Some(1), `max_size`: Some(116), added: 611, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::CurrentEra` (r:1 w:0)
	/// Proof: `BttStaking::CurrentEra` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Joins` (r:2 w:2)
	/// Proof: `BttStaking::Joins` (`max_values`: None, `max_size`: Some(98), added: 2573, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Candidates` (r:1 w:1)
	/// Proof: `BttStaking::Candidates` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	fn payout() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `3026`
		//  Estimated: `6196`
		// Minimum execution time: 151_195_000 picoseconds.
		Weight::from_parts(156_923_000, 6196)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	/// Storage: `BttStaking::Ledgers` (r:1 w:1)
	/// Proof: `BttStaking::Ledgers` (`max_values`: None, `max_size`: Some(1959), added: 4434, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Slashes` (r:17 w:0)
	/// Proof: `BttStaking::Slashes` (`max_values`: None, `max_size`: Some(81), added: 2556, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Validators` (r:2 w:1)
	/// Proof: `BttStaking::Validators` (`max_values`: None, `max_size`: Some(177), added: 2652, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Stakers` (r:1 w:1)
	/// Proof: `BttStaking::Stakers` (`max_values`: Some(1), `max_size`: Some(116), added: 611, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::CurrentEra` (r:1 w:0)
	/// Proof: `BttStaking::CurrentEra` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Joins` (r:2 w:2)
	/// Proof: `BttStaking::Joins` (`max_values`: None, `max_size`: Some(98), added: 2573, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Candidates` (r:1 w:1)
	/// Proof: `BttStaking::Candidates` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `VestingSchedules::Schedules` (r:1 w:0)
	/// Proof: `VestingSchedules::Schedules` (`max_values`: None, `max_size`: Some(505), added: 2980, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Burn::Totals` (r:1 w:1)
	/// Proof: `Burn::Totals` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::SlashCount` (r:1 w:0)
	/// Proof: `BttStaking::SlashCount` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `ChainTiming::Parameters` (r:1 w:0)
	/// Proof: `ChainTiming::Parameters` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:2 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `MiningRewards::Providers` (r:1 w:0)
	/// Proof: `MiningRewards::Providers` (`max_values`: None, `max_size`: Some(857), added: 3332, mode: `MaxEncodedLen`)
	fn apply_slash() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `4115`
		//  Estimated: `44442`
		// Minimum execution time: 479_453_000 picoseconds.
		Weight::from_parts(493_463_000, 44442)
			.saturating_add(T::DbWeight::get().reads(35_u64))
			.saturating_add(T::DbWeight::get().writes(9_u64))
	}
	/// Storage: `BttStaking::Slashes` (r:1 w:1)
	/// Proof: `BttStaking::Slashes` (`max_values`: None, `max_size`: Some(81), added: 2556, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn cancel_slash() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `473`
		//  Estimated: `3546`
		// Minimum execution time: 18_177_000 picoseconds.
		Weight::from_parts(19_939_000, 3546)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `BttStaking::MinimumValidators` (r:1 w:1)
	/// Proof: `BttStaking::MinimumValidators` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::ValidatorCount` (r:0 w:1)
	/// Proof: `BttStaking::ValidatorCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn set_validator_count() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `312`
		//  Estimated: `1489`
		// Minimum execution time: 9_384_000 picoseconds.
		Weight::from_parts(10_195_000, 1489)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `BttStaking::ValidatorCount` (r:1 w:1)
	/// Proof: `BttStaking::ValidatorCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::MinimumValidators` (r:0 w:1)
	/// Proof: `BttStaking::MinimumValidators` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn set_minimum() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `312`
		//  Estimated: `1489`
		// Minimum execution time: 9_354_000 picoseconds.
		Weight::from_parts(10_616_000, 1489)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `BttStaking::CurrentEra` (r:1 w:1)
	/// Proof: `BttStaking::CurrentEra` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `ChainTiming::Parameters` (r:1 w:0)
	/// Proof: `ChainTiming::Parameters` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::NextSession` (r:1 w:0)
	/// Proof: `BttStaking::NextSession` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Elections` (r:1 w:0)
	/// Proof: `BttStaking::Elections` (`max_values`: None, `max_size`: Some(14422), added: 16897, mode: `MaxEncodedLen`)
	fn on_initialize() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `14965`
		//  Estimated: `17887`
		// Minimum execution time: 21_813_000 picoseconds.
		Weight::from_parts(23_394_000, 17887)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `BttStaking::Elections` (r:1 w:0)
	/// Proof: `BttStaking::Elections` (`max_values`: None, `max_size`: Some(14422), added: 16897, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Candidates` (r:1 w:1)
	/// Proof: `BttStaking::Candidates` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::CounterForCandidates` (r:1 w:1)
	/// Proof: `BttStaking::CounterForCandidates` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Offenders` (r:1 w:1)
	/// Proof: `BttStaking::Offenders` (`max_values`: Some(1), `max_size`: Some(10802), added: 11297, mode: `MaxEncodedLen`)
	/// Storage: `Session::DisabledValidators` (r:1 w:0)
	/// Proof: `Session::DisabledValidators` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Session::Validators` (r:1 w:0)
	/// Proof: `Session::Validators` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
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
	fn on_offence() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `15231`
		//  Estimated: `17887`
		// Minimum execution time: 52_818_000 picoseconds.
		Weight::from_parts(56_033_000, 17887)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `BttStaking::CurrentEra` (r:1 w:0)
	/// Proof: `BttStaking::CurrentEra` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::LastSeen` (r:1 w:1)
	/// Proof: `BttStaking::LastSeen` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Author` (r:0 w:1)
	/// Proof: `BttStaking::Author` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	fn note_author() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `434`
		//  Estimated: `3517`
		// Minimum execution time: 11_337_000 picoseconds.
		Weight::from_parts(12_248_000, 3517)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `BttStaking::Offenders` (r:1 w:0)
	/// Proof: `BttStaking::Offenders` (`max_values`: Some(1), `max_size`: Some(10802), added: 11297, mode: `MaxEncodedLen`)
	/// Storage: `Session::DisabledValidators` (r:1 w:0)
	/// Proof: `Session::DisabledValidators` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Session::Validators` (r:1 w:0)
	/// Proof: `Session::Validators` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	fn start_session() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `535`
		//  Estimated: `12287`
		// Minimum execution time: 8_623_000 picoseconds.
		Weight::from_parts(9_614_000, 12287).saturating_add(T::DbWeight::get().reads(3_u64))
	}
	/// Storage: `BttStaking::Author` (r:1 w:1)
	/// Proof: `BttStaking::Author` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Incoming` (r:1 w:1)
	/// Proof: `BttStaking::Incoming` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Validators` (r:1 w:1)
	/// Proof: `BttStaking::Validators` (`max_values`: None, `max_size`: Some(177), added: 2652, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Ledgers` (r:1 w:1)
	/// Proof: `BttStaking::Ledgers` (`max_values`: None, `max_size`: Some(1959), added: 4434, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::CurrentEra` (r:1 w:0)
	/// Proof: `BttStaking::CurrentEra` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Joins` (r:2 w:2)
	/// Proof: `BttStaking::Joins` (`max_values`: None, `max_size`: Some(98), added: 2573, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Stakers` (r:1 w:1)
	/// Proof: `BttStaking::Stakers` (`max_values`: Some(1), `max_size`: Some(116), added: 611, mode: `MaxEncodedLen`)
	fn hand_over() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `1369`
		//  Estimated: `6136`
		// Minimum execution time: 49_653_000 picoseconds.
		Weight::from_parts(53_289_000, 6136)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// Storage: `BttStaking::NextSession` (r:1 w:1)
	/// Proof: `BttStaking::NextSession` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Elections` (r:1 w:1)
	/// Proof: `BttStaking::Elections` (`max_values`: None, `max_size`: Some(14422), added: 16897, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::CurrentEra` (r:1 w:0)
	/// Proof: `BttStaking::CurrentEra` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::LastKick` (r:1 w:0)
	/// Proof: `BttStaking::LastKick` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::LastSeen` (r:300 w:600)
	/// Proof: `BttStaking::LastSeen` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Candidates` (r:1300 w:0)
	/// Proof: `BttStaking::Candidates` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::ValidatorCount` (r:1 w:0)
	/// Proof: `BttStaking::ValidatorCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Session::NextKeys` (r:300 w:0)
	/// Proof: `Session::NextKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `BttStaking::MinimumValidators` (r:1 w:0)
	/// Proof: `BttStaking::MinimumValidators` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Offenders` (r:1 w:1)
	/// Proof: `BttStaking::Offenders` (`max_values`: Some(1), `max_size`: Some(10802), added: 11297, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::FirstSession` (r:1 w:0)
	/// Proof: `BttStaking::FirstSession` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `ChainTiming::Parameters` (r:1 w:0)
	/// Proof: `ChainTiming::Parameters` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:2 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// The range of component `c` is `[1, 1000]`.
	fn elect(c: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `44895 + c * (102 ±0)`
		//  Estimated: `765229 + c * (2539 ±0)`
		// Minimum execution time: 2_609_500_000 picoseconds.
		Weight::from_parts(3_940_641_934, 765229)
			.saturating_add(Weight::from_parts(7_578_720, 0).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads(756_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(c.into())))
			.saturating_add(T::DbWeight::get().writes(446_u64))
			.saturating_add(Weight::from_parts(0, 2539).saturating_mul(c.into()))
	}
}

impl WeightInfo for () {
	fn bond() -> Weight {
		Weight::from_parts(197_233_000, 6012)
			.saturating_add(RocksDbWeight::get().reads(10_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	fn unbond() -> Weight {
		Weight::from_parts(146_097_000, 6012)
			.saturating_add(RocksDbWeight::get().reads(8_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	fn rebond() -> Weight {
		Weight::from_parts(141_410_000, 6012)
			.saturating_add(RocksDbWeight::get().reads(8_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	fn withdraw_unbonded() -> Weight {
		Weight::from_parts(174_800_000, 6012)
			.saturating_add(RocksDbWeight::get().reads(9_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	fn add_role() -> Weight {
		Weight::from_parts(87_370_000, 8709)
			.saturating_add(RocksDbWeight::get().reads(16_u64))
			.saturating_add(RocksDbWeight::get().writes(6_u64))
	}
	fn drop_role() -> Weight {
		Weight::from_parts(119_437_000, 6136)
			.saturating_add(RocksDbWeight::get().reads(16_u64))
			.saturating_add(RocksDbWeight::get().writes(7_u64))
	}
	fn validate() -> Weight {
		Weight::from_parts(74_020_000, 8523)
			.saturating_add(RocksDbWeight::get().reads(12_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	fn chill() -> Weight {
		Weight::from_parts(19_078_000, 3529)
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	fn set_commission() -> Weight {
		Weight::from_parts(30_375_000, 3642)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	fn delegate() -> Weight {
		Weight::from_parts(184_724_000, 11282)
			.saturating_add(RocksDbWeight::get().reads(16_u64))
			.saturating_add(RocksDbWeight::get().writes(8_u64))
	}
	fn undelegate() -> Weight {
		Weight::from_parts(186_407_000, 6136)
			.saturating_add(RocksDbWeight::get().reads(14_u64))
			.saturating_add(RocksDbWeight::get().writes(6_u64))
	}
	fn payout() -> Weight {
		Weight::from_parts(156_923_000, 6196)
			.saturating_add(RocksDbWeight::get().reads(11_u64))
			.saturating_add(RocksDbWeight::get().writes(8_u64))
	}
	fn apply_slash() -> Weight {
		Weight::from_parts(493_463_000, 44442)
			.saturating_add(RocksDbWeight::get().reads(35_u64))
			.saturating_add(RocksDbWeight::get().writes(9_u64))
	}
	fn cancel_slash() -> Weight {
		Weight::from_parts(19_939_000, 3546)
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	fn set_validator_count() -> Weight {
		Weight::from_parts(10_195_000, 1489)
			.saturating_add(RocksDbWeight::get().reads(1_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	fn set_minimum() -> Weight {
		Weight::from_parts(10_616_000, 1489)
			.saturating_add(RocksDbWeight::get().reads(1_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	fn on_initialize() -> Weight {
		Weight::from_parts(23_394_000, 17887)
			.saturating_add(RocksDbWeight::get().reads(5_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	fn on_offence() -> Weight {
		Weight::from_parts(56_033_000, 17887)
			.saturating_add(RocksDbWeight::get().reads(11_u64))
			.saturating_add(RocksDbWeight::get().writes(6_u64))
	}
	fn note_author() -> Weight {
		Weight::from_parts(12_248_000, 3517)
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	fn start_session() -> Weight {
		Weight::from_parts(9_614_000, 12287).saturating_add(RocksDbWeight::get().reads(3_u64))
	}
	fn hand_over() -> Weight {
		Weight::from_parts(53_289_000, 6136)
			.saturating_add(RocksDbWeight::get().reads(8_u64))
			.saturating_add(RocksDbWeight::get().writes(7_u64))
	}
	fn elect(c: u32) -> Weight {
		Weight::from_parts(3_940_641_934, 765229)
			.saturating_add(Weight::from_parts(7_578_720, 0).saturating_mul(c.into()))
			.saturating_add(RocksDbWeight::get().reads(756_u64))
			.saturating_add(RocksDbWeight::get().reads((1_u64).saturating_mul(c.into())))
			.saturating_add(RocksDbWeight::get().writes(446_u64))
			.saturating_add(Weight::from_parts(0, 2539).saturating_mul(c.into()))
	}
}
