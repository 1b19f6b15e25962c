//! Pure curve and share arithmetic of the BTT economy.
//!
//! Every function here depends on its arguments only, returns for all of them without panicking, and states which way
//! it rounds. Products are taken in 256 bit, so no amount is too large and none loses a unit on the way.
//!
//! - [`shares`]: pro-rata shares of an amount.
//! - [`calendar`]: the instant that lies so many calendar months after another.
//! - [`curve`]: cumulative amounts that grow linearly between dated knots (release caps, emission).
//! - [`line`](mod@line): amounts that vest along a straight line, with a cliff.
//! - [`release`]: how much may be released by decision, given what such curves and lines count already (SPEC §2).
//! - [`emission`]: what an era may hand out of an emission that follows such a curve (SPEC §5).
//! - [`rewards`]: scores, points and shares of mining rewards (SPEC §5).
//! - [`houses`]: the result of a vote of two houses, and how weight passes between them (SPEC §8).
//!
//! Amounts are in BTT units, instants in milliseconds since the Unix epoch, UTC.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::unwrap_used)]
#![cfg_attr(test, allow(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::unwrap_used))]

// Checkouts share a build directory (`.cargo/config.toml`), in which Cargo tells the crates of one from those of another
// by the age of files alone. A variable that differs between them makes it build anew.
const _: Option<&str> = option_env!("BTT_CHECKOUT");

pub mod calendar;
pub mod curve;
pub mod emission;
pub mod houses;
pub mod line;
pub mod release;
pub mod rewards;
pub mod shares;

/// An amount of BTT, in units of 10^-18 BTT.
pub type Balance = u128;

/// An instant, in milliseconds since the Unix epoch, UTC.
pub type Moment = u64;
