//! `pallet-vesting` beside this pallet.

use super::*;
use btt_primitives::{BTT, TOKEN_GENERATION_EVENT as TGE};
use frame_support::{assert_noop, assert_ok};
use pallet_vesting::VestingInfo;
use sp_runtime::traits::Dispatchable;

fn vested_transfer(from: AccountId, target: AccountId, amount: Balance) -> sp_runtime::DispatchResult {
	let schedule = VestingInfo::new(amount, BTT, 1);
	RuntimeCall::Vesting(pallet_vesting::Call::vested_transfer { target, schedule })
		.dispatch(by(from))
		.map(drop)
		.map_err(|error| error.error)
}

#[test]
fn a_vested_transfer_to_a_beneficiary_is_refused() {
	ExtBuilder::default().endow(BOB, 100 * BTT).line(ALICE, line()).build_and_execute(|| {
		assert_noop!(vested_transfer(BOB, ALICE, 10 * BTT), frame_system::Error::<Test>::CallFiltered);
		set_time(END);
		assert_noop!(vested_transfer(BOB, ALICE, 10 * BTT), frame_system::Error::<Test>::CallFiltered);
		assert_ok!(VestingSchedules::vest(by(BOB), ALICE));
		assert_ok!(vested_transfer(BOB, ALICE, 10 * BTT));
	});
}

#[test]
fn a_beneficiary_may_send_vested_transfers_of_its_liquid_tokens() {
	ExtBuilder::default().endow(ALICE, 10 * BTT).line(ALICE, line()).build_and_execute(|| {
		assert_noop!(vested_transfer(ALICE, BOB, 11 * BTT), sp_runtime::TokenError::Frozen);
		assert_ok!(vested_transfer(ALICE, BOB, 10 * BTT));
		assert_eq!(total(ALICE), 1_000 * BTT);
	});
}

#[test]
fn others_are_not_affected() {
	ExtBuilder::default().endow(BOB, 100 * BTT).line(ALICE, line()).build_and_execute(|| {
		assert_ok!(vested_transfer(BOB, CAROL, 10 * BTT));
		set_time(TGE + 500);
		assert_eq!(spendable(CAROL), 0);
		System::set_block_number(6);
		assert_ok!(Vesting::vest(by(CAROL)));
		assert_eq!(spendable(CAROL), 5 * BTT);
	});
}
