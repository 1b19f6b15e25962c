use super::*;
use btt_primitives::schedule;

fn claim(id: MilestoneId) -> DispatchResult {
	BttToken::claim_milestone(by(NOBODY), id)
}

/// What the line of the core protocol has reached.
fn reached() -> Balance {
	schedule::initiative_line(month(0), Initiative::CoreProtocol).unwrap().vested(now())
}

#[test]
fn a_milestone_is_paid_along_the_line() {
	ExtBuilder::default().build_and_execute(|| {
		let amount = Initiative::CoreProtocol.total();
		let id = accepted(amount);
		let mut paid = 0;
		for months in [1, 2, 12, 30, 47] {
			set_time(month(months));
			assert_ok!(claim(id));
			System::assert_last_event(Event::MilestonePaid { id, grantee: GRANTEE, amount: reached() - paid }.into());
			paid = reached();
			assert_eq!(Balances::balance(&GRANTEE), paid);
			assert_eq!(ledger(), InitiativeLedger { committed: amount, accepted: amount, released: paid, open: 0 });
			assert_eq!(pot_balance(Allocation::Foundation), Allocation::Foundation.total() - paid);
			assert_noop!(claim(id), Error::<Test>::NothingToClaim);
			check_state();
		}
		set_time(month(48));
		assert_ok!(claim(id));
		assert_eq!(Balances::balance(&GRANTEE), amount);
		assert_eq!(ledger(), InitiativeLedger { committed: amount, accepted: amount, released: amount, open: 0 });
		assert!(!exists(id));
		assert_noop!(claim(id), Error::<Test>::NotFound);
	});
}

#[test]
fn milestones_are_paid_in_the_order_of_their_acceptance() {
	ExtBuilder::default().build_and_execute(|| {
		// Three quarters of the line: 11.025 M BTT in month 36, less what the calendar shifts.
		let (late, early) = (milestone(4_000_000 * BTT), milestone(9_000_000 * BTT));
		for id in [early, late] {
			assert_ok!(BttToken::file_evidence(by(GRANTEE), id, EVIDENCE));
			pass(PERIOD + 1);
			assert_ok!(BttToken::conclude(by(NOBODY), id));
		}
		assert!(matches!(stored(late).state, MilestoneState::Accepted { offset, .. } if offset == 9_000_000 * BTT));

		set_time(month(24));
		assert_noop!(claim(late), Error::<Test>::NothingToClaim);
		set_time(month(36));
		assert_ok!(claim(late));
		assert_eq!(Balances::balance(&GRANTEE), reached() - 9_000_000 * BTT);
		// The earlier one is fully within the line.
		assert_ok!(claim(early));
		assert!(!exists(early));
		assert_eq!(ledger().released, reached());
		set_time(month(60));
		assert_ok!(claim(late));
		assert_eq!(Balances::balance(&GRANTEE), 13_000_000 * BTT);
	});
}

#[test]
fn late_acceptance_pays_late() {
	ExtBuilder::default().build_and_execute(|| {
		set_time(month(62));
		let before = headroom();
		let id = accepted(Initiative::CoreProtocol.total());
		assert!(now() > month(62) + PERIOD);
		assert_ok!(claim(id));
		assert_eq!(Balances::balance(&GRANTEE), Initiative::CoreProtocol.total());
		assert!(!exists(id));
		// The line counted all along, so paying late takes nothing from other releases.
		assert!(headroom() >= before);
	});
}

#[test]
fn only_accepted_milestones_are_paid() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(claim(0), Error::<Test>::NotFound);
		for id in [milestone(BTT), filed(BTT), suspended(BTT)] {
			set_time(now() + 1);
			assert_noop!(claim(id), Error::<Test>::NotAccepted);
		}
		// Even when nothing but `conclude` is missing.
		let id = filed(BTT);
		pass(PERIOD + 1);
		assert_noop!(claim(id), Error::<Test>::NotAccepted);
		assert_noop!(BttToken::claim_milestone(RuntimeOrigin::root(), id), DispatchError::BadOrigin);
	});
}

#[test]
fn nothing_is_paid_before_the_line_reaches_the_milestone() {
	ExtBuilder::default().build_and_execute(|| {
		let id = filed(BTT);
		pass(PERIOD + 1);
		assert_ok!(BttToken::conclude(by(NOBODY), id));
		set_time(month(0));
		assert_noop!(claim(id), Error::<Test>::NothingToClaim);
	});
}

#[test]
fn a_payment_that_cannot_be_received_waits() {
	ExtBuilder::default().build_and_execute(|| {
		let id = accepted(ED - 1);
		assert_noop!(claim(id), Error::<Test>::BelowMinimum);
		assert_ok!(transfer(account(1), GRANTEE, ED));
		assert_ok!(claim(id));
		assert_eq!(Balances::balance(&GRANTEE), 2 * ED - 1);
	});
}

#[test]
fn the_foundation_is_paid_out_to_the_last_unit() {
	ExtBuilder::default().build_and_execute(|| {
		let ids = Initiative::ALL.map(|initiative| {
			let id = milestone_of(initiative, initiative.total());
			assert_ok!(BttToken::file_evidence(by(GRANTEE), id, EVIDENCE));
			id
		});
		pass(PERIOD + 1);
		for id in ids {
			assert_ok!(BttToken::conclude(by(NOBODY), id));
		}
		for time in [month(20), month(48) - 1, month(48)] {
			set_time(time);
			for id in ids {
				assert_ok!(claim(id));
				check_state();
			}
		}
		assert_eq!(pot_balance(Allocation::Foundation), 0);
		assert_eq!(Balances::balance(&GRANTEE), Allocation::Foundation.total());
		assert_eq!(Balances::total_issuance(), TOTAL_SUPPLY);
	});
}
