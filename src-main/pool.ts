/** Worker threads with a memory limit and a deadline for each task, so that no document can stall or kill the app. */
import { Piscina } from 'piscina';
import { createTurns } from './turns.ts';

export interface TaskOptions {
	/** Milliseconds from when a thread takes it up; a task that takes longer is stopped with its thread. */
	deadline: number;
	signal?: AbortSignal;
	/** Whether all others go before it. */
	canWait?: boolean;
	/** Told when a thread takes it up. */
	begun?: () => void;
}

export interface Pool {
	/** @throws DeadlineExceeded, the abort signal's reason, or whatever the task threw. */
	run<Result>(task: unknown, options: TaskOptions): Promise<Result>;
	close(): Promise<void>;
}

export class DeadlineExceeded extends Error {
	constructor(milliseconds: number) {
		super(`It took longer than ${milliseconds / 1000} seconds, so it was stopped.`);
		this.name = 'DeadlineExceeded';
	}
}

/** @param heapMegabytes a thread's heap limit; beyond it the task fails and the thread is replaced. */
export function createPool(filename: string, { threads, heapMegabytes }: { threads: number; heapMegabytes: number }): Pool {
	const piscina = new Piscina({
		filename,
		minThreads: 0,
		maxThreads: threads,
		idleTimeout: 30_000,
		resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
	});
	const inTurn = createTurns(threads);
	// A thread may answer while its task is given up: that is told as an error, which nobody waits for and nothing came of.
	piscina.on('error', () => undefined);
	async function runNow<Result>(task: unknown, { deadline, signal, begun }: TaskOptions): Promise<Result> {
		const limit = AbortSignal.timeout(deadline);
		begun?.();
		try {
			return (await piscina.run(task, { signal: signal ? AbortSignal.any([signal, limit]) : limit })) as Result;
		} catch (error) {
			if (signal?.aborted) throw signal.reason;
			if (limit.aborted) throw new DeadlineExceeded(deadline);
			throw error;
		}
	}

	return {
		run: <Result>(task: unknown, options: TaskOptions) => inTurn(() => runNow<Result>(task, options), options),
		close: () => piscina.close({ force: true }),
	};
}
