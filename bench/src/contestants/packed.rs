//! A packed snapshot: all recipients and their stakes in pages of storage, and a hook that mints to all of them at once.

use crate::race::{AccountId, CallOf, Contestant, Mandatory, BUDGET};
use btt_primitives::Balance;
use chain::{Runtime, System};
use frame_support::traits::Hooks;
use pallet::{Pages, Total, PAGE};
use sp_runtime::DispatchResult;

/// The pages that are written already, and that which is not full yet.
#[derive(Default)]
pub struct Packed {
	pages: u32,
	page: Vec<(AccountId, Balance)>,
	total: Balance,
}

impl Packed {
	/// Write the page.
	fn write(&mut self) {
		Pages::<Runtime>::insert(self.pages, core::mem::take(&mut self.page));
		self.pages += 1;
	}
}

impl Contestant for Packed {
	type Runtime = Runtime;
	const NAME: &'static str = "packed snapshot: one hook";

	fn found(&mut self) -> DispatchResult {
		Ok(())
	}

	fn enrol(&mut self, who: &AccountId, stake: Balance) -> DispatchResult {
		self.page.push((who.clone(), stake));
		self.total += stake;
		if self.page.len() == PAGE {
			self.write();
		}
		Ok(())
	}

	fn fill(&mut self) -> DispatchResult {
		if !self.page.is_empty() {
			self.write();
		}
		Total::<Runtime>::put((self.pages, self.total, BUDGET));
		Ok(())
	}

	fn end(&mut self) -> Mandatory {
		Mandatory::Measured(pallet::Pallet::<Runtime>::on_initialize(System::block_number()))
	}

	fn pay(&self, _: u32) -> Option<(AccountId, CallOf<Self>)> {
		None
	}

	fn kept(&self) -> Balance {
		// It mints what it pays, and no more.
		0
	}
}

/// The pallet that does it.
#[frame_support::pallet]
pub mod pallet {
	use btt_primitives::Balance;
	use frame_support::{pallet_prelude::*, traits::fungible::Mutate};
	use frame_system::pallet_prelude::*;
	use sp_runtime::helpers_128bit::multiply_by_rational_with_rounding;

	/// So many recipients are on a page. A page has less than a MiB, since Wasm could not decode all at once.
	pub const PAGE: usize = 16_384;

	#[pallet::pallet]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The tokens that it mints.
		type Currency: Mutate<Self::AccountId, Balance = Balance>;
	}

	/// Recipients and their stakes, by page.
	#[pallet::storage]
	#[pallet::unbounded]
	pub type Pages<T: Config> = StorageMap<_, Twox64Concat, u32, Vec<(T::AccountId, Balance)>, ValueQuery>;

	/// How many pages there are, the sum of all stakes, and what to pay.
	#[pallet::storage]
	pub type Total<T: Config> = StorageValue<_, (u32, Balance, Balance)>;

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		/// Pays everybody. Returns the weight of the database alone, since the rest depends on the machine.
		fn on_initialize(_: BlockNumberFor<T>) -> Weight {
			let Some((pages, total, budget)) = Total::<T>::take() else {
				return T::DbWeight::get().reads(1);
			};
			// The total that was read and removed, the issuance, which all payments share, and each page.
			let (mut reads, mut writes) = (2u64.saturating_add(pages.into()), 2u64);
			for page in 0..pages {
				for (who, stake) in Pages::<T>::get(page) {
					let share = multiply_by_rational_with_rounding(budget, stake, total, sp_runtime::Rounding::Down)
						.unwrap_or(0);
					if T::Currency::mint_into(&who, share).is_ok() {
						writes = writes.saturating_add(1);
					}
					reads = reads.saturating_add(1);
				}
			}
			T::DbWeight::get().reads_writes(reads, writes)
		}
	}
}

/// The runtime.
mod chain {
	use frame_support::derive_impl;

	#[frame_support::runtime]
	mod runtime {
		#[runtime::runtime]
		#[runtime::derive(
			RuntimeCall,
			RuntimeEvent,
			RuntimeError,
			RuntimeOrigin,
			RuntimeFreezeReason,
			RuntimeHoldReason,
			RuntimeSlashReason,
			RuntimeLockId,
			RuntimeTask,
			RuntimeViewFunction
		)]
		pub struct Runtime;

		#[runtime::pallet_index(0)]
		pub type System = frame_system::Pallet<Runtime>;
		#[runtime::pallet_index(1)]
		pub type Balances = pallet_balances::Pallet<Runtime>;
		#[runtime::pallet_index(2)]
		pub type Packed = super::pallet::Pallet<Runtime>;
	}

	crate::contestants::common!();

	impl super::pallet::Config for Runtime {
		type Currency = Balances;
	}
}
