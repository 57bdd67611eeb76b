/**
 * Keeps those who are refused over and over from taking the time of those who are not: past a number that no page and no
 * person comes near, an address waits for each further refusal. Whoever else comes from there is answered at once.
 */
const whole = 2000;
const perSecond = 200;
const wait = 250;

export class Patience {
	#now: () => number;
	#left = new Map<string, { refusals: number; at: number }>();
	#cleared = 0;

	/** @param now milliseconds on a clock that is never set back. */
	constructor(now: () => number) {
		this.#now = now;
	}

	/** @returns null where the refusal may go out now. */
	hold(from: string): Promise<void> | null {
		const now = this.#now();
		this.#clear(now);
		const { refusals, at } = this.#left.get(from) ?? { refusals: whole, at: now };
		const left = Math.max(0, Math.min(whole, refusals + ((now - at) / 1000) * perSecond) - 1);
		this.#left.set(from, { refusals: left, at: now });
		return left > 0 ? null : new Promise((resolve) => void setTimeout(resolve, wait).unref());
	}

	/** Addresses that have been quiet for long are as new. */
	#clear(now: number): void {
		if (now - this.#cleared < 60_000) return;
		this.#cleared = now;
		for (const [from, { at }] of this.#left) if (now - at > (whole / perSecond) * 1000) this.#left.delete(from);
	}
}
