//! The tracks of referenda, and the origins that they yield.

use crate::{Config, Pallet, TrackSettings};
use alloc::borrow::Cow;
use btt_primitives::{Balance, BTT};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::traits::{EnsureOrigin, OriginTrait};
use frame_system::pallet_prelude::BlockNumberFor;
use pallet_referenda::{Curve, TrackInfo, TracksInfo};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_runtime::{str_array, Perbill};

/// How many tracks there are.
pub const TRACKS: usize = Track::ALL.len();

/// What a referendum is about, and the origin with which it is enacted (SPEC §8).
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
pub enum Track {
	/// Upgrades of the runtime, and whatever no other track may do: the highest one.
	#[codec(index = 0)]
	NetworkUpgrade,
	/// Technical and clinical standards.
	#[codec(index = 1)]
	TechnicalStandards,
	/// Tokens that belong to everybody.
	#[codec(index = 2)]
	ResourceAllocation,
	/// Partnerships of the network.
	#[codec(index = 3)]
	Partnerships,
}

impl Track {
	/// All tracks, in the order of their numbers.
	pub const ALL: [Self; 4] =
		[Self::NetworkUpgrade, Self::TechnicalStandards, Self::ResourceAllocation, Self::Partnerships];

	/// The number of the track.
	pub const fn id(self) -> u16 {
		match self {
			Self::NetworkUpgrade => 0,
			Self::TechnicalStandards => 1,
			Self::ResourceAllocation => 2,
			Self::Partnerships => 3,
		}
	}

	/// The track with this number.
	pub fn from_id(id: u16) -> Option<Self> {
		Self::ALL.get(usize::from(id)).copied()
	}

	/// The number, to look up what is kept by track.
	pub(crate) fn index(self) -> usize {
		usize::from(self.id())
	}

	fn name<const N: usize>(self) -> [u8; N] {
		str_array(match self {
			Self::NetworkUpgrade => "network upgrade",
			Self::TechnicalStandards => "technical standards",
			Self::ResourceAllocation => "resource allocation",
			Self::Partnerships => "partnerships",
		})
	}

	/// What of the votes must be in favour, as the decision goes on. Never half of them or less; two thirds for an
	/// upgrade from beginning to end, rounded up.
	fn min_approval(self) -> Curve {
		let (floor, ceil) = match self {
			Self::NetworkUpgrade => (Perbill::from_parts(666_666_667), Perbill::from_parts(666_666_668)),
			_ => (Perbill::from_parts(500_000_001), Perbill::from_percent(60)),
		};
		Curve::LinearDecreasing { length: Perbill::from_percent(100), floor, ceil }
	}

	/// What of the tokens must be in favour, as the decision goes on.
	fn min_support(self) -> Curve {
		let (floor, ceil) = match self {
			Self::NetworkUpgrade => (Perbill::from_percent(5), Perbill::from_percent(25)),
			Self::ResourceAllocation => (Perbill::from_percent(2), Perbill::from_percent(10)),
			Self::TechnicalStandards | Self::Partnerships => (Perbill::from_percent(1), Perbill::from_percent(10)),
		};
		Curve::LinearDecreasing { length: Perbill::from_percent(100), floor, ceil }
	}

	/// What referenda need to know of the track.
	fn info<BlockNumber>(self, settings: TrackSettings<BlockNumber>) -> TrackInfo<Balance, BlockNumber> {
		TrackInfo {
			name: self.name(),
			max_deciding: settings.max_deciding,
			decision_deposit: settings.decision_deposit,
			prepare_period: settings.prepare_period,
			decision_period: settings.decision_period,
			confirm_period: settings.confirm_period,
			min_enactment_period: settings.enactment_period,
			min_approval: self.min_approval(),
			min_support: self.min_support(),
		}
	}

	/// The settings of a network that does not set its own: days of 14,400 blocks.
	pub fn default_settings<BlockNumber: From<u32>>(self) -> TrackSettings<BlockNumber> {
		const DAY: u32 = 14_400;
		let (decision_deposit, [prepare, decision, confirm, enactment]) = match self {
			Self::NetworkUpgrade => (10_000, [2, 28, 4, 7]),
			Self::ResourceAllocation => (5_000, [1, 21, 2, 2]),
			Self::TechnicalStandards | Self::Partnerships => (1_000, [1, 14, 1, 1]),
		};
		let days = |count: u32| DAY.saturating_mul(count).into();
		TrackSettings {
			max_deciding: 10,
			decision_deposit: BTT.saturating_mul(decision_deposit),
			prepare_period: days(prepare),
			decision_period: days(decision),
			confirm_period: days(confirm),
			enactment_period: days(enactment),
		}
	}
}

type PalletsOriginOf<T> = <<T as frame_system::Config>::RuntimeOrigin as OriginTrait>::PalletsOrigin;

impl<T: Config> TracksInfo<Balance, BlockNumberFor<T>> for Pallet<T>
where
	PalletsOriginOf<T>: TryInto<Track>,
{
	type Id = u16;
	type RuntimeOrigin = PalletsOriginOf<T>;

	fn tracks() -> impl Iterator<Item = Cow<'static, pallet_referenda::Track<u16, Balance, BlockNumberFor<T>>>> {
		Track::ALL.into_iter().map(|track| {
			Cow::Owned(pallet_referenda::Track { id: track.id(), info: track.info(Self::settings(track)) })
		})
	}

	fn track_ids() -> impl Iterator<Item = u16> {
		Track::ALL.into_iter().map(Track::id)
	}

	fn info(id: u16) -> Option<Cow<'static, TrackInfo<Balance, BlockNumberFor<T>>>> {
		Track::from_id(id).map(|track| Cow::Owned(track.info(Self::settings(track))))
	}

	fn track_for(origin: &PalletsOriginOf<T>) -> Result<u16, ()> {
		origin.clone().try_into().map(Track::id).map_err(drop)
	}
}

/// The origin of one track, by its number.
pub struct EnsureTrack<const ID: u16>;

/// What a referendum on technical standards decided.
pub type EnsureTechnicalStandards = EnsureTrack<{ Track::TechnicalStandards.id() }>;
/// What a referendum on the allocation of resources decided.
pub type EnsureResourceAllocation = EnsureTrack<{ Track::ResourceAllocation.id() }>;
/// What a referendum on an upgrade of the network decided.
pub type EnsureNetworkUpgrade = EnsureTrack<{ Track::NetworkUpgrade.id() }>;
/// What a referendum on partnerships decided.
pub type EnsurePartnerships = EnsureTrack<{ Track::Partnerships.id() }>;

impl<const ID: u16, O: Into<Result<Track, O>> + From<Track>> EnsureOrigin<O> for EnsureTrack<ID> {
	type Success = ();

	fn try_origin(origin: O) -> Result<(), O> {
		origin.into().and_then(|track| if track.id() == ID { Ok(()) } else { Err(O::from(track)) })
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<O, ()> {
		Track::from_id(ID).map(O::from).ok_or(())
	}
}
