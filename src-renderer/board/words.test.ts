import { expect, test } from 'vitest';
import { yearName } from '../../src-shared/domain/criterionWords.ts';
import { timingName } from './words.ts';

test('a year of the room is a date of the canvas; after the horizon, or never, is said so', () => {
	expect([2029, 2028.75, 2036, 'later' as const].map((year) => yearName(2026, year))).toEqual(['2029 Q1', '2028 Q4', '2036', 'after 2036, or never']);
});

test('the room’s dates are said with their spread', () => {
	expect(timingName(2026, { q1: 2028.75, median: 2029.75, q3: 2031, n: 9 })).toBe('the room says 2029 Q4, half of it between 2028 Q4 and 2031 Q1');
	expect(timingName(2026, { q1: 2030, median: 2030, q3: 2030, n: 1 })).toBe('the room says 2030 Q1');
	expect(timingName(2026, { q1: 2030, median: 2034, q3: 'later', n: 4 })).toBe('the room says 2034 Q1, half of it between 2030 Q1 and after 2036, or never');
});
