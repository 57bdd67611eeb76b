/** A random draw of cards for a warm-up: some of each kind, no two alike. */
import { kinds } from '../schemas/names.ts';
import type { Kind } from '../schemas/document.ts';

/** How many of each kind a warm-up takes. */
export const warmUp: Readonly<Record<Kind, number>> = { signal: 5, concern: 3, behavior: 3, technology: 3, issue: 3 };

/**
 * @param pools what can be drawn, by kind; a pool that is too small is drawn empty.
 * @param random numbers from 0 up to 1.
 * @returns what was drawn, in the order of the kinds. Method: the selection step of Fisher & Yates (1938).
 */
export function draw<T>(pools: Readonly<Record<Kind, readonly T[]>>, counts: Readonly<Record<Kind, number>>, random: () => number): T[] {
	return kinds.flatMap((kind) => sample(pools[kind], counts[kind], random));
}

function sample<T>(pool: readonly T[], count: number, random: () => number): T[] {
	// Only the places that were swapped are remembered, so that drawing from 100,000 costs as much as drawing from ten.
	const moved = new Map<number, T>();
	return Array.from({ length: Math.min(count, pool.length) }, (_, at) => {
		const other = at + Math.floor(random() * (pool.length - at));
		const drawn = moved.get(other) ?? pool[other]!;
		moved.set(other, moved.get(at) ?? pool[at]!);
		return drawn;
	});
}
