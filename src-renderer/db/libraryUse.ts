/** Who uses a card or reads a source, in all workshops: memory holds only those of the open one. */
import type { WorkshopCard, WorkshopSource } from '../../src-shared/schemas/records.ts';
import type { Database } from './database.ts';

export function usesOf(database: Database, cardIds: readonly string[]): Promise<WorkshopCard[]> {
	return database.workshopCards.where('cardId').anyOf(cardIds).toArray();
}

export function readersOf(database: Database, sourceId: string): Promise<WorkshopSource[]> {
	return database.workshopSources.filter((row) => row.sourceId === sourceId).toArray();
}
