/** A spreadsheet as it was read, and what its columns mean: together they make a document. */
import * as v from 'valibot';
import { kindSchema } from './document.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What a column can be. A relevancy becomes a machine score, a date a milestone, an address a link, tags topics. */
export const sheetFields = [
	'name', 'description', 'kind', 'change', 'outlook', 'drivingForce', 'machineScore', 'date', 'tags', 'url',
] as const;
export type SheetField = (typeof sheetFields)[number];

/** Rows count from 1 as spreadsheet programs count them: `rows[n]` is row n + 1, and blank rows are empty lists. */
export const sheetSchema = v.object({ name: v.string(), rows: v.array(v.array(v.string())) });

/** A table that waits for its mapping; `id` names it to the main process. A CSV file has one sheet, without a name. */
export const sheetToMapSchema = v.object({ id: v.string(), file: v.string(), sheets: v.array(sheetSchema) });

const column = v.nullable(count);

export const columnMappingSchema = v.object({
	/** Which sheet, counted from 0. */
	sheet: count,
	/** The row that names the columns, from 1; null where none does. Rows above it are no cards. */
	headerRow: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))),
	/** Each field's column, counted from 0; null for none. */
	columns: v.object({
		name: column, description: column, kind: column, change: column, outlook: column,
		drivingForce: column, machineScore: column, date: column, tags: column, url: column,
	}),
	/** The kind of all cards, or of those whose kind column says nothing known. */
	kind: kindSchema,
});

export const sheetMappingRequestSchema = v.object({
	id: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
	mapping: columnMappingSchema,
});

export type Sheet = v.InferOutput<typeof sheetSchema>;
export type SheetToMap = v.InferOutput<typeof sheetToMapSchema>;
export type ColumnMapping = v.InferOutput<typeof columnMappingSchema>;
