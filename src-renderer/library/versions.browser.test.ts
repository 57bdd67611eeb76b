import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyFold, foldLine, snapshotOf } from '../../src-shared/domain/fold.ts';
import { newId } from '../../src-shared/domain/ids.ts';
import type { ParsedDocument } from '../../src-shared/schemas/document.ts';
import type { ImportBatch } from '../../src-shared/schemas/importBatch.ts';
import type { JournalLine, Revision, Scope, Snapshot } from '../../src-shared/schemas/journal.ts';
import type { Workshop } from '../../src-shared/schemas/records.ts';
import type { App } from '../context.ts';
import { adoptWorkshopFile } from '../db/adopt.ts';
import { placing } from '../db/cardUse.ts';
import { created } from '../db/changes.ts';
import { collectWorkshop } from '../db/collect.ts';
import { openDatabase, type Database } from '../db/database.ts';
import { Intake, type TakenBatch } from '../db/index/intake.ts';
import { Keeper } from '../db/index/keeper.ts';
import { CannotUndo, Ledger } from '../db/ledger.svelte.ts';
import { Records } from '../db/records.svelte.ts';
import { Sync, type JournalApi } from '../db/sync.svelte.ts';
import { Desk } from '../desk.svelte.ts';
import { draftOf } from './cardDraft.ts';
import { editCard, removeCard, removeSource } from './commands.ts';
import { aDocument, aParsedCard } from './testRecords.ts';
import { keepBoth, whatChanged } from './versions.ts';

/** The disk, kept in memory: journals, the last of them as a snapshot where a test asks for one, and documents. */
class MemoryDisk implements JournalApi {
	lines = new Map<Scope, JournalLine[]>();
	documents = new Map<string, ParsedDocument>();
	asSnapshots = false;

	#tip = (scope: Scope): Revision => ({ rev: this.lines.get(scope)?.length ?? 0, lastId: this.lines.get(scope)?.at(-1)?.id ?? null });
	list = () => Promise.resolve([...this.lines.keys()].map((scope) => ({ scope, ...this.#tip(scope), error: null, removed: false })));
	read(scope: Scope, since: number | null) {
		const lines = this.lines.get(scope) ?? [];
		return Promise.resolve({ ...this.#tip(scope), ...(this.asSnapshots ? { snapshot: this.#snapshot(scope), lines: [] } : { snapshot: null, lines: lines.slice(since ?? 0) }) });
	}
	#snapshot(scope: Scope): Snapshot {
		const state = emptyFold();
		for (const line of this.lines.get(scope) ?? []) foldLine(state, line);
		return JSON.parse(JSON.stringify(snapshotOf(state, scope, this.#tip(scope), 'now'))) as Snapshot;
	}
	append(scope: Scope, base: Revision, lines: JournalLine[]): Promise<Revision | 'conflict'> {
		const tip = this.#tip(scope);
		if (base.rev !== tip.rev || base.lastId !== tip.lastId) return Promise.resolve('conflict');
		this.lines.set(scope, [...(this.lines.get(scope) ?? []), ...(JSON.parse(JSON.stringify(lines)) as JournalLine[])]);
		return Promise.resolve(this.#tip(scope));
	}
	document = (hash: string) => (this.documents.has(hash) ? Promise.resolve(this.documents.get(hash)!) : Promise.reject(Object.assign(new Error('Not there.'), { status: 404 })));
}

interface Computer {
	database: Database;
	records: Records;
	ledger: Ledger;
	sync: Sync;
	app: App;
	disk: MemoryDisk;
}

const [first, second, third] = ['a'.repeat(32), 'b'.repeat(32), 'c'.repeat(32)] as [string, string, string];
const file = 'pages/water.md';
const page = (hash: string, names: string[], more: Partial<ParsedDocument> = {}) => aDocument({
	hash, file, title: 'Water', shape: 'signal page', text: `The text of ${hash[0]}`,
	cards: names.map((name, at) => aParsedCard({ name, description: `${name}, as ${hash[0]} says`, line: at + 10 })), ...more,
});
const versionOne = page(first, ['Dry rivers', 'Rain gardens', 'Salt in fields', 'Low wells']);
const versionTwo = page(second, ['New dams', 'Dry rivers', 'Rain gardens', 'Low wells']);
const workshop = (id: string): Workshop => ({ id, title: `Workshop ${id}`, question: '', baseYear: 2026, lanes: [{ id: 'a', name: 'A' }], createdAt: '2026-01-01T00:00:00.000Z' });
const placement = { at: 3, laneId: 'a', height: 0 };

let computers: Computer[];
let here: Computer;

async function computer(disk = new MemoryDisk()): Promise<Computer> {
	const database = await openDatabase(`versions-${newId()}`);
	const records = new Records();
	const sync = new Sync(database, disk);
	const ledger = new Ledger({ database, records, fetchDocument: disk.document, onLines: () => undefined });
	const opened = { database, records, ledger, sync, disk, app: { database, records, ledger, desk: new Desk() } as App };
	computers.push(opened);
	return opened;
}

/** As the library's worker takes an import, in this thread. */
async function imports({ database, ledger, disk, records }: Computer, ...documents: ParsedDocument[]): Promise<TakenBatch> {
	for (const document of documents) disk.documents.set(document.hash, document);
	const keeper = new Keeper(database, () => undefined);
	await keeper.start();
	const batch: ImportBatch = {
		n: 0, documents, unread: [], sheets: [], skipped: [], progress: { done: documents.length, total: documents.length, currentFile: null }, finished: true, cancelled: false,
	};
	const ask = (path: string) => (path.startsWith('documents/') ? disk.document(path.slice('documents/'.length)) : Promise.resolve(batch));
	const intake = new Intake(database, keeper, { postMessage: () => undefined }, ask);
	const job = { address: 'job/', documents: 'documents/', headers: {}, workshopId: records.openWorkshopId, stepId: newId(), before: 0, windowId: ledger.windowId };
	let heard: TakenBatch | undefined;
	await ledger.follow((stored) => intake.take(job, (taken) => {
		heard = taken;
		stored(taken.changes, new Map(taken.sources.map((source) => [source.id, { source, text: { id: source.id, text: '' }, cards: taken.cards.filter(({ sourceId }) => sourceId === source.id) }])));
	}));
	keeper.close();
	await ledger.loadHistory();
	return heard!;
}

/** Everything that the library and the workshops hold. */
async function all({ database }: Computer) {
	const tables = ['sources', 'texts', 'cards', 'workshops', 'workshopSources', 'workshopCards', 'rounds', 'scenarios'];
	const rows = await Promise.all(tables.map((table) => database.table(table).toArray() as Promise<{ id: string }[]>));
	return Object.fromEntries(tables.map((table, at) => [table, [...rows[at]!].sort((a, b) => (a.id < b.id ? -1 : 1))]));
}
/** A browser profile that has nothing yet and is brought up from the disk. */
async function rebuilt({ disk, sync }: Computer, asSnapshots: boolean) {
	await sync.flush();
	disk.asSnapshots = asSnapshots;
	const other = await computer(disk);
	await other.sync.recover();
	disk.asSnapshots = false;
	return all(other);
}
async function expectSameFromDisk(from: Computer) {
	const now = JSON.parse(JSON.stringify(await all(from))) as unknown;
	for (const asSnapshots of [false, true]) expect(JSON.parse(JSON.stringify(await rebuilt(from, asSnapshots)))).toEqual(now);
}
const cardOf = (of: Computer, id: string) => of.database.cards.get(id);

beforeEach(async () => {
	computers = [];
	here = await computer();
	await here.ledger.commit({ label: 'Start', undoable: false, changes: [created('workshops', workshop('w')), created('workshops', workshop('other'))] });
	await here.records.loadWorkshop(here.database, 'w');
	await imports(here, versionOne);
	await here.records.fetch(here.database, [1, 2, 3, 4].map((n) => `${first}-${n}`));
	await here.ledger.commit({ label: 'Place', changes: placing(here.records, new Map([[`${first}-1`, placement], [`${first}-3`, placement]])) });
	const rain = here.records.cards.get(`${first}-2`)!;
	await editCard(here.app, rain.id, { ...draftOf(rain), description: 'What we say of them' });
});
afterEach(async () => {
	for (const { ledger, database } of computers) {
		ledger.close();
		await database.delete();
	}
});

test('a newer version takes over what people did, in one step that undo takes back exactly', async () => {
	const before = await all(here);
	const taken = await imports(here, versionTwo);
	expect(taken.fresh[0]?.newer).toMatchObject({ earlierId: first, changed: 3, added: 1, gone: 1 });
	const after = await all(here);
	expect(await cardOf(here, `${first}-1`)).toMatchObject({ name: 'Dry rivers', description: 'Dry rivers, as b says', sourceId: second, line: 11 });
	expect(await cardOf(here, `${first}-2`)).toMatchObject({ name: 'Rain gardens', description: 'What we say of them', sourceId: second, line: 12 });
	expect((await cardOf(here, `${first}-3`))?.sourceId).toBe(first);
	expect((await here.database.cards.where('sourceId').equals(second).primaryKeys()).sort()).toEqual([`${first}-1`, `${first}-2`, `${second}-1`, `${second}-4`]);
	expect((await here.database.workshopCards.get(`w/${first}-1`))?.placement).toEqual(placement);
	expect((await here.database.workshopSources.toArray()).map(({ id }) => id)).toEqual([`w/${second}`]);
	expect([here.records.newer.get(first)?.id, here.records.cards.get(`${first}-1`)?.sourceId, here.records.cards.has(`${second}-2`)]).toEqual([second, second, false]);
	await expectSameFromDisk(here);

	expect(await here.ledger.undo()).toBe('Import 1 document');
	expect(await all(here)).toEqual(before);
	expect(here.records.cards.get(`${first}-1`)?.sourceId).toBe(first);
	await expectSameFromDisk(here);
	await here.ledger.redo();
	expect(await all(here)).toEqual(after);
	await expectSameFromDisk(here);
});

test('what another workshop uses goes over too, and does not keep the import from being undone', async () => {
	await here.records.loadWorkshop(here.database, 'other');
	await here.records.fetch(here.database, [`${first}-4`]);
	await here.ledger.commit({ label: 'Place', changes: placing(here.records, new Map([[`${first}-4`, placement]])) });
	await here.records.loadWorkshop(here.database, 'w');
	await here.ledger.loadHistory();
	await imports(here, versionTwo);
	expect((await cardOf(here, `${first}-4`))?.sourceId).toBe(second);
	await here.ledger.undo();
	expect((await cardOf(here, `${first}-4`))?.sourceId).toBe(first);
});

test('documents of one import are versions of what was there, never of one another', async () => {
	const twin = page(third, ['Dry rivers']);
	const taken = await imports(here, versionTwo, twin);
	expect(taken.fresh.map(({ newer }) => newer?.earlierId)).toEqual([first, undefined]);
	expect((await here.database.sources.toArray()).map(({ id, earlier }) => [id, earlier])).toEqual([[first, undefined], [second, first], [third, undefined]]);
});

test('a file without a folder is a newer version only where it resembles the one of its name', async () => {
	const loose = (hash: string, names: string[]) => page(hash, names, { file: 'notes.md', text: names.join(' and ') });
	await imports(here, loose(second, ['One', 'Two', 'Three']));
	expect((await imports(here, loose(third, ['Four', 'Five', 'Six']))).fresh[0]?.newer).toBeUndefined();
	const again = loose('d'.repeat(32), ['Four', 'Five', 'Seven']);
	expect((await imports(here, again)).fresh[0]?.newer).toMatchObject({ earlierId: third });
});

test('the earlier version again is known, stays what it is, and is not read', async () => {
	await imports(here, versionTwo);
	const before = await all(here);
	const taken = await imports(here, versionOne);
	expect([taken.fresh.length, taken.known[0]]).toEqual([0, { id: first, file, title: 'Water', nowRead: false, isEarlier: true }]);
	expect(await all(here)).toEqual(before);
});

test('what changed is told from the documents as they were read', async () => {
	await imports(here, versionTwo);
	const diff = await whatChanged(here.app, second, here.disk.document);
	expect(diff.changed.map(({ cardId, fields }) => [cardId, fields.map(({ field, isKept }) => [field, isKept])])).toEqual([
		[`${first}-1`, [['description', false]]], [`${first}-2`, [['description', true]]], [`${second}-4`, [['description', false]]],
	]);
	expect([diff.added.map(({ name }) => name), diff.gone.map(({ name, stays }) => [name, stays]), diff.moved]).toEqual([['New dams'], [['Salt in fields', true]], 2]);
});

test('keeping both gives each version its own cards and readers, and undo makes one of them again', async () => {
	await imports(here, versionTwo);
	const after = await all(here);
	await keepBoth(here.app, second, here.disk.document);
	expect((await here.database.sources.get(second))?.earlier).toBeUndefined();
	expect(here.records.newer.size).toBe(0);
	expect((await here.database.cards.where('sourceId').equals(second).primaryKeys()).sort()).toEqual([1, 2, 3, 4].map((n) => `${second}-${n}`));
	expect(await cardOf(here, `${first}-2`)).toMatchObject({ description: 'What we say of them', sourceId: first, line: 11 });
	expect((await here.database.workshopSources.toArray()).map(({ id }) => id)).toEqual([`w/${first}`, `w/${second}`]);
	await expectSameFromDisk(here);
	await here.ledger.undo();
	expect(await all(here)).toEqual(after);
	await expectSameFromDisk(here);
});

test('a document leaves with its earlier versions, and comes back with them and all that people did', async () => {
	await here.ledger.commit({ label: 'Take off', changes: (await here.database.workshopCards.toArray()).map((use) => ({ table: 'workshopCards' as const, key: use.id, before: { ...use }, after: null })) });
	await imports(here, versionTwo);
	await here.records.fetch(here.database, [`${second}-4`]);
	await removeCard(here.app, `${second}-4`);
	const before = await all(here);
	await removeSource(here.app, here.records.sources.get(second)!);
	expect([await here.database.sources.count(), await here.database.cards.count(), here.records.sources.size]).toEqual([0, 0, 0]);
	await expectSameFromDisk(here);
	await here.ledger.undo();
	expect(await all(here)).toEqual(before);
	await expectSameFromDisk(here);
});

test('the earlier version leaves alone, without the cards that the newer one took over', async () => {
	await here.ledger.commit({ label: 'Take off', changes: (await here.database.workshopCards.toArray()).map((use) => ({ table: 'workshopCards' as const, key: use.id, before: { ...use }, after: null })) });
	await imports(here, versionTwo);
	const before = await all(here);
	await removeSource(here.app, here.records.sources.get(first)!);
	expect((await here.database.sources.toArray()).map(({ id, earlier }) => [id, earlier])).toEqual([[second, undefined]]);
	expect((await here.database.cards.toArray()).map(({ id }) => id).sort()).toEqual([`${first}-2`, `${second}-1`, `${second}-2`, `${second}-4`]);
	await expectSameFromDisk(here);
	await here.ledger.undo();
	expect(await all(here)).toEqual(before);
	await expectSameFromDisk(here);
});

test('a document is not undone away from under its newer version', async () => {
	await here.records.loadWorkshop(here.database, 'other');
	await imports(here, versionTwo);
	await here.records.loadWorkshop(here.database, 'w');
	await here.ledger.loadHistory();
	await here.ledger.undo().catch(() => undefined);
	await here.ledger.undo().catch(() => undefined);
	await expect(here.ledger.undo()).rejects.toThrow(CannotUndo);
	expect(await here.database.sources.count()).toBe(2);
});

test('a workshop file carries both versions to another computer, where they are the same', async () => {
	await imports(here, versionTwo);
	const file = await collectWorkshop(here.database, 'w');
	expect(file.sources.map(({ id }) => id).sort()).toEqual([first, second]);
	const there = await computer();
	await adoptWorkshopFile(there, file, (documents) => {
		for (const document of documents) there.disk.documents.set(document.hash, document);
		return Promise.resolve();
	});
	const pick = async (of: Computer) => {
		const { sources, cards, workshopCards, workshopSources } = await all(of);
		return JSON.parse(JSON.stringify({ sources, cards, workshopCards, workshopSources })) as unknown;
	};
	expect(await pick(there)).toEqual(await pick(here));
	await expectSameFromDisk(there);
	await there.records.loadWorkshop(there.database, 'w');
	await there.records.loadSources(there.database);
	await keepBoth(there.app, second, there.disk.document);
	expect(await cardOf(there, `${first}-1`)).toMatchObject({ sourceId: first, name: 'Dry rivers' });
	expect(await cardOf(there, `${second}-2`)).toMatchObject({ sourceId: second, name: 'Dry rivers', description: 'Dry rivers, as b says' });
});
