/** The order in which this phone shows the cards: another for each phone, so that no card is always the last and hurried one. */

/** FNV-1a (Fowler, Noll & Vo 1991) over the text's units, as the seed. */
function seedOf(text: string): number {
	let hash = 0x811c9dc5;
	for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
	return hash >>> 0;
}

/** Numbers from 0 up to 1, always the same for a seed (mulberry32, T. Ettinger 2017). */
function numbersFrom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

/** A shuffled copy (Fisher & Yates 1938), the same each time for the same seed. */
export function shuffled<T>(items: readonly T[], seed: string): T[] {
	const random = numbersFrom(seedOf(seed));
	const mixed = items.slice();
	for (let last = mixed.length - 1; last > 0; last--) {
		const other = Math.floor(random() * (last + 1));
		[mixed[last], mixed[other]] = [mixed[other]!, mixed[last]!];
	}
	return mixed;
}
