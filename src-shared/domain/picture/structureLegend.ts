/** What the signs of clusters, influences, notes and pictures of method mean, for a picture's legend. */
import type { Horizon } from '../../schemas/records.ts';
import { futures, horizonNames } from '../overlays.ts';
import type { Entry } from './legend.ts';
import { line, type Colour, type Shape } from './shapes.ts';
import { futureColour, futureDash, horizonDash } from './overlayShapes.ts';
import { influenceColour } from './structureShapes.ts';

/** Only what the picture has. */
export interface StructureParts {
	clusters: boolean;
	notes: boolean;
	/** Of the influences; of a strength of 0 its figure says enough. */
	strengths: readonly number[];
	/** Those of which there is a curve, or a card. */
	horizons: readonly Horizon[];
	/** Each of its lines, or only what it is. */
	futures: boolean | 'briefly';
}

/** @param glyph the size of a kind's sign. */
export function structureEntries({ clusters, notes, strengths, horizons, futures: hasFutures }: StructureParts, glyph: number): Entry[] {
	const thick = glyph * 0.11;
	const wide = glyph * 1.6;
	const stroke = (text: string, colour: Colour, dash: readonly number[] | undefined): Entry => ({
		text, width: wide, draw: (x, middle) => [line(x, middle, x + wide, middle, colour, thick, dash)],
	});
	const arrow = (text: string, strength: number): Entry => ({ text, width: wide, draw: (x, middle) => arrowSign(x, middle, wide, glyph, strength) });
	const dashes = glyph / 15;
	return [
		...(clusters ? [{ text: 'cluster', width: glyph * 1.2, draw: (x: number, middle: number): Shape[] => [frame(x, middle, glyph)] }] : []),
		...(strengths.some((strength) => strength > 0) ? [arrow('reinforces', 1)] : []),
		...(strengths.some((strength) => strength < 0) ? [arrow('inhibits', -1)] : []),
		...(notes ? [{ text: 'note', width: glyph, draw: (x: number, middle: number): Shape[] => paper({ left: x, top: middle - glyph * 0.4, width: glyph, height: glyph * 0.8 }, glyph * 0.28, thick * 0.7) }] : []),
		...horizons.map((horizon) => stroke(horizonNames[horizon], `horizon-${horizon}`, horizonDash(horizon, dashes))),
		...(hasFutures === 'briefly' ? [{ text: 'futures cone', width: glyph, draw: (x: number, middle: number): Shape[] => [wedge(x, middle, glyph, thick)] }] : hasFutures ? futures.map((future) => stroke(future, futureColour(future), futureDash(future, dashes))) : []),
	];
}

const wedge = (x: number, middle: number, glyph: number, thick: number): Shape => ({
	is: 'path', d: `M${x + glyph} ${middle - glyph * 0.4}L${x} ${middle}L${x + glyph} ${middle + glyph * 0.4}`, stroke: 'ink-3', thick,
});

const frame = (x: number, middle: number, glyph: number): Shape => ({
	is: 'rect', left: x + 1, top: middle - glyph * 0.4, width: glyph * 1.2 - 2, height: glyph * 0.8, radius: glyph * 0.22, fill: 'bg-sunken', stroke: 'line-strong', thick: glyph * 0.09,
});

function arrowSign(x: number, middle: number, wide: number, glyph: number, strength: number): Shape[] {
	const colour = influenceColour(strength);
	const head = glyph * 0.5;
	return [
		line(x, middle, x + wide - head, middle, colour, glyph * 0.13, strength < 0 ? [glyph * 0.3, glyph * 0.18] : undefined),
		{ is: 'path', d: `M${x + wide} ${middle}L${x + wide - head} ${middle - head * 0.6}L${x + wide - head} ${middle + head * 0.6}Z`, fill: colour },
	];
}

/** A slip of paper with a folded corner, as no card and no cluster has one. */
export function paper({ left, top, width, height }: { left: number; top: number; width: number; height: number }, fold: number, thick: number): Shape[] {
	const [right, foot] = [left + width, top + height];
	return [
		{ is: 'path', d: `M${left} ${top}H${right}V${foot - fold}L${right - fold} ${foot}H${left}Z`, fill: 'bg-sunken', stroke: 'line-strong', thick },
		{ is: 'path', d: `M${right} ${foot - fold}H${right - fold}V${foot}Z`, fill: 'line-strong', stroke: 'line-strong', thick },
	];
}
