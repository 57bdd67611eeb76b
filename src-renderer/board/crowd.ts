/**
 * How everything placed stands at a scale: which row of its band each card has, and which lie under another. Depends on the
 * zoom only from band to band of it, so that cards do not jump at every step of the wheel.
 */
import { bandIdOf, bandsOf, type Band, type HeightMeans } from '../../src-shared/domain/bands.ts';
import { lanesLayout, type CardSizes, type LanesLayout, type PlacedCard } from '../../src-shared/domain/lanesLayout.ts';
import type { Lane, Placement } from '../../src-shared/schemas/records.ts';
import { yearWidth, type Plot } from './camera.ts';
import { heightsNeeded } from './geometry.ts';
import { afterLastYear, cardGap, countWidth, edgeRoom, foldedMeasures, layoutZoom, measuresAt, roomBelow, tabWidth, zoomLimits, type CardMeasures } from './measures.ts';

/** What the canvas is sorted by. */
export interface Frame {
	lanes: readonly Lane[];
	means: HeightMeans;
	/** The lane a card must stand in, where it is not free to choose one. */
	required: (cardId: string) => string | null;
	/** A lane that shows all its cards, however little room there is. */
	fanned?: string | null;
}

export interface SceneCard {
	id: string;
	placement: Placement;
}

export interface Crowd {
	bands: readonly Band[];
	/** Each with its band for a lane. */
	placed: readonly PlacedCard[];
	byId: ReadonlyMap<string, PlacedCard>;
	sizes: CardSizes;
	layout: LanesLayout;
}

/** What does not go by the zoom. */
export type Sorted = Pick<Crowd, 'bands' | 'placed' | 'byId'>;

let latest: { frame: Frame; cards: readonly SceneCard[]; sorted: Sorted } | undefined;

/** @returns the same object for the same two, where nothing else was asked for between: every scale asks, and so does the reading order. */
export function sortedOf(frame: Frame, cards: readonly SceneCard[]): Sorted {
	if (latest?.frame !== frame || latest.cards !== cards) latest = { frame, cards, sorted: sort(frame, cards) };
	return latest.sorted;
}

function sort(frame: Frame, cards: readonly SceneCard[]): Sorted {
	const bands = bandsOf(frame.lanes, frame.means, cards.map(({ placement }) => placement));
	const bandIds = new Set(bands.map(({ id }) => id));
	const first = bands[0]?.id ?? '';
	const placed = cards.map(({ id, placement: { at, height, ...rest } }): PlacedCard => {
		const laneId = bandIdOf(frame.lanes, frame.means, rest);
		return { id, at, height, laneId: bandIds.has(laneId) ? laneId : first };
	});
	return { bands, placed, byId: new Map(placed.map((card) => [card.id, card])) };
}

/** The wheel goes to and fro over the same few scales, and each is asked for more than once. */
let known: { given: readonly unknown[]; crowds: Map<number, Crowd> } | undefined;

/** @returns the same object for the same four, where nothing else was asked for between. */
export function crowdOf(frame: Frame, cards: readonly SceneCard[], plot: Plot, zoom: number): Crowd {
	const scale = layoutZoom(zoom);
	const given = [frame, cards, plot];
	if (!known || given.some((one, index) => one !== known!.given[index])) known = { given, crowds: new Map() };
	const crowd = known.crowds.get(scale) ?? crowdAt(frame, sortedOf(frame, cards), plot, scale);
	known.crowds.set(scale, crowd);
	return crowd;
}

function crowdAt(frame: Frame, { bands, placed, byId }: Sorted, plot: Plot, scale: number): Crowd {
	const year = yearWidth(plot, scale);
	const sizes = sizesOf(measuresAt(scale), year);
	const layout = layoutOf(bands, placed, sizes, year);
	if (frame.means === 'impact') emptyOut(layout, bands, placed);
	const tight = scale === zoomLimits.least ? fitting(bands, layout.rows, plot, measuresAt(scale), frame.fanned ?? null) : bands;
	return { bands: tight, placed, byId, sizes, layout: tight === bands ? layout : layoutOf(tight, placed, sizes, year) };
}

/** A degree that no card has takes hardly any height. */
function emptyOut(layout: LanesLayout, bands: readonly Band[], placed: readonly PlacedCard[]): void {
	const used = new Set(placed.map(({ laneId }) => laneId));
	for (const { id } of bands) if (!used.has(id)) layout.rows.set(id, 0);
}

/** From furthest away all lanes are to be seen at once: the highest give up rows, and what these held is piled and counted, but for the one that is fanned out. */
function fitting(bands: readonly Band[], rows: ReadonlyMap<string, number>, plot: Plot, measures: CardMeasures, fanned: string | null): readonly Band[] {
	const needs = heightsNeeded(bands, rows, measures);
	const room = plot.height - roomBelow;
	if (needs.reduce((sum, need) => sum + need, 0) <= room) return bands;
	let [level, rest, sharers] = [0, room, bands.length];
	for (const height of needs.sort((a, b) => a - b)) {
		level = rest / sharers;
		if (height > level) break;
		rest -= height;
		sharers--;
	}
	const most = Math.max(2, Math.floor((level - measures.pad) / measures.pitch));
	const isKept = (band: Band) => band.folded || band.laneId === fanned || (band.mostRows ?? rows.get(band.id) ?? 1) <= most;
	return bands.map((band) => (isKept(band) ? band : { ...band, mostRows: most }));
}

function sizesOf(measures: CardMeasures, year: number): CardSizes {
	const { width, detail } = measures;
	const gap = detail === 'glyph' ? 3 : detail === 'tab' ? 6 : cardGap;
	const tab = Math.min(tabWidth, width);
	// A card that reaches a little beyond the last year still is in sight.
	const room = afterLastYear + tab / 2 - edgeRoom;
	const count = countWidth(measures);
	return {
		cardYears: width / year, gapYears: gap / year, tabYears: tab / year, roomYears: room / year,
		...(count && { countYears: { sign: count.sign / year, figure: count.figure / year } }),
	};
}

/** Open lanes at the scale of the canvas, folded ones as strips of glyphs. */
function layoutOf(bands: readonly Band[], placed: readonly PlacedCard[], sizes: CardSizes, year: number): LanesLayout {
	const limits = new Map(bands.flatMap(({ id, mostRows }) => (mostRows === null ? [] : [[id, mostRows] as const])));
	const folded = new Set(bands.flatMap(({ id, folded }) => (folded ? [id] : [])));
	if (folded.size === 0) return lanesLayout(bands, placed, sizes, limits);
	const open = lanesLayout(bands.filter(({ id }) => !folded.has(id)), placed.filter(({ laneId }) => !folded.has(laneId)), sizes, limits);
	const strips = lanesLayout(bands.filter(({ id }) => folded.has(id)), placed.filter(({ laneId }) => folded.has(laneId)), sizesOf(foldedMeasures, year), limits);
	return {
		cards: new Map([...open.cards, ...strips.cards]),
		rows: new Map([...open.rows, ...strips.rows]),
		stacks: new Map([...open.stacks, ...strips.stacks]),
	};
}
