/** Where an arrow key leads among things that lie about: to the nearest one in its direction. */

const directions: Record<string, readonly [x: number, y: number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** @returns undefined for another key, and where nothing lies in that direction. */
export function nearest<E extends Element>(stops: readonly E[], from: Element | null, key: string): E | undefined {
	const direction = directions[key];
	if (!direction || !from) return undefined;
	const [x, y] = middle(from);
	const [dx, dy] = direction;
	const ways = stops.flatMap((stop) => {
		const [toX, toY] = middle(stop);
		const ahead = (toX - x) * dx + (toY - y) * dy;
		const aside = Math.abs((toX - x) * dy) + Math.abs((toY - y) * dx);
		return stop !== from && ahead > 1 ? [{ stop, way: ahead + 3 * aside }] : [];
	});
	return ways.sort((a, b) => a.way - b.way)[0]?.stop;
}

function middle(element: Element): [number, number] {
	const { left, top, width, height } = element.getBoundingClientRect();
	return [left + width / 2, top + height / 2];
}
