//! No token votes twice on a referendum, whatever way it goes.

use super::*;

#[test]
fn tokens_that_vote_cannot_vote_from_another_account() {
	ExtBuilder::default().build_and_execute(|| {
		let referendum = propose(Track::Partnerships, remark());
		assert_ok!(vote(ALICE, referendum, true, community(900 * BTT)));
		// 100 BTT are bonded and vote with the others, so 100 are free.
		assert!(transfer(ALICE, BOB, 100 * BTT + 1).is_err());
		assert_ok!(transfer(ALICE, BOB, 100 * BTT));
		assert_ok!(vote(BOB, referendum, true, community(1_100 * BTT)));
		assert_eq!(tally(referendum).community.raw_ayes, 2_000 * BTT);
	});
}

#[test]
fn tokens_bought_during_a_vote_vote_once() {
	ExtBuilder::default().build_and_execute(|| {
		let referendum = propose(Track::Partnerships, remark());
		assert_ok!(vote(ALICE, referendum, true, community(900 * BTT)));
		// To sell, a voter must take its vote back.
		assert_ok!(Governance::remove_vote(by(ALICE), referendum));
		assert_ok!(transfer(ALICE, BOB, 900 * BTT - ED));
		assert_ok!(vote(BOB, referendum, true, community(1_900 * BTT - ED)));
		assert_noop!(vote(ALICE, referendum, true, community(100 * BTT + ED + 1)), Error::<Test>::MoreThanHeld);
		assert_eq!(tally(referendum).community.raw_ayes, 1_900 * BTT - ED);
	});
}

#[test]
fn tokens_that_decided_something_cannot_be_sold_before_it_happens() {
	ExtBuilder::default().build_and_execute(|| {
		let referendum = propose(Track::Partnerships, remark());
		assert_ok!(vote(ALICE, referendum, true, community(1_000 * BTT)));
		assert_ok!(vote(INSTITUTE, referendum, true, institutional(3_000 * BTT)));
		while Referenda::as_ongoing(referendum).is_some() {
			run(1);
		}
		for _ in 0..ENACTMENT {
			assert_noop!(Governance::unlock(by(ALICE), ALICE), Error::<Test>::NothingToUnlock);
			assert_eq!(liquid(ALICE), 0);
			run(1);
		}
		assert_ok!(Governance::unlock(by(ALICE), ALICE));
		assert_eq!(liquid(ALICE), 900 * BTT - ED);
	});
}

#[test]
fn bonding_and_unbonding_free_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		let referendum = propose(Track::Partnerships, remark());
		assert_ok!(vote(ALICE, referendum, true, community(1_000 * BTT)));
		assert_ok!(bond(ALICE, 400 * BTT));
		assert_eq!(liquid(ALICE), 0);
		unbond(ALICE, 490 * BTT);
		withdraw(ALICE);
		assert_eq!(liquid(ALICE), 0);
		assert_eq!(tally(referendum).community.raw_ayes, 1_000 * BTT);
	});
}

#[test]
fn tokens_that_follow_another_vote_nowhere_else_on_the_track() {
	ExtBuilder::default().build_and_execute(|| {
		let referendum = propose(Track::Partnerships, remark());
		assert_ok!(Governance::delegate(by(BOB), Track::Partnerships, ALICE, community(1_000 * BTT)));
		assert_eq!(liquid(BOB), 0);
		assert_noop!(vote(BOB, referendum, true, community(BTT)), Error::<Test>::Delegating);
		// Nor after they have been sold.
		assert_ok!(Governance::undelegate(by(BOB), Track::Partnerships));
		assert_eq!(liquid(BOB), 0);
	});
}

#[test]
fn pots_never_vote_nor_count() {
	ExtBuilder::default().build_and_execute(|| {
		let referendum = propose(Track::Partnerships, remark());
		assert_ok!(bond(POT, 1_000 * BTT));
		assert_noop!(vote(POT, referendum, true, community(BTT)), Error::<Test>::MoreThanHeld);
		let delegated = Governance::delegate(by(POT), Track::Partnerships, ALICE, community(BTT));
		assert_eq!(delegated, Err(Error::<Test>::MoreThanHeld.into()));

		// Of 4,100 BTT in the house, 1,000 vote; without the pot's million that is more than the quorum.
		assert_ok!(vote(ALICE, referendum, true, community(1_000 * BTT)));
		assert_eq!(approval(referendum), 400_000_000);
		assert_eq!(support(referendum), 97_560_975);
	});
}
