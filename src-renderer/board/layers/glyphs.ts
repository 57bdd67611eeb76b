/**
 * The kinds' glyphs as small bitmaps in custom properties, in the theme's colours and at the screen's own resolution. Cards
 * paint them as backgrounds: an SVG in each card costs the browser a paint chunk, which with a thousand cards in sight is
 * three quarters of what moving one of them takes.
 */
import { kinds } from '../../../src-shared/schemas/names.ts';
import type { Kind } from '../../../src-shared/schemas/document.ts';

/** Pixels: on a tab, and at three distances where a card is nothing but its glyph. */
const sizes = [15, 13, 11, 9] as const;
/** Of the symbols' view box. */
const unit = 24;

/**
 * Call again when the theme or the screen's resolution changes.
 * @param root holds the cards, and little else: everything in it is styled anew.
 */
export function paintGlyphs(root: HTMLElement, scale = window.devicePixelRatio || 1): void {
	const colours = getComputedStyle(root);
	for (const kind of kinds) {
		const colour = colours.getPropertyValue(`--${kind}`).trim();
		for (const size of sizes) root.style.setProperty(glyphName(kind, size), `url("${glyphBitmap(kind, colour, size, scale).toDataURL()}")`);
	}
}

/** For cards that are shown beside the canvas for a while, as those in the hand. */
export function lendGlyphs(from: HTMLElement, to: HTMLElement): void {
	for (const kind of kinds) for (const size of sizes) to.style.setProperty(glyphName(kind, size), from.style.getPropertyValue(glyphName(kind, size)));
}

const glyphName = (kind: Kind, size: number): string => `--glyph-${kind}-${size}`;

/** @param size of its square, in pixels. @param scale device pixels of a pixel. */
export function glyphBitmap(kind: Kind, colour: string, size: number, scale: number): HTMLCanvasElement {
	const canvas = document.createElement('canvas');
	canvas.width = canvas.height = Math.round(size * scale);
	const brush = canvas.getContext('2d');
	if (!brush) return canvas;
	brush.scale(canvas.width / unit, canvas.height / unit);
	brush.fillStyle = colour;
	for (const { path, rule } of shapesOf(kind)) brush.fill(path, rule);
	return canvas;
}

/** The same drawing that the rest of the app uses by reference. */
export function shapesOf(kind: Kind): { path: Path2D; rule: CanvasFillRule }[] {
	return [...(document.getElementById(`g-${kind}`)?.children ?? [])].map((shape) => {
		const rule = shape.getAttribute('fill-rule') === 'evenodd' ? 'evenodd' : 'nonzero';
		const d = shape.getAttribute('d');
		if (d !== null) return { path: new Path2D(d), rule };
		const [x, y, r] = ['cx', 'cy', 'r'].map((name) => Number(shape.getAttribute(name))) as [number, number, number];
		const path = new Path2D();
		path.arc(x, y, r, 0, 2 * Math.PI);
		return { path, rule };
	});
}
