use super::*;
use crate::{genesis::Grant, Dates, GenesisConfig, GenesisError};
use btt_primitives::{schedule, vesting::Unvested};
use Allocation::*;

fn validate(
	beneficiaries: Vec<Grant<AccountId>>,
	endowments: Vec<Grant<AccountId>>,
	dates: Dates,
) -> Result<(), GenesisError<AccountId>> {
	GenesisConfig::<Test> { beneficiaries, endowments }.validate(&dates)
}

/// Launched on 2026-09-01.
fn late_launch() -> Dates {
	let launch = btt_math::calendar::add_months(DATES.token_generation_event, 20).unwrap();
	Dates { launch, mining_start: launch, ..DATES }
}

#[test]
fn genesis_mints_exactly_the_supply() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(Balances::total_issuance(), TOTAL_SUPPLY);
		for (_, who, amount) in beneficiaries() {
			assert_eq!(Balances::balance(&who), amount);
		}
		for (allocation, pot) in BttToken::pots() {
			assert_eq!(Balances::balance(&pot), allocation.total());
		}
	});
}

#[test]
fn beneficiaries_get_their_share_of_the_line() {
	ExtBuilder::default().build_and_execute(|| {
		let expected = beneficiaries()
			.into_iter()
			.map(|(allocation, who, amount)| {
				(who, schedule::institutional_line(DATES.token_generation_event, allocation, amount).unwrap())
			})
			.collect::<Vec<_>>();
		assert_eq!(Granted::get(), expected);
		assert_eq!(FakeVesting::total_unvested(), 39_900_000 * BTT);
	});
}

#[test]
fn endowments_are_releases() {
	let endowments = vec![(CommunityIncentives, NOBODY, 7 * BTT), (EcosystemGrowthFund, account(1), BTT)];
	ExtBuilder::default().launched_in_month(20).endowments(endowments).build_and_execute(|| {
		assert_eq!(Balances::total_issuance(), TOTAL_SUPPLY);
		assert_eq!(Balances::balance(&NOBODY), 7 * BTT);
		assert_eq!(Balances::balance(&account(1)), 15_000_001 * BTT);
		assert_eq!(pot_balance(CommunityIncentives), 25_200_000 * BTT - 7 * BTT);
		assert_eq!(discretionary(CommunityIncentives), 7 * BTT);
		assert_eq!(discretionary(EcosystemGrowthFund), BTT);
		assert_eq!(BttToken::release_headroom().discretionary, 8 * BTT);
	});
}

#[test]
fn endowments_may_fill_the_headroom_of_the_launch() {
	let fits = crate::types::Schedules::new(DATES.token_generation_event, late_launch().mining_start)
		.unwrap()
		.headroom(late_launch().launch, 0);
	let fund = EcosystemGrowthFund.total();
	let endowments =
		|more| vec![(EcosystemGrowthFund, account(1), fund), (CommunityIncentives, NOBODY, fits - fund + more)];
	assert_eq!(
		validate(beneficiaries(), endowments(1), late_launch()),
		Err(GenesisError::ExceedsHeadroom { sum: fits + 1, headroom: fits })
	);
	ExtBuilder::default().launched_in_month(20).endowments(endowments(0)).build_and_execute(|| {
		assert_eq!(headroom(), 0);
		assert_eq!(pot_balance(EcosystemGrowthFund), 0);
		assert_eq!(Balances::total_issuance(), TOTAL_SUPPLY);
	});
}

#[test]
fn nothing_can_be_endowed_at_the_token_generation_event() {
	assert_eq!(
		validate(beneficiaries(), vec![(EcosystemGrowthFund, NOBODY, BTT)], DATES),
		Err(GenesisError::ExceedsHeadroom { sum: BTT, headroom: 0 })
	);
}

#[test]
fn every_institutional_allocation_must_add_up() {
	for index in 0..beneficiaries().len() {
		for wrong in [1i8, -1] {
			let mut list = beneficiaries();
			list[index].2 = list[index].2.checked_add_signed(wrong.into()).unwrap();
			let allocation = list[index].0;
			let error = GenesisError::WrongSum {
				allocation,
				sum: allocation.total().checked_add_signed(wrong.into()).unwrap(),
			};
			assert_eq!(validate(list, vec![], DATES), Err(error));
		}
	}
	assert_eq!(
		validate(vec![], vec![], DATES),
		Err(GenesisError::WrongSum { allocation: ChinaOralIndustryGroup, sum: 0 })
	);
}

#[test]
fn an_overflowing_sum_is_wrong() {
	let mut list = beneficiaries();
	list[0].2 = Balance::MAX;
	assert_eq!(
		validate(list, vec![], DATES),
		Err(GenesisError::WrongSum { allocation: ChinaOralIndustryGroup, sum: Balance::MAX })
	);
	assert_eq!(
		validate(beneficiaries(), vec![(CommunityIncentives, NOBODY, Balance::MAX)], late_launch()),
		Err(GenesisError::InsufficientAllocation { allocation: CommunityIncentives })
	);
}

#[test]
fn an_allocation_in_the_wrong_list_is_refused() {
	for allocation in [Foundation, MiningRewards, CommunityIncentives, EcosystemGrowthFund, UnallocatedReserve] {
		let mut list = beneficiaries();
		list.push((allocation, NOBODY, BTT));
		assert_eq!(
			validate(list, vec![], late_launch()),
			Err(GenesisError::NotInstitutional { allocation, account: NOBODY })
		);
	}
	for allocation in [Foundation, MiningRewards, ChinaOralIndustryGroup, StrategicInvestors] {
		assert_eq!(
			validate(beneficiaries(), vec![(allocation, NOBODY, BTT)], late_launch()),
			Err(GenesisError::NotDiscretionary { allocation, account: NOBODY })
		);
	}
}

#[test]
fn an_account_twice_in_a_list_is_refused() {
	let mut list = beneficiaries();
	list[1].1 = account(1);
	assert_eq!(validate(list, vec![], DATES), Err(GenesisError::Duplicate { account: account(1) }));
	let mut list = beneficiaries();
	list[5].1 = account(1);
	assert_eq!(validate(list, vec![], DATES), Err(GenesisError::Duplicate { account: account(1) }));
	let endowments = vec![(CommunityIncentives, NOBODY, BTT), (EcosystemGrowthFund, NOBODY, BTT)];
	assert_eq!(validate(beneficiaries(), endowments, late_launch()), Err(GenesisError::Duplicate { account: NOBODY }));
}

#[test]
fn an_amount_below_the_existential_deposit_is_refused() {
	for amount in [0, 1, ED - 1] {
		let error = |allocation| GenesisError::BelowMinimum { allocation, account: NOBODY, amount, minimum: ED };
		let mut list = beneficiaries();
		list.push((StrategicInvestors, NOBODY, amount));
		assert_eq!(validate(list, vec![], DATES), Err(error(StrategicInvestors)));
		assert_eq!(
			validate(beneficiaries(), vec![(CommunityIncentives, NOBODY, amount)], late_launch()),
			Err(error(CommunityIncentives))
		);
	}
	assert_eq!(validate(beneficiaries(), vec![(CommunityIncentives, NOBODY, ED)], late_launch()), Ok(()));
}

#[test]
fn a_pot_cannot_be_in_a_list() {
	let pot = BttToken::pot_of(Foundation);
	let mut list = beneficiaries();
	list[0].1 = pot.clone();
	assert_eq!(validate(list, vec![], DATES), Err(GenesisError::Pot { account: pot.clone() }));
	assert_eq!(
		validate(beneficiaries(), vec![(CommunityIncentives, pot.clone(), BTT)], late_launch()),
		Err(GenesisError::Pot { account: pot })
	);
}

#[test]
fn a_sealed_allocation_endows_nobody() {
	let unsealed = btt_math::calendar::add_months(DATES.token_generation_event, 12).unwrap();
	let at = |launch| Dates { launch, mining_start: launch, ..DATES };
	let endowments = || vec![(CommunityIncentives, NOBODY, BTT)];
	assert_eq!(validate(beneficiaries(), endowments(), at(unsealed)), Ok(()));
	let launch = unsealed - 1;
	assert_eq!(
		validate(beneficiaries(), endowments(), at(launch)),
		Err(GenesisError::Sealed { allocation: CommunityIncentives, until: unsealed, launch })
	);
	assert!(matches!(
		validate(beneficiaries(), vec![(UnallocatedReserve, NOBODY, BTT)], late_launch()),
		Err(GenesisError::Sealed { allocation: UnallocatedReserve, .. })
	));
}

#[test]
fn schedules_must_lie_within_the_calendar() {
	let at = Moment::MAX / 2;
	let dates = Dates { token_generation_event: at, launch: at, mining_start: at };
	assert_eq!(validate(beneficiaries(), vec![], dates), Err(GenesisError::CalendarRange { dates }));
}

#[test]
fn messages_name_what_is_wrong() {
	let message = |error: GenesisError<AccountId>| error.to_string();
	assert_eq!(
		message(GenesisError::WrongSum { allocation: BellaSmileGroup, sum: 5 }),
		"the beneficiaries of BellaSmileGroup get 5 units, but must get exactly 4200000000000000000000000 units"
	);
	assert!(message(GenesisError::Duplicate { account: NOBODY }).ends_with("is listed twice"));
	assert!(message(GenesisError::Pot { account: NOBODY }).ends_with("is the pot of an allocation"));
	assert!(message(GenesisError::CalendarRange { dates: DATES }).contains("1735689600000"));
	assert!(message(GenesisError::NotInstitutional { allocation: Foundation, account: NOBODY })
		.starts_with("Foundation has no beneficiaries"));
	assert!(message(GenesisError::NotDiscretionary { allocation: Foundation, account: NOBODY })
		.starts_with("Foundation is not released by decision"));
	let below = GenesisError::BelowMinimum { allocation: Foundation, account: NOBODY, amount: 1, minimum: 2 };
	assert!(message(below).ends_with("are below the existential deposit of 2 units"));
	assert!(message(GenesisError::InsufficientAllocation { allocation: CommunityIncentives }).contains("exceed"));
	assert!(message(GenesisError::Sealed { allocation: UnallocatedReserve, until: 2, launch: 1 })
		.contains("UnallocatedReserve is sealed until 2 ms"));
	assert_eq!(
		message(GenesisError::ExceedsHeadroom { sum: 2, headroom: 1 }),
		"the endowments come to 2 units, but the release caps leave 1 units at launch"
	);
}

#[test]
#[should_panic(expected = "BttToken genesis: the beneficiaries of StrategicInvestors get 0 units")]
fn an_invalid_genesis_is_not_built() {
	let list = beneficiaries().into_iter().take(5).collect();
	ExtBuilder::default().beneficiaries(list).build();
}

#[test]
fn the_default_mints_nothing_and_is_not_valid() {
	ExtBuilder::default().beneficiaries(vec![]).build().execute_with(|| {
		assert_eq!(Balances::total_issuance(), 0);
		assert!(BttToken::do_try_state().is_err());
	});
	assert!(validate(vec![], vec![], DATES).is_err());
}

#[test]
#[should_panic(expected = "the beneficiaries of ChinaOralIndustryGroup get 0 units")]
fn endowments_alone_are_no_genesis() {
	ExtBuilder::default()
		.launched_in_month(20)
		.beneficiaries(vec![])
		.endowments(vec![(CommunityIncentives, NOBODY, BTT)])
		.build();
}

#[test]
#[should_panic(expected = "tokens exist already: the genesis of Balances must be empty")]
fn tokens_must_not_exist_before() {
	use frame_support::traits::BuildGenesisConfig;
	ExtBuilder::default().build().execute_with(|| {
		GenesisConfig::<Test> { beneficiaries: beneficiaries(), endowments: vec![] }.build();
	});
}

#[test]
fn a_genesis_survives_json() {
	let genesis = GenesisConfig::<Test> {
		beneficiaries: beneficiaries(),
		endowments: vec![(CommunityIncentives, NOBODY, 12_345_678 * BTT + 9)],
	};
	let json = serde_json::to_string(&genesis).unwrap();
	let back: GenesisConfig<Test> = serde_json::from_str(&json).unwrap();
	assert_eq!(back.beneficiaries, genesis.beneficiaries);
	assert_eq!(back.endowments, genesis.endowments);
}

#[test]
fn the_configuration_passes_its_integrity_test() {
	use frame_support::traits::Hooks;
	<BttToken as Hooks<u64>>::integrity_test();
}
