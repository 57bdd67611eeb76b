/**
 * The one way to change anything: an action goes into memory at once, into IndexedDB in one transaction together with
 * its journal lines and its undo step, and from there to the disk. One action, one transaction, one undo step.
 */
import { newId } from '../../src-shared/domain/ids.ts';
import { scopeOf, wrongChange } from '../../src-shared/domain/wrongChange.ts';
import type { ParsedDocument } from '../../src-shared/schemas/document.ts';
import type { Change } from '../../src-shared/schemas/journal.ts';
import type { RecordTable } from '../../src-shared/schemas/records.ts';
import { afterPaint } from './afterPaint.ts';
import { enteringHashes, enteringRecords, inverse } from './changes.ts';
import type { Database, HistoryRow } from './database.ts';
import type { Records } from './records.svelte.ts';
import { type ChangeMessage, channelName, type Entering, remember, storeAction } from './storing.ts';
import { takeUnfinished, UnfinishedActions, type Unfinished } from './unfinished.ts';

export interface Action {
	/** What the history shows: "Place S1 at 2029 Q4". */
	label: string;
	changes: Change[];
	/** Actions with the same step are undone together, as the batches of one import. */
	stepId?: string;
	/** Closing, revealing and casting votes cannot be undone. */
	undoable?: boolean;
	/** Other records whose steps cannot be taken back from then on: a round that someone has voted in. */
	settles?: readonly { table: RecordTable; key: string }[];
}

/** The change cannot be undone or redone any more, because something else was done to the same record since. */
export class CannotUndo extends Error {}

/** What a person did, as they see it: one or more actions that are undone together. */
export interface Step {
	stepId: string;
	label: string;
	/** Oldest first. */
	rows: HistoryRow[];
}

/** A step that takes a while to take back: how many of its parts are through. */
export interface Replaying {
	label: string;
	undone: 0 | 1;
	done: number;
	total: number;
}

const nothing = new Map<string, ParsedDocument>();

/** Milliseconds between two times that a long import's lines are sent to the disk. */
const seldom = 2000;

interface LedgerParts {
	database: Database;
	records: Records;
	/** Fetches a stored document, for redoing an import. */
	fetchDocument: (hash: string) => Promise<ParsedDocument>;
	/** Told as an action begins, before anything of it is stored. */
	onBegin?: () => void;
	/** Told after each action: its lines wait for the disk, or it came to nothing. */
	onLines: () => void;
}

export class Ledger {
	#parts: LedgerParts;
	#queue: Promise<unknown> = Promise.resolve();
	/** Other windows on the same database hear of each change here. */
	#channel: BroadcastChannel;
	/** The steps of the open workshop that can be undone, oldest first, and those that can be redone, the latest undone last. */
	done = $state.raw<Step[]>([]);
	undone = $state.raw<Step[]>([]);
	/** A long step on its way back; null else. */
	replaying = $state.raw<Replaying | null>(null);
	#stopReplaying = false;
	#historyOf = '';
	#history: Promise<void> = Promise.resolve();
	/** Tells this window's own messages from those of the others. */
	readonly windowId = newId();
	#unfinished: UnfinishedActions;

	constructor(parts: LedgerParts) {
		this.#parts = parts;
		this.#unfinished = new UnfinishedActions(parts.database.name, this.windowId);
		this.#channel = new BroadcastChannel(channelName(parts.database));
		this.#channel.onmessage = ({ data }: MessageEvent<ChangeMessage>) => {
			if (data.from !== this.windowId) void this.#hear(data.changes);
		};
	}

	/** Another window stored something. */
	async #hear(changes: Change[]): Promise<void> {
		const { database, records } = this.#parts;
		records.apply(changes, await storedRecords(database, changes));
		this.#stored(changes);
		await records.fetchUsed(database);
		await this.loadHistory();
	}

	close(): void {
		this.#channel.close();
		this.#unfinished.close();
	}

	/** @param calmly once the window is drawn: an import's steps are thousands of changes, and nobody takes them back before. */
	loadHistory(calmly = false): Promise<void> {
		const workshopId = this.#parts.records.openWorkshopId ?? '';
		if (workshopId !== this.#historyOf) this.done = this.undone = [];
		this.#historyOf = workshopId;
		const painted = calmly ? new Promise<void>((resolve) => afterPaint(resolve)) : Promise.resolve();
		return (this.#history = painted.then(() => this.#readHistory(workshopId)));
	}

	async #readHistory(workshopId: string): Promise<void> {
		const rows = await this.#parts.database.history.where('workshopId').equals(workshopId).sortBy('n');
		if (workshopId !== this.#historyOf) return;
		const steps = stepsOf(rows);
		this.done = steps.filter((step) => step.rows.some(({ undone }) => undone === 0));
		this.undone = steps.filter((step) => step.rows.some(({ undone }) => undone === 1)).reverse();
	}

	/**
	 * @param documents the documents that the action brings in, by hash.
	 * @throws what IndexedDB threw; memory is then as it was before.
	 */
	commit(action: Action, documents = nothing): Promise<void> {
		if (action.changes.length === 0) return Promise.resolve();
		const { records } = this.#parts;
		// Svelte's proxies cannot be cloned into IndexedDB.
		const changes = $state.snapshot(action.changes) as Change[];
		for (const change of changes) {
			const wrong = wrongChange(scopeOf(change), change);
			if (wrong) return Promise.reject(new Error(`This cannot be kept: it is ${wrong}.`));
		}
		const entering = enteringRecords(changes, documents);
		records.apply(changes, entering);
		const { label, stepId } = action;
		const unfinished: Unfinished = { workshopId: records.openWorkshopId ?? '', label, ...(stepId !== undefined && { stepId }), changes };
		// Documents are too large to be kept beside, what cannot be taken back is not done behind anyone's back, and no vote lies anywhere else.
		if (action.undoable !== false && documents.size === 0 && changes.every(({ table }) => table !== 'ballots')) this.#unfinished.began(unfinished);
		return this.#inTurn(async () => {
			try {
				await this.#write(label, changes, entering, () =>
					action.undoable === false
						? this.#passOver([...changes, ...(action.settles ?? [])])
						: remember(this.#parts.database, { workshopId: records.openWorkshopId ?? '', stepId, label, changes }),
				);
			} catch (error) {
				records.apply([...changes].reverse().map(inverse), entering);
				throw error;
			} finally {
				this.#unfinished.ended(unfinished);
			}
			await this.loadHistory();
		});
	}

	/** Does what a window that was closed had begun in the open workshop, unless it is stored or its records are others by now. */
	async finish(): Promise<void> {
		const { database, records } = this.#parts;
		for (const { label, stepId, changes } of takeUnfinished(database.name, records.openWorkshopId ?? '')) {
			if (!(await this.#isUntouched(changes))) continue;
			// What cannot be kept any more, as after an update, must not keep the workshop from opening.
			await this.commit({ label, changes, ...(stepId !== undefined && { stepId }) }).catch(() => undefined);
		}
	}

	/**
	 * Actions that the library's worker stores, as it does with an import's batches: memory follows as each is stored.
	 * @throws what `run` threw.
	 */
	async follow(run: (stored: (changes: Change[], entering: Entering) => void) => Promise<void>): Promise<void> {
		const { records, onBegin, onLines } = this.#parts;
		let flushedAt = performance.now();
		onBegin?.();
		try {
			await run((changes, entering) => {
				records.apply(changes, entering);
				this.#stored(changes);
				// To the disk now and then: each time, what is still to be stored has to wait.
				if (performance.now() - flushedAt < seldom) return;
				flushedAt = performance.now();
				onLines();
				onBegin?.();
			});
		} finally {
			onLines();
		}
	}

	/** Resolves when what memory shows by now is in IndexedDB, or has failed to get there. */
	async settled(): Promise<void> {
		// Not a turn of its own: that would be told of as an action, and this is asked while something is being drawn.
		await this.#queue;
	}

	/** @returns the label of the step taken back, or null where there was none. @throws CannotUndo */
	undo(): Promise<string | null> {
		return this.#inTurn(async () => {
			await this.#history;
			return this.#replay(this.done.at(-1), 1);
		});
	}

	/** @returns the label of the step taken again, or null where there was none. @throws CannotUndo */
	redo(): Promise<string | null> {
		return this.#inTurn(async () => {
			await this.#history;
			return this.#replay(this.undone.at(-1), 0);
		});
	}

	/**
	 * Takes back, or does again, one step after the other until this one is the last that is done; null for before the first.
	 * @returns how many steps were gone through: fewer where it was stopped. @throws CannotUndo where one of them stays as it is.
	 */
	goTo(stepId: string | null): Promise<number> {
		return this.#inTurn(async () => {
			await this.#history;
			const way = this.#wayTo(stepId);
			this.#stopReplaying = false;
			let through = 0;
			try {
				for (const step of way.steps) {
					if (way.steps.length > 1) this.replaying = { label: step.label, undone: way.undone, done: through, total: way.steps.length };
					await this.#replayRows(step, way.undone, way.steps.length === 1);
					if (this.#stopReplaying) break;
					through++;
				}
			} finally {
				await this.#replayed();
			}
			return through;
		});
	}

	#wayTo(stepId: string | null): { steps: Step[]; undone: 0 | 1 } {
		const ahead = this.undone.findIndex((step) => step.stepId === stepId);
		if (ahead >= 0) return { steps: this.undone.slice(ahead).reverse(), undone: 0 };
		const behind = this.done.findIndex((step) => step.stepId === stepId);
		return { steps: stepId !== null && behind < 0 ? [] : this.done.slice(behind + 1).reverse(), undone: 1 };
	}

	/** Leaves a long step between two of its parts: what is through stays so, and the rest can be taken back or again later. */
	stopReplaying(): void {
		this.#stopReplaying = true;
	}

	async #replay(step: Step | undefined, undone: 0 | 1): Promise<string | null> {
		if (!step) return null;
		this.#stopReplaying = false;
		try {
			await this.#replayRows(step, undone, true);
		} finally {
			await this.#replayed();
		}
		return this.#stopReplaying ? null : step.label;
	}

	/** @param showsParts whether how far the step is, is to be seen: not where it is one of many. */
	async #replayRows(step: Step, undone: 0 | 1, showsParts: boolean): Promise<void> {
		const rows = step.rows.filter((row) => row.undone !== undone);
		if (undone) rows.reverse();
		const { database, records } = this.#parts;
		const changesOf = (row: HistoryRow) => (undone ? [...row.changes].reverse().map(inverse) : row.changes);
		await this.#checkUntouched(rows.flatMap(changesOf)).catch((error) => this.#dropStep(step, error));
		const label = `${undone ? 'Undo' : 'Redo'}: ${step.label}`;
		// Part by part, each whole: the archive of a folder would hold everything else up in one transaction.
		for (const [done, row] of rows.entries()) {
			if (this.#stopReplaying) break;
			if (rows.length > 1 && showsParts) this.replaying = { label: step.label, undone, done, total: rows.length };
			const changes = changesOf(row);
			const entering = enteringRecords(changes, await this.#documentsFor(changes));
			await this.#write(label, changes, entering, async () => {
				await database.history.update(row.n, { undone });
			});
			records.apply(changes, entering);
		}
	}

	async #replayed(): Promise<void> {
		this.replaying = null;
		await this.#parts.records.fetchUsed(this.#parts.database);
		await this.loadHistory();
	}

	/** A step that cannot be replayed leaves the history, or it would stand before all the others for good. */
	async #dropStep({ rows }: Step, error: unknown): Promise<never> {
		if (error instanceof CannotUndo) {
			await this.#parts.database.history.bulkDelete(rows.map(({ n }) => n));
			await this.loadHistory();
		}
		throw error;
	}

	/** A step is undone only onto what it left: where another workshop changed the same record since, it says so. */
	async #checkUntouched(changes: Change[]): Promise<void> {
		const first = firstOfEach(changes);
		await this.#checkNoVotes([...first.values()]);
		const leaving = [...first.values()].filter(({ table, after }) => table === 'documents' && after === null);
		const put = new Set(changes.flatMap(({ table, key, after }) => (table === 'cards' && after ? [key] : [])));
		const anew = new Set([...first.values()].flatMap(({ table, key }) => (table === 'documents' ? [key] : [])));
		if (leaving.some(({ key }) => this.#parts.records.newer.has(key) && !anew.has(this.#parts.records.newer.get(key)!.id))) {
			throw new CannotUndo('A newer version of the document stands in for it.');
		}
		if (leaving.length > 0) await this.#checkUnused(new Set(leaving.map(({ key }) => key)), put);
		if (!(await this.#isUntouched(changes))) throw new CannotUndo('It was changed again since, in another workshop or window.');
	}

	/** Whether the records are still as they were before the changes. */
	async #isUntouched(changes: readonly Change[]): Promise<boolean> {
		const first = [...firstOfEach(changes).values()];
		const tables = new Set(first.flatMap(({ table }) => (table === 'documents' ? [] : [table])));
		for (const table of tables) {
			const ofTable = first.filter((change) => change.table === table);
			const now = await this.#parts.database.recordTable(table).bulkGet(ofTable.map(({ key }) => key));
			if (ofTable.some(({ before }, at) => JSON.stringify(now[at] ?? null) !== JSON.stringify(before))) return false;
		}
		return true;
	}

	/** A round goes back to a draft, or away, only while nobody has voted in it. */
	async #checkNoVotes(changes: readonly Change[]): Promise<void> {
		for (const { table, key, after } of changes) {
			if (table !== 'rounds' || (after && after['state'] !== 'draft')) continue;
			if ((await this.#parts.database.ballots.where('roundId').equals(key).count()) > 0) throw new CannotUndo('Someone has voted in this round, so it stays open.');
		}
	}

	/** Documents leave only where no other workshop uses a card of theirs. @param put cards that stay, with another document. */
	async #checkUnused(hashes: ReadonlySet<string>, put: ReadonlySet<string>): Promise<void> {
		const { database, records } = this.#parts;
		const elsewhere = await database.workshopCards.filter((use) => use.workshopId !== records.openWorkshopId).toArray();
		const cards = await database.cards.bulkGet(elsewhere.map(({ cardId }) => cardId));
		const at = cards.findIndex((card) => card && hashes.has(card.sourceId ?? '') && !put.has(card.id));
		if (at === -1) return;
		const title = records.workshops.get(elsewhere[at]!.workshopId)?.title ?? 'another workshop';
		throw new CannotUndo(`Cards of the document are used in “${title}”.`);
	}

	async #documentsFor(changes: Change[]): Promise<Map<string, ParsedDocument>> {
		const documents = await Promise.all(enteringHashes(changes).map((hash) => this.#parts.fetchDocument(hash)));
		return new Map(documents.map((document) => [document.hash, document]));
	}

	async #write(label: string, changes: Change[], entering: Entering, alongside: () => Promise<void>): Promise<void> {
		await storeAction(this.#parts.database, { label, changes, entering }, alongside);
		this.#channel.postMessage({ changes, from: this.windowId } satisfies ChangeMessage);
		this.#stored(changes);
	}

	/** What cannot be taken back stands before the steps that led to the same records: they leave the history. */
	async #passOver(changes: readonly Pick<Change, 'table' | 'key'>[]): Promise<void> {
		const { database, records } = this.#parts;
		const touched = new Set(changes.map(({ table, key }) => `${table}/${key}`));
		const own = database.history.where('workshopId').equals(records.openWorkshopId ?? '');
		await own.and((row) => row.changes.some(({ table, key }) => touched.has(`${table}/${key}`))).delete();
	}

	#stored(changes: Change[]): void {
		if (changes.some(({ table }) => table === 'documents' || table === 'cards')) this.#parts.records.libraryVersion++;
	}

	#inTurn<T>(work: () => Promise<T>): Promise<T> {
		this.#parts.onBegin?.();
		const turn = this.#queue.then(work).finally(() => this.#parts.onLines());
		this.#queue = turn.catch(() => undefined);
		return turn;
	}
}

/** Of the changes to one record, the one that came first. */
function firstOfEach(changes: readonly Change[]): Map<string, Change> {
	const first = new Map<string, Change>();
	for (const change of changes) if (!first.has(`${change.table}/${change.key}`)) first.set(`${change.table}/${change.key}`, change);
	return first;
}

/** Rows of the same step stand together, since nothing is done between them but by other windows. */
function stepsOf(rows: readonly HistoryRow[]): Step[] {
	const steps = new Map<string, Step>();
	for (const row of rows) {
		const step = steps.get(row.stepId) ?? { stepId: row.stepId, label: row.label, rows: [] };
		step.label = row.label;
		step.rows.push(row);
		steps.set(row.stepId, step);
	}
	return [...steps.values()];
}

/** The sources of documents that came in, from IndexedDB; their cards are fetched where they are shown or used. */
async function storedRecords(database: Database, changes: readonly Change[]): Promise<Entering> {
	const sources = await database.sources.bulkGet(enteringHashes(changes));
	return new Map(sources.flatMap((source) => (source ? [[source.id, { source, text: { id: source.id, text: '' }, cards: [] }] as const] : [])));
}
