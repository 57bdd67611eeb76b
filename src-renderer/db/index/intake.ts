/**
 * Takes an import into the library without the window: asks the host for its batches, stores each in one transaction and
 * brings it into the index while IndexedDB, which is a process of its own, is still writing. The next batch is on its way
 * meanwhile, so that the slowest of the three is the only one that anybody waits for.
 */
import { documentRecords } from '../../../src-shared/domain/documentRecords.ts';
import type { Kind, ParsedDocument, Repair, UnreadFile, Warning } from '../../../src-shared/schemas/document.ts';
import type { ImportBatch, ImportProgress, SkippedFile } from '../../../src-shared/schemas/importBatch.ts';
import type { Change } from '../../../src-shared/schemas/journal.ts';
import type { Card, Source } from '../../../src-shared/schemas/records.ts';
import type { SheetToMap } from '../../../src-shared/schemas/sheet.ts';
import { created } from '../changes.ts';
import type { Database } from '../database.ts';
import { type ChangeMessage, type Entering, storeAtOnce } from '../storing.ts';
import type { Keeper } from './keeper.ts';

export interface JobToTake {
	/** Where the host hands out the job's batches; the batch's number goes at its end. */
	address: string;
	/** What proves to the host that the window asks. */
	headers: Record<string, string>;
	/** The workshop that reads the documents; null for none. */
	workshopId: string | null;
	/** All jobs of an import are one undo step. */
	stepId: string;
	/** Documents that the step brought in before this job. */
	before: number;
	windowId: string;
}

export interface Upload {
	address: string;
	headers: Record<string, string>;
	files: readonly { path: string; file: File }[];
}

/** What there is to say about a document that came in; `id` opens it. */
export interface TakenDocument {
	id: string;
	file: string;
	title: string;
	titleIsMade: boolean;
	cards: number;
	warnings: Warning[];
	repairs: Repair[];
	/** Cards without a name in their document, by kind. */
	madeNames: { kind: Kind; count: number; line: number }[];
}

export interface KnownDocument {
	id: string;
	file: string;
	title: string;
	/** The workshop did not read it until now. */
	nowRead: boolean;
}

export interface TakenBatch {
	fresh: TakenDocument[];
	/** In the library before, with the same content. */
	known: KnownDocument[];
	unread: UnreadFile[];
	skipped: SkippedFile[];
	sheets: SheetToMap[];
	progress: ImportProgress;
	finished: boolean;
	cancelled: boolean;
	changes: Change[];
	sources: Source[];
	/** Those of a few documents, which are looked at next; none of an archive's. */
	cards: Card[];
}

/** The host refused, with its sentence. */
export class HostRefused extends Error {
	override name = 'HostRefused';
}

/** The host does not answer. */
export class HostGone extends Error {
	override name = 'HostGone';
}

const fewDocuments = 8;

export class Intake {
	#database: Database;
	#keeper: Keeper;
	#channel: { postMessage(message: ChangeMessage): void };
	#step: { id: string; sources: Set<string>; reads: Set<string> } = { id: '', sources: new Set(), reads: new Set() };
	#coming = new Map<string, { stop: AbortController; batch: Promise<ImportBatch> }>();

	#ask: typeof batchFrom;

	constructor(database: Database, keeper: Keeper, channel: { postMessage(message: ChangeMessage): void }, ask = batchFrom) {
		this.#database = database;
		this.#keeper = keeper;
		this.#channel = channel;
		this.#ask = ask;
	}

	/**
	 * Stores a job's batches one after another, each whole or not at all, and tells of each once it is stored.
	 * @throws HostRefused with the host's sentence; HostGone; what IndexedDB threw, or an AbortError after `stop`.
	 */
	async take(job: JobToTake, tell: (taken: TakenBatch) => void): Promise<void> {
		await this.#begin(job);
		let { before } = job;
		let storing: Promise<void> = Promise.resolve();
		try {
			for (let n = 0; ; n++) {
				const batch = await this.#fetched(job, n).finally(() => this.#coming.delete(`${job.address}${n}`));
				if (!batch.finished) void this.#fetched(job, n + 1).catch(() => undefined);
				const { taken, stored } = this.#store(job, batch, before);
				before += taken.fresh.length;
				// Two at a time: one that IndexedDB writes, and one that waits for it there.
				const [earlier, told] = [storing, stored.then(() => tell(taken))];
				told.catch(() => undefined);
				storing = earlier.then(() => told);
				storing.catch(() => undefined);
				await earlier;
				if (batch.finished) break;
			}
		} finally {
			await storing;
			this.#keeper.tellNow();
		}
	}

	/** Waits for no further batch from there; what is being stored is stored. */
	stop(address: string): void {
		for (const [from, { stop }] of this.#coming) if (from.startsWith(address)) stop.abort();
	}

	/** Sends files to the host: thousands of them would hold the window up. @returns the host's answer. @throws as `take` */
	async upload({ address, headers, files }: Upload): Promise<unknown> {
		const form = new FormData();
		for (const { path, file } of files) form.append('files', file, path);
		return answerOf(fetch(address, { method: 'POST', headers, body: form }));
	}

	/** What the library and the workshop have as an import begins; its own batches are added as they are stored. */
	async #begin({ stepId, workshopId }: JobToTake): Promise<void> {
		if (this.#step.id === stepId) return;
		const [sources, reads] = await Promise.all([
			this.#database.sources.toCollection().primaryKeys(),
			workshopId === null ? [] : this.#database.workshopSources.where('workshopId').equals(workshopId).primaryKeys(),
		]);
		this.#step = { id: stepId, sources: new Set(sources), reads: new Set(reads) };
		await this.#database.history.where('workshopId').equals(workshopId ?? '').and((row) => row.undone === 1).delete();
	}

	#fetched({ address, headers }: JobToTake, n: number): Promise<ImportBatch> {
		const from = `${address}${n}`;
		const coming = this.#coming.get(from);
		if (coming) return coming.batch;
		const stop = new AbortController();
		const batch = this.#ask(from, headers, stop.signal);
		this.#coming.set(from, { stop, batch });
		return batch;
	}

	#store(job: JobToTake, batch: ImportBatch, before: number): { taken: TakenBatch; stored: Promise<void> } {
		const { workshopId } = job;
		const { unique, repeated } = withoutRepeats(batch.documents);
		const fresh = unique.filter(({ hash }) => !this.#step.sources.has(hash));
		const toRead = workshopId === null ? [] : unique.filter(({ hash }) => !this.#step.reads.has(`${workshopId}/${hash}`));
		const importedAt = new Date().toISOString();
		const entering: Entering = new Map(fresh.map((document) => [document.hash, documentRecords(document, importedAt)]));
		const changes: Change[] = [
			...fresh.map(({ hash }) => ({ table: 'documents', key: hash, before: null, after: { importedAt } }) satisfies Change),
			...toRead.map(({ hash }) => created('workshopSources', { id: `${workshopId}/${hash}`, workshopId: workshopId!, sourceId: hash })),
		];
		const count = before + fresh.length;
		const label = count > 0 ? `Import ${counted(count)}` : `Read ${counted(toRead.length)} in this workshop`;
		const records = [...entering.values()];
		const { unread, skipped, sheets, progress, finished, cancelled } = batch;
		const known = unique.filter((document) => !entering.has(document.hash));
		return {
			taken: {
				fresh: fresh.map(taken),
				known: [...known.map((document) => ({ ...about(document), nowRead: toRead.includes(document) })), ...repeated.map((document) => ({ ...about(document), nowRead: false }))],
				unread, skipped, sheets, progress, finished, cancelled, changes,
				sources: records.map(({ source }) => source),
				cards: count <= fewDocuments ? records.flatMap(({ cards }) => cards) : [],
			},
			stored: changes.length > 0 ? this.#write(job, label, changes, entering) : Promise.resolve(),
		};
	}

	async #write({ workshopId, stepId, windowId }: JobToTake, label: string, changes: Change[], entering: Entering): Promise<void> {
		const { sources, reads } = this.#step;
		const stored = storeAtOnce(this.#database, { label, changes, entering }, { workshopId: workshopId ?? '', stepId });
		this.#keeper.take(changes, entering);
		for (const { table, key } of changes) (table === 'documents' ? sources : reads).add(key);
		try {
			await stored;
		} catch (error) {
			this.#keeper.leave(changes);
			for (const { table, key } of changes) (table === 'documents' ? sources : reads).delete(key);
			throw error;
		}
		this.#channel.postMessage({ changes, from: windowId });
	}
}

const batchFrom = async (path: string, headers: Record<string, string>, signal: AbortSignal): Promise<ImportBatch> =>
	(await answerOf(fetch(path, { headers, signal }))) as ImportBatch;

/** @throws HostRefused, HostGone, or an AbortError */
async function answerOf(asked: Promise<Response>): Promise<unknown> {
	const answer = await asked.catch((error: unknown) => {
		throw (error as { name?: string }).name === 'AbortError' ? error : new HostGone('The host does not answer.');
	});
	if (answer.ok) return answer.json();
	const said = (await answer.json().catch(() => null)) as { error?: unknown } | null;
	throw new HostRefused(typeof said?.error === 'string' ? said.error : `Longview answered with an error (${answer.status}). Try it again.`);
}

/** The same document under two names comes in once; in a later batch it is in the library already. */
function withoutRepeats(documents: readonly ParsedDocument[]) {
	const seen = new Set<string>();
	const unique: ParsedDocument[] = [];
	const repeated: ParsedDocument[] = [];
	for (const document of documents) {
		(seen.has(document.hash) ? repeated : unique).push(document);
		seen.add(document.hash);
	}
	return { unique, repeated };
}

const about = ({ hash, file, title }: ParsedDocument) => ({ id: hash, file, title });

function taken(document: ParsedDocument): TakenDocument {
	const { titleIsMade, warnings, repairs, cards } = document;
	const nameless = cards.filter((card) => card.nameIsMade);
	const madeNames = [...new Set(nameless.map(({ kind }) => kind))].map((kind) => {
		const ofKind = nameless.filter((card) => card.kind === kind);
		return { kind, count: ofKind.length, line: ofKind[0]!.line };
	});
	return { ...about(document), titleIsMade, cards: cards.length, warnings, repairs, madeNames };
}

const counted = (documents: number): string => `${documents} document${documents === 1 ? '' : 's'}`;
