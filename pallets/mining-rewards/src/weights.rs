//! Weights of `pallet_mining_rewards`, measured; regenerate with `scripts/bench`.
//!
//! DATE: 2026-11-28, STEPS: `50`, REPEAT: `20`, LOW RANGE: `[]`, HIGH RANGE: `[]`
//! CPU: `AMD EPYC`, WASM-EXECUTION: `Compiled`

#![allow(missing_docs, clippy::arithmetic_side_effects)]

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::RocksDbWeight, Weight},
};

/// What each call costs.
pub trait WeightInfo {
	fn settle(n: u32) -> Weight;
	fn settle_slots(n: u32) -> Weight;
	fn settle_backlog(n: u32) -> Weight;
	fn settle_contested(n: u32) -> Weight;
	fn sweep(n: u32) -> Weight;
	fn contest() -> Weight;
	fn rule() -> Weight;
	fn lapse() -> Weight;
	fn refresh() -> Weight;
	fn forget() -> Weight;
	fn attest() -> Weight;
	fn set_rules() -> Weight;
	fn set_region() -> Weight;
	fn remove_region() -> Weight;
	fn set_hardware() -> Weight;
	fn remove_hardware() -> Weight;
	fn add_registrar() -> Weight;
	fn remove_registrar() -> Weight;
	fn close_era() -> Weight;
	fn report() -> Weight;
	fn report_and_settle() -> Weight;
}

/// Measured, with the database weights of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `MiningRewards::Providers` (r:64 w:64)
	/// Proof: `MiningRewards::Providers` (`max_values`: None, `max_size`: Some(841), added: 3316, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:64 w:64)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 64]`.
	fn settle(n: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `868 + n * (74 ±0)`
		//  Estimated: `990 + n * (3316 ±0)`
		// Minimum execution time: 28_042_000 picoseconds.
		Weight::from_parts(6_608_659, 990)
			.saturating_add(Weight::from_parts(18_739_959, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 3316).saturating_mul(n.into()))
	}
	/// Storage: `MiningRewards::Providers` (r:1 w:1)
	/// Proof: `MiningRewards::Providers` (`max_values`: None, `max_size`: Some(841), added: 3316, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 4]`.
	fn settle_slots(n: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `695 + n * (36 ±0)`
		//  Estimated: `4306`
		// Minimum execution time: 22_954_000 picoseconds.
		Weight::from_parts(22_057_470, 4306)
			.saturating_add(Weight::from_parts(2_088_786, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `MiningRewards::Providers` (r:1 w:1)
	/// Proof: `MiningRewards::Providers` (`max_values`: None, `max_size`: Some(841), added: 3316, mode: `MaxEncodedLen`)
	/// Storage: `MiningRewards::Backlog` (r:4 w:4)
	/// Proof: `MiningRewards::Backlog` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 4]`.
	fn settle_backlog(n: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `712 + n * (112 ±0)`
		//  Estimated: `4306 + n * (2543 ±0)`
		// Minimum execution time: 28_051_000 picoseconds.
		Weight::from_parts(22_455_096, 4306)
			.saturating_add(Weight::from_parts(7_128_816, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2543).saturating_mul(n.into()))
	}
	/// Storage: `MiningRewards::Providers` (r:1 w:1)
	/// Proof: `MiningRewards::Providers` (`max_values`: None, `max_size`: Some(841), added: 3316, mode: `MaxEncodedLen`)
	/// Storage: `MiningRewards::Disputes` (r:4 w:4)
	/// Proof: `MiningRewards::Disputes` (`max_values`: None, `max_size`: Some(141), added: 2616, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 4]`.
	fn settle_contested(n: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `295 + n * (122 ±0)`
		//  Estimated: `4306 + n * (2616 ±0)`
		// Minimum execution time: 27_681_000 picoseconds.
		Weight::from_parts(22_467_120, 4306)
			.saturating_add(Weight::from_parts(6_824_665, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2616).saturating_mul(n.into()))
	}
	/// Storage: `MiningRewards::Swept` (r:1 w:1)
	/// Proof: `MiningRewards::Swept` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `MiningRewards::Providers` (r:101 w:0)
	/// Proof: `MiningRewards::Providers` (`max_values`: None, `max_size`: Some(841), added: 3316, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[0, 100]`.
	fn sweep(n: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `765 + n * (69 ±0)`
		//  Estimated: `4306 + n * (3316 ±0)`
		// Minimum execution time: 8_323_000 picoseconds.
		Weight::from_parts(9_917_230, 4306)
			.saturating_add(Weight::from_parts(4_387_378, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(Weight::from_parts(0, 3316).saturating_mul(n.into()))
	}
	/// Storage: `MiningRewards::Providers` (r:1 w:1)
	/// Proof: `MiningRewards::Providers` (`max_values`: None, `max_size`: Some(841), added: 3316, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `MiningRewards::Disputes` (r:1 w:1)
	/// Proof: `MiningRewards::Disputes` (`max_values`: None, `max_size`: Some(141), added: 2616, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `ChainTiming::Parameters` (r:1 w:0)
	/// Proof: `ChainTiming::Parameters` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	fn contest() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `1062`
		//  Estimated: `6290`
		// Minimum execution time: 126_097_000 picoseconds.
		Weight::from_parts(130_554_000, 6290)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `MiningRewards::Disputes` (r:1 w:1)
	/// Proof: `MiningRewards::Disputes` (`max_values`: None, `max_size`: Some(141), added: 2616, mode: `MaxEncodedLen`)
	/// Storage: `MiningRewards::Providers` (r:1 w:1)
	/// Proof: `MiningRewards::Providers` (`max_values`: None, `max_size`: Some(841), added: 3316, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Ledgers` (r:1 w:1)
	/// Proof: `BttStaking::Ledgers` (`max_values`: None, `max_size`: Some(1959), added: 4434, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
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
	/// Storage: `BttStaking::CounterForCandidates` (r:1 w:1)
	/// Proof: `BttStaking::CounterForCandidates` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `VestingSchedules::Schedules` (r:1 w:1)
	/// Proof: `VestingSchedules::Schedules` (`max_values`: None, `max_size`: Some(505), added: 2980, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:1 w:1)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Locks` (r:1 w:0)
	/// Proof: `Balances::Locks` (`max_values`: None, `max_size`: Some(1299), added: 3774, mode: `MaxEncodedLen`)
	/// Storage: `VestingSchedules::TotalFrozen` (r:1 w:1)
	/// Proof: `VestingSchedules::TotalFrozen` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Burn::Totals` (r:1 w:1)
	/// Proof: `Burn::Totals` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	/// Storage: `Governance::Voters` (r:1 w:0)
	/// Proof: `Governance::Voters` (`max_values`: None, `max_size`: Some(1485), added: 3960, mode: `MaxEncodedLen`)
	fn rule() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `4732`
		//  Estimated: `6290`
		// Minimum execution time: 262_690_000 picoseconds.
		Weight::from_parts(271_664_000, 6290)
			.saturating_add(T::DbWeight::get().reads(22_u64))
			.saturating_add(T::DbWeight::get().writes(17_u64))
	}
	/// Storage: `MiningRewards::Disputes` (r:1 w:1)
	/// Proof: `MiningRewards::Disputes` (`max_values`: None, `max_size`: Some(141), added: 2616, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `MiningRewards::Providers` (r:1 w:1)
	/// Proof: `MiningRewards::Providers` (`max_values`: None, `max_size`: Some(841), added: 3316, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `VestingSchedules::Schedules` (r:1 w:1)
	/// Proof: `VestingSchedules::Schedules` (`max_values`: None, `max_size`: Some(505), added: 2980, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Freezes` (r:1 w:1)
	/// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Locks` (r:1 w:0)
	/// Proof: `Balances::Locks` (`max_values`: None, `max_size`: Some(1299), added: 3774, mode: `MaxEncodedLen`)
	/// Storage: `VestingSchedules::TotalFrozen` (r:1 w:1)
	/// Proof: `VestingSchedules::TotalFrozen` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	/// Storage: `Burn::Totals` (r:1 w:1)
	/// Proof: `Burn::Totals` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Ledgers` (r:1 w:1)
	/// Proof: `BttStaking::Ledgers` (`max_values`: None, `max_size`: Some(1959), added: 4434, mode: `MaxEncodedLen`)
	fn lapse() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `3936`
		//  Estimated: `6196`
		// Minimum execution time: 172_967_000 picoseconds.
		Weight::from_parts(179_948_000, 6196)
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().writes(10_u64))
	}
	/// Storage: `MiningRewards::Providers` (r:1 w:1)
	/// Proof: `MiningRewards::Providers` (`max_values`: None, `max_size`: Some(841), added: 3316, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Ledgers` (r:1 w:0)
	/// Proof: `BttStaking::Ledgers` (`max_values`: None, `max_size`: Some(1959), added: 4434, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `VestingSchedules::Schedules` (r:1 w:0)
	/// Proof: `VestingSchedules::Schedules` (`max_values`: None, `max_size`: Some(505), added: 2980, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn refresh() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `1857`
		//  Estimated: `5424`
		// Minimum execution time: 41_071_000 picoseconds.
		Weight::from_parts(43_374_000, 5424)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `MiningRewards::Providers` (r:1 w:1)
	/// Proof: `MiningRewards::Providers` (`max_values`: None, `max_size`: Some(841), added: 3316, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Ledgers` (r:1 w:0)
	/// Proof: `BttStaking::Ledgers` (`max_values`: None, `max_size`: Some(1959), added: 4434, mode: `MaxEncodedLen`)
	/// Storage: `MiningRewards::Disputes` (r:1 w:0)
	/// Proof: `MiningRewards::Disputes` (`max_values`: None, `max_size`: Some(141), added: 2616, mode: `MaxEncodedLen`)
	fn forget() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `616`
		//  Estimated: `5424`
		// Minimum execution time: 24_526_000 picoseconds.
		Weight::from_parts(26_269_000, 5424)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `MiningRewards::Registrars` (r:1 w:0)
	/// Proof: `MiningRewards::Registrars` (`max_values`: Some(1), `max_size`: Some(1025), added: 1520, mode: `MaxEncodedLen`)
	/// Storage: `MiningRewards::Providers` (r:1 w:1)
	/// Proof: `MiningRewards::Providers` (`max_values`: None, `max_size`: Some(841), added: 3316, mode: `MaxEncodedLen`)
	/// Storage: `MiningRewards::Hardware` (r:1 w:0)
	/// Proof: `MiningRewards::Hardware` (`max_values`: None, `max_size`: Some(18), added: 2493, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn attest() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `1952`
		//  Estimated: `4306`
		// Minimum execution time: 23_435_000 picoseconds.
		Weight::from_parts(24_726_000, 4306)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `MiningRewards::NextRules` (r:0 w:1)
	/// Proof: `MiningRewards::NextRules` (`max_values`: Some(1), `max_size`: Some(82), added: 577, mode: `MaxEncodedLen`)
	fn set_rules() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 5_358_000 picoseconds.
		Weight::from_parts(5_869_000, 0).saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn set_region() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 7_602_000 picoseconds.
		Weight::from_parts(8_262_000, 0)
	}
	fn remove_region() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 7_120_000 picoseconds.
		Weight::from_parts(7_911_000, 0)
	}
	/// Storage: `MiningRewards::Hardware` (r:1 w:1)
	/// Proof: `MiningRewards::Hardware` (`max_values`: None, `max_size`: Some(18), added: 2493, mode: `MaxEncodedLen`)
	/// Storage: `MiningRewards::CounterForHardware` (r:1 w:1)
	/// Proof: `MiningRewards::CounterForHardware` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn set_hardware() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `676`
		//  Estimated: `3483`
		// Minimum execution time: 19_429_000 picoseconds.
		Weight::from_parts(21_962_000, 3483)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `MiningRewards::Hardware` (r:1 w:1)
	/// Proof: `MiningRewards::Hardware` (`max_values`: None, `max_size`: Some(18), added: 2493, mode: `MaxEncodedLen`)
	/// Storage: `MiningRewards::CounterForHardware` (r:1 w:1)
	/// Proof: `MiningRewards::CounterForHardware` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn remove_hardware() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `64`
		//  Estimated: `3483`
		// Minimum execution time: 10_255_000 picoseconds.
		Weight::from_parts(10_907_000, 3483)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `MiningRewards::Registrars` (r:1 w:1)
	/// Proof: `MiningRewards::Registrars` (`max_values`: Some(1), `max_size`: Some(1025), added: 1520, mode: `MaxEncodedLen`)
	fn add_registrar() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `983`
		//  Estimated: `2510`
		// Minimum execution time: 7_901_000 picoseconds.
		Weight::from_parts(8_622_000, 2510)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `MiningRewards::Registrars` (r:1 w:1)
	/// Proof: `MiningRewards::Registrars` (`max_values`: Some(1), `max_size`: Some(1025), added: 1520, mode: `MaxEncodedLen`)
	fn remove_registrar() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `1015`
		//  Estimated: `2510`
		// Minimum execution time: 7_762_000 picoseconds.
		Weight::from_parts(8_452_000, 2510)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `ChainTiming::MiningStart` (r:1 w:0)
	/// Proof: `ChainTiming::MiningStart` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `ChainTiming::Parameters` (r:1 w:0)
	/// Proof: `ChainTiming::Parameters` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `MiningRewards::NextRules` (r:1 w:0)
	/// Proof: `MiningRewards::NextRules` (`max_values`: Some(1), `max_size`: Some(82), added: 577, mode: `MaxEncodedLen`)
	/// Storage: `MiningRewards::Backlog` (r:0 w:1)
	/// Proof: `MiningRewards::Backlog` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	fn close_era() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `122`
		//  Estimated: `1567`
		// Minimum execution time: 19_388_000 picoseconds.
		Weight::from_parts(20_501_000, 1567)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `MiningRewards::Providers` (r:1 w:1)
	/// Proof: `MiningRewards::Providers` (`max_values`: None, `max_size`: Some(841), added: 3316, mode: `MaxEncodedLen`)
	fn report() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `751`
		//  Estimated: `4306`
		// Minimum execution time: 7_271_000 picoseconds.
		Weight::from_parts(7_861_000, 4306)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `MiningRewards::Providers` (r:1 w:1)
	/// Proof: `MiningRewards::Providers` (`max_values`: None, `max_size`: Some(841), added: 3316, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn report_and_settle() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `839`
		//  Estimated: `4306`
		// Minimum execution time: 24_156_000 picoseconds.
		Weight::from_parts(25_608_000, 4306)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
}

impl WeightInfo for () {
	fn settle(n: u32) -> Weight {
		Weight::from_parts(6_608_659, 990)
			.saturating_add(Weight::from_parts(18_739_959, 0).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes((2_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 3316).saturating_mul(n.into()))
	}
	fn settle_slots(n: u32) -> Weight {
		Weight::from_parts(22_057_470, 4306)
			.saturating_add(Weight::from_parts(2_088_786, 0).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	fn settle_backlog(n: u32) -> Weight {
		Weight::from_parts(22_455_096, 4306)
			.saturating_add(Weight::from_parts(7_128_816, 0).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
			.saturating_add(RocksDbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2543).saturating_mul(n.into()))
	}
	fn settle_contested(n: u32) -> Weight {
		Weight::from_parts(22_467_120, 4306)
			.saturating_add(Weight::from_parts(6_824_665, 0).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
			.saturating_add(RocksDbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2616).saturating_mul(n.into()))
	}
	fn sweep(n: u32) -> Weight {
		Weight::from_parts(9_917_230, 4306)
			.saturating_add(Weight::from_parts(4_387_378, 0).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
			.saturating_add(Weight::from_parts(0, 3316).saturating_mul(n.into()))
	}
	fn contest() -> Weight {
		Weight::from_parts(130_554_000, 6290)
			.saturating_add(RocksDbWeight::get().reads(8_u64))
			.saturating_add(RocksDbWeight::get().writes(6_u64))
	}
	fn rule() -> Weight {
		Weight::from_parts(271_664_000, 6290)
			.saturating_add(RocksDbWeight::get().reads(22_u64))
			.saturating_add(RocksDbWeight::get().writes(17_u64))
	}
	fn lapse() -> Weight {
		Weight::from_parts(179_948_000, 6196)
			.saturating_add(RocksDbWeight::get().reads(12_u64))
			.saturating_add(RocksDbWeight::get().writes(10_u64))
	}
	fn refresh() -> Weight {
		Weight::from_parts(43_374_000, 5424)
			.saturating_add(RocksDbWeight::get().reads(6_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	fn forget() -> Weight {
		Weight::from_parts(26_269_000, 5424)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	fn attest() -> Weight {
		Weight::from_parts(24_726_000, 4306)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	fn set_rules() -> Weight {
		Weight::from_parts(5_869_000, 0).saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	fn set_region() -> Weight {
		Weight::from_parts(8_262_000, 0)
	}
	fn remove_region() -> Weight {
		Weight::from_parts(7_911_000, 0)
	}
	fn set_hardware() -> Weight {
		Weight::from_parts(21_962_000, 3483)
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	fn remove_hardware() -> Weight {
		Weight::from_parts(10_907_000, 3483)
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	fn add_registrar() -> Weight {
		Weight::from_parts(8_622_000, 2510)
			.saturating_add(RocksDbWeight::get().reads(1_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	fn remove_registrar() -> Weight {
		Weight::from_parts(8_452_000, 2510)
			.saturating_add(RocksDbWeight::get().reads(1_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	fn close_era() -> Weight {
		Weight::from_parts(20_501_000, 1567)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	fn report() -> Weight {
		Weight::from_parts(7_861_000, 4306)
			.saturating_add(RocksDbWeight::get().reads(1_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	fn report_and_settle() -> Weight {
		Weight::from_parts(25_608_000, 4306)
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
}
