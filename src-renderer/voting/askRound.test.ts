import { expect, test } from 'vitest';
import type { RoomState } from '../../src-shared/schemas/room.ts';
import { leftBehind, roundToAsk } from './askRound.ts';
import { round } from './testRecords.ts';

const room = (roundId: string | null, workshopId = 'w') =>
	({ open: { workshopId }, turnout: roundId === null ? null : { roundId, voted: 0, finished: 0, byCard: {} }, problem: null }) as unknown as RoomState;
const first = round({ id: 'r1', openedAt: '2026-05-01T10:00:00.000Z' });
const second = round({ id: 'r2', openedAt: '2026-05-01T11:00:00.000Z' });

test('the open round is asked as soon as both are open, and the one that opened first of several', () => {
	expect(roundToAsk(room(null), 'w', [second, first])).toBe(first);
	expect(roundToAsk(room('r2'), 'w', [second, first])).toBeNull();
	expect(roundToAsk(room(null), 'w', [round({ state: 'draft' })])).toBeNull();
	expect(roundToAsk({ open: null, turnout: null, problem: null }, 'w', [first])).toBeNull();
	expect(roundToAsk(null, 'w', [first])).toBeNull();
});

test('a room that is open for another workshop is asked nothing of this one', () => {
	expect(roundToAsk(room(null, 'other'), 'w', [first])).toBeNull();
});

test('a revealed round that the room still holds is seen to, though nobody remembers', () => {
	const revealed = round({ id: 'r1', state: 'revealed' });
	expect(leftBehind(room('r1'), [revealed])).toEqual([{ is: 'kept', roundId: 'r1' }, { is: 'forget', scope: 'workshop-w' }]);
	expect(leftBehind(room('r1'), [{ ...revealed, unlinked: true }]).map(({ is }) => is)).toEqual(['kept', 'ended', 'forget']);
	expect(leftBehind(room('r1'), [first])).toEqual([]);
	expect(leftBehind(room(null), [revealed])).toEqual([]);
});
