/** The canvas's fixed measures, and how much of a card a zoom shows: the sizes all drawing and hit-testing go by. */

/** Pixels, as in the design. */
export const axisHeight = 34;
export const namesWidth = 88;
/** Room before the first year and after the last one. */
export const beforeFirstYear = 20;
export const afterLastYear = 38;
/** The floating bars stand over the last lane's foot. */
export const roomBelow = 60;
/** A plot narrower than this has the floating bars above one another, and not side by side. */
export const narrowPlot = 560;
/** Over those stands the minimap. */
export const roomForMinimap = 88;
export const leastLaneHeight = 60;
/** Between two cards of a row: a median badge looks out of its card by 9. */
export const cardGap = 10;
export const tabWidth = 26;
/** What the count of those under a small card takes, from the card's right edge: in pixels, as cards.css has it. */
export function countWidth({ detail, width }: Pick<CardMeasures, 'detail' | 'width'>): { sign: number; figure: number } | null {
	const figure = 6;
	if (detail === 'glyph') return { sign: Math.max(0, 8 + figure + 1 - width / 2), figure };
	return detail === 'tab' ? { sign: figure, figure } : null;
}
/** Between a late card, or its badge, and the canvas's edge. */
export const edgeRoom = 12;

export const zoomLimits = { least: 0.15, most: 8 } as const;
export const zoomSteps = [0.15, 0.2, 0.25, 0.33, 0.5, 0.67, 0.8, 1, 1.25, 1.6, 2, 2.5, 3.2, 4, 5, 6.3, 8] as const;

export type Detail = 'glyph' | 'tab' | 'card' | 'full';

/** Sizes of cards and rows at a zoom. Text keeps its size; what does not fit legibly is left out. */
export interface CardMeasures {
	detail: Detail;
	width: number;
	height: number;
	/** Distance of two rows. */
	pitch: number;
	/** Room above a lane's first row and, half of it, below its last. */
	pad: number;
}

export function detailAt(zoom: number): Detail {
	if (zoom < 0.4) return 'glyph';
	if (zoom < 0.7) return 'tab';
	return zoom < 1.6 ? 'card' : 'full';
}

export function measuresAt(zoom: number): CardMeasures {
	const detail = detailAt(zoom);
	const scale = Math.min(1, zoom);
	const pad = Math.max(5, Math.round(9 * scale));
	if (detail === 'full') return { detail, width: 224, height: 78, pitch: 90, pad };
	if (detail === 'glyph') return { detail, pad, ...glyphSizes(zoom, scale) };
	const [width, leastHeight, leastPitch] = detail === 'tab' ? ([54, 18, 22] as const) : ([168, 31, 39] as const);
	return { detail, width, height: Math.max(leastHeight, stepped(44 * scale)), pitch: Math.max(leastPitch, 56 * scale), pad };
}

/** A card that gets another height is laid out anew, so it does not get one at every step of the wheel. */
const stepped = (height: number): number => 6 * Math.floor(height / 6) + 2;

/** Steps, not a slope: within a band of zoom a glyph must not grow into its neighbour. */
function glyphSizes(zoom: number, scale: number): Pick<CardMeasures, 'width' | 'height' | 'pitch'> {
	if (zoom < 0.2) return { width: 12, height: 10, pitch: 11 };
	if (zoom < 0.3) return { width: 16, height: 12, pitch: 13 };
	return { width: 22, height: 13, pitch: Math.max(15, 56 * scale) };
}

/** Pixels of a glyph that stands alone. */
export const glyphSize = ({ width }: Pick<CardMeasures, 'width'>): 13 | 11 | 9 => (width < 14 ? 9 : width < 20 ? 11 : 13);

/** Cards of a folded lane: glyphs in a strip. */
export const foldedMeasures: CardMeasures = { detail: 'glyph', width: 22, height: 14, pitch: 15, pad: 8 };
export const foldedHeight = 30;

/**
 * The zoom whose scale rows are laid out at. Rows stay as they are while the zoom stays in a band, so that cards do not
 * jump from row to row at every step of the wheel; wider scales of the same band only make more room.
 */
export function layoutZoom(zoom: number): number {
	return bands.findLast((band) => band <= zoom) ?? bands[0];
}

const bands = [zoomLimits.least, 0.2, 0.3, 0.4, 0.7, 1.6, 2.5, 4] as const;

/** @param direction 1 in, -1 out. */
export function nextZoom(zoom: number, direction: 1 | -1): number {
	const near = 0.01;
	return direction > 0
		? (zoomSteps.find((step) => step > zoom + near) ?? zoomLimits.most)
		: (zoomSteps.findLast((step) => step < zoom - near) ?? zoomLimits.least);
}
