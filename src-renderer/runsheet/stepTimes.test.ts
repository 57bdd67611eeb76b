import { expect, test } from 'vitest';
import { dayOf } from './stepTimes.ts';

test('days are said from today', () => {
	const now = new Date(2026, 4, 14, 9, 30);
	expect(dayOf(new Date(2026, 4, 14, 0, 1).toISOString(), now)).toBe('Today');
	expect(dayOf(new Date(2026, 4, 13, 23, 59).toISOString(), now)).toBe('Yesterday');
	expect(dayOf(new Date(2026, 4, 11, 12).toISOString(), now)).toBe('Monday, 11 May 2026');
});

test('what is no time is not said', () => expect(dayOf('')).toBe(''));
