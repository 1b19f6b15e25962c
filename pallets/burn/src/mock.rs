//! A chain with real balances and vesting, somebody who bonds tokens, and a development fund.

use crate::{self as pallet_btt_burn, DustBurn, SlashBurn};
use btt_math::line::Line;
use btt_primitives::{
	burn::{BurnPolicies, BurnReason, BurnSink},
	vesting::{GrantVesting, Unvested},
	Balance, Moment, BTT, HOUR, TOKEN_GENERATION_EVENT as TGE, TOTAL_SUPPLY,
};
use frame_support::{
	assert_ok, derive_impl, parameter_types,
	traits::{
		fungible::{Balanced, BalancedHold, Mutate, MutateHold},
		tokens::{imbalance::ResolveTo, Fortitude::Polite, Imbalance, Precision::Exact, Preservation::Expendable},
		ConstU128, ConstU32, ConstU64, Nothing, OnUnbalanced, VariantCountOf,
	},
	weights::{constants::WEIGHT_REF_TIME_PER_SECOND, Weight},
};
use frame_system::{limits::BlockWeights, EnsureRoot, EnsureSignedBy};
use sp_runtime::BuildStorage;

pub type AccountId = u64;
pub type Block = frame_system::mocking::MockBlock<Test>;

pub const ALICE: AccountId = 1;
pub const BOB: AccountId = 2;
/// Whoever sets policies.
pub const GOVERNANCE: AccountId = 9_997;
/// Where the rest of the supply lies.
pub const REST: AccountId = 9_998;
/// The development fund.
pub const FUND: AccountId = 9_999;

pub const ED: Balance = btt_primitives::EXISTENTIAL_DEPOSIT;
/// 2 % of the supply (SPEC §6).
pub const CEILING: Balance = 4_200_000 * BTT;

/// Another pallet, that puts tokens on hold.
#[frame_support::pallet]
pub mod holder {
	#[pallet::pallet]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {}

	#[pallet::composite_enum]
	pub enum HoldReason {
		Bond,
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
	pub type Burn = pallet_btt_burn::Pallet<Test>;
}

parameter_types! {
	pub Weights: BlockWeights = BlockWeights::simple_max(Weight::from_parts(2 * WEIGHT_REF_TIME_PER_SECOND, u64::MAX));
	pub const Fund: AccountId = FUND;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
	type AccountData = pallet_balances::AccountData<Balance>;
	type BlockWeights = Weights;
}

#[derive_impl(pallet_timestamp::config_preludes::TestDefaultConfig)]
impl pallet_timestamp::Config for Test {}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type Balance = Balance;
	type ExistentialDeposit = ConstU128<ED>;
	type AccountStore = System;
	type DustRemoval = DustBurn<Test>;
	type FreezeIdentifier = RuntimeFreezeReason;
	type MaxFreezes = VariantCountOf<RuntimeFreezeReason>;
}

impl holder::Config for Test {}

impl pallet_vesting_schedules::Config for Test {
	type Currency = Balances;
	type RuntimeFreezeReason = RuntimeFreezeReason;
	type Time = Timestamp;
	type RotateOrigin = EnsureRoot<AccountId>;
	type OnRotate = ();
	type ForeignLocks = Nothing;
	type Protected = Nothing;
	type MaxLines = ConstU32<4>;
	type SweepInterval = ConstU64<HOUR>;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Helper;
}

impl pallet_btt_burn::Config for Test {
	type Currency = Balances;
	type Time = Timestamp;
	type Supply = ConstU128<TOTAL_SUPPLY>;
	type YearlyCeiling = ConstU128<CEILING>;
	type Excess = ResolveTo<Fund, Balances>;
	type AdminOrigin = EnsureSignedBy<Governance, AccountId>;
	type Identity = AccountId;
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

#[cfg(feature = "runtime-benchmarks")]
pub struct Helper;

#[cfg(feature = "runtime-benchmarks")]
impl pallet_btt_burn::BenchmarkHelper<AccountId> for Helper {
	fn set_time(now: Moment) {
		self::set_time(now);
	}

	fn identity(number: u32) -> AccountId {
		number.into()
	}
}

#[cfg(feature = "runtime-benchmarks")]
impl pallet_vesting_schedules::BenchmarkHelper<AccountId> for Helper {
	fn set_time(now: Moment) {
		self::set_time(now);
	}

	fn burden(_who: &AccountId) {}
}

pub fn set_time(now: Moment) {
	pallet_timestamp::Now::<Test>::put(now);
}

pub fn now() -> Moment {
	pallet_timestamp::Now::<Test>::get()
}

/// Let so many ms pass.
pub fn wait(ms: Moment) {
	set_time(now() + ms);
}

/// Take `amount` from `who` and burn it for `reason`; returns what was burned.
pub fn take(who: AccountId, amount: Balance, reason: BurnReason) -> Balance {
	let tokens = Balances::withdraw(&who, amount, Exact, Expendable, Polite).unwrap();
	assert_eq!(tokens.peek(), amount);
	<Burn as BurnSink<_>>::burn(reason, tokens)
}

/// What `who` burns by transferring assets worth `value`.
pub fn transfer_assets(who: AccountId, value: Balance) -> Balance {
	<Burn as BurnPolicies<AccountId>>::on_transfer(&who, value)
}

pub fn bond(who: AccountId, amount: Balance) {
	assert_ok!(Balances::hold(&HoldReason::Bond.into(), &who, amount));
}

/// Take `amount` of the bond of `who` away, as staking does.
pub fn slash(who: AccountId, amount: Balance) {
	VestingSchedules::forfeit(&who, amount);
	let (tokens, missing) = Balances::slash(&HoldReason::Bond.into(), &who, amount);
	assert_eq!(missing, 0);
	SlashBurn::<Test>::on_unbalanced(tokens);
}

/// Builds a chain at the token generation event with the whole supply, of which accounts have what they are endowed
/// with.
#[derive(Default)]
pub struct ExtBuilder {
	endowed: Vec<(AccountId, Balance)>,
	lines: Vec<(AccountId, Line)>,
}

impl ExtBuilder {
	pub fn endow(mut self, who: AccountId, amount: Balance) -> Self {
		self.endowed.push((who, amount));
		self
	}

	/// Lay tokens that `who` is endowed with under a line.
	pub fn line(mut self, who: AccountId, line: Line) -> Self {
		self.lines.push((who, line));
		self
	}

	pub fn build(self) -> sp_io::TestExternalities {
		let mut ext: sp_io::TestExternalities =
			frame_system::GenesisConfig::<Test>::default().build_storage().unwrap().into();
		ext.execute_with(|| {
			set_time(TGE);
			assert_ok!(Balances::mint_into(&FUND, ED));
			for (who, amount) in self.endowed {
				assert_ok!(Balances::mint_into(&who, amount));
			}
			for (who, line) in self.lines {
				assert_ok!(VestingSchedules::grant(&who, line));
			}
			assert_ok!(Balances::mint_into(&REST, TOTAL_SUPPLY - Balances::total_issuance()));
			System::set_block_number(1);
			System::reset_events();
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

/// Check the invariants of the pallet, and that no token came from nowhere or went there: what all accounts hold and
/// what was burned, by reason and otherwise, is the supply.
pub fn check_state() {
	Burn::do_try_state().unwrap();
	VestingSchedules::do_try_state().unwrap();
	let held: Balance = frame_system::Account::<Test>::iter().map(|(_, account)| account.data.total()).sum();
	assert_eq!(held, Balances::total_issuance(), "the balances are not the issuance");
	let burned = Burn::burned_by_reason();
	let by_reason: Balance = burned.reasons.iter().map(|(_, total)| total).sum();
	assert_eq!(held + by_reason + burned.other, TOTAL_SUPPLY, "the books do not add up");
}
