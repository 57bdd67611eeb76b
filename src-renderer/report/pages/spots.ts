/** Where a page of a PDF leads within the document, and which parts of it have a name, as pdf.js tells of them. */
import type { Spot } from './messages.ts';

/** How an object of the file is referred to. */
interface Ref {
	num: number;
	gen: number;
}

export const refKey = ({ num, gen }: Ref): string => `${num} ${gen}`;

interface Named {
	/** By page, from 1. */
	frames: Map<number, Spot[]>;
	/** The page of each name. */
	places: Map<string, number>;
}

/**
 * @param destinations by name: a page's reference, how it is shown (FitR is a frame: left, bottom, right, top in points from the
 * page's bottom left), and numbers.
 * @param pageOf the number of each page, by its reference.
 */
export function framesAndPlaces(destinations: Record<string, unknown>, pageOf: ReadonlyMap<string, number>, sizes: readonly (readonly [number, number])[]): Named {
	const frames = new Map<number, Spot[]>();
	const places = new Map<string, number>();
	for (const [name, destination] of Object.entries(destinations)) {
		if (!Array.isArray(destination)) continue;
		const [ref, shown, ...numbers] = destination as [Ref, { name: string }, ...number[]];
		const page = pageOf.get(refKey(ref));
		if (page === undefined) continue;
		places.set(name, page);
		if (shown.name !== 'FitR' || numbers.length < 4) continue;
		const box = boxFrom(numbers, sizes[page - 1]![1]);
		frames.set(page, [...(frames.get(page) ?? []), { ...box, name, page: null }]);
	}
	for (const list of frames.values()) list.sort((a, b) => a.y - b.y || a.x - b.x);
	return { frames, places };
}

/** @param annotations of one page. @param height of the page, in points. */
export function linksOf(annotations: readonly unknown[], places: ReadonlyMap<string, number>, height: number): Spot[] {
	return (annotations as { subtype?: string; dest?: unknown; rect: number[] }[]).flatMap(({ subtype, dest, rect }) => {
		const page = subtype === 'Link' && typeof dest === 'string' ? places.get(dest) : undefined;
		return page === undefined ? [] : [{ ...boxFrom(rect, height), name: dest as string, page }];
	});
}

function boxFrom([left = 0, bottom = 0, right = 0, top = 0]: readonly number[], height: number): Pick<Spot, 'x' | 'y' | 'width' | 'height'> {
	return { x: left, y: height - top, width: right - left, height: top - bottom };
}
