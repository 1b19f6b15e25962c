//! Weights of calls whose pallets bring none.

mod equivocation;
mod measured;

pub use equivocation::{BabeWeight, GrandpaWeight};

/// The weights of pallet-parameters' calls.
pub type ParametersWeight = measured::pallet_parameters::SubstrateWeight<crate::Runtime>;

/// The weights of pallet-referenda's calls, which look at both houses.
pub type ReferendaWeight = measured::pallet_referenda::SubstrateWeight<crate::Runtime>;
