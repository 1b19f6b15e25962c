use super::*;

const V: AccountId = VALIDATORS[0];

#[test]
fn a_beneficiary_moves_bond_roles_delegation_and_rewards() {
	ExtBuilder::default().unvested(ALICE, 10_000 * BTT, 1_000).build_and_execute(|| {
		assert_ok!(Staking::bond(by(ALICE), 9_000 * BTT));
		assert_ok!(Staking::add_role(by(ALICE), Role::Provider));
		assert_ok!(Staking::delegate(by(ALICE), V, 5_000 * BTT));
		assert_ok!(unbond(by(ALICE), 500 * BTT));
		pass(ERA);
		reward_stakers(100 * BTT);
		let (before, owed) = (ledger(ALICE), rewards(ALICE));
		assert!(owed > 0);
		assert_ok!(VestingSchedules::rotate(by(ALICE), BOB));
		check_state();
		assert_eq!(Ledgers::<Test>::get(ALICE), None);
		assert_eq!((ledger(BOB), rewards(BOB)), (before, owed));
		assert_eq!((Told::get()[&ALICE], Told::get()[&BOB]), (0, 8_500 * BTT));
		assert_ok!(Staking::payout(by(CAROL), BOB));
		assert_eq!(total(BOB), 10_000 * BTT + owed);
	});
}

#[test]
fn the_accused_validators_and_those_to_accounts_with_stake_do_not_move() {
	ExtBuilder::default()
		.endow(BOB, 100 * BTT)
		.unvested(ALICE, 10_000 * BTT, 1_000)
		.unvested(VALIDATORS[1], 10_000 * BTT, 1_000)
		.build_and_execute(|| {
			bond_behind(ALICE, V, 9_000 * BTT);
			elect();
			assert_ok!(Staking::bond(by(BOB), 50 * BTT));
			assert_noop!(VestingSchedules::rotate(by(ALICE), BOB), Error::<Test>::AlreadyBonded);
			assert_noop!(VestingSchedules::rotate(by(VALIDATORS[1]), CAROL), Error::<Test>::IsValidator);
			offend(V, 10, 2);
			assert_noop!(VestingSchedules::rotate(by(ALICE), CAROL), Error::<Test>::Accused);
			pass(DEFERRAL);
			assert_noop!(VestingSchedules::rotate(by(ALICE), CAROL), Error::<Test>::SlashDue);
			assert_ok!(apply_slash(by(BOB), ALICE));
			assert_ok!(VestingSchedules::rotate(by(ALICE), CAROL));
		});
}
