/** The futures cone (Hancock & Bezold 1994; Voros 2017) as a small mark: each kind of future is wider than the one within it, the preferable one lies where people want it. */
import type { ConePart } from '../../src-shared/schemas/worlds.ts';
import type { Paper } from './paper.ts';
import { colours } from './theme.ts';

/** Half of the opening at the far end, as a share of half the mark. */
const openings: Readonly<Record<Exclude<ConePart, 'preferable'>, number>> = { possible: 0.96, plausible: 0.62, probable: 0.28 };

export interface ConePlace {
	part: ConePart;
	/** Which of the two plausible worlds: one lies above the probable, the other below it. */
	side: 'A' | 'B' | null;
}

/** The chosen part is filled and has the heavier edge. */
export function conePath({ doc }: Paper, { part: chosen, side }: ConePlace, x: number, y: number, size: number): void {
	const half = size / 2;
	for (const part of ['possible', 'plausible', 'probable'] as const) {
		const reach = openings[part] * half;
		doc.moveTo(x, y + half).lineTo(x + size, y + half - reach).lineTo(x + size, y + half + reach).closePath();
		if (part === chosen && side === null) doc.lineWidth(1.5).fillAndStroke(colours.sun, colours.ink);
		else doc.lineWidth(0.9).fillAndStroke(colours.paper, colours.lineStrong);
	}
	if (side !== null) {
		const [outer, inner] = [openings.plausible * half, openings.probable * half].map((reach) => (side === 'A' ? -reach : reach)) as [number, number];
		doc.moveTo(x, y + half).lineTo(x + size, y + half + outer).lineTo(x + size, y + half + inner).closePath();
		doc.lineWidth(1.5).fillAndStroke(colours.sun, colours.ink);
	}
	if (chosen !== 'preferable') return;
	doc.ellipse(x + size * 0.76, y + half * 0.66, size * 0.2, size * 0.14);
	doc.lineWidth(1.5).fillAndStroke(colours.sun, colours.ink);
}
