/** How wide the columns of a table are: as its section wants them where they fit, else as their text needs them. */
import type { Paper } from './paper.ts';
import { gap, type Cell, type Column } from './table.ts';

/** A text in less room than this reads one word after the other, and its longer words are broken. */
const narrowest = 84;

/** @returns the columns with the widths they get; null where they do not fit so much room. */
export function fitted(paper: Paper, columns: readonly Column[], rows: readonly (readonly Cell[])[], room: number): readonly Column[] | null {
	const wanted = columns.reduce((sum, column) => sum + column.width, 0);
	if (paper.theme.scale === 1 && wanted <= room + 1 && columns.every(({ width }) => width > gap)) return columns;
	const natural = columns.map((column, index) => naturalWidth(paper, column, rows.map((row) => row[index] ?? {})));
	const indents = columns.map((_, index) => Math.max(0, ...rows.slice(0, 20).map((row) => row[index]?.indent ?? 0)));
	const needs = natural.map((width, index) => Math.min(width, narrowest + gap + indents[index]!));
	const spare = room - needs.reduce((sum, need) => sum + need, 0);
	if (spare < 0) return null;
	const longer = natural.map((width, index) => Math.min(width - needs[index]!, room));
	const all = longer.reduce((sum, width) => sum + width, 0);
	// What is over goes to those whose text is longer than what they need, by how much it is.
	const share = (index: number) => (all === 0 ? 1 / columns.length : longer[index]! / all);
	return columns.map((column, index) => ({ ...column, width: needs[index]! + spare * share(index) }));
}

const most = 2000;

/** On one line. */
function naturalWidth(paper: Paper, column: Column, cells: readonly Cell[]): number {
	const title = column.title ? paper.set(column.title, 'label', most, { maxLines: 1 })[0]!.width + 3 : 0;
	return cells.reduce((widest, { text, style = 'name', indent = 0, figure }) => {
		const [line] = text === undefined ? [] : paper.set(text, style, most, { maxLines: 1 });
		return Math.max(widest, (line?.width ?? 0) + indent + gap, (figure?.width ?? 0) + gap);
	}, title + gap);
}
