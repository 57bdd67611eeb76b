/**
 * Tables: a head that is repeated on every page they reach, and rows that stay whole unless one is taller than a page.
 * The repeated heads are artifacts, so that a screen reader hears the head once. Where the columns do not fit the page,
 * as often in large print, each row becomes an item of a list instead.
 */
import { fitted } from './columns.ts';
import { drawLinked } from './links.ts';
import type { Paper, Tag } from './paper.ts';
import { startOf } from './flow.ts';
import { rule } from './primitives.ts';
import { colours, type StyleName } from './theme.ts';
import { stackedRows } from './stackedRows.ts';
import type { Line, Span } from './typeset.ts';

export interface Column {
	/** Read out for every column; one that needs no head on paper has it in `spoken` only. */
	title: string;
	spoken?: string;
	width: number;
	align?: 'left' | 'center' | 'right';
}

export interface Cell {
	text?: string | readonly Span[];
	style?: StyleName;
	balance?: boolean;
	/** A small drawing at the cell's left that the text says as well; the text is indented by `indent`. */
	mark?: (x: number, middle: number) => void;
	/** The mark stands for this cell and not for its row. */
	ownMark?: boolean;
	indent?: number;
	/** A drawing that says something of its own. */
	figure?: { alt: string; width: number; height: number; draw: (x: number, y: number) => void };
	/** The cell that names its row. */
	names?: boolean;
}

export interface TableOptions {
	x?: number;
	rowHeight?: number;
	/** Above and below the text of a row. */
	padding?: number;
	after?: number;
	/** The height of what stands below and belongs to the table: it should not begin a page of its own. */
	follows?: number;
	/** Text begins at the top of its row, for cells of many lines; in the middle unless it is said. */
	top?: boolean;
}

/** Between the text of one column and the next. */
export const gap = 9;

interface SetText extends Cell {
	lines: Line[];
	leading: number;
	x: number;
	width: number;
	align: Column['align'];
}

interface SetCell extends SetText {
	tag: Tag;
}

export function table(
	paper: Paper,
	parent: Tag,
	wanted: readonly Column[],
	rows: readonly (readonly Cell[])[],
	options: TableOptions = {},
): void {
	const { x = paper.left, rowHeight = 0, padding = 4.5, after = 0, follows = 0, top = false } = options;
	const columns = fitted(paper, wanted, rows, paper.right - x);
	if (!columns) {
		stackedRows(paper, parent, wanted, rows, x);
		paper.y += after;
		return;
	}
	const tag = paper.tag(parent, 'Table');
	const width = columns.reduce((sum, column) => sum + column.width, 0);
	const head = headHeight(paper, columns);
	paper.need(head + Math.max(rowHeight, 40));
	const set = rows.length <= mostMeasured ? rows.map((row) => setRow(paper, columns, row, x)) : null;
	const closeness = set ? closenessOf(paper, set, { head, rowHeight, padding, below: follows === 0 ? 0 : after + follows }) : 1;
	drawHead(paper, tag, columns, x, width);
	const body = paper.tag(tag, 'TBody');
	const drawn = { x, width, rowHeight: rowHeight * closeness, padding: padding * closeness, top };
	rows.forEach((row, index) => drawRow(paper, body, columns, set?.[index] ?? setRow(paper, columns, row, x), drawn));
	body.end();
	tag.end();
	paper.y += after;
}

/** On one page; infinite where the columns do not fit and the rows become a list. */
export function tableHeight(paper: Paper, wanted: readonly Column[], rows: readonly (readonly Cell[])[], { x = paper.left, rowHeight = 0, padding = 4.5, after = 0 }: TableOptions): number {
	const columns = fitted(paper, wanted, rows, paper.right - x);
	if (!columns) return Infinity;
	return rows.reduce((sum, row) => sum + Math.max(rowHeight, tallestOf(setRow(paper, columns, row, x)) + 2 * padding), headHeight(paper, columns) + after);
}

/** Measuring longer tables costs more than the short page at their end. */
const mostMeasured = 60;
const closer = [0.93, 0.86, 0.78];
/** Of a page: less than that on a table's last page looks like a mistake. */
const tail = 0.3;

interface Measures {
	head: number;
	rowHeight: number;
	padding: number;
	/** Of what belongs to the table below it. */
	below: number;
}

/** How much closer the rows stand, from 1, where that spares a last page with next to nothing on it. */
function closenessOf(paper: Paper, rows: readonly (readonly SetText[])[], measures: Measures): number {
	const usual = pagesOf(paper, rows, measures, 1);
	if (usual.pages === 0 || usual.filled > (paper.bottom - paper.top) * tail) return 1;
	return closer.find((closeness) => pagesOf(paper, rows, measures, closeness).pages < usual.pages) ?? 1;
}

/** @returns the pages after the present one, and how far the last of them is filled. */
function pagesOf(paper: Paper, rows: readonly (readonly SetText[])[], { head, rowHeight, padding, below }: Measures, closeness: number): { pages: number; filled: number } {
	const heights = rows.map((row) => Math.max(rowHeight * closeness, tallestOf(row) + 2 * padding * closeness));
	let pages = 0;
	let y = paper.y + head;
	heights.forEach((height) => {
		if (y + height > paper.bottom) {
			pages++;
			y = paper.top + head;
		}
		y += height;
	});
	if (y + below > paper.bottom) {
		pages++;
		y = paper.top;
	}
	return { pages, filled: y + below - paper.top };
}

const headLines = (paper: Paper, column: Column): Line[] =>
	paper.set(column.title, 'label', column.width - 3, { balance: true });

function headHeight(paper: Paper, columns: readonly Column[]): number {
	const leading = paper.theme.styles.label.leading;
	return Math.max(...columns.map((column) => headLines(paper, column).length)) * leading + 8;
}

function drawHead(paper: Paper, tag: Tag | null, columns: readonly Column[], x: number, width: number): void {
	const leading = paper.theme.styles.label.leading;
	const height = headHeight(paper, columns);
	const head = tag && paper.tag(tag, 'THead');
	const row = head && paper.tag(head, 'TR');
	let at = x;
	for (const column of columns) {
		const lines = column.title ? headLines(paper, column) : [];
		const left = at;
		const draw = () =>
			lines.forEach((line, index) =>
				paper.drawLine(
					line,
					aligned(left, column.width, line.width, column.align),
					paper.y + height - 6 - (lines.length - index) * leading,
					leading,
				),
			);
		if (row) {
			const cell = paper.tag(row, 'TH', { scope: 'Column', ...(column.spoken && { alt: column.spoken }) });
			paper.content(cell, draw);
			cell.end();
		} else paper.artifact(draw);
		at += column.width;
	}
	row?.end();
	head?.end();
	paper.artifact(() => rule(paper.doc, x, x + width, paper.y + height, colours.ink, 1.1));
	paper.y += height;
}

function setRow(paper: Paper, columns: readonly Column[], row: readonly Cell[], x: number): SetText[] {
	let at = x;
	return columns.map((column, index): SetText => {
		const cell = row[index] ?? {};
		const style = cell.style ?? 'name';
		const room = column.width - (index < columns.length - 1 ? gap : 0) - (cell.indent ?? 0);
		const lines = cell.text === undefined ? [] : paper.set(cell.text, style, room, { balance: cell.balance ?? false });
		const set = { ...cell, x: at, width: column.width, align: column.align, leading: paper.theme.styles[style].leading, lines };
		at += column.width;
		return set;
	});
}

const tallestOf = (row: readonly SetText[]): number => Math.max(...row.map((cell) => Math.max(cell.lines.length * cell.leading, cell.figure?.height ?? 0)));

interface RowLook {
	x: number;
	width: number;
	rowHeight: number;
	padding: number;
	top: boolean;
}

function drawRow(paper: Paper, body: Tag, columns: readonly Column[], row: readonly SetText[], { x, width, rowHeight, padding, top }: RowLook): void {
	const rowTag = paper.tag(body, 'TR');
	const cells = row.map((cell): SetCell => ({ ...cell, tag: paper.tag(rowTag, cell.names ? 'TH' : 'TD', cell.names ? { scope: 'Row' } : {}) }));
	const height = Math.max(rowHeight, tallestOf(cells) + 2 * padding);
	const pageHeight = paper.bottom - paper.top - headHeight(paper, columns);
	const nextPage = () => drawHead(paper, null, columns, x, width);
	if (height <= pageHeight) {
		if (paper.need(height)) nextPage();
		for (const cell of cells) drawCell(paper, cell, cell.lines, height, true, top ? padding : undefined);
		paper.y += height;
	} else drawTallRow(paper, cells, padding, nextPage);
	for (const cell of cells) cell.tag.end();
	rowTag.end();
	paper.artifact(() => rule(paper.doc, x, x + width, paper.y));
}

/** A row that no page holds is drawn in slices. */
function drawTallRow(paper: Paper, cells: readonly SetCell[], padding: number, nextPage: () => void): void {
	const leading = Math.max(...cells.map((cell) => cell.leading));
	const most = Math.max(...cells.map((cell) => cell.lines.length));
	for (let from = 0; from < most;) {
		if (paper.need(leading * 3 + 2 * padding)) nextPage();
		const fit = Math.max(1, Math.floor((paper.bottom - paper.y - 2 * padding) / leading));
		const height = Math.min(fit, most - from) * leading + 2 * padding;
		for (const cell of cells) drawCell(paper, cell, cell.lines.slice(from, from + fit), height, from === 0);
		paper.y += height;
		from += fit;
	}
}

function drawCell(paper: Paper, cell: SetCell, lines: readonly Line[], height: number, first: boolean, below?: number): void {
	const top = paper.y + (below ?? (height - lines.length * cell.leading) / 2);
	const { mark, figure } = cell;
	if (mark && first) paper.artifact(() => mark(cell.x, paper.y + height / 2));
	if (lines.length > 0) {
		const placed = lines.map((line, index) => {
			const [left, width] = [cell.x + (cell.indent ?? 0), cell.width - (cell.indent ?? 0)];
			const x = (cell.align ?? 'left') === 'left' ? startOf(line, left, width - gap) : aligned(left, width, line.width, cell.align);
			return { line, x, y: top + index * cell.leading };
		});
		drawLinked(paper, cell.tag, placed, cell.leading);
	}
	if (figure && first) {
		const x = aligned(cell.x, cell.width, figure.width, cell.align);
		const y = paper.y + (height - figure.height) / 2;
		const tag = paper.tag(cell.tag, 'Figure', { alt: figure.alt, bbox: [x, y, x + figure.width, y + figure.height] });
		paper.content(tag, () => figure.draw(x, y));
		tag.end();
	}
}

function aligned(x: number, width: number, own: number, align: Column['align']): number {
	if (align === 'right') return x + width - own;
	return align === 'center' ? x + (width - own) / 2 : x;
}
