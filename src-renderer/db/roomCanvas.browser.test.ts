import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Ballot, Card, Round, Workshop, WorkshopCard } from '../../src-shared/schemas/records.ts';
import { openDatabase, type Database } from './database.ts';
import { followChanges, readRoomCanvas } from './roomCanvas.ts';
import { channelName } from './storing.ts';

const at = '2026-05-14T10:00:00.000Z';
const workshop: Workshop = { id: 'w', title: 'Towns', question: 'Who decides?', baseYear: 2026, lanes: [{ id: 'l', name: 'Law' }], createdAt: at };
const card = (id: string): Card => ({
	id, kind: 'signal', name: `Name of ${id}`, nameIsMade: false, description: `Description of ${id}`, change: null, outlook: null, drivingForce: 'A force', machineScore: 5,
	sourceId: null, line: null, origin: 'handmade', passage: null, editedAt: null, createdAt: at,
});
const use = (cardId: string, number: number, patch: Partial<WorkshopCard> = {}): WorkshopCard => ({ id: `w/${cardId}`, workshopId: 'w', cardId, number, placement: { at: 3, laneId: 'l', height: 0 }, ...patch });
const round = (id: string, state: Round['state']): Round => ({
	id, workshopId: 'w', seriesId: id, title: `Round ${id}`, criteria: ['relevancy'], cardIds: ['a', 'b'], state, peopleInRoom: 5, createdAt: at, openedAt: at, closedAt: null, revealedAt: state === 'revealed' ? at : null,
});
const ballot = (roundId: string, participant: string, cardId: string, value: number): Ballot => ({
	id: `${roundId}/${participant}/${cardId}/relevancy`, workshopId: 'w', roundId, participant, cardId, criterion: 'relevancy', value, reason: `A reason of ${participant}`, way: 'phone',
});

let database: Database;
beforeEach(async () => {
	database = await openDatabase(`room-${Math.random()}`);
	await database.workshops.put(workshop);
	await database.cards.bulkPut(['a', 'b', 'hidden', 'loose', 'unused'].map(card));
	await database.workshopCards.bulkPut([use('a', 1), use('b', 2), use('hidden', 3, { hidden: true }), use('loose', 4, { placement: null })]);
	await database.notes.put({ id: 'n', workshopId: 'w', text: 'Do not forget to pay them', at: 1, laneId: 'l', height: 0, toSelf: true });
});
afterEach(() => database.delete());

test('holds what stands on the canvas, and of that no more than a wall shows', async () => {
	const canvas = (await readRoomCanvas(database, 'w'))!;
	expect(canvas.cards).toEqual([
		{ id: 'a', kind: 'signal', code: 'S1', name: 'Name of a', placement: { at: 3, laneId: 'l', height: 0 } },
		{ id: 'b', kind: 'signal', code: 'S2', name: 'Name of b', placement: { at: 3, laneId: 'l', height: 0 } },
	]);
	expect(JSON.stringify(canvas)).not.toMatch(/Description|force|hidden|loose|unused|forget/);
});

test('holds clusters, influences and notes, but none of hidden cards and none that the facilitator wrote to self', async () => {
	const frame = { from: 1, to: 2, top: { laneId: 'l', height: 0 }, bottom: { laneId: 'l', height: 1 } };
	await database.clusters.bulkPut([
		{ id: 'k1', workshopId: 'w', name: 'Trust', cardIds: ['a', 'hidden', 'loose'], frame },
		{ id: 'k2', workshopId: 'w', name: 'Kept back', cardIds: ['hidden'], frame },
	]);
	await database.influences.bulkPut([
		{ id: 'i1', workshopId: 'w', fromId: 'a', toId: 'b', strength: -2 },
		{ id: 'i2', workshopId: 'w', fromId: 'a', toId: 'hidden', strength: 3 },
		{ id: 'i3', workshopId: 'w', fromId: 'loose', toId: 'b', strength: 1 },
	]);
	await database.notes.put({ id: 'n2', workshopId: 'w', text: 'Who pays?', at: 2, laneId: 'l', height: 0 });
	await database.workshops.put({ ...workshop, overlays: ['cone'] });
	await database.workshopCards.put(use('b', 2, { horizon: 3 }));
	const canvas = (await readRoomCanvas(database, 'w'))!;
	expect(canvas.structure).toEqual({
		clusters: [{ id: 'k1', name: 'Trust', cardIds: ['a'] }], influences: [{ id: 'i1', fromId: 'a', toId: 'b', strength: -2 }],
		notes: [{ id: 'n2', text: 'Who pays?', at: 2, laneId: 'l', height: 0 }], overlays: ['cone'],
	});
	expect(canvas.cards.map(({ horizon }) => horizon)).toEqual([undefined, 3]);
	expect(JSON.stringify(canvas)).not.toMatch(/hidden|loose|Kept back|forget/);
});

test.each(['draft', 'open', 'closed'] as const)('nothing of what was cast in a round that is %s is in it', async (state) => {
	await database.rounds.put(round('r', state));
	await database.ballots.bulkPut([ballot('r', 'p1', 'a', 5), ballot('r', 'p1', 'b', 1), ballot('r', 'p2', 'a', 4)]);
	const canvas = (await readRoomCanvas(database, 'w'))!;
	expect(canvas.results.size).toBe(0);
	expect(canvas.vote).toEqual(state === 'open' ? { title: 'Round r', voted: 2, people: 5 } : null);
	expect(JSON.stringify([canvas, [...canvas.results]])).not.toMatch(/p1|p2|reason/);
});

test('a revealed round gives medians, without reasons and voters; an open one beside it gives none', async () => {
	await database.rounds.bulkPut([round('r', 'revealed'), round('r2', 'open')]);
	await database.ballots.bulkPut([ballot('r', 'p1', 'a', 5), ballot('r', 'p2', 'a', 4), ballot('r2', 'p1', 'a', 1), ballot('r2', 'p2', 'b', 1)]);
	const canvas = (await readRoomCanvas(database, 'w'))!;
	expect([...canvas.results.keys()]).toEqual(['a']);
	expect(canvas.results.get('a')?.relevancy?.median).toBe(4.5);
	expect(JSON.stringify([...canvas.results])).not.toMatch(/p1|p2|A reason/);
});

test('a workshop that is gone is null', async () => {
	expect(await readRoomCanvas(database, 'other')).toBeNull();
});

test('is told of what any window stores on the canvas, and not of the library’s imports', async () => {
	let told = 0;
	const stop = followChanges(database, () => told++);
	const other = new BroadcastChannel(channelName(database));
	const heard = new Promise((resolve) => new BroadcastChannel(channelName(database)).addEventListener('message', ({ data }) => data.last && resolve(null)));
	other.postMessage({ changes: [{ table: 'documents', key: 'x', before: null, after: null }] });
	other.postMessage({ changes: [{ table: 'workshopCards', key: 'w/a', before: null, after: use('a', 1) }] });
	other.postMessage({ changes: [], last: true });
	await heard;
	expect(told).toBe(1);
	stop();
	other.close();
});
