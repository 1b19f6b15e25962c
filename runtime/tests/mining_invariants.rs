//! Whatever providers, buyers, challengers, judges and the clock do, in whatever order: every invariant holds, an error
//! changes nothing, what leaves the pool was paid to providers, and in the end all of it can be settled.

mod common;

use btt_primitives::{
	mining::{Buyer, EraIndex, JobRewards, Outcome, VerifiedJob},
	staking::{RewardSink, Role},
	vesting::Unvested,
	Allocation, Balance, Moment, BTT, DAY, EXISTENTIAL_DEPOSIT, HOUR,
};
use btt_runtime::{
	AccountId, Balances, BttStaking, BttToken, MiningRewards, Runtime, RuntimeCall, RuntimeOrigin, System, Timestamp,
	VestingSchedules,
};
use common::{
	journeys::{run, Step},
	*,
};
use frame_support::{
	assert_ok,
	traits::{
		fungible::{Balanced, Inspect, Mutate},
		tokens::{
			Fortitude::Polite,
			Precision::Exact,
			Preservation::{Expendable, Preserve},
		},
		Hooks, Imbalance, OnTimestampSet,
	},
	weights::Weight,
};
use pallet_btt_staking::{Elections, FirstSession, Ledgers, NextSession};
use pallet_mining_rewards::{
	Attestation, Backlog, Call, Closed, CurrentEra, Disputes, Ledger, Providers, Rules, ScoreWeights,
};
use proptest::{prelude::*, test_runner::TestCaseError};
use sp_runtime::{traits::Dispatchable, DispatchError, Perbill};
use sp_staking::offence::{OffenceDetails, OnOffenceHandler};
use std::{cell::Cell, rc::Rc};

const POOL: Balance = 63_000_000 * BTT;

/// What needs so much to have happened before that it may be refused in all cases.
const SELDOM_POSSIBLE: [&str; 5] = ["AddRole", "ApplySlash", "Forget", "Vest", "Withdraw"];

#[derive(Clone, Copy, Debug, PartialEq)]
enum Deed {
	Work,
	Job,
	Contest,
	/// Work, the end of the era, and somebody who doubts it.
	Doubt,
	Rule,
	Lapse,
	Settle,
	Refresh,
	Forget,
	Attest,
	SetRules,
	SetRegion,
	Bond,
	Unbond,
	Withdraw,
	AddRole,
	DropRole,
	Delegate,
	Offence,
	SlashDue,
	ApplySlash,
	Income,
	Era,
	Wait,
	Idle,
	Transfer,
	Leave,
	Vest,
	Rotate,
}

use Deed::*;

/// Those by which something is earned, contested and settled come up most.
fn deeds() -> impl Strategy<Value = Deed> {
	let often = vec![Work, Job, Era, Contest, Doubt, Rule, Settle, Idle];
	let rather = vec![Lapse, Refresh, Bond, Unbond, Withdraw, AddRole, Wait, ApplySlash, Leave];
	let seldom = vec![
		DropRole, Forget, Attest, SetRules, SetRegion, Delegate, Offence, SlashDue, Income, Transfer, Vest, Rotate,
	];
	prop_oneof![
		6 => proptest::sample::select(often),
		2 => proptest::sample::select(rather),
		1 => proptest::sample::select(seldom),
	]
}

/// What has happened so far, beside the state of the chain.
#[derive(Clone)]
struct World {
	people: Vec<AccountId>,
	/// The beneficiary, whoever it is by now, and what slashes took from the end of its line.
	beneficiary: AccountId,
	forfeited: Balance,
	/// Does for others what anybody may, and authors.
	alice: AccountId,
	/// What was paid in all journeys, in units.
	paid: Rc<Cell<Balance>>,
}

const NAMES: [&str; 7] = ["Alice", "Bob", "Eve", "Ferdie", "Grace", "Heidi", "Ivan"];

impl World {
	fn new() -> Self {
		let beneficiary = beneficiary(Allocation::StrategicInvestors).id;
		let people = NAMES.map(|name| actor(name).id).into_iter().chain([beneficiary.clone()]).collect();
		Self { people, beneficiary, forfeited: 0, alice: actor("Alice").id, paid: Rc::default() }
	}

	fn who(&self, index: u8) -> AccountId {
		self.people[usize::from(index) % self.people.len()].clone()
	}

	/// Mostly one of those who are such, if there are any.
	fn one(&self, index: u8, is: impl Fn(&AccountId) -> bool) -> AccountId {
		let some: Vec<_> = self.people.iter().filter(|who| is(who)).collect();
		let place = usize::from(index) % (some.len() + 1);
		some.get(place).map_or_else(|| self.who(index), |who| AccountId::clone(who))
	}

	fn provider(&self, index: u8) -> AccountId {
		self.one(index, |who| Providers::<Runtime>::contains_key(who))
	}

	/// A provider and an era of which something waits; the era is wrong sometimes.
	fn open(&self, a: u8, b: u8) -> (AccountId, EraIndex, u64) {
		let running = CurrentEra::<Runtime>::get();
		let now = running.index;
		let who = self.one(a, |who| {
			Providers::<Runtime>::get(who).is_some_and(|it| it.era < now && it.work.points > 0 || !it.slots.is_empty())
		});
		let provider = Providers::<Runtime>::get(&who);
		let slots = provider.iter().flat_map(|provider| {
			let work = (provider.era, provider.work.points);
			provider.slots.iter().map(|slot| (slot.era, slot.points)).chain([work])
		});
		let closed = Closed::<Runtime>::get();
		let open = |era: EraIndex| closed.get(era).is_some() && !running.is_final(era);
		let slots: Vec<_> = slots.filter(|(era, points)| open(*era) && *points > 0).collect();
		let (era, points) = slots.get(usize::from(b) % (slots.len() + 1)).copied().unwrap_or((now, 1));
		(who, era, points)
	}

	fn dispute(&self, a: u8) -> (AccountId, EraIndex) {
		let disputes: Vec<_> = Disputes::<Runtime>::iter_keys().collect();
		disputes.get(usize::from(a) % (disputes.len() + 1)).cloned().unwrap_or((self.who(a), 0))
	}

	/// What of the beneficiary is unvested, by the whitepaper's table and by what slashes took, whatever the chain says.
	fn unvested(&self) -> Balance {
		let (.., total) = terms(Allocation::StrategicInvestors);
		(total - self.forfeited).saturating_sub(vested(Allocation::StrategicInvestors, clock()))
	}
}

impl journeys::World for World {
	type Deed = Deed;

	fn check(&self) -> Result<(), TestCaseError> {
		let books = Ledger::<Runtime>::get();
		let pot = total(&BttToken::pot_of(Allocation::MiningRewards));
		prop_assert_eq!(pot, POOL - books.paid, "the pool has lost what nobody was paid");
		let unvested = self.unvested();
		prop_assert_eq!(<VestingSchedules as Unvested<_>>::unvested(&self.beneficiary), unvested);
		let spendable = Balances::reducible_balance(&self.beneficiary, Expendable, Polite);
		prop_assert!(spendable <= total(&self.beneficiary).saturating_sub(unvested));
		for (who, provider) in Providers::<Runtime>::iter() {
			let bonded = Ledgers::<Runtime>::get(&who).map_or(0, |ledger| ledger.active);
			prop_assert!(provider.stake <= bonded, "{who:?} has capacity for what it has not bonded");
			if who == self.beneficiary {
				prop_assert!(provider.stake <= bonded.saturating_sub(unvested), "unvested tokens give capacity");
			}
		}
		invariants().map_err(|error| TestCaseError::fail(format!("{error:?}")))
	}

	fn take(&mut self, (deed, a, b, k): Step<Deed>) -> Result<(), DispatchError> {
		let who = match deed {
			Work | Job => self.one(a, |who| Providers::<Runtime>::get(who).is_some_and(|it| it.stake > 0)),
			Refresh | Forget | Attest | DropRole | Leave => self.provider(a),
			Unbond => self.one(a, |who| Ledgers::<Runtime>::get(who).is_some_and(|ledger| ledger.free() > 0)),
			Withdraw => self.one(a, |who| {
				Ledgers::<Runtime>::get(who).is_some_and(|it| it.chunks.iter().any(|chunk| chunk.release <= clock()))
			}),
			Contest | Doubt => self.one(b, |who| Balances::reducible_balance(who, Preserve, Polite) > 101 * BTT),
			ApplySlash => self.who(a % 2),
			Rotate | Vest => self.beneficiary.clone(),
			_ => self.who(a),
		};
		let standards = || RuntimeOrigin::from(pallet_btt_governance::Track::TechnicalStandards);
		let ledger = Ledgers::<Runtime>::get(&who).unwrap_or_default();
		let spendable = Balances::reducible_balance(&who, Expendable, Polite);
		let call: RuntimeCall = match deed {
			Work => {
				let fees = [0, 10, BTT, 1_000 * BTT][usize::from(b) % 4];
				return (1..=10).try_for_each(|number| report_job(&self.job(&who, number, u32::from(k) * 10, fees)));
			}
			Job => {
				let whole = self.job(&who, b % 40, u32::from(k) * 100, Balance::from(b) * BTT);
				let outcome = if a % 7 == 0 { Outcome::False } else { Outcome::Accepted };
				let account = if b % 11 == 0 { who } else { whole.buyer.account.clone() };
				let buyer = Buyer { account, accredited: b % 13 > 0, ..whole.buyer.clone() };
				let price = whole.price / 16 * Balance::from(k);
				let region = u16::from(b % 3) + u16::from(k > 0);
				return report_job(&VerifiedJob { outcome, buyer, price, region, ..whole });
			}
			Contest => {
				let (provider, era, points) = self.open(a, b);
				Call::contest { provider, era, points: part(points.into(), k).try_into().unwrap_or(u64::MAX) }.into()
			}
			Doubt => {
				let provider = self.one(a, |who| Providers::<Runtime>::get(who).is_some_and(|it| it.stake > 0));
				let jobs: Vec<_> =
					(1..=10).map(|number| self.job(&provider, number, 1 + u32::from(k), 100 * BTT)).collect();
				for job in jobs {
					let _ = report_job(&job);
				}
				wait(ERA)?;
				let (provider, era, points) = self.open(a, b);
				let points = part(points.into(), 1 + k % 16).try_into().unwrap_or(u64::MAX);
				// May be refused for many reasons, and the era has ended all the same.
				let _ = dispatch(Call::contest { provider, era, points }.into(), RuntimeOrigin::signed(who));
				return Ok(());
			}
			Rule => {
				let (provider, era) = self.dispute(a);
				let unvested = self.watch();
				dispatch(
					Call::rule { provider, era, false_points: [0, u64::MAX, 1, 1_000_000][usize::from(b) % 4] }.into(),
					standards(),
				)?;
				self.note(unvested);
				return Ok(());
			}
			Lapse => {
				let (provider, era) = self.dispute(a);
				let until = Disputes::<Runtime>::get(&provider, era).map(|dispute| dispute.until);
				let call = RuntimeCall::from(Call::lapse { provider, era });
				let waited = until.filter(|until| *until > clock() && b % 4 > 0);
				if let Some(until) = waited {
					wait(until - clock())?;
				}
				let unvested = self.watch();
				let outcome = dispatch(call, RuntimeOrigin::signed(who));
				assert!(waited.is_none() || outcome.is_ok(), "nobody ruled in time: {outcome:?}");
				self.note(unvested);
				return outcome;
			}
			Settle => {
				let all: Vec<_> = self.people.iter().cycle().skip(a.into()).take(usize::from(k)).cloned().collect();
				Call::settle { providers: all.try_into().expect("fewer than a batch") }.into()
			}
			Refresh => Call::refresh { provider: who.clone() }.into(),
			Forget => Call::forget { provider: who.clone() }.into(),
			Attest => {
				let region = [None, Some(1), Some(2), Some(9)][usize::from(b) % 4];
				let hardware = [None, Some(1), Some(1), Some(9)][usize::from(k) % 4];
				let attestation = Attestation { region, hardware, controller: (k > 8).then_some(b.into()) };
				return dispatch(
					Call::attest { provider: who, attestation }.into(),
					RuntimeOrigin::signed(actor("Eve").id),
				);
			}
			SetRules => {
				let work = 40 + a % 2;
				let rules = Rules {
					weights: ScoreWeights { work, quality: 30, geography: 15, energy: 15 },
					concentration: [10, 100, 4, 50][usize::from(b) % 4],
					dispute_window: k % 5,
					stake_per_unit: BTT / 10 * Balance::from(b % 20),
					..Rules::default()
				};
				return dispatch(Call::set_rules { rules }.into(), standards());
			}
			SetRegion if a % 4 == 0 => return dispatch(Call::remove_region { region: 3 }.into(), standards()),
			SetRegion => {
				let (region, target) = ((b % 4).into(), u32::from(k) * 60_000);
				return dispatch(Call::set_region { region, target }.into(), standards());
			}
			Bond => pallet_btt_staking::Call::bond { amount: part(Balances::balance(&who), k) }.into(),
			Unbond => pallet_btt_staking::Call::unbond { amount: part(ledger.free(), k) }.into(),
			Withdraw => {
				let call = pallet_btt_staking::Call::withdraw_unbonded { who };
				return dispatch(call.into(), RuntimeOrigin::signed(self.alice.clone()));
			}
			AddRole => pallet_btt_staking::Call::add_role { role: Role::Provider }.into(),
			DropRole => pallet_btt_staking::Call::drop_role { role: Role::Provider }.into(),
			Delegate => {
				let validator = actor("Bob").id;
				pallet_btt_staking::Call::delegate { validator, amount: part(ledger.free(), k) }.into()
			}
			Offence => return offence(a, Perbill::from_percent(u32::from(k) * 5), b),
			SlashDue => return wait(7 * DAY),
			ApplySlash => {
				let unvested = self.watch();
				let call = pallet_btt_staking::Call::apply_slash { who };
				dispatch(call.into(), RuntimeOrigin::signed(self.alice.clone()))?;
				self.note(unvested);
				return Ok(());
			}
			Income => return income(&self.alice, &who, part(spendable, k).min(100 * BTT)),
			Era => return wait(ERA * Moment::from(1 + a % 2)),
			Wait => return wait([SLOT, HOUR, 5 * ERA, DAY, 14 * DAY, 40 * DAY][usize::from(a) % 6]),
			Idle => {
				let block = <Runtime as frame_system::Config>::BlockWeights::get().max_block;
				let limit = [Weight::zero(), block / 1_000, block / 200, block][usize::from(a) % 4];
				MiningRewards::on_idle(System::block_number(), limit);
				return Ok(());
			}
			Transfer => {
				let dest = self.who(b).into();
				pallet_balances::Call::transfer_allow_death { dest, value: part(spendable, k) }.into()
			}
			Leave => pallet_balances::Call::transfer_all { dest: self.alice.clone().into(), keep_alive: false }.into(),
			Vest => pallet_vesting_schedules::Call::vest { target: who.clone().into() }.into(),
			Rotate => {
				let new = self.who(b);
				let call = pallet_vesting_schedules::Call::rotate { new: new.clone().into() };
				dispatch(call.into(), RuntimeOrigin::signed(who))?;
				self.beneficiary = new;
				return Ok(());
			}
		};
		dispatch(call, RuntimeOrigin::signed(who))
	}

	/// Every dispute has its verdict, every era ends, and everybody is settled: then all 63,000,000 BTT are paid, owed or
	/// not assigned.
	fn end(mut self) -> Result<(), TestCaseError> {
		let rulings = Disputes::<Runtime>::iter_keys().count();
		for number in 0..rulings {
			let outcome = self.take((Rule, 0, number as u8, 0));
			prop_assert_eq!(outcome, Ok(()));
			self.check()?;
		}
		// The first ends the era, and the others the longest dispute window.
		for _ in 0..4 {
			prop_assert_eq!(wait(5 * ERA), Ok(()));
		}
		for _ in 0..10 {
			MiningRewards::on_idle(System::block_number(), Weight::MAX);
		}
		self.check()?;
		let books = Ledger::<Runtime>::get();
		let closed = Closed::<Runtime>::get();
		prop_assert_eq!((books.assigned, books.contested), (0, 0));
		prop_assert_eq!((closed.recent.len(), closed.backlog, Backlog::<Runtime>::iter().count()), (0, 0, 0));
		prop_assert_eq!(books.paid + books.owed + books.unassigned, POOL);

		// Whoever was gone when it should have been paid can be paid when it is there again.
		let creditors: Vec<_> =
			Providers::<Runtime>::iter().filter(|(_, provider)| provider.owed > 0).map(|(who, _)| who).collect();
		for who in creditors {
			if total(&who) == 0 {
				let gift = Balances::transfer(&self.alice, &who, EXISTENTIAL_DEPOSIT, Preserve);
				prop_assert!(gift.is_ok());
			}
			let call = Call::settle { providers: vec![who].try_into().expect("one") };
			prop_assert_eq!(dispatch(call.into(), RuntimeOrigin::signed(self.alice.clone())), Ok(()));
			self.check()?;
		}
		prop_assert_eq!(Ledger::<Runtime>::get().owed, 0);
		self.paid.set(self.paid.get() + Ledger::<Runtime>::get().paid);
		Ok(())
	}
}

impl World {
	/// A job of `provider` for the clinic of this number.
	fn job(&self, provider: &AccountId, number: u8, units: u32, fees: Balance) -> VerifiedJob<AccountId> {
		VerifiedJob { public_fees: fees, ..job(provider, clinic(number), units) }
	}

	/// What of the beneficiary is unvested, as the chain says.
	fn watch(&self) -> Balance {
		<VestingSchedules as Unvested<_>>::unvested(&self.beneficiary)
	}

	/// Remember how much of what was unvested has been slashed since.
	fn note(&mut self, before: Balance) {
		self.forfeited += before - self.watch();
	}
}

/// Up to all of `whole`, and sometimes a little or a lot more.
fn part(whole: Balance, k: u8) -> Balance {
	match k {
		0 => 0,
		1 => 1,
		2..=16 => whole / 16 * Balance::from(k) + if k == 16 { whole % 16 } else { 0 },
		17 => whole.saturating_add(1),
		_ => whole.saturating_mul(2),
	}
}

fn dispatch(call: RuntimeCall, origin: RuntimeOrigin) -> Result<(), DispatchError> {
	call.dispatch(origin).map(drop).map_err(|error| error.error)
}

fn report_job(job: &VerifiedJob<AccountId>) -> Result<(), DispatchError> {
	<MiningRewards as JobRewards<_>>::report(job).map(drop)
}

/// Somebody who was elected for one of the last sessions is accused of an offence in it.
fn offence(seat: u8, fraction: Perbill, back: u8) -> Result<(), DispatchError> {
	let (first, next) = (FirstSession::<Runtime>::get(), NextSession::<Runtime>::get());
	let session = next - 1 - u32::from(back) % 3.min(next - first);
	let elected = Elections::<Runtime>::get(session).expect("it is kept").validators;
	let (who, _) = elected[usize::from(seat) % elected.len()].clone();
	let details = OffenceDetails { offender: (who, ()), reporters: vec![] };
	let _ = <BttStaking as OnOffenceHandler<AccountId, _, _>>::on_offence(&[details], &[fraction], session);
	Ok(())
}

/// `who` pays so much in fees in a block of `author`'s.
fn income(author: &AccountId, who: &AccountId, amount: Balance) -> Result<(), DispatchError> {
	let Ok(fees) = <Balances as Balanced<AccountId>>::withdraw(who, amount, Exact, Preserve, Polite) else {
		return Ok(());
	};
	let (own, all) = fees.split(amount / 3);
	BttStaking::note_author(author);
	<BttStaking as RewardSink<_>>::author(own);
	<BttStaking as RewardSink<_>>::stakers(all);
	BttStaking::on_finalize(System::block_number());
	Ok(())
}

/// Time goes by until the next block.
fn wait(passed: Moment) -> Result<(), DispatchError> {
	System::set_block_number(System::block_number() + (passed / SLOT) as u32);
	BttStaking::on_initialize(System::block_number());
	MiningRewards::on_initialize(System::block_number());
	let now = Timestamp::get() + passed;
	pallet_timestamp::Now::<Runtime>::put(now);
	MiningRewards::on_timestamp_set(now);
	Ok(())
}

/// At `launch` after the token generation event Ferdie, Grace and the Strategic Investors, with all their unvested
/// tokens, provide, Eve is the registrar, and all but Alice and Bob have something to spend.
fn beginning(launch: Moment) -> Chain {
	let mut config = genesis(launch);
	for (name, btt) in [("Eve", 5_000), ("Ferdie", 6_000), ("Grace", 3_000), ("Heidi", 2_500), ("Ivan", 1_200)] {
		endow(&mut config, &actor(name).id, btt * BTT);
	}
	let investors = beneficiary(Allocation::StrategicInvestors);
	endow(&mut config, &investors.id, 5_000 * BTT);
	open_mining(&mut config);
	config["miningRewards"]["registrars"] = serde_json::json!([actor("Eve").id]);
	let mut chain = Chain::new(config);
	for (who, bond) in [(actor("Ferdie"), 4_000), (actor("Grace"), 1_000), (investors, 2_102_000)] {
		assert_ok!(chain.send(&who, pallet_btt_staking::Call::bond { amount: bond * BTT }));
		assert_ok!(chain.send(&who, pallet_btt_staking::Call::add_role { role: Role::Provider }));
		let attestation = Attestation { region: Some(1), hardware: Some(1), controller: None };
		assert_ok!(chain.send(&actor("Eve"), Call::attest { provider: who.id.clone(), attestation }));
	}
	chain.sessions(2);
	chain
}

/// Run journeys of up to 40 steps, each from the same beginning, in which somebody is paid.
fn travel(launch: Moment) {
	let world = World::new();
	let paid = world.paid.clone();
	run(beginning(launch), world, deeds(), 40, &SELDOM_POSSIBLE);
	println!("{} BTT were paid in all journeys", paid.get() / BTT);
	assert!(paid.get() > POOL / 100, "hardly anybody was paid");
}

#[test]
fn no_order_of_steps_loses_or_makes_a_unit_before_the_cliff() {
	travel(30 * DAY);
}

#[test]
fn no_order_of_steps_loses_or_makes_a_unit_while_the_lines_vest() {
	travel(500 * DAY);
}
