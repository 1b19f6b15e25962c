//! Transactions that move tokens.

use super::{Draft, Node, Refusal};
use codec::Encode;
use jsonrpsee::rpc_params;
use serde_json::Value;
use sp_core::{crypto::AccountId32, sr25519, Pair, H256};

/// The encoded call that moves `value` units to `to`.
pub fn transfer_call(to: &AccountId32, value: u128) -> Vec<u8> {
	let to = to.clone().into();
	btt_runtime::RuntimeCall::Balances(pallet_balances::Call::transfer_keep_alive { dest: to, value }).encode()
}

/// A transaction of `signer` that is right in everything, as of the best block.
pub async fn draft(node: &Node, signer: &sr25519::Pair, call: Vec<u8>) -> Draft {
	let (best, _) = node.best_block().await;
	let version: Value = node.call("state_getRuntimeVersion", rpc_params![best]).await;
	let number = |field: &str| version[field].as_u64().and_then(|n| u32::try_from(n).ok()).expect("versions are u32");
	Draft {
		call,
		nonce: node.account(&signer.public().into(), best).await.nonce,
		tip: 0,
		spec_version: number("specVersion"),
		transaction_version: number("transactionVersion"),
		genesis: node.hash_at(0).await.expect("every node has the genesis block"),
	}
}

/// Hands in a transfer: the hash of the transaction, or why it was refused.
pub async fn transfer(node: &Node, from: &sr25519::Pair, to: &AccountId32, value: u128) -> Result<H256, Refusal> {
	let draft = draft(node, from, transfer_call(to, value)).await;
	node.submit(&draft.sign(from)).await
}
