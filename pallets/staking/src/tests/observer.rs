//! Whoever must know of stake and roles is told of every change.

use super::*;
use sp_runtime::DispatchResult;

const V: AccountId = VALIDATORS[0];

/// Of which accounts the observers were told in `work`, and of what stakes.
fn told(work: impl FnOnce() -> DispatchResult) -> Vec<(AccountId, Balance)> {
	Told::take();
	work().unwrap();
	Told::take().into_iter().collect()
}

#[test]
fn of_the_stake_of_genesis() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(Told::take().into_iter().collect::<Vec<_>>(), VALIDATORS.map(|who| (who, STAKE)));
	});
}

#[test]
fn of_every_change_of_bond_and_roles() {
	ExtBuilder::default().endow(BOB, BTT).unvested(ALICE, 10_000 * BTT, 1_000).build_and_execute(|| {
		let alice = || by(ALICE);
		let at = |btt| vec![(ALICE, btt * BTT)];
		assert_eq!(told(|| Staking::bond(alice(), 6_000 * BTT)), at(6_000));
		assert_eq!(told(|| Staking::add_role(alice(), Role::Provider)), at(6_000));
		assert_eq!(told(|| Staking::unbond(alice(), 2_000 * BTT)), at(4_000));
		assert_eq!(told(|| Staking::rebond(alice(), 1_000 * BTT)), at(5_000));
		assert_eq!(told(|| Staking::drop_role(alice(), Role::Provider)), at(5_000));

		assert_ok!(Staking::delegate(alice(), V, 1_000 * BTT));
		elect();
		offend(V, 10, 2);
		pass(DEFERRAL);
		assert_eq!(told(|| Staking::apply_slash(by(BOB), ALICE)), at(4_900));
		assert_eq!(told(|| Staking::apply_slash(by(BOB), V)), [(V, STAKE / 10 * 9)]);
		assert_ok!(Staking::accuse(&ALICE));
		let convict = || {
			Staking::convict(&ALICE, Role::Provider, Perbill::from_percent(10), &BOB);
			Ok(())
		};
		assert_eq!(told(convict), at(4_800));
		let rotated = told(|| VestingSchedules::rotate(alice(), CAROL));
		assert_eq!(rotated, [(ALICE, 0), (CAROL, 4_800 * BTT)]);
	});
}

#[test]
fn of_nothing_that_changes_neither() {
	ExtBuilder::default().endow(ALICE, 10_000 * BTT).build_and_execute(|| {
		assert_ok!(Staking::bond(by(ALICE), 6_000 * BTT));
		assert_ok!(Staking::unbond(by(ALICE), BTT));
		let told = told(|| {
			assert_ok!(Staking::delegate(by(ALICE), V, 1_000 * BTT));
			pass(ERA);
			reward_stakers(BTT);
			assert_ok!(Staking::payout(by(BOB), ALICE));
			assert_ok!(Staking::undelegate(by(ALICE), 1_000 * BTT));
			assert_ok!(Staking::accuse(&ALICE));
			Staking::acquit(&ALICE);
			assert_ok!(Staking::chill(by(V)));
			assert_ok!(Staking::validate(by(V), Perbill::zero()));
			pass(UNBONDING);
			Staking::withdraw_unbonded(by(BOB), ALICE)
		});
		assert!(told.is_empty());
	});
}
