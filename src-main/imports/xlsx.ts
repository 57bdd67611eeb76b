/** Reads Excel workbooks: all sheets, their cells as text. */
import { withinLimits, type SheetTable } from './sheetTable.ts';
import type { Warn } from './reading.ts';
import { UnreadableDocument } from './unreadable.ts';
import { repackXml, type Archive } from './zip.ts';

/** The library lays out a sheet's whole rectangle, so one stray cell far out would fill the memory. */
const maxCells = 5_000_000;
const sheetPart = /^xl\/worksheets\/[^/]+\.xml$/;
const cellAddress = /<(?:\w+:)?c\s[^>]*?\br="([A-Z]{1,3})(\d{1,7})"/g;

/** @throws UnreadableDocument for workbooks that are broken, and for those without a cell. */
export async function readXlsx(archive: Archive, warn: Warn): Promise<SheetTable> {
	for (const name of archive.names) if (sheetPart.test(name)) refuseVast(archive.read(name)!);
	const packed = repackXml(archive);
	const { default: readWorkbook } = await import('read-excel-file/universal');
	const workbook = await readWorkbook<number>(new Blob([new Uint8Array(packed)])).catch((error: unknown) => {
		throw new UnreadableDocument(`The workbook cannot be read (${error instanceof Error ? error.message : String(error)}). Save it again in Excel, or as CSV, and import it.`);
	});
	const sheets = workbook
		.map(({ sheet, data }) => ({ name: sheet, rows: withinLimits(data.map((row) => row.map(cellText)), warn) }))
		.filter(({ rows }) => rows.length > 0);
	if (sheets.length === 0) throw new UnreadableDocument('The workbook has no cell with anything in it.');
	return { sheets, encoding: 'UTF-8', repairs: [] };
}

function refuseVast(part: Buffer): void {
	let rows = 0;
	let columns = 0;
	for (const [, letters, digits] of part.toString('latin1').matchAll(cellAddress)) {
		rows = Math.max(rows, Number(digits));
		columns = Math.max(columns, columnNumber(letters!));
	}
	if (rows * columns <= maxCells) return;
	throw new UnreadableDocument(`A sheet of the workbook reaches to row ${rows} and column ${columns}. Delete the empty rows and columns behind the table, save it, and import it again.`);
}

const columnNumber = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** Dates come as the calendar writes them, numbers as a person would. */
function cellText(cell: unknown): string {
	if (cell === null || cell === undefined) return '';
	if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().replace(/T00:00:00\.000Z$/, '').replace(/\.000Z$/, 'Z');
	if (typeof cell === 'number') return String(Number(cell.toPrecision(12)));
	return String(cell);
}
