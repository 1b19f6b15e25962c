//! How points are contested, and what comes of it.

use crate::{
	settlement::Desk, types::Slot, Config, CurrentEra, Dispute, Disputes, Error, Event, HoldReason, Pallet, Provider,
	Providers, LOG_TARGET,
};
use btt_math::shares::pro_rata;
use btt_primitives::{
	mining::EraIndex,
	staking::{Accountability, Role},
	vesting::Unvested,
	Balance,
};
use frame_support::{
	ensure,
	traits::{
		fungible::{BalancedHold, Inspect, MutateHold},
		tokens::{Fortitude::Polite, Precision::Exact, Preservation::Protect},
		Get, OnUnbalanced, Time,
	},
};
use sp_runtime::{DispatchResult, Perbill};

/// What of the bond of a challenger is burned when nobody ruled: so much it costs to have somebody's stake stay.
const LAPSE_COST: Perbill = Perbill::from_percent(10);

impl Provider {
	fn slot_mut(&mut self, era: EraIndex) -> Option<&mut Slot> {
		self.slots.iter_mut().find(|slot| slot.era == era)
	}
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_contest(
		challenger: T::AccountId,
		who: T::AccountId,
		era: EraIndex,
		points: u64,
	) -> DispatchResult {
		ensure!(challenger != who, Error::<T>::OwnPoints);
		let now = CurrentEra::<T>::get();
		ensure!(era < now.index, Error::<T>::EraRunning);
		let desk = Desk::<T>::open(&now);
		ensure!(desk.closed_era(era).is_some(), Error::<T>::AlreadySettled);
		ensure!(!now.is_final(era), Error::<T>::WindowOver);
		let mut provider = Providers::<T>::get(&who).ok_or(Error::<T>::NotProvider)?;
		provider.enter(&now);
		let slot = provider.slot_mut(era).ok_or(Error::<T>::PointsOutOfBounds)?;
		ensure!((1..=slot.points).contains(&points), Error::<T>::PointsOutOfBounds);
		ensure!(points > slot.contested, Error::<T>::AlreadyContested);
		let bond = now.rules.dispute_bond;
		ensure!(T::Currency::reducible_balance(&challenger, Protect, Polite) >= bond, Error::<T>::InsufficientBalance);
		let replaced = Disputes::<T>::get(&who, era);
		if replaced.is_none() {
			T::Accountability::accuse(&who)?;
		}
		T::Currency::hold(&HoldReason::Dispute.into(), &challenger, bond)?;

		slot.contested = points;
		let until = T::Time::now().saturating_add(T::DisputePeriod::get());
		Providers::<T>::insert(&who, provider);
		Disputes::<T>::insert(&who, era, Dispute { challenger: challenger.clone(), points, bond, until, share: None });
		if let Some(replaced) = replaced {
			Self::release_bond(&replaced.challenger, replaced.bond);
			let challenger = replaced.challenger;
			Self::deposit_event(Event::ChallengerReplaced { provider: who.clone(), era, challenger });
		}
		Self::deposit_event(Event::Contested { provider: who, era, points, challenger, bond });
		Ok(())
	}

	pub(crate) fn do_rule(who: T::AccountId, era: EraIndex, false_points: u64) -> DispatchResult {
		let dispute = Disputes::<T>::get(&who, era).ok_or(Error::<T>::NotContested)?;
		let burned = if false_points > 0 { 0 } else { dispute.bond };
		Self::end_dispute(who, era, dispute, false_points, burned)
	}

	pub(crate) fn do_lapse(who: T::AccountId, era: EraIndex) -> DispatchResult {
		let dispute = Disputes::<T>::get(&who, era).ok_or(Error::<T>::NotContested)?;
		ensure!(T::Time::now() >= dispute.until, Error::<T>::TooEarly);
		let burned = LAPSE_COST.mul_floor(dispute.bond);
		Self::end_dispute(who, era, dispute, 0, burned)
	}

	/// End a dispute with the finding that so many of the points, or all of them if that is fewer, were false, and burn
	/// `burned` units of the bond.
	fn end_dispute(
		who: T::AccountId,
		era: EraIndex,
		dispute: Dispute<T::AccountId>,
		false_points: u64,
		burned: Balance,
	) -> DispatchResult {
		let mut provider = Providers::<T>::get(&who).ok_or(Error::<T>::NotProvider)?;
		let now = CurrentEra::<T>::get();
		let mut desk = Desk::<T>::open(&now);
		// Settles the era, if it is final.
		desk.touch(&who, &mut provider);
		let points = false_points.min(dispute.points);
		let mut returned = 0;
		match Disputes::<T>::take(&who, era).and_then(|dispute| dispute.share) {
			Some(share) => {
				let right = dispute.points.saturating_sub(points);
				let earned = pro_rata(share, right.into(), dispute.points.into()).unwrap_or_default();
				returned = share.saturating_sub(earned);
				let (_, books) = desk.change();
				books.rule(earned, true);
				books.rule(returned, false);
				if earned > 0 {
					provider.owed = provider.owed.saturating_add(earned);
					let owed = provider.owed;
					desk.pay(&who, &mut provider, owed);
				}
			}
			None => desk.clear_contested(&who, &mut provider, era, points),
		}
		desk.close();
		// Before the stake is slashed, which changes the provider again.
		Providers::<T>::insert(&who, provider);

		Self::end_bond(&dispute, burned);
		if points > 0 {
			let slashed = T::Accountability::convict(&who, Role::Provider, now.rules.slash, &dispute.challenger);
			Self::deposit_event(Event::Upheld { provider: who, era, points, returned, slashed });
		} else {
			T::Accountability::acquit(&who);
			Self::deposit_event(Event::Rejected { provider: who, era, burned });
		}
		Ok(())
	}

	/// Burn `burned` units of the bond, and release the rest.
	fn end_bond(dispute: &Dispute<T::AccountId>, burned: Balance) {
		if burned > 0 {
			Self::burn_bond(&dispute.challenger, burned);
		}
		Self::release_bond(&dispute.challenger, dispute.bond.saturating_sub(burned));
	}

	fn release_bond(challenger: &T::AccountId, amount: Balance) {
		if T::Currency::release(&HoldReason::Dispute.into(), challenger, amount, Exact).is_err() {
			log::error!(target: LOG_TARGET, "the bond of {challenger:?} is not there");
		}
	}

	/// Burn so much of a bond. Unvested tokens under the hold go first, and never come out liquid.
	fn burn_bond(who: &T::AccountId, amount: Balance) {
		T::Unvested::forfeit(who, amount);
		let (credit, missing) = T::Currency::slash(&HoldReason::Dispute.into(), who, amount);
		if missing > 0 {
			log::error!(target: LOG_TARGET, "{missing} units of the bond of {who:?} are missing");
		}
		T::SlashSink::on_unbalanced(credit);
	}
}

impl<T: Config> Desk<'_, T> {
	/// Nothing of `provider` in `era`, which is not final, is contested any more. False points are taken out of the era,
	/// and whatever was to be shared by nobody else goes back to the pool.
	fn clear_contested(&mut self, who: &T::AccountId, provider: &mut Provider, era: EraIndex, false_points: u64) {
		let (closed_eras, books) = self.change();
		let (Some(slot), Some(closed)) = (provider.slot_mut(era), closed_eras.get_mut(era)) else {
			log::error!(target: LOG_TARGET, "the points of {who:?} in era {era} are lost");
			return;
		};
		slot.contested = 0;
		if false_points == 0 {
			return;
		}
		// What was paid for false jobs caps nothing that is right.
		let left = slot.points.saturating_sub(false_points);
		slot.fees = pro_rata(slot.fees, left.into(), slot.points.into()).unwrap_or_default();
		slot.points = left;
		closed.points = closed.points.saturating_sub(false_points.into());
		if closed.points == 0 {
			// Forgotten when the desk closes.
			books.unassign(closed.budget);
		}
		provider.slots.retain(|slot| slot.points > 0);
	}
}

impl<T: Config> Pallet<T> {
	/// Whether points of `who` are contested.
	pub(crate) fn is_accused(who: &T::AccountId) -> bool {
		Disputes::<T>::iter_key_prefix(who).next().is_some()
	}
}
