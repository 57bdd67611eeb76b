/**
 * Quartiles as Hyndman & Fan (1996), "Sample quantiles in statistical packages", define their type 7: the rule of R,
 * NumPy and spreadsheets, fixed here so that every screen and report shows the same figure.
 */
export interface Quartiles {
	q1: number;
	median: number;
	q3: number;
	/** The middle half of the values: q3 − q1. */
	iqr: number;
}

/** On five points the customary threshold of consensus (Rayens & Hahn 2000). */
export const agreedIqr = 1;

/** @param values in any order. @returns null when there are none. */
export function quartiles(values: readonly number[]): Quartiles | null {
	if (values.length === 0) return null;
	const sorted = [...values].sort((a, b) => a - b);
	const q1 = quantile(sorted, 0.25);
	const q3 = quantile(sorted, 0.75);
	return { q1, median: quantile(sorted, 0.5), q3, iqr: q3 - q1 };
}

function quantile(sorted: readonly number[], p: number): number {
	const position = (sorted.length - 1) * p;
	const lower = Math.floor(position);
	const below = sorted[lower]!;
	const above = sorted[Math.min(lower + 1, sorted.length - 1)]!;
	return below + (position - lower) * (above - below);
}
