//! What stakers, validators and governance can and cannot do, action by action.

mod accountability;
mod bond;
mod cost;
mod delegate;
mod election;
mod genesis;
mod invariants;
mod observer;
mod offline;
mod rewards;
mod roles;
mod rotate;
mod slash;
mod tiers;
mod validate;

use crate::{mock::*, Error, Event, Ledgers};
use btt_primitives::{
	staking::{Accountability, Role, StakeInfo, Tier},
	Balance, BTT, DAY,
};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::Perbill;

/// The events of the pallet, from the beginning of the test.
fn events() -> Vec<Event<Test>> {
	System::read_events_for_pallet()
}

fn last_event() -> Event<Test> {
	events().pop().unwrap()
}

/// What `who` has bonded, what is unbonding, what is free of pledges.
fn assert_stake(who: AccountId, active: Balance, unbonding: Balance, free: Balance) {
	let ledger = ledger(who);
	assert_eq!((ledger.active, ledger.unbonding(), ledger.free()), (active, unbonding, free));
}
