use super::*;

/// Burn by policies until so much is left of the year's ceiling.
fn leave(rest: Balance) {
	let room = CEILING - ThisYear::<Test>::get().at(now()).burned;
	take(ALICE, room - rest, BurnReason::Tokenisation);
	System::reset_events();
}

#[docify::export]
#[test]
fn what_exceeds_the_ceiling_of_a_year_goes_to_the_development_fund() {
	ExtBuilder::default().endow(ALICE, 10_000_000 * BTT).build_and_execute(|| {
		// Policies may burn 2 % of the supply in a year, that is 4,200,000 BTT; of which 5 BTT are left.
		leave(5 * BTT);
		assert_eq!(take(ALICE, 8 * BTT, BurnReason::Premium), 5 * BTT);
		assert_eq!(
			events(),
			[
				Event::Burned { reason: BurnReason::Premium, amount: 5 * BTT },
				Event::CeilingReached { reason: BurnReason::Premium, excess: 3 * BTT },
			]
		);
		assert_eq!(total(FUND), ED + 3 * BTT);
		assert_totals(&[(BurnReason::Tokenisation, 4_199_995 * BTT), (BurnReason::Premium, 5 * BTT)]);
	});
}

#[test]
fn a_burn_that_just_fits_is_burned() {
	ExtBuilder::default().endow(ALICE, 10_000_000 * BTT).build_and_execute(|| {
		leave(5 * BTT);
		assert_eq!(take(ALICE, 5 * BTT, BurnReason::Fees), 5 * BTT);
		assert_eq!(events(), [burned(BurnReason::Fees, 5 * BTT)]);
		assert_eq!(total(FUND), ED);
	});
}

#[test]
fn one_burn_may_exceed_the_ceiling_by_itself() {
	ExtBuilder::default().endow(ALICE, 10_000_000 * BTT).build_and_execute(|| {
		assert_eq!(take(ALICE, 9_000_000 * BTT, BurnReason::HighValueTransfer), CEILING);
		assert_eq!(total(FUND), ED + 4_800_000 * BTT);
		assert_totals(&[(BurnReason::HighValueTransfer, CEILING)]);
	});
}

#[test]
fn nothing_more_is_burned_by_policies_once_the_ceiling_is_reached() {
	ExtBuilder::default().endow(ALICE, 10_000_000 * BTT).build_and_execute(|| {
		leave(0);
		for reason in BurnReason::ALL.into_iter().filter(|reason| reason.is_policy()) {
			System::reset_events();
			let before = total(FUND);
			assert_eq!(take(ALICE, 1, reason), 0);
			assert_eq!(events(), [Event::CeilingReached { reason, excess: 1 }]);
			assert_eq!(total(FUND), before + 1);
		}
		assert_totals(&[(BurnReason::Tokenisation, CEILING)]);
	});
}

#[test]
fn what_is_no_policy_has_no_ceiling() {
	ExtBuilder::default().endow(ALICE, 30_000_000 * BTT).build_and_execute(|| {
		leave(0);
		for reason in BurnReason::ALL.into_iter().filter(|reason| !reason.is_policy()) {
			assert_eq!(take(ALICE, 5_000_000 * BTT, reason), 5_000_000 * BTT);
		}
		assert_eq!(total(FUND), ED);
		assert_eq!(ThisYear::<Test>::get(), YearlyBurns { year: 2025, burned: CEILING });
	});
}

#[test]
fn a_new_year_has_a_ceiling_of_its_own() {
	ExtBuilder::default().endow(ALICE, 20_000_000 * BTT).build_and_execute(|| {
		leave(0);
		set_time(Y2026 - 1);
		assert_eq!(take(ALICE, BTT, BurnReason::Fees), 0);
		set_time(Y2026);
		assert_eq!(take(ALICE, BTT, BurnReason::Fees), BTT);
		assert_eq!(ThisYear::<Test>::get(), YearlyBurns { year: 2026, burned: BTT });
		// What was left of a year is not carried over.
		set_time(Y2027);
		assert_eq!(take(ALICE, CEILING + BTT, BurnReason::Fees), CEILING);
		assert_eq!(ThisYear::<Test>::get(), YearlyBurns { year: 2027, burned: CEILING });
	});
}

#[test]
fn the_ceiling_is_two_percent_of_the_supply() {
	assert_eq!(CEILING, TOTAL_SUPPLY / 100 * 2);
}
