//! Weights of `pallet_btt_governance`.

#![allow(missing_docs, clippy::arithmetic_side_effects)]

use frame_support::weights::{constants::RocksDbWeight, Weight};

/// What each call costs, some by the number of votes of whoever is concerned.
pub trait WeightInfo {
	fn vote() -> Weight;
	fn remove_vote() -> Weight;
	fn delegate(votes: u32) -> Weight;
	fn undelegate(votes: u32) -> Weight;
	fn unlock(votes: u32) -> Weight;
	fn refresh(votes: u32) -> Weight;
	fn set_parameter() -> Weight;
	fn authorize_upgrade() -> Weight;
}

/// What a tally costs beside the record of a voter: the referendum, its alarm, and the agenda of the scheduler.
fn tally() -> Weight {
	Weight::from_parts(60_000_000, 110_000).saturating_add(RocksDbWeight::get().reads_writes(4, 5))
}

/// For tests.
impl WeightInfo for () {
	fn vote() -> Weight {
		Weight::from_parts(60_000_000, 10_000)
			.saturating_add(RocksDbWeight::get().reads_writes(9, 4))
			.saturating_add(tally())
	}
	fn remove_vote() -> Weight {
		Self::vote()
	}
	fn delegate(votes: u32) -> Weight {
		Self::vote().saturating_add(tally().saturating_mul(votes.into()))
	}
	fn undelegate(votes: u32) -> Weight {
		Self::delegate(votes)
	}
	fn unlock(votes: u32) -> Weight {
		Self::vote().saturating_add(RocksDbWeight::get().reads(3).saturating_mul(votes.into()))
	}
	fn refresh(votes: u32) -> Weight {
		Self::delegate(votes)
	}
	fn set_parameter() -> Weight {
		Weight::from_parts(10_000_000, 4_000).saturating_add(RocksDbWeight::get().reads_writes(1, 1))
	}
	fn authorize_upgrade() -> Weight {
		Weight::from_parts(10_000_000, 0).saturating_add(RocksDbWeight::get().writes(1))
	}
}
