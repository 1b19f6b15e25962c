use super::*;
use btt_math::line::Line;
use btt_primitives::vesting::Unvested;

#[test]
fn a_slash_is_burned_outside_the_ceiling() {
	ExtBuilder::default().endow(ALICE, 10_000_000 * BTT).endow(BOB, 100 * BTT).build_and_execute(|| {
		take(ALICE, CEILING, BurnReason::Fees);
		bond(BOB, 60 * BTT);
		slash(BOB, 50 * BTT);
		assert_eq!(total(BOB), 50 * BTT);
		assert_eq!(events().last(), Some(&burned(BurnReason::Slash, 50 * BTT)));
		assert_totals(&[(BurnReason::Fees, CEILING), (BurnReason::Slash, 50 * BTT)]);
		assert_eq!(total(FUND), ED);
	});
}

#[test]
fn a_slash_of_unvested_tokens_is_burned() {
	let line = Line::new(TGE, TGE, TGE + 1_000, 100 * BTT).unwrap();
	ExtBuilder::default().endow(ALICE, 100 * BTT).line(ALICE, line).build_and_execute(|| {
		bond(ALICE, 80 * BTT);
		slash(ALICE, 30 * BTT);
		assert_eq!((total(ALICE), VestingSchedules::unvested(&ALICE)), (70 * BTT, 70 * BTT));
		assert_totals(&[(BurnReason::Slash, 30 * BTT)]);
	});
}

#[test]
fn a_slash_of_nothing_burns_nothing() {
	ExtBuilder::default().endow(ALICE, 100 * BTT).build_and_execute(|| {
		bond(ALICE, 80 * BTT);
		slash(ALICE, 0);
		assert_eq!(events(), []);
		assert_totals(&[]);
	});
}
