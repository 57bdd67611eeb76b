/** Work by name: under one name one after another, under different names side by side. */
import { RoomRefused } from './refused.ts';

export class Turns {
	#longest: number;
	#queues = new Map<string, { last: Promise<unknown>; length: number }>();

	/** @param longest how many may be under way or wait under one name. */
	constructor(longest = Infinity) {
		this.#longest = longest;
	}

	/** @throws RoomRefused where too much waits already under this name. */
	take<T>(name: string, work: () => Promise<T>): Promise<T> {
		const queue = this.#queues.get(name) ?? { last: Promise.resolve(), length: 0 };
		if (queue.length >= this.#longest) return Promise.reject(new RoomRefused('try again', 'That was too much at once. Wait a moment.', { after: 2, status: 429 }));
		queue.length += 1;
		const turn = queue.length === 1 ? begun(work) : queue.last.then(work);
		queue.last = turn.then(() => undefined, () => undefined).then(() => {
			queue.length -= 1;
			if (queue.length === 0) this.#queues.delete(name);
		});
		this.#queues.set(name, queue);
		return turn;
	}
}

const begun = async <T>(work: () => Promise<T>): Promise<T> => work();
