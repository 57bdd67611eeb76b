import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quartiles } from './quartiles.ts';
import { timingQuartiles } from './timing.ts';

test('quartiles of years are those of any numbers', () => {
	expect(timingQuartiles([2031, 2028, 2029, 2030])).toEqual({ q1: 2028.75, median: 2029.5, q3: 2030.25, n: 4 });
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 2026, max: 2036 }), { minLength: 1 }), (years) => {
			const { q1, median, q3 } = quartiles(years)!;
			expect(timingQuartiles(years)).toEqual({ q1, median, q3, n: years.length });
		}),
	);
});

test('"after it, or never" ranks last, and what lies between a year and it is later too', () => {
	expect(timingQuartiles([2028, 'later', 2027])).toEqual({ q1: 2027.5, median: 2028, q3: 'later', n: 3 });
	expect(timingQuartiles(['later', 'later', 2027])).toEqual({ q1: 'later', median: 'later', q3: 'later', n: 3 });
	expect(timingQuartiles(['later', 2030, 2027, 2028, 2029])).toEqual({ q1: 2028, median: 2029, q3: 2030, n: 5 });
});

test('"I can’t say" is no time', () => {
	expect(timingQuartiles(['cannot say', 2030, 'cannot say'])).toEqual({ q1: 2030, median: 2030, q3: 2030, n: 1 });
	expect(timingQuartiles(['cannot say'])).toBeNull();
	expect(timingQuartiles([])).toBeNull();
});
