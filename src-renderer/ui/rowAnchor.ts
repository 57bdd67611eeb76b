/** Keeps a long list where it is while its rows change: what was in sight is found again, with the sizes that were seen. */
import type { RowHeights } from './rowHeights.ts';

type Key = string | number;
type KeyOf = (row: number) => Key;

/** How far from where it was a row is looked for: what is placed or taken back moves the others by a few. */
const reach = 400;
/** Rows in sight that are remembered, of which the first may be the one that leaves. */
const mostHeld = 12;
/** Rows round the one that was found whose sizes matter. */
const around = 80;
const mostSizes = 4000;

export class RowAnchor {
	#sizes = new Map<Key, number>();
	#held: { key: Key; row: number; below: number }[] = [];

	/** @param measured rows with their heights in pixels. */
	saw(measured: Iterable<readonly [row: number, height: number]>, keyOf: KeyOf): void {
		if (this.#sizes.size > mostSizes) this.#sizes.clear();
		for (const [row, height] of measured) this.#sizes.set(keyOf(row), height);
	}

	/** @param top how far the list is scrolled, in pixels. At its very top it stays there. */
	hold(heights: RowHeights, top: number, keyOf: KeyOf): void {
		this.#held = [];
		if (top <= 0) return;
		const first = heights.at(top);
		for (let row = first; row < Math.min(heights.count, first + mostHeld); row++) this.#held.push({ key: keyOf(row), row, below: heights.top(row) - top });
	}

	/** Gives the rows near by the heights they were seen with. @returns how far the list has to be scrolled; null where nothing is known. */
	find(heights: RowHeights, keyOf: KeyOf): number | null {
		for (const { key, row, below } of this.#held) {
			const found = nearest(row, heights.count, (at) => keyOf(at) === key);
			if (found === null) continue;
			heights.measure(this.#known(found, heights.count, keyOf));
			return Math.max(0, heights.top(found) - below);
		}
		return null;
	}

	*#known(row: number, count: number, keyOf: KeyOf): Iterable<readonly [number, number]> {
		for (let at = Math.max(0, row - around); at < Math.min(count, row + around); at++) {
			const size = this.#sizes.get(keyOf(at));
			if (size !== undefined) yield [at, size];
		}
	}
}

function nearest(row: number, count: number, isIt: (row: number) => boolean): number | null {
	for (let away = 0; away < reach; away++) {
		for (const at of [row - away, row + away]) if (at >= 0 && at < count && isIt(at)) return at;
	}
	return null;
}
