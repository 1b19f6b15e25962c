//! The adapters that join pallets which do not know each other.

use crate::{
	configs::governance::dynamic_params::deposits, AccountId, Authorship, Balance, Balances, BttToken, Runtime,
	RuntimeCall, Session, VestingSchedules,
};
use alloc::vec::Vec;
use btt_primitives::{token::HoldingPower, BTT, TOTAL_SUPPLY};
use core::marker::PhantomData;
use frame_support::{
	traits::{
		fungible::{Balanced, Credit, Inspect},
		Contains, Get, OnUnbalanced,
	},
	weights::{Weight, WeightToFee},
};
use pallet_session::historical::{self, IdentificationTuple};
use sp_runtime::{
	traits::{Convert, StaticLookup},
	Perbill,
};
use sp_staking::{
	offence::{OffenceDetails, OffenceSeverity, OnOffenceHandler},
	SessionIndex,
};

/// The deposit for each item that an account stores, in units.
pub struct DepositPerItem;

impl Get<Balance> for DepositPerItem {
	fn get() -> Balance {
		deposits::PerItem::get().clamp(BTT / 1_000, 10 * BTT)
	}
}

/// The deposit for each byte that an account stores, in units.
pub struct DepositPerByte;

impl Get<Balance> for DepositPerByte {
	fn get() -> Balance {
		deposits::PerByte::get().clamp(BTT / 1_000_000, BTT / 10)
	}
}

/// The deposit for so many items and bytes, in units.
pub struct LinearDeposit<const ITEMS: u32, const BYTES: u32>;

impl<const ITEMS: u32, const BYTES: u32> Get<Balance> for LinearDeposit<ITEMS, BYTES> {
	fn get() -> Balance {
		DepositPerItem::get()
			.saturating_mul(ITEMS.into())
			.saturating_add(DepositPerByte::get().saturating_mul(BYTES.into()))
	}
}

/// Calls that no signed origin may make, whatever wraps them.
pub struct CallFilter;

impl Contains<RuntimeCall> for CallFilter {
	fn contains(call: &RuntimeCall) -> bool {
		let target = match call {
			// Burning has reasons, bounds and totals of its own (SPEC §6).
			RuntimeCall::Balances(pallet_balances::Call::burn { .. }) => return false,
			RuntimeCall::Vesting(pallet_vesting::Call::vested_transfer { target, .. }) => target,
			RuntimeCall::Vesting(pallet_vesting::Call::force_vested_transfer { target, .. }) => target,
			_ => return true,
		};
		// Balances take the maximum of locks and freezes, not their sum: the lock of a vested transfer would lie under
		// the freeze of unvested tokens and lock nothing (SPEC §3).
		match <Runtime as frame_system::Config>::Lookup::lookup(target.clone()) {
			Ok(who) => !VestingSchedules::is_beneficiary(&who) && !BttToken::is_pot(&who),
			Err(_) => true,
		}
	}
}

/// Accounts that carry the lock of a vested transfer, which would lie under the freeze of unvested tokens.
pub struct ForeignLocks;

impl Contains<AccountId> for ForeignLocks {
	fn contains(who: &AccountId) -> bool {
		pallet_vesting::Vesting::<Runtime>::contains_key(who)
	}
}

/// Keyless accounts that hold tokens which are nobody's yet.
pub struct Pots;

impl Contains<AccountId> for Pots {
	fn contains(who: &AccountId) -> bool {
		BttToken::is_pot(who)
	}
}

/// Power is everything that an account holds, bonded and unvested tokens included; pots have none.
pub struct HoldingsWithoutPots;

impl HoldingPower<AccountId> for HoldingsWithoutPots {
	fn power_of(who: &AccountId) -> Balance {
		if Pots::contains(who) {
			0
		} else {
			Balances::total_balance(who)
		}
	}

	fn eligible() -> Balance {
		Balances::total_issuance().saturating_sub(BttToken::unreleased())
	}
}

/// Pays fees and tips to the author of the block.
pub struct AuthorFees;

impl OnUnbalanced<Credit<AccountId, Balances>> for AuthorFees {
	fn on_nonzero_unbalanced(fees: Credit<AccountId, Balances>) {
		if let Some(author) = Authorship::author() {
			// An author that cannot receive (reaped, the fee under the existential deposit) leaves the fee to be
			// burned, which the supply accounts for.
			drop(Balances::resolve(&author, fees));
		}
	}
}

/// The fee for computation: 0.001 BTT for what every transaction costs at least, and in proportion for the rest.
pub struct WeightFee;

impl WeightToFee for WeightFee {
	type Balance = Balance;

	fn weight_to_fee(weight: &Weight) -> Balance {
		let base = <Runtime as frame_system::Config>::BlockWeights::get()
			.get(frame_support::dispatch::DispatchClass::Normal)
			.base_extrinsic
			.ref_time()
			.max(1);
		btt_math::shares::pro_rata(BTT / 1_000, weight.ref_time().into(), base.into()).unwrap_or(Balance::MAX)
	}
}

/// The fee for length: 0.00001 BTT a byte.
pub struct LengthFee;

impl WeightToFee for LengthFee {
	type Balance = Balance;

	fn weight_to_fee(weight: &Weight) -> Balance {
		(BTT / 100_000).saturating_mul(weight.ref_time().into())
	}
}

/// Names the validators of the next session.
pub trait Election {
	/// The set that is to serve, never empty.
	fn elect() -> Vec<AccountId>;
}

/// The validators of genesis, for ever: the set that serves goes on serving.
pub struct GenesisValidators;

impl Election for GenesisValidators {
	fn elect() -> Vec<AccountId> {
		let serving = Session::validators();
		if !serving.is_empty() {
			return serving;
		}
		// In genesis nobody serves yet: everybody who has keys does.
		let mut first: Vec<_> = pallet_session::NextKeys::<Runtime>::iter_keys().collect();
		first.sort();
		first
	}
}

/// The session manager: asks the election in every session, so that every session's keys can be proven later.
pub struct SessionManager<E>(PhantomData<E>);

/// The session manager of this runtime.
pub type AllValidators = SessionManager<GenesisValidators>;

impl<E: Election> pallet_session::SessionManager<AccountId> for SessionManager<E> {
	fn new_session(_: SessionIndex) -> Option<Vec<AccountId>> {
		Some(E::elect())
	}

	fn start_session(_: SessionIndex) {}

	fn end_session(ended: SessionIndex) {
		let kept = crate::configs::consensus::ReportableSessions::get();
		let oldest = u64::from(ended).saturating_sub(kept);
		historical::Pallet::<Runtime>::prune_up_to(oldest.try_into().unwrap_or(SessionIndex::MAX));
	}
}

impl<E: Election> historical::SessionManager<AccountId, ()> for SessionManager<E> {
	fn new_session(index: SessionIndex) -> Option<Vec<(AccountId, ())>> {
		<Self as pallet_session::SessionManager<_>>::new_session(index)
			.map(|validators| validators.into_iter().map(|who| (who, ())).collect())
	}

	fn start_session(index: SessionIndex) {
		<Self as pallet_session::SessionManager<_>>::start_session(index)
	}

	fn end_session(index: SessionIndex) {
		<Self as pallet_session::SessionManager<_>>::end_session(index)
	}
}

/// A validator is identified by its account alone.
pub struct ValidatorIdentity;

impl Convert<AccountId, Option<()>> for ValidatorIdentity {
	fn convert(_: AccountId) -> Option<()> {
		Some(())
	}
}

/// Takes the seat of whoever equivocated in the session that is under way. There is no stake yet that could be slashed.
pub struct DisableOffenders;

impl<Reporter> OnOffenceHandler<Reporter, IdentificationTuple<Runtime>, Weight> for DisableOffenders {
	fn on_offence(
		offenders: &[OffenceDetails<Reporter, IdentificationTuple<Runtime>>],
		fractions: &[Perbill],
		session: SessionIndex,
	) -> Weight {
		let weights = <Runtime as frame_system::Config>::DbWeight::get();
		if session == Session::current_index() {
			for (details, fraction) in offenders.iter().zip(fractions) {
				Session::report_offence(details.offender.0.clone(), OffenceSeverity(*fraction));
			}
		}
		weights.reads_writes(3, 1).saturating_mul(offenders.len() as u64)
	}
}

/// Total issuance and the pots agree with what was minted, over all pallets (SPEC §1).
#[cfg(any(feature = "std", feature = "try-runtime"))]
pub fn try_conservation() -> Result<(), sp_runtime::TryRuntimeError> {
	use frame_support::ensure;

	let mut held: Balance = 0;
	let mut reserved: Balance = 0;
	let mut explained: Balance = 0;
	for (who, account) in frame_system::Account::<Runtime>::iter() {
		held = held
			.checked_add(account.data.free)
			.and_then(|sum| sum.checked_add(account.data.reserved))
			.ok_or("balances overflow")?;
		reserved = reserved.checked_add(account.data.reserved).ok_or("reserves overflow")?;
		let holds: Balance = pallet_balances::Holds::<Runtime>::get(&who).iter().map(|hold| hold.amount).sum();
		let named: Balance = pallet_balances::Reserves::<Runtime>::get(&who).iter().map(|reserve| reserve.amount).sum();
		ensure!(holds.saturating_add(named) <= account.data.reserved, "holds exceed what is reserved");
		explained = explained.checked_add(holds).ok_or("holds overflow")?;
	}
	ensure!(held == Balances::total_issuance(), "balances do not add up to total issuance");
	ensure!(explained <= reserved, "holds exceed what is reserved");
	ensure!(Balances::total_issuance() <= TOTAL_SUPPLY, "more was minted than the supply");
	let supply = BttToken::supply();
	ensure!(supply.issued == TOTAL_SUPPLY, "the supply is not 210,000,000 BTT");
	ensure!(
		supply.burned.checked_add(Balances::total_issuance()) == Some(TOTAL_SUPPLY),
		"issuance and burned do not add up to the supply"
	);
	ensure!(
		[supply.burned, supply.circulating, supply.unvested, supply.unreleased].iter().sum::<Balance>() == TOTAL_SUPPLY,
		"the parts of the supply do not add up to it"
	);
	Ok(())
}
