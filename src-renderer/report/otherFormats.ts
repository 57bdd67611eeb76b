/** The other ways out: what each is for, and how it is asked for, in the language of the report. */
import type { ExportFormat } from '../../src-shared/schemas/export.ts';
import { cancelExport, requestExport } from '../api/exports.ts';
import type { App } from '../context.ts';
import { Making } from './making.svelte.ts';

export interface FormatOffer {
	format: ExportFormat;
	name: string;
	/** What it is for. */
	purpose: string;
}

export const formats: readonly FormatOffer[] = [
	{ format: 'html', name: 'Web page', purpose: 'Everything as one page that opens offline, on a phone too.' },
	{ format: 'xlsx', name: 'Excel workbook', purpose: 'The ranked tables as figures, with the method and the reasons.' },
	{ format: 'csv', name: 'CSV table', purpose: 'The ranked table for any program that counts.' },
	{ format: 'docx', name: 'Word document', purpose: 'The scenarios to go on writing, with their cards.' },
	{ format: 'md', name: 'Markdown', purpose: 'The scenarios as plain text, with a note for each card.' },
];

export const otherFormat = (app: Pick<App, 'database' | 'records'>): Making<ExportFormat> =>
	new Making(app, {
		request: (id, file, format) => requestExport(id, file, { format, language: file.workshop.report?.language ?? 'en', exportedAt: new Date().toISOString() }),
		cancel: cancelExport,
	});
