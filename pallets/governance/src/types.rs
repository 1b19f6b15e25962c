//! Votes, and the rules of what an account has cast.

use btt_primitives::{governance::Holdings, Balance};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::Get, BoundedVec, CloneNoBound, DebugNoBound, EqNoBound, PartialEqNoBound};
use scale_info::TypeInfo;
use sp_runtime::{
	traits::{AtLeast32BitUnsigned, Zero},
	Permill,
};

use crate::tracks::{Track, TRACKS};

/// The number of a referendum.
pub type ReferendumIndex = u32;

/// How much longer than a vote must be locked its tokens stay locked, and what that adds to it.
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
pub enum Conviction {
	/// Counts once, and is locked until what was approved is enacted.
	#[default]
	#[codec(index = 0)]
	None,
	/// Counts twice, and is locked for a period after the end of a referendum that ended as the vote wanted.
	#[codec(index = 1)]
	Twofold,
	/// Three times, 2 periods.
	#[codec(index = 2)]
	Threefold,
	/// Four times, 4 periods.
	#[codec(index = 3)]
	Fourfold,
	/// Five times, 8 periods.
	#[codec(index = 4)]
	Fivefold,
	/// Six times, 16 periods.
	#[codec(index = 5)]
	Sixfold,
}

impl Conviction {
	/// How often a vote counts.
	pub const fn factor(self) -> Balance {
		match self {
			Self::None => 1,
			Self::Twofold => 2,
			Self::Threefold => 3,
			Self::Fourfold => 4,
			Self::Fivefold => 5,
			Self::Sixfold => 6,
		}
	}

	/// For how many periods it stays locked.
	pub const fn periods(self) -> u32 {
		match self {
			Self::None => 0,
			Self::Twofold => 1,
			Self::Threefold => 2,
			Self::Fourfold => 4,
			Self::Fivefold => 8,
			Self::Sixfold => 16,
		}
	}
}

/// What an account votes or delegates with, in units.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Stake {
	/// Unvested tokens, for the institutional house.
	pub institutional: Balance,
	/// Other tokens, for the community house.
	pub community: Balance,
	/// For how long the latter are locked beyond what is needed.
	pub conviction: Conviction,
}

/// Why an account cannot vote with a stake.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StakeError {
	/// It is nothing.
	Nothing,
	/// The account has not so much.
	MoreThanHeld,
	/// Unvested tokens have no conviction.
	ConvictionOnUnvested,
}

/// A stake that counts, with what bonded tokens add to it.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Power {
	/// The tokens.
	pub stake: Stake,
	/// Units by which the community's tokens count for more than they are, since some are bonded.
	pub bonus: Balance,
}

impl Power {
	/// The power of `stake` of an account with `holdings`, of which bonded tokens count `bonus` more.
	pub fn new(stake: Stake, holdings: &Holdings, bonus: Permill) -> Result<Self, StakeError> {
		if stake.institutional == 0 && stake.community == 0 {
			return Err(StakeError::Nothing);
		}
		if stake.institutional > holdings.institutional || stake.community > holdings.community {
			return Err(StakeError::MoreThanHeld);
		}
		if stake.conviction != Conviction::None && stake.community == 0 {
			return Err(StakeError::ConvictionOnUnvested);
		}
		Ok(Self { stake, bonus: bonus.mul_floor(stake.community.min(holdings.bonded)) })
	}

	/// What of the power is left to an account with `holdings`.
	///
	/// What has vested moves to the community's house, as far as the account still has it. Nothing else grows.
	pub fn fit(self, holdings: &Holdings, bonus: Permill) -> Self {
		let institutional = self.stake.institutional.min(holdings.institutional);
		let vested = self.stake.institutional.saturating_sub(institutional);
		let community = self.stake.community.saturating_add(vested).min(holdings.community);
		Self {
			stake: Stake { institutional, community, ..self.stake },
			bonus: self.bonus.min(bonus.mul_floor(community.min(holdings.bonded))),
		}
	}

	/// The tokens behind it, in units.
	pub fn tokens(&self) -> Balance {
		self.stake.institutional.saturating_add(self.stake.community)
	}

	/// What it adds to a tally.
	pub fn count(&self) -> Count {
		let Stake { institutional, community, conviction } = self.stake;
		let votes = community.saturating_add(self.bonus).saturating_mul(conviction.factor());
		Count { institutional, community, votes }
	}
}

/// What one or several powers add to a tally.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Count {
	/// Tokens in the institutional house, each of which is a vote.
	pub institutional: Balance,
	/// Tokens in the community house.
	pub community: Balance,
	/// Votes in the community house.
	pub votes: Balance,
}

impl Count {
	/// Both together.
	pub fn plus(self, other: Self) -> Self {
		Self {
			institutional: self.institutional.saturating_add(other.institutional),
			community: self.community.saturating_add(other.community),
			votes: self.votes.saturating_add(other.votes),
		}
	}

	/// This one without the other.
	pub fn minus(self, other: Self) -> Self {
		Self {
			institutional: self.institutional.saturating_sub(other.institutional),
			community: self.community.saturating_sub(other.community),
			votes: self.votes.saturating_sub(other.votes),
		}
	}
}

/// A vote that was cast.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Vote {
	/// The referendum.
	pub referendum: ReferendumIndex,
	/// Its track.
	pub track: Track,
	/// Whether it is in favour.
	pub aye: bool,
	/// What counts of the account's own.
	pub power: Power,
}

/// Power that was delegated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Delegation<AccountId> {
	/// Whose votes it follows.
	pub to: AccountId,
	/// What follows.
	pub power: Power,
}

/// Tokens that stay locked though no vote or delegation has them any more, in units.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct PriorLock<BlockNumber> {
	/// Until this block.
	pub until: BlockNumber,
	/// Of the community's.
	pub community: Balance,
	/// Of all.
	pub total: Balance,
}

impl<BlockNumber: Copy + Ord + Zero> PriorLock<BlockNumber> {
	/// Also lock these, if they are locked after `now` at all. Locks of several are one, as long and as large as the
	/// longest and the largest of them that are not over.
	pub fn extend(&mut self, now: BlockNumber, until: BlockNumber, community: Balance, total: Balance) {
		self.expire(now);
		if until <= now {
			return;
		}
		self.until = self.until.max(until);
		self.community = self.community.max(community);
		self.total = self.total.max(total);
	}

	/// Forget it if it is over.
	pub fn expire(&mut self, now: BlockNumber) {
		if now >= self.until {
			*self = Self { until: Zero::zero(), community: 0, total: 0 };
		}
	}
}

/// Everything that an account has cast, on all tracks.
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
#[scale_info(skip_type_params(MaxVotes))]
pub struct Voter<AccountId, BlockNumber, MaxVotes>
where
	AccountId: Clone + core::fmt::Debug + Eq,
	BlockNumber: Clone + core::fmt::Debug + Eq,
	MaxVotes: Get<u32>,
{
	/// Votes, those of referenda that have ended as long as they are locked.
	pub votes: BoundedVec<Vote, MaxVotes>,
	/// Delegations to others, by track.
	pub delegations: [Option<Delegation<AccountId>>; TRACKS],
	/// What others have delegated to the account, by track.
	pub received: [Count; TRACKS],
	/// What stays locked after votes and delegations are gone.
	pub prior: PriorLock<BlockNumber>,
}

impl<AccountId, BlockNumber, MaxVotes> Default for Voter<AccountId, BlockNumber, MaxVotes>
where
	AccountId: Clone + core::fmt::Debug + Eq,
	BlockNumber: Clone + core::fmt::Debug + Eq + Default,
	MaxVotes: Get<u32>,
{
	fn default() -> Self {
		Self {
			votes: BoundedVec::new(),
			delegations: Default::default(),
			received: Default::default(),
			prior: PriorLock { until: BlockNumber::default(), community: 0, total: 0 },
		}
	}
}

impl<AccountId, BlockNumber, MaxVotes> Voter<AccountId, BlockNumber, MaxVotes>
where
	AccountId: Clone + core::fmt::Debug + Eq,
	BlockNumber: AtLeast32BitUnsigned + Copy + core::fmt::Debug,
	MaxVotes: Get<u32>,
{
	/// How many votes there are, those of referenda that have ended included.
	pub fn vote_count(&self) -> u32 {
		u32::try_from(self.votes.len()).unwrap_or(u32::MAX)
	}

	/// The delegation on `track`.
	pub fn delegation(&self, track: Track) -> Option<&Delegation<AccountId>> {
		self.delegations.get(track.index()).and_then(Option::as_ref)
	}

	/// Set the delegation on `track`.
	pub fn set_delegation(&mut self, track: Track, delegation: Option<Delegation<AccountId>>) {
		if let Some(slot) = self.delegations.get_mut(track.index()) {
			*slot = delegation;
		}
	}

	/// What others have delegated on `track`.
	pub fn received(&self, track: Track) -> Count {
		self.received.get(track.index()).copied().unwrap_or_default()
	}

	/// Change what others have delegated on `track`.
	pub fn receive(&mut self, track: Track, change: impl FnOnce(Count) -> Count) {
		if let Some(slot) = self.received.get_mut(track.index()) {
			*slot = change(*slot);
		}
	}

	/// Whether there is nothing to remember.
	pub fn is_empty(&self) -> bool {
		self.votes.is_empty()
			&& self.delegations.iter().all(Option::is_none)
			&& self.received.iter().all(|count| *count == Count::default())
			&& self.prior.total == 0
	}

	/// How many units must stay in an account with `holdings`.
	///
	/// What votes in the community house stays beside what is unvested, and both beside what is on hold for other
	/// reasons: balances take the largest of all freezes, not their sum. What has vested since it was cast stays too.
	pub fn locked(&self, holdings: &Holdings) -> Balance {
		let powers = self.votes.iter().map(|vote| &vote.power);
		let delegated = self.delegations.iter().flatten().map(|delegation| &delegation.power);
		let (community, total) =
			powers.chain(delegated).fold((self.prior.community, self.prior.total), |(community, total), power| {
				(community.max(power.stake.community), total.max(power.tokens()))
			});
		if total == 0 {
			return 0;
		}
		community.saturating_add(holdings.institutional).max(total).saturating_add(holdings.held)
	}
}
