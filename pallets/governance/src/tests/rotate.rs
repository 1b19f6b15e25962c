//! What happens to votes when a beneficiary moves to another account.

use super::*;

const NEW: AccountId = 20;

fn rotate(who: AccountId) -> frame_support::dispatch::DispatchResult {
	VestingSchedules::rotate(by(who), NEW)
}

#[test]
fn votes_do_not_move_with_the_tokens() {
	ExtBuilder::default().build_and_execute(|| {
		let referendum = propose(Track::Partnerships, remark());
		assert_ok!(vote(INSTITUTE, referendum, true, institutional(3_000 * BTT)));
		assert_ok!(rotate(INSTITUTE));
		assert_eq!(tally(referendum).institutional, Default::default());
		assert_eq!((frozen(INSTITUTE), frozen(NEW)), (0, 0));
		assert_eq!(Voters::<Test>::iter().count(), 0);
		// They can be cast again.
		assert_ok!(vote(NEW, referendum, false, institutional(3_000 * BTT)));
		assert_eq!(tally(referendum).institutional.raw_nays, 3_000 * BTT);
	});
}

#[test]
fn a_delegation_does_not_move_but_its_lock_does() {
	ExtBuilder::default().build_and_execute(|| {
		let referendum = propose(Track::Partnerships, remark());
		assert_ok!(vote(ALICE, referendum, true, community(100 * BTT)));
		let stake = Stake { institutional: 3_000 * BTT, community: 100 * BTT, conviction: Conviction::None };
		assert_ok!(Governance::delegate(by(INSTITUTE), Track::Partnerships, ALICE, stake));
		assert_ok!(rotate(INSTITUTE));
		assert_eq!(tally(referendum).institutional, Default::default());
		assert_eq!(tally(referendum).community.raw_ayes, 100 * BTT);
		assert_eq!(frozen(NEW), 3_100 * BTT);
		run(PERIOD);
		assert_ok!(Governance::unlock(by(ALICE), NEW));
		assert_eq!(frozen(NEW), 0);
	});
}

#[test]
fn locks_of_what_has_ended_move_with_the_tokens() {
	ExtBuilder::default().build_and_execute(|| {
		let referendum = propose(Track::Partnerships, remark());
		assert_ok!(vote(ALICE, referendum, true, community(1_000 * BTT)));
		let stake = Stake { institutional: 3_000 * BTT, community: 100 * BTT, conviction: Conviction::Twofold };
		assert_ok!(vote(INSTITUTE, referendum, true, stake));
		while Referenda::as_ongoing(referendum).is_some() {
			run(1);
		}
		assert_ok!(rotate(INSTITUTE));
		assert_eq!((frozen(INSTITUTE), frozen(NEW)), (0, 3_100 * BTT));
		assert_noop!(Governance::unlock(by(NEW), NEW), Error::<Test>::NothingToUnlock);
		run(ENACTMENT);
		assert_ok!(Governance::unlock(by(NEW), NEW));
		// 100 BTT stay for a period, on top of what is unvested.
		assert_eq!(frozen(NEW), 3_100 * BTT);
		run(PERIOD);
		assert_ok!(Governance::unlock(by(NEW), NEW));
		assert_eq!(frozen(NEW), 0);
	});
}

#[test]
fn a_delegation_to_the_new_account_ends() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(transfer(ALICE, NEW, 500 * BTT));
		assert_ok!(bond(NEW, 100 * BTT));
		let referendum = propose(Track::Partnerships, remark());
		assert_ok!(vote(NEW, referendum, true, community(500 * BTT)));
		assert_ok!(Governance::delegate(by(INSTITUTE), Track::Partnerships, NEW, institutional(3_000 * BTT)));
		assert_eq!(tally(referendum).institutional.raw_ayes, 3_000 * BTT);
		assert_ok!(rotate(INSTITUTE));
		assert_eq!(tally(referendum).institutional, Default::default());
		assert_eq!(tally(referendum).community.raw_ayes, 500 * BTT);
		assert_eq!(Voters::<Test>::get(NEW).unwrap().received(Track::Partnerships), Default::default());
	});
}

#[test]
fn what_others_delegated_does_not_move() {
	ExtBuilder::default().build_and_execute(|| {
		let referendum = propose(Track::Partnerships, remark());
		assert_ok!(Governance::delegate(by(ALICE), Track::Partnerships, INSTITUTE, community(500 * BTT)));
		assert_ok!(vote(INSTITUTE, referendum, true, institutional(3_000 * BTT)));
		assert_ok!(rotate(INSTITUTE));
		assert_eq!(tally(referendum).community, Default::default());
		assert_ok!(vote(NEW, referendum, true, institutional(3_000 * BTT)));
		assert_eq!(tally(referendum).community, Default::default());
		assert_ok!(Governance::undelegate(by(ALICE), Track::Partnerships));
		assert_eq!(Voters::<Test>::get(INSTITUTE), None);
	});
}

#[test]
fn locks_need_room_where_they_move() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(transfer(ALICE, NEW, 500 * BTT));
		assert_ok!(bond(NEW, 100 * BTT));
		let referendum = propose(Track::Partnerships, remark());
		assert_ok!(vote(INSTITUTE, referendum, true, institutional(BTT)));
		run(PREPARE + DECISION + 1);
		for _ in 0..MAX_VOTES {
			assert_ok!(vote(NEW, propose(Track::Partnerships, remark()), true, community(BTT)));
		}
		assert_noop!(rotate(INSTITUTE), Error::<Test>::TooManyVotes);
		assert_ok!(Governance::unlock(by(ALICE), INSTITUTE));
		assert_ok!(rotate(INSTITUTE));
		// The votes of the account that takes over stay as they were.
		assert_eq!(Voters::<Test>::get(NEW).unwrap().votes.len(), MAX_VOTES as usize);
	});
}
