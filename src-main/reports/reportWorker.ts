/** Entry of the worker thread that lays out reports. */
import { move, transferableSymbol, valueSymbol } from 'piscina';
import type { ReportOptions } from '../../src-shared/schemas/report.ts';
import type { WorkshopFile } from '../../src-shared/schemas/workshopFile.ts';
import { drawReport, type DrawnReport } from './drawReport.ts';
import { watchIn } from './progress.ts';

export interface ReportTask {
	file: WorkshopFile;
	options: ReportOptions;
	/** See progress.ts. */
	shared: Int32Array;
}

/** The bytes are handed over, not copied: what the pool's caller gets is the DrawnReport. */
export default async function reportTask({ file, options, shared }: ReportTask): Promise<object> {
	const drawn: DrawnReport = await drawReport(file, options, watchIn(shared));
	return move({ [transferableSymbol]: [drawn.bytes.buffer], [valueSymbol]: drawn } as never) as object;
}
