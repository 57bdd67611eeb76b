/**
 * One import: reads its files batch by batch, at most two batches ahead of what was asked for, keeps every document in the
 * store before it hands it out, and can be stopped between two documents but never inside one.
 */
import type { UnreadFile } from '../../src-shared/schemas/document.ts';
import type { SkippedFile } from '../../src-shared/schemas/importBatch.ts';
import { Refusal } from '../refusal.ts';
import { batchJson } from './batchJson.ts';
import type { DocumentStore } from './documentStore.ts';
import type { FilesRead, ImportInput } from './importWorker.ts';
import { isOfficeName } from './officeFile.ts';
import { createSlots } from './slots.ts';

export interface FilesToRead {
	files: ImportInput[];
	unread: UnreadFile[];
	skipped: SkippedFile[];
}

export interface ImportJobOptions {
	find(): Promise<FilesToRead>;
	read(items: ImportInput[], signal: AbortSignal): Promise<FilesRead>;
	documents: DocumentStore;
	/** Keeps a spreadsheet's file until its columns are mapped. @returns the id to ask for it by. */
	keepSheet(input: ImportInput): string;
	/** Whether it follows another import at once, so that nobody waits for its first cards. */
	goesOn: boolean;
	/** Milliseconds after which an import that nobody asks about makes room for the next. */
	abandonAfter: number;
}

export type BatchJson = ReturnType<typeof batchJson>;

export interface ImportJob {
	/** Resolves when the import has ended in whatever way; never rejects. */
	run(): Promise<void>;
	/** @returns an ImportBatch as JSON in UTF-8. */
	batch(n: number): Promise<BatchJson>;
	/** @returns false where the import had ended already. */
	cancel(): boolean;
}

const nothingRead: FilesRead = { documents: [], unrepaired: [], unread: [], tables: [] };
const readAhead = 2;
// Each batch costs the host, the network and IndexedDB a few milliseconds whatever is in it. A transaction of less than about
// a megabyte spares Chromium's IndexedDB its log for taking it back.
const largestBatch = 32;
/** Of those that take long to read: all of a batch share one deadline. */
const mostOffice = 8;
const largestBatchBytes = 16 * 1024 * 1024;

/** Small at first, so that the first cards show at once. */
const batchSize = (n: number, goesOn: boolean): number => (goesOn ? largestBatch : Math.min(largestBatch, 2 ** Math.min(n + 1, 10)));

export function createImportJob({ find, read, documents, keepSheet, goesOn, abandonAfter }: ImportJobOptions): ImportJob {
	const slots = createSlots<BatchJson>();
	const stop = new AbortController();
	let asked = -1;
	let last: number | null = null;
	let failure: unknown = null;
	let wake = (): void => undefined;
	let total = 0;
	let done = 0;

	function stopReading(): void {
		stop.abort(new Error('The import was stopped.'));
		wake();
	}

	async function produce(): Promise<void> {
		const { files, unread, skipped } = await find();
		total = files.length + unread.length;
		done = unread.length;
		let handing: Promise<void> = Promise.resolve();
		for (let n = 0, isLast = false; !isLast; n++) {
			await untilWanted(n);
			const items = stop.signal.aborted ? [] : takeBatch(files, batchSize(n, goesOn));
			const result = items.length > 0 ? await readUnlessStopped(items) : nothingRead;
			const [finished, cancelled, currentFile] = [files.length === 0 || stop.signal.aborted, stop.signal.aborted, files[0]?.file ?? null];
			await handing;
			// While the disk keeps this batch, the next one is read.
			handing = keep(result).then((kept) => {
				done += result.documents.length + result.unread.length + result.tables.length;
				if (finished) last = n;
				const batch = {
					n,
					documents: kept,
					unread: n === 0 ? [...unread, ...result.unread] : result.unread,
					sheets: result.tables.map(({ item, sheets }) => ({ id: keepSheet(items[item]!), file: items[item]!.file, sheets })),
					skipped: n === 0 ? skipped : [],
					progress: { done, total, currentFile },
					finished,
					cancelled,
				};
				slots.resolve(n, batchJson(batch));
			});
			handing.catch(() => undefined);
			isLast = finished;
		}
		await handing;
	}

	/** @returns the JSON of the documents that are handed out. */
	async function keep({ documents: read, unrepaired }: FilesRead): Promise<Uint8Array[]> {
		if (read.length === 0) return [];
		return (await documents.keep([...read, ...unrepaired])).slice(0, read.length);
	}

	async function readUnlessStopped(items: ImportInput[]): Promise<FilesRead> {
		try {
			return await read(items, stop.signal);
		} catch (error) {
			if (stop.signal.aborted) return nothingRead;
			throw error;
		}
	}

	/** Waits while the reader is as far behind as it may be; one that never comes back must not block the next import. */
	async function untilWanted(n: number): Promise<void> {
		while (n > asked + readAhead && !stop.signal.aborted) {
			await new Promise<void>((resolve) => {
				const abandoned = setTimeout(stopReading, abandonAfter).unref();
				wake = () => {
					clearTimeout(abandoned);
					resolve();
				};
			});
		}
	}

	return {
		async run() {
			try {
				if (last === null) await produce();
			} catch (error) {
				failure = error;
				slots.rejectAll(error);
			}
		},
		batch(n) {
			asked = Math.max(asked, n);
			slots.letGoBelow(asked - 1);
			wake();
			if (slots.wasLetGo(n)) return Promise.reject(new Refusal(404, `Batch ${n} of this import was handed out already.`));
			if (last !== null && n > last) return Promise.reject(new Refusal(404, `This import ended with batch ${last}.`));
			// Batches that were read before the import failed are whole and are still handed out.
			if (failure !== null && !slots.isResolved(n)) return Promise.reject(failure);
			return slots.promise(n);
		},
		cancel() {
			if (last !== null || failure !== null || stop.signal.aborted) return false;
			stopReading();
			return true;
		},
	};
}

/** Takes the next files off the list; files sent with their content are bounded by its size too. */
function takeBatch(files: ImportInput[], size: number): ImportInput[] {
	let [count, bytes, office] = [0, 0, 0];
	while (count < Math.min(size, files.length)) {
		const next = files[count]!;
		bytes += 'bytes' in next ? next.bytes.length : 0;
		office += Number(isOfficeName(next.file));
		if (count > 0 && (bytes > largestBatchBytes || office > mostOffice)) break;
		count++;
	}
	return files.splice(0, count);
}
