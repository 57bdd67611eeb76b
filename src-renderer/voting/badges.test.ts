import { expect, test } from 'vitest';
import { roundBadges } from './badges.ts';
import { ballot, round } from './testRecords.ts';

const records = (rounds: ReturnType<typeof round>[], ballots: ReturnType<typeof ballot>[]) => ({ rounds: { all: rounds }, ballots: { all: ballots } });
const revealed = (patch: Parameters<typeof round>[0]) => round({ state: 'revealed', revealedAt: '2026-05-01T10:00:00.000Z', ...patch });

test('nothing of a round shows before it is revealed', () => {
	expect(roundBadges(records([round({ state: 'closed' })], [ballot('p', 'a', 5)])).size).toBe(0);
});

test('a card shows the latest revealed round that anyone voted on it in', () => {
	const first = revealed({});
	const second = revealed({ id: 'r2', title: 'Round 2', cardIds: ['a'], revealedAt: '2026-05-01T11:00:00.000Z' });
	const again = { ...ballot('p', 'a', 2), roundId: 'r2' };
	const badges = roundBadges(records([second, first], [ballot('p', 'a', 5), ballot('p', 'b', 4), again]));
	expect(badges.get('a')).toEqual({ median: 2, agreed: true, roundTitle: 'Round 2' });
	expect(badges.get('b')).toMatchObject({ median: 4, roundTitle: 'Round 1' });
	expect(badges.has('c')).toBe(false);
});
