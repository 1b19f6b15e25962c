//! What can be wrong with an entry, and how to say it.

use super::{
	keys::KeyError,
	stake::{key_deposit, max_validator_count, FEE_MONEY},
	MIN_VALIDATORS,
};
use btt_primitives::{Allocation, AllocationKind, Balance, Moment, BTT, TOKEN_GENERATION_EVENT};
use btt_runtime::AccountId;
use pallet_btt_token::genesis::GenesisError;
use std::fmt;

/// An entry that cannot be accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
	/// Where it is in the file, such as `validators[2].babe`.
	pub entry: String,
	/// What is wrong.
	pub problem: Problem,
}

/// What is wrong with an entry. Amounts are in units, instants in ms since the Unix epoch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
	/// The chain has no name.
	NoName,
	/// The id cannot name a directory.
	BadId(String),
	/// Not a number of milliseconds.
	NotAnInstant(String),
	/// A launch before there are tokens.
	LaunchBeforeTokens(Moment),
	/// A launch when everything has been released.
	LaunchAfterSchedules {
		/// The launch.
		launch: Moment,
		/// When the release caps end.
		end: Moment,
	},
	/// Not an account or key.
	Key(KeyError),
	/// A key whose secret everybody knows.
	DevelopmentKey(String),
	/// Not in the table of allocations.
	UnknownAllocation(String),
	/// Not a plain decimal number.
	NotAnAmount(String),
	/// What the token economy forbids.
	Economy(GenesisError<AccountId>),
	/// Something that may be there only once.
	Repeated {
		/// Where it is first.
		first: String,
	},
	/// Too few validators for a chain that survives the loss of one.
	TooFewValidators(usize),
	/// A validator that could not have its role.
	StakeBelowMinimum {
		/// Its stake.
		stake: Balance,
		/// The least stake.
		minimum: Balance,
	},
	/// A stake that is more than all that the file grants to the validator.
	StakeNotGranted {
		/// The stake.
		stake: Balance,
		/// What the account gets as a beneficiary.
		unvested: Balance,
		/// What it is endowed with.
		endowed: Balance,
	},
	/// A validator that could not pay its fees.
	TooLittleFreeMoney {
		/// By how much its endowment is too small.
		missing: Balance,
		/// What it has to give to the reward pot and the development fund.
		pots: Balance,
	},
	/// Not a percentage from 0 to 100 that can be told exactly.
	NotACommission(String),
	/// So many validators cannot be elected.
	ValidatorCount(u32),
	/// A minimum of elected validators of which there could never be as many.
	MinimumValidators {
		/// The minimum.
		minimum: u32,
		/// What it may be at most.
		maximum: u32,
	},
	/// Nobody in the institutions' house.
	NoInstitutions,
	/// Not an address of a node.
	NotABootNode(String),
	/// Not an address of a telemetry server.
	NotAnEndpoint(String),
}

impl fmt::Display for Refusal {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "{}: {}", self.entry, self.problem)
	}
}

impl fmt::Display for Problem {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::NoName => write!(f, "is empty; give the chain a name that wallets can show"),
			Self::BadId(id) => write!(f, "`{id}` must be of lower-case letters, digits, `-` and `_`, at least one"),
			Self::NotAnInstant(text) => {
				write!(f, "`{text}` must be a whole number of milliseconds since 1970-01-01T00:00:00Z")
			}
			Self::LaunchBeforeTokens(launch) => write!(
				f,
				"{launch} is before the token generation event, {TOKEN_GENERATION_EVENT} (2025-01-01T00:00:00Z); give \
				 milliseconds, not seconds, of an instant at or after it"
			),
			Self::LaunchAfterSchedules { launch, end } => write!(
				f,
				"{launch} is not before {end}, when the release caps end; give milliseconds of an instant before it"
			),
			Self::Key(error) => write!(f, "{error}"),
			Self::DevelopmentKey(secret) => write!(
				f,
				"is the development key of `{secret}`, whose secret everybody knows; use a key generated for this \
				 network (`btt-node key generate`, `author_rotateKeys`)"
			),
			Self::UnknownAllocation(text) => write!(f, "`{text}` is no allocation; there are {}", names(|_| true)),
			Self::NotAnAmount(text) => {
				write!(f, "`{text}` must be units in plain decimal digits; 50,000 BTT are \"50000000000000000000000\"")
			}
			Self::Economy(error) => {
				write!(f, "{error}")?;
				match error {
					GenesisError::NotInstitutional { .. } => write!(
						f,
						"; those that have: {}",
						names(|allocation| matches!(allocation.kind(), AllocationKind::Institutional { .. }))
					),
					GenesisError::NotDiscretionary { .. } => write!(
						f,
						"; those that are: {}",
						names(|allocation| matches!(allocation.kind(), AllocationKind::Discretionary { .. }))
					),
					_ => Ok(()),
				}
			}
			Self::Repeated { first } => write!(f, "is {first} again; each may be there once"),
			Self::TooFewValidators(count) => {
				write!(f, "{count} are too few; with less than {MIN_VALIDATORS} the loss of one stops finality")
			}
			Self::StakeBelowMinimum { stake, minimum } => {
				write!(f, "{stake} units are below a validator's minimum of {minimum} units ({} BTT)", minimum / BTT)
			}
			Self::StakeNotGranted { stake, unvested, endowed } => write!(
				f,
				"{stake} units are more than the account gets: {unvested} units under `beneficiaries` and {endowed} units \
				 under `endowments`; grant it more, or let it stake less"
			),
			Self::TooLittleFreeMoney { missing, pots } => {
				write!(
					f,
					"has too little free money: beside the stake and the deposit for session keys, {} units, both out of \
					 unvested tokens first, {FEE_MONEY} units must be left for fees",
					key_deposit()
				)?;
				if *pots > 0 {
					write!(f, " and {pots} units for the reward pot and the development fund, which the first validator founds")?;
				}
				write!(f, "; endow it with {missing} units more")
			}
			Self::NotACommission(text) => write!(
				f,
				"`{text}` must be a percentage from 0 to 100 in plain decimal digits, with 7 decimals at most; five percent \
				 are \"5\", seven and a half \"7.5\""
			),
			Self::ValidatorCount(count) => {
				write!(
					f,
					"{count} is out of bounds; {MIN_VALIDATORS} to {} validators can be elected",
					max_validator_count()
				)
			}
			Self::MinimumValidators { minimum, maximum } => write!(
				f,
				"{minimum} is out of bounds; it must be 1 to {maximum}, no more than `validatorCount` and than validators \
				 are listed"
			),
			Self::NoInstitutions => write!(f, "is empty; name the accounts of the institutions' house"),
			Self::NotABootNode(text) => {
				write!(f, "`{text}` is no address of a node; write it as /dns/boot.example.org/tcp/30333/p2p/<peer id>")
			}
			Self::NotAnEndpoint(reason) => {
				write!(f, "{reason}; write [\"wss://telemetry.example.org/submit/\", 0] for each server")
			}
		}
	}
}

fn names(which: impl Fn(Allocation) -> bool) -> String {
	let names: Vec<_> = Allocation::ALL
		.into_iter()
		.filter(|allocation| which(*allocation))
		.map(|allocation| format!("{allocation:?}"))
		.collect();
	names.join(", ")
}
