use super::*;
use btt_primitives::mining::RewardSource;
use sp_runtime::TokenError;
use Allocation::MiningRewards;

/// Pay a reward as the pallet does that keeps its books.
fn pay(who: AccountId, amount: Balance) -> DispatchResult {
	<BttToken as RewardSource<AccountId>>::pay(&who, amount)?;
	MinedSoFar::mutate(|mined| *mined += amount);
	Ok(())
}

#[test]
fn rewards_come_out_of_their_pot_down_to_zero() {
	ExtBuilder::default().build_and_execute(|| {
		let total = MiningRewards.total();
		assert_eq!(<BttToken as RewardSource<AccountId>>::pot(), BttToken::pot_of(MiningRewards));
		for amount in [BTT, total - BTT - 1, 1] {
			assert_ok!(pay(account(1), amount));
			check_state();
		}
		assert_eq!(pot_balance(MiningRewards), 0);
		let row = BttToken::allocations().into_iter().find(|row| row.name == MiningRewards).unwrap();
		assert_eq!((row.released, row.remaining), (total, 0));
		assert!(pay(account(1), 1).is_err());
	});
}

#[test]
fn a_reward_that_cannot_be_received_stays_in_the_pot() {
	ExtBuilder::default().build_and_execute(|| {
		let before = Balances::total_issuance();
		assert_noop!(pay(NOBODY, ED - 1), Error::<Test>::BelowMinimum);
		assert_eq!(Balances::total_issuance(), before);
		assert_ok!(pay(NOBODY, ED));
		assert_eq!(Balances::balance(&NOBODY), ED);
	});
}

#[test]
fn a_reward_leaves_the_pot_and_reaches_the_payee_and_nothing_else_changes() {
	ExtBuilder::default().build_and_execute(|| {
		let (pot, issuance) = (BttToken::pot_of(MiningRewards), Balances::total_issuance());
		let mut left = System::account(&pot);
		for (who, amount) in [(NOBODY, ED), (NOBODY, 1), (account(1), BTT)] {
			let before = Balances::balance(&who);
			System::reset_events();
			assert_ok!(pay(who.clone(), amount));
			left.data.free -= amount;
			assert_eq!(System::account(&pot), left);
			assert_eq!(Balances::balance(&who), before + amount);
			System::assert_has_event(pallet_balances::Event::Withdraw { who: pot.clone(), amount }.into());
			System::assert_has_event(pallet_balances::Event::Deposit { who, amount }.into());
		}
		assert_eq!(System::providers(&NOBODY), 1);
		assert_eq!(Balances::total_issuance(), issuance);
	});
}

#[test]
fn the_pot_pays_nothing_to_itself_and_no_more_than_it_has() {
	ExtBuilder::default().build_and_execute(|| {
		let pot = BttToken::pot_of(MiningRewards);
		assert_noop!(pay(pot, BTT), Error::<Test>::IsPot);
		assert_noop!(pay(NOBODY, pot_balance(MiningRewards) + 1), TokenError::FundsUnavailable);
	});
}
