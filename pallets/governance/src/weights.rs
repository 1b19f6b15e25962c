//! Weights of `pallet_btt_governance`, measured; regenerate with `scripts/bench`.
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
	fn vote() -> Weight;
	fn remove_vote() -> Weight;
	fn delegate(v: u32) -> Weight;
	fn undelegate(v: u32) -> Weight;
	fn unlock(v: u32) -> Weight;
	fn refresh(v: u32) -> Weight;
	fn pass_on(v: u32) -> Weight;
	fn look_up() -> Weight;
	fn rotate(v: u32) -> Weight;
	fn set_parameter() -> Weight;
	fn authorize_upgrade() -> Weight;
	fn pause() -> Weight;
}

/// Measured, with the database weights of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `BttStaking::Ledgers` (r:1 w:0)
	/// Proof: `BttStaking::Ledgers` (`max_values`: None, `max_size`: Some(1959), added: 4434, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:2 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Referenda::ReferendumInfoFor` (r:1 w:1)
	/// Proof: `Referenda::ReferendumInfoFor` (`max_values`: None, `max_size`: Some(454), added: 2929, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Voters` (r:1 w:1)
	/// Proof: `Governance::Voters` (`max_values`: None, `max_size`: Some(1485), added: 3960, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:0)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `VestingSchedules::Schedules` (r:1 w:0)
	/// Proof: `VestingSchedules::Schedules` (`max_values`: None, `max_size`: Some(505), added: 2980, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:1 w:1)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Locks` (r:1 w:0)
	/// Proof: `Balances::Locks` (`max_values`: None, `max_size`: Some(1299), added: 3774, mode: `MaxEncodedLen`)
	/// Storage: `Scheduler::Agenda` (r:2 w:2)
	/// Proof: `Scheduler::Agenda` (`max_values`: None, `max_size`: Some(107022), added: 109497, mode: `MaxEncodedLen`)
	/// Storage: `Scheduler::Retries` (r:0 w:1)
	/// Proof: `Scheduler::Retries` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	fn vote() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `15904`
		//  Estimated: `219984`
		// Minimum execution time: 519_533_000 picoseconds.
		Weight::from_parts(535_926_000, 219984)
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// Storage: `Governance::Voters` (r:1 w:1)
	/// Proof: `Governance::Voters` (`max_values`: None, `max_size`: Some(1485), added: 3960, mode: `MaxEncodedLen`)
	/// Storage: `Referenda::ReferendumInfoFor` (r:1 w:1)
	/// Proof: `Referenda::ReferendumInfoFor` (`max_values`: None, `max_size`: Some(454), added: 2929, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:0)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `VestingSchedules::Schedules` (r:1 w:0)
	/// Proof: `VestingSchedules::Schedules` (`max_values`: None, `max_size`: Some(505), added: 2980, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Ledgers` (r:1 w:0)
	/// Proof: `BttStaking::Ledgers` (`max_values`: None, `max_size`: Some(1959), added: 4434, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:1 w:1)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Locks` (r:1 w:0)
	/// Proof: `Balances::Locks` (`max_values`: None, `max_size`: Some(1299), added: 3774, mode: `MaxEncodedLen`)
	/// Storage: `Scheduler::Agenda` (r:2 w:2)
	/// Proof: `Scheduler::Agenda` (`max_values`: None, `max_size`: Some(107022), added: 109497, mode: `MaxEncodedLen`)
	/// Storage: `Scheduler::Retries` (r:0 w:1)
	/// Proof: `Scheduler::Retries` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	fn remove_vote() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `16027`
		//  Estimated: `219984`
		// Minimum execution time: 512_492_000 picoseconds.
		Weight::from_parts(529_297_000, 219984)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// Storage: `BttStaking::Ledgers` (r:2 w:0)
	/// Proof: `BttStaking::Ledgers` (`max_values`: None, `max_size`: Some(1959), added: 4434, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:2 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Voters` (r:2 w:2)
	/// Proof: `Governance::Voters` (`max_values`: None, `max_size`: Some(1485), added: 3960, mode: `MaxEncodedLen`)
	/// Storage: `Referenda::ReferendumInfoFor` (r:32 w:16)
	/// Proof: `Referenda::ReferendumInfoFor` (`max_values`: None, `max_size`: Some(454), added: 2929, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:0)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `VestingSchedules::Schedules` (r:1 w:0)
	/// Proof: `VestingSchedules::Schedules` (`max_values`: None, `max_size`: Some(505), added: 2980, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:1 w:1)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Locks` (r:1 w:0)
	/// Proof: `Balances::Locks` (`max_values`: None, `max_size`: Some(1299), added: 3774, mode: `MaxEncodedLen`)
	/// Storage: `Scheduler::Agenda` (r:17 w:17)
	/// Proof: `Scheduler::Agenda` (`max_values`: None, `max_size`: Some(107022), added: 109497, mode: `MaxEncodedLen`)
	/// Storage: `Scheduler::Retries` (r:0 w:16)
	/// Proof: `Scheduler::Retries` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	/// The range of component `v` is `[0, 16]`.
	fn delegate(v: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `12023 + v * (5951 ±0)`
		//  Estimated: `110487 + v * (109497 ±0)`
		// Minimum execution time: 198_956_000 picoseconds.
		Weight::from_parts(284_398_149, 110487)
			.saturating_add(Weight::from_parts(429_769_394, 0).saturating_mul(v.into()))
			.saturating_add(T::DbWeight::get().reads(29_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(v.into())))
			.saturating_add(T::DbWeight::get().writes(5_u64))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(v.into())))
			.saturating_add(Weight::from_parts(0, 109497).saturating_mul(v.into()))
	}
	/// Storage: `Governance::Voters` (r:2 w:2)
	/// Proof: `Governance::Voters` (`max_values`: None, `max_size`: Some(1485), added: 3960, mode: `MaxEncodedLen`)
	/// Storage: `Governance::LockingPeriod` (r:1 w:0)
	/// Proof: `Governance::LockingPeriod` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:0)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `VestingSchedules::Schedules` (r:1 w:0)
	/// Proof: `VestingSchedules::Schedules` (`max_values`: None, `max_size`: Some(505), added: 2980, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Ledgers` (r:1 w:0)
	/// Proof: `BttStaking::Ledgers` (`max_values`: None, `max_size`: Some(1959), added: 4434, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:1 w:1)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Locks` (r:1 w:0)
	/// Proof: `Balances::Locks` (`max_values`: None, `max_size`: Some(1299), added: 3774, mode: `MaxEncodedLen`)
	/// Storage: `Referenda::ReferendumInfoFor` (r:16 w:16)
	/// Proof: `Referenda::ReferendumInfoFor` (`max_values`: None, `max_size`: Some(454), added: 2929, mode: `MaxEncodedLen`)
	/// Storage: `Scheduler::Agenda` (r:17 w:17)
	/// Proof: `Scheduler::Agenda` (`max_values`: None, `max_size`: Some(107022), added: 109497, mode: `MaxEncodedLen`)
	/// Storage: `Scheduler::Retries` (r:0 w:16)
	/// Proof: `Scheduler::Retries` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	/// The range of component `v` is `[0, 16]`.
	fn undelegate(v: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `11049 + v * (5954 ±0)`
		//  Estimated: `110487 + v * (109497 ±0)`
		// Minimum execution time: 89_473_000 picoseconds.
		Weight::from_parts(116_445_540, 110487)
			.saturating_add(Weight::from_parts(428_933_345, 0).saturating_mul(v.into()))
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(v.into())))
			.saturating_add(T::DbWeight::get().writes(5_u64))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(v.into())))
			.saturating_add(Weight::from_parts(0, 109497).saturating_mul(v.into()))
	}
	/// Storage: `Governance::Voters` (r:1 w:1)
	/// Proof: `Governance::Voters` (`max_values`: None, `max_size`: Some(1485), added: 3960, mode: `MaxEncodedLen`)
	/// Storage: `Referenda::ReferendumInfoFor` (r:16 w:0)
	/// Proof: `Referenda::ReferendumInfoFor` (`max_values`: None, `max_size`: Some(454), added: 2929, mode: `MaxEncodedLen`)
	/// Storage: `Scheduler::Lookup` (r:16 w:0)
	/// Proof: `Scheduler::Lookup` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	/// Storage: `Scheduler::Agenda` (r:16 w:0)
	/// Proof: `Scheduler::Agenda` (`max_values`: None, `max_size`: Some(107022), added: 109497, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:0)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `VestingSchedules::Schedules` (r:1 w:0)
	/// Proof: `VestingSchedules::Schedules` (`max_values`: None, `max_size`: Some(505), added: 2980, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Ledgers` (r:1 w:0)
	/// Proof: `BttStaking::Ledgers` (`max_values`: None, `max_size`: Some(1959), added: 4434, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:1 w:1)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Locks` (r:1 w:0)
	/// Proof: `Balances::Locks` (`max_values`: None, `max_size`: Some(1299), added: 3774, mode: `MaxEncodedLen`)
	/// The range of component `v` is `[0, 16]`.
	fn unlock(v: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `3431 + v * (5852 ±0)`
		//  Estimated: `5424 + v * (109497 ±0)`
		// Minimum execution time: 81_040_000 picoseconds.
		Weight::from_parts(86_096_735, 5424)
			.saturating_add(Weight::from_parts(138_609_796, 0).saturating_mul(v.into()))
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(v.into())))
			.saturating_add(T::DbWeight::get().writes(3_u64))
			.saturating_add(Weight::from_parts(0, 109497).saturating_mul(v.into()))
	}
	/// Storage: `Governance::Voters` (r:2 w:1)
	/// Proof: `Governance::Voters` (`max_values`: None, `max_size`: Some(1485), added: 3960, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:0)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `VestingSchedules::Schedules` (r:1 w:0)
	/// Proof: `VestingSchedules::Schedules` (`max_values`: None, `max_size`: Some(505), added: 2980, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Ledgers` (r:1 w:0)
	/// Proof: `BttStaking::Ledgers` (`max_values`: None, `max_size`: Some(1959), added: 4434, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:2 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Referenda::ReferendumInfoFor` (r:16 w:16)
	/// Proof: `Referenda::ReferendumInfoFor` (`max_values`: None, `max_size`: Some(454), added: 2929, mode: `MaxEncodedLen`)
	/// Storage: `Scheduler::Agenda` (r:17 w:17)
	/// Proof: `Scheduler::Agenda` (`max_values`: None, `max_size`: Some(107022), added: 109497, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:1 w:1)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Locks` (r:1 w:0)
	/// Proof: `Balances::Locks` (`max_values`: None, `max_size`: Some(1299), added: 3774, mode: `MaxEncodedLen`)
	/// Storage: `Scheduler::Retries` (r:0 w:16)
	/// Proof: `Scheduler::Retries` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	/// The range of component `v` is `[0, 16]`.
	fn refresh(v: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `9222 + v * (5950 ±0)`
		//  Estimated: `110487 + v * (109497 ±0)`
		// Minimum execution time: 120_659_000 picoseconds.
		Weight::from_parts(185_251_943, 110487)
			.saturating_add(Weight::from_parts(431_343_164, 0).saturating_mul(v.into()))
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(v.into())))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(v.into())))
			.saturating_add(Weight::from_parts(0, 109497).saturating_mul(v.into()))
	}
	/// Storage: `Governance::Voters` (r:1 w:1)
	/// Proof: `Governance::Voters` (`max_values`: None, `max_size`: Some(1485), added: 3960, mode: `MaxEncodedLen`)
	/// Storage: `Referenda::ReferendumInfoFor` (r:16 w:16)
	/// Proof: `Referenda::ReferendumInfoFor` (`max_values`: None, `max_size`: Some(454), added: 2929, mode: `MaxEncodedLen`)
	/// Storage: `Scheduler::Agenda` (r:17 w:17)
	/// Proof: `Scheduler::Agenda` (`max_values`: None, `max_size`: Some(107022), added: 109497, mode: `MaxEncodedLen`)
	/// Storage: `Scheduler::Retries` (r:0 w:16)
	/// Proof: `Scheduler::Retries` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	/// The range of component `v` is `[0, 16]`.
	fn pass_on(v: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `6458 + v * (5950 ±0)`
		//  Estimated: `110487 + v * (109497 ±0)`
		// Minimum execution time: 10_486_000 picoseconds.
		Weight::from_parts(25_266_869, 110487)
			.saturating_add(Weight::from_parts(425_249_783, 0).saturating_mul(v.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(v.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(v.into())))
			.saturating_add(Weight::from_parts(0, 109497).saturating_mul(v.into()))
	}
	/// Storage: `Governance::Voters` (r:1 w:0)
	/// Proof: `Governance::Voters` (`max_values`: None, `max_size`: Some(1485), added: 3960, mode: `MaxEncodedLen`)
	fn look_up() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `66`
		//  Estimated: `4950`
		// Minimum execution time: 6_079_000 picoseconds.
		Weight::from_parts(6_620_000, 4950).saturating_add(T::DbWeight::get().reads(1_u64))
	}
	/// Storage: `Governance::Voters` (r:3 w:3)
	/// Proof: `Governance::Voters` (`max_values`: None, `max_size`: Some(1485), added: 3960, mode: `MaxEncodedLen`)
	/// Storage: `Referenda::ReferendumInfoFor` (r:16 w:16)
	/// Proof: `Referenda::ReferendumInfoFor` (`max_values`: None, `max_size`: Some(454), added: 2929, mode: `MaxEncodedLen`)
	/// Storage: `Scheduler::Agenda` (r:17 w:17)
	/// Proof: `Scheduler::Agenda` (`max_values`: None, `max_size`: Some(107022), added: 109497, mode: `MaxEncodedLen`)
	/// Storage: `Governance::LockingPeriod` (r:1 w:0)
	/// Proof: `Governance::LockingPeriod` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:2 w:2)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Locks` (r:2 w:0)
	/// Proof: `Balances::Locks` (`max_values`: None, `max_size`: Some(1299), added: 3774, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:0)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	/// Storage: `VestingSchedules::Schedules` (r:1 w:0)
	/// Proof: `VestingSchedules::Schedules` (`max_values`: None, `max_size`: Some(505), added: 2980, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Ledgers` (r:1 w:0)
	/// Proof: `BttStaking::Ledgers` (`max_values`: None, `max_size`: Some(1959), added: 4434, mode: `MaxEncodedLen`)
	/// Storage: `Scheduler::Retries` (r:0 w:16)
	/// Proof: `Scheduler::Retries` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	/// The range of component `v` is `[0, 16]`.
	fn rotate(v: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `11441 + v * (5953 ±0)`
		//  Estimated: `110487 + v * (109497 ±0)`
		// Minimum execution time: 131_135_000 picoseconds.
		Weight::from_parts(190_047_346, 110487)
			.saturating_add(Weight::from_parts(428_042_015, 0).saturating_mul(v.into()))
			.saturating_add(T::DbWeight::get().reads(15_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(v.into())))
			.saturating_add(T::DbWeight::get().writes(8_u64))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(v.into())))
			.saturating_add(Weight::from_parts(0, 109497).saturating_mul(v.into()))
	}
	/// Storage: `Parameters::Parameters` (r:1 w:1)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	fn set_parameter() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `3`
		//  Estimated: `3501`
		// Minimum execution time: 11_938_000 picoseconds.
		Weight::from_parts(12_718_000, 3501)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `System::AuthorizedUpgrade` (r:0 w:1)
	/// Proof: `System::AuthorizedUpgrade` (`max_values`: Some(1), `max_size`: Some(33), added: 528, mode: `MaxEncodedLen`)
	fn authorize_upgrade() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 5_768_000 picoseconds.
		Weight::from_parts(6_279_000, 0).saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `SafeMode::EnteredUntil` (r:1 w:1)
	/// Proof: `SafeMode::EnteredUntil` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Governance::LastPause` (r:1 w:1)
	/// Proof: `Governance::LastPause` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `ChainTiming::Parameters` (r:1 w:0)
	/// Proof: `ChainTiming::Parameters` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	fn pause() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `244`
		//  Estimated: `1533`
		// Minimum execution time: 17_446_000 picoseconds.
		Weight::from_parts(18_487_000, 1533)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
}

impl WeightInfo for () {
	fn vote() -> Weight {
		Weight::from_parts(535_926_000, 219984)
			.saturating_add(RocksDbWeight::get().reads(13_u64))
			.saturating_add(RocksDbWeight::get().writes(7_u64))
	}
	fn remove_vote() -> Weight {
		Weight::from_parts(529_297_000, 219984)
			.saturating_add(RocksDbWeight::get().reads(11_u64))
			.saturating_add(RocksDbWeight::get().writes(7_u64))
	}
	fn delegate(v: u32) -> Weight {
		Weight::from_parts(284_398_149, 110487)
			.saturating_add(Weight::from_parts(429_769_394, 0).saturating_mul(v.into()))
			.saturating_add(RocksDbWeight::get().reads(29_u64))
			.saturating_add(RocksDbWeight::get().reads((2_u64).saturating_mul(v.into())))
			.saturating_add(RocksDbWeight::get().writes(5_u64))
			.saturating_add(RocksDbWeight::get().writes((3_u64).saturating_mul(v.into())))
			.saturating_add(Weight::from_parts(0, 109497).saturating_mul(v.into()))
	}
	fn undelegate(v: u32) -> Weight {
		Weight::from_parts(116_445_540, 110487)
			.saturating_add(Weight::from_parts(428_933_345, 0).saturating_mul(v.into()))
			.saturating_add(RocksDbWeight::get().reads(11_u64))
			.saturating_add(RocksDbWeight::get().reads((2_u64).saturating_mul(v.into())))
			.saturating_add(RocksDbWeight::get().writes(5_u64))
			.saturating_add(RocksDbWeight::get().writes((3_u64).saturating_mul(v.into())))
			.saturating_add(Weight::from_parts(0, 109497).saturating_mul(v.into()))
	}
	fn unlock(v: u32) -> Weight {
		Weight::from_parts(86_096_735, 5424)
			.saturating_add(Weight::from_parts(138_609_796, 0).saturating_mul(v.into()))
			.saturating_add(RocksDbWeight::get().reads(8_u64))
			.saturating_add(RocksDbWeight::get().reads((3_u64).saturating_mul(v.into())))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
			.saturating_add(Weight::from_parts(0, 109497).saturating_mul(v.into()))
	}
	fn refresh(v: u32) -> Weight {
		Weight::from_parts(185_251_943, 110487)
			.saturating_add(Weight::from_parts(431_343_164, 0).saturating_mul(v.into()))
			.saturating_add(RocksDbWeight::get().reads(12_u64))
			.saturating_add(RocksDbWeight::get().reads((2_u64).saturating_mul(v.into())))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
			.saturating_add(RocksDbWeight::get().writes((3_u64).saturating_mul(v.into())))
			.saturating_add(Weight::from_parts(0, 109497).saturating_mul(v.into()))
	}
	fn pass_on(v: u32) -> Weight {
		Weight::from_parts(25_266_869, 110487)
			.saturating_add(Weight::from_parts(425_249_783, 0).saturating_mul(v.into()))
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().reads((2_u64).saturating_mul(v.into())))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
			.saturating_add(RocksDbWeight::get().writes((3_u64).saturating_mul(v.into())))
			.saturating_add(Weight::from_parts(0, 109497).saturating_mul(v.into()))
	}
	fn look_up() -> Weight {
		Weight::from_parts(6_620_000, 4950).saturating_add(RocksDbWeight::get().reads(1_u64))
	}
	fn rotate(v: u32) -> Weight {
		Weight::from_parts(190_047_346, 110487)
			.saturating_add(Weight::from_parts(428_042_015, 0).saturating_mul(v.into()))
			.saturating_add(RocksDbWeight::get().reads(15_u64))
			.saturating_add(RocksDbWeight::get().reads((2_u64).saturating_mul(v.into())))
			.saturating_add(RocksDbWeight::get().writes(8_u64))
			.saturating_add(RocksDbWeight::get().writes((3_u64).saturating_mul(v.into())))
			.saturating_add(Weight::from_parts(0, 109497).saturating_mul(v.into()))
	}
	fn set_parameter() -> Weight {
		Weight::from_parts(12_718_000, 3501)
			.saturating_add(RocksDbWeight::get().reads(1_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	fn authorize_upgrade() -> Weight {
		Weight::from_parts(6_279_000, 0).saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	fn pause() -> Weight {
		Weight::from_parts(18_487_000, 1533)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
}
