// The pages of docs/ with examples for polkadot.js: these are run as they stand there.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { within } from './lib/chain.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const address = new URL(process.env.BTT_WS).host;

/// The examples of a page, for the node that is tested.
async function examplesOf(page) {
	const text = await readFile(new URL(`../../docs/${page}`, import.meta.url), 'utf8');
	return [...text.matchAll(/^```(js|sh)\n(.*?)^```$/gms)]
		.map(([, language, example]) => ({ language, text: example.replaceAll('127.0.0.1:9944', address) }));
}

/// What the JavaScript examples print, page by page.
const PRINTED = {
	'clients.md': [
		/issued 210000000000000000000000000,[^]*UnallocatedReserve[^]*may be released/,
		/paid in final block 0x/,
		/behind it, takes 10 % beforehand[^]*bonded 100000000000000000000,[^]*was paid \d+ units[^]*can be withdrawn from 20/,
	],
	'governance.md': [
		/institutions weigh \d[^]*community \d[^]*track 0, network upgrade[^]*track 3, partnerships[^]* 60 blocks to decide/,
		/referendum \d+\n100000000000000000000 units are in favour, which count as \d+ votes\nnobody is in favour any more/,
		/500000000000000000000 units follow av[^]*500000000000000000000 units can be unlocked from block \d+ on/,
	],
};

/// What the program prints when it is fed `text`; fails when it does, or when it is still running after a minute.
async function output(program, args, text) {
	const child = spawn(program, args, { cwd: here, stdio: ['pipe', 'pipe', 'pipe'] });
	let [stdout, stderr] = ['', ''];
	child.stdout.on('data', (data) => { stdout += data; });
	child.stderr.on('data', (data) => { stderr += data; });
	child.stdin.end(text);
	try {
		const status = await within(60_000, program, new Promise((resolve, reject) => {
			child.on('close', resolve).on('error', reject);
		}));
		assert.equal(status, 0, `${text}\n${stdout}\n${stderr}`);
		return stdout;
	} finally {
		child.kill('SIGKILL');
	}
}

const limit = { timeout: 200_000 };

for (const [page, expected] of Object.entries(PRINTED)) {
	test(`the JavaScript examples of ${page} work`, limit, async (t) => {
		const found = (await examplesOf(page)).filter(({ language }) => language === 'js');
		assert.equal(found.length, expected.length);
		for (const [index, { text }] of found.entries()) {
			await t.test(`example ${index + 1}`, limit, async () => {
				assert.match(await output(process.execPath, ['--input-type=module', '-'], text), expected[index]);
			});
		}
	});
}

test('the curl examples work', limit, async () => {
	const found = (await examplesOf('clients.md')).filter(({ text }) => text.startsWith('curl '));
	assert.equal(found.length, 1);
	const answers = (await output('bash', ['-e'], found[0].text)).match(/"result":/g);
	assert.equal(answers?.length, 2);
});
