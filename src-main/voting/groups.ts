/** Which of the facilitator's groups may be named with the ballots of a round: small ones would name a person. */

/** A group of fewer people is in no record. */
export const smallestGroup = 3;

/**
 * The groups to leave out. Those under three are; and where all that is left out would still be one or two people, whom
 * anyone finds by subtracting the others from the whole, the next smallest groups are left out with them.
 * @param sizes voters of the round by group; those without one under null.
 */
export function hiddenGroups(sizes: ReadonlyMap<string | null, number>): Set<string> {
	const named = [...sizes].flatMap(([group, size]) => (group === null || size === 0 ? [] : [{ group, size }]));
	// By name where sizes are equal, so that collecting a second time gives the same.
	named.sort((a, b) => a.size - b.size || (a.group < b.group ? -1 : 1));
	const hidden = new Set<string>();
	let people = sizes.get(null) ?? 0;
	for (const { group, size } of named) {
		if (size >= smallestGroup && (people === 0 || people >= smallestGroup)) break;
		hidden.add(group);
		people += size;
	}
	return hidden;
}
