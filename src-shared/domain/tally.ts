/**
 * What a round says: each card's votes counted, and the cards put in the room's order. Machine scores never enter, and
 * "I can't say" is an answer that is counted apart.
 */
import type { Ballot, Criterion, Round } from '../schemas/records.ts';
import { consensus } from './consensus.ts';
import { kendallW, type Concordance, type Undefined } from './kendall.ts';
import { agreedIqr, quartiles } from './quartiles.ts';

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

export interface RankedCard extends CardTally {
	/** From 1; cards with the same median and mean share it, and the next rank is left out. Null without votes. */
	rank: number | null;
	tied: boolean;
}

export interface RoundTally {
	roundId: string;
	criterion: ScaleCriterion;
	/** How many people cast anything at all in the round, "I can't say" included. */
	turnout: number;
	peopleInRoom: number | null;
	/** By median, then mean, then in the round's own order. */
	cards: RankedCard[];
	w: Concordance | Undefined;
}

/** @param ballots of one round; where a participant appears twice on the card, the last one counts. */
export function tallyCard(ballots: readonly Ballot[], cardId: string, criterion: ScaleCriterion): CardTally {
	const answers = new Map<string, Ballot['value']>();
	for (const ballot of ballots) {
		if (ballot.cardId === cardId && ballot.criterion === criterion) answers.set(ballot.participant, ballot.value);
	}
	return count(cardId, [...answers.values()]);
}

export function tallyRound(
	round: Round,
	ballots: readonly Ballot[],
	criterion: ScaleCriterion = 'relevancy',
): RoundTally {
	const own = ballots.filter((ballot) => ballot.roundId === round.id);
	const answers = answersByCard(own, criterion);
	const cardIds = [...new Set(round.cardIds)];
	const tallies = cardIds.map((cardId) => count(cardId, [...(answers.get(cardId)?.values() ?? [])]));
	const participants = [...new Set(own.map((ballot) => ballot.participant))];
	const ratings = participants.map((participant) =>
		cardIds.map((cardId) => scaleValue(answers.get(cardId)?.get(participant))),
	);
	return {
		roundId: round.id,
		criterion,
		turnout: participants.length,
		peopleInRoom: round.peopleInRoom,
		cards: rank(tallies),
		w: kendallW(ratings),
	};
}

function answersByCard(
	ballots: readonly Ballot[],
	criterion: ScaleCriterion,
): Map<string, Map<string, Ballot['value']>> {
	const byCard = new Map<string, Map<string, Ballot['value']>>();
	for (const { cardId, participant, value, criterion: asked } of ballots) {
		if (asked !== criterion) continue;
		const answers = byCard.get(cardId) ?? new Map<string, Ballot['value']>();
		byCard.set(cardId, answers.set(participant, value));
	}
	return byCard;
}

function scaleValue(value: Ballot['value'] | undefined): number | null {
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

function rank(tallies: readonly CardTally[]): RankedCard[] {
	// Array.sort is stable, so cards with equal votes keep the round's order whatever their names.
	const sorted = [...tallies].sort(byMedianThenMean);
	let current = 0;
	return sorted.map((tally, index) => {
		const sameAs = (other: CardTally | undefined) => other !== undefined && byMedianThenMean(tally, other) === 0;
		if (!sameAs(sorted[index - 1])) current = index + 1;
		const voted = tally.n > 0;
		return {
			...tally,
			rank: voted ? current : null,
			tied: voted && (sameAs(sorted[index - 1]) || sameAs(sorted[index + 1])),
		};
	});
}

function byMedianThenMean(a: CardTally, b: CardTally): number {
	if (a.median === null || b.median === null) return Number(a.median === null) - Number(b.median === null);
	return b.median - a.median || b.mean! - a.mean!;
}
