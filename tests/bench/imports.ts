/**
 * An archive's way through the main process: found or sent, read, stored, and handed out over HTTP, and how long that keeps
 * the process's thread from anything else.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packedHead } from '../../src-shared/domain/packedFiles.ts';
import type { ImportBatch } from '../../src-shared/schemas/importBatch.ts';
import { ensureBuilt } from '../../src-main/launch/build.ts';
import { archivePages, writeArchive } from './lib/archive.ts';
import type { FromHost } from './imports/host.ts';
import type { Delays } from './imports/taskProbe.ts';
import { printTable } from './lib/print.ts';

const hostFile = fileURLToPath(new URL('imports/host.ts', import.meta.url));
const longestAllowed = 20;

interface Measured {
	name: string;
	seconds: number;
	documents: number;
	cards: number;
	megabytes: number;
	delays: Delays;
	rss: number;
}

type Fetch = (path: string, init?: RequestInit) => Promise<Response>;

export async function run(): Promise<void> {
	await ensureBuilt(console.log);
	const folder = mkdtempSync(join(tmpdir(), 'longview-bench-archive-'));
	try {
		writeArchive(folder);
		const fresh = await withHost(folder, async (host) => [
			await measure('a folder that the host’s dialog chose', host, fromFolder),
			await measure('the same again, all of it stored already', host, fromFolder),
		]);
		const sent = await withHost(folder, async (host) => [await measure('the files sent by the page', host, (ask) => fromPage(ask, folder))]);
		print([...fresh, ...sent]);
	} finally {
		rmSync(folder, { recursive: true });
	}
}

interface Host {
	ask: Fetch;
	child: ChildProcess;
}

async function withHost<Result>(folder: string, use: (host: Host) => Promise<Result>): Promise<Result> {
	const child = spawn(process.execPath, ['--import', 'tsx', hostFile, folder], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
	try {
		const { address } = (await messageOf(child)) as { address: string };
		return await use({ child, ask: await signIn(new URL(address)) });
	} finally {
		if (child.connected) child.send('end');
		if (child.exitCode === null) await once(child, 'exit');
	}
}

const messageOf = async (child: ChildProcess): Promise<FromHost> => ((await once(child, 'message')) as [FromHost])[0];

async function signIn({ origin, hash }: URL): Promise<Fetch> {
	const headers = { origin, 'content-type': 'application/json' };
	const answer = await fetch(`${origin}/api/session/exchange`, { method: 'POST', headers, body: JSON.stringify({ token: hash.slice('#token='.length) }) });
	const { secret } = (await answer.json()) as { secret: string };
	const own = { origin, cookie: answer.headers.get('set-cookie')!.split(';')[0]!, 'x-longview-secret': secret, 'sec-fetch-site': 'same-origin' };
	return (path, init = {}) => fetch(origin + path, { ...init, headers: { ...own, ...(init.headers as Record<string, string>) } });
}

const fromFolder = (ask: Fetch): Promise<Response> =>
	ask('/api/imports', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ dialog: 'folder' }) });

async function fromPage(ask: Fetch, folder: string): Promise<Response> {
	const files = await Promise.all(readdirSync(folder).sort().map(async (path) => ({ path, bytes: await readFile(join(folder, path)) })));
	return ask('/api/imports', { method: 'POST', body: new Blob([packedHead(files), ...files.map(({ bytes }) => bytes)]) });
}

async function measure(name: string, { ask, child }: Host, start: (ask: Fetch) => Promise<Response>): Promise<Measured> {
	child.send('watch');
	const started = performance.now();
	const { job } = (await (await start(ask)).json()) as { job: string };
	let [documents, cards, bytes] = [0, 0, 0];
	for (let n = 0, finished = false; !finished; n++) {
		const text = await (await ask(`/api/imports/${job}/batches/${n}`)).text();
		const batch = JSON.parse(text) as ImportBatch;
		bytes += text.length;
		documents += batch.documents.length;
		for (const document of batch.documents) cards += document.cards.length;
		finished = batch.finished;
	}
	const seconds = (performance.now() - started) / 1000;
	child.send('report');
	const { delays, rss } = (await messageOf(child)) as { delays: Delays; rss: number };
	return { name, seconds, documents, cards, megabytes: bytes / 1e6, delays, rss: rss / 1e6 };
}

function print(all: Measured[]): void {
	const longest = (values: number[] | null): string => (values ? values.slice(0, 3).map((value) => value.toFixed(1)).join(', ') : '–');
	console.log(`\n${archivePages} signal pages through the browser host, from the request to the last batch read by a client on the same machine:\n`);
	printTable(
		['', 's', 'documents', 'cards', 'MB of JSON', 'longest tasks of the main thread, CPU ms', 'by the clock', 'main thread in all, CPU ms', 'RSS MB'],
		all.map(({ name, seconds, documents, cards, megabytes, delays, rss }) => [
			name, seconds.toFixed(2), String(documents), String(cards), megabytes.toFixed(0), longest(delays.busy), longest(delays.waited), delays.total?.toFixed(0) ?? '–', rss.toFixed(0),
		]),
	);
	const worst = Math.max(...all.map(({ delays }) => (delays.busy ?? delays.waited)[0]!));
	console.log(`\n${worst <= longestAllowed ? 'met' : 'MISSED'}: no task over ${longestAllowed} ms on the main process’s thread (${worst.toFixed(1)})`);
	if (worst > longestAllowed) process.exitCode = 1;
}
