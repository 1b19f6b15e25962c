//! Turns outcomes into a file of figures, a table and a plot.

use crate::race::{Outcome, BLOCK, ERA_BLOCKS};
use frame_support::weights::constants::WEIGHT_REF_TIME_PER_SECOND;
use std::{fmt::Write, time::Duration};

/// The table stands between these lines of a page.
const MARKERS: (&str, &str) =
	("<!-- The rest up to the next such line is written by scripts/compare. -->", "<!-- End. -->");

/// So many seconds.
fn seconds(weight: u64) -> f64 {
	weight as f64 / WEIGHT_REF_TIME_PER_SECOND as f64
}

/// All figures, as they are.
pub fn csv(outcomes: &[Outcome]) -> String {
	let mut text = String::from(
		"contestant,recipients,unpaid,calls,blocks,weight_ps,mandatory_ps,hooks_ps,extrinsic_base_ps,execution_ns,commit_ns,\
		 paid_units,kept_units,error_units\n",
	);
	for outcome in outcomes {
		let columns = [
			outcome.name.replace('`', ""),
			outcome.recipients.to_string(),
			outcome.unpaid.to_string(),
			outcome.calls.to_string(),
			outcome.blocks.to_string(),
			outcome.weight.to_string(),
			outcome.mandatory.to_string(),
			outcome.hooks.to_string(),
			outcome.base().to_string(),
			outcome.execution.as_nanos().to_string(),
			outcome.commit.as_nanos().to_string(),
			outcome.paid.to_string(),
			outcome.kept.to_string(),
			outcome.error().to_string(),
		];
		text.push_str(&columns.join(","));
		text.push('\n');
	}
	text
}

/// The table for people, with the machine that it is from, of which it had a processor for so many percent of the time.
pub fn table(outcomes: &[Outcome], busy: Option<u32>) -> String {
	let busy = busy.map(|percent| format!(", which ran for {percent} % of the time")).unwrap_or_default();
	let build = if cfg!(debug_assertions) { ", without --release, so that times say nothing" } else { "" };
	let mut text = format!(
		"Measured on {}, one thread{busy}{build}.\n\n\
		 | recipients | contestant | block weight, s | of that mandatory, s | calls | their base, s | blocks | \
		 wall time, s | conservation error, units |\n\
		 |---:|---|---:|---:|---:|---:|---:|---:|---:|\n",
		processor()
	);
	for outcome in outcomes {
		let error = outcome.error();
		let sign = if error < 0 { "−" } else { "" };
		let unpaid = match outcome.unpaid {
			0 => String::new(),
			unpaid => format!("; {} unpaid", grouped(unpaid.into())),
		};
		let row = [
			grouped(outcome.recipients.into()),
			outcome.name.to_string(),
			significant(seconds(outcome.weight)),
			significant(seconds(outcome.mandatory)),
			grouped(outcome.calls.into()),
			significant(seconds(outcome.base())),
			grouped(outcome.blocks.into()),
			significant(outcome.wall().as_secs_f64()),
			format!("{sign}{}{unpaid}", grouped(error.unsigned_abs())),
		];
		text.push_str(&format!("| {} |\n", row.join(" | ")));
	}
	text.push_str(&of_one_recipient(outcomes));
	text.push_str(&hooks(outcomes));
	text.push_str("\n![Block weight, mandatory weight and wall time by the number of recipients](performance.svg)\n");
	text
}

/// A paragraph on what each of the most recipients costs.
fn of_one_recipient(outcomes: &[Outcome]) -> String {
	let most = outcomes.iter().map(|outcome| outcome.recipients).max().unwrap_or_default();
	let microseconds = |seconds: f64| significant(seconds * 1e6 / f64::from(most));
	let parts = outcomes.iter().filter(|outcome| outcome.recipients == most).map(|outcome| {
		let weight = seconds(outcome.weight.saturating_add(outcome.base()));
		format!("{} {} µs and {} µs", outcome.name, microseconds(weight), microseconds(outcome.wall().as_secs_f64()))
	});
	format!(
		"\nWith {} recipients, each of them costs so much block weight, the base of the calls included, and so much wall \
		 time: {}.\n",
		grouped(most.into()),
		parts.collect::<Vec<_>>().join(", ")
	)
}

/// A paragraph on what hooks declare in every block.
fn hooks(outcomes: &[Outcome]) -> String {
	let mut parts: Vec<String> = Vec::new();
	for outcome in of_each(outcomes).filter(|outcome| outcome.hooks > 0) {
		let (block, era) = (seconds(outcome.hooks), seconds(outcome.hooks.saturating_mul(ERA_BLOCKS.into())));
		parts.push(format!("{} {} s ({} s)", outcome.name, significant(block), significant(era)));
	}
	if parts.is_empty() {
		return String::new();
	}
	format!(
		"\nIn every block, whether an era ends in it or not, hooks declare so much, and so much in the {} blocks of an \
		 era: {}. The table counts this for the blocks that it takes to pay.\n",
		grouped(ERA_BLOCKS.into()),
		parts.join(", ")
	)
}

/// The first outcome of each contestant.
fn of_each(outcomes: &[Outcome]) -> impl Iterator<Item = &Outcome> {
	let is_first = |index: usize| outcomes.iter().position(|other| other.name == outcomes[index].name) == Some(index);
	(0..outcomes.len()).filter(move |index| is_first(*index)).map(|index| &outcomes[index])
}

/// `page` with the table where the markers are.
pub fn insert(page: &str, table: &str) -> Result<String, String> {
	let missing = || format!("docs/performance.md lacks the lines {:?} and {:?}", MARKERS.0, MARKERS.1);
	let (before, rest) = page.split_once(MARKERS.0).ok_or_else(missing)?;
	let (_, after) = rest.split_once(MARKERS.1).ok_or_else(missing)?;
	Ok(format!("{before}{}\n\n{table}\n{}{after}", MARKERS.0, MARKERS.1))
}

/// What this machine calls its processor.
fn processor() -> String {
	let info = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
	let name = info.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
	name.map_or("a processor without a name", |(_, name)| name).to_string()
}

/// How long this thread has run so far, as far as the system tells.
pub fn ran() -> Option<Duration> {
	let stat = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
	stat.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
}

/// A number with its digits in groups of three.
pub fn grouped(number: u128) -> String {
	let digits = number.to_string();
	let mut text = String::new();
	for (position, digit) in digits.chars().enumerate() {
		if position > 0 && (digits.len() - position).is_multiple_of(3) {
			text.push(',');
		}
		text.push(digit);
	}
	text
}

/// Three digits of it that say something.
fn significant(value: f64) -> String {
	if value <= 0.0 {
		return "0".to_string();
	}
	let decimals = (2 - value.log10().floor() as i32).max(0) as usize;
	if decimals == 0 {
		grouped(value.round() as u128)
	} else {
		format!("{value:.decimals$}")
	}
}

/// A colour that can be told from the others without seeing colours well, and a form besides.
const STYLES: [(&str, Form); 5] = [
	("#0072b2", Form::Square),
	("#009e73", Form::Triangle),
	("#a04d83", Form::Diamond),
	("#5c5c5c", Form::Cross),
	("#d55e00", Form::Circle),
];

/// What marks a point.
#[derive(Clone, Copy)]
enum Form {
	Circle,
	Square,
	Triangle,
	Diamond,
	Cross,
}

impl Form {
	/// The mark at this place.
	fn at(self, x: f64, y: f64, colour: &str) -> String {
		match self {
			Self::Circle => format!("<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"4.5\" fill=\"{colour}\"/>"),
			Self::Square => {
				let (x, y) = (x - 4.0, y - 4.0);
				format!("<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"8\" height=\"8\" fill=\"{colour}\"/>")
			}
			Self::Triangle => format!("<path d=\"M{x:.1} {y:.1}m0 -5.5l5.2 9h-10.4z\" fill=\"{colour}\"/>"),
			Self::Diamond => format!("<path d=\"M{x:.1} {y:.1}m0 -6l5 6l-5 6l-5 -6z\" fill=\"{colour}\"/>"),
			Self::Cross => format!(
				"<path d=\"M{x:.1} {y:.1}m-4.5 -4.5l9 9m0 -9l-9 9\" stroke=\"{colour}\" stroke-width=\"2.5\" fill=\"none\"/>"
			),
		}
	}
}

/// One of the plots: its title, and the figure of an outcome in seconds.
type Panel = (&'static str, fn(&Outcome) -> f64);

const PANELS: [Panel; 3] = [
	("block weight of an era, s", |outcome| seconds(outcome.weight)),
	("of that mandatory in one block, s", |outcome| seconds(outcome.mandatory)),
	("wall time of an era, s", |outcome| Duration::as_secs_f64(&outcome.wall())),
];

/// Where a panel begins and how large it is, in px.
const PANEL: (f64, f64) = (330.0, 330.0);
const GAP: f64 = 85.0;
const TOP: f64 = 45.0;

/// Both axes, in powers of ten.
const X: (i32, i32) = (1, 6);
const Y: (i32, i32) = (-5, 4);

/// The plot: both axes logarithmic. What takes no time cannot be in it.
pub fn plot(outcomes: &[Outcome]) -> String {
	let names: Vec<&str> = of_each(outcomes).map(|outcome| outcome.name).collect();
	let width = GAP + (PANEL.0 + GAP) * PANELS.len() as f64;
	let legend = TOP + PANEL.1 + 75.0;
	let height = legend + 24.0 * names.len().div_ceil(3) as f64 + 5.0;
	let mut svg = format!(
		"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.0} {height:.0}\" font-family=\"sans-serif\" \
		 font-size=\"13\">\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n"
	);
	for (place, panel) in PANELS.iter().enumerate() {
		let left = GAP + (PANEL.0 + GAP) * place as f64;
		draw(&mut svg, left, panel, &names, outcomes);
	}
	for (place, name) in names.iter().enumerate() {
		let (colour, form) = STYLES[place % STYLES.len()];
		let (x, y) = (GAP + 10.0 + 400.0 * (place % 3) as f64, legend + 24.0 * (place / 3) as f64);
		let name = name.replace('`', "");
		line(&mut svg, &format!("<path d=\"M{:.1} {y:.1}h28\" stroke=\"{colour}\" stroke-width=\"2\"/>", x - 14.0));
		line(&mut svg, &form.at(x, y, colour));
		line(&mut svg, &format!("<text x=\"{:.1}\" y=\"{:.1}\">{name}</text>", x + 22.0, y + 4.5));
	}
	svg.push_str("</svg>\n");
	svg
}

/// One line of the file.
fn line(svg: &mut String, element: &str) {
	svg.push_str(element);
	svg.push('\n');
}

/// Draw a panel with this left edge.
fn draw(svg: &mut String, left: f64, (title, value): &Panel, names: &[&str], outcomes: &[Outcome]) {
	let x = |recipients: u32| left + PANEL.0 * (f64::from(recipients).log10() - X.0 as f64) / (X.1 - X.0) as f64;
	let y = |seconds: f64| {
		let exponent = seconds.log10().clamp(Y.0.into(), Y.1.into());
		TOP + PANEL.1 * (1.0 - (exponent - Y.0 as f64) / (Y.1 - Y.0) as f64)
	};
	line(svg, &format!("<text x=\"{left:.1}\" y=\"{:.1}\" font-weight=\"bold\">{title}</text>", TOP - 15.0));
	for exponent in Y.0..=Y.1 {
		let at = y(10f64.powi(exponent));
		line(svg, &format!("<path d=\"M{left:.1} {at:.1}h{:.1}\" stroke=\"#dddddd\"/>", PANEL.0));
		let label = if exponent < 0 { 10f64.powi(exponent).to_string() } else { grouped(10u128.pow(exponent as u32)) };
		line(svg, &format!("<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{label}</text>", left - 6.0, at + 4.5));
	}
	for exponent in X.0..=X.1 {
		let recipients = 10u32.pow(exponent as u32);
		let at = x(recipients);
		line(svg, &format!("<path d=\"M{at:.1} {TOP:.1}v{:.1}\" stroke=\"#dddddd\"/>", PANEL.1));
		let (label, below) = (grouped(recipients.into()), TOP + PANEL.1 + 18.0);
		line(
			svg,
			&format!("<text x=\"{at:.1}\" y=\"{below:.1}\" text-anchor=\"middle\" font-size=\"11\">{label}</text>"),
		);
	}
	let (middle, below) = (left + PANEL.0 / 2.0, TOP + PANEL.1 + 40.0);
	line(svg, &format!("<text x=\"{middle:.1}\" y=\"{below:.1}\" text-anchor=\"middle\">recipients</text>"));
	let block = y(seconds(BLOCK));
	line(svg, &format!("<path d=\"M{left:.1} {block:.1}h{:.1}\" stroke=\"black\" stroke-dasharray=\"5 4\"/>", PANEL.0));
	line(
		svg,
		&format!(
			"<text x=\"{:.1}\" y=\"{:.1}\" font-size=\"11\">all that fits into a block</text>",
			left + 6.0,
			block - 5.0
		),
	);
	for (place, name) in names.iter().enumerate() {
		let (colour, form) = STYLES[place % STYLES.len()];
		let (mut path, mut marks) = (String::new(), String::new());
		for outcome in outcomes.iter().filter(|outcome| outcome.name == *name && value(outcome) > 0.0) {
			let (x, y) = (x(outcome.recipients), y(value(outcome)));
			let _ = write!(path, "{}{x:.1} {y:.1}", if path.is_empty() { "M" } else { "L" });
			marks.push_str(&form.at(x, y, colour));
		}
		if !path.is_empty() {
			line(svg, &format!("<path d=\"{path}\" stroke=\"{colour}\" stroke-width=\"2\" fill=\"none\"/>"));
			line(svg, &marks);
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn outcome(name: &'static str, recipients: u32) -> Outcome {
		Outcome {
			name,
			recipients,
			unpaid: 0,
			calls: 7,
			blocks: 1,
			weight: 1_234_567_890_123,
			mandatory: 0,
			hooks: 0,
			execution: Duration::from_millis(12),
			commit: Duration::from_micros(345),
			paid: crate::race::BUDGET - 1_000,
			kept: 999,
		}
	}

	#[test]
	fn numbers_are_legible() {
		assert_eq!(grouped(0), "0");
		assert_eq!(grouped(999), "999");
		assert_eq!(grouped(1_234_567), "1,234,567");
		assert_eq!(significant(0.0), "0");
		assert_eq!(significant(0.000_123_4), "0.000123");
		assert_eq!(significant(1.234_56), "1.23");
		assert_eq!(significant(12_345.6), "12,346");
	}

	#[test]
	fn the_table_replaces_what_is_between_the_markers() {
		let table = table(&[outcome("some", 10)], None);
		assert!(table.contains("| 10 | some | 1.23 | 0 | 7 |"), "{table}");
		assert!(table.contains("| 0.0123 | 1 |"), "{table}");
		let page = format!("before\n{}\nold\n{}\nafter\n", MARKERS.0, MARKERS.1);
		let once = insert(&page, &table).unwrap();
		assert!(once.starts_with("before\n") && once.ends_with("\nafter\n") && !once.contains("old"));
		assert_eq!(insert(&once, &table).unwrap(), once);
		assert!(insert("before", &table).is_err());
	}

	#[test]
	fn what_each_of_the_most_recipients_costs_is_told() {
		let table = table(&[outcome("some", 10), outcome("some", 1_000), outcome("others", 1_000)], None);
		// 1.2345… s and seven calls of about 108 µs; 12.345 ms.
		assert!(table.contains("With 1,000 recipients,"), "{table}");
		assert!(table.contains("wall time: some 1,235 µs and 12.3 µs, others 1,235 µs and 12.3 µs."), "{table}");
	}

	#[test]
	fn what_hooks_declare_in_every_block_and_how_busy_the_machine_was_is_told() {
		assert!(!table(&[outcome("some", 10)], None).contains("hooks declare"));
		let hooked = |recipients| Outcome { hooks: 1_000_000_000, ..outcome("hooked", recipients) };
		let table = table(&[outcome("some", 10), hooked(10), hooked(1_000)], Some(97));
		assert!(table.contains("one thread, which ran for 97 % of the time"), "{table}");
		assert!(table.contains("3,600 blocks of an era: hooked 0.00100 s (3.60 s). The"), "{table}");
	}

	#[test]
	fn the_plot_has_a_mark_for_each_figure_that_is_not_zero() {
		let outcomes = [outcome("some", 10), outcome("some", 1_000), outcome("others", 10)];
		let svg = plot(&outcomes);
		assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>\n"));
		// Two panels with two squares of the first, and one in the legend; nothing is mandatory.
		assert_eq!(svg.matches("<rect x=").count(), 2 * 2 + 1);
		assert_eq!(csv(&outcomes).lines().count(), 4);
	}
}
