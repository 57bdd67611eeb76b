/** What IndexedDB knows of cards and sources beyond what is in memory: who uses them in all workshops, and which cards a source has. */
import type { Card, WorkshopCard, WorkshopSource } from '../../src-shared/schemas/records.ts';
import type { Database } from './database.ts';

export function usesOf(database: Database, cardIds: readonly string[]): Promise<WorkshopCard[]> {
	return database.workshopCards.where('cardId').anyOf(cardIds).toArray();
}

export function readersOf(database: Database, sourceId: string): Promise<WorkshopSource[]> {
	return database.workshopSources.filter((row) => row.sourceId === sourceId).toArray();
}

/** In no particular order; clipped ones too. */
export function cardsOfSources(database: Database, sourceIds: readonly string[]): Promise<Card[]> {
	return database.cards.where('sourceId').anyOf(sourceIds).toArray();
}

/** @returns those of the ids that the library has a card for. */
export async function knownCards(database: Database, ids: readonly string[]): Promise<Set<string>> {
	return new Set(await database.cards.where('id').anyOf(ids).primaryKeys());
}
