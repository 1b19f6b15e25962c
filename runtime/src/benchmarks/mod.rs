//! The benchmarks that `scripts/bench` runs.

mod equivocation;

use crate::configs::governance::RuntimeParameters;
use crate::*;
use alloc::{string::String, vec::Vec};
use btt_math::line::Line;
use btt_primitives::{burn::BurnReason, staking::Role, vesting::GrantVesting, BTT, DAY};
use codec::Decode;
use equivocation::Pallet as EquivocationBench;
use frame_benchmarking::{baseline::Pallet as BaselineBench, BenchmarkBatch, BenchmarkConfig, BenchmarkList};
use frame_support::traits::{
	schedule::{
		v3::{Anon, Named},
		DispatchTime,
	},
	Get, StorageInfo, StorageInfoTrait, StorePreimage, WhitelistedStorageKeys,
};
use frame_system_benchmarking::{extensions::Pallet as SystemExtensionsBench, Pallet as SystemBench};
use pallet_btt_governance::Track;
use pallet_referenda::TracksInfo;
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
	[pallet_btt_governance, Governance]
	[pallet_btt_staking, BttStaking]
	[pallet_btt_token, BttToken]
	[pallet_mining_rewards, MiningRewards]
	[pallet_referenda, Referenda]
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

	fn shared_keys() -> Vec<Vec<u8>> {
		use pallet_btt_fees::{BaseFeeFactor, CurrentUsage, FundLedger, Split};
		let accounts = [Fees::fund(), BttStaking::pot()].map(frame_system::Account::<Runtime>::hashed_key_for);
		let values = [
			pallet_timestamp::Now::<Runtime>::hashed_key(),
			pallet_chain_timing::Parameters::<Runtime>::hashed_key(),
			Split::<Runtime>::hashed_key(),
			BaseFeeFactor::<Runtime>::hashed_key(),
			FundLedger::<Runtime>::hashed_key(),
			CurrentUsage::<Runtime>::hashed_key(),
			pallet_btt_burn::ThisYear::<Runtime>::hashed_key(),
			pallet_btt_staking::Incoming::<Runtime>::hashed_key(),
		];
		let burned = pallet_btt_burn::Totals::<Runtime>::hashed_key_for(BurnReason::Fees);
		accounts.into_iter().chain(values.map(Vec::from)).chain([burned]).collect()
	}
}

impl pallet_mining_rewards::BenchmarkHelper<AccountId> for Helper {
	fn set_time(now: Moment) {
		pallet_timestamp::Now::<Runtime>::put(now);
	}

	fn stake(who: &AccountId) {
		pallet_btt_staking::answerable::<Runtime>(who);
		unvested(who, BTT);
	}

	fn provide(who: &AccountId) {
		Self::fund(who, 10_000 * BTT);
		let origin = RuntimeOrigin::signed(who.clone());
		BttStaking::bond(origin.clone(), 5_000 * BTT).expect("there is enough");
		BttStaking::add_role(origin, Role::Provider).expect("there is enough at stake");
	}

	fn fund(who: &AccountId, amount: Balance) {
		let _ = <Balances as frame_support::traits::fungible::Mutate<_>>::mint_into(who, amount);
		unvested(who, BTT);
	}
}

/// Lay `amount` units that `who` holds under a line that lasts.
fn unvested(who: &AccountId, amount: Balance) {
	let start = pallet_timestamp::Now::<Runtime>::get();
	let line = Line::new(start, start, start.saturating_add(3_650 * DAY), amount).expect("it ends after its start");
	VestingSchedules::grant(who, line).expect("there is enough");
}

impl pallet_btt_governance::BenchmarkHelper<AccountId, BlockNumber, RuntimeParameters> for Helper {
	fn voter(number: u32) -> AccountId {
		let who = frame_benchmarking::account("voter", number, 0);
		Self::set_day();
		let chunks: u32 = <Runtime as pallet_btt_staking::Config>::MaxChunks::get();
		<Self as pallet_mining_rewards::BenchmarkHelper<_>>::fund(&who, 10_000 * BTT);
		for _ in 1..<Runtime as pallet_vesting_schedules::Config>::MaxLines::get() {
			unvested(&who, 1_000 * BTT);
		}
		let origin = RuntimeOrigin::signed(who.clone());
		// Of a bond, what is unvested counts first.
		BttStaking::bond(origin.clone(), BTT.saturating_mul(chunks.into()).saturating_add(8_500 * BTT))
			.expect("there is enough");
		BttStaking::add_role(origin, Role::Governance).expect("there is enough at stake");
		pallet_btt_staking::unbonding::<Runtime>(&who);
		let _ = <Balances as frame_support::traits::fungible::Mutate<_>>::mint_into(&who, 2_000 * BTT);
		who
	}

	fn vest(_: &AccountId) {
		pallet_timestamp::Now::<Runtime>::mutate(|now| *now = now.saturating_add(7_300 * DAY));
	}

	fn crowd(when: BlockNumber, room: u32) {
		let most: u32 = <Runtime as pallet_scheduler::Config>::MaxScheduledPerBlock::get();
		let most = most.saturating_sub(room);
		let tasks = u32::try_from(pallet_scheduler::Agenda::<Runtime>::get(when).len()).unwrap_or(u32::MAX);
		if tasks >= most {
			return;
		}
		let remark = RuntimeCall::System(frame_system::Call::remark { remark: Vec::new() });
		let call = Preimage::bound(remark).expect("it is short");
		let origin = OriginCaller::Governance(Track::Partnerships);
		<Scheduler as Anon<_, _, _>>::schedule(DispatchTime::At(when), None, 0, origin, call).expect("there is room");
		// One by one they would take minutes.
		pallet_scheduler::Agenda::<Runtime>::mutate(when, |agenda| {
			let task = agenda.last().cloned().expect("it was scheduled just now");
			for _ in tasks.saturating_add(1)..most {
				agenda.try_push(task.clone()).expect("there is room");
			}
		});
	}

	fn schedule_enactment(referendum: pallet_btt_governance::ReferendumIndex, when: BlockNumber) {
		let call = Preimage::bound(RuntimeCall::System(frame_system::Call::remark { remark: Vec::new() }));
		let call = call.expect("it is short");
		let name = pallet_btt_governance::enactment_name(referendum);
		let origin = OriginCaller::Governance(Track::Partnerships);
		<Scheduler as Named<_, _, OriginCaller>>::schedule_named(name, DispatchTime::At(when), None, 63, origin, call)
			.expect("there is room");
	}

	fn parameter() -> RuntimeParameters {
		RuntimeParameters::default()
	}
}

impl Helper {
	/// Let it be so late that nothing of what follows is old.
	fn set_day() {
		let now = pallet_timestamp::Now::<Runtime>::get();
		pallet_timestamp::Now::<Runtime>::put(now.max(crate::genesis_config_presets::TEST_LAUNCH));
	}
}

/// The tracks, with one for Root, on which the benchmarks of referenda propose.
pub struct TracksWithRoot;

impl TracksInfo<Balance, BlockNumber> for TracksWithRoot {
	type Id = u16;
	type RuntimeOrigin = OriginCaller;

	fn tracks() -> impl Iterator<Item = Cow<'static, pallet_referenda::Track<u16, Balance, BlockNumber>>> {
		<Governance as TracksInfo<_, _>>::tracks()
	}

	fn track_for(origin: &OriginCaller) -> Result<u16, ()> {
		match origin {
			OriginCaller::system(frame_system::RawOrigin::Root) => Ok(Track::NetworkUpgrade.id()),
			other => <Governance as TracksInfo<_, _>>::track_for(other),
		}
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
