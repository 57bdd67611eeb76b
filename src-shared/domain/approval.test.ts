import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tallyApproval } from './approval.ts';
import { roundOf, votes } from './testing/votes.ts';

const round = roundOf({ criteria: ['approval'] });

test('the share of yes is of those who decided; who is unsure is counted apart', () => {
	const [card] = tallyApproval(round, votes('a', [1, 1, 1, 0, 'cannot say'], 'approval')).cards;
	expect(card).toMatchObject({ cardId: 'a', yes: 3, no: 1, unsure: 1, n: 4, share: 0.75, rank: 1 });
	// Mean 0.75 on 0 to 1: 1 + ¼·log₂(1 − ¾) + ¾·log₂(1 − ¼) = 1 − ½ − 0.311278.
	expect(card!.consensus).toBeCloseTo(0.188722, 6);
});

test('one half against the other is no consensus, and all alike is all of it', () => {
	const { cards } = tallyApproval(round, [...votes('a', [1, 0], 'approval'), ...votes('b', [0, 0], 'approval'), ...votes('c', ['cannot say'], 'approval')]);
	expect(cards.map(({ cardId, share, consensus, rank }) => [cardId, share, consensus, rank])).toEqual([['a', 0.5, 0, 1], ['b', 0, 1, 2], ['c', null, null, null]]);
});

test('of equal shares the one with more yes comes first', () => {
	const { cards } = tallyApproval(round, [...votes('a', [1], 'approval'), ...votes('b', [1, 1, 1], 'approval')]);
	expect(cards.map(({ cardId }) => cardId)).toEqual(['b', 'a', 'c']);
});

test('every answer is yes, no, unsure, or none of approval’s', () => {
	fc.assert(
		fc.property(fc.array(fc.constantFrom(0, 1, 2, 0.5, 'cannot say' as const, 'later' as const)), (values) => {
			const card = tallyApproval(round, votes('a', values, 'approval')).cards.find(({ cardId }) => cardId === 'a')!;
			expect(card.n + card.unsure).toBe(values.filter((value) => value === 0 || value === 1 || value === 'cannot say').length);
			expect(card.share === null ? card.n : Math.round(card.share * card.n)).toBe(card.share === null ? 0 : card.yes);
		}),
	);
});
