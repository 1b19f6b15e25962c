//! Weights of `pallet_btt_staking`: cautious estimates, to be replaced by measured ones.

#![allow(clippy::unnecessary_cast, unused_parens, missing_docs)]

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::RocksDbWeight, Weight},
};

/// What the calls and hooks of this pallet weigh.
pub trait WeightInfo {
	/// `bond`.
	fn bond() -> Weight;
	/// `unbond` into the last free chunk.
	fn unbond() -> Weight;
	/// `rebond` of all chunks but one.
	fn rebond() -> Weight;
	/// `withdraw_unbonded` of all chunks but one.
	fn withdraw_unbonded() -> Weight;
	/// `add_role` of a validator.
	fn add_role() -> Weight;
	/// `drop_role` of a validator whose pool is forgotten.
	fn drop_role() -> Weight;
	/// `validate`.
	fn validate() -> Weight;
	/// `chill`.
	fn chill() -> Weight;
	/// `set_commission`.
	fn set_commission() -> Weight;
	/// `delegate` to the stake of an earlier era.
	fn delegate() -> Weight;
	/// `undelegate` of all.
	fn undelegate() -> Weight;
	/// `payout` of rewards in both pools.
	fn payout() -> Weight;
	/// `apply_slash` of as many slashes as one call applies.
	fn apply_slash() -> Weight;
	/// `cancel_slash`.
	fn cancel_slash() -> Weight;
	/// `set_validator_count`.
	fn set_validator_count() -> Weight;
	/// `set_minimum`.
	fn set_minimum() -> Weight;
	/// The first block of an era, with as many validators as there may be.
	fn on_initialize() -> Weight;
	/// One offender, with as many validators as there may be.
	fn on_offence() -> Weight;
	/// Noting the author of a block.
	fn note_author() -> Weight;
	/// Taking the seats of offenders, but for what the session does.
	fn start_session() -> Weight;
	/// Handing out the fees of a block.
	fn hand_over() -> Weight;
	/// An election among so many candidates, with as many validators as there may be.
	fn elect(candidates: u32) -> Weight;
}

/// Weights on the runtime's database.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn bond() -> Weight {
		Weight::from_parts(150_000_000, 20_000).saturating_add(T::DbWeight::get().reads_writes(5, 4))
	}
	fn unbond() -> Weight {
		Weight::from_parts(90_000_000, 16_000).saturating_add(T::DbWeight::get().reads_writes(4, 2))
	}
	fn rebond() -> Weight {
		Weight::from_parts(100_000_000, 16_000).saturating_add(T::DbWeight::get().reads_writes(4, 2))
	}
	fn withdraw_unbonded() -> Weight {
		Weight::from_parts(160_000_000, 24_000).saturating_add(T::DbWeight::get().reads_writes(6, 4))
	}
	fn add_role() -> Weight {
		Weight::from_parts(220_000_000, 48_000).saturating_add(T::DbWeight::get().reads_writes(12, 9))
	}
	fn drop_role() -> Weight {
		Weight::from_parts(260_000_000, 56_000).saturating_add(T::DbWeight::get().reads_writes(14, 12))
	}
	fn validate() -> Weight {
		Weight::from_parts(120_000_000, 40_000).saturating_add(T::DbWeight::get().reads_writes(10, 4))
	}
	fn chill() -> Weight {
		Weight::from_parts(50_000_000, 8_000).saturating_add(T::DbWeight::get().reads_writes(2, 2))
	}
	fn set_commission() -> Weight {
		Weight::from_parts(70_000_000, 16_000).saturating_add(T::DbWeight::get().reads_writes(4, 2))
	}
	fn delegate() -> Weight {
		Weight::from_parts(230_000_000, 56_000).saturating_add(T::DbWeight::get().reads_writes(14, 10))
	}
	fn undelegate() -> Weight {
		Weight::from_parts(230_000_000, 56_000).saturating_add(T::DbWeight::get().reads_writes(14, 10))
	}
	fn payout() -> Weight {
		Weight::from_parts(260_000_000, 48_000).saturating_add(T::DbWeight::get().reads_writes(12, 9))
	}
	fn apply_slash() -> Weight {
		Weight::from_parts(1_200_000_000, 240_000).saturating_add(T::DbWeight::get().reads_writes(60, 24))
	}
	fn cancel_slash() -> Weight {
		Weight::from_parts(40_000_000, 8_000).saturating_add(T::DbWeight::get().reads_writes(2, 1))
	}
	fn set_validator_count() -> Weight {
		Weight::from_parts(30_000_000, 8_000).saturating_add(T::DbWeight::get().reads_writes(2, 2))
	}
	fn set_minimum() -> Weight {
		Weight::from_parts(30_000_000, 8_000).saturating_add(T::DbWeight::get().reads_writes(2, 2))
	}
	fn on_initialize() -> Weight {
		Weight::from_parts(80_000_000, 16_000).saturating_add(T::DbWeight::get().reads_writes(4, 1))
	}
	fn on_offence() -> Weight {
		Weight::from_parts(200_000_000, 40_000).saturating_add(T::DbWeight::get().reads_writes(10, 7))
	}
	fn note_author() -> Weight {
		Weight::from_parts(30_000_000, 8_000).saturating_add(T::DbWeight::get().reads_writes(2, 1))
	}
	fn start_session() -> Weight {
		Weight::from_parts(20_000_000, 4_000).saturating_add(T::DbWeight::get().reads_writes(1, 0))
	}
	fn hand_over() -> Weight {
		Weight::from_parts(150_000_000, 36_000).saturating_add(T::DbWeight::get().reads_writes(14, 10))
	}
	fn elect(candidates: u32) -> Weight {
		Weight::from_parts(2_000_000_000, 100_000)
			.saturating_add(Weight::from_parts(10_000_000, 4_000).saturating_mul(candidates.into()))
			.saturating_add(T::DbWeight::get().reads_writes(1_000, 700))
			.saturating_add(T::DbWeight::get().reads(2).saturating_mul(candidates.into()))
	}
}

impl WeightInfo for () {
	fn bond() -> Weight {
		Weight::from_parts(150_000_000, 20_000).saturating_add(RocksDbWeight::get().reads_writes(5, 4))
	}
	fn unbond() -> Weight {
		Weight::from_parts(90_000_000, 16_000).saturating_add(RocksDbWeight::get().reads_writes(4, 2))
	}
	fn rebond() -> Weight {
		Weight::from_parts(100_000_000, 16_000).saturating_add(RocksDbWeight::get().reads_writes(4, 2))
	}
	fn withdraw_unbonded() -> Weight {
		Weight::from_parts(160_000_000, 24_000).saturating_add(RocksDbWeight::get().reads_writes(6, 4))
	}
	fn add_role() -> Weight {
		Weight::from_parts(220_000_000, 48_000).saturating_add(RocksDbWeight::get().reads_writes(12, 9))
	}
	fn drop_role() -> Weight {
		Weight::from_parts(260_000_000, 56_000).saturating_add(RocksDbWeight::get().reads_writes(14, 12))
	}
	fn validate() -> Weight {
		Weight::from_parts(120_000_000, 40_000).saturating_add(RocksDbWeight::get().reads_writes(10, 4))
	}
	fn chill() -> Weight {
		Weight::from_parts(50_000_000, 8_000).saturating_add(RocksDbWeight::get().reads_writes(2, 2))
	}
	fn set_commission() -> Weight {
		Weight::from_parts(70_000_000, 16_000).saturating_add(RocksDbWeight::get().reads_writes(4, 2))
	}
	fn delegate() -> Weight {
		Weight::from_parts(230_000_000, 56_000).saturating_add(RocksDbWeight::get().reads_writes(14, 10))
	}
	fn undelegate() -> Weight {
		Weight::from_parts(230_000_000, 56_000).saturating_add(RocksDbWeight::get().reads_writes(14, 10))
	}
	fn payout() -> Weight {
		Weight::from_parts(260_000_000, 48_000).saturating_add(RocksDbWeight::get().reads_writes(12, 9))
	}
	fn apply_slash() -> Weight {
		Weight::from_parts(1_200_000_000, 240_000).saturating_add(RocksDbWeight::get().reads_writes(60, 24))
	}
	fn cancel_slash() -> Weight {
		Weight::from_parts(40_000_000, 8_000).saturating_add(RocksDbWeight::get().reads_writes(2, 1))
	}
	fn set_validator_count() -> Weight {
		Weight::from_parts(30_000_000, 8_000).saturating_add(RocksDbWeight::get().reads_writes(2, 2))
	}
	fn set_minimum() -> Weight {
		Weight::from_parts(30_000_000, 8_000).saturating_add(RocksDbWeight::get().reads_writes(2, 2))
	}
	fn on_initialize() -> Weight {
		Weight::from_parts(80_000_000, 16_000).saturating_add(RocksDbWeight::get().reads_writes(4, 1))
	}
	fn on_offence() -> Weight {
		Weight::from_parts(200_000_000, 40_000).saturating_add(RocksDbWeight::get().reads_writes(10, 7))
	}
	fn note_author() -> Weight {
		Weight::from_parts(30_000_000, 8_000).saturating_add(RocksDbWeight::get().reads_writes(2, 1))
	}
	fn start_session() -> Weight {
		Weight::from_parts(20_000_000, 4_000).saturating_add(RocksDbWeight::get().reads_writes(1, 0))
	}
	fn hand_over() -> Weight {
		Weight::from_parts(150_000_000, 36_000).saturating_add(RocksDbWeight::get().reads_writes(14, 10))
	}
	fn elect(candidates: u32) -> Weight {
		Weight::from_parts(2_000_000_000, 100_000)
			.saturating_add(Weight::from_parts(10_000_000, 4_000).saturating_mul(candidates.into()))
			.saturating_add(RocksDbWeight::get().reads_writes(1_000, 700))
			.saturating_add(RocksDbWeight::get().reads(2).saturating_mul(candidates.into()))
	}
}
