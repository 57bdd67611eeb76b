/** The window's side of the search: asks the worker that holds the library's index, and knows when asking again is worth it. */
import type { Answers as IndexAnswers } from './index/answers.ts';
import { afterPaint } from './afterPaint.ts';
import type { Intake, JobToTake, TakenBatch, Upload } from './index/intake.ts';
import type { IndexState, LibraryAnswer, LibraryQuery } from './index/query.ts';
import type { WorkshopCard, WorkshopSource } from '../../src-shared/schemas/records.ts';
import type { Records } from './records.svelte.ts';
import { startWorker } from './trustedWorker.ts';
import workerUrl from './index/worker.ts?worker&url';

type Answers = IndexAnswers & Pick<Intake, 'expect' | 'stop' | 'hold' | 'upload'> & { take: (job: JobToTake) => Promise<void> };

interface Answered {
	id?: number;
	found?: unknown;
	/** One of several before the answer. */
	part?: unknown;
	error?: { name: string; message: string };
	state?: IndexState;
}

export class LibrarySearch {
	state = $state.raw<IndexState>({ version: 0, ready: false, cards: 0, sources: 0, reading: null });
	/** What the list showed last, until the worker says what it shows now. */
	first: LibraryAnswer | null = null;
	#worker: Worker | null = null;
	#early: unknown[] = [];
	#isClosed = false;
	#records: Pick<Records, 'openWorkshopId' | 'workshopSources' | 'workshopCards'>;
	#told: { reads: readonly WorkshopSource[]; uses: readonly WorkshopCard[] } | null = null;
	#open = new Map<number, { resolve: (found: never) => void; reject: (error: Error) => void; hear: ((part: never) => void) | undefined }>();
	#next = 0;

	constructor(databaseName: string, records: Pick<Records, 'openWorkshopId' | 'workshopSources' | 'workshopCards'>) {
		this.#records = records;
		// Reading an index of a hundred thousand cards must not take the processor from drawing the window.
		afterPaint(() => this.#start(databaseName));
	}

	#start(databaseName: string): void {
		if (this.#isClosed) return;
		const worker = startWorker(workerUrl, databaseName);
		worker.onmessage = ({ data }: MessageEvent<Answered>) => this.#hear(data);
		worker.onerror = (event) => {
			for (const { reject } of this.#open.values()) reject(new Error(event.message || 'The search could not be started.'));
			this.#open.clear();
		};
		for (const question of this.#early.splice(0)) worker.postMessage(question);
		this.#worker = worker;
	}

	#hear({ id, found, part, error, state }: Answered): void {
		if (state) this.state = state;
		if (id === undefined) return;
		const waiting = this.#open.get(id);
		if (part !== undefined) return waiting?.hear?.(part as never);
		this.#open.delete(id);
		if (error === undefined) waiting?.resolve(found as never);
		else waiting?.reject(Object.assign(new Error(error.message), { name: error.name }));
	}

	#ask<Name extends keyof Answers>(name: Name, ...given: Parameters<Answers[Name]>): Promise<Awaited<ReturnType<Answers[Name]>>> {
		return this.#request(name, given);
	}

	/** @param hear is given what comes before the answer. */
	#request<Name extends keyof Answers>(name: Name, given: Parameters<Answers[Name]>, hear?: (part: never) => void): Promise<Awaited<ReturnType<Answers[Name]>>> {
		const id = this.#next++;
		return new Promise((resolve, reject) => {
			this.#open.set(id, { resolve, reject, hear });
			const question = { id, name, given };
			if (this.#worker) this.#worker.postMessage(question);
			else this.#early.push(question);
		});
	}

	/** What depends on the workshop is asked after the worker knows what the workshop reads and uses now. */
	#askNow<Name extends 'look' | 'sources' | 'facets' | 'all' | 'draw'>(name: Name, query: LibraryQuery) {
		const reads = this.#records.workshopSources.all;
		const uses = this.#records.workshopCards.all;
		if (this.#told?.reads !== reads || this.#told.uses !== uses) {
			this.#told = { reads, uses };
			void this.#ask('use', {
				workshopId: this.#records.openWorkshopId,
				reads: reads.map(({ sourceId }) => sourceId),
				uses: uses.map(({ cardId, placement }) => [cardId, placement !== null] as const),
			});
		}
		return this.#ask(name, ...([query] as unknown as Parameters<Answers[Name]>));
	}

	look = (query: LibraryQuery) => this.#askNow('look', query);
	sources = (query: LibraryQuery) => this.#askNow('sources', query);
	facets = (query: LibraryQuery) => this.#askNow('facets', query);
	cards = (numbers: number[]) => this.#ask('cards', numbers);
	sourceIds = (numbers: number[]) => this.#ask('sourceIds', numbers);
	ids = (numbers: number[]) => this.#ask('ids', numbers);
	all = (query: LibraryQuery) => this.#askNow('all', query);
	draw = (query: LibraryQuery) => this.#askNow('draw', query);
	line = (cardId: string) => this.#ask('line', cardId);
	lines = (numbers: number[]) => this.#ask('lines', numbers);
	themes = (numbers: number[]) => this.#ask('themes', numbers);
	evidence = (cardId: string) => this.#ask('evidence', cardId);
	/** Stores an import's job batch by batch and brings it into the index. @throws by name: HostRefused, HostGone, AbortError, or what IndexedDB threw. */
	take = (job: JobToTake, hear: (taken: TakenBatch) => void): Promise<void> => {
		this.taking++;
		return this.#request('take', [job], hear).finally(() => this.taking--);
	};
	/** Jobs of an import that are being taken: what they bring is told of as the index grows. */
	taking = 0;
	/** Gives files to the worker, which sends them: see Intake. @returns their sizes in bytes. */
	hold = (files: readonly File[], first: number): Promise<number[]> => this.#ask('hold', files, first);
	/** Sends files that the worker holds to the host. */
	upload = (upload: Upload): Promise<unknown> => this.#ask('upload', upload);
	/** A job that is taken next. */
	expect = (job: Pick<JobToTake, 'address' | 'headers'>): void => void this.#ask('expect', job);
	/** Waits for no further batch from there. */
	stopTaking = (address: string): void => void this.#ask('stop', address);

	close(): void {
		this.#isClosed = true;
		this.#worker?.terminate();
	}
}
