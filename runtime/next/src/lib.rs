//! The next version of the runtime, to rehearse an upgrade to it: that of this checkout with the feature `rehearsal`.
//!
//! [`WASM_BINARY`] is what a referendum would authorise, `WASM_BINARY_PATH` the file with it. Only tests use them.

#![cfg_attr(not(feature = "std"), no_std)]
// Of the constants that the build script writes.
#![allow(missing_docs)]

#[cfg(feature = "std")]
include!(concat!(env!("OUT_DIR"), "/wasm_binary.rs"));

#[cfg(not(feature = "std"))]
pub use btt_runtime::*;
