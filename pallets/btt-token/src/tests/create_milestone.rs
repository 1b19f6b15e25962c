use super::*;
use crate::types::MAX_TERM;

fn create(initiative: Initiative, amount: Balance, deadline: Moment, grantee: AccountId) -> DispatchResult {
	BttToken::create_milestone(by(GOVERNANCE), initiative, amount, deadline, grantee)
}

#[test]
fn a_milestone_sets_its_amount_aside() {
	ExtBuilder::default().build_and_execute(|| {
		let deadline = now() + DAY;
		assert_ok!(create(Initiative::CoreProtocol, 5 * BTT, deadline, GRANTEE));
		System::assert_last_event(
			Event::MilestoneCreated {
				id: 0,
				initiative: Initiative::CoreProtocol,
				amount: 5 * BTT,
				deadline,
				grantee: GRANTEE,
			}
			.into(),
		);
		assert_eq!(
			stored(0),
			Milestone {
				initiative: Initiative::CoreProtocol,
				amount: 5 * BTT,
				deadline,
				grantee: GRANTEE,
				state: MilestoneState::Open
			}
		);
		assert_eq!(ledger(), InitiativeLedger { committed: 5 * BTT, accepted: 0, released: 0, open: 1 });
		assert_eq!(pot_balance(Allocation::Foundation), Allocation::Foundation.total());
		assert_eq!(milestone(BTT), 1);
	});
}

#[test]
fn only_the_milestone_origin_creates_milestones() {
	ExtBuilder::default().build_and_execute(|| {
		for origin in [by(GRANTEE), RuntimeOrigin::root(), RuntimeOrigin::none()] {
			assert_noop!(
				BttToken::create_milestone(origin, Initiative::CoreProtocol, BTT, now() + 1, GRANTEE),
				DispatchError::BadOrigin
			);
		}
	});
}

#[test]
fn an_initiative_cannot_promise_more_than_it_has() {
	ExtBuilder::default().build_and_execute(|| {
		let initiative = Initiative::CoreProtocol;
		for amount in [initiative.total() + 1, Balance::MAX] {
			assert_noop!(create(initiative, amount, now() + 1, GRANTEE), Error::<Test>::InsufficientInitiative);
		}
		assert_ok!(create(initiative, initiative.total() - 1, now() + 1, GRANTEE));
		assert_noop!(create(initiative, 2, now() + 1, GRANTEE), Error::<Test>::InsufficientInitiative);
		assert_ok!(create(initiative, 1, now() + 1, GRANTEE));
		assert_noop!(create(initiative, 1, now() + 1, GRANTEE), Error::<Test>::InsufficientInitiative);
		assert_ok!(create(Initiative::ResearchPartnerships, 1, now() + 1, GRANTEE));
	});
}

#[test]
fn the_undecided_milestones_of_an_initiative_are_bounded() {
	ExtBuilder::default().build_and_execute(|| {
		for _ in 0..4 {
			milestone(BTT);
		}
		assert_noop!(create(Initiative::CoreProtocol, BTT, now() + 1, GRANTEE), Error::<Test>::TooManyMilestones);
		milestone_of(Initiative::AiIntegration, BTT);

		// An accepted one makes room, paid or not.
		assert_ok!(BttToken::file_evidence(by(GRANTEE), 0, EVIDENCE));
		pass(PERIOD + 1);
		assert_ok!(BttToken::conclude(by(NOBODY), 0));
		milestone(BTT);
	});
}

#[test]
fn a_deadline_lies_in_the_future_but_not_far() {
	ExtBuilder::default().build_and_execute(|| {
		let initiative = Initiative::CoreProtocol;
		for deadline in [0, now() - 1, now()] {
			assert_noop!(create(initiative, BTT, deadline, GRANTEE), Error::<Test>::DeadlineInPast);
		}
		for deadline in [now() + MAX_TERM + 1, Moment::MAX] {
			assert_noop!(create(initiative, BTT, deadline, GRANTEE), Error::<Test>::DeadlineTooFar);
		}
		assert_ok!(create(initiative, BTT, now() + 1, GRANTEE));
		assert_ok!(create(initiative, BTT, now() + MAX_TERM, GRANTEE));
	});
}

#[test]
fn a_milestone_is_for_something_and_somebody() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(create(Initiative::CoreProtocol, 0, now() + 1, GRANTEE), Error::<Test>::ZeroAmount);
		let pot = BttToken::pot_of(Allocation::MiningRewards);
		assert_noop!(create(Initiative::CoreProtocol, BTT, now() + 1, pot), Error::<Test>::IsPot);
	});
}

#[test]
fn ids_run_out_without_harm() {
	ExtBuilder::default().build_and_execute(|| {
		crate::NextMilestone::<Test>::put(MilestoneId::MAX);
		assert_noop!(create(Initiative::CoreProtocol, BTT, now() + 1, GRANTEE), Error::<Test>::TooManyMilestones);
	});
}
