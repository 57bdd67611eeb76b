import fc from 'fast-check';
import { expect, test } from 'vitest';
import { consensus } from './consensus.ts';

test('consensus gives the published value for seven points', () => {
	expect(consensus([30, 40, 210, 130, 530, 50, 10])).toBeCloseTo(0.72569, 5);
});

test('a room split between the ends has none, a room of one mind has all', () => {
	expect(consensus([5, 0, 0, 0, 5])).toBe(0);
	for (let at = 0; at < 5; at++) expect(consensus([0, 0, 0, 0, 0].map((_, i) => (i === at ? 7 : 0)))).toBe(1);
	expect(consensus([0, 0, 0, 0, 0])).toBeNull();
	expect(consensus([3])).toBe(1);
});

test('consensus stays between 0 and 1, and reads the same from either end and for twice the room', () => {
	fc.assert(
		fc.property(fc.array(fc.nat(40), { minLength: 2, maxLength: 9 }), (counts) => {
			const value = consensus(counts);
			if (value === null) return;
			expect(value).toBeGreaterThanOrEqual(0);
			expect(value).toBeLessThanOrEqual(1);
			expect(consensus([...counts].reverse())).toBeCloseTo(value, 9);
			expect(consensus(counts.map((count) => count * 2))).toBeCloseTo(value, 9);
		}),
	);
});
