/** Where a workshop uses a card, with the worlds whose texts name it, and all of it in a sentence. */
import { cardsNamedIn } from '../markdown/narrative.ts';
import type { Scenario } from '../schemas/records.ts';
import { inOrder, scenarioUse, usesByRecords, type CardUse, type UsePlace, type UseRecords } from './cardUses.ts';

/** In the order of UsePlace, and within each in that of the workshop. */
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

/** In the order in which they are said. */
const names: Readonly<Record<UsePlace, readonly [one: string, many: string]>> = {
	scenario: ['scenario', 'scenarios'],
	axis: ['axis', 'axes'],
	critical: ['critical uncertainty', 'critical uncertainties'],
	driver: ['driver', 'drivers'],
	wheel: ['futures wheel', 'futures wheels'],
	signpost: ['signpost', 'signposts'],
	cluster: ['cluster', 'clusters'],
};

/** "Used in 2 scenarios, 1 axis and 1 signpost"; null where it is used in nothing. */
export function usesSentence(uses: readonly CardUse[]): string | null {
	const parts = (Object.keys(names) as UsePlace[]).flatMap((place) => {
		const count = uses.filter((use) => use.place === place).length;
		return count === 0 ? [] : [`${count} ${names[place][count === 1 ? 0 : 1]}`];
	});
	if (parts.length === 0) return null;
	return `Used in ${parts.length === 1 ? parts[0] : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`}`;
}
