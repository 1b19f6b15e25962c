//! `delegate` and `undelegate`.

use super::*;
use frame_support::dispatch::DispatchResultWithPostInfo;

fn delegate(who: AccountId, to: AccountId, stake: Stake) -> DispatchResultWithPostInfo {
	Governance::delegate(by(who), Track::Partnerships, to, stake)
}

fn undelegate(who: AccountId) -> DispatchResultWithPostInfo {
	Governance::undelegate(by(who), Track::Partnerships)
}

#[test]
fn delegated_tokens_follow_votes_before_and_after() {
	ExtBuilder::default().build_and_execute(|| {
		let (one, other) = (propose(Track::Partnerships, remark()), propose(Track::Partnerships, remark()));
		assert_ok!(vote(ALICE, one, true, community(200 * BTT)));
		assert_ok!(delegate(BOB, ALICE, community(300 * BTT)));
		assert_eq!((tally(one).community.ayes, tally(one).community.raw_ayes), (540 * BTT, 500 * BTT));
		let power = Power { stake: community(300 * BTT), bonus: 20 * BTT };
		let event = Event::Delegated { who: BOB, track: Track::Partnerships, to: ALICE, power };
		assert_eq!(events().last(), Some(&event));

		assert_ok!(vote(ALICE, other, false, community(200 * BTT)));
		assert_eq!((tally(other).community.nays, tally(other).community.raw_nays), (540 * BTT, 500 * BTT));
		// Without a vote there is nothing to follow.
		assert_ok!(Governance::remove_vote(by(ALICE), other));
		assert_eq!(tally(other).community, Default::default());
	});
}

#[test]
fn delegated_tokens_keep_their_house_and_their_conviction() {
	ExtBuilder::default().build_and_execute(|| {
		let referendum = propose(Track::Partnerships, remark());
		assert_ok!(vote(ALICE, referendum, true, convinced(200 * BTT, Conviction::Twofold)));
		let stake = Stake { institutional: 3_000 * BTT, community: 100 * BTT, conviction: Conviction::Threefold };
		assert_ok!(delegate(INSTITUTE, ALICE, stake));
		let tally = tally(referendum);
		assert_eq!((tally.institutional.ayes, tally.institutional.raw_ayes), (3_000 * BTT, 3_000 * BTT));
		assert_eq!((tally.community.ayes, tally.community.raw_ayes), (440 * BTT + 300 * BTT, 300 * BTT));
	});
}

#[test]
fn a_delegation_is_for_one_track() {
	ExtBuilder::default().build_and_execute(|| {
		let elsewhere = propose(Track::NetworkUpgrade, remark());
		assert_ok!(delegate(BOB, ALICE, community(300 * BTT)));
		assert_ok!(Governance::delegate(by(BOB), Track::TechnicalStandards, CAROL, community(400 * BTT)));
		assert_ok!(vote(ALICE, elsewhere, true, community(200 * BTT)));
		assert_eq!(tally(elsewhere).community.raw_ayes, 200 * BTT);
		// There, the account votes itself.
		assert_ok!(vote(BOB, elsewhere, false, community(900 * BTT)));
		assert_eq!(frozen(BOB), 900 * BTT);
	});
}

#[test]
fn undelegated_tokens_count_no_more_but_stay_a_period() {
	ExtBuilder::default().build_and_execute(|| {
		let referendum = propose(Track::Partnerships, remark());
		assert_ok!(vote(ALICE, referendum, true, community(200 * BTT)));
		assert_ok!(delegate(BOB, ALICE, community(300 * BTT)));
		assert_ok!(undelegate(BOB));
		assert_eq!(tally(referendum).community.raw_ayes, 200 * BTT);
		assert_eq!(frozen(BOB), 300 * BTT);
		assert_eq!(events().last(), Some(&Event::Undelegated { who: BOB, track: Track::Partnerships }));

		run(PERIOD - 1);
		assert_noop!(Governance::unlock(by(BOB), BOB), Error::<Test>::NothingToUnlock);
		run(1);
		assert_ok!(Governance::unlock(by(ALICE), BOB));
		assert_eq!((frozen(BOB), Voters::<Test>::get(BOB)), (0, None));
	});
}

#[test]
fn conviction_locks_what_was_delegated_for_longer() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(delegate(BOB, ALICE, convinced(300 * BTT, Conviction::Threefold)));
		run(5 * PERIOD);
		assert_noop!(Governance::unlock(by(BOB), BOB), Error::<Test>::NothingToUnlock);
		assert_ok!(undelegate(BOB));
		run(2 * PERIOD - 1);
		assert_noop!(Governance::unlock(by(BOB), BOB), Error::<Test>::NothingToUnlock);
		run(1);
		assert_ok!(Governance::unlock(by(BOB), BOB));
	});
}

#[test]
fn undelegated_tokens_can_vote_at_once() {
	ExtBuilder::default().build_and_execute(|| {
		let referendum = propose(Track::Partnerships, remark());
		assert_ok!(vote(ALICE, referendum, true, community(200 * BTT)));
		assert_ok!(delegate(BOB, ALICE, community(300 * BTT)));
		assert_ok!(undelegate(BOB));
		assert_ok!(vote(BOB, referendum, false, community(1_000 * BTT)));
		let cast = tally(referendum).community;
		assert_eq!((cast.raw_ayes, cast.raw_nays), (200 * BTT, 1_000 * BTT));
	});
}

#[test]
fn nobody_votes_while_its_tokens_follow_another() {
	ExtBuilder::default().build_and_execute(|| {
		let referendum = propose(Track::Partnerships, remark());
		assert_ok!(delegate(BOB, ALICE, community(BTT)));
		assert_noop!(vote(BOB, referendum, true, community(BTT)), Error::<Test>::Delegating);
		assert_noop!(delegate(BOB, CAROL, community(BTT)), Error::<Test>::Delegating);
	});
}

#[test]
fn nobody_delegates_while_it_votes_on_the_track() {
	ExtBuilder::default().build_and_execute(|| {
		let referendum = propose(Track::Partnerships, remark());
		assert_ok!(vote(BOB, referendum, true, community(BTT)));
		assert_noop!(delegate(BOB, ALICE, community(BTT)), Error::<Test>::HasVotes);
		// When it is decided, the vote is only a lock.
		run(PREPARE + DECISION + 2);
		assert_ok!(delegate(BOB, ALICE, community(BTT)));
	});
}

#[test]
fn nobody_delegates_what_it_has_not() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(delegate(BOB, ALICE, community(1_000 * BTT + 1)), Error::<Test>::MoreThanHeld);
		assert_noop!(delegate(BOB, ALICE, institutional(1)), Error::<Test>::MoreThanHeld);
		assert_noop!(delegate(BOB, ALICE, Stake::default()), Error::<Test>::ZeroVote);
		let stake = Stake { conviction: Conviction::Twofold, ..institutional(BTT) };
		assert_noop!(delegate(INSTITUTE, ALICE, stake), Error::<Test>::ConvictionOnUnvested);
	});
}

#[test]
fn nobody_delegates_without_the_role_or_to_somebody_without_it() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(delegate(PROPOSER, ALICE, community(BTT)), Error::<Test>::NoRole);
		assert_noop!(delegate(ALICE, PROPOSER, community(BTT)), Error::<Test>::DelegateHasNoRole);
		assert_noop!(delegate(ALICE, ALICE, community(BTT)), Error::<Test>::SelfDelegation);
	});
}

#[test]
fn nothing_is_passed_on() {
	ExtBuilder::default().build_and_execute(|| {
		let referendum = propose(Track::Partnerships, remark());
		assert_ok!(delegate(ALICE, BOB, community(300 * BTT)));
		assert_noop!(delegate(CAROL, ALICE, community(BTT)), Error::<Test>::DelegateDelegates);
		// What was delegated to an account before waits until it votes itself again.
		assert_ok!(delegate(BOB, CAROL, community(200 * BTT)));
		assert_ok!(vote(CAROL, referendum, true, community(100 * BTT)));
		assert_eq!(tally(referendum).community.raw_ayes, 300 * BTT);
		assert_ok!(undelegate(BOB));
		assert_ok!(vote(BOB, referendum, true, community(200 * BTT)));
		assert_eq!(tally(referendum).community.raw_ayes, 600 * BTT);
	});
}

#[test]
fn nobody_ends_what_is_not_there() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(undelegate(ALICE), Error::<Test>::NotDelegating);
		assert_ok!(delegate(BOB, ALICE, community(BTT)));
		assert_noop!(undelegate(ALICE), Error::<Test>::NotDelegating);
		assert_noop!(Governance::undelegate(by(BOB), Track::NetworkUpgrade), Error::<Test>::NotDelegating);
	});
}
