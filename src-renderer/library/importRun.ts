/**
 * One import from its start to its outcome: batches are read one after another and each is stored in one action. Knows
 * nothing of the screen; the API and the ledger are ports.
 */
import type { ImportsApi } from '../api/imports.ts';
import { created } from '../db/changes.ts';
import type { Action } from '../db/ledger.svelte.ts';
import type { Kind, ParsedDocument, Repair, UnreadFile } from '../../src-shared/schemas/document.ts';
import type { ImportBatch, SkippedFile } from '../../src-shared/schemas/importBatch.ts';
import type { SheetToMap } from '../../src-shared/schemas/sheet.ts';
import type { Change } from '../../src-shared/schemas/journal.ts';
import { counted } from '../ui/kinds.ts';

export interface ImportPorts {
	api: ImportsApi;
	/** @throws where the action could not be stored. */
	commit(action: Action, documents: Map<string, ParsedDocument>): Promise<void>;
	/** Whether the library has the document. */
	knows(hash: string): boolean;
	/** Whether the workshop reads the document. */
	reads(workshopId: string, hash: string): boolean;
}

export interface ImportRequest {
	/** Jobs to start, one after another; `files` says how many files a job has where that is known before. */
	jobs: { start: () => Promise<string | null>; files: number | null }[];
	/** Files that were not sent: too large or of another kind, and those that folders hold beside documents. */
	declined: UnreadFile[];
	skipped: SkippedFile[];
	/** Takes the spreadsheets whose columns are to be mapped, while the rest goes on. */
	takeSheets(sheets: readonly SheetToMap[]): void;
	/** The workshop that reads the documents; null for none. */
	workshopId: string | null;
	/** All batches are one undo step. */
	stepId: string;
}

export interface ImportProgress {
	done: number;
	total: number;
	currentFile: string | null;
	/** Cards that came in so far. */
	cards: number;
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
	/** In the library before, with the same content. `nowRead`: the workshop did not read it until now. */
	alreadyThere: (About & { nowRead: boolean })[];
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
	documents: 0, cards: 0, tables: 0, alreadyThere: [], unread: [...declined], skipped: [...skipped], warnings: [], repairs: [], madeTitles: [],
	madeNames: [], stopped: false, error: null,
});

/** What two imports brought that ran one after the other. */
export const both = (first: ImportOutcome, second: ImportOutcome): ImportOutcome => ({
	documents: first.documents + second.documents,
	cards: first.cards + second.cards,
	tables: first.tables + second.tables,
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
	const outcome = emptyOutcome(request.declined, request.skipped);
	const seen = new Set<string>();
	let before = 0;
	try {
		for (const { start } of request.jobs) {
			if (signal.aborted) break;
			const job = await start();
			if (job === null) continue;
			before += await readJob(job);
		}
	} catch (error) {
		if (!signal.aborted) outcome.error = sentenceOf(error);
	}
	outcome.stopped ||= signal.aborted;
	return outcome;

	/** @returns how many files the job had. */
	async function readJob(job: string): Promise<number> {
		const stop = () => void ports.api.cancel(job).catch(() => undefined);
		signal.addEventListener('abort', stop);
		if (signal.aborted) stop();
		try {
			for (let n = 0; ; n++) {
				const batch = await ports.api.batch(job, n, signal);
				if (signal.aborted) return 0;
				await store(ports, request, batch, outcome, seen);
				report(progressOf(batch));
				outcome.stopped ||= batch.cancelled;
				if (batch.finished) return batch.progress.total;
			}
		} catch (error) {
			// Nobody will ask for the rest.
			if (!signal.aborted) stop();
			throw error;
		} finally {
			signal.removeEventListener('abort', stop);
		}
	}

	function progressOf({ progress }: ImportBatch): ImportProgress {
		const known = request.jobs.reduce((sum, { files }) => sum + (files ?? 0), 0);
		return {
			done: before + progress.done,
			total: Math.max(known, before + progress.total),
			currentFile: progress.currentFile,
			cards: outcome.cards,
		};
	}
}

async function store(ports: ImportPorts, request: ImportRequest, batch: ImportBatch, outcome: ImportOutcome, seen: Set<string>): Promise<void> {
	const { workshopId } = request;
	const { unique, repeated } = withoutRepeats(batch.documents, seen);
	const known = unique.filter(({ hash }) => ports.knows(hash));
	const fresh = unique.filter((document) => !known.includes(document));
	const toRead = workshopId === null ? [] : unique.filter(({ hash }) => !ports.reads(workshopId, hash));
	const importedAt = new Date().toISOString();
	const changes: Change[] = [
		...fresh.map(({ hash }) => ({ table: 'documents', key: hash, before: null, after: { importedAt } }) satisfies Change),
		...toRead.map(({ hash }) =>
			created('workshopSources', { id: `${workshopId}/${hash}`, workshopId: workshopId!, sourceId: hash }),
		),
	];
	const count = outcome.documents + fresh.length;
	const label = count > 0 ? `Import ${counted(count, 'document')}` : `Read ${counted(toRead.length, 'document')} in this workshop`;
	await ports.commit({ label, changes, stepId: request.stepId }, new Map(fresh.map((document) => [document.hash, document])));
	outcome.unread.push(...batch.unread);
	outcome.skipped.push(...batch.skipped);
	outcome.tables += batch.sheets.length;
	if (batch.sheets.length > 0) request.takeSheets(batch.sheets);
	for (const document of fresh) take(outcome, document);
	for (const document of [...known, ...repeated]) {
		outcome.alreadyThere.push({ ...about(document), nowRead: toRead.includes(document) });
	}
}

/** The same document under two names comes in once; `seen` remembers it across the batches. */
function withoutRepeats(documents: readonly ParsedDocument[], seen: Set<string>) {
	const unique: ParsedDocument[] = [];
	const repeated: ParsedDocument[] = [];
	for (const document of documents) {
		(seen.has(document.hash) ? repeated : unique).push(document);
		seen.add(document.hash);
	}
	return { unique, repeated };
}

const about = ({ hash, file, title }: ParsedDocument): About => ({ id: hash, file, title });

function take(outcome: ImportOutcome, document: ParsedDocument): void {
	const which = about(document);
	outcome.documents += 1;
	outcome.cards += document.cards.length;
	outcome.warnings.push(...document.warnings.map((warning) => ({ ...which, ...warning })));
	if (document.repairs.length > 0) outcome.repairs.push({ ...which, repairs: document.repairs });
	if (document.titleIsMade) outcome.madeTitles.push(which);
	const nameless = document.cards.filter((card) => card.nameIsMade);
	for (const kind of new Set(nameless.map((card) => card.kind))) {
		const ofKind = nameless.filter((card) => card.kind === kind);
		outcome.madeNames.push({ ...which, kind, count: ofKind.length, line: ofKind[0]!.line });
	}
}

/** Errors of the API and of commands are sentences; those of the browser's store are not. */
export function sentenceOf(error: unknown): string {
	if (isFull(error)) {
		return 'The browser’s storage is full, so the rest was not stored. Free some space and import the documents again; those already read are skipped.';
	}
	return error instanceof Error && error.message ? error.message : 'The import stopped for a reason it does not give. Try it again.';
}

function isFull(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	return error.name === 'QuotaExceededError' || (error as { inner?: Error }).inner?.name === 'QuotaExceededError';
}
