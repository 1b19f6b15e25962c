//! Who decides what, action by action.

mod cut;
mod delegate;
mod double;
mod genesis;
mod invariants;
mod journeys;
mod pause;
mod results;
mod rotate;
mod tracks;
mod types;
mod unlock;
mod vote;
mod weights;

use crate::{mock::*, Conviction, Error, Event, Power, Stake, Track, Voters};
use btt_primitives::{governance::VotingPower, Balance, BTT, TOKEN_GENERATION_EVENT as TGE};
use frame_support::{
	assert_noop, assert_ok,
	traits::{
		fungible::{Inspect, InspectFreeze, Mutate},
		Polling,
	},
};

/// 2026-01-01 and 2028-01-01, by `date -u -d … +%s`; the token generation event is 2025-01-01.
const Y2026: u64 = 1_767_225_600_000;
const Y2028: u64 = 1_830_297_600_000;

fn by(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

/// The events of the pallet, from the beginning of the test.
fn events() -> Vec<Event<Test>> {
	System::read_events_for_pallet()
}

/// What the pallet has frozen in the account of `who`.
fn frozen(who: AccountId) -> Balance {
	Balances::balance_frozen(&crate::FreezeReason::Voting.into(), &who)
}
