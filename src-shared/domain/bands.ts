/**
 * Bands: the strips that cards stand in. Where height is free a lane is one band; where it means impact a lane has a band
 * for each of the five degrees, the highest on top, and one below for cards that nobody has judged.
 */
import type { Lane, Placement, Workshop } from '../schemas/records.ts';

export type HeightMeans = NonNullable<Workshop['heightMeans']>;
export type Impact = 1 | 2 | 3 | 4 | 5;

export interface Band {
	id: string;
	laneId: string;
	/** null: no impact is said. */
	impact: number | null;
	folded: boolean;
	/** Rows the facilitator gave it; null for as many as its cards need. */
	mostRows: number | null;
}

const impacts: readonly Impact[] = [5, 4, 3, 2, 1];
const separator = '\u0000';

/** The band a placement belongs to; one in a lane that is gone belongs to the first. */
export function bandIdOf(lanes: readonly Lane[], means: HeightMeans, { laneId, impact }: Pick<Placement, 'laneId' | 'impact'>): string {
	const lane = lanes.find(({ id }) => id === laneId) ?? lanes[0];
	if (!lane || means === 'free' || lane.folded) return lane?.id ?? laneId;
	return `${lane.id}${separator}${impact ?? ''}`;
}

/** @param placed the cards, of which those without an impact need a band of their own where height means it. */
export function bandsOf(lanes: readonly Lane[], means: HeightMeans, placed: readonly Pick<Placement, 'laneId' | 'impact'>[]): Band[] {
	const unjudged = new Set(means === 'impact' ? placed.filter(({ impact }) => impact === undefined).map((card) => bandIdOf(lanes, means, card)) : []);
	return lanes.flatMap((lane): Band[] => {
		const folded = lane.folded === true;
		if (folded) return [{ id: lane.id, laneId: lane.id, impact: null, folded, mostRows: 1 }];
		const mostRows = lane.rows ?? null;
		if (means === 'free') return [{ id: lane.id, laneId: lane.id, impact: null, folded, mostRows }];
		// A given height is shared by the five.
		const each = mostRows === null ? null : Math.max(1, Math.round(mostRows / impacts.length));
		const bands = impacts.map((impact): Band => ({ id: `${lane.id}${separator}${impact}`, laneId: lane.id, impact, folded, mostRows: each }));
		const rest = `${lane.id}${separator}`;
		return unjudged.has(rest) ? [...bands, { id: rest, laneId: lane.id, impact: null, folded, mostRows: each }] : bands;
	});
}

/** What is stored for a card in a band: where height is free, an impact once said stays. */
export function placementIn(band: Band, means: HeightMeans, spot: { at: number; height: number }, before: Placement | null): Placement {
	const { at, height } = spot;
	const kept = { ...(before?.otherLanes && { otherLanes: before.otherLanes }) };
	const impact = means === 'free' || band.folded ? before?.impact : (band.impact ?? undefined);
	return { at, laneId: band.laneId, height, ...(impact !== undefined && { impact }), ...kept };
}
