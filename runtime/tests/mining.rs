//! The journeys of those who compute: from the stake to the payment, disputes, and what happens when nothing does.

mod common;

use btt_primitives::{
	api::runtime_decl_for_tokenomics_api::TokenomicsApi,
	burn::BurnReason,
	mining::{EmissionInfo, EraIndex, Outcome, ProviderInfo, VerifiedJob},
	staking::{Role, StakeInfo},
	vesting::Unvested,
	Allocation, Balance, Moment, BTT, DAY, EXISTENTIAL_DEPOSIT, TOKEN_GENERATION_EVENT,
};
use btt_runtime::{AccountId, Balances, BttStaking, BttToken, Burn, Runtime, RuntimeEvent, VestingSchedules};
use codec::Decode;
use common::*;
use frame_metadata::{RuntimeMetadata, RuntimeMetadataPrefixed};
use frame_support::{assert_ok, traits::fungible::InspectHold};
use pallet_mining_rewards::{
	Attestation, Call, CurrentEra, Disputes, Error, Event, HoldReason, Ledger, Providers, Rules, ScoreWeights,
};
use sp_core::U256;
use sp_runtime::{DispatchError, DispatchResult, Perbill, Permill};

const POOL: Balance = 63_000_000 * BTT;

/// When mining starts.
const START: Moment = TOKEN_GENERATION_EVENT + 30 * DAY;

/// A chain with Ferdie and Grace, who have something to put at stake, Heidi, who doubts, and Eve, who is the registrar.
fn chain() -> Chain {
	let mut config = genesis(30 * DAY);
	for (name, btt) in [("Ferdie", 3_000), ("Grace", 3_000), ("Heidi", 1_000)] {
		endow(&mut config, &actor(name).id, btt * BTT);
	}
	open_mining(&mut config);
	let mut chain = Chain::new(config);
	assert_ok!(chain.decide(Call::add_registrar { registrar: actor("Eve").id }));
	chain
}

/// Let somebody bond so much, and become a provider.
fn provide(chain: &mut Chain, who: &Actor, bond: Balance) {
	assert_ok!(chain.send(who, pallet_btt_staking::Call::bond { amount: bond }));
	assert_ok!(chain.send(who, pallet_btt_staking::Call::add_role { role: Role::Provider }));
}

/// A chain in the first era in which Ferdie, who has bonded 1,500 BTT, and Grace, who has bonded 1,000, can work.
fn working() -> (Chain, Actor, Actor) {
	let mut chain = chain();
	let (ferdie, grace) = (actor("Ferdie"), actor("Grace"));
	provide(&mut chain, &ferdie, 1_500 * BTT);
	provide(&mut chain, &grace, 1_000 * BTT);
	for who in [&ferdie, &grace] {
		assert_ok!(chain.send(&actor("Eve"), attest(&who.id)));
	}
	enter(&mut chain, 1);
	(chain, ferdie, grace)
}

fn attest(provider: &AccountId) -> Call<Runtime> {
	let attestation = Attestation { region: Some(1), hardware: Some(1), controller: Some(7) };
	Call::attest { provider: provider.clone(), attestation }
}

/// When an era begins.
fn start(era: EraIndex) -> Moment {
	START + Moment::from(era) * ERA
}

/// A block at the beginning of each era up to this one. A session ends with it, so that there is no time left for what is
/// done on idle.
fn enter(chain: &mut Chain, era: EraIndex) {
	for era in emission(chain).era + 1..=era {
		chain.jump(start(era));
	}
}

/// What has been emitted when an era of the first two years begins: 25.2 million BTT in 730 days.
fn emitted(era: EraIndex) -> Balance {
	let product = U256::from(25_200_000 * BTT) * U256::from(start(era) - START);
	(product / U256::from(730 * DAY)).as_u128()
}

/// SPEC §5 once more: what an era of the first two years shares when so much is not assigned.
fn budget(unassigned: Balance, era: EraIndex) -> Balance {
	let growth = emitted(era + 1) - emitted(era);
	let share = U256::from(unassigned) * U256::from(growth) / U256::from(POOL - emitted(era));
	share.as_u128().min(4 * growth)
}

fn error(error: Error<Runtime>) -> DispatchResult {
	Err(error.into())
}

fn staking_error(error: pallet_btt_staking::Error<Runtime>) -> DispatchResult {
	Err(error.into())
}

fn mined(chain: &mut Chain) -> Vec<Event<Runtime>> {
	let ours = |event| match event {
		RuntimeEvent::MiningRewards(event) => Some(event),
		_ => None,
	};
	chain.events().into_iter().filter_map(ours).collect()
}

fn emission(chain: &mut Chain) -> EmissionInfo {
	chain.state(Runtime::emission)
}

fn provider(chain: &mut Chain, who: &Actor) -> ProviderInfo {
	chain.state(|| Runtime::provider(who.id.clone())).expect("it is a provider")
}

fn owns(chain: &mut Chain, who: &Actor) -> Balance {
	chain.state(|| total(&who.id))
}

fn bonded(chain: &mut Chain, who: &Actor) -> Balance {
	chain.state(|| Balances::balance_on_hold(&pallet_btt_staking::HoldReason::Bond.into(), &who.id))
}

fn challenged(chain: &mut Chain, who: &Actor) -> Balance {
	chain.state(|| Balances::balance_on_hold(&HoldReason::Dispute.into(), &who.id))
}

/// What was burned of slashed stake and lost bonds.
fn slashed(chain: &mut Chain) -> Balance {
	chain.state(|| {
		let burned = Burn::burned_by_reason();
		assert_eq!(burned.other, 0);
		burned.reasons.iter().find(|(reason, _)| *reason == BurnReason::Slash).expect("it is a reason").1
	})
}

fn settle(providers: &[&Actor]) -> Call<Runtime> {
	let providers: Vec<_> = providers.iter().map(|who| who.id.clone()).collect();
	Call::settle { providers: providers.try_into().expect("no more than a batch") }
}

fn contest(provider: &Actor, era: EraIndex, points: u64) -> Call<Runtime> {
	Call::contest { provider: provider.id.clone(), era, points }
}

fn rule(provider: &Actor, era: EraIndex, upheld: bool) -> Call<Runtime> {
	Call::rule { provider: provider.id.clone(), era, false_points: if upheld { u64::MAX } else { 0 } }
}

fn lapse(provider: &Actor, era: EraIndex) -> Call<Runtime> {
	Call::lapse { provider: provider.id.clone(), era }
}

/// What clients are told of the pool, what its pot holds and what the books say is the same, and so much was paid.
fn assert_paid(chain: &mut Chain, paid: Balance) {
	chain.state(|| {
		let (books, emission, supply) = (Ledger::<Runtime>::get(), Runtime::emission(), Runtime::supply());
		let rows = Runtime::allocations();
		let row = rows.iter().find(|row| row.name == Allocation::MiningRewards).expect("it is listed");
		assert_eq!(books.paid, paid);
		assert_eq!((row.total, row.released, row.remaining), (POOL, paid, POOL - paid));
		assert_eq!(total(&BttToken::pot_of(Allocation::MiningRewards)), POOL - paid);
		assert_eq!(books.unassigned + books.assigned + books.contested + books.owed + books.paid, POOL);
		assert_eq!((emission.assigned, emission.remaining), (POOL - books.unassigned, books.unassigned));
		// Whatever is not released of an allocation is unvested or in a pot.
		assert_eq!(supply.unvested + supply.unreleased, rows.iter().map(|row| row.remaining).sum::<Balance>());
		let providers: Balance = Providers::<Runtime>::iter_values().map(|provider| provider.paid).sum();
		assert_eq!(providers, paid);
	});
}

#[test]
fn a_provider_is_paid_to_the_unit_without_asking() {
	let mut chain = chain();
	let ferdie = actor("Ferdie");
	let nothing = ProviderInfo {
		pending: 0,
		owed: 0,
		paid: 0,
		units: 0,
		quality: Permill::from_percent(50),
		region: None,
		capacity: 0,
	};
	assert_eq!(chain.state(|| Runtime::provider(ferdie.id.clone())), None);
	provide(&mut chain, &ferdie, 1_500 * BTT);
	assert_eq!(mined(&mut chain), [Event::ProviderAdded { provider: ferdie.id.clone() }]);
	assert_eq!(provider(&mut chain, &ferdie), nothing);
	assert_eq!(chain.send(&ferdie, attest(&ferdie.id)), error(Error::NotRegistrar));
	assert_ok!(chain.send(&actor("Eve"), attest(&ferdie.id)));
	assert_eq!(provider(&mut chain, &ferdie), ProviderInfo { region: Some(1), ..nothing.clone() });
	assert_eq!(
		emission(&mut chain),
		EmissionInfo { era: 0, era_started: START, era_budget: budget(POOL, 0), assigned: 0, remaining: POOL }
	);

	// Stake counts from the next era on: 1,500 BTT for 1,500 units.
	enter(&mut chain, 1);
	assert_eq!(provider(&mut chain, &ferdie).capacity, 1_500);
	let first = budget(POOL, 1);
	assert_eq!(emission(&mut chain).era_budget, first);
	assert!(
		(8_630 * BTT..8_634 * BTT).contains(&first),
		"a little more than the curve alone gives, since era 0 is left"
	);
	let who = ferdie.id.clone();
	chain.block_in_which(vec![], || {
		// 40 % for the work, half of 30 % for the quality, nothing for the region before 30 days, 15 % for the energy.
		assert_eq!(work(&who, 1_000, 10_000 * BTT), 1_000 * 700_000);
	});
	assert_eq!(provider(&mut chain, &ferdie).units, 1_000);
	assert_eq!(provider(&mut chain, &ferdie).pending, 0, "the era has not ended");
	assert_paid(&mut chain, 0);

	enter(&mut chain, 2);
	assert_eq!(
		mined(&mut chain),
		[
			Event::EraClosed { era: 1, budget: first, points: 700_000_000 },
			Event::EraStarted { era: 2, budget: budget(POOL - first, 2) },
		]
	);
	let info = provider(&mut chain, &ferdie);
	assert_eq!((info.pending, info.paid, info.units), (first, 0, 0));
	// (9.8 + 25) / (9.8 + 50): ten jobs that were right, of which a quarter of a day has forgotten a fiftieth.
	assert_eq!(info.quality, Permill::from_parts(348_000_000 / 598));
	for era in [3, 4] {
		chain.block(vec![]);
		assert_paid(&mut chain, 0);
		enter(&mut chain, era);
	}

	// The dispute window of two eras is over, and the next block has time to spare.
	let before = owns(&mut chain, &ferdie);
	let circulating = chain.state(Runtime::supply).circulating;
	chain.block(vec![]);
	let settled = Event::Settled { provider: ferdie.id.clone(), era: 1, reward: first, contested: 0, returned: 0 };
	assert_eq!(mined(&mut chain), [settled]);
	assert_eq!(owns(&mut chain, &ferdie), before + first);
	assert_eq!(chain.state(Runtime::supply).circulating, circulating + first);
	let info = provider(&mut chain, &ferdie);
	assert_eq!((info.pending, info.owed, info.paid), (0, 0, first));
	assert_paid(&mut chain, first);
	chain.block(vec![]);
	assert_eq!(mined(&mut chain), []);
}

#[test]
fn the_next_job_settles_what_was_earned_and_two_share_by_their_points() {
	let (mut chain, ferdie, grace) = working();
	let shared = emission(&mut chain).era_budget;
	let (one, other) = (ferdie.id.clone(), grace.id.clone());
	chain.block_in_which(vec![], || {
		assert_eq!(work(&one, 900, 5_000 * BTT), 630_000_000);
		assert_eq!(work(&other, 300, 5_000 * BTT), 210_000_000);
	});
	let (first, second) = (shared * 3 / 4, shared - shared * 3 / 4);
	enter(&mut chain, 2);
	assert_eq!(provider(&mut chain, &ferdie).pending, first);
	assert!(second - provider(&mut chain, &grace).pending <= 1, "whoever is settled last has what rounding leaves");
	let before = [owns(&mut chain, &ferdie), owns(&mut chain, &grace)];
	enter(&mut chain, 3);
	chain.block_at_in_which(start(4), vec![], || {
		report(&job(&one, clinic(1), 100));
	});
	assert_eq!(owns(&mut chain, &ferdie), before[0] + first);
	assert_paid(&mut chain, first);
	chain.block_in_which(vec![], || {
		report(&job(&other, clinic(1), 100));
	});
	assert_eq!(owns(&mut chain, &grace), before[1] + second);
	assert_paid(&mut chain, shared);
	assert_eq!(chain.state(Ledger::<Runtime>::get).assigned, 0);
}

#[test]
fn a_stranger_has_providers_settled() {
	let (mut chain, ferdie, grace) = working();
	let shared = emission(&mut chain).era_budget;
	let (one, eve) = (ferdie.id.clone(), actor("Eve"));
	chain.block_in_which(vec![], || {
		work(&one, 500, 5_000 * BTT);
	});
	assert_eq!(chain.send(&eve, settle(&[])), error(Error::NoProvider));
	assert_eq!(chain.send(&eve, settle(&[&ferdie, &grace, &eve])), error(Error::NothingToSettle));
	enter(&mut chain, 4);
	let before = owns(&mut chain, &ferdie);
	assert_ok!(chain.send(&eve, settle(&[&grace, &ferdie, &eve, &ferdie])));
	assert_eq!(owns(&mut chain, &ferdie), before + shared);
	assert_paid(&mut chain, shared);
	assert_eq!(chain.send(&eve, settle(&[&ferdie])), error(Error::NothingToSettle));
}

#[test]
fn whoever_buys_its_own_jobs_gets_no_more_than_twenty_times_what_they_gave_everybody() {
	let (mut chain, ferdie, _) = working();
	let shared = emission(&mut chain).era_budget;
	let who = ferdie.id.clone();
	chain.block_in_which(vec![], || {
		work(&who, 100, 10 * BTT);
	});
	enter(&mut chain, 4);
	chain.block(vec![]);
	let (provider, returned) = (ferdie.id.clone(), shared - 200 * BTT);
	let settled = Event::Settled { provider, era: 1, reward: 200 * BTT, contested: 0, returned };
	assert!(mined(&mut chain).contains(&settled));
	assert_paid(&mut chain, 200 * BTT);
	assert_eq!(emission(&mut chain).remaining, POOL - 200 * BTT);
}

#[test]
fn jobs_that_earn_nothing_buy_no_reputation_and_false_ones_cost_some() {
	let (mut chain, ferdie, _) = working();
	let who = ferdie.id.clone();
	chain.block_in_which(vec![], || {
		let whole = job(&who, clinic(1), 100);
		let itself = btt_primitives::mining::Buyer { account: who.clone(), ..whole.buyer.clone() };
		let sibling = btt_primitives::mining::Buyer { controller: Some(7), ..whole.buyer.clone() };
		let anybody = btt_primitives::mining::Buyer { accredited: false, ..whole.buyer.clone() };
		for job in [
			VerifiedJob { buyer: itself, ..whole.clone() },
			VerifiedJob { buyer: sibling, ..whole.clone() },
			VerifiedJob { buyer: anybody, ..whole.clone() },
			VerifiedJob { price: BTT - 1, ..whole.clone() },
			VerifiedJob { outcome: Outcome::False, ..whole.clone() },
		] {
			let credit = report(&job);
			assert_eq!((credit.units, credit.points), (0, 0), "{job:?}");
		}
	});
	assert_eq!(chain.state(|| CurrentEra::<Runtime>::get().points), 0);
	let judged = chain.state(|| Providers::<Runtime>::get(&ferdie.id)).map(|who| (who.judged, who.passed));
	assert_eq!(judged, Some((1_000_000, 0)), "the last one is all that counts");
	enter(&mut chain, 2);
	// 25 / (0.98 + 50)
	assert_eq!(provider(&mut chain, &ferdie).quality, Permill::from_parts(490_388));
}

#[test]
fn a_region_counts_after_thirty_days_and_units_beyond_the_stake_do_not() {
	let (mut chain, ferdie, _) = working();
	let who = ferdie.id.clone();
	enter(&mut chain, 4 * 31);
	chain.block_in_which(vec![], || {
		// 15 % by one half: under 10,000 units in seven days nobody knows what the region needs.
		assert_eq!(report(&job(&who, clinic(1), 1_000)).units, 1_000);
		assert_eq!(report(&job(&who, clinic(2), 1_000)).units, 500);
		assert_eq!(report(&job(&who, clinic(3), 1_000)).units, 0);
	});
	let (units, points) = chain.state(|| {
		let work = Providers::<Runtime>::get(&ferdie.id).expect("it is a provider").work;
		let points = work.buyers.iter().map(|(_, points)| points).sum::<u64>();
		(work.units, points)
	});
	assert_eq!((units, points), (1_500, 1_500 * 775_000));
}

/// Ferdie has worked in era 1, Grace as much, and in era 2 Heidi contests so many of his 700,000,000 points. Returns
/// what the era shares.
fn contested(points: u64) -> (Chain, Actor, Actor, Balance) {
	let (mut chain, ferdie, grace) = working();
	let shared = emission(&mut chain).era_budget;
	let (one, other) = (ferdie.id.clone(), grace.id.clone());
	chain.block_in_which(vec![], || {
		assert_eq!(work(&one, 1_000, 10_000 * BTT), 700_000_000);
		assert_eq!(work(&other, 1_000, 10_000 * BTT), 700_000_000);
	});
	let heidi = actor("Heidi");
	assert_eq!(chain.send(&heidi, contest(&ferdie, 1, points)), error(Error::EraRunning));
	enter(&mut chain, 2);
	assert_eq!(chain.send(&ferdie, contest(&ferdie, 1, points)), error(Error::OwnPoints));
	assert_eq!(chain.send(&heidi, contest(&ferdie, 0, points)), error(Error::AlreadySettled));
	assert_eq!(chain.send(&heidi, contest(&ferdie, 1, 700_000_001)), error(Error::PointsOutOfBounds));
	assert_eq!(chain.send(&actor("Eve"), contest(&ferdie, 1, points)), error(Error::InsufficientBalance));
	assert_ok!(chain.send(&heidi, contest(&ferdie, 1, points)));
	assert_eq!(challenged(&mut chain, &heidi), 100 * BTT);
	(chain, ferdie, heidi, shared)
}

#[test]
fn false_points_are_gone_their_provider_is_slashed_and_whoever_showed_it_is_rewarded() {
	let (mut chain, ferdie, heidi, shared) = contested(700_000_000);
	let before = [owns(&mut chain, &ferdie), owns(&mut chain, &heidi)];
	assert_ok!(chain.decide(rule(&ferdie, 1, true)));
	let upheld =
		Event::Upheld { provider: ferdie.id.clone(), era: 1, points: 700_000_000, returned: 0, slashed: 100 * BTT };
	assert!(mined(&mut chain).contains(&upheld));
	// A tenth of the 1,000 BTT that stand for the role; a fifth of that is Heidi's, the rest burned.
	assert_eq!(owns(&mut chain, &ferdie), before[0] - 100 * BTT);
	assert_eq!(owns(&mut chain, &heidi), before[1] + 20 * BTT);
	assert_eq!(slashed(&mut chain), 80 * BTT);
	assert_eq!(challenged(&mut chain, &heidi), 0);
	assert_eq!(bonded(&mut chain, &ferdie), 1_400 * BTT);
	assert!(!chain.state(|| BttStaking::has_role(&ferdie.id, Role::Provider)));
	let supply = chain.state(Runtime::supply);
	assert_eq!(chain.state(Balances::total_issuance), supply.issued - supply.burned);

	// The whole era is Grace's now.
	assert_eq!(provider(&mut chain, &ferdie).pending, 0);
	enter(&mut chain, 4);
	chain.block(vec![]);
	let info = provider(&mut chain, &actor("Grace"));
	assert_eq!(info.paid, shared);
	assert_paid(&mut chain, shared);
	assert_eq!(provider(&mut chain, &ferdie).capacity, 0);
	assert_ok!(chain.send(&ferdie, pallet_btt_staking::Call::unbond { amount: 1_400 * BTT }));
}

#[test]
fn an_era_without_true_points_goes_back_to_the_pool() {
	let (mut chain, ferdie, _) = working();
	let who = ferdie.id.clone();
	chain.block_in_which(vec![], || {
		work(&who, 100, 10_000 * BTT);
	});
	enter(&mut chain, 2);
	assert!(emission(&mut chain).assigned > 0);
	assert_ok!(chain.send(&actor("Heidi"), contest(&ferdie, 1, 70_000_000)));
	assert_ok!(chain.decide(rule(&ferdie, 1, true)));
	assert_eq!(emission(&mut chain).assigned, 0);
	enter(&mut chain, 3);
	assert_eq!(emission(&mut chain).era_budget, budget(POOL, 3));
	assert_paid(&mut chain, 0);
}

#[test]
fn what_is_contested_waits_and_goes_back_to_the_pool_if_it_was_false() {
	let (mut chain, ferdie, heidi, shared) = contested(350_000_000);
	enter(&mut chain, 4);
	chain.block(vec![]);
	let (mine, grace) = (provider(&mut chain, &ferdie).paid, provider(&mut chain, &actor("Grace")).paid);
	let books = chain.state(Ledger::<Runtime>::get);
	assert_eq!(mine + grace + books.contested, shared);
	assert!(mine.abs_diff(shared / 4) <= 1 && grace.abs_diff(shared / 2) <= 1, "{mine} {grace}");
	assert_eq!(chain.state(|| Disputes::<Runtime>::get(&ferdie.id, 1)).and_then(|it| it.share), Some(books.contested));
	let before = [owns(&mut chain, &ferdie), owns(&mut chain, &heidi)];
	assert_ok!(chain.decide(rule(&ferdie, 1, true)));
	assert_eq!(owns(&mut chain, &ferdie), before[0] - 100 * BTT);
	assert_eq!(owns(&mut chain, &heidi), before[1] + 20 * BTT);
	assert_paid(&mut chain, mine + grace);
	assert_eq!(emission(&mut chain).remaining, POOL - mine - grace);
}

#[test]
fn of_what_is_contested_a_verdict_takes_what_was_false_and_pays_the_rest() {
	let (mut chain, ferdie, heidi, shared) = contested(700_000_000);
	enter(&mut chain, 4);
	chain.block(vec![]);
	let grace = provider(&mut chain, &actor("Grace")).paid;
	let waiting = shared - grace;
	let before = [owns(&mut chain, &ferdie), owns(&mut chain, &heidi)];
	assert_ok!(chain.decide(Call::rule { provider: ferdie.id.clone(), era: 1, false_points: 525_000_000 }));
	assert_eq!(owns(&mut chain, &ferdie), before[0] + waiting / 4 - 100 * BTT);
	assert_eq!(owns(&mut chain, &heidi), before[1] + 20 * BTT);
	assert_paid(&mut chain, grace + waiting / 4);
	assert_eq!(emission(&mut chain).remaining, POOL - grace - waiting / 4);
}

#[test]
fn whoever_contests_what_was_right_loses_the_bond_and_the_provider_nothing() {
	let (mut chain, ferdie, heidi, shared) = contested(700_000_000);
	enter(&mut chain, 4);
	chain.block(vec![]);
	let grace = provider(&mut chain, &actor("Grace")).paid;
	assert_eq!(provider(&mut chain, &ferdie).paid, 0);
	assert_paid(&mut chain, grace);
	let before = [owns(&mut chain, &ferdie), owns(&mut chain, &heidi)];
	assert_ok!(chain.decide(rule(&ferdie, 1, false)));
	let rejected = Event::Rejected { provider: ferdie.id.clone(), era: 1, burned: 100 * BTT };
	assert!(mined(&mut chain).contains(&rejected));
	assert_eq!(owns(&mut chain, &ferdie), before[0] + shared - grace);
	assert_eq!(owns(&mut chain, &heidi), before[1] - 100 * BTT);
	assert_eq!((slashed(&mut chain), challenged(&mut chain, &heidi)), (100 * BTT, 0));
	assert_eq!(bonded(&mut chain, &ferdie), 1_500 * BTT);
	assert_paid(&mut chain, shared);
	assert_eq!(chain.decide(rule(&ferdie, 1, false)), error(Error::NotContested));
}

#[test]
fn no_stake_of_the_accused_leaves_before_the_verdict_and_without_one_a_tenth_of_the_bond_is_lost() {
	use pallet_btt_staking::{Call as Staking, Error::Disputed};
	let (mut chain, ferdie, heidi, shared) = contested(700_000_000);
	let unbond = || Staking::unbond { amount: 500 * BTT };
	assert_eq!(chain.send(&ferdie, unbond()), staking_error(Disputed));
	assert_eq!(chain.send(&ferdie, Staking::drop_role { role: Role::Provider }), staking_error(Disputed));
	let withdraw = chain.send(&ferdie, Staking::withdraw_unbonded { who: ferdie.id.clone() });
	assert_eq!(withdraw, staking_error(Disputed));
	let until = chain.state(|| Disputes::<Runtime>::get(&ferdie.id, 1)).expect("he is accused").until;
	enter(&mut chain, 4);
	chain.jump(chain.head().after(until - chain.now() - SLOT) - SLOT);
	assert_eq!(chain.send(&actor("Eve"), lapse(&ferdie, 1)), error(Error::TooEarly));
	chain.jump(chain.head().after(until - chain.now()));
	assert_ok!(chain.send(&actor("Eve"), lapse(&ferdie, 1)));
	assert_eq!((challenged(&mut chain, &heidi), slashed(&mut chain)), (0, 10 * BTT));
	assert_eq!(bonded(&mut chain, &ferdie), 1_500 * BTT);
	assert_paid(&mut chain, shared);
	assert_ok!(chain.send(&ferdie, unbond()));
	assert_ok!(chain.send(&ferdie, Staking::drop_role { role: Role::Provider }));
}

#[test]
fn whoever_contests_more_takes_a_dispute_over() {
	let (mut chain, ferdie, heidi, _) = contested(100);
	let grace = actor("Grace");
	assert_eq!(chain.send(&grace, contest(&ferdie, 1, 100)), error(Error::AlreadyContested));
	assert_ok!(chain.send(&grace, contest(&ferdie, 1, 101)));
	assert_eq!((challenged(&mut chain, &heidi), challenged(&mut chain, &grace)), (0, 100 * BTT));
	let accusations = chain.state(|| pallet_btt_staking::Ledgers::<Runtime>::get(&ferdie.id)).map(|it| it.accusations);
	assert_eq!(accusations, Some(1), "there still is one dispute");
	assert_ok!(chain.decide(rule(&ferdie, 1, false)));
	assert_ok!(chain.send(&ferdie, pallet_btt_staking::Call::unbond { amount: BTT }));
}

#[test]
fn a_contest_after_the_window_comes_too_late() {
	let (mut chain, ferdie, grace) = working();
	let who = ferdie.id.clone();
	chain.block_in_which(vec![], || {
		work(&who, 1_000, 10_000 * BTT);
	});
	enter(&mut chain, 3);
	chain.jump(start(4) - 2 * SLOT);
	assert_ok!(chain.send(&actor("Heidi"), contest(&ferdie, 1, 1)));
	enter(&mut chain, 4);
	assert_eq!(chain.send(&grace, contest(&ferdie, 1, 2)), error(Error::WindowOver));
}

#[test]
fn unvested_tokens_give_no_capacity_until_they_vest_and_the_stake_is_looked_up() {
	let mut chain = chain();
	let who = beneficiary(Allocation::BellaSmileGroup);
	provide(&mut chain, &who, 4_200_000 * BTT);
	enter(&mut chain, 1);
	assert_eq!(provider(&mut chain, &who).capacity, 0);
	chain.block_in_which(vec![], || assert_eq!(work(&who.id, 1_000, BTT), 0));

	// At the cliff about a tenth vests at once.
	chain.jump(APRIL_2025);
	chain.block(vec![]);
	chain.jump(chain.now() + ERA);
	assert_eq!(provider(&mut chain, &who).capacity, 0, "nobody has looked");
	assert_ok!(chain.send(&actor("Eve"), Call::refresh { provider: who.id.clone() }));
	let vested = vested(Allocation::BellaSmileGroup, chain.now());
	assert!(vested > 410_000 * BTT);
	assert_eq!(provider(&mut chain, &who).capacity, 0, "an era keeps to the stake that it began with");
	chain.jump(chain.now() + ERA);
	assert_eq!(provider(&mut chain, &who).capacity, u64::try_from(vested / BTT).expect("it fits"));
	assert_eq!(chain.send(&actor("Eve"), Call::refresh { provider: actor("Eve").id }), error(Error::NotProvider));
}

#[test]
fn a_provider_moves_to_another_key_with_what_it_earned_and_no_unvested_token_counts_there() {
	let mut chain = chain();
	let old = beneficiary(Allocation::BellaSmileGroup);
	let new = actor("BellaSmileGroup//second");
	provide(&mut chain, &old, 4_200_000 * BTT);
	chain.jump(APRIL_2025);
	assert_ok!(chain.send(&actor("Eve"), Call::refresh { provider: old.id.clone() }));
	assert_ok!(chain.send(&actor("Eve"), attest(&old.id)));
	chain.jump(chain.now() + ERA);
	let shared = emission(&mut chain).era_budget;
	let who = old.id.clone();
	let mut points = 0;
	chain.block_in_which(vec![], || points = work(&who, 10_000, 10_000 * BTT));
	assert!(points > 0);

	assert_ok!(chain.send(&old, pallet_vesting_schedules::Call::rotate { new: new.id.clone().into() }));
	let moved = Event::ProviderMoved { from: old.id.clone(), to: new.id.clone() };
	assert!(mined(&mut chain).contains(&moved));
	assert_eq!(chain.state(|| Runtime::provider(old.id.clone())), None);
	let at_rotation = vested(Allocation::BellaSmileGroup, chain.now());
	chain.state(|| {
		let record = Providers::<Runtime>::get(&new.id).expect("it has moved");
		assert_eq!((record.work.points, record.work.units, record.controller), (points, 10_000, Some(7)));
		let unvested = <VestingSchedules as Unvested<_>>::unvested(&new.id);
		assert_eq!(unvested, 4_200_000 * BTT - at_rotation);
		assert_eq!(record.stake, at_rotation);
	});

	let era = emission(&mut chain).era;
	enter(&mut chain, era + 1);
	let info = provider(&mut chain, &new);
	assert_eq!((info.capacity, info.pending), (u64::try_from(at_rotation / BTT).expect("it fits"), shared));
	enter(&mut chain, era + 3);
	let before = owns(&mut chain, &new);
	chain.block(vec![]);
	assert_eq!(owns(&mut chain, &new), before + shared);
	assert_paid(&mut chain, shared);
	assert_eq!(owns(&mut chain, &old), 0);
}

#[test]
fn an_accused_provider_does_not_move() {
	let mut chain = chain();
	let (old, new) = (beneficiary(Allocation::BellaSmileGroup), actor("BellaSmileGroup//second"));
	provide(&mut chain, &old, 4_200_000 * BTT);
	chain.jump(APRIL_2025);
	assert_ok!(chain.send(&actor("Eve"), Call::refresh { provider: old.id.clone() }));
	chain.jump(chain.now() + ERA);
	let who = old.id.clone();
	chain.block_in_which(vec![], || {
		work(&who, 10_000, 10_000 * BTT);
	});
	let era = emission(&mut chain).era;
	enter(&mut chain, era + 1);
	assert_ok!(chain.send(&actor("Heidi"), contest(&old, era, 1)));
	let rotate = || pallet_vesting_schedules::Call::rotate { new: new.id.clone().into() };
	assert_eq!(chain.send(&old, rotate()), staking_error(pallet_btt_staking::Error::Disputed));
	// A slash takes unvested tokens first, and of those the challenger gets nothing.
	let heidi = owns(&mut chain, &actor("Heidi"));
	let unvested = |chain: &mut Chain| chain.state(|| <VestingSchedules as Unvested<_>>::unvested(&old.id));
	assert_ok!(chain.decide(rule(&old, era, true)));
	assert_eq!(owns(&mut chain, &actor("Heidi")), heidi);
	assert_eq!(slashed(&mut chain), 100 * BTT);
	let left = 4_200_000 * BTT - 100 * BTT - vested(Allocation::BellaSmileGroup, chain.now());
	assert_eq!(unvested(&mut chain), left);
	assert_ok!(chain.send(&old, rotate()));
}

#[test]
fn a_halt_leaves_no_backlog_to_those_who_work_next() {
	for eras in [4, 160] {
		let (mut chain, ferdie, _) = working();
		let first = emission(&mut chain).era_budget;
		let who = ferdie.id.clone();
		chain.block_in_which(vec![], || {
			work(&who, 1_000, 100_000 * BTT);
		});
		chain.jump(start(1 + eras) + 3 * SLOT);
		let now = 1 + eras;
		let next = budget(POOL - first, now);
		assert_eq!(
			mined(&mut chain),
			[
				Event::EraClosed { era: 1, budget: first, points: 700_000_000 },
				Event::EraStarted { era: now, budget: next },
			]
		);
		let info = emission(&mut chain);
		assert_eq!((info.era, info.era_started, info.era_budget), (now, start(now), next));
		// What the idle eras leave is spread over eight years: even 40 days make the next era 2.2 % larger, no more.
		let alone = emitted(now + 1) - emitted(now);
		assert!(next > alone && next < alone / 1_000 * 1_023, "{next} {alone}");
		// The window in which era 1 can be contested begins when the chain is there again.
		chain.block(vec![]);
		assert_paid(&mut chain, 0);
		assert_eq!(emission(&mut chain).assigned, first);
		assert_ok!(chain.send(&actor("Heidi"), contest(&ferdie, 1, 1)));
		assert_ok!(chain.decide(rule(&ferdie, 1, false)));
		enter(&mut chain, now + 2);
		chain.block(vec![]);
		assert_paid(&mut chain, first);
		assert_eq!(emission(&mut chain).assigned, first);
	}
}

#[test]
fn what_somebody_who_is_gone_cannot_receive_is_owed_and_paid_later() {
	use pallet_btt_staking::Call as Staking;
	let (mut chain, ferdie, _) = working();
	assert_ok!(chain.send(&ferdie, Staking::drop_role { role: Role::Provider }));
	assert_ok!(chain.send(&ferdie, Staking::unbond { amount: 1_500 * BTT }));
	let who = ferdie.id.clone();
	// The stake with which the era began counts to its end. A fee of ten units gives a reward of 200.
	chain.block_in_which(vec![], || assert!(work(&who, 100, 10) > 0));

	// The chain stands still, and what has unbonded leaves before the era is final.
	chain.jump(chain.now() + 22 * DAY);
	let all = pallet_balances::Call::transfer_all { dest: actor("Eve").id.into(), keep_alive: false };
	let leave = [
		chain.sign(&ferdie, Staking::withdraw_unbonded { who: ferdie.id.clone() }),
		chain.sign_behind(1, &ferdie, all),
	];
	for result in chain.block(leave.into()) {
		assert_ok!(result);
	}
	assert_eq!(owns(&mut chain, &ferdie), 0);
	for _ in 0..2 {
		chain.jump(chain.now() + ERA);
	}
	chain.block(vec![]);
	assert!(mined(&mut chain).contains(&Event::Owed { provider: ferdie.id.clone(), amount: 200 }));
	let info = provider(&mut chain, &ferdie);
	assert_eq!((info.pending, info.owed, info.paid), (0, 200, 0));
	assert_paid(&mut chain, 0);
	assert_eq!(chain.state(Ledger::<Runtime>::get).owed, 200);
	let eve = actor("Eve");
	assert_eq!(chain.send(&eve, settle(&[&ferdie])), error(Error::NothingToSettle));
	assert_eq!(chain.send(&eve, Call::forget { provider: ferdie.id.clone() }), error(Error::NotIdle));

	let dest = ferdie.id.clone().into();
	assert_ok!(chain.send(&eve, pallet_balances::Call::transfer_keep_alive { dest, value: EXISTENTIAL_DEPOSIT }));
	assert_ok!(chain.send(&eve, settle(&[&ferdie])));
	assert_eq!(owns(&mut chain, &ferdie), EXISTENTIAL_DEPOSIT + 200);
	assert_paid(&mut chain, 200);

	// Once the reputation has faded, nothing is left of him.
	chain.jump(chain.now() + 30 * DAY);
	assert_ok!(chain.send(&eve, Call::forget { provider: ferdie.id.clone() }));
	assert_eq!(chain.state(|| Runtime::provider(ferdie.id.clone())), None);
}

#[test]
fn rules_are_set_by_referendum_and_hold_from_the_next_era_on() {
	let (mut chain, ferdie, _) = working();
	let weights = ScoreWeights { work: 100, quality: 0, geography: 0, energy: 0 };
	let rules = Rules { weights, concentration: 100, stake_per_unit: 2 * BTT, ..Rules::default() };
	let set = |rules| Call::set_rules { rules };
	assert_eq!(chain.send(&actor("Alice"), set(rules)), Err(DispatchError::BadOrigin));
	for wrong in [
		Rules { weights: ScoreWeights { work: 99, ..weights }, ..rules },
		Rules { stake_per_unit: BTT / 100 - 1, ..rules },
		Rules { payout_caps: [20, 10, 5, 101], ..rules },
		Rules { dispute_window: 4, ..rules },
		Rules { slash: Perbill::zero(), ..rules },
	] {
		assert_eq!(chain.decide(set(wrong)), error(Error::OutOfBounds));
	}
	assert_eq!(chain.council(set(rules)), Err(DispatchError::BadOrigin));
	assert_ok!(chain.decide(set(rules)));
	let who = ferdie.id.clone();
	chain.block_in_which(vec![], || assert_eq!(work(&who, 1_000, BTT), 700_000_000));
	enter(&mut chain, 2);
	assert_eq!(provider(&mut chain, &ferdie).capacity, 750);
	chain.block_in_which(vec![], || assert_eq!(work(&who, 1_000, BTT), 750_000_000));
	chain.state(|| assert_eq!(CurrentEra::<Runtime>::get().rules, rules));
}

#[test]
fn no_pause_stops_the_clock_of_disputes_or_payments() {
	let (mut chain, ferdie, heidi, shared) = contested(100);
	assert_ok!(chain.decide(pallet_safe_mode::Call::force_enter {}));
	let filtered = Err(frame_system::Error::<Runtime>::CallFiltered.into());
	let eve = actor("Eve");
	assert_eq!(chain.send(&eve, settle(&[&ferdie])), filtered);
	assert_eq!(chain.send(&eve, attest(&ferdie.id)), filtered);
	assert_eq!(chain.send(&eve, Call::refresh { provider: ferdie.id.clone() }), filtered);
	assert_eq!(chain.send(&eve, Call::forget { provider: ferdie.id.clone() }), filtered);
	assert_ok!(chain.send(&heidi, contest(&actor("Grace"), 1, 1)));
	assert_ok!(chain.decide(rule(&actor("Grace"), 1, true)));
	assert_eq!(chain.send(&eve, lapse(&ferdie, 1)), error(Error::TooEarly));
	enter(&mut chain, 4);
	chain.block(vec![]);
	let books = chain.state(Ledger::<Runtime>::get);
	assert_eq!((books.paid + books.contested, books.assigned), (shared, 0));
	assert!(books.contested > 0);
	chain.jump(chain.now() + 22 * DAY);
	assert_ok!(chain.send(&eve, lapse(&ferdie, 1)));
	assert_paid(&mut chain, shared);
	let paused = chain.state(|| pallet_safe_mode::EnteredUntil::<Runtime>::get().is_some());
	assert!(paused, "all of that happened in safe mode");
}

#[test]
fn the_example_in_the_documentation_is_right() {
	use btt_math::rewards::{efficiency, geography, quality, score};
	let page = include_str!("../../docs/tokenomics.md").replace('\n', " ");
	let rules = Rules::default();
	let ScoreWeights { work, quality: by_quality, geography: by_region, energy } = rules.weights;
	let job = score(
		[work, by_quality, by_region, energy],
		quality(190, 200, rules.prior_jobs.into()),
		geography(300_000, 40, 100, 0),
		efficiency(rules.reference_energy, 20, 20 * 1_250),
	);
	assert_eq!(job, 890_500);
	let points = 1_000 * u128::from(job);
	let shared = 25_200_000 * BTT / (730 * 4);
	let share = btt_math::rewards::telescoping_share(shared, 0, points, 10 * points);
	let public = 50 * (40 * BTT / 20) * 3 / 5;
	let cap = public * Balance::from(rules.payout_caps[0]);
	assert_eq!((shared / BTT, share / BTT, public / BTT, cap / BTT), (8_630, 863, 60, 1_200));
	assert_eq!((share - cap / 2) / BTT, 263);
	for figure in ["0.8905", "890.5 points", "8,630 BTT", "863 BTT", "60 BTT in all", "1,200 BTT", "600 BTT", "263 BTT"]
	{
		assert!(page.contains(figure), "{figure}");
	}
}

#[test]
fn a_test_network_has_regions_hardware_and_a_registrar() {
	for name in ["development", "local_testnet"] {
		let mut ext = build(&preset(name)).expect("the preset builds");
		ext.execute_with(|| {
			let regions = pallet_mining_rewards::CurrentEra::<Runtime>::get().regions;
			assert_eq!(regions.iter().map(|region| region.next_target).sum::<u32>(), 1_000_000);
			assert_eq!(pallet_mining_rewards::Hardware::<Runtime>::iter().count(), 3);
			assert_eq!(pallet_mining_rewards::Registrars::<Runtime>::get().to_vec(), [actor("Alice").id]);
		});
	}
}

#[test]
fn clients_find_emission_and_provider_in_the_metadata() {
	let bytes = sp_io::TestExternalities::default().execute_with(|| Runtime::metadata_at_version(15));
	let bytes = bytes.expect("it is supported");
	let RuntimeMetadata::V15(metadata) = RuntimeMetadataPrefixed::decode(&mut &bytes[..]).expect("it decodes").1 else {
		panic!("not what was asked for")
	};
	let api = metadata.apis.iter().find(|api| api.name == "TokenomicsApi").expect("it is there");
	let methods: Vec<_> = api.methods.iter().map(|method| method.name.as_str()).collect();
	assert!(methods.contains(&"emission") && methods.contains(&"provider"), "{methods:?}");
	let fields = |name: &str| -> Vec<String> {
		let ty = metadata.types.types.iter().find(|ty| ty.ty.path.segments.last().is_some_and(|last| last == name));
		let scale_info::TypeDef::Composite(composite) = &ty.expect("it is registered").ty.type_def else {
			panic!("{name} has fields")
		};
		composite.fields.iter().filter_map(|field| field.name.clone()).collect()
	};
	assert_eq!(fields("EmissionInfo"), ["era", "era_started", "era_budget", "assigned", "remaining"]);
	assert_eq!(fields("ProviderInfo"), ["pending", "owed", "paid", "units", "quality", "region", "capacity"]);
}
