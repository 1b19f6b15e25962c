//! The five institutions, from the token generation event to the end of their lines, on the calendar.

use super::*;
use btt_primitives::{
	schedule::institutional_line, vesting::VestingInfo, Allocation, BTT, TOKEN_GENERATION_EVENT as TGE,
};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::TokenError;

// From `date -u -d '…' +%s`, in ms.
const Y2025_APR_1: Moment = 1_743_465_600_000;
const Y2025_JUL_1: Moment = 1_751_328_000_000;
const Y2026_JUN_15_12_34_56_789: Moment = 1_781_526_896_789;
const Y2026_OCT_1: Moment = 1_790_812_800_000;
const Y2027_JUL_1: Moment = 1_814_400_000_000;
const Y2028_JAN_1: Moment = 1_830_297_600_000;

/// The institutions, what they were allocated in BTT, and when their cliff and their line is over.
const INSTITUTIONS: [(Allocation, Balance, Moment, Moment); 5] = [
	(Allocation::ChinaOralIndustryGroup, 21_000_000, Y2025_JUL_1, Y2028_JAN_1),
	(Allocation::VisionFutureCapital, 6_300_000, Y2025_APR_1, Y2027_JUL_1),
	(Allocation::YueyaEraMedical, 6_300_000, Y2025_APR_1, Y2027_JUL_1),
	(Allocation::BellaSmileGroup, 4_200_000, Y2025_APR_1, Y2027_JUL_1),
	(Allocation::StrategicInvestors, 2_100_000, Y2025_APR_1, Y2027_JUL_1),
];

/// Ten instants of a line: around its ends and its cliff, and on the way.
fn instants(cliff: Moment, end: Moment) -> [Moment; 10] {
	let (way, far) = (Y2026_JUN_15_12_34_56_789, Y2026_OCT_1);
	[TGE, TGE + 1, cliff - 1, cliff, cliff + 1, way, far, end - 1, end, end + 31_536_000_000]
}

#[test]
fn every_institution_gets_its_tokens_on_the_day() {
	for (allocation, btt, cliff, end) in INSTITUTIONS {
		let line = institutional_line(TGE, allocation, allocation.total()).unwrap();
		ExtBuilder::default().line(ALICE, line).build_and_execute(|| {
			let (mut due_before, mut held) = (btt * BTT, btt * BTT);
			for now in instants(cliff, end) {
				let due = unvested_by_hand(TGE, cliff, end, btt * BTT, now);
				set_time(now);
				assert_eq!(VestingSchedules::vest(by(BOB), ALICE).is_ok(), due < due_before, "{allocation:?} at {now}");
				assert_eq!((frozen(ALICE), unvested(ALICE)), (due, due), "{allocation:?} at {now}");
				let info =
					VestingInfo { start: TGE, cliff, end, total: btt * BTT, vested: btt * BTT - due, frozen: due };
				assert_eq!(VestingSchedules::vesting(&ALICE), if due > 0 { vec![info] } else { vec![] });

				// Every unit that has vested can leave, and not one more. Less than the existential deposit cannot stay
				// behind under a freeze.
				let stays = if due > 0 { due.max(ED) } else { 0 };
				if due > 0 {
					let too_much = held - stays + 1;
					assert_noop!(Balances::transfer_allow_death(by(ALICE), BOB, too_much), TokenError::Frozen);
				}
				if held - stays >= ED {
					assert_ok!(Balances::transfer_allow_death(by(ALICE), BOB, held - stays));
					held = stays;
				}
				assert_eq!(total(ALICE), held);
				due_before = due;
				check_state();
			}
			assert_eq!((total(ALICE), total(BOB)), (0, btt * BTT));
			assert_free(ALICE);
		});
	}
}

#[test]
fn at_the_cliff_a_rounded_share_is_let_go() {
	// 2025-01-01 to 2025-04-01 are 90 days, to 2027-07-01 they are 911; to 2025-07-01 they are 181, to 2028-01-01 1,095.
	for (allocation, btt, cliff, _) in INSTITUTIONS {
		let (days, of) = if allocation == Allocation::ChinaOralIndustryGroup { (181, 1_095) } else { (90, 911) };
		let line = institutional_line(TGE, allocation, allocation.total()).unwrap();
		ExtBuilder::default().line(ALICE, line).build_and_execute(|| {
			set_time(cliff);
			assert_ok!(VestingSchedules::vest(by(BOB), ALICE));
			assert_eq!(spendable(ALICE), btt * BTT * days / of);
		});
	}
}

#[test]
fn all_five_together_are_what_the_ledger_says() {
	let who = |allocation: Allocation| allocation as AccountId + 1;
	let builder = INSTITUTIONS.iter().fold(ExtBuilder::default(), |builder, (allocation, ..)| {
		builder.line(who(*allocation), institutional_line(TGE, *allocation, allocation.total()).unwrap())
	});
	builder.build_and_execute(|| {
		for now in [TGE, Y2025_APR_1, Y2025_JUL_1, Y2026_JUN_15_12_34_56_789, Y2027_JUL_1, Y2028_JAN_1] {
			set_time(now);
			let due: Balance = INSTITUTIONS
				.iter()
				.map(|(_, btt, cliff, end)| unvested_by_hand(TGE, *cliff, *end, btt * BTT, now))
				.sum();
			assert_eq!(<VestingSchedules as Unvested<AccountId>>::total_unvested(), due);
		}
	});
}

#[test]
fn one_account_with_the_lines_of_two_institutions_gets_both() {
	let [(first, ..), (second, ..), ..] = INSTITUTIONS;
	let line = |allocation: Allocation| institutional_line(TGE, allocation, allocation.total()).unwrap();
	ExtBuilder::default().line(ALICE, line(first)).line(ALICE, line(second)).build_and_execute(|| {
		for now in [Y2025_APR_1, Y2025_JUL_1, Y2026_OCT_1, Y2027_JUL_1, Y2028_JAN_1 - 1] {
			set_time(now);
			assert_ok!(VestingSchedules::vest(by(BOB), ALICE));
			let due = unvested_by_hand(TGE, Y2025_JUL_1, Y2028_JAN_1, 21_000_000 * BTT, now)
				+ unvested_by_hand(TGE, Y2025_APR_1, Y2027_JUL_1, 6_300_000 * BTT, now);
			assert_frozen(ALICE, due);
		}
	});
}

#[test]
fn short_months_and_leap_years_shift_nobody() {
	// A private network that starts on 2027-08-31 at 00:00: six months later is 2028-02-29, thirty-six are 2030-08-31.
	let (tge, cliff, end) = (1_819_670_400_000, 1_835_395_200_000, 1_914_364_800_000);
	let line = institutional_line(tge, Allocation::ChinaOralIndustryGroup, 21_000_000 * BTT).unwrap();
	ExtBuilder::default().line(ALICE, line).build_and_execute(|| {
		set_time(cliff - 1);
		assert!(VestingSchedules::vest(by(BOB), ALICE).is_err());
		set_time(cliff);
		assert_ok!(VestingSchedules::vest(by(BOB), ALICE));
		// 182 of 1,096 days.
		assert_eq!(spendable(ALICE), 21_000_000 * BTT * 182 / 1_096);
		set_time(end - 1);
		assert_ok!(VestingSchedules::vest(by(BOB), ALICE));
		assert_frozen(ALICE, unvested_by_hand(tge, cliff, end, 21_000_000 * BTT, end - 1));
		set_time(end);
		assert_ok!(VestingSchedules::vest(by(BOB), ALICE));
		assert_free(ALICE);
	});
}
