//! What calls weigh that concern other accounts, and what a loss of stake does.

use super::*;
use crate::WeightInfo;
use btt_primitives::{staking::OnStakeChanged, vesting::OnRotate};
use frame_support::weights::Weight;

fn weight_of(who: AccountId) -> Weight {
	<Governance as OnStakeChanged<_>>::on_stake_reduced_weight_of(&who)
}

/// Let `who` have so many votes.
fn vote_often(who: AccountId, count: u32) {
	for _ in 0..count {
		assert_ok!(vote(who, propose(Track::Partnerships, remark()), true, community(BTT)));
	}
}

#[test]
fn a_call_weighs_what_there_was_to_do() {
	ExtBuilder::default().build_and_execute(|| {
		vote_often(ALICE, 2);
		let weight = Governance::delegate(by(BOB), Track::Partnerships, ALICE, community(BTT)).unwrap().actual_weight;
		assert_eq!(weight, Some(<()>::delegate(2)));
		let weight = Governance::undelegate(by(BOB), Track::Partnerships).unwrap().actual_weight;
		assert_eq!(weight, Some(<()>::undelegate(2)));

		run(PERIOD);
		let weight = Governance::unlock(by(BOB), ALICE).unwrap().actual_weight;
		assert_eq!(weight, Some(<()>::unlock(2)));

		vote_often(ALICE, 1);
		assert_ok!(Governance::delegate(by(ALICE), Track::NetworkUpgrade, CAROL, community(900 * BTT)));
		assert_ok!(deposit(ALICE, 200 * BTT));
		let weight = Governance::refresh(by(BOB), ALICE).unwrap().actual_weight;
		assert_eq!(weight, Some(<()>::refresh(1).saturating_add(<()>::pass_on(0))));
	});
}

#[test]
fn a_stake_weighs_little_whose_owner_never_voted() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(weight_of(ALICE), <()>::look_up());
	});
}

#[test]
fn a_stake_weighs_what_its_owner_and_those_it_follows_vote_on() {
	ExtBuilder::default().build_and_execute(|| {
		vote_often(ALICE, 3);
		vote_often(BOB, 1);
		assert_eq!(weight_of(BOB), <()>::refresh(1));
		assert_ok!(Governance::delegate(by(BOB), Track::NetworkUpgrade, ALICE, community(BTT)));
		assert_ok!(Governance::delegate(by(BOB), Track::TechnicalStandards, CAROL, community(BTT)));
		let weight = <()>::refresh(1).saturating_add(<()>::pass_on(3)).saturating_add(<()>::pass_on(0));
		assert_eq!(weight_of(BOB), weight);
	});
}

#[test]
fn no_stake_weighs_more_than_is_declared() {
	ExtBuilder::default().build_and_execute(|| {
		vote_often(BOB, MAX_VOTES);
		// When these have ended, one after the other, they still have to be looked at.
		run(PREPARE + 2 * DECISION + 10);
		vote_often(ALICE, MAX_VOTES);
		for track in Track::ALL {
			assert_ok!(Governance::delegate(by(BOB), track, ALICE, community(100 * BTT)));
		}
		let declared = <Governance as OnStakeChanged<_>>::on_stake_reduced_weight();
		assert_eq!((weight_of(BOB), Governance::cut_weight()), (declared, declared));
	});
}

#[test]
fn a_rotation_weighs_what_ends_and_what_moves() {
	ExtBuilder::default().build_and_execute(|| {
		let most = <()>::rotate(MAX_VOTES).saturating_add(<()>::pass_on(MAX_VOTES).saturating_mul(4));
		// Then the stake leaves.
		assert_eq!(<Governance as OnRotate<_>>::on_rotate_weight(), most.saturating_add(<()>::refresh(0)));
	});
}
