//! What the calls do, what genesis does, and what the runtime may ask.

use crate::{
	genesis::Grant,
	pallet::*,
	types::{
		is_institutional, unsealed_at, Conclusion, LedgerError, MilestoneError, ObjectionError, Schedules, MAX_TERM,
	},
	Dates, Fits, Milestone, MilestoneId, MilestoneState, Objection,
};
use alloc::{collections::BTreeSet, vec::Vec};
use btt_primitives::{
	mining::{RewardSource, RewardsPaid},
	schedule,
	time::TokenClock,
	token::{AllocationInfo, HoldingPower, ReleaseHeadroom, Supply},
	vesting::{GrantVesting, OnRotate, Unvested},
	Allocation, AllocationKind, Balance, Initiative, Moment, TOTAL_SUPPLY,
};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
	traits::{
		fungible::{Balanced, Inspect, Mutate, MutateFreeze},
		tokens::{DepositConsequence, Fortitude, Precision, Preservation, Provenance},
		Defensive, Get, Time,
	},
};
use frame_system::Account;
use pallet_balances::AccountData;
use sp_core::H256;
use sp_runtime::{traits::AccountIdConversion, Perbill};

/// The provider references that a pot has besides the one that its balance gives it.
///
/// One would keep the account of an empty pot, but not let the last tokens out: Balances leaves an existential deposit
/// on an account that has a consumer reference, which the freeze is, and no more than one provider reference, which is
/// all that a pot below the existential deposit would have.
pub(crate) const POT_PROVIDERS: u32 = 2;

/// The units of a pot that are frozen. Balances does not reap an account with a freeze, however little it holds.
pub(crate) const POT_FREEZE: Balance = 1;

impl<T: Config> From<LedgerError> for Error<T> {
	fn from(error: LedgerError) -> Self {
		match error {
			LedgerError::NotDiscretionary => Self::NotDiscretionary,
			LedgerError::InsufficientAllocation => Self::InsufficientAllocation,
			LedgerError::ExceedsReleased => Self::ExceedsReleased,
			LedgerError::InsufficientInitiative => Self::InsufficientInitiative,
			LedgerError::TooManyMilestones => Self::TooManyMilestones,
		}
	}
}

impl<T: Config> From<MilestoneError> for Error<T> {
	fn from(error: MilestoneError) -> Self {
		match error {
			MilestoneError::NotGrantee => Self::NotGrantee,
			MilestoneError::PastDeadline => Self::PastDeadline,
			MilestoneError::AlreadyFiled => Self::AlreadyFiled,
			MilestoneError::NoObjectionWindow => Self::NoObjectionWindow,
			MilestoneError::PowerTooLow => Self::PowerTooLow,
			MilestoneError::ObjectionStands => Self::ObjectionStands,
			MilestoneError::NotSuspended => Self::NotSuspended,
			MilestoneError::Suspended => Self::Suspended,
			MilestoneError::TooEarly => Self::TooEarly,
			MilestoneError::AlreadyAccepted => Self::AlreadyAccepted,
			MilestoneError::NotAccepted => Self::NotAccepted,
			MilestoneError::NothingToClaim => Self::NothingToClaim,
		}
	}
}

impl<T: Config> From<ObjectionError> for Error<T> {
	fn from(error: ObjectionError) -> Self {
		match error {
			ObjectionError::AlreadyObjected => Self::AlreadyObjected,
			ObjectionError::TooMany => Self::TooManyObjections,
		}
	}
}

// What the runtime and other pallets may ask.
impl<T: Config> Pallet<T> {
	/// The keyless account that keeps what was not released of `allocation`. Institutional allocations keep nothing.
	pub fn pot_of(allocation: Allocation) -> T::AccountId {
		T::PalletId::get().into_sub_account_truncating(allocation)
	}

	/// Whether `who` is the keyless account of an allocation.
	pub fn is_pot(who: &T::AccountId) -> bool {
		Allocation::ALL.into_iter().any(|allocation| Self::pot_of(allocation) == *who)
	}

	/// The allocations that have a pot, each with its account.
	pub fn pots() -> impl Iterator<Item = (Allocation, T::AccountId)> {
		Allocation::ALL
			.into_iter()
			.filter(|allocation| !is_institutional(*allocation))
			.map(|allocation| (allocation, Self::pot_of(allocation)))
	}

	/// The units that the pots keep by the ledger, without gifts.
	pub fn unreleased() -> Balance {
		Self::pots().fold(0, |sum, (allocation, _)| sum.saturating_add(Self::remaining(allocation)))
	}

	/// The supply and where it is. Grows with the number of beneficiaries, so for runtime APIs only.
	pub fn supply() -> Supply {
		let burned = TOTAL_SUPPLY.saturating_sub(T::Currency::total_issuance());
		let unvested = T::Vesting::total_unvested();
		let unreleased = Self::unreleased();
		let circulating = TOTAL_SUPPLY.saturating_sub(burned).saturating_sub(unreleased).saturating_sub(unvested);
		Supply { issued: TOTAL_SUPPLY, burned, circulating, unvested, unreleased }
	}

	/// The ten rows of the ledger. Of institutional allocations, `released` is what the line has vested by now.
	pub fn allocations() -> Vec<AllocationInfo> {
		let (tge, now) = (T::Clock::token_generation_event(), T::Time::now());
		let row = |name: Allocation| {
			let total = name.total();
			let released = match schedule::institutional_line(tge, name, total) {
				Some(line) => line.vested(now),
				None => Self::released_from_pot(name),
			};
			AllocationInfo { name, total, released, remaining: total.saturating_sub(released) }
		};
		Allocation::ALL.into_iter().map(row).collect()
	}

	/// How much may be released by decision now.
	pub fn release_headroom() -> ReleaseHeadroom {
		let (now, discretionary) = (T::Time::now(), Discretionary::<T>::get().total());
		match Self::schedules().defensive() {
			Some(schedules) => ReleaseHeadroom {
				cap_now: schedules.cap(now),
				counted: schedules.counted(now),
				discretionary,
				headroom: schedules.headroom(now, discretionary),
			},
			None => ReleaseHeadroom { cap_now: 0, counted: 0, discretionary, headroom: 0 },
		}
	}

	/// The power that suspends a milestone, in units.
	pub fn objection_threshold() -> Balance {
		T::ObjectionThreshold::get().mul_ceil(T::Power::eligible()).max(1)
	}

	pub(crate) fn dates() -> Dates {
		Dates {
			token_generation_event: T::Clock::token_generation_event(),
			launch: T::Clock::launch(),
			mining_start: T::Clock::mining_start(),
		}
	}

	pub(crate) fn schedules() -> Option<Schedules> {
		Schedules::new(T::Clock::token_generation_event(), T::Clock::mining_start())
	}

	/// What has left the pot of `allocation` by its rule, less what came back.
	pub(crate) fn released_from_pot(allocation: Allocation) -> Balance {
		match allocation.kind() {
			AllocationKind::Milestones { .. } => Initiative::ALL
				.into_iter()
				.fold(0, |sum: Balance, initiative| sum.saturating_add(Initiatives::<T>::get(initiative).released)),
			AllocationKind::Discretionary { .. } => Discretionary::<T>::get().of(allocation).unwrap_or_default(),
			AllocationKind::Emission => T::Mining::paid(),
			// They have no pot.
			AllocationKind::Institutional { .. } => 0,
		}
	}

	/// What the pot of `allocation` keeps by the ledger.
	pub(crate) fn remaining(allocation: Allocation) -> Balance {
		allocation.total().saturating_sub(Self::released_from_pot(allocation))
	}

	pub(crate) fn check_configuration() {
		let pots = Allocation::ALL.into_iter().map(Self::pot_of).collect::<BTreeSet<_>>();
		assert_eq!(pots.len(), Allocation::ALL.len(), "account ids are too short to tell the pots apart");
		let supply = Allocation::ALL.into_iter().fold(0, |sum: Balance, row| sum.saturating_add(row.total()));
		assert_eq!(supply, TOTAL_SUPPLY, "the allocations are not the supply");
		assert!(T::ObjectionPeriod::get() > 0, "holders need time to object");
		assert!(T::ObjectionThreshold::get() > Perbill::zero(), "any objection would suspend");
		assert!(T::MaxMilestones::get() > 0, "no milestone could be created");
	}
}

// Genesis.
impl<T: Config> Pallet<T> {
	/// Mint the whole supply. The lists were validated before.
	pub(crate) fn mint_supply(
		beneficiaries: &[Grant<T::AccountId>],
		endowments: &[Grant<T::AccountId>],
	) -> DispatchResult {
		ensure!(T::Currency::total_issuance() == 0, "tokens exist already: the genesis of Balances must be empty");
		let tge = T::Clock::token_generation_event();
		for (allocation, who, amount) in beneficiaries {
			T::Currency::mint_into(who, *amount)?;
			let line = schedule::institutional_line(tge, *allocation, *amount).ok_or(Error::<T>::CalendarRange)?;
			T::Vesting::grant(who, line)?;
		}
		for (allocation, pot) in Self::pots() {
			T::Currency::mint_into(&pot, allocation.total())?;
			for _ in 0..POT_PROVIDERS {
				frame_system::Pallet::<T>::inc_providers(&pot);
			}
			T::Currency::set_freeze(&FreezeReason::Pot.into(), &pot, POT_FREEZE)?;
		}
		for (allocation, who, amount) in endowments {
			let mut releases = Discretionary::<T>::get();
			releases.release(*allocation, *amount).map_err(Error::<T>::from)?;
			Self::pay(*allocation, who, *amount)?;
			Discretionary::<T>::put(releases);
		}
		ensure!(T::Currency::total_issuance() == TOTAL_SUPPLY, "what was minted is not the supply");
		Ok(())
	}
}

// Releases by decision.
impl<T: Config> Pallet<T> {
	pub(crate) fn do_release(allocation: Allocation, beneficiary: T::AccountId, amount: Balance) -> DispatchResult {
		let (tge, now) = (T::Clock::token_generation_event(), T::Time::now());
		let unsealed = unsealed_at(tge, allocation).ok_or(Error::<T>::NotDiscretionary)?;
		ensure!(now >= unsealed.ok_or(Error::<T>::CalendarRange)?, Error::<T>::Sealed);
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		ensure!(!Self::is_pot(&beneficiary), Error::<T>::IsPot);

		let mut releases = Discretionary::<T>::get();
		let schedules = Self::schedules().ok_or(Error::<T>::CalendarRange)?;
		let headroom = schedules.headroom(now, releases.total());
		releases.release(allocation, amount).map_err(Error::<T>::from)?;
		ensure!(amount <= headroom, Error::<T>::ExceedsHeadroom(Fits::from_units(headroom)));
		Self::ensure_can_receive(&beneficiary, amount)?;

		Self::pay(allocation, &beneficiary, amount)?;
		Discretionary::<T>::put(releases);
		Self::deposit_event(Event::Released { allocation, beneficiary, amount });
		Ok(())
	}

	pub(crate) fn do_give_back(who: T::AccountId, allocation: Allocation, amount: Balance) -> DispatchResult {
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		let mut releases = Discretionary::<T>::get();
		releases.give_back(allocation, amount).map_err(Error::<T>::from)?;
		let pot = Self::pot_of(allocation);
		Self::ensure_can_receive(&pot, amount)?;

		T::Currency::transfer(&who, &pot, amount, Preservation::Preserve)?;
		Discretionary::<T>::put(releases);
		Self::deposit_event(Event::GivenBack { allocation, who, amount });
		Ok(())
	}

	fn ensure_can_receive(who: &T::AccountId, amount: Balance) -> Result<(), Error<T>> {
		match T::Currency::can_deposit(who, amount, Provenance::Extant) {
			DepositConsequence::Success => Ok(()),
			DepositConsequence::BelowMinimum => Err(Error::BelowMinimum),
			_ => Err(Error::CannotReceive),
		}
	}

	/// Pay `amount` out of the pot of `allocation` to `to`.
	///
	/// A plain transfer would leave the frozen unit behind. A credit that cannot be resolved is burned, but then the
	/// whole call is rolled back.
	fn pay(allocation: Allocation, to: &T::AccountId, amount: Balance) -> DispatchResult {
		let credit = T::Currency::withdraw(
			&Self::pot_of(allocation),
			amount,
			Precision::Exact,
			Preservation::Expendable,
			Fortitude::Force,
		)?;
		T::Currency::resolve(to, credit).map_err(|_| Error::<T>::CannotReceive)?;
		Ok(())
	}
}

// Milestones.
impl<T: Config> Pallet<T> {
	pub(crate) fn do_create_milestone(
		initiative: Initiative,
		amount: Balance,
		deadline: Moment,
		grantee: T::AccountId,
	) -> DispatchResult {
		let now = T::Time::now();
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		ensure!(!Self::is_pot(&grantee), Error::<T>::IsPot);
		ensure!(deadline > now, Error::<T>::DeadlineInPast);
		ensure!(deadline <= now.saturating_add(MAX_TERM), Error::<T>::DeadlineTooFar);
		let mut ledger = Initiatives::<T>::get(initiative);
		ledger.commit(initiative, amount, T::MaxMilestones::get()).map_err(Error::<T>::from)?;
		let id = NextMilestone::<T>::get();
		let next = id.checked_add(1).ok_or(Error::<T>::TooManyMilestones)?;

		NextMilestone::<T>::put(next);
		Initiatives::<T>::insert(initiative, ledger);
		let milestone =
			Milestone { initiative, amount, deadline, grantee: grantee.clone(), state: MilestoneState::Open };
		Milestones::<T>::insert(id, milestone);
		Self::deposit_event(Event::MilestoneCreated { id, initiative, amount, deadline, grantee });
		Ok(())
	}

	pub(crate) fn do_file_evidence(who: T::AccountId, id: MilestoneId, evidence: H256) -> DispatchResult {
		let mut milestone = Self::milestone(id)?;
		let objections_until =
			milestone.file(&who, evidence, T::Time::now(), T::ObjectionPeriod::get()).map_err(Error::<T>::from)?;

		Milestones::<T>::insert(id, milestone);
		Self::deposit_event(Event::EvidenceFiled { id, evidence, objections_until });
		Ok(())
	}

	pub(crate) fn do_object(who: T::AccountId, id: MilestoneId, power: Balance) -> DispatchResult {
		let mut milestone = Self::milestone(id)?;
		ensure!(power <= T::Power::power_of(&who), Error::<T>::ExceedsPower);
		let objected =
			milestone.object(power, Self::objection_threshold(), T::Time::now()).map_err(Error::<T>::from)?;
		let mut objections = ObjectionsOf::<T>::get(&who);
		objections.add(Objection { milestone: id, power }).map_err(Error::<T>::from)?;

		T::Currency::set_freeze(&FreezeReason::Objection.into(), &who, objections.frozen())?;
		ObjectionsOf::<T>::insert(&who, objections);
		let suspended = milestone.contested().is_ok();
		Milestones::<T>::insert(id, milestone);
		Self::deposit_event(Event::Objected { id, who, power, objected });
		if suspended {
			Self::deposit_event(Event::MilestoneSuspended { id });
		}
		Ok(())
	}

	pub(crate) fn do_withdraw_objection(caller: T::AccountId, id: MilestoneId, who: T::AccountId) -> DispatchResult {
		let mut objections = ObjectionsOf::<T>::get(&who);
		let objection = objections.take(id).ok_or(Error::<T>::NoObjection)?;
		let mut milestone = Milestones::<T>::get(id);
		if let Some(milestone) = &mut milestone {
			milestone.withdraw_objection(objection.power, caller == who, T::Time::now()).map_err(Error::<T>::from)?;
		}

		T::Currency::set_freeze(&FreezeReason::Objection.into(), &who, objections.frozen())?;
		if objections.is_empty() {
			ObjectionsOf::<T>::remove(&who);
		} else {
			ObjectionsOf::<T>::insert(&who, objections);
		}
		if let Some(milestone) = milestone {
			Milestones::<T>::insert(id, milestone);
		}
		Self::deposit_event(Event::ObjectionWithdrawn { id, who });
		Ok(())
	}

	pub(crate) fn do_decide(id: MilestoneId, accept: bool) -> DispatchResult {
		let milestone = Self::milestone(id)?;
		let evidence = milestone.contested().map_err(Error::<T>::from)?;
		if accept {
			Self::accept(id, milestone, evidence);
		} else {
			Self::remove_unpaid(id, milestone);
			Self::deposit_event(Event::MilestoneRejected { id });
		}
		Ok(())
	}

	pub(crate) fn do_conclude(id: MilestoneId) -> DispatchResult {
		let milestone = Self::milestone(id)?;
		match milestone.conclude(T::Time::now()).map_err(Error::<T>::from)? {
			Conclusion::Accepted { evidence } => Self::accept(id, milestone, evidence),
			Conclusion::Expired => {
				Self::remove_unpaid(id, milestone);
				Self::deposit_event(Event::MilestoneExpired { id });
			}
		}
		Ok(())
	}

	pub(crate) fn do_claim_milestone(id: MilestoneId) -> DispatchResult {
		let mut milestone = Self::milestone(id)?;
		let initiative = milestone.initiative;
		let line = schedule::initiative_line(T::Clock::token_generation_event(), initiative)
			.ok_or(Error::<T>::CalendarRange)?;
		let amount = milestone.claim(&line, T::Time::now()).map_err(Error::<T>::from)?;
		Self::ensure_can_receive(&milestone.grantee, amount)?;

		Self::pay(Allocation::Foundation, &milestone.grantee, amount)?;
		Initiatives::<T>::mutate(initiative, |ledger| ledger.pay(amount));
		let grantee = milestone.grantee.clone();
		if milestone.is_settled() {
			Milestones::<T>::remove(id);
		} else {
			Milestones::<T>::insert(id, milestone);
		}
		Self::deposit_event(Event::MilestonePaid { id, grantee, amount });
		Ok(())
	}

	fn milestone(id: MilestoneId) -> Result<Milestone<T::AccountId>, Error<T>> {
		Milestones::<T>::get(id).ok_or(Error::NotFound)
	}

	fn accept(id: MilestoneId, mut milestone: Milestone<T::AccountId>, evidence: H256) {
		let offset = Initiatives::<T>::mutate(milestone.initiative, |ledger| ledger.accept(milestone.amount));
		milestone.accept(evidence, offset);
		Milestones::<T>::insert(id, milestone);
		Self::deposit_event(Event::MilestoneAccepted { id, offset });
	}

	fn remove_unpaid(id: MilestoneId, milestone: Milestone<T::AccountId>) {
		Initiatives::<T>::mutate(milestone.initiative, |ledger| ledger.return_amount(milestone.amount));
		Milestones::<T>::remove(id);
	}
}

impl<T> RewardSource<T::AccountId> for Pallet<T>
where
	T: Config + frame_system::Config<AccountData = AccountData<Balance>> + pallet_balances::Config<Balance = Balance>,
{
	fn pot() -> T::AccountId {
		Self::pot_of(Allocation::MiningRewards)
	}

	/// Balances looks accounts up again and again, for one could die of a transfer, and something of the other could be
	/// frozen or on hold. Where none of that can matter the accounts are written at once, which takes half the time; what
	/// comes of it, events included, is what comes of a transfer. Elsewhere, the units are withdrawn and deposited.
	fn pay(who: &T::AccountId, amount: Balance) -> DispatchResult {
		let pot = <Self as RewardSource<_>>::pot();
		// The account is written back below, whatever it has received meanwhile.
		ensure!(*who != pot, Error::<T>::IsPot);
		let minimum = <T::Currency as Inspect<_>>::minimum_balance();
		let paid = Account::<T>::mutate(&pot, |pot| {
			let left = pot.data.free.saturating_sub(amount);
			// With that it cannot die.
			let paid = left >= minimum && Self::credit(who, amount, minimum);
			if paid {
				pot.data.free = left;
			}
			paid
		});
		if paid {
			T::Currency::done_transfer(&pot, who, amount);
			return Ok(());
		}
		Self::ensure_can_receive(who, amount)?;
		Self::pay(Allocation::MiningRewards, who, amount)
	}
}

impl<T> Pallet<T>
where
	T: Config + frame_system::Config<AccountData = AccountData<Balance>> + pallet_balances::Config<Balance = Balance>,
{
	/// Credit `amount` units, which somebody else has lost, to `who`, if that has its own tokens to live on, or does not
	/// exist and can live on these. Returns whether that was so; other accounts are left as they were.
	fn credit(who: &T::AccountId, amount: Balance, minimum: Balance) -> bool {
		let credited = Account::<T>::try_mutate(who, |account| {
			let exists = account.data.free >= minimum;
			let is_new = !exists && *account == Default::default();
			let free = account.data.free.checked_add(amount).ok_or(())?;
			if free < minimum || !(exists || is_new) {
				return Err(());
			}
			account.data.free = free;
			if is_new {
				account.providers = 1;
				frame_system::Pallet::<T>::on_created_account(who.clone(), account);
				let endowed = pallet_balances::Event::Endowed { account: who.clone(), free_balance: free };
				frame_system::Pallet::<T>::deposit_event(<T as frame_system::Config>::RuntimeEvent::from(endowed));
			}
			Ok(())
		});
		credited.is_ok()
	}
}

impl<T: Config> OnRotate<T::AccountId> for Pallet<T> {
	/// An account with objections stays where it is: they would have to follow the tokens.
	fn on_rotate(from: &T::AccountId, to: &T::AccountId) -> Result<(), DispatchError> {
		ensure!(!Self::is_pot(to), Error::<T>::IsPot);
		ensure!(ObjectionsOf::<T>::get(from).is_empty(), Error::<T>::HasObjections);
		Ok(())
	}
}
