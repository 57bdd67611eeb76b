/** Ballots and slips with codes as PDF files: drawn by the main process from the workshop as it is stored, then saved or downloaded. */
import { newId } from '../../src-shared/domain/ids.ts';
import type { App } from '../context.ts';
import { collectWorkshop, withoutHiddenVotes } from '../db/collect.ts';
import { saveBlob } from '../ui/saveBlob.ts';
import { pageSizeHere } from '../ui/pageSize.ts';
import { requestReport } from './reports.ts';

export type Printed = { document: 'ballot'; roundId?: string } | { document: 'codes'; codes: string[]; url: string };

/** @returns where it went, as a sentence, or null where the facilitator thought better of it. @throws ApiError with a sentence. */
export async function printDocument({ database, records }: Pick<App, 'database' | 'records'>, printed: Printed): Promise<string | null> {
	const workshopId = records.openWorkshopId;
	if (workshopId === null) throw new Error('Open a workshop first.');
	const file = withoutHiddenVotes(await collectWorkshop(database, workshopId));
	const options = { ...printed, pageSize: pageSizeHere(), language: file.workshop.report?.language ?? 'en', printedAt: new Date().toISOString(), largePrint: false } as const;
	const delivered = await requestReport(newId(), file, options);
	if (delivered.kind === 'cancelled') return null;
	if (delivered.kind === 'saved') return `Saved to ${delivered.path}.`;
	saveBlob(delivered.bytes, delivered.name);
	return `Downloaded as ${delivered.name}.`;
}
