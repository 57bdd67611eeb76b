/** Where pages of different sizes stand below each other on the screen. */

export interface PlacedPage {
	/** From 1. */
	page: number;
	top: number;
	width: number;
	height: number;
}

const gap = 20;

/** Upright pages are as wide as there is room; a sideways one is no wider than that either. @param sizes in points. */
export function placePages(sizes: readonly (readonly [number, number])[], room: number): { pages: PlacedPage[]; height: number } {
	let top = gap;
	const pages = sizes.map(([width, height], index): PlacedPage => {
		const shown = Math.max(80, Math.floor(room));
		const placed = { page: index + 1, top, width: shown, height: Math.round((shown * height) / width) };
		top += placed.height + gap;
		return placed;
	});
	return { pages, height: top };
}

/** Pages that are in sight or will be soon. */
export const pagesBetween = (pages: readonly PlacedPage[], from: number, to: number): PlacedPage[] => pages.filter(({ top, height }) => top + height >= from && top <= to);

/** The page that a person looks at: the last one that begins above the middle. */
export const pageAt = (pages: readonly PlacedPage[], middle: number): number => pages.findLast(({ top }) => top <= middle)?.page ?? 1;
