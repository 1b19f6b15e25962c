use crate::{self as pallet_btt_token, genesis::Grant, Dates, FreezeReason, ObjectionsOf};
use btt_math::{calendar::add_months, line::Line};
use btt_primitives::{
	time::TokenClock,
	token::HoldingPower,
	vesting::{GrantVesting, Unvested},
	Allocation, Balance, Moment, BTT, DAY, EXISTENTIAL_DEPOSIT, TOKEN_GENERATION_EVENT,
};
use frame_support::{
	derive_impl, parameter_types,
	traits::{
		fungible::{Inspect, InspectFreeze},
		ConstU128, ConstU32, ConstU64, EnsureOriginWithArg, Time, VariantCountOf,
	},
	PalletId,
};
use sp_runtime::{traits::IdentityLookup, AccountId32, BuildStorage, DispatchResult, Perbill};

pub type AccountId = AccountId32;

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
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Timestamp = pallet_timestamp;
	#[runtime::pallet_index(2)]
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(3)]
	pub type BttToken = pallet_btt_token;
}

pub type Block = frame_system::mocking::MockBlock<Test>;

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type AccountId = AccountId;
	type Lookup = IdentityLookup<AccountId>;
	type Block = Block;
	type AccountData = pallet_balances::AccountData<Balance>;
}

#[derive_impl(pallet_timestamp::config_preludes::TestDefaultConfig)]
impl pallet_timestamp::Config for Test {}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type Balance = Balance;
	type AccountStore = System;
	type ExistentialDeposit = ConstU128<EXISTENTIAL_DEPOSIT>;
	type RuntimeFreezeReason = RuntimeFreezeReason;
	type FreezeIdentifier = RuntimeFreezeReason;
	type MaxFreezes = VariantCountOf<RuntimeFreezeReason>;
}

parameter_types! {
	pub static Instants: Dates = DATES;
	/// The lines that were granted.
	pub static Granted: Vec<(AccountId, Line)> = Vec::new();
	pub const TokenPalletId: PalletId = PalletId(*b"btt/tokn");
	pub const OnePercent: Perbill = Perbill::from_percent(1);
}

pub const DATES: Dates = Dates {
	token_generation_event: TOKEN_GENERATION_EVENT,
	launch: TOKEN_GENERATION_EVENT,
	mining_start: TOKEN_GENERATION_EVENT,
};

pub struct FakeClock;
impl TokenClock for FakeClock {
	fn token_generation_event() -> Moment {
		Instants::get().token_generation_event
	}
	fn launch() -> Moment {
		Instants::get().launch
	}
	fn mining_start() -> Moment {
		Instants::get().mining_start
	}
}

/// Freezes nothing, but remembers the lines.
pub struct FakeVesting;
impl GrantVesting<AccountId> for FakeVesting {
	fn grant(who: &AccountId, line: Line) -> DispatchResult {
		assert!(Balances::total_balance(who) >= line.total());
		Granted::mutate(|granted| granted.push((who.clone(), line)));
		Ok(())
	}
}
impl Unvested<AccountId> for FakeVesting {
	fn unvested(who: &AccountId) -> Balance {
		let now = Timestamp::now();
		Granted::get().iter().filter(|(of, _)| of == who).map(|(_, line)| line.unvested(now)).sum()
	}
	fn total_unvested() -> Balance {
		let now = Timestamp::now();
		Granted::get().iter().map(|(_, line)| line.unvested(now)).sum()
	}
	fn forfeit(_: &AccountId, _: Balance) -> Balance {
		0
	}
}

/// Everybody's total balance but the pots'.
pub struct TotalBalances;
impl HoldingPower<AccountId> for TotalBalances {
	fn power_of(who: &AccountId) -> Balance {
		if BttToken::is_pot(who) {
			0
		} else {
			Balances::total_balance(who)
		}
	}
	fn eligible() -> Balance {
		Balances::total_issuance() - BttToken::pots().map(|(_, pot)| Balances::total_balance(&pot)).sum::<Balance>()
	}
}

/// One account releases what is not sealed, another one the reserve.
pub struct ByAllocation;
impl EnsureOriginWithArg<RuntimeOrigin, Allocation> for ByAllocation {
	type Success = ();
	fn try_origin(origin: RuntimeOrigin, allocation: &Allocation) -> Result<(), RuntimeOrigin> {
		let expected = match allocation {
			Allocation::UnallocatedReserve => HIGHEST_TRACK,
			_ => GOVERNANCE,
		};
		match frame_system::ensure_signed(origin.clone()) {
			Ok(who) if who == expected => Ok(()),
			_ => Err(origin),
		}
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin(_: &Allocation) -> Result<RuntimeOrigin, ()> {
		Ok(RuntimeOrigin::signed(GOVERNANCE))
	}
}

frame_support::ord_parameter_types! {
	pub const Governance: AccountId = GOVERNANCE;
}

frame_support::parameter_types! {
	/// What was paid for mining.
	pub static MinedSoFar: Balance = 0;
}

pub struct Mined;

impl btt_primitives::mining::RewardsPaid for Mined {
	fn paid() -> Balance {
		MinedSoFar::get()
	}
}

impl pallet_btt_token::Config for Test {
	type Currency = Balances;
	type RuntimeFreezeReason = RuntimeFreezeReason;
	type Time = Timestamp;
	type Clock = FakeClock;
	type Vesting = FakeVesting;
	type Power = TotalBalances;
	type Mining = Mined;
	type ReleaseOrigin = ByAllocation;
	type MilestoneOrigin = frame_system::EnsureSignedBy<Governance, AccountId>;
	type PalletId = TokenPalletId;
	type ObjectionPeriod = ConstU64<{ 14 * DAY }>;
	type ObjectionThreshold = OnePercent;
	type MaxMilestones = ConstU32<4>;
	type WeightInfo = pallet_btt_token::weights::SubstrateWeight<Test>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = SetTime;
}

#[cfg(feature = "runtime-benchmarks")]
pub struct SetTime;
#[cfg(feature = "runtime-benchmarks")]
impl pallet_btt_token::BenchmarkHelper for SetTime {
	fn set_time(now: Moment) {
		set_time(now);
	}
}

pub const GOVERNANCE: AccountId = account(100);
pub const HIGHEST_TRACK: AccountId = account(101);
/// Holds nothing at first.
pub const GRANTEE: AccountId = account(50);
/// Holds nothing at first.
pub const NOBODY: AccountId = account(51);

pub const fn account(id: u8) -> AccountId {
	AccountId::new([id; 32])
}

/// The holders of genesis.
pub fn beneficiaries() -> Vec<Grant<AccountId>> {
	vec![
		(Allocation::ChinaOralIndustryGroup, account(1), 15_000_000 * BTT),
		(Allocation::ChinaOralIndustryGroup, account(2), 6_000_000 * BTT),
		(Allocation::VisionFutureCapital, account(3), 6_300_000 * BTT),
		(Allocation::YueyaEraMedical, account(4), 6_300_000 * BTT),
		(Allocation::BellaSmileGroup, account(5), 4_200_000 * BTT),
		(Allocation::StrategicInvestors, account(6), 2_100_000 * BTT),
	]
}

/// The instant so many months after the token generation event.
pub fn month(months: u32) -> Moment {
	add_months(Instants::get().token_generation_event, months).unwrap()
}

pub fn set_time(now: Moment) {
	pallet_timestamp::Now::<Test>::put(now);
}

pub fn now() -> Moment {
	<Timestamp as Time>::now()
}

pub struct ExtBuilder {
	dates: Dates,
	beneficiaries: Vec<Grant<AccountId>>,
	endowments: Vec<Grant<AccountId>>,
}

impl Default for ExtBuilder {
	fn default() -> Self {
		Self { dates: DATES, beneficiaries: beneficiaries(), endowments: Vec::new() }
	}
}

impl ExtBuilder {
	/// The chain is launched, and mining starts, so many months after the token generation event.
	pub fn launched_in_month(mut self, months: u32) -> Self {
		let launch = add_months(self.dates.token_generation_event, months).unwrap();
		self.dates = Dates { launch, mining_start: launch, ..self.dates };
		self
	}

	pub fn beneficiaries(mut self, beneficiaries: Vec<Grant<AccountId>>) -> Self {
		self.beneficiaries = beneficiaries;
		self
	}

	pub fn endowments(mut self, endowments: Vec<Grant<AccountId>>) -> Self {
		self.endowments = endowments;
		self
	}

	pub fn build(self) -> sp_io::TestExternalities {
		Instants::set(self.dates);
		MinedSoFar::set(0);
		Granted::set(Vec::new());
		let genesis = RuntimeGenesisConfig {
			btt_token: pallet_btt_token::GenesisConfig {
				beneficiaries: self.beneficiaries,
				endowments: self.endowments,
			},
			..Default::default()
		};
		let mut ext: sp_io::TestExternalities = genesis.build_storage().unwrap().into();
		ext.execute_with(|| {
			System::set_block_number(1);
			set_time(self.dates.launch);
		});
		ext
	}

	pub fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			check_state();
		});
	}
}

/// Everything that must hold at any time.
pub fn check_state() {
	BttToken::do_try_state().unwrap();
	for who in pallet_balances::Freezes::<Test>::iter_keys() {
		let frozen = Balances::balance_frozen(&FreezeReason::Objection.into(), &who);
		assert_eq!(frozen > 0, ObjectionsOf::<Test>::contains_key(&who), "a freeze without objections");
	}
}

#[cfg(feature = "runtime-benchmarks")]
pub fn new_test_ext() -> sp_io::TestExternalities {
	ExtBuilder::default().build()
}
