import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RowHeights } from './rowHeights.ts';

it('stacks rows and finds the one at a height', () => {
	const rows = new RowHeights(4, (row) => (row === 0 ? 30 : 100));
	expect([rows.top(1), rows.top(3), rows.total]).toEqual([30, 230, 330]);
	expect([rows.at(0), rows.at(29), rows.at(30), rows.at(9999)]).toEqual([0, 0, 1, 3]);
});
it('moves what stands below a row that turns out taller', () => {
	const rows = new RowHeights(3, () => 10);
	expect(rows.measure([[0, 25]])).toBe(true);
	expect([rows.top(1), rows.total]).toEqual([25, 45]);
	expect(rows.measure([[0, 25.2]])).toBe(false);
});
it('draws a least number of rows, wherever the list is', () => {
	const rows = new RowHeights(1000, () => 10);
	expect(rows.between(0, 50, 40)).toEqual([0, 40]);
	expect(rows.between(9990, 10_000, 40)).toEqual([960, 1000]);
	expect(new RowHeights(3, () => 10).between(0, 500, 40)).toEqual([0, 3]);
	expect(new RowHeights(0, () => 10).between(0, 500, 40)).toEqual([0, 0]);
});
it('always covers what is in sight', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 5, max: 200 }), { minLength: 1, maxLength: 200 }), fc.nat(9000), fc.nat(900), (heights, from, size) => {
			const rows = new RowHeights(heights.length, (row) => heights[row]!);
			const start = Math.min(from, rows.total - 1);
			const [first, last] = rows.between(start, start + size, 20);
			expect(rows.top(first)).toBeLessThanOrEqual(start);
			expect(rows.top(last)).toBeGreaterThanOrEqual(Math.min(start + size, rows.total));
		}),
	);
});
