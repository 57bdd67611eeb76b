import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tallyDots } from './dots.ts';
import { cast, roundOf, votes } from './testing/votes.ts';

const round = roundOf({ criteria: ['dots'], dots: 5 });

test('dots and distinct voters are both told: six dots of two people rank before four of four, and share nothing with them', () => {
	const tally = tallyDots(round, [...votes('a', [1, 1, 1, 1], 'dots'), ...votes('b', [3, 3], 'dots'), ...votes('c', [0, 'cannot say'], 'dots')]);
	expect(tally).toMatchObject({ turnout: 4, budget: 5, given: 10 });
	expect(tally.cards).toEqual([
		{ cardId: 'b', dots: 6, voters: 2, share: 0.6, rank: 1, tied: false },
		{ cardId: 'a', dots: 4, voters: 4, share: 0.4, rank: 2, tied: false },
		{ cardId: 'c', dots: 0, voters: 0, share: 0, rank: null, tied: false },
	]);
});

test('of cards with as many dots the one that more people gave them comes first, and equal ones share a rank', () => {
	const tally = tallyDots(round, [...votes('a', [4], 'dots'), ...votes('b', [1, 3], 'dots'), cast('q', 'c', 4, 'dots')]);
	expect(tally.cards.map(({ cardId, rank, tied }) => [cardId, rank, tied])).toEqual([['b', 1, false], ['a', 2, true], ['c', 2, true]]);
});

test('what is no whole number of dots is none, and casting again replaces', () => {
	const tally = tallyDots(round, [cast('p', 'a', 5, 'dots'), cast('p', 'a', 2, 'dots'), cast('q', 'a', -3, 'dots'), cast('r', 'a', 1.5, 'dots'), cast('t', 'a', 'later', 'dots')]);
	expect(tally.cards[0]).toMatchObject({ dots: 2, voters: 1 });
	expect(tallyDots(round, []).cards[0]!.share).toBeNull();
});

test('the cards’ dots add up to those given, and no card has more voters than dots', () => {
	fc.assert(
		fc.property(fc.array(fc.tuple(fc.nat(5), fc.constantFrom('a', 'b', 'c'), fc.integer({ min: -1, max: 6 }))), (given) => {
			const tally = tallyDots(round, given.map(([person, card, value]) => cast(`p${person}`, card, value, 'dots')));
			expect(tally.cards.reduce((sum, { dots }) => sum + dots, 0)).toBe(tally.given);
			for (const { dots, voters } of tally.cards) {
				expect(voters).toBeLessThanOrEqual(dots);
				expect(voters).toBeLessThanOrEqual(tally.turnout);
			}
		}),
	);
});
