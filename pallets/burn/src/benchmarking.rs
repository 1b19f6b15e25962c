//! Benchmarks, each of the worst case.

use super::*;
use btt_primitives::{
	burn::{BurnPolicies, BurnReason, BurnSink},
	Balance, Moment, BTT, DAY, HOUR, TOKEN_GENERATION_EVENT as NOW,
};
use frame_benchmarking::v2::*;
use frame_support::traits::{
	fungible::{Balanced, Inspect},
	EnsureOrigin, Get,
};
use frame_system::RawOrigin;
use sp_runtime::Permill;

/// What the benchmarks need of other pallets.
pub trait BenchmarkHelper<Identity> {
	/// Set the chain's clock.
	fn set_time(now: Moment);

	/// The identity with this number.
	fn identity(number: u32) -> Identity;
}

/// An identity that transferred as much as the threshold in each hour of its window, the last of them at [`NOW`].
fn identity_with_window<T: Config>() -> T::Identity {
	let who = T::BenchmarkHelper::identity(0);
	for hour in (0..types::HOURS as Moment).rev() {
		T::BenchmarkHelper::set_time(NOW - hour * HOUR);
		let _ = Pallet::<T>::on_transfer(&who, Policies::default().threshold);
	}
	who
}

fn assert_burned<T: Config>(reason: BurnReason, amount: Balance) {
	frame_system::Pallet::<T>::assert_has_event(Event::<T>::Burned { reason, amount }.into());
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn burn() {
		let caller: T::AccountId = whitelisted_caller();
		let amount = 10 * BTT;
		assert!(T::Currency::resolve(&caller, T::Currency::issue(amount + 1)).is_ok());

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), amount);

		assert_eq!(T::Currency::total_balance(&caller), 0);
		assert_burned::<T>(BurnReason::Voluntary, amount);
		assert_burned::<T>(BurnReason::Dust, 1);
	}

	#[benchmark]
	fn set_policy() -> Result<(), BenchmarkError> {
		let origin = T::AdminOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let policy = Policy::HighValueTransfer { rate: Permill::from_percent(1), threshold: 1_000 * BTT };

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, policy);

		assert_eq!(CurrentPolicies::<T>::get().threshold, 1_000 * BTT);
		Ok(())
	}

	#[benchmark]
	fn forget_window() {
		let caller: T::AccountId = whitelisted_caller();
		let who = identity_with_window::<T>();
		T::BenchmarkHelper::set_time(NOW + 2 * DAY);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), who.clone());

		assert_eq!(Windows::<T>::get(who), None);
	}

	#[benchmark]
	fn burn_by_policy() {
		T::BenchmarkHelper::set_time(NOW);
		let burned = T::YearlyCeiling::get() - BTT;
		ThisYear::<T>::put(YearlyBurns { year: types::year_of(NOW), burned });
		let tokens = T::Currency::issue(3 * BTT);

		#[block]
		{
			<Pallet<T> as BurnSink<_>>::burn(BurnReason::Fees, tokens);
		}

		assert_eq!(ThisYear::<T>::get().burned, T::YearlyCeiling::get());
		assert_burned::<T>(BurnReason::Fees, BTT);
	}

	#[benchmark]
	fn burn_otherwise() {
		let tokens = T::Currency::issue(BTT);

		#[block]
		{
			<Pallet<T> as BurnSink<_>>::burn(BurnReason::Dust, tokens);
		}

		assert_burned::<T>(BurnReason::Dust, BTT);
	}

	#[benchmark]
	fn on_tokenisation() {
		let due;

		#[block]
		{
			due = <Pallet<T> as BurnPolicies<T::Identity>>::on_tokenisation(1_000 * BTT + 1);
		}

		assert!(due > 0);
	}

	#[benchmark]
	fn on_transfer() {
		let who = identity_with_window::<T>();
		T::BenchmarkHelper::set_time(NOW + HOUR);
		let due;

		#[block]
		{
			due = Pallet::<T>::on_transfer(&who, 1_000 * BTT + 1);
		}

		assert!(due > 0);
	}

	#[benchmark]
	fn on_premium() {
		let due;

		#[block]
		{
			due = <Pallet<T> as BurnPolicies<T::Identity>>::on_premium(1_000 * BTT + 1);
		}

		assert!(due > 0);
	}

	#[benchmark]
	fn sweep_base() {
		let _ = Windows::<T>::clear(u32::MAX, None);
		Sweep::<T>::put(SweepProgress { began: 0, after: Some(T::BenchmarkHelper::identity(0)) });
		T::BenchmarkHelper::set_time(NOW);

		#[block]
		{
			Pallet::<T>::sweep(Pallet::<T>::sweep_limit());
		}

		assert_eq!(Sweep::<T>::get(), Some(SweepProgress { began: 0, after: None }));
	}

	#[benchmark]
	fn sweep_window() {
		let _ = Windows::<T>::clear(u32::MAX, None);
		Sweep::<T>::kill();
		let who = identity_with_window::<T>();
		T::BenchmarkHelper::set_time(NOW + 2 * DAY);

		#[block]
		{
			Pallet::<T>::sweep(Pallet::<T>::sweep_limit());
		}

		assert_eq!(Windows::<T>::get(who), None);
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::ExtBuilder::default().build(), crate::mock::Test);
}
