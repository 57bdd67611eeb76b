import { expect, test } from 'vitest';
import { roundOf, votes } from './testing/votes.ts';
import { cardTimes, worldRidges } from './worldHills.ts';

const round = roundOf({ criteria: ['timing'] });
const timed = (values: (number | 'later')[], cardId = 'a') => cardTimes([round], votes(cardId, values, 'timing'), 2026).get(cardId)!;
/** The time at which a ridge is highest. */
const peak = (heights: number[]) => (heights.indexOf(Math.max(...heights)) * 10) / (heights.length - 1);

test('a card’s times are those of its revealed round, counted from the base year', () => {
	expect(timed([2028, 2030.5, 'later'])).toEqual({ times: [2, 4.5], median: 4.5, n: 3 });
	expect(cardTimes([{ ...round, state: 'closed' }], votes('a', [2028], 'timing'), 2026).size).toBe(0);
});

test('a ridge stands where the room put its cards, the far ones first and the near ones last', () => {
	const ridges = worldRidges([{ times: timed([2028, 2028, 2028]), weight: 2 }, { times: timed([2034, 2034]), weight: 2 }]);
	expect(ridges.map(({ distance, heights }) => [distance, peak(heights)])).toEqual([[2, 8], [0, 2]]);
	expect(Math.max(...ridges[0]!.heights)).toBeCloseTo(1, 6);
});

test('a card weighs by its weight and not by how many voted on it', () => {
	const [far, near] = worldRidges([{ times: timed([2034]), weight: 3 }, { times: timed([2028, 2028, 2028, 2028]), weight: 1 }]);
	expect(Math.max(...far!.heights) / Math.max(...near!.heights)).toBeCloseTo(3, 6);
});

test('without votes on dates there are no hills, and votes for later make none', () => {
	expect(worldRidges([])).toEqual([]);
	expect(worldRidges([{ times: timed(['later', 'later']), weight: 2 }])).toEqual([]);
});

test('votes that lie outside the ten years make no hill, and no height that is no number', () => {
	expect(worldRidges([{ times: { times: [99, -80], median: 99, n: 2 }, weight: 2 }])).toEqual([]);
});
