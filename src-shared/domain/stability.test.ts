import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BallotValue, Criterion, Round } from '../schemas/records.ts';
import { changeSince, changeToKeep, earlierOf, knownChange, stabilityOf, variation } from './stability.ts';
import { cast, roundOf, votes } from './testing/votes.ts';

const first = roundOf();
const second = roundOf({ id: 'r2', title: 'Round 2', openedAt: '2026-05-14T10:00:00.000Z', revealedAt: '2026-05-14T10:10:00.000Z' });
const again = { roundId: 'r2' };
const change = (was: readonly BallotValue[], is: readonly BallotValue[], criterion: Criterion = 'relevancy') => {
	const of = (round: Round) => ({ ...round, criteria: [criterion] });
	return changeSince(of(first), of(second), [...votes('a', was, criterion), ...votes('a', is, criterion, again)]);
};
const counted = (outcome: ReturnType<typeof changeSince>) => {
	if ('undefined' in outcome) throw new Error(outcome.undefined);
	return outcome;
};
const times = (...counts: number[]): number[] => counts.flatMap((n, index) => new Array<number>(n).fill(index + 1));

test('the net change is half of what the bars differ, of the voters', () => {
	// Bars 2 3 2 2 1, then 1 3 3 2 1: they differ by 1 and 1, so one vote of ten has moved.
	const moved = counted(change(times(2, 3, 2, 2, 1), times(1, 3, 3, 2, 1)));
	expect(moved.cards).toEqual([{ cardId: 'a', criterion: 'relevancy', voters: 10, moved: 1, cvChange: null }]);
	expect(stabilityOf(moved, 'relevancy', 'a')).toEqual({ net: 0.1, isStable: true, votes: 10, cvChange: null });
	// Two people who change places change no bar: it is the net change.
	expect(stabilityOf(counted(change([1, 5, 3, 3], [5, 1, 3, 3])), 'relevancy')).toMatchObject({ net: 0 });
});

test('15 % is not under 15 %', () => {
	const net = (moved: number) => stabilityOf(counted(change(times(20), times(20 - moved, moved))), 'relevancy')!;
	expect([net(2), net(3)]).toMatchObject([{ net: 0.1, isStable: true }, { net: 0.15, isStable: false }]);
});

test('only voters who answered both times count, and "I can’t say" is no vote', () => {
	const ballots = [...votes('a', [1, 1, 1, 1, 5]), ...votes('a', [2, 1, 1, 'cannot say'], 'relevancy', again), cast('new', 'a', 5, 'relevancy', again)];
	expect(counted(changeSince(first, second, ballots)).cards).toMatchObject([{ voters: 3, moved: 1 }]);
});

test('from 30 raters on the coefficients of variation are compared, and below it not', () => {
	// 15 times 2 and 15 times 4, then 3 and 5: s = √(30/29) both times, over 3 and over 4.
	const halves = (low: number, high: number, n = 15) => [...new Array<number>(n).fill(low), ...new Array<number>(n).fill(high)];
	const s = Math.sqrt(30 / 29);
	expect(counted(change(halves(2, 4), halves(3, 5))).cards[0]!.cvChange).toBeCloseTo(s / 3 - s / 4, 12);
	expect(s / 3 - s / 4).toBeCloseTo(0.084758, 6);
	expect(counted(change(halves(2, 4, 14), halves(3, 5, 14))).cards[0]!.cvChange).toBeNull();
	expect(variation([2, 4])).toBeCloseTo(Math.SQRT2 / 3, 12);
	// Years have no zero to measure a variation from.
	expect(counted(change(halves(2027, 2028), halves(2030, 2031), 'timing')).cards[0]!.cvChange).toBeNull();
});

test('years are compared by calendar year, dots by their number with none for none, approval with who is unsure', () => {
	expect(counted(change([2028, 2028.75, 'later'], [2028.5, 2029, 'later'], 'timing')).cards[0]).toMatchObject({ voters: 3, moved: 1 });
	expect(counted(change([1, 0, 'cannot say'], [1, 1, 'cannot say'], 'approval')).cards[0]).toMatchObject({ voters: 3, moved: 1 });
	const dots = { ...first, criteria: ['dots' as const] };
	const [was, is] = [[cast('p', 'a', 3, 'dots'), cast('q', 'a', 3, 'dots'), cast('s', 'b', 3, 'dots')], [cast('p', 'b', 3, 'dots', again), cast('q', 'a', 3, 'dots', again), cast('s', 'b', 3, 'dots', again)]];
	const moved = counted(changeSince(dots, { ...second, criteria: ['dots'] }, [...was, ...is]));
	expect(moved.cards.map(({ cardId, voters, moved }) => [cardId, voters, moved])).toEqual([['a', 3, 1], ['b', 3, 1], ['c', 3, 0]]);
});

test('where nobody is known to be the same, or fewer than three are, it says so', () => {
	expect(change([1, 2], [1, 2])).toEqual({ undefined: 'How far the same people moved since Round 1 cannot be worked out: fewer than three voters are known to be the same in both rounds.' });
	expect(changeSince(first, second, [...votes('a', [1, 2, 3]), ...['x', 'y', 'z'].map((voter) => cast(voter, 'a', 2, 'relevancy', again))])).toHaveProperty('undefined');
	const ballots = [...votes('a', [1, 2, 3]), ...votes('a', [1, 2, 3], 'relevancy', again)];
	expect(changeSince({ ...first, unlinked: true }, second, ballots)).toMatchObject({ undefined: expect.stringMatching(/the series has ended/) as string });
	const elsewhere = [...votes('a', [1, 2, 3]), ...votes('b', [1, 2, 3], 'relevancy', again)];
	expect(changeSince(first, second, elsewhere)).toMatchObject({ undefined: expect.stringMatching(/on no card/) as string });
});

test('a round is compared with the one it asks about again, else with the last of its series on any of its cards', () => {
	const other = roundOf({ id: 'other', seriesId: 'o' });
	const third = roundOf({ id: 'r3', openedAt: '2026-05-14T11:00:00.000Z', cardIds: ['a'] });
	expect(earlierOf(third, [first, second, third, other])?.id).toBe('r2');
	expect(earlierOf({ ...third, earlierRoundId: 'r' }, [first, second, third])?.id).toBe('r');
	expect(earlierOf({ ...third, earlierRoundId: 'r' }, [{ ...first, state: 'closed' }, second, third])?.id).toBe('r2');
	expect([earlierOf(first, [first, second]), earlierOf({ ...third, cardIds: ['z'] }, [first, second]), earlierOf({ ...third, criteria: ['impact'] }, [first, second])]).toEqual([null, null, null]);
});

test('what a closing round keeps is what is told of it once nobody can count it any more', () => {
	const ballots = [...votes('a', [1, 2, 3, 4]), ...votes('a', [2, 2, 3, 4], 'relevancy', again)];
	const kept = changeToKeep(second, [first, second], ballots)!;
	const closed = { ...second, unlinked: true, change: kept };
	const fresh = ballots.map((ballot, index) => ({ ...ballot, participant: `new${index}` }));
	expect(knownChange(closed, [first, closed], fresh)).toEqual({ earlier: first, change: kept });
	expect(knownChange({ ...second, unlinked: true }, [first, second], fresh)?.change).toHaveProperty('undefined');
	expect([changeToKeep(first, [first, second], ballots), knownChange(first, [first], ballots)]).toEqual([undefined, null]);
});

test('the net change is between none and all of the votes, none where nothing changed, and the same both ways', () => {
	const pairs = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })), { minLength: 3, maxLength: 40 });
	fc.assert(
		fc.property(pairs, (given) => {
			const [was, is] = [given.map(([a]) => a), given.map(([, b]) => b)];
			const net = stabilityOf(counted(change(was, is)), 'relevancy')!.net;
			expect(net).toBeGreaterThanOrEqual(0);
			expect(net).toBeLessThanOrEqual(1);
			expect(stabilityOf(counted(change(is, was)), 'relevancy')!.net).toBe(net);
			expect(stabilityOf(counted(change(was, was)), 'relevancy')!.net).toBe(0);
			expect(net * given.length).toBeLessThanOrEqual(given.filter(([a, b]) => a !== b).length + 1e-9);
		}),
	);
});
