//! The rules of what an account has at stake.

use crate::types::{Era, SlashIndex};
use alloc::vec::Vec;
use btt_math::shares::pro_rata;
use btt_primitives::{staking::Role, Balance, Moment};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{
	ensure, traits::Get, BoundedVec, CloneNoBound, DebugNoBound, DefaultNoBound, EqNoBound, PartialEqNoBound,
};
use scale_info::TypeInfo;
use sp_core::{ConstU32, U256};
use sp_runtime::Perbill;
use sp_staking::SessionIndex;

/// Tokens on their way out of the bond.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Chunk {
	/// Units.
	pub amount: Balance,
	/// The ms from which on they can be withdrawn.
	pub release: Moment,
}

/// A role, and the stake that stands for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Pledge {
	/// The role.
	pub role: Role,
	/// Units. Those of a validator lie in its delegation to itself.
	pub amount: Balance,
}

/// Stake behind a validator, as the reward pools see it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Delegation<AccountId> {
	/// The validator; a validator backs itself.
	pub validator: AccountId,
	/// Units that earn.
	pub earning: Balance,
	/// Units that earn from the era after `joined_in` on.
	pub joining: Balance,
	/// The era in which units joined last.
	pub joined_in: Era,
	/// The reward per share of the validator's pool up to which the position is settled.
	pub of_validator: U256,
	/// Likewise of the pool of all stakers.
	pub of_stakers: U256,
}

impl<AccountId> Delegation<AccountId> {
	/// Nothing behind `validator`.
	pub const fn new(validator: AccountId) -> Self {
		Self { validator, earning: 0, joining: 0, joined_in: 0, of_validator: U256::zero(), of_stakers: U256::zero() }
	}

	/// Units behind the validator.
	pub const fn total(&self) -> Balance {
		self.earning.saturating_add(self.joining)
	}
}

/// Stake that answers, or answered, for a validator.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Backing<AccountId> {
	/// The validator.
	pub validator: AccountId,
	/// Units, less what slashes took.
	pub amount: Balance,
	/// The first session in whose election it counted.
	pub from: SessionIndex,
	/// When it began, in ms.
	pub since: Moment,
	/// If it ended: the first session in whose election it did not count, and the ms up to which it answers.
	pub left: Option<(SessionIndex, Moment)>,
	/// The slashes of the validator before this one have been applied, or do not concern it.
	pub seen: SlashIndex,
}

impl<AccountId> Backing<AccountId> {
	/// Whether it counted in the election for `session`.
	pub fn answers_for(&self, session: SessionIndex) -> bool {
		self.from <= session && self.left.is_none_or(|(until, _)| session < until)
	}

	const fn is_open(&self) -> bool {
		self.left.is_none()
	}
}

/// Why something cannot be done with a [`Ledger`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LedgerError {
	/// More than there is.
	Insufficient,
	/// Less than the minimum would remain.
	BelowMinimum,
	/// No room for another chunk.
	TooManyChunks,
	/// No room for another backing.
	TooManyBackings,
	/// The role is held already.
	RoleHeld,
	/// The role is not held.
	NoRole,
	/// No room for another accusation.
	TooManyAccusations,
}

/// What a slash took.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loss {
	/// Units altogether.
	pub amount: Balance,
	/// Units of them that are behind a validator now.
	pub delegated: Balance,
	/// Roles of which the pledge was touched.
	pub roles: Vec<Role>,
}

/// Everything that an account has at stake.
#[derive(
	CloneNoBound,
	DebugNoBound,
	DefaultNoBound,
	PartialEqNoBound,
	EqNoBound,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
#[scale_info(skip_type_params(MaxChunks, MaxBackings))]
#[codec(mel_bound(AccountId: MaxEncodedLen, MaxChunks: Get<u32>, MaxBackings: Get<u32>))]
pub struct Ledger<AccountId: Clone + core::fmt::Debug + PartialEq + Eq, MaxChunks: Get<u32>, MaxBackings: Get<u32>> {
	/// Units bonded and not unbonding.
	pub active: Balance,
	/// Units of the active bond that do not count fully for the tier yet, as of `maturing_since`.
	pub maturing: Balance,
	/// When the last of them were bonded, in ms.
	pub maturing_since: Moment,
	/// What is unbonding, by release.
	pub chunks: BoundedVec<Chunk, MaxChunks>,
	/// The roles, by the time they were taken.
	pub roles: BoundedVec<Pledge, ConstU32<6>>,
	/// What stands behind a validator.
	pub delegation: Option<Delegation<AccountId>>,
	/// What slashes of validators can reach. Open ones add up to the delegation.
	pub backings: BoundedVec<Backing<AccountId>, MaxBackings>,
	/// Rewards settled and not paid yet, in units.
	pub owed: Balance,
	/// Accusations of what the account did in its roles that have had no verdict yet.
	pub accusations: u8,
}

impl<AccountId, MaxChunks, MaxBackings> Ledger<AccountId, MaxChunks, MaxBackings>
where
	AccountId: Clone + core::fmt::Debug + PartialEq + Eq,
	MaxChunks: Get<u32>,
	MaxBackings: Get<u32>,
{
	/// Whether nothing is at stake or owed, and no verdict to come.
	pub fn is_empty(&self) -> bool {
		self.active == 0 && self.chunks.is_empty() && self.owed == 0 && self.accusations == 0
	}

	/// Units unbonding, or waiting to be withdrawn.
	pub fn unbonding(&self) -> Balance {
		self.chunks.iter().fold(0, |sum: Balance, chunk| sum.saturating_add(chunk.amount))
	}

	/// Units on hold.
	pub fn held(&self) -> Balance {
		self.active.saturating_add(self.unbonding())
	}

	/// Units behind a validator.
	pub fn delegated(&self) -> Balance {
		self.delegation.as_ref().map_or(0, Delegation::total)
	}

	/// Units pledged for roles, but for that of a validator, which are delegated.
	pub fn pledged(&self) -> Balance {
		self.roles
			.iter()
			.filter(|pledge| pledge.role != Role::Validator)
			.fold(0, |sum: Balance, pledge| sum.saturating_add(pledge.amount))
	}

	/// Units of the active bond that stand for nothing.
	pub fn free(&self) -> Balance {
		self.active.saturating_sub(self.pledged()).saturating_sub(self.delegated())
	}

	/// What is pledged for `role`, if it is held.
	pub fn pledge_for(&self, role: Role) -> Option<Balance> {
		self.roles.iter().find(|pledge| pledge.role == role).map(|pledge| pledge.amount)
	}

	/// Units that count for the tier at `now`: new ones grow in linearly over `maturation` ms.
	pub fn matured(&self, now: Moment, maturation: Moment) -> Balance {
		self.active.saturating_sub(self.still_maturing(now, maturation))
	}

	fn still_maturing(&self, now: Moment, maturation: Moment) -> Balance {
		let passed = now.saturating_sub(self.maturing_since).min(maturation);
		let grown = pro_rata(self.maturing, passed.into(), maturation.max(1).into());
		self.maturing.saturating_sub(grown.unwrap_or_default())
	}

	/// Add `amount` units to the active bond. They count for the tier as they mature, within `maturation` ms, and what
	/// has not matured yet begins anew with them.
	pub fn bond(&mut self, amount: Balance, now: Moment, maturation: Moment) {
		self.maturing = self.still_maturing(now, maturation).saturating_add(amount);
		self.maturing_since = now;
		self.active = self.active.saturating_add(amount);
	}

	/// Take `amount` units off the active bond, those that came last.
	fn shrink(&mut self, amount: Balance) {
		self.active = self.active.saturating_sub(amount);
		self.maturing = self.maturing.saturating_sub(amount);
	}

	/// Let `amount` units leave, to be withdrawn from `release` on.
	pub fn unbond(&mut self, amount: Balance, release: Moment, minimum: Balance) -> Result<(), LedgerError> {
		ensure!(amount <= self.free(), LedgerError::Insufficient);
		let rest = self.active.saturating_sub(amount);
		ensure!(rest == 0 || rest >= minimum, LedgerError::BelowMinimum);
		match self.chunks.last_mut() {
			Some(last) if last.release >= release => last.amount = last.amount.saturating_add(amount),
			_ => self.chunks.try_push(Chunk { amount, release }).map_err(|_| LedgerError::TooManyChunks)?,
		}
		self.shrink(amount);
		Ok(())
	}

	/// Take `amount` units back that are unbonding, those released last first. They mature as newly bonded ones.
	pub fn rebond(
		&mut self,
		amount: Balance,
		now: Moment,
		maturation: Moment,
		minimum: Balance,
	) -> Result<(), LedgerError> {
		ensure!(amount <= self.unbonding(), LedgerError::Insufficient);
		ensure!(self.active.saturating_add(amount) >= minimum, LedgerError::BelowMinimum);
		self.take_from_chunks(amount);
		self.bond(amount, now, maturation);
		Ok(())
	}

	/// Take up to `amount` units of what stands for nothing. Returns how many.
	fn take_from_free(&mut self, amount: Balance) -> Balance {
		let taken = amount.min(self.free());
		self.shrink(taken);
		taken
	}

	/// Take up to `amount` units of what is unbonding, those released last first. Returns how many.
	fn take_from_chunks(&mut self, amount: Balance) -> Balance {
		let mut rest = amount;
		for chunk in self.chunks.iter_mut().rev() {
			let taken = rest.min(chunk.amount);
			chunk.amount = chunk.amount.saturating_sub(taken);
			rest = rest.saturating_sub(taken);
		}
		self.chunks.retain(|chunk| chunk.amount > 0);
		amount.saturating_sub(rest)
	}

	/// Take up to `amount` units of pledges, role by role, the last taken first; but of no validator's, which is
	/// delegated. Roles of which the pledge is touched end, and are added to `ended`. Returns how many units.
	fn take_from_pledges(&mut self, amount: Balance, ended: &mut Vec<Role>) -> Balance {
		let mut rest = amount;
		while rest > 0 {
			let Some(last) = self.roles.iter().rposition(|pledge| pledge.role != Role::Validator) else { break };
			let pledge = self.roles.remove(last);
			ended.push(pledge.role);
			let taken = rest.min(pledge.amount);
			self.shrink(taken);
			rest = rest.saturating_sub(taken);
		}
		amount.saturating_sub(rest)
	}

	/// Take up to `amount` units of what stands behind a validator, what came last first. Returns how many, which the
	/// caller takes off the delegation.
	fn take_from_backings(&mut self, amount: Balance) -> Balance {
		let taken = amount.min(self.delegated());
		self.shrink(taken);
		let mut open = taken;
		for backing in self.backings.iter_mut().rev().filter(|backing| backing.is_open()) {
			let part = open.min(backing.amount);
			backing.amount = backing.amount.saturating_sub(part);
			open = open.saturating_sub(part);
		}
		taken
	}

	/// Take out what is released by `now`. Returns the units.
	pub fn withdraw(&mut self, now: Moment) -> Balance {
		let before = self.unbonding();
		self.chunks.retain(|chunk| chunk.release > now);
		before.saturating_sub(self.unbonding())
	}

	/// Take up `role` with a pledge of `minimum` units, or raise the pledge to that. Returns by how many units a
	/// validator must raise what it has behind itself.
	pub fn take_role(&mut self, role: Role, minimum: Balance) -> Result<Balance, LedgerError> {
		let pledged = self.pledge_for(role);
		ensure!(pledged.is_none_or(|amount| amount < minimum), LedgerError::RoleHeld);
		let covered = if role == Role::Validator { self.delegated() } else { pledged.unwrap_or(0) };
		let missing = minimum.saturating_sub(covered);
		ensure!(missing <= self.free(), LedgerError::Insufficient);
		match self.roles.iter_mut().find(|pledge| pledge.role == role) {
			Some(pledge) => pledge.amount = minimum,
			None => {
				// There is room for every role.
				self.roles.try_push(Pledge { role, amount: minimum }).map_err(|_| LedgerError::RoleHeld)?
			}
		}
		Ok(if role == Role::Validator { missing } else { 0 })
	}

	/// Give up `role`.
	pub fn leave_role(&mut self, role: Role) -> Result<(), LedgerError> {
		ensure!(self.pledge_for(role).is_some(), LedgerError::NoRole);
		self.roles.retain(|pledge| pledge.role != role);
		Ok(())
	}

	/// Let `amount` units more answer for `validator`, from the election for session `from` on.
	pub fn back(
		&mut self,
		validator: AccountId,
		amount: Balance,
		from: SessionIndex,
		now: Moment,
		seen: SlashIndex,
	) -> Result<(), LedgerError> {
		let same = |backing: &&mut Backing<AccountId>| {
			backing.is_open() && backing.validator == validator && backing.from == from && backing.seen == seen
		};
		match self.backings.iter_mut().find(same) {
			Some(backing) => backing.amount = backing.amount.saturating_add(amount),
			None => self
				.backings
				.try_push(Backing { validator, amount, from, since: now, left: None, seen })
				.map_err(|_| LedgerError::TooManyBackings)?,
		}
		Ok(())
	}

	/// Let `amount` units stop to answer for their validator, those that came last first: they count no more in the
	/// election for session `until`, and answer up to `answers` for what was before.
	pub fn unback(&mut self, amount: Balance, until: SessionIndex, answers: Moment) -> Result<(), LedgerError> {
		ensure!(amount <= self.delegated(), LedgerError::Insufficient);
		let mut backings = Vec::with_capacity(self.backings.len().saturating_add(1));
		let mut rest = amount;
		for mut backing in self.backings.iter().cloned().rev() {
			if backing.is_open() && rest > 0 {
				let leaving = rest.min(backing.amount);
				rest = rest.saturating_sub(leaving);
				// What counted in no election answers for nothing.
				if backing.from < until {
					backings.push(Backing { amount: leaving, left: Some((until, answers)), ..backing.clone() });
				}
				backing.amount = backing.amount.saturating_sub(leaving);
			}
			if backing.amount > 0 {
				backings.push(backing);
			}
		}
		backings.reverse();
		merge(&mut backings);
		self.backings = backings.try_into().map_err(|_| LedgerError::TooManyBackings)?;
		Ok(())
	}

	/// Forget backings that answer for nothing any more, and put those together that began before `reach`, the earliest
	/// offence that can still be reported. Those that are `accused`, by their places, stay as they are.
	pub fn compact(&mut self, now: Moment, reach: Moment, accused: &[bool]) {
		let mut kept: Vec<(Backing<AccountId>, bool)> = self
			.backings
			.iter()
			.cloned()
			.zip(accused.iter().copied())
			.filter(|(b, accused)| b.amount > 0 && (*accused || b.left.is_none_or(|(_, answers)| answers > now)))
			.collect();
		// Of those that began before any offence that can be reported, the latest beginning says enough.
		let old = |(b, accused): &(Backing<AccountId>, bool)| !accused && b.is_open() && b.since <= reach;
		let latest = kept.iter().filter(|kept| old(kept)).map(|(b, _)| (b.from, b.since)).max();
		if let Some((from, since)) = latest {
			for (backing, _) in kept.iter_mut().filter(|kept| old(kept)) {
				(backing.from, backing.since) = (from, since);
			}
		}
		let mut backings: Vec<_> = kept.into_iter().map(|(backing, _)| backing).collect();
		merge(&mut backings);
		// Neither forgetting nor merging adds any.
		if let Ok(backings) = backings.try_into() {
			self.backings = backings;
		}
	}

	/// Slash `fraction` of the backing at `index`. What still answers for the validator is taken from there; what left
	/// it is taken from what is unbonding (last released first), from what stands for nothing, from pledges (role by
	/// role, last taken first), then from what stands behind another validator.
	///
	/// The caller takes `delegated` units off the delegation.
	pub fn slash(&mut self, index: usize, fraction: Perbill) -> Loss {
		let mut loss = Loss::default();
		let Some(backing) = self.backings.get_mut(index) else { return loss };
		let due = fraction.mul_floor(backing.amount);
		backing.amount = backing.amount.saturating_sub(due);
		if backing.is_open() {
			self.shrink(due);
			return Loss { amount: due, delegated: due, roles: loss.roles };
		}
		let mut rest = due.saturating_sub(self.take_from_chunks(due));
		rest = rest.saturating_sub(self.take_from_free(rest));
		rest = rest.saturating_sub(self.take_from_pledges(rest, &mut loss.roles));
		loss.delegated = self.take_from_backings(rest);
		rest = rest.saturating_sub(loss.delegated);
		loss.amount = due.saturating_sub(rest);
		loss
	}

	/// Count an accusation.
	pub fn accuse(&mut self) -> Result<(), LedgerError> {
		self.accusations = self.accusations.checked_add(1).ok_or(LedgerError::TooManyAccusations)?;
		Ok(())
	}

	/// Take an accusation back. Returns whether there was one.
	pub fn judge(&mut self) -> bool {
		let rest = self.accusations.checked_sub(1);
		self.accusations = rest.unwrap_or_default();
		rest.is_some()
	}

	/// Slash `part` of the pledge for `role`, and no less than that part of `minimum`, also if the role is not held any
	/// more, as far as there is so much. It is taken from the pledge, then from what stands for nothing, from what is
	/// unbonding (last released first), from pledges for other roles (role by role, last taken first), then from what
	/// stands behind a validator. The pledge of a validator lies in what it has behind itself. The role ends if its
	/// pledge falls below `minimum`.
	///
	/// The caller takes `delegated` units off the delegation, and the role of a validator that has too little left.
	pub fn convict(&mut self, role: Role, part: Perbill, minimum: Balance) -> Loss {
		let mut loss = Loss::default();
		let pledge = self.pledge_for(role).unwrap_or_default();
		let due = part.mul_ceil(pledge.max(minimum));
		let own = due.min(pledge);
		if role != Role::Validator && own > 0 {
			let left = pledge.saturating_sub(own);
			self.shrink(own);
			if left < minimum.max(1) {
				self.roles.retain(|pledge| pledge.role != role);
				loss.roles.push(role);
			} else if let Some(pledge) = self.roles.iter_mut().find(|pledge| pledge.role == role) {
				pledge.amount = left;
			}
		}
		let mut rest = due.saturating_sub(own);
		rest = rest.saturating_sub(self.take_from_free(rest));
		rest = rest.saturating_sub(self.take_from_chunks(rest));
		rest = rest.saturating_sub(self.take_from_pledges(rest, &mut loss.roles));
		if role == Role::Validator {
			rest = rest.saturating_add(own);
		}
		loss.delegated = self.take_from_backings(rest);
		rest = rest.saturating_sub(loss.delegated);
		loss.amount = due.saturating_sub(rest);
		loss
	}
}

/// Put backings together that cannot be told apart.
fn merge<AccountId: PartialEq>(backings: &mut Vec<Backing<AccountId>>) {
	let mut merged: Vec<Backing<AccountId>> = Vec::with_capacity(backings.len());
	for backing in backings.drain(..) {
		let same = |other: &&mut Backing<AccountId>| {
			other.validator == backing.validator
				&& other.from == backing.from
				&& other.seen == backing.seen
				&& other.left.map(|(until, _)| until) == backing.left.map(|(until, _)| until)
		};
		match merged.iter_mut().find(same) {
			Some(other) => {
				other.amount = other.amount.saturating_add(backing.amount);
				other.since = other.since.max(backing.since);
				if let (Some((_, answers)), Some((_, later))) = (&mut other.left, backing.left) {
					*answers = later.max(*answers);
				}
			}
			None => merged.push(backing),
		}
	}
	*backings = merged;
}

#[cfg(test)]
mod tests {
	use super::*;
	use btt_primitives::{BTT, DAY};

	const MATURATION: Moment = 7 * DAY;

	use proptest::prelude::*;

	type Stake = Ledger<u64, ConstU32<3>, ConstU32<4>>;

	/// 100 units, all of them behind validator 7 in the given parts: units, and the first session in which they count.
	fn behind(parts: &[(Balance, SessionIndex)]) -> Stake {
		let mut ledger = Stake::default();
		ledger.bond(100, 0, MATURATION);
		for (amount, from) in parts {
			assert_eq!(ledger.back(7, *amount, *from, 10, 0), Ok(()));
		}
		let earning = parts.iter().map(|(amount, _)| amount).sum();
		ledger.delegation = Some(Delegation { earning, ..Delegation::new(7) });
		ledger
	}

	fn backings(ledger: &Stake) -> Vec<(Balance, SessionIndex, Option<SessionIndex>)> {
		ledger.backings.iter().map(|b| (b.amount, b.from, b.left.map(|(until, _)| until))).collect()
	}

	#[test]
	fn what_came_last_stops_answering_first() {
		let mut ledger = behind(&[(50, 1), (30, 2), (20, 3)]);
		assert_eq!(ledger.unback(101, 4, 99), Err(LedgerError::Insufficient));
		assert_eq!(ledger.unback(35, 4, 99), Ok(()));
		assert_eq!(backings(&ledger), [(50, 1, None), (15, 2, None), (15, 2, Some(4)), (20, 3, Some(4))]);
		assert!(ledger.backings[3].answers_for(3) && !ledger.backings[3].answers_for(4));
		assert!(!ledger.backings[3].answers_for(2));
	}

	#[test]
	fn a_split_that_has_no_room_changes_nothing() {
		let mut ledger = behind(&[(25, 1), (25, 2), (25, 3), (25, 4)]);
		let before = ledger.clone();
		assert_eq!(ledger.unback(5, 5, 99), Err(LedgerError::TooManyBackings));
		assert_eq!(ledger.back(7, 1, 5, 10, 0), Err(LedgerError::TooManyBackings));
		assert_eq!(ledger, before);
		assert_eq!(ledger.unback(25, 5, 99), Ok(()));
	}

	#[test]
	fn old_backings_are_one_but_for_the_accused() {
		let mut ledger = behind(&[(50, 1), (30, 2), (20, 3)]);
		let mut accused = ledger.clone();
		ledger.compact(11, 9, &[false; 3]);
		assert_eq!(ledger.backings.len(), 3);
		ledger.compact(11, 10, &[false; 3]);
		assert_eq!(backings(&ledger), [(100, 3, None)]);
		accused.compact(11, 10, &[true, false, false]);
		assert_eq!(backings(&accused), [(50, 1, None), (50, 3, None)]);
	}

	#[test]
	fn what_left_answers_no_more_in_the_end_unless_it_is_accused() {
		let mut ledger = behind(&[(100, 1)]);
		assert_eq!(ledger.unback(100, 2, 50), Ok(()));
		ledger.delegation = None;
		ledger.compact(49, 0, &[false]);
		ledger.compact(50, 0, &[true]);
		assert_eq!(backings(&ledger), [(100, 1, Some(2))]);
		ledger.compact(50, 0, &[false]);
		assert!(ledger.backings.is_empty());
	}

	#[test]
	fn a_slash_takes_from_what_stands_for_least() {
		let mut ledger = behind(&[(100, 1)]);
		assert_eq!(ledger.unback(100, 2, 50), Ok(()));
		ledger.delegation = None;
		assert_eq!(ledger.take_role(Role::Provider, 30), Ok(0));
		assert_eq!(ledger.take_role(Role::Clinic, 20), Ok(0));
		assert_eq!(ledger.unbond(20, 40, 1), Ok(()));
		let mut slashed = |percent| {
			let loss = ledger.slash(0, Perbill::from_percent(percent));
			(loss.amount, loss.roles, ledger.unbonding(), ledger.free(), ledger.pledged())
		};
		// Of 100, then of what is left of them.
		assert_eq!(slashed(10), (10, vec![], 10, 30, 50));
		assert_eq!(slashed(20), (18, vec![], 0, 22, 50));
		assert_eq!(slashed(50), (36, vec![Role::Clinic], 0, 6, 30));
		assert_eq!(slashed(100), (36, vec![Role::Provider], 0, 0, 0));
		assert!(ledger.is_empty());
	}

	#[test]
	fn a_verdict_takes_one_accusation_back_if_there_is_one() {
		let mut ledger = Stake::default();
		assert!(!ledger.judge());
		for _ in 0..255 {
			assert_eq!(ledger.accuse(), Ok(()));
		}
		assert_eq!(ledger.accuse(), Err(LedgerError::TooManyAccusations));
		assert!(!ledger.is_empty() && ledger.judge());
		assert_eq!(ledger.accusations, 254);
	}

	#[test]
	fn a_conviction_takes_from_what_stands_for_the_role_and_then_for_least() {
		let mut ledger = behind(&[(20, 1), (10, 2)]);
		for (role, minimum) in [(Role::Provider, 25), (Role::Clinic, 10), (Role::Governance, 5)] {
			assert_eq!(ledger.take_role(role, minimum), Ok(0));
		}
		assert_eq!(ledger.unbond(15, 40, 1), Ok(()));
		assert_eq!(ledger.unbond(10, 50, 1), Ok(()));
		let convicted = |ledger: &mut Stake, percent, minimum| {
			let loss = ledger.convict(Role::Provider, Perbill::from_percent(percent), minimum);
			assert_eq!(loss.delegated, 0);
			(loss.amount, loss.roles, ledger.pledge_for(Role::Provider), ledger.free(), ledger.unbonding())
		};
		// Parts of units are taken whole.
		assert_eq!(convicted(&mut ledger, 10, 20), (3, vec![], Some(22), 5, 25));
		assert_eq!(convicted(&mut ledger, 0, 30), (0, vec![], Some(22), 5, 25));
		assert_eq!(convicted(&mut ledger, 10, 20), (3, vec![Role::Provider], None, 24, 25));
		assert_eq!(convicted(&mut ledger, 100, 36), (36, vec![], None, 0, 13));
		assert_eq!(ledger.chunks.iter().map(|chunk| chunk.amount).collect::<Vec<_>>(), [13]);
		assert_eq!(convicted(&mut ledger, 50, 28), (14, vec![Role::Governance], None, 4, 0));

		let loss = ledger.convict(Role::Provider, Perbill::one(), 29);
		assert_eq!(loss, Loss { amount: 29, delegated: 15, roles: vec![Role::Clinic] });
		assert_eq!(backings(&ledger), [(15, 1, None), (0, 2, None)]);
		assert_eq!(ledger.active, 15);
	}

	#[test]
	fn a_conviction_of_a_validator_takes_its_pledge_out_of_the_delegation() {
		let mut ledger = behind(&[(50, 1), (30, 2)]);
		assert_eq!(ledger.take_role(Role::Validator, 60), Ok(0));
		let loss = ledger.convict(Role::Validator, Perbill::from_percent(25), 60);
		assert_eq!((loss.amount, loss.delegated, ledger.active), (15, 15, 85));
		ledger.delegation = Some(Delegation { earning: 65, ..Delegation::new(7) });
		assert_eq!(backings(&ledger), [(50, 1, None), (15, 2, None)]);
		// More than the pledge, since the minimum was raised.
		let loss = ledger.convict(Role::Validator, Perbill::one(), 200);
		assert_eq!((loss.amount, loss.delegated, ledger.active), (85, 65, 0));
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(2_000))]

		#[test]
		fn a_conviction_takes_exactly_what_is_due_as_far_as_there_is_so_much(
			parts in proptest::collection::vec(0..100u128, 6),
			role in proptest::sample::select(Role::ALL.to_vec()),
			part in 0..=1_000_000_000u32,
			minimum in 1..200u128,
		) {
			let mut ledger = Stake::default();
			ledger.bond(parts.iter().sum(), 0, MATURATION);
			if parts[0] > 0 {
				prop_assert_eq!(ledger.back(7, parts[0], 1, 10, 0), Ok(()));
				ledger.delegation = Some(Delegation { joining: parts[0], ..Delegation::new(7) });
				prop_assert_eq!(ledger.take_role(Role::Validator, parts[0]), Ok(0));
			}
			for (role, pledge) in [(Role::Provider, parts[1]), (Role::Premium, parts[2])] {
				if pledge > 0 {
					prop_assert_eq!(ledger.take_role(role, pledge), Ok(0));
				}
			}
			for (release, amount) in [(40, parts[3]), (50, parts[4])] {
				prop_assert_eq!(ledger.unbond(amount.max(1).min(ledger.free()), release, 0), Ok(()));
			}
			ledger.chunks.retain(|chunk| chunk.amount > 0);
			let before = ledger.clone();

			let part = Perbill::from_parts(part);
			let loss = ledger.convict(role, part, minimum);
			let due = part.mul_ceil(before.pledge_for(role).unwrap_or(0).max(minimum));
			prop_assert_eq!(loss.amount, due.min(before.held()));
			prop_assert_eq!(ledger.held(), before.held() - loss.amount);
			let open: Balance = ledger.backings.iter().map(|backing| backing.amount).sum();
			prop_assert_eq!(open, before.delegated() - loss.delegated);
			prop_assert!(ledger.pledged() + open <= ledger.active);
			for ended in &loss.roles {
				prop_assert_eq!(ledger.pledge_for(*ended), None);
			}
			for pledge in ledger.roles.iter().filter(|pledge| pledge.role != Role::Validator) {
				let same = before.pledge_for(pledge.role) == Some(pledge.amount);
				prop_assert!(same || pledge.role == role && pledge.amount >= minimum);
			}
			// What backs a validator is spared as long as there is anything else, unless it stands for the role.
			let own = if role == Role::Validator { due.min(parts[0]) } else { 0 };
			prop_assert!(loss.delegated == own || ledger.active - open + ledger.unbonding() == 0);
		}

		#[test]
		fn stake_matures_within_seven_days_and_never_counts_for_more_than_it_is(
			steps in proptest::collection::vec((any::<bool>(), 1..1_000_000u128, 0..10 * DAY), 1..20),
		) {
			let mut ledger = Stake::default();
			let mut now = 0;
			for (more, btt, wait) in steps {
				let before = ledger.matured(now, MATURATION);
				if more {
					ledger.bond(btt * BTT, now, MATURATION);
					// A unit at most is lost to rounding.
					prop_assert!(before - ledger.matured(now, MATURATION) <= 1);
				} else {
					ledger.shrink((btt * BTT).min(ledger.active));
					prop_assert!(ledger.matured(now, MATURATION) <= before);
				}
				prop_assert!(ledger.matured(now, MATURATION) <= ledger.active);
				prop_assert_eq!(ledger.matured(now + MATURATION, MATURATION), ledger.active);
				let then = ledger.matured(now + wait, MATURATION);
				prop_assert!(then >= ledger.matured(now, MATURATION));
				now += wait;
			}
		}
	}
}
