/** A card's short code in the open workshop; for a card that it does not use yet, the one it will get. */
import { cardCode, nextNumber } from '../../src-shared/domain/cardCode.ts';
import type { Records } from '../db/records.svelte.ts';

export function codeOf(records: Records, cardId: string): string | null {
	const card = records.cards.get(cardId);
	if (!card) return null;
	const used = records.uses.get(cardId)?.number;
	return cardCode(card.kind, used ?? nextNumber(card.kind, numbers(records)));
}

function* numbers(records: Records) {
	for (const use of records.workshopCards.all) {
		const kind = records.cards.get(use.cardId)?.kind;
		if (kind) yield { kind, number: use.number };
	}
}
