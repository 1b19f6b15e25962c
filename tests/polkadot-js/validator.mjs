// How an account begins to validate with its own node, and how it stops (SPEC §7, §15).
//
//     BTT_WS=ws://127.0.0.1:9944 node validator.mjs join|leave NAME
//
// BTT_WS is a node of NAME's own, started with --validator, whose keystore gets the session keys. NAME is that of a test
// account: whoever joins gets the tokens that it takes from an institution.

import assert from 'node:assert/strict';
import { sum } from './lib/books.mjs';
import {
	account, authorOf, balances, BTT, connect, done, finalHeight, fund, only, pause, rotateKeys, send, untilFinal,
} from './lib/chain.mjs';

const STAKE = 50_000n * BTT;
const DEPOSIT = BTT;
const COMMISSION = 70_000_000;

/// An election comes with each session, every 20 s, for the session after the next.
const WAIT = 150_000;

const [action, name] = process.argv.slice(2);
const actions = { join, leave };
if (!Object.hasOwn(actions, action) || !name) {
	console.error('Usage: node validator.mjs join|leave NAME');
	process.exit(2);
}
const api = await connect();
try {
	await actions[action](account(api, name));
} finally {
	await api.disconnect();
}

async function serves(state, who) {
	return (await state.query.session.validators()).some((validator) => validator.eq(who.address));
}

async function join(who) {
	const { bttStaking, session } = api.tx;
	const { bttStaking: told } = api.events;

	await fund(api, 'StrategicInvestors', [[who, STAKE + 100n * BTT]]);
	await done(api, bttStaking.bond(STAKE), who);
	const role = await done(api, bttStaking.addRole('Validator'), who);
	assert.equal(only(role.events, told.RoleAdded).pledge.toBigInt(), STAKE);
	const { validator, amount } = only(role.events, told.Delegated);
	assert.deepEqual([validator.toString(), amount.toBigInt()], [who.address, STAKE]);

	const early = await send(api, bttStaking.validate(COMMISSION), who);
	assert.equal(early.errorName, 'bttStaking.NoKeys');

	const { keys, proof } = await rotateKeys(api, who);
	assert.ok((await api.rpc.author.hasSessionKeys(keys)).isTrue);
	const set = await done(api, session.setKeys(keys, proof), who);
	const [now, old] = [await balances(set.after, who), await balances(set.before, who)];
	assert.deepEqual(now,
		{ ...old, nonce: old.nonce + 1, free: old.free - set.fee - DEPOSIT, reserved: old.reserved + DEPOSIT });
	assert.equal((await set.after.query.session.nextKeys(who.address)).unwrap().toHex(), keys);

	const stood = await done(api, bttStaking.validate(COMMISSION), who);
	assert.equal(only(stood.events, told.Validating).commission.toNumber(), COMMISSION);
	assert.equal((await send(api, bttStaking.validate(COMMISSION), who)).errorName, 'bttStaking.AlreadyCandidate');

	await untilFinal(api, WAIT, `${name} is elected`, (state) => serves(state, who));
	console.log(`${name} was elected by block ${await finalHeight(api)}`);
	console.log(`${name} authored block ${await firstBlockOf(who)}`);
}

/// The height of the first final block from now on that `who` made.
async function firstBlockOf(who) {
	for (let [height, started] = [await finalHeight(api), Date.now()]; ; height += 1) {
		for (; (await finalHeight(api)) < height; await pause()) {
			assert.ok(Date.now() - started < WAIT, `${name} has made no block up to ${height}`);
		}
		if ((await authorOf(api, await api.rpc.chain.getBlockHash(height))) === who.address) {
			return height;
		}
	}
}

async function leave(who) {
	const { bttStaking: told } = api.events;
	const chilled = await done(api, api.tx.bttStaking.chill(), who);
	assert.equal(only(chilled.events, told.Chilled).who.toString(), who.address);
	assert.ok(await serves(chilled.after, who), 'a seat is kept until the end of the session');
	assert.equal((await send(api, api.tx.bttStaking.chill(), who)).errorName, 'bttStaking.NotCandidate');

	await untilFinal(api, WAIT, `${name} has no seat`, async (state) => !(await serves(state, who)));
	const left = await done(api, api.tx.bttStaking.dropRole('Validator'), who);
	only(left.events, told.RoleDropped);
	const { roles, bonded } = (await left.after.call.tokenomicsApi.staker(who.address)).unwrap();
	assert.deepEqual([roles.length, bonded.toBigInt()], [0, STAKE]);
	assert.ok((await left.after.query.bttStaking.validators(who.address)).isNone);

	// Validators of genesis have their keys without a deposit.
	const purged = await done(api, api.tx.session.purgeKeys(), who);
	const held = (await purged.before.query.balances.holds(who.address)).filter(({ id }) => id.isSession);
	const deposit = sum(held, 'amount');
	const [now, old] = [await balances(purged.after, who), await balances(purged.before, who)];
	assert.deepEqual(now,
		{ ...old, nonce: old.nonce + 1, free: old.free - purged.fee + deposit, reserved: old.reserved - deposit });
	console.log(`${name} has left by block ${await finalHeight(api)}`);
}
