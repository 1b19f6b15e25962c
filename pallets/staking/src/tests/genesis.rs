use super::*;
use crate::{genesis::GenesisError, GenesisConfig};

fn genesis(validators: &[(AccountId, Balance)], count: u32, minimum: u32) -> Result<(), GenesisError<AccountId>> {
	let validators = validators.iter().map(|(who, stake)| (*who, *stake, Perbill::zero())).collect();
	GenesisConfig::<Test> { validators, validator_count: count, minimum_validators: minimum }.validate()
}

#[test]
fn genesis_validators_bond_their_own_tokens_and_earn_from_the_first_block_on() {
	ExtBuilder::default().build_and_execute(|| {
		for who in VALIDATORS {
			assert_stake(who, STAKE, 0, 0);
			assert!(Staking::has_role(&who, Role::Validator));
			assert_eq!(Staking::tier_of(&who), Tier::Third);
		}
		assert_eq!(total(Staking::pot()), ED);
		assert_eq!(total(VALIDATORS[0]), STAKE + 10 * BTT - ED);
		reward_author(VALIDATORS[0], BTT);
		assert!(rewards(VALIDATORS[0]) >= BTT - 1);
	});
}

#[test]
fn bad_genesis_is_refused_with_the_reason() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(genesis(&[(1, STAKE), (2, STAKE)], 4, 2), Ok(()));
		let error = genesis(&[(1, STAKE), (1, STAKE)], 4, 2).unwrap_err();
		assert_eq!(error, GenesisError::Duplicate { account: 1 });
		assert_eq!(error.to_string(), "validator 1 is listed twice");
		let error = genesis(&[(1, BTT)], 4, 1).unwrap_err();
		assert_eq!(error, GenesisError::BelowMinimum { account: 1, stake: BTT, minimum: 50_000 * BTT });
		assert_eq!(genesis(&[(1, STAKE)], 3, 1), Err(GenesisError::Count { count: 3, maximum: 10 }));
		assert_eq!(genesis(&[(1, STAKE)], 11, 1), Err(GenesisError::Count { count: 11, maximum: 10 }));
		assert_eq!(genesis(&[(1, STAKE)], 4, 2), Err(GenesisError::Minimum { minimum: 2, maximum: 1 }));
		assert_eq!(genesis(&[(1, STAKE)], 4, 0), Err(GenesisError::Minimum { minimum: 0, maximum: 1 }));
		let many: Vec<_> = (0..21).map(|who| (who, STAKE)).collect();
		assert_eq!(genesis(&many, 4, 1), Err(GenesisError::TooMany { maximum: 20 }));
	});
}

#[test]
#[should_panic(expected = "validator 7 cannot bond its stake")]
fn genesis_without_the_tokens_is_refused() {
	sp_io::TestExternalities::default().execute_with(|| {
		let validators = vec![(7, STAKE, Perbill::zero())];
		let genesis = GenesisConfig::<Test> { validators, validator_count: 4, minimum_validators: 1 };
		frame_support::traits::BuildGenesisConfig::build(&genesis);
	});
}
