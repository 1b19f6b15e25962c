//! One file per action; what holds for all of them together is in `invariants`.

mod claim_milestone;
mod conclude;
mod create_milestone;
mod decide;
mod file_evidence;
mod genesis;
mod give_back;
mod invariants;
mod object;
mod pots;
mod release;
mod rewards;
mod rotate;
mod try_state;
mod types;
mod views;
mod withdraw_objection;

use crate::{mock::*, Error, Event, Fits, FreezeReason, InitiativeLedger, Milestone, MilestoneId, MilestoneState};
use btt_primitives::{
	token::HoldingPower, Allocation, Balance, Initiative, Moment, BTT, DAY, EXISTENTIAL_DEPOSIT as ED, TOTAL_SUPPLY,
};
use frame_support::{
	assert_noop, assert_ok,
	traits::fungible::{Inspect, InspectFreeze},
};
use sp_core::H256;
use sp_runtime::{DispatchError, DispatchResult};

const PERIOD: Moment = 14 * DAY;
const EVIDENCE: H256 = H256::repeat_byte(0xE7);
/// 1 % of what the holders of genesis have.
const THRESHOLD: Balance = 399_000 * BTT;

fn by(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

fn release(allocation: Allocation, to: AccountId, amount: Balance) -> DispatchResult {
	let releaser = if allocation == Allocation::UnallocatedReserve { HIGHEST_TRACK } else { GOVERNANCE };
	BttToken::release(by(releaser), allocation, to, amount)
}

/// A new milestone of the core protocol, with half a year for evidence.
fn milestone(amount: Balance) -> MilestoneId {
	milestone_of(Initiative::CoreProtocol, amount)
}

fn milestone_of(initiative: Initiative, amount: Balance) -> MilestoneId {
	let id = crate::NextMilestone::<Test>::get();
	assert_ok!(BttToken::create_milestone(by(GOVERNANCE), initiative, amount, now() + 183 * DAY, GRANTEE));
	id
}

/// A new milestone with evidence, filed now.
fn filed(amount: Balance) -> MilestoneId {
	let id = milestone(amount);
	assert_ok!(BttToken::file_evidence(by(GRANTEE), id, EVIDENCE));
	id
}

/// `who` objects with everything that it has.
fn object(who: AccountId, id: MilestoneId) -> DispatchResult {
	let power = <TotalBalances as HoldingPower<_>>::power_of(&who);
	BttToken::object(by(who), id, power)
}

/// A new milestone to which the largest holder has objected.
fn suspended(amount: Balance) -> MilestoneId {
	let id = filed(amount);
	assert_ok!(object(account(1), id));
	id
}

/// A new milestone that nobody objected to. Takes 14 days.
fn accepted(amount: Balance) -> MilestoneId {
	let id = filed(amount);
	pass(PERIOD + 1);
	assert_ok!(BttToken::conclude(by(NOBODY), id));
	id
}

fn pass(ms: Moment) {
	set_time(now() + ms);
}

fn stored(id: MilestoneId) -> Milestone<AccountId> {
	crate::Milestones::<Test>::get(id).unwrap()
}

fn exists(id: MilestoneId) -> bool {
	crate::Milestones::<Test>::contains_key(id)
}

fn ledger() -> InitiativeLedger {
	crate::Initiatives::<Test>::get(Initiative::CoreProtocol)
}

fn discretionary(allocation: Allocation) -> Balance {
	crate::Discretionary::<Test>::get().of(allocation).unwrap()
}

fn pot_balance(allocation: Allocation) -> Balance {
	Balances::balance(&BttToken::pot_of(allocation))
}

fn objection_freeze(who: &AccountId) -> Balance {
	Balances::balance_frozen(&FreezeReason::Objection.into(), who)
}

fn transfer(from: AccountId, to: AccountId, amount: Balance) -> DispatchResult {
	Balances::transfer_allow_death(by(from), to, amount)
}

fn headroom() -> Balance {
	BttToken::release_headroom().headroom
}
