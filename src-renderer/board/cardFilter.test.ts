import { expect, test } from 'vitest';
import type { RatingResult } from '../../src-shared/domain/roomResults.ts';
import { isFiltering, noFilter, partsOf, passes, withKind } from './cardFilter.ts';

const said = (median: number, iqr: number, consensus: number): RatingResult => ({ q1: median, median, q3: median + iqr, iqr, consensus, agreed: iqr <= 1, n: 9, roundTitle: 'Round 1' });

test('without a filter every card passes, voted on or not', () => {
	expect(isFiltering(noFilter)).toBe(false);
	expect([passes(noFilter, 'signal', undefined), passes(noFilter, 'issue', said(1, 4, 0))]).toEqual([true, true]);
});

test('kinds are taken in one by one; all of them are no filter', () => {
	let filter = withKind(withKind(noFilter, 'issue'), 'signal');
	expect(filter.kinds).toEqual(['signal', 'issue']);
	expect([passes(filter, 'signal', undefined), passes(filter, 'concern', undefined)]).toEqual([true, false]);
	expect(partsOf(filter)).toEqual(['Signal or Issue']);
	for (const kind of ['concern', 'behavior', 'technology'] as const) filter = withKind(filter, kind);
	expect([filter.kinds, isFiltering(filter)]).toEqual([[], false]);
});

test('by score: the least median, or those that nobody voted on', () => {
	const four = { ...noFilter, score: 4 };
	expect([said(4, 0, 1), said(4.5, 0, 1), said(3.5, 0, 1), undefined].map((one) => passes(four, 'signal', one))).toEqual([true, true, false, false]);
	const none = { ...noFilter, score: 'none' as const };
	expect([said(4, 0, 1), undefined].map((one) => passes(none, 'signal', one))).toEqual([false, true]);
});

test('by spread: agreed or contested, and below a consensus; cards without votes are neither', () => {
	const contested = { ...noFilter, spread: 'contested' as const };
	const agreed = { ...noFilter, spread: 'agreed' as const };
	const low = { ...noFilter, consensusBelow: 0.5 };
	const cards = [said(3, 2, 0.3), said(3, 1, 0.6), undefined];
	expect(cards.map((one) => passes(contested, 'signal', one))).toEqual([true, false, false]);
	expect(cards.map((one) => passes(agreed, 'signal', one))).toEqual([false, true, false]);
	expect(cards.map((one) => passes(low, 'signal', one))).toEqual([true, false, false]);
	expect(partsOf({ ...contested, score: 4, consensusBelow: 0.5 })).toEqual(['median 4 or more', 'contested, IQR above 1', 'consensus below 0.5']);
});
