//! What does not pay: to buy of oneself, to move after the better region, to begin anew under another name.

use super::*;
use crate::Rules;
use btt_primitives::{
	mining::{JobRewards, Outcome, VerifiedJob},
	Balance, Moment, BTT, DAY, TOKEN_GENERATION_EVENT as TGE,
};
use frame_support::assert_ok;

/// Accounts of clinics.
const CLINICS: [AccountId; 10] = [1_000, 1_001, 1_002, 1_003, 1_004, 1_005, 1_006, 1_007, 1_008, 1_009];

/// The marketplace keeps 5 % of a price.
fn fee(price: Balance) -> Balance {
	price / 20
}

/// Of its fee 20 % are burned and 40 % go to the development fund. The other 40 % are validators' and stakers'.
fn public(fee: Balance) -> Balance {
	fee / 5 * 3
}

/// Let each of `clinics` buy its part of `units` of `provider`, for its part of `price`. Returns what all of it costs
/// whoever pays as a clinic what it gets as a provider: the fees.
fn deal(provider: AccountId, clinics: &[AccountId], units: u32, price: Balance) -> Balance {
	let count = clinics.len() as u32;
	let price = price / Balance::from(count);
	for clinic in clinics {
		let mut job = VerifiedJob {
			price,
			floor_price: price,
			reference_price: price,
			public_fees: public(fee(price)),
			..job(provider, units / count)
		};
		job.buyer.account = *clinic;
		assert_ok!(MiningRewards::report(&job));
	}
	fee(price) * Balance::from(count)
}

/// What `providers` get out of the running era, once it is final.
fn rewards_of<const N: usize>(providers: [AccountId; N]) -> [Balance; N] {
	let before = providers.map(balance);
	eras(3);
	assert_ok!(settle(providers));
	core::array::from_fn(|index| balance(providers[index]) - before[index])
}

/// The first day of each two years, with the payout cap.
const PERIODS: [(Moment, Balance); 4] = [(1, 20), (730, 10), (1_461, 5), (2_191, 2)];

/// From what the existential deposit allows to far beyond what an era hands out.
const SCALES: [Balance; 7] = [10, 100, 1_000, 10_000, 100_000, 1_000_000, 20_000_000];

/// The network is idle, so that everything is the self-dealer's, and a single clinic is enough for it: the worst case.
///
/// Where the cap binds, a BTT of fees brings back 0.6 · ρ: 12, 6, 3 and 1.2 BTT. So what the cap does is to bound by the
/// fees what can be taken, not to make it a loss; that the buyer must be accredited, and another's, is what stands
/// against it. At a price of more than 20 times the budget of an era it is a loss in every period.
#[test]
fn a_provider_that_buys_of_itself_is_capped_or_loses_at_any_scale() {
	for (day, cap) in PERIODS {
		ExtBuilder::default().build_and_execute(|| {
			set_time(TGE + day * DAY);
			for (price, clinics) in SCALES.into_iter().flat_map(|price| [(price, 1), (price, 10)]) {
				let (budget, price) = (era().budget, price * BTT);
				assert_eq!(Balance::from(era().payout_cap), cap);
				let fees = deal(ALICE, &CLINICS[..clinics], 1_000, price);
				let [reward] = rewards_of([ALICE]);
				assert_eq!(reward, budget.min(cap * public(fees)), "{price} from day {day} on");
				// Nobody gets more than so many times what everybody had of it.
				assert!(reward <= cap * public(fees));
				if price > 20 * budget {
					assert!(reward < fees, "{price} from day {day} on");
				} else if reward < budget {
					assert_eq!(reward * 5, fees * 3 * cap);
				}
			}
		});
	}
}

/// Whoever pays the fees itself loses while ρ < 1 / 0.6, and gains a fifth of them with a cap of two.
#[test]
fn under_a_payout_cap_of_two_a_provider_that_buys_of_itself_always_loses() {
	for cap in [0, 1, 2] {
		ExtBuilder::default().build_and_execute(|| {
			let rules = Rules { payout_caps: [cap; 4], ..Default::default() };
			assert_ok!(MiningRewards::set_rules(by(GOVERNANCE), rules));
			next_era();
			for price in SCALES {
				let budget = era().budget;
				let fees = deal(ALICE, &CLINICS, 1_000, price * BTT);
				let [reward] = rewards_of([ALICE]);
				let gains = cap == 2 && fees < budget;
				assert_eq!(reward > fees, gains, "{price} BTT under a cap of {cap}");
				if gains && reward < budget {
					assert_eq!(reward * 5, fees * 6);
				}
			}
		});
	}
}

#[test]
fn where_others_work_a_provider_that_buys_of_itself_gets_its_share_at_most() {
	ExtBuilder::default().build_and_execute(|| {
		for price in SCALES {
			let budget = era().budget;
			work(BOB, 1_000);
			let fees = deal(ALICE, &CLINICS, 1_000, price * BTT);
			let total = era().points;
			let share = budget * u128::from(provider(ALICE).work.points) / total;
			let [alice, bob] = rewards_of([ALICE, BOB]);
			assert!(alice.abs_diff(share.min(20 * public(fees))) <= 1);
			// What Alice may not have is nobody else's.
			assert!(bob.abs_diff(budget - share) <= 1);
		}
	});
}

#[test]
fn one_clinic_counts_for_a_tenth() {
	ExtBuilder::default().build_and_execute(|| {
		let budget = era().budget;
		work(BOB, 1_000);
		deal(ALICE, &CLINICS[..1], 1_000, 20_000_000 * BTT);
		let [alice, bob] = rewards_of([ALICE, BOB]);
		assert_eq!(alice, budget / 11);
		assert_eq!(alice + bob, budget);
	});
}

#[test]
fn a_clinic_under_many_accounts_of_one_controller_counts_for_a_tenth() {
	ExtBuilder::default().build_and_execute(|| {
		let budget = era().budget;
		work(BOB, 1_000);
		for account in CLINICS {
			let mut job = job(ALICE, 100);
			(job.buyer.account, job.buyer.controller) = (account, Some(7));
			assert_ok!(MiningRewards::report(&job));
		}
		assert_eq!(rewards_of([ALICE])[0], budget / 11);
	});
}

#[test]
fn work_that_is_given_away_earns_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		let budget = era().budget;
		for account in CLINICS {
			let mut job = job(ALICE, 100);
			job.buyer.account = account;
			job.price = job.floor_price - 1;
			assert_ok!(MiningRewards::report(&job));
		}
		work(BOB, 10);
		assert_eq!(rewards_of([ALICE, BOB]), [0, budget]);
	});
}

#[test]
fn power_without_stake_does_not_win() {
	ExtBuilder::default().providers([(ALICE, STAKE), (BOB, 9 * STAKE)]).build_and_execute(|| {
		let budget = era().budget;
		work(ALICE, 1_000_000);
		work(BOB, 9_000);
		// Alice's capacity went to the first of her clinics.
		let [alice, bob] = rewards_of([ALICE, BOB]);
		assert!(alice <= budget / 10);
		assert_eq!(alice + bob, budget);
	});
}

#[test]
fn a_provider_in_many_accounts_earns_no_more_than_in_one() {
	let accounts: [AccountId; 11] = core::array::from_fn(|index| 200 + index as u64);
	// Carol keeps everything together, the others are one tenth each of somebody who does not.
	let stakes = accounts.map(|who| (who, STAKE)).into_iter().take(10).chain([(CAROL, 10 * STAKE)]);
	ExtBuilder::default().providers(stakes).build_and_execute(|| {
		// The clinics buy unevenly: the first one half of all.
		for (index, who) in accounts[..10].iter().enumerate() {
			for clinic in [CLINICS[0], CLINICS[index]] {
				for who in [*who, CAROL] {
					let mut job = job(who, 500);
					job.buyer.account = clinic;
					assert_ok!(MiningRewards::report(&job));
				}
			}
		}
		let all = era().budget;
		let parts: Balance = rewards_of::<11>(core::array::from_fn(|index| match index {
			10 => CAROL,
			_ => accounts[index],
		}))[..10]
			.iter()
			.sum();
		assert!(parts <= all / 2, "{parts} of {all}");
	});
}

// Many eras.

/// One job of all `units` in `region`, done well or not; of one buyer everything counts.
fn work_in(provider: AccountId, region: u16, units: u32, outcome: Outcome) {
	let job = VerifiedJob { region, outcome, ..job(provider, units) };
	assert_ok!(MiningRewards::report(&job));
}

/// Count every buyer in full, so that a job is enough for an era.
fn count_all(change: impl FnOnce(&mut Rules)) {
	let mut rules = Rules { concentration: 100, ..Default::default() };
	change(&mut rules);
	assert_ok!(MiningRewards::set_rules(by(GOVERNANCE), rules));
}

/// Where `who` is.
fn region_of(who: AccountId) -> u16 {
	provider(who).location.unwrap().region
}

/// The region other than its own that counts most.
fn better_for(who: AccountId) -> u16 {
	let own = region_of(who);
	let era = era();
	let others = era.regions.iter().filter(|region| region.id != own);
	others.max_by_key(|region| (era.geography(region), region.id)).unwrap().id
}

#[test]
fn moving_after_the_better_region_gains_nothing() {
	for days in [30, 15, 5] {
		ExtBuilder::default().build_and_execute(|| {
			assert_ok!(MiningRewards::set_region(by(GOVERNANCE), 3, 250_000));
			// Alice stays, Bob will move, and Carol is honest somewhere else.
			for (who, region) in [(ALICE, HOME), (BOB, HOME), (CAROL, AWAY)] {
				attest(who, Some(region), Some(1));
			}
			count_all(|_| ());
			// All regions count, and have their volumes, before the race begins.
			for _ in 0..31 * 4 {
				next_era();
				[ALICE, BOB, CAROL].into_iter().for_each(|who| work_in(who, region_of(who), 1_000, Outcome::Accepted));
			}
			let before = [ALICE, BOB].map(|who| provider(who).paid);
			for era in 0..120 * 4 {
				next_era();
				[ALICE, BOB, CAROL].into_iter().for_each(|who| work_in(who, region_of(who), 1_000, Outcome::Accepted));
				if era % (days * 4) == 0 {
					// At the end of the era, when whatever counts in it has been earned.
					set_time(crate::mock::era().end - 1);
					attest(BOB, Some(better_for(BOB)), Some(1));
				}
				System::reset_events();
				assert!(provider(BOB).work.points <= provider(ALICE).work.points || era == 0);
			}
			eras(3);
			assert_ok!(settle([ALICE, BOB, CAROL]));
			let [stayed, moved] = [provider(ALICE).paid - before[0], provider(BOB).paid - before[1]];
			assert!(moved < stayed, "{moved} with a move every {days} days, {stayed} without");
		});
	}
}

/// Those who worked badly for 30 days.
const STAYS: AccountId = ALICE;
const LEAVES: AccountId = BOB;
const GOES_ON: AccountId = 4;
/// Always worked well.
const HONEST: AccountId = CAROL;
/// Whoever left, under a new name.
const RETURNED: AccountId = 5;

/// What was paid so far to whoever stays and works well, to whoever leaves for 14 days and returns, and to whoever goes
/// on working badly, each time `days` after the worst is over. All of them do so many `jobs` in an era, against the prior of
/// so many.
fn begin_anew(jobs: u32, prior: u32, days: [u32; 3]) -> [[Balance; 3]; 3] {
	let mut paid = [[0; 3]; 3];
	let providers = [STAYS, LEAVES, GOES_ON, HONEST].map(|who| (who, STAKE));
	ExtBuilder::default().providers(providers).build_and_execute(|| {
		let units = 1_000 / jobs;
		let work = |who, outcome| (0..jobs).for_each(|_| work_in(who, HOME, units, outcome));
		[STAYS, LEAVES, GOES_ON, HONEST].into_iter().for_each(|who| attest(who, Some(HOME), Some(1)));
		count_all(|rules| rules.prior_jobs = prior);
		for _ in 0..30 * 4 {
			next_era();
			[STAYS, LEAVES, GOES_ON].into_iter().for_each(|who| work(who, Outcome::False));
			work(HONEST, Outcome::Accepted);
			System::reset_events();
		}
		let before = [STAYS, GOES_ON].map(|who| provider(who).paid);
		assert_eq!(before, [0; 2]);

		set_stake(LEAVES, 0);
		for era in 0..120 * 4 {
			next_era();
			if era == 14 * 4 {
				set_stake(RETURNED, STAKE);
				attest(RETURNED, Some(HOME), Some(1));
			}
			work(STAYS, Outcome::Accepted);
			work(HONEST, Outcome::Accepted);
			work(GOES_ON, Outcome::False);
			if era >= 14 * 4 {
				work(RETURNED, Outcome::Accepted);
			}
			System::reset_events();
			if let Some(index) = days.iter().position(|day| (era + 1) == day * 4) {
				let of = |who| crate::Providers::<Test>::get(who).map_or(0, |provider| provider.paid);
				paid[index] = [STAYS, RETURNED, GOES_ON].map(of);
			}
		}
		assert!(provider(HONEST).paid > provider(STAYS).paid);
		assert_eq!(provider(LEAVES).paid, 0);
	});
	paid
}

/// As seldom as a job an era, and so often that a reputation of one era is as good as any.
#[test]
fn beginning_anew_under_another_name_gains_nothing() {
	for (jobs, prior) in [(1, 50), (10, 50), (10, 1)] {
		for [stayed, returned, went_on] in begin_anew(jobs, prior, [60, 90, 120]) {
			assert!(stayed > returned, "{jobs} jobs: {returned} under a new name, {stayed} under the old one");
			assert!(returned > 0);
			// Whoever goes on working badly earns nothing at all.
			assert_eq!(went_on, 0);
		}
	}
}
