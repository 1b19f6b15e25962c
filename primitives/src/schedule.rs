//! The dated curves of the token economy, as functions of the token generation event (SPEC §2 to §5).
//!
//! All of them return `None` only when an instant lies beyond what the calendar of [`btt_math`] covers.

use crate::{Allocation, AllocationKind, Balance, Initiative, Moment, BTT, TOTAL_SUPPLY};
use btt_math::{calendar::add_months, curve::Curve, line::Line};

/// Cumulative release caps: months after the token generation event, and percent of the supply (SPEC §2).
pub const RELEASE_CAPS: [(u32, Balance); 7] = [(0, 0), (12, 22), (24, 40), (36, 55), (48, 67), (60, 77), (96, 100)];

/// Cumulative emission of the mining rewards pool: months after the start of mining, and units (SPEC §5).
pub const EMISSION: [(u32, Balance); 5] =
	[(0, 0), (24, 25_200_000 * BTT), (48, 44_100_000 * BTT), (72, 56_700_000 * BTT), (96, 63_000_000 * BTT)];

/// The cap on everything released so far, in units, over time.
pub fn release_cap(tge: Moment) -> Option<Curve<7>> {
	let mut knots = [(0, 0); 7];
	for (knot, (months, percent)) in knots.iter_mut().zip(RELEASE_CAPS) {
		*knot = (add_months(tge, months)?, (TOTAL_SUPPLY / 100).checked_mul(percent)?);
	}
	Curve::new(knots)
}

/// What the mining rewards pool has emitted, in units, over time; `start` is when mining starts.
pub fn emission(start: Moment) -> Option<Curve<5>> {
	let mut knots = [(0, 0); 5];
	for (knot, (months, amount)) in knots.iter_mut().zip(EMISSION) {
		*knot = (add_months(start, months)?, amount);
	}
	Curve::new(knots)
}

/// The line along which `amount` of an institutional allocation vests; `None` as well for any other allocation.
pub fn institutional_line(tge: Moment, allocation: Allocation, amount: Balance) -> Option<Line> {
	match allocation.kind() {
		AllocationKind::Institutional { cliff_months, months } => {
			Line::new(tge, add_months(tge, cliff_months)?, add_months(tge, months)?, amount)
		}
		_ => None,
	}
}

/// The line ahead of which nothing of an initiative is released.
pub fn initiative_line(tge: Moment, initiative: Initiative) -> Option<Line> {
	match Allocation::Foundation.kind() {
		AllocationKind::Milestones { months } => Line::new(tge, tge, add_months(tge, months)?, initiative.total()),
		_ => None,
	}
}
