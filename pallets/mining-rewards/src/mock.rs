//! A chain with real balances and timestamps, where tests say who has what at stake.

use crate::{
	self as pallet_mining_rewards, Attestation, Books, Closed, CreditOf, CurrentEra, Era, Ledger, Provider, Providers,
	Region,
};
use btt_primitives::{
	mining::{Buyer, JobCredit, JobRewards, Outcome, RegionId, RewardSource, VerifiedJob},
	staking::{Accountability, OnStakeChanged, Role, StakeInfo, Tier},
	time::TokenClock,
	vesting::Unvested,
	Allocation, Balance, Moment, BTT, DAY, HOUR, TOKEN_GENERATION_EVENT as TGE,
};
use frame_support::{
	assert_ok, derive_impl, parameter_types,
	traits::{
		fungible::{Balanced, Inspect},
		tokens::{DepositConsequence, Fortitude::Polite, Precision::Exact, Preservation::Expendable, Provenance},
		ConstU128, Hooks, Imbalance, OnUnbalanced, SortedMembers,
	},
	weights::Weight,
};
use frame_system::EnsureSignedBy;
use sp_runtime::{BuildStorage, DispatchError, DispatchResult, Perbill};
use std::collections::BTreeMap;

pub type AccountId = u64;
pub type Block = frame_system::mocking::MockBlock<Test>;

/// Providers of every preset, by default with 1,000 BTT at stake each.
pub const ALICE: AccountId = 1;
pub const BOB: AccountId = 2;
pub const CAROL: AccountId = 3;
/// Contests points.
pub const CHALLENGER: AccountId = 50;
/// Has nothing.
pub const NOBODY: AccountId = 60;
/// Buys jobs.
pub const CLINIC: AccountId = 100;
pub const REGISTRAR: AccountId = 9_996;
pub const JUDGE: AccountId = 9_997;
pub const GOVERNANCE: AccountId = 9_998;
/// Keeps the pool.
pub const POT: AccountId = 10_000;

pub const ED: Balance = btt_primitives::EXISTENTIAL_DEPOSIT;
pub const STAKE: Balance = 1_000 * BTT;
/// The length of an era.
pub const ERA: Moment = 6 * HOUR;
/// Where providers are.
pub const HOME: u16 = 1;
pub const AWAY: u16 = 2;

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
	pub struct Test;

	#[runtime::pallet_index(0)]
	pub type System = frame_system::Pallet<Test>;
	#[runtime::pallet_index(1)]
	pub type Timestamp = pallet_timestamp::Pallet<Test>;
	#[runtime::pallet_index(2)]
	pub type Balances = pallet_balances::Pallet<Test>;
	#[runtime::pallet_index(3)]
	pub type MiningRewards = pallet_mining_rewards::Pallet<Test>;
}

parameter_types! {
	/// When mining starts.
	pub static MiningStart: Moment = TGE;
	pub static EraLength: Moment = ERA;
	pub static DayLength: Moment = DAY;
	pub const Verdict: Moment = 14 * DAY;
	/// What accounts have at stake for the role of a provider.
	pub static Stakes: BTreeMap<AccountId, Balance> = BTreeMap::new();
	/// What of them is unvested.
	pub static UnvestedOf: BTreeMap<AccountId, Balance> = BTreeMap::new();
	/// How often accounts are accused.
	pub static Accused: BTreeMap<AccountId, u32> = BTreeMap::new();
	/// Who was convicted, by what part, and by whom.
	pub static Convicted: Vec<(AccountId, Perbill, AccountId)> = vec![];
	/// What was burned.
	pub static Burned: Balance = 0;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
	type AccountData = pallet_balances::AccountData<Balance>;
}

#[derive_impl(pallet_timestamp::config_preludes::TestDefaultConfig)]
impl pallet_timestamp::Config for Test {
	type OnTimestampSet = MiningRewards;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type Balance = Balance;
	type ExistentialDeposit = ConstU128<ED>;
	type AccountStore = System;
	type RuntimeHoldReason = RuntimeHoldReason;
}

impl pallet_mining_rewards::Config for Test {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Time = Timestamp;
	type Clock = Clock;
	type Source = Pool;
	type Stake = Stake;
	type Accountability = Stake;
	type Unvested = Stake;
	type SlashSink = Sink;
	type EraDuration = EraLength;
	type Day = DayLength;
	type DisputePeriod = Verdict;
	type AdminOrigin = EnsureSignedBy<Governance, AccountId>;
	type RulingOrigin = EnsureSignedBy<Judges, AccountId>;
	type WeightInfo = crate::weights::SubstrateWeight<Test>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Stake;
}

pub struct Governance;

impl SortedMembers<AccountId> for Governance {
	fn sorted_members() -> Vec<AccountId> {
		vec![GOVERNANCE]
	}
}

pub struct Judges;

impl SortedMembers<AccountId> for Judges {
	fn sorted_members() -> Vec<AccountId> {
		vec![JUDGE]
	}
}

pub struct Clock;

impl TokenClock for Clock {
	fn token_generation_event() -> Moment {
		TGE
	}

	fn launch() -> Moment {
		TGE
	}

	fn mining_start() -> Moment {
		MiningStart::get()
	}
}

/// An account that keeps the pool.
pub struct Pool;

impl RewardSource<AccountId> for Pool {
	fn pot() -> AccountId {
		POT
	}

	fn pay(who: &AccountId, amount: Balance) -> DispatchResult {
		if Balances::can_deposit(who, amount, Provenance::Extant) != DepositConsequence::Success {
			return Err(DispatchError::Other("cannot receive"));
		}
		let credit = Balances::withdraw(&POT, amount, Exact, Expendable, Polite)?;
		Balances::resolve(who, credit).map_err(|_| DispatchError::Other("cannot receive"))
	}
}

/// What tests say who has at stake.
pub struct Stake;

impl StakeInfo<AccountId> for Stake {
	fn stake_of(who: &AccountId) -> Balance {
		Stakes::get().get(who).copied().unwrap_or_default()
	}

	fn tier_of(_: &AccountId) -> Tier {
		Tier::None
	}

	fn has_role(who: &AccountId, role: Role) -> bool {
		role == Role::Provider && Self::stake_of(who) >= STAKE
	}
}

impl Accountability<AccountId> for Stake {
	fn accuse(who: &AccountId) -> DispatchResult {
		if Self::stake_of(who) == 0 {
			return Err(DispatchError::Other("nothing at stake"));
		}
		Accused::mutate(|accused| *accused.entry(*who).or_default() += 1);
		Ok(())
	}

	fn acquit(who: &AccountId) {
		Accused::mutate(|accused| *accused.get_mut(who).unwrap() -= 1);
	}

	fn convict(who: &AccountId, role: Role, part: Perbill, challenger: &AccountId) -> Balance {
		assert_eq!(role, Role::Provider);
		Self::acquit(who);
		Convicted::mutate(|convicted| convicted.push((*who, part, *challenger)));
		let stake = Self::stake_of(who);
		let slashed = part * stake;
		set_stake(*who, stake - slashed);
		slashed
	}
}

impl Unvested<AccountId> for Stake {
	fn unvested(who: &AccountId) -> Balance {
		UnvestedOf::get().get(who).copied().unwrap_or_default()
	}

	fn total_unvested() -> Balance {
		UnvestedOf::get().values().sum()
	}

	fn forfeit(who: &AccountId, amount: Balance) -> Balance {
		UnvestedOf::mutate(|unvested| {
			let left = unvested.entry(*who).or_default();
			let taken = amount.min(*left);
			*left -= taken;
			taken
		})
	}
}

#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper<AccountId> for Stake {
	fn set_time(now: Moment) {
		self::set_time(now);
	}

	fn stake(who: &AccountId) {
		set_stake(*who, 1_000 * STAKE);
	}

	fn provide(who: &AccountId) {
		set_stake(*who, STAKE);
	}

	fn fund(who: &AccountId, amount: Balance) {
		let _ = <Balances as frame_support::traits::fungible::Mutate<AccountId>>::mint_into(who, amount);
	}
}

pub struct Sink;

impl OnUnbalanced<CreditOf<Test>> for Sink {
	fn on_nonzero_unbalanced(tokens: CreditOf<Test>) {
		Burned::mutate(|burned| *burned += tokens.peek());
	}
}

/// Builds the chain of a test.
pub struct ExtBuilder {
	providers: Vec<(AccountId, Balance)>,
	start: Moment,
}

impl Default for ExtBuilder {
	fn default() -> Self {
		Self { providers: vec![(ALICE, STAKE), (BOB, STAKE), (CAROL, STAKE)], start: TGE }
	}
}

impl ExtBuilder {
	/// Who provides, with what at stake.
	pub fn providers(mut self, providers: impl IntoIterator<Item = (AccountId, Balance)>) -> Self {
		self.providers = providers.into_iter().collect();
		self
	}

	/// When mining starts, in ms.
	pub fn start(mut self, start: Moment) -> Self {
		self.start = start;
		self
	}

	pub fn build(self) -> sp_io::TestExternalities {
		MiningStart::set(self.start);
		EraLength::set(ERA);
		DayLength::set(DAY);
		Stakes::set(BTreeMap::new());
		UnvestedOf::set(BTreeMap::new());
		Accused::set(BTreeMap::new());
		Convicted::set(vec![]);
		Burned::set(0);
		let genesis = RuntimeGenesisConfig {
			balances: pallet_balances::GenesisConfig {
				balances: vec![
					(POT, Allocation::MiningRewards.total()),
					(CHALLENGER, 100_000 * BTT),
					(CLINIC, 100 * BTT),
				],
				..Default::default()
			},
			mining_rewards: pallet_mining_rewards::GenesisConfig {
				regions: vec![(HOME, 500_000), (AWAY, 250_000)],
				hardware: vec![(1, 1_000), (2, 2_000)],
				registrars: vec![REGISTRAR],
			},
			..Default::default()
		};
		let mut ext = sp_io::TestExternalities::new(genesis.build_storage().unwrap());
		ext.execute_with(|| {
			System::set_block_number(1);
			set_time(self.start);
			for (who, stake) in self.providers {
				set_stake(who, stake);
			}
			// Stake counts from the next era on.
			next_era();
		});
		ext
	}

	/// Run `test` in the second era, in which the stake of all providers counts, and check the invariants.
	pub fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			check();
		});
	}
}

/// Check the invariants of the pallet.
pub fn check() {
	assert_ok!(MiningRewards::do_try_state());
}

pub fn now() -> Moment {
	pallet_timestamp::Now::<Test>::get()
}

/// Begin a block at `at`.
pub fn set_time(at: Moment) {
	System::set_block_number(System::block_number() + 1);
	MiningRewards::on_initialize(System::block_number());
	Timestamp::set_timestamp(at);
}

/// Let `time` pass without blocks.
pub fn pass(time: Moment) {
	set_time(now() + time);
}

/// Begin the next era.
pub fn next_era() {
	set_time(era().end);
}

/// Let so many eras pass, each with a block.
pub fn eras(count: u32) {
	(0..count).for_each(|_| next_era());
}

/// Let the chain be idle in a block that has so much left.
pub fn idle(remaining: Weight) -> Weight {
	MiningRewards::on_idle(System::block_number(), remaining)
}

/// Let `who` have `stake` at stake; it is a provider with 1,000 BTT or more.
pub fn set_stake(who: AccountId, stake: Balance) {
	Stakes::mutate(|stakes| stakes.insert(who, stake));
	MiningRewards::on_stake_changed(&who, stake);
}

pub fn era() -> Era {
	CurrentEra::<Test>::get()
}

pub fn region(id: RegionId) -> Region {
	era().regions.into_iter().find(|region| region.id == id).unwrap()
}

pub fn books() -> Books {
	Ledger::<Test>::get()
}

pub fn provider(who: AccountId) -> Provider {
	Providers::<Test>::get(who).unwrap()
}

pub fn balance(who: AccountId) -> Balance {
	Balances::total_balance(&who)
}

/// Whether every closed era was settled.
pub fn all_settled() -> bool {
	let closed = Closed::<Test>::get();
	closed.recent.is_empty() && closed.backlog == 0
}

/// Let the registrar attest `who` a region, and a class of hardware.
pub fn attest(who: AccountId, region: Option<u16>, hardware: Option<u16>) {
	let attestation = Attestation { region, hardware, controller: None };
	assert_ok!(MiningRewards::attest(by(REGISTRAR), who, attestation));
}

pub fn by(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

/// A job of `units` that earns, with public fees of 10 BTT a unit, bought by a clinic that never bought before.
pub fn job(provider: AccountId, units: u32) -> VerifiedJob<AccountId> {
	let account = System::block_number() * 1_000_000 + 1_000 + u64::from(System::event_count());
	VerifiedJob {
		provider,
		buyer: Buyer { account, controller: None, accredited: true },
		region: HOME,
		units,
		energy: u64::from(units) * 1_000,
		price: 10 * BTT,
		floor_price: 5 * BTT,
		reference_price: 10 * BTT,
		public_fees: Balance::from(units) * 10_000 * BTT,
		outcome: Outcome::Accepted,
	}
}

/// Report ten jobs of a tenth of `units` each by as many clinics, so that all of them count.
pub fn work(provider: AccountId, units: u32) -> JobCredit {
	let mut sum = JobCredit { era: era().index, units: 0, points: 0 };
	for clinic in 0..10 {
		let mut job = job(provider, units / 10);
		job.buyer.account = 1_000 + clinic;
		let credit = MiningRewards::report(&job).unwrap();
		sum.units += credit.units;
		sum.points += credit.points;
	}
	sum
}

/// Settle `providers`, signed by nobody in particular.
pub fn settle(providers: impl IntoIterator<Item = AccountId>) -> frame_support::dispatch::DispatchResultWithPostInfo {
	let providers: Vec<_> = providers.into_iter().collect();
	MiningRewards::settle(by(NOBODY), providers.try_into().unwrap())
}

/// The events of the pallet since the last call.
pub fn events() -> Vec<crate::Event<Test>> {
	let events = System::events();
	System::reset_events();
	events
		.into_iter()
		.filter_map(|record| match record.event {
			RuntimeEvent::MiningRewards(event) => Some(event),
			_ => None,
		})
		.collect()
}

/// Let the challenger contest `points` of what `who` earned in `era`.
pub fn contest(who: AccountId, era: u32, points: u64) -> DispatchResult {
	MiningRewards::contest(by(CHALLENGER), who, era, points)
}

/// Let the judge rule on the contested points of `who` in `era`.
pub fn rule(who: AccountId, era: u32, upheld: bool) -> DispatchResult {
	MiningRewards::rule(by(JUDGE), who, era, if upheld { u64::MAX } else { 0 })
}

/// What `who` has put up as bonds.
pub fn bonds(who: AccountId) -> Balance {
	use frame_support::traits::fungible::InspectHold;
	Balances::balance_on_hold(&crate::HoldReason::Dispute.into(), &who)
}

/// How many accusations of `who` wait for their verdict.
pub fn accused(who: AccountId) -> u32 {
	Accused::get().get(&who).copied().unwrap_or_default()
}

/// Move what `from` has at stake, and then all that it is as a provider, to `to`, which has nothing at stake.
pub fn rotate(from: AccountId, to: AccountId) -> DispatchResult {
	use btt_primitives::vesting::OnRotate;
	let stakes = Stakes::get();
	let stake = <Stake as StakeInfo<AccountId>>::stake_of(&from);
	let moved = frame_support::storage::with_storage_layer(|| {
		if stake > 0 {
			set_stake(from, 0);
			set_stake(to, stake);
		}
		MiningRewards::on_rotate(&from, &to)?;
		MiningRewards::on_rotated(&from, &to);
		Ok(())
	});
	if moved.is_err() {
		Stakes::set(stakes);
	}
	moved
}

/// Give `amount` to `who`.
pub fn give(who: AccountId, amount: Balance) {
	assert_ok!(<Balances as frame_support::traits::fungible::Mutate<AccountId>>::mint_into(&who, amount));
}

/// Take everything from `who` that it may spend, so that there is no such account.
pub fn reap(who: AccountId) {
	let all = Balances::free_balance(who);
	drop(Balances::withdraw(&who, all, Exact, Expendable, Polite));
}
