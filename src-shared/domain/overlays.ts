/**
 * The shapes of two pictures of method that may lie behind the cards. Both are schematic: they say how to read the canvas
 * and are never worked out from the cards or their years.
 */
import type { Horizon } from '../schemas/records.ts';

/**
 * How much each of the three horizons prevails (Curry & Hodgson 2008, "Seeing in Multiple Horizons"): the first declines, the
 * second rises and falls between them, the third emerges from pockets that are there today.
 * @param t from 0, the beginning of the canvas, to 1, its end. @returns 0 at the foot to 1 at the top.
 */
export function prevalence(horizon: Horizon, t: number): number {
	if (horizon === 1) return 0.04 + 0.9 / (1 + Math.exp(7.5 * (t - 0.42)));
	if (horizon === 2) return 0.12 + 0.56 * Math.exp(-(((t - 0.46) / 0.24) ** 2));
	return 0.05 + 0.85 / (1 + Math.exp(-9 * (t - 0.64)));
}

export const horizonNames: Record<Horizon, string> = { 1: 'H1 today’s system', 2: 'H2 transition', 3: 'H3 emerging' };

/** From the widest cone to the narrowest; the preferable lies across them. */
export const futures = ['possible', 'plausible', 'probable', 'preferable'] as const;
export type Future = (typeof futures)[number];

/** What each kind of future means (Hancock & Bezold 1994; Voros 2017). */
export const futureMeanings: Record<Future, string> = {
	possible: 'might happen', plausible: 'could happen', probable: 'is likely to happen', preferable: 'is wanted',
};

const halfWidths: Record<Future, number> = { possible: 0.47, plausible: 0.33, probable: 0.14, preferable: 0.11 };
/** What is wanted is not the middle of what is likely. */
const offAxis: Partial<Record<Future, number>> = { preferable: -0.19 };

/**
 * The futures cone (Hancock & Bezold 1994; Voros 2017), opening from today.
 * @param t from 0, today, to 1, the end of the canvas.
 * @returns its edges at that time, in heights of the canvas from the middle: negative above it.
 */
export function coneAt(future: Future, t: number): { upper: number; lower: number } {
	const middle = (offAxis[future] ?? 0) * t;
	const half = halfWidths[future] * t;
	return { upper: middle - half, lower: middle + half };
}
