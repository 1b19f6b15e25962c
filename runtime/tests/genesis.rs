//! What genesis holds, and what it refuses.

mod common;

use btt_primitives::{Allocation, TOTAL_SUPPLY};
use btt_runtime::{
	genesis_config_presets::{preset_names, TEST_ACCOUNTS, TEST_ENDOWMENT, TEST_INSTITUTIONS},
	AllPalletsWithSystem, Balances, BttToken, Runtime, RuntimeGenesisConfig, Session,
};
use common::*;
use frame_support::{instances::Instance1, traits::PalletsInfoAccess};
use serde_json::json;
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
			for account in TEST_ACCOUNTS {
				assert_eq!(total(&account.to_account_id()), TEST_ENDOWMENT);
			}
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
fn every_preset_that_is_named_exists() {
	for name in preset_names() {
		assert!(btt_runtime::genesis_config_presets::get_preset(&name).is_some());
	}
	assert!(btt_runtime::genesis_config_presets::get_preset(&"nowhere".into()).is_none());
}

#[test]
fn unknown_fields_are_refused() {
	let mut config = genesis(btt_primitives::DAY);
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
			(4, "Authorship"),
			(5, "Balances"),
			(6, "TransactionPayment"),
			(7, "BttToken"),
			(8, "VestingSchedules"),
			(10, "Session"),
			(11, "Historical"),
			(12, "Offences"),
			(13, "Grandpa"),
			(14, "AuthorityDiscovery"),
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
		]
	);
}
