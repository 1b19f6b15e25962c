use super::*;
use crate::{Error, Event, Providers};
use btt_primitives::{mining::JobRewards, vesting::OnRotate, BTT};
use frame_support::{assert_noop, assert_ok};

/// Where providers move.
const NEW: AccountId = 70;

#[test]
fn a_provider_moves_with_everything_it_has() {
	ExtBuilder::default().build_and_execute(|| {
		attest(ALICE, Some(HOME), Some(1));
		let first = era().budget;
		work(ALICE, 100);
		next_era();
		work(ALICE, 50);
		let before = provider(ALICE);
		events();
		assert_ok!(rotate(ALICE, NEW));
		assert_eq!(events(), [Event::ProviderAdded { provider: NEW }, Event::ProviderMoved { from: ALICE, to: NEW }]);
		assert!(Providers::<Test>::get(ALICE).is_none());
		assert_eq!(provider(NEW), before);
		check();

		// It works on as if nothing had happened, and is paid for both.
		assert_eq!(work(NEW, 1_000).units, 950);
		assert_noop!(MiningRewards::report(&job(ALICE, 1)), Error::<Test>::NotProvider);
		eras(2);
		assert_ok!(settle([NEW]));
		assert_eq!((balance(ALICE), balance(NEW)), (0, first));
		assert_eq!(provider(NEW).judged.min(19_000_000), 19_000_000);
	});
}

#[test]
fn who_is_no_provider_can_rotate() {
	ExtBuilder::default().build_and_execute(|| {
		let before = Providers::<Test>::iter().count();
		assert_ok!(rotate(NOBODY, NEW));
		assert_eq!(Providers::<Test>::iter().count(), before);
		// Onto a provider, too: it stays what it is.
		assert_ok!(MiningRewards::refresh(by(NOBODY), ALICE));
		let alice = provider(ALICE);
		assert_ok!(rotate(NOBODY, ALICE));
		assert_eq!(provider(ALICE), alice);
	});
}

#[test]
fn a_provider_that_gave_the_role_up_moves_with_what_it_earned() {
	ExtBuilder::default().build_and_execute(|| {
		let budget = era().budget;
		work(ALICE, 100);
		set_stake(ALICE, 0);
		events();
		assert_ok!(rotate(ALICE, NEW));
		assert_eq!(events(), [Event::ProviderMoved { from: ALICE, to: NEW }]);
		assert_eq!(provider(NEW).stake, 0);
		eras(3);
		assert_ok!(settle([NEW]));
		assert_eq!(balance(NEW), budget);
	});
}

#[test]
fn what_is_owed_moves_with_the_provider() {
	ExtBuilder::default().build_and_execute(|| {
		let mut small = job(ALICE, 10);
		small.public_fees = ED / 40;
		assert_ok!(MiningRewards::report(&small));
		eras(3);
		assert_ok!(settle([ALICE]));
		assert_ok!(rotate(ALICE, NEW));
		assert_eq!((provider(NEW).owed, books().owed), (ED / 2, ED / 2));
		check();
		give(NEW, ED);
		assert_ok!(settle([NEW]));
		assert_eq!((balance(NEW), books().owed), (ED + ED / 2, 0));
	});
}

#[test]
fn a_bad_reputation_moves_with_the_provider() {
	ExtBuilder::default().build_and_execute(|| {
		for _ in 0..40 {
			let mut false_job = job(ALICE, 1);
			false_job.outcome = btt_primitives::mining::Outcome::False;
			assert_ok!(MiningRewards::report(&false_job));
		}
		assert_ok!(rotate(ALICE, NEW));
		next_era();
		let credit = work(NEW, 100);
		assert_eq!((credit.units, credit.points), (100, 0));
	});
}

#[test]
fn a_provider_moves_onto_one_that_never_did_anything() {
	ExtBuilder::default().build_and_execute(|| {
		let budget = era().budget;
		work(ALICE, 100);
		let before = provider(ALICE);
		set_stake(BOB, 0);
		events();
		assert_ok!(rotate(ALICE, BOB));
		assert_eq!(events(), [Event::ProviderMoved { from: ALICE, to: BOB }]);
		assert_eq!(provider(BOB), before);
		check();
		eras(3);
		assert_ok!(settle([BOB]));
		assert_eq!(balance(BOB), budget);
	});
}

#[test]
fn unvested_tokens_that_move_along_give_no_capacity() {
	ExtBuilder::default().providers([]).build_and_execute(|| {
		UnvestedOf::set([(ALICE, 400 * BTT)].into());
		set_stake(ALICE, STAKE);
		// The unvested tokens move last.
		set_stake(ALICE, 0);
		set_stake(NEW, STAKE);
		assert_ok!(MiningRewards::on_rotate(&ALICE, &NEW));
		UnvestedOf::set([(NEW, 400 * BTT)].into());
		MiningRewards::on_rotated(&ALICE, &NEW);
		assert_eq!(provider(NEW).stake, 600 * BTT);
	});
}

#[test]
fn nothing_moves_onto_a_busy_provider() {
	// With work, a slot, something owed, something paid, a reputation, a place, or hardware.
	let busy: [fn(); 7] = [
		|| assert!(work(NEW, 10).points > 0),
		|| {
			work(NEW, 10);
			next_era();
			MiningRewards::refresh(by(NOBODY), NEW).unwrap();
		},
		|| {
			let mut small = job(NEW, 10);
			small.public_fees = ED / 40;
			MiningRewards::report(&small).unwrap();
			eras(3);
			settle([NEW]).unwrap();
		},
		|| {
			let mut false_job = job(NEW, 1);
			false_job.outcome = btt_primitives::mining::Outcome::False;
			MiningRewards::report(&false_job).unwrap();
		},
		|| {
			let mut cheap = job(NEW, 10);
			(cheap.price, cheap.floor_price, cheap.reference_price) = (0, 0, 1);
			MiningRewards::report(&cheap).unwrap();
			eras(3);
			settle([NEW]).unwrap();
			assert_eq!(provider(NEW).judged, 0);
		},
		|| attest(NEW, Some(HOME), None),
		|| attest(NEW, None, Some(1)),
	];
	for make_busy in busy {
		ExtBuilder::default().providers([(ALICE, STAKE), (NEW, STAKE)]).build_and_execute(|| {
			make_busy();
			work(ALICE, 100);
			set_stake(NEW, 0);
			let (alice, new) = (provider(ALICE), provider(NEW));
			assert_noop!(rotate(ALICE, NEW), Error::<Test>::IsProvider);
			assert_eq!((provider(ALICE), provider(NEW)), (alice, new));
		});
	}
}

#[test]
fn whose_points_are_contested_stays() {
	ExtBuilder::default().build_and_execute(|| {
		let index = era().index;
		let points = work(ALICE, 100).points;
		next_era();
		assert_ok!(contest(ALICE, index, points));
		assert_noop!(rotate(ALICE, NEW), Error::<Test>::HasDispute);
		// A share that was set aside belongs to the account, too.
		eras(2);
		assert_ok!(settle([ALICE]));
		assert!(provider(ALICE).slots.is_empty());
		assert_noop!(rotate(ALICE, NEW), Error::<Test>::HasDispute);
		set_stake(BOB, 0);
		set_stake(ALICE, 0);
		// Nobody moves onto somebody who is accused.
		assert_noop!(rotate(BOB, ALICE), Error::<Test>::IsProvider);
		assert_ok!(rule(ALICE, index, false));
		assert_ok!(rotate(ALICE, NEW));
	});
}

#[test]
fn a_provider_keeps_the_capacity_of_the_era_and_brings_its_stake_into_the_next() {
	ExtBuilder::default().providers([(ALICE, 3 * STAKE)]).build_and_execute(|| {
		set_stake(ALICE, 4 * STAKE);
		assert_ok!(rotate(ALICE, NEW));
		assert_eq!((provider(NEW).capacity, provider(NEW).stake), (3_000, 4 * STAKE));
		assert_eq!(work(NEW, 5_000).units, 3_000);
		next_era();
		assert_eq!(work(NEW, 5_000).units, 4_000);
	});
}

#[test]
fn stake_of_the_running_era_does_not_count_in_it_for_who_moves_onto_it() {
	ExtBuilder::default().providers([(ALICE, STAKE)]).build_and_execute(|| {
		set_stake(ALICE, 0);
		next_era();
		// Nobody has met Alice in this era, in which somebody else comes with stake.
		set_stake(NEW, 5 * STAKE);
		assert_ok!(MiningRewards::on_rotate(&ALICE, &NEW));
		MiningRewards::on_rotated(&ALICE, &NEW);
		assert_eq!(work(NEW, 100).units, 0);
		next_era();
		assert_eq!(work(NEW, 10_000).units, 5_000);
	});
}

#[test]
fn the_mover_is_settled_by_whoever_names_the_new_account() {
	ExtBuilder::default().build_and_execute(|| {
		work(ALICE, 100);
		eras(3);
		assert_ok!(rotate(ALICE, NEW));
		assert_noop!(settle([ALICE]), Error::<Test>::NothingToSettle);
		assert_ok!(settle([ALICE, NEW]));
		assert!(balance(NEW) > 0 && all_settled());
	});
}
