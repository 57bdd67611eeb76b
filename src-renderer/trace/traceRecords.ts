/** The window's records in the shape of a workshop file, for the rules that trace cards and find their uses. */
import type { UseRecords } from '../../src-shared/domain/cardUses.ts';
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

export function useRecords(records: Records): UseRecords | null {
	const { workshop } = records;
	if (!workshop) return null;
	const { scenarios, clusters, drivers, consequences, signposts } = records;
	return { workshop, scenarios: scenarios.all, clusters: clusters.all, drivers: drivers.all, consequences: consequences.all, signposts: signposts.all };
}
