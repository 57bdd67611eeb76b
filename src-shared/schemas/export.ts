/** The other ways out of a workshop: what is written beside the printed report, and with what. */
import * as v from 'valibot';
import { reportLanguages } from './worlds.ts';

/** The ranked table as text and as a spreadsheet; the scenarios as Markdown and as a Word document; everything as one page that opens offline. */
export const exportFormats = ['csv', 'xlsx', 'md', 'docx', 'html'] as const;

export const exportOptionsSchema = v.object({
	format: v.picklist(exportFormats),
	language: v.optional(v.picklist(reportLanguages), 'en'),
	exportedAt: v.pipe(v.string(), v.isoTimestamp()),
});

export type ExportFormat = (typeof exportFormats)[number];
export type ExportOptions = v.InferOutput<typeof exportOptionsSchema>;
