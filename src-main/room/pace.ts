/**
 * How much one phone may send to the disk: far more than a person can answer, far less than would fill it. A bucket of bytes
 * that fills again as time goes by.
 */
import { RoomRefused } from '../voting/refused.ts';

const whole = 512 << 10;
const perSecond = 8 << 10;
/** What even the smallest request costs the disk. */
const least = 256;

export class Pace {
	#now: () => number;
	#left = new Map<string, { bytes: number; at: number }>();

	/** @param now milliseconds on a clock that is never set back. */
	constructor(now: () => number) {
		this.#now = now;
	}

	/** @param who a phone that is known. @throws RoomRefused */
	spend(who: string, bytes: number): void {
		const now = this.#now();
		const { bytes: before, at } = this.#left.get(who) ?? { bytes: whole, at: now };
		const left = Math.min(whole, before + ((now - at) / 1000) * perSecond) - Math.max(least, bytes);
		if (left < 0) {
			const after = Math.ceil(-left / perSecond);
			throw new RoomRefused('try again', 'That was too much at once. Your answers are kept on this phone and sent in a moment.', { after, status: 429 });
		}
		this.#left.set(who, { bytes: left, at: now });
	}
}
