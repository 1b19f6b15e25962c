//! The hand-over, parameters, and how other pallets meet this one.

use crate::{
	tracks::{Track, TRACKS},
	Config, Error, Event, Franchise, Pallet, ParameterOf, Settings, TrackSettings, WeightInfo,
};
use btt_math::houses::{institutional_weight, WHOLE};
use btt_primitives::{
	governance::{CheckedParameters, Electorate, Enactment, GovernanceWeights, VotingPower},
	staking::OnStakeChanged,
	vesting::OnRotate,
	Balance,
};
use codec::Encode;
use core::marker::PhantomData;
use frame_support::{
	ensure,
	traits::{
		schedule::v3::{Named, TaskName},
		Get, Time,
	},
	weights::Weight,
};
use frame_system::pallet_prelude::BlockNumberFor;
use sp_runtime::{DispatchError, DispatchResult, Perbill};

impl<T: Config> Pallet<T> {
	/// What the houses weigh in a referendum that is submitted now.
	pub fn governance_weights() -> GovernanceWeights {
		let institutional = institutional_weight(T::TokenGenerationEvent::get(), T::Time::now());
		GovernanceWeights { institutional, community: WHOLE.saturating_sub(institutional) }
	}

	/// What it weighs at most to cut the votes and delegations of an account, as is done whenever its stake changes.
	pub fn cut_weight() -> Weight {
		let votes = T::MaxVotes::get();
		let tracks = u64::try_from(TRACKS).unwrap_or(u64::MAX);
		T::WeightInfo::refresh(votes).saturating_add(T::WeightInfo::undelegate(votes).saturating_mul(tracks))
	}

	/// How the referenda of `track` go.
	pub fn settings(track: Track) -> TrackSettings<BlockNumberFor<T>> {
		Settings::<T>::get(track).unwrap_or_else(|| track.default_settings())
	}

	pub(crate) fn do_set_parameter(parameter: ParameterOf<T>) -> DispatchResult {
		ensure!(T::Parameters::is_in_bounds(&parameter), Error::<T>::OutOfBounds);
		T::Parameters::set(parameter.clone())?;
		Self::deposit_event(Event::ParameterSet { parameter });
		Ok(())
	}
}

impl<T: Config> Franchise for Pallet<T> {
	fn institutional_weight() -> u32 {
		Self::governance_weights().institutional
	}

	fn quorum() -> u32 {
		T::Quorum::get().clamp(Perbill::from_percent(1), Perbill::from_percent(20)).deconstruct()
	}

	fn electorate() -> Electorate {
		T::Power::electorate()
	}
}

impl<T: Config> OnStakeChanged<T::AccountId> for Pallet<T> {
	fn on_stake_changed(who: &T::AccountId, _: Balance) {
		Self::cut(who);
	}
}

impl<T: Config> OnRotate<T::AccountId> for Pallet<T> {
	fn on_rotate(from: &T::AccountId, to: &T::AccountId) -> Result<(), DispatchError> {
		Self::move_locks(from, to)
	}

	fn on_rotated(_: &T::AccountId, to: &T::AccountId) {
		Self::freeze_moved(to);
	}
}

/// Asks the scheduler whether the enactment that `pallet-referenda` has given it is still to come.
pub struct EnactedByScheduler<Scheduler, BlockNumber, Call, Origin>(
	PhantomData<(Scheduler, BlockNumber, Call, Origin)>,
);

impl<Scheduler, BlockNumber, Call, Origin> Enactment for EnactedByScheduler<Scheduler, BlockNumber, Call, Origin>
where
	Scheduler: Named<BlockNumber, Call, Origin>,
{
	fn is_pending(referendum: u32) -> bool {
		// The name by which referenda schedule it.
		let name: TaskName = (*b"assembly", "enactment", referendum).using_encoded(sp_io::hashing::blake2_256);
		Scheduler::next_dispatch_time(name).is_ok()
	}
}
