use super::*;
use crate::Error;
use btt_primitives::{vesting::VestingInfo, BTT, TOKEN_GENERATION_EVENT as TGE};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError;

#[docify::export]
#[test]
fn anybody_lifts_what_has_vested() {
	// 1,000 BTT that vest over 1,000 ms, with a cliff after 250.
	ExtBuilder::default().line(ALICE, line()).build_and_execute(|| {
		set_time(CLIFF);
		assert_ok!(VestingSchedules::vest(RuntimeOrigin::signed(BOB), ALICE));

		assert_eq!(frozen(ALICE), 750 * BTT);
		assert_eq!(spendable(ALICE), 250 * BTT);
		assert_eq!(events(), [Event::Vested { who: ALICE, released: 250 * BTT, unvested: 750 * BTT }]);
	});
}

#[test]
fn nothing_vests_before_the_cliff() {
	ExtBuilder::default().line(ALICE, line()).build_and_execute(|| {
		for now in [TGE, TGE + 1, CLIFF - 1] {
			set_time(now);
			assert_noop!(VestingSchedules::vest(by(BOB), ALICE), Error::<Test>::NothingVested);
			assert_frozen(ALICE, 1_000 * BTT);
		}
	});
}

#[test]
fn every_millisecond_counts() {
	ExtBuilder::default().line(ALICE, line()).build_and_execute(|| {
		for ms in CLIFF..END {
			set_time(ms);
			assert_ok!(VestingSchedules::vest(by(BOB), ALICE));
			assert_frozen(ALICE, Balance::from(END - ms) * BTT);
		}
	});
}

#[test]
fn the_last_line_takes_freeze_and_record_with_it() {
	ExtBuilder::default().line(ALICE, line()).build_and_execute(|| {
		set_time(END - 1);
		assert_ok!(VestingSchedules::vest(by(BOB), ALICE));
		assert_frozen(ALICE, BTT);
		set_time(END);
		assert_ok!(VestingSchedules::vest(by(BOB), ALICE));
		assert_free(ALICE);
		assert_eq!(System::consumers(&ALICE), 0);
		assert_eq!(spendable(ALICE), 1_000 * BTT);
		assert_eq!(events().last(), Some(&Event::Vested { who: ALICE, released: BTT, unvested: 0 }));
	});
}

#[test]
fn a_line_that_is_over_is_dropped_while_others_run() {
	ExtBuilder::default().line(ALICE, line()).line(ALICE, line_of(100, 300, 30 * BTT)).build_and_execute(|| {
		set_time(TGE + 100);
		assert_ok!(VestingSchedules::vest(by(BOB), ALICE));
		assert_frozen(ALICE, 1_020 * BTT);
		set_time(TGE + 300);
		assert_ok!(VestingSchedules::vest(by(BOB), ALICE));
		assert_frozen(ALICE, 700 * BTT);
		assert_eq!(Schedules::<Test>::get(ALICE).unwrap().lines().len(), 1);
	});
}

#[test]
fn vest_fails_for_an_account_without_lines() {
	ExtBuilder::default().endow(BOB, BTT).line(ALICE, line()).build_and_execute(|| {
		assert_noop!(VestingSchedules::vest(by(BOB), BOB), Error::<Test>::NotFound);
		assert_noop!(VestingSchedules::vest(by(BOB), CAROL), Error::<Test>::NotFound);
		set_time(END);
		assert_ok!(VestingSchedules::vest(by(BOB), ALICE));
		assert_noop!(VestingSchedules::vest(by(BOB), ALICE), Error::<Test>::NotFound);
	});
}

#[test]
fn vest_fails_a_second_time_at_the_same_instant() {
	ExtBuilder::default().line(ALICE, line()).build_and_execute(|| {
		set_time(TGE + 500);
		assert_ok!(VestingSchedules::vest(by(BOB), ALICE));
		assert_noop!(VestingSchedules::vest(by(BOB), ALICE), Error::<Test>::NothingVested);
	});
}

#[test]
fn vest_must_be_signed() {
	ExtBuilder::default().line(ALICE, line()).build_and_execute(|| {
		set_time(END);
		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root()] {
			assert_noop!(VestingSchedules::vest(origin, ALICE), DispatchError::BadOrigin);
		}
	});
}

#[test]
fn vest_forfeits_what_a_slash_took_without_a_word() {
	ExtBuilder::default().endow(ALICE, 10 * BTT).line(ALICE, line()).build_and_execute(|| {
		hold(HoldReason::Bond, ALICE, 500 * BTT);
		slash(ALICE, 310 * BTT);
		// 700 BTT are there, and 1,000 should be unvested.
		assert_eq!((total(ALICE), frozen(ALICE), unvested(ALICE)), (700 * BTT, 1_000 * BTT, 700 * BTT));

		assert_ok!(VestingSchedules::vest(by(BOB), ALICE));
		assert_frozen(ALICE, 700 * BTT);
		assert_eq!(events(), [Event::Forfeited { who: ALICE, amount: 300 * BTT, unvested: 700 * BTT }]);

		// The line vests at its old pace and ends after 700 ms.
		set_time(TGE + 699);
		assert_ok!(VestingSchedules::vest(by(BOB), ALICE));
		assert_frozen(ALICE, BTT);
		set_time(TGE + 700);
		assert_ok!(VestingSchedules::vest(by(BOB), ALICE));
		assert_free(ALICE);
	});
}

#[test]
fn vest_tells_what_vested_from_what_is_gone() {
	ExtBuilder::default().endow(ALICE, ED).line(ALICE, line()).build_and_execute(|| {
		hold(HoldReason::Bond, ALICE, 900 * BTT);
		slash(ALICE, 800 * BTT);
		set_time(TGE + 400);
		assert_ok!(VestingSchedules::vest(by(BOB), ALICE));
		assert_frozen(ALICE, 200 * BTT + ED);
		assert_eq!(
			events(),
			[
				Event::Forfeited { who: ALICE, amount: 400 * BTT - ED, unvested: 200 * BTT + ED },
				Event::Vested { who: ALICE, released: 400 * BTT, unvested: 200 * BTT + ED },
			]
		);
	});
}

#[test]
fn until_then_tokens_that_come_in_fill_the_gap() {
	ExtBuilder::default().endow(ALICE, ED).endow(BOB, 200 * BTT).line(ALICE, line()).build_and_execute(|| {
		hold(HoldReason::Bond, ALICE, 500 * BTT);
		slash(ALICE, 100 * BTT);
		assert_ok!(Balances::transfer_allow_death(by(BOB), ALICE, 150 * BTT));
		assert_frozen(ALICE, 1_000 * BTT);
		assert_eq!(spendable(ALICE), 50 * BTT + ED);
		assert_noop!(VestingSchedules::vest(by(BOB), ALICE), Error::<Test>::NothingVested);
	});
}

#[test]
fn clients_see_the_lines_as_of_this_instant() {
	ExtBuilder::default().line(ALICE, line()).line(ALICE, line_of(100, 300, 30 * BTT)).build_and_execute(|| {
		let of = |cliff, end, total, vested, frozen| VestingInfo {
			start: TGE,
			cliff: TGE + cliff,
			end: TGE + end,
			total: total * BTT,
			vested: vested * BTT,
			frozen: frozen * BTT,
		};
		assert_eq!(VestingSchedules::vesting(&ALICE), [of(100, 300, 30, 0, 30), of(250, 1_000, 1_000, 0, 1_000)]);
		// Nobody needs to call `vest` for that.
		set_time(TGE + 290);
		assert_eq!(VestingSchedules::vesting(&ALICE), [of(100, 300, 30, 29, 1), of(250, 1_000, 1_000, 290, 710)]);
		assert_eq!(unvested(ALICE), 711 * BTT);
		assert_eq!(frozen(ALICE), 1_030 * BTT);
		set_time(TGE + 300);
		assert_eq!(VestingSchedules::vesting(&ALICE), [of(250, 1_000, 1_000, 300, 700)]);
		assert_eq!(VestingSchedules::vesting(&BOB), []);
	});
}

#[test]
fn what_is_unvested_of_all_is_the_sum() {
	ExtBuilder::default().endow(ALICE, ED).line(ALICE, line()).line(BOB, line()).build_and_execute(|| {
		hold(HoldReason::Bond, ALICE, 500 * BTT);
		slash(ALICE, 500 * BTT);
		set_time(TGE + 300);
		// 700 BTT of both are due, but of ALICE's tokens only 500 are left.
		assert_eq!((unvested(ALICE), unvested(BOB)), (500 * BTT + ED, 700 * BTT));
		assert_eq!(<VestingSchedules as Unvested<AccountId>>::total_unvested(), 1_200 * BTT + ED);
	});
}
