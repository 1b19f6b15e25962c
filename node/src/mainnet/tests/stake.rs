//! The stake of the validators of genesis, and where it comes from.

use super::*;
use btt_primitives::staking::Role;
use frame_system::AccountInfo;
use pallet_balances::AccountData;

/// What a validator must have behind itself.
const MINIMUM: Balance = Role::Validator.default_minimum();

/// What is held for session keys.
const DEPOSIT: Balance = BTT;

/// What must be left for fees.
const FEES: Balance = 10 * BTT;

/// Make the endowment of validator `index` so many units.
fn endow(file: &mut Value, index: usize, units: Balance) {
	file["endowments"][index + 2]["amount"] = json!(units.to_string());
}

/// Let validator `index` be the beneficiary of the smaller line of the good file, 1,000,000 BTT.
fn give_unvested(file: &mut Value, index: usize) {
	file["beneficiaries"][1]["account"] = file["validators"][index]["account"].clone();
}

fn set_stake(file: &mut Value, index: usize, units: Balance) {
	file["validators"][index]["stake"] = json!(units.to_string());
}

fn balance(storage: &Storage, who: &AccountId) -> AccountData<Balance> {
	let key = frame_system::Account::<Runtime>::hashed_key_for(who);
	let mut encoded = &storage.top.get(&key).expect("the account exists")[..];
	AccountInfo::<btt_runtime::Nonce, AccountData<Balance>>::decode(&mut encoded).unwrap().data
}

#[test]
fn the_patch_says_what_the_validators_stake_and_charge() {
	let mut file = good();
	for (index, (btt, commission)) in
		[(50_000, "0"), (59_000, "7.5"), (50_001, "100"), (50_000, "0.0000001")].into_iter().enumerate()
	{
		set_stake(&mut file, index, btt * BTT);
		file["validators"][index]["commission"] = json!(commission);
	}
	let mainnet = parse(&file).unwrap();
	let address = |index: usize| keys::generic_address(mainnet.validators[index].account.clone());
	let patch = mainnet.genesis_patch();
	assert_eq!(
		patch["bttStaking"],
		json!({
			"validators": [
				[address(0), 50_000 * BTT, 0],
				[address(1), 59_000 * BTT, 75_000_000],
				[address(2), 50_001 * BTT, 1_000_000_000],
				[address(3), 50_000 * BTT, 1],
			],
			"validatorCount": 21,
			"minimumValidators": 4,
		})
	);
	// The same accounts have the keys.
	for index in 0..4 {
		assert_eq!(patch["session"]["keys"][index][0], json!(address(index)));
	}
}

#[test]
fn a_genesis_holds_the_stake_and_leaves_the_money_for_fees() {
	let mut file = good();
	give_unvested(&mut file, 1);
	set_stake(&mut file, 1, 1_000_001 * BTT);
	// The least that is accepted: for the first validator, for one that stakes unvested tokens too, and for another.
	endow(&mut file, 0, MINIMUM + DEPOSIT + 2 * EXISTENTIAL_DEPOSIT + FEES);
	endow(&mut file, 1, BTT + DEPOSIT + FEES);
	endow(&mut file, 2, MINIMUM + DEPOSIT + FEES);
	let mainnet = parse(&file).unwrap();
	let storage = storage(mainnet.chain_spec(true).unwrap());
	for validator in &mainnet.validators {
		let AccountData { free, reserved, frozen, .. } = balance(&storage, &validator.account);
		assert!(reserved >= validator.stake);
		let spendable = free - frozen.saturating_sub(reserved);
		assert!(spendable >= FEES, "{spendable} units are left for fees");
	}
}

#[test]
fn how_many_validators_are_elected_can_be_said() {
	for (count, minimum) in [(4, 1), (4, 4), (300, 4), (100, 2)] {
		let mut file = good();
		file["validatorCount"] = json!(count);
		file["minimumValidators"] = json!(minimum);
		let mainnet = parse(&file).unwrap();
		assert_eq!((mainnet.validator_count, mainnet.minimum_validators), (count, minimum));
	}
}

#[test]
fn a_number_of_validators_out_of_bounds_is_refused() {
	for count in [0, 3, 301, u32::MAX] {
		assert_eq!(
			refused_once(|file| file["validatorCount"] = json!(count)),
			("validatorCount".into(), Problem::ValidatorCount(count))
		);
	}
}

#[test]
fn a_minimum_of_validators_out_of_bounds_is_refused() {
	for minimum in [0, 5, u32::MAX] {
		assert_eq!(
			refused_once(|file| file["minimumValidators"] = json!(minimum)),
			("minimumValidators".into(), Problem::MinimumValidators { minimum, maximum: 4 })
		);
	}
	// No more than are elected, though more are listed.
	let (_, problem) = refused_once(|file| {
		let fifth = new_validator();
		let endowment = grant_to(&fifth["account"], "EcosystemGrowthFund", 60_000 * BTT);
		file["endowments"].as_array_mut().unwrap().push(endowment);
		file["validators"].as_array_mut().unwrap().push(fifth);
		file["validatorCount"] = json!(4);
		file["minimumValidators"] = json!(5);
	});
	assert_eq!(problem, Problem::MinimumValidators { minimum: 5, maximum: 4 });
}

#[test]
fn numbers_of_validators_that_are_no_numbers_are_refused() {
	for (field, value) in
		[("validatorCount", json!("21")), ("validatorCount", json!(-1)), ("minimumValidators", json!(1.5))]
	{
		let mut file = good();
		file[field] = value;
		assert!(matches!(parse(&file), Err(Error::Json(_))));
	}
}

#[test]
fn a_stake_that_is_no_plain_decimal_is_refused() {
	for text in ["", "5e22", "50000.0", "0050000000000000000000000", "-1", "50,000 BTT"] {
		assert_eq!(
			refused_once(|file| file["validators"][1]["stake"] = json!(text)),
			("validators[1].stake".into(), Problem::NotAnAmount(text.into()))
		);
	}
}

#[test]
fn a_stake_below_the_minimum_of_a_validator_is_refused() {
	for stake in [0, MINIMUM - 1] {
		assert_eq!(
			refused_once(|file| set_stake(file, 3, stake)),
			("validators[3].stake".into(), Problem::StakeBelowMinimum { stake, minimum: MINIMUM })
		);
	}
}

#[test]
fn a_stake_that_the_file_does_not_grant_is_refused() {
	let endowed = 60_000 * BTT;
	assert_eq!(
		refused_once(|file| set_stake(file, 2, endowed + 1)),
		("validators[2].stake".into(), Problem::StakeNotGranted { stake: endowed + 1, unvested: 0, endowed })
	);
	let unvested = 1_000_000 * BTT;
	assert_eq!(
		refused_once(|file| {
			give_unvested(file, 2);
			set_stake(file, 2, unvested + endowed + 1);
		}),
		("validators[2].stake".into(), Problem::StakeNotGranted { stake: unvested + endowed + 1, unvested, endowed })
	);
	let (_, problem) = refused_once(|file| {
		file["endowments"].as_array_mut().unwrap().remove(5);
	});
	assert_eq!(problem, Problem::StakeNotGranted { stake: MINIMUM, unvested: 0, endowed: 0 });
}

#[test]
fn a_validator_without_money_for_fees_is_refused() {
	for (index, pots) in [(0, 2 * EXISTENTIAL_DEPOSIT), (1, 0)] {
		let least = MINIMUM + DEPOSIT + pots + FEES;
		for missing in [1, FEES, DEPOSIT + pots + FEES] {
			let (entry, problem) = refused_once(|file| endow(file, index, least - missing));
			assert_eq!(entry, format!("validators[{index}].account"));
			assert_eq!(problem, Problem::TooLittleFreeMoney { missing, pots });
			assert!(problem.to_string().ends_with(&format!("endow it with {missing} units more")));
			assert_eq!(problem.to_string().contains("the first validator"), pots > 0);
		}
		let mut file = good();
		endow(&mut file, index, least);
		parse(&file).unwrap();
	}
}

#[test]
fn unvested_tokens_cover_the_stake_but_pay_no_fees() {
	let mut file = good();
	give_unvested(&mut file, 3);
	set_stake(&mut file, 3, 900_000 * BTT);
	endow(&mut file, 3, FEES);
	parse(&file).unwrap();
	let (entry, problem) = refused_once(|file| {
		give_unvested(file, 3);
		endow(file, 3, FEES - 1);
	});
	assert_eq!(
		(entry.as_str(), problem),
		("validators[3].account", Problem::TooLittleFreeMoney { missing: 1, pots: 0 })
	);
	let (_, problem) = refused_once(|file| {
		give_unvested(file, 3);
		file["endowments"].as_array_mut().unwrap().remove(5);
	});
	assert_eq!(problem, Problem::TooLittleFreeMoney { missing: FEES, pots: 0 });
}

#[test]
fn a_commission_that_is_no_exact_percentage_is_refused() {
	for text in [
		"",
		".",
		"5.",
		".5",
		"+5",
		"-1",
		"05",
		"00",
		"5,5",
		"5 %",
		"5%",
		"1e1",
		"0x5",
		"100.0000001",
		"101",
		"4294967301",
		"0.00000001",
		"5.00000000",
		"1.2.3",
		"1.-5",
		"1.+5",
		"five",
		"٥",
	] {
		assert_eq!(
			refused_once(|file| file["validators"][0]["commission"] = json!(text)),
			("validators[0].commission".into(), Problem::NotACommission(text.into()))
		);
	}
	let mut file = good();
	file["validators"][0]["commission"] = json!(5);
	assert!(matches!(parse(&file), Err(Error::Json(_))));
}

#[test]
fn commissions_are_read_exactly() {
	for (text, parts) in [
		("0", 0),
		("0.0000001", 1),
		("5", 50_000_000),
		("7.5", 75_000_000),
		("7.50", 75_000_000),
		("12.3456789", 123_456_789),
		("99.9999999", 999_999_999),
		("100", 1_000_000_000),
		("100.0000000", 1_000_000_000),
	] {
		assert_eq!(crate::mainnet::stake::commission(text), Ok(Perbill::from_parts(parts)), "{text}");
	}
}

#[test]
fn every_part_per_billion_can_be_written() {
	for parts in (0..=1_000_000_000u32).step_by(99_991) {
		let text = format!("{}.{:07}", parts / 10_000_000, parts % 10_000_000);
		assert_eq!(crate::mainnet::stake::commission(&text), Ok(Perbill::from_parts(parts)));
	}
}
