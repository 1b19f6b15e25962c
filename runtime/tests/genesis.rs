//! What genesis holds, and what it refuses.

mod common;

use btt_primitives::{
	burn::BurnReason, fees::FeeSplit, staking::Role, Allocation, Balance, BTT, EXISTENTIAL_DEPOSIT, TOTAL_SUPPLY,
};
use btt_runtime::{
	genesis_config_presets::{preset_names, TEST_ACCOUNTS, TEST_ENDOWMENT, TEST_INSTITUTIONS, TEST_STAKE},
	AllPalletsWithSystem, Balances, BttStaking, BttToken, Fees, Runtime, RuntimeCall, RuntimeGenesisConfig, Session,
};
use codec::Encode;
use common::*;
use frame_support::{
	instances::Instance1,
	traits::{fungible::InspectHold, GetCallIndex, PalletsInfoAccess},
};
use serde_json::json;
use sp_runtime::{Perbill, Permill};
use std::panic::{catch_unwind, AssertUnwindSafe};

/// The message with which a genesis is refused.
fn refusal(config: &serde_json::Value) -> String {
	match catch_unwind(AssertUnwindSafe(|| build(config))) {
		Ok(Ok(_)) => panic!("the genesis was taken"),
		Ok(Err(message)) => message,
		Err(panic) => panic
			.downcast_ref::<String>()
			.cloned()
			.or_else(|| panic.downcast_ref::<&str>().map(|message| message.to_string()))
			.expect("a panic with a message"),
	}
}

#[test]
fn test_networks_mint_the_supply_and_endow_out_of_allocations() {
	for (name, validators) in [("development", 1), ("local_testnet", 4)] {
		let mut ext = build(&preset(name)).expect("the preset builds");
		ext.execute_with(|| {
			check_invariants();
			assert_eq!(Balances::total_issuance(), TOTAL_SUPPLY);
			assert_eq!(Session::validators().len(), validators);
			assert!(!pallet_collective::Members::<Runtime, Instance1>::get().is_empty());
			// The first validator gives the pot of rewards and the development fund what keeps them alive.
			let given = |index| if index == 0 { 2 * EXISTENTIAL_DEPOSIT } else { 0 };
			for (index, account) in TEST_ACCOUNTS.into_iter().enumerate() {
				let who = account.to_account_id();
				assert_eq!(total(&who), TEST_ENDOWMENT - given(index));
				let bonded = if index < validators { TEST_STAKE } else { 0 };
				assert_eq!(Balances::balance_on_hold(&pallet_btt_staking::HoldReason::Bond.into(), &who), bonded);
			}
			assert_eq!(total(&BttStaking::pot()), EXISTENTIAL_DEPOSIT);
			assert_eq!(total(&Fees::fund()), EXISTENTIAL_DEPOSIT);
			let released: u128 = BttToken::allocations()
				.iter()
				.filter(|row| row.name == Allocation::CommunityIncentives)
				.map(|row| row.released)
				.sum();
			assert_eq!(released, TEST_ENDOWMENT * TEST_ACCOUNTS.len() as u128);
		});
	}
}

#[test]
fn the_mainnet_template_does_not_build_without_beneficiaries() {
	let message = refusal(&preset("mainnet"));
	assert!(message.contains("ChinaOralIndustryGroup"), "{message}");
}

#[test]
fn sums_that_do_not_make_an_allocation_are_refused() {
	let mut config = genesis(0);
	merge(&mut config, json!({ "bttToken": { "endowments": [] } }));
	config["bttToken"]["beneficiaries"][0][2] = json!(Allocation::ChinaOralIndustryGroup.total() - 1);
	let message = refusal(&config);
	assert!(message.contains("ChinaOralIndustryGroup"), "{message}");
}

#[test]
fn endowments_beyond_the_release_cap_are_refused() {
	// At the token generation event itself the cap is zero.
	let message = refusal(&genesis(0));
	assert!(message.contains("release caps leave"), "{message}");
}

#[test]
fn validators_need_keys_stake_and_the_tokens_for_both() {
	let good = || genesis(LAUNCH);
	let mut config = good();
	config["session"]["keys"].as_array_mut().expect("a list").pop();
	let message = refusal(&config);
	assert!(message.contains("has no keys"), "{message}");

	config = good();
	config["bttStaking"]["validators"].as_array_mut().expect("a list").remove(0);
	config["bttStaking"]["minimumValidators"] = json!(3);
	let message = refusal(&config);
	assert!(message.contains("has keys but no stake"), "{message}");

	// All of the stake is there, but nothing for the deposits.
	config = good();
	config["bttToken"]["endowments"][1][2] = json!(STAKE);
	let message = refusal(&config);
	assert!(message.contains("the deposit"), "{message}");

	config = good();
	config["bttStaking"]["validators"][0][1] = json!(STAKE - 1);
	let message = refusal(&config);
	assert!(message.contains("below the minimum"), "{message}");

	config = good();
	config["bttStaking"]["validatorCount"] = json!(3);
	let message = refusal(&config);
	assert!(message.contains("must be 4 to 300"), "{message}");

	for founder in [json!(actor("Bob").id), json!(null)] {
		config = good();
		config["fees"]["founder"] = founder;
		let message = refusal(&config);
		assert!(message.contains("the founder of the development fund must be the first validator"), "{message}");
	}

	// The first validator founds both pots.
	config = good();
	let needed = STAKE + BTT + 3 * EXISTENTIAL_DEPOSIT;
	config["bttToken"]["endowments"][0][2] = json!(needed - 1);
	let message = refusal(&config);
	assert!(message.contains(&needed.to_string()), "{message}");
	config["bttToken"]["endowments"][0][2] = json!(needed);
	assert!(build(&config).is_ok());

	config = good();
	config["bttStaking"]["minimumValidators"] = json!(5);
	let message = refusal(&config);
	assert!(message.contains("must be 1 to 4"), "{message}");
}

#[test]
fn a_beneficiary_validates_with_unvested_tokens() {
	let mut config = genesis(LAUNCH);
	let who = beneficiary(Allocation::VisionFutureCapital);
	let (keys, _) = session_keys("VisionFutureCapital", &who.id);
	config["session"]["keys"].as_array_mut().expect("a list").push(json!([who.id, who.id, keys]));
	let stake = Allocation::VisionFutureCapital.total();
	let validators = config["bttStaking"]["validators"].as_array_mut().expect("a list");
	validators.push(json!([who.id, stake, Perbill::from_percent(5)]));
	let mut chain = Chain::new(config);
	assert_eq!(chain.seat(&who.id), Some(0), "nobody has more at stake");
	chain.sessions(2);
	chain.state(|| assert_eq!(BttStaking::staker(&who.id).map(|staker| staker.bonded), Some(stake)));
}

#[test]
fn every_preset_that_is_named_exists() {
	for name in preset_names() {
		assert!(btt_runtime::genesis_config_presets::get_preset(&name).is_some());
	}
	assert!(btt_runtime::genesis_config_presets::get_preset(&"nowhere".into()).is_none());
}

#[test]
fn unknown_fields_are_refused() {
	let mut config = genesis(LAUNCH);
	merge(&mut config, json!({ "sudo": { "key": null } }));
	assert!(serde_json::from_value::<RuntimeGenesisConfig>(config).is_err());
}

#[test]
fn the_accounts_of_test_institutions_are_derived_as_documented() {
	for (allocation, key) in TEST_INSTITUTIONS {
		assert_eq!(beneficiary(allocation).id, key.into());
	}
}

#[test]
fn pallet_indices_and_names_are_pinned() {
	let pallets: Vec<_> = AllPalletsWithSystem::infos().into_iter().map(|pallet| (pallet.index, pallet.name)).collect();
	assert_eq!(
		pallets,
		[
			(0, "System"),
			(1, "ChainTiming"),
			(2, "Timestamp"),
			(3, "Babe"),
			(5, "Balances"),
			(6, "TransactionPayment"),
			(7, "BttToken"),
			(8, "VestingSchedules"),
			(9, "BttStaking"),
			(10, "Session"),
			(11, "Historical"),
			(12, "Offences"),
			(13, "Grandpa"),
			(14, "AuthorityDiscovery"),
			(15, "Authorship"),
			(16, "Burn"),
			(17, "Fees"),
			(18, "MiningRewards"),
			(20, "Vesting"),
			(21, "Utility"),
			(22, "Multisig"),
			(23, "Proxy"),
			(24, "Preimage"),
			(25, "Scheduler"),
			(26, "Parameters"),
			(27, "SafeMode"),
			(28, "TxPause"),
			(29, "MultiBlockMigrations"),
			(30, "Institutions"),
			(31, "Governance"),
			(32, "Referenda"),
		]
	);
}

#[test]
fn the_calls_of_staking_have_their_indices() {
	use pallet_btt_staking::Call;
	let who = actor("Alice").id;
	let amount: Balance = BTT;
	let commission = Perbill::from_percent(1);
	let calls: [Call<Runtime>; 16] = [
		Call::bond { amount },
		Call::unbond { amount },
		Call::rebond { amount },
		Call::withdraw_unbonded { who: who.clone() },
		Call::add_role { role: Role::Clinic },
		Call::drop_role { role: Role::Clinic },
		Call::validate { commission },
		Call::chill {},
		Call::set_commission { commission },
		Call::delegate { validator: who.clone(), amount },
		Call::undelegate { amount },
		Call::payout { who: who.clone() },
		Call::apply_slash { who: who.clone() },
		Call::cancel_slash { validator: who, index: 0 },
		Call::set_validator_count { count: 21 },
		Call::set_minimum { minimum: 4 },
	];
	for (index, call) in (0..).zip(calls) {
		assert_eq!(RuntimeCall::from(call).encode()[..2], [9, index]);
	}
	let all: Vec<u8> = (0..16).collect();
	assert_eq!(<Call<Runtime> as GetCallIndex>::get_call_indices(), all);
	for (index, role) in (0..).zip(Role::ALL) {
		assert_eq!(role.encode(), [index]);
	}
}

#[test]
fn the_calls_of_burn_and_fees_have_their_indices() {
	use pallet_btt_burn::Policy;
	let who = actor("Alice").id;
	let amount: Balance = BTT;
	let rate = Permill::from_percent(1);
	let burn = [
		pallet_btt_burn::Call::<Runtime>::burn { amount },
		pallet_btt_burn::Call::set_policy { policy: Policy::Premium { rate } },
		pallet_btt_burn::Call::forget_window { who: who.clone() },
	];
	for (index, call) in (0..).zip(burn) {
		assert_eq!(RuntimeCall::from(call).encode()[..2], [16, index]);
	}
	let fees = [
		pallet_btt_fees::Call::<Runtime>::set_fee_split { split: FeeSplit::default() },
		pallet_btt_fees::Call::spend { beneficiary: who.clone(), amount, reason: Default::default() },
		pallet_btt_fees::Call::buy_premium { periods: 1, limit: amount },
		pallet_btt_fees::Call::forget_premium { who },
		pallet_btt_fees::Call::set_premium_price { price: amount },
		pallet_btt_fees::Call::set_efficiency { reference: 100, share: Perbill::one() },
	];
	for (index, call) in (0..).zip(fees) {
		assert_eq!(RuntimeCall::from(call).encode()[..2], [17, index]);
	}
	assert_eq!(<pallet_btt_burn::Call<Runtime> as GetCallIndex>::get_call_indices(), [0, 1, 2]);
	assert_eq!(<pallet_btt_fees::Call<Runtime> as GetCallIndex>::get_call_indices(), [0, 1, 2, 3, 4, 5]);
	for (index, reason) in (0..).zip(BurnReason::ALL) {
		assert_eq!(reason.encode(), [index]);
	}
	let (threshold, premium) = (BTT, Policy::Premium { rate });
	let policies = [Policy::Tokenisation { rate }, Policy::HighValueTransfer { rate, threshold }, premium];
	for (index, policy) in (0..).zip(policies) {
		assert_eq!(policy.encode()[..1], [index]);
	}
}

#[test]
fn the_calls_of_mining_rewards_have_their_indices() {
	use btt_primitives::mining::Outcome;
	use pallet_mining_rewards::{Attestation, Call, Rules};
	let who = actor("Alice").id;
	let provider = || who.clone();
	let calls: [Call<Runtime>; 14] = [
		Call::settle { providers: Default::default() },
		Call::contest { provider: provider(), era: 1, points: 1 },
		Call::rule { provider: provider(), era: 1, false_points: u64::MAX },
		Call::lapse { provider: provider(), era: 1 },
		Call::refresh { provider: provider() },
		Call::forget { provider: provider() },
		Call::attest { provider: provider(), attestation: Attestation::default() },
		Call::set_rules { rules: Rules::default() },
		Call::set_region { region: 1, target: 1 },
		Call::remove_region { region: 1 },
		Call::set_hardware { class: 1, energy: 1 },
		Call::remove_hardware { class: 1 },
		Call::add_registrar { registrar: provider() },
		Call::remove_registrar { registrar: provider() },
	];
	for (index, call) in (0..).zip(calls) {
		assert_eq!(RuntimeCall::from(call).encode()[..2], [18, index]);
	}
	let all: Vec<u8> = (0..14).collect();
	assert_eq!(<Call<Runtime> as GetCallIndex>::get_call_indices(), all);
	for (index, outcome) in (0..).zip([Outcome::Accepted, Outcome::False]) {
		assert_eq!(outcome.encode(), [index]);
	}
	let hold = btt_runtime::RuntimeHoldReason::from(pallet_mining_rewards::HoldReason::Dispute);
	assert_eq!(hold.encode(), [18, 0]);
}

#[test]
fn regions_hardware_and_registrars_that_contradict_themselves_are_refused() {
	let alice = actor("Alice").id;
	let many = |count: u32| (0..count).map(|number| (number, 1)).collect::<Vec<_>>();
	let registrars = |count: u8| (0..count).map(clinic).collect::<Vec<_>>();
	for (field, value, reason) in [
		("regions", json!([(1, 1), (1, 2)]), "a region is named twice"),
		("regions", json!(many(33)), "there are more than 32 regions"),
		("regions", json!([(1, 600_000), (2, 400_001)]), "the shares of the regions exceed 1,000,000 millionths"),
		("regions", json!([(1, u32::MAX), (2, 1)]), "the shares of the regions exceed 1,000,000 millionths"),
		("hardware", json!([(1, 1), (1, 1)]), "a hardware class is named twice"),
		("hardware", json!(many(257)), "there are more than 256 hardware classes"),
		("hardware", json!([(1, 0)]), "the energy of a hardware class is not 1 to 1,000,000,000 joules"),
		("hardware", json!([(1, 1_000_000_001)]), "the energy of a hardware class is not 1 to 1,000,000,000 joules"),
		("registrars", json!([alice, alice]), "a registrar is named twice"),
		("registrars", json!(registrars(33)), "there are more than 32 registrars"),
	] {
		let mut config = genesis(LAUNCH);
		config["miningRewards"][field] = value;
		assert_eq!(refusal(&config), format!("miningRewards: {reason}"));
	}

	let mut config = genesis(LAUNCH);
	config["miningRewards"] = json!({
		"regions": many(32),
		"hardware": (0..256).map(|class| (class, 1_000_000_000)).collect::<Vec<_>>(),
		"registrars": registrars(32),
	});
	assert!(build(&config).is_ok());
}
