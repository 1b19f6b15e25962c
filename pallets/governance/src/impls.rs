//! The hand-over, parameters, and how other pallets meet this one.

use crate::{
	tracks::{Track, TRACKS},
	Config, Error, Event, Franchise, LastPause, LockingPeriod, Pallet, ParameterOf, ReferendumIndex, Settings,
	TrackSettings, VoterOf, Voters, WeightInfo,
};
use btt_math::houses::{institutional_weight, WHOLE};
use btt_primitives::{
	governance::{CheckedParameters, Electorate, Enactment, GovernanceWeights, VotingPower},
	staking::OnStakeChanged,
	vesting::OnRotate,
};
use codec::Encode;
use core::marker::PhantomData;
use frame_support::{
	ensure,
	traits::{
		schedule::v3::{Named, TaskName},
		Get, SafeMode, Time,
	},
	weights::Weight,
};
use frame_system::pallet_prelude::BlockNumberFor;
use sp_runtime::{traits::Saturating, DispatchError, DispatchResult, Perbill};

impl<T: Config> Pallet<T> {
	/// What the houses weigh in a referendum that is submitted now.
	pub fn governance_weights() -> GovernanceWeights {
		let institutional = institutional_weight(T::TokenGenerationEvent::get(), T::Time::now());
		GovernanceWeights { institutional, community: WHOLE.saturating_sub(institutional) }
	}

	/// What it weighs at most to cut the votes and delegations of an account, as is done whenever its stake is reduced.
	///
	/// That is the sum of as many votes as it may have, all of them undecided, and of a delegation on every track, each to
	/// somebody with as many votes. No account has more than either, though none has both: on a track on which it
	/// delegates its own votes have ended, and weigh less.
	pub fn cut_weight() -> Weight {
		let votes = T::MaxVotes::get();
		T::WeightInfo::refresh(votes).saturating_add(Self::weight_of_delegations())
	}

	/// What it weighs to cut `voter`, at most.
	pub(crate) fn weight_to_cut(voter: &VoterOf<T>) -> Weight {
		let own = T::WeightInfo::refresh(voter.vote_count());
		voter.delegations.iter().flatten().fold(own, |sum, delegation| {
			let votes = Voters::<T>::get(&delegation.to).map_or(0, |delegate| delegate.vote_count());
			sum.saturating_add(T::WeightInfo::pass_on(votes))
		})
	}

	/// What it weighs at most to change or end all delegations of an account.
	fn weight_of_delegations() -> Weight {
		let tracks = u64::try_from(TRACKS).unwrap_or(u64::MAX);
		T::WeightInfo::pass_on(T::MaxVotes::get()).saturating_mul(tracks)
	}

	/// How the referenda of `track` go.
	pub fn settings(track: Track) -> TrackSettings<BlockNumberFor<T>> {
		Settings::<T>::get(track).unwrap_or_else(|| track.default_settings())
	}

	/// How many blocks a period of conviction has.
	pub fn locking_period() -> BlockNumberFor<T> {
		LockingPeriod::<T>::get().unwrap_or_else(T::LockingPeriod::get)
	}

	pub(crate) fn do_set_parameter(parameter: ParameterOf<T>) -> DispatchResult {
		ensure!(T::Parameters::is_in_bounds(&parameter), Error::<T>::OutOfBounds);
		T::Parameters::set(parameter.clone())?;
		Self::deposit_event(Event::ParameterSet { parameter });
		Ok(())
	}

	pub(crate) fn do_pause() -> DispatchResult {
		ensure!(!T::SafeMode::is_entered(), Error::<T>::PausedAlready);
		let now = frame_system::Pallet::<T>::block_number();
		let rested = LastPause::<T>::get().is_none_or(|end| now > end.saturating_add(T::PauseInterval::get()));
		ensure!(rested, Error::<T>::PausedRecently);

		let duration = T::PauseDuration::get();
		T::SafeMode::enter(duration).map_err(|_| DispatchError::Unavailable)?;
		let until = now.saturating_add(duration);
		LastPause::<T>::put(until);
		Self::deposit_event(Event::Paused { until });
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
	fn on_stake_reduced(who: &T::AccountId) {
		Self::cut(who);
	}

	fn on_stake_reduced_weight() -> Weight {
		Self::cut_weight()
	}

	fn on_stake_reduced_weight_of(who: &T::AccountId) -> Weight {
		Voters::<T>::get(who).map_or_else(T::WeightInfo::look_up, |voter| Self::weight_to_cut(&voter))
	}
}

impl<T: Config> OnRotate<T::AccountId> for Pallet<T> {
	fn on_rotate(from: &T::AccountId, to: &T::AccountId) -> Result<(), DispatchError> {
		Self::move_locks(from, to)
	}

	fn on_rotated(_: &T::AccountId, to: &T::AccountId) {
		Self::freeze_moved(to);
	}

	/// With what follows when the stake leaves the account, of whose votes and delegations nothing is left to be cut.
	fn on_rotate_weight() -> Weight {
		T::WeightInfo::rotate(T::MaxVotes::get())
			.saturating_add(Self::weight_of_delegations())
			.saturating_add(T::WeightInfo::refresh(0))
	}
}

/// The name by which referenda schedule the enactment of `referendum`.
pub fn enactment_name(referendum: ReferendumIndex) -> TaskName {
	(*b"assembly", "enactment", referendum).using_encoded(sp_io::hashing::blake2_256)
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
		Scheduler::next_dispatch_time(enactment_name(referendum)).is_ok()
	}
}
