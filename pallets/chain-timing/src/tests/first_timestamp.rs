use crate::mock::*;
use crate::*;
use btt_primitives::{time::TokenClock, Moment, DAY, TOKEN_GENERATION_EVENT};
use frame_support::{assert_ok, traits::Hooks};

const LAUNCH: Moment = TOKEN_GENERATION_EVENT + 30 * DAY;

fn launched_later() -> ExtBuilder {
	ExtBuilder::default().genesis(|genesis| genesis.launch = LAUNCH)
}

/// A block with this timestamp, as far as timestamps matter.
fn block_at(now: Moment) {
	assert_ok!(Timestamp::set(RuntimeOrigin::none(), now));
	Timestamp::on_finalize(System::block_number());
	System::set_block_number(System::block_number() + 1);
}

#[test]
fn mining_cannot_start_before_the_launch() {
	launched_later().build_and_execute(|| {
		assert_eq!(MiningStart::<Test>::get(), None);
		assert_eq!(ChainTiming::mining_start(), LAUNCH);
	});
}

#[test]
fn mining_starts_with_the_first_block() {
	launched_later().build_and_execute(|| {
		block_at(LAUNCH + 5 * DAY);
		assert_eq!(MiningStart::<Test>::get(), Some(LAUNCH + 5 * DAY));
		assert_eq!(ChainTiming::mining_start(), LAUNCH + 5 * DAY);
		assert_eq!(ChainTiming::launch(), LAUNCH);
		assert_eq!(ChainTiming::token_generation_event(), TOKEN_GENERATION_EVENT);
	});
}

#[test]
fn the_first_block_may_be_at_the_launch() {
	launched_later().build_and_execute(|| {
		block_at(LAUNCH);
		assert_eq!(MiningStart::<Test>::get(), Some(LAUNCH));
	});
}

#[test]
fn later_blocks_do_not_move_the_start_of_mining() {
	launched_later().build_and_execute(|| {
		for slot in 0..5 {
			block_at(LAUNCH + slot * 6_000);
			assert_eq!(ChainTiming::mining_start(), LAUNCH);
		}
	});
}

#[test]
fn the_token_generation_event_may_be_the_launch() {
	ExtBuilder::default().build_and_execute(|| {
		block_at(TOKEN_GENERATION_EVENT);
		assert_eq!(ChainTiming::mining_start(), TOKEN_GENERATION_EVENT);
	});
}

// The benchmark of `Timestamp::set` needs a first block in 1970.
#[cfg(not(feature = "runtime-benchmarks"))]
#[test]
#[should_panic = "the first block must not be before the launch: 1738281599999 ms is before 1738281600000 ms"]
fn a_first_block_before_the_launch_panics() {
	launched_later().build_and_execute(|| block_at(LAUNCH - 1));
}

#[test]
fn blocks_keep_half_a_slot_of_distance() {
	launched_later().build_and_execute(|| {
		block_at(LAUNCH);
		block_at(LAUNCH + 3_000);
		let early = std::panic::catch_unwind(|| block_at(LAUNCH + 5_999));
		assert!(early.is_err());
	});
}
