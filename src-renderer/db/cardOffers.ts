/** Which cards a picker offers, and in what order: those that the work at hand asks for, then the canvas, the workshop, and the library by search. */
import type { Card } from '../../src-shared/schemas/records.ts';
import { byCode, cardFace, type CardFace } from './cardFace.ts';
import type { Records } from './records.svelte.ts';

export interface OfferGroup {
	name: string;
	faces: CardFace[];
	/** How many more there are than are shown. */
	more: number;
}

interface Offer {
	/** Groups that come first, with the ids of their cards in order; a card is in the first of them that has it. */
	first: readonly { name: string; cardIds: readonly string[] }[];
	/** Cards that are not offered. */
	taken: ReadonlySet<string>;
	query: string;
	/** What a search of the whole library found, and how many cards that is in all. */
	found: { cards: readonly Card[]; total: number };
}

const mostOfLibrary = 20;

export function offerGroups(records: Pick<Records, 'cards' | 'uses'>, { first, taken, query, found }: Offer): OfferGroup[] {
	const words = query.toLowerCase().split(/\s+/).filter(Boolean);
	const offered = new Set(taken);
	const faces = (cardIds: readonly string[]): CardFace[] =>
		cardIds.flatMap((id) => {
			const face = cardFace(records, id);
			const text = `${face?.code ?? ''} ${face?.name ?? ''} ${records.cards.get(id)?.description ?? ''}`.toLowerCase();
			if (!face || offered.has(id) || !words.every((word) => text.includes(word))) return [];
			offered.add(id);
			return [face];
		});
	const used = (placed: boolean) => [...records.uses.values()].filter(({ placement }) => (placement !== null) === placed).map(({ cardId }) => cardId);
	const groups = [
		...first.map(({ name, cardIds }) => ({ name, faces: faces(cardIds), more: 0 })),
		{ name: 'On the canvas', faces: faces(used(true)).sort(byCode), more: 0 },
		{ name: 'Used in this workshop', faces: faces(used(false)).sort(byCode), more: 0 },
	];
	const others = words.length === 0 ? [] : found.cards.filter(({ id }) => !offered.has(id) && !records.uses.has(id));
	const library = others.slice(0, mostOfLibrary).flatMap(({ id }) => cardFace(records, id) ?? []);
	const unseen = words.length === 0 ? 0 : found.total - found.cards.length;
	return [...groups, { name: 'In the library', faces: library, more: Math.max(0, others.length - mostOfLibrary) + unseen }].filter(({ faces }) => faces.length > 0);
}
