//! Identifiers, constants and the narrow traits by which the pallets of the BTT chain meet.
//!
//! Nothing here holds state. Amounts are in BTT units (1 BTT = 10^18 units), instants in milliseconds since the Unix
//! epoch.

#![cfg_attr(not(feature = "std"), no_std)]

pub mod allocation;
pub mod api;
pub mod burn;
pub mod constants;
pub mod fees;
pub mod governance;
pub mod mining;
pub mod schedule;
pub mod staking;
pub mod time;
pub mod token;
pub mod vesting;

pub use allocation::{Allocation, AllocationKind, Initiative};
pub use constants::*;

/// An amount of BTT, in units of 10^-18 BTT.
pub type Balance = u128;

/// An instant or a duration on chain, in milliseconds; instants count from the Unix epoch, UTC.
pub type Moment = u64;
