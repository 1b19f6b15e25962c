use super::*;
use frame_support::traits::BuildGenesisConfig;

#[test]
fn the_founder_gives_the_fund_its_existential_deposit() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(free(Fees::fund()), ED);
		assert_eq!(free(FOUNDER), ENDOWMENT - ED);
		assert_eq!(Fees::fund_balance(), 0);
		assert_eq!(FundLedger::<Test>::get(), Default::default());
	});
}

#[test]
fn a_genesis_without_founder_builds_nothing() {
	ExtBuilder::default().founder(None).build_and_execute(|| {
		assert_eq!(free(Fees::fund()), 0);
		assert!(!System::account_exists(&Fees::fund()));
	});
}

#[test]
#[should_panic(expected = "cannot give the development fund its existential deposit")]
fn a_founder_that_has_nothing_is_refused() {
	ExtBuilder::default().founder(None).build().execute_with(|| {
		crate::GenesisConfig::<Test> { founder: Some(NOBODY) }.build();
	});
}
