import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quartiles } from './quartiles.ts';
import { roundOf, votes } from './testing/votes.ts';
import { tallyTiming, timingQuartiles } from './timing.ts';

test('quartiles of years are those of any numbers', () => {
	expect(timingQuartiles([2031, 2028, 2029, 2030])).toEqual({ q1: 2028.75, median: 2029.5, q3: 2030.25, n: 4 });
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 2026, max: 2036 }), { minLength: 1 }), (years) => {
			const { q1, median, q3 } = quartiles(years)!;
			expect(timingQuartiles(years)).toEqual({ q1, median, q3, n: years.length });
		}),
	);
});

test('"after it, or never" ranks last, and what lies between a year and it is later too', () => {
	expect(timingQuartiles([2028, 'later', 2027])).toEqual({ q1: 2027.5, median: 2028, q3: 'later', n: 3 });
	expect(timingQuartiles(['later', 'later', 2027])).toEqual({ q1: 'later', median: 'later', q3: 'later', n: 3 });
	expect(timingQuartiles(['later', 2030, 2027, 2028, 2029])).toEqual({ q1: 2028, median: 2029, q3: 2030, n: 5 });
});

test('"I can’t say" is no time', () => {
	expect(timingQuartiles(['cannot say', 2030, 'cannot say'])).toEqual({ q1: 2030, median: 2030, q3: 2030, n: 1 });
	expect(timingQuartiles(['cannot say'])).toBeNull();
	expect(timingQuartiles([])).toBeNull();
});

test('years are counted in bars of a year, the soonest card comes first, and "later" after every year', () => {
	const round = roundOf({ criteria: ['timing'] });
	const tally = tallyTiming(round, [
		...votes('a', [2033.5, 'later', 'later', 2035], 'timing'),
		...votes('b', [2028, 2028.75, 2030, 'cannot say'], 'timing'),
		...votes('c', [2028.75, 2027, 2036, 2031], 'timing'),
	], 2026);
	expect(tally.cards.map(({ cardId, rank, median, spread }) => [cardId, rank, median, spread])).toEqual([
		['b', 1, 2028.75, 1],
		['c', 2, 2029.875, 3.9375],
		// 2033.5, 2035, later, later: half of it lies between 2034.625 and "later", and the median is beyond 2035.
		['a', 3, 'later', Infinity],
	]);
	expect(tally.cards[0]).toMatchObject({ n: 3, cannotSay: 1, years: [0, 0, 2, 0, 1, 0, 0, 0, 0, 0, 0], later: 0 });
	expect(tally.cards[1]!.years).toEqual([0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 1]);
	expect(tally.cards[2]).toMatchObject({ n: 4, later: 2 });
});

test('a room that puts the cards in one order of time agrees on it fully, however far its years lie apart', () => {
	const round = roundOf({ criteria: ['timing'] });
	const ballots = [...votes('a', [2027, 2030], 'timing'), ...votes('b', [2029, 2031], 'timing'), ...votes('c', ['later', 2036], 'timing')];
	expect(tallyTiming(round, ballots, 2026).w).toMatchObject({ w: 1, raters: 2, items: 3 });
});

test('cards that all of the room puts after the horizon are of one mind', () => {
	const [card] = tallyTiming(roundOf({ criteria: ['timing'] }), votes('a', ['later', 'later'], 'timing'), 2026).cards;
	expect(card).toMatchObject({ median: 'later', spread: 0 });
});

test('every time that was given is in exactly one bar or later', () => {
	const value = fc.oneof(fc.double({ min: 2000, max: 2060, noNaN: true }), fc.constantFrom('later' as const, 'cannot say' as const));
	fc.assert(
		fc.property(fc.array(value), (values) => {
			const { cards } = tallyTiming(roundOf({ criteria: ['timing'] }), votes('a', values, 'timing'), 2026);
			const card = cards.find(({ cardId }) => cardId === 'a')!;
			expect(card.years.reduce((a, b) => a + b) + card.later).toBe(card.n);
			expect(card.n + card.cannotSay).toBe(values.length);
		}),
	);
});
