/** How a table is sorted by one of its columns. */

/** What a row is sorted by; null for what is not there, which comes last either way. */
export type Key = number | string | null;

export interface Sorting<Column extends string> {
	by: Column;
	descending: boolean;
}

/** Rows that are alike stay in the order in which they were given, which is how they stand on the canvas. */
export function sortRows<Row, Column extends string>(rows: readonly Row[], keys: Record<Column, (row: Row) => Key>, sorting: Sorting<Column> | null): readonly Row[] {
	if (!sorting) return rows;
	const key = keys[sorting.by];
	const compareNames = new Intl.Collator(undefined, { numeric: true }).compare;
	const sign = sorting.descending ? -1 : 1;
	return rows
		.map((row) => ({ row, at: key(row) }))
		.sort((a, b) => {
			if (a.at === null || b.at === null) return Number(a.at === null) - Number(b.at === null);
			return sign * (typeof a.at === 'string' ? compareNames(a.at, String(b.at)) : a.at - Number(b.at));
		})
		.map(({ row }) => row);
}

/** A press on a heading: up, down, and back to the canvas's order. */
export function nextSorting<Column extends string>(now: Sorting<Column> | null, by: Column): Sorting<Column> | null {
	if (now?.by !== by) return { by, descending: false };
	return now.descending ? null : { by, descending: true };
}
