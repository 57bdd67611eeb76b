/** What the canvas says: labels of undo steps, names for assistive technology, sentences for the live region. */
import { yearName } from '../../src-shared/domain/criterionWords.ts';
import { dateLabel } from '../../src-shared/domain/horizon.ts';
import type { TimingQuartiles } from '../../src-shared/domain/timing.ts';
import type { Kind } from '../../src-shared/schemas/document.ts';
import type { Lane, Placement } from '../../src-shared/schemas/records.ts';
import { kindNames } from '../ui/kinds.ts';

export interface Badge {
	median: number;
	agreed: boolean;
	/** The criterion, where it is not relevancy. */
	of?: string;
}

interface Named {
	kind: Kind;
	code: string;
	name: string;
}

export const laneName = (lanes: readonly Lane[], laneId: string): string =>
	(lanes.find(({ id }) => id === laneId) ?? lanes[0])?.name ?? '';

/** "Signal S1, Rise of European AI Startups, 2029 Q4, Markets & capital". */
export function cardName(card: Named, date: string, lane: string): string {
	return `${kindNames[card.kind]} ${card.code}, ${card.name}, ${date}, ${lane}`;
}

export const badgeName = ({ median, agreed, of }: Badge): string => `median ${of ? `${of} ` : ''}${median}, ${agreed ? 'agreed' : 'contested'}`;

/** "the room says 2029 Q4, half of it between 2028 Q4 and 2031 Q1". */
export function timingName(baseYear: number, { q1, median, q3 }: TimingQuartiles): string {
	const [from, middle, to] = [q1, median, q3].map((year) => yearName(baseYear, year));
	return from === to ? `the room says ${middle}` : `the room says ${middle}, half of it between ${from} and ${to}`;
}

export const impactName = (impact: number | undefined): string => (impact ? `impact ${impact}` : 'no impact said');

/** "T5, 2033 Q2, Technology". */
export function spokenPlace(code: string, baseYear: number, lanes: readonly Lane[], { at, laneId }: Placement): string {
	return `${code}, ${dateLabel(baseYear, at)}, ${laneName(lanes, laneId)}`;
}

/** The undo step of one card: "Place S1 at 2029 Q4". */
export function placingLabel(code: string, baseYear: number, lanes: readonly Lane[], from: Placement | null, to: Placement | null): string {
	if (to === null) return `Take ${code} back to the library`;
	const date = dateLabel(baseYear, to.at);
	if (from === null) return `Place ${code} at ${date}`;
	return from.laneId === to.laneId ? `Move ${code} to ${date}` : `Move ${code} to ${date}, ${laneName(lanes, to.laneId)}`;
}
