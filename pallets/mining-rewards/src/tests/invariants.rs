//! What holds after every action, whatever the actions are.

use super::*;
use crate::{types::MAX_SLOTS, Call, Closed, Disputes, Era, NextRules, Providers, Rules, ScoreWeights, WeightInfo};
use btt_primitives::{
	mining::{EraIndex, JobRewards, Outcome, VerifiedJob},
	Allocation, Balance, Moment, BTT, DAY,
};
use frame_support::{assert_ok, weights::Weight};
use proptest::prelude::*;
use sp_runtime::{traits::Dispatchable, Perbill, StateVersion};
use std::collections::BTreeMap;

/// The accounts that take part; the last two are no providers in the beginning.
const ACCOUNTS: AccountId = 12;
const CHALLENGERS: [AccountId; 2] = [CHALLENGER, 51];
const POOL: Balance = Allocation::MiningRewards.total();

#[derive(Clone, Debug)]
struct Job {
	who: AccountId,
	buyer: u64,
	controller: Option<u32>,
	accredited: bool,
	units: u32,
	energy: u64,
	price: Balance,
	floor: Balance,
	reference: Balance,
	fees: Balance,
	region: u16,
	accepted: bool,
}

impl Job {
	fn verified(&self) -> VerifiedJob<AccountId> {
		let mut job = job(self.who, self.units);
		job.buyer.account = self.buyer;
		job.buyer.controller = self.controller;
		job.buyer.accredited = self.accredited;
		job.region = self.region;
		job.energy = self.energy;
		(job.price, job.floor_price, job.reference_price) = (self.price, self.floor, self.reference);
		job.public_fees = self.fees;
		job.outcome = if self.accepted { Outcome::Accepted } else { Outcome::False };
		job
	}

	/// Whether it cannot be reported.
	fn is_refused(&self) -> bool {
		let known = Providers::<Test>::contains_key(self.who) && self.region != 99;
		!known || self.units == 0 || self.energy == 0 || self.reference == 0
	}
}

#[derive(Clone, Debug)]
enum Op {
	Report(Vec<Job>),
	Stake(AccountId, Balance),
	Unvested(AccountId, Balance),
	Wait(Moment),
	Eras(u32),
	Contest(usize, usize, u64),
	ContestAny(AccountId, EraIndex, u64),
	Rule(usize, bool),
	Lapse(usize),
	Settle(Vec<AccountId>),
	Sweep(u64, bool),
	Rules(Rules),
	Refresh(AccountId),
	Forget(AccountId),
	Leave(AccountId),
	Rotate(AccountId, AccountId),
	Reap(AccountId),
	Fund(AccountId),
	Attest(AccountId, crate::Attestation),
}

fn anybody() -> impl Strategy<Value = AccountId> {
	1..=ACCOUNTS
}

fn worker() -> impl Strategy<Value = AccountId> {
	prop_oneof![9 => 1..=ACCOUNTS - 2, 1 => anybody()]
}

prop_compose! {
	/// Most jobs earn something.
	fn job_of(extreme: bool)(
		who in worker(),
		buyer in prop_oneof![10 => 1_000..1_020u64, 1 => 1..=ACCOUNTS],
		controller in prop_oneof![6 => Just(None), 1 => (0..3u32).prop_map(Some)],
		accredited in prop::bool::weighted(0.9),
		units in prop_oneof![8 => 1..=300u32, 1 => 1..=1_000_000u32, 1 => 0..3u32],
		energy in prop_oneof![8 => 1..1_000_000u64, 1 => Just(1_000_000_000_000), 1 => 0..3u64],
		prices in prop_oneof![
			8 => Just((10 * BTT, 5 * BTT, 10 * BTT)),
			2 => (0..20u128, 0..20u128, 0..20u128),
			1 => Just((u128::MAX, u128::MAX, u128::MAX)),
			1 => Just((u128::MAX, 0, 1)),
			1 => Just((1, 0, u128::MAX)),
		],
		fees in prop_oneof![
			6 => (0..10_000u128).prop_map(|fees| fees * BTT),
			2 => 0..ED / 20,
			1 => Just(0),
			1 => Just(if extreme { u128::MAX } else { BTT }),
		],
		region in prop_oneof![6 => Just(HOME), 3 => Just(AWAY), 1 => Just(99)],
		accepted in prop::bool::weighted(0.9),
	) -> Job {
		let (price, floor, reference) = prices;
		Job { who, buyer, controller, accredited, units, energy, price, floor, reference, fees, region, accepted }
	}
}

prop_compose! {
	/// Rules within their bounds, and often at them.
	fn rules()(
		cuts in (0..=100u8, 0..=100u8, 0..=100u8),
		stake_per_unit in prop_oneof![Just(BTT / 100), Just(BTT), Just(1_000 * BTT), BTT / 100..=1_000 * BTT],
		payout_caps in prop::array::uniform4(prop_oneof![Just(0), Just(100), 0..=100u32]),
		concentration in prop_oneof![Just(4), Just(10), Just(100), 4..=100u8],
		reputation_kept in 50..=99u8,
		prior_jobs in prop_oneof![Just(1), Just(50), Just(10_000)],
		quality_floor in 0..50u8,
		reference_energy in prop_oneof![Just(1), Just(1_000), Just(1_000_000_000)],
		minimum_volume in prop_oneof![Just(0), Just(10_000), Just(1_000_000_000_000)],
		settling_days in prop_oneof![Just(0), Just(30), Just(365)],
		dispute_window in 1..=3u8,
		dispute_bond in prop_oneof![4 => Just(BTT), 4 => Just(100 * BTT), 1 => Just(100_000 * BTT)],
		slash in 1..=100u32,
	) -> Rules {
		let mut cuts = [cuts.0, cuts.1, cuts.2];
		cuts.sort_unstable();
		let [a, b, c] = cuts;
		Rules {
			weights: ScoreWeights { work: a, quality: b - a, geography: c - b, energy: 100 - c },
			stake_per_unit,
			payout_caps,
			concentration,
			reputation_kept,
			prior_jobs,
			quality_floor,
			reference_energy,
			minimum_volume,
			settling_days,
			dispute_window,
			dispute_bond,
			slash: Perbill::from_percent(slash),
		}
	}
}

fn stake() -> impl Strategy<Value = Balance> {
	prop_oneof![1 => Just(0), 1 => Just(STAKE - 1), 2 => Just(STAKE), 4 => (1_000..20_000u128).prop_map(|x| x * BTT)]
}

fn attestation() -> impl Strategy<Value = crate::Attestation> {
	let region = prop::option::of(prop_oneof![Just(HOME), Just(AWAY), Just(99)]);
	(region, prop::option::of(1..=3u16), prop::option::of(0..3u32))
		.prop_map(|(region, hardware, controller)| crate::Attestation { region, hardware, controller })
}

/// What happens where there is much to do.
fn busy() -> impl Strategy<Value = Op> {
	prop_oneof![
		20 => prop::collection::vec(job_of(false), 1..12).prop_map(Op::Report),
		5 => prop::collection::vec(anybody(), 1..10).prop_map(Op::Settle),
		3 => (0..6u64, any::<bool>()).prop_map(|(more, whole)| Op::Sweep(more, whole)),
		2 => prop_oneof![1..ERA, Just(DAY), 1..40 * DAY, Just(365 * DAY)].prop_map(Op::Wait),
		14 => prop_oneof![6 => Just(1), 1 => 2..8u32].prop_map(Op::Eras),
		34 => rare(),
	]
}

/// What happens where providers work and are left alone.
fn quiet() -> impl Strategy<Value = Op> {
	prop_oneof![
		30 => prop::collection::vec(job_of(false), 1..3).prop_map(Op::Report),
		1 => anybody().prop_map(|who| Op::Settle(vec![who])),
		1 => (0..2u64).prop_map(|more| Op::Sweep(more, false)),
		30 => Just(Op::Eras(1)),
		20 => rare(),
	]
}

fn rare() -> impl Strategy<Value = Op> {
	prop_oneof![
		4 => (worker(), stake()).prop_map(|(who, stake)| Op::Stake(who, stake)),
		1 => (worker(), (0..3_000u128)).prop_map(|(who, unvested)| Op::Unvested(who, unvested * BTT)),
		16 => (0..2usize, 0..9usize, 1..=100u64).prop_map(|(by, index, part)| Op::Contest(by, index, part)),
		1 => (worker(), 0..9u32, any::<u64>()).prop_map(|(who, ago, points)| Op::ContestAny(who, ago, points)),
		6 => (0..4usize, any::<bool>()).prop_map(|(index, upheld)| Op::Rule(index, upheld)),
		2 => (0..4usize).prop_map(Op::Lapse),
		2 => rules().prop_map(Op::Rules),
		1 => anybody().prop_map(Op::Refresh),
		1 => anybody().prop_map(Op::Forget),
		1 => anybody().prop_map(Op::Leave),
		2 => (worker(), anybody()).prop_map(|(from, to)| Op::Rotate(from, to)),
		2 => anybody().prop_map(Op::Reap),
		1 => anybody().prop_map(Op::Fund),
		3 => (worker(), attestation()).prop_map(|(who, attestation)| Op::Attest(who, attestation)),
	]
}

fn root() -> Vec<u8> {
	sp_io::storage::root(StateVersion::V1)
}

/// A call that may fail, but then changes nothing.
fn call(who: AccountId, call: Call<Test>) -> bool {
	let before = root();
	let done = RuntimeCall::from(call).dispatch(by(who)).is_ok();
	if !done {
		assert_eq!(root(), before, "a call that failed changed something");
	}
	done
}

/// The dispute of this number, counted around.
fn dispute(index: usize) -> Option<(AccountId, EraIndex)> {
	let all: Vec<_> = Disputes::<Test>::iter_keys().collect();
	all.get(index % all.len().max(1)).copied()
}

/// Who earned points in which of the last eras.
fn latest() -> Vec<(AccountId, EraIndex)> {
	let now = era().index;
	let last = |who| (now.saturating_sub(3)..now).map(move |era| (who, era));
	(1..=ACCOUNTS).flat_map(last).filter(|(who, era)| points(*who, *era) > 0).collect()
}

/// The points of `who` in an era that has ended, in a slot or not yet.
fn points(who: AccountId, era: EraIndex) -> u64 {
	let Some(provider) = Providers::<Test>::get(who) else { return 0 };
	let slot = provider.slots.iter().find(|slot| slot.era == era).map(|slot| slot.points);
	slot.unwrap_or(if provider.era == era { provider.work.points } else { 0 })
}

impl Op {
	/// Do it. Tells whom of the providers it may change, unless that is anybody.
	fn apply(&self) -> Option<Vec<AccountId>> {
		match self {
			Self::Report(jobs) => {
				for job in jobs {
					let before = job.is_refused().then(root);
					let reported = MiningRewards::report(&job.verified());
					assert_eq!(reported.is_err(), before.is_some());
					if let Some(before) = before {
						assert_eq!(root(), before, "a job that was refused changed something");
					}
					if let Ok(credit) = reported {
						assert!(credit.units <= job.units && credit.era == era().index);
						assert!(job.accepted || credit.units == 0);
						let provider = provider(job.who);
						assert!(provider.work.units <= provider.capacity);
						assert!(u128::from(provider.work.points) <= u128::from(provider.capacity) * 1_000_000);
					}
				}
				return Some(jobs.iter().map(|job| job.who).collect());
			}
			Self::Stake(who, stake) => {
				// What is disputed does not leave.
				let now = Stakes::get().get(who).copied().unwrap_or_default();
				set_stake(*who, if accused(*who) > 0 { now.max(*stake) } else { *stake });
				return Some(vec![*who]);
			}
			Self::Unvested(who, amount) => {
				UnvestedOf::mutate(|unvested| unvested.insert(*who, *amount));
				return Some(vec![]);
			}
			Self::Wait(time) => pass(*time),
			Self::Eras(count) => eras(*count),
			Self::Contest(challenger, index, part) => {
				let latest = latest();
				let (provider, era) = *latest.get(index % latest.len().max(1))?;
				let points = u128::from(points(provider, era)) * u128::from(*part) / 100;
				call(CHALLENGERS[*challenger], Call::contest { provider, era, points: points as u64 });
				return Some(vec![provider]);
			}
			Self::ContestAny(provider, ago, points) => {
				let era = (era().index + 1).saturating_sub(*ago);
				call(CHALLENGER, Call::contest { provider: *provider, era, points: *points });
				return Some(vec![*provider]);
			}
			Self::Rule(index, upheld) => {
				let (provider, era) = dispute(*index)?;
				assert!(call(JUDGE, Call::rule { provider, era, false_points: if *upheld { u64::MAX } else { 0 } }));
				return Some(vec![provider]);
			}
			Self::Lapse(index) => {
				let (provider, era) = dispute(*index)?;
				let due = now() >= Disputes::<Test>::get(provider, era).unwrap().until;
				assert_eq!(call(NOBODY, Call::lapse { provider, era }), due);
				return Some(vec![provider]);
			}
			Self::Settle(providers) => {
				call(NOBODY, Call::settle { providers: providers.clone().try_into().unwrap() });
				return Some(providers.clone());
			}
			Self::Sweep(more, whole) => {
				type W = <Test as crate::Config>::WeightInfo;
				let limit = (W::sweep(0) + W::settle(1)) * (*more + 1);
				let limit = if *whole { Weight::MAX } else { limit };
				assert!(idle(limit).all_lte(limit.min(MiningRewards::sweep_limit())));
			}
			Self::Rules(rules) => assert!(call(GOVERNANCE, Call::set_rules { rules: *rules })),
			Self::Refresh(who) => {
				call(NOBODY, Call::refresh { provider: *who });
				return Some(vec![*who]);
			}
			Self::Forget(who) => {
				call(NOBODY, Call::forget { provider: *who });
				return Some(vec![*who]);
			}
			Self::Leave(who) => {
				if accused(*who) == 0 {
					set_stake(*who, 0);
					pass(90 * DAY);
					let _ = settle([*who]);
					call(NOBODY, Call::forget { provider: *who });
				}
			}
			Self::Rotate(from, to) => {
				// Stake moves to where there is none, and only if it is not disputed.
				let free = accused(*from) == 0 && accused(*to) == 0;
				if from != to && free && Stakes::get().get(to).copied().unwrap_or_default() == 0 {
					let before = root();
					if rotate(*from, *to).is_err() {
						assert_eq!(root(), before);
					}
				}
				return Some(vec![*from, *to]);
			}
			Self::Reap(who) => reap(*who),
			Self::Fund(who) => give(*who, ED),
			Self::Attest(who, attestation) => {
				call(REGISTRAR, Call::attest { provider: *who, attestation: *attestation });
				return Some(vec![*who]);
			}
		}
		None
	}
}

fn providers() -> BTreeMap<AccountId, crate::Provider> {
	Providers::<Test>::iter().collect()
}

/// Do `ops` one after the other, under `rules` at first, and then let everything come to its end.
fn journey(rules: Rules, ops: &[Op]) {
	let everybody = 1..=ACCOUNTS;
	ExtBuilder::default().providers((1..=ACCOUNTS - 2).map(|who| (who, 3 * STAKE))).build_and_execute(|| {
		give(CHALLENGERS[1], 50_000 * BTT);
		NextRules::<Test>::put(rules);
		next_era();
		for op in ops {
			let before = providers();
			let paid = books().paid;
			System::reset_events();
			let met = op.apply();
			check();
			assert_eq!(balance(POT) + books().paid, POOL, "{op:?}");
			assert!(books().paid >= paid);
			for (who, provider) in providers() {
				assert!(provider.slots.len() <= MAX_SLOTS as usize);
				if met.as_ref().is_some_and(|met| !met.contains(&who)) {
					assert_eq!(Some(&provider), before.get(&who), "{op:?} changed somebody else");
				}
			}
			let disputes = Disputes::<Test>::iter().fold(BTreeMap::<_, u32>::new(), |mut sum, (who, ..)| {
				*sum.entry(who).or_default() += 1;
				sum
			});
			assert!(everybody.clone().all(|who| accused(who) == disputes.get(&who).copied().unwrap_or_default()));
		}

		// Every dispute ends, every era is settled, and everybody can be paid.
		eras(5);
		pass(14 * DAY);
		while let Some((provider, era)) = dispute(0) {
			assert_ok!(MiningRewards::lapse(by(NOBODY), provider, era));
			check();
		}
		let _ = settle(everybody.clone());
		assert!(all_settled());
		everybody.clone().for_each(|who| give(who, ED));
		let _ = settle(everybody.clone().rev());
		let books = books();
		assert_eq!((books.assigned, books.contested, books.owed), (0, 0, 0));
		assert_eq!(books.paid + books.unassigned, POOL);
		assert!(CHALLENGERS.iter().all(|who| bonds(*who) == 0));
		assert!(everybody.clone().all(|who| accused(who) == 0));
	});
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(1_000))]

	#[test]
	fn the_books_are_right_whatever_happens(rules in rules(), ops in prop::collection::vec(busy(), 1..30)) {
		journey(rules, &ops);
	}

	#[test]
	fn the_books_are_right_however_long_nobody_settles(
		dispute_window in 1..=3u8,
		ops in prop::collection::vec(quiet(), 1..50),
	) {
		journey(Rules { dispute_window, ..Default::default() }, &ops);
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(1_000))]

	/// Nothing overflows with the largest figures that rules, jobs and stakes can have.
	#[test]
	fn nothing_overflows_at_the_bounds(
		rules in prop::collection::vec(rules(), 1..4),
		jobs in prop::collection::vec(job_of(true), 1..20),
		stakes in prop::collection::vec(prop_oneof![Just(u128::MAX), Just(u128::MAX / 2), stake()], 6),
		most in any::<bool>(),
	) {
		ExtBuilder::default().providers((1..=6).map(|who| (who, STAKE))).build_and_execute(|| {
			for (who, stake) in (1..=6).zip(stakes) {
				set_stake(who, stake);
			}
			for rules in rules {
				assert_ok!(MiningRewards::set_rules(by(GOVERNANCE), rules));
				next_era();
				for job in &jobs {
					let mut job = job.verified();
					if most {
						(job.units, job.energy) = (1_000_000, 1_000_000_000_000);
					}
					let _ = MiningRewards::report(&job);
				}
				check();
				let _ = MiningRewards::emission();
				for who in 1..=6 {
					assert!(MiningRewards::provider(&who).is_some());
				}
			}
			eras(4);
			let _ = settle(1..=6);
			assert!(all_settled());
		});
	}
}

/// What the providers of a scene do in its era: the units that a clinic buys of one of them, and the fees in BTT.
type Scene = Vec<(AccountId, u64, u32, u128)>;

fn scene() -> impl Strategy<Value = Scene> {
	prop::collection::vec((1..=6u64, 1_000..1_040u64, 1..200u32, prop_oneof![Just(1_000_000), 0..2_000u128]), 1..60)
}

fn play(scene: &Scene) {
	for (who, clinic, units, fees) in scene {
		let mut job = job(*who, *units);
		job.buyer.account = *clinic;
		job.public_fees = fees * BTT / 10;
		assert_ok!(MiningRewards::report(&job));
	}
}

/// The six providers of a scene, in one order or another.
fn order() -> impl Strategy<Value = Vec<AccountId>> {
	Just((1..=6).collect::<Vec<_>>()).prop_shuffle()
}

/// What each of the six providers was paid, and what of its share is contested.
fn shares() -> Vec<(Balance, Balance)> {
	let contested = |who| Disputes::<Test>::iter_prefix(who).filter_map(|(_, dispute)| dispute.share).sum();
	(1..=6).map(|who| (balance(who), contested(who))).collect()
}

fn six() -> ExtBuilder {
	ExtBuilder::default().providers((1..=6).map(|who| (who, 3 * STAKE)))
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(1_000))]

	/// Two orders, one in a batch and one by one, make a unit of difference at most.
	#[test]
	fn the_order_of_settlement_does_not_matter(
		scene in scene(),
		orders in (order(), order()),
		contested in prop::collection::vec((1..=6u64, 1..=100u64), 0..4),
	) {
		let run = |settle_all: &dyn Fn()| {
			let mut got = vec![];
			six().build_and_execute(|| {
				let budget = era().budget;
				play(&scene);
				next_era();
				for (who, part) in &contested {
					let _ = contest(*who, 1, points(*who, 1) / 100 * part);
				}
				eras(2);
				settle_all();
				assert!(all_settled());
				got = shares();
				let sum: Balance = got.iter().map(|(paid, contested)| paid + contested).sum();
				assert_eq!(sum + books().owed + books().unassigned, POOL);
				assert!(sum <= budget);
			});
			got
		};
		let first = run(&|| assert!(settle(orders.0.clone()).is_ok()));
		let second = run(&|| {
			for who in &orders.1 {
				assert_eq!(settle([*who]).is_ok(), scene.iter().any(|(worker, ..)| worker == who));
			}
		});
		for ((paid, contested), (other_paid, other_contested)) in first.into_iter().zip(second) {
			prop_assert!(paid.abs_diff(other_paid) <= 1);
			prop_assert!(contested.abs_diff(other_contested) <= 1);
			prop_assert!((paid + contested).abs_diff(other_paid + other_contested) <= 1);
		}
	}

	/// One more verified unit never earns less: not a unit less for whoever is settled first, and at most the one of
	/// rounding for others.
	#[test]
	fn one_more_unit_never_earns_less(
		scene in scene(),
		who in 1..=6u64,
		clinic in 1_000..1_040u64,
		fees in 0..100u128,
		order in order(),
		first in any::<bool>(),
	) {
		let run = |scene: &Scene| {
			let mut got = 0;
			six().build_and_execute(|| {
				play(scene);
				eras(3);
				if first {
					let _ = settle([who]);
				}
				let _ = settle(order.clone());
				got = balance(who) + provider(who).owed;
			});
			got
		};
		let more: Scene = scene.iter().copied().chain([(who, clinic, 1, fees)]).collect();
		let (before, after) = (run(&scene), run(&more));
		prop_assert!(after + Balance::from(!first) >= before, "{after} instead of {before}");
	}

	/// Whoever divides its stake, its past jobs and its work among several accounts gains nothing but rounding.
	#[test]
	fn several_accounts_earn_no_more_than_one(
		jobs in prop::collection::vec((1..=5u64, 1_000..1_040u64, 1..200u32, 0..2_000u128), 1..60),
		past in prop::collection::vec(0..60u32, 5),
		spare in prop::collection::vec(0..500u128, 5),
		count in 2..=5u64,
		hours in 0..40u64,
	) {
		const RIVAL: AccountId = 6;
		let whose = |account: AccountId, divided: bool| if divided { (account - 1) % count + 1 } else { 1 };
		let stakes: Vec<Balance> = (1..=count)
			.map(|who| {
				let units: u128 = jobs.iter().filter(|job| whose(job.0, true) == who).map(|job| u128::from(job.2)).sum();
				(units + spare[who as usize - 1]).max(1_000) * BTT
			})
			.collect();
		let run = |divided: bool| {
			let mut got = 0;
			let mine: Vec<_> = if divided {
				(1..=count).zip(stakes.clone()).collect()
			} else {
				vec![(1, stakes.iter().sum())]
			};
			ExtBuilder::default().providers(mine.into_iter().chain([(RIVAL, 5 * STAKE)])).build_and_execute(|| {
				for (account, jobs) in (1..=5).zip(&past) {
					for _ in 0..*jobs {
						let mut job = job(whose(account, divided), 1);
						// Its payout is capped at nothing, but it makes a reputation.
						job.public_fees = 0;
						assert_ok!(MiningRewards::report(&job));
					}
				}
				next_era();
				pass(hours * 3_600_000);
				work(RIVAL, 1_000);
				let mine: Scene = jobs.iter().map(|job| (whose(job.0, divided), job.1, job.2, job.3)).collect();
				play(&mine);
				eras(3);
				let _ = settle(1..=RIVAL);
				assert!(all_settled());
				let owed = |who| Providers::<Test>::get(who).map_or(0, |provider| provider.owed);
				got = (1..=count).map(|who| balance(who) + owed(who)).sum::<Balance>();
			});
			got
		};
		let (one, several) = (run(false), run(true));
		prop_assert!(several <= one + Balance::from(count), "{several} instead of {one}");
	}
}

#[test]
fn the_state_of_an_idle_chain_does_not_grow() {
	ExtBuilder::default().build_and_execute(|| {
		for _ in 0..50 {
			for who in [ALICE, BOB, CAROL] {
				work(who, 100);
			}
			next_era();
			idle(Weight::MAX);
			assert!(Closed::<Test>::get().recent.len() <= 3);
		}
		assert_eq!(NextRules::<Test>::get(), Rules::default());
		eras(3);
		idle(Weight::MAX);
		assert!(all_settled());
		assert_eq!(Providers::<Test>::iter().count(), 3);
		assert_eq!(books().paid, POOL - books().unassigned);
	});
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(1_000))]

	/// Whatever eras are skipped, whoever works when, and however the rule changes meanwhile.
	#[test]
	fn an_era_is_final_from_the_end_of_its_dispute_window_on(
		eras in prop::collection::vec((1..4u32, any::<bool>(), 1..=3u8), 1..40),
	) {
		let mut era = Era::default();
		let mut closed = vec![];
		for (begun, (passed, points, dispute_window)) in (1..).zip(eras) {
			era.points = points.into();
			era.rules.dispute_window = dispute_window;
			if points {
				closed.push((era.index, begun + u32::from(dispute_window)));
			}
			era = Era { index: era.index + passed, ended: era.next_ended(), ..Default::default() };
			for (ended, until) in &closed {
				prop_assert_eq!(era.is_final(*ended), begun >= *until, "era {} in era {}", ended, era.index);
			}
		}
	}
}
