//! What holds after every operation, whatever the operations are.

use super::*;
use crate::{CurrentEra, Elections, Joins, NextSession, SlashCount, Validators};
use frame_support::traits::{
	fungible::{Inspect, InspectHold},
	tokens::{Fortitude::Polite, Preservation::Expendable},
};
use proptest::prelude::*;
use sp_runtime::traits::Dispatchable;
use std::collections::BTreeMap;

/// The accounts that take part beside the validators; the first two have unvested tokens.
const ACCOUNTS: AccountId = 7;
const BENEFICIARIES: AccountId = 2;
const UNVESTED: Balance = 200_000 * BTT;

type StakingCall = crate::Call<Test>;

#[derive(Clone, Debug)]
enum Op {
	Bond(AccountId, Part),
	Unbond(AccountId, Part),
	Rebond(AccountId, Part),
	Withdraw(AccountId),
	AddRole(AccountId, Role),
	DropRole(AccountId, Role),
	Validate(AccountId, u32),
	Chill(AccountId),
	Commission(AccountId, u32),
	Delegate(AccountId, AccountId, Part),
	Undelegate(AccountId, Part),
	Payout(AccountId),
	Apply(AccountId),
	Cancel(AccountId, u32),
	Vest(AccountId),
	Transfer(AccountId, AccountId, Part),
	Rotate(AccountId, AccountId),
	Wait(u64),
	Elect,
	Author(AccountId, Balance),
	Stakers(Balance),
	Offend(AccountId, u32, u32),
	Accuse(AccountId),
	Acquit(AccountId),
	Convict(AccountId, Role, u32, AccountId),
}

/// Everybody: those of the other range, and the validators of genesis.
fn anybody() -> impl Strategy<Value = AccountId> {
	prop_oneof![3 => 1..=ACCOUNTS, 2 => proptest::sample::select(VALIDATORS.to_vec())]
}

/// An amount that is some hundredths of what there is, or a few units more.
#[derive(Clone, Copy, Debug)]
struct Part(u8, u8);

impl Part {
	fn of(self, whole: Balance) -> Balance {
		whole / 100 * Balance::from(self.0) + whole % 100 * Balance::from(self.0) / 100 + Balance::from(self.1)
	}

	/// Of something about the ledger of `who`.
	fn of_ledger(self, who: AccountId, what: impl FnOnce(&crate::LedgerOf<Test>) -> Balance) -> Balance {
		self.of(Ledgers::<Test>::get(who).as_ref().map_or(0, what))
	}
}

fn amount() -> impl Strategy<Value = Part> {
	prop_oneof![
		8 => (1..100u8).prop_map(|percent| Part(percent, 0)),
		4 => Just(Part(100, 0)),
		1 => (0..=110u8, 0..3u8).prop_map(|(percent, more)| Part(percent, more)),
	]
}

fn validator() -> impl Strategy<Value = AccountId> {
	prop_oneof![4 => proptest::sample::select(VALIDATORS[..2].to_vec()), 1 => anybody()]
}

fn role() -> impl Strategy<Value = Role> {
	proptest::sample::select(Role::ALL.to_vec())
}

fn op() -> impl Strategy<Value = Op> {
	prop_oneof![
		6 => (anybody(), amount()).prop_map(|(who, x)| Op::Bond(who, x)),
		4 => (anybody(), amount()).prop_map(|(who, x)| Op::Unbond(who, x)),
		2 => (anybody(), amount()).prop_map(|(who, x)| Op::Rebond(who, x)),
		4 => anybody().prop_map(Op::Withdraw),
		4 => (anybody(), role()).prop_map(|(who, role)| Op::AddRole(who, role)),
		2 => (anybody(), role()).prop_map(|(who, role)| Op::DropRole(who, role)),
		3 => (anybody(), 0..=100u32).prop_map(|(who, percent)| Op::Validate(who, percent)),
		1 => anybody().prop_map(Op::Chill),
		1 => (anybody(), 0..=5u32).prop_map(|(who, percent)| Op::Commission(who, percent)),
		6 => (1..=ACCOUNTS, validator(), amount()).prop_map(|(who, v, x)| Op::Delegate(who, v, x)),
		1 => (anybody(), anybody(), amount()).prop_map(|(who, v, x)| Op::Delegate(who, v, x)),
		3 => (anybody(), amount()).prop_map(|(who, x)| Op::Undelegate(who, x)),
		2 => anybody().prop_map(Op::Payout),
		8 => anybody().prop_map(Op::Apply),
		1 => (validator(), 0..2u32).prop_map(|(who, index)| Op::Cancel(who, index)),
		2 => (1..=BENEFICIARIES).prop_map(Op::Vest),
		2 => (anybody(), anybody(), amount()).prop_map(|(from, to, x)| Op::Transfer(from, to, x)),
		1 => (1..=BENEFICIARIES, 1..=ACCOUNTS).prop_map(|(from, to)| Op::Rotate(from, to)),
		8 => prop_oneof![1..ERA * 3, DAY..DAY * 15].prop_map(Op::Wait),
		4 => Just(Op::Elect),
		4 => (anybody(), 1..100_000u128).prop_map(|(who, x)| Op::Author(who, x * BTT / 1_000 + 7)),
		3 => (1..100_000u128).prop_map(|x| Op::Stakers(x * BTT / 1_000 + 13)),
		3 => (validator(), 1..=100u32, 0..4u32).prop_map(|(who, percent, ago)| Op::Offend(who, percent, ago)),
		4 => anybody().prop_map(Op::Accuse),
		2 => anybody().prop_map(Op::Acquit),
		3 => (anybody(), role(), 0..=100u32, anybody()).prop_map(|(who, role, x, by)| Op::Convict(who, role, x, by)),
	]
}

fn call(who: AccountId, call: impl Into<RuntimeCall>) -> bool {
	let before = sp_io::storage::root(sp_runtime::StateVersion::V1);
	let done = call.into().dispatch(by(who)).is_ok();
	if !done {
		assert_eq!(sp_io::storage::root(sp_runtime::StateVersion::V1), before, "a call that failed changed something");
	}
	done
}

/// A call that may fail, but then changes nothing.
fn try_call(who: AccountId, call: impl Into<RuntimeCall>) {
	self::call(who, call);
}

impl Op {
	/// Do it. Tells what was added to issuance.
	fn apply(&self) -> Balance {
		match *self {
			Self::Bond(who, part) => try_call(who, StakingCall::bond { amount: part.of(Balances::free_balance(who)) }),
			Self::Unbond(who, part) => {
				try_call(who, StakingCall::unbond { amount: part.of_ledger(who, |ledger| ledger.free()) })
			}
			Self::Rebond(who, part) => {
				try_call(who, StakingCall::rebond { amount: part.of_ledger(who, |ledger| ledger.unbonding()) })
			}
			Self::Withdraw(who) => try_call(1, StakingCall::withdraw_unbonded { who }),
			Self::AddRole(who, role) => try_call(who, StakingCall::add_role { role }),
			Self::DropRole(who, role) => try_call(who, StakingCall::drop_role { role }),
			Self::Validate(who, percent) => {
				try_call(who, StakingCall::validate { commission: Perbill::from_percent(percent) })
			}
			Self::Chill(who) => try_call(who, StakingCall::chill {}),
			Self::Commission(who, percent) => {
				try_call(who, StakingCall::set_commission { commission: Perbill::from_percent(percent) })
			}
			Self::Delegate(who, validator, part) => {
				let amount = part.of_ledger(who, |ledger| ledger.free());
				try_call(who, StakingCall::delegate { validator, amount })
			}
			Self::Undelegate(who, part) => {
				try_call(who, StakingCall::undelegate { amount: part.of_ledger(who, |ledger| ledger.delegated()) })
			}
			Self::Payout(who) => {
				let (before, due) = (total(who), rewards(who));
				if call(1, StakingCall::payout { who }) {
					assert_eq!(total(who), before + due, "a payout is not what was announced");
				}
			}
			Self::Apply(who) => try_call(1, StakingCall::apply_slash { who }),
			Self::Cancel(validator, index) => try_call(GOVERNANCE, StakingCall::cancel_slash { validator, index }),
			Self::Vest(target) => try_call(target, pallet_vesting_schedules::Call::vest { target }),
			Self::Transfer(from, dest, part) => {
				let value = part.of(Balances::reducible_balance(&from, Expendable, Polite));
				try_call(from, pallet_balances::Call::transfer_keep_alive { dest, value })
			}
			Self::Rotate(from, new) => try_call(from, pallet_vesting_schedules::Call::rotate { new }),
			Self::Wait(ms) => pass(ms),
			Self::Elect => {
				let elected = elect();
				assert!(!elected.is_empty(), "nobody was elected");
				Staking::start_session();
			}
			Self::Author(who, amount) => {
				Staking::note_author(&who);
				reward_author(who, amount);
				return amount;
			}
			Self::Stakers(amount) => {
				reward_stakers(amount);
				return amount;
			}
			Self::Offend(who, percent, ago) => offend(who, percent, NextSession::<Test>::get().saturating_sub(ago + 1)),
			Self::Accuse(who) => {
				accuse(who);
			}
			Self::Acquit(who) => {
				if disputed().contains_key(&who) {
					Staking::acquit(&who);
				}
			}
			Self::Convict(who, role, percent, challenger) => {
				if disputed().contains_key(&who) || accuse(who) {
					convict(who, role, Perbill::from_percent(percent), challenger);
				}
			}
		}
		0
	}
}

/// An accusation that may fail, but then changes nothing. Tells whether it did not.
fn accuse(who: AccountId) -> bool {
	let before = sp_io::storage::root(sp_runtime::StateVersion::V1);
	let done = Staking::accuse(&who).is_ok();
	assert!(done || sp_io::storage::root(sp_runtime::StateVersion::V1) == before, "an accusation failed halfway");
	done
}

/// A conviction, which takes what it should from where it should, to the unit.
fn convict(who: AccountId, role: Role, part: Perbill, challenger: AccountId) {
	use btt_primitives::vesting::Unvested;
	let ledger = ledger(who);
	let stands = ledger.pledge_for(role).unwrap_or(0).max(Staking::minimum(role));
	let due = part.mul_ceil(stands).min(ledger.held());
	let unvested = VestingSchedules::unvested(&who);
	let before = (total(who), total(challenger), Burned::get());
	assert_eq!(Staking::convict(&who, role, part, &challenger), due, "a conviction did not take what was due");
	let burned = Burned::get() - before.2;
	let reward = due - burned;
	assert_eq!(VestingSchedules::unvested(&who), unvested - due.min(unvested), "vested tokens went first");
	assert_eq!(total(who), before.0 - due);
	if who == challenger {
		assert_eq!(reward, 0);
	} else {
		assert_eq!(total(challenger), before.1 + reward);
		let fifth = due.saturating_sub(unvested) / 5;
		assert!(reward == fifth || reward == 0 && fifth < ED, "{reward} instead of {fifth}");
	}
}

/// What cannot leave, by account: what is at stake and disputed.
fn disputed() -> BTreeMap<AccountId, Balance> {
	Ledgers::<Test>::iter().filter(|(_, l)| l.accusations > 0).map(|(who, l)| (who, l.held())).collect()
}

/// Whoever has unvested tokens cannot spend or withdraw them.
fn assert_no_unvested_token_is_free() {
	use btt_primitives::vesting::Unvested;
	for who in 1..=ACCOUNTS {
		let (free, held) =
			(Balances::reducible_balance(&who, Expendable, Polite), Balances::total_balance_on_hold(&who));
		let unvested = VestingSchedules::unvested(&who);
		assert!(free <= total(who) - unvested.max(held).min(total(who)), "account {who} can spend unvested tokens");
	}
}

fn chain() -> ExtBuilder {
	let mut builder = ExtBuilder::default().commission(5);
	for who in 1..=ACCOUNTS {
		builder = builder.endow(who, 120_000 * BTT);
	}
	for who in 1..=BENEFICIARIES {
		builder = builder.unvested(who, UNVESTED, 60);
	}
	builder
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(1_000))]

	#[test]
	fn the_books_are_right_whatever_happens(ops in proptest::collection::vec(op(), 1..60)) {
		chain().build().execute_with(|| {
			check_state();
			let begin = Balances::total_issuance();
			let mut added = 0;
			for who in 1..=ACCOUNTS - 2 {
				assert_ok!(Staking::bond(by(who), 100_000 * BTT));
				if who % 2 == 0 {
					assert_ok!(Staking::delegate(by(who), VALIDATORS[0], 30_000 * BTT));
				}
			}
			elect();
			for op in &ops {
				let earned = |who| total(who) + rewards(who);
				let before: BTreeMap<_, _> = Validators::<Test>::iter_keys().map(|who| (who, earned(who))).collect();
				let disputed = disputed();
				added += op.apply();
				check_state();
				if !matches!(op, Op::Apply(..) | Op::Convict(..)) {
					for (who, before) in disputed {
						assert!(ledger(who).held() >= before, "{op:?} let disputed stake of {who} leave");
					}
				}
				assert_no_unvested_token_is_free();
				// Nothing is made or lost but what came in, and what slashes took.
				assert_eq!(Balances::total_issuance() + Burned::get(), begin + added, "{op:?}");
				if let Op::Bond(..) | Op::Delegate(..) | Op::Undelegate(..) = op {
					for (who, before) in before {
						assert!(earned(who).abs_diff(before) <= 2, "{op:?} changed what {who} has earned");
					}
				}
			}

			// Everybody can leave in the end, with everything.
			let everybody = || (1..=ACCOUNTS).chain(VALIDATORS);
			pass(DEFERRAL);
			for who in everybody() {
				while apply_slash(by(1), who).is_ok() {}
				while disputed().contains_key(&who) {
					Staking::acquit(&who);
				}
				for role in Role::ALL {
					let _ = drop_role(by(who), role);
				}
			}
			for who in everybody() {
				let Some(ledger) = Ledgers::<Test>::get(who) else { continue };
				if ledger.delegated() > 0 {
					match Staking::undelegate(by(who), ledger.delegated()) {
						Ok(()) => (),
						Err(error) => assert_eq!(error, Error::<Test>::TooManyBackings.into()),
					}
				}
				let ledger = self::ledger(who);
				if ledger.free() > 0 && ledger.delegated() == 0 {
					match unbond(by(who), ledger.free()) {
						Ok(()) => (),
						Err(error) => assert_eq!(error, Error::<Test>::TooManyChunks.into()),
					}
				}
			}
			check_state();
			pass(UNBONDING);
			for who in everybody() {
				let _ = Staking::withdraw_unbonded(by(1), who);
				let _ = Staking::payout(by(1), who);
				if let Some(ledger) = Ledgers::<Test>::get(who) {
					assert!(ledger.active > 0, "{who} is left with {ledger:?}");
				}
			}
			check_state();
		});
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(1_000))]

	/// However delegators come and go between the offence and its slash, each loses exactly the fraction of what
	/// counted in the election of the offence.
	#[test]
	fn a_slash_takes_its_fraction_of_what_was_elected(
		stakes in proptest::collection::vec(10..100_000u128, 7),
		leaving in proptest::collection::vec(0..100u128, 7),
		later in proptest::collection::vec(0..1_000u128, 7),
		percent in 1..=100u32,
		days in 0..13u64,
	) {
		let mut builder = ExtBuilder::default();
		for who in 1..=ACCOUNTS {
			builder = builder.endow(who, 200_000 * BTT);
		}
		builder.build().execute_with(|| {
			let validator = VALIDATORS[0];
			for who in 1..=ACCOUNTS {
				bond_behind(who, validator, stakes[who as usize - 1] * BTT);
			}
			elect();
			let session = NextSession::<Test>::get() - 1;
			let elected = Elections::<Test>::get(session).unwrap();
			let (_, exposed) = *elected.validators.iter().find(|(who, _)| *who == validator).unwrap();
			for who in 1..=ACCOUNTS {
				let (stake, leaving) = (stakes[who as usize - 1] * BTT, leaving[who as usize - 1]);
				let amount = stake * leaving / 100;
				if Staking::undelegate(by(who), amount).is_ok() {
					let _ = unbond(by(who), amount);
				}
				let amount = later[who as usize - 1] * BTT;
				if Staking::bond(by(who), amount).is_ok() {
					let _ = Staking::delegate(by(who), validator, amount);
				}
			}
			pass(days * DAY);
			elect();
			offend(validator, percent, session);
			pass(DEFERRAL);
			let mut taken = 0;
			for who in (1..=ACCOUNTS).chain([validator]) {
				let before = total(who);
				assert_ok!(apply_slash(by(1), who));
				check_state();
				let stake = if who == validator { STAKE } else { stakes[who as usize - 1] * BTT };
				let lost = before - total(who);
				let expected = Perbill::from_percent(percent).mul_floor(stake);
				assert!(expected - lost <= 2, "{who} lost {lost} instead of {expected}");
				taken += lost;
			}
			assert_eq!(Burned::get(), taken);
			assert!(Perbill::from_percent(percent).mul_floor(exposed) - taken <= 20);
			assert_eq!(SlashCount::<Test>::get(validator), 1);
		});
	}
}

#[test]
fn the_state_of_an_idle_chain_does_not_grow() {
	ExtBuilder::default().endow(ALICE, 2 * STAKE).build_and_execute(|| {
		bond_behind(ALICE, VALIDATORS[0], STAKE);
		for _ in 0..200 {
			pass(ERA);
			elect();
			reward_author(VALIDATORS[0], BTT);
			reward_stakers(BTT);
		}
		assert!(Elections::<Test>::iter().count() <= 64);
		assert!(Joins::<Test>::iter().count() <= 7);
		assert_eq!(CurrentEra::<Test>::get().index, 201);
	});
}
