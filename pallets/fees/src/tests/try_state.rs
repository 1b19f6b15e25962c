use super::*;
use crate::{BaseFeeFactor, Efficiency, EfficiencyRule, Fund, PremiumPrice, Split};

fn finds(number: &str, spoil: impl FnOnce()) {
	ExtBuilder::default().build().execute_with(|| {
		check_state();
		spoil();
		let error: &'static str = Fees::do_try_state().unwrap_err().into();
		assert!(error.starts_with(number), "{error}");
	});
}

#[test]
fn a_split_that_is_not_whole_is_found() {
	finds("1", || Split::<Test>::put(percents(40, 20, 20, 19)));
}

#[test]
fn a_fund_that_lost_tokens_is_found() {
	finds("2", || FundLedger::<Test>::put(Fund { received: ED + 2, spent: 1 }));
	finds("2", || {
		frame_system::Account::<Test>::mutate(Fees::fund(), |account| account.data.free = ED - 1);
	});
}

#[test]
fn figures_out_of_bounds_are_found() {
	finds("3", || PremiumPrice::<Test>::put(BTT - 1));
	finds("3", || EfficiencyRule::<Test>::put(Efficiency { reference: 99, ..Default::default() }));
	finds("3", || BaseFeeFactor::<Test>::put(Perbill::from_percent(24)));
}

#[test]
fn premium_access_without_end_is_found() {
	finds("4", || PremiumUntil::<Test>::insert(ALICE, 0));
}
