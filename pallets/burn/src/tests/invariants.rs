//! What holds after every operation, whatever the operations are.

use super::*;
use btt_math::line::Line;
use btt_primitives::burn::BurnPolicies;
use frame_support::{
	traits::{
		fungible::{InspectHold, MutateHold},
		tokens::{Fortitude::Polite, Precision::BestEffort, Preservation::Expendable},
		Hooks,
	},
	weights::Weight,
};
use proptest::prelude::*;
use sp_runtime::{traits::Dispatchable, DispatchError};
use std::collections::BTreeMap;

/// The accounts that take part; the first two have vesting lines.
const ACCOUNTS: AccountId = 5;
const BENEFICIARIES: AccountId = 2;

/// An amount that is some thousandths of what there is, and then some units more or less.
#[derive(Clone, Copy, Debug)]
struct Part(u16, i64);

impl Part {
	fn of(self, whole: Balance) -> Balance {
		(whole / 1_000 * Balance::from(self.0) + whole % 1_000 * Balance::from(self.0) / 1_000)
			.saturating_add_signed(self.1.into())
	}
}

#[derive(Clone, Debug)]
enum Op {
	/// Let so many ms pass. What is not parted by this happens in the same block.
	Wait(Moment),
	/// Go to so many ms before the next year, or into it.
	NextYear(Moment),
	Transfer(AccountId, AccountId, Part),
	TransferAll(AccountId, AccountId, bool),
	/// By choice.
	Burn(AccountId, Part),
	/// By choice, past this pallet.
	BurnElsewhere(AccountId, Part),
	/// Some of what somebody has, for a policy.
	Policy(BurnReason, AccountId, Part),
	/// What the policies say, for assets or a price of this many BTT.
	Tokenise(AccountId, u32),
	TransferAssets(AccountId, u32),
	PayPremium(AccountId, u32),
	SetPolicy(Policy),
	Bond(AccountId, Part),
	Release(AccountId, Part),
	Slash(AccountId, Part),
	Vest(AccountId),
	Idle,
	Forget(AccountId),
}

/// What is known without asking the pallet.
#[derive(Default)]
struct Books {
	/// Units burned by reason.
	reasons: BTreeMap<BurnReason, Balance>,
	/// Units burned past the pallet.
	other: Balance,
	/// Units burned by policies, by year.
	years: BTreeMap<usize, Balance>,
	/// Units that exceeded the ceiling.
	excess: Balance,
}

/// The beginnings of years, from 2025 on, by hand: every fourth is a leap year until 2100.
fn years() -> impl Iterator<Item = Moment> {
	(2025..2100u64).scan(TGE, |next, year| {
		let begins = *next;
		*next += if year % 4 == 0 { 366 } else { 365 } * DAY;
		Some(begins)
	})
}

/// The number of the running year.
fn year() -> usize {
	years().take_while(|begins| *begins <= now()).count()
}

fn spendable(who: AccountId) -> Balance {
	Balances::reducible_balance(&who, Expendable, Polite)
}

fn held() -> Balance {
	frame_system::Account::<Test>::iter_values().map(|account| account.data.total()).sum()
}

fn call(who: AccountId, call: impl Into<RuntimeCall>) -> Result<(), DispatchError> {
	call.into().dispatch(by(who)).map(drop).map_err(|error| error.error)
}

impl Books {
	fn burned(&mut self, reason: BurnReason, amount: Balance) {
		*self.reasons.entry(reason).or_default() += amount;
	}

	/// Burn up to `amount` of what `who` can spend for a policy.
	fn take(&mut self, who: AccountId, amount: Balance, reason: BurnReason) {
		let amount = amount.min(spendable(who));
		let this_year = self.years.entry(year()).or_default();
		let fits = amount.min(CEILING - *this_year);
		*this_year += fits;
		self.excess += amount - fits;
		self.burned(reason, fits);
		assert_eq!(take(who, amount, reason), fits);
	}

	/// Do `op`, and enter what it takes by itself, without the dust that it leaves.
	fn apply(&mut self, op: &Op) {
		match *op {
			Op::Wait(ms) => wait(ms),
			Op::NextYear(before) => {
				let next = years().find(|begins| *begins > now()).unwrap() - before;
				set_time(next.max(now()));
			}
			Op::Transfer(from, dest, part) => {
				let value = part.of(total(from));
				let _ = call(from, pallet_balances::Call::transfer_allow_death { dest, value });
			}
			Op::TransferAll(from, dest, keep_alive) => {
				let _ = call(from, pallet_balances::Call::transfer_all { dest, keep_alive });
			}
			Op::Burn(who, part) => {
				let (free, spendable) = (Balances::balance(&who), spendable(who));
				let amount = part.of(free);
				let expected = match amount {
					0 => Err(Error::<Test>::ZeroAmount.into()),
					_ if amount > free => Err(Error::<Test>::InsufficientBalance.into()),
					_ if amount > spendable => Err(Error::<Test>::Frozen.into()),
					_ => Ok(()),
				};
				assert_eq!(call(who, crate::Call::burn { amount }), expected);
				if expected.is_ok() {
					self.burned(BurnReason::Voluntary, amount);
				}
			}
			Op::BurnElsewhere(who, part) => {
				let value = part.of(spendable(who));
				if call(who, pallet_balances::Call::burn { value, keep_alive: true }).is_ok() {
					self.other += value;
				}
			}
			Op::Policy(reason, who, part) => self.take(who, part.of(spendable(who)), reason),
			Op::Tokenise(who, value) => {
				let due = <Burn as BurnPolicies<AccountId>>::on_tokenisation(Balance::from(value) * BTT);
				self.take(who, due, BurnReason::Tokenisation);
			}
			Op::TransferAssets(who, value) => {
				let due = transfer_assets(who, Balance::from(value) * BTT);
				self.take(who, due, BurnReason::HighValueTransfer);
			}
			Op::PayPremium(who, price) => {
				let due = <Burn as BurnPolicies<AccountId>>::on_premium(Balance::from(price) * BTT);
				self.take(who, due, BurnReason::Premium);
			}
			Op::SetPolicy(policy) => assert_eq!(call(GOVERNANCE, crate::Call::set_policy { policy }), Ok(())),
			Op::Bond(who, part) => {
				let _ = Balances::hold(&HoldReason::Bond.into(), &who, part.of(total(who)));
			}
			Op::Release(who, part) => {
				let bond = HoldReason::Bond.into();
				let amount = part.of(Balances::balance_on_hold(&bond, &who));
				let _ = Balances::release(&bond, &who, amount, BestEffort);
			}
			Op::Slash(who, part) => {
				let bond = Balances::balance_on_hold(&HoldReason::Bond.into(), &who);
				let amount = part.of(bond).min(bond);
				slash(who, amount);
				self.burned(BurnReason::Slash, amount);
			}
			Op::Vest(target) => {
				let _ = call(target, pallet_vesting_schedules::Call::vest { target });
			}
			Op::Idle => drop(Burn::on_idle(1, Weight::MAX)),
			Op::Forget(who) => drop(call(who, crate::Call::forget_window { who })),
		}
	}

	/// Units that left the supply.
	fn sum(&self) -> Balance {
		self.reasons.values().sum::<Balance>() + self.other
	}

	/// Do `op`, enter what it takes and the dust that it leaves, and check.
	fn step(&mut self, op: &Op) {
		let (held_before, known_before) = (held(), self.sum());
		self.apply(op);
		// What is missing in the accounts and was not taken is dust: at most of two accounts.
		let dust = held_before - held() - (self.sum() - known_before);
		assert!(dust < 2 * ED, "{dust} units of dust by {op:?}");
		self.burned(BurnReason::Dust, dust);
		self.check();
	}

	fn check(&self) {
		check_state();
		// Issuance and what was burned are the supply, to the unit and by reason.
		let reason = |reason| (reason, self.reasons.get(&reason).copied().unwrap_or_default());
		let burned = Burn::burned_by_reason();
		assert_eq!(burned.reasons, BurnReason::ALL.map(reason));
		assert_eq!(burned.other, self.other);
		assert_eq!(Balances::total_issuance() + self.sum(), TOTAL_SUPPLY);
		assert_eq!(held(), Balances::total_issuance());
		// Policies never burned more than the ceiling, and what they did not burn is with the fund.
		let this_year = self.years.get(&year()).copied().unwrap_or_default();
		assert_eq!(ThisYear::<Test>::get().at(now()).burned, this_year);
		assert!(self.years.values().all(|burned| *burned <= CEILING));
		let by_policy: Balance =
			BurnReason::ALL.into_iter().filter(|reason| reason.is_policy()).map(|of| reason(of).1).sum();
		assert_eq!(by_policy, self.years.values().sum());
		assert_eq!(total(FUND), ED + self.excess);
	}
}

fn part() -> impl Strategy<Value = Part> {
	let dust = ED as i64;
	prop_oneof![
		4 => (0..=1_000u16).prop_map(|of| Part(of, 0)),
		3 => (-dust..=2).prop_map(|units| Part(1_000, units)),
		1 => (0..=3i64).prop_map(|units| Part(0, units)),
	]
}

fn policy() -> impl Strategy<Value = Policy> {
	let rate = |most: u32| (0..=most).prop_map(Permill::from_parts);
	prop_oneof![
		rate(50_000).prop_map(|rate| Policy::Tokenisation { rate }),
		(rate(10_000), 1_000..=10_000_000u128)
			.prop_map(|(rate, btt)| Policy::HighValueTransfer { rate, threshold: btt * BTT }),
		rate(1_000_000).prop_map(|rate| Policy::Premium { rate }),
	]
}

fn op() -> impl Strategy<Value = Op> {
	let who = || 1..=ACCOUNTS;
	let policy_reason =
		prop::sample::select(BurnReason::ALL.into_iter().filter(|of| of.is_policy()).collect::<Vec<_>>());
	prop_oneof![
		3 => (0..=40 * DAY).prop_map(Op::Wait),
		2 => (0..=1u64).prop_map(Op::NextYear),
		6 => (who(), who(), part()).prop_map(|(from, to, part)| Op::Transfer(from, to, part)),
		2 => (who(), who(), any::<bool>()).prop_map(|(from, to, keep)| Op::TransferAll(from, to, keep)),
		5 => (who(), part()).prop_map(|(who, part)| Op::Burn(who, part)),
		1 => (who(), part()).prop_map(|(who, part)| Op::BurnElsewhere(who, part)),
		8 => (policy_reason, who(), part()).prop_map(|(reason, who, part)| Op::Policy(reason, who, part)),
		2 => (who(), 0..=100_000_000u32).prop_map(|(who, value)| Op::Tokenise(who, value)),
		3 => (who(), 0..=50_000_000u32).prop_map(|(who, value)| Op::TransferAssets(who, value)),
		2 => (who(), 0..=1_000_000u32).prop_map(|(who, price)| Op::PayPremium(who, price)),
		1 => policy().prop_map(Op::SetPolicy),
		5 => (who(), part()).prop_map(|(who, part)| Op::Bond(who, part)),
		2 => (who(), part()).prop_map(|(who, part)| Op::Release(who, part)),
		5 => (who(), part()).prop_map(|(who, part)| Op::Slash(who, part)),
		2 => who().prop_map(Op::Vest),
		2 => Just(Op::Idle),
		1 => who().prop_map(Op::Forget),
	]
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(1_500))]

	/// **Theorem.** Whatever happens (transfers that reap and leave dust, burns by choice, burns by policies over years,
	/// slashes of vested and unvested bonds, in the same block or not, in any order), after each operation
	///
	/// - total issuance and what was burned are the supply, to the unit;
	/// - the totals by reason are what was taken for that reason, dust included, and *other* is what was burned past the
	///   pallet;
	/// - in no year policies burned more than the ceiling, and the development fund has everything beyond;
	/// - `try_state` holds.
	#[test]
	fn what_is_there_and_what_was_burned_is_the_supply(
		endowed in prop::collection::vec(prop_oneof![Just(ED), Just(2 * ED), BTT..12_000_000 * BTT], ACCOUNTS as usize),
		vests in prop::collection::vec((0..=1_000u16, DAY..1_000 * DAY), BENEFICIARIES as usize),
		ops in prop::collection::vec(op(), 20..=60),
	) {
		let mut builder = ExtBuilder::default();
		for (who, amount) in (1..).zip(&endowed) {
			builder = builder.endow(who, *amount);
		}
		for ((who, amount), (of, length)) in (1..).zip(&endowed).zip(vests) {
			let unvested = Part(of, 0).of(*amount);
			if unvested > 0 {
				builder = builder.line(who, Line::new(TGE, TGE + length / 10, TGE + length, unvested).unwrap());
			}
		}
		builder.build_and_execute(|| {
			let mut books = Books::default();
			books.check();
			ops.iter().for_each(|op| books.step(op));
		});
	}
}
