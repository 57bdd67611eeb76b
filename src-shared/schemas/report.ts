/** What a report can be asked for. */
import * as v from 'valibot';

export const reportOptionsSchema = v.object({
	document: v.optional(v.literal('report'), 'report'),
	pageSize: v.optional(v.picklist(['A4', 'Letter']), 'A4'),
	language: v.optional(v.literal('en'), 'en'),
	/** Stands in the footer of every page. */
	printedAt: v.pipe(v.string(), v.isoTimestamp()),
	largePrint: v.optional(v.boolean(), false),
});

export type ReportOptions = v.InferOutput<typeof reportOptionsSchema>;
