/** Where lanes and cards stand in content pixels: the plot's left and top edge are 0 when nothing is scrolled away. */
import type { Standing } from '../../src-shared/domain/lanesLayout.ts';
import type { Lane } from '../../src-shared/schemas/records.ts';
import { beforeFirstYear, leastLaneHeight, roomBelow, tabWidth, type CardMeasures } from './measures.ts';

export interface LaneBox {
	id: string;
	name: string;
	top: number;
	height: number;
	/** Rows that have room in it, of which the cards may fill fewer. */
	rows: number;
}

export interface Box {
	left: number;
	top: number;
	width: number;
	height: number;
}

/** @param rows how many rows the cards of each lane take. Lanes with few cards share what the canvas has left over. */
export function laneBoxes(lanes: readonly Lane[], rows: ReadonlyMap<string, number>, measures: CardMeasures, plotHeight: number): LaneBox[] {
	const needs = lanes.map((lane) => Math.max(leastLaneHeight, heightOfRows(rows.get(lane.id) ?? 1, measures)));
	const heights = shared(needs, plotHeight - roomBelow);
	let top = 0;
	return lanes.map(({ id, name }, index) => {
		const height = heights[index]!;
		const box = { id, name, top, height, rows: Math.max(rows.get(id) ?? 1, rowsWithin(height, measures)) };
		top += height;
		return box;
	});
}

export const contentHeight = (boxes: readonly LaneBox[]): number => {
	const last = boxes.at(-1);
	return last ? last.top + last.height + roomBelow : 0;
};

const heightOfRows = (rows: number, { pad, pitch }: CardMeasures): number => Math.round(pad + rows * pitch);

function rowsWithin(height: number, { pad, pitch }: CardMeasures): number {
	return Math.max(1, Math.floor((height - pad) / pitch));
}

/** Each gets what it needs; what is left over levels the small ones up. */
function shared(needs: readonly number[], available: number): number[] {
	const total = needs.reduce((sum, need) => sum + need, 0);
	if (total >= available) return [...needs];
	let level = 0;
	let rest = available;
	let sharers = needs.length;
	for (const need of [...needs].sort((a, b) => b - a)) {
		level = Math.floor(rest / sharers);
		if (need <= level) break;
		rest -= need;
		sharers--;
	}
	return needs.map((need) => Math.max(need, level));
}

/** The lane at a height; above the first and below the last one, the nearest. */
export function laneAtY(boxes: readonly LaneBox[], y: number): LaneBox | undefined {
	return boxes.findLast((box) => box.top <= y) ?? boxes[0];
}

/** The row of a lane whose cards have their middle nearest to `y`. */
export function rowAtY(box: LaneBox, measures: CardMeasures, y: number): number {
	const row = Math.round((y - box.top - measures.pad - measures.height / 2) / measures.pitch);
	return Math.min(box.rows - 1, Math.max(0, row));
}

/** Content pixels of the centre of a card's tab, which is its date. */
export const dateX = (at: number, year: number): number => beforeFirstYear + at * year;

export function cardBox(at: number, standing: Standing, lane: LaneBox, measures: CardMeasures, year: number): Box {
	const { width, height, pitch, pad } = measures;
	const tab = Math.min(tabWidth, width);
	const x = dateX(at, year);
	const left = standing.flipped ? x + tab / 2 - width : x - tab / 2;
	return { left: Math.round(left), top: Math.round(lane.top + pad + standing.row * pitch), width, height };
}

/** A height on the canvas that outlasts a change of zoom: a lane, and how far down in it. */
export interface LanePoint {
	index: number;
	part: number;
}

export function lanePointAt(boxes: readonly LaneBox[], y: number): LanePoint {
	const index = Math.max(0, boxes.findLastIndex((box) => box.top <= y));
	const box = boxes[index];
	return { index, part: box ? Math.min(1, (y - box.top) / box.height) : 0 };
}

export function yOfLanePoint(boxes: readonly LaneBox[], { index, part }: LanePoint): number {
	const box = boxes[index];
	return box ? box.top + part * box.height : 0;
}
