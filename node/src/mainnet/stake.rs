//! What validators have at stake and charge, and whether what the file grants them covers it (SPEC §7).

use super::{decimal, refusal::Problem, Grant, MIN_VALIDATORS};
use btt_primitives::{staking::Role, Balance, BTT, EXISTENTIAL_DEPOSIT};
use btt_runtime::{
	configs::consensus::{MaxAuthorities, SessionKeyDeposit},
	AccountId,
};
use sp_runtime::{PerThing, Perbill};

/// What a validator's account must have left in genesis for fees, in units.
///
/// Unvested tokens pay no fees, and what a validator earns comes only by a transaction. With as much as hundreds of
/// transactions cost it can exchange keys, stand for election again and have itself paid from the first block on, also
/// when fees rise.
pub const FEE_MONEY: Balance = 10 * BTT;

/// The decimals of a percentage that parts per billion can tell apart.
const PERCENT_DECIMALS: usize = 7;

/// How many validators can be elected at most.
pub fn max_validator_count() -> u32 {
	MaxAuthorities::get()
}

/// What an account must have for its session keys, in units. Genesis itself holds nothing for the keys that it sets, but
/// whoever ever purges them needs it to set others.
pub fn key_deposit() -> Balance {
	SessionKeyDeposit::get()
}

/// The number of validators to elect.
pub fn validator_count(count: u32) -> Result<u32, Problem> {
	if (MIN_VALIDATORS..=max_validator_count()).contains(&count) {
		Ok(count)
	} else {
		Err(Problem::ValidatorCount(count))
	}
}

/// Under how many validators the old ones keep their seats. `listed` is how many the file lists.
pub fn minimum_validators(minimum: u32, count: u32, listed: usize) -> Result<u32, Problem> {
	// What is wrong with the other two is said elsewhere.
	let count = count.clamp(MIN_VALIDATORS, max_validator_count());
	let maximum = u32::try_from(listed).unwrap_or(u32::MAX).clamp(MIN_VALIDATORS, count);
	if (1..=maximum).contains(&minimum) {
		Ok(minimum)
	} else {
		Err(Problem::MinimumValidators { minimum, maximum })
	}
}

/// A percentage from 0 to 100, exactly.
pub fn commission(text: &str) -> Result<Perbill, Problem> {
	let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
	let parts = || {
		if decimals.is_empty() || decimals.len() > PERCENT_DECIMALS || !decimals.chars().all(|c| c.is_ascii_digit()) {
			return None;
		}
		let decimals: u32 = format!("{decimals:0<PERCENT_DECIMALS$}").parse().ok()?;
		let parts = decimal::<u32>(whole)?.checked_mul(Perbill::ACCURACY / 100)?.checked_add(decimals)?;
		(parts <= Perbill::ACCURACY).then_some(parts)
	};
	parts().map(Perbill::from_parts).ok_or_else(|| Problem::NotACommission(text.into()))
}

/// The units that a validator has behind itself.
pub fn stake(units: Balance) -> Result<Balance, Problem> {
	let minimum = Role::Validator.default_minimum();
	if units >= minimum {
		Ok(units)
	} else {
		Err(Problem::StakeBelowMinimum { stake: units, minimum })
	}
}

/// What a file grants to an account, in units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Funds {
	/// As a beneficiary: unvested in genesis. It can be at stake, but pays no fees.
	unvested: Balance,
	/// As an endowment: free.
	endowed: Balance,
}

impl Funds {
	/// What `account` gets.
	pub fn of(account: &AccountId, beneficiaries: &[Grant], endowments: &[Grant]) -> Self {
		let sum = |grants: &[Grant]| {
			grants
				.iter()
				.filter(|(_, of, _)| of == account)
				.fold(0, |sum: Balance, (.., amount)| sum.saturating_add(*amount))
		};
		Self { unvested: sum(beneficiaries), endowed: sum(endowments) }
	}

	/// The stake comes out of the account's own tokens.
	pub fn cover(self, stake: Balance) -> Result<(), Problem> {
		let Self { unvested, endowed } = self;
		if stake <= unvested.saturating_add(endowed) {
			Ok(())
		} else {
			Err(Problem::StakeNotGranted { stake, unvested, endowed })
		}
	}

	/// Beside the stake and the deposit for keys, which take unvested tokens first, there is money for fees. The first
	/// validator gives the reward pot and the development fund their existential deposits.
	pub fn leave_fees(self, stake: Balance, first: bool) -> Result<(), Problem> {
		let held = stake.saturating_add(key_deposit()).saturating_sub(self.unvested);
		let pots = if first { EXISTENTIAL_DEPOSIT.saturating_mul(2) } else { 0 };
		let needed = held.saturating_add(pots).saturating_add(FEE_MONEY);
		match needed.saturating_sub(self.endowed) {
			0 => Ok(()),
			missing => Err(Problem::TooLittleFreeMoney { missing, pots }),
		}
	}
}
