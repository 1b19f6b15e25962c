use super::*;
use crate::impls::POT_PROVIDERS;
use Allocation::EcosystemGrowthFund as Fund;

/// After everything that is capped has ended.
fn late(test: impl FnOnce()) {
	ExtBuilder::default().build_and_execute(|| {
		set_time(month(100));
		test();
	});
}

#[test]
fn a_pot_goes_down_to_zero_over_any_remainder() {
	for remainder in [ED + 1, ED, ED - 1, ED / 2, 2, 1] {
		late(|| {
			assert_ok!(release(Fund, NOBODY, Fund.total() - remainder));
			assert_eq!(pot_balance(Fund), remainder);
			assert_eq!(BttToken::remaining(Fund), remainder);
			check_state();

			assert_ok!(release(Fund, NOBODY, remainder));
			assert_eq!(pot_balance(Fund), 0);
			assert_eq!(Balances::balance(&NOBODY), Fund.total());
			assert_eq!(Balances::total_issuance(), TOTAL_SUPPLY);
			assert_eq!(System::providers(&BttToken::pot_of(Fund)), POT_PROVIDERS);
		});
	}
}

#[test]
fn a_pot_goes_down_to_zero_unit_by_unit() {
	late(|| {
		assert_ok!(release(Fund, NOBODY, Fund.total() - ED - 3));
		for step in [1, 1, 1, 1, 1, ED - 4, 1, 1] {
			let before = pot_balance(Fund);
			assert_ok!(release(Fund, NOBODY, step));
			assert_eq!(pot_balance(Fund), before - step);
			assert_eq!(Balances::total_issuance(), TOTAL_SUPPLY);
			check_state();
		}
		assert_eq!(pot_balance(Fund), 0);
		assert_noop!(release(Fund, NOBODY, 1), Error::<Test>::InsufficientAllocation);
	});
}

#[test]
fn an_empty_pot_fills_and_empties_again() {
	late(|| {
		assert_ok!(release(Fund, NOBODY, Fund.total()));
		for amount in [ED, ED + 1, BTT, Fund.total() - ED] {
			assert_ok!(BttToken::give_back(by(NOBODY), Fund, amount));
			assert_eq!(pot_balance(Fund), amount);
			check_state();
			assert_ok!(release(Fund, NOBODY, amount));
			assert_eq!(pot_balance(Fund), 0);
		}
	});
}

#[test]
fn a_pot_below_the_existential_deposit_takes_no_less_than_makes_it_up() {
	late(|| {
		assert_ok!(release(Fund, NOBODY, Fund.total() - 5));
		assert_noop!(BttToken::give_back(by(NOBODY), Fund, ED - 6), Error::<Test>::BelowMinimum);
		assert_ok!(BttToken::give_back(by(NOBODY), Fund, ED - 5));
		assert_eq!(pot_balance(Fund), ED);
	});
}

#[test]
fn a_gift_to_a_pot_stays_there() {
	late(|| {
		assert_ok!(release(Fund, NOBODY, Fund.total() - 5));
		assert_noop!(transfer(account(6), BttToken::pot_of(Fund), 1), sp_runtime::TokenError::BelowMinimum);
		assert_ok!(transfer(account(6), BttToken::pot_of(Fund), BTT));
		assert_eq!(pot_balance(Fund), BTT + 5);
		assert_eq!(BttToken::remaining(Fund), 5);
		assert_noop!(release(Fund, NOBODY, 6), Error::<Test>::InsufficientAllocation);

		assert_ok!(release(Fund, NOBODY, 5));
		assert_eq!(pot_balance(Fund), BTT);
		assert_noop!(release(Fund, NOBODY, 1), Error::<Test>::InsufficientAllocation);
		assert_eq!(Balances::total_issuance(), TOTAL_SUPPLY);
	});
}

#[test]
fn a_gift_to_the_account_of_an_institutional_allocation_changes_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		let pot = BttToken::pot_of(Allocation::VisionFutureCapital);
		assert!(BttToken::is_pot(&pot));
		assert!(BttToken::pots().all(|(_, other)| other != pot));
		let before = (BttToken::unreleased(), BttToken::allocations());
		assert_ok!(transfer(account(6), pot, BTT));
		assert_eq!((BttToken::unreleased(), BttToken::allocations()), before);
	});
}

#[test]
fn five_allocations_have_pots_with_accounts_of_their_own() {
	ExtBuilder::default().build_and_execute(|| {
		let pots = BttToken::pots().collect::<Vec<_>>();
		let allocations = pots.iter().map(|(allocation, _)| *allocation).collect::<Vec<_>>();
		assert_eq!(allocations, Allocation::ALL[5..]);
		for (allocation, pot) in &pots {
			assert!(BttToken::is_pot(pot));
			assert_eq!(Balances::balance(pot), allocation.total());
			assert_eq!(System::providers(pot), POT_PROVIDERS + 1);
			assert_eq!(System::consumers(pot), 1);
		}
		assert!(!BttToken::is_pot(&account(1)));
	});
}
