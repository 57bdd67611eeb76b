/** Trying again: soon at first, then less and less often, and never all phones in step. */

export interface Pauses {
	/** @param atLeast seconds that the room asked to wait. */
	next(atLeast?: number): void;
	/** The room answers: nothing is tried again, and the next pause is a short one. */
	over(): void;
}

const shortest = 1_000;
const longest = 15_000;

/** @param random numbers from 0 up to 1. */
export function createPauses(again: () => void, random: () => number): Pauses {
	let count = 0;
	let timer: ReturnType<typeof setTimeout> | undefined;
	return {
		next(atLeast = 0) {
			clearTimeout(timer);
			const pause = Math.min(longest, shortest * 2 ** count++) * (0.5 + random() / 2);
			timer = setTimeout(again, Math.max(pause, atLeast * 1000));
		},
		over() {
			clearTimeout(timer);
			count = 0;
		},
	};
}
