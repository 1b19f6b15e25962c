//! What a genesis must satisfy, checked without any state: by `build`, and natively by the node before it writes a
//! chain specification.

use crate::types::{is_institutional, unsealed_at, Releases, Schedules};
use alloc::collections::BTreeSet;
use btt_primitives::{Allocation, Balance, Moment};
use core::fmt::{self, Debug, Display, Formatter};
use frame_support::ensure;

/// The instants that genesis is checked against, in ms; see `TokenClock` for what they mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dates {
	/// The token generation event.
	pub token_generation_event: Moment,
	/// The earliest instant at which the first block may be produced.
	pub launch: Moment,
	/// The earliest instant at which mining may start.
	pub mining_start: Moment,
}

/// Tokens that genesis hands out of an allocation: the allocation, the account and units.
pub type Grant<AccountId> = (Allocation, AccountId, Balance);

/// Why a genesis is refused. Amounts are in units, instants in ms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GenesisError<AccountId> {
	/// A schedule leads beyond the calendar.
	CalendarRange {
		/// The instants that it follows from.
		dates: Dates,
	},
	/// A beneficiary of an allocation that has none.
	NotInstitutional {
		/// The allocation.
		allocation: Allocation,
		/// The beneficiary.
		account: AccountId,
	},
	/// An endowment out of an allocation that is not released by decision.
	NotDiscretionary {
		/// The allocation.
		allocation: Allocation,
		/// Who is endowed.
		account: AccountId,
	},
	/// An account is twice among the beneficiaries, or twice among the endowments.
	Duplicate {
		/// The account.
		account: AccountId,
	},
	/// Tokens for the pot of an allocation.
	Pot {
		/// The pot.
		account: AccountId,
	},
	/// An amount that cannot make an account.
	BelowMinimum {
		/// The allocation.
		allocation: Allocation,
		/// Whose amount it is.
		account: AccountId,
		/// The amount.
		amount: Balance,
		/// The existential deposit.
		minimum: Balance,
	},
	/// The beneficiaries of an institutional allocation do not get exactly its total.
	WrongSum {
		/// The allocation.
		allocation: Allocation,
		/// What they get.
		sum: Balance,
	},
	/// Endowments exceed the allocation.
	InsufficientAllocation {
		/// The allocation.
		allocation: Allocation,
	},
	/// An endowment out of an allocation that is sealed at launch.
	Sealed {
		/// The allocation.
		allocation: Allocation,
		/// When the seal ends.
		until: Moment,
		/// The launch.
		launch: Moment,
	},
	/// The endowments exceed what the release caps allow at launch.
	ExceedsHeadroom {
		/// What all of them come to.
		sum: Balance,
		/// What fits.
		headroom: Balance,
	},
}

impl<AccountId: Debug> Display for GenesisError<AccountId> {
	fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
		match self {
			Self::CalendarRange { dates } => write!(f, "the schedules of {dates:?} lead beyond the calendar"),
			Self::NotInstitutional { allocation, account } => {
				write!(f, "{allocation:?} has no beneficiaries, but {account:?} is listed as one")
			}
			Self::NotDiscretionary { allocation, account } => {
				write!(f, "{allocation:?} is not released by decision, so it cannot endow {account:?}")
			}
			Self::Duplicate { account } => write!(f, "{account:?} is listed twice"),
			Self::Pot { account } => write!(f, "{account:?} is the pot of an allocation"),
			Self::BelowMinimum { allocation, account, amount, minimum } => write!(
				f,
				"{amount} units of {allocation:?} for {account:?} are below the existential deposit of {minimum} units"
			),
			Self::WrongSum { allocation, sum } => write!(
				f,
				"the beneficiaries of {allocation:?} get {sum} units, but must get exactly {} units",
				allocation.total()
			),
			Self::InsufficientAllocation { allocation } => {
				write!(f, "the endowments out of {allocation:?} exceed its {} units", allocation.total())
			}
			Self::Sealed { allocation, until, launch } => write!(
				f,
				"{allocation:?} is sealed until {until} ms after the Unix epoch, which is later than the launch at {launch} ms"
			),
			Self::ExceedsHeadroom { sum, headroom } => {
				write!(f, "the endowments come to {sum} units, but the release caps leave {headroom} units at launch")
			}
		}
	}
}

/// Check `beneficiaries` and `endowments` against the rules of SPEC §1 and §2. `minimum` is the existential deposit in
/// units, `is_pot` tells the pots of the allocations.
pub fn validate<AccountId: Clone + Ord>(
	beneficiaries: &[Grant<AccountId>],
	endowments: &[Grant<AccountId>],
	dates: &Dates,
	minimum: Balance,
	is_pot: impl Fn(&AccountId) -> bool,
) -> Result<(), GenesisError<AccountId>> {
	let check_list = |grants: &[Grant<AccountId>]| -> Result<(), GenesisError<AccountId>> {
		let mut seen = BTreeSet::new();
		for (allocation, account, amount) in grants {
			ensure!(seen.insert(account), GenesisError::Duplicate { account: account.clone() });
			ensure!(!is_pot(account), GenesisError::Pot { account: account.clone() });
			ensure!(
				*amount >= minimum.max(1),
				GenesisError::BelowMinimum {
					allocation: *allocation,
					account: account.clone(),
					amount: *amount,
					minimum
				}
			);
		}
		Ok(())
	};
	check_list(beneficiaries)?;
	check_list(endowments)?;
	check_beneficiaries(beneficiaries)?;
	check_endowments(endowments, dates)
}

fn check_beneficiaries<AccountId: Clone>(grants: &[Grant<AccountId>]) -> Result<(), GenesisError<AccountId>> {
	for (allocation, account, _) in grants {
		ensure!(
			is_institutional(*allocation),
			GenesisError::NotInstitutional { allocation: *allocation, account: account.clone() }
		);
	}
	for allocation in Allocation::ALL.into_iter().filter(|allocation| is_institutional(*allocation)) {
		let sum = grants
			.iter()
			.filter(|(of, ..)| *of == allocation)
			.fold(0, |sum: Balance, (.., amount)| sum.saturating_add(*amount));
		ensure!(sum == allocation.total(), GenesisError::WrongSum { allocation, sum });
	}
	Ok(())
}

fn check_endowments<AccountId: Clone>(
	grants: &[Grant<AccountId>],
	dates: &Dates,
) -> Result<(), GenesisError<AccountId>> {
	// Also without endowments: a chain whose schedules do not exist could never release anything.
	let out_of_range = || GenesisError::CalendarRange { dates: *dates };
	let schedules = Schedules::new(dates.token_generation_event, dates.mining_start).ok_or_else(out_of_range)?;
	let mut releases = Releases::default();
	for (allocation, account, amount) in grants {
		let allocation = *allocation;
		let until = unsealed_at(dates.token_generation_event, allocation)
			.ok_or_else(|| GenesisError::NotDiscretionary { allocation, account: account.clone() })?
			.ok_or_else(out_of_range)?;
		ensure!(dates.launch >= until, GenesisError::Sealed { allocation, until, launch: dates.launch });
		releases.release(allocation, *amount).map_err(|_| GenesisError::InsufficientAllocation { allocation })?;
	}
	let (sum, headroom) = (releases.total(), schedules.headroom(dates.launch, 0));
	ensure!(sum <= headroom, GenesisError::ExceedsHeadroom { sum, headroom });
	Ok(())
}
