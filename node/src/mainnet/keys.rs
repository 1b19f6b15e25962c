//! Accounts and session keys as people write them, and the keys that nobody may use.

use btt_primitives::SS58_PREFIX;
use btt_runtime::{genesis_config_presets::TEST_INSTITUTIONS, AccountId};
use sp_core::{
	crypto::{Ss58AddressFormat, Ss58Codec, DEV_PHRASE},
	ecdsa, ed25519, sr25519, Pair,
};
use std::{collections::HashMap, fmt, sync::LazyLock};

/// The address format of no network in particular, as `subkey` and older wallets write it.
const GENERIC_PREFIX: u16 = 42;

/// The names whose keys every SDK node derives from the development phrase.
const WELL_KNOWN_NAMES: [&str; 8] = ["Alice", "Bob", "Charlie", "Dave", "Eve", "Ferdie", "One", "Two"];

/// Why a text is no account or key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyError {
	/// Neither SS58 nor, where that is allowed, hex.
	Malformed {
		/// What was written.
		text: String,
		/// What is wrong with it.
		reason: String,
	},
	/// An address of another network.
	OtherNetwork {
		/// What was written.
		text: String,
		/// The network's prefix.
		prefix: u16,
	},
	/// 32 zero bytes, under which anybody can sign.
	Zero,
}

impl fmt::Display for KeyError {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Malformed { text, reason } => write!(
				f,
				"`{text}` is no key ({reason}); write an SS58 address with prefix {SS58_PREFIX} or {GENERIC_PREFIX}, or, \
				 for a session key, 32 bytes as 0x-prefixed hex"
			),
			Self::OtherNetwork { text, prefix } => write!(
				f,
				"`{text}` is an address of another network (prefix {prefix}); write it with prefix {SS58_PREFIX} or \
				 {GENERIC_PREFIX}, and only if the owner wants it on this network"
			),
			Self::Zero => write!(f, "is a placeholder of zeros, under which anybody can sign; fill in the real key"),
		}
	}
}

/// Read an account.
pub fn account(text: &str) -> Result<AccountId, KeyError> {
	let (account, format) = AccountId::from_ss58check_with_version(text)
		.map_err(|error| KeyError::Malformed { text: text.into(), reason: error.to_string() })?;
	let prefix = u16::from(format);
	if prefix != SS58_PREFIX && prefix != GENERIC_PREFIX {
		return Err(KeyError::OtherNetwork { text: text.into(), prefix });
	}
	if account == AccountId::new([0; 32]) {
		return Err(KeyError::Zero);
	}
	Ok(account)
}

/// Write an account or key as the runtime reads it in a genesis: it refuses prefixes that are not in the registry, which
/// this network's is not.
pub fn generic_address(key: impl Into<AccountId>) -> String {
	key.into().to_ss58check_with_version(Ss58AddressFormat::custom(GENERIC_PREFIX))
}

/// Read a session key, which tools write in hex as well.
pub fn session_key(text: &str) -> Result<[u8; 32], KeyError> {
	let Some(digits) = text.strip_prefix("0x") else { return account(text).map(Into::into) };
	let mut key = [0; 32];
	hex::decode_to_slice(digits, &mut key)
		.map_err(|error| KeyError::Malformed { text: text.into(), reason: error.to_string() })?;
	if key == [0; 32] {
		return Err(KeyError::Zero);
	}
	Ok(key)
}

/// The keys whose secrets everybody knows, and those secrets.
static DEVELOPMENT_KEYS: LazyLock<HashMap<[u8; 32], String>> = LazyLock::new(|| {
	let named = WELL_KNOWN_NAMES.iter().flat_map(|name| [format!("//{name}"), format!("//{name}//stash")]);
	let institutions = TEST_INSTITUTIONS.iter().map(|(allocation, _)| format!("//{allocation:?}"));
	std::iter::once(String::new())
		.chain(named)
		.chain(institutions)
		.map(|path| format!("{DEV_PHRASE}{path}"))
		.flat_map(|secret| public_keys(&secret).into_iter().map(move |key| (key, secret.clone())))
		.collect()
});

/// The secret behind `key`, if everybody knows it.
pub fn well_known_secret(key: &[u8]) -> Option<&'static str> {
	DEVELOPMENT_KEYS.get(key).map(String::as_str)
}

/// The public keys of `secret` in every scheme; of ECDSA the account, which is what fits in here.
fn public_keys(secret: &str) -> Vec<[u8; 32]> {
	fn public<P: Pair>(secret: &str) -> Option<P::Public> {
		P::from_string(secret, None).ok().map(|pair| pair.public())
	}
	[
		public::<sr25519::Pair>(secret).map(|key| key.0),
		public::<ed25519::Pair>(secret).map(|key| key.0),
		public::<ecdsa::Pair>(secret).map(|key| sp_crypto_hashing::blake2_256(key.as_ref())),
	]
	.into_iter()
	.flatten()
	.collect()
}
