//! docs/value-flows.md says what the runtime does.

mod common;

use btt_primitives::{
	burn::BurnReason, fees::FeeSplit, Allocation, AllocationKind, Balance, BTT, EXISTENTIAL_DEPOSIT, SS58_PREFIX,
	TOTAL_SUPPLY,
};
use btt_runtime::{
	configs::consensus::SessionKeyDeposit, impls::Pots, AccountId, BttStaking, BttToken, Fees, Runtime, RuntimeCall,
	RuntimeHoldReason,
};
use codec::Decode;
use common::*;
use frame_metadata::{v14::RuntimeMetadataV14, RuntimeMetadata, RuntimeMetadataPrefixed};
use frame_support::traits::{Contains, GetCallMetadata};
use pallet_btt_burn::Policies;
use pallet_btt_fees::PremiumPrice;
use pallet_mining_rewards::Rules;
use scale_info::{TypeDef, TypeInfo};
use sp_core::crypto::{Ss58AddressFormat, Ss58Codec};
use sp_io::TestExternalities;
use sp_runtime::{Perbill, Permill};
use std::collections::{BTreeMap, BTreeSet};

const PAGE: &str = include_str!("../../docs/value-flows.md");

/// A part of 10⁹ in percent, without zeros that say nothing.
fn percent(part: u32) -> String {
	let (whole, rest) = (part / 10_000_000, part % 10_000_000);
	let digits = format!("{rest:07}");
	let rest = digits.trim_end_matches('0');
	if rest.is_empty() {
		format!("{whole} %")
	} else {
		format!("{whole}.{rest} %")
	}
}

fn of_billion(part: Perbill) -> String {
	percent(part.deconstruct())
}

fn of_million(part: Permill) -> String {
	percent(part.deconstruct() * 1_000)
}

/// Whole BTT, with separators.
fn btt(amount: Balance) -> String {
	assert_eq!(amount % BTT, 0);
	let digits = (amount / BTT).to_string();
	let groups: Vec<_> = digits.as_bytes().rchunks(3).rev().map(|group| String::from_utf8_lossy(group)).collect();
	format!("{} BTT", groups.join(","))
}

fn ceiling() -> Balance {
	<Runtime as pallet_btt_burn::Config>::YearlyCeiling::get()
}

/// What is burned for a reason comes from where, and how much of it.
fn burned_for(reason: BurnReason) -> (&'static str, Option<String>) {
	let policies = Policies::default();
	match reason {
		BurnReason::Fees => ("fee", Some(of_billion(FeeSplit::default().burn))),
		BurnReason::Tokenisation => ("asset", Some(of_million(policies.tokenisation))),
		BurnReason::HighValueTransfer => ("transfer", Some(of_million(policies.transfer))),
		BurnReason::Premium => ("premium", Some(of_million(policies.premium))),
		BurnReason::Voluntary => ("choice", None),
		BurnReason::Slash => ("stake", None),
		BurnReason::Dust => ("rest", None),
	}
}

/// The arrows of the diagram: from where, what, where to.
fn arrows() -> BTreeSet<(String, String, String)> {
	let diagram =
		PAGE.split("```mermaid").nth(1).and_then(|rest| rest.split("```").next()).expect("there is a diagram");
	diagram
		.lines()
		.filter(|line| line.contains("--"))
		.map(|line| {
			let (from, rest) = line.trim().split_once(" -->|").expect("an arrow has a label");
			let (label, to) = rest.split_once("| ").expect("an arrow leads somewhere");
			(from.into(), label.into(), to.into())
		})
		.collect()
}

/// The rows of all tables whose head begins with `first`; a cell that is empty is that above it.
fn table(first: &str) -> Vec<Vec<String>> {
	let head = format!("| {first} |");
	let mut above = String::new();
	PAGE.lines()
		.skip_while(|line| !line.starts_with(&head))
		.skip(2)
		.take_while(|line| line.starts_with('|'))
		.map(|line| {
			let mut cells: Vec<_> = line.trim_matches('|').split('|').map(|cell| cell.trim().to_string()).collect();
			if cells[0].is_empty() {
				cells[0] = above.clone();
			}
			above = cells[0].clone();
			cells
		})
		.collect()
}

/// What the page has in backticks.
fn names() -> BTreeSet<&'static str> {
	names_in(PAGE)
}

fn names_in(page: &str) -> BTreeSet<&str> {
	let text: Vec<_> = page.split("```").step_by(2).collect();
	text.iter().flat_map(|text| text.split('`').skip(1).step_by(2)).collect()
}

fn lower(name: &str) -> String {
	name[..1].to_lowercase() + &name[1..]
}

fn camel(name: &str) -> String {
	let mut words = name.split('_');
	let first = words.next().unwrap_or_default().to_string();
	words.fold(first, |name, word| name + &word[..1].to_uppercase() + &word[1..])
}

/// Every call and every event, as clients name them.
fn calls_and_events(metadata: &RuntimeMetadataV14) -> BTreeSet<String> {
	let mut known = BTreeSet::new();
	for pallet in RuntimeCall::get_module_names() {
		for call in RuntimeCall::get_call_names(pallet) {
			known.insert(format!("{}.{}", lower(pallet), camel(call)));
		}
	}
	for pallet in &metadata.pallets {
		known.extend(variants(metadata, pallet.event.as_ref().map(|events| events.ty.id), &pallet.name));
	}
	known
}

/// The variants of an enum of a pallet, as clients name them.
fn variants(metadata: &RuntimeMetadataV14, id: Option<u32>, pallet: &str) -> Vec<String> {
	let Some(id) = id else { return vec![] };
	let TypeDef::Variant(variants) = &metadata.types.resolve(id).expect("it is registered").type_def else {
		panic!("it is an enum")
	};
	variants.variants.iter().map(|variant| format!("{}.{}", lower(pallet), variant.name)).collect()
}

#[test]
fn the_diagram_is_that_of_the_runtime() {
	let split = FeeSplit::default();
	let caps = Rules::default().payout_caps;
	let mut expected: BTreeSet<(String, String, String)> = [
		("signer", "fee less discount".into(), "fee"),
		("signer", "tip".into(), "author"),
		("signer", "price".into(), "premium"),
		("fee", format!("{} and what rounding leaves", of_billion(split.development)), "fund"),
		("fee", of_billion(split.author), "author"),
		("fee", of_billion(split.stakers), "stakers"),
		("premium", "what is left".into(), "fund"),
		("ceiling", format!("up to {}", btt(ceiling())), "burned"),
		("ceiling", "what exceeds it".into(), "fund"),
		("author", "when the block ends".into(), "rewards"),
		("stakers", "when the block ends".into(), "rewards"),
		("rewards", "bttStaking.payout".into(), "owners"),
		("fund", "fees.spend".into(), "beneficiary"),
		("stake", "20 % of what was vested, of a convict".into(), "right"),
		("wrong", format!("{:?}", BurnReason::Slash), "burned"),
		("killed", format!("{:?}", BurnReason::Slash), "burned"),
		("pool", format!("share of an era, up to {} times the public fees", caps[0]), "provider"),
	]
	.map(|(from, label, to)| (from.into(), label, to.into()))
	.into();
	for reason in BurnReason::ALL {
		let (from, part) = burned_for(reason);
		let label = part.map_or(format!("{reason:?}"), |part| format!("{part} {reason:?}"));
		let to = if reason.is_policy() { "ceiling" } else { "burned" };
		expected.insert((from.into(), label, to.into()));
	}
	assert_eq!(arrows(), expected);
}

#[test]
fn the_table_of_payments_has_the_parts_of_the_runtime() {
	let rows = table("payment");
	let parts = |payment: &str| {
		let of = rows.iter().filter(|row| row[0].starts_with(payment));
		of.map(|row| row[1].as_str()).collect::<Vec<_>>()
	};
	let split = FeeSplit::default();
	let development = format!("{} and what rounding leaves", of_billion(split.development));
	let others = [split.burn, split.author, split.stakers].map(of_billion);
	assert_eq!(parts("fee"), [&development, &others[0], &others[1], &others[2]]);
	assert!(split.is_whole());

	for reason in BurnReason::ALL {
		let name = format!("burned as `{reason:?}`");
		let of: Vec<_> = rows.iter().filter(|row| row[2].starts_with(&name)).collect();
		// Stake is slashed for two reasons, bonds are lost for two, and deposits for one.
		let slashed = reason == BurnReason::Slash;
		assert_eq!(of.len(), if slashed { 5 } else { 1 }, "{reason:?}");
		for row in of {
			assert_eq!(row[2].ends_with("up to the ceiling"), reason.is_policy(), "{row:?}");
			match burned_for(reason).1 {
				Some(part) => assert!(row[1].starts_with(&part), "{row:?}: {part}"),
				None => assert!(row[1].starts_with("all") || slashed && row[1].starts_with("a tenth of"), "{row:?}"),
			}
		}
	}

	let mut chain = Chain::new(genesis(LAUNCH));
	let price = chain.state(PremiumPrice::<Runtime>::get);
	assert_eq!(parts(&format!("premium access, {} for 30 days", btt(price))).len(), 2);
	let Rules { payout_caps: [first, second, third, last], dispute_bond, .. } = Rules::default();
	let cap = format!("by points, and no more than {first} times the public fees");
	assert_eq!(parts("an era of mining is shared")[0], cap);
	let beyond = format!("of what exceeds {} in 24 hours", btt(Policies::default().threshold));
	assert!(parts("tokenised assets change hands")[0].ends_with(&beyond));
	for figure in [
		btt(TOTAL_SUPPLY),
		format!("{} ({} of the supply)", btt(ceiling()), of_billion(Perbill::from_rational(ceiling(), TOTAL_SUPPLY))),
		format!("bond, at least {}", btt(<Runtime as pallet_btt_staking::Config>::MinBond::get())),
		format!("deposit for session keys, {}", btt(SessionKeyDeposit::get())),
		format!("bond of a challenger, {}", btt(dispute_bond)),
		format!("The {first} times are those of the first two years of mining; then it is {second}, {third} and {last} times"),
		format!("what was not paid of {}", btt(Allocation::MiningRewards.total())),
		format!("sum of its {} reasons", ["six", "seven", "eight"][BurnReason::ALL.len() - 6]),
	] {
		assert!(PAGE.replace("\n  ", " ").replace('\n', " ").contains(&figure), "{figure}");
	}
	assert_eq!(EXISTENTIAL_DEPOSIT * 1_000, BTT);
	assert!(PAGE.contains("existential deposit of 0.001 BTT"));
}

fn metadata() -> RuntimeMetadataV14 {
	// Some constants are in storage.
	let metadata = TestExternalities::default().execute_with(|| Runtime::metadata_at_version(14));
	let bytes = metadata.expect("it is supported");
	match RuntimeMetadataPrefixed::decode(&mut &bytes[..]).expect("it decodes").1 {
		RuntimeMetadata::V14(metadata) => metadata,
		_ => panic!("not what was asked for"),
	}
}

#[test]
fn every_pot_is_listed_with_its_account() {
	let address = |who: &AccountId| who.to_ss58check_with_version(Ss58AddressFormat::custom(SS58_PREFIX));
	let keeps = |allocation: &Allocation| !matches!(allocation.kind(), AllocationKind::Institutional { .. });
	let pots: BTreeMap<String, AccountId> = Allocation::ALL
		.into_iter()
		.filter(keeps)
		.map(|allocation| (format!("`{allocation:?}`"), BttToken::pot_of(allocation)))
		.chain([("development fund".into(), Fees::fund()), ("reward pot".into(), BttStaking::pot())])
		.collect();
	let listed: BTreeMap<String, String> =
		table("pot").into_iter().map(|row| (row[0].clone(), row[1].clone())).collect();
	let expected = pots.iter().map(|(pot, who)| (pot.clone(), format!("`{}`", address(who)))).collect();
	assert_eq!(listed, expected);
	for (pot, who) in &pots {
		assert!(Pots::contains(who), "{pot} would vote");
	}

	// Whatever pallet has a pot, what that derives from is on the page.
	let metadata = metadata();
	let ids: BTreeSet<String> = metadata
		.pallets
		.iter()
		.flat_map(|pallet| &pallet.constants)
		.filter(|constant| {
			let ty = metadata.types.resolve(constant.ty.id).expect("it is registered");
			ty.path.segments.last().is_some_and(|name| name == "PalletId")
		})
		.map(|constant| format!("`{}`", String::from_utf8_lossy(&constant.value)))
		.collect();
	assert_eq!(ids, table("pot").into_iter().map(|row| row[2].clone()).collect());
}

#[test]
fn every_reason_for_a_hold_is_listed() {
	let TypeDef::Variant(pallets) = RuntimeHoldReason::type_info().type_def else { panic!("it is an enum") };
	let reasons: BTreeSet<String> = pallets
		.variants
		.iter()
		.flat_map(|pallet| {
			let TypeDef::Variant(reasons) = pallet.fields[0].ty.type_info().type_def else { panic!("it is an enum") };
			reasons.variants.into_iter().map(|reason| format!("{}::{}", pallet.name, reason.name))
		})
		.collect();
	let listed = names().into_iter().filter(|name| name.contains("::")).map(String::from).collect();
	assert_eq!(reasons, listed);
}

#[test]
fn every_call_and_event_that_the_page_names_exists() {
	let known = calls_and_events(&metadata());
	let named: Vec<_> = names().into_iter().filter(|name| name.contains('.') && !name.contains('/')).collect();
	assert!(named.len() > 15, "{named:?}");
	for name in named {
		assert!(known.contains(name), "{name}");
	}
}

#[test]
fn every_call_event_error_and_value_that_the_guides_name_exists() {
	let metadata = metadata();
	let mut known = calls_and_events(&metadata);
	for pallet in &metadata.pallets {
		known.extend(variants(&metadata, pallet.error.as_ref().map(|errors| errors.ty.id), &pallet.name));
		for entry in pallet.storage.iter().flat_map(|storage| &storage.entries) {
			known.insert(format!("{}.{}", lower(&pallet.name), lower(&entry.name)));
		}
	}
	let pallets: BTreeSet<_> = metadata.pallets.iter().map(|pallet| lower(&pallet.name)).collect();
	let mut found = 0;
	for page in [
		include_str!("../../docs/beneficiaries.md"),
		include_str!("../../docs/clients.md"),
		include_str!("../../docs/governance.md"),
		include_str!("../../docs/operators.md"),
		include_str!("../../docs/providers.md"),
		include_str!("../../docs/tokenomics.md"),
	] {
		// Calls that stand on lines of their own count, too; programs are run elsewhere.
		let lines = page.split("```").skip(1).step_by(2).filter(|text| text.starts_with('\n')).flat_map(str::lines);
		for name in names_in(page).into_iter().chain(lines.map(str::trim)) {
			let path = name.split('(').next().unwrap_or_default();
			let path = path.strip_prefix("api.query.").or(path.strip_prefix("api.tx.")).unwrap_or(path);
			let path = path.strip_suffix(".entries").unwrap_or(path);
			match path.split_once('.') {
				Some((pallet, item)) if pallets.contains(pallet) && !item.contains(['.', ' ', '/']) => {
					assert!(known.contains(path), "{name}");
					found += 1;
				}
				_ => (),
			}
		}
	}
	assert!(found > 60, "{found}");
}
