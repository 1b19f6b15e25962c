//! What must hold after every block.

use crate::{
	impls::{POT_FREEZE, POT_PROVIDERS},
	pallet::*,
	types::is_institutional,
	InitiativeLedger, MilestoneId, MilestoneState,
};
use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};
use btt_primitives::{schedule, time::TokenClock, Allocation, Balance, Initiative, Moment, TOTAL_SUPPLY};
use frame_support::{
	ensure,
	traits::{
		fungible::{Inspect, InspectFreeze},
		Get, Time,
	},
};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Check every invariant of the pallet. For tests and `try-runtime`: reads everything.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		// Nothing is released before the launch but endowments, which are measured at the launch.
		let now = T::Time::now().max(T::Clock::launch());
		Self::check_pots()?;
		Self::check_supply()?;
		Self::check_release_cap(now)?;
		Self::check_initiatives(now)?;
		Self::check_milestone_ids()?;
		Self::check_objections()
	}

	/// 1. Every pot holds what remains of its allocation at least, and cannot be reaped.
	fn check_pots() -> Result<(), TryRuntimeError> {
		for (allocation, pot) in Self::pots() {
			ensure!(T::Currency::balance(&pot) >= Self::remaining(allocation), "1: a pot holds too little");
			ensure!(
				T::Currency::balance_frozen(&FreezeReason::Pot.into(), &pot) == POT_FREEZE,
				"1: a pot has lost its freeze"
			);
			ensure!(
				frame_system::Pallet::<T>::providers(&pot) >= POT_PROVIDERS,
				"1: a pot has lost its provider references"
			);
		}
		Ok(())
	}

	/// 2. The rows of the ledger are the supply, and no more than that exists.
	fn check_supply() -> Result<(), TryRuntimeError> {
		let mut sum: Balance = 0;
		for allocation in Allocation::ALL {
			let (released, remaining) = if is_institutional(allocation) {
				(allocation.total(), 0)
			} else {
				(Self::released_from_pot(allocation), Self::remaining(allocation))
			};
			ensure!(released <= allocation.total(), "2: more was released than an allocation has");
			sum = sum.saturating_add(released).saturating_add(remaining);
		}
		ensure!(sum == TOTAL_SUPPLY, "2: the ledger is not the supply");
		ensure!(T::Currency::total_issuance() <= TOTAL_SUPPLY, "2: more tokens exist than were ever issued");
		Ok(())
	}

	/// 3. What was released by decision, together with what counts by schedule, keeps to the cap now and later.
	fn check_release_cap(now: Moment) -> Result<(), TryRuntimeError> {
		let schedules = Self::schedules().ok_or("3: the schedules do not exist")?;
		ensure!(
			schedules.keeps_to_cap(now, Discretionary::<T>::get().total()),
			"3: releases exceed a cap, now or later"
		);
		Ok(())
	}

	/// 4. Per initiative: released <= min(line, accepted), accepted <= committed <= total, and the milestones add up
	///    to these figures. Accepted milestones follow each other along the line without overlapping.
	fn check_initiatives(now: Moment) -> Result<(), TryRuntimeError> {
		for initiative in Initiative::ALL {
			let InitiativeLedger { committed, accepted, released, open } = Initiatives::<T>::get(initiative);
			let line = schedule::initiative_line(T::Clock::token_generation_event(), initiative)
				.ok_or("4: a line does not exist")?;
			let reached = line.vested(now);
			ensure!(committed <= initiative.total(), "4: more is committed than an initiative has");
			ensure!(accepted <= committed, "4: more was accepted than is committed");
			ensure!(released <= accepted.min(reached), "4: more was paid than the line allows");

			let (mut open_milestones, mut open_amount, mut unpaid): (u32, Balance, Balance) = (0, 0, 0);
			let mut stretches = Vec::new();
			for milestone in Milestones::<T>::iter_values().filter(|milestone| milestone.initiative == initiative) {
				let MilestoneState::Accepted { offset, paid, .. } = milestone.state else {
					open_milestones = open_milestones.saturating_add(1);
					open_amount = open_amount.saturating_add(milestone.amount);
					continue;
				};
				ensure!(
					paid < milestone.amount && paid <= reached.saturating_sub(offset),
					"4: a milestone was paid ahead of the line, or is settled"
				);
				unpaid = unpaid.saturating_add(milestone.amount.saturating_sub(paid));
				stretches.push((offset, offset.saturating_add(milestone.amount)));
			}
			ensure!(open == open_milestones, "4: the undecided milestones are miscounted");
			ensure!(open <= T::MaxMilestones::get(), "4: too many undecided milestones");
			ensure!(committed.checked_sub(accepted) == Some(open_amount), "4: committed amounts do not add up");
			ensure!(accepted.checked_sub(released) == Some(unpaid), "4: paid amounts do not add up");
			stretches.sort();
			let last = stretches.into_iter().try_fold(0, |end, (from, to)| (end <= from).then_some(to));
			ensure!(last.is_some_and(|end| end <= accepted), "4: accepted milestones overlap");
		}
		Ok(())
	}

	/// 5. Ids are never used twice.
	fn check_milestone_ids() -> Result<(), TryRuntimeError> {
		let next = NextMilestone::<T>::get();
		ensure!(Milestones::<T>::iter_keys().all(|id| id < next), "5: a milestone has an id of the future");
		Ok(())
	}

	/// 6. The objections to an undecided milestone add up to its total.
	/// 7. The freeze of an account is the most that one of its objections needs.
	fn check_objections() -> Result<(), TryRuntimeError> {
		let mut sums = BTreeMap::<MilestoneId, Balance>::new();
		for (who, objections) in ObjectionsOf::<T>::iter() {
			ensure!(!objections.is_empty(), "6: an empty list of objections is stored");
			let mut seen = BTreeSet::new();
			for objection in objections.iter() {
				ensure!(seen.insert(objection.milestone), "6: an account has objected twice");
				let sum = sums.entry(objection.milestone).or_default();
				*sum = sum.saturating_add(objection.power);
			}
			ensure!(
				T::Currency::balance_frozen(&FreezeReason::Objection.into(), &who) == objections.frozen(),
				"7: a freeze is not what the objections need"
			);
		}
		for (id, milestone) in Milestones::<T>::iter() {
			let recorded = match milestone.state {
				MilestoneState::Open => 0,
				MilestoneState::Filed { objected, .. } | MilestoneState::Suspended { objected, .. } => objected,
				MilestoneState::Accepted { .. } => continue,
			};
			ensure!(sums.get(&id).copied().unwrap_or_default() == recorded, "6: the objections do not add up");
		}
		Ok(())
	}
}
