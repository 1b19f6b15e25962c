use crate::{self as pallet_chain_timing, *};
use frame_support::derive_impl;
use sp_runtime::BuildStorage;

#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeSlashReason,
		RuntimeLockId,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Test;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type ChainTiming = pallet_chain_timing;
	#[runtime::pallet_index(2)]
	pub type Timestamp = pallet_timestamp;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
	type DbWeight = frame_support::weights::constants::RocksDbWeight;
}

impl pallet_timestamp::Config for Test {
	type Moment = u64;
	type OnTimestampSet = ChainTiming;
	type MinimumPeriod = MinimumPeriod<Test>;
	type WeightInfo = ();
}

impl Config for Test {}

/// Builds a state from a genesis of the pallet, mainnet's unless told otherwise.
#[derive(Default)]
pub struct ExtBuilder {
	genesis: GenesisConfig<Test>,
}

impl ExtBuilder {
	/// Change the genesis.
	pub fn genesis(mut self, change: impl FnOnce(&mut GenesisConfig<Test>)) -> Self {
		change(&mut self.genesis);
		self
	}

	/// Build the state.
	pub fn build(self) -> sp_io::TestExternalities {
		let genesis = RuntimeGenesisConfig { chain_timing: self.genesis, ..Default::default() };
		genesis.build_storage().unwrap().into()
	}

	/// Build the state, run `test` on it and check the invariants.
	pub fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			ChainTiming::do_try_state().unwrap();
		});
	}
}
