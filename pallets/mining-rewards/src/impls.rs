//! What the other calls do, and how other pallets meet this one.

use crate::{
	settlement::{self, Desk},
	types::{MAX_CLASSES, MAX_UNIT_ENERGY},
	Attestation, Config, CurrentEra, Error, Event, Hardware, HardwareClass, Ledger, Location, NextRules, Pallet,
	Provider, Providers, Region, Registrars, Rules, Slot, WeightInfo,
};
use btt_math::rewards::WHOLE;
use btt_primitives::{
	mining::{
		EmissionInfo, JobCredit, JobRewards, ProviderInfo, RegionId, RewardsPaid, VerifiedJob, MAX_JOB_ENERGY,
		MAX_JOB_UNITS,
	},
	staking::{OnStakeChanged, Role, StakeInfo},
	vesting::{OnRotate, Unvested},
	Allocation, Balance,
};
use frame_support::{ensure, traits::Time, weights::Weight};
use sp_runtime::{DispatchError, DispatchResult, Permill};

impl<T: Config> JobRewards<T::AccountId> for Pallet<T> {
	fn report(job: &VerifiedJob<T::AccountId>) -> Result<JobCredit, DispatchError> {
		ensure!((1..=MAX_JOB_UNITS).contains(&job.units), Error::<T>::UnitsOutOfBounds);
		ensure!((1..=MAX_JOB_ENERGY).contains(&job.energy), Error::<T>::EnergyOutOfBounds);
		ensure!(job.reference_price > 0, Error::<T>::NoReferencePrice);
		let who = &job.provider;
		let mut era = CurrentEra::<T>::get();
		let place = era.place_of(job.region).map_err(|_| Error::<T>::UnknownRegion)?;
		let (units, points) = Providers::<T>::try_mutate(who, |provider| {
			let provider = provider.as_mut().ok_or(Error::<T>::NotProvider)?;
			ensure!(era.end > 0, Error::<T>::NotStarted);
			provider.enter(&era);
			if provider.owed > 0 || provider.has_due(&era) {
				let mut desk = Desk::<T>::open(&era);
				desk.touch(who, provider);
				desk.close();
			}
			Ok::<_, Error<T>>(era.count(job, place, provider))
		})?;
		let credit = JobCredit { era: era.index, units, points };
		CurrentEra::<T>::put(era);
		Ok(credit)
	}

	fn report_weight() -> Weight {
		settlement::most::<T>(T::WeightInfo::report_and_settle(), 1)
	}
}

impl<T: Config> OnStakeChanged<T::AccountId> for Pallet<T> {
	fn on_stake_changed(who: &T::AccountId, stake: Balance) {
		let is_provider = T::Stake::has_role(who, Role::Provider);
		let era = CurrentEra::<T>::get();
		let mut provider = match Providers::<T>::get(who) {
			Some(provider) => provider,
			None if !is_provider => return,
			None => {
				Self::deposit_event(Event::ProviderAdded { provider: who.clone() });
				Provider::new(&era)
			}
		};
		provider.enter(&era);
		provider.stake = if is_provider { Self::vested(who, stake) } else { 0 };
		if era.end == 0 {
			// The first era has not begun.
			provider.capacity = provider.capacity_by(&NextRules::<T>::get());
		}
		Providers::<T>::insert(who, provider);
	}

	fn on_stake_changed_weight() -> Weight {
		T::WeightInfo::refresh()
	}
}

impl<T: Config> OnRotate<T::AccountId> for Pallet<T> {
	/// A provider moves with everything that it earned and with its reputation.
	fn on_rotate(from: &T::AccountId, to: &T::AccountId) -> Result<(), DispatchError> {
		let Some(provider) = Providers::<T>::get(from) else { return Ok(()) };
		ensure!(!Self::is_accused(from), Error::<T>::HasDispute);
		if let Some(other) = Providers::<T>::get(to) {
			// There is one already where stake and role have moved before.
			ensure!(other.is_new(), Error::<T>::IsProvider);
		}
		Providers::<T>::remove(from);
		Providers::<T>::insert(to, provider);
		Self::deposit_event(Event::ProviderMoved { from: from.clone(), to: to.clone() });
		Ok(())
	}

	fn on_rotated(_: &T::AccountId, to: &T::AccountId) {
		if Providers::<T>::contains_key(to) {
			Self::on_stake_changed(to, T::Stake::stake_of(to));
		}
	}

	/// Stake leaves one account and comes to the other, and is looked up again when all of it has moved.
	fn on_rotate_weight() -> Weight {
		T::WeightInfo::refresh().saturating_mul(3)
	}
}

impl<T: Config> RewardsPaid for Pallet<T> {
	fn paid() -> Balance {
		Ledger::<T>::get().paid
	}
}

// What clients may ask.
impl<T: Config> Pallet<T> {
	/// The emission.
	pub fn emission() -> EmissionInfo {
		let (era, remaining) = (CurrentEra::<T>::get(), Ledger::<T>::get().unassigned);
		EmissionInfo {
			era: era.index,
			era_started: era.start,
			era_budget: era.budget,
			assigned: Allocation::MiningRewards.total().saturating_sub(remaining),
			remaining,
		}
	}

	/// A provider as it is in this era.
	pub fn provider(who: &T::AccountId) -> Option<ProviderInfo> {
		let mut provider = Providers::<T>::get(who)?;
		let era = CurrentEra::<T>::get();
		let desk = Desk::<T>::open(&era);
		provider.enter(&era);
		let due = |slot: &Slot| desk.closed_era(slot.era).map_or(0, |closed| closed.quote(slot).due);
		Some(ProviderInfo {
			pending: provider.slots.iter().map(due).fold(0, Balance::saturating_add),
			owed: provider.owed,
			paid: provider.paid,
			units: provider.work.units,
			quality: Permill::from_parts(provider.quality),
			region: provider.location.map(|at| at.region),
			capacity: provider.capacity,
		})
	}
}

impl<T: Config> Pallet<T> {
	/// What of the `stake` of `who` is vested. A slash would take unvested tokens first, so they count first, too.
	fn vested(who: &T::AccountId, stake: Balance) -> Balance {
		stake.saturating_sub(T::Unvested::unvested(who))
	}

	pub(crate) fn do_refresh(who: T::AccountId) -> DispatchResult {
		ensure!(Providers::<T>::contains_key(&who), Error::<T>::NotProvider);
		Self::on_stake_changed(&who, T::Stake::stake_of(&who));
		Ok(())
	}

	pub(crate) fn do_forget(who: T::AccountId) -> DispatchResult {
		let mut provider = Providers::<T>::get(&who).ok_or(Error::<T>::NotProvider)?;
		ensure!(!T::Stake::has_role(&who, Role::Provider), Error::<T>::IsProvider);
		provider.enter(&CurrentEra::<T>::get());
		ensure!(!Self::is_accused(&who), Error::<T>::HasDispute);
		ensure!(provider.is_idle(), Error::<T>::NotIdle);
		Providers::<T>::remove(&who);
		Self::deposit_event(Event::ProviderForgotten { provider: who });
		Ok(())
	}

	pub(crate) fn do_attest(registrar: T::AccountId, who: T::AccountId, attestation: Attestation) -> DispatchResult {
		ensure!(Registrars::<T>::get().contains(&registrar), Error::<T>::NotRegistrar);
		let mut provider = Providers::<T>::get(&who).ok_or(Error::<T>::NotProvider)?;
		let era = CurrentEra::<T>::get();
		if let Some(region) = attestation.region {
			ensure!(era.has_region(region), Error::<T>::UnknownRegion);
		}
		let energy = match attestation.hardware {
			Some(class) => Some(Hardware::<T>::get(class).ok_or(Error::<T>::UnknownHardware)?),
			None => None,
		};
		provider.enter(&era);
		if provider.location.map(|at| at.region) != attestation.region {
			provider.location = attestation.region.map(|region| Location { region, since: T::Time::now() });
			provider.located = false;
		}
		provider.energy = energy;
		provider.controller = attestation.controller;
		Providers::<T>::insert(&who, provider);
		Self::deposit_event(Event::Attested { provider: who, attestation, registrar });
		Ok(())
	}

	pub(crate) fn do_set_rules(rules: Rules) -> DispatchResult {
		ensure!(rules.are_in_bounds(), Error::<T>::OutOfBounds);
		NextRules::<T>::put(rules);
		Self::deposit_event(Event::RulesSet { rules });
		Ok(())
	}

	pub(crate) fn do_set_region(id: RegionId, target: u32) -> DispatchResult {
		CurrentEra::<T>::try_mutate(|era| {
			let others = era.regions.iter().filter(|region| region.id != id);
			let targets = others.fold(target, |sum, region| sum.saturating_add(region.next_target));
			ensure!(targets <= WHOLE, Error::<T>::SharesExceedWhole);
			match era.place_of(id) {
				// What counts in this era is not to change.
				Ok(place) => era.regions.get_mut(place).into_iter().for_each(|region| region.next_target = target),
				Err(place) => {
					let region = Region::new(id, target);
					era.regions.try_insert(place, region).map_err(|_| Error::<T>::TooMany)?;
				}
			}
			Ok::<_, Error<T>>(())
		})?;
		Self::deposit_event(Event::RegionSet { region: id, target });
		Ok(())
	}

	pub(crate) fn do_remove_region(region: RegionId) -> DispatchResult {
		CurrentEra::<T>::try_mutate(|era| {
			let place = era.place_of(region).map_err(|_| Error::<T>::UnknownRegion)?;
			era.regions.remove(place);
			Ok::<_, Error<T>>(())
		})?;
		Self::deposit_event(Event::RegionRemoved { region });
		Ok(())
	}

	pub(crate) fn do_set_hardware(class: HardwareClass, energy: u64) -> DispatchResult {
		ensure!((1..=MAX_UNIT_ENERGY).contains(&energy), Error::<T>::OutOfBounds);
		ensure!(!Hardware::<T>::contains_key(class), Error::<T>::HardwareExists);
		ensure!(Hardware::<T>::count() < MAX_CLASSES, Error::<T>::TooMany);
		Hardware::<T>::insert(class, energy);
		Self::deposit_event(Event::HardwareSet { class, energy });
		Ok(())
	}

	pub(crate) fn do_remove_hardware(class: HardwareClass) -> DispatchResult {
		Hardware::<T>::take(class).ok_or(Error::<T>::UnknownHardware)?;
		Self::deposit_event(Event::HardwareRemoved { class });
		Ok(())
	}

	pub(crate) fn do_add_registrar(registrar: T::AccountId) -> DispatchResult {
		let mut registrars = Registrars::<T>::get();
		ensure!(!registrars.contains(&registrar), Error::<T>::IsRegistrar);
		registrars.try_push(registrar.clone()).map_err(|_| Error::<T>::TooMany)?;
		Registrars::<T>::put(registrars);
		Self::deposit_event(Event::RegistrarAdded { registrar });
		Ok(())
	}

	pub(crate) fn do_remove_registrar(registrar: T::AccountId) -> DispatchResult {
		let mut registrars = Registrars::<T>::get();
		let known = registrars.len();
		registrars.retain(|other| *other != registrar);
		ensure!(registrars.len() < known, Error::<T>::NotRegistrar);
		Registrars::<T>::put(registrars);
		Self::deposit_event(Event::RegistrarRemoved { registrar });
		Ok(())
	}
}
