/** The pictures of method behind the cards, as shapes: the three horizons and the futures cone, with their names where no card is. */
import { horizons } from '../../schemas/names.ts';
import type { Horizon, Overlay } from '../../schemas/records.ts';
import { horizonYears } from '../horizon.ts';
import { coneAt, futures, horizonNames, prevalence, type Future } from '../overlays.ts';
import { namesOnLines, type NamedLine } from './namesOnLines.ts';
import type { Box, Colour, Setter, Shape } from './shapes.ts';
import type { Ground } from './structureShapes.ts';

/** How pictures of method are drawn: how thick, and dashes by how much longer. */
export interface LinesStyle {
	thick: number;
	dashes: number;
	opacity?: number;
}

export const plainLines: LinesStyle = { thick: 1.75, dashes: 1 };

/** What lies behind everything else; only what of it is within the extent. */
export function overlayShapes(overlays: readonly Overlay[], ground: Backdrop, style: LinesStyle): Shape[] {
	return [...(overlays.includes('cone') ? cone(ground, style) : []), ...(overlays.includes('horizons') ? curves(ground, style) : [])];
}

type Backdrop = Pick<Ground, 'x' | 'extent' | 'today'>;

const point = (x: number, y: number) => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
const steps = 60;

/** Of a stretch of time what is in sight, from 0 to 1; null for nothing. */
function inSight(x: (t: number) => number, { left, width }: Box): { from: number; to: number } | null {
	const tAt = (place: number) => Math.min(1, Math.max(0, (place - x(0)) / (x(1) - x(0))));
	const [from, to] = [tAt(left), tAt(left + width)];
	return to > from ? { from, to } : null;
}

/** A curve's line: today's system is drawn through, what comes after it dashed and dotted. */
export const horizonDash = (horizon: Horizon, scale: number): readonly number[] | undefined => ({ 1: undefined, 2: [10, 5], 3: [2, 5] })[horizon]?.map((length) => length * scale);
const horizonColour = (horizon: Horizon): Colour => `horizon-${horizon}`;

/** How high a curve stands at a time from 0 to 1. */
export const curveY = (horizon: Horizon, t: number, { top, height }: Pick<Box, 'top' | 'height'>): number => top + 26 + (1 - prevalence(horizon, t)) * Math.max(60, height - 40);

/** The three horizons, over the height of the picture. */
function curves({ x: xOf, extent }: Backdrop, { thick, dashes, opacity }: LinesStyle): Shape[] {
	const x = (t: number) => xOf(t * horizonYears);
	const seen = inSight(x, extent);
	if (!seen) return [];
	const times = Array.from({ length: steps + 1 }, (_, step) => seen.from + ((seen.to - seen.from) * step) / steps);
	return horizons.map((horizon): Shape => {
		const d = `M${times.map((t) => point(x(t), curveY(horizon, t, extent))).join('L')}`;
		const dash = horizonDash(horizon, dashes);
		return { is: 'path', d, stroke: horizonColour(horizon), thick, ...(dash && { dash }), ...(opacity !== undefined && { opacity }) };
	});
}

const coneDashes: Record<Future, readonly number[] | undefined> = { possible: [2, 5], plausible: [9, 5], probable: undefined, preferable: [14, 4, 2, 4] };
export const futureDash = (future: Future, scale: number): readonly number[] | undefined => coneDashes[future]?.map((length) => length * scale);
export const futureColour = (future: Future): Colour => (future === 'preferable' ? 'good' : 'ink-3');

/** How high an edge of a cone stands at a time from 0, today, to 1. */
const coneY = (future: Future, side: 'upper' | 'lower', t: number, { top, height }: Box): number => top + height / 2 + coneAt(future, t)[side] * (height - 20);

/** The futures cone, opening from today. */
function cone({ x: xOf, extent, today }: Backdrop, { thick, dashes, opacity }: LinesStyle): Shape[] {
	const opensAt = today ?? 0;
	const x = (t: number) => xOf(opensAt + t * (horizonYears - opensAt));
	const seen = inSight(x, extent);
	if (!seen) return [];
	return futures.flatMap((future): Shape[] => {
		const colour = futureColour(future);
		const at = (side: 'upper' | 'lower', t: number) => point(x(t), coneY(future, side, t, extent));
		const ground = `M${at('upper', seen.to)}L${at('upper', seen.from)}L${at('lower', seen.from)}L${at('lower', seen.to)}Z`;
		const rims = `M${at('upper', seen.to)}L${at('upper', seen.from)}M${at('lower', seen.from)}L${at('lower', seen.to)}`;
		const dash = futureDash(future, dashes);
		return [
			{ is: 'path', d: ground, fill: colour, opacity: 0.05 },
			{ is: 'path', d: rims, stroke: colour, thick: thick - 0.25, ...(dash && { dash }), ...(opacity !== undefined && { opacity }) },
		];
	});
}

/** Nearer to where the cone opens, a name would stand on all of its lines. */
const coneNamedFrom = 0.3;

/** Each line's name on the line, where no card and no other words are. */
export function overlayNames(overlays: readonly Overlay[], { x, extent, today, leading, names, walls }: Ground, words: readonly Box[], setter: Setter): Shape[] {
	const partOf = (place: number, from: number) => (place - x(from)) / (x(horizonYears) - x(from));
	const lineOf = (text: string, brief: string, colour: Colour, at: NamedLine['at']) => ({ id: text, texts: brief === text ? [text] : [text, brief], colour, at });
	const lines = [
		...(!overlays.includes('horizons') ? [] : horizons.map((horizon) => lineOf(names?.horizons[horizon] ?? horizonNames[horizon], `H${horizon}`, horizonColour(horizon), (place) => {
			const t = partOf(place, 0);
			return t < 0 || t > 1 ? [] : [curveY(horizon, t, extent)];
		}))),
		...(!overlays.includes('cone') ? [] : futures.map((future) => lineOf(names?.futures[future] ?? future, names?.futures[future] ?? future, futureColour(future), (place) => {
			const t = partOf(place, today ?? 0);
			return t < coneNamedFrom || t > 1 ? [] : [coneY(future, 'upper', t, extent), coneY(future, 'lower', t, extent)];
		}))),
	];
	const height = leading + 4;
	const spots = namesOnLines(lines.map(({ id, texts, at }) => ({ id, at, widths: texts.map((text) => setter.width(text, 'lane') + 12) })), { extent, height, walls: [...walls, ...words] });
	return spots.flatMap(({ id, form, box }): Shape[] => {
		const { texts, colour } = lines.find((line) => line.id === id)!;
		return [
			{ is: 'rect', ...box, radius: 4, fill: 'bg-canvas', opacity: 0.88 },
			{ is: 'text', text: texts[form]!, role: 'lane', colour, x: box.left + box.width / 2, top: box.top + 2, leading, align: 'middle' },
		];
	});
}
