//! The formats that clients rely on, written down without the runtime's types: storage keys, accounts, extrinsics.

use codec::{Compact, Decode, Encode};
use sp_core::{crypto::AccountId32, sr25519, Pair, H256};
use sp_crypto_hashing::{blake2_128, blake2_256, twox_128};

/// The key of a storage value.
pub fn value_key(pallet: &str, item: &str) -> Vec<u8> {
	[twox_128(pallet.as_bytes()), twox_128(item.as_bytes())].concat()
}

/// The key of an account in `System`.
pub fn account_key(who: &AccountId32) -> Vec<u8> {
	let id: &[u8] = who.as_ref();
	[&value_key("System", "Account")[..], &blake2_128(id), id].concat()
}

/// What `System` stores of an account, without the count of its references.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Account {
	/// How many transactions it has sent.
	pub nonce: u32,
	/// Units that are its own and not reserved.
	pub free: u128,
	/// Units under holds.
	pub reserved: u128,
	/// Units that it cannot spend.
	pub frozen: u128,
}

impl Decode for Account {
	fn decode<I: codec::Input>(input: &mut I) -> Result<Self, codec::Error> {
		let (nonce, _references, (free, reserved, frozen, _flags)) =
			<(u32, [u32; 3], (u128, u128, u128, u128))>::decode(input)?;
		Ok(Self { nonce, free, reserved, frozen })
	}
}

/// A transaction before its signature. What it commits to but does not carry can be falsified.
#[derive(Clone, Debug)]
pub struct Draft {
	/// The encoded call.
	pub call: Vec<u8>,
	/// How many transactions of the account came before.
	pub nonce: u32,
	/// Units for the author.
	pub tip: u128,
	/// The version of the runtime that it is meant for.
	pub spec_version: u32,
	/// The version of the transaction format that it is meant for.
	pub transaction_version: u32,
	/// The chain that it is meant for.
	pub genesis: H256,
}

impl Draft {
	/// The bytes to hand in, signed by `signer`, valid for ever.
	pub fn sign(&self, signer: &sr25519::Pair) -> Vec<u8> {
		let era = [0u8];
		let without_metadata_hash = [0u8];
		let carried = (era, Compact(self.nonce), Compact(self.tip), without_metadata_hash).encode();
		let implied =
			(self.spec_version, self.transaction_version, self.genesis, self.genesis, None::<[u8; 32]>).encode();
		let payload = [&self.call[..], &carried, &implied].concat();
		let signature = if payload.len() > 256 { signer.sign(&blake2_256(&payload)) } else { signer.sign(&payload) };
		self.assemble(signer.public(), signature, &carried)
	}

	fn assemble(&self, signer: sr25519::Public, signature: sr25519::Signature, carried: &[u8]) -> Vec<u8> {
		let signed_version_4 = [0x84];
		let by_id = [0];
		let sr25519 = [1];
		[&signed_version_4[..], &by_id, signer.as_ref(), &sr25519, signature.as_ref(), carried, &self.call]
			.concat()
			.encode()
	}
}
