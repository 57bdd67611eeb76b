/**
 * How an action gets into IndexedDB: what it changes, its lines for the journals and its undo step, in one transaction.
 * The window's ledger and the library's worker store in this same way.
 */
import Dexie from 'dexie';
import type { DocumentRecords } from '../../src-shared/domain/documentRecords.ts';
import { newId } from '../../src-shared/domain/ids.ts';
import type { Change, JournalLine } from '../../src-shared/schemas/journal.ts';
import { byScope, enters, isImportedId, runs, standsAnew } from './changes.ts';
import type { Database, HistoryRow, RecordStore } from './database.ts';

/** The records of the documents that come in, by hash: a change names them only. */
export type Entering = ReadonlyMap<string, DocumentRecords>;

/** What other windows are told of an action that is stored; they read what they lack. */
export interface ChangeMessage {
	changes: Change[];
	/** The window that has it in memory already. */
	from?: string;
}

export const channelName = (database: { name: string }): string => `longview-changes-${database.name}`;

/** @param alongside runs within the same transaction. */
export async function storeAction(
	database: Database, { label, changes, entering }: { label: string; changes: Change[]; entering: Entering }, alongside: () => Promise<void>,
): Promise<void> {
	const lines = linesOf(label, changes);
	await database.transaction('rw', database.tables, async () => {
		await writeChanges(database, changes, entering);
		await database.outbox.bulkAdd(lines);
		await alongside();
	});
}

const linesOf = (label: string, changes: Change[]) =>
	[...byScope(changes)].map(([scope, ofScope]) => ({
		scope,
		line: { id: newId(), stepId: newId(), at: new Date().toISOString(), label, changes: ofScope } satisfies JournalLine,
	}));

/**
 * The same for documents that come in, with every request made at once and nothing read: IndexedDB works them off and
 * commits without asking back, while the next ones already wait behind them.
 * @param changes documents that enter, and records that are new.
 * @param durability relaxed for parts that others follow: the last one, strict, brings all of them to the disk, in their order.
 * @throws what IndexedDB threw; then nothing is stored.
 */
export function storeAtOnce(
	database: Database, { label, changes, entering }: { label: string; changes: Change[]; entering: Entering }, step: { workshopId: string; stepId: string },
	durability: 'strict' | 'relaxed' = 'strict',
): Promise<void> {
	const tables = [...new Set(['sources', 'texts', 'cards', 'outbox', 'history', ...changes.flatMap(({ table }) => (table === 'documents' ? [] : [table]))])];
	const transaction = database.backendDB().transaction(tables, 'readwrite', { durability });
	const stored = new Promise<void>((resolve, reject) => {
		transaction.oncomplete = () => resolve();
		transaction.onabort = () => reject(transaction.error ?? new Error('The browser stored nothing of it.'));
	});
	const stores = new Map(tables.map((table) => [table, transaction.objectStore(table)]));
	const put = (table: string, record: object) => void stores.get(table)!.put(record);
	try {
		for (const line of linesOf(label, changes)) put('outbox', line);
		put('history', { ...step, label, at: new Date().toISOString(), changes, undone: 0 } satisfies Omit<HistoryRow, 'n'>);
		for (const { table, after } of changes) if (table !== 'documents') put(table, after!);
		for (const { source, text, cards } of entering.values()) {
			put('sources', source);
			put('texts', text);
			for (const card of cards) put('cards', card);
		}
		transaction.commit();
	} catch (error) {
		// What was asked for before would be stored without the rest.
		transaction.abort();
		return stored.catch(() => Promise.reject(error as Error));
	}
	return stored;
}

/** Steps with so many changes are kept in several rows: writing a growing one again with each part takes ever longer. */
const mostInRow = 100;

/** Adds to the undo history, within the transaction of the change; what was undone can then not be redone. */
export async function remember(
	database: Database, { workshopId, stepId, label, changes }: { workshopId: string; stepId?: string | undefined; label: string; changes: Change[] },
): Promise<void> {
	await database.history.where('workshopId').equals(workshopId).and((row) => row.undone === 1).delete();
	const rows = stepId === undefined ? [] : await database.history.where('stepId').equals(stepId).primaryKeys();
	const last = rows.length > 0 ? await database.history.get(Math.max(...rows)) : undefined;
	const merged = last && mergedChanges(last.changes, changes);
	if (merged) await database.history.update(last.n, { changes: merged, label });
	else if (last && last.changes.length + changes.length <= mostInRow) await database.history.update(last.n, { changes: [...last.changes, ...changes], label });
	else await database.history.add({ stepId: stepId ?? newId(), workshopId, label, at: new Date().toISOString(), changes, undone: 0 });
}

/**
 * A record that is typed into changes over and over within one step: only how it was before the first and after the last
 * is ever needed, and a copy of each in between, with a logo in it, would fill the store.
 * @returns null where the new ones go behind the others as they are.
 */
function mergedChanges(changes: readonly Change[], added: readonly Change[]): Change[] | null {
	const [prior, next] = [changes.at(-1), added[0]];
	if (!prior || !next || added.length !== 1 || next.table === 'documents' || prior.table !== next.table || prior.key !== next.key) return null;
	// Made and removed again would be a change from nothing to nothing.
	if (prior.before === null && next.after === null) return null;
	return [...changes.slice(0, -1), { ...next, before: prior.before }];
}

/** Writes changes into IndexedDB in their order, within the transaction that is open. */
export async function writeChanges(database: Database, changes: readonly Change[], entering: Entering): Promise<void> {
	for (const { table, changes: ofTable } of runs(changes)) {
		if (table === 'documents') await writeDocuments(database, ofTable, entering);
		else await writeRecords(database.recordTable(table), ofTable);
	}
}

async function writeRecords(table: RecordStore, changes: Change[]): Promise<void> {
	const last = new Map(changes.map((change) => [change.key, change.after as Record<string, unknown> | null]));
	const gone = [...last].flatMap(([key, after]) => (after === null ? [key] : []));
	if (gone.length > 0) await table.bulkDelete(gone);
	putAll(table.name, [...last.values()].filter((after) => after !== null));
}

async function writeDocuments(database: Database, changes: Change[], entering: Entering): Promise<void> {
	const leaving = changes.flatMap(({ key, after }) => (after === null ? [key] : []));
	if (leaving.length > 0) {
		await database.sources.bulkDelete(leaving);
		await database.texts.bulkDelete(leaving);
		// One question for each document: asking for all of them at once walks through their cards one by one.
		const cards = await Promise.all(leaving.map((hash) => database.cards.where('sourceId').equals(hash).primaryKeys()));
		deleteAll('cards', cards.flat().filter(isImportedId));
	}
	for (const change of changes) {
		// Undefined takes the field off.
		if (standsAnew(change)) await database.sources.update(change.key, { earlier: change.after.earlier });
		const records = enters(change) ? entering.get(change.key) : undefined;
		if (!records) continue;
		putAll('sources', [records.source]);
		putAll('texts', [records.text]);
		putAll('cards', records.cards);
	}
}

/**
 * Writes past Dexie, whose own bulk writes keep an account of every key for live queries, which nothing here uses: an
 * archive took half as long again. A refused record ends the transaction as it does with Dexie.
 */
function putAll(table: string, records: readonly object[]): void {
	const store = openStore(table);
	for (const record of records) store.put(record);
}

function deleteAll(table: string, keys: readonly string[]): void {
	const store = openStore(table);
	for (const key of keys) store.delete(key);
}

const openStore = (table: string): IDBObjectStore => (Dexie.currentTransaction as unknown as { idbtrans: IDBTransaction }).idbtrans.objectStore(table);
