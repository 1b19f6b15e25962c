//! How other pallets meet `staking` (SPEC §7, §9, §17, §18).

use crate::{Balance, BTT};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::weights::Weight;
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_runtime::{DispatchResult, Perbill, Permill};

extern crate alloc;

/// How long new stake takes to count fully for a [`Tier`], in days (SPEC §7).
pub const MATURATION_DAYS: u64 = 7;

/// What an account can do for the network with its stake. The minimums of its roles add up (SPEC §7).
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub enum Role {
	/// Runs computations.
	#[codec(index = 0)]
	Provider,
	/// Verifies samples of computations.
	#[codec(index = 1)]
	Verifier,
	/// Votes.
	#[codec(index = 2)]
	Governance,
	/// Has premium access.
	#[codec(index = 3)]
	Premium,
	/// An accredited clinic.
	#[codec(index = 4)]
	Clinic,
	/// Produces blocks, if elected.
	#[codec(index = 5)]
	Validator,
}

impl Role {
	/// All roles.
	pub const ALL: [Self; 6] =
		[Self::Provider, Self::Verifier, Self::Governance, Self::Premium, Self::Clinic, Self::Validator];

	/// The minimum stake by default, in units (SPEC §18).
	pub const fn default_minimum(self) -> Balance {
		match self {
			Self::Provider | Self::Premium => 1_000 * BTT,
			Self::Verifier => 5_000 * BTT,
			Self::Governance => 10 * BTT,
			Self::Clinic => 2_500 * BTT,
			Self::Validator => 50_000 * BTT,
		}
	}
}

/// What matured stake gives (SPEC §7).
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Tier {
	/// Under 1,000 BTT.
	#[default]
	None,
	/// From 1,000 BTT on.
	First,
	/// From 10,000 BTT on.
	Second,
	/// From 50,000 BTT on.
	Third,
	/// From 250,000 BTT on.
	Fourth,
}

impl Tier {
	/// The tier of so many units of matured stake.
	pub const fn of(matured: Balance) -> Self {
		if matured >= 250_000 * BTT {
			Self::Fourth
		} else if matured >= 50_000 * BTT {
			Self::Third
		} else if matured >= 10_000 * BTT {
			Self::Second
		} else if matured >= 1_000 * BTT {
			Self::First
		} else {
			Self::None
		}
	}

	/// The part of a fee that is waived.
	pub const fn fee_discount(self) -> Permill {
		match self {
			Self::None => Permill::from_percent(0),
			Self::First => Permill::from_percent(10),
			Self::Second => Permill::from_percent(20),
			Self::Third => Permill::from_percent(30),
			Self::Fourth => Permill::from_percent(40),
		}
	}
}

/// The minimum stakes of the roles.
pub trait RoleMinimums {
	/// The minimum stake of `role`, in units.
	fn minimum(role: Role) -> Balance;
}

/// What an account has at stake.
pub trait StakeInfo<AccountId> {
	/// The active bond of `who`, in units: what is bonded and not unbonding. May be unvested in part.
	fn stake_of(who: &AccountId) -> Balance;

	/// The tier of `who` at this block's time.
	fn tier_of(who: &AccountId) -> Tier;

	/// Whether `who` has `role`, with today's minimum for it.
	fn has_role(who: &AccountId, role: Role) -> bool;
}

/// Is told when the stake or the roles of an account have changed.
pub trait OnStakeChanged<AccountId> {
	/// The active bond of `who` is `stake` units now, or `who` gained or lost a role.
	fn on_stake_changed(_who: &AccountId, _stake: Balance) {}

	/// What that weighs at most; calls add it to what they weigh themselves.
	fn on_stake_changed_weight() -> Weight {
		Weight::zero()
	}

	/// Likewise, and `who` has less at stake than before, or fewer roles. Called after
	/// [`on_stake_changed`](Self::on_stake_changed).
	fn on_stake_reduced(_who: &AccountId) {}

	/// What that weighs at most; calls add it too.
	fn on_stake_reduced_weight() -> Weight {
		Weight::zero()
	}

	/// What it weighs at most for `who`, as things stand. Calls give back the rest of what they declared.
	fn on_stake_reduced_weight_of(_who: &AccountId) -> Weight {
		Self::on_stake_reduced_weight()
	}
}

#[impl_trait_for_tuples::impl_for_tuples(8)]
impl<AccountId> OnStakeChanged<AccountId> for Tuple {
	fn on_stake_changed(who: &AccountId, stake: Balance) {
		for_tuples!( #( Tuple::on_stake_changed(who, stake); )* );
	}

	fn on_stake_changed_weight() -> Weight {
		let mut sum = Weight::zero();
		for_tuples!( #( sum = sum.saturating_add(Tuple::on_stake_changed_weight()); )* );
		sum
	}

	fn on_stake_reduced(who: &AccountId) {
		for_tuples!( #( Tuple::on_stake_reduced(who); )* );
	}

	fn on_stake_reduced_weight() -> Weight {
		let mut sum = Weight::zero();
		for_tuples!( #( sum = sum.saturating_add(Tuple::on_stake_reduced_weight()); )* );
		sum
	}

	fn on_stake_reduced_weight_of(who: &AccountId) -> Weight {
		let mut sum = Weight::zero();
		for_tuples!( #( sum = sum.saturating_add(Tuple::on_stake_reduced_weight_of(who)); )* );
		sum
	}
}

/// Lets stake answer for what its owner did in a role, from the accusation to the verdict (SPEC §7).
pub trait Accountability<AccountId> {
	/// From now on nothing of the stake of `who` leaves, until each accusation has had its verdict. There may be several.
	///
	/// Fails, changing nothing, when there are as many as can be, or `who` has nothing at stake.
	fn accuse(who: &AccountId) -> DispatchResult;

	/// The verdict on one accusation of `who`: nothing was wrong.
	fn acquit(who: &AccountId);

	/// The verdict on one accusation of `who`: slash `part` of what stands for `role`, and no less than that part of the
	/// minimum of the role, as far as there is so much. Unvested tokens go first. What is taken is burned, except a fifth
	/// of what was vested of it, which is paid to `challenger`. Returns the units taken.
	fn convict(who: &AccountId, role: Role, part: Perbill, challenger: &AccountId) -> Balance;

	/// What a conviction weighs at most beyond what is measured with the call that makes it: what others make of a reduced
	/// stake.
	fn convict_weight() -> Weight {
		Weight::zero()
	}
}

/// Takes the parts of the fees that belong to those who stake (SPEC §9), who get them at the end of the block.
pub trait RewardSink<Credit> {
	/// The part of the author of this block, for it and those who back it.
	fn author(fees: Credit);

	/// The part of everybody who has stake behind a validator.
	fn stakers(fees: Credit);
}

/// Tells who could serve as a validator at once.
pub trait HasKeys<AccountId> {
	/// Whether `who` has session keys.
	fn has_keys(who: &AccountId) -> bool;
}

/// Takes the seat of a validator until the next session.
pub trait Disable<AccountId> {
	/// Disable `who`, if it serves, for an offence for which `fraction` of its stake is slashed.
	fn disable(who: &AccountId, fraction: Perbill);
}

/// What an account has at stake, as clients see it (SPEC §17).
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct StakerInfo {
	/// The active bond, in units.
	pub bonded: Balance,
	/// What is unbonding or waits to be withdrawn, in units.
	pub unbonding: Balance,
	/// What a payout would pay, in units.
	pub rewards: Balance,
	/// The tier.
	pub tier: Tier,
	/// The roles that count.
	pub roles: Vec<Role>,
}
