//! What nobody may do, whatever the origin and whatever wraps the call.

mod common;

use btt_primitives::{burn::BurnReason, Allocation, BTT, TOTAL_SUPPLY};
use btt_runtime::{AccountId, Balances, BttStaking, BttToken, Burn, Fees, Runtime, RuntimeCall, System};
use common::*;
use frame_support::{assert_noop, assert_ok, dispatch::RawOrigin};
use sp_runtime::DispatchError;

/// Calls that the SDK keeps for Root: they set code, storage, balances or issuance.
fn root_calls() -> Vec<RuntimeCall> {
	let who: AccountId = actor("Alice").id;
	vec![
		frame_system::Call::set_code { code: vec![1] }.into(),
		frame_system::Call::set_code_without_checks { code: vec![1] }.into(),
		frame_system::Call::set_storage { items: vec![(vec![1], vec![2])] }.into(),
		frame_system::Call::kill_storage { keys: vec![vec![1]] }.into(),
		frame_system::Call::kill_prefix { prefix: vec![1], subkeys: 1 }.into(),
		frame_system::Call::set_heap_pages { pages: 1 }.into(),
		frame_system::Call::authorize_upgrade { code_hash: Default::default() }.into(),
		frame_system::Call::authorize_upgrade_without_checks { code_hash: Default::default() }.into(),
		pallet_balances::Call::force_set_balance { who: who.clone().into(), new_free: 1 }.into(),
		pallet_balances::Call::force_adjust_total_issuance {
			direction: pallet_balances::AdjustmentDirection::Increase,
			delta: 1,
		}
		.into(),
		pallet_balances::Call::force_transfer { source: who.clone().into(), dest: actor("Bob").id.into(), value: 1 }
			.into(),
		pallet_balances::Call::force_unreserve { who: who.clone().into(), amount: 1 }.into(),
		pallet_vesting::Call::force_vested_transfer {
			source: who.clone().into(),
			target: actor("Bob").id.into(),
			schedule: pallet_vesting::VestingInfo::new(BTT, 1, 0),
		}
		.into(),
		pallet_babe::Call::plan_config_change {
			config: sp_consensus_babe::digests::NextConfigDescriptor::V1 {
				c: (1, 2),
				allowed_slots: sp_consensus_babe::AllowedSlots::PrimarySlots,
			},
		}
		.into(),
		pallet_grandpa::Call::note_stalled { delay: 1, best_finalized_block_number: 1 }.into(),
	]
}

#[test]
fn no_account_may_make_a_call_of_root() {
	let mut chain = Chain::new(genesis(LAUNCH));
	let alice = actor("Alice");
	for call in root_calls() {
		assert_eq!(chain.send(&alice, call), Err(DispatchError::BadOrigin));
	}
}

#[test]
fn no_referendum_makes_a_call_of_root() {
	let mut chain = Chain::new(genesis(LAUNCH));
	for call in root_calls() {
		assert_eq!(chain.decide(call), Err(DispatchError::BadOrigin));
	}
}

#[test]
fn burning_through_balances_is_filtered_inside_batches_too() {
	let mut chain = Chain::new(genesis(LAUNCH));
	let alice = actor("Alice");
	let burn = || RuntimeCall::from(pallet_balances::Call::burn { value: BTT, keep_alive: true });
	let filtered = DispatchError::from(frame_system::Error::<Runtime>::CallFiltered);
	assert_eq!(chain.send(&alice, burn()), Err(filtered));
	assert_eq!(chain.send(&alice, pallet_utility::Call::batch_all { calls: vec![burn()] }), Err(filtered));
	let burned = chain.state(Burn::burned_by_reason);
	let fees = burned.reasons.iter().find(|(reason, _)| *reason == BurnReason::Fees).expect("it is a reason").1;
	assert_eq!(chain.state(Balances::total_issuance), TOTAL_SUPPLY - fees);
}

#[test]
fn vested_transfers_to_beneficiaries_and_pots_are_filtered() {
	let mut chain = Chain::new(genesis(LAUNCH));
	let alice = actor("Alice");
	let filtered = DispatchError::from(frame_system::Error::<Runtime>::CallFiltered);
	let vested = |target: AccountId| {
		RuntimeCall::from(pallet_vesting::Call::vested_transfer {
			target: target.into(),
			schedule: pallet_vesting::VestingInfo::new(BTT, BTT / 100, 0),
		})
	};
	let institution = beneficiary(Allocation::BellaSmileGroup).id;
	assert_eq!(chain.send(&alice, vested(institution.clone())), Err(filtered));
	for pot in [BttToken::pot_of(Allocation::CommunityIncentives), BttStaking::pot(), Fees::fund()] {
		assert_eq!(chain.send(&alice, vested(pot)), Err(filtered));
	}
	let batch = pallet_utility::Call::batch_all { calls: vec![vested(institution)] };
	assert_eq!(chain.send(&alice, batch), Err(filtered));
	assert_ok!(chain.send(&alice, vested(actor("Eve").id)));
}

#[test]
fn no_pause_stops_slashes_or_keeps_a_validator_standing() {
	use pallet_btt_staking::{Call, Error};
	let mut chain = Chain::new(genesis(LAUNCH));
	let alice = actor("Alice");
	assert_ok!(chain.decide(pallet_safe_mode::Call::force_enter {}));
	let filtered = DispatchError::from(frame_system::Error::<Runtime>::CallFiltered);
	assert_eq!(chain.send(&alice, Call::bond { amount: 10 * BTT }), Err(filtered));
	assert_eq!(chain.send(&alice, Call::payout { who: alice.id.clone() }), Err(filtered));
	let apply = chain.send(&alice, Call::apply_slash { who: alice.id.clone() });
	assert_eq!(apply, Err(Error::<Runtime>::NoSlashDue.into()));
	let cancel = chain.decide(Call::cancel_slash { validator: alice.id.clone(), index: 0 });
	assert_eq!(cancel, Err(Error::<Runtime>::SlashNotFound.into()));
	assert_ok!(chain.send(&alice, Call::chill {}));
}

#[test]
fn anybody_may_settle_refresh_forget_and_lapse_and_only_a_registrar_attests() {
	use pallet_mining_rewards::{Attestation, Call, Error};
	let mut chain = Chain::new(genesis(LAUNCH));
	let eve = actor("Eve");
	let provider = eve.id.clone();
	let attest = || Call::attest { provider: actor("Eve").id, attestation: Attestation::default() };
	for (call, error) in [
		(Call::settle { providers: vec![eve.id.clone()].try_into().expect("one") }, Error::NothingToSettle),
		(Call::refresh { provider: provider.clone() }, Error::NotProvider),
		(Call::forget { provider: provider.clone() }, Error::NotProvider),
		(Call::lapse { provider: provider.clone(), era: 0 }, Error::NotContested),
		(Call::contest { provider, era: 0, points: 1 }, Error::OwnPoints),
		(attest(), Error::NotRegistrar),
	] {
		assert_eq!(chain.send(&eve, call), Err(Error::<Runtime>::into(error)));
	}
	assert_eq!(chain.decide(attest()), Err(DispatchError::BadOrigin), "a referendum attests nothing itself");
	assert_ok!(chain.decide(Call::add_registrar { registrar: eve.id.clone() }));
	assert_eq!(chain.send(&eve, attest()), Err(Error::<Runtime>::NotProvider.into()));
}

#[test]
fn a_proxy_that_cannot_move_tokens_settles_and_attests_but_does_not_contest() {
	use btt_runtime::{configs::system::ProxyType, RuntimeEvent};
	use pallet_mining_rewards::{Attestation, Call, Error};
	let mut chain = Chain::new(genesis(LAUNCH));
	let (alice, eve) = (actor("Alice"), actor("Eve"));
	let proxy_type = ProxyType::NonTransfer;
	let add = pallet_proxy::Call::add_proxy { delegate: eve.id.clone().into(), proxy_type, delay: 0 };
	assert_ok!(chain.send(&alice, add));
	let provider = || actor("Bob").id;
	let filtered = DispatchError::from(frame_system::Error::<Runtime>::CallFiltered);
	for (call, error) in [
		(
			Call::settle { providers: vec![provider()].try_into().expect("one") },
			Error::<Runtime>::NothingToSettle.into(),
		),
		(Call::refresh { provider: provider() }, Error::<Runtime>::NotProvider.into()),
		(
			Call::attest { provider: provider(), attestation: Attestation::default() },
			Error::<Runtime>::NotRegistrar.into(),
		),
		(Call::contest { provider: provider(), era: 0, points: 1 }, filtered),
		(Call::forget { provider: provider() }, filtered),
		(Call::set_region { region: 1, target: 1 }, filtered),
	] {
		let call = Box::new(RuntimeCall::from(call));
		let proxy = pallet_proxy::Call::proxy { real: alice.id.clone().into(), force_proxy_type: None, call };
		assert_ok!(chain.send(&eve, proxy));
		let result = chain.events().into_iter().find_map(|event| match event {
			RuntimeEvent::Proxy(pallet_proxy::Event::ProxyExecuted { result }) => Some(result),
			_ => None,
		});
		assert_eq!(result, Some(Err(error)));
	}
}

#[test]
fn a_proxy_for_staking_stakes_and_spends_nothing() {
	use btt_runtime::{configs::system::ProxyType, RuntimeEvent};
	let mut chain = Chain::new(genesis(LAUNCH));
	let (alice, eve) = (actor("Alice"), actor("Eve"));
	let proxy_type = ProxyType::Staking;
	let add = pallet_proxy::Call::add_proxy { delegate: eve.id.clone().into(), proxy_type, delay: 0 };
	assert_ok!(chain.send(&alice, add));
	let mut act = |call: RuntimeCall| {
		let proxy =
			pallet_proxy::Call::proxy { real: alice.id.clone().into(), force_proxy_type: None, call: Box::new(call) };
		assert_ok!(chain.send(&eve, proxy));
		chain
			.events()
			.into_iter()
			.find_map(|event| match event {
				RuntimeEvent::Proxy(pallet_proxy::Event::ProxyExecuted { result }) => Some(result),
				_ => None,
			})
			.expect("the call was made")
	};
	assert_ok!(act(pallet_btt_staking::Call::bond { amount: 10 * BTT }.into()));
	assert_ok!(act(pallet_btt_staking::Call::chill {}.into()));
	let filtered = Err(frame_system::Error::<Runtime>::CallFiltered.into());
	let give = pallet_balances::Call::transfer_keep_alive { dest: eve.id.clone().into(), value: BTT };
	assert_eq!(act(give.clone().into()), filtered);
	assert_ok!(act(pallet_utility::Call::batch { calls: vec![give.into()] }.into()));
	assert!(chain.state(|| Balances::free_balance(&eve.id)) < POCKET_MONEY.1, "the batch moved nothing");
}

#[test]
fn a_dispatch_that_fails_changes_nothing_but_the_fee() {
	let mut chain = Chain::new(genesis(LAUNCH));
	let eve = actor("Eve");
	chain.state(|| {
		assert_noop!(
			Balances::transfer_keep_alive(RawOrigin::Signed(eve.id.clone()).into(), actor("Bob").id.into(), 200 * BTT),
			sp_runtime::TokenError::FundsUnavailable
		);
		assert_eq!(System::account_nonce(&eve.id), 0);
	});
}
