//! Weights of `pallet_vesting_schedules`, measured; regenerate with `scripts/bench`.
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
	fn vest() -> Weight;
	fn rotate() -> Weight;
	fn force_rotate() -> Weight;
	fn sweep_base() -> Weight;
	fn sweep_account() -> Weight;
}

/// Measured, with the database weights of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `VestingSchedules::Schedules` (r:1 w:1)
	/// Proof: `VestingSchedules::Schedules` (`max_values`: None, `max_size`: Some(505), added: 2980, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:1 w:1)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Locks` (r:1 w:0)
	/// Proof: `Balances::Locks` (`max_values`: None, `max_size`: Some(1299), added: 3774, mode: `MaxEncodedLen`)
	/// Storage: `VestingSchedules::TotalFrozen` (r:1 w:1)
	/// Proof: `VestingSchedules::TotalFrozen` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	fn vest() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `1464`
		//  Estimated: `4764`
		// Minimum execution time: 51_647_000 picoseconds.
		Weight::from_parts(57_826_000, 4764)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `VestingSchedules::Schedules` (r:2 w:2)
	/// Proof: `VestingSchedules::Schedules` (`max_values`: None, `max_size`: Some(505), added: 2980, mode: `MaxEncodedLen`)
	/// Storage: `Vesting::Vesting` (r:2 w:0)
	/// Proof: `Vesting::Vesting` (`max_values`: None, `max_size`: Some(1057), added: 3532, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `BttToken::ObjectionsOf` (r:1 w:0)
	/// Proof: `BttToken::ObjectionsOf` (`max_values`: None, `max_size`: Some(5170), added: 7645, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Voters` (r:2 w:0)
	/// Proof: `Governance::Voters` (`max_values`: None, `max_size`: Some(1485), added: 3960, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Ledgers` (r:2 w:2)
	/// Proof: `BttStaking::Ledgers` (`max_values`: None, `max_size`: Some(1959), added: 4434, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::SlashCount` (r:1 w:0)
	/// Proof: `BttStaking::SlashCount` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Slashes` (r:1 w:0)
	/// Proof: `BttStaking::Slashes` (`max_values`: None, `max_size`: Some(81), added: 2556, mode: `MaxEncodedLen`)
	/// Storage: `ChainTiming::Parameters` (r:1 w:0)
	/// Proof: `ChainTiming::Parameters` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:2 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Validators` (r:1 w:0)
	/// Proof: `BttStaking::Validators` (`max_values`: None, `max_size`: Some(177), added: 2652, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	/// Storage: `MiningRewards::Providers` (r:2 w:0)
	/// Proof: `MiningRewards::Providers` (`max_values`: None, `max_size`: Some(857), added: 3332, mode: `MaxEncodedLen`)
	/// Storage: `Fees::PremiumUntil` (r:1 w:0)
	/// Proof: `Fees::PremiumUntil` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:2 w:2)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Locks` (r:2 w:0)
	/// Proof: `Balances::Locks` (`max_values`: None, `max_size`: Some(1299), added: 3774, mode: `MaxEncodedLen`)
	/// Storage: `VestingSchedules::TotalFrozen` (r:1 w:1)
	/// Proof: `VestingSchedules::TotalFrozen` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	fn rotate() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `3962`
		//  Estimated: `9858`
		// Minimum execution time: 392_214_000 picoseconds.
		Weight::from_parts(425_843_000, 9858)
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(11_u64))
	}
	/// Storage: `VestingSchedules::Schedules` (r:2 w:2)
	/// Proof: `VestingSchedules::Schedules` (`max_values`: None, `max_size`: Some(505), added: 2980, mode: `MaxEncodedLen`)
	/// Storage: `Vesting::Vesting` (r:2 w:0)
	/// Proof: `Vesting::Vesting` (`max_values`: None, `max_size`: Some(1057), added: 3532, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `BttToken::ObjectionsOf` (r:1 w:0)
	/// Proof: `BttToken::ObjectionsOf` (`max_values`: None, `max_size`: Some(5170), added: 7645, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Voters` (r:2 w:0)
	/// Proof: `Governance::Voters` (`max_values`: None, `max_size`: Some(1485), added: 3960, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Ledgers` (r:2 w:2)
	/// Proof: `BttStaking::Ledgers` (`max_values`: None, `max_size`: Some(1959), added: 4434, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::SlashCount` (r:1 w:0)
	/// Proof: `BttStaking::SlashCount` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Slashes` (r:1 w:0)
	/// Proof: `BttStaking::Slashes` (`max_values`: None, `max_size`: Some(81), added: 2556, mode: `MaxEncodedLen`)
	/// Storage: `ChainTiming::Parameters` (r:1 w:0)
	/// Proof: `ChainTiming::Parameters` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:2 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Validators` (r:1 w:0)
	/// Proof: `BttStaking::Validators` (`max_values`: None, `max_size`: Some(177), added: 2652, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	/// Storage: `MiningRewards::Providers` (r:2 w:0)
	/// Proof: `MiningRewards::Providers` (`max_values`: None, `max_size`: Some(857), added: 3332, mode: `MaxEncodedLen`)
	/// Storage: `Fees::PremiumUntil` (r:1 w:0)
	/// Proof: `Fees::PremiumUntil` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:2 w:2)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Locks` (r:2 w:0)
	/// Proof: `Balances::Locks` (`max_values`: None, `max_size`: Some(1299), added: 3774, mode: `MaxEncodedLen`)
	/// Storage: `VestingSchedules::TotalFrozen` (r:1 w:1)
	/// Proof: `VestingSchedules::TotalFrozen` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	fn force_rotate() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `3962`
		//  Estimated: `9858`
		// Minimum execution time: 393_355_000 picoseconds.
		Weight::from_parts(408_468_000, 9858)
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(11_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `VestingSchedules::Sweep` (r:1 w:1)
	/// Proof: `VestingSchedules::Sweep` (`max_values`: Some(1), `max_size`: Some(41), added: 536, mode: `MaxEncodedLen`)
	/// Storage: `VestingSchedules::Schedules` (r:1 w:0)
	/// Proof: `VestingSchedules::Schedules` (`max_values`: None, `max_size`: Some(505), added: 2980, mode: `MaxEncodedLen`)
	fn sweep_base() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `251`
		//  Estimated: `3970`
		// Minimum execution time: 11_687_000 picoseconds.
		Weight::from_parts(13_129_000, 3970)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `VestingSchedules::Sweep` (r:1 w:1)
	/// Proof: `VestingSchedules::Sweep` (`max_values`: Some(1), `max_size`: Some(41), added: 536, mode: `MaxEncodedLen`)
	/// Storage: `VestingSchedules::Schedules` (r:2 w:1)
	/// Proof: `VestingSchedules::Schedules` (`max_values`: None, `max_size`: Some(505), added: 2980, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:1 w:1)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Locks` (r:1 w:0)
	/// Proof: `Balances::Locks` (`max_values`: None, `max_size`: Some(1299), added: 3774, mode: `MaxEncodedLen`)
	/// Storage: `VestingSchedules::TotalFrozen` (r:1 w:1)
	/// Proof: `VestingSchedules::TotalFrozen` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	fn sweep_account() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `1290`
		//  Estimated: `6950`
		// Minimum execution time: 54_411_000 picoseconds.
		Weight::from_parts(74_912_000, 6950)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
}

impl WeightInfo for () {
	fn vest() -> Weight {
		Weight::from_parts(57_826_000, 4764)
			.saturating_add(RocksDbWeight::get().reads(6_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
	}
	fn rotate() -> Weight {
		Weight::from_parts(425_843_000, 9858)
			.saturating_add(RocksDbWeight::get().reads(28_u64))
			.saturating_add(RocksDbWeight::get().writes(11_u64))
	}
	fn force_rotate() -> Weight {
		Weight::from_parts(408_468_000, 9858)
			.saturating_add(RocksDbWeight::get().reads(28_u64))
			.saturating_add(RocksDbWeight::get().writes(11_u64))
	}
	fn sweep_base() -> Weight {
		Weight::from_parts(13_129_000, 3970)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	fn sweep_account() -> Weight {
		Weight::from_parts(74_912_000, 6950)
			.saturating_add(RocksDbWeight::get().reads(8_u64))
			.saturating_add(RocksDbWeight::get().writes(5_u64))
	}
}
