use super::*;
use crate::{types::BLOCKS_PER_VALIDATOR as BLOCKS, Candidates, CurrentEra};

/// An era in which `authors` make enough blocks by turns, and the election at its end.
fn era(authors: &[AccountId]) -> Vec<AccountId> {
	for block in 0..BLOCKS * 4 {
		Staking::note_author(&authors[block as usize % authors.len()]);
		pass(ERA / u64::from(BLOCKS * 4));
	}
	elect()
}

#[test]
fn who_makes_no_block_in_two_full_eras_is_chilled() {
	ExtBuilder::default().build_and_execute(|| {
		let authors = [11, 12, 13];
		assert_eq!(era(&authors), VALIDATORS);
		assert_eq!(era(&authors), VALIDATORS);
		assert_eq!(era(&authors), [11, 12, 13]);
		assert!(events().contains(&Event::Offline { who: 14 }));
		assert!(!Candidates::<Test>::contains_key(14));
		// It may come back.
		assert_ok!(Staking::validate(by(14), Perbill::zero()));
		assert_eq!(elect(), VALIDATORS);
		assert_eq!(era(&authors), VALIDATORS);
	});
}

#[test]
fn never_more_than_a_third_is_chilled_at_once() {
	ExtBuilder::default().build_and_execute(|| {
		for _ in 0..2 {
			era(&[11]);
		}
		assert_eq!(era(&[11]), [11, 13, 14]);
		// Only one in a full era, however many elections there are.
		assert_eq!(elect(), [11, 13, 14]);
		assert_eq!(era(&[11]), [11, 14]);
		// A third of two is nobody.
		assert_eq!(era(&[11]), [11, 14]);
		assert_eq!(era(&[11]), [11, 14]);
	});
}

#[test]
fn a_halt_chills_nobody() {
	ExtBuilder::default().build_and_execute(|| {
		era(&VALIDATORS);
		let before = CurrentEra::<Test>::get();
		for _ in 0..5 {
			pass(ERA * 10);
			assert_eq!(elect(), VALIDATORS);
		}
		let after = CurrentEra::<Test>::get();
		assert_eq!((after.full, after.index), (before.full, before.index + 50));
	});
}
