//! Weights of calls whose pallets bring none.

mod equivocation;
mod pallet_parameters;

pub use equivocation::{BabeWeight, GrandpaWeight};
pub use pallet_parameters::SubstrateWeight as ParametersWeight;
