/**
 * Watches how long this thread is kept from its next task. A tick comes every millisecond; what a late one waited for is
 * counted twice: by the clock, which the machine's other programs are part of, and by the processor time that the thread
 * itself took, which is ours alone (Linux says it; elsewhere there is only the clock).
 */
import { closeSync, openSync, readSync } from 'node:fs';

export interface Delays {
	/** Milliseconds of the longest stretches between two ticks, the longest first, by the thread's own processor time. */
	busy: number[] | null;
	/** The same by the clock. */
	waited: number[];
	/** Milliseconds of processor time of the thread in all. */
	total: number | null;
}

const kept = 5;

export function watchTasks(): () => Delays {
	const timeUsed = createThreadClock();
	const busy: number[] = [];
	const waited: number[] = [];
	const first = timeUsed();
	let lastUsed = first;
	let lastTick = performance.now();
	const timer = setInterval(() => {
		const [now, used] = [performance.now(), timeUsed()];
		keepLongest(waited, now - lastTick - 1);
		if (used !== null && lastUsed !== null) keepLongest(busy, used - lastUsed);
		[lastTick, lastUsed] = [now, used];
	}, 1).unref();
	return () => {
		clearInterval(timer);
		const last = timeUsed();
		return { busy: first === null ? null : busy, waited, total: first === null || last === null ? null : last - first };
	};
}

function keepLongest(longest: number[], value: number): void {
	longest.push(value);
	longest.sort((a, b) => b - a).splice(kept);
}

/** @returns what gives the milliseconds that the main thread has run, or null where the system does not say. */
function createThreadClock(): () => number | null {
	try {
		const file = openSync(`/proc/self/task/${process.pid}/schedstat`, 'r');
		process.once('exit', () => closeSync(file));
		const bytes = Buffer.alloc(64);
		return () => Number(bytes.toString('latin1', 0, readSync(file, bytes, 0, bytes.length, 0)).split(' ', 1)[0]) / 1e6;
	} catch {
		return () => null;
	}
}
