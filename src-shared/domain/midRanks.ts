/** Ranking with ties, as rank correlation and concordance need it (Kendall 1945, "The treatment of ties in ranking problems"). */

/** Ranks from 1 for the smallest, equal values sharing the mean of their places; `ties` is Σ(t³ − t). */
export function midRanks(row: readonly number[]): { ranks: number[]; ties: number } {
	const order = row.map((_, item) => item).sort((a, b) => row[a]! - row[b]!);
	const ranks = new Array<number>(row.length).fill(0);
	let ties = 0;
	for (let start = 0; start < order.length;) {
		let end = start;
		while (end < order.length && row[order[end]!] === row[order[start]!]) end++;
		const size = end - start;
		for (let place = start; place < end; place++) ranks[order[place]!] = (start + 1 + end) / 2;
		ties += size ** 3 - size;
		start = end;
	}
	return { ranks, ties };
}
