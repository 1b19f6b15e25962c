//! `unlock`: how long what voted stays.

use super::*;

/// Let a referendum pass with a vote of ALICE in favour. Returns its number.
fn pass(stake: Stake) -> u32 {
	let referendum = propose(Track::TechnicalStandards, remark());
	assert_ok!(vote(INSTITUTE, referendum, true, institutional(3_000 * BTT)));
	assert_ok!(vote(ALICE, referendum, true, stake));
	assert_ok!(vote(BOB, referendum, false, community(10 * BTT)));
	while Referenda::as_ongoing(referendum).is_some() {
		run(1);
	}
	referendum
}

#[test]
fn what_voted_stays_until_enactment() {
	ExtBuilder::default().build_and_execute(|| {
		pass(community(600 * BTT));
		run(ENACTMENT - 1);
		// Whichever way it voted.
		for who in [ALICE, BOB, INSTITUTE] {
			assert_noop!(Governance::unlock(by(who), who), Error::<Test>::NothingToUnlock);
		}
		run(1);
		for who in [ALICE, BOB, INSTITUTE] {
			assert_ok!(Governance::unlock(by(CAROL), who));
			assert_eq!((frozen(who), Voters::<Test>::get(who)), (0, None));
			assert_eq!(events().last(), Some(&Event::Unlocked { who, locked: 0 }));
		}
	});
}

#[test]
fn what_voted_on_what_was_rejected_is_free_at_once() {
	ExtBuilder::default().build_and_execute(|| {
		let referendum = propose(Track::TechnicalStandards, remark());
		assert_ok!(vote(ALICE, referendum, true, convinced(600 * BTT, Conviction::Sixfold)));
		assert_ok!(vote(INSTITUTE, referendum, false, institutional(3_000 * BTT)));
		run(PREPARE + DECISION - 1);
		assert_noop!(Governance::unlock(by(ALICE), ALICE), Error::<Test>::NothingToUnlock);
		run(1);
		assert_ok!(Governance::unlock(by(ALICE), ALICE));
		assert_eq!(frozen(ALICE), 0);
	});
}

#[test]
fn conviction_locks_whoever_got_its_way() {
	ExtBuilder::default().build_and_execute(|| {
		let referendum = propose(Track::TechnicalStandards, remark());
		assert_ok!(vote(ALICE, referendum, false, convinced(600 * BTT, Conviction::Threefold)));
		run(PREPARE + DECISION);
		assert_ok!(Governance::unlock(by(ALICE), ALICE));
		// The vote makes room for others; its tokens stay for two periods.
		assert_eq!(Voters::<Test>::get(ALICE).unwrap().votes.len(), 0);
		assert_eq!(frozen(ALICE), 600 * BTT);
		run(2 * PERIOD - 1);
		assert_noop!(Governance::unlock(by(ALICE), ALICE), Error::<Test>::NothingToUnlock);
		run(1);
		assert_ok!(Governance::unlock(by(ALICE), ALICE));
		assert_eq!(frozen(ALICE), 0);
	});
}

#[test]
fn conviction_never_frees_before_enactment() {
	ExtBuilder::default().build_and_execute(|| {
		pass(convinced(600 * BTT, Conviction::Twofold));
		assert_noop!(Governance::unlock(by(ALICE), ALICE), Error::<Test>::NothingToUnlock);
		run(ENACTMENT + 1);
		assert_ok!(Governance::unlock(by(ALICE), ALICE));
		assert_eq!(frozen(ALICE), 600 * BTT);
		run(PERIOD);
		assert_ok!(Governance::unlock(by(ALICE), ALICE));
		assert_eq!(frozen(ALICE), 0);
	});
}

#[test]
fn what_voted_on_what_was_cancelled_is_free_at_once() {
	ExtBuilder::default().build_and_execute(|| {
		let referendum = propose(Track::TechnicalStandards, remark());
		assert_ok!(vote(ALICE, referendum, true, community(600 * BTT)));
		assert_ok!(Referenda::cancel(Track::NetworkUpgrade.into(), referendum));
		assert_noop!(vote(BOB, referendum, true, community(BTT)), Error::<Test>::NotFound);
		assert_ok!(Governance::unlock(by(ALICE), ALICE));
		assert_eq!((frozen(ALICE), Voters::<Test>::get(ALICE)), (0, None));
	});
}

#[test]
fn what_still_votes_stays() {
	ExtBuilder::default().build_and_execute(|| {
		let referendum = pass(community(600 * BTT));
		let open = propose(Track::Partnerships, remark());
		assert_ok!(vote(ALICE, open, true, community(200 * BTT)));
		run(ENACTMENT);
		assert_ok!(Governance::unlock(by(ALICE), ALICE));
		assert_eq!(frozen(ALICE), 200 * BTT);
		assert!(Voters::<Test>::get(ALICE).unwrap().votes.iter().all(|vote| vote.referendum != referendum));
	});
}

#[test]
fn a_lock_follows_what_has_vested() {
	ExtBuilder::default().build_and_execute(|| {
		let referendum = propose(Track::Partnerships, remark());
		assert_ok!(vote(INSTITUTE, referendum, true, community(100 * BTT)));
		assert_eq!(frozen(INSTITUTE), 3_100 * BTT);
		set_time(Y2026);
		assert_ok!(VestingSchedules::vest(by(ALICE), INSTITUTE));
		// What has vested since is not needed below what votes.
		assert_ok!(Governance::unlock(by(ALICE), INSTITUTE));
		assert_eq!(frozen(INSTITUTE), 2_100 * BTT);
		assert_noop!(Governance::unlock(by(ALICE), INSTITUTE), Error::<Test>::NothingToUnlock);
	});
}

#[test]
fn a_returned_deposit_is_free_again() {
	ExtBuilder::default().build_and_execute(|| {
		let referendum = propose(Track::Partnerships, remark());
		assert_ok!(deposit(ALICE, 300 * BTT));
		assert_ok!(vote(ALICE, referendum, true, community(500 * BTT)));
		assert_eq!(liquid(ALICE), 200 * BTT);
		return_deposit(ALICE);
		assert_ok!(Governance::unlock(by(ALICE), ALICE));
		assert_eq!(liquid(ALICE), 500 * BTT);
	});
}

#[test]
fn nobody_unlocks_what_is_not_locked() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Governance::unlock(by(ALICE), BOB), Error::<Test>::NoVoter);
	});
}
