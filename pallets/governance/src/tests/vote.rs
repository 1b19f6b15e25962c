//! `vote` and `remove_vote`.

use super::*;

#[test]
fn tokens_of_the_community_count_in_its_house() {
	ExtBuilder::default().build_and_execute(|| {
		let referendum = propose(Track::Partnerships, remark());
		assert_ok!(vote(ALICE, referendum, true, community(500 * BTT)));
		assert_ok!(vote(BOB, referendum, false, community(900 * BTT)));
		let tally = tally(referendum);
		assert_eq!(tally.institutional, Default::default());
		// A fifth more for 100 bonded BTT of each.
		assert_eq!((tally.community.ayes, tally.community.raw_ayes), (520 * BTT, 500 * BTT));
		assert_eq!((tally.community.nays, tally.community.raw_nays), (920 * BTT, 900 * BTT));
		let power = Power { stake: community(500 * BTT), bonus: 20 * BTT };
		assert_eq!(events().first(), Some(&Event::Voted { who: ALICE, referendum, aye: true, power }));
	});
}

#[test]
fn unvested_tokens_count_in_the_institutional_house() {
	ExtBuilder::default().build_and_execute(|| {
		let referendum = propose(Track::Partnerships, remark());
		let both = Stake { institutional: 3_000 * BTT, community: 100 * BTT, conviction: Conviction::None };
		assert_ok!(vote(INSTITUTE, referendum, true, both));
		let tally = tally(referendum);
		assert_eq!((tally.institutional.ayes, tally.institutional.raw_ayes), (3_000 * BTT, 3_000 * BTT));
		// What is bonded counts as unvested first, so it has no bonus.
		assert_eq!((tally.community.ayes, tally.community.raw_ayes), (100 * BTT, 100 * BTT));
	});
}

#[test]
fn conviction_multiplies_the_votes_but_not_the_tokens() {
	ExtBuilder::default().build_and_execute(|| {
		let referendum = propose(Track::Partnerships, remark());
		assert_ok!(vote(ALICE, referendum, true, convinced(100 * BTT, Conviction::Sixfold)));
		let cast = tally(referendum).community;
		assert_eq!((cast.ayes, cast.raw_ayes), (6 * 120 * BTT, 100 * BTT));
	});
}

#[test]
fn the_bonus_of_stake_is_bounded() {
	ExtBuilder::default().build_and_execute(|| {
		Bonus::set(sp_runtime::Permill::one());
		let referendum = propose(Track::Partnerships, remark());
		assert_ok!(vote(ALICE, referendum, true, community(1_000 * BTT)));
		assert_eq!(tally(referendum).community.ayes, 1_050 * BTT);
	});
}

#[test]
fn what_votes_stays_in_the_account() {
	ExtBuilder::default().build_and_execute(|| {
		let referendum = propose(Track::Partnerships, remark());
		// The existential deposit stays with a bond.
		assert_eq!(liquid(ALICE), 900 * BTT - ED);
		assert_ok!(vote(ALICE, referendum, true, community(600 * BTT)));
		// 100 of the 600 are bonded, and stay anyway.
		assert_eq!(liquid(ALICE), 400 * BTT);
		assert!(transfer(ALICE, BOB, 400 * BTT + 1).is_err());
		assert_ok!(transfer(ALICE, BOB, 400 * BTT));
	});
}

#[test]
fn what_votes_stays_beside_what_is_unvested() {
	ExtBuilder::default().build_and_execute(|| {
		let referendum = propose(Track::Partnerships, remark());
		assert_ok!(transfer(ALICE, INSTITUTE, 500 * BTT));
		assert_eq!(liquid(INSTITUTE), 600 * BTT);
		assert_ok!(vote(INSTITUTE, referendum, true, community(400 * BTT)));
		// 3,600 BTT, of which 3,000 are unvested and 400 vote.
		assert_eq!(frozen(INSTITUTE), 3_400 * BTT);
		assert_eq!(liquid(INSTITUTE), 200 * BTT);
	});
}

#[test]
fn what_votes_stays_beside_deposits() {
	ExtBuilder::default().build_and_execute(|| {
		let referendum = propose(Track::Partnerships, remark());
		assert_ok!(deposit(ALICE, 300 * BTT));
		assert_noop!(vote(ALICE, referendum, true, community(700 * BTT + 1)), Error::<Test>::MoreThanHeld);
		assert_ok!(vote(ALICE, referendum, true, community(700 * BTT)));
		assert_eq!(liquid(ALICE), 0);
	});
}

#[test]
fn nobody_votes_without_the_role() {
	ExtBuilder::default().build_and_execute(|| {
		let referendum = propose(Track::Partnerships, remark());
		assert_noop!(vote(PROPOSER, referendum, true, community(BTT)), Error::<Test>::NoRole);
		Minimum::set(100 * BTT + 1);
		assert_noop!(vote(ALICE, referendum, true, community(BTT)), Error::<Test>::NoRole);
	});
}

#[test]
fn nobody_votes_with_more_than_it_holds() {
	ExtBuilder::default().build_and_execute(|| {
		let referendum = propose(Track::Partnerships, remark());
		for stake in [
			community(1_000 * BTT + 1),
			institutional(1),
			Stake { institutional: 1, community: 1, conviction: Conviction::None },
			community(Balance::MAX),
		] {
			assert_noop!(vote(ALICE, referendum, true, stake), Error::<Test>::MoreThanHeld);
		}
		assert_noop!(vote(INSTITUTE, referendum, true, institutional(3_000 * BTT + 1)), Error::<Test>::MoreThanHeld);
		assert_noop!(vote(INSTITUTE, referendum, true, community(100 * BTT + 1)), Error::<Test>::MoreThanHeld);
	});
}

#[test]
fn a_vote_needs_tokens() {
	ExtBuilder::default().build_and_execute(|| {
		let referendum = propose(Track::Partnerships, remark());
		assert_noop!(vote(ALICE, referendum, true, Stake::default()), Error::<Test>::ZeroVote);
	});
}

#[test]
fn unvested_tokens_have_no_conviction() {
	ExtBuilder::default().build_and_execute(|| {
		let referendum = propose(Track::Partnerships, remark());
		let stake = Stake { institutional: BTT, community: 0, conviction: Conviction::Twofold };
		assert_noop!(vote(INSTITUTE, referendum, true, stake), Error::<Test>::ConvictionOnUnvested);
		// Beside the community's, they count once.
		let stake = Stake { institutional: BTT, community: BTT, conviction: Conviction::Twofold };
		assert_ok!(vote(INSTITUTE, referendum, true, stake));
		assert_eq!((tally(referendum).institutional.ayes, tally(referendum).community.ayes), (BTT, 2 * BTT));
	});
}

#[test]
fn nobody_votes_twice() {
	ExtBuilder::default().build_and_execute(|| {
		let referendum = propose(Track::Partnerships, remark());
		assert_ok!(vote(ALICE, referendum, true, community(BTT)));
		assert_noop!(vote(ALICE, referendum, true, community(BTT)), Error::<Test>::AlreadyVoted);
		assert_noop!(vote(ALICE, referendum, false, community(BTT)), Error::<Test>::AlreadyVoted);
	});
}

#[test]
fn nobody_votes_on_what_is_not_there() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(vote(ALICE, 0, true, community(BTT)), Error::<Test>::NotFound);
	});
}

#[test]
fn nobody_votes_on_what_has_ended() {
	ExtBuilder::default().build_and_execute(|| {
		let referendum = propose(Track::Partnerships, remark());
		run(PREPARE + DECISION + 2);
		assert_noop!(vote(ALICE, referendum, true, community(BTT)), Error::<Test>::Ended);
	});
}

#[test]
fn nobody_has_more_votes_than_can_be() {
	ExtBuilder::default().build_and_execute(|| {
		for _ in 0..MAX_VOTES {
			assert_ok!(vote(ALICE, propose(Track::Partnerships, remark()), true, community(BTT)));
		}
		let another = propose(Track::Partnerships, remark());
		assert_noop!(vote(ALICE, another, true, community(BTT)), Error::<Test>::TooManyVotes);
	});
}

#[test]
fn the_same_tokens_vote_on_several_referenda() {
	ExtBuilder::default().build_and_execute(|| {
		let (one, other) = (propose(Track::Partnerships, remark()), propose(Track::NetworkUpgrade, remark()));
		assert_ok!(vote(ALICE, one, true, community(700 * BTT)));
		assert_ok!(vote(ALICE, other, true, community(400 * BTT)));
		assert_eq!(frozen(ALICE), 700 * BTT);
	});
}

#[test]
fn a_vote_can_be_removed_while_the_question_is_open() {
	ExtBuilder::default().build_and_execute(|| {
		let referendum = propose(Track::Partnerships, remark());
		let before = tally(referendum);
		assert_ok!(vote(ALICE, referendum, true, convinced(600 * BTT, Conviction::Sixfold)));
		assert_ok!(Governance::remove_vote(by(ALICE), referendum));
		assert_eq!((tally(referendum), frozen(ALICE)), (before, 0));
		assert_eq!(Voters::<Test>::get(ALICE), None);
		assert_eq!(events().last(), Some(&Event::VoteRemoved { who: ALICE, referendum }));
		// And cast anew.
		assert_ok!(vote(ALICE, referendum, false, community(BTT)));
	});
}

#[test]
fn a_vote_cannot_be_removed_that_is_not_there() {
	ExtBuilder::default().build_and_execute(|| {
		let referendum = propose(Track::Partnerships, remark());
		assert_noop!(Governance::remove_vote(by(ALICE), referendum), Error::<Test>::NotVoted);
		assert_ok!(vote(ALICE, referendum, true, community(BTT)));
		assert_noop!(Governance::remove_vote(by(ALICE), referendum + 1), Error::<Test>::NotVoted);
		assert_noop!(Governance::remove_vote(by(BOB), referendum), Error::<Test>::NotVoted);
	});
}

#[test]
fn a_vote_cannot_be_removed_after_the_end() {
	ExtBuilder::default().build_and_execute(|| {
		let referendum = propose(Track::Partnerships, remark());
		assert_ok!(vote(ALICE, referendum, true, community(BTT)));
		run(PREPARE + DECISION + 2);
		assert_noop!(Governance::remove_vote(by(ALICE), referendum), Error::<Test>::Ended);
	});
}
