// What token holders decide, by the rules of the two houses, and what is refused (SPEC §8).

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { refused as refusedBy, stake } from './lib/books.mjs';
import { account, balances, BTT, connect, done, finalState, fund, only, send, untilFinal } from './lib/chain.mjs';
import {
	bonusOf, Chronicle, electorate, enfranchisement, mayVote, passesAt, periodsOf, proposal, resultOf, ROLE, tallyIn,
	tallyOf, trackOf, weightAt,
} from './lib/referenda.mjs';

/// On test networks a question is decided within 60 s and enacted 6 s later; everything goes on at once.
const limit = { timeout: 400_000 };
const WAIT = 150_000;

const WHOLE = 1_000_000_000n;

/// More than anybody has, and less than there is.
const MUCH = 100_000_000n * BTT;

/// New accounts in every run, so that it can be repeated on a chain.
const run = Date.now().toString(36);
const voters = {
	Supporter: 60_000n, Believer: 2_000n, Follower: 6_000n, Opponent: 100n, Leader: 1_000n, Ward: 1_000n, Drifter: 100n,
};
const others = { Proposer: 200n, Petitioner: 500n, Victim: 200n, Novice: 200n };

let api;
let people;
let chronicle;
/// An institution, which alone has most tokens of its house, and many in the other one. Nobody else uses its account.
let institution;

before(async () => {
	api = await connect();
	chronicle = new Chronicle(api);
	const purses = { ...voters, ...others };
	people = Object.fromEntries(Object.keys(purses).map((name) => [name, account(api, `${name}/${run}`)]));
	institution = account(api, 'ChinaOralIndustryGroup');
	const begun = async ({ query }) => !(await query.timestamp.now()).isZero();
	const state = await untilFinal(api, WAIT, 'the first block', begun);
	const { community } = await electorate(api, state);
	// Enough to be against something.
	const gifts = Object.entries(purses).map(([name, amount]) => [people[name], amount * BTT]);
	await fund(api, 'ChinaOralIndustryGroup', [...gifts, [people.Opponent, (community * 3n) / 200n]]);

	const enfranchise = enfranchisement(api);
	await Promise.all([
		(await mayVote(state, institution)) || asInstitution(enfranchise),
		...Object.keys(voters).map((name) => done(api, enfranchisement(api), people[name])),
	]);
	await Promise.all(['Supporter', 'Ward'].map((name) => done(api, api.tx.bttStaking.bond(STAKED[name]), people[name])));
}, limit);

after(() => api?.disconnect());

/// What of these is bonded beyond what the role takes.
const STAKED = { Supporter: 20_000n * BTT, Ward: 300n * BTT };

/// Lets the institution do something, one thing after the other, whichever test wants it.
let turn = Promise.resolve();
function asInstitution(transaction) {
	turn = turn.catch(() => {}).then(() => done(api, transaction, institution));
	return turn;
}

const referendum = async ({ query }, index) => (await query.referenda.referendumInfoFor(index)).unwrap();
const tallyAt = async (state, index) => tallyIn((await referendum(state, index)).asOngoing.tally);
const heightOf = async ({ query }) => (await query.system.number()).toNumber();
const freezeOf = async ({ query }, who) =>
	(await query.balances.freezes(who.address)).filter(({ id }) => id.isGovernance)
		.reduce((total, { amount }) => total + amount.toBigInt(), 0n);
const lockUntil = async ({ query }, who) =>
	(await query.governance.voters(who.address)).unwrap().prior.until.toNumber();

async function votesOn({ query }, who) {
	const voter = (await query.governance.voters(who.address)).unwrapOr(null);
	return voter ? voter.votes.map(({ referendum: index }) => index.toNumber()) : [];
}

/// A period of conviction, in blocks.
async function lockingPeriod({ query }) {
	return (await query.governance.lockingPeriod()).unwrapOr(api.consts.governance.lockingPeriod).toNumber();
}

const hexOf = (text) => `0x${Buffer.from(text).toString('hex')}`;
const vote = (index, aye, { institutional = 0n, community = 0n, conviction = 'None' }) =>
	api.tx.governance.vote(index, aye, { institutional, community, conviction });
const delegate = (track, to, { institutional = 0n, community = 0n, conviction = 'None' }) =>
	api.tx.governance.delegate(track, to.address, { institutional, community, conviction });

/// Puts calls to a vote, each on its track. Returns the numbers of the referenda, and the state after.
async function submit(who, ...calls) {
	const { referenda, utility } = api.tx;
	const parts = calls.map(([track, call]) => [track, call.bounded ? { before: [], ...call } : proposal(api, call)]);
	const sent = await done(api, utility.batchAll(parts.flatMap(([track, { before: first, bounded }]) =>
		[...first, referenda.submit({ Governance: track }, bounded, { After: 0 })])), who);
	const indices = sent.events.filter((event) => api.events.referenda.Submitted.is(event))
		.map(({ data }) => data.index.toNumber());
	assert.equal(indices.length, calls.length);
	return { indices, state: sent.after, from: await heightOf(sent.after) };
}

/// Sends what has to be refused, and makes sure that it changes neither what governance knows of the account, nor the
/// tallies of some referenda, nor anything else but its cost.
function refused(who, attempts, indices = []) {
	return refusedBy(api, who, attempts, async (state) => ({
		...(await stake(state, who)),
		voter: (await state.query.governance.voters(who.address)).toHex(),
		freezes: (await state.query.balances.freezes(who.address)).toHex(),
		infos: await Promise.all(indices.map((index) => tallyAt(state, index))),
	}));
}

test('the weights of the houses are on the line of the hand-over', limit, async (t) => {
	const years = [2025, 2026, 2027, 2028].map((year) => weightAt(BigInt(Date.UTC(year, 0))));
	assert.deepEqual(years, [600_000_000n, 400_000_000n, 200_000_000n, 0n]);
	const state = await finalState(api);
	const { institutional, community } = await state.call.tokenomicsApi.governanceWeights();
	assert.equal(institutional.toBigInt(), weightAt((await state.query.timestamp.now()).toBigInt()));
	assert.equal(institutional.toBigInt() + community.toBigInt(), WHOLE);
	t.diagnostic(`the institutional house weighs ${institutional}, the community ${community} billionths`);
});

describe('governance', { ...limit, concurrency: true }, () => {
	test('both houses decide what is paid, when the rules say so and not before', limit, async (t) => {
		const { Proposer, Supporter, Believer, Follower, Opponent } = people;
		const { bttToken, governance, preimage, referenda, system, utility } = api.tx;
		const grantee = account(api, `Grantee/${run}`);
		const track = trackOf(api, 'Partnerships');

		// A call that is too long to be part of the referendum.
		const reason = `a grant for a clinic that has promised in return to tell others what it has learned, ${run}`;
		const grant = bttToken.release('EcosystemGrowthFund', grantee.address, BTT);
		const call = utility.batchAll([grant, system.remark(hexOf(reason))]);
		assert.ok(proposal(api, call).bounded.Lookup);
		const { indices: [index], state, from } = await submit(Proposer, ['Partnerships', call]);
		const { tally: { institutionalWeight, quorum }, submissionDeposit } = (await referendum(state, index)).asOngoing;
		const weight = institutionalWeight.toBigInt();
		assert.equal(weight, weightAt((await state.query.timestamp.now()).toBigInt()));

		// So many are in favour that their support is reached between two blocks, as it falls.
		const eligible = await electorate(api, state);
		const follows = { aye: true, stake: { community: 5_000n * BTT, conviction: 'Twofold' }, bonded: ROLE };
		const many = { community: (eligible.community * 3n) / 200n, conviction: 'Twofold' };
		const cast = [
			{ who: Supporter, aye: true, stake: { community: 50_000n * BTT + 11n, conviction: 'Sixfold' } },
			{ who: Believer, aye: true, stake: { community: 1_000n * BTT + 3n, conviction: 'Twofold' }, bonded: ROLE },
			{ who: Opponent, aye: false, stake: many, bonded: ROLE },
			{ aye: true, stake: { community: eligible.community / 20n + 7n } },
		];
		cast[0].bonded = ROLE + STAKED.Supporter;
		const inCommunity = tallyOf([...cast, follows]).community.rawAyes;
		const [ceil, floor] = track.support;
		const aim = ceil - ((ceil - floor) * 9n) / (2n * BigInt(track.decision));
		const missing = aim - ((WHOLE - weight) * inCommunity) / eligible.community;
		const [line] = await state.call.tokenomicsApi.vesting(institution.address);
		const most = ((line.total.toBigInt() - line.vested.toBigInt()) * 9n) / 10n;
		const needed = weight > 0n && missing > 0n ? (missing * eligible.institutional) / weight : 0n;
		cast.at(-1).stake.institutional = needed < most ? needed : most;

		await done(api, delegate('Partnerships', Supporter, follows.stake), Follower);
		await Promise.all(cast.map(({ who, aye, stake: tokens }) => {
			const transaction = vote(index, aye, tokens);
			return who ? done(api, transaction, who) : asInstitution(transaction);
		}));
		const expected = tallyOf([...cast, follows].map((one) => ({ ...one, bonus: bonusOf(one.stake, one.bonded ?? 0n) })));
		assert.deepEqual(await tallyAt(await finalState(api), index), expected);

		// However many want it: nothing is decided without the deposit, and nobody gets out of it meanwhile.
		await refused(Proposer, [
			['governance.NothingToUnlock', governance.unlock(Opponent.address)],
			['governance.NothingToUnlock', governance.unlock(Supporter.address)],
			['referenda.NoDeposit', referenda.refundDecisionDeposit(index)],
			['referenda.BadStatus', referenda.refundSubmissionDeposit(index)],
		], [index]);
		await refused(Supporter, [
			['governance.AlreadyVoted', vote(index, false, { community: 1n })],
			['governance.HasVotes', delegate('Partnerships', Believer, { community: 1n })],
			['Token.Frozen', api.tx.balances.transferKeepAlive(Believer.address, 30_000n * BTT)],
		], [index]);
		const held = (await balances(await finalState(api), Proposer)).reserved;
		const placed = await done(api, referenda.placeDecisionDeposit(index), Proposer);
		assert.equal((await balances(placed.after, Proposer)).reserved, held + track.deposit);

		const outcome = await chronicle.outcome(index, from, WAIT);
		const { DecisionStarted, ConfirmStarted, Confirmed, Enacted } = outcome;
		const begun = DecisionStarted.height;
		assert.equal(begun, await heightOf(placed.after));
		assert.ok(begun >= from + track.prepare);
		const result = resultOf(expected, await electorate(api, DecisionStarted.state), weight, quorum.toBigInt());
		const passes = passesAt(result, track, begun, begun);
		assert.equal(ConfirmStarted.height, await chronicle.due(passes, WAIT));
		assert.equal(Confirmed.height, await chronicle.due(ConfirmStarted.height + track.confirm, WAIT));
		assert.equal(Enacted.height, await chronicle.due(Confirmed.height + track.enactment, WAIT));
		assert.deepEqual(tallyIn(Confirmed.data.tally), expected);
		const { approval, support } = result;
		t.diagnostic(`approval ${approval}, support ${support} billionths, passed after ${passes - begun} blocks`);

		assert.equal(Enacted.error, undefined);
		const released = only(Enacted.events, api.events.bttToken.Released);
		assert.deepEqual([released.allocation.type, released.beneficiary.toString(), released.amount.toBigInt()],
			['EcosystemGrowthFund', grantee.address, BTT]);
		const unreleased = async ({ call: { tokenomicsApi } }) => (await tokenomicsApi.supply()).unreleased.toBigInt();
		const { state: old } = await chronicle.at(Enacted.height - 1, Date.now() + WAIT);
		assert.equal((await unreleased(old)) - (await unreleased(Enacted.state)), BTT);
		assert.equal((await balances(old, grantee)).free, 0n);
		assert.equal((await balances(Enacted.state, grantee)).free, BTT);

		// It is too late for votes, and what voted is free but for conviction.
		await refused(Opponent, [
			['governance.Ended', vote(index, true, { community: 1n })],
			['governance.Ended', governance.removeVote(index)],
			['referenda.NotOngoing', referenda.placeDecisionDeposit(index)],
		]);
		const period = await lockingPeriod(Enacted.state);
		const free = async (signer, who) => {
			const unlocked = await done(api, governance.unlock(who.address), signer);
			const { locked } = only(unlocked.events, api.events.governance.Unlocked);
			assert.equal(locked.toBigInt(), await freezeOf(unlocked.after, who));
			return { locked: locked.toBigInt(), now: unlocked.after };
		};
		const [all, none, short, long] = await Promise.all([
			free(Proposer, institution), free(Opponent, Opponent), free(Believer, Believer), free(Supporter, Supporter),
		]);
		const tokens = (who) => (cast.find((one) => one.who === who) ?? follows).stake;
		const home = api.tx.balances.transferKeepAlive;
		assert.ok(!(await votesOn(all.now, institution)).includes(index));
		assert.deepEqual([none.locked, short.locked, long.locked],
			[0n, tokens(Believer).community, tokens(Supporter).community]);
		for (const [who, { now }] of [[Believer, short], [Supporter, long]]) {
			assert.equal(await lockUntil(now, who), Confirmed.height + period * periodsOf(tokens(who)));
		}
		const ended = await done(api, governance.undelegate('Partnerships'), Follower);
		const until = await lockUntil(ended.after, Follower);
		assert.equal(until, (await heightOf(ended.after)) + period * periodsOf(follows.stake));
		await Promise.all([Believer, Follower].map((who) => refused(who, [
			['governance.NothingToUnlock', governance.unlock(who.address)],
			['Token.Frozen', home(institution.address, tokens(who).community)],
		])));

		// Everybody has the deposits back, whoever asks for it, and only once.
		const refunds = await done(api,
			utility.batchAll([referenda.refundDecisionDeposit(index), referenda.refundSubmissionDeposit(index)]), Opponent);
		const refund = (kind) => {
			const { who, amount } = only(refunds.events, kind);
			return [who.toString(), amount.toBigInt()];
		};
		assert.deepEqual(refund(api.events.referenda.DecisionDepositRefunded), [Proposer.address, track.deposit]);
		assert.deepEqual(refund(api.events.referenda.SubmissionDepositRefunded),
			[Proposer.address, submissionDeposit.amount.toBigInt()]);
		await refused(Opponent, [
			['referenda.NoDeposit', referenda.refundDecisionDeposit(index)],
			['referenda.NoDeposit', referenda.refundSubmissionDeposit(index)],
		]);
		const { after: settled } = await done(api, preimage.unnotePreimage(call.method.hash), Proposer);
		assert.equal((await balances(settled, Proposer)).reserved, 0n);

		// A period later conviction ends, too.
		await untilFinal(api, WAIT, 'the end of conviction', async (now) => (await heightOf(now)) >= until);
		await Promise.all([Believer, Follower].map(async (who) => {
			const { locked, now } = await free(who, who);
			assert.equal(locked, 0n);
			assert.ok((await now.query.governance.voters(who.address)).isNone);
		}));
		await Promise.all([Opponent, Follower].map((who) =>
			done(api, home(institution.address, tokens(who).community), who)));
	});

	test('what a track may not do is refused when it is enacted, and nothing is minted', limit, async () => {
		const { Petitioner, Victim } = people;
		const { balances: tokens, bttToken, miningRewards, referenda, system, utility } = api.tx;
		const nobody = account(api, `Nobody/${run}`).address;
		const place = (indices) => utility.batchAll(indices.map((index) => referenda.placeDecisionDeposit(index)));
		const { indices: victims, state, from: first } = await submit(Victim,
			...['Partnerships', 'Partnerships', 'NetworkUpgrade'].map((track) => [track, system.remark('0x01')]));
		const [cancelled, killed, rejected] = victims;
		await done(api, place(victims), Victim);
		const deposit = (await referendum(state, killed)).asOngoing.submissionDeposit.amount.toBigInt();
		const { deposit: decision } = trackOf(api, 'Partnerships');

		const missing = { bounded: { Lookup: { hash: api.registry.hash(run).toHex(), len: 1_000 } } };
		const cases = [
			['Partnerships', miningRewards.setRegion(77, 0), 'BadOrigin'],
			['TechnicalStandards', bttToken.release('EcosystemGrowthFund', nobody, BTT), 'BadOrigin'],
			['ResourceAllocation', bttToken.release('UnallocatedReserve', nobody, BTT), 'BadOrigin'],
			['NetworkUpgrade', tokens.forceSetBalance(nobody, BTT), 'BadOrigin'],
			['NetworkUpgrade', system.setCode('0x00'), 'BadOrigin'],
			['NetworkUpgrade', referenda.cancel(rejected), 'system.CallFiltered'],
			['Partnerships', missing, 'CallUnavailable'],
			['TechnicalStandards', miningRewards.setRegion(78, 0), undefined],
			['NetworkUpgrade', utility.batchAll([referenda.cancel(cancelled), referenda.kill(killed)]), undefined],
		];
		const { indices, from, state: submitted } = await submit(Petitioner, ...cases);
		const eligible = await electorate(api, submitted);
		const [line] = await submitted.call.tokenomicsApi.vesting(institution.address);
		const much = {
			institutional: ((line.total.toBigInt() - line.vested.toBigInt()) * 9n) / 10n,
			community: eligible.community / 5n,
		};
		await asInstitution(utility.batchAll(indices.map((index) => vote(index, true, much))));
		await done(api, place(indices), Petitioner);

		const outcomes = await Promise.all(indices.map((index) => chronicle.outcome(index, from, WAIT)));
		assert.deepEqual(outcomes.map(({ Enacted }) => Enacted.error), cases.map(([, , error]) => error));
		const [region, enacted] = outcomes.slice(-2).map(({ Enacted }) => Enacted);
		assert.equal(only(region.events, api.events.miningRewards.RegionSet).region.toNumber(), 78);
		const end = await finalState(api);
		const { regions } = await end.query.miningRewards.currentEra();
		const ids = regions.map(({ id }) => id.toNumber());
		assert.ok(!ids.includes(77) && ids.includes(78));
		assert.equal((await balances(end, { address: nobody })).free, 0n);
		const reserve = (await end.call.tokenomicsApi.allocations()).find(({ name }) => name.isUnallocatedReserve);
		assert.ok(reserve.released.isZero());
		const { issued, burned } = await end.call.tokenomicsApi.supply();
		assert.equal((await end.query.balances.totalIssuance()).toBigInt(), issued.toBigInt() - burned.toBigInt());

		// What was killed is burned, what was cancelled is not.
		only(enacted.events, api.events.referenda.Cancelled);
		only(enacted.events, api.events.referenda.Killed);
		const { state: old } = await chronicle.at(enacted.height - 1, Date.now() + WAIT);
		const bySlashes = async ({ query }) => (await query.burn.totals('Slash')).toBigInt();
		const issuance = async ({ query }) => (await query.balances.totalIssuance()).toBigInt();
		assert.equal((await bySlashes(enacted.state)) - (await bySlashes(old)), deposit + decision);
		assert.ok((await issuance(old)) - (await issuance(enacted.state)) >= deposit + decision);
		const reserved = async (of, who) => (await balances(of, who)).reserved;
		assert.equal((await reserved(old, Victim)) - (await reserved(enacted.state, Victim)), deposit + decision);

		// What nobody wanted is rejected when its time is over. Then its decision deposit is free, the other one is not.
		const { DecisionStarted, Rejected } = await chronicle.outcome(rejected, first, WAIT);
		const { decision: period } = trackOf(api, 'NetworkUpgrade');
		assert.equal(Rejected.height, await chronicle.due(DecisionStarted.height + period, WAIT));
		await refused(Victim, [
			['referenda.NoDeposit', referenda.refundDecisionDeposit(killed)],
			['referenda.BadStatus', referenda.refundSubmissionDeposit(killed)],
			['referenda.BadStatus', referenda.refundSubmissionDeposit(rejected)],
		]);
		const back = await done(api, utility.batchAll([
			...[...indices, cancelled, rejected].map((index) => referenda.refundDecisionDeposit(index)),
			...[...indices, cancelled].map((index) => referenda.refundSubmissionDeposit(index)),
		]), Victim);
		assert.equal(await reserved(back.after, Victim), deposit);
		assert.equal(await reserved(back.after, Petitioner), 0n);
	});

	test('what is delegated follows another vote until it is taken back, and votes follow stake', limit, async () => {
		const { Leader, Ward, Drifter } = people;
		const { bttStaking, governance } = api.tx;
		const { indices: [index] } = await submit(Leader, ['TechnicalStandards', api.tx.system.remark('0x04')]);
		const own = { community: 50n * BTT, conviction: 'Threefold' };
		const following = { community: 400n * BTT, conviction: 'Twofold' };
		const bonded = ROLE + STAKED.Ward;
		const counted = async (state, ...votes) => assert.deepEqual(await tallyAt(state, index), tallyOf(votes));
		const leaders = { aye: false, stake: own, bonus: bonusOf(own, ROLE) };
		const wards = { aye: false, stake: following, bonus: bonusOf(following, bonded) };

		await counted((await done(api, delegate('TechnicalStandards', Leader, following), Ward)).after);
		await counted((await done(api, vote(index, false, own), Leader)).after, leaders, wards);
		await Promise.all([
			refused(Ward, [
				['governance.Delegating', vote(index, true, { community: 1n })],
				['governance.Delegating', delegate('TechnicalStandards', Drifter, { community: 1n })],
				['governance.NotDelegating', governance.undelegate('Partnerships')],
				['governance.NotVoted', governance.removeVote(index)],
			], [index]),
			refused(Drifter, [
				['governance.DelegateDelegates', delegate('TechnicalStandards', Ward, { community: 1n })],
				['governance.NothingToCut', governance.refresh(Leader.address)],
			], [index]),
			refused(Leader, [['governance.HasVotes', delegate('TechnicalStandards', Drifter, { community: 1n })]], [index]),
		]);

		// With stake goes the bonus, with the role everything.
		const unbonded = await done(api, bttStaking.unbond(STAKED.Ward), Ward);
		only(unbonded.events, api.events.governance.VotesCut);
		await counted(unbonded.after, leaders, { ...wards, bonus: bonusOf(following, ROLE) });
		const back = await done(api, governance.undelegate('TechnicalStandards'), Ward);
		await counted(back.after, leaders);
		assert.equal(await freezeOf(back.after, Ward), following.community);
		const mine = { aye: true, stake: { community: 500n * BTT }, bonus: bonusOf({ community: 500n * BTT }, ROLE) };
		await counted((await done(api, vote(index, true, mine.stake), Ward)).after, leaders, mine);
		const dropped = await done(api, bttStaking.dropRole('Governance'), Ward);
		only(dropped.events, api.events.governance.VotesCut);
		await counted(dropped.after, leaders);
		await refused(Ward, [
			['governance.NoRole', vote(index, true, { community: 1n })],
			['governance.NotVoted', governance.removeVote(index)],
		], [index]);
		const toNobody = delegate('Partnerships', Ward, { community: 1n });
		await refused(Drifter, [['governance.DelegateHasNoRole', toNobody]], [index]);

		// A vote that is removed in time leaves nothing behind.
		const removed = await done(api, governance.removeVote(index), Leader);
		await counted(removed.after);
		assert.equal(await freezeOf(removed.after, Leader), 0n);
		assert.ok((await removed.after.query.governance.voters(Leader.address)).isNone);
	});

	test('what is wrong has a named error and changes nothing', limit, async () => {
		const { Novice, Drifter } = people;
		const { governance, preimage, referenda, system } = api.tx;
		const { indices: [index], state } = await submit(Novice, ['ResourceAllocation', system.remark('0x05')]);
		const unknown = (await state.query.referenda.referendumCount()).toNumber() + 1_000;
		const one = { community: 1n };
		const inline = { Inline: system.remark('0x').method.toHex() };
		const by = (origin, bounded = inline) => referenda.submit(origin, bounded, { After: 0 });
		await refused(Novice, [
			['governance.NoRole', vote(index, true, one)],
			['governance.NoRole', delegate('Partnerships', Drifter, one)],
			['governance.SelfDelegation', delegate('Partnerships', Novice, one)],
			['governance.NotVoted', governance.removeVote(index)],
			['governance.NotDelegating', governance.undelegate('Partnerships')],
			['governance.NoVoter', governance.unlock(Novice.address)],
			['governance.NoVoter', governance.refresh(Novice.address)],
			['BadOrigin', governance.setParameter({ Governance: { Quorum: [null, 10_000_000] } })],
			['BadOrigin', governance.authorizeUpgrade(`0x${'11'.repeat(32)}`)],
			['BadOrigin', governance.pause()],
			['referenda.NoTrack', by({ system: 'Root' })],
			['referenda.NoTrack', by({ system: { Signed: Novice.address } })],
			['referenda.NotOngoing', referenda.placeDecisionDeposit(unknown)],
			['referenda.BadReferendum', referenda.refundDecisionDeposit(unknown)],
			['referenda.BadReferendum', referenda.refundSubmissionDeposit(unknown)],
			['referenda.NoDeposit', referenda.refundDecisionDeposit(index)],
			['referenda.BadStatus', referenda.refundSubmissionDeposit(index)],
			['referenda.PreimageNotExist', referenda.setMetadata(index, `0x${'22'.repeat(32)}`)],
			['BadOrigin', referenda.cancel(index)],
			['BadOrigin', referenda.kill(index)],
			['BadOrigin', referenda.nudgeReferendum(index)],
			['preimage.NotNoted', preimage.unnotePreimage(`0x${'33'.repeat(32)}`)],
		], [index]);

		// A proposal that is longer than it may be is none, and costs nothing.
		const { nonce } = await balances(await finalState(api), Novice);
		const tooLong = by({ Governance: 'Partnerships' }, { Inline: `0x${'00'.repeat(129)}` });
		await assert.rejects(send(api, tooLong, Novice), /1002: Verification Error/);
		const short = hexOf(`longer than what it is said to be, ${run}`);
		const lookup = { Lookup: { hash: api.registry.hash(short).toHex(), len: 1 } };
		await done(api, preimage.notePreimage(short), Novice);
		const enfranchised = await done(api, enfranchisement(api), Novice);
		const { free, reserved, nonce: next } = await balances(enfranchised.after, Novice);
		assert.equal(next, nonce + 2);
		await refused(Novice, [
			['governance.NotFound', vote(unknown, true, one)],
			['governance.ZeroVote', vote(index, true, {})],
			['governance.MoreThanHeld', vote(index, true, { community: free + reserved + 1n })],
			['governance.MoreThanHeld', vote(index, true, { community: MUCH })],
			['governance.MoreThanHeld', vote(index, true, { institutional: 1n })],
			['governance.ZeroVote', delegate('Partnerships', Drifter, {})],
			['governance.MoreThanHeld', delegate('Partnerships', Drifter, { community: MUCH })],
			['referenda.PreimageStoredWithDifferentLength', by({ Governance: 'Partnerships' }, lookup)],
		], [index]);
		await assert.rejects(
			asInstitution(vote(index, true, { institutional: 1n, conviction: 'Twofold' })), /governance.ConvictionOnUnvested/);

		const placed = await done(api, referenda.placeDecisionDeposit(index), Novice);
		await refused(Novice, [
			['referenda.HasDeposit', referenda.placeDecisionDeposit(index)],
			['referenda.Unfinished', referenda.refundDecisionDeposit(index)],
		]);
		assert.ok((await referendum(placed.after, index)).isOngoing);
	});
});

test('who has voted on what has ended has nothing locked', limit, async () => {
	const last = await finalState(api);
	const some = (await last.query.governance.voters(institution.address)).isSome;
	const end = some ? (await asInstitution(api.tx.governance.unlock(institution.address))).after : last;
	assert.ok((await end.query.governance.voters(institution.address)).isNone);
	assert.equal(await freezeOf(end, institution), 0n);
});
