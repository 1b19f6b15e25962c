//! BABE's and GRANDPA's calls, reports of equivocations with our own handler included. Their pallets bring no weights.

use crate::{
	impls::ElectedValidators, Babe, BlockNumber, Grandpa, Hash, Header, Historical, Runtime, RuntimeOrigin, SessionKeys,
};
use alloc::{boxed::Box, vec, vec::Vec};
use btt_primitives::BTT;
use codec::Encode;
use core::marker::PhantomData;
use frame_benchmarking::v2::*;
use pallet_btt_staking::{Candidates, ValidatorCount};
use pallet_session::{historical::NoteHistoricalRoot, SessionManager};
use sp_consensus_babe::{
	digests::{NextConfigDescriptor, PreDigest, SecondaryPlainPreDigest},
	AllowedSlots, AuthorityId as BabeId, BABE_ENGINE_ID,
};
use sp_consensus_grandpa::{localized_payload, AuthorityId as GrandpaId, Equivocation, EquivocationProof};
use sp_core::crypto::KeyTypeId;
use sp_runtime::{
	generic::{Digest, DigestItem},
	traits::{Header as _, OpaqueKeys},
	RuntimeAppPublic,
};
use sp_session::MembershipProof;

/// What is measured.
pub struct Pallet<T>(PhantomData<T>);

/// The runtime alone: its session keys and offence handler are part of what is measured.
pub trait Config: frame_system::Config {}

impl Config for Runtime {}

/// A session with `count` validators; returns the first one's keys.
fn validators(count: u32) -> (BabeId, GrandpaId) {
	let mut first = None;
	let mut set = Vec::new();
	let _ = Candidates::<Runtime>::clear(u32::MAX, None);
	ValidatorCount::<Runtime>::put(count);
	for index in 0..count {
		let who = account("validator", index, 0);
		let keys = SessionKeys {
			babe: BabeId::generate_pair(None),
			grandpa: GrandpaId::generate_pair(None),
			authority_discovery: sp_authority_discovery::AuthorityId::generate_pair(None),
		};
		for id in SessionKeys::key_ids() {
			pallet_session::KeyOwner::<Runtime>::insert((*id, keys.get_raw(*id).to_vec()), &who);
		}
		first.get_or_insert((keys.babe.clone(), keys.grandpa.clone()));
		pallet_session::NextKeys::<Runtime>::insert(&who, keys);
		Candidates::<Runtime>::insert(&who, BTT);
		set.push(who);
	}
	pallet_session::Validators::<Runtime>::put(&set);
	let session = pallet_session::CurrentIndex::<Runtime>::get();
	// This elects the set for the session that is under way, and notes its root.
	<NoteHistoricalRoot<Runtime, ElectedValidators> as SessionManager<_>>::new_session(session);
	first.expect("at least one validator")
}

fn membership(id: KeyTypeId, key: Vec<u8>) -> MembershipProof {
	use frame_support::traits::KeyOwnerProofSystem;
	Historical::prove((id, key)).expect("the key is in the session")
}

/// A header of slot 1, sealed by `key`.
fn sealed(key: &BabeId, state_root: u8) -> Header {
	let pre = PreDigest::SecondaryPlain(SecondaryPlainPreDigest { authority_index: 0, slot: 1.into() });
	let mut header = Header::new(
		1,
		Default::default(),
		Hash::repeat_byte(state_root),
		Default::default(),
		Digest { logs: vec![DigestItem::PreRuntime(BABE_ENGINE_ID, pre.encode())] },
	);
	let seal = key.sign(&header.hash().encode()).expect("the key was generated here");
	header.digest_mut().push(DigestItem::Seal(BABE_ENGINE_ID, seal.encode()));
	header
}

fn assert_reported() {
	assert_eq!(pallet_offences::Reports::<Runtime>::iter().count(), 1);
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn report_babe(v: Linear<4, 300>) {
		let (key, _) = validators(v);
		let proof = Box::new(sp_consensus_babe::EquivocationProof {
			offender: key.clone(),
			slot: 1.into(),
			first_header: sealed(&key, 1),
			second_header: sealed(&key, 2),
		});
		let owner = membership(sp_consensus_babe::KEY_TYPE, key.to_raw_vec());
		#[block]
		{
			Babe::report_equivocation_unsigned(RuntimeOrigin::none(), proof, owner).expect("a valid report");
		}
		assert_reported();
	}

	#[benchmark]
	fn report_grandpa(v: Linear<4, 300>) {
		let (_, key) = validators(v);
		let vote = |byte: u8| {
			let precommit = finality_grandpa::Precommit {
				target_hash: Hash::repeat_byte(byte),
				target_number: BlockNumber::from(byte),
			};
			let payload = localized_payload(1, 0, &finality_grandpa::Message::Precommit(precommit.clone()));
			(precommit, key.sign(&payload).expect("the key was generated here"))
		};
		let proof = Box::new(EquivocationProof::new(
			0,
			Equivocation::Precommit(finality_grandpa::Equivocation {
				round_number: 1,
				identity: key.clone(),
				first: vote(1),
				second: vote(2),
			}),
		));
		let owner = membership(sp_consensus_grandpa::KEY_TYPE, key.to_raw_vec());
		#[block]
		{
			Grandpa::report_equivocation_unsigned(RuntimeOrigin::none(), proof, owner).expect("a valid report");
		}
		assert_reported();
	}

	#[benchmark]
	fn plan_config_change() {
		let config = NextConfigDescriptor::V1 { c: (1, 2), allowed_slots: AllowedSlots::PrimarySlots };
		#[block]
		{
			Babe::plan_config_change(RuntimeOrigin::root(), config).expect("a valid configuration");
		}
	}

	#[benchmark]
	fn note_stalled() {
		#[block]
		{
			Grandpa::note_stalled(RuntimeOrigin::root(), 1, 1).expect("Root may");
		}
	}
}
