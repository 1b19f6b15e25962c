use crate::mock::*;
use crate::*;
use btt_primitives::{DAY, HOUR, MINUTE, SECOND, TOKEN_GENERATION_EVENT};

#[test]
fn mainnet_is_the_default() {
	ExtBuilder::default().build_and_execute(|| {
		assert!(Parameters::<Test>::exists());
		assert_eq!(
			Parameters::<Test>::get(),
			Timing {
				slot_duration: 6_000,
				epoch_length: 2_400,
				era_duration: 21_600_000,
				staking_day: 86_400_000,
				token_generation_event: 1_735_689_600_000,
				launch: 1_735_689_600_000,
			}
		);
		assert_eq!(MiningStart::<Test>::get(), None);
	});
}

#[test]
fn values_of_the_genesis_are_stored() {
	ExtBuilder::default()
		.genesis(|genesis| {
			genesis.slot_duration = SECOND;
			genesis.epoch_length = 20;
			genesis.era_duration = MINUTE;
			genesis.staking_day = 5 * SECOND;
			genesis.token_generation_event = 7;
			genesis.launch = 8;
		})
		.build_and_execute(|| {
			assert_eq!(
				Parameters::<Test>::get(),
				Timing {
					slot_duration: 1_000,
					epoch_length: 20,
					era_duration: 60_000,
					staking_day: 5_000,
					token_generation_event: 7,
					launch: 8,
				}
			);
		});
}

#[test]
fn values_at_the_bounds_are_accepted() {
	for (slot_duration, epoch_length, era_duration, staking_day) in [
		(SECOND, 1, MINUTE, SECOND),
		(MINUTE, u64::MAX, DAY, DAY),
		(1_002, 1, 1_002 * 60, 1_001),
		(MINUTE, 1, MINUTE, DAY),
	] {
		ExtBuilder::default()
			.genesis(|genesis| {
				genesis.slot_duration = slot_duration;
				genesis.epoch_length = epoch_length;
				genesis.era_duration = era_duration;
				genesis.staking_day = staking_day;
				genesis.token_generation_event = 0;
				genesis.launch = 7_258_118_400_000 - 1;
			})
			.build_and_execute(|| assert_eq!(Parameters::<Test>::get().slot_duration, slot_duration));
	}
}

fn build_with(change: impl FnOnce(&mut GenesisConfig<Test>)) {
	let _ = ExtBuilder::default().genesis(change).build();
}

#[test]
#[should_panic = "genesis of ChainTiming: the slot duration must be from 1 s to 60 s"]
fn a_slot_of_nothing_is_refused() {
	build_with(|genesis| genesis.slot_duration = 0);
}

#[test]
#[should_panic = "genesis of ChainTiming: the slot duration must be from 1 s to 60 s"]
fn a_slot_below_a_second_is_refused() {
	build_with(|genesis| genesis.slot_duration = SECOND - 2);
}

#[test]
#[should_panic = "genesis of ChainTiming: the slot duration must be from 1 s to 60 s"]
fn a_slot_above_a_minute_is_refused() {
	build_with(|genesis| genesis.slot_duration = MINUTE + 2);
}

#[test]
#[should_panic = "genesis of ChainTiming: the slot duration must be an even number of ms"]
fn an_odd_slot_is_refused() {
	build_with(|genesis| genesis.slot_duration = 6_001);
}

#[test]
#[should_panic = "genesis of ChainTiming: an epoch must have a slot at least"]
fn an_epoch_without_slots_is_refused() {
	build_with(|genesis| genesis.epoch_length = 0);
}

#[test]
#[should_panic = "genesis of ChainTiming: the era duration must be from 60 s to 24 h"]
fn an_era_of_nothing_is_refused() {
	build_with(|genesis| genesis.era_duration = 0);
}

#[test]
#[should_panic = "genesis of ChainTiming: the era duration must be from 60 s to 24 h"]
fn an_era_below_a_minute_is_refused() {
	build_with(|genesis| genesis.era_duration = 9 * 6 * SECOND);
}

#[test]
#[should_panic = "genesis of ChainTiming: the era duration must be from 60 s to 24 h"]
fn an_era_above_a_day_is_refused() {
	build_with(|genesis| genesis.era_duration = DAY + 6 * SECOND);
}

#[test]
#[should_panic = "genesis of ChainTiming: the era duration must be a multiple of the slot duration"]
fn an_era_that_ends_within_a_slot_is_refused() {
	build_with(|genesis| genesis.era_duration = 6 * HOUR + 1);
}

#[test]
#[should_panic = "genesis of ChainTiming: the launch must not be before the token generation event"]
fn a_launch_before_the_token_generation_event_is_refused() {
	build_with(|genesis| genesis.launch = TOKEN_GENERATION_EVENT - 1);
}

#[test]
#[should_panic = "genesis of ChainTiming: the launch must be before the year 2200"]
fn a_launch_in_microseconds_is_refused() {
	build_with(|genesis| genesis.launch = TOKEN_GENERATION_EVENT * 1_000);
}

#[test]
#[should_panic = "genesis of ChainTiming: the launch must be before the year 2200"]
fn a_launch_in_the_year_2200_is_refused() {
	build_with(|genesis| genesis.launch = 7_258_118_400_000);
}

#[test]
#[should_panic = "genesis of ChainTiming: the staking day must be from 1 s to 24 h"]
fn a_staking_day_of_nothing_is_refused() {
	build_with(|genesis| genesis.staking_day = 0);
}

#[test]
#[should_panic = "genesis of ChainTiming: the staking day must be from 1 s to 24 h"]
fn a_staking_day_longer_than_a_day_is_refused() {
	build_with(|genesis| genesis.staking_day = DAY + 1);
}
