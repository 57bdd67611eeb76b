/** Nine cards to a sheet, 2.5 by 3.5 inches each, with marks in the margin to cut along. */
import type { Paper } from '../paper.ts';
import { colours } from '../theme.ts';

export const cardSize = { width: 180, height: 252 } as const;
export const [columns, rows] = [3, 3] as const;
export const perSheet = columns * rows;

/** Top left corner of the grid. Above it there is room for a line of text. */
export function gridOrigin({ pageWidth, pageHeight }: Paper): { x: number; y: number } {
	const free = pageHeight - rows * cardSize.height;
	return { x: (pageWidth - columns * cardSize.width) / 2, y: Math.max(free / 2, Math.min(24, free - 8)) };
}

export function placeOf(paper: Paper, index: number): { x: number; y: number } {
	const { x, y } = gridOrigin(paper);
	return { x: x + (index % columns) * cardSize.width, y: y + Math.floor(index / columns) * cardSize.height };
}

const [apart, longest] = [4, 12];

/** Outside of the cards, so that nothing is left of them when they are cut. */
export function cropMarks(paper: Paper): void {
	const { doc, pageWidth, pageHeight } = paper;
	const { x, y } = gridOrigin(paper);
	const [right, foot] = [x + columns * cardSize.width, y + rows * cardSize.height];
	doc.lineWidth(0.6).strokeColor(colours.ink);
	const mark = (fromX: number, fromY: number, toX: number, toY: number) => doc.moveTo(fromX, fromY).lineTo(toX, toY).stroke();
	for (let column = 0; column <= columns; column++) {
		const at = x + column * cardSize.width;
		mark(at, y - apart, at, Math.max(3, y - apart - longest));
		mark(at, foot + apart, at, Math.min(pageHeight - 3, foot + apart + longest));
	}
	for (let row = 0; row <= rows; row++) {
		const at = y + row * cardSize.height;
		mark(x - apart, at, Math.max(3, x - apart - longest), at);
		mark(right + apart, at, Math.min(pageWidth - 3, right + apart + longest), at);
	}
}
