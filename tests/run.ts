/**
 * `npm test`: types and lint beside one another, then unit, contract and end to end. Everything runs even where an earlier
 * part fails, and the last line counts what the runners counted.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureBuilt } from '../src-main/launch/build.ts';
import { ensureBrowser, ensurePdfTools } from './browser.ts';

interface Counts {
	passed: number;
	failed: number;
	skipped: number;
}
interface Part {
	name: string;
	command: string[];
	/** Reads what the runner counted; without it the part is one check that passed or failed. */
	count?: () => Counts;
}

const results = 'test-results';
const unitReport = `${results}/unit.json`;
const e2eReport = `${results}/e2e.json`;
const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

function vitestCounts(): Counts {
	const report = read(unitReport) as { numPassedTests: number; numFailedTests: number; numPendingTests: number };
	return { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests };
}
function playwrightCounts(): Counts {
	const { stats } = read(e2eReport) as { stats: { expected: number; unexpected: number; flaky: number; skipped: number } };
	if (stats.flaky > 0) console.log(`── ${stats.flaky} of them only on a second try: see “flaky” above`);
	return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}

/** Each takes one processor; what they say is printed part by part. svelte-check checks the TypeScript files too. */
const checks: Part[] = [
	{ name: 'types', command: ['svelte-check', '--tsconfig', 'tsconfig.json', '--fail-on-warnings', '--output', 'human'] },
	{ name: 'lint', command: ['eslint', '.', '--max-warnings', '0'] },
];
const parts: Part[] = [
	{
		name: 'unit, contract and browser tests',
		command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
		count: vitestCounts,
	},
	{ name: 'end to end', command: ['playwright', 'test'], count: playwrightCounts },
];

function run({ name, command, count }: Part): Counts {
	console.log(`\n── ${name}: ${command.join(' ')}`);
	const started = Date.now();
	const { status } = spawnSync('npx', command, { stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' });
	console.log(`── ${name}: ${status === 0 ? 'ok' : `failed (exit ${status})`}, ${((Date.now() - started) / 1000).toFixed(1)} s`);
	return counted(count, status === 0);
}

async function check({ name, command }: Part): Promise<Counts> {
	const started = Date.now();
	const child = spawn('npx', command, { stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
	const said: Buffer[] = [];
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => said.push(part));
	const [status] = (await once(child, 'close')) as [number | null];
	console.log(`\n── ${name}: ${command.join(' ')}\n${Buffer.concat(said).toString('utf8')}── ${name}: ${status === 0 ? 'ok' : `failed (exit ${status})`}, ${((Date.now() - started) / 1000).toFixed(1)} s`);
	return counted(undefined, status === 0);
}

/** A runner that failed without a failed test (it crashed, or found none) is a failure of its own. */
function counted(count: Part['count'], ok: boolean): Counts {
	if (!count) return { passed: Number(ok), failed: Number(!ok), skipped: 0 };
	try {
		const counts = count();
		return ok || counts.failed > 0 ? counts : { ...counts, failed: 1 };
	} catch {
		return { passed: 0, failed: 1, skipped: 0 };
	}
}

async function main(): Promise<number> {
	try {
		console.log(`Browser for the tests: ${ensureBrowser()}`);
		const lacking = ensurePdfTools();
		if (lacking) console.log(lacking);
		await ensureBuilt(console.log);
	} catch (error) {
		console.error((error as Error).message);
		return 1;
	}
	rmSync(results, { recursive: true, force: true });
	mkdirSync(results, { recursive: true });
	const all = [...(await Promise.all(checks.map(check))), ...parts.map(run)];
	const sum = (key: keyof Counts) => all.reduce((total, counts) => total + counts[key], 0);
	console.log(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
	return sum('failed') === 0 && sum('passed') > 0 ? 0 : 1;
}

process.exit(await main());
