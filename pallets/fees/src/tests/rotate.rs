use super::*;
use btt_primitives::vesting::OnRotate;

const PERIOD: btt_primitives::Moment = 30 * DAY;

fn until(who: AccountId) -> Option<btt_primitives::Moment> {
	PremiumUntil::<Test>::get(who)
}

#[test]
fn what_was_paid_for_follows_to_the_new_account() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Fees::buy_premium(by(ALICE), 2, Balance::MAX));
		let end = now() + 2 * PERIOD;
		pass(DAY);
		assert_ok!(Fees::on_rotate(&ALICE, &NOBODY));
		assert_eq!((until(ALICE), until(NOBODY)), (None, Some(end)));
		assert_eq!(last_event(), Event::PremiumMoved { from: ALICE, to: NOBODY, until: end });
	});
}

#[test]
fn what_the_new_account_has_paid_for_is_not_lost() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Fees::buy_premium(by(ALICE), 12, Balance::MAX));
		assert_ok!(Fees::buy_premium(by(BOB), 12, Balance::MAX));
		assert_ok!(Fees::on_rotate(&ALICE, &BOB));
		assert_eq!((until(ALICE), until(BOB)), (None, Some(now() + 24 * PERIOD)));
	});
}

#[test]
fn what_has_ended_does_not_follow() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Fees::buy_premium(by(ALICE), 1, Balance::MAX));
		pass(PERIOD);
		let before = events().len();
		assert_ok!(Fees::on_rotate(&ALICE, &BOB));
		assert_eq!((until(ALICE), until(BOB), events().len()), (None, None, before));
		assert_ok!(Fees::on_rotate(&ALICE, &BOB));
	});
}

#[test]
fn an_account_that_moves_to_itself_keeps_what_it_paid_for() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Fees::buy_premium(by(ALICE), 1, Balance::MAX));
		assert_ok!(Fees::on_rotate(&ALICE, &ALICE));
		assert_eq!(until(ALICE), Some(now() + PERIOD));
	});
}
