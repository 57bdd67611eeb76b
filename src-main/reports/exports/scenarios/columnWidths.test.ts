import { expect, test } from 'vitest';
import { columnWidths } from './columnWidths.ts';

const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0);

test('columns fill the room, and what says more has more of it', () => {
	const widths = columnWidths([['Plan', 'Class'], ['Ask for a summary of the training data in every tender', 'no regrets']], 9000);
	expect(sum(widths)).toBe(9000);
	expect(widths[0]).toBeGreaterThan(widths[1]! * 2);
});

test('a column has room for its longest word beside columns of long texts', () => {
	const long = 'words and more words and still more words and no end of words to be seen anywhere';
	const [narrow] = columnWidths([['Procurement', long, long, long, long]], 9000);
	expect(narrow).toBeGreaterThanOrEqual('Procurement'.length * 150);
});

test('where nothing fits all columns give way alike, and an empty table has none', () => {
	const widths = columnWidths([Array.from({ length: 12 }, () => 'incomprehensible')], 9000);
	expect(sum(widths)).toBe(9000);
	expect(Math.max(...widths) - Math.min(...widths)).toBeLessThan(12);
	expect(columnWidths([], 9000)).toEqual([]);
	expect(sum(columnWidths([['', '']], 9000))).toBe(9000);
});
