//! Block production, finality, sessions and offences.

use crate::{
	impls::{ElectedValidators, NoteAuthor, ValidatorIdentity},
	weights::{BabeWeight, GrandpaWeight},
	AccountId, Babe, Balance, Balances, BttStaking, Historical, Offences, Runtime, RuntimeCall, RuntimeEvent, Session,
	SessionKeys, UncheckedExtrinsic,
};
use btt_primitives::BTT;
use frame_support::{
	parameter_types,
	traits::{ConstU32, Get},
};
use frame_system::offchain::{CreateBare, CreateTransactionBase};
use pallet_session::{
	disabling::UpToLimitDisablingStrategy, historical::NoteHistoricalRoot, FindAccountFromAuthorIndex,
};
use sp_consensus_babe::{AllowedSlots, BabeEpochConfiguration};
use sp_runtime::traits::{ConvertInto, OpaqueKeys};

/// One in four slots has a primary author on average; in the others a verifiable draw names one, so that no block is
/// missed.
pub const EPOCH_CONFIG: BabeEpochConfiguration =
	BabeEpochConfiguration { c: (1, 4), allowed_slots: AllowedSlots::PrimaryAndSecondaryVRFSlots };

/// Sessions for which an equivocation can be proven: those of 28 days as staking counts them, longer than any stake
/// answers.
pub struct ReportableSessions;

impl Get<u64> for ReportableSessions {
	fn get() -> u64 {
		let session = pallet_chain_timing::SlotDuration::<Runtime>::get()
			.saturating_mul(pallet_chain_timing::EpochLength::<Runtime>::get())
			.max(1);
		pallet_chain_timing::StakingDay::<Runtime>::get().saturating_mul(28).div_ceil(session)
	}
}

/// How long an equivocation report is taken, in slots.
pub struct ReportLongevity;

impl Get<u64> for ReportLongevity {
	fn get() -> u64 {
		ReportableSessions::get().saturating_mul(pallet_chain_timing::EpochLength::<Runtime>::get())
	}
}

parameter_types! {
	/// How many validators there can be at most.
	pub const MaxAuthorities: u32 = 300;
	/// GRANDPA remembers in which session each of so many authority sets served.
	pub const MaxSetIdSessionEntries: u64 = 512;
	/// What is held while an account has session keys.
	pub const SessionKeyDeposit: Balance = BTT;
}

impl pallet_babe::Config for Runtime {
	type EpochDuration = pallet_chain_timing::EpochLength<Runtime>;
	type ExpectedBlockTime = pallet_chain_timing::SlotDuration<Runtime>;
	type EpochChangeTrigger = pallet_babe::ExternalTrigger;
	type DisabledValidators = Session;
	type WeightInfo = BabeWeight;
	type MaxAuthorities = MaxAuthorities;
	type MaxNominators = ConstU32<0>;
	type KeyOwnerProof = sp_session::MembershipProof;
	type EquivocationReportSystem = pallet_babe::EquivocationReportSystem<Self, Offences, Historical, ReportLongevity>;
}

impl pallet_grandpa::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = GrandpaWeight;
	type MaxAuthorities = MaxAuthorities;
	type MaxNominators = ConstU32<0>;
	type MaxSetIdSessionEntries = MaxSetIdSessionEntries;
	type KeyOwnerProof = sp_session::MembershipProof;
	type EquivocationReportSystem =
		pallet_grandpa::EquivocationReportSystem<Self, Offences, Historical, ReportLongevity>;
}

impl pallet_authorship::Config for Runtime {
	type FindAuthor = FindAccountFromAuthorIndex<Self, Babe>;
	type EventHandler = NoteAuthor;
}

impl pallet_session::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type ValidatorId = AccountId;
	type ValidatorIdOf = ConvertInto;
	type ShouldEndSession = Babe;
	type NextSessionRotation = Babe;
	type SessionManager = NoteHistoricalRoot<Self, ElectedValidators>;
	type SessionHandler = <SessionKeys as OpaqueKeys>::KeyTypeIdProviders;
	type Keys = SessionKeys;
	type DisablingStrategy = UpToLimitDisablingStrategy<3>;
	type WeightInfo = pallet_session::weights::SubstrateWeight<Runtime>;
	type Currency = Balances;
	type KeyDeposit = SessionKeyDeposit;
}

impl pallet_session::historical::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type FullIdentification = ();
	type FullIdentificationOf = ValidatorIdentity;
}

impl pallet_offences::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type IdentificationTuple = pallet_session::historical::IdentificationTuple<Self>;
	type OnOffenceHandler = BttStaking;
}

impl pallet_authority_discovery::Config for Runtime {
	type MaxAuthorities = MaxAuthorities;
}

impl<LocalCall> CreateTransactionBase<LocalCall> for Runtime
where
	RuntimeCall: From<LocalCall>,
{
	type Extrinsic = UncheckedExtrinsic;
	type RuntimeCall = RuntimeCall;
}

// Reports of equivocations come as bare transactions out of the validators' own nodes.
impl<LocalCall> CreateBare<LocalCall> for Runtime
where
	RuntimeCall: From<LocalCall>,
{
	fn create_bare(call: RuntimeCall) -> UncheckedExtrinsic {
		UncheckedExtrinsic::new_bare(call)
	}
}
