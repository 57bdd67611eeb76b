import { expect, test } from 'vitest';
import type { Card, WorkshopCard } from '../../src-shared/schemas/records.ts';
import { offerGroups } from './cardOffers.ts';

const at = '2026-01-01T00:00:00.000Z';
const card = (id: string, kind: Card['kind'], name: string): Card => ({
	id, kind, name, nameIsMade: false, description: null, change: null, outlook: null, drivingForce: null, machineScore: null, sourceId: null,
	line: null, origin: 'handmade', passage: null, editedAt: null, createdAt: at,
});
const use = (cardId: string, number: number, placed: boolean): WorkshopCard => ({
	id: `w/${cardId}`, workshopId: 'w', cardId, number, placement: placed ? { at: 1, laneId: 'l', height: 0 } : null,
});
const all = [card('a', 'concern', 'Data privacy'), card('b', 'signal', 'Open weights'), card('c', 'signal', 'Tax on compute'), card('d', 'issue', 'Data commons')];
const uses = new Map([use('a', 1, true), use('b', 2, true), use('c', 1, false)].map((entry) => [entry.cardId, entry]));
const records = { cards: { get: (id: string) => all.find((entry) => entry.id === id) }, uses } as unknown as Parameters<typeof offerGroups>[0];
const found = { cards: all.filter(({ name }) => name.startsWith('Data')), total: 2 };
const offered = (query: string, taken: string[] = [], first: { name: string; cardIds: string[] }[] = []) =>
	offerGroups(records, { first, taken: new Set(taken), query, found: query === 'data' ? found : { cards: [], total: 0 } }).map(({ name, faces }) => [name, faces.map(({ id }) => id).join()]);

test('cards of the canvas come first, by code; the library waits for a search', () => {
	expect(offered('')).toEqual([['On the canvas', 'b,a'], ['Used in this workshop', 'c']]);
});

test('a search looks in names and codes, and in the rest of the library', () => {
	expect(offered('data')).toEqual([['On the canvas', 'a'], ['In the library', 'd']]);
	expect(offered('s2')).toEqual([['On the canvas', 'b']]);
});

test('a card that is taken already is not offered again', () => {
	expect(offered('data', ['a', 'd'])).toEqual([]);
});

test('what the work at hand asks for comes first, in its order, and is not offered a second time', () => {
	expect(offered('', [], [{ name: 'Axes', cardIds: ['c', 'a'] }, { name: 'Critical', cardIds: ['a', 'd'] }])).toEqual([['Axes', 'c,a'], ['Critical', 'd'], ['On the canvas', 'b']]);
});
