//! Who pays what, and who gets it, action by action.

mod charge;
mod efficiency;
mod genesis;
mod invariants;
mod premium;
mod rotate;
mod spend;
mod split;
mod try_state;

use crate::{mock::*, Error, Event, FundLedger, PremiumUntil};
use btt_primitives::{
	fees::{Discount, FeeSink, FeeSplit},
	staking::Tier,
	Balance, BTT, DAY,
};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{Perbill, Permill};

/// The events of the pallet, from the beginning of the test.
fn events() -> Vec<Event<Test>> {
	System::read_events_for_pallet()
}

fn last_event() -> Event<Test> {
	events().pop().unwrap()
}

fn percents(development: u32, burn: u32, author: u32, stakers: u32) -> FeeSplit {
	let percent = Perbill::from_percent;
	FeeSplit {
		development: percent(development),
		burn: percent(burn),
		author: percent(author),
		stakers: percent(stakers),
	}
}
