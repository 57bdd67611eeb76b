/** Remembers how the columns of a table were mapped, by its headers: next month's export of the same list needs no mapping. */
import * as v from 'valibot';
import { guessColumns, guessMapping } from '../../src-shared/domain/columnGuess.ts';
import { plainWords } from '../../src-shared/domain/sheetWords.ts';
import { columnMappingSchema, type ColumnMapping, type Sheet } from '../../src-shared/schemas/sheet.ts';

type Store = Pick<Storage, 'getItem' | 'setItem'>;
type Kept = Pick<ColumnMapping, 'columns' | 'kind'>;

const place = 'longview-column-mappings';
const mostKept = 60;
const headerRowsTried = 10;
const keptSchema = v.array(v.tuple([v.string(), v.pick(columnMappingSchema, ['columns', 'kind'])]));

/** Headers in their order, whatever their case and accents. Fewer than two named columns are no table that comes again. */
function keyOf(headers: readonly string[] | undefined): string | null {
	const words = (headers ?? []).map(plainWords);
	return words.filter((word) => word !== '').length < 2 ? null : words.join('\t').trimEnd();
}

function load(store: Store): Map<string, Kept> {
	try {
		return new Map(v.parse(keptSchema, JSON.parse(store.getItem(place) ?? '[]')));
	} catch {
		// Written by another version, or by hand: it is only a convenience.
		return new Map();
	}
}

/** The latest stays last; the oldest goes when there are too many. */
export function rememberMapping(sheet: Pick<Sheet, 'rows'>, { columns, kind, headerRow }: ColumnMapping, store: Store = localStorage): void {
	const key = headerRow === null ? null : keyOf(sheet.rows[headerRow - 1]);
	if (key === null) return;
	const kept = load(store);
	kept.delete(key);
	kept.set(key, { columns, kind });
	try {
		store.setItem(place, JSON.stringify([...kept].slice(-mostKept)));
	} catch {
		// A full store costs the memory, not the import.
	}
}

/** The mapping that one of the sheets had the last time, or null. */
export function recallMapping(sheets: readonly Pick<Sheet, 'rows'>[], store: Store = localStorage): ColumnMapping | null {
	const kept = load(store);
	for (const [sheet, { rows }] of sheets.entries()) {
		for (let row = 1; row <= Math.min(headerRowsTried, rows.length); row++) {
			const key = keyOf(rows[row - 1]);
			const found = key === null ? undefined : kept.get(key);
			if (found) return { sheet, headerRow: row, ...found };
		}
	}
	return null;
}

/** What the mapping screen begins with. @param only looks at one sheet alone. */
export function firstMapping(sheets: readonly Pick<Sheet, 'rows'>[], only?: number, store: Store = localStorage): { mapping: ColumnMapping; recalled: boolean } {
	const candidates = only === undefined ? sheets : [sheets[only]!];
	const found = recallMapping(candidates, store);
	if (found) return { mapping: only === undefined ? found : { ...found, sheet: only }, recalled: true };
	return { mapping: only === undefined ? guessMapping(sheets) : guessColumns(sheets[only]!.rows, only), recalled: false };
}
