/** One of the other ways out at a time: asked for, cancelled, saved or downloaded, or refused with a sentence. */
import { newId } from '../../src-shared/domain/ids.ts';
import type { ExportFormat } from '../../src-shared/schemas/export.ts';
import { cancelExport, requestExport } from '../api/exports.ts';
import type { App } from '../context.ts';
import { collectWorkshop, withoutHiddenVotes } from '../db/collect.ts';
import { saveBlob } from '../ui/saveBlob.ts';

export interface FormatOffer {
	format: ExportFormat;
	name: string;
	/** What it is for. */
	purpose: string;
}

export const formats: readonly FormatOffer[] = [
	{ format: 'html', name: 'Web page', purpose: 'Everything as one page that opens offline, on a phone too.' },
	{ format: 'xlsx', name: 'Excel workbook', purpose: 'The ranked tables as figures, with the method, the reasons and the cross-impact matrix.' },
	{ format: 'csv', name: 'CSV table', purpose: 'The ranked table for any program that counts.' },
	{ format: 'docx', name: 'Word document', purpose: 'The scenarios to go on writing, with their cards.' },
	{ format: 'md', name: 'Markdown', purpose: 'The scenarios as plain text, with a note for each card.' },
];

export type FormatOutcome = { kind: 'saved'; path: string } | { kind: 'downloaded'; name: string } | { kind: 'cancelled' } | { kind: 'failed'; reason: string };

/** Work that is over sooner shows no progress: a flash says nothing. */
const patience = 500;

export class OtherFormat {
	/** Under way. */
	running = $state<ExportFormat | null>(null);
	/** Under way for so long that a person wonders. */
	slow = $state(false);
	cancelling = $state(false);
	outcome = $state.raw<FormatOutcome | null>(null);
	#app: Pick<App, 'database' | 'records'>;
	#id: string | null = null;

	constructor(app: Pick<App, 'database' | 'records'>) {
		this.#app = app;
	}

	async save(format: ExportFormat): Promise<void> {
		const workshopId = this.#app.records.openWorkshopId;
		if (this.running || workshopId === null) return;
		[this.running, this.cancelling, this.outcome] = [format, false, null];
		const clock = setTimeout(() => (this.slow = true), patience);
		try {
			this.outcome = await this.#save(format, workshopId);
		} catch (error) {
			this.outcome = { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
		} finally {
			clearTimeout(clock);
			[this.running, this.slow, this.#id] = [null, false, null];
		}
	}

	async cancel(): Promise<void> {
		if (!this.running) return;
		this.cancelling = true;
		if (this.#id !== null) await cancelExport(this.#id);
	}

	/** In the language of the report. */
	async #save(format: ExportFormat, workshopId: string): Promise<FormatOutcome> {
		const file = withoutHiddenVotes(await collectWorkshop(this.#app.database, workshopId));
		if (this.cancelling) return { kind: 'cancelled' };
		this.#id = newId();
		const delivered = await requestExport(this.#id, file, { format, language: file.workshop.report?.language ?? 'en', exportedAt: new Date().toISOString() });
		if (delivered.kind !== 'bytes') return delivered.kind === 'saved' ? { kind: 'saved', path: delivered.path } : delivered;
		// Cancelled when it was all but here: nothing is saved that nobody wants.
		if (this.cancelling) return { kind: 'cancelled' };
		saveBlob(delivered.bytes, delivered.name);
		return { kind: 'downloaded', name: delivered.name };
	}
}
