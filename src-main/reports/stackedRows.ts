/** A table whose columns do not fit, as a list: each row is an item, named first, then line by line what its columns say. */
import type { Paper, Tag } from './paper.ts';
import { drawLines } from './flow.ts';
import { rule } from './primitives.ts';
import { colours } from './theme.ts';
import type { Cell, Column } from './table.ts';
import type { Line, Span } from './typeset.ts';

export function stackedRows(paper: Paper, parent: Tag, columns: readonly Column[], rows: readonly (readonly Cell[])[], x: number): void {
	const list = paper.tag(parent, 'L');
	const names = Math.max(0, rows[0]?.findIndex((cell) => cell.names) ?? 0);
	for (const row of rows) {
		const isBeside = (index: number) => isBesideName(columns[index]!, row[index]);
		const fields = columns.flatMap((column, index) => (index === names || isBeside(index) ? [] : [{ column, cell: row[index] ?? {} }]));
		const drawn = fields.filter(({ cell }) => cell.figure);
		const said = fields.filter(({ cell }) => !cell.figure && isSaid(cell));
		// A row stays whole where a page holds it.
		const height = 12 + nameOf(paper, row, names, isBeside, x).height + drawn.reduce((sum, { column, cell }) => sum + fieldOf(paper, column, cell, x).height, 0) + wordsOf(paper, said, x).length * paper.theme.styles.plain.leading;
		paper.need(Math.min(height, paper.bottom - paper.top));
		const line = paper.y;
		paper.artifact(() => rule(paper.doc, x, paper.right, line));
		paper.y += 6;
		const item = paper.tag(list, 'LI');
		const body = paper.tag(item, 'LBody');
		drawName(paper, body, nameOf(paper, row, names, isBeside, x), x);
		for (const { column, cell } of drawn) drawField(paper, body, column, cell, x);
		drawWords(paper, body, said, x);
		body.end();
		item.end();
		paper.y += 6;
	}
	list.end();
	const foot = paper.y;
	paper.artifact(() => rule(paper.doc, x, paper.right, foot));
}

/** A column without a head, or one whose cell is a mark with a code. */
const isBesideName = ({ title }: Column, cell: Cell | undefined): boolean => !cell?.figure && (title === '' || (cell?.mark !== undefined && !cell.ownMark));

const spans = (text: Cell['text']): readonly Span[] => (text === undefined ? [] : typeof text === 'string' ? [{ text }] : text);

interface Name {
	lines: Line[];
	indent: number;
	mark: Cell['mark'];
	height: number;
}

const nameLeading = (paper: Paper): number => paper.theme.styles.cardName.leading + 1;

function nameOf(paper: Paper, row: readonly Cell[], names: number, isBeside: (index: number) => boolean, x: number): Name {
	const beside = row.filter((_, index) => index !== names && isBeside(index));
	const mark = row[names]?.mark ?? beside.find((cell) => cell.mark)?.mark;
	const indent = mark ? Math.max(row[names]?.indent ?? 0, ...beside.map((cell) => cell.indent ?? 0)) : 0;
	const text = [...beside.flatMap((cell) => (cell.text === undefined ? [] : [...spans(cell.text), { text: ' ' }])), ...spans(row[names]?.text)];
	const lines = text.length === 0 ? [] : paper.set([...text, { text: ' ' }], 'cardName', paper.right - x - indent);
	return { lines, indent, mark, height: lines.length * nameLeading(paper) + 2 };
}

function drawName(paper: Paper, body: Tag, { lines, indent, mark }: Name, x: number): void {
	if (lines.length === 0) return;
	const leading = nameLeading(paper);
	paper.need(Math.min(lines.length, 2) * leading);
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

type Field = { column: Column; cell: Cell };

function wordsOf(paper: Paper, fields: readonly Field[], x: number): Line[] {
	const text = fields.flatMap(({ column, cell }, index) => [...said(column, cell), { text: index < fields.length - 1 ? '; ' : ' ' }]);
	return text.length === 0 ? [] : paper.set(text, 'plain', paper.right - x);
}

/** Those without drawings, the one after the other. */
function drawWords(paper: Paper, body: Tag, fields: readonly Field[], x: number): void {
	const lines = wordsOf(paper, fields, x);
	if (lines.length === 0) return;
	const tag = paper.tag(body, 'P');
	drawLines(paper, tag, lines, { x, width: paper.right - x, leading: paper.theme.styles.plain.leading });
	tag.end();
}

function fieldOf(paper: Paper, column: Column, cell: Cell, x: number): { lines: Line[]; room: number; line: number; height: number } {
	const figure = cell.figure!;
	const room = paper.right - x - figure.width - 8;
	const lines = paper.set([...said(column, cell), { text: ' ' }], 'plain', room);
	const line = Math.max(paper.theme.styles.plain.leading, figure.height + 4);
	return { lines, room, line, height: line * lines.length };
}

function drawField(paper: Paper, body: Tag, column: Column, cell: Cell, x: number): void {
	const figure = cell.figure!;
	const { lines, room, line, height } = fieldOf(paper, column, cell, x);
	paper.need(height);
	const top = paper.y;
	const tag = paper.tag(body, 'P');
	drawLines(paper, tag, lines, { x, width: room, leading: line });
	const left = x + Math.min(lines[0]!.width, room) + 6;
	const y = top + (line - figure.height) / 2;
	const drawn = paper.tag(tag, 'Figure', { alt: figure.alt, bbox: [left, y, left + figure.width, y + figure.height] });
	paper.content(drawn, () => figure.draw(left, y));
	drawn.end();
	tag.end();
}
