/** The ranked tables as a spreadsheet: a sheet for each criterion, one for the method, one for the reasons that may be shown, one for what drivers do to each other. Figures are figures and text is text; there are no formulas. */
import writeWorkbook, { type CellObject, type SheetData } from 'write-excel-file/node';
import type { Table } from './cells.ts';

/** Of a cell, in Excel's own limits. */
const longestCell = 32_767;
const longestName = 31;

/** Names that Excel takes: short, without its own signs, and no two alike. */
export function sheetNames(titles: readonly string[]): string[] {
	const taken = new Set<string>(['history']);
	return titles.map((title) => {
		const base = title.replace(/[[\]:*?/\\]/g, ' ').replace(/\s+/g, ' ').trim().replace(/^'+|'+$/g, '') || 'Sheet';
		for (let n = 1; ; n++) {
			const mark = n === 1 ? '' : ` ${n}`;
			const name = `${base.slice(0, longestName - mark.length).trim()}${mark}`;
			if (taken.has(name.toLowerCase())) continue;
			taken.add(name.toLowerCase());
			return name;
		}
	});
}

export async function xlsxOf(tables: readonly Table[]): Promise<Uint8Array> {
	const names = sheetNames(tables.map(({ title }) => title));
	const sheets = tables.map(({ columns, rows }, index) => ({
		sheet: names[index]!,
		stickyRowsCount: 1,
		orientation: 'landscape' as const,
		columns: columns.map(({ width }) => ({ width })),
		data: [
			columns.map(({ title }): CellObject => ({ value: title, type: String, fontWeight: 'bold', backgroundColor: '#E9EEF0', wrap: true, alignVertical: 'top', bottomBorderStyle: 'medium', bottomBorderColor: '#14212D' })),
			...rows.map((row) => row.map((cell, place): CellObject | null => {
				if (cell === null || cell === '') return null;
				if (typeof cell === 'number') return { value: cell, type: Number, alignVertical: 'top' };
				return { value: cell.slice(0, longestCell), type: String, alignVertical: 'top', ...(columns[place]?.wraps && { wrap: true }) };
			})),
		] satisfies SheetData,
	}));
	return new Uint8Array(await writeWorkbook(sheets, { fontFamily: 'Calibri', fontSize: 11 }).toBuffer());
}
