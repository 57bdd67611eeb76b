/** Reads Markdown pipe tables (GitHub Flavored Markdown 0.29, 4.10) in one linear pass, leniently: no row is lost. */

export interface TableRow {
	/** Source of each cell, trimmed and with escaped pipes resolved; inline Markdown is still in it. */
	cells: string[];
	/** Index of the row's line, from 0. */
	index: number;
}

export interface Table {
	/** Header cells, as `cells` of a row. */
	columns: string[];
	rows: TableRow[];
	/** Index of the header's line, from 0. */
	index: number;
	/** Index of the first line after the table. */
	end: number;
}

const backslash = 0x5c;
const pipe = 0x7c;
const onlyRule = /^[\s|:-]+$/;
const ruleCell = /^:?-+:?$/;
const otherBlock = /^ {0,3}(?:#{1,6}(?:\s|$)|>|```|~~~|<!--)/;

/** @returns null where no table begins in line `index`: it does where a row of dashes follows a row with pipes. */
export function readTable(lines: string[], index: number): Table | null {
	const header = lines[index];
	const rule = lines[index + 1];
	if (!header?.includes('|') || rule === undefined || !isRule(rule)) return null;
	const rows: TableRow[] = [];
	let end = index + 2;
	for (; end < lines.length; end++) {
		const line = lines[end]!;
		if (line.charCodeAt(0) !== pipe && (!line.includes('|') || otherBlock.test(line))) break;
		rows.push({ cells: splitRow(line), index: end });
	}
	return { columns: splitRow(header), rows, index, end };
}

function isRule(line: string): boolean {
	return line.includes('-') && onlyRule.test(line) && splitRow(line).every((cell) => ruleCell.test(cell));
}

/** A backslash before a pipe makes it text, inside code too; the pipes at both ends of a row may be left out. */
export function splitRow(line: string): string[] {
	const source = line.trim();
	const cells: string[] = [];
	let from = source.charCodeAt(0) === pipe ? 1 : 0;
	let isEscaped = false;
	for (let at = source.indexOf('|', from); at >= 0; at = source.indexOf('|', at + 1)) {
		if (source.charCodeAt(at - 1) === backslash) {
			isEscaped = true;
			continue;
		}
		cells.push(cellText(source.slice(from, at), isEscaped));
		from = at + 1;
		isEscaped = false;
	}
	if (from < source.length) cells.push(cellText(source.slice(from), isEscaped));
	return cells;
}

const cellText = (source: string, isEscaped: boolean): string => (isEscaped ? source.replaceAll('\\|', '|') : source).trim();
