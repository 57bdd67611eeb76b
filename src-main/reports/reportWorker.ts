/** Entry of the worker thread that lays out reports. */
import { move } from 'piscina';
import type { ReportOptions } from '../../src-shared/schemas/report.ts';
import type { WorkshopFile } from '../../src-shared/schemas/workshopFile.ts';
import { drawReport, type DrawnReport } from './drawReport.ts';

export interface ReportTask {
	file: WorkshopFile;
	options: ReportOptions;
}

/** The bytes are handed over, not copied. */
export default async function reportTask({ file, options }: ReportTask): Promise<DrawnReport> {
	const { bytes, pages, notes } = await drawReport(file, options);
	return { bytes: move(bytes) as Uint8Array, pages, notes };
}
