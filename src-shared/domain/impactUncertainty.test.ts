import fc from 'fast-check';
import { expect, test } from 'vitest';
import { impactMap, slotsOf } from './impactUncertainty.ts';
import { roundOf, votes } from './testing/votes.ts';

const both = roundOf({ criteria: ['impact', 'uncertainty'], cardIds: ['a', 'b', 'c'] });
const rated = (cardId: string, impact: number[], uncertainty: number[]) => [...votes(cardId, impact, 'impact'), ...votes(cardId, uncertainty, 'uncertainty')];

test('a card stands at its medians, with the middle half of both, and what is high on both is proposed', () => {
	const { points } = impactMap([both], [...rated('a', [4, 5, 4], [4, 4, 5]), ...rated('b', [3, 4, 3, 4], [5, 5, 5, 5]), ...rated('c', [5, 5], [2, 3])]);
	expect(points.map(({ cardId, isHigh }) => [cardId, isHigh])).toEqual([['c', false], ['a', true], ['b', false]]);
	expect(points[1]).toMatchObject({ impact: { q1: 4, median: 4, q3: 4.5, n: 3 }, uncertainty: { q1: 4, median: 4, q3: 4.5 } });
	expect(points[2]!.impact.median).toBe(3.5);
});

test('a card that was rated by one of the two only is not on the map', () => {
	expect(impactMap([both], [...rated('a', [4], [4]), ...votes('b', [5, 5], 'impact')]).points.map(({ cardId }) => cardId)).toEqual(['a']);
});

test.each(['draft', 'open', 'closed'] as const)('nothing of a round that is %s is on the map or in its counts', (state) => {
	expect(impactMap([{ ...both, state }], rated('a', [5, 5], [5, 5]))).toEqual({ points: [], voters: 0, roundTitles: [] });
});

test('voters are the people who gave a number, of the round with the most of them', () => {
	const later = roundOf({ id: 'r2', title: 'Round 2', criteria: ['uncertainty'], cardIds: ['a'], revealedAt: '2026-05-14T10:00:00.000Z' });
	const ballots = [...rated('a', [4, 4, 4], [5]), ...votes('b', ['cannot say', 'cannot say', 'cannot say', 'cannot say'], 'impact'), ...votes('a', [1, 2], 'uncertainty', { roundId: 'r2' })];
	const map = impactMap([later, both], ballots);
	expect(map).toMatchObject({ voters: 3, roundTitles: ['Round 1', 'Round 2'] });
	expect(map.points[0]).toMatchObject({ impact: { roundTitle: 'Round 1' }, uncertainty: { median: 1.5, roundTitle: 'Round 2' } });
});

test('every card is in exactly one slot, and the fields from 4 on hold exactly what is high', () => {
	const list = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 6 });
	fc.assert(
		fc.property(fc.array(fc.tuple(list, list), { maxLength: 30 }), (cards) => {
			const cardIds = cards.map((_, index) => `c${index}`);
			const { points } = impactMap([{ ...both, cardIds }], cards.flatMap(([impact, uncertainty], index) => rated(`c${index}`, impact, uncertainty)));
			for (const step of [0.5, 1] as const) {
				const slots = slotsOf(points, step);
				expect(slots.flatMap(({ points: own }) => own.map(({ cardId }) => cardId)).sort()).toEqual([...cardIds].sort());
				expect(new Set(slots.map(({ impact, uncertainty }) => `${impact} ${uncertainty}`)).size).toBe(slots.length);
			}
			for (const { impact, uncertainty, points: own } of slotsOf(points, 1)) {
				for (const { isHigh } of own) expect(isHigh).toBe(impact >= 4 && uncertainty >= 4);
			}
		}),
	);
});
