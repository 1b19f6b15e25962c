//! The results of two houses: by hand, on their boundaries, and in general.

use btt_math::{
	calendar::add_months,
	houses::{institutional_weight, Cast, House, Houses, FIRST_INSTITUTIONAL_WEIGHT, HAND_OVER_MONTHS, WHOLE},
	Balance, Moment,
};
use proptest::prelude::*;
use sp_arithmetic::biguint::BigUint;

const BTT: Balance = 1_000_000_000_000_000_000;
const SUPPLY: Balance = 210_000_000 * BTT;
const QUORUM: u32 = 50_000_000;

/// By `date -u -d … +%s`.
const TGE: Moment = 1_735_689_600_000;
const Y2026: Moment = 1_767_225_600_000;
const Y2027: Moment = 1_798_761_600_000;
const Y2028: Moment = 1_830_297_600_000;

fn ayes(tokens: Balance) -> Cast {
	Cast { ayes: tokens, raw_ayes: tokens, ..Cast::default() }
}

fn nays(tokens: Balance) -> Cast {
	Cast { nays: tokens, raw_nays: tokens, ..Cast::default() }
}

fn both(in_favour: Balance, against: Balance) -> Cast {
	Cast { ayes: in_favour, nays: against, raw_ayes: in_favour, raw_nays: against }
}

/// The houses at `now`, each with what it has of eligible tokens and of votes.
fn houses(now: Moment, institutional: (Balance, Cast), community: (Balance, Cast)) -> Houses {
	let weight = institutional_weight(TGE, now);
	let house = |weight, (eligible, cast)| House { weight, eligible, cast };
	Houses { institutional: house(weight, institutional), community: house(WHOLE - weight, community), quorum: QUORUM }
}

#[test]
fn weight_passes_linearly_from_the_institutions_to_the_community() {
	for (now, weight) in [
		(0, 600_000_000),
		(TGE - 1, 600_000_000),
		(TGE, 600_000_000),
		// A half of a year of 365 days.
		(TGE + (Y2026 - TGE) / 2, 500_000_000),
		(Y2026, 400_000_000),
		(Y2027, 200_000_000),
		(Y2028, 0),
		(Y2028 + 1, 0),
		(u64::MAX, 0),
	] {
		assert_eq!(institutional_weight(TGE, now), weight, "at {now}");
	}
	assert_eq!(add_months(TGE, HAND_OVER_MONTHS), Some(Y2028));
}

#[test]
fn weight_is_rounded_in_favour_of_the_community() {
	// 600,000,000 parts over 94,608,000,000 ms: a part every 157.68 ms.
	assert_eq!(institutional_weight(TGE, TGE + 1), 599_999_999);
	assert_eq!(institutional_weight(TGE, TGE + 157), 599_999_999);
	assert_eq!(institutional_weight(TGE, TGE + 158), 599_999_998);
	assert_eq!(institutional_weight(TGE, Y2028 - 158), 1);
	assert_eq!(institutional_weight(TGE, Y2028 - 157), 0);
}

#[test]
fn a_hand_over_beyond_the_calendar_has_happened() {
	assert_eq!(institutional_weight(u64::MAX, u64::MAX), 0);
	assert_eq!(institutional_weight(u64::MAX - 1, u64::MAX - 2), FIRST_INSTITUTIONAL_WEIGHT);
}

#[test]
fn institutions_alone_reach_two_fifths_on_the_first_of_january_2026() {
	let alone = houses(Y2026, (25_000_000 * BTT, ayes(25_000_000 * BTT)), (20_000_000 * BTT, Cast::default()));
	assert_eq!(alone.approval(), 400_000_000);
	assert_eq!(alone.support(), 400_000_000);
	assert!(!alone.each_has_a_majority());
}

#[test]
fn one_voter_of_the_community_reaches_six_parts_in_ten_thousand() {
	let alone = houses(Y2026, (25_000_000 * BTT, Cast::default()), (20_000_000 * BTT, ayes(1_000 * BTT)));
	assert_eq!(alone.approval(), 600_000);
	// 0.6 · 1,000 / 20,000,000.
	assert_eq!(alone.support(), 30_000);
}

#[test]
fn a_house_counts_in_full_from_its_quorum_on() {
	let community = |tokens| houses(Y2026, (BTT, Cast::default()), (20_000_000 * BTT, ayes(tokens))).approval();
	// A twentieth of 20,000,000.
	assert_eq!(community(1_000_000 * BTT - 1), 599_999_999);
	assert_eq!(community(1_000_000 * BTT), 600_000_000);
	assert_eq!(community(1_000_000 * BTT + 1), 600_000_000);
	assert_eq!(community(500_000 * BTT), 300_000_000);
}

#[test]
fn votes_against_count_for_the_quorum() {
	let community = |cast| houses(Y2026, (BTT, Cast::default()), (20_000_000 * BTT, cast)).approval();
	// 2.5 % in favour is half of the quorum; with as much against, half of the house is in favour.
	assert_eq!(community(ayes(500_000 * BTT)), 300_000_000);
	assert_eq!(community(both(500_000 * BTT, 500_000 * BTT)), 300_000_000);
	assert_eq!(community(both(500_000 * BTT, 1_500_000 * BTT)), 150_000_000);
}

#[test]
fn a_unanimous_vote_of_both_houses_is_the_whole() {
	for now in [TGE, TGE + 1, Y2026, Y2027 + 12_345, Y2028 - 1, Y2028] {
		let all = houses(now, (3, ayes(3)), (7 * BTT + 1, ayes(7 * BTT + 1)));
		assert_eq!((all.approval(), all.support()), (WHOLE, WHOLE), "at {now}");
		assert!(all.each_has_a_majority());
	}
}

#[test]
fn an_empty_house_passes_its_weight_to_the_other() {
	let without_institutions = houses(Y2026, (0, Cast::default()), (20_000_000 * BTT, ayes(2_000_000 * BTT)));
	assert_eq!(without_institutions.approval(), WHOLE);
	assert_eq!(without_institutions.support(), 100_000_000);
	assert!(without_institutions.each_has_a_majority());

	let without_community = houses(Y2026, (100, both(30, 10)), (0, Cast::default()));
	assert_eq!(without_community.approval(), 750_000_000);
	assert_eq!(without_community.support(), 300_000_000);
	assert!(without_community.each_has_a_majority());

	let nobody = houses(Y2026, (0, Cast::default()), (0, Cast::default()));
	assert_eq!((nobody.approval(), nobody.support()), (0, 0));
}

#[test]
fn a_silent_house_keeps_its_weight() {
	let silent = houses(Y2026, (1, Cast::default()), (100, ayes(100)));
	assert_eq!((silent.approval(), silent.support()), (600_000_000, 600_000_000));
}

#[test]
fn a_majority_is_more_than_half_of_each_house() {
	let majority = |cast| houses(Y2026, (100, cast), (100, ayes(1))).each_has_a_majority();
	assert!(!majority(Cast::default()));
	assert!(!majority(both(10, 10)));
	assert!(!majority(nays(1)));
	assert!(majority(both(11, 10)));
	assert!(majority(ayes(1)));
}

#[test]
fn two_thirds_are_reached_to_the_unit() {
	// In 2028 only the community counts.
	let community = |cast| houses(Y2028, (0, Cast::default()), (SUPPLY, cast)).approval();
	let third = SUPPLY / 3;
	assert_eq!(community(both(2 * third, third)), 666_666_666);
	assert_eq!(community(both(2 * third - 1, third + 1)), 666_666_666);
	assert_eq!(community(both(2 * third + 1, third - 1)), 666_666_666);
	assert_eq!(community(both(2 * third + BTT, third - BTT)), 666_666_671);
	assert_eq!(community(both(2 * third - BTT, third + BTT)), 666_666_661);

	let reaches = |cast| houses(Y2028, (0, Cast::default()), (SUPPLY, cast)).approval_is_at_least(2, 3);
	assert!(reaches(both(2 * third, third)));
	assert!(!reaches(both(2 * third - 1, third + 1)));
	assert!(!reaches(Cast::default()));
}

#[test]
fn what_both_houses_round_away_adds_up() {
	// 0.4 · 1/3 + 0.6 · 7/9 = 0.6 exactly, though neither part is a number of billionths.
	let thirds = houses(Y2026, (90, both(30, 60)), (90, both(70, 20)));
	assert_eq!(thirds.approval(), 600_000_000);
}

#[test]
fn the_largest_numbers_do_not_overflow() {
	let most = Cast { ayes: u128::MAX, nays: u128::MAX, raw_ayes: u128::MAX, raw_nays: u128::MAX };
	let house = House { weight: u32::MAX, eligible: u128::MAX, cast: most };
	let largest = Houses { institutional: house, community: house, quorum: u32::MAX };
	assert_eq!((largest.approval(), largest.support()), (WHOLE, WHOLE));
	let smallest = Houses { institutional: House { cast: nays(1), ..house }, community: house, quorum: 0 };
	assert_eq!(smallest.approval(), WHOLE);
}

#[test]
fn opponents_that_vote_with_less_conviction_can_complete_a_quorum() {
	// One part in a hundred in favour with sixfold conviction: a fifth of the quorum.
	let few = Cast { ayes: 60, raw_ayes: 10, ..Cast::default() };
	let community = |cast| houses(Y2028, (0, Cast::default()), (1_000, cast)).approval();
	assert_eq!(community(few), 200_000_000);
	// Four parts against without conviction complete it, and weigh less than they number.
	assert_eq!(community(Cast { nays: 40, raw_nays: 40, ..few }), 600_000_000);
	// With as much conviction as those in favour they cannot.
	assert_eq!(community(Cast { nays: 240, raw_nays: 40, ..few }), 200_000_000);
}

fn amount() -> impl Strategy<Value = Balance> {
	prop_oneof![0..100u128, 0..=SUPPLY, 0..=u128::MAX / 8]
}

fn cast() -> impl Strategy<Value = Cast> {
	(amount(), amount(), amount(), amount()).prop_map(|(ayes, nays, raw_ayes, raw_nays)| Cast {
		ayes,
		nays,
		raw_ayes,
		raw_nays,
	})
}

/// Votes of which each token counts once.
fn plain() -> impl Strategy<Value = Cast> {
	(amount(), amount()).prop_map(|(in_favour, against)| both(in_favour, against))
}

fn moment() -> impl Strategy<Value = Moment> {
	prop_oneof![TGE - 10..TGE + 10, TGE..Y2028, Y2028 - 1_000..Y2028 + 1_000, any::<u64>()]
}

fn any_houses<S: Strategy<Value = Cast>>(cast: fn() -> S) -> impl Strategy<Value = Houses> {
	(moment(), (amount(), cast()), (amount(), cast()), prop_oneof![Just(QUORUM), 0..=WHOLE])
		.prop_map(|(now, institutional, community, quorum)| Houses { quorum, ..houses(now, institutional, community) })
}

/// `house` with more votes in one direction, each token of them counting `factor` times.
fn more(house: House, aye: bool, tokens: Balance, factor: Balance) -> House {
	let mut cast = house.cast;
	let (votes, raw) = if aye { (&mut cast.ayes, &mut cast.raw_ayes) } else { (&mut cast.nays, &mut cast.raw_nays) };
	*votes = votes.saturating_add(tokens.saturating_mul(factor));
	*raw = raw.saturating_add(tokens);
	House { cast, ..house }
}

/// The approval as SPEC §8 writes it, over one denominator: whether it is at least `parts` billionths.
fn is_at_least(houses: &Houses, parts: u32) -> bool {
	let big = |number: u128| BigUint::from(number);
	let (mut institutional, mut community) = (houses.institutional, houses.community);
	match (institutional.eligible, community.eligible) {
		(0, _) => (institutional.weight, community.weight) = (0, WHOLE),
		(_, 0) => (institutional.weight, community.weight) = (WHOLE, 0),
		_ => (),
	}
	// (w · min(t · 10^9, e · q) · ayes, e · q · (ayes + nays)) of each house.
	let part = |house: House| {
		let cast = house.cast;
		let voted = big(cast.raw_ayes).add(&big(cast.raw_nays)).mul(&big(WHOLE.into()));
		let full = big(house.eligible).mul(&big(houses.quorum.into()));
		if house.eligible == 0 || cast.ayes == 0 {
			return (big(0), big(1));
		}
		let (turnout, full) = if voted >= full { (big(1), big(1)) } else { (voted, full) };
		(turnout.mul(&big(house.weight.into())).mul(&big(cast.ayes)), full.mul(&big(cast.ayes).add(&big(cast.nays))))
	};
	let ((a, b), (c, d)) = (part(institutional), part(community));
	let sum = a.mul(&d).add(&c.mul(&b));
	sum >= b.mul(&d).mul(&big(parts.into()))
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(2_000))]

	#[test]
	fn approval_is_what_the_formula_says_rounded_down(houses in any_houses(cast)) {
		let approval = houses.approval();
		prop_assert!(approval <= WHOLE);
		prop_assert!(is_at_least(&houses, approval));
		prop_assert!(approval == WHOLE || !is_at_least(&houses, approval + 1));
		prop_assert!(houses.approval_is_at_least(approval, WHOLE));
		prop_assert!(approval == WHOLE || !houses.approval_is_at_least(approval + 1, WHOLE));
	}

	#[test]
	fn a_house_contributes_its_weight_at_most(houses in any_houses(cast)) {
		let silent = |house: House| House { cast: Cast::default(), ..house };
		if houses.institutional.eligible > 0 && houses.community.eligible > 0 {
			let institutions = Houses { community: silent(houses.community), ..houses };
			prop_assert!(institutions.approval() <= houses.institutional.weight);
			prop_assert!(institutions.support() <= houses.institutional.weight);
			let community = Houses { institutional: silent(houses.institutional), ..houses };
			prop_assert!(community.approval() <= houses.community.weight);
			prop_assert!(community.support() <= houses.community.weight);
			let sum = institutions.approval() + community.approval();
			prop_assert!(houses.approval() == sum || houses.approval() == sum + 1);
		}
	}

	#[test]
	fn a_vote_in_favour_never_lowers_a_result(
		before in any_houses(cast),
		institutional: bool,
		tokens in amount(),
		factor in 1..=6u128,
	) {
		let mut after = before;
		if institutional {
			after.institutional = more(after.institutional, true, tokens, 1);
		} else {
			after.community = more(after.community, true, tokens, factor);
		}
		prop_assert!(after.approval() >= before.approval());
		prop_assert!(after.support() >= before.support());
	}

	#[test]
	fn a_vote_against_never_raises_a_result_of_plain_votes(
		before in any_houses(plain),
		institutional: bool,
		tokens in amount(),
		factor in 1..=6u128,
	) {
		let mut after = before;
		if institutional {
			after.institutional = more(after.institutional, false, tokens, 1);
		} else {
			after.community = more(after.community, false, tokens, factor);
		}
		prop_assert!(after.approval() <= before.approval());
		prop_assert!(after.support() <= before.support());
	}

	#[test]
	fn a_vote_against_never_raises_the_result_of_a_house_at_its_quorum(
		before in any_houses(cast),
		tokens in amount(),
		factor in 1..=6u128,
	) {
		let mut before = before;
		before.quorum = before.quorum.min(WHOLE);
		before.community.cast.raw_ayes = before.community.cast.raw_ayes.max(before.community.eligible);
		let after = Houses { community: more(before.community, false, tokens, factor), ..before };
		prop_assert!(after.approval() <= before.approval());
	}

	#[test]
	fn the_hand_over_never_goes_back(one in moment(), other in moment()) {
		let (earlier, later) = (one.min(other), one.max(other));
		prop_assert!(institutional_weight(TGE, later) <= institutional_weight(TGE, earlier));
		prop_assert!(institutional_weight(TGE, earlier) <= FIRST_INSTITUTIONAL_WEIGHT);
	}

	#[test]
	fn with_time_the_result_moves_towards_that_of_the_community(
		one in moment(),
		other in moment(),
		institutional in (1..=SUPPLY, plain()),
		community in (1..=SUPPLY, plain()),
	) {
		let (earlier, later) = (one.min(other), one.max(other));
		// Whichever house approves more, the result moves towards the community's.
		let community_alone = houses(Y2028, (0, Cast::default()), community).approval();
		let (before, after) =
			(houses(earlier, institutional, community).approval(), houses(later, institutional, community).approval());
		prop_assert!(after.abs_diff(community_alone) <= before.abs_diff(community_alone) + 1);
	}
}
