//! `harvest_rewards` of `pallet-asset-rewards`: each staker of a pool calls for what accrued to it block by block.

use crate::race::{account, AccountId, CallOf, Contestant, Mandatory, BUDGET, ERA_BLOCKS};
use btt_primitives::{Balance, BTT};
use chain::{Balances, Runtime};
use frame_support::{
	traits::{fungible::Mutate, schedule::DispatchTime},
	weights::Weight,
};
use frame_system::RawOrigin;
use pallet_asset_rewards::{Call, Pallet, PoolId};
use sp_runtime::DispatchResult;

/// The one pool, of which everybody is a staker.
const POOL: PoolId = 0;

/// The stakers of the pool.
#[derive(Default)]
pub struct AssetRewards {
	stakers: u32,
}

impl Contestant for AssetRewards {
	type Runtime = Runtime;
	const NAME: &'static str = "asset-rewards: `harvest_rewards`";

	fn found(&mut self) -> DispatchResult {
		let admin = AccountId::new([0; 32]);
		let origin = RawOrigin::Signed(admin).into();
		let native = || Box::new(chain::NATIVE);
		let (rate, expiry) = (BUDGET / Balance::from(ERA_BLOCKS), DispatchTime::At(ERA_BLOCKS.into()));
		Pallet::<Runtime>::create_pool(origin, native(), native(), rate, expiry, None)?;
		// With more than that in it, the pool's account survives the last harvest.
		Balances::mint_into(&Pallet::<Runtime>::pool_account_id(&POOL), BUDGET + BTT).map(|_| ())
	}

	fn enrol(&mut self, who: &AccountId, stake: Balance) -> DispatchResult {
		self.stakers += 1;
		Pallet::<Runtime>::stake(RawOrigin::Signed(who.clone()).into(), POOL, stake)
	}

	fn fill(&mut self) -> DispatchResult {
		Ok(())
	}

	fn end(&mut self) -> Mandatory {
		// Rewards accrue by the number of the block.
		Mandatory::Declared(Weight::zero())
	}

	fn pay(&self, step: u32) -> Option<(AccountId, CallOf<Self>)> {
		let call = Call::harvest_rewards { pool_id: POOL, staker: None };
		(step < self.stakers).then(|| (account(step), call.into()))
	}

	fn kept(&self) -> Balance {
		// What is left in the pool's account is the share of no staker. Its admin gets it when all have left.
		0
	}
}

/// The runtime.
mod chain {
	use crate::race::AccountId;
	use btt_primitives::Balance;
	use frame_support::{
		derive_impl,
		traits::{
			fungible, fungibles,
			tokens::{DepositConsequence, Fortitude, Preservation, Provenance, WithdrawConsequence},
		},
		PalletId,
	};
	use sp_runtime::{traits::Get, DispatchError, DispatchResult};

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
		pub type Balances = pallet_balances::Pallet<Runtime>;
		#[runtime::pallet_index(2)]
		pub type AssetRewards = pallet_asset_rewards::Pallet<Runtime>;
	}

	crate::contestants::common!();

	/// The number of the one asset.
	pub const NATIVE: u32 = 0;

	pub struct Id;

	impl Get<PalletId> for Id {
		fn get() -> PalletId {
			PalletId(*b"py/asrwd")
		}
	}

	impl pallet_asset_rewards::Config for Runtime {
		type RuntimeEvent = RuntimeEvent;
		type PalletId = Id;
		type AssetId = u32;
		type Balance = Balance;
		type CreatePoolOrigin = frame_system::EnsureSigned<AccountId>;
		type Assets = Native;
		type AssetsFreezer = Native;
		type RuntimeFreezeReason = RuntimeFreezeReason;
		type Consideration = ();
		// Of the pallet's weights, only these can be named; they are the same as those for a runtime on RocksDB.
		type WeightInfo = ();
		type BlockNumberProvider = System;
	}

	/// Balances as the only asset, so that all contestants pay the same tokens.
	pub struct Native;

	impl fungibles::Inspect<AccountId> for Native {
		type AssetId = u32;
		type Balance = Balance;

		fn total_issuance(_: u32) -> Balance {
			<Balances as fungible::Inspect<_>>::total_issuance()
		}

		fn minimum_balance(_: u32) -> Balance {
			<Balances as fungible::Inspect<_>>::minimum_balance()
		}

		fn total_balance(_: u32, who: &AccountId) -> Balance {
			<Balances as fungible::Inspect<_>>::total_balance(who)
		}

		fn balance(_: u32, who: &AccountId) -> Balance {
			<Balances as fungible::Inspect<_>>::balance(who)
		}

		fn reducible_balance(_: u32, who: &AccountId, preservation: Preservation, force: Fortitude) -> Balance {
			<Balances as fungible::Inspect<_>>::reducible_balance(who, preservation, force)
		}

		fn can_deposit(_: u32, who: &AccountId, amount: Balance, provenance: Provenance) -> DepositConsequence {
			<Balances as fungible::Inspect<_>>::can_deposit(who, amount, provenance)
		}

		fn can_withdraw(_: u32, who: &AccountId, amount: Balance) -> WithdrawConsequence<Balance> {
			<Balances as fungible::Inspect<_>>::can_withdraw(who, amount)
		}

		fn asset_exists(asset: u32) -> bool {
			asset == NATIVE
		}
	}

	impl fungibles::Unbalanced<AccountId> for Native {
		fn handle_dust(fungibles::Dust(_, amount): fungibles::Dust<AccountId, Self>) {
			<Balances as fungible::Unbalanced<_>>::handle_dust(fungible::Dust(amount))
		}

		fn write_balance(_: u32, who: &AccountId, amount: Balance) -> Result<Option<Balance>, DispatchError> {
			<Balances as fungible::Unbalanced<_>>::write_balance(who, amount)
		}

		fn set_total_issuance(_: u32, amount: Balance) {
			<Balances as fungible::Unbalanced<_>>::set_total_issuance(amount)
		}
	}

	impl fungibles::Mutate<AccountId> for Native {
		fn transfer(
			_: u32,
			from: &AccountId,
			to: &AccountId,
			amount: Balance,
			preservation: Preservation,
		) -> Result<Balance, DispatchError> {
			<Balances as fungible::Mutate<_>>::transfer(from, to, amount, preservation)
		}
	}

	impl fungibles::InspectFreeze<AccountId> for Native {
		type Id = RuntimeFreezeReason;

		fn balance_frozen(_: u32, id: &Self::Id, who: &AccountId) -> Balance {
			<Balances as fungible::InspectFreeze<_>>::balance_frozen(id, who)
		}

		fn can_freeze(_: u32, id: &Self::Id, who: &AccountId) -> bool {
			<Balances as fungible::InspectFreeze<_>>::can_freeze(id, who)
		}
	}

	impl fungibles::MutateFreeze<AccountId> for Native {
		fn set_freeze(_: u32, id: &Self::Id, who: &AccountId, amount: Balance) -> DispatchResult {
			<Balances as fungible::MutateFreeze<_>>::set_freeze(id, who, amount)
		}

		fn extend_freeze(_: u32, id: &Self::Id, who: &AccountId, amount: Balance) -> DispatchResult {
			<Balances as fungible::MutateFreeze<_>>::extend_freeze(id, who, amount)
		}

		fn thaw(_: u32, id: &Self::Id, who: &AccountId) -> DispatchResult {
			<Balances as fungible::MutateFreeze<_>>::thaw(id, who)
		}
	}
}
