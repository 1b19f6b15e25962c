use super::*;
use btt_primitives::burn::BurnPolicies;
use proptest::prelude::*;

fn on_tokenisation(value: Balance) -> Balance {
	<Burn as BurnPolicies<AccountId>>::on_tokenisation(value)
}

fn on_premium(price: Balance) -> Balance {
	<Burn as BurnPolicies<AccountId>>::on_premium(price)
}

#[test]
fn a_tokenisation_burns_its_rate_rounded_up() {
	ExtBuilder::default().build_and_execute(|| {
		for (value, due) in
			[(0, 0), (1, 1), (100, 1), (101, 2), (5_000 * BTT, 50 * BTT), (5_000 * BTT + 1, 50 * BTT + 1)]
		{
			assert_eq!(on_tokenisation(value), due);
		}
		assert_ok!(Burn::set_policy(by(GOVERNANCE), Policy::Tokenisation { rate: Permill::from_percent(4) }));
		assert_eq!(on_tokenisation(5_000 * BTT), 200 * BTT);
		assert_ok!(Burn::set_policy(by(GOVERNANCE), Policy::Tokenisation { rate: Permill::zero() }));
		assert_eq!(on_tokenisation(5_000 * BTT), 0);
	});
}

#[test]
fn premium_access_burns_its_rate_rounded_up() {
	ExtBuilder::default().build_and_execute(|| {
		for (price, due) in [(0, 0), (1, 1), (2, 1), (3, 2), (100 * BTT, 50 * BTT)] {
			assert_eq!(on_premium(price), due);
		}
		assert_ok!(Burn::set_policy(by(GOVERNANCE), Policy::Premium { rate: Permill::one() }));
		assert_eq!(on_premium(100 * BTT + 1), 100 * BTT + 1);
		assert_eq!(on_premium(Balance::MAX), Balance::MAX);
	});
}

#[test]
fn asking_for_a_rate_changes_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		assert_storage_noop!(assert_eq!(on_tokenisation(100 * BTT), BTT));
		assert_storage_noop!(assert_eq!(on_premium(100 * BTT), 50 * BTT));
	});
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(2_000))]

	/// Rates are exact: rounded up from value · rate / 1,000,000, by hand in integers.
	#[test]
	fn rates_are_exact(parts in 0..=1_000_000u32, value in 0..=u128::MAX / 1_000_000) {
		let exact = (value * u128::from(parts)).div_ceil(1_000_000);
		let rate = Permill::from_parts(parts);
		let policies =
			Policies { tokenisation: rate, transfer: rate, threshold: 0, premium: rate };
		prop_assert_eq!(policies.on_tokenisation(value), exact);
		prop_assert_eq!(policies.on_transfer(0, value), exact);
		prop_assert_eq!(policies.on_premium(value), exact);
		prop_assert!(policies.on_premium(value) <= value);
	}
}
