import { expect, it } from 'vitest';
import { firstCards, lookUp, type ShelfQuery, type Shelves } from './shelf.ts';
import { aCard, aSource, aUse } from './testRecords.ts';

const old = aSource({ id: 'old', importedAt: '2026-01-01T00:00:00.000Z', title: 'Mistral raises money' });
const fresh = aSource({ id: 'new', importedAt: '2026-02-01T00:00:00.000Z' });
const other = aSource({ id: 'other', importedAt: '2026-03-01T00:00:00.000Z' });
const placement = { at: 2, laneId: 'lane', height: 0 };
const shelves: Shelves = {
	cards: [
		aCard({ id: 'late', sourceId: 'new', line: 9 }),
		aCard({ id: 'early', sourceId: 'new', line: 3, kind: 'concern' }),
		aCard({ id: 'placed', sourceId: 'old', line: 1 }),
		aCard({ id: 'elsewhere', sourceId: 'other', line: 1 }),
		aCard({ id: 'borrowed', sourceId: 'other', line: 2 }),
		aCard({ id: 'own', origin: 'handmade' }),
		aCard({ id: 'strange', origin: 'handmade' }),
	],
	sources: new Map([old, fresh, other].map((source) => [source.id, source])),
	uses: new Map([aUse('placed', { placement }), aUse('borrowed'), aUse('own')].map((use) => [use.cardId, use])),
	reads: new Set(['old', 'new']),
};
const query: ShelfQuery = { scope: 'workshop', text: '', kind: null, part: 'to place' };
const listed = (change: Partial<ShelfQuery>) =>
	lookUp(shelves, { ...query, ...change }).groups.map(({ source, cards }) => [source?.id ?? 'by hand', ...cards.map(({ id }) => id)]);

it('lists what the workshop reads or uses, by source in the order of import and by line', () => {
	expect(listed({})).toEqual([['by hand', 'own'], ['new', 'early', 'late'], ['other', 'borrowed']]);
});

it('lists the whole library where asked', () => {
	expect(listed({ scope: 'library' })).toEqual([['by hand', 'own', 'strange'], ['new', 'early', 'late'], ['other', 'elsewhere', 'borrowed']]);
});

it('keeps what is on the canvas apart', () => expect(listed({ part: 'on canvas' })).toEqual([['old', 'placed']]));

it('counts kinds over what is searched and places over what is chosen', () => {
	const shelf = lookUp(shelves, { ...query, kind: 'signal' });
	expect(shelf.inScope).toBe(5);
	expect(shelf.matching).toBe(5);
	expect(shelf.byKind).toEqual({ signal: 4, concern: 1, behavior: 0, technology: 0, issue: 0 });
	expect(shelf.byPart).toEqual({ 'to place': 3, 'on canvas': 1 });
});

it('finds a card by the title of its source', () => {
	expect(listed({ text: 'mistral', part: 'on canvas' })).toEqual([['old', 'placed']]);
	expect(listed({ text: 'mistral' })).toEqual([]);
});

it('draws the first cards only and still knows how many a source has', () => {
	const { groups } = lookUp(shelves, { ...query, scope: 'library' });
	expect(firstCards(groups, 3).map(({ cards, total }) => [cards.length, total])).toEqual([[2, 2], [1, 2]]);
});
