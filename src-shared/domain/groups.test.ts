import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Ballot, BallotValue } from '../schemas/records.ts';
import { fewestTogether, groupResults, shownGroups } from './groups.ts';
import { cast, roundOf } from './testing/votes.ts';

const shown = (sizes: Record<string, number>, without = 0) => [...shownGroups(new Map(Object.entries(sizes)), without)].sort();

test('a group of two is not shown, nor is the one it could be found by', () => {
	expect(shown({ city: 5, farm: 4, coast: 2 })).toEqual(['city']);
	expect(shown({ city: 5, farm: 4, coast: 3 })).toEqual(['city', 'coast', 'farm']);
	expect(shown({ city: 5, coast: 2 })).toEqual([]);
});

test('two small groups hide each other, and so do people who chose none', () => {
	expect(shown({ city: 5, farm: 2, coast: 1 })).toEqual(['city']);
	expect(shown({ city: 5, farm: 2 }, 4)).toEqual(['city']);
	expect(shown({ city: 5, farm: 3 }, 1)).toEqual(['city']);
	expect(shown({ city: 5, farm: 1, coast: 0 }, 1)).toEqual([]);
});

test('groups with no answers take nothing from the others', () => {
	expect(shown({ city: 5, farm: 0 })).toEqual(['city']);
});

test('whatever the sizes, what is shown apart has three or more, and what is left over has three, or none', () => {
	const sizes = fc.array(fc.nat(9), { maxLength: 7 });
	fc.assert(
		fc.property(sizes, fc.nat(5), (counts, without) => {
			const named = new Map(counts.map((count, index) => [`g${index}`, count]));
			const open = shownGroups(named, without);
			let rest = without;
			for (const [id, count] of named) {
				if (open.has(id)) expect(count).toBeGreaterThanOrEqual(fewestTogether);
				else rest += count;
			}
			// Where nothing is shown apart, what is left over is all there is.
			if (rest > 0 && open.size > 0) expect(rest).toBeGreaterThanOrEqual(fewestTogether);
		}),
		{ numRuns: 500 },
	);
});

const groups = [{ id: 'city', name: 'City' }, { id: 'farm', name: 'Farm' }, { id: 'coast', name: 'Coast' }];
const of = (group: string | null, cardId: string, values: BallotValue[]): Ballot[] =>
	values.map((value, index) => cast(`${group}${index}`, cardId, value, 'relevancy', { group }));

test('each card is looked at by itself: a group that skipped one is hidden there and shown elsewhere', () => {
	const ballots = [...of('city', 'a', [5, 5, 4, 4]), ...of('farm', 'a', [1, 2, 2]), ...of('city', 'b', [3, 3, 3, 3]), ...of('farm', 'b', [1, 2]), ...of(null, 'a', [3, 3, 3]), ...of(null, 'b', [3])];
	const result = groupResults(roundOf(), ballots, 'relevancy', 2026, groups);
	expect(result.groups.map(({ id }) => id)).toEqual(['city', 'farm']);
	const cells = (cardId: string) => result.cards.find((card) => card.cardId === cardId)!.groups.map((tally) => tally && 'median' in tally && tally.median);
	expect(cells('a')).toEqual([4.5, 2]);
	// Two of the farm and one without a group are three together.
	expect(cells('b')).toEqual([3, null]);
	expect(cells('c')).toEqual([null, null]);
});

test('people who cannot say count towards a group’s size and towards no figure', () => {
	const result = groupResults(roundOf({ cardIds: ['a'] }), of('city', 'a', [5, 'cannot say', 'cannot say']), 'relevancy', 2026, groups);
	expect(result.cards[0]!.groups[0]).toMatchObject({ n: 1, cannotSay: 2 });
});

test('of nobody’s answers can less than three people’s be worked out from all that is shown', () => {
	const answer = fc.record({ group: fc.constantFrom('city', 'farm', 'coast', null), cardId: fc.constantFrom('a', 'b'), person: fc.nat(5), value: fc.integer({ min: 1, max: 5 }) });
	fc.assert(
		fc.property(fc.array(answer, { maxLength: 40 }), (given) => {
			const ballots = given.map(({ group, cardId, person, value }) => cast(`${group}${person}`, cardId, value, 'relevancy', { group }));
			const unique = [...new Map(ballots.map((ballot) => [ballot.id, ballot])).values()];
			for (const card of groupResults(roundOf({ cardIds: ['a', 'b'] }), ballots, 'relevancy', 2026, groups).cards) {
				const all = unique.filter(({ cardId }) => cardId === card.cardId).length;
				const apart = card.groups.flatMap((tally) => (tally && 'n' in tally ? [tally.n] : []));
				for (const n of apart) expect(n).toBeGreaterThanOrEqual(fewestTogether);
				const rest = all - apart.reduce((sum, n) => sum + n, 0);
				// Where nothing is shown apart, what is left over is all there is.
				if (rest > 0 && apart.length > 0) expect(rest).toBeGreaterThanOrEqual(fewestTogether);
			}
		}),
	);
});
