/**
 * What the room has said of each card so far, for the canvas, its table and the big screen. The one gate before them: a round
 * that is not revealed is not even looked at, so that nothing of it can show.
 */
import type { Ballot, Round } from '../schemas/records.ts';
import { consensus } from './consensus.ts';
import { tallyRound, type CardTally } from './tally.ts';
import { timingQuartiles, type TimingQuartiles } from './timing.ts';

export interface RelevancyResult {
	median: number;
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
}

/** Each from the latest revealed round in which anyone answered it; null where there is none. */
export interface RoomResult {
	cardId: string;
	relevancy: RelevancyResult | null;
	timing: TimingResult | null;
}

/** By card; cards that no revealed round says anything of are left out. */
export function roomResults(rounds: readonly Round[], ballots: readonly Ballot[]): Map<string, RoomResult> {
	const revealed = rounds.filter(({ state }) => state === 'revealed').sort((a, b) => (a.revealedAt ?? '').localeCompare(b.revealedAt ?? ''));
	const results = new Map<string, RoomResult>();
	const add = (cardId: string, patch: Partial<RoomResult>) =>
		results.set(cardId, { ...(results.get(cardId) ?? { cardId, relevancy: null, timing: null }), ...patch });
	for (const round of revealed) {
		const own = ballots.filter(({ roundId }) => roundId === round.id);
		if (round.criteria.includes('relevancy')) {
			for (const tally of tallyRound(round, own).cards) {
				const relevancy = relevancyOf(tally, round.title);
				if (relevancy) add(tally.cardId, { relevancy });
			}
		}
		if (!round.criteria.includes('timing')) continue;
		for (const [cardId, values] of yearsByCard(round, own)) {
			const timing = timingQuartiles(values);
			if (timing) add(cardId, { timing: { ...timing, roundTitle: round.title } });
		}
	}
	return results;
}

function relevancyOf({ median, iqr, agreed, n, histogram }: CardTally, roundTitle: string): RelevancyResult | null {
	if (median === null || iqr === null || agreed === null) return null;
	return { median, iqr, agreed, n, consensus: consensus(histogram) ?? 1, roundTitle };
}

function yearsByCard({ cardIds }: Round, ballots: readonly Ballot[]): Map<string, Ballot['value'][]> {
	const asked = new Set(cardIds);
	// One answer of each participant: the last one counts.
	const answers = new Map<string, Map<string, Ballot['value']>>();
	for (const { cardId, criterion, participant, value } of ballots) {
		if (criterion !== 'timing' || !asked.has(cardId)) continue;
		answers.set(cardId, (answers.get(cardId) ?? new Map<string, Ballot['value']>()).set(participant, value));
	}
	return new Map([...answers].map(([cardId, byVoter]) => [cardId, [...byVoter.values()]]));
}

/** Those on which the middle half of the room lies more than a point apart, the widest apart first. */
export function contestedFirst(results: Iterable<RoomResult>): RoomResult[] {
	return [...results]
		.filter(({ relevancy }) => relevancy !== null && !relevancy.agreed)
		.sort((a, b) => b.relevancy!.iqr - a.relevancy!.iqr || a.relevancy!.consensus - b.relevancy!.consensus);
}
