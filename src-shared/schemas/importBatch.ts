/** What main hands the renderer while it imports: documents a batch at a time, and how far it has come. */
import * as v from 'valibot';
import { parsedDocumentSchema, unreadFileSchema } from './document.ts';
import { sheetToMapSchema } from './sheet.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A file in a folder that was passed over on purpose: hidden, no text by its name, or a link that leads elsewhere. */
export const skippedFileSchema = v.object({ file: v.string(), reason: v.string() });

export const importProgressSchema = v.object({
	/** Files that are read or could not be, this batch's included. */
	done: count,
	total: count,
	/** The file that comes next; null at the end. */
	currentFile: v.nullable(v.string()),
});

export const importBatchSchema = v.object({
	/** Counted from 0. */
	n: count,
	documents: v.array(parsedDocumentSchema),
	unread: v.array(unreadFileSchema),
	/** Spreadsheets whose columns somebody has to say the meaning of before they are documents. */
	sheets: v.array(sheetToMapSchema),
	/** Only in the first batch. */
	skipped: v.array(skippedFileSchema),
	progress: importProgressSchema,
	/** Whether it is the last one. */
	finished: v.boolean(),
	cancelled: v.boolean(),
});

export type SkippedFile = v.InferOutput<typeof skippedFileSchema>;
export type ImportProgress = v.InferOutput<typeof importProgressSchema>;
export type ImportBatch = v.InferOutput<typeof importBatchSchema>;
