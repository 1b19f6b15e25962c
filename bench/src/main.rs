//! Compares the ways to pay an era's rewards to many accounts, side by side in one run: `README.md` says how.

mod contestants;
mod race;
mod report;

use contestants::{AssetRewards, Mining, NominationPools, Packed, Staking};
use race::{race, Contestant, Outcome};
use std::{fs, path::Path, process::ExitCode, time::Instant};

/// With so many recipients each contestant is measured.
const RECIPIENTS: [u32; 4] = [10, 1_000, 100_000, 1_000_000];

/// Up to so many recipients, the median of [`RUNS`] counts.
const REPEATED_UP_TO: u32 = 1_000;

/// The median of so many counts.
const RUNS: usize = 11;

const USAGE: &str = "Usage: btt-bench [--max N]

Pays an era's rewards to 10, 1,000, 100,000 and 1,000,000 recipients in each of the ways that are compared, and writes
bench/results.csv, docs/performance.svg and the table of docs/performance.md. Run it at the root of the checkout.

  --max N   only with up to N recipients";

fn main() -> ExitCode {
	match run(std::env::args().skip(1)) {
		Ok(()) => ExitCode::SUCCESS,
		Err(error) => {
			eprintln!("btt-bench: {error}");
			ExitCode::FAILURE
		}
	}
}

fn run(mut arguments: impl Iterator<Item = String>) -> Result<(), String> {
	let mut max = u32::MAX;
	while let Some(argument) = arguments.next() {
		match argument.as_str() {
			"--max" => {
				let number = arguments.next().ok_or(USAGE)?;
				max = number.replace([',', '_'], "").parse().map_err(|_| format!("{number} is no number"))?;
			}
			"-h" | "--help" => {
				println!("{USAGE}");
				return Ok(());
			}
			_ => return Err(format!("{argument} is not known\n\n{USAGE}")),
		}
	}
	let sizes: Vec<u32> = RECIPIENTS.into_iter().filter(|recipients| *recipients <= max).collect();
	if sizes.is_empty() {
		return Err(format!("the least is {} recipients", RECIPIENTS[0]));
	}
	if cfg!(debug_assertions) {
		eprintln!("btt-bench: without --release, times say nothing");
	}

	let page = Path::new("docs/performance.md");
	let text = fs::read_to_string(page).map_err(|error| format!("{}: {error}", page.display()))?;
	let (started, ran) = (Instant::now(), report::ran());
	let mut outcomes = Vec::new();
	for recipients in sizes {
		outcomes.extend(everybody(recipients)?);
	}
	let ran = report::ran().zip(ran).map(|(after, before)| after.saturating_sub(before));
	// Less than all of the time is the fault of others that ran, and times are too long then.
	let busy = ran.map(|ran| (100.0 * ran.as_secs_f64() / started.elapsed().as_secs_f64()).round() as u32);
	let table = report::table(&outcomes, busy);
	println!("{table}");
	let write = |path: &str, text: String| fs::write(path, text).map_err(|error| format!("{path}: {error}"));
	write("bench/results.csv", report::csv(&outcomes))?;
	write("docs/performance.svg", report::plot(&outcomes))?;
	write("docs/performance.md", report::insert(&text, &table)?)
}

/// All contestants, one after the other.
fn everybody(recipients: u32) -> Result<Vec<Outcome>, String> {
	Ok(vec![
		median::<Staking>(recipients)?,
		median::<NominationPools>(recipients)?,
		median::<AssetRewards>(recipients)?,
		median::<Packed>(recipients)?,
		median::<Mining>(recipients)?,
	])
}

/// The outcome that takes longer than one half of all and shorter than the other.
fn median<C: Contestant>(recipients: u32) -> Result<Outcome, String> {
	eprintln!("{} recipients, {}", report::grouped(recipients.into()), C::NAME);
	let runs = if recipients > REPEATED_UP_TO { 1 } else { RUNS };
	let mut outcomes = (0..runs).map(|_| race::<C>(recipients)).collect::<Result<Vec<_>, _>>()?;
	outcomes.sort_by_key(Outcome::wall);
	Ok(outcomes.swap_remove(runs / 2))
}

#[cfg(test)]
mod tests {
	use super::*;
	use race::{BLOCK, BUDGET, ERA_BLOCKS};

	/// Ten recipients are few for every contestant.
	fn ten<C: Contestant>() -> Outcome {
		let outcome = race::<C>(10).unwrap();
		assert_eq!(outcome.unpaid, 0);
		assert_eq!(outcome.blocks, 1);
		assert!(outcome.mandatory <= outcome.weight && outcome.weight < BLOCK);
		outcome
	}

	#[test]
	fn the_budget_is_the_same_in_each_block() {
		assert_eq!(BUDGET % u128::from(ERA_BLOCKS), 0);
		const { assert!(BUDGET <= 25_200_000 * btt_primitives::BTT / 2_920) };
		assert!(25_200_000 * btt_primitives::BTT / 2_920 - BUDGET < ERA_BLOCKS.into());
	}

	#[test]
	fn payout_stakers_pays_all_but_what_parts_of_a_billion_cannot_express() {
		let outcome = ten::<Staking>();
		assert_eq!(outcome.calls, 1);
		// Two roundings to 10^-9 for each recipient, of what it shares with others.
		assert!(outcome.error() > 0 && outcome.error() < 20 * BUDGET as i128 / 1_000_000_000, "{}", outcome.error());
	}

	#[test]
	fn claim_payout_pays_all_but_what_the_counter_cannot_express() {
		let outcome = ten::<NominationPools>();
		assert_eq!((outcome.calls, outcome.mandatory), (10, 0));
		// The counter of rewards per point has 18 digits, and each share is rounded down.
		assert!(outcome.error() >= 0 && outcome.error() < 20, "{}", outcome.error());
	}

	#[test]
	fn harvest_rewards_pays_all_but_what_parts_of_4096_cannot_express() {
		let outcome = ten::<AssetRewards>();
		assert_eq!((outcome.calls, outcome.mandatory), (10, 0));
		// Rewards per unit of stake are rounded to 1/4,096, which all of the stake loses.
		let stake: u128 = (0..10).map(|number| race::stake(&race::account(number))).sum();
		assert!(outcome.error() > 0 && outcome.error() <= stake as i128 / 4_096 + 10, "{}", outcome.error());
	}

	#[test]
	fn the_packed_snapshot_pays_all_but_what_it_rounds_down() {
		let outcome = ten::<Packed>();
		assert_eq!((outcome.calls, outcome.mandatory), (0, outcome.weight));
		assert!(outcome.error() >= 0 && outcome.error() < 10, "{}", outcome.error());
	}

	#[test]
	fn settle_pays_all_to_the_unit() {
		let outcome = ten::<Mining>();
		assert_eq!(outcome.calls, 1);
		assert_eq!((outcome.paid, outcome.kept, outcome.error()), (BUDGET, 0, 0));
	}

	#[test]
	fn settle_pays_64_providers_by_a_call() {
		let outcome = race::<Mining>(130).unwrap();
		assert_eq!((outcome.calls, outcome.unpaid, outcome.error()), (3, 0, 0));
	}

	#[test]
	fn arguments_that_nobody_knows_are_refused() {
		assert!(run(["--min".into()].into_iter()).unwrap_err().contains("--min is not known"));
		assert!(run(["--max".into(), "9".into()].into_iter()).unwrap_err().contains("the least is 10"));
		assert!(run(["--max".into(), "many".into()].into_iter()).unwrap_err().contains("many is no number"));
	}
}
