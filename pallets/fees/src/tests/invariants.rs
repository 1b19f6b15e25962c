//! What holds for whatever fees, tips, tiers, refunds and splits.

use super::*;
use crate::{
	types::{discounted, discounted_details, waived},
	Efficiency, Usage,
};
use btt_math::shares::pro_rata;
use btt_primitives::fees::PremiumAccess;
use frame_support::dispatch::Pays;
use pallet_transaction_payment::{FeeDetails, InclusionFee};
use proptest::prelude::*;
use sp_runtime::{traits::Dispatchable, FixedU128, StateVersion::V1};

fn cases(cases: u32) -> ProptestConfig {
	ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases) }
}

/// Four parts of a whole, among them none and all.
fn split() -> impl Strategy<Value = FeeSplit> {
	let cut = || prop_oneof![8 => 0..=1_000_000_000u32, 1 => Just(0), 1 => Just(1_000_000_000)];
	[cut(), cut(), cut()].prop_map(|mut cuts| {
		cuts.sort();
		let part = Perbill::from_parts;
		FeeSplit {
			development: part(cuts[0]),
			burn: part(cuts[1] - cuts[0]),
			author: part(cuts[2] - cuts[1]),
			stakers: part(1_000_000_000 - cuts[2]),
		}
	})
}

fn tier() -> impl Strategy<Value = Tier> {
	proptest::sample::select(vec![Tier::None, Tier::First, Tier::Second, Tier::Third, Tier::Fourth])
}

fn pays() -> impl Strategy<Value = Pays> {
	prop_oneof![9 => Just(Pays::Yes), 1 => Just(Pays::No)]
}

fn tx() -> impl Strategy<Value = Tx> {
	let weight = || prop_oneof![4 => 0..2_000_000_000u64, 1 => 0..1_000u64, 1 => Just(0)];
	let tip = prop_oneof![2 => Just(0), 2 => 0..1_000u128, 3 => 0..100 * BTT];
	(weight(), weight(), tip, 0..5_000u32, pays(), pays()).prop_map(|(weight, other, tip, len, pays, pays_after)| {
		let (weight, actual) = (weight.max(other), weight.min(other));
		Tx { weight, actual, tip, len, pays, pays_after }
	})
}

fn discount() -> impl Strategy<Value = Discount> {
	(tier(), any::<bool>()).prop_map(|(tier, premium)| Discount::new(tier, premium))
}

fn units() -> impl Strategy<Value = Balance> {
	prop_oneof![0..100u128, 0..BTT, 0..210_000_000 * BTT, any::<Balance>()]
}

/// How a payer fares while its transaction runs.
#[derive(Clone, Copy, Debug)]
enum Fate {
	Stays,
	Changes(Tier),
	Gives(Balance),
	Dies,
}

fn fate() -> impl Strategy<Value = Fate> {
	prop_oneof![
		4 => Just(Fate::Stays),
		2 => tier().prop_map(Fate::Changes),
		2 => (1..BTT).prop_map(Fate::Gives),
		1 => Just(Fate::Dies),
	]
}

proptest! {
	#![proptest_config(cases(2_000))]

	#[test]
	fn what_a_payer_loses_is_what_the_others_get_to_the_unit(
		split in split(),
		tier in tier(),
		paid in any::<bool>(),
		staked in any::<bool>(),
		tx in tx(),
		fate in fate(),
		room in prop_oneof![Just(Balance::MAX), 0..BTT / 1_000],
		endowment in prop_oneof![3 => Just(1_000 * BTT), 1 => 0..BTT / 50],
		factor in 25..=100u32,
	) {
		ExtBuilder::default().build_and_execute(|| {
			assert_ok!(Fees::set_fee_split(by(GOVERNANCE), split));
			crate::BaseFeeFactor::<Test>::put(Perbill::from_percent(factor));
			assert_ok!(Balances::transfer_allow_death(by(BOB), NOBODY, ED + endowment));
			set_tier(NOBODY, tier);
			if paid {
				PremiumUntil::<Test>::insert(NOBODY, now() + 1);
			}
			if staked {
				Premium::set(vec![NOBODY]);
			}
			BurnRoom::set(room);
			let discount = Fees::discount_of(&NOBODY);
			prop_assert_eq!(discount.premium, Fees::is_premium(&NOBODY));
			prop_assert_eq!(discount.part, Discount::new(tier, paid).part);

			let (full, full_actual) = (tx.fee(), tx.actual_fee());
			let estimated = Fees::discounted(&NOBODY, full) + tx.tip;
			let corrected = Fees::discounted(&NOBODY, full_actual);
			let (before, count) = (free(NOBODY), crate::CurrentUsage::<Test>::get().count);
			let root = sp_io::storage::root(V1);
			let mut given = 0;
			let result = tx.run(NOBODY, || {
				assert_eq!(before - free(NOBODY), estimated, "what was estimated was not withdrawn");
				match fate {
					Fate::Stays => (),
					Fate::Changes(tier) => set_tier(NOBODY, tier),
					Fate::Gives(amount) => {
						given = amount.min(free(NOBODY) - ED);
						assert_ok!(Balances::transfer_keep_alive(by(NOBODY), BOB, given));
					}
					Fate::Dies => {
						given = free(NOBODY);
						assert_ok!(Balances::transfer_all(by(NOBODY), BOB, false));
					}
				}
			});
			prop_assert_eq!(result.is_ok(), estimated <= endowment, "who can pay may, and nobody else");
			if result.is_err() {
				prop_assert_eq!(sp_io::storage::root(V1), root, "a transaction that was not paid changed something");
				return Ok(());
			}

			let lost = before - free(NOBODY) - given;
			let expected = if matches!(fate, Fate::Dies) { estimated - tx.tip } else { corrected };
			prop_assert_eq!(lost, expected + tx.tip, "the refund is not exact");
			let [burned, author, stakers, fund] = handed_out();
			prop_assert_eq!(burned + author + stakers + fund, lost);
			let part = |part: Perbill| pro_rata(expected, part.deconstruct().into(), 1_000_000_000).unwrap();
			prop_assert_eq!(author, part(split.author) + tx.tip);
			prop_assert_eq!(stakers, part(split.stakers));
			prop_assert_eq!(burned, part(split.burn).min(room));
			prop_assert_eq!(free(Fees::fund()), ED + fund);

			if estimated > 0 {
				prop_assert_eq!(last_event(), Event::FeePaid {
					who: NOBODY,
					fee: expected,
					tip: tx.tip,
					discount: full_actual - corrected,
					tier: discount.tier,
					premium: discount.premium,
				});
			}
			prop_assert_eq!(crate::CurrentUsage::<Test>::get().count - count, u32::from(expected > 0));
			Ok(())
		})?;
	}

	#[test]
	fn every_fee_is_split_to_the_unit(split in split(), amounts in proptest::collection::vec(0..BTT, 1..20)) {
		ExtBuilder::default().build_and_execute(|| {
			assert_ok!(Fees::set_fee_split(by(GOVERNANCE), split));
			for amount in &amounts {
				let before = handed_out();
				Fees::pay_fees(fees(*amount));
				let parts: Vec<_> = handed_out().into_iter().zip(before).map(|(now, before)| now - before).collect();
				let part = |part: Perbill| pro_rata(*amount, part.deconstruct().into(), 1_000_000_000).unwrap();
				prop_assert_eq!(&parts[..3], [part(split.burn), part(split.author), part(split.stakers)]);
				prop_assert_eq!(parts.iter().sum::<Balance>(), *amount);
				prop_assert!(parts[3] - part(split.development) <= 3);
			}
			Ok(())
		})?;
	}

	#[test]
	fn a_discounted_fee_grows_with_the_fee_and_its_parts_add_up(
		discount in discount(),
		parts in [units(), units(), units()],
		tip in units(),
	) {
		let [base_fee, len_fee, adjusted_weight_fee] = parts.map(|part| part / 3);
		let whole = base_fee + len_fee + adjusted_weight_fee;
		let due = discounted(&discount, whole);
		prop_assert_eq!(due + waived(&discount, whole), whole);
		prop_assert!(discounted(&discount, whole - base_fee) <= due);
		let exact = pro_rata(whole, u128::from(1_000_000 - discount.part.deconstruct()), 1_000_000).unwrap();
		prop_assert!(due == exact || due == exact + 1);

		let inclusion_fee = Some(InclusionFee { base_fee, len_fee, adjusted_weight_fee });
		let left = discounted_details(&discount, FeeDetails { inclusion_fee, tip });
		prop_assert_eq!(left.tip, tip);
		let left = left.inclusion_fee.unwrap();
		prop_assert_eq!(left.base_fee + left.len_fee + left.adjusted_weight_fee, due);
		prop_assert!(left.base_fee <= base_fee && left.len_fee <= len_fee);
		prop_assert!(left.adjusted_weight_fee <= adjusted_weight_fee);
	}

	#[test]
	fn the_average_stays_between_what_it_was_and_the_day(
		before in any::<u32>(),
		count in any::<u32>(),
		idle in 0..2_000u64,
	) {
		let mut usage = Usage { day: 1, count, average: FixedU128::from_u32(before) };
		prop_assert!(usage.advance(2));
		let (low, high) = (before.min(count), before.max(count));
		let slack = FixedU128::from_inner(1);
		prop_assert!(usage.average <= FixedU128::from_u32(high));
		prop_assert!(usage.average + slack >= FixedU128::from_u32(low));
		let busy = usage.average;
		let mut usage = Usage { day: 1, count, average: FixedU128::from_u32(before) };
		prop_assert!(usage.advance(2 + idle));
		prop_assert!(usage.average <= busy);
	}

	#[test]
	fn the_factor_falls_with_usage_and_what_all_pay_does_not(
		reference in 100..=100_000_000u32,
		share in 0..=1_000_000_000u32,
		usage in any::<[u32; 2]>(),
	) {
		let rule = Efficiency { reference, share: Perbill::from_parts(share) };
		let [less, more] = [usage[0].min(usage[1]), usage[0].max(usage[1])];
		let [of_less, of_more] = [less, more].map(|usage| rule.factor(FixedU128::from_u32(usage)).deconstruct());
		prop_assert!((250_000_000..=of_less).contains(&of_more) && of_less <= 1_000_000_000);
		prop_assert!(less > reference || of_less == 1_000_000_000);
		// Rounding moves a factor by less than a part in 10^9.
		prop_assert!(u64::from(more) * u64::from(of_more + 2) >= u64::from(less) * u64::from(of_less));
	}
}

#[derive(Clone, Debug)]
enum Op {
	Pay(AccountId, Tx),
	Fees(Balance),
	Tip(Balance),
	Buy(AccountId, u32),
	Forget(AccountId),
	Spend(AccountId, Balance),
	Split(FeeSplit),
	Price(Balance),
	Rule(u32, u32),
	Tier(AccountId, Tier),
	Rotate(AccountId, AccountId),
	Give(AccountId, Balance),
	Wait(u64),
}

fn somebody() -> impl Strategy<Value = AccountId> {
	proptest::sample::select(vec![ALICE, BOB, NOBODY])
}

fn op() -> impl Strategy<Value = Op> {
	let amount = || prop_oneof![0..3u128, 0..ED * 3, 0..200 * BTT];
	prop_oneof![
		8 => (somebody(), tx()).prop_map(|(who, tx)| Op::Pay(who, tx)),
		2 => amount().prop_map(Op::Fees),
		1 => amount().prop_map(Op::Tip),
		3 => (somebody(), 0..14u32).prop_map(|(who, periods)| Op::Buy(who, periods)),
		1 => somebody().prop_map(Op::Forget),
		3 => (somebody(), amount()).prop_map(|(who, amount)| Op::Spend(who, amount)),
		1 => split().prop_map(Op::Split),
		1 => (0..20_000u128).prop_map(|price| Op::Price(price * BTT)),
		1 => (0..200_000_000u32, 0..=1_000_000_000u32).prop_map(|(reference, share)| Op::Rule(reference, share)),
		2 => (somebody(), tier()).prop_map(|(who, tier)| Op::Tier(who, tier)),
		1 => (somebody(), somebody()).prop_map(|(from, to)| Op::Rotate(from, to)),
		2 => (somebody(), amount()).prop_map(|(who, amount)| Op::Give(who, amount)),
		3 => prop_oneof![1..DAY * 3, DAY..DAY * 100].prop_map(Op::Wait),
	]
}

/// A call that may fail, but then changes nothing.
fn try_call(who: AccountId, call: impl Into<RuntimeCall>) -> bool {
	let root = sp_io::storage::root(V1);
	let done = call.into().dispatch(by(who)).is_ok();
	assert!(done || sp_io::storage::root(V1) == root, "a call that failed changed something");
	done
}

proptest! {
	#![proptest_config(cases(1_000))]

	#[test]
	fn the_fund_holds_what_it_received_less_what_was_spent(
		founded in any::<bool>(),
		ops in proptest::collection::vec(op(), 1..40),
	) {
		ExtBuilder::default().founder(founded.then_some(FOUNDER)).build_and_execute(|| {
			let mut gifts = if founded { ED } else { 0 };
			for op in ops {
				match op {
					Op::Pay(who, tx) => {
						let _ = tx.run(who, || ());
					}
					Op::Fees(amount) => Fees::pay_fees(fees(amount)),
					Op::Tip(amount) => Fees::pay_tip(fees(amount)),
					Op::Buy(who, periods) => {
						try_call(who, crate::Call::buy_premium { periods, limit: Balance::MAX });
					}
					Op::Forget(who) => {
						try_call(BOB, crate::Call::forget_premium { who });
					}
					Op::Spend(beneficiary, amount) => {
						let reason = b"a grant".to_vec().try_into().unwrap();
						try_call(ALLOCATION, crate::Call::spend { beneficiary, amount, reason });
					}
					Op::Split(split) => {
						assert!(try_call(GOVERNANCE, crate::Call::set_fee_split { split }));
					}
					Op::Price(price) => {
						try_call(GOVERNANCE, crate::Call::set_premium_price { price });
					}
					Op::Rule(reference, share) => {
						let share = Perbill::from_parts(share);
						try_call(GOVERNANCE, crate::Call::set_efficiency { reference, share });
					}
					Op::Tier(who, tier) => set_tier(who, tier),
					Op::Rotate(from, to) => {
						assert_ok!(<Fees as btt_primitives::vesting::OnRotate<_>>::on_rotate(&from, &to));
					}
					Op::Give(who, value) => {
						let dest = Fees::fund();
						if try_call(who, pallet_balances::Call::transfer_keep_alive { dest, value }) {
							gifts += value;
						}
					}
					Op::Wait(ms) => pass(ms),
				}
				check_state();
				let ledger = FundLedger::<Test>::get();
				assert_eq!(free(Fees::fund()), gifts + ledger.received - ledger.spent);
			}
		});
	}
}
