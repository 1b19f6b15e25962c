//! `claim_payout` of `pallet-nomination-pools`: each member of a pool calls for its share.

use crate::race::{account, AccountId, CallOf, Contestant, Mandatory, BUDGET};
use btt_primitives::Balance;
use chain::{Balances, Runtime};
use frame_support::{traits::fungible::Mutate, weights::Weight};
use frame_system::RawOrigin;
use pallet_nomination_pools::{Call, Pallet, PoolId};
use sp_runtime::DispatchResult;

/// The one pool, of which everybody is a member.
const POOL: PoolId = 1;

/// The members of the pool; the first has made it.
#[derive(Default)]
pub struct NominationPools {
	members: u32,
}

impl Contestant for NominationPools {
	type Runtime = Runtime;
	const NAME: &'static str = "nomination-pools: `claim_payout`";

	fn found(&mut self) -> DispatchResult {
		Ok(())
	}

	fn enrol(&mut self, who: &AccountId, stake: Balance) -> DispatchResult {
		let origin = RawOrigin::Signed(who.clone()).into();
		if self.members == 0 {
			Pallet::<Runtime>::create(origin, stake, who.clone(), who.clone(), who.clone())?;
		} else {
			Pallet::<Runtime>::join(origin, stake, POOL)?;
		}
		self.members += 1;
		Ok(())
	}

	fn fill(&mut self) -> DispatchResult {
		Balances::mint_into(&Pallet::<Runtime>::generate_reward_account(POOL), BUDGET).map(|_| ())
	}

	fn end(&mut self) -> Mandatory {
		// Members share what lies in the pool's account; it came there by `payout_stakers`.
		Mandatory::Declared(Weight::zero())
	}

	fn pay(&self, step: u32) -> Option<(AccountId, CallOf<Self>)> {
		(step < self.members).then(|| (account(step), Call::claim_payout {}.into()))
	}

	fn kept(&self) -> Balance {
		// What is left in the pool's account after all have claimed is in the share of no member, now or later.
		0
	}
}

/// The runtime.
mod chain {
	use btt_primitives::Balance;
	use frame_support::{
		derive_impl,
		traits::{ConstU32, ConstU8, Nothing},
		PalletId,
	};
	use sp_core::U256;
	use sp_runtime::{
		traits::{Convert, Get},
		FixedU128,
	};

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
		pub type Staking = pallet_staking::Pallet<Runtime>;
		#[runtime::pallet_index(4)]
		pub type Pools = pallet_nomination_pools::Pallet<Runtime>;
	}

	crate::contestants::common!();
	crate::contestants::with_staking!();

	pub struct Id;

	impl Get<PalletId> for Id {
		fn get() -> PalletId {
			PalletId(*b"py/nopls")
		}
	}

	pub struct Widened;

	impl Convert<Balance, U256> for Widened {
		fn convert(amount: Balance) -> U256 {
			amount.into()
		}
	}

	impl Convert<U256, Balance> for Widened {
		fn convert(amount: U256) -> Balance {
			amount.try_into().unwrap_or(Balance::MAX)
		}
	}

	impl pallet_nomination_pools::Config for Runtime {
		type RuntimeEvent = RuntimeEvent;
		type WeightInfo = pallet_nomination_pools::weights::SubstrateWeight<Runtime>;
		type Currency = Balances;
		type RuntimeFreezeReason = RuntimeFreezeReason;
		type RewardCounter = FixedU128;
		type PalletId = Id;
		type MaxPointsToBalance = ConstU8<10>;
		type MaxUnbonding = ConstU32<8>;
		type BalanceToU256 = Widened;
		type U256ToBalance = Widened;
		// The newer strategy, of delegation, looks up more for each claim.
		#[allow(deprecated)]
		type StakeAdapter = pallet_nomination_pools::adapter::TransferStake<Runtime, Staking>;
		type MaxUnbondingPools = ConstU32<8>;
		type MaxMetadataLen = ConstU32<256>;
		type AdminOrigin = frame_system::EnsureRoot<crate::race::AccountId>;
		type BlockNumberProvider = System;
		type Filter = Nothing;
	}
}
