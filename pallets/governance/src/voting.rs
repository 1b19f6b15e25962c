//! How votes are cast, delegated, cut and unlocked.

use crate::{
	tracks::Track, Config, Count, Delegation, Error, Event, FreezeReason, Pallet, Power, PriorLock, ReferendumIndex,
	Stake, StakeError, TallyOf, Vote, VoterOf, Voters,
};
use alloc::vec::Vec;
use btt_primitives::{
	governance::{Enactment, Holdings, VotingPower},
	staking::{Role, StakeInfo},
	Balance,
};
use frame_support::{
	ensure,
	traits::{
		fungible::{InspectFreeze, MutateFreeze},
		Get, PollStatus, Polling,
	},
	weights::Weight,
};
use frame_system::pallet_prelude::BlockNumberFor;
use sp_runtime::{traits::Saturating, DispatchError, DispatchResult, Permill};

impl<T: Config> From<StakeError> for Error<T> {
	fn from(error: StakeError) -> Self {
		match error {
			StakeError::Nothing => Self::ZeroVote,
			StakeError::MoreThanHeld => Self::MoreThanHeld,
			StakeError::ConvictionOnUnvested => Self::ConvictionOnUnvested,
		}
	}
}

/// How a referendum stands.
enum Standing<BlockNumber> {
	/// It is not decided.
	Open(Track),
	/// It ended then, approved or not.
	Ended(BlockNumber, bool),
	/// There is none, or none any more.
	Gone,
}

impl<T: Config> Pallet<T> {
	/// What bonded tokens count more.
	pub fn stake_bonus() -> Permill {
		T::StakeBonus::get().min(Permill::from_percent(50))
	}

	fn is_voter(who: &T::AccountId) -> bool {
		T::Stake::has_role(who, Role::Governance)
	}

	fn standing(referendum: ReferendumIndex) -> Standing<BlockNumberFor<T>> {
		match T::Polls::as_ongoing(referendum).and_then(|(_, track)| Track::from_id(track)) {
			Some(track) => Standing::Open(track),
			None => T::Polls::access_poll(referendum, |status| match status {
				PollStatus::Completed(end, approved) => Standing::Ended(end, approved),
				_ => Standing::Gone,
			}),
		}
	}

	fn is_open(referendum: ReferendumIndex) -> bool {
		matches!(Self::standing(referendum), Standing::Open(_))
	}

	/// Change the tally of `referendum`, if it is not decided.
	fn tally(referendum: ReferendumIndex, change: impl FnOnce(&mut TallyOf<T>)) {
		T::Polls::access_poll(referendum, |status| {
			if let PollStatus::Ongoing(tally, _) = status {
				change(tally);
			}
		});
	}

	/// Freeze what must stay of what `who` has. Fails before anything is written.
	fn freeze(who: &T::AccountId, voter: &VoterOf<T>, holdings: &Holdings) -> Result<Balance, DispatchError> {
		let locked = voter.locked(holdings);
		T::Currency::set_freeze(&FreezeReason::Voting.into(), who, locked)?;
		Ok(locked)
	}

	/// Keep `voter` as the record of `who`, or forget it if it is empty.
	fn store(who: &T::AccountId, voter: &VoterOf<T>) {
		if voter.is_empty() {
			Voters::<T>::remove(who);
		} else {
			Voters::<T>::insert(who, voter);
		}
	}

	/// Likewise, and freeze what it takes. Used where nothing can be refused any more.
	fn keep(who: &T::AccountId, voter: &VoterOf<T>) {
		Self::store(who, voter);
		if let Err(error) = Self::freeze(who, voter, &T::Power::holdings(who)) {
			log::error!(target: crate::LOG_TARGET, "cannot freeze what {who:?} votes with: {error:?}");
		}
	}

	pub(crate) fn do_vote(who: T::AccountId, referendum: ReferendumIndex, aye: bool, stake: Stake) -> DispatchResult {
		ensure!(Self::is_voter(&who), Error::<T>::NoRole);
		let track = match Self::standing(referendum) {
			Standing::Open(track) => track,
			Standing::Ended(..) => return Err(Error::<T>::Ended.into()),
			Standing::Gone => return Err(Error::<T>::NotFound.into()),
		};
		let mut voter = Voters::<T>::get(&who).unwrap_or_default();
		ensure!(voter.delegation(track).is_none(), Error::<T>::Delegating);
		ensure!(voter.votes.iter().all(|vote| vote.referendum != referendum), Error::<T>::AlreadyVoted);
		let holdings = T::Power::holdings(&who);
		let power = Power::new(stake, &holdings, Self::stake_bonus()).map_err(Error::<T>::from)?;
		voter.votes.try_push(Vote { referendum, track, aye, power }).map_err(|_| Error::<T>::TooManyVotes)?;

		Self::freeze(&who, &voter, &holdings)?;
		Voters::<T>::insert(&who, &voter);
		let count = power.count().plus(voter.received(track));
		Self::tally(referendum, |tally| tally.add(aye, count));
		Self::deposit_event(Event::Voted { who, referendum, aye, power });
		Ok(())
	}

	pub(crate) fn do_remove_vote(who: T::AccountId, referendum: ReferendumIndex) -> DispatchResult {
		let mut voter = Voters::<T>::get(&who).ok_or(Error::<T>::NotVoted)?;
		let place = voter.votes.iter().position(|vote| vote.referendum == referendum);
		let vote = place.and_then(|place| voter.votes.get(place).copied()).ok_or(Error::<T>::NotVoted)?;
		ensure!(Self::is_open(referendum), Error::<T>::Ended);
		voter.votes.retain(|vote| vote.referendum != referendum);

		Self::freeze(&who, &voter, &T::Power::holdings(&who))?;
		Self::store(&who, &voter);
		let count = vote.power.count().plus(voter.received(vote.track));
		Self::tally(referendum, |tally| tally.remove(vote.aye, count));
		Self::deposit_event(Event::VoteRemoved { who, referendum });
		Ok(())
	}

	/// Returns how many votes the account has that is followed.
	pub(crate) fn do_delegate(
		who: T::AccountId,
		track: Track,
		to: T::AccountId,
		stake: Stake,
	) -> Result<u32, DispatchError> {
		ensure!(who != to, Error::<T>::SelfDelegation);
		ensure!(Self::is_voter(&who), Error::<T>::NoRole);
		ensure!(Self::is_voter(&to), Error::<T>::DelegateHasNoRole);
		let mut voter = Voters::<T>::get(&who).unwrap_or_default();
		ensure!(voter.delegation(track).is_none(), Error::<T>::Delegating);
		ensure!(
			voter.votes.iter().all(|vote| vote.track != track || !Self::is_open(vote.referendum)),
			Error::<T>::HasVotes
		);
		let follows = Voters::<T>::get(&to).is_some_and(|delegate| delegate.delegation(track).is_some());
		ensure!(!follows, Error::<T>::DelegateDelegates);
		let holdings = T::Power::holdings(&who);
		let power = Power::new(stake, &holdings, Self::stake_bonus()).map_err(Error::<T>::from)?;
		voter.set_delegation(track, Some(Delegation { to: to.clone(), power }));

		Self::freeze(&who, &voter, &holdings)?;
		Voters::<T>::insert(&who, &voter);
		let votes = Self::pass_on(&to, track, Count::default(), power.count());
		Self::deposit_event(Event::Delegated { who, track, to, power });
		Ok(votes)
	}

	/// Returns how many votes the account has that was followed.
	pub(crate) fn do_undelegate(who: T::AccountId, track: Track) -> Result<u32, DispatchError> {
		let mut voter = Voters::<T>::get(&who).ok_or(Error::<T>::NotDelegating)?;
		let delegation = voter.delegation(track).cloned().ok_or(Error::<T>::NotDelegating)?;
		Self::end_delegation(&mut voter, track, &delegation.power);
		Self::freeze(&who, &voter, &T::Power::holdings(&who))?;
		Self::store(&who, &voter);
		let votes = Self::pass_on(&delegation.to, track, delegation.power.count(), Count::default());
		Self::deposit_event(Event::Undelegated { who, track });
		Ok(votes)
	}

	/// Forget the delegation of `voter` on `track`, and keep the tokens of `power` locked that had followed it.
	fn end_delegation(voter: &mut VoterOf<T>, track: Track, power: &Power) {
		voter.set_delegation(track, None);
		let Stake { community, conviction, .. } = power.stake;
		let now = frame_system::Pallet::<T>::block_number();
		let until = Self::after_periods(now, conviction.periods().max(1));
		voter.prior.extend(now, until, community, power.tokens());
	}

	fn after_periods(from: BlockNumberFor<T>, periods: u32) -> BlockNumberFor<T> {
		from.saturating_add(Self::locking_period().saturating_mul(periods.into()))
	}

	/// What was delegated to `to` on `track` is `after` where it was `before`. Returns how many votes `to` has.
	pub(crate) fn pass_on(to: &T::AccountId, track: Track, before: Count, after: Count) -> u32 {
		let mut delegate = Voters::<T>::get(to).unwrap_or_default();
		delegate.receive(track, |received| received.minus(before).plus(after));
		Self::store(to, &delegate);
		for vote in delegate.votes.iter().filter(|vote| vote.track == track) {
			Self::tally(vote.referendum, |tally| {
				tally.remove(vote.aye, before);
				tally.add(vote.aye, after);
			});
		}
		delegate.vote_count()
	}

	/// Returns how many votes there were.
	pub(crate) fn do_unlock(who: &T::AccountId) -> Result<u32, DispatchError> {
		let before = Voters::<T>::get(who).ok_or(Error::<T>::NoVoter)?;
		let mut voter = before.clone();
		let now = frame_system::Pallet::<T>::block_number();
		let mut prior = voter.prior;
		voter.votes.retain(|vote| match Self::standing(vote.referendum) {
			Standing::Open(_) => true,
			Standing::Ended(_, true) if T::Enactments::is_pending(vote.referendum) => true,
			Standing::Ended(end, approved) => {
				let Stake { community, conviction, .. } = vote.power.stake;
				if approved == vote.aye && conviction.periods() > 0 {
					prior.extend(now, Self::after_periods(end, conviction.periods()), community, community);
				}
				false
			}
			Standing::Gone => false,
		});
		prior.expire(now);
		voter.prior = prior;

		let holdings = T::Power::holdings(who);
		let frozen = T::Currency::balance_frozen(&FreezeReason::Voting.into(), who);
		ensure!(voter != before || voter.locked(&holdings) < frozen, Error::<T>::NothingToUnlock);
		let locked = Self::freeze(who, &voter, &holdings)?;
		Self::store(who, &voter);
		Self::deposit_event(Event::Unlocked { who: who.clone(), locked });
		Ok(before.vote_count())
	}

	/// Returns what it weighs at most.
	pub(crate) fn do_refresh(who: &T::AccountId) -> Result<Weight, DispatchError> {
		let voter = Voters::<T>::get(who).ok_or(Error::<T>::NoVoter)?;
		let weight = Self::weight_to_cut(&voter);
		ensure!(Self::cut(who), Error::<T>::NothingToCut);
		Ok(weight)
	}

	/// Cut what `who` votes with and delegates to what it holds. Returns whether anything changed.
	pub(crate) fn cut(who: &T::AccountId) -> bool {
		let Some(before) = Voters::<T>::get(who) else { return false };
		let held = T::Power::holdings(who);
		let holdings = if Self::is_voter(who) { held } else { Holdings::default() };
		let bonus = Self::stake_bonus();
		let mut voter = before.clone();
		let received = voter.received;
		voter.votes.retain(|vote| {
			let power = vote.power.fit(&holdings, bonus);
			if power == vote.power || !Self::is_open(vote.referendum) {
				return true;
			}
			// Without a vote of its own, nobody follows it.
			let follows = received.get(vote.track.index()).copied().unwrap_or_default();
			let gone = power.tokens() == 0;
			Self::tally(vote.referendum, |tally| {
				tally.remove(vote.aye, vote.power.count());
				if gone {
					tally.remove(vote.aye, follows);
				} else {
					tally.add(vote.aye, power.count());
				}
			});
			!gone
		});
		for vote in voter.votes.iter_mut() {
			let power = vote.power.fit(&holdings, bonus);
			if power != vote.power && Self::is_open(vote.referendum) {
				vote.power = power;
			}
		}
		let mut passed_on = Vec::new();
		for track in Track::ALL {
			let Some(delegation) = voter.delegation(track).cloned() else { continue };
			let power = delegation.power.fit(&holdings, bonus);
			if power == delegation.power {
				continue;
			}
			passed_on.push((delegation.to.clone(), track, delegation.power.count(), power.count()));
			if power.tokens() == 0 {
				Self::end_delegation(&mut voter, track, &delegation.power.fit(&held, bonus));
			} else {
				voter.set_delegation(track, Some(Delegation { power, ..delegation }));
			}
		}
		if voter == before {
			return false;
		}
		Self::keep(who, &voter);
		for (to, track, before, after) in passed_on {
			Self::pass_on(&to, track, before, after);
		}
		Self::deposit_event(Event::VotesCut { who: who.clone() });
		true
	}

	/// Withdraw the votes and delegations of `from`, and let `to` have its locks.
	pub(crate) fn move_locks(from: &T::AccountId, to: &T::AccountId) -> DispatchResult {
		let Some(mut voter) = Voters::<T>::get(from) else { return Ok(()) };
		let (open, ended): (Vec<_>, Vec<_>) =
			voter.votes.iter().copied().partition(|vote| Self::is_open(vote.referendum));
		let votes = Voters::<T>::get(to).unwrap_or_default().votes;
		let votes = votes.into_iter().chain(ended).collect::<Vec<_>>();
		let votes = votes.try_into().map_err(|_| Error::<T>::TooManyVotes)?;
		for vote in open {
			let count = vote.power.count().plus(voter.received(vote.track));
			Self::tally(vote.referendum, |tally| tally.remove(vote.aye, count));
			Self::deposit_event(Event::VoteRemoved { who: from.clone(), referendum: vote.referendum });
		}
		voter.votes = Default::default();
		for track in Track::ALL {
			let Some(delegation) = voter.delegation(track).cloned() else { continue };
			Self::end_delegation(&mut voter, track, &delegation.power);
			Self::pass_on(&delegation.to, track, delegation.power.count(), Count::default());
			Self::deposit_event(Event::Undelegated { who: from.clone(), track });
		}
		// Not before here: the account may have delegated to the one that it moves to.
		let mut heir = VoterOf::<T> { votes, ..Voters::<T>::get(to).unwrap_or_default() };
		let PriorLock { until, community, total } = core::mem::take(&mut voter.prior);
		heir.prior.extend(frame_system::Pallet::<T>::block_number(), until, community, total);
		// What others delegated stays with the old account until they take it back: it has no votes they could follow.
		Self::store(from, &voter);
		Self::store(to, &heir);
		T::Currency::thaw(&FreezeReason::Voting.into(), from)
	}

	/// Freeze what `who` has taken over with the locks of another account.
	pub(crate) fn freeze_moved(who: &T::AccountId) {
		if let Some(voter) = Voters::<T>::get(who) {
			Self::keep(who, &voter);
		}
	}
}
