/** Which card comes before and after another in the inspector. */
import { kinds } from '../../src-shared/schemas/document.ts';
import type { Card, WorkshopCard } from '../../src-shared/schemas/records.ts';

interface Cards {
	cards: { get(id: string): Card | undefined; all: readonly Card[] };
	uses: ReadonlyMap<string, WorkshopCard>;
}

/** The workshop's cards by their codes, S1 S2 … I5; a card that it does not use walks through its own document. */
export function neighbours(records: Cards, cardId: string, given?: readonly string[]): { previous: string | null; next: string | null } {
	const order = given?.includes(cardId) ? given : records.uses.has(cardId) ? byCode(records) : ofSameSource(records, cardId);
	const at = order.indexOf(cardId);
	if (at === -1) return { previous: null, next: null };
	return { previous: order[at - 1] ?? null, next: order[at + 1] ?? null };
}

function byCode({ cards, uses }: Cards): string[] {
	const place = (use: WorkshopCard) => {
		const card = cards.get(use.cardId);
		return card ? kinds.indexOf(card.kind) * 1e6 + use.number : Infinity;
	};
	return [...uses.values()].sort((a, b) => place(a) - place(b)).map(({ cardId }) => cardId);
}

function ofSameSource({ cards, uses }: Cards, cardId: string): string[] {
	const sourceId = cards.get(cardId)?.sourceId;
	if (sourceId === undefined || sourceId === null) return [cardId];
	return cards.all
		.filter((card) => card.sourceId === sourceId && !uses.has(card.id))
		.sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
		.map(({ id }) => id);
}
