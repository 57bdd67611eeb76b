/** The order of elements in the document, changed by as few moves as may be: each is laid out anew, and loses the focus. */

/** Puts children of a parent, or to be, in an order. Others that are in it may stand anywhere between. */
export function inOrder(parent: Element, children: readonly Element[]): void {
	const places = new Map([...parent.children].map((child, place) => [child, place]));
	const staying = longestRun(children, (child) => places.get(child) ?? -1);
	let next: Element | null = null;
	for (const child of children.toReversed()) {
		if (!staying.has(child)) parent.insertBefore(child, next);
		next = child;
	}
}

/** As many as can be of those whose places rise; those without a place are below 0. */
function longestRun<T>(all: readonly T[], placeOf: (one: T) => number): Set<T> {
	interface Run {
		one: T;
		place: number;
		before: Run | undefined;
	}
	/** The runs of each length that end lowest. */
	const runs: Run[] = [];
	for (const one of all) {
		const place = placeOf(one);
		if (place < 0) continue;
		let [low, high] = [0, runs.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if (runs[middle]!.place < place) low = middle + 1;
			else high = middle;
		}
		runs[low] = { one, place, before: runs[low - 1] };
	}
	const kept = new Set<T>();
	for (let run = runs.at(-1); run; run = run.before) kept.add(run.one);
	return kept;
}
