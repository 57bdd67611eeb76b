import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cluster, Note } from '../schemas/records.ts';
import { clusterOf, freshName, influenceVerb, notesForRoom, regrouped, signed } from './structure.ts';

const frame = { from: 0, to: 1, top: { laneId: 'l', height: 0 }, bottom: { laneId: 'l', height: 1 } };
const cluster = (id: string, ...cardIds: string[]): Cluster => ({ id, workshopId: 'w', name: id, cardIds, frame });
const result = (changes: ReturnType<typeof regrouped>) => Object.fromEntries(changes.map(({ cluster: { id }, cardIds }) => [id, cardIds]));

describe('clusters', () => {
	const two = [cluster('a', '1', '2'), cluster('b', '3')];

	test('a card that goes to another cluster leaves the one it was in', () => {
		expect(result(regrouped(two, new Map([['1', 'b']])))).toEqual({ a: ['2'], b: ['3', '1'] });
		expect(result(regrouped(two, new Map([['2', null]])))).toEqual({ a: ['1'] });
	});
	test('nothing changes for a card that stays, or that was in none and goes to none', () => {
		expect(regrouped(two, new Map([['1', 'a'], ['9', null]]))).toEqual([]);
	});
	test('whatever is regrouped, each card is in one cluster at most, and only named cards change theirs', () => {
		const ids = fc.constantFrom<string>('1', '2', '3', '4');
		const target = fc.option(fc.constantFrom<string>('a', 'b'), { nil: null });
		fc.assert(fc.property(fc.array(fc.tuple(ids, target)), (moves) => {
			const to = new Map(moves);
			const changes = new Map(regrouped(two, to).map(({ cluster: { id }, cardIds }) => [id, cardIds]));
			const after = two.map((one) => ({ ...one, cardIds: changes.get(one.id) ?? one.cardIds }));
			for (const id of ['1', '2', '3', '4']) {
				const wanted = to.has(id) ? to.get(id) : (clusterOf(two, id)?.id ?? null);
				expect(after.filter(({ cardIds }) => cardIds.includes(id)).map((one) => one.id)).toEqual(wanted === null ? [] : [wanted]);
			}
		}));
	});
	test('a new name is one that no cluster has', () => {
		expect([freshName([]), freshName([{ name: 'Cluster 2' }])]).toEqual(['Cluster 1', 'Cluster 3']);
	});
});

test('an influence is said with its sign and a word', () => {
	expect([-3, 0, 2].map((strength) => `${signed(strength)} ${influenceVerb(strength)}`)).toEqual([
		'−3 inhibits', '0 neither reinforces nor inhibits', '+2 reinforces',
	]);
});

test('notes to self are not for the room', () => {
	const note = (id: string, toSelf?: boolean): Note => ({ id, workshopId: 'w', text: '', at: 0, laneId: 'l', height: 0, ...(toSelf !== undefined && { toSelf }) });
	expect(notesForRoom([note('a'), note('b', true), note('c', false)]).map(({ id }) => id)).toEqual(['a', 'c']);
});
