/** What a part of a page in the preview leads to: a card's trace, that of a passage of a world, or another page. */
import { cardCode } from '../../src-shared/domain/cardCode.ts';
import { passagesOf } from '../../src-shared/domain/passages.ts';
import { cardLink } from '../../src-shared/domain/trace.ts';
import type { Desk } from '../desk.svelte.ts';
import type { Records } from '../db/records.svelte.ts';
import type { Spot } from './pages/messages.ts';

export interface Lead {
	/** As it is announced and shown beside the pointer. */
	label: string;
	to: { traced: NonNullable<Desk['traced']> } | { page: number };
}

/** Longer beginnings say no more. */
const longest = 60;

/** @returns what each spot leads to; null for a name that nothing of the workshop has any more. */
export function leadsOf(records: Records): (spot: Pick<Spot, 'name' | 'page'>) => Lead | null {
	const traces = new Map<string, Lead>();
	for (const { cardId, number } of records.workshopCards.all) {
		const card = records.cards.get(cardId);
		if (card) traces.set(cardLink(cardId), { label: `Trace ${cardCode(card.kind, number)} ${card.name}`, to: { traced: { cardId } } });
	}
	for (const scenario of records.scenarios.all) {
		for (const { link, place, sentences } of passagesOf(scenario)) {
			const text = sentences.map((sentence) => sentence.text).join(' ');
			const words = text.length <= longest ? text : `${text.slice(0, longest).replace(/\s+\S*$/, '')}…`;
			traces.set(link, { label: `Trace “${words}”`, to: { traced: { scenarioId: scenario.id, place } } });
		}
	}
	return ({ name, page }) => traces.get(name) ?? (page === null ? null : { label: `Go to page ${page}`, to: { page } });
}
