use super::*;
use crate::{types::MAX_PREMIUM_PRICE, PremiumPrice};
use btt_primitives::{burn::BurnReason, fees::PremiumAccess};
use frame_support::traits::LockableCurrency;
use sp_runtime::DispatchError::BadOrigin;

const PERIOD: btt_primitives::Moment = 30 * DAY;
const PRICE: Balance = 100 * BTT;

#[test]
fn premium_access_is_paid_for_by_the_period() {
	ExtBuilder::default().build_and_execute(|| {
		let start = now();
		assert!(!Fees::is_premium(&ALICE));
		assert_ok!(Fees::buy_premium(by(ALICE), 1, Balance::MAX));
		let until = start + PERIOD;
		assert_eq!(
			last_event(),
			Event::PremiumBought { who: ALICE, periods: 1, price: PRICE, burned: PRICE / 2, until }
		);
		assert_eq!(free(ALICE), ENDOWMENT - PRICE);
		pass(PERIOD - 1);
		assert!(Fees::is_premium(&ALICE));
		pass(1);
		assert!(!Fees::is_premium(&ALICE));
		assert!(!Fees::is_premium(&BOB));
	});
}

#[test]
fn a_part_of_the_price_is_burned_and_the_rest_goes_to_the_fund() {
	ExtBuilder::default().build_and_execute(|| {
		PremiumBurn::set(Permill::from_percent(30));
		assert_ok!(Fees::buy_premium(by(ALICE), 2, Balance::MAX));
		assert_eq!(Burned::get(), [(BurnReason::Premium, 60 * BTT)]);
		assert_eq!(handed_out(), [60 * BTT, 0, 0, 140 * BTT]);
		assert_eq!(free(Fees::fund()), ED + 140 * BTT);
	});
}

#[test]
fn the_burn_of_a_price_can_be_nothing_or_all() {
	for (percent, handed) in [(0, [0, 0, 0, PRICE]), (100, [PRICE, 0, 0, 0])] {
		ExtBuilder::default().build_and_execute(|| {
			PremiumBurn::set(Permill::from_percent(percent));
			assert_ok!(Fees::buy_premium(by(ALICE), 1, Balance::MAX));
			assert_eq!(handed_out(), handed);
		});
	}
}

#[test]
fn what_exceeds_the_ceiling_of_burns_goes_to_the_fund_and_the_event_tells() {
	ExtBuilder::default().build_and_execute(|| {
		BurnRoom::set(BTT);
		assert_ok!(Fees::buy_premium(by(ALICE), 1, Balance::MAX));
		assert!(matches!(last_event(), Event::PremiumBought { price: PRICE, burned: BTT, .. }));
		assert_eq!(handed_out(), [BTT, 0, 0, 99 * BTT]);
	});
}

#[test]
fn further_periods_begin_when_those_paid_for_end() {
	ExtBuilder::default().build_and_execute(|| {
		let start = now();
		assert_ok!(Fees::buy_premium(by(ALICE), 1, Balance::MAX));
		pass(DAY);
		assert_ok!(Fees::buy_premium(by(ALICE), 2, Balance::MAX));
		assert_eq!(PremiumUntil::<Test>::get(ALICE), Some(start + 3 * PERIOD));
		// What has ended does not count.
		pass(4 * PERIOD);
		assert_ok!(Fees::buy_premium(by(ALICE), 1, Balance::MAX));
		assert_eq!(PremiumUntil::<Test>::get(ALICE), Some(now() + PERIOD));
	});
}

#[test]
fn at_most_twelve_periods_are_ahead() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Fees::buy_premium(by(ALICE), 13, Balance::MAX), Error::<Test>::TooFarAhead);
		assert_noop!(Fees::buy_premium(by(ALICE), u32::MAX, Balance::MAX), Error::<Test>::TooFarAhead);
		assert_ok!(Fees::buy_premium(by(ALICE), 12, Balance::MAX));
		assert_noop!(Fees::buy_premium(by(ALICE), 1, Balance::MAX), Error::<Test>::TooFarAhead);
		pass(PERIOD - 1);
		assert_noop!(Fees::buy_premium(by(ALICE), 1, Balance::MAX), Error::<Test>::TooFarAhead);
		pass(1);
		assert_ok!(Fees::buy_premium(by(ALICE), 1, Balance::MAX));
		assert_noop!(Fees::buy_premium(by(BOB), 0, Balance::MAX), Error::<Test>::ZeroAmount);
	});
}

#[test]
fn nobody_pays_more_than_the_limit() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Fees::buy_premium(by(ALICE), 2, 2 * PRICE - 1), Error::<Test>::PriceAboveLimit);
		assert_ok!(Fees::buy_premium(by(ALICE), 2, 2 * PRICE));
	});
}

#[test]
fn only_spendable_tokens_pay_and_the_account_stays_alive() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Balances::transfer_allow_death(by(ALICE), NOBODY, PRICE + ED));
		Balances::set_lock(*b"a lock!!", &NOBODY, ED + 1, frame_support::traits::WithdrawReasons::all());
		assert_noop!(Fees::buy_premium(by(NOBODY), 1, Balance::MAX), Error::<Test>::InsufficientBalance);
		Balances::remove_lock(*b"a lock!!", &NOBODY);
		assert_ok!(Fees::buy_premium(by(NOBODY), 1, Balance::MAX));
		assert_eq!(free(NOBODY), ED);
		assert_noop!(Fees::buy_premium(by(NOBODY), 1, Balance::MAX), Error::<Test>::InsufficientBalance);
	});
}

#[test]
fn stake_gives_premium_access_too() {
	ExtBuilder::default().build_and_execute(|| {
		Premium::set(vec![ALICE]);
		assert!(Fees::is_premium(&ALICE));
		assert!(Fees::discount_of(&ALICE).premium);
		assert!(!Fees::is_premium(&BOB));
	});
}

#[test]
fn premium_access_that_was_paid_for_gives_the_discount_of_the_first_tier_at_least() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Fees::buy_premium(by(ALICE), 1, Balance::MAX));
		let discount = |percent, tier| Discount { part: Permill::from_percent(percent), tier, premium: true };
		assert_eq!(Fees::discount_of(&ALICE), discount(10, Tier::None));
		set_tier(ALICE, Tier::First);
		assert_eq!(Fees::discount_of(&ALICE), discount(10, Tier::First));
		set_tier(ALICE, Tier::Third);
		assert_eq!(Fees::discount_of(&ALICE), discount(30, Tier::Third));
	});
}

#[test]
fn premium_access_by_stake_gives_no_discount_before_the_stake_has_matured() {
	ExtBuilder::default().build_and_execute(|| {
		Premium::set(vec![ALICE]);
		assert_eq!(Fees::discount_of(&ALICE), Discount { part: Permill::zero(), tier: Tier::None, premium: true });
		set_tier(ALICE, Tier::First);
		assert_eq!(Fees::discount_of(&ALICE).part, Permill::from_percent(10));
	});
}

#[test]
fn anybody_forgets_what_has_ended() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Fees::forget_premium(by(BOB), ALICE), Error::<Test>::NotFound);
		assert_ok!(Fees::buy_premium(by(ALICE), 1, Balance::MAX));
		pass(PERIOD - 1);
		assert_noop!(Fees::forget_premium(by(BOB), ALICE), Error::<Test>::NotExpired);
		pass(1);
		assert_ok!(Fees::forget_premium(by(BOB), ALICE));
		assert_eq!(last_event(), Event::PremiumForgotten { who: ALICE });
		assert_eq!(PremiumUntil::<Test>::get(ALICE), None);
		assert_noop!(Fees::forget_premium(by(BOB), ALICE), Error::<Test>::NotFound);
		assert_noop!(Fees::forget_premium(RuntimeOrigin::none(), ALICE), BadOrigin);
	});
}

#[test]
fn governance_sets_the_price_within_bounds() {
	ExtBuilder::default().build_and_execute(|| {
		for price in [BTT, MAX_PREMIUM_PRICE, 3 * BTT] {
			assert_ok!(Fees::set_premium_price(by(GOVERNANCE), price));
			assert_eq!(last_event(), Event::PremiumPriceSet { price });
		}
		for price in [0, BTT - 1, MAX_PREMIUM_PRICE + 1, Balance::MAX] {
			assert_noop!(Fees::set_premium_price(by(GOVERNANCE), price), Error::<Test>::OutOfBounds);
		}
		for origin in [by(ALICE), by(ALLOCATION), RuntimeOrigin::root()] {
			assert_noop!(Fees::set_premium_price(origin, BTT), BadOrigin);
		}
		assert_eq!(PremiumPrice::<Test>::get(), 3 * BTT);
		assert_ok!(Fees::buy_premium(by(ALICE), 2, Balance::MAX));
		assert_eq!(free(ALICE), ENDOWMENT - 6 * BTT);
	});
}
