/**
 * Kendall's coefficient of concordance W: how far the room puts the cards in the same order, from 0 (not at all) to 1
 * (the same). Kendall & Babington Smith (1939), "The problem of m rankings", with mid-ranks and the correction for ties.
 */
import { midRanks } from './midRanks.ts';

export interface Concordance {
	w: number;
	/** m(n − 1)W. */
	chiSquare: number;
	/** Degrees of freedom, n − 1. */
	df: number;
	/** How many rated every item (m); the others are left out. */
	raters: number;
	items: number;
}

/** Why there is no W, as a sentence. */
export interface Undefined {
	undefined: string;
}

export interface NoConcordance extends Undefined {
	/** The same for those who say it in words of their own. */
	why: 'people' | 'cards' | 'ties';
}

/** @param ratings one row per rater, one column per item; null where the rater gave no number. */
export function kendallW(ratings: readonly (readonly (number | null)[])[]): Concordance | NoConcordance {
	const complete = ratings.filter((row): row is readonly number[] => row.every((value) => value !== null));
	const m = complete.length;
	const n = complete[0]?.length ?? 0;
	if (m < 2) return { undefined: 'Fewer than two people rated every card.', why: 'people' };
	if (n < 2) return { undefined: 'There are fewer than two cards to put in order.', why: 'cards' };
	const sums = new Array<number>(n).fill(0);
	let ties = 0;
	for (const row of complete) {
		const ranked = midRanks(row);
		ranked.ranks.forEach((rank, item) => (sums[item]! += rank));
		ties += ranked.ties;
	}
	const expected = (m * (n + 1)) / 2;
	const s = sums.reduce((sum, r) => sum + (r - expected) ** 2, 0);
	const denominator = m * m * (n ** 3 - n) - m * ties;
	if (denominator === 0)
		return { undefined: 'Everyone gave all cards the same rating, so there is no order to compare.', why: 'ties' };
	const w = (12 * s) / denominator;
	return { w, chiSquare: m * (n - 1) * w, df: n - 1, raters: m, items: n };
}
