/** What was acknowledged is there after a kill, and a full disk leaves every file as it was. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createDocuments } from '../../src-main/store/documents.ts';
import { createJournals } from '../../src-main/store/journals.ts';
import { writeWhole } from '../../src-main/store/wholeFile.ts';
import { readDocument } from '../../src-main/imports/readDocument.ts';
import type { JournalLine } from '../../src-shared/schemas/journal.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'longview-durable-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const sample = readDocument(Buffer.from('A short article about wards. It has two sentences.'), 'ward.txt');

/** @returns what the process had acknowledged when it was killed, after at least `count` lines. */
async function appendAndKill(count: number): Promise<string[]> {
	const script = join(import.meta.dirname, 'appendUntilKilled.ts');
	const child = spawn(process.execPath, ['--import', 'tsx', script, folder, JSON.stringify(sample)], { stdio: ['ignore', 'pipe', 'inherit'] });
	const said: string[] = [];
	for await (const line of createInterface({ input: child.stdout })) {
		said.push(line);
		if (said.length === count) child.kill('SIGKILL');
	}
	return said;
}

describe('a process killed in mid-append', () => {
	test('has kept every line and document that it acknowledged, time after time', async () => {
		// One of the kills falls after the journal's start has given way to a snapshot.
		const acknowledged: string[] = [];
		for (const count of [1, 40, 7, 520, 13]) {
			acknowledged.push(...(await appendAndKill(count)));
			const journals = createJournals(folder);
			const documents = createDocuments(folder);
			const { snapshot, lines, rev } = await journals.read('library', null);
			const cards = new Set([...(snapshot?.records['cards'] ?? []).map((card) => card['id']), ...lines.map(({ id }) => id)]);
			for (const said of acknowledged) {
				const [id, hash = ''] = said.split(' ');
				expect(cards).toContain(id);
				expect((await documents.get(hash))?.text).toBe(sample.text);
			}
			expect(rev).toBeGreaterThanOrEqual(acknowledged.length);
			await Promise.all([journals.close(), documents.close()]);
		}
	}, 60_000);
});

/** A disk of one megabyte, where this user may mount one. */
function smallDisk(): { path: string; remove: () => void } | null {
	const path = mkdtempSync(join(tmpdir(), 'longview-small-'));
	try {
		execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', path], { stdio: 'ignore' });
	} catch {
		rmSync(path, { recursive: true });
		return null;
	}
	const remove = () => {
		execFileSync('umount', [path]);
		rmSync(path, { recursive: true });
	};
	return { path, remove };
}

const disk = smallDisk();
disk?.remove();

// Only root may mount; elsewhere the disk cannot be filled without harm.
describe.skipIf(disk === null)('a full disk', () => {
	let small: NonNullable<ReturnType<typeof smallDisk>>;
	beforeEach(() => {
		small = smallDisk() as typeof small;
	});
	afterEach(() => small.remove());

	const fill = (): void => {
		for (let size = 1 << 20; size > 0; size >>= 1) {
			try {
				writeFileSync(join(small.path, `fill-${size}`), Buffer.alloc(size));
			} catch {
				// As full as it gets at this size; smaller pieces fill the rest.
			}
		}
	};
	const free = (): void => {
		for (const name of readdirSync(small.path).filter((file) => file.startsWith('fill-'))) rmSync(join(small.path, name));
	};
	const line = (id: string, size: number): JournalLine => ({ id, stepId: id, at: '2026-01-01T00:00:00Z', label: 'x'.repeat(size), changes: [] });

	test('leaves the file that was to be replaced as it was, and says so', async () => {
		const path = join(small.path, 'report.pdf');
		await writeWhole(path, 'good');
		await expect(writeWhole(path, Buffer.alloc(2 << 20))).rejects.toThrow(`The disk is full, so ${path} was not written. Free some space and try again.`);
		expect(readFileSync(path, 'utf8')).toBe('good');
		expect(readdirSync(small.path)).toEqual(['report.pdf']);
	});

	test('refuses lines with a sentence, keeps those before, and takes the refused ones once there is space', async () => {
		const journals = createJournals(small.path);
		await journals.append('library', { rev: 0, lastId: null }, [line('a', 10)]);
		fill();
		const base = { rev: 1, lastId: 'a' };
		await expect(journals.append('library', base, [line('b', 100_000)])).rejects.toThrow(/The disk is full/);
		expect((await journals.read('library', null)).lines.map(({ id }) => id)).toEqual(['a']);
		free();
		expect(await journals.append('library', base, [line('b', 100_000)])).toEqual({ rev: 2, lastId: 'b', conflict: false });
		await journals.close();
		const again = createJournals(small.path);
		const { lines, notes } = await again.read('library', null);
		expect([lines.map(({ id }) => id), notes]).toEqual([['a', 'b'], []]);
		await again.close();
	});
});
