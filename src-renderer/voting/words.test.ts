import { expect, test } from 'vitest';
import { tallyRound } from '../../src-shared/domain/tally.ts';
import type { Ballot } from '../../src-shared/schemas/records.ts';
import { ballot, round } from './testRecords.ts';
import { campsOf, concordanceWord, isMedianBar, nextRoundTitle, plain } from './words.ts';

const tallyOf = (ballots: Ballot[]) => tallyRound(round(), ballots).cards.find(({ cardId }) => cardId === 'a')!;
const votes = (...counts: number[]) => counts.flatMap((count, index) =>
	Array.from({ length: count }, (_, person) => ballot(`${index}-${person}`, 'a', index + 1)));

test('figures show the decimals they have, at most two', () => {
	expect([4, 4.5, 0.25, 0.7256].map(plain)).toEqual(['4', '4.5', '0.25', '0.73']);
});

test('Kendall’s W is named after the nearest of Schmidt’s anchors', () => {
	expect([0.1, 0.27, 0.5, 0.7, 0.9].map(concordanceWord)).toEqual(['very weak', 'weak', 'moderate', 'strong', 'unusually strong']);
});

test('a split room is two camps, with who sits between them', () => {
	expect(campsOf(tallyOf(votes(5, 9, 3, 5, 9)))).toEqual({ title: 'Two camps of 14.', text: '3 people sit between them.' });
	expect(campsOf(tallyOf(votes(4, 0, 0, 0, 2)))).toEqual({ title: 'Two camps: 4 low, 2 high.', text: 'Nobody sits between them.' });
});

test('a contested card without two camps is spread out; an agreed one says nothing', () => {
	expect(campsOf(tallyOf(votes(2, 2, 3, 2, 2)))?.title).toBe('Two camps of 4.');
	expect(campsOf(tallyOf(votes(3, 1, 5, 1, 3)))?.title).toBe('Spread out.');
	expect(campsOf(tallyOf(votes(0, 0, 1, 5, 5)))).toBeNull();
});

test('a median between two points darkens both of them', () => {
	expect([1, 2, 3, 4, 5].filter((value) => isMedianBar(3.5, value))).toEqual([3, 4]);
	expect([1, 2, 3, 4, 5].filter((value) => isMedianBar(3, value))).toEqual([3]);
});

test('a new round gets the next number, whatever was deleted', () => {
	expect(nextRoundTitle([])).toBe('Round 1');
	expect(nextRoundTitle(['Round 1', 'Round 3'])).toBe('Round 4');
	expect(nextRoundTitle(['Contested ones'])).toBe('Round 2');
});
