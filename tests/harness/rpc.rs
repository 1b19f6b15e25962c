//! Questions to a node over JSON-RPC.

use super::{account_key, Account, Node};
use codec::Decode;
use jsonrpsee::core::{
	client::{ClientT, Error},
	params::ArrayParams,
};
use jsonrpsee::rpc_params;
use serde::de::DeserializeOwned;
use serde_json::Value;
use sp_core::{crypto::AccountId32, Bytes, H256};

/// What a node answers to a request that it refuses.
#[derive(Debug, PartialEq, Eq)]
pub struct Refusal {
	/// The code of JSON-RPC.
	pub code: i32,
	/// The message and, where there is one, the explanation.
	pub text: String,
}

impl Node {
	/// Calls a method. An error is one of the connection; a refusal by the node is part of the answer.
	async fn request<T: DeserializeOwned>(
		&self,
		method: &str,
		params: ArrayParams,
	) -> Result<Result<T, Refusal>, String> {
		self.assert_running();
		match self.client().request(method, params).await {
			Ok(answer) => Ok(Ok(answer)),
			Err(Error::Call(error)) => {
				let data = error.data().map(|data| data.get().trim_matches('"').to_owned());
				let text =
					[Some(error.message().to_owned()), data].into_iter().flatten().collect::<Vec<_>>().join(": ");
				Ok(Err(Refusal { code: error.code(), text }))
			}
			Err(error) => {
				self.assert_running();
				Err(format!("{method} on {}: {error}", self.name()))
			}
		}
	}

	/// Calls a method that may fail while the node starts.
	pub async fn try_call<T: DeserializeOwned>(&self, method: &str, params: ArrayParams) -> Result<T, String> {
		self.request(method, params).await?.map_err(|refusal| format!("{method} on {}: {refusal:?}", self.name()))
	}

	/// Calls a method that has to succeed.
	pub async fn call<T: DeserializeOwned>(&self, method: &str, params: ArrayParams) -> T {
		self.try_call(method, params).await.unwrap_or_else(|error| panic!("{error}"))
	}

	/// The height of the best block.
	pub async fn best(&self) -> u64 {
		number(&self.call::<Value>("chain_getHeader", rpc_params![]).await)
	}

	/// The hash and height of the best block.
	pub async fn best_block(&self) -> (H256, u64) {
		let hash: H256 = self.call("chain_getBlockHash", rpc_params![]).await;
		(hash, number(&self.call::<Value>("chain_getHeader", rpc_params![hash]).await))
	}

	/// The hash and height of the last finalised block.
	pub async fn finalised_block(&self) -> (H256, u64) {
		let hash: H256 = self.call("chain_getFinalizedHead", rpc_params![]).await;
		(hash, number(&self.call::<Value>("chain_getHeader", rpc_params![hash]).await))
	}

	/// The height of the last finalised block.
	pub async fn finalised(&self) -> u64 {
		self.finalised_block().await.1
	}

	/// The hash of the block at `height` on the best chain, if the node has it.
	pub async fn hash_at(&self, height: u64) -> Option<H256> {
		self.call("chain_getBlockHash", rpc_params![height]).await
	}

	/// The value under `key` in the state of `block`.
	pub async fn storage<T: Decode>(&self, key: &[u8], block: H256) -> Option<T> {
		let value: Option<Bytes> = self.call("state_getStorage", rpc_params![Bytes(key.to_vec()), block]).await;
		value.map(|value| decode_all(&value))
	}

	/// The account of `who` in the state of `block`; all zeros if there is none.
	pub async fn account(&self, who: &AccountId32, block: H256) -> Account {
		self.storage(&account_key(who), block).await.unwrap_or_default()
	}

	/// Calls a runtime API on the state of `block`.
	pub async fn runtime_api<T: Decode>(&self, method: &str, arguments: &[u8], block: H256) -> T {
		let answer: Bytes = self.call("state_call", rpc_params![method, Bytes(arguments.to_vec()), block]).await;
		decode_all(&answer)
	}

	/// Hands in an extrinsic: its hash, or why it was refused.
	pub async fn submit(&self, extrinsic: &[u8]) -> Result<H256, Refusal> {
		self.submit_text(&format!("0x{}", hex::encode(extrinsic))).await
	}

	/// Hands in what should be an extrinsic in hexadecimal.
	pub async fn submit_text(&self, extrinsic: &str) -> Result<H256, Refusal> {
		self.request("author_submitExtrinsic", rpc_params![extrinsic]).await.unwrap_or_else(|error| panic!("{error}"))
	}

	/// How many peers the node has.
	pub async fn peers(&self) -> u64 {
		self.call::<Value>("system_health", rpc_params![]).await["peers"].as_u64().expect("health counts peers")
	}
}

fn number(header: &Value) -> u64 {
	header["number"]
		.as_str()
		.and_then(|text| u64::from_str_radix(text.trim_start_matches("0x"), 16).ok())
		.unwrap_or_else(|| panic!("no number in the header {header}"))
}

/// Nothing may be left over: a longer answer than expected is a changed interface.
fn decode_all<T: Decode>(mut bytes: &[u8]) -> T {
	let whole = hex::encode(bytes);
	let value = T::decode(&mut bytes).unwrap_or_else(|error| panic!("{error} in 0x{whole}"));
	assert!(bytes.is_empty(), "{} bytes left over in 0x{whole}", bytes.len());
	value
}
