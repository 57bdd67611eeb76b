/** Does something once nothing has stirred for a while, with one timer for all that stirs meanwhile. */
/** Milliseconds without a step after which the wheel, a pan or a drag has come to rest. */
export const restOfView = 140;

export class AtRest {
	readonly #rest: number;
	readonly #then: () => void;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#stirredAt = 0;

	/** @param rest milliseconds. */
	constructor(rest: number, then: () => void) {
		this.#rest = rest;
		this.#then = then;
	}

	stir(): void {
		this.#stirredAt = performance.now();
		this.#timer ??= setTimeout(this.#look, this.#rest);
	}

	/** Until something stirs again. */
	stop(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
	}

	readonly #look = (): void => {
		const left = this.#stirredAt + this.#rest - performance.now();
		this.#timer = left > 4 ? setTimeout(this.#look, left) : undefined;
		if (this.#timer === undefined) this.#then();
	};
}
