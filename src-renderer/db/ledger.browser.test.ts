import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '../../src-shared/domain/ids.ts';
import type { ParsedDocument } from '../../src-shared/schemas/document.ts';
import type { Card, Workshop } from '../../src-shared/schemas/records.ts';
import { changed, created, removed } from './changes.ts';
import { openDatabase, type Database } from './database.ts';
import { CannotUndo, Ledger } from './ledger.svelte.ts';
import { Records } from './records.svelte.ts';

let database: Database;
let records: Records;
let ledger: Ledger;

const workshop = (id: string): Workshop => ({
	id, title: 'One', question: '', baseYear: 2026, lanes: [{ id: 'a', name: 'A' }], createdAt: '2026-01-01T00:00:00.000Z',
});
const card = (id: string, name: string): Card => ({
	id, kind: 'signal', name, nameIsMade: false, description: null, change: null, outlook: null, drivingForce: null, machineScore: null,
	sourceId: null, line: null, origin: 'handmade', passage: null, editedAt: null, createdAt: '2026-01-01T00:00:00.000Z',
});
/** A field that no schema asks about and that IndexedDB cannot take. */
const noClone = { extra: () => 'no clone' };
const parsed = (hash: string): ParsedDocument => ({
	hash, file: 'a.md', shape: 'article', title: 'A', titleIsMade: true, author: null, url: null, pageRef: null, publishedAt: null,
	provider: null, providerDomain: null, sections: [], links: [], milestones: [], keywords: [], themes: [], category: null, type: null,
	summary: null, topics: [], quality: null, heat: null, related: [], encoding: 'utf-8', repairs: [], warnings: [], text: 'A text',
	cards: [{ kind: 'issue', name: 'From A', nameIsMade: false, description: null, change: null, outlook: null, drivingForce: null, machineScore: 4, line: 1 }],
});

beforeEach(async () => {
	database = await openDatabase(`test-${newId()}`);
	records = new Records();
	const fetchDocument = (hash: string) => Promise.resolve(parsed(hash));
	ledger = new Ledger({ database, records, fetchDocument, onLines: () => undefined });
	await ledger.commit({ label: 'Start', changes: [created('workshops', workshop('w'))], undoable: false });
	await records.loadWorkshop(database, 'w');
	await ledger.loadHistory();
});
afterEach(async () => {
	ledger.close();
	await database.delete();
});

const addCard = (id: string, name = id) => ledger.commit({ label: `Add ${name}`, changes: [created('cards', card(id, name))] });

test('an action is in memory at once, and in IndexedDB with its line and its step when it resolves', async () => {
	const stored = addCard('c1');
	expect(records.cards.get('c1')?.name).toBe('c1');
	await stored;
	expect(await database.cards.get('c1')).toMatchObject({ name: 'c1' });
	expect((await database.outbox.toArray()).map((row) => [row.scope, row.line.label])).toEqual([
		['workshop-w', 'Start'], ['library', 'Add c1'],
	]);
	expect(ledger.done.map((row) => row.label)).toEqual(['Add c1']);
});

test('an action is told of as it begins and as it ends, stored or refused', async () => {
	const told: string[] = [];
	const watched = new Ledger({
		database, records, fetchDocument: () => Promise.reject(new Error('not asked')),
		onBegin: () => told.push('begins'), onLines: () => told.push('ends'),
	});
	const stored = watched.commit({ label: 'Add c1', changes: [created('cards', card('c1', 'c1'))] });
	expect(told).toEqual(['begins']);
	await stored;
	expect(told).toEqual(['begins', 'ends']);
	const refused = watched.commit({ label: 'Add a function', changes: [created('cards', { ...card('c2', 'c2'), ...noClone })] });
	await expect(refused).rejects.toThrow();
	await watched.undo();
	expect(await watched.undo()).toBe(null);
	expect(told).toEqual(['begins', 'ends', 'begins', 'ends', 'begins', 'ends', 'begins', 'ends']);
	watched.close();
});

test('undo takes a step back and redo takes it again, each as a journal line of its own', async () => {
	await addCard('c1', 'First');
	await ledger.commit({ label: 'Rename', changes: [changed('cards', records.cards.get('c1')!, { name: 'Second' })] });
	expect(await ledger.undo()).toBe('Rename');
	expect(records.cards.get('c1')?.name).toBe('First');
	expect(await ledger.undo()).toBe('Add First');
	expect(records.cards.has('c1')).toBe(false);
	expect(await database.cards.count()).toBe(0);
	expect(await ledger.redo()).toBe('Add First');
	expect(await ledger.redo()).toBe('Rename');
	expect(records.cards.get('c1')?.name).toBe('Second');
	expect((await database.outbox.toArray()).map((row) => row.line.label).slice(2)).toEqual([
		'Rename', 'Undo: Rename', 'Undo: Add First', 'Redo: Add First', 'Redo: Rename',
	]);
});

test('a new action after an undo forgets what could have been redone', async () => {
	await addCard('c1');
	await ledger.undo();
	await addCard('c2');
	expect(await ledger.redo()).toBeNull();
	expect(ledger.done.map((row) => row.label)).toEqual(['Add c2']);
});

test('actions of one step are undone together, back to before the first', async () => {
	await addCard('c1', 'A');
	for (const name of ['AB', 'ABC']) {
		await ledger.commit({ label: 'Rename', stepId: 's', changes: [changed('cards', records.cards.get('c1')!, { name })] });
	}
	await ledger.undo();
	expect(records.cards.get('c1')?.name).toBe('A');
	expect((await database.cards.get('c1'))?.name).toBe('A');
});

test('a record that changes over and over in one step is kept as it was before and after only', async () => {
	for (const name of ['A', 'AB', 'ABC']) {
		const before = records.cards.get('c1');
		await ledger.commit({ label: 'Type', stepId: 's', changes: [before ? changed('cards', before, { name }) : created('cards', card('c1', name))] });
	}
	expect((await database.history.toArray()).map(({ changes }) => changes.map(({ before, after }) => [before, after]))).toEqual([[[null, card('c1', 'ABC')]]]);
	await ledger.commit({ label: 'Take out', stepId: 's', changes: [removed('cards', records.cards.get('c1')!)] });
	expect((await database.history.toArray())[0]!.changes).toHaveLength(2);
	await ledger.undo();
	expect(records.cards.has('c1')).toBe(false);
	await ledger.redo();
	expect(await database.cards.count()).toBe(0);
});

test('the history survives a new start', async () => {
	await addCard('c1');
	const again = new Records();
	await again.loadLibrary(database);
	await again.loadWorkshop(database, 'w');
	const fresh = new Ledger({ database, records: again, fetchDocument: () => Promise.reject(new Error('not asked')), onLines: () => undefined });
	await fresh.loadHistory();
	expect(await fresh.undo()).toBe('Add c1');
	expect(again.cards.size).toBe(0);
	fresh.close();
});

test('an import enters with its source, text and cards, leaves on undo and comes back from the document store on redo', async () => {
	const at = '2026-11-22T08:00:00.000Z';
	await ledger.commit(
		{ label: 'Import', changes: [{ table: 'documents', key: 'h', before: null, after: { importedAt: at } }] },
		new Map([['h', parsed('h')]]),
	);
	expect(records.cards.get('h-1')?.machineScore).toBe(4);
	expect((await database.texts.get('h'))?.text).toBe('A text');
	await ledger.undo();
	expect([records.sources.size, records.cards.size, await database.cards.count(), await database.texts.count()]).toEqual([0, 0, 0, 0]);
	await ledger.redo();
	expect((await database.sources.get('h'))?.importedAt).toBe(at);
	expect(records.cards.get('h-1')?.name).toBe('From A');
});

test('a step is not undone onto a record that was changed again elsewhere', async () => {
	await addCard('c1', 'Mine');
	await database.cards.update('c1', { name: 'Theirs' });
	await expect(ledger.undo()).rejects.toThrow(CannotUndo);
	expect((await database.cards.get('c1'))?.name).toBe('Theirs');
});

test('another window on the same database sees each change', async () => {
	const elsewhere = new Records();
	const other = new Ledger({ database, records: elsewhere, fetchDocument: () => Promise.reject(new Error('not asked')), onLines: () => undefined });
	await addCard('c1', 'Shared');
	await expect.poll(() => elsewhere.cards.get('c1')?.name).toBe('Shared');
	other.close();
});

test('what IndexedDB refuses is taken out of memory again', async () => {
	const broken = created('cards', { ...card('c1', 'x'), ...noClone });
	await expect(ledger.commit({ label: 'Broken', changes: [broken] })).rejects.toThrow();
	expect(records.cards.has('c1')).toBe(false);
	await addCard('c2');
	expect(ledger.done.map((row) => row.label)).toEqual(['Add c2']);
});

test('a record of the wrong shape is refused before anything is changed', async () => {
	const wrong = created('cards', { ...card('c1', 'x'), kind: 'rumour' as 'signal' });
	await expect(ledger.commit({ label: 'Wrong', changes: [wrong] })).rejects.toThrow('a record of cards whose kind does not fit');
	expect(records.cards.has('c1')).toBe(false);
});

test('steps that led to a record leave the history when something is done to it that cannot be taken back', async () => {
	await addCard('c1', 'Draft');
	await addCard('c2');
	await ledger.commit({ label: 'For good', undoable: false, changes: [changed('cards', records.cards.get('c1')!, { name: 'Final' })] });
	expect(await ledger.undo()).toBe('Add c2');
	expect(await ledger.undo()).toBeNull();
	expect(records.cards.get('c1')?.name).toBe('Final');
});

test('waiting until everything is stored is no action of its own', async () => {
	const told: string[] = [];
	const watched = new Ledger({
		database, records, fetchDocument: () => Promise.reject(new Error('not asked')),
		onBegin: () => told.push('begins'), onLines: () => told.push('ends'),
	});
	const stored = watched.commit({ label: 'Add c1', changes: [created('cards', card('c1', 'c1'))] });
	await watched.settled();
	expect(await database.cards.get('c1')).toMatchObject({ name: 'c1' });
	await stored;
	expect(told).toEqual(['begins', 'ends']);
	watched.close();
});

test('one goes back to any step and forth again, step by step, each with a line of its own', async () => {
	for (const name of ['A', 'B', 'C', 'D']) await addCard(name);
	const [first, , third, fourth] = ledger.done.map(({ stepId }) => stepId);
	expect(await ledger.goTo(first!)).toBe(3);
	expect([records.cards.all.map(({ id }) => id), ledger.done.length, ledger.undone.length]).toEqual([['A'], 1, 3]);
	expect(await ledger.goTo(third!)).toBe(2);
	expect(records.cards.all.map(({ id }) => id)).toEqual(['A', 'B', 'C']);
	expect(await ledger.goTo(third!), 'one is there already').toBe(0);
	expect(await ledger.goTo(null)).toBe(3);
	expect([records.cards.size, await database.cards.count(), ledger.done.length]).toEqual([0, 0, 0]);
	expect(await ledger.goTo(fourth!)).toBe(4);
	expect(await database.cards.count()).toBe(4);
	expect((await database.outbox.toArray()).map((row) => row.line.label).slice(5)).toEqual([
		'Undo: Add D', 'Undo: Add C', 'Undo: Add B', 'Redo: Add B', 'Redo: Add C', 'Undo: Add C', 'Undo: Add B', 'Undo: Add A',
		'Redo: Add A', 'Redo: Add B', 'Redo: Add C', 'Redo: Add D',
	]);
});

test('on the way back one stands where a step cannot be taken back, and what was gone through stays so', async () => {
	await addCard('A');
	const start = ledger.done[0]!.stepId;
	await ledger.commit({ label: 'Rename', changes: [changed('cards', records.cards.get('A')!, { name: 'Second' })] });
	await addCard('B');
	await database.cards.put({ ...records.cards.get('A')!, name: 'Third' });
	await expect(ledger.goTo(start)).rejects.toThrow(CannotUndo);
	expect([ledger.done.map(({ label }) => label), ledger.undone.map(({ label }) => label)]).toEqual([['Add A'], ['Add B']]);
	expect(ledger.replaying).toBeNull();
});

test('a step that is gone is no place to go to', async () => {
	await addCard('A');
	expect(await ledger.goTo('gone')).toBe(0);
	expect(records.cards.has('A')).toBe(true);
});
