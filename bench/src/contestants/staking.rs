//! `payout_stakers` of `pallet-staking`: a call for each validator pays it and a page of its nominators.

use super::PAGE;
use crate::race::{AccountId, CallOf, Contestant, Mandatory, BUDGET};
use btt_primitives::Balance;
use chain::{Runtime, System};
use frame_support::{
	traits::Hooks,
	weights::{constants::RocksDbWeight, Weight},
};
use frame_system::RawOrigin;
use pallet_staking::{
	ActiveEra, ActiveEraInfo, Call, CurrentEra, EraInfo, EraRewardPoints, ErasRewardPoints, ErasValidatorPrefs,
	ErasValidatorReward, RewardDestination, ValidatorPrefs,
};
use sp_runtime::{DispatchResult, Perbill};
use sp_staking::{EraIndex, Exposure, IndividualExposure};

/// The era that is paid.
const ERA: EraIndex = 0;

/// Each validator and its nominators are one page, so that each call pays as many as it can.
#[derive(Default)]
pub struct Staking {
	validators: Vec<AccountId>,
	/// What stands behind the last of them.
	exposure: Exposure<AccountId, Balance>,
	points: EraRewardPoints<AccountId>,
}

impl Staking {
	/// Everybody behind the last validator is known.
	fn expose(&mut self) {
		if let Some(validator) = self.validators.last() {
			EraInfo::<Runtime>::set_exposure(ERA, validator, core::mem::take(&mut self.exposure));
			// Commission makes the shares uneven, as do points: 20 for a block, and not all make as many.
			let commission = Perbill::from_percent(5);
			ErasValidatorPrefs::<Runtime>::insert(ERA, validator, ValidatorPrefs { commission, blocked: false });
			let points = 20 * (50 + self.validators.len() as u32 % 7);
			self.points.individual.insert(validator.clone(), points);
			self.points.total += points;
		}
	}
}

impl Contestant for Staking {
	type Runtime = Runtime;
	const NAME: &'static str = "staking: `payout_stakers`";

	fn found(&mut self) -> DispatchResult {
		CurrentEra::<Runtime>::put(ERA);
		ActiveEra::<Runtime>::put(ActiveEraInfo { index: ERA, start: None });
		Ok(())
	}

	fn enrol(&mut self, who: &AccountId, stake: Balance) -> DispatchResult {
		let origin = RawOrigin::Signed(who.clone()).into();
		pallet_staking::Pallet::<Runtime>::bond(origin, stake, RewardDestination::Stash)?;
		if self.validators.is_empty() || self.exposure.others.len() == PAGE as usize {
			self.expose();
			self.validators.push(who.clone());
			self.exposure.own = stake;
		} else {
			self.exposure.others.push(IndividualExposure { who: who.clone(), value: stake });
		}
		self.exposure.total += stake;
		Ok(())
	}

	fn fill(&mut self) -> DispatchResult {
		self.expose();
		ErasRewardPoints::<Runtime>::insert(ERA, core::mem::take(&mut self.points));
		Ok(())
	}

	fn hooks(&self) -> Weight {
		pallet_staking::Pallet::<Runtime>::on_initialize(System::block_number())
	}

	fn end(&mut self) -> Mandatory {
		CurrentEra::<Runtime>::put(ERA + 1);
		ActiveEra::<Runtime>::put(ActiveEraInfo { index: ERA + 1, start: None });
		ErasValidatorReward::<Runtime>::insert(ERA, BUDGET);
		// No weight of the pallet tells the end of an era from the election of the next one, which is no part of this.
		// These are the looks at the eras, the stake and the issuance by which the reward is found, and the writes above.
		Mandatory::Declared(RocksDbWeight::get().reads_writes(5, 3))
	}

	fn pay(&self, step: u32) -> Option<(AccountId, CallOf<Self>)> {
		let validator = self.validators.get(step as usize)?;
		Some((validator.clone(), Call::payout_stakers { validator_stash: validator.clone(), era: ERA }.into()))
	}

	fn kept(&self) -> Balance {
		// What it does not mint is nobody's.
		0
	}
}

/// The runtime.
mod chain {
	use frame_support::derive_impl;

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
	}

	crate::contestants::common!();
	crate::contestants::with_staking!();
}
