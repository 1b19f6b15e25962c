//! Who the 210,000,000 BTT were allocated to (SPEC §1; whitepaper, "Token Allocation Structure").

use crate::{Balance, BTT};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// One row of the allocation table. The names and their order are relied upon by clients (SPEC §17).
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub enum Allocation {
	/// 10 %, linear over 36 months with a cliff of 6.
	#[codec(index = 0)]
	ChinaOralIndustryGroup,
	/// 3 %, linear over 30 months with a cliff of 3.
	#[codec(index = 1)]
	VisionFutureCapital,
	/// 3 %, linear over 30 months with a cliff of 3.
	#[codec(index = 2)]
	YueyaEraMedical,
	/// 2 %, linear over 30 months with a cliff of 3.
	#[codec(index = 3)]
	BellaSmileGroup,
	/// 1 %, linear over 30 months with a cliff of 3.
	#[codec(index = 4)]
	StrategicInvestors,
	/// 17 %, bound to milestones along a line of 48 months.
	#[codec(index = 5)]
	Foundation,
	/// 30 %, emitted over 8 years.
	#[codec(index = 6)]
	MiningRewards,
	/// 12 %, discretionary, from the second year on.
	#[codec(index = 7)]
	CommunityIncentives,
	/// 7 %, discretionary.
	#[codec(index = 8)]
	EcosystemGrowthFund,
	/// 15 %: what the whitepaper's rows leave of 100 %. Sealed for the first five years.
	#[codec(index = 9)]
	UnallocatedReserve,
}

/// By which rule the tokens of an [`Allocation`] leave it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AllocationKind {
	/// Held by its beneficiaries from genesis on, unvested along a line (SPEC §3).
	Institutional {
		/// Months after the token generation event before which nothing is vested.
		cliff_months: u32,
		/// Months after the token generation event at which everything is vested.
		months: u32,
	},
	/// Released against accepted milestones, never ahead of a line (SPEC §4).
	Milestones {
		/// Months after the token generation event at which the line ends.
		months: u32,
	},
	/// Emitted to providers of computation (SPEC §5).
	Emission,
	/// Released by decision, within the release caps (SPEC §2).
	Discretionary {
		/// Months after the token generation event before which nothing may be released.
		sealed_months: u32,
	},
}

impl Allocation {
	/// Every allocation, in the order of the table.
	pub const ALL: [Self; 10] = [
		Self::ChinaOralIndustryGroup,
		Self::VisionFutureCapital,
		Self::YueyaEraMedical,
		Self::BellaSmileGroup,
		Self::StrategicInvestors,
		Self::Foundation,
		Self::MiningRewards,
		Self::CommunityIncentives,
		Self::EcosystemGrowthFund,
		Self::UnallocatedReserve,
	];

	/// The size of the allocation in units; over [`Self::ALL`] they add up to the total supply.
	pub const fn total(self) -> Balance {
		match self {
			Self::ChinaOralIndustryGroup => 21_000_000 * BTT,
			Self::VisionFutureCapital | Self::YueyaEraMedical => 6_300_000 * BTT,
			Self::BellaSmileGroup => 4_200_000 * BTT,
			Self::StrategicInvestors => 2_100_000 * BTT,
			Self::Foundation => 35_700_000 * BTT,
			Self::MiningRewards => 63_000_000 * BTT,
			Self::CommunityIncentives => 25_200_000 * BTT,
			Self::EcosystemGrowthFund => 14_700_000 * BTT,
			Self::UnallocatedReserve => 31_500_000 * BTT,
		}
	}

	/// The rule by which tokens leave the allocation.
	pub const fn kind(self) -> AllocationKind {
		match self {
			Self::ChinaOralIndustryGroup => AllocationKind::Institutional { cliff_months: 6, months: 36 },
			Self::VisionFutureCapital | Self::YueyaEraMedical | Self::BellaSmileGroup | Self::StrategicInvestors => {
				AllocationKind::Institutional { cliff_months: 3, months: 30 }
			}
			Self::Foundation => AllocationKind::Milestones { months: 48 },
			Self::MiningRewards => AllocationKind::Emission,
			Self::CommunityIncentives => AllocationKind::Discretionary { sealed_months: 12 },
			Self::EcosystemGrowthFund => AllocationKind::Discretionary { sealed_months: 0 },
			Self::UnallocatedReserve => AllocationKind::Discretionary { sealed_months: 60 },
		}
	}
}

/// The four initiatives of the foundation's allocation (SPEC §4; whitepaper, "Foundation & Technical Allocation").
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub enum Initiative {
	/// Core protocol development, interoperability included: 7 %.
	#[codec(index = 0)]
	CoreProtocol,
	/// AI integration framework: 5 %.
	#[codec(index = 1)]
	AiIntegration,
	/// Security and compliance: 3 %.
	#[codec(index = 2)]
	SecurityAndCompliance,
	/// Research partnerships: 2 %.
	#[codec(index = 3)]
	ResearchPartnerships,
}

impl Initiative {
	/// Every initiative.
	pub const ALL: [Self; 4] =
		[Self::CoreProtocol, Self::AiIntegration, Self::SecurityAndCompliance, Self::ResearchPartnerships];

	/// The size of the initiative in units; together they are the foundation's allocation.
	pub const fn total(self) -> Balance {
		match self {
			Self::CoreProtocol => 14_700_000 * BTT,
			Self::AiIntegration => 10_500_000 * BTT,
			Self::SecurityAndCompliance => 6_300_000 * BTT,
			Self::ResearchPartnerships => 4_200_000 * BTT,
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::TOTAL_SUPPLY;

	#[test]
	fn allocations_add_up_to_the_supply() {
		assert_eq!(Allocation::ALL.iter().map(|a| a.total()).sum::<Balance>(), TOTAL_SUPPLY);
	}

	#[test]
	fn initiatives_add_up_to_the_foundation() {
		assert_eq!(Initiative::ALL.iter().map(|i| i.total()).sum::<Balance>(), Allocation::Foundation.total());
	}

	#[test]
	fn the_order_of_the_table_is_the_encoding() {
		for (index, allocation) in Allocation::ALL.iter().enumerate() {
			assert_eq!(allocation.encode(), vec![index as u8]);
		}
	}
}
