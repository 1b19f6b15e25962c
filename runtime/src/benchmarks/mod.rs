//! The benchmarks that `scripts/bench` runs.

mod equivocation;

use crate::*;
use alloc::{string::String, vec::Vec};
use codec::Decode;
use equivocation::Pallet as EquivocationBench;
use frame_benchmarking::{baseline::Pallet as BaselineBench, BenchmarkBatch, BenchmarkConfig, BenchmarkList};
use frame_support::traits::{StorageInfo, StorageInfoTrait, WhitelistedStorageKeys};
use frame_system_benchmarking::{extensions::Pallet as SystemExtensionsBench, Pallet as SystemBench};
use sp_runtime::traits::TrailingZeroInput;
use sp_storage::TrackedStorageKey;

frame_benchmarking::define_benchmarks!(
	[frame_benchmarking, BaselineBench::<Runtime>]
	[frame_system, SystemBench::<Runtime>]
	[frame_system_extensions, SystemExtensionsBench::<Runtime>]
	[equivocation, EquivocationBench::<Runtime>]
	[pallet_balances, Balances]
	[pallet_timestamp, Timestamp]
	[pallet_parameters, Parameters]
	[pallet_btt_burn, Burn]
	[pallet_btt_fees, Fees]
	[pallet_btt_staking, BttStaking]
	[pallet_btt_token, BttToken]
	[pallet_vesting_schedules, VestingSchedules]
);

impl frame_system_benchmarking::Config for Runtime {}

impl frame_benchmarking::baseline::Config for Runtime {}

/// Every benchmark, and the storage of the pallets.
pub fn metadata(extra: bool) -> (Vec<BenchmarkList>, Vec<StorageInfo>) {
	let mut list = Vec::<BenchmarkList>::new();
	list_benchmarks!(list, extra);
	(list, AllPalletsWithSystem::storage_info())
}

/// Run the benchmarks that `config` selects.
pub fn dispatch(config: BenchmarkConfig) -> Result<Vec<BenchmarkBatch>, String> {
	let whitelist: Vec<TrackedStorageKey> = AllPalletsWithSystem::whitelisted_storage_keys();
	let mut batches = Vec::<BenchmarkBatch>::new();
	let params = (&config, &whitelist);
	add_benchmarks!(params, batches);
	Ok(batches)
}

/// What the benchmarks of our pallets need of the others.
pub struct Helper;

impl pallet_btt_token::BenchmarkHelper for Helper {
	fn set_time(now: Moment) {
		pallet_timestamp::Now::<Runtime>::put(now);
	}
}

impl pallet_vesting_schedules::BenchmarkHelper<AccountId> for Helper {
	fn set_time(now: Moment) {
		pallet_timestamp::Now::<Runtime>::put(now);
	}

	// A rotation is refused while an account has objections; what it moves besides tokens is the stake.
	fn burden(who: &AccountId) {
		pallet_btt_staking::burden::<Runtime>(who);
	}
}

impl pallet_btt_burn::BenchmarkHelper<AccountId> for Helper {
	fn set_time(now: Moment) {
		pallet_timestamp::Now::<Runtime>::put(now);
	}

	fn identity(number: u32) -> AccountId {
		frame_benchmarking::account("identity", number, 0)
	}
}

impl pallet_btt_fees::BenchmarkHelper<AccountId> for Helper {
	fn set_time(now: Moment) {
		pallet_timestamp::Now::<Runtime>::put(now);
	}

	fn burden(who: &AccountId) {
		pallet_btt_staking::burden::<Runtime>(who);
	}
}

impl pallet_btt_staking::BenchmarkHelper<AccountId> for Helper {
	fn set_time(now: Moment) {
		pallet_timestamp::Now::<Runtime>::put(now);
	}

	fn set_keys(who: &AccountId) {
		let keys = SessionKeys::decode(&mut TrailingZeroInput::zeroes()).expect("zeroes are keys");
		pallet_session::NextKeys::<Runtime>::insert(who, keys);
	}
}
