/** Imports as the screen sees them: one at a time, the rest waiting; how far the running one is; what the last one brought. */
import type { NamedFile } from '../api/imports.ts';
import { newId } from '../../src-shared/domain/ids.ts';
import type { ColumnMapping, SheetToMap } from '../../src-shared/schemas/sheet.ts';
import { both, emptyOutcome, onlyTables, type ImportOutcome, type ImportPorts, type ImportProgress, type ImportRequest, type Job, runImport, sentenceOf } from './importRun.ts';
import { fromFiles, sortOut, uploadsOf } from './namedFiles.ts';

export interface ControllerPorts extends ImportPorts {
	openWorkshopId(): string | null;
	/** Whether the host has file dialogs; else the page asks with a file input. */
	hostHasDialogs: boolean;
	askForFiles(choose: 'files' | 'folder'): Promise<NamedFile[] | null>;
}

/** Done before the first document is read, and only where there is something to read: a workshop to read it in. */
export type Prepare = () => Promise<unknown>;

type WhatToImport = Pick<ImportRequest, 'jobs' | 'files' | 'declined' | 'skipped'>;

const one = (start: Job, files: number | null = null): WhatToImport => ({ jobs: [start], files, declined: [], skipped: [] });

export class ImportController {
	/** The import that runs; null between imports. */
	running = $state.raw<ImportProgress | null>(null);
	/** Imports that wait for it. */
	waiting = $state(0);
	/** What the last import brought, and those that ran before it in a row, until it is dismissed. */
	outcome = $state.raw<ImportOutcome | null>(null);
	/** Spreadsheets that wait for their columns to be mapped, the first one on screen. */
	sheets = $state.raw<readonly SheetToMap[]>([]);
	#ports: ControllerPorts;
	#turn: Promise<unknown> = Promise.resolve();
	#abort: AbortController | null = null;

	constructor(ports: ControllerPorts) {
		this.#ports = ports;
	}

	/** Resolves with the outcome when these files are through. */
	startFiles(files: Iterable<File> | readonly NamedFile[], prepare?: Prepare): Promise<ImportOutcome> {
		const named = [...files].map((file) => (file instanceof File ? fromFiles([file])[0]! : file));
		return this.#inTurn(() => {
			const { tried, declined, skipped } = sortOut(named);
			const { hold, send } = this.#ports;
			const jobs = (async function* () {
				for await (const upload of uploadsOf(tried, hold, declined)) yield () => send(upload);
			})();
			return { jobs, files: tried.length, declined, skipped };
		}, prepare);
	}

	/** Asks for files or a folder, by the host's dialog or the browser's. Resolves with null where nothing was chosen. */
	async startDialog(choose: 'files' | 'folder', prepare?: Prepare): Promise<ImportOutcome | null> {
		if (!this.#ports.hostHasDialogs) {
			const files = await this.#ports.askForFiles(choose);
			return files && this.startFiles(files, prepare);
		}
		// The dialog opens at once, also while another import runs; only the reading waits its turn.
		try {
			const job = await this.#ports.api.startDialog(choose);
			return job === null ? null : await this.#inTurn(() => one(() => Promise.resolve(job)), prepare);
		} catch (error) {
			return this.#failed(error);
		}
	}

	startSample(): Promise<ImportOutcome> {
		return this.#inTurn(() => one(() => this.#ports.api.startSample()));
	}

	/** Imports a spreadsheet as mapped. @param more another sheet of the same file is mapped after it. */
	mapSheet(id: string, mapping: ColumnMapping, more = false): Promise<ImportOutcome> {
		if (!more) this.leaveSheet(id);
		return this.#inTurn(() => one(() => this.#ports.api.startSheet(id, mapping), 1), undefined, true);
	}

	/** Goes on without it. */
	leaveSheet(id: string): void {
		this.sheets = this.sheets.filter((sheet) => sheet.id !== id);
	}

	/** Stops the running import; what it stored stays. */
	cancel(): void {
		this.#abort?.abort();
	}

	dismiss(): void {
		this.outcome = null;
	}

	/** @param goesOn it is a part of what was imported before, so that its outcome joins what is still on screen. */
	#inTurn(what: () => WhatToImport, prepare?: Prepare, goesOn = false): Promise<ImportOutcome> {
		const inRow = goesOn || this.running !== null || this.waiting > 0;
		this.waiting++;
		const turn = this.#turn.then(async () => {
			this.waiting--;
			await prepare?.();
			const earlier = inRow ? this.outcome : null;
			const outcome = await this.#run(what, { takeSheets: (sheets) => (this.sheets = [...this.sheets, ...sheets]), workshopId: this.#ports.openWorkshopId(), stepId: newId() });
			const all = earlier ? both(earlier, outcome) : outcome;
			this.outcome = onlyTables(all) ? null : all;
			return outcome;
		});
		// One that could not be prepared must not keep the next ones waiting.
		this.#turn = turn.catch(() => undefined);
		return turn;
	}

	async #run(what: () => WhatToImport, how: Omit<ImportRequest, keyof WhatToImport>): Promise<ImportOutcome> {
		this.#abort = new AbortController();
		this.running = { done: 0, total: 0, currentFile: null, cards: 0, rate: null, secondsLeft: null };
		this.outcome = null;
		try {
			const request = { ...what(), ...how };
			this.running = { ...this.running, total: request.files ?? 0 };
			return await runImport(this.#ports, request, (progress) => (this.running = progress), this.#abort.signal);
		} finally {
			this.running = null;
			this.#abort = null;
		}
	}

	#failed(error: unknown): ImportOutcome {
		return (this.outcome = { ...emptyOutcome(), error: sentenceOf(error) });
	}
}
