/** What IndexedDB knows of cards and sources beyond what is in memory: who uses them in all workshops, and which cards a source has. */
import { importedCardId } from '../../src-shared/domain/documentRecords.ts';
import type { Card, Source, WorkshopCard, WorkshopSource } from '../../src-shared/schemas/records.ts';
import type { Database } from './database.ts';

export function usesOf(database: Database, cardIds: readonly string[]): Promise<WorkshopCard[]> {
	return database.workshopCards.where('cardId').anyOf(cardIds).toArray();
}

/** Who reads any of the sources, in all workshops. */
export async function readersOfAll(database: Database, sourceIds: readonly string[]): Promise<WorkshopSource[]> {
	const workshops = await database.workshops.toCollection().primaryKeys();
	const rows = await database.workshopSources.bulkGet(workshops.flatMap((workshop) => sourceIds.map((id) => `${workshop}/${id}`)));
	return rows.filter((row) => row !== undefined);
}

/** @returns those of the cards that any workshop uses: on its canvas, in a round or in a scenario. */
export async function usedAmong(database: Database, cardIds: readonly string[]): Promise<Set<string>> {
	const asked = new Set(cardIds);
	const [uses, rounds, scenarios] = await Promise.all([usesOf(database, cardIds), database.rounds.toArray(), database.scenarios.toArray()]);
	return new Set([...uses.map(({ cardId }) => cardId), ...[...rounds, ...scenarios].flatMap((row) => row.cardIds.filter((id) => asked.has(id)))]);
}

/** A source with the versions that it stands in for, the latest first. */
export async function versionsOf(database: Database, source: Source): Promise<Source[]> {
	const versions = [source];
	for (let next = source.earlier; next !== undefined && !versions.some(({ id }) => id === next); next = versions.at(-1)!.earlier) {
		const earlier = await database.sources.get(next);
		if (!earlier) break;
		versions.push(earlier);
	}
	return versions;
}

/** In no particular order; clipped ones too. */
export function cardsOfSources(database: Database, sourceIds: readonly string[]): Promise<Card[]> {
	return database.cards.where('sourceId').anyOf(sourceIds).toArray();
}

/** The cards that came with the sources, wherever they are now. */
export function cardsBroughtBy(database: Database, sources: readonly Source[]): Promise<Card[]> {
	return database.cards.where('id').anyOf(sources.flatMap(({ id, cardCount }) => Array.from({ length: cardCount }, (_, at) => importedCardId(id, at)))).toArray();
}

/** @returns those of the ids that the library has a card for. */
export async function knownCards(database: Database, ids: readonly string[]): Promise<Set<string>> {
	return new Set(await database.cards.where('id').anyOf(ids).primaryKeys());
}
