import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atOfDate, clampAt, dateLabel, exactDateLabel, parseDate, snapToQuarter } from './horizon.ts';

test('a time reads as its year and quarter, and the very end as the end year', () => {
	expect([0, 0.24, 0.25, 3.75, 3.99, 4, 9.99, 10].map((at) => dateLabel(2026, at))).toEqual([
		'2026 Q1',
		'2026 Q1',
		'2026 Q2',
		'2029 Q4',
		'2029 Q4',
		'2030 Q1',
		'2035 Q4',
		'2036',
	]);
	expect(dateLabel(2026, 0.1 + 0.2 - 0.05)).toBe('2026 Q2');
});

test('a time between two quarters reads as its month where it has to be exact', () => {
	expect([0, 0.01, 3.7, 3.75, 3.9, 9.999, 10].map((at) => exactDateLabel(2026, at))).toEqual(['2026 Q1', 'Jan 2026', 'Sep 2029', '2029 Q4', 'Nov 2029', 'Dec 2035', '2036']);
	expect(exactDateLabel(2026, 0.1 + 0.2 - 0.05)).toBe('2026 Q2');
});

test('a time off the canvas reads as its nearer end', () => {
	expect(dateLabel(2026, -3)).toBe('2026 Q1');
	expect(dateLabel(2026, 12)).toBe('2036');
	expect(dateLabel(2026, Number.NaN)).toBe('2026 Q1');
	expect(clampAt(Number.POSITIVE_INFINITY)).toBe(10);
});

test('dates are read in the forms that people write', () => {
	const at = (text: string) => {
		const date = parseDate(text);
		return date && atOfDate(2026, date);
	};
	expect(at('2031 Q2')).toBe(5.25);
	expect(at('q2 2031')).toBe(5.25);
	expect(at('2031')).toBe(5);
	expect(at(' June  2031 ')).toBeCloseTo(5 + 5 / 12, 9);
	expect(at('Sept. 2031')).toBeCloseTo(5 + 8 / 12, 9);
	expect(at('2031-06')).toBeCloseTo(5 + 5 / 12, 9);
	expect(at('14 June 2031')).toBeCloseTo(5 + 164 / 365, 3);
	expect(at('June 14, 2031')).toBe(at('2031-06-14'));
	expect(at('1999')).toBe(0);
	expect(at('2099 Q1')).toBe(10);
});

test('what is no date is not read as one', () => {
	for (const text of ['', 'soon', '2031 Q5', '31 February 2031', '2031-13', 'Junk 2031', '203', '20310'])
		expect(parseDate(text)).toBeNull();
});

test('a Date stands where its quarter is', () => {
	expect(dateLabel(2026, atOfDate(2026, new Date(2026, 4, 14)))).toBe('2026 Q2');
	expect(atOfDate(2026, new Date(2020, 0, 1))).toBe(0);
});

test('every quarter label leads back to the quarter it names', () => {
	fc.assert(
		fc.property(fc.double({ min: 0, max: 10, noNaN: true }), (at) => {
			const snapped = snapToQuarter(at);
			expect(Math.abs(snapped - at)).toBeLessThanOrEqual(0.125 + 1e-9);
			expect(atOfDate(2026, parseDate(dateLabel(2026, snapped))!)).toBe(snapped);
		}),
	);
});
