/**
 * Consensus on an ordered scale, from 0 (the room is split between the two ends) to 1 (everyone says the same):
 * Tastle & Wierman (2007), "Consensus and dissention: a measure of ordinal dispersion".
 */

/** @param counts how many votes each point of the scale has, from its lowest. @returns null when there are no votes. */
export function consensus(counts: readonly number[]): number | null {
	const n = counts.reduce((sum, count) => sum + count, 0);
	if (n === 0) return null;
	const width = counts.length - 1;
	if (width === 0) return 1;
	const mean = counts.reduce((sum, count, index) => sum + count * index, 0) / n;
	let result = 1;
	counts.forEach((count, index) => {
		if (count > 0) result += (count / n) * Math.log2(1 - Math.abs(index - mean) / width);
	});
	// Rounding can leave a hair below 0 or above 1.
	return Math.min(1, Math.max(0, result));
}
