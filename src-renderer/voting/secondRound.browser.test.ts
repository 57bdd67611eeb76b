import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '../../src-shared/domain/ids.ts';
import type { Card, Round, Workshop, WorkshopCard } from '../../src-shared/schemas/records.ts';
import { created } from '../db/changes.ts';
import { openDatabase, type Database } from '../db/database.ts';
import { Ledger } from '../db/ledger.svelte.ts';
import { Records } from '../db/records.svelte.ts';
import { openRound } from './casting.ts';
import { askAgain } from './secondRound.ts';

let database: Database;
let records: Records;
let ledger: Ledger;

const at = '2026-01-01T00:00:00.000Z';
const workshop: Workshop = { id: 'w', title: 'One', question: '', baseYear: 2026, lanes: [{ id: 'a', name: 'A' }], createdAt: at };
const card = (id: string): Card => ({
	id, kind: 'signal', name: id, nameIsMade: false, description: null, change: null, outlook: null, drivingForce: null, machineScore: 5,
	sourceId: null, line: null, origin: 'handmade', passage: null, editedAt: null, createdAt: at,
});
const names = ['c0', 'c1', 'c2'];
const first: Round = {
	id: 'first', workshopId: 'w', seriesId: 'series', title: 'Round 1', criteria: ['relevancy', 'timing'], cardIds: names, state: 'revealed', peopleInRoom: 9, asksReason: false, shuffles: false,
	createdAt: at, openedAt: at, closedAt: at, revealedAt: at,
};

beforeEach(async () => {
	database = await openDatabase(`test-${newId()}`);
	records = new Records();
	ledger = new Ledger({ database, records, fetchDocument: () => Promise.reject(new Error('not asked')), onLines: () => undefined });
	await ledger.commit({
		label: 'Start', undoable: false,
		changes: [
			created('workshops', workshop), ...names.map((id) => created('cards', card(id))),
			...names.map((id, index) => created('workshopCards', { id: `w/${id}`, workshopId: 'w', cardId: id, number: index + 1, placement: null } satisfies WorkshopCard)),
			created('rounds', first),
		],
	});
	await records.loadWorkshop(database, 'w');
});
afterEach(async () => {
	ledger.close();
	await database.delete();
});

test('asking again about some cards keeps the criteria, the room and the series, so that the same voters can be compared', async () => {
	const id = await askAgain({ records, ledger }, first, ['c2', 'c0']);
	expect(records.rounds.get(id)).toMatchObject({
		state: 'draft', title: 'Round 2', seriesId: 'series', earlierRoundId: 'first', criteria: ['relevancy', 'timing'], cardIds: ['c0', 'c2'], peopleInRoom: 9, asksReason: false, shuffles: false,
	});
	expect(records.rounds.get(id)).not.toHaveProperty('dots');
	await openRound({ records, ledger }, records.rounds.get(id)!);
	expect(records.rounds.get(id)).toMatchObject({ state: 'open', seriesId: 'series' });
});

test('it is one step that undo takes back', async () => {
	await askAgain({ records, ledger }, first, ['c1']);
	expect(await ledger.undo()).toBe('Prepare Round 2, which asks again');
	expect(records.rounds.size).toBe(1);
});
