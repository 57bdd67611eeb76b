/** The built programs as a shell sees them: what they print, what they leave behind, and the code they end with. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const built = (name: string) => join(root, 'out', 'main', name);
let folder: string;
let children: ChildProcess[] = [];

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'longview-processes-'));
});
afterEach(async () => {
	for (const child of children.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)) {
		child.kill('SIGKILL');
		await once(child, 'exit');
	}
	children = [];
	rmSync(folder, { recursive: true, force: true });
});

const data = () => join(folder, 'data');
const instance = () => JSON.parse(readFileSync(join(data(), 'instance.json'), 'utf8')) as { pid: number; port: number; ownerKey: string };

async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}

interface Running {
	child: ChildProcess;
	said: () => string;
	/** Resolves once it has printed what matches. */
	says: (pattern: RegExp) => Promise<string>;
	ended: Promise<number | null>;
}

function serve(args: string[], env: Record<string, string> = {}): Running {
	const child = spawn(process.execPath, [built('serve.js'), '--data', data(), ...args], {
		env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '', ...env },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	children.push(child);
	let text = '';
	child.stdout?.on('data', (chunk: Buffer) => (text += chunk.toString()));
	child.stderr?.on('data', (chunk: Buffer) => (text += chunk.toString()));
	const ended = once(child, 'close').then(([code]) => code as number | null);
	const says = (pattern: RegExp) =>
		vi.waitUntil(() => {
			if (child.exitCode !== null && !pattern.test(text)) throw new Error(`It ended and said: ${text}`);
			return pattern.exec(text)?.[0];
		}, { timeout: 15_000, interval: 20 });
	return { child, said: () => text, says, ended };
}

const address = /http:\/\/127\.0\.0\.1:\d+\/#token=[0-9a-f]{64}/;

describe('the browser host', () => {
	test('prints an address that opens the page, keeps its port, and leaves nothing when it is interrupted', async () => {
		const port = await freePort();
		const first = serve(['--port', String(port)]);
		const printed = await first.says(address);
		expect(new URL(printed).port).toBe(String(port));
		const page = await fetch(printed);
		expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<title>Longview</title>')]);
		expect(statSync(join(data(), 'instance.json')).mode & 0o777).toBe(0o600);
		first.child.kill('SIGINT');
		expect(await first.ended).toBe(130);
		expect(readdirSync(data()).sort()).toEqual(['documents.jsonl', 'settings.json']);

		const second = serve([]);
		expect(new URL(await second.says(address)).port).toBe(String(port));
	});

	test('started a second time, hands over to the first', async () => {
		const first = serve(['--port', String(await freePort())]);
		const printed = await first.says(address);
		const second = serve([]);
		expect(await second.ended).toBe(0);
		expect(second.said()).toMatch(/running already/);
		const again = address.exec(second.said())?.[0] ?? '';
		expect(new URL(again).origin).toBe(new URL(printed).origin);
		expect(again).not.toBe(printed);
		expect(instance().pid).toBe(first.child.pid);
	});

	test('killed, it leaves a lock that the next start knows to be stale', async () => {
		const first = serve(['--port', String(await freePort())]);
		await first.says(address);
		first.child.kill('SIGKILL');
		await first.ended;
		const second = serve([]);
		await second.says(address);
		expect(instance().pid).toBe(second.child.pid);
	});

	test('finds its port taken by another program: one sentence that names --port, and no lock left', async () => {
		const server = createServer().listen(0, '127.0.0.1');
		await once(server, 'listening');
		const { port } = server.address() as AddressInfo;
		const host = serve(['--port', String(port)]);
		expect(await host.ended).toBe(1);
		expect(host.said()).toMatch(new RegExp(`^Port ${port} is in use by another program\\. .*--port \\d+\n$`));
		expect(existsSync(join(data(), 'instance.json'))).toBe(false);
		server.close();
	});

	test('without a display says so and prints the address', async () => {
		const host = serve(['--open', '--port', String(await freePort())], { DISPLAY: '' });
		await host.says(address);
		expect(host.said()).toMatch(process.platform === 'linux' ? /There is no display/ : /open/);
	});
});

// On macOS and Windows browsers are looked for in fixed places, where a test cannot put one.
describe.skipIf(process.platform !== 'linux')('with a browser', () => {
	/** Stands in for an installed Chromium: notes how it was called, signs in if it is to, and stays until it is ended. */
	function installBrowser(does: 'sign in' | 'look' | 'fail'): { env: Record<string, string>; called: () => { pid: number; args: string[] } | null } {
		const path = join(folder, 'chromium');
		const note = join(folder, 'called.json');
		const code = `#!${process.execPath}
			const { readFileSync, writeFileSync } = require('fs');
			const args = process.argv.slice(2);
			const page = args.find((arg) => arg.startsWith('--app=file://')).slice('--app=file://'.length);
			const [, origin, token] = /"(http:[^"]+)\\/#token=([^"]+)"/.exec(readFileSync(page, 'utf8'));
			const signIn = () => fetch(origin + '/api/session/exchange', {
				method: 'POST', headers: { origin, 'content-type': 'application/json' }, body: JSON.stringify({ token }),
			});
			Promise.resolve(${does === 'sign in'} && signIn()).then(() => {
				writeFileSync(${JSON.stringify(note)}, JSON.stringify({ pid: process.pid, args }));
				if (${does !== 'fail'}) setInterval(() => {}, 1000);
			});
		`;
		writeFileSync(path, code);
		chmodSync(path, 0o755);
		const called = () => (existsSync(note) ? (JSON.parse(readFileSync(note, 'utf8') || 'null') as { pid: number; args: string[] }) : null);
		return { env: { PATH: folder, DISPLAY: ':99' }, called };
	}
	const isRunning = (pid: number): boolean => {
		try {
			process.kill(pid, 0);
			return true;
		} catch {
			return false;
		}
	};

	test('opens a start page as an app window, and no token is in the list of processes', async () => {
		const { env, called } = installBrowser('look');
		const host = serve(['--open', '--port', String(await freePort())], env);
		await host.says(/open in Chromium/);
		const { args } = await vi.waitUntil(called, { timeout: 5000 });
		const page = args.find((arg) => arg.startsWith('--app=file://'))?.slice('--app=file://'.length) ?? '';
		const token = /#token=([0-9a-f]{64})/.exec(readFileSync(page, 'utf8'))?.[1] ?? 'none';
		expect(statSync(page).mode & 0o777).toBe(0o600);
		expect(args).toContain(`--user-data-dir=${join(data(), 'browser-profile')}`);
		expect(args.join(' ') + host.said()).not.toContain(token);
	});

	test('ends when its window is closed, and ends the window when it is interrupted', async () => {
		const { env, called } = installBrowser('sign in');
		const closed = serve(['--open', '--port', String(await freePort())], env);
		await closed.says(/open in Chromium/);
		process.kill((await vi.waitUntil(called, { timeout: 5000 })).pid);
		expect(await closed.ended).toBe(0);
		expect(readdirSync(data()).sort()).toEqual(['browser-profile', 'documents.jsonl', 'settings.json']);

		rmSync(join(folder, 'called.json'));
		const interrupted = serve(['--open'], env);
		const { pid } = await vi.waitUntil(called, { timeout: 15_000 });
		interrupted.child.kill('SIGINT');
		expect(await interrupted.ended).toBe(130);
		expect(isRunning(pid)).toBe(false);
	});

	test('that ends before it has shown anything, goes on and prints the address', async () => {
		const host = serve(['--open', '--port', String(await freePort())], installBrowser('fail').env);
		const printed = await host.says(address);
		expect(host.said()).toMatch(/ended before Longview’s window was there/);
		expect((await fetch(printed)).status).toBe(200);
	});
});

describe('the command line', () => {
	const longview = (...args: string[]) => {
		const { status, stdout, stderr } = spawnSync(process.execPath, [built('cli.js'), ...args], { cwd: root, encoding: 'utf8' });
		return { status, stdout, stderr };
	};

	test('inspect prints a line of JSON for each seed, with the counts that they are known to hold', () => {
		const { status, stdout, stderr } = longview('inspect', 'seeds', '--json');
		expect([status, stderr]).toEqual([0, '']);
		const documents = stdout.trimEnd().split('\n').map((line) => JSON.parse(line) as { shape: string; cards: { kind: string }[]; related: unknown[] });
		expect(documents.map(({ shape }) => shape)).toEqual(['signal page', 'article', 'newsletter', 'news item']);
		const kinds = documents[0]?.cards.map(({ kind }) => kind) ?? [];
		const counts = Object.fromEntries([...new Set(kinds)].map((kind) => [kind, kinds.filter((other) => other === kind).length]));
		expect(counts).toEqual({ signal: 5, concern: 6, behavior: 5, technology: 5, issue: 6 });
		expect(documents[3]?.related).toHaveLength(7);
	});

	test('inspect goes on after a file that it cannot read, and ends with 1', () => {
		const { status, stdout } = longview('inspect', 'none.txt', 'seeds/001_6eed383a8b6cd6c3.txt', '--json');
		expect(status).toBe(1);
		expect(stdout.trimEnd().split('\n').map((line) => Object.keys(JSON.parse(line) as object).slice(0, 2))).toEqual([['file', 'error'], ['file', 'shape']]);
	});

	test('report makes a PDF of documents or of a workshop file, whole or not at all', () => {
		const output = join(folder, 'report.pdf');
		expect(longview('report', 'seeds', '-o', output)).toEqual({ status: 0, stdout: '', stderr: expect.any(String) as string });
		expect(readFileSync(output, 'latin1')).toMatch(/^%PDF-[\s\S]*%%EOF\s*$/);
		expect(longview('report', 'src-shared/migrations/fixtures/version1.longview', '-o', output).status).toBe(0);
		expect(readdirSync(folder)).toEqual(['report.pdf']);
		const nowhere = longview('report', 'seeds', '-o', join(folder, 'none', 'report.pdf'));
		expect([nowhere.status, nowhere.stderr]).toEqual([1, expect.stringMatching(/does not exist\.\n$/)]);
		writeFileSync(join(folder, 'newer.longview'), '{"format":"longview-workshop","version":9}');
		expect(longview('report', join(folder, 'newer.longview'), '-o', output).stderr).toMatch(/made by a newer Longview/);
	});

	test.each([
		[['frob'], /no command frob/],
		[['inspect', 'seeds', '--bogus'], /Unknown option '--bogus'/],
		[['inspect'], /at least one file/],
		[['inspect', 'seeds', '--json', '--text'], /not both/],
		[['report', 'seeds'], /-o/],
		[['report', 'seeds', '-o', 'x.pdf', '--document', 'letters'], /There is no document letters/],
		[['serve', '--port', 'x'], /x is not a port/],
	])('%s is one sentence on standard error and ends with 2', (args, sentence) => {
		const { status, stdout, stderr } = longview(...args);
		expect([status, stdout]).toEqual([2, '']);
		expect(stderr).toMatch(sentence);
		expect(stderr.trimEnd().split('\n')).toHaveLength(1);
	});

	test('--help names every command', () => {
		const { status, stdout } = longview('--help');
		expect(status).toBe(0);
		for (const command of ['inspect', 'report', 'serve']) expect(stdout).toContain(`longview ${command}`);
	});
});
