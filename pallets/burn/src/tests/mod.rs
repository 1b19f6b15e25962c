//! What is burned and what is not, action by action.

mod burn;
mod ceiling;
mod dust;
mod forget_window;
mod invariants;
mod rates;
mod set_policy;
mod sink;
mod slash;
mod splitting;
mod sweep;
mod try_state;
mod window;
mod year;

use crate::{
	mock::*, CurrentPolicies, Error, Event, Policies, Policy, Sweep, ThisYear, Totals, Window, Windows, YearlyBurns,
};
use btt_primitives::{
	burn::{BurnReason, BurnSink},
	Balance, Moment, BTT, DAY, HOUR, TOKEN_GENERATION_EVENT as TGE, TOTAL_SUPPLY,
};
use frame_support::{
	assert_noop, assert_ok, assert_storage_noop,
	traits::fungible::{Balanced, Inspect, Mutate},
};
use sp_runtime::Permill;

/// 2026-01-01 and 2027-01-01, by `date -u -d … +%s`; the token generation event is 2025-01-01.
const Y2026: Moment = 1_767_225_600_000;
const Y2027: Moment = 1_798_761_600_000;

fn by(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

/// The events of the pallet, from the beginning of the test.
fn events() -> Vec<Event<Test>> {
	System::read_events_for_pallet()
}

fn burned(reason: BurnReason, amount: Balance) -> Event<Test> {
	Event::Burned { reason, amount }
}

fn total(who: AccountId) -> Balance {
	Balances::total_balance(&who)
}

/// Assert that so much was burned for these reasons, and nothing for others, and that all of it has left the supply.
fn assert_totals(expected: &[(BurnReason, Balance)]) {
	let of = |reason| expected.iter().find(|(known, _)| *known == reason).map_or(0, |(_, amount)| *amount);
	let burned = crate::Pallet::<Test>::burned_by_reason();
	assert_eq!(burned.reasons, BurnReason::ALL.map(|reason| (reason, of(reason))));
	assert_eq!(burned.other, 0);
	let sum: Balance = expected.iter().map(|(_, amount)| amount).sum();
	assert_eq!(Balances::total_issuance(), TOTAL_SUPPLY - sum);
}
