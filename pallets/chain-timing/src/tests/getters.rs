use crate::mock::*;
use crate::*;
use btt_primitives::{time::TokenClock, HOUR, MINUTE, SECOND, TOKEN_GENERATION_EVENT};
use frame_support::traits::{Get, Hooks};

#[test]
fn getters_return_mainnets_values_on_empty_state() {
	sp_io::TestExternalities::default().execute_with(|| {
		assert!(!Parameters::<Test>::exists());
		assert_eq!(SlotDuration::<Test>::get(), 6 * SECOND);
		assert_eq!(MinimumPeriod::<Test>::get(), 3 * SECOND);
		assert_eq!(EpochLength::<Test>::get(), 2_400);
		assert_eq!(EraDuration::<Test>::get(), 6 * HOUR);
		assert_eq!(StakingDay::<Test>::get(), 24 * HOUR);
		assert_eq!(ChainTiming::token_generation_event(), TOKEN_GENERATION_EVENT);
		assert_eq!(ChainTiming::launch(), TOKEN_GENERATION_EVENT);
		assert_eq!(ChainTiming::mining_start(), TOKEN_GENERATION_EVENT);
		ChainTiming::do_try_state().unwrap();
	});
}

#[test]
fn getters_return_what_the_genesis_says() {
	ExtBuilder::default()
		.genesis(|genesis| {
			genesis.slot_duration = 1_002;
			genesis.epoch_length = 20;
			genesis.era_duration = 1_002 * 60;
			genesis.staking_day = 1_003;
			genesis.token_generation_event = MINUTE;
			genesis.launch = HOUR;
		})
		.build_and_execute(|| {
			assert_eq!(SlotDuration::<Test>::get(), 1_002);
			assert_eq!(MinimumPeriod::<Test>::get(), 501);
			assert_eq!(EpochLength::<Test>::get(), 20);
			assert_eq!(EraDuration::<Test>::get(), 1_002 * 60);
			assert_eq!(StakingDay::<Test>::get(), 1_003);
			assert_eq!(ChainTiming::token_generation_event(), MINUTE);
			assert_eq!(ChainTiming::launch(), HOUR);
		});
}

#[test]
fn every_block_accounts_for_the_storage_behind_its_timestamp() {
	ExtBuilder::default().build_and_execute(|| {
		let weight = <Test as frame_system::Config>::DbWeight::get();
		for block in 1..3 {
			assert_eq!(ChainTiming::on_initialize(block), weight.reads_writes(2, 1));
		}
	});
}
