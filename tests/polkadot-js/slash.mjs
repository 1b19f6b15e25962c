// What happens to a validator that equivocates (SPEC §7).
//
//     BTT_WS=ws://127.0.0.1:9944 node slash.mjs report|apply NAME
//
// `report` waits until NAME, a test account, is caught; `apply` waits until its slashes are due, and has them applied.

import assert from 'node:assert/strict';
import { finder, sum } from './lib/books.mjs';
import { account, authorOf, balances, connect, finalHeight, only, send, sendAll, untilFinal } from './lib/chain.mjs';

const PERBILL = 1_000_000_000n;

/// An equivocation takes a slot in which both nodes of NAME make a block; a slash is due after 35 s, seats end in 60.
const WAIT = 150_000;

const [action, name] = process.argv.slice(2);
const actions = { report, apply };
if (!Object.hasOwn(actions, action) || !name) {
	console.error('Usage: node slash.mjs report|apply NAME');
	process.exit(2);
}
const api = await connect();
try {
	await actions[action](account(api, name));
} finally {
	await api.disconnect();
}

/// Where the offence of `who` was reported that came first, seen from the last final block.
async function reported(who) {
	for (let height = await finalHeight(api); height > 0; height -= 1) {
		const hash = await api.rpc.chain.getBlockHash(height);
		const state = await api.at(hash);
		const find = finder(api, await state.query.system.events());
		const slash = find('bttStaking', 'SlashReported')
			.find(({ validator, index }) => validator.eq(who.address) && index.eq(0));
		if (slash) {
			return { height, state, slash, offences: find('offences', 'Offence') };
		}
	}
	return assert.fail(`no report of ${name}`);
}

/// The slashes of `who` in a state, by their order.
async function slashes(state, who) {
	const count = (await state.query.bttStaking.slashCount(who.address)).toNumber();
	return Promise.all(Array.from({ length: count }, async (_, index) =>
		(await state.query.bttStaking.slashes(who.address, index)).unwrap()));
}

async function seat(state, who) {
	return (await state.query.session.validators()).findIndex((validator) => validator.eq(who.address));
}

async function report(who) {
	await untilFinal(api, WAIT, `${name} is caught`, async (state) => (await slashes(state, who)).length > 0);
	const { height, state, slash, offences } = await reported(who);
	const { session, fraction, due } = slash;
	console.log(`block ${height}: ${offences.map(({ kind }) => kind.toUtf8())} of session ${session}, slash of ${fraction}`);
	assert.ok(offences.length > 0, 'no event of an offence');

	// The SDK's fraction for k of n validators: min(1, 3k/n)², squared.
	const validators = BigInt((await state.query.session.validators()).length);
	assert.equal(fraction.toBigInt(), (9n * PERBILL) / (validators * validators));
	const now = await state.query.timestamp.now();
	assert.equal(due.toBigInt() - now.toBigInt(), 35_000n);

	const place = await seat(state, who);
	const disabled = (await state.query.session.disabledValidators()).map(([index]) => index.toNumber());
	assert.deepEqual(disabled, [place]);
	assert.ok((await state.query.bttStaking.candidates(who.address)).isNone, 'an offender stands for election');

	// It cannot leave with what it owes, and nobody can take it earlier.
	const [flight, haste] = await Promise.all([
		send(api, api.tx.bttStaking.dropRole('Validator'), who),
		send(api, api.tx.bttStaking.applySlash(who.address), account(api, 'Ferdie')),
	]);
	assert.deepEqual([flight.errorName, haste.errorName], ['bttStaking.Accused', 'bttStaking.NoSlashDue']);
}

async function apply(who) {
	const ready = await untilFinal(api, WAIT, 'the slashes are due', async (state) => {
		const now = await state.query.timestamp.now();
		return (await slashes(state, who)).every(({ due }) => due.lte(now)) && (await seat(state, who)) < 0;
	});
	const list = await slashes(ready, who);
	assert.ok(list.length > 0, `${name} was not accused`);

	const frozen = await send(api, api.tx.bttStaking.unbond(1), who);
	assert.equal(frozen.errorName, 'bttStaking.SlashDue');

	const { applySlash } = api.tx.bttStaking;
	const [{ events, errorName, before }, again] =
		await sendAll(api, [applySlash(who.address), applySlash(who.address)], account(api, 'Ferdie'));
	assert.deepEqual([errorName, again.errorName], [undefined, 'bttStaking.NoSlashDue']);
	const { after } = again;
	const taken = events.filter((event) => api.events.bttStaking.Slashed.is(event)).map(({ data }) => data);
	const bonded = async (state) => (await state.call.tokenomicsApi.staker(who.address)).unwrap().bonded.toBigInt();
	let left = await bonded(before);
	for (const [index, { fraction }] of list.entries()) {
		const { who: owner, validator, index: number, amount } = taken[index];
		assert.deepEqual([owner.toString(), validator.toString(), number.toNumber()], [who.address, who.address, index]);
		assert.equal(amount.toBigInt(), (left * fraction.toBigInt()) / PERBILL);
		left -= amount.toBigInt();
	}
	const total = sum(taken, 'amount');
	assert.equal(taken.length, list.length);
	assert.equal(await bonded(after), left);

	// What was taken is burned: nobody has it.
	const [now, old] = [await balances(after, who), await balances(before, who)];
	assert.deepEqual(now, { ...old, reserved: old.reserved - total });
	const bySlashes = async (state) => (await state.query.burn.totals('Slash')).toBigInt();
	assert.equal((await bySlashes(after)) - (await bySlashes(before)), total);
	const burned = async (state) => (await state.call.tokenomicsApi.supply()).burned.toBigInt();
	const issuance = async (state) => (await state.query.balances.totalIssuance()).toBigInt();
	assert.equal((await burned(after)) - (await burned(before)), (await issuance(before)) - (await issuance(after)));
	only(events, api.events.bttStaking.RoleDropped);

	// It had its seat for the rest of the sessions for which it was elected, but made no block any more.
	const { height } = await reported(who);
	const end = await finalHeight(api);
	for (let next = height + 1; next <= end; next += 1) {
		assert.notEqual(await authorOf(api, await api.rpc.chain.getBlockHash(next)), who.address, `block ${next}`);
	}
	console.log(`${total} units were taken; no block of ${name}'s from ${height + 1} to ${end}`);
}
