import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spearman } from './spearman.ts';

const pairs = (a: readonly number[], b: readonly number[]) => a.map((value, index) => [value, b[index]!] as const);
const rhoOf = (a: readonly number[], b: readonly number[]) => {
	const result = spearman(pairs(a, b));
	if ('undefined' in result) throw new Error(result.undefined);
	return result.rho;
};

test('ρ without ties is what the squared differences give', () => {
	// Ranks 1…10 against 1 6 8 7 10 9 3 5 2 4: Σd² = 194, 1 − 6·194 / (10·99) = −29/165.
	expect(rhoOf([86, 97, 99, 100, 101, 103, 106, 110, 112, 113], [2, 20, 28, 27, 50, 29, 7, 17, 6, 12])).toBeCloseTo(-29 / 165, 12);
});

test('equal values share the mean of their ranks', () => {
	// 5 6 7 8 7 has the ranks 1 2 3.5 5 3.5: Σ products 8, Σ squares 10 and 9.5, ρ = 8 / √95. SciPy and R agree: 0.8207827.
	expect(rhoOf([1, 2, 3, 4, 5], [5, 6, 7, 8, 7])).toBeCloseTo(8 / Math.sqrt(95), 12);
	// Ranks 1.5 1.5 3.5 3.5 against 1 3 3 3: Σ products 2, Σ squares 4 and 3, ρ = 1/√3. By squared differences it would be 0.7.
	expect(rhoOf([2, 2, 5, 5], [1, 4, 4, 4])).toBeCloseTo(1 / Math.sqrt(3), 12);
});

test('the same order is 1, the opposite order is −1, and two that have nothing to do with each other give 0', () => {
	expect(rhoOf([1, 2, 3], [3, 4, 5])).toBe(1);
	expect(rhoOf([1, 2, 3], [5, 4, 3])).toBe(-1);
	expect(rhoOf([1, 1, 5, 5], [1, 5, 1, 5])).toBe(0);
});

test('where it is undefined it says why', () => {
	expect(spearman(pairs([1, 5], [2, 4]))).toEqual({ undefined: expect.stringContaining('Fewer than 3 people') });
	expect(spearman([])).toEqual({ undefined: expect.stringContaining('Fewer than 3 people') });
	expect(spearman(pairs([4, 4, 4], [1, 2, 3]))).toEqual({ undefined: expect.stringContaining('same rating') });
});

test('ρ lies between −1 and 1, whichever card comes first, and turns its sign where one scale is turned', () => {
	const rating = fc.integer({ min: 1, max: 5 });
	fc.assert(
		fc.property(fc.array(fc.tuple(rating, rating), { minLength: 3, maxLength: 40 }), (given) => {
			const result = spearman(given);
			if ('undefined' in result) return;
			expect(Math.abs(result.rho)).toBeLessThanOrEqual(1);
			const swapped = spearman(given.map(([a, b]) => [b, a] as const));
			const turned = spearman(given.map(([a, b]) => [a, 6 - b] as const));
			expect('rho' in swapped && swapped.rho).toBeCloseTo(result.rho, 12);
			expect('rho' in turned && turned.rho).toBeCloseTo(-result.rho, 12);
		}),
	);
});
