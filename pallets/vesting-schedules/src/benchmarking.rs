//! Benchmarks, each of the worst case: as many lines as an account may have, all of them vesting.

use super::*;
use btt_math::line::Line;
use btt_primitives::{
	vesting::{GrantVesting, Unvested},
	Balance, Moment,
};
use frame_benchmarking::v2::*;
use frame_support::traits::{
	fungible::{Inspect, Mutate},
	EnsureOrigin, Get,
};
use frame_system::RawOrigin;
use sp_runtime::traits::StaticLookup;

/// What the benchmarks need of other pallets.
pub trait BenchmarkHelper<AccountId> {
	/// Set the chain's clock.
	fn set_time(now: Moment);

	/// Give `who`, who holds tokens already, as much as there can be of everything that a rotation moves or clears.
	fn burden(who: &AccountId);
}

/// An instant at which everything of [`beneficiary`] is vesting.
const NOW: Moment = 5_000;

fn beneficiary<T: Config>() -> T::AccountId {
	let who: T::AccountId = account("beneficiary", 0, 0);
	let part = T::Currency::minimum_balance() * 1_000_000;
	let lines = T::MaxLines::get();
	T::Currency::set_balance(&who, part * Balance::from(lines) * 2);
	T::BenchmarkHelper::set_time(0);
	for line in 0..lines {
		let line = Line::new(0, 1, 10_000 + Moment::from(line), part).expect("the line is in order");
		assert_eq!(Pallet::<T>::grant(&who, line), Ok(()));
	}
	who
}

fn assert_settled<T: Config>(who: &T::AccountId) {
	let schedule = Schedules::<T>::get(who).expect("the lines have not ended");
	assert_eq!(schedule.as_of(), NOW);
	assert_eq!(schedule.lines().len() as u32, T::MaxLines::get());
	assert_eq!(schedule.frozen(), Pallet::<T>::unvested(who));
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn vest() {
		let caller: T::AccountId = whitelisted_caller();
		let target = beneficiary::<T>();
		T::BenchmarkHelper::set_time(NOW);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), T::Lookup::unlookup(target.clone()));

		assert_settled::<T>(&target);
	}

	#[benchmark]
	fn rotate() {
		let old = beneficiary::<T>();
		let new: T::AccountId = account("new", 0, 0);
		T::BenchmarkHelper::burden(&old);
		T::BenchmarkHelper::set_time(NOW);

		#[extrinsic_call]
		_(RawOrigin::Signed(old.clone()), T::Lookup::unlookup(new.clone()));

		assert!(!Pallet::<T>::is_beneficiary(&old));
		assert_settled::<T>(&new);
	}

	#[benchmark]
	fn force_rotate() -> Result<(), BenchmarkError> {
		let origin = T::RotateOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let old = beneficiary::<T>();
		let new: T::AccountId = account("new", 0, 0);
		T::BenchmarkHelper::burden(&old);
		T::BenchmarkHelper::set_time(NOW);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, T::Lookup::unlookup(old.clone()), T::Lookup::unlookup(new.clone()));

		assert!(!Pallet::<T>::is_beneficiary(&old));
		assert_settled::<T>(&new);
		Ok(())
	}

	#[benchmark]
	fn sweep_base() {
		let _ = Schedules::<T>::clear(u32::MAX, None);
		let after: T::AccountId = account("after", 0, 0);
		Sweep::<T>::put(SweepProgress { began: 0, after: Some(after) });
		T::BenchmarkHelper::set_time(NOW);

		#[block]
		{
			Pallet::<T>::sweep(Pallet::<T>::sweep_limit());
		}

		assert_eq!(Sweep::<T>::get(), Some(SweepProgress { began: 0, after: None }));
	}

	#[benchmark]
	fn sweep_account() {
		let _ = Schedules::<T>::clear(u32::MAX, None);
		Sweep::<T>::kill();
		let who = beneficiary::<T>();
		T::BenchmarkHelper::set_time(NOW);

		#[block]
		{
			Pallet::<T>::sweep(Pallet::<T>::sweep_limit());
		}

		assert_settled::<T>(&who);
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::ExtBuilder::default().build(), crate::mock::Test);
}
