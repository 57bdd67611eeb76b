/** Reports as the app asks for them: laid out in a worker thread, with a deadline, and failing in words. */
import type { ReportOptions } from '../../src-shared/schemas/report.ts';
import type { WorkshopFile } from '../../src-shared/schemas/workshopFile.ts';
import { DeadlineExceeded, type Pool } from '../pool.ts';
import type { DrawnReport } from './drawReport.ts';

export type { DrawnReport } from './drawReport.ts';

export interface Reports {
	/** @throws ReportFailed with a sentence for the screen, or the signal's reason when it was cancelled. */
	report(file: WorkshopFile, options: ReportOptions, signal?: AbortSignal): Promise<DrawnReport>;
}

export class ReportFailed extends Error {
	constructor(message: string, cause: unknown) {
		super(message, { cause });
		this.name = 'ReportFailed';
	}
}

const deadline = 60_000;

/** @param pool of workers that run reportWorker.ts. */
export function createReports({ pool }: { pool: Pool }): Reports {
	return {
		async report(file, options, signal) {
			try {
				return await pool.run<DrawnReport>({ file, options }, { deadline, ...(signal && { signal }) });
			} catch (error) {
				if (signal?.aborted) throw signal.reason;
				throw new ReportFailed(sentence(error), error);
			}
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
