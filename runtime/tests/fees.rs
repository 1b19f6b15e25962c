//! From what somebody pays to where it goes: fees and discounts, burns, premium access, the development fund.

mod common;

use btt_primitives::{
	burn::{BurnReason, BurnSink},
	fees::{FeeSplit, PremiumAccess},
	staking::{Role, Tier},
	Allocation, Balance, BTT, DAY, EXISTENTIAL_DEPOSIT, HOUR, TOTAL_SUPPLY,
};
use btt_runtime::{
	configs::monetary::{MaximumMultiplier, MinimumMultiplier},
	impls::Pots,
	AccountId, Balances, BttStaking, Burn, Fees, Runtime, RuntimeCall, RuntimeEvent, System, UncheckedExtrinsic,
};
use codec::Encode;
use common::*;
use frame_support::{
	assert_ok,
	dispatch::DispatchClass,
	traits::{
		fungible::Balanced,
		tokens::{Fortitude::Polite, Precision::Exact, Preservation::Preserve},
		Contains,
	},
	weights::Weight,
};
use frame_system::{BlockWeight, ConsumedWeight};
use pallet_btt_fees::{BaseFeeFactor, CurrentUsage, Fund, FundLedger, PremiumUntil};
use pallet_transaction_payment::{FeeDetails, Multiplier, NextFeeMultiplier};
use pallet_transaction_payment_rpc_runtime_api::runtime_decl_for_transaction_payment_api::TransactionPaymentApi;
use sp_keyring::Sr25519Keyring::Bob;
use sp_runtime::{
	traits::{Convert, Hash},
	DispatchError, FixedPointNumber, Perbill, Permill,
};

/// What policies burn in a year at most (SPEC §6).
const CEILING: Balance = 4_200_000 * BTT;

/// A chain in autumn 2025, when there is room for somebody rich: Grace. Heidi and Ivan have little.
fn chain() -> Chain {
	let mut config = genesis(300 * DAY);
	let endowments = [("Eve", 60_000), ("Ferdie", 30_000), ("Grace", 5_000_000), ("Heidi", 10), ("Ivan", 10)];
	for (name, btt) in endowments {
		endow(&mut config, &actor(name).id, btt * BTT);
	}
	Chain::new(config)
}

fn give(to: &str, value: Balance) -> RuntimeCall {
	pallet_balances::Call::transfer_keep_alive { dest: actor(to).id.into(), value }.into()
}

fn give_all(to: &str) -> RuntimeCall {
	pallet_balances::Call::transfer_all { dest: actor(to).id.into(), keep_alive: false }.into()
}

/// Three calls, of which only the first is made if it succeeds, and none if it does not.
fn batch(first: RuntimeCall) -> RuntimeCall {
	let too_much = give("Bob", TOTAL_SUPPLY);
	pallet_utility::Call::batch { calls: vec![first, too_much.clone(), too_much] }.into()
}

fn has(chain: &mut Chain, who: &AccountId) -> Balance {
	chain.state(|| total(who))
}

/// Where what was paid is, in units.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Books {
	burned: [Balance; 7],
	/// In the pot of rewards.
	rewards: Balance,
	/// In the development fund.
	fund: Balance,
}

impl Books {
	fn burned_for(&self, reason: BurnReason) -> Balance {
		BurnReason::ALL.iter().zip(self.burned).find(|(other, _)| **other == reason).expect("all are there").1
	}

	/// What was burned for `reason` since.
	fn since(&self, before: &Self, reason: BurnReason) -> Balance {
		self.burned_for(reason) - before.burned_for(reason)
	}
}

/// The books, which explain all that is missing of the supply.
fn books(chain: &mut Chain) -> Books {
	chain.state(|| {
		let burned = Burn::burned_by_reason();
		assert_eq!(burned.other, 0);
		let burned = burned.reasons.map(|(_, amount)| amount);
		assert_eq!(Balances::total_issuance() + burned.iter().sum::<Balance>(), TOTAL_SUPPLY);
		let Fund { received, spent } = FundLedger::<Runtime>::get();
		let fund = total(&Fees::fund());
		assert_eq!(fund, EXISTENTIAL_DEPOSIT + received - spent);
		Books { burned, rewards: total(&BttStaking::pot()), fund }
	})
}

/// What `fees.FeePaid` tells.
#[derive(Clone, Debug, PartialEq)]
struct Paid {
	who: AccountId,
	fee: Balance,
	tip: Balance,
	discount: Balance,
	tier: Tier,
	premium: bool,
}

fn paid(chain: &mut Chain) -> Vec<Paid> {
	let ours = |event| match event {
		RuntimeEvent::Fees(pallet_btt_fees::Event::FeePaid { who, fee, tip, discount, tier, premium }) => {
			Some(Paid { who, fee, tip, discount, tier, premium })
		}
		_ => None,
	};
	chain.events().into_iter().filter_map(ours).collect()
}

/// What the only transaction of the newest block paid.
fn only_paid(chain: &mut Chain) -> Paid {
	let mut paid = paid(chain);
	assert_eq!(paid.len(), 1);
	paid.remove(0)
}

fn happened(chain: &mut Chain, event: impl Into<RuntimeEvent>) -> bool {
	chain.events().contains(&event.into())
}

/// What clients are told that a transaction costs beside its tip; the sum and its parts agree.
fn announced(chain: &mut Chain, transaction: &UncheckedExtrinsic) -> Balance {
	let details = details(chain, transaction);
	let length = transaction.encoded_size() as u32;
	let fee = chain.state(|| Runtime::query_info(transaction.clone(), length).partial_fee);
	assert_eq!(details.final_fee(), fee);
	fee
}

fn details(chain: &mut Chain, transaction: &UncheckedExtrinsic) -> FeeDetails<Balance> {
	let length = transaction.encoded_size() as u32;
	chain.state(|| Runtime::query_fee_details(transaction.clone(), length))
}

fn error<E: Into<DispatchError>>(error: E) -> Result<(), DispatchError> {
	Err(error.into())
}

/// Burn what somebody has as a policy does.
fn burn_for(reason: BurnReason, who: &str, amount: Balance) -> Balance {
	let tokens = <Balances as Balanced<AccountId>>::withdraw(&actor(who).id, amount, Exact, Preserve, Polite);
	<Burn as BurnSink<_>>::burn(reason, tokens.expect("there is enough"))
}

#[test]
fn a_fee_is_split_in_four_to_the_unit_and_the_tip_is_the_authors() {
	let mut chain = chain();
	let (ferdie, charlie) = (actor("Ferdie"), actor("Charlie").id);
	let tip = 7 * BTT + 3;
	let transaction = chain.sign_with_tip(&ferdie, give("Bob", BTT), tip);
	let (before, had) = (books(&mut chain), has(&mut chain, &ferdie.id));
	let (author, time) = (chain.seat(&charlie).expect("he validates"), chain.head().after(SLOT));
	assert_eq!(chain.block_by(author, time, vec![transaction]), [Ok(())]);

	let Paid { fee, .. } = only_paid(&mut chain);
	let who = ferdie.id.clone();
	assert_eq!(only_paid(&mut chain), Paid { who, fee, tip, discount: 0, tier: Tier::None, premium: false });
	assert_eq!(had - has(&mut chain, &ferdie.id), BTT + fee + tip);
	let part = fee / 5;
	assert_ne!(part * 5, fee, "something is left over by rounding");
	let after = books(&mut chain);
	assert_eq!(after.since(&before, BurnReason::Fees), part);
	assert_eq!(after.rewards - before.rewards, 2 * part + tip);
	assert_eq!(after.fund - before.fund, fee - 3 * part);
	let amount = part + tip;
	assert!(happened(&mut chain, pallet_btt_burn::Event::Burned { reason: BurnReason::Fees, amount: part }));
	let rewarded = pallet_btt_staking::Event::AuthorRewarded { author: charlie, amount, commission: amount / 10 };
	assert!(happened(&mut chain, rewarded));
	assert!(happened(&mut chain, pallet_btt_staking::Event::StakersRewarded { amount: part }));
}

#[test]
fn a_split_that_a_referendum_decides_takes_effect_if_it_is_whole() {
	let mut chain = chain();
	let parts = |development, burn, author, stakers| FeeSplit {
		development: Perbill::from_parts(development),
		burn: Perbill::from_parts(burn),
		author: Perbill::from_parts(author),
		stakers: Perbill::from_parts(stakers),
	};
	let set = |split| RuntimeCall::from(pallet_btt_fees::Call::set_fee_split { split });
	let split = parts(100_000_001, 333_333_333, 266_666_666, 300_000_000);
	assert_eq!(chain.send(&actor("Alice"), set(split)), Err(DispatchError::BadOrigin));
	for bad in [parts(100_000_000, 333_333_333, 266_666_666, 300_000_000), parts(1_000_000_000, 1, 0, 0)] {
		assert_eq!(chain.decide(set(bad)), error(pallet_btt_fees::Error::<Runtime>::NotWhole));
	}
	chain.state(|| assert_eq!(pallet_btt_fees::Split::<Runtime>::get(), FeeSplit::default()));
	assert_ok!(chain.decide(set(split)));

	for (split, burn, author, stakers) in [
		(split, 333_333_333, 266_666_666, 300_000_000),
		(parts(0, 1_000_000_000, 0, 0), 1_000_000_000, 0, 0),
		(parts(1_000_000_000, 0, 0, 0), 0, 0, 0),
	] {
		assert_ok!(chain.decide(set(split)));
		let before = books(&mut chain);
		assert_ok!(chain.send(&actor("Ferdie"), give("Bob", BTT)));
		let (Paid { fee, .. }, after) = (only_paid(&mut chain), books(&mut chain));
		let part = |share: Balance| fee * share / 1_000_000_000;
		assert_eq!(after.since(&before, BurnReason::Fees), part(burn));
		assert_eq!(after.rewards - before.rewards, part(author) + part(stakers));
		assert_eq!(after.fund - before.fund, fee - part(burn) - part(author) - part(stakers));
	}
}

#[test]
fn fees_fall_as_stake_matures_and_clients_are_told_to_the_unit() {
	let mut chain = chain();
	let ferdie = actor("Ferdie");
	let pay = |chain: &mut Chain| {
		let transaction = chain.sign_with_tip(&ferdie, give("Bob", BTT), 5);
		let (announced, had) = (announced(chain, &transaction), has(chain, &ferdie.id));
		assert_eq!(chain.block(vec![transaction]), [Ok(())]);
		let Paid { fee, tip: 5, discount, tier, premium: false, .. } = only_paid(chain) else {
			panic!("the tip was paid, and nobody has premium access")
		};
		assert_eq!(fee, announced);
		assert_eq!(had - has(chain, &ferdie.id), BTT + fee + 5);
		assert_eq!(discount, tier.fee_discount().mul_floor(fee + discount));
		tier
	};
	assert_eq!(pay(&mut chain), Tier::None);

	// What is bonded in the block itself, and just before, lowers nothing.
	let bond = chain.sign(&ferdie, pallet_btt_staking::Call::bond { amount: 20_000 * BTT });
	let transfer = chain.sign_behind(1, &ferdie, give("Bob", BTT));
	assert_eq!(chain.block(vec![bond, transfer]), [Ok(()), Ok(())]);
	for Paid { discount, tier, .. } in paid(&mut chain) {
		assert_eq!((discount, tier), (0, Tier::None));
	}
	assert_eq!(pay(&mut chain), Tier::None);

	let bonded = chain.now();
	for (after, tier) in [
		// 952 BTT have matured,
		(8 * HOUR, Tier::None),
		// 1,071,
		(9 * HOUR, Tier::First),
		// 11,428,
		(4 * DAY, Tier::Second),
		// and all.
		(8 * DAY, Tier::Second),
	] {
		chain.jump(bonded + after);
		assert_eq!(pay(&mut chain), tier, "after {after} ms");
	}
	// What leaves lowers nothing from the next transaction on.
	for (left, tier) in [(10_001, Tier::First), (8_999, Tier::First), (500, Tier::None)] {
		assert_ok!(chain.send(&ferdie, pallet_btt_staking::Call::unbond { amount: left * BTT }));
		assert_eq!(pay(&mut chain), tier, "without {left} BTT");
	}
}

#[test]
fn weight_that_was_not_used_is_refunded_exactly() {
	let mut chain = chain();
	for (name, discount) in [("Alice", 30), ("Ferdie", 0)] {
		let who = actor(name);
		let transaction = chain.sign_with_tip(&who, batch(give("Bob", TOTAL_SUPPLY)), 5);
		let (before, had, announced) =
			(books(&mut chain), has(&mut chain, &who.id), announced(&mut chain, &transaction));
		assert_eq!(chain.block(vec![transaction]), [Ok(())]);
		let paid = only_paid(&mut chain);
		assert!(paid.fee < announced, "nothing of the batch was done");
		assert_eq!(had - has(&mut chain, &who.id), paid.fee + 5);
		let (who, amount) = (who.id, announced + 5);
		assert!(happened(&mut chain, pallet_balances::Event::Withdraw { who: who.clone(), amount }));
		let amount = announced - paid.fee;
		assert!(happened(&mut chain, pallet_balances::Event::Deposit { who: who.clone(), amount }));
		let actual_fee = paid.fee + paid.discount + 5;
		let full = pallet_transaction_payment::Event::TransactionFeePaid { who, actual_fee, tip: 5 };
		assert!(happened(&mut chain, full));
		assert_eq!(paid.discount, Permill::from_percent(discount).mul_floor(paid.fee + paid.discount));
		let after = books(&mut chain);
		let burned = after.since(&before, BurnReason::Fees);
		assert_eq!(burned + (after.rewards - before.rewards) + (after.fund - before.fund), paid.fee + 5);
	}
}

#[test]
fn a_payer_that_its_own_transaction_reaps_gets_no_refund_and_nothing_is_lost() {
	let mut chain = chain();
	let (heidi, bob) = (actor("Heidi"), actor("Bob").id);
	let transaction = chain.sign_with_tip(&heidi, batch(give_all("Bob")), 9);
	let (before, had, bob_had) = (books(&mut chain), has(&mut chain, &heidi.id), has(&mut chain, &bob));
	let announced = announced(&mut chain, &transaction);
	assert_eq!(chain.block(vec![transaction]), [Ok(())]);

	let Paid { fee, tip, .. } = only_paid(&mut chain);
	assert_eq!((fee, tip), (announced, 9));
	assert!(!chain.state(|| System::account_exists(&heidi.id)));
	assert_eq!(has(&mut chain, &bob) - bob_had, had - fee - 9);
	let after = books(&mut chain);
	let part = fee / 5;
	assert_eq!(after.since(&before, BurnReason::Fees), part);
	assert_eq!(after.since(&before, BurnReason::Dust), 0);
	assert_eq!(after.rewards - before.rewards, 2 * part + 9);
	assert_eq!(after.fund - before.fund, fee - 3 * part);
}

#[test]
fn the_part_of_an_author_that_is_no_more_goes_to_those_who_stake() {
	use pallet_btt_staking::Call;
	let mut chain = chain();
	let (eve, ferdie) = (actor("Eve"), actor("Ferdie"));
	assert_ok!(chain.send(&eve, Call::bond { amount: STAKE }));
	assert_ok!(chain.send(&eve, Call::add_role { role: Role::Validator }));
	let (keys, proof) = session_keys("Eve", &eve.id);
	assert_ok!(chain.send(&eve, pallet_session::Call::set_keys { keys, proof }));
	assert_ok!(chain.send(&eve, Call::validate { commission: Perbill::from_percent(10) }));
	chain.sessions(2);
	assert!(chain.seat(&eve.id).is_some());

	// She leaves, but has a seat in the next session too. Then the chain stalls until her stake is free.
	assert_ok!(chain.send(&eve, Call::chill {}));
	assert_ok!(chain.send(&eve, Call::drop_role { role: Role::Validator }));
	assert_ok!(chain.send(&eve, Call::unbond { amount: STAKE }));
	chain.block_without(std::slice::from_ref(&eve.id), 14 * DAY, vec![]);
	assert_ok!(chain.send(&eve, Call::withdraw_unbonded { who: eve.id.clone() }));
	assert_ok!(chain.send(&eve, pallet_session::Call::purge_keys {}));
	let _ = chain.send(&ferdie, Call::payout { who: eve.id.clone() });
	assert_ok!(chain.send(&eve, give_all("Bob")));
	assert!(!chain.state(|| System::account_exists(&eve.id)));

	let seat = chain.seat(&eve.id).expect("she has a seat");
	let transaction = chain.sign_with_tip(&ferdie, give("Bob", BTT), 11);
	let (before, time) = (books(&mut chain), chain.head().after(SLOT));
	assert_eq!(chain.block_by(seat, time, vec![transaction]), [Ok(())]);
	let (Paid { fee, .. }, after) = (only_paid(&mut chain), books(&mut chain));
	let part = fee / 5;
	let rewarded = pallet_btt_staking::Event::StakersRewarded { amount: 2 * part + 11 };
	assert!(happened(&mut chain, rewarded));
	assert_eq!(after.rewards - before.rewards, 2 * part + 11);
	assert_eq!(after.fund - before.fund, fee - 3 * part);
	assert_eq!(after.since(&before, BurnReason::Fees), part);
}

#[test]
fn what_turns_out_free_pays_its_tip_only() {
	let mut chain = chain();
	let [first, second, ..] = INSTITUTIONS.map(beneficiary);
	let motion = RuntimeCall::from(frame_system::Call::remark { remark: vec![] });
	let proposal = <Runtime as frame_system::Config>::Hashing::hash_of(&motion);
	let length_bound = motion.encoded_size() as u32;
	let propose = pallet_collective::Call::propose { threshold: 5, proposal: Box::new(motion), length_bound };
	assert_ok!(chain.send(&first, RuntimeCall::Institutions(propose)));

	// The first vote of a member is free.
	let vote = pallet_collective::Call::vote { proposal, index: 0, approve: true };
	let vote = chain.sign_with_tip(&second, RuntimeCall::Institutions(vote), 9);
	assert!(announced(&mut chain, &vote) > 0);
	let (before, had) = (books(&mut chain), has(&mut chain, &second.id));
	let usage = chain.state(|| CurrentUsage::<Runtime>::get().count);
	assert_eq!(chain.block(vec![vote]), [Ok(())]);
	let who = second.id.clone();
	let tip_only = Paid { who, fee: 0, tip: 9, discount: 0, tier: Tier::None, premium: false };
	assert_eq!(paid(&mut chain), [tip_only]);
	assert_eq!(had - has(&mut chain, &second.id), 9);
	let after = books(&mut chain);
	assert_eq!(after, Books { rewards: before.rewards + 9, ..before });
	assert_eq!(chain.state(|| CurrentUsage::<Runtime>::get().count), usage);

	// Nobody pays for a report.
	chain.report(Bob);
	assert_eq!(paid(&mut chain), []);
	assert_eq!(books(&mut chain), after);
}

/// What the transfer of a BTT costs at a multiplier, which is what is announced and then paid.
fn fee_at(chain: &mut Chain, multiplier: Multiplier) -> Balance {
	chain.state(|| NextFeeMultiplier::<Runtime>::put(multiplier));
	let transaction = chain.sign(&actor("Ferdie"), give("Bob", BTT));
	let announced = announced(chain, &transaction);
	assert_eq!(chain.block(vec![transaction]), [Ok(())]);
	assert_eq!(only_paid(chain).fee, announced);
	announced
}

#[test]
fn a_transfer_costs_a_sane_amount_at_every_level_of_congestion() {
	let mut chain = chain();
	let one = Multiplier::from_u32(1);
	assert_eq!(MinimumMultiplier::get(), Multiplier::saturating_from_rational(1, 10));
	assert_eq!(MaximumMultiplier::get(), Multiplier::from_u32(100));

	// Base and length cost 0.001 BTT and 0.00001 BTT a byte at each level.
	let transaction = chain.sign(&actor("Ferdie"), give("Bob", BTT));
	let fee = details(&mut chain, &transaction).inclusion_fee.expect("it costs something");
	assert_eq!(fee.base_fee, BTT / 1_000);
	assert_eq!(fee.len_fee, BTT / 100_000 * transaction.encoded_size() as Balance);

	let milli = BTT / 1_000;
	let levels = [
		(MinimumMultiplier::get(), 2 * milli, 6 * milli),
		(one, 4 * milli, 30 * milli),
		(Multiplier::from_u32(10), 20 * milli, 300 * milli),
		(MaximumMultiplier::get(), 100 * milli, 3 * BTT),
	];
	let mut fees = levels.map(|(multiplier, low, high)| {
		let fee = fee_at(&mut chain, multiplier);
		assert!((low..=high).contains(&fee), "a transfer costs {fee} units at {multiplier:?}");
		fee as f64 / BTT as f64
	});

	// What docs/tokenomics.md says is that, rounded.
	let page = include_str!("../../docs/tokenomics.md");
	let (_, row) = page.split_once("| a transfer costs, in BTT |").expect("the table is there");
	let row = row.lines().next().expect("the row goes on");
	let told: Vec<f64> = row.split('|').filter_map(|cell| cell.trim().parse().ok()).collect();
	assert_eq!(told.len(), fees.len());
	for (fee, told) in fees.iter_mut().zip(told) {
		*fee /= told;
	}
	assert!(fees.iter().all(|ratio| (0.9..=1.1).contains(ratio)), "the page tells other fees, by {fees:?}");
}

/// A block with so much of what normal transactions may weigh.
fn filled(part: Perbill) -> Weight {
	let weights = <Runtime as frame_system::Config>::BlockWeights::get();
	let most = weights.get(DispatchClass::Normal).max_total.expect("normal transactions are limited");
	Weight::from_parts(part.mul_floor(most.ref_time()), 0)
}

/// By how much the multiplier changes over `blocks` blocks that are so full, in percent.
fn change(blocks: u32, from: Multiplier, fullness: Perbill) -> u128 {
	let used = filled(fullness);
	BlockWeight::<Runtime>::put(ConsumedWeight::new(|class| match class {
		DispatchClass::Normal => used,
		_ => Weight::zero(),
	}));
	type Update = <Runtime as pallet_transaction_payment::Config>::FeeMultiplierUpdate;
	let after = (0..blocks).fold(from, |multiplier, _| Update::convert(multiplier));
	(after / from).saturating_mul_int(100)
}

#[test]
fn the_multiplier_goes_where_blocks_lead_it_and_stays_within_its_bounds() {
	let one = Multiplier::from_u32(1);
	let (least, most) = (MinimumMultiplier::get(), MaximumMultiplier::get());
	let (full, empty) = (Perbill::one(), Perbill::zero());
	let day = (DAY / SLOT) as u32;
	let mut chain = chain();
	chain.state(|| {
		// A day of full blocks more than doubles it, one of empty blocks takes less than a quarter of it, and blocks of
		// which a quarter is used keep it.
		assert_eq!(change(day, one, full), 224);
		assert_eq!(change(day, one, empty), 76);
		assert!([99, 100].contains(&change(day, one, Perbill::from_percent(25))));
		// It changes by the same part wherever it is: from one bound to the other in nine days, and back in 26.
		for level in [least, one, Multiplier::from_u32(40)] {
			assert_eq!(change(1_000, level, full), 105);
		}
		for level in [Multiplier::saturating_from_rational(2, 10), one, most] {
			assert_eq!(change(1_000, level, empty), 98);
		}
		// At the bounds it ends, and from them it comes back.
		for (bound, beyond) in [(least, empty), (most, full)] {
			assert_eq!(change(1_000, bound, beyond), 100);
		}
	});

	// In real blocks, too.
	for (fullness, rises) in [(full, true), (empty, false)] {
		chain.state(|| NextFeeMultiplier::<Runtime>::put(one));
		let used = filled(fullness);
		let fill = || System::register_extra_weight_unchecked(used, DispatchClass::Normal);
		chain.block_in_which(vec![], fill);
		let after = chain.state(NextFeeMultiplier::<Runtime>::get);
		assert_eq!((after > one, after < one), (rises, !rises));
	}
}

#[test]
fn the_base_fee_falls_with_much_usage_never_under_a_quarter_and_rises_again() {
	let mut chain = chain();
	let parts = |chain: &mut Chain| {
		chain.state(|| NextFeeMultiplier::<Runtime>::put(Multiplier::from_u32(1)));
		let transaction = chain.sign(&actor("Ferdie"), give("Bob", BTT));
		let fee = details(chain, &transaction).inclusion_fee.expect("it costs something");
		(fee.base_fee, fee.adjusted_weight_fee, fee.len_fee)
	};
	let whole = parts(&mut chain);
	assert_eq!(whole.0, BTT / 1_000);

	// Whoever pays counts.
	let before = chain.state(|| CurrentUsage::<Runtime>::get().count);
	assert_ok!(chain.send(&actor("Ferdie"), give("Bob", BTT)));
	assert!(chain.send(&actor("Ferdie"), give("Bob", TOTAL_SUPPLY)).is_err());
	assert_eq!(chain.state(|| CurrentUsage::<Runtime>::get().count), before + 2);

	let mut last = Perbill::one();
	let mut told = false;
	for _ in 0..60 {
		chain.state(|| CurrentUsage::<Runtime>::mutate(|usage| usage.count = 80_000));
		let tomorrow = chain.now() + DAY;
		chain.jump(tomorrow);
		let factor = chain.state(Fees::base_fee_factor);
		assert!(factor <= last && factor >= Perbill::from_percent(25), "{factor:?} after {last:?}");
		told |= factor < last && chain.events().iter().any(|event| {
			matches!(event, RuntimeEvent::Fees(pallet_btt_fees::Event::BaseFeeFactorSet { factor: f, .. }) if *f == factor)
		});
		last = factor;
	}
	assert!(told);
	assert_eq!(last, Perbill::from_percent(25));
	let (base, weight, length) = parts(&mut chain);
	assert_eq!(base, whole.0 / 4);
	assert!(weight.abs_diff(whole.1 / 4) <= 1);
	assert_eq!(length, whole.2);
	let transaction = chain.sign(&actor("Ferdie"), give("Bob", BTT));
	let fee = announced(&mut chain, &transaction);
	assert_eq!(fee, base + weight + length);
	assert_eq!(chain.block(vec![transaction]), [Ok(())]);
	assert_eq!(only_paid(&mut chain).fee, fee);

	// A quiet month, or a chain that stands still, ends it.
	let later = chain.now() + 30 * DAY;
	chain.jump(later);
	chain.block(vec![]);
	assert_eq!(chain.state(BaseFeeFactor::<Runtime>::get), Perbill::one());
	assert_eq!(parts(&mut chain), whole);
}

#[test]
fn everything_that_burns_in_one_block_is_in_the_books_to_the_unit() {
	use pallet_btt_staking::Call;
	let mut chain = chain();
	let [eve, ferdie, grace, heidi, ivan] = ["Eve", "Ferdie", "Grace", "Heidi", "Ivan"].map(actor);
	let bob = Bob.to_account_id();
	assert_ok!(chain.send(&eve, Call::bond { amount: 30_000 * BTT }));
	assert_ok!(chain.send(&eve, Call::delegate { validator: bob, amount: 20_000 * BTT }));
	chain.sessions(2);
	chain.report(Bob);
	let due = chain.now() + 7 * DAY;
	chain.jump(due);

	// Heidi sends so much that half an existential deposit is left.
	let send = |value| pallet_balances::Call::transfer_allow_death { dest: actor("Bob").id.into(), value };
	let transfer = chain.sign(&heidi, send(9 * BTT));
	let dust = EXISTENTIAL_DEPOSIT / 2;
	let value = has(&mut chain, &heidi.id) - announced(&mut chain, &transfer) - dust;
	let transactions = vec![
		chain.sign(&ferdie, Call::apply_slash { who: eve.id.clone() }),
		chain.sign(&heidi, send(value)),
		chain.sign_with_tip(&ivan, give_all("Bob"), 3),
		chain.sign_behind(1, &ferdie, give("Bob", TOTAL_SUPPLY)),
		chain.sign(&eve, pallet_btt_fees::Call::buy_premium { periods: 1, limit: 100 * BTT }),
		chain.sign(&grace, pallet_btt_burn::Call::burn { amount: 3 * BTT + 1 }),
	];
	let before = books(&mut chain);
	let results = chain.block_in_which(transactions, || {
		assert_eq!(burn_for(BurnReason::Tokenisation, "Grace", 7 * BTT), 7 * BTT);
		assert_eq!(burn_for(BurnReason::HighValueTransfer, "Grace", 11), 11);
	});
	assert_eq!(results.iter().map(Result::is_ok).collect::<Vec<_>>(), [true, true, true, false, true, true]);
	let after = books(&mut chain);
	let (paid, burned) = (paid(&mut chain), |reason| after.since(&before, reason));
	assert_eq!(paid.len(), 6);
	assert_eq!(burned(BurnReason::Fees), paid.iter().map(|paid| paid.fee / 5).sum());
	// Three quarters, squared, of what backed one of four validators.
	assert_eq!(burned(BurnReason::Slash), Perbill::from_parts(562_500_000) * (20_000 * BTT));
	assert_eq!(burned(BurnReason::Dust), dust);
	assert_eq!(burned(BurnReason::Premium), 50 * BTT);
	assert_eq!(burned(BurnReason::Voluntary), 3 * BTT + 1);
	assert_eq!(burned(BurnReason::Tokenisation), 7 * BTT);
	assert_eq!(burned(BurnReason::HighValueTransfer), 11);
	let fund: Balance = paid.iter().map(|paid| paid.fee - 3 * (paid.fee / 5)).sum();
	assert_eq!(after.fund - before.fund, fund + 50 * BTT);
	let rewards: Balance = paid.iter().map(|paid| 2 * (paid.fee / 5) + paid.tip).sum();
	assert_eq!(after.rewards - before.rewards, rewards);
	for who in [&heidi, &ivan] {
		assert!(!chain.state(|| System::account_exists(&who.id)));
	}
}

#[test]
fn policies_burn_no_more_than_the_ceiling_in_a_year_and_begin_anew_in_the_next() {
	let mut chain = chain();
	let (ferdie, grace) = (actor("Ferdie"), actor("Grace"));
	assert_eq!(<Runtime as pallet_btt_burn::Config>::YearlyCeiling::get(), CEILING);
	assert_ok!(chain.send(&ferdie, give("Bob", BTT)));
	let burned = chain.state(|| pallet_btt_burn::ThisYear::<Runtime>::get().burned);
	assert_eq!(burned, only_paid(&mut chain).fee / 5);
	let most = CEILING - burned - 7;
	assert_eq!(chain.state(|| burn_for(BurnReason::Tokenisation, "Grace", most)), most);
	chain.state(check_invariants);

	// Seven units of the fee fit, the fund gets the rest.
	let pay = |chain: &mut Chain, fits: Balance| {
		let before = books(chain);
		let transaction = chain.sign(&ferdie, give("Bob", BTT));
		assert_eq!(chain.block(vec![transaction]), [Ok(())]);
		let (Paid { fee, .. }, after) = (only_paid(chain), books(chain));
		let part = fee / 5;
		let excess = part.saturating_sub(fits);
		assert_eq!(after.since(&before, BurnReason::Fees), part - excess);
		assert_eq!(after.fund - before.fund, fee - 3 * part + excess);
		assert_eq!(after.rewards - before.rewards, 2 * part);
		let reached = pallet_btt_burn::Event::CeilingReached { reason: BurnReason::Fees, excess };
		assert_eq!(happened(chain, reached), excess > 0);
	};
	pay(&mut chain, 7);
	pay(&mut chain, 0);

	// Premium access costs the same, and the fund gets all of it. What people burn by choice has no ceiling.
	let before = books(&mut chain);
	assert_ok!(chain.send(&grace, pallet_btt_fees::Call::buy_premium { periods: 1, limit: 100 * BTT }));
	let Paid { fee, .. } = only_paid(&mut chain);
	let after = books(&mut chain);
	assert_eq!(after.burned, before.burned);
	assert_eq!(after.fund - before.fund, fee - 2 * (fee / 5) + 100 * BTT);
	assert_ok!(chain.send(&grace, pallet_btt_burn::Call::burn { amount: 100_000 * BTT }));
	assert_eq!(books(&mut chain).since(&after, BurnReason::Voluntary), 100_000 * BTT);

	chain.jump(JANUARY_2026 - 2 * SLOT);
	pay(&mut chain, 0);
	assert_eq!(chain.now(), JANUARY_2026 - SLOT);
	// At midnight a session begins, and its block has no room for transactions.
	chain.block_in_which(vec![], || assert_eq!(burn_for(BurnReason::Tokenisation, "Grace", 5), 5));
	assert_eq!(chain.now(), JANUARY_2026);
	pay(&mut chain, Balance::MAX);
	let fees = only_paid(&mut chain).fee / 5;
	let year = chain.state(pallet_btt_burn::ThisYear::<Runtime>::get);
	assert_eq!((year.year, year.burned), (2026, 5 + fees));
}

#[test]
fn premium_access_is_bought_half_burned_and_ends() {
	use pallet_btt_fees::{Call, Error, Event};
	let mut chain = chain();
	let (eve, ferdie) = (actor("Eve"), actor("Ferdie"));
	let buy = |periods, limit: Balance| Call::<Runtime>::buy_premium { periods, limit: limit * BTT };
	let is_premium = |chain: &mut Chain| chain.state(|| <Fees as PremiumAccess<AccountId>>::is_premium(&eve.id));
	assert!(!is_premium(&mut chain));
	assert_eq!(chain.send(&eve, buy(0, 100)), error(Error::<Runtime>::ZeroAmount));
	assert_eq!(chain.send(&eve, buy(2, 199)), error(Error::<Runtime>::PriceAboveLimit));
	assert_eq!(chain.send(&eve, buy(13, 1_300)), error(Error::<Runtime>::TooFarAhead));
	assert_eq!(chain.send(&actor("Heidi"), buy(1, 100)), error(Error::<Runtime>::InsufficientBalance));

	let (before, had) = (books(&mut chain), has(&mut chain, &eve.id));
	assert_ok!(chain.send(&eve, buy(2, 200)));
	let until = chain.now() + 60 * DAY;
	let bought = Event::PremiumBought { who: eve.id.clone(), periods: 2, price: 200 * BTT, burned: 100 * BTT, until };
	assert!(happened(&mut chain, bought));
	let Paid { fee, premium, .. } = only_paid(&mut chain);
	assert!(!premium, "it had no premium access when it paid");
	let after = books(&mut chain);
	assert_eq!(had - has(&mut chain, &eve.id), 200 * BTT + fee);
	assert_eq!(after.since(&before, BurnReason::Premium), 100 * BTT);
	assert_eq!(after.fund - before.fund, 100 * BTT + fee - 3 * (fee / 5));

	// It lowers fees by a tenth, as announced, until it ends.
	assert!(is_premium(&mut chain));
	chain.jump(until - 3 * SLOT);
	let forget = || Call::<Runtime>::forget_premium { who: eve.id.clone() };
	let pay = |chain: &mut Chain, premium, percent| {
		let transaction = chain.sign(&eve, give("Bob", BTT));
		let announced = announced(chain, &transaction);
		assert_eq!(chain.block(vec![transaction]), [Ok(())]);
		let paid = only_paid(chain);
		assert_eq!((paid.premium, paid.tier), (premium, Tier::None));
		assert_eq!(paid.discount, Permill::from_percent(percent).mul_floor(paid.fee + paid.discount));
		(announced, paid.fee)
	};
	let (announced, fee) = pay(&mut chain, true, 10);
	assert_eq!(announced, fee);
	assert_eq!(chain.send(&ferdie, forget()), error(Error::<Runtime>::NotExpired));
	// What is announced is for the time of the newest block, in which she still had it.
	let (announced, fee) = pay(&mut chain, false, 0);
	assert_eq!((chain.now(), announced), (until, fee - Permill::from_percent(10).mul_floor(fee)));
	assert!(!is_premium(&mut chain));
	assert_ok!(chain.send(&ferdie, forget()));
	assert!(!chain.state(|| PremiumUntil::<Runtime>::contains_key(&eve.id)));
	assert_eq!(chain.send(&ferdie, forget()), error(Error::<Runtime>::NotFound));

	// Stake for the role gives it too.
	assert_ok!(chain.send(&eve, pallet_btt_staking::Call::bond { amount: 1_000 * BTT }));
	assert_ok!(chain.send(&eve, pallet_btt_staking::Call::add_role { role: Role::Premium }));
	assert!(is_premium(&mut chain));
}

#[test]
fn a_period_of_premium_access_takes_thirty_of_the_days_of_staking() {
	for (name, ms) in [("development", 150_000), ("local_testnet", 150_000)] {
		let mut chain = Chain::new(preset(name));
		let eve = actor("Eve");
		assert_ok!(chain.send(&eve, pallet_btt_fees::Call::buy_premium { periods: 1, limit: 100 * BTT }));
		let until = chain.now() + ms;
		assert_eq!(chain.state(|| PremiumUntil::<Runtime>::get(&eve.id)), Some(until));
	}
	assert_eq!(chain().state(Fees::period), 30 * DAY);
}

#[test]
fn only_a_referendum_spends_the_development_fund_and_says_for_what() {
	use pallet_btt_fees::{Call, Error, Event};
	let mut chain = chain();
	let (eve, grace, nobody) = (actor("Eve"), actor("Grace"), actor("Nobody").id);
	assert_ok!(chain.send(&grace, Call::buy_premium { periods: 12, limit: 1_200 * BTT }));
	let spend = |who: &AccountId, amount: Balance, reason: &str| {
		let reason = reason.as_bytes().to_vec().try_into().expect("it is short");
		RuntimeCall::from(Call::spend { beneficiary: who.clone(), amount, reason })
	};
	let grant = || spend(&nobody, 500 * BTT, "An audit of the marketplace");
	for who in [&eve, &beneficiary(Allocation::ChinaOralIndustryGroup)] {
		assert_eq!(chain.send(who, grant()), Err(DispatchError::BadOrigin));
	}
	assert_eq!(chain.council(grant()), Err(DispatchError::BadOrigin));
	assert!(!chain.state(|| System::account_exists(&nobody)));

	let before = chain.state(FundLedger::<Runtime>::get).spent;
	assert_ok!(chain.decide(grant()));
	let reason = b"An audit of the marketplace".to_vec().try_into().expect("it is short");
	assert!(happened(&mut chain, Event::FundSpent { beneficiary: nobody.clone(), amount: 500 * BTT, reason }));
	assert_eq!(has(&mut chain, &nobody), 500 * BTT);
	assert_eq!(chain.state(FundLedger::<Runtime>::get).spent - before, 500 * BTT);

	let fund = chain.state(Fees::fund);
	for (call, refusal) in [
		(spend(&nobody, 0, "Nothing"), Error::<Runtime>::ZeroAmount),
		(spend(&nobody, BTT, ""), Error::EmptyReason),
		(spend(&nobody, 1_000_000 * BTT, "Everything"), Error::InsufficientFunds),
		(spend(&actor("Somebody").id, EXISTENTIAL_DEPOSIT - 1, "Too little to live"), Error::BelowMinimum),
		(spend(&fund, BTT, "Itself"), Error::IsFund),
	] {
		assert_eq!(chain.decide(call), error(refusal));
	}
	// All of it but what keeps it alive can be spent, and no pot has power or takes vested transfers.
	let all = chain.state(Fees::fund_balance);
	assert_eq!(all, has(&mut chain, &fund) - EXISTENTIAL_DEPOSIT);
	assert!(chain.state(|| Pots::contains(&fund)));
	assert_ok!(chain.decide(spend(&nobody, all, "All there is")));
	let books = books(&mut chain);
	assert!(books.fund < EXISTENTIAL_DEPOSIT + BTT, "only the fees of the decision are in it");
}

#[test]
fn prices_policies_and_the_efficiency_rule_are_set_by_referendum_within_bounds() {
	use pallet_btt_burn::Policy;
	use pallet_btt_fees::Call;
	let mut chain = chain();
	let price = |btt: Balance| RuntimeCall::from(Call::set_premium_price { price: btt * BTT });
	let efficiency =
		|reference| RuntimeCall::from(Call::set_efficiency { reference, share: Perbill::from_percent(50) });
	let policy = |policy| RuntimeCall::from(pallet_btt_burn::Call::set_policy { policy });
	let tokenisation = |percent| policy(Policy::Tokenisation { rate: Permill::from_percent(percent) });
	let transfer = |percent, btt: Balance| {
		policy(Policy::HighValueTransfer { rate: Permill::from_percent(percent), threshold: btt * BTT })
	};
	let premium = |percent| policy(Policy::Premium { rate: Permill::from_percent(percent) });
	let good = || [price(7), efficiency(100), tokenisation(5), transfer(1, 1_000), premium(100)];
	for call in good() {
		assert_eq!(chain.send(&actor("Alice"), call), Err(DispatchError::BadOrigin));
	}
	let out_of_bounds = |call: &RuntimeCall| match call {
		RuntimeCall::Burn(_) => error(pallet_btt_burn::Error::<Runtime>::OutOfBounds),
		_ => error(pallet_btt_fees::Error::<Runtime>::OutOfBounds),
	};
	for call in [price(0), price(10_001), efficiency(99), tokenisation(6), transfer(2, 1_000), transfer(1, 999)] {
		let refusal = out_of_bounds(&call);
		assert_eq!(chain.decide(call), refusal);
	}
	for call in good() {
		assert_ok!(chain.decide(call));
	}
	let before = books(&mut chain);
	let eve = actor("Eve");
	assert_ok!(chain.send(&eve, Call::buy_premium { periods: 2, limit: 14 * BTT }));
	assert_eq!(books(&mut chain).since(&before, BurnReason::Premium), 14 * BTT);
}

#[test]
fn people_burn_what_they_could_send_away_and_nothing_else() {
	use pallet_btt_burn::{Call, Error};
	let mut chain = chain();
	let burn = |amount| Call::<Runtime>::burn { amount };
	let (eve, heidi, investors) = (actor("Eve"), actor("Heidi"), beneficiary(Allocation::StrategicInvestors));
	assert_ok!(chain.send(&eve, pallet_btt_staking::Call::bond { amount: 50_000 * BTT }));
	assert_eq!(chain.send(&eve, burn(11_000 * BTT)), error(Error::<Runtime>::InsufficientBalance));
	assert_eq!(chain.send(&eve, burn(0)), error(Error::<Runtime>::ZeroAmount));
	let line = Allocation::StrategicInvestors.total();
	assert_eq!(chain.send(&investors, burn(line)), error(Error::<Runtime>::Frozen));
	assert_eq!(chain.send(&investors, burn(2 * line)), error(Error::<Runtime>::InsufficientBalance));

	let before = books(&mut chain);
	assert_ok!(chain.send(&eve, burn(9_000 * BTT)));
	assert!(happened(
		&mut chain,
		pallet_btt_burn::Event::Burned { reason: BurnReason::Voluntary, amount: 9_000 * BTT }
	));
	let vested = vested(Allocation::StrategicInvestors, chain.now());
	assert!(vested > 0);
	assert_ok!(chain.send(&investors, burn(vested)));
	assert_eq!(books(&mut chain).since(&before, BurnReason::Voluntary), 9_000 * BTT + vested);

	// The rest of an account goes with it, but for its fee.
	let transaction = chain.sign(&heidi, burn(9 * BTT));
	let all = has(&mut chain, &heidi.id) - announced(&mut chain, &transaction);
	let before = books(&mut chain);
	assert_ok!(chain.send(&heidi, burn(all - 5)));
	let after = books(&mut chain);
	assert_eq!((after.since(&before, BurnReason::Voluntary), after.since(&before, BurnReason::Dust)), (all - 5, 5));
	assert!(!chain.state(|| System::account_exists(&heidi.id)));

	let other = pallet_balances::Call::burn { value: BTT, keep_alive: true };
	assert_eq!(chain.send(&eve, other), error(frame_system::Error::<Runtime>::CallFiltered));
}
