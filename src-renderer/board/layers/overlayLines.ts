/** The lines of the pictures of method on the canvas, in content pixels across and in the canvas's own down: they do not scroll with the lanes. */
import { horizonYears } from '../../../src-shared/domain/horizon.ts';
import { coneAt, futures, horizonNames, prevalence, type Future } from '../../../src-shared/domain/overlays.ts';
import { horizons } from '../../../src-shared/schemas/names.ts';
import type { Horizon } from '../../../src-shared/schemas/records.ts';
import { dateX } from '../geometry.ts';
import { roomBelow } from '../measures.ts';

export interface Curve {
	horizon: Horizon;
	line: string;
	fill: string;
}
export interface Cone {
	future: Future;
	path: string;
}
/** What has a name, and how high its lines are at a part of the ten years, from 0 to 1. */
export interface Named {
	id: `h${Horizon}` | Future;
	names: readonly string[];
	at: (part: number) => readonly number[];
}

/** Of the part of the canvas that shows cards. @param year pixels of one. */
export interface Ground {
	height: number;
	year: number;
}

const steps = Array.from({ length: 61 }, (_, index) => index / 60);
const point = (x: number, y: number) => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
const xOf = (part: number, year: number) => dateX(part * horizonYears, year);

const above = 26;
const levelY = (level: number, height: number) => above + (1 - level) * Math.max(60, height - above - roomBelow - 8);

export function curvesOn({ height, year }: Ground): Curve[] {
	const foot = levelY(0, height);
	return horizons.map((horizon) => {
		const line = steps.map((part) => point(xOf(part, year), levelY(prevalence(horizon, part), height))).join('L');
		return { horizon, line: `M${line}`, fill: `M${point(xOf(0, year), foot)}L${line}L${point(xOf(1, year), foot)}Z` };
	});
}

export const namedCurves = (height: number): Named[] =>
	horizons.map((horizon) => ({ id: `h${horizon}`, names: [horizonNames[horizon], `H${horizon}`], at: (part) => [levelY(prevalence(horizon, part), height)] }));

const middleOf = (height: number) => height / 2 - 16;
const edgeY = (future: Future, side: 'upper' | 'lower', t: number, height: number) => middleOf(height) + coneAt(future, t)[side] * (height - 40);

/** @param opensAt years from the base year. */
export function conesOn({ height, year }: Ground, opensAt: number): Cone[] {
	const [from, to] = [dateX(opensAt, year), dateX(horizonYears, year)];
	return futures.map((future) => ({
		future, path: `M${point(to, edgeY(future, 'upper', 1, height))}L${point(from, middleOf(height))}L${point(to, edgeY(future, 'lower', 1, height))}`,
	}));
}

/** Where the cones are as close together as near their point, a name would stand on all of them. */
const namedFrom = 0.3;

export function namedCones(height: number, opensAt: number): Named[] {
	const opens = opensAt / horizonYears;
	return futures.map((future) => ({
		id: future, names: [future],
		at: (part) => {
			const t = (part - opens) / (1 - opens);
			return t < namedFrom ? [] : [edgeY(future, 'upper', t, height), edgeY(future, 'lower', t, height)];
		},
	}));
}
