//! Benchmarks. Nobody who is paid or frozen is a whitelisted account.

use super::*;
use crate::{pallet::*, types::Objection};
use btt_math::calendar::add_months;
use btt_primitives::{time::TokenClock, token::HoldingPower, Allocation, Balance, BTT, DAY};
use frame_benchmarking::v2::*;
use frame_support::traits::{
	fungible::{InspectFreeze, Mutate, MutateFreeze},
	EnsureOrigin, EnsureOriginWithArg,
};
use frame_system::RawOrigin;
use sp_core::H256;

const EVIDENCE: H256 = H256::repeat_byte(0xE7);
const ALLOCATION: Allocation = Allocation::EcosystemGrowthFund;
const AMOUNT: Balance = 1_000 * BTT;

/// Go to a time at which some releases fit, and return it.
fn start<T: Config>() -> Moment {
	let second_year = add_months(T::Clock::token_generation_event(), 24).unwrap();
	let now = second_year.max(T::Clock::launch());
	T::BenchmarkHelper::set_time(now);
	now
}

fn milestone_origin<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::MilestoneOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

/// A milestone without evidence.
fn open<T: Config>(now: Moment) -> MilestoneId {
	let id = NextMilestone::<T>::get();
	let grantee = account("grantee", 0, 0);
	Pallet::<T>::do_create_milestone(Initiative::CoreProtocol, AMOUNT, now + DAY, grantee).unwrap();
	id
}

/// A milestone with evidence, and the first ms after its objection window.
fn filed<T: Config>(now: Moment) -> (MilestoneId, Moment) {
	let id = open::<T>(now);
	Pallet::<T>::do_file_evidence(account("grantee", 0, 0), id, EVIDENCE).unwrap();
	(id, now + T::ObjectionPeriod::get() + 1)
}

/// A large holder with all the objections that it may have, but `less`.
fn objector<T: Config>(less: u32) -> T::AccountId {
	let who: T::AccountId = account("objector", 0, 0);
	T::Currency::mint_into(&who, 10_000_000 * BTT).unwrap();
	let mut objections = ObjectionsOf::<T>::get(&who);
	for index in less..MaxObjections::<T>::get() {
		let objection = Objection { milestone: MilestoneId::MAX - index, power: BTT };
		objections.add(objection).unwrap();
	}
	T::Currency::set_freeze(&FreezeReason::Objection.into(), &who, objections.frozen()).unwrap();
	ObjectionsOf::<T>::insert(&who, objections);
	who
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn release() -> Result<(), BenchmarkError> {
		start::<T>();
		let origin = T::ReleaseOrigin::try_successful_origin(&ALLOCATION).map_err(|_| BenchmarkError::Weightless)?;
		let beneficiary: T::AccountId = account("beneficiary", 0, 0);
		let before = Discretionary::<T>::get().total();

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, ALLOCATION, beneficiary, AMOUNT);

		assert_eq!(Discretionary::<T>::get().total(), before + AMOUNT);
		Ok(())
	}

	#[benchmark]
	fn give_back() {
		start::<T>();
		let who: T::AccountId = account("beneficiary", 0, 0);
		Pallet::<T>::do_release(ALLOCATION, who.clone(), AMOUNT).unwrap();
		let before = Discretionary::<T>::get().total();

		#[extrinsic_call]
		_(RawOrigin::Signed(who), ALLOCATION, AMOUNT / 2);

		assert_eq!(Discretionary::<T>::get().total(), before - AMOUNT / 2);
	}

	#[benchmark]
	fn create_milestone() -> Result<(), BenchmarkError> {
		let now = start::<T>();
		let origin = milestone_origin::<T>()?;
		let id = NextMilestone::<T>::get();
		let grantee: T::AccountId = account("grantee", 0, 0);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, Initiative::CoreProtocol, AMOUNT, now + DAY, grantee);

		assert!(Milestones::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark]
	fn file_evidence() {
		let id = open::<T>(start::<T>());
		let grantee: T::AccountId = account("grantee", 0, 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(grantee), id, EVIDENCE);

		assert!(matches!(Milestones::<T>::get(id).unwrap().state, MilestoneState::Filed { .. }));
	}

	/// The last objection that the account may have, which suspends the milestone.
	#[benchmark]
	fn object() {
		let (id, _) = filed::<T>(start::<T>());
		let who = objector::<T>(1);
		let power = T::Power::power_of(&who);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), id, power);

		assert!(matches!(Milestones::<T>::get(id).unwrap().state, MilestoneState::Suspended { .. }));
	}

	/// One of as many objections as the account may have, to a milestone that was accepted.
	#[benchmark]
	fn withdraw_objection() {
		let (id, _) = filed::<T>(start::<T>());
		let who = objector::<T>(1);
		let power = T::Power::power_of(&who);
		Pallet::<T>::do_object(who.clone(), id, power).unwrap();
		Pallet::<T>::do_decide(id, true).unwrap();
		let caller: T::AccountId = account("caller", 0, 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), id, who.clone());

		assert_eq!(T::Currency::balance_frozen(&FreezeReason::Objection.into(), &who), BTT);
	}

	#[benchmark]
	fn decide() -> Result<(), BenchmarkError> {
		let origin = milestone_origin::<T>()?;
		let (id, _) = filed::<T>(start::<T>());
		let who = objector::<T>(1);
		let power = T::Power::power_of(&who);
		Pallet::<T>::do_object(who, id, power).unwrap();

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id, true);

		assert!(matches!(Milestones::<T>::get(id).unwrap().state, MilestoneState::Accepted { .. }));
		Ok(())
	}

	#[benchmark]
	fn conclude() {
		let (id, after) = filed::<T>(start::<T>());
		T::BenchmarkHelper::set_time(after);
		let caller: T::AccountId = account("caller", 0, 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), id);

		assert!(matches!(Milestones::<T>::get(id).unwrap().state, MilestoneState::Accepted { .. }));
	}

	#[benchmark]
	fn claim_milestone() {
		let (id, after) = filed::<T>(start::<T>());
		T::BenchmarkHelper::set_time(after);
		Pallet::<T>::do_conclude(id).unwrap();
		let before = Initiatives::<T>::get(Initiative::CoreProtocol).released;
		let caller: T::AccountId = account("caller", 0, 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), id);

		assert_eq!(Initiatives::<T>::get(Initiative::CoreProtocol).released, before + AMOUNT);
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
