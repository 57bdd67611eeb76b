/** Reading signal pages and news items, beside general parsers that take the same fields out of the same files. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeItem, makePage } from './parse/generate.ts';
import { peerNames, type Kind } from './parse/peers.ts';
import type { Measured } from './parse/worker.ts';
import { median, printTable } from './lib/print.ts';

const count = 2000;
const rounds = 5;
const worker = fileURLToPath(new URL('parse/worker.ts', import.meta.url));

interface Result {
	name: string;
	filesPerSecond: number;
	milliseconds: number;
	cpuMilliseconds: number;
	checked: Measured;
}

export function run(): void {
	const folder = mkdtempSync(join(tmpdir(), 'longview-bench-'));
	try {
		for (const kind of ['pages', 'items'] as const) {
			mkdirSync(join(folder, kind));
			for (let seed = 0; seed < count; seed++) {
				const { text } = kind === 'pages' ? makePage(seed) : makeItem(seed);
				writeFileSync(join(folder, kind, `${String(seed).padStart(5, '0')}.md`), text);
			}
			print(kind, measureAll(kind, join(folder, kind)));
		}
	} finally {
		rmSync(folder, { recursive: true });
	}
}

/** Every peer once a round, each round in another order, so that a busy minute of the machine meets all of them. */
function measureAll(kind: Kind, folder: string): Result[] {
	const names = peerNames(kind);
	const measured = new Map(names.map((name) => [name, [] as Measured[]]));
	for (let round = 0; round < rounds; round++) {
		for (let turn = 0; turn < names.length; turn++) {
			const name = names[(round + turn) % names.length]!;
			measured.get(name)!.push(measure(kind, name, folder, round === 0));
		}
	}
	return names.map((name) => {
		const all = measured.get(name)!;
		const milliseconds = median(all.map((one) => one.milliseconds));
		return { name, milliseconds, filesPerSecond: (count * 1000) / milliseconds, cpuMilliseconds: median(all.map((one) => one.cpuMilliseconds)), checked: all[0]! };
	});
}

function measure(kind: Kind, name: string, folder: string, isChecked: boolean): Measured {
	const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', worker, kind, name, folder, isChecked ? 'checked' : ''], { encoding: 'utf8' });
	if (status !== 0) throw new Error(`${name} failed on ${kind}:\n${stderr}`);
	return JSON.parse(stdout) as Measured;
}

function print(kind: Kind, results: Result[]): void {
	const ours = results.find(({ name }) => name === 'our reader')!;
	const megabytes = ours.checked.megabytes;
	console.log(`\nReading ${count} ${kind === 'pages' ? 'signal pages' : 'news items'} (${megabytes.toFixed(1)} MB), a process each time, median of ${rounds}:\n`);
	printTable(
		['', 'files/s', 'MB/s', 'CPU ms', 'ours is, × its files/s', '× its CPU', 'all fields right', ...(kind === 'pages' ? ['8,000 rows, CPU ms', '40,000', 'growth'] : [])],
		results.map(({ name, filesPerSecond, milliseconds, cpuMilliseconds, checked: { right, longTables } }) => [
			name,
			filesPerSecond.toFixed(0),
			(megabytes / (milliseconds / 1000)).toFixed(1),
			cpuMilliseconds.toFixed(0),
			(ours.filesPerSecond / filesPerSecond).toFixed(2),
			(cpuMilliseconds / ours.cpuMilliseconds).toFixed(2),
			right === null ? '–' : `${right} of ${count}`,
			...(kind === 'pages' ? (longTables ? [longTables[0].toFixed(0), longTables[1].toFixed(0), (longTables[1] / longTables[0]).toFixed(1)] : ['–', '–', '–']) : []),
		]),
	);
	const factor = (name: string): number => ours.filesPerSecond / results.find((result) => result.name === name)!.filesPerSecond;
	const targets: [string, boolean][] =
		kind === 'pages'
			? [
				['at least 3 × the files per second of marked', factor('marked') >= 3],
				['at least 3 × those of markdown-it', factor('markdown-it') >= 3],
				['at most 5 × the time of reading the files and splitting their lines', factor('floor') >= 1 / 5],
				['every field right', ours.checked.right === count],
				// Ten leaves room for the collector of garbage; what is not linear would take 25 times as long.
				['a table five times as long takes at most 10 × the time', ours.checked.longTables![1] <= 10 * ours.checked.longTables![0]],
			]
			: [['at least as fast as js-yaml', factor('js-yaml') >= 1], ['every field right', ours.checked.right === count]];
	console.log(`\n${targets.map(([target, isMet]) => `${isMet ? 'met' : 'MISSED'}: ${target}`).join('\n')}`);
	if (!targets.every(([, isMet]) => isMet)) process.exitCode = 1;
}
