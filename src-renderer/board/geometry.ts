/** Where bands of lanes and cards stand in content pixels: the plot's left and top edge are 0 when nothing is scrolled away. */
import type { Band } from '../../src-shared/domain/bands.ts';
import type { Box } from '../../src-shared/domain/picture/shapes.ts';
import type { Standing } from '../../src-shared/domain/lanesLayout.ts';
import { beforeFirstYear, foldedHeight, foldedMeasures, leastLaneHeight, roomBelow, tabWidth, type CardMeasures } from './measures.ts';

/** A band as it stands: a lane's, or where height means impact, one of its degrees. */
export interface BandBox extends Band {
	top: number;
	height: number;
	/** Rows that have room in it, of which the cards may fill fewer. */
	rows: number;
	/** Those of its cards, which are smaller in a folded lane. */
	measures: CardMeasures;
}

/** A lane from its first band to its last. */
export interface LaneBox {
	id: string;
	top: number;
	height: number;
	folded: boolean;
	/** Rows the facilitator gave it; null for as many as needed. */
	mostRows: number | null;
	bands: readonly BandBox[];
}

export type { Box };

/** Room for the degree's figure. */
const leastBandHeight = 22;

/** @param rows how many rows the cards of each band take. Lanes with few cards share what the canvas has left over. */
export function bandBoxes(bands: readonly Band[], rows: ReadonlyMap<string, number>, measures: CardMeasures, plotHeight: number): BandBox[] {
	const needs = heightsNeeded(bands, rows, measures);
	const isWhole = areWhole(bands);
	const isFixed = (index: number) => !isWhole || bands[index]!.folded || bands[index]!.mostRows !== null;
	const heights = shared(needs, plotHeight - roomBelow, isFixed);
	let top = 0;
	return bands.map((band, index) => {
		const height = heights[index]!;
		const ownMeasures = band.folded ? foldedMeasures : measures;
		const room = band.mostRows ?? Math.max(rows.get(band.id) ?? 1, rowsWithin(height, ownMeasures));
		const box = { ...band, top, height, rows: room, measures: ownMeasures };
		top += height;
		return box;
	});
}

/** Every band is a lane. */
const areWhole = (bands: readonly Band[]): boolean => bands.every(({ impact, id, laneId }) => impact === null && id === laneId);

/** Pixels that each band takes at least. @param rows how many rows its cards take. */
export function heightsNeeded(bands: readonly Band[], rows: ReadonlyMap<string, number>, measures: CardMeasures): number[] {
	const isWhole = areWhole(bands);
	return bands.map((band) => heightNeeded(band, rows.get(band.id) ?? 1, measures, isWhole));
}

function heightNeeded(band: Band, rows: number, measures: CardMeasures, isWhole: boolean): number {
	if (band.folded) return foldedHeight;
	if (band.mostRows !== null) return heightOfRows(band.mostRows, measures);
	return Math.max(isWhole ? leastLaneHeight : leastBandHeight, heightOfRows(rows, measures));
}

export function laneBoxes(boxes: readonly BandBox[]): LaneBox[] {
	const lanes = new Map<string, BandBox[]>();
	for (const box of boxes) {
		const known = lanes.get(box.laneId);
		if (known) known.push(box);
		else lanes.set(box.laneId, [box]);
	}
	return [...lanes].map(([id, bands]) => {
		const height = bands.reduce((sum, band) => sum + band.height, 0);
		const most = bands.some(({ mostRows }) => mostRows === null) ? null : bands.reduce((sum, { mostRows }) => sum + mostRows!, 0);
		return { id, top: bands[0]!.top, height, folded: bands[0]!.folded, mostRows: most, bands };
	});
}

export const contentHeight = (boxes: readonly { top: number; height: number }[]): number => {
	const last = boxes.at(-1);
	return last ? last.top + last.height + roomBelow : 0;
};

const heightOfRows = (rows: number, { pad, pitch }: CardMeasures): number => Math.round(pad + rows * pitch);

/** How many rows a height has room for, at least one. */
export function rowsWithin(height: number, { pad, pitch }: CardMeasures): number {
	return Math.max(1, Math.floor((height - pad) / pitch + 1e-6));
}

/** Each gets what it needs; what is left over levels the small ones up, but for those whose height is given. */
function shared(needs: readonly number[], available: number, isFixed: (index: number) => boolean): number[] {
	const total = needs.reduce((sum, need) => sum + need, 0);
	if (total >= available) return [...needs];
	const sharing = needs.filter((_, index) => !isFixed(index));
	let level = 0;
	let rest = available - (total - sharing.reduce((sum, need) => sum + need, 0));
	let sharers = sharing.length;
	for (const need of sharing.sort((a, b) => b - a)) {
		level = Math.floor(rest / sharers);
		if (need <= level) break;
		rest -= need;
		sharers--;
	}
	return needs.map((need, index) => (isFixed(index) ? need : Math.max(need, level)));
}

/** The one at a height; above the first and below the last one, the nearest. */
export function boxAtY<T extends { top: number }>(boxes: readonly T[], y: number): T | undefined {
	return boxes.findLast((box) => box.top <= y) ?? boxes[0];
}

/** The row of a band whose cards have their middle nearest to `y`. */
export function rowAtY({ measures, top, rows }: BandBox, y: number): number {
	const row = Math.round((y - top - measures.pad - measures.height / 2) / measures.pitch);
	return Math.min(rows - 1, Math.max(0, row));
}

/** Content pixels of the centre of a card's tab, which is its date. */
export const dateX = (at: number, year: number): number => beforeFirstYear + at * year;

export function cardBox(at: number, standing: Pick<Standing, 'row' | 'flipped'>, band: BandBox, year: number): Box {
	const { width, height, pitch, pad } = band.measures;
	const tab = Math.min(tabWidth, width);
	const x = dateX(at, year);
	const left = standing.flipped ? x + tab / 2 - width : x - tab / 2;
	return { left: Math.round(left), top: Math.round(band.top + pad + standing.row * pitch), width, height };
}

/** A height on the canvas that outlasts a change of zoom: a lane, and how far down in it. */
export interface LanePoint {
	index: number;
	part: number;
}

export function lanePointAt(boxes: readonly { top: number; height: number }[], y: number): LanePoint {
	const index = Math.max(0, boxes.findLastIndex((box) => box.top <= y));
	const box = boxes[index];
	return { index, part: box ? Math.min(1, (y - box.top) / box.height) : 0 };
}

export function yOfLanePoint(boxes: readonly { top: number; height: number }[], { index, part }: LanePoint): number {
	const box = boxes[index];
	return box ? box.top + part * box.height : 0;
}
