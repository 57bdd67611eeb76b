/** Turns at something that serves so many at a time: first come, first served, but what a person waits for is before what can wait. */
export interface TurnOptions {
	canWait?: boolean;
	signal?: AbortSignal | undefined;
}

/** Does the work when its turn comes, which may be at once. @throws what the work throws, or the signal's reason where it is aborted before. */
export type InTurn = <Result>(work: () => Promise<Result>, options?: TurnOptions) => Promise<Result>;

export function createTurns(places: number): InTurn {
	let free = places;
	const queue: { canWait: boolean; begin: () => void }[] = [];

	function next(): void {
		if (free === 0) return;
		const first = queue.findIndex(({ canWait }) => !canWait);
		queue.splice(Math.max(first, 0), 1)[0]?.begin();
	}

	async function turn<Result>(work: () => Promise<Result>): Promise<Result> {
		free--;
		try {
			return await work();
		} finally {
			free++;
			next();
		}
	}

	return (work, { canWait = false, signal } = {}) =>
		new Promise((resolve, reject) => {
			if (signal?.aborted) return reject(signal.reason as Error);
			const leave = () => {
				queue.splice(queue.indexOf(waiting), 1);
				reject(signal!.reason as Error);
			};
			const waiting = {
				canWait,
				begin() {
					signal?.removeEventListener('abort', leave);
					turn(work).then(resolve, reject);
				},
			};
			signal?.addEventListener('abort', leave, { once: true });
			queue.push(waiting);
			next();
		});
}
