/**
 * The one way to change anything: an action goes into memory at once, into IndexedDB in one transaction together with
 * its journal lines and its undo step, and from there to the disk. One action, one transaction, one undo step.
 */
import { newId } from '../../src-shared/domain/ids.ts';
import { scopeOf, wrongChange } from '../../src-shared/domain/wrongChange.ts';
import type { ParsedDocument } from '../../src-shared/schemas/document.ts';
import type { Change, JournalLine } from '../../src-shared/schemas/journal.ts';
import { byScope, enteringRecords, inverse, runs } from './changes.ts';
import type { Database, HistoryRow, RecordStore } from './database.ts';
import type { Records } from './records.svelte.ts';

export interface Action {
	/** What the history shows: "Place S1 at 2029 Q4". */
	label: string;
	changes: Change[];
	/** Actions with the same step are undone together, as the batches of one import. */
	stepId?: string;
	/** Closing, revealing and casting votes cannot be undone. */
	undoable?: boolean;
}

/** The change cannot be undone or redone any more, because something else was done to the same record since. */
export class CannotUndo extends Error {}

const nothing = new Map<string, ParsedDocument>();

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
	/** The steps of the open workshop that can be undone, oldest first, and those that can be redone. */
	done = $state.raw<HistoryRow[]>([]);
	undone = $state.raw<HistoryRow[]>([]);

	constructor(parts: LedgerParts) {
		this.#parts = parts;
		this.#channel = new BroadcastChannel(`longview-changes-${parts.database.name}`);
		this.#channel.onmessage = (event: MessageEvent<{ changes: Change[]; documents: ParsedDocument[] }>) => {
			const { changes, documents } = event.data;
			parts.records.apply(changes, new Map(documents.map((document) => [document.hash, document])));
			this.#stored(changes);
			void parts.records.fetchUsed(parts.database);
			void this.loadHistory();
		};
	}

	close(): void {
		this.#channel.close();
	}

	async loadHistory(): Promise<void> {
		const { database, records } = this.#parts;
		const rows = await database.history.where('workshopId').equals(records.openWorkshopId ?? '').sortBy('n');
		this.done = rows.filter((row) => row.undone === 0);
		this.undone = rows.filter((row) => row.undone === 1).reverse();
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
		records.apply(changes, documents);
		return this.#inTurn(async () => {
			try {
				await this.#write(action.label, changes, documents, () =>
					action.undoable === false ? this.#passOver(changes) : this.#remember(action, changes),
				);
			} catch (error) {
				records.apply([...changes].reverse().map(inverse), documents);
				throw error;
			}
			await this.loadHistory();
		});
	}

	/** Resolves when what memory shows by now is in IndexedDB, or has failed to get there. */
	async settled(): Promise<void> {
		// Not a turn of its own: that would be told of as an action, and this is asked while something is being drawn.
		await this.#queue;
	}

	/** @returns the label of the step taken back, or null where there was none. @throws CannotUndo */
	undo(): Promise<string | null> {
		return this.#inTurn(() => this.#replay(this.done.at(-1), 1));
	}

	/** @returns the label of the step taken again, or null where there was none. @throws CannotUndo */
	redo(): Promise<string | null> {
		return this.#inTurn(() => this.#replay(this.undone.at(-1), 0));
	}

	async #replay(row: HistoryRow | undefined, undone: 0 | 1): Promise<string | null> {
		if (!row) return null;
		const { database, records } = this.#parts;
		const changes = undone ? [...row.changes].reverse().map(inverse) : row.changes;
		await this.#checkUntouched(changes).catch((error) => this.#dropStep(row, error));
		const documents = await this.#documentsFor(changes);
		const label = `${undone ? 'Undo' : 'Redo'}: ${row.label}`;
		await this.#write(label, changes, documents, async () => {
			await database.history.update(row.n, { undone });
		});
		records.apply(changes, documents);
		await records.fetchUsed(database);
		await this.loadHistory();
		return row.label;
	}

	/** A step that cannot be replayed leaves the history, or it would stand before all the others for good. */
	async #dropStep(row: HistoryRow, error: unknown): Promise<never> {
		if (error instanceof CannotUndo) {
			await this.#parts.database.history.delete(row.n);
			await this.loadHistory();
		}
		throw error;
	}

	/** A step is undone only onto what it left: where another workshop changed the same record since, it says so. */
	async #checkUntouched(changes: Change[]): Promise<void> {
		const { database } = this.#parts;
		const first = new Map<string, Change>();
		for (const change of changes) if (!first.has(`${change.table}/${change.key}`)) first.set(`${change.table}/${change.key}`, change);
		for (const change of first.values()) {
			if (change.table === 'documents') {
				if (change.after === null) await this.#checkUnused(change.key);
			} else {
				const now = (await database.recordTable(change.table).get(change.key)) ?? null;
				if (JSON.stringify(now) !== JSON.stringify(change.before)) {
					throw new CannotUndo('It was changed again since, in another workshop or window.');
				}
			}
		}
	}

	async #checkUnused(hash: string): Promise<void> {
		const { database, records } = this.#parts;
		const cardIds = await database.cards.where('sourceId').equals(hash).primaryKeys();
		const uses = await database.workshopCards.where('cardId').anyOf(cardIds).toArray();
		const elsewhere = uses.find((use) => use.workshopId !== records.openWorkshopId);
		if (elsewhere) {
			const title = records.workshops.get(elsewhere.workshopId)?.title ?? 'another workshop';
			throw new CannotUndo(`Cards of the document are used in “${title}”.`);
		}
	}

	async #documentsFor(changes: Change[]): Promise<Map<string, ParsedDocument>> {
		const entering = changes.filter((change) => change.table === 'documents' && change.after !== null);
		const documents = await Promise.all(entering.map((change) => this.#parts.fetchDocument(change.key)));
		return new Map(documents.map((document) => [document.hash, document]));
	}

	async #write(label: string, changes: Change[], documents: Map<string, ParsedDocument>, alongside: () => Promise<void>): Promise<void> {
		const { database } = this.#parts;
		const lines = [...byScope(changes)].map(([scope, ofScope]) => ({
			scope,
			line: { id: newId(), stepId: newId(), at: new Date().toISOString(), label, changes: ofScope } satisfies JournalLine,
		}));
		await database.transaction('rw', database.tables, async () => {
			await writeChanges(database, changes, documents);
			await database.outbox.bulkAdd(lines);
			await alongside();
		});
		this.#channel.postMessage({ changes, documents: [...documents.values()] });
		this.#stored(changes);
	}

	/** What cannot be taken back stands before the steps that led to the same records: they leave the history. */
	async #passOver(changes: Change[]): Promise<void> {
		const { database, records } = this.#parts;
		const touched = new Set(changes.map(({ table, key }) => `${table}/${key}`));
		const own = database.history.where('workshopId').equals(records.openWorkshopId ?? '');
		await own.and((row) => row.changes.some(({ table, key }) => touched.has(`${table}/${key}`))).delete();
	}

	#stored(changes: Change[]): void {
		if (changes.some(({ table }) => table === 'documents' || table === 'cards')) this.#parts.records.libraryVersion++;
	}

	/** Runs within the transaction of the change it remembers. */
	async #remember(action: Action, changes: Change[]): Promise<void> {
		const { database, records } = this.#parts;
		const workshopId = records.openWorkshopId ?? '';
		const stepId = action.stepId ?? newId();
		await database.history.where('workshopId').equals(workshopId).and((row) => row.undone === 1).delete();
		const open = action.stepId ? await database.history.where('stepId').equals(stepId).first() : undefined;
		if (open) await database.history.update(open.n, { changes: [...open.changes, ...changes], label: action.label });
		else await database.history.add({ stepId, workshopId, label: action.label, at: new Date().toISOString(), changes, undone: 0 });
	}

	#inTurn<T>(work: () => Promise<T>): Promise<T> {
		this.#parts.onBegin?.();
		const turn = this.#queue.then(work).finally(() => this.#parts.onLines());
		this.#queue = turn.catch(() => undefined);
		return turn;
	}
}

/** Writes changes into IndexedDB in their order, within the transaction that is open. */
export async function writeChanges(database: Database, changes: Change[], documents: Map<string, ParsedDocument>): Promise<void> {
	for (const { table, changes: ofTable } of runs(changes)) {
		if (table === 'documents') await writeDocuments(database, ofTable, documents);
		else await writeRecords(database.recordTable(table), ofTable);
	}
}

async function writeRecords(table: RecordStore, changes: Change[]): Promise<void> {
	const last = new Map(changes.map((change) => [change.key, change.after as Record<string, unknown> | null]));
	await table.bulkDelete([...last].flatMap(([key, after]) => (after === null ? [key] : [])));
	await table.bulkPut([...last.values()].filter((after) => after !== null));
}

async function writeDocuments(database: Database, changes: Change[], documents: Map<string, ParsedDocument>): Promise<void> {
	for (const { key, after } of changes) {
		if (after !== null) continue;
		await database.sources.delete(key);
		await database.texts.delete(key);
		await database.cards.where('sourceId').equals(key).and((card) => card.origin === 'imported').delete();
	}
	const entering = enteringRecords(changes, documents);
	await database.sources.bulkPut(entering.map(({ source }) => source));
	await database.texts.bulkPut(entering.map(({ text }) => text));
	await database.cards.bulkPut(entering.flatMap(({ cards }) => cards));
}
