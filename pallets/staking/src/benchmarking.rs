//! Benchmarks, each of the worst case: ledgers with as many chunks and backings as there may be, rewards in both pools.

use super::*;
use crate::slashing::MAX_SLASHES;
use alloc::vec::Vec;
use btt_primitives::{
	staking::{RewardSink, Role},
	Balance, Moment, BTT,
};
use frame_benchmarking::v2::*;
use frame_support::{
	traits::{
		fungible::{Balanced, Inspect, Mutate},
		EnsureOrigin, Get, Time,
	},
	BoundedVec,
};
use frame_system::RawOrigin;
use sp_runtime::Perbill;

/// What the benchmarks need of other pallets.
pub trait BenchmarkHelper<AccountId> {
	/// Set the chain's clock.
	fn set_time(now: Moment);

	/// Give `who` session keys.
	fn set_keys(who: &AccountId);
}

fn signed<T: Config>(who: &T::AccountId) -> T::RuntimeOrigin {
	RawOrigin::Signed(who.clone()).into()
}

fn funded<T: Config>(name: &'static str) -> T::AccountId {
	let who: T::AccountId = account(name, 0, 0);
	fund::<T>(&who);
	who
}

/// Give `who` tokens more, on a chain on which rewards can be paid.
fn fund<T: Config>(who: &T::AccountId) {
	// Later than stake takes to leave, so that nothing of what follows is old.
	T::BenchmarkHelper::set_time(T::Time::now().max(T::Day::get() * 1_000));
	T::Currency::set_balance(who, T::Currency::balance(who) + BTT * 2_000_000);
	if T::Currency::balance(&Pallet::<T>::pot()) == 0 {
		T::Currency::set_balance(&Pallet::<T>::pot(), T::Currency::minimum_balance());
	}
}

fn pass<T: Config>(ms: Moment) {
	T::BenchmarkHelper::set_time(T::Time::now() + ms);
}

fn next_era<T: Config>() {
	CurrentEra::<T>::mutate(|era| era.index += 1);
}

fn next_session<T: Config>() {
	NextSession::<T>::mutate(|session| *session += 1);
}

/// An account with the role of a validator.
fn validator<T: Config>(name: &'static str) -> T::AccountId {
	let who = funded::<T>(name);
	T::BenchmarkHelper::set_keys(&who);
	Pallet::<T>::bond(signed::<T>(&who), BTT * 1_000_000).unwrap();
	Pallet::<T>::add_role(signed::<T>(&who), Role::Validator).unwrap();
	who
}

/// A candidate.
fn candidate<T: Config>(name: &'static str) -> T::AccountId {
	let who = validator::<T>(name);
	Pallet::<T>::validate(signed::<T>(&who), Perbill::from_percent(10)).unwrap();
	who
}

/// Let all but one of the chunks of `who` be unbonding, a BTT in each.
pub fn unbonding<T: Config>(who: &T::AccountId) {
	for _ in 1..T::MaxChunks::get() {
		Pallet::<T>::unbond(signed::<T>(who), BTT).unwrap();
		pass::<T>(1);
	}
}

/// Fill the ledger of `who` but for one chunk and one backing, all of it behind `validator`.
fn fill<T: Config>(who: &T::AccountId, validator: &T::AccountId) {
	Pallet::<T>::bond(signed::<T>(who), BTT * 1_000_000).unwrap();
	for _ in 1..T::MaxBackings::get() {
		Pallet::<T>::delegate(signed::<T>(who), validator.clone(), T::MinBond::get()).unwrap();
		next_session::<T>();
	}
	unbonding::<T>(who);
}

/// Put `who` at stake as much as can be moved to another account, for the benchmarks of that.
pub fn burden<T: Config>(who: &T::AccountId) {
	let validator = candidate::<T>("burden");
	fund::<T>(who);
	fill::<T>(who, &validator);
}

/// Put `who` at stake so that the conviction that costs most is the one of all that stood for [`Role::Provider`], which
/// it has lost: it takes what is unbonding, the pledge for another role, and of what `who` has behind itself, which
/// earned rewards in both pools, so much that `who` cannot stay a validator.
pub fn answerable<T: Config>(who: &T::AccountId) {
	fund::<T>(who);
	T::BenchmarkHelper::set_keys(who);
	let backings = T::MaxBackings::get() - 1;
	let bond = Pallet::<T>::minimum(Role::Governance)
		+ Pallet::<T>::minimum(Role::Validator)
		+ T::MinBond::get() * Balance::from(backings)
		+ BTT * Balance::from(T::MaxChunks::get());
	Pallet::<T>::bond(signed::<T>(who), bond).unwrap();
	Pallet::<T>::add_role(signed::<T>(who), Role::Governance).unwrap();
	Pallet::<T>::add_role(signed::<T>(who), Role::Validator).unwrap();
	Pallet::<T>::validate(signed::<T>(who), Perbill::from_percent(10)).unwrap();
	for _ in 0..backings {
		next_session::<T>();
		Pallet::<T>::delegate(signed::<T>(who), who.clone(), T::MinBond::get()).unwrap();
	}
	unbonding::<T>(who);
	next_era::<T>();
	reward::<T>(who);
	next_era::<T>();
}

/// An account that has room for one more chunk, and one more backing; what backs `validator` joined in an earlier era
/// and has earned rewards in both pools since.
fn delegator<T: Config>(validator: &T::AccountId) -> T::AccountId {
	let who = funded::<T>("delegator");
	fill::<T>(&who, validator);
	next_era::<T>();
	reward::<T>(validator);
	next_era::<T>();
	who
}

fn reward<T: Config>(author: &T::AccountId) {
	Pallet::<T>::note_author(author);
	Pallet::<T>::author(T::Currency::issue(BTT * 1_000));
	Pallet::<T>::stakers(T::Currency::issue(BTT * 1_000));
	Pallet::<T>::hand_over();
}

/// As many validators as there may be, elected for the next session; `who` is the last of them.
fn elected<T: Config>(who: &T::AccountId) -> sp_staking::SessionIndex {
	let session = NextSession::<T>::get();
	let mut validators: Vec<(T::AccountId, Balance)> =
		(1..T::MaxValidators::get()).map(|index| (account("elected", index, 0), BTT)).collect();
	validators.push((who.clone(), BTT));
	Elections::<T>::insert(session, Election { at: T::Time::now(), validators: BoundedVec::truncate_from(validators) });
	next_session::<T>();
	session
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn bond() {
		let who = delegator::<T>(&candidate::<T>("validator"));
		let before = Ledgers::<T>::get(&who).unwrap().active;

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), BTT);

		assert_eq!(Ledgers::<T>::get(&who).unwrap().active, before + BTT);
	}

	#[benchmark]
	fn unbond() {
		let who = delegator::<T>(&candidate::<T>("validator"));

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), BTT);

		assert_eq!(Ledgers::<T>::get(&who).unwrap().chunks.len() as u32, T::MaxChunks::get());
	}

	#[benchmark]
	fn rebond() {
		let who = delegator::<T>(&candidate::<T>("validator"));
		let amount = Ledgers::<T>::get(&who).unwrap().unbonding() - 1;

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), amount);

		assert_eq!(Ledgers::<T>::get(&who).unwrap().unbonding(), 1);
	}

	#[benchmark]
	fn withdraw_unbonded() {
		let caller: T::AccountId = whitelisted_caller();
		let who = delegator::<T>(&candidate::<T>("validator"));
		pass::<T>(Pallet::<T>::unbonding_period());

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), who.clone());

		assert!(Ledgers::<T>::get(&who).unwrap().chunks.is_empty());
	}

	#[benchmark]
	fn add_role() {
		let who = funded::<T>("validator");
		Pallet::<T>::bond(signed::<T>(&who), BTT * 1_000_000).unwrap();
		unbonding::<T>(&who);

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), Role::Validator);

		assert!(Validators::<T>::contains_key(&who));
	}

	#[benchmark]
	fn drop_role() {
		let who = candidate::<T>("validator");
		unbonding::<T>(&who);
		next_session::<T>();
		next_era::<T>();
		reward::<T>(&who);

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), Role::Validator);

		assert!(!Validators::<T>::contains_key(&who));
	}

	#[benchmark]
	fn validate() {
		let who = validator::<T>("validator");
		unbonding::<T>(&who);

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), Perbill::from_percent(10));

		assert!(Candidates::<T>::contains_key(&who));
	}

	#[benchmark]
	fn chill() {
		let who = candidate::<T>("validator");

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()));

		assert!(!Candidates::<T>::contains_key(&who));
	}

	#[benchmark]
	fn set_commission() {
		let who = candidate::<T>("validator");
		pass::<T>(T::Day::get());
		let commission = Perbill::from_percent(11);

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), commission);

		assert_eq!(Validators::<T>::get(&who).unwrap().commission, commission);
	}

	#[benchmark]
	fn delegate() {
		let validator = candidate::<T>("validator");
		let who = delegator::<T>(&validator);
		let before = Ledgers::<T>::get(&who).unwrap().delegated();

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), validator, BTT);

		assert_eq!(Ledgers::<T>::get(&who).unwrap().delegated(), before + BTT);
	}

	#[benchmark]
	fn undelegate() {
		let who = delegator::<T>(&candidate::<T>("validator"));
		let amount = Ledgers::<T>::get(&who).unwrap().delegated();

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), amount);

		assert_eq!(Ledgers::<T>::get(&who).unwrap().delegated(), 0);
	}

	#[benchmark]
	fn payout() {
		let caller: T::AccountId = whitelisted_caller();
		let who = delegator::<T>(&candidate::<T>("validator"));
		let before = T::Currency::balance(&who);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), who.clone());

		assert!(T::Currency::balance(&who) > before);
	}

	#[benchmark]
	fn apply_slash() {
		let caller: T::AccountId = whitelisted_caller();
		let validator = candidate::<T>("validator");
		let who = delegator::<T>(&validator);
		let session = NextSession::<T>::get();
		let slash =
			Slash { session, fraction: Perbill::from_percent(1), base: Perbill::zero(), due: 0, cancelled: false };
		for index in 0..MAX_SLASHES {
			Slashes::<T>::insert(&validator, index, slash);
		}
		SlashCount::<T>::insert(&validator, MAX_SLASHES);
		let before = Ledgers::<T>::get(&who).unwrap().active;

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), who.clone());

		assert!(Ledgers::<T>::get(&who).unwrap().active < before);
	}

	#[benchmark]
	fn cancel_slash() -> Result<(), BenchmarkError> {
		let origin = T::SlashCancelOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let validator = candidate::<T>("validator");
		let session = elected::<T>(&validator);
		Pallet::<T>::note_offence(&validator, Perbill::from_percent(1), session);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, validator.clone(), 0);

		assert!(Slashes::<T>::get(&validator, 0).unwrap().cancelled);
		Ok(())
	}

	#[benchmark]
	fn set_validator_count() -> Result<(), BenchmarkError> {
		let origin = T::AdminOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let count = T::MaxValidators::get().min(300);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, count);

		assert_eq!(ValidatorCount::<T>::get(), count);
		Ok(())
	}

	#[benchmark]
	fn set_minimum() -> Result<(), BenchmarkError> {
		let origin = T::AdminOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, 4);

		assert_eq!(MinimumValidators::<T>::get(), 4);
		Ok(())
	}

	#[benchmark]
	fn on_initialize() {
		let who: T::AccountId = account("validator", 0, 0);
		elected::<T>(&who);
		T::BenchmarkHelper::set_time(T::EraDuration::get() * 3);
		CurrentEra::<T>::put(EraInfo { index: 0, started: 1, blocks: u32::MAX, full: 0 });

		#[block]
		{
			Pallet::<T>::advance_era();
		}

		assert_eq!(CurrentEra::<T>::get().full, 1);
	}

	#[benchmark]
	fn on_offence() {
		let who = candidate::<T>("validator");
		let session = elected::<T>(&who);

		#[block]
		{
			Pallet::<T>::note_offence(&who, Perbill::from_percent(10), session);
		}

		assert_eq!(SlashCount::<T>::get(&who), 1);
	}

	#[benchmark]
	fn note_author() {
		let who: T::AccountId = account("validator", 0, 0);
		LastSeen::<T>::insert(&who, 0);
		CurrentEra::<T>::mutate(|era| era.full = 1);

		#[block]
		{
			Pallet::<T>::note_author(&who);
		}

		assert_eq!(LastSeen::<T>::get(&who), Some(1));
	}

	#[benchmark]
	fn start_session() {
		let who = candidate::<T>("validator");
		let session = elected::<T>(&who);
		Pallet::<T>::note_offence(&who, Perbill::from_percent(10), session);

		#[block]
		{
			Pallet::<T>::start_session();
		}

		assert_eq!(Offenders::<T>::get().len(), 1);
	}

	#[benchmark]
	fn hand_over() {
		let who = candidate::<T>("validator");
		next_era::<T>();
		let held = Stakers::<T>::get().held();
		Pallet::<T>::note_author(&who);
		Pallet::<T>::author(T::Currency::issue(BTT));
		Pallet::<T>::stakers(T::Currency::issue(BTT));

		#[block]
		{
			Pallet::<T>::hand_over();
		}

		assert_eq!(Stakers::<T>::get().held(), held + BTT);
		assert!(Ledgers::<T>::get(&who).unwrap().owed > 0);
	}

	#[benchmark]
	fn elect(c: Linear<1, { T::MaxCandidates::get() }>) {
		let _ = Candidates::<T>::clear(u32::MAX, None);
		let serving: T::AccountId = account("serving", 0, 0);
		let session = elected::<T>(&serving) + 1;
		ValidatorCount::<T>::put(T::MaxValidators::get());
		for index in 0..c {
			let who: T::AccountId = account("candidate", index, 0);
			T::Currency::set_balance(&who, BTT * 100);
			T::BenchmarkHelper::set_keys(&who);
			Candidates::<T>::insert(&who, BTT * Balance::from(index + 1));
		}
		for (who, _) in Elections::<T>::get(session - 1).unwrap().validators {
			LastSeen::<T>::insert(&who, 0);
		}
		CurrentEra::<T>::mutate(|era| era.full = 100);
		let elected;

		#[block]
		{
			elected = Pallet::<T>::elect(session);
		}

		assert!(elected.len() as u32 >= c.min(T::MaxValidators::get()));
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::ExtBuilder::default().build(), crate::mock::Test);
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::mock::*;
	use btt_primitives::staking::Accountability;

	#[test]
	fn a_conviction_of_who_is_answerable_takes_from_everything() {
		ExtBuilder::default().build_and_execute(|| {
			answerable::<Test>(&ALICE);
			let before = ledger(ALICE);
			assert_eq!((before.chunks.len(), before.backings.len()), (15, 16));
			Staking::accuse(&ALICE).unwrap();
			let taken = Staking::convict(&ALICE, Role::Provider, Perbill::one(), &BOB);
			assert_eq!(taken, Pallet::<Test>::minimum(Role::Provider));
			let after = ledger(ALICE);
			assert!(after.chunks.is_empty() && after.roles.is_empty() && after.owed > 0);
			assert!(after.delegated() < before.delegated() && !Candidates::<Test>::contains_key(ALICE));
			assert_eq!(total(BOB), taken / 5);
		});
	}
}
