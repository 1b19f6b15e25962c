//! Pays an era's budget to many recipients in the way of one contestant, and measures it.

use btt_primitives::{Balance, BTT, EXISTENTIAL_DEPOSIT};
use frame_support::{
	dispatch::{extract_actual_weight, DispatchInfo, GetDispatchInfo, PostDispatchInfo},
	traits::fungible::{Inspect, Mutate},
	weights::{
		constants::{ExtrinsicBaseWeight, WEIGHT_REF_TIME_PER_SECOND},
		Weight,
	},
};
use frame_system::{pallet_prelude::BlockNumberFor, Pallet as System, RawOrigin};
use sp_io::TestExternalities;
use sp_runtime::{
	traits::{Dispatchable, One, Saturating},
	AccountId32, DispatchResult,
};
use std::time::{Duration, Instant};

/// Accounts as on the chain: 32 bytes.
pub type AccountId = AccountId32;

/// A call of a contestant's runtime.
pub type CallOf<C> = <<C as Contestant>::Runtime as frame_system::Config>::RuntimeCall;

/// The blocks of an era: 6 h of 6 s each.
pub const ERA_BLOCKS: u32 = 3_600;

/// What all recipients of an era share, in units: what the mining rewards pool emits in an era of its first two years,
/// 25,200,000 BTT / 2,920 eras, rounded down so that each block emits the same.
pub const BUDGET: Balance = 8_630_136_986_301_369_863_013 / ERA_BLOCKS as Balance * ERA_BLOCKS as Balance;

/// What payments may take of a block: three quarters of two seconds.
pub const BLOCK: u64 = WEIGHT_REF_TIME_PER_SECOND / 2 * 3;

/// So many recipients enter the state between two commits of the set-up; more need more memory.
const ENROLLED_AT_ONCE: u32 = 100_000;

/// After so many blocks, what they have replaced in the state is thrown away.
const BLOCKS_KEPT: u32 = 16;

/// A way to pay an era's budget to many recipients in proportion to their stakes.
pub trait Contestant: Default {
	/// The runtime, that has nothing but what it takes.
	type Runtime: frame_system::Config<
			AccountId = AccountId,
			RuntimeCall: GetDispatchInfo + Dispatchable<Info = DispatchInfo, PostInfo = PostDispatchInfo>,
		> + pallet_balances::Config<Balance = Balance>;

	/// What the table calls it.
	const NAME: &'static str;

	/// Set up what must be there before the first recipient.
	fn found(&mut self) -> DispatchResult;

	/// Make `who`, whose account exists, a recipient of the era with `stake` units.
	fn enrol(&mut self, who: &AccountId, stake: Balance) -> DispatchResult;

	/// Bring the era, of which everybody is a recipient now, up to its last block.
	fn fill(&mut self) -> DispatchResult;

	/// What its hooks declare in every block, whether an era ends in it or not.
	fn hooks(&self) -> Weight {
		Weight::zero()
	}

	/// End the era: all work that no block after its last can put off.
	fn end(&mut self) -> Mandatory;

	/// The call number `step` of those that pay, and who signs it; none when everybody is paid.
	fn pay(&self, step: u32) -> Option<(AccountId, CallOf<Self>)>;

	/// What it still owes to recipients by its own books, or gives back to the next era's budget, in units.
	fn kept(&self) -> Balance;

	/// Check what must hold in the state when all is paid.
	fn check(&self) -> DispatchResult {
		Ok(())
	}
}

/// How long mandatory work takes.
pub enum Mandatory {
	/// By the weight that is declared.
	Declared(Weight),
	/// Nobody declares it: what was measured, and this for the database.
	Measured(Weight),
}

/// What came of a race.
#[derive(Clone, Debug)]
pub struct Outcome {
	/// The contestant.
	pub name: &'static str,
	/// How many recipients there were.
	pub recipients: u32,
	/// How many of them received nothing.
	pub unpaid: u32,
	/// How many calls it took.
	pub calls: u32,
	/// How many blocks it took.
	pub blocks: u32,
	/// The declared weight of the calls and of the mandatory work, in ps.
	pub weight: u64,
	/// How much of it no block could put off, in ps.
	pub mandatory: u64,
	/// What hooks declare in every block, in ps.
	pub hooks: u64,
	/// How long the blocks took to execute.
	pub execution: Duration,
	/// How long it took to compute the roots of the state and to commit it.
	pub commit: Duration,
	/// What was paid, in units.
	pub paid: Balance,
	/// What the contestant's books still keep for recipients, in units.
	pub kept: Balance,
}

impl Outcome {
	/// How long everything took.
	pub fn wall(&self) -> Duration {
		self.execution.saturating_add(self.commit)
	}

	/// What calls cost a block beside their own weight, in ps.
	pub fn base(&self) -> u64 {
		ExtrinsicBaseWeight::get().ref_time().saturating_mul(self.calls.into())
	}

	/// By how many units what was paid and kept misses the budget; negative if it exceeds it.
	pub fn error(&self) -> i128 {
		BUDGET as i128 - self.paid as i128 - self.kept as i128
	}
}

/// The account of the recipient with this number.
pub fn account(number: u32) -> AccountId {
	sp_io::hashing::blake2_256(&number.to_le_bytes()).into()
}

/// The stake of a recipient, in units: between 0.01 and 0.03 BTT, by its account.
pub fn stake(who: &AccountId) -> Balance {
	let bytes: &[u8; 32] = who.as_ref();
	let [a, b, c, d, e, f, g, h, ..] = *bytes;
	BTT / 100 + Balance::from(u64::from_le_bytes([a, b, c, d, e, f, g, h])) % (BTT / 50)
}

/// Let `C` pay so many recipients.
pub fn race<C: Contestant>(recipients: u32) -> Result<Outcome, String> {
	let mut contestant = C::default();
	let mut chain = TestExternalities::new_empty();
	set_up(&mut contestant, &mut chain, recipients).map_err(|error| format!("{}: set-up: {error}", C::NAME))?;
	let before = balances::<C>(&mut chain, recipients);

	let mut outcome = Outcome {
		name: C::NAME,
		recipients,
		unpaid: 0,
		calls: 0,
		blocks: 0,
		weight: 0,
		mandatory: 0,
		hooks: 0,
		execution: Duration::ZERO,
		commit: Duration::ZERO,
		paid: 0,
		kept: 0,
	};
	let mut next = chain.execute_with(|| contestant.pay(0));
	while outcome.blocks == 0 || next.is_some() {
		block(&mut contestant, &mut chain, &mut outcome, &mut next)?;
		if outcome.blocks.is_multiple_of(BLOCKS_KEPT) {
			chain.backend.backend_storage_mut().purge();
		}
	}

	let after = balances::<C>(&mut chain, recipients);
	for (before, after) in before.into_iter().zip(after) {
		let paid = after.checked_sub(before).ok_or_else(|| format!("{}: a recipient has lost", C::NAME))?;
		outcome.unpaid += u32::from(paid == 0);
		outcome.paid += paid;
	}
	outcome.kept = chain.execute_with(|| contestant.kept());
	chain.execute_with(|| contestant.check()).map_err(|error| format!("{}: {error:?}", C::NAME))?;
	Ok(outcome)
}

/// The state at the last block of the era, in the trie.
fn set_up<C: Contestant>(contestant: &mut C, chain: &mut TestExternalities, recipients: u32) -> Result<(), String> {
	let described = |error| format!("{error:?}");
	chain.execute_with(|| contestant.found()).map_err(described)?;
	for first in (0..recipients).step_by(ENROLLED_AT_ONCE as usize) {
		let last = recipients.min(first.saturating_add(ENROLLED_AT_ONCE));
		chain
			.execute_with(|| {
				(first..last).try_for_each(|number| {
					let who = account(number);
					let stake = stake(&who);
					pallet_balances::Pallet::<C::Runtime>::mint_into(&who, stake + BTT + EXISTENTIAL_DEPOSIT)?;
					contestant.enrol(&who, stake)
				})
			})
			.map_err(described)?;
		chain.commit_all()?;
		chain.backend.backend_storage_mut().purge();
	}
	chain
		.execute_with(|| {
			System::<C::Runtime>::set_block_number(ERA_BLOCKS.into());
			contestant.fill()
		})
		.map_err(described)?;
	chain.commit_all()
}

/// What all recipients have.
fn balances<C: Contestant>(chain: &mut TestExternalities, recipients: u32) -> Vec<Balance> {
	chain.execute_with(|| {
		(0..recipients).map(|number| pallet_balances::Pallet::<C::Runtime>::total_balance(&account(number))).collect()
	})
}

/// One more block, with as many calls as fit into it: by the declared weight of each, and what the calls before it have
/// left, as for the author of a block.
///
/// Nothing is measured but what a block does: neither to make the calls, nor to choose them.
fn block<C: Contestant>(
	contestant: &mut C,
	chain: &mut TestExternalities,
	outcome: &mut Outcome,
	next: &mut Option<(AccountId, CallOf<C>)>,
) -> Result<(), String> {
	let is_first = outcome.blocks == 0;
	let started = Instant::now();
	let (hooks, mandatory) = chain.execute_with(|| {
		let number: BlockNumberFor<C::Runtime> = System::<C::Runtime>::block_number().saturating_add(One::one());
		System::<C::Runtime>::reset_events();
		System::<C::Runtime>::initialize(&number, &Default::default(), &Default::default());
		(contestant.hooks().ref_time(), is_first.then(|| contestant.end()))
	});
	let ended = started.elapsed();
	outcome.execution += ended;
	outcome.blocks += 1;
	outcome.hooks = hooks;
	let mandatory = hooks.saturating_add(match mandatory {
		Some(Mandatory::Declared(weight)) => weight.ref_time(),
		Some(Mandatory::Measured(database)) => {
			database.ref_time().saturating_add(u64::try_from(ended.as_nanos() * 1_000).unwrap_or(u64::MAX))
		}
		None => 0,
	});
	outcome.weight = outcome.weight.saturating_add(mandatory);
	if is_first {
		outcome.mandatory = mandatory;
	}

	let calls = outcome.calls;
	chain.execute_with(|| pay(contestant, outcome, next, BLOCK.saturating_sub(mandatory)))?;
	if outcome.calls == calls && next.is_some() && !is_first {
		return Err(format!("{}: a call does not fit into a block", C::NAME));
	}
	let started = Instant::now();
	chain.commit_all()?;
	outcome.commit += started.elapsed();
	Ok(())
}

/// Dispatch calls as long as the next one has room.
fn pay<C: Contestant>(
	contestant: &C,
	outcome: &mut Outcome,
	next: &mut Option<(AccountId, CallOf<C>)>,
	mut room: u64,
) -> Result<(), String> {
	let base = ExtrinsicBaseWeight::get().ref_time();
	while let Some((who, call)) = next.take() {
		let info = call.get_dispatch_info();
		if info.call_weight.ref_time().saturating_add(base) > room {
			*next = Some((who, call));
			break;
		}
		let started = Instant::now();
		let result = call.dispatch(RawOrigin::Signed(who).into());
		outcome.execution += started.elapsed();
		let weight = extract_actual_weight(&result, &info).ref_time();
		result.map_err(|failed| format!("{}: {:?}", C::NAME, failed.error))?;
		room = room.saturating_sub(weight.saturating_add(base));
		outcome.weight = outcome.weight.saturating_add(weight);
		outcome.calls += 1;
		*next = contestant.pay(outcome.calls);
	}
	Ok(())
}
