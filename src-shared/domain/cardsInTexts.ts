/** Where a workshop uses a card, with the worlds whose texts name it. */
import { cardsNamedIn } from '../markdown/narrative.ts';
import type { Scenario } from '../schemas/records.ts';
import { inOrder, scenarioUse, usesByRecords, type CardUse, type UseRecords } from './cardUses.ts';

/** In the order of usePlaces, and within each in that of the workshop. */
export function usesOf(records: UseRecords, cardId: string): CardUse[] {
	const scenarios = inOrder(records.scenarios).flatMap((scenario): CardUse[] => {
		const how = { feeds: scenario.cardIds.includes(cardId), named: isNamedIn(scenario, cardId) };
		return how.feeds || how.named ? [scenarioUse(scenario, how)] : [];
	});
	return [...scenarios, ...usesByRecords({ ...records, scenarios: [] }, cardId)];
}

function isNamedIn({ narrative, summary, implications, winners, losers }: Scenario, cardId: string): boolean {
	return [narrative, summary, implications, winners, losers].some((text) => text !== undefined && text.includes('card:') && cardsNamedIn(text).includes(cardId));
}
