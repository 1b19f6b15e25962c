//! The rules of stakes and locks.

use super::*;
use crate::{Count, PriorLock, StakeError};
use btt_primitives::governance::Holdings;
use sp_runtime::Permill;

const FIFTH: Permill = Permill::from_percent(20);

fn holdings(institutional: Balance, community: Balance, bonded: Balance) -> Holdings {
	Holdings { institutional, community, bonded, held: 0 }
}

#[test]
fn conviction_counts_up_to_six_times_for_a_lock_that_doubles() {
	let all = [
		Conviction::None,
		Conviction::Twofold,
		Conviction::Threefold,
		Conviction::Fourfold,
		Conviction::Fivefold,
		Conviction::Sixfold,
	];
	assert_eq!(all.map(Conviction::factor), [1, 2, 3, 4, 5, 6]);
	assert_eq!(all.map(Conviction::periods), [0, 1, 2, 4, 8, 16]);
}

#[test]
fn power_is_what_is_held() {
	let held = holdings(10, 20, 5);
	let power =
		|institutional, community, conviction| Power::new(Stake { institutional, community, conviction }, &held, FIFTH);
	assert_eq!(power(0, 0, Conviction::None), Err(StakeError::Nothing));
	assert_eq!(power(11, 20, Conviction::None), Err(StakeError::MoreThanHeld));
	assert_eq!(power(10, 21, Conviction::None), Err(StakeError::MoreThanHeld));
	assert_eq!(power(10, 0, Conviction::Twofold), Err(StakeError::ConvictionOnUnvested));
	let all = power(10, 20, Conviction::Threefold).unwrap();
	assert_eq!((all.tokens(), all.bonus), (30, 1));
	assert_eq!(all.count(), Count { institutional: 10, community: 20, votes: 63 });
}

#[test]
fn the_bonus_is_for_bonded_tokens_that_vote() {
	let bonus =
		|community, bonded| Power::new(super::community(community), &holdings(0, 1_000, bonded), FIFTH).unwrap().bonus;
	assert_eq!([bonus(1_000, 500), bonus(100, 500), bonus(4, 500), bonus(1_000, 0)], [100, 20, 0, 0]);
}

#[test]
fn power_fits_what_is_left() {
	let power = Power::new(
		Stake { institutional: 60, community: 40, conviction: Conviction::None },
		&holdings(60, 40, 20),
		FIFTH,
	)
	.unwrap();
	assert_eq!(power.bonus, 4);
	let fit = |institutional, community, bonded| {
		let fit = power.fit(&holdings(institutional, community, bonded), FIFTH);
		(fit.stake.institutional, fit.stake.community, fit.bonus)
	};
	// Nothing happened, or there is more.
	assert_eq!(fit(60, 40, 20), (60, 40, 4));
	assert_eq!(fit(60, 400, 200), (60, 40, 4));
	// 20 have vested.
	assert_eq!(fit(40, 60, 20), (40, 60, 4));
	// 20 unvested ones were slashed.
	assert_eq!(fit(40, 40, 20), (40, 40, 4));
	// 10 of the others were.
	assert_eq!(fit(60, 30, 10), (60, 30, 2));
	assert_eq!(fit(0, 0, 0), (0, 0, 0));
}

#[test]
fn locks_of_several_are_the_longest_and_the_largest() {
	let mut lock = PriorLock { until: 0u64, community: 0, total: 0 };
	lock.extend(0, 10, 5, 7);
	lock.extend(7, 8, 6, 6);
	assert_eq!(lock, PriorLock { until: 10, community: 6, total: 7 });
	// What is over does not count.
	lock.extend(8, 8, 100, 100);
	assert_eq!(lock, PriorLock { until: 10, community: 6, total: 7 });
	lock.expire(9);
	assert_eq!(lock.total, 7);
	lock.expire(10);
	assert_eq!(lock, PriorLock { until: 0, community: 0, total: 0 });
	lock.extend(10, 20, 50, 50);
	lock.extend(20, 30, 1, 1);
	assert_eq!(lock, PriorLock { until: 30, community: 1, total: 1 });
}
