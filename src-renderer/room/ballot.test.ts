import { expect, test } from 'vitest';
import { changesFor, dotsLeft, merged, reasonOf, statusOf, type Given } from './ballot.ts';
import { testRound } from './testRoom.ts';

const answers = (...given: Given[]) => merged(given.map((one, seq) => ({ ...one, seq: seq + 1 })), []);
const given = (cardId: string, criterion: Given['criterion'], value: Given['value'], reason: string | null = null): Given => ({ cardId, criterion, value, reason });

test('what waits stands over what the room has', () => {
	const all = merged([{ ...given('a', 'relevancy', 2), seq: 1 }], [{ ...given('a', 'relevancy', null), seq: 2 }]);
	expect(all['a/relevancy']?.value).toBe(null);
});

test('a card is open, partly answered or answered; "I can’t say" is an answer, one that was taken back is none', () => {
	const round = testRound();
	expect(statusOf(round, answers(), 'a')).toBe('open');
	expect(statusOf(round, answers(given('a', 'relevancy', 'cannot say')), 'a')).toBe('partly');
	expect(statusOf(round, answers(given('a', 'relevancy', 1), given('a', 'timing', 'later')), 'a')).toBe('answered');
	expect(statusOf(round, answers(given('a', 'relevancy', null)), 'a')).toBe('open');
});

test('dots are counted over all cards', () => {
	const round = testRound({ criteria: ['dots'], dots: 7 });
	expect(dotsLeft(round, answers(given('a', 'dots', 3), given('b', 'dots', 2), given('c', 'dots', null)))).toBe(2);
	expect(dotsLeft(testRound(), answers())).toBe(null);
});

test('only what changes is sent', () => {
	const round = testRound();
	const before = answers(given('a', 'relevancy', 4, 'why'));
	expect(changesFor(round, before, 'a', { relevancy: 4 }, 'why')).toEqual([]);
	expect(changesFor(round, before, 'a', { timing: 2030 }, 'why')).toEqual([given('a', 'timing', 2030)]);
	expect(changesFor(round, before, 'a', {}, 'because')).toEqual([given('a', 'relevancy', 4, 'because')]);
});

test('a reason moves with the first answer that stands, and goes with the last one', () => {
	const round = testRound();
	const before = answers(given('a', 'relevancy', 4, 'why'), given('a', 'timing', 2030));
	expect(changesFor(round, before, 'a', { relevancy: null }, 'why')).toEqual([given('a', 'relevancy', null), given('a', 'timing', 2030, 'why')]);
	expect(changesFor(round, before, 'a', { relevancy: null, timing: null }, 'why')).toEqual([given('a', 'relevancy', null), given('a', 'timing', null)]);
	expect(reasonOf(round, before, 'a')).toBe('why');
});
