// Transfers: what they cost, and what they cannot touch.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fees, partsOf } from './lib/books.mjs';
import { account, balances, BTT, connect, finalState, fund, INSTITUTIONS, only, send } from './lib/chain.mjs';

const limit = { timeout: 90_000 };

/// New accounts in every run: nothing else moves what they have.
const run = Date.now().toString(36);

let api;
let sender;
let receiver;

before(async () => {
	api = await connect();
	[sender, receiver] = ['Sender', 'Receiver'].map((name) => account(api, `${name}/${run}`));
	await fund(api, 'YueyaEraMedical', [[sender, 500n * BTT], [receiver, BTT]]);
}, limit);

after(() => api?.disconnect());

test('a transfer moves its amount and costs its fee, to the unit', limit, async () => {
	const [value, tip] = [123n * BTT + 456n, 789n];
	const transfer = api.tx.balances.transferKeepAlive(receiver.address, value);
	const { partialFee } = await transfer.paymentInfo(sender, { tip });
	const { events, error, fee, before: old, after: now } = await send(api, transfer, sender, { tip });

	assert.equal(error, undefined);
	const moved = only(events, api.events.balances.Transfer);
	assert.deepEqual([moved.from.toString(), moved.to.toString(), moved.amount.toBigInt()],
		[sender.address, receiver.address, value]);
	const paid = only(events, api.events.fees.FeePaid);
	assert.deepEqual([paid.who.toString(), paid.tip.toBigInt()], [sender.address, tip]);
	assert.ok(fee > tip && fee <= partialFee.toBigInt() + tip, `paid ${fee}, announced ${partialFee}`);

	const [from, fromOld] = [await balances(now, sender), await balances(old, sender)];
	assert.deepEqual(from, { ...fromOld, nonce: fromOld.nonce + 1, free: fromOld.free - value - fee });
	const [to, toOld] = [await balances(now, receiver), await balances(old, receiver)];
	assert.deepEqual(to, { ...toOld, free: toOld.free + value });
});

test('fees and tips go to the fund, the validators and the stakers, and a part is burned', limit, async () => {
	const tip = 12_345n;
	const { block, fee, before: old, after: now } = await send(api, api.tx.system.remark('0x00'), sender, { tip });
	const { parts, author } = await fees(api, block, old, now);
	const own = partsOf(await old.query.fees.split(), fee - tip);
	assert.equal(own.burn + own.author + own.stakers + own.development + tip, fee);
	assert.ok(parts.burn >= own.burn && parts.stakers >= own.stakers && parts.development >= own.development);
	assert.ok(author.amount.toBigInt() >= own.author + tip);

	// Others may have burned something in the same block, but nobody can have made anything.
	const burned = async (state) => (await state.call.tokenomicsApi.supply()).burned.toBigInt();
	const issuance = async (state) => (await state.query.balances.totalIssuance()).toBigInt();
	assert.equal((await burned(now)) - (await burned(old)), (await issuance(old)) - (await issuance(now)));
	assert.ok((await burned(now)) - (await burned(old)) >= own.burn);
});

test('unvested tokens cannot be moved', limit, async () => {
	const [{ name }] = INSTITUTIONS;
	const owner = account(api, name);
	const before = await balances(await finalState(api), owner);
	assert.ok(before.frozen > 0n, `${name} has no unvested tokens left`);

	const tooMuch = before.free - before.frozen / 2n;
	const { errorName, fee, before: old, after: now } =
		await send(api, api.tx.balances.transferKeepAlive(receiver.address, tooMuch), owner);
	assert.equal(errorName, 'Token.Frozen');
	const [owned, ownedOld] = [await balances(now, owner), await balances(old, owner)];
	assert.ok(fee > 0n);
	assert.deepEqual({ nonce: owned.nonce, free: owned.free, reserved: owned.reserved },
		{ nonce: ownedOld.nonce + 1, free: ownedOld.free - fee, reserved: ownedOld.reserved });
	assert.equal((await balances(now, receiver)).free, (await balances(old, receiver)).free);
});

test('vested tokens can be moved', limit, async () => {
	const [, { name }] = INSTITUTIONS;
	const owner = account(api, name);
	const { free, frozen } = await balances(await finalState(api), owner);
	const value = (free - frozen) / 2n;
	assert.ok(value > BTT, `${name} has no vested tokens yet`);
	const { error, before: old, after: now } =
		await send(api, api.tx.balances.transferKeepAlive(receiver.address, value), owner);
	assert.equal(error, undefined);
	assert.equal((await balances(now, receiver)).free - (await balances(old, receiver)).free, value);
});

test('anybody can lift the freeze from what has vested', limit, async () => {
	const [, , { name }] = INSTITUTIONS;
	const owner = account(api, name);
	const { error, before: old, after: now } =
		await send(api, api.tx.vestingSchedules.vest(owner.address), sender);
	assert.equal(error, undefined);
	const [line] = await now.call.tokenomicsApi.vesting(owner.address);
	const unvested = line.total.toBigInt() - line.vested.toBigInt();
	assert.equal(line.frozen.toBigInt(), unvested);
	assert.deepEqual(await balances(now, owner), { ...(await balances(old, owner)), frozen: unvested });
});
