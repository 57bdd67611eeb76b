/** One peer in a process of its own, as an import begins: reads every file once and says what that took. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { makeItem, makeLongPage, makePage } from './generate.ts';
import { createPeer, type Kind } from './peers.ts';

export interface Measured {
	files: number;
	megabytes: number;
	milliseconds: number;
	cpuMilliseconds: number;
	/** Files whose every field is right; null where the peer extracts nothing. */
	right: number | null;
	/** CPU milliseconds for one table of 8,000 and of 40,000 rows, as long as a file may be; null for news items. */
	longTables: [number, number] | null;
}

const [kind, name, folder, isChecked] = process.argv.slice(2) as [Kind, string, string, string];
const peer = await createPeer(kind, name);
const files = readdirSync(folder).sort().map((file) => join(folder, file));

function cpuOf(run: () => void): number {
	const before = process.cpuUsage();
	run();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1000;
}

let bytes = 0;
const started = performance.now();
const cpuMilliseconds = cpuOf(() => {
	for (const file of files) {
		const content = readFileSync(file);
		bytes += content.length;
		peer.read(content);
	}
});
const milliseconds = performance.now() - started;

function countRight(): number {
	const make = kind === 'pages' ? makePage : makeItem;
	return files.filter((file, seed) => JSON.stringify(peer.read(readFileSync(file))) === JSON.stringify(make(seed).truth)).length;
}

function longTables(): [number, number] {
	const [short, long] = [8000, 40_000].map((rows) => Buffer.from(makeLongPage(rows)));
	peer.read(Buffer.from(makeLongPage(500)));
	// The collector of garbage strikes at some of them: the least of three is what the reading takes.
	const least = (content: Buffer): number => Math.min(...[1, 2, 3].map(() => cpuOf(() => peer.read(content))));
	return [least(short!), least(long!)];
}

const measured: Measured = {
	files: files.length,
	megabytes: bytes / 1e6,
	milliseconds,
	cpuMilliseconds,
	right: isChecked === 'checked' && peer.extracts ? countRight() : null,
	// A whole import refuses files of more than five megabytes.
	longTables: isChecked === 'checked' && kind === 'pages' && name !== 'our import' ? longTables() : null,
};
console.log(JSON.stringify(measured));
