import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quartiles } from './quartiles.ts';

test('quartiles follow type 7 of Hyndman and Fan', () => {
	expect(quartiles([1, 2, 3, 4])).toEqual({ q1: 1.75, median: 2.5, q3: 3.25, iqr: 1.5 });
	expect(quartiles([5, 1, 3, 2, 4])).toEqual({ q1: 2, median: 3, q3: 4, iqr: 2 });
	expect(quartiles([2, 4, 4, 5, 5, 5, 3, 4])).toEqual({ q1: 3.75, median: 4, q3: 5, iqr: 1.25 });
});

test('one value is its own quartiles, and no value has none', () => {
	expect(quartiles([4])).toEqual({ q1: 4, median: 4, q3: 4, iqr: 0 });
	expect(quartiles([])).toBeNull();
});

test('quartiles are in order, within the values, and do not depend on the order of the votes', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1 }), (values) => {
			const { q1, median, q3, iqr } = quartiles(values)!;
			expect(Math.min(...values)).toBeLessThanOrEqual(q1);
			expect(q1).toBeLessThanOrEqual(median);
			expect(median).toBeLessThanOrEqual(q3);
			expect(q3).toBeLessThanOrEqual(Math.max(...values));
			expect(iqr).toBeGreaterThanOrEqual(0);
			expect(quartiles([...values].reverse())).toEqual({ q1, median, q3, iqr });
		}),
	);
});
