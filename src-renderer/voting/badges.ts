/** The room's median for each card, for the badges on the canvas and in lists: never a machine score. */
import { tallyRound } from '../../src-shared/domain/tally.ts';
import type { Ballot, Round } from '../../src-shared/schemas/records.ts';

export interface RoundBadge {
	median: number;
	/** The middle half lies within one point: a filled badge; else an open one. */
	agreed: boolean;
	roundTitle: string;
}

interface Voted {
	rounds: { readonly all: readonly Round[] };
	ballots: { readonly all: readonly Ballot[] };
}

export const revealedRounds = ({ rounds }: Pick<Voted, 'rounds'>): Round[] =>
	rounds.all.filter((round) => round.state === 'revealed').sort((a, b) => (a.revealedAt ?? '').localeCompare(b.revealedAt ?? ''));

/** By card: from the latest revealed round in which anyone voted on it. */
export function roundBadges(records: Voted): Map<string, RoundBadge> {
	const badges = new Map<string, RoundBadge>();
	for (const round of revealedRounds(records)) {
		if (!round.criteria.includes('relevancy')) continue;
		for (const { cardId, median, agreed } of tallyRound(round, records.ballots.all).cards) {
			if (median !== null && agreed !== null) badges.set(cardId, { median, agreed, roundTitle: round.title });
		}
	}
	return badges;
}
