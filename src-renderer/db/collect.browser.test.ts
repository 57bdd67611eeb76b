import * as v from 'valibot';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '../../src-shared/domain/ids.ts';
import type { Ballot, Card, Round, Source } from '../../src-shared/schemas/records.ts';
import { workshopFileSchema } from '../../src-shared/schemas/workshopFile.ts';
import { adoptWorkshopFile } from './adopt.ts';
import { collectWorkshop, withoutHiddenVotes } from './collect.ts';
import { openDatabase, type Database } from './database.ts';
import { Ledger } from './ledger.svelte.ts';
import { Records } from './records.svelte.ts';

const at = '2026-05-01T10:00:00.000Z';
const [read, unread] = ['a'.repeat(32), 'b'.repeat(32)] as [string, string];
const source = (id: string): Source => ({
	id, file: `${id[0]}.md`, shape: 'article', title: id, titleIsMade: false, author: null, url: null, pageRef: null, publishedAt: null, provider: null,
	providerDomain: null, sections: [], links: [], milestones: [], keywords: [], themes: [], category: null, type: null, summary: null, topics: [],
	quality: null, heat: null, related: [], encoding: 'utf-8', repairs: [], warnings: [], cardCount: 2, importedAt: at,
});
const card = (id: string, sourceId: string | null, origin: Card['origin']): Card => ({
	id, kind: 'signal', name: id, nameIsMade: false, description: null, change: null, outlook: null, drivingForce: null, machineScore: null, sourceId,
	line: sourceId === null ? null : 1, origin, passage: null, editedAt: null, createdAt: at,
});
const round = (id: string, state: Round['state']): Round => ({
	id, workshopId: 'w', seriesId: id, title: id, criteria: ['relevancy'], cardIds: ['voted'], state, peopleInRoom: null, createdAt: at,
	openedAt: at, closedAt: null, revealedAt: null,
});
const ballot = (roundId: string): Ballot => ({
	id: `${roundId}/p/voted/relevancy`, workshopId: 'w', roundId, participant: 'p', cardId: 'voted', criterion: 'relevancy', value: 3, reason: null, way: 'hot seat',
});

let database: Database;
const databases: Database[] = [];
async function fresh(): Promise<Database> {
	const opened = await openDatabase(`test-${newId()}`);
	databases.push(opened);
	return opened;
}

beforeEach(async () => {
	database = await fresh();
	await database.sources.bulkPut([source(read), source(unread)]);
	await database.texts.bulkPut([read, unread].map((id) => ({ id, text: `Text of ${id}` })));
	await database.cards.bulkPut([
		card(`${read}-1`, read, 'imported'), card(`${read}-2`, read, 'imported'), card(`${unread}-1`, unread, 'imported'),
		card('clipped', read, 'clipped'), card('elsewhere', read, 'clipped'), card('voted', null, 'handmade'),
	]);
	await database.workshops.put({ id: 'w', title: 'W', question: '', baseYear: 2026, lanes: [{ id: 'l', name: 'L' }], createdAt: at });
	await database.workshopCards.put({ id: 'w/clipped', workshopId: 'w', cardId: 'clipped', number: 1, placement: null });
	await database.rounds.bulkPut([round('shown', 'revealed'), round('held', 'open')]);
	await database.ballots.bulkPut([ballot('shown'), ballot('held')]);
	await database.scenarios.put({ id: 's', workshopId: 'w', title: 'S', narrative: 'n', horizonYear: 2036, cardIds: ['clipped'], order: 1, createdAt: at });
});
afterEach(async () => {
	for (const opened of databases.splice(0)) await opened.delete();
});

test('a file holds what the workshop uses, with whole documents, and nothing of the rest of the library', async () => {
	const file = await collectWorkshop(database, 'w');
	expect(v.is(workshopFileSchema, file)).toBe(true);
	expect(file.sources.map(({ id }) => id)).toEqual([read]);
	expect(file.texts).toEqual([{ id: read, text: `Text of ${read}` }]);
	expect(file.cards.map(({ id }) => id).sort()).toEqual([`${read}-1`, `${read}-2`, 'clipped', 'voted']);
	expect([file.rounds.length, file.ballots.length, file.scenarios.length]).toEqual([2, 2, 1]);
});

test('a report is made without the votes of rounds that are not revealed', async () => {
	const file = withoutHiddenVotes(await collectWorkshop(database, 'w'));
	expect(file.ballots.map(({ roundId }) => roundId)).toEqual(['shown']);
	expect(file.rounds.length).toBe(2);
});

test('what was collected here and adopted on another computer is the same there', async () => {
	const file = await collectWorkshop(database, 'w');
	const there = await fresh();
	const records = new Records();
	const ledger = new Ledger({ database: there, records, fetchDocument: () => Promise.reject(new Error('not asked')), onLines: () => undefined });
	const stored: string[] = [];
	const { workshopId, notes } = await adoptWorkshopFile({ database: there, records, ledger }, file, async (documents) => void stored.push(...documents.map(({ hash }) => hash)));
	ledger.close();
	expect([workshopId, notes, stored]).toEqual(['w', [], [read]]);
	const again = await collectWorkshop(there, 'w');
	const sorted = (value: typeof file) =>
		Object.fromEntries(Object.entries({ ...value, savedAt: at }).map(([key, entry]) =>
			[key, Array.isArray(entry) ? [...(entry as { id: string }[])].sort((a, b) => a.id.localeCompare(b.id)) : entry]));
	expect(sorted(again)).toEqual(sorted(file));
});

test('a workshop that is gone cannot be collected', async () => {
	await expect(collectWorkshop(database, 'gone')).rejects.toThrow('no longer on this computer');
});
