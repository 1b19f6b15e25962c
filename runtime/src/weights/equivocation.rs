//! Weights of BABE's and GRANDPA's calls, composed of what the benchmarks of this runtime measure.

use crate::Runtime;
use frame_support::weights::{
	constants::{WEIGHT_REF_TIME_PER_MICROS, WEIGHT_REF_TIME_PER_NANOS},
	Weight,
};

fn storage(reads: u64, writes: u64) -> Weight {
	<Runtime as frame_system::Config>::DbWeight::get().reads_writes(reads, writes)
}

/// Proving the key's owner against the set of a session, checking the two votes or headers, and taking the seat.
fn report(validators: u32, check: u64) -> Weight {
	Weight::from_parts(check.saturating_mul(WEIGHT_REF_TIME_PER_MICROS), 0)
		.saturating_add(Weight::from_parts(
			u64::from(validators).saturating_mul(175).saturating_mul(WEIGHT_REF_TIME_PER_NANOS),
			0,
		))
		.saturating_add(storage(14, 10))
}

/// The weights of BABE's calls.
pub struct BabeWeight;

impl pallet_babe::WeightInfo for BabeWeight {
	fn plan_config_change() -> Weight {
		storage(0, 1)
	}

	fn report_equivocation(validators: u32, _nominators: u32) -> Weight {
		report(validators, 255)
	}
}

/// The weights of GRANDPA's calls.
pub struct GrandpaWeight;

impl pallet_grandpa::WeightInfo for GrandpaWeight {
	fn report_equivocation(validators: u32, _nominators: u32) -> Weight {
		report(validators, 240)
	}

	fn note_stalled() -> Weight {
		Weight::from_parts(3 * WEIGHT_REF_TIME_PER_MICROS, 0).saturating_add(storage(0, 1))
	}
}
