//! What charges for transactions, with discounts.

use crate::{
	types::{discounted, waived},
	Config, Event, Pallet, WeightInfo,
};
use btt_primitives::{fees::Discount, Balance};
use core::marker::PhantomData;
use frame_support::{pallet_prelude::TransactionValidityError, traits::fungible::Inspect, weights::Weight};
use pallet_transaction_payment::{OnChargeTransaction, TxCreditHold};
use sp_runtime::traits::{DispatchInfoOf, PostDispatchInfoOf};

/// Has `Inner` charge what is left of a fee after the payer's discount, and tells what was really paid.
///
/// The discount is looked up once, when the fee is withdrawn; the corrected fee is discounted by the same. Since a
/// discounted fee grows with the fee, a corrected fee never exceeds what was withdrawn, and the refund is exact. Tips
/// are not discounted.
pub struct DiscountedCharge<Inner>(PhantomData<Inner>);

/// What was withdrawn for a transaction.
#[derive(Default)]
pub struct Charge<Inner> {
	/// What the wrapped adapter keeps.
	inner: Inner,
	/// What the payer pays less.
	discount: Discount,
	/// Units that the payer lost so far.
	withdrawn: Balance,
}

impl<T: pallet_transaction_payment::Config, Inner: TxCreditHold<T>> TxCreditHold<T> for DiscountedCharge<Inner> {
	type Credit = Inner::Credit;
}

impl<T, Inner> OnChargeTransaction<T> for DiscountedCharge<Inner>
where
	T: Config + pallet_transaction_payment::Config,
	Inner: OnChargeTransaction<T, Balance = Balance>,
{
	type Balance = Balance;
	type LiquidityInfo = Charge<Inner::LiquidityInfo>;

	fn withdraw_fee(
		who: &T::AccountId,
		call: &T::RuntimeCall,
		dispatch_info: &DispatchInfoOf<T::RuntimeCall>,
		fee_with_tip: Balance,
		tip: Balance,
	) -> Result<Self::LiquidityInfo, TransactionValidityError> {
		let discount = Pallet::<T>::discount_of(who);
		let withdrawn = with_tip(&discount, fee_with_tip, tip);
		let inner = Inner::withdraw_fee(who, call, dispatch_info, withdrawn, tip)?;
		Ok(Charge { inner, discount, withdrawn })
	}

	fn can_withdraw_fee(
		who: &T::AccountId,
		call: &T::RuntimeCall,
		dispatch_info: &DispatchInfoOf<T::RuntimeCall>,
		fee_with_tip: Balance,
		tip: Balance,
	) -> Result<(), TransactionValidityError> {
		let due = with_tip(&Pallet::<T>::discount_of(who), fee_with_tip, tip);
		Inner::can_withdraw_fee(who, call, dispatch_info, due, tip)
	}

	fn correct_and_deposit_fee(
		who: &T::AccountId,
		dispatch_info: &DispatchInfoOf<T::RuntimeCall>,
		post_info: &PostDispatchInfoOf<T::RuntimeCall>,
		corrected_fee_with_tip: Balance,
		tip: Balance,
		charge: Self::LiquidityInfo,
	) -> Result<(), TransactionValidityError> {
		let Charge { inner, discount, withdrawn } = charge;
		let corrected = with_tip(&discount, corrected_fee_with_tip, tip);
		// Nothing is refunded to an account that the transaction killed, so look what was.
		let before = T::Currency::balance(who);
		Inner::correct_and_deposit_fee(who, dispatch_info, post_info, corrected, tip, inner)?;
		let refund = T::Currency::balance(who).saturating_sub(before);

		if withdrawn > 0 {
			let fee = withdrawn.saturating_sub(refund).saturating_sub(tip);
			if fee > 0 {
				Pallet::<T>::note_usage();
			}
			Pallet::<T>::deposit_event(Event::FeePaid {
				who: who.clone(),
				fee,
				tip,
				discount: waived(&discount, corrected_fee_with_tip.saturating_sub(tip)),
				tier: discount.tier,
				premium: discount.premium,
			});
		}
		Ok(())
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn endow_account(who: &T::AccountId, amount: Balance) {
		Inner::endow_account(who, amount);
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn minimum_balance() -> Balance {
		Inner::minimum_balance()
	}
}

/// What is due of a fee with its tip.
fn with_tip(discount: &Discount, fee_with_tip: Balance, tip: Balance) -> Balance {
	discounted(discount, fee_with_tip.saturating_sub(tip)).saturating_add(fee_with_tip.min(tip))
}

/// Lets the extension that charges for transactions weigh what it does here.
pub struct ChargeWeight<T>(PhantomData<T>);

impl<T: Config> pallet_transaction_payment::WeightInfo for ChargeWeight<T> {
	fn charge_transaction_payment() -> Weight {
		T::WeightInfo::charge()
	}
}
