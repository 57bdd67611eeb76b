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

test('a person is finished when every card is answered by every criterion, all dots are given, or the ballot is of paper', () => {
	const two = round({ cardIds: ['a'], criteria: ['relevancy', 'impact'] });
	expect(turnoutOf(two, [ballot('p', 'a', 3)])).toMatchObject({ voted: 1, finished: 0 });
	expect(turnoutOf(two, [ballot('p', 'a', 3), { ...ballot('p', 'a', 2), criterion: 'impact' }])).toMatchObject({ finished: 1 });
	const dots = (n: number) => ({ ...ballot('p', 'a', n), criterion: 'dots' as const });
	const asked = round({ cardIds: ['a', 'b'], criteria: ['dots'], dots: 4 });
	expect([dots(3), dots(4)].map((given) => turnoutOf(asked, [given]).finished)).toEqual([0, 1]);
	expect(turnoutOf(two, [{ ...ballot('p', 'a', 3), way: 'paper' }]).finished).toBe(1);
});

test('phones, paper and this laptop are counted together, and who has joined and not voted has not started', () => {
	const asked = round({ cardIds: ['a', 'b'] });
	const there = { roundId: 'r', voted: 3, finished: 1, byCard: { a: 3, b: 1 } };
	const turnout = turnoutOf(asked, [ballot('p', 'a', 3)], { turnout: there, joined: 5 });
	expect(turnout).toMatchObject({ voted: 4, finished: 1, partly: 3, notStarted: 2 });
	expect([...turnout.byCard]).toEqual([['a', 4], ['b', 1]]);
	expect(turnoutOf({ ...asked, peopleInRoom: 10 }, [], { turnout: there, joined: 5 }).notStarted).toBe(7);
	expect(turnoutOf(asked, [], { turnout: { ...there, roundId: 'another' }, joined: 0 })).toMatchObject({ voted: 0, notStarted: null });
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
