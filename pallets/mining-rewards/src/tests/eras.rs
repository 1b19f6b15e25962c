//! How eras follow the clock, and what they hand out: over eight years, through halts, and beyond.

use super::*;
use crate::{Closed, CurrentEra, Era, Error, Event, Rules};
use btt_primitives::{
	mining::{JobRewards, VerifiedJob},
	Allocation, Balance, Moment, BTT, DAY, TOKEN_GENERATION_EVENT as TGE,
};
use frame_support::{assert_noop, assert_ok, StorageHasher, Twox128};
use sp_io::storage;

const TOTAL: Balance = Allocation::MiningRewards.total();

/// The part of the era that begins when mining does: 25,200,000 BTT / 730 / 4 = 8,630.136986… BTT.
const FIRST: Balance = 8_630_136_986_301_369_863_013;
/// What the second one gets when nobody has worked in the first: 63,000,000 / (63,000,000 - 8,630.136986…) of as much.
const SECOND: Balance = 8_631_319_358_816_276_202_219;

/// Let `who` work in this era: a single job, whose fees allow for any payout. Settles what is final of it.
fn work_a_little(who: AccountId) {
	let job = VerifiedJob { public_fees: TOTAL, ..job(who, 100) };
	assert!(MiningRewards::report(&job).unwrap().points > 0);
	System::reset_events();
}

/// How many keys the pallet has in the state, and how many bytes they and their values take.
fn state() -> (usize, usize) {
	let prefix = Twox128::hash(b"MiningRewards");
	let (mut keys, mut bytes, mut last) = (0, 0, prefix.to_vec());
	while let Some(key) = storage::next_key(&last).filter(|key| key.starts_with(&prefix)) {
		keys += 1;
		bytes += key.len() + storage::get(&key).map_or(0, |value| value.len());
		last = key;
	}
	(keys, bytes)
}

/// Let eras last so long from the next one on.
fn lasting(duration: Moment) {
	EraLength::set(duration);
	// Two of them, or the numbers of eras would stand still.
	set_time(TGE + 2 * duration);
	assert_eq!((era().index, era().start, era().end), (2, TGE + 2 * duration, TGE + 3 * duration));
}

#[test]
fn the_first_era_shares_its_part_of_the_first_two_years() {
	ExtBuilder::default().providers([]).build_and_execute(|| {
		let started = [Event::EraStarted { era: 0, budget: FIRST }, Event::EraStarted { era: 1, budget: SECOND }];
		assert_eq!(events(), started);
		assert_eq!((era().index, era().start, era().end), (1, TGE + ERA, TGE + 2 * ERA));
		assert_eq!(era().budget, SECOND);
		assert_eq!(books().unassigned, TOTAL);
	});
}

#[test]
fn an_era_without_points_assigns_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		next_era();
		assert_eq!(books().unassigned, TOTAL);
		assert!(Closed::<Test>::get().recent.is_empty());
		work_a_little(ALICE);
		let budget = era().budget;
		assert_eq!(books().unassigned, TOTAL, "the era has not ended");
		next_era();
		assert_eq!((books().unassigned, books().assigned), (TOTAL - budget, budget));
		next_era();
		assert_eq!((books().unassigned, books().assigned), (TOTAL - budget, budget));
	});
}

#[test]
fn an_era_that_ends_with_points_is_kept_and_told() {
	ExtBuilder::default().build_and_execute(|| {
		work_a_little(ALICE);
		let points = era().points;
		events();
		next_era();
		let next = era().budget;
		assert_eq!(
			events(),
			[Event::EraClosed { era: 1, budget: SECOND, points }, Event::EraStarted { era: 2, budget: next }]
		);
		let closed = Closed::<Test>::get();
		let closed = closed.get(1).unwrap();
		assert_eq!((closed.budget, closed.points, closed.settled), (SECOND, points, 0));
		assert_eq!(era().ended[0], (1, 2));
	});
}

#[test]
fn eras_follow_the_clock_whenever_blocks_come() {
	ExtBuilder::default().build_and_execute(|| {
		set_time(TGE + 2 * ERA - 1);
		assert_eq!(era().index, 1);
		// Late in the second next era, which nevertheless has its whole length and budget.
		set_time(TGE + 4 * ERA - 1);
		assert_eq!((era().index, era().start, era().end), (3, TGE + 3 * ERA, TGE + 4 * ERA));
		set_time(TGE + 4 * ERA);
		assert_eq!((era().index, era().start), (4, TGE + 4 * ERA));
		let before = era();
		set_time(TGE + 4 * ERA + 1);
		assert_eq!(era(), before);
	});
}

#[test]
fn what_idle_eras_leave_is_spread_over_all_that_are_to_come() {
	ExtBuilder::default().build_and_execute(|| {
		eras(1_000);
		// 1,001 eras were idle: 63,000,000 / (63,000,000 - 1,001 · 8,630.136986…) of 8,630.136986… BTT.
		assert_eq!(era().index, 1_001);
		assert_eq!(era().budget, 10_001_587_553_579_933_322_749);
	});
}

#[test]
fn idle_eras_take_no_storage() {
	ExtBuilder::default().build_and_execute(|| {
		// With something in the books, in every region, and in the reputation of everybody.
		for who in [ALICE, BOB, CAROL] {
			attest(who, Some(HOME), Some(1));
			work_a_little(who);
		}
		eras(3);
		assert_ok!(settle([ALICE, BOB, CAROL]));
		System::reset_events();
		let before = state();
		for _ in 0..1_000 {
			next_era();
			System::reset_events();
		}
		assert_eq!(era().index, 1_004);
		assert_eq!(state(), before);
	});
}

#[test]
fn eras_that_were_settled_take_no_storage() {
	ExtBuilder::default().build_and_execute(|| {
		work_a_little(ALICE);
		eras(4);
		work_a_little(ALICE);
		let before = state();
		for _ in 0..100 {
			eras(4);
			work_a_little(ALICE);
		}
		assert_eq!(state(), before);
	});
}

#[test]
fn a_halt_leaves_no_backlog_to_those_who_work_next() {
	for (halt, index, budget) in [
		// R · 8,630.136986… BTT / (63,000,000 BTT - 5 · 8,630.136986… BTT), where R is all but what Alice earned before.
		(DAY, 5, 8_634_868_907_558_764_047_128),
		(365 * DAY, 1_461, 10_788_040_534_447_882_124_302),
		// After eight years at the last rate: 6,300,000 BTT / 731 / 4.
		(3_287 * DAY, 13_149, 2_154_582_763_337_893_296_854),
	] {
		ExtBuilder::default().build_and_execute(|| {
			work_a_little(ALICE);
			next_era();
			let (state_before, events_before) = (state(), events().len());
			assert_eq!(events_before, 2);
			assert_eq!(books().assigned, SECOND);

			pass(halt - ERA);
			assert_eq!((era().index, era().budget), (index, budget));
			assert_eq!(state(), state_before);
			assert_eq!(events(), [Event::EraStarted { era: index, budget }]);
			assert_eq!((books().assigned, books().unassigned), (SECOND, TOTAL - SECOND));

			// There is still time to contest what she earned before.
			work_a_little(ALICE);
			assert_eq!(balance(ALICE), 0);
			eras(3);
			assert_ok!(settle([ALICE]));
			assert_eq!(balance(ALICE), SECOND + budget);
			assert!(all_settled());
		});
	}
}

/// Otherwise whatever was earned before the halt could not be doubted any more when the chain goes on.
#[test]
fn what_was_earned_right_before_a_halt_can_be_contested_after_it() {
	ExtBuilder::default().build_and_execute(|| {
		work(ALICE, 100);
		let points = provider(ALICE).work.points;
		pass(DAY);
		assert_noop!(settle([ALICE]), Error::<Test>::NothingToSettle);
		assert_ok!(MiningRewards::contest(by(CHALLENGER), ALICE, 1, points));
	});
}

#[test]
fn a_halt_takes_nothing_off_the_time_to_contest() {
	ExtBuilder::default().build_and_execute(|| {
		work(ALICE, 100);
		let points = provider(ALICE).work.points;
		next_era();
		pass(ERA / 2);
		// The first era of the window has begun before, and the second is the one after the halt.
		pass(5 * DAY);
		assert_noop!(settle([ALICE]), Error::<Test>::NothingToSettle);
		assert_ok!(MiningRewards::contest(by(CHALLENGER), ALICE, 1, points));
		pass(5 * DAY);
		assert_noop!(MiningRewards::contest(by(CHALLENGER), ALICE, 1, points), Error::<Test>::WindowOver);
	});
}

#[test]
fn mining_that_starts_late_follows_the_calendar_from_its_own_start() {
	// 2026-02-05. Its first two years have 730 days as well, its second two 731.
	let start = TGE + 400 * DAY;
	ExtBuilder::default().start(start).build_and_execute(|| {
		assert_eq!(events().first(), Some(&Event::EraStarted { era: 0, budget: FIRST }));
		assert_eq!((era().index, era().start, era().budget), (1, start + ERA, SECOND));
		assert_eq!((era().quarters, era().payout_cap), (1, 20));
		set_time(start + 730 * DAY - 1);
		assert_eq!(era().payout_cap, 20);
		set_time(start + 730 * DAY);
		assert_eq!(era().payout_cap, 10);
	});
}

/// Mining starts in 400 days, and nobody is a provider yet.
fn before_the_start() -> Moment {
	CurrentEra::<Test>::mutate(|era| *era = Era { regions: era.regions.clone(), ..Default::default() });
	let start = now() + 400 * DAY;
	MiningStart::set(start);
	pass(DAY);
	start
}

#[test]
fn nothing_is_earned_before_mining_starts() {
	ExtBuilder::default().providers([]).build_and_execute(|| {
		let start = before_the_start();
		events();
		set_stake(ALICE, STAKE);
		for at in [start - 300 * DAY, start - 1] {
			set_time(at);
			assert_noop!(MiningRewards::report(&job(ALICE, 100)), Error::<Test>::NotStarted);
			assert_eq!((era().end, era().budget, era().points), (0, 0, 0));
			check();
		}
		events();
		set_time(start);
		assert_eq!(events(), [Event::EraStarted { era: 0, budget: FIRST }]);
		assert_eq!((era().index, era().start, era().quarters), (0, start, 0));
	});
}

/// SPEC §5: capacity comes from the bond at the start of the era.
#[test]
fn stake_from_before_mining_started_counts_in_the_first_era() {
	ExtBuilder::default().providers([]).build_and_execute(|| {
		let start = before_the_start();
		set_stake(ALICE, STAKE);
		set_time(start);
		assert_eq!(MiningRewards::report(&job(ALICE, 100)).unwrap().units, 100);
	});
}

#[test]
fn the_payout_cap_falls_with_every_second_year() {
	ExtBuilder::default().build_and_execute(|| {
		// 2027-01-01, 2029-01-01, 2031-01-01, 2033-01-01, and for ever.
		for (day, before, after) in [(730, 20, 10), (1_461, 10, 5), (2_191, 5, 2), (2_922, 2, 2), (20_000, 2, 2)] {
			set_time(TGE + day * DAY - 1);
			assert_eq!(era().payout_cap, before);
			set_time(TGE + day * DAY);
			assert_eq!(era().payout_cap, after);
		}
	});
}

#[test]
fn an_era_that_leads_into_the_next_two_years_keeps_the_payout_cap_that_it_began_with() {
	ExtBuilder::default().build_and_execute(|| {
		lasting(4 * DAY);
		set_time(TGE + 730 * DAY);
		assert_eq!((era().start, era().payout_cap), (TGE + 728 * DAY, 20));
		next_era();
		assert_eq!(era().payout_cap, 10);
	});
}

#[test]
fn payout_caps_are_set_by_the_rules_and_hold_for_what_an_era_began_with() {
	ExtBuilder::default().build_and_execute(|| {
		let rules = Rules { payout_caps: [3, 2, 1, 0], ..Default::default() };
		assert_ok!(MiningRewards::set_rules(by(GOVERNANCE), rules));
		assert_eq!(era().payout_cap, 20);
		// 1 BTT of public fees, and 20 of them.
		let job = VerifiedJob { public_fees: BTT, ..job(ALICE, 100) };
		assert_ok!(MiningRewards::report(&job));
		next_era();
		assert_eq!(era().payout_cap, 3);
		assert_ok!(MiningRewards::report(&job));
		eras(2);
		assert_ok!(settle([ALICE]));
		assert_eq!(balance(ALICE), 20 * BTT);
		next_era();
		assert_ok!(settle([ALICE]));
		assert_eq!(balance(ALICE), 23 * BTT);
		set_time(TGE + 2_191 * DAY);
		assert_eq!(era().payout_cap, 0);
	});
}

/// Let Alice work in every era until one begins at or after `until`, and settle as she goes.
fn work_until(until: Moment) {
	let mut count = 0;
	while era().start < until {
		work_a_little(ALICE);
		next_era();
		count += 1;
		if count % 500 == 0 {
			check();
		}
	}
	System::reset_events();
}

/// Let the last dispute windows pass, and Alice be paid.
fn settle_all() {
	eras(3);
	assert_ok!(settle([ALICE]));
	assert!(all_settled());
	check();
}

#[test]
fn eight_years_of_work_pay_the_pool_to_the_unit() {
	ExtBuilder::default().build_and_execute(|| {
		// After two, four, six and eight years; what is missing are the last eras, which are not final.
		for (day, emitted) in [(730, 25_200_000), (1_461, 44_100_000), (2_191, 56_700_000), (2_922, 63_000_000)] {
			work_until(TGE + day * DAY);
			// The first era was idle, and its part is spread over all of the eight years.
			let assigned = TOTAL - books().unassigned;
			assert!(assigned <= emitted * BTT && assigned > (emitted - 8_631) * BTT, "{assigned} after {day} days");
		}
		assert_eq!(books().unassigned, 0);
		assert_eq!(era().budget, 0);
		settle_all();
		assert_eq!(balance(ALICE), TOTAL);
		assert_eq!((books().paid, books().sum()), (TOTAL, TOTAL));
		assert_eq!(balance(POT), 0);

		// There is nothing more.
		let credit = MiningRewards::report(&job(ALICE, 100)).unwrap();
		assert!(credit.points > 0);
		settle_all();
		assert_eq!(balance(ALICE), TOTAL);
	});
}

#[test]
fn eight_years_of_longer_eras_pay_the_pool_to_the_unit() {
	// 2,922 days are not a multiple of 7: the last era leads beyond the end.
	for days in [1, 7] {
		ExtBuilder::default().build_and_execute(|| {
			lasting(days * DAY);
			work_until(TGE + 2_922 * DAY);
			assert_eq!((books().unassigned, era().budget), (0, 0));
			settle_all();
			assert_eq!(balance(ALICE), TOTAL);
		});
	}
}

#[test]
fn what_is_left_after_eight_years_is_paid_at_the_last_rate_until_nothing_is_left() {
	ExtBuilder::default().build_and_execute(|| {
		// Nobody works in the last thirty days: 30 · 6,300,000 / 731 = 258,549.93… BTT, and what the first two days left.
		lasting(DAY);
		work_until(TGE + 2_892 * DAY);
		set_time(TGE + 2_922 * DAY);
		let left = books().unassigned;
		let month = 6_300_000 * BTT * 30 / 731;
		assert!(left > month && left < month + 1_000 * BTT, "{left}");

		// For thirty days and a little more, each with the part of the last two years.
		let day = 6_300_000 * BTT / 731;
		for _ in 0..30 {
			assert!(era().budget.abs_diff(day) <= 1);
			work_a_little(ALICE);
			next_era();
		}
		let rest = era().budget;
		assert_eq!(rest, books().unassigned);
		assert!(rest > 0 && rest < day);
		work_a_little(ALICE);
		next_era();
		assert_eq!((books().unassigned, era().budget), (0, 0));
		settle_all();
		assert_eq!(balance(ALICE), TOTAL);
		assert_eq!(balance(POT), 0);
	});
}

#[test]
fn what_exceeds_payout_caps_is_paid_after_eight_years() {
	ExtBuilder::default().build_and_execute(|| {
		// Every second era is far too little for its fees, so that its budget comes back.
		lasting(7 * DAY);
		while era().start < TGE + 2_922 * DAY {
			if era().index.is_multiple_of(2) {
				work_a_little(ALICE);
			} else {
				assert_ok!(MiningRewards::report(&VerifiedJob { public_fees: 0, ..job(ALICE, 100) }));
			}
			next_era();
		}
		let left = books().unassigned;
		assert!(left > 0);
		let mut eras = 0;
		while era().budget > 0 || books().unassigned > 0 {
			work_a_little(ALICE);
			next_era();
			eras += 1;
		}
		// At 60,424.07… BTT a week.
		assert!(eras >= left / (60_425 * BTT), "{left} in {eras} eras");
		settle_all();
		assert_eq!(balance(ALICE), TOTAL);
	});
}
