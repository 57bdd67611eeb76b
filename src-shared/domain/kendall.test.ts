import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kendallW } from './kendall.ts';

const published = [
	[2, 5, 4, 5, 1],
	[3, 3, 4, 5, 3],
	[3, 4, 4, 6, 2],
	[2, 4, 3, 6, 2],
];

test('W gives the published value, corrected for ties, with its chi-square', () => {
	const result = kendallW(published);
	expect(result).toMatchObject({ raters: 4, items: 5, df: 4 });
	if ('undefined' in result) throw new Error(result.undefined);
	expect(result.w).toBeCloseTo(0.8562, 4);
	expect(result.chiSquare).toBeCloseTo(4 * 4 * result.w, 12);
});

test('only people who rated every card count', () => {
	expect(kendallW([...published, [1, null, 1, 1, 1], [5, 4, null, 2, 1]])).toEqual(kendallW(published));
});

test('the same order is 1, opposite orders of two people are 0', () => {
	expect(
		kendallW([
			[1, 2, 3],
			[10, 20, 30],
		]),
	).toMatchObject({ w: 1 });
	expect(
		kendallW([
			[1, 2, 3],
			[3, 2, 1],
		]),
	).toMatchObject({ w: 0 });
});

test('where W is undefined it says why', () => {
	expect(
		kendallW([
			[3, 3, 3],
			[4, 4, 4],
		]),
	).toEqual({ undefined: expect.stringContaining('same rating'), why: 'ties' });
	expect(
		kendallW([
			[1, 2, 3],
			[1, null, 3],
		]),
	).toEqual({ undefined: expect.stringContaining('Fewer than two people'), why: 'people' });
	expect(kendallW([])).toEqual({ undefined: expect.stringContaining('Fewer than two people'), why: 'people' });
	expect(kendallW([[1], [2]])).toEqual({ undefined: expect.stringContaining('fewer than two cards'), why: 'cards' });
});

test('W lies between 0 and 1 and does not depend on the order of people or cards', () => {
	const votes = fc
		.integer({ min: 2, max: 6 })
		.chain((n) =>
			fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: n, maxLength: n }), {
				minLength: 2,
				maxLength: 9,
			}),
		);
	fc.assert(
		fc.property(votes, (rows) => {
			const result = kendallW(rows);
			if ('undefined' in result) return;
			expect(result.w).toBeGreaterThanOrEqual(0);
			expect(result.w).toBeLessThanOrEqual(1 + 1e-9);
			const turned = kendallW([...rows].reverse().map((row) => [...row].reverse()));
			expect('w' in turned && turned.w).toBeCloseTo(result.w, 9);
		}),
	);
});
