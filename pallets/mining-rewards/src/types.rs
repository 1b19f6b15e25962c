//! The rules, eras, regions, providers and books, with what they allow.

use btt_math::{
	rewards::{self, Fading, Place, WHOLE},
	shares::pro_rata,
};
use btt_primitives::{
	mining::{Buyer, ControllerId, EraIndex, Outcome, RegionId, VerifiedJob},
	Allocation, Balance, Moment, BTT,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use sp_runtime::Perbill;

/// How many eras of a provider can wait for their settlement: the longest dispute window, and the era that has just
/// ended.
pub const MAX_SLOTS: u32 = 4;

/// How many buyers of a provider are told apart in an era.
pub const MAX_BUYERS: u32 = 32;

/// The longest dispute window, in eras.
pub const MAX_WINDOW: u8 = 3;

/// How many closed eras lie together; older ones lie apart.
pub const RECENT_ERAS: u32 = 6;

/// How many providers one call settles.
pub const MAX_BATCH: u32 = 64;

/// How many regions there can be. Every job reads and writes all of them.
pub const MAX_REGIONS: u32 = 32;

/// How many hardware classes there can be.
pub const MAX_CLASSES: u32 = 256;

/// How many registrars there can be.
pub const MAX_REGISTRARS: u32 = 32;

/// The most energy that a hardware class takes for a service unit, in joules.
pub const MAX_UNIT_ENERGY: u64 = 1_000_000_000;

/// How much of a region's volume is left after a quarter of a day: the average reaches back seven days.
const VOLUME_KEPT: (u32, u32) = (27, 28);

/// A job that was paid its reference price or more, in the reputation of its provider.
const WHOLE_JOB: u64 = WHOLE as u64;

/// A class of hardware.
pub type HardwareClass = u16;

/// In percent, how much each of the four parts counts in the score of a job. They make 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct ScoreWeights {
	/// That the work was done.
	pub work: u8,
	/// The quality of the provider's work.
	pub quality: u8,
	/// How much its region is needed.
	pub geography: u8,
	/// How little energy it takes.
	pub energy: u8,
}

impl ScoreWeights {
	fn parts(self) -> [u8; 4] {
		[self.work, self.quality, self.geography, self.energy]
	}

	fn are_whole(self) -> bool {
		self.parts().into_iter().fold(0u32, |sum, part| sum.saturating_add(part.into())) == 100
	}
}

/// What governance can change about mining. An era keeps to the rules that it began with (SPEC §5, §18).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Rules {
	/// The parts of the score.
	pub weights: ScoreWeights,
	/// The own, vested, active stake that a service unit and era takes, in units of BTT; 0.01 to 1,000 BTT.
	pub stake_per_unit: Balance,
	/// By how much a payout may exceed what was burned or went to the development fund of the fees of the same jobs, by
	/// two-year period; each 0 to 100.
	pub payout_caps: [u32; 4],
	/// How much of a provider's points of an era may come from one buyer, in percent; 4 to 100.
	pub concentration: u8,
	/// How much of a reputation is left after a quarter of a day, in percent; 50 to 99.
	pub reputation_kept: u8,
	/// How many jobs the reputation of nobody in particular, one half, weighs; 1 to 10,000.
	pub prior_jobs: u32,
	/// Under which quality nothing is earned, in percent; 0 to 49, so that a newcomer earns.
	pub quality_floor: u8,
	/// The energy that a service unit takes where it is used well, in joules; 1 to 1,000,000,000.
	pub reference_energy: u64,
	/// Under how many service units in seven days a region counts one half, whatever its share; at most 10^12.
	pub minimum_volume: u64,
	/// For how many days the region of a provider does not count after it was attested; at most 365.
	pub settling_days: u16,
	/// How many eras after its end an era can be contested; 1 to 3.
	pub dispute_window: u8,
	/// What a challenger puts at stake, in units of BTT; 1 to 100,000 BTT.
	pub dispute_bond: Balance,
	/// The part of a provider's stake that false points cost; 1 to 100 %.
	pub slash: Perbill,
}

impl Default for Rules {
	fn default() -> Self {
		Self {
			weights: ScoreWeights { work: 40, quality: 30, geography: 15, energy: 15 },
			stake_per_unit: BTT,
			payout_caps: [20, 10, 5, 2],
			concentration: 10,
			reputation_kept: 98,
			prior_jobs: 50,
			quality_floor: 30,
			reference_energy: 1_000,
			minimum_volume: 10_000,
			settling_days: 30,
			dispute_window: 2,
			dispute_bond: 100 * BTT,
			slash: Perbill::from_percent(10),
		}
	}
}

impl Rules {
	/// Whether everything is within its bounds.
	pub fn are_in_bounds(&self) -> bool {
		self.weights.are_whole()
			&& (BTT / 100..=1_000 * BTT).contains(&self.stake_per_unit)
			&& self.payout_caps.iter().all(|cap| *cap <= 100)
			&& (4..=100).contains(&self.concentration)
			&& (50..=99).contains(&self.reputation_kept)
			&& (1..=10_000).contains(&self.prior_jobs)
			&& self.quality_floor < 50
			&& (1..=MAX_UNIT_ENERGY).contains(&self.reference_energy)
			&& self.minimum_volume <= 1_000_000_000_000
			&& self.settling_days <= 365
			&& (1..=MAX_WINDOW).contains(&self.dispute_window)
			&& (BTT..=100_000 * BTT).contains(&self.dispute_bond)
			&& self.slash >= Perbill::from_percent(1)
	}
}

/// The running era.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Era {
	/// Its number.
	pub index: EraIndex,
	/// When it began, in ms.
	pub start: Moment,
	/// When it ends, in ms; 0 before mining has started.
	pub end: Moment,
	/// How many quarters of a day had passed since mining started when it began.
	pub quarters: u32,
	/// What its providers share, in units of BTT, if there are any.
	pub budget: Balance,
	/// The points of all its providers, in millionths of a service unit.
	pub points: u128,
	/// By how much a payout may exceed its fees.
	pub payout_cap: u32,
	/// Since when a provider must have been in its region for that to count, in ms.
	pub located_since: Moment,
	/// The service units of all regions in the seven days before it, as a moving average weighs them, in millionths.
	pub volume: u128,
	/// The latest eras that have ended with points, each with how many eras are left, this one included, in which it can
	/// be contested.
	pub ended: [(EraIndex, u8); MAX_WINDOW as usize],
	/// Its rules.
	pub rules: Rules,
	/// The regions, by their ids. They lie here because every job needs one of them and the era.
	pub regions: BoundedVec<Region, ConstU32<MAX_REGIONS>>,
}

impl Era {
	/// Where the region with this id lies, or where it would.
	pub(crate) fn place_of(&self, region: RegionId) -> Result<usize, usize> {
		self.regions.binary_search_by_key(&region, |region| region.id)
	}

	/// Whether there is such a region.
	pub(crate) fn has_region(&self, region: RegionId) -> bool {
		self.place_of(region).is_ok()
	}

	/// The regions that the era `quarters` after mining started begins with.
	pub(crate) fn next_regions(&self, quarters: u32) -> BoundedVec<Region, ConstU32<MAX_REGIONS>> {
		let fading = Fading::after(quarters.saturating_sub(self.quarters), VOLUME_KEPT.0, VOLUME_KEPT.1);
		let mut regions = self.regions.clone();
		regions.iter_mut().for_each(|region| region.enter(fading));
		regions
	}

	/// Whether an era that has ended is final: nobody can contest it any more.
	pub fn is_final(&self, era: EraIndex) -> bool {
		self.ended.iter().all(|(ended, left)| *ended != era || *left == 0)
	}

	/// The latest eras that have ended with points when it has ended itself and another begins. Eras in which the chain
	/// stands still do not count: no halt takes anything off the time to contest.
	pub(crate) fn next_ended(&self) -> [(EraIndex, u8); MAX_WINDOW as usize] {
		let ended = self.ended.map(|(era, left)| (era, left.saturating_sub(1)));
		if self.points == 0 {
			return ended;
		}
		// The one that makes room ended three eras ago, or more, and no dispute window is longer.
		let [last, before, _] = ended;
		[(self.index, self.rules.dispute_window), last, before]
	}

	/// How much work in `region` counts, in millionths.
	pub(crate) fn geography(&self, region: &Region) -> u32 {
		let least = u128::from(self.rules.minimum_volume).saturating_mul(WHOLE.into());
		rewards::geography(region.target, region.volume.into(), self.volume, least)
	}

	/// Count `job` of `provider`, which has entered the era, in the region that lies at `place`. Returns the service
	/// units within the capacity of the provider, and by how much its points grow.
	pub(crate) fn count<AccountId: Encode + PartialEq>(
		&mut self,
		job: &VerifiedJob<AccountId>,
		place: usize,
		provider: &mut Provider,
	) -> (u32, u64) {
		let (accepted, earns) = (job.outcome == Outcome::Accepted, provider.earns(job));
		// Nobody buys a reputation of itself.
		if earns || !accepted {
			provider.judge(job.price, job.reference_price, accepted);
		}
		if !accepted || !earns {
			return (0, 0);
		}
		let geography = self.regions.get(place).map_or(0, |region| self.geography(region));
		let (units, points) = provider.work(job, geography, &self.rules);
		if let Some(region) = self.regions.get_mut(place).filter(|region| provider.is_in(region.id)) {
			region.units = region.units.saturating_add(units.into());
		}
		self.points = self.points.saturating_add(points.into());
		(units, points)
	}

	/// What is left of it when it ends.
	pub(crate) fn close(&self) -> ClosedEra {
		ClosedEra {
			index: self.index,
			budget: self.budget,
			points: self.points,
			settled: 0,
			payout_cap: self.payout_cap,
		}
	}
}

/// An era that has ended, with points that were not settled yet.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct ClosedEra {
	/// Its number.
	pub index: EraIndex,
	/// What its providers share, in units of BTT.
	pub budget: Balance,
	/// Their points. They are final once nobody can contest them any more.
	pub points: u128,
	/// The points that were settled.
	pub settled: u128,
	/// By how much a payout may exceed its fees.
	pub payout_cap: u32,
}

impl ClosedEra {
	/// Whether every point was settled.
	pub fn is_settled(&self) -> bool {
		self.settled >= self.points
	}

	/// What `slot` gets if it is settled next.
	pub fn quote(&self, slot: &Slot) -> Settlement {
		let share = rewards::telescoping_share(self.budget, self.settled, slot.points.into(), self.points);
		let reward = share.min(slot.fees.saturating_mul(self.payout_cap.into()));
		// Not more than the reward, since no more is contested than there is.
		let payable = pro_rata(reward, slot.points.saturating_sub(slot.contested).into(), slot.points.into());
		let due = payable.unwrap_or_default();
		Settlement { share, due, contested: reward.saturating_sub(due), returned: share.saturating_sub(reward) }
	}

	/// Settle `slot`.
	pub(crate) fn settle(&mut self, slot: &Slot) -> Settlement {
		let settlement = self.quote(slot);
		self.settled = self.settled.saturating_add(slot.points.into());
		settlement
	}
}

/// Where the share of a provider in an era goes, in units of BTT.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settlement {
	/// The share: what follows adds up to it.
	pub share: Balance,
	/// The provider's.
	pub due: Balance,
	/// What waits for the verdict on a dispute.
	pub contested: Balance,
	/// What exceeds the payout cap.
	pub returned: Balance,
}

/// What a provider earned in an era that has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Slot {
	/// The era.
	pub era: EraIndex,
	/// Its points, in millionths of a service unit; at least 1.
	pub points: u64,
	/// What was burned or went to the development fund of the fees of its jobs, in units of BTT.
	pub fees: Balance,
	/// How many of the points are contested.
	pub contested: u64,
}

/// What a provider does in the running era.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Work {
	/// Service units within its capacity.
	pub units: u64,
	/// The points that count, in millionths of a service unit.
	pub points: u64,
	/// What was burned or went to the development fund of the fees of its jobs, in units of BTT.
	pub fees: Balance,
	/// All points by buyer, in millionths of a service unit.
	pub buyers: BoundedVec<(u64, u64), ConstU32<MAX_BUYERS>>,
}

impl Work {
	/// Begin again.
	fn clear(&mut self) {
		(self.units, self.points, self.fees) = (0, 0, 0);
		self.buyers.clear();
	}

	/// Count `points` of a job that `buyer` bought, but of one buyer no more than `concentration` percent of all.
	/// Returns by how much the points grow that count.
	fn add(&mut self, buyer: u64, points: u64, concentration: u8) -> u64 {
		match rewards::place(&self.buyers, buyer, MAX_BUYERS as usize) {
			Place::Known(index) => {
				if let Some((_, count)) = self.buyers.get_mut(index) {
					*count = count.saturating_add(points);
				}
			}
			Place::New => {
				// There is room, or the place would be another's.
				let _ = self.buyers.try_push((buyer, points));
			}
			Place::Replace(index) => {
				if let Some((tag, count)) = self.buyers.get_mut(index) {
					*tag = buyer;
					*count = count.saturating_add(points);
				}
			}
		}
		let points = rewards::counted(self.buyers.iter().map(|(_, points)| *points), concentration);
		let grown = points.saturating_sub(self.points);
		self.points = self.points.saturating_add(grown);
		grown
	}
}

/// By what a buyer is told from others: who controls it, if that was attested, else its account.
pub(crate) fn tag_of<AccountId: Encode>(buyer: &Buyer<AccountId>) -> u64 {
	const ACCOUNT: u64 = 1 << 63;
	match buyer.controller {
		Some(controller) => controller.into(),
		None => {
			// Accounts are public keys or hashes. Whoever finds two that begin alike counts as one buyer.
			let mut tag = [0; 8];
			buyer.account.using_encoded(|bytes| tag.iter_mut().zip(bytes).for_each(|(to, from)| *to = *from));
			u64::from_le_bytes(tag) | ACCOUNT
		}
	}
}

/// What a registrar has found out about a provider.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Attestation {
	/// Where it is.
	pub region: Option<RegionId>,
	/// What it computes with.
	pub hardware: Option<HardwareClass>,
	/// Who controls it.
	pub controller: Option<ControllerId>,
}

/// Where a provider is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Location {
	/// The region.
	pub region: RegionId,
	/// When it was attested, in ms.
	pub since: Moment,
}

/// A provider of computation.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Provider {
	/// The era that the next five figures are about.
	pub era: EraIndex,
	/// The quality that counts in it, in millionths.
	pub quality: u32,
	/// Whether the region counts in it.
	pub located: bool,
	/// The energy that its hardware takes for a service unit, in joules, if that counts in it.
	pub era_energy: Option<u64>,
	/// How many service units count in it.
	pub capacity: u64,
	/// What was done in it.
	pub work: Work,
	/// The own, vested, active stake now, in units of BTT.
	pub stake: Balance,
	/// Up to which quarter of a day since mining started the reputation has faded.
	pub quarters: u32,
	/// The jobs done, in millionths of jobs at their reference price, fading.
	pub judged: u64,
	/// Those of them whose results were not false.
	pub passed: u64,
	/// Where it is.
	pub location: Option<Location>,
	/// The energy that its hardware takes for a service unit, in joules.
	pub energy: Option<u64>,
	/// Who controls it.
	pub controller: Option<ControllerId>,
	/// What it earned in eras that were not settled yet.
	pub slots: BoundedVec<Slot, ConstU32<MAX_SLOTS>>,
	/// What was settled but could not be paid, in units of BTT.
	pub owed: Balance,
	/// What was paid so far, in units of BTT.
	pub paid: Balance,
}

impl Provider {
	/// One that begins in `era`, and whose stake counts from the next one on.
	pub(crate) fn new(era: &Era) -> Self {
		let mut provider = Self {
			era: era.index,
			quality: 0,
			located: false,
			era_energy: None,
			capacity: 0,
			work: Work::default(),
			stake: 0,
			quarters: era.quarters,
			judged: 0,
			passed: 0,
			location: None,
			energy: None,
			controller: None,
			slots: BoundedVec::new(),
			owed: 0,
			paid: 0,
		};
		provider.quality = provider.quality_by(&era.rules);
		provider
	}

	fn quality_by(&self, rules: &Rules) -> u32 {
		rewards::quality(self.passed, self.judged, u64::from(rules.prior_jobs).saturating_mul(WHOLE_JOB))
	}

	/// Put the work of the era that it is about by, and find out what counts in `era`.
	///
	/// The slots that can be settled must be taken out next, or there may be no room for the next one.
	pub(crate) fn enter(&mut self, era: &Era) {
		if self.era >= era.index {
			return;
		}
		if self.work.points > 0 {
			let slot = Slot { era: self.era, points: self.work.points, fees: self.work.fees, contested: 0 };
			if self.slots.try_push(slot).is_err() {
				// Slots that could be settled were taken out when the last era was entered.
				log::error!(target: crate::LOG_TARGET, "a provider has more slots than dispute windows allow");
			}
		}
		self.work.clear();
		let rules = &era.rules;
		self.era = era.index;
		self.fade(era.quarters, rules.reputation_kept);
		self.quality = self.quality_by(rules);
		self.located = self.location.is_some_and(|at| at.since <= era.located_since);
		self.era_energy = self.energy;
		self.capacity = self.capacity_by(rules);
	}

	/// How many service units its stake of now is enough for.
	pub(crate) fn capacity_by(&self, rules: &Rules) -> u64 {
		let units = self.stake.checked_div(rules.stake_per_unit).unwrap_or_default();
		u64::try_from(units).unwrap_or(u64::MAX)
	}

	fn fade(&mut self, quarters: u32, kept: u8) {
		let fading = Fading::after(quarters.saturating_sub(self.quarters), kept.into(), 100);
		// Does not grow, so it fits.
		let faded = |value: u64| u64::try_from(fading.left_of(value.into())).unwrap_or(value);
		self.judged = faded(self.judged);
		self.passed = faded(self.passed);
		self.quarters = self.quarters.max(quarters);
	}

	/// Remember what came of a job that was paid `price` where `reference` is usual, both in units of BTT.
	pub(crate) fn judge(&mut self, price: Balance, reference: Balance, passed: bool) {
		let weight = pro_rata(WHOLE_JOB.into(), price.min(reference), reference).unwrap_or_default();
		let weight = u64::try_from(weight).unwrap_or(WHOLE_JOB);
		self.judged = self.judged.saturating_add(weight);
		if passed {
			self.passed = self.passed.saturating_add(weight);
		}
	}

	/// Whether whoever bought something is somebody else.
	fn is_independent_of<AccountId: PartialEq>(&self, who: &AccountId, buyer: &Buyer<AccountId>) -> bool {
		*who != buyer.account && (self.controller.is_none() || self.controller != buyer.controller)
	}

	/// Whether `job` earns points at all.
	pub(crate) fn earns<AccountId: PartialEq>(&self, job: &VerifiedJob<AccountId>) -> bool {
		job.price >= job.floor_price && job.buyer.accredited && self.is_independent_of(&job.provider, &job.buyer)
	}

	/// Whether `job` was done where the provider is.
	pub(crate) fn is_in(&self, region: RegionId) -> bool {
		self.location.is_some_and(|at| at.region == region)
	}

	/// Count a job that earns, in `era`, whose rules hold, and in a region that counts `geography` millionths. Returns
	/// the service units within the capacity, and by how much the points grow.
	pub(crate) fn work<AccountId: Encode>(
		&mut self,
		job: &VerifiedJob<AccountId>,
		geography: u32,
		rules: &Rules,
	) -> (u32, u64) {
		let room = self.capacity.saturating_sub(self.work.units);
		let units = job.units.min(u32::try_from(room).unwrap_or(u32::MAX));
		let geography = if self.located && self.is_in(job.region) { geography } else { 0 };
		let points = u64::from(units).saturating_mul(self.score(job.units, job.energy, geography, rules).into());
		self.work.units = self.work.units.saturating_add(units.into());
		self.work.fees = self.work.fees.saturating_add(job.public_fees);
		let grown = if points == 0 { 0 } else { self.work.add(tag_of(&job.buyer), points, rules.concentration) };
		(units, grown)
	}

	/// The score of a job of so many service units that took `energy` joules, in millionths.
	fn score(&self, units: u32, energy: u64, geography: u32, rules: &Rules) -> u32 {
		let floor = u32::from(rules.quality_floor).saturating_mul(WHOLE / 100);
		if self.quality < floor {
			return 0;
		}
		let efficiency = self.era_energy.map_or(0, |least| {
			// Nobody takes less than its hardware is known for.
			let energy = energy.max(least.saturating_mul(units.into()));
			rewards::efficiency(rules.reference_energy, units, energy)
		});
		rewards::score(rules.weights.parts(), self.quality, geography, efficiency)
	}

	/// Whether something of it can be settled in the era `now`, which it may not have entered yet.
	pub(crate) fn has_due(&self, now: &Era) -> bool {
		let left = self.era < now.index && self.work.points > 0 && now.is_final(self.era);
		left || self.slots.iter().any(|slot| now.is_final(slot.era))
	}

	/// Whether it has never done or been anything.
	pub(crate) fn is_new(&self) -> bool {
		let nothing = self.slots.is_empty() && self.work == Work::default() && self.judged == 0;
		nothing
			&& self.owed == 0
			&& self.paid == 0
			&& self.location.is_none()
			&& self.energy.is_none()
			&& self.controller.is_none()
	}

	/// Whether nothing would be lost without it. A reputation that has faded to less than one job is nothing.
	pub(crate) fn is_idle(&self) -> bool {
		self.slots.is_empty() && self.owed == 0 && self.work == Work::default() && self.judged < WHOLE_JOB
	}
}

/// The closed eras that were not settled wholly.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct ClosedEras {
	/// The latest of them, oldest first.
	pub recent: BoundedVec<ClosedEra, ConstU32<RECENT_ERAS>>,
	/// How many older ones lie apart.
	pub backlog: u32,
}

impl ClosedEras {
	/// The recent era with this number.
	pub fn get(&self, era: EraIndex) -> Option<&ClosedEra> {
		self.recent.iter().find(|closed| closed.index == era)
	}

	pub(crate) fn get_mut(&mut self, era: EraIndex) -> Option<&mut ClosedEra> {
		self.recent.iter_mut().find(|closed| closed.index == era)
	}

	/// Add the era that has just ended. Returns the one that has to make room.
	pub(crate) fn push(&mut self, closed: ClosedEra) -> Option<ClosedEra> {
		let oldest = self.recent.is_full().then(|| self.recent.remove(0));
		// There is room now.
		let _ = self.recent.try_push(closed);
		oldest
	}

	/// Forget those that were settled wholly.
	pub(crate) fn clean(&mut self) {
		self.recent.retain(|closed| !closed.is_settled());
	}

	/// Whether something can be settled in the era `now`. Eras that lie apart can.
	pub fn are_due(&self, now: &Era) -> bool {
		self.backlog > 0 || self.recent.iter().any(|closed| now.is_final(closed.index))
	}
}

/// A region in an era.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Region {
	/// Which.
	pub id: RegionId,
	/// The share of all service units that it should have, in millionths.
	pub target: u32,
	/// The same from the next era on.
	pub next_target: u32,
	/// Its service units in the seven days before the era, as a moving average weighs them, in millionths.
	pub volume: u64,
	/// Its service units in the era.
	pub units: u64,
}

impl Region {
	/// One without work, whose `target` holds from the next era on. In this one it counts as regions without work do: one
	/// half, unless the rules ask for no minimum volume.
	pub(crate) fn new(id: RegionId, target: u32) -> Self {
		Self { id, next_target: target, ..Default::default() }
	}

	/// Go on to the next era, in which so much is left of earlier volumes.
	fn enter(&mut self, fading: Fading) {
		let done = u128::from(self.units).saturating_mul(WHOLE.into()).saturating_add(self.volume.into());
		// All stake that there is, at the lowest price of a service unit, makes less than a fifth of that.
		self.volume = fading.left_of(done).try_into().unwrap_or(u64::MAX);
		self.units = 0;
		self.target = self.next_target;
	}
}

/// Where the 63,000,000 BTT are, in units. They add up to that in every block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Books {
	/// Not assigned to an era yet.
	pub unassigned: Balance,
	/// Assigned to eras that have ended, and not settled yet.
	pub assigned: Balance,
	/// Settled, and waiting for the verdict on a dispute.
	pub contested: Balance,
	/// Settled, and owed to providers that could not receive it.
	pub owed: Balance,
	/// Paid.
	pub paid: Balance,
}

impl Default for Books {
	fn default() -> Self {
		Self { unassigned: Allocation::MiningRewards.total(), assigned: 0, contested: 0, owed: 0, paid: 0 }
	}
}

impl Books {
	/// What they add up to.
	pub fn sum(&self) -> Balance {
		[self.unassigned, self.assigned, self.contested, self.owed, self.paid]
			.into_iter()
			.fold(0, Balance::saturating_add)
	}

	/// Move `amount` from one row to another.
	fn shift(from: &mut Balance, to: &mut Balance, amount: Balance) {
		if amount > *from {
			log::error!(target: crate::LOG_TARGET, "{amount} units are to leave a row of the books that has {from}");
		}
		let amount = amount.min(*from);
		*from = from.saturating_sub(amount);
		*to = to.saturating_add(amount);
	}

	pub(crate) fn assign(&mut self, budget: Balance) {
		Self::shift(&mut self.unassigned, &mut self.assigned, budget);
	}

	pub(crate) fn unassign(&mut self, budget: Balance) {
		Self::shift(&mut self.assigned, &mut self.unassigned, budget);
	}

	/// The share was settled; what is due is owed until it is paid.
	pub(crate) fn settle(&mut self, settlement: &Settlement) {
		Self::shift(&mut self.assigned, &mut self.owed, settlement.due);
		Self::shift(&mut self.assigned, &mut self.contested, settlement.contested);
		Self::shift(&mut self.assigned, &mut self.unassigned, settlement.returned);
	}

	pub(crate) fn pay(&mut self, amount: Balance) {
		Self::shift(&mut self.owed, &mut self.paid, amount);
	}

	/// The verdict on a contested share: it was earned, or it was not.
	pub(crate) fn rule(&mut self, amount: Balance, earned: bool) {
		let to = if earned { &mut self.owed } else { &mut self.unassigned };
		Self::shift(&mut self.contested, to, amount);
	}
}

/// Somebody doubts points.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Dispute<AccountId> {
	/// Who.
	pub challenger: AccountId,
	/// How many, in millionths of a service unit.
	pub points: u64,
	/// What it has put at stake, in units of BTT.
	pub bond: Balance,
	/// Until when there must be a verdict, in ms.
	pub until: Moment,
	/// The share of the points, in units of BTT, once it was settled.
	pub share: Option<Balance>,
}
