import { expect, test } from 'vitest';
import type { WorkshopCard } from '../schemas/records.ts';
import { medianPlaces } from './medianPlaces.ts';
import type { TimingResult } from './roomResults.ts';
import type { Year } from './timing.ts';

const use = (cardId: string, at: number | null, patch: Partial<WorkshopCard> = {}): WorkshopCard => ({
	id: `w/${cardId}`, workshopId: 'w', cardId, number: 1, placement: at === null ? null : { at, laneId: 'l', height: 0 }, ...patch,
});
const timing = (median: Year): TimingResult => ({ median, q1: median, q3: median, n: 3, roundTitle: 'Round 1', roundId: 'r' });

test('cards go to their median; those after the horizon, locked, there already, or without a place stay', () => {
	const uses = [use('goes', 1), use('late', 2), use('held', 3, { locked: true }), use('there', 4), use('nowhere', null), use('unasked', 5), use('heldThere', 4, { locked: true })];
	const timings = new Map([['goes', timing(2029.5)], ['late', timing('later')], ['held', timing(2028)], ['there', timing(2030)], ['nowhere', timing(2030)], ['heldThere', timing(2030)]]);
	expect(medianPlaces(uses, timings, 2026)).toEqual({ moves: new Map([['goes', { at: 3.5, roundId: 'r' }]]), later: ['late'], locked: ['held'], there: ['there', 'heldThere'] });
});

test('the horizon’s ends belong to it, what is before it comes to its start, and what is beyond it stays', () => {
	const places = medianPlaces([use('end', 1), use('past', 1), use('beyond', 1)], new Map([['end', timing(2036)], ['past', timing(2020)], ['beyond', timing(2036.25)]]), 2026);
	expect([...places.moves].map(([id, { at }]) => [id, at])).toEqual([['end', 10], ['past', 0]]);
	expect(places.later).toEqual(['beyond']);
});
