use super::*;
use btt_primitives::{BTT, TOKEN_GENERATION_EVENT as TGE};
use frame_support::assert_ok;

/// Slash `amount` of the bond of `who`, the way staking will.
fn announced_slash(who: AccountId, amount: Balance) -> Balance {
	let taken = forfeit(who, amount);
	slash(who, amount);
	taken
}

#[test]
fn a_slash_takes_unvested_tokens_first() {
	ExtBuilder::default().endow(ALICE, 100 * BTT).line(ALICE, line()).build_and_execute(|| {
		hold(HoldReason::Bond, ALICE, 600 * BTT);
		set_time(TGE + 400);
		assert_ok!(VestingSchedules::vest(by(BOB), ALICE));
		assert_eq!(total(ALICE) - unvested(ALICE), 500 * BTT);

		assert_eq!(announced_slash(ALICE, 250 * BTT), 250 * BTT);
		assert_frozen(ALICE, 350 * BTT);
		// What was vested is still there, no more and no less.
		assert_eq!(total(ALICE) - unvested(ALICE), 500 * BTT);
		assert_eq!(events().last(), Some(&Event::Forfeited { who: ALICE, amount: 250 * BTT, unvested: 350 * BTT }));
	});
}

#[test]
fn a_slash_shortens_the_line_and_keeps_its_slope() {
	ExtBuilder::default().endow(ALICE, ED).line(ALICE, line()).build_and_execute(|| {
		hold(HoldReason::Bond, ALICE, 600 * BTT);
		assert_eq!(announced_slash(ALICE, 250 * BTT), 250 * BTT);
		for (at, left) in [(249, 750), (250, 500), (500, 250), (749, 1)] {
			set_time(TGE + at);
			assert_eq!(unvested(ALICE), left * BTT);
		}
		set_time(TGE + 750);
		assert_ok!(VestingSchedules::vest(by(BOB), ALICE));
		assert_free(ALICE);
	});
}

#[test]
fn the_line_that_ends_last_is_shortened_first() {
	let builder = ExtBuilder::default().line(ALICE, line()).line(ALICE, line_of(0, 500, 100 * BTT));
	builder.line(ALICE, line_of(0, 2_000, 10 * BTT)).endow(ALICE, ED).build_and_execute(|| {
		hold(HoldReason::Bond, ALICE, 500 * BTT);
		assert_eq!(announced_slash(ALICE, 200 * BTT), 200 * BTT);
		let left: Vec<_> = VestingSchedules::vesting(&ALICE).iter().map(|line| (line.end - TGE, line.total)).collect();
		assert_eq!(left, [(500, 100 * BTT), (1_000, 810 * BTT)]);
		assert_frozen(ALICE, 910 * BTT);
	});
}

#[test]
fn a_slash_beyond_what_is_unvested_takes_the_lines_and_goes_on() {
	ExtBuilder::default().endow(ALICE, 100 * BTT).line(ALICE, line()).build_and_execute(|| {
		hold(HoldReason::Bond, ALICE, 900 * BTT);
		set_time(TGE + 600);
		assert_eq!(announced_slash(ALICE, 700 * BTT), 400 * BTT);
		assert_free(ALICE);
		assert_eq!(total(ALICE), 400 * BTT);
	});
}

#[test]
fn an_account_without_lines_forfeits_nothing() {
	ExtBuilder::default().endow(BOB, BTT).line(ALICE, line()).build_and_execute(|| {
		assert_eq!(forfeit(BOB, BTT), 0);
		assert_eq!(forfeit(CAROL, BTT), 0);
		assert_eq!(forfeit(ALICE, 0), 0);
		assert_eq!(events(), []);
	});
}

#[test]
fn forfeiting_lifts_what_has_vested_meanwhile() {
	ExtBuilder::default().endow(ALICE, ED).line(ALICE, line()).build_and_execute(|| {
		hold(HoldReason::Bond, ALICE, 600 * BTT);
		set_time(TGE + 400);
		assert_eq!(frozen(ALICE), 1_000 * BTT);
		assert_eq!(announced_slash(ALICE, 100 * BTT), 100 * BTT);
		assert_frozen(ALICE, 500 * BTT);
		assert_eq!(
			events(),
			[
				Event::Forfeited { who: ALICE, amount: 100 * BTT, unvested: 500 * BTT },
				Event::Vested { who: ALICE, released: 400 * BTT, unvested: 500 * BTT },
			]
		);
	});
}

#[test]
fn what_an_earlier_slash_took_is_forfeited_first() {
	ExtBuilder::default().endow(ALICE, ED).line(ALICE, line()).build_and_execute(|| {
		hold(HoldReason::Bond, ALICE, 900 * BTT);
		slash(ALICE, 300 * BTT + ED);
		// Only 700 BTT are there any more, so no more can be taken from what is unvested.
		assert_eq!(announced_slash(ALICE, 200 * BTT), 200 * BTT);
		assert_frozen(ALICE, 500 * BTT);
		assert_eq!(total(ALICE), 500 * BTT);
		assert_eq!(events(), [Event::Forfeited { who: ALICE, amount: 500 * BTT, unvested: 500 * BTT }]);
	});
}

#[test]
fn no_slash_turns_unvested_tokens_into_liquid_ones() {
	for (announced, amount) in [(true, 50), (true, 500), (true, 999), (false, 50), (false, 500), (false, 999)] {
		ExtBuilder::default().endow(ALICE, 100 * BTT).line(ALICE, line()).build_and_execute(|| {
			hold(HoldReason::Bond, ALICE, 1_000 * BTT);
			set_time(TGE + 300);
			assert_ok!(VestingSchedules::vest(by(BOB), ALICE));
			let vested = total(ALICE) - unvested(ALICE);
			if announced {
				assert_eq!(forfeit(ALICE, amount * BTT), (amount * BTT).min(700 * BTT));
			}
			slash(ALICE, amount * BTT);
			let _ = VestingSchedules::vest(by(BOB), ALICE);
			assert!(total(ALICE) - unvested(ALICE) <= vested);
			assert!(frozen(ALICE) <= total(ALICE));
		});
	}
}
