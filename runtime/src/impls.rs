//! The adapters that join pallets which do not know each other.

use crate::{
	configs::governance::{
		dynamic_params::{deposits, governance, staking},
		RuntimeParameters,
	},
	AccountId, Balance, Balances, BlockNumber, BttStaking, BttToken, ChainTiming, Fees, Governance, Parameters,
	Referenda, Runtime, RuntimeCall, RuntimeOrigin, Session, UncheckedExtrinsic, VestingSchedules,
};
use alloc::vec::Vec;
use btt_primitives::{
	governance::{CheckedParameters, Electorate, Holdings, VotingPower},
	staking::{Disable, HasKeys, Role, RoleMinimums, StakeInfo},
	time::TokenClock,
	token::HoldingPower,
	vesting::Unvested,
	Moment, BTT,
};
use frame_support::{
	traits::{
		fungible::{Balanced, Inspect, InspectHold},
		Contains, Get, Imbalance, OnUnbalanced,
	},
	weights::{Weight, WeightToFee},
};
use pallet_balances::NegativeImbalance;
use pallet_btt_burn::SlashBurn;
use pallet_btt_governance::Track;
use pallet_session::{historical, SessionInterface};
use sp_runtime::{
	generic::Preamble,
	traits::{Convert, StaticLookup},
	DispatchResult, Perbill, Permill,
};
use sp_staking::{offence::OffenceSeverity, SessionIndex};

/// The least and the most of what an item in storage takes, in units.
const ITEM_DEPOSIT: (Balance, Balance) = (BTT / 1_000, 10 * BTT);
/// The least and the most of what a byte in storage takes, in units.
const BYTE_DEPOSIT: (Balance, Balance) = (BTT / 1_000_000, BTT / 10);
/// The least and the most of what a referendum takes, in units.
const SUBMISSION_DEPOSIT: (Balance, Balance) = (BTT, 10_000 * BTT);
/// The least and the most of a house that must vote for its vote to count in full.
const QUORUM: (Perbill, Perbill) = (Perbill::from_percent(1), Perbill::from_percent(20));
/// The most that bonded tokens count more.
const MAX_STAKE_BONUS: Permill = Permill::from_percent(50);
/// The longest that stake can take to leave, in days.
const MAX_UNBONDING_DAYS: u32 = 365;
/// The longest that a slash can wait, in days.
const MAX_SLASH_DEFERRAL_DAYS: u32 = 27;

/// The deposit for each item that an account stores, in units.
pub struct DepositPerItem;

impl Get<Balance> for DepositPerItem {
	fn get() -> Balance {
		deposits::PerItem::get().clamp(ITEM_DEPOSIT.0, ITEM_DEPOSIT.1)
	}
}

/// The deposit for each byte that an account stores, in units.
pub struct DepositPerByte;

impl Get<Balance> for DepositPerByte {
	fn get() -> Balance {
		deposits::PerByte::get().clamp(BYTE_DEPOSIT.0, BYTE_DEPOSIT.1)
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
			// Only a higher track ends the referenda of a track before their time (SPEC §8); over upgrades of the network
			// there is none.
			RuntimeCall::Referenda(
				pallet_referenda::Call::cancel { index } | pallet_referenda::Call::kill { index },
			) => {
				let track = Referenda::ensure_ongoing(*index).map(|referendum| referendum.track);
				return track != Ok(Track::NetworkUpgrade.id());
			}
			RuntimeCall::Vesting(pallet_vesting::Call::vested_transfer { target, .. }) => target,
			RuntimeCall::Vesting(pallet_vesting::Call::force_vested_transfer { target, .. }) => target,
			_ => return true,
		};
		// Balances take the maximum of locks and freezes, not their sum: the lock of a vested transfer would lie under
		// the freeze of unvested tokens and lock nothing (SPEC §3).
		match <Runtime as frame_system::Config>::Lookup::lookup(target.clone()) {
			Ok(who) => !VestingSchedules::is_beneficiary(&who) && !Pots::contains(&who),
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
		BttToken::is_pot(who) || [BttStaking::pot(), Fees::fund()].contains(who)
	}
}

/// Everything that an account holds votes, bonded and unvested tokens included, but for what is on hold for other reasons
/// than a bond. Pots have no vote (SPEC §8).
pub struct VotingTokens;

impl VotingPower<AccountId> for VotingTokens {
	fn holdings(who: &AccountId) -> Holdings {
		if Pots::contains(who) {
			return Holdings::default();
		}
		let bond = Balances::balance_on_hold(&pallet_btt_staking::HoldReason::Bond.into(), who);
		let held = Balances::reserved_balance(who).saturating_sub(bond);
		Holdings::new(Balances::total_balance(who), held, VestingSchedules::unvested(who), BttStaking::stake_of(who))
	}

	fn electorate() -> Electorate {
		// What is frozen is what is unvested, but for an hour's vesting. With the last line the hand-over ends.
		let handed_over = Governance::governance_weights().institutional == 0;
		let institutional = if handed_over { 0 } else { VestingSchedules::total_frozen() };
		let all = <Self as HoldingPower<AccountId>>::eligible();
		Electorate { institutional, community: all.saturating_sub(institutional) }
	}
}

impl HoldingPower<AccountId> for VotingTokens {
	fn power_of(who: &AccountId) -> Balance {
		Self::holdings(who).total()
	}

	fn eligible() -> Balance {
		Balances::total_issuance()
			.saturating_sub(BttToken::unreleased())
			.saturating_sub(Balances::total_balance(&BttStaking::pot()))
			.saturating_sub(Balances::total_balance(&Fees::fund()))
	}
}

/// When the hand-over began, in ms.
pub struct TokenGenerationEvent;

impl Get<Moment> for TokenGenerationEvent {
	fn get() -> Moment {
		<ChainTiming as TokenClock>::token_generation_event()
	}
}

/// So many eras, in blocks; four are a day on the mainnet.
pub struct Eras<const COUNT: u32>;

impl<const COUNT: u32> Get<BlockNumber> for Eras<COUNT> {
	fn get() -> BlockNumber {
		let slot = pallet_chain_timing::SlotDuration::<Runtime>::get().max(1);
		let blocks = pallet_chain_timing::EraDuration::<Runtime>::get().saturating_mul(COUNT.into()).div_ceil(slot);
		BlockNumber::try_from(blocks).unwrap_or(BlockNumber::MAX)
	}
}

/// How votes count, as referenda have set it.
pub struct GovernanceRules;

impl Get<Perbill> for GovernanceRules {
	fn get() -> Perbill {
		governance::Quorum::get().clamp(QUORUM.0, QUORUM.1)
	}
}

impl Get<Permill> for GovernanceRules {
	fn get() -> Permill {
		governance::StakeBonus::get().min(MAX_STAKE_BONUS)
	}
}

/// The deposit for a referendum, in units.
pub struct SubmissionDeposit;

impl Get<Balance> for SubmissionDeposit {
	fn get() -> Balance {
		governance::SubmissionDeposit::get().clamp(SUBMISSION_DEPOSIT.0, SUBMISSION_DEPOSIT.1)
	}
}

/// The parameters of the runtime, each within the bounds that its documentation names (SPEC §18). Nothing sets one to
/// no value but its default.
pub struct CheckedRuntimeParameters;

impl CheckedParameters for CheckedRuntimeParameters {
	type Parameter = RuntimeParameters;

	fn is_in_bounds(parameter: &RuntimeParameters) -> bool {
		use {deposits::Parameters as D, governance::Parameters as G, staking::Parameters as S};
		fn within<T: PartialOrd>(value: &Option<T>, least: T, most: T) -> bool {
			value.as_ref().is_none_or(|value| (&least..=&most).contains(&value))
		}
		match parameter {
			RuntimeParameters::Deposits(D::PerItem(_, value)) => within(value, ITEM_DEPOSIT.0, ITEM_DEPOSIT.1),
			RuntimeParameters::Deposits(D::PerByte(_, value)) => within(value, BYTE_DEPOSIT.0, BYTE_DEPOSIT.1),
			RuntimeParameters::Staking(
				S::ProviderMinimum(_, value)
				| S::VerifierMinimum(_, value)
				| S::GovernanceMinimum(_, value)
				| S::PremiumMinimum(_, value)
				| S::ClinicMinimum(_, value)
				| S::ValidatorMinimum(_, value),
			) => within(value, BTT, 1_000_000 * BTT),
			// Half a day to dispute, the deferral, and a day, in whole days.
			RuntimeParameters::Staking(S::UnbondingDays(_, value)) => {
				let deferral = staking::SlashDeferralDays::get().min(MAX_SLASH_DEFERRAL_DAYS);
				within(value, deferral.saturating_add(2), MAX_UNBONDING_DAYS)
			}
			RuntimeParameters::Staking(S::SlashDeferralDays(_, value)) => within(value, 0, MAX_SLASH_DEFERRAL_DAYS),
			RuntimeParameters::Governance(G::Quorum(_, value)) => within(value, QUORUM.0, QUORUM.1),
			RuntimeParameters::Governance(G::StakeBonus(_, value)) => within(value, Permill::zero(), MAX_STAKE_BONUS),
			RuntimeParameters::Governance(G::SubmissionDeposit(_, value)) => {
				within(value, SUBMISSION_DEPOSIT.0, SUBMISSION_DEPOSIT.1)
			}
		}
	}

	fn set(parameter: RuntimeParameters) -> DispatchResult {
		Parameters::set_parameter(RuntimeOrigin::root(), parameter)
	}
}

/// Burns what a killed referendum costs those who paid its deposits.
pub struct BurnSlashedDeposit;

impl OnUnbalanced<NegativeImbalance<Runtime>> for BurnSlashedDeposit {
	fn on_nonzero_unbalanced(slashed: NegativeImbalance<Runtime>) {
		// Two kinds of the same tokens, which do not convert: one appears for the moment in which the other vanishes.
		let credit = <Balances as Balanced<AccountId>>::issue(slashed.peek());
		drop(slashed);
		SlashBurn::<Runtime>::on_unbalanced(credit);
	}
}

/// The fee for computation: 0.001 BTT for what every transaction costs at least, and in proportion for the rest; less
/// where usage has made the base fee fall.
pub struct WeightFee;

impl WeightToFee for WeightFee {
	type Balance = Balance;

	fn weight_to_fee(weight: &Weight) -> Balance {
		let base = <Runtime as frame_system::Config>::BlockWeights::get()
			.get(frame_support::dispatch::DispatchClass::Normal)
			.base_extrinsic
			.ref_time()
			.max(1);
		let fee = btt_math::shares::pro_rata(BTT / 1_000, weight.ref_time().into(), base.into());
		Fees::base_fee_factor().mul_ceil(fee.unwrap_or(Balance::MAX))
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

/// The session manager: has staking elect for every session, so that every session's keys can be proven later.
pub struct ElectedValidators;

impl pallet_session::SessionManager<AccountId> for ElectedValidators {
	fn new_session(index: SessionIndex) -> Option<Vec<AccountId>> {
		let elected = BttStaking::elect(index);
		if !elected.iter().any(SessionSeats::has_keys) {
			// Whoever purged its keys last keeps them: without a validator the chain ends.
			for (who, keys) in Session::queued_keys() {
				if <Session as SessionInterface>::set_keys(&who, keys).is_err() {
					log::error!(target: "runtime::session", "the keys of {who:?} cannot be kept");
				}
			}
		}
		Some(elected)
	}

	fn start_session(_: SessionIndex) {
		BttStaking::start_session();
	}

	fn end_session(ended: SessionIndex) {
		let kept = crate::configs::consensus::ReportableSessions::get();
		let oldest = u64::from(ended).saturating_sub(kept);
		historical::Pallet::<Runtime>::prune_up_to(oldest.try_into().unwrap_or(SessionIndex::MAX));
	}
}

impl historical::SessionManager<AccountId, ()> for ElectedValidators {
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

/// Tells staking who authored a block.
pub struct NoteAuthor;

impl pallet_authorship::EventHandler<AccountId, BlockNumber> for NoteAuthor {
	fn note_author(author: AccountId) {
		BttStaking::note_author(&author);
	}
}

/// Who has session keys, and how a seat is taken.
pub struct SessionSeats;

impl HasKeys<AccountId> for SessionSeats {
	fn has_keys(who: &AccountId) -> bool {
		pallet_session::NextKeys::<Runtime>::contains_key(who)
	}
}

impl Disable<AccountId> for SessionSeats {
	fn disable(who: &AccountId, fraction: Perbill) {
		Session::report_offence(who.clone(), OffenceSeverity(fraction));
	}
}

/// Who signs a transaction, and so pays for it; nobody if it is not signed, or by an account that cannot be looked up.
pub fn payer(transaction: &UncheckedExtrinsic) -> Option<AccountId> {
	match &transaction.preamble {
		Preamble::Signed(address, ..) => <Runtime as frame_system::Config>::Lookup::lookup(address.clone()).ok(),
		_ => None,
	}
}

/// The minimum stakes of the roles, as governance has them.
pub struct StakeMinimums;

impl RoleMinimums for StakeMinimums {
	fn minimum(role: Role) -> Balance {
		match role {
			Role::Provider => staking::ProviderMinimum::get(),
			Role::Verifier => staking::VerifierMinimum::get(),
			Role::Governance => staking::GovernanceMinimum::get(),
			Role::Premium => staking::PremiumMinimum::get(),
			Role::Clinic => staking::ClinicMinimum::get(),
			Role::Validator => staking::ValidatorMinimum::get(),
		}
	}
}

fn days(count: u32) -> Moment {
	pallet_chain_timing::StakingDay::<Runtime>::get().saturating_mul(count.into())
}

/// How long a result of a computation can be disputed, in ms: half a day (SPEC §18).
pub struct DisputeWindow;

impl Get<Moment> for DisputeWindow {
	fn get() -> Moment {
		days(1) / 2
	}
}

/// How long there is for the verdict on a dispute about mining rewards, in ms: 21 days, for a referendum on technical
/// standards can take 17. Meanwhile the stake of the accused does not leave.
pub struct DisputePeriod;

impl Get<Moment> for DisputePeriod {
	fn get() -> Moment {
		days(21)
	}
}

/// How long stake takes to leave, in ms: never less than a slash takes to fall due after a dispute, and a day.
pub struct UnbondingPeriod;

impl Get<Moment> for UnbondingPeriod {
	fn get() -> Moment {
		let least = DisputeWindow::get().saturating_add(SlashDeferral::get()).saturating_add(days(1));
		days(staking::UnbondingDays::get().min(MAX_UNBONDING_DAYS)).max(least)
	}
}

/// How long governance can cancel a slash, in ms.
pub struct SlashDeferral;

impl Get<Moment> for SlashDeferral {
	fn get() -> Moment {
		days(staking::SlashDeferralDays::get().min(MAX_SLASH_DEFERRAL_DAYS))
	}
}

/// A validator is identified by its account alone.
pub struct ValidatorIdentity;

impl Convert<AccountId, Option<()>> for ValidatorIdentity {
	fn convert(_: AccountId) -> Option<()> {
		Some(())
	}
}

/// Total issuance and the pots agree with what was minted, over all pallets (SPEC §1).
#[cfg(any(feature = "std", feature = "try-runtime"))]
pub fn try_conservation() -> Result<(), sp_runtime::TryRuntimeError> {
	use btt_primitives::TOTAL_SUPPLY;
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
