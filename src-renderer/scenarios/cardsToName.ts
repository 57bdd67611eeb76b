/** The cards that a world's texts may name: feeding ones first, then those on the canvas, then the others that the workshop uses. */
import type { Scenario } from '../../src-shared/schemas/records.ts';
import type { App } from '../context.ts';
import { cardFace } from '../db/cardFace.ts';
import { offerGroups } from '../db/cardOffers.ts';
import type { RichCards } from '../ui/richText/cards.ts';

export function cardsToName({ records }: Pick<App, 'records'>, scenario: Pick<Scenario, 'cardIds'>): RichCards {
	const feeding = { first: [{ name: 'Feeding this world', cardIds: scenario.cardIds }], taken: new Set<string>(), query: '', found: { cards: [], total: 0 } };
	const offered = () => offerGroups(records, feeding).map(({ name, faces }) => ({ name, cards: faces }));
	return { face: (id) => cardFace(records, id), offered };
}
