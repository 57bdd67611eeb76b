/**
 * Reads Markdown pipe tables (GitHub Flavored Markdown 0.29, 4.10), leniently: no row is lost. A cell knows
 * whether it needs more than to be cut out, because nearly none does.
 */
import { lineAt, linesOf, type Lines } from './lines.ts';
import { hasMarkup } from './inline.ts';
import { contentOf, type Marks } from './plainness.ts';

export interface TableRow {
	/** Source of each cell, trimmed and with escaped pipes resolved; inline Markdown is still in it. */
	cells: string[];
	/** Of the first 31 cells, a bit for each whose source is more than its text; the rest count as such. */
	marked: number;
	/** Index of the row's line, from 0. */
	index: number;
}

export interface Table {
	header: TableRow;
	rows: TableRow[];
	/** Index of the first line after the table. */
	end: number;
}

/** Cells that a row has room for at once: tables of thousands of columns are made to fill the memory. */
const mostRoom = 32;
const backslash = 0x5c;
const pipe = 0x7c;
const space = 0x20;
/** No two of its parts can take the same blanks, so that it never goes back far. */
const rule = /(?:[ \t]*\|)?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?(?=\n|$)/y;
const otherBlock = /^ {0,3}(?:#{1,6}(?:\s|$)|>|```|~~~|<!--)/;

/** Whether the source of a cell is its text: no Markdown in it, and no white space but single spaces. */
export const isPlainCell = ({ marked }: TableRow, at: number): boolean => at < 31 && (marked & (1 << at)) === 0;

/** @returns null where no table begins in line `index`: it does where a row of dashes follows a row with pipes. */
export function readTable(lines: Lines, index: number): Table | null {
	const { text, starts, count } = lines;
	if (index + 1 >= count || !isRule(lines, index + 1) || !hasPipe(lines, index)) return null;
	const header = readRow(lines, index);
	const width = Math.min(header.cells.length, mostRoom);
	const rows: TableRow[] = [];
	let end = index + 2;
	for (; end < count; end++) {
		if (text.charCodeAt(starts[end]!) !== pipe && (!hasPipe(lines, end) || otherBlock.test(lineAt(lines, end)))) break;
		rows.push(readRow(lines, end, width));
	}
	return { header, rows, end };
}

function hasPipe({ text, starts }: Lines, index: number): boolean {
	const at = text.indexOf('|', starts[index]);
	return at >= 0 && at < starts[index + 1]! - 1;
}

function isRule({ text, starts }: Lines, index: number): boolean {
	rule.lastIndex = starts[index]!;
	return rule.test(text);
}

export const splitRow = (line: string): string[] => readRow(linesOf(line), 0).cells;

/**
 * A backslash before a pipe makes it text, inside code too; the pipes at both ends of a row may be left out.
 * @param width how many cells it probably has: room for so many is made at once, as a list that grows takes far more.
 */
export function readRow({ text, starts, marks }: Lines, index: number, width = 0): TableRow {
	const row: TableRow = { cells: new Array<string>(width), marked: 0, index };
	let count = 0;
	const to = starts[index + 1]! - 1;
	let from = afterSpaces(text, starts[index]!, to);
	if (text.charCodeAt(from) === pipe) from++;
	for (let at = text.indexOf('|', from); at >= 0 && at < to; at = text.indexOf('|', at + 1)) {
		if (text.charCodeAt(at - 1) === backslash) continue;
		addCell(row, count++, text, marks, from, at);
		from = at + 1;
	}
	if (afterSpaces(text, from, to) < to) addCell(row, count++, text, marks, from, to);
	if (count < width) row.cells.length = count;
	return row;
}

function addCell(row: TableRow, at: number, text: string, marks: Marks, from: number, to: number): void {
	const content = contentOf(text, marks, from, to);
	const source = content === 'words' ? cut(text, from, to) : text.slice(from, to).trim().replaceAll('\\|', '|');
	const isText = content !== 'blanks' && (content === 'words' || !hasMarkup(source)) && (source.length <= 3 || !source.includes('  '));
	if (!isText && at < 31) row.marked |= 1 << at;
	row.cells[at] = source;
}

/** What stands between the blanks of a cell that has no other white space. */
function cut(text: string, from: number, to: number): string {
	let start = from;
	let end = to;
	while (start < end && text.charCodeAt(start) === space) start++;
	while (end > start && text.charCodeAt(end - 1) === space) end--;
	return text.slice(start, end);
}

function afterSpaces(text: string, from: number, to: number): number {
	let at = from;
	while (at < to && text.charCodeAt(at) === space) at++;
	return at;
}
