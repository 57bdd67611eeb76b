/** Where the rows of a long list stand when only those in sight are drawn: heights are guessed until a row has been seen. */
export class RowHeights {
	#heights: Float32Array;
	#tops: Float64Array;

	/** @param guess a row's height in pixels before it was drawn. */
	constructor(count: number, guess: (row: number) => number) {
		this.#heights = new Float32Array(count);
		for (let row = 0; row < count; row++) this.#heights[row] = guess(row);
		this.#tops = new Float64Array(count + 1);
		this.#stack(0);
	}

	get count(): number {
		return this.#heights.length;
	}
	get total(): number {
		return this.#tops[this.count]!;
	}
	top(row: number): number {
		return this.#tops[Math.min(row, this.count)]!;
	}
	height(row: number): number {
		return this.#heights[row] ?? 0;
	}

	/** The row that covers a distance from the top; the last one below the end. */
	at(y: number): number {
		let low = 0;
		let high = this.count - 1;
		while (low < high) {
			const middle = (low + high + 1) >>> 1;
			if (this.#tops[middle]! <= y) low = middle;
			else high = middle - 1;
		}
		return Math.max(0, low);
	}

	/** Rows between two heights, `least` of them where there are so many. @returns from and to, `to` not included. */
	between(from: number, to: number, least: number): [number, number] {
		if (this.count === 0) return [0, 0];
		let first = this.at(from);
		let last = this.at(to) + 1;
		const missing = Math.max(0, least - (last - first));
		first = Math.max(0, first - Math.floor(missing / 4));
		last = Math.min(this.count, Math.max(last, first + least));
		return [Math.max(0, Math.min(first, last - least)), last];
	}

	/** Puts measured heights in place of guesses. @returns whether anything moved. */
	measure(measured: Iterable<readonly [row: number, height: number]>): boolean {
		let lowest = Infinity;
		for (const [row, height] of measured) {
			if (row >= this.count || Math.abs(this.#heights[row]! - height) < 0.5) continue;
			this.#heights[row] = height;
			lowest = Math.min(lowest, row);
		}
		if (lowest === Infinity) return false;
		this.#stack(lowest);
		return true;
	}

	#stack(from: number): void {
		let top = this.#tops[from]!;
		for (let row = from; row < this.count; row++) {
			this.#tops[row] = top;
			top += this.#heights[row]!;
		}
		this.#tops[this.count] = top;
	}
}
