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
const ANSWER = 90_000;
const FINALITY = 60_000;

/// How often the chain is asked for something that is awaited, in ms: twice a block of a test network.
const POLL = 500;

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

const providers = new WeakMap();

/// Connects to the node that BTT_WS names. No type is defined by hand: everything comes from the metadata.
export async function connect() {
	const endpoint = process.env.BTT_WS;
	if (!endpoint) {
		throw new Error('BTT_WS is not set: the WebSocket endpoint of a dev node, for instance ws://127.0.0.1:9944');
	}
	const provider = new WsProvider(endpoint, false, {}, ANSWER);
	const connected = new Promise((resolve, reject) => {
		provider.on('connected', resolve);
		provider.on('error', () => reject(new Error(`no connection to ${endpoint}`)));
	});
	try {
		await provider.connect();
		await within(CONNECT, `connecting to ${endpoint}`, connected);
		const api = await within(CONNECT, 'reading the metadata', ApiPromise.create({ provider, noInitWarn: true }));
		providers.set(api, provider);
		return api;
	} catch (error) {
		await provider.disconnect();
		throw error;
	}
}

/// Has the node make new session keys in its keystore, and a proof that they are `owner`'s. polkadot.js has no name for
/// this, and nodes answer it on their own machine only.
export function rotateKeys(api, owner) {
	const id = `0x${Buffer.from(owner.publicKey).toString('hex')}`;
	return providers.get(api).send('author_rotateKeysWithOwner', [id]);
}

/// The account of a test network by its name.
export function account(api, name) {
	return new Keyring({ type: 'sr25519', ss58Format: api.registry.chainSS58 }).addFromUri(`//${name}`);
}

/// The state of the last final block.
export async function finalState(api) {
	return api.at(await api.rpc.chain.getFinalizedHead());
}

/// The height of the last final block.
export async function finalHeight(api) {
	return (await api.rpc.chain.getHeader(await api.rpc.chain.getFinalizedHead())).number.toNumber();
}

/// The next moment at which to ask again.
export function pause() {
	return new Promise((resolve) => { setTimeout(resolve, POLL); });
}

/// The final state, as soon as `holds` of it, or an error after `ms`.
export async function untilFinal(api, ms, what, holds) {
	for (const started = Date.now(); ; await pause()) {
		const state = await finalState(api);
		if (await holds(state)) {
			return state;
		}
		if (Date.now() - started > ms) {
			throw new Error(`${what}: not within ${ms} ms`);
		}
	}
}

/// Who made a block. Its digest counts the validators of the session that the block belongs to, so that those of its own
/// state tell, not of its parent's: they differ in the first block of a session.
export async function authorOf(api, hash) {
	const [state, { digest }] = await Promise.all([api.at(hash), api.rpc.chain.getHeader(hash)]);
	const [engine, data] = digest.logs.find((log) => log.isPreRuntime).asPreRuntime;
	return engine.extractAuthor(data, [...(await state.query.session.validators())]).toString();
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

/// Sends a transaction and waits until it is final, or only in a block if that is enough; but then the node may not know
/// the next nonce, because that block is replaced.
///
/// Returns the events, the name of the error if there was one, the error itself, the fee with the tip, and the states
/// before and after its block.
export async function send(api, transaction, signer, { final = true, nonce = -1, tip = 0n } = {}) {
	const result = await within(FINALITY, `waiting for ${transaction.method.section}.${transaction.method.method}`,
		new Promise((resolve, reject) => {
			transaction.signAndSend(signer, { nonce, tip }, (update) => {
				if (update.isFinalized || (!final && update.isInBlock)) {
					resolve(update);
				} else if (update.isError) {
					reject(new Error(`the pool says: ${update.status.type}`));
				}
			}).catch(reject);
		}));
	const block = result.isFinalized ? result.status.asFinalized : result.status.asInBlock;
	const header = await api.rpc.chain.getHeader(block);
	const paid = result.events.find(({ event }) => api.events.fees.FeePaid.is(event));
	return {
		block,
		events: result.events.map(({ event }) => event),
		error: result.dispatchError,
		errorName: result.dispatchError && nameOf(api, result.dispatchError),
		fee: paid ? paid.event.data.fee.toBigInt() + paid.event.data.tip.toBigInt() : 0n,
		before: await api.at(header.parentHash),
		after: await api.at(block),
	};
}

/// Sends what has to succeed.
export async function done(api, transaction, signer, options) {
	const sent = await send(api, transaction, signer, options);
	if (sent.error) {
		throw new Error(`${transaction.method.section}.${transaction.method.method}: ${sent.errorName}`);
	}
	return sent;
}

/// Has an institution give out some of its vested tokens: pairs of an account and units.
export function fund(api, name, gifts) {
	const transfers = gifts.map(([who, amount]) => api.tx.balances.transferKeepAlive(who.address, amount));
	return done(api, api.tx.utility.batchAll(transfers), account(api, name));
}

/// Sends transactions of one account at once, to be executed in their order, and waits until all are final.
export async function sendAll(api, transactions, signer) {
	const next = (await api.rpc.system.accountNextIndex(signer.address)).toNumber();
	return Promise.all(transactions.map((transaction, index) => send(api, transaction, signer, { nonce: next + index })));
}

/// Sends what `next` gives, one after the other, each when the one before is in some block, until it gives nothing; then
/// waits until all of that is final. Counts the nonces itself: a node is not sure of them while blocks are replaced.
export async function sendInTurn(api, next, signer) {
	let { nonce } = await balances(await finalState(api), signer);
	for (let transaction = await next(); transaction; transaction = await next()) {
		await send(api, transaction, signer, { final: false, nonce });
		nonce += 1;
	}
	await untilFinal(api, FINALITY, 'the last of them', async (state) => (await balances(state, signer)).nonce === nonce);
}

/// The only event of a kind among `events`.
export function only(events, kind) {
	const found = events.filter((event) => kind.is(event));
	if (found.length !== 1) {
		throw new Error(`${found.length} events ${kind.meta.name}: ${JSON.stringify(events.map((e) => e.toHuman()))}`);
	}
	return found[0].data;
}
