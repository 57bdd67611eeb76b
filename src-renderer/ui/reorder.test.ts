import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moved, placeAt } from './reorder.ts';

test('an entry moves to its place and the others keep their order', () => {
	expect(moved(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd']);
	expect(moved(['a', 'b', 'c', 'd'], 3, 1)).toEqual(['a', 'd', 'b', 'c']);
	expect(moved(['a', 'b'], 1, 9)).toEqual(['a', 'b']);
});

test('moving loses nothing, doubles nothing and can be taken back', () => {
	fc.assert(fc.property(fc.uniqueArray(fc.integer(), { minLength: 1 }), fc.nat(20), fc.nat(20), (list, a, b) => {
		const from = a % list.length;
		const to = b % list.length;
		const after = moved(list, from, to);
		expect(after[to]).toBe(list[from]);
		expect(moved(after, to, from)).toEqual(list);
	}));
});

test('a point belongs to the entry under it, and beside all of them to the nearest', () => {
	const boxes = [{ left: 0, top: 0, width: 100, height: 50 }, { left: 110, top: 0, width: 100, height: 50 }, { left: 0, top: 60, width: 100, height: 50 }];
	expect([placeAt(boxes, 50, 20), placeAt(boxes, 150, 20), placeAt(boxes, 400, 10), placeAt(boxes, 20, 900)]).toEqual([0, 1, 1, 2]);
});
