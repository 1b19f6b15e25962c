// Books of what staking moves, kept from events alone, and compared with the state after every single block.

import assert from 'node:assert/strict';
import { authorOf, balances, finalHeight, pause, sendAll } from './chain.mjs';

const PERBILL = 1_000_000_000n;

/// Shares of income are counted in so small parts of a unit that only what the chain rounds makes a difference.
const FINE = 128n;

/// The sum of a field of events or other structs.
export const sum = (items, field) => items.reduce((total, item) => total + item[field].toBigInt(), 0n);

/// The account of a pallet by its id, which no key controls.
export function keyless(api, palletId) {
	const id = [...new TextEncoder().encode('modl'), ...palletId.toU8a()];
	return api.createType('AccountId', Uint8Array.from({ length: 32 }, (_, index) => id[index] ?? 0)).toString();
}

/// The parts of a fee: those of others than the development fund are rounded down, and it has the rest.
export function partsOf(split, fee) {
	const part = (share) => (fee * share.toBigInt()) / PERBILL;
	const [burn, author, stakers] = [part(split.burn), part(split.author), part(split.stakers)];
	return { burn, author, stakers, development: fee - burn - author - stakers };
}

/// Finds events among the records of a block by their kinds.
export function finder(api, records) {
	return (section, name) =>
		records.filter(({ event }) => api.events[section][name].is(event)).map(({ event }) => event.data);
}

/// What the fees of the block `hash` became. Fails if a unit of them is not where it belongs: the author's part, with
/// the tips, and that of all who stake are in the pot, less what was paid out; the development fund's part is in the
/// fund, and the rest is burned.
export async function fees(api, hash, before, now) {
	const find = finder(api, await now.query.system.events());
	const [paid, split] = [find('fees', 'FeePaid'), await before.query.fees.split()];
	const [authors, stakers] = [find('bttStaking', 'AuthorRewarded'), find('bttStaking', 'StakersRewarded')];
	const parts = { burn: 0n, author: sum(paid, 'tip'), stakers: 0n, development: 0n };
	for (const { fee } of paid) {
		for (const [name, part] of Object.entries(partsOf(split, fee.toBigInt()))) {
			parts[name] += part;
		}
	}
	const what = `block ${hash}`;

	assert.equal(sum(authors, 'amount') + sum(stakers, 'amount'), parts.author + parts.stakers, what);
	if (authors.length > 0) {
		const author = await authorOf(api, hash);
		assert.deepEqual(authors.map((event) => event.author.toString()), [author], what);
		assert.equal(sum(authors, 'amount'), parts.author, what);
		const { commission } = (await now.query.bttStaking.validators(author)).unwrap();
		assert.equal(authors[0].commission.toBigInt(), (parts.author * commission.toBigInt()) / PERBILL, what);
	}
	const { bttStaking, fees: { potId } } = api.consts;
	const inPot = async (state) => (await balances(state, keyless(api, bttStaking.potId))).free;
	assert.equal((await inPot(now)) - (await inPot(before)),
		parts.author + parts.stakers - sum(find('bttStaking', 'PaidOut'), 'amount'), what);
	const fund = async (state) => (await balances(state, keyless(api, potId))).free;
	assert.equal((await fund(now)) - (await fund(before)), parts.development, what);
	const burned = find('burn', 'Burned').filter(({ reason }) => reason.isFees);
	assert.equal(sum(burned, 'amount'), parts.burn, what);
	return { parts, author: authors[0], stakers: sum(stakers, 'amount') };
}

/// Everything that a call of staking could change of an account.
export async function stake(state, who) {
	const { query } = state;
	const [ledger, holds, keys, validator, candidate] = await Promise.all([
		query.bttStaking.ledgers(who.address),
		query.balances.holds(who.address),
		query.session.nextKeys(who.address),
		query.bttStaking.validators(who.address),
		query.bttStaking.candidates(who.address),
	]);
	return {
		...(await balances(state, who)),
		ledger: ledger.toHex(),
		holds: holds.toHex(),
		keys: keys.toHex(),
		stands: candidate.isSome,
		validates: validator.isSome,
	};
}

/// Sends what has to be refused, each for its reason, and makes sure that it changes nothing of what `look` sees of the
/// account but what it costs.
export async function refused(api, who, attempts, look = stake) {
	const results = await sendAll(api, attempts.map(([, transaction]) => transaction), who);
	assert.deepEqual(results.map(({ errorName }) => errorName), attempts.map(([reason]) => reason));
	const old = await look(results[0].before, who);
	const paid = results.reduce((total, { fee }) => total + fee, 0n);
	assert.deepEqual(await look(results.at(-1).after, who),
		{ ...old, nonce: old.nonce + attempts.length, free: old.free - paid });
}

/// The books of one account, and of the fees of everybody, from one final block on.
export class Books {
	/// Begins after the last final block.
	static async open(api, who) {
		const books = new Books();
		Object.assign(books, { api, who, height: await finalHeight(api), closed: false });
		books.state = await api.at(await api.rpc.chain.getBlockHash(books.height));
		const { free, reserved } = await balances(books.state, who);
		assert.equal(reserved, 0n, 'the account has something at stake already');
		Object.assign(books, { start: free, fees: 0n, paidOut: 0n, received: 0n });
		Object.assign(books, { bonded: 0n, unbonded: 0n, rebonded: 0n, withdrawn: 0n });
		Object.assign(books, { validator: null, earning: 0n, joining: 0n, joinedIn: -1, share: 0n, fromValidator: 0n });
		// What is carried in the pools, and what is cut off when somebody is settled, goes to incomes to come.
		const stakers = await books.state.query.bttStaking.stakers();
		books.rounding = 2n + (stakers.carried.toBigInt() >> 96n);
		return books;
	}

	/// Books every final block until the books are closed. Fails when they do not agree with the chain.
	async keep() {
		for (let closing = false; !closing; await pause()) {
			closing = this.closed;
			for (const head = await finalHeight(this.api); this.height < head;) {
				await this.book(this.height + 1);
			}
		}
	}

	/// Ends `keep` with the block that is final now.
	close() {
		this.closed = true;
	}

	async book(height) {
		const { api, who } = this;
		const hash = await api.rpc.chain.getBlockHash(height);
		const now = await api.at(hash);
		const find = finder(api, await now.query.system.events());
		const own = (name) => find('bttStaking', name).filter((event) => event.who.toString() === who.address);
		const income = await fees(api, hash, this.state, now);

		const costs = find('fees', 'FeePaid').filter((event) => event.who.toString() === who.address);
		this.fees += sum(costs, 'fee') + sum(costs, 'tip');
		this.received += sum(find('balances', 'Transfer').filter(({ to }) => to.toString() === who.address), 'amount');
		this.paidOut += sum(own('PaidOut'), 'amount');
		this.bonded += sum(own('Bonded'), 'amount');
		this.unbonded += sum(own('Unbonded'), 'amount');
		this.rebonded += sum(own('Rebonded'), 'amount');
		this.withdrawn += sum(own('Withdrawn'), 'amount');
		await this.bookIncome(now, income, own, find);
		await this.compare(now, height);
		Object.assign(this, { height, state: now });
	}

	/// Adds what the account's stake earned, by the rule: in proportion to what earns, new stake from the next era on.
	async bookIncome(now, { author, stakers }, own, find) {
		const { query } = now;
		const era = (await query.bttStaking.currentEra()).index.toNumber();
		if (era > this.joinedIn) {
			Object.assign(this, { earning: this.earning + this.joining, joining: 0n });
		}
		for (const { validator, amount } of own('Delegated')) {
			Object.assign(this, { validator: validator.toString(), joining: this.joining + amount.toBigInt(), joinedIn: era });
		}
		for (const { amount } of own('Undelegated')) {
			const joining = amount.toBigInt() < this.joining ? amount.toBigInt() : this.joining;
			Object.assign(this, { joining: this.joining - joining, earning: this.earning - (amount.toBigInt() - joining) });
		}
		if (stakers > 0n) {
			const all = (await query.bttStaking.stakers()).earning.toBigInt();
			this.share += ((stakers << FINE) * this.earning) / all;
		}
		if (author && author.author.toString() === this.validator) {
			const { pool } = (await query.bttStaking.validators(this.validator)).unwrap();
			const rest = author.amount.toBigInt() - author.commission.toBigInt();
			const part = ((rest << FINE) * this.earning) / pool.earning.toBigInt();
			this.share += part;
			this.fromValidator += part >> FINE;
		}
		for (const name of ['Delegated', 'Undelegated', 'PaidOut', 'RoleAdded', 'RoleDropped']) {
			this.rounding += 2n * BigInt(find('bttStaking', name).length);
		}
	}

	async compare(now, height) {
		const { query, call } = now;
		const { address } = this.who;
		const atStake = this.bonded - this.withdrawn;
		const what = `block ${height}`;
		const { free, reserved } = await balances(now, this.who);
		assert.deepEqual({ free, reserved },
			{ free: this.start + this.received - this.fees - atStake, reserved: atStake }, what);

		const holds = await query.balances.holds(address);
		const expected = atStake > 0n ? [['BttStaking', 'Bond', atStake]] : [];
		assert.deepEqual(holds.map(({ id, amount }) => [id.type, id.value.type, amount.toBigInt()]), expected, what);

		const staker = await call.tokenomicsApi.staker(address);
		const { bonded, unbonding, rewards } = staker.isSome ? staker.unwrap() : {};
		assert.equal(bonded?.toBigInt() ?? 0n, this.bonded - this.unbonded + this.rebonded, what);
		assert.equal(unbonding?.toBigInt() ?? 0n, this.unbonded - this.rebonded - this.withdrawn, what);
		const ledger = (await query.bttStaking.ledgers(address)).unwrapOr(null);
		const behind = ledger?.delegation.unwrapOr(null);
		const delegated = behind ? behind.earning.toBigInt() + behind.joining.toBigInt() : 0n;
		assert.equal(delegated, this.earning + this.joining, what);

		const earned = (rewards?.toBigInt() ?? 0n) + this.paidOut;
		const off = earned - (this.share >> FINE);
		assert.ok(off <= this.rounding && -off <= this.rounding, `${what}: earned ${earned}, ${off} more than its share`);
	}
}
