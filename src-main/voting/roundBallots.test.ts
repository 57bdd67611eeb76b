import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answer } from '../../src-shared/schemas/room.ts';
import { RoundBallots } from './roundBallots.ts';
import { answer, roundOf } from './testing.ts';

const round = roundOf({ criteria: ['relevancy', 'impact'] });
const anyAnswer: fc.Arbitrary<Answer> = fc.record({
	cardId: fc.constantFrom('a', 'b', 'c'),
	criterion: fc.constantFrom('relevancy' as const, 'impact' as const),
	value: fc.option(fc.integer({ min: 1, max: 5 })),
	reason: fc.constant(null),
	seq: fc.integer({ min: 1, max: 12 }),
});
/** As a phone counts: no two answers have one number. */
const numbered = fc.uniqueArray(fc.tuple(fc.constantFrom('v1', 'v2', 'v3'), anyAnswer), { selector: ([voter, { seq }]) => `${voter} ${seq}`, maxLength: 30 });

/** Counts from the answers that stand, without any running count. */
function countedAnew(ballots: RoundBallots) {
	const all = [...ballots.standing()];
	const byCard = Object.fromEntries(round.cards.map(({ id }) => [id, all.filter(({ answers }) => answers.some(({ cardId }) => cardId === id)).length]));
	return { roundId: round.id, voted: all.length, finished: all.filter(({ answers }) => answers.length === 6).length, byCard };
}

test('in whatever order and however often answers come, the newest of each stands and the counts are those of what stands', () => {
	fc.assert(
		fc.property(numbered, fc.infiniteStream(fc.nat()), (sent, shuffle) => {
			const inOrder = new RoundBallots();
			const arriving = new RoundBallots();
			for (const [voter, one] of [...sent].sort((a, b) => a[1].seq - b[1].seq)) inOrder.put(voter, one);
			const order = [...sent, ...sent].map((one) => ({ one, at: shuffle.next().value })).sort((a, b) => a.at - b.at);
			for (const { one: [voter, given] } of order) {
				for (const newer of arriving.newer(voter, [given])) arriving.put(voter, newer);
			}
			const stand = (ballots: RoundBallots) => ['v1', 'v2', 'v3'].map((voter) => new Set(ballots.of(voter)));
			expect(stand(arriving)).toEqual(stand(inOrder));
			expect(arriving.turnout(round)).toEqual(countedAnew(arriving));
			expect(inOrder.turnout(round)).toEqual(countedAnew(inOrder));
		}),
	);
});

test('of answers sent together only the newest of each is looked at', () => {
	const ballots = new RoundBallots();
	ballots.put('v', answer({ seq: 5 }));
	expect(ballots.newer('v', [answer({ seq: 4 }), answer({ seq: 5, value: 1 })])).toEqual([]);
	expect(ballots.newer('v', [answer({ seq: 7, value: 1 }), answer({ seq: 6, value: 2 }), answer({ cardId: 'b', seq: 3 })]).map(({ seq }) => seq)).toEqual([7, 3]);
});

test('dots are summed over the cards, and who has given them all away is finished', () => {
	const dots = roundOf({ criteria: ['dots'], dots: 5 });
	const ballots = new RoundBallots();
	const give = (cardId: string, value: number | null, seq: number) => answer({ cardId, criterion: 'dots', value, seq });
	ballots.put('v', give('a', 3, 1));
	expect(ballots.dotsWith('v', [give('b', 2, 2)])).toBe(5);
	expect(ballots.dotsWith('v', [give('a', 1, 2), give('b', 4, 3)])).toBe(5);
	expect(ballots.dotsWith('v', [give('b', 3, 2)])).toBe(6);
	expect(ballots.turnout(dots).finished).toBe(0);
	ballots.put('v', give('b', 2, 2));
	expect(ballots.turnout(dots)).toMatchObject({ voted: 1, finished: 1, byCard: { a: 1, b: 1, c: 0 } });
	ballots.put('v', give('a', null, 3));
	expect(ballots.turnout(dots)).toMatchObject({ voted: 1, finished: 0, byCard: { a: 0, b: 1, c: 0 } });
});
