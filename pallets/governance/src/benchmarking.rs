//! Benchmarks, each of the worst case: an account with as many votes as it may have, in both houses, and delegations on
//! all other tracks, whose tokens are frozen for several reasons; and referenda whose alarms move from one full agenda
//! of the scheduler to another.

use super::*;
use alloc::vec::Vec;
use btt_primitives::{staking::OnStakeChanged, vesting::OnRotate, Balance, BTT};
use frame_benchmarking::v2::*;
use frame_support::traits::{EnsureOrigin, EnsureOriginWithArg, Get, Polling, SafeMode};
use frame_system::{pallet_prelude::BlockNumberFor, RawOrigin};
use sp_runtime::traits::{One, StaticLookup};

/// What the benchmarks need of other pallets.
pub trait BenchmarkHelper<AccountId, BlockNumber, Parameter> {
	/// Somebody, by number, who has the governance role and holds 1,000 BTT at least that are unvested, that are bonded
	/// beside these, and that are neither; in as many pieces as take longest to look up.
	fn voter(number: u32) -> AccountId;

	/// Let all that `who` holds vest, without telling this pallet.
	fn vest(who: &AccountId);

	/// Fill the agenda of block `when` of the scheduler with tasks, behind those that it has already, until there is
	/// `room` for so many more.
	fn crowd(when: BlockNumber, room: u32);

	/// Schedule the enactment of `referendum` for block `when`, with [`enactment_name`] as its name.
	fn schedule_enactment(referendum: ReferendumIndex, when: BlockNumber);

	/// A parameter with a value within its bounds: the one that takes longest to set.
	fn parameter() -> Parameter;
}

/// The track on which the benchmarks vote.
const TRACK: Track = Track::Partnerships;

/// What they vote with.
const STAKE: Stake = Stake { institutional: 100 * BTT, community: 100 * BTT, conviction: Conviction::Sixfold };

type Helper<T> = <T as Config>::BenchmarkHelper;

fn signed<T: Config>(who: &T::AccountId) -> T::RuntimeOrigin {
	RawOrigin::Signed(who.clone()).into()
}

fn lookup<T: Config>(who: &T::AccountId) -> <T::Lookup as StaticLookup>::Source {
	T::Lookup::unlookup(who.clone())
}

fn voter<T: Config>(number: u32) -> T::AccountId {
	Helper::<T>::voter(number)
}

/// What `who` has cast.
fn record<T: Config>(who: &T::AccountId) -> VoterOf<T> {
	Voters::<T>::get(who).unwrap_or_default()
}

/// What it has voted on.
fn referenda<T: Config>(who: &T::AccountId) -> Vec<ReferendumIndex> {
	record::<T>(who).votes.iter().map(|vote| vote.referendum).collect()
}

fn votes<T: Config>(who: &T::AccountId) -> u32 {
	record::<T>(who).vote_count()
}

fn delegate<T: Config>(who: &T::AccountId, track: Track, to: &T::AccountId, stake: Stake) {
	Pallet::<T>::delegate(signed::<T>(who), track, lookup::<T>(to), stake).expect("both may vote");
}

/// Let the chain be at `number`, without anything that happens before.
fn at<T: Config>(number: BlockNumberFor<T>) {
	frame_system::Pallet::<T>::set_block_number(number);
}

fn next<T: Config>() -> BlockNumberFor<T> {
	frame_system::Pallet::<T>::block_number() + One::one()
}

fn open<T: Config>() -> ReferendumIndex {
	T::Polls::create_ongoing(TRACK.id()).expect("the runtime has the track")
}

/// Somebody with so many votes on the track, which others follow, and whose own delegations on the other tracks are too
/// small to be cut.
fn voted<T: Config>(number: u32, count: u32) -> T::AccountId {
	let (who, other) = (voter::<T>(number), voter::<T>(number + 100));
	for track in Track::ALL.into_iter().filter(|track| *track != TRACK) {
		delegate::<T>(&who, track, &other, Stake { community: 1, ..Stake::default() });
	}
	delegate::<T>(&other, TRACK, &who, STAKE);
	for _ in 0..count {
		Pallet::<T>::vote(signed::<T>(&who), open::<T>(), true, STAKE).expect("a voter can vote");
	}
	who
}

/// End everything that `who` has voted on, as it wanted.
fn end<T: Config>(who: &T::AccountId) {
	for referendum in referenda::<T>(who) {
		T::Polls::end_ongoing(referendum, true).expect("the referendum is open");
	}
}

/// Let each of `referenda` have its alarm in a full agenda of its own, and the agenda of the next block have room for
/// these alarms and no more.
fn spread<T: Config>(referenda: impl IntoIterator<Item = ReferendumIndex>) {
	let mut count = 0;
	for referendum in referenda {
		at::<T>(next::<T>());
		// An alarm is set in the next block, whatever is done.
		T::Polls::access_poll(referendum, |_| ());
		Helper::<T>::crowd(next::<T>(), 0);
		count += 1;
	}
	at::<T>(next::<T>() + One::one());
	Helper::<T>::crowd(next::<T>(), count);
}

/// Likewise with everything that `who` has voted on.
fn spread_votes<T: Config>(who: &T::AccountId) {
	spread::<T>(referenda::<T>(who));
}

/// The tokens of the community that vote on `referendum`, if it is open.
fn tokens<T: Config>(referendum: ReferendumIndex) -> Option<Balance> {
	T::Polls::as_ongoing(referendum).map(|(tally, _)| tally.community.raw_ayes)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn vote() {
		let who = voted::<T>(0, T::MaxVotes::get() - 1);
		let referendum = open::<T>();
		spread::<T>([referendum]);

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), referendum, true, STAKE);

		assert_eq!(votes::<T>(&who), T::MaxVotes::get());
		// Those that follow it, too.
		assert_eq!(tokens::<T>(referendum), Some(2 * STAKE.community));
	}

	#[benchmark]
	fn remove_vote() {
		let who = voted::<T>(0, T::MaxVotes::get());
		let referendum = referenda::<T>(&who)[0];
		spread::<T>([referendum]);

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), referendum);

		assert_eq!(votes::<T>(&who), T::MaxVotes::get() - 1);
		assert_eq!(tokens::<T>(referendum), Some(0));
	}

	/// By somebody whose own votes on the track have all ended, which must be looked at.
	#[benchmark]
	fn delegate(v: Linear<0, { T::MaxVotes::get() }>) {
		let (who, to) = (voted::<T>(0, T::MaxVotes::get()), voted::<T>(1, v));
		end::<T>(&who);
		spread_votes::<T>(&to);

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), TRACK, lookup::<T>(&to), STAKE);

		assert!(record::<T>(&who).delegation(TRACK).is_some());
		for referendum in referenda::<T>(&to) {
			assert_eq!(tokens::<T>(referendum), Some(3 * STAKE.community));
		}
	}

	#[benchmark]
	fn undelegate(v: Linear<0, { T::MaxVotes::get() }>) {
		let (who, to) = (voted::<T>(0, T::MaxVotes::get()), voted::<T>(1, v));
		end::<T>(&who);
		super::delegate::<T>(&who, TRACK, &to, STAKE);
		spread_votes::<T>(&to);

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), TRACK);

		assert!(record::<T>(&who).delegation(TRACK).is_none());
		for referendum in referenda::<T>(&to) {
			assert_eq!(tokens::<T>(referendum), Some(2 * STAKE.community));
		}
	}

	/// Of votes none of which can be removed, since each waits for an enactment in a full agenda of its own; what is
	/// unlocked is a delegation that was taken back.
	#[benchmark]
	fn unlock(v: Linear<0, { T::MaxVotes::get() }>) {
		let (who, to) = (voted::<T>(0, 0), voter::<T>(1));
		super::delegate::<T>(&who, TRACK, &to, STAKE);
		Pallet::<T>::undelegate(signed::<T>(&who), TRACK).expect("it has delegated");
		let until = record::<T>(&who).prior.until;
		for _ in 0..v {
			Pallet::<T>::vote(signed::<T>(&who), open::<T>(), true, STAKE).expect("a voter can vote");
		}
		end::<T>(&who);
		at::<T>(until);
		for (number, referendum) in referenda::<T>(&who).into_iter().enumerate() {
			let when = until + One::one() + (number as u32).into();
			Helper::<T>::schedule_enactment(referendum, when);
			Helper::<T>::crowd(when, 0);
		}

		#[extrinsic_call]
		_(RawOrigin::Signed(to), lookup::<T>(&who));

		assert_eq!((votes::<T>(&who), record::<T>(&who).prior.total), (v, 0));
	}

	/// Of votes alone. [`pass_on`] is what comes on top for every delegation.
	#[benchmark]
	fn refresh(v: Linear<0, { T::MaxVotes::get() }>) {
		let who = voted::<T>(0, v);
		if v == 0 {
			// There must be something to cut.
			let to = voter::<T>(2);
			super::delegate::<T>(&who, TRACK, &to, STAKE);
		}
		Helper::<T>::vest(&who);
		spread_votes::<T>(&who);

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), lookup::<T>(&who));

		assert!(record::<T>(&who).votes.iter().all(|cast| cast.power.stake.institutional == 0));
		assert_eq!(votes::<T>(&who), v);
	}

	/// What somebody delegates has changed: to whom it delegates it follows everywhere.
	#[benchmark]
	fn pass_on(v: Linear<0, { T::MaxVotes::get() }>) {
		let to = voted::<T>(0, v);
		spread_votes::<T>(&to);
		let (before, after) = (record::<T>(&to).received(TRACK), Count { community: BTT, ..Count::default() });

		#[block]
		{
			Pallet::<T>::pass_on(&to, TRACK, before, after);
		}

		assert_eq!(record::<T>(&to).received(TRACK), after);
		for referendum in referenda::<T>(&to) {
			assert_eq!(tokens::<T>(referendum), Some(STAKE.community + BTT));
		}
	}

	/// The stake of somebody was reduced who has cast nothing.
	#[benchmark]
	fn look_up() {
		let who = voter::<T>(0);

		#[block]
		{
			<Pallet<T> as OnStakeChanged<_>>::on_stake_reduced_weight_of(&who);
			<Pallet<T> as OnStakeChanged<_>>::on_stake_reduced(&who);
		}

		assert!(!Voters::<T>::contains_key(&who));
	}

	/// To somebody with votes of its own. [`pass_on`] is what comes on top for every delegation that ends.
	#[benchmark]
	fn rotate(v: Linear<0, { T::MaxVotes::get() }>) {
		let (from, to) = (voted::<T>(0, v), voted::<T>(1, T::MaxVotes::get()));
		spread_votes::<T>(&from);
		let withdrawn = referenda::<T>(&from);

		#[block]
		{
			Pallet::<T>::on_rotate(&from, &to).expect("there is room");
			Pallet::<T>::on_rotated(&from, &to);
		}

		assert_eq!((votes::<T>(&from), votes::<T>(&to)), (0, T::MaxVotes::get()));
		for referendum in withdrawn {
			assert_eq!(tokens::<T>(referendum), Some(0));
		}
	}

	#[benchmark]
	fn set_parameter() -> Result<(), BenchmarkError> {
		let parameter = Helper::<T>::parameter();
		let origin = T::ParameterOrigin::try_successful_origin(&parameter).map_err(|_| BenchmarkError::Weightless)?;

		#[extrinsic_call]
		_(origin as <T as frame_system::Config>::RuntimeOrigin, alloc::boxed::Box::new(parameter.clone()));

		frame_system::Pallet::<T>::assert_last_event(Event::<T>::ParameterSet { parameter }.into());
		Ok(())
	}

	#[benchmark]
	fn authorize_upgrade() -> Result<(), BenchmarkError> {
		let origin = T::UpgradeOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;

		#[extrinsic_call]
		_(origin as <T as frame_system::Config>::RuntimeOrigin, T::Hash::default());

		assert!(frame_system::Pallet::<T>::authorized_upgrade().is_some());
		Ok(())
	}

	/// Not for the first time.
	#[benchmark]
	fn pause() -> Result<(), BenchmarkError> {
		let origin = T::PauseOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		LastPause::<T>::put(BlockNumberFor::<T>::default());
		at::<T>(T::PauseInterval::get() + One::one());

		#[extrinsic_call]
		_(origin as <T as frame_system::Config>::RuntimeOrigin);

		assert!(T::SafeMode::is_entered());
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::ExtBuilder::default().build(), crate::mock::Test);
}
