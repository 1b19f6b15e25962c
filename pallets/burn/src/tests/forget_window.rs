use super::*;
use sp_runtime::DispatchError::BadOrigin;

#[test]
fn anybody_forgets_a_window_that_counts_nothing_any_more() {
	ExtBuilder::default().build_and_execute(|| {
		transfer_assets(ALICE, 1);
		wait(25 * HOUR);
		assert_ok!(Burn::forget_window(by(BOB), ALICE));
		assert_eq!(Windows::<Test>::iter().count(), 0);
		assert_eq!(events(), []);
	});
}

#[test]
fn a_window_that_counts_is_not_forgotten() {
	ExtBuilder::default().build_and_execute(|| {
		transfer_assets(ALICE, 1);
		assert_noop!(Burn::forget_window(by(ALICE), ALICE), Error::<Test>::StillCounting);
		wait(25 * HOUR - 1);
		assert_noop!(Burn::forget_window(by(ALICE), ALICE), Error::<Test>::StillCounting);
	});
}

#[test]
fn there_must_be_a_window_to_forget() {
	ExtBuilder::default().build_and_execute(|| {
		transfer_assets(ALICE, 1);
		wait(2 * DAY);
		assert_noop!(Burn::forget_window(by(ALICE), BOB), Error::<Test>::NotFound);
		assert_ok!(Burn::forget_window(by(ALICE), ALICE));
		assert_noop!(Burn::forget_window(by(ALICE), ALICE), Error::<Test>::NotFound);
	});
}

#[test]
fn only_a_signer_forgets_a_window() {
	ExtBuilder::default().build_and_execute(|| {
		transfer_assets(ALICE, 1);
		wait(2 * DAY);
		assert_noop!(Burn::forget_window(RuntimeOrigin::none(), ALICE), BadOrigin);
		assert_ok!(Burn::forget_window(by(ALICE), ALICE));
	});
}
