use crate::mock::*;
use crate::*;
use btt_primitives::TOKEN_GENERATION_EVENT;
use frame_support::assert_err;
use sp_runtime::TryRuntimeError;

#[test]
fn try_state_notices_parameters_out_of_bounds() {
	ExtBuilder::default().build_and_execute(|| {
		for (change, reason) in [
			(
				(|timing| timing.slot_duration = 0) as fn(&mut Timing),
				"the slot duration must be from 1 s to 60 s, in ms",
			),
			(|timing| timing.slot_duration += 1, "the slot duration must be an even number of ms"),
			(|timing| timing.epoch_length = 0, "an epoch must have a slot at least"),
			(|timing| timing.era_duration = 0, "the era duration must be from 60 s to 24 h, in ms"),
			(|timing| timing.era_duration += 1, "the era duration must be a multiple of the slot duration"),
			(|timing| timing.staking_day = 0, "the staking day must be from 1 s to 24 h, in ms"),
			(|timing| timing.launch -= 1, "the launch must not be before the token generation event"),
			(|timing| timing.launch = u64::MAX, "the launch must be before the year 2200, in ms"),
		] {
			let mut timing = Timing::default();
			change(&mut timing);
			Parameters::<Test>::put(timing);
			assert_err!(ChainTiming::do_try_state(), TryRuntimeError::Other(reason));
		}
		Parameters::<Test>::kill();
	});
}

#[test]
fn try_state_notices_mining_before_the_launch() {
	ExtBuilder::default().build_and_execute(|| {
		MiningStart::<Test>::put(TOKEN_GENERATION_EVENT - 1);
		assert_err!(ChainTiming::do_try_state(), TryRuntimeError::Other("mining started before the launch"));
		MiningStart::<Test>::put(TOKEN_GENERATION_EVENT);
	});
}
