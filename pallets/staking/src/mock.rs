//! A chain with real balances, timestamps and unvested tokens, and a session of which only the seats matter.

use crate as pallet_btt_staking;
use crate::{CreditOf, SlashIndex};
use btt_math::line::Line;
use btt_primitives::{
	staking::{Disable, HasKeys, OnStakeChanged, RewardSink, Role, RoleMinimums},
	vesting::GrantVesting,
	Balance, Moment, BTT, DAY, HOUR, TOKEN_GENERATION_EVENT as TGE,
};
use frame_support::{
	assert_ok, derive_impl, parameter_types,
	traits::{
		fungible::{Balanced, Inspect, Mutate},
		ConstU128, ConstU32, ConstU64, Hooks, Nothing, OnUnbalanced, VariantCountOf,
	},
	weights::Weight,
	PalletId,
};
use frame_system::{EnsureRoot, EnsureSignedBy};
use sp_runtime::{BuildStorage, DispatchResult, Perbill};
use sp_staking::{
	offence::{OffenceDetails, OnOffenceHandler},
	SessionIndex,
};
use std::collections::BTreeMap;

pub type AccountId = u64;
pub type Block = frame_system::mocking::MockBlock<Test>;

/// The validators of genesis, with 100,000 BTT each.
pub const VALIDATORS: [AccountId; 4] = [11, 12, 13, 14];
pub const STAKE: Balance = 100_000 * BTT;
pub const ALICE: AccountId = 1;
pub const BOB: AccountId = 2;
pub const CAROL: AccountId = 3;
pub const GOVERNANCE: AccountId = 9_998;

pub const ED: Balance = btt_primitives::EXISTENTIAL_DEPOSIT;
pub const ERA: Moment = 6 * HOUR;
pub const UNBONDING: Moment = 14 * DAY;
pub const DEFERRAL: Moment = 7 * DAY;

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
	pub type VestingSchedules = pallet_vesting_schedules::Pallet<Test>;
	#[runtime::pallet_index(4)]
	pub type Staking = pallet_btt_staking::Pallet<Test>;
}

parameter_types! {
	pub const Pot: PalletId = PalletId(*b"btt/stak");
	/// Units that slashes burned.
	pub static Burned: Balance = 0;
	/// Accounts without session keys.
	pub static Keyless: Vec<AccountId> = vec![];
	/// Whose seats were taken, in order.
	pub static Disabled: Vec<(AccountId, Perbill)> = vec![];
	/// What observers were told last of each account.
	pub static Told: BTreeMap<AccountId, Balance> = BTreeMap::new();
	pub static Reduced: Vec<AccountId> = Vec::new();
	/// What the minimums of the roles are multiplied with.
	pub static Factor: Balance = 1;
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

impl pallet_vesting_schedules::Config for Test {
	type Currency = Balances;
	type RuntimeFreezeReason = RuntimeFreezeReason;
	type Time = Timestamp;
	type RotateOrigin = EnsureRoot<AccountId>;
	type OnRotate = Staking;
	type ForeignLocks = Nothing;
	type Protected = Nothing;
	type MaxLines = ConstU32<4>;
	type SweepInterval = ConstU64<100>;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Helper;
}

impl pallet_btt_staking::Config for Test {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Time = Timestamp;
	type Unvested = VestingSchedules;
	type SlashSink = Sink;
	type Keys = Session;
	type Disable = Session;
	type OnStakeChanged = Observer;
	type RoleMinimums = Minimums;
	type EraDuration = ConstU64<ERA>;
	type Day = ConstU64<DAY>;
	type UnbondingPeriod = ConstU64<UNBONDING>;
	type SlashDeferral = ConstU64<DEFERRAL>;
	type OfflineEras = ConstU32<2>;
	type AdminOrigin = EnsureSignedBy<Governance, AccountId>;
	type SlashCancelOrigin = EnsureSignedBy<Governance, AccountId>;
	type MinBond = ConstU128<{ 10 * BTT }>;
	type MaxCandidates = ConstU32<20>;
	type MaxValidators = ConstU32<10>;
	type MaxChunks = ConstU32<16>;
	type MaxBackings = ConstU32<16>;
	type PotId = Pot;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Helper;
}

pub struct Governance;

impl frame_support::traits::SortedMembers<AccountId> for Governance {
	fn sorted_members() -> Vec<AccountId> {
		vec![GOVERNANCE]
	}
}

pub struct Sink;

impl OnUnbalanced<CreditOf<Test>> for Sink {
	fn on_nonzero_unbalanced(credit: CreditOf<Test>) {
		Burned::mutate(|burned| *burned += frame_support::traits::Imbalance::peek(&credit));
	}
}

pub struct Session;

impl HasKeys<AccountId> for Session {
	fn has_keys(who: &AccountId) -> bool {
		!Keyless::get().contains(who)
	}
}

impl Disable<AccountId> for Session {
	fn disable(who: &AccountId, fraction: Perbill) {
		Disabled::mutate(|disabled| disabled.push((*who, fraction)));
	}
}

pub struct Observer;

impl OnStakeChanged<AccountId> for Observer {
	fn on_stake_changed(who: &AccountId, stake: Balance) {
		Told::mutate(|told| told.insert(*who, stake));
	}

	fn on_stake_reduced(who: &AccountId) {
		Reduced::mutate(|reduced| reduced.push(*who));
	}

	fn on_stake_reduced_weight() -> Weight {
		Weight::from_parts(1_000_000, 0)
	}

	fn on_stake_reduced_weight_of(who: &AccountId) -> Weight {
		Weight::from_parts(if *who == ALICE { 1_000 } else { 1 }, 0)
	}
}

pub struct Minimums;

impl RoleMinimums for Minimums {
	fn minimum(role: Role) -> Balance {
		role.default_minimum() * Factor::get()
	}
}

#[cfg(feature = "runtime-benchmarks")]
pub struct Helper;

#[cfg(feature = "runtime-benchmarks")]
impl pallet_vesting_schedules::BenchmarkHelper<AccountId> for Helper {
	fn set_time(now: Moment) {
		self::set_time(now);
	}

	fn burden(_: &AccountId) {}
}

#[cfg(feature = "runtime-benchmarks")]
impl pallet_btt_staking::BenchmarkHelper<AccountId> for Helper {
	fn set_time(now: Moment) {
		self::set_time(now);
	}

	fn set_keys(_: &AccountId) {}
}

pub fn now() -> Moment {
	pallet_timestamp::Now::<Test>::get()
}

pub fn set_time(now: Moment) {
	pallet_timestamp::Now::<Test>::put(now);
}

/// Let `ms` pass, and make a block.
pub fn pass(ms: Moment) {
	set_time(now() + ms);
	System::set_block_number(System::block_number() + 1);
	Staking::on_initialize(System::block_number());
}

/// Elect for the next session.
pub fn elect() -> Vec<AccountId> {
	Staking::elect(crate::NextSession::<Test>::get())
}

pub fn by(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

/// Fees of `amount` units, out of nothing.
fn fees(amount: Balance) -> CreditOf<Test> {
	Balances::issue(amount)
}

pub fn reward_author(author: AccountId, amount: Balance) {
	Staking::note_author(&author);
	<Staking as RewardSink<_>>::author(fees(amount));
	Staking::on_finalize(System::block_number());
}

pub fn reward_stakers(amount: Balance) {
	<Staking as RewardSink<_>>::stakers(fees(amount));
	Staking::on_finalize(System::block_number());
}

pub fn offend(who: AccountId, percent: u32, session: SessionIndex) {
	let details = OffenceDetails { offender: (who, ()), reporters: Vec::<AccountId>::new() };
	<Staking as OnOffenceHandler<AccountId, _, _>>::on_offence(&[details], &[Perbill::from_percent(percent)], session);
}

pub fn slash_of(who: AccountId, index: SlashIndex) -> crate::Slash {
	crate::Slashes::<Test>::get(who, index).unwrap()
}

pub fn ledger(who: AccountId) -> crate::LedgerOf<Test> {
	crate::Ledgers::<Test>::get(who).unwrap()
}

pub fn rewards(who: AccountId) -> Balance {
	Staking::staker(&who).map_or(0, |info| info.rewards)
}

pub fn total(who: AccountId) -> Balance {
	Balances::total_balance(&who)
}

// Calls whose weight depends on what others make of them, without it.

pub fn unbond(origin: RuntimeOrigin, amount: Balance) -> DispatchResult {
	Staking::unbond(origin, amount).map(drop).map_err(|refusal| refusal.error)
}

pub fn drop_role(origin: RuntimeOrigin, role: Role) -> DispatchResult {
	Staking::drop_role(origin, role).map(drop).map_err(|refusal| refusal.error)
}

pub fn apply_slash(origin: RuntimeOrigin, who: AccountId) -> DispatchResult {
	Staking::apply_slash(origin, who).map(drop).map_err(|refusal| refusal.error)
}

/// Bond `amount` and put all of it behind `validator`.
pub fn bond_behind(who: AccountId, validator: AccountId, amount: Balance) {
	assert_ok!(Staking::bond(by(who), amount));
	assert_ok!(Staking::delegate(by(who), validator, amount));
}

/// Builds a chain at the token generation event, with four validators whose sessions 0 and 1 are elected.
#[derive(Default)]
pub struct ExtBuilder {
	endowed: Vec<(AccountId, Balance)>,
	unvested: Vec<(AccountId, Line)>,
	commission: u32,
}

impl ExtBuilder {
	pub fn endow(mut self, who: AccountId, amount: Balance) -> Self {
		self.endowed.push((who, amount));
		self
	}

	/// Give `who` `total` units that vest within `days`.
	pub fn unvested(mut self, who: AccountId, total: Balance, days: Moment) -> Self {
		self.unvested.push((who, Line::new(TGE, TGE, TGE + days * DAY, total).unwrap()));
		self
	}

	pub fn commission(mut self, percent: u32) -> Self {
		self.commission = percent;
		self
	}

	pub fn build(self) -> sp_io::TestExternalities {
		Burned::set(0);
		Keyless::set(vec![]);
		Disabled::set(vec![]);
		Told::set(BTreeMap::new());
		Reduced::set(Vec::new());
		Factor::set(1);
		let mut ext: sp_io::TestExternalities =
			frame_system::GenesisConfig::<Test>::default().build_storage().unwrap().into();
		ext.execute_with(|| {
			set_time(TGE);
			for who in VALIDATORS {
				assert_ok!(Balances::mint_into(&who, STAKE + 10 * BTT));
			}
			let validators = VALIDATORS.map(|who| (who, STAKE, Perbill::from_percent(self.commission))).to_vec();
			let genesis: crate::GenesisConfig<Test> =
				crate::GenesisConfig { validators, validator_count: 4, minimum_validators: 2 };
			frame_support::traits::BuildGenesisConfig::build(&genesis);
			for (who, amount) in self.endowed {
				assert_ok!(Balances::mint_into(&who, amount));
			}
			for (who, line) in self.unvested {
				assert_ok!(Balances::mint_into(&who, line.total()));
				assert_ok!(VestingSchedules::grant(&who, line));
			}
			elect();
			elect();
			System::set_block_number(1);
			System::reset_events();
			Staking::on_initialize(1);
		});
		ext
	}

	pub fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			check_state();
			test();
			check_state();
		});
	}
}

/// Check the invariants of the pallets, and that no token came from nowhere or went there.
pub fn check_state() {
	Staking::do_try_state().unwrap();
	VestingSchedules::do_try_state().unwrap();
	let held: Balance = frame_system::Account::<Test>::iter().map(|(_, account)| account.data.total()).sum();
	assert_eq!(held, Balances::total_issuance(), "the balances are not the issuance");
}
