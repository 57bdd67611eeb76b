/** Calls that come close together, made once: at once, and again after a while if more came meanwhile. */
export class Pulse {
	#every: number;
	#beat: () => void;
	#timer: NodeJS.Timeout | null = null;
	#isDue = false;

	/** @param every milliseconds between two beats at least. */
	constructor(every: number, beat: () => void) {
		this.#every = every;
		this.#beat = beat;
	}

	ask(): void {
		if (this.#timer) this.#isDue = true;
		else this.#run();
	}

	#run(): void {
		this.#isDue = false;
		this.#timer = setTimeout(() => {
			this.#timer = null;
			if (this.#isDue) this.#run();
		}, this.#every).unref();
		this.#beat();
	}

	close(): void {
		if (this.#timer) clearTimeout(this.#timer);
		this.#timer = null;
	}
}
