/** Small builders for journal changes, so that a command says what it does to records and nothing else. */
import { documentRecords, type DocumentRecords } from '../../src-shared/domain/documentRecords.ts';
import { staysIn } from '../../src-shared/domain/fold.ts';
import { scopeOf } from '../../src-shared/domain/wrongChange.ts';
import type { ParsedDocument } from '../../src-shared/schemas/document.ts';
import type { Change, DocumentChange, DocumentEntry, RecordChange, Scope } from '../../src-shared/schemas/journal.ts';
import type { RecordOf, RecordTable } from '../../src-shared/schemas/records.ts';

type Bare = Record<string, unknown>;

export function created<T extends RecordTable>(table: T, record: RecordOf<T>): RecordChange {
	return { table, key: record.id, before: null, after: record as Bare };
}

export function changed<T extends RecordTable>(table: T, before: RecordOf<T>, patch: Partial<RecordOf<T>>): RecordChange {
	return { table, key: before.id, before: before as Bare, after: { ...before, ...patch } as Bare };
}

export function removed<T extends RecordTable>(table: T, record: RecordOf<T>): RecordChange {
	return { table, key: record.id, before: record as Bare, after: null };
}

export const inverse = (change: Change): Change => ({ ...change, before: change.after, after: change.before }) as Change;

/** Changes by scope, in the order in which the scopes first occur; the library's come first, since a workshop refers to it. */
export function byScope(changes: Change[]): Map<Scope, Change[]> {
	const scopes = new Map<Scope, Change[]>();
	const libraryFirst = [...changes].sort((a, b) => Number(scopeOf(b) === 'library') - Number(scopeOf(a) === 'library'));
	for (const change of libraryFirst) {
		const scope = scopeOf(change);
		scopes.set(scope, [...(scopes.get(scope) ?? []), change]);
	}
	return scopes;
}

/** Consecutive changes to the same table, in order: what one bulk write can take. */
export function runs(changes: readonly Change[]): { table: Change['table']; changes: Change[] }[] {
	const found: { table: Change['table']; changes: Change[] }[] = [];
	for (const change of changes) {
		const last = found.at(-1);
		if (last?.table === change.table) last.changes.push(change);
		else found.push({ table: change.table, changes: [change] });
	}
	return found;
}

/** The records that documents bring as they enter, by hash; a document that is not at hand brings none. */
export function enteringRecords(changes: readonly Change[], documents: ReadonlyMap<string, ParsedDocument>): Map<string, DocumentRecords> {
	const entering = changes.flatMap((change) => {
		const document = documents.get(change.key);
		if (change.table !== 'documents' || !enters(change) || !document) return [];
		return [[change.key, documentRecords(document, change.after.importedAt, change.after.earlier)] as const];
	});
	return new Map(entering);
}

type Present = DocumentChange & { after: DocumentEntry };

/** Whether a document comes in with its cards. */
export const enters = (change: Change): change is Present => change.table === 'documents' && change.after !== null && !staysIn(change);

/** Whether a document that is there, and stays, stands in for another one than it did. */
export const standsAnew = (change: Change): change is Present => change.table === 'documents' && staysIn(change);

/** The hashes of the documents that come in. */
export const enteringHashes = (changes: readonly Change[]): string[] => changes.filter(enters).map(({ key }) => key);

/** Whether a card came with a document (domain/documentRecords.ts); clipped and handmade ones have ids of another form. */
export const isImportedId = (cardId: string): boolean => /-\d+$/.test(cardId);
