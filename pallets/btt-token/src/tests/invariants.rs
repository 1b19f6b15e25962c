//! Random sequences of all calls at random times.

use super::*;
use btt_primitives::{schedule, vesting::OnRotate};
use frame_support::StorageNoopGuard;
use proptest::{collection::vec, prelude::*};

/// A milestone or an objection: the nth of those that exist when the action is applied, mostly.
type Pick = usize;

#[derive(Clone, Debug)]
enum Action {
	Wait(Moment),
	Release { allocation: Allocation, to: AccountId, amount: Balance },
	ReleaseHeadroom { allocation: Allocation, to: AccountId, beyond: Balance },
	GiveBack { allocation: Allocation, from: AccountId, percent: Balance },
	Create { initiative: Initiative, amount: Balance, term: Moment, grantee: AccountId },
	File(Pick),
	Object { pick: Pick, who: AccountId, percent: Balance },
	WithdrawOwn(Pick),
	Withdraw { pick: Pick, by: AccountId },
	Decide { pick: Pick, accept: bool },
	Conclude(Pick),
	Claim(Pick),
	Transfer { from: AccountId, to: AccountId, amount: Balance },
	Gift { allocation: Allocation, from: AccountId, amount: Balance },
	Rotate { from: AccountId, to: AccountId },
}

fn allocations() -> impl Strategy<Value = Allocation> {
	prop_oneof![
		3 => Just(Allocation::CommunityIncentives),
		6 => Just(Allocation::EcosystemGrowthFund),
		2 => Just(Allocation::UnallocatedReserve),
		1 => prop::sample::select(&Allocation::ALL[..]),
	]
}

fn accounts() -> impl Strategy<Value = AccountId> {
	prop::sample::select(vec![account(1), account(3), account(6), GRANTEE, NOBODY])
}

/// Anything from one unit to a large allocation, and the amounts where rules change.
fn amounts() -> impl Strategy<Value = Balance> {
	prop_oneof![
		1 => prop::sample::select(vec![0, 1, ED - 1, ED, ED + 1]),
		2 => 1..10_000 * BTT,
		3 => 10_000 * BTT..1_000_000 * BTT,
		2 => 1_000_000 * BTT..32_000_000 * BTT,
	]
}

fn waits() -> impl Strategy<Value = Moment> {
	prop_oneof![
		3 => 1..DAY,
		2 => prop::sample::select(vec![PERIOD, PERIOD + 1]),
		2 => 10 * DAY..20 * DAY,
		3 => 20 * DAY..300 * DAY,
	]
}

fn actions() -> impl Strategy<Value = Action> {
	let pick = || 0..8usize;
	prop_oneof![
		6 => waits().prop_map(Action::Wait),
		3 => (allocations(), accounts(), amounts())
			.prop_map(|(allocation, to, amount)| Action::Release { allocation, to, amount }),
		3 => (allocations(), accounts(), 0..2u128)
			.prop_map(|(allocation, to, beyond)| Action::ReleaseHeadroom { allocation, to, beyond }),
		3 => (allocations(), accounts(), 0..102u128)
			.prop_map(|(allocation, from, percent)| Action::GiveBack { allocation, from, percent }),
		4 => (prop::sample::select(&Initiative::ALL[..2]), amounts(), 1..300 * DAY, accounts())
			.prop_map(|(initiative, amount, term, grantee)| Action::Create { initiative, amount, term, grantee }),
		6 => pick().prop_map(Action::File),
		6 => (pick(), accounts(), prop_oneof![Just(100), 0..102u128])
			.prop_map(|(pick, who, percent)| Action::Object { pick, who, percent }),
		2 => pick().prop_map(Action::WithdrawOwn),
		2 => (pick(), accounts()).prop_map(|(pick, by)| Action::Withdraw { pick, by }),
		4 => (pick(), any::<bool>()).prop_map(|(pick, accept)| Action::Decide { pick, accept }),
		5 => pick().prop_map(Action::Conclude),
		5 => pick().prop_map(Action::Claim),
		2 => (accounts(), accounts(), amounts()).prop_map(|(from, to, amount)| Action::Transfer { from, to, amount }),
		1 => (allocations(), accounts(), amounts())
			.prop_map(|(allocation, from, amount)| Action::Gift { allocation, from, amount }),
		1 => (accounts(), accounts()).prop_map(|(from, to)| Action::Rotate { from, to }),
	]
}

/// The milestones that exist and, if no earlier one does, one that does not.
fn picked_milestone(pick: Pick) -> MilestoneId {
	let mut ids = crate::Milestones::<Test>::iter_keys().collect::<Vec<_>>();
	ids.sort();
	ids.push(crate::NextMilestone::<Test>::get());
	ids[pick % ids.len()]
}

fn picked_objection(pick: Pick) -> (MilestoneId, AccountId) {
	let mut objections = crate::ObjectionsOf::<Test>::iter()
		.flat_map(|(who, list)| list.iter().map(|objection| (objection.milestone, who.clone())).collect::<Vec<_>>())
		.collect::<Vec<_>>();
	objections.sort();
	objections.push((0, NOBODY));
	objections[pick % objections.len()].clone()
}

fn apply(action: Action) -> DispatchResult {
	match action {
		Action::Wait(ms) => {
			pass(ms);
			Ok(())
		}
		Action::Release { allocation, to, amount } => release(allocation, to, amount),
		Action::ReleaseHeadroom { allocation, to, beyond } => {
			release(allocation, to, headroom().min(BttToken::remaining(allocation)) + beyond)
		}
		Action::GiveBack { allocation, from, percent } => {
			let released = crate::Discretionary::<Test>::get().of(allocation).unwrap_or(BTT);
			BttToken::give_back(by(from), allocation, released * percent / 100)
		}
		Action::Create { initiative, amount, term, grantee } => {
			BttToken::create_milestone(by(GOVERNANCE), initiative, amount, now() + term, grantee)
		}
		Action::File(pick) => {
			let id = picked_milestone(pick);
			let grantee = crate::Milestones::<Test>::get(id).map_or(NOBODY, |milestone| milestone.grantee);
			BttToken::file_evidence(by(grantee), id, EVIDENCE)
		}
		Action::Object { pick, who, percent } => {
			let power = TotalBalances::power_of(&who) * percent / 100;
			BttToken::object(by(who), picked_milestone(pick), power)
		}
		Action::WithdrawOwn(pick) => {
			let (id, who) = picked_objection(pick);
			BttToken::withdraw_objection(by(who.clone()), id, who)
		}
		Action::Withdraw { pick, by: caller } => {
			let (id, who) = picked_objection(pick);
			BttToken::withdraw_objection(by(caller), id, who)
		}
		Action::Decide { pick, accept } => BttToken::decide(by(GOVERNANCE), picked_milestone(pick), accept),
		Action::Conclude(pick) => BttToken::conclude(by(NOBODY), picked_milestone(pick)),
		Action::Claim(pick) => BttToken::claim_milestone(by(NOBODY), picked_milestone(pick)),
		Action::Transfer { from, to, amount } => Balances::transfer_keep_alive(by(from), to, amount),
		Action::Gift { allocation, from, amount } => {
			Balances::transfer_keep_alive(by(from), BttToken::pot_of(allocation), amount)
		}
		Action::Rotate { from, to } => BttToken::on_rotate(&from, &to),
	}
}

/// The units below the cap at `at`, as the schedules of the primitives tell it, with nothing of the pallet but what it
/// released.
fn below_cap(at: Moment) -> Option<Balance> {
	let tge = month(0);
	let lines = Allocation::ALL
		.into_iter()
		.filter_map(|allocation| schedule::institutional_line(tge, allocation, allocation.total()))
		.chain(Initiative::ALL.into_iter().filter_map(|initiative| schedule::initiative_line(tge, initiative)));
	let counted = lines.map(|line| line.vested(at)).sum::<Balance>()
		+ schedule::emission(Instants::get().mining_start).unwrap().at(at);
	let released = Allocation::ALL[7..].iter().map(|allocation| discretionary(*allocation)).sum::<Balance>();
	schedule::release_cap(tge).unwrap().at(at).checked_sub(counted + released)
}

/// Breakpoints of the whole economy, the ms before each, and what lies between them.
fn later_instants() -> impl Iterator<Item = Moment> {
	let now = now();
	[3, 6, 12, 24, 30, 36, 48, 60, 72, 96]
		.into_iter()
		.flat_map(|months| {
			let from_mining = btt_math::calendar::add_months(Instants::get().mining_start, months).unwrap();
			[month(months) - 1, month(months), month(months) + 100 * DAY, from_mining]
		})
		.filter(move |at| *at > now)
		.chain([now])
}

fn check_everything() {
	check_state();
	assert_eq!(Balances::total_issuance(), TOTAL_SUPPLY);
	for at in later_instants() {
		assert!(below_cap(at).is_some(), "the cap of {at} is exceeded");
	}
	let accounts = frame_system::Account::<Test>::iter_values();
	assert_eq!(accounts.map(|account| account.data.free + account.data.reserved).sum::<Balance>(), TOTAL_SUPPLY);
}

fn run(launch_month: u32, actions: Vec<Action>) {
	ExtBuilder::default().launched_in_month(launch_month).build_and_execute(|| {
		// Two holders that can object, but not suspend.
		assert_ok!(transfer(account(1), NOBODY, 100_000 * BTT));
		assert_ok!(transfer(account(1), GRANTEE, 20_000 * BTT));
		check_everything();
		for action in actions {
			let fits = headroom();
			let is_own = !matches!(action, Action::Transfer { .. } | Action::Gift { .. });
			let guard = StorageNoopGuard::new();
			let released = match &action {
				Action::Release { amount, .. } => Some(*amount),
				Action::ReleaseHeadroom { allocation, beyond, .. } => {
					Some(fits.min(BttToken::remaining(*allocation)) + beyond)
				}
				_ => None,
			};
			let result = apply(action);
			if result.is_ok() || !is_own {
				// Something may have changed.
				core::mem::forget(guard);
			}
			match result {
				Ok(()) => assert!(released.is_none_or(|amount| amount <= fits)),
				Err(error) => {
					let exceeds: DispatchError = Error::<Test>::ExceedsHeadroom(Fits::from_units(fits)).into();
					assert!(error != exceeds || released.is_some_and(|amount| amount > fits));
				}
			}
			check_everything();
		}
	});
}

/// All that the milestones of an initiative were paid is what the line allows, whatever the order of claims.
fn pay_along_the_line(amounts: Vec<Balance>, waits: Vec<(usize, Moment)>) {
	ExtBuilder::default().build_and_execute(|| {
		let line = schedule::initiative_line(month(0), Initiative::CoreProtocol).unwrap();
		let mut ids = Vec::new();
		for amount in amounts {
			if ledger().committed + amount <= Initiative::CoreProtocol.total() {
				ids.push(accepted(amount));
			}
		}
		for (first, wait) in waits {
			pass(wait);
			for offset in 0..ids.len() {
				let id = ids[(first + offset) % ids.len()];
				let _ = BttToken::claim_milestone(by(NOBODY), id);
				check_state();
			}
			let InitiativeLedger { accepted, released, .. } = ledger();
			assert_eq!(released, line.vested(now()).min(accepted));
		}
		set_time(month(48).max(now()));
		for id in ids {
			let _ = BttToken::claim_milestone(by(NOBODY), id);
		}
		assert_eq!(ledger().released, ledger().committed);
		assert_eq!(crate::Milestones::<Test>::iter().count(), 0);
	});
}

/// Whatever is drawn in whatever steps, the pot follows the ledger to the unit.
fn drain(steps: Vec<Balance>) {
	let fund = Allocation::EcosystemGrowthFund;
	ExtBuilder::default().build_and_execute(|| {
		set_time(month(100));
		assert_ok!(release(fund, NOBODY, fund.total() - 3 * ED));
		for step in steps {
			let before = pot_balance(fund);
			match release(fund, NOBODY, step) {
				Ok(()) => assert_eq!(pot_balance(fund), before - step),
				Err(_) => assert!(step == 0 || step > before),
			}
			check_state();
		}
		let rest = pot_balance(fund);
		if rest > 0 {
			assert_ok!(release(fund, NOBODY, rest));
		}
		assert_eq!(pot_balance(fund), 0);
		assert_eq!(Balances::total_issuance(), TOTAL_SUPPLY);
	});
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(1_000))]

	#[test]
	fn any_sequence_of_calls_keeps_every_invariant(
		launch_month in prop::sample::select(vec![0, 5, 11, 20, 35, 59]),
		actions in vec(actions(), 1..80),
	) {
		run(launch_month, actions);
	}

	#[test]
	fn payments_follow_the_line_in_any_order(
		amounts in vec(ED..6_000_000 * BTT, 1..6),
		waits in vec((0..6usize, 0..500 * DAY), 1..6),
	) {
		pay_along_the_line(amounts, waits);
	}

	#[test]
	fn a_pot_can_be_emptied_in_any_steps(
		steps in vec(prop_oneof![0..4u128, ED - 2..ED + 2, 1..ED, 1..2 * ED], 0..12),
	) {
		drain(steps);
	}
}
