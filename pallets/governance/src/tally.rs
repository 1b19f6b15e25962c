//! The tally that referenda keep.

use crate::{tracks::Track, types::Count};
use btt_math::houses::{Cast, House, Houses, WHOLE};
use btt_primitives::{governance::Electorate, Balance};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::marker::PhantomData;
use frame_support::{traits::VoteTally, CloneNoBound, DebugNoBound, EqNoBound, PartialEqNoBound};
use scale_info::TypeInfo;
use sp_runtime::Perbill;

/// What a tally needs to know of the chain.
pub trait Franchise {
	/// The weight of the institutional house now, in parts per billion.
	fn institutional_weight() -> u32;

	/// The part of a house's tokens from which on its vote counts in full, in parts per billion.
	fn quorum() -> u32;

	/// The tokens that could vote. Asked for whenever approval or support is, so it must not depend on how many accounts
	/// there are.
	fn electorate() -> Electorate;
}

/// The votes of both houses on a referendum, with the weights of the time when it was submitted.
#[derive(
	CloneNoBound,
	DebugNoBound,
	PartialEqNoBound,
	EqNoBound,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
#[codec(mel_bound())]
#[scale_info(skip_type_params(F))]
pub struct Tally<F> {
	/// What the institutional house weighs, in parts per billion; the community house has the rest.
	pub institutional_weight: u32,
	/// The quorum of each house, in parts per billion.
	pub quorum: u32,
	/// The votes of unvested tokens.
	pub institutional: Cast,
	/// The votes of all others.
	pub community: Cast,
	/// Where the electorate is known.
	franchise: PhantomData<F>,
}

impl<F: Franchise> Tally<F> {
	/// Nothing cast yet, at today's weights.
	pub fn empty() -> Self {
		Self {
			institutional_weight: F::institutional_weight(),
			quorum: F::quorum(),
			institutional: Cast::default(),
			community: Cast::default(),
			franchise: PhantomData,
		}
	}

	/// The same with nothing cast.
	#[cfg(any(feature = "std", feature = "try-runtime"))]
	pub(crate) fn cleared(self) -> Self {
		Self { institutional: Cast::default(), community: Cast::default(), ..self }
	}

	/// Count more votes, in favour or against.
	pub fn add(&mut self, aye: bool, count: Count) {
		self.change(aye, |before, more| before.saturating_add(more), count);
	}

	/// Count fewer votes.
	pub fn remove(&mut self, aye: bool, count: Count) {
		self.change(aye, |before, fewer| before.saturating_sub(fewer), count);
	}

	fn change(&mut self, aye: bool, change: fn(Balance, Balance) -> Balance, count: Count) {
		let apply = |cast: &mut Cast, votes, tokens| {
			let (sum, raw) = match aye {
				true => (&mut cast.ayes, &mut cast.raw_ayes),
				false => (&mut cast.nays, &mut cast.raw_nays),
			};
			*sum = change(*sum, votes);
			*raw = change(*raw, tokens);
		};
		apply(&mut self.institutional, count.institutional, count.institutional);
		apply(&mut self.community, count.votes, count.community);
	}

	/// Both houses, with those who could vote today.
	pub fn houses(&self) -> Houses {
		let Electorate { institutional, community } = F::electorate();
		let weight = self.institutional_weight.min(WHOLE);
		Houses {
			institutional: House { weight, eligible: institutional, cast: self.institutional },
			community: House { weight: WHOLE.saturating_sub(weight), eligible: community, cast: self.community },
			quorum: self.quorum,
		}
	}
}

impl<F: Franchise> VoteTally<Balance, u16> for Tally<F> {
	fn new(_: u16) -> Self {
		Self::empty()
	}

	fn ayes(&self, _: u16) -> Balance {
		self.institutional.ayes.saturating_add(self.community.ayes)
	}

	fn support(&self, _: u16) -> Perbill {
		Perbill::from_parts(self.houses().support())
	}

	fn approval(&self, track: u16) -> Perbill {
		/// The least number of billionths that is not below two thirds.
		const TWO_THIRDS: u32 = 666_666_667;
		let houses = self.houses();
		let approval = houses.approval();
		Perbill::from_parts(match Track::from_id(track) {
			// Two thirds to the unit, and a majority in each house: what has not both stays below.
			Some(Track::NetworkUpgrade) => match houses.approval_is_at_least(2, 3) && houses.each_has_a_majority() {
				true => approval.max(TWO_THIRDS),
				false => approval.min(TWO_THIRDS.saturating_sub(1)),
			},
			_ => approval,
		})
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn unanimity(track: u16) -> Self {
		Self::from_requirements(Perbill::one(), Perbill::one(), track)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn rejection(track: u16) -> Self {
		Self::from_requirements(Perbill::zero(), Perbill::zero(), track)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn from_requirements(support: Perbill, approval: Perbill, _: u16) -> Self {
		let Electorate { institutional, community } = F::electorate();
		let cast = |eligible: Balance| {
			let raw_ayes = support.mul_ceil(eligible);
			let ayes = approval.mul_ceil(eligible);
			let rest = |part: Balance| eligible.saturating_sub(part);
			Cast { ayes, nays: rest(ayes), raw_ayes, raw_nays: rest(raw_ayes) }
		};
		Self { institutional: cast(institutional), community: cast(community), ..Self::empty() }
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn setup(_: u16, _: Perbill) {}
}
