//! What things cost does not grow with the number of stakers.

use super::*;
use codec::Encode;
use frame_support::traits::fungible::Mutate;

/// Bytes of state that `work` touches on a chain with so many delegators, all of them behind one validator.
fn touched(delegators: u64, work: impl FnOnce()) -> usize {
	let mut ext = ExtBuilder::default().build();
	ext.execute_with(|| {
		for who in 1_000..1_000 + delegators {
			assert_ok!(Balances::mint_into(&who, 100 * BTT));
			bond_behind(who, VALIDATORS[0], 20 * BTT);
		}
		pass(ERA);
		reward_author(VALIDATORS[0], BTT);
		reward_stakers(BTT);
		System::reset_events();
	});
	ext.commit_all().unwrap();
	ext.execute_and_prove(work).1.encoded_size()
}

/// Paths in the trie grow with the logarithm of what is in it, and nothing else may.
fn assert_flat(work: fn()) {
	let (few, many) = (touched(10, work), touched(3_000, work));
	assert!(many < few + 6_000, "{few} bytes with 10 delegators, {many} with 3,000");
}

#[test]
fn an_election_costs_the_same_for_any_number_of_delegators() {
	assert_flat(|| drop(elect()));
}

#[test]
fn a_new_era_costs_the_same_for_any_number_of_delegators() {
	assert_flat(|| pass(ERA));
}

#[test]
fn an_income_costs_the_same_for_any_number_of_delegators() {
	assert_flat(|| {
		reward_author(VALIDATORS[0], BTT);
		reward_stakers(BTT);
	});
}

#[test]
fn a_payout_costs_the_same_for_any_number_of_delegators() {
	assert_flat(|| {
		assert_ok!(Staking::payout(by(1_000), 1_005));
	});
}

#[test]
fn an_offence_costs_the_same_for_any_number_of_delegators() {
	assert_flat(|| offend(VALIDATORS[0], 10, 1));
}

#[test]
fn a_slash_of_an_account_costs_the_same_for_any_number_of_delegators() {
	assert_flat(|| {
		elect();
		offend(VALIDATORS[0], 10, 2);
		pass(DEFERRAL);
		assert_ok!(apply_slash(by(1_000), 1_005));
	});
}
