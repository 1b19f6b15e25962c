//! A chain with real balances, timestamps and vested transfers, and somebody who bonds tokens.

use crate as pallet_vesting_schedules;
use btt_math::line::Line;
use btt_primitives::{
	vesting::{GrantVesting, OnRotate},
	Balance, Moment, BTT, TOKEN_GENERATION_EVENT as TGE,
};
use frame_support::{
	assert_ok, derive_impl, parameter_types,
	traits::{
		fungible::{InspectHold, Mutate, MutateHold},
		tokens::{Fortitude, Precision, Restriction},
		ConstU128, ConstU32, ConstU64, Contains, EitherOfDiverse, VariantCountOf, WithdrawReasons,
	},
	weights::{constants::WEIGHT_REF_TIME_PER_SECOND, Weight},
};
use frame_system::{limits::BlockWeights, EnsureRoot, EnsureSignedBy};
use sp_runtime::{
	traits::{ConvertInto, StaticLookup},
	BuildStorage, DispatchError, DispatchResult,
};

pub type AccountId = u64;
pub type Block = frame_system::mocking::MockBlock<Test>;

pub const ALICE: AccountId = 1;
pub const BOB: AccountId = 2;
pub const CAROL: AccountId = 3;
pub const DAVE: AccountId = 4;
/// Whoever may rotate accounts by force.
pub const GOVERNANCE: AccountId = 9_998;
/// An account that no key controls.
pub const POT: AccountId = 9_999;

pub const ED: Balance = btt_primitives::EXISTENTIAL_DEPOSIT;
/// When [`line`] lets the first tokens go.
pub const CLIFF: Moment = TGE + 250;
/// When [`line`] is over.
pub const END: Moment = TGE + 1_000;
pub const MAX_LINES: u32 = 4;
pub const SWEEP_INTERVAL: Moment = 100;

/// 1,000 BTT that vest from the token generation event on, 1 BTT per ms, after a cliff of 250 ms.
pub fn line() -> Line {
	Line::new(TGE, CLIFF, END, 1_000 * BTT).unwrap()
}

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
	pub type Vesting = pallet_vesting::Pallet<Test>;
	#[runtime::pallet_index(4)]
	pub type Holder = holder::Pallet<Test>;
	#[runtime::pallet_index(5)]
	pub type VestingSchedules = pallet_vesting_schedules::Pallet<Test>;
}

parameter_types! {
	pub Weights: BlockWeights = BlockWeights::simple_max(Weight::from_parts(2 * WEIGHT_REF_TIME_PER_SECOND, u64::MAX));
	pub VestedTransferReasons: WithdrawReasons = WithdrawReasons::except(WithdrawReasons::TRANSFER | WithdrawReasons::RESERVE);
	/// What [`Mischief`] does when an account is rotated.
	pub static Trick: Option<Mischief> = None;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
	type AccountData = pallet_balances::AccountData<Balance>;
	type BaseCallFilter = NoVestedTransferToBeneficiaries;
	type BlockWeights = Weights;
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

impl pallet_vesting::Config for Test {
	type RuntimeEvent = RuntimeEvent;
	type Currency = Balances;
	type BlockNumberToBalance = ConvertInto;
	type MinVestedTransfer = ConstU128<ED>;
	type WeightInfo = ();
	type UnvestedFundsAllowedWithdrawReasons = VestedTransferReasons;
	type BlockNumberProvider = System;
	const MAX_VESTING_SCHEDULES: u32 = 28;
}

impl holder::Config for Test {}

impl pallet_vesting_schedules::Config for Test {
	type Currency = Balances;
	type RuntimeFreezeReason = RuntimeFreezeReason;
	type Time = Timestamp;
	type RotateOrigin = EitherOfDiverse<EnsureRoot<AccountId>, EnsureSignedBy<Governance, AccountId>>;
	type OnRotate = (MoveBond, Mischief);
	type ForeignLocks = VestedTransferLocks;
	type Protected = Pots;
	type MaxLines = ConstU32<MAX_LINES>;
	type SweepInterval = ConstU64<SWEEP_INTERVAL>;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Helper;
}

/// The base call filter that a runtime needs.
pub struct NoVestedTransferToBeneficiaries;

impl Contains<RuntimeCall> for NoVestedTransferToBeneficiaries {
	fn contains(call: &RuntimeCall) -> bool {
		match call {
			RuntimeCall::Vesting(
				pallet_vesting::Call::vested_transfer { target, .. }
				| pallet_vesting::Call::force_vested_transfer { target, .. },
			) => <Test as frame_system::Config>::Lookup::lookup(*target)
				.is_ok_and(|target| !VestingSchedules::is_beneficiary(&target)),
			_ => true,
		}
	}
}

pub struct Governance;

impl frame_support::traits::SortedMembers<AccountId> for Governance {
	fn sorted_members() -> Vec<AccountId> {
		vec![GOVERNANCE]
	}
}

pub struct VestedTransferLocks;

impl Contains<AccountId> for VestedTransferLocks {
	fn contains(who: &AccountId) -> bool {
		pallet_vesting::Vesting::<Test>::contains_key(who)
	}
}

pub struct Pots;

impl Contains<AccountId> for Pots {
	fn contains(who: &AccountId) -> bool {
		*who == POT
	}
}

/// Moves the bond, as staking will.
pub struct MoveBond;

impl OnRotate<AccountId> for MoveBond {
	fn on_rotate(from: &AccountId, to: &AccountId) -> DispatchResult {
		let bond = HoldReason::Bond.into();
		let amount = Balances::balance_on_hold(&bond, from);
		if amount > 0 {
			let mode = Restriction::OnHold;
			Balances::transfer_on_hold(&bond, from, to, amount, Precision::Exact, mode, Fortitude::Force)?;
		}
		Ok(())
	}
}

/// What a pallet may do wrong when an account is rotated.
#[derive(Clone, Copy, Debug)]
pub enum Mischief {
	Refuse,
	PayToNew,
	BurnFromOld,
}

impl OnRotate<AccountId> for Mischief {
	fn on_rotate(from: &AccountId, to: &AccountId) -> DispatchResult {
		use frame_support::traits::tokens::Preservation::Preserve;
		match Trick::get() {
			None => Ok(()),
			Some(Mischief::Refuse) => Err(DispatchError::Other("refused")),
			Some(Mischief::PayToNew) => Balances::mint_into(to, BTT).map(drop),
			Some(Mischief::BurnFromOld) => {
				Balances::burn_from(from, BTT, Preserve, Precision::Exact, Fortitude::Force).map(drop)
			}
		}
	}
}

#[cfg(feature = "runtime-benchmarks")]
pub struct Helper;

#[cfg(feature = "runtime-benchmarks")]
impl pallet_vesting_schedules::BenchmarkHelper<AccountId> for Helper {
	fn set_time(now: Moment) {
		self::set_time(now);
	}

	fn burden(who: &AccountId) {
		hold(HoldReason::Bond, *who, Balances::free_balance(who) / 2);
	}
}

pub fn set_time(now: Moment) {
	pallet_timestamp::Now::<Test>::put(now);
}

pub fn hold(reason: HoldReason, who: AccountId, amount: Balance) {
	assert_ok!(Balances::hold(&reason.into(), &who, amount));
}

/// Take `amount` of the bond of `who` away.
pub fn slash(who: AccountId, amount: Balance) {
	let taken = Balances::burn_held(&HoldReason::Bond.into(), &who, amount, Precision::Exact, Fortitude::Force);
	assert_eq!(taken, Ok(amount));
}

/// Builds a chain at the token generation event: whoever has lines holds their totals, and more if it is endowed.
#[derive(Default)]
pub struct ExtBuilder {
	lines: Vec<(AccountId, Line)>,
	endowed: Vec<(AccountId, Balance)>,
}

impl ExtBuilder {
	pub fn line(mut self, who: AccountId, line: Line) -> Self {
		self.lines.push((who, line));
		self
	}

	pub fn endow(mut self, who: AccountId, amount: Balance) -> Self {
		self.endowed.push((who, amount));
		self
	}

	pub fn build(self) -> sp_io::TestExternalities {
		let mut ext: sp_io::TestExternalities =
			frame_system::GenesisConfig::<Test>::default().build_storage().unwrap().into();
		ext.execute_with(|| {
			for (who, amount) in self.endowed {
				assert_ok!(Balances::mint_into(&who, amount));
			}
			for (who, line) in self.lines {
				assert_ok!(Balances::mint_into(&who, line.total()));
				assert_ok!(VestingSchedules::grant(&who, line));
			}
			System::set_block_number(1);
			set_time(TGE);
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

/// Check the invariants of the pallet, and that no token came from nowhere or went there.
pub fn check_state() {
	VestingSchedules::do_try_state().unwrap();
	let held: Balance = frame_system::Account::<Test>::iter().map(|(_, account)| account.data.total()).sum();
	assert_eq!(held, Balances::total_issuance(), "the balances are not the issuance");
}
