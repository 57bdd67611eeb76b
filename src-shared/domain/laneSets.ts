/**
 * Sets of lanes that a canvas can be sorted by: the facilitator's own, STEEP, or the kinds of cards. Changing the set loses
 * no lane: a card remembers where it stood in each set, and one that was never sorted into a set waits in a lane for that.
 */
import { kinds } from '../schemas/names.ts';
import type { Kind } from '../schemas/document.ts';
import type { Lane, LaneSet, Placement, Workshop } from '../schemas/records.ts';

export const steepNames = ['Society', 'Technology', 'Economy', 'Environment', 'Politics'] as const;
const kindLanes: Record<Kind, string> = { signal: 'Signals', concern: 'Concerns', behavior: 'Behaviors', technology: 'Technologies', issue: 'Issues' };

const kindLaneId = (kind: Kind): string => `kind-${kind}`;
/** Where cards wait that nobody has sorted into this set yet: none is guessed. */
export const unsortedId = (set: LaneSet): string => `unsorted-${set}`;

export const laneSetOf = (workshop: Pick<Workshop, 'laneSet'>): LaneSet => workshop.laneSet ?? 'own';

interface Sorted {
	cardId: string;
	kind: Kind;
	placement: Placement;
}

/** @returns the workshop's fields and the placements that change with the set. */
export function withLaneSet(
	workshop: Pick<Workshop, 'lanes' | 'laneSet' | 'otherLanes'>,
	set: LaneSet,
	placed: readonly Sorted[],
): { patch: Pick<Workshop, 'lanes' | 'laneSet' | 'otherLanes'>; placements: Map<string, Placement> } {
	const from = laneSetOf(workshop);
	const others = (workshop.otherLanes ?? []).filter((other) => other.set !== from && other.set !== set);
	const stored = workshop.otherLanes?.find((other) => other.set === set)?.lanes;
	const lanes = (stored ?? freshLanes(set, workshop.lanes)).filter(({ id }) => id !== unsortedId(set));
	const placements = new Map<string, Placement>();
	for (const { cardId, kind, placement } of placed) {
		const known = placement.otherLanes?.[set];
		const before = workshop.lanes.find(({ id }) => id === placement.laneId);
		const sameName = lanes.find(({ name }) => name.toLowerCase() === before?.name.toLowerCase());
		const laneId = set === 'kinds' ? kindLaneId(kind) : (lanes.find(({ id }) => id === known) ?? sameName)?.id ?? unsortedId(set);
		placements.set(cardId, { ...placement, laneId, otherLanes: { ...placement.otherLanes, [from]: placement.laneId } });
	}
	const isUnsorted = [...placements.values()].some(({ laneId }) => laneId === unsortedId(set));
	const all = isUnsorted ? [...lanes, { id: unsortedId(set), name: 'Not sorted yet' }] : lanes;
	return { patch: { lanes: all, laneSet: set, otherLanes: [...others, { set: from, lanes: workshop.lanes }] }, placements };
}

function freshLanes(set: LaneSet, own: readonly Lane[]): Lane[] {
	if (set === 'kinds') return kinds.map((kind) => ({ id: kindLaneId(kind), name: kindLanes[kind] }));
	if (set === 'steep') return steepNames.map((name) => ({ id: `steep-${name.toLowerCase()}`, name }));
	return [...own];
}

/** The lane a card must stand in, whatever is asked for: among the kinds, that of its own kind. */
export function requiredLane(workshop: Pick<Workshop, 'laneSet'>, kind: Kind): string | null {
	return laneSetOf(workshop) === 'kinds' ? kindLaneId(kind) : null;
}
