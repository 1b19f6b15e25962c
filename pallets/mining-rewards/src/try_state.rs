//! What must hold after every block.

use crate::{
	types::MAX_WINDOW, Backlog, Closed, Config, CurrentEra, Disputes, HoldReason, Ledger, NextRules, Pallet, Providers,
};
use alloc::{collections::BTreeMap, vec::Vec};
use btt_math::rewards::WHOLE;
use btt_primitives::{
	mining::{EraIndex, RewardSource},
	schedule,
	time::TokenClock,
	Allocation, Balance,
};
use frame_support::{
	ensure,
	traits::fungible::{Inspect, InspectHold},
};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Check the invariants, by their numbers:
	///
	/// 1. The books make 63,000,000 BTT, the pot holds what was not paid of them, and no more is assigned than was
	///    emitted.
	/// 2. The points of an era are those of its providers, settled or not; and what is assigned are the budgets of the
	///    closed eras less what was settled of them.
	/// 3. What is owed is owed to providers.
	/// 4. What is contested belongs to disputes, and what disputes contest is there; challengers hold their bonds.
	/// 5. Providers, regions and rules are within their bounds.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::check_books()?;
		Self::check_eras()?;
		Self::check_owed()?;
		Self::check_disputes()?;
		Self::check_bounds()
	}

	fn check_books() -> Result<(), TryRuntimeError> {
		let books = Ledger::<T>::get();
		let total = Allocation::MiningRewards.total();
		ensure!(books.sum() == total, "1: the books do not add up");
		let kept = total.checked_sub(books.paid).ok_or("1: more was paid than there is")?;
		ensure!(T::Currency::balance(&T::Source::pot()) >= kept, "1: the pot holds too little");
		let era = CurrentEra::<T>::get();
		if let Some(curve) = schedule::emission(T::Clock::mining_start()) {
			let assigned = total.saturating_sub(books.unassigned);
			ensure!(assigned <= curve.at(era.start), "1: more was assigned than was emitted");
		}
		ensure!(era.budget <= books.unassigned, "1: the era hands out more than there is");
		Ok(())
	}

	fn check_eras() -> Result<(), TryRuntimeError> {
		let era = CurrentEra::<T>::get();
		let mut points = BTreeMap::<EraIndex, u128>::new();
		let mut add = |era: EraIndex, more: u64| {
			let sum = points.entry(era).or_default();
			*sum = sum.saturating_add(more.into());
		};
		for provider in Providers::<T>::iter_values() {
			provider.slots.iter().for_each(|slot| add(slot.era, slot.points));
			add(provider.era, provider.work.points);
		}
		points.retain(|_, points| *points > 0);
		let running = points.remove(&era.index).unwrap_or_default();
		ensure!(running == era.points, "2: the points of the era are not those of its providers");

		let closed = Closed::<T>::get();
		let backlog: alloc::vec::Vec<_> = Backlog::<T>::iter_values().collect();
		ensure!(u32::try_from(backlog.len()) == Ok(closed.backlog), "2: the backlog is miscounted");
		let mut assigned: Balance = 0;
		for closed in closed.recent.iter().chain(&backlog) {
			ensure!(closed.index < era.index, "2: an era is closed that has not ended");
			ensure!(!closed.is_settled(), "2: an era is kept that was settled");
			let open = points.remove(&closed.index).unwrap_or_default();
			ensure!(closed.settled.checked_add(open) == Some(closed.points), "2: points of an era were lost or made");
			let settled = btt_math::rewards::telescoping_share(closed.budget, 0, closed.settled, closed.points);
			assigned = assigned.saturating_add(closed.budget.saturating_sub(settled));
		}
		ensure!(points.is_empty(), "2: a provider has points in an era that is not kept");
		ensure!(assigned == Ledger::<T>::get().assigned, "2: what is assigned is not what closed eras have left");
		Ok(())
	}

	fn check_owed() -> Result<(), TryRuntimeError> {
		let books = Ledger::<T>::get();
		let (mut owed, mut paid): (Balance, Balance) = (0, 0);
		for provider in Providers::<T>::iter_values() {
			owed = owed.saturating_add(provider.owed);
			paid = paid.saturating_add(provider.paid);
		}
		ensure!(owed == books.owed, "3: what is owed is not what providers are owed");
		// Providers that were forgotten were paid, too.
		ensure!(paid <= books.paid, "3: providers were paid more than was paid");
		Ok(())
	}

	fn check_disputes() -> Result<(), TryRuntimeError> {
		let mut shares: Balance = 0;
		let mut bonds = BTreeMap::<T::AccountId, Balance>::new();
		for (who, era, dispute) in Disputes::<T>::iter() {
			let provider = Providers::<T>::get(&who).ok_or("4: points of nobody are contested")?;
			let contested = provider.slots.iter().find(|slot| slot.era == era).map(|slot| slot.contested);
			match dispute.share {
				Some(share) => {
					ensure!(contested.is_none(), "4: a share was settled, and its points are there");
					shares = shares.saturating_add(share);
				}
				None => {
					let unslotted = provider.era == era && contested.is_none();
					ensure!(contested == Some(dispute.points) && !unslotted, "4: contested points are not there");
				}
			}
			let bond = bonds.entry(dispute.challenger).or_default();
			*bond = bond.saturating_add(dispute.bond);
		}
		for (who, provider) in Providers::<T>::iter() {
			for slot in provider.slots.iter().filter(|slot| slot.contested > 0) {
				ensure!(Disputes::<T>::contains_key(&who, slot.era), "4: points are contested by nobody");
			}
		}
		ensure!(shares == Ledger::<T>::get().contested, "4: what is contested is not what disputes are about");
		for (challenger, bond) in bonds {
			let held = T::Currency::balance_on_hold(&HoldReason::Dispute.into(), &challenger);
			ensure!(held == bond, "4: a challenger does not hold its bonds");
		}
		Ok(())
	}

	fn check_bounds() -> Result<(), TryRuntimeError> {
		let era = CurrentEra::<T>::get();
		for provider in Providers::<T>::iter_values() {
			ensure!(provider.era <= era.index, "5: a provider is in an era that has not begun");
			ensure!(provider.passed <= provider.judged, "5: more jobs passed than were judged");
			ensure!(provider.quality <= WHOLE, "5: a quality is more than whole");
			ensure!(provider.work.units <= provider.capacity || provider.era < era.index, "5: too much work counts");
			let slots = provider.slots.iter().all(|slot| {
				(1..=slot.points).contains(&slot.contested.max(1)) && slot.points > 0 && slot.era < era.index
			});
			ensure!(slots, "5: a slot is out of its bounds");
		}
		let targets = era.regions.iter().fold(0u32, |sum, region| sum.saturating_add(region.next_target));
		ensure!(targets <= WHOLE, "5: the shares of the regions exceed the whole");
		ensure!(era.regions.is_sorted_by(|one, next| one.id < next.id), "5: the regions are not in order");
		let mut open: Vec<_> = era.ended.iter().filter(|(_, left)| *left > 0).collect();
		let ended = open.iter().all(|(ended, left)| *ended < era.index && *left <= MAX_WINDOW);
		ensure!(ended, "5: an era can be contested that has not ended, or for too long");
		open.sort();
		ensure!(open.is_sorted_by(|(one, _), (next, _)| one < next), "5: an era can be contested twice");
		// Those that were removed may have had a part in it.
		let volume = era.regions.iter().fold(0u128, |sum, region| sum.saturating_add(region.volume.into()));
		ensure!(volume <= era.volume, "5: the regions have more volume than the era");
		ensure!(NextRules::<T>::get().are_in_bounds() && era.rules.are_in_bounds(), "5: rules are out of bounds");
		Ok(())
	}
}
