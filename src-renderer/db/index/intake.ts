/**
 * Takes an import into the library without the window: asks the host for its batches, stores each in one transaction and
 * brings it into the index while IndexedDB, which is a process of its own, is still writing. The next batch is on its way
 * meanwhile, so that the slowest of the three is the only one that anybody waits for.
 */
import { documentRecords } from '../../../src-shared/domain/documentRecords.ts';
import { packedFilesType, packedHead, type PackedFile } from '../../../src-shared/domain/packedFiles.ts';
import type { Kind, ParsedDocument, Repair, UnreadFile, Warning } from '../../../src-shared/schemas/document.ts';
import type { ImportBatch, ImportProgress, SkippedFile } from '../../../src-shared/schemas/importBatch.ts';
import type { Change } from '../../../src-shared/schemas/journal.ts';
import type { Card, Source } from '../../../src-shared/schemas/records.ts';
import type { SheetToMap } from '../../../src-shared/schemas/sheet.ts';
import { created } from '../changes.ts';
import type { Database } from '../database.ts';
import { type ChangeMessage, type Entering, storeAtOnce } from '../storing.ts';
import type { Keeper } from './keeper.ts';
import { type NewerVersion, type Replaced, rowsOf, rowsStored, storeVersions, VersionFinder } from './versionStore.ts';

export interface JobToTake {
	/** Where the host hands out the job's batches; the batch's number goes at its end. */
	address: string;
	/** What proves to the host that the window asks. */
	headers: Record<string, string>;
	/** Where the host keeps the documents that it has read; the hash goes at its end. */
	documents: string;
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
	/** Of those that are held, by their numbers. */
	files: readonly { path: string; held: number }[];
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
	/** What it is newer than; absent where it is a document of its own. */
	newer?: NewerVersion;
}

export interface KnownDocument {
	id: string;
	file: string;
	title: string;
	/** The workshop did not read it until now. */
	nowRead: boolean;
	/** Another document stands in for it, so that it is not read. */
	isEarlier?: boolean;
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
/** Batches that IndexedDB has at a time: one that it writes, and those that wait for it there, so that it never waits. */
const storedAtOnce = 4;

export class Intake {
	#database: Database;
	#keeper: Keeper;
	#channel: { postMessage(message: ChangeMessage): void };
	#step: { id: string; sources: Set<string>; reads: Set<string>; versions: VersionFinder } = { id: '', sources: new Set(), reads: new Set(), versions: new VersionFinder([]) };
	#held = new Map<number, File>();
	#coming = new Map<string, { stop: AbortController; batch: Promise<ImportBatch> }>();

	#ask: typeof jsonFrom;

	constructor(database: Database, keeper: Keeper, channel: { postMessage(message: ChangeMessage): void }, ask = jsonFrom) {
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
		/** In the order of the batches; each waits for those before it. */
		const storing: Promise<void>[] = [];
		try {
			for (let n = 0; ; n++) {
				const { taken, stored } = await this.#next(job, n, before);
				before += taken.fresh.length;
				const told = stored.then(() => tell(taken));
				const [earlier] = storing.slice(-1);
				const all = earlier ? earlier.then(() => told) : told;
				for (const promise of [told, all]) promise.catch(() => undefined);
				storing.push(all);
				if (storing.length >= storedAtOnce) await storing.shift();
				if (taken.finished) break;
			}
		} finally {
			await storing.at(-1);
			this.#keeper.tellNow();
		}
	}

	/** Nothing holds a batch any more that is on its way to IndexedDB: several at a time would each be copied by every collection of garbage. */
	async #next(job: JobToTake, n: number, before: number): Promise<{ taken: TakenBatch; stored: Promise<void> }> {
		const batch = await this.#fetched(job, n).finally(() => this.#coming.delete(`${job.address}${n}`));
		if (!batch.finished) void this.#fetched(job, n + 1).catch(() => undefined);
		return this.#store(job, batch, before);
	}

	/** Asks for the first batch of the job that is taken next, so that it is there by then. */
	expect(job: Pick<JobToTake, 'address' | 'headers'>): void {
		void this.#fetched(job, 0).catch(() => undefined);
	}

	/** Waits for no further batch from there; what is being stored is stored. */
	stop(address: string): void {
		for (const [from, { stop }] of this.#coming) if (from.startsWith(address)) stop.abort();
	}

	/**
	 * Keeps files that are to be sent, under numbers from `first` on; 0 begins anew. A file's size is asked from the disk as
	 * it comes here, once: the window does not ask for it. @returns their sizes in bytes.
	 */
	hold(files: readonly File[], first: number): number[] {
		if (first === 0) this.#held.clear();
		files.forEach((file, at) => this.#held.set(first + at, file));
		return files.map(({ size }) => size);
	}

	/**
	 * Sends files that are held to the host, and lets go of them. The browser reads them itself, past this thread; where it
	 * fails it does not say at which file, so that then each is read alone. @returns the host's answer. @throws as `take`
	 */
	async upload({ address, headers, files }: Upload): Promise<unknown> {
		const named = files.map(({ path, held }) => ({ path, file: this.#held.get(held)! }));
		for (const { held } of files) this.#held.delete(held);
		const send = (read: readonly PackedFile<Blob>[]) => answerOf(fetch(address, { method: 'POST', headers: { ...headers, 'content-type': packedFilesType }, body: bodyOf(read) }));
		try {
			return await send(named.map(({ path, file }) => ({ path, bytes: file })));
		} catch (error) {
			if (!(error instanceof HostGone)) throw error;
			return send(await contentsOf(named));
		}
	}

	/** What the library and the workshop have as an import begins; its own batches are added as they are stored. */
	async #begin({ stepId, workshopId }: JobToTake): Promise<void> {
		if (this.#step.id === stepId) return;
		// What an import that was stopped expected.
		this.#coming.clear();
		const [rows, reads] = await Promise.all([
			this.#keeper.state.ready ? rowsOf(this.#keeper.index) : rowsStored(this.#database),
			workshopId === null ? [] : this.#database.workshopSources.where('workshopId').equals(workshopId).primaryKeys(),
		]);
		this.#step = { id: stepId, sources: new Set(rows.map(({ id }) => id)), reads: new Set(reads), versions: new VersionFinder(rows) };
		await this.#database.history.where('workshopId').equals(workshopId ?? '').and((row) => row.undone === 1).delete();
	}

	#fetched({ address, headers }: Pick<JobToTake, 'address' | 'headers'>, n: number): Promise<ImportBatch> {
		const from = `${address}${n}`;
		const coming = this.#coming.get(from);
		if (coming) return coming.batch;
		const stop = new AbortController();
		const batch = this.#ask(from, headers, stop.signal) as Promise<ImportBatch>;
		this.#coming.set(from, { stop, batch });
		return batch;
	}

	#store(job: JobToTake, batch: ImportBatch, before: number): { taken: TakenBatch; stored: Promise<void> } {
		const { workshopId } = job;
		const { unique, repeated } = withoutRepeats(batch.documents);
		const fresh = unique.filter(({ hash }) => !this.#step.sources.has(hash));
		const { superseded } = this.#step.versions;
		const toRead = workshopId === null ? [] : unique.filter(({ hash }) => !superseded.has(hash) && !this.#step.reads.has(`${workshopId}/${hash}`));
		const importedAt = new Date().toISOString();
		const candidates = this.#step.versions.candidates(fresh);
		const reads = toRead.map(({ hash }) => created('workshopSources', { id: `${workshopId}/${hash}`, workshopId: workshopId!, sourceId: hash }));
		const count = before + fresh.length;
		const label = count > 0 ? `Import ${counted(count)}` : `Read ${counted(toRead.length)} in this workshop`;
		const known = unique.filter(({ hash }) => this.#step.sources.has(hash));
		const { unread, skipped, sheets, progress, finished, cancelled } = batch;
		const taken: TakenBatch = {
			fresh: fresh.map(takenDocument),
			known: [
				...known.map((document) => ({ ...about(document), nowRead: toRead.includes(document), ...(superseded.has(document.hash) ? { isEarlier: true } : {}) })),
				...repeated.map((document) => ({ ...about(document), nowRead: false })),
			],
			unread, skipped, sheets, progress, finished, cancelled, changes: [], sources: [], cards: [],
		};
		if (candidates.length === 0) {
			const entering: Entering = new Map(fresh.map((document) => [document.hash, documentRecords(document, importedAt)]));
			const changes: Change[] = [...fresh.map(({ hash }) => ({ table: 'documents', key: hash, before: null, after: { importedAt } }) satisfies Change), ...reads];
			fill(taken, changes, entering, count);
			return { taken, stored: changes.length > 0 ? this.#write(job, label, changes, entering, finished) : Promise.resolve() };
		}
		return { taken, stored: this.#writeVersions(job, { label, importedAt, documents: fresh, candidates, reads }, (replaced) => fill(taken, replaced.changes, replaced.entering, count, replaced.versions)) };
	}

	async #writeVersions(
		job: JobToTake, storing: Pick<Parameters<typeof storeVersions>[1], 'label' | 'importedAt' | 'documents' | 'candidates' | 'reads'>, fill: (replaced: Replaced) => void,
	): Promise<void> {
		const { sources, reads, versions } = this.#step;
		const { index } = this.#keeper;
		for (const { hash } of storing.documents) sources.add(hash);
		for (const { key } of storing.reads) reads.add(key);
		try {
			const replaced = await storeVersions(this.#database, {
				...storing, workshopId: job.workshopId ?? '', stepId: job.stepId,
				targets: new Set([...index.targets].map((card) => index.cards.ids[card]!)),
				readingOf: (hash) => this.#documentOf(job, hash),
			});
			for (const { document, earlierId } of storing.candidates) if (!replaced.versions.has(document.hash)) versions.release(earlierId);
			for (const { table, key } of replaced.changes) if (table === 'workshopSources') reads.add(key);
			this.#keeper.take(replaced.changes, replaced.entering);
			fill(replaced);
			this.#channel.postMessage({ changes: replaced.changes, from: job.windowId });
		} catch (error) {
			for (const { hash } of storing.documents) sources.delete(hash);
			for (const { key } of storing.reads) reads.delete(key);
			for (const { earlierId } of storing.candidates) versions.release(earlierId);
			throw error;
		}
	}

	/** The host has read it and keeps it; without it the cards themselves have to say what the document said. */
	async #documentOf({ documents, headers }: JobToTake, hash: string): Promise<ParsedDocument | null> {
		return (await this.#ask(`${documents}${hash}`, headers, new AbortController().signal).catch(() => null)) as ParsedDocument | null;
	}

	#write({ workshopId, stepId, windowId }: JobToTake, label: string, changes: Change[], entering: Entering, isLast: boolean): Promise<void> {
		const { sources, reads } = this.#step;
		const stored = storeAtOnce(this.#database, { label, changes, entering }, { workshopId: workshopId ?? '', stepId }, isLast ? 'strict' : 'relaxed');
		this.#keeper.take(changes, entering, !isLast);
		for (const { table, key } of changes) (table === 'documents' ? sources : reads).add(key);
		return stored.then(
			() => this.#channel.postMessage({ changes, from: windowId }),
			(error: unknown) => {
				this.#keeper.leave(changes);
				for (const { table, key } of changes) (table === 'documents' ? sources : reads).delete(key);
				throw error;
			},
		);
	}
}

/** Files that are read at a time: the disk answers some while others are asked for. */
const readersAtOnce = 16;
const goneFile = 'It could not be opened. It may have been moved, renamed or changed since it was chosen.';

async function contentsOf(files: readonly { path: string; file: File }[]): Promise<PackedFile<Blob>[]> {
	const read: PackedFile<Blob>[] = [];
	let next = 0;
	const reader = async () => {
		for (let at = next++; at < files.length; at = next++) {
			const { path, file } = files[at]!;
			read[at] = await file.arrayBuffer().then((bytes) => ({ path, bytes: new Blob([bytes]) }), () => ({ path, error: goneFile }));
		}
	};
	await Promise.all(Array.from({ length: readersAtOnce }, reader));
	return read;
}

function bodyOf(files: readonly PackedFile<Blob>[]): Blob {
	const head = packedHead(files.map((file) => ('error' in file ? file : { path: file.path, bytes: { byteLength: file.bytes.size } })));
	return new Blob([head, ...files.flatMap((file) => ('bytes' in file ? [file.bytes] : []))]);
}

const jsonFrom = (path: string, headers: Record<string, string>, signal: AbortSignal): Promise<unknown> => answerOf(fetch(path, { headers, signal }));

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

function fill(taken: TakenBatch, changes: Change[], entering: Entering, count: number, versions?: ReadonlyMap<string, NewerVersion>): void {
	const records = [...entering.values()];
	taken.changes = changes;
	taken.sources = records.map(({ source }) => source);
	taken.cards = count <= fewDocuments ? records.flatMap(({ cards }) => cards) : [];
	for (const document of taken.fresh) {
		const newer = versions?.get(document.id);
		if (newer) document.newer = newer;
	}
}

function takenDocument(document: ParsedDocument): TakenDocument {
	const { titleIsMade, warnings, repairs, cards } = document;
	const nameless = cards.filter((card) => card.nameIsMade);
	const madeNames = [...new Set(nameless.map(({ kind }) => kind))].map((kind) => {
		const ofKind = nameless.filter((card) => card.kind === kind);
		return { kind, count: ofKind.length, line: ofKind[0]!.line };
	});
	return { ...about(document), titleIsMade, cards: cards.length, warnings, repairs, madeNames };
}

const counted = (documents: number): string => `${documents} document${documents === 1 ? '' : 's'}`;
