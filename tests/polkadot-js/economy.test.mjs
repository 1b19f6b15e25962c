// The token economy as clients read it, without types defined by hand (SPEC §17).

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { account, balances, BTT, connect, finalState, INSTITUTIONS, monthsAfterTge, SUPPLY } from './lib/chain.mjs';

const limit = { timeout: 60_000 };

let api;
let state;
let now;

before(async () => {
	api = await connect();
	state = await finalState(api);
	now = (await state.query.timestamp.now()).toBigInt();
}, limit);

after(() => api?.disconnect());

/// The figures of a struct as BigInt, by the names that clients use.
const figures = (struct) =>
	Object.fromEntries([...struct.keys()].map((key) => [key, struct[key].toBigInt?.() ?? struct[key].toString()]));

/// ⌊from.y + (to.y − from.y) · elapsed⌋ on the piece between the knots around `now`.
function along(knots, at) {
	const next = knots.findIndex(([x]) => at < x);
	if (next < 0) {
		return knots.at(-1)[1];
	}
	const [[x0, y0], [x1, y1]] = knots.slice(next - 1, next + 1);
	return y0 + ((y1 - y0) * (at - x0)) / (x1 - x0);
}

function vestedNow({ total, cliff, months }) {
	const [start, end] = [monthsAfterTge(0), monthsAfterTge(months)];
	if (now < monthsAfterTge(cliff)) {
		return 0n;
	}
	return now < end ? (total * (now - start)) / (end - start) : total;
}

test('the metadata says what the token is called', limit, () => {
	assert.deepEqual(api.registry.chainTokens, ['BTT']);
	assert.deepEqual(api.registry.chainDecimals, [18]);
	assert.equal(api.consts.system.ss58Prefix.toNumber(), api.registry.chainSS58);
});

test('everything that was issued is accounted for', limit, async () => {
	const supply = figures(await state.call.tokenomicsApi.supply());
	assert.deepEqual(Object.keys(supply), ['issued', 'burned', 'circulating', 'unvested', 'unreleased']);
	assert.equal(supply.issued, SUPPLY);
	assert.equal((await state.query.balances.totalIssuance()).toBigInt() + supply.burned, SUPPLY);
	assert.equal(supply.circulating + supply.burned + supply.unvested + supply.unreleased, SUPPLY);
	assert.equal(supply.unvested, INSTITUTIONS.reduce((sum, line) => sum + line.total - vestedNow(line), 0n));
});

test('the ten allocations are those of the whitepaper', limit, async () => {
	const rows = (await state.call.tokenomicsApi.allocations()).map(figures);
	assert.deepEqual(rows.map(({ name, total }) => [name, total / BTT]), [
		['ChinaOralIndustryGroup', 21_000_000n],
		['VisionFutureCapital', 6_300_000n],
		['YueyaEraMedical', 6_300_000n],
		['BellaSmileGroup', 4_200_000n],
		['StrategicInvestors', 2_100_000n],
		['Foundation', 35_700_000n],
		['MiningRewards', 63_000_000n],
		['CommunityIncentives', 25_200_000n],
		['EcosystemGrowthFund', 14_700_000n],
		['UnallocatedReserve', 31_500_000n],
	]);
	assert.equal(rows.reduce((sum, { total }) => sum + total, 0n), SUPPLY);
	for (const { name, total, released, remaining } of rows) {
		assert.equal(released + remaining, total, name);
	}
	for (const line of INSTITUTIONS) {
		assert.equal(rows.find(({ name }) => name === line.name).released, vestedNow(line), line.name);
	}
});

test('the release caps are those of the calendar', limit, async () => {
	const { capNow, counted, discretionary, headroom } = figures(await state.call.tokenomicsApi.releaseHeadroom());
	const caps = [[0, 0], [12, 22], [24, 40], [36, 55], [48, 67], [60, 77], [96, 100]];
	assert.equal(capNow, along(caps.map(([months, percent]) =>
		[monthsAfterTge(months), (SUPPLY / 100n) * BigInt(percent)]), now));
	const rows = (await state.call.tokenomicsApi.allocations()).map(figures);
	const byDecision = ['CommunityIncentives', 'EcosystemGrowthFund', 'UnallocatedReserve'];
	assert.equal(discretionary, rows.reduce((sum, row) => sum + (byDecision.includes(row.name) ? row.released : 0n), 0n));
	assert.ok(headroom <= capNow - counted - discretionary, 'the headroom is under the cap of today');
});

test('each institution vests along its line', limit, async () => {
	for (const line of INSTITUTIONS) {
		const who = account(api, line.name);
		const lines = (await state.call.tokenomicsApi.vesting(who.address)).map(figures);
		assert.equal(lines.length, 1, line.name);
		assert.deepEqual(lines[0], {
			start: monthsAfterTge(0),
			cliff: monthsAfterTge(line.cliff),
			end: monthsAfterTge(line.months),
			total: line.total,
			vested: vestedNow(line),
			frozen: line.total - vestedNow(line),
		}, line.name);

		// The freeze lags behind the line until an idle block or somebody lifts it; it never runs ahead.
		assert.ok((await balances(state, who)).frozen >= lines[0].frozen, line.name);
	}
});

test('an account without lines has none', limit, async () => {
	assert.equal((await state.call.tokenomicsApi.vesting(account(api, 'Ferdie').address)).length, 0);
});
