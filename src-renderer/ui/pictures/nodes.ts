/** Shapes as elements of SVG: what they are called and their attributes. The file's writer and the screen both go by it. */
import { glyphPaths, glyphSquare } from '../../../src-shared/domain/picture/glyphs.ts';
import type { Paint, Shape } from '../../../src-shared/domain/picture/shapes.ts';
import { fonts } from './fonts.ts';
import type { Palette } from './palette.ts';

export interface SvgNode {
	tag: 'rect' | 'circle' | 'path' | 'text';
	attributes: Record<string, string | number>;
	text?: string;
}

/** Tenths of a hundredth are nothing that anyone sees. */
export const rounded = (value: number): number => Math.round(value * 100) / 100;

/** Where a line's letters stand: its leading is shared above and below them, as in the report. */
export const baselineOf = (top: number, leading: number, size: number): number => top + leading / 2 + size * 0.334;

/** @param squeezed whether names say how wide they are, for programs that lack the font. */
export function nodeOf(shape: Exclude<Shape, { is: 'group' }>, palette: Palette, squeezed: boolean): SvgNode {
	switch (shape.is) {
		case 'rect': {
			const { left, top, width, height, radius } = shape;
			const box = { x: rounded(left), y: rounded(top), width: rounded(Math.max(0, width)), height: rounded(Math.max(0, height)) };
			return { tag: 'rect', attributes: { ...box, ...(radius && { rx: rounded(radius) }), ...painted(shape, palette) } };
		}
		case 'circle':
			return { tag: 'circle', attributes: { cx: rounded(shape.x), cy: rounded(shape.y), r: rounded(shape.r), ...painted(shape, palette) } };
		case 'path':
			return { tag: 'path', attributes: { d: shortened(shape.d), ...painted(shape, palette) } };
		case 'glyph': {
			const { kind, left, top, size, colour = kind } = shape;
			const transform = `translate(${rounded(left)} ${rounded(top)}) scale(${rounded((100 * size) / glyphSquare) / 100})`;
			return { tag: 'path', attributes: { d: glyphPaths[kind], transform, fill: palette(colour), 'fill-rule': 'evenodd' } };
		}
		case 'text':
			return textNode(shape, palette, squeezed);
	}
}

function textNode({ text, role, colour, x, top, leading, align, width }: Extract<Shape, { is: 'text' }>, palette: Palette, squeezed: boolean): SvgNode {
	const { size, weight, tracking } = fonts[role];
	return {
		tag: 'text',
		text,
		attributes: {
			x: rounded(x), y: rounded(baselineOf(top, leading, size)), 'font-size': size, 'font-weight': weight, fill: palette(colour),
			...(tracking && { 'letter-spacing': rounded(tracking * size) }), ...(align && { 'text-anchor': align }),
			...(squeezed && width && { textLength: rounded(width), lengthAdjust: 'spacingAndGlyphs' }),
		},
	};
}

function painted({ fill, stroke, thick = 1, dash, opacity }: Paint, palette: Palette): Record<string, string | number> {
	return {
		fill: fill ? palette(fill) : 'none',
		...(stroke && { stroke: palette(stroke), 'stroke-width': rounded(thick) }),
		...(dash && { 'stroke-dasharray': dash.join(' ') }),
		...(opacity !== undefined && { opacity }),
	};
}

const shortened = (d: string): string => d.replace(/-?\d+\.\d{3,}(e-?\d+)?/g, (number) => String(rounded(Number(number))));
