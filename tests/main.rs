//! The node as its operators and clients see it: real `btt-node` processes, spoken to over JSON-RPC.
//!
//! One network runs at a time, whatever the number of test threads; nothing waits for luck: every wait polls and has a
//! deadline, and a failure prints the end of each node's log.

mod harness;

mod crash;
mod economy;
mod fees;
mod genesis;
mod staking;
mod transactions;
mod validators;
