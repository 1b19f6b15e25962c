//! What always holds.

use crate::{Config, Count, FreezeReason, Pallet, Tally, Track, Voters};
use alloc::collections::BTreeMap;
use btt_primitives::governance::VotingPower;
use frame_support::{
	ensure,
	traits::{fungible::InspectFreeze, Polling},
};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Check the invariants, by their numbers:
	///
	/// 1. No record is empty, and no account is in two ways of voting on a track at once.
	/// 2. What an account was delegated is what others delegate to it.
	/// 3. The tally of every referendum that is not decided is the sum of votes and of what follows them.
	/// 4. What votes, and what is locked otherwise, is frozen: together with what is unvested, and no less than either
	///    house's tokens.
	/// 5. Every account with the freeze has a record.
	/// 6. No track's enactment takes longer than what was delegated stays.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let reason = FreezeReason::Voting.into();
		let mut received: BTreeMap<(T::AccountId, Track), Count> = BTreeMap::new();
		let mut tallies: BTreeMap<u32, Tally<Self>> = BTreeMap::new();
		for (who, voter) in Voters::<T>::iter() {
			ensure!(!voter.is_empty(), "1: an empty record is kept");
			for track in Track::ALL {
				let Some(delegation) = voter.delegation(track) else { continue };
				let sum = received.entry((delegation.to.clone(), track)).or_default();
				*sum = sum.plus(delegation.power.count());
			}
			for vote in &voter.votes {
				let Some((kept, track)) = T::Polls::as_ongoing(vote.referendum) else { continue };
				ensure!(track == vote.track.id(), "1: a vote is on another track than its referendum");
				ensure!(voter.delegation(vote.track).is_none(), "1: an account votes and delegates on a track");
				let tally = tallies.entry(vote.referendum).or_insert_with(|| kept.cleared());
				tally.add(vote.aye, vote.power.count().plus(voter.received(vote.track)));
			}
			let holdings = T::Power::holdings(&who);
			let locked = voter.locked(&holdings).saturating_sub(holdings.held);
			let frozen = T::Currency::balance_frozen(&reason, &who);
			ensure!(frozen >= locked, "4: what votes is not frozen");
		}
		for (who, voter) in Voters::<T>::iter() {
			for track in Track::ALL {
				let sum = received.remove(&(who.clone(), track)).unwrap_or_default();
				ensure!(voter.received(track) == sum, "2: what was delegated does not add up");
			}
		}
		ensure!(received.values().all(|count| *count == Count::default()), "2: what was delegated is not noted");
		for (referendum, tally) in tallies {
			let kept = T::Polls::as_ongoing(referendum).map(|(tally, _)| tally);
			ensure!(kept == Some(tally), "3: a tally is not the sum of its votes");
		}
		for who in frame_system::Account::<T>::iter_keys() {
			let frozen = T::Currency::balance_frozen(&reason, &who);
			ensure!(frozen == 0 || Voters::<T>::contains_key(&who), "5: a freeze outlived its votes");
		}
		for track in Track::ALL {
			let enactment = Self::settings(track).enactment_period;
			ensure!(enactment <= Self::locking_period(), "6: what was delegated is free before it is enacted");
		}
		Ok(())
	}
}
