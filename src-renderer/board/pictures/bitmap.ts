/** Draws a picture on a bitmap, a part at a time, so that the window stays alive while thousands of shapes are painted. */
import { glyphPaths, glyphSquare } from '../../../src-shared/domain/picture/glyphs.ts';
import type { Paint, Picture, Shape } from '../../../src-shared/domain/picture/shapes.ts';
import { cssFont, fonts } from '../../ui/pictures/fonts.ts';
import { baselineOf } from '../../ui/pictures/nodes.ts';
import type { Palette } from '../../ui/pictures/palette.ts';

/** Larger ones some browsers refuse, and no projector or page shows. */
const mostPixels = 60e6;
const mostSide = 16_000;

/** Two pixels for each of the picture's, or fewer where that would be too large to make. */
export function scaleFor({ width, height }: Pick<Picture, 'width' | 'height'>, wanted = 2): number {
	return Math.min(wanted, Math.sqrt(mostPixels / (width * height)), mostSide / Math.max(width, height));
}

interface Painting {
	scale: number;
	palette: Palette;
	/** Told from time to time how much is painted, 0 to 1. */
	onProgress?: (part: number) => void;
	signal?: AbortSignal;
}

/** @throws the signal's reason; Error with a sentence where the browser makes no bitmap of that size. */
export async function paint(picture: Picture, canvas: HTMLCanvasElement, { scale, palette, onProgress, signal }: Painting): Promise<void> {
	canvas.width = Math.max(1, Math.round(picture.width * scale));
	canvas.height = Math.max(1, Math.round(picture.height * scale));
	const brush = canvas.getContext('2d');
	if (!brush) throw new Error('This computer has no room for a picture of that size. Choose what is in sight, or save it as SVG.');
	brush.scale(canvas.width / picture.width, canvas.height / picture.height);
	brush.fillStyle = palette(picture.background);
	brush.fillRect(0, 0, picture.width, picture.height);
	const total = countOf(picture.shapes);
	let [done, rested] = [0, performance.now()];

	const draw = async (shapes: readonly Shape[]): Promise<void> => {
		for (const shape of shapes) {
			if (shape.is === 'group') {
				brush.save();
				if (shape.clip) {
					brush.beginPath();
					brush.rect(shape.clip.left, shape.clip.top, shape.clip.width, shape.clip.height);
					brush.clip();
				}
				if (shape.at) brush.translate(shape.at.x, shape.at.y);
				if (shape.opacity !== undefined) brush.globalAlpha *= shape.opacity;
				await draw(shape.shapes);
				brush.restore();
				continue;
			}
			drawShape(brush, shape, palette);
			done++;
			if (performance.now() - rested < 12) continue;
			onProgress?.(done / total);
			await new Promise((resolve) => setTimeout(resolve));
			signal?.throwIfAborted();
			rested = performance.now();
		}
	};
	await draw(picture.shapes);
	onProgress?.(1);
}

/** @throws what `paint` throws. */
export async function pngOf(picture: Picture, painting: Painting): Promise<Blob> {
	const canvas = document.createElement('canvas');
	await paint(picture, canvas, painting);
	const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
	// Its memory is needed no more, and the garbage would keep it for a while.
	canvas.width = canvas.height = 0;
	painting.signal?.throwIfAborted();
	if (!blob) throw new Error('This computer has no room for a picture of that size. Choose what is in sight, or save it as SVG.');
	return blob;
}

export const countOf = (shapes: readonly Shape[]): number => shapes.reduce((sum, shape) => sum + (shape.is === 'group' ? countOf(shape.shapes) : 1), 0);

type Brush = CanvasRenderingContext2D;

function drawShape(brush: Brush, shape: Exclude<Shape, { is: 'group' }>, palette: Palette): void {
	if (shape.is === 'text') drawText(brush, shape, palette);
	else if (shape.is === 'glyph') drawGlyph(brush, shape, palette);
	else fillAndStroke(brush, pathOf(shape), shape, palette);
}

function pathOf(shape: Extract<Shape, { is: 'rect' | 'circle' | 'path' }>): Path2D {
	if (shape.is === 'path') return new Path2D(shape.d);
	const path = new Path2D();
	if (shape.is === 'circle') path.arc(shape.x, shape.y, shape.r, 0, 2 * Math.PI);
	else path.roundRect(shape.left, shape.top, Math.max(0, shape.width), Math.max(0, shape.height), Math.max(0, shape.radius ?? 0));
	return path;
}

function fillAndStroke(brush: Brush, path: Path2D, { fill, stroke, thick = 1, dash, opacity }: Paint, palette: Palette): void {
	const before = brush.globalAlpha;
	if (opacity !== undefined) brush.globalAlpha = before * opacity;
	if (fill) {
		brush.fillStyle = palette(fill);
		brush.fill(path);
	}
	if (stroke) {
		brush.strokeStyle = palette(stroke);
		brush.lineWidth = thick;
		brush.setLineDash([...(dash ?? [])]);
		brush.stroke(path);
	}
	brush.globalAlpha = before;
}

function drawGlyph(brush: Brush, { kind, left, top, size, colour = kind }: Extract<Shape, { is: 'glyph' }>, palette: Palette): void {
	brush.save();
	brush.translate(left, top);
	brush.scale(size / glyphSquare, size / glyphSquare);
	brush.fillStyle = palette(colour);
	brush.fill(new Path2D(glyphPaths[kind]), 'evenodd');
	brush.restore();
}

function drawText(brush: Brush, { text, role, colour, x, top, leading, align }: Extract<Shape, { is: 'text' }>, palette: Palette): void {
	const font = fonts[role];
	brush.font = cssFont(font);
	brush.letterSpacing = `${font.tracking * font.size}px`;
	brush.textAlign = align === 'middle' ? 'center' : align === 'end' ? 'right' : 'left';
	brush.textBaseline = 'alphabetic';
	brush.fillStyle = palette(colour);
	brush.fillText(text, x, baselineOf(top, leading, font.size));
}
