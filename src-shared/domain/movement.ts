/** Where each card stood in the round before and where it stands now, among the cards that both rounds asked about. */
import type { Ballot, Criterion, Round } from '../schemas/records.ts';
import { tallyBy, type AnyCardTally, type AnyTally } from './roundTally.ts';
import { yearNumber } from './timing.ts';

/** A card in one round: ratings from 1 to 5, years (Infinity for "later"), or shares from 0 to 1. */
export interface Spot {
	/** Among the cards of both rounds. */
	rank: number | null;
	middle: number | null;
	/** The middle half of the votes; null for shares, which have no spread of their own. */
	from: number | null;
	to: number | null;
	agreed: boolean | null;
	/** Votes; with dots the people who gave any. */
	n: number;
}

export interface Movement {
	cardId: string;
	before: Spot;
	after: Spot;
	/** Places up, below 0 places down; null where it had no votes in one of them. */
	climbed: number | null;
}

/** @returns the cards of both rounds in the later one's order; none where the criterion was not asked in both. */
export function movements(earlier: Round, later: Round, ballots: readonly Ballot[], criterion: Criterion, baseYear: number): Movement[] {
	if (!earlier.criteria.includes(criterion) || !later.criteria.includes(criterion)) return [];
	const cardIds = later.cardIds.filter((cardId) => earlier.cardIds.includes(cardId));
	const spots = (round: Round) => spotsOf(tallyBy({ ...round, cardIds }, ballots.filter(({ roundId }) => roundId === round.id), criterion, baseYear));
	const was = spots(earlier);
	return [...spots(later)].map(([cardId, after]) => {
		const before = was.get(cardId)!;
		return { cardId, before, after, climbed: before.rank === null || after.rank === null ? null : before.rank - after.rank };
	});
}

const spotsOf = ({ cards }: AnyTally): Map<string, Spot> => new Map(cards.map((card: AnyCardTally) => [card.cardId, spotOf(card)]));

function spotOf(card: AnyCardTally): Spot {
	const { rank } = card;
	if ('dots' in card) return { rank, middle: card.share, from: null, to: null, agreed: null, n: card.voters };
	if ('share' in card) return { rank, middle: card.share, from: null, to: null, agreed: null, n: card.n };
	const { n, median, q1, q3 } = card;
	return { rank, n, middle: yearNumber(median), from: yearNumber(q1), to: yearNumber(q3), agreed: 'agreed' in card ? card.agreed : null };
}
