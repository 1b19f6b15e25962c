//! The calendar that the economy runs on.

use crate::Moment;

/// Instants that are fixed in genesis or by the first block (SPEC §0).
pub trait TokenClock {
	/// The token generation event, from which vesting, release caps and the governance hand-over count.
	fn token_generation_event() -> Moment;

	/// The earliest instant at which the chain may produce its first block; endowments of genesis are checked against
	/// the release caps of this instant.
	fn launch() -> Moment;

	/// When mining starts: the timestamp of block 1 or the token generation event, whichever is later. Before block 1,
	/// the earliest instant that this can be.
	fn mining_start() -> Moment;
}
