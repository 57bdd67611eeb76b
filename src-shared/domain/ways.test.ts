import { expect, test } from 'vitest';
import { cast, roundOf } from './testing/votes.ts';
import { waysOf, waysWords } from './ways.ts';

test('people are counted once however much they answered, each by the way they came', () => {
	const ballots = [
		...['a', 'b', 'c'].flatMap((card) => ['p', 'q'].map((voter) => cast(voter, card, 3))),
		cast('sheet', 'a', 1, 'relevancy', { way: 'paper' }),
		cast('turn', 'b', 'cannot say', 'relevancy', { way: 'hot seat' }),
		cast('other', 'a', 1, 'relevancy', { roundId: 'r2', way: 'paper' }),
	];
	expect(waysOf(roundOf(), ballots)).toEqual({ phone: 2, paper: 1, 'hot seat': 1 });
});

test('ways are said from the phones on, and those nobody came are not', () => {
	expect(waysWords({ phone: 29, paper: 3, 'hot seat': 2 })).toBe('29 by phone, 3 on paper, 2 on this laptop');
	expect(waysWords({ phone: 0, paper: 1, 'hot seat': 0 })).toBe('1 on paper');
	expect(waysWords({ phone: 0, paper: 0, 'hot seat': 0 })).toBe('');
});
