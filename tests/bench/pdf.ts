/**
 * The report, tagged and laid out in a worker, beside other PDF libraries, which live in a folder of their own
 * (LONGVIEW_PEERS), and a report of 300 pages beside pdfkit that writes the same text by itself.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, printTable } from './lib/print.ts';
import type { Long } from './pdf/long.ts';

interface Row {
	peer: string;
	warmCpuMs: number;
	warmMs: number;
	blockMs: number;
	peakPssMB: number;
	pages: number;
	sizeKB: number;
	tagged: boolean;
	headings: number;
	figures: number;
	titlesNfkc: number;
	fontsEmbedded: boolean;
}

const rounds = 3;
/** Enough for 300 pages. */
const manySignals = 460;
const mostTimesBare = 5;
const mostMegabytes = 300;
const mostKilobytesPerPage = 30;

export function run(): void {
	const targets = [...besidePeers(), ...ofManyPages()];
	console.log(`\n${targets.map(([target, isMet]) => `${isMet ? 'met' : 'MISSED'}: ${target}`).join('\n')}`);
	if (!targets.every(([, isMet]) => isMet)) process.exitCode = 1;
}

type Target = [string, boolean];

function besidePeers(): Target[] {
	const peers = resolve(process.env['LONGVIEW_PEERS'] ?? '../bench');
	const runner = join(peers, 'run.mjs');
	if (!existsSync(runner) || !existsSync(join(peers, 'node_modules'))) {
		console.log('No other library was measured: set LONGVIEW_PEERS to the folder of the peers’ benchmark, with its dependencies installed (npm ci).');
		return [];
	}
	const out = mkdtempSync(join(tmpdir(), 'longview-bench-'));
	try {
		const { status } = spawnSync(process.execPath, [runner, 'pdf', '--rounds', String(rounds), '--out', out], {
			env: { ...process.env, BENCH_ADAPTORS: fileURLToPath(new URL('adaptor.mjs', import.meta.url)) },
			stdio: ['ignore', 'ignore', 'inherit'],
		});
		const file = readdirSync(out).find((name) => name.endsWith('.json'));
		if (!file) throw new Error(`The peers’ benchmark ended with ${status}.`);
		return compared((JSON.parse(readFileSync(join(out, file), 'utf8')) as { medians: Row[] }).medians);
	} finally {
		rmSync(out, { recursive: true });
	}
}

function compared(rows: Row[]): Target[] {
	const ours = rows.find(({ peer }) => peer === 'project');
	if (!ours) throw new Error('The project’s own report failed.');
	console.log(`\nA report of 60 signals, median of ${rounds}; CPU of the next report in the same process\n`);
	printTable(
		['', 'warm CPU, ms', 'ours is, × its CPU', 'longest block, ms', 'peak, MB', 'pages', 'kB a page', 'headings', 'figures', 'titles'],
		rows.map((row) => [
			row.peer, row.warmCpuMs.toFixed(0), (ours.warmCpuMs / row.warmCpuMs).toFixed(2), row.blockMs.toFixed(0), row.peakPssMB.toFixed(0), String(row.pages), (row.sizeKB / row.pages).toFixed(1),
			String(row.headings), String(row.figures), String(row.titlesNfkc),
		]),
	);
	const tagging = rows.filter(({ peer, tagged }) => tagged && peer !== 'project');
	const chromium = rows.find(({ peer }) => peer === 'chromium');
	return [
		...tagging.map((row): Target => [`less CPU than ${row.peer}, which writes tags`, ours.warmCpuMs < row.warmCpuMs]),
		...(chromium ? [['under a third of the memory of Chromium printing it', ours.peakPssMB < chromium.peakPssMB / 3] satisfies Target] : []),
		['no block of the event loop over 50 ms', ours.blockMs <= 50],
		['tagged, with every heading, figure and title, and all fonts embedded', ours.tagged && ours.headings >= 361 && ours.figures === 60 && ours.titlesNfkc === 60 && ours.fontsEmbedded],
		[`under ${mostKilobytesPerPage} kB a page`, ours.sizeKB / ours.pages < mostKilobytesPerPage],
	];
}

function ofManyPages(): Target[] {
	const of = (how: 'ours' | 'bare'): Long => {
		const all = Array.from({ length: rounds }, () => long(how));
		return { ...all[0]!, milliseconds: median(all.map(({ milliseconds }) => milliseconds)), cpuMilliseconds: median(all.map(({ cpuMilliseconds }) => cpuMilliseconds)) };
	};
	const [ours, bare] = [of('ours'), of('bare')];
	console.log(`\nThe text of ${manySignals} signals, a fresh process each, median of ${rounds}\n`);
	const row = (name: string, { milliseconds, cpuMilliseconds, peakMegabytes, pages, bytes }: Long) => [name, milliseconds.toFixed(0), cpuMilliseconds.toFixed(0), peakMegabytes.toFixed(0), String(pages), (bytes / 1024 / pages).toFixed(1)];
	printTable(['', 'time, ms', 'CPU, ms', 'peak, MB', 'pages', 'kB a page'], [row('our report, tagged', ours), row('pdfkit by itself, untagged', bare)]);
	return [
		[`${ours.pages} pages within ${mostTimesBare} times the time of bare pdfkit (${(ours.milliseconds / bare.milliseconds).toFixed(2)})`, ours.pages >= 300 && ours.milliseconds <= mostTimesBare * bare.milliseconds],
		[`${ours.pages} pages under ${mostMegabytes} MB (${ours.peakMegabytes.toFixed(0)})`, ours.peakMegabytes < mostMegabytes],
	];
}

function long(how: 'ours' | 'bare'): Long {
	const script = fileURLToPath(new URL('pdf/long.ts', import.meta.url));
	const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', script, how, String(manySignals)], { encoding: 'utf8' });
	if (status !== 0) throw new Error(`The long report failed (${how}):\n${stderr}`);
	return JSON.parse(stdout) as Long;
}
