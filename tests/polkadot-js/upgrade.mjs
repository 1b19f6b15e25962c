// How a running network gets its next runtime: a referendum authorises it, anybody applies it (SPEC §8, §15).
//
//     BTT_WS=ws://127.0.0.1:9944 node upgrade.mjs WASM
//
// WASM is the file with the code of the next version, which brings a migration that unlocks votes. The institutions of a
// test network decide, with tokens of both houses.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import {
	account, balances, BTT, connect, done, finalHeight, finalState, INSTITUTIONS, pause, send, untilFinal,
} from './lib/chain.mjs';

/// What the role of a voter takes.
const BOND = 10n * BTT;

/// Longer than a loaded machine takes to prepare, decide, confirm and enact in 1 s blocks, or to compile a runtime.
const WAIT = 180_000;

/// As often a pool that lags behind is asked again.
const ATTEMPTS = Array.from({ length: 30 }, (_, attempt) => attempt);

const [file] = process.argv.slice(2);
if (!file) {
	console.error('Usage: node upgrade.mjs WASM');
	process.exit(2);
}
const wasm = await readFile(file);
const code = `0x${wasm.toString('hex')}`;
const upgrade = await connected(decide);
// As a client that comes later: one that is there meanwhile does not read reliably while it learns the new metadata.
await connected((api) => goOn(api, upgrade));

async function connected(act) {
	const api = await connect();
	try {
		return await act(api);
	} finally {
		await api.disconnect();
	}
}

/// Lets the institutions decide, applies the runtime and waits until that is final.
async function decide(api) {
	const hash = api.registry.hash(wasm).toHex();
	const version = api.runtimeVersion.specVersion.toNumber() + 1;
	const { applyAuthorizedUpgrade } = api.tx.system;
	const voters = INSTITUTIONS.map(({ name }) => account(api, name));
	const [Ferdie, Grace] = ['Ferdie', 'Grace'].map((name) => account(api, name));

	const { batchAll } = api.tx.utility;
	const { bond, addRole } = api.tx.bttStaking;
	const [early] = await Promise.all([
		send(api, applyAuthorizedUpgrade('0x00'), Ferdie),
		...voters.map((who) => done(api, batchAll([bond(BOND), addRole('Governance')]), who)),
	]);
	assert.equal(early.errorName, 'system.NothingAuthorized');

	const referendum = await propose(api, hash, voters[0]);
	const votes = await Promise.all(voters.map(async (who) =>
		done(api, api.tx.governance.vote(referendum, true, await stakeOf(api, who)), who)));
	console.log(`referendum ${referendum}: ${votes.length} institutions have voted`);
	// Signed for the version that goes, valid for ever but for that.
	const { nonce } = await balances(await finalState(api), Ferdie);
	const stale = await Promise.all(ATTEMPTS.map(async (tip) => {
		const transfer = api.tx.balances.transferKeepAlive(Grace.address, BTT);
		return (await transfer.signAsync(Ferdie, { nonce, era: 0, tip })).toHex();
	}));

	const decided = await untilFinal(api, WAIT, 'the upgrade is authorised', async ({ query }) => {
		const authorised = await query.system.authorizedUpgrade();
		return authorised.isSome && authorised.unwrap().codeHash.eq(hash);
	});
	assert.ok((await decided.query.referenda.referendumInfoFor(referendum)).unwrap().isApproved);
	for (const who of voters) {
		assert.ok((await votesOf(decided, who)).includes(referendum));
		assert.ok((await frozenByVotes(decided, who)) > 0n);
	}

	// Other code is refused, and costs nobody anything.
	await refused(api, ATTEMPTS.map((more) => applyAuthorizedUpgrade(`0x00${'00'.repeat(more)}`)));
	const start = await finalHeight(api);
	await api.rpc.author.submitExtrinsic(applyAuthorizedUpgrade(code));
	for (const started = Date.now(); ; await pause()) {
		const { specVersion } = await api.rpc.state.getRuntimeVersion(await api.rpc.chain.getFinalizedHead());
		if (specVersion.eq(version)) {
			break;
		}
		assert.ok(Date.now() - started < WAIT, 'the new code is in no final block');
	}
	return { version, start, stale };
}

/// Looks back at how it went, and makes sure that the chain takes transactions, those of the new version only.
async function goOn(api, { version, start, stale }) {
	assert.equal(api.runtimeVersion.specVersion.toNumber(), version);
	await untilFinal(api, WAIT, `version ${version} has migrated`, async ({ query }) => {
		const { specVersion } = (await query.system.lastRuntimeUpgrade()).unwrap();
		return specVersion.eq(version) && (await query.multiBlockMigrations.cursor()).isNone;
	});
	await compare(api, await story(api, start), version);
	await refused(api, stale);
	const [Ferdie, Grace] = ['Ferdie', 'Grace'].map((name) => account(api, name));
	await done(api, api.tx.balances.transferKeepAlive(Grace.address, BTT), Ferdie);
}

/// The first of these transactions is invalid (1010). A pool that lags behind looks at a state that is gone (1002), and
/// takes that transaction no more; then it is the next one, which differs in nothing that matters.
async function refused(api, transactions) {
	let refusal;
	for (const transaction of transactions) {
		refusal = await api.rpc.author.submitExtrinsic(transaction).then(() => 'accepted', ({ message }) => message);
		if (!refusal.startsWith('1002')) {
			break;
		}
		await pause();
	}
	assert.match(refusal, /^1010/);
}

/// Asks for the authorisation of `hash` and pays for the decision. Returns the number of the referendum.
async function propose(api, hash, who) {
	const { submit, placeDecisionDeposit } = api.tx.referenda;
	const referendum = (await api.query.referenda.referendumCount()).toNumber();
	const proposal = { Inline: api.tx.governance.authorizeUpgrade(hash).method.toHex() };
	const asked = submit({ Governance: 'NetworkUpgrade' }, proposal, { After: 0 });
	await done(api, api.tx.utility.batchAll([asked, placeDecisionDeposit(referendum)]), who);
	return referendum;
}

/// Nearly everything that an account can vote with: what is unvested shrinks until the vote is in a block.
async function stakeOf(api, who) {
	const state = await finalState(api);
	const lines = await state.call.tokenomicsApi.vesting(who.address);
	const unvested = lines.reduce((all, { total, vested }) => all + total.toBigInt() - vested.toBigInt(), 0n);
	const frozen = lines.reduce((all, line) => all + line.frozen.toBigInt(), 0n);
	const { free, reserved } = await balances(state, who);
	const part = (amount) => (amount * 9n) / 10n;
	return { institutional: part(unvested), community: part(free + reserved - frozen), conviction: 'None' };
}

async function votesOf({ query }, who) {
	const voter = await query.governance.voters(who.address);
	return voter.isSome ? voter.unwrap().votes.map(({ referendum }) => referendum.toNumber()) : [];
}

async function frozenByVotes({ query }, who) {
	const freeze = (await query.balances.freezes(who.address)).find(({ id }) => id.isGovernance);
	return freeze ? freeze.amount.toBigInt() : 0n;
}

/// What the final blocks after `start` tell of the upgrade: the block that applied it, those of the migration, and the
/// states before the first and after the last of these.
async function story(api, start) {
	const { CodeUpdated } = api.events.system;
	const { UpgradeStarted, UpgradeCompleted, UpgradeFailed } = api.events.multiBlockMigrations;
	const seen = {};
	for (let height = start + 1; !seen.completed; height += 1) {
		const hash = await api.rpc.chain.getBlockHash(height);
		const state = await api.at(hash);
		const { block: { extrinsics } } = await api.rpc.chain.getBlock(hash);
		for (const { event } of await state.query.system.events()) {
			assert.ok(!UpgradeFailed.is(event), `the migration failed in block ${height}`);
			if (CodeUpdated.is(event)) {
				Object.assign(seen, { applied: height, before: state });
			} else if (UpgradeStarted.is(event)) {
				Object.assign(seen, { started: height, migrations: event.data.migrations.toNumber() });
			} else if (UpgradeCompleted.is(event)) {
				Object.assign(seen, { completed: height, after: state });
			}
		}
		// While it migrates, the chain takes nothing but what the authors of blocks bring.
		assert.ok(seen.started === undefined || extrinsics.every(({ isSigned }) => !isSigned), `block ${height}`);
	}
	return seen;
}

/// The migration has unlocked all votes, and nothing else is different.
async function compare(api, { applied, started, completed, migrations, before, after }, version) {
	assert.deepEqual([started, migrations], [applied + 1, 1]);
	for (const who of INSTITUTIONS.map(({ name }) => account(api, name))) {
		assert.ok((await frozenByVotes(before, who)) > 0n);
		assert.deepEqual([await votesOf(after, who), await frozenByVotes(after, who)], [[], 0n]);
	}
	const accounts = async ({ query }) => (await query.system.account.entries()).map(([key, { nonce, data }]) =>
		[key.toHex(), nonce.toNumber(), data.free.toBigInt(), data.reserved.toBigInt()]);
	const stored = async (map) => (await map.entries()).map(([key, value]) => [key.toHex(), value.toHex()]);
	const same = async (what, of) => assert.deepEqual(await of(after), await of(before), `${what} have changed`);
	await same('balances', accounts);
	await same('stakes', ({ query }) => stored(query.bttStaking.ledgers));
	await same('lines of vesting', ({ query }) => stored(query.vestingSchedules.schedules));
	await same('providers', ({ query }) => stored(query.miningRewards.providers));
	await same('tokens', async ({ query }) => (await query.balances.totalIssuance()).toBigInt());
	console.log(`version ${version} was applied in block ${applied} and has migrated in blocks ${started} to ${completed}`);
}
