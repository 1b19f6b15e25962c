//! Whoever must know of stake and roles is told of every change.

use super::*;
use frame_support::weights::Weight;
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
		assert_eq!(told(|| unbond(alice(), 2_000 * BTT)), at(4_000));
		assert_eq!(told(|| Staking::rebond(alice(), 1_000 * BTT)), at(5_000));
		assert_eq!(told(|| drop_role(alice(), Role::Provider)), at(5_000));

		assert_ok!(Staking::delegate(alice(), V, 1_000 * BTT));
		elect();
		offend(V, 10, 2);
		pass(DEFERRAL);
		assert_eq!(told(|| apply_slash(by(BOB), ALICE)), at(4_900));
		assert_eq!(told(|| apply_slash(by(BOB), V)), [(V, STAKE / 10 * 9)]);
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
fn of_what_reduces_a_stake_and_not_of_what_raises_it() {
	ExtBuilder::default().endow(BOB, BTT).unvested(ALICE, 10_000 * BTT, 1_000).build_and_execute(|| {
		let alice = || by(ALICE);
		assert_ok!(Staking::bond(alice(), 6_000 * BTT));
		assert_ok!(Staking::add_role(alice(), Role::Provider));
		assert!(Reduced::take().is_empty());
		assert_ok!(unbond(alice(), 2_000 * BTT));
		assert_eq!(Reduced::take(), [ALICE]);
		assert_ok!(Staking::rebond(alice(), 1_000 * BTT));
		assert!(Reduced::take().is_empty());
		assert_ok!(drop_role(alice(), Role::Provider));
		assert_eq!(Reduced::take(), [ALICE]);
		assert_ok!(Staking::delegate(alice(), V, 1_000 * BTT));
		assert!(Reduced::take().is_empty());
		elect();
		offend(V, 10, 2);
		pass(DEFERRAL);
		assert_ok!(apply_slash(by(BOB), ALICE));
		assert_ok!(apply_slash(by(BOB), V));
		assert_eq!(Reduced::take(), [ALICE, V]);
		assert_ok!(Staking::accuse(&ALICE));
		Staking::convict(&ALICE, Role::Provider, Perbill::from_percent(10), &BOB);
		assert_eq!(Reduced::take(), [ALICE]);
		assert_ok!(VestingSchedules::rotate(alice(), CAROL));
		assert_eq!(Reduced::take(), [ALICE]);
	});
}

#[test]
fn and_whoever_reduces_its_stake_pays_for_what_they_make_of_it() {
	use frame_support::dispatch::GetDispatchInfo;
	ExtBuilder::default().endow(ALICE, 10_000 * BTT).endow(BOB, 10_000 * BTT).build_and_execute(|| {
		for (who, theirs) in [(ALICE, 1_000), (BOB, 1)] {
			assert_ok!(Staking::bond(by(who), 100 * BTT));
			let own = <() as crate::WeightInfo>::unbond();
			let declared = crate::Call::<Test>::unbond { amount: BTT }.get_dispatch_info().call_weight;
			assert_eq!(declared, own.saturating_add(Weight::from_parts(1_000_000, 0)));
			let weighed = own.saturating_add(Weight::from_parts(theirs, 0));
			let info = Staking::unbond(by(who), BTT).expect("there is something");
			assert_eq!(info.actual_weight, Some(weighed));
			// Also when it is refused.
			let refusal = Staking::unbond(by(who), 1_000 * BTT).expect_err("there is not so much");
			assert_eq!(refusal.post_info.actual_weight, Some(weighed));
		}
	});
}

#[test]
fn of_nothing_that_changes_neither() {
	ExtBuilder::default().endow(ALICE, 10_000 * BTT).build_and_execute(|| {
		assert_ok!(Staking::bond(by(ALICE), 6_000 * BTT));
		assert_ok!(unbond(by(ALICE), BTT));
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
