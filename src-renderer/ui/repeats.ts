/** Presses of an arrow key on the same thing, one soon after the other, are one step for undo. */
import { newId } from '../../src-shared/domain/ids.ts';

const repeatTime = 1000;

export class Repeats {
	#last = { key: '', stepId: '', at: -Infinity };

	stepId(key: string, now = performance.now()): string {
		const { key: last, stepId, at } = this.#last;
		this.#last = { key, at: now, stepId: last === key && now - at < repeatTime ? stepId : newId() };
		return this.#last.stepId;
	}
}
