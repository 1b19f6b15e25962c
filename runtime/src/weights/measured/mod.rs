//! What `scripts/bench` writes for calls whose pallets bring no weights.

pub mod equivocation;
pub mod pallet_parameters;
pub mod pallet_referenda;
