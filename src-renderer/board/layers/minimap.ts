/** Draws all cards of a scene in small: a mark in the colour of its kind for each. */
import type { BoardItem } from '../items.ts';
import type { DrawnCard } from '../scene.ts';

interface Size {
	width: number;
	height: number;
}

export function drawMinimap(canvas: HTMLCanvasElement, size: Size, content: Size, drawn: readonly DrawnCard[], items: ReadonlyMap<string, BoardItem>): void {
	const scale = window.devicePixelRatio || 1;
	canvas.width = Math.round(size.width * scale);
	canvas.height = Math.round(size.height * scale);
	const brush = canvas.getContext('2d');
	if (!brush) return;
	const [sx, sy] = [canvas.width / content.width, canvas.height / content.height];
	const colours = getComputedStyle(canvas);
	const colourOf = new Map<string, string>();
	for (const { id, left, top, width, height, under } of drawn) {
		const kind = items.get(id)?.kind;
		if (kind === undefined || under !== undefined) continue;
		if (!colourOf.has(kind)) colourOf.set(kind, colours.getPropertyValue(`--${kind}`).trim());
		brush.fillStyle = colourOf.get(kind)!;
		brush.fillRect(left * sx, top * sy, Math.max(1.5 * scale, width * sx * 0.8), Math.max(1.5 * scale, height * sy * 0.8));
	}
}
