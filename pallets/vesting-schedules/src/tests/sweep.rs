use super::*;
use crate::{Pallet, Sweep, SweepProgress, WeightInfo, MAX_SWEEP_SHARE};
use btt_primitives::{BTT, TOKEN_GENERATION_EVENT as TGE};
use frame_support::{assert_ok, assert_storage_noop, traits::Hooks, weights::Weight};

/// The weight of a sweep that settles so many accounts.
fn weight_of(accounts: u64) -> Weight {
	<()>::sweep_base().saturating_add(<()>::sweep_account().saturating_mul(accounts))
}

fn idle(accounts: u64) -> Weight {
	VestingSchedules::on_idle(1, weight_of(accounts))
}

/// The beneficiaries, in the order in which a sweep comes across them.
fn order() -> Vec<AccountId> {
	Schedules::<Test>::iter_keys().collect()
}

/// A chain with so many beneficiaries, each with [`line`].
fn with(beneficiaries: AccountId) -> ExtBuilder {
	(1..=beneficiaries).fold(ExtBuilder::default(), |builder, who| builder.line(who, line()))
}

#[test]
fn an_idle_block_lifts_what_has_vested() {
	with(5).build_and_execute(|| {
		set_time(CLIFF);
		assert_eq!(VestingSchedules::on_idle(1, Weight::MAX), weight_of(5));
		(1..=5).for_each(|who| assert_frozen(who, 750 * BTT));
		assert_eq!(events().len(), 5);
		assert_eq!(Sweep::<Test>::get(), Some(SweepProgress { began: CLIFF, after: None }));
	});
}

#[test]
fn a_sweep_removes_finished_records() {
	with(5).build_and_execute(|| {
		set_time(END);
		VestingSchedules::on_idle(1, Weight::MAX);
		(1..=5).for_each(assert_free);
	});
}

#[test]
fn a_sweep_goes_on_where_the_last_one_stopped() {
	with(5).build_and_execute(|| {
		set_time(CLIFF);
		let order = order();
		for (settled, left) in [(2, 3), (4, 1), (5, 0)] {
			assert!(idle(2).all_lte(weight_of(2)));
			let (done, todo) = order.split_at(settled);
			done.iter().for_each(|who| assert_eq!(frozen(*who), 750 * BTT));
			todo.iter().for_each(|who| assert_eq!(frozen(*who), 1_000 * BTT));
			assert_eq!(todo.len(), left);
		}
		assert_eq!(Sweep::<Test>::get().unwrap().after, None);
	});
}

#[test]
fn a_pass_that_ends_with_its_weight_is_completed_by_the_next_block() {
	with(2).build_and_execute(|| {
		set_time(CLIFF);
		assert_eq!(idle(2), weight_of(2));
		assert_eq!(Sweep::<Test>::get().unwrap().after, Some(order()[1]));
		assert_eq!(idle(2), weight_of(0));
		assert_eq!(Sweep::<Test>::get().unwrap().after, None);
	});
}

#[test]
fn the_next_pass_waits_for_the_interval() {
	with(1).build_and_execute(|| {
		set_time(CLIFF);
		VestingSchedules::on_idle(1, Weight::MAX);
		set_time(CLIFF + SWEEP_INTERVAL - 1);
		assert_storage_noop!(assert_eq!(VestingSchedules::on_idle(2, Weight::MAX), weight_of(0)));
		set_time(CLIFF + SWEEP_INTERVAL);
		VestingSchedules::on_idle(3, Weight::MAX);
		assert_frozen(1, 650 * BTT);
	});
}

#[test]
fn a_long_pass_is_not_started_over() {
	with(3).build_and_execute(|| {
		set_time(CLIFF);
		let order = order();
		idle(1);
		set_time(CLIFF + 2 * SWEEP_INTERVAL);
		idle(1);
		idle(1);
		assert_eq!(order.iter().map(|who| frozen(*who)).collect::<Vec<_>>(), [750 * BTT, 550 * BTT, 550 * BTT]);
		// The interval counts from the beginning of the pass, so the next one follows at once.
		idle(1);
		idle(1);
		assert_eq!(frozen(order[0]), 550 * BTT);
	});
}

#[test]
fn the_account_under_the_cursor_may_vanish() {
	with(3).build_and_execute(|| {
		set_time(CLIFF);
		let order = order();
		idle(1);
		assert_ok!(VestingSchedules::rotate(by(order[0]), 77));
		idle(1);
		idle(1);
		set_time(END);
		idle(1);
		for who in order {
			assert!(frozen(who) <= 750 * BTT);
		}
	});
	with(3).build_and_execute(|| {
		set_time(END - 1);
		let order = order();
		idle(2);
		set_time(END);
		assert_ok!(VestingSchedules::vest(by(77), order[1]));
		idle(2);
		assert_free(order[2]);
		assert_eq!(Sweep::<Test>::get().unwrap().after, None);
	});
}

#[test]
fn a_sweep_that_removes_records_misses_none() {
	with(8).build_and_execute(|| {
		set_time(END);
		for _ in 0..3 {
			idle(3);
		}
		(1..=8).for_each(assert_free);
	});
}

#[test]
fn a_sweep_leaves_alone_what_did_not_change() {
	with(3).build_and_execute(|| {
		assert_eq!(VestingSchedules::on_idle(1, Weight::MAX), weight_of(3));
		assert_eq!(events(), []);
		assert_eq!(Schedules::<Test>::get(1).unwrap().as_of(), 0);
	});
}

#[test]
fn a_sweep_forfeits_what_a_slash_took_without_a_word() {
	ExtBuilder::default().endow(ALICE, ED).line(ALICE, line()).build_and_execute(|| {
		hold(HoldReason::Bond, ALICE, 500 * BTT);
		slash(ALICE, 300 * BTT + ED);
		VestingSchedules::on_idle(1, Weight::MAX);
		assert_frozen(ALICE, 700 * BTT);
		assert_eq!(events(), [Event::Forfeited { who: ALICE, amount: 300 * BTT, unvested: 700 * BTT }]);
	});
}

#[test]
fn too_little_weight_changes_nothing() {
	with(1).build_and_execute(|| {
		set_time(CLIFF);
		for weight in [Weight::zero(), weight_of(0), weight_of(1).saturating_sub(Weight::from_parts(1, 0))] {
			assert_storage_noop!(assert_eq!(VestingSchedules::on_idle(1, weight), Weight::zero()));
		}
	});
}

#[test]
fn a_sweep_takes_its_share_of_a_block_at_most() {
	with(300).build_and_execute(|| {
		set_time(CLIFF);
		let block = <Test as frame_system::Config>::BlockWeights::get().max_block;
		let limit = MAX_SWEEP_SHARE * block.ref_time();
		assert_eq!(Pallet::<Test>::sweep_limit().ref_time(), limit);
		let taken = VestingSchedules::on_idle(1, Weight::MAX);
		assert!(taken.ref_time() <= limit);
		assert!(taken.ref_time() > limit - <()>::sweep_account().ref_time());
		assert!(Sweep::<Test>::get().unwrap().after.is_some());
	});
}

#[test]
fn a_chain_without_beneficiaries_sweeps_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(VestingSchedules::on_idle(1, Weight::MAX), weight_of(0));
		assert_eq!(Sweep::<Test>::get(), Some(SweepProgress { began: TGE, after: None }));
	});
}
