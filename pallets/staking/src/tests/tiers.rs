use super::*;
const MATURATION: btt_primitives::Moment = 7 * btt_primitives::DAY;

fn tier(who: AccountId) -> Tier {
	Staking::tier_of(&who)
}

#[test]
fn new_stake_counts_as_it_matures_within_seven_days() {
	ExtBuilder::default().endow(ALICE, 20_000 * BTT).build_and_execute(|| {
		assert_ok!(Staking::bond(by(ALICE), 2_000 * BTT));
		assert_eq!((tier(ALICE), ledger(ALICE).matured(now(), MATURATION)), (Tier::None, 0));
		pass(MATURATION / 2 - 1);
		assert_eq!(tier(ALICE), Tier::None);
		pass(1);
		assert_eq!((tier(ALICE), ledger(ALICE).matured(now(), MATURATION)), (Tier::First, 1_000 * BTT));
		pass(MATURATION);
		assert_eq!(ledger(ALICE).matured(now(), MATURATION), 2_000 * BTT);
		assert_ok!(Staking::bond(by(ALICE), 10_000 * BTT));
		assert_eq!(tier(ALICE), Tier::First);
		pass(DAY * 6);
		assert_eq!(tier(ALICE), Tier::Second);
	});
}

#[test]
fn stake_that_leaves_counts_no_more_at_once() {
	ExtBuilder::default().endow(ALICE, 20_000 * BTT).build_and_execute(|| {
		assert_ok!(Staking::bond(by(ALICE), 10_000 * BTT));
		pass(MATURATION);
		assert_eq!(tier(ALICE), Tier::Second);
		assert_ok!(unbond(by(ALICE), 1));
		assert_eq!(tier(ALICE), Tier::First);
		assert_ok!(Staking::rebond(by(ALICE), 1));
		assert_eq!(tier(ALICE), Tier::First);
		pass(MATURATION);
		assert_eq!(tier(ALICE), Tier::Second);
	});
}

#[test]
fn the_thresholds_and_discounts_are_those_of_the_specification() {
	for (units, tier, percent) in [
		(1_000 * BTT - 1, Tier::None, 0),
		(1_000 * BTT, Tier::First, 10),
		(10_000 * BTT, Tier::Second, 20),
		(50_000 * BTT, Tier::Third, 30),
		(250_000 * BTT, Tier::Fourth, 40),
	] {
		assert_eq!(Tier::of(units), tier);
		assert_eq!(tier.fee_discount(), sp_runtime::Permill::from_percent(percent));
	}
}
