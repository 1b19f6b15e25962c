use crate::mock::*;

mod attest;
mod dispute;
mod economics;
mod eras;
mod governance;
mod invariants;
mod report;
mod rotate;
mod score;
mod settle;
mod stake;
mod sweep;
mod try_state;
mod views;
