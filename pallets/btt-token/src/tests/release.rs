use super::*;
use Allocation::*;

/// 2025-07-01T00:00:00Z, when the cliff of the largest institutional line ends.
const CLIFF: Moment = 1_751_328_000_000;

#[test]
fn a_release_moves_tokens_and_counts() {
	ExtBuilder::default().build_and_execute(|| {
		set_time(month(7));
		let before = BttToken::release_headroom();
		assert_ok!(release(EcosystemGrowthFund, NOBODY, 1_000 * BTT));

		System::assert_last_event(
			Event::Released { allocation: EcosystemGrowthFund, beneficiary: NOBODY, amount: 1_000 * BTT }.into(),
		);
		assert_eq!(Balances::balance(&NOBODY), 1_000 * BTT);
		assert_eq!(pot_balance(EcosystemGrowthFund), EcosystemGrowthFund.total() - 1_000 * BTT);
		assert_eq!(discretionary(EcosystemGrowthFund), 1_000 * BTT);
		let after = BttToken::release_headroom();
		assert_eq!(after.headroom, before.headroom - 1_000 * BTT);
		assert_eq!(after.discretionary, 1_000 * BTT);
		assert_eq!((after.cap_now, after.counted), (before.cap_now, before.counted));
	});
}

#[test]
#[docify::export]
fn a_release_beyond_the_headroom_says_how_much_would_fit() {
	ExtBuilder::default().build_and_execute(|| {
		let release = |amount| {
			BttToken::release(RuntimeOrigin::signed(GOVERNANCE), Allocation::EcosystemGrowthFund, NOBODY, amount)
		};
		// One ms before the cliff of the largest institutional line, 8.4 M BTT are below the cap. But at the cliff
		// 3.5 M of them will count as released, so only 5,012,788.04 fit.
		set_time(CLIFF - 1);
		let refused = Error::<Test>::ExceedsHeadroom(Fits::from_units(5_012_788 * BTT));
		assert_noop!(release(5_500_000 * BTT), refused);

		// One month later the cap has grown enough.
		set_time(month(7));
		assert_ok!(release(5_500_000 * BTT));
	});
}

#[test]
fn the_headroom_can_be_used_up_to_the_last_unit() {
	ExtBuilder::default().build_and_execute(|| {
		set_time(CLIFF - 1);
		let fits = headroom();
		assert_eq!(fits / BTT, 5_012_788);
		assert_noop!(
			release(EcosystemGrowthFund, NOBODY, fits + 1),
			Error::<Test>::ExceedsHeadroom(Fits([0x34, 0x7D, 0x4C]))
		);
		assert_ok!(release(EcosystemGrowthFund, NOBODY, fits));
		assert_eq!(headroom(), 0);
		assert_noop!(release(EcosystemGrowthFund, NOBODY, 1), Error::<Test>::ExceedsHeadroom(Fits([0, 0, 0])));
		// Nothing fits before the cliff has passed.
		set_time(CLIFF);
		assert!(headroom() <= 1);
		set_time(CLIFF + DAY);
		assert!(headroom() > BTT);
	});
}

#[test]
fn nothing_fits_at_the_token_generation_event() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(headroom(), 0);
		assert_noop!(release(EcosystemGrowthFund, NOBODY, BTT), Error::<Test>::ExceedsHeadroom(Fits([0, 0, 0])));
	});
}

#[test]
fn only_the_origin_of_the_allocation_releases() {
	ExtBuilder::default().build_and_execute(|| {
		set_time(month(61));
		for (origin, allocation) in [
			(by(NOBODY), EcosystemGrowthFund),
			(by(HIGHEST_TRACK), EcosystemGrowthFund),
			(by(GOVERNANCE), UnallocatedReserve),
			(RuntimeOrigin::root(), EcosystemGrowthFund),
			(RuntimeOrigin::none(), EcosystemGrowthFund),
		] {
			assert_noop!(BttToken::release(origin, allocation, NOBODY, BTT), DispatchError::BadOrigin);
		}
		assert_ok!(BttToken::release(by(GOVERNANCE), EcosystemGrowthFund, NOBODY, BTT));
		assert_ok!(BttToken::release(by(HIGHEST_TRACK), UnallocatedReserve, NOBODY, BTT));
	});
}

#[test]
fn only_discretionary_allocations_are_released_by_decision() {
	ExtBuilder::default().build_and_execute(|| {
		set_time(month(100));
		for allocation in Allocation::ALL {
			if matches!(allocation, CommunityIncentives | EcosystemGrowthFund | UnallocatedReserve) {
				assert_ok!(release(allocation, NOBODY, BTT));
			} else {
				assert_noop!(release(allocation, NOBODY, BTT), Error::<Test>::NotDiscretionary);
			}
		}
	});
}

#[test]
fn a_seal_ends_on_its_day() {
	ExtBuilder::default().build_and_execute(|| {
		for (allocation, opens) in [(CommunityIncentives, month(12)), (UnallocatedReserve, month(60))] {
			set_time(opens - 1);
			assert_noop!(release(allocation, NOBODY, BTT), Error::<Test>::Sealed);
			set_time(opens);
			assert_ok!(release(allocation, NOBODY, BTT));
		}
	});
}

#[test]
fn nothing_is_released_before_the_token_generation_event() {
	ExtBuilder::default().build_and_execute(|| {
		set_time(month(0) - 1);
		assert_noop!(release(EcosystemGrowthFund, NOBODY, BTT), Error::<Test>::Sealed);
		set_time(month(0));
	});
}

#[test]
fn nothing_cannot_be_released() {
	ExtBuilder::default().build_and_execute(|| {
		set_time(month(7));
		assert_noop!(release(EcosystemGrowthFund, NOBODY, 0), Error::<Test>::ZeroAmount);
	});
}

#[test]
fn a_pot_cannot_be_a_beneficiary() {
	ExtBuilder::default().build_and_execute(|| {
		set_time(month(7));
		for allocation in Allocation::ALL {
			let pot = BttToken::pot_of(allocation);
			assert_noop!(release(EcosystemGrowthFund, pot, BTT), Error::<Test>::IsPot);
		}
	});
}

#[test]
fn a_beneficiary_must_be_able_to_receive() {
	ExtBuilder::default().build_and_execute(|| {
		set_time(month(7));
		assert_noop!(release(EcosystemGrowthFund, NOBODY, ED - 1), Error::<Test>::BelowMinimum);
		assert_ok!(release(EcosystemGrowthFund, NOBODY, ED));
		assert_ok!(release(EcosystemGrowthFund, NOBODY, 1));
		assert_eq!(Balances::balance(&NOBODY), ED + 1);
	});
}

#[test]
fn an_allocation_cannot_be_overdrawn() {
	ExtBuilder::default().build_and_execute(|| {
		set_time(month(100));
		let total = EcosystemGrowthFund.total();
		for amount in [total + 1, Balance::MAX] {
			assert_noop!(release(EcosystemGrowthFund, NOBODY, amount), Error::<Test>::InsufficientAllocation);
		}
		assert_ok!(release(EcosystemGrowthFund, NOBODY, total));
		assert_noop!(release(EcosystemGrowthFund, NOBODY, ED), Error::<Test>::InsufficientAllocation);
	});
}

#[test]
fn in_the_end_everything_can_be_released() {
	ExtBuilder::default().build_and_execute(|| {
		set_time(month(96));
		for allocation in [CommunityIncentives, EcosystemGrowthFund, UnallocatedReserve] {
			assert_ok!(release(allocation, NOBODY, allocation.total()));
		}
		assert_eq!(headroom(), 0);
		assert_eq!(BttToken::unreleased(), Foundation.total() + MiningRewards.total());
	});
}

#[test]
fn the_headroom_follows_the_later_of_launch_and_token_generation_event() {
	// Mining that starts later counts later, so more fits under the caps at first.
	let early = ExtBuilder::default().build().execute_with(|| {
		set_time(month(21));
		headroom()
	});
	let late = ExtBuilder::default().launched_in_month(20).build().execute_with(|| {
		set_time(month(21));
		headroom()
	});
	assert!(late > early);
}
