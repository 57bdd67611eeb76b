/** Which cards the picker offers, and in what order: the canvas first, then what the workshop uses, then the library by search. */
import type { Card } from '../../src-shared/schemas/records.ts';
import { byCode, cardFace, type CardFace } from '../db/cardFace.ts';
import type { Records } from '../db/records.svelte.ts';

export interface PickGroup {
	name: string;
	faces: CardFace[];
	/** How many more there are than are shown. */
	more: number;
}

const mostOfLibrary = 20;

/**
 * @param taken cards that feed the scenario already.
 * @param found what a search of the whole library found, and how many cards that is in all.
 */
export function pickGroups(records: Pick<Records, 'cards' | 'uses'>, taken: ReadonlySet<string>, query: string, found: { cards: readonly Card[]; total: number }): PickGroup[] {
	const words = query.toLowerCase().split(/\s+/).filter(Boolean);
	const faceOf = (id: string) => cardFace(records, id);
	const matches = (card: Card | undefined, code: string | null) => {
		const text = `${code ?? ''} ${card?.name ?? ''} ${card?.description ?? ''}`.toLowerCase();
		return words.every((word) => text.includes(word));
	};
	const uses = [...records.uses.values()].filter(({ cardId }) => !taken.has(cardId));
	const offered = (placed: boolean) =>
		uses
			.filter((use) => (use.placement !== null) === placed)
			.flatMap((use) => faceOf(use.cardId) ?? [])
			.filter((face) => matches(records.cards.get(face.id), face.code))
			.sort(byCode);
	const others = words.length === 0 ? [] : found.cards.filter((card) => !records.uses.has(card.id) && !taken.has(card.id));
	const unseen = found.total - found.cards.length;
	return [
		{ name: 'On the canvas', faces: offered(true), more: 0 },
		{ name: 'Used in this workshop', faces: offered(false), more: 0 },
		{ name: 'In the library', faces: others.slice(0, mostOfLibrary).flatMap(({ id }) => faceOf(id) ?? []), more: Math.max(0, others.length - mostOfLibrary) + unseen },
	].filter(({ faces }) => faces.length > 0);
}
