use super::*;
use btt_primitives::mining::RewardSource;
use frame_support::traits::{
	fungible::{Mutate, MutateFreeze},
	tokens::Preservation,
	ReservableCurrency,
};
use proptest::prelude::*;
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
			System::assert_last_event(pallet_balances::Event::Transfer { from: pot.clone(), to: who, amount }.into());
		}
		assert_eq!(System::providers(&NOBODY), 1);
		assert_eq!(Balances::total_issuance(), issuance);
	});
}

/// Whether a payment succeeded, the accounts of payee and pot, the issuance, and the events.
type Outcome = (
	bool,
	[frame_system::AccountInfo<u32, pallet_balances::AccountData<Balance>>; 2],
	Balance,
	Vec<frame_system::EventRecord<RuntimeEvent, H256>>,
);

/// What `payment` does to the payee, the pot and the issuance, with the events. Nothing of it stays.
fn outcome_of(who: &AccountId, payment: impl FnOnce() -> DispatchResult) -> Option<Outcome> {
	System::reset_events();
	let mut outcome = None;
	let _ = frame_support::storage::with_storage_layer(|| {
		let result = payment();
		let accounts = [System::account(who), System::account(BttToken::pot_of(MiningRewards))];
		outcome = Some((result.is_ok(), accounts, Balances::total_issuance(), System::events()));
		Err::<(), _>(DispatchError::Other("nothing stays"))
	});
	outcome
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(1_000))]

	/// Whatever account is paid, one way or another kept alive, in parts reserved, frozen, or not there at all.
	#[test]
	fn a_payment_does_what_a_transfer_out_of_the_pot_does(
		free in prop_oneof![Just(0), 1..ED, Just(ED), ED..10 * BTT],
		providers in 0..3u32,
		sufficients in 0..2u32,
		reserved in 0..=4u128,
		frozen in prop_oneof![Just(0), 1..20 * BTT],
		amount in prop_oneof![1..2 * ED, Just(ED - 1), Just(ED), ED..1_000_000 * BTT],
	) {
		ExtBuilder::default().build_and_execute(|| {
			let pot = BttToken::pot_of(MiningRewards);
			(0..providers).for_each(|_| { System::inc_providers(&NOBODY); });
			(0..sufficients).for_each(|_| { System::inc_sufficients(&NOBODY); });
			if free >= ED || (free > 0 && providers > 0) {
				assert_ok!(Balances::transfer_allow_death(by(account(1)), NOBODY, free.max(ED)));
				let _ = Balances::reserve(&NOBODY, free / 4 * reserved);
				let reserve = Balances::reserved_balance(&NOBODY);
				if free < ED && reserve == 0 {
					let _ = Balances::transfer_allow_death(by(NOBODY), account(1), ED - free);
				}
				if frozen > 0 {
					assert_ok!(Balances::set_freeze(&FreezeReason::Objection.into(), &NOBODY, frozen));
				}
			}
			let transfer = || Balances::transfer(&pot, &NOBODY, amount, Preservation::Preserve).map(drop);
			let expected = outcome_of(&NOBODY, transfer);
			let paid = outcome_of(&NOBODY, || <BttToken as RewardSource<AccountId>>::pay(&NOBODY, amount));
			if System::account(&NOBODY).data.free >= ED || System::account(&NOBODY) == Default::default() {
				assert_eq!(paid, expected);
			} else {
				// As a withdrawal and a deposit.
				let (mut paid, mut expected) = (paid.unwrap(), expected.unwrap());
				let (paid_events, events) = (core::mem::take(&mut paid.3), core::mem::take(&mut expected.3));
				assert_eq!(paid, expected);
				let of = |events: Vec<frame_system::EventRecord<RuntimeEvent, H256>>| -> Vec<_> {
					events.into_iter().map(|record| record.event).collect()
				};
				let withdrawn = pallet_balances::Event::Withdraw { who: pot, amount }.into();
				let deposited = pallet_balances::Event::Deposit { who: NOBODY, amount }.into();
				let [mut paid, mut events] = [of(paid_events), of(events)];
				if expected.0 {
					assert!(matches!(events.pop(), Some(RuntimeEvent::Balances(pallet_balances::Event::Transfer { .. }))));
					events.extend([withdrawn, deposited]);
				}
				let order = |event: &RuntimeEvent| format!("{event:?}");
				paid.sort_by_key(order);
				events.sort_by_key(order);
				assert_eq!(paid, events);
			}
			// Nothing supervises this freeze.
			assert_ok!(Balances::thaw(&FreezeReason::Objection.into(), &NOBODY));
		});
	}
}

#[test]
fn the_pot_pays_nothing_to_itself_and_no_more_than_it_has() {
	ExtBuilder::default().build_and_execute(|| {
		let pot = BttToken::pot_of(MiningRewards);
		assert_noop!(pay(pot, BTT), Error::<Test>::IsPot);
		assert_noop!(pay(NOBODY, pot_balance(MiningRewards) + 1), TokenError::FundsUnavailable);
	});
}
