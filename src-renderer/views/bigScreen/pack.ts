/** Rows for spans of different widths, so that none covers another. What finds no row is told, never dropped. */

export interface Span {
	id: string;
	left: number;
	right: number;
	/** The row that it would have. */
	wish: number;
}

export interface Packed {
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
		let row = 0;
		while (row < taken.length && taken[row]!.some((other) => other.left < span.right + gap && span.left < other.right + gap)) row++;
		if (row >= most) {
			packed.rest.push(span.id);
			continue;
		}
		(taken[row] ??= []).push(span);
		packed.rows.set(span.id, row);
		packed.count = Math.max(packed.count, row + 1);
	}
	return packed;
}
