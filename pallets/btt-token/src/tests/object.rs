use super::*;
use frame_support::traits::ReservableCurrency;
use sp_runtime::TokenError;

/// Give `amount` to `to` from the largest holder.
fn give(to: AccountId, amount: Balance) {
	assert_ok!(transfer(account(1), to, amount));
}

#[test]
fn an_objection_counts_the_power_of_the_moment() {
	ExtBuilder::default().build_and_execute(|| {
		give(NOBODY, 10_000 * BTT);
		let id = filed(BTT);
		assert_ok!(object(NOBODY, id));
		System::assert_last_event(
			Event::Objected { id, who: NOBODY, power: 10_000 * BTT, objected: 10_000 * BTT }.into(),
		);
		// What comes later does not count, and is not frozen.
		give(NOBODY, 10_000 * BTT);
		assert!(matches!(stored(id).state, MilestoneState::Filed { objected, .. } if objected == 10_000 * BTT));
		assert_ok!(transfer(NOBODY, GRANTEE, 10_000 * BTT));
	});
}

#[test]
fn one_percent_of_all_power_suspends() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(BttToken::objection_threshold(), THRESHOLD);
		give(NOBODY, THRESHOLD - 10_000 * BTT);
		give(GRANTEE, 10_000 * BTT);
		let id = filed(BTT);
		assert_ok!(object(NOBODY, id));
		assert!(matches!(stored(id).state, MilestoneState::Filed { .. }));
		assert_ok!(object(GRANTEE, id));
		assert_eq!(stored(id).state, MilestoneState::Suspended { evidence: EVIDENCE, objected: THRESHOLD });
		System::assert_last_event(Event::MilestoneSuspended { id }.into());
	});
}

#[test]
fn one_unit_less_than_one_percent_does_not_suspend() {
	ExtBuilder::default().build_and_execute(|| {
		give(NOBODY, THRESHOLD - 1);
		let id = filed(BTT);
		assert_ok!(object(NOBODY, id));
		assert!(matches!(stored(id).state, MilestoneState::Filed { .. }));
		pass(PERIOD + 1);
		assert_ok!(BttToken::conclude(by(NOBODY), id));
	});
}

#[test]
fn tokens_in_pots_make_the_threshold_no_higher() {
	ExtBuilder::default().build_and_execute(|| {
		set_time(month(7));
		assert_ok!(release(Allocation::EcosystemGrowthFund, NOBODY, 1_000 * BTT));
		assert_eq!(BttToken::objection_threshold(), THRESHOLD + 10 * BTT);
		assert_ok!(BttToken::give_back(by(NOBODY), Allocation::EcosystemGrowthFund, 900 * BTT));
		assert_eq!(BttToken::objection_threshold(), THRESHOLD + BTT);
	});
}

#[test]
fn a_fraction_of_a_unit_makes_the_threshold_a_unit_higher() {
	ExtBuilder::default().build_and_execute(|| {
		set_time(month(7));
		assert_ok!(release(Allocation::EcosystemGrowthFund, NOBODY, ED));
		assert_ok!(release(Allocation::EcosystemGrowthFund, NOBODY, 1));
		assert_eq!(BttToken::objection_threshold(), THRESHOLD + ED / 100 + 1);
	});
}

#[test]
fn an_objection_freezes_what_it_counts_until_it_is_withdrawn() {
	ExtBuilder::default().build_and_execute(|| {
		give(NOBODY, 10_000 * BTT);
		let id = filed(BTT);
		assert_ok!(object(NOBODY, id));
		assert_eq!(objection_freeze(&NOBODY), 10_000 * BTT);
		assert_noop!(transfer(NOBODY, GRANTEE, ED), TokenError::Frozen);
	});
}

#[test]
fn the_same_tokens_cannot_object_twice() {
	ExtBuilder::default().build_and_execute(|| {
		give(NOBODY, 10_000 * BTT);
		let id = filed(BTT);
		assert_ok!(object(NOBODY, id));
		assert_noop!(object(NOBODY, id), Error::<Test>::AlreadyObjected);
		// What came later may object elsewhere.
		give(NOBODY, 5_000 * BTT);
		assert_ok!(transfer(NOBODY, GRANTEE, 5_000 * BTT));
		assert_noop!(transfer(NOBODY, GRANTEE, ED), TokenError::Frozen);
		assert_ok!(object(GRANTEE, id));
		assert!(matches!(stored(id).state, MilestoneState::Filed { objected, .. } if objected == 15_000 * BTT));
	});
}

#[test]
fn reserved_tokens_do_not_let_frozen_ones_go() {
	ExtBuilder::default().build_and_execute(|| {
		give(NOBODY, 10_000 * BTT);
		assert_ok!(Balances::reserve(&NOBODY, 3_000 * BTT));
		let id = filed(BTT);
		assert_ok!(object(NOBODY, id));
		assert_eq!(objection_freeze(&NOBODY), 10_000 * BTT);
		assert_noop!(transfer(NOBODY, GRANTEE, ED), TokenError::Frozen);
		assert_ok!(Balances::reserve(&NOBODY, 3_000 * BTT));
		assert_noop!(transfer(NOBODY, GRANTEE, ED), TokenError::Frozen);
		Balances::unreserve(&NOBODY, 6_000 * BTT);
		assert_noop!(transfer(NOBODY, GRANTEE, ED), TokenError::Frozen);
	});
}

#[test]
fn objections_to_several_milestones_freeze_the_most_that_one_needs() {
	ExtBuilder::default().build_and_execute(|| {
		give(NOBODY, 10_000 * BTT);
		let (first, second) = (filed(BTT), filed(BTT));
		assert_ok!(object(NOBODY, first));
		give(NOBODY, 2_000 * BTT);
		assert_eq!(objection_freeze(&NOBODY), 10_000 * BTT);
		assert_ok!(object(NOBODY, second));
		assert_eq!(objection_freeze(&NOBODY), 12_000 * BTT);
	});
}

#[test]
fn an_objection_is_at_least_a_hundredth_of_the_threshold() {
	ExtBuilder::default().build_and_execute(|| {
		let least = THRESHOLD / 100;
		give(NOBODY, least - 1);
		let id = filed(BTT);
		assert_noop!(object(NOBODY, id), Error::<Test>::PowerTooLow);
		assert_noop!(object(GRANTEE, id), Error::<Test>::PowerTooLow);
		give(NOBODY, 1_000 * BTT);
		assert_ok!(object(NOBODY, id));
	});
}

#[test]
fn a_hundred_of_the_least_objections_suspend() {
	ExtBuilder::default().build_and_execute(|| {
		let id = filed(BTT);
		for n in 0..100 {
			assert!(matches!(stored(id).state, MilestoneState::Filed { .. }), "suspended by {n}");
			let who = account(100 + n);
			give(who.clone(), THRESHOLD / 100);
			assert_ok!(object(who, id));
		}
		assert!(matches!(stored(id).state, MilestoneState::Suspended { .. }));
	});
}

#[test]
fn a_pot_cannot_object() {
	ExtBuilder::default().build_and_execute(|| {
		let id = filed(BTT);
		let pot = BttToken::pot_of(Allocation::MiningRewards);
		assert_noop!(object(pot, id), Error::<Test>::PowerTooLow);
	});
}

#[test]
fn objections_need_an_open_window() {
	ExtBuilder::default().build_and_execute(|| {
		let objector = account(6);
		assert_noop!(object(objector.clone(), 0), Error::<Test>::NotFound);
		let id = milestone(BTT);
		assert_noop!(object(objector.clone(), id), Error::<Test>::NoObjectionWindow);
		assert_ok!(BttToken::file_evidence(by(GRANTEE), id, EVIDENCE));
		pass(PERIOD + 1);
		assert_noop!(object(objector.clone(), id), Error::<Test>::NoObjectionWindow);
		assert_ok!(BttToken::conclude(by(NOBODY), id));
		assert_noop!(object(objector.clone(), id), Error::<Test>::NoObjectionWindow);
		let id = suspended(BTT);
		assert_noop!(object(objector, id), Error::<Test>::NoObjectionWindow);
		assert_noop!(BttToken::object(RuntimeOrigin::root(), id, BTT), DispatchError::BadOrigin);
	});
}

#[test]
fn the_last_ms_of_the_window_belongs_to_it() {
	ExtBuilder::default().build_and_execute(|| {
		let id = filed(BTT);
		pass(PERIOD);
		assert_noop!(BttToken::conclude(by(NOBODY), id), Error::<Test>::TooEarly);
		assert_ok!(object(account(6), id));
		assert!(matches!(stored(id).state, MilestoneState::Suspended { .. }));
	});
}

#[test]
fn the_objections_of_an_account_are_bounded() {
	ExtBuilder::default().build_and_execute(|| {
		give(NOBODY, 10_000 * BTT);
		// Sixteen objections, left where they are when their milestones are accepted.
		for _ in 0..4 {
			let ids = [filed(BTT), filed(BTT), filed(BTT), filed(BTT)];
			for id in ids {
				assert_ok!(object(NOBODY, id));
			}
			pass(PERIOD + 1);
			for id in ids {
				assert_ok!(BttToken::conclude(by(GRANTEE), id));
			}
		}
		let id = filed(BTT);
		assert_noop!(object(NOBODY, id), Error::<Test>::TooManyObjections);
		assert_ok!(BttToken::withdraw_objection(by(GRANTEE), 0, NOBODY));
		assert_ok!(object(NOBODY, id));
	});
}

#[test]
fn an_objection_with_a_part_of_the_power_leaves_the_rest_free() {
	ExtBuilder::default().build_and_execute(|| {
		give(NOBODY, 10_000 * BTT);
		let id = filed(BTT);
		assert_ok!(BttToken::object(by(NOBODY), id, 9_000 * BTT));
		assert!(matches!(stored(id).state, MilestoneState::Filed { objected, .. } if objected == 9_000 * BTT));
		assert_eq!(objection_freeze(&NOBODY), 9_000 * BTT);
		assert_noop!(transfer(NOBODY, GRANTEE, 1_000 * BTT + 1), TokenError::Frozen);
		assert_ok!(transfer(NOBODY, GRANTEE, 1_000 * BTT));
	});
}

#[test]
fn nobody_objects_with_more_than_it_has() {
	ExtBuilder::default().build_and_execute(|| {
		give(NOBODY, 10_000 * BTT);
		let id = filed(BTT);
		assert_noop!(BttToken::object(by(NOBODY), id, 10_000 * BTT + 1), Error::<Test>::ExceedsPower);
		let pot = BttToken::pot_of(Allocation::MiningRewards);
		assert_noop!(BttToken::object(by(pot), id, THRESHOLD), Error::<Test>::ExceedsPower);
	});
}
