// What the institutions decide by vote, and what nobody can do without them (SPEC §2, §8).

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { account, balances, BTT, connect, done, finalState, nameOf, only, send } from './lib/chain.mjs';

const limit = { timeout: 240_000 };

/// A headroom that the error can state and the allocations can exceed.
const LITTLE = 5_000_000n * BTT;

let api;
let members;
/// Somebody who has no say: anybody may close a motion that was decided.
let closer;

before(async () => {
	api = await connect();
	closer = account(api, 'Eve');
	const known = ['Alice', 'Bob', 'Charlie', 'Dave', 'Eve', 'Ferdie'].map((name) => account(api, name));
	members = (await api.query.institutions.members()).map((who) =>
		known.find(({ address }) => address === who.toString()) ?? assert.fail(`${who} is no test account`));
}, limit);

after(() => api?.disconnect());

/// Lets `ayes` of the members decide a motion. Returns the transaction that executed it, with the result of the call.
async function decide(call, ayes) {
	const { institutions } = api.tx;
	const length = call.method.encodedLength;
	const [first] = members;
	const proposed = await done(api, institutions.propose(ayes, call, length), first);
	if (ayes < 2) {
		return { ...proposed, result: only(proposed.events, api.events.institutions.Executed).result };
	}
	const { proposalIndex, proposalHash, threshold } = only(proposed.events, api.events.institutions.Proposed);
	assert.equal(threshold.toNumber(), ayes);
	await Promise.all(members.slice(0, ayes).map((member) =>
		done(api, institutions.vote(proposalHash, proposalIndex, true), member)));
	const { weight } = await call.paymentInfo(first);
	const closed = await done(api, institutions.close(proposalHash, proposalIndex, weight, length), closer);
	only(closed.events, api.events.institutions.Approved);
	const executed = only(closed.events, api.events.institutions.Executed);
	assert.equal(executed.proposalHash.toHex(), proposalHash.toHex());
	return { ...closed, result: executed.result };
}

const twoThirds = () => Math.ceil((members.length * 2) / 3);
const threeQuarters = () => Math.ceil((members.length * 3) / 4);

/// The ledger's row of an allocation and the headroom, in a state.
async function ledger(state, allocation) {
	const rows = await state.call.tokenomicsApi.allocations();
	const row = rows.find(({ name }) => name.type === allocation);
	const { discretionary, headroom } = await state.call.tokenomicsApi.releaseHeadroom();
	return {
		released: row.released.toBigInt(),
		remaining: row.remaining.toBigInt(),
		discretionary: discretionary.toBigInt(),
		headroom: headroom.toBigInt(),
	};
}

test('the members can be changed by a motion of three quarters', limit, async () => {
	const next = ['Alice', 'Bob', 'Charlie'].map((name) => account(api, name));
	const addresses = next.map(({ address }) => address);
	const change = api.tx.institutions.setMembers(addresses, null, members.length);
	const { result, after: now } = await decide(change, threeQuarters());
	assert.ok(result.isOk, result.toString());
	assert.deepEqual((await now.query.institutions.members()).map(String).sort(), [...addresses].sort());
	members = next;
});

test('nobody releases tokens alone', limit, async () => {
	const alice = account(api, 'Alice');
	const ferdie = account(api, 'Ferdie');
	const release = api.tx.bttToken.release('EcosystemGrowthFund', ferdie.address, BTT);
	const { errorName, before: old, after: now } = await send(api, release, alice);
	assert.equal(errorName, 'BadOrigin');
	assert.deepEqual(await balances(now, ferdie), await balances(old, ferdie));

	const refused = await decide(release, 1);
	assert.equal(nameOf(api, refused.result.asErr), 'BadOrigin');
	assert.deepEqual(await balances(refused.after, ferdie), await balances(refused.before, ferdie));
});

test('two thirds of the institutions release from the ecosystem fund', limit, async () => {
	const ferdie = account(api, 'Ferdie');
	const amount = 1_234n * BTT + 567n;
	const { events, result, before: old, after: now } =
		await decide(api.tx.bttToken.release('EcosystemGrowthFund', ferdie.address, amount), twoThirds());
	assert.ok(result.isOk, result.toString());

	const released = only(events, api.events.bttToken.Released);
	assert.equal(released.allocation.type, 'EcosystemGrowthFund');
	assert.equal(released.beneficiary.toString(), ferdie.address);
	assert.equal(released.amount.toBigInt(), amount);
	assert.equal((await balances(now, ferdie)).free - (await balances(old, ferdie)).free, amount);

	const [entry, entryOld] = [await ledger(now, 'EcosystemGrowthFund'), await ledger(old, 'EcosystemGrowthFund')];
	assert.equal(entry.released - entryOld.released, amount);
	assert.equal(entryOld.remaining - entry.remaining, amount);
	assert.equal(entry.discretionary - entryOld.discretionary, amount);
	const supply = async (state) => (await state.call.tokenomicsApi.supply());
	assert.equal((await supply(old)).unreleased.toBigInt() - (await supply(now)).unreleased.toBigInt(), amount);
});

test('a release over the headroom says how much would fit', limit, async () => {
	const ferdie = account(api, 'Ferdie');
	// Three bytes hold up to 16,777,215 BTT, and an allocation less than all headroom: other releases come first where
	// there is more. They are given back below.
	const start = await finalState(api);
	const { headroom } = await ledger(start, 'EcosystemGrowthFund');
	const spare = headroom > LITTLE ? headroom - LITTLE : 0n;
	const { remaining } = await ledger(start, 'EcosystemGrowthFund');
	const fromFund = spare < remaining - BTT ? spare : remaining - BTT;
	const earlier = [['EcosystemGrowthFund', fromFund], ['CommunityIncentives', spare - fromFund]]
		.filter(([, amount]) => amount > 0n);
	if (earlier.length > 0) {
		const releases = earlier.map(([name, amount]) => api.tx.bttToken.release(name, ferdie.address, amount));
		const { result } = await decide(api.tx.utility.batchAll(releases), twoThirds());
		assert.ok(result.isOk, result.toString());
	}

	const { headroom: left } = await ledger(await finalState(api), 'CommunityIncentives');
	const { events, result, after: now, before: old } = await decide(
		api.tx.bttToken.release('CommunityIncentives', ferdie.address, left + 1_000n * BTT), twoThirds());
	assert.equal(nameOf(api, result.asErr), 'bttToken.ExceedsHeadroom');

	// Three bytes beside the error's index: whole BTT, the lowest byte first.
	const [, low, middle, high] = result.asErr.asModule.error;
	const fits = BigInt(low + 256 * middle + 65_536 * high);
	const exact = (await ledger(now, 'CommunityIncentives')).headroom / BTT;
	assert.equal(fits, exact);

	assert.equal(events.filter((event) => api.events.bttToken.Released.is(event)).length, 0);
	assert.deepEqual(await balances(now, ferdie), await balances(old, ferdie));
	assert.equal((await ledger(now, 'CommunityIncentives')).released, (await ledger(old, 'CommunityIncentives')).released);
	for (const [name, amount] of earlier) {
		const { events, before, after } = await done(api, api.tx.bttToken.giveBack(name, amount), ferdie);
		const given = only(events, api.events.bttToken.GivenBack);
		assert.deepEqual([given.allocation.type, given.who.toString(), given.amount.toBigInt()],
			[name, ferdie.address, amount]);
		assert.equal((await ledger(before, name)).released - amount, (await ledger(after, name)).released);
	}
});
