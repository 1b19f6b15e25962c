//! Every check notices what it is for.

use super::*;
use crate::SweepProgress;

/// Whether `check` fails once `corrupt` has changed a state in which something of everything has happened.
fn notices(check: &str, corrupt: impl FnOnce()) {
	ExtBuilder::default().endow(ALICE, 1_000 * BTT).build().execute_with(|| {
		for reason in BurnReason::ALL {
			take(ALICE, 10 * BTT, reason);
		}
		transfer_assets(ALICE, BTT);
		check_state();
		corrupt();
		let error: &'static str = Burn::do_try_state().unwrap_err().into();
		assert!(error.starts_with(check), "{error}");
	});
}

#[test]
fn that_more_tokens_exist_than_were_ever_issued() {
	notices("1:", || {
		BurnReason::ALL.into_iter().for_each(Totals::<Test>::remove);
		assert_ok!(Balances::mint_into(&BOB, 70 * BTT + ED));
	});
}

#[test]
fn that_more_was_burned_by_reasons_than_left_the_supply() {
	notices("1:", || Totals::<Test>::mutate(BurnReason::Slash, |total| *total += 1));
	notices("1:", || assert!(Balances::mint_into(&ALICE, 1).is_ok()));
}

#[test]
fn that_policies_burned_in_a_year_that_has_not_begun() {
	notices("2:", || ThisYear::<Test>::mutate(|year| year.year += 1));
}

#[test]
fn that_policies_burned_more_than_the_ceiling() {
	notices("2:", || ThisYear::<Test>::mutate(|year| year.burned = CEILING + 1));
}

#[test]
fn that_policies_burned_more_in_a_year_than_in_all_years() {
	notices("2:", || ThisYear::<Test>::mutate(|year| year.burned += 1));
}

#[test]
fn that_a_policy_is_out_of_its_bounds() {
	notices("3:", || CurrentPolicies::<Test>::mutate(|policies| policies.threshold = 0));
	notices("3:", || CurrentPolicies::<Test>::mutate(|policies| policies.transfer = Permill::from_percent(2)));
	notices("3:", || CurrentPolicies::<Test>::mutate(|policies| policies.tokenisation = Permill::from_percent(6)));
}

#[test]
fn that_a_window_counts_transfers_of_the_future() {
	notices("4:", || {
		let mut window = Window::new(now() + HOUR);
		window.add(1, now());
		Windows::<Test>::insert(BOB, window);
	});
}

#[test]
fn that_a_window_has_no_last_transfer() {
	notices("4:", || Windows::<Test>::insert(BOB, Window::new(now())));
}

#[test]
fn that_a_sweep_began_in_the_future() {
	notices("5:", || Sweep::<Test>::put(SweepProgress { began: now() / HOUR + 1, after: None }));
}
