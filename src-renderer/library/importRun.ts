/**
 * One import from its start to its outcome: batches are read one after another and each is stored in one action. Knows
 * nothing of the screen; the API and the library's worker are ports.
 */
import type { ImportsApi } from '../api/imports.ts';
import type { KnownDocument, TakenBatch, TakenDocument } from '../db/index/intake.ts';
import type { HeldFile } from './namedFiles.ts';
import type { NewerVersion } from '../db/index/versionStore.ts';
import type { Kind, Repair, UnreadFile } from '../../src-shared/schemas/document.ts';
import type { SkippedFile } from '../../src-shared/schemas/importBatch.ts';
import type { SheetToMap } from '../../src-shared/schemas/sheet.ts';

/** What a batch is stored for. */
export interface Taking {
	/** The workshop that reads the documents; null for none. */
	workshopId: string | null;
	/** All batches are one undo step. */
	stepId: string;
	/** Documents that came in before. */
	before: number;
}

export interface ImportPorts {
	api: ImportsApi;
	/** Sends files to be read. @returns the job. @throws where they could not be sent. */
	send(files: readonly HeldFile[]): Promise<string>;
	/** Keeps files to be sent, under numbers from `first` on; 0 begins anew. @returns their sizes in bytes. */
	hold(files: readonly File[], first: number): Promise<number[]>;
	/** Stores the job's batches one after another, each whole or not at all. @throws where one did not come or could not be stored. */
	take(job: string, taking: Taking, hear: (batch: TakenBatch) => void): Promise<void>;
	/** The job is taken next, when the one before is through. */
	expect(job: string): void;
	/** Waits for no further batch of the job. */
	stopTaking(job: string): void;
	/** The last batch is stored, or none will be. */
	ended(): Promise<void>;
	/** Milliseconds. */
	now(): number;
}

export interface ImportRequest {
	/** Jobs to start, one after another, as they become known. @throws what the next one failed for. */
	jobs: Iterable<Job> | AsyncIterable<Job>;
	/** How many files all jobs have together, where that is known before. */
	files: number | null;
	/** Files that were not sent: too large or of another kind, and those that folders hold beside documents. Whole once there are no more jobs. */
	declined: UnreadFile[];
	skipped: SkippedFile[];
	/** Takes the spreadsheets whose columns are to be mapped, while the rest goes on. */
	takeSheets(sheets: readonly SheetToMap[]): void;
	/** The workshop that reads the documents; null for none. */
	workshopId: string | null;
	/** All batches are one undo step. */
	stepId: string;
}

/** Starts a job. @returns its id; null where nothing is to be read. */
export type Job = () => Promise<string | null>;

export interface ImportProgress {
	done: number;
	total: number;
	currentFile: string | null;
	/** Cards that came in so far. */
	cards: number;
	/** Documents a second, and the seconds that the rest takes at this rate; null until there is something to go by. */
	rate: number | null;
	secondsLeft: number | null;
}

/** What is said about a document after the import; `id` opens it. */
interface About {
	id: string;
	file: string;
	title: string;
}

export interface ImportOutcome {
	documents: number;
	cards: number;
	/** Spreadsheets that wait for somebody to say what their columns mean. */
	tables: number;
	/** Documents that stand in for an earlier version of theirs from now on. */
	newer: (About & NewerVersion)[];
	/** In the library before, with the same content. `nowRead`: the workshop did not read it until now. */
	alreadyThere: KnownDocument[];
	unread: UnreadFile[];
	/** Files in folders that nobody meant to import. */
	skipped: SkippedFile[];
	warnings: (About & { line: number | null; message: string })[];
	repairs: (About & { repairs: Repair[] })[];
	madeTitles: About[];
	/** Cards without a name in their document, by kind. */
	madeNames: (About & { kind: Kind; count: number; line: number })[];
	stopped: boolean;
	/** What ended the import before its end, as a sentence. */
	error: string | null;
}

export const emptyOutcome = (declined: UnreadFile[] = [], skipped: SkippedFile[] = []): ImportOutcome => ({
	documents: 0, cards: 0, tables: 0, newer: [], alreadyThere: [], unread: [...declined], skipped: [...skipped], warnings: [], repairs: [], madeTitles: [],
	madeNames: [], stopped: false, error: null,
});

/** What two imports brought that ran one after the other. */
export const both = (first: ImportOutcome, second: ImportOutcome): ImportOutcome => ({
	documents: first.documents + second.documents,
	cards: first.cards + second.cards,
	tables: first.tables + second.tables,
	newer: [...first.newer, ...second.newer],
	alreadyThere: [...first.alreadyThere, ...second.alreadyThere],
	unread: [...first.unread, ...second.unread],
	skipped: [...first.skipped, ...second.skipped],
	warnings: [...first.warnings, ...second.warnings],
	repairs: [...first.repairs, ...second.repairs],
	madeTitles: [...first.madeTitles, ...second.madeTitles],
	madeNames: [...first.madeNames, ...second.madeNames],
	stopped: first.stopped || second.stopped,
	error: first.error ?? second.error,
});

/** Whether there is nothing to say of an import but that tables wait, which their screen says. */
export const onlyTables = ({ tables, documents, alreadyThere, unread, skipped, stopped, error }: ImportOutcome): boolean =>
	tables > 0 && documents + alreadyThere.length + unread.length + skipped.length === 0 && !stopped && error === null;

/** Never throws: what goes wrong is in the outcome, and what was stored before it stays. */
export async function runImport(
	ports: ImportPorts,
	request: ImportRequest,
	report: (progress: ImportProgress) => void,
	signal: AbortSignal,
): Promise<ImportOutcome> {
	const outcome = emptyOutcome([], request.skipped);
	const startedAt = ports.now();
	let before = 0;
	let lastFile: string | null = null;
	const jobs = begunJobs(request.jobs);
	let next = jobs.next();
	try {
		for (let begun = await next; !begun.done && !signal.aborted; begun = await next) {
			// The next files are sent while these are stored.
			next = jobs.next();
			next.then(({ value }) => value && !signal.aborted && ports.expect(value), () => undefined);
			if (begun.value !== null) before += await readJob(begun.value);
		}
	} catch (error) {
		if (!signal.aborted) outcome.error = sentenceOf(error);
	}
	outcome.unread.unshift(...request.declined);
	// One that was sent and that nobody takes any more.
	if (signal.aborted || outcome.error !== null) void next.then(({ value }) => value && leave(value), () => undefined);
	outcome.stopped ||= signal.aborted;
	await ports.ended();
	return outcome;

	function leave(job: string): void {
		ports.stopTaking(job);
		void ports.api.cancel(job).catch(() => undefined);
	}

	/** @returns how many files the job had. */
	async function readJob(job: string): Promise<number> {
		const stop = () => leave(job);
		signal.addEventListener('abort', stop);
		if (signal.aborted) stop();
		let total = 0;
		try {
			await ports.take(job, { workshopId: request.workshopId, stepId: request.stepId, before: outcome.documents }, (batch) => {
				account(outcome, batch);
				if (batch.sheets.length > 0) request.takeSheets(batch.sheets);
				report(progressOf(batch));
				outcome.stopped ||= batch.cancelled;
				total = batch.progress.total;
			});
			return total;
		} catch (error) {
			// Nobody will ask for the rest.
			if (!signal.aborted) stop();
			throw error;
		} finally {
			signal.removeEventListener('abort', stop);
		}
	}

	function progressOf({ progress }: TakenBatch): ImportProgress {
		const done = before + progress.done;
		const total = Math.max(request.files ?? 0, before + progress.total);
		const seconds = (ports.now() - startedAt) / 1000;
		const rate = seconds >= leastSeconds && done > 0 ? done / seconds : null;
		// Between two parts of an import no file is being read; what was read last stands until the next one is.
		lastFile = progress.currentFile ?? lastFile;
		return { done, total, currentFile: lastFile, cards: outcome.cards, rate, secondsLeft: rate === null ? null : (total - done) / rate };
	}
}

async function* begunJobs(jobs: ImportRequest['jobs']): AsyncGenerator<string | null, undefined> {
	for await (const start of jobs) yield await start();
}

/** Before, the first small batches say little of the rest. */
const leastSeconds = 1;

function account(outcome: ImportOutcome, batch: TakenBatch): void {
	outcome.unread.push(...batch.unread);
	outcome.skipped.push(...batch.skipped);
	outcome.tables += batch.sheets.length;
	outcome.alreadyThere.push(...batch.known);
	for (const document of batch.fresh) take(outcome, document);
}

function take(outcome: ImportOutcome, document: TakenDocument): void {
	const { id, file, title } = document;
	const which = { id, file, title };
	outcome.documents += 1;
	outcome.cards += document.cards;
	outcome.warnings.push(...document.warnings.map((warning) => ({ ...which, ...warning })));
	if (document.repairs.length > 0) outcome.repairs.push({ ...which, repairs: document.repairs });
	if (document.newer) outcome.newer.push({ ...which, ...document.newer });
	if (document.titleIsMade) outcome.madeTitles.push(which);
	outcome.madeNames.push(...document.madeNames.map((made) => ({ ...which, ...made })));
}

const hostGone = 'Longview’s other half does not answer. What was read is kept; start Longview again and import the documents once more.';

/** Errors of the API and of commands are sentences; those of the browser's store are not. */
export function sentenceOf(error: unknown): string {
	if (isFull(error)) {
		return 'The browser’s storage is full, so the rest was not stored. Free some space and import the documents again; those already read are skipped.';
	}
	if (error instanceof Error && error.name === 'HostGone') return hostGone;
	return error instanceof Error && error.message ? error.message : 'The import stopped for a reason it does not give. Try it again.';
}

function isFull(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	return error.name === 'QuotaExceededError' || (error as { inner?: Error }).inner?.name === 'QuotaExceededError';
}
