/**
 * Spearman's rank correlation ρ (Spearman 1904, "The proof and measurement of association between two things"): the correlation
 * of the ranks of two lists of values, with mid-ranks for ties (Kendall 1945), so that the shortcut by squared differences,
 * which holds without ties only, is not used: ρ = Σ(rᵢ − r̄)(sᵢ − s̄) / √[Σ(rᵢ − r̄)² · Σ(sᵢ − s̄)²].
 */
import type { Undefined } from './kendall.ts';
import { midRanks } from './midRanks.ts';

export interface RankCorrelation {
	/** −1 to 1. */
	rho: number;
	/** How many pairs it was computed from. */
	n: number;
}

/** With two pairs it can only be 1 or −1. */
export const fewestPairs = 3;

/** @param pairs what each person gave the one and the other. */
export function spearman(pairs: readonly (readonly [number, number])[]): RankCorrelation | Undefined {
	const n = pairs.length;
	if (n < fewestPairs) return { undefined: `Fewer than ${fewestPairs} people rated both cards.` };
	const [a, b] = [0, 1].map((side) => midRanks(pairs.map((pair) => pair[side]!)).ranks) as [number[], number[]];
	const mean = (n + 1) / 2;
	const products = (x: readonly number[], y: readonly number[]) => x.reduce((sum, value, index) => sum + (value - mean) * (y[index]! - mean), 0);
	const spread = products(a, a) * products(b, b);
	if (spread === 0) return { undefined: 'Everyone gave one of the two cards the same rating, so there is nothing that could move together.' };
	return { rho: Math.min(1, Math.max(-1, products(a, b) / Math.sqrt(spread))), n };
}
