use super::*;

#[test]
fn burning_lowers_the_issuance_and_says_why() {
	for reason in BurnReason::ALL {
		ExtBuilder::default().endow(ALICE, 100 * BTT).build_and_execute(|| {
			assert_eq!(take(ALICE, 40 * BTT, reason), 40 * BTT);
			assert_eq!(take(ALICE, 2 * BTT, reason), 2 * BTT);
			assert_totals(&[(reason, 42 * BTT)]);
			assert_eq!(events(), [burned(reason, 40 * BTT), burned(reason, 2 * BTT)]);
			assert_eq!(total(ALICE), 58 * BTT);
		});
	}
}

#[test]
fn only_policies_count_towards_the_ceiling() {
	for reason in BurnReason::ALL {
		ExtBuilder::default().endow(ALICE, 100 * BTT).build_and_execute(|| {
			take(ALICE, 42 * BTT, reason);
			let counted = YearlyBurns { year: 2025, burned: 42 * BTT };
			assert_eq!(ThisYear::<Test>::get(), if reason.is_policy() { counted } else { YearlyBurns::default() });
		});
	}
}

#[test]
fn burning_nothing_changes_nothing() {
	for reason in BurnReason::ALL {
		ExtBuilder::default().build_and_execute(|| {
			assert_storage_noop!(assert_eq!(<Burn as BurnSink<_>>::burn(reason, Balances::issue(0)), 0));
			assert_eq!(events(), []);
		});
	}
}

#[test]
fn what_others_burn_is_other() {
	ExtBuilder::default().endow(ALICE, 100 * BTT).build_and_execute(|| {
		take(ALICE, 3 * BTT, BurnReason::Premium);
		assert_ok!(Balances::burn(by(ALICE), 7 * BTT, true));
		let burned = Burn::burned_by_reason();
		assert_eq!(burned.reasons.iter().map(|(_, total)| total).sum::<Balance>(), 3 * BTT);
		assert_eq!(burned.other, 7 * BTT);
	});
}
