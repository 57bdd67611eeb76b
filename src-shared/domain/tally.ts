/**
 * What a round says: each card's votes counted, and the cards put in the room's order. Machine scores never enter, and
 * "I can't say" is an answer that is counted apart.
 */
import type { Ballot, BallotValue, Criterion, Round } from '../schemas/records.ts';
import { answersOf, tookPart, votersIn, type AnswersByCard, type TookPart } from './answers.ts';
import { consensus } from './consensus.ts';
import { kendallW, type Concordance, type NoConcordance } from './kendall.ts';
import { agreedIqr, quartiles } from './quartiles.ts';
import { largerFirst, ranked, type Ranked } from './ranking.ts';

/** The criteria answered from 1 to 5. */
export type ScaleCriterion = Exclude<Criterion, 'timing' | 'dots' | 'approval'>;
export const isScale = (criterion: Criterion): criterion is ScaleCriterion =>
	criterion === 'relevancy' || criterion === 'impact' || criterion === 'uncertainty';
export type Histogram = [number, number, number, number, number];

export interface CardTally {
	cardId: string;
	/** Votes from 1 to 5; the answers "I can't say" are not among them. */
	n: number;
	cannotSay: number;
	/** Votes for 1, 2, 3, 4 and 5. */
	histogram: Histogram;
	median: number | null;
	q1: number | null;
	q3: number | null;
	iqr: number | null;
	mean: number | null;
	/** Tastle & Wierman (2007), 0 to 1. */
	consensus: number | null;
	/** The middle half lies within one point (Rayens & Hahn 2000); null without votes. */
	agreed: boolean | null;
}

export type RankedCard = CardTally & Ranked;

export interface RoundTally extends TookPart {
	criterion: ScaleCriterion;
	/** By median, then mean, then in the round's own order. */
	cards: RankedCard[];
	w: Concordance | NoConcordance;
}

/** Where a participant appears twice on a card, the last answer counts. */
export function tallyRound(round: Round, ballots: readonly Ballot[], criterion: ScaleCriterion = 'relevancy'): RoundTally {
	const own = ballots.filter((ballot) => ballot.roundId === round.id);
	const answers = answersOf(round, own, criterion);
	const tallies = [...answers].map(([cardId, byVoter]) => count(cardId, [...byVoter.values()]));
	return {
		...tookPart(round, own),
		criterion,
		cards: ranked(tallies, byMedianThenMean, ({ n }) => n > 0),
		w: kendallW(ratingsOf(answers, votersIn(round, own), scaleValue)),
	};
}

/** One row per voter, one column per card. */
export const ratingsOf = (answers: AnswersByCard, voters: Iterable<string>, valueOf: (answer: BallotValue | undefined) => number | null): (number | null)[][] =>
	[...voters].map((voter) => [...answers.values()].map((byVoter) => valueOf(byVoter.get(voter))));

export function scaleValue(value: BallotValue | undefined): number | null {
	return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 5 ? value : null;
}

function count(cardId: string, answers: readonly Ballot['value'][]): CardTally {
	const votes = answers.map(scaleValue).filter((value) => value !== null);
	const histogram: Histogram = [0, 0, 0, 0, 0];
	for (const vote of votes) histogram[vote - 1]!++;
	const q = quartiles(votes);
	return {
		cardId,
		n: votes.length,
		cannotSay: answers.filter((answer) => answer === 'cannot say').length,
		histogram,
		median: q?.median ?? null,
		q1: q?.q1 ?? null,
		q3: q?.q3 ?? null,
		iqr: q?.iqr ?? null,
		mean: q && votes.reduce((sum, vote) => sum + vote, 0) / votes.length,
		consensus: consensus(histogram),
		agreed: q && q.iqr <= agreedIqr,
	};
}

const byMedianThenMean = (a: CardTally, b: CardTally): number => largerFirst(a.median, b.median) || largerFirst(a.mean, b.mean);
