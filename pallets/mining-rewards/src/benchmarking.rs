//! Benchmarks, each of the worst case. The account that pays is whitelisted, like era, closed eras and books: every
//! payment touches it, and `on_initialize` accounts for it. Providers and those who are paid are not.

use super::*;
use crate::types::{
	ClosedEra, Slot, MAX_BATCH, MAX_BUYERS, MAX_CLASSES, MAX_REGIONS, MAX_REGISTRARS, MAX_SLOTS, RECENT_ERAS,
};
use btt_primitives::{
	mining::{Buyer, EraIndex, JobRewards, Outcome, RegionId, RewardSource, VerifiedJob},
	time::TokenClock,
	Balance, Moment, BTT,
};
use frame_benchmarking::v2::*;
use frame_support::{
	traits::{fungible::Inspect, EnsureOrigin, Get, OnTimestampSet},
	weights::Weight,
	BoundedVec,
};
use frame_system::RawOrigin;
use sp_runtime::Perbill;

/// What the benchmarks need of other pallets.
pub trait BenchmarkHelper<AccountId> {
	/// Set the chain's clock.
	fn set_time(now: Moment);

	/// Put as much at stake for `who` as takes longest to slash, with unvested tokens among it.
	fn stake(who: &AccountId);

	/// Give `who` the role of a provider, with unvested tokens at stake.
	fn provide(who: &AccountId);

	/// Give `who` so many units, some of them unvested.
	fn fund(who: &AccountId, amount: Balance);
}

const REGION: RegionId = MAX_REGIONS as RegionId;
const POINTS: u64 = 1_000_000_000;

/// The running era.
const NOW: EraIndex = 100;

fn admin<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::AdminOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

fn ruling<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::RulingOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

fn whitelist_pot<T: Config>() {
	let key = frame_system::Account::<T>::hashed_key_for(T::Source::pot());
	frame_benchmarking::benchmarking::add_to_whitelist(key.into());
}

/// Begin era `index`.
fn enter<T: Config>(index: EraIndex) {
	let duration = T::EraDuration::get();
	let now = T::Clock::mining_start() + Moment::from(index) * duration;
	T::BenchmarkHelper::set_time(now);
	Pallet::<T>::on_timestamp_set(now);
}

/// Mining in era [`NOW`], with as many regions as there can be, and as many recent eras closed, all of them final and
/// each with more points than anybody here has.
fn setup<T: Config>() {
	whitelist_pot::<T>();
	enter::<T>(NOW);
	let region = |id| Region { volume: 1_000_000_000_000, units: 1_000, ..Region::new(id, 10_000) };
	CurrentEra::<T>::mutate(|era| {
		era.regions = BoundedVec::truncate_from((1..=REGION).map(region).collect());
		era.volume = era.regions.iter().map(|region| u128::from(region.volume)).sum();
	});
	let budget = 100 * BTT;
	let eras = (NOW - RECENT_ERAS..NOW).map(|index| closed_era(index, budget));
	Closed::<T>::put(ClosedEras { recent: BoundedVec::truncate_from(eras.collect()), backlog: 0 });
	Ledger::<T>::mutate(|books| books.assign(budget * Balance::from(RECENT_ERAS)));
}

/// Let the last three eras be contestable.
fn keep_open<T: Config>() {
	CurrentEra::<T>::mutate(|era| era.ended = [(NOW - 1, 3), (NOW - 2, 2), (NOW - 3, 1)]);
}

fn closed_era(index: EraIndex, budget: Balance) -> ClosedEra {
	ClosedEra { index, budget, points: u128::from(POINTS) * 10_000, settled: u128::from(POINTS), payout_cap: 20 }
}

/// A provider that has earned points in `eras`, worked in the last of them for as many buyers as can be told apart, and
/// was not seen since.
fn provider_with<T: Config>(number: u32, eras: impl Iterator<Item = EraIndex>) -> T::AccountId {
	let who: T::AccountId = account("provider", number, 0);
	let mut slots: alloc::vec::Vec<_> = eras.map(|era| Slot { era, points: POINTS, fees: BTT, contested: 0 }).collect();
	let mut provider = Provider::new(&Era::default());
	if let Some(last) = slots.pop() {
		let buyers = (0..MAX_BUYERS).map(|buyer| (u64::from(buyer), POINTS));
		provider.era = last.era;
		provider.work.units = 1_000;
		provider.work.points = last.points;
		provider.work.fees = last.fees;
		provider.work.buyers = BoundedVec::truncate_from(buyers.collect());
	}
	provider.capacity = 1_000_000;
	provider.stake = 1_000_000 * BTT;
	provider.judged = u64::MAX / 2;
	provider.passed = u64::MAX / 3;
	provider.energy = Some(1_000);
	provider.controller = Some(1);
	provider.location = Some(Location { region: REGION, since: 0 });
	provider.slots = BoundedVec::truncate_from(slots);
	Providers::<T>::insert(&who, provider);
	who
}

/// The recent eras.
fn recent_eras() -> impl Iterator<Item = EraIndex> {
	NOW - RECENT_ERAS..NOW
}

/// The eras that [`keep_open`] leaves contestable, and one before that is final.
fn last_eras() -> impl Iterator<Item = EraIndex> {
	NOW - MAX_SLOTS..NOW
}

/// A job of `provider` for a buyer that it has no counter for.
fn job<T: Config>(provider: T::AccountId) -> VerifiedJob<T::AccountId> {
	VerifiedJob {
		provider,
		buyer: Buyer { account: account("clinic", 0, 0), controller: None, accredited: true },
		region: REGION,
		units: 1_000,
		energy: 1_000_000,
		price: 10 * BTT,
		floor_price: BTT,
		reference_price: 20 * BTT,
		public_fees: BTT,
		outcome: Outcome::Accepted,
	}
}

/// A provider whose last era, which can be contested, has points; and somebody who can put up the bond.
fn contestable<T: Config>() -> (T::AccountId, EraIndex, T::AccountId) {
	keep_open::<T>();
	T::BenchmarkHelper::stake(&account("provider", 0, 0));
	let who = provider_with::<T>(0, last_eras().skip(1));
	let challenger: T::AccountId = account("challenger", 0, 0);
	T::BenchmarkHelper::fund(&challenger, 1_000 * BTT);
	(who, NOW - 1, challenger)
}

/// A dispute about the provider of [`contestable`], who has final slots to settle, too.
fn disputed<T: Config>() -> Result<(T::AccountId, EraIndex), BenchmarkError> {
	let (who, era, challenger) = contestable::<T>();
	Pallet::<T>::contest(RawOrigin::Signed(challenger).into(), who.clone(), era, POINTS)?;
	NextRules::<T>::mutate(|rules| rules.slash = Perbill::one());
	enter::<T>(NOW + 4);
	Ok((who, era))
}

#[benchmarks]
mod benches {
	use super::*;

	#[benchmark]
	fn settle(n: Linear<1, MAX_BATCH>) {
		setup::<T>();
		keep_open::<T>();
		let providers: alloc::vec::Vec<_> = (0..n).map(|number| provider_with::<T>(number, last_eras())).collect();
		let caller = whitelisted_caller();
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), BoundedVec::truncate_from(providers.clone()));

		for who in providers {
			assert!(T::Currency::balance(&who) > 0 && Providers::<T>::get(&who).unwrap().paid > 0);
		}
	}

	#[benchmark]
	fn settle_slots(n: Linear<1, MAX_SLOTS>) -> Result<(), BenchmarkError> {
		setup::<T>();
		let who = provider_with::<T>(0, recent_eras().take(n as usize));
		let batch = BoundedVec::truncate_from(alloc::vec![who.clone()]);
		#[block]
		{
			Pallet::<T>::do_settle(batch).map_err(|error| error.error)?;
		}

		assert!(Providers::<T>::get(&who).unwrap().slots.is_empty());
		Ok(())
	}

	#[benchmark]
	fn settle_backlog(n: Linear<1, MAX_SLOTS>) -> Result<(), BenchmarkError> {
		setup::<T>();
		for era in 0..n {
			Backlog::<T>::insert(era, closed_era(era, 100 * BTT));
			Ledger::<T>::mutate(|books| books.assign(100 * BTT));
		}
		Closed::<T>::mutate(|closed| closed.backlog = n);
		let who = provider_with::<T>(0, 0..n);
		let batch = BoundedVec::truncate_from(alloc::vec![who.clone()]);
		#[block]
		{
			Pallet::<T>::do_settle(batch).map_err(|error| error.error)?;
		}

		assert!(Providers::<T>::get(&who).unwrap().slots.is_empty());
		Ok(())
	}

	#[benchmark]
	fn settle_contested(n: Linear<1, MAX_SLOTS>) -> Result<(), BenchmarkError> {
		setup::<T>();
		let who = provider_with::<T>(0, recent_eras().take(n as usize));
		Providers::<T>::mutate(&who, |provider| {
			let provider = provider.as_mut().unwrap();
			provider.enter(&CurrentEra::<T>::get());
			for slot in provider.slots.iter_mut() {
				slot.contested = POINTS / 2;
				let dispute = Dispute {
					challenger: account("challenger", slot.era, 0),
					points: POINTS / 2,
					bond: BTT,
					until: 0,
					share: None,
				};
				Disputes::<T>::insert(&who, slot.era, dispute);
			}
		});
		let batch = BoundedVec::truncate_from(alloc::vec![who.clone()]);
		#[block]
		{
			Pallet::<T>::do_settle(batch).map_err(|error| error.error)?;
		}

		assert!(Disputes::<T>::iter_values().all(|dispute| dispute.share.is_some()));
		Ok(())
	}

	#[benchmark]
	fn sweep(n: Linear<0, 100>) {
		setup::<T>();
		keep_open::<T>();
		for number in 0..n {
			provider_with::<T>(number, last_eras().skip(1));
		}
		let before = Closed::<T>::get();
		#[block]
		{
			Pallet::<T>::sweep(Weight::MAX);
		}

		assert_eq!(Closed::<T>::get(), before);
	}

	#[benchmark]
	fn contest() -> Result<(), BenchmarkError> {
		setup::<T>();
		let (who, era, challenger) = contestable::<T>();
		let first: T::AccountId = account("first", 0, 0);
		T::BenchmarkHelper::fund(&first, 1_000 * BTT);
		Pallet::<T>::contest(RawOrigin::Signed(first).into(), who.clone(), era, 1)?;
		#[extrinsic_call]
		_(RawOrigin::Signed(challenger.clone()), who.clone(), era, POINTS);

		assert_eq!(Disputes::<T>::get(&who, era).unwrap().challenger, challenger);
		Ok(())
	}

	#[benchmark]
	fn rule() -> Result<(), BenchmarkError> {
		setup::<T>();
		let (who, era) = disputed::<T>()?;
		let origin = ruling::<T>()?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, who.clone(), era, POINTS);

		assert!(Disputes::<T>::get(&who, era).is_none());
		Ok(())
	}

	#[benchmark]
	fn lapse() -> Result<(), BenchmarkError> {
		setup::<T>();
		let (who, era) = disputed::<T>()?;
		Disputes::<T>::mutate(&who, era, |dispute| dispute.as_mut().unwrap().until = 0);
		let caller = whitelisted_caller();
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), who.clone(), era);

		assert!(Disputes::<T>::get(&who, era).is_none());
		Ok(())
	}

	#[benchmark]
	fn refresh() {
		setup::<T>();
		T::BenchmarkHelper::provide(&account("provider", 0, 0));
		let who = provider_with::<T>(0, last_eras());
		Providers::<T>::mutate(&who, |provider| provider.as_mut().unwrap().stake = 1);
		let caller = whitelisted_caller();
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), who.clone());

		assert!(Providers::<T>::get(&who).unwrap().stake != 1);
	}

	#[benchmark]
	fn forget() {
		setup::<T>();
		let who: T::AccountId = account("provider", 0, 0);
		Providers::<T>::insert(&who, Provider::new(&CurrentEra::<T>::get()));
		let caller = whitelisted_caller();
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), who.clone());

		assert!(Providers::<T>::get(&who).is_none());
	}

	#[benchmark]
	fn attest() {
		setup::<T>();
		let who = provider_with::<T>(0, last_eras());
		let registrars = (0..MAX_REGISTRARS).map(|number| account("registrar", number, 0));
		Registrars::<T>::put(BoundedVec::<T::AccountId, _>::truncate_from(registrars.collect()));
		Hardware::<T>::insert(1, 1_000);
		let attestation = Attestation { region: Some(REGION - 1), hardware: Some(1), controller: Some(2) };
		#[extrinsic_call]
		_(RawOrigin::Signed(account("registrar", MAX_REGISTRARS - 1, 0)), who.clone(), attestation);

		assert!(Providers::<T>::get(&who).unwrap().is_in(REGION - 1));
	}

	#[benchmark]
	fn set_rules() -> Result<(), BenchmarkError> {
		let rules = Rules { settling_days: 1, ..Rules::default() };
		let origin = admin::<T>()?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, rules);

		assert_eq!(NextRules::<T>::get(), rules);
		Ok(())
	}

	#[benchmark]
	fn set_region() -> Result<(), BenchmarkError> {
		setup::<T>();
		Pallet::<T>::do_remove_region(1)?;
		let origin = admin::<T>()?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, 1, 10_000);

		assert_eq!(CurrentEra::<T>::get().regions.len() as u32, MAX_REGIONS);
		Ok(())
	}

	#[benchmark]
	fn remove_region() -> Result<(), BenchmarkError> {
		setup::<T>();
		let origin = admin::<T>()?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, 1);

		assert!(!CurrentEra::<T>::get().has_region(1));
		Ok(())
	}

	#[benchmark]
	fn set_hardware() -> Result<(), BenchmarkError> {
		for class in Hardware::<T>::count()..MAX_CLASSES - 1 {
			Hardware::<T>::insert(10_000 + class as HardwareClass, 1);
		}
		let origin = admin::<T>()?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, 9_999, 1);

		assert!(Hardware::<T>::contains_key(9_999));
		Ok(())
	}

	#[benchmark]
	fn remove_hardware() -> Result<(), BenchmarkError> {
		Hardware::<T>::insert(9_999, 1);
		let origin = admin::<T>()?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, 9_999);

		assert!(!Hardware::<T>::contains_key(9_999));
		Ok(())
	}

	#[benchmark]
	fn add_registrar() -> Result<(), BenchmarkError> {
		let registrars = (1..MAX_REGISTRARS).map(|number| account("registrar", number, 0));
		Registrars::<T>::put(BoundedVec::<T::AccountId, _>::truncate_from(registrars.collect()));
		let origin = admin::<T>()?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, account("registrar", 0, 0));

		assert_eq!(Registrars::<T>::get().len() as u32, MAX_REGISTRARS);
		Ok(())
	}

	#[benchmark]
	fn remove_registrar() -> Result<(), BenchmarkError> {
		let registrars = (0..MAX_REGISTRARS).map(|number| account("registrar", number, 0));
		Registrars::<T>::put(BoundedVec::<T::AccountId, _>::truncate_from(registrars.collect()));
		let origin = admin::<T>()?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, account("registrar", 0, 0));

		assert_eq!(Registrars::<T>::get().len() as u32, MAX_REGISTRARS - 1);
		Ok(())
	}

	/// An era with points ends, and the oldest recent one has to make room.
	#[benchmark]
	fn close_era() {
		setup::<T>();
		CurrentEra::<T>::mutate(|era| era.points = POINTS.into());
		let end = CurrentEra::<T>::get().end;
		#[block]
		{
			Pallet::<T>::on_timestamp_set(end);
		}

		assert_eq!(Closed::<T>::get().backlog, 1);
	}

	/// The first job of a provider in an era, with as many earlier ones that can be contested as there can be. A later job,
	/// for the last of as many buyers as can be told apart, takes a little less.
	#[benchmark]
	fn report() -> Result<(), BenchmarkError> {
		setup::<T>();
		keep_open::<T>();
		let job = job::<T>(provider_with::<T>(0, last_eras().skip(1)));
		let credit;
		#[block]
		{
			credit = Pallet::<T>::report(&job)?;
		}

		assert!(credit.points > 0);
		Ok(())
	}

	/// As [`report`], with one more era, which is final and is paid.
	#[benchmark]
	fn report_and_settle() -> Result<(), BenchmarkError> {
		setup::<T>();
		keep_open::<T>();
		let who = provider_with::<T>(0, last_eras());
		let job = job::<T>(who.clone());
		#[block]
		{
			Pallet::<T>::report(&job)?;
		}

		assert!(T::Currency::balance(&who) > 0 && Providers::<T>::get(&who).unwrap().paid > 0);
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::ExtBuilder::default().build(), crate::mock::Test);
}
