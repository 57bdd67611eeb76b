/** A card that a workshop starts to use gets its number (S1, C4) once, and keeps it. */
import type { Kind } from '../../src-shared/schemas/document.ts';
import type { RecordChange } from '../../src-shared/schemas/journal.ts';
import type { Placement, WorkshopCard } from '../../src-shared/schemas/records.ts';
import { changed, created } from './changes.ts';
import type { Records } from './records.svelte.ts';

export const useId = (workshopId: string, cardId: string): string => `${workshopId}/${cardId}`;

/** New uses for those of the cards, which are at hand, that the open workshop does not use yet, numbered in the order given. */
export function startUsing(records: Records, cardIds: readonly string[]): RecordChange[] {
	return newUses(records, cardIds).map((use) => created('workshopCards', use));
}

/** Places cards, using them first where the workshop did not; `null` takes a card off the canvas and leaves it its number. */
export function placing(records: Records, placements: ReadonlyMap<string, Placement | null>): RecordChange[] {
	const fresh = new Map(newUses(records, [...placements.keys()]).map((use) => [use.cardId, use]));
	return [...placements].flatMap(([cardId, placement]) => {
		const use = fresh.get(cardId);
		if (use) return [created('workshopCards', { ...use, placement })];
		const known = records.uses.get(cardId);
		return known ? [changed('workshopCards', known, { placement })] : [];
	});
}

function newUses(records: Records, cardIds: readonly string[]): WorkshopCard[] {
	const workshopId = records.openWorkshopId;
	if (workshopId === null) return [];
	const highest = new Map<Kind, number>();
	for (const { cardId, number } of records.workshopCards.all) {
		const kind = records.cards.get(cardId)?.kind;
		if (kind) highest.set(kind, Math.max(highest.get(kind) ?? 0, number));
	}
	return [...new Set(cardIds)].flatMap((cardId) => {
		const card = records.cards.get(cardId);
		if (!card || records.uses.has(cardId)) return [];
		const number = 1 + (highest.get(card.kind) ?? 0);
		highest.set(card.kind, number);
		return [{ id: useId(workshopId, cardId), workshopId, cardId, number, placement: null }];
	});
}
