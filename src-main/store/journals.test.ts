import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Change, JournalLine, Revision, Scope } from '../../src-shared/schemas/journal.ts';
import { linesBeforeSnapshot } from './journal.ts';
import { createJournals, type Journals } from './journals.ts';
import { decodeLine, encodeLine } from './lines.ts';

const blank: Revision = { rev: 0, lastId: null };
const scope: Scope = 'workshop-w';
let folder: string;
let journals: Journals;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'longview-journals-'));
	journals = createJournals(folder);
});
afterEach(async () => {
	vi.useRealTimers();
	await journals.close();
	rmSync(folder, { recursive: true, force: true });
});

const at = (...parts: string[]) => join(folder, 'journals', scope, ...parts);
const line = (id: string, key = id, name: string | null = id): JournalLine => {
	const change: Change = { table: 'cards', key, before: null, after: name === null ? null : { id: key, name } };
	return { id, stepId: id, at: '2026-01-01T00:00:00.000Z', label: id, changes: [change] };
};
const lines = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => line(`l${from + index}`, `c${(from + index) % 7}`));
const base = (rev: number): Revision => ({ rev, lastId: rev === 0 ? null : `l${rev}` });
const snapshotNames = () => readdirSync(at('snapshots')).sort();

async function reopen(): Promise<void> {
	await journals.close();
	journals = createJournals(folder);
}

/** The state a reader rebuilds from what it is given. */
async function rebuilt(): Promise<Record<string, unknown>> {
	const { snapshot, lines } = await journals.read(scope, null);
	const cards = new Map((snapshot?.records['cards'] ?? []).map((card) => [String(card['id']), card['name']]));
	for (const { changes } of lines) for (const { key, after } of changes) cards.set(key, (after as { name: string } | null)?.name);
	return Object.fromEntries([...cards].sort());
}

async function appendThousand(): Promise<void> {
	for (let rev = 0; rev < 2 * linesBeforeSnapshot; rev += 100) await journals.append(scope, base(rev), lines(rev + 1, rev + 100));
	// An append is answered before its snapshot is taken; a look comes after both.
	await journals.list();
}

describe('a journal', () => {
	test('is empty before its first line, and asking makes no folder', async () => {
		expect(await journals.read(scope, null)).toEqual({ ...blank, snapshot: null, lines: [], notes: [] });
		expect(await journals.list()).toEqual([]);
		expect(existsSync(at())).toBe(false);
	});

	test('stands where it stood after it is opened again', async () => {
		await journals.append(scope, blank, lines(1, 3));
		await reopen();
		expect(await journals.read(scope, 1)).toEqual({ rev: 3, lastId: 'l3', snapshot: null, lines: lines(2, 3), notes: [] });
		expect(await journals.append(scope, base(3), lines(4, 4))).toEqual({ rev: 4, lastId: 'l4', conflict: false });
	});

	test('of two senders on the same base takes one and tells the other', async () => {
		const answers = await Promise.all([journals.append(scope, blank, [line('a')]), journals.append(scope, blank, [line('b')])]);
		expect(answers).toEqual([
			{ rev: 1, lastId: 'a', conflict: false },
			{ rev: 1, lastId: 'a', conflict: true },
		]);
		expect((await journals.read(scope, null)).lines).toEqual([line('a')]);
	});

	test('gives everything to a reader that is ahead of it', async () => {
		await journals.append(scope, blank, lines(1, 3));
		expect((await journals.read(scope, 9)).lines).toHaveLength(3);
	});
});

describe('snapshots', () => {
	test('stand in for the journal’s start, with the period before kept beside them', async () => {
		await appendThousand();
		expect(snapshotNames()).toEqual(['000000000500.snapshot', '000000001000.snapshot']);
		const { snapshot, lines: after, rev } = await journals.read(scope, null);
		expect([snapshot?.rev, after.length, rev]).toEqual([1000, 0, 1000]);
		const kept = readFileSync(at('journal.jsonl'), 'utf8').trimEnd().split('\n');
		expect(kept).toHaveLength(1 + linesBeforeSnapshot);
		expect((await journals.read(scope, 500)).lines).toHaveLength(500);
		expect((await journals.read(scope, 499)).snapshot?.rev).toBe(1000);
	});

	test('lead to the same state as all lines would, over reopening and further lines', async () => {
		await appendThousand();
		await reopen();
		await journals.append(scope, base(1000), [line('l1001', 'c1', null), line('l1002', 'fresh', 'new')]);
		const expected: Record<string, unknown> = { fresh: 'new' };
		for (const { changes } of lines(1, 1000)) for (const { key, after } of changes) expected[key] = (after as { name: string }).name;
		expected['c1'] = undefined;
		expect(await rebuilt()).toEqual(expected);
		await reopen();
		expect(await rebuilt()).toEqual(expected);
	});

	test('that are damaged are passed over for the one before', async () => {
		await appendThousand();
		const before = await rebuilt();
		await journals.close();
		appendFileSync(at('snapshots', '000000001000.snapshot'), 'x');
		journals = createJournals(folder);
		expect((await journals.read(scope, null)).snapshot?.rev).toBe(500);
		expect(await rebuilt()).toEqual(before);
	});

	test('that are all damaged are a sentence, and nothing is written over what is left', async () => {
		await appendThousand();
		await journals.close();
		for (const name of snapshotNames()) writeFileSync(at('snapshots', name), 'x');
		const journal = readFileSync(at('journal.jsonl'));
		journals = createJournals(folder);
		await expect(journals.read(scope, null)).rejects.toThrow(/snapshots in .* are damaged or missing/);
		expect((await journals.list())[0]?.error).toMatch(/damaged or missing/);
		expect(readFileSync(at('journal.jsonl')).equals(journal)).toBe(true);
	});

	test('still hold the state where the journal itself is lost', async () => {
		await appendThousand();
		const before = await rebuilt();
		await journals.close();
		rmSync(at('journal.jsonl'));
		journals = createJournals(folder);
		expect(await rebuilt()).toEqual(before);
		expect(await journals.append(scope, base(1000), lines(1001, 1001))).toMatchObject({ rev: 1001, conflict: false });
	});

	test('are taken five minutes after a change, and not again while nothing changes', async () => {
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		await journals.append(scope, blank, lines(1, 1));
		vi.advanceTimersByTime(5 * 60_000 - 1);
		await journals.read(scope, null);
		expect(snapshotNames()).toEqual([]);
		vi.advanceTimersByTime(1);
		await journals.read(scope, null);
		expect(snapshotNames()).toEqual(['000000000001.snapshot']);
		expect(vi.getTimerCount()).toBe(0);
	});

	test('ten are kept', async () => {
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		for (let rev = 0; rev < 12; rev++) {
			await journals.append(scope, base(rev), lines(rev + 1, rev + 1));
			vi.advanceTimersByTime(5 * 60_000);
			await journals.read(scope, null);
		}
		expect(snapshotNames().map((name) => Number.parseInt(name, 10))).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
	});
});

describe('damage and newer versions', () => {
	test('what a crash left half written beside the journal is cleared away', async () => {
		await journals.append(scope, blank, lines(1, 2));
		await journals.close();
		writeFileSync(at('.journal.jsonl.abc.tmp'), 'x');
		writeFileSync(at('snapshots', '.000000000002.snapshot.abc.tmp'), 'x');
		journals = createJournals(folder);
		await journals.read(scope, null);
		expect(readdirSync(at(), { recursive: true }).sort()).toEqual(['journal.jsonl', 'snapshots']);
	});

	test('a torn last line is put aside and told, and the journal goes on', async () => {
		await journals.append(scope, blank, lines(1, 2));
		await journals.close();
		appendFileSync(at('journal.jsonl'), encodeLine('{"id":"torn"}').subarray(0, 15));
		journals = createJournals(folder);
		const { rev, notes } = await journals.read(scope, null);
		expect([rev, notes]).toEqual([2, [expect.stringMatching(/end of journal\.jsonl \(15 bytes\).*kept as/)]]);
		expect(await journals.append(scope, base(2), lines(3, 3))).toMatchObject({ rev: 3, conflict: false });
		await journals.forget(scope);
		expect(readdirSync(at()).filter((name) => name.endsWith('.damaged'))).toEqual([]);
	});

	test.each([
		['journal', (path: string) => appendFileSync(path, encodeLine(JSON.stringify({ ...line('new'), changes: [{ table: 'of a later version', key: 'x', before: null, after: {} }] })))],
		['journal', (path: string) => writeFileSync(path, encodeLine(JSON.stringify({ format: 'longview-journal', version: 2, start: blank })))],
	])('a %s that was written by a newer Longview is refused and left as it is', async (what, change) => {
		await journals.append(scope, blank, lines(1, 2));
		await journals.close();
		change(at('journal.jsonl'));
		const before = readFileSync(at('journal.jsonl'));
		journals = createJournals(folder);
		await expect(journals.read(scope, null)).rejects.toThrow(new RegExp(`${what} written by a newer Longview`));
		await expect(journals.append(scope, base(2), lines(3, 3))).rejects.toThrow(/newer Longview/);
		expect(readFileSync(at('journal.jsonl')).equals(before)).toBe(true);
		expect(readdirSync(at())).toEqual(['journal.jsonl', 'snapshots']);
	});

	test('so is a newer snapshot', async () => {
		await journals.append(scope, blank, lines(1, 2));
		await journals.forget(scope);
		await journals.close();
		const path = at('snapshots', '000000000002.snapshot');
		const snapshot = JSON.parse(decodeLine(readFileSync(path))?.toString() ?? '') as object;
		writeFileSync(path, encodeLine(JSON.stringify({ ...snapshot, version: 2 })));
		journals = createJournals(folder);
		await expect(journals.read(scope, null)).rejects.toThrow(/snapshot written by a newer Longview/);
		expect((await journals.list())[0]).toMatchObject({ scope, error: expect.stringMatching(/newer Longview/) as string });
	});

	test('a disk that refuses fails the request, takes nothing in memory for written, and works again once it can', async () => {
		await journals.append(scope, blank, lines(1, 2));
		await journals.close();
		rmSync(at('journal.jsonl'));
		mkdirSync(at('journal.jsonl'));
		journals = createJournals(folder);
		await expect(journals.append(scope, base(2), lines(3, 3))).rejects.toThrow(/is a folder/);
		rmSync(at('journal.jsonl'), { recursive: true });
		expect(await journals.append(scope, blank, lines(1, 1))).toMatchObject({ rev: 1, conflict: false });
	});
});
