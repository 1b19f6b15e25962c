//! Storage migrations, by the spec_version that brings them. `docs/changes` has a page for each.

use crate::{AccountId, Governance, Runtime, RuntimeOrigin};
use frame_support::{
	dispatch::RawOrigin,
	migrations::{MigrationId, SteppedMigration, SteppedMigrationError},
	traits::Get,
	weights::{Weight, WeightMeter},
};
use pallet_btt_governance::{Config, Voters, WeightInfo};

/// Migrations that run in the first block of a new version. None yet: version 1 is the first.
pub type SingleBlock = ();

/// Migrations that run over several blocks. None yet.
#[cfg(not(feature = "rehearsal"))]
pub type MultiBlock = ();

/// What the next version brings where an upgrade to it is rehearsed.
#[cfg(feature = "rehearsal")]
pub type MultiBlock = UnlockVotes;

/// Removes votes that have ended from all records of voters, and frees the tokens that nothing else locks any more: what
/// `Governance.unlock` does for one account, for everybody.
pub struct UnlockVotes;

impl UnlockVotes {
	/// What it weighs at most to find a record and to unlock it.
	pub fn record_weight() -> Weight {
		let votes = <Runtime as Config>::MaxVotes::get();
		<Runtime as Config>::WeightInfo::unlock(votes)
			.saturating_add(<Runtime as frame_system::Config>::DbWeight::get().reads(1))
	}

	/// Referenda of which votes are kept though they have ended and nothing of them is still to be enacted.
	#[cfg(any(feature = "std", feature = "try-runtime"))]
	pub fn ended() -> alloc::collections::BTreeSet<pallet_btt_governance::ReferendumIndex> {
		use btt_primitives::governance::Enactment;
		use frame_support::traits::Polling;

		Voters::<Runtime>::iter_values()
			.flat_map(|voter| voter.votes)
			.map(|vote| vote.referendum)
			.filter(|index| {
				<Runtime as Config>::Polls::as_ongoing(*index).is_none()
					&& !<Runtime as Config>::Enactments::is_pending(*index)
			})
			.collect()
	}
}

impl SteppedMigration for UnlockVotes {
	/// The account that was unlocked last.
	type Cursor = AccountId;
	type Identifier = MigrationId<10>;

	fn id() -> Self::Identifier {
		MigrationId { pallet_id: *b"governance", version_from: 0, version_to: 1 }
	}

	fn step(
		mut cursor: Option<AccountId>,
		meter: &mut WeightMeter,
	) -> Result<Option<AccountId>, SteppedMigrationError> {
		let required = Self::record_weight();
		if !meter.can_consume(required) {
			return Err(SteppedMigrationError::InsufficientWeight { required });
		}
		let mut accounts = match &cursor {
			Some(last) => Voters::<Runtime>::iter_keys_from(Voters::<Runtime>::hashed_key_for(last)),
			None => Voters::<Runtime>::iter_keys(),
		};
		while meter.try_consume(required).is_ok() {
			let Some(who) = accounts.next() else { return Ok(None) };
			// It fails, before it writes, where there is nothing to unlock yet: that is how most of them are left.
			let _ = Governance::unlock(RuntimeOrigin::from(RawOrigin::Signed(who.clone())), who.clone().into());
			cursor = Some(who);
		}
		Ok(cursor)
	}

	#[cfg(feature = "try-runtime")]
	fn pre_upgrade() -> Result<alloc::vec::Vec<u8>, sp_runtime::TryRuntimeError> {
		Ok(codec::Encode::encode(&Self::ended()))
	}

	#[cfg(feature = "try-runtime")]
	fn post_upgrade(ended: alloc::vec::Vec<u8>) -> Result<(), sp_runtime::TryRuntimeError> {
		let ended = <alloc::collections::BTreeSet<_> as codec::Decode>::decode(&mut &ended[..])
			.map_err(|_| "what was noted before the upgrade cannot be read")?;
		frame_support::ensure!(Self::ended().is_disjoint(&ended), "a vote outlived its referendum");
		Ok(())
	}
}
