/**
 * Folds journal lines into the state they lead to, without knowing what any action meant. This is what snapshots are
 * made from and what a lost working record is rebuilt from.
 */
import type { Change, DocumentChange, DocumentEntry, JournalLine, Revision, Scope, Snapshot } from '../schemas/journal.ts';

export type Fields = Record<string, unknown>;

export interface Folded {
	/** What is noted of each document in the library, by hash. */
	documents: Map<string, DocumentEntry>;
	tables: Map<string, Map<string, Fields>>;
	/**
	 * Imported cards that were deleted although their document stayed, by table. Such a card is in no line as a record,
	 * since it comes from the document, so its absence has to be written down.
	 */
	removed: Map<string, Set<string>>;
}

export const emptyFold = (): Folded => ({ documents: new Map(), tables: new Map(), removed: new Map() });

/** Changes `state` in place. */
export function foldLine(state: Folded, line: JournalLine): void {
	for (const change of line.changes) foldChange(state, change);
}

function foldChange(state: Folded, change: Change): void {
	if (change.table === 'documents') foldDocument(state, change);
	else if (change.after) put(state, change.table, change.key, change.after);
	else remove(state, change.table, change.key);
}

/** Whether the document was there before and stays: its cards are then left as they are. */
export const staysIn = ({ before, after }: DocumentChange): boolean => before !== null && after !== null;

function foldDocument(state: Folded, change: DocumentChange): void {
	const { key: hash, after } = change;
	if (after === null) return leave(state, hash);
	if (staysIn(change) && !state.documents.has(hash)) return;
	if (!staysIn(change)) forgetOwn(state, hash);
	state.documents.set(hash, after);
}

/**
 * A document that leaves takes the imported cards along that are its own by then, edited or not: those that a newer
 * version of it took over are that one's.
 */
function leave(state: Folded, hash: string): void {
	state.documents.delete(hash);
	const cards = state.tables.get('cards');
	for (const [id, record] of cards ?? []) {
		if (record['sourceId'] !== hash || record['origin'] !== 'imported') continue;
		cards?.delete(id);
		// It came with an earlier version, which would bring it back.
		if (state.documents.has(documentOf(id))) entry(state.removed, 'cards', () => new Set<string>()).add(id);
	}
	forgetRemoved(state, hash);
}

/** A document that enters brings all of its cards anew. */
function forgetOwn(state: Folded, hash: string): void {
	const cards = state.tables.get('cards');
	for (const id of cards?.keys() ?? []) if (documentOf(id) === hash) cards?.delete(id);
	forgetRemoved(state, hash);
}

function forgetRemoved(state: Folded, hash: string): void {
	const removed = state.removed.get('cards');
	for (const id of removed ?? []) if (documentOf(id) === hash) removed?.delete(id);
}

function put(state: Folded, table: string, key: string, record: Fields): void {
	entry(state.tables, table, () => new Map<string, Fields>()).set(key, record);
	state.removed.get(table)?.delete(key);
}

function remove(state: Folded, table: string, key: string): void {
	state.tables.get(table)?.delete(key);
	if (state.documents.has(documentOf(key))) entry(state.removed, table, () => new Set<string>()).add(key);
}

/** Imported cards have ids of the form hash-number (domain/documentRecords.ts). */
const documentOf = (cardId: string): string => /^([0-9a-f]{32})-\d+$/.exec(cardId)?.[1] ?? '';

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
	const present = map.get(key);
	if (present !== undefined) return present;
	const made = make();
	map.set(key, made);
	return made;
}

export function snapshotOf(state: Folded, scope: Scope, revision: Revision, takenAt: string): Snapshot {
	return {
		format: 'longview-snapshot',
		version: 1,
		scope,
		...revision,
		takenAt,
		documents: Object.fromEntries(state.documents),
		records: Object.fromEntries([...state.tables].map(([table, records]) => [table, [...records.values()]])),
		removed: Object.fromEntries([...state.removed].map(([table, ids]) => [table, [...ids]])),
	};
}

export function foldOf(snapshot: Snapshot): Folded {
	const table = (records: Fields[]) => new Map(records.map((record) => [String(record['id']), record]));
	return {
		documents: new Map(Object.entries(snapshot.documents)),
		tables: new Map(Object.entries(snapshot.records).map(([name, records]) => [name, table(records)])),
		removed: new Map(Object.entries(snapshot.removed ?? {}).map(([name, ids]) => [name, new Set(ids)])),
	};
}
