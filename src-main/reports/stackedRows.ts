/** A table whose columns do not fit, as a list: each row is an item, named first, then line by line what its columns say. */
import type { Paper, Tag } from './paper.ts';
import { drawLines } from './flow.ts';
import { rule } from './primitives.ts';
import { colours } from './theme.ts';
import type { Cell, Column } from './table.ts';
import type { Span } from './typeset.ts';

export function stackedRows(paper: Paper, parent: Tag, columns: readonly Column[], rows: readonly (readonly Cell[])[], x: number): void {
	const list = paper.tag(parent, 'L');
	const names = Math.max(0, rows[0]?.findIndex((cell) => cell.names) ?? 0);
	for (const row of rows) {
		paper.need(60);
		const line = paper.y;
		paper.artifact(() => rule(paper.doc, x, paper.right, line));
		paper.y += 6;
		const item = paper.tag(list, 'LI');
		const body = paper.tag(item, 'LBody');
		drawName(paper, body, row, names, columns, x);
		const fields = columns.flatMap((column, index) => (index === names || isBesideName(column, row[index]) ? [] : [{ column, cell: row[index] ?? {} }]));
		for (const { column, cell } of fields) if (cell.figure) drawField(paper, body, column, cell, x);
		drawWords(paper, body, fields.filter(({ cell }) => !cell.figure), x);
		body.end();
		item.end();
		paper.y += 6;
	}
	list.end();
	const foot = paper.y;
	paper.artifact(() => rule(paper.doc, x, paper.right, foot));
}

/** A column without a head, or one whose cell is a mark with a code. */
const isBesideName = ({ title }: Column, cell: Cell | undefined): boolean => !cell?.figure && (title === '' || cell?.mark !== undefined);

const spans = (text: Cell['text']): readonly Span[] => (text === undefined ? [] : typeof text === 'string' ? [{ text }] : text);

function drawName(paper: Paper, body: Tag, row: readonly Cell[], names: number, columns: readonly Column[], x: number): void {
	const beside = row.filter((cell, index) => index !== names && isBesideName(columns[index]!, cell));
	const mark = row[names]?.mark ?? beside.find((cell) => cell.mark)?.mark;
	const indent = mark ? Math.max(row[names]?.indent ?? 0, ...beside.map((cell) => cell.indent ?? 0)) : 0;
	const text = [...beside.flatMap((cell) => [...spans(cell.text), ...(cell.text === undefined ? [] : [{ text: ' ' }])]), ...spans(row[names]?.text)];
	if (text.length === 0) return;
	const leading = paper.theme.styles.cardName.leading + 1;
	const lines = paper.set([...text, { text: ' ' }], 'cardName', paper.right - x - indent);
	paper.need(Math.min(lines.length, 2) * leading + 18);
	const top = paper.y;
	if (mark) paper.artifact(() => mark(x, top + leading / 2));
	const tag = paper.tag(body, 'P');
	drawLines(paper, tag, lines, { x: x + indent, width: paper.right - x - indent, leading });
	tag.end();
	paper.y += 2;
}

const said = (column: Column, { text }: Cell): Span[] => {
	const label = column.spoken ?? column.title;
	return [...(label ? [{ text: `${label}: `, colour: labelColour }] : []), ...spans(text)];
};
const labelColour = colours.ink2;

/** Nothing was said: a dash stands for it in a table, and here its label would stand for nothing. */
const isSaid = ({ text }: Cell): boolean => !/^[\s–—-]*$/.test(spans(text).map((span) => span.text).join(''));

/** Those without drawings, the one after the other. */
function drawWords(paper: Paper, body: Tag, fields: readonly { column: Column; cell: Cell }[], x: number): void {
	const shown = fields.filter(({ cell }) => isSaid(cell));
	if (shown.length === 0) return;
	const text = shown.flatMap(({ column, cell }, index) => [...said(column, cell), { text: index < shown.length - 1 ? '; ' : ' ' }]);
	const tag = paper.tag(body, 'P');
	drawLines(paper, tag, paper.set(text, 'plain', paper.right - x), { x, width: paper.right - x, leading: paper.theme.styles.plain.leading });
	tag.end();
}

function drawField(paper: Paper, body: Tag, column: Column, cell: Cell, x: number): void {
	const figure = cell.figure!;
	const { leading } = paper.theme.styles.plain;
	const room = paper.right - x - figure.width - 8;
	const lines = paper.set([...said(column, cell), { text: ' ' }], 'plain', room);
	const height = Math.max(leading, figure.height + 4);
	paper.need(height * lines.length);
	const top = paper.y;
	const tag = paper.tag(body, 'P');
	drawLines(paper, tag, lines, { x, width: room, leading: height });
	const left = x + Math.min(lines[0]!.width, room) + 6;
	const y = top + (height - figure.height) / 2;
	const drawn = paper.tag(tag, 'Figure', { alt: figure.alt, bbox: [left, y, left + figure.width, y + figure.height] });
	paper.content(drawn, () => figure.draw(left, y));
	drawn.end();
	tag.end();
}
