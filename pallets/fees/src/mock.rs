//! A chain with real balances, timestamps and transaction payment, where tests say who has which tier, and where what
//! is burned and rewarded is kept on record.

use crate::{self as pallet_btt_fees, CreditOf, DevelopmentFund, DiscountedCharge, Fund, TransactionFees};
use btt_primitives::{
	burn::{BurnPolicies, BurnReason, BurnSink},
	staking::{RewardSink, Role, StakeInfo, Tier},
	Balance, Moment, BTT, DAY, TOKEN_GENERATION_EVENT as TGE,
};
use frame_support::{
	assert_ok, derive_impl,
	dispatch::{DispatchClass, DispatchInfo, Pays, PostDispatchInfo},
	parameter_types,
	traits::{
		fungible::{Balanced, Inspect, Mutate},
		tokens::{Fortitude::Polite, Precision::Exact, Preservation::Preserve},
		ConstU128, ConstU64, ConstU8, Hooks, Imbalance, OnUnbalanced, SortedMembers,
	},
	weights::{Weight, WeightToFee},
	PalletId,
};
use frame_system::EnsureSignedBy;
use pallet_transaction_payment::{ChargeTransactionPayment, FungibleAdapter};
use sp_runtime::{traits::DispatchTransaction, transaction_validity::TransactionValidityError, BuildStorage, Permill};
use std::collections::BTreeMap;

pub type AccountId = u64;
pub type Block = frame_system::mocking::MockBlock<Test>;

pub const ALICE: AccountId = 1;
pub const BOB: AccountId = 2;
/// Has nothing.
pub const NOBODY: AccountId = 3;
/// Founds the fund, and pays fees of other kinds.
pub const FOUNDER: AccountId = 4;
/// Where rewards are kept.
pub const REWARDS: AccountId = 5;
pub const GOVERNANCE: AccountId = 9_998;
pub const ALLOCATION: AccountId = 9_999;

pub const ED: Balance = btt_primitives::EXISTENTIAL_DEPOSIT;
pub const ENDOWMENT: Balance = 10_000 * BTT;

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
	pub type TransactionPayment = pallet_transaction_payment::Pallet<Test>;
	#[runtime::pallet_index(4)]
	pub type Fees = pallet_btt_fees::Pallet<Test>;
}

parameter_types! {
	pub const Pot: PalletId = PalletId(*b"btt/fees");
	/// Whose stake has matured to which tier.
	pub static Tiers: BTreeMap<AccountId, Tier> = BTreeMap::new();
	/// Who has stake that stands for premium access.
	pub static Premium: Vec<AccountId> = vec![];
	/// What was burned, in order.
	pub static Burned: Vec<(BurnReason, Balance)> = vec![];
	/// What may still be burned this year.
	pub static BurnRoom: Balance = Balance::MAX;
	/// The part of the price of premium access that is burned.
	pub static PremiumBurn: Permill = Permill::from_percent(50);
	/// What authors got, in order.
	pub static AuthorGot: Vec<Balance> = vec![];
	/// What stakers got, in order.
	pub static StakersGot: Vec<Balance> = vec![];
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
}

impl pallet_transaction_payment::Config for Test {
	type RuntimeEvent = RuntimeEvent;
	type OnChargeTransaction = DiscountedCharge<FungibleAdapter<Balances, TransactionFees<Test>>>;
	type WeightToFee = WeightFee;
	type LengthToFee = LengthFee;
	type FeeMultiplierUpdate = ();
	type OperationalFeeMultiplier = ConstU8<5>;
	type WeightInfo = crate::ChargeWeight<Test>;
}

impl pallet_btt_fees::Config for Test {
	type Currency = Balances;
	type Time = Timestamp;
	type Stake = Stake;
	type Burn = Sink;
	type Policies = Policies;
	type Rewards = Rewards;
	type Day = ConstU64<DAY>;
	type AdminOrigin = EnsureSignedBy<Governance, AccountId>;
	type SpendOrigin = EnsureSignedBy<Allocation, AccountId>;
	type PotId = Pot;
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

pub struct Allocation;

impl SortedMembers<AccountId> for Allocation {
	fn sorted_members() -> Vec<AccountId> {
		vec![ALLOCATION]
	}
}

/// 0.001 BTT for the base weight of a transaction, falling with usage.
pub struct WeightFee;

impl WeightToFee for WeightFee {
	type Balance = Balance;

	fn weight_to_fee(weight: &Weight) -> Balance {
		Fees::base_fee_factor().mul_ceil(Balance::from(weight.ref_time()) * 10_000_019)
	}
}

/// 0.00001 BTT a byte.
pub struct LengthFee;

impl WeightToFee for LengthFee {
	type Balance = Balance;

	fn weight_to_fee(weight: &Weight) -> Balance {
		Balance::from(weight.ref_time()) * (BTT / 100_000)
	}
}

/// What tests say who has.
pub struct Stake;

impl StakeInfo<AccountId> for Stake {
	fn stake_of(_: &AccountId) -> Balance {
		0
	}

	fn tier_of(who: &AccountId) -> Tier {
		Tiers::get().get(who).copied().unwrap_or_default()
	}

	fn has_role(who: &AccountId, role: Role) -> bool {
		role == Role::Premium && Premium::get().contains(who)
	}
}

#[cfg(feature = "runtime-benchmarks")]
impl pallet_btt_fees::BenchmarkHelper<AccountId> for Stake {
	fn set_time(now: Moment) {
		self::set_time(now);
	}

	fn burden(who: &AccountId) {
		set_tier(*who, Tier::Fourth);
	}

	fn shared_keys() -> Vec<Vec<u8>> {
		vec![]
	}
}

/// Burns as much as there is room for. The rest is the fund's.
pub struct Sink;

impl BurnSink<CreditOf<Test>> for Sink {
	fn burn(reason: BurnReason, tokens: CreditOf<Test>) -> Balance {
		assert!(tokens.peek() > 0, "nobody burns nothing");
		let (burned, excess) = tokens.split(BurnRoom::get());
		let amount = burned.peek();
		BurnRoom::mutate(|room| *room -= amount);
		Burned::mutate(|burned| burned.push((reason, amount)));
		DevelopmentFund::<Test>::on_unbalanced(excess);
		amount
	}
}

pub struct Policies;

impl BurnPolicies<AccountId> for Policies {
	fn on_tokenisation(_: Balance) -> Balance {
		0
	}

	fn on_transfer(_: &AccountId, _: Balance) -> Balance {
		0
	}

	fn on_premium(price: Balance) -> Balance {
		PremiumBurn::get().mul_ceil(price)
	}
}

/// Keeps on record who got what, and the tokens in an account.
pub struct Rewards;

impl RewardSink<CreditOf<Test>> for Rewards {
	fn author(fees: CreditOf<Test>) {
		AuthorGot::mutate(|got| got.push(fees.peek()));
		assert!(Balances::resolve(&REWARDS, fees).is_ok());
	}

	fn stakers(fees: CreditOf<Test>) {
		StakersGot::mutate(|got| got.push(fees.peek()));
		assert!(Balances::resolve(&REWARDS, fees).is_ok());
	}
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
	Fees::on_initialize(System::block_number());
}

pub fn by(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

pub fn set_tier(who: AccountId, tier: Tier) {
	Tiers::mutate(|tiers| tiers.insert(who, tier));
}

/// Fees of another kind, out of the founder's tokens.
pub fn fees(amount: Balance) -> CreditOf<Test> {
	Balances::withdraw(&FOUNDER, amount, Exact, Preserve, Polite).unwrap()
}

pub fn free(who: AccountId) -> Balance {
	Balances::balance(&who)
}

pub fn burned() -> Balance {
	Burned::get().iter().map(|(_, amount)| amount).sum()
}

/// What was burned, what authors and stakers got, and what the fund received, in units and in all.
pub fn handed_out() -> [Balance; 4] {
	let Fund { received, .. } = crate::FundLedger::<Test>::get();
	[burned(), AuthorGot::get().iter().sum(), StakersGot::get().iter().sum(), received]
}

/// A transaction that weighs `weight`, or `actual` in the end.
#[derive(Clone, Copy, Debug)]
pub struct Tx {
	pub weight: u64,
	pub actual: u64,
	pub tip: Balance,
	pub len: u32,
	pub pays: Pays,
	pub pays_after: Pays,
}

impl Default for Tx {
	fn default() -> Self {
		Self { weight: 500_000_000, actual: 500_000_000, tip: 0, len: 140, pays: Pays::Yes, pays_after: Pays::Yes }
	}
}

impl Tx {
	pub fn info(&self) -> DispatchInfo {
		DispatchInfo {
			call_weight: Weight::from_parts(self.weight, 0),
			extension_weight: Weight::zero(),
			class: DispatchClass::Normal,
			pays_fee: self.pays,
		}
	}

	pub fn post_info(&self) -> PostDispatchInfo {
		PostDispatchInfo { actual_weight: Some(Weight::from_parts(self.actual, 0)), pays_fee: self.pays_after }
	}

	/// What somebody without discount pays at most, without the tip.
	pub fn fee(&self) -> Balance {
		TransactionPayment::compute_fee(self.len, &self.info(), 0)
	}

	/// What somebody without discount pays in the end, without the tip.
	pub fn actual_fee(&self) -> Balance {
		TransactionPayment::compute_actual_fee(self.len, &self.info(), &self.post_info(), 0)
	}

	/// Have `who` make the transaction, which does `what`.
	pub fn run(&self, who: AccountId, what: impl FnOnce()) -> Result<(), TransactionValidityError> {
		let call: RuntimeCall = frame_system::Call::remark { remark: vec![] }.into();
		ChargeTransactionPayment::<Test>::from(self.tip)
			.test_run(by(who), &call, &self.info(), self.len as usize, 0, |_| {
				what();
				Ok(self.post_info())
			})
			.map(|result| assert!(result.is_ok()))
	}
}

/// Builds a chain at the token generation event, with a founded fund.
pub struct ExtBuilder {
	founder: Option<AccountId>,
}

impl Default for ExtBuilder {
	fn default() -> Self {
		Self { founder: Some(FOUNDER) }
	}
}

impl ExtBuilder {
	pub fn founder(mut self, founder: Option<AccountId>) -> Self {
		self.founder = founder;
		self
	}

	pub fn build(self) -> sp_io::TestExternalities {
		Tiers::set(BTreeMap::new());
		Premium::set(vec![]);
		Burned::set(vec![]);
		BurnRoom::set(Balance::MAX);
		PremiumBurn::set(Permill::from_percent(50));
		AuthorGot::set(vec![]);
		StakersGot::set(vec![]);
		let mut ext: sp_io::TestExternalities =
			frame_system::GenesisConfig::<Test>::default().build_storage().unwrap().into();
		ext.execute_with(|| {
			set_time(TGE);
			for who in [ALICE, BOB, FOUNDER] {
				assert_ok!(Balances::mint_into(&who, ENDOWMENT));
			}
			assert_ok!(Balances::mint_into(&REWARDS, ED));
			let genesis: crate::GenesisConfig<Test> = crate::GenesisConfig { founder: self.founder };
			frame_support::traits::BuildGenesisConfig::build(&genesis);
			System::set_block_number(1);
			System::reset_events();
			Fees::on_initialize(1);
		});
		ext
	}

	pub fn build_and_execute<R>(self, test: impl FnOnce() -> R) -> R {
		self.build().execute_with(|| {
			check_state();
			let result = test();
			check_state();
			result
		})
	}
}

/// Check the invariants, and that no token came from nowhere or went there.
pub fn check_state() {
	Fees::do_try_state().unwrap();
	let held: Balance = frame_system::Account::<Test>::iter().map(|(_, account)| account.data.total()).sum();
	assert_eq!(held, Balances::total_issuance(), "the balances are not the issuance");
	assert_eq!(held + burned(), 3 * ENDOWMENT + ED, "tokens were lost or made");
}
