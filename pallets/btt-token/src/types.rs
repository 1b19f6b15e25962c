//! The rules of the allocation ledger and of milestones. Nothing here touches storage.

use alloc::vec::Vec;
use btt_math::{calendar::add_months, curve::Curve, line::Line, release, release::Accrual};
use btt_primitives::{schedule, Allocation, AllocationKind, Balance, Initiative, Moment, BTT, DAY};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{
	ensure, pallet_prelude::Get, traits::DefensiveSaturating, BoundedVec, CloneNoBound, DebugNoBound, DefaultNoBound,
	EqNoBound, PalletError, PartialEqNoBound,
};
use scale_info::TypeInfo;
use sp_core::H256;

/// Identifies a milestone; never used twice.
pub type MilestoneId = u32;

/// The least objection is this fraction of the threshold, so no more than so many objections fit below it.
pub const OBJECTIONS_TO_THRESHOLD: Balance = 100;

/// The longest term of a milestone, in ms: ten years. What a mistyped deadline commits would never come back.
pub const MAX_TERM: Moment = 3_653 * DAY;

/// How many whole BTT would still fit under the release caps, rounded down: little-endian, at most 16,777,215.
///
/// An error of a call carries three bytes besides its own index, which is why this is neither in units nor wider. The
/// exact figure is `headroom` in the runtime API `release_headroom`.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, PalletError,
)]
pub struct Fits(pub [u8; 3]);

impl Fits {
	/// The largest number that three bytes hold.
	const MAX: Balance = 0xFF_FFFF;

	/// What fits when `headroom` units do.
	pub fn from_units(headroom: Balance) -> Self {
		let [low, middle, high, ..] = (headroom / BTT).min(Self::MAX).to_le_bytes();
		Self([low, middle, high])
	}

	/// The number of whole BTT.
	pub fn whole_btt(self) -> u32 {
		let Self([low, middle, high]) = self;
		u32::from_le_bytes([low, middle, high, 0])
	}
}

/// Everything dated that releases are measured against (SPEC §2): the cap, and the schedules that count as released
/// whether they were paid or not.
#[derive(Clone, Debug)]
pub struct Schedules {
	cap: Curve<7>,
	/// Five institutional lines and four of the foundation's initiatives.
	lines: Vec<Line>,
	emission: Curve<5>,
}

impl Schedules {
	/// The schedules that follow from the token generation event and the start of mining, in ms. `None` if one of
	/// them leads beyond the calendar, in the year 9999.
	pub fn new(token_generation_event: Moment, mining_start: Moment) -> Option<Self> {
		let institutional = Allocation::ALL
			.into_iter()
			.filter(|allocation| is_institutional(*allocation))
			.map(|allocation| schedule::institutional_line(token_generation_event, allocation, allocation.total()));
		let initiatives =
			Initiative::ALL.into_iter().map(|initiative| schedule::initiative_line(token_generation_event, initiative));
		Some(Self {
			cap: schedule::release_cap(token_generation_event)?,
			lines: institutional.chain(initiatives).collect::<Option<_>>()?,
			emission: schedule::emission(mining_start)?,
		})
	}

	/// The cumulative cap at `now`, in units, rounded down.
	pub fn cap(&self, now: Moment) -> Balance {
		self.cap.at(now)
	}

	/// The units that the schedules count as released at `now`.
	pub fn counted(&self, now: Moment) -> Balance {
		release::counted(now, &self.counting())
	}

	/// The units that may be released by decision at `now` after `discretionary` of them were.
	pub fn headroom(&self, now: Moment, discretionary: Balance) -> Balance {
		release::headroom(now, &self.cap, &self.counting(), discretionary)
	}

	/// Whether `discretionary` units keep to the cap at `now` and at every knot after it.
	///
	/// Cap and schedules are both rounded down, so this holds at any time once a release has passed [`Self::headroom`].
	pub fn keeps_to_cap(&self, now: Moment, discretionary: Balance) -> bool {
		let counting = self.counting();
		let keeps = |at: Moment| release::counted(at, &counting).saturating_add(discretionary) <= self.cap.at(at);
		let mut kept = keeps(now);
		let mut visit = |knot: Moment| kept = kept && (knot <= now || keeps(knot));
		self.cap.for_each_knot(&mut visit);
		counting.iter().for_each(|accrual| accrual.for_each_knot(&mut visit));
		kept
	}

	fn counting(&self) -> Vec<&dyn Accrual> {
		let lines = self.lines.iter().map(|line| line as &dyn Accrual);
		lines.chain(core::iter::once(&self.emission as &dyn Accrual)).collect()
	}
}

/// Whether `allocation` is held by its beneficiaries from genesis on, and hence has no pot.
pub const fn is_institutional(allocation: Allocation) -> bool {
	matches!(allocation.kind(), AllocationKind::Institutional { .. })
}

/// When `allocation` may be released from. The outer `None`: never by decision; the inner one: beyond the calendar.
pub fn unsealed_at(token_generation_event: Moment, allocation: Allocation) -> Option<Option<Moment>> {
	match allocation.kind() {
		AllocationKind::Discretionary { sealed_months } => Some(add_months(token_generation_event, sealed_months)),
		_ => None,
	}
}

/// Why the ledger refuses an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LedgerError {
	/// The allocation is not released by decision.
	NotDiscretionary,
	/// The allocation has less left.
	InsufficientAllocation,
	/// More would come back than was released.
	ExceedsReleased,
	/// The initiative has less that is not committed.
	InsufficientInitiative,
	/// The initiative has as many undecided milestones as it may have.
	TooManyMilestones,
}

/// What was released by decision, less what came back, in units.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Releases {
	/// Out of [`Allocation::CommunityIncentives`].
	pub community_incentives: Balance,
	/// Out of [`Allocation::EcosystemGrowthFund`].
	pub ecosystem_growth_fund: Balance,
	/// Out of [`Allocation::UnallocatedReserve`].
	pub unallocated_reserve: Balance,
}

impl Releases {
	/// What was released out of `allocation`; `None` unless it is released by decision.
	pub fn of(&self, allocation: Allocation) -> Option<Balance> {
		match allocation {
			Allocation::CommunityIncentives => Some(self.community_incentives),
			Allocation::EcosystemGrowthFund => Some(self.ecosystem_growth_fund),
			Allocation::UnallocatedReserve => Some(self.unallocated_reserve),
			_ => None,
		}
	}

	/// What was released out of all of them.
	pub fn total(&self) -> Balance {
		self.community_incentives.saturating_add(self.ecosystem_growth_fund).saturating_add(self.unallocated_reserve)
	}

	/// Enter a release of `amount` out of `allocation`.
	pub fn release(&mut self, allocation: Allocation, amount: Balance) -> Result<(), LedgerError> {
		let released = self.entry(allocation)?;
		let sum = released.checked_add(amount).filter(|sum| *sum <= allocation.total());
		*released = sum.ok_or(LedgerError::InsufficientAllocation)?;
		Ok(())
	}

	/// Enter that `amount` came back to `allocation`.
	pub fn give_back(&mut self, allocation: Allocation, amount: Balance) -> Result<(), LedgerError> {
		let released = self.entry(allocation)?;
		*released = released.checked_sub(amount).ok_or(LedgerError::ExceedsReleased)?;
		Ok(())
	}

	fn entry(&mut self, allocation: Allocation) -> Result<&mut Balance, LedgerError> {
		match allocation {
			Allocation::CommunityIncentives => Ok(&mut self.community_incentives),
			Allocation::EcosystemGrowthFund => Ok(&mut self.ecosystem_growth_fund),
			Allocation::UnallocatedReserve => Ok(&mut self.unallocated_reserve),
			_ => Err(LedgerError::NotDiscretionary),
		}
	}
}

/// What an initiative of the foundation has promised and paid, in units:
/// `released` <= `accepted` <= `committed` <= its total.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct InitiativeLedger {
	/// The amounts of all milestones that were neither rejected nor expired.
	pub committed: Balance,
	/// The amounts of the accepted ones among them.
	pub accepted: Balance,
	/// What was paid for these.
	pub released: Balance,
	/// How many milestones are undecided.
	pub open: u32,
}

impl InitiativeLedger {
	/// Set `amount` aside for another milestone of `initiative`, of which no more than `max_open` may be undecided.
	pub fn commit(&mut self, initiative: Initiative, amount: Balance, max_open: u32) -> Result<(), LedgerError> {
		let committed = self.committed.checked_add(amount).filter(|sum| *sum <= initiative.total());
		let committed = committed.ok_or(LedgerError::InsufficientInitiative)?;
		let open = self.open.checked_add(1).filter(|open| *open <= max_open);
		self.open = open.ok_or(LedgerError::TooManyMilestones)?;
		self.committed = committed;
		Ok(())
	}

	/// An undecided milestone over `amount` was accepted. Returns the amounts accepted before it.
	pub fn accept(&mut self, amount: Balance) -> Balance {
		let offset = self.accepted;
		self.accepted.defensive_saturating_accrue(amount);
		self.open.defensive_saturating_dec();
		offset
	}

	/// An undecided milestone over `amount` came to nothing.
	pub fn return_amount(&mut self, amount: Balance) {
		self.committed.defensive_saturating_reduce(amount);
		self.open.defensive_saturating_dec();
	}

	/// `amount` was paid for an accepted milestone.
	pub fn pay(&mut self, amount: Balance) {
		self.released.defensive_saturating_accrue(amount);
	}
}

/// Why a milestone refuses an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MilestoneError {
	/// Only the grantee files evidence.
	NotGrantee,
	/// The deadline has passed.
	PastDeadline,
	/// Evidence was filed already.
	AlreadyFiled,
	/// No evidence was filed, its objection window is over, or the milestone is suspended or decided.
	NoObjectionWindow,
	/// The objection is too small to count.
	PowerTooLow,
	/// The objection still counts.
	ObjectionStands,
	/// There is nothing to decide.
	NotSuspended,
	/// A referendum has to decide.
	Suspended,
	/// The deadline or the objection window has not passed.
	TooEarly,
	/// The milestone was accepted already.
	AlreadyAccepted,
	/// The milestone was not accepted.
	NotAccepted,
	/// The line has not reached what was not paid yet.
	NothingToClaim,
}

/// How far a milestone has come.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum MilestoneState {
	/// Waits for evidence.
	#[codec(index = 0)]
	Open,
	/// Evidence was filed; holders may object.
	#[codec(index = 1)]
	Filed {
		/// The hash of the evidence.
		evidence: H256,
		/// The last ms in which holders may object.
		objections_until: Moment,
		/// The power of the objections, in units.
		objected: Balance,
	},
	/// So much power objected that a referendum has to decide.
	#[codec(index = 2)]
	Suspended {
		/// The hash of the evidence.
		evidence: H256,
		/// The power of the objections, in units.
		objected: Balance,
	},
	/// Accepted; is paid along the line of its initiative.
	#[codec(index = 3)]
	Accepted {
		/// The hash of the evidence.
		evidence: H256,
		/// The amounts of the initiative that were accepted before this one, in units: they are paid first.
		offset: Balance,
		/// What was paid, in units.
		paid: Balance,
	},
}

/// An amount of an initiative that is paid when its grantee has done what was agreed (SPEC §4).
///
/// A milestone that is rejected, has expired or is fully paid does not exist any more.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Milestone<AccountId> {
	/// The initiative that pays.
	pub initiative: Initiative,
	/// What it pays, in units.
	pub amount: Balance,
	/// The last ms in which evidence may be filed.
	pub deadline: Moment,
	/// Who files the evidence and is paid.
	pub grantee: AccountId,
	/// How far it has come.
	pub state: MilestoneState,
}

/// What becomes of a milestone without a referendum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conclusion {
	/// Nobody filed evidence in time.
	Expired,
	/// Too few objected in time.
	Accepted {
		/// The hash of the evidence.
		evidence: H256,
	},
}

impl<AccountId: PartialEq> Milestone<AccountId> {
	/// `who` files `evidence`. Returns the last ms of the objection window, which is `period` ms from `now`.
	pub fn file(
		&mut self,
		who: &AccountId,
		evidence: H256,
		now: Moment,
		period: Moment,
	) -> Result<Moment, MilestoneError> {
		ensure!(*who == self.grantee, MilestoneError::NotGrantee);
		ensure!(self.state == MilestoneState::Open, MilestoneError::AlreadyFiled);
		ensure!(now <= self.deadline, MilestoneError::PastDeadline);
		let objections_until = now.saturating_add(period);
		self.state = MilestoneState::Filed { evidence, objections_until, objected: 0 };
		Ok(objections_until)
	}
}

impl<AccountId> Milestone<AccountId> {
	/// Count an objection of `power`, suspending the milestone if that makes `threshold`. Returns the power of all
	/// objections.
	pub fn object(&mut self, power: Balance, threshold: Balance, now: Moment) -> Result<Balance, MilestoneError> {
		let MilestoneState::Filed { evidence, objections_until, objected } = self.state else {
			return Err(MilestoneError::NoObjectionWindow);
		};
		ensure!(now <= objections_until, MilestoneError::NoObjectionWindow);
		let least = threshold.div_ceil(OBJECTIONS_TO_THRESHOLD).max(1);
		ensure!(power >= least, MilestoneError::PowerTooLow);
		let objected = objected.saturating_add(power);
		self.state = if objected >= threshold {
			MilestoneState::Suspended { evidence, objected }
		} else {
			MilestoneState::Filed { evidence, objections_until, objected }
		};
		Ok(objected)
	}

	/// Take an objection of `power` back; while it counts, only the objector may, and not once the milestone is
	/// suspended.
	pub fn withdraw_objection(&mut self, power: Balance, by_objector: bool, now: Moment) -> Result<(), MilestoneError> {
		match &mut self.state {
			MilestoneState::Filed { objections_until, objected, .. } => {
				ensure!(by_objector || now > *objections_until, MilestoneError::ObjectionStands);
				objected.defensive_saturating_reduce(power);
				Ok(())
			}
			MilestoneState::Suspended { .. } => Err(MilestoneError::ObjectionStands),
			MilestoneState::Open | MilestoneState::Accepted { .. } => Ok(()),
		}
	}

	/// What time alone has made of the milestone.
	pub fn conclude(&self, now: Moment) -> Result<Conclusion, MilestoneError> {
		match self.state {
			MilestoneState::Open => {
				ensure!(now > self.deadline, MilestoneError::TooEarly);
				Ok(Conclusion::Expired)
			}
			MilestoneState::Filed { evidence, objections_until, .. } => {
				ensure!(now > objections_until, MilestoneError::TooEarly);
				Ok(Conclusion::Accepted { evidence })
			}
			MilestoneState::Suspended { .. } => Err(MilestoneError::Suspended),
			MilestoneState::Accepted { .. } => Err(MilestoneError::AlreadyAccepted),
		}
	}

	/// The evidence that a referendum decides about.
	pub fn contested(&self) -> Result<H256, MilestoneError> {
		match self.state {
			MilestoneState::Suspended { evidence, .. } => Ok(evidence),
			_ => Err(MilestoneError::NotSuspended),
		}
	}

	/// Accept the milestone, whose amount the line reaches after `offset` units.
	pub fn accept(&mut self, evidence: H256, offset: Balance) {
		self.state = MilestoneState::Accepted { evidence, offset, paid: 0 };
	}

	/// Take what `line` allows to pay at `now`, in units, never 0.
	///
	/// Over the accepted milestones of an initiative, the amounts that the line has reached add up to
	/// min(line, accepted): each one begins where the one before ends.
	pub fn claim(&mut self, line: &Line, now: Moment) -> Result<Balance, MilestoneError> {
		let MilestoneState::Accepted { offset, paid, .. } = &mut self.state else {
			return Err(MilestoneError::NotAccepted);
		};
		let reached = line.vested(now).saturating_sub(*offset).min(self.amount);
		let payable = reached.saturating_sub(*paid);
		ensure!(payable > 0, MilestoneError::NothingToClaim);
		*paid = reached;
		Ok(payable)
	}

	/// Whether nothing is left to pay.
	pub fn is_settled(&self) -> bool {
		matches!(self.state, MilestoneState::Accepted { paid, .. } if paid >= self.amount)
	}
}

/// One account's objection to one milestone.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Objection {
	/// The milestone.
	pub milestone: MilestoneId,
	/// The power that it counts, in units: as much stays on the account until the objection is withdrawn.
	pub power: Balance,
}

/// Why an account cannot object once more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ObjectionError {
	/// It has objected to that milestone.
	AlreadyObjected,
	/// It has as many objections as it may have.
	TooMany,
}

/// The objections of one account: at most `S`, no two to the same milestone.
#[derive(
	CloneNoBound, DebugNoBound, DefaultNoBound, PartialEqNoBound, EqNoBound, Encode, Decode, MaxEncodedLen, TypeInfo,
)]
#[scale_info(skip_type_params(S))]
#[codec(mel_bound(S: Get<u32>))]
pub struct Objections<S: Get<u32>>(BoundedVec<Objection, S>);

impl<S: Get<u32>> Objections<S> {
	/// The objections, in the order in which they were made.
	pub fn iter(&self) -> impl Iterator<Item = &Objection> {
		self.0.iter()
	}

	/// Whether there is none.
	pub fn is_empty(&self) -> bool {
		self.0.is_empty()
	}

	/// What all of them together freeze, in units: the most that one of them does.
	pub fn frozen(&self) -> Balance {
		self.iter().map(|objection| objection.power).max().unwrap_or_default()
	}

	/// Make another one.
	pub fn add(&mut self, objection: Objection) -> Result<(), ObjectionError> {
		ensure!(self.iter().all(|other| other.milestone != objection.milestone), ObjectionError::AlreadyObjected);
		self.0.try_push(objection).map_err(|_| ObjectionError::TooMany)
	}

	/// Remove the one to `milestone`.
	pub fn take(&mut self, milestone: MilestoneId) -> Option<Objection> {
		let index = self.iter().position(|objection| objection.milestone == milestone)?;
		Some(self.0.remove(index))
	}
}
