import fc from 'fast-check';
import { expect, it } from 'vitest';
import { delimiterOf, readCsv } from './csv.ts';
import { collectWarnings } from './reading.ts';
import './propertySeed.ts';

const read = (text: string | Buffer, file = 'list.csv') => {
	const { warn, warnings } = collectWarnings();
	const table = readCsv(new Uint8Array(Buffer.from(text)), file, warn);
	return { ...table, rows: table.sheets[0]!.rows, warnings: warnings() };
};
const expected = [['Name', 'Text'], ['Flüsse', 'Trocken; „sehr“, im Mai']];

it.each([
	['commas', 'Name,Text\nFlüsse,"Trocken; „sehr“, im Mai"\n'],
	['semicolons', 'Name;Text\nFlüsse;"Trocken; „sehr“, im Mai"\n'],
	['tabs', 'Name\tText\nFlüsse\tTrocken; „sehr“, im Mai\n'],
	['bars', 'Name|Text\nFlüsse|Trocken; „sehr“, im Mai\n'],
	['a declared delimiter', 'sep=^\nName^Text\nFlüsse^Trocken; „sehr“, im Mai\n'],
	['CRLF', 'Name;Text\r\nFlüsse;"Trocken; „sehr“, im Mai"\r\n'],
	['CR', 'Name;Text\rFlüsse;"Trocken; „sehr“, im Mai"\r'],
])('reads a table with %s', (_what, text) => {
	expect(read(text).rows).toEqual(expected);
});

it('reads every encoding that spreadsheet programs write', () => {
	const text = 'Name;Text\nFlüsse;Häfen €\n';
	const rows = [['Name', 'Text'], ['Flüsse', 'Häfen €']];
	expect(read(`\ufeff${text}`)).toMatchObject({ rows, encoding: 'UTF-8' });
	expect(read(Buffer.from(`\ufeff${text}`, 'utf16le'))).toMatchObject({ rows, encoding: 'UTF-16LE' });
	expect(read(Buffer.from(text.replace('€', '\x80'), 'latin1'))).toMatchObject({ rows, encoding: 'Windows-1252' });
});

it('repairs mojibake in cells and says so', () => {
	const { rows, repairs } = read('Name,Text\nThe council‚Äôs plan,The river‚Äôs bed and the town‚Äôs water\n');
	expect(rows[1]).toEqual(['The council’s plan', 'The river’s bed and the town’s water']);
	expect(repairs.length).toBeGreaterThan(0);
});

it('counts rows as spreadsheet programs do: breaks in cells are none, blank rows are', () => {
	expect(read('Name,Text\nA,"one\ntwo"\n\nB,x\n\n\n').rows).toEqual([['Name', 'Text'], ['A', 'one\ntwo'], [], ['B', 'x']]);
});

it('says where a quotation mark is not closed', () => {
	expect(read('Name,Text\nA,"one\nB,two\n').warnings).toMatchObject([{ line: 2, message: expect.stringMatching(/not closed/) }]);
});

it('takes tabs for granted in a file that is named for them', () => {
	expect(read('Name\nRivers, dry\nGardens, wet\n', 'list.tsv').rows).toEqual([['Name'], ['Rivers, dry'], ['Gardens, wet']]);
});

it('keeps a column of sentences in one', () => {
	expect(read('Idea\n"Rivers, dry"\nGardens\n').rows).toEqual([['Idea'], ['Rivers, dry'], ['Gardens']]);
});

it('cuts what passes the limits and says so', () => {
	const many = read(`Name\n${'Dry rivers\n'.repeat(50_010)}`);
	expect(many.rows.length).toBe(50_000);
	expect(many.warnings[0]?.message).toMatch(/has 50011 rows; the first 50000 are read/);
	const wide = read(`${'a,'.repeat(500)}b\n`);
	expect(wide.rows[0]?.length).toBe(200);
	expect(wide.warnings[0]?.message).toMatch(/more than 200 columns/);
	expect(read(`Name,Text\nA,${'x'.repeat(30_000)}\n`).warnings[0]?.message).toMatch(/1 cell has more than 20000 characters/);
});

it('says which rows lost characters, and where repairs are, by the row and not by the line of the file', () => {
	const { rows, repairs, warnings } = read('sep=;\nName;Text\n"A";"two\nlines"\n"B";"Itâ€™s here"\n"C";"â€œgoneâ€, itâ€™s"\n"D\ufffd";"x"\n');
	expect(rows[2]).toEqual(['B', 'It’s here']);
	expect(repairs.map(({ line, after }) => [line, after])).toEqual([[3, expect.stringContaining('It’s')]]);
	expect(warnings.map(({ line, message }) => [line, message.slice(0, 41)])).toEqual([
		[4, 'A character of this line was lost before t'.slice(0, 41)],
		[5, 'A character of this line was lost before t'.slice(0, 41)],
	]);
});

it('leaves mojibake as it is where a repair is undone', () => {
	expect(readCsv(Buffer.from('Name,Text\nA,Itâ€™s\n'), 'a.csv', () => undefined, { repair: false })).toMatchObject({ sheets: [{ rows: [['Name', 'Text'], ['A', 'Itâ€™s']] }], repairs: [] });
});

it('refuses what is no text or has no cell', () => {
	expect(() => read(Buffer.from([0, 1, 2, 0, 3]))).toThrow(/not text/);
	expect(() => read(';;;\n;;;\n')).toThrow('The table has no cell with anything in it.');
});

it('reads back every table that a spreadsheet program can write, with any delimiter', () => {
	const cell = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '"', ',', ';', '\t', '|', '\n', '=', '1', '€') }).map((text) => text.trim());
	const tables = fc.integer({ min: 2, max: 5 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }));
	fc.assert(
		fc.property(tables, fc.constantFrom(',', ';', '\t', '|'), fc.boolean(), (rows, delimiter, crlf) => {
			fc.pre(rows.some((row) => row.some((text) => text !== '')));
			const written = [`x${delimiter}`.repeat(rows[0]!.length - 1) + 'x', ...rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(delimiter))];
			const last = rows.findLastIndex((row) => row.some((text) => text !== ''));
			const kept = rows.slice(0, last + 1).map((row) => (row.every((text) => text === '') ? [] : row));
			// As it is: letters that stand side by side by chance may be what a wrong encoding makes of another letter.
			const { sheets } = readCsv(Buffer.from(written.join(crlf ? '\r\n' : '\n')), 'a.csv', () => undefined, { repair: false });
			expect(sheets[0]!.rows.slice(1)).toEqual(kept);
		}),
	);
});

it('finds a delimiter in any text', () => {
	fc.assert(fc.property(fc.string(), (text) => delimiterOf(text).length === 1));
});
