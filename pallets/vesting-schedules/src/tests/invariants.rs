//! What holds after every operation, whatever the operations are.

use super::*;
use btt_primitives::{vesting::GrantVesting, BTT, TOKEN_GENERATION_EVENT as TGE};
use frame_support::{
	assert_ok,
	traits::{
		fungible::{Balanced, InspectHold, Mutate, MutateHold},
		tokens::{
			Fortitude::Force,
			Precision::{BestEffort, Exact},
			Preservation::{Preserve, Protect},
		},
		Hooks,
	},
};
use proptest::prelude::*;
use sp_runtime::traits::Dispatchable;
use std::collections::BTreeMap;

/// The accounts that take part; the first three are granted lines.
const ACCOUNTS: AccountId = 6;
const BENEFICIARIES: AccountId = 3;

/// An amount that is some thousandths of what there is, and then some units more or less.
#[derive(Clone, Copy, Debug)]
struct Part(u16, i8);

impl Part {
	fn of(self, whole: Balance) -> Balance {
		let part = whole / 1_000 * Balance::from(self.0) + whole % 1_000 * Balance::from(self.0) / 1_000;
		part.saturating_add_signed(self.1.into())
	}
}

#[derive(Clone, Debug)]
enum Op {
	/// Let so many ms pass.
	Wait(Moment),
	/// Let so many blocks pass, which `pallet-vesting` counts.
	Blocks(u64),
	Vest(AccountId),
	Transfer(AccountId, AccountId, Part, bool),
	TransferAll(AccountId, AccountId, bool),
	Burn(AccountId, Part, bool),
	Fee(AccountId, Part),
	Hold(HoldReason, AccountId, Part),
	Release(HoldReason, AccountId, Part),
	/// Slash a bond, noted with `forfeit` before or not.
	Slash(AccountId, Part, bool),
	/// Slash what is not on hold, likewise.
	SlashFree(AccountId, Part, bool),
	VestedTransfer(AccountId, AccountId, Part),
	VestForeign(AccountId),
	Rotate(AccountId, AccountId),
	ForceRotate(AccountId, AccountId),
	/// An idle block with room for so many accounts.
	Idle(u64),
}

impl Op {
	/// The account that it slashes.
	fn slashes(&self) -> Option<AccountId> {
		match self {
			Self::Slash(who, ..) | Self::SlashFree(who, ..) => Some(*who),
			_ => None,
		}
	}

	/// Do it, and tell whether it was possible.
	fn apply(&self) -> bool {
		let bond = HoldReason::Bond.into();
		match *self {
			Self::Wait(ms) => {
				set_time(pallet_timestamp::Now::<Test>::get() + ms);
				true
			}
			Self::Blocks(blocks) => {
				System::set_block_number(System::block_number() + blocks);
				true
			}
			Self::Vest(who) => call(BENEFICIARIES, VestingSchedulesCall::vest { target: who }),
			Self::Transfer(from, dest, part, true) => {
				call(from, BalancesCall::transfer_keep_alive { dest, value: part.of(total(from)) })
			}
			Self::Transfer(from, dest, part, false) => {
				call(from, BalancesCall::transfer_allow_death { dest, value: part.of(total(from)) })
			}
			Self::TransferAll(from, dest, keep_alive) => call(from, BalancesCall::transfer_all { dest, keep_alive }),
			Self::Burn(who, part, keep_alive) => {
				call(who, BalancesCall::burn { value: part.of(total(who)), keep_alive })
			}
			Self::Fee(who, part) => Balances::withdraw(&who, part.of(spendable(who)), Exact, Preserve, Polite).is_ok(),
			Self::Hold(reason, who, part) => Balances::hold(&reason.into(), &who, part.of(total(who))).is_ok(),
			Self::Release(reason, who, part) => {
				let reason = reason.into();
				let amount = part.of(Balances::balance_on_hold(&reason, &who));
				Balances::release(&reason, &who, amount, BestEffort).is_ok()
			}
			Self::Slash(who, part, announced) => {
				let held = Balances::balance_on_hold(&bond, &who);
				let amount = part.of(held).min(held);
				if announced {
					assert!(forfeit(who, amount) <= amount);
				}
				assert_eq!(Balances::burn_held(&bond, &who, amount, Exact, Force), Ok(amount));
				true
			}
			Self::SlashFree(who, part, announced) => {
				let reach = Balances::reducible_balance(&who, Protect, Force);
				let amount = part.of(reach).min(reach);
				if announced {
					assert!(forfeit(who, amount) <= amount);
				}
				assert_eq!(Balances::burn_from(&who, amount, Protect, Exact, Force), Ok(amount));
				true
			}
			Self::VestedTransfer(from, target, part) => {
				let amount = part.of(total(from));
				let schedule = pallet_vesting::VestingInfo::new(amount, amount / 10 + 1, System::block_number());
				call(from, VestingCall::vested_transfer { target, schedule })
			}
			Self::VestForeign(who) => call(who, VestingCall::vest {}),
			Self::Rotate(old, new) => call(old, VestingSchedulesCall::rotate { new }),
			Self::ForceRotate(old, new) => call(GOVERNANCE, VestingSchedulesCall::force_rotate { old, new }),
			Self::Idle(accounts) => {
				use crate::WeightInfo;
				let room = <()>::sweep_base().saturating_add(<()>::sweep_account().saturating_mul(accounts));
				assert!(VestingSchedules::on_idle(0, room).all_lte(room));
				true
			}
		}
	}
}

type BalancesCall = pallet_balances::Call<Test>;
type VestingCall = pallet_vesting::Call<Test>;
type VestingSchedulesCall = crate::Call<Test>;

/// Dispatch a call through the runtime's base filter.
fn call(who: AccountId, call: impl Into<RuntimeCall>) -> bool {
	call.into().dispatch(by(who)).is_ok()
}

/// What is known of an account that is or was a beneficiary, without asking the pallet.
#[derive(Clone, Debug, Default)]
struct Record {
	lines: Vec<Line>,
	/// Units that came in beside the lines.
	received: Balance,
	/// Units that went out otherwise than by a slash.
	left: Balance,
	/// Whether a slash ever took anything.
	slashed: bool,
}

impl Record {
	fn unvested(&self, at: Moment) -> Balance {
		let by_hand = |line: &Line| unvested_by_hand(line.start(), line.cliff(), line.end(), line.total(), at);
		self.lines.iter().map(by_hand).sum()
	}

	fn vested(&self, at: Moment) -> Balance {
		self.lines.iter().map(Line::total).sum::<Balance>() - self.unvested(at)
	}
}

/// Everything that must hold, of every account.
fn check(records: &BTreeMap<AccountId, Record>) {
	// I2 and I3.
	check_state();
	let now = pallet_timestamp::Now::<Test>::get();
	for who in 1..=ACCOUNTS {
		let schedule = Schedules::<Test>::get(who).unwrap_or_default();
		// I1.
		assert!(unvested(who) <= total(who));
		assert_eq!(unvested(who), schedule.unvested(now).min(total(who)));
		// I4.
		let held = Balances::total_balance_on_hold(&who);
		assert!(spendable(who) <= total(who) - schedule.unvested(now).min(total(who)).max(held));

		match records.get(&who) {
			Some(record) => {
				// The theorem.
				assert!(record.left <= record.received + record.vested(now), "account {who}: {record:?}");
				assert!(schedule.unvested(now) <= record.unvested(now));
				if !record.slashed {
					assert_eq!(schedule.unvested(now), record.unvested(now));
				}
			}
			None => assert_free(who),
		}
	}
}

/// Apply `op`, keep the books, and check.
fn step(op: &Op, records: &mut BTreeMap<AccountId, Record>) {
	let before: BTreeMap<_, _> = (1..=ACCOUNTS).map(|who| (who, total(who))).collect();
	let done = op.apply();
	let now = pallet_timestamp::Now::<Test>::get();
	match *op {
		Op::Rotate(old, new) | Op::ForceRotate(old, new) if done => {
			assert_eq!((total(old), total(new)), (0, before[&old] + before[&new]));
			// What `new` had is not frozen.
			assert!(frozen(new) <= before[&old]);
			let moved = records.remove(&old).expect("only beneficiaries rotate");
			// `new` may have been a beneficiary itself, long ago.
			let record = records.entry(new).or_insert_with(|| Record { received: before[&new], ..Default::default() });
			record.lines.extend(moved.lines);
			record.received += moved.received;
			record.left += moved.left;
			record.slashed |= moved.slashed;
		}
		_ => {
			for (who, record) in records.iter_mut() {
				let (had, has) = (before[who], total(*who));
				if op.slashes() == Some(*who) {
					record.slashed |= has < had;
				} else if has < had {
					record.left += had - has;
					// I1: what leaves otherwise than by a slash leaves behind what is unvested.
					let schedule = Schedules::<Test>::get(who).unwrap_or_default();
					assert!(has >= schedule.unvested(now), "account {who} fell to {has} by {op:?}");
				} else {
					record.received += has - had;
				}
				if done && matches!(op, Op::Vest(target) if target == who) {
					assert!(frozen(*who) <= has);
				}
			}
		}
	}
	check(records);
}

fn part() -> impl Strategy<Value = Part> {
	prop_oneof![
		4 => (0..=1_000u16).prop_map(|of| Part(of, 0)),
		2 => (-2..=2i8).prop_map(|units| Part(1_000, units)),
		1 => (0..=3i8).prop_map(|units| Part(0, units)),
	]
}

fn op() -> impl Strategy<Value = Op> {
	let who = || 1..=ACCOUNTS;
	let reason = || prop_oneof![5 => Just(HoldReason::Bond), 1 => Just(HoldReason::Deposit)];
	prop_oneof![
		6 => (0..=250u64).prop_map(Op::Wait),
		1 => (1..=5u64).prop_map(Op::Blocks),
		5 => who().prop_map(Op::Vest),
		5 => (who(), who(), part(), any::<bool>()).prop_map(|(from, to, part, keep)| Op::Transfer(from, to, part, keep)),
		3 => (who(), who(), any::<bool>()).prop_map(|(from, to, keep)| Op::TransferAll(from, to, keep)),
		2 => (who(), part(), any::<bool>()).prop_map(|(who, part, keep)| Op::Burn(who, part, keep)),
		2 => (who(), part()).prop_map(|(who, part)| Op::Fee(who, part)),
		8 => (reason(), who(), part()).prop_map(|(reason, who, part)| Op::Hold(reason, who, part)),
		4 => (reason(), who(), part()).prop_map(|(reason, who, part)| Op::Release(reason, who, part)),
		6 => (who(), part(), any::<bool>()).prop_map(|(who, part, announced)| Op::Slash(who, part, announced)),
		1 => (who(), part(), any::<bool>()).prop_map(|(who, part, announced)| Op::SlashFree(who, part, announced)),
		3 => (who(), who(), part()).prop_map(|(from, to, part)| Op::VestedTransfer(from, to, part)),
		1 => who().prop_map(Op::VestForeign),
		3 => (who(), who()).prop_map(|(old, new)| Op::Rotate(old, new)),
		2 => (who(), who()).prop_map(|(old, new)| Op::ForceRotate(old, new)),
		3 => (0..=4u64).prop_map(Op::Idle),
	]
}

/// A line of up to 2,000 ms, of anything from one unit to thousands of BTT.
fn any_line() -> impl Strategy<Value = Line> {
	let amount = prop_oneof![3 => ED..5_000 * BTT, 1 => 1..=3 * ED];
	(0..=300u64, 1..=2_000u64, 0..=1_000u64, amount).prop_map(|(start, length, cliff, amount)| {
		let start = TGE + start;
		Line::new(start, start + length * cliff / 1_000, start + length, amount).unwrap()
	})
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(2_000))]

	/// **Theorem.** Whatever happens to a beneficiary (waiting, settling, transfers, burns, fees, holds and their
	/// release, slashes that are noted and slashes that are not, vested transfers, rotations, idle sweeps, in any
	/// order), the tokens that ever left it otherwise than by a slash are at most those that came in beside its lines
	/// and those that the lines, *as they were granted*, have vested by now:
	///
	/// `left <= received + vested(now)`.
	///
	/// So nothing makes unvested tokens liquid, not even a slash. Vested amounts are computed here from SPEC §3, with
	/// integers of 256 bit, and not by the pallet. After each operation there hold as well:
	///
	/// - I1: what leaves an account otherwise than by a slash leaves behind what is unvested, and what is reported as
	///   unvested is in the account.
	/// - I2: the balances add up to the issuance.
	/// - I3: `try_state`.
	/// - I4: what can be spent is at most the balance less what is unvested, or less what is on hold if that is more.
	///
	/// And in the end nothing stays behind: after the last line everything is free.
	#[test]
	fn nothing_makes_unvested_tokens_liquid(
		lines in prop::collection::vec((1..=BENEFICIARIES, any_line()), 1..=6),
		liquid in prop::collection::vec(prop_oneof![Just(0), ED..1_000 * BTT], ACCOUNTS as usize),
		ops in prop::collection::vec(op(), 20..=60),
	) {
		ExtBuilder::default().build().execute_with(|| {
			set_time(0);
			let mut records = BTreeMap::<AccountId, Record>::new();
			for (who, amount) in (1..=ACCOUNTS).zip(liquid) {
				// An account may hold less than the existential deposit only if it holds nothing.
				let amount = if who <= BENEFICIARIES { amount + ED } else { amount };
				if amount > 0 {
					assert_ok!(Balances::mint_into(&who, amount));
				}
			}
			for (who, line) in lines {
				let record = records
					.entry(who)
					.or_insert_with(|| Record { received: total(who), ..Default::default() });
				if record.lines.len() < MAX_LINES as usize {
					assert_ok!(Balances::mint_into(&who, line.total()));
					assert_ok!(<VestingSchedules as GrantVesting<AccountId>>::grant(&who, line));
					record.lines.push(line);
				}
			}
			set_time(TGE);
			check(&records);

			for op in &ops {
				step(op, &mut records);
			}

			set_time(TGE + 10_000);
			for who in 1..=ACCOUNTS {
				step(&Op::Vest(who), &mut records);
				assert_free(who);
			}
		});
	}
}
