//! Weights of calls whose pallets bring none.

mod equivocation;
mod measured;

pub use equivocation::{BabeWeight, GrandpaWeight};

use measured::pallet_parameters::{SubstrateWeight, WeightInfo};

/// The weights of pallet-parameters' calls.
pub struct ParametersWeight;

impl pallet_parameters::WeightInfo for ParametersWeight {
	fn set_parameter() -> frame_support::weights::Weight {
		SubstrateWeight::<crate::Runtime>::set_parameter()
	}
}
