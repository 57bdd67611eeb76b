/**
 * Wrong codes, counted by the minute. With 31⁶ codes and a hundred tries a minute, four hours of guessing find one in
 * 40,000 times. People who type the right code never notice: tries count only where they were wrong, and when strangers have
 * used up the room's, those who have not been wrong yet still get theirs.
 */
import { RoomRefused } from '../voting/refused.ts';

const minute = 60_000;
const mostFromOne = 10;
const mostInAll = 100;
/** Someone who has an address for every try is stopped here, and then everyone is: four hours of it find a code once in 12,000 times. */
const mostEver = 300;

export class Guesses {
	#now: () => number;
	/** Times of the wrong ones of the last minute, oldest first. */
	#wrong: { from: string; at: number }[] = [];
	#byAddress = new Map<string, number>();

	/** @param now milliseconds on a clock that is never set back. */
	constructor(now: () => number) {
		this.#now = now;
	}

	/** Before a code is looked at. @throws RoomRefused */
	check(from: string): void {
		this.#forgetOld();
		const own = this.#byAddress.get(from) ?? 0;
		const all = this.#wrong.length;
		if (own < mostFromOne && (all < mostInAll || (own === 0 && all < mostEver))) return;
		const first = own >= mostFromOne ? this.#wrong.find((wrong) => wrong.from === from)! : this.#wrong[0]!;
		const after = Math.max(1, Math.ceil((first.at + minute - this.#now()) / 1000));
		throw new RoomRefused('too many tries', `Too many wrong codes. Try again in ${after === 1 ? 'a second' : `${after} seconds`}.`, { after });
	}

	wrong(from: string): void {
		this.#wrong.push({ from, at: this.#now() });
		this.#byAddress.set(from, (this.#byAddress.get(from) ?? 0) + 1);
	}

	#forgetOld(): void {
		const since = this.#now() - minute;
		while (this.#wrong.length > 0 && this.#wrong[0]!.at <= since) {
			const { from } = this.#wrong.shift()!;
			const left = this.#byAddress.get(from)! - 1;
			if (left === 0) this.#byAddress.delete(from);
			else this.#byAddress.set(from, left);
		}
	}
}
