/** The other ways out as the app asks for them: made in a worker thread, with a deadline, and failing in words. */
import type { ExportOptions } from '../../../src-shared/schemas/export.ts';
import type { WorkshopFile } from '../../../src-shared/schemas/workshopFile.ts';
import { DeadlineExceeded, type Pool } from '../../pool.ts';
import { ReportFailed } from '../reports.ts';
import type { MadeExport } from './makeExport.ts';

export interface Exports {
	/** @throws ReportFailed with a sentence for the screen, or the signal's reason when it was cancelled. */
	make(file: WorkshopFile, options: ExportOptions, signal?: AbortSignal): Promise<MadeExport>;
}

const deadline = 60_000;

/** @param pool of workers that run exportWorker.ts. */
export function createExports({ pool }: { pool: Pool }): Exports {
	return {
		async make(file, options, signal) {
			try {
				return await pool.run<MadeExport>({ file, options }, { deadline, ...(signal && { signal }) });
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
	if (error instanceof DeadlineExceeded) return `The file took longer than ${deadline / 1000} seconds, ${stopped}`;
	if ((error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY') return `The file needs more memory than it may use, ${stopped}`;
	return `The file could not be made: ${error instanceof Error ? error.message : String(error)}. ${safe}`;
}
