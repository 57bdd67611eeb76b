/** Reports as the app asks for them: laid out in a worker thread, with a deadline, and failing in words. */
import type { ReportOptions } from '../../src-shared/schemas/report.ts';
import type { WorkshopFile } from '../../src-shared/schemas/workshopFile.ts';
import { DeadlineExceeded, type Pool, type TaskOptions } from '../pool.ts';
import type { DrawnReport } from './drawReport.ts';
import { askToStop, createShared, readProgress, rewind, type Progress } from './progress.ts';
import type { ReportTask } from './reportWorker.ts';

export type { DrawnReport } from './drawReport.ts';

export type { Progress } from './progress.ts';

/** A report under way. */
export interface Drawing {
	/** @throws ReportFailed with a sentence for the screen, or the signal's reason when it was cancelled. */
	done: Promise<DrawnReport>;
	progress(): Progress;
}

export interface DrawOptions {
	signal?: AbortSignal;
	/** Keeps a screen up to date: it makes way for whatever a person asked for, and is drawn anew after it. */
	isPreview?: boolean;
}

export interface Reports {
	draw(file: WorkshopFile, options: ReportOptions, how?: DrawOptions): Drawing;
}

export class ReportFailed extends Error {
	constructor(message: string, cause: unknown) {
		super(message, { cause });
		this.name = 'ReportFailed';
	}
}

const deadline = 60_000;
/** Milliseconds in which a drawing that is asked to stop does so by itself, and its thread with all its fonts is kept. */
const grace = 1_000;

/** @param pool of workers that run reportWorker.ts. */
export function createReports({ pool }: { pool: Pool }): Reports {
	/** Those being drawn, to be stopped for what a person asked for. */
	const previews = new Set<AbortController>();

	async function drawOnce(task: ReportTask, signal: AbortSignal | undefined, turn: Pick<TaskOptions, 'canWait' | 'begun'> = {}): Promise<DrawnReport> {
		const stop = new AbortController();
		let hasBegun = false;
		const begun = () => {
			hasBegun = true;
			turn.begun?.();
		};
		const ask = () => {
			if (!hasBegun) return stop.abort(signal!.reason);
			askToStop(task.shared);
			setTimeout(() => stop.abort(signal!.reason), grace).unref();
		};
		if (signal?.aborted) throw signal.reason;
		signal?.addEventListener('abort', ask, { once: true });
		try {
			const drawn = await pool.run<DrawnReport>(task, { ...turn, begun, deadline, signal: stop.signal });
			signal?.throwIfAborted();
			return drawn;
		} catch (error) {
			if (signal?.aborted) throw signal.reason;
			throw new ReportFailed(sentence(error), error);
		} finally {
			signal?.removeEventListener('abort', ask);
		}
	}

	async function drawPreview(task: ReportTask, signal: AbortSignal | undefined): Promise<DrawnReport> {
		for (;;) {
			const makeWay = new AbortController();
			try {
				return await drawOnce(task, signal ? AbortSignal.any([signal, makeWay.signal]) : makeWay.signal, { canWait: true, begun: () => previews.add(makeWay) });
			} catch (error) {
				if (signal?.aborted) throw signal.reason;
				if (!makeWay.signal.aborted) throw error;
				rewind(task.shared);
			} finally {
				previews.delete(makeWay);
			}
		}
	}

	function drawAsked(task: ReportTask, signal: AbortSignal | undefined): Promise<DrawnReport> {
		const done = drawOnce(task, signal);
		for (const preview of previews) preview.abort();
		return done;
	}

	return {
		draw(file, options, { signal, isPreview = false } = {}) {
			const shared = createShared();
			return { done: (isPreview ? drawPreview : drawAsked)({ file, options, shared }, signal), progress: () => readProgress(shared) };
		},
	};
}

function sentence(error: unknown): string {
	const safe = 'Your workshop is safe, and no file was written.';
	const stopped = `so it was stopped. ${safe} Try it with fewer cards.`;
	if (error instanceof DeadlineExceeded) return `The report took longer than ${deadline / 1000} seconds, ${stopped}`;
	if ((error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY')
		return `The report needs more memory than it may use, ${stopped}`;
	return `The report could not be drawn: ${error instanceof Error ? error.message : String(error)}. ${safe}`;
}
