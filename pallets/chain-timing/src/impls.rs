//! How other pallets ask for the time.

use crate::{Config, MiningStart, Pallet, Parameters};
use btt_primitives::{time::TokenClock, Moment};
use core::marker::PhantomData;
use frame_support::traits::{Get, OnTimestampSet};

/// The length of a slot, in ms. Never 0.
pub struct SlotDuration<T>(PhantomData<T>);

impl<T: Config> Get<Moment> for SlotDuration<T> {
	fn get() -> Moment {
		Parameters::<T>::get().slot_duration
	}
}

/// Half the length of a slot, in ms, which is the least time between two blocks that `pallet-timestamp` accepts, and
/// what `pallet-babe` takes twice for the length of a slot. Never 0.
pub struct MinimumPeriod<T>(PhantomData<T>);

impl<T: Config> Get<Moment> for MinimumPeriod<T> {
	fn get() -> Moment {
		Parameters::<T>::get().slot_duration / 2
	}
}

/// The length of a BABE epoch, in slots. Never 0.
pub struct EpochLength<T>(PhantomData<T>);

impl<T: Config> Get<u64> for EpochLength<T> {
	fn get() -> u64 {
		Parameters::<T>::get().epoch_length
	}
}

/// The length of an era, in ms: a multiple of the slot. Never 0.
pub struct EraDuration<T>(PhantomData<T>);

impl<T: Config> Get<Moment> for EraDuration<T> {
	fn get() -> Moment {
		Parameters::<T>::get().era_duration
	}
}

/// What the rules of staking take for a day, in ms. Never 0.
pub struct StakingDay<T>(PhantomData<T>);

impl<T: Config> Get<Moment> for StakingDay<T> {
	fn get() -> Moment {
		Parameters::<T>::get().staking_day
	}
}

impl<T: Config> TokenClock for Pallet<T> {
	fn token_generation_event() -> Moment {
		Parameters::<T>::get().token_generation_event
	}

	fn launch() -> Moment {
		Parameters::<T>::get().launch
	}

	fn mining_start() -> Moment {
		MiningStart::<T>::get().unwrap_or_else(Self::launch)
	}
}

impl<T: Config> OnTimestampSet<Moment> for Pallet<T> {
	/// Records the first timestamp of the chain as the start of mining. It is the later of itself and the token
	/// generation event, because the launch lies between the two.
	///
	/// Panics if the first timestamp is before the launch: genesis endowments were checked against the release caps of
	/// the launch, and would exceed those of an earlier instant. The panic is in a mandatory inherent, where no error
	/// can be returned, so such a block is neither authored nor imported: the chain waits for its launch.
	fn on_timestamp_set(now: Moment) {
		if MiningStart::<T>::exists() {
			return;
		}
		let launch = Self::launch();
		// The benchmark of `Timestamp::set` sets the clock to 100 ms.
		assert!(
			cfg!(feature = "runtime-benchmarks") || now >= launch,
			"the first block must not be before the launch: {now} ms is before {launch} ms",
		);
		MiningStart::<T>::put(now);
	}
}

#[cfg(any(feature = "std", feature = "try-runtime"))]
impl<T: Config> Pallet<T> {
	/// Checks the invariants of the pallet.
	pub fn do_try_state() -> Result<(), sp_runtime::TryRuntimeError> {
		let timing = Parameters::<T>::get();
		timing.check()?;
		frame_support::ensure!(
			MiningStart::<T>::get().is_none_or(|start| start >= timing.launch),
			"mining started before the launch"
		);
		Ok(())
	}
}
