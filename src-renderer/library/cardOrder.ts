/** Which card comes before and after another in the inspector. */
import type { Card, WorkshopCard } from '../../src-shared/schemas/records.ts';
import { byCode, cardFaces } from '../db/cardFace.ts';

interface Cards {
	cards: { get(id: string): Card | undefined; all: readonly Card[] };
	uses: ReadonlyMap<string, WorkshopCard>;
}

/** The workshop's cards by their codes, S1 S2 … I5; a card that it does not use walks through its own document. */
export function neighbours(records: Cards, cardId: string, given?: readonly string[]): { previous: string | null; next: string | null } {
	const order = given?.includes(cardId) ? given : records.uses.has(cardId) ? inUse(records) : ofSameSource(records, cardId);
	const at = order.indexOf(cardId);
	if (at === -1) return { previous: null, next: null };
	return { previous: order[at - 1] ?? null, next: order[at + 1] ?? null };
}

const inUse = (records: Cards): string[] => cardFaces(records, [...records.uses.keys()]).sort(byCode).map(({ id }) => id);

function ofSameSource({ cards, uses }: Cards, cardId: string): string[] {
	const sourceId = cards.get(cardId)?.sourceId;
	if (sourceId === undefined || sourceId === null) return [cardId];
	return cards.all
		.filter((card) => card.sourceId === sourceId && !uses.has(card.id))
		.sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
		.map(({ id }) => id);
}
