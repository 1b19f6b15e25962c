// Where tokens go: every event that moves some is added up, block by block, and compared with the state after it.

import assert from 'node:assert/strict';
import { keyless, partsOf, sum } from './books.mjs';
import { finalHeight, nameOf, only, pause } from './chain.mjs';
import { dispatches, enactment } from './referenda.mjs';

const PERMILL = 1_000_000n;

/// Longer than a loaded machine takes to get what it was handed into final blocks, in ms.
const SETTLE = 120_000;

/// What the events of Balances do with their amount: to whom, and how often it comes on top of the free and of the
/// reserved tokens. One that is not in here is one that nobody thought of.
const MOVES = {
	Deposit: [['who', 1n, 0n]],
	Withdraw: [['who', -1n, 0n]],
	Transfer: [['from', -1n, 0n], ['to', 1n, 0n]],
	DustLost: [['account', -1n, 0n]],
	Reserved: [['who', -1n, 1n]],
	Unreserved: [['who', 1n, -1n]],
	Held: [['who', -1n, 1n]],
	Released: [['who', 1n, -1n]],
	// These move nothing, or accompany one that does.
	Endowed: [],
	BurnedDebt: [],
	Frozen: [],
	Thawed: [],
	Locked: [],
	Unlocked: [],
	Upgraded: [],
};

/// The discounts of the tiers, and at least that of premium access that was paid for, in percent (SPEC §6, §7).
const DISCOUNTS = { None: 0n, First: 10n, Second: 20n, Third: 30n, Fourth: 40n };
const PREMIUM_DISCOUNT = 10n;

/// What is waived of a `full` fee for whom `FeePaid` has such a tier and premium access, which was paid for.
export function waived({ tier, premium }, full) {
	const least = premium.isTrue ? PREMIUM_DISCOUNT : 0n;
	const percent = DISCOUNTS[tier.type] > least ? DISCOUNTS[tier.type] : least;
	return (full * percent) / 100n;
}

/// The data of the events of a kind.
export const told = (events, kind) => events.filter((event) => kind.is(event)).map(({ data }) => data);

const add = (numbers) => numbers.reduce((total, number) => total + number, 0n);

/// Adds to what an account has more or less.
function move(accounts, who, free, reserved) {
	const moved = accounts.get(who) ?? { free: 0n, reserved: 0n };
	accounts.set(who, { free: moved.free + free, reserved: moved.reserved + reserved });
}

/// By how much events change what accounts have, without those that have as much as before.
function tally(events) {
	const accounts = new Map();
	for (const { section, method, data } of events) {
		if (section === 'balances') {
			for (const [role, free, reserved] of MOVES[method] ?? assert.fail(`an unknown event: balances.${method}`)) {
				const amount = data.amount.toBigInt();
				move(accounts, data[role].toString(), free * amount, reserved * amount);
			}
		}
	}
	return changes(accounts);
}

const changes = (accounts) => new Map([...accounts].filter(([, { free, reserved }]) => free !== 0n || reserved !== 0n));

/// What every account has in a state.
async function everybody(state) {
	const entries = await state.query.system.account.entries();
	return new Map(entries.map(([{ args: [who] }, { data: { free, reserved } }]) =>
		[who.toString(), { free: free.toBigInt(), reserved: reserved.toBigInt() }]));
}

/// A block with its events by extrinsic, and those of its hooks.
async function readBlock(api, hash) {
	const [{ block: { header, extrinsics } }, state] = await Promise.all([api.rpc.chain.getBlock(hash), api.at(hash)]);
	const [transactions, hooks] = [extrinsics.map((extrinsic) => ({ extrinsic, events: [] })), []];
	const records = await state.query.system.events();
	for (const { event, phase } of records) {
		const { events } = phase.isApplyExtrinsic ? transactions[phase.asApplyExtrinsic.toNumber()] : { events: hooks };
		events.push(event);
	}
	const dispatched = dispatches(api, records);
	return { hash: hash.toHex(), parent: header.parentHash.toHex(), state, transactions, hooks, dispatched };
}

/// All tokens of a chain from one final block on.
export class Flows {
	/// Begins after the last final block.
	static async open(api) {
		const flows = new Flows();
		const height = await finalHeight(api);
		const state = await api.at(await api.rpc.chain.getBlockHash(height));
		const { query } = state;
		Object.assign(flows, { api, height, start: state, state });
		Object.assign(flows, { accounts: new Map(), outcomes: new Map(), burned: new Map(), dispatched: [] });
		Object.assign(flows, { fund: keyless(api, api.consts.fees.potId), pot: keyless(api, api.consts.bttStaking.potId) });
		flows.split = await query.fees.split();
		flows.premiumRate = (await query.burn.currentPolicies()).premium.toBigInt();
		flows.sums = { fees: 0n, tips: 0n, burn: 0n, author: 0n, stakers: 0n, development: 0n, premium: 0n, excess: 0n };
		Object.assign(flows.sums, { gifts: 0n, spent: 0n, paidOut: 0n, rewarded: 0n });
		flows.first = await flows.figures(state);
		return flows;
	}

	/// What the pots have, and how much there is of all.
	async figures({ query }) {
		const [fund, pot, issuance] = await Promise.all([
			query.system.account(this.fund), query.system.account(this.pot), query.balances.totalIssuance(),
		]);
		return { fund: fund.data.free.toBigInt(), pot: pot.data.free.toBigInt(), issuance: issuance.toBigInt() };
	}

	/// Books every block that is final, until `holds` or for `ms`. Fails as soon as events and states do not agree.
	async until(ms, what, holds) {
		for (const started = Date.now(); ; await pause()) {
			for (const head = await finalHeight(this.api); this.height < head;) {
				await this.book(this.height + 1);
			}
			if (await holds(this.state)) {
				return;
			}
			assert.ok(Date.now() - started < ms, `${what}: not within ${ms} ms`);
		}
	}

	async book(height) {
		const { api, sums } = this;
		const block = await readBlock(api, await api.rpc.chain.getBlockHash(height));
		const before = { ...sums };
		// What was decided is done before the transactions of a block, and holds for all of them.
		this.bookPolicies(block.hooks);
		this.dispatched.push(...block.dispatched);
		for (const transaction of block.transactions) {
			this.bookTransaction(block, transaction);
		}
		this.bookMoves(block.hooks);

		// What came in for the author and for the stakers is handed over at the end of the block.
		const { AuthorRewarded, StakersRewarded } = api.events.bttStaking;
		const author = sums.author - before.author + sums.tips - before.tips;
		const stakers = sums.stakers - before.stakers;
		const rewarded = [AuthorRewarded, StakersRewarded].map((kind) => sum(told(block.hooks, kind), 'amount'));
		assert.deepEqual(rewarded, [author, stakers], `block ${height}`);
		sums.rewarded += add(rewarded);

		const { first } = this;
		assert.deepEqual(await this.figures(block.state), {
			fund: first.fund + sums.development + sums.premium + sums.excess + sums.gifts - sums.spent,
			pot: first.pot + sums.rewarded - sums.paidOut,
			issuance: first.issuance - add([...this.burned.values()]),
		}, `block ${height}`);
		Object.assign(this, { height, state: block.state });
	}

	/// Learns the rules by which fees are split and burned from now on.
	bookPolicies(events) {
		const { burn, fees } = this.api.events;
		for (const { split } of told(events, fees.FeeSplitSet)) {
			this.split = split;
		}
		for (const { policy } of told(events, burn.PolicySet).filter(({ policy }) => policy.isPremium)) {
			this.premiumRate = policy.asPremium.rate.toBigInt();
		}
	}

	/// What became of the enactment of a referendum, as soon as it is booked.
	enacted(index) {
		return enactment(this.api, index, this.dispatched);
	}

	bookTransaction({ hash, parent }, { extrinsic, events }) {
		const { api, fund, pot, sums } = this;
		const { balances, burn, fees, system } = api.events;
		const id = extrinsic.hash.toHex();
		const paid = extrinsic.isSigned ? only(events, fees.FeePaid) : null;
		const [fee, tip] = paid ? [paid.fee.toBigInt(), paid.tip.toBigInt()] : [0n, 0n];
		const parts = partsOf(this.split, fee);
		assert.equal(add(Object.values(parts)), fee);

		// Every part is where it belongs, and so is the price of premium access.
		const of = (kind, reason) => sum(told(events, kind).filter((event) => event.reason.type === reason), 'amount');
		const excess = (reason) =>
			sum(told(events, burn.CeilingReached).filter((event) => event.reason.type === reason), 'excess');
		const deposits = (who) =>
			told(events, balances.Deposit).filter((event) => event.who.eq(who)).map(({ amount }) => amount.toBigInt());
		const bought = told(events, fees.PremiumBought);
		const premium = sum(bought, 'price') - sum(bought, 'burned');
		const due = bought.map(({ price }) => (price.toBigInt() * this.premiumRate + PERMILL - 1n) / PERMILL);
		assert.deepEqual(deposits(pot), [parts.author, parts.stakers, tip].filter((part) => part > 0n), id);
		assert.equal(of(burn.Burned, 'Fees') + excess('Fees'), parts.burn, id);
		assert.equal(of(burn.Burned, 'Premium'), sum(bought, 'burned'), id);
		assert.equal(of(burn.Burned, 'Premium') + excess('Premium'), add(due), id);
		assert.equal(add(deposits(fund)), parts.development + excess('Fees') + premium, id);

		for (const [name, amount] of Object.entries({ ...parts, fees: fee, tips: tip, premium, excess: excess('Fees') })) {
			sums[name] += amount;
		}
		sums.burn -= excess('Fees');
		const moved = this.bookMoves(events);
		if (!paid) {
			return;
		}

		const failed = told(events, system.ExtrinsicFailed);
		const payer = extrinsic.signer.toString();
		if (failed.length > 0) {
			const cost = new Map();
			move(cost, payer, -(fee + tip), 0n);
			move(cost, fund, parts.development + excess('Fees'), 0n);
			move(cost, pot, parts.author + parts.stakers + tip, 0n);
			assert.deepEqual(moved, changes(cost), `${id} failed, and moved more than its fee`);
		}
		const [withdrawn] = told(events, balances.Withdraw);
		assert.ok(withdrawn.who.eq(payer), `${id}: the fee is not the first that is withdrawn`);
		assert.ok(!this.outcomes.has(id), `${id} is in two blocks`);
		this.outcomes.set(id, {
			block: hash,
			parent,
			events,
			paid,
			fee,
			tip,
			split: this.split,
			charged: only(events, api.events.transactionPayment.TransactionFeePaid).actualFee.toBigInt() - tip
				- paid.discount.toBigInt(),
			withdrawn: withdrawn.amount.toBigInt(),
			errorName: failed[0] && nameOf(api, failed[0].dispatchError),
		});
	}

	/// Adds what events move. Returns by how much they change what accounts have.
	bookMoves(events) {
		const { api, fund, sums } = this;
		const { balances, bttStaking, burn, fees } = api.events;
		for (const { reason: { type }, amount } of told(events, burn.Burned)) {
			this.burned.set(type, (this.burned.get(type) ?? 0n) + amount.toBigInt());
		}
		const transfers = told(events, balances.Transfer);
		const spent = sum(told(events, fees.FundSpent), 'amount');
		assert.equal(sum(transfers.filter(({ from }) => from.eq(fund)), 'amount'), spent);
		sums.spent += spent;
		sums.gifts += sum(transfers.filter(({ to }) => to.eq(fund)), 'amount');
		sums.paidOut += sum(told(events, bttStaking.PaidOut), 'amount');
		const moved = tally(events);
		for (const [who, { free, reserved }] of moved) {
			move(this.accounts, who, free, reserved);
		}
		return moved;
	}

	/// Compares every account of the chain with what it had at first and what events have moved since. Returns how many
	/// have been touched.
	async compareAll() {
		const [old, now] = await Promise.all([this.start, this.state].map(everybody));
		const none = { free: 0n, reserved: 0n };
		for (const who of new Set([...old.keys(), ...now.keys(), ...this.accounts.keys()])) {
			const [was, moved] = [old.get(who) ?? none, this.accounts.get(who) ?? none];
			const expected = { free: was.free + moved.free, reserved: was.reserved + moved.reserved };
			assert.deepEqual(now.get(who) ?? none, expected, who);
		}
		const all = add([...now.values()].flatMap(({ free, reserved }) => [free, reserved]));
		assert.equal(all, (await this.figures(this.state)).issuance);
		return this.accounts.size;
	}
}

/// Transactions of many accounts, several of each in a block.
export class Traffic {
	constructor(flows) {
		Object.assign(this, { api: flows.api, flows, sent: [], ended: 0, nonces: new Map() });
	}

	/// Hands in transactions, those of one signer in their order. A plan has a `signer`, a `transaction`, a `tip` if there
	/// is one, and the `error` with which the transaction has to end if it fails.
	async send(plans) {
		const queues = new Map();
		for (const plan of plans) {
			const { address } = plan.signer;
			queues.set(address, [...(queues.get(address) ?? []), plan]);
		}
		await Promise.all([...queues.values()].map(async (queue) => {
			for (const plan of queue) {
				await this.submit(plan);
			}
		}));
		return plans;
	}

	async submit(plan) {
		const { api, nonces } = this;
		const { signer, transaction, tip = 0n } = plan;
		const nonce = await this.nonce(signer);
		nonces.set(signer.address, nonce + 1);
		await transaction.signAsync(signer, { nonce, tip, era: 0 });
		plan.hash = (await api.rpc.author.submitExtrinsic(transaction)).toHex();
		this.sent.push(plan);
	}

	/// The next nonce of an account, which nobody else uses.
	async nonce({ address }) {
		return this.nonces.get(address) ?? (await this.api.rpc.system.accountNextIndex(address)).toNumber();
	}

	/// Waits until all is in final blocks, and makes sure that everything has ended as it had to.
	async settle() {
		const { flows, sent } = this;
		const missing = () => sent.slice(this.ended).filter(({ hash }) => !flows.outcomes.has(hash));
		await flows.until(SETTLE, 'all transactions are final', () => missing().length === 0);
		for (const plan of sent.slice(this.ended)) {
			plan.outcome = flows.outcomes.get(plan.hash);
			const { transaction: { method }, outcome: { errorName }, error } = plan;
			assert.equal(errorName, error, `${method.section}.${method.method}(${method.args})`);
		}
		this.ended = sent.length;
	}

	/// Sends, and waits until everything is settled.
	async run(plans) {
		await this.send(plans);
		await this.settle();
		return plans.map(({ outcome }) => outcome);
	}
}
