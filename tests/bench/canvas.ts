/**
 * The canvas beside other canvas libraries and hand-written DOM, in Chromium with real mouse input. The peers live in a folder
 * of their own (LONGVIEW_PEERS), with its dependencies installed; without it there is nothing to compare with.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { printTable } from './lib/print.ts';

const scenarios = { drag100: 'drag, 100 %', dragfit: 'drag, all in view', pan: 'pan', zoom: 'zoom' } as const;
type Scenario = keyof typeof scenarios;
/** The browser's own cost, in hand-written DOM: no peer. */
const floor = 'floor-dom';
const mostTimesFloor = 1.3;
const mostHeap = 25;

interface Measured {
	taskMs: number;
	p95: number;
	/** Of the frames, those later than 25 ms: 0 to 1. */
	dropped: number;
	/** Milliseconds in tasks of over 50. */
	longMs: number;
	ok: boolean;
	spread: { min: number; max: number } | null;
}
type Row = { peer: string; n: number; load?: { loadMs: number; heapMB: number }; failed?: string } & Partial<Record<Scenario, Measured>>;

export function run(): void {
	const peers = resolve(process.env['LONGVIEW_PEERS'] ?? '../bench');
	const runner = join(peers, 'run.mjs');
	if (!existsSync(runner) || !existsSync(join(peers, 'node_modules'))) {
		console.log('Not measured: set LONGVIEW_PEERS to the folder of the peers’ benchmark, with its dependencies installed (npm ci).');
		return;
	}
	const rounds = process.env['LONGVIEW_BENCH_ROUNDS'] ?? '3';
	const chosen = process.env['LONGVIEW_BENCH_PEERS'];
	const rows = measure(runner, ['--n', process.env['LONGVIEW_BENCH_CARDS'] ?? '1000,2000', '--rounds', rounds, ...(chosen ? ['--peers', `${floor},${chosen},project`] : [])]);
	for (const n of new Set(rows.map((row) => row.n))) print(n, rows.filter((row) => row.n === n));
	printTogether(measure(runner, ['--n', '1000', '--rounds', rounds, '--scenarios', 'dragfit', '--peers', 'floor-together,project-together']));
	printMany(measure(runner, ['--n', '10000', '--rounds', '1', '--scenarios', 'pan', '--peers', `${floor},project`]));
}

/** @returns the median of the rounds for each peer and number of cards. */
function measure(runner: string, args: readonly string[]): Row[] {
	const out = mkdtempSync(join(tmpdir(), 'longview-bench-'));
	try {
		const { status } = spawnSync(process.execPath, [runner, 'canvas', ...args, '--out', out], {
			env: { ...process.env, BENCH_ADAPTORS: fileURLToPath(new URL('adaptor.mjs', import.meta.url)) },
			stdio: ['ignore', 'ignore', 'inherit'],
		});
		const file = readdirSync(out).find((name) => name.endsWith('.json'));
		if (status !== 0 || !file) throw new Error(`The peers’ benchmark ended with ${status}.`);
		return (JSON.parse(readFileSync(join(out, file), 'utf8')) as { medians: Row[] }).medians;
	} finally {
		rmSync(out, { recursive: true });
	}
}

/** Two hundred selected cards dragged as one, beside bare DOM that does the same. */
function printTogether(rows: readonly Row[]): void {
	const [bare, ours] = ['floor-together', 'project-together'].map((id) => rows.find(({ peer }) => peer === id)?.dragfit);
	if (!bare || !ours) return failed(rows);
	console.log(`\n200 of 1000 cards dragged together, all in view: ${figure(ours.taskMs)} ms an event, bare DOM ${figure(bare.taskMs)} (${figure(ours.taskMs / bare.taskMs, 2)} ×)`);
	tell([
		['together: all of them, and no other, went where the mouse did', ours.ok],
		[`together: within ${mostTimesFloor} × bare DOM, or within its spread`, ours.taskMs <= Math.max(mostTimesFloor * bare.taskMs, bare.spread?.max ?? 0)],
	]);
}

function printMany(rows: readonly Row[]): void {
	const [bare, ours] = [floor, 'project'].map((id) => rows.find(({ peer }) => peer === id)?.pan);
	if (!bare || !ours) return failed(rows);
	console.log(`\n10000 cards, panned: ${figure(ours.taskMs)} ms an event, bare DOM ${figure(bare.taskMs)} (${figure(ours.taskMs / bare.taskMs, 2)} ×), ${figure(ours.dropped * 100)} % of frames later than 25 ms`);
	tell([['10000 cards: it still pans', ours.ok]]);
}

function failed(rows: readonly Row[]): void {
	console.log(`\nMISSED: a page failed. ${rows.flatMap(({ failed: why }) => why ?? []).join(' ')}`);
	process.exitCode = 1;
}

function tell(targets: readonly [string, boolean][]): void {
	console.log(`\n${targets.map(([target, isMet]) => `${isMet ? 'met' : 'MISSED'}: ${target}`).join('\n')}`);
	if (!targets.every(([, isMet]) => isMet)) process.exitCode = 1;
}

const figure = (value: number | undefined, digits = 1): string => (value === undefined || Number.isNaN(value) ? '–' : value.toFixed(digits));

function print(n: number, rows: readonly Row[]): void {
	const ours = rows.find(({ peer }) => peer === 'project');
	const bare = rows.find(({ peer }) => peer === floor);
	console.log(`\n${n} cards: main-thread ms for each input event, and how many times what bare DOM takes\n`);
	printTable(
		['', ...Object.values(scenarios), 'opening, ms', 'heap, MB'],
		rows.map((row) => [row.peer, ...names().map((name) => `${figure(row[name]?.taskMs)} (${figure((row[name]?.taskMs ?? NaN) / (bare?.[name]?.taskMs ?? NaN), 2)})`), figure(row.load?.loadMs, 0), figure(row.load?.heapMB)]),
	);
	if (!ours || ours.failed) return failed(rows);
	console.log('\nFrames later than 25 ms, and ms in tasks of over 50\n');
	printTable(['', ...Object.values(scenarios)], rows.map((row) => [row.peer, ...names().map((name) => `${figure((row[name]?.dropped ?? NaN) * 100)} % (${figure(row[name]?.longMs, 0)})`)]));
	const targets = [...names().flatMap((name) => targetsOf(name, ours, bare, rows)), ...openingTargets(ours, rows)];
	tell(targets);
}

const names = (): Scenario[] => Object.keys(scenarios) as Scenario[];
const others = (rows: readonly Row[]): Row[] => rows.filter(({ peer, failed }) => peer !== 'project' && peer !== floor && !failed);

function targetsOf(name: Scenario, ours: Row, bare: Row | undefined, rows: readonly Row[]): [string, boolean][] {
	const mine = ours[name];
	if (!mine) return [];
	const label = scenarios[name];
	const targets: [string, boolean][] = [[`${label}: the pressed card, and no other, went where the mouse did`, mine.ok]];
	const best = Math.min(...others(rows).map((row) => row[name]?.taskMs ?? Infinity));
	if (best < Infinity) targets.push([`${label}: less than every peer`, mine.taskMs < best]);
	const fewest = Math.min(...others(rows).map((row) => row[name]?.dropped ?? Infinity));
	if (fewest < Infinity) targets.push([`${label}: no more late frames than any peer`, mine.dropped <= fewest]);
	if (name !== 'pan' && name !== 'zoom') targets.push([`${label}: no task of over 50 ms`, mine.longMs === 0]);
	const least = bare?.[name];
	if (least) targets.push([`${label}: within ${mostTimesFloor} × bare DOM, or within its spread`, mine.taskMs <= Math.max(mostTimesFloor * least.taskMs, least.spread?.max ?? 0)]);
	return targets;
}

function openingTargets(ours: Row, rows: readonly Row[]): [string, boolean][] {
	const load = ours.load;
	if (!load) return [];
	const quickest = Math.min(...others(rows).map((row) => row.load?.loadMs ?? Infinity));
	return [
		...(quickest < Infinity ? [['opening: sooner than every peer', load.loadMs < quickest] satisfies [string, boolean]] : []),
		[`heap under ${mostHeap} MB`, load.heapMB < mostHeap],
	];
}
