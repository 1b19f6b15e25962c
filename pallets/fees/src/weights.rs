//! Weights of `pallet_btt_fees`, measured; regenerate with `scripts/bench`.
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
		// Minimum execution time: 4_908_000 picoseconds.
		Weight::from_parts(5_648_000, 0).saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Fees::FundLedger` (r:1 w:1)
	/// Proof: `Fees::FundLedger` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	fn spend() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `221`
		//  Estimated: `6196`
		// Minimum execution time: 56_985_000 picoseconds.
		Weight::from_parts(59_809_000, 6196)
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
		// Minimum execution time: 78_056_000 picoseconds.
		Weight::from_parts(81_240_000, 6196)
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
		// Minimum execution time: 17_105_000 picoseconds.
		Weight::from_parts(18_287_000, 3521)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Fees::PremiumPrice` (r:0 w:1)
	/// Proof: `Fees::PremiumPrice` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	fn set_premium_price() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 4_797_000 picoseconds.
		Weight::from_parts(5_708_000, 0).saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Fees::EfficiencyRule` (r:0 w:1)
	/// Proof: `Fees::EfficiencyRule` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn set_efficiency() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 4_868_000 picoseconds.
		Weight::from_parts(5_508_000, 0).saturating_add(T::DbWeight::get().writes(1_u64))
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
		// Minimum execution time: 14_371_000 picoseconds.
		Weight::from_parts(15_763_000, 1533)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Fees::Split` (r:1 w:0)
	/// Proof: `Fees::Split` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Burn::ThisYear` (r:1 w:1)
	/// Proof: `Burn::ThisYear` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Burn::Totals` (r:1 w:1)
	/// Proof: `Burn::Totals` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Incoming` (r:1 w:1)
	/// Proof: `BttStaking::Incoming` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Fees::FundLedger` (r:1 w:1)
	/// Proof: `Fees::FundLedger` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	fn pay_fees() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `694`
		//  Estimated: `6196`
		// Minimum execution time: 74_701_000 picoseconds.
		Weight::from_parts(79_648_000, 6196)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `Fees::BaseFeeFactor` (r:1 w:0)
	/// Proof: `Fees::BaseFeeFactor` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Fees::PremiumUntil` (r:1 w:0)
	/// Proof: `Fees::PremiumUntil` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Ledgers` (r:1 w:0)
	/// Proof: `BttStaking::Ledgers` (`max_values`: None, `max_size`: Some(1958), added: 4433, mode: `MaxEncodedLen`)
	/// Storage: `ChainTiming::Parameters` (r:1 w:0)
	/// Proof: `ChainTiming::Parameters` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:3 w:3)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Split` (r:1 w:0)
	/// Proof: `Fees::Split` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Burn::ThisYear` (r:1 w:1)
	/// Proof: `Burn::ThisYear` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `Burn::Totals` (r:1 w:1)
	/// Proof: `Burn::Totals` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	/// Storage: `BttStaking::Incoming` (r:1 w:1)
	/// Proof: `BttStaking::Incoming` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Fees::FundLedger` (r:1 w:1)
	/// Proof: `Fees::FundLedger` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Fees::CurrentUsage` (r:1 w:1)
	/// Proof: `Fees::CurrentUsage` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	fn charge() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `2823`
		//  Estimated: `8799`
		// Minimum execution time: 195_490_000 picoseconds.
		Weight::from_parts(218_093_000, 8799)
			.saturating_add(T::DbWeight::get().reads(14_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
}

impl WeightInfo for () {
	fn set_fee_split() -> Weight {
		Weight::from_parts(5_648_000, 0).saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	fn spend() -> Weight {
		Weight::from_parts(59_809_000, 6196)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	fn buy_premium() -> Weight {
		Weight::from_parts(81_240_000, 6196)
			.saturating_add(RocksDbWeight::get().reads(10_u64))
			.saturating_add(RocksDbWeight::get().writes(6_u64))
	}
	fn forget_premium() -> Weight {
		Weight::from_parts(18_287_000, 3521)
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	fn set_premium_price() -> Weight {
		Weight::from_parts(5_708_000, 0).saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	fn set_efficiency() -> Weight {
		Weight::from_parts(5_508_000, 0).saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	fn on_initialize() -> Weight {
		Weight::from_parts(15_763_000, 1533)
			.saturating_add(RocksDbWeight::get().reads(5_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	fn pay_fees() -> Weight {
		Weight::from_parts(79_648_000, 6196)
			.saturating_add(RocksDbWeight::get().reads(8_u64))
			.saturating_add(RocksDbWeight::get().writes(6_u64))
	}
	fn charge() -> Weight {
		Weight::from_parts(218_093_000, 8799)
			.saturating_add(RocksDbWeight::get().reads(14_u64))
			.saturating_add(RocksDbWeight::get().writes(8_u64))
	}
}
