use super::*;
use crate::CurrentUsage;
use frame_support::dispatch::Pays;
use pallet_transaction_payment::{FeeDetails, InclusionFee};
use sp_runtime::transaction_validity::{InvalidTransaction, TransactionValidityError};

const PAYMENT: TransactionValidityError = TransactionValidityError::Invalid(InvalidTransaction::Payment);

#[docify::export_content]
#[test]
fn matured_stake_pays_less_and_the_event_tells_how_much() {
	ExtBuilder::default().build_and_execute(|| {
		set_tier(ALICE, Tier::Second);
		let tx = Tx { tip: BTT, ..Default::default() };
		let full = tx.actual_fee();
		assert_ok!(tx.run(ALICE, || ()));

		let discount = Permill::from_percent(20).mul_floor(full);
		let fee = full - discount;
		assert_eq!(
			last_event(),
			Event::FeePaid { who: ALICE, fee, tip: BTT, discount, tier: Tier::Second, premium: false }
		);
		assert_eq!(free(ALICE), ENDOWMENT - fee - BTT);
		// The parts add up to the fee, and the author has the tip on top.
		let [burned, author, stakers, fund] = handed_out();
		assert_eq!(burned + (author - BTT) + stakers + fund, fee);
	});
}

#[test]
fn who_has_nothing_at_stake_pays_all() {
	ExtBuilder::default().build_and_execute(|| {
		let fee = Tx::default().fee();
		assert_ok!(Tx::default().run(ALICE, || ()));
		assert_eq!(
			last_event(),
			Event::FeePaid { who: ALICE, fee, tip: 0, discount: 0, tier: Tier::None, premium: false }
		);
		assert_eq!(free(ALICE), ENDOWMENT - fee);
	});
}

#[test]
fn every_tier_pays_what_the_specification_says() {
	for (tier, percent) in
		[(Tier::None, 100), (Tier::First, 90), (Tier::Second, 80), (Tier::Third, 70), (Tier::Fourth, 60)]
	{
		ExtBuilder::default().build_and_execute(|| {
			set_tier(ALICE, tier);
			let due = Permill::from_percent(percent).mul_ceil(Tx::default().fee());
			assert_ok!(Tx::default().run(ALICE, || ()));
			assert_eq!(ENDOWMENT - free(ALICE), due, "{tier:?}");
		});
	}
}

#[test]
fn the_tip_is_never_discounted() {
	ExtBuilder::default().build_and_execute(|| {
		set_tier(ALICE, Tier::Fourth);
		for tip in [0, 1, BTT, 777 * BTT] {
			let (before, author) = (free(ALICE), handed_out()[1]);
			let tx = Tx { tip, ..Default::default() };
			let fee = Fees::discounted(&ALICE, tx.fee());
			assert_ok!(tx.run(ALICE, || ()));
			assert_eq!(before - free(ALICE), fee + tip);
			assert_eq!(handed_out()[1] - author, fee / 5 + tip);
		}
	});
}

#[test]
fn what_is_estimated_is_withdrawn_and_what_was_too_much_is_refunded_exactly() {
	ExtBuilder::default().build_and_execute(|| {
		set_tier(ALICE, Tier::Third);
		let tx = Tx { actual: 123_456_789, tip: 5, ..Default::default() };
		let estimated = Fees::discounted(&ALICE, tx.fee());
		let corrected = Fees::discounted(&ALICE, tx.actual_fee());
		assert!(corrected < estimated);
		assert_ok!(tx.run(ALICE, || assert_eq!(ENDOWMENT - free(ALICE), estimated + 5)));
		assert_eq!(ENDOWMENT - free(ALICE), corrected + 5);
		assert!(matches!(last_event(), Event::FeePaid { fee, tip: 5, .. } if fee == corrected));
	});
}

#[test]
fn the_discount_is_that_of_the_time_of_withdrawal() {
	for (before, after) in [(Tier::Fourth, Tier::None), (Tier::None, Tier::Fourth)] {
		ExtBuilder::default().build_and_execute(|| {
			set_tier(ALICE, before);
			let tx = Tx { actual: 100_000_000, ..Default::default() };
			let due = Fees::discounted(&ALICE, tx.actual_fee());
			assert_ok!(tx.run(ALICE, || set_tier(ALICE, after)));
			assert_eq!(ENDOWMENT - free(ALICE), due);
			assert!(matches!(last_event(), Event::FeePaid { fee, tier, .. } if fee == due && tier == before));
		});
	}
}

#[test]
fn a_transaction_that_buys_premium_access_is_not_discounted_by_it_yet() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Tx::default().run(ALICE, || Fees::buy_premium(by(ALICE), 1, Balance::MAX).unwrap()));
		assert!(matches!(last_event(), Event::FeePaid { discount: 0, premium: false, .. }));
		assert_ok!(Tx::default().run(ALICE, || ()));
		let discount = Permill::from_percent(10).mul_floor(Tx::default().fee());
		assert!(matches!(last_event(), Event::FeePaid { discount: d, premium: true, .. } if d == discount));
	});
}

#[test]
fn who_can_pay_with_the_discount_can_make_the_transaction() {
	ExtBuilder::default().build_and_execute(|| {
		let tx = Tx { tip: 3, ..Default::default() };
		let due = Permill::from_percent(80).mul_ceil(tx.fee()) + 3;
		assert_ok!(Balances::transfer_allow_death(by(ALICE), NOBODY, ED + due));
		assert_eq!(tx.run(NOBODY, || ()), Err(PAYMENT));
		set_tier(NOBODY, Tier::Second);
		assert_ok!(tx.run(NOBODY, || ()));
		assert_eq!(free(NOBODY), ED);
	});
}

#[test]
fn who_cannot_pay_keeps_everything() {
	ExtBuilder::default().build_and_execute(|| {
		set_tier(NOBODY, Tier::Fourth);
		let due = Fees::discounted(&NOBODY, Tx::default().fee());
		assert_ok!(Balances::transfer_allow_death(by(ALICE), NOBODY, ED + due - 1));
		assert_noop!(Tx::default().run(NOBODY, || ()), PAYMENT);
	});
}

#[test]
fn an_account_that_the_transaction_kills_gets_no_refund_and_the_event_tells() {
	ExtBuilder::default().build_and_execute(|| {
		set_tier(ALICE, Tier::First);
		let tx = Tx { actual: 1_000, tip: 9, ..Default::default() };
		let withdrawn = Fees::discounted(&ALICE, tx.fee());
		assert_ok!(tx.run(ALICE, || Balances::transfer_all(by(ALICE), BOB, false).unwrap()));
		assert_eq!(free(BOB), 2 * ENDOWMENT - withdrawn - 9);
		assert!(matches!(last_event(), Event::FeePaid { fee, tip: 9, .. } if fee == withdrawn));
		let [burned, author, stakers, fund] = handed_out();
		assert_eq!(burned + author + stakers + fund, withdrawn + 9);
	});
}

#[test]
fn a_transaction_that_turns_out_free_is_refunded_but_for_its_tip() {
	ExtBuilder::default().build_and_execute(|| {
		set_tier(ALICE, Tier::First);
		let tx = Tx { pays_after: Pays::No, tip: 9, ..Default::default() };
		assert_ok!(tx.run(ALICE, || ()));
		assert_eq!(
			last_event(),
			Event::FeePaid { who: ALICE, fee: 0, tip: 9, discount: 0, tier: Tier::First, premium: false }
		);
		assert_eq!(free(ALICE), ENDOWMENT - 9);
		assert_eq!(handed_out(), [0, 9, 0, 0]);
		assert_eq!(CurrentUsage::<Test>::get().count, 0);
	});
}

#[test]
fn a_free_transaction_pays_nothing_and_tells_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		let tx = Tx { pays: Pays::No, ..Default::default() };
		assert_ok!(tx.run(ALICE, || ()));
		assert_ok!(tx.run(NOBODY, || ()));
		assert_eq!((events(), free(ALICE)), (vec![], ENDOWMENT));
		assert_eq!(CurrentUsage::<Test>::get().count, 0);
	});
}

#[test]
fn a_free_transaction_can_pay_a_tip() {
	ExtBuilder::default().build_and_execute(|| {
		set_tier(ALICE, Tier::First);
		assert_ok!(Tx { pays: Pays::No, tip: 9, ..Default::default() }.run(ALICE, || ()));
		assert!(matches!(last_event(), Event::FeePaid { fee: 0, tip: 9, discount: 0, .. }));
		assert_eq!(handed_out(), [0, 9, 0, 0]);
	});
}

#[test]
fn the_parts_of_a_fee_are_discounted_to_the_unit() {
	ExtBuilder::default().build_and_execute(|| {
		set_tier(ALICE, Tier::First);
		let details = |base_fee, len_fee, adjusted_weight_fee| FeeDetails {
			inclusion_fee: Some(InclusionFee { base_fee, len_fee, adjusted_weight_fee }),
			tip: 7,
		};
		assert_eq!(Fees::discounted_details(&ALICE, details(100, 10, 1_000)), details(90, 9, 900));
		// Nine units waive nothing, eighteen waive one.
		assert_eq!(Fees::discounted_details(&ALICE, details(9, 9, 0)), details(9, 8, 0));
		assert_eq!(Fees::discounted_details(&BOB, details(9, 9, 3)), details(9, 9, 3));
		let free = FeeDetails { inclusion_fee: None, tip: 7 };
		assert_eq!(Fees::discounted_details(&ALICE, free.clone()), free);
	});
}
