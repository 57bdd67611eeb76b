import { expect, test } from 'vitest';
import { otherPairs, pairCorrelation, uncertaintyRatings, verdictOf } from './axisPairs.ts';
import { roundOf, votes } from './testing/votes.ts';

const asked = roundOf({ criteria: ['impact', 'uncertainty'] });
const uncertain = (cardId: string, values: (number | 'cannot say')[], roundId = 'r') => votes(cardId, values, 'uncertainty', { roundId });
const ballots = [...uncertain('a', [1, 2, 3, 4, 5]), ...uncertain('b', [5, 1, 2, 3, 4]), ...uncertain('c', [1, 2, 3, 5, 4])];

test('the correlation is of what the same people gave both cards for uncertainty', () => {
	// Ranks 1 2 3 4 5 against 5 1 2 3 4: Σd² = 20, ρ = 1 − 120/120 = 0.
	expect(pairCorrelation(uncertaintyRatings([asked], ballots), 'a', 'b')).toEqual({ rho: 0, n: 5 });
	// Against 1 2 3 5 4: Σd² = 2, ρ = 1 − 12/120.
	expect(pairCorrelation(uncertaintyRatings([asked], ballots), 'a', 'c')).toEqual({ rho: expect.closeTo(0.9, 12), n: 5 });
	const impact = votes('b', [1, 2, 3, 4, 5], 'impact');
	expect(pairCorrelation(uncertaintyRatings([asked], [...uncertain('a', [1, 2, 3, 4, 5]), ...impact]), 'a', 'b')).toEqual({ undefined: expect.stringContaining('Fewer than 3 people') });
});

test('people who rated one of the two only, or could not say, are left out', () => {
	const some = [...uncertain('a', [1, 2, 3, 4, 'cannot say', 5]), ...uncertain('b', [1, 2, 'cannot say', 4, 5])];
	expect(pairCorrelation(uncertaintyRatings([asked], some), 'a', 'b')).toEqual({ rho: 1, n: 3 });
	expect(pairCorrelation(uncertaintyRatings([asked], [...uncertain('a', [1, 2]), ...uncertain('b', [2, 1])]), 'a', 'b')).toEqual({ undefined: 'Fewer than 3 people rated both cards.' });
});

test('votes of two rounds are never put together, the latest round that can tell counts, and unrevealed ones are not read', () => {
	const second = roundOf({ id: 'r2', criteria: ['uncertainty'], revealedAt: '2026-05-14T11:00:00.000Z' });
	const later = [...ballots, ...uncertain('a', [1, 2, 3], 'r2'), ...uncertain('b', [1, 2, 3], 'r2')];
	expect(pairCorrelation(uncertaintyRatings([asked, second], later), 'a', 'b')).toEqual({ rho: 1, n: 3 });
	expect(pairCorrelation(uncertaintyRatings([asked, second], later), 'a', 'c')).toMatchObject({ n: 5 });
	expect(pairCorrelation(uncertaintyRatings([asked, { ...second, state: 'closed' }], later), 'a', 'b')).toEqual({ rho: 0, n: 5 });
	const apart = [roundOf({ criteria: ['uncertainty'], cardIds: ['a'] }), { ...second, cardIds: ['b'] }];
	expect(pairCorrelation(uncertaintyRatings(apart, later), 'a', 'b')).toEqual({ undefined: 'No revealed round asked how uncertain both cards are.' });
});

test('a pair is too alike from 0.5 on in either direction, and good where its votes hardly move together', () => {
	expect([0.12, 0.2, -0.49, 0.5, -0.5].map(verdictOf)).toEqual(['good', 'workable', 'workable', 'alike', 'opposed']);
});

test('other pairs come with the least alike first, and those without a figure last', () => {
	const pairs = otherPairs(uncertaintyRatings([asked], ballots), ['a', 'b', 'c', 'd'], ['c', 'a']);
	// b and c: 5 1 2 3 4 against 1 2 3 5 4, Σd² = 22, ρ = −0.1.
	expect(pairs.map(({ cardIds }) => cardIds.join(''))).toEqual(['ab', 'bc', 'ad', 'bd', 'cd']);
	expect(pairs[1]?.correlation).toEqual({ rho: expect.closeTo(-0.1, 12), n: 5 });
});
