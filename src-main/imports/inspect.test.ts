import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { seeds } from '../paths.ts';
import { inspect, type InspectOptions } from './inspect.ts';

async function run(paths: string[], options: Omit<InspectOptions, 'write' | 'complain'> = {}) {
	const out: string[] = [];
	const complaints: string[] = [];
	const code = await inspect(paths, { ...options, write: (chunk) => out.push(chunk), complain: (chunk) => complaints.push(chunk) });
	return { code, out: out.join(''), complaints: complaints.join('') };
}

test('as JSON, each document is a line with the keys of the command line in their order', async () => {
	const { code, out } = await run([seeds], { json: true });
	const documents = out.trimEnd().split('\n').map((line) => JSON.parse(line) as Record<string, unknown> & { cards: { kind: string }[]; related: object[] });
	expect(code).toBe(0);
	expect(documents.map(({ shape, cards }) => [shape, cards.length])).toEqual([['signal page', 27], ['article', 0], ['newsletter', 0], ['news item', 0]]);
	for (const document of documents) {
		expect(Object.keys(document).join(' ')).toBe(
			'file shape title titleIsMade author url pageRef publishedAt provider sections links milestones keywords themes category type summary topics quality heat related cards encoding repairs warnings',
		);
	}
	expect(Object.keys(documents[0]!.cards[0]!).join(' ')).toBe('kind name nameIsMade description change outlook drivingForce machineScore line');
	expect(Object.keys(documents[3]!.related[0]!).join(' ')).toBe('title url provider publishedAt quality');
	expect(documents[3]).toMatchObject({ provider: 'SiliconRepublic' });
	expect(out).not.toContain('secured:');
});

test('a file that cannot be read is a line with its error, and the exit code says so', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'longview-inspect-'));
	await writeFile(join(folder, 'a.md'), Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a));
	await writeFile(join(folder, 'b.md'), 'Fine.');
	const { code, out } = await run([folder, join(folder, 'gone')], { json: true });
	await rm(folder, { recursive: true });
	const lines = out.trimEnd().split('\n').map((line) => JSON.parse(line) as object);
	expect(code).toBe(1);
	const sentence = (pattern: RegExp): string => expect.stringMatching(pattern) as string;
	expect(lines).toMatchObject([
		{ file: join(folder, 'gone'), error: sentence(/not there/) },
		{ file: join(folder, 'a.md'), error: sentence(/a PNG picture/) },
		{ file: join(folder, 'b.md'), title: 'Fine' },
	]);
});

test('as text, it is the repaired text and nothing else', async () => {
	const { code, out } = await run([join(seeds, '002_a6c57bcf2729ce9c.txt')], { text: true });
	expect(code).toBe(0);
	expect(out.startsWith('# How Mistral AI')).toBe(true);
	expect(out).toContain('Ben’s Bites Pro');
});

test('for people, it says what there is and what was repaired', async () => {
	const { out, complaints } = await run([seeds, join(seeds, 'gone.md')]);
	expect(out).toContain('5 signals, 6 concerns, 5 behaviors, 5 technologies, 6 issues, 9 sections, 2 links');
	expect(out).toContain('(title made from its first words)');
	expect(out).toContain('14 sections, 24 links, 4 milestones\n  repaired 52 characters that had been read as Mac Roman');
	expect(complaints).toMatch(/gone\.md: The file is not there/);
});
