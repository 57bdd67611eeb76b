import { expect, test } from 'vitest';
import type { Ballot, BallotValue, Criterion, Round } from '../schemas/records.ts';
import { contestedFirst, roomResults, showsGuess, standingCriteria } from './roomResults.ts';

const round = (patch: Partial<Round> = {}): Round => ({
	id: 'r', workshopId: 'w', seriesId: 's', title: 'Round 1', criteria: ['relevancy', 'timing'], cardIds: ['a', 'b'], state: 'revealed',
	peopleInRoom: null, createdAt: '2026-01-01T00:00:00.000Z', openedAt: null, closedAt: null, revealedAt: '2026-05-01T10:00:00.000Z', ...patch,
});
const cast = (participant: string, cardId: string, value: BallotValue, criterion: Criterion = 'relevancy', roundId = 'r'): Ballot => ({
	id: `${roundId}/${participant}/${cardId}/${criterion}`, workshopId: 'w', roundId, participant, cardId, criterion, value, reason: null, way: 'phone',
});
const votes = [cast('p', 'a', 4), cast('q', 'a', 5), cast('p', 'a', 2029, 'timing'), cast('q', 'a', 2031, 'timing')];

test.each(['draft', 'open', 'closed'] as const)('nothing of a round that is %s is to be seen, whatever was cast', (state) => {
	expect(roomResults([round({ state })], votes).size).toBe(0);
	// An open second round takes nothing from the first and adds nothing to it.
	const second = [cast('p', 'a', 1, 'relevancy', 'r2'), cast('q', 'b', 2035, 'timing', 'r2')];
	const open = round({ id: 'r2', state, revealedAt: null });
	expect(roomResults([round(), open], [...votes, ...second])).toEqual(roomResults([round()], votes));
});

test('a revealed round gives median, spread and timing of each card that was answered', () => {
	const results = roomResults([round()], votes);
	expect([...results.keys()]).toEqual(['a']);
	expect(results.get('a')).toMatchObject({
		relevancy: { median: 4.5, iqr: 0.5, agreed: true, n: 2, roundTitle: 'Round 1' },
		timing: { q1: 2029.5, median: 2030, q3: 2030.5, n: 2 },
	});
});

test('the latest revealed round that says something counts, each of the two by itself', () => {
	const later = round({ id: 'r2', title: 'Round 2', criteria: ['relevancy'], revealedAt: '2026-05-01T11:00:00.000Z' });
	const result = roomResults([later, round()], [...votes, cast('p', 'a', 1, 'relevancy', 'r2')]).get('a');
	expect(result?.relevancy).toMatchObject({ median: 1, roundTitle: 'Round 2' });
	expect(result?.timing).toMatchObject({ median: 2030, roundTitle: 'Round 1' });
});

test('what a round did not ask about, and cards that were not in it, count for nothing', () => {
	const results = roomResults([round({ criteria: ['relevancy'], cardIds: ['a'] })], [...votes, cast('p', 'b', 2)]);
	expect(results.get('a')?.timing).toBeNull();
	expect(results.has('b')).toBe(false);
});

test('contested cards come in the order of how far apart the room is', () => {
	const cards = ['agreed', 'apart', 'split'];
	const given: Record<string, number[]> = { agreed: [4, 4, 5, 4], apart: [2, 3, 4, 5], split: [1, 1, 5, 5] };
	const ballots = cards.flatMap((cardId) => given[cardId]!.map((value, voter) => cast(`p${voter}`, cardId, value)));
	const results = roomResults([round({ cardIds: cards })], ballots);
	expect(contestedFirst(results.values()).map(({ cardId }) => cardId)).toEqual(['split', 'apart']);
});

test('impact and uncertainty are told as relevancy is, each by itself', () => {
	const ballots = [cast('p', 'a', 2, 'impact'), cast('q', 'a', 5, 'impact'), cast('p', 'a', 3, 'uncertainty')];
	const result = roomResults([round({ criteria: ['impact', 'uncertainty'] })], ballots).get('a');
	expect(result).toMatchObject({ relevancy: null, timing: null, impact: { median: 3.5, agreed: false }, uncertainty: { median: 3, n: 1 } });
	expect(contestedFirst([result!])).toEqual([]);
	expect(contestedFirst([result!], 'impact')).toEqual([result]);
});

test('a round stands until all of its cards were asked again in its series; one on some of them takes nothing from it', () => {
	const second = (patch: Partial<Round>) => round({ id: 'r2', revealedAt: '2026-05-01T11:00:00.000Z', ...patch });
	const standing = (later: Round) => standingCriteria(round(), [later, round()]);
	expect(standing(second({}))).toEqual([]);
	expect(standing(second({ criteria: ['timing'] }))).toEqual(['relevancy']);
	expect(standing(second({ cardIds: ['a'] }))).toEqual(['relevancy', 'timing']);
	expect(standing(second({ cardIds: ['c', 'b', 'a'] }))).toEqual([]);
	expect(standing(second({ seriesId: 'other' }))).toEqual(['relevancy', 'timing']);
	expect(standing(second({ state: 'closed' }))).toEqual(['relevancy', 'timing']);
});

test('the place that a median took a card from is shown until a round opens after it', () => {
	const next = (openedAt: string | null, state: Round['state'] = 'open') => round({ id: 'r2', state, openedAt, revealedAt: null });
	expect(showsGuess('r', [round()])).toBe(true);
	expect(showsGuess('r', [round({ openedAt: '2026-05-01T09:00:00.000Z' }), next(null, 'draft')])).toBe(true);
	expect(showsGuess('r', [round(), next('2026-05-01T10:30:00.000Z')])).toBe(false);
	expect(showsGuess('gone', [round()])).toBe(false);
});
