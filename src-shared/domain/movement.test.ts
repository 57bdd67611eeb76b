import { expect, test } from 'vitest';
import { movements } from './movement.ts';
import { roundOf, votes } from './testing/votes.ts';

const again = { roundId: 'r2' };

test('a card’s ranks are counted among the cards of both rounds, and its quartiles are told for both', () => {
	const first = roundOf({ cardIds: ['top', 'a', 'b', 'c'] });
	const second = roundOf({ id: 'r2', cardIds: ['a', 'b', 'c', 'fresh'] });
	const ballots = [
		...votes('top', [5, 5]), ...votes('a', [1, 5]), ...votes('b', [4, 4]), ...votes('c', [2, 2]),
		...votes('a', [4, 5], 'relevancy', again), ...votes('b', [3, 3], 'relevancy', again), ...votes('fresh', [5], 'relevancy', again),
	];
	const moved = movements(first, second, ballots, 'relevancy', 2026);
	expect(moved.map(({ cardId, climbed }) => [cardId, climbed])).toEqual([['a', 1], ['b', -1], ['c', null]]);
	expect(moved[0]).toMatchObject({
		before: { rank: 2, middle: 3, from: 2, to: 4, agreed: false, n: 2 },
		after: { rank: 1, middle: 4.5, from: 4.25, to: 4.75, agreed: true, n: 2 },
	});
});

test('years move to and from after the horizon, and dots and approval by their shares', () => {
	const rounds = (criterion: 'timing' | 'dots' | 'approval') => [roundOf({ criteria: [criterion] }), roundOf({ id: 'r2', criteria: [criterion], cardIds: ['a', 'b'] })] as const;
	const timing = movements(...rounds('timing'), [...votes('a', [2030, 2031, 'later'], 'timing'), ...votes('a', ['later', 'later', 2031], 'timing', again)], 'timing', 2026);
	expect(timing[0]).toMatchObject({ before: { middle: 2031, to: Infinity }, after: { middle: Infinity, from: Infinity, to: Infinity } });
	// Card c is not asked about again, so its dots have no part in the shares.
	const dots = movements(...rounds('dots'), [...votes('a', [3], 'dots'), ...votes('b', [1], 'dots'), ...votes('c', [6], 'dots'), ...votes('a', [1, 1], 'dots', again)], 'dots', 2026);
	expect(dots[0]).toMatchObject({ cardId: 'a', before: { middle: 0.75, n: 1 }, after: { middle: 1, n: 2 } });
	const approval = movements(...rounds('approval'), [...votes('a', [1, 0], 'approval'), ...votes('a', [1, 1], 'approval', again)], 'approval', 2026);
	expect(approval[0]).toMatchObject({ before: { middle: 0.5 }, after: { middle: 1 } });
});

test('a criterion that was not asked both times has no movement', () => {
	expect(movements(roundOf(), roundOf({ id: 'r2', criteria: ['impact'] }), [], 'impact', 2026)).toEqual([]);
});
