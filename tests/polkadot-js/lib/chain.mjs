// What the tests share: a connection, the accounts of test networks, and transactions followed to their end.

import { ApiPromise, Keyring, WsProvider } from '@polkadot/api';

export const BTT = 10n ** 18n;
export const SUPPLY = 210_000_000n * BTT;

/// The five institutions: size of the allocation, months to the end of the cliff and of the line (SPEC §1).
export const INSTITUTIONS = [
	{ name: 'ChinaOralIndustryGroup', total: 21_000_000n * BTT, cliff: 6, months: 36 },
	{ name: 'VisionFutureCapital', total: 6_300_000n * BTT, cliff: 3, months: 30 },
	{ name: 'YueyaEraMedical', total: 6_300_000n * BTT, cliff: 3, months: 30 },
	{ name: 'BellaSmileGroup', total: 4_200_000n * BTT, cliff: 3, months: 30 },
	{ name: 'StrategicInvestors', total: 2_100_000n * BTT, cliff: 3, months: 30 },
];

/// Longer than a loaded machine takes; what takes longer has gone wrong.
const CONNECT = 30_000;
const FINALITY = 60_000;

/// The first instant of the month so many months after January 2025, in ms.
export const monthsAfterTge = (months) => BigInt(Date.UTC(2025, months));

/// `promise`, or an error after `ms`.
export async function within(ms, what, promise) {
	let timer;
	const late = new Promise((_, reject) => {
		timer = setTimeout(() => reject(new Error(`${what}: not within ${ms} ms`)), ms);
	});
	try {
		return await Promise.race([promise, late]);
	} finally {
		clearTimeout(timer);
	}
}

/// Connects to the node that BTT_WS names. No type is defined by hand: everything comes from the metadata.
export async function connect() {
	const endpoint = process.env.BTT_WS;
	if (!endpoint) {
		throw new Error('BTT_WS is not set: the WebSocket endpoint of a dev node, for instance ws://127.0.0.1:9944');
	}
	const provider = new WsProvider(endpoint, false, {}, CONNECT);
	const connected = new Promise((resolve, reject) => {
		provider.on('connected', resolve);
		provider.on('error', () => reject(new Error(`no connection to ${endpoint}`)));
	});
	try {
		await provider.connect();
		await within(CONNECT, `connecting to ${endpoint}`, connected);
		return await within(CONNECT, 'reading the metadata', ApiPromise.create({ provider, noInitWarn: true }));
	} catch (error) {
		await provider.disconnect();
		throw error;
	}
}

/// The account of a test network by its name.
export function account(api, name) {
	return new Keyring({ type: 'sr25519', ss58Format: api.registry.chainSS58 }).addFromUri(`//${name}`);
}

/// The state of the last final block.
export async function finalState(api) {
	return api.at(await api.rpc.chain.getFinalizedHead());
}

/// What can be read of an account, as BigInt.
export async function balances(state, who) {
	const { nonce, data } = await state.query.system.account(who.address ?? who);
	return {
		nonce: nonce.toNumber(),
		free: data.free.toBigInt(),
		reserved: data.reserved.toBigInt(),
		frozen: data.frozen.toBigInt(),
	};
}

/// The name of a dispatch error as its pallet or the SDK spells it, for instance `Token.Frozen` or `BadOrigin`.
export function nameOf(api, error) {
	if (error.isModule) {
		const { section, name } = api.registry.findMetaError(error.asModule);
		return `${section}.${name}`;
	}
	for (const kind of ['Token', 'Arithmetic', 'Transactional']) {
		if (error[`is${kind}`]) {
			return `${kind}.${error[`as${kind}`].type}`;
		}
	}
	return error.type;
}

/// Sends a transaction and waits until it is final, or only in a block if that is enough.
///
/// Returns the events, the name of the error if there was one, the error itself, the fee, and the states before and
/// after its block.
export async function send(api, transaction, signer, { final = true } = {}) {
	const result = await within(FINALITY, `waiting for ${transaction.method.section}.${transaction.method.method}`,
		new Promise((resolve, reject) => {
			transaction.signAndSend(signer, { nonce: -1 }, (update) => {
				if (update.isFinalized || (!final && update.isInBlock)) {
					resolve(update);
				} else if (update.isError) {
					reject(new Error(`the pool says: ${update.status.type}`));
				}
			}).catch(reject);
		}));
	const block = result.isFinalized ? result.status.asFinalized : result.status.asInBlock;
	const header = await api.rpc.chain.getHeader(block);
	const paid = result.events.find(({ event }) => api.events.transactionPayment.TransactionFeePaid.is(event));
	return {
		block,
		events: result.events.map(({ event }) => event),
		error: result.dispatchError,
		errorName: result.dispatchError && nameOf(api, result.dispatchError),
		fee: paid ? paid.event.data.actualFee.toBigInt() : 0n,
		before: await api.at(header.parentHash),
		after: await api.at(block),
	};
}

/// The only event of a kind among `events`.
export function only(events, kind) {
	const found = events.filter((event) => kind.is(event));
	if (found.length !== 1) {
		throw new Error(`${found.length} events ${kind.meta.name}: ${JSON.stringify(events.map((e) => e.toHuman()))}`);
	}
	return found[0].data;
}
