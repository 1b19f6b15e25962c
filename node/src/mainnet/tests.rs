//! A good file makes a chain; every kind of bad entry is refused by name.

mod stake;

use super::{keys::KeyError, *};
use btt_primitives::{BTT, SS58_PREFIX};
use sp_core::{
	crypto::{set_default_ss58_version, Ss58AddressFormat, Ss58Codec},
	ecdsa, ed25519, sr25519, Pair,
};
use sp_runtime::{traits::IdentifyAccount, BuildStorage, MultiSigner};

/// 2027-01-01T00:00:00Z
const LAUNCH: Moment = 1_798_761_600_000;

fn address_with(prefix: u16, account: impl Into<AccountId>) -> String {
	account.into().to_ss58check_with_version(Ss58AddressFormat::custom(prefix))
}

fn address(account: impl Into<AccountId>) -> String {
	address_with(SS58_PREFIX, account)
}

fn new_account() -> String {
	address(sr25519::Pair::generate().0.public())
}

fn new_validator() -> Value {
	json!({
		"account": new_account(),
		"babe": new_account(),
		"grandpa": address(ed25519::Pair::generate().0.public().0),
		"authorityDiscovery": sp_core::bytes::to_hex(&sr25519::Pair::generate().0.public().0, false),
		"stake": (50_000 * BTT).to_string(),
		"commission": "7.5",
	})
}

fn grant_to(account: &Value, allocation: &str, units: Balance) -> Value {
	json!({ "allocation": allocation, "account": account, "amount": units.to_string() })
}

fn grant(allocation: &str, btt: Balance) -> Value {
	grant_to(&json!(new_account()), allocation, btt * BTT)
}

/// A file without fault. Of the endowments, those from the third on are the validators'.
fn good() -> Value {
	let validators = [(); 4].map(|()| new_validator());
	let mut endowments = vec![grant("EcosystemGrowthFund", 100_000), grant("CommunityIncentives", 50_000)];
	endowments.extend(validators.iter().map(|v| grant_to(&v["account"], "EcosystemGrowthFund", 60_000 * BTT)));
	json!({
		"name": "BTT",
		"id": "btt",
		"launch": LAUNCH.to_string(),
		"beneficiaries": [
			grant("ChinaOralIndustryGroup", 20_000_000),
			grant("ChinaOralIndustryGroup", 1_000_000),
			grant("VisionFutureCapital", 6_300_000),
			grant("YueyaEraMedical", 6_300_000),
			grant("BellaSmileGroup", 4_200_000),
			grant("StrategicInvestors", 2_100_000),
		],
		"endowments": endowments,
		"validators": validators,
		"institutions": [new_account(), new_account()],
		"bootNodes": ["/ip4/203.0.113.7/tcp/30333/p2p/12D3KooWEyoppNCUx8Yx66oV9fJnriXwCcXwDDUA2kj6vnc6iDEp"],
		"telemetry": [["wss://telemetry.example.org/submit/", 0]],
	})
}

fn parse(file: &Value) -> Result<Mainnet, Error> {
	Mainnet::parse(&file.to_string())
}

/// What is refused of the good file after `spoil`.
fn refused(spoil: impl FnOnce(&mut Value)) -> Vec<(String, Problem)> {
	let mut file = good();
	spoil(&mut file);
	match parse(&file) {
		Err(Error::Refused(refusals)) => {
			assert!(refusals.iter().all(|refusal| refusal.to_string().starts_with(&refusal.entry)));
			refusals.into_iter().map(|refusal| (refusal.entry, refusal.problem)).collect()
		}
		Err(error) => panic!("{error}"),
		Ok(_) => panic!("nothing is refused"),
	}
}

/// The only thing that is refused.
fn refused_once(spoil: impl FnOnce(&mut Value)) -> (String, Problem) {
	let mut refusals = refused(spoil);
	assert_eq!(refusals.len(), 1, "{refusals:?}");
	refusals.remove(0)
}

/// The genesis of a spec, as a process that writes addresses of this network builds it.
fn storage(json: String) -> Storage {
	set_default_ss58_version(Ss58AddressFormat::custom(SS58_PREFIX));
	ChainSpec::from_json_bytes(json.into_bytes()).unwrap().build_storage().unwrap()
}

#[test]
fn a_good_file_makes_a_chain_that_loads_with_the_same_genesis() {
	set_default_ss58_version(Ss58AddressFormat::custom(SS58_PREFIX));
	let mainnet = parse(&good()).unwrap();
	let plain = mainnet.chain_spec(false).unwrap();
	let raw = mainnet.chain_spec(true).unwrap();
	let spec = ChainSpec::from_json_bytes(raw.clone().into_bytes()).unwrap();
	assert_eq!((spec.name(), spec.id()), ("BTT", "btt"));
	assert_eq!(sc_chain_spec::ChainSpec::chain_type(&spec), ChainType::Live);
	assert_eq!(spec.boot_nodes().len(), 1);
	assert!(spec.telemetry_endpoints().is_some());
	let storage_of_raw = storage(raw);
	assert_eq!(storage(plain).top, storage_of_raw.top);
	check_issuance(&storage_of_raw).unwrap();
}

#[test]
fn the_documented_example_makes_a_chain() {
	let mainnet = Mainnet::parse(include_str!("../../../docs/mainnet-genesis.example.json")).unwrap();
	storage(mainnet.chain_spec(true).unwrap());
}

#[test]
fn a_genesis_that_the_runtime_refuses_is_an_error_and_no_panic() {
	let mut mainnet = parse(&good()).unwrap();
	mainnet.beneficiaries.pop();
	let Err(Error::Genesis(reason)) = mainnet.chain_spec(true) else { panic!("must be refused") };
	assert!(reason.contains("StrategicInvestors"), "{reason}");
	assert!(reason.lines().count() <= 3, "{reason}");
}

#[test]
fn boot_nodes_and_telemetry_may_be_left_out() {
	let mut file = good();
	file.as_object_mut().unwrap().remove("bootNodes");
	file.as_object_mut().unwrap().remove("telemetry");
	let mainnet = parse(&file).unwrap();
	assert!(mainnet.boot_nodes.is_empty());
	assert!(mainnet.telemetry.is_none());
}

#[test]
fn launch_may_be_a_number() {
	let mut file = good();
	file["launch"] = json!(LAUNCH);
	assert_eq!(parse(&file).unwrap().launch, LAUNCH);
}

#[test]
fn addresses_of_the_generic_format_are_accepted() {
	let account = sr25519::Pair::generate().0.public();
	let mut file = good();
	file["institutions"][0] = json!(address_with(42, account));
	assert_eq!(parse(&file).unwrap().institutions[0], account.into());
}

#[test]
fn unknown_fields_are_refused() {
	for path in ["", "/beneficiaries/0", "/endowments/0", "/validators/0"] {
		let mut file = good();
		file.pointer_mut(path).unwrap()["vestingMonths"] = json!(1);
		let Err(Error::Json(error)) = parse(&file) else { panic!("{path} must be refused") };
		assert!(error.to_string().contains("unknown field `vestingMonths`"), "{error}");
	}
}

#[test]
fn missing_fields_are_refused() {
	for field in ["name", "id", "launch", "beneficiaries", "endowments", "validators", "institutions"] {
		let mut file = good();
		file.as_object_mut().unwrap().remove(field);
		let Err(Error::Json(error)) = parse(&file) else { panic!("{field} must be required") };
		assert!(error.to_string().contains(&format!("missing field `{field}`")), "{error}");
	}
	for field in ["account", "babe", "grandpa", "authorityDiscovery", "stake", "commission"] {
		let mut file = good();
		file["validators"][0].as_object_mut().unwrap().remove(field);
		let Err(Error::Json(error)) = parse(&file) else { panic!("{field} must be required") };
		assert!(error.to_string().contains(&format!("missing field `{field}`")), "{error}");
	}
}

#[test]
fn amounts_as_json_numbers_are_refused() {
	let mut file = good();
	file["endowments"][0]["amount"] = json!(5);
	assert!(matches!(parse(&file), Err(Error::Json(_))));
}

#[test]
fn an_empty_name_is_refused() {
	assert_eq!(refused_once(|file| file["name"] = json!(" ")), ("name".into(), Problem::NoName));
}

#[test]
fn an_id_that_is_no_directory_name_is_refused() {
	for id in ["", "../btt", "BTT", "b t t"] {
		assert_eq!(refused_once(|file| file["id"] = json!(id)), ("id".into(), Problem::BadId(id.into())));
	}
}

#[test]
fn a_launch_that_is_no_instant_is_refused() {
	for launch in [json!("soon"), json!("+1798761600000"), json!(-1), json!(1.5), json!(null), json!("")] {
		let (entry, problem) = refused_once(|file| file["launch"] = launch);
		assert_eq!(entry, "launch");
		assert!(matches!(problem, Problem::NotAnInstant(_)));
	}
}

#[test]
fn a_launch_before_the_token_generation_event_is_refused() {
	for launch in [0, LAUNCH / 1_000, TOKEN_GENERATION_EVENT - 1] {
		assert_eq!(
			refused_once(|file| file["launch"] = json!(launch)),
			("launch".into(), Problem::LaunchBeforeTokens(launch))
		);
	}
}

#[test]
fn a_launch_after_the_release_schedule_is_refused() {
	// 2033-01-01T00:00:00Z
	let end = 1_988_150_400_000;
	for launch in [end, LAUNCH * 1_000] {
		assert_eq!(
			refused_once(|file| file["launch"] = json!(launch)),
			("launch".into(), Problem::LaunchAfterSchedules { launch, end })
		);
	}
}

#[test]
fn development_keys_are_refused_wherever_they_are() {
	let alice = address(sr25519::Pair::from_string("//Alice", None).unwrap().public());
	for (path, entry) in [
		("/beneficiaries/1/account", "beneficiaries[1].account"),
		("/endowments/0/account", "endowments[0].account"),
		("/validators/2/account", "validators[2].account"),
		("/validators/2/babe", "validators[2].babe"),
		("/validators/3/grandpa", "validators[3].grandpa"),
		("/validators/3/authorityDiscovery", "validators[3].authorityDiscovery"),
		("/institutions/1", "institutions[1]"),
	] {
		let (refused_entry, problem) = refused_once(|file| *file.pointer_mut(path).unwrap() = json!(alice));
		assert_eq!(refused_entry, entry);
		assert!(matches!(problem, Problem::DevelopmentKey(secret) if secret.ends_with("//Alice")));
	}
}

#[test]
fn development_keys_of_every_name_and_scheme_are_refused() {
	let names = ["Alice", "Bob", "Charlie", "Dave", "Eve", "Ferdie", "One", "Two"];
	let paths = names.iter().flat_map(|name| [format!("//{name}"), format!("//{name}//stash")]);
	for path in paths.chain([sp_core::crypto::DEV_PHRASE.into()]) {
		let accounts: [MultiSigner; 3] = [
			sr25519::Pair::from_string(&path, None).unwrap().public().into(),
			ed25519::Pair::from_string(&path, None).unwrap().public().into(),
			ecdsa::Pair::from_string(&path, None).unwrap().public().into(),
		];
		for account in accounts {
			let address = address_with(42, account.into_account());
			let mut checks = Checks::default();
			assert_eq!(checks.account("entry", &address), None);
			assert!(matches!(
				&checks.refusals[..],
				[Refusal { problem: Problem::DevelopmentKey(secret), .. }] if secret.ends_with(&path)
			));
		}
	}
}

#[test]
fn the_institutions_of_test_networks_are_refused() {
	for (_, key) in btt_runtime::genesis_config_presets::TEST_INSTITUTIONS {
		let (_, problem) = refused_once(|file| file["institutions"][0] = json!(address(key)));
		assert!(matches!(problem, Problem::DevelopmentKey(_)));
	}
}

#[test]
fn development_keys_in_hex_are_refused() {
	let alice = ed25519::Pair::from_string("//Alice", None).unwrap().public();
	let hex = sp_core::bytes::to_hex(&alice.0, false);
	let (entry, problem) = refused_once(|file| file["validators"][0]["grandpa"] = json!(hex));
	assert_eq!(entry, "validators[0].grandpa");
	assert!(matches!(problem, Problem::DevelopmentKey(_)));
}

#[test]
fn malformed_addresses_are_refused() {
	let mut mistyped = new_account();
	mistyped.replace_range(9..10, if &mistyped[9..10] == "x" { "y" } else { "x" });
	for text in ["", "Alice", &mistyped, "0x00"] {
		let (entry, problem) = refused_once(|file| file["beneficiaries"][0]["account"] = json!(text));
		assert_eq!(entry, "beneficiaries[0].account");
		assert!(matches!(problem, Problem::Key(KeyError::Malformed { text: refused, .. }) if refused == text));
	}
}

#[test]
fn accounts_in_hex_are_refused_for_they_have_no_checksum() {
	let hex = sp_core::bytes::to_hex(&sr25519::Pair::generate().0.public().0, false);
	let (_, problem) = refused_once(|file| file["institutions"][0] = json!(hex));
	assert!(matches!(problem, Problem::Key(KeyError::Malformed { .. })));
}

#[test]
fn session_keys_of_the_wrong_length_are_refused() {
	for text in ["0x", "0x12", "0xzz", &format!("0x{}", "12".repeat(33))] {
		let (entry, problem) = refused_once(|file| file["validators"][1]["babe"] = json!(text));
		assert_eq!(entry, "validators[1].babe");
		assert!(matches!(problem, Problem::Key(KeyError::Malformed { .. })));
	}
}

#[test]
fn addresses_of_other_networks_are_refused() {
	let text = address_with(0, sr25519::Pair::generate().0.public());
	assert_eq!(
		refused_once(|file| file["institutions"][0] = json!(text)),
		("institutions[0]".into(), Problem::Key(KeyError::OtherNetwork { text, prefix: 0 }))
	);
}

#[test]
fn placeholders_of_zeros_are_refused() {
	let zero = address(AccountId::new([0; 32]));
	for (path, value) in [
		("/beneficiaries/0/account", zero.clone()),
		("/validators/0/babe", zero),
		("/validators/0/grandpa", format!("0x{}", "00".repeat(32))),
	] {
		let (_, problem) = refused_once(|file| *file.pointer_mut(path).unwrap() = json!(value));
		assert_eq!(problem, Problem::Key(KeyError::Zero));
	}
}

#[test]
fn an_unknown_allocation_is_refused() {
	let (entry, problem) = refused_once(|file| file["beneficiaries"][0]["allocation"] = json!("Founders"));
	assert_eq!(
		(entry.as_str(), &problem),
		("beneficiaries[0].allocation", &Problem::UnknownAllocation("Founders".into()))
	);
	assert!(problem.to_string().contains("ChinaOralIndustryGroup, VisionFutureCapital"));
}

#[test]
fn a_beneficiary_of_an_allocation_without_beneficiaries_is_refused() {
	let (entry, problem) = refused_once(|file| {
		let foundation = grant("Foundation", 35_700_000);
		file["beneficiaries"].as_array_mut().unwrap().push(foundation);
	});
	assert_eq!(entry, "beneficiaries[6].allocation");
	assert!(matches!(
		problem,
		Problem::Economy(GenesisError::NotInstitutional { allocation: Allocation::Foundation, .. })
	));
}

#[test]
fn an_endowment_out_of_an_allocation_with_a_schedule_is_refused() {
	for name in ["MiningRewards", "Foundation", "StrategicInvestors"] {
		let (entry, problem) = refused_once(|file| file["endowments"][1] = grant(name, 1));
		assert_eq!(entry, "endowments[1].allocation");
		assert!(matches!(problem, Problem::Economy(GenesisError::NotDiscretionary { .. })), "{problem}");
	}
}

#[test]
fn an_endowment_out_of_the_sealed_reserve_is_refused() {
	let (entry, problem) = refused_once(|file| file["endowments"][1] = grant("UnallocatedReserve", 1));
	assert_eq!(entry, "endowments[1].allocation");
	assert!(matches!(
		problem,
		Problem::Economy(GenesisError::Sealed { allocation: Allocation::UnallocatedReserve, .. })
	));
}

#[test]
fn amounts_that_are_not_plain_decimals_are_refused() {
	for text in ["", "1.5", "+1", "-1", "1e24", "1_000", "1 000", "0x10", "007", "BTT", &format!("1{}", "0".repeat(39))]
	{
		assert_eq!(
			refused_once(|file| file["endowments"][0]["amount"] = json!(text)),
			("endowments[0].amount".into(), Problem::NotAnAmount(text.into()))
		);
	}
}

#[test]
fn an_amount_below_the_existential_deposit_is_refused() {
	for amount in [0, EXISTENTIAL_DEPOSIT - 1] {
		let (entry, problem) = refused_once(|file| file["endowments"][0]["amount"] = json!(amount.to_string()));
		assert_eq!(entry, "endowments[0].amount");
		assert!(matches!(problem, Problem::Economy(GenesisError::BelowMinimum { .. })), "{problem}");
	}
	let mut file = good();
	file["endowments"][0]["amount"] = json!(EXISTENTIAL_DEPOSIT.to_string());
	parse(&file).unwrap();
}

#[test]
fn beneficiaries_must_hold_exactly_their_allocation() {
	for (wrong, sum) in [(19_999_999, 20_999_999), (20_000_001, 21_000_001)] {
		assert_eq!(
			refused_once(|file| file["beneficiaries"][0]["amount"] = json!((wrong * BTT).to_string())),
			(
				"beneficiaries".into(),
				Problem::Economy(GenesisError::WrongSum {
					allocation: Allocation::ChinaOralIndustryGroup,
					sum: sum * BTT
				})
			)
		);
	}
	let huge = u128::MAX.to_string();
	let (entry, _) = refused_once(|file| file["beneficiaries"][0]["amount"] = json!(huge));
	assert_eq!(entry, "beneficiaries");
}

#[test]
fn every_institutional_allocation_needs_beneficiaries() {
	let (entry, problem) = refused_once(|file| {
		file["beneficiaries"].as_array_mut().unwrap().remove(4);
	});
	assert_eq!(entry, "beneficiaries");
	assert!(matches!(
		problem,
		Problem::Economy(GenesisError::WrongSum { allocation: Allocation::BellaSmileGroup, sum: 0 })
	));
}

#[test]
fn endowments_beyond_the_release_caps_are_refused() {
	let (entry, problem) = refused_once(|file| {
		file["endowments"][0] = grant("EcosystemGrowthFund", 14_400_000);
		file["endowments"][1] = grant("CommunityIncentives", 25_200_000);
	});
	assert_eq!(entry, "endowments");
	assert!(matches!(problem, Problem::Economy(GenesisError::ExceedsHeadroom { .. })), "{problem}");
}

#[test]
fn an_endowment_beyond_its_allocation_is_refused() {
	let (entry, problem) = refused_once(|file| file["endowments"][0] = grant("EcosystemGrowthFund", 14_700_001));
	assert_eq!(entry, "endowments");
	assert!(matches!(
		problem,
		Problem::Economy(GenesisError::InsufficientAllocation { allocation: Allocation::EcosystemGrowthFund })
	));
}

#[test]
fn an_account_twice_in_a_list_is_refused() {
	for (list, first, second) in [("beneficiaries", 0, 1), ("endowments", 0, 1)] {
		let (entry, problem) = refused_once(|file| {
			file[list][second]["account"] = file[list][first]["account"].clone();
		});
		assert_eq!(entry, format!("{list}[{second}].account"));
		assert!(matches!(problem, Problem::Economy(GenesisError::Duplicate { .. })), "{problem}");
	}
}

#[test]
fn a_pot_is_refused_as_a_beneficiary() {
	let (_, pot) = pallet_btt_token::Pallet::<Runtime>::pots().next().expect("allocations have pots");
	let pot = address(pot);
	let (entry, problem) = refused_once(|file| file["endowments"][1]["account"] = json!(pot));
	assert_eq!(entry, "endowments[1].account");
	assert!(matches!(problem, Problem::Economy(GenesisError::Pot { .. })), "{problem}");
}

#[test]
fn a_validator_or_key_that_comes_twice_is_refused() {
	for (from, to, first, second) in [
		("/validators/0/account", "/validators/3/account", "validators[0].account", "validators[3].account"),
		("/validators/1/babe", "/validators/2/babe", "validators[1].babe", "validators[2].babe"),
		(
			"/validators/1/babe",
			"/validators/1/authorityDiscovery",
			"validators[1].babe",
			"validators[1].authorityDiscovery",
		),
		("/validators/0/grandpa", "/validators/3/grandpa", "validators[0].grandpa", "validators[3].grandpa"),
		("/validators/0/account", "/validators/1/babe", "validators[0].account", "validators[1].babe"),
	] {
		assert_eq!(
			refused_once(|file| {
				let value = file.pointer(from).unwrap().clone();
				*file.pointer_mut(to).unwrap() = value;
			}),
			(second.into(), Problem::Repeated { first: first.into() })
		);
	}
}

#[test]
fn a_session_key_is_the_same_key_in_hex() {
	let key = sr25519::Pair::generate().0.public();
	let (entry, _) = refused_once(|file| {
		file["validators"][0]["babe"] = json!(address(key));
		file["validators"][1]["babe"] = json!(sp_core::bytes::to_hex(&key.0, false));
	});
	assert_eq!(entry, "validators[1].babe");
}

#[test]
fn fewer_than_four_validators_are_refused() {
	for count in 0..4 {
		assert_eq!(
			refused_once(|file| file["validators"].as_array_mut().unwrap().truncate(count)),
			("validators".into(), Problem::TooFewValidators(count))
		);
	}
}

#[test]
fn no_institutions_are_refused() {
	assert_eq!(refused_once(|file| file["institutions"] = json!([])), ("institutions".into(), Problem::NoInstitutions));
}

#[test]
fn an_institution_that_comes_twice_is_refused() {
	assert_eq!(
		refused_once(|file| file["institutions"][1] = file["institutions"][0].clone()),
		("institutions[1]".into(), Problem::Repeated { first: "institutions[0]".into() })
	);
}

#[test]
fn a_malformed_boot_node_is_refused() {
	for text in ["boot.example.org", "/ip4/203.0.113.7/tcp/30333"] {
		assert_eq!(
			refused_once(|file| file["bootNodes"][0] = json!(text)),
			("bootNodes[0]".into(), Problem::NotABootNode(text.into()))
		);
	}
}

#[test]
fn a_malformed_telemetry_server_is_refused() {
	let (entry, problem) = refused_once(|file| file["telemetry"][0][0] = json!("telemetry"));
	assert_eq!(entry, "telemetry");
	assert!(matches!(problem, Problem::NotAnEndpoint(_)));
}

#[test]
fn everything_that_is_wrong_is_said_at_once() {
	let refusals = refused(|file| {
		file["name"] = json!("");
		file["endowments"][0]["amount"] = json!("1.0");
		file["validators"][2]["commission"] = json!("5 %");
		file["validators"][2]["grandpa"] = file["validators"][1]["grandpa"].clone();
		file["validatorCount"] = json!(3);
		file["institutions"] = json!([]);
	});
	let entries: Vec<_> = refusals.iter().map(|(entry, _)| entry.as_str()).collect();
	assert_eq!(
		entries,
		[
			"name",
			"endowments[0].amount",
			"validators[2].commission",
			"validators[2].grandpa",
			"validatorCount",
			"institutions"
		]
	);
}
