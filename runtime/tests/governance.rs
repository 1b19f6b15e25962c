//! Token holders decide: what each track may do, how both houses vote, and how weight passes between them (SPEC §8).

mod common;

use btt_primitives::{
	api::runtime_decl_for_tokenomics_api,
	burn::BurnReason,
	governance::VotingPower,
	staking::{OnStakeChanged, Role},
	vesting::Unvested,
	Allocation, Balance, BTT, DAY,
};
use btt_runtime::{
	configs::governance::{
		dynamic_params::{deposits, governance, staking},
		RuntimeParameters, DECIDED_CALLS,
	},
	impls::{DepositPerItem, SubmissionDeposit, VotingTokens},
	AccountId, Balances, Block, BttToken, Burn, Governance, OriginCaller, Referenda, Runtime, RuntimeCall,
	RuntimeEvent, RuntimeOrigin, SafeMode, System, VestingSchedules,
};
use codec::{Decode, Encode};
use common::*;
use frame_support::{
	assert_ok,
	dispatch::RawOrigin,
	storage::with_transaction,
	traits::{
		fungible::InspectFreeze, schedule::DispatchTime, CallMetadata, Contains, Get, GetCallMetadata, Polling,
		VoteTally,
	},
};
use pallet_btt_governance::{Call, Conviction, Error, FreezeReason, ReferendumIndex, Stake, Track, Voters};
use pallet_preimage::Call as PreimageCall;
use pallet_referenda::{Call as ReferendaCall, ReferendumInfo, ReferendumInfoFor};
use scale_info::{meta_type, PortableRegistry, Registry, TypeDef};
use serde_json::json;
use sp_runtime::{
	traits::{Dispatchable, Hash, TrailingZeroInput},
	DispatchError, DispatchResult, Perbill, Permill, TransactionOutcome,
};
use std::collections::BTreeSet;

/// Blocks of the periods that every track has here.
const PREPARE: u32 = 12;
const DECISION: u32 = 40;
const CONFIRM: u32 = 5;
const ENACTMENT: u32 = 4;
const PERIOD: u32 = 30;

/// Once the community's greatest voters have bonded and paid fees, they have a little less than this, in units.
const RICH: Balance = 1_000_000 * BTT;

/// A chain that is born on 2026-01-01, when the institutions have 40 % of the weight. Its referenda take few blocks; Eve
/// has a million BTT, and she, Ferdie and the institutions have the governance role.
fn chain() -> Chain {
	let mut config = genesis(JANUARY_2026 - JANUARY_2025);
	let settings = json!({
		"maxDeciding": 10,
		"decisionDeposit": 10 * BTT,
		"preparePeriod": PREPARE,
		"decisionPeriod": DECISION,
		"confirmPeriod": CONFIRM,
		"enactmentPeriod": ENACTMENT,
	});
	merge(
		&mut config,
		json!({
			"governance": {
				"tracks": Track::ALL.map(|track| (track, settings.clone())),
				"lockingPeriod": PERIOD,
			},
		}),
	);
	endow(&mut config, &actor("Eve").id, RICH);
	endow(&mut config, &actor("Ferdie").id, 100 * BTT);
	let mut chain = Chain::new(config);
	let voters: Vec<_> = INSTITUTIONS.map(beneficiary).into_iter().chain([actor("Eve"), actor("Ferdie")]).collect();
	for who in &voters {
		assert_ok!(chain.send(who, pallet_btt_staking::Call::bond { amount: 10 * BTT }));
		assert_ok!(chain.send(who, pallet_btt_staking::Call::add_role { role: Role::Governance }));
	}
	chain
}

fn community(tokens: Balance) -> Stake {
	Stake { community: tokens, ..Stake::default() }
}

fn institutional(tokens: Balance) -> Stake {
	Stake { institutional: tokens, ..Stake::default() }
}

fn error(error: Error<Runtime>) -> DispatchResult {
	Err(error.into())
}

fn filtered() -> DispatchResult {
	Err(frame_system::Error::<Runtime>::CallFiltered.into())
}

fn release(allocation: Allocation, amount: Balance) -> RuntimeCall {
	pallet_btt_token::Call::release { allocation, beneficiary: actor("Grace").id, amount }.into()
}

/// Have Eve propose a call on a track and pay the deposits. Returns the number of the referendum.
fn propose(chain: &mut Chain, track: Track, call: impl Into<RuntimeCall>) -> ReferendumIndex {
	let eve = actor("Eve");
	let bytes = call.into().encode();
	let hash = <Runtime as frame_system::Config>::Hashing::hash(&bytes);
	let len = bytes.len() as u32;
	// The same may have been proposed before.
	let noted = chain.send(&eve, PreimageCall::note_preimage { bytes });
	assert!(noted == Ok(()) || noted == Err(pallet_preimage::Error::<Runtime>::AlreadyNoted.into()), "{noted:?}");
	let index = chain.state(pallet_referenda::ReferendumCount::<Runtime>::get);
	assert_ok!(chain.send(
		&eve,
		ReferendaCall::submit {
			proposal_origin: Box::new(OriginCaller::Governance(track)),
			proposal: frame_support::traits::Bounded::Lookup { hash, len },
			enactment_moment: DispatchTime::After(0),
		},
	));
	assert_ok!(chain.send(&eve, ReferendaCall::place_decision_deposit { index }));
	index
}

fn vote(chain: &mut Chain, who: &Actor, referendum: ReferendumIndex, aye: bool, stake: Stake) -> DispatchResult {
	chain.send(who, Call::vote { referendum, aye, stake })
}

/// Cast the votes of several in one block.
fn vote_together(chain: &mut Chain, referendum: ReferendumIndex, votes: &[(Actor, bool, Stake)]) {
	let votes: Vec<_> = votes
		.iter()
		.map(|(who, aye, stake)| chain.sign(who, Call::vote { referendum, aye: *aye, stake: *stake }))
		.collect();
	for result in chain.block(votes) {
		assert_ok!(result);
	}
}

/// What an institution votes with in its own house. A little vests until the vote is in a block.
fn unvested(chain: &mut Chain, who: &Actor) -> Stake {
	institutional(chain.state(|| VestingSchedules::unvested(&who.id)) / 100 * 99)
}

/// What an institution votes with in the community's house, where the five have most of the tokens. Some stays free for
/// fees.
fn vested(chain: &mut Chain, who: &Actor) -> Stake {
	community(chain.state(|| VotingTokens::holdings(&who.id).community) - 50 * BTT)
}

/// Have everything unvested of all institutions vote.
fn institutions_vote(chain: &mut Chain, referendum: ReferendumIndex, aye: bool) {
	let votes = INSTITUTIONS.map(beneficiary).map(|who| (who.clone(), aye, unvested(chain, &who)));
	vote_together(chain, referendum, &votes);
}

/// Have everything vote that the institutions hold vested, and what Eve has.
fn community_votes(chain: &mut Chain, referendum: ReferendumIndex, aye: bool) {
	let mut votes = INSTITUTIONS.map(beneficiary).map(|who| (who.clone(), aye, self::vested(chain, &who))).to_vec();
	votes.push((actor("Eve"), aye, community(RICH - 1_000 * BTT)));
	vote_together(chain, referendum, &votes);
}

/// Make blocks until a referendum has ended. Returns whether it was approved.
fn end(chain: &mut Chain, referendum: ReferendumIndex) -> bool {
	for _ in 0..PREPARE + DECISION + CONFIRM + 10 {
		match chain.state(|| ReferendumInfoFor::<Runtime>::get(referendum)) {
			Some(ReferendumInfo::Ongoing(_)) => chain.block(vec![]),
			Some(ReferendumInfo::Approved(..)) => return true,
			Some(ReferendumInfo::Rejected(..)) => return false,
			other => panic!("{other:?}"),
		};
	}
	panic!("it does not end");
}

/// Make blocks until an approved referendum is enacted, and return how.
fn enacted(chain: &mut Chain) -> DispatchResult {
	for _ in 0..=ENACTMENT {
		chain.block(vec![]);
		for event in chain.events() {
			if let RuntimeEvent::Scheduler(pallet_scheduler::Event::Dispatched { id: Some(_), result, .. }) = event {
				return result;
			}
		}
	}
	panic!("it is not enacted");
}

fn approval(chain: &mut Chain, referendum: ReferendumIndex) -> u32 {
	chain.state(|| {
		let (tally, track) = Referenda::as_ongoing(referendum).expect("it is not decided");
		tally.approval(track).deconstruct()
	})
}

fn support(chain: &mut Chain, referendum: ReferendumIndex) -> u32 {
	chain.state(|| {
		let (tally, track) = Referenda::as_ongoing(referendum).expect("it is not decided");
		tally.support(track).deconstruct()
	})
}

fn frozen(chain: &mut Chain, who: &AccountId) -> Balance {
	chain.state(|| Balances::balance_frozen(&FreezeReason::Voting.into(), who))
}

// What a track may do

/// Every call of the runtime with its name, with arguments that are all zeroes as far as these mean something.
fn all_calls() -> Vec<(String, RuntimeCall)> {
	let mut registry = Registry::new();
	let id = registry.register_type(&meta_type::<RuntimeCall>()).id;
	let types: PortableRegistry = registry.into();
	let variants = |id: u32| match &types.resolve(id).expect("it is registered").type_def {
		TypeDef::Variant(variants) => variants.variants.clone(),
		other => panic!("{other:?} is no enum"),
	};
	let mut calls = Vec::new();
	for pallet in variants(id) {
		for call in variants(pallet.fields[0].ty.id) {
			let name = format!("{}.{}", pallet.name, call.name);
			let decode = |first: u8| {
				let bytes = [pallet.index, call.index, first];
				RuntimeCall::decode(&mut TrailingZeroInput::new(&bytes)).ok()
			};
			let decoded = (0..u8::MAX).find_map(decode).unwrap_or_else(|| panic!("{name} takes other arguments"));
			calls.push((name, decoded));
		}
	}
	calls
}

/// Which calls an origin may make, whatever becomes of them.
fn allowed(origin: &RuntimeOrigin) -> BTreeSet<String> {
	let may = |call: RuntimeCall| {
		with_transaction(|| {
			let result = call.dispatch(origin.clone()).map_err(|error| error.error);
			let refusals = [Err(DispatchError::BadOrigin), filtered()];
			TransactionOutcome::Rollback(Ok::<_, DispatchError>(!refusals.contains(&result.map(drop))))
		})
		.expect("it is rolled back in good order")
	};
	all_calls().into_iter().filter(|(_, call)| may(call.clone())).map(|(name, _)| name).collect()
}

/// What any origin may do: remark, apply an upgrade that was authorised, and batch calls of its own.
const ANYBODY: [&str; 6] = [
	"System.apply_authorized_upgrade",
	"System.remark",
	"Utility.batch",
	"Utility.batch_all",
	"Utility.force_batch",
	"Utility.if_else",
];

/// What each track may do, and nothing else (SPEC §8). Where it depends on arguments, zeroes stand for the allocation of
/// the China Oral Industry Group and for the deposit per item.
fn powers(track: Track) -> Vec<&'static str> {
	match track {
		Track::NetworkUpgrade => vec![
			"Governance.authorize_upgrade",
			"Institutions.disapprove_proposal",
			"Institutions.kill",
			"Institutions.set_members",
			"Preimage.note_preimage",
			"Preimage.request_preimage",
			"Preimage.unnote_preimage",
			"Preimage.unrequest_preimage",
			"Referenda.cancel",
			"Referenda.kill",
			"SafeMode.force_enter",
			"SafeMode.force_exit",
			"SafeMode.force_extend",
			"TxPause.pause",
			"TxPause.unpause",
			"VestingSchedules.force_rotate",
		],
		Track::TechnicalStandards => vec![
			"BttStaking.cancel_slash",
			"BttStaking.set_minimum",
			"BttStaking.set_validator_count",
			"MiningRewards.add_registrar",
			"MiningRewards.remove_hardware",
			"MiningRewards.remove_region",
			"MiningRewards.remove_registrar",
			"MiningRewards.rule",
			"MiningRewards.set_hardware",
			"MiningRewards.set_region",
			"MiningRewards.set_rules",
		],
		Track::ResourceAllocation => vec![
			"BttToken.create_milestone",
			"BttToken.decide",
			"BttToken.release",
			"Burn.set_policy",
			"Fees.set_efficiency",
			"Fees.set_fee_split",
			"Fees.set_premium_price",
			"Fees.spend",
			"Governance.set_parameter",
		],
		// Releases from the fund for the growth of the ecosystem only, see below.
		Track::Partnerships => vec![],
	}
}

#[test]
fn each_track_may_make_the_calls_of_its_list_and_no_others() {
	let mut chain = chain();
	chain.state(|| {
		assert!(all_calls().len() > 150, "there are calls to try");
		for track in Track::ALL {
			let expected: BTreeSet<_> = powers(track).into_iter().chain(ANYBODY).map(|name| name.to_string()).collect();
			assert_eq!(allowed(&track.into()), expected, "{track:?}");
		}
	});
}

#[test]
fn what_depends_on_arguments_is_for_one_track_each() {
	let mut chain = chain();
	let parameter = |parameter| RuntimeCall::from(Call::set_parameter { parameter: Box::new(parameter) });
	let cases = [
		(Track::NetworkUpgrade, release(Allocation::UnallocatedReserve, BTT)),
		(Track::Partnerships, release(Allocation::EcosystemGrowthFund, BTT)),
		(Track::ResourceAllocation, release(Allocation::CommunityIncentives, BTT)),
		(
			Track::ResourceAllocation,
			parameter(RuntimeParameters::Deposits(deposits::Parameters::PerByte(deposits::PerByte, Some(BTT / 100)))),
		),
		(
			Track::TechnicalStandards,
			parameter(RuntimeParameters::Staking(staking::Parameters::UnbondingDays(staking::UnbondingDays, Some(20)))),
		),
		(
			Track::NetworkUpgrade,
			parameter(RuntimeParameters::Governance(governance::Parameters::StakeBonus(
				governance::StakeBonus,
				Some(Permill::from_percent(10)),
			))),
		),
	];
	chain.state(|| {
		for (right, call) in cases {
			for track in Track::ALL {
				let refused = enact(track, call.clone()) == Err(DispatchError::BadOrigin);
				assert_eq!(refused, track != right, "{track:?}: {call:?}");
			}
		}
	});
}

#[test]
fn nobody_else_may_make_a_call_that_is_for_referenda() {
	let mut chain = chain();
	chain.state(|| {
		let decided: BTreeSet<String> = Track::ALL.into_iter().flat_map(powers).map(String::from).collect();
		// The emergency council pauses, and that is all.
		let council = allowed(&pallet_collective::RawOrigin::Members(5, 5).into());
		let expected: BTreeSet<_> = ANYBODY.into_iter().chain(["Governance.pause"]).map(String::from).collect();
		assert_eq!(council, expected);
		for members in [0, 3] {
			let few = allowed(&pallet_collective::RawOrigin::Members(members, 5).into());
			assert_eq!(few, ANYBODY.into_iter().map(String::from).collect(), "{members} of five");
		}
		// Preimages are also for whoever pays for them.
		let signed = allowed(&RawOrigin::Signed(actor("Eve").id).into());
		let both: Vec<_> = signed.intersection(&decided).filter(|name| !name.starts_with("Preimage.")).collect();
		assert_eq!(both, Vec::<&String>::new());
	});
}

#[test]
fn no_pause_stops_what_was_decided() {
	let mut chain = chain();
	chain.state(|| {
		let calls: std::collections::BTreeMap<_, _> = all_calls().into_iter().collect();
		for name in Track::ALL.into_iter().flat_map(powers).chain(ANYBODY) {
			assert!(btt_runtime::configs::system::AlwaysOn::contains(&calls[name]), "{name} can be stopped");
		}
		// And what is listed exists.
		for (pallet, names) in DECIDED_CALLS {
			for name in names {
				assert!(calls.contains_key(&format!("{pallet}.{name}")), "there is no {pallet}.{name}");
			}
		}
		let CallMetadata { pallet_name, function_name } = calls["Fees.spend"].get_call_metadata();
		let name = [pallet_name, function_name].map(|part| part.as_bytes().to_vec().try_into().expect("it is short"));
		let [pallet, call]: [frame_support::BoundedVec<u8, _>; 2] = name;
		let pause = RuntimeCall::from(pallet_tx_pause::Call::pause { full_name: (pallet, call) });
		let refusal = pallet_tx_pause::Error::<Runtime>::Unpausable.into();
		assert_eq!(enact(Track::NetworkUpgrade, pause), Err(refusal));
	});
}

// Parameters

#[test]
fn a_parameter_out_of_its_bounds_is_refused_and_changes_nothing() {
	let mut chain = chain();
	let set = |parameter| RuntimeCall::from(Call::set_parameter { parameter: Box::new(parameter) });
	let item = |value| RuntimeParameters::Deposits(deposits::Parameters::PerItem(deposits::PerItem, value));
	let quorum = |value| {
		let value = Some(Perbill::from_parts(value));
		RuntimeParameters::Governance(governance::Parameters::Quorum(governance::Quorum, value))
	};
	let bonus = |value| {
		let value = Some(Permill::from_parts(value));
		RuntimeParameters::Governance(governance::Parameters::StakeBonus(governance::StakeBonus, value))
	};
	let deposit = |value| {
		RuntimeParameters::Governance(governance::Parameters::SubmissionDeposit(
			governance::SubmissionDeposit,
			Some(value),
		))
	};
	let deferral = |value| {
		RuntimeParameters::Staking(staking::Parameters::SlashDeferralDays(staking::SlashDeferralDays, Some(value)))
	};
	let unbonding =
		|value| RuntimeParameters::Staking(staking::Parameters::UnbondingDays(staking::UnbondingDays, Some(value)));
	let minimum = |value| {
		RuntimeParameters::Staking(staking::Parameters::GovernanceMinimum(staking::GovernanceMinimum, Some(value)))
	};
	for wrong in [
		item(Some(BTT / 1_000 - 1)),
		item(Some(10 * BTT + 1)),
		item(Some(u128::MAX)),
		quorum(9_999_999),
		quorum(200_000_001),
		bonus(500_001),
		deposit(BTT - 1),
		deposit(10_000 * BTT + 1),
		deferral(28),
		// A slash falls due after seven days.
		unbonding(8),
		unbonding(366),
		minimum(BTT - 1),
		minimum(1_000_000 * BTT + 1),
	] {
		let before = chain.state(|| sp_io::storage::root(sp_runtime::StateVersion::V1));
		assert_eq!(chain.state(|| enact_on_its_track(set(wrong.clone()))), error(Error::OutOfBounds), "{wrong:?}");
		assert_eq!(chain.state(|| sp_io::storage::root(sp_runtime::StateVersion::V1)), before);
	}
	for right in [
		item(Some(BTT / 1_000)),
		item(Some(10 * BTT)),
		quorum(10_000_000),
		quorum(200_000_000),
		bonus(500_000),
		deposit(BTT),
		unbonding(9),
		deferral(27),
		unbonding(365),
		minimum(1_000_000 * BTT),
	] {
		assert_ok!(chain.decide(set(right)));
	}
	assert_eq!(chain.state(DepositPerItem::get), 10 * BTT);
	assert_eq!(chain.state(SubmissionDeposit::get), BTT);
	// Nothing sets it to what it was by default.
	assert_ok!(chain.decide(set(item(None))));
	assert_eq!(chain.state(DepositPerItem::get), BTT / 10);
}

fn enact_on_its_track(call: RuntimeCall) -> DispatchResult {
	let outcomes = Track::ALL.map(|track| enact(track, call.clone()));
	outcomes.into_iter().find(|outcome| *outcome != Err(DispatchError::BadOrigin)).expect("a track may make it")
}

// Voting

#[test]
fn weight_passes_to_the_community_on_a_line_that_ends_with_2027() {
	let mut chain = chain();
	let institutional = |chain: &mut Chain| {
		let weights = chain.state(Governance::governance_weights);
		assert_eq!(weights.institutional + weights.community, 1_000_000_000);
		weights.institutional
	};
	// A slot of six seconds of 1,095 days is worth 38 billionths of 60 %.
	let first = institutional(&mut chain);
	assert!((399_999_000..=400_000_000).contains(&first), "{first}");
	chain.jump(JANUARY_2027);
	assert_eq!(institutional(&mut chain), 200_000_000);
	chain.jump(JANUARY_2028 - SLOT);
	assert_eq!(institutional(&mut chain), 38);
	chain.jump(JANUARY_2028);
	assert_eq!(institutional(&mut chain), 0);
	chain.jump(JANUARY_2028 + 3_650 * DAY);
	assert_eq!(institutional(&mut chain), 0);
	let api_weights = <Runtime as runtime_decl_for_tokenomics_api::TokenomicsApi<Block, AccountId>>::governance_weights;
	assert_eq!(chain.state(api_weights).community, 1_000_000_000);
}

#[test]
fn the_electorate_is_everybody_but_pots() {
	let mut chain = chain();
	chain.state(|| {
		let electorate = VotingTokens::electorate();
		let unvested: Balance =
			INSTITUTIONS.map(beneficiary).iter().map(|who| VestingSchedules::unvested(&who.id)).sum();
		// Somebody's freeze is lowered once an hour: meanwhile a little vests.
		let hour = unvested / (365 * 24);
		assert!((unvested..unvested + hour).contains(&electorate.institutional), "{electorate:?} {unvested}");
		let mut voting = 0;
		for who in frame_system::Account::<Runtime>::iter_keys() {
			let holdings = VotingTokens::holdings(&who);
			voting += holdings.total() + holdings.held;
		}
		assert_eq!(electorate.institutional + electorate.community, voting);
		assert_eq!(VotingTokens::holdings(&BttToken::pot_of(Allocation::UnallocatedReserve)), Default::default());
	});
}

#[test]
fn the_institutions_alone_reach_their_weight_and_no_more() {
	let mut chain = chain();
	let referendum = propose(&mut chain, Track::Partnerships, release(Allocation::EcosystemGrowthFund, BTT));
	institutions_vote(&mut chain, referendum, true);
	let reached = approval(&mut chain, referendum);
	// The weights are those of the submission, less than an hour after the year began.
	assert!((399_900_000..=400_000_000).contains(&reached), "{reached}");
	assert!(!end(&mut chain, referendum), "40 % is no majority");
}

#[test]
fn what_both_houses_approve_is_enacted_and_its_votes_are_free_again() {
	let mut chain = chain();
	let eve = actor("Eve");
	let referendum = propose(&mut chain, Track::Partnerships, release(Allocation::EcosystemGrowthFund, 500 * BTT));
	community_votes(&mut chain, referendum, true);
	assert!(support(&mut chain, referendum) > 100_000_000);
	assert!(approval(&mut chain, referendum) >= 599_900_000);
	let give = || pallet_balances::Call::transfer_keep_alive { dest: actor("Grace").id.into(), value: 2_000 * BTT };
	assert_eq!(chain.send(&eve, give()), Err(sp_runtime::TokenError::Frozen.into()));
	assert!(end(&mut chain, referendum));
	assert_eq!(chain.send(&eve, Call::unlock { target: eve.id.clone().into() }), error(Error::NothingToUnlock));
	assert_eq!(total_of(&mut chain, "Grace"), 0);
	assert_eq!(enacted(&mut chain), Ok(()));
	assert_eq!(total_of(&mut chain, "Grace"), 500 * BTT);
	// Anybody can free her tokens now.
	assert_ok!(chain.send(&actor("Ferdie"), Call::unlock { target: eve.id.clone().into() }));
	assert_eq!(frozen(&mut chain, &eve.id), 0);
	assert_ok!(chain.send(&eve, give()));
	for call in [
		ReferendaCall::refund_decision_deposit { index: referendum },
		ReferendaCall::refund_submission_deposit { index: referendum },
	] {
		assert_ok!(chain.send(&eve, call));
	}
	assert_eq!(chain.state(|| pallet_balances::Reserves::<Runtime>::get(&eve.id).len()), 0);
	assert_eq!(chain.state(|| VotingTokens::holdings(&eve.id).held), held_for_preimages(&mut chain));
}

/// The preimages that Eve noted are still there.
fn held_for_preimages(chain: &mut Chain) -> Balance {
	let eve = actor("Eve").id;
	chain.state(|| {
		use frame_support::traits::fungible::InspectHold;
		Balances::balance_on_hold(&pallet_preimage::HoldReason::Preimage.into(), &eve)
	})
}

fn total_of(chain: &mut Chain, name: &str) -> Balance {
	chain.state(|| total(&actor(name).id))
}

#[test]
fn an_upgrade_takes_two_thirds_and_a_majority_in_each_house() {
	let hash = sp_core::H256::repeat_byte(7);
	let upgrade = || RuntimeCall::from(Call::authorize_upgrade { code_hash: hash });
	// Only the community, only the institutions, both against each other, and both.
	for (institutions, community, passes) in [
		(None, Some(true), false),
		(Some(true), None, false),
		(Some(false), Some(true), false),
		(Some(true), Some(false), false),
		(Some(true), Some(true), true),
	] {
		let mut chain = chain();
		let referendum = propose(&mut chain, Track::NetworkUpgrade, upgrade());
		// One account has one vote on a question: with two opinions, what is unvested speaks for the institutions, and Eve for
		// the community.
		let mut votes = Vec::new();
		for who in INSTITUTIONS.map(beneficiary) {
			let (own, other) = (unvested(&mut chain, &who), vested(&mut chain, &who));
			votes.extend(match (institutions, community) {
				(Some(aye), same) if same == Some(aye) => Some((who, aye, Stake { community: other.community, ..own })),
				(Some(aye), _) => Some((who, aye, own)),
				(None, Some(aye)) => Some((who, aye, other)),
				(None, None) => None,
			});
		}
		votes.extend(community.map(|aye| (actor("Eve"), aye, self::community(RICH - 1_000 * BTT))));
		vote_together(&mut chain, referendum, &votes);
		assert_eq!(end(&mut chain, referendum), passes, "{institutions:?} {community:?}");
		let authorised = chain.state(|| System::authorized_upgrade().is_some());
		assert!(!authorised);
		if passes {
			assert_eq!(enacted(&mut chain), Ok(()));
			assert!(chain.state(|| System::authorized_upgrade().is_some()));
		}
	}
}

#[test]
fn the_weights_of_a_referendum_are_those_of_its_submission() {
	let mut chain = chain();
	chain.jump(JANUARY_2028 - 4 * SLOT);
	let before = propose(&mut chain, Track::Partnerships, release(Allocation::EcosystemGrowthFund, BTT));
	chain.jump(JANUARY_2028 + SLOT);
	let after = propose(&mut chain, Track::Partnerships, release(Allocation::EcosystemGrowthFund, BTT));
	let weight = |chain: &mut Chain, referendum| {
		chain.state(|| Referenda::as_ongoing(referendum).expect("it is not decided").0.institutional_weight)
	};
	assert!(weight(&mut chain, before) > 0);
	assert_eq!(weight(&mut chain, after), 0);
	// When all has vested, the house of the institutions is empty and what weight it had is the community's.
	community_votes(&mut chain, before, true);
	assert_eq!(approval(&mut chain, before), 1_000_000_000);
}

#[test]
fn bad_votes_have_names_and_change_nothing() {
	let mut chain = chain();
	let (eve, ferdie, alice) = (actor("Eve"), actor("Ferdie"), actor("Alice"));
	let china = beneficiary(Allocation::ChinaOralIndustryGroup);
	let referendum = propose(&mut chain, Track::Partnerships, release(Allocation::EcosystemGrowthFund, BTT));
	let tally = |chain: &mut Chain| chain.state(|| Referenda::as_ongoing(referendum));
	let before = tally(&mut chain);
	assert_eq!(vote(&mut chain, &alice, referendum, true, community(BTT)), error(Error::NoRole));
	assert_eq!(vote(&mut chain, &ferdie, 99, true, community(BTT)), error(Error::NotFound));
	assert_eq!(vote(&mut chain, &ferdie, referendum, true, Stake::default()), error(Error::ZeroVote));
	assert_eq!(vote(&mut chain, &ferdie, referendum, true, community(101 * BTT)), error(Error::MoreThanHeld));
	assert_eq!(vote(&mut chain, &ferdie, referendum, true, institutional(1)), error(Error::MoreThanHeld));
	let convinced = Stake { conviction: Conviction::Twofold, ..institutional(BTT) };
	assert_eq!(vote(&mut chain, &china, referendum, true, convinced), error(Error::ConvictionOnUnvested));
	assert_eq!(tally(&mut chain), before);
	assert!(!chain.state(|| Voters::<Runtime>::contains_key(&ferdie.id)));

	assert_ok!(vote(&mut chain, &ferdie, referendum, true, community(50 * BTT)));
	assert_eq!(vote(&mut chain, &ferdie, referendum, false, community(BTT)), error(Error::AlreadyVoted));
	let delegate =
		|to: &Actor| Call::delegate { track: Track::Partnerships, to: to.id.clone().into(), stake: community(BTT) };
	assert_eq!(chain.send(&ferdie, delegate(&eve)), error(Error::HasVotes));
	assert_eq!(chain.send(&eve, delegate(&eve)), error(Error::SelfDelegation));
	assert_eq!(chain.send(&eve, delegate(&alice)), error(Error::DelegateHasNoRole));
	assert!(!end(&mut chain, referendum));
	assert_eq!(vote(&mut chain, &eve, referendum, true, community(BTT)), error(Error::Ended));
	assert_eq!(chain.send(&ferdie, Call::remove_vote { referendum }), error(Error::Ended));
	assert_ok!(chain.send(&eve, Call::unlock { target: ferdie.id.clone().into() }));
	assert_eq!(frozen(&mut chain, &ferdie.id), 0);
}

#[test]
fn who_loses_the_role_or_the_bond_loses_the_vote() {
	let mut chain = chain();
	let eve = actor("Eve");
	let referendum = propose(&mut chain, Track::Partnerships, release(Allocation::EcosystemGrowthFund, BTT));
	let count =
		|chain: &mut Chain| chain.state(|| Referenda::as_ongoing(referendum).expect("it is not decided").0.community);
	assert_ok!(chain.send(&eve, pallet_btt_staking::Call::bond { amount: 90 * BTT }));
	assert_ok!(vote(&mut chain, &eve, referendum, true, community(1_000 * BTT)));
	// A hundred of the thousand are bonded and count a fifth more.
	let cast = count(&mut chain);
	assert_eq!((cast.raw_ayes, cast.ayes), (1_000 * BTT, 1_020 * BTT));
	assert_ok!(chain.send(&eve, pallet_btt_staking::Call::unbond { amount: 50 * BTT }));
	let cast = count(&mut chain);
	assert_eq!((cast.raw_ayes, cast.ayes), (1_000 * BTT, 1_010 * BTT));
	assert_ok!(chain.send(&eve, pallet_btt_staking::Call::drop_role { role: Role::Governance }));
	let cast = count(&mut chain);
	assert_eq!((cast.raw_ayes, cast.ayes), (0, 0));
	assert!(!chain.state(|| Voters::<Runtime>::contains_key(&eve.id)));
	assert_eq!(frozen(&mut chain, &eve.id), 0);
}

#[test]
fn whoever_unbonds_pays_for_the_votes_that_there_are() {
	let mut chain = chain();
	let eve = actor("Eve");
	let fee = |chain: &mut Chain| {
		assert_ok!(chain.send(&eve, pallet_btt_staking::Call::unbond { amount: 10 * BTT }));
		chain
			.events()
			.into_iter()
			.find_map(|event| match event {
				RuntimeEvent::Fees(pallet_btt_fees::Event::FeePaid { fee, .. }) => Some(fee),
				_ => None,
			})
			.expect("she paid")
	};
	assert_ok!(chain.send(&eve, pallet_btt_staking::Call::bond { amount: 90 * BTT }));
	let without = fee(&mut chain);
	for _ in 0..4 {
		let referendum = propose(&mut chain, Track::Partnerships, release(Allocation::EcosystemGrowthFund, BTT));
		assert_ok!(vote(&mut chain, &eve, referendum, true, community(BTT)));
	}
	let with = fee(&mut chain);
	assert!(with > without, "{with} {without}");
	let most = <Runtime as pallet_btt_staking::Config>::OnStakeChanged::on_stake_reduced_weight();
	let her =
		chain.state(|| <Runtime as pallet_btt_staking::Config>::OnStakeChanged::on_stake_reduced_weight_of(&eve.id));
	let nobody = chain.state(|| {
		<Runtime as pallet_btt_staking::Config>::OnStakeChanged::on_stake_reduced_weight_of(&actor("Nobody").id)
	});
	assert!(nobody.all_lt(her) && her.all_lt(most), "{nobody:?} {her:?} {most:?}");
}

#[test]
fn a_beneficiary_that_moves_leaves_its_votes_behind() {
	let mut chain = chain();
	let (old, new) = (beneficiary(Allocation::BellaSmileGroup), actor("Heidi"));
	let referendum = propose(&mut chain, Track::Partnerships, release(Allocation::EcosystemGrowthFund, BTT));
	let unvested = chain.state(|| VestingSchedules::unvested(&old.id)) / 2;
	assert_ok!(vote(&mut chain, &old, referendum, true, institutional(unvested)));
	let move_to =
		pallet_vesting_schedules::Call::force_rotate { old: old.id.clone().into(), new: new.id.clone().into() };
	assert_ok!(chain.decide(move_to));
	let tally = chain.state(|| Referenda::as_ongoing(referendum).expect("it is not decided").0);
	assert_eq!(tally.institutional.raw_ayes, 0);
	let holdings = chain.state(|| VotingTokens::holdings(&new.id));
	assert!(holdings.institutional >= unvested);
	assert_eq!(chain.state(|| VotingTokens::holdings(&old.id)).total(), 0);
}

// Ends before their time

#[test]
fn only_the_highest_track_cancels_and_nothing_cancels_an_upgrade() {
	let mut chain = chain();
	let eve = actor("Eve");
	let low = propose(&mut chain, Track::Partnerships, release(Allocation::EcosystemGrowthFund, BTT));
	let high = propose(&mut chain, Track::NetworkUpgrade, Call::authorize_upgrade { code_hash: Default::default() });
	for call in [RuntimeCall::from(ReferendaCall::cancel { index: high }), ReferendaCall::kill { index: high }.into()] {
		assert_eq!(chain.state(|| enact(Track::NetworkUpgrade, call)), filtered());
	}
	for track in [Track::TechnicalStandards, Track::ResourceAllocation, Track::Partnerships] {
		let cancel = RuntimeCall::from(ReferendaCall::cancel { index: low });
		assert_eq!(chain.state(|| enact(track, cancel)), Err(DispatchError::BadOrigin));
	}
	assert_ok!(vote(&mut chain, &eve, low, true, community(BTT)));
	let before = chain.state(|| VotingTokens::holdings(&eve.id).held);
	assert_ok!(chain.decide(ReferendaCall::cancel { index: low }));
	// Both deposits go back, and the vote binds no longer.
	for call in
		[ReferendaCall::refund_decision_deposit { index: low }, ReferendaCall::refund_submission_deposit { index: low }]
	{
		assert_ok!(chain.send(&eve, call));
	}
	let after = chain.state(|| VotingTokens::holdings(&eve.id).held);
	assert_eq!(before - after, 20 * BTT);
	assert_ok!(chain.send(&eve, Call::unlock { target: eve.id.clone().into() }));
	assert_eq!(frozen(&mut chain, &eve.id), 0);
}

#[test]
fn the_deposits_of_a_killed_referendum_are_burned_and_accounted_for() {
	let mut chain = chain();
	let low = propose(&mut chain, Track::Partnerships, release(Allocation::EcosystemGrowthFund, BTT));
	let burned = |chain: &mut Chain| {
		let by_reason = chain.state(Burn::burned_by_reason).reasons;
		by_reason.iter().find(|(reason, _)| *reason == BurnReason::Slash).map_or(0, |(_, sum)| *sum)
	};
	let (slashed, issuance) = (burned(&mut chain), chain.state(Balances::total_issuance));
	let had = total_of(&mut chain, "Eve");
	assert_ok!(chain.decide(ReferendaCall::kill { index: low }));
	assert_eq!(burned(&mut chain) - slashed, 20 * BTT);
	assert_eq!(issuance - chain.state(Balances::total_issuance), 20 * BTT);
	assert_eq!(had - total_of(&mut chain, "Eve"), 20 * BTT);
}

// Emergencies

#[test]
fn the_council_pauses_for_a_day_and_no_longer_and_referenda_go_on() {
	let mut chain = chain();
	let eve = actor("Eve");
	let transfer =
		|| RuntimeCall::from(pallet_balances::Call::transfer_keep_alive { dest: actor("Bob").id.into(), value: BTT });
	let referendum = propose(&mut chain, Track::Partnerships, release(Allocation::EcosystemGrowthFund, 500 * BTT));
	assert_ok!(chain.council(Call::pause {}));
	assert!(chain.state(SafeMode::is_entered));
	let day = (DAY / SLOT) as u32;
	assert_eq!(chain.state(pallet_safe_mode::EnteredUntil::<Runtime>::get), {
		let now = chain.state(System::block_number);
		Some(now + day)
	});
	assert_eq!(chain.send(&eve, transfer()), filtered());
	assert_eq!(chain.council(Call::pause {}), error(Error::PausedAlready));

	// What is decided meanwhile is enacted meanwhile.
	community_votes(&mut chain, referendum, true);
	assert!(end(&mut chain, referendum));
	assert_eq!(enacted(&mut chain), Ok(()));
	assert_eq!(total_of(&mut chain, "Grace"), 500 * BTT);

	assert_ok!(chain.decide(pallet_safe_mode::Call::force_extend {}));
	assert_ok!(chain.decide(pallet_safe_mode::Call::force_exit {}));
	assert_ok!(chain.send(&eve, transfer()));
	assert_eq!(chain.council(Call::pause {}), error(Error::PausedRecently));
	assert_ok!(chain.send(&eve, transfer()));
}

#[test]
fn the_emergency_council_is_whom_a_referendum_names() {
	let mut chain = chain();
	let set = pallet_collective::Call::set_members { new_members: vec![actor("Eve").id], prime: None, old_count: 5 };
	let set = RuntimeCall::Institutions(set);
	assert_eq!(chain.council(set.clone()), Err(DispatchError::BadOrigin));
	assert_ok!(chain.decide(set));
	let members = chain.state(pallet_collective::Members::<Runtime, frame_support::instances::Instance1>::get);
	assert_eq!(members, [actor("Eve").id]);
}
