/**
 * Where a workshop uses a card: the way back from the card to the worlds, axes and signposts that rest on it. What only a
 * text says of it is in cardsInTexts.ts, because reading texts takes a reader of Markdown, and the window starts without one.
 */
import type { Scenario } from '../schemas/records.ts';
import type { WorkshopFile } from '../schemas/workshopFile.ts';

/** A workshop file as it is, or the same records from elsewhere. */
export type UseRecords = Pick<WorkshopFile, 'workshop' | 'scenarios' | 'clusters' | 'drivers' | 'consequences' | 'signposts'>;

export type UsePlace = 'scenario' | 'axis' | 'critical' | 'driver' | 'wheel' | 'signpost' | 'cluster';

export interface CardUse {
	place: UsePlace;
	/** Of the record; for an axis "across" or "up", for a wheel and a critical uncertainty the card's own. */
	id: string;
	/** What the record is called; empty where nobody named it. */
	title: string;
	/** For a scenario: whether the card feeds it, and whether its texts name it. */
	feeds?: boolean;
	named?: boolean;
}

/** What rests on the card by a record of its own. In the order of UsePlace, and within each in that of the workshop. */
export function usesByRecords(records: UseRecords, cardId: string): CardUse[] {
	const { workshop, scenarios, clusters, drivers, consequences, signposts } = records;
	const { across, up } = workshop.axes ?? { across: null, up: null };
	const axes = [['across', across], ['up', up]] as const;
	const wheel = consequences.filter((one) => one.cardId === cardId);
	return [
		...inOrder(scenarios).flatMap((scenario): CardUse[] => (scenario.cardIds.includes(cardId) ? [scenarioUse(scenario, { feeds: true, named: false })] : [])),
		...axes.flatMap(([id, axis]): CardUse[] => (axis?.cardId === cardId ? [{ place: 'axis', id, title: [axis.low.trim(), axis.high.trim()].filter(Boolean).join(' – ') }] : [])),
		...(workshop.critical?.includes(cardId) ? [{ place: 'critical', id: cardId, title: '' } as const] : []),
		...inOrder(drivers).flatMap((driver): CardUse[] => (driver.cardId === cardId ? [{ place: 'driver', id: driver.id, title: driver.name.trim() }] : [])),
		...(wheel.length > 0 ? [{ place: 'wheel', id: cardId, title: '' } as const] : []),
		...inOrder(signposts).flatMap((signpost): CardUse[] => (signpost.cardId === cardId ? [{ place: 'signpost', id: signpost.id, title: signpost.title.trim() }] : [])),
		...clusters.flatMap((cluster): CardUse[] => (cluster.cardIds.includes(cardId) ? [{ place: 'cluster', id: cluster.id, title: cluster.name.trim() }] : [])),
	];
}

export const scenarioUse = ({ id, title }: Pick<Scenario, 'id' | 'title'>, how: { feeds: boolean; named: boolean }): CardUse => ({ place: 'scenario', id, title: title.trim(), ...how });

export const inOrder = <T extends { order: number }>(list: readonly T[]): T[] => [...list].sort((a, b) => a.order - b.order);
