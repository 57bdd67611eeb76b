import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Ballot } from '../../src-shared/schemas/records.ts';
import { ballot } from './testRecords.ts';
import { ballotId, unlinked } from './unlink.ts';

const people = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 6 }), { maxLength: 12 });
const answers = people.chain((names) =>
	fc.tuple(...names.map((name) =>
		fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 }).chain((cards) =>
			fc.tuple(...cards.map((card) =>
				fc.tuple(fc.integer({ min: 1, max: 5 }), fc.option(fc.string())).map(([value, why]) => ballot(name, card, value, why))))))),
).map((all) => all.flat());

/** Everyone's whole set of answers, without the token, in an order of its own. */
function sets(ballots: readonly Ballot[]): string[] {
	const byPerson = new Map<string, string[]>();
	for (const { participant, cardId, value, reason } of ballots) {
		byPerson.set(participant, [...(byPerson.get(participant) ?? []), JSON.stringify([cardId, value, reason])].sort());
	}
	return [...byPerson.values()].map((set) => JSON.stringify(set)).sort();
}

test('every person’s answers stay together and whole, under a token that was not there before', () => {
	fc.assert(fc.property(answers, (before) => {
		const after = unlinked(before);
		expect(sets(after)).toEqual(sets(before));
		const old = new Set(before.map(({ participant }) => participant));
		for (const entry of after) {
			expect(old.has(entry.participant)).toBe(false);
			expect(entry.id).toBe(ballotId(entry));
		}
	}));
});

test('the order after does not follow the order in which people voted', () => {
	const voters = Array.from({ length: 40 }, (_, index) => ballot(`p${index}`, 'a', 1 + (index % 5), String(index)));
	const order = unlinked(voters).map(({ reason }) => Number(reason));
	expect(order).not.toEqual([...order].sort((a, b) => a - b));
	expect(unlinked(voters).map(({ reason }) => Number(reason))).not.toEqual(order);
});
