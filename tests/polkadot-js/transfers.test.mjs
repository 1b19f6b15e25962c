// Transfers: what they cost, and what they cannot touch.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { account, balances, BTT, connect, finalState, INSTITUTIONS, only, send } from './lib/chain.mjs';

const limit = { timeout: 90_000 };

let api;

before(async () => {
	api = await connect();
}, limit);

after(() => api?.disconnect());

test('a transfer moves its amount and costs its fee, to the unit', limit, async () => {
	// Neither makes blocks on any test network, which would earn it the fee.
	const [eve, ferdie] = [account(api, 'Eve'), account(api, 'Ferdie')];
	const value = 123n * BTT + 456n;
	const transfer = api.tx.balances.transferKeepAlive(ferdie.address, value);
	const { partialFee } = await transfer.paymentInfo(eve);
	const { block, events, error, fee, before: old, after: now } = await send(api, transfer, eve);

	assert.equal(error, undefined);
	const moved = only(events, api.events.balances.Transfer);
	assert.deepEqual([moved.from.toString(), moved.to.toString(), moved.amount.toBigInt()],
		[eve.address, ferdie.address, value]);
	const paid = only(events, api.events.transactionPayment.TransactionFeePaid);
	assert.deepEqual([paid.who.toString(), paid.tip.toBigInt()], [eve.address, 0n]);
	assert.ok(fee > 0n && fee <= partialFee.toBigInt(), `paid ${fee}, announced ${partialFee}`);

	const [sender, senderOld] = [await balances(now, eve), await balances(old, eve)];
	assert.deepEqual(sender, { ...senderOld, nonce: senderOld.nonce + 1, free: senderOld.free - value - fee });
	const [receiver, receiverOld] = [await balances(now, ferdie), await balances(old, ferdie)];
	assert.deepEqual(receiver, { ...receiverOld, free: receiverOld.free + value });

	// The fee went to the author of the block, or was burned: the supply knows which.
	const author = (await api.derive.chain.getHeader(block)).author.toString();
	const earned = (await balances(now, author)).free - (await balances(old, author)).free;
	const burned = async (state) => (await state.call.tokenomicsApi.supply()).burned.toBigInt();
	assert.equal(earned + (await burned(now)) - (await burned(old)), fee);
});

test('unvested tokens cannot be moved', limit, async () => {
	const [{ name }] = INSTITUTIONS;
	const [owner, eve] = [account(api, name), account(api, 'Eve')];
	const before = await balances(await finalState(api), owner);
	assert.ok(before.frozen > 0n, `${name} has no unvested tokens left`);

	const tooMuch = before.free - before.frozen / 2n;
	const { errorName, fee, before: old, after: now } =
		await send(api, api.tx.balances.transferKeepAlive(eve.address, tooMuch), owner);
	assert.equal(errorName, 'Token.Frozen');
	const [owned, ownedOld] = [await balances(now, owner), await balances(old, owner)];
	assert.ok(fee > 0n);
	assert.deepEqual({ nonce: owned.nonce, free: owned.free, reserved: owned.reserved },
		{ nonce: ownedOld.nonce + 1, free: ownedOld.free - fee, reserved: ownedOld.reserved });
	assert.equal((await balances(now, eve)).free, (await balances(old, eve)).free);
});

test('vested tokens can be moved', limit, async () => {
	const [, { name }] = INSTITUTIONS;
	const [owner, eve] = [account(api, name), account(api, 'Eve')];
	const { free, frozen } = await balances(await finalState(api), owner);
	const value = (free - frozen) / 2n;
	assert.ok(value > BTT, `${name} has no vested tokens yet`);
	const { error, before: old, after: now } =
		await send(api, api.tx.balances.transferKeepAlive(eve.address, value), owner);
	assert.equal(error, undefined);
	assert.equal((await balances(now, eve)).free - (await balances(old, eve)).free, value);
});

test('anybody can lift the freeze from what has vested', limit, async () => {
	const [, , { name }] = INSTITUTIONS;
	const [owner, ferdie] = [account(api, name), account(api, 'Ferdie')];
	const { error, before: old, after: now } =
		await send(api, api.tx.vestingSchedules.vest(owner.address), ferdie);
	assert.equal(error, undefined);
	const [line] = await now.call.tokenomicsApi.vesting(owner.address);
	const unvested = line.total.toBigInt() - line.vested.toBigInt();
	assert.equal(line.frozen.toBigInt(), unvested);
	assert.deepEqual(await balances(now, owner), { ...(await balances(old, owner)), frozen: unvested });
});
