//! Voting by holdings in two houses, the hand-over between them, and what a referendum may do.
//!
//! # Calls
//!
//! - [`vote`](Pallet::vote), [`remove_vote`](Pallet::remove_vote): a token holder votes on a referendum, or no more.
//! - [`delegate`](Pallet::delegate), [`undelegate`](Pallet::undelegate): it lets its tokens follow another one's votes
//!   on a track, or no more.
//! - [`unlock`](Pallet::unlock): anybody frees somebody's tokens of what has ended.
//! - [`refresh`](Pallet::refresh): anybody cuts somebody's votes to what it still holds.
//! - [`set_parameter`](Pallet::set_parameter): a referendum changes a parameter, within its bounds.
//! - [`authorize_upgrade`](Pallet::authorize_upgrade): a referendum allows a new runtime.
//! - [`pause`](Pallet::pause): a body for emergencies pauses the chain for a while.
//!
//! # Overview
//!
//! Referenda, their deposits, periods and enactment are those of `pallet-referenda`. This pallet is who votes in them,
//! what the votes weigh, what tracks there are, and what each of their origins is for.
//!
//! There are two houses. Tokens of institutions that have not vested yet vote in one, all others in the other. Approval
//! and support of a referendum are the weighted sums of both houses' (see [`btt_math::houses`]). The weight passes from
//! the institutional house to the community's on a straight line of 36 calendar months, which nothing in this pallet
//! can change. A referendum keeps the weights of the time of its submission.
//!
//! Whoever has the governance role votes with tokens of its own, bonded and unvested ones included. They stay frozen
//! until the question is decided and, if it was approved, enacted; longer with conviction, which only the community's
//! tokens can have. Bonded tokens that are vested count for more. An account may let its tokens follow another one's
//! votes, track by track. `README.md` tells all of this in plain words, and docs/decisions/0006-governance.md why
//! `pallet-conviction-voting` does not do it.
//!
//! In an emergency nobody can wait for a referendum. So one body may pause the chain, for a while that it cannot choose,
//! and not again for a longer one, however the pause ended. It may do nothing else; to pause for longer, or to end a
//! pause, takes a referendum.
//!
//! # Example
//!
#![doc = docify::embed!("src/tests/journeys.rs", what_both_houses_approve_is_enacted)]
//!
//! # Terms
//!
//! - *power*: the tokens of an account that it votes with, and what stake adds to them.
//! - *cut*: make votes smaller that are more than what the account still holds.
//!
//! # Invariants
//!
//! - The tally of a referendum that is not decided yet is the sum of the votes and delegations that are kept here.
//! - The votes of an account on one referendum, in both houses together, are no more than it held when it voted or was
//!   cut last; and it is cut whenever its stake is reduced.
//! - Tokens that vote stay frozen in their account, on top of what is frozen or on hold for other reasons, so no token
//!   votes twice on a referendum.
//! - Between two pauses by the body for emergencies lie more blocks than in one.
//!
//! The rules come from SPEC §8.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::unwrap_used)]
#![cfg_attr(
	any(test, feature = "runtime-benchmarks"),
	allow(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::unwrap_used)
)]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod genesis;
mod impls;
#[cfg(test)]
mod mock;
pub mod tally;
#[cfg(test)]
mod tests;
pub mod tracks;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod try_state;
pub mod types;
mod voting;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use genesis::GenesisError;
pub use impls::{enactment_name, EnactedByScheduler};
pub use pallet::*;
pub use tally::{Franchise, Tally};
pub use tracks::{
	EnsureNetworkUpgrade, EnsurePartnerships, EnsureResourceAllocation, EnsureTechnicalStandards, EnsureTrack, Track,
	TRACKS,
};
pub use types::{Conviction, Count, Delegation, Power, PriorLock, ReferendumIndex, Stake, StakeError, Vote, Voter};
pub use weights::WeightInfo;

pub(crate) const LOG_TARGET: &str = "runtime::governance";

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::{boxed::Box, vec::Vec};
	use btt_primitives::{
		governance::{CheckedParameters, Enactment, VotingPower},
		staking::StakeInfo,
		Balance, Moment,
	};
	use frame_support::{
		pallet_prelude::*,
		traits::{fungible::MutateFreeze, EnsureOriginWithArg, Polling, SafeMode, Time},
	};
	use frame_system::pallet_prelude::*;
	use serde::{Deserialize, Serialize};
	use sp_runtime::{traits::StaticLookup, Perbill, Permill};

	type AccountIdLookupOf<T> = <<T as frame_system::Config>::Lookup as StaticLookup>::Source;

	/// The tally of the referenda of a runtime.
	pub type TallyOf<T> = Tally<Pallet<T>>;
	/// What an account has cast.
	pub type VoterOf<T> = Voter<<T as frame_system::Config>::AccountId, BlockNumberFor<T>, <T as Config>::MaxVotes>;
	/// A parameter of the runtime with its new value.
	pub type ParameterOf<T> = <<T as Config>::Parameters as CheckedParameters>::Parameter;

	/// How the referenda of a track go, as far as a network sets it.
	#[derive(
		Clone,
		Copy,
		Debug,
		PartialEq,
		Eq,
		Encode,
		Decode,
		DecodeWithMemTracking,
		MaxEncodedLen,
		TypeInfo,
		Serialize,
		Deserialize,
	)]
	#[serde(rename_all = "camelCase", deny_unknown_fields)]
	pub struct TrackSettings<BlockNumber> {
		/// How many are decided at once.
		pub max_deciding: u32,
		/// What a decision takes as a deposit, in units.
		pub decision_deposit: Balance,
		/// How many blocks lie at least between submission and the beginning of the decision.
		pub prepare_period: BlockNumber,
		/// How many blocks a decision takes at most.
		pub decision_period: BlockNumber,
		/// How many blocks it must hold to be final.
		pub confirm_period: BlockNumber,
		/// How many blocks lie at least between approval and enactment.
		pub enactment_period: BlockNumber,
	}

	#[pallet::pallet]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
		/// BTT.
		type Currency: MutateFreeze<Self::AccountId, Balance = Balance, Id = Self::RuntimeFreezeReason>;

		/// The reason of the freeze, as the runtime knows it.
		type RuntimeFreezeReason: From<FreezeReason>;

		/// The chain's clock, in ms.
		type Time: Time<Moment = Moment>;

		/// When the hand-over began, in ms: the token generation event. Must never change.
		type TokenGenerationEvent: Get<Moment>;

		/// The referenda.
		type Polls: Polling<
			TallyOf<Self>,
			Index = ReferendumIndex,
			Votes = Balance,
			Class = u16,
			Moment = BlockNumberFor<Self>,
		>;

		/// Tells what was enacted.
		type Enactments: Enactment;

		/// Tells what accounts can vote with. Pots can vote with nothing.
		///
		/// Whenever a referendum is looked at, the electorate is asked for several times. So it must come from a few
		/// values that are kept, however many accounts there are, and be a part of what referenda weigh.
		type Power: VotingPower<Self::AccountId>;

		/// Tells who has the governance role.
		type Stake: StakeInfo<Self::AccountId>;

		/// The part of a house's tokens from which on its vote counts in full; 1 to 20 %.
		type Quorum: Get<Perbill>;

		/// What bonded tokens count more; 0 to 50 %.
		type StakeBonus: Get<Permill>;

		/// How many blocks a period of conviction has, on a network that sets nothing else. Not less than an enactment
		/// takes at least, since whoever takes a delegation back when a question is decided stays locked for a period.
		#[pallet::constant]
		type LockingPeriod: Get<BlockNumberFor<Self>>;

		/// How many votes an account has at once, those of ended referenda included as long as they are locked.
		#[pallet::constant]
		type MaxVotes: Get<u32>;

		/// The parameters of the runtime.
		type Parameters: CheckedParameters<Parameter: Parameter>;

		/// Who changes which parameter.
		type ParameterOrigin: EnsureOriginWithArg<Self::RuntimeOrigin, ParameterOf<Self>>;

		/// Who allows a new runtime.
		type UpgradeOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Who may pause the chain in an emergency.
		type PauseOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Pauses the chain.
		type SafeMode: SafeMode<BlockNumber = BlockNumberFor<Self>>;

		/// For how many blocks.
		#[pallet::constant]
		type PauseDuration: Get<BlockNumberFor<Self>>;

		/// How many blocks lie at least between the end for which a pause was meant and the next one. More than a pause
		/// has.
		#[pallet::constant]
		type PauseInterval: Get<BlockNumberFor<Self>>;

		/// What the calls weigh.
		type WeightInfo: WeightInfo;

		/// What the benchmarks need of other pallets.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId, BlockNumberFor<Self>, ParameterOf<Self>>;
	}

	/// Why tokens are frozen.
	#[pallet::composite_enum]
	pub enum FreezeReason {
		/// They vote.
		#[codec(index = 0)]
		Voting,
	}

	/// What a referendum decided.
	#[pallet::origin]
	pub type Origin = Track;

	/// What accounts have cast.
	#[pallet::storage]
	pub type Voters<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, VoterOf<T>, OptionQuery>;

	/// How referenda go, for tracks of which genesis says so.
	#[pallet::storage]
	pub type Settings<T: Config> = StorageMap<_, Twox64Concat, Track, TrackSettings<BlockNumberFor<T>>, OptionQuery>;

	/// How many blocks a period of conviction has, if genesis says so.
	#[pallet::storage]
	pub type LockingPeriod<T: Config> = StorageValue<_, BlockNumberFor<T>, OptionQuery>;

	/// The last block of the last pause in an emergency, unless a referendum has ended it before or made it longer.
	#[pallet::storage]
	pub type LastPause<T: Config> = StorageValue<_, BlockNumberFor<T>, OptionQuery>;

	/// How the referenda of this network go.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// By track; one that is not named has the settings of a mainnet.
		pub tracks: Vec<(Track, TrackSettings<BlockNumberFor<T>>)>,
		/// How many blocks a period of conviction has; [`Config::LockingPeriod`] if nothing is said.
		pub locking_period: Option<BlockNumberFor<T>>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			if let Err(error) = self.validate() {
				panic!("Governance genesis: {error}");
			}
			for (track, settings) in &self.tracks {
				Settings::<T>::insert(track, settings);
			}
			LockingPeriod::<T>::set(self.locking_period);
		}
	}

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// Somebody voted.
		Voted {
			/// Who.
			who: T::AccountId,
			/// On what.
			referendum: ReferendumIndex,
			/// Whether in favour.
			aye: bool,
			/// What counts, without what was delegated to the account.
			power: Power,
		},
		/// Somebody removed a vote.
		VoteRemoved {
			/// Who.
			who: T::AccountId,
			/// On what.
			referendum: ReferendumIndex,
		},
		/// Somebody lets tokens follow another one's votes.
		Delegated {
			/// Who.
			who: T::AccountId,
			/// On what track.
			track: Track,
			/// Whose votes they follow.
			to: T::AccountId,
			/// What counts.
			power: Power,
		},
		/// Somebody's tokens follow another one's votes no more.
		Undelegated {
			/// Who.
			who: T::AccountId,
			/// On what track.
			track: Track,
		},
		/// Somebody holds less than it voted with, and its votes and delegations were cut to that.
		VotesCut {
			/// Who.
			who: T::AccountId,
		},
		/// What ended was removed from somebody's votes, and its tokens are free as far as nothing else locks them.
		Unlocked {
			/// Who.
			who: T::AccountId,
			/// Units that stay locked.
			locked: Balance,
		},
		/// A referendum changed a parameter.
		ParameterSet {
			/// Which, and its value.
			parameter: ParameterOf<T>,
		},
		/// The chain was paused in an emergency.
		Paused {
			/// The last block of the pause, unless a referendum ends it before or makes it longer.
			until: BlockNumberFor<T>,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// There is no such referendum, or it was cancelled, killed or timed out. Look at `Referenda.ReferendumInfoFor`.
		NotFound,
		/// The referendum has ended. If its vote locks tokens of yours, call `unlock` once it is enacted.
		Ended,
		/// The account has not the governance role, so it cannot vote. Bond what the role takes and add it.
		NoRole,
		/// The account has voted on this referendum already. Remove the vote first to cast another one.
		AlreadyVoted,
		/// The account has not voted on this referendum.
		NotVoted,
		/// Nothing is to vote. Name an amount of one unit at least.
		ZeroVote,
		/// The account has not so many unvested tokens, or other ones, to vote with. Tokens on hold for other reasons than
		/// a bond do not vote, and pots never. Name smaller amounts.
		MoreThanHeld,
		/// Only the community's tokens have conviction. Vote with some of them, or without conviction.
		ConvictionOnUnvested,
		/// The account has as many votes as it may have (`MaxVotes`). Unlock or remove some first.
		TooManyVotes,
		/// On this track the account's tokens follow another one's votes. Undelegate first.
		Delegating,
		/// On this track the account's tokens do not follow another one's votes.
		NotDelegating,
		/// An account cannot follow itself. Name another one.
		SelfDelegation,
		/// The account to follow has not the governance role, so it cannot vote. Name another one.
		DelegateHasNoRole,
		/// On this track the account to follow follows another one itself, and nothing is passed on. Name that one.
		DelegateDelegates,
		/// The account has votes on referenda of this track that are not decided yet. Remove them first.
		HasVotes,
		/// The account has no votes, no delegations and no locks.
		NoVoter,
		/// Nothing can be unlocked yet: referenda are undecided or not enacted, or conviction locks for longer. Try again
		/// later.
		NothingToUnlock,
		/// The account holds all that it votes with, so there is nothing to cut.
		NothingToCut,
		/// The value is out of the bounds of the parameter. See its documentation for them.
		OutOfBounds,
		/// The chain is paused already. Only a referendum makes a pause longer, by `SafeMode.force_extend`.
		PausedAlready,
		/// The chain was paused not long ago. Wait for `PauseInterval` blocks after the end for which that was meant
		/// (`LastPause`), or ask a referendum for `SafeMode.force_enter`.
		PausedRecently,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::MaxVotes::get() > 0, "an account must be allowed one vote at least");
			assert!(
				T::PauseInterval::get() > T::PauseDuration::get() && T::PauseDuration::get() > 0u32.into(),
				"a pause must have an end, and the chain must run for longer than it is paused"
			);
			if let Err(error) = GenesisConfig::<T>::default().validate() {
				panic!("a network that sets nothing could not begin: {error}");
			}
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_now: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Vote on `referendum`, in favour or against, with some of what the signer holds.
		///
		/// Signed by anybody with the governance role. `stake` has the units of unvested tokens, those of other ones, and
		/// the conviction of the latter. What others have delegated to the signer on the track follows. All that votes
		/// stays frozen until the referendum has ended and, if it was approved, is enacted; longer with conviction.
		///
		/// # Errors
		/// - [`Error::NoRole`]: the signer may not vote.
		/// - [`Error::NotFound`], [`Error::Ended`]: there is nothing to vote on.
		/// - [`Error::AlreadyVoted`], [`Error::Delegating`], [`Error::TooManyVotes`].
		/// - [`Error::ZeroVote`], [`Error::MoreThanHeld`], [`Error::ConvictionOnUnvested`]: `stake` does not fit.
		///
		/// # Events
		/// - [`Event::Voted`].
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::vote())]
		pub fn vote(
			origin: OriginFor<T>,
			#[pallet::compact] referendum: ReferendumIndex,
			aye: bool,
			stake: Stake,
		) -> DispatchResult {
			Self::do_vote(ensure_signed(origin)?, referendum, aye, stake)
		}

		/// Remove the signer's vote on `referendum`, which is not decided yet. Its tokens are free at once, as far as
		/// nothing else locks them.
		///
		/// Signed by the voter.
		///
		/// # Errors
		/// - [`Error::NotVoted`]: the signer has no vote on it.
		/// - [`Error::Ended`]: it is too late.
		///
		/// # Events
		/// - [`Event::VoteRemoved`].
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::remove_vote())]
		pub fn remove_vote(origin: OriginFor<T>, #[pallet::compact] referendum: ReferendumIndex) -> DispatchResult {
			Self::do_remove_vote(ensure_signed(origin)?, referendum)
		}

		/// Let some of what the signer holds follow the votes of `to` on `track`, those that it has cast already included.
		///
		/// Signed by anybody with the governance role. `stake` as with [`vote`](Pallet::vote). The tokens stay frozen
		/// until a period after they are [undelegated](Pallet::undelegate), longer with conviction. What others have
		/// delegated to the signer is not passed on.
		///
		/// # Errors
		/// - [`Error::NoRole`], [`Error::DelegateHasNoRole`]: the signer, or `to`, may not vote.
		/// - [`Error::SelfDelegation`], [`Error::DelegateDelegates`]: there is nothing to follow.
		/// - [`Error::Delegating`], [`Error::HasVotes`]: the signer must end something else before.
		/// - [`Error::ZeroVote`], [`Error::MoreThanHeld`], [`Error::ConvictionOnUnvested`]: `stake` does not fit.
		///
		/// # Events
		/// - [`Event::Delegated`].
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::delegate(T::MaxVotes::get()))]
		pub fn delegate(
			origin: OriginFor<T>,
			track: Track,
			to: AccountIdLookupOf<T>,
			stake: Stake,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let votes = Self::do_delegate(who, track, T::Lookup::lookup(to)?, stake)?;
			Ok(Some(T::WeightInfo::delegate(votes)).into())
		}

		/// Let the signer's tokens follow another one's votes on `track` no more. They count no longer in what is not
		/// decided yet.
		///
		/// Signed by whoever delegated. The tokens stay frozen for a period, for those of conviction if these are more.
		///
		/// # Errors
		/// - [`Error::NotDelegating`].
		///
		/// # Events
		/// - [`Event::Undelegated`].
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::undelegate(T::MaxVotes::get()))]
		pub fn undelegate(origin: OriginFor<T>, track: Track) -> DispatchResultWithPostInfo {
			let votes = Self::do_undelegate(ensure_signed(origin)?, track)?;
			Ok(Some(T::WeightInfo::undelegate(votes)).into())
		}

		/// Remove what has ended from the votes of `target`, and free its tokens as far as nothing locks them any more.
		///
		/// Signed by anybody, who pays the fee.
		///
		/// # Errors
		/// - [`Error::NoVoter`]: `target` has nothing locked.
		/// - [`Error::NothingToUnlock`]: nothing would change.
		///
		/// # Events
		/// - [`Event::Unlocked`].
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::unlock(T::MaxVotes::get()))]
		pub fn unlock(origin: OriginFor<T>, target: AccountIdLookupOf<T>) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			let votes = Self::do_unlock(&T::Lookup::lookup(target)?)?;
			Ok(Some(T::WeightInfo::unlock(votes)).into())
		}

		/// Cut votes and delegations of `target` to what it still holds, or end them if it has not the governance role any
		/// more. What has vested since it voted moves to the community house.
		///
		/// Signed by anybody, who pays the fee. It happens by itself whenever the stake of an account is reduced, or it
		/// loses a role.
		///
		/// # Errors
		/// - [`Error::NoVoter`]: `target` has no votes.
		/// - [`Error::NothingToCut`]: nothing would change.
		///
		/// # Events
		/// - [`Event::VotesCut`].
		#[pallet::call_index(5)]
		#[pallet::weight(Pallet::<T>::cut_weight())]
		pub fn refresh(origin: OriginFor<T>, target: AccountIdLookupOf<T>) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			Ok(Some(Self::do_refresh(&T::Lookup::lookup(target)?)?).into())
		}

		/// Change a parameter of the runtime.
		///
		/// By [`Config::ParameterOrigin`].
		///
		/// # Errors
		/// - [`Error::OutOfBounds`]: the value is out of the bounds of the parameter.
		///
		/// # Events
		/// - [`Event::ParameterSet`], after that of the parameter's own pallet.
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::set_parameter())]
		pub fn set_parameter(origin: OriginFor<T>, parameter: Box<ParameterOf<T>>) -> DispatchResult {
			T::ParameterOrigin::ensure_origin(origin, &parameter)?;
			Self::do_set_parameter(*parameter)
		}

		/// Allow a runtime with this hash of its code. Anybody can then apply it, by `System.apply_authorized_upgrade`.
		///
		/// By [`Config::UpgradeOrigin`]. It must have the same name and a higher version, which is checked when it is
		/// applied. A later call replaces an earlier one. The event is that of `frame-system`.
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::authorize_upgrade())]
		pub fn authorize_upgrade(origin: OriginFor<T>, code_hash: T::Hash) -> DispatchResult {
			T::UpgradeOrigin::ensure_origin(origin)?;
			frame_system::Pallet::<T>::do_authorize_upgrade(code_hash, true);
			Ok(())
		}

		/// Pause the chain in an emergency, for [`Config::PauseDuration`] blocks.
		///
		/// By [`Config::PauseOrigin`], and not again before [`Config::PauseInterval`] blocks have passed since the end for
		/// which the last pause was meant, even if a referendum has ended it earlier. What still works meanwhile is set
		/// by the runtime; a referendum can end the pause or make it longer.
		///
		/// # Errors
		/// - [`Error::PausedAlready`]: there is a pause, by whomever.
		/// - [`Error::PausedRecently`]: it is too early for another one.
		///
		/// # Events
		/// - [`Event::Paused`], after that of the pallet that pauses.
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::pause())]
		pub fn pause(origin: OriginFor<T>) -> DispatchResult {
			T::PauseOrigin::ensure_origin(origin)?;
			Self::do_pause()
		}
	}
}
