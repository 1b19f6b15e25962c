//! That nobody avoids anything by splitting transfers of assets.

use super::*;
use frame_support::{traits::Hooks, weights::Weight};
use proptest::prelude::*;

/// A transfer of assets: when, in ms after the token generation event, and of which value.
type Transfer = (Moment, Balance);

/// Make the transfers of `history` and then those of `parts`, and return what the parts burn.
///
/// If `tidy`, windows are forgotten and swept away whenever they can be.
fn due(policy: Policy, history: &[Transfer], parts: &[Transfer], tidy: bool) -> Balance {
	let mut due = 0;
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Burn::set_policy(by(GOVERNANCE), policy));
		for (number, (at, value)) in history.iter().chain(parts).enumerate() {
			set_time(TGE + at);
			if tidy {
				let _ = Burn::forget_window(by(BOB), ALICE);
				Burn::on_idle(1, Weight::MAX);
			}
			let burned = transfer_assets(ALICE, *value);
			if number >= history.len() {
				due += burned;
			}
		}
	});
	due
}

/// Anything from some units to several thresholds.
fn value() -> impl Strategy<Value = Balance> {
	prop_oneof![
		1 => 0..=3u128,
		4 => (0..=300_000u128, 0..=999u128).prop_map(|(btt, units)| btt * BTT + units),
	]
}

fn policy() -> impl Strategy<Value = Policy> {
	let rate = prop_oneof![3 => 1..=10_000u32, 1 => Just(1_000), 1 => Just(0)].prop_map(Permill::from_parts);
	let threshold =
		prop_oneof![Just(100_000 * BTT), (1_000..=400_000u128, 0..=999u128).prop_map(|(btt, units)| btt * BTT + units)];
	(rate, threshold).prop_map(|(rate, threshold)| Policy::HighValueTransfer { rate, threshold })
}

/// Any instant of 24 hours, the first and the last of them often.
fn of_a_day() -> impl Strategy<Value = Moment> {
	prop_oneof![3 => 0..=DAY, 1 => Just(0), 1 => Just(DAY)]
}

/// Transfers in their order, the last of them before `until`.
fn transfers(most: usize, until: Moment) -> impl Strategy<Value = Vec<Transfer>> {
	prop::collection::vec((0..=until, value()), 0..=most).prop_map(|mut transfers| {
		transfers.sort();
		transfers
	})
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(2_000))]

	/// **Theorem.** Whatever an identity transferred before, and however it splits a transfer over 24 hours, the parts
	/// burn
	///
	/// - at least what the whole burns in one piece at the end of these hours, so splitting never avoids anything;
	/// - at most what it burns in one piece at their beginning, and one unit (10^-18 BTT) for each further part, so
	///   nobody pays twice.
	///
	/// Forgetting and sweeping windows in between makes no difference.
	#[test]
	fn splitting_a_transfer_never_burns_less(
		policy in policy(),
		history in transfers(8, 60 * HOUR),
		pause in 0..=30 * HOUR,
		parts in prop::collection::vec((of_a_day(), value()), 1..=6),
	) {
		let begin = history.last().map_or(0, |(at, _)| *at) + pause;
		let mut parts: Vec<_> = parts.into_iter().map(|(at, value)| (begin + at, value)).collect();
		parts.sort();
		let whole: Balance = parts.iter().map(|(_, value)| value).sum();
		let (first, last) = (parts[0].0, parts[parts.len() - 1].0);

		let split = due(policy, &history, &parts, false);
		prop_assert!(split >= due(policy, &history, &[(last, whole)], false));
		prop_assert!(split < due(policy, &history, &[(first, whole)], false) + parts.len() as Balance);
		prop_assert_eq!(split, due(policy, &history, &parts, true));
	}

	/// What a transfer burns, and what counts, is what the rule says: the rate of what lies beyond the threshold and did
	/// not before, with everything that was transferred in this hour and in the 24 before it.
	#[test]
	fn a_window_counts_what_it_should(policy in policy(), transfers in transfers(20, 80 * HOUR)) {
		let Policy::HighValueTransfer { rate, threshold } = policy else { unreachable!() };
		ExtBuilder::default().build_and_execute(|| {
			assert_ok!(Burn::set_policy(by(GOVERNANCE), policy));
			for (number, (at, value)) in transfers.iter().enumerate() {
				let counts = |(then, _): &&Transfer| at / HOUR - then / HOUR <= 24;
				let before: Balance = transfers[..number].iter().filter(counts).map(|(_, value)| value).sum();
				let beyond = |sum: Balance| u128::from(rate.deconstruct()) * sum.saturating_sub(threshold);
				let due = (beyond(before + value) - beyond(before)).div_ceil(1_000_000);

				set_time(TGE + at);
				assert_eq!(transfer_assets(ALICE, *value), due);
				let counted = Windows::<Test>::get(ALICE).map_or(0, |window| window.sum(TGE + at));
				assert_eq!(counted, before + value);
				check_state();
			}
		});
	}
}
