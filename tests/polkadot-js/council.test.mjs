// What the emergency council may do: pause the chain for a while. Token holders can end that (SPEC §8).
//
// For a chain that nobody else uses meanwhile, for it is paused.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { refused } from './lib/books.mjs';
import { account, balances, BTT, connect, done, finalState, nameOf, only, sendAll } from './lib/chain.mjs';
import { Chronicle, electorate, enfranchisement, mayVote, proposed } from './lib/referenda.mjs';

/// A referendum that enough agree with takes 10 s on test networks.
const limit = { timeout: 240_000 };
const WAIT = 120_000;

const api = await connect();
after(() => api.disconnect());

const known = ['Alice', 'Bob', 'Charlie', 'Dave', 'Eve', 'Ferdie'].map((name) => account(api, name));
const members = (await api.query.institutions.members()).map((who) =>
	known.find(({ address }) => address === who.toString()) ?? assert.fail(`${who} is no test account`));
const enough = Math.ceil((members.length * 2) / 3);

/// Somebody who is no member.
const citizen = account(api, 'Eve');
/// Has most tokens of its house, and many in the other one.
const institution = account(api, 'ChinaOralIndustryGroup');

const heightOf = async ({ query }) => (await query.system.number()).toNumber();

/// The last block before which the council may not pause the chain, as far as it has to rest.
async function rest() {
	const { query } = await finalState(api);
	const last = await query.governance.lastPause();
	const until = last.isSome ? last.unwrap().toNumber() + api.consts.governance.pauseInterval.toNumber() : -1;
	return until < (await heightOf({ query })) ? null : until;
}

/// Lets so many of the members decide a motion. Returns the transaction that executed it, with the error of the call.
async function decide(call, ayes, first = members[0]) {
	const { institutions } = api.tx;
	const length = call.method.encodedLength;
	const resultOf = (events) => {
		const { result } = only(events, api.events.institutions.Executed);
		return result.isErr ? nameOf(api, result.asErr) : undefined;
	};
	const moved = await done(api, institutions.propose(ayes, call, length), first);
	if (ayes < 2) {
		return { ...moved, errorName: resultOf(moved.events) };
	}
	const { proposalIndex, proposalHash } = only(moved.events, api.events.institutions.Proposed);
	await Promise.all(members.slice(0, ayes).map((member) =>
		done(api, institutions.vote(proposalHash, proposalIndex, true), member)));
	const { weight } = await call.paymentInfo(first);
	const closed = await done(api, institutions.close(proposalHash, proposalIndex, weight, length), first);
	only(closed.events, api.events.institutions.Approved);
	return { ...closed, errorName: resultOf(closed.events) };
}

/// Likewise with several calls at once. The errors of all that have failed come along.
async function decideAll(calls, ayes) {
	const sent = await decide(api.tx.utility.forceBatch(calls), ayes);
	const failed = sent.events.filter((event) => api.events.utility.ItemFailed.is(event));
	return { ...sent, failed: failed.map(({ data: { error } }) => nameOf(api, error)) };
}

const resting = await rest();

describe('the emergency council', { ...limit, skip: resting !== null && `it rests until block ${resting}` }, () => {
	const { balances: tokens, bttStaking, bttToken, governance, institutions, safeMode, txPause, utility } = api.tx;
	const transfer = () => tokens.transferKeepAlive(institution.address, BTT);

	before(async () => {
		const state = await finalState(api);
		await Promise.all([citizen, institution].map(async (who) =>
			(await mayVote(state, who)) || done(api, enfranchisement(api), who)));
	}, limit);

	test('nobody pauses the chain alone', limit, async () => {
		const [least] = await Promise.all([
			enough > 1 && decide(governance.pause(), enough - 1, members.at(-1)),
			refused(api, members[0], [
				['BadOrigin', governance.pause()],
				['BadOrigin', safeMode.forceEnter()],
				['safeMode.NotConfigured', safeMode.enter()],
				['BadOrigin', txPause.pause(['Balances', 'transfer_keep_alive'])],
			], balances),
		]);
		assert.ok(!least || least.errorName === 'BadOrigin');
		assert.ok((await (await finalState(api)).query.safeMode.enteredUntil()).isNone);
	});

	test('two thirds pause the chain once, and a referendum ends the pause', limit, async (t) => {
		const paused = await decide(governance.pause(), enough);
		assert.equal(paused.errorName, undefined);
		const { until } = only(paused.events, api.events.governance.Paused);
		assert.equal(until.toNumber(), (await heightOf(paused.after)) + api.consts.governance.pauseDuration.toNumber());
		assert.ok((await paused.after.query.safeMode.enteredUntil()).unwrap().eq(until));

		// Nothing moves, alone or in a batch. Even the whole council can neither pause again, nor change how long the pause
		// is, nor decide anything else. Votes go on.
		const state = await finalState(api);
		const index = (await state.query.referenda.referendumCount()).toNumber();
		const [line] = await state.call.tokenomicsApi.vesting(institution.address);
		const much = {
			institutional: ((line.total.toBigInt() - line.vested.toBigInt()) * 9n) / 10n,
			community: (await electorate(api, state)).community / 5n,
			conviction: 'None',
		};
		const [submit, placeDeposit] = proposed(api, index, 'NetworkUpgrade', safeMode.forceExit());
		const stopped = [transfer(), utility.batchAll([transfer()]), bttStaking.bond(BTT), api.tx.burn.burn(1)];
		const addresses = known.map(({ address }) => address);
		const beyond = [
			safeMode.forceExtend(),
			safeMode.forceExit(),
			bttToken.release('EcosystemGrowthFund', citizen.address, BTT),
			institutions.setMembers(addresses, null, members.length),
			governance.authorizeUpgrade(`0x${'11'.repeat(32)}`),
			bttStaking.setValidatorCount(4),
		];
		const [{ failed }, begun] = await Promise.all([
			decideAll([governance.pause(), ...beyond], members.length),
			done(api, utility.batchAll([submit, governance.vote(index, true, much)]), institution),
			refused(api, citizen, stopped.map((call) => ['system.CallFiltered', call]), balances),
		]);
		assert.deepEqual(failed, ['governance.PausedAlready', ...beyond.map(() => 'BadOrigin')]);

		// The one who pays the deposit has voted, and thought better of it.
		const mine = { institutional: 0n, community: BTT, conviction: 'None' };
		const change = [governance.vote(index, false, mine), governance.removeVote(index)];
		const changed = await sendAll(api, [...change, placeDeposit], citizen);
		assert.deepEqual(changed.map(({ errorName }) => errorName), [undefined, undefined, undefined]);
		const { Confirmed, Enacted } = await new Chronicle(api).outcome(index, await heightOf(begun.after), WAIT);
		assert.ok(Confirmed);
		assert.equal(Enacted.error, undefined);
		assert.ok(only(Enacted.events, api.events.safeMode.Exited).reason.isForce);
		assert.ok(Enacted.height < until.toNumber());
		t.diagnostic(`the pause ended with block ${Enacted.height}, ${until - Enacted.height} blocks before its time`);

		const { referenda } = api.tx;
		const [back, again] = await Promise.all([
			done(api, utility.batchAll([
				transfer(),
				referenda.refundDecisionDeposit(index),
				referenda.refundSubmissionDeposit(index),
				governance.unlock(institution.address),
			]), citizen),
			decide(governance.pause(), enough),
		]);
		assert.ok((await back.after.query.governance.voters(institution.address)).isNone);
		assert.equal(again.errorName, 'governance.PausedRecently');
		assert.ok((await again.after.query.safeMode.enteredUntil()).isNone);
	});
});
