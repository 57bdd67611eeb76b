import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText } from './inline.ts';
import { linesOf } from './lines.ts';
import { isPlainCell, readRow, readTable, splitRow } from './markdownTable.ts';
import './propertySeed.ts';

describe('a row', () => {
	test.each([
		['| a | b |', ['a', 'b']],
		['a | b', ['a', 'b']],
		['| a |  | c', ['a', '', 'c']],
		['| cost \\| benefit | x |', ['cost | benefit', 'x']],
		['| `a \\| b` | x |', ['`a | b`', 'x']],
		['||', ['']],
	])('%s has its cells', (line, cells) => {
		expect(splitRow(line)).toEqual(cells);
	});

	test('gives back whatever cells it was made of', () => {
		const cell = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\\\n\r\u2028\u2029]/g, '').trim());
		fc.assert(
			fc.property(fc.array(cell, { minLength: 1 }), (cells) => {
				expect(splitRow(`|${cells.map((text) => text.replaceAll('|', '\\|')).join(' | ')}|`)).toEqual(cells);
			}),
		);
	});
});

test('a cell is plain only where its source is its text', () => {
	const cell = fc.array(fc.constantFrom('a', 'Ünë', ' ', '  ', '\t', '\u00a0', '*b*', '_', '&amp;', '\\|', '[x](y)', '<b>', '`', '~', '…')).map((bits) => bits.join(''));
	fc.assert(
		fc.property(fc.array(cell), (cells) => {
			const row = readRow(linesOf(`|${cells.join('|')}|`), 0);
			row.cells.forEach((source, index) => {
				if (isPlainCell(row, index)) expect(plainText(source)).toBe(source);
			});
		}),
	);
});

describe('a table', () => {
	const lines = ['| name | relevancy |', '|:--|--:|', '| A | 4 |', 'B | 3', '', 'after'];

	test('ends with its last row, and every row knows its line', () => {
		expect(readTable(linesOf(lines.join('\n')), 0)).toEqual({
			header: { cells: ['name', 'relevancy'], marked: 0, index: 0 },
			rows: [{ cells: ['A', '4'], marked: 0, index: 2 }, { cells: ['B', '3'], marked: 0, index: 3 }],
			end: 4,
		});
	});

	test('needs a row of dashes', () => {
		expect(readTable(linesOf(['| a | b |', '| c | d |'].join('\n')), 0)).toBeNull();
		expect(readTable(linesOf(['| a | b |'].join('\n')), 0)).toBeNull();
	});

	test('ends where another block begins', () => {
		expect(readTable(linesOf(['|a|', '|-|', '|1|', '## Next | part'].join('\n')), 0)?.end).toBe(3);
		expect(readTable(linesOf(['|a|b|', '|-|-|', '|1|2|', 'A closing remark.'].join('\n')), 0)?.end).toBe(3);
	});

	test('of 200,000 rows is read to its end', () => {
		const rows = ['|a|b|', '|-|-|', ...Array.from({ length: 200_000 }, (_, index) => `| row ${index} | text |`)];
		expect(readTable(linesOf(rows.join('\n')), 0)?.rows).toHaveLength(200_000);
	});
});

test.each([
	['a **bold** and _soft_ claim', 'a bold and soft claim'],
	['see [the note](https://example.org/x) now', 'see the note now'],
	['R&amp;D budgets &lt; 2 %', 'R&D budgets < 2 %'],
	['R&D and C++, 1 < 2', 'R&D and C++, 1 < 2'],
	['snake\\_case \\*names\\*', 'snake_case *names*'],
	['run `a | b` twice', 'run a | b twice'],
	['first<br>second', 'first second'],
	['<b>bold</b> <script>alert(1)</script>', 'bold alert(1)'],
	['a Vec<T> of things', 'a Vec<T> of things'],
	['![a picture](https://example.org/x.png)', ''],
	['its[link](https://example.org)text', 'its link text'],
])('the cell %s reads %s', (source, text) => {
	expect(plainText(source)).toBe(text);
});
