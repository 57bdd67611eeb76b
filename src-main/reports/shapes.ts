/** Draws the shapes of a picture on the report's pages, in the paper's colours and fonts. */
import type { Colour, Group, Paint, Role, Setter, Shape } from '../../src-shared/domain/picture/shapes.ts';
import type { Kind } from '../../src-shared/schemas/document.ts';
import type { Paper } from './paper.ts';
import { glyph } from './primitives.ts';
import { colours, kindColours, type StyleName } from './theme.ts';

const own: Partial<Record<Colour, string>> = {
	ink: colours.ink, 'ink-2': colours.ink2, 'ink-3': colours.ink2, line: colours.line, 'line-soft': colours.line, 'line-strong': colours.lineStrong,
	sun: colours.sun, 'bg-canvas': colours.canvas, action: colours.action, 'bg-sunken': colours.canvas, good: kindColours.technology.ink, danger: kindColours.concern.ink,
	'horizon-1': colours.ink2, 'horizon-2': '#0B6E8E', 'horizon-3': kindColours.behavior.ink,
};

function colourOf(colour: Colour): string {
	const [kind, soft] = colour.split('-') as [Kind, string?];
	if (kind in kindColours) return soft ? kindColours[kind].soft : kindColours[kind].ink;
	return own[colour] ?? colours.paper;
}

/** Nothing on paper is smaller than 12 points. */
const styles: Partial<Record<Role, StyleName>> = {
	year: 'smallStrong', lane: 'smallStrong', code: 'smallStrong', longCode: 'smallStrong', badge: 'smallStrong', more: 'smallStrong', name: 'name', madeName: 'name', legend: 'smallStrong',
};
const styleOf = (role: Role): StyleName => styles[role] ?? 'small';
const anyWidth = 10_000;

export function paperSetter(paper: Paper): Setter {
	return {
		width: (text, role) => paper.set(text, styleOf(role), anyWidth)[0]!.width,
		lines: (text, role, width, most) =>
			most < 1 ? [] : paper.set(text, styleOf(role), width, { balance: true, maxLines: most }).map(({ pieces }) => pieces.map((piece) => piece.text).join('').trimEnd()),
	};
}

export function drawShapes(paper: Paper, shapes: readonly Shape[]): void {
	for (const shape of shapes) {
		if (shape.is === 'group') drawGroup(paper, shape);
		else if (shape.is === 'text') drawText(paper, shape);
		else if (shape.is === 'glyph') glyph(paper.doc, shape.kind, shape.left, shape.top, shape.size, colourOf(shape.colour ?? shape.kind));
		else draw(paper, shape);
	}
}

function drawGroup(paper: Paper, { shapes, clip, at }: Group): void {
	if (!clip && !at) return drawShapes(paper, shapes);
	paper.doc.save();
	if (clip) paper.doc.rect(clip.left, clip.top, clip.width, clip.height).clip();
	if (at) paper.doc.translate(at.x, at.y);
	drawShapes(paper, shapes);
	paper.doc.restore();
}

function drawText(paper: Paper, { text, role, colour, x, top, leading, align }: Extract<Shape, { is: 'text' }>): void {
	const [set] = paper.set([{ text, colour: colourOf(colour) }], styleOf(role), anyWidth);
	if (!set) return;
	const left = align === 'middle' ? x - set.width / 2 : align === 'end' ? x - set.width : x;
	paper.drawLine(set, left, top, leading);
}

function draw(paper: Paper, shape: Extract<Shape, { is: 'rect' | 'circle' | 'path' }>): void {
	const { doc } = paper;
	doc.save();
	if (shape.opacity !== undefined) doc.opacity(shape.opacity);
	if (shape.is === 'rect') doc.roundedRect(shape.left, shape.top, shape.width, shape.height, shape.radius ?? 0);
	else if (shape.is === 'circle') doc.circle(shape.x, shape.y, shape.r);
	else doc.path(shape.d);
	paint(paper, shape);
	doc.restore();
}

function paint({ doc }: Paper, { fill, stroke, thick = 1, dash }: Paint): void {
	if (stroke) doc.lineWidth(thick);
	if (dash) doc.dash(dash[0]!, { space: dash[1] ?? dash[0]! });
	if (fill && stroke) doc.fillAndStroke(colourOf(fill), colourOf(stroke));
	else if (fill) doc.fill(colourOf(fill), 'even-odd');
	else if (stroke) doc.strokeColor(colourOf(stroke)).stroke();
}
