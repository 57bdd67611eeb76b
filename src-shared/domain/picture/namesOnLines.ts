/**
 * Where the names of lines stand that lie behind cards: on their line, as on a map, as far to the right as nothing that is to
 * be read stands there. What must be read lies over them, so that a name never covers a card.
 */
import type { Box } from './shapes.ts';

export interface NamedLine<Id extends string = string> {
	id: Id;
	/** Of its plate, in the picture's units: the whole name's first, then that of a shorter one, where there is one. */
	widths: readonly number[];
	/** The heights at which it is at a place; none where it is not drawn. */
	at: (x: number) => readonly number[];
}

export interface NameSpot<Id extends string = string> {
	id: Id;
	/** Of the plate. */
	box: Box;
	/** Which of its names: 0 for the whole one. */
	form: number;
}

export interface Surroundings {
	/** Names are within it. */
	extent: Box;
	/** Of a plate. */
	height: number;
	/** What is to be read. */
	walls: readonly Box[];
}

/** A place that is looked at is so far from the next one. */
const step = 12;
/** Between a plate and what is beside it. */
const gap = 2;
/** Where another line goes through a plate, one could take the name for that line's: worse than touching a card's corner. */
const crossing = 200;

/** Where more of a plate than this part is under something, its name could not be read. */
const mostCovered = 0.1;

/** @returns a place for each line that has one in the extent where it can be read: a name is legible or absent. */
export function namesOnLines<Id extends string>(lines: readonly NamedLine<Id>[], around: Surroundings): NameSpot<Id>[] {
	const spots: NameSpot<Id>[] = [];
	for (const line of lines) {
		const taken = [...around.walls, ...spots.map(({ box }) => box)];
		const spot = placeOf(line, lines.filter((other) => other !== line), { ...around, walls: taken });
		if (spot) spots.push(spot);
	}
	return spots;
}

/** Whether a plate is in sight as a whole and nothing else is there. */
export const isFree = (box: Box, { extent, walls }: Pick<Surroundings, 'extent' | 'walls'>): boolean => isWithin(box, extent) && covered(box, walls) === 0;

function placeOf<Id extends string>(line: NamedLine<Id>, others: readonly NamedLine<Id>[], { extent, height, walls }: Surroundings): NameSpot<Id> | null {
	let best: { spot: NameSpot<Id>; cost: number } | null = null;
	for (const [form, width] of line.widths.entries()) {
		for (let left = extent.left + extent.width - width; left >= extent.left; left -= step) {
			for (const y of line.at(left + width / 2)) {
				const box = { left, top: y - height / 2, width, height };
				if (!isWithin(box, extent)) continue;
				const under = covered(box, walls);
				if (under > mostCovered * width * height) continue;
				const cost = under + crossing * others.filter((other) => isCrossed(box, other)).length;
				if (best && best.cost <= cost) continue;
				best = { spot: { id: line.id, box, form }, cost };
				if (cost === 0) return best.spot;
			}
		}
	}
	return best?.spot ?? null;
}

const isWithin = (box: Box, extent: Box): boolean =>
	box.left >= extent.left && box.top >= extent.top && box.left + box.width <= extent.left + extent.width && box.top + box.height <= extent.top + extent.height;

/** How much of a box is over others. */
function covered({ left, top, width, height }: Box, walls: readonly Box[]): number {
	let sum = 0;
	for (const wall of walls) {
		const wide = Math.min(left + width + gap, wall.left + wall.width) - Math.max(left - gap, wall.left);
		const high = Math.min(top + height + gap, wall.top + wall.height) - Math.max(top - gap, wall.top);
		if (wide > 0 && high > 0) sum += wide * high;
	}
	return sum;
}

const isCrossed = ({ left, top, width, height }: Box, line: NamedLine): boolean =>
	[0, 0.25, 0.5, 0.75, 1].some((part) => line.at(left + part * width).some((y) => y > top && y < top + height));
