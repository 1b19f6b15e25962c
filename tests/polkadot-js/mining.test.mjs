// The emission of mining rewards, and what a provider sees of it (SPEC §5, §17). Jobs come from the marketplace only, so
// nobody earns anything here; what is paid for them is tested on the runtime.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { account, BTT, connect, done, finalState, only, send, sendAll, untilFinal } from './lib/chain.mjs';

/// An era of a test network, and a minute.
const limit = { timeout: 180_000 };

const POOL = 63_000_000n * BTT;
const MILLION = 1_000_000n * BTT;

/// More than the least stake of a provider.
const STAKE = 2_345n * BTT;

let api;
let alice;
let provider;

before(async () => {
	api = await connect();
	alice = account(api, 'Alice');
	provider = account(api, 'Ferdie');
}, limit);

after(() => api?.disconnect());

/// The instant so many calendar months after another, in ms; at the end of the month if that has no such day.
function later(from, months) {
	const date = new Date(Number(from));
	const day = date.getUTCDate();
	date.setUTCDate(1);
	date.setUTCMonth(date.getUTCMonth() + months);
	const days = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
	date.setUTCDate(Math.min(day, days));
	return BigInt(date.getTime());
}

/// What is emitted up to `at` when mining starts at `start`: linear inside each period of two years.
function emitted(start, at) {
	const knots = [[0, 0n], [24, 252n], [48, 441n], [72, 567n], [96, 630n]]
		.map(([months, tenths]) => [later(start, months), (tenths * MILLION) / 10n]);
	const next = knots.findIndex(([knot]) => at < knot);
	const [[x0, y0], [x1, y1]] = knots.slice(next - 1, next + 1);
	return y0 + ((y1 - y0) * (at - x0)) / (x1 - x0);
}

const emissionOf = async (state) => {
	const { era, eraStarted, eraBudget, assigned, remaining } = await state.call.tokenomicsApi.emission();
	return {
		era: era.toBigInt(),
		started: eraStarted.toBigInt(),
		budget: eraBudget.toBigInt(),
		assigned: assigned.toBigInt(),
		remaining: remaining.toBigInt(),
	};
};

const providerOf = async (state) => (await state.call.tokenomicsApi.provider(provider.address)).unwrapOr(null);

test('an era in which nobody worked leaves its budget to those that follow, and stake counts from the next one on', limit, async () => {
	assert.equal(await providerOf(await finalState(api)), null);
	const { utility, bttStaking } = api.tx;
	const { events, after: joined } =
		await done(api, utility.batchAll([bttStaking.bond(STAKE), bttStaking.addRole('Provider')]), provider);
	assert.equal(only(events, api.events.miningRewards.ProviderAdded).provider.toString(), provider.address);
	const { era } = await emissionOf(joined);
	const fresh = await providerOf(joined);
	assert.deepEqual([fresh.capacity.toNumber(), fresh.quality.toNumber(), fresh.region.isNone], [0, 500_000, true]);

	const next = await untilFinal(api, limit.timeout, 'the next era', async (state) => (await emissionOf(state)).era > era);
	const seen = await providerOf(next);
	assert.equal(seen.capacity.toBigInt(), STAKE / BTT);
	assert.deepEqual([seen.pending, seen.owed, seen.paid, seen.units].map((figure) => figure.toBigInt()), [0n, 0n, 0n, 0n]);

	const [start, timing] = await Promise.all([next.query.chainTiming.miningStart(), next.query.chainTiming.parameters()]);
	const [from, length] = [start.unwrap().toBigInt(), timing.eraDuration.toBigInt()];
	for (const state of [joined, next]) {
		const now = (await state.query.timestamp.now()).toBigInt();
		const emission = await emissionOf(state);
		assert.equal(emission.era, (now - from) / length);
		assert.equal(emission.started, from + emission.era * length);
		assert.deepEqual([emission.assigned, emission.remaining], [0n, POOL]);
		const [a, b] = [emitted(from, emission.started), emitted(from, emission.started + length)];
		const spread = (POOL * (b - a)) / (POOL - a);
		assert.equal(emission.budget, spread < 4n * (b - a) ? spread : 4n * (b - a));
	}
});

test('a registrar attests where a provider is, and nobody else can', limit, async () => {
	const attest = (attestation) => api.tx.miningRewards.attest(provider.address, attestation);
	const good = { region: 2, hardware: 1, controller: 7 };
	const { events, after: now } = await done(api, attest(good), alice);
	const said = only(events, api.events.miningRewards.Attested);
	assert.deepEqual(said.attestation.toJSON(), good);
	assert.equal((await providerOf(now)).region.unwrap().toNumber(), 2);

	const { errorName, after: state } = await send(api, attest(good), provider);
	assert.equal(errorName, 'miningRewards.NotRegistrar');
	assert.equal((await providerOf(state)).region.unwrap().toNumber(), 2);
});

test('what cannot be settled, contested or governed has an error with a name', limit, async () => {
	const { miningRewards: calls } = api.tx;
	const rules = await api.query.miningRewards.nextRules();
	const { era } = await emissionOf(await finalState(api));
	const attest = (attestation) => calls.attest(provider.address, { hardware: 1, controller: 7, region: 2, ...attestation });
	const bad = [
		[calls.settle([]), 'miningRewards.NoProvider'],
		[calls.settle([provider.address, alice.address]), 'miningRewards.NothingToSettle'],
		[calls.contest(provider.address, era + 1_000n, 1), 'miningRewards.EraRunning'],
		[calls.contest(provider.address, 0, 1), 'miningRewards.AlreadySettled'],
		[calls.contest(alice.address, 0, 1), 'miningRewards.OwnPoints'],
		[calls.lapse(provider.address, 0), 'miningRewards.NotContested'],
		[calls.refresh(alice.address), 'miningRewards.NotProvider'],
		[calls.forget(provider.address), 'miningRewards.IsProvider'],
		[attest({ region: 99 }), 'miningRewards.UnknownRegion'],
		[attest({ hardware: 99 }), 'miningRewards.UnknownHardware'],
		[calls.rule(provider.address, 0, 1), 'BadOrigin'],
		[calls.setRules(rules), 'BadOrigin'],
		[calls.setRegion(1, 0), 'BadOrigin'],
		[calls.addRegistrar(alice.address), 'BadOrigin'],
	];
	const sent = await sendAll(api, bad.map(([call]) => call), alice);
	sent.forEach(({ errorName }, index) => assert.equal(errorName, bad[index][1], bad[index][0].method.method));
	const [{ before: old }, { after: now }] = [sent.at(0), sent.at(-1)];
	for (const query of ['ledger', 'closed', 'nextRules', 'registrars']) {
		assert.equal((await now.query.miningRewards[query]()).toHex(), (await old.query.miningRewards[query]()).toHex(), query);
	}
	assert.equal((await providerOf(now)).region.unwrap().toNumber(), 2);
});
