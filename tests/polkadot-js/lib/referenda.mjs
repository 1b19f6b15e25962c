// Referenda: how they are made, what becomes of them, and what has to by the rules of the two houses (SPEC §8).

import assert from 'node:assert/strict';
import { keyless } from './books.mjs';
import { BTT, finalHeight, nameOf, pause } from './chain.mjs';

const WHOLE = 1_000_000_000n;
const PERMILL = 1_000_000n;

/// What the governance role takes.
export const ROLE = 10n * BTT;

/// A call of more bytes is not a part of its referendum, but has a preimage.
const INLINE = 128;

/// How often a vote with conviction counts, and for how many periods it is locked.
const CONVICTIONS = {
	None: [1n, 0], Twofold: [2n, 1], Threefold: [3n, 2], Fourfold: [4n, 4], Fivefold: [5n, 8], Sixfold: [6n, 16],
};
export const factorOf = ({ conviction = 'None' }) => CONVICTIONS[conviction][0];
export const periodsOf = ({ conviction = 'None' }) => CONVICTIONS[conviction][1];

/// What lets an account vote.
export function enfranchisement(api) {
	const { bond, addRole } = api.tx.bttStaking;
	return api.tx.utility.batchAll([bond(ROLE), addRole('Governance')]);
}

export async function mayVote(state, who) {
	const staker = (await state.call.tokenomicsApi.staker(who.address)).unwrapOr(null);
	return staker !== null && staker.roles.some(({ type }) => type === 'Governance');
}

/// A call as a referendum takes it, and what has to be sent before it is proposed.
export function proposal(api, call) {
	const bytes = call.method.toU8a();
	if (bytes.length <= INLINE) {
		return { before: [], bounded: { Inline: call.method.toHex() } };
	}
	const bounded = { Lookup: { hash: call.method.hash.toHex(), len: bytes.length } };
	return { before: [api.tx.preimage.notePreimage(call.method.toHex())], bounded };
}

/// What has a call decided on a track, if the referendum gets this number.
export function proposed(api, index, track, call) {
	const { before, bounded } = proposal(api, call);
	const { submit, placeDecisionDeposit } = api.tx.referenda;
	return [...before, submit({ Governance: track }, bounded, { After: 0 }), placeDecisionDeposit(index)];
}

/// The track as this network has it.
export function trackOf(api, name) {
	const names = ['NetworkUpgrade', 'TechnicalStandards', 'ResourceAllocation', 'Partnerships'];
	const [id, info] = api.consts.referenda.tracks.find(([id]) => id.toNumber() === names.indexOf(name));
	const line = (curve) => {
		const { length, floor, ceil } = curve.asLinearDecreasing;
		assert.equal(length.toBigInt(), WHOLE);
		return [ceil.toBigInt(), floor.toBigInt()];
	};
	return {
		id: id.toNumber(),
		deposit: info.decisionDeposit.toBigInt(),
		prepare: info.preparePeriod.toNumber(),
		decision: info.decisionPeriod.toNumber(),
		confirm: info.confirmPeriod.toNumber(),
		enactment: info.minEnactmentPeriod.toNumber(),
		approval: line(info.minApproval),
		support: line(info.minSupport),
	};
}

/// The tokens that can vote in each house.
export async function electorate(api, { query, call }) {
	const { unvested, unreleased } = await call.tokenomicsApi.supply();
	const pots = [api.consts.bttStaking.potId, api.consts.fees.potId].map((id) => keyless(api, id));
	const held = await Promise.all(pots.map(async (pot) => (await query.system.account(pot)).data));
	const issuance = (await query.balances.totalIssuance()).toBigInt();
	const inPots = held.reduce((total, { free, reserved }) => total + free.toBigInt() + reserved.toBigInt(), 0n);
	const institutional = unvested.toBigInt();
	return { institutional, community: issuance - unreleased.toBigInt() - inPots - institutional };
}

/// What the institutional house weighs at an instant: 60 % at the token generation event, nothing three years later.
export function weightAt(now) {
	const [begin, end] = [BigInt(Date.UTC(2025, 0)), BigInt(Date.UTC(2028, 0))];
	return now >= end ? 0n : (600_000_000n * (end - now)) / (end - begin);
}

/// What bonded tokens add to the votes of others in the community house.
export const bonusOf = ({ community = 0n }, bonded) => ((community < bonded ? community : bonded) * 200_000n) / PERMILL;

/// What votes come to: each has a `stake`, a `bonus` and is in favour or not.
export function tallyOf(votes) {
	const none = { ayes: 0n, nays: 0n, rawAyes: 0n, rawNays: 0n };
	const [institutional, community] = [{ ...none }, { ...none }];
	for (const { aye, stake, bonus = 0n } of votes) {
		const { institutional: unvested = 0n, community: tokens = 0n } = stake;
		const [sum, raw] = aye ? ['ayes', 'rawAyes'] : ['nays', 'rawNays'];
		institutional[sum] += unvested;
		institutional[raw] += unvested;
		community[sum] += (tokens + bonus) * factorOf(stake);
		community[raw] += tokens;
	}
	return { institutional, community };
}

/// The tally that a referendum has, as BigInt.
export function tallyIn({ institutional, community }) {
	const house = ({ ayes, nays, rawAyes, rawNays }) => ({
		ayes: ayes.toBigInt(), nays: nays.toBigInt(), rawAyes: rawAyes.toBigInt(), rawNays: rawNays.toBigInt(),
	});
	return { institutional: house(institutional), community: house(community) };
}

/// The approval and the support of a tally in billionths, by the formula of docs/governance.md.
export function resultOf(tally, eligible, weight, quorum) {
	const houses = [['institutional', weight], ['community', WHOLE - weight]].map(([name, part]) => {
		const other = name === 'institutional' ? 'community' : 'institutional';
		const counts = eligible[name] === 0n ? 0n : eligible[other] === 0n ? WHOLE : part;
		return { ...tally[name], eligible: eligible[name], weight: counts };
	});
	const approval = houses.map(({ ayes, nays, rawAyes, rawNays, eligible: all, weight: part }) => {
		if (all === 0n || ayes + nays === 0n) {
			return [0n, 1n];
		}
		const [voted, needed] = [(rawAyes + rawNays) * WHOLE, all * quorum];
		return voted < needed ? [part * voted * ayes, needed * (ayes + nays)] : [part * ayes, ayes + nays];
	});
	const support = houses.map(({ rawAyes, eligible: all, weight: part }) =>
		(all === 0n ? [0n, 1n] : [part * rawAyes, all]));
	const add = ([[a, b], [c, d]]) => (a * d + c * b) / (b * d);
	return { approval: add(approval), support: add(support) };
}

/// The first block from `from` on in which a referendum passes that has been decided since `since`, or nothing.
export function passesAt({ approval, support }, track, since, from) {
	const threshold = ([ceil, floor], x) => ceil - (x * (ceil - floor)) / WHOLE;
	for (let block = from; block <= since + track.decision; block += 1) {
		const x = (BigInt(block - since) * WHOLE) / BigInt(track.decision);
		if (support >= threshold(track.support, x) && approval >= threshold(track.approval, x)) {
			return block;
		}
	}
	return null;
}

/// The name under which referenda have the scheduler enact what was approved.
function enactmentOf(api, index) {
	const text = (string) => [...new TextEncoder().encode(string)];
	const number = api.createType('u32', index).toU8a();
	const name = Uint8Array.from([...text('assembly'), 'enactment'.length << 2, ...text('enactment'), ...number]);
	return api.registry.hash(name).toHex();
}

/// What the scheduler did before the transactions of a block: the name of each task, the events that came with it, and
/// what ended it: nothing, the name of an error, or that there was no call.
export function dispatches(api, records) {
	const { Dispatched, CallUnavailable } = api.events.scheduler;
	const [done, events] = [[], []];
	for (const { event } of records.filter(({ phase }) => phase.isInitialization)) {
		if (Dispatched.is(event) || CallUnavailable.is(event)) {
			const { id, result } = event.data;
			const failure = result?.isErr ? nameOf(api, result.asErr) : undefined;
			const error = CallUnavailable.is(event) ? 'CallUnavailable' : failure;
			done.push({ id: id.isSome ? id.unwrap().toHex() : null, error, events: events.splice(0) });
		} else {
			events.push(event);
		}
	}
	return done;
}

/// What became of the task that enacts a referendum, if it is among those of a block.
export const enactment = (api, index, done) => done.find(({ id }) => id === enactmentOf(api, index));

/// The final blocks of a chain, each of which is read once.
export class Chronicle {
	constructor(api) {
		Object.assign(this, { api, blocks: new Map() });
	}

	/// The block of a height, as soon as it is final, or an error when `deadline` has passed.
	async at(height, deadline) {
		for (; (await finalHeight(this.api)) < height; await pause()) {
			assert.ok(Date.now() < deadline, `block ${height} is not final in time`);
		}
		if (!this.blocks.has(height)) {
			this.blocks.set(height, this.read(height));
		}
		return this.blocks.get(height);
	}

	async read(height) {
		const state = await this.api.at(await this.api.rpc.chain.getBlockHash(height));
		return { height, state, records: await state.query.system.events() };
	}

	/// When that happens which is due at this height: in the block after it, if a session begins in it, which leaves no
	/// room for anything else.
	async due(height, ms) {
		const deadline = Date.now() + ms;
		const blocks = await Promise.all([height - 1, height].map((number) => this.at(number, deadline)));
		const [before, after] = await Promise.all(blocks.map(({ state }) => state.query.session.currentIndex()));
		return before.eq(after) ? height : height + 1;
	}

	/// The events of a referendum from block `from` on by their names, each with its block, up to its end; and if it was
	/// approved, to its enactment, of which there is the error, if there was one, and the events.
	async outcome(index, from, ms) {
		const { api } = this;
		const deadline = Date.now() + ms;
		const found = {};
		for (let height = from; ; height += 1) {
			const block = await this.at(height, deadline);
			for (const { event } of block.records) {
				if (event.section === 'referenda' && event.data.index?.eq(index)) {
					assert.ok(!found[event.method], `${event.method} of referendum ${index} twice`);
					found[event.method] = { ...block, data: event.data };
				}
			}
			const enacted = enactment(api, index, dispatches(api, block.records));
			if (enacted) {
				return { ...found, Enacted: { ...block, ...enacted } };
			}
			if (['Rejected', 'Cancelled', 'Killed', 'TimedOut'].some((name) => found[name])) {
				return found;
			}
		}
	}
}
