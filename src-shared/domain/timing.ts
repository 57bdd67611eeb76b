/**
 * When the room thinks that something may matter: quartiles of years, in which "after the horizon, or never" ranks last.
 * Hyndman & Fan (1996), type 7, as for every other quartile here; a quartile that lies between a year and "later" is later,
 * since nobody knows how much.
 */
import type { BallotValue } from '../schemas/records.ts';

export type Year = number | 'later';

export interface TimingQuartiles {
	q1: Year;
	median: Year;
	q3: Year;
	/** Answers that say a time, "later" among them; "I can't say" is not. */
	n: number;
}

/** @param values of one card, in any order. @returns null where nobody said a time. */
export function timingQuartiles(values: readonly BallotValue[]): TimingQuartiles | null {
	const years = values.flatMap((value) => (value === 'later' ? [Infinity] : typeof value === 'number' && Number.isFinite(value) ? [value] : []));
	if (years.length === 0) return null;
	years.sort((a, b) => a - b);
	return { q1: quantile(years, 0.25), median: quantile(years, 0.5), q3: quantile(years, 0.75), n: years.length };
}

function quantile(sorted: readonly number[], p: number): Year {
	const position = (sorted.length - 1) * p;
	const below = sorted[Math.floor(position)]!;
	const above = sorted[Math.ceil(position)]!;
	if (above === Infinity) return 'later';
	return below + (position % 1) * (above - below);
}
