/** A spreadsheet's cells as text, within limits, whatever file they come from. */
import type { Repair } from '../../src-shared/schemas/document.ts';
import type { Sheet } from '../../src-shared/schemas/sheet.ts';
import type { Warn } from './reading.ts';

export interface SheetTable {
	sheets: Sheet[];
	encoding: string;
	repairs: Repair[];
}

/** Ten years of scanning in one sheet are a tenth of it. */
export const maxRows = 50_000;
export const maxColumns = 200;
const longestCell = 20_000;

const control = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g;

/** Cuts what passes a limit, and says so; blank rows stay, since rows are counted, but for those at the end. */
export function withinLimits(given: readonly (readonly string[])[], warn: Warn): string[][] {
	const rows = given.slice(0, given.findLastIndex((row) => row.some((cell) => cell.trim() !== '')) + 1);
	let cutCells = 0;
	let cutColumns = 0;
	const kept = rows.slice(0, maxRows).map((row) => {
		cutColumns = Math.max(cutColumns, row.length - maxColumns);
		return row.slice(0, maxColumns).map((cell) => {
			const clean = cell.replace(control, '').trim();
			if (clean.length <= longestCell) return clean;
			cutCells++;
			return clean.slice(0, longestCell);
		});
	});
	if (rows.length > maxRows) warn(maxRows, `The sheet has ${rows.length} rows; the first ${maxRows} are read. Split it to import the rest.`);
	if (cutColumns > 0) warn(1, `The sheet has more than ${maxColumns} columns; those beyond are left out.`);
	if (cutCells > 0) warn(null, `${cutCells === 1 ? '1 cell has' : `${cutCells} cells have`} more than ${longestCell} characters; the rest is left out.`);
	return kept.map((row) => (row.every((cell) => cell === '') ? [] : row));
}
