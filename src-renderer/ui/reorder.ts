/** Moving one entry of an ordered list: by a step, or to where a pointer is. */

/** @returns the list with the entry at `from` standing at `to`; the same list where nothing moves. */
export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
	const target = Math.min(list.length - 1, Math.max(0, to));
	if (from === target || from < 0 || from >= list.length) return list;
	const rest = list.toSpliced(from, 1);
	return rest.toSpliced(target, 0, list[from]!);
}

export interface Box {
	left: number;
	top: number;
	width: number;
	height: number;
}

/** The index of the entry whose place is nearest to a point: lists and grids alike. */
export function placeAt(boxes: readonly Box[], x: number, y: number): number {
	const distances = boxes.map((box) => {
		const dx = Math.max(box.left - x, 0, x - box.left - box.width);
		const dy = Math.max(box.top - y, 0, y - box.top - box.height);
		return dx * dx + dy * dy;
	});
	return distances.indexOf(Math.min(...distances));
}
