import { expect, test } from 'vitest';
import type { Scenario } from '../schemas/records.ts';
import { usesOf, usesSentence } from './cardsInTexts.ts';
import { usesByRecords, type UseRecords } from './cardUses.ts';

const workshopId = 'w';
const scenario = (id: string, patch: Partial<Scenario>): Scenario => ({ id, workshopId, title: ` ${id} `, narrative: '', horizonYear: 2036, cardIds: [], order: 1, createdAt: '2026-05-14T09:00:00.000Z', ...patch });
const frame = { from: 0, to: 1, top: { laneId: 'l', height: 0 }, bottom: { laneId: 'l', height: 1 } };
const records: UseRecords = {
	workshop: {
		id: workshopId, title: '', question: '', baseYear: 2026, lanes: [{ id: 'l', name: 'L' }], createdAt: '2026-05-14T09:00:00.000Z',
		critical: ['a'], axes: { across: { cardId: 'a', low: 'closed', high: 'open' }, up: null },
	},
	scenarios: [
		scenario('later', { order: 2, narrative: 'Open models [S1](card:a) won.' }), scenario('first', { cardIds: ['a'] }),
		scenario('other', { cardIds: ['b'], narrative: 'card:a in words' }), scenario('lost', { losers: '- those who sold [S1](card:a)' }),
	],
	clusters: [{ id: 'k', workshopId, name: 'Rules', cardIds: ['b', 'a'], frame }],
	drivers: [{ id: 'd', workshopId, name: 'Openness', cardId: 'a', states: [], order: 1 }],
	consequences: [{ id: 'c1', workshopId, cardId: 'a', scenarioId: null, parentId: null, text: 'x', order: 1 }, { id: 'c2', workshopId, cardId: 'a', scenarioId: null, parentId: 'c1', text: 'y', order: 1 }],
	signposts: [{ id: 's', workshopId, title: 'Tenders', source: '', threshold: '', owner: '', reviewAt: null, towards: [], away: [], cardId: 'a', order: 1 }],
};

test('a card is found wherever the workshop rests on it', () => {
	expect(usesOf(records, 'a')).toEqual([
		{ place: 'scenario', id: 'first', title: 'first', feeds: true, named: false },
		{ place: 'scenario', id: 'lost', title: 'lost', feeds: false, named: true },
		{ place: 'scenario', id: 'later', title: 'later', feeds: false, named: true },
		{ place: 'axis', id: 'across', title: 'closed – open' },
		{ place: 'critical', id: 'a', title: '' },
		{ place: 'driver', id: 'd', title: 'Openness' },
		{ place: 'wheel', id: 'a', title: '' },
		{ place: 'signpost', id: 's', title: 'Tenders' },
		{ place: 'cluster', id: 'k', title: 'Rules' },
	]);
});

test('without its texts, the workshop rests on it in the same places but for the worlds that only name it', () => {
	expect(usesByRecords(records, 'a')).toEqual(usesOf(records, 'a').filter(({ id }) => id !== 'lost' && id !== 'later'));
	expect(usesByRecords(records, 'z')).toEqual([]);
});

test('its uses are counted in a sentence, and a card without any has none', () => {
	expect(usesSentence(usesOf(records, 'a'))).toBe('Used in 3 scenarios, 1 axis, 1 critical uncertainty, 1 driver, 1 futures wheel, 1 signpost and 1 cluster');
	expect(usesSentence(usesOf(records, 'b'))).toBe('Used in 1 scenario and 1 cluster');
	expect(usesSentence(usesOf(records, 'z'))).toBeNull();
});
