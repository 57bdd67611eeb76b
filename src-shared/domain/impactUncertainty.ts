/**
 * The map of impact and uncertainty: the room's medians, from revealed rounds only. Uncertainty means that nobody knows how
 * something turns out, not that it is improbable; what is high on both is a critical uncertainty, a candidate for an axis of
 * the 2×2 (GBN; Schwartz 1991, "The Art of the Long View"; UK Government Office for Science, Futures Toolkit 2024).
 */
import type { Ballot, Round } from '../schemas/records.ts';
import { answersOf } from './answers.ts';
import { revealedInOrder, roomResults, type RatingResult, type RoomResult } from './roomResults.ts';
import { scaleValue } from './tally.ts';

/**
 * From which median on a rating is high. No source gives a number: on five points 3 is the middle, and a median of 4 says that
 * at least half of the room answered 4 or 5. A median of 3.5 has half of it at 3 or below, and does not.
 */
export const highFrom = 4;

/** Fewer cards or voters than that say little (GO-Science, Futures Toolkit 2024: at least ten drivers before axes; of voters our own). */
export const enough = 10;

export interface MapPoint {
	cardId: string;
	impact: RatingResult;
	uncertainty: RatingResult;
	/** High on both: the votes propose it as a critical uncertainty. */
	isHigh: boolean;
}

export interface ImpactMap {
	/** Cards that the room rated by both, in the order of impact and then uncertainty, the highest first. */
	points: MapPoint[];
	/** The most people who gave a number for impact or uncertainty in one round; people of several rounds cannot be told apart. */
	voters: number;
	/** Titles of the rounds that the points come from, the latest last. */
	roundTitles: string[];
}

/** @param results of these rounds, where they are known already. */
export function impactMap(rounds: readonly Round[], ballots: readonly Ballot[], results: ReadonlyMap<string, RoomResult> = roomResults(rounds, ballots)): ImpactMap {
	const points = [...results.values()].flatMap(({ cardId, impact, uncertainty }): MapPoint[] =>
		impact && uncertainty ? [{ cardId, impact, uncertainty, isHigh: impact.median >= highFrom && uncertainty.median >= highFrom }] : [],
	);
	points.sort((a, b) => b.impact.median - a.impact.median || b.uncertainty.median - a.uncertainty.median);
	const told = new Set(points.flatMap(({ impact, uncertainty }) => [impact.roundTitle, uncertainty.roundTitle]));
	const asked = revealedInOrder(rounds).filter(({ title }) => told.has(title));
	return { points, voters: Math.max(0, ...asked.map((round) => ratersIn(round, ballots))), roundTitles: asked.map(({ title }) => title) };
}

function ratersIn(round: Round, ballots: readonly Ballot[]): number {
	const raters = new Set<string>();
	for (const criterion of ['impact', 'uncertainty'] as const) {
		for (const byVoter of answersOf(round, ballots, criterion).values()) {
			for (const [voter, value] of byVoter) if (scaleValue(value) !== null) raters.add(voter);
		}
	}
	return raters.size;
}

/** Cards that stand in the same place of a map. */
export interface Slot {
	/** Where its middle is, 1 to 5. */
	uncertainty: number;
	impact: number;
	points: MapPoint[];
}

/**
 * Every point is in one slot, none is dropped.
 * @param step 0.5, the finest a median of whole ratings can be, or 1: then a median between two whole numbers stands at the
 * lower one, so that the fields from 4 on hold exactly what is high.
 */
export function slotsOf(points: readonly MapPoint[], step: 0.5 | 1): Slot[] {
	const slots = new Map<string, Slot>();
	for (const point of points) {
		const [uncertainty, impact] = [placeOf(point.uncertainty.median, step), placeOf(point.impact.median, step)];
		const key = `${uncertainty}/${impact}`;
		const slot = slots.get(key);
		if (slot) slot.points.push(point);
		else slots.set(key, { uncertainty, impact, points: [point] });
	}
	return [...slots.values()];
}

const placeOf = (median: number, step: number): number => (step === 1 ? Math.ceil(median - 0.5) : median);
