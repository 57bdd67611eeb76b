import fc from 'fast-check';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openLineFile, type LineFile } from './lineFile.ts';
import { decodeLine, encodeLine } from './lines.ts';

let folder: string;
let path: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'longview-lines-'));
	path = join(folder, 'file.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function open(linesStandAlone = false): Promise<{ file: LineFile; lines: string[] }> {
	const lines: string[] = [];
	const file = await openLineFile(path, { linesStandAlone, onLine: (json) => lines.push(json.toString()) });
	return { file, lines };
}

async function reread(linesStandAlone = false): Promise<{ lines: string[]; notes: string[] }> {
	const { file, lines } = await open(linesStandAlone);
	await file.close();
	return { lines, notes: file.notes };
}

const asides = () => readdirSync(folder).filter((name) => name.endsWith('.damaged'));

describe('a line', () => {
	test('comes back as it went in, and one changed byte anywhere is noticed', () => {
		fc.assert(
			fc.property(fc.json(), fc.nat(), fc.integer({ min: 1, max: 255 }), (json, at, flip) => {
				const line = encodeLine(json);
				expect(decodeLine(line)?.toString()).toBe(json);
				const index = at % line.length;
				line[index] = (line[index] as number) ^ flip;
				expect(decodeLine(line)).toBeNull();
			}),
		);
	});
});

describe('a line file', () => {
	test('gives back every appended line in order, and each one by its position', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(fc.array(fc.json(), { minLength: 1, maxLength: 5 }), { maxLength: 6 }), async (groups) => {
				rmSync(path, { force: true });
				const { file } = await open();
				const positions = (await Promise.all(groups.map((group) => file.append(group)))).flat();
				expect(await Promise.all(positions.map((position) => file.read(position)))).toEqual(groups.flat());
				await file.close();
				expect((await reread()).lines).toEqual(groups.flat());
			}),
			{ numRuns: 40 },
		);
	});

	test('cut anywhere, keeps all whole lines, and puts the torn rest aside', async () => {
		const lines = ['{"a":1}', '{"text":"ü and 𝄞"}', '[1,2,3]', '"last"'];
		const whole = Buffer.concat(lines.map(encodeLine));
		const ends = lines.map((_, index) => Buffer.concat(lines.slice(0, index + 1).map(encodeLine)).length);
		for (let length = 0; length <= whole.length; length++) {
			for (const name of readdirSync(folder)) rmSync(join(folder, name));
			writeFileSync(path, whole.subarray(0, length));
			const kept = ends.filter((end) => end <= length).length;
			expect((await reread()).lines).toEqual(lines.slice(0, kept));
			const torn = whole.subarray(ends[kept - 1] ?? 0, length);
			expect(asides().map((name) => readFileSync(join(folder, name)).equals(torn))).toEqual(torn.length > 0 ? [true] : []);
		}
	});

	test('goes on after a torn end as if it had never been there', async () => {
		writeFileSync(path, Buffer.concat([encodeLine('1'), encodeLine('2').subarray(0, 5)]));
		const { file } = await open();
		expect(file.notes[0]).toMatch(/was not written whole before.*kept as file\.jsonl\..*\.damaged/);
		await file.append(['3']);
		await file.close();
		expect(await reread()).toEqual({ lines: ['1', '3'], notes: [] });
	});

	test('where lines build on each other, all after a damaged one are put aside', async () => {
		writeFileSync(path, Buffer.concat([encodeLine('1'), Buffer.from('00000000 2\n'), encodeLine('3')]));
		expect((await reread()).lines).toEqual(['1']);
		expect(asides().map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual([`00000000 2\n${encodeLine('3').toString()}`]);
	});

	test('where lines stand alone, only the damaged one is lost, and it is said', async () => {
		writeFileSync(path, Buffer.concat([encodeLine('1'), Buffer.from('00000000 2\n'), encodeLine('3')]));
		const { lines, notes } = await reread(true);
		expect(lines).toEqual(['1', '3']);
		expect(notes).toEqual(['1 damaged line in file.jsonl cannot be read.']);
	});

	test('a line longer than any chunk read at once is one line', async () => {
		const long = JSON.stringify('x'.repeat(3_000_000));
		const { file } = await open();
		await file.append(['1', long, '2']);
		await file.close();
		expect((await reread()).lines).toEqual(['1', long, '2']);
	});

	test('a line that was damaged on disk since is an error when it is read', async () => {
		const { file } = await open();
		const [position] = await file.append(['{"a":1}']);
		truncateSync(path, 0);
		appendFileSync(path, Buffer.alloc(30));
		await expect(file.read(position as NonNullable<typeof position>)).rejects.toThrow(/damaged/);
		await file.close();
	});
});
