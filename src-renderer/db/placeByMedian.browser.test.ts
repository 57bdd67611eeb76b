import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '../../src-shared/domain/ids.ts';
import type { BallotValue, Card, Workshop, WorkshopCard } from '../../src-shared/schemas/records.ts';
import { created } from './changes.ts';
import { openDatabase, type Database } from './database.ts';
import { Ledger } from './ledger.svelte.ts';
import { medianPlacesNow, placeByMedian } from './placeByMedian.ts';
import { Records } from './records.svelte.ts';

let database: Database;
let records: Records;
let ledger: Ledger;

const at = '2026-01-01T00:00:00.000Z';
const workshop: Workshop = { id: 'w', title: 'One', question: '', baseYear: 2026, lanes: [{ id: 'a', name: 'A' }], createdAt: at };
const card = (id: string): Card => ({
	id, kind: 'signal', name: id, nameIsMade: false, description: null, change: null, outlook: null, drivingForce: null, machineScore: 5,
	sourceId: null, line: null, origin: 'handmade', passage: null, editedAt: null, createdAt: at,
});
const years: Record<string, BallotValue[]> = { goes: [2028, 2029, 2030], late: ['later', 'later', 2030], held: [2031, 2031, 2031], unasked: [] };
const names = Object.keys(years);
const use = (cardId: string, index: number): WorkshopCard => ({
	id: `w/${cardId}`, workshopId: 'w', cardId, number: index + 1, placement: { at: 1.5, laneId: 'a', height: index }, ...(cardId === 'held' && { locked: true }),
});

beforeEach(async () => {
	database = await openDatabase(`test-${newId()}`);
	records = new Records();
	ledger = new Ledger({ database, records, fetchDocument: () => Promise.reject(new Error('not asked')), onLines: () => undefined });
	await ledger.commit({
		label: 'Start', undoable: false,
		changes: [
			created('workshops', workshop),
			...names.map((id) => created('cards', card(id))),
			...names.map((id, index) => created('workshopCards', use(id, index))),
			created('rounds', {
				id: 'r', workshopId: 'w', seriesId: 's', title: 'Round 1', criteria: ['timing'], cardIds: names, state: 'revealed', peopleInRoom: null,
				createdAt: at, openedAt: at, closedAt: at, revealedAt: at,
			}),
			...Object.entries(years).flatMap(([cardId, values]) => values.map((value, voter) =>
				created('ballots', { id: `r/${voter}/${cardId}/timing`, workshopId: 'w', roundId: 'r', participant: String(voter), cardId, criterion: 'timing', value, reason: null, way: 'phone' }))),
		],
	});
	await records.loadWorkshop(database, 'w');
});
afterEach(async () => {
	ledger.close();
	await database.delete();
});

const placeOf = (cardId: string) => records.uses.get(cardId)!.placement;

test('cards go to the room’s median year in one step that undo takes back; those that stay are named', async () => {
	const { said, moved } = await placeByMedian({ records, ledger });
	expect(said).toBe('One card stands at the room’s median year now. S2 stays: the room sees it after 2036, or never. S3 stays, since it is locked.');
	expect(moved).toBe(1);
	expect(placeOf('goes')).toEqual({ at: 3, laneId: 'a', height: 0, guess: { at: 1.5, roundId: 'r' } });
	for (const cardId of ['late', 'held', 'unasked']) expect(placeOf(cardId)).toMatchObject({ at: 1.5 });
	expect(await ledger.undo()).toBe('Place one card by the room’s median year');
	expect(placeOf('goes')).toEqual({ at: 1.5, laneId: 'a', height: 0 });
});

test('a second time there is nothing to move and nothing to undo', async () => {
	await placeByMedian({ records, ledger });
	const steps = ledger.done.length;
	expect(await placeByMedian({ records, ledger })).toMatchObject({ moved: 0, said: expect.stringMatching(/^No card moves: those that the room dated stand at its median year already\./) as string });
	expect(ledger.done.length).toBe(steps);
	expect(medianPlacesNow({ records }).there).toEqual(['goes']);
});
