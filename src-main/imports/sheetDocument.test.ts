import fc from 'fast-check';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { guessColumns, guessMapping } from '../../src-shared/domain/columnGuess.ts';
import { parsedDocumentSchema } from '../../src-shared/schemas/document.ts';
import { sheetDate, sheetDocument } from './sheetDocument.ts';
import './propertySeed.ts';

const bytes = new Uint8Array([1, 2, 3]);
const tableOf = (...sheets: [name: string, rows: string[][]][]) => ({ sheets: sheets.map(([name, rows]) => ({ name, rows })), encoding: 'UTF-8', repairs: [] });
const rows = [
	['Name', 'Notes', 'Type', 'Date', 'Tags', 'Link', 'Score'],
	['Dry rivers', 'Ships wait\nfor rain', 'Risk', '5.3.2024', 'water, trade', 'https://example.org/a', '4'],
	[],
	['Rain gardens', 'Streets', 'Kuriosum', '3/4/2024', 'water', 'javascript:alert(1)', '9'],
];
const make = (given = rows, mapping = guessColumns(given), file = 'in/Trend_radar.csv') => sheetDocument(bytes, file, tableOf(['', given]), mapping);

it('is a document like any other, whose cards keep their rows as lines', () => {
	const document = make();
	expect(v.safeParse(parsedDocumentSchema, document).success).toBe(true);
	expect(document).toMatchObject({ shape: 'spreadsheet', title: 'Trend radar', titleIsMade: false, topics: ['water', 'trade'] });
	expect(document.cards.map(({ name, kind, line }) => [name, kind, line])).toEqual([['Dry rivers', 'concern', 2], ['Rain gardens', 'signal', 4]]);
	expect(document.text.split('\n')[1]).toBe('| Dry rivers | Ships wait for rain | Risk | 5.3.2024 | water, trade | https://example.org/a | 4 |');
	expect(document.summary).toBe('Columns: Name from “Name”, Description from “Notes”, Kind from “Type”, Date from “Date”, Tags from “Tags”, Address from “Link”.');
	expect(document.milestones).toEqual([{ date: '2024-03-05', text: 'Dry rivers', line: 2 }]);
	expect(document.links).toEqual([{ text: 'Dry rivers', url: 'https://example.org/a', line: 2 }]);
});

it('warns of kinds, dates and scores that it cannot take, with their rows', () => {
	const guess = guessColumns(rows);
	const { warnings } = make(rows, { ...guess, columns: { ...guess.columns, machineScore: 6 } });
	expect(warnings).toEqual([
		{ line: 4, message: 'The kind “Kuriosum” is not one that Longview knows; its card is a signal.' },
		{ line: 4, message: 'The machine score “9” is not a number from 0 to 5; the card is kept without one.' },
		{ line: 4, message: 'The date “3/4/2024” cannot be read for certain, so the timeline goes without.' },
	]);
});

it('is the same document for the same bytes and mapping, and another for another mapping', () => {
	const guess = guessColumns(rows);
	const changed = { ...guess, columns: { ...guess.columns, description: null } };
	expect(make(rows, { ...guess }, 'elsewhere.csv').hash).toBe(make().hash);
	expect(make(rows, changed).hash).not.toBe(make().hash);
	expect(make(rows, { ...guess, kind: 'issue' }).hash).not.toBe(make().hash);
});

it('is named by its sheet where there are several', () => {
	const table = tableOf(['Read me', [['Hello']]], ['Risks', [['Name', 'Notes'], ['Thirst', 'x']]]);
	const document = sheetDocument(bytes, 'radar.xlsx', table, guessMapping(table.sheets));
	expect(document.title).toBe('radar: Risks');
	expect(document.sections).toEqual([{ title: 'Risks', level: 1, line: 1 }]);
});

it('refuses a mapping that makes no card, and a sheet that is not there', () => {
	const guess = guessColumns(rows);
	expect(() => make(rows, { ...guess, columns: { ...guess.columns, name: null, description: null } })).toThrow(/so there are no cards/);
	expect(() => make(rows, { ...guess, sheet: 7 })).toThrow(/not in the file any more/);
});

it.each([
	['2024', '2024'], ['2024-03', '2024-03'], ['2024-03-05', '2024-03-05'], ['2024-03-05T10:00:00Z', '2024-03-05'], ['March 5, 2024', '2024-03-05'],
	['05.03.2024', '2024-03-05'], ['5.3.2024', '2024-03-05'], ['25/3/2024', '2024-03-25'], ['3/25/2024', '2024-03-25'], ['4/4/2024', '2024-04-04'],
	['3/4/2024', null], ['31.2.2024', null], ['soon', null], ['Q3', null], ['45000', null],
])('reads the date “%s” as %s', (text, date) => {
	expect(sheetDate(text)).toBe(date);
});

it('has a line for every row, whatever is in it', () => {
	const cell = fc.oneof(fc.string(), fc.constantFrom('a\nb', 'x\r\ny', '|', '__proto__', '2024'));
	fc.assert(
		fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 10 }), (more) => {
			const given = [['Name', 'Description', 'Date', 'Link'], ['Dry rivers', 'Ships wait'], ...more];
			const document = make(given, guessColumns(given, 0, 1));
			const lines = document.text.split('\n');
			expect(lines.length).toBe(given.length);
			for (const { line } of [...document.cards, ...document.links, ...document.milestones]) expect(lines[line - 1]).toMatch(/^\| /);
		}),
	);
});
