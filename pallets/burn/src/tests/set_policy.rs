use super::*;
use sp_runtime::DispatchError::BadOrigin;

fn policies() -> Policies {
	CurrentPolicies::<Test>::get()
}

#[test]
fn the_policies_of_genesis_are_those_of_the_specification() {
	ExtBuilder::default().build_and_execute(|| {
		let Policies { tokenisation, transfer, threshold, premium } = policies();
		assert_eq!(tokenisation, Permill::from_percent(1));
		assert_eq!(transfer, Permill::from_rational(1u32, 1_000));
		assert_eq!(threshold, 100_000 * BTT);
		assert_eq!(premium, Permill::from_percent(50));
	});
}

#[test]
fn governance_sets_each_policy_by_itself() {
	ExtBuilder::default().build_and_execute(|| {
		let tokenisation = Permill::from_percent(3);
		let (transfer, threshold) = (Permill::from_parts(7), 5_000 * BTT);
		let premium = Permill::from_percent(20);
		let mut expected = Policies::default();

		let policy = Policy::Tokenisation { rate: tokenisation };
		assert_ok!(Burn::set_policy(by(GOVERNANCE), policy));
		expected.tokenisation = tokenisation;
		assert_eq!((policies(), events().pop()), (expected, Some(Event::PolicySet { policy })));

		let policy = Policy::HighValueTransfer { rate: transfer, threshold };
		assert_ok!(Burn::set_policy(by(GOVERNANCE), policy));
		(expected.transfer, expected.threshold) = (transfer, threshold);
		assert_eq!((policies(), events().pop()), (expected, Some(Event::PolicySet { policy })));

		let policy = Policy::Premium { rate: premium };
		assert_ok!(Burn::set_policy(by(GOVERNANCE), policy));
		expected.premium = premium;
		assert_eq!((policies(), events().pop()), (expected, Some(Event::PolicySet { policy })));
	});
}

#[test]
fn policies_reach_as_far_as_their_bounds_and_no_further() {
	let tokenisation = |parts| Policy::Tokenisation { rate: Permill::from_parts(parts) };
	let premium = |parts| Policy::Premium { rate: Permill::from_parts(parts) };
	let transfer = |parts, threshold| Policy::HighValueTransfer { rate: Permill::from_parts(parts), threshold };
	let usual = 100_000 * BTT;
	ExtBuilder::default().build_and_execute(|| {
		for policy in [
			tokenisation(0),
			tokenisation(50_000),
			transfer(0, usual),
			transfer(10_000, usual),
			transfer(1_000, 1_000 * BTT),
			transfer(1_000, 10_000_000 * BTT),
			premium(0),
			premium(1_000_000),
		] {
			assert_ok!(Burn::set_policy(by(GOVERNANCE), policy));
		}
		for policy in [
			tokenisation(50_001),
			tokenisation(1_000_000),
			transfer(10_001, usual),
			transfer(1_000, 1_000 * BTT - 1),
			transfer(1_000, 10_000_000 * BTT + 1),
			transfer(1_000, 0),
			transfer(1_000, Balance::MAX),
		] {
			assert_noop!(Burn::set_policy(by(GOVERNANCE), policy), Error::<Test>::OutOfBounds);
		}
	});
}

#[test]
fn only_governance_sets_policies() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = Policy::Premium { rate: Permill::zero() };
		for origin in [by(ALICE), RuntimeOrigin::root(), RuntimeOrigin::none()] {
			assert_noop!(Burn::set_policy(origin, policy), BadOrigin);
		}
	});
}
