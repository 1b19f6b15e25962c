//! Whatever is paid, burned, bought and spent, in whatever order and in however many blocks: every unit is accounted for.

mod common;

use btt_primitives::{
	burn::{BurnPolicies, BurnReason, BurnSink},
	fees::{FeeSink, FeeSplit},
	Allocation, Balance, Moment, BTT, DAY, EXISTENTIAL_DEPOSIT, HOUR, TOTAL_SUPPLY,
};
use btt_runtime::{
	configs::monetary::{MaximumMultiplier, MinimumMultiplier},
	AccountId, Balances, BttStaking, Burn, Executive, Fees, Runtime, RuntimeCall, RuntimeEvent, System,
};
use codec::Encode;
use common::*;
use frame_support::{
	assert_ok,
	storage::{with_storage_layer, with_transaction, TransactionOutcome},
	traits::{
		fungible::{Balanced, Inspect},
		tokens::{
			Fortitude::Polite,
			Precision::Exact,
			Preservation::{Expendable, Preserve},
		},
		Imbalance,
	},
};
use pallet_btt_burn::{Policies, Policy, ThisYear};
use pallet_btt_fees::{Fund, FundLedger, PremiumPrice, PremiumUntil};
use pallet_btt_governance::Track;
use pallet_btt_staking::{Elections, LedgerOf, Ledgers, NextSession};
use pallet_transaction_payment::{Multiplier, NextFeeMultiplier};
use pallet_transaction_payment_rpc_runtime_api::runtime_decl_for_transaction_payment_api::TransactionPaymentApi;
use proptest::{
	prelude::*,
	test_runner::{TestCaseError, TestError, TestRunner},
};
use sp_keyring::Sr25519Keyring::{Bob, Charlie, Dave};
use sp_runtime::{DispatchError, Perbill, Permill};
use sp_staking::offence::{OffenceDetails, OnOffenceHandler};
use std::{cell::RefCell, collections::BTreeMap};

/// What policies burn in a year at most.
const CEILING: Balance = 4_200_000 * BTT;

/// Something that happens: what, by whom, to whom, and how much.
type Step = (Deed, u8, u8, u8);

#[derive(Clone, Copy, Debug, PartialEq)]
enum Deed {
	// Transactions, which pay fees and tips.
	Transfer,
	TransferAll,
	LeaveDust,
	BurnByChoice,
	BuyPremium,
	ForgetPremium,
	Bond,
	Delegate,
	Unbond,
	Withdraw,
	Payout,
	ApplySlash,
	Batch,
	// What other pallets will do.
	OtherFees,
	Tokenise,
	TransferAssets,
	// What is decided.
	Spend,
	SetSplit,
	SetPolicy,
	SetPrice,
	SetEfficiency,
	// What happens.
	Offence,
	Congestion,
	NextBlock,
	Wait,
}

use Deed::*;

fn deeds() -> impl Strategy<Value = Deed> {
	let often = vec![Transfer, TransferAll, LeaveDust, BurnByChoice, BuyPremium, ApplySlash, OtherFees, NextBlock];
	let rather = vec![Tokenise, TransferAssets, Spend, SetSplit, Bond, Delegate, Unbond, Payout, Batch, Offence, Wait];
	let seldom = vec![ForgetPremium, Withdraw, SetPolicy, SetPrice, SetEfficiency, Congestion];
	prop_oneof![
		5 => proptest::sample::select(often),
		5 => proptest::sample::select(rather),
		2 => proptest::sample::select(seldom),
	]
}

/// The number of the UTC year of an instant, by hand: every fourth is a leap year until 2100.
fn year_of(at: Moment) -> u64 {
	let mut begins = JANUARY_2025;
	(2025..2100u64)
		.take_while(|year| {
			let begun = begins <= at;
			begins += if year % 4 == 0 { 366 } else { 365 } * DAY;
			begun
		})
		.last()
		.expect("the chain was born in 2025")
}

/// What the chain should have on record, entered without asking it.
#[derive(Clone, Debug)]
struct Books {
	burned: BTreeMap<BurnReason, Balance>,
	/// The year of the last policy burn, and what policies burned in it.
	year: (u64, Balance),
	/// What the development fund received from the chain, spent by decision, and was given by people.
	fund: Fund,
	gifts: Balance,
	/// What the pot of rewards holds, and what of that came in during this block.
	rewards: Balance,
	income: Balance,
	/// Parts of 10⁹.
	split: [Balance; 4],
	/// Parts of 10⁶ of the price of premium access that are burned, and of the value of an asset.
	premium: Balance,
	tokenisation: Balance,
	/// Of a period of premium access.
	price: Balance,
}

fn parts(split: &FeeSplit) -> [Balance; 4] {
	[split.development, split.burn, split.author, split.stakers].map(|part| part.deconstruct().into())
}

impl Books {
	/// As the chain has them at the beginning.
	fn open() -> Self {
		let year = ThisYear::<Runtime>::get();
		let Policies { premium, tokenisation, .. } = Policies::default();
		Self {
			burned: Burn::burned_by_reason().reasons.into_iter().collect(),
			year: (year.year.into(), year.burned),
			fund: FundLedger::<Runtime>::get(),
			gifts: 0,
			rewards: total(&BttStaking::pot()),
			income: 0,
			split: parts(&FeeSplit::default()),
			premium: premium.deconstruct().into(),
			tokenisation: tokenisation.deconstruct().into(),
			price: 100 * BTT,
		}
	}

	fn burn(&mut self, reason: BurnReason, amount: Balance) {
		*self.burned.entry(reason).or_default() += amount;
	}

	/// What exceeds the ceiling of the year is the fund's.
	fn burn_by_policy(&mut self, reason: BurnReason, amount: Balance) {
		if amount == 0 {
			return;
		}
		let year = year_of(clock());
		if self.year.0 < year {
			self.year = (year, 0);
		}
		let fits = amount.min(CEILING - self.year.1);
		self.year.1 += fits;
		self.burn(reason, fits);
		self.fund.received += amount - fits;
	}

	fn reward(&mut self, amount: Balance) {
		self.rewards += amount;
		self.income += amount;
	}

	fn pay_fee(&mut self, fee: Balance) {
		let [_, burn, author, stakers] = self.split.map(|part| fee * part / 1_000_000_000);
		self.burn_by_policy(BurnReason::Fees, burn);
		self.reward(author + stakers);
		self.fund.received += fee - burn - author - stakers;
	}

	fn sum(&self) -> Balance {
		self.burned.values().sum()
	}

	/// The chain has the same on record, and holds it.
	fn check(&self) -> Result<(), TestCaseError> {
		let burned = Burn::burned_by_reason();
		prop_assert_eq!(burned.other, 0);
		prop_assert_eq!(&burned.reasons.into_iter().collect::<BTreeMap<_, _>>(), &self.burned);
		prop_assert_eq!(Balances::total_issuance() + self.sum(), TOTAL_SUPPLY);
		let year = ThisYear::<Runtime>::get();
		prop_assert_eq!((u64::from(year.year), year.burned), self.year);
		let fund = FundLedger::<Runtime>::get();
		prop_assert_eq!(fund, self.fund);
		let holds = EXISTENTIAL_DEPOSIT + self.fund.received + self.gifts - self.fund.spent;
		prop_assert_eq!(total(&Fees::fund()), holds);
		prop_assert_eq!(total(&BttStaking::pot()), self.rewards);
		invariants().map_err(|error| TestCaseError::fail(format!("{error:?}")))
	}
}

/// What came of a step.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Outcome {
	Done,
	Refused,
}

/// Units that a call takes from its signer, beside fee and tip: what it moves, less what it brings.
#[derive(Clone, Copy, Debug, Default)]
struct Taken {
	moved: Balance,
	brought: Balance,
}

/// A chain of blocks in the state at hand, of which the last is not finished.
#[derive(Clone)]
struct Journey {
	head: Head,
	author: AccountId,
	people: Vec<Actor>,
	books: Books,
}

impl Journey {
	fn begin(head: Head, people: Vec<Actor>) -> Self {
		let author = people[0].id.clone();
		let mut journey = Self { head, author, people, books: Books::open() };
		journey.begin_block(SLOT);
		journey
	}

	fn begin_block(&mut self, wait: Moment) {
		let time = self.head.after(wait);
		let (seat, author) = self.head.author(time);
		self.author = author;
		self.head.begin(seat, time);
	}

	/// What came in is handed out at the end of the block, all of it.
	fn end_block(&mut self) -> Result<(), TestCaseError> {
		self.head.end();
		let handed_out: Balance = System::read_events_no_consensus()
			.map(|record| match record.event {
				RuntimeEvent::BttStaking(pallet_btt_staking::Event::AuthorRewarded { amount, .. }) => amount,
				RuntimeEvent::BttStaking(pallet_btt_staking::Event::StakersRewarded { amount }) => amount,
				_ => 0,
			})
			.sum();
		prop_assert_eq!(handed_out, core::mem::take(&mut self.books.income));
		Ok(())
	}

	fn who(&self, index: u8) -> Actor {
		self.people[usize::from(index) % self.people.len()].clone()
	}

	/// Mostly somebody with such a ledger.
	fn staker(&self, index: u8, is: impl Fn(&LedgerOf<Runtime>) -> bool) -> Actor {
		let such = |who: &&Actor| Ledgers::<Runtime>::get(&who.id).is_some_and(|ledger| is(&ledger));
		let some: Vec<_> = self.people.iter().filter(such).collect();
		some.get(usize::from(index) % (some.len() + 1)).map_or_else(|| self.who(index), |who| Actor::clone(who))
	}

	/// One of the people, or the development fund.
	fn anybody(&self, index: u8) -> AccountId {
		self.people.get(usize::from(index) % (self.people.len() + 1)).map_or_else(Fees::fund, |who| who.id.clone())
	}

	/// Have `who` make a transaction, of which `enter` enters what it does beside paying for itself, and returns what
	/// that takes from `who`; it sees the events.
	fn transact(
		&mut self,
		who: &Actor,
		call: impl Into<RuntimeCall>,
		tip: Balance,
		enter: impl FnOnce(&mut Books, &[RuntimeEvent]) -> Taken,
	) -> Result<Outcome, TestCaseError> {
		let call = call.into();
		// A reduced stake may cut votes, which are paid for as far as there are any.
		let refundable = matches!(
			call,
			RuntimeCall::Utility(_)
				| RuntimeCall::BttStaking(
					pallet_btt_staking::Call::unbond { .. }
						| pallet_btt_staking::Call::drop_role { .. }
						| pallet_btt_staking::Call::apply_slash { .. }
				)
		);
		let transaction = signed(who, 0, call, tip);
		let announced = Runtime::query_info(transaction.clone(), transaction.encoded_size() as u32).partial_fee;
		let (had, seen) = (total(&who.id), System::event_count() as usize);
		let applied =
			with_storage_layer(|| Executive::apply_extrinsic(transaction).map_err(|_| DispatchError::Other("")));
		let Ok(result) = applied else {
			prop_assert_eq!(total(&who.id), had);
			return Ok(Outcome::Refused);
		};
		let events: Vec<_> = System::read_events_no_consensus().skip(seen).map(|record| record.event).collect();
		let taken = if result.is_ok() { enter(&mut self.books, &events) } else { Taken::default() };

		let paid: Vec<_> = events
			.iter()
			.filter_map(|event| match event {
				RuntimeEvent::Fees(pallet_btt_fees::Event::FeePaid { who, fee, tip, discount, tier, premium }) => {
					Some((who.clone(), *fee, *tip, *discount, *tier, *premium))
				}
				_ => None,
			})
			.collect();
		prop_assert_eq!(paid.len(), 1, "every transaction tells once what it paid");
		let (payer, fee, tipped, discount, tier, premium) = paid[0].clone();
		prop_assert_eq!((payer, tipped), (who.id.clone(), tip));
		let least = if premium { Permill::from_percent(10) } else { Permill::zero() };
		// Premium access by stake lowers nothing by itself.
		let lowered = [tier.fee_discount(), tier.fee_discount().max(least)].map(|part| part.mul_floor(fee + discount));
		let alive = System::account_exists(&who.id);
		prop_assert!(lowered.contains(&discount) || !alive, "{} of {} are waived", discount, fee + discount);
		prop_assert!(fee == announced || (refundable && fee < announced), "{} announced, {} paid", announced, fee);

		// Whoever is left with less than the existential deposit loses that, too.
		let lost = had + taken.brought - total(&who.id);
		let dust = lost.checked_sub(fee + tip + taken.moved);
		prop_assert!(
			dust.is_some_and(|dust| dust == 0 || (dust < EXISTENTIAL_DEPOSIT && !alive)),
			"{:?} of {}",
			dust,
			lost
		);
		self.books.pay_fee(fee);
		self.books.reward(tip);
		Ok(if result.is_ok() { Outcome::Done } else { Outcome::Refused })
	}

	/// Do `step`.
	fn take(&mut self, (deed, a, b, k): Step) -> Result<Outcome, TestCaseError> {
		use pallet_btt_fees::Call as FeesCall;
		use pallet_btt_staking::Call as StakingCall;
		let who = match deed {
			Delegate | Unbond => self.staker(a, |ledger| ledger.free() > 0),
			Withdraw => self.staker(a, |ledger| ledger.unbonding() > 0),
			_ => self.who(a),
		};
		let other = self.anybody(b);
		let spendable = Balances::reducible_balance(&who.id, Expendable, Polite);
		let tip = [0, 0, 1, BTT / 1_000, BTT / 3][usize::from(a ^ b) % 5];
		let ledger = Ledgers::<Runtime>::get(&who.id).unwrap_or_default();
		let to_fund = other == Fees::fund();
		let nothing = |_: &mut Books, _: &[RuntimeEvent]| Taken::default();
		match deed {
			Transfer => {
				let value = part(spendable, k);
				let moved = if other == who.id { 0 } else { value };
				let dest = other.into();
				let call: RuntimeCall = if b % 2 == 0 {
					pallet_balances::Call::transfer_keep_alive { dest, value }.into()
				} else {
					pallet_balances::Call::transfer_allow_death { dest, value }.into()
				};
				self.transact(&who, call, tip, |books, _| {
					books.gifts += if to_fund { moved } else { 0 };
					Taken { moved, brought: 0 }
				})
			}
			TransferAll => {
				let call = pallet_balances::Call::transfer_all { dest: other.clone().into(), keep_alive: k % 2 == 0 };
				self.transact(&who, call, tip, |books, events| {
					let moved = transferred(events, &who.id, &other);
					books.gifts += if to_fund { moved } else { 0 };
					Taken { moved: if other == who.id { 0 } else { moved }, brought: 0 }
				})
			}
			LeaveDust => {
				// All but the fee and less than the existential deposit.
				let to_other = |value| -> RuntimeCall {
					pallet_balances::Call::transfer_allow_death { dest: other.clone().into(), value }.into()
				};
				let guess = signed(&who, 0, to_other(spendable), tip);
				let fee = Runtime::query_info(guess.clone(), guess.encoded_size() as u32).partial_fee;
				let rest = EXISTENTIAL_DEPOSIT / 20 * Balance::from(k);
				let value = spendable.saturating_sub(fee + tip + rest);
				let moved = if other == who.id { 0 } else { value };
				self.transact(&who, to_other(value), tip, |books, _| {
					books.gifts += if to_fund { moved } else { 0 };
					Taken { moved, brought: 0 }
				})
			}
			BurnByChoice => {
				let amount = part(spendable, k);
				self.transact(&who, pallet_btt_burn::Call::burn { amount }, tip, |books, _| {
					books.burn(BurnReason::Voluntary, amount);
					Taken { moved: amount, brought: 0 }
				})
			}
			BuyPremium => {
				let periods = u32::from(b) % 4;
				let price = self.books.price * Balance::from(periods);
				let limit = if k == 0 { price.saturating_sub(1) } else { price };
				self.transact(&who, FeesCall::buy_premium { periods, limit }, tip, |books, _| {
					let burned = (price * books.premium).div_ceil(1_000_000);
					books.burn_by_policy(BurnReason::Premium, burned);
					books.fund.received += price - burned;
					Taken { moved: price, brought: 0 }
				})
			}
			ForgetPremium => {
				let ended = PremiumUntil::<Runtime>::iter().find(|(_, until)| *until <= clock());
				let of = ended.map_or(other, |(who, _)| who);
				self.transact(&who, FeesCall::forget_premium { who: of }, tip, nothing)
			}
			Bond => {
				let amount = part(Balances::balance(&who.id), k);
				self.transact(&who, StakingCall::bond { amount }, tip, nothing)
			}
			Delegate => {
				let validator = [Charlie, Dave][usize::from(b) % 2].to_account_id();
				self.transact(&who, StakingCall::delegate { validator, amount: part(ledger.free(), k) }, tip, nothing)
			}
			Unbond => self.transact(&who, StakingCall::unbond { amount: part(ledger.free(), k) }, tip, nothing),
			Withdraw => self.transact(&who, StakingCall::withdraw_unbonded { who: who.id.clone() }, tip, nothing),
			Payout => self.transact(&who, StakingCall::payout { who: other.clone() }, tip, |books, events| {
				let amount = sum_of(events, |event| match event {
					pallet_btt_staking::Event::PaidOut { amount, .. } => *amount,
					_ => 0,
				});
				books.rewards -= amount;
				Taken { moved: 0, brought: if other == who.id { amount } else { 0 } }
			}),
			ApplySlash => {
				let target = self.accused(b).unwrap_or(other);
				let had = total(&target);
				let call = StakingCall::apply_slash { who: target.clone() };
				let mut taken = 0;
				let outcome = self.transact(&who, call, tip, |books, events| {
					taken = sum_of(events, |event| match event {
						pallet_btt_staking::Event::Slashed { amount, .. } => *amount,
						_ => 0,
					});
					books.burn(BurnReason::Slash, taken);
					Taken { moved: if target == who.id { taken } else { 0 }, brought: 0 }
				})?;
				prop_assert!([&who.id, &Fees::fund()].contains(&&target) || had == total(&target) + taken);
				Ok(outcome)
			}
			Batch => {
				let keep_alive = b % 2 == 0;
				let first = pallet_balances::Call::transfer_all { dest: other.clone().into(), keep_alive };
				let second =
					pallet_balances::Call::transfer_keep_alive { dest: other.clone().into(), value: TOTAL_SUPPLY };
				let calls = match k % 3 {
					0 => vec![first.into(), second.clone().into(), second.into()],
					1 => vec![second.clone().into(), second.into()],
					_ => vec![first.into()],
				};
				self.transact(&who, pallet_utility::Call::batch { calls }, tip, |books, events| {
					let moved = transferred(events, &who.id, &other);
					books.gifts += if to_fund { moved } else { 0 };
					Taken { moved: if other == who.id { 0 } else { moved }, brought: 0 }
				})
			}
			OtherFees => {
				let (fee, tip) = (part(spendable, k).min(10_000 * BTT), part(spendable, b % 4).min(BTT));
				let Some(mut tokens) = withdraw(&who.id, fee.saturating_add(tip)) else { return Ok(Outcome::Refused) };
				<Fees as FeeSink<_>>::pay_tip(tokens.extract(tip));
				<Fees as FeeSink<_>>::pay_fees(tokens);
				self.books.pay_fee(fee);
				self.books.reward(tip);
				Ok(Outcome::Done)
			}
			Tokenise => {
				// An asset of such a value that it can just, or just not, be paid for.
				let value =
					part(spendable, k).saturating_mul(1_000_000 / self.books.tokenisation.max(1)).min(BTT << 60);
				let due = <Burn as BurnPolicies<AccountId>>::on_tokenisation(value);
				let rate = self.books.tokenisation;
				prop_assert_eq!(due, value / 1_000_000 * rate + (value % 1_000_000 * rate).div_ceil(1_000_000));
				self.burn_for(BurnReason::Tokenisation, &who.id, due)
			}
			TransferAssets => {
				let value = Balance::from(k) * 20_000 * BTT;
				let due = with_storage_layer(|| {
					let due = <Burn as BurnPolicies<AccountId>>::on_transfer(&who.id, value);
					if due > Balances::reducible_balance(&who.id, Preserve, Polite) {
						return Err(DispatchError::Unavailable);
					}
					Ok(due)
				});
				match due {
					Ok(due) => self.burn_for(BurnReason::HighValueTransfer, &who.id, due),
					Err(_) => Ok(Outcome::Refused),
				}
			}
			Spend => {
				let amount = part(Fees::fund_balance(), k);
				let reason = vec![b; usize::from(b) % 257].try_into().expect("it is short enough");
				let outcome = decide(FeesCall::spend { beneficiary: other, amount, reason });
				self.books.fund.spent += if outcome == Outcome::Done { amount } else { 0 };
				Ok(outcome)
			}
			SetSplit => {
				let mut cuts = [a, b, k.wrapping_mul(14)].map(|cut| u32::from(cut) * 3_921_568);
				cuts.sort();
				let more = u32::from(k == 7);
				let split = FeeSplit {
					development: Perbill::from_parts(1_000_000_000 - cuts[2]),
					burn: Perbill::from_parts(cuts[0] + more),
					author: Perbill::from_parts(cuts[1] - cuts[0]),
					stakers: Perbill::from_parts(cuts[2] - cuts[1]),
				};
				let outcome = decide(FeesCall::set_fee_split { split });
				prop_assert_eq!(outcome == Outcome::Done, more == 0);
				if more == 0 {
					self.books.split = parts(&split);
				}
				Ok(outcome)
			}
			SetPolicy => {
				let rate = Permill::from_parts(u32::from(b) * 4_200);
				let policy = match k % 3 {
					0 => Policy::Tokenisation { rate: Permill::from_parts(u32::from(b) * 200) },
					1 => Policy::HighValueTransfer {
						rate: Permill::from_parts(u32::from(b) * 41),
						threshold: 50_000 * BTT,
					},
					_ => Policy::Premium { rate },
				};
				let outcome = decide(pallet_btt_burn::Call::set_policy { policy });
				match policy {
					_ if outcome == Outcome::Refused => (),
					Policy::Tokenisation { rate } => self.books.tokenisation = rate.deconstruct().into(),
					Policy::Premium { rate } => self.books.premium = rate.deconstruct().into(),
					Policy::HighValueTransfer { .. } => (),
				}
				Ok(outcome)
			}
			SetPrice => {
				let price = BTT / 2 * Balance::from(b) + Balance::from(k);
				let outcome = decide(FeesCall::set_premium_price { price });
				if outcome == Outcome::Done {
					self.books.price = price;
				}
				prop_assert_eq!(PremiumPrice::<Runtime>::get(), self.books.price);
				Ok(outcome)
			}
			SetEfficiency => Ok(decide(FeesCall::set_efficiency {
				reference: u32::from(b) * 100,
				share: Perbill::from_percent(k.into()),
			})),
			Offence => Ok(self.offence(b, Perbill::from_percent(u32::from(k) * 5))),
			Congestion => {
				let levels = [MinimumMultiplier::get(), Multiplier::from_u32(1), Multiplier::from_u32(30)];
				let level = levels.get(usize::from(k) % 4).copied().unwrap_or(MaximumMultiplier::get());
				NextFeeMultiplier::<Runtime>::put(level);
				Ok(Outcome::Done)
			}
			NextBlock | Wait => {
				let waits = [HOUR, 9 * HOUR, 2 * DAY, 8 * DAY, 15 * DAY, 70 * DAY];
				let wait = if deed == Wait { waits[usize::from(k) % 6] } else { SLOT };
				self.end_block()?;
				self.books.check()?;
				self.begin_block(wait);
				Ok(Outcome::Done)
			}
		}
	}

	/// Take what a policy burns from `who`, who stays alive, or refuse.
	fn burn_for(&mut self, reason: BurnReason, who: &AccountId, amount: Balance) -> Result<Outcome, TestCaseError> {
		let Some(tokens) = withdraw(who, amount) else { return Ok(Outcome::Refused) };
		if amount > 0 {
			<Burn as BurnSink<_>>::burn(reason, tokens);
			self.books.burn_by_policy(reason, amount);
		}
		Ok(Outcome::Done)
	}

	/// Somebody to whom slashes are to be applied.
	fn accused(&self, index: u8) -> Option<AccountId> {
		let concerned = |who: &AccountId| {
			Ledgers::<Runtime>::get(who).is_some_and(|ledger| {
				ledger
					.backings
					.iter()
					.any(|backing| backing.seen < pallet_btt_staking::SlashCount::<Runtime>::get(&backing.validator))
			})
		};
		let validators = [Bob, Charlie].map(|who| who.to_account_id());
		let some: Vec<_> =
			self.people.iter().map(|who| who.id.clone()).chain(validators).filter(|who| concerned(who)).collect();
		some.get(usize::from(index) % some.len().max(1)).cloned()
	}

	/// Bob or Charlie equivocated, if this is not a block of theirs.
	fn offence(&self, index: u8, fraction: Perbill) -> Outcome {
		let who = [Bob, Charlie][usize::from(index) % 2].to_account_id();
		let session = NextSession::<Runtime>::get() - 2;
		let elected = Elections::<Runtime>::get(session).expect("it is kept").validators;
		if who == self.author || !elected.iter().any(|(validator, _)| *validator == who) {
			return Outcome::Refused;
		}
		let details = OffenceDetails { offender: (who, ()), reporters: vec![] };
		let _ = <BttStaking as OnOffenceHandler<AccountId, _, _>>::on_offence(&[details], &[fraction], session);
		Outcome::Done
	}
}

/// Up to all of `whole`, and sometimes a little or a lot more.
fn part(whole: Balance, k: u8) -> Balance {
	match k {
		0 => 0,
		1 => 1,
		2..=16 => whole / 16 * Balance::from(k) + if k == 16 { whole % 16 } else { 0 },
		17 => whole.saturating_add(1),
		_ => whole.saturating_mul(2),
	}
}

fn withdraw(who: &AccountId, amount: Balance) -> Option<frame_support::traits::fungible::Credit<AccountId, Balances>> {
	<Balances as Balanced<AccountId>>::withdraw(who, amount, Exact, Preserve, Polite).ok()
}

/// What went from one account to another.
fn transferred(events: &[RuntimeEvent], one: &AccountId, another: &AccountId) -> Balance {
	events
		.iter()
		.map(|event| match event {
			RuntimeEvent::Balances(pallet_balances::Event::Transfer { from, to, amount })
				if from == one && to == another =>
			{
				*amount
			}
			_ => 0,
		})
		.sum()
}

fn sum_of(events: &[RuntimeEvent], amount: impl Fn(&pallet_btt_staking::Event<Runtime>) -> Balance) -> Balance {
	let ours = |event: &RuntimeEvent| match event {
		RuntimeEvent::BttStaking(event) => amount(event),
		_ => 0,
	};
	events.iter().map(ours).sum()
}

/// Enact a call as a referendum on the allocation of resources.
fn decide(call: impl Into<RuntimeCall>) -> Outcome {
	let result = with_storage_layer(|| enact(Track::ResourceAllocation, call.into()));
	if result.is_ok() {
		Outcome::Done
	} else {
		Outcome::Refused
	}
}

/// What needs so much to have happened before that it may be refused in all cases.
const SELDOM_POSSIBLE: [&str; 2] = ["ForgetPremium", "Withdraw"];

/// How often each deed was done, and refused.
type Tally = BTreeMap<String, (u32, u32)>;

fn journey(mut journey: Journey, steps: &[Step], tally: &mut Tally) -> Result<(), TestCaseError> {
	for step in steps {
		let (issuance, known) = (Balances::total_issuance(), journey.books.sum());
		let outcome = journey.take(*step)?;
		let (done, refused) = tally.entry(format!("{:?}", step.0)).or_default();
		*(if outcome == Outcome::Done { done } else { refused }) += 1;
		// What is missing and nobody took is dust: at most of two accounts, and only of those that send tokens away.
		let missing = (issuance - Balances::total_issuance()).checked_sub(journey.books.sum() - known);
		let Some(dust) = missing else { return Err(TestCaseError::fail("more was burned than is gone")) };
		let sends = [Transfer, TransferAll, LeaveDust, BurnByChoice, Batch].contains(&step.0);
		prop_assert!(dust == 0 || (sends && dust < EXISTENTIAL_DEPOSIT), "{} units of dust", dust);
		if dust > 0 {
			journey.books.burn(BurnReason::Dust, dust);
			tally.entry("dust".into()).or_default().0 += 1;
		}
		if journey.books.year.1 == CEILING {
			tally.entry("ceiling".into()).or_default().0 += 1;
		}
		journey.books.check()?;
	}
	journey.end_block()?;
	journey.books.check()
}

/// In autumn 2025 the Strategic Investors, Eve and Ferdie have something at stake behind Bob, who is accused; Grace is
/// rich, and others are not.
fn beginning() -> Chain {
	use pallet_btt_staking::Call;
	let mut config = genesis(300 * DAY);
	for (name, btt) in [("Eve", 90_000), ("Ferdie", 30_000), ("Grace", 5_000_000), ("Heidi", 10), ("Ivan", 1)] {
		endow(&mut config, &actor(name).id, btt * BTT);
	}
	let mut chain = Chain::new(config);
	let ferdie = actor("Ferdie");
	for (who, stake, validator) in [
		(beneficiary(Allocation::StrategicInvestors), 1_000_000, Bob),
		(actor("Eve"), 60_000, Bob),
		(ferdie.clone(), 12_000, Charlie),
	] {
		assert_ok!(chain.send(&who, Call::bond { amount: stake * BTT }));
		let validator = validator.to_account_id();
		assert_ok!(chain.send(&who, Call::delegate { validator, amount: stake / 2 * BTT }));
	}
	assert_ok!(chain.send(&ferdie, Call::unbond { amount: 1_000 * BTT }));
	assert_ok!(chain.send(&ferdie, pallet_btt_fees::Call::buy_premium { periods: 1, limit: 100 * BTT }));
	chain.sessions(2);
	chain.report(Bob);
	let matured = chain.now() + 5 * DAY;
	chain.jump(matured);
	chain
}

#[test]
fn whatever_is_paid_burned_and_spent_every_unit_is_accounted_for() {
	let chain = beginning();
	let head = chain.head();
	let names = ["Alice", "Eve", "Ferdie", "Grace", "Heidi", "Ivan"].map(actor);
	let people: Vec<_> = names.into_iter().chain([beneficiary(Allocation::StrategicInvestors)]).collect();
	let chain = RefCell::new(chain);
	let tally = RefCell::new(Tally::new());
	let steps = proptest::collection::vec((deeds(), any::<u8>(), any::<u8>(), 0..19u8), 1..=24);
	let mut runner = TestRunner::new(ProptestConfig { cases: 1_000, failure_persistence: None, ..Default::default() });
	let outcome = runner.run(&steps, |steps| {
		let mut tally = tally.borrow_mut();
		let outcome = chain.borrow_mut().state(|| {
			with_transaction(|| {
				let begun = Journey::begin(head.clone(), people.clone());
				TransactionOutcome::Rollback(Ok::<_, DispatchError>(journey(begun, &steps, &mut tally)))
			})
		});
		outcome.expect("nothing nests deeper")
	});
	if let Err(TestError::Fail(reason, steps)) = &outcome {
		panic!("{reason}\nafter {steps:?}");
	}
	outcome.expect("the cases can be made");
	for (deed, (done, refused)) in tally.borrow().iter() {
		println!("{deed:>14}: {done:>5} done, {refused:>5} refused");
	}
	for (deed, (done, _)) in tally.borrow().iter() {
		let seldom = SELDOM_POSSIBLE.contains(&deed.as_str());
		assert!(*done > 0 || seldom, "{deed} was never possible, so it was not tried");
	}
	assert!(["dust", "ceiling"].iter().all(|rare| tally.borrow().contains_key(*rare)));
}
