use super::*;
use crate::{Split, TransactionFees};
use btt_primitives::burn::BurnReason;
use frame_support::traits::OnUnbalanced;
use sp_runtime::DispatchError::BadOrigin;

#[test]
fn a_fee_is_split_40_20_20_20_by_default() {
	ExtBuilder::default().build_and_execute(|| {
		Fees::pay_fees(fees(100 * BTT));
		assert_eq!(Burned::get(), [(BurnReason::Fees, 20 * BTT)]);
		assert_eq!((AuthorGot::get(), StakersGot::get()), (vec![20 * BTT], vec![20 * BTT]));
		assert_eq!(FundLedger::<Test>::get().received, 40 * BTT);
		assert_eq!(free(Fees::fund()), ED + 40 * BTT);
	});
}

#[test]
fn the_fund_gets_what_rounding_leaves() {
	for (fee, parts) in [(1, [0, 0, 0, 1]), (4, [0, 0, 0, 4]), (5, [1, 1, 1, 2]), (9, [1, 1, 1, 6]), (10, [2, 2, 2, 4])]
	{
		ExtBuilder::default().build_and_execute(|| {
			Fees::pay_fees(fees(fee));
			assert_eq!(handed_out(), parts, "{fee}");
		});
	}
}

#[test]
fn parts_of_nothing_are_handed_to_nobody() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Fees::set_fee_split(by(GOVERNANCE), percents(100, 0, 0, 0)));
		Fees::pay_fees(fees(BTT));
		Fees::pay_fees(fees(0));
		Fees::pay_tip(fees(0));
		assert_eq!(handed_out(), [0, 0, 0, BTT]);
		assert_eq!((Burned::get(), AuthorGot::get(), StakersGot::get()), (vec![], vec![], vec![]));
	});
}

#[test]
fn a_fund_without_a_part_gets_the_remainder() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Fees::set_fee_split(by(GOVERNANCE), percents(0, 33, 33, 34)));
		Fees::pay_fees(fees(10));
		assert_eq!(handed_out(), [3, 3, 3, 1]);
	});
}

#[test]
fn a_tip_is_all_the_authors() {
	ExtBuilder::default().build_and_execute(|| {
		Fees::pay_tip(fees(7));
		assert_eq!(handed_out(), [0, 7, 0, 0]);
	});
}

#[test]
fn a_transaction_hands_over_its_fee_and_then_its_tip() {
	ExtBuilder::default().build_and_execute(|| {
		TransactionFees::<Test>::on_unbalanceds([fees(10), fees(3)].into_iter());
		assert_eq!(handed_out(), [2, 2 + 3, 2, 4]);
		TransactionFees::<Test>::on_unbalanceds([fees(10)].into_iter());
		assert_eq!(handed_out(), [4, 4 + 3, 4, 8]);
		TransactionFees::<Test>::on_unbalanced(fees(10));
		assert_eq!(handed_out(), [6, 6 + 3, 6, 12]);
		TransactionFees::<Test>::on_unbalanceds(std::iter::empty());
		TransactionFees::<Test>::on_unbalanced(fees(0));
		assert_eq!(handed_out(), [6, 9, 6, 12]);
	});
}

#[test]
fn what_exceeds_the_ceiling_of_burns_goes_to_the_fund() {
	ExtBuilder::default().build_and_execute(|| {
		BurnRoom::set(5);
		Fees::pay_fees(fees(100));
		assert_eq!(handed_out(), [5, 20, 20, 40 + 15]);
		assert_eq!(free(Fees::fund()), ED + 55);
	});
}

#[test]
fn as_long_as_the_fund_is_not_founded_stakers_get_what_it_cannot_take() {
	ExtBuilder::default().founder(None).build_and_execute(|| {
		Fees::pay_fees(fees(ED));
		assert_eq!(handed_out(), [ED / 5, ED / 5, ED / 5 + ED * 2 / 5, 0]);
		assert_eq!(free(Fees::fund()), 0);
		// A part that is an existential deposit by itself founds it, and so does a transfer.
		Fees::pay_fees(fees(5 * ED));
		assert_eq!(free(Fees::fund()), 2 * ED);
		Fees::pay_fees(fees(5));
		assert_eq!(free(Fees::fund()), 2 * ED + 2);
	});
}

#[test]
fn governance_changes_the_split() {
	ExtBuilder::default().build_and_execute(|| {
		let split = percents(10, 20, 30, 40);
		assert_ok!(Fees::set_fee_split(by(GOVERNANCE), split));
		assert_eq!(last_event(), Event::FeeSplitSet { split });
		Fees::pay_fees(fees(100));
		assert_eq!(handed_out(), [20, 30, 40, 10]);
	});
}

#[test]
fn a_split_that_is_not_whole_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		let unit = Perbill::from_parts(1);
		let default = FeeSplit::default();
		for split in [
			percents(0, 0, 0, 0),
			percents(100, 100, 100, 100),
			FeeSplit { development: default.development + unit, ..default },
			FeeSplit { stakers: default.stakers - unit, ..default },
		] {
			assert_noop!(Fees::set_fee_split(by(GOVERNANCE), split), Error::<Test>::NotWhole);
		}
		assert_eq!(Split::<Test>::get(), default);
	});
}

#[test]
fn only_governance_changes_the_split() {
	ExtBuilder::default().build_and_execute(|| {
		for origin in [by(ALICE), by(ALLOCATION), RuntimeOrigin::none(), RuntimeOrigin::root()] {
			assert_noop!(Fees::set_fee_split(origin, FeeSplit::default()), BadOrigin);
		}
	});
}
