//! Makes the chain spec of a mainnet from a file (SPEC §15).
//!
//! The file says who the beneficiaries, validators and institutions are; calendar and curves are the runtime's. What
//! is wrong is refused entry by entry, all of it at once, and the genesis is built before a chain spec is handed out.

mod keys;
mod refusal;
mod stake;
#[cfg(test)]
mod tests;

pub use refusal::{Problem, Refusal};

use crate::chain_spec::{self, ChainSpec};
use btt_primitives::{
	schedule::RELEASE_CAPS, Allocation, Balance, Moment, EXISTENTIAL_DEPOSIT, TOKEN_GENERATION_EVENT, TOTAL_SUPPLY,
};
use btt_runtime::{
	genesis_config_presets::{MAINNET_RUNTIME_PRESET, MINIMUM_VALIDATORS, VALIDATOR_COUNT},
	AccountId, Runtime,
};
use codec::Decode;
use pallet_btt_token::genesis::{self, Dates, GenesisError};
use sc_chain_spec::{ChainSpec as _, ChainType};
use sc_network::config::MultiaddrWithPeerId;
use sc_telemetry::TelemetryEndpoints;
use serde::Deserialize;
use serde_json::{json, Value};
use sp_core::storage::Storage;
use sp_runtime::Perbill;
use std::{collections::BTreeMap, fmt};

/// BABE and GRANDPA finalise with one validator of four missing, with none of three.
pub const MIN_VALIDATORS: u32 = 4;

/// The file, as it is written.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Input {
	name: String,
	id: String,
	launch: Value,
	beneficiaries: Vec<GrantInput>,
	endowments: Vec<GrantInput>,
	validators: Vec<ValidatorInput>,
	validator_count: Option<u32>,
	minimum_validators: Option<u32>,
	institutions: Vec<String>,
	#[serde(default)]
	boot_nodes: Vec<String>,
	#[serde(default)]
	telemetry: Vec<(String, u8)>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct GrantInput {
	allocation: String,
	account: String,
	amount: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct ValidatorInput {
	account: String,
	babe: String,
	grandpa: String,
	authority_discovery: String,
	stake: String,
	commission: String,
}

/// Tokens that an account gets in genesis out of an allocation, in units.
pub type Grant = genesis::Grant<AccountId>;

/// A validator of the first session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Validator {
	/// The account that answers for the validator.
	pub account: AccountId,
	/// The sr25519 key with which it authors blocks.
	pub babe: [u8; 32],
	/// The ed25519 key with which it finalises blocks.
	pub grandpa: [u8; 32],
	/// The sr25519 key with which it signs its network address.
	pub authority_discovery: [u8; 32],
	/// What it has behind itself, out of its own tokens, in units.
	pub stake: Balance,
	/// The part of its blocks' income that it gets beforehand.
	pub commission: Perbill,
}

/// A mainnet whose entries are all in order.
#[derive(Debug)]
pub struct Mainnet {
	/// The name that wallets show.
	pub name: String,
	/// The name of the chain's directory.
	pub id: String,
	/// The earliest instant of the first block.
	pub launch: Moment,
	/// Who holds the institutional allocations.
	pub beneficiaries: Vec<Grant>,
	/// What is released by decision in genesis.
	pub endowments: Vec<Grant>,
	/// The first validators.
	pub validators: Vec<Validator>,
	/// How many validators are elected, if so many stand.
	pub validator_count: u32,
	/// Under how many the old ones keep their seats.
	pub minimum_validators: u32,
	/// The members of the institutions' house.
	pub institutions: Vec<AccountId>,
	/// Where new nodes find the network.
	pub boot_nodes: Vec<MultiaddrWithPeerId>,
	/// Where nodes report to, unless they are told otherwise.
	pub telemetry: Option<TelemetryEndpoints>,
}

/// Why no mainnet is made.
#[derive(Debug)]
pub enum Error {
	/// The file is not JSON of the right form.
	Json(serde_json::Error),
	/// Entries that cannot be accepted, all of them.
	Refused(Vec<Refusal>),
	/// The runtime does not build this genesis.
	Genesis(String),
}

impl fmt::Display for Error {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Json(error) => write!(f, "{error}"),
			Self::Refused(refusals) => {
				write!(f, "{} refused:", if refusals.len() == 1 { "one entry is" } else { "some entries are" })?;
				refusals.iter().try_for_each(|refusal| write!(f, "\n- {refusal}"))
			}
			Self::Genesis(reason) => write!(f, "{reason}"),
		}
	}
}

impl Mainnet {
	/// Read a file's content and check every entry.
	pub fn parse(json: &str) -> Result<Self, Error> {
		let input = serde_json::from_str(json).map_err(Error::Json)?;
		let mut checks = Checks::default();
		let mainnet = checks.mainnet(input);
		match mainnet {
			Some(mainnet) if checks.refusals.is_empty() => Ok(mainnet),
			_ => Err(Error::Refused(checks.refusals)),
		}
	}

	/// The chain spec, as JSON, after a trial of its genesis.
	pub fn chain_spec(&self, raw: bool) -> Result<String, Error> {
		let mut builder = chain_spec::builder(&self.name, &self.id, ChainType::Live)
			.map_err(Error::Genesis)?
			.with_genesis_config_preset_name(MAINNET_RUNTIME_PRESET)
			.with_genesis_config_patch(self.genesis_patch())
			.with_boot_nodes(self.boot_nodes.clone());
		if let Some(endpoints) = self.telemetry.clone() {
			builder = builder.with_telemetry_endpoints(endpoints);
		}
		let plain = builder.build().as_json(false).map_err(Error::Genesis)?;

		// The trial is of what will be loaded.
		let mut spec = ChainSpec::from_json_bytes(plain.clone().into_bytes()).map_err(Error::Genesis)?;
		let storage = chain_spec::genesis(&spec).map_err(Error::Genesis)?;
		check_issuance(&storage)?;
		if !raw {
			return Ok(plain);
		}
		spec.set_storage(storage);
		spec.as_json(true).map_err(Error::Genesis)
	}

	/// What the file adds to the runtime's preset.
	fn genesis_patch(&self) -> Value {
		use keys::generic_address as address;

		let grants = |grants: &[Grant]| -> Vec<Value> {
			grants
				.iter()
				.map(|(allocation, account, amount)| json!([allocation, address(account.clone()), amount]))
				.collect()
		};
		let validator = |validator: &Validator| {
			let account = address(validator.account.clone());
			let keys = json!({
				"babe": address(validator.babe),
				"grandpa": address(validator.grandpa),
				"authority_discovery": address(validator.authority_discovery),
			});
			json!([account, account, keys])
		};
		let staker = |validator: &Validator| {
			json!([address(validator.account.clone()), validator.stake, validator.commission.deconstruct()])
		};
		json!({
			"chainTiming": { "tokenGenerationEvent": TOKEN_GENERATION_EVENT, "launch": self.launch },
			"bttToken": {
				"beneficiaries": grants(&self.beneficiaries),
				"endowments": grants(&self.endowments),
			},
			"bttStaking": {
				"validators": self.validators.iter().map(staker).collect::<Vec<_>>(),
				"validatorCount": self.validator_count,
				"minimumValidators": self.minimum_validators,
			},
			"fees": { "founder": self.validators.first().map(|validator| address(validator.account.clone())) },
			"session": { "keys": self.validators.iter().map(validator).collect::<Vec<_>>() },
			"institutions": { "members": self.institutions.iter().cloned().map(address).collect::<Vec<_>>() },
		})
	}
}

/// Whatever the entries say, a genesis mints exactly the supply.
fn check_issuance(storage: &Storage) -> Result<(), Error> {
	let key = [sp_crypto_hashing::twox_128(b"Balances"), sp_crypto_hashing::twox_128(b"TotalIssuance")].concat();
	let issued = storage.top.get(&key).and_then(|value| Balance::decode(&mut &value[..]).ok()).unwrap_or_default();
	if issued == TOTAL_SUPPLY {
		Ok(())
	} else {
		Err(Error::Genesis(format!("it mints {issued} units instead of {TOTAL_SUPPLY}")))
	}
}

/// Goes through the entries and notes what is wrong with them.
#[derive(Default)]
struct Checks {
	refusals: Vec<Refusal>,
}

impl Checks {
	fn refuse(&mut self, entry: &str, problem: Problem) {
		self.refusals.push(Refusal { entry: entry.into(), problem });
	}

	/// The value of `result`; its error is noted.
	fn accept<T>(&mut self, entry: &str, result: Result<T, Problem>) -> Option<T> {
		result.map_err(|problem| self.refuse(entry, problem)).ok()
	}

	/// Note every key that came before.
	fn unique<K: Ord>(&mut self, keys: impl IntoIterator<Item = (String, K)>) {
		let mut seen = BTreeMap::new();
		for (entry, key) in keys {
			match seen.get(&key) {
				Some(first) => self.refuse(&entry, Problem::Repeated { first: String::clone(first) }),
				None => drop(seen.insert(key, entry)),
			}
		}
	}

	/// `None` only if something was refused.
	fn mainnet(&mut self, input: Input) -> Option<Mainnet> {
		let name = self.accept("name", name(input.name));
		let id = self.accept("id", id(input.id));
		let launch = self.accept("launch", launch(&input.launch));
		let beneficiaries = self.grants("beneficiaries", &input.beneficiaries);
		let endowments = self.grants("endowments", &input.endowments);
		let granted = beneficiaries.as_deref().zip(endowments.as_deref());
		if let (Some(launch), Some((beneficiaries, endowments))) = (launch, granted) {
			self.economy(launch, beneficiaries, endowments);
		}
		let validators = self.validators(&input.validators, granted);
		let count = input.validator_count.unwrap_or(VALIDATOR_COUNT);
		let validator_count = self.accept("validatorCount", stake::validator_count(count));
		let minimum = input.minimum_validators.unwrap_or(MINIMUM_VALIDATORS);
		let minimum_validators =
			self.accept("minimumValidators", stake::minimum_validators(minimum, count, input.validators.len()));
		let institutions = self.institutions(&input.institutions);

		let mut boot_nodes = Vec::new();
		for (index, text) in input.boot_nodes.iter().enumerate() {
			let parsed = text.parse().map_err(|_| Problem::NotABootNode(text.clone()));
			boot_nodes.extend(self.accept(&format!("bootNodes[{index}]"), parsed));
		}
		let telemetry = (!input.telemetry.is_empty()).then(|| {
			let parsed = TelemetryEndpoints::new(input.telemetry);
			self.accept("telemetry", parsed.map_err(|error| Problem::NotAnEndpoint(error.to_string())))
		});

		Some(Mainnet {
			name: name?,
			id: id?,
			launch: launch?,
			beneficiaries: beneficiaries?,
			endowments: endowments?,
			validators,
			validator_count: validator_count?,
			minimum_validators: minimum_validators?,
			institutions,
			boot_nodes,
			telemetry: telemetry.flatten(),
		})
	}

	fn account(&mut self, entry: &str, text: &str) -> Option<AccountId> {
		let account: AccountId = self.accept(entry, keys::account(text).map_err(Problem::Key))?;
		self.not_a_development_key(entry, account.as_ref())?;
		Some(account)
	}

	fn session_key(&mut self, entry: &str, text: &str) -> Option<[u8; 32]> {
		let key = self.accept(entry, keys::session_key(text).map_err(Problem::Key))?;
		self.not_a_development_key(entry, &key)?;
		Some(key)
	}

	fn not_a_development_key(&mut self, entry: &str, key: &[u8]) -> Option<()> {
		let secret = keys::well_known_secret(key).map(|secret| Problem::DevelopmentKey(secret.into()));
		self.accept(entry, secret.map_or(Ok(()), Err))
	}

	/// `None` if one of them was refused.
	fn grants(&mut self, list: &str, inputs: &[GrantInput]) -> Option<Vec<Grant>> {
		let mut grants = Vec::new();
		for (index, input) in inputs.iter().enumerate() {
			let entry = |field: &str| format!("{list}[{index}].{field}");
			let allocation = self.accept(&entry("allocation"), allocation(&input.allocation));
			let account = self.account(&entry("account"), &input.account);
			let amount = self.accept(&entry("amount"), amount(&input.amount));
			if let (Some(allocation), Some(account), Some(amount)) = (allocation, account, amount) {
				grants.push((allocation, account, amount));
			}
		}
		(grants.len() == inputs.len()).then_some(grants)
	}

	/// The rules of the token economy are the runtime's; here is only found which entry breaks them.
	fn economy(&mut self, launch: Moment, beneficiaries: &[Grant], endowments: &[Grant]) {
		let dates = Dates { token_generation_event: TOKEN_GENERATION_EVENT, launch, mining_start: launch };
		let is_pot = pallet_btt_token::Pallet::<Runtime>::is_pot;
		if let Err(error) = genesis::validate(beneficiaries, endowments, &dates, EXISTENTIAL_DEPOSIT, is_pot) {
			let entry = entry_of(&error, beneficiaries, endowments);
			self.refuse(&entry, Problem::Economy(error));
		}
	}

	/// `granted` is what beneficiaries and endowments get, unless something was refused there.
	fn validators(&mut self, inputs: &[ValidatorInput], granted: Option<(&[Grant], &[Grant])>) -> Vec<Validator> {
		let mut validators = Vec::new();
		let mut keys = Vec::new();
		for (index, input) in inputs.iter().enumerate() {
			let entry = |field: &str| format!("validators[{index}].{field}");
			let account = self.account(&entry("account"), &input.account);
			let babe = self.session_key(&entry("babe"), &input.babe);
			let grandpa = self.session_key(&entry("grandpa"), &input.grandpa);
			let authority_discovery = self.session_key(&entry("authorityDiscovery"), &input.authority_discovery);
			let stake = self.accept(&entry("stake"), amount(&input.stake).and_then(stake::stake));
			let commission = self.accept(&entry("commission"), stake::commission(&input.commission));

			if let (Some(account), Some(stake), Some((beneficiaries, endowments))) = (&account, stake, granted) {
				let funds = stake::Funds::of(account, beneficiaries, endowments);
				// One refusal for one cause.
				if self.accept(&entry("stake"), funds.cover(stake)).is_some() {
					self.accept(&entry("account"), funds.leave_fees(stake, index == 0));
				}
			}
			let (Some(account), Some(babe), Some(grandpa), Some(authority_discovery)) =
				(account, babe, grandpa, authority_discovery)
			else {
				continue;
			};
			// One namespace: an account's key does not belong on a server, nor one session key under two roles.
			keys.push((entry("account"), account.clone().into()));
			keys.push((entry("babe"), babe));
			keys.push((entry("grandpa"), grandpa));
			keys.push((entry("authorityDiscovery"), authority_discovery));
			if let (Some(stake), Some(commission)) = (stake, commission) {
				validators.push(Validator { account, babe, grandpa, authority_discovery, stake, commission });
			}
		}
		self.unique::<[u8; 32]>(keys);
		if inputs.len() < MIN_VALIDATORS as usize {
			self.refuse("validators", Problem::TooFewValidators(inputs.len()));
		}
		validators
	}

	fn institutions(&mut self, inputs: &[String]) -> Vec<AccountId> {
		let mut members = Vec::new();
		for (index, text) in inputs.iter().enumerate() {
			let entry = format!("institutions[{index}]");
			members.extend(self.account(&entry, text).map(|account| (entry, account)));
		}
		self.unique(members.iter().cloned());
		if inputs.is_empty() {
			self.refuse("institutions", Problem::NoInstitutions);
		}
		members.into_iter().map(|(_, account)| account).collect()
	}
}

/// The entry that `error` is about; a whole list where it is about a sum.
fn entry_of(error: &GenesisError<AccountId>, beneficiaries: &[Grant], endowments: &[Grant]) -> String {
	let lists = [("beneficiaries", beneficiaries), ("endowments", endowments)];
	let entry = |field: &str, which: &dyn Fn(&[Grant], &Grant) -> bool| {
		lists
			.into_iter()
			.find_map(|(list, grants)| {
				let index = grants.iter().rposition(|grant| which(grants, grant))?;
				Some(format!("{list}[{index}].{field}"))
			})
			.unwrap_or_default()
	};
	match error {
		GenesisError::Duplicate { account } => entry("account", &|grants, (_, of, _)| {
			of == account && grants.iter().filter(|(_, of, _)| of == account).count() > 1
		}),
		GenesisError::Pot { account } => entry("account", &|_, (_, of, _)| of == account),
		GenesisError::BelowMinimum { account, amount, .. } => {
			entry("amount", &|_, (_, of, units)| of == account && units == amount)
		}
		GenesisError::NotInstitutional { allocation, account } => {
			entry("allocation", &|_, (from, of, _)| from == allocation && of == account)
		}
		GenesisError::NotDiscretionary { allocation, account } => {
			entry("allocation", &|_, (from, of, _)| from == allocation && of == account)
		}
		GenesisError::Sealed { allocation, .. } => entry("allocation", &|_, (from, ..)| from == allocation),
		GenesisError::WrongSum { .. } => "beneficiaries".into(),
		GenesisError::InsufficientAllocation { .. } | GenesisError::ExceedsHeadroom { .. } => "endowments".into(),
		GenesisError::CalendarRange { .. } => "launch".into(),
	}
}

fn name(text: String) -> Result<String, Problem> {
	if text.trim().is_empty() {
		return Err(Problem::NoName);
	}
	Ok(text)
}

/// The id names a directory, so it has no room for a path.
fn id(text: String) -> Result<String, Problem> {
	let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_');
	if text.is_empty() || !text.chars().all(allowed) {
		return Err(Problem::BadId(text));
	}
	Ok(text)
}

fn launch(value: &Value) -> Result<Moment, Problem> {
	let launch = match value {
		Value::String(text) => decimal(text),
		value => value.as_u64(),
	}
	.ok_or_else(|| Problem::NotAnInstant(value.to_string()))?;
	let end = RELEASE_CAPS
		.last()
		.and_then(|(months, _)| btt_math::calendar::add_months(TOKEN_GENERATION_EVENT, *months))
		.unwrap_or(Moment::MAX);
	if launch < TOKEN_GENERATION_EVENT {
		return Err(Problem::LaunchBeforeTokens(launch));
	}
	if launch >= end {
		return Err(Problem::LaunchAfterSchedules { launch, end });
	}
	Ok(launch)
}

fn allocation(text: &str) -> Result<Allocation, Problem> {
	Allocation::ALL
		.into_iter()
		.find(|allocation| format!("{allocation:?}") == text)
		.ok_or_else(|| Problem::UnknownAllocation(text.into()))
}

fn amount(text: &str) -> Result<Balance, Problem> {
	decimal(text).ok_or_else(|| Problem::NotAnAmount(text.into()))
}

/// A number as people write it, and in no other way.
fn decimal<N: std::str::FromStr>(text: &str) -> Option<N> {
	let plain = text.chars().all(|c| c.is_ascii_digit()) && (text == "0" || !text.starts_with('0'));
	text.parse().ok().filter(|_| plain)
}
