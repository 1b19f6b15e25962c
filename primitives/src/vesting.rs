//! How other pallets meet `vesting-schedules` (SPEC §3).

use crate::{Balance, Moment};
use btt_math::line::Line;
use codec::{Decode, Encode};
use frame_support::weights::Weight;
use scale_info::TypeInfo;
use sp_runtime::{DispatchError, DispatchResult};

/// Lays tokens that an account holds already under a vesting line.
pub trait GrantVesting<AccountId> {
	/// Freeze `line.total` units of what `who` holds and let them vest along `line`.
	///
	/// Fails, changing nothing, when `who` holds less than its lines sum up to, or has as many lines as it may have.
	fn grant(who: &AccountId, line: Line) -> DispatchResult;
}

/// What of an account is unvested.
pub trait Unvested<AccountId> {
	/// The unvested units of `who` at this block's time, never more than its total balance.
	fn unvested(who: &AccountId) -> Balance;

	/// The unvested units of all accounts together at this block's time. Grows with the number of beneficiaries, so
	/// for runtime APIs only.
	fn total_unvested() -> Balance;

	/// Note that a slash took `amount` from `who`: unvested tokens go first, from the end of the lines. Returns how
	/// much of the amount was unvested.
	///
	/// To be called before the tokens are taken.
	fn forfeit(who: &AccountId, amount: Balance) -> Balance;
}

/// Is told when a beneficiary moves to another account, to move what it keeps of it (bond, roles) and clear what must
/// not follow (votes).
pub trait OnRotate<AccountId> {
	/// `from` is about to hand everything over to `to`. An error stops the rotation.
	fn on_rotate(from: &AccountId, to: &AccountId) -> Result<(), DispatchError>;

	/// Everything of `from` is `to`'s now, unvested tokens included.
	fn on_rotated(_from: &AccountId, _to: &AccountId) {}

	/// What both weigh at most beyond what is measured with the rotation itself.
	fn on_rotate_weight() -> Weight {
		Weight::zero()
	}
}

#[impl_trait_for_tuples::impl_for_tuples(5)]
impl<AccountId> OnRotate<AccountId> for Tuple {
	fn on_rotate(from: &AccountId, to: &AccountId) -> Result<(), DispatchError> {
		for_tuples!( #( Tuple::on_rotate(from, to)?; )* );
		Ok(())
	}

	fn on_rotated(from: &AccountId, to: &AccountId) {
		for_tuples!( #( Tuple::on_rotated(from, to); )* );
	}

	fn on_rotate_weight() -> Weight {
		let mut sum = Weight::zero();
		for_tuples!( #( sum = sum.saturating_add(Tuple::on_rotate_weight()); )* );
		sum
	}
}

/// One line of an account, as clients see it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct VestingInfo {
	/// When the line starts.
	pub start: Moment,
	/// Before this nothing is vested.
	pub cliff: Moment,
	/// From here on everything is vested.
	pub end: Moment,
	/// Units that vest along the line, less what a slash took from its end.
	pub total: Balance,
	/// Units vested by now.
	pub vested: Balance,
	/// Units still frozen.
	pub frozen: Balance,
}
