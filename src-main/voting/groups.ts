/** Which of the facilitator's groups may be named with the ballots of a round: small ones would name a person. */
import { shownGroups } from '../../src-shared/domain/groups.ts';

/**
 * The groups to leave out, by the rule that results are shown by: those under three, and where all that is left out would
 * still be one or two people, whom anyone finds by subtracting the others from the whole, the next smallest with them.
 * @param sizes voters of the round by group; those without one under null.
 */
export function hiddenGroups(sizes: ReadonlyMap<string | null, number>): Set<string> {
	const named = new Map([...sizes].flatMap(([group, size]): [string, number][] => (group === null || size === 0 ? [] : [[group, size]])));
	const shown = shownGroups(named, sizes.get(null) ?? 0);
	return new Set([...named.keys()].filter((group) => !shown.has(group)));
}
