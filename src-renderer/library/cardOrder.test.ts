import { expect, it } from 'vitest';
import { neighbours } from './cardOrder.ts';
import { aCard, aUse } from './testRecords.ts';

const all = [
	aCard({ id: 'c1', kind: 'concern' }), aCard({ id: 's2' }), aCard({ id: 's1' }),
	aCard({ id: 'y', sourceId: 'doc', line: 9 }), aCard({ id: 'x', sourceId: 'doc', line: 4 }),
];
const map = new Map(all.map((card) => [card.id, card]));
const records = {
	cards: { all, get: (id: string) => map.get(id) },
	uses: new Map([aUse('c1'), aUse('s2', { number: 2 }), aUse('s1')].map((use) => [use.cardId, use])),
};

it('walks through a workshop’s cards by their codes', () => {
	expect(neighbours(records, 's1')).toEqual({ previous: null, next: 's2' });
	expect(neighbours(records, 's2')).toEqual({ previous: 's1', next: 'c1' });
});
it('walks through the document of a card that is not used', () => expect(neighbours(records, 'x')).toEqual({ previous: null, next: 'y' }));
it('walks in the order that a view gives', () => expect(neighbours(records, 's1', ['c1', 's1', 'y'])).toEqual({ previous: 'c1', next: 'y' }));
