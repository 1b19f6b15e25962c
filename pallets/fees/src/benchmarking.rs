//! Benchmarks, each of the worst case: a payer with stake and premium access, whose fee is refunded in part.
//!
//! What every payment touches, whoever pays, is whitelisted where a payment is measured; `on_initialize` accounts for it,
//! once a block.

use super::*;
use btt_primitives::{
	fees::{FeeSink, FeeSplit},
	Balance, Moment, BTT,
};
use frame_benchmarking::v2::*;
use frame_support::{
	dispatch::{DispatchInfo, GetDispatchInfo, Pays, PostDispatchInfo},
	traits::{
		fungible::{Balanced, Inspect, Mutate},
		EnsureOrigin, Get, Hooks, Time,
	},
	weights::Weight,
};
use frame_system::RawOrigin;
use pallet_transaction_payment::{ChargeTransactionPayment, OnChargeTransaction};
use sp_runtime::{
	traits::{AsTransactionAuthorizedOrigin, DispatchTransaction, Dispatchable, One},
	FixedU128, Perbill,
};

extern crate alloc;
use alloc::vec::Vec;

/// What the benchmarks need of other pallets.
pub trait BenchmarkHelper<AccountId> {
	/// Set the chain's clock.
	fn set_time(now: Moment);

	/// Put as much at stake for `who` as takes longest to look up.
	fn burden(who: &AccountId);

	/// The keys that every payment reads or writes, whoever pays: no more than [`SHARED_READS`], of which no more than
	/// [`SHARED_WRITES`] are written.
	fn shared_keys() -> Vec<Vec<u8>>;
}

fn whitelist_shared<T: Config>() {
	let keys = T::BenchmarkHelper::shared_keys();
	assert!(keys.len() as u64 <= SHARED_READS, "on_initialize accounts for fewer keys");
	keys.into_iter().for_each(|key| frame_benchmarking::benchmarking::add_to_whitelist(key.into()));
}

fn pass<T: Config>(days: u64) {
	T::BenchmarkHelper::set_time(T::Time::now() + T::Day::get() * days);
}

/// A founded fund, and somebody with tokens.
fn funded<T: Config>(name: &'static str) -> T::AccountId {
	pass::<T>(1);
	let fund = Pallet::<T>::fund();
	if T::Currency::balance(&fund) == 0 {
		T::Currency::set_balance(&fund, T::Currency::minimum_balance());
	}
	let who: T::AccountId = account(name, 0, 0);
	T::Currency::set_balance(&who, 1_000_000 * BTT);
	who
}

fn admin<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::AdminOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

#[benchmarks(where
	T: pallet_transaction_payment::Config,
	<T as pallet_transaction_payment::Config>::OnChargeTransaction: OnChargeTransaction<T, Balance = Balance>,
	<T as frame_system::Config>::RuntimeOrigin: AsTransactionAuthorizedOrigin,
	<T as frame_system::Config>::RuntimeCall:
		Dispatchable<Info = DispatchInfo, PostInfo = PostDispatchInfo> + GetDispatchInfo,
)]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn set_fee_split() -> Result<(), BenchmarkError> {
		let origin = admin::<T>()?;
		let split = FeeSplit { development: Perbill::one(), ..empty() };

		#[extrinsic_call]
		_(origin as <T as frame_system::Config>::RuntimeOrigin, split);

		assert_eq!(Split::<T>::get(), split);
		Ok(())
	}

	#[benchmark]
	fn spend() -> Result<(), BenchmarkError> {
		let origin = T::SpendOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		funded::<T>("somebody");
		T::Currency::set_balance(&Pallet::<T>::fund(), 1_000 * BTT);
		let beneficiary: T::AccountId = account("beneficiary", 0, 0);
		let reason = Reason::try_from(alloc::vec![b'x'; 256]).unwrap();

		#[extrinsic_call]
		_(origin as <T as frame_system::Config>::RuntimeOrigin, beneficiary.clone(), 100 * BTT, reason);

		assert_eq!(T::Currency::balance(&beneficiary), 100 * BTT);
		Ok(())
	}

	#[benchmark]
	fn buy_premium() {
		let who = funded::<T>("buyer");
		Pallet::<T>::do_buy_premium(who.clone(), 1, Balance::MAX).unwrap();

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), 11, Balance::MAX);

		assert_eq!(PremiumUntil::<T>::get(&who), Some(T::Time::now() + Pallet::<T>::period() * 12));
	}

	#[benchmark]
	fn forget_premium() {
		let who = funded::<T>("buyer");
		Pallet::<T>::do_buy_premium(who.clone(), 1, Balance::MAX).unwrap();
		pass::<T>(30);
		let caller: T::AccountId = account("caller", 0, 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), who.clone());

		assert!(!PremiumUntil::<T>::contains_key(&who));
	}

	#[benchmark]
	fn set_premium_price() -> Result<(), BenchmarkError> {
		let origin = admin::<T>()?;

		#[extrinsic_call]
		_(origin as <T as frame_system::Config>::RuntimeOrigin, BTT);

		assert_eq!(PremiumPrice::<T>::get(), BTT);
		Ok(())
	}

	#[benchmark]
	fn set_efficiency() -> Result<(), BenchmarkError> {
		let origin = admin::<T>()?;

		#[extrinsic_call]
		_(origin as <T as frame_system::Config>::RuntimeOrigin, 100, Perbill::one());

		assert_eq!(EfficiencyRule::<T>::get().reference, 100);
		Ok(())
	}

	#[benchmark]
	fn on_initialize() {
		pass::<T>(2);
		let day = T::Time::now() / T::Day::get() - 1;
		CurrentUsage::<T>::put(Usage { day, count: 1_000_000, average: FixedU128::one() });

		#[block]
		{
			Pallet::<T>::on_initialize(frame_system::Pallet::<T>::block_number());
		}

		assert!(BaseFeeFactor::<T>::get() < Perbill::one());
	}

	#[benchmark]
	fn pay_fees() {
		whitelist_shared::<T>();
		funded::<T>("payer");
		let before = FundLedger::<T>::get().received;
		let fees = T::Currency::issue(1_000 * BTT);

		#[block]
		{
			<Pallet<T> as FeeSink<_>>::pay_fees(fees);
		}

		assert!(FundLedger::<T>::get().received > before);
	}

	#[benchmark]
	fn charge() {
		whitelist_shared::<T>();
		let who = funded::<T>("payer");
		T::BenchmarkHelper::burden(&who);
		Pallet::<T>::do_buy_premium(who.clone(), 1, Balance::MAX).unwrap();
		let call: <T as frame_system::Config>::RuntimeCall =
			frame_system::Call::remark { remark: alloc::vec![] }.into();
		let info = DispatchInfo {
			call_weight: Weight::from_parts(1_000_000_000, 0),
			extension_weight: Weight::zero(),
			class: frame_support::dispatch::DispatchClass::Normal,
			pays_fee: Pays::Yes,
		};
		let post_info = PostDispatchInfo { actual_weight: Some(Weight::zero()), pays_fee: Pays::Yes };
		let (before, count) = (FundLedger::<T>::get().received, CurrentUsage::<T>::get().count);

		#[block]
		{
			let result = ChargeTransactionPayment::<T>::from(BTT).test_run(
				RawOrigin::Signed(who).into(),
				&call,
				&info,
				100,
				0,
				|_| Ok(post_info),
			);
			assert!(result.unwrap().is_ok());
		}

		assert!(FundLedger::<T>::get().received > before);
		assert_eq!(CurrentUsage::<T>::get().count, count + 1);
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::ExtBuilder::default().build(), crate::mock::Test);
}

/// A split without parts.
fn empty() -> FeeSplit {
	let none = Perbill::zero();
	FeeSplit { development: none, burn: none, author: none, stakers: none }
}
