use super::*;

#[test]
fn the_minimums_of_roles_add_up() {
	ExtBuilder::default().endow(ALICE, 10_000 * BTT).build_and_execute(|| {
		assert_ok!(Staking::bond(by(ALICE), 6_005 * BTT));
		assert_ok!(Staking::add_role(by(ALICE), Role::Provider));
		assert_eq!(last_event(), Event::RoleAdded { who: ALICE, role: Role::Provider, pledge: 1_000 * BTT });
		assert_ok!(Staking::add_role(by(ALICE), Role::Verifier));
		assert_noop!(Staking::add_role(by(ALICE), Role::Governance), Error::<Test>::InsufficientBond);
		assert_ok!(Staking::bond(by(ALICE), 5 * BTT));
		assert_ok!(Staking::add_role(by(ALICE), Role::Governance));
		assert_stake(ALICE, 6_010 * BTT, 0, 0);
		assert!([Role::Provider, Role::Verifier, Role::Governance].iter().all(|r| Staking::has_role(&ALICE, *r)));
		assert!(!Staking::has_role(&ALICE, Role::Premium));
		let info = Staking::staker(&ALICE).unwrap();
		assert_eq!(info.roles, [Role::Provider, Role::Verifier, Role::Governance]);
		assert_eq!((info.bonded, info.unbonding, info.rewards, info.tier), (6_010 * BTT, 0, 0, Tier::None));
	});
}

#[test]
fn a_dropped_role_frees_its_pledge() {
	ExtBuilder::default().endow(ALICE, 10_000 * BTT).build_and_execute(|| {
		assert_noop!(Staking::add_role(by(ALICE), Role::Provider), Error::<Test>::NotFound);
		assert_ok!(Staking::bond(by(ALICE), 1_000 * BTT));
		assert_ok!(Staking::add_role(by(ALICE), Role::Premium));
		assert_noop!(Staking::add_role(by(ALICE), Role::Premium), Error::<Test>::RoleHeld);
		assert_noop!(drop_role(by(ALICE), Role::Clinic), Error::<Test>::NoRole);
		assert_ok!(drop_role(by(ALICE), Role::Premium));
		assert_eq!(last_event(), Event::RoleDropped { who: ALICE, role: Role::Premium });
		assert_stake(ALICE, 1_000 * BTT, 0, 1_000 * BTT);
		assert!(!Staking::has_role(&ALICE, Role::Premium));
	});
}

#[test]
fn a_raised_minimum_ends_roles_until_the_pledge_is_raised() {
	ExtBuilder::default().endow(ALICE, 10_000 * BTT).build_and_execute(|| {
		assert_ok!(Staking::bond(by(ALICE), 2_500 * BTT));
		assert_ok!(Staking::add_role(by(ALICE), Role::Provider));
		Factor::set(2);
		assert!(!Staking::has_role(&ALICE, Role::Provider));
		assert_ok!(Staking::add_role(by(ALICE), Role::Provider));
		assert!(Staking::has_role(&ALICE, Role::Provider));
		assert_stake(ALICE, 2_500 * BTT, 0, 500 * BTT);
		Factor::set(1);
		assert!(Staking::has_role(&ALICE, Role::Provider));
	});
}

#[test]
fn minimums_are_clamped_to_their_bounds() {
	ExtBuilder::default().build_and_execute(|| {
		Factor::set(0);
		assert_eq!(Staking::minimum(Role::Provider), BTT);
		Factor::set(1_000_000);
		assert_eq!(Staking::minimum(Role::Provider), 1_000_000 * BTT);
		Factor::set(1);
	});
}
