import { afterEach, beforeEach, expect, test } from 'vitest';
import type { App } from '../context.ts';
import { placing, startUsing } from '../db/cardUse.ts';
import { changed, created } from '../db/changes.ts';
import { openDatabase, type Database } from '../db/database.ts';
import { Ledger } from '../db/ledger.svelte.ts';
import { Records } from '../db/records.svelte.ts';
import { textOf } from '../db/texts.ts';
import { Desk } from '../desk.svelte.ts';
import { newId } from '../../src-shared/domain/ids.ts';
import type { Workshop } from '../../src-shared/schemas/records.ts';
import { blankDraft, draftOf } from './cardDraft.ts';
import { addCard, clipCard, editCard, readInWorkshop, Refused, removeCard, removeSource, stopReading } from './commands.ts';
import { aDocument, aParsedCard } from './testRecords.ts';

const hash = 'd'.repeat(32);
const document = aDocument({
	hash, title: 'Mistral', text: 'One\nTwo',
	cards: [aParsedCard({ name: 'First', line: 1 }), aParsedCard({ kind: 'technology', name: 'Made words', nameIsMade: true, line: 2 })],
});
const workshop = (id: string): Workshop => ({
	id, title: `Workshop ${id}`, question: '', baseYear: 2026, lanes: [{ id: 'a', name: 'A' }], createdAt: '2026-01-01T00:00:00.000Z',
});
const placement = { at: 3, laneId: 'a', height: 0 };
let database: Database;
let records: Records;
let ledger: Ledger;
let app: App;

beforeEach(async () => {
	database = await openDatabase(`test-${newId()}`);
	records = new Records();
	ledger = new Ledger({ database, records, fetchDocument: () => Promise.resolve(document), onLines: () => undefined });
	app = { database, records, ledger, desk: new Desk() } as App;
	const importedAt = '2026-02-01T00:00:00.000Z';
	const changes = [created('workshops', workshop('w')), created('workshops', workshop('other'))];
	await ledger.commit({ label: 'Start', undoable: false, changes });
	await records.loadWorkshop(database, 'w');
	const entering = { table: 'documents' as const, key: hash, before: null, after: { importedAt } };
	await ledger.commit({ label: 'Import', undoable: false, changes: [entering] }, new Map([[hash, document]]));
	await readInWorkshop(app, [hash]);
});
afterEach(async () => {
	ledger.close();
	await database.delete();
});

const cardNamed = (name: string) => records.cards.all.find((card) => card.name === name)!;
const useElsewhere = async (cardId: string) => {
	await records.loadWorkshop(database, 'other');
	await ledger.commit({ label: 'Use', changes: startUsing(records, [cardId]) });
	await records.loadWorkshop(database, 'w');
};

test('a card made by hand belongs to the workshop at once, and undo takes both away', async () => {
	const id = await addCard(app, { ...blankDraft('issue'), name: ' Who decides ' });
	expect(records.cards.get(id)).toMatchObject({ name: 'Who decides', origin: 'handmade', sourceId: null });
	expect(records.uses.get(id)?.number).toBe(1);
	expect(await ledger.undo()).toBe('New issue “Who decides”');
	expect([records.cards.has(id), records.uses.has(id)]).toEqual([false, false]);
});

test('a clipped card keeps its passage and its line, and its source is read in the workshop', async () => {
	await stopReading(app, records.sources.get(hash)!);
	const id = await clipCard(app, hash, { passage: 'Two', line: 2 }, { ...blankDraft(), name: 'Two' });
	expect(await database.cards.get(id)).toMatchObject({ origin: 'clipped', passage: 'Two', line: 2, sourceId: hash });
	expect(records.workshopSources.has(`w/${hash}`)).toBe(true);
	expect(await textOf(database, hash)).toContain('Two');
});

test('keeping an edited card gives a made name for good, and a new kind a new number', async () => {
	const { id } = cardNamed('Made words');
	await ledger.commit({ label: 'Use', changes: startUsing(records, [id, cardNamed('First').id]) });
	await editCard(app, id, { ...draftOf(records.cards.get(id)!), kind: 'signal' });
	expect(records.cards.get(id)).toMatchObject({ name: 'Made words', nameIsMade: false, kind: 'signal' });
	expect(records.uses.get(id)?.number).toBe(2);
});

test('nothing is written where nothing was changed', async () => {
	const before = ledger.done.length;
	await editCard(app, cardNamed('First').id, draftOf(cardNamed('First')));
	expect(ledger.done.length).toBe(before);
});

test('the kind of a card stays while another workshop calls it by its code', async () => {
	const card = cardNamed('First');
	await useElsewhere(card.id);
	await expect(editCard(app, card.id, { ...draftOf(card), kind: 'issue' })).rejects.toThrow('“Workshop other” uses this card as a signal');
	await editCard(app, card.id, { ...draftOf(card), name: 'Other words' });
	expect(records.cards.get(card.id)?.name).toBe('Other words');
});

test('a card in use is not deleted, and one that is not comes back by undo', async () => {
	const { id } = cardNamed('First');
	await ledger.commit({ label: 'Place', changes: placing(records, new Map([[id, placement]])) });
	await expect(removeCard(app, id)).rejects.toThrow(Refused);
	await ledger.undo();
	await removeCard(app, id);
	expect(await database.cards.get(id)).toBeUndefined();
	await ledger.undo();
	expect(await database.cards.get(id)).toMatchObject({ name: 'First' });
});

test('a card that something of the open workshop rests on is not deleted, and the refusal names it', async () => {
	const { id } = cardNamed('First');
	const axis = { cardId: id, low: 'Low', high: 'High' };
	const frame = records.workshop!;
	await ledger.commit({ label: 'Axes', changes: [changed('workshops', frame, { axes: { across: axis, up: null }, critical: [id] })] });
	await expect(removeCard(app, id)).rejects.toThrow('“First” is an axis. Take it out there first.');
	await expect(removeSource(app, records.sources.get(hash)!)).rejects.toThrow('is an axis');
	await ledger.undo();
	await removeCard(app, id);
	expect(await database.cards.get(id)).toBeUndefined();
});

test('a document whose cards are used stays, here and in any other workshop', async () => {
	const source = records.sources.get(hash)!;
	await useElsewhere(cardNamed('First').id);
	await expect(removeSource(app, source)).rejects.toThrow('“Workshop other” uses cards of this document');
	expect(await database.sources.count()).toBe(1);
});

async function deleteEditedDocumentAndUndo() {
	const made = cardNamed('Made words').id;
	await editCard(app, made, { ...draftOf(records.cards.get(made)!), name: 'A name' });
	await clipCard(app, hash, { passage: 'Two', line: 2 }, { ...blankDraft(), name: 'Two' });
	await removeSource(app, records.sources.get(hash)!);
	expect([records.sources.size, records.cards.size, records.workshopSources.size, await database.cards.count()]).toEqual([0, 0, 0, 0]);
	await ledger.undo();
}

test('a deleted document takes its cards, clippings and readers along, and undo brings all back as people left it', async () => {
	await deleteEditedDocumentAndUndo();
	expect([records.sources.size, records.workshopSources.size, await database.cards.count()]).toEqual([1, 1, 3]);
	expect(records.cards.all.map(({ name }) => name).sort()).toEqual(['A name', 'First', 'Two']);
});

test('what people made of a card is stored again too when its document comes back', async () => {
	await deleteEditedDocumentAndUndo();
	expect((await database.cards.toArray()).map(({ name }) => name).sort()).toEqual(['A name', 'First', 'Two']);
});
