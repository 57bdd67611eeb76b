import { expect, test } from 'vitest';
import { extremesOf } from './agreement.ts';
import { tallyBy } from './roundTally.ts';
import { roundOf, votes } from './testing/votes.ts';
import type { BallotValue, Criterion } from '../schemas/records.ts';

function extremes(criterion: Criterion, given: Record<string, BallotValue[]>, most = 3) {
	const round = roundOf({ criteria: [criterion], cardIds: Object.keys(given) });
	return extremesOf(tallyBy(round, Object.entries(given).flatMap(([cardId, values]) => votes(cardId, values, criterion)), criterion, 2026), most);
}

test('ratings are agreed by IQR and then by consensus, and contested the other way round', () => {
	const given = { one: [4, 4, 4, 4], near: [4, 4, 5, 5], split: [1, 1, 5, 5], wide: [1, 2, 4, 5], alone: [3], none: [] };
	expect(extremes('relevancy', given)).toEqual({ agreed: ['one', 'near'], contested: ['split', 'wide'] });
	expect(extremes('impact', given, 1)).toEqual({ agreed: ['one'], contested: ['split'] });
});

test('years have no threshold: the narrow half is told apart from the wide, and no card is both', () => {
	const given = { near: [2028, 2028, 2029], mid: [2028, 2030, 2031], wide: [2027, 2031, 2036], open: [2028, 2028, 'later' as const, 'later' as const] };
	expect(extremes('timing', given)).toEqual({ agreed: ['near', 'mid'], contested: ['open', 'wide'] });
	expect(extremes('timing', { same: [2028, 2028], alike: [2030, 2030] })).toEqual({ agreed: ['same'], contested: [] });
});

test('yes and no are contested where the halves are even', () => {
	expect(extremes('approval', { all: [1, 1, 1, 1], most: [1, 1, 1, 0], half: [1, 0, 1, 0], few: [0, 0, 0, 1] }, 1)).toEqual({ agreed: ['all'], contested: ['half'] });
});

test('dots say what people want and not how far they agree', () => {
	expect(extremes('dots', { a: [3, 3], b: [1, 1] })).toBeNull();
});
