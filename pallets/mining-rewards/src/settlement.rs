//! How what was earned is settled and paid.

use crate::{
	types::Slot, Backlog, Batch, Books, Closed, ClosedEra, ClosedEras, Config, CurrentEra, Disputes, Era, Error, Event,
	Ledger, Pallet, Provider, Providers, Swept, WeightInfo, LOG_TARGET,
};
use btt_primitives::{
	mining::{EraIndex, RewardSource},
	Balance,
};
use frame_support::{
	dispatch::{DispatchResultWithPostInfo, PostDispatchInfo},
	ensure, parameter_types,
	traits::Get,
	weights::{Weight, WeightMeter},
};
use sp_runtime::Perbill;

parameter_types! {
	/// How much of a block an idle sweep may take (SPEC §5).
	pub const MaxSweepShare: Perbill = Perbill::from_percent(5);
}

/// What a settlement touched besides the provider and its account.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Touched {
	/// How many eras were settled.
	pub settled: u32,
	/// How many of them lay apart.
	pub backlog: u32,
	/// How many of them were contested.
	pub contested: u32,
}

impl Touched {
	fn and(self, other: Self) -> Self {
		Self {
			settled: self.settled.saturating_add(other.settled),
			backlog: self.backlog.saturating_add(other.backlog),
			contested: self.contested.saturating_add(other.contested),
		}
	}

	/// What it weighs on top of `base`, which includes one slot for each of so many `providers`.
	fn weight<T: Config>(&self, base: Weight, providers: u32) -> Weight {
		let more = self.settled.saturating_sub(providers).saturating_sub(self.backlog);
		base.saturating_add(one_more(T::WeightInfo::settle_slots).saturating_mul(more.into()))
			.saturating_add(one_more(T::WeightInfo::settle_backlog).saturating_mul(self.backlog.into()))
			.saturating_add(one_more(T::WeightInfo::settle_contested).saturating_mul(self.contested.into()))
	}
}

/// By how much `weight` grows with its component.
fn one_more(weight: impl Fn(u32) -> Weight) -> Weight {
	weight(2).saturating_sub(weight(1))
}

/// What it weighs at most to settle so many `providers`, on top of `base`: where every slot of theirs lies apart and is
/// contested.
pub(crate) fn most<T: Config>(base: Weight, providers: u32) -> Weight {
	let slots = providers.saturating_mul(crate::types::MAX_SLOTS);
	Touched { settled: slots, backlog: slots, contested: slots }.weight::<T>(base, providers)
}

/// The closed eras and the books: read once, whatever is done with them, and written once if at all.
pub(crate) struct Desk<'a, T> {
	pub era: &'a Era,
	pub closed: ClosedEras,
	/// Read when something changes.
	books: Option<Books>,
	_config: core::marker::PhantomData<T>,
}

impl<'a, T: Config> Desk<'a, T> {
	pub(crate) fn open(era: &'a Era) -> Self {
		Self { era, closed: Closed::<T>::get(), books: None, _config: core::marker::PhantomData }
	}

	/// Write closed eras and books back, if they have changed.
	pub(crate) fn close(mut self) {
		if let Some(books) = self.books {
			self.closed.clean();
			Closed::<T>::put(self.closed);
			Ledger::<T>::put(books);
		}
	}

	/// The closed eras and the books, to change them.
	pub(crate) fn change(&mut self) -> (&mut ClosedEras, &mut Books) {
		(&mut self.closed, self.books.get_or_insert_with(Ledger::<T>::get))
	}

	/// The closed era with this number, wherever it lies.
	pub(crate) fn closed_era(&self, era: EraIndex) -> Option<ClosedEra> {
		self.closed.get(era).cloned().or_else(|| Backlog::<T>::get(era))
	}

	/// Let `provider` enter the era, settle what is final of it, and pay what is due or owed.
	pub(crate) fn touch(&mut self, who: &T::AccountId, provider: &mut Provider) -> Touched {
		provider.enter(self.era);
		let owed = provider.owed;
		let mut touched = Touched::default();
		let mut slots = core::mem::take(&mut provider.slots);
		slots.retain(|slot| {
			let stays = !self.era.is_final(slot.era);
			if !stays {
				touched = touched.and(self.settle(who, provider, slot));
			}
			stays
		});
		provider.slots = slots;
		if provider.owed > 0 {
			self.pay(who, provider, owed);
		}
		touched
	}

	/// Settle a slot of `provider`, which is its no more.
	fn settle(&mut self, who: &T::AccountId, provider: &mut Provider, slot: &Slot) -> Touched {
		let mut touched = Touched { settled: 1, ..Default::default() };
		let (closed_eras, books) = self.change();
		let settlement = match closed_eras.get_mut(slot.era) {
			Some(closed) => closed.settle(slot),
			None => {
				touched.backlog = 1;
				match Backlog::<T>::get(slot.era) {
					Some(mut closed) => {
						let settlement = closed.settle(slot);
						if closed.is_settled() {
							Backlog::<T>::remove(slot.era);
							closed_eras.backlog = closed_eras.backlog.saturating_sub(1);
						} else {
							Backlog::<T>::insert(slot.era, closed);
						}
						settlement
					}
					None => {
						// An era is kept until all of its points are settled.
						log::error!(target: LOG_TARGET, "era {} of {who:?} is lost", slot.era);
						return touched;
					}
				}
			}
		};
		books.settle(&settlement);
		provider.owed = provider.owed.saturating_add(settlement.due);
		if slot.contested > 0 {
			touched.contested = 1;
			Disputes::<T>::mutate(who, slot.era, |dispute| {
				if let Some(dispute) = dispute {
					dispute.share = Some(settlement.contested);
				}
			});
		}
		Pallet::<T>::deposit_event(Event::Settled {
			provider: who.clone(),
			era: slot.era,
			reward: settlement.due,
			contested: settlement.contested,
			returned: settlement.returned,
		});
		touched
	}

	/// Pay what is owed to `provider`. If it cannot receive it, it stays owed. No event has told yet of `untold` units.
	pub(crate) fn pay(&mut self, who: &T::AccountId, provider: &mut Provider, untold: Balance) {
		let amount = provider.owed;
		if T::Source::pay(who, amount).is_err() {
			Pallet::<T>::deposit_event(Event::Owed { provider: who.clone(), amount });
			return;
		}
		provider.owed = 0;
		provider.paid = provider.paid.saturating_add(amount);
		self.change().1.pay(amount);
		if untold > 0 {
			Pallet::<T>::deposit_event(Event::Paid { provider: who.clone(), amount: untold });
		}
	}
}

impl<T: Config> Pallet<T> {
	/// What it weighs at most to settle `providers`.
	pub(crate) fn settle_weight(providers: &[T::AccountId]) -> Weight {
		let count = u32::try_from(providers.len()).unwrap_or(u32::MAX);
		most::<T>(T::WeightInfo::settle(count), count)
	}

	pub(crate) fn do_settle(providers: Batch<T>) -> DispatchResultWithPostInfo {
		ensure!(!providers.is_empty(), Error::<T>::NoProvider);
		let count = u32::try_from(providers.len()).unwrap_or(u32::MAX);
		let era = CurrentEra::<T>::get();
		let mut desk = Desk::<T>::open(&era);
		let mut touched = Touched::default();
		let mut paid: Balance = 0;
		for who in providers {
			let outcome = Providers::<T>::try_mutate(&who, |provider| {
				let provider = provider.as_mut().ok_or(())?;
				let before = provider.paid;
				let touched = desk.touch(&who, provider);
				let paid = provider.paid.saturating_sub(before);
				// Who has nothing is left as it was.
				(touched.settled > 0 || paid > 0).then_some((touched, paid)).ok_or(())
			});
			let (more, amount) = outcome.unwrap_or_default();
			touched = touched.and(more);
			paid = paid.saturating_add(amount);
		}
		ensure!(touched.settled > 0 || paid > 0, Error::<T>::NothingToSettle);
		desk.close();
		let weight = touched.weight::<T>(T::WeightInfo::settle(count), count);
		Ok(PostDispatchInfo { actual_weight: Some(weight), ..Default::default() })
	}

	/// What an idle sweep weighs at most.
	pub(crate) fn sweep_limit() -> Weight {
		let block = T::BlockWeights::get().max_block;
		let share = MaxSweepShare::get();
		Weight::from_parts(share.mul_floor(block.ref_time()), share.mul_floor(block.proof_size()))
	}

	/// Settle as many providers as `limit` allows, from where the last sweep stopped, and return what that weighed.
	/// Nothing is done while no era waits.
	pub(crate) fn sweep(limit: Weight) -> Weight {
		let mut meter = WeightMeter::with_limit(limit);
		let most = most::<T>(T::WeightInfo::settle(1), 1);
		if !meter.can_consume(T::WeightInfo::sweep(0).saturating_add(most)) {
			return Weight::zero();
		}
		meter.consume(T::WeightInfo::sweep(0));
		let era = CurrentEra::<T>::get();
		let mut desk = Desk::<T>::open(&era);
		if !desk.closed.are_due(&era) {
			return meter.consumed();
		}

		let mut providers = match Swept::<T>::get() {
			// The key is only where to go on from. Whether there still is a provider under it does not matter.
			Some(last) => Providers::<T>::iter_from(Providers::<T>::hashed_key_for(last)),
			None => Providers::<T>::iter(),
		};
		let mut last = None;
		while meter.can_consume(most) {
			let Some((who, mut provider)) = providers.next() else {
				last = None;
				break;
			};
			if provider.has_due(&era) {
				let touched = desk.touch(&who, &mut provider);
				// No key is added or removed, so the iterator is not led astray.
				Providers::<T>::insert(&who, provider);
				meter.consume(touched.weight::<T>(T::WeightInfo::settle(1), 1));
			} else {
				meter.consume(one_more(T::WeightInfo::sweep));
			}
			last = Some(who);
		}
		desk.close();
		match last {
			Some(last) => Swept::<T>::put(last),
			None => Swept::<T>::kill(),
		}
		meter.consumed()
	}
}
