//! Transactions that a node must refuse, with a reason, and without any effect.

use crate::harness::{beside, draft, transfer_call, until, value_key, when, Account, Draft, Node, Refusal, BLOCKS};
use codec::Encode;
use sp_core::{crypto::AccountId32, sr25519, Pair, H256};
use sp_keyring::Sr25519Keyring::{Alice, Bob, Charlie};

/// The codes of JSON-RPC errors that wallets know.
const INVALID_PARAMS: i32 = -32_602;
const UNVERIFIABLE: i32 = 1_002;
const UNREADABLE: i32 = 1_040;
const INVALID_TRANSACTION: i32 = 1_010;
const ALREADY_IMPORTED: i32 = 1_013;

/// How many bytes say how long a transaction is.
const LENGTH: usize = 2;

/// Where the signature is: behind the length, the version, the kind of address, the address, the kind of signature.
const SIGNATURE: std::ops::Range<usize> = 37..101;

/// Everything that a refused transaction could have touched.
#[derive(Debug, PartialEq, Eq)]
struct Books {
	accounts: Vec<Account>,
	issuance: u128,
}

struct Counter<'a> {
	node: &'a Node,
	good: Draft,
	pauper: sr25519::Pair,
}

impl Counter<'_> {
	fn watched(&self) -> [AccountId32; 4] {
		[Alice.to_account_id(), Bob.to_account_id(), Charlie.to_account_id(), self.pauper.public().into()]
	}

	async fn books(&self, block: H256) -> Books {
		let mut accounts = Vec::new();
		for who in self.watched() {
			accounts.push(self.node.account(&who, block).await);
		}
		let issuance = self.node.storage(&value_key("Balances", "TotalIssuance"), block).await.expect("was issued");
		Books { accounts, issuance }
	}

	/// The transaction made wrong by `change` is refused because of `reason`.
	async fn refused(&self, reason: &str, change: impl FnOnce(&mut Draft)) {
		let mut bad = self.good.clone();
		change(&mut bad);
		self.refused_bytes(reason, &bad.sign(&Bob.pair())).await;
	}

	async fn refused_bytes(&self, reason: &str, extrinsic: &[u8]) {
		match self.node.submit(extrinsic).await {
			Err(Refusal { code: INVALID_TRANSACTION, text }) if text.contains(reason) => {}
			answer => panic!("expected a refusal with \"{reason}\", got {answer:?}"),
		}
	}

	async fn what_is_no_transaction_is_refused(&self) {
		for (nonsense, code, reason) in [
			("transfer everything to me", INVALID_PARAMS, "invalid hex"),
			("0xzz", INVALID_PARAMS, "invalid hex"),
			("", UNREADABLE, "Not enough data"),
			("0x", UNREADABLE, "Not enough data"),
			("0xdeadbeef", UNREADABLE, "Not enough data"),
			("0x00", UNVERIFIABLE, "Verification Error"),
			("0x0400", UNVERIFIABLE, "Verification Error"),
		] {
			let refusal = self.node.submit_text(nonsense).await.expect_err("nonsense is no transaction");
			assert_eq!(refusal.code, code, "{nonsense}: {refusal:?}");
			assert!(refusal.text.contains(reason), "{nonsense}: {refusal:?}");
		}
		let good = self.good.sign(&Bob.pair());
		for end in [1, 2, 40, good.len() / 2, good.len() - 1] {
			self.node.submit(&good[..end]).await.expect_err("a transaction cut short is none");
		}
		let mut longer = good[LENGTH..].to_vec();
		longer.push(0);
		self.node.submit(&longer.encode()).await.expect_err("a transaction with a tail is none");
	}

	async fn what_is_signed_wrongly_is_refused(&self) {
		let good = self.good.sign(&Bob.pair());
		for flipped in [0, 31, 62] {
			let mut bad = good.clone();
			bad[SIGNATURE.start + flipped] ^= 1;
			self.refused_bytes("bad signature", &bad).await;
		}
		let by_another = self.good.sign(&Charlie.pair());
		let mut stolen = good;
		stolen[SIGNATURE].copy_from_slice(&by_another[SIGNATURE]);
		self.refused_bytes("bad signature", &stolen).await;
	}

	async fn what_was_meant_for_another_chain_or_time_is_refused(&self) {
		self.refused("bad signature", |draft| draft.genesis = H256::repeat_byte(7)).await;
		self.refused("bad signature", |draft| draft.spec_version += 1).await;
		self.refused("bad signature", |draft| draft.transaction_version += 1).await;
		self.refused("outdated", |draft| draft.nonce -= 1).await;
	}

	async fn who_cannot_pay_is_refused(&self) {
		let penniless = Draft { nonce: 0, ..self.good.clone() }.sign(&self.pauper);
		self.refused_bytes("pay some fees", &penniless).await;
		self.refused("pay some fees", |draft| draft.tip = 1_000_000_000 * 10u128.pow(18)).await;
	}

	async fn too_much_for_a_block_is_refused(&self) {
		self.refused("exhaust the block limits", |draft| {
			let remark = frame_system::Call::remark { remark: vec![0; 4_700_000] };
			draft.call = btt_runtime::RuntimeCall::System(remark).encode();
		})
		.await;
	}
}

#[test]
fn bad_transactions_are_refused_with_a_reason_and_change_nothing() {
	beside(async {
		let folder = tempfile::tempdir().expect("a temporary folder can be made");
		let node = Node::dev(folder.path());
		node.start(&[]);
		node.ready().await;

		// A good one first: it shows that what is refused later is refused for its fault, and makes a nonce outdated.
		let good = draft(&node, &Bob.pair(), transfer_call(&Charlie.to_account_id(), 1)).await;
		let bytes = good.sign(&Bob.pair());
		node.submit(&bytes).await.expect("a good transaction is accepted");
		let again = node.submit(&bytes).await.expect_err("once is enough");
		assert_eq!(again.code, ALREADY_IMPORTED, "{again:?}");
		let settled = until("the good transaction is final", BLOCKS, async || {
			let (hash, height) = node.finalised_block().await;
			let nonce = node.account(&Bob.to_account_id(), hash).await.nonce;
			when(nonce == good.nonce + 1, || format!("nonce {nonce} at {height}")).map(|()| hash)
		})
		.await;

		let pauper = sr25519::Pair::from_string("//Nobody", None).expect("a name is a path");
		let counter = Counter { node: &node, good: Draft { nonce: good.nonce + 1, ..good }, pauper };
		let before = counter.books(settled).await;
		counter.what_is_no_transaction_is_refused().await;
		counter.what_is_signed_wrongly_is_refused().await;
		counter.what_was_meant_for_another_chain_or_time_is_refused().await;
		counter.who_cannot_pay_is_refused().await;
		counter.too_much_for_a_block_is_refused().await;

		let pending: Vec<String> = node.call("author_pendingExtrinsics", jsonrpsee::rpc_params![]).await;
		assert_eq!(pending, Vec::<String>::new());
		let height = node.best().await;
		let later = until("two more blocks are final", BLOCKS, async || {
			let (hash, finalised) = node.finalised_block().await;
			when(finalised > height + 1, || format!("finalised {finalised}")).map(|()| hash)
		})
		.await;
		assert_eq!(counter.books(later).await, before);

		// And the account is as usable as before.
		node.submit(&counter.good.sign(&Bob.pair())).await.expect("the next good transaction is accepted");
	});
}
