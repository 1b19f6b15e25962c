// Stake: a delegator's way in and out again, and what is refused (SPEC §7, §9).

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Keyring } from '@polkadot/api';
import { Books, refused as refusedBy } from './lib/books.mjs';
import {
	account, balances, BTT, connect, done, finalState, fund, only, rotateKeys, sendAll, sendInTurn, untilFinal,
} from './lib/chain.mjs';

/// On test networks stake begins to earn within 60 s and leaves in 70 s; everything goes on at once.
const limit = { timeout: 400_000 };
const WAIT = 150_000;

/// New accounts in every run, so that it can be repeated on a chain.
const run = Date.now().toString(36);
const purses = { Delegator: 2_000n, Witness: 100n, Novice: 300n, Waverer: 300n, Thief: 10n };

let api;
let people;

before(async () => {
	api = await connect();
	people = Object.fromEntries(Object.keys(purses).map((name) => [name, account(api, `${name}/${run}`)]));
	await fund(api, 'BellaSmileGroup', Object.entries(purses).map(([name, amount]) => [people[name], amount * BTT]));
}, limit);

after(() => api?.disconnect());

const refused = (who, attempts) => refusedBy(api, who, attempts);

/// A validator that stands for election, always the same.
const validator = () => account(api, 'Alice');

describe('stake', { ...limit, concurrency: true }, () => {
	test('what goes in, is earned and comes out agrees with the events, to the unit', limit, async () => {
		const books = await Books.open(api, people.Delegator);
		await Promise.all([journey(books).finally(() => books.close()), books.keep()]);

		// All that was bonded is back, and all that was earned is paid.
		assert.equal(books.withdrawn, books.bonded);
		assert.equal(books.received, books.paidOut);
		assert.ok(books.paidOut > 0n);
		const { free, reserved, frozen } = await balances(books.state, people.Delegator);
		assert.deepEqual({ free, reserved, frozen },
			{ free: books.start + books.paidOut - books.fees, reserved: 0n, frozen: 0n });
	});

	test('what is wrong has a named error and changes nothing', limit, async () => {
		const { Novice } = people;
		const { bttStaking } = api.tx;
		const { free } = await balances(await finalState(api), Novice);
		await refused(Novice, [
			['bttStaking.ZeroAmount', bttStaking.bond(0)],
			['bttStaking.BelowMinimum', bttStaking.bond(1)],
			['bttStaking.BelowMinimum', bttStaking.bond(api.consts.bttStaking.minBond.toBigInt() - 1n)],
			['bttStaking.InsufficientBalance', bttStaking.bond(free + 1n)],
			['bttStaking.InsufficientBalance', bttStaking.bond(2n ** 128n - 1n)],
			['bttStaking.NotFound', bttStaking.unbond(BTT)],
			['bttStaking.NotFound', bttStaking.delegate(validator().address, 10n * BTT)],
			['bttStaking.NotFound', bttStaking.undelegate(10n * BTT)],
			['bttStaking.NotFound', bttStaking.addRole('Governance')],
			['bttStaking.NotFound', bttStaking.validate(0)],
			['bttStaking.NotCandidate', bttStaking.chill()],
			['bttStaking.NotFound', bttStaking.payout(Novice.address)],
			['bttStaking.NotFound', bttStaking.withdrawUnbonded(Novice.address)],
			['bttStaking.NotFound', bttStaking.applySlash(Novice.address)],
			['BadOrigin', bttStaking.setValidatorCount(4)],
			['BadOrigin', bttStaking.setMinimum(1)],
			['BadOrigin', bttStaking.cancelSlash(validator().address, 0)],
		]);

		await done(api, bttStaking.bond(100n * BTT), Novice);
		await refused(Novice, [
			['bttStaking.ZeroAmount', bttStaking.unbond(0)],
			['bttStaking.InsufficientBond', bttStaking.unbond(100n * BTT + 1n)],
			['bttStaking.BelowMinimum', bttStaking.unbond(95n * BTT)],
			['bttStaking.ZeroAmount', bttStaking.rebond(0)],
			['bttStaking.InsufficientBond', bttStaking.rebond(1)],
			['bttStaking.NothingReleased', bttStaking.withdrawUnbonded(Novice.address)],
			['bttStaking.ZeroAmount', bttStaking.delegate(validator().address, 0)],
			['bttStaking.NotCandidate', bttStaking.delegate(people.Thief.address, 10n * BTT)],
			['bttStaking.NotCandidate', bttStaking.delegate(Novice.address, 10n * BTT)],
			['bttStaking.BelowMinimum', bttStaking.delegate(validator().address, 1)],
			['bttStaking.InsufficientBond', bttStaking.delegate(validator().address, 100n * BTT + 1n)],
			['bttStaking.NotDelegating', bttStaking.undelegate(1)],
			['bttStaking.NothingOwed', bttStaking.payout(Novice.address)],
			['bttStaking.NoSlashDue', bttStaking.applySlash(Novice.address)],
			['bttStaking.InsufficientBond', bttStaking.addRole('Validator')],
			['bttStaking.NoRole', bttStaking.dropRole('Premium')],
			['bttStaking.NoRole', bttStaking.validate(0)],
			['bttStaking.NotCandidate', bttStaking.setCommission(0)],
		]);

		await done(api, bttStaking.delegate(validator().address, 60n * BTT), Novice);
		await done(api, bttStaking.addRole('Governance'), Novice);
		await refused(Novice, [
			['bttStaking.InsufficientBond', bttStaking.unbond(31n * BTT)],
			['bttStaking.InsufficientBond', bttStaking.undelegate(61n * BTT)],
			['bttStaking.BelowMinimum', bttStaking.undelegate(51n * BTT)],
			['bttStaking.RoleHeld', bttStaking.addRole('Governance')],
			['bttStaking.BacksAnother', bttStaking.addRole('Validator')],
		]);
	});

	test('so many chunks leave at a time, and can be taken back', limit, async () => {
		const { Waverer } = people;
		const { unbond, rebond } = api.tx.bttStaking;
		const [chunk, bond] = [5n * BTT + 1n, 200n * BTT];
		await done(api, api.tx.bttStaking.bond(bond), Waverer);
		const chunks = async (state) => (await state.query.bttStaking.ledgers(Waverer.address)).unwrap().chunks;
		// What begins to leave in the same block is one chunk, so that every one has to wait for the next block.
		const room = async () => (await chunks(await finalState(api))).length < api.consts.bttStaking.maxChunks.toNumber();
		await sendInTurn(api, async () => (await room()) && unbond(chunk), Waverer);
		await refused(Waverer, [['bttStaking.TooManyChunks', unbond(chunk)]]);
		const { unbonding: all } = (await (await finalState(api)).call.tokenomicsApi.staker(Waverer.address)).unwrap();
		const { after: now } = await done(api, rebond(all), Waverer);
		assert.equal((await chunks(now)).length, 0);
		const { bonded, unbonding } = (await now.call.tokenomicsApi.staker(Waverer.address)).unwrap();
		assert.deepEqual([bonded.toBigInt(), unbonding.toBigInt()], [bond, 0n]);
	});

	test('the session keys of somebody else cannot be used', limit, async () => {
		const { Thief } = people;
		const { setKeys, purgeKeys } = api.tx.session;
		const [owner, state] = [validator(), await finalState(api)];
		const keys = (await state.query.session.nextKeys(owner.address)).unwrap().toHex();

		// Keys that the node has just made, proven to be somebody else's.
		const others = await rotateKeys(api, owner);
		await refused(Thief, [
			['session.InvalidProof', setKeys(keys, '0x')],
			['session.InvalidProof', setKeys(others.keys, others.proof)],
			// Whoever has stolen the secret keys of test accounts can prove to have them, but they are taken.
			['session.DuplicatedKey', setKeys(keys, proofOf('//Alice', Thief))],
			['session.NoKeys', purgeKeys()],
		]);
		assert.equal((await (await finalState(api)).query.session.nextKeys(owner.address)).unwrap().toHex(), keys);
	});
});

/// From the first bond to the last withdrawal.
async function journey(books) {
	const { Delegator, Witness } = people;
	const { bttStaking } = api.tx;
	const { bttStaking: told } = api.events;
	const stakerOf = async (state) => (await state.call.tokenomicsApi.staker(Delegator.address)).unwrapOr(null);

	const parts = [1_500n * BTT + 7n, 100n * BTT + 5n];
	const bonds = await sendAll(api, parts.map((part) => bttStaking.bond(part)), Delegator);
	assert.deepEqual(bonds.map(({ events }) => only(events, told.Bonded).amount.toBigInt()), parts);
	const bonded = parts[0] + parts[1];
	assert.equal((await stakerOf(bonds[1].after)).tier.type, 'None');

	const delegated = 1_200n * BTT + 3n;
	const joined = await done(api, bttStaking.delegate(validator().address, delegated), Delegator);
	const behind = only(joined.events, told.Delegated);
	assert.deepEqual([behind.who.toString(), behind.validator.toString(), behind.amount.toBigInt()],
		[Delegator.address, validator().address, delegated]);
	await done(api, bttStaking.addRole('Governance'), Delegator);

	const { index: era } = await joined.after.query.bttStaking.currentEra();
	const begun = await untilFinal(api, WAIT, 'the next era', async (state) => {
		const { index } = await state.query.bttStaking.currentEra();
		assert.ok(index.gt(era) || (await stakerOf(state)).rewards.isZero(), 'stake earned in the era in which it came');
		return index.gt(era);
	});
	assert.deepEqual((await stakerOf(begun)).roles.map(({ type }) => type), ['Governance']);

	// The stakers' part comes with every fee, a part of the author's only with those in the validator's blocks.
	await sendInTurn(api, () => books.fromValidator === 0n && api.tx.system.remark('0x00'), Witness);
	const matured = await untilFinal(api, WAIT, 'a tier', async (state) => (await stakerOf(state)).tier.type !== 'None');
	assert.equal((await stakerOf(matured)).tier.type, 'First');
	await payout();

	const [, , , last] = await allDone([
		bttStaking.undelegate(200n * BTT + 1n),
		bttStaking.undelegate(delegated - 200n * BTT - 1n),
		bttStaking.dropRole('Governance'),
		bttStaking.unbond(600n * BTT + 2n),
	]);
	assert.equal((await stakerOf(last.after)).unbonding.toBigInt(), 600n * BTT + 2n);
	const [rest] = await allDone([bttStaking.unbond(bonded - 600n * BTT - 2n)]);
	const left = await stakerOf(rest.after);
	assert.deepEqual([left.bonded.toBigInt(), left.unbonding.toBigInt(), left.roles.length], [0n, bonded, 0]);
	await refused(Delegator, [
		['bttStaking.NothingReleased', bttStaking.withdrawUnbonded(Delegator.address)],
		['bttStaking.InsufficientBond', bttStaking.delegate(validator().address, 10n * BTT)],
		['bttStaking.InsufficientBond', bttStaking.unbond(10n * BTT)],
	]);
	await payout();

	const release = only(rest.events, told.Unbonded).release;
	await untilFinal(api, WAIT, 'the end of unbonding', async (state) => (await state.query.timestamp.now()).gte(release));
	const freed = await done(api, bttStaking.withdrawUnbonded(Delegator.address), Witness);
	const withdrawn = only(freed.events, told.Withdrawn);
	assert.deepEqual([withdrawn.who.toString(), withdrawn.amount.toBigInt()], [Delegator.address, bonded]);
	assert.equal(await stakerOf(freed.after), null);

	async function allDone(transactions) {
		const results = await sendAll(api, transactions, Delegator);
		assert.deepEqual(results.map(({ errorName }) => errorName), transactions.map(() => undefined));
		return results;
	}

	/// Anybody has the rewards paid: exactly what the state before said, by which the account has more.
	async function payout() {
		const paid = await done(api, bttStaking.payout(Delegator.address), Witness);
		const { who, amount } = only(paid.events, told.PaidOut);
		assert.deepEqual([who.toString(), amount.toBigInt()],
			[Delegator.address, (await stakerOf(paid.before)).rewards.toBigInt()]);
		const [now, old] = [await balances(paid.after, Delegator), await balances(paid.before, Delegator)];
		assert.deepEqual(now, { ...old, free: old.free + amount.toBigInt() });
	}
}

/// A proof of whoever has the keys of a test account that they are `owner`'s.
function proofOf(uri, owner) {
	const statement = Uint8Array.from([...new TextEncoder().encode('POP_'), ...owner.publicKey]);
	const signatures = ['sr25519', 'ed25519', 'sr25519']
		.map((type) => Buffer.from(new Keyring({ type }).addFromUri(uri).sign(statement)).toString('hex'));
	return `0x${signatures.join('')}`;
}
