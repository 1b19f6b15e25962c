//! Calendar months, UTC, in the proleptic Gregorian calendar.

use crate::Moment;

const DAY: Moment = 86_400_000;
/// The days from 0001-01-01 to 1970-01-01.
const EPOCH: u64 = 719_162;
const LAST_YEAR: u64 = 9_999;

/// The instant `months` calendar months after `at`: the same time of day on the same day of the month, or on its last
/// day if the month is shorter (31 January and one month is the last of February).
///
/// More months always lead further, and a later day to no earlier day. Where several days fall on the last of a month,
/// the time of day decides: 30 December 23:00 and two months is later than 31 December 01:00 and two months.
///
/// `None` if the result lies beyond the year 9999.
pub fn add_months(at: Moment, months: u32) -> Option<Moment> {
	let date = Date::from_days((at / DAY).checked_add(EPOCH)?)?;
	let months = date.year.checked_mul(12)?.checked_add(date.month)?.checked_add(months.into())?;
	let (year, month) = (months / 12, months % 12);
	let day = date.day.min(days_in_month(year, month).checked_sub(1)?);
	let days = Date { year, month, day }.to_days()?.checked_sub(EPOCH)?;
	days.checked_mul(DAY)?.checked_add(at % DAY)
}

/// A date, with the month from 0 to 11 and the day from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Date {
	year: u64,
	month: u64,
	day: u64,
}

impl Date {
	/// The date `days` after 0001-01-01, if its year is at most 9999.
	fn from_days(days: u64) -> Option<Self> {
		// 400 years have 146,097 days. Leap days are spread so evenly that a guess by this average is at most one year
		// off.
		let guess = (days / 146_097).checked_mul(400)?.checked_add((days % 146_097).checked_mul(400)? / 146_097)?;
		let (from, to) = (guess.max(1), guess.checked_add(2)?);
		let year = (from..=to).rev().find(|year| days_before_year(*year).is_some_and(|before| before <= days))?;
		if year > LAST_YEAR {
			return None;
		}
		let mut day = days.checked_sub(days_before_year(year)?)?;
		let mut month = 0;
		while let Some(rest) = day.checked_sub(days_in_month(year, month)) {
			day = rest;
			month = month.checked_add(1)?;
		}
		Some(Self { year, month, day })
	}

	/// The days from 0001-01-01 to this date, if its year is at most 9999.
	fn to_days(self) -> Option<u64> {
		if self.year > LAST_YEAR {
			return None;
		}
		let mut days = days_before_year(self.year)?.checked_add(self.day)?;
		for month in 0..self.month {
			days = days.checked_add(days_in_month(self.year, month))?;
		}
		Some(days)
	}
}

/// The days from 0001-01-01 to the first of January of `year`, which is at least 1.
fn days_before_year(year: u64) -> Option<u64> {
	let past = year.checked_sub(1)?;
	let leap_days = (past / 4).checked_sub(past / 100)?.checked_add(past / 400)?;
	past.checked_mul(365)?.checked_add(leap_days)
}

fn days_in_month(year: u64, month: u64) -> u64 {
	let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
	match month {
		1 if leap => 29,
		1 => 28,
		3 | 5 | 8 | 10 => 30,
		_ => 31,
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	// All from `date -u -d '…' +%s`.
	const Y2000_JAN_31: Moment = 949_276_800_000;
	const Y2000_FEB_29: Moment = 951_782_400_000;
	const Y2025_JAN_1: Moment = 1_735_689_600_000;
	const Y2025_JAN_31: Moment = 1_738_281_600_000;
	const Y2025_FEB_28: Moment = 1_740_700_800_000;
	const Y2028_JAN_31: Moment = 1_832_889_600_000;
	const Y2028_FEB_29: Moment = 1_835_395_200_000;
	const Y2100_JAN_31: Moment = 4_105_036_800_000;
	const Y2100_FEB_28: Moment = 4_107_456_000_000;
	const Y9999_DEC_31: Moment = 253_402_214_400_000;

	#[test]
	fn no_months_change_nothing() {
		for at in [0, 1, Y2000_FEB_29, Y2025_JAN_1 + 12_345, Y9999_DEC_31 + DAY - 1] {
			assert_eq!(add_months(at, 0), Some(at));
		}
	}

	#[test]
	fn the_31st_becomes_the_last_of_february() {
		assert_eq!(add_months(Y2000_JAN_31, 1), Some(Y2000_FEB_29));
		assert_eq!(add_months(Y2025_JAN_31, 1), Some(Y2025_FEB_28));
		assert_eq!(add_months(Y2028_JAN_31, 1), Some(Y2028_FEB_29));
		assert_eq!(add_months(Y2100_JAN_31, 1), Some(Y2100_FEB_28));
	}

	#[test]
	fn the_31st_becomes_the_30th_where_a_month_has_30_days() {
		// 2025-01-31 to 04-30, 06-30, 09-30, 11-30; and to 03-31 without clamping.
		assert_eq!(add_months(Y2025_JAN_31, 3), Some(1_745_971_200_000));
		assert_eq!(add_months(Y2025_JAN_31, 5), Some(1_751_241_600_000));
		assert_eq!(add_months(Y2025_JAN_31, 8), Some(1_759_190_400_000));
		assert_eq!(add_months(Y2025_JAN_31, 10), Some(1_764_460_800_000));
		assert_eq!(add_months(Y2025_JAN_31, 2), Some(1_743_379_200_000));
	}

	#[test]
	fn the_29th_of_february_survives_only_in_leap_years() {
		// 2000-02-29 to 2001-02-28, 2004-02-29, 2100-02-28.
		assert_eq!(add_months(Y2000_FEB_29, 12), Some(983_318_400_000));
		assert_eq!(add_months(Y2000_FEB_29, 48), Some(1_078_012_800_000));
		assert_eq!(add_months(Y2000_FEB_29, 1_200), Some(Y2100_FEB_28));
	}

	#[test]
	fn the_time_of_day_is_kept() {
		let time = 23 * 3_600_000 + 59 * 60_000 + 59_999;
		assert_eq!(add_months(Y2028_JAN_31 + time, 1), Some(Y2028_FEB_29 + time));
	}

	#[test]
	fn the_time_of_day_is_kept_where_two_days_become_one() {
		let hour = DAY / 24;
		// 2025-12-30 and 2025-12-31 to 2026-02-28.
		assert_eq!(add_months(1_767_052_800_000 + 23 * hour, 2), Some(1_772_236_800_000 + 23 * hour));
		assert_eq!(add_months(1_767_139_200_000 + hour, 2), Some(1_772_236_800_000 + hour));
	}

	#[test]
	fn the_dates_of_the_economy_are_right() {
		// 2025-04-01, 2025-07-01, 2026-01-01, 2027-01-01, 2027-07-01, 2028-01-01, 2029-01-01, 2030-01-01, 2033-01-01.
		for (months, seconds) in [
			(3, 1_743_465_600),
			(6, 1_751_328_000),
			(12, 1_767_225_600),
			(24, 1_798_761_600),
			(30, 1_814_400_000),
			(36, 1_830_297_600),
			(48, 1_861_920_000),
			(60, 1_893_456_000),
			(96, 1_988_150_400),
		] {
			assert_eq!(add_months(Y2025_JAN_1, months), Some(seconds * 1_000));
		}
	}

	#[test]
	fn months_end_with_the_year_9999() {
		assert_eq!(add_months(0, 8_030 * 12 - 1), Some(Y9999_DEC_31 - 30 * DAY));
		assert_eq!(add_months(0, 8_030 * 12), None);
		assert_eq!(add_months(Y9999_DEC_31, 1), None);
		assert_eq!(add_months(Y9999_DEC_31 + DAY, 0), None);
		assert_eq!(add_months(0, u32::MAX), None);
		assert_eq!(add_months(u64::MAX, 0), None);
		assert_eq!(add_months(u64::MAX, u32::MAX), None);
	}

	#[test]
	fn every_day_of_ten_thousand_years_has_its_date() {
		let mut days = 0;
		for year in 1..=LAST_YEAR {
			for month in 0..12 {
				for day in 0..days_in_month(year, month) {
					let date = Date { year, month, day };
					assert_eq!(Date::from_days(days), Some(date));
					assert_eq!(date.to_days(), Some(days));
					days += 1;
				}
			}
		}
		assert_eq!(Date::from_days(days), None);
		assert_eq!(Date { year: 1970, month: 0, day: 0 }.to_days(), Some(EPOCH));
	}
}
