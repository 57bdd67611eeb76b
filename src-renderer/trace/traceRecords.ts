/** The window's records in the shape of a workshop file, for the rules that trace cards. */
import type { TraceRecords } from '../../src-shared/domain/trace.ts';
import type { Records } from '../db/records.svelte.ts';

/** @param texts of the sources that are quoted, by their ids. */
export function traceRecords(records: Records, texts: ReadonlyMap<string, string>): TraceRecords | null {
	const { workshop } = records;
	if (!workshop) return null;
	return {
		workshop, sources: records.sources.all, cards: records.cards.all, workshopCards: records.workshopCards.all, rounds: records.rounds.all, ballots: records.ballots.all,
		texts: [...texts].map(([id, text]) => ({ id, text })),
	};
}
