/** Gathers a workshop from IndexedDB into the one document that files and reports are made of. */
import type { Ballot, Round, Source } from '../../src-shared/schemas/records.ts';
import { workshopFileVersion, type WorkshopFile, type WorldLists } from '../../src-shared/schemas/workshopFile.ts';
import { worldTables } from '../../src-shared/schemas/names.ts';
import type { Database } from './database.ts';

/**
 * Everything that another laptop needs: the cards that the workshop uses, the documents that it reads or that its cards
 * come from, each with its text and all its cards, and the workshop's own records.
 * @throws where the workshop is not on this computer.
 */
export function collectWorkshop(database: Database, workshopId: string): Promise<WorkshopFile> {
	// One transaction, so that the file is a moment of the workshop and not two halves of two.
	return database.transaction('r', database.tables, async () => {
		const workshop = await database.workshops.get(workshopId);
		if (!workshop) throw new Error('This workshop is no longer on this computer.');
		const [workshopSources, workshopCards, rounds, ballots, scenarios, clusters, influences, notes, worlds] = await Promise.all([
			database.workshopSources.where('workshopId').equals(workshopId).toArray(),
			database.workshopCards.where('workshopId').equals(workshopId).toArray(),
			database.rounds.where('workshopId').equals(workshopId).toArray(),
			database.ballots.where('workshopId').equals(workshopId).toArray(),
			database.scenarios.where('workshopId').equals(workshopId).toArray(),
			database.clusters.where('workshopId').equals(workshopId).toArray(),
			database.influences.where('workshopId').equals(workshopId).toArray(),
			database.notes.where('workshopId').equals(workshopId).toArray(),
			worldsOf(database, workshopId),
		]);
		const usedIds = unique([workshopCards.map(({ cardId }) => cardId), ...[...rounds, ...scenarios].map(({ cardIds }) => cardIds)].flat());
		const used = present(await database.cards.bulkGet(usedIds));
		const sourceIds = unique([...workshopSources.map(({ sourceId }) => sourceId), ...used.flatMap(({ sourceId }) => sourceId ?? [])]);
		const sources = await withEarlier(database, sourceIds);
		const texts = present(await database.texts.bulkGet(sources.map(({ id }) => id)));
		const ofSources = await database.cards.where('sourceId').anyOf(sources.map(({ id }) => id)).toArray();
		const cards = [...new Map([...ofSources.filter(({ origin }) => origin === 'imported'), ...used].map((card) => [card.id, card])).values()];
		return {
			format: 'longview-workshop', version: workshopFileVersion, savedAt: new Date().toISOString(),
			workshop, sources, texts, cards, workshopSources, workshopCards, rounds, ballots, scenarios, clusters, influences, notes, ...worlds,
		};
	});
}

/** What is made of its worlds, by table. */
export async function worldsOf(database: Database, workshopId: string): Promise<WorldLists> {
	const lists = await Promise.all(worldTables.map(async (table) => [table, await database.table(table).where('workshopId').equals(workshopId).toArray()] as const));
	return Object.fromEntries(lists) as unknown as WorldLists;
}

/** Documents with the versions that they stand in for, which may hold cards that the newer one does not have. */
async function withEarlier(database: Database, ids: readonly string[]): Promise<Source[]> {
	const found = new Map<string, Source>();
	for (let wanted = ids; wanted.length > 0; ) {
		const sources = present(await database.sources.bulkGet([...wanted]));
		for (const source of sources) found.set(source.id, source);
		wanted = unique(sources.flatMap(({ earlier }) => (earlier !== undefined && !found.has(earlier) ? [earlier] : [])));
	}
	return [...found.values()];
}

/** For what leaves the facilitator's hands: votes that the room has not seen yet stay behind. */
export const withoutHiddenVotes = <T extends { rounds: Round[]; ballots: Ballot[] }>(file: T): T => {
	const revealed = new Set(file.rounds.filter(({ state }) => state === 'revealed').map(({ id }) => id));
	return { ...file, ballots: file.ballots.filter(({ roundId }) => revealed.has(roundId)) };
};

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];
const present = <T>(items: readonly (T | undefined)[]): T[] => items.filter((item) => item !== undefined);
