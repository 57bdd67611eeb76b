/** Reads CSV and its relatives: any delimiter, quoting and encoding. */
import Papa from 'papaparse';
import { decode } from './decode.ts';
import { warnOfLostCharacters } from './lostCharacters.ts';
import { repairMojibake } from './mojibake.ts';
import type { ReadOptions } from './readDocument.ts';
import type { Warn } from './reading.ts';
import { withinLimits, type SheetTable } from './sheetTable.ts';
import { UnreadableDocument } from './unreadable.ts';

const delimiters = ['\t', ';', ',', '|', '\u001f', '^'];
/** What Excel writes into the first line to tell itself the delimiter. */
const declared = /^sep=(.)\n/i;
/** Names that say it. */
const tabName = /\.(?:tsv|tab)$/i;
/** Rows that are looked at: millions of blank ones would keep the import from the next file. */
const mostLines = 500_000;
/** Enough of a file to see its delimiter in. */
const sample = 64 * 1024;

/** @throws UnreadableDocument for what is no text and for tables without a cell. */
export function readCsv(bytes: Uint8Array, file: string, warn: Warn, { repair = true }: Pick<ReadOptions, 'repair'> = {}): SheetTable {
	const decoded = decode(bytes);
	const { text: repaired, repairs } = repair ? repairMojibake(decoded.text) : { text: decoded.text, repairs: [] };
	const said = declared.exec(repaired);
	const text = said ? repaired.slice(said[0].length) : repaired;
	const delimiter = said?.[1] ?? (tabName.test(file) ? '\t' : delimiterOf(text));
	const { data, errors } = parse(text.trimEnd(), delimiter, mostLines);
	if (data.length === mostLines) warn(mostLines, `The table has more than ${mostLines} rows, most of them blank perhaps; what follows is not looked at.`);
	const rowOf = rowsByLine(data, said ? 1 : 0);
	const warnOfRow: Warn = (line, message) => warn(line === null ? null : rowOf(line), message);
	for (const { line, message } of decoded.warnings) warnOfRow(line, message);
	warnOfLostCharacters(repaired, repairs, warnOfRow);
	for (const { row, code } of errors) {
		if (code === 'MissingQuotes') warn((row ?? 0) + 1, 'A quotation mark is opened in this row and not closed, so the rest of the file may stand in one cell.');
		if (code === 'InvalidQuotes') warn((row ?? 0) + 1, 'The quotation marks in this row are not balanced; check its cells.');
	}
	const rows = withinLimits(data, warn);
	if (rows.length === 0) throw new UnreadableDocument('The table has no cell with anything in it.');
	return { sheets: [{ name: '', rows }], encoding: decoded.encoding, repairs: repairs.map((made) => ({ ...made, line: rowOf(made.line) })) };
}

/** Rows are what a person counts in a table; a row takes several lines of the file where a cell has breaks. @param above lines before the first row. */
function rowsByLine(data: readonly (readonly string[])[], above: number): (line: number) => number {
	const last: number[] = [];
	let line = above;
	for (const cells of data) {
		line += 1 + cells.reduce((sum, cell) => sum + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0);
		last.push(line);
	}
	return (at) => Math.max(1, last.findIndex((end) => at <= end) + 1 || data.length);
}

const parse = (text: string, delimiter: string, preview = 0): Papa.ParseResult<string[]> =>
	Papa.parse<string[]>(text, { delimiter, newline: '\n', preview });

/** The delimiter that cuts the most rows into the same number of cells; more cells count where that is even. */
export function delimiterOf(text: string): string {
	const start = text.length > sample ? text.slice(0, text.lastIndexOf('\n', sample) + 1 || sample) : text;
	let best = { delimiter: ',', score: 0 };
	for (const delimiter of delimiters) {
		if (!start.includes(delimiter)) continue;
		const score = evenness(parse(start, delimiter, 100).data.filter((row) => row.some((cell) => cell.trim() !== '')));
		if (score > best.score) best = { delimiter, score };
	}
	return best.delimiter;
}

function evenness(rows: readonly string[][]): number {
	// Nothing is left where it cuts: the table is empty, and this is how it was written.
	if (rows.length === 0) return 1;
	const widths = new Map<number, number>();
	for (const { length } of rows) if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1);
	let score = 0;
	for (const [width, count] of widths) score = Math.max(score, count / rows.length + Math.min(width, 50) / 1000);
	return score;
}
