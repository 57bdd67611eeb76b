/** Many cards that are dragged as one: which they are, and what the shared benchmark, which follows one card, is told of them. */

/** How many are moved together, as the page's address asks for it. */
export const together = new URLSearchParams(location.search).get('variant') === 'together' ? 200 : 0;

interface Point {
	x: number;
	y: number;
}

/** Where the shared benchmark presses. */
const press = { x: 380, y: 400 };

/** @param at where each card stands on the screen. @returns the indices of those nearest to where it is pressed. */
export function nearest(at: readonly Point[], count = together): number[] {
	const far = ({ x, y }: Point) => (x - press.x) ** 2 + (y - press.y) ** 2;
	return at.map((point, index) => ({ index, far: far(point) })).sort((a, b) => a.far - b.far).slice(0, count).map(({ index }) => index);
}

/**
 * The benchmark takes one card for moved: the first of the group stands for all of it. Another of the group seems to stand still
 * for as long as it keeps its distance to that one, so that one that stayed behind, or went elsewhere, is told.
 */
export function asOne(group: readonly number[], place: (index: number) => Point): (index: number) => Point {
	const first = group[0];
	if (first === undefined) return place;
	const start = place(first);
	const members = new Set(group.slice(1));
	return (index) => {
		const at = place(index);
		if (!members.has(index)) return at;
		const now = place(first);
		return { x: at.x - (now.x - start.x), y: at.y - (now.y - start.y) };
	};
}
