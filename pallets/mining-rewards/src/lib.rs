//! Mining rewards: what the providers of computation share of 63,000,000 BTT in eight years.
//!
//! # Calls
//!
//! - [`settle`](Pallet::settle): anybody has providers paid what they earned.
//! - [`contest`](Pallet::contest): doubt points of a provider, with a bond; [`rule`](Pallet::rule): the verdict;
//!   [`lapse`](Pallet::lapse): anybody ends a dispute on which nobody ruled in time.
//! - [`refresh`](Pallet::refresh): anybody has the stake of a provider looked up again;
//!   [`forget`](Pallet::forget): anybody cleans up after somebody who is no provider any more.
//! - [`attest`](Pallet::attest): a registrar tells where a provider is, what it computes with and who controls it.
//! - [`set_rules`](Pallet::set_rules), [`set_region`](Pallet::set_region), [`remove_region`](Pallet::remove_region),
//!   [`set_hardware`](Pallet::set_hardware), [`remove_hardware`](Pallet::remove_hardware),
//!   [`add_registrar`](Pallet::add_registrar), [`remove_registrar`](Pallet::remove_registrar): governance.
//!
//! # Overview
//!
//! Time is divided into eras. What an era hands out follows from the clock and from what is left: what idle eras, capped
//! payouts and lost disputes leave over is spread over all that are to come, and none of it falls to those who happen to
//! work next. Eras in which the chain stood still are idle ones; they cost nothing, however many there are.
//!
//! Verified jobs come in through [`JobRewards`](btt_primitives::mining::JobRewards), never by a call. A job is worth
//! its service units by its score: that it was done, the reputation of its provider, how much its region is needed, and
//! how little energy it takes. No more units count than a provider has stake for, and of one buyer no more than a tenth
//! of all points.
//!
//! When an era has ended, its points can be contested for some eras. Then they are final, and each provider's share of
//! the budget can be settled, by its next job, by anybody, or by the chain itself when it is idle. Nothing is ever done
//! for all providers at once: to close an era costs the same for ten as for a million.
//!
//! # Example
//!
#![doc = docify::embed!("src/tests/settle.rs", two_providers_share_an_era_by_their_points)]
//!
//! # Terms
//!
//! - *point*: a millionth of a service unit with a score of 1.
//! - *final era*: one whose dispute window is over.
//! - *slot*: what a provider earned in one era that was not settled yet.
//! - *quarter*: of a day, by which reputations and volumes fade.
//! - *public fees*: what of the fees of a job was burned or went to the development fund.
//!
//! # Invariants
//!
//! - What is unassigned, assigned, contested, owed and paid makes 63,000,000 BTT, to the unit, and no more is assigned
//!   than was emitted.
//! - The shares of an era make its budget, to the unit, in whatever order they are settled.
//! - The points of an era are those of its providers.
//!
//! The rules come from SPEC §5 and §18, and from the whitepaper's "Mining Rewards Structure".

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::unwrap_used)]
#![cfg_attr(
	any(test, feature = "runtime-benchmarks"),
	allow(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::unwrap_used)
)]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod disputes;
mod eras;
mod impls;
#[cfg(test)]
mod mock;
mod settlement;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod try_state;
pub mod types;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use pallet::*;
pub use types::{
	Attestation, Books, ClosedEra, ClosedEras, Dispute, Era, HardwareClass, Location, Provider, Region, Rules,
	ScoreWeights, Slot, Work,
};
pub use weights::WeightInfo;

pub(crate) const LOG_TARGET: &str = "runtime::mining";

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use crate::types::{
		MAX_BATCH, MAX_CLASSES, MAX_REGIONS, MAX_REGISTRARS, MAX_SLOTS, MAX_UNIT_ENERGY, MAX_WINDOW, RECENT_ERAS,
	};
	use alloc::{
		collections::{BTreeMap, BTreeSet},
		vec::Vec,
	};
	use btt_math::rewards::WHOLE;
	use btt_primitives::{
		mining::{EraIndex, RegionId, RewardSource},
		staking::{Accountability, StakeInfo},
		time::TokenClock,
		vesting::Unvested,
		Balance, Moment,
	};
	use frame_support::{
		pallet_prelude::*,
		traits::{
			fungible::{BalancedHold, Credit, Inspect, MutateHold},
			OnUnbalanced, Time,
		},
	};
	use frame_system::pallet_prelude::*;

	/// The tokens of the pallet, in flight.
	pub type CreditOf<T> = Credit<<T as frame_system::Config>::AccountId, <T as Config>::Currency>;
	/// Providers to settle.
	pub type Batch<T> = BoundedVec<<T as frame_system::Config>::AccountId, ConstU32<MAX_BATCH>>;

	#[pallet::pallet]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
		/// BTT.
		type Currency: Inspect<Self::AccountId, Balance = Balance>
			+ MutateHold<Self::AccountId, Reason = Self::RuntimeHoldReason>
			+ BalancedHold<Self::AccountId>;

		/// The reason of the hold, as the runtime knows it.
		type RuntimeHoldReason: From<HoldReason>;

		/// The chain's clock, in ms.
		type Time: Time<Moment = Moment>;

		/// Tells when mining started.
		type Clock: TokenClock;

		/// Keeps the tokens of the pool.
		type Source: RewardSource<Self::AccountId>;

		/// What accounts have at stake.
		type Stake: StakeInfo<Self::AccountId>;

		/// Lets stake answer for false points.
		type Accountability: Accountability<Self::AccountId>;

		/// What of an account is unvested: it counts for no capacity.
		type Unvested: Unvested<Self::AccountId>;

		/// Takes the bonds of challengers who were wrong: the burn sink.
		type SlashSink: OnUnbalanced<CreditOf<Self>>;

		/// How long an era is, in ms; at least 1.
		type EraDuration: Get<Moment>;

		/// How long a day is, in ms; at least 4.
		type Day: Get<Moment>;

		/// How long there is for a verdict, in ms.
		type DisputePeriod: Get<Moment>;

		/// Who sets rules, regions, hardware and registrars: governance, for technical standards.
		type AdminOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Who rules on disputes.
		type RulingOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// What the calls weigh.
		type WeightInfo: WeightInfo;

		/// Builds what the benchmarks need of other pallets.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId>;
	}

	/// Why tokens are on hold.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// They are the bond of a challenger.
		#[codec(index = 0)]
		Dispute,
	}

	// The first is touched by every job, and the first three by every settlement; `on_initialize` accounts for them, once a
	// block.

	/// The running era, with the regions.
	#[pallet::storage]
	#[pallet::whitelist_storage]
	pub type CurrentEra<T: Config> = StorageValue<_, Era, ValueQuery>;

	/// The eras that have ended, with points that were not settled yet.
	#[pallet::storage]
	#[pallet::whitelist_storage]
	pub type Closed<T: Config> = StorageValue<_, ClosedEras, ValueQuery>;

	/// Where the 63,000,000 BTT are.
	#[pallet::storage]
	#[pallet::whitelist_storage]
	pub type Ledger<T: Config> = StorageValue<_, Books, ValueQuery>;

	/// Closed eras that were not settled when there were too many to lie together.
	#[pallet::storage]
	pub type Backlog<T: Config> = StorageMap<_, Twox64Concat, EraIndex, ClosedEra, OptionQuery>;

	/// The rules of the next era.
	#[pallet::storage]
	pub type NextRules<T: Config> = StorageValue<_, Rules, ValueQuery>;

	/// The providers.
	// Accounts are public keys or hashes, and it takes the stake of a provider to have one here.
	#[pallet::storage]
	pub type Providers<T: Config> = StorageMap<_, Identity, T::AccountId, Provider, OptionQuery>;

	/// The energy that each class of hardware takes for a service unit, in joules.
	#[pallet::storage]
	pub type Hardware<T: Config> = CountedStorageMap<_, Twox64Concat, HardwareClass, u64, OptionQuery>;

	/// Who attests where providers are, what they compute with and who controls them.
	#[pallet::storage]
	pub type Registrars<T: Config> = StorageValue<_, BoundedVec<T::AccountId, ConstU32<MAX_REGISTRARS>>, ValueQuery>;

	/// Points that are contested, by their provider and era.
	#[pallet::storage]
	pub type Disputes<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, T::AccountId, Twox64Concat, EraIndex, Dispute<T::AccountId>, OptionQuery>;

	/// The provider that the idle sweep looked at last.
	#[pallet::storage]
	pub type Swept<T: Config> = StorageValue<_, T::AccountId, OptionQuery>;

	/// The rules, regions, hardware and registrars that a network begins with.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Regions with the share of all service units that each should have, in millionths, together at most 1,000,000.
		pub regions: Vec<(RegionId, u32)>,
		/// Classes of hardware with the energy that each takes for a service unit, in joules.
		pub hardware: Vec<(HardwareClass, u64)>,
		/// Who attests.
		pub registrars: Vec<T::AccountId>,
	}

	impl<T: Config> GenesisConfig<T> {
		/// Why this cannot be built, in words.
		pub fn validate(&self) -> Result<(), &'static str> {
			let regions: BTreeSet<_> = self.regions.iter().map(|(region, _)| region).collect();
			ensure!(regions.len() == self.regions.len(), "a region is named twice");
			ensure!(self.regions.len() <= MAX_REGIONS as usize, "there are more than 32 regions");
			let targets = self.regions.iter().fold(0u32, |sum, (_, target)| sum.saturating_add(*target));
			ensure!(targets <= WHOLE, "the shares of the regions exceed 1,000,000 millionths");
			let classes: BTreeSet<_> = self.hardware.iter().map(|(class, _)| class).collect();
			ensure!(classes.len() == self.hardware.len(), "a hardware class is named twice");
			ensure!(self.hardware.len() <= MAX_CLASSES as usize, "there are more than 256 hardware classes");
			let bounded = self.hardware.iter().all(|(_, energy)| (1..=MAX_UNIT_ENERGY).contains(energy));
			ensure!(bounded, "the energy of a hardware class is not 1 to 1,000,000,000 joules");
			let registrars: BTreeSet<_> = self.registrars.iter().collect();
			ensure!(registrars.len() == self.registrars.len(), "a registrar is named twice");
			ensure!(self.registrars.len() <= MAX_REGISTRARS as usize, "there are more than 32 registrars");
			Ok(())
		}
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			if let Err(error) = self.validate() {
				panic!("MiningRewards genesis: {error}");
			}
			let regions: BTreeMap<_, _> = self.regions.iter().copied().collect();
			let regions = regions.into_iter().map(|(id, target)| Region::new(id, target)).collect();
			CurrentEra::<T>::put(Era { regions: BoundedVec::truncate_from(regions), ..Default::default() });
			for (class, energy) in &self.hardware {
				Hardware::<T>::insert(class, energy);
			}
			Registrars::<T>::put(BoundedVec::truncate_from(self.registrars.clone()));
		}
	}

	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// An era began.
		EraStarted {
			/// Its number.
			era: EraIndex,
			/// What its providers share, in units.
			budget: Balance,
		},
		/// An era has ended in which somebody earned something.
		EraClosed {
			/// Its number.
			era: EraIndex,
			/// What its providers share, in units.
			budget: Balance,
			/// Their points, in millionths of a service unit.
			points: u128,
		},
		/// The share of a provider in an era was settled, and paid, unless [`Event::Owed`] comes next of the provider.
		Settled {
			/// Whose.
			provider: T::AccountId,
			/// Of which era.
			era: EraIndex,
			/// Units for the provider.
			reward: Balance,
			/// Units that wait for the verdict on a dispute.
			contested: Balance,
			/// Units beyond the payout cap, that went back to the pool.
			returned: Balance,
		},
		/// A provider was paid what had been owed to it, or had waited for a verdict.
		Paid {
			/// Who.
			provider: T::AccountId,
			/// Units, beyond those that [`Event::Settled`] tells of.
			amount: Balance,
		},
		/// A provider cannot receive what is due to it. It is kept until it can.
		Owed {
			/// To whom.
			provider: T::AccountId,
			/// Units, all that is kept.
			amount: Balance,
		},
		/// Points were contested.
		Contested {
			/// Whose.
			provider: T::AccountId,
			/// Of which era.
			era: EraIndex,
			/// How many, in millionths of a service unit.
			points: u64,
			/// By whom.
			challenger: T::AccountId,
			/// The bond, in units.
			bond: Balance,
		},
		/// Somebody contested more of the same points, and took the dispute over.
		ChallengerReplaced {
			/// Whose points are contested.
			provider: T::AccountId,
			/// Of which era.
			era: EraIndex,
			/// Who has the bond back.
			challenger: T::AccountId,
		},
		/// Contested points were false: they are gone, or their share is back in the pool.
		Upheld {
			/// Whose they were.
			provider: T::AccountId,
			/// Of which era.
			era: EraIndex,
			/// How many, in millionths of a service unit.
			points: u64,
			/// Units that went back to the pool; 0 if the era was not final.
			returned: Balance,
			/// Units of the provider's stake that were slashed.
			slashed: Balance,
		},
		/// Contested points were right, or nobody ruled on them in time.
		Rejected {
			/// Whose they are.
			provider: T::AccountId,
			/// Of which era.
			era: EraIndex,
			/// Units of the challenger's bond that were burned.
			burned: Balance,
		},
		/// Somebody became a provider.
		ProviderAdded {
			/// Who.
			provider: T::AccountId,
		},
		/// Somebody who was a provider is forgotten.
		ProviderForgotten {
			/// Who.
			provider: T::AccountId,
		},
		/// A provider moved to another account.
		ProviderMoved {
			/// Which it was.
			from: T::AccountId,
			/// Which it is.
			to: T::AccountId,
		},
		/// A registrar attested what a provider is.
		Attested {
			/// Which.
			provider: T::AccountId,
			/// What was attested; nothing of what was attested before holds any more.
			attestation: Attestation,
			/// By whom.
			registrar: T::AccountId,
		},
		/// The rules change with the next era.
		RulesSet {
			/// What they will be.
			rules: Rules,
		},
		/// A region was added, or its target changed.
		RegionSet {
			/// Which.
			region: RegionId,
			/// The share of all service units that it should have, in millionths.
			target: u32,
		},
		/// A region was removed.
		RegionRemoved {
			/// Which.
			region: RegionId,
		},
		/// A hardware class was added.
		HardwareSet {
			/// Which.
			class: HardwareClass,
			/// The energy that it takes for a service unit, in joules.
			energy: u64,
		},
		/// A hardware class was removed. Attestations of it hold.
		HardwareRemoved {
			/// Which.
			class: HardwareClass,
		},
		/// A registrar was added.
		RegistrarAdded {
			/// Who.
			registrar: T::AccountId,
		},
		/// A registrar was removed. What it attested holds.
		RegistrarRemoved {
			/// Who.
			registrar: T::AccountId,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// The account is no provider. Pledge stake for that role first.
		NotProvider,
		/// The region does not exist. See `current_era` for those that do.
		UnknownRegion,
		/// The hardware class does not exist. See `hardware` for those that do.
		UnknownHardware,
		/// A job has 1 to 1,000,000 service units. Report its real size, or several jobs.
		UnitsOutOfBounds,
		/// A job takes 1 to 10^12 joules. Report what it took.
		EnergyOutOfBounds,
		/// A job has a reference price of at least one unit. Report that of its service.
		NoReferencePrice,
		/// Mining has not started. Report jobs that were done afterwards.
		NotStarted,
		/// Nothing of these providers can be settled: they have no final era, or all of them were settled already.
		NothingToSettle,
		/// No provider was named. Name one.
		NoProvider,
		/// The era has not ended, so its points are not known yet. Contest them when it has.
		EraRunning,
		/// Every point of this era was settled already, or nobody earned any.
		AlreadySettled,
		/// The dispute window of this era is over.
		WindowOver,
		/// The provider has fewer points in this era, or none; or no point was contested. Contest at most what it has.
		PointsOutOfBounds,
		/// As many points, or more, are contested already. Contest more of them to take the dispute over.
		AlreadyContested,
		/// Who is accused cannot be the challenger.
		OwnPoints,
		/// The account cannot put up the bond out of what it may spend. Unvested and held tokens do not count.
		InsufficientBalance,
		/// No points of this provider and era are contested.
		NotContested,
		/// There is still time for a verdict. Wait until it is over.
		TooEarly,
		/// The account is a provider. Nothing of it can be forgotten, and nothing can be moved onto it.
		IsProvider,
		/// Something of the provider was not settled or paid yet, or its reputation has not faded. Settle it, or wait.
		NotIdle,
		/// Points of the provider are contested. Wait for the verdict.
		HasDispute,
		/// The account is no registrar.
		NotRegistrar,
		/// The account is a registrar already.
		IsRegistrar,
		/// There are as many as there can be. Remove one first.
		TooMany,
		/// A figure is out of its bounds: see [`Rules`], and the call.
		OutOfBounds,
		/// The shares of the regions would exceed 100 %. Lower another one first.
		SharesExceedWhole,
		/// The hardware class exists. Its energy does not change: add another class.
		HardwareExists,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		/// Accounts for what `Timestamp::set` causes here when an era ends, and for what every job and settlement
		/// touches: era, closed eras and books, and the account that pays.
		fn on_initialize(_: BlockNumberFor<T>) -> Weight {
			T::WeightInfo::close_era().saturating_add(T::DbWeight::get().reads_writes(4, 4))
		}

		fn on_idle(_: BlockNumberFor<T>, remaining: Weight) -> Weight {
			Self::sweep(remaining.min(Self::sweep_limit()))
		}

		fn integrity_test() {
			assert!(Rules::default().are_in_bounds(), "the default rules must be within their bounds");
			assert!(T::Day::get() >= 4 && T::EraDuration::get() >= 1, "days and eras must not be empty");
			assert_eq!(MAX_CLASSES, 256, "the bound that the documentation of `set_hardware` gives");
			assert_eq!(MAX_SLOTS, u32::from(MAX_WINDOW) + 1, "as many eras as can be contested, and the one before");
			assert!(RECENT_ERAS > MAX_WINDOW.into(), "eras that lie apart must be final");
			assert_eq!(MAX_REGIONS, 32, "the bound that the documentation of `set_region` gives");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Settle the final eras of up to 64 `providers`, and pay what is due or owed to them. Who is no provider, or
		/// has nothing to be settled, is passed over.
		///
		/// Signed by anybody. Emits [`Event::Settled`] for each provider and era, and [`Event::Paid`] for what was owed
		/// before, or [`Event::Owed`] for who cannot be paid.
		///
		/// Errors: [`Error::NoProvider`], [`Error::NothingToSettle`].
		#[pallet::call_index(0)]
		#[pallet::weight(Pallet::<T>::settle_weight(providers))]
		pub fn settle(origin: OriginFor<T>, providers: Batch<T>) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			Self::do_settle(providers)
		}

		/// Contest `points` of what `provider` earned in `era`, which has ended and whose dispute window is not over, in
		/// millionths of a service unit. A bond is held until the verdict, by the rules of the running era; it is burned
		/// if the points were right. Until then none of the provider's stake leaves, and the share of these points waits;
		/// nobody else's does. To contest more of the same points takes a dispute over from its challenger.
		///
		/// Signed. Emits [`Event::Contested`], and [`Event::ChallengerReplaced`] where there was one.
		///
		/// Errors: [`Error::OwnPoints`], [`Error::EraRunning`], [`Error::AlreadySettled`], [`Error::WindowOver`],
		/// [`Error::NotProvider`], [`Error::PointsOutOfBounds`], [`Error::AlreadyContested`],
		/// [`Error::InsufficientBalance`], and those of the provider's stake.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::contest())]
		pub fn contest(
			origin: OriginFor<T>,
			provider: T::AccountId,
			era: EraIndex,
			#[pallet::compact] points: u64,
		) -> DispatchResult {
			Self::do_contest(ensure_signed(origin)?, provider, era, points)
		}

		/// Rule on the contested points of `provider` in `era`: so many of them were false, or all of them if that is
		/// fewer. They are removed, or their share goes back to the pool if the era is final already; the provider is
		/// slashed, and the challenger has its bond back. The provider gets its share of the others. If none was false, the
		/// bond is burned.
		///
		/// Origin: [`Config::RulingOrigin`]. Emits [`Event::Upheld`] or [`Event::Rejected`].
		///
		/// Errors: [`Error::NotContested`].
		#[pallet::call_index(2)]
		#[pallet::weight(settlement::most::<T>(T::WeightInfo::rule(), 1).saturating_add(T::Accountability::convict_weight()))]
		pub fn rule(
			origin: OriginFor<T>,
			provider: T::AccountId,
			era: EraIndex,
			#[pallet::compact] false_points: u64,
		) -> DispatchResult {
			T::RulingOrigin::ensure_origin(origin)?;
			Self::do_rule(provider, era, false_points)
		}

		/// End the dispute about points of `provider` in `era` on which nobody ruled in time: the provider gets its
		/// share, and the challenger its bond less a tenth, which is burned.
		///
		/// Signed by anybody. Emits [`Event::Rejected`].
		///
		/// Errors: [`Error::NotContested`], [`Error::TooEarly`].
		#[pallet::call_index(3)]
		#[pallet::weight(settlement::most::<T>(T::WeightInfo::lapse(), 1))]
		pub fn lapse(origin: OriginFor<T>, provider: T::AccountId, era: EraIndex) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_lapse(provider, era)
		}

		/// Look the stake of `provider` up again: tokens that have vested since it changed last give capacity from the
		/// next era on.
		///
		/// Signed by anybody.
		///
		/// Errors: [`Error::NotProvider`].
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::refresh())]
		pub fn refresh(origin: OriginFor<T>, provider: T::AccountId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_refresh(provider)
		}

		/// Forget `provider`, which has given the role up, was paid everything, and whose reputation has faded.
		///
		/// Signed by anybody. Emits [`Event::ProviderForgotten`].
		///
		/// Errors: [`Error::NotProvider`], [`Error::IsProvider`], [`Error::NotIdle`], [`Error::HasDispute`].
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::forget())]
		pub fn forget(origin: OriginFor<T>, provider: T::AccountId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_forget(provider)
		}

		/// Attest what `provider` is, instead of what was attested before. Another region than before counts only when
		/// the provider has been there for 30 days, by the rules of the era; another hardware class from the next era on,
		/// with the energy that it has today; the controller at once.
		///
		/// Signed by a registrar. Emits [`Event::Attested`].
		///
		/// Errors: [`Error::NotRegistrar`], [`Error::NotProvider`], [`Error::UnknownRegion`],
		/// [`Error::UnknownHardware`].
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::attest())]
		pub fn attest(origin: OriginFor<T>, provider: T::AccountId, attestation: Attestation) -> DispatchResult {
			Self::do_attest(ensure_signed(origin)?, provider, attestation)
		}

		/// Let `rules` hold from the next era on; see [`Rules`] for their bounds.
		///
		/// Origin: [`Config::AdminOrigin`]. Emits [`Event::RulesSet`].
		///
		/// Errors: [`Error::OutOfBounds`].
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::set_rules())]
		pub fn set_rules(origin: OriginFor<T>, rules: Rules) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_set_rules(rules)
		}

		/// Add a region, of which there can be 32, or change the share of all service units that it should have:
		/// `target`, in millionths. Together they are at most 1,000,000. Counts from the next era on.
		///
		/// Origin: [`Config::AdminOrigin`]. Emits [`Event::RegionSet`].
		///
		/// Errors: [`Error::SharesExceedWhole`], [`Error::TooMany`].
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::set_region())]
		pub fn set_region(origin: OriginFor<T>, region: RegionId, target: u32) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_set_region(region, target)
		}

		/// Remove a region, with the volume of its work. Jobs in it cannot be reported any more.
		///
		/// Origin: [`Config::AdminOrigin`]. Emits [`Event::RegionRemoved`].
		///
		/// Errors: [`Error::UnknownRegion`].
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::remove_region())]
		pub fn remove_region(origin: OriginFor<T>, region: RegionId) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_remove_region(region)
		}

		/// Add a class of hardware, of which there can be 256, with the `energy` that it takes for a service unit, in
		/// joules: 1 to 1,000,000,000.
		///
		/// Origin: [`Config::AdminOrigin`]. Emits [`Event::HardwareSet`].
		///
		/// Errors: [`Error::OutOfBounds`], [`Error::HardwareExists`], [`Error::TooMany`].
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::set_hardware())]
		pub fn set_hardware(
			origin: OriginFor<T>,
			class: HardwareClass,
			#[pallet::compact] energy: u64,
		) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_set_hardware(class, energy)
		}

		/// Remove a class of hardware: nobody is attested it any more. Who was keeps its energy.
		///
		/// Origin: [`Config::AdminOrigin`]. Emits [`Event::HardwareRemoved`].
		///
		/// Errors: [`Error::UnknownHardware`].
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::remove_hardware())]
		pub fn remove_hardware(origin: OriginFor<T>, class: HardwareClass) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_remove_hardware(class)
		}

		/// Add a registrar, of which there can be 32.
		///
		/// Origin: [`Config::AdminOrigin`]. Emits [`Event::RegistrarAdded`].
		///
		/// Errors: [`Error::IsRegistrar`], [`Error::TooMany`].
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::add_registrar())]
		pub fn add_registrar(origin: OriginFor<T>, registrar: T::AccountId) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_add_registrar(registrar)
		}

		/// Remove a registrar. What it attested holds.
		///
		/// Origin: [`Config::AdminOrigin`]. Emits [`Event::RegistrarRemoved`].
		///
		/// Errors: [`Error::NotRegistrar`].
		#[pallet::call_index(13)]
		#[pallet::weight(T::WeightInfo::remove_registrar())]
		pub fn remove_registrar(origin: OriginFor<T>, registrar: T::AccountId) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_remove_registrar(registrar)
		}
	}
}
