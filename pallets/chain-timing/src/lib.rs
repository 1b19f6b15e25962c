//! # Chain timing
//!
//! The lengths of slot, epoch and era, and the instants that the economy counts from: fixed in genesis, for good.
//!
//! There are no calls and no setter. A change of slot or epoch length would break BABE, and a change of the token
//! generation event would move everybody's vesting.
//!
//! ## Overview
//! One Wasm serves every network, so what differs between them lies in storage: [`Parameters`] is written by the
//! genesis build, which refuses what is out of bounds ([`Timing::check`]), and is never written again. Other pallets
//! take single values by the types [`SlotDuration`], [`MinimumPeriod`], [`EpochLength`], [`EraDuration`] and [`StakingDay`], and the
//! instants of the economy by the trait [`TokenClock`](btt_primitives::time::TokenClock), which [`Pallet`] implements.
//! On empty state all of them return mainnet's values.
//!
//! [`MiningStart`] is the timestamp of the first block. It is recorded by
//! [`OnTimestampSet`](frame_support::traits::OnTimestampSet), so the pallet belongs into `OnTimestampSet` of
//! `pallet-timestamp`.
//!
//! ## Invariants
//! 1. [`Parameters`] satisfies [`Timing::check`].
//! 2. [`MiningStart`], once recorded, is not before the launch, and the launch is not before the token generation
//!    event.
//!
//! Source of the rules: SPEC §0.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::unwrap_used)]
#![cfg_attr(test, allow(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::unwrap_used))]

mod impls;
mod types;

#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;

pub use impls::{EpochLength, EraDuration, MinimumPeriod, SlotDuration, StakingDay};
pub use pallet::*;
pub use types::Timing;

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use btt_primitives::Moment;
	use core::marker::PhantomData;
	use frame_support::{pallet_prelude::*, weights::Weight};
	use frame_system::pallet_prelude::BlockNumberFor;

	#[pallet::pallet]
	pub struct Pallet<T>(_);

	/// Nothing is left to configure: all of it is in the genesis.
	#[pallet::config]
	pub trait Config: frame_system::Config {}

	/// What the genesis has fixed; mainnet's values on empty state.
	#[pallet::storage]
	pub type Parameters<T: Config> = StorageValue<_, Timing, ValueQuery>;

	/// The timestamp of the first block, in ms since the Unix epoch; none before that block.
	#[pallet::storage]
	pub type MiningStart<T: Config> = StorageValue<_, Moment, OptionQuery>;

	/// The timing of a new network. The bounds are those of [`Timing::check`], the defaults mainnet's.
	#[pallet::genesis_config]
	pub struct GenesisConfig<T: Config> {
		/// The length of a slot, in ms: even, from 1 s to 60 s.
		pub slot_duration: Moment,
		/// The length of an epoch, in slots: at least 1.
		pub epoch_length: u64,
		/// The length of an era, in ms: from 60 s to 24 h, a multiple of the slot.
		pub era_duration: Moment,
		/// What the rules of staking take for a day, in ms: from 1 s to 24 h, which is mainnet's.
		pub staking_day: Moment,
		/// The token generation event, in ms since the Unix epoch.
		pub token_generation_event: Moment,
		/// Before this instant, in ms since the Unix epoch, there is no first block: not before the token generation
		/// event, and not after the year 2199.
		pub launch: Moment,
		#[allow(missing_docs)]
		#[serde(skip)]
		pub _config: PhantomData<T>,
	}

	impl<T: Config> Default for GenesisConfig<T> {
		fn default() -> Self {
			let Timing { slot_duration, epoch_length, era_duration, staking_day, token_generation_event, launch } =
				Timing::default();
			Self {
				slot_duration,
				epoch_length,
				era_duration,
				staking_day,
				token_generation_event,
				launch,
				_config: PhantomData,
			}
		}
	}

	impl<T: Config> GenesisConfig<T> {
		/// The timing that this genesis says, not checked.
		pub fn timing(&self) -> Timing {
			let Self { slot_duration, epoch_length, era_duration, staking_day, token_generation_event, launch, .. } =
				*self;
			Timing { slot_duration, epoch_length, era_duration, staking_day, token_generation_event, launch }
		}
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			let timing = self.timing();
			if let Err(reason) = timing.check() {
				panic!("genesis of ChainTiming: {reason}: {timing:?}");
			}
			Parameters::<T>::put(timing);
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		/// Accounts for what `Timestamp::set` causes here but does not weigh: it asks for [`MinimumPeriod`] and calls
		/// `on_timestamp_set`, which reads [`MiningStart`] in every block and writes it in the first.
		fn on_initialize(_: BlockNumberFor<T>) -> Weight {
			T::DbWeight::get().reads_writes(2, 1)
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}
