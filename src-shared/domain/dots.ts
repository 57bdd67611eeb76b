/**
 * Dot voting: how many dots each card was given, and by how many people. Both are always told: ten dots of two people are
 * not ten dots of ten (secret and simultaneous, since dots that are seen draw dots, Diceman 2018).
 */
import type { Ballot, BallotValue, Round } from '../schemas/records.ts';
import { answersOf, tookPart, type TookPart } from './answers.ts';
import { largerFirst, ranked, type Ranked } from './ranking.ts';

export interface DotTally {
	cardId: string;
	/** Dots that the card was given. */
	dots: number;
	/** Distinct people who gave it at least one. */
	voters: number;
	/** Of all dots that were given, 0 to 1; null where none were. */
	share: number | null;
}

export type RankedDots = DotTally & Ranked;

export interface DotRound extends TookPart {
	criterion: 'dots';
	/** Dots that each person had; null where it is not written down. */
	budget: number | null;
	/** Dots that were given in all. */
	given: number;
	/** By dots, then by voters, then in the round's own order. */
	cards: RankedDots[];
}

export function tallyDots(round: Round, ballots: readonly Ballot[]): DotRound {
	const counts = [...answersOf(round, ballots, 'dots')].map(([cardId, byVoter]) => {
		const dots = [...byVoter.values()].map(dotsOf).filter((count) => count > 0);
		return { cardId, dots: dots.reduce((sum, count) => sum + count, 0), voters: dots.length };
	});
	const given = counts.reduce((sum, { dots }) => sum + dots, 0);
	const tallies = counts.map((count): DotTally => ({ ...count, share: given === 0 ? null : count.dots / given }));
	return {
		...tookPart(round, ballots),
		criterion: 'dots',
		budget: round.dots ?? null,
		given,
		cards: ranked(tallies, (a, b) => largerFirst(a.dots, b.dots) || largerFirst(a.voters, b.voters), ({ dots }) => dots > 0),
	};
}

/** What is no whole number of dots is none. */
export const dotsOf = (value: BallotValue | undefined): number => (typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : 0);
