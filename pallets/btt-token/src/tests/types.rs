use super::*;
use crate::types::{
	is_institutional, unsealed_at, LedgerError, Objection, ObjectionError, Objections, Releases, Schedules,
};
use btt_primitives::TOKEN_GENERATION_EVENT;
use codec::Encode;
use frame_support::traits::ConstU32;
use sp_runtime::ModuleError;

#[test]
fn what_fits_is_told_in_whole_btt() {
	for (units, btt) in [
		(0, 0),
		(BTT - 1, 0),
		(BTT, 1),
		(2 * BTT - 1, 1),
		(5_012_788 * BTT + 1, 5_012_788),
		(16_777_215 * BTT, 16_777_215),
		(16_777_216 * BTT, 16_777_215),
		(TOTAL_SUPPLY, 16_777_215),
		(Balance::MAX, 16_777_215),
	] {
		assert_eq!(Fits::from_units(units).whole_btt(), btt);
	}
	assert_eq!(Fits::from_units(0x03_02_01 * BTT), Fits([1, 2, 3]));
}

#[test]
fn clients_read_what_fits_from_the_error() {
	let DispatchError::Module(ModuleError { index, error, .. }) =
		Error::<Test>::ExceedsHeadroom(Fits::from_units(5_012_788 * BTT)).into()
	else {
		panic!("not an error of a module");
	};
	assert_eq!(index, 3);
	assert_eq!(error, [5, 0x34, 0x7D, 0x4C]);
	assert_eq!(Error::<Test>::ExceedsHeadroom(Fits([1, 2, 3])).encode(), [5, 1, 2, 3]);
}

#[test]
fn entries_exist_for_exactly_the_discretionary_allocations() {
	for allocation in Allocation::ALL {
		let discretionary = unsealed_at(TOKEN_GENERATION_EVENT, allocation).is_some();
		let mut releases = Releases::default();
		assert_eq!(releases.of(allocation).is_some(), discretionary);
		let expected = if discretionary { Ok(()) } else { Err(LedgerError::NotDiscretionary) };
		assert_eq!(releases.release(allocation, 1), expected);
		assert_eq!(releases.give_back(allocation, 1), expected);
		assert_eq!(releases, Releases::default());
	}
}

#[test]
fn releases_add_up_by_allocation() {
	let mut releases = Releases::default();
	for (amount, allocation) in [
		(1, Allocation::CommunityIncentives),
		(20, Allocation::EcosystemGrowthFund),
		(300, Allocation::UnallocatedReserve),
	] {
		releases.release(allocation, amount).unwrap();
		assert_eq!(releases.of(allocation), Some(amount));
	}
	assert_eq!(releases.total(), 321);
	assert_eq!(releases.give_back(Allocation::CommunityIncentives, 2), Err(LedgerError::ExceedsReleased));
	releases.give_back(Allocation::EcosystemGrowthFund, 5).unwrap();
	assert_eq!(releases.total(), 316);
}

#[test]
fn half_of_the_allocations_are_institutional() {
	assert_eq!(Allocation::ALL.map(is_institutional), core::array::from_fn(|index| index < 5));
}

#[test]
fn a_cap_is_kept_only_if_it_is_kept_later_as_well() {
	let schedules = Schedules::new(TOKEN_GENERATION_EVENT, TOKEN_GENERATION_EVENT).unwrap();
	let before_cliff = btt_math::calendar::add_months(TOKEN_GENERATION_EVENT, 6).unwrap() - 1;
	let headroom = schedules.headroom(before_cliff, 0);
	assert!(headroom < schedules.cap(before_cliff) - schedules.counted(before_cliff));
	assert!(schedules.keeps_to_cap(before_cliff, headroom));
	// Rounding is worth one unit for the cap and one for each of the ten schedules.
	assert!(!schedules.keeps_to_cap(before_cliff, headroom + 12));
}

#[test]
fn schedules_beyond_the_calendar_do_not_exist() {
	assert!(Schedules::new(Moment::MAX, 0).is_none());
	assert!(Schedules::new(0, Moment::MAX).is_none());
}

#[test]
fn objections_are_bounded_and_unique() {
	let objection = |milestone, power| Objection { milestone, power };
	let mut objections = Objections::<ConstU32<2>>::default();
	assert_eq!(objections.frozen(), 0);
	objections.add(objection(7, 5)).unwrap();
	assert_eq!(objections.add(objection(7, 6)), Err(ObjectionError::AlreadyObjected));
	objections.add(objection(3, 9)).unwrap();
	assert_eq!(objections.add(objection(8, 6)), Err(ObjectionError::TooMany));
	assert_eq!(objections.frozen(), 9);
	assert_eq!(objections.take(3), Some(objection(3, 9)));
	assert_eq!(objections.take(3), None);
	assert_eq!(objections.frozen(), 5);
}

#[test]
fn an_amount_is_committed_only_if_both_bounds_allow() {
	let mut ledger = InitiativeLedger::default();
	let initiative = Initiative::ResearchPartnerships;
	assert_eq!(ledger.commit(initiative, initiative.total() + 1, 1), Err(LedgerError::InsufficientInitiative));
	assert_eq!(ledger.commit(initiative, 1, 0), Err(LedgerError::TooManyMilestones));
	assert_eq!(ledger, InitiativeLedger::default());
	assert_eq!(ledger.commit(initiative, 2, 1), Ok(()));
	assert_eq!(ledger.accept(2), 0);
	assert_eq!(ledger.commit(initiative, 3, 1), Ok(()));
	assert_eq!(ledger.accept(3), 2);
	assert_eq!(ledger, InitiativeLedger { committed: 5, accepted: 5, released: 0, open: 0 });
}
