import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Ballot, BallotValue, Round } from '../schemas/records.ts';
import { tallyRound } from './tally.ts';

const round = (cardIds: string[], peopleInRoom: number | null = null): Round => ({
	id: 'r',
	workshopId: 'w',
	seriesId: 's',
	title: 'Relevancy',
	criteria: ['relevancy'],
	cardIds,
	state: 'revealed',
	peopleInRoom,
	createdAt: '2026-05-14T09:00:00.000Z',
	openedAt: null,
	closedAt: null,
	revealedAt: null,
});

const cast = (participant: string, cardId: string, value: BallotValue, roundId = 'r'): Ballot => ({
	id: `${roundId}/${participant}/${cardId}/relevancy`,
	workshopId: 'w',
	roundId,
	participant,
	cardId,
	criterion: 'relevancy',
	value,
	reason: null,
	way: 'hot seat',
});

const votes = (cardId: string, ...values: BallotValue[]): Ballot[] =>
	values.map((value, index) => cast(`p${index + 1}`, cardId, value));

const tallyOf = (ballots: Ballot[]) => tallyRound(round(['a']), ballots).cards[0]!;

test('"I can\'t say" is counted apart and moves no figure', () => {
	const without = tallyOf(votes('a', 2, 4, 4, 5));
	const withThem = tallyOf(votes('a', 2, 4, 4, 5, 'cannot say', 'cannot say'));
	expect(withThem).toEqual({ ...without, cannotSay: 2 });
	expect(without).toMatchObject({
		n: 4,
		cannotSay: 0,
		histogram: [0, 1, 0, 2, 1],
		median: 4,
		q1: 3.5,
		q3: 4.25,
		iqr: 0.75,
		mean: 3.75,
		agreed: true,
	});
});

test('a card is agreed when its middle half lies within one point', () => {
	expect(tallyOf(votes('a', 1, 1, 5, 5))).toMatchObject({ iqr: 4, agreed: false, consensus: 0 });
	expect(tallyOf(votes('a', 3, 4, 4)).agreed).toBe(true);
	expect(tallyOf([])).toMatchObject({
		n: 0,
		median: null,
		mean: null,
		consensus: null,
		agreed: null,
	});
});

test('casting again replaces the earlier vote, and values off the scale are not votes', () => {
	const ballots = [
		cast('p1', 'a', 1),
		cast('p1', 'a', 5),
		cast('p2', 'a', 9),
		cast('p3', 'a', 2.5),
		cast('p4', 'a', 'later'),
	];
	expect(tallyOf(ballots)).toMatchObject({ n: 1, histogram: [0, 0, 0, 0, 1] });
});

test('cards are ranked by median, then mean; equal ones share a rank and keep the order of the round', () => {
	const tally = tallyRound(round(['z', 'none', 'b', 'a', 'c'], 9), [
		...votes('z', 4, 4, 4),
		...votes('a', 5, 5, 5),
		...votes('b', 4, 4, 4),
		...votes('c', 4, 4, 5),
	]);
	expect(tally.cards.map((card) => [card.rank, card.cardId, card.tied])).toEqual([
		[1, 'a', false],
		[2, 'c', false],
		[3, 'z', true],
		[3, 'b', true],
		[null, 'none', false],
	]);
	expect(tally).toMatchObject({ turnout: 3, peopleInRoom: 9 });
});

test('turnout counts who cast anything in this round, also who could not say', () => {
	const ballots = [cast('p1', 'a', 4), cast('p2', 'a', 'cannot say'), cast('p3', 'a', 5, 'another round')];
	expect(tallyRound(round(['a']), ballots)).toMatchObject({ turnout: 2, cards: [{ n: 1, cannotSay: 1 }] });
});

test('the order of agreement counts only people who rated every card', () => {
	const tally = tallyRound(round(['a', 'b', 'c']), [
		...votes('a', 1, 1, 5),
		...votes('b', 2, 3, 'cannot say'),
		...votes('c', 5, 4, 1),
	]);
	expect(tally.w).toMatchObject({ w: 1, raters: 2, items: 3 });
});

test('every vote is in exactly one bar, whatever is cast', () => {
	const value = fc.oneof(
		fc.integer({ min: -2, max: 8 }),
		fc.double(),
		fc.constantFrom<BallotValue>('cannot say', 'later'),
	);
	fc.assert(
		fc.property(fc.array(fc.tuple(fc.nat(6), fc.nat(3), value)), (cast_) => {
			const ballots = cast_.map(([person, card, answer]) => cast(`p${person}`, `c${card}`, answer));
			const { cards, turnout } = tallyRound(round(['c0', 'c1', 'c2', 'c3']), ballots);
			expect(cards).toHaveLength(4);
			for (const card of cards) {
				expect(card.histogram.reduce((a, b) => a + b)).toBe(card.n);
				expect(card.n + card.cannotSay).toBeLessThanOrEqual(turnout);
			}
		}),
	);
});
