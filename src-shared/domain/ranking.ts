/** The room's order of cards: equal ones share a rank, and those without votes have none. */

export interface Ranked {
	/** From 1; cards that are equal share it, and the next rank is left out. Null without votes. */
	rank: number | null;
	tied: boolean;
}

/** @param compare below 0 where the first comes first; cards without votes have to come last. */
export function ranked<T>(tallies: readonly T[], compare: (a: T, b: T) => number, isVoted: (tally: T) => boolean): (T & Ranked)[] {
	// Array.sort is stable, so cards with equal votes keep the round's order whatever their names.
	const sorted = [...tallies].sort(compare);
	let current = 0;
	return sorted.map((tally, index) => {
		const isLike = (other: T | undefined) => other !== undefined && compare(tally, other) === 0;
		if (!isLike(sorted[index - 1])) current = index + 1;
		const voted = isVoted(tally);
		return { ...tally, rank: voted ? current : null, tied: voted && (isLike(sorted[index - 1]) || isLike(sorted[index + 1])) };
	});
}

/** The larger first; what has no figure comes last. Infinity is a figure. */
export function largerFirst(a: number | null, b: number | null): number {
	if (a === null || b === null) return Number(a === null) - Number(b === null);
	return a === b ? 0 : b > a ? 1 : -1;
}

export const smallerFirst = (a: number | null, b: number | null): number => (a === null || b === null ? largerFirst(a, b) : -largerFirst(a, b) || 0);
