/** A card that a workshop starts to use gets its number (S1, C4) once, and keeps it. */
import type { RecordChange } from '../../src-shared/schemas/journal.ts';
import type { Placement, WorkshopCard } from '../../src-shared/schemas/records.ts';
import { changed, created } from './changes.ts';
import type { Records } from './records.svelte.ts';

export const useId = (workshopId: string, cardId: string): string => `${workshopId}/${cardId}`;

/** New uses for those of the cards that the open workshop does not use yet, numbered in the order given. */
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
	const numbers = records.workshopCards.all.map((use) => ({ kind: records.cards.get(use.cardId)?.kind, number: use.number }));
	return [...new Set(cardIds)].flatMap((cardId) => {
		const card = records.cards.get(cardId);
		if (!card || records.uses.has(cardId)) return [];
		const number = 1 + Math.max(0, ...numbers.filter((other) => other.kind === card.kind).map((other) => other.number));
		numbers.push({ kind: card.kind, number });
		return [{ id: useId(workshopId, cardId), workshopId, cardId, number, placement: null }];
	});
}
