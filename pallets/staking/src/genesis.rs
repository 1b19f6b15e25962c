//! What a genesis must satisfy, and how it is built.

use crate::{
	rewards::Change, Candidates, Config, CurrentEra, GenesisConfig, HoldReason, Ledger, MinimumValidators, Pallet,
	Validator, ValidatorCount, Validators,
};
use alloc::collections::BTreeSet;
use btt_primitives::{staking::Role, Balance};
use core::fmt::{self, Debug, Display, Formatter};
use frame_support::{
	ensure,
	traits::{
		fungible::{Inspect, Mutate, MutateHold},
		tokens::Preservation::Preserve,
		Get,
	},
};
use sp_runtime::DispatchError;

/// Why a genesis is refused. Amounts are in units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GenesisError<AccountId> {
	/// A validator is listed twice.
	Duplicate {
		/// The validator.
		account: AccountId,
	},
	/// A validator has less than the minimum.
	BelowMinimum {
		/// The validator.
		account: AccountId,
		/// Its stake.
		stake: Balance,
		/// The least stake.
		minimum: Balance,
	},
	/// The number of validators to elect is out of bounds.
	Count {
		/// The number.
		count: u32,
		/// The greatest number.
		maximum: u32,
	},
	/// The minimum is 0, or exceeds the number to elect or the validators listed.
	Minimum {
		/// The minimum.
		minimum: u32,
		/// What it may be at most.
		maximum: u32,
	},
	/// More validators than can stand for election.
	TooMany {
		/// How many can.
		maximum: u32,
	},
}

impl<AccountId: Debug> Display for GenesisError<AccountId> {
	fn fmt(&self, f: &mut Formatter) -> fmt::Result {
		match self {
			Self::Duplicate { account } => write!(f, "validator {account:?} is listed twice"),
			Self::BelowMinimum { account, stake, minimum } => {
				write!(f, "the stake of validator {account:?} is {stake} units, below the minimum of {minimum}")
			}
			Self::Count { count, maximum } => {
				write!(f, "validator_count is {count}, must be 4 to {maximum}")
			}
			Self::Minimum { minimum, maximum } => {
				write!(f, "minimum_validators is {minimum}, must be 1 to {maximum}")
			}
			Self::TooMany { maximum } => write!(f, "more than {maximum} validators"),
		}
	}
}

impl<T: Config> GenesisConfig<T> {
	/// Whether the chain may begin like this. Whether the validators own their stake shows when it is built.
	pub fn validate(&self) -> Result<(), GenesisError<T::AccountId>> {
		let maximum = T::MaxValidators::get().min(300);
		let listed = u32::try_from(self.validators.len()).unwrap_or(u32::MAX);
		ensure!(
			(4..=maximum).contains(&self.validator_count),
			GenesisError::Count { count: self.validator_count, maximum }
		);
		ensure!(listed <= T::MaxCandidates::get(), GenesisError::TooMany { maximum: T::MaxCandidates::get() });
		let most = self.validator_count.min(listed);
		ensure!(
			(1..=most).contains(&self.minimum_validators),
			GenesisError::Minimum { minimum: self.minimum_validators, maximum: most }
		);
		let mut seen = BTreeSet::new();
		let minimum = Pallet::<T>::minimum(Role::Validator);
		for (account, stake, _) in &self.validators {
			ensure!(seen.insert(account), GenesisError::Duplicate { account: account.clone() });
			ensure!(*stake >= minimum, GenesisError::BelowMinimum { account: account.clone(), stake: *stake, minimum });
		}
		Ok(())
	}
}

impl<T: Config> Pallet<T> {
	/// Bond the validators' stakes. The first one gives the existential deposit to the pot, which keeps it for ever.
	pub(crate) fn build_genesis(config: &GenesisConfig<T>) -> Result<(), (T::AccountId, DispatchError)> {
		ValidatorCount::<T>::put(config.validator_count);
		MinimumValidators::<T>::put(config.minimum_validators);
		if let Some((first, ..)) = config.validators.first() {
			T::Currency::transfer(first, &Self::pot(), T::Currency::minimum_balance(), Preserve)
				.map_err(|error| (first.clone(), error))?;
		}
		for (who, stake, commission) in &config.validators {
			T::Currency::hold(&HoldReason::Bond.into(), who, *stake).map_err(|error| (who.clone(), error))?;
			let mut ledger = Ledger { active: *stake, ..Default::default() };
			let mut validator = Validator::new(0);
			validator.charge(*commission, 0);
			Validators::<T>::insert(who, validator);
			Candidates::<T>::insert(who, 0);
			ledger
				.take_role(Role::Validator, Self::minimum(Role::Validator))
				.map_err(|error| (who.clone(), crate::Error::<T>::from(error).into()))?;
			Self::back(&mut ledger, who, *stake).map_err(|error| (who.clone(), error))?;
			Self::change_delegation(&mut ledger, Change::Add(who.clone(), *stake));
			Self::store_and_tell(who, &ledger);
		}
		// What joined in era 0 earns from the first block on.
		CurrentEra::<T>::mutate(|era| era.index = 1);
		Ok(())
	}
}
