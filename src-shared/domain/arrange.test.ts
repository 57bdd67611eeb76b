import fc from 'fast-check';
import { expect, test } from 'vitest';
import { align, distribute, spread, type Dated } from './arrange.ts';

const cards: Dated[] = [{ id: 'a', at: 2 }, { id: 'b', at: 2.25 }, { id: 'c', at: 6 }];

test('aligned cards share the earliest or the latest date', () => {
	expect([...align(cards, 'earliest').values()]).toEqual([2, 2, 2]);
	expect([...align(cards, 'latest').values()]).toEqual([6, 6, 6]);
});

test('even gaps leave the first and the last where they are', () => {
	expect(Object.fromEntries(distribute(cards))).toEqual({ a: 2, b: 4, c: 6 });
});

test('cards are spread over a span in their order, whichever end is named first', () => {
	expect(Object.fromEntries(spread(cards, 9, 1))).toEqual({ a: 1, b: 5, c: 9 });
	expect(Object.fromEntries(spread([{ id: 'a', at: 3 }], 1, 9))).toEqual({ a: 1 });
});

test('whatever the span, every card gets a quarter of the ten years, and none overtakes another', () => {
	const anyCards = fc.uniqueArray(fc.record({ id: fc.string({ minLength: 1 }), at: fc.double({ min: 0, max: 10, noNaN: true }) }), { selector: ({ id }) => id, minLength: 1 });
	const anyTime = fc.double({ min: -3, max: 14, noNaN: true });
	fc.assert(fc.property(anyCards, anyTime, anyTime, (some, from, to) => {
		const times = spread(some, from, to);
		const inOrder = [...some].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)).map(({ id }) => times.get(id)!);
		expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b));
		for (const at of inOrder) expect([at * 4 === Math.round(at * 4), at >= 0, at <= 10]).toEqual([true, true, true]);
	}));
});
