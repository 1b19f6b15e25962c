//! What a genesis must satisfy.

use crate::{Config, GenesisConfig, Track};
use alloc::collections::BTreeMap;
use core::fmt::{self, Debug, Display, Formatter};
use frame_support::{ensure, traits::Get};
use frame_system::pallet_prelude::BlockNumberFor;

/// Why a genesis is refused. Periods are in blocks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GenesisError<BlockNumber> {
	/// A track is set twice.
	Duplicate {
		/// The track.
		track: Track,
	},
	/// A track decides nothing, since no referendum is decided at once.
	NoneAtOnce {
		/// The track.
		track: Track,
	},
	/// A track decides nothing, since its decision takes no time.
	NoDecision {
		/// The track.
		track: Track,
	},
	/// A track decides nothing, since no decision is long enough to be confirmed.
	Confirmation {
		/// The track.
		track: Track,
		/// How long a confirmation takes.
		confirm: BlockNumber,
		/// How long a decision takes at most.
		decision: BlockNumber,
	},
	/// What was delegated could leave before a decision is enacted that it was a part of.
	Enactment {
		/// The track.
		track: Track,
		/// How long it takes at least to enact a decision.
		enactment: BlockNumber,
		/// How long a period of conviction is.
		period: BlockNumber,
	},
}

impl<BlockNumber: Debug> Display for GenesisError<BlockNumber> {
	fn fmt(&self, f: &mut Formatter) -> fmt::Result {
		match self {
			Self::Duplicate { track } => write!(f, "the track {track:?} is set twice"),
			Self::NoneAtOnce { track } => write!(f, "max_deciding of the track {track:?} is 0, must be 1 or more"),
			Self::NoDecision { track } => write!(f, "decision_period of the track {track:?} is 0, must be 1 or more"),
			Self::Confirmation { track, confirm, decision } => {
				write!(
					f,
					"confirm_period of the track {track:?} is {confirm:?}, longer than its decision_period of {decision:?}"
				)
			}
			Self::Enactment { track, enactment, period } => {
				write!(
					f,
					"enactment_period of the track {track:?} is {enactment:?}, longer than the locking_period of {period:?}"
				)
			}
		}
	}
}

impl<T: Config> GenesisConfig<T> {
	/// Whether the chain may begin like this. Tracks that are not named have the settings of a mainnet, which count too.
	pub fn validate(&self) -> Result<(), GenesisError<BlockNumberFor<T>>> {
		let mut all: BTreeMap<_, _> = Track::ALL.into_iter().map(|track| (track, None)).collect();
		for (track, settings) in &self.tracks {
			ensure!(all.insert(*track, Some(*settings)) == Some(None), GenesisError::Duplicate { track: *track });
		}
		let period = self.locking_period.unwrap_or_else(T::LockingPeriod::get);
		for (track, settings) in all {
			let settings = settings.unwrap_or_else(|| track.default_settings());
			let (confirm, decision) = (settings.confirm_period, settings.decision_period);
			let enactment = settings.enactment_period;
			ensure!(settings.max_deciding > 0, GenesisError::NoneAtOnce { track });
			ensure!(decision > 0u32.into(), GenesisError::NoDecision { track });
			ensure!(confirm <= decision, GenesisError::Confirmation { track, confirm, decision });
			ensure!(enactment <= period, GenesisError::Enactment { track, enactment, period });
		}
		Ok(())
	}
}
