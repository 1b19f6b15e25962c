//! The configuration of every pallet, by topic.

pub mod consensus;
pub mod governance;
pub mod monetary;
pub mod rewards;
pub mod staking;
pub mod system;
