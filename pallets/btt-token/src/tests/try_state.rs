//! Every check notices what it is for.

use super::*;
use crate::{Discretionary, Initiatives, Milestones, NextMilestone, ObjectionsOf};
use frame_support::traits::{
	fungible::{Mutate, MutateFreeze},
	tokens::{Fortitude, Precision, Preservation},
};

/// Whether `check` fails once `corrupt` has changed a state in which something of everything has happened.
fn notices(check: &str, corrupt: impl FnOnce()) {
	ExtBuilder::default().build().execute_with(|| {
		let paid = accepted(5 * BTT);
		let _ = [filed(5 * BTT), suspended(5 * BTT), milestone(5 * BTT)];
		assert_ok!(release(Allocation::EcosystemGrowthFund, NOBODY, BTT));
		set_time(month(2));
		assert_eq!(paid, 0);
		check_state();
		corrupt();
		let error: &'static str = BttToken::do_try_state().unwrap_err().into();
		assert!(error.starts_with(check), "{error}");
	});
}

fn change(id: MilestoneId, change: impl FnOnce(&mut Milestone<AccountId>)) {
	Milestones::<Test>::mutate(id, |milestone| change(milestone.as_mut().unwrap()));
}

fn change_ledger(change: impl FnOnce(&mut InitiativeLedger)) {
	Initiatives::<Test>::mutate(Initiative::CoreProtocol, change);
}

#[test]
fn that_a_pot_holds_too_little() {
	notices("1:", || {
		let pot = BttToken::pot_of(Allocation::Foundation);
		assert_ok!(Balances::burn_from(&pot, 1, Preservation::Expendable, Precision::Exact, Fortitude::Force));
	});
}

#[test]
fn that_a_pot_could_be_reaped() {
	let pot = || BttToken::pot_of(Allocation::Foundation);
	notices("1:", || Balances::thaw(&FreezeReason::Pot.into(), &pot()).unwrap());
	notices("1:", || {
		for _ in 0..2 {
			assert_ok!(System::dec_providers(&pot()));
		}
	});
}

#[test]
fn that_more_exists_than_was_issued() {
	notices("2:", || {
		assert_ok!(Balances::mint_into(&NOBODY, BTT));
	});
}

#[test]
fn that_a_cap_is_exceeded() {
	notices("3:", || {
		Discretionary::<Test>::mutate(|releases| releases.ecosystem_growth_fund = 14_000_000 * BTT);
	});
}

#[test]
fn that_an_initiative_promises_too_much() {
	notices("4:", || change_ledger(|ledger| ledger.committed = Initiative::CoreProtocol.total() + 1));
	notices("4:", || change_ledger(|ledger| ledger.committed += 1));
	notices("4:", || change_ledger(|ledger| ledger.accepted += 1));
	notices("4:", || change_ledger(|ledger| ledger.open += 1));
}

#[test]
fn that_a_milestone_was_paid_more_than_the_ledger_knows() {
	notices("4:", || {
		change(0, |milestone| milestone.state = MilestoneState::Accepted { evidence: EVIDENCE, offset: 0, paid: 1 })
	});
}

#[test]
fn that_a_milestone_is_settled_but_still_there() {
	notices("4:", || {
		change(0, |milestone| {
			milestone.state = MilestoneState::Accepted { evidence: EVIDENCE, offset: 0, paid: 5 * BTT }
		});
		change_ledger(|ledger| ledger.released = 5 * BTT);
	});
}

#[test]
fn that_a_milestone_was_paid_ahead_of_the_line() {
	notices("4:", || {
		let offset = 10_000_000 * BTT;
		change(0, |milestone| milestone.state = MilestoneState::Accepted { evidence: EVIDENCE, offset, paid: 1 });
		change_ledger(|ledger| ledger.released = 1);
	});
}

#[test]
fn that_accepted_milestones_overlap() {
	notices("4:", || {
		change(3, |milestone| milestone.state = MilestoneState::Accepted { evidence: EVIDENCE, offset: 1, paid: 0 });
		change_ledger(|ledger| {
			ledger.accepted += 5 * BTT;
			ledger.open -= 1;
		});
	});
}

#[test]
fn that_an_id_will_be_used_twice() {
	notices("5:", || NextMilestone::<Test>::put(3));
}

#[test]
fn that_objections_do_not_add_up() {
	let who = account(1);
	notices("6:", || {
		change(1, |milestone| {
			milestone.state = MilestoneState::Filed { evidence: EVIDENCE, objections_until: now(), objected: 1 }
		})
	});
	notices("6:", || {
		assert_ok!(Balances::thaw(&FreezeReason::Objection.into(), &who));
		ObjectionsOf::<Test>::remove(&who);
	});
	notices("6:", || ObjectionsOf::<Test>::insert(NOBODY, crate::Objections::default()));
}

#[test]
fn that_a_freeze_is_not_what_objections_need() {
	notices("7:", || Balances::set_freeze(&FreezeReason::Objection.into(), &account(1), BTT).unwrap());
}
