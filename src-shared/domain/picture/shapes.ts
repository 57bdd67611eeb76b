/**
 * A picture as plain shapes, in the order in which they are painted. One model is drawn in four ways: as SVG, on the screen,
 * on a bitmap and in the PDF; whatever is decided about a picture is decided before, and once.
 */
import type { Kind } from '../../schemas/document.ts';

/** A colour by its name among the design's tokens; whoever draws knows the theme. */
export type Colour =
	| 'ink' | 'ink-2' | 'ink-3' | 'line' | 'line-soft' | 'line-strong' | 'sun' | 'action-text' | 'action'
	| 'bg-canvas' | 'bg-card' | 'bg-panel' | 'bg-sunken' | 'sun-soft' | 'good' | 'danger' | 'horizon-1' | 'horizon-2' | 'horizon-3' | Kind | `${Kind}-soft`;

/** What a text is; whoever draws knows its font. */
export type Role =
	| 'title' | 'subtitle' | 'year' | 'tick' | 'lane' | 'count' | 'degree' | 'code' | 'longCode' | 'name' | 'madeName' | 'description' | 'hint' | 'badge'
	| 'more' | 'legend' | 'note' | 'roomTitle' | 'roomYear' | 'roomLane' | 'roomName' | 'roomCode' | 'roomBadge' | 'roomSmall';

export interface Paint {
	fill?: Colour;
	stroke?: Colour;
	/** Of the line. */
	thick?: number;
	dash?: readonly number[];
	/** 0 to 1; all of it where it is not given. */
	opacity?: number;
}

export type Shape =
	| ({ is: 'rect'; left: number; top: number; width: number; height: number; radius?: number } & Paint)
	| ({ is: 'circle'; x: number; y: number; r: number } & Paint)
	/** In SVG's path language. */
	| ({ is: 'path'; d: string } & Paint)
	/** A kind's sign in a square, given by its top left corner. */
	| { is: 'glyph'; kind: Kind; left: number; top: number; size: number; colour?: Colour }
	/** One line of text. `top` is that of the line, whose leading is shared above and below the letters. */
	| { is: 'text'; text: string; role: Role; colour: Colour; x: number; top: number; leading: number; align?: 'middle' | 'end'; width?: number }
	| Group;

export interface Group {
	is: 'group';
	/** What it shows, in words: for those who cannot see it. */
	name?: string;
	id?: string;
	/** What is outside is not drawn. */
	clip?: { left: number; top: number; width: number; height: number };
	opacity?: number;
	/** Where its own zero is. */
	at?: { x: number; y: number };
	shapes: readonly Shape[];
}

export interface Picture {
	width: number;
	height: number;
	/** In words. */
	title: string;
	description: string;
	background: Colour;
	shapes: readonly Shape[];
}

/** What breaking text into lines takes: the fonts belong to whoever draws. */
export interface Setter {
	width(text: string, role: Role): number;
	/** @returns at most so many lines; what is beyond is cut, with an ellipsis. */
	lines(text: string, role: Role, width: number, most: number): string[];
}

export const line = (x1: number, y1: number, x2: number, y2: number, stroke: Colour, thick = 1, dash?: readonly number[]): Shape => ({
	is: 'path', d: `M${x1} ${y1}L${x2} ${y2}`, stroke, thick, ...(dash && { dash }),
});

/** A rectangle in the units of whoever draws. */
export interface Box {
	left: number;
	top: number;
	width: number;
	height: number;
}

/** Every text of the shapes, in their order. */
export function textsOf(shapes: readonly Shape[]): string[] {
	return shapes.flatMap((shape) => (shape.is === 'text' ? [shape.text] : shape.is === 'group' ? textsOf(shape.shapes) : []));
}
