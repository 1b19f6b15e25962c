//! Runs what happens in an order that nobody chose, many times, each time from the same beginning.

use super::Chain;
use codec::Encode;
use frame_support::storage::{with_transaction, TransactionOutcome};
use proptest::{
	prelude::*,
	test_runner::{TestCaseError, TestError, TestRunner},
};
use sp_runtime::DispatchError;
use std::{cell::RefCell, collections::BTreeMap, fmt::Debug};

/// Something that happens: what, by or to whom, with whom, and how much of what there is.
pub type Step<Deed> = (Deed, u8, u8, u8);

/// What has happened so far, beside the state of the chain, and what can happen next.
pub trait World: Clone {
	/// What happens in a step.
	type Deed: Copy + Debug + 'static;

	/// Do `step`. The error of a call is what it returns; whatever is no call does not fail.
	fn take(&mut self, step: Step<Self::Deed>) -> Result<(), DispatchError>;

	/// What always holds.
	fn check(&self) -> Result<(), TestCaseError>;

	/// Bring everything to its end.
	fn end(self) -> Result<(), TestCaseError> {
		Ok(())
	}
}

/// How often each deed was done, and refused.
type Tally = BTreeMap<String, (u32, u32)>;

fn journey<W: World>(mut world: W, steps: &[Step<W::Deed>], tally: &mut Tally) -> Result<(), TestCaseError> {
	let root = || sp_io::storage::root(sp_runtime::StateVersion::V1);
	let mut before = root();
	for step in steps {
		let outcome = world.take(*step);
		let after = root();
		let (done, refused) = tally.entry(format!("{:?}", step.0)).or_default();
		match outcome {
			Ok(()) => *done += 1,
			Err(error) => {
				*refused += 1;
				prop_assert_eq!(before.encode(), after.encode(), "{:?} changed something", error);
			}
		}
		if before != after {
			world.check()?;
		}
		before = after;
	}
	world.end()
}

/// Run 500 journeys of up to `length` steps. Every deed must have been possible once at least, but for those that need so
/// much to have happened before that they may be `seldom` possible.
pub fn run<W: World>(chain: Chain, world: W, deeds: impl Strategy<Value = W::Deed>, length: usize, seldom: &[&str]) {
	let chain = RefCell::new(chain);
	let tally = RefCell::new(Tally::new());
	let steps = proptest::collection::vec((deeds, any::<u8>(), any::<u8>(), 0..19u8), 1..=length);
	let mut runner = TestRunner::new(ProptestConfig { cases: 500, failure_persistence: None, ..Default::default() });
	let outcome = runner.run(&steps, |steps| {
		let mut tally = tally.borrow_mut();
		let outcome = chain.borrow_mut().state(|| {
			with_transaction(|| {
				TransactionOutcome::Rollback(Ok::<_, DispatchError>(journey(world.clone(), &steps, &mut tally)))
			})
		});
		outcome.expect("nothing nests deeper")
	});
	if let Err(TestError::Fail(reason, steps)) = &outcome {
		panic!("{reason}\nafter {steps:?}");
	}
	outcome.expect("the cases can be made");
	for (deed, (done, refused)) in tally.borrow().iter() {
		println!("{deed:>18}: {done:>5} done, {refused:>5} refused");
		let possible = *done > 0 || seldom.contains(&deed.as_str());
		assert!(possible, "{deed} was never possible, so it was not tried");
	}
}
