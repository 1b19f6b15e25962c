//! The rules of the lines that an account holds.

use btt_math::line::Line;
use btt_primitives::{Balance, Moment};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::Get, BoundedVec, CloneNoBound, DebugNoBound, DefaultNoBound, EqNoBound, PartialEqNoBound};
use scale_info::TypeInfo;

/// A line, less what slashes took from its end.
///
/// At every instant `vested + unvested = total`, where `total` is the line's total less `forfeited`. A slash does not
/// change the slope: what had vested stays vested, what would have vested last never does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct VestingLine {
	/// The line as it was granted.
	line: Line,
	/// Units that slashes took from its end.
	forfeited: Balance,
}

impl VestingLine {
	/// A line of which nothing is forfeited.
	pub const fn new(line: Line) -> Self {
		Self { line, forfeited: 0 }
	}

	/// The line as it was granted.
	pub const fn line(&self) -> &Line {
		&self.line
	}

	/// Units that slashes took from the end of the line.
	pub const fn forfeited(&self) -> Balance {
		self.forfeited
	}

	/// Units that will have vested at the end.
	pub const fn total(&self) -> Balance {
		self.line.total().saturating_sub(self.forfeited)
	}

	/// Units vested at `at`, rounded down.
	pub fn vested(&self, at: Moment) -> Balance {
		self.line.vested(at).min(self.total())
	}

	/// Units not vested at `at`, rounded up. Never grows with time.
	pub fn unvested(&self, at: Moment) -> Balance {
		self.total().saturating_sub(self.vested(at))
	}

	/// Take up to `amount` units off the end of the line and return how many were: never more than are unvested.
	fn forfeit(&mut self, amount: Balance, now: Moment) -> Balance {
		let taken = amount.min(self.unvested(now));
		self.forfeited = self.forfeited.saturating_add(taken);
		taken
	}
}

/// Why a line does not fit into a [`Schedule`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GrantError {
	/// Nothing of the line is unvested.
	Empty,
	/// The schedule has as many lines as it may have.
	Full,
}

/// What changed when a [`Schedule`] was brought to a later instant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settlement {
	/// Units that have vested since.
	pub released: Balance,
	/// Units that were unvested but are not in the account any more.
	pub forfeited: Balance,
}

impl Settlement {
	/// Whether nothing changed.
	pub const fn is_empty(&self) -> bool {
		self.released == 0 && self.forfeited == 0
	}
}

/// The lines of an account, and the instant for which its freeze was computed last.
///
/// Lines are sorted by their end, those of one end by the time they were granted. A line of which nothing is unvested
/// is dropped by whatever looks at the schedule next.
#[derive(
	CloneNoBound,
	DebugNoBound,
	DefaultNoBound,
	PartialEqNoBound,
	EqNoBound,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
#[scale_info(skip_type_params(MaxLines))]
#[codec(mel_bound(MaxLines: Get<u32>))]
pub struct Schedule<MaxLines: Get<u32>> {
	/// The lines that still have something unvested.
	lines: BoundedVec<VestingLine, MaxLines>,
	/// When the freeze was computed last, in ms.
	as_of: Moment,
}

impl<MaxLines: Get<u32>> Schedule<MaxLines> {
	/// The lines, by their end.
	pub fn lines(&self) -> &[VestingLine] {
		&self.lines
	}

	/// When the freeze was computed last, in ms.
	pub const fn as_of(&self) -> Moment {
		self.as_of
	}

	/// Whether there is no line any more.
	pub fn is_empty(&self) -> bool {
		self.lines.is_empty()
	}

	/// Units not vested at `at`. Never grows with time.
	pub fn unvested(&self, at: Moment) -> Balance {
		self.lines.iter().fold(0, |sum: Balance, line| sum.saturating_add(line.unvested(at)))
	}

	/// Units that the account's freeze covers: what was unvested when it was computed last.
	pub fn frozen(&self) -> Balance {
		self.unvested(self.as_of)
	}

	/// Add `line`, as of `now`.
	pub fn grant(&mut self, line: Line, now: Moment) -> Result<(), GrantError> {
		let line = VestingLine::new(line);
		if line.unvested(now) == 0 {
			return Err(GrantError::Empty);
		}
		self.advance(now);
		let place = self.lines.partition_point(|other| other.line.end() <= line.line.end());
		self.lines.try_insert(place, line).map_err(|_| GrantError::Full)
	}

	/// Take up to `amount` units off the ends of the lines and return how many were: never more than are unvested.
	///
	/// The line that ends last goes first, among lines of one end the one granted last.
	pub fn forfeit(&mut self, amount: Balance, now: Moment) -> Balance {
		let mut rest = amount;
		for line in self.lines.iter_mut().rev() {
			rest = rest.saturating_sub(line.forfeit(rest, now));
		}
		self.advance(now);
		amount.saturating_sub(rest)
	}

	/// Bring the schedule to `now`, for an account that holds `balance` units altogether.
	///
	/// If less is there than should be unvested, a slash took the difference without [`Self::forfeit`]: it is forfeited
	/// in the same order. Until then, tokens that come in fill the gap and stay frozen in place of those that are gone.
	pub fn settle(&mut self, balance: Balance, now: Moment) -> Settlement {
		let due = self.unvested(now);
		let released = self.frozen().saturating_sub(due);
		let forfeited = self.forfeit(due.saturating_sub(balance), now);
		Settlement { released, forfeited }
	}

	fn advance(&mut self, now: Moment) {
		self.as_of = self.as_of.max(now);
		self.lines.retain(|line| line.unvested(now) > 0);
	}
}

/// How far the idle sweep over all beneficiaries got.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct SweepProgress<AccountId> {
	/// When the last pass began, in ms.
	pub began: Moment,
	/// The account after which the pass continues; `None` if it is complete.
	pub after: Option<AccountId>,
}

#[cfg(test)]
mod tests {
	use super::*;
	use frame_support::traits::ConstU32;

	type Lines = Schedule<ConstU32<3>>;

	fn line(start: Moment, end: Moment, total: Balance) -> Line {
		Line::new(start, start, end, total).unwrap()
	}

	fn schedule(lines: &[Line]) -> Lines {
		let mut schedule = Lines::default();
		for line in lines {
			assert_eq!(schedule.grant(*line, 0), Ok(()));
		}
		schedule
	}

	#[test]
	fn forfeiting_shortens_a_line_from_its_end_and_keeps_its_slope() {
		let mut line = VestingLine::new(line(0, 100, 1_000));
		assert_eq!(line.forfeit(250, 40), 250);
		for (at, vested, unvested) in
			[(0, 0, 750), (40, 400, 350), (74, 740, 10), (75, 750, 0), (76, 750, 0), (100, 750, 0), (u64::MAX, 750, 0)]
		{
			assert_eq!((line.vested(at), line.unvested(at)), (vested, unvested), "at {at}");
		}
		assert_eq!((line.total(), line.forfeited()), (750, 250));
	}

	#[test]
	fn no_more_is_forfeited_than_is_unvested() {
		let mut line = VestingLine::new(line(0, 100, 1_000));
		assert_eq!(line.forfeit(u128::MAX, 40), 600);
		assert_eq!((line.vested(40), line.unvested(40), line.forfeit(1, 40)), (400, 0, 0));
	}

	#[test]
	fn the_line_that_ends_last_is_forfeited_first() {
		let mut schedule = schedule(&[line(0, 300, 30), line(0, 100, 10), line(0, 200, 20)]);
		assert_eq!(schedule.lines().iter().map(|l| l.line().end()).collect::<Vec<_>>(), [100, 200, 300]);
		assert_eq!(schedule.forfeit(35, 0), 35);
		assert_eq!(
			schedule.lines().iter().map(|l| (l.line().end(), l.total())).collect::<Vec<_>>(),
			[(100, 10), (200, 15)]
		);
		assert_eq!(schedule.forfeit(35, 0), 25);
		assert!(schedule.is_empty());
	}

	#[test]
	fn of_lines_that_end_together_the_last_granted_is_forfeited_first() {
		let mut schedule = schedule(&[line(0, 100, 10), line(50, 100, 20)]);
		assert_eq!(schedule.forfeit(15, 0), 15);
		assert_eq!(schedule.lines().iter().map(|l| l.total()).collect::<Vec<_>>(), [10, 5]);
	}

	#[test]
	fn settling_tells_what_vested_from_what_is_gone() {
		let mut schedule = schedule(&[line(0, 100, 1_000)]);
		assert_eq!(schedule.settle(1_000, 0), Settlement::default());
		assert_eq!(schedule.settle(1_000, 10), Settlement { released: 100, forfeited: 0 });
		assert_eq!((schedule.frozen(), schedule.as_of()), (900, 10));
		assert_eq!(schedule.settle(500, 20), Settlement { released: 100, forfeited: 300 });
		assert_eq!((schedule.frozen(), schedule.unvested(30)), (500, 400));
		assert_eq!(schedule.settle(400, 70), Settlement { released: 500, forfeited: 0 });
		assert!(schedule.is_empty());
		assert_eq!(schedule.settle(400, 80), Settlement::default());
	}

	#[test]
	fn a_finished_line_makes_room() {
		let mut schedule = schedule(&[line(0, 100, 1), line(0, 200, 2), line(0, 300, 3)]);
		assert_eq!(schedule.grant(line(0, 400, 4), 99), Err(GrantError::Full));
		assert_eq!(schedule.grant(line(0, 400, 4), 100), Ok(()));
		assert_eq!(schedule.lines().len(), 3);
	}

	#[test]
	fn a_line_with_nothing_unvested_is_not_taken() {
		let mut schedule = Lines::default();
		assert_eq!(schedule.grant(line(0, 100, 0), 0), Err(GrantError::Empty));
		assert_eq!(schedule.grant(line(0, 100, 1), 100), Err(GrantError::Empty));
		assert!(schedule.is_empty());
	}

	#[test]
	fn a_clock_that_stands_still_or_steps_back_releases_nothing() {
		let mut schedule = schedule(&[line(0, 100, 1_000)]);
		schedule.settle(1_000, 50);
		assert_eq!(schedule.settle(1_000, 50), Settlement::default());
		assert_eq!(schedule.settle(1_000, 40), Settlement::default());
		assert_eq!((schedule.as_of(), schedule.frozen()), (50, 500));
	}
}
