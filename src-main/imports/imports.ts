/** Imports, one after another: each has an id, is read in the worker pool, and is handed out in batches. */
import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { ColumnMapping } from '../../src-shared/schemas/sheet.ts';
import type { Pool } from '../pool.ts';
import { Refusal } from '../refusal.ts';
import type { DocumentStore } from './documentStore.ts';
import { createImportJob, type BatchJson, type FilesToRead, type ImportJob } from './importJob.ts';
import type { ImportInput } from './importWorker.ts';
import { fileDeadline, readInPool } from './readInPool.ts';
import { sentFiles } from './sentFiles.ts';
import { walk } from './walk.ts';

export type { ImportInput } from './importWorker.ts';

export interface Imports {
	/** Begins to read, after whatever import is under way. @returns the import's id. */
	start(inputs: ImportInput[]): string;
	/**
	 * The same for packed files as a page sends them.
	 * @throws Refusal where there is no file among them.
	 */
	startSent(body: ReadableStream<Uint8Array> | null): Promise<string>;
	/** The same for files and folders on this computer. */
	startPaths(paths: string[]): string;
	/** The same for the documents of the sample workshop. */
	startSample(): string;
	/**
	 * Makes a document of a spreadsheet that a batch handed out, as an import of its own.
	 * @throws Refusal for a spreadsheet that is not known any more.
	 */
	startSheet(id: string, mapping: ColumnMapping): string;
	/**
	 * Waits until batch `n`, counted from 0, is ready: an ImportBatch as JSON in UTF-8. Asking for it lets go of the
	 * batches before n - 1.
	 * @throws Refusal for an unknown import and for a batch that is gone or never comes.
	 */
	batch(id: string, n: number): Promise<BatchJson>;
	/** Stops reading; whole documents stay. @returns false where nothing was left to stop. */
	cancel(id: string): boolean;
}

interface ImportsOptions {
	pool: Pool;
	documents: DocumentStore;
	/** Paths of the sample's documents. */
	sampleFiles: string[];
	/** Milliseconds for one file. */
	deadline?: number;
	/** Milliseconds until an import that nobody asks about gives way. */
	abandonAfter?: number;
	/** Milliseconds for which the last batches of an ended import are kept. */
	forgetAfter?: number;
	/** Milliseconds for which a spreadsheet waits for its mapping. */
	forgetSheetsAfter?: number;
}

const minutes = 60_000;
/** Milliseconds after the last import within which the next one belongs to it: a page sends an archive in parts. */
const soonAfter = 2000;

export function createImports(options: ImportsOptions): Imports {
	const { pool, documents, sampleFiles, deadline = fileDeadline, abandonAfter = 2 * minutes, forgetAfter = 10 * minutes } = options;
	const { forgetSheetsAfter = 60 * minutes } = options;
	const jobs = new Map<string, ImportJob>();
	const sheets = new Map<string, ImportInput>();
	let turn: Promise<void> = Promise.resolve();
	let unended = 0;
	let endedAt = -Infinity;

	function begin(find: () => Promise<FilesToRead>): string {
		const id = randomUUID();
		const job = createImportJob({
			find,
			read: (items, signal) => readInPool(pool, items, signal, deadline),
			documents,
			keepSheet,
			goesOn: unended > 0 || performance.now() - endedAt < soonAfter,
			abandonAfter,
		});
		jobs.set(id, job);
		unended++;
		turn = turn.then(() => job.run()).then(() => {
			unended--;
			endedAt = performance.now();
			setTimeout(() => jobs.delete(id), forgetAfter).unref();
		});
		return id;
	}

	function keepSheet(input: ImportInput): string {
		const id = randomUUID();
		// Of bytes that it shares with other files, only its own are kept.
		sheets.set(id, 'bytes' in input ? { ...input, bytes: input.bytes.slice() } : input);
		setTimeout(() => sheets.delete(id), forgetSheetsAfter).unref();
		return id;
	}

	const start = (inputs: ImportInput[]): string => begin(() => Promise.resolve({ files: [...inputs], unread: [], skipped: [] }));

	return {
		start,
		async startSent(body) {
			const { files, unread } = (body && (await sentFiles(body))) ?? { files: [], unread: [] };
			if (files.length + unread.length === 0) throw new Refusal(422, 'No file was sent. Choose at least one.');
			return begin(() => Promise.resolve({ files, unread, skipped: [] }));
		},
		startPaths: (paths) => begin(() => walk(paths)),
		startSample: () => start(sampleFiles.map((path) => ({ file: basename(path), path }))),
		startSheet(id, mapping) {
			const input = sheets.get(id);
			if (!input) throw new Refusal(404, 'This table is no longer known. Import its file again.');
			return begin(() => Promise.resolve({ files: [{ ...input, mapping }], unread: [], skipped: [] }));
		},
		batch(id, n) {
			const job = jobs.get(id);
			return job ? job.batch(n) : Promise.reject(new Refusal(404, 'This import is no longer known. Import the files again.'));
		},
		cancel: (id) => jobs.get(id)?.cancel() ?? false,
	};
}
