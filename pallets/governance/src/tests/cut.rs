//! `refresh`, and what happens to votes when power falls.

use super::*;

fn tokens(referendum: u32) -> (Balance, Balance) {
	(tally(referendum).institutional.raw_ayes, tally(referendum).community.raw_ayes)
}

#[test]
fn a_slash_cuts_what_was_voted_with() {
	ExtBuilder::default().build_and_execute(|| {
		let referendum = propose(Track::Partnerships, remark());
		assert_ok!(vote(ALICE, referendum, true, community(1_000 * BTT)));
		slash(ALICE, 50 * BTT, POT);
		assert_eq!(tokens(referendum), (0, 950 * BTT));
		// 50 BTT are bonded still.
		assert_eq!(tally(referendum).community.ayes, 960 * BTT);
		assert_eq!(events().last(), Some(&Event::VotesCut { who: ALICE }));
	});
}

#[test]
fn a_reward_for_a_challenger_does_not_vote_twice() {
	ExtBuilder::default().build_and_execute(|| {
		let referendum = propose(Track::Partnerships, remark());
		assert_ok!(vote(ALICE, referendum, true, community(1_000 * BTT)));
		slash(ALICE, 50 * BTT, BOB);
		assert_ok!(vote(BOB, referendum, true, community(1_010 * BTT)));
		assert_eq!(tokens(referendum), (0, 950 * BTT + 1_010 * BTT));
	});
}

#[test]
fn a_slash_takes_the_votes_of_unvested_tokens_first() {
	ExtBuilder::default().build_and_execute(|| {
		let referendum = propose(Track::Partnerships, remark());
		let all = Stake { institutional: 3_000 * BTT, community: 100 * BTT, conviction: Conviction::None };
		assert_ok!(vote(INSTITUTE, referendum, true, all));
		slash(INSTITUTE, 60 * BTT, BOB);
		assert_eq!(tokens(referendum), (2_940 * BTT, 100 * BTT));
	});
}

#[test]
fn unbonding_takes_the_bonus() {
	ExtBuilder::default().build_and_execute(|| {
		let referendum = propose(Track::Partnerships, remark());
		assert_ok!(vote(ALICE, referendum, true, community(500 * BTT)));
		unbond(ALICE, 40 * BTT);
		let cast = tally(referendum).community;
		assert_eq!((cast.ayes, cast.raw_ayes), (512 * BTT, 500 * BTT));
		// Bonding more later does not make a vote grow by itself.
		assert_ok!(bond(ALICE, 300 * BTT));
		assert_eq!(tally(referendum).community.ayes, 512 * BTT);
	});
}

#[test]
fn unbonding_tokens_vote_until_they_leave() {
	ExtBuilder::default().build_and_execute(|| {
		let referendum = propose(Track::Partnerships, remark());
		unbond(ALICE, 80 * BTT);
		assert_ok!(vote(ALICE, referendum, true, community(1_000 * BTT)));
		withdraw(ALICE);
		assert_eq!(liquid(ALICE), 0);
		assert_eq!(tokens(referendum), (0, 1_000 * BTT));
	});
}

#[test]
fn who_loses_the_role_votes_no_more() {
	ExtBuilder::default().build_and_execute(|| {
		let referendum = propose(Track::Partnerships, remark());
		assert_ok!(vote(ALICE, referendum, true, community(500 * BTT)));
		assert_ok!(Governance::delegate(by(BOB), Track::Partnerships, ALICE, community(200 * BTT)));
		unbond(ALICE, 91 * BTT);
		assert_eq!((tokens(referendum), frozen(ALICE)), ((0, 0), 0));
		// What follows an account waits for its next vote.
		assert_ok!(bond(ALICE, BTT));
		assert_ok!(vote(ALICE, referendum, true, community(100 * BTT)));
		assert_eq!(tokens(referendum), (0, 300 * BTT));
	});
}

#[test]
fn who_loses_the_role_delegates_no_more() {
	ExtBuilder::default().build_and_execute(|| {
		let referendum = propose(Track::Partnerships, remark());
		assert_ok!(vote(ALICE, referendum, true, community(500 * BTT)));
		assert_ok!(Governance::delegate(by(BOB), Track::Partnerships, ALICE, community(200 * BTT)));
		unbond(BOB, 91 * BTT);
		assert_eq!(tokens(referendum), (0, 500 * BTT));
		// As if it had undelegated.
		assert_eq!(frozen(BOB), 200 * BTT);
		run(PERIOD);
		assert_ok!(Governance::unlock(by(BOB), BOB));
		assert_eq!(frozen(BOB), 0);
	});
}

#[test]
fn a_slash_cuts_what_was_delegated() {
	ExtBuilder::default().build_and_execute(|| {
		let referendum = propose(Track::Partnerships, remark());
		assert_ok!(vote(ALICE, referendum, true, community(500 * BTT)));
		assert_ok!(Governance::delegate(by(BOB), Track::Partnerships, ALICE, community(1_000 * BTT)));
		slash(BOB, 30 * BTT, POT);
		assert_eq!(tokens(referendum), (0, 1_470 * BTT));
	});
}

#[test]
fn a_higher_minimum_counts_when_somebody_looks() {
	ExtBuilder::default().build_and_execute(|| {
		let referendum = propose(Track::Partnerships, remark());
		assert_ok!(vote(ALICE, referendum, true, community(500 * BTT)));
		Minimum::set(101 * BTT);
		assert_ok!(Governance::refresh(by(BOB), ALICE));
		assert_eq!(tokens(referendum), (0, 0));
	});
}

#[test]
fn what_has_vested_moves_to_the_community() {
	ExtBuilder::default().build_and_execute(|| {
		let referendum = propose(Track::Partnerships, remark());
		assert_ok!(vote(INSTITUTE, referendum, true, institutional(3_000 * BTT)));
		set_time(Y2026);
		assert_ok!(VestingSchedules::vest(by(ALICE), INSTITUTE));
		// The tokens that vote do not leave with it.
		assert_eq!(liquid(INSTITUTE), 100 * BTT);
		assert_eq!(tokens(referendum), (3_000 * BTT, 0));
		assert_ok!(Governance::refresh(by(ALICE), INSTITUTE));
		assert_eq!(tokens(referendum), (2_000 * BTT, 1_000 * BTT));
		assert_eq!(liquid(INSTITUTE), 100 * BTT);
		assert_noop!(Governance::refresh(by(ALICE), INSTITUTE), Error::<Test>::NothingToCut);
	});
}

#[test]
fn what_has_vested_cannot_be_voted_with_again() {
	ExtBuilder::default().build_and_execute(|| {
		let referendum = propose(Track::Partnerships, remark());
		assert_ok!(vote(INSTITUTE, referendum, true, institutional(3_000 * BTT)));
		set_time(Y2026);
		assert_ok!(VestingSchedules::vest(by(ALICE), INSTITUTE));
		assert_noop!(vote(INSTITUTE, referendum, true, community(1_000 * BTT)), Error::<Test>::AlreadyVoted);
		assert!(transfer(INSTITUTE, ALICE, 1_000 * BTT).is_err());
	});
}

#[test]
fn what_is_put_on_hold_later_votes_until_somebody_looks() {
	ExtBuilder::default().build_and_execute(|| {
		let referendum = propose(Track::Partnerships, remark());
		assert_ok!(vote(ALICE, referendum, true, community(1_000 * BTT)));
		assert_ok!(deposit(ALICE, 300 * BTT));
		assert_eq!(tokens(referendum), (0, 1_000 * BTT));
		assert_ok!(Governance::refresh(by(BOB), ALICE));
		assert_eq!(tokens(referendum), (0, 700 * BTT));
		// Nothing gets free by it.
		assert_eq!(liquid(ALICE), 0);
	});
}

#[test]
fn there_is_nothing_to_cut_of_what_is_held() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Governance::refresh(by(BOB), ALICE), Error::<Test>::NoVoter);
		let referendum = propose(Track::Partnerships, remark());
		assert_ok!(vote(ALICE, referendum, true, community(1_000 * BTT)));
		assert_noop!(Governance::refresh(by(BOB), ALICE), Error::<Test>::NothingToCut);
	});
}

#[test]
fn votes_that_have_ended_are_not_cut() {
	ExtBuilder::default().build_and_execute(|| {
		let referendum = propose(Track::Partnerships, remark());
		assert_ok!(vote(ALICE, referendum, false, convinced(1_000 * BTT, Conviction::Twofold)));
		run(PREPARE + DECISION + 2);
		let before = Voters::<Test>::get(ALICE);
		slash(ALICE, 50 * BTT, POT);
		assert_eq!(Voters::<Test>::get(ALICE), before);
	});
}
