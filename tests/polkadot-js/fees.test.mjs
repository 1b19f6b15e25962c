// Fees, burns, the development fund: 1,000 transactions of all kinds, and where every unit of them goes (SPEC §6, §9).
//
// For a chain that nobody else uses meanwhile.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { account, balances, BTT, connect, INSTITUTIONS, nameOf, only, untilFinal } from './lib/chain.mjs';
import { Flows, told, Traffic, waived } from './lib/flows.mjs';
import { electorate, enfranchisement, mayVote, proposed } from './lib/referenda.mjs';

const TRANSACTIONS = 1_000;

/// Stake counts fully in 35 s, earns within 60 and leaves in 70; the rest takes no longer than that.
const limit = { timeout: 400_000 };
const WAIT = 150_000;

/// More than anybody has, and less than there is.
const MUCH = 100_000_000n * BTT;

/// Shares that leave a rest of every fee, in parts of 10^9, and such a rate, in parts of 10^6.
const UNEVEN = { development: 250_000_000, burn: 333_333_333, author: 111_111_111, stakers: 305_555_556 };
const UNEVEN_RATE = 333_333;

/// New accounts in every run, so that it can be repeated on a chain.
const run = Date.now().toString(36);
const PURSES = {
	Novice: 500n, Saver: 2_000n, Whale: 12_500n, Backer: 3_000n, Leaver: 100n, Patron: 1_500n,
	Principal: 500n, Deputy: 50n, Ward: 10n,
};
const list = (name, count) => Array.from({ length: count }, (_, index) => `${name}${index}`);

const api = await connect();
after(() => api.disconnect());

/// The balance under which an account is removed.
const LEAST = api.consts.balances.existentialDeposit.toBigInt();

const alice = account(api, 'Alice');

/// Whom a chain knows from the beginning.
const known = Object.fromEntries(['Bob', 'Charlie', 'Dave', 'Eve', 'Ferdie', ...INSTITUTIONS.map(({ name }) => name)]
	.map((name) => [name, account(api, name)]));
const people = Object.fromEntries(Object.keys(PURSES).map((name) => [name, account(api, `${name}/${run}`)]));
const traders = list('Trader', 8).map((name) => account(api, `${name}/${run}`));
const mayflies = list('Mayfly', 6).map((name) => account(api, `${name}/${run}`));

/// Has enough tokens of both houses to decide alone.
const voter = known.ChinaOralIndustryGroup;

const { balances: tokens, bttStaking, burn, fees, governance, preimage, proxy, referenda, system, utility } = api.tx;
const transfer = (to, amount) => tokens.transferKeepAlive(to.address ?? to, amount);

let flows;
let traffic;

/// Everyday transactions: from whom they are does not matter, to whom they are is somebody who is there, and `n` makes
/// each differ from all others. `lighter` ones turn out to be cheaper than they are announced.
const everyday = [
	(to, n) => ({ transaction: transfer(to, BTT / 7n + n) }),
	(to, n) => ({ transaction: tokens.transferAllowDeath(to.address, 1_000_003n * n), tip: 1_000_003n * n }),
	(_, n) => ({ transaction: system.remark(`0x${'5a'.repeat(Number(n % 200n))}`) }),
	(_, n) => ({ transaction: system.remarkWithEvent(`0x${n.toString(16).padStart(8, '0')}`), tip: 1n }),
	(to, n) => ({ transaction: utility.batch([transfer(to, n + 1n), transfer(traders[0], n + 2n)]) }),
	(to, n) => ({
		transaction: utility.batch([transfer(to, n + 3n), transfer(to, MUCH), transfer(to, BTT), transfer(to, BTT)]),
		lighter: true,
	}),
	(to, n) => ({
		transaction: utility.batchAll([transfer(to, n + 4n), transfer(to, MUCH)]),
		error: 'Token.FundsUnavailable',
	}),
	(to, n) => ({ transaction: utility.forceBatch([transfer(to, MUCH), transfer(to, n + 5n)]), tip: n }),
	(to) => ({ transaction: transfer(to, MUCH), error: 'Token.FundsUnavailable' }),
	(_, n) => ({ transaction: burn.burn(BTT / 100n + n) }),
	(_, n) => ({ transaction: transfer(flows.fund, n + 1n) }),
	() => ({ transaction: fees.setFeeSplit(UNEVEN), error: 'BadOrigin', tip: 7n }),
	(_, n) => ({ transaction: tokens.burn(n, false), error: 'system.CallFiltered' }),
	(to) => ({ transaction: proxy.proxy(to.address, null, system.remark('0x')), error: 'proxy.NotProxy' }),
	() => ({ transaction: bttStaking.bond(0), error: 'bttStaking.ZeroAmount' }),
];

/// So many everyday transactions of many accounts.
let made = 0;
function wave(count) {
	const senders = [...Object.values(known), ...traders];
	return Array.from({ length: count }, () => {
		const [round, index] = [Math.floor(made / senders.length), made % senders.length];
		made += 1;
		return ordinary(senders[index], (round + index) % everyday.length);
	});
}

function ordinary(signer, kind) {
	const n = BigInt(traffic.sent.length + made);
	const [first, second] = [traders[made % traders.length], traders[(made + 1) % traders.length]];
	return { signer, ...everyday[kind](first === signer ? second : first, n) };
}

/// How many referenda there were before, and the numbers of those whose deposits have to be given back.
let referendumCount;
const decided = [];

/// Puts calls to the vote: proposes them as one, pays the deposit and votes. The number of the referendum comes along.
async function ballot(call) {
	const index = referendumCount + decided.length;
	decided.push(index);
	const [line] = await flows.state.call.tokenomicsApi.vesting(voter.address);
	const stake = {
		institutional: ((line.total.toBigInt() - line.vested.toBigInt()) * 9n) / 10n,
		community: (await electorate(api, flows.state)).community / 6n,
		conviction: 'None',
	};
	const steps = [...proposed(api, index, 'ResourceAllocation', call), governance.vote(index, true, stake)];
	return { signer: voter, transaction: utility.batchAll(steps), index };
}

/// The enactment of a referendum, as soon as it is over.
async function enactmentOf({ index }) {
	await flows.until(WAIT, `referendum ${index} is enacted`, () => flows.enacted(index));
	return flows.enacted(index);
}

/// Has calls decided together, all of which have to succeed. Returns the events.
async function decide(calls) {
	const plan = await ballot(utility.batchAll(calls));
	await traffic.run([plan]);
	const { error, events } = await enactmentOf(plan);
	assert.equal(error, undefined);
	return events;
}

/// Whether an account came to its end with a transaction.
const ended = ({ events }, { address }) =>
	told(events, api.events.system.KilledAccount).some(({ account: who }) => who.eq(address));

async function tierOf(state, who) {
	const staker = (await state.call.tokenomicsApi.staker(who.address)).unwrapOr(null);
	return staker ? staker.tier.type : 'None';
}

describe('fees', limit, () => {
	/// What referenda change is as before in the end.
	let policies;
	let split;
	/// When the stake of Leaver is free, in ms.
	let release;

	before(async () => {
		await untilFinal(api, WAIT, 'the first block', async ({ query }) => !(await query.timestamp.now()).isZero());
		flows = await Flows.open(api);
		traffic = new Traffic(flows);
		[policies, split] = await Promise.all([flows.start.query.burn.currentPolicies(), flows.start.query.fees.split()]);
		referendumCount = (await flows.start.query.referenda.referendumCount()).toNumber();
		if (!(await mayVote(flows.start, voter))) {
			await traffic.run([{ signer: voter, transaction: enfranchisement(api) }]);
		}
	}, limit);

	test('accounts are funded, stake, buy premium access and leave deposits', limit, async () => {
		const gifts = [
			...Object.entries(PURSES).map(([name, amount]) => transfer(people[name], amount * BTT)),
			...traders.map((who) => transfer(who, 200n * BTT)),
			...mayflies.map((who) => transfer(who, BTT)),
		];
		await traffic.run([
			{ signer: known.BellaSmileGroup, transaction: utility.batchAll(gifts.slice(0, 12)) },
			{ signer: known.StrategicInvestors, transaction: utility.batchAll(gifts.slice(12)) },
		]);

		const { Saver, Whale, Backer, Leaver, Patron, Principal, Deputy, Ward } = people;
		const price = (await flows.state.query.fees.premiumPrice()).toBigInt();
		const note = `0x${Buffer.from(`the papers of ${run}`).toString('hex')}`;
		const grant = { locked: 5n * BTT, perBlock: 1n, startingBlock: 1 };
		const [left] = await traffic.run([
			{ signer: Leaver, transaction: utility.batchAll([bttStaking.bond(50n * BTT), bttStaking.unbond(20n * BTT + 1n)]) },
			{ signer: Saver, transaction: bttStaking.bond(1_500n * BTT) },
			{ signer: Whale, transaction: bttStaking.bond(12_000n * BTT) },
			{ signer: Backer, transaction: bttStaking.bond(2_000n * BTT + 3n) },
			{ signer: Backer, transaction: bttStaking.delegate(alice.address, 1_500n * BTT + 1n) },
			{ signer: Patron, transaction: fees.buyPremium(2, 2n * price) },
			{ signer: Principal, transaction: proxy.addProxy(Deputy.address, 'Any', 0) },
			{ signer: Principal, transaction: preimage.notePreimage(note) },
			{ signer: known.Ferdie, transaction: api.tx.vesting.vestedTransfer(Ward.address, grant) },
			{ signer: known.Eve, transaction: api.tx.vestingSchedules.vest(known.VisionFutureCapital.address) },
		]);
		release = only(left.events, api.events.bttStaking.Unbonded).release.toBigInt();

		await decide([burn.setPolicy({ Premium: { rate: UNEVEN_RATE } })]);
		const [bought] = await traffic.run([
			{ signer: Patron, transaction: fees.buyPremium(3, 3n * price), tip: 5n },
			{ signer: Deputy, transaction: proxy.proxy(Principal.address, null, transfer(traders[0], 3n * BTT)) },
			{ signer: Deputy, transaction: proxy.proxy(Principal.address, null, transfer(traders[0], MUCH)) },
			{ signer: Backer, transaction: bttStaking.unbond(100n * BTT) },
			{ signer: Backer, transaction: bttStaking.rebond(40n * BTT) },
			{ signer: Backer, transaction: bttStaking.undelegate(500n * BTT) },
		]);
		const { periods, burned } = only(bought.events, api.events.fees.PremiumBought);
		assert.equal(periods.toNumber(), 3);
		assert.equal(burned.toBigInt(), (3n * price * BigInt(UNEVEN_RATE) + 999_999n) / 1_000_000n);

		const inUse = async () => (await balances(flows.state, Principal)).reserved;
		assert.ok((await inUse()) > 0n);
		await traffic.run([
			{ signer: Principal, transaction: proxy.removeProxies() },
			{ signer: Principal, transaction: preimage.unnotePreimage(api.registry.hash(note).toHex()) },
		]);
		assert.equal(await inUse(), 0n);
	});

	test('every fee follows the split that is in force when it is paid', limit, async () => {
		const [early, change, late] = [wave(250), await ballot(fees.setFeeSplit(UNEVEN)), wave(150)];
		await traffic.run([...early.slice(0, 150), change, ...early.slice(150)]);
		assert.equal((await enactmentOf(change)).error, undefined);
		await traffic.run(late);
		const { state: { query } } = flows;
		assert.deepEqual((await query.fees.split()).toJSON(), UNEVEN);
		const splits = (plans) => [...new Set(plans.map(({ outcome }) => outcome.split.toHex()))];
		assert.deepEqual(splits([change]), [split.toHex()]);
		assert.equal(splits(early)[0], split.toHex());
		assert.deepEqual(splits(late), [(await query.fees.split()).toHex()]);
	});

	test('an account that ends leaves nothing but dust, and that is burned', limit, async () => {
		const [{ address: heir }] = traders;
		const ends = [
			[(left) => tokens.transferAllowDeath(heir, left - LEAST / 2n)],
			[() => tokens.transferAll(heir, false), { dust: false }],
			[(left) => burn.burn(left - LEAST / 3n)],
			// It ends in the middle of its transaction, which is cheaper then, but nobody is there to be refunded.
			[(left) => utility.batch([
				tokens.transferAllowDeath(heir, left - LEAST / 4n), transfer(heir, BTT), transfer(heir, BTT),
			]), { refundLost: true }],
			[(left) => utility.batchAll([system.remark('0x01'), burn.burn(left - LEAST / 5n)]), { tip: 1_234_567n }],
			[(left) => transfer(heir, left - LEAST / 2n), { error: 'Token.NotExpendable' }],
		];
		assert.equal(ends.length, mayflies.length);
		const plans = await Promise.all(ends.map(async ([end, options = {}], index) => {
			const { tip = 0n } = options;
			const signer = mayflies[index];
			const { partialFee } = await end(BTT - LEAST).paymentInfo(signer, { nonce: 0, tip, era: 0 });
			return { signer, transaction: end(BTT - partialFee.toBigInt() - tip), ...options };
		}));
		await traffic.run(plans);
		for (const [index, { signer, error, dust = true, refundLost = false, outcome }] of plans.entries()) {
			const { events, fee, tip, charged } = outcome;
			assert.equal(ended(outcome, signer), !error, `end ${index}`);
			const burned = told(events, api.events.burn.Burned).filter(({ reason }) => reason.isDust);
			const lost = told(events, api.events.balances.DustLost).filter(({ account: who }) => who.eq(signer.address));
			assert.equal(lost.length, dust && !error ? 1 : 0, `end ${index}`);
			assert.deepEqual(burned.map(({ amount }) => amount.toBigInt()), lost.map(({ amount }) => amount.toBigInt()));
			assert.equal(outcome.withdrawn, fee + tip, `end ${index}`);
			assert.equal(fee > charged, refundLost, `end ${index}`);
		}
	});

	test('what is wrong has a named error and changes nothing but its fee', limit, async () => {
		const { Novice, Patron, Deputy, Ward } = people;
		const price = (await flows.state.query.fees.premiumPrice()).toBigInt();
		const [unvested, novice] = await Promise.all([voter, Novice].map((who) => balances(flows.state, who)));
		assert.ok(unvested.frozen > 0n, 'the institution has no unvested tokens left');
		const attempts = [
			[Novice, burn.burn(0), 'burn.ZeroAmount'],
			[Novice, burn.burn(novice.free), 'burn.InsufficientBalance'],
			[Novice, burn.burn(2n ** 128n - 1n), 'burn.InsufficientBalance'],
			[voter, burn.burn(unvested.free - unvested.frozen / 2n), 'burn.Frozen'],
			[Ward, burn.burn(12n * BTT), 'burn.Frozen'],
			[Novice, burn.setPolicy({ Premium: { rate: 0 } }), 'BadOrigin'],
			[Novice, burn.forgetWindow(Novice.address), 'burn.NotFound'],
			[Novice, fees.buyPremium(0, MUCH), 'fees.ZeroAmount'],
			[Novice, fees.buyPremium(1, price - 1n), 'fees.PriceAboveLimit'],
			[Novice, fees.buyPremium(13, MUCH), 'fees.TooFarAhead'],
			[Patron, fees.buyPremium(12, MUCH), 'fees.TooFarAhead'],
			[Deputy, fees.buyPremium(1, MUCH), 'fees.InsufficientBalance'],
			[Novice, fees.forgetPremium(Novice.address), 'fees.NotFound'],
			[Novice, fees.forgetPremium(Patron.address), 'fees.NotExpired'],
			[Novice, fees.setFeeSplit(UNEVEN), 'BadOrigin'],
			[Novice, fees.setPremiumPrice(BTT), 'BadOrigin'],
			[Novice, fees.setEfficiency(100, 0), 'BadOrigin'],
			[Novice, fees.spend(Novice.address, 1, '0x6d65'), 'BadOrigin'],
		];
		// Not even by referendum can this be decided.
		const { development, ...rest } = UNEVEN;
		const decisions = [
			[fees.setFeeSplit({ development: development + 1, ...rest }), 'fees.NotWhole'],
			[fees.spend(Novice.address, MUCH, '0x6d65'), 'fees.InsufficientFunds'],
			[fees.spend(Novice.address, 0, '0x6d65'), 'fees.ZeroAmount'],
			[fees.spend(Novice.address, BTT, '0x'), 'fees.EmptyReason'],
			[fees.spend(flows.fund, BTT, '0x6d65'), 'fees.IsFund'],
			[fees.spend(account(api, `Nobody/${run}`).address, 1, '0x6d65'), 'fees.BelowMinimum'],
			[fees.setPremiumPrice(10_001n * BTT), 'fees.OutOfBounds'],
			[fees.setEfficiency(99, 0), 'fees.OutOfBounds'],
			[burn.setPolicy({ Tokenisation: { rate: 50_001 } }), 'burn.OutOfBounds'],
			[burn.setPolicy({ HighValueTransfer: { rate: 1_000, threshold: 1 } }), 'burn.OutOfBounds'],
		];
		const rules = async ({ query }) => {
			const values = await Promise.all([
				query.fees.split(), query.fees.premiumPrice(), query.fees.efficiencyRule(), query.burn.currentPolicies(),
				query.fees.premiumUntil(Novice.address), query.fees.premiumUntil(Patron.address),
				query.fees.premiumUntil(Deputy.address), query.burn.totals('Voluntary'), query.burn.totals('Premium'),
			]);
			return [...values.map((value) => value.toHex()), (await query.fees.fundLedger()).spent.toBigInt()];
		};
		const old = await rules(flows.state);
		const plans = attempts.map(([signer, transaction, error]) => ({ signer, transaction, error }));
		const together = await ballot(utility.forceBatch(decisions.map(([call]) => call)));
		await traffic.run([...plans, together]);
		const failures = told((await enactmentOf(together)).events, api.events.utility.ItemFailed);
		assert.deepEqual(failures.map(({ error }) => nameOf(api, error)), decisions.map(([, error]) => error));
		assert.deepEqual(await rules(flows.state), old);
	});

	test('the development fund pays what is decided', limit, async () => {
		const [{ address: beneficiary }, newcomer] = [people.Novice, account(api, `Newcomer/${run}`).address];
		const available = (await balances(flows.state, flows.fund)).free - LEAST;
		assert.ok(available > 2n * LEAST, `the fund has only ${available} units`);
		const payments = [[beneficiary, available / 3n + 1n, 'a study'], [newcomer, LEAST, 'a beginning']];
		const events = await decide(payments.map(([who, amount, reason]) =>
			fees.spend(who, amount, `0x${Buffer.from(reason).toString('hex')}`)));
		const spent = told(events, api.events.fees.FundSpent).map(({ beneficiary: who, amount, reason }) =>
			[who.toString(), amount.toBigInt(), reason.toUtf8()]);
		assert.deepEqual(spent, payments);
	});

	test('a client is told before what it will pay, with matured stake and without', limit, async () => {
		const { Novice, Saver, Whale, Patron } = people;
		const signers = [[Novice, 'None'], [Saver, 'First'], [Whale, 'Second'], [alice, 'Third'], [Patron, 'None', true]];
		await flows.until(WAIT, 'stake has matured', async (state) => {
			const tiers = await Promise.all(signers.map(([who]) => tierOf(state, who)));
			return signers.every(([, tier], index) => tier === tiers[index]);
		});
		const plans = await Promise.all(signers.map(async ([signer, tier, premium = false]) => {
			const first = await traffic.nonce(signer);
			return Promise.all(everyday.map(async (_, kind) => {
				const plan = { ...ordinary(signer, kind), tier, premium };
				const { tip = 0n, transaction } = plan;
				const { partialFee } = await transaction.paymentInfo(signer, { nonce: first + kind, tip, era: 0 });
				return { ...plan, announced: partialFee.toBigInt() };
			}));
		}));
		const all = plans.flat();
		await traffic.run(all);
		for (const { signer, transaction, tier, premium, announced, lighter = false, outcome } of all) {
			const { paid, fee, tip, withdrawn, parent } = outcome;
			const what = `${transaction.method.section}.${transaction.method.method} with tier ${tier}`;
			assert.deepEqual([paid.tier.type, paid.premium.isTrue], [tier, premium], what);

			// From block to block the fee of computation moves by less than a thousandth; in the state before it is exact.
			const { transactionPaymentApi: chain } = (await api.at(parent)).call;
			const bytes = transaction.toU8a();
			const exact = (await chain.queryInfo(bytes, bytes.length)).partialFee.toBigInt();
			const { inclusionFee } = await chain.queryFeeDetails(bytes, bytes.length);
			const { baseFee, lenFee, adjustedWeightFee } = inclusionFee.unwrap();
			assert.equal(baseFee.toBigInt() + lenFee.toBigInt() + adjustedWeightFee.toBigInt(), exact, what);
			assert.equal(withdrawn - tip, exact, what);
			assert.ok(1_000n * (exact > announced ? exact - announced : announced - exact) < exact, what);
			assert.equal(fee < exact, lighter, what);
			assert.ok(fee <= exact, what);
		}
	});

	test('stake is paid what it earned, and leaves', limit, async () => {
		const { Novice, Backer, Leaver } = people;
		const { joinedIn } = (await flows.state.query.bttStaking.ledgers(Backer.address)).unwrap().delegation.unwrap();
		await flows.until(WAIT, 'the next era', async ({ query }) =>
			(await query.bttStaking.currentEra()).index.gt(joinedIn));
		await traffic.run(wave(50));
		const owners = [alice, Backer];
		const plans = owners.map(({ address }) => ({ signer: Novice, transaction: bttStaking.payout(address) }));
		const outcomes = await traffic.run(plans);
		for (const [index, { events }] of outcomes.entries()) {
			const { who, amount } = only(events, api.events.bttStaking.PaidOut);
			assert.ok(who.eq(owners[index].address) && amount.toBigInt() > 0n);
		}
		await flows.until(WAIT, 'stake is free', async ({ query }) => (await query.timestamp.now()).toBigInt() >= release);
		await traffic.run([{ signer: Novice, transaction: bttStaking.withdrawUnbonded(Leaver.address) }]);
		const { free, reserved } = await balances(flows.state, Leaver);
		assert.equal(reserved, 30n * BTT - 1n);
		assert.ok(free > 69n * BTT);
	});

	test('1,000 transactions are final, and every unit of them is where events say', limit, async (t) => {
		await decide([fees.setFeeSplit(split), burn.setPolicy({ Premium: { rate: policies.premium } })]);
		const { refundDecisionDeposit, refundSubmissionDeposit } = referenda;
		const refunds = decided.flatMap((index) => [refundDecisionDeposit(index), refundSubmissionDeposit(index)]);
		await traffic.run([{ signer: alice, transaction: utility.batchAll([...refunds, governance.unlock(voter.address)]) }]);
		await traffic.run(wave(TRANSACTIONS - traffic.sent.length));
		assert.equal(traffic.sent.length, TRANSACTIONS);
		assert.equal(new Set(traffic.sent.map(({ hash }) => hash)).size, TRANSACTIONS);
		assert.ok(traffic.sent.every(({ hash }) => flows.outcomes.has(hash)));
		const touched = await flows.compareAll();

		// What was paid is what the parts are, and what it would have been without stake less the discount.
		const { sums, burned, start, state, first } = flows;
		assert.equal(sums.fees, sums.burn + sums.author + sums.stakers + sums.development + sums.excess);
		for (const { signer, outcome } of traffic.sent) {
			const { paid, fee, tip, charged, withdrawn, events } = outcome;
			const full = only(events, api.events.transactionPayment.TransactionFeePaid).actualFee.toBigInt() - tip;
			const discount = waived(paid, full);
			assert.deepEqual([paid.who.toString(), paid.discount.toBigInt(), charged],
				[signer.address, discount, full - discount]);
			assert.equal(fee, ended(outcome, signer) ? withdrawn - tip : charged);
		}

		// The chain's own totals agree.
		const totals = async ({ query }) => new Map((await query.burn.totals.entries())
			.map(([{ args: [reason] }, total]) => [reason.type, total.toBigInt()]));
		const [oldTotals, newTotals] = [await totals(start), await totals(state)];
		const grown = [...newTotals].map(([reason, total]) => [reason, total - (oldTotals.get(reason) ?? 0n)]);
		assert.deepEqual(new Map(grown.filter(([, total]) => total > 0n)), burned);
		assert.deepEqual([...burned.keys()].sort(), ['Dust', 'Fees', 'Premium', 'Voluntary']);
		const inSupply = async ({ call }) => (await call.tokenomicsApi.supply()).burned.toBigInt();
		const all = [...burned.values()].reduce((total, amount) => total + amount, 0n);
		assert.equal((await inSupply(state)) - (await inSupply(start)), all);
		const [oldFund, fund] = await Promise.all([start, state].map(({ query }) => query.fees.fundLedger()));
		const received = sums.development + sums.premium + sums.excess;
		assert.deepEqual([fund.received.sub(oldFund.received).toString(), fund.spent.sub(oldFund.spent).toString()],
			[received, sums.spent].map(String));

		const last = await flows.figures(state);
		t.diagnostic(`${TRANSACTIONS} transactions are final, ${touched} accounts agree with their events to the unit`);
		t.diagnostic(`paid ${sums.fees} and ${sums.tips} of tips; of ${received} the fund spent ${sums.spent}`);
		t.diagnostic(`burned ${[...burned].map(([reason, total]) => `${reason} ${total}`).join(', ')}`);
		t.diagnostic(`fund ${first.fund} → ${last.fund}, staking pot ${first.pot} → ${last.pot}`);
	});
});
