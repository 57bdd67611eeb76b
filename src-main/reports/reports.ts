/** Reports as the app asks for them: laid out in a worker thread, with a deadline, and failing in words. */
import type { ReportOptions } from '../../src-shared/schemas/report.ts';
import type { WorkshopFile } from '../../src-shared/schemas/workshopFile.ts';
import { DeadlineExceeded, type Pool } from '../pool.ts';
import type { DrawnReport } from './drawReport.ts';
import { askToStop, createShared, readProgress, type Progress } from './progress.ts';

export type { DrawnReport } from './drawReport.ts';

export type { Progress } from './progress.ts';

/** A report under way. */
export interface Drawing {
	/** @throws ReportFailed with a sentence for the screen, or the signal's reason when it was cancelled. */
	done: Promise<DrawnReport>;
	progress(): Progress;
}

export interface Reports {
	draw(file: WorkshopFile, options: ReportOptions, signal?: AbortSignal): Drawing;
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
	async function run(file: WorkshopFile, options: ReportOptions, shared: Int32Array, signal: AbortSignal | undefined): Promise<DrawnReport> {
		const stop = new AbortController();
		const ask = () => {
			askToStop(shared);
			setTimeout(() => stop.abort(signal!.reason), grace).unref();
		};
		if (signal?.aborted) throw signal.reason;
		signal?.addEventListener('abort', ask, { once: true });
		try {
			const drawn = await pool.run<DrawnReport>({ file, options, shared }, { deadline, signal: stop.signal });
			signal?.throwIfAborted();
			return drawn;
		} catch (error) {
			if (signal?.aborted) throw signal.reason;
			throw new ReportFailed(sentence(error), error);
		} finally {
			signal?.removeEventListener('abort', ask);
		}
	}

	return {
		draw(file, options, signal) {
			const shared = createShared();
			return { done: run(file, options, shared, signal), progress: () => readProgress(shared) };
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
