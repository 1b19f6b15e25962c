//! Sessions, and what happens to validators that equivocate.

mod common;

use btt_primitives::{DAY, HOUR};
use btt_runtime::{Historical, Runtime, Session};
use common::*;
use frame_support::traits::KeyOwnerProofSystem;
use sp_consensus_babe::AuthorityId;
use sp_keyring::Sr25519Keyring;
use std::panic::{catch_unwind, AssertUnwindSafe};

#[test]
fn sessions_rotate_on_epochs_and_their_keys_can_be_proven() {
	let mut chain = Chain::new(genesis(LAUNCH));
	let first = chain.state(Session::current_index);
	chain.sessions(3);
	chain.state(|| {
		assert_eq!(Session::current_index(), first + 3);
		assert_eq!(Session::validators().len(), 4);
		let key: AuthorityId = Sr25519Keyring::Bob.public().into();
		assert!(Historical::prove((sp_consensus_babe::KEY_TYPE, key)).is_some());
	});
}

#[test]
fn a_stall_longer_than_an_epoch_is_survived() {
	let mut chain = Chain::new(genesis(LAUNCH));
	let resumed = chain.now() + 3 * DAY;
	chain.jump(resumed);
	chain.block(vec![]);
	let later = chain.now() + 5 * HOUR;
	chain.jump(later);
	chain.state(|| assert_eq!(Session::validators().len(), 4));
}

#[test]
fn an_equivocating_author_loses_its_seat_until_the_session_ends() {
	let mut chain = Chain::new(genesis(LAUNCH));
	let culprit = Sr25519Keyring::Bob;
	let seat = chain.seat(&culprit.to_account_id()).expect("Bob validates");
	chain.report(culprit);
	chain.state(|| {
		assert_eq!(Session::disabled_validators(), [seat]);
		assert_eq!(pallet_offences::Reports::<Runtime>::iter().count(), 1);
	});

	// The runtime refuses a block of a disabled author.
	let now = chain.now();
	let refused = catch_unwind(AssertUnwindSafe(|| chain.block_by(seat, now + SLOT, vec![])));
	assert!(refused.is_err(), "a disabled validator authored a block");
}
