import { expect, test } from 'vitest';
import { dateAtStart, isPageDate, isoInstant, wholeDate } from './dates.ts';

test.each([
	['June 13 2023', '2023-06-13'], ['Sept 27 2023', '2023-09-27'], ['Dec 8 2023', '2023-12-08'], ['December 14, 2023', '2023-12-14'],
	['13th June 2023', '2023-06-13'], ['1st of May, 2024', '2024-05-01'], ['Thursday, December 14, 2023', '2023-12-14'],
	['June 2023', '2023-06'], ['2023-06-13', '2023-06-13'], ['2023-06', '2023-06'], ['Feb. 29, 2024', '2024-02-29'], ['13.6.2023', '2023-06-13'], ['13/06/2023', '2023-06-13'], ['06/13/2023', '2023-06-13'], ['2023/06/13', '2023-06-13'],
])('%s is %s', (text, date) => {
	expect(dateAtStart(`${text}: something`)).toEqual({ date, length: text.length });
	expect(wholeDate(`Published on ${text}`)).toBe(date);
});

test.each(['February 30, 2023', 'Marching on 2023', '2023-13-01', 'in June 2023', 'May I', '13 2023', 'June 13 20234', '06/07/2023', '13.13.2023', '2023-06-13T10:00'])('%s is no date', (text) => {
	expect(dateAtStart(text)).toBeNull();
});

test('a sentence that begins with a date is not a date as a whole', () => {
	expect(wholeDate('June 13, 2023 was a Tuesday')).toBeNull();
});

test.each([
	['2023-12-11T12:24:00Z', '2023-12-11T12:24:00Z'], ['2023-12-11', '2023-12-11'], ['2023-12-11 12:24', '2023-12-11T12:24'],
	['2023-12-11t12:24:00.5+01:00', '2023-12-11T12:24:00.5+01:00'], ['2023-02-29', null], ['2023-12-11T25:00Z', null], ['yesterday', null],
])('the instant %s is %s', (text, instant) => {
	expect(isoInstant(text)).toBe(instant);
});

test('a page is from a day of the calendar that has come', () => {
	const today = new Date('2026-03-01T12:00:00Z');
	const judged = ['20221217', '20260301', '20290911', '20221317', '20230229', '00010101'].map((digits) => isPageDate(digits, today));
	expect(judged).toEqual([true, true, false, false, false, false]);
});
