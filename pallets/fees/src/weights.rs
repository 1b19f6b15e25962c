//! Weights of `pallet_btt_fees`, measured; regenerate with `scripts/bench`.
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
	fn set_fee_split() -> Weight;
	fn spend() -> Weight;
	fn buy_premium() -> Weight;
	fn forget_premium() -> Weight;
	fn set_premium_price() -> Weight;
	fn set_efficiency() -> Weight;
	fn on_initialize() -> Weight;
	fn pay_fees() -> Weight;
	fn charge() -> Weight;
}

/// Measured, with the database weights of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Fees::Split` (r:0 w:1)
	/// Proof: `Fees::Split` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	fn set_fee_split() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 4_687_000 picoseconds.
		Weight::from_parts(5_208_000, 0).saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Fees::FundLedger` (r:1 w:1)
	/// Proof: `Fees::FundLedger` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	fn spend() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `221`
		//  Estimated: `6196`
		// Minimum execution time: 56_534_000 picoseconds.
		Weight::from_parts(58_828_000, 6196)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `ChainTiming::Parameters` (r:1 w:0)
	/// Proof: `ChainTiming::Parameters` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Fees::PremiumUntil` (r:1 w:1)
	/// Proof: `Fees::PremiumUntil` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `Fees::PremiumPrice` (r:1 w:0)
	/// Proof: `Fees::PremiumPrice` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Burn::CurrentPolicies` (r:1 w:0)
	/// Proof: `Burn::CurrentPolicies` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Burn::ThisYear` (r:1 w:1)
	/// Proof: `Burn::ThisYear` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `Burn::Totals` (r:1 w:1)
	/// Proof: `Burn::Totals` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	/// Storage: `Fees::FundLedger` (r:1 w:1)
	/// Proof: `Fees::FundLedger` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	fn buy_premium() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `808`
		//  Estimated: `6196`
		// Minimum execution time: 77_576_000 picoseconds.
		Weight::from_parts(82_342_000, 6196)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `Fees::PremiumUntil` (r:1 w:1)
	/// Proof: `Fees::PremiumUntil` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn forget_premium() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `266`
		//  Estimated: `3521`
		// Minimum execution time: 17_005_000 picoseconds.
		Weight::from_parts(19_039_000, 3521)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Fees::PremiumPrice` (r:0 w:1)
	/// Proof: `Fees::PremiumPrice` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	fn set_premium_price() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 4_487_000 picoseconds.
		Weight::from_parts(5_208_000, 0).saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Fees::EfficiencyRule` (r:0 w:1)
	/// Proof: `Fees::EfficiencyRule` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn set_efficiency() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 4_686_000 picoseconds.
		Weight::from_parts(5_278_000, 0).saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `ChainTiming::Parameters` (r:1 w:0)
	/// Proof: `ChainTiming::Parameters` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Fees::CurrentUsage` (r:1 w:1)
	/// Proof: `Fees::CurrentUsage` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Fees::EfficiencyRule` (r:1 w:0)
	/// Proof: `Fees::EfficiencyRule` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Fees::BaseFeeFactor` (r:1 w:1)
	/// Proof: `Fees::BaseFeeFactor` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn on_initialize() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `281`
		//  Estimated: `1533`
		// Minimum execution time: 14_341_000 picoseconds.
		Weight::from_parts(15_473_000, 1533)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	fn pay_fees() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 57_966_000 picoseconds.
		Weight::from_parts(60_841_000, 0)
	}
	/// Storage: `Fees::PremiumUntil` (r:1 w:0)
	/// Proof: `Fees::PremiumUntil` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Ledgers` (r:1 w:0)
	/// Proof: `BttStaking::Ledgers` (`max_values`: None, `max_size`: Some(1959), added: 4434, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn charge() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `1821`
		//  Estimated: `5424`
		// Minimum execution time: 158_886_000 picoseconds.
		Weight::from_parts(166_748_000, 5424)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}

impl WeightInfo for () {
	fn set_fee_split() -> Weight {
		Weight::from_parts(5_208_000, 0).saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	fn spend() -> Weight {
		Weight::from_parts(58_828_000, 6196)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	fn buy_premium() -> Weight {
		Weight::from_parts(82_342_000, 6196)
			.saturating_add(RocksDbWeight::get().reads(10_u64))
			.saturating_add(RocksDbWeight::get().writes(6_u64))
	}
	fn forget_premium() -> Weight {
		Weight::from_parts(19_039_000, 3521)
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	fn set_premium_price() -> Weight {
		Weight::from_parts(5_208_000, 0).saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	fn set_efficiency() -> Weight {
		Weight::from_parts(5_278_000, 0).saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	fn on_initialize() -> Weight {
		Weight::from_parts(15_473_000, 1533)
			.saturating_add(RocksDbWeight::get().reads(5_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	fn pay_fees() -> Weight {
		Weight::from_parts(60_841_000, 0)
	}
	fn charge() -> Weight {
		Weight::from_parts(166_748_000, 5424)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
}
