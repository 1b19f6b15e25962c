//! Sessions, and what happens to validators that equivocate.

mod common;

use btt_primitives::{DAY, HOUR};
use btt_runtime::{Babe, Header, Historical, Runtime, RuntimeCall, Session, UncheckedExtrinsic};
use codec::Encode;
use common::*;
use frame_support::{assert_ok, traits::KeyOwnerProofSystem};
use sp_consensus_babe::{
	digests::{PreDigest, SecondaryPlainPreDigest},
	AuthorityId, EquivocationProof, Slot, BABE_ENGINE_ID,
};
use sp_core::Pair;
use sp_keyring::Sr25519Keyring;
use sp_runtime::{
	generic::{Digest, DigestItem},
	traits::Header as _,
};
use std::panic::{catch_unwind, AssertUnwindSafe};

/// A header of `slot`, sealed by the seat `author` with the key of `key`.
fn sealed(author: u32, key: Sr25519Keyring, slot: Slot, state_root: u8) -> Header {
	let pre = PreDigest::SecondaryPlain(SecondaryPlainPreDigest { authority_index: author, slot });
	let mut header = Header::new(
		100,
		Default::default(),
		sp_core::H256::repeat_byte(state_root),
		Default::default(),
		Digest { logs: vec![DigestItem::PreRuntime(BABE_ENGINE_ID, pre.encode())] },
	);
	let seal = key.pair().sign(header.hash().as_ref());
	header.digest_mut().push(DigestItem::Seal(BABE_ENGINE_ID, seal.encode()));
	header
}

#[test]
fn sessions_rotate_on_epochs_and_their_keys_can_be_proven() {
	let mut chain = Chain::new(genesis(DAY));
	let first = chain.state(Session::current_index);
	for _ in 0..3 {
		let next = chain.now() + 4 * HOUR;
		chain.jump(next);
	}
	chain.state(|| {
		assert_eq!(Session::current_index(), first + 3);
		assert_eq!(Session::validators().len(), 4);
		let key: AuthorityId = Sr25519Keyring::Bob.public().into();
		assert!(Historical::prove((sp_consensus_babe::KEY_TYPE, key)).is_some());
	});
}

#[test]
fn a_stall_longer_than_an_epoch_is_survived() {
	let mut chain = Chain::new(genesis(DAY));
	let resumed = chain.now() + 3 * DAY;
	chain.jump(resumed);
	chain.block(vec![]);
	let later = chain.now() + 5 * HOUR;
	chain.jump(later);
	chain.state(|| assert_eq!(Session::validators().len(), 4));
}

#[test]
fn an_equivocating_author_loses_its_seat_until_the_session_ends() {
	let mut chain = Chain::new(genesis(DAY));
	let culprit = Sr25519Keyring::Bob;
	let id: AuthorityId = culprit.public().into();
	let seat =
		chain.state(|| Babe::authorities().iter().position(|(key, _)| *key == id).expect("Bob validates") as u32);
	let slot = chain.state(pallet_babe::CurrentSlot::<Runtime>::get);
	let proof = chain.state(|| Historical::prove((sp_consensus_babe::KEY_TYPE, id.clone())).expect("a proof"));
	let report = pallet_babe::Call::report_equivocation_unsigned {
		equivocation_proof: Box::new(EquivocationProof {
			offender: id,
			slot,
			first_header: sealed(seat, culprit, slot, 1),
			second_header: sealed(seat, culprit, slot, 2),
		}),
		key_owner_proof: proof,
	};
	let report = UncheckedExtrinsic::new_bare(RuntimeCall::Babe(report));
	// Somebody else's block: an author that loses its seat in its own block makes that block invalid.
	let at = chain.now() + SLOT;
	for result in chain.block_by((seat + 1) % 4, at, vec![report]) {
		assert_ok!(result);
	}
	chain.state(|| {
		assert_eq!(Session::disabled_validators(), [seat]);
		assert_eq!(pallet_offences::Reports::<Runtime>::iter().count(), 1);
	});

	// The runtime refuses a block of a disabled author.
	let now = chain.now();
	let refused = catch_unwind(AssertUnwindSafe(|| chain.block_by(seat, now + SLOT, vec![])));
	assert!(refused.is_err(), "a disabled validator authored a block");
}
