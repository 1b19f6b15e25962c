use super::*;
use crate::types::year_of;
use btt_math::calendar::add_months;

#[test]
fn a_year_begins_at_midnight_utc() {
	for (year, begins) in [
		(1971, 31_536_000),
		(2000, 946_684_800),
		(2001, 978_307_200),
		(2025, 1_735_689_600),
		(2026, 1_767_225_600),
		(2027, 1_798_761_600),
		(2028, 1_830_297_600),
		(2029, 1_861_920_000),
		(2100, 4_102_444_800),
		(2101, 4_133_980_800),
		(9999, 253_370_764_800),
	] {
		let begins = begins * 1_000;
		assert_eq!((year_of(begins - 1), year_of(begins)), (year - 1, year));
	}
	assert_eq!(year_of(0), 1970);
}

#[test]
fn every_year_to_9999_has_its_number() {
	for year in 1970..9999 {
		let begins = add_months(0, (year - 1970) * 12).unwrap();
		let ends = add_months(0, (year - 1969) * 12).unwrap();
		for at in [begins, begins + DAY, (begins + ends) / 2, ends - DAY, ends - 1] {
			assert_eq!(year_of(at), year);
		}
	}
}

#[test]
fn years_never_run_backwards() {
	let last = add_months(0, 8_029 * 12).unwrap();
	let instants = (0..5_000).map(|step| last + step * DAY).chain((0..1_000).map(|step| step * (u64::MAX / 1_000)));
	let mut instants: Vec<_> = instants.chain([u64::MAX]).collect();
	instants.sort();
	assert!(instants.into_iter().map(year_of).is_sorted());
}

#[test]
fn a_clock_that_runs_backwards_reopens_no_year() {
	let mut year = YearlyBurns { year: 2026, burned: 5 };
	assert_eq!(year.at(Y2026 - 1), year);
	assert_eq!(year.at(Y2026), year);
	assert_eq!(year.at(Y2027), YearlyBurns { year: 2027, burned: 0 });
	// What was burned beyond a ceiling that was lowered since does not come back.
	assert_eq!((year.admit(10, 3), year.burned), (0, 5));
	assert_eq!((year.admit(10, 8), year.burned), (3, 8));
}
