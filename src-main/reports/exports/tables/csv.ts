/**
 * The ranked table as CSV (RFC 4180), for a spreadsheet that is opened with a double click: a byte order mark, so that Excel
 * reads umlauts, and the separators that a spreadsheet of that language expects: a comma and a decimal point in English, a
 * semicolon and a decimal comma elsewhere. Text that a spreadsheet would take for a formula gets an apostrophe before it
 * (OWASP, "CSV Injection"): the cell then shows the text, and nothing is worked out.
 */
import Papa from 'papaparse';
import type { ReportLanguage } from '../../../../src-shared/schemas/worlds.ts';
import type { Cell, Table } from './cells.ts';

const bom = '\uFEFF';

/** Also in the full width of East Asian type, which spreadsheets of those languages read as the same signs. */
const beginsFormula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** What would begin a cell of its own where the file is opened by the separators of another language. A number does no harm. */
const beginsElsewhere = /([,;]\s*)(?=[=@＝＠]|[+\-＋－][^\d\s])/gu;

export const neutralised = (text: string): string => `${beginsFormula.test(text) ? "'" : ''}${text.replace(beginsElsewhere, "$1'")}`;

function written(cell: Cell, decimalComma: boolean): string {
	if (cell === null) return '';
	if (typeof cell === 'string') return neutralised(cell.replace(/\s+/g, ' '));
	return decimalComma ? String(cell).replace('.', ',') : String(cell);
}

export function csvOf({ columns, rows }: Table, language: ReportLanguage): string {
	const decimalComma = language !== 'en';
	const lines = [columns.map(({ title }): Cell => title), ...rows].map((row) => row.map((cell) => written(cell, decimalComma)));
	return `${bom}${Papa.unparse(lines, { delimiter: decimalComma ? ';' : ',', newline: '\r\n' })}\r\n`;
}
