//! The node as its operators and clients see it: real `btt-node` processes, spoken to over JSON-RPC.
//!
//! One network runs at a time, and one single node beside it, whatever the number of test threads; nothing waits for
//! luck: every wait polls and has a deadline, and a failure prints the end of each node's log.
//!
//! Tests start in the order of their names. The longest one, which has a network, is the first, so that those with a
//! single node are done beside it.

mod harness;

mod clients;
mod crash;
mod economy;
mod fees;
mod genesis;
mod staking;
mod transactions;
mod validators;
