/** The cards that a world's texts may name: feeding ones first, then those on the canvas, then the others that the workshop uses. */
import type { Scenario } from '../../src-shared/schemas/records.ts';
import type { App } from '../context.ts';
import { byCode, cardFace, cardFaces, type CardFace } from '../db/cardFace.ts';
import type { RichCards } from '../ui/richText/cards.ts';

export function cardsToName({ records }: Pick<App, 'records'>, scenario: Pick<Scenario, 'cardIds'>): RichCards {
	const fed = new Set(scenario.cardIds);
	const others = [...records.uses.values()].filter(({ cardId }) => !fed.has(cardId));
	const faces = (placed: boolean): CardFace[] => others.filter(({ placement }) => (placement !== null) === placed).flatMap(({ cardId }) => cardFace(records, cardId) ?? []).sort(byCode);
	const offered = () => [{ name: 'Feeding this world', cards: cardFaces(records, scenario.cardIds) }, { name: 'On the canvas', cards: faces(true) }, { name: 'Used in this workshop', cards: faces(false) }];
	return { face: (id) => cardFace(records, id), offered };
}
