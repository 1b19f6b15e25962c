//! What a call or hook of mining declares pays for every key of the state that it reads and writes, in the worst case,
//! and for not many more.
//!
//! What everybody who works in a block touches is not counted where it is accounted for once a block: the keys that
//! pallets name for that, and the account of the pool. With `SHOW_KEYS` in the environment all others are printed.

mod common;

use btt_primitives::{
	mining::{EraIndex, JobRewards, RegionId, VerifiedJob},
	staking::{OnStakeChanged, Role},
	vesting::Unvested,
	Allocation, Balance, Moment, BTT, DAY, EXISTENTIAL_DEPOSIT,
};
use btt_runtime::{
	AccountId, AllPalletsWithSystem, BttToken, ChainTiming, MiningRewards, Runtime, RuntimeCall, RuntimeOrigin, System,
	VestingSchedules,
};
use common::*;
use frame_support::{
	assert_ok,
	dispatch::GetDispatchInfo,
	traits::{GetCallMetadata, Hooks, OnTimestampSet, UnfilteredDispatchable, WhitelistedStorageKeys},
	weights::{constants::RocksDbWeight, RuntimeDbWeight, Weight},
	BoundedVec,
};
use pallet_mining_rewards::{
	types::{MAX_BATCH, MAX_BUYERS, MAX_CLASSES, MAX_REGIONS, MAX_REGISTRARS, MAX_SLOTS, RECENT_ERAS},
	Attestation, Backlog, Call, Closed, ClosedEra, ClosedEras, CurrentEra, Dispute, Disputes, Hardware, Ledger,
	Location, Provider, Providers, Region, Registrars, Rules, Slot, WeightInfo, Work,
};
use serde_json::json;
use sp_io::TestExternalities;
use sp_runtime::Perbill;
use std::collections::BTreeSet;

/// A runtime in which reads and writes cost what a test says, which tells what weights are made of.
mod priced {
	use frame_support::{derive_impl, parameter_types, weights::RuntimeDbWeight};

	#[frame_support::runtime]
	mod runtime {
		#[runtime::runtime]
		#[runtime::derive(
			RuntimeCall,
			RuntimeEvent,
			RuntimeError,
			RuntimeOrigin,
			RuntimeFreezeReason,
			RuntimeHoldReason,
			RuntimeSlashReason,
			RuntimeLockId,
			RuntimeTask,
			RuntimeViewFunction
		)]
		pub struct Priced;

		#[runtime::pallet_index(0)]
		pub type System = frame_system::Pallet<Priced>;
	}

	parameter_types! {
		pub static Price: RuntimeDbWeight = RuntimeDbWeight { read: 0, write: 0 };
	}

	#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
	impl frame_system::Config for Priced {
		type Block = frame_system::mocking::MockBlock<Priced>;
		type DbWeight = Price;
	}
}

use priced::{Price, Priced};

type Weights = pallet_mining_rewards::weights::SubstrateWeight<Priced>;

/// How many keys are read, and how many written.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Keys {
	reads: u64,
	writes: u64,
}

impl Keys {
	/// What they cost, in ps.
	fn price(self) -> u64 {
		RocksDbWeight::get().reads_writes(self.reads, self.writes).ref_time()
	}

	/// For how many keys `weight` pays.
	fn of(weight: impl Fn() -> Weight) -> Self {
		let with = |read, write| {
			Price::set(RuntimeDbWeight { read, write });
			weight().ref_time()
		};
		let computation = with(0, 0);
		let keys = Self { reads: with(1, 0) - computation, writes: with(0, 1) - computation };
		Price::set(RocksDbWeight::get());
		keys
	}
}

/// The keys that are accounted for elsewhere.
fn accounted() -> BTreeSet<Vec<u8>> {
	let pot = BttToken::pot_of(Allocation::MiningRewards);
	AllPalletsWithSystem::whitelisted_storage_keys()
		.into_iter()
		.map(|tracked| tracked.key)
		.chain([frame_system::Account::<Runtime>::hashed_key_for(pot)])
		.collect()
}

/// The keys that `work` reads and writes in the state of `ext`, which stays as it is, but for those of `except`.
fn touched<R>(ext: &mut TestExternalities, except: &BTreeSet<Vec<u8>>, work: impl FnOnce() -> R) -> (Keys, R) {
	ext.commit_all().expect("nothing is open");
	let recorder = Default::default();
	let outcome = ext.execute_with_recorder(Clone::clone(&recorder), work);
	// Those that begin with a colon are no storage of a pallet.
	let counts = |key: &[u8]| !key.starts_with(b":") && !except.contains(key);
	let recorded = recorder.recorded_keys();
	let reads: BTreeSet<_> = recorded.values().flat_map(|keys| keys.keys()).filter(|key| counts(key)).collect();
	let written: Vec<_> = ext.overlayed_changes().changes().map(|(key, _)| key.to_vec()).collect();
	let writes = written.iter().filter(|key| counts(key)).count();
	if std::env::var("SHOW_KEYS").is_ok() {
		for key in &reads {
			println!("read    {}", name(key));
		}
		for key in written.iter().filter(|key| counts(key)) {
			println!("written {}", name(key));
		}
	}
	let keys = Keys { reads: reads.len() as u64, writes: writes as u64 };
	ext.reset_overlay();
	(keys, outcome)
}

/// The pallet and the storage item of a key, as far as they are known.
fn name(key: &[u8]) -> String {
	use frame_support::traits::{PalletsInfoAccess, StorageInfoTrait};
	let pallets = AllPalletsWithSystem::infos().into_iter().map(|info| info.name);
	let pallet = pallets.into_iter().find(|name| key.starts_with(&sp_io::hashing::twox_128(name.as_bytes())));
	let item = AllPalletsWithSystem::storage_info().into_iter().find(|info| key.starts_with(&info.prefix));
	let item = item.map(|info| String::from_utf8_lossy(&info.storage_name).into_owned());
	format!("{}.{} {}", pallet.unwrap_or("?"), item.unwrap_or_default(), key.len())
}

/// What is `declared` pays for all keys that were really touched, and for no more than a fifth beyond them.
fn assert_pays(what: &str, declared: Keys, real: Keys) {
	println!("{what:>22}: {real:?}, declared {declared:?}");
	assert!(
		declared.reads >= real.reads && declared.writes >= real.writes,
		"{what} declares {declared:?} and touches {real:?}"
	);
	assert!(
		declared.price() * 5 <= real.price() * 6,
		"{what} declares {declared:?}, far more than the {real:?} that it touches"
	);
}

/// As [`assert_pays`], for a call by `origin`, which declares `weight`.
fn assert_call_pays(
	ext: &mut TestExternalities,
	call: Call<Runtime>,
	origin: RuntimeOrigin,
	weight: impl Fn() -> Weight,
) {
	let call = RuntimeCall::from(call);
	let what = call.get_call_metadata().function_name;
	let declared = Keys::of(&weight);
	let told = call.get_dispatch_info().call_weight;
	let (real, outcome) = touched(ext, &accounted(), || call.dispatch_bypass_filter(origin));
	let outcome = outcome.unwrap_or_else(|error| panic!("{what}: {error:?}"));
	assert_pays(what, declared, real);
	assert_eq!(told, weight(), "{what} declares something else than what is taken apart here");
	if let Some(actual) = outcome.actual_weight {
		assert!(actual.all_lte(weight()), "{what} weighs more than it declares");
		assert!(actual.ref_time() >= real.price(), "{what} gives back what it needs");
	}
}

/// By how much a weight grows with its component.
fn one_more(weight: impl Fn(u32) -> Weight) -> Weight {
	weight(2).saturating_sub(weight(1))
}

/// What it weighs to settle so many slots that all lie apart and are contested, beyond the first of each provider.
fn with_slots(base: Weight, slots: u32) -> Weight {
	base.saturating_add(one_more(Weights::settle_backlog).saturating_mul(slots.into()))
		.saturating_add(one_more(Weights::settle_contested).saturating_mul(slots.into()))
}

const POINTS: u64 = 1_000_000;

/// The era in which everything happens: shortly before the lines of beneficiaries end.
const NOW: EraIndex = 3_522;

const REGION: RegionId = 1;

fn standards() -> RuntimeOrigin {
	pallet_btt_governance::Track::TechnicalStandards.into()
}

fn account(kind: u8, number: u32) -> AccountId {
	sp_io::hashing::blake2_256(&[&[kind][..], &number.to_le_bytes()].concat()).into()
}

fn anybody() -> RuntimeOrigin {
	RuntimeOrigin::signed(account(b'a', 0))
}

/// Begin an era.
fn enter(era: EraIndex) {
	use btt_primitives::time::TokenClock;
	let now = ChainTiming::mining_start() + Moment::from(era) * ERA;
	pallet_timestamp::Now::<Runtime>::put(now);
	MiningRewards::on_timestamp_set(now);
}

/// A chain in era [`NOW`], with as many recent eras as can be, each with more points than anybody has, of which the first
/// three are final. The Strategic Investors, whose tokens are nearly all vested, validate.
fn world() -> TestExternalities {
	let mut config = genesis(30 * DAY);
	open_mining(&mut config);
	for name in ["Ferdie", "Grace"] {
		endow(&mut config, &actor(name).id, 1_000 * BTT);
	}
	let who = beneficiary(Allocation::StrategicInvestors);
	endow(&mut config, &who.id, 10_000 * BTT);
	let (keys, _) = session_keys("StrategicInvestors", &who.id);
	config["session"]["keys"].as_array_mut().expect("a list").push(json!([who.id, who.id, keys]));
	let validators = config["bttStaking"]["validators"].as_array_mut().expect("a list");
	validators.push(json!([who.id, STAKE, Perbill::from_percent(10)]));
	let mut ext = Chain::new(config).into_state();
	ext.execute_with(|| {
		enter(NOW);
		let unvested = <VestingSchedules as Unvested<_>>::unvested(&who.id);
		assert!(
			(1_000 * BTT + 1..2_000 * BTT).contains(&unvested),
			"a second slash of 1,000 BTT takes both: {unvested}"
		);
		let recent = (0..RECENT_ERAS).map(|number| closed_era(NOW - RECENT_ERAS + number));
		Closed::<Runtime>::put(ClosedEras { recent: BoundedVec::truncate_from(recent.collect()), backlog: 0 });
		CurrentEra::<Runtime>::mutate(|era| era.ended = [1, 2, 3].map(|ago| (NOW - u32::from(ago), 4 - ago)));
		assign(RECENT_ERAS);
		System::reset_events();
	});
	ext
}

fn closed_era(index: EraIndex) -> ClosedEra {
	ClosedEra { index, budget: 10 * BTT, points: u128::from(POINTS) * 10_000, settled: 0, payout_cap: 20 }
}

fn assign(eras: u32) {
	Ledger::<Runtime>::mutate(|books| {
		let amount = Balance::from(eras) * 10 * BTT;
		books.unassigned -= amount;
		books.assigned += amount;
	});
}

fn slot(era: EraIndex, contested: u64) -> Slot {
	Slot { era, points: POINTS, fees: BTT, contested }
}

/// A provider with these slots, that has worked for as many buyers as can be told apart.
fn provider(slots: impl Iterator<Item = Slot>) -> Provider {
	let buyers = (0..MAX_BUYERS).map(|buyer| (buyer.into(), 1_000_000));
	Provider {
		era: NOW,
		quality: 500_000,
		located: true,
		capacity: 1_000_000_000,
		work: Work { buyers: BoundedVec::truncate_from(buyers.collect()), ..Work::default() },
		stake: 1_000 * BTT,
		quarters: NOW,
		judged: 100_000_000,
		passed: 90_000_000,
		location: Some(Location { region: REGION, since: 0 }),
		energy: Some(1_000),
		era_energy: Some(1_000),
		controller: Some(7),
		slots: BoundedVec::truncate_from(slots.collect()),
		owed: 0,
		paid: 0,
	}
}

/// Four slots in eras that lie apart, of which nobody else has a slot, half of each contested.
fn burdened(who: &AccountId, number: u32) {
	let eras = (0..MAX_SLOTS).map(|slot| number * MAX_SLOTS + slot);
	Providers::<Runtime>::insert(who, provider(eras.clone().map(|era| slot(era, POINTS / 2))));
	for era in eras {
		Backlog::<Runtime>::insert(era, closed_era(era));
		Disputes::<Runtime>::insert(who, era, dispute(&account(b'h', era)));
	}
	Closed::<Runtime>::mutate(|closed| closed.backlog += MAX_SLOTS);
	assign(MAX_SLOTS);
}

fn dispute(challenger: &AccountId) -> Dispute<AccountId> {
	Dispute { challenger: challenger.clone(), points: POINTS / 2, bond: 100 * BTT, until: Moment::MAX, share: None }
}

/// A provider that nobody has to look up.
fn idle(number: u32) -> AccountId {
	let who = account(b'i', number);
	Providers::<Runtime>::insert(&who, provider(core::iter::empty()));
	who
}

fn batch(providers: Vec<AccountId>) -> Call<Runtime> {
	Call::settle { providers: BoundedVec::truncate_from(providers) }
}

#[test]
fn settling_pays_for_the_most_and_for_the_least() {
	let mut ext = world();
	let providers: Vec<_> = (0..MAX_BATCH).map(|number| account(b'p', number)).collect();
	ext.execute_with(|| (0..).zip(&providers).for_each(|(number, who)| burdened(who, number)));
	assert_call_pays(&mut ext, batch(providers.clone()), anybody(), || {
		with_slots(Weights::settle(MAX_BATCH), MAX_BATCH * MAX_SLOTS)
	});
	let one = batch(providers[..1].to_vec());
	assert_call_pays(&mut ext, one, anybody(), || with_slots(Weights::settle(1), MAX_SLOTS));

	// What weighs less than the most is given back, but no more than that.
	let mut ext = world();
	let simple = account(b'p', 0);
	for slots in 1..=3 {
		ext.execute_with(|| {
			let eras = (0..slots).map(|number| NOW - RECENT_ERAS + number);
			Providers::<Runtime>::insert(&simple, provider(eras.map(|era| slot(era, 0))));
		});
		let call = RuntimeCall::from(batch(vec![simple.clone()]));
		let (real, outcome) = touched(&mut ext, &accounted(), || call.dispatch_bypass_filter(anybody()));
		let actual = outcome.expect("there is something to settle").actual_weight.expect("it is told");
		assert!(actual.ref_time() >= real.price(), "{slots}: {actual:?} {real:?}");
		assert_eq!(Keys::of(|| Weights::settle(1)).price(), real.price(), "only accounts and providers are touched");
	}
}

#[test]
fn a_job_pays_for_the_slots_that_it_settles() {
	let mut ext = world();
	let who = account(b'p', 0);
	ext.execute_with(|| burdened(&who, 0));
	let job = VerifiedJob { public_fees: BTT, ..job(&who, clinic(1), 100) };
	let report = || <MiningRewards as JobRewards<_>>::report(&job);
	let (real, credit) = touched(&mut ext, &accounted(), report);
	assert!(credit.expect("it is a provider").points > 0);
	let declared = || with_slots(Weights::report_and_settle(), MAX_SLOTS);
	let keys = Keys::of(declared);
	assert_eq!(<MiningRewards as JobRewards<AccountId>>::report_weight(), declared());
	assert_pays("report", keys, real);

	ext.execute_with(|| Providers::<Runtime>::insert(&who, provider(core::iter::empty())));
	let (real, _) = touched(&mut ext, &accounted(), || <MiningRewards as JobRewards<_>>::report(&job));
	assert_pays("report, nothing due", Keys::of(Weights::report), real);
}

/// The Strategic Investors provide, too; what they earned in the last era can be contested. False points cost all of
/// the stake for the role.
fn accused(ext: &mut TestExternalities) -> AccountId {
	use pallet_btt_staking::Call as Staking;
	let who = beneficiary(Allocation::StrategicInvestors).id;
	ext.execute_with(|| {
		let by = || RuntimeOrigin::signed(who.clone());
		assert_ok!(RuntimeCall::from(Staking::bond { amount: 1_000 * BTT }).dispatch_bypass_filter(by()));
		assert_ok!(RuntimeCall::from(Staking::add_role { role: Role::Provider }).dispatch_bypass_filter(by()));
		Providers::<Runtime>::insert(&who, provider(core::iter::once(slot(NOW - 1, 0))));
		CurrentEra::<Runtime>::mutate(|era| era.rules.slash = Perbill::one());
	});
	who
}

#[test]
fn a_contest_pays_for_the_first_challenger_and_for_one_that_takes_over() {
	let mut ext = world();
	let provider = accused(&mut ext);
	let contest = |points| Call::contest { provider: provider.clone(), era: NOW - 1, points };
	let by = |name| RuntimeOrigin::signed(actor(name).id);
	let call = RuntimeCall::from(contest(1));
	let (real, outcome) = touched(&mut ext, &accounted(), || call.clone().dispatch_bypass_filter(by("Ferdie")));
	assert_ok!(outcome);
	let declared = Keys::of(Weights::contest);
	assert!(declared.reads >= real.reads && declared.writes >= real.writes, "{declared:?} {real:?}");
	ext.execute_with(|| {
		assert_ok!(call.dispatch_bypass_filter(by("Ferdie")));
	});
	assert_call_pays(&mut ext, contest(2), by("Grace"), Weights::contest);
}

/// The Strategic Investors are accused twice and have four slots that lie apart and are contested, the last of them by `challenger`.
/// The first verdict has taken their role, and the second takes what stands behind them, and so the seat.
fn twice_accused(ext: &mut TestExternalities, challenger: &AccountId) -> (AccountId, EraIndex) {
	let who = accused(ext);
	ext.execute_with(|| {
		let contest = |by: &AccountId, points| {
			let call = RuntimeCall::from(Call::contest { provider: who.clone(), era: NOW - 1, points });
			assert_ok!(call.dispatch_bypass_filter(RuntimeOrigin::signed(by.clone())));
		};
		contest(&actor("Ferdie").id, 1);
		let call = RuntimeCall::from(Call::rule { provider: who.clone(), era: NOW - 1, false_points: u64::MAX });
		assert_ok!(call.dispatch_bypass_filter(standards()));
		contest(challenger, 2);
		let bond = Disputes::<Runtime>::take(&who, NOW - 1).expect("it is contested");
		burdened(&who, 0);
		Disputes::<Runtime>::insert(&who, MAX_SLOTS - 1, Dispute { points: POINTS / 2, until: 0, ..bond });
	});
	(who, MAX_SLOTS - 1)
}

/// Somebody who has put up a bond of which a part has not vested.
fn beneficiary_who_challenges(ext: &mut TestExternalities) -> AccountId {
	let who = beneficiary(Allocation::BellaSmileGroup).id;
	ext.execute_with(|| {
		let call = pallet_vesting_schedules::Call::vest { target: who.clone().into() };
		assert_ok!(RuntimeCall::from(call).dispatch_bypass_filter(anybody()));
	});
	who
}

#[test]
fn a_verdict_pays_for_the_slash_and_for_the_slots_that_it_settles() {
	let mut ext = world();
	let (provider, era) = twice_accused(&mut ext, &actor("Grace").id);
	let weight = || with_slots(Weights::rule(), MAX_SLOTS);
	let call = RuntimeCall::from(Call::rule { provider, era, false_points: u64::MAX });
	let told = call.get_dispatch_info().call_weight;
	let (real, outcome) = touched(&mut ext, &accounted(), || call.dispatch_bypass_filter(standards()));
	assert_ok!(outcome);
	assert_pays("rule", Keys::of(weight), real);
	// The convict has not voted; if it had, its votes would be cut.
	let votes = <Runtime as pallet_btt_staking::Config>::OnStakeChanged::on_stake_reduced_weight();
	assert_eq!(told, weight().saturating_add(votes));
}

#[test]
fn a_verdict_for_the_provider_pays_for_the_bond_that_is_burned() {
	let mut ext = world();
	let challenger = beneficiary_who_challenges(&mut ext);
	let (provider, era) = twice_accused(&mut ext, &challenger);
	let call = RuntimeCall::from(Call::rule { provider, era, false_points: 0 });
	let (real, outcome) = touched(&mut ext, &accounted(), || call.clone().dispatch_bypass_filter(standards()));
	assert_ok!(outcome);
	let declared = Keys::of(|| with_slots(Weights::rule(), MAX_SLOTS));
	assert!(declared.reads >= real.reads && declared.writes >= real.writes, "{declared:?} {real:?}");
	assert!(call.get_dispatch_info().call_weight.ref_time() >= real.price());
}

#[test]
fn the_end_of_a_dispute_pays_for_the_slots_that_it_settles() {
	let mut ext = world();
	let challenger = beneficiary_who_challenges(&mut ext);
	let (provider, era) = twice_accused(&mut ext, &challenger);
	let weight = || with_slots(Weights::lapse(), MAX_SLOTS);
	assert_call_pays(&mut ext, Call::lapse { provider, era }, anybody(), weight);
}

#[test]
fn looking_up_forgetting_and_attesting_pay() {
	let mut ext = world();
	let provider = accused(&mut ext);
	assert_call_pays(&mut ext, Call::refresh { provider: provider.clone() }, anybody(), Weights::refresh);

	let gone = account(b'g', 0);
	ext.execute_with(|| {
		let nothing = Provider { judged: 0, passed: 0, work: Work::default(), ..self::provider(core::iter::empty()) };
		Providers::<Runtime>::insert(&gone, nothing);
		let registrars = (0..MAX_REGISTRARS).map(|number| account(b'r', number));
		Registrars::<Runtime>::put(BoundedVec::<_, _>::truncate_from(registrars.collect()));
	});
	assert_call_pays(&mut ext, Call::forget { provider: gone }, anybody(), Weights::forget);
	let attestation = Attestation { region: Some(2), hardware: Some(1), controller: Some(1) };
	let registrar = RuntimeOrigin::signed(account(b'r', MAX_REGISTRARS - 1));
	assert_call_pays(&mut ext, Call::attest { provider, attestation }, registrar, Weights::attest);
}

#[test]
fn what_a_referendum_sets_pays() {
	let mut ext = world();
	ext.execute_with(|| {
		CurrentEra::<Runtime>::mutate(|era| {
			let more = (3..MAX_REGIONS as RegionId).map(|id| Region { id, ..Region::default() });
			more.for_each(|region| era.regions.try_push(region).expect("there is room"));
		});
		(2..MAX_CLASSES as u16).for_each(|class| Hardware::<Runtime>::insert(class, 1));
		let registrars = (1..MAX_REGISTRARS).map(|number| account(b'r', number));
		Registrars::<Runtime>::put(BoundedVec::<_, _>::truncate_from(registrars.collect()));
		assert_eq!(CurrentEra::<Runtime>::get().regions.len() as u32, MAX_REGIONS - 1);
		assert_eq!(Hardware::<Runtime>::count(), MAX_CLASSES - 1);
	});
	let registrar = account(b'r', 0);
	for (call, weight) in [
		(Call::set_rules { rules: Rules::default() }, Weights::set_rules as fn() -> Weight),
		(Call::set_region { region: 1_000, target: 0 }, Weights::set_region),
		(Call::remove_region { region: 1 }, Weights::remove_region),
		(Call::set_hardware { class: 1_000, energy: 1 }, Weights::set_hardware),
		(Call::remove_hardware { class: 1 }, Weights::remove_hardware),
		(Call::add_registrar { registrar }, Weights::add_registrar),
		(Call::remove_registrar { registrar: account(b'r', 1) }, Weights::remove_registrar),
	] {
		assert_call_pays(&mut ext, call, standards(), weight);
	}
}

#[test]
fn every_block_pays_for_the_end_of_an_era_and_for_what_all_of_it_touches() {
	let mut ext = world();
	ext.execute_with(|| CurrentEra::<Runtime>::mutate(|era| era.points = POINTS.into()));
	// Not those of mining: this is what accounts for them.
	let others: BTreeSet<_> = accounted()
		.into_iter()
		.filter(|key| !key.starts_with(&sp_io::hashing::twox_128(b"MiningRewards")))
		.filter(|key| {
			*key != frame_system::Account::<Runtime>::hashed_key_for(BttToken::pot_of(Allocation::MiningRewards))
		})
		.collect();
	let (real, ()) = touched(&mut ext, &others, || {
		enter(NOW + 1);
		// Whoever is paid touches the pool's account.
		System::inc_consumers(&BttToken::pot_of(Allocation::MiningRewards)).expect("it is there");
		assert_eq!(Closed::<Runtime>::get().backlog, 1, "the oldest has to make room");
	});
	let close = Keys::of(Weights::close_era);
	let declared = Keys { reads: close.reads + 4, writes: close.writes + 4 };
	let weight = ext.execute_with(|| MiningRewards::on_initialize(System::block_number()));
	assert_eq!(weight, Weights::close_era().saturating_add(RocksDbWeight::get().reads_writes(4, 4)));
	// The clock itself belongs to the call that sets it.
	assert!(declared.reads >= real.reads && declared.writes + 1 >= real.writes, "{declared:?} {real:?}");
	assert!(declared.price() * 5 <= real.price() * 6, "{declared:?} {real:?}");
}

#[test]
fn an_idle_pass_weighs_no_less_than_it_does_and_keeps_to_its_share_of_a_block() {
	let block = <Runtime as frame_system::Config>::BlockWeights::get().max_block;
	for burden in [false, true] {
		let mut ext = world();
		ext.execute_with(|| {
			for number in 0..300 {
				if burden {
					burdened(&account(b'p', number), number);
				} else {
					idle(number);
				}
			}
		});
		for limit in [block, block / 40, block / 200] {
			let work = || MiningRewards::on_idle(System::block_number(), limit);
			let (real, weight) = touched(&mut ext, &accounted(), work);
			println!("burden {burden}: {real:?}, {weight:?} of {limit:?}");
			assert!(weight.ref_time() >= real.price(), "{weight:?} {real:?}");
			assert!(weight.all_lte(limit) && weight.ref_time() <= block.ref_time() / 20, "{weight:?} {limit:?}");
		}
	}
}

#[test]
fn a_payment_that_creates_an_account_touches_as_much_as_any() {
	let mut ext = world();
	let (new, known) = (account(b'p', 0), actor("Ferdie").id);
	ext.execute_with(|| {
		for who in [&new, &known] {
			Providers::<Runtime>::insert(who, provider(core::iter::once(slot(NOW - RECENT_ERAS, 0))));
		}
	});
	let mut keys = |who: &AccountId| {
		let call = RuntimeCall::from(batch(vec![who.clone()]));
		let (keys, outcome) = touched(&mut ext, &accounted(), || {
			call.dispatch_bypass_filter(anybody()).map(|_| total(who) >= EXISTENTIAL_DEPOSIT)
		});
		assert_eq!(outcome.map_err(|error| error.error), Ok(true));
		keys
	};
	let (created, credited) = (keys(&new), keys(&known));
	assert!(created.price() >= credited.price(), "{created:?} {credited:?}");
}

#[test]
fn whoever_moves_stake_or_rotates_pays_for_the_provider_that_follows() {
	use pallet_btt_staking::Call as Staking;
	let mut ext = world();
	let who = accused(&mut ext);
	let (ferdie, grace) = (actor("Ferdie").id, actor("Grace").id);
	let amount = 100 * BTT;
	let by = |who: &AccountId| RuntimeOrigin::signed(who.clone());
	let dispatch = |call: RuntimeCall, who: &AccountId| {
		assert_ok!(call.dispatch_bypass_filter(by(who)));
	};
	ext.execute_with(|| {
		// A beneficiary that does not validate, so that it may rotate, and provides.
		let mover = beneficiary(Allocation::BellaSmileGroup).id;
		dispatch(Staking::bond { amount: 3_000 * BTT }.into(), &mover);
		dispatch(Staking::add_role { role: Role::Provider }.into(), &mover);
		dispatch(Staking::delegate { validator: who.clone(), amount }.into(), &mover);
		dispatch(Staking::bond { amount }.into(), &ferdie);
		dispatch(Staking::bond { amount }.into(), &who);
		dispatch(Staking::bond { amount: 10 * BTT }.into(), &who);
		dispatch(Staking::unbond { amount: 10 * BTT }.into(), &who);
	});
	let mover = beneficiary(Allocation::BellaSmileGroup).id;
	let rotate = pallet_vesting_schedules::Call::rotate { new: grace.into() };
	type StakingWeights = pallet_btt_staking::weights::SubstrateWeight<Priced>;
	type VestingWeights = pallet_vesting_schedules::weights::SubstrateWeight<Priced>;
	use pallet_btt_staking::WeightInfo as _;
	use pallet_vesting_schedules::WeightInfo as _;
	let stake_changed = pallet_mining_rewards::weights::SubstrateWeight::<Priced>::refresh;
	let rotated = || stake_changed().saturating_mul(3);
	for (who, call, weight) in [
		(&who, RuntimeCall::from(Staking::bond { amount }), StakingWeights::bond as fn() -> Weight),
		(&who, Staking::unbond { amount }.into(), StakingWeights::unbond),
		(&who, Staking::rebond { amount: 10 * BTT }.into(), StakingWeights::rebond),
		(&who, Staking::drop_role { role: Role::Provider }.into(), StakingWeights::drop_role),
		(&ferdie, Staking::bond { amount }.into(), StakingWeights::bond),
		(&mover, Staking::drop_role { role: Role::Provider }.into(), StakingWeights::drop_role),
		(&mover, rotate.into(), VestingWeights::rotate),
	] {
		let metadata = call.get_call_metadata();
		let declared = Keys::of(|| {
			let observers = if metadata.pallet_name == "BttStaking" { stake_changed() } else { rotated() };
			weight().saturating_add(observers)
		});
		let (real, outcome) = touched(&mut ext, &accounted(), || call.dispatch_bypass_filter(by(who)));
		assert_ok!(outcome);
		println!("{:>22}: {real:?}, declared {declared:?}", metadata.function_name);
		assert!(
			declared.reads >= real.reads && declared.writes >= real.writes,
			"{metadata:?} declares {declared:?} and touches {real:?}"
		);
	}
}
