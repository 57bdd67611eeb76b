/**
 * When the room thinks that something may matter: quartiles of years, in which "after the horizon, or never" ranks last.
 * Hyndman & Fan (1996), type 7, as for every other quartile here; a quartile that lies between a year and "later" is later,
 * since nobody knows how much.
 */
import type { Ballot, BallotValue, Round } from '../schemas/records.ts';
import { answersOf, tookPart, votersIn, type TookPart } from './answers.ts';
import { horizonYears } from './horizon.ts';
import { kendallW, type Concordance, type NoConcordance } from './kendall.ts';
import { ranked, smallerFirst, type Ranked } from './ranking.ts';
import { ratingsOf } from './tally.ts';

export type Year = number | 'later';

export interface TimingTally {
	cardId: string;
	/** Answers that say a time, "later" among them; the answers "I can't say" are not. */
	n: number;
	cannotSay: number;
	/** Answers for each of the calendar years from the base year to the one in which the horizon ends, eleven of them. */
	years: number[];
	/** Answers "after the horizon, or never". */
	later: number;
	q1: Year | null;
	median: Year | null;
	q3: Year | null;
	/** Q3 − Q1 in years; Infinity where the one is later and the other is not. Null without votes. */
	spread: number | null;
}

export type RankedTiming = TimingTally & Ranked;

export interface TimingRound extends TookPart {
	criterion: 'timing';
	baseYear: number;
	/** The soonest first, by median, then by the first quartile, then by the third. */
	cards: RankedTiming[];
	/** How far people put the cards in the same order of time; "later" ranks last. */
	w: Concordance | NoConcordance;
}

export function tallyTiming(round: Round, ballots: readonly Ballot[], baseYear: number): TimingRound {
	const answers = answersOf(round, ballots, 'timing');
	const tallies = [...answers].map(([cardId, byVoter]) => countYears(cardId, [...byVoter.values()], baseYear));
	return {
		...tookPart(round, ballots),
		criterion: 'timing',
		baseYear,
		cards: ranked(tallies, sooner, ({ n }) => n > 0),
		w: kendallW(ratingsOf(answers, votersIn(round, ballots), timeOf)),
	};
}

/** Any number after every year: only the order counts. */
const afterAll = 1e6;

const timeOf = (value: BallotValue | undefined): number | null =>
	value === 'later' ? afterAll : typeof value === 'number' && Number.isFinite(value) ? value : null;

/** A year as a number, "later" after all of them. */
export const yearNumber = (year: Year | null): number | null => (year === 'later' ? Infinity : year);

const sooner = (a: TimingTally, b: TimingTally): number =>
	smallerFirst(yearNumber(a.median), yearNumber(b.median)) || smallerFirst(yearNumber(a.q1), yearNumber(b.q1)) || smallerFirst(yearNumber(a.q3), yearNumber(b.q3));

function countYears(cardId: string, values: readonly BallotValue[], baseYear: number): TimingTally {
	const q = timingQuartiles(values);
	const years = new Array<number>(horizonYears + 1).fill(0);
	for (const value of values) {
		// A year outside the horizon is a damaged record; it is counted at the nearer end, where the canvas draws it.
		if (typeof value === 'number' && Number.isFinite(value)) years[Math.min(horizonYears, Math.max(0, Math.floor(value - baseYear)))]!++;
	}
	return {
		cardId,
		n: q?.n ?? 0,
		cannotSay: values.filter((value) => value === 'cannot say').length,
		years,
		later: values.filter((value) => value === 'later').length,
		q1: q?.q1 ?? null,
		median: q?.median ?? null,
		q3: q?.q3 ?? null,
		spread: q && (q.q1 === q.q3 ? 0 : yearNumber(q.q3)! - yearNumber(q.q1)!),
	};
}

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
