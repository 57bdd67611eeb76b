import { expect, test } from 'vitest';
import { ballot, round } from './testRecords.ts';
import { turnoutOf, unfinishedSentence } from './turnout.ts';

test('a person has voted with the first answer and is finished with the last', () => {
	const asked = round({ cardIds: ['a', 'b'], peopleInRoom: 4 });
	const turnout = turnoutOf(asked, [ballot('p', 'a', 3), ballot('p', 'b', 'cannot say'), ballot('q', 'a', 1)]);
	expect(turnout).toMatchObject({ voted: 2, finished: 1, partly: 1, notStarted: 2 });
	expect([...turnout.byCard]).toEqual([['a', 2], ['b', 1]]);
});

test('other rounds and cards that left the round are not counted', () => {
	const other = { ...ballot('p', 'a', 3), roundId: 'another' };
	expect(turnoutOf(round({ cardIds: ['a'] }), [other, ballot('q', 'gone', 2)])).toMatchObject({ voted: 0, finished: 0 });
});

test('an answer by two criteria is one answer to the card', () => {
	const second = { ...ballot('p', 'a', 2), criterion: 'impact' as const };
	expect(turnoutOf(round({ cardIds: ['a'] }), [ballot('p', 'a', 3), second]).byCard.get('a')).toBe(1);
});

test('more voters than were counted leave nobody waiting', () => {
	const turnout = turnoutOf(round({ cardIds: ['a'], peopleInRoom: 1 }), [ballot('p', 'a', 3), ballot('q', 'a', 3)]);
	expect(turnout.notStarted).toBe(0);
	expect(unfinishedSentence(turnout)).toBe('Everyone has answered every card.');
});

test('the sentence beside Close and reveal says who is not finished', () => {
	const asked = round({ cardIds: ['a', 'b'], peopleInRoom: 3 });
	expect(unfinishedSentence(turnoutOf(asked, []))).toBe('Nobody has voted yet.');
	expect(unfinishedSentence(turnoutOf(asked, [ballot('p', 'a', 1)]))).toBe('3 people are not finished. What they have entered counts.');
	expect(unfinishedSentence(turnoutOf({ ...asked, peopleInRoom: null }, [ballot('p', 'a', 1)]))).toBe('1 person is not finished. What they have entered counts.');
});
