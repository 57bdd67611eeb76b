import { expect, it } from 'vitest';
import { guessColumns } from '../../src-shared/domain/columnGuess.ts';
import { readSheet } from '../../src-shared/domain/sheetCards.ts';
import { columnLetter, countSentences, kindSentences, rowList } from './mappingSentences.ts';

it('counts the rows that become cards, and names the others with their reasons', () => {
	const rows = [['Radar'], ['Name', 'Type', 'Owner'], ['Dry rivers', 'Risk', 'Ada'], ['', '', 'Bo'], [], ['', '', 'Cy'], ['Thirst', 'Kuriosum', '']];
	const reading = readSheet(rows, guessColumns(rows), (text) => text);
	expect(countSentences(reading)).toEqual(['2 of 5 rows become cards.', 'Rows 4 and 6 have neither a name nor a description.', 'Row 1 stands above the headers.', '1 row is blank.']);
	expect(kindSentences(reading, 'signal')).toEqual(['“Risk” (1) becomes concerns.', '“Kuriosum” (1) is no kind that Longview knows, so its cards are signals.']);
});

it('lists a few rows and counts the rest', () => {
	expect([rowList([7]), rowList([7, 9, 12]), rowList([1, 2, 3, 4, 5, 6, 7])]).toEqual(['Row 7', 'Rows 7, 9 and 12', 'Rows 1, 2, 3, 4, 5 and 2 more']);
});

it('calls columns as spreadsheet programs do', () => {
	expect([0, 25, 26, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
});
