/**
 * The journal: what the disk keeps of every user action. One action is one line per scope it touches; its changes are
 * whole records before and after, so that any line can be undone, redone or folded into a snapshot without knowing
 * what it meant.
 */
import * as v from 'valibot';
import { recordSchemas } from './records.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const recordTables = Object.keys(recordSchemas) as (keyof typeof recordSchemas)[];

/** What the library notes of a document: when it came in, and the hash of the version that it stands in for. */
const entrySchema = v.object({ importedAt: v.string(), earlier: v.optional(id) });

/**
 * A document entering or leaving the library. Its records (source, text, cards) are not in the line: they come from the
 * document store, by hash. With both sides it stays, cards and all, and only what it stands in for is another.
 */
export const documentChangeSchema = v.object({
	table: v.literal('documents'),
	/** The document's hash. */
	key: id,
	before: v.nullable(entrySchema),
	after: v.nullable(entrySchema),
});

export const recordChangeSchema = v.object({
	table: v.picklist(recordTables),
	key: id,
	before: v.nullable(v.record(v.string(), v.unknown())),
	after: v.nullable(v.record(v.string(), v.unknown())),
});

export const changeSchema = v.variant('table', [documentChangeSchema, recordChangeSchema]);

/** `library`, or `workshop-` and the workshop's id. */
export const scopeSchema = v.pipe(v.string(), v.regex(/^(library|workshop-[A-Za-z0-9_-]{1,64})$/));

export const journalLineSchema = v.object({
	/** Unique; a line posted twice is kept once. */
	id,
	/** The undo step it belongs to: a long import is one step of many lines. */
	stepId: id,
	at: v.string(),
	/** What the history shows: "Place S1 at 2029 Q4". */
	label: v.string(),
	changes: v.array(changeSchema),
});

/** Where a scope stands: how many lines it has seen, and the id of the last one. */
export const revisionSchema = v.object({ rev: v.pipe(v.number(), v.integer(), v.minValue(0)), lastId: v.nullable(v.string()) });

/** All records of a scope at a revision, by table; `documents` maps hash to what is noted of it. */
export const snapshotSchema = v.object({
	format: v.literal('longview-snapshot'),
	version: v.literal(1),
	scope: scopeSchema,
	...revisionSchema.entries,
	takenAt: v.string(),
	documents: v.record(v.string(), entrySchema),
	records: v.record(v.string(), v.array(v.record(v.string(), v.unknown()))),
	/** Ids of cards that were deleted although the document they come from stayed; applied after the documents. */
	removed: v.optional(v.record(v.string(), v.array(v.string()))),
});

export type DocumentEntry = v.InferOutput<typeof entrySchema>;
export type DocumentChange = v.InferOutput<typeof documentChangeSchema>;
export type RecordChange = v.InferOutput<typeof recordChangeSchema>;
export type Change = v.InferOutput<typeof changeSchema>;
export type Scope = v.InferOutput<typeof scopeSchema>;
export type JournalLine = v.InferOutput<typeof journalLineSchema>;
export type Revision = v.InferOutput<typeof revisionSchema>;
export type Snapshot = v.InferOutput<typeof snapshotSchema>;
