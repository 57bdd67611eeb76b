import { expect, test } from 'vitest';
import type { RoomResult } from '../../../src-shared/domain/roomResults.ts';
import type { Kind } from '../../../src-shared/schemas/document.ts';
import type { Card, WorkshopCard } from '../../../src-shared/schemas/records.ts';
import { cardRows, keys, type CardColumn } from './cardRows.ts';
import { nextSorting, sortRows } from './sorting.ts';

const lanes = ['Policy', 'Markets'].map((name) => ({ id: name, name }));
const card = (id: string, kind: Kind = 'signal'): [string, Card] => [id, {
	id, kind, name: id, nameIsMade: false, description: null, change: null, outlook: null, drivingForce: null, machineScore: null,
	sourceId: null, line: null, origin: 'handmade', passage: null, editedAt: null, createdAt: '2026-01-01T00:00:00.000Z',
}];
const use = (cardId: string, number: number, at: number | null, laneId = 'Policy', marks: Partial<WorkshopCard> = {}): WorkshopCard => ({
	id: `w/${cardId}`, workshopId: 'w', cardId, number, placement: at === null ? null : { at, laneId, height: 0 }, ...marks,
});
const said = (cardId: string, median: number): [string, RoomResult] =>
	[cardId, { cardId, impact: null, uncertainty: null, timing: null, relevancy: { q1: median, median, q3: median + 1, iqr: 1, consensus: 1, agreed: true, n: 3, roundTitle: 'Round 1' } }];

const rows = cardRows({
	rating: 'relevancy', standing: new Map(),
	uses: [use('late', 10, 9.75, 'Policy', { horizon: 3 }), use('early', 2, 0), use('market', 1, 3.75, 'Markets', { locked: true, hidden: true }), use('loose', 3, null), use('lost', 4, 2, 'gone')],
	cards: new Map([card('late'), card('early'), card('market', 'issue'), card('loose'), card('lost', 'concern')]),
	lanes, baseYear: 2026, clusters: [{ id: 'c', workshopId: 'w', name: 'Values', cardIds: ['lost', 'loose'], frame: { from: 1, to: 3, top: { laneId: 'Policy', height: 0 }, bottom: { laneId: 'Policy', height: 1 } } }], results: new Map([said('early', 2), said('market', 5)]),
});
const sorted = (by: CardColumn, descending = false) => sortRows(rows, keys, { by, descending }).map(({ id }) => id);

test('rows are the placed cards lane by lane in the order of time, hidden ones too; a lane that is gone is the first', () => {
	expect(rows.map(({ id }) => id)).toEqual(['early', 'lost', 'late', 'market']);
	expect(rows.at(-1)).toMatchObject({ code: 'I1', date: '2029 Q4', year: 4, isLocked: true, isHidden: true });
	expect(rows.map(({ year }) => year)).toEqual([1, 3, 10, 4]);
	expect(rows.map(({ horizon, cluster }) => [horizon, cluster?.name ?? null])).toEqual([[null, null], [null, 'Values'], [3, null], [null, null]]);
	expect([sorted('horizon')[0], sorted('cluster')[0]]).toEqual(['late', 'lost']);
});

test('columns are sorted up and down; what is not there comes last either way', () => {
	expect([sorted('date'), sorted('date', true)]).toEqual([['early', 'lost', 'market', 'late'], ['late', 'market', 'lost', 'early']]);
	expect([sorted('median'), sorted('median', true)]).toEqual([['early', 'market', 'lost', 'late'], ['market', 'early', 'lost', 'late']]);
	expect(sorted('code'), 'S2 before S10').toEqual(['early', 'late', 'lost', 'market']);
	expect(sorted('hidden')[0]).toBe('market');
	expect(sortRows(rows, keys, null)).toBe(rows);
});

test('a heading sorts up, then down, then not at all', () => {
	const up = nextSorting(null, 'date');
	const down = nextSorting(up, 'date');
	expect([up, down, nextSorting(down, 'date'), nextSorting(down, 'name')]).toEqual([
		{ by: 'date', descending: false }, { by: 'date', descending: true }, null, { by: 'name', descending: false },
	]);
});

test('cards of one lane and date come as they stand, hidden ones after those that are seen, and so do ties of every column', () => {
	const stacked = cardRows({
		rating: 'relevancy', results: new Map(), clusters: [], lanes, baseYear: 2026,
		// The row that a card has got may be another than the height it wished for.
		standing: new Map(['third', 'first', 'second', 'other'].map((id, at) => [id, at])),
		uses: [use('other', 9, 2, 'Markets'), use('hidden', 1, 2, 'Policy', { hidden: true }), use('first', 2, 2), use('second', 3, 2), use('third', 4, 2)].map((one, at) => ({ ...one, placement: { ...one.placement!, height: at } })),
		cards: new Map(['first', 'second', 'third', 'hidden', 'other'].map((id) => card(id))),
	});
	const asTheyStand = ['third', 'first', 'second', 'hidden', 'other'];
	expect(stacked.map(({ id }) => id)).toEqual(asTheyStand);
	const ties = (by: CardColumn, descending = false) => sortRows(stacked, keys, { by, descending }).map(({ id }) => id);
	for (const by of ['date', 'kind', 'year', 'median'] as const) expect([ties(by), ties(by, true)], by).toEqual([asTheyStand, asTheyStand]);
});
