//! What two houses decide, and when the weight passes from one to the other.

use super::*;
use btt_primitives::governance::GovernanceWeights;

fn outcome(referendum: u32) -> (u32, u32) {
	(approval(referendum), support(referendum))
}

#[test]
fn weights_pass_to_the_community_until_2028() {
	ExtBuilder::default().build_and_execute(|| {
		for (now, institutional) in [
			(0, 600_000_000),
			(TGE, 600_000_000),
			(Y2026, 400_000_000),
			(Y2028 - 1, 0),
			(Y2028 - 200, 1),
			(Y2028, 0),
			(Y2028 + 1, 0),
		] {
			set_time(now);
			let weights = GovernanceWeights { institutional, community: 1_000_000_000 - institutional };
			assert_eq!(Governance::governance_weights(), weights, "at {now}");
		}
	});
}

#[test]
fn a_referendum_keeps_the_weights_of_its_submission() {
	ExtBuilder::default().build_and_execute(|| {
		let before = propose(Track::Partnerships, remark());
		set_time(Y2026);
		let after = propose(Track::Partnerships, remark());
		for referendum in [before, after] {
			assert_ok!(vote(INSTITUTE, referendum, true, institutional(2_000 * BTT)));
		}
		assert_eq!((approval(before), approval(after)), (600_000_000, 400_000_000));
		set_time(Y2026 + 86_400_000);
		assert_eq!((approval(before), approval(after)), (600_000_000, 400_000_000));
	});
}

#[test]
fn institutions_alone_reach_two_fifths_in_2026() {
	ExtBuilder::default().build_and_execute(|| {
		set_time(Y2026);
		let referendum = propose(Track::Partnerships, remark());
		assert_ok!(vote(INSTITUTE, referendum, true, institutional(2_000 * BTT)));
		assert_ok!(vote(COLLEGE, referendum, true, institutional(666 * BTT)));
		assert_eq!(approval(referendum), 400_000_000);
		// Not enough for anything.
		run(PREPARE + DECISION + 2);
		assert_eq!(Referenda::as_ongoing(referendum), None);
		assert!(matches!(
			pallet_referenda::ReferendumInfoFor::<Test>::get(referendum),
			Some(pallet_referenda::ReferendumInfo::Rejected(..))
		));
	});
}

#[test]
fn one_voter_of_the_community_reaches_its_part_of_the_quorum() {
	ExtBuilder::default().build_and_execute(|| {
		// 20 million BTT in the community's house.
		let community_now = Staking::electorate().community;
		assert_ok!(Balances::mint_into(&60, 20_000_000 * BTT - community_now - 1_333_333_333_333_333_333_333));
		set_time(Y2026);
		assert_eq!(Staking::electorate().community, 20_000_000 * BTT);
		let referendum = propose(Track::Partnerships, remark());
		Bonus::set(Default::default());
		assert_ok!(vote(ALICE, referendum, true, community(1_000 * BTT)));
		assert_eq!(outcome(referendum), (600_000, 30_000));
	});
}

#[test]
fn the_community_decides_alone_from_2028_on() {
	ExtBuilder::default().build_and_execute(|| {
		set_time(Y2028 - 1);
		let before = propose(Track::Partnerships, remark());
		set_time(Y2028);
		let after = propose(Track::Partnerships, remark());
		for referendum in [before, after] {
			assert_ok!(vote(ALICE, referendum, true, community(1_000 * BTT)));
			assert_noop!(vote(INSTITUTE, referendum, true, institutional(1)), Error::<Test>::MoreThanHeld);
			assert_eq!(approval(referendum), 1_000_000_000);
		}
	});
}

#[test]
fn an_institutional_house_that_is_empty_passes_its_weight_on() {
	ExtBuilder::default().build_and_execute(|| {
		let referendum = propose(Track::Partnerships, remark());
		assert_ok!(vote(ALICE, referendum, true, community(1_000 * BTT)));
		assert_eq!(approval(referendum), 400_000_000);
		set_time(Y2028);
		assert_eq!(approval(referendum), 1_000_000_000);
	});
}

#[test]
fn an_upgrade_takes_two_thirds() {
	ExtBuilder::default().build_and_execute(|| {
		set_time(Y2028);
		Bonus::set(Default::default());
		let of = |ayes, nays| {
			let referendum = propose(Track::NetworkUpgrade, remark());
			assert_ok!(vote(ALICE, referendum, true, community(ayes)));
			assert_ok!(vote(BOB, referendum, false, community(nays)));
			let approval = approval(referendum);
			assert_ok!(Governance::remove_vote(by(ALICE), referendum));
			assert_ok!(Governance::remove_vote(by(BOB), referendum));
			approval
		};
		assert_eq!(of(1_000 * BTT, 500 * BTT), 666_666_667);
		assert_eq!(of(1_000 * BTT - 1, 500 * BTT), 666_666_666);
		assert_eq!(of(1_000 * BTT, 500 * BTT + 1), 666_666_666);
		assert_eq!(of(1_000 * BTT, 400 * BTT), 714_285_714);
	});
}

#[test]
fn an_upgrade_takes_a_majority_of_each_house() {
	ExtBuilder::default().build_and_execute(|| {
		set_time(Y2028 - 40 * 86_400_000);
		let referendum = propose(Track::NetworkUpgrade, remark());
		assert_ok!(vote(ALICE, referendum, true, community(1_000 * BTT)));
		// The community's weight is 97.8 %, but the other house is not empty.
		assert_eq!(tally(referendum).institutional_weight, 21_917_808);
		assert_eq!(approval(referendum), 666_666_666);
		assert_ok!(vote(COLLEGE, referendum, true, institutional(10 * BTT)));
		assert_eq!(approval(referendum), 1_000_000_000);
		assert_ok!(vote(INSTITUTE, referendum, false, institutional(10 * BTT)));
		assert_eq!(approval(referendum), 666_666_666);
	});
}

#[test]
fn other_tracks_take_a_majority_of_both_houses_together() {
	ExtBuilder::default().build_and_execute(|| {
		set_time(Y2028 - 40 * 86_400_000);
		let referendum = propose(Track::ResourceAllocation, remark());
		assert_ok!(vote(ALICE, referendum, true, community(1_000 * BTT)));
		assert_eq!(approval(referendum), 978_082_192);
	});
}

#[test]
fn nobody_blocks_a_track_by_silence() {
	ExtBuilder::default().build_and_execute(|| {
		// In the first half of the first year a silent house keeps the other one from a majority, but later it does not.
		let months = |months| btt_math::calendar::add_months(TGE, months).unwrap();
		for (now, passes) in [(TGE, false), (months(5), false), (months(7), true), (months(30), true)] {
			set_time(now);
			let referendum = propose(Track::ResourceAllocation, remark());
			assert_ok!(vote(ALICE, referendum, true, community(1_000 * BTT)));
			run(PREPARE + DECISION + 1);
			let decided = pallet_referenda::ReferendumInfoFor::<Test>::get(referendum).unwrap();
			let approved = matches!(decided, pallet_referenda::ReferendumInfo::Approved(..));
			assert_eq!(approved, passes, "at {now}");
			run(ENACTMENT + 1);
			assert_ok!(Governance::unlock(by(ALICE), ALICE));
		}
	});
}

#[test]
fn the_quorum_is_bounded() {
	use crate::Franchise;
	ExtBuilder::default().build_and_execute(|| {
		for (set, used) in [(0, 10_000_000), (5, 50_000_000), (20, 200_000_000), (100, 200_000_000)] {
			Quorum::set(sp_runtime::Perbill::from_percent(set));
			assert_eq!(Governance::quorum(), used);
		}
	});
}
