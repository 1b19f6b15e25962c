use super::*;
use crate::{Backlog, Closed, ClosedEra, CurrentEra, Dispute, Disputes, Ledger, NextRules, Providers, Rules, Slot};
use btt_primitives::mining::JobRewards;
use frame_support::{
	assert_ok,
	storage::with_transaction,
	traits::{
		fungible::{Mutate, MutateHold},
		tokens::{Fortitude::Polite, Precision::Exact, Preservation::Expendable},
	},
};
use sp_runtime::{DispatchError, TransactionOutcome};

/// Alice and Bob have worked in two eras: the first one is settled, with a share of Alice's contested; points of
/// Bob's in the second one are contested; and Alice is owed something.
fn busy(test: impl FnOnce()) {
	ExtBuilder::default().build_and_execute(|| {
		let mut small = job(ALICE, 100);
		small.public_fees = ED / 40;
		let points = MiningRewards::report(&small).unwrap().points;
		work(BOB, 100);
		next_era();
		assert_ok!(contest(ALICE, 1, points / 2));
		eras(2);
		assert_ok!(settle([ALICE]));
		work(CAROL, 10);
		work(BOB, 10);
		work(ALICE, 10);
		next_era();
		work(CAROL, 10);
		assert_ok!(contest(BOB, 4, 1));
		let books = books();
		assert!(books.contested > 0 && books.owed > 0 && books.paid > 0 && books.assigned > 0, "{books:?}");
		check();
		test();
	});
}

/// Whether the check of this number finds it if something is spoiled.
fn finds(error: &str, spoil: impl FnOnce()) {
	busy(|| {
		with_transaction(|| {
			spoil();
			let found: &'static str = MiningRewards::do_try_state().expect_err("nothing was found").into();
			assert!(found.starts_with(error), "{found}");
			TransactionOutcome::Rollback(Ok::<_, DispatchError>(()))
		})
		.unwrap();
	});
}

fn change(who: AccountId, change: impl FnOnce(&mut crate::Provider)) {
	Providers::<Test>::mutate(who, |provider| change(provider.as_mut().unwrap()));
}

#[test]
fn books_that_do_not_add_up_are_found() {
	finds("1: the books do not add up", || Ledger::<Test>::mutate(|books| books.unassigned -= 1));
	finds("1: the books do not add up", || Ledger::<Test>::mutate(|books| books.paid += 1));
}

#[test]
fn a_pot_that_lost_tokens_is_found() {
	finds("1: the pot holds too little", || {
		assert_ok!(Balances::burn_from(&POT, 1, Expendable, Exact, Polite));
	});
}

#[test]
fn more_than_was_emitted_is_found() {
	finds("1: more was assigned than was emitted", || {
		Ledger::<Test>::mutate(|books| {
			books.assigned += books.unassigned / 2;
			books.unassigned -= books.unassigned / 2;
		});
	});
}

#[test]
fn an_era_that_hands_out_more_than_there_is_is_found() {
	finds("1: the era hands out more", || CurrentEra::<Test>::mutate(|era| era.budget = books().unassigned + 1));
}

#[test]
fn points_that_were_lost_or_made_are_found() {
	finds("2: the points of the era", || CurrentEra::<Test>::mutate(|era| era.points += 1));
	finds("2: the points of the era", || change(CAROL, |carol| carol.work.points -= 1));
	finds("2: points of an era were lost or made", || change(BOB, |bob| bob.slots.last_mut().unwrap().points += 1));
	finds("2: points of an era were lost or made", || {
		change(BOB, |bob| {
			bob.slots.pop();
		})
	});
	finds("2: points of an era were lost or made", || {
		Closed::<Test>::mutate(|closed| closed.recent.last_mut().unwrap().settled += 1)
	});
}

#[test]
fn eras_that_are_not_kept_as_they_should_be_are_found() {
	let extra = || ClosedEra { index: 0, budget: 0, points: 1, settled: 0, payout_cap: 0 };
	finds("2: the backlog is miscounted", || Backlog::<Test>::insert(0, extra()));
	finds("2: the backlog is miscounted", || Closed::<Test>::mutate(|closed| closed.backlog += 1));
	finds("2: an era is closed that has not ended", || {
		let running = ClosedEra { index: era().index, ..extra() };
		Closed::<Test>::mutate(|closed| closed.recent.try_push(running).unwrap());
	});
	finds("2: an era is kept that was settled", || {
		let settled = ClosedEra { settled: 1, ..extra() };
		Closed::<Test>::mutate(|closed| closed.recent.try_insert(0, settled).unwrap());
	});
	finds("2: a provider has points in an era that is not kept", || {
		let slot = Slot { era: 0, points: 1, fees: 0, contested: 0 };
		change(CAROL, |carol| carol.slots.try_push(slot).unwrap());
	});
	finds("2: what is assigned", || Closed::<Test>::mutate(|closed| closed.recent.last_mut().unwrap().budget += 1));
	finds("2: what is assigned", || {
		Ledger::<Test>::mutate(|books| {
			books.assigned -= 1;
			books.unassigned += 1;
		});
	});
}

#[test]
fn what_is_owed_to_nobody_is_found() {
	finds("3: what is owed", || change(ALICE, |alice| alice.owed -= 1));
	finds("3: what is owed", || {
		Ledger::<Test>::mutate(|books| {
			books.owed -= 1;
			books.unassigned += 1;
		});
	});
	finds("3: providers were paid more", || change(BOB, |bob| bob.paid += 1));
}

#[test]
fn disputes_about_nothing_are_found() {
	let dispute = || Disputes::<Test>::get(BOB, 4).unwrap();
	finds("4: points of nobody", || Disputes::<Test>::insert(NOBODY, 4, dispute()));
	finds("4: a share was settled, and its points are there", || {
		Disputes::<Test>::insert(BOB, 4, Dispute { share: Some(0), ..dispute() });
	});
	finds("4: contested points are not there", || {
		Disputes::<Test>::insert(BOB, 4, Dispute { points: 2, ..dispute() });
	});
	finds("4: contested points are not there", || Disputes::<Test>::insert(BOB, 3, dispute()));
	finds("4: contested points are not there", || change(BOB, |bob| bob.slots.last_mut().unwrap().contested = 2));
	finds("4: points are contested by nobody", || Disputes::<Test>::remove(BOB, 4));
	finds("4: what is contested", || {
		Disputes::<Test>::mutate(ALICE, 1, |dispute| dispute.as_mut().unwrap().share = Some(0));
	});
	finds("4: what is contested", || {
		Ledger::<Test>::mutate(|books| {
			books.contested -= 1;
			books.unassigned += 1;
		});
	});
}

#[test]
fn bonds_that_are_not_there_are_found() {
	finds("4: a challenger does not hold its bonds", || {
		Disputes::<Test>::mutate(BOB, 4, |dispute| dispute.as_mut().unwrap().bond += 1);
	});
	finds("4: a challenger does not hold its bonds", || {
		assert_ok!(Balances::release(&crate::HoldReason::Dispute.into(), &CHALLENGER, 1, Exact));
	});
}

#[test]
fn providers_out_of_their_bounds_are_found() {
	finds("5: a provider is in an era that has not begun", || {
		change(CAROL, |carol| {
			carol.era += 1;
			let points = std::mem::take(&mut carol.work.points);
			CurrentEra::<Test>::mutate(|era| era.points -= u128::from(points));
		})
	});
	finds("5: more jobs passed", || change(CAROL, |carol| carol.passed = carol.judged + 1));
	finds("5: a quality is more than whole", || change(CAROL, |carol| carol.quality = 1_000_001));
	finds("5: too much work counts", || change(CAROL, |carol| carol.work.units = carol.capacity + 1));
}

#[test]
fn slots_out_of_their_bounds_are_found() {
	let slot = |era, points| Slot { era, points, fees: 0, contested: 0 };
	finds("5: a slot is out of its bounds", || change(CAROL, |carol| carol.slots.try_push(slot(0, 0)).unwrap()));
	finds("5: a slot is out of its bounds", || {
		// More points are contested than there are.
		change(BOB, |bob| bob.slots.iter_mut().for_each(|slot| slot.contested = slot.points + 1));
		let points = provider(BOB).slots[0].contested;
		Disputes::<Test>::mutate(BOB, 4, |dispute| dispute.as_mut().unwrap().points = points);
	});
}

#[test]
fn regions_and_rules_out_of_their_bounds_are_found() {
	finds("5: the shares of the regions", || {
		CurrentEra::<Test>::mutate(|era| era.regions[1].next_target = 500_001);
	});
	finds("5: the regions are not in order", || CurrentEra::<Test>::mutate(|era| era.regions[1].id = HOME));
	finds("5: the regions have more volume than the era", || {
		CurrentEra::<Test>::mutate(|era| era.regions[0].volume += 1)
	});
	finds("5: an era can be contested twice", || {
		CurrentEra::<Test>::mutate(|era| era.ended[1] = (era.ended[0].0, 1));
	});
	for wrong in [(5, 1), (0, 4)] {
		finds("5: an era can be contested that has not ended, or for too long", || {
			CurrentEra::<Test>::mutate(|era| era.ended[2] = wrong)
		});
	}
	let wrong = || Rules { dispute_window: 4, ..Default::default() };
	finds("5: rules are out of bounds", || NextRules::<Test>::put(wrong()));
	finds("5: rules are out of bounds", || CurrentEra::<Test>::mutate(|era| era.rules = wrong()));
}
