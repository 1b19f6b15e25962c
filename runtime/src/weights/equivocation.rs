//! Weights of BABE's and GRANDPA's calls, as the benchmarks of this runtime measure them: reports of equivocations with
//! the proof of the key's owner, the check of the two votes or headers, and our own handler.

use super::measured::equivocation::{SubstrateWeight, WeightInfo};
use crate::Runtime;
use frame_support::weights::Weight;

type Measured = SubstrateWeight<Runtime>;

/// The weights of BABE's calls.
pub struct BabeWeight;

impl pallet_babe::WeightInfo for BabeWeight {
	fn plan_config_change() -> Weight {
		Measured::plan_config_change()
	}

	fn report_equivocation(validators: u32, _nominators: u32) -> Weight {
		Measured::report_babe(validators)
	}
}

/// The weights of GRANDPA's calls.
pub struct GrandpaWeight;

impl pallet_grandpa::WeightInfo for GrandpaWeight {
	fn report_equivocation(validators: u32, _nominators: u32) -> Weight {
		Measured::report_grandpa(validators)
	}

	fn note_stalled() -> Weight {
		Measured::note_stalled()
	}
}
