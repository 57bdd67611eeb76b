/**
 * How far two cards would make a good pair of axes. Worlds differ most where the two uncertainties have nothing to do with each
 * other: if the room rates them alike, or the one high where the other is low, two of the four worlds stand almost empty.
 * What is correlated is what the same people gave the two cards for uncertainty, in one round: a voter is a token of that
 * round, and most rounds give everyone another one.
 */
import type { Ballot, Round } from '../schemas/records.ts';
import { answersOf, type AnswersByCard } from './answers.ts';
import type { Undefined } from './kendall.ts';
import { revealedInOrder } from './roomResults.ts';
import { spearman, type RankCorrelation } from './spearman.ts';
import { scaleValue } from './tally.ts';

/** MODEL: from |ρ| of 0.5 on the two axes are too alike. */
export const tooAlikeFrom = 0.5;
/** Below that the votes hardly move together; our own word for the better half of what is workable. */
export const goodBelow = 0.2;

export type PairVerdict = 'good' | 'workable' | 'alike' | 'opposed';

export function verdictOf(rho: number): PairVerdict {
	if (Math.abs(rho) >= tooAlikeFrom) return rho > 0 ? 'alike' : 'opposed';
	return Math.abs(rho) < goodBelow ? 'good' : 'workable';
}

/** What revealed rounds were told of uncertainty, the latest first. */
export type UncertaintyRatings = readonly { roundTitle: string; byCard: AnswersByCard }[];

export const uncertaintyRatings = (rounds: readonly Round[], ballots: readonly Ballot[]): UncertaintyRatings =>
	revealedInOrder(rounds)
		.filter(({ criteria }) => criteria.includes('uncertainty'))
		.map((round) => ({ roundTitle: round.title, byCard: answersOf(round, ballots, 'uncertainty') }))
		.reverse();

/**
 * Spearman's ρ of the two cards' uncertainty, over everyone who rated both, from the latest round that it can be computed from.
 * @returns else why there is none, as a sentence.
 */
export function pairCorrelation(ratings: UncertaintyRatings, a: string, b: string): RankCorrelation | Undefined {
	const results = ratings.filter(({ byCard }) => byCard.has(a) && byCard.has(b)).map(({ byCard }) => spearman(commonRatings(byCard, a, b)));
	return results.find((result) => 'rho' in result) ?? results[0] ?? { undefined: 'No revealed round asked how uncertain both cards are.' };
}

/** "I can't say" is no rating. */
function commonRatings(byCard: AnswersByCard, a: string, b: string): [number, number][] {
	return [...(byCard.get(a) ?? [])].flatMap(([voter, value]): [number, number][] => {
		const [one, other] = [scaleValue(value), scaleValue(byCard.get(b)?.get(voter))];
		return one === null || other === null ? [] : [[one, other]];
	});
}

export interface RankedPair {
	cardIds: readonly [string, string];
	correlation: RankCorrelation | Undefined;
}

/** Every two of the cards but one pair, the least alike first; pairs without a figure come last. @param cardIds in the order of preference. */
export function otherPairs(ratings: UncertaintyRatings, cardIds: readonly string[], except: readonly string[]): RankedPair[] {
	const pairs = cardIds.flatMap((a, index) => cardIds.slice(index + 1).map((b): RankedPair => ({ cardIds: [a, b], correlation: pairCorrelation(ratings, a, b) })));
	const size = ({ correlation }: RankedPair) => ('rho' in correlation ? Math.abs(correlation.rho) : 2);
	return pairs.filter(({ cardIds: [a, b] }) => !(except.includes(a) && except.includes(b))).sort((a, b) => size(a) - size(b));
}
