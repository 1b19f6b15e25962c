//! Whatever happens in whatever order, no token votes twice on a referendum.

use super::*;
use frame_support::dispatch::{DispatchResult, DispatchResultWithPostInfo};
use proptest::prelude::*;

const WHO: [AccountId; 5] = [ALICE, BOB, CAROL, INSTITUTE, COLLEGE];
const DAY: u64 = 86_400_000;

#[derive(Clone, Debug)]
enum Action {
	Propose(Track),
	Vote { who: AccountId, referendum: u32, aye: bool, parts: (u8, u8), conviction: Conviction },
	Remove { who: AccountId, referendum: u32 },
	Delegate { who: AccountId, track: Track, to: AccountId, parts: (u8, u8), conviction: Conviction },
	Undelegate { who: AccountId, track: Track },
	Transfer { from: AccountId, to: AccountId, part: u8 },
	Bond { who: AccountId, part: u8 },
	Unbond { who: AccountId, part: u8 },
	Withdraw { who: AccountId },
	Slash { who: AccountId, part: u8, challenger: AccountId },
	Deposit { who: AccountId, part: u8 },
	Return { who: AccountId },
	Wait { days: u64 },
	Vest { who: AccountId },
	Refresh { who: AccountId },
	Unlock { who: AccountId },
	Run { blocks: u64 },
}

fn who() -> impl Strategy<Value = AccountId> {
	prop::sample::select(WHO.to_vec())
}

fn track() -> impl Strategy<Value = Track> {
	prop::sample::select(vec![Track::Partnerships, Track::NetworkUpgrade])
}

fn part() -> impl Strategy<Value = u8> {
	prop_oneof![Just(0), Just(100), 0..=100u8]
}

fn conviction() -> impl Strategy<Value = Conviction> {
	prop::sample::select(vec![Conviction::None, Conviction::None, Conviction::Twofold, Conviction::Sixfold])
}

/// Something that somebody does; deposits only if they are to happen.
fn action(deposits: bool) -> impl Strategy<Value = Action> {
	use Action::*;
	let any = prop_oneof![
		2 => track().prop_map(Propose),
		8 => (who(), 0..4u32, any::<bool>(), (part(), part()), conviction())
			.prop_map(|(who, referendum, aye, parts, conviction)| Vote { who, referendum, aye, parts, conviction }),
		2 => (who(), 0..4u32).prop_map(|(who, referendum)| Remove { who, referendum }),
		4 => (who(), track(), who(), (part(), part()), conviction())
			.prop_map(|(who, track, to, parts, conviction)| Delegate { who, track, to, parts, conviction }),
		2 => (who(), track()).prop_map(|(who, track)| Undelegate { who, track }),
		4 => (who(), who(), part()).prop_map(|(from, to, part)| Transfer { from, to, part }),
		2 => (who(), part()).prop_map(|(who, part)| Bond { who, part }),
		2 => (who(), part()).prop_map(|(who, part)| Unbond { who, part }),
		2 => who().prop_map(|who| Withdraw { who }),
		2 => (who(), part(), who()).prop_map(|(who, part, challenger)| Slash { who, part, challenger }),
		2 => (who(), part()).prop_map(|(who, part)| Deposit { who, part }),
		2 => who().prop_map(|who| Return { who }),
		2 => (0..200u64).prop_map(|days| Wait { days }),
		2 => who().prop_map(|who| Vest { who }),
		1 => who().prop_map(|who| Refresh { who }),
		2 => who().prop_map(|who| Unlock { who }),
		2 => (1..6u64).prop_map(|blocks| Run { blocks }),
	];
	any.prop_map(move |action| match action {
		Deposit { who, .. } | Return { who } if !deposits => Refresh { who },
		other => other,
	})
}

fn share(of: Balance, part: u8) -> Balance {
	of / 100 * Balance::from(part)
}

fn stake(who: AccountId, parts: (u8, u8), conviction: Conviction) -> Stake {
	let holdings = Staking::holdings(&who);
	let institutional = share(holdings.institutional, parts.0);
	Stake { institutional, community: share(holdings.community, parts.1), conviction }
}

fn plain(result: DispatchResultWithPostInfo) -> DispatchResult {
	result.map(drop).map_err(|refused| refused.error)
}

fn perform(action: Action) {
	use Action::*;
	// What is refused is as good as what is done: nothing has changed.
	let _ = match action {
		Propose(track) if pallet_referenda::ReferendumCount::<Test>::get() < 4 => {
			propose(track, remark());
			Ok(())
		}
		Propose(_) => Ok(()),
		Vote { who, referendum, aye, parts, conviction } => vote(who, referendum, aye, stake(who, parts, conviction)),
		Remove { who, referendum } => Governance::remove_vote(by(who), referendum),
		Delegate { who, track, to, parts, conviction } => {
			plain(Governance::delegate(by(who), track, to, stake(who, parts, conviction)))
		}
		Undelegate { who, track } => plain(Governance::undelegate(by(who), track)),
		Transfer { from, to, part } => transfer(from, to, share(liquid(from), part)),
		Bond { who, part } => bond(who, share(Balances::free_balance(who).saturating_sub(ED), part)),
		Unbond { who, part } => {
			unbond(who, share(Bonds::get()[&who], part));
			Ok(())
		}
		Withdraw { who } => {
			withdraw(who);
			Ok(())
		}
		Slash { who, part, challenger } => {
			slash(who, share(Bonds::get()[&who], part), challenger);
			Ok(())
		}
		Deposit { who, part } => deposit(who, share(Balances::free_balance(who).saturating_sub(ED), part)),
		Return { who } => {
			return_deposit(who);
			Ok(())
		}
		Wait { days } => {
			set_time(now() + days * DAY);
			Ok(())
		}
		Vest { who } => VestingSchedules::vest(by(who), who),
		Refresh { who } => plain(Governance::refresh(by(ALICE), who)),
		Unlock { who } => plain(Governance::unlock(by(ALICE), who)),
		Run { blocks } => {
			run(blocks);
			Ok(())
		}
	};
}

/// What `who` votes with on `referendum`, by itself or through another.
fn power_on(who: AccountId, referendum: u32, track: Track) -> Option<Power> {
	let voter = Voters::<Test>::get(who)?;
	let own = voter.votes.iter().find(|vote| vote.referendum == referendum).map(|vote| vote.power);
	let delegation = voter.delegation(track);
	assert!(own.is_none() || delegation.is_none(), "{who} votes in two ways");
	own.or(delegation.map(|delegation| delegation.power))
}

/// No account votes with more than its power, whichever house it votes in; and what it votes with cannot leave it.
fn check_power(deposits: bool) {
	check_state();
	for referendum in 0..pallet_referenda::ReferendumCount::<Test>::get() {
		let Some((tally, track)) = Referenda::as_ongoing(referendum) else { continue };
		let track = Track::from_id(track).unwrap();
		let mut tokens = 0;
		for who in WHO {
			let Some(power) = power_on(who, referendum, track) else { continue };
			let holdings = Staking::holdings(&who);
			// What is put on hold after a vote is still in the account.
			let most = holdings.total() + if deposits { holdings.held } else { 0 };
			assert!(power.tokens() <= most, "{who} votes with more than its power");
			let bonus = crate::Pallet::<Test>::stake_bonus().mul_floor(holdings.bonded);
			assert!(deposits || power.bonus <= bonus, "{who} has a bonus for what is not bonded");
			let stays = Balances::total_balance(&who) - liquid(who);
			assert!(power.tokens() <= stays + ED, "{who} could send away what votes");
			tokens += power.tokens();
		}
		let counted = tally.institutional.raw_ayes
			+ tally.institutional.raw_nays
			+ tally.community.raw_ayes
			+ tally.community.raw_nays;
		assert!(counted <= tokens, "tokens are counted twice");
		let there: Balance = WHO.iter().map(Balances::total_balance).sum();
		assert!(counted <= there, "more tokens vote than there are");
		assert!(approval(referendum) <= 1_000_000_000 && support(referendum) <= 1_000_000_000);
	}
}

/// Between them, and all of a sudden at the end, everybody sells what can be sold and votes with what it holds.
fn everybody_votes_after_selling(to: AccountId) {
	for from in WHO {
		if from != to {
			let _ = transfer(from, to, liquid(from));
		}
	}
	for referendum in 0..pallet_referenda::ReferendumCount::<Test>::get() {
		for who in WHO {
			let _ = vote(who, referendum, true, stake(who, (100, 100), Conviction::None));
		}
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(1_000))]

	#[test]
	fn no_order_of_anything_makes_votes_of_nothing(
		actions in prop::collection::vec(action(false), 1..40),
		to in who(),
	) {
		ExtBuilder::default().build_and_execute(|| {
			for action in actions {
				perform(action);
				check_power(false);
			}
			everybody_votes_after_selling(to);
			check_power(false);
		});
	}

	#[test]
	fn deposits_do_not_change_that(actions in prop::collection::vec(action(true), 1..40), to in who()) {
		ExtBuilder::default().build_and_execute(|| {
			for action in actions {
				perform(action);
				check_power(true);
			}
			everybody_votes_after_selling(to);
			check_power(true);
		});
	}
}
