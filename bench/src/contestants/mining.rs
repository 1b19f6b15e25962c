//! The mining rewards of this chain: to end an era costs the same for any number of providers, and anybody can have 64 of
//! them paid by one call.

use crate::race::{account, stake, AccountId, CallOf, Contestant, Mandatory, BUDGET};
use btt_primitives::{
	mining::{Buyer, EraIndex, JobRewards, Outcome, RegionId, RewardSource, VerifiedJob},
	staking::OnStakeChanged,
	Allocation, Balance, Moment, BTT, HOUR, TOKEN_GENERATION_EVENT,
};
use chain::{Balances, BttToken, MiningRewards, Runtime, System, Timestamp};
use frame_support::{
	traits::{fungible::Mutate, Hooks},
	weights::Weight,
};
use frame_system::RawOrigin;
use pallet_mining_rewards::{types::MAX_BATCH, Call, Closed, CurrentEra, Ledger};
use sp_runtime::DispatchResult;

/// How long an era is.
const ERA: Moment = 6 * HOUR;

/// The era that is paid. What is bonded before it counts in it.
const PAID: EraIndex = 0;

/// The era that ends when the payments begin. With it ends the dispute window of the one that is paid.
const LAST: EraIndex = PAID + 2;

/// The one region.
const REGION: RegionId = 0;

/// So many times the stake of other recipients have providers, since they need 1,000 BTT.
const STAKE_FACTOR: Balance = 1_000_000;

/// The providers.
#[derive(Default)]
pub struct Mining {
	providers: u32,
}

impl Mining {
	/// Begin an era.
	fn begin(era: EraIndex) {
		Timestamp::set_timestamp(TOKEN_GENERATION_EVENT + Moment::from(era) * ERA);
	}

	/// Report a job of as many service units as there are BTT of stake, which is as many as count. Its fees are such that
	/// the payout cap takes nothing.
	fn work(number: u32) -> DispatchResult {
		let provider = account(number);
		let units = (stake(&provider) * STAKE_FACTOR / BTT) as u32;
		let buyer = Buyer { account: AccountId::new([0; 32]), controller: None, accredited: true };
		let job = VerifiedJob {
			provider,
			buyer,
			region: REGION,
			units,
			energy: 1_000 * u64::from(units),
			price: BTT,
			floor_price: BTT,
			reference_price: BTT,
			public_fees: BUDGET,
			outcome: Outcome::Accepted,
		};
		MiningRewards::report(&job)?;
		Ok(())
	}
}

impl Contestant for Mining {
	type Runtime = Runtime;
	const NAME: &'static str = "mining-rewards: `settle`";

	fn found(&mut self) -> DispatchResult {
		MiningRewards::set_region(RawOrigin::Root.into(), REGION, 1_000_000)?;
		Balances::mint_into(&BttToken::pot(), Allocation::MiningRewards.total()).map(|_| ())
	}

	fn enrol(&mut self, who: &AccountId, stake: Balance) -> DispatchResult {
		MiningRewards::on_stake_changed(who, stake * STAKE_FACTOR);
		self.providers += 1;
		Ok(())
	}

	fn fill(&mut self) -> DispatchResult {
		Self::begin(PAID);
		// The pallet's own budget is some units larger: it need not be the same in each block.
		CurrentEra::<Runtime>::mutate(|era| era.budget = BUDGET);
		(0..self.providers).try_for_each(Self::work)?;
		Self::begin(PAID + 1);
		Self::begin(LAST);
		// Somebody works in it, so that there is something to be closed.
		Self::work(0)
	}

	fn hooks(&self) -> Weight {
		MiningRewards::on_initialize(System::block_number())
	}

	fn end(&mut self) -> Mandatory {
		Self::begin(LAST + 1);
		// The hook, which comes first, has declared it.
		Mandatory::Declared(Weight::zero())
	}

	fn pay(&self, step: u32) -> Option<(AccountId, CallOf<Self>)> {
		let first = step * MAX_BATCH;
		let providers: Vec<_> = (first..self.providers.min(first + MAX_BATCH)).map(account).collect();
		let who = providers.first()?.clone();
		Some((who, Call::settle { providers: providers.try_into().ok()? }.into()))
	}

	fn kept(&self) -> Balance {
		let books = Ledger::<Runtime>::get();
		// The era that has just ended was assigned a budget, too. All else that is not unassigned is the paid era's.
		let last = Closed::<Runtime>::get().get(LAST).map_or(0, |closed| closed.budget);
		let returned = (books.unassigned + last).saturating_sub(Allocation::MiningRewards.total() - BUDGET);
		books.owed + returned
	}

	fn check(&self) -> DispatchResult {
		MiningRewards::do_try_state()
	}
}

/// The runtime.
mod chain {
	use super::{AccountId, Balance, Moment, BTT, ERA, STAKE_FACTOR};
	use btt_math::line::Line;
	use btt_primitives::{
		staking::{Accountability, Role, StakeInfo, Tier},
		time::TokenClock,
		token::HoldingPower,
		vesting::{GrantVesting, Unvested},
		DAY, TOKEN_GENERATION_EVENT,
	};
	use frame_support::{
		derive_impl, parameter_types,
		traits::{AsEnsureOriginWithArg, ConstU32, ConstU64},
		PalletId,
	};
	use frame_system::EnsureRoot;
	use sp_runtime::{DispatchError, DispatchResult, Perbill};

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
		pub struct Runtime;

		#[runtime::pallet_index(0)]
		pub type System = frame_system::Pallet<Runtime>;
		#[runtime::pallet_index(1)]
		pub type Timestamp = pallet_timestamp::Pallet<Runtime>;
		#[runtime::pallet_index(2)]
		pub type Balances = pallet_balances::Pallet<Runtime>;
		#[runtime::pallet_index(3)]
		pub type BttToken = pallet_btt_token::Pallet<Runtime>;
		#[runtime::pallet_index(4)]
		pub type MiningRewards = pallet_mining_rewards::Pallet<Runtime>;
	}

	crate::contestants::common!();

	#[derive_impl(pallet_timestamp::config_preludes::TestDefaultConfig)]
	impl pallet_timestamp::Config for Runtime {
		type OnTimestampSet = MiningRewards;
	}

	impl pallet_mining_rewards::Config for Runtime {
		type Currency = Balances;
		type RuntimeHoldReason = RuntimeHoldReason;
		type Time = Timestamp;
		type Clock = Rest;
		type Source = BttToken;
		type Stake = Rest;
		type Accountability = Rest;
		type Unvested = Rest;
		type SlashSink = ();
		type EraDuration = ConstU64<ERA>;
		type Day = ConstU64<DAY>;
		type DisputePeriod = ConstU64<DAY>;
		type AdminOrigin = EnsureRoot<AccountId>;
		type RulingOrigin = EnsureRoot<AccountId>;
		type WeightInfo = pallet_mining_rewards::weights::SubstrateWeight<Runtime>;
	}

	parameter_types! {
		pub const Allocations: PalletId = PalletId(*b"btt/allo");
		pub const ObjectionThreshold: Perbill = Perbill::from_percent(1);
	}

	/// Keeps the pool and pays out of it.
	impl pallet_btt_token::Config for Runtime {
		type Currency = Balances;
		type RuntimeFreezeReason = RuntimeFreezeReason;
		type Time = Timestamp;
		type Clock = Rest;
		type Vesting = Rest;
		type Power = Rest;
		type Mining = MiningRewards;
		type ReleaseOrigin = AsEnsureOriginWithArg<EnsureRoot<AccountId>>;
		type MilestoneOrigin = EnsureRoot<AccountId>;
		type PalletId = Allocations;
		type ObjectionPeriod = ConstU64<DAY>;
		type ObjectionThreshold = ObjectionThreshold;
		type MaxMilestones = ConstU32<64>;
		type WeightInfo = pallet_btt_token::weights::SubstrateWeight<Runtime>;
	}

	/// What is not asked by a settlement.
	pub struct Rest;

	impl TokenClock for Rest {
		fn token_generation_event() -> Moment {
			TOKEN_GENERATION_EVENT
		}

		fn launch() -> Moment {
			TOKEN_GENERATION_EVENT
		}

		fn mining_start() -> Moment {
			TOKEN_GENERATION_EVENT
		}
	}

	impl StakeInfo<AccountId> for Rest {
		fn stake_of(who: &AccountId) -> Balance {
			crate::race::stake(who) * STAKE_FACTOR
		}

		fn tier_of(_: &AccountId) -> Tier {
			Tier::None
		}

		fn has_role(who: &AccountId, role: Role) -> bool {
			role == Role::Provider && Self::stake_of(who) >= 1_000 * BTT
		}
	}

	impl Accountability<AccountId> for Rest {
		fn accuse(_: &AccountId) -> DispatchResult {
			Err(DispatchError::Unavailable)
		}

		fn acquit(_: &AccountId) {}

		fn convict(_: &AccountId, _: Role, _: Perbill, _: &AccountId) -> Balance {
			0
		}
	}

	impl GrantVesting<AccountId> for Rest {
		fn grant(_: &AccountId, _: Line) -> DispatchResult {
			Err(DispatchError::Unavailable)
		}
	}

	impl Unvested<AccountId> for Rest {
		fn unvested(_: &AccountId) -> Balance {
			0
		}

		fn total_unvested() -> Balance {
			0
		}

		fn forfeit(_: &AccountId, _: Balance) -> Balance {
			0
		}
	}

	impl HoldingPower<AccountId> for Rest {
		fn power_of(_: &AccountId) -> Balance {
			0
		}

		fn eligible() -> Balance {
			0
		}
	}
}
