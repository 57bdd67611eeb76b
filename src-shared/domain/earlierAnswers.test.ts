import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { Ballot } from '../schemas/records.ts';
import { earlierAnswersSchema } from '../schemas/room.ts';
import { earlierAnswers } from './earlierAnswers.ts';
import { cast, roundOf } from './testing/votes.ts';

const round = roundOf({ criteria: ['relevancy', 'timing'], cardIds: ['a', 'b'] });
const because = (participant: string, reason: string, cardId = 'a'): Ballot => cast(participant, cardId, 2, 'relevancy', { reason });
const five = ['Too early.', 'Too small.', 'Nobody pays for it.', 'It was tried before.', 'The law forbids it.'];

test('people are handed the counts by value, of every card and criterion', () => {
	const ballots = [cast('p', 'a', 4), cast('q', 'a', 4), cast('s', 'a', 'cannot say'), cast('p', 'a', 2028.75, 'timing'), cast('q', 'a', 2028, 'timing'), cast('s', 'a', 'later', 'timing'), cast('x', 'a', 1, 'relevancy', { roundId: 'other' })];
	const answers = earlierAnswers(round, ballots);
	expect(answers).toEqual([
		{ cardId: 'a', criterion: 'relevancy', votes: { 4: 2, 'cannot say': 1 }, reasons: [] },
		{ cardId: 'b', criterion: 'relevancy', votes: {}, reasons: [] },
		{ cardId: 'a', criterion: 'timing', votes: { 2028: 2, later: 1 }, reasons: [] },
		{ cardId: 'b', criterion: 'timing', votes: {}, reasons: [] },
	]);
	for (const answer of answers) v.parse(earlierAnswersSchema, answer);
});

test('reasons stand in an order of their own, the same whoever wrote them and whenever they did', () => {
	const reasons = (ballots: Ballot[]) => earlierAnswers(round, ballots)[0]!.reasons;
	const given = five.map((reason, index) => because(`p${index}`, reason));
	const shown = reasons(given);
	expect([...shown].sort()).toEqual([...five].sort());
	expect(reasons([...given].reverse())).toEqual(shown);
	expect(reasons(five.map((reason, index) => because(`other${9 - index}`, ` ${reason} `)))).toEqual(shown);
	expect(JSON.stringify(earlierAnswers(round, given))).not.toMatch(/p[0-4]/);
});

test('with fewer than five reasons in the whole round none is handed out', () => {
	const four = five.slice(0, 4).map((reason, index) => because(`p${index}`, reason));
	expect(earlierAnswers(round, four)[0]!.reasons).toEqual([]);
	expect(earlierAnswers(round, [...four, because('p4', five[4]!, 'b')])[0]!.reasons).toHaveLength(4);
});

test('nothing of a round that is not revealed is handed out', () => {
	for (const state of ['draft', 'open', 'closed'] as const) expect(earlierAnswers({ ...round, state }, [cast('p', 'a', 4)])).toEqual([]);
});
