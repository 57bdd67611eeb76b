/** What clients send to the API, beyond the records themselves. */
import * as v from 'valibot';
import { parsedDocumentSchema } from './document.ts';
import { journalLineSchema, revisionSchema, type Scope } from './journal.ts';
import { workshopFileSchema } from './workshopFile.ts';

/** Lines that follow on what the sender saw last. */
export const appendSchema = v.object({ base: revisionSchema, lines: v.pipe(v.array(journalLineSchema), v.minLength(1)) });

/** An import whose files the host finds itself: the sample, or what the facilitator picks in a dialog. */
export const hostImportSchema = v.union([
	v.object({ sample: v.literal(true) }),
	v.object({ dialog: v.picklist(['files', 'folder']) }),
]);

/** `name` is the file name to suggest, without a folder. */
export const saveWorkshopSchema = v.object({ file: workshopFileSchema, name: v.pipe(v.string(), v.maxLength(200)) });

/** Documents that arrive with a workshop file: the store keeps those that it does not have yet. */
export const storeDocumentsSchema = v.object({
	documents: v.array(v.object({ ...parsedDocumentSchema.entries, hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)) })),
});

export const revealSchema = v.object({ path: v.string() });
export const tokenSchema = v.object({ token: v.string() });

/** What the journals' list says of a scope. `error` is set where it cannot be opened. */
export interface ScopeSummary {
	scope: Scope;
	rev: number;
	lastId: string | null;
	title: string | null;
	question: string | null;
	baseYear: number | null;
	lastChangedAt: string | null;
	error: string | null;
	/** It was moved to the trash, and nothing has been written to it since. */
	removed: boolean;
}

export interface SessionInfo {
	version: string;
	host: 'electron' | 'browser';
	/** Whether the host has file dialogs; else the page uses file inputs and downloads. */
	dialogs: boolean;
	dataFolder: string;
	/** Free space where the data lies; null where the system does not say. */
	freeMegabytes: number | null;
	/** What was found damaged on disk since the start, as sentences. */
	notes: string[];
}
