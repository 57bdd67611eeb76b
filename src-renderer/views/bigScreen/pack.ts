/** Rows for spans of different widths, so that none covers another. What finds no row is told, never dropped. */

export interface Span {
	id: string;
	left: number;
	right: number;
	/** The row that it would have. */
	wish: number;
	/** How many rows it takes; one where it is not given. */
	rows?: number;
}

export interface Packed {
	/** The first row of each. */
	rows: Map<string, number>;
	count: number;
	/** Those for which no row was left. */
	rest: string[];
}

/** @param most rows there may be. Earlier wishes, then earlier dates, have the first choice. */
export function pack(spans: readonly Span[], gap: number, most = Infinity): Packed {
	const packed: Packed = { rows: new Map(), count: 0, rest: [] };
	const taken: { left: number; right: number }[][] = [];
	for (const span of [...spans].sort((a, b) => a.wish - b.wish || a.left - b.left || (a.id < b.id ? -1 : 1))) {
		const { rows: high = 1 } = span;
		const isFree = (row: number) => !taken[row]?.some((other) => other.left < span.right + gap && span.left < other.right + gap);
		let row = 0;
		while (row < taken.length && !allOf(row, high, isFree)) row++;
		if (row + high > most) {
			packed.rest.push(span.id);
			continue;
		}
		for (let own = row; own < row + high; own++) (taken[own] ??= []).push(span);
		packed.rows.set(span.id, row);
		packed.count = Math.max(packed.count, row + high);
	}
	return packed;
}

function allOf(from: number, count: number, holds: (row: number) => boolean): boolean {
	for (let row = from; row < from + count; row++) if (!holds(row)) return false;
	return true;
}
