//! A chain with real balances, vesting, preimages, scheduler, referenda and safe mode, and somebody who bonds tokens.

use crate::{
	self as pallet_btt_governance, Conviction, EnactedByScheduler, EnsureNetworkUpgrade, EnsureTechnicalStandards,
	Stake, TallyOf, Track, TrackSettings, Voters,
};
use btt_math::line::Line;
use btt_primitives::{
	governance::{CheckedParameters, Electorate, Holdings, VotingPower},
	staking::{OnStakeChanged, Role, StakeInfo, Tier},
	vesting::{GrantVesting, Unvested},
	Balance, Moment, BTT, TOKEN_GENERATION_EVENT as TGE,
};
use frame_support::{
	assert_ok, derive_impl, ord_parameter_types, parameter_types,
	traits::{
		fungible::{Balanced, BalancedHold, Inspect, InspectHold, Mutate, MutateHold},
		schedule::DispatchTime,
		tokens::Precision::Exact,
		AsEnsureOriginWithArg, ConstU128, ConstU32, ConstU64, EqualPrivilegeOnly, Hooks, Imbalance, Nothing, Polling,
		StorePreimage, VariantCountOf, VoteTally,
	},
	weights::Weight,
};
use frame_system::{EnsureRoot, EnsureSigned, EnsureSignedBy, EnsureWithSuccess};
use sp_runtime::{BuildStorage, DispatchResult, Perbill, Permill};
use std::collections::BTreeMap;

pub type AccountId = u64;
pub type Block = frame_system::mocking::MockBlock<Test>;

/// Token holders of every preset, with 1,000 BTT each, of which 100 are bonded.
pub const ALICE: AccountId = 1;
pub const BOB: AccountId = 2;
pub const CAROL: AccountId = 3;
/// An institution with a line of 3,000 BTT over 36 months, and 100 BTT beside it, which are bonded.
pub const INSTITUTE: AccountId = 10;
/// Another one, with 1,000 BTT.
pub const COLLEGE: AccountId = 11;
/// May pause the chain.
pub const COUNCIL: AccountId = 70;
/// Holds tokens that are nobody's yet.
pub const POT: AccountId = 99;

pub const ED: Balance = btt_primitives::EXISTENTIAL_DEPOSIT;
/// The periods of every track.
pub const PREPARE: u64 = 2;
pub const DECISION: u64 = 20;
pub const CONFIRM: u64 = 3;
pub const ENACTMENT: u64 = 4;
/// A period of conviction.
pub const PERIOD: u64 = 30;
pub const MAX_VOTES: u32 = 4;
/// How long a pause is, and how long it takes to the next one at least.
pub const PAUSE: u64 = 10;
pub const REST: u64 = 40;
const MAX_SCHEDULED: u32 = 100;

/// Staking, as far as it matters here.
#[frame_support::pallet]
pub mod holder {
	#[pallet::pallet]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {}

	#[pallet::composite_enum]
	pub enum HoldReason {
		Bond,
		Deposit,
	}
}

pub use holder::HoldReason;

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
	pub type Holder = holder::Pallet<Test>;
	#[runtime::pallet_index(4)]
	pub type VestingSchedules = pallet_vesting_schedules::Pallet<Test>;
	#[runtime::pallet_index(5)]
	pub type Preimage = pallet_preimage::Pallet<Test>;
	#[runtime::pallet_index(6)]
	pub type Scheduler = pallet_scheduler::Pallet<Test>;
	#[runtime::pallet_index(7)]
	pub type Referenda = pallet_referenda::Pallet<Test>;
	#[runtime::pallet_index(8)]
	pub type Governance = pallet_btt_governance::Pallet<Test>;
	#[runtime::pallet_index(9)]
	pub type SafeMode = pallet_safe_mode::Pallet<Test>;
}

parameter_types! {
	pub MaximumWeight: Weight = Weight::from_parts(1_000_000_000_000, u64::MAX);
	/// Active bonds.
	pub static Bonds: BTreeMap<AccountId, Balance> = BTreeMap::new();
	/// What the governance role takes.
	pub static Minimum: Balance = 10 * BTT;
	pub static Quorum: Perbill = Perbill::from_percent(5);
	pub static Bonus: Permill = Permill::from_percent(20);
	/// What governance can change, between 1 and 100.
	pub static Setting: u32 = 50;
	/// How many blocks there are at least between two pauses.
	pub static Interval: u64 = REST;
	/// A period of conviction, where genesis says nothing.
	pub static MainnetPeriod: u64 = 7 * 14_400;
	pub const NoDeposit: Option<Balance> = None;
}

ord_parameter_types! {
	pub const Council: AccountId = COUNCIL;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
	type AccountData = pallet_balances::AccountData<Balance>;
}

#[derive_impl(pallet_timestamp::config_preludes::TestDefaultConfig)]
impl pallet_timestamp::Config for Test {}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type Balance = Balance;
	type ExistentialDeposit = ConstU128<ED>;
	type AccountStore = System;
	type FreezeIdentifier = RuntimeFreezeReason;
	type MaxFreezes = VariantCountOf<RuntimeFreezeReason>;
}

impl holder::Config for Test {}

impl pallet_vesting_schedules::Config for Test {
	type Currency = Balances;
	type RuntimeFreezeReason = RuntimeFreezeReason;
	type Time = Timestamp;
	type RotateOrigin = EnsureRoot<AccountId>;
	type OnRotate = (Governance, Staking);
	type ForeignLocks = Nothing;
	type Protected = Nothing;
	type MaxLines = ConstU32<4>;
	type SweepInterval = ConstU64<100>;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Staking;
}

#[cfg(feature = "runtime-benchmarks")]
impl pallet_vesting_schedules::BenchmarkHelper<AccountId> for Staking {
	fn set_time(now: Moment) {
		self::set_time(now);
	}

	fn burden(_who: &AccountId) {}
}

impl pallet_preimage::Config for Test {
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = ();
	type Currency = Balances;
	type ManagerOrigin = EnsureRoot<AccountId>;
	type Consideration = ();
}

impl pallet_scheduler::Config for Test {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeOrigin = RuntimeOrigin;
	type PalletsOrigin = OriginCaller;
	type RuntimeCall = RuntimeCall;
	type MaximumWeight = MaximumWeight;
	type ScheduleOrigin = EnsureRoot<AccountId>;
	type MaxScheduledPerBlock = ConstU32<MAX_SCHEDULED>;
	type WeightInfo = ();
	type OriginPrivilegeCmp = EqualPrivilegeOnly;
	type Preimages = Preimage;
	type BlockNumberProvider = System;
}

impl pallet_referenda::Config for Test {
	type WeightInfo = ();
	type RuntimeCall = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type Scheduler = Scheduler;
	type Currency = Balances;
	type SubmitOrigin = AsEnsureOriginWithArg<EnsureSigned<AccountId>>;
	type CancelOrigin = EnsureNetworkUpgrade;
	type KillOrigin = EnsureNetworkUpgrade;
	type Slash = ();
	type Votes = Balance;
	type Tally = TallyOf<Test>;
	type SubmissionDeposit = ConstU128<BTT>;
	type MaxQueued = ConstU32<10>;
	type UndecidingTimeout = ConstU64<100>;
	type AlarmInterval = ConstU64<1>;
	type Tracks = Governance;
	type Preimages = Preimage;
	type BlockNumberProvider = System;
}

impl pallet_btt_governance::Config for Test {
	type Currency = Balances;
	type RuntimeFreezeReason = RuntimeFreezeReason;
	type Time = Timestamp;
	type TokenGenerationEvent = ConstU64<TGE>;
	type Polls = Referenda;
	type Enactments = EnactedByScheduler<Scheduler, u64, RuntimeCall, OriginCaller>;
	type Power = Staking;
	type Stake = Staking;
	type Quorum = Quorum;
	type StakeBonus = Bonus;
	type LockingPeriod = MainnetPeriod;
	type MaxVotes = ConstU32<MAX_VOTES>;
	type Parameters = Parameters;
	type ParameterOrigin = AsEnsureOriginWithArg<EnsureTechnicalStandards>;
	type UpgradeOrigin = EnsureNetworkUpgrade;
	type PauseOrigin = EnsureSignedBy<Council, AccountId>;
	type SafeMode = SafeMode;
	type PauseDuration = ConstU64<PAUSE>;
	type PauseInterval = Interval;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Staking;
}

impl pallet_safe_mode::Config for Test {
	type RuntimeEvent = RuntimeEvent;
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type WhitelistedCalls = Nothing;
	type EnterDuration = ConstU64<PAUSE>;
	type ExtendDuration = ConstU64<PAUSE>;
	type EnterDepositAmount = NoDeposit;
	type ExtendDepositAmount = NoDeposit;
	type ForceEnterOrigin = EnsureWithSuccess<EnsureNetworkUpgrade, AccountId, ConstU64<PAUSE>>;
	type ForceExtendOrigin = EnsureWithSuccess<EnsureNetworkUpgrade, AccountId, ConstU64<PAUSE>>;
	type ForceExitOrigin = EnsureNetworkUpgrade;
	type ForceDepositOrigin = EnsureNetworkUpgrade;
	type Notify = ();
	type ReleaseDelay = ();
	type WeightInfo = ();
}

#[cfg(feature = "runtime-benchmarks")]
impl pallet_btt_governance::BenchmarkHelper<AccountId, u64, u32> for Staking {
	fn voter(number: u32) -> AccountId {
		let who = 1_000 + AccountId::from(number);
		Bonds::mutate(|bonds| bonds.remove(&who));
		assert_ok!(Balances::mint_into(&who, 4_000 * BTT));
		assert_ok!(VestingSchedules::grant(&who, line(36, 1_000 * BTT)));
		assert_ok!(bond(who, 2_000 * BTT));
		who
	}

	fn vest(_: &AccountId) {
		set_time(line(36, BTT).end());
	}

	fn crowd(when: u64, room: u32) {
		use frame_support::traits::schedule::v3::Anon;
		let call = <Preimage as StorePreimage>::bound(remark()).unwrap();
		let agenda = || pallet_scheduler::Agenda::<Test>::get(when).len() as u32;
		while agenda() + room < MAX_SCHEDULED {
			let origin = frame_system::RawOrigin::Root.into();
			assert_ok!(<Scheduler as Anon<_, _, _>>::schedule(DispatchTime::At(when), None, 0, origin, call.clone()));
		}
	}

	fn schedule_enactment(referendum: u32, when: u64) {
		use frame_support::traits::schedule::v3::Named;
		let call = <Preimage as StorePreimage>::bound(remark()).unwrap();
		let (name, origin) = (pallet_btt_governance::enactment_name(referendum), Track::Partnerships.into());
		assert_ok!(<Scheduler as Named<_, _, OriginCaller>>::schedule_named(
			name,
			DispatchTime::At(when),
			None,
			63,
			origin,
			call
		));
	}

	fn parameter() -> u32 {
		77
	}
}

pub struct Parameters;

impl CheckedParameters for Parameters {
	type Parameter = u32;

	fn is_in_bounds(parameter: &u32) -> bool {
		(1..=100).contains(parameter)
	}

	fn set(parameter: u32) -> DispatchResult {
		Setting::set(parameter);
		Ok(())
	}
}

pub struct Staking;

impl StakeInfo<AccountId> for Staking {
	fn stake_of(who: &AccountId) -> Balance {
		Bonds::get().get(who).copied().unwrap_or_default()
	}

	fn tier_of(_: &AccountId) -> Tier {
		Tier::None
	}

	fn has_role(who: &AccountId, role: Role) -> bool {
		role == Role::Governance && Self::stake_of(who) >= Minimum::get()
	}
}

impl VotingPower<AccountId> for Staking {
	fn holdings(who: &AccountId) -> Holdings {
		if *who == POT {
			return Holdings::default();
		}
		let bond = Balances::balance_on_hold(&HoldReason::Bond.into(), who);
		let held = Balances::reserved_balance(who) - bond;
		Holdings::new(Balances::total_balance(who), held, VestingSchedules::unvested(who), Self::stake_of(who))
	}

	fn electorate() -> Electorate {
		let institutional = VestingSchedules::total_unvested();
		let all = Balances::total_issuance() - Balances::total_balance(&POT);
		Electorate { institutional, community: all - institutional }
	}
}

impl btt_primitives::vesting::OnRotate<AccountId> for Staking {
	fn on_rotate(from: &AccountId, to: &AccountId) -> DispatchResult {
		use frame_support::traits::tokens::{Fortitude::Force, Restriction::OnHold};
		let held = Balances::balance_on_hold(&HoldReason::Bond.into(), from);
		Balances::transfer_on_hold(&HoldReason::Bond.into(), from, to, held, Exact, OnHold, Force)?;
		let active = Staking::stake_of(from);
		set_bond(*from, 0);
		set_bond(*to, active);
		Ok(())
	}
}

fn set_bond(who: AccountId, active: Balance) {
	let before = Bonds::mutate(|bonds| bonds.insert(who, active)).unwrap_or_default();
	if active < before {
		Governance::on_stake_reduced(&who);
	}
}

pub fn bond(who: AccountId, amount: Balance) -> DispatchResult {
	Balances::hold(&HoldReason::Bond.into(), &who, amount)?;
	set_bond(who, Staking::stake_of(&who) + amount);
	Ok(())
}

pub fn unbond(who: AccountId, amount: Balance) {
	let active = Staking::stake_of(&who);
	set_bond(who, active - amount.min(active));
}

/// Release what is not bonded any more.
pub fn withdraw(who: AccountId) {
	let reason = HoldReason::Bond.into();
	let amount = Balances::balance_on_hold(&reason, &who) - Staking::stake_of(&who);
	assert_ok!(Balances::release(&reason, &who, amount, Exact));
}

/// Take `amount` of the active bond of `who`, and give a fifth of what was vested of it to somebody else.
pub fn slash(who: AccountId, amount: Balance, challenger: AccountId) {
	let active = Staking::stake_of(&who);
	let amount = amount.min(active);
	let unvested = VestingSchedules::forfeit(&who, amount);
	let (credit, missing) = Balances::slash(&HoldReason::Bond.into(), &who, amount);
	assert_eq!(missing, 0);
	let (reward, _) = credit.split((amount - unvested) / 5);
	let _ = Balances::resolve(&challenger, reward);
	set_bond(who, active - amount);
}

pub fn deposit(who: AccountId, amount: Balance) -> DispatchResult {
	Balances::hold(&HoldReason::Deposit.into(), &who, amount)
}

pub fn return_deposit(who: AccountId) {
	let reason = HoldReason::Deposit.into();
	let amount = Balances::balance_on_hold(&reason, &who);
	assert_ok!(Balances::release(&reason, &who, amount, Exact));
}

pub fn set_time(now: Moment) {
	pallet_timestamp::Now::<Test>::put(now);
}

pub fn now() -> Moment {
	pallet_timestamp::Now::<Test>::get()
}

/// Let so many blocks pass.
pub fn run(blocks: u64) {
	for _ in 0..blocks {
		let next = System::block_number() + 1;
		System::set_block_number(next);
		Scheduler::on_initialize(next);
		SafeMode::on_initialize(next);
	}
}

/// A call that any referendum may decide on, and that does nothing.
pub fn remark() -> RuntimeCall {
	RuntimeCall::System(frame_system::Call::remark { remark: vec![] })
}

/// Submit a referendum on `call` to `track`, with its deposit. Returns its number.
pub fn propose(track: Track, call: RuntimeCall) -> u32 {
	let referendum = pallet_referenda::ReferendumCount::<Test>::get();
	let call = <Preimage as StorePreimage>::bound(call).unwrap();
	let proposer = RuntimeOrigin::signed(PROPOSER);
	let origin = Box::new(OriginCaller::Governance(track));
	assert_ok!(Referenda::submit(proposer.clone(), origin, call, DispatchTime::After(0)));
	assert_ok!(Referenda::place_decision_deposit(proposer, referendum));
	referendum
}

/// Submits referenda.
pub const PROPOSER: AccountId = 50;

pub fn community(amount: Balance) -> Stake {
	Stake { community: amount, ..Stake::default() }
}

pub fn institutional(amount: Balance) -> Stake {
	Stake { institutional: amount, ..Stake::default() }
}

pub fn convinced(amount: Balance, conviction: Conviction) -> Stake {
	Stake { community: amount, conviction, ..Stake::default() }
}

pub fn vote(who: AccountId, referendum: u32, aye: bool, stake: Stake) -> DispatchResult {
	Governance::vote(RuntimeOrigin::signed(who), referendum, aye, stake)
}

pub fn tally(referendum: u32) -> TallyOf<Test> {
	Referenda::as_ongoing(referendum).unwrap().0
}

pub fn approval(referendum: u32) -> u32 {
	let (tally, track) = Referenda::as_ongoing(referendum).unwrap();
	tally.approval(track).deconstruct()
}

pub fn support(referendum: u32) -> u32 {
	let (tally, track) = Referenda::as_ongoing(referendum).unwrap();
	tally.support(track).deconstruct()
}

/// What `who` could send away.
pub fn liquid(who: AccountId) -> Balance {
	use frame_support::traits::tokens::{Fortitude::Polite, Preservation::Expendable};
	Balances::reducible_balance(&who, Expendable, Polite)
}

pub fn transfer(from: AccountId, to: AccountId, amount: Balance) -> DispatchResult {
	Balances::transfer_allow_death(RuntimeOrigin::signed(from), to, amount)
}

pub fn line(months: u32, total: Balance) -> Line {
	let end = btt_math::calendar::add_months(TGE, months).unwrap();
	Line::new(TGE, TGE, end, total).unwrap()
}

/// Builds a chain at the token generation event.
pub struct ExtBuilder {
	tracks: Vec<(Track, TrackSettings<u64>)>,
	period: Option<u64>,
}

impl Default for ExtBuilder {
	fn default() -> Self {
		let settings = TrackSettings {
			max_deciding: 3,
			decision_deposit: 10 * BTT,
			prepare_period: PREPARE,
			decision_period: DECISION,
			confirm_period: CONFIRM,
			enactment_period: ENACTMENT,
		};
		Self { tracks: Track::ALL.map(|track| (track, settings)).into(), period: Some(PERIOD) }
	}
}

impl ExtBuilder {
	/// A network that sets nothing.
	pub fn mainnet() -> Self {
		Self { tracks: vec![], period: None }
	}

	pub fn build(self) -> sp_io::TestExternalities {
		let mut storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
		let genesis = pallet_btt_governance::GenesisConfig::<Test> { tracks: self.tracks, locking_period: self.period };
		genesis.assimilate_storage(&mut storage).unwrap();
		let mut ext: sp_io::TestExternalities = storage.into();
		ext.execute_with(|| {
			set_time(TGE);
			System::set_block_number(1);
			for (who, amount) in [
				(ALICE, 1_000),
				(BOB, 1_000),
				(CAROL, 1_000),
				(INSTITUTE, 3_100),
				(COLLEGE, 1_100),
				(PROPOSER, 900),
				(POT, 1_000_000),
			] {
				assert_ok!(Balances::mint_into(&who, amount * BTT));
			}
			assert_ok!(VestingSchedules::grant(&INSTITUTE, line(36, 3_000 * BTT)));
			assert_ok!(VestingSchedules::grant(&COLLEGE, line(36, 1_000 * BTT)));
			for who in [ALICE, BOB, CAROL, INSTITUTE, COLLEGE] {
				assert_ok!(bond(who, 100 * BTT));
			}
			System::reset_events();
		});
		ext
	}

	pub fn build_and_execute(self, test: impl FnOnce()) {
		Bonds::set(BTreeMap::new());
		Minimum::set(10 * BTT);
		Quorum::set(Perbill::from_percent(5));
		Bonus::set(Permill::from_percent(20));
		Setting::set(50);
		Interval::set(REST);
		MainnetPeriod::set(7 * 14_400);
		self.build().execute_with(|| {
			check_state();
			test();
			check_state();
		});
	}
}

/// Check the invariants of all pallets, and that no account votes with more than it has.
pub fn check_state() {
	Governance::do_try_state().unwrap();
	VestingSchedules::do_try_state().unwrap();
	for (who, voter) in Voters::<Test>::iter() {
		let holdings = Staking::holdings(&who);
		let open = voter.votes.iter().filter(|vote| Referenda::as_ongoing(vote.referendum).is_some());
		let powers = open.map(|vote| vote.power);
		for power in powers.chain(voter.delegations.iter().flatten().map(|delegation| delegation.power)) {
			let all = Balances::total_balance(&who);
			assert!(power.tokens() <= all, "{who} votes with more than it has");
			// What was put on hold after the vote is still there, and frozen.
			assert!(power.stake.community <= holdings.community + holdings.held, "{who} votes with what is unvested");
		}
	}
}
