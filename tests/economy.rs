//! The token economy of a running chain (SPEC §1, §3).

use crate::harness::{beside, until, value_key, when, Node, BLOCKS};
use codec::Encode;
use sp_core::{sr25519, Pair, H256};

const BTT: u128 = 1_000_000_000_000_000_000;
const SUPPLY: u128 = 210_000_000 * BTT;

/// 2025-01-01T00:00Z.
const TGE: u64 = 1_735_689_600_000;

/// The institutions: who, how much, when the cliff and the line end (2025-04-01, 2025-07-01; 2027-07-01, 2028-01-01).
const INSTITUTIONS: [(&str, u128, u64, u64); 5] = [
	("ChinaOralIndustryGroup", 21_000_000 * BTT, 1_751_328_000_000, 1_830_297_600_000),
	("VisionFutureCapital", 6_300_000 * BTT, 1_743_465_600_000, 1_814_400_000_000),
	("YueyaEraMedical", 6_300_000 * BTT, 1_743_465_600_000, 1_814_400_000_000),
	("BellaSmileGroup", 4_200_000 * BTT, 1_743_465_600_000, 1_814_400_000_000),
	("StrategicInvestors", 2_100_000 * BTT, 1_743_465_600_000, 1_814_400_000_000),
];

/// What the other allocations are in size, and what genesis has released of them on `--dev`: 100,000 BTT for each of
/// six test accounts, 1,000 BTT for the fees of each institution.
const OTHERS: [(u128, u128); 5] = [
	(35_700_000 * BTT, 0),
	(63_000_000 * BTT, 0),
	(25_200_000 * BTT, 600_000 * BTT),
	(14_700_000 * BTT, 5_000 * BTT),
	(31_500_000 * BTT, 0),
];

fn vested(total: u128, cliff: u64, end: u64, now: u64) -> u128 {
	match now {
		now if now < cliff => 0,
		now if now < end => total * u128::from(now - TGE) / u128::from(end - TGE),
		_ => total,
	}
}

struct Economy<'a> {
	node: &'a Node,
	block: H256,
	now: u64,
}

impl Economy<'_> {
	async fn supply_is_whole(&self) {
		let (issued, burned, circulating, unvested, unreleased): (u128, u128, u128, u128, u128) =
			self.node.runtime_api("TokenomicsApi_supply", &[], self.block).await;
		let issuance: u128 =
			self.node.storage(&value_key("Balances", "TotalIssuance"), self.block).await.expect("tokens were issued");
		assert_eq!(issued, SUPPLY);
		assert_eq!(issuance + burned, SUPPLY);
		assert_eq!(circulating + burned + unvested + unreleased, SUPPLY);
		let expected = INSTITUTIONS.iter().map(|&(_, total, cliff, end)| total - vested(total, cliff, end, self.now));
		assert_eq!(unvested, expected.sum::<u128>());
		assert_eq!(unreleased, OTHERS.iter().map(|(total, released)| total - released).sum::<u128>());
	}

	async fn allocations_are_those_of_the_table(&self) {
		let rows: Vec<(u8, u128, u128, u128)> =
			self.node.runtime_api("TokenomicsApi_allocations", &[], self.block).await;
		let institutions =
			INSTITUTIONS.iter().map(|&(_, total, cliff, end)| (total, vested(total, cliff, end, self.now)));
		let expected = institutions
			.chain(OTHERS)
			.enumerate()
			.map(|(index, (total, released))| (index as u8, total, released, total - released))
			.collect::<Vec<_>>();
		assert_eq!(rows, expected);
		assert_eq!(rows.iter().map(|row| row.1).sum::<u128>(), SUPPLY);
	}

	async fn institutions_vest_along_their_lines(&self) {
		for (name, total, cliff, end) in INSTITUTIONS {
			let who = sr25519::Pair::from_string(&format!("//{name}"), None).expect("a name is a path").public();
			let lines: Vec<(u64, u64, u64, u128, u128, u128)> =
				self.node.runtime_api("TokenomicsApi_vesting", &who.encode(), self.block).await;
			let [line] = lines[..] else { panic!("{name} has {} lines", lines.len()) };
			let vested = vested(total, cliff, end, self.now);
			assert_eq!(line, (TGE, cliff, end, total, vested, total - vested), "{name}");

			// The freeze lags behind the line until an idle block or somebody lifts it; it never runs ahead.
			let account = self.node.account(&who.into(), self.block).await;
			assert!(account.frozen >= total - vested, "{name}: {} frozen", account.frozen);
			assert_eq!(account.free + account.reserved, total + 1_000 * BTT, "{name}");
		}
	}
}

#[test]
fn a_dev_chain_finalises_and_its_economy_is_that_of_the_specification() {
	beside(async {
		let folder = tempfile::tempdir().expect("a temporary folder can be made");
		let node = Node::new(folder.path(), "dev", &["--dev"]);
		node.start(&[]);
		node.ready().await;
		for height in [1, 5] {
			until("blocks become final", BLOCKS, async || {
				let finalised = node.finalised().await;
				when(finalised >= height, || format!("finalised {finalised}"))
			})
			.await;
			let (block, _) = node.finalised_block().await;
			let now: u64 = node.storage(&value_key("Timestamp", "Now"), block).await.expect("a block has a time");
			let economy = Economy { node: &node, block, now };
			economy.supply_is_whole().await;
			economy.allocations_are_those_of_the_table().await;
			economy.institutions_vest_along_their_lines().await;
		}
	});
}
