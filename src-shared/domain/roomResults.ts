/**
 * What the room has said of each card so far, for the canvas, its table and the big screen. The one gate before them: a round
 * that is not revealed is not even looked at, so that nothing of it can show.
 */
import type { Ballot, Criterion, Round } from '../schemas/records.ts';
import { answersOf } from './answers.ts';
import { isScale, tallyRound, type CardTally, type ScaleCriterion } from './tally.ts';
import { timingQuartiles, type TimingQuartiles } from './timing.ts';

export interface RatingResult {
	q1: number;
	median: number;
	q3: number;
	/** Q3 − Q1. */
	iqr: number;
	/** Tastle & Wierman (2007), 0 to 1. */
	consensus: number;
	/** The middle half lies within one point. */
	agreed: boolean;
	n: number;
	roundTitle: string;
}

export interface TimingResult extends TimingQuartiles {
	roundTitle: string;
	roundId: string;
}

/** Each from the latest revealed round in which anyone answered it; null where there is none. */
export interface RoomResult extends Record<ScaleCriterion, RatingResult | null> {
	cardId: string;
	timing: TimingResult | null;
}

/** The criteria answered from 1 to 5, in the order in which they are offered. */
export const ratings: readonly ScaleCriterion[] = ['relevancy', 'impact', 'uncertainty'];

/** By card; cards that no revealed round says anything of are left out. */
export function roomResults(rounds: readonly Round[], ballots: readonly Ballot[]): Map<string, RoomResult> {
	const results = new Map<string, RoomResult>();
	const add = (cardId: string, patch: Partial<RoomResult>) =>
		results.set(cardId, { ...(results.get(cardId) ?? { cardId, relevancy: null, impact: null, uncertainty: null, timing: null }), ...patch });
	for (const round of revealedInOrder(rounds)) {
		const own = ballots.filter(({ roundId }) => roundId === round.id);
		for (const criterion of round.criteria.filter(isScale)) {
			for (const tally of tallyRound(round, own, criterion).cards) {
				const rating = ratingOf(tally, round.title);
				if (rating) add(tally.cardId, { [criterion]: rating });
			}
		}
		if (!round.criteria.includes('timing')) continue;
		for (const [cardId, byVoter] of answersOf(round, own, 'timing')) {
			const timing = timingQuartiles([...byVoter.values()]);
			if (timing) add(cardId, { timing: { ...timing, roundTitle: round.title, roundId: round.id } });
		}
	}
	return results;
}

/** The latest last. */
export const revealedInOrder = (rounds: readonly Round[]): Round[] =>
	rounds.filter(({ state }) => state === 'revealed').sort((a, b) => (a.revealedAt ?? '').localeCompare(b.revealedAt ?? ''));

function ratingOf({ q1, median, q3, iqr, agreed, n, consensus }: CardTally, roundTitle: string): RatingResult | null {
	if (q1 === null || median === null || q3 === null || iqr === null || agreed === null) return null;
	return { q1, median, q3, iqr, agreed, n, consensus: consensus ?? 1, roundTitle };
}

/** The criteria of a round whose results still stand: no later round of the series asked all of its cards again by them. */
export function standingCriteria(round: Round, rounds: readonly Round[]): Criterion[] {
	const revealed = revealedInOrder(rounds);
	const after = revealed.slice(revealed.findIndex(({ id }) => id === round.id) + 1).filter(({ seriesId }) => seriesId === round.seriesId);
	return round.criteria.filter((criterion) => !after.some((later) => later.criteria.includes(criterion) && round.cardIds.every((cardId) => later.cardIds.includes(cardId))));
}

/** Those on which the middle half of the room lies more than a point apart, the widest apart first. */
export function contestedFirst(results: Iterable<RoomResult>, criterion: ScaleCriterion = 'relevancy'): RoomResult[] {
	return [...results]
		.filter((result) => result[criterion]?.agreed === false)
		.sort((a, b) => b[criterion]!.iqr - a[criterion]!.iqr || a[criterion]!.consensus - b[criterion]!.consensus);
}

/** Whether the place that a median took a card from is still shown: until the next round opens after the one whose median it was. */
export function showsGuess(roundId: string, rounds: readonly Round[]): boolean {
	const revealedAt = rounds.find(({ id }) => id === roundId)?.revealedAt;
	return revealedAt !== undefined && revealedAt !== null && !rounds.some(({ openedAt }) => openedAt !== null && openedAt > revealedAt);
}
