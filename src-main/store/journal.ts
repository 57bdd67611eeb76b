/**
 * One scope's journal: lines on disk, the state they fold to in memory, and the snapshots that let the journal's start
 * go. Requests are taken one after another; appends that wait together reach the disk together.
 */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { emptyFold, foldLine, foldOf, snapshotOf, type Folded } from '../../src-shared/domain/fold.ts';
import type { JournalLine, Revision, Scope, Snapshot } from '../../src-shared/schemas/journal.ts';
import { Refusal } from '../refusal.ts';
import { History, type Appended } from './history.ts';
import { openJournalFile, writeJournalFile, type JournalFile } from './journalFile.ts';
import type { LineFile } from './lineFile.ts';
import type { Position } from './lines.ts';
import { journalPath, openJournal, type OpenedJournal } from './openJournal.ts';
import type { Snapshots } from './snapshots.ts';

export const linesBeforeSnapshot = 500;
const snapshotDelay = 5 * 60_000;

export interface JournalRead extends Revision {
	snapshot: Snapshot | null;
	lines: JournalLine[];
	/** What was found damaged when the journal was opened. */
	notes: string[];
}

interface AppendRequest {
	base: Revision;
	lines: JournalLine[];
	resolve: (answer: Appended) => void;
	reject: (error: unknown) => void;
}

export class Journal {
	readonly scope: Scope;
	readonly notes: string[];
	#folder: string;
	#snapshots: Snapshots;
	#file: LineFile;
	#history: History;
	#positions: Position[];
	#state: Folded;
	/** The revision of the last snapshot. */
	#snapshotAt: number;
	/** The revision at which one was last tried, so that a full disk is not asked again at every line. */
	#triedAt: number;
	#lastChangedAt: string | null;
	#timer: NodeJS.Timeout | null = null;
	#waiting: AppendRequest[] = [];
	#turns: Promise<unknown> = Promise.resolve();

	/** @throws Refusal where it was written by a newer Longview, or cannot be put together again. */
	static async open(folder: string, scope: Scope): Promise<Journal> {
		return new Journal(folder, scope, await openJournal(folder));
	}

	private constructor(folder: string, scope: Scope, { snapshots, snapshot, opened, notes }: OpenedJournal) {
		const lines = opened.lines ?? [];
		this.scope = scope;
		this.notes = notes;
		this.#folder = folder;
		this.#snapshots = snapshots;
		this.#snapshotAt = this.#triedAt = snapshot?.rev ?? 0;
		this.#file = opened.file;
		this.#history = new History(opened.start, lines.map(({ line }) => line.id));
		this.#positions = lines.map(({ position }) => position);
		this.#state = snapshot ? foldOf(snapshot) : emptyFold();
		for (const { line } of lines.slice(this.#snapshotAt - opened.start.rev)) foldLine(this.#state, line);
		this.#lastChangedAt = lines.at(-1)?.line.at ?? snapshot?.takenAt ?? null;
		if (this.#history.tip.rev > this.#snapshotAt) this.#startTimer();
	}

	/** Resolves when the lines are fsynced. Lines that the journal has already are not added again. */
	append(base: Revision, lines: JournalLine[]): Promise<Appended> {
		return new Promise((resolve, reject) => {
			this.#waiting.push({ base, lines, resolve, reject });
			if (this.#waiting.length === 1) void this.#inTurn(() => this.#appendWaiting());
		});
	}

	/** @param since the revision the reader has; null, or one that the file does not reach back to: everything. */
	read(since: number | null): Promise<JournalRead> {
		return this.#inTurn(async () => {
			const { tip } = this.#history;
			const within = since !== null && this.#history.at(since) !== null;
			const snapshot = within ? null : await this.#snapshots.newest();
			const first = (within ? since : (snapshot?.rev ?? 0)) - this.#history.start.rev;
			if (first < 0) throw new Refusal(500, `The snapshots in ${this.#folder} have been damaged. Start Longview again.`);
			const lines = await Promise.all(this.#positions.slice(first).map((position) => this.#file.read(position)));
			return { ...tip, snapshot, lines: lines.map((json) => JSON.parse(json) as JournalLine), notes: this.notes };
		});
	}

	/** Where the journal stands, and the state its lines lead to, for reading only. */
	look(): Promise<{ revision: Revision; state: Folded; lastChangedAt: string | null }> {
		return this.#inTurn(() =>
			Promise.resolve({ revision: this.#history.tip, state: this.#state, lastChangedAt: this.#lastChangedAt }),
		);
	}

	/** Leaves nothing of how the present state came about: no earlier line, no earlier snapshot, nothing kept aside. */
	forget(): Promise<Revision> {
		return this.#inTurn(async () => {
			const { tip } = this.#history;
			await this.#takeSnapshot(tip.rev);
			await this.#snapshots.keepOnly(tip.rev);
			const aside = (await readdir(this.#folder)).filter((name) => name.endsWith('.damaged'));
			await Promise.all(aside.map((name) => rm(join(this.#folder, name))));
			return tip;
		});
	}

	/** Waits for what is being written. */
	close(): Promise<void> {
		return this.#inTurn(() => {
			this.#stopTimer();
			return this.#file.close();
		});
	}

	#inTurn<T>(task: () => Promise<T>): Promise<T> {
		const turn = this.#turns.then(task);
		this.#turns = turn.catch(() => undefined);
		return turn;
	}

	async #appendWaiting(): Promise<void> {
		const requests = this.#waiting.splice(0);
		const before = this.#history.tip.rev;
		const taken = requests.map(({ base, lines }) => this.#history.take(base, lines));
		try {
			await this.#write(taken.flatMap(({ fresh }) => fresh));
		} catch (error) {
			this.#history.cutTo(before);
			for (const { reject } of requests) reject(error);
			return;
		}
		requests.forEach(({ resolve }, index) => resolve((taken[index] as (typeof taken)[number]).answer));
		if (this.#history.tip.rev - this.#triedAt >= linesBeforeSnapshot) await this.#snapshotQuietly();
	}

	async #write(lines: JournalLine[]): Promise<void> {
		if (lines.length === 0) return;
		this.#positions.push(...(await this.#file.append(lines.map((line) => JSON.stringify(line)))));
		for (const line of lines) foldLine(this.#state, line);
		this.#lastChangedAt = lines.at(-1)?.at ?? this.#lastChangedAt;
		this.#startTimer();
	}

	#startTimer(): void {
		this.#timer ??= setTimeout(() => void this.#inTurn(() => this.#snapshotQuietly()), snapshotDelay).unref();
	}

	#stopTimer(): void {
		if (this.#timer) clearTimeout(this.#timer);
		this.#timer = null;
	}

	/** The lines are safe without a snapshot, so one that fails is tried again later and fails nobody's request. */
	async #snapshotQuietly(): Promise<void> {
		this.#stopTimer();
		const { rev } = this.#history.tip;
		this.#triedAt = rev;
		if (rev === this.#snapshotAt) return;
		try {
			// The lines since the snapshot before stay, in case this one is found damaged some day.
			await this.#takeSnapshot(Math.max(this.#snapshotAt, this.#history.start.rev));
		} catch (error) {
			this.notes.push(`A snapshot could not be written: ${error instanceof Error ? error.message : String(error)}`);
			this.#startTimer();
		}
	}

	/** @param keepFrom lines after this revision stay in the journal. */
	async #takeSnapshot(keepFrom: number): Promise<void> {
		const { tip, start } = this.#history;
		await this.#snapshots.write(snapshotOf(this.#state, this.scope, tip, new Date().toISOString()));
		this.#snapshotAt = this.#triedAt = tip.rev;
		if (keepFrom > start.rev) await this.#restartFile(this.#history.at(keepFrom) as Revision);
	}

	async #restartFile(from: Revision): Promise<void> {
		const first = this.#positions[from.rev - this.#history.start.rev];
		const kept = first ? await this.#file.bytesFrom(first.offset) : new Uint8Array();
		// Windows does not rename over a file that is open.
		await this.#file.close();
		try {
			await writeJournalFile(journalPath(this.#folder), from, kept);
		} finally {
			this.#adopt(await openJournalFile(journalPath(this.#folder)));
		}
	}

	#adopt({ file, start, lines }: JournalFile): void {
		this.#file = file;
		this.#history = new History(start, (lines ?? []).map(({ line }) => line.id));
		this.#positions = (lines ?? []).map(({ position }) => position);
	}
}
