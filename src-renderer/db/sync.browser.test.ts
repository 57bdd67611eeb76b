import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '../../src-shared/domain/ids.ts';
import type { ParsedDocument } from '../../src-shared/schemas/document.ts';
import type { JournalLine, Revision, Scope } from '../../src-shared/schemas/journal.ts';
import type { Workshop } from '../../src-shared/schemas/records.ts';
import { changed, created } from './changes.ts';
import { openDatabase, type Database } from './database.ts';
import { Ledger } from './ledger.svelte.ts';
import { Records } from './records.svelte.ts';
import { Sync, type JournalApi } from './sync.svelte.ts';

/** The disk as the API shows it, kept in memory: revisions, conflicts and repeated lines behave as the journals' do. */
class MemoryDisk implements JournalApi {
	lines = new Map<Scope, JournalLine[]>();
	removed = new Set<Scope>();
	reachable = true;
	/** What was found damaged at opening. */
	notes: string[] = [];

	#tip(scope: Scope): Revision {
		const lines = this.lines.get(scope) ?? [];
		return { rev: lines.length, lastId: lines.at(-1)?.id ?? null };
	}
	list() {
		const there = [...this.lines.keys()].map((scope) => ({ scope, ...this.#tip(scope), error: null, removed: false }));
		const gone = [...this.removed].map((scope) => ({ scope, rev: 0, lastId: null, error: null, removed: true }));
		return Promise.resolve([...there, ...gone]);
	}
	read(scope: Scope, since: number | null) {
		return Promise.resolve({ ...this.#tip(scope), snapshot: null, lines: (this.lines.get(scope) ?? []).slice(since ?? 0), notes: this.notes });
	}
	append(scope: Scope, base: Revision, lines: JournalLine[]): Promise<Revision | 'conflict'> {
		if (!this.reachable) return Promise.reject(new Error('The disk is full.'));
		const tip = this.#tip(scope);
		if (base.rev !== tip.rev || base.lastId !== tip.lastId) return Promise.resolve('conflict');
		this.lines.set(scope, [...(this.lines.get(scope) ?? []), ...lines]);
		return Promise.resolve(this.#tip(scope));
	}
	document(): Promise<ParsedDocument> {
		return Promise.reject(new Error('No document is expected here.'));
	}
}

interface Window {
	database: Database;
	records: Records;
	ledger: Ledger;
	sync: Sync;
}

const frame: Workshop = {
	id: 'w', title: 'One', question: '', baseYear: 2026, lanes: [{ id: 'a', name: 'A' }], createdAt: '2026-01-01T00:00:00.000Z',
};
let disk: MemoryDisk;
let windows: Window[];

/** A browser profile of its own, as another host on the same data folder has. */
async function openWindow(): Promise<Window> {
	const database = await openDatabase(`sync-${newId()}`);
	const records = new Records();
	const sync = new Sync(database, disk);
	const ledger = new Ledger({ database, records, fetchDocument: disk.document, onLines: () => undefined });
	const opened = { database, records, ledger, sync };
	windows.push(opened);
	return opened;
}
const rename = ({ ledger, records }: Window, title: string) =>
	ledger.commit({ label: `Rename to ${title}`, changes: [changed('workshops', records.workshops.get('w')!, { title })] });
const labels = () => (disk.lines.get('workshop-w') ?? []).map((line) => line.label);

beforeEach(() => {
	disk = new MemoryDisk();
	windows = [];
});
afterEach(async () => {
	for (const { ledger, database } of windows) {
		ledger.close();
		await database.delete();
	}
});

async function started(): Promise<Window> {
	const first = await openWindow();
	await first.ledger.commit({ label: 'Start', changes: [created('workshops', frame)] });
	await first.sync.flush();
	return first;
}

test('what is committed reaches the disk in order and is then called saved', async () => {
	const first = await started();
	await rename(first, 'Two');
	await first.sync.flush();
	expect(labels()).toEqual(['Start', 'Rename to Two']);
	expect(first.sync.state.kind).toBe('saved');
	expect(await first.database.outbox.count()).toBe(0);
});

test('a disk that refuses is named, and the lines wait', async () => {
	const first = await started();
	disk.reachable = false;
	await rename(first, 'Two');
	await first.sync.flush();
	expect(first.sync.state).toEqual({ kind: 'failed', reason: 'The disk is full.' });
	expect(await first.database.outbox.count()).toBe(1);
	disk.reachable = true;
	await first.sync.flush();
	expect(labels()).toEqual(['Start', 'Rename to Two']);
});

test('what waits goes in requests that the host takes, and a line that is too long by itself goes alone', async () => {
	const first = await started();
	const sent: number[] = [];
	const append = disk.append.bind(disk);
	disk.append = (scope, base, lines) => {
		sent.push(lines.length);
		return append(scope, base, lines);
	};
	for (const millions of [7, 7, 7, 17, 1]) await rename(first, 'x'.repeat(millions * 500_000));
	await first.sync.flush();
	// Each line has the title before as well, and its own label.
	expect(sent.reduce((sum, count) => sum + count, 0)).toBe(5);
	expect(sent.length).toBeGreaterThan(2);
	expect(await first.database.outbox.count()).toBe(0);
});

test('an emptied browser store is rebuilt from the disk, and the facilitator is told', async () => {
	await started();
	const second = await openWindow();
	const told = await second.sync.recover();
	expect(await second.database.workshops.get('w')).toEqual(frame);
	expect(told).toEqual(['The disk was ahead of this window, so one workshop came back from the journal on disk.']);
	expect(await second.sync.recover()).toEqual([]);
});

test('what waited while another window wrote goes on top of it, and nothing of either is lost', async () => {
	const first = await started();
	const second = await openWindow();
	await second.sync.recover();
	await second.records.loadLibrary(second.database);
	await rename(second, 'Theirs');
	await second.sync.flush();
	await first.ledger.commit({ label: 'Ask', changes: [created('scenarios', {
		id: 's', workshopId: 'w', title: 'A world', narrative: '', horizonYear: 2036, cardIds: [], order: 0, createdAt: frame.createdAt,
	})] });
	await first.sync.flush();
	expect(labels()).toEqual(['Start', 'Rename to Theirs', 'Ask']);
	expect((await first.database.workshops.get('w'))?.title).toBe('Theirs');
	expect(await first.database.scenarios.count()).toBe(1);
});

test('a journal of equal length but another past (a backup put back) replaces what is here', async () => {
	const first = await started();
	disk.lines.set('workshop-w', [{ id: 'other', stepId: 'o', at: frame.createdAt, label: 'Start', changes: [created('workshops', { ...frame, title: 'Backup' })] }]);
	await first.sync.recover();
	expect((await first.database.workshops.get('w'))?.title).toBe('Backup');
});

test('a data folder that lost a workshop gets it back from the window', async () => {
	const first = await started();
	disk.lines.clear();
	const told = await first.sync.recover();
	await first.sync.flush();
	expect(told).toEqual(['The data folder had lost one workshop; it was written to disk again from this window.']);
	expect(labels()).toEqual(['Put back on disk']);
});

test('a workshop deleted elsewhere leaves this window too, and is not put back', async () => {
	const first = await started();
	disk.lines.clear();
	disk.removed.add('workshop-w');
	await first.sync.recover();
	await first.sync.flush();
	expect(await first.database.workshops.count()).toBe(0);
	expect(labels()).toEqual([]);
});

test('a journal that was damaged gets back what this window still has', async () => {
	const first = await started();
	await rename(first, 'Two');
	await rename(first, 'Three');
	await first.sync.flush();
	disk.lines.set('workshop-w', disk.lines.get('workshop-w')!.slice(0, 1));
	disk.notes = ['The end of journal.jsonl was not written whole before.'];
	expect(await first.sync.recover()).toEqual([expect.stringContaining('had lost one workshop')]);
	await first.sync.flush();
	expect(labels()).toEqual(['Start', 'Put back on disk']);
	expect(await first.database.workshops.get('w')).toMatchObject({ title: 'Three' });
	expect(disk.lines.get('workshop-w')!.at(-1)!.changes.at(-1)).toMatchObject({ table: 'workshops', after: { title: 'Three' } });
	expect(await first.sync.recover()).toEqual([]);
	await first.sync.flush();
});

test('a sound journal that is shorter is a backup that someone put back, and holds', async () => {
	const first = await started();
	await rename(first, 'Two');
	await first.sync.flush();
	disk.lines.set('workshop-w', disk.lines.get('workshop-w')!.slice(0, 1));
	await first.sync.recover();
	expect(await first.database.workshops.get('w')).toMatchObject({ title: 'One' });
});

test('a window that has nothing is told what of the disk was damaged', async () => {
	await started();
	disk.notes = ['2 damaged lines in journal.jsonl cannot be read.'];
	expect((await (await openWindow()).sync.recover())[0]).toBe('2 damaged lines in journal.jsonl cannot be read.');
});

test('a document that the disk has lost keeps nothing else from opening', async () => {
	const first = await openWindow();
	const hash = 'a'.repeat(32);
	await first.ledger.commit({ label: 'Start', changes: [created('workshops', frame)] });
	await first.sync.flush();
	const line = { id: 'd', stepId: 'd', at: '2026-01-01T00:00:00.000Z', label: 'Import', changes: [{ table: 'documents', key: hash, before: null, after: { importedAt: '2026-01-01T00:00:00.000Z' } } as const] };
	disk.lines.set('library', [line]);
	disk.document = () => Promise.reject(Object.assign(new Error('There is no document.'), { status: 404 }));
	const second = await openWindow();
	await second.sync.recover();
	expect(await second.database.workshops.get('w')).toMatchObject({ title: 'One' });
	expect(await second.database.sources.count()).toBe(0);
});
