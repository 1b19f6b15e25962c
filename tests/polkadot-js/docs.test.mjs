// docs/clients.md: its examples are run as they stand there.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { within } from './lib/chain.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const page = await readFile(new URL('../../docs/clients.md', import.meta.url), 'utf8');
const address = new URL(process.env.BTT_WS).host;

const examples = [...page.matchAll(/^```(js|sh)\n(.*?)^```$/gms)]
	.map(([, language, text]) => ({ language, text: text.replaceAll('127.0.0.1:9944', address) }));

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

const limit = { timeout: 90_000 };

test('the JavaScript examples work', limit, async (t) => {
	const expected = [
		/issued 210000000000000000000000000,[^]*UnallocatedReserve[^]*may be released/,
		/paid in final block 0x/,
		/units behind it, takes 10 % beforehand[^]*bonded 100000000000000000000,[^]*was paid \d+ units[^]*can be withdrawn from 20/,
	];
	const found = examples.filter(({ language }) => language === 'js');
	assert.equal(found.length, expected.length);
	for (const [index, { text }] of found.entries()) {
		await t.test(`example ${index + 1}`, limit, async () => {
			assert.match(await output(process.execPath, ['--input-type=module', '-'], text), expected[index]);
		});
	}
});

test('the curl examples work', limit, async () => {
	const found = examples.filter(({ text }) => text.startsWith('curl '));
	assert.equal(found.length, 1);
	const answers = (await output('bash', ['-e'], found[0].text)).match(/"result":/g);
	assert.equal(answers?.length, 2);
});
