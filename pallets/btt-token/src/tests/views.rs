use super::*;
use btt_primitives::token::{AllocationInfo, ReleaseHeadroom, Supply};
use frame_support::traits::{
	fungible::Mutate,
	tokens::{Fortitude, Precision, Preservation},
};
use Allocation::*;

#[test]
fn the_supply_at_the_token_generation_event_is_unvested_or_unreleased() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(
			BttToken::supply(),
			Supply {
				issued: TOTAL_SUPPLY,
				burned: 0,
				circulating: 0,
				unvested: 39_900_000 * BTT,
				unreleased: 170_100_000 * BTT,
			}
		);
	});
}

#[test]
fn the_supply_tells_burned_and_circulating_tokens() {
	ExtBuilder::default().build_and_execute(|| {
		set_time(month(36));
		assert_ok!(release(EcosystemGrowthFund, NOBODY, 1_000 * BTT));
		let burned =
			Balances::burn_from(&NOBODY, 300 * BTT, Preservation::Preserve, Precision::Exact, Fortitude::Polite);
		assert_eq!(burned, Ok(300 * BTT));
		assert_eq!(
			BttToken::supply(),
			Supply {
				issued: TOTAL_SUPPLY,
				burned: 300 * BTT,
				circulating: 39_900_000 * BTT + 700 * BTT,
				unvested: 0,
				unreleased: 170_100_000 * BTT - 1_000 * BTT,
			}
		);
	});
}

#[test]
fn a_gift_to_a_pot_is_not_unreleased() {
	ExtBuilder::default().build_and_execute(|| {
		let before = BttToken::unreleased();
		assert_ok!(transfer(account(1), BttToken::pot_of(MiningRewards), BTT));
		assert_eq!(BttToken::unreleased(), before);
	});
}

#[test]
fn the_rows_of_the_ledger_tell_what_was_released() {
	ExtBuilder::default().build_and_execute(|| {
		set_time(month(18));
		assert_ok!(release(EcosystemGrowthFund, NOBODY, 1_000 * BTT));
		assert_ok!(release(CommunityIncentives, NOBODY, 2_000 * BTT));
		let id = accepted(5 * BTT);
		assert_ok!(BttToken::claim_milestone(by(NOBODY), id));
		set_time(month(36));

		let expected = Allocation::ALL.map(|name| {
			let released = match name {
				Foundation => 5 * BTT,
				MiningRewards | UnallocatedReserve => 0,
				CommunityIncentives => 2_000 * BTT,
				EcosystemGrowthFund => 1_000 * BTT,
				_ => name.total(),
			};
			AllocationInfo { name, total: name.total(), released, remaining: name.total() - released }
		});
		assert_eq!(BttToken::allocations(), expected);
		let remaining = BttToken::allocations().iter().map(|row| row.remaining).sum::<Balance>();
		assert_eq!(BttToken::unreleased(), remaining);
	});
}

#[test]
fn institutional_rows_follow_their_lines() {
	ExtBuilder::default().build_and_execute(|| {
		let released = |index: usize| BttToken::allocations()[index].released;
		set_time(month(6) - 1);
		assert_eq!(released(0), 0);
		set_time(month(6));
		assert_eq!(released(0), 21_000_000 * BTT * 181 / 1_095);
		assert_eq!(released(1), 6_300_000 * BTT * 181 / 911);
	});
}

#[test]
fn the_headroom_at_the_end_of_the_first_year() {
	ExtBuilder::default().build_and_execute(|| {
		set_time(month(12));
		let ReleaseHeadroom { cap_now, counted, discretionary, headroom } = BttToken::release_headroom();
		assert_eq!(cap_now, 46_200_000 * BTT);
		// 21 M · 365/1095 + 18.9 M · 365/911 + 35.7 M · 365/1461 + 12.6 M; SPEC §2 counts months and has 36.08 M.
		assert_eq!(counted / BTT, 36_091_339);
		assert_eq!(discretionary, 0);
		assert!(headroom <= cap_now - counted);
		assert!(headroom + 10 >= cap_now - counted);
	});
}
