//! The token economy as Prometheus metrics, in whole BTT, and the hand-over of governance, as of the newest finalised
//! block.

use btt_primitives::{api::TokenomicsApi, Balance, BTT};
use futures::{FutureExt, StreamExt};
use sc_client_api::BlockchainEvents;
use sp_api::{ApiError, ProvideRuntimeApi};
use sp_blockchain::HeaderBackend;
use sp_runtime::traits::Block as BlockT;
use std::sync::Arc;
use substrate_prometheus_endpoint::{register, Gauge, PrometheusError, Registry, F64};

const LOG_TARGET: &str = "metrics";

/// The gauges of the token economy.
pub struct EconomyMetrics {
	issued: Gauge<F64>,
	burned: Gauge<F64>,
	circulating: Gauge<F64>,
	unvested: Gauge<F64>,
	unreleased: Gauge<F64>,
	release_headroom: Gauge<F64>,
	institutional_weight: Gauge<F64>,
}

impl EconomyMetrics {
	/// Register the gauges.
	pub fn register(registry: &Registry) -> Result<Self, PrometheusError> {
		let gauge = |name: &str, help: &str| register(Gauge::new(name, help)?, registry);
		Ok(Self {
			issued: gauge("btt_issued", "BTT ever minted")?,
			burned: gauge("btt_burned", "BTT burned")?,
			circulating: gauge("btt_circulating", "BTT neither burned nor unreleased nor unvested")?,
			unvested: gauge("btt_unvested", "BTT of beneficiaries that are not vested yet")?,
			unreleased: gauge("btt_unreleased", "BTT that the allocations' pots hold")?,
			release_headroom: gauge("btt_release_headroom", "BTT that may be released by decision")?,
			institutional_weight: gauge(
				"btt_institutional_weight",
				"Weight of the institutions' house in votes, 0 to 1",
			)?,
		})
	}

	/// Follow the finalised chain until the client goes away.
	pub async fn run<C, Block, AccountId>(self, client: Arc<C>)
	where
		Block: BlockT,
		AccountId: codec::Codec,
		C: ProvideRuntimeApi<Block> + HeaderBackend<Block> + BlockchainEvents<Block>,
		C::Api: TokenomicsApi<Block, AccountId>,
	{
		let mut finality = client.finality_notification_stream();
		self.try_update::<C, Block, AccountId>(&client, client.info().finalized_hash);
		while let Some(mut notification) = finality.next().await {
			// A syncing node finalises faster than anybody scrapes; every notification kept pins a block.
			while let Some(Some(newer)) = finality.next().now_or_never() {
				notification = newer;
			}
			self.try_update::<C, Block, AccountId>(&client, notification.hash);
		}
	}

	fn try_update<C, Block, AccountId>(&self, client: &C, at: Block::Hash)
	where
		Block: BlockT,
		AccountId: codec::Codec,
		C: ProvideRuntimeApi<Block>,
		C::Api: TokenomicsApi<Block, AccountId>,
	{
		if let Err(error) = self.update::<C, Block, AccountId>(client, at) {
			log::debug!(target: LOG_TARGET, "The token economy at {at:?} cannot be read: {error}");
		}
	}

	fn update<C, Block, AccountId>(&self, client: &C, at: Block::Hash) -> Result<(), ApiError>
	where
		Block: BlockT,
		AccountId: codec::Codec,
		C: ProvideRuntimeApi<Block>,
		C::Api: TokenomicsApi<Block, AccountId>,
	{
		let api = client.runtime_api();
		let supply = api.supply(at)?;
		let release = api.release_headroom(at)?;
		let weights = api.governance_weights(at)?;
		self.issued.set(in_btt(supply.issued));
		self.burned.set(in_btt(supply.burned));
		self.circulating.set(in_btt(supply.circulating));
		self.unvested.set(in_btt(supply.unvested));
		self.unreleased.set(in_btt(supply.unreleased));
		self.release_headroom.set(in_btt(release.headroom));
		self.institutional_weight.set(f64::from(weights.institutional) / 1e9);
		Ok(())
	}
}

/// Prometheus knows only floats; 53 bits are enough to show 210 million BTT to a millionth.
fn in_btt(units: Balance) -> f64 {
	units as f64 / BTT as f64
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn gauges_register_once() {
		let registry = Registry::new();
		assert!(EconomyMetrics::register(&registry).is_ok());
		assert_eq!(registry.gather().len(), 7);
		assert!(EconomyMetrics::register(&registry).is_err());
	}

	#[test]
	fn units_are_shown_as_btt() {
		assert_eq!(in_btt(btt_primitives::TOTAL_SUPPLY), 210_000_000.0);
		assert_eq!(in_btt(BTT / 2), 0.5);
	}
}
