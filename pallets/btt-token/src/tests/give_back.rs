use super::*;
use sp_runtime::TokenError;
use Allocation::*;

/// 1,000 BTT of the fund are with `NOBODY`.
fn released(test: impl FnOnce()) {
	ExtBuilder::default().build_and_execute(|| {
		set_time(month(7));
		assert_ok!(release(EcosystemGrowthFund, NOBODY, 1_000 * BTT));
		test();
	});
}

#[test]
fn what_is_given_back_can_be_released_again() {
	released(|| {
		let before = headroom();
		assert_ok!(BttToken::give_back(by(NOBODY), EcosystemGrowthFund, 400 * BTT));
		System::assert_last_event(
			Event::GivenBack { allocation: EcosystemGrowthFund, who: NOBODY, amount: 400 * BTT }.into(),
		);
		assert_eq!(discretionary(EcosystemGrowthFund), 600 * BTT);
		assert_eq!(pot_balance(EcosystemGrowthFund), EcosystemGrowthFund.total() - 600 * BTT);
		assert_eq!(Balances::balance(&NOBODY), 600 * BTT);
		assert_eq!(headroom(), before + 400 * BTT);
		assert_ok!(release(EcosystemGrowthFund, NOBODY, 400 * BTT));
	});
}

#[test]
fn anybody_may_give_back() {
	released(|| {
		assert_ok!(BttToken::give_back(by(account(1)), EcosystemGrowthFund, 1_000 * BTT));
		assert_eq!(discretionary(EcosystemGrowthFund), 0);
		assert_noop!(BttToken::give_back(RuntimeOrigin::root(), EcosystemGrowthFund, BTT), DispatchError::BadOrigin);
	});
}

#[test]
fn no_more_comes_back_than_was_released() {
	released(|| {
		assert_noop!(
			BttToken::give_back(by(account(1)), EcosystemGrowthFund, 1_000 * BTT + 1),
			Error::<Test>::ExceedsReleased
		);
		assert_noop!(BttToken::give_back(by(account(1)), CommunityIncentives, BTT), Error::<Test>::ExceedsReleased);
	});
}

#[test]
fn nothing_comes_back_to_other_allocations() {
	released(|| {
		for allocation in [ChinaOralIndustryGroup, Foundation, MiningRewards] {
			assert_noop!(BttToken::give_back(by(account(1)), allocation, BTT), Error::<Test>::NotDiscretionary);
		}
	});
}

#[test]
fn nothing_cannot_be_given_back() {
	released(|| {
		assert_noop!(BttToken::give_back(by(NOBODY), EcosystemGrowthFund, 0), Error::<Test>::ZeroAmount);
	});
}

#[test]
fn giving_back_leaves_the_account_alive() {
	released(|| {
		assert_noop!(BttToken::give_back(by(NOBODY), EcosystemGrowthFund, 1_000 * BTT), TokenError::NotExpendable);
		assert_noop!(
			BttToken::give_back(by(NOBODY), EcosystemGrowthFund, 1_000 * BTT - ED + 1),
			TokenError::NotExpendable
		);
		assert_ok!(BttToken::give_back(by(NOBODY), EcosystemGrowthFund, 1_000 * BTT - ED));
	});
}

#[test]
fn frozen_tokens_are_not_given_back() {
	released(|| {
		let id = filed(BTT);
		assert_ok!(object(account(6), id));
		assert_noop!(BttToken::give_back(by(account(6)), EcosystemGrowthFund, BTT), TokenError::Frozen);
	});
}
