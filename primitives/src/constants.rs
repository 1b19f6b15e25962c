//! Figures that never change (SPEC §0, §1).

use crate::{Balance, Moment};

/// One BTT, in units.
pub const BTT: Balance = 1_000_000_000_000_000_000;

/// Everything that was ever minted, all of it in genesis (whitepaper, "$BTT Token Basic Information").
pub const TOTAL_SUPPLY: Balance = 210_000_000 * BTT;

/// The balance under which an account is reaped: 0.001 BTT.
pub const EXISTENTIAL_DEPOSIT: Balance = BTT / 1_000;

/// The number of decimals that wallets show.
pub const DECIMALS: u8 = 18;

/// The symbol that wallets show.
pub const SYMBOL: &str = "BTT";

/// The address format of the chain.
pub const SS58_PREFIX: u16 = 2100;

/// Milliseconds of one second.
pub const SECOND: Moment = 1_000;
/// Milliseconds of one minute.
pub const MINUTE: Moment = 60 * SECOND;
/// Milliseconds of one hour.
pub const HOUR: Moment = 60 * MINUTE;
/// Milliseconds of one day.
pub const DAY: Moment = 24 * HOUR;

/// 2025-01-01T00:00:00Z, the token generation event of every shipped preset (SPEC §0).
pub const TOKEN_GENERATION_EVENT: Moment = 1_735_689_600_000;
