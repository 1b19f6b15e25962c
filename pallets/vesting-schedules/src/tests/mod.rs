//! What a beneficiary can and cannot do, action by action.

mod force_rotate;
mod forfeit;
mod freeze;
mod grant;
mod invariants;
mod journeys;
mod rotate;
mod sweep;
mod vest;
mod vested_transfers;

use crate::{mock::*, Event, FreezeReason, Schedules};
use btt_math::line::Line;
use btt_primitives::{vesting::Unvested, Balance, Moment};
use frame_support::traits::{
	fungible::{Inspect, InspectFreeze},
	tokens::{Fortitude::Polite, Preservation::Expendable},
};
use sp_core::U256;

/// The units of the line that are unvested at `at`, from SPEC §3 and with integers that cannot overflow.
fn unvested_by_hand(start: Moment, cliff: Moment, end: Moment, total: Balance, at: Moment) -> Balance {
	if at < cliff {
		total
	} else if at >= end {
		0
	} else {
		total - (U256::from(total) * U256::from(at - start) / U256::from(end - start)).as_u128()
	}
}

fn frozen(who: AccountId) -> Balance {
	Balances::balance_frozen(&FreezeReason::Unvested.into(), &who)
}

fn unvested(who: AccountId) -> Balance {
	<VestingSchedules as Unvested<AccountId>>::unvested(&who)
}

fn forfeit(who: AccountId, amount: Balance) -> Balance {
	<VestingSchedules as Unvested<AccountId>>::forfeit(&who, amount)
}

fn total(who: AccountId) -> Balance {
	Balances::total_balance(&who)
}

/// What `who` can send away.
fn spendable(who: AccountId) -> Balance {
	Balances::reducible_balance(&who, Expendable, Polite)
}

fn by(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

/// The events of the pallet, from the beginning of the test.
fn events() -> Vec<Event<Test>> {
	System::read_events_for_pallet()
}

/// Assert that `who` has no lines and no freeze.
fn assert_free(who: AccountId) {
	assert_eq!(Schedules::<Test>::get(who), None);
	assert_eq!((frozen(who), unvested(who)), (0, 0));
	assert!(!VestingSchedules::is_beneficiary(&who));
}

/// Assert that so much of the tokens of `who` is frozen, and that this is up to date.
fn assert_frozen(who: AccountId, amount: Balance) {
	assert_eq!((frozen(who), unvested(who)), (amount, amount));
	assert!(VestingSchedules::is_beneficiary(&who));
}

/// A line from the token generation event on, in ms after it.
fn line_of(cliff: Moment, end: Moment, total: Balance) -> Line {
	use btt_primitives::TOKEN_GENERATION_EVENT as TGE;
	Line::new(TGE, TGE + cliff, TGE + end, total).unwrap()
}
